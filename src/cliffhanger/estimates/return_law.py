"""What a return law says of seasons that are not back yet: chances by a day, seen or not, and dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cliffhanger.estimates.families import Family

Floats = NDArray[np.float64]
TINY = 1e-300  # keeps a chance of zero out of a logarithm or a denominator


class ReturnLaw(Protocol):
    """Whatever says how likely a return is and how long it takes: a fitted curve, or a baseline's steps."""

    @property
    def ever(self) -> Floats:
        """P(ever returns), shape (n,)."""

    def survival(self, days: Floats) -> Floats:
        """P(T > days | it returns), shape (n,)."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Return law of n seasons: probability of ever returning, location and scale of log days; shapes (n,), (n,) and ()."""

    family: Family
    ever: Floats
    location: Floats
    scale: float

    def survival(self, days: Floats) -> Floats:
        """P(T > days | it returns); 1 at and before day zero."""
        with np.errstate(divide="ignore"):
            u = (np.log(np.maximum(days, 0.0)) - self.location) / self.scale
        return np.exp(self.family.log_survival(u))

    def after(self, age: Floats, fully_detected: Floats, detection: Floats) -> Outlook:
        """What is left to expect of seasons not seen back by an age; arguments as in ``Waiting``."""
        return Outlook(self, age, np.minimum(fully_detected, age), detection)

    def quantile_after(self, start: Floats, level: float | Floats) -> Floats:
        """Day by which a share ``level`` of returns after ``start`` has come, given that it returns after ``start``."""
        below = 1.0 - self.survival(start) * (1.0 - level)
        with np.errstate(over="ignore"):
            return np.exp(self.location + self.scale * self.family.quantile(np.minimum(below, 1.0 - 1e-15)))


@dataclass(frozen=True, slots=True)
class Outlook:
    """Chances of seasons not seen back by an age; each method takes an age in days, shape (n,), and returns shape (n,).

    A season that would not have charted may be back already, between the end of full detection and today, without anyone having
    told: that possibility is part of every chance but ``seen_by``.
    """

    curve: ReturnLaw
    age: Floats
    fully_detected: Floats
    detection: Floats

    def ever(self) -> Floats:
        """P(it returns, or is back unseen)."""
        return (self._unseen() + self.curve.ever * self.curve.survival(self.age)) / self._not_seen()

    def back_by(self, days: Floats) -> Floats:
        """P(it is back by an age, seen or not)."""
        return (self._unseen() + self._to_come(days)) / self._not_seen()

    def seen_by(self, days: Floats) -> Floats:
        """P(it returns by an age and enters the weekly list)."""
        return self.detection * self._to_come(days) / self._not_seen()

    def known_by(self, days: Floats, *, fully_detected: Floats) -> Floats:
        """P(its return by an age is known once full detection has moved on to a later age): what a back-test can score."""
        later = np.maximum(fully_detected, self.age)
        revealed = (1.0 - self.detection) * self._between(self.fully_detected, np.minimum(fully_detected, self.age))
        certain = self._between(self.age, np.minimum(later, days))
        charting = self.detection * self._between(np.minimum(later, days), days)
        return (np.maximum(revealed, 0.0) + certain + charting) / self._not_seen()

    def _between(self, start: Floats, end: Floats) -> Floats:
        gone = self.curve.survival(start) - self.curve.survival(np.maximum(end, start))
        return self.curve.ever * np.maximum(gone, 0.0)

    def _to_come(self, days: Floats) -> Floats:
        return self._between(self.age, days)

    def _unseen(self) -> Floats:
        return (1.0 - self.detection) * self._between(self.fully_detected, self.age)

    def _not_seen(self) -> Floats:
        at_age, at_tau = self.curve.survival(self.age), self.curve.survival(self.fully_detected)
        left = self.detection * at_age + (1.0 - self.detection) * at_tau
        return np.maximum(1.0 - self.curve.ever + self.curve.ever * left, TINY)
