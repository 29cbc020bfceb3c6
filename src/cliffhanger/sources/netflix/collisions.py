"""Two series under one name: which row belongs to which.

The publisher prints one English title over different series: "The Club" is a Turkish one and a Mexican one. Each decision stands
in ``collisions.toml`` and rests on what the row itself says, never on other rows: a row published later must not change what an
earlier one meant.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from cliffhanger.sources.netflix.titles import SeasonName, series_key


@dataclass(frozen=True, slots=True)
class _Decision:
    """Rows that are not the series their title names; a condition that is null holds for every row."""

    name: str
    season: int | None
    local: re.Pattern[str] | None
    label: str | None
    category: str | None
    dated: bool | None

    def holds(self, name: SeasonName, *, category: str | None, dated: bool | None) -> bool:
        return (
            (self.local is None or self.local.search(name.local_title) is not None)
            and self.label in {None, name.label}
            and self.category in {None, category}
            and self.dated in {None, dated}
        )


def told_apart(name: SeasonName, *, category: str | None = None, dated: bool | None = None) -> SeasonName:
    """Name the series that a row belongs to, where several carry the name that it prints.

    Parameters
    ----------
    category
        The list that the row stands in; null for a row of a report.
    dated
        Whether the row states a release date; null for a row of a list.

    Returns
    -------
    The season under the name that the first fitting decision gives, else as it was.
    """
    for decision in _decisions().get(name.key, ()):
        if decision.holds(name, category=category, dated=dated):
            return replace(name, series=decision.name, key=series_key(decision.name), season=decision.season or name.season)
    return name


@cache
def _decisions() -> dict[str, tuple[_Decision, ...]]:
    text = (resources.files(__package__) / "collisions.toml").read_text(encoding="utf-8")
    decisions: dict[str, tuple[_Decision, ...]] = {}
    for row in tomllib.loads(text)["row"]:
        decision = _Decision(
            name=row.get("is", row["printed"]),
            season=row.get("season"),
            local=re.compile(row["local"]) if "local" in row else None,
            label=row.get("label"),
            category=row.get("category"),
            dated=row.get("dated"),
        )
        key = series_key(row["printed"])
        decisions[key] = (*decisions.get(key, ()), decision)
    return decisions
