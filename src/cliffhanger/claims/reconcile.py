"""What is believed of a series on a day: rules R1 to R9 over its claims, each decision with the rule that made it.

Claims are taken in the order in which they could be known. Nothing is deleted: a claim that is not believed keeps its place,
its quote and the reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from cliffhanger.claims.answers import same_answer
from cliffhanger.claims.contradictions import Contradiction, contradicting, contradictions, orders
from cliffhanger.claims.copies import origins, relays
from cliffhanger.claims.deciding import decide
from cliffhanger.claims.in_time import in_order
from cliffhanger.claims.naming import naming_key
from cliffhanger.claims.outcome import CONTESTED_WITHIN, Standing
from cliffhanger.claims.outlets import Grade, Record, Records, expected, no_record
from cliffhanger.claims.recorded import Piece, Recorded, Review
from cliffhanger.claims.refused import refused
from cliffhanger.claims.slots import Premiered, Slot, latest_named, slotted
from cliffhanger.claims.tiers import RUMOUR, Surroundings, Tier, hearsay, tier
from cliffhanger.claims.values import Fault, fault_of_types

Rank = Literal["preferred", "normal", "deprecated"]


_TORN = frozenset({"renewal", "production", "episodes"})  # the families in which an article can be at odds with itself


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim with its weight, its rank and why it has it; ``rule`` is "R1" to "R9" or "" where none was needed."""

    recorded: Recorded
    tier: Tier
    rank: Rank
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Believed:
    """The answer of one slot on a day.

    ``value`` is the claim's value, None where nothing is believed (only denied); ``since`` is the first day on which it could be
    known; ``basis`` are the claims it rests on, the weightiest first; ``sources`` counts independent ones (a copy counts once).
    """

    slot: Slot
    value: dict[str, Any] | None
    polarity: str
    standing: str
    since: dt.date
    basis: tuple[Recorded, ...]
    on_whose_word: str
    weight: float
    contested: bool
    sources: int
    note: str
    claims: tuple[Ranked, ...]

    @property
    def overruled(self) -> tuple[Ranked, ...]:
        """The claims that another one overruled, each with the rule."""
        return tuple(one for one in self.claims if one.rank == "deprecated")


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of a series on a day: the answers by slot, the contradictions within articles and between them."""

    series: str
    as_of: dt.date
    slots: tuple[Believed, ...]
    contradictions: tuple[Contradiction, ...]
    disputes: tuple[Contradiction, ...] = ()

    def slot(self, family: str, season: int | None = None) -> Believed | None:
        """Return the answer of a family without persons, of a season where one is given; None where nothing is known."""
        found = [
            one for one in self.slots if one.slot.family == family and not one.slot.about and season in {None, one.slot.season}
        ]
        return max(found, key=lambda one: one.slot.season or 0, default=None)


@dataclass(frozen=True, slots=True)
class Background:
    """What is known beside a series' claims.

    ``grades`` are the user's grades of outlets, by name or host. ``records`` tells what outlets' records were on a day: they
    order what outlets of equal weight say on one day, and move nothing else. ``premiered`` is the latest season that is out, null
    where that is not known: what is told after it and names no season is about the next.
    """

    grades: Mapping[str, Grade] = field(default_factory=dict)
    records: Records | None = None
    premiered: Premiered | None = None


NO_BACKGROUND = Background()


def reconcile(recorded: Sequence[Recorded], *, series: str, as_of: dt.date, background: Background = NO_BACKGROUND) -> Known:
    """Return what is believed of a series on a day, from its claims.

    Claims of articles that came later are left out, so that the answer for a past day is the one it would have had.
    """
    records = background.records
    known = sorted(
        (one for one in recorded if one.piece.known_from <= as_of),
        key=lambda one: (one.piece.known_from, one.piece.digest, one.piece.id, one.claim.quote.start, one.number),
    )
    reviewed = [_reviewed(one, as_of) for one in known if is_about(one, series, as_of)]
    live = [one for one in reviewed if not _rejected(one)]
    conflicts = contradictions(live, series)
    by_slot = slotted(reviewed, series, latest=latest_named(live), premiered=background.premiered)
    capped = _capped(contradicting(conflicts), by_slot)
    follows = orders(conflicts)
    stated = frozenset(
        one.piece.id for one in live if one.claim.kind in {"announcement_date", "statement"} and one.claim.standing == "official"
    )
    weights, sources = _weights(live, Surroundings(stated=stated, grades=background.grades), capped)

    def record_of(family: str) -> Record:
        return (lambda outlet: records(as_of).get((outlet, family))) if records else no_record

    answers = [
        _with_rejected(
            _answer(slot, told, Weighed(weights, sources, capped, follows), record_of(slot.family))
            if told
            else _nothing_left(slot, claims),
            claims,
        )
        for slot, claims in by_slot.items()
        for told in [in_order([one for one in claims if not _rejected(one)], follows)]
    ]
    answers.sort(key=_order)
    disputes = tuple(found for one in answers if one.contested for found in _disputes(one, record_of(one.slot.family)))
    return Known(series, as_of, tuple(answers), conflicts, disputes)


def _disputes(answer: Believed, record: Record) -> Iterator[Contradiction]:
    """Yield what is believed beside each other article that says otherwise with nearly the same weight, once an article.

    The weightiest rival is first; of equal ones, the outlet with the better record.
    """
    seen = {one.piece.id for one in answer.basis}
    rivals: list[Ranked] = []
    for one in answer.claims:
        near = one.rule in {"R3", "R6"} and one.tier.weight > answer.weight - CONTESTED_WITHIN
        live = one.rank != "preferred" and one.recorded.piece.known_from >= answer.since  # not one that was given up before
        if near and live and one.recorded.piece.id not in seen:
            seen.add(one.recorded.piece.id)
            rivals.append(one)
    if len(rivals) > 1:  # records are dear to learn
        rivals.sort(key=lambda one: (-one.tier.weight, -expected(one.recorded.piece.outlet, record)))
    for one in rivals:
        yield Contradiction(f"between_sources:{answer.slot.family}", answer.basis[0], one.recorded)


def _order(one: Believed) -> tuple[str, int, str]:
    return one.slot.family, -(one.slot.season or 0), one.slot.about


def is_about(one: Recorded, series: str, as_of: dt.date) -> bool:
    """Say whether a claim is about a series on a day; one that a person moved to another is about that from then on."""
    if not any(review.subject for review in one.reviews):
        return True
    return naming_key(_reviewed(one, as_of).claim.subject.series or "") == naming_key(series)


def _reviewed(one: Recorded, as_of: dt.date) -> Recorded:
    """Apply what a person decided by the day: the last word counts; what was corrected is used in place of what was extracted.

    A corrected value that has not the form of the claim's kind, from before forms were held to, is as if it were not there.
    """
    by_then = (review for review in one.reviews if review.on <= as_of)
    sound = (replace(review, value=None) if fault_of_review(one, review) else review for review in by_then)
    reviews = tuple(review for review in sound if review.verdict != "corrected" or review.value is not None or review.subject)
    decided = replace(one, reviews=reviews)
    claim = replace(one.claim, subject=decided.subject)
    if reviews and reviews[-1].verdict == "corrected" and reviews[-1].value is not None:
        claim = replace(claim, value=reviews[-1].value)
    return replace(decided, claim=claim)


def fault_of_review(one: Recorded, review: Review) -> Fault | None:
    """Return why a correction cannot be used; None where it can, or is none."""
    return None if review.value is None else fault_of_types(one.claim.kind, review.value)


def _rejected(one: Recorded) -> bool:
    return bool(one.reviews) and one.reviews[-1].verdict == "rejected"


def _capped(at_odds: frozenset[str], by_slot: Mapping[Slot, Sequence[Recorded]]) -> frozenset[str]:
    """Return the claims that an article's being at odds with itself makes rumours: its own about that season (R7)."""
    seasons = {(one.piece.id, slot.season) for slot, claims in by_slot.items() for one in claims if one.id in at_odds}
    return frozenset(one.id for slot, claims in by_slot.items() for one in claims if (one.piece.id, slot.season) in seasons)


