"""What a slot has come to while its claims are taken one after the other, and how a claim changes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from cliffhanger.claims.answers import within
from cliffhanger.claims.outlets import Record, no_record
from cliffhanger.claims.recorded import Recorded

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
    ``past`` are claims that were believed before, and in whose place others are.
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
    past: list[Standing] = field(default_factory=list)
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


def same_day(one: Standing, outcome: Outcome) -> bool:
    """Say whether what is believed rests on other articles of the very day of a claim."""
    piece = one.recorded.piece
    held = [each.recorded.piece for each in outcome.basis]
    return all(each.id != piece.id for each in held) and max(each.known_from for each in held) == piece.known_from


def refine(one: Standing, outcome: Outcome, why: str) -> None:
    """Narrow what is believed; what lies outside it must still outweigh it."""
    refined = outcome.refined or (outcome.value or {}, outcome.weight)
    _say_all(outcome, "R4", why)
    adopt(one, outcome, keep=True)
    outcome.refined = refined


def adopt(one: Standing, outcome: Outcome, *, keep: bool = False, value: dict[str, Any] | None = None) -> None:
    """Believe a claim alone, or ``value`` on its word; ``keep`` what its value has no key for."""
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


def support(one: Standing, outcome: Outcome) -> None:
    """The same value again: the weightiest claim leads, and copies of one article are one source (R8)."""
    if one.origin in {held.origin for held in outcome.basis} and one.weight <= outcome.weight:
        say(one, outcome, "R8", "the same origin again counts once")
        return
    if one.weight > outcome.weight:
        if one.weight - outcome.weight >= CONTESTED_WITHIN:
            outcome.contested = False  # a rival that was near the lighter word is far from this one
        outcome.basis.insert(0, one)
        outcome.value = {**(outcome.value or {}), **one.recorded.claim.value}
    else:
        outcome.basis.append(one)


def replace(one: Standing, outcome: Outcome, rule: str, why: str, *, give_up: bool = True) -> None:
    """Believe a claim in place of what is believed, which is given up or only followed."""
    beside = {each.recorded.piece.id for each in outcome.basis if each.recorded.id not in one.follows}
    at_once = one.recorded.piece.id in beside or same_day(one, outcome)
    outcome.contested = at_once and one.weight - outcome.weight < CONTESTED_WITHIN
    wider = outcome.refined if outcome.refined and within(one.recorded.claim.value, outcome.refined[0]) else None
    for held in outcome.basis:
        if give_up:
            overrule(held, outcome, rule, why)
        else:
            say(held, outcome, rule, why)
    outcome.past += outcome.basis
    adopt(one, outcome)
    outcome.refined = wider


def say(one: Standing, outcome: Outcome, rule: str, why: str) -> None:
    """Tell by which rule a claim is not what is believed."""
    outcome.reasons[one.recorded.id] = (rule, why)


def _say_all(outcome: Outcome, rule: str, why: str) -> None:
    """Tell of all that is believed by which rule it is narrowed or followed."""
    for held in outcome.basis:
        say(held, outcome, rule, why)


def overrule(one: Standing, outcome: Outcome, rule: str, why: str) -> None:
    """Tell by which rule a claim may no longer be believed."""
    say(one, outcome, rule, why)
    outcome.overruled.add(one.recorded.id)
