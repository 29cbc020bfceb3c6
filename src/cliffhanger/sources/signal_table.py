"""Signals of a campaign as a table: one value of one kind of one series on one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from cliffhanger.claims.campaign import KINDS, Signal
from cliffhanger.sources.hand_tables import ReadTable, number, open_table, read_rows, word

NEEDED = ("series", "day", "kind", "value")
KNOWN = (*NEEDED, "source")


def read_signals(path: Path) -> ReadTable[Signal]:
    """Read signals from CSV or Parquet; rows that cannot be read are set aside with the line and the reason.

    Raises
    ------
    InputError
        The file is no table, a column is missing, or no row can be taken.
    """

    def read(cells: Mapping[str, str], _: int) -> Signal:
        kind = cells["kind"].strip().lower()
        if kind not in KINDS:
            raise ValueError(f'"{cells["kind"]}" is no kind; use one of {", ".join(KINDS)}')
        value = number(cells, "value")
        if value < 0:
            raise ValueError(f"{value:g} is less than nothing")
        return Signal(word(cells, "series"), _day(cells["day"].strip()), kind, value, cells.get("source", "").strip())

    columns, rows = open_table(path, needed=NEEDED, known=KNOWN)
    return read_rows(path, columns, rows, read, known=KNOWN)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError as error:
        raise ValueError(f'"{text}" is no day; write YYYY-MM-DD') from error
