"""What a household remembers: where it is in each series, and how content it is."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cliffhanger.world.compiled import compiled
from cliffhanger.world.households import TRAITS

# Columns of ``Life.series``, by series that the household knows
STAGE, NUMBER, EPISODE, POSITION, SINCE, LAST, WAKE = range(7)
SERIES_COLUMNS = 7
# Stages. WAITING: saw all that it wanted. CALLED: will hear of the new season on day WAKE.
UNKNOWN, CONSIDERING, WATCHING, WAITING, QUIT, CALLED = range(6)
# Columns of ``Life.liking``
ENJOYED, EXPECTED = range(2)
# Entries of ``Life.counts``
KNOWN, STATUS, JOINED, LEFT, EVENTS, CLOCK, PULLED, HEARD, STALE = range(9)
COUNTS = 9
LATENT, MEMBER, GONE = range(3)
# Entries of ``Life.mood``
STOCK, STOCK_DAY, CHANCE_WEEKDAY, CHANCE_WEEKEND = range(4)
MOODS = 4
# Entries of a tally
JOINS, PAID, AD_MONEY, MEMBER_DAYS, HOURS, SESSIONS, EVENINGS, CANCELS = range(8)
TALLIES = 8
LONG_AGO = -30_000


class Life(NamedTuple):
    """One household's state; plain arrays, so that it is copied to replay a future.

    ``series`` is by series and column (int16), ``liking`` likewise, ``known`` lists the series that it knows, in the order in
    which it heard of them, ``counts`` and ``mood`` hold single numbers.
    """

    series: NDArray[np.int16]
    liking: NDArray[np.float32]
    known: NDArray[np.int16]
    counts: NDArray[np.int32]
    mood: NDArray[np.float64]


class Notes(NamedTuple):
    """Working space for one household at a time: its own key, its traits, and what it hears of when.

    The own key draws what a household is and likes. What happens to it is drawn with a key beside it: the same during the log,
    another one in each future.
    """

    own: NDArray[np.uint64]
    traits: NDArray[np.float64]
    heard_days: NDArray[np.int32]
    heard_places: NDArray[np.int16]


ROW = np.dtype(
    [
        ("household", "i4"),
        ("started", "i4"),  # seconds since day 0
        ("arrived", "i4"),  # seconds since day 0
        ("seconds", "i4"),
        ("place", "i2"),
        ("episode", "i2"),
        ("profile", "i1"),
        ("territory", "i1"),
        ("plan", "i1"),
    ]
)


class Sink(NamedTuple):
    """Where a household's life is written to.

    ``rows`` takes the sessions, as far as it has room, and ``used[0]`` counts them; none are written while ``rows`` is empty.
    ``tally`` takes sums; ``seconds`` those viewed, by place.
    """

    rows: NDArray[np.void]
    used: NDArray[np.int64]
    tally: NDArray[np.float64]
    seconds: NDArray[np.int64]


@compiled
def clear(life: Life) -> None:
    """Forget everything."""
    life.series[:, :] = 0
    life.counts[:] = 0
    life.mood[:] = 0.0


def lives(households: int, series: int) -> Life:
    """Room for so many households; the first axis of every array counts them."""
    return Life(
        series=np.zeros((households, series, SERIES_COLUMNS), dtype=np.int16),
        liking=np.zeros((households, series, 2), dtype=np.float32),
        known=np.zeros((households, series), dtype=np.int16),
        counts=np.zeros((households, COUNTS), dtype=np.int32),
        mood=np.zeros((households, MOODS), dtype=np.float64),
    )


@compiled
def one_of(many: Life, at: int) -> Life:
    """The life at a place, as views."""
    return Life(many.series[at], many.liking[at], many.known[at], many.counts[at], many.mood[at])


def notes(places: int) -> Notes:
    """Working space for a shelf of so many places."""
    heard_days, heard_places = np.zeros(places, dtype=np.int32), np.zeros(places, dtype=np.int16)
    return Notes(np.zeros(1, dtype=np.uint64), np.zeros(TRAITS), heard_days, heard_places)


def sink(*, rows: int, places: int) -> Sink:
    """Room for so many sessions."""
    return Sink(np.zeros(rows, dtype=ROW), np.zeros(1, dtype=np.int64), np.zeros(TALLIES), np.zeros(places, dtype=np.int64))
