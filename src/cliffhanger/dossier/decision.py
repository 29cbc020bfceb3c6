"""The answer of ``decide``: one season, and whether another one pays."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cliffhanger.dossier.paying import Should


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer for one season: which it is, what is said of it, and the figures that it rests on.

    Attributes
    ----------
    files
        Publisher's files out by the day: (table, first digits of the SHA-256 of the file, rows taken from it).
    """

    series: str
    season: int
    as_of: dt.date
    runtime_min: int | None
    should: Should
    origin: str
    files: tuple[tuple[str, str, int], ...]
