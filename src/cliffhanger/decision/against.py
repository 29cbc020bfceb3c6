"""Value against cost as two distributions on one axis of money."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.decision.season_options import Span

Floats = NDArray[np.float64]
POINTS = 121
OUTSIDE = 0.01  # of the draws on either side: left out, so that a few do not flatten all others
LEVELS = (OUTSIDE, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0 - OUTSIDE)
PLACES = 4


@dataclass(frozen=True, slots=True)
class Against:
    """What an option is worth against what it costs, in its currency.

    Attributes
    ----------
    grid
        Sums, evenly apart; the outermost hundredth of the draws on either side lies beyond. None below 0, where no draw is.
    value, cost
        Density on the grid over its own highest: 0 to 1. Empty where it is a single sum, and of the cost where none is known.
    worth, paid
        Mean and quantiles of both; ``paid`` is None where no cost is known.
    break_even
        The cost at which it would neither gain nor lose.
    """

    option: str
    grid: tuple[float, ...]
    value: tuple[float, ...]
    cost: tuple[float, ...]
    worth: Span
    paid: Span | None
    break_even: float


def against(option: str, value: Floats, cost: Floats | None, *, break_even: float) -> Against:
    """Put both on one axis; ``value`` and ``cost`` are draws of shape (n_draws,)."""
    both = np.stack([value] if cost is None else [value, cost])
    levels = np.quantile(both, LEVELS, axis=1)
    low, high = float(levels[0].min()), float(levels[-1].max())
    room = 0.04 * (high - low) or 0.5 * abs(high) or 1.0
    least = 0.0 if low > 0 and both.min() >= 0 else -np.inf  # what does not fall below 0 is not drawn there
    grid = np.linspace(max(low - room, least), high + room, POINTS)
    return Against(
        option=option,
        grid=tuple(grid.tolist()),
        value=_density(value, levels[:, 0], grid),
        cost=() if cost is None else _density(cost, levels[:, 1], grid),
        worth=_span(value, levels[:, 0]),
        paid=None if cost is None else _span(cost, levels[:, 1]),
        break_even=break_even,
    )


def _span(draws: Floats, levels: Floats) -> Span:
    _, low, _, middle, _, high, _ = levels.tolist()
    return Span(float(draws.mean()), low, middle, high)


def _density(draws: Floats, levels: Floats, grid: Floats) -> tuple[float, ...]:
    """Kernel density over its highest, from counts around the points of the grid.

    Normal kernel; the bandwidth is Silverman's 0.9 min(sd, IQR / 1.34) n^(-1/5) (1986, equation 3.31), and at least half a step.
    """
    if not np.ptp(draws):
        return ()
    step = float(grid[1] - grid[0])
    counts, _ = np.histogram(draws, bins=np.append(grid, grid[-1] + step) - step / 2)
    quarter = float(levels[4] - levels[2])
    spread = min(float(draws.std()), quarter / 1.34) if quarter > 0 else float(draws.std())
    width = max(0.9 * spread * len(draws) ** -0.2 / step, 0.5)
    reach = np.arange(-np.ceil(4 * width), np.ceil(4 * width) + 1)
    smooth = np.convolve(counts, np.exp(-0.5 * (reach / width) ** 2), mode="full")
    density = smooth[len(reach) // 2 : len(reach) // 2 + len(grid)]
    return tuple(np.round(density / density.max(), PLACES).tolist())
