"""A small sound viewing log for tests, as Arrow tables in the declared shape."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from cliffhanger.measurements.log_tables import LOG_TABLES, DeclaredTable

DECLARED: dict[str, DeclaredTable] = {table.name: table for table in LOG_TABLES}
DAY0 = dt.datetime(2025, 1, 6)  # noqa: DTZ001 - declared moments are naive UTC


def at(days: float = 0.0, *, seconds: int = 0) -> dt.datetime:
    """A moment counted from the first day."""
    return DAY0 + dt.timedelta(days=days, seconds=seconds)


def session(**changed: Any) -> dict[str, Any]:
    """A session that breaks no rule, with some cells changed."""
    sound = {
        "account_id": 1,
        "profile_id": 0,
        "title_id": "spinning-out",
        "season": 1,
        "episode": 1,
        "started_at": at(1),
        "arrived_at": changed.get("started_at", at(1)) and changed.get("started_at", at(1)) + dt.timedelta(seconds=3000),
        "seconds_viewed": 2400,
        "territory": "CA",
        "plan": "standard",
    }
    return sound | changed


def episode(**changed: Any) -> dict[str, Any]:
    """An episode that breaks no rule, with some cells changed."""
    sound = {"title_id": "spinning-out", "season": 1, "episode": 1, "runtime_s": 2700, "released_at": at(), "territory": None}
    return sound | changed


def account(**changed: Any) -> dict[str, Any]:
    """An account that breaks no rule, with some cells changed."""
    sound = {
        "account_id": 1,
        "signed_up_at": at(-400),
        "cancelled_at": None,
        "plan": "standard",
        "territory": "CA",
        "monthly_price": 16.49,
    }
    return sound | changed


def title(**changed: Any) -> dict[str, Any]:
    """A title that breaks no rule, with some cells changed."""
    sound = dict.fromkeys(DECLARED["titles"].schema.names) | {"title_id": "spinning-out", "series": "Spinning Out"}
    return sound | changed


def cost(**changed: Any) -> dict[str, Any]:
    """A cost line that breaks no rule, with some cells changed."""
    sound = {
        "title_id": "spinning-out",
        "season": 1,
        "kind": "production",
        "amount": 4.5e6,
        "currency": "USD",
        "per_episode": True,
        "quality": "trade report",
        "source": "a trade paper",
    }
    return sound | changed


def arrow(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Rows as an Arrow table in the declared shape; nulls are allowed everywhere, because tests need them."""
    declared = DECLARED[name].schema.to_pyarrow()
    return pa.Table.from_pylist(rows, schema=pa.schema([field.with_nullable(True) for field in declared]))


def small_log() -> dict[str, pa.Table]:
    """Three accounts, one season of two episodes, five sessions of which one came twice."""
    return {
        "viewing": arrow(
            "viewing",
            [
                session(),
                session(arrived_at=at(3)),
                session(episode=2, started_at=at(2)),
                session(account_id=2, started_at=at(1.5)),
                session(account_id=3, profile_id=7, started_at=at(4), arrived_at=None, territory=None, plan=None),
            ],
        ),
        "episodes": arrow("episodes", [episode(), episode(episode=2), episode(episode=2, territory="US", released_at=at(7))]),
        "accounts": arrow("accounts", [account(), account(account_id=2, territory="US"), account(account_id=3)]),
        "titles": arrow("titles", [title(series="Spinning Out ⛸️")]),
        "costs": arrow("costs", [cost(), cost(kind="credit", amount=1e6)]),
    }


def write_parquet(folder: Path, tables: dict[str, pa.Table]) -> Path:
    """Write one file per table."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    return folder


def write_csv(folder: Path, tables: dict[str, pa.Table]) -> Path:
    """Write one CSV file per table, nulls as empty cells."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        pyarrow.csv.write_csv(table, folder / f"{name}.csv")
    return folder


def write_duckdb(path: Path, tables: dict[str, pa.Table]) -> Path:
    """Write a DuckDB file."""
    connection = ibis.duckdb.connect(path)
    for name, table in tables.items():
        connection.create_table(name, table)
    connection.disconnect()
    return path
