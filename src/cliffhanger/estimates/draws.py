"""A quantity that is not known: its possible values, drawn once and then only read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from cliffhanger.errors import InternalError

Floats = NDArray[np.float64]
Z90 = float(ndtri(0.9))  # standard normal quantile: where the tenth and ninetieth hundredths lie


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Equally likely values of one quantity.

    Two quantities whose draws were made together (place ``k`` of one goes with place ``k`` of the other) may be added and
    subtracted place by place: what they have in common stays in common.

    Attributes
    ----------
    values
        Shape (n_draws,), read-only, finite.
    unit
        Of every value, such as ``USD``; quantities of different units are not added.
    """

    values: Floats
    unit: str

    def __post_init__(self) -> None:
        values = np.array(self.values, dtype=np.float64)
        if values.ndim != 1 or not len(values) or not np.isfinite(values).all():
            raise InternalError(f"draws are one row of finite numbers, not of shape {values.shape}", place=self.unit)
        values.setflags(write=False)
        object.__setattr__(self, "values", values)

    @classmethod
    def certain(cls, value: float, *, n_draws: int, unit: str) -> Self:
        """A quantity that is known."""
        return cls(np.full(n_draws, value), unit)

    @classmethod
    def from_quantiles(cls, p10: float, p50: float, p90: float, *, rng: np.random.Generator, n_draws: int, unit: str) -> Self:
        """Draw from the distribution of ``joined_normal``, one value from each of ``n_draws`` equally likely slices.

        ``rng`` decides the order alone; equal states give equal orders, so that quantities drawn from one state move together.
        """
        return cls(joined_normal(slices(rng.standard_normal(n_draws)), p10, p50, p90), unit)

    @property
    def mean(self) -> float:
        """Expected value."""
        return float(self.values.mean())

    def quantile(self, share: float) -> float:
        """Value below which a share of the draws lies, linear between draws."""
        return float(np.quantile(self.values, share))

    def interval(self, level: float = 0.8) -> tuple[float, float]:
        """Ends of the central interval that holds a share ``level`` of the draws."""
        return self.quantile((1 - level) / 2), self.quantile((1 + level) / 2)

    def probability(self, *, above: float = 0.0) -> float:
        """Share of the draws that lie above a value."""
        return float((self.values > above).mean())

    def scaled(self, factor: float) -> Self:
        """Every value times a number without a unit."""
        return type(self)(self.values * factor, self.unit)

    def __add__(self, other: Draws) -> Draws:
        return Draws(self.values + _alike(self, other).values, self.unit)

    def __sub__(self, other: Draws) -> Draws:
        return Draws(self.values - _alike(self, other).values, self.unit)


def joined_normal(shares: Floats, p10: float, p50: float, p90: float) -> Floats:
    """Quantiles of two half-normals joined at their median.

    Below the median the distribution is the lower half of a normal with standard deviation ``(p50 - p10) / z``, above it the
    upper half of one with ``(p90 - p50) / z``, where ``z`` is the standard normal's ninetieth hundredth. So it fits the three
    numbers exactly, and is the normal distribution where they lie evenly. Its mean is
    ``p50 + (above - below) / sqrt(2 pi)``, from the mean of a half-normal, ``sd * sqrt(2 / pi)``.
    (Wallis 2014, doi:10.1214/13-STS417, tells the history of the kindred curve that is joined at the mode.)

    Raises
    ------
    InternalError
        The three are not in rising order.
    """
    if not p10 <= p50 <= p90:
        raise InternalError(f"quantiles {p10}, {p50}, {p90} are not in rising order")
    below, above = (p50 - p10) / Z90, (p90 - p50) / Z90
    score = ndtri(shares)
    return np.asarray(p50 + np.where(score < 0, below, above) * score, dtype=np.float64)


def joined_mean(p10: float, p50: float, p90: float) -> float:
    """Mean of the distribution of ``joined_normal``."""
    return p50 + (p10 + p90 - 2.0 * p50) / (Z90 * math.sqrt(2.0 * math.pi))


def slices(scores: Floats) -> Floats:
    """Middles of equally likely slices, in the order of the scores: a sample whose margins are even by construction.

    McKay, Beckman and Conover 1979 (Latin hypercube), with the middle of each slice for a random place within it.
    """
    order = np.empty(len(scores), dtype=np.int64)
    order[np.argsort(scores, kind="stable")] = np.arange(len(scores))
    return (order + 0.5) / len(scores)


def related_scores(rng: np.random.Generator, common: Floats, *, share: float) -> Floats:
    """Normal scores that have a share of their variance in common with others (one-factor Gaussian copula)."""
    own = rng.standard_normal(len(common))
    return np.asarray(np.sqrt(share) * common + np.sqrt(1 - share) * own, dtype=np.float64)


def _alike(one: Draws, other: Draws) -> Draws:
    if one.unit != other.unit or len(one.values) != len(other.values):
        raise InternalError(
            f"{len(one.values)} draws in {one.unit} do not go with {len(other.values)} in {other.unit}",
            remedy="Convert one, and draw both together",
        )
    return other
