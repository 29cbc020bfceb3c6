"""What it is worth to decide when the 91-day window has closed, and what the delay costs meanwhile.

Expected value of sample information (Raiffa and Schlaifer 1961): the mean, over what the figures of the window may show, of the
best option then. The option, the two sums that are told of it and its value at other costs come from the same slices of draws,
so that they agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from cliffhanger.decision.season_options import BINS, Option

Floats = NDArray[np.float64]
WAIT = "wait"
WAIT_TERMS = ("window_settles",)
WINDOW_DAYS = 91
CURVE = 3  # terms: constant, slope, bend
ONCE = np.ones(1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What it is worth to decide later.

    Attributes
    ----------
    days
        Until the window closes.
    information
        What deciding with the window's figures adds to the best option of now, were nothing lost meanwhile.
    delay
        What the wait costs of that: value falls behind the horizon, and what no longer pays is not ordered.
    lost
        Share of the value of the best option of now that falls behind the horizon.
    """

    days: int
    information: float
    delay: float
    lost: float

    @property
    def net(self) -> float:
        """Information less delay: the mean net value of waiting less that of the best option of now."""
        return self.information - self.delay


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """Options by what the figures will have shown.

    Attributes
    ----------
    parts
        Places of the draws of each slice of what the figures may show.
    draws
        Value and cost of the options, each of shape (n_options, n_draws).
    gross, cost
        Shape (n_options, n_slices): mean value and mean cost in a slice.
    expected_gross, expected_cost
        The same by a curve through the slices: what is chosen by. The best of bare means would be the luckiest one.
    """

    parts: tuple[NDArray[np.int64], ...]
    draws: tuple[Floats, Floats]
    gross: Floats
    cost: Floats
    expected_gross: Floats
    expected_cost: Floats

    def chosen(self, times: Floats) -> NDArray[np.int64]:
        """Place of the best option by slice with all costs so many times as high, shape (n_slices, n_times); -1: none pays."""
        nets = self.expected_gross[:, :, None] - self.expected_cost[:, :, None] * times
        return np.where(nets.max(axis=0) > 0, nets.argmax(axis=0), -1)

    def worth(self, times: Floats) -> Floats:
        """Mean net value with all costs so many times as high; of the shape of ``times``, one axis."""
        chosen = self.chosen(times)
        nets = self.gross[:, :, None] - self.cost[:, :, None] * times
        taken = np.take_along_axis(nets, np.maximum(chosen, 0)[None], axis=0)[0] * (chosen >= 0)
        sizes = np.array([len(part) for part in self.parts])
        return np.asarray(sizes @ taken / sizes.sum(), dtype=np.float64)

    def taken(self, times: float) -> tuple[Floats, Floats]:
        """Value and cost, so many times as high, of what is chosen, each of shape (n_draws,); nothing where none pays."""
        gross, cost = self.draws
        worth, spent = np.zeros(gross.shape[1]), np.zeros(gross.shape[1])
        for part, place in zip(self.parts, self.chosen(np.array([times]))[:, 0], strict=True):
            if place >= 0:
                worth[part], spent[part] = gross[place][part], cost[place][part] * times
        return worth, spent

    def nets(self, times: float) -> Floats:
        """Net value of that, shape (n_draws,)."""
        worth, spent = self.taken(times)
        return worth - spent


@dataclass(frozen=True, slots=True, eq=False)
class Later:
    """Deciding when the window has closed.

    ``option`` is the best one by what the figures ``shown`` by then say, worth less by the delay, and nothing where none would
    pay; ``told`` holds it against the best option of now.
    """

    option: Option
    told: Waiting
    shown: Shown


def waited(
    options: Sequence[Option],
    signal: Floats,
    *,
    age_days: int,
    left_days: Sequence[float],
    resolved: float,
    rng: np.random.Generator,
) -> Later | None:
    """Value the wait; None once the window has closed, or where no cost is known.

    Parameters
    ----------
    signal
        Shape (n_draws,): the input that the figures of the window tell of.
    age_days
        Days since the premiere.
    left_days
        Of each option: days between its premiere, were it ordered today, and the horizon.
    resolved
        Share of the signal's variance that the rest of the window settles, 0 to 1.
    """
    days = WINDOW_DAYS - age_days
    able = [(option, left) for option, left in zip(options, left_days, strict=True) if option.cost is not None]
    if days <= 0 or not able or not len(signal):
        return None
    whole = np.stack([option.gross for option, _ in able])
    cost = np.stack([option.cost for option, _ in able if option.cost is not None])
    lost = np.array([min(days / left, 1.0) if left > 0 else 1.0 for _, left in able])
    gross = whole * (1.0 - lost)[:, None]
    parts = _parts(signal, resolved, rng)
    undelayed, shown = _shown(parts, whole, cost), _shown(parts, gross, cost)
    worth, spent = shown.taken(1.0)
    means = (whole - cost).mean(axis=1)
    now = max(float(means.max()), 0.0)
    information = max(float(undelayed.worth(ONCE)[0]) - now, 0.0)
    delay = information + now - float(shown.worth(ONCE)[0])
    return Later(Option(WAIT, 0, worth, spent, {}), Waiting(days, information, delay, float(lost[means.argmax()])), shown)


def _shown(parts: Sequence[NDArray[np.int64]], gross: Floats, cost: Floats) -> Shown:
    means = [np.stack([table[:, part].mean(axis=1) for part in parts], axis=1) for table in (gross, cost)]
    score = ndtri((np.arange(len(parts)) + 0.5) / len(parts))
    curve = np.vander(score, min(CURVE, len(parts)))
    fitted = [table @ np.linalg.pinv(curve).T @ curve.T for table in means]
    return Shown(tuple(parts), (gross, cost), *means, *fitted)


def _parts(signal: Floats, resolved: float, rng: np.random.Generator) -> list[NDArray[np.int64]]:
    """Draws by what the figures may show: the signal in part, and what it does not settle."""
    n = len(signal)
    score = ndtri((np.argsort(np.argsort(signal, kind="stable"), kind="stable") + 0.5) / n)
    figures = np.sqrt(resolved) * score + np.sqrt(1.0 - resolved) * rng.standard_normal(n)
    return np.array_split(np.argsort(figures, kind="stable"), min(BINS, n))
