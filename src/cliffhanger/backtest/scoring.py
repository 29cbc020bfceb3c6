"""Scores of a replay: pooled over days, by group, beside the baselines, with paired intervals of the differences."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.backtest.replay import MODEL, Replay
from cliffhanger.estimates import scores
from cliffhanger.estimates.scores import Bin, Interval, clustered_bootstrap

Floats = NDArray[np.float64]
RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class ModelScores:
    """Scores of one model over one group."""

    model: str
    auc: float
    brier: float
    log_loss: float
    ece: float


@dataclass(frozen=True, slots=True)
class Difference:
    """Model minus rival, with the interval of resampling whole series, and of resampling single forecasts."""

    rival: str
    log_loss: Interval
    log_loss_by_forecast: Interval
    auc: Interval


@dataclass(frozen=True, slots=True)
class GroupScores:
    """One group: forecasts, returns among them, distinct series, scores and differences, reliability of the model."""

    group: str
    forecasts: int
    returned: int
    series: int
    scores: tuple[ModelScores, ...]
    differences: tuple[Difference, ...]
    reliability: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class DateScores:
    """Dates of seasons that did return.

    Attributes
    ----------
    coverage
        Share of true days inside the 80 % interval, the forecast cut off at the last day on file: seasons that return later
        are not in
        the test, and a forecast that allows for them must not be blamed.
    coverage_as_issued
        The same without cutting off.
    median_error_days
        Of the middle of the forecast so cut off.
    """

    returns: int
    series: int
    coverage: Interval
    coverage_as_issued: Interval
    median_error_days: Interval


@dataclass(frozen=True, slots=True)
class Backtest:
    """What ``cliffhanger backtest`` prints."""

    origins: tuple[dt.date, ...]
    judged_until: dt.date
    detected_until: dt.date
    groups: tuple[GroupScores, ...]
    dates: DateScores


def score(replays: tuple[Replay, ...], *, judged_until: dt.date, detected_until: dt.date, rng: np.random.Generator) -> Backtest:
    """Pool the replays and score them."""
    pooled = _Pool(replays)
    everyone = np.ones(len(pooled.outcome), dtype=np.bool_)
    groups = {
        "all": everyone,
        "open-ended": pooled.open_ended,
        "first seasons": pooled.first,
        "open first seasons": pooled.open_ended & pooled.first,
        "open later seasons": pooled.open_ended & ~pooled.first,
        "limited": ~pooled.open_ended,
        "launch-listed": pooled.listed,
    }
    return Backtest(
        origins=tuple(replay.origin for replay in replays),
        judged_until=judged_until,
        detected_until=detected_until,
        groups=tuple(_group(name, pooled, rows, rng) for name, rows in groups.items() if rows.any()),
        dates=_dates(pooled, rng),
    )


class _Pool:
    """Every forecast of every day in one row of arrays."""

    def __init__(self, replays: tuple[Replay, ...]) -> None:
        def joined(name: str) -> NDArray[np.generic]:
            return np.concatenate([getattr(replay, name) for replay in replays])

        self.series = joined("series_key").astype(np.str_)
        self.open_ended = joined("open_ended").astype(np.bool_)
        self.first = joined("first_season").astype(np.bool_)
        self.listed = joined("listed").astype(np.bool_)
        self.outcome = joined("outcome").astype(np.float64)
        self.date_rank = joined("date_rank").astype(np.float64)
        self.issued_rank = joined("issued_rank").astype(np.float64)
        self.date_error = joined("date_error").astype(np.float64)
        names = set.intersection(*(set(replay.forecasts) for replay in replays))
        self.forecasts = {
            name: np.concatenate([replay.forecasts[name] for replay in replays]) for name in replays[0].forecasts if name in names
        }


def _group(name: str, pool: _Pool, rows: NDArray[np.bool_], rng: np.random.Generator) -> GroupScores:
    outcome, series = pool.outcome[rows], pool.series[rows]
    forecasts = {model: chance[rows] for model, chance in pool.forecasts.items()}
    return GroupScores(
        group=name,
        forecasts=len(outcome),
        returned=int(outcome.sum()),
        series=len(np.unique(series)),
        scores=tuple(_scores(model, chance, outcome) for model, chance in forecasts.items()),
        differences=tuple(
            _difference(rival, forecasts[MODEL], chance, outcome, series, rng)
            for rival, chance in forecasts.items()
            if rival != MODEL
        ),
        reliability=scores.reliability(forecasts[MODEL], outcome),
    )


def _scores(model: str, chance: Floats, outcome: Floats) -> ModelScores:
    return ModelScores(
        model,
        scores.auc(chance, outcome),
        scores.brier(chance, outcome),
        scores.log_loss(chance, outcome),
        scores.ece(chance, outcome),
    )


def _difference(
    rival: str, ours: Floats, theirs: Floats, outcome: Floats, series: NDArray[np.str_], rng: np.random.Generator
) -> Difference:
    gain = scores.log_losses(ours, outcome) - scores.log_losses(theirs, outcome)
    each = np.arange(len(outcome)).astype(np.str_)

    def mean_gain(rows: NDArray[np.int64]) -> float:
        return float(gain[rows].mean())

    def auc_gain(rows: NDArray[np.int64]) -> float:
        return scores.auc(ours[rows], outcome[rows]) - scores.auc(theirs[rows], outcome[rows])

    return Difference(
        rival,
        clustered_bootstrap(mean_gain, series, rng, resamples=RESAMPLES),
        clustered_bootstrap(mean_gain, each, rng, resamples=RESAMPLES // 4),
        clustered_bootstrap(auc_gain, series, rng, resamples=RESAMPLES // 4),
    )


def _dates(pool: _Pool, rng: np.random.Generator) -> DateScores:
    rows = np.isfinite(pool.date_rank) & (pool.outcome > 0)
    series, rank, issued, error = pool.series[rows], pool.date_rank[rows], pool.issued_rank[rows], pool.date_error[rows]

    def inside(values: Floats) -> Floats:
        return ((values > 0.1) & (values < 0.9)).astype(np.float64)

    def interval_of(values: Floats, summary: str) -> Interval:
        reduce = np.mean if summary == "mean" else np.median
        return clustered_bootstrap(lambda picked: float(reduce(values[picked])), series, rng, resamples=RESAMPLES)

    return DateScores(
        returns=int(rows.sum()),
        series=len(np.unique(series)),
        coverage=interval_of(inside(rank), "mean"),
        coverage_as_issued=interval_of(inside(issued), "mean"),
        median_error_days=interval_of(error, "median"),
    )
