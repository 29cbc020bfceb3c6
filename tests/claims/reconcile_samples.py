"""Made-up claims for the tests of belief: a season of "X" that Vela owns, told by a few outlets."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from cliffhanger.claims.claim import Attribution, Claim, Kind, Quote, SourceType, Standing, Subject
from cliffhanger.claims.copies import sketch
from cliffhanger.claims.reconcile import Background, Believed, Known, reconcile
from cliffhanger.claims.recorded import Piece, Recorded, Review

OWNER_PAGE, PAPER, OTHER = "Vela Media", "The Paper", "The Other"
LATE = dt.date(2024, 12, 31)
WORDS = {"renewed": "Vela said that it is renewed", "cancelled": "Vela said that it is cancelled"}


def piece(name: str, day: str | dt.date, outlet: str = PAPER, *, text: str | None = None) -> Piece:
    """An article that resembles none but those of its own text."""
    said = text or " ".join(f"{name}{place}" for place in range(6))
    return Piece(
        id=name,
        digest=hashlib.sha256(f"{name} {said}".encode()).hexdigest(),
        outlet=outlet,
        published=day if isinstance(day, dt.date) else dt.date.fromisoformat(day),
        title=None,
        origin=None,
        read_on=dt.date(2025, 1, 1),
        shingles=sketch(said)[:8],
    )


def said(
    where: Piece,
    value: dict[str, Any] | str,
    *,
    kind: Kind = "renewal_status",
    by: SourceType = "outlet",
    name: str | None = None,
    standing: Standing | None = None,
    polarity: str = "+",
    quote: str = "It is so.",
    number: int = 1,
    season: int | None = 2,
    reviews: tuple[Review, ...] = (),
) -> Recorded:
    """A claim of an article; a bare word is a renewal's status."""
    firm: Standing = "official" if by == "network_or_studio" else "rumour" if by in {"unnamed_source", "fans"} else "reported"
    claim = Claim(
        kind=kind,
        subject=Subject("X", season),
        value={"status": value} if isinstance(value, str) else value,
        polarity=polarity,  # type: ignore[arg-type]
        standing=standing or firm,
        attribution=Attribution(by, name or ("Vela" if by == "network_or_studio" else None)),
        quote=Quote(0, len(quote), quote),
        said_at=where.published,
    )
    return Recorded(f"{where.id}#{number}", number, claim, where, reviews)


def owner(name: str, day: str, value: dict[str, Any] | str, **given: Any) -> Recorded:
    """The owner's own page says so."""
    return said(piece(name, day, OWNER_PAGE), value, by="network_or_studio", **given)


def rumour(name: str, day: str, value: dict[str, Any] | str, **given: Any) -> Recorded:
    """An unnamed source says so."""
    return said(piece(name, day, OTHER), value, by="unnamed_source", quote="an insider said so", **given)


def window(start: str, end: str, precision: str = "part") -> dict[str, Any]:
    """A window of days as the value of a release date."""
    return {"window": {"start": start, "end": end, "precision": precision}}


def known(*recorded: Recorded, as_of: dt.date = LATE, **given: Any) -> Known:
    """What is believed of X."""
    return reconcile(recorded, series="X", as_of=as_of, background=Background(**given))


def answer(*recorded: Recorded, family: str = "renewal", as_of: dt.date = LATE, **given: Any) -> Believed:
    """The answer of a family about the second season."""
    found = known(*recorded, as_of=as_of, **given).slot(family, 2)
    assert found is not None
    return found
