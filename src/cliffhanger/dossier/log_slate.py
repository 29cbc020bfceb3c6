"""What a slate from a viewing log rests on, beside its question: guards, assumptions, and which seasons were left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cliffhanger.dossier.paying import Guard, Stated


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """What there is to say of a season whose 91-day window is open, looked at by itself: without a budget or other seasons.

    Attributes
    ----------
    days
        Until the window closes.
    today
        Option of the highest mean net value if it is decided today.
    information, delay
        What the figures of the window add, and what the delay costs: as ``decision.waiting``.
    reserve
        Mean cost of the dearest option that may be chosen then, of the three quantiles by which the slate knows it: what waiting
        holds back of the budget.
    then
        Options that may be chosen then, and how often; else it is ended.
    """

    days: int
    today: str
    information: float
    delay: float
    reserve: float
    then: tuple[tuple[str, float], ...]

    @property
    def net(self) -> float:
        """Information less delay: what waiting is worth more than the best of today."""
        return self.information - self.delay


@dataclass(frozen=True, slots=True)
class SeasonJudged:
    """One season of the log and its own guards.

    ``series`` is the name that viewers see; ``window`` is None once it has closed, and where the season is left out.
    """

    title_id: str
    season: int
    series: str
    guards: tuple[Guard, ...]
    window: OpenWindow | None = None

    @property
    def left_out(self) -> tuple[Guard, ...]:
        """The guards that leave it out of the slate; empty where it is in."""
        return tuple(guard for guard in self.guards if guard.outcome == "FAIL")


@dataclass(frozen=True, slots=True)
class LogBasis:
    """What a slate from a log rests on.

    Attributes
    ----------
    log
        First digits of the checksum of the log's manifest.
    guards
        Those of the service as a whole; a FAIL among them would have withheld the slate.
    seasons
        All of the log, in and left out.
    """

    as_of: dt.date
    log: str
    guards: tuple[Guard, ...]
    seasons: tuple[SeasonJudged, ...]
    assumptions: tuple[Stated, ...]


def open_windows(basis: LogBasis) -> Iterator[tuple[SeasonJudged, OpenWindow]]:
    """Seasons that are decided while their window is open."""
    return ((one, one.window) for one in basis.seasons if one.window is not None)
