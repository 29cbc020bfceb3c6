"""One slot decided: its claims in time order, each taken, refined, noted or overruled by a rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cliffhanger.claims.answers import DECIDED, PLANS, same_answer, within
from cliffhanger.claims.course import takes_its_course
from cliffhanger.claims.outcome import (
    CONTESTED_WITHIN,
    Outcome,
    Standing,
    adopt,
    overrule,
    refine,
    replace,
    same_day,
    say,
    support,
)
from cliffhanger.claims.outlets import Record, expected, no_record
from cliffhanger.claims.tiers import NAMING_OWNER, OUTLET, OWNER, RUMOUR, SEVERAL

_PARTIAL = frozenset({"script_reading", "unconfirmed", "sets_struck", "lease_extended"})
_SAID = {"undecided": "open", "ending": "to end", "reversed": "renewed after all"}


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
        say(one, outcome, "R6", "that nothing is announced takes back no value that is known")
    elif not outcome.basis:
        adopt(one, outcome)
    elif same_answer(family, outcome.value, claim.value):
        support(one, outcome)
    else:
        _rival(family, one, outcome)


def _rival(family: str, one: Standing, outcome: Outcome) -> None:
    """Another value than the believed one: refines it, changes it, follows it, or is noted and not believed."""
    value, held = one.recorded.claim.value, outcome.value or {}
    bar = outcome.bar(value)
    if within(value, held) and one.weight >= min(OUTLET, bar):
        refine(one, outcome, "a narrower window within it followed")
    elif ("was" in value or "not" in value) and one.weight >= OUTLET:
        replace(one, outcome, "R4", "an explicit change, with the old value beside the new")
    elif family == "production" and _event_beats_plan(value, held, one, outcome):
        replace(one, outcome, "R3", "what happened goes before what was planned")
    elif family == "renewal" and takes_its_course(one, outcome):
        return
    elif all(each.recorded.id in one.follows for each in outcome.basis):
        replace(one, outcome, "R3", "what the article itself says came later")
    elif held.get("announced") is False and one.weight >= RUMOUR:
        replace(one, outcome, "R3", "a date followed", give_up=False)
    elif one.weight == bar and same_day(one, outcome):
        _tie(family, one, outcome)
    elif one.weight >= bar:
        replace(one, outcome, "R3", "a later claim of equal or higher weight")
    else:
        if bar - one.weight < CONTESTED_WITHIN:
            outcome.contested = True
        overrule(one, outcome, "R3", "a claim of lower weight takes no place")


def _tie(family: str, one: Standing, outcome: Outcome) -> None:
    """Two articles of one day, of one weight: the outlet with the better record is believed, and the slot stays contested.

    What an owner or talent says is theirs, whoever prints it, and no outlet's record orders it.
    """
    outcome.contested = True
    held = max(outcome.basis, key=lambda each: expected(each.recorded.piece.outlet, outcome.record))
    ours, theirs = (expected(each.recorded.piece.outlet, outcome.record) for each in (one, held))
    why = f"of the same day and weight; {_record(one, outcome)}, {_record(held, outcome)}"
    if one.weight > NAMING_OWNER or ours == theirs:
        say(one, outcome, "R3", "another article of the same day says otherwise with the same weight; neither is later")
    elif ours < theirs:
        say(one, outcome, "R3", why)
    else:
        _give_way(family, one, outcome, why)
        return
    outcome.aside.append(one)


def _give_way(family: str, one: Standing, outcome: Outcome, why: str) -> None:
    """What is believed gives way to a claim of its day, and what had given way to it and says the same comes back."""
    day = one.recorded.piece.known_from
    before, waiting = outcome.basis, [each for each in outcome.aside if each.recorded.piece.known_from == day]
    replace(one, outcome, "R3", why, give_up=False)
    outcome.aside = list(before)
    for each in waiting:
        if same_answer(family, outcome.value, each.recorded.claim.value):
            del outcome.reasons[each.recorded.id]
            support(each, outcome)
        else:
            outcome.aside.append(each)


def _record(one: Standing, outcome: Outcome) -> str:
    outlet = one.recorded.piece.outlet or "an outlet without a name"
    found = outcome.record(one.recorded.piece.outlet or "")
    return f"{outlet} was right {found.right} of {found.trials} times" if found else f"{outlet} has no record"


def _event_beats_plan(value: dict[str, Any], held: dict[str, Any], one: Standing, outcome: Outcome) -> bool:
    new, old = str(value.get("status")), str(held.get("status"))
    return old in PLANS and new not in PLANS | _PARTIAL and one.weight >= SEVERAL and one.weight < outcome.weight


def _deny(family: str, one: Standing, outcome: Outcome) -> None:
    """A denial sets no value (R5); one of enough weight takes the denied value away, a withdrawal is the owner's alone (R6)."""
    claim = one.recorded.claim
    if family == "renewal" and claim.standing != "denied" and claim.value.get("status") == "renewed" and not outcome.basis:
        adopt(one, outcome, value={"status": "undecided"})
        return
    denied = outcome.basis and same_answer(family, outcome.value, claim.value)
    withdrawal = family == "release" and claim.standing != "denied" and claim.attribution.type != "network_or_studio"
    if denied and one.weight >= (OWNER if withdrawal else outcome.bar(claim.value)):
        for held in outcome.basis:
            overrule(held, outcome, "R5", f"denied by {claim.attribution.name or one.recorded.piece.outlet or 'a source'}")
        outcome.basis, outcome.value = [], None
        say(one, outcome, "R5", "a denial: it takes the value away and sets none")
    elif denied:
        outcome.note = "doubted"
        outcome.contested = outcome.contested or outcome.weight - one.weight < CONTESTED_WITHIN
        overrule(one, outcome, "R6", "a lighter word takes back nothing; what the owner said, only the owner")
    else:
        say(one, outcome, "R5", "a denial sets no value")


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
        if one.recorded.claim.value.get("status") in DECIDED:
            overrule(one, outcome, "R7", "the article says the opposite too, so neither is believed")
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
        adopt(max(claims, key=lambda one: (one.weight, one.recorded.piece.known_from)), outcome)
        return outcome
    best = max(counted, key=lambda one: (one.recorded.claim.value["n"], one.weight))
    adopt(best, outcome)
    for one in counted:
        if one is not best and one.recorded.claim.value["n"] < best.recorded.claim.value["n"]:
            overrule(one, outcome, "R9", "a count that grows: a greater one is known")
    return outcome
