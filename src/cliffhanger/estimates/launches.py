"""How many joiners launches bring, read off the service's weekly joins.

``joins(week) = base(week) (1 + first S1(week) + later S2(week))`` with ``base`` exponential in time. S1 and S2 add up, over the
launches of first and of later seasons, the share of members that follow the series times the part of its joiners that falls into
the week (exponential after the premiere). A joiner who came earlier than it would have is missing from the base later on, which
the trend takes up only in part: what is counted is joining, not joining for ever.

Unlike first streams, which credit whatever a joiner happens to play first, this asks how many more joined than otherwise. The
idea of holding joins after a launch against what was to be expected is that of Badri and Kaufman, arXiv 2106.15346.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]
SCALES_DAYS = (5.0, 10.0, 20.0)  # of joining after a premiere; one is chosen
WEEKS_A_YEAR = 365.25 / 7
LOW, HIGH = -6.0, 5.0  # logarithms of the pull; at the lower end it is none
PRIOR_SD = 1.5  # of the logarithm of the pull about one: a launch that all follow doubles the joins of a week, or it does not


@dataclass(frozen=True, slots=True, eq=False)
class LaunchFit:
    """Joins a week and what launches add.

    Attributes
    ----------
    estimates, covariance
        Shapes (4,) and (4, 4): logarithm of the base in the last week, its change in a year, logarithms of the pull of a first
        and of a later season, in weeks of base joins for a series that every member follows.
    scale_days
        Mean days from a premiere to the joining.
    weeks, joins
        What it was fitted on.
    """

    estimates: Floats
    covariance: Floats
    scale_days: float
    weeks: int
    joins: int

    def draws(self, *, rng: np.random.Generator, n_draws: int) -> Floats:
        """Shape (n_draws, 4)."""
        found = rng.multivariate_normal(self.estimates, self.covariance, n_draws, method="eigh")
        found[:, 2:] = np.clip(found[:, 2:], LOW, HIGH)
        return np.asarray(found, dtype=np.float64)


def fit_launches(joins: Floats, premiere_week: Floats, following: Floats, later: NDArray[np.bool_]) -> LaunchFit:
    """Fit by Poisson likelihood.

    Parameters
    ----------
    joins
        Shape (n_weeks,), the last week ending on the as-of day.
    premiere_week
        Shape (n_launches,): weeks from the as-of day to the premiere, negative.
    following
        Shape (n_launches,): share of the members that follow the series.
    later
        Whether it was not the first season.
    """
    n = len(joins)
    edges = np.arange(-n, 1, dtype=np.float64)
    found = []
    for scale in SCALES_DAYS:
        part = np.diff(1.0 - np.exp(-np.maximum(edges[None, :] - premiere_week[:, None], 0.0) * 7.0 / scale), axis=1)
        loads = np.stack([(part * (following * kind)[:, None]).sum(axis=0) for kind in (~later, later)])
        found.append((*_fitted(joins, loads), scale))
    _, estimates, covariance, scale = min(found, key=lambda one: one[0])
    return LaunchFit(estimates, covariance, scale, n, int(joins.sum()))


def _fitted(joins: Floats, loads: Floats) -> tuple[float, Floats, Floats]:
    years = (np.arange(len(joins)) - len(joins) + 1) / WEEKS_A_YEAR

    def cost(at: Floats) -> tuple[float, Floats]:
        base = np.exp(np.clip(at[0] + at[1] * years, -20.0, 20.0))
        pull = np.exp(at[2:])
        lift = 1.0 + pull @ loads
        mean = np.maximum(base * lift, 1e-9)
        excess = mean - joins
        slope = np.array([excess.sum(), (excess * years).sum(), *(pull * (loads * (excess / lift)).sum(axis=1))])
        prior = at[2:] / PRIOR_SD
        slope[2:] += prior / PRIOR_SD
        return float((mean - joins * np.log(mean)).sum() + 0.5 * (prior @ prior)), slope

    start = np.array([np.log(max(joins.mean(), 0.1)) if len(joins) else 0.0, 0.0, 0.0, 0.0])
    bounds = [(None, None), (-5.0, 5.0), (LOW, HIGH), (LOW, HIGH)]
    best = minimize(cost, start, jac=True, bounds=bounds, method="L-BFGS-B")
    return float(best.fun), np.asarray(best.x), _covariance(best.x, joins, loads, years)


def _covariance(at: Floats, joins: Floats, loads: Floats, years: Floats) -> Floats:
    """Inverse of the expected information, with the prior's; joins scatter more than Poisson where the fit leaves more."""
    pull = np.exp(at[2:])
    lift = 1.0 + pull @ loads
    mean = np.exp(np.clip(at[0] + at[1] * years, -20.0, 20.0)) * lift
    gradient = np.stack([np.ones(len(years)), years, *(pull[k] * loads[k] / lift for k in range(2))])
    information = (gradient * mean) @ gradient.T
    information += np.diag([1e-6, 1e-2, PRIOR_SD**-2, PRIOR_SD**-2])
    excess = ((joins - mean) ** 2 / np.maximum(mean, 0.5)).sum() / max(len(joins) - 4, 1) if len(joins) > 4 else 1.0
    return np.asarray(np.linalg.inv(information) * max(excess, 1.0), dtype=np.float64)
