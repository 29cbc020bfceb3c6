"""Renewal's own course: which turns of a season's fate follow one another, go together, or are told again as past."""

from __future__ import annotations

from typing import Any

from cliffhanger.claims.answers import DECIDED, PROCESS, same_answer
from cliffhanger.claims.in_time import another_owner, was_so_before
from cliffhanger.claims.names import fold
from cliffhanger.claims.outcome import Outcome, Standing, refine, replace, say, support
from cliffhanger.claims.tiers import NAMING_OWNER, OUTLET


def takes_its_course(one: Standing, outcome: Outcome) -> bool:
    """Say whether a claim that answers otherwise than what is believed is no mere rival of it, and decide it where it is none."""
    value, held = one.recorded.claim.value, outcome.value or {}
    return any(turn(value, held, one, outcome) for turn in (_told_again, _process, _goes_together, _taken_over))


def _told_again(value: dict[str, Any], held: dict[str, Any], one: Standing, outcome: Outcome) -> bool:
    """What was believed before and is told again as past is no later word: "it had been renewed in October"."""
    known = any(same_answer("renewal", each.recorded.claim.value, value) for each in outcome.past)
    if not known or held.get("status") not in DECIDED or not was_so_before(one.recorded.claim, outcome.since):
        return False
    say(one, outcome, "R3", "it tells again what was so before")
    return True


def _process(value: dict[str, Any], held: dict[str, Any], one: Standing, outcome: Outcome) -> bool:
    """Renewal's own course: a decision ends "undecided", and talks end no decision."""
    new, old = str(value.get("status")), str(held.get("status"))
    if new == "undecided" and old in DECIDED:
        later = one.weight > outcome.weight and one.weight >= NAMING_OWNER
        if later:
            return False
        say(one, outcome, "R6", "that it is open takes back no decision of at least its weight")
        if one.weight >= outcome.weight:
            outcome.contested = True
        return True
    if new in PROCESS and old in DECIDED:
        outcome.note = f"{old}; {new.replace('_', ' ')} since {one.recorded.piece.known_from.isoformat()}"
        say(one, outcome, "R3", "it goes on beside the decision")
        return True
    if old == "undecided" and new in DECIDED and one.weight >= OUTLET:
        replace(one, outcome, "R3", "a decision ended what was open")
        return True
    if {old, new} == {"renewed", "ending"}:  # a last season is a season
        if new == "ending" and one.weight >= min(OUTLET, outcome.weight):
            refine(one, outcome, "it is to be the last")
        elif new == "ending":
            outcome.note = "said on lighter word to be the last"
            say(one, outcome, "R4", "that it is the last needs more than a rumour beside a firmer renewal")
        else:
            say(one, outcome, "R4", "it is to come, as the last")
        return True
    return False


def _goes_together(value: dict[str, Any], held: dict[str, Any], one: Standing, outcome: Outcome) -> bool:
    """What is renewed after all is renewed, and talks that an article tells beside a decision are no rival of it."""
    new, old = str(value.get("status")), str(held.get("status"))
    after_all = old == "renewed" and new == "reversed"
    if (old == "reversed" and new == "renewed") or (after_all and one.weight < outcome.weight):
        support(one, outcome)
        return True
    beside = old in PROCESS and new in DECIDED and one.recorded.piece.id in {each.recorded.piece.id for each in outcome.basis}
    if one.weight < outcome.weight or not (beside or after_all):
        return False
    since = outcome.since.isoformat()
    replace(one, outcome, "R3", "it goes on beside the decision" if beside else "it is renewed after all", give_up=False)
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
        replace(one, outcome, "R3", "another owner has taken it up")
        return True
    former = [each for each in outcome.let_go if fold(_owner(each)) == fold(_owner(one))]
    if new == "cancelled" and old in DECIDED and former:
        say(one, outcome, "R3", f"{_owner(one)} let it go before another owner took it up")
        return True
    return False


def _owner(one: Standing) -> str:
    by = one.recorded.claim.attribution
    return (by.name or "") if by.type == "network_or_studio" else ""
