"""How good the hours of another season are: learnt from premieres before 2024, judged by those of early 2024.

Prints the tables as Markdown, for docs/should.md. Run: python benchmarks/hours_ahead.py
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cliffhanger.assumptions import value
from cliffhanger.estimates.audience import fit_next_season, next_season_columns
from cliffhanger.estimates.features import season_features
from cliffhanger.estimates.hours_ahead import HalfYearHours, drawn, first_year, launch_log_ratios, season_pairs
from cliffhanger.pipeline.figures import Figures, bundled_figures, ledger
from cliffhanger.pipeline.half_years import halves_of
from cliffhanger.records import SeasonRecords

Floats = NDArray[np.float64]
DRAWS = 4000
SPLIT = np.datetime64("2024-01-01")  # premieres before it are learnt from, those of the half-year after it judge


def main() -> None:
    """Print the table."""
    figures = bundled_figures()
    head = (
        "hours of another season from",
        "learnt from",
        "judged by",
        "inside the 80 % interval",
        "95 % interval",
        "median miss",
    )
    print(f"| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for name, learnt, errors in (*settled_and_fresh(figures), launch(figures)):
        inside, miss = errors
        n = len(inside)
        low, high = wilson(float(inside.mean()), n)
        factor = math.exp(float(np.median(np.abs(miss))))
        print(f"| {name} | {learnt} | {n} | {inside.mean():.0%} | {low:.0%} to {high:.0%} | factor {factor:.1f} |")
    print()
    worth_of_first_years(figures)


def worth_of_first_years(figures: Figures) -> None:
    """Print what an hour of programme was worth by the first year as it was, of seasons that were continued and that were not."""
    records = ledger(figures, as_of=figures.last_published)
    hour = first_year(records, halves_of(figures, records)) * value("value_per_hour") / (records.runtime_min / 60) / 1e6
    known = np.isfinite(hour)
    print("| seasons with a first year on file | n | p10 | p50 | p90, million USD an hour | at least 2 million USD |")
    print("|---|---|---|---|---|---|")
    for name, rows in (("continued by now", known & ~records.running), ("not continued by now", known & records.running)):
        low, middle, high = np.quantile(hour[rows], [0.1, 0.5, 0.9])
        share = (hour[rows] >= 2).mean()
        print(f"| {name} | {rows.sum()} | {low:.2f} | {middle:.2f} | {high:.2f} | {share:.0%} |")


def judged(truth: Floats, ratios: Floats, middle: Floats, more: Floats | None = None) -> tuple[NDArray[np.bool_], Floats]:
    """Whether each log truth lies inside the interval around its middle, and by how much it missed."""
    rng = np.random.default_rng(1)
    spread = drawn(np.sort(ratios), DRAWS, rng) + (drawn(more, DRAWS, rng) if more is not None else 0.0)
    low, mid, high = np.quantile(spread, [0.1, 0.5, 0.9])
    return (truth >= middle + low) & (truth <= middle + high), truth - middle - mid


def settled_and_fresh(figures: Figures) -> Iterator[tuple[str, int, tuple[NDArray[np.bool_], Floats]]]:
    """What a season still draws: ratios of next seasons that premiered in 2023, judged by those of early 2024."""
    records = ledger(figures, as_of=figures.last_published)
    pairs = season_pairs(records, halves_of(figures, records))
    for name, fresh in (("its half-years, premiere before them", False), ("its half-years, premiere within", True)):
        some = pairs.fresh == fresh
        before, after = some & (pairs.premiere < SPLIT), some & (pairs.premiere >= SPLIT)
        truth = pairs.log_ratio[after]
        yield name, int(before.sum()), judged(truth, pairs.log_ratio[before], np.zeros(len(truth)))


def launch(figures: Figures) -> tuple[str, int, tuple[NDArray[np.bool_], Floats]]:
    """The forecast of the launch from seasons before 2024, times the year's ratio of those of 2023."""
    late = ledger(figures, as_of=figures.last_published)
    halves = halves_of(figures, late)
    ratios = launch_log_ratios(late, season_features(late), halves)
    learnt = ratios[(late.premiere < SPLIT) & np.isfinite(ratios)]
    early = late.take(late.premiere < SPLIT)
    features = season_features(early)
    line = fit_next_season(early, features)
    if line is None:
        raise SystemExit("too few pairs to forecast a launch")
    middle = features.log_views + line.predict(next_season_columns(features)) + np.log(early.runtime_min / 60)
    truth = next_years(late, halves)
    rows = [
        (middle[i], truth[key])
        for i in range(len(early))
        if (key := (str(early.series_key[i]), int(early.season[i]))) in truth and np.isfinite(middle[i])
    ]
    forecast, came = (np.array(column) for column in zip(*rows, strict=True))
    return "the forecast of its launch", len(learnt), judged(came, learnt, forecast, line.residuals.values)


def next_years(late: SeasonRecords, halves: HalfYearHours) -> dict[tuple[str, int], float]:
    """Log hours of the first year of every season of early 2024 that charted at launch, by the season before it."""
    year = first_year(late, halves)
    keys, seasons, premiere = late.series_key, late.season, late.premiere
    charted = late.launch_listed
    return {
        (str(keys[k - 1]), int(seasons[k - 1])): math.log(year[k])
        for k in range(1, len(year))
        if keys[k] == keys[k - 1] and premiere[k] >= SPLIT and year[k] > 0 and charted[k]
    }


def wilson(share: float, n: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927, doi:10.1080/01621459.1927.10502953)."""
    z = 1.959964
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - half, middle + half


if __name__ == "__main__":
    main()
