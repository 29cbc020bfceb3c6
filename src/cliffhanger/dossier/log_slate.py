"""What a slate from a viewing log rests on, beside its question: guards, assumptions, and which seasons were left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cliffhanger.dossier.paying import Guard, Stated


@dataclass(frozen=True, slots=True)
class SeasonJudged:
    """One season of the log and its own guards; ``series`` is the name that viewers see."""

    title_id: str
    season: int
    series: str
    guards: tuple[Guard, ...]

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
