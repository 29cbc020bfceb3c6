"""Copies of one article: near-equal texts and pieces that name the same original count once.

A text is its set of five-word shingles (Broder, "On the resemblance and containment of documents", 1997); a sketch keeps the
least hash under each of 64 orders of the hashes, and the share of equal places estimates the resemblance of two sets.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from cliffhanger.claims.names import fold
from cliffhanger.claims.recorded import Piece, Recorded

SHINGLE = 5  # words: three meet by chance in articles on one subject, eight miss a copy with a word changed here and there
SKETCH = 64  # places: the standard error of the estimate is at most 1/16
COPY = 0.5  # the share of shingles from which a text is a copy: spun copies keep more, two reports of one event far fewer
_PRIME = (1 << 61) - 1
_FACTORS = tuple(
    int.from_bytes(hashlib.blake2b(f"order {n}".encode(), digest_size=8).digest(), "big") % _PRIME | 1 for n in range(SKETCH)
)


def sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text: 64 whole numbers below 2**61, or none for a text of fewer than five words."""
    words = re.findall(r"\w+", text.casefold())
    if len(words) < SHINGLE:
        return ()
    hashes = {
        int.from_bytes(hashlib.blake2b(" ".join(words[at : at + SHINGLE]).encode(), digest_size=8).digest(), "big") % _PRIME
        for at in range(len(words) - SHINGLE + 1)
    }
    return tuple(min((value * factor) % _PRIME for value in hashes) for factor in _FACTORS)


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """Estimate the share of shingles that two texts have in common, 0 to 1; a text without a sketch resembles none."""
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def origins(recorded: Sequence[Recorded]) -> dict[str, str]:
    """Return for each piece the earliest piece that it copies, itself where it copies none.

    A piece copies another whose text it resembles or whose address it gives as its origin. Of a group the piece that was known
    first stands for all. Single claims that only pass another outlet on are found by `relays`.
    """
    pieces = sorted(
        {one.piece.id: one.piece for one in recorded}.values(), key=lambda piece: (piece.known_from, piece.digest, piece.id)
    )
    group = {piece.id: piece.id for piece in pieces}
    for place, piece in enumerate(pieces):
        for earlier in pieces[:place]:
            if _copies(piece, earlier):
                group[piece.id] = group[earlier.id]
                break
    return group


def relays(one: Recorded, earlier: Sequence[Piece]) -> Piece | None:
    """Return the piece that a claim only passes on: the latest earlier one of the outlet it names as its source."""
    by = one.claim.attribution
    if by.type != "named_outlet" or not by.name:
        return None
    named = [
        piece
        for piece in earlier
        if piece.outlet and _outlet(piece.outlet) == _outlet(by.name) and piece.known_from <= one.piece.known_from
    ]
    return named[-1] if named else None


def _outlet(name: str) -> str:
    """Return an outlet's name folded, without its article: "The Tattler" is the Tattler."""
    return fold(name).removeprefix("the ")


def _copies(piece: Piece, earlier: Piece) -> bool:
    same_address = piece.origin is not None and piece.origin == earlier.origin
    return same_address or resemblance(piece.shingles, earlier.shingles) >= COPY
