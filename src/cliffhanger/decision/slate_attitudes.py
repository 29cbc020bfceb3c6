"""What each usual attitude to risk would choose for a whole slate, weighed over the same draws."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cliffhanger.decision.choosing import USUAL, rounded
from cliffhanger.decision.frontier import Change, changes
from cliffhanger.decision.options import END, NAMES, Choices
from cliffhanger.decision.program import OVER, Effort, Row, Solved, net_draws, shared_pairs, solve, used
from cliffhanger.decision.risk import Risk, attitude_of, chance_to_pay_back

PROGRAMS = ("mean", "cvar")  # attitudes by which a slate can be searched for
Chosen = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SlateChoice:
    """The slate that one attitude would take.

    Attributes
    ----------
    found_by
        The attitude whose program found it; None where every season ends.
    counts
        Seasons by option, in the order of the options.
    cost, net
        Means over all draws.
    worth
        The attitude's number for the net value, over all draws.
    changed
        Seasons that the slate asked for decides otherwise.
    """

    risk: Risk
    found_by: Risk | None
    counts: tuple[tuple[str, int], ...]
    cost: float
    net: float
    worth: float
    pays_back: float
    changed: tuple[Change, ...]
    asked: bool


def slate_choices(choices: Choices, rows: Sequence[Row], solved: Solved, asked: Risk, effort: Effort) -> tuple[SlateChoice, ...]:
    """Ask each usual attitude, and the one asked for.

    Those with a program have it solved. Each takes, of the slates that were found and of ending every season where the limits
    allow it, the one that is worth most to it; the one asked for takes ``solved``.
    """
    found: dict[Risk | None, Chosen] = {asked: solved.chosen}
    for risk in USUAL:
        if risk.kind in PROGRAMS and risk not in found:
            other = solve(choices, rows, risk=risk, effort=effort, pairs=shared_pairs(choices, risk, effort))
            found |= {} if other is None else {risk: other.chosen}
    ends = tuple(k for k, estimate in enumerate(choices.estimates) if estimate.option == END)
    if all(_allowed(choices, row, ends, effort) for row in rows):
        found[None] = ends
    tolerance = float(choices.cost[list(solved.chosen)].sum(axis=0).mean())
    usual = [*USUAL, *([Risk("utility", tolerance=rounded(tolerance))] if tolerance > 0 else [])]
    return tuple(_choice(choices, found, risk, asked) for risk in dict.fromkeys([*usual, asked]))


def _allowed(choices: Choices, row: Row, chosen: Chosen, effort: Effort) -> bool:
    now = used(choices, row, chosen, effort)
    return row.low <= now and (math.isinf(row.high) or now <= row.high + OVER * abs(row.high))


def _choice(choices: Choices, found: Mapping[Risk | None, Chosen], risk: Risk, asked: Risk) -> SlateChoice:
    attitude = attitude_of(risk)
    worths = {by: attitude(net_draws(choices, chosen)) for by, chosen in found.items()}
    by = asked if risk == asked else max(worths, key=lambda one: (worths[one], one == risk))
    chosen = found[by]
    net = net_draws(choices, chosen)
    counts = Counter(choices.estimates[k].option for k in chosen)
    return SlateChoice(
        risk=risk,
        found_by=by,
        counts=tuple((name, counts[name]) for name in NAMES if counts[name]),
        cost=float(choices.cost[list(chosen)].sum(axis=0).mean()),
        net=float(net.mean()),
        worth=worths[by],
        pays_back=chance_to_pay_back()(net),
        changed=changes(choices, found[asked], chosen),
        asked=risk == asked,
    )
