"""One slot decided: its claims in time order, each taken, refined, noted or overruled by a rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from cliffhanger.claims.answers import PLANS, PROCESS, same_answer, within
from cliffhanger.claims.in_time import another_owner
from cliffhanger.claims.names import fold
from cliffhanger.claims.outlets import Record, expected, no_record
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.tiers import NAMING_OWNER, OUTLET, OWNER, RUMOUR, SEVERAL

_PARTIAL = frozenset({"script_reading", "unconfirmed", "sets_struck", "lease_extended"})
_DECIDED = frozenset({"renewed", "cancelled", "ending", "reversed"})
_SAID = {"undecided": "open", "ending": "to end", "reversed": "renewed after all"}
CONTESTED_WITHIN = 1.0


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim as it enters the decision: with its weight, the origin it counts for, and what its article says it ``follows``."""

    recorded: Recorded
    weight: float
    origin: str
    follows: frozenset[str] = frozenset()


@dataclass
class Outcome:
    """What a slot came to: the value, on which claims, and why each other claim is not it.

    ``reasons`` gives for a claim the rule and a sentence; ``overruled`` are the claims that may no longer be believed.
    ``refined`` is the value that the believed one only narrows, with its weight: what lies outside it must outweigh that one.
    ``aside`` are claims of equal weight that gave way on their day; one that says what is believed after all supports it.
    ``let_go`` are the cancellations of owners after whom another one took it up.
    """

    value: dict[str, Any] | None = None
    polarity: str = "+"
    since: dt.date = dt.date.min
    basis: list[Standing] = field(default_factory=list)
    contested: bool = False
    note: str = ""
    reasons: dict[str, tuple[str, str]] = field(default_factory=dict)
    overruled: set[str] = field(default_factory=set)
    refined: tuple[dict[str, Any], float] | None = None
    aside: list[Standing] = field(default_factory=list)
    let_go: list[Standing] = field(default_factory=list)
    record: Record = no_record

    @property
    def weight(self) -> float:
        """The weight of what is believed; below nothing where nothing is."""
        return max((one.weight for one in self.basis), default=-1.0)

    def bar(self, value: dict[str, Any]) -> float:
        """Return the weight from which another value takes the place."""
        if self.refined is None or within(value, self.refined[0]):
            return self.weight
        return max(self.weight, self.refined[1])


def decide(family: str, claims: Sequence[Standing], record: Record = no_record) -> Outcome:
    """Return what a slot's claims, given in time order and at least one, come to.

    ``record`` tells how often an outlet was right; it is asked only where two outlets say otherwise on one day with one weight.
    """
    outcome = Outcome(since=claims[0].recorded.piece.known_from, record=record)
    if family == "petition":
        return _most(claims, outcome)
    for one in claims:
        _take(family, one, outcome)
    if not outcome.basis:
        _nothing(claims, outcome)
    elif family == "renewal":
        _unsettled(claims, outcome)
    return outcome


def _take(family: str, one: Standing, outcome: Outcome) -> None:
    claim = one.recorded.claim
    if claim.polarity == "-" or claim.standing == "denied":
        _deny(family, one, outcome)
    elif claim.value.get("announced") is False and outcome.value is not None and outcome.value.get("announced") is not False:
        _say(one, outcome, "R6", "that nothing is announced takes back no value that is known")
    elif not outcome.basis:
        _adopt(one, outcome)
    elif same_answer(family, outcome.value, claim.value):
        _support(one, outcome)
    else:
        _rival(family, one, outcome)


def _rival(family: str, one: Standing, outcome: Outcome) -> None:
    """Another value than the believed one: refines it, changes it, follows it, or is noted and not believed."""
    value, held = one.recorded.claim.value, outcome.value or {}
    bar = outcome.bar(value)
    if within(value, held) and one.weight >= min(OUTLET, bar):
        _refine(one, outcome, "a narrower window within it followed")
    elif ("was" in value or "not" in value) and one.weight >= OUTLET:
        _replace(one, outcome, "R4", "an explicit change, with the old value beside the new")
    elif family == "production" and _event_beats_plan(value, held, one, outcome):
        _replace(one, outcome, "R3", "what happened goes before what was planned")
    elif family == "renewal" and any(turn(value, held, one, outcome) for turn in (_process, _goes_together, _taken_over)):
        return
    elif all(each.recorded.id in one.follows for each in outcome.basis):
        _replace(one, outcome, "R3", "what the article itself says came later")
    elif held.get("announced") is False and one.weight >= RUMOUR:
        _replace(one, outcome, "R3", "a date followed", overrule=False)
    elif one.weight == bar and _same_day(one, outcome):
        _tie(family, one, outcome)
    elif one.weight >= bar:
        _replace(one, outcome, "R3", "a later claim of equal or higher weight")
    else:
        if bar - one.weight < CONTESTED_WITHIN:
            outcome.contested = True
        _overrule(one, outcome, "R3", "a claim of lower weight takes no place")


