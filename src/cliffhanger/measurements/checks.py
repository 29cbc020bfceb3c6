"""The gate of a declared table: which rows can be trusted, which are set aside, and why.

The rules are read from the declaration (``log_tables``). Every function takes a table in the declared shape and the tables
it refers to, already accepted themselves; a reference that is not handed in is not judged. Accepted and quarantined rows
part the table exactly: every predicate is true or false, never null.

A table may carry, beside its declared columns, a column named by ``as_found`` for each column whose cells had to be read
from another type: the text of the cell where it could not be read, null everywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.log_tables import VIEWING, Column, DeclaredTable, Reference

SAMPLE_KEYS = 20
LARGEST_FLOAT = 1e300  # above it stands infinity
FINE = ""  # the reason of a row that is not set aside

Kind = Literal["unreadable", "empty", "range", "words", "order", "orphan", "repeated"]
References = Mapping[str, ir.Table]

# Table, what comes first, what comes later, and what is wrong where it does not.
_ORDERS = (
    ("viewing", "started_at", "arrived_at", "it arrived before it began: arrived_at lies before started_at"),
    ("accounts", "signed_up_at", "cancelled_at", "it was cancelled before it signed up"),
    ("public_figures", "period_start", "period_end", "its period ends before it starts"),
)
_READ_AS = {"string": "text", "timestamp": "a moment", "date": "a day", "boolean": "true or false", "float64": "a number"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a row can be wrong.

    Attributes
    ----------
    name
        Columns and kind, as in ``seconds_viewed range``; stable, for JSON.
    reason
        One plain sentence without a full stop: why the row was set aside.
    columns
        The columns it is about.
    """

    kind: Kind
    columns: tuple[str, ...]
    reason: str

    @property
    def name(self) -> str:
        """Columns and kind."""
        return f"{'+'.join(self.columns)} {self.kind}"


def as_found(column: str) -> str:
    """Name of the column that holds the cells of ``column`` that could not be read, as they were found."""
    return f"{column}__as_found"


def rules(declared: DeclaredTable, table: ir.Table, references: References) -> tuple[Rule, ...]:
    """The rules that rows of this table are held to, in the order in which a reason is looked for."""
    found = [_unreadable(column) for column in declared.columns if as_found(column.name) in table.columns]
    for column in declared.columns:
        found += _of_column(column)
    found += [Rule("order", (first, later), wrong) for name, first, later, wrong in _ORDERS if name == declared.name]
    found += [_orphan(reference) for reference in declared.references if reference.table in references]
    if declared.name != VIEWING.name:  # repeated sessions are dropped where sessions are counted, first arrival first
        found.append(Rule("repeated", declared.key, f"another row with the same {_listed(declared.key)} stands"))
    return tuple(found)


def judged(declared: DeclaredTable, table: ir.Table, references: References) -> ir.Table:
    """Every row with the reason why it is set aside.

    Grain      one row per row of the table
    Columns    the declared ones, and ``reason`` (string): the first rule that the row breaks
    Null       ``reason`` is never null; it is empty where the row is accepted
    """
    return _marked(declared, table, references).select(*declared.schema.names, "reason")


def accepted(declared: DeclaredTable, table: ir.Table, references: References) -> ir.Table:
    """The rows that break no rule.

    Grain      one row per accepted row of the table
    Columns    the declared ones, of the declared types
    Null       as declared
    """
    rows = judged(declared, table, references)
    return rows.filter(rows.reason == FINE).drop("reason")


def quarantined(declared: DeclaredTable, table: ir.Table, references: References) -> ir.Table:
    """The rows that break a rule, each with its reason; accepted + quarantined = all.

    Grain      one row per row that is set aside
    Columns    the declared ones, and ``reason`` (string)
    Null       any column but ``reason``: a cell that could not be read is null
    """
    rows = judged(declared, table, references)
    return rows.filter(rows.reason != FINE)


