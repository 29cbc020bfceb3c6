"""Back-test of the audience forecasts: each is fitted on outcomes that were known when its season launched.

Views and labels are those of the last day on file; what was revised since is little, but it is not a replay of the day.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.estimates.audience import (
    FINAL_AFTER_WEEKS,
    FINAL_PENALTY,
    NEXT_PENALTY,
    final_rows,
    next_season_columns,
    next_season_pairs,
)
from cliffhanger.estimates.features import season_features
from cliffhanger.estimates.ridge import fit_ridge
from cliffhanger.estimates.scores import Interval, clustered_bootstrap
from cliffhanger.records import WEEKS, SeasonRecords
from cliffhanger.terms import DAYS_TO_PUBLICATION

Floats = NDArray[np.float64]
FOLDS = 8
FIRST_SHARE = 1 / 3  # of the pairs are only fitted on
RULE = float(np.log(0.8))  # the "-20 %" rule


@dataclass(frozen=True, slots=True)
class AudienceScores:
    """Errors on the log scale of one forecast.

    Attributes
    ----------
    pairs
        Forecasts scored.
    error
        Mean absolute log error of the forecast; ``rule_error`` of the rule beside it, named in ``rule``.
    difference
        Forecast minus rule, paired, resampling whole series.
    coverage
        Share of outcomes inside the 80 % conformal interval.
    """

    what: str
    pairs: int
    error: float
    rule: str
    rule_error: float
    difference: Interval
    coverage: Interval


def score_audience(records: SeasonRecords, *, rng: np.random.Generator) -> tuple[AudienceScores, ...]:
    """Score the next season's first four weeks, and thirteen weeks from the first one, two and four."""
    features = season_features(records)
    here, after = next_season_pairs(records, features)
    ratio = features.log_views[after] - features.log_views[here]
    scored = [
        _score(
            "next season, four weeks",
            next_season_columns(features)[here],
            ratio,
            _days(records, after),
            4,
            records.series_key[here],
            penalty=NEXT_PENALTY,
            rule="-20 %",
            constant=RULE,
            rng=rng,
        )
    ]
    for weeks in FINAL_AFTER_WEEKS:
        rows, columns, growth = final_rows(records, weeks)
        scored.append(
            _score(
                f"thirteen weeks in the list, from week {weeks}",
                columns,
                growth,
                _days(records, rows),
                WEEKS,
                records.series_key[rows],
                penalty=FINAL_PENALTY,
                rule="median multiplier",
                constant=None,
                rng=rng,
            )
        )
    return tuple(s for s in scored if s is not None)


def _days(records: SeasonRecords, rows: NDArray[np.int64]) -> Floats:
    return records.first_listed[rows].astype("datetime64[D]").astype(np.float64)


def _score(
    what: str,
    columns: Floats,
    outcome: Floats,
    launched_on: Floats,
    weeks: int,
    series: NDArray[np.str_],
    *,
    penalty: float,
    rule: str,
    constant: float | None,
    rng: np.random.Generator,
) -> AudienceScores | None:
    order = np.argsort(launched_on, kind="stable")
    known_on = launched_on + 7 * (weeks - 1) + DAYS_TO_PUBLICATION
    cuts = np.linspace(len(order) * FIRST_SHARE, len(order), FOLDS + 1).astype(np.int64)
    first = known_on <= launched_on[order[cuts[0]]] if len(order) else np.zeros(0, dtype=np.bool_)
    if first.sum() < 2 * columns.shape[1]:
        return None
    scored, error, missed, inside = [], [], [], []
    for start, end in itertools.pairwise(cuts):
        test = order[start:end]
        before = order[known_on[order] <= launched_on[test].min()]
        line = fit_ridge(columns[before], outcome[before], known_on[before], penalty=penalty)
        middle = line.predict(columns[test])
        low, centre, high = (middle + line.residuals.shift(level) for level in (0.1, 0.5, 0.9))
        simple = np.median(outcome[before]) if constant is None else constant
        scored.append(test)
        error.append(np.abs(outcome[test] - centre))
        missed.append(np.abs(outcome[test] - simple))
        inside.append((outcome[test] >= low) & (outcome[test] <= high))
    ours, theirs, covered = np.concatenate(error), np.concatenate(missed), np.concatenate(inside)
    keys = series[np.concatenate(scored)]
    return AudienceScores(
        what=what,
        pairs=len(ours),
        error=float(ours.mean()),
        rule=rule,
        rule_error=float(theirs.mean()),
        difference=clustered_bootstrap(lambda rows: float((ours - theirs)[rows].mean()), keys, rng),
        coverage=clustered_bootstrap(lambda rows: float(covered[rows].mean()), keys, rng),
    )