def _weights(live: Sequence[Recorded], around: Surroundings, capped: frozenset[str]) -> tuple[dict[str, Tier], dict[str, str]]:
    """Return the weight of each claim and the piece it counts for; ``capped`` are those that count as rumours (R7).

    A claim that only passes another piece on counts for that piece and weighs no more than it gives (R8).
    """
    weights: dict[str, Tier] = {}
    copied = origins(live)
    sources: dict[str, str] = {}
    earlier: dict[str, Piece] = {}
    heaviest: dict[tuple[str, str], float] = {}
    for one in live:
        found = tier(one, replace(around, capped=frozenset({one.piece.id})) if one.id in capped else around)
        sources[one.id] = copied[one.piece.id]
        source = relays(one, list(earlier.values()))
        if source is not None:
            sources[one.id] = copied[source.id]
            of_source = heaviest.get((source.id, one.claim.kind))
            if of_source is not None and of_source < found.weight:
                found = Tier(of_source, f"passed on from {source.outlet} (R8)")
        weights[one.id] = found
        earlier[one.piece.id] = one.piece
        said = (one.piece.id, one.claim.kind)
        heaviest[said] = max(heaviest.get(said, found.weight), found.weight)
    return weights, sources


def _echoes(slot: Slot, claims: Sequence[Recorded], weights: Mapping[str, Tier], sources: Mapping[str, str]) -> frozenset[str]:
    """Return the claims that only repeat a piece that is told already, and so are no later word and no further source (R8).

    A copy that weighs more, such as the owner's own page of a statement that a paper printed first, is no echo.
    """
    found = set()
    for place, one in enumerate(claims):
        vague = hearsay(one)
        if sources[one.id] == one.piece.id and not vague:
            continue
        found |= {
            one.id
            for first in claims[:place]
            if (vague or sources[one.id] == sources[first.id])
            and first.piece.id != one.piece.id
            and weights[one.id].weight <= weights[first.id].weight
            and (first.claim.polarity, first.claim.standing == "denied") == (one.claim.polarity, one.claim.standing == "denied")
            and same_answer(slot.family, first.claim.value, one.claim.value)
        }
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What slots are decided with, by the id of a claim: weight, the piece it counts for, which R7 caps, what each follows."""

    weights: Mapping[str, Tier]
    sources: Mapping[str, str]
    capped: frozenset[str]
    follows: Mapping[str, frozenset[str]]


def _answer(slot: Slot, claims: Sequence[Recorded], weighed: Weighed, record: Record) -> Believed:
    weights, sources, capped = weighed.weights, weighed.sources, weighed.capped
    echoes = _echoes(slot, claims, weights, sources)
    entering = [
        Standing(
            refused(one, weights[one.id].weight),
            weights[one.id].weight,
            sources[one.id],
            weighed.follows.get(one.id, frozenset()),
        )
        for one in claims
        if one.id not in echoes
    ]
    outcome = decide(slot.family, entering, record)
    for echo in echoes:
        outcome.reasons[echo] = ("R8", "the same origin again counts once")
    preferred = {one.recorded.id for one in outcome.basis}
    ranked = []
    for one in claims:
        rule, why = outcome.reasons.get(one.id, ("", ""))
        rank: Rank = "preferred" if one.id in preferred else "deprecated" if one.id in outcome.overruled else "normal"
        season = f"; it names no season and is taken for {slot.season}" if slot.season and not one.claim.subject.season else ""
        ranked.append(Ranked(one, weights[one.id], rank, rule, (why or weights[one.id].why) + season))
    basis = tuple(one.recorded for one in outcome.basis)
    lead = basis[0] if basis else claims[-1]
    notes = [outcome.note]
    torn = slot.family in _TORN and any(one.id in capped for one in claims)
    if torn:
        notes.append("an article contradicts itself here")
    independent = {sources[one.id] for one in basis}
    return Believed(
        slot=slot,
        value=outcome.value,
        polarity=outcome.polarity,
        standing=lead.claim.standing,
        since=outcome.since,
        basis=basis,
        on_whose_word=lead.on_whose_word,
        weight=weights[lead.id].weight,
        contested=outcome.contested or (torn and weights[lead.id].weight <= RUMOUR),
        sources=len(independent),
        note="; ".join(note for note in notes if note),
        claims=tuple(ranked),
    )


def _nothing_left(slot: Slot, claims: Sequence[Recorded]) -> Believed:
    """Return the answer of a slot whose every claim a person rejected: nothing is believed, and it says so."""
    return Believed(
        slot=slot,
        value=None,
        polarity="+",
        standing="rejected",
        since=max(one.reviews[-1].on for one in claims),
        basis=(),
        on_whose_word=claims[-1].reviews[-1].who,
        weight=0.0,
        contested=False,
        sources=0,
        note="every claim about it was rejected",
        claims=(),
    )


def _with_rejected(answer: Believed, claims: Sequence[Recorded]) -> Believed:
    """Show what a person rejected beside what is believed, with who and why."""
    shown = tuple(
        Ranked(one, Tier(0.0, "rejected"), "deprecated", "", f"rejected by {one.reviews[-1].who}: {one.reviews[-1].why}")
        for one in claims
        if _rejected(one)
    )
    return replace(answer, claims=(*answer.claims, *shown)) if shown else answer
