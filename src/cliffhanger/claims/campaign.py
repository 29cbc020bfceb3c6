"""A fan campaign as series over time, from signals and from articles: how large, how fast, and what a machine may have done.

Nothing here moves a forecast: the campaigns on record were chosen for having a petition, so size has no identified effect.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cliffhanger.claims.reconcile import Believed, Known, Ranked

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
    """A kind of signal over time, or what articles told of a petition ("signatures") or a hashtag ("articles").

    ``points`` are (day, value), in order, and ``latest`` is the last value. ``busiest`` is the last day of the stretch between
    two values in which it grew fastest (the day of the greatest value, where values are of a day), ``busiest_days`` how long that
    stretch is, and ``busiest_share`` its share of all growth. ``oddities`` look made by a machine; of what articles told none is
    looked for. ``told`` says that articles are the source, ``season`` is theirs, and ``name`` is a hashtag. ``sources`` names who
    gave each point, empty where nobody is named.
    """

    kind: str
    points: tuple[tuple[dt.date, float], ...]
    latest: float
    busiest: dt.date
    busiest_share: float
    busiest_days: int
    oddities: tuple[str, ...]
    told: bool = False
    season: int | None = None
    name: str = ""
    sources: tuple[str, ...] = ()


def signal_series(signals: Sequence[Signal], as_of: dt.date) -> tuple[SignalSeries, ...]:
    """Return the signals of one series as series over time, by kind, as they stood on a day; the last value of a day counts."""
    found = []
    for kind in sorted({one.kind for one in signals if one.day <= as_of}):
        last = {one.day: one for one in signals if one.kind == kind and one.day <= as_of}
        points = [(day, last[day].value) for day in sorted(last)]
        steps = _steps(points, cumulative=kind in CUMULATIVE)
        sources = tuple(last[day].source for day, _ in points)
        found.append(SignalSeries(kind, tuple(points), points[-1][1], *_busiest(steps), _oddities(kind, steps), sources=sources))
    return tuple(found)


def told_series(known: Known) -> tuple[SignalSeries, ...]:
    """Return what articles told of petitions and hashtags as series over time, by season.

    A petition's points are its counts as they grew (R9); a hashtag's, how many articles had named it by a day. Copies, denials,
    guesses and what a person rejected are left out.
    """
    found = [_counts(one) for one in known.slots if one.slot.family == "petition"]
    found += [_namings(one) for one in known.slots if one.slot.family == "hashtag"]
    return tuple(one for one in found if one)


def _counts(petition: Believed) -> SignalSeries | None:
    points: dict[dt.date, tuple[float, str]] = {}
    highest = 0.0
    for one in _said(petition):
        value = one.recorded.claim.value
        count = value.get("n")
        if isinstance(count, int | float) and not value.get("change") and count > highest:
            highest = float(count)
            points[one.recorded.piece.known_from] = (highest, one.recorded.on_whose_word)
    return _told("signatures", petition, points)


def _namings(hashtag: Believed) -> SignalSeries | None:
    points: dict[dt.date, tuple[float, str]] = {}
    pieces: set[str] = set()
    for one in _said(hashtag):
        pieces.add(one.recorded.piece.id)
        points[one.recorded.piece.known_from] = (float(len(pieces)), one.recorded.on_whose_word)
    return _told("articles", hashtag, points)


def _said(answer: Believed) -> Iterator[Ranked]:
    for one in answer.claims:
        claim, reviews = one.recorded.claim, one.recorded.reviews
        rejected = bool(reviews) and reviews[-1].verdict == "rejected"
        if claim.polarity == "+" and claim.standing not in {"denied", "speculation"} and one.rule != "R8" and not rejected:
            yield one


def _told(kind: str, answer: Believed, points: dict[dt.date, tuple[float, str]]) -> SignalSeries | None:
    if not points:
        return None
    course = [(day, value) for day, (value, _) in sorted(points.items())]
    sources = tuple(who for _, (_, who) in sorted(points.items()))
    return SignalSeries(
        kind,
        tuple(course),
        course[-1][1],
        *_busiest(_steps(course, cumulative=True)),
        (),
        told=True,
        season=answer.slot.season,
        name=str((answer.value or {}).get("tag", "")) if kind == "articles" else "",
        sources=sources,
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """What came in the days until one; of the first value of a count nobody knows in how many, which is 0 days."""

    day: dt.date
    value: float
    days: int


def _steps(points: Sequence[tuple[dt.date, float]], *, cumulative: bool) -> list[_Step]:
    if not cumulative:
        return [_Step(day, value, 1) for day, value in points]
    between = itertools.pairwise(points)
    return [_Step(*points[0], 0), *(_Step(day, value - before, (day - then).days) for (then, before), (day, value) in between)]


def _busiest(steps: Sequence[_Step]) -> tuple[dt.date, float, int]:
    """Return the last day of the stretch in which it grew fastest, its share of all growth, and its length in days."""
    total = sum(step.value for step in steps if step.value > 0)
    timed = [step for step in steps if step.days] or steps
    best = max(timed, key=lambda step: step.value / max(step.days, 1))
    return best.day, best.value / total if total > 0 else 0.0, max(best.days, 1)


def _oddities(kind: str, steps: Sequence[_Step]) -> tuple[str, ...]:
    """Say what people do not do; each needs five days, and none is a proof."""
    if len(steps) < FEWEST:
        return ()
    total = sum(max(step.value, 0.0) for step in steps)
    _, share, days = _busiest(steps)
    rates = [step.value / step.days for step in steps[1:]]
    mean = sum(rates) / len(rates)
    spread = (sum((rate - mean) ** 2 for rate in rates) / len(rates)) ** 0.5
    said = []
    if share > BURST and days == 1 and steps[0].value < share * total:
        said.append(f"{100 * share:.0f} % of it came on one day")
    if mean > 0 and spread < STEADY * mean:
        said.append("it grows by nearly the same number every day")
    if kind in CUMULATIVE and any(step.value < 0 for step in steps):
        said.append("it fell, as when false signatures are taken out")
    return tuple(said)