def _same_day(one: Standing, outcome: Outcome) -> bool:
    """Say whether what is believed rests on other articles of the very day of a claim."""
    piece = one.recorded.piece
    held = [each.recorded.piece for each in outcome.basis]
    return all(each.id != piece.id for each in held) and max(each.known_from for each in held) == piece.known_from


def _tie(family: str, one: Standing, outcome: Outcome) -> None:
    """Two articles of one day, of one weight: the outlet with the better record is believed, and the slot stays contested.

    What an owner or talent says is theirs, whoever prints it, and no outlet's record orders it.
    """
    outcome.contested = True
    held = max(outcome.basis, key=lambda each: expected(each.recorded.piece.outlet, outcome.record))
    ours, theirs = (expected(each.recorded.piece.outlet, outcome.record) for each in (one, held))
    why = f"of the same day and weight; {_record(one, outcome)}, {_record(held, outcome)}"
    if one.weight > NAMING_OWNER or ours == theirs:
        _say(one, outcome, "R3", "another article of the same day says otherwise with the same weight; neither is later")
    elif ours < theirs:
        _say(one, outcome, "R3", why)
    else:
        _give_way(family, one, outcome, why)
        return
    outcome.aside.append(one)


def _give_way(family: str, one: Standing, outcome: Outcome, why: str) -> None:
    """What is believed gives way to a claim of its day, and what had given way to it and says the same comes back."""
    day = one.recorded.piece.known_from
    before, waiting = outcome.basis, [each for each in outcome.aside if each.recorded.piece.known_from == day]
    _replace(one, outcome, "R3", why, overrule=False)
    outcome.aside = list(before)
    for each in waiting:
        if same_answer(family, outcome.value, each.recorded.claim.value):
            del outcome.reasons[each.recorded.id]
            _support(each, outcome)
        else:
            outcome.aside.append(each)


def _record(one: Standing, outcome: Outcome) -> str:
    outlet = one.recorded.piece.outlet or "an outlet without a name"
    found = outcome.record(one.recorded.piece.outlet or "")
    return f"{outlet} was right {found.right} of {found.trials} times" if found else f"{outlet} has no record"


def _process(value: dict[str, Any], held: dict[str, Any], one: Standing, outcome: Outcome) -> bool:
    """Renewal's own course: a decision ends "undecided", and talks end no decision."""
    new, old = str(value.get("status")), str(held.get("status"))
    if new == "undecided" and old in _DECIDED:
        later = one.weight > outcome.weight and one.weight >= NAMING_OWNER
        if later:
            return False
        _say(one, outcome, "R6", "that it is open takes back no decision of at least its weight")
        if one.weight >= outcome.weight:
            outcome.contested = True
        return True
    if new in PROCESS and old in _DECIDED:
        outcome.note = f"{old}; {new.replace('_', ' ')} since {one.recorded.piece.known_from.isoformat()}"
        _say(one, outcome, "R3", "it goes on beside the decision")
        return True
    if old == "undecided" and new in _DECIDED and one.weight >= OUTLET:
        _replace(one, outcome, "R3", "a decision ended what was open")
        return True
    if {old, new} == {"renewed", "ending"}:  # a last season is a season
        if new == "ending" and one.weight >= min(OUTLET, outcome.weight):
            _refine(one, outcome, "it is to be the last")
        elif new == "ending":
            outcome.note = "said on lighter word to be the last"
            _say(one, outcome, "R4", "that it is the last needs more than a rumour beside a firmer renewal")
        else:
            _say(one, outcome, "R4", "it is to come, as the last")
        return True
    return False


def _goes_together(value: dict[str, Any], held: dict[str, Any], one: Standing, outcome: Outcome) -> bool:
    """What is renewed after all is renewed, and talks that an article tells beside a decision are no rival of it."""
    new, old = str(value.get("status")), str(held.get("status"))
    after_all = old == "renewed" and new == "reversed"
    if (old == "reversed" and new == "renewed") or (after_all and one.weight < outcome.weight):
        _support(one, outcome)
        return True
    beside = old in PROCESS and new in _DECIDED and one.recorded.piece.id in {each.recorded.piece.id for each in outcome.basis}
    if one.weight < outcome.weight or not (beside or after_all):
        return False
    since = outcome.since.isoformat()
    _replace(one, outcome, "R3", "it goes on beside the decision" if beside else "it is renewed after all", overrule=False)
    outcome.contested = False
    outcome.note = f"{new}; {old.replace('_', ' ')} since {since}" if beside else ""
    return True


