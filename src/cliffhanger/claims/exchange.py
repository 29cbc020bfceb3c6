"""The ledger as lines of JSON that other programs read; it comes back as it went. ``linked_data`` has schema.org's words."""

from __future__ import annotations

import json
from typing import Any

from cliffhanger.claims.read_back import CLAIM, PIECE, REVIEWS, bad, claim_in, number_in, object_in, read_as
from cliffhanger.claims.recorded import Exported, Piece, Recorded

FORMAT = "cliffhanger claims"
VERSION, READABLE = 4, (1, 2, 3, 4)  # 1 had no extractor, 2 no language, 3 no corrected subject
_KEYS = {"claim", "id", "number", "piece", "reviews"}


def to_json(exported: Exported) -> str:
    """Write claims as lines of JSON: what the file is, each article before its first claim, each claim with its reviews.

    Articles without claims come last.
    """
    lines: list[dict[str, Any]] = [{"format": FORMAT, "version": VERSION}]
    written: set[str] = set()
    for one in exported.claims:
        if one.piece.id not in written:
            written.add(one.piece.id)
            lines.append({"piece": PIECE.dump_python(one.piece, mode="json")})
        lines.append(
            {
                "id": one.id,
                "number": one.number,
                "piece": one.piece.id,
                "claim": CLAIM.dump_python(one.claim, mode="json"),
                "reviews": REVIEWS.dump_python(one.reviews, mode="json"),
            }
        )
    lines += [{"piece": PIECE.dump_python(piece, mode="json")} for piece in exported.silent]
    return "".join(f"{json.dumps(line, ensure_ascii=False, allow_nan=False)}\n" for line in lines)


def from_json(text: str) -> Exported:
    """Read what ``to_json`` wrote.

    Raises
    ------
    InputError
        When a line is not what it should be; names the line.
    """
    # Not splitlines: a quote may hold characters that count as ends of lines there.
    placed = [(f"line {number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not placed:
        raise bad("line 1", "the file is empty")
    _check_head(*placed[0])
    pieces: dict[str, Piece] = {}
    found: dict[str, Recorded] = {}
    for place, line in placed[1:]:
        row = object_in(place, line)
        if set(row) == {"piece"}:
            piece = read_as(PIECE, row["piece"], place, "piece")
            if pieces.setdefault(piece.id, piece) is not piece:
                raise bad(place, f'a second article "{piece.id}"')
        else:
            one = _recorded(row, pieces, place)
            if found.setdefault(one.id, one) is not one:
                raise bad(place, f'a second claim "{one.id}"')
    return Exported.of(found.values(), pieces.values())


def _check_head(place: str, line: str) -> None:
    head = object_in(place, line)
    if head.get("format") != FORMAT:
        raise bad(place, f'it does not say "format": "{FORMAT}"')
    if head.get("version") not in READABLE:
        problem = f"version {head.get('version')!r}, and only {READABLE[0]} to {READABLE[-1]} are known here"
        raise bad(place, problem, remedy="Update cliffhanger, or export again")


def _recorded(row: dict[str, Any], pieces: dict[str, Piece], place: str) -> Recorded:
    if set(row) != _KEYS:
        given = ", ".join(sorted(row)) or "none"
        raise bad(place, f"its keys are {given}; allowed: {', '.join(sorted(_KEYS))}, or piece alone")
    if not isinstance(row["piece"], str) or row["piece"] not in pieces:
        raise bad(place, f"article {row['piece']!r} does not come before it")
    number = number_in(row, place)
    claim = claim_in(row["claim"], place)
    return Recorded(row["id"], number, claim, pieces[row["piece"]], read_as(REVIEWS, row["reviews"], place, "reviews"))
