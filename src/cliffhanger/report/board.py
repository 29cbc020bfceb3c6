"""The board: will and when for many seasons, as a table for the terminal or as CSV."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from decimal import Decimal

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from cliffhanger.report.notation import UNKNOWN, clean_text, day, known, millions, short_chance
from cliffhanger.report.text import written

COLUMNS = (
    "series", "season", "premiere", "first_season", "limited", "listed", "p_return", "p_return_36m", "p_return_by", "p_seen_by",
    "return_p10", "return_p50", "return_p90", "next_views_4w_p10", "next_views_4w_p50", "next_views_4w_p90", "owners_word",
    "as_of",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # a cell that begins so is run by spreadsheets
Row = Mapping[str, object]


def board_text(rows: Sequence[Row], *, width: int, limit: int, by: dt.date) -> str:
    """Render the first rows of a board as text.

    Parameters
    ----------
    rows
        One mapping for each season with the keys of ``COLUMNS``, in the order to show them.
    width
        Columns; made for 80 and more.
    limit
        Rows to show, 0 for all; how many are left out is said.
    by
        The day of ``p_return_by`` and ``p_seen_by``.
    """
    shown = rows[:limit] if limit > 0 else rows
    left_out = len(rows) - len(shown)
    note = (
        f"36 m: chance of another season within 36 months; by, seen: that it returns, and is seen in the figures, by {day(by)}. "
        "Returns: median month and 80 % interval, if it returns. Views: of the next season's first four weeks, million. "
        "L: limited series."
    )
    notes = [note]
    if any(row.get("owners_word") for row in shown):
        notes.append("*: the owner's word is on file and is taken in.")
    if left_out:
        notes.append(f"{left_out:,} more {'season' if left_out == 1 else 'seasons'} not shown.")
    return written(Group(_head(rows), _table(shown), "", *(Text(note, style="dim") for note in notes)), width=width).rstrip("\n")


def _head(rows: Sequence[Row]) -> Text:
    as_of = _date(rows[0].get("as_of")) if rows else None
    count = f"{len(rows):,} {'season' if len(rows) == 1 else 'seasons'}"
    return Text(f"Board as of {day(as_of)}: {count}\n" if as_of else f"Board: {count}\n", style="bold")


def _table(rows: Sequence[Row]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column("Series", no_wrap=True, overflow="ellipsis", ratio=1, min_width=16)
    for head in ("S", "Premiere", "36 m", "by", "seen", "Returns", "Views"):
        table.add_column(head, justify="left" if head == "Premiere" else "right", no_wrap=True)
    for row in rows:
        table.add_row(*_cells(row))
    return table


def _cells(row: Row) -> tuple[Text, ...]:
    season = f"{row.get('season', UNKNOWN)}{'L' if row.get('limited') is True else ''}{'*' if row.get('owners_word') else ''}"
    chances = [short_chance(_number(row.get(key))) for key in ("p_return_36m", "p_return_by", "p_seen_by")]
    cells = (clean_text(str(row.get("series", ""))), season, str(row.get("premiere") or UNKNOWN)[:7], *chances)
    return tuple(Text(cell) for cell in (*cells, _returns(row), millions(_number(row.get("next_views_4w_p50")))))


def _returns(row: Row) -> str:
    low, middle, high = (_date(row.get(f"return_{level}")) for level in ("p10", "p50", "p90"))
    if middle is None:
        return UNKNOWN
    span = f" {low:%y-%m}/{high:%y-%m}" if low and high else ""
    return f"{middle:%Y-%m}{span}"


def _date(value: object) -> dt.date | None:
    return dt.date.fromisoformat(value[:10]) if isinstance(value, str) and value else None


def _number(value: object) -> float | None:
    return known(float(value)) if isinstance(value, int | float) and not isinstance(value, bool) else None


def board_csv(rows: Sequence[Row]) -> str:
    """Write a board as CSV: empty for null, plain decimals, and no cell that a spreadsheet would run."""
    lines = [COLUMNS, *([_quoted(_plain(row.get(column))) for column in COLUMNS] for row in rows)]
    return "".join(f"{','.join(line)}\n" for line in lines)


def _quoted(text: str) -> str:
    """Quote as RFC 4180 has it; the library leaves a lone carriage return bare where lines end in a line feed."""
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\r\n') else text


def _plain(value: object) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return format(Decimal(repr(value)).normalize(), "f")
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
