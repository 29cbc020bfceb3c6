"""What a decision to stay rests on, by hand: what is remembered of three months, and what is awaited."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest

from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.content_months import churn_cells, content_months, present_content
from cliffhanger.measurements.fresh_viewing import fresh_sessions
from cliffhanger.measurements.retention_statistics import membership_months, seconds_by_month
from tests.measurements.random_log import MOMENT

AS_OF = dt.date(2024, 7, 31)
HOUR = 3_600


def at(text: str) -> int:
    return int(dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC).timestamp())


@pytest.fixture(scope="module")
def con() -> Any:
    return ibis.duckdb.connect()


@pytest.fixture(scope="module")
def spans(con: Any) -> ir.Table:
    """Account 1 joined on 1 January and stays; 2 joined with it and leaves on 1 June."""
    joined = dt.datetime(2024, 1, 1)  # noqa: DTZ001  the tables hold moments without a zone
    rows = {
        "account_id": pa.array([1, 2], pa.int64()),
        "signed_up_at": pa.array([joined] * 2, MOMENT),
        "cancelled_at": pa.array([None, dt.datetime(2024, 6, 1)], MOMENT),  # noqa: DTZ001
        "plan": ["ads", "ads"],
        "territory": ["X", "X"],
        "monthly_price": pa.array([7.0, 7.0]),
    }
    return con.create_table("spans", account_spans(con.create_table("accounts", pa.table(rows)), as_of=AS_OF))


@pytest.fixture(scope="module")
def sessions(con: Any) -> ir.Table:
    """Account 1: in each month from January on an hour of a new episode, and two of an old one from February on."""
    rows = []
    for month in range(1, 7):
        rows.append((1, month, at(f"2024-{month:02d}-10T20:00"), HOUR))
        if month > 1:
            rows.append((1, 1, at(f"2024-{month:02d}-20T20:00"), 2 * HOUR))
    columns = {
        "account_id": pa.array([row[0] for row in rows], pa.int64()),
        "title_id": ["t"] * len(rows),
        "season": pa.array([1] * len(rows), pa.int16()),
        "episode": pa.array([row[1] for row in rows], pa.int16()),
        "started_s": pa.array([row[2] for row in rows], pa.int64()),
        "seconds": pa.array([row[3] for row in rows], pa.int64()),
    }
    return con.create_table("sessions", pa.table(columns))


@pytest.fixture(scope="module")
def content(con: Any, spans: ir.Table, sessions: ir.Table) -> ir.Table:
    months = con.create_table("months", membership_months(sessions, spans, as_of=AS_OF, log_from_s=at("2024-01-01T00:00")))
    finished = pa.table({
        "account_id": pa.array([1], pa.int64()), "title_id": ["t"], "season": pa.array([1], pa.int16()),
        "finished_s": pa.array([at("2024-01-15T00:00")], pa.int64()),
    })  # fmt: skip
    premieres = pa.table({
        "title_id": ["t"], "season": pa.array([2], pa.int16()), "territory": ["X"],
        "premiere_s": pa.array([at("2024-06-10T08:00")], pa.int64()),
    })  # fmt: skip
    tables = [con.create_table(name, rows) for name, rows in (("finished", finished), ("premieres", premieres))]
    return con.create_table("content", content_months(months, fresh_sessions(sessions), spans, *tables, as_of=AS_OF))


def rows_of(content: ir.Table, account: int) -> dict[int, dict[str, Any]]:
    rows = content.filter(content.account_id == account).to_pyarrow().to_pylist()
    return {row["month"]: row for row in rows}


def test_three_months_are_remembered_the_less_the_longer_ago(content: ir.Table) -> None:
    may = rows_of(content, 1)[4]  # the month from 1 May: February, March and April lie before it
    assert may["fresh_s"] == HOUR * (75 + 35 + 17) // 100
    assert may["familiar_s"] == 2 * HOUR * (75 + 35 + 17) // 100
    assert may["usual_s"] == 2 * HOUR, "January held one hour and February three"


def test_a_month_s_own_hours_are_not_looked_at(content: ir.Table) -> None:
    february = rows_of(content, 1)[1]
    assert (february["fresh_s"], february["familiar_s"]) == (HOUR * 75 // 100, 0)
    assert 0 not in rows_of(content, 1), "of the first month nothing is known"


def test_a_season_is_near_awaited_from_45_days_before_it_and_then_just_out(content: ir.Table) -> None:
    found = {month: row["awaiting"] for month, row in rows_of(content, 1).items()}
    # Bills fall on the first of each month: 1 May is 40 days before the premiere, 1 July 21 days after it.
    assert found == {1: 2, 2: 2, 3: 3, 4: 3, 5: 1, 6: 1}
    assert {row["awaiting"] for row in rows_of(content, 2).values()} == {0}


def test_cells_hold_complete_months_alone_and_count_who_left(content: ir.Table) -> None:
    rows = churn_cells(content).to_pyarrow().to_pylist()
    assert sum(row["account_months"] for row in rows) == 5 + 4, "the month from 1 July is not over"
    assert sum(row["churned"] for row in rows) == 1


def test_present_content_is_of_those_who_stay(content: ir.Table) -> None:
    rows = present_content(content).to_pyarrow().to_pylist()
    assert [(row["account_id"], row["month"]) for row in rows] == [(1, 6)]


def test_seconds_by_month_are_parted_by_a_column(sessions: ir.Table, spans: ir.Table) -> None:
    found = seconds_by_month(fresh_sessions(sessions), spans, AS_OF, "fresh").to_pyarrow().to_pylist()
    assert sum(row["seconds"] for row in found if row["fresh"]) == 6 * HOUR
    assert sum(row["seconds"] for row in found if not row["fresh"]) == 10 * HOUR
