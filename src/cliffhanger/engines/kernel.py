"""The streaming kernel: season counts in one pass over rows sorted by season, account, episode and start.

An account's state sits in registers; no hash table, no sort but that of a completer's own sessions. What it counts is
defined in ``measurements.season_counts``; it must equal that cell by cell, and only be faster.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from cliffhanger.terms import SECONDS_A_DAY, WINDOWS_DAYS

Ints = NDArray[np.int64]
NEVER = np.iinfo(np.int64).max
START_S = 120
W0, W1, W2 = (days * SECONDS_A_DAY for days in WINDOWS_DAYS)
DAY = SECONDS_A_DAY


@dataclass(frozen=True, slots=True)
class Schedule:
    """When seasons came out where, as flat arrays; a cell is season_code * territories + home.

    Attributes
    ----------
    territories
        How many homes there are.
    premiere
        Shape (cells,), seconds since 2000-01-01; NEVER where the season is not released.
    season_runtime
        Shape (cells,), seconds.
    offset
        Shape (cells + 1,): where the cell's episodes begin in ``runtime``; episode e stands at offset + e.
    runtime
        Shape (slots,), seconds; 0 where there is no such episode.
    """

    territories: int
    premiere: Ints
    season_runtime: Ints
    offset: Ints
    runtime: Ints


@dataclass(frozen=True, slots=True)
class Counts:
    """What the kernel counts; windows are those of ``terms.WINDOWS_DAYS``.

    Attributes
    ----------
    seconds, viewers, starters, watchers, completers
        Shape (cells, 3).
    reached, furthest
        Shape (slots, 3): accounts that reached an episode, and whose last one it is.
    days
        Shape (cells, 91): completers of the longest window by days taken.
    """

    seconds: Ints
    viewers: Ints
    starters: Ints
    watchers: Ints
    completers: Ints
    reached: Ints
    furthest: Ints
    days: Ints

    @classmethod
    def empty(cls, schedule: Schedule) -> Counts:
        """Zeros of the right shapes."""
        cells, slots = len(schedule.premiere), len(schedule.runtime)
        shapes = {"reached": (slots, 3), "furthest": (slots, 3), "days": (cells, WINDOWS_DAYS[2])}
        return cls(**{field.name: np.zeros(shapes.get(field.name, (cells, 3)), np.int64) for field in fields(cls)})

    def add(self, other: Counts) -> None:
        """Add another part's counts in place: whole numbers, so the order of parts does not matter."""
        for field in fields(self):
            getattr(self, field.name).__iadd__(getattr(other, field.name))


def count(columns: dict[str, NDArray[Any]], schedule: Schedule, counts: Counts, *, cut: int) -> None:
    """Count the rows of one batch into ``counts``; releases the interpreter's lock, so batches can be counted side by side.

    Parameters
    ----------
    columns
        Those of ``run_layout.COUNTED``, sorted; all rows of an account and season, without duplicates.
    cut
        First second, counted from 2000-01-01, that is not known any more.
    """
    rows = len(columns["account_id"])
    _count(
        columns["season_code"],
        columns["account_id"],
        columns["episode"],
        columns["started"],
        columns["arrived_lag"],
        columns["seconds"],
        columns["home"],
        np.int64(schedule.territories),
        schedule.premiere,
        schedule.season_runtime,
        schedule.offset,
        schedule.runtime,
        np.int64(cut),
        np.empty(rows, np.int64),
        np.empty(rows, np.int64),
        *(getattr(counts, field.name) for field in fields(counts)),
    )


