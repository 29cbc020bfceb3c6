"""What a slate may and must do, as rows of the program."""

from __future__ import annotations

import difflib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

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
    ranges = [row for one in limits.ranges for row in _range(choices, one)]
    return (*rows, *ranges, *(_demand(choices, one) for one in limits.demands))


def budget_row(choices: Choices, budget: float, risk: Risk) -> Row:
    """The budget as a row."""
    if not math.isfinite(budget) or budget < 0:
        raise UsageError(f"a budget of {budget} is none", place="--budget", remedy="Give a sum that is not negative")
    return Row("budget", "budget", choices.held.mean(axis=1), -math.inf, budget, risk)


def _range(choices: Choices, limit: Range) -> list[Row]:
    """One row; where something waits that holds back what it may order, an upper bound counts that too, and a lower does not."""
    low = -math.inf if limit.low is None else limit.low
    high = math.inf if limit.high is None else limit.high
    label = f"{limit.column} {limit.name}".strip()
    if low > high:
        raise UsageError(f"{low:g} at least and {high:g} at most", place=label, remedy="Give the smaller number first")
    now, most = _counted(choices, limit, held=False), _counted(choices, limit, held=True)
    key = f"{limit.column}:{limit.name}" if limit.name else limit.column
    if (now == most).all():
        return [Row(key, label, now, low, high)]
    found = [Row(key, label, now, low, math.inf)] if limit.low is not None else []
    return found + ([Row(f"{key}:held", f"{label}, with what waits", most, -math.inf, high)] if limit.high is not None else [])


def _counted(choices: Choices, limit: Range, *, held: bool) -> NDArray[np.float64]:
    """What each choice counts for in a range; ``held``: with what it holds back."""
    ordered = choices.may_order if held else choices.ordered
    if limit.column == "episodes":
        rows = choices.estimates
        return np.array([float(row.reserve.episodes if held and row.reserve else row.episodes) for row in rows])
    if limit.column == "seasons":
        return ordered.astype(np.float64)
    values = [str(getattr(estimate, limit.column)) for estimate in choices.estimates]
    _known(limit.column, limit.name, values)
    return (ordered & (np.array(values) == limit.name)).astype(np.float64)


def _known(column: str, name: str, values: Sequence[str]) -> None:
    there = sorted(set(values) - {""})
    if name not in there:
        near = [one for one in there if one.casefold() == name.casefold()] or difflib.get_close_matches(name, there, n=1)
        meant = f'Did you mean "{near[0]}"? ' if near else ""
        told = f"{meant}Use one of {', '.join(there[:12])}" if there else f"Give the table a column {column}"
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
        meant = own & (choices.ordered if demand.must else choices.may_order)
        label = f"{name} {word} be ordered"
    else:
        meant = own & np.array([estimate.option == demand.option for estimate in choices.estimates])
        label = f"{name} {word} be {demand.option}"
        if not meant.any():
            there = [choices.estimates[k].option for k in np.flatnonzero(own)]
            raise NotFoundError(f'{name} has no option "{demand.option}"', remedy=f"It has {', '.join(there)}")
    bounds = (1.0, math.inf) if demand.must else (-math.inf, 0.0)
    return Row(
        f"{word.replace(' ', '-')}:{name}" + (f"={demand.option}" if demand.option else ""),
        label,
        meant.astype(np.float64),
        *bounds,
    )
