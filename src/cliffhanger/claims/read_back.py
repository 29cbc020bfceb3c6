"""Reading an export back: each part of it held against its type, and refused with the place where it stands."""

from __future__ import annotations

import json
import math
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from cliffhanger.claims.claim import Claim
from cliffhanger.claims.recorded import Piece, Review
from cliffhanger.claims.values import fault_of_quote, fault_of_types
from cliffhanger.errors import InputError

PIECE = TypeAdapter(Piece)
CLAIM = TypeAdapter(Claim)
REVIEW = TypeAdapter(Review)
REVIEWS = TypeAdapter(tuple[Review, ...])

T = TypeVar("T")


def number_in(row: dict[str, Any], place: str) -> int:
    """Return the number of a claim; raises ``InputError`` where it is none from 1, or the id is not made of it."""
    number = row["number"]
    if type(number) is not int or number < 1:
        raise bad(place, f"number is {number!r}, not a whole number from 1")
    if row["id"] != f"{row['piece']}#{number}":
        raise bad(place, f"id is {row['id']!r}, not {row['piece']}#{number}")
    return number


def object_in(place: str, text: str) -> dict[str, Any]:
    """Return the JSON object that a text is; raises ``InputError`` where it is none, or has a number that is not finite."""
    try:
        row = json.loads(text, parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise bad(place, f"no JSON ({error})") from error
    if not isinstance(row, dict):
        raise bad(place, "no JSON object")
    return row


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is no number")
    return number


def read_as(adapter: TypeAdapter[T], plain: Any, place: str, what: str) -> T:
    """Return what an adapter makes of plain JSON; raises ``InputError`` that names the key, beginning with ``what`` it is."""
    try:
        return adapter.validate_json(json.dumps(plain), strict=True, extra="forbid")
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join([what, *(str(part) for part in first["loc"])])
        raise bad(place, f"{key}: {first['msg']}") from error


def claim_in(plain: Any, place: str) -> Claim:
    """Return a claim; raises ``InputError`` where a part of it is not of its type, or its quote not as long as its place."""
    claim = read_as(CLAIM, plain, place, "claim")
    fault = fault_of_quote(claim.quote) or fault_of_types(claim.kind, claim.value)
    if fault is not None:
        raise bad(place, fault.problem, remedy=fault.right)
    return claim


def bad(place: str, problem: str, *, remedy: str = "Export the ledger again") -> InputError:
    """Return the error that says what is wrong at a place of the file."""
    return InputError(problem, place=place, remedy=remedy)