def _taken_over(value: dict[str, Any], held: dict[str, Any], one: Standing, outcome: Outcome) -> bool:
    """Another owner may order what one has cancelled: that is no word against it, and from then on only the new one decides."""
    new, old = str(value.get("status")), str(held.get("status"))
    others = [each for each in outcome.basis if another_owner(one.recorded.claim, each.recorded.claim)]
    its_own = any(_owner(each) and each not in others and each.recorded.id not in one.follows for each in outcome.basis)
    if new == "renewed" and old == "cancelled" and others and not its_own and one.weight >= NAMING_OWNER:
        outcome.let_go += others
        _replace(one, outcome, "R3", "another owner has taken it up")
        return True
    former = [each for each in outcome.let_go if fold(_owner(each)) == fold(_owner(one))]
    if new == "cancelled" and old in _DECIDED and former:
        _say(one, outcome, "R3", f"{_owner(one)} let it go before another owner took it up")
        return True
    return False


def _owner(one: Standing) -> str:
    by = one.recorded.claim.attribution
    return (by.name or "") if by.type == "network_or_studio" else ""


def _event_beats_plan(value: dict[str, Any], held: dict[str, Any], one: Standing, outcome: Outcome) -> bool:
    new, old = str(value.get("status")), str(held.get("status"))
    return old in PLANS and new not in PLANS | _PARTIAL and one.weight >= SEVERAL and one.weight < outcome.weight


def _deny(family: str, one: Standing, outcome: Outcome) -> None:
    """A denial sets no value (R5); one of enough weight takes the denied value away, a withdrawal is the owner's alone (R6)."""
    claim = one.recorded.claim
    if family == "renewal" and claim.standing != "denied" and claim.value.get("status") == "renewed" and not outcome.basis:
        _adopt(one, outcome, value={"status": "undecided"})
        return
    denied = outcome.basis and same_answer(family, outcome.value, claim.value)
    withdrawal = family == "release" and claim.standing != "denied" and claim.attribution.type != "network_or_studio"
    if denied and one.weight >= (OWNER if withdrawal else outcome.bar(claim.value)):
        for held in outcome.basis:
            _overrule(held, outcome, "R5", f"denied by {claim.attribution.name or one.recorded.piece.outlet or 'a source'}")
        outcome.basis, outcome.value = [], None
        _say(one, outcome, "R5", "a denial: it takes the value away and sets none")
    elif denied:
        outcome.note = "doubted"
        outcome.contested = outcome.contested or outcome.weight - one.weight < CONTESTED_WITHIN
        _overrule(one, outcome, "R6", "a lighter word takes back nothing; what the owner said, only the owner")
    else:
        _say(one, outcome, "R5", "a denial sets no value")


def _refine(one: Standing, outcome: Outcome, why: str) -> None:
    """Narrow what is believed; what lies outside it must still outweigh it."""
    refined = outcome.refined or (outcome.value or {}, outcome.weight)
    _say_all(outcome, "R4", why)
    _adopt(one, outcome, keep=True)
    outcome.refined = refined


def _adopt(one: Standing, outcome: Outcome, *, keep: bool = False, value: dict[str, Any] | None = None) -> None:
    held = outcome.value or {}
    outcome.value = {
        **{k: v for k, v in held.items() if keep and k not in one.recorded.claim.value},
        **(value or one.recorded.claim.value),
    }
    outcome.polarity = "+"
    outcome.since = one.recorded.piece.known_from
    outcome.basis = [one]
    outcome.note = ""
    outcome.refined = None
    outcome.overruled.discard(one.recorded.id)


def _support(one: Standing, outcome: Outcome) -> None:
    """The same value again: the weightiest claim leads, and copies of one article are one source (R8)."""
    if one.origin in {held.origin for held in outcome.basis} and one.weight <= outcome.weight:
        _say(one, outcome, "R8", "the same origin again counts once")
        return
    if one.weight > outcome.weight:
        if one.weight - outcome.weight >= CONTESTED_WITHIN:
            outcome.contested = False  # a rival that was near the lighter word is far from this one
        outcome.basis.insert(0, one)
        outcome.value = {**(outcome.value or {}), **one.recorded.claim.value}
    else:
        outcome.basis.append(one)


