"""A fan campaign as series over time: how large, how fast, and what looks as if a machine had done it.

Nothing here moves a forecast: the campaigns on record were chosen for having a petition, so size has no identified effect.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

KINDS = ("signatures", "hashtag_posts", "pageviews", "searches")
CUMULATIVE = frozenset({"signatures"})
FEWEST = 5  # days with a value: fewer show no pattern
BURST = 0.6  # share of all growth on one day, from which it is called a burst
STEADY = 0.02  # spread of the daily growth against its mean, below which no people are that even


@dataclass(frozen=True, slots=True)
class Signal:
    """One value of one kind on one day: ``signatures`` so far, or posts, views, searches of that day."""

    series: str
    day: dt.date
    kind: str
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class SignalSeries:
    """A kind of signal over time.

    ``points`` are (day, value), in order; ``latest`` is the last value, ``busiest`` the day of greatest growth (of the greatest
    value, where values are of a day) and ``busiest_share`` its share of all growth. ``oddities`` look made by a machine.
    """

    kind: str
    points: tuple[tuple[dt.date, float], ...]
    latest: float
    busiest: dt.date
    busiest_share: float
    oddities: tuple[str, ...]


def signal_series(signals: Sequence[Signal], as_of: dt.date) -> tuple[SignalSeries, ...]:
    """Return the signals of one series as series over time, by kind, as they stood on a day; the last value of a day counts."""
    found = []
    for kind in sorted({one.kind for one in signals if one.day <= as_of}):
        points = sorted({one.day: one.value for one in signals if one.kind == kind and one.day <= as_of}.items())
        growth = _growth(kind, points)
        total = sum(value for _, value in growth if value > 0)
        busiest = max(growth, key=lambda item: item[1])
        share = busiest[1] / total if total > 0 else 0.0
        found.append(SignalSeries(kind, tuple(points), points[-1][1], busiest[0], share, _oddities(kind, points, growth, share)))
    return tuple(found)


def _growth(kind: str, points: Sequence[tuple[dt.date, float]]) -> list[tuple[dt.date, float]]:
    if kind not in CUMULATIVE:
        return list(points)
    return [points[0], *((day, value - before) for (_, before), (day, value) in itertools.pairwise(points))]


def _oddities(
    kind: str, points: Sequence[tuple[dt.date, float]], growth: Sequence[tuple[dt.date, float]], share: float
) -> tuple[str, ...]:
    """Say what people do not do; each needs five days, and none is a proof."""
    if len(points) < FEWEST:
        return ()
    steps = [value for _, value in growth[1:]]
    mean = sum(steps) / len(steps)
    spread = (sum((step - mean) ** 2 for step in steps) / len(steps)) ** 0.5
    said = []
    if share > BURST and growth[0][1] < share * sum(max(value, 0.0) for _, value in growth):
        said.append(f"{share:.0%} of it came on one day")
    if mean > 0 and spread < STEADY * mean:
        said.append("it grows by nearly the same number every day")
    if kind in CUMULATIVE and any(step < 0 for step in steps):
        said.append("it fell, as when false signatures are taken out")
    return tuple(said)