def counts(declared: DeclaredTable, table: ir.Table, references: References) -> ir.Table:
    """Count rows, accepted rows, the rows that break each rule, and sessions that came twice: one query.

    Grain      one row
    Columns    rows, accepted, repeated (accepted rows less distinct keys; 0 but for viewing),
               rule_0 ... in the order of ``rules`` (a row that breaks several counts in each); all int64
    Null       never
    """
    rows = _marked(declared, table, references)
    flags = [f"rule_{number}" for number, _ in enumerate(rules(declared, table, references))]
    counted = rows.aggregate(
        rows=rows.count().cast("int64"),
        accepted=_how_many(rows, rows.reason == FINE),
        **{flag: _how_many(rows, rows[flag]) for flag in flags},
    )
    if declared.name != VIEWING.name:
        return counted.mutate(repeated=ibis.literal(0, type="int64"))
    # A second look at the table: were it the same one, DuckDB would set all its rows aside before it counts any.
    again = _marked(declared, table.view(), references)
    distinct = again.filter(again.reason == FINE).select(*declared.key).distinct()
    total = distinct.aggregate(distinct_keys=distinct.count().cast("int64"))
    both = counted.cross_join(total)
    return both.mutate(repeated=both.accepted - both.distinct_keys).drop("distinct_keys")


def sample_keys(declared: DeclaredTable, table: ir.Table, references: References, rule: Rule) -> ir.Table:
    """The first keys of rows that break a rule, never whole rows.

    Grain      one row per bad row, at most 20; of an orphan rule one row per key that is missing elsewhere
    Columns    the key (of an orphan rule the columns that refer); of cells that could not be read also their text;
               moments as text, because a wrong one can be any that the engine knows, infinity among them
    Null       parts of a key that are null or could not be read
    """
    number = rules(declared, table, references).index(rule)
    rows = _marked(declared, table, references)
    bad = rows.filter(rows[f"rule_{number}"])
    if rule.kind == "orphan":
        bad = bad.select(*rule.columns).distinct()
    else:
        bad = bad.select(*declared.key, *([as_found(rule.columns[0])] if rule.kind == "unreadable" else []))
    moments = [name for name in bad.columns if bad[name].type().is_timestamp()]
    bad = bad.mutate(**{name: bad[name].cast("string") for name in moments})
    return bad.order_by(*bad.columns).limit(SAMPLE_KEYS)


def _marked(declared: DeclaredTable, table: ir.Table, references: References) -> ir.Table:
    """The table with one flag per rule (``rule_0`` ...) and the reason."""
    wanted = rules(declared, table, references)
    joined = table
    for reference in declared.references:
        if reference.table in references:
            joined = _with_presence(joined, reference, references[reference.table])
    flags = {f"rule_{n}": _breaks(declared, joined, rule) for n, rule in enumerate(wanted) if rule.kind != "repeated"}
    rows = joined.mutate(**flags)
    # Without a rule of its own a table cannot break one: any_of of nothing is false.
    rows = rows.mutate(sound=~_any_of([rows[flag] for flag in flags]))
    if wanted and wanted[-1].kind == "repeated":
        last = f"rule_{len(wanted) - 1}"
        rows = rows.mutate(**{last: rows.sound & (_place_among_equals(declared, rows) > 0)})
        flags[last] = rows[last]
    cases = [(rows[flag], ibis.literal(rule.reason)) for flag, rule in zip(flags, wanted, strict=True)]
    return rows.mutate(reason=ibis.cases(*cases, else_=FINE))


def _with_presence(table: ir.Table, reference: Reference, other: ir.Table) -> ir.Table:
    """Left join to the distinct keys of another table; ``in_<table>`` is null where the key is not there."""
    names = {column: f"{reference.table}__{column}" for column in reference.columns}
    keys = other.select(**{new: other[old] for old, new in names.items()}).distinct()
    keys = keys.mutate(**{f"in_{reference.table}": ibis.literal(1)})
    return table.left_join(keys, [table[old] == keys[new] for old, new in names.items()]).drop(*names.values())