@numba.njit(nogil=True, cache=True)
def _count(
    season: Any, account: Any, episode: Any, started: Any, lag: Any, played: Any, home: Any,
    territories: Any, premiere: Any, season_runtime: Any, offset: Any, runtime: Any, cut: Any, moments: Any, gains: Any,
    seconds: Any, viewers: Any, starters: Any, watchers: Any, completers: Any, reached: Any, furthest: Any, days: Any,
) -> None:  # fmt: skip
    rows, i = len(account), 0
    while i < rows:
        code, who = season[i], account[i]
        cell = code * territories + home[i]
        start, base, end = premiere[cell], offset[cell], offset[cell + 1]
        sum0 = sum1 = sum2 = capped0 = capped1 = capped2 = most0 = most1 = most2 = 0
        far0 = far1 = far2 = -1
        watched0 = watched1 = watched2 = False
        first, steps = NEVER, 0
        while i < rows and account[i] == who and season[i] == code:
            number = episode[i]
            slot = base + number
            length = runtime[slot] if slot < end else 0
            e0 = e1 = e2 = 0
            while i < rows and episode[i] == number and account[i] == who and season[i] == code:
                at = np.int64(started[i])
                since = at - start
                if length > 0 and since >= 0 and since < W2 and at + lag[i] < cut:
                    more = np.int64(played[i])
                    moments[steps], gains[steps] = at, min(e2 + more, length) - min(e2, length)
                    steps += 1
                    e2 += more
                    e1 += more if since < W1 else 0
                    e0 += more if since < W0 else 0
                    first = min(first, at)
                i += 1
            if e2 == 0:
                continue
            sum0, capped0, most0 = sum0 + e0, capped0 + min(e0, length), max(most0, e0)
            sum1, capped1, most1 = sum1 + e1, capped1 + min(e1, length), max(most1, e1)
            sum2, capped2, most2 = sum2 + e2, capped2 + min(e2, length), max(most2, e2)
            if e2 * 10 >= length * 7:
                watched2 = True
                watched1 |= e1 * 10 >= length * 7
                watched0 |= e0 * 10 >= length * 7
                far2 = _reach(reached, slot, 2, e2, length, far2)
                far1 = _reach(reached, slot, 1, e1, length, far1)
                far0 = _reach(reached, slot, 0, e0, length, far0)
        if sum2 == 0:
            continue
        whole = season_runtime[cell] * 9
        out = (seconds, viewers, starters, watchers, completers, furthest)
        _tally(out, cell, 0, sum0, most0, watched0, capped0 * 10 >= whole, far0)
        _tally(out, cell, 1, sum1, most1, watched1, capped1 * 10 >= whole, far1)
        _tally(out, cell, 2, sum2, most2, watched2, capped2 * 10 >= whole, far2)
        if capped2 * 10 >= whole:
            days[cell, (_completed_at(moments, gains, steps, whole) - first) // DAY] += 1


@numba.njit(nogil=True, cache=True)
def _reach(reached: Any, slot: Any, window: Any, seconds: Any, length: Any, furthest: Any) -> Any:
    """Count an episode as reached, if it was; hands back the furthest one so far."""
    if seconds >= START_S and seconds * 10 >= length * 7:
        reached[slot, window] += 1
        return slot
    return furthest


@numba.njit(nogil=True, cache=True)
def _tally(out: Any, cell: Any, window: Any, total: Any, most: Any, watched: Any, completed: Any, far: Any) -> None:
    """Add an account to a season's counts of one window, if it viewed any of it."""
    seconds, viewers, starters, watchers, completers, furthest = out
    if total > 0:
        seconds[cell, window] += total
        viewers[cell, window] += 1
        starters[cell, window] += most >= START_S
        watchers[cell, window] += watched
        completers[cell, window] += completed
        if far >= 0:
            furthest[far, window] += 1


@numba.njit(nogil=True, cache=True)
def _completed_at(moments: Any, gains: Any, steps: Any, whole: Any) -> Any:
    """Second at which the running sum of the gains, in order of time, passes the mark; sorts both arrays in place.

    Insertion sort: episodes are mostly watched in order, so the moments are nearly sorted already.
    """
    for j in range(1, steps):
        moment, gain = moments[j], gains[j]
        k = j - 1
        while k >= 0 and moments[k] > moment:
            moments[k + 1], gains[k + 1] = moments[k], gains[k]
            k -= 1
        moments[k + 1], gains[k + 1] = moment, gain
    total = 0
    for j in range(steps):
        total += gains[j]
        if total * 10 >= whole:
            return moments[j]
    return moments[steps - 1]
