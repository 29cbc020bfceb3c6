"""How often an outlet was right, learnt from slots that the owner settled later; shown, and never held against an owner.

Each claim of an outlet on a slot that the owner settles afterwards is one trial: right when its value is the owner's, or was the
owner's at some time, since a decision may truly change. The share has a Beta law, from a flat prior by kind; few trials leave it
wide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scipy import stats

from cliffhanger.claims.deciding import same_answer
from cliffhanger.claims.reconcile import Known
from cliffhanger.claims.tiers import NAMING_OWNER, OWNER

SETTLED = frozenset({"renewal", "release", "episodes", "platform"})


@dataclass(frozen=True, slots=True)
class Reliability:
    """An outlet's share of right claims of a family: middle and 80 % interval of its Beta law, from ``right`` of ``trials``."""

    outlet: str
    family: str
    right: int
    trials: int
    p10: float
    p50: float
    p90: float


def reliabilities(known: Iterable[Known]) -> tuple[Reliability, ...]:
    """Return the reliability of every outlet and family with a trial, from the answers about any number of series.

    A trial is a claim that is no guess and was known before the owner's word on its slot; an outlet's second claim of one article
    on a slot is no second trial.
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
        if (
            slot.slot.family not in SETTLED
            or slot.slot.about
            or slot.weight < OWNER
            or slot.value is None
            or slot.polarity == "-"
        ):
            continue
        owners = [
            one.recorded.claim.value
            for one in slot.claims
            if one.recorded.claim.standing == "official"
            and one.recorded.claim.polarity == "+"
            and one.tier.weight >= NAMING_OWNER
        ]
        for ranked in slot.claims:
            claim, piece = ranked.recorded.claim, ranked.recorded.piece
            guess = claim.standing in {"speculation", "denied"} or claim.polarity == "-" or ranked.tier.weight >= OWNER
            if guess or not piece.outlet or piece.known_from >= slot.since:
                continue
            if claim.value.get("announced") is False or claim.value.get("status") == "undecided":
                continue  # that it was open then is no forecast
            key = (piece.outlet, slot.slot.family, piece.id, slot.slot.season)
            found[key] = any(same_answer(slot.slot.family, value, claim.value) for value in (slot.value, *owners))
    return [(outlet, family, hit) for (outlet, family, _, _), hit in found.items()]


def _law(outlet: str, family: str, right: int, trials: int) -> Reliability:
    low, middle, high = (float(one) for one in stats.beta(1 + right, 1 + trials - right).ppf([0.1, 0.5, 0.9]))
    return Reliability(outlet, family, right, trials, low, middle, high)
