"""What a slate may and must do, as rows of the program."""

from __future__ import annotations

import difflib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from cliffhanger.decision.options import Choices
from cliffhanger.decision.program import Row
from cliffhanger.decision.risk import MEAN, Risk
from cliffhanger.errors import NotFoundError, UsageError

Column = Literal["genre", "territory", "language", "episodes", "seasons"]


@dataclass(frozen=True, slots=True)
class Range:
    """How many seasons of a genre, territory or language are ordered; how many episodes or seasons in all.

    ``name`` is the genre, territory or language, else empty; a bound that is None does not bind.
    """

    column: Column
    name: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Demand:
    """A season that must or must not be ordered, by any option or by one."""

    title_id: str
    season: int
    option: str | None
    must: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits of a slate.

    Attributes
    ----------
    budget
        Most that may be spent, None without one.
    budget_risk
        In the mean, in the mean of the dearest share of draws (``cvar``), or in a share of the draws (``chance``).
    """

    budget: float | None = None
    budget_risk: Risk = MEAN
    ranges: tuple[Range, ...] = ()
    demands: tuple[Demand, ...] = ()


def limit_rows(choices: Choices, limits: Limits) -> tuple[Row, ...]:
    """Every limit as a row, in the order in which they are told.

    Raises
    ------
    UsageError
        A bound lies above the other, or a genre, territory or language is not in the table.
    NotFoundError
        A season or option that is asked for is not in the table.
    """
    rows = [budget_row(choices, limits.budget, limits.budget_risk)] if limits.budget is not None else []
    return (*rows, *(_range(choices, one) for one in limits.ranges), *(_demand(choices, one) for one in limits.demands))


def budget_row(choices: Choices, budget: float, risk: Risk) -> Row:
    """The budget as a row."""
    if not math.isfinite(budget) or budget < 0:
        raise UsageError(f"a budget of {budget} is none", place="--budget", remedy="Give a sum that is not negative")
    return Row("budget", "budget", choices.cost.mean(axis=1), -math.inf, budget, risk)


def _range(choices: Choices, limit: Range) -> Row:
    low = -math.inf if limit.low is None else limit.low
    high = math.inf if limit.high is None else limit.high
    label = f"{limit.column} {limit.name}".strip()
    if low > high:
        raise UsageError(f"{low:g} at least and {high:g} at most", place=label, remedy="Give the smaller number first")
    ordered = choices.ordered
    if limit.column == "episodes":
        weights = np.array([float(estimate.episodes) for estimate in choices.estimates])
    elif limit.column == "seasons":
        weights = ordered.astype(np.float64)
    else:
        values = [str(getattr(estimate, limit.column)) for estimate in choices.estimates]
        _known(limit.column, limit.name, values)
        weights = (ordered & (np.array(values) == limit.name)).astype(np.float64)
    return Row(f"{limit.column}:{limit.name}" if limit.name else limit.column, label, weights, low, high)


def _known(column: str, name: str, values: Sequence[str]) -> None:
    there = sorted(set(values) - {""})
    if name not in there:
        told = f"Use one of {', '.join(there[:12])}" if there else f"Give the table a column {column}"
        raise UsageError(f'no season has the {column} "{name}"', place=f"--{column}", remedy=told)


def _demand(choices: Choices, demand: Demand) -> Row:
    season = (demand.title_id, demand.season)
    word = "must" if demand.must else "must not"
    name = f"{demand.title_id}:{demand.season}"
    if season not in choices.seasons:
        near = difflib.get_close_matches(name, [f"{title}:{number}" for title, number in choices.seasons], n=3)
        raise NotFoundError(f'no season "{name}" in the table', suggestions=near, place=f"--{word.replace(' ', '-')}")
    own = choices.season_of == choices.seasons.index(season)
    if demand.option is None:
        meant = own & choices.ordered
        label = f"{name} {word} be ordered"
    else:
        meant = own & np.array([estimate.option == demand.option for estimate in choices.estimates])
        label = f"{name} {word} be {demand.option}"
        if not meant.any():
            there = [choices.estimates[k].option for k in np.flatnonzero(own)]
            raise NotFoundError(f'{name} has no option "{demand.option}"', remedy=f"The table has {', '.join(there)} for it")
    bounds = (1.0, math.inf) if demand.must else (-math.inf, 0.0)
    return Row(
        f"{word.replace(' ', '-')}:{name}" + (f"={demand.option}" if demand.option else ""),
        label,
        meant.astype(np.float64),
        *bounds,
    )
