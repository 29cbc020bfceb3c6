"""What people decide about claims on file, and decisions that come with an import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.engine import Connection

from cliffhanger.claims.recorded import Piece, Recorded, Review, new_reviews
from cliffhanger.claims.rereading import said_by
from cliffhanger.claims.values import fault_of_correction, fault_of_types, with_whole_windows
from cliffhanger.errors import UsageError
from cliffhanger.store import ledger_rows as rows
from cliffhanger.store.ledger_queries import claims_of


def decided_row(one: Recorded, review: Review) -> dict[str, Any]:
    """Return the row of what a person decides about a claim, whole by itself.

    A correction keeps what the one in force says and it does not: of the value, or of what the claim is about.

    Raises
    ------
    UsageError
        When a corrected value has not the form of the claim's kind, or nothing is decided that could be withdrawn.
    """
    if review.verdict == "withdrawn" and one.decided is None:
        raise UsageError("nothing is decided about it", place=one.id, remedy="Leave it, or give another verdict")
    whole = _with_former(one, _in_form(one, review))
    return rows.review_row(one.piece.id, one.number, whole)


def _in_form(one: Recorded, review: Review) -> Review:
    if review.value is None:
        return review
    fault = fault_of_correction(one.claim.kind, one.claim.value, review.value)
    if fault is not None:
        raise UsageError(fault.problem, place=one.id, remedy=fault.right)
    return replace(review, value=with_whole_windows(review.value))


def _with_former(one: Recorded, review: Review) -> Review:
    former = replace(one, reviews=tuple(other for other in one.reviews if other.on <= review.on)).decided
    if review.verdict != "corrected" or former is None or former.verdict != "corrected":
        return review
    usable = former.value is not None and fault_of_types(one.claim.kind, former.value) is None
    value = former.value if review.value is None and usable else review.value
    return replace(review, value=value, subject=review.subject or former.subject)


def imported_rows(connection: Connection, piece: Piece, exported: Sequence[Recorded]) -> tuple[list[dict[str, Any]], int]:
    """Return the rows of an article's exported reviews that are not on file, and how many belong to no claim on file.

    Each goes to the claim that says the same; one that counts goes before one that a later reading withdrew.
    """
    reviewed = [one for one in exported if one.reviews]
    if not reviewed:
        return [], 0
    counting = {one.number for one in claims_of(connection, piece, that_count=True)}
    there: dict[str, list[Recorded | None]] = {}
    for one in sorted(claims_of(connection, piece), key=lambda one: one.number not in counting):
        there.setdefault(said_by(one.claim), []).append(one)
    written, strays = [], 0
    for one in reviewed:
        same = there.get(said_by(one.claim), [None])
        found = next((other for other in same if other and other.number == one.number and one.number in counting), same[0])
        new = new_reviews(one.reviews, found.reviews if found else ())
        if found is None:
            strays += len(new)
        else:
            written += [rows.review_row(piece.id, found.number, review) for review in new]
    return written, strays
