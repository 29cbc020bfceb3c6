"""The best slate at each of many budgets, and which decisions change from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cliffhanger.decision.limits import budget_row
from cliffhanger.decision.options import Choices
from cliffhanger.decision.program import Effort, Row, Solved, shared_pairs, solve, used
from cliffhanger.decision.risk import Risk


@dataclass(frozen=True, slots=True)
class Change:
    """A season whose decision differs between two slates."""

    title_id: str
    season: int
    before: str
    after: str


def solve_budgets(
    choices: Choices, others: Sequence[Row], budgets: Sequence[float], *, budget_risk: Risk, risk: Risk, effort: Effort
) -> dict[float, Solved | None]:
    """The best slate at each budget; None where the limits cannot be met with it.

    What fits a smaller budget fits a larger one, so a slate found for the smaller is kept where the solver, stopping within its
    gap, found nothing better: value never falls with the budget.
    """
    pairs = shared_pairs(choices, risk, effort)

    def solve_at(row: Row) -> Solved | None:
        return solve(choices, [row, *others], risk=risk, effort=effort, pairs=pairs)

    found: dict[float, Solved | None] = {}
    best: Solved | None = None
    # The best slate of the largest budget is the best of every budget that it fits: no smaller one allows more.
    largest = solve_at(budget_row(choices, max(budgets), budget_risk))
    for budget in sorted(set(budgets)):
        row = budget_row(choices, budget, budget_risk)
        now = largest if largest and used(choices, row, largest.chosen, effort) <= budget else solve_at(row)
        found[budget] = best = _better(best, now)
    return found


def changes(choices: Choices, before: Sequence[int], after: Sequence[int]) -> tuple[Change, ...]:
    """Seasons that are decided otherwise, in the order of the seasons."""
    options = [estimate.option for estimate in choices.estimates]
    return tuple(
        Change(title, season, options[old], options[new])
        for (title, season), old, new in zip(choices.seasons, before, after, strict=True)
        if old != new
    )


def _better(best: Solved | None, now: Solved | None) -> Solved | None:
    if best is None or now is None or now.objective >= best.objective:
        return now or best
    bound = max(now.bound, best.objective)
    gap = (bound - best.objective) / abs(best.objective) if best.objective else 0.0
    return replace(best, bound=bound, gap=gap, nodes=now.nodes, ended=now.ended)
