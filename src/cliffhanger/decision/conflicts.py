"""Why no set of decisions satisfies all limits: the smallest set of limits that contradict each other."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cliffhanger.decision.options import Choices
from cliffhanger.decision.program import Effort, Row, solve

MOST_SETS = 400  # smaller sets that are tried one by one after the filter
ANY = 1e9  # a gap that the first set of decisions found satisfies


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """Limits that cannot hold together, while without any one of them the others can.

    Attributes
    ----------
    rows
        In the order in which they were given.
    smallest
        Whether all smaller sets were looked at, so that none of them is in conflict.
    needed
        The budget with which the other limits of ``rows`` can be met; None where no budget in the mean is among them.
    """

    rows: tuple[Row, ...]
    smallest: bool
    needed: float | None


def smallest_conflict(choices: Choices, rows: Sequence[Row], *, effort: Effort | None = None) -> Conflict | None:
    """Find the smallest set of limits in conflict; None where all can be met.

    First the deletion filter (Chinneck and Dravnieks 1991, doi:10.1287/ijoc.3.2.157): each limit in turn is left out for good if
    the rest still contradict each other. What stays is in conflict and has no conflict within. Then, as long as there are
    few of them, all smaller sets are tried.
    """
    effort = replace(effort or Effort(), gap=ANY)
    bare = replace(choices, overlaps=())
    if _possible(bare, rows, effort):
        return None
    kept = list(rows)
    for row in rows:
        without = [one for one in kept if one is not row]
        if not _possible(bare, without, effort):
            kept = without
    found, smallest = _smaller(bare, rows, kept, effort)
    return Conflict(tuple(found), smallest, _needed(bare, found, effort))


def _possible(choices: Choices, rows: Sequence[Row], effort: Effort) -> bool:
    return solve(choices, rows, effort=effort) is not None


def _smaller(choices: Choices, rows: Sequence[Row], kept: list[Row], effort: Effort) -> tuple[list[Row], bool]:
    for size in range(1, len(kept)):
        if math.comb(len(rows), size) > MOST_SETS:
            return kept, False
        for some in itertools.combinations(rows, size):
            if not _possible(choices, some, effort):
                return list(some), True
    return kept, True


def _needed(choices: Choices, rows: Sequence[Row], effort: Effort) -> float | None:
    """Least mean cost at which the limits beside the budget hold."""
    budgets = [row for row in rows if row.cost is not None and row.cost.kind == "mean"]
    if not budgets:
        return None
    worthless = replace(choices, value=np.zeros_like(choices.value))
    cheapest = solve(worthless, [row for row in rows if row.cost is None], effort=replace(effort, gap=0.0))
    return None if cheapest is None else math.fsum(budgets[0].weights[list(cheapest.chosen)].tolist())
