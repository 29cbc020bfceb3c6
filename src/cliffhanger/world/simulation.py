"""Simulating ranges of households: who is an account, and the rows of the log. Ranges are independent of each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cliffhanger.world.compiled import kept, lent
from cliffhanger.world.hearing import begin, entry, hear
from cliffhanger.world.households import PLAN, TERRITORY
from cliffhanger.world.life import JOINED, LEFT, Life, Notes, Sink, lives, notes, one_of, sink
from cliffhanger.world.living import awaken, cancelled, live, signed_up
from cliffhanger.world.shelf import NEVER, Shelf

ROOM = 1_500_000  # sessions that are held at a time
SESSIONS_A_DAY = 30  # more than a household can have, duplicates counted


def _make_entries(digest: int) -> Callable[..., None]:
    def entries(shelf: Shelf, rules: Any, first: int, notes: Notes, days: NDArray[np.int32]) -> None:
        if digest < 0:
            return
        shelf, notes = lent(shelf), lent(notes)
        for at in range(days.size):
            key = begin(shelf, rules, first + at, notes)
            heard = hear(shelf, key, notes)
            found = entry(shelf, rules, key, notes, heard)
            days[at] = found[0]

    return entries


def _make_log(digest: int) -> Callable[..., int]:
    def log(
        shelf: Shelf, rules: Any, households: NDArray[np.int64], done: int, days: int, room: int, notes: Notes, life: Life,
        sink: Sink, accounts: NDArray[np.int64],
    ) -> int:  # fmt: skip
        if digest < 0:
            return done
        shelf, notes, life, sink = lent(shelf), lent(notes), lent(life), lent(sink)
        while done < households.size and sink.used[0] + room <= sink.rows.size:
            household = households[done]
            key = begin(shelf, rules, household, notes)
            awaken(shelf, rules, key, notes, life)
            live(shelf, rules, household, key, notes, life, sink, -shelf.past_days, days)
            left = life.counts[LEFT]
            accounts[done, 0] = signed_up(key, life.counts[JOINED])
            accounts[done, 1] = cancelled(key, left) if left < NEVER else -1
            accounts[done, 2] = int(notes.traits[TERRITORY])
            accounts[done, 3] = int(notes.traits[PLAN])
            done += 1
        return done

    return log


_entries = kept(_make_entries)
_log = kept(_make_log)


def entry_days(shelf: Shelf, rules: Any, *, first: int, households: int) -> NDArray[np.int32]:
    """Day on which each household of a range joins: negative before the log, ``NEVER`` or far off where it does not."""
    days = np.empty(households, dtype=np.int32)
    _entries(shelf, rules, first, notes(shelf.series.size), days)
    return days


class LogRange:
    """The log of some households, a batch of rows at a time.

    Rows come household by household, each household's in order of playing; ``accounts`` is complete after the last batch.

    Attributes
    ----------
    accounts
        By household: seconds since day 0 of joining and of leaving (-1: has not), territory, plan.
    """

    def __init__(self, shelf: Shelf, rules: Any, *, households: NDArray[np.int64], days: int, room: int = ROOM) -> None:
        self._world = (shelf, rules)
        self._households = households
        self._days = days
        self._margin = (days + shelf.past_days) * SESSIONS_A_DAY
        self._room = max(room, self._margin)
        self._done = 0
        self.accounts = np.zeros((households.size, 4), dtype=np.int64)

    def batches(self) -> Any:
        """Yield arrays of ``life.ROW``; each is overwritten by the next."""
        shelf, rules = self._world
        room = min(self._room, self._margin * max(self._households.size, 1))
        into, life = sink(rows=room, places=shelf.series.size), one_of(lives(1, shelf.first.size), 0)
        paper = notes(shelf.series.size)
        while self._done < self._households.size:
            into.used[0] = 0
            self._done = _log(
                shelf, rules, self._households, self._done, self._days, self._margin, paper, life, into, self.accounts
            )
            yield into.rows[: into.used[0]]
