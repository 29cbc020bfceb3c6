"""Records to rows of the claims ledger, and back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any

from cliffhanger.claims.claim import Attribution, Claim, Quote, Subject
from cliffhanger.claims.naming import naming_key
from cliffhanger.claims.recorded import NamedSubject, Piece, Recorded, Review
from cliffhanger.claims.rereading import Readers
from cliffhanger.errors import InputError

LARGEST = 2**63 - 1
Row = Mapping[Any, Any]


def can_be_kept(text: str) -> bool:
    """Whether both databases hold it: PostgreSQL holds no NUL, and neither a lone surrogate."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def piece_row(piece: Piece) -> dict[str, Any]:
    """Return the row of an article.

    Raises
    ------
    InputError
        When a text in it cannot be kept.
    """
    row = {field.name: getattr(piece, field.name) for field in dataclasses.fields(piece)}
    row |= {"known_from": piece.known_from, "shingles": list(piece.shingles)}
    return _checked(row, piece.id)


def piece_of(row: Row) -> Piece:
    """Return the article of a row."""
    given = {field.name: row[field.name] for field in dataclasses.fields(Piece)}
    return Piece(**given | {"shingles": tuple(row["shingles"])})


def claim_row(piece: str, number: int, claim: Claim) -> dict[str, Any]:
    """Return the row of a claim; raises as ``piece_row`` does."""
    series = claim.subject.series
    row = {
        "piece": piece,
        "number": number,
        "kind": claim.kind,
        "series": series,
        "series_key": None if series is None else naming_key(series),
        "season": claim.subject.season,
        "value": claim.value,
        "polarity": claim.polarity,
        "standing": claim.standing,
        "source_type": claim.attribution.type,
        "source_name": claim.attribution.name,
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
        "quote_text": claim.quote.text,
        "said_at": claim.said_at,
        "extractor": claim.extractor,
    }
    return _checked(row, f"{piece}#{number}")


def claim_of(row: Row) -> Claim:
    """Return the claim of a row."""
    return Claim(
        kind=row["kind"],
        subject=Subject(row["series"], row["season"]),
        value=row["value"],
        polarity=row["polarity"],
        standing=row["standing"],
        attribution=Attribution(row["source_type"], row["source_name"]),
        quote=Quote(row["quote_start"], row["quote_end"], row["quote_text"]),
        said_at=row["said_at"],
        extractor=row["extractor"],
    )


def recorded_of(row: Row, piece: Piece, reviews: Mapping[tuple[str, int], tuple[Review, ...]]) -> Recorded:
    """Return the claim of a row with its article and what was decided about it."""
    key = (row["piece"], row["number"])
    return Recorded(f"{key[0]}#{key[1]}", key[1], claim_of(row), piece, reviews.get(key, ()))


def reading_row(piece: str, by: Readers, read_on: dt.date) -> dict[str, Any]:
    """Return the row of a reading of an article."""
    return {"piece": piece, "grammar": by.grammar, "extractor": by.extractor, "read_on": read_on}


def review_row(piece: str, number: int, review: Review) -> dict[str, Any]:
    """Return the row of a review; raises as ``piece_row`` does."""
    row = {
        "piece": piece,
        "number": number,
        "verdict": review.verdict,
        "who": review.who,
        "why": review.why,
        "reviewed_on": review.on,
        "value": review.value,
        "series": review.subject.series if review.subject else None,
        "series_key": naming_key(review.subject.series) if review.subject else None,
        "season": review.subject.season if review.subject else None,
    }
    return _checked(row, f"{piece}#{number}")


def review_of(row: Row) -> Review:
    """Return the review of a row."""
    subject = None if row["series"] is None else NamedSubject(row["series"], row["season"])
    return Review(row["verdict"], row["who"], row["why"], row["reviewed_on"], row["value"], subject)


def reviews_by_claim(rows: Iterable[Row]) -> dict[tuple[str, int], tuple[Review, ...]]:
    """Group reviews under the claim's piece and number, by day and within a day in the order of the rows."""
    grouped: dict[tuple[str, int], tuple[Review, ...]] = {}
    for row in sorted(rows, key=lambda row: row["reviewed_on"]):
        key = (row["piece"], row["number"])
        grouped[key] = (*grouped.get(key, ()), review_of(row))
    return grouped


def _checked(row: dict[str, Any], place: str) -> dict[str, Any]:
    for name, value in row.items():
        if isinstance(value, str) and not can_be_kept(value):
            raise _not_kept(name, "a character that no database keeps", place)
        if isinstance(value, int) and not -LARGEST <= value <= LARGEST:
            raise _not_kept(name, "a number that no database keeps", place)
        if isinstance(value, dict | list) and not _is_plain(value):
            raise _not_kept(name, "something that JSON does not carry", place)
    return row


def _is_plain(value: Any) -> bool:
    """Whether JSON gives back what it is given: no NaN, no tuple, no date, no key but text."""
    try:
        return bool(json.loads(json.dumps(value, allow_nan=False)) == value)
    except (TypeError, ValueError):
        return False


def _not_kept(name: str, what: str, place: str) -> InputError:
    shown = place.encode("ascii", "backslashreplace").decode().replace("\0", "\\0")
    return InputError(f"{name} has {what}", place=shown, remedy="Mend the text that it was read from")
