"""How much a claim weighs: authority times directness (R2). Every tier carries the sentence that gives it.

Owner on record 4; talent 3; an outlet naming the owner 2.5; an outlet's own voice 2; several unnamed sources 1.5; a rumour, a
fan, an unsupported "confirmed", a content farm and a piece that contradicts itself 1; speculation 0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from cliffhanger.claims.claim import CLASSIFIER
from cliffhanger.claims.names import fold
from cliffhanger.claims.outlets import Grade, graded
from cliffhanger.claims.recorded import Recorded

OWNER, TALENT, NAMING_OWNER, OUTLET, SEVERAL, RUMOUR, SPECULATION = 4.0, 3.0, 2.5, 2.0, 1.5, 1.0, 0.0
_CONFIRMED = re.compile(r"(?i)\b(?:officially )?(?:confirm(?:s|ed|ation)|announc(?:es|ed)|affirmed)\b")
_ON_RECORD = re.compile(
    r"(?i)[“\"]|&ldquo;|\b(?:said|says|told|statement|spokes\w+|pleased|delighted|today announce|press release|wrote)\b|"
    r", (?:the|its) (?:streamer|streaming service|network|broadcaster|channel|platform|studio|company|service)(?: has)? "
    r"(?:confirm|announc)ed\b"  # the owner speaks; "officially confirmed" is a word that anyone can write
)
_SEVERAL = re.compile(r"(?i)\b(?:two|three|four|several|multiple|people|sources|agents|insiders|executives)\b")
_QUOTED = re.compile(r"[“\"]|&ldquo;|&quot;")
# What an owner's page may be called beside the owner: "Vela Media", but not "Vela Life" or "What's on Vela", which are fans'.
_PAGE = frozenset(
    """
    about center centre communications company corporate entertainment group investor investors inc media network newsroom office
    official originals pictures plus press pressroom publicity relations room site studio studios television the tudum tv
    """.split()
)
_OWN_PART = frozenset({"cast_role", "crew_role"})


@dataclass(frozen=True, slots=True)
class Tier:
    """A weight and the sentence that gives it."""

    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What weighs on a claim beside its own words.

    ``capped`` are pieces that contradict themselves (R7); ``stated`` are pieces that give the owner's statement or the day of it,
    so that their "confirmed" is more than a word; ``grades`` are the user's grades of outlets by name or host.
    """

    capped: AbstractSet[str] = frozenset()
    stated: AbstractSet[str] = frozenset()
    grades: Mapping[str, Grade] = field(default_factory=dict)


def tier(one: Recorded, around: Surroundings) -> Tier:
    """Return how much a claim weighs, with the sentence that gives it."""
    if one.decided and one.decided.verdict == "confirmed":
        return Tier(OWNER, f"confirmed by {one.decided.who}")
    outlet = graded(one.piece, around.grades)
    found = _weighed(one, around, outlet.grade if outlet else None)
    if found.weight <= RUMOUR:
        return found
    if one.piece.id in around.capped:
        return Tier(RUMOUR, "its article contradicts itself, so it counts as a rumour (R7)")
    if outlet and outlet.grade == "farm":
        return Tier(RUMOUR, f"{one.piece.outlet or 'its outlet'} is graded a content farm: {outlet.why} (R2)")
    if one.claim.extractor is not None and found.weight > OUTLET:
        return Tier(OUTLET, f"read by {one.claim.extractor} and by no rule, so it counts as an outlet's voice (R2)")
    return found


def _weighed(one: Recorded, around: Surroundings, grade: Grade | None) -> Tier:
    claim = one.claim
    source = claim.attribution.type
    if claim.standing == "speculation":
        return Tier(SPECULATION, "speculation")
    if claim.standing == "rumour" or source in {"unnamed_source", "fans"}:
        many = source == "unnamed_source" and _SEVERAL.search(f"{claim.quote.text} {claim.attribution.name or ''}")
        return Tier(SEVERAL, "several unnamed sources") if many else Tier(RUMOUR, "a rumour")
    if source == "network_or_studio":
        return _of_owner(one, around, grade)
    if source == "talent":
        own = claim.kind in _OWN_PART and fold(claim.attribution.name or "") == fold(
            str(claim.value.get("actor") or claim.value.get("person"))
        )
        return Tier(OWNER, "a person on their own part") if own else Tier(TALENT, "talent, who does not decide this")
    if source in {"measurement_firm", "score_aggregator"}:
        return Tier(TALENT, "the firm that measures it")
    if source == "named_outlet":
        if hearsay(one):
            return Tier(RUMOUR, "passed on from outlets that are not named")
        return Tier(OUTLET, f"{claim.attribution.name} reports it")
    claims_so = claim.standing == "official" or claim.extractor == CLASSIFIER  # which says of no renewal that it is official
    if claims_so and grade != "trade" and _bare(one, around):
        return _BARE
    return Tier(OUTLET, "an outlet in its own voice")


_BARE = Tier(RUMOUR, 'a "confirmed" without the owner\'s page or words (R2)')


def hearsay(one: Recorded) -> bool:
    """Say whether a claim passes on what outlets say that it does not name."""
    by = one.claim.attribution
    return by.type == "named_outlet" and not (by.name and by.name[0].isupper())


def _of_owner(one: Recorded, around: Surroundings, grade: Grade | None) -> Tier:
    if grade == "owner" or (grade is None and owners_page(one)):
        return Tier(OWNER, "the owner on its own page")
    if grade == "trade":
        quoted = one.claim.standing == "official" and _QUOTED.search(_words(one))
        return (
            Tier(OWNER, "the owner's words in a trade paper") if quoted else Tier(NAMING_OWNER, "a trade paper names the owner")
        )
    return _BARE if _bare(one, around) else Tier(NAMING_OWNER, "an outlet that names the owner")


def _bare(one: Recorded, around: Surroundings) -> bool:
    """Say whether "confirmed" is all that a piece has: no words of the owner, no day on which it spoke."""
    words = _words(one)
    return bool(_CONFIRMED.search(words)) and not _ON_RECORD.search(words) and one.piece.id not in around.stated


def _words(one: Recorded) -> str:
    """Return the quote without the series' name in marks, which is no one's speech."""
    title = re.escape(one.claim.subject.series or "")
    return re.sub(rf"(?i)(?:[“\"‘]|&ldquo;|&quot;){title}(?:[”\"’]|&rdquo;|&quot;)", "", one.claim.quote.text)


def owners_page(one: Recorded) -> bool:
    """Say whether a piece is the owner's: its outlet is the network that the claim is attributed to, and a word for a page."""
    name, outlet = fold(one.claim.attribution.name or ""), f" {fold(one.piece.outlet or '')} "
    if not name or f" {name} " not in outlet or one.claim.attribution.type != "network_or_studio":
        return False
    return set(outlet.replace(f" {name} ", " ", 1).split()) <= _PAGE
