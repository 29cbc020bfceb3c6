"""What the kernels know of a service: arrays of its seasons, episodes, days and prices. Read-only."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

NEVER = 1_000_000  # the day of what does not happen
MOST_EPISODES = 24
EPOCH_DAYS = 2_400  # days of calendar before day 0: the longest membership begins within them
DAY_S = 86_400
DAWN_S = 8 * 3_600  # the service's day begins at 8:00 UTC: releases, billing, cancelling

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


class Shelf(NamedTuple):
    """A catalogue with its calendar, as arrays.

    A *place* is a season's index. Each series has one place more than seasons: that of the season that might be ordered;
    its premiere is ``NEVER`` until it is. So an option changes values, never indices, and with them no draw.

    Attributes
    ----------
    first, count
        By series: place of its first season; seasons that it has.
    series, number, genre, home
        By place: its series, its number from 0, its genre, territory of origin.
    quality, reach, closure
        By place: enjoyment; chance that a household of average taste hears of it; enjoyment added for followers.
    premiere
        By place and territory: day, or ``NEVER``.
    announced
        By place: day from which the premiere is dated in public.
    episodes, runtime_s, offset
        By place (and episode): how many; how long; days after the premiere.
    opening_at, opening
        By territory and day + ``EPOCH_DAYS``: where the places that open on that day stand in ``opening``.
    bill_day, month_days, weekend, discount
        By day + ``EPOCH_DAYS``: day of the month, days of that month, whether it is Friday to Sunday, value of a dollar.
    price
        By territory and plan, USD a month.
    territory_share, plan_share
        Cumulative shares.
    evening_s, leisure
        By territory: the evening's middle in seconds of the day; factor on leisure.
    seed
        Of all draws.
    past_days
        How many days before the log the simulation begins, to settle.
    """

    first: Ints
    count: Ints
    series: Ints
    number: Ints
    genre: Ints
    home: Ints
    quality: Floats
    reach: Floats
    closure: Floats
    premiere: NDArray[np.int32]
    announced: Ints
    episodes: Ints
    runtime_s: NDArray[np.int32]
    offset: NDArray[np.int32]
    opening_at: NDArray[np.int32]
    opening: Ints
    bill_day: Ints
    month_days: Ints
    weekend: Ints
    discount: Floats
    price: NDArray[np.float64]
    territory_share: Floats
    plan_share: Floats
    evening_s: Floats
    leisure: Floats
    seed: int
    past_days: int


def openings(premiere: NDArray[np.int32], days: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Index the premieres by territory and day.

    Parameters
    ----------
    premiere
        Day by place and territory.
    days
        Last day that is asked for, plus one.

    Returns
    -------
    starts, places
        Places of territory t and day d stand in ``places[starts[t, d + EPOCH_DAYS] : starts[t, d + EPOCH_DAYS + 1]]``.
    """
    territories = premiere.shape[1]
    span = days + EPOCH_DAYS
    starts = np.zeros((territories, span + 1), dtype=np.int32)
    found: list[NDArray[np.int64]] = []
    at = 0
    for territory in range(territories):
        day = premiere[:, territory].astype(np.int64) + EPOCH_DAYS
        inside = np.flatnonzero((day >= 0) & (day < span))
        order = inside[np.argsort(day[inside], kind="stable")]
        starts[territory] = at + np.searchsorted(day[order], np.arange(span + 1))
        found.append(order)
        at += order.size
    return starts, np.concatenate(found).astype(np.int32)


def calendar(first_day: int, days: int, monthly_discount: float, log_days: int) -> tuple[Ints, Ints, Ints, Floats]:
    """Day of the month, days of the month, weekend, and value of a dollar, by day + ``EPOCH_DAYS``.

    A dollar keeps its value during the log and loses it by month after the decision day, the log's last.
    """
    day = np.arange(-EPOCH_DAYS, days, dtype=np.int64)
    date = (day + first_day).astype("datetime64[D]")
    month = date.astype("datetime64[M]")
    of_month = (date - month.astype("datetime64[D]")).astype(np.int64) + 1
    length = ((month + 1).astype("datetime64[D]") - month.astype("datetime64[D]")).astype(np.int64)
    weekday = (day + first_day + 3) % 7  # 1970-01-01 was a Thursday; Monday is 0
    later = np.maximum(day - (log_days - 1), 0) / 30.4375
    return (
        of_month.astype(np.int32),
        length.astype(np.int32),
        (weekday >= 4).astype(np.int32),
        (1.0 + monthly_discount) ** -later,
    )