def _replace(one: Standing, outcome: Outcome, rule: str, why: str, *, overrule: bool = True) -> None:
    beside = {each.recorded.piece.id for each in outcome.basis if each.recorded.id not in one.follows}
    at_once = one.recorded.piece.id in beside or _same_day(one, outcome)
    outcome.contested = at_once and one.weight - outcome.weight < CONTESTED_WITHIN
    wider = outcome.refined if outcome.refined and within(one.recorded.claim.value, outcome.refined[0]) else None
    for held in outcome.basis:
        if overrule:
            _overrule(held, outcome, rule, why)
        else:
            _say(held, outcome, rule, why)
    _adopt(one, outcome)
    outcome.refined = wider


def _say(one: Standing, outcome: Outcome, rule: str, why: str) -> None:
    outcome.reasons[one.recorded.id] = (rule, why)


def _say_all(outcome: Outcome, rule: str, why: str) -> None:
    for held in outcome.basis:
        _say(held, outcome, rule, why)


def _overrule(one: Standing, outcome: Outcome, rule: str, why: str) -> None:
    _say(one, outcome, rule, why)
    outcome.overruled.add(one.recorded.id)


def _nothing(claims: Sequence[Standing], outcome: Outcome) -> None:
    """Only denials: what is known is that it is not so."""
    lead = max(claims, key=lambda one: one.weight if one.recorded.claim.polarity == "-" else -1.0)
    outcome.value = None if lead.recorded.claim.polarity == "+" else lead.recorded.claim.value
    outcome.polarity = lead.recorded.claim.polarity
    outcome.basis = [lead]
    outcome.since = lead.recorded.piece.known_from
    outcome.overruled.discard(lead.recorded.id)
    outcome.note = "denied, and nothing else is known"


def _unsettled(claims: Sequence[Standing], outcome: Outcome) -> None:
    """When all that is known is an article at odds with itself, nothing is believed of what it confirms (R7)."""
    lead = outcome.basis[0]
    if lead.weight > RUMOUR:
        return
    rivals = [
        one
        for one in claims
        if one.weight == lead.weight and not same_answer("renewal", one.recorded.claim.value, outcome.value or {})
    ]
    at_odds = [
        one
        for one in rivals
        if one.recorded.piece.id == lead.recorded.piece.id
        and one.recorded.claim.polarity == "+"
        and one.recorded.claim.standing not in {"rumour", "speculation"}
    ]
    if not at_odds or lead.recorded.claim.standing in {"rumour", "speculation"}:
        return
    open_ones = [one for one in claims if one.recorded.claim.value.get("status") == "undecided"]
    for one in claims:
        if one.recorded.claim.value.get("status") in _DECIDED:
            _overrule(one, outcome, "R7", "the article says the opposite too, so neither is believed")
    outcome.basis = open_ones[:1] or [lead]
    outcome.value = {"status": "undecided"}
    outcome.since = outcome.basis[0].recorded.piece.known_from
    for one in outcome.basis:
        outcome.overruled.discard(one.recorded.id)
    outcome.contested = True
    outcome.note = f"the article says that it is {_listed([lead, *at_odds, *open_ones])}; none of it is believed"


def _listed(claims: Sequence[Standing]) -> str:
    """Name what claims say of a season, each once."""
    states = dict.fromkeys(str(one.recorded.claim.value.get("status")) for one in claims)
    said = sorted(_SAID.get(state, state) for state in states)
    return " and ".join((", ".join(said[:-1]), said[-1])) if len(said) > 1 else said[0]


def _most(claims: Sequence[Standing], outcome: Outcome) -> Outcome:
    """Counts that only grow: the greatest is kept, with its day (R9)."""
    counted = [
        one
        for one in claims
        if isinstance(one.recorded.claim.value.get("n"), int | float)
        and not one.recorded.claim.value.get("change")
        and one.recorded.claim.polarity == "+"
        and one.weight >= RUMOUR
    ]
    if not counted:
        _adopt(max(claims, key=lambda one: (one.weight, one.recorded.piece.known_from)), outcome)
        return outcome
    best = max(counted, key=lambda one: (one.recorded.claim.value["n"], one.weight))
    _adopt(best, outcome)
    for one in counted:
        if one is not best and one.recorded.claim.value["n"] < best.recorded.claim.value["n"]:
            _overrule(one, outcome, "R9", "a count that grows: a greater one is known")
    return outcome
