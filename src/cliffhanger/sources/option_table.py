"""The user's own tables for a slate: estimates of options, pairs of seasons that share viewers, and rates of exchange."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cliffhanger.errors import InputError
from cliffhanger.sources.hand_tables import ReadTable, SetAside, number, open_table, read_rows, whole, without_repeats, word

Quantiles = tuple[float, float, float]
CURRENCY = re.compile(r"[A-Z]{3}")
COSTS = ("cost_p10", "cost_p50", "cost_p90")
VALUES = ("value_p10", "value_p50", "value_p90")
NEEDED = ("title_id", "season", "option", *VALUES)
FURTHER = ("cost", "cost_quality", *COSTS, "currency", "episodes", "genre", "territory", "language")
PAIR = ("title_id", "season", "title_id_b", "season_b")


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One option of one season, as the user's table has it, in its own currency.

    Attributes
    ----------
    cost
        Three quantiles, or one amount whose ``cost_quality`` tells how far it may be out.
    currency
        Three letters, empty where the table does not say.
    line
        Of the file: the head is line 1.
    """

    title_id: str
    season: int
    option: str
    value: Quantiles
    cost: tuple[float, ...]
    cost_quality: str
    currency: str
    episodes: int
    genre: str
    territory: str
    language: str
    line: int


@dataclass(frozen=True, slots=True)
class OverlapRow:
    """Two seasons that share viewers: a ``share`` of the smaller value, or a ``shared_value`` in money; the other is None."""

    title_id: str
    season: int
    title_id_b: str
    season_b: int
    share: float | None
    shared_value: float | None
    currency: str
    line: int


@dataclass(frozen=True, slots=True)
class RateRow:
    """From ``day`` on, one unit of ``currency`` is ``rate`` units of ``into``."""

    day: dt.date
    currency: str
    into: str
    rate: float
    line: int


def read_options(path: Path, *, options: Sequence[str], qualities: Sequence[str]) -> ReadTable[OptionRow]:
    """Read a table of options.

    Parameters
    ----------
    options, qualities
        The words allowed in the columns ``option`` and ``cost_quality``.

    Raises
    ------
    InputError
        The file is no CSV or Parquet, a column is missing, or no row can be taken.
    """

    def read(cells: Mapping[str, str], line: int) -> OptionRow:
        return _option_row(cells, line, options, qualities)

    columns, rows = open_table(path, needed=NEEDED, known=(*NEEDED, *FURTHER))
    if "cost" not in columns and not set(COSTS) <= set(columns):
        remedy = f"Give a column cost, or the three columns {', '.join(COSTS)}"
        raise InputError("no column tells the cost", place=str(path), remedy=remedy)
    table = read_rows(path, columns, rows, read, known=(*NEEDED, *FURTHER))
    return without_repeats(
        table,
        lambda row: (row.title_id, row.season, row.option),
        told=lambda row: replace(row, line=0),
        line=lambda row: row.line,
    )


def read_overlaps(path: Path) -> ReadTable[OverlapRow]:
    """Read pairs of seasons that share viewers.

    Raises
    ------
    InputError
        As of ``read_options``; or neither ``share`` nor ``shared_value`` is there.
    """
    known = (*PAIR, "share", "shared_value", "currency")
    columns, rows = open_table(path, needed=PAIR, known=known)
    if len({"share", "shared_value"} & set(columns)) != 1:
        remedy = "Give one of them: share (0 to 1, of the smaller value) or shared_value (money)"
        raise InputError("one column of share and shared_value is needed", place=str(path), remedy=remedy)
    table = read_rows(path, columns, rows, _overlap_row, known=known)
    return without_repeats(table, _pair, told=lambda row: (row.share, row.shared_value, row.currency), line=lambda row: row.line)


def with_seasons(table: ReadTable[OverlapRow], seasons: Collection[tuple[str, int]]) -> ReadTable[OverlapRow]:
    """Set aside pairs that name a season which is not among those given."""
    kept, aside = [], list(table.set_aside)
    for row in table.rows:
        without = [f"{title}:{season}" for title, season in _pair(row) if (title, season) not in seasons]
        if without:
            aside.append(SetAside(row.line, f"{' and '.join(without)} {'has' if len(without) == 1 else 'have'} no options"))
        else:
            kept.append(row)
    return replace(table, rows=tuple(kept), set_aside=tuple(sorted(aside, key=lambda one: one.line)))


