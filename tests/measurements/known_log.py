"""A random log as it was known on a day: as tables of an engine, as plain rows, and the same day with another future."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from cliffhanger.measurements import releases as schedule
from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.sessions import sessions
from tests.measurements.random_log import START

DAY = 86_400
FIRST = START // DAY
HOUR = 3_600
Rows = list[dict[str, Any]]
# title, season (the latest that was out), day, premiere day. Of these only "binge" has a next season, on day 100 at eight.
QUESTIONS = (
    ("binge", 1, FIRST + 60, FIRST + 100),
    ("binge", 1, FIRST + 10, FIRST + 30),
    ("weekly", 1, FIRST + 60, FIRST + 100),
    ("soap", 1, FIRST + 40, FIRST + 90),
)


@dataclass(frozen=True, slots=True)
class KnownLog:
    """What the measures of a service are worked out from; ``asked`` holds ``QUESTIONS``."""

    con: Any
    sessions: ir.Table
    spans: ir.Table
    releases: ir.Table
    premieres: ir.Table
    asked: ir.Table


def known_log(tables: dict[str, pa.Table], as_of: dt.date) -> KnownLog:
    con = ibis.duckdb.connect(threads=1)
    viewing, episodes, accounts = (con.create_table(name, tables[name]) for name in ("viewing", "episodes", "accounts"))
    known = account_spans(accounts, as_of=as_of)
    out = con.create_table("releases", schedule.releases(episodes, known))
    questions = pa.table(
        {
            "title_id": [row[0] for row in QUESTIONS],
            "season": pa.array([row[1] for row in QUESTIONS], pa.int16()),
            "day": pa.array([row[2] for row in QUESTIONS], pa.int64()),
            "premiere_day": pa.array([row[3] for row in QUESTIONS], pa.int64()),
        }
    )
    return KnownLog(
        con,
        con.create_table("sessions", sessions(viewing, as_of=as_of)),
        con.create_table("spans", known),
        out,
        con.create_table("premieres", schedule.premieres(out)),
        con.create_table("asked", questions),
    )


def another_future(tables: dict[str, pa.Table], as_of: dt.date) -> dict[str, pa.Table]:
    """What was known on the day in another order; after it everybody plays on, leaves, and others join."""
    end = dt.datetime.combine(as_of + dt.timedelta(days=1), dt.time())
    viewing = [r for r in tables["viewing"].to_pylist() if max(r["started_at"], r["arrived_at"] or r["started_at"]) < end]
    accounts = [row for row in tables["accounts"].to_pylist() if row["signed_up_at"] < end]
    later = [
        row | {"account_id": n % 50, "started_at": end + dt.timedelta(hours=n), "arrived_at": None, "seconds_viewed": 9_000}
        for n, row in enumerate(viewing[:150])
    ]
    late = [row | {"profile_id": 9, "arrived_at": end, "seconds_viewed": 9_000} for row in viewing[:150]]
    for n, row in enumerate(accounts):
        if row["cancelled_at"] is None or row["cancelled_at"] >= end:
            row["cancelled_at"] = end + dt.timedelta(days=n)
    newer = [row | {"account_id": 1_000 + n, "signed_up_at": end, "cancelled_at": None} for n, row in enumerate(accounts[:10])]
    return {
        "viewing": pa.Table.from_pylist([*late, *later, *viewing[::-1]], schema=tables["viewing"].schema),
        "accounts": pa.Table.from_pylist([*newer, *accounts[::-1]], schema=tables["accounts"].schema),
        "episodes": pa.Table.from_pylist(tables["episodes"].to_pylist()[::-1], schema=tables["episodes"].schema),
    }


def plain(table: ir.Table) -> Rows:
    return in_order(table.to_pyarrow().to_pylist())


def in_order(rows: Rows) -> Rows:
    """Rows sorted by all they hold, so that two tables of equal rows are equal lists."""
    return sorted(rows, key=lambda row: [str(row[name]) for name in sorted(row)])


def made(con: Any, names: str, rows: list[tuple[Any, ...]]) -> ir.Table:
    """Rows written in a test as a table; names apart by blanks."""
    columns = names.split()
    texts = {"title_id", "territory", "plan"}
    kinds = {name: "string" if name in texts else "int16" if name in {"season", "episode"} else "int64" for name in columns}
    filled = [dict(zip(columns, row, strict=True)) for row in rows]
    return con.create_table(ibis.util.gen_name("made"), ibis.memtable(filled, schema=ibis.schema(kinds)))
