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
def _count(  # noqa: C901, PLR0912, PLR0915 - one loop, so that an account's state stays in registers
    season: Any, account: Any, episode: Any, started: Any, lag: Any, played: Any, home: Any,
    territories: Any, premiere: Any, season_runtime: Any, offset: Any, runtime: Any, cut: Any, moments: Any, gains: Any,
    seconds: Any, viewers: Any, starters: Any, watchers: Any, completers: Any, reached: Any, furthest: Any, days: Any,
) -> None:  # fmt: skip
    rows, i = len(account), 0
    while i < rows:
        code, who = season[i], account[i]
        cell = code * territories + home[i]
        start, base = premiere[cell], offset[cell]
        last_episode = offset[cell + 1] - base
        sum0 = sum1 = sum2 = 0
        capped0 = capped1 = capped2 = 0
        most0 = most1 = most2 = 0
        far0 = far1 = far2 = -1
        watched0 = watched1 = watched2 = False
        first, steps = NEVER, 0
        while i < rows and account[i] == who and season[i] == code:
            number = episode[i]
            length = runtime[base + number] if number < last_episode else 0
            e0 = e1 = e2 = 0
            while i < rows and episode[i] == number and account[i] == who and season[i] == code:
                at = np.int64(started[i])
                since = at - start
                if length > 0 and since >= 0 and since < W2 and at + lag[i] < cut:
                    more = np.int64(played[i])
                    gain = min(e2 + more, length) - min(e2, length)
                    e2 += more
                    if since < W1:
                        e1 += more
                        if since < W0:
                            e0 += more
                    first = min(first, at)
                    if gain > 0:
                        moments[steps] = at
                        gains[steps] = gain
                        steps += 1
                i += 1
            if e2 == 0:
                continue
            sum0 += e0
            sum1 += e1
            sum2 += e2
            capped0 += min(e0, length)
            capped1 += min(e1, length)
            capped2 += min(e2, length)
            most0, most1, most2 = max(most0, e0), max(most1, e1), max(most2, e2)
            mark = length * 7
            if e2 * 10 >= mark:
                slot = base + number
                watched2 = True
                if e2 >= START_S:
                    reached[slot, 2] += 1
                    far2 = slot
                if e1 * 10 >= mark:
                    watched1 = True
                    if e1 >= START_S:
                        reached[slot, 1] += 1
                        far1 = slot
                    if e0 * 10 >= mark:
                        watched0 = True
                        if e0 >= START_S:
                            reached[slot, 0] += 1
                            far0 = slot
        if sum2 == 0:
            continue
        whole = season_runtime[cell] * 9
        seconds[cell, 2] += sum2
        viewers[cell, 2] += 1
        starters[cell, 2] += most2 >= START_S
        watchers[cell, 2] += watched2
        if far2 >= 0:
            furthest[far2, 2] += 1
        if sum1 > 0:
            seconds[cell, 1] += sum1
            viewers[cell, 1] += 1
            starters[cell, 1] += most1 >= START_S
            watchers[cell, 1] += watched1
            completers[cell, 1] += capped1 * 10 >= whole
            if far1 >= 0:
                furthest[far1, 1] += 1
        if sum0 > 0:
            seconds[cell, 0] += sum0
            viewers[cell, 0] += 1
            starters[cell, 0] += most0 >= START_S
            watchers[cell, 0] += watched0
            completers[cell, 0] += capped0 * 10 >= whole
            if far0 >= 0:
                furthest[far0, 0] += 1
        if capped2 * 10 >= whole:
            completers[cell, 2] += 1
            days[cell, (_completed_at(moments, gains, steps, whole) - first) // DAY] += 1


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
