"""Hours that another season would be viewed in its first twelve months, given that it comes; from public figures alone.

Two ways, by what is published of the season before it. A season in the list at its launch has a forecast of the next one's first
four weeks; what the rest of the first year brings is learnt from seasons that have a year on file. Any other season has what it
still draws in a year; how another season's first year compares is learnt from series whose later season came. Both ratios are the
past ones as they were, smoothed by nothing: quantiles at ``k / (n + 1)``, as in ``estimates.conformal``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cliffhanger.errors import InternalError
from cliffhanger.estimates.audience import fit_next_season, next_season_columns, weeks_published
from cliffhanger.estimates.draws import Draws, slices
from cliffhanger.estimates.features import LAUNCH_WEEKS, Features
from cliffhanger.records import Dates, Flags, Floats, SeasonRecords

YEAR_DAYS = 365
LATEST = 2  # half-years make the year that a season draws now
FEWEST_PAIRS = 30
ONE_DAY = np.timedelta64(1, "D")
Basis = Literal["launch", "settled", "fresh"]
Missing = Literal["", "no_figures", "few_pairs"]


@dataclass(frozen=True, slots=True)
class HalfYearHours:
    """Hours of every season of a ledger in every half-year reported by its day.

    Attributes
    ----------
    starts, ends
        First and last day of each half-year, in order, shape (k,).
    hours
        Shape (n_seasons, k); NaN where the report does not have the season.
    """

    starts: Dates
    ends: Dates
    hours: Floats

    def __post_init__(self) -> None:
        if self.hours.shape[1:] != self.starts.shape or self.starts.shape != self.ends.shape:
            raise InternalError(f"hours of shape {self.hours.shape} for {len(self.starts)} half-years")


@dataclass(frozen=True, slots=True)
class HoursAhead:
    """Hours of another season's first twelve months.

    Attributes
    ----------
    draws
        Hours; None where they cannot be said, and then ``missing`` says why.
    basis
        ``launch``: from the forecast of its first four weeks. ``settled``: from what this season still draws in a year, its
        premiere long past. ``fresh``: the same, its premiere within that year.
    base_hours
        What the ratio multiplies: hours of the first four weeks (the middle forecast), or of the latest two half-years.
    log_ratios
        Of past seasons, sorted: first twelve months over the base; shape (pairs,).
    wait_days, longest_wait_days
        From this season's premiere to the end of the reports, and the longest among the pairs; NaN for ``launch``.
    """

    draws: Draws | None
    basis: Basis
    missing: Missing
    base_hours: float
    log_ratios: Floats
    wait_days: float
    longest_wait_days: float


def first_year(records: SeasonRecords, halves: HalfYearHours) -> Floats:
    """Hours of each season's first 365 days, shape (n,): its first two half-years, and of the third the share that lies within.

    NaN where two are not reported yet. Where the third is not, its share is left out: 4 % of the hours at the median.
    """
    found = np.full(len(records), np.nan)
    if len(halves.starts) < LATEST:
        return found
    at = np.searchsorted(halves.ends, records.premiere)
    whole = (records.premiere >= halves.starts[0]) & (at + 1 < len(halves.starts))
    rows, first = np.flatnonzero(whole), at[whole]
    adjoining = halves.starts[first + 1] == halves.ends[first] + ONE_DAY
    rows, first = rows[adjoining], first[adjoining]
    found[rows] = halves.hours[rows, first] + np.nan_to_num(halves.hours[rows, first + 1])
    third = first + 2 < len(halves.starts)
    rows, last = rows[third], first[third] + 2
    after = (records.premiere[rows] + YEAR_DAYS - halves.starts[last]).astype(np.float64)
    length = (halves.ends[last] - halves.starts[last]).astype(np.float64) + 1.0
    found[rows] += np.clip(after / length, 0.0, 1.0) * np.nan_to_num(halves.hours[rows, last])
    return found


def yearly_draw(halves: HalfYearHours, before: NDArray[np.int64]) -> Floats:
    """Hours that each season draws in a year: twice its mean over the two half-years before a position; NaN where in neither."""
    columns = before[:, None] - np.arange(LATEST, 0, -1)
    rows = np.arange(len(before))[:, None]
    seen = np.where(columns >= 0, halves.hours[rows, np.maximum(columns, 0)], np.nan)
    count = np.isfinite(seen).sum(axis=1)
    return np.where(count > 0, LATEST * np.nansum(seen, axis=1) / np.maximum(count, 1), np.nan)


@dataclass(frozen=True, slots=True)
class Pairs:
    """A season's yearly draw before the next one came, and the next one's first year: log ratios, by their series."""

    log_ratio: Floats
    fresh: Flags
    wait_days: Floats
    premiere: Dates


def season_pairs(records: SeasonRecords, halves: HalfYearHours) -> Pairs:
    """Collect every pair of consecutive seasons of which both are published."""
    year = first_year(records, halves)
    here = np.flatnonzero((records.series_key[1:] == records.series_key[:-1]) & np.isfinite(year[1:]))
    came = np.searchsorted(halves.ends, records.premiere[here + 1])
    part = HalfYearHours(halves.starts, halves.ends, halves.hours[here])
    draw = yearly_draw(part, came)
    kept = (draw > 0) & (year[here + 1] > 0)
    here, came, draw = here[kept], came[kept], draw[kept]
    return Pairs(
        log_ratio=np.log(year[here + 1] / draw),
        fresh=_fresh(records.premiere[here], halves, came),
        wait_days=(halves.starts[came] - records.premiere[here]).astype(np.float64),
        premiere=records.premiere[here + 1],
    )


def _fresh(premiere: Dates, halves: HalfYearHours, before: NDArray[np.int64]) -> Flags:
    flags: Flags = premiere >= halves.starts[np.maximum(before - LATEST, 0)]
    return flags


def launch_log_ratios(records: SeasonRecords, features: Features, halves: HalfYearHours) -> Floats:
    """Log of first-year hours over those of the first four weeks, of every launch-listed season with both; NaN elsewhere."""
    launch = np.exp(features.log_views) * records.runtime_min / 60.0
    ratio = first_year(records, halves) / np.where(weeks_published(records) >= LAUNCH_WEEKS, launch, np.nan)
    logs: Floats = np.log(np.where(ratio > 0, ratio, np.nan))
    return logs


def hours_ahead(
    records: SeasonRecords, features: Features, halves: HalfYearHours, row: int, *, n_draws: int, rng: np.random.Generator
) -> HoursAhead:
    """Hours of another season's first twelve months, given that it comes, for one season of the ledger.

    The launch is used where there is a forecast of the next one, else what the season still draws. Another season is taken to be
    as long as this one.

    Raises
    ------
    Nothing: what cannot be said has ``missing``.
    """
    return _from_launch(records, features, halves, row, n_draws, rng) or _from_draw(records, halves, row, n_draws, rng)


def _from_launch(
    records: SeasonRecords, features: Features, halves: HalfYearHours, row: int, n_draws: int, rng: np.random.Generator
) -> HoursAhead | None:
    line = fit_next_season(records, features)
    ratios = launch_log_ratios(records, features, halves)
    ratios = np.sort(ratios[np.isfinite(ratios)])
    runtime = records.runtime_min[row]
    if line is None or len(ratios) < FEWEST_PAIRS or not np.isfinite(features.log_views[row] + runtime):
        return None
    middle = features.log_views[row] + line.predict(next_season_columns(features)[[row]])[0]
    base = float(np.exp(middle) * runtime / 60.0)
    error = drawn(line.residuals.values, n_draws, rng)
    hours = base * np.exp(error + drawn(ratios, n_draws, rng))
    return HoursAhead(Draws(hours, "hours"), "launch", "", base, ratios, np.nan, np.nan)


def _from_draw(records: SeasonRecords, halves: HalfYearHours, row: int, n_draws: int, rng: np.random.Generator) -> HoursAhead:
    count = np.array([len(halves.starts)])
    mine = HalfYearHours(halves.starts, halves.ends, halves.hours[[row]])
    draw = float(yearly_draw(mine, count)[0]) if count[0] else np.nan
    if not np.isfinite(draw):
        return HoursAhead(None, "settled", "no_figures", np.nan, np.empty(0), np.nan, np.nan)
    fresh = bool(_fresh(records.premiere[[row]], halves, count)[0])
    pairs = season_pairs(records, halves)
    alike = pairs.fresh == fresh
    ratios, waits = np.sort(pairs.log_ratio[alike]), pairs.wait_days[alike]
    wait = float((halves.ends[-1] - records.premiere[row]).astype(np.float64)) + 1.0
    longest = float(waits.max()) if len(waits) else np.nan
    basis: Basis = "fresh" if fresh else "settled"
    if len(ratios) < FEWEST_PAIRS:
        return HoursAhead(None, basis, "few_pairs", draw, ratios, wait, longest)
    hours = draw * np.exp(drawn(ratios, n_draws, rng))
    return HoursAhead(Draws(hours, "hours"), basis, "", draw, ratios, wait, longest)


def drawn(values: Floats, n_draws: int, rng: np.random.Generator) -> Floats:
    """Draw from past values, sorted: quantiles at ``k / (n + 1)``, straight between them, none beyond the last."""
    places = np.arange(1, len(values) + 1) / (len(values) + 1)
    found: Floats = np.interp(slices(rng.standard_normal(n_draws)), places, values)
    return found
