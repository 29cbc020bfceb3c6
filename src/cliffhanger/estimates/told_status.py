"""What an owner's word does to the chance of a return and to its day.

An official cancellation leaves the rate at which cancelled series with counted petitions were saved, by who cancelled. An
official renewal leaves the share of renewals that are kept, and a clock from the stage that is reached. Nothing else moves a
number: a rumour does not, and the size of a petition has no identified effect, because the table holds series chosen for
having one.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from scipy import stats

from cliffhanger.assumptions import value

DAYS_A_MONTH = 365.25 / 12
_Z80 = float(stats.norm.ppf(0.9))
_STAGES = ("renewed", "filming", "wrapped")


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its 80 % interval; ``count`` of ``total`` is what it was taken from."""

    p10: float
    p50: float
    p90: float
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A day with its 80 % interval, and the chance of each of the asked periods; the chances sum to one with what lies later."""

    p10: dt.date
    p50: dt.date
    p90: dt.date
    by_period: tuple[float, ...]
    later: float


def saved_rate(saved: int, total: int) -> Rate:
    """Return the share of series saved, as the Jeffreys interval of a binomial share (Brown, Cai and DasGupta, 2001).

    Raises
    ------
    ValueError
        When more were saved than there were.
    """
    if not 0 <= saved <= total:
        raise ValueError(f"{saved} of {total} cannot have been saved")
    low, middle, high = stats.beta(saved + 0.5, total - saved + 0.5).ppf([0.1, 0.5, 0.9])
    return Rate(float(low), float(middle), float(high), saved, total)


def production_clock(stage: str, since: dt.date, as_of: dt.date, periods: Sequence[dt.date]) -> Clock:
    """Return the day of the premiere for a season that reached a stage on a day, given that it is not out by ``as_of``.

    The time from a stage to the premiere is log-normal with the median and the 90 % point of the assumptions
    ``months_from_<stage>`` and ``..._high``; what has passed already is cut off. ``periods`` are first days, in order.
    """
    name = stage if stage in _STAGES else "renewed"
    median, high = value(f"months_from_{name}"), value(f"months_from_{name}_high")
    law = stats.lognorm(s=math.log(high / median) / _Z80, scale=median * DAYS_A_MONTH)
    gone = max((as_of - since).days, 0)
    left = float(law.sf(gone))

    def day_at(share: float) -> dt.date:
        return since + dt.timedelta(days=round(float(law.isf(left * (1 - share)))))

    def by(day: dt.date) -> float:
        return 1.0 - float(law.sf(max((day - since).days, gone))) / left

    edges = [by(day) for day in periods]
    steps = tuple(after - before for before, after in itertools.pairwise(edges))
    return Clock(day_at(0.1), day_at(0.5), day_at(0.9), steps, 1.0 - (edges[-1] if edges else 0.0))
