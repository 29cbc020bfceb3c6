"""Scores of probability forecasts and intervals, each with its source; all take plain arrays and draw nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

Floats = NDArray[np.float64]
Score = Callable[[Floats, Floats], float]
SHARPEST = 1e-4  # a forecast of 0 or 1 is scored as this or its complement, for every model alike


def log_loss(forecast: Floats, outcome: Floats) -> float:
    """Mean negative log likelihood in nats (Good 1952); lower is better, NaN without rows."""
    return float(np.mean(log_losses(forecast, outcome))) if len(outcome) else float("nan")


def log_losses(forecast: Floats, outcome: Floats) -> Floats:
    """Log loss of each row, shape as the forecast."""
    p = np.clip(forecast, SHARPEST, 1.0 - SHARPEST)
    return -(outcome * np.log(p) + (1.0 - outcome) * np.log1p(-p))


def brier(forecast: Floats, outcome: Floats) -> float:
    """Mean squared error of the probability (Brier 1950); lower is better, NaN without rows."""
    return float(np.mean((forecast - outcome) ** 2)) if len(outcome) else float("nan")


def auc(forecast: Floats, outcome: Floats) -> float:
    """Chance that a returner was ranked above a non-returner, ties half (Mann and Whitney 1947); NaN without both kinds."""
    positives = int(outcome.sum())
    negatives = len(outcome) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    ranks = rankdata(forecast)
    return float((ranks[outcome > 0].sum() - positives * (positives + 1) / 2) / (positives * negatives))


@dataclass(frozen=True, slots=True)
class Bin:
    """One bin of a reliability table: rows, mean forecast, observed share."""

    rows: int
    forecast: float
    observed: float


def reliability(forecast: Floats, outcome: Floats, *, bins: int = 10) -> tuple[Bin, ...]:
    """Bins of equal count in the order of the forecast; fewer where rows are few."""
    order = np.argsort(forecast, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return tuple(Bin(len(p), float(forecast[p].mean()), float(outcome[p].mean())) for p in parts)


def ece(forecast: Floats, outcome: Floats, *, bins: int = 10) -> float:
    """Expected calibration error over bins of equal count (Naeini et al. 2015); NaN without rows."""
    table = reliability(forecast, outcome, bins=bins)
    if not table:
        return float("nan")
    return float(sum(b.rows * abs(b.forecast - b.observed) for b in table) / len(outcome))


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


def clustered_bootstrap(
    statistic: Callable[[NDArray[np.int64]], float],
    clusters: NDArray[np.str_],
    rng: np.random.Generator,
    *,
    resamples: int = 1000,
) -> Interval:
    """Percentile interval of a statistic of row positions, resampling whole clusters.

    The same series stands in several origins; its rows are drawn or left out together (Davison and Hinkley 1997, 3.8).
    """
    _, index = np.unique(clusters, return_inverse=True)
    members = [np.flatnonzero(index == k) for k in range(index.max() + 1)] if len(clusters) else []
    everything = np.arange(len(clusters))
    value = statistic(everything)
    if len(members) < 2:
        return Interval(value, float("nan"), float("nan"))
    drawn = []
    for _ in range(resamples):
        picked = rng.integers(0, len(members), len(members))
        drawn.append(statistic(np.concatenate([members[k] for k in picked])))
    defined = np.asarray(drawn)[np.isfinite(drawn)]  # a resample without any return has no AUC
    if not len(defined):
        return Interval(value, float("nan"), float("nan"))
    low, high = np.percentile(defined, [2.5, 97.5])
    return Interval(value, float(low), float(high))
