"""Tables that people keep by hand: CSV (comma, semicolon or tab) or Parquet.

A table is refused whole for a wrong shape; a row that cannot be taken is set aside with its reason, and rows taken + rows set
aside = rows in the file.
"""

from __future__ import annotations

import csv
import difflib
import io
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from cliffhanger.errors import InputError, UsageError

Row = TypeVar("Row")
Cells = Mapping[str, str]
Lines = list[tuple[int, Cells | None]]  # a line that cannot be parted into the columns is None
DELIMITERS = ",;\t"
UNITS = {"": 0, "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "b": 9, "bn": 9, "billion": 9}
GROUPED = re.compile(r"[+-]?\d{1,3}(?:[ \u00a0\u202f_,]\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line that could not be taken, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReadTable(Generic[Row]):
    """Rows that were taken, rows that were set aside, and columns that nothing reads."""

    path: str
    rows: tuple[Row, ...]
    set_aside: tuple[SetAside, ...]
    ignored: tuple[str, ...]

    @property
    def total(self) -> int:
        """Rows in the file."""
        return len(self.rows) + len(self.set_aside)


def amount(text: str, *, place: str = "") -> float:
    """Read a sum such as ``120M``, ``1.2bn``, ``350k``, ``120 000 000`` or ``120,000,000``.

    Raises
    ------
    UsageError
        It is none.
    """
    stripped = text.strip()
    number = stripped.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").strip()
    unit = stripped[len(number) :].strip().lower()
    if unit not in UNITS or not GROUPED.fullmatch(number):
        remedy = "Write it as 120M, 1.2bn, 350k or 120000000, with a point for decimals and without the currency"
        raise UsageError(f'"{text}" is no sum of money', place=place, remedy=remedy)
    exact = Decimal(re.sub(r"[ \u00a0\u202f_,]", "", number)).scaleb(UNITS[unit])
    return float(exact)


def word(cells: Cells, name: str) -> str:
    """A cell that must not be empty; ``ValueError`` says why it cannot be taken."""
    found = cells[name].strip()
    if not found:
        raise ValueError(f"{name} is empty")
    return found


def whole(text: str, name: str) -> int:
    """A whole number from 0 up; ``ValueError`` where it is none."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not number.is_integer() or number < 0:
        raise ValueError(f'{name} "{text}" is no whole number from 0 up')
    return int(number)


def number(cells: Cells, name: str) -> float:
    """A cell with a finite number or sum of money; ``ValueError`` where it has none."""
    text = cells.get(name, "")
    if not text.strip():
        raise ValueError(f"{name} is empty")
    try:
        found = amount(text)
    except UsageError as error:
        raise ValueError(f'{name} "{text}" is no number') from error
    if not math.isfinite(found):
        raise ValueError(f"{name} is not finite")
    return found


def read_rows(
    path: Path,
    columns: Sequence[str],
    rows: Lines,
    read: Callable[[Cells, int], Row],
    *,
    known: Sequence[str],
) -> ReadTable[Row]:
    """Read every row; one whose reading raises ``ValueError`` is set aside with what the error says.

    Raises
    ------
    InputError
        No row can be taken.
    """
    taken, aside = [], []
    for line, cells in rows:
        try:
            if cells is None:
                raise ValueError("the line has more or fewer cells than the head")  # noqa: TRY301
            taken.append(read(cells, line))
        except ValueError as error:
            aside.append(SetAside(line, str(error)))
    if not taken:
        why = f"line {aside[0].line}: {aside[0].reason}" if aside else "it has no row below its head"
        raise InputError(f"no row can be taken; {why}", place=str(path), remedy="Mend that line and those like it")
    return ReadTable(str(path), tuple(taken), tuple(aside), tuple(name for name in columns if name not in known))


def without_repeats(
    table: ReadTable[Row],
    key: Callable[[Row], object],
    *,
    told: Callable[[Row], object],
    line: Callable[[Row], int],
) -> ReadTable[Row]:
    """Set aside rows of one key: all but the first where they agree, all where they do not, so that order decides nothing."""
    groups: dict[object, list[Row]] = defaultdict(list)
    for row in table.rows:
        groups[key(row)].append(row)
    kept, aside = [], list(table.set_aside)
    for rows in groups.values():
        agree = len({told(row) for row in rows}) == 1
        reason = "the same row again" if agree else "given more than once, with different numbers"
        kept += rows[:1] if agree else []
        aside += [SetAside(line(row), reason) for row in (rows[1:] if agree else rows)]
    if not kept:
        raise InputError("no row can be taken: every one is given more than once", place=table.path, remedy="Leave one of each")
    return ReadTable(table.path, tuple(kept), tuple(sorted(aside, key=lambda one: one.line)), table.ignored)


def open_table(path: Path, *, needed: Sequence[str], known: Sequence[str]) -> tuple[tuple[str, ...], Lines]:
    """The columns and the rows of a file, by line; a line that cannot be parted into the columns is None."""
    if not path.is_file():
        raise InputError("there is no such file", place=str(path), remedy="Name a .csv or .parquet file")
    columns, rows = _parquet(path) if path.suffix.lower() == ".parquet" else _csv(path)
    missing = [name for name in needed if name not in columns]
    if missing:
        near = {name: difflib.get_close_matches(name, [c for c in columns if c not in known], n=1) for name in missing}
        told = ", ".join(f'{name} (is it "{found[0]}"?)' if found else name for name, found in near.items())
        others = [name for name in known if name not in needed]
        remedy = f"Columns are {', '.join(needed)}" + (f"; {', '.join(others)} may be left out" if others else "")
        raise InputError(f"columns are missing: {told}", place=f"{path}, line 1", remedy=remedy)
    return columns, rows


def _parquet(path: Path) -> tuple[tuple[str, ...], Lines]:
    try:
        table = pq.read_table(path)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError("no whole Parquet file", place=str(path), remedy="Write it again") from error
    found = enumerate(table.to_pylist(), start=2)
    return tuple(table.column_names), [(line, {name: _text(cell) for name, cell in row.items()}) for line, row in found]


def _text(cell: object) -> str:
    return "" if cell is None or (isinstance(cell, float) and math.isnan(cell)) else str(cell)


def _csv(path: Path) -> tuple[tuple[str, ...], Lines]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("no text in UTF-8", place=str(path), remedy="Save it as CSV in UTF-8") from error
    head = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=head.count)
    lines = _lines(path, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    _, first = next(lines, (1, []))
    columns = tuple(name.strip().lower() for name in first)
    if len(set(columns)) != len(columns) or not columns:
        problem = "the file is empty" if not columns else "a column is there twice"
        raise InputError(problem, place=f"{path}, line 1", remedy="Give each column one name in the first line")
    rows: Lines = []
    for at, cells in lines:
        if cells:
            rows.append((at, dict(zip(columns, cells, strict=True)) if len(cells) == len(columns) else None))
    return columns, rows


def _lines(path: Path, reader: Any) -> Iterator[tuple[int, list[str]]]:
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            place = f"{path}, line {reader.line_num}"
            raise InputError(f"no CSV: {error}", place=place, remedy="Close every quotation mark") from error
        yield reader.line_num, cells
