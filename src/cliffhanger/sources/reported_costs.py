"""Publicly reported costs of seasons: a small table that comes with the package."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from cliffhanger.errors import InternalError

Grade = Literal["filing", "leak", "trade report", "list article"]
GRADES: tuple[str, ...] = get_args(Grade)  # best first: a filing is audited, a list article says it without a source


@dataclass(frozen=True, slots=True)
class ReportedCost:
    """What one season was reported to have cost, in millions of US dollars.

    Attributes
    ----------
    seasons
        Which season, as the report names it: ``1``, ``peak``; empty where it does not say.
    episode, season
        Lowest and highest report for each episode, and for the season; None where there is none.
    scope
        ``production``, ``with marketing``; empty where the report does not say.
    """

    series: str
    seasons: str
    episode: tuple[float, float] | None
    season: tuple[float, float] | None
    scope: str
    grade: Grade
    source: str


@cache
def reported_costs() -> tuple[ReportedCost, ...]:
    """Read the table, in its own order."""
    text = resources.files("cliffhanger.sources").joinpath("reported_costs.toml").read_text(encoding="utf-8")
    return tuple(_cost(row) for row in tomllib.loads(text)["cost"])


def _cost(row: dict[str, Any]) -> ReportedCost:
    if row["grade"] not in GRADES:
        raise InternalError(f'"{row["grade"]}" is no grade of a reported cost', place=str(row["series"]))
    return ReportedCost(
        series=str(row["series"]),
        seasons=str(row.get("season", "")),
        episode=_ends(row.get("episode_musd")),
        season=_ends(row.get("season_musd")),
        scope=str(row.get("scope", "")),
        grade=row["grade"],
        source=str(row["source"]),
    )


def _ends(value: Any) -> tuple[float, float] | None:
    if value is None:
        return None
    ends = value if isinstance(value, list) else [value, value]
    low, high = (float(end) for end in ends)
    if not 0 < low <= high:
        raise InternalError(f"{low} to {high} is no interval of costs")
    return low, high
