"""What was believed of a series on each day on which that could change: an article came, a person decided, or time told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cliffhanger.claims.reconcile import NO_BACKGROUND, Background, Known, reconcile
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.status import LIMBO_DAYS

DAY = dt.timedelta(days=1)


def days_told(
    recorded: Sequence[Recorded],
    *,
    series: str,
    as_of: dt.date,
    background: Background = NO_BACKGROUND,
) -> tuple[Known, ...]:
    """Return what was believed of a series on each day by ``as_of`` on which that could change, in order.

    Those are the days of articles and of decisions, and those that need no word: the last of a premiere's window, and the day
    from which an open decision is in limbo.
    """
    came = {one.piece.known_from for one in recorded} | {review.on for one in recorded for review in one.reviews}
    first = min((one.piece.known_from for one in recorded), default=as_of)
    told = sorted(day for day in came if first <= day <= as_of)
    found: list[Known] = []
    for day, last in zip(told, [*(after - DAY for after in told[1:]), as_of], strict=False):  # none told: no day
        known = reconcile(recorded, series=series, as_of=day, background=background)
        found.append(known)
        found += [replace(known, as_of=mark) for mark in sorted(set(_marks(known))) if day < mark <= last]
    return tuple(found)


def _marks(known: Known) -> Iterator[dt.date]:
    """Yield the days on which a state changes though nobody says anything."""
    for one in known.slots:
        end = ((one.value or {}).get("window") or {}).get("end") if one.slot.family == "release" else None
        if end:
            yield dt.date.fromisoformat(end)
        elif one.slot.family == "renewal" and (dt.date.max - one.since).days > LIMBO_DAYS:
            yield one.since + (LIMBO_DAYS + 1) * DAY
