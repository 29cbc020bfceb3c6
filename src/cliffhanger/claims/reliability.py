"""How often an outlet was right, learnt from slots that the owner settled later; never held against an owner.

Each claim of an outlet on a slot that the owner settles afterwards is one trial: right when its value is the owner's, or was the
owner's at some time, since a decision may truly change. The share has a Beta law, from a flat prior by kind; few trials leave it
wide.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from scipy import stats

from cliffhanger.claims.answers import same_answer
from cliffhanger.claims.claim import Claim
from cliffhanger.claims.outlets import Reliability
from cliffhanger.claims.reconcile import Believed, Known
from cliffhanger.claims.tiers import NAMING_OWNER, OWNER

SETTLED = frozenset({"renewal", "release", "episodes", "platform"})


def reliabilities(known: Iterable[Known]) -> tuple[Reliability, ...]:
    """Return the reliability of every outlet and family with a trial, from the answers about any number of series.

    A trial is a claim that is no guess and was known before an owner's word on its slot that says the same or ends the matter; an
    outlet's second claim of one article on a slot is no second trial.
    """
    right: Counter[tuple[str, str]] = Counter()
    trials: Counter[tuple[str, str]] = Counter()
    for one in known:
        for outlet, family, hit in _trials(one):
            trials[outlet, family] += 1
            right[outlet, family] += hit
    return tuple(_law(outlet, family, right[outlet, family], count) for (outlet, family), count in sorted(trials.items()))


def _trials(known: Known) -> Sequence[tuple[str, str, bool]]:
    found: dict[tuple[str, str, str, int | None], bool] = {}
    for slot in known.slots:
        unsettled = slot.slot.family not in SETTLED or slot.slot.about or slot.weight < OWNER
        if unsettled or slot.value is None or slot.polarity == "-":
            continue
        for ranked in slot.claims:
            claim, piece = ranked.recorded.claim, ranked.recorded.piece
            guess = claim.standing in {"speculation", "denied"} or claim.polarity == "-" or ranked.tier.weight >= OWNER
            if guess or not piece.outlet or _open(claim):
                continue
            owners = _owners_words(slot, besides=piece.outlet)
            agreed = [day for day, value in owners if same_answer(slot.slot.family, value, claim.value)]
            if any(day <= piece.known_from for day in agreed) or all(day <= piece.known_from for day, _ in owners):
                continue  # the owner had said so already, or said no more: it is no forecast
            key = (piece.outlet, slot.slot.family, piece.id, slot.slot.season)
            found[key] = bool(agreed) or same_answer(slot.slot.family, slot.value, claim.value)
    return [(outlet, family, hit) for (outlet, family, _, _), hit in found.items()]


def _owners_words(slot: Believed, *, besides: str) -> list[tuple[dt.date, dict[str, Any]]]:
    """The values that the owner gave, or that another outlet had from the owner, each with the day on which it could be known.

    That the owner said so is no proof where the outlet that is judged alone has it.
    """
    return [
        (one.recorded.piece.known_from, one.recorded.claim.value)
        for one in slot.claims
        if one.recorded.claim.standing == "official"
        and one.recorded.claim.polarity == "+"
        and (one.tier.weight >= OWNER or (one.tier.weight >= NAMING_OWNER and one.recorded.piece.outlet != besides))
    ]


def _open(claim: Claim) -> bool:
    """Say whether a claim only says that it was open then, which is no forecast."""
    return claim.value.get("announced") is False or claim.value.get("status") == "undecided"


def _law(outlet: str, family: str, right: int, trials: int) -> Reliability:
    low, middle, high = (float(one) for one in stats.beta(1 + right, 1 + trials - right).ppf([0.1, 0.5, 0.9]))
    return Reliability(outlet, family, right, trials, low, middle, high)