def _place_among_equals(declared: DeclaredTable, rows: ir.Table) -> ir.IntegerValue:
    """0 for the first of the sound rows that share a key, by the order of all columns; nulls first, numbers before texts.

    Numbers decide first because engines sort texts differently. A null is equal to a null here.
    """
    others = [column for column in declared.columns if column.name not in declared.key]
    texts_last = sorted(others, key=lambda column: column.type.endswith("string"))
    order = [rows[column.name].asc(nulls_first=True) for column in texts_last]
    window = ibis.window(group_by=[rows[name] for name in (*declared.key, "sound")], order_by=order)
    return ibis.row_number().over(window)


def _of_column(column: Column) -> list[Rule]:
    found = []
    if column.type.startswith("!"):
        found.append(Rule("empty", (column.name,), f"{column.name} is empty"))
    if limits := _limits(column):
        found.append(Rule("range", (column.name,), f"{column.name} is not {limits}"))
    if column.allowed:
        found.append(Rule("words", (column.name,), f"{column.name} is none of: {', '.join(column.allowed)}"))
    return found


def _limits(column: Column) -> str:
    low, high = (None if limit is None else f"{limit:,.0f}" for limit in (column.low, column.high))
    if _is_moment(column):
        return f"in the years {column.low:.0f} to {column.high:.0f}" if low and high else ""
    unit = f" {column.unit}" if column.unit else ""
    if low and high:
        return f"between {low} and {high}{unit}"
    if low or high:
        return f"{low} or more{unit}" if low else f"{high} or less{unit}"
    return "a number" if column.type.endswith("float64") else ""


def _unreadable(column: Column) -> Rule:
    kind = _READ_AS.get(column.type.removeprefix("!"), "a whole number that fits")
    return Rule("unreadable", (column.name,), f"{column.name} cannot be read as {kind}")


def _orphan(reference: Reference) -> Rule:
    return Rule("orphan", reference.columns, f"no row of {reference.table} has its {_listed(reference.columns)}")


def _breaks(declared: DeclaredTable, table: ir.Table, rule: Rule) -> ir.BooleanValue:
    """Whether a row breaks a rule: true or false, never null."""
    cell = table[rule.columns[0]]
    column = declared.column(rule.columns[0])
    match rule.kind:
        case "unreadable":
            return table[as_found(column.name)].notnull()
        case "empty":
            unread = table[as_found(column.name)].notnull() if as_found(column.name) in table.columns else ibis.literal(False)
            missing = cell.isnull() & ~unread
            if column.type.endswith("float64"):  # on Spark, Ibis takes not-a-number for null
                missing = missing & ~cell.isnan().fill_null(False)
            return missing | (cell == "").fill_null(False) if column.type.endswith("string") else missing
        case "range":
            return _outside(column, cell).fill_null(False)
        case "words":
            return (~cell.isin(column.allowed)).fill_null(False)
        case "order":
            return (table[rule.columns[1]] < cell).fill_null(False)
        case _:
            (reference,) = [known for known in declared.references if known.columns == rule.columns]
            whole = _all_of([table[name].notnull() for name in rule.columns])
            return whole & table[f"in_{reference.table}"].isnull()


def _outside(column: Column, cell: ir.Value) -> ir.BooleanValue:
    if _is_moment(column):
        first = ibis.timestamp(f"{column.low:04.0f}-01-01")
        after = ibis.timestamp(f"{column.high + 1:04.0f}-01-01") if column.high is not None else None
        return (cell < first) | (cell >= after)
    fraction = column.type.endswith("float64")
    high = LARGEST_FLOAT if column.high is None and fraction else column.high
    beyond = [cell > high] if high is not None else []
    # Greater than any number on every engine, but not where DuckDB answers from the statistics of a Parquet file.
    beyond += [cell.isnan()] if fraction else []
    below = [cell < column.low] if column.low is not None else []
    return _any_of(below + beyond)


def _is_moment(column: Column) -> bool:
    return column.type.endswith("timestamp")


def _any_of(flags: list[ir.BooleanValue]) -> ir.BooleanValue:
    return ibis.or_(*flags)


def _all_of(flags: list[ir.BooleanValue]) -> ir.BooleanValue:
    return ibis.and_(*flags)


def _how_many(rows: ir.Table, flag: ir.BooleanValue) -> ir.IntegerScalar:
    return rows.count(where=flag).cast("int64")


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