def read_rates(path: Path) -> ReadTable[RateRow]:
    """Read rates of exchange: day, currency, into, rate. Rows of one day and two currencies with different rates are set aside.

    Raises
    ------
    InputError
        As of ``read_options``.
    """
    needed = ("day", "currency", "into", "rate")
    columns, rows = open_table(path, needed=needed, known=needed)
    table = read_rows(path, columns, rows, _rate_row, known=needed)
    return without_repeats(
        table, lambda row: (row.day, row.currency, row.into), told=lambda row: row.rate, line=lambda row: row.line
    )


def _option_row(cells: Mapping[str, str], line: int, options: Sequence[str], qualities: Sequence[str]) -> OptionRow:
    option = cells["option"].strip().lower().replace(" ", "_")
    if option not in options:
        raise ValueError(f'"{cells["option"]}" is no option; use one of {", ".join(options)}')
    quality = cells.get("cost_quality", "").strip().lower().replace(" ", "_") or qualities[0]
    if quality not in qualities:
        raise ValueError(f'"{cells["cost_quality"]}" is no quality of a cost; use one of {", ".join(qualities)}')
    cost = _cost(cells)
    if min(cost) < 0:
        raise ValueError("the cost is negative; what lowers a cost is taken off before")
    currency = cells.get("currency", "").strip().upper()
    if currency and not CURRENCY.fullmatch(currency):
        raise ValueError(f'"{currency}" is no currency of three letters')
    return OptionRow(
        title_id=word(cells, "title_id"),
        season=whole(cells["season"], "season"),
        option=option,
        value=_quantiles(cells, VALUES),
        cost=cost,
        cost_quality=quality,
        currency=currency,
        episodes=whole(cells.get("episodes", "") or "0", "episodes"),
        genre=cells.get("genre", "").strip(),
        territory=cells.get("territory", "").strip(),
        language=cells.get("language", "").strip(),
        line=line,
    )


def _cost(cells: Mapping[str, str]) -> tuple[float, ...]:
    told = [name for name in COSTS if cells.get(name, "").strip()]
    if told:
        return _quantiles(cells, COSTS)
    return (number(cells, "cost"),)


def _overlap_row(cells: Mapping[str, str], line: int) -> OverlapRow:
    share = number(cells, "share") if "share" in cells else None
    value = number(cells, "shared_value") if "shared_value" in cells else None
    first = (word(cells, "title_id"), whole(cells["season"], "season"))
    second = (word(cells, "title_id_b"), whole(cells["season_b"], "season_b"))
    if first == second:
        raise ValueError("a season shares all viewers with itself")
    if share is not None and not 0 <= share <= 1:
        raise ValueError(f"a share of {share:g} is none; give 0 to 1")
    if value is not None and value < 0:
        raise ValueError("the shared value is negative")
    return OverlapRow(*first, *second, share, value, cells.get("currency", "").strip().upper(), line)


def _pair(row: OverlapRow) -> tuple[tuple[str, int], ...]:
    return tuple(sorted([(row.title_id, row.season), (row.title_id_b, row.season_b)]))


def _rate_row(cells: Mapping[str, str], line: int) -> RateRow:
    try:
        day = dt.date.fromisoformat(cells["day"].strip()[:10])
    except ValueError as error:
        raise ValueError(f'"{cells["day"]}" is no day; write YYYY-MM-DD') from error
    names = [cells[name].strip().upper() for name in ("currency", "into")]
    if not all(CURRENCY.fullmatch(name) for name in names):
        raise ValueError("a currency has three letters")
    rate = number(cells, "rate")
    if rate <= 0:
        raise ValueError(f"a rate of {rate:g} is none")
    return RateRow(day, names[0], names[1], rate, line)


def _quantiles(cells: Mapping[str, str], names: Sequence[str]) -> Quantiles:
    low, middle, high = (number(cells, name) for name in names)
    if not low <= middle <= high:
        raise ValueError(f"{', '.join(names)} are not in rising order")
    return low, middle, high
