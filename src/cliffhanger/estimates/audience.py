"""How many: views of the next season's first four weeks, and of a running season's thirteen weeks from its first ones.

Next season: given that it returns and charts, from what is known of this one. The gap and the next runtime are not used: nobody
knows them on the day.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.assumptions import value
from cliffhanger.estimates.features import Features, launch_views
from cliffhanger.estimates.ridge import Ridge, fit_ridge
from cliffhanger.records import WEEKS, SeasonRecords

Floats = NDArray[np.float64]
FEWEST_PAIRS = 30
NEXT_PENALTY = value("next_season_penalty")
NEXT_COLUMNS = (
    "relative views",
    "weeks in the first four",
    "second to first week",
    "best rank",
    "first season",
    "log season",
    "English",
    "Korean",
    "kids",
    "reality",
    "log runtime",
    "limited",
)
FINAL_AFTER_WEEKS = (1, 2, 4)
FINAL_PENALTY = value("final_penalty")


@dataclass(frozen=True, slots=True)
class Range:
    """An 80 % interval and the middle, each of shape (n,); NaN where no forecast can be made."""

    p10: Floats
    p50: Floats
    p90: Floats


def next_season_pairs(records: SeasonRecords, features: Features) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Positions of a season and of its next one, where both were launch-listed and all four weeks of the next are published."""
    at = np.arange(len(records) - 1)
    same = records.series_key[1:] == records.series_key[:-1]
    known = np.isfinite(features.log_views)
    complete = weeks_published(records) >= 4
    here = at[same & known[:-1] & known[1:] & complete[1:]]
    return here, here + 1


def fit_next_season(records: SeasonRecords, features: Features) -> Ridge | None:
    """Fit the log ratio of four-week views from one season to the next; None with too few pairs."""
    here, after = next_season_pairs(records, features)
    if len(here) < FEWEST_PAIRS:
        return None
    ratio = features.log_views[after] - features.log_views[here]
    known_on = records.first_listed[after].astype("datetime64[D]").astype(np.float64)
    return fit_ridge(next_season_columns(features)[here], ratio, known_on, penalty=NEXT_PENALTY)


def next_season_columns(features: Features) -> Floats:
    """What the forecast of the next season knows, shape (n, k)."""
    return features.matrix(NEXT_COLUMNS)


def next_season_views(line: Ridge | None, features: Features) -> Range:
    """Views of the next season's first four weeks, given that it returns and charts; NaN without public launch figures."""
    nothing = np.full(len(features.log_views), np.nan)
    if line is None:
        return Range(nothing, nothing, nothing)
    middle = features.log_views + line.predict(next_season_columns(features))
    shift = line.residuals.shift
    return Range(*(np.exp(middle + shift(level)) for level in (0.1, 0.5, 0.9)))


def final_columns(records: SeasonRecords, weeks: int) -> Floats:
    """What is known of the in-list window after one to four weeks; shape (n, k).

    A season that has left the list mostly stays off it, so every column but one counts only while the season is still in.
    """
    views = launch_views(records)[:, :weeks]
    seen = np.nan_to_num(views)
    total = np.maximum(seen.sum(axis=1), 1.0)
    still_in = seen[:, -1] > 0
    latest = np.log(np.maximum(seen[:, -1], 1.0) / total) * still_in
    size = np.log(total) - 16.0
    shape = [still_in, latest, size * still_in, records.english * still_in, records.first_season * still_in, size]
    return np.column_stack([np.asarray(column, dtype=np.float64) for column in shape])


def final_rows(records: SeasonRecords, weeks: int) -> tuple[NDArray[np.int64], Floats, Floats]:
    """Seasons with thirteen weeks published: positions, columns, and log of all views over those of the first weeks."""
    rows = np.flatnonzero((weeks_published(records) >= WEEKS) & (_total(records, weeks) > 0))
    growth = np.log(_total(records, WEEKS)[rows] / _total(records, weeks)[rows])
    return rows, final_columns(records, weeks)[rows], growth


def fit_final(records: SeasonRecords, *, weeks: int) -> Ridge | None:
    """Fit log of thirteen-week in-list views over those of the first weeks; None with too few seasons."""
    rows, columns, growth = final_rows(records, weeks)
    if len(rows) < FEWEST_PAIRS:
        return None
    known_on = records.first_listed[rows].astype("datetime64[D]").astype(np.float64)
    return fit_ridge(columns, growth, known_on, penalty=FINAL_PENALTY)


def final_views(line: Ridge | None, records: SeasonRecords, *, weeks: int) -> Range:
    """Thirteen-week in-list views of each season from its first ``weeks`` weeks; never below what was already seen."""
    nothing = np.full(len(records), np.nan)
    if line is None:
        return Range(nothing, nothing, nothing)
    seen = _total(records, weeks)
    usable = (weeks_published(records) >= weeks) & (seen > 0)
    middle = line.predict(final_columns(records, weeks))
    forecasts = (
        np.where(usable, seen * np.exp(np.maximum(middle + line.residuals.shift(level), 0.0)), np.nan)
        for level in (0.1, 0.5, 0.9)
    )
    return Range(*forecasts)


def _total(records: SeasonRecords, weeks: int) -> Floats:
    return np.nansum(launch_views(records)[:, :weeks], axis=1)


def weeks_published(records: SeasonRecords) -> Floats:
    """Weeks from the first listing whose lists are out; 0 where not launch-listed."""
    listed = records.launch_listed
    weeks = np.zeros(len(records))
    days = (np.datetime64(records.listed_until) - records.first_listed[listed]).astype(np.float64)
    weeks[listed] = days // 7 + 1
    return weeks
