"""The user's own plan: when a series could be back, and with how many episodes of each order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cliffhanger.sources.hand_tables import ReadTable, open_table, read_rows, whole, without_repeats, word

NEEDED = ("title_id", "option", "episodes", "premiere")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One order of one title; ``episodes`` and ``premiere`` are None where the cell is empty."""

    title_id: str
    option: str
    episodes: int | None
    premiere: dt.date | None
    line: int


def read_plan(path: Path, *, options: Sequence[str]) -> ReadTable[PlanRow]:
    """Read a plan.

    Parameters
    ----------
    options
        The words allowed in the column ``option``.

    Raises
    ------
    InputError
        The file is no CSV or Parquet, a column is missing, or no row can be taken.
    """

    def read(cells: Mapping[str, str], line: int) -> PlanRow:
        option = cells["option"].strip().lower()
        if option not in options:
            raise ValueError(f'"{cells["option"]}" is no order; use one of {", ".join(options)}')
        episodes = cells["episodes"].strip()
        return PlanRow(
            title_id=word(cells, "title_id"),
            option=option,
            episodes=_count(episodes) if episodes else None,
            premiere=_day(cells["premiere"].strip()),
            line=line,
        )

    columns, rows = open_table(path, needed=NEEDED, known=NEEDED)
    table = read_rows(path, columns, rows, read, known=NEEDED)
    return without_repeats(
        table, lambda row: (row.title_id, row.option), told=lambda row: replace(row, line=0), line=lambda row: row.line
    )


def _count(text: str) -> int:
    found = whole(text, "episodes")
    if not found:
        raise ValueError("0 episodes are no order; leave out the row")
    return found


def _day(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError as error:
        raise ValueError(f'"{text}" is no day; write YYYY-MM-DD') from error
