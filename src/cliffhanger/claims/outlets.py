"""What kind of paper an outlet is: a short table with the reason for each grade, whatever the user grades, and its record.

An outlet that is in neither table is weighed by its words alone, as any paper is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from cliffhanger.claims.names import fold
from cliffhanger.claims.recorded import Piece

Grade = Literal["owner", "trade", "outlet", "farm"]


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade and why an outlet has it."""

    grade: Grade
    why: str


@dataclass(frozen=True, slots=True)
class Reliability:
    """An outlet's share of right claims of a family: middle and 80 % interval of its Beta law, from ``right`` of ``trials``."""

    outlet: str
    family: str
    right: int
    trials: int
    p10: float
    p50: float
    p90: float

    @property
    def expected(self) -> float:
        """The mean of the Beta law, from a flat prior: (1 + right) / (2 + trials)."""
        return (1 + self.right) / (2 + self.trials)


# What outlets' records were on a day, by outlet and family; an outlet without a trial is not in it.
Records = Callable[[dt.date], Mapping[tuple[str, str], Reliability]]
Record = Callable[[str], Reliability | None]  # an outlet's, in one family on one day


def no_record(_: str) -> Reliability | None:
    """No outlet has been tried."""
    return None


def expected(outlet: str | None, record: Record) -> float:
    """Return the share of right claims that is expected of an outlet; without a trial, what the flat prior expects."""
    found = record(outlet or "")
    return found.expected if found else 0.5


_TRADE = "a trade paper that reports with named owners"
_INVENTS = "pages seen to give insiders' words that no named source bears out"
_SPINS = "pages seen to be copies of others with names and numbers changed"


def _key(name: str) -> str:
    return fold(name).removeprefix("www ")


# The trades by common repute; the rest as met while campaigns of fans were collected (`sources/campaigns.toml`).
_MET: Final = (
    (("Deadline", "Variety", "The Hollywood Reporter", "TVLine", "TheWrap"), Graded("trade", _TRADE)),
    (("deadline.com", "variety.com", "hollywoodreporter.com", "tvline.com", "thewrap.com"), Graded("trade", _TRADE)),
    (("winenfood.com", "visualfoodie.com", "deadpixel.fun"), Graded("farm", _INVENTS)),
    (("bloomerg.ru", "editionpost.com", "businesslend.com"), Graded("farm", _SPINS)),
)
KNOWN: Final = {_key(name): found for names, found in _MET for name in names}


def graded(piece: Piece, grades: Mapping[str, Grade] | None = None) -> Graded | None:
    """Return the grade of a piece's outlet, by its name or the host of its address; what the user says goes first."""
    names = [_key(piece.outlet or ""), _host(piece.origin or "")]
    own = {_key(name): grade for name, grade in (grades or {}).items()}
    for name in filter(None, names):
        if name in own:
            return Graded(own[name], "as the workspace grades it")
    return next((KNOWN[name] for name in names if name in KNOWN), None)


def _host(address: str) -> str:
    try:
        return _key(urlsplit(address).hostname or "")
    except ValueError:  # brackets that hold no address
        return ""
