"""Measures of accounts, joining, money and shared audiences as text tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cliffhanger.report.measured import BEFORE, HIDDEN, OPEN
from cliffhanger.report.notation import clean_text

Row = Mapping[str, Any]
RULES = ("pro_rata", "user_centric", "equal_split", "last_touch", "leave_one_out")
HOURS = ("first month", "0", "up to 1", "up to 3", "up to 6", "up to 12", "up to 25", "over 25")
OTHER = "not attributed"
UNDEFINED = "-"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a text table; ``form`` is how a number is written, empty for words."""

    name: str
    head: str
    wide: int
    form: str = ""


TITLE, SEASON, DAYS = _Column("title_id", "title", 16), _Column("season", "season", 6), _Column("window_days", "days", 5, "d")
COLUMNS: Mapping[str, tuple[_Column, ...]] = {
    "first-streams": (TITLE, SEASON, DAYS, _Column("first_streams", "first streams", 13, ",d")),
    "incremental-joins": (
        TITLE,
        SEASON,
        DAYS,
        _Column("joiners", "joiners", 9, ",d"),
        _Column("played", "played it", 9, ",d"),
        _Column("expected_rate", "usual rate", 10, ".1%"),
        _Column("incremental", "incremental", 11, ",.0f"),
    ),
    "view-share": (
        TITLE,
        SEASON,
        DAYS,
        _Column("viewers", "viewers", 10, ",d"),
        _Column("view_share", "view share", 12, ",.1f"),
        _Column("adjusted_view_share", "at risk", 12, ",.2f"),
    ),
    "attribution": (TITLE, SEASON, *(_Column(rule, rule.replace("_", " "), 14, "money") for rule in RULES)),
    "overlap": (
        _Column("title_a", "title", 16),
        _Column("season_a", "season", 6),
        _Column("title_b", "and title", 16),
        _Column("season_b", "season", 6),
        _Column("starters_a", "starters", 10, ",d"),
        _Column("starters_b", "of the other", 12, ",d"),
        _Column("both", "of both", 10, ",d"),
    ),
    "reach": (
        _Column("seasons", "seasons", 7, "d"),
        _Column("starts", "starts", 11, ",d"),
        _Column("reach", "accounts", 11, ",d"),
    ),
    "retention": (
        _Column("tenure_from", "months from", 11, "d"),
        _Column("hours_bin", "hours before", 12, "hours"),
        _Column("accounts", "accounts", 10, ",d"),
        _Column("account_months", "account-months", 14, ",d"),
        _Column("churned", "left", 8, ",d"),
    ),
}
WATCHED = (TITLE, SEASON, _Column("watched", "watched", 7, "yes"), *COLUMNS["retention"][1:])
UNKNOWN = {
    "view-share": "no membership month had ended before the premiere",
    "incremental-joins": "too few joined just before the launch, or all of these played it",
}


def more_text(table: Row) -> str:
    """Render a measure.

    Parameters
    ----------
    table
        The plain form of a ``pipeline.more_measures.MeasuredTable``.
    """
    name, rows = table["name"], table["rows"]
    columns = WATCHED if rows and "watched" in rows[0] else COLUMNS[name]
    head = "  ".join(_placed(column.head, column) for column in columns)
    lines = [head, *("  ".join(_placed(_cell(row, column), column) for column in columns) for row in rows)]
    return "\n".join([*(lines if rows else ["Nothing to show."]), "", *_footnotes(table)])


def _footnotes(table: Row) -> list[str]:
    rows: Sequence[Row] = table["rows"]
    told = [f"As of {table['as_of']}."]
    if any(row.get("window_open") for row in rows):
        told.append(f"{OPEN}: the window has not elapsed.")
    if any(row.get("partly_logged") for row in rows):
        told.append(f"{BEFORE}: the log begins too late for it.")
    if any(_missing(row) == UNDEFINED and None in row.values() and not row.get("partly_logged") for row in rows):
        told.append(f"{UNDEFINED}: {UNKNOWN.get(table['name'], 'not defined')}.")
    if table["hidden"]:
        told.append(_hidden(table["hidden"], pairs=table["name"] == "overlap", smallest=table["smallest_group"]))
    return [" ".join(told)]


def _hidden(number: int, *, pairs: bool, smallest: int) -> str:
    plural = "" if number == 1 else "s"
    what = f"pair{plural} left out" if pairs else f"row{plural} with something hidden"
    return f"{number:,} {what}: a group below {smallest} accounts, or one that would tell it."


def _placed(text: str, column: _Column) -> str:
    return f"{text:>{column.wide}}" if column.form else f"{text:<{column.wide}.{column.wide}}"


def _cell(row: Row, column: _Column) -> str:
    found = row[column.name]
    if column.name == "title_id" and found is None:
        return OTHER
    if not column.form:
        return "" if found is None else clean_text(str(found))
    if row.get("partly_logged") and column.name not in {"window_days", "seasons"}:
        return BEFORE
    return _missing(row) if found is None else _number(found, column.form)


def _missing(row: Row) -> str:
    if row.get("window_open"):
        return OPEN
    return HIDDEN if row["suppressed"] else UNDEFINED


def _number(found: float, form: str) -> str:
    if form == "hours":
        return HOURS[int(found) + 1]
    if form == "yes":
        return "yes" if found else "no"
    return f"{found / 1e6:,.0f}" if form == "money" else format(found, form)
