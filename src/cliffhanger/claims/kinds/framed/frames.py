"""What the clauses of a sentence say where no pattern has told the same: a verb in any tense and voice, and what it is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.framed.crewing import crewing
from cliffhanger.claims.kinds.framed.fates import fates
from cliffhanger.claims.kinds.framed.making import making
from cliffhanger.claims.kinds.framed.shown import shown
from cliffhanger.claims.names import fold

_FRAMES = (fates, making, crewing, shown)


def framed(place: Place, told: Sequence[Found]) -> Iterator[Found]:
    """Yield what frames find and ``told`` does not have already: nothing of the same kind, and person, lies in the same place."""
    for frame in _FRAMES:
        for found in frame(place):
            if not any(_is_same(found, one) for one in told):
                yield found


def _is_same(found: Found, one: Found) -> bool:
    if one.kind != found.kind:
        return False
    if found.kind == "crew_role":
        return (fold(str(one.value["person"])), one.value["role"]) == (fold(str(found.value["person"])), found.value["role"])
    if found.kind == "cast_role":
        # who is "its Captain Pike" and "has gone into Ward Eleven as a consultant" is two things
        roles = {fold(str(claim.value["character"])) for claim in (found, one) if "character" in claim.value}
        moves = found.value.get("st") == "joining" and "st" not in one.value and one.end < found.end and len(roles) > 1
        return not moves and fold(str(one.value["actor"])) == fold(str(found.value["actor"]))
    if found.kind == "release_date":
        return one.value.get("window") == found.value["window"] or (one.start < found.end and found.start < one.end)
    if found.kind == "renewal_status" and one.start < found.start and one.value["status"] != found.value["status"]:
        return False  # the turn of events before: "rescued the show, months after Vela dropped it"
    return one.start < found.end and found.start < one.end
