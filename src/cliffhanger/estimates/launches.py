"""How many joiners launches bring, read off the service's weekly joins.

``joins(week) = base(week) (1 + sum over launches of pull x own x following x part(week))``

The base is exponential in time; the pull is one number for first seasons and one for later ones; ``following`` is the share of
members that follow the series for each of its launches (``launch_following``); ``part`` is that part of its joiners that falls
into the week (a mixture of two exponentials). A joiner who came earlier than it would have is missing from the base later on,
which the trend takes up only in part: what is counted is joining, not joining for ever.

``own`` says by how much a series pulls more or less than others that are followed as much: a lognormal effect of the series,
drawn towards 1, so that a series whose launches stand out in the weeks is believed and one that drowns in them is not.

Unlike first streams, which credit whatever a joiner happens to play first, this asks how many more joined than otherwise. The
idea of holding joins after a launch against what was to be expected is that of Badri and Kaufman, arXiv 2106.15346.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from cliffhanger.service_records import ServiceRecords

Floats = NDArray[np.float64]
# Of joining after a premiere: mean days of those who come soon and of those who come late, and the share of the latter. One is
# chosen by likelihood.
SHAPES = tuple((soon, late, share) for soon in (4.0, 8.0, 16.0) for late in (30.0, 60.0) for share in (0.0, 0.2, 0.4))
WEEKS_A_YEAR = 365.25 / 7
LOW, HIGH = -6.0, 5.0  # logarithms of the pull; at the lower end it is none
LEAST_SPREAD = 1e-3  # of the titles' own effects: as good as none
PRIOR_SD = 1.5  # of the logarithm of the pull about one: a launch that all follow doubles the joins of a week, or it does not


@dataclass(frozen=True, slots=True, eq=False)
class LaunchFit:
    """Joins a week and what launches add.

    Attributes
    ----------
    estimates, covariance
        Shapes (4 + n_titles,) and square: logarithm of the base in the last week, its change in a year, logarithms of the pull of
        a first and of a later season, in weeks of base joins for a series that every member follows; then the logarithm of each
        title's own effect.
    titles
        Those with a launch.
    spread
        Standard deviation of the own effects before anything was seen.
    shape
        Mean days from a premiere to the joining, of those who come soon and of those who come late; share of the latter.
    weeks, joins
        What it was fitted on.
    """

    estimates: Floats
    covariance: Floats
    titles: tuple[str, ...]
    spread: float
    shape: tuple[float, float, float]
    weeks: int
    joins: int

    @property
    def mean_days(self) -> float:
        """Mean days from a premiere to the joining."""
        soon, late, share = self.shape
        return (1.0 - share) * soon + share * late

    def reached(self, days: Floats) -> Floats:
        """Share of a launch's joiners who have come by so many days after it; 0 before it."""
        return reached(days, self.shape)

    def draws(self, *, rng: np.random.Generator, n_draws: int) -> Floats:
        """Draws of the estimates, shape (n_draws, 4 + n_titles)."""
        found = rng.multivariate_normal(self.estimates, self.covariance, n_draws, method="eigh")
        found[:, 2:4] = np.clip(found[:, 2:4], LOW, HIGH)
        return np.asarray(found, dtype=np.float64)

    def own(self, title: str, draws: Floats, normal: Floats) -> Floats:
        """Logarithm of a title's own effect: its column of the draws; of one without a launch the prior, from normal draws.

        Less half of their variance, so that what is not known of a title raises its mean pull above nobody else's.
        """
        found = draws[:, 4 + self.titles.index(title)] if title in self.titles else self.spread * normal
        return np.asarray(found - 0.5 * found.var(), dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Launches:
    """Launches that brought joiners; each column has shape (n_launches,).

    ``week`` counts weeks from the as-of day to the premiere, negative; ``following`` is that of ``launch_following``; ``later``
    tells whether it was not the first season.
    """

    title: NDArray[np.str_]
    week: Floats
    following: Floats
    later: NDArray[np.bool_]


def launch_following(records: ServiceRecords, *, later: float) -> Floats:
    """Share of the members that follow each title, for each of its launches; shape (n_seasons,).

    Those who follow a series came with one of its seasons or another, so that one of six seasons has more of them than one launch
    brings: the share is divided by the launches that there were, of which each further one counts ``later``, what it adds.
    """
    launches = 1.0 + later * (records.seasons["season"] - 1)
    return np.asarray(records.seasons["finishers"] / max(records.members, 1) / launches, dtype=np.float64)


def fit_launches(joins: Floats, launches: Launches, *, spread: float) -> LaunchFit:
    """Fit by penalised Poisson likelihood; the covariance is that of its curvature (Laplace).

    Parameters
    ----------
    joins
        Shape (n_weeks,), the last week ending on the as-of day.
    spread
        Standard deviation of the logarithm of the titles' own effects.
    """
    n = len(joins)
    edges = np.arange(-n, 1, dtype=np.float64)
    titles, of_title = np.unique(launches.title, return_inverse=True)

    def model(shape: tuple[float, float, float], own: int) -> _Model:
        part = np.diff(reached((edges[None, :] - launches.week[:, None]) * 7.0, shape), axis=1) * launches.following[:, None]
        return _Model(joins, part, launches.later.astype(np.int64), of_title, own, max(spread, LEAST_SPREAD))

    # The shape is that of all launches together, so that it is chosen before titles have effects of their own.
    shape = min(SHAPES, key=lambda one: model(one, 0).fitted()[0])
    _, estimates = model(shape, len(titles)).fitted()
    covariance = model(shape, len(titles)).covariance(estimates)
    return LaunchFit(estimates, covariance, tuple(str(t) for t in titles), spread, shape, n, int(joins.sum()))


def reached(days: Floats, shape: tuple[float, float, float]) -> Floats:
    """Share of a launch's joiners who have come by so many days after it; 0 before it."""
    soon, late, share = shape
    after = np.maximum(days, 0.0)
    return np.asarray(1.0 - (1.0 - share) * np.exp(-after / soon) - share * np.exp(-after / late), dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class _Model:
    """One shape of joining: ``part`` is shape (n_launches, n_weeks), the following in it.

    Without ``titles`` none has an effect of its own.
    """

    joins: Floats
    part: Floats
    later: NDArray[np.int64]
    of_title: NDArray[np.int64]
    titles: int
    spread: float

    @property
    def years(self) -> Floats:
        return (np.arange(len(self.joins)) - len(self.joins) + 1) / WEEKS_A_YEAR

    def fitted(self) -> tuple[float, Floats]:
        """What is minimised, and where."""
        start = np.zeros(4 + self.titles)
        start[0] = np.log(max(self.joins.mean(), 0.1)) if len(self.joins) else 0.0
        bounds = [(None, None), (-5.0, 5.0), (LOW, HIGH), (LOW, HIGH), *[(-3.0, 3.0)] * self.titles]
        best = minimize(self._cost, start, jac=True, bounds=bounds, method="L-BFGS-B")
        return float(best.fun), np.asarray(best.x, dtype=np.float64)

    def _terms(self, at: Floats) -> tuple[Floats, Floats, Floats]:
        """Base joins, the lift of each launch in each week, and the whole lift."""
        base = np.exp(np.clip(at[0] + at[1] * self.years, -20.0, 20.0))
        own = at[4 + self.of_title] if self.titles else 0.0
        each = self.part * np.exp(at[2 + self.later] + own)[:, None]
        return base, each, 1.0 + each.sum(axis=0)

    def _penalty(self) -> Floats:
        return np.array([0.0, 0.0, *[PRIOR_SD**-2] * 2, *[self.spread**-2] * self.titles])

    def _cost(self, at: Floats) -> tuple[float, Floats]:
        base, each, lift = self._terms(at)
        mean = np.maximum(base * lift, 1e-9)
        excess = mean - self.joins
        slope = self._gradient(each, lift) @ excess + self._penalty() * at
        cost = (mean - self.joins * np.log(mean)).sum() + 0.5 * (self._penalty() * at) @ at
        return float(cost), slope

    def _gradient(self, each: Floats, lift: Floats) -> Floats:
        """Of the logarithm of the mean, shape (4 + n_titles, n_weeks)."""
        share = each / lift
        rows = np.zeros((4 + self.titles, len(self.joins)))
        rows[0], rows[1] = 1.0, self.years
        np.add.at(rows, 2 + self.later, share)
        if self.titles:
            np.add.at(rows, 4 + self.of_title, share)
        return rows

    def covariance(self, at: Floats) -> Floats:
        """Inverse of the expected information with the prior's; joins scatter more than Poisson where the fit leaves more."""
        base, each, lift = self._terms(at)
        mean = base * lift
        gradient = self._gradient(each, lift)
        free = max(len(self.joins) - 4, 1)
        left = float(((self.joins - mean) ** 2 / np.maximum(mean, 0.5)).sum()) / free if len(self.joins) > 4 else 1.0
        information = (gradient * mean) @ gradient.T / max(left, 1.0)
        information += np.diag(self._penalty() + np.array([1e-6, 1e-2, *[0.0] * (2 + self.titles)]))
        return np.asarray(np.linalg.inv(information), dtype=np.float64)
