"""A claim as the ledger holds it: with the article it stands in and what a person has said of it since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from cliffhanger.claims.claim import Claim, Subject

Verdict = Literal["confirmed", "corrected", "rejected", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Piece:
    """An article that was read, without its text.

    ``digest`` is the SHA-256 of the raw text: reading a text twice has no effect. ``shingles`` are the hashes by which
    near copies of it are found; ``origin`` is the address it says it copies. ``published`` is null where nobody says: such an
    article counts from ``read_on``. ``language`` is the code of the language of its small words ("es"), null where too few tell,
    or it was read before that was kept.
    """

    id: str
    digest: str
    outlet: str | None
    published: dt.date | None
    title: str | None
    origin: str | None
    read_on: dt.date
    shingles: tuple[int, ...] = ()
    language: str | None = None

    @property
    def known_from(self) -> dt.date:
        """The first day on which what it says could be known."""
        return self.published or self.read_on


@dataclass(frozen=True, slots=True)
class NamedSubject:
    """What a person says that a claim is about: a series, and its season, null for the whole or for one that is not said."""

    series: str
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided about a claim: kept apart from what was extracted.

    ``value`` is the corrected one and ``subject`` what the claim is about in truth; each is None where it stands as it was read.
    "withdrawn" takes back what was decided before: the claim counts as it was read.
    """

    verdict: Verdict
    who: str
    why: str
    on: dt.date
    value: dict[str, Any] | None = None
    subject: NamedSubject | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """One claim of the ledger. ``number`` counts those of an article from 1, in its order; later readings' follow."""

    id: str
    number: int
    claim: Claim
    piece: Piece
    reviews: tuple[Review, ...] = ()

    @property
    def on_whose_word(self) -> str:
        """Who is told to say it: a name, else the outlet, else the sort of source."""
        return self.claim.attribution.name or self.piece.outlet or self.claim.attribution.type.replace("_", " ")

    @property
    def decided(self) -> Review | None:
        """The last review, None where there is none or it withdrew the others."""
        return self.reviews[-1] if self.reviews and self.reviews[-1].verdict != "withdrawn" else None

    @property
    def subject(self) -> Subject:
        """What it is about: as the last review corrected it, else as it was read."""
        said = self.decided.subject if self.decided and self.decided.verdict == "corrected" else None
        return Subject(said.series, said.season) if said else self.claim.subject


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds: claims with their articles, and ``silent`` articles, which were read and make none that counts."""

    claims: tuple[Recorded, ...]
    silent: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, claims: Iterable[Recorded], articles: Iterable[Piece]) -> Exported:
        """Return an export of claims and of the articles, in their order, in which none of them stands."""
        found = tuple(claims)
        speaking = {one.piece.id for one in found}
        return cls(found, tuple(one for one in articles if one.id not in speaking))


def new_reviews(given: Iterable[Review], on_file: Iterable[Review]) -> list[Review]:
    """Return the reviews that are not on file, in their order; one that was made twice is on file only when it is there twice."""
    left, new = list(on_file), []
    for review in given:
        if review in left:
            left.remove(review)
        else:
            new.append(review)
    return new
