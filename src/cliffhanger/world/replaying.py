"""Replaying a stretch of days for a range of households: all of them, or those whose life a change of the shelf can touch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cliffhanger.world.compiled import compiled, kept, lent
from cliffhanger.world.hearing import begin, hearing_day, key_of_future
from cliffhanger.world.life import (
    GONE,
    LEFT,
    NUMBER,
    QUIT,
    STAGE,
    STALE,
    STATUS,
    TALLIES,
    UNKNOWN,
    WAITING,
    Life,
    Notes,
    Sink,
    lives,
    notes,
    one_of,
    sink,
)
from cliffhanger.world.living import listen, live
from cliffhanger.world.shelf import NEVER, Shelf


class Stretch(NamedTuple):
    """What is replayed: from a day to before another, in which future."""

    since: int
    until: int
    future: int


class Played(NamedTuple):
    """What became of a range of households: sums, seconds viewed by place, and the stage and season reached by series.

    All of it by household, so that two replays are compared household by household.
    """

    tally: NDArray[np.float64]
    seconds: NDArray[np.int32]
    reached: NDArray[np.int16]


class Standing(NamedTuple):
    """A range of households as they stand on a day: the first one's number, their lives, and their sums so far."""

    first: int
    lives: Life
    played: Played

    def bare(self) -> Standing:
        """The same households with their sums at nought."""
        return self._replace(played=_played(*self.played.seconds.shape, self.played.reached.shape[1]))


@compiled
def touched(planned: Shelf, luck: np.uint64, notes: Notes, start: Life, reached: NDArray[np.int16], changed: NDArray[np.int32],
            until: int) -> bool:  # fmt: skip
    """Whether a household's life could differ: it hears of a changed season, or waited for it or came to it without hearing.

    ``reached`` is where it came in the life that is compared with; ``planned`` has the changed seasons with their full reach.
    """
    if start.counts[STATUS] == GONE:
        return False
    for place in changed:
        series = planned.series[place]
        if start.series[series, STAGE] == QUIT:
            continue
        stage, number = reached[series, 0], reached[series, 1]
        waited = stage == WAITING and number == planned.number[place] - 1
        if stage != UNKNOWN and (waited or number >= planned.number[place]):
            return True
        if hearing_day(planned, luck, notes, place) < until:
            return True
    return False


def _make_replay(digest: int) -> Callable[..., int]:
    def replay(
        shelf: Shelf, planned: Shelf, rules: Any, stretch: Stretch, first: int, starts: Life, begun: Played,
        changed: NDArray[np.int32], before: Played, after: Played, ends: Life, notes: Notes, life: Life, sink: Sink,
    ) -> int:  # fmt: skip
        if digest < 0:
            return 0
        shelf, planned, notes, life, sink = lent(shelf), lent(planned), lent(notes), lent(life), lent(sink)
        starts, ends = lent(starts), lent(ends)
        replayed, everyone = 0, changed.size == 0
        for at in range(starts.counts.shape[0]):
            luck = key_of_future(begin(shelf, rules, first + at, notes), stretch.future)
            start = one_of(starts, at)
            if not everyone and not touched(planned, luck, notes, start, before.reached[at], changed, stretch.until):
                after.tally[at] = before.tally[at]
                after.seconds[at] = before.seconds[at]
                after.reached[at] = before.reached[at]
                continue
            replayed += 1
            life.series[:] = start.series
            life.liking[:] = start.liking
            life.known[:] = start.known
            life.counts[:] = start.counts
            life.mood[:] = start.mood
            sink.tally[:] = begun.tally[at]
            sink.seconds[:] = begun.seconds[at]
            listen(shelf, rules, luck, notes, life, stretch.since)
            live(shelf, rules, first + at, luck, notes, life, sink, stretch.since, stretch.until)
            after.tally[at] = sink.tally
            after.seconds[at] = sink.seconds
            after.reached[at, :, 0] = life.series[:, STAGE]
            after.reached[at, :, 1] = life.series[:, NUMBER]
            if ends.counts.shape[0] > 0:
                ends.series[at] = life.series
                ends.liking[at] = life.liking
                ends.known[at] = life.known
                ends.counts[at] = life.counts
                ends.mood[at] = life.mood
        return replayed

    return replay


_replay = kept(_make_replay)


def newborn(shelf: Shelf, *, first: int, households: int) -> Standing:
    """Households of which nothing is known yet."""
    many = lives(households, shelf.first.size)
    many.counts[:, LEFT] = NEVER
    many.counts[:, STALE] = 1
    return Standing(first, many, _played(households, shelf.series.size, shelf.first.size))


def play(shelf: Shelf, rules: Any, standing: Standing, stretch: Stretch, *, keep: bool = True) -> Standing:
    """Play a stretch for all households of a range; without ``keep``, their lives are not kept."""
    first, starts, begun = standing
    after = _played(*begun.seconds.shape, shelf.first.size)
    ends = lives(starts.counts.shape[0] if keep else 0, shelf.first.size)
    nothing = np.zeros(0, dtype=np.int32)
    _replay(shelf, shelf, rules, stretch, first, starts, begun, nothing, after, after, ends, *_scratch(shelf))
    return Standing(first, ends, after)


def play_with_stops(
    shelf: Shelf, rules: Any, standing: Standing, stretch: Stretch, *, days: Iterable[int]
) -> tuple[dict[int, Standing], Played]:
    """Play a stretch for all households of a range: how they stand on some days of it, and what became of them at its end."""
    stops, since = {}, stretch.since
    for day in sorted(set(days)):
        standing = play(shelf, rules, standing, Stretch(since, day, stretch.future))
        stops[day], since = standing, day
    return stops, play(shelf, rules, standing, Stretch(since, stretch.until, stretch.future), keep=False).played


def replay(
    shelf: Shelf, rules: Any, standing: Standing, stretch: Stretch, *, planned: Shelf, changed: Sequence[int], before: Played
) -> tuple[Played, int]:
    """Play a stretch anew on a changed shelf, for the households that it can touch; and how many those are.

    Parameters
    ----------
    planned
        The shelf on which all changed seasons come out with their full reach.
    changed
        Places of the seasons in which the shelf differs from that of ``before``.
    before
        What became of the households otherwise, over the same stretch.
    """
    first, starts, begun = standing
    after = _played(*begun.seconds.shape, shelf.first.size)
    places = np.array(changed, dtype=np.int32)
    ends, scratch = lives(0, shelf.first.size), _scratch(shelf)
    count = _replay(shelf, planned, rules, stretch, first, starts, begun, places, before, after, ends, *scratch)
    return after, count


def _scratch(shelf: Shelf) -> tuple[Notes, Life, Sink]:
    places = shelf.series.size
    return notes(places), one_of(lives(1, shelf.first.size), 0), sink(rows=0, places=places)


def _played(households: int, places: int, series: int) -> Played:
    return Played(
        tally=np.zeros((households, TALLIES)),
        seconds=np.zeros((households, places), dtype=np.int32),
        reached=np.zeros((households, series, 2), dtype=np.int16),
    )
