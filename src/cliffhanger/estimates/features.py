"""What is known of a season on the day: columns for incidence (is there another) and latency (when).

Nothing here looks past ``records.as_of``: launch weeks not yet published are filled from what such weeks usually bring, and a
label first seen long after the premiere is kept apart from one seen at launch, because labels are rewritten after the fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from cliffhanger.assumptions import value
from cliffhanger.records import SeasonRecords
from cliffhanger.terms import LISTS_BEGAN

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

LAUNCH_WEEKS = 4
DAY = np.timedelta64(1, "D")
YEAR = 365.25
TRAILING_DAYS = 365  # a launch is compared with the launches of the year before it
FEWEST_PEERS = 10
FOLLOW_UP_DAYS = int(value("follow_up"))
SLOW_GAP_DAYS = value("fast_gap")


@dataclass(frozen=True, slots=True)
class Features:
    """Raw columns by name, each of shape (n,), no NaN; and log launch views, NaN where unknown."""

    columns: dict[str, Floats]
    log_views: Floats

    def matrix(self, names: tuple[str, ...]) -> Floats:
        """Columns side by side, shape (n, len(names))."""
        return np.column_stack([self.columns[name] for name in names]) if names else np.empty((len(self.log_views), 0))

    def take(self, rows: NDArray[Any]) -> Self:
        """Keep some rows, by mask or by position."""
        return type(self)({name: column[rows] for name, column in self.columns.items()}, self.log_views[rows])


INCIDENCE = (
    "relative views",
    "relative views, first season",
    "weeks in the first four",
    "second to first week",
    "best rank",
    "log season",
    "first season",
    "later seasons",
    "English",
    "Korean",
    "Japanese",
    "Spanish or Portuguese",
    "log runtime",
    "limited",
    "limited, label late",
    "part label",
    "kids",
    "anime",
    "reality",
    "docu",
    "comedy",
    "log previous gap",
    "fast previous gap",
    "available globally",
    "first season, listed",
    "not in the list",
    "before the lists",
    "era",
)
LATENCY = (
    "relative views",
    "English",
    "log season",
    "first season",
    "kids",
    "anime",
    "reality",
    "docu",
    "log runtime",
    "log previous gap",
    "fast previous gap",
    "Korean",
    "before the lists",
    "era",
    "not in the list",
    "part label",
    "first season, listed",
)


def season_features(records: SeasonRecords) -> Features:
    """Compute every column for every season of the record."""
    log_views = log_launch_views(records)
    relative = relative_views(records, log_views)
    listed = records.launch_listed
    first = records.first_season
    history = records.premiere < np.datetime64(LISTS_BEGAN)
    gap = (records.premiere - records.previous_premiere).astype(np.float64)
    gap[np.isnat(records.previous_premiere)] = np.nan
    gap = np.clip(gap, value("shortest_gap"), value("longest_gap"))
    limited = _limited(records, history)
    log_runtime = _filled(np.log(np.clip(records.runtime_min, value("shortest_runtime"), value("longest_runtime")) / 60.0))
    log_gap = _filled(np.log(gap / YEAR), fill=0.0)
    columns = {
        "first season, listed": listed & first,
        "relative views": relative,
        "relative views, first season": relative * first,
        "weeks in the first four": np.where(listed, weeks_in_first_four(records) - 2.0, 0.0),
        "second to first week": _second_to_first(records),
        "best rank": np.where(listed, np.nan_to_num(records.best_rank, nan=5.0) - 5.0, 0.0),
        "log season": np.log(np.minimum(records.season, 30.0)),
        "first season": first,
        "later seasons": records.season >= 4,
        "English": records.english,
        "Korean": records.language == "Korean",
        "Japanese": records.language == "Japanese",
        "Spanish or Portuguese": records.language == "Spanish or Portuguese",
        "log runtime": log_runtime,
        "limited": limited * ~history,
        "limited, label late": limited * history,
        "part label": records.part_label,
        "kids": records.kids,
        "anime": records.anime,
        "reality": records.reality,
        "docu": records.docu,
        "comedy": records.comedy,
        "log previous gap": log_gap,
        "fast previous gap": np.nan_to_num(gap, nan=1e9) < SLOW_GAP_DAYS,
        "available globally": np.nan_to_num(records.available_globally, nan=1.0) > 0,
        "not in the list": ~listed & ~history,
        "before the lists": history,
        "era": _era(records),
    }
    return Features({k: np.asarray(v, dtype=np.float64) for k, v in columns.items()}, log_views)


def log_launch_views(records: SeasonRecords) -> Floats:
    """Log views of the four weeks from the first listing, shape (n,); NaN where not launch-listed or views unknown.

    Weeks in which the season was out of the list count nothing. Weeks not yet published are filled by the median ratio of four
    weeks
    to as many weeks among seasons with all four published.
    """
    listed, weeks_published = records.launch_listed, launch_weeks_published(records)
    running_total = np.nancumsum(launch_views(records)[:, :LAUNCH_WEEKS], axis=1)
    complete = listed & (weeks_published >= LAUNCH_WEEKS) & (running_total[:, -1] > 0)
    result = np.full(len(records), np.nan)
    for k in range(1, LAUNCH_WEEKS + 1):
        rows = listed & (weeks_published == k) & (running_total[:, k - 1] > 0)
        usual = running_total[complete, -1] / np.maximum(running_total[complete, k - 1], 1.0)
        ratio = float(np.median(usual)) if complete.any() and k < LAUNCH_WEEKS else 1.0
        result[rows] = np.log(running_total[rows, k - 1] * ratio)
    return result


def launch_weeks_published(records: SeasonRecords) -> Floats:
    """Launch weeks, at most four, whose lists are out; NaN where not launch-listed. Shape (n,)."""
    weeks = np.full(len(records), np.nan)
    listed = records.launch_listed
    days = np.datetime64(records.listed_until) - records.first_listed[listed]
    weeks[listed] = np.minimum((days / DAY) // 7 + 1, LAUNCH_WEEKS)
    return weeks


def weeks_in_first_four(records: SeasonRecords) -> Floats:
    """Weeks in the list among the first four, shape (n,); 0 where not launch-listed.

    A season of which fewer weeks are published counts as seasons usually did that had been in as often by then: a launch of last
    week is no flop for want of a second week.
    """
    published = launch_weeks_published(records)
    present = np.isfinite(records.hours[:, :LAUNCH_WEEKS]) | np.isfinite(records.views[:, :LAUNCH_WEEKS])
    counts = np.cumsum(present, axis=1).astype(np.float64)
    complete = published >= LAUNCH_WEEKS
    result = np.where(complete, counts[:, -1], 0.0)
    for k in range(1, LAUNCH_WEEKS):
        for count in range(1, k + 1):
            rows = (published == k) & (counts[:, k - 1] == count)
            alike = complete & (counts[:, k - 1] == count)
            result[rows] = float(counts[alike, -1].mean()) if alike.any() else float(count)
    return result


def launch_views(records: SeasonRecords) -> Floats:
    """Views of the thirteen weeks from the first listing, shape (n, 13).

    Views were not printed before June 2023 and follow from hours once a report tells the runtime; until then the median
    runtime of all seasons stands in, so that a launch is not lost for want of its length. NaN where out of the list.
    """
    known = np.isfinite(records.runtime_min)
    usual = float(np.median(records.runtime_min[known])) if known.any() else 480.0
    return np.where(np.isfinite(records.views), records.views, records.hours * 60.0 / usual)


def relative_views(records: SeasonRecords, log_views: Floats) -> Floats:
    """Log launch views minus the median of the launches of the year before in the same list; 0 where unknown, shape (n,)."""
    result = np.zeros(len(records))
    known = np.isfinite(log_views)
    for group in (records.english, ~records.english):
        rows = np.flatnonzero(known & group)
        days = records.premiere[rows]
        for i, day in zip(rows, days, strict=True):
            peers = rows[(days < day) & (days >= day - TRAILING_DAYS * DAY)]
            if len(peers) < FEWEST_PEERS:  # the first year of the lists: compare with that year
                peers = rows[np.argsort(days, kind="stable")[: max(FEWEST_PEERS, len(rows) // 4)]]
            result[i] = log_views[i] - float(np.median(log_views[peers]))
    return result


def _limited(records: SeasonRecords, history: Flags) -> Floats:
    """1 and 0 by the label; where none was seen yet, the usual share among seasons since the lists began."""
    since = records.limited[~history & np.isfinite(records.limited)]
    return np.nan_to_num(records.limited, nan=float(since.mean()) if len(since) else 0.0)


def _second_to_first(records: SeasonRecords) -> Floats:
    """Log ratio of the second week's views to the first's, about its usual value; 0 where either is missing."""
    views = launch_views(records)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.log(views[:, 1] / views[:, 0])
    known = np.isfinite(ratio)
    usual = float(np.median(ratio[known])) if known.any() else 0.0
    return np.where(known, np.clip(ratio - usual, -2.0, 2.0), 0.0)


def _era(records: SeasonRecords) -> Floats:
    """Years from 2020 to the premiere, held flat after the last premiere with two years of full follow-up."""
    flat_from = np.datetime64(records.detected_until) - FOLLOW_UP_DAYS * DAY
    day = np.minimum(records.premiere, flat_from)
    return np.maximum((day - np.datetime64("2020-01-01")) / (DAY * YEAR), -5.0)


def _filled(values: Floats, *, fill: float | None = None) -> Floats:
    known = np.isfinite(values)
    used = fill if fill is not None else (float(np.median(values[known])) if known.any() else 0.0)
    return np.where(known, values, used)
