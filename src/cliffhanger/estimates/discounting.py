"""Later money in that of today: what each year after a premiere brings is discounted from the middle of that year."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cliffhanger.estimates.response import MONTH_DAYS

Floats = NDArray[np.float64]
YEAR_DAYS = 365.25


def year_ends(left: Floats) -> Iterator[Floats]:
    """Days from a premiere to the end of each year after it, the last one at the horizon.

    ``left``, shape (n_draws,), are the days from the premiere to the horizon, negative where it comes later; so is the end then.
    """
    years = max(math.ceil(float(left.max()) / YEAR_DAYS), 1)
    for year in range(1, years + 1):
        yield left if year == years else np.minimum(left, year * YEAR_DAYS)


def discount(monthly: Floats, *, lag: Floats, start: Floats, end: Floats) -> Floats:
    """What a unit of money is worth on the day of the decision, paid between two days counted from the premiere.

    ``monthly`` is a share a month, ``lag`` the days to the premiere; all of shape (n_draws,).
    """
    return np.asarray(np.exp(-monthly * (lag + 0.5 * (start + end)) / MONTH_DAYS), dtype=np.float64)


def even_discount(monthly: float, *, lag: float, left: float) -> float:
    """The same of money that comes evenly from the premiere to the horizon, ``left`` days later, each year by itself."""
    rate, days, start = np.array([monthly]), np.array([lag]), np.zeros(1)
    if left <= 0:
        return float(discount(rate, lag=days, start=start, end=start)[0])
    worth = 0.0
    for end in year_ends(np.array([left])):
        worth += float((end - start)[0] / left * discount(rate, lag=days, start=start, end=end)[0])
        start = end
    return worth
