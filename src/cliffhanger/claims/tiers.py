"""How much a claim weighs: authority times directness (R2). Every tier carries the sentence that gives it.

Owner on record 4; talent 3; an outlet naming the owner 2.5; an outlet's own voice 2; several unnamed sources 1.5; a rumour, a
fan, an unsupported "confirmed" and a piece that contradicts itself 1; speculation 0.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from cliffhanger.claims.names import fold
from cliffhanger.claims.recorded import Recorded

OWNER, TALENT, NAMING_OWNER, OUTLET, SEVERAL, RUMOUR, SPECULATION = 4.0, 3.0, 2.5, 2.0, 1.5, 1.0, 0.0
_CONFIRMED = re.compile(r"(?i)\b(?:officially )?(?:confirm(?:s|ed|ation)|announc(?:es|ed)|affirmed)\b")
_ON_RECORD = re.compile(
    r"(?i)[“\"]|&ldquo;|\b(?:said|says|told|statement|spokes\w+|pleased|delighted|today announce|press release|wrote)\b"
)
_SEVERAL = re.compile(r"(?i)\b(?:two|three|four|several|multiple|people|sources|agents|insiders|executives)\b")
_OWN_PART = frozenset({"cast_role", "crew_role"})


@dataclass(frozen=True, slots=True)
class Tier:
    """A weight and the sentence that gives it."""

    weight: float
    why: str


def tier(one: Recorded, *, capped: AbstractSet[str], stated: AbstractSet[str]) -> Tier:
    """Return how much a claim weighs.

    ``capped`` are pieces that contradict themselves (R7); ``stated`` are pieces that give the owner's statement or the day of
    it, so that their "confirmed" is more than a word.
    """
    if any(review.verdict == "confirmed" for review in one.reviews[-1:]):
        return Tier(OWNER, f"confirmed by {one.reviews[-1].who}")
    found = _weighed(one, stated)
    if one.piece.id in capped and found.weight > RUMOUR:
        return Tier(RUMOUR, "its article contradicts itself, so it counts as a rumour (R7)")
    return found


def _weighed(one: Recorded, stated: AbstractSet[str]) -> Tier:
    claim = one.claim
    source = claim.attribution.type
    if claim.standing == "speculation":
        return Tier(SPECULATION, "speculation")
    if claim.standing == "rumour" or source in {"unnamed_source", "fans"}:
        many = source == "unnamed_source" and _SEVERAL.search(f"{claim.quote.text} {claim.attribution.name or ''}")
        return Tier(SEVERAL, "several unnamed sources") if many else Tier(RUMOUR, "a rumour")
    if source == "network_or_studio":
        return _of_owner(one, stated)
    if source == "talent":
        own = claim.kind in _OWN_PART and fold(claim.attribution.name or "") == fold(
            str(claim.value.get("actor") or claim.value.get("person"))
        )
        return Tier(OWNER, "a person on their own part") if own else Tier(TALENT, "talent, who does not decide this")
    if source in {"measurement_firm", "score_aggregator"}:
        return Tier(TALENT, "the firm that measures it")
    if source == "named_outlet":
        named = bool(claim.attribution.name and claim.attribution.name[0].isupper())
        return (
            Tier(OUTLET, f"{claim.attribution.name} reports it")
            if named
            else Tier(RUMOUR, "passed on from outlets that are not named")
        )
    if owners_page(one):
        return Tier(OWNER, "the owner's own page")
    return Tier(OUTLET, "an outlet in its own voice")


def _of_owner(one: Recorded, stated: AbstractSet[str]) -> Tier:
    words = one.claim.quote.text
    if owners_page(one):
        return Tier(OWNER, "the owner on its own page")
    if _CONFIRMED.search(words) and not _ON_RECORD.search(words) and one.piece.id not in stated:
        return Tier(RUMOUR, 'a "confirmed" without the owner\'s page or words (R2)')
    return Tier(NAMING_OWNER, "an outlet that names the owner")


def owners_page(one: Recorded) -> bool:
    """Say whether a piece is the owner's: its outlet bears the name of the network that the claim is attributed to."""
    name, outlet = fold(one.claim.attribution.name or ""), f" {fold(one.piece.outlet or '')} "
    return bool(name) and f" {name} " in outlet and one.claim.attribution.type == "network_or_studio"
