"""From a service's own tables to the declared ones: names, units, time zones and types, as expressions.

Nothing is read here: the expressions run where the tables lie. A cell that cannot be read becomes null and its text is kept
beside it (``checks.as_found``), so that the gate can set the row aside and say why. A column that is missing, or of a type
that cannot mean what is declared, refuses the table whole.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from cliffhanger.errors import InputError
from cliffhanger.measurements.checks import as_found
from cliffhanger.measurements.log_tables import Column, DeclaredTable
from cliffhanger.sources.log_cells import Cell, UnfitError, WrongTypeError, read_cell

CONFIGURATION = "cliffhanger.toml"
SHOWN_COLUMNS = 20


@dataclass(frozen=True, slots=True)
class ColumnSource:
    """Where a declared column comes from.

    Attributes
    ----------
    column
        Its name in the user's table; null: the declared name.
    unit
        Unit of the user's values (``log_cells.UNITS``); null: the declared one.
    zone
        IANA time zone of local times; null: they are UTC.
    value
        What stands in every row, for a column that the user has not; null: it is read.
    absent
        The user has no such column, and every row is null.
    """

    column: str | None = None
    unit: str | None = None
    zone: str | None = None
    value: str | float | bool | None = None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class TableSource:
    """Where a declared table comes from; ``source`` is a table's or file's own name, null: the declared name."""

    source: str | None = None
    columns: Mapping[str, ColumnSource] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LogMapping:
    """A user's own names and units, table by table; what is not named is as declared."""

    tables: Mapping[str, TableSource] = field(default_factory=dict)

    def of(self, table: str) -> TableSource:
        """The entry of a table."""
        return self.tables.get(table, TableSource())


def declared_shape(declared: DeclaredTable, found: ir.Table, source: TableSource, *, place: str, engine: str) -> ir.Table:
    """Read a user's table as the declared one.

    Parameters
    ----------
    place
        Where the table lies, for messages.
    engine
        Name of the Ibis backend that holds it.

    Returns
    -------
    table
        The declared columns, of the declared types, in order; then one ``as_found`` column for each that could hold
        cells which cannot be read. Moments are cut to whole seconds.

    Raises
    ------
    InputError
        Columns are missing or of a type that cannot be read; names all of them and the lines that would map them.
    """
    missing = [column for column in declared.columns if _is_missing(column, found, source)]
    if missing:
        raise _missing_columns(declared, missing, found, source, place)
    values: dict[str, ir.Value] = {}
    unread: dict[str, ir.Value] = {}
    for column in declared.columns:
        cell = _cell(declared, column, found, source.columns.get(column.name, ColumnSource()), place=place, engine=engine)
        values[column.name] = cell.value
        if cell.as_found is not None:
            unread[as_found(column.name)] = cell.as_found
    return found.select(**values, **unread)


def _cell(declared: DeclaredTable, column: Column, found: ir.Table, entry: ColumnSource, *, place: str, engine: str) -> Cell:
    kind = dt.dtype(column.type)(nullable=True)
    line = f"{CONFIGURATION} [tables.{declared.name}.columns] {column.name}"
    if entry.absent:
        if column.type.startswith("!"):
            remedy = "Name its column, or give what stands in every row: { value = ... }"
            raise InputError("it may not be absent, because it is never null", place=line, remedy=remedy)
        return Cell(ibis.null(kind))
    if entry.value is not None:
        return Cell(_constant(entry.value, kind, line))
    name = entry.column or column.name
    try:
        return read_cell(column, found[name], unit=entry.unit, zone=entry.zone, engine=engine)
    except UnfitError as error:
        raise InputError(str(error), place=line, remedy=error.remedy) from error
    except WrongTypeError as error:
        raise InputError(
            f"{_named(column.name, name)} is of type {_said(found[name].type())}, which {error}",
            place=_place(declared.name, place),
            remedy=error.remedy
            or f'Declared is {_said(kind)}; another column is named by {column.name} = "ITS NAME" '
            f"under [tables.{declared.name}.columns] in {CONFIGURATION}",
        ) from error


def _constant(value: Any, kind: dt.DataType, line: str) -> ir.Value:
    fits = isinstance(value, bool) == kind.is_boolean() and isinstance(value, str) == (kind.is_string() or kind.is_timestamp())
    try:
        if fits:
            return ibis.literal(value, type=kind)
    except (TypeError, ValueError, OverflowError):
        pass
    raise InputError(f"the value {value!r} is no {_said(kind)}", place=line, remedy="Give one that is")


def _is_missing(column: Column, found: ir.Table, source: TableSource) -> bool:
    entry = source.columns.get(column.name, ColumnSource())
    if entry.absent or entry.value is not None:
        return False
    return _wanted(column, source) not in found.columns


def _missing_columns(
    declared: DeclaredTable, missing: Sequence[Column], found: ir.Table, source: TableSource, place: str
) -> InputError:
    names = [_named(column.name, _wanted(column, source)) for column in missing]
    shown = ", ".join(found.columns[:SHOWN_COLUMNS]) or "none"
    more = len(found.columns) - SHOWN_COLUMNS
    taken = {source.columns[name].column for name in source.columns} | set(declared.schema.names)
    free = [name for name in found.columns if name not in taken]
    sole = free if len(free) == len(missing) == 1 else []
    lines = "\n".join(f"  {_line(column, _wanted(column, source), free, sole)}" for column in missing)
    return InputError(
        f"there is no column {', '.join(names)}; found: {shown}{f' and {more} more' if more > 0 else ''}",
        place=_place(declared.name, place),
        remedy=f"Say in {CONFIGURATION} where they are, by lines such as\n  [tables.{declared.name}.columns]\n{lines}\n"
        "and { value = ... } for what is the same in every row",
    )


def _wanted(column: Column, source: TableSource) -> str:
    return source.columns.get(column.name, ColumnSource()).column or column.name


def _line(column: Column, wanted: str, free: Sequence[str], sole: Sequence[str]) -> str:
    """The line that would map a column; ``free`` are names of the user's table that nothing uses yet."""
    folded = {name.casefold(): name for name in free}
    close = [folded[name] for name in difflib.get_close_matches(wanted.casefold(), list(folded), n=1, cutoff=0.5)]
    if close or sole:
        return f'{column.name} = "{(close or sole)[0]}"  # did you mean this one?'
    if column.type.startswith("!"):
        return f'{column.name} = "ITS NAME"'
    return f"{column.name} = {{ absent = true }}  # or its name; {column.meaning.rpartition('; ')[2] or column.meaning}"


def _named(declared: str, name: str) -> str:
    return declared if name == declared else f"{name} (for {declared})"


def _place(table: str, place: str) -> str:
    return f"{table} in {place}"


def _said(kind: dt.DataType) -> str:
    return str(kind(nullable=True))
