"""Account-months by hand, once more in SQL, and the traps: anniversaries, the lag, censoring on both sides."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.retention_statistics import membership_months, retention_statistics, watched_retention
from cliffhanger.measurements.sessions import sessions
from tests.measurements.random_log import MOMENT, START, random_log

Rows = list[dict[str, Any]]
APRIL_END = dt.date(2024, 4, 30)


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def log(accounts: list[tuple[str, str | None]], played: list[tuple[Any, ...]]) -> dict[str, pa.Table]:
    """Accounts 1, 2, ... by when they joined and left; sessions by account, start, seconds and, where it is not 0, profile."""
    rows = [(*row, 0)[:4] for row in played]
    count, people = len(rows), len(accounts)
    viewing = {
        "account_id": pa.array([row[0] for row in rows], pa.int64()),
        "profile_id": pa.array([row[3] for row in rows], pa.int64()),
        "title_id": pa.array(["t"] * count, pa.string()),
        "season": pa.array([1] * count, pa.int16()),
        "episode": pa.array([1] * count, pa.int16()),
        "started_at": pa.array([moment(row[1]) for row in rows], MOMENT),
        "arrived_at": pa.array([None] * count, MOMENT),
        "seconds_viewed": pa.array([row[2] for row in rows], pa.int32()),
    }
    members = {
        "account_id": pa.array(range(1, people + 1), pa.int64()),
        "signed_up_at": pa.array([moment(joined) for joined, _ in accounts], MOMENT),
        "cancelled_at": pa.array([moment(left) if left else None for _, left in accounts], MOMENT),
        "plan": pa.array(["ads"] * people),
        "territory": pa.array(["X"] * people),
        "monthly_price": pa.array([7.0] * people),
    }
    episodes = {
        "title_id": ["t"],
        "season": pa.array([1], pa.int16()),
        "episode": pa.array([1], pa.int16()),
        "runtime_s": pa.array([3_000], pa.int32()),
        "released_at": pa.array([moment("2024-02-15T08:00")], MOMENT),
        "territory": pa.array([None], pa.string()),
    }
    return {"viewing": pa.table(viewing), "accounts": pa.table(members), "episodes": pa.table(episodes)}


def measured(tables: dict[str, pa.Table], *, as_of: dt.date = APRIL_END, log_from_s: int = 0) -> dict[str, Rows]:
    con = ibis.duckdb.connect(threads=1)
    viewing, episodes, accounts = (con.create_table(name, tables[name]) for name in ("viewing", "episodes", "accounts"))
    play = con.create_table("play", sessions(viewing, as_of=as_of))
    spans = con.create_table("spans", account_spans(accounts, as_of=as_of))
    months = con.create_table("months", membership_months(play, spans, as_of=as_of, log_from_s=log_from_s))
    first = premieres(releases(episodes, accounts))
    found = {
        "months": months,
        "cells": retention_statistics(months),
        "by_territory": retention_statistics(months, by=["hours_bin", "territory"]),
        "watched": watched_retention(months, play, spans, first, as_of=as_of),
    }
    return {
        name: sorted(table.to_pyarrow().to_pylist(), key=lambda row: [str(row[n]) for n in sorted(row)])
        for name, table in found.items()
    }


def months(found: dict[str, Rows], *names: str) -> list[tuple[Any, ...]]:
    rows = sorted(found["months"], key=lambda row: (row["account_id"], row["month"]))
    return [tuple(row[name] for name in names) for row in rows]


def test_by_hand() -> None:
    tables = log(
        [
            ("2024-01-31T20:00", "2024-03-31T09:00"),  # months 31 Jan to 28 Feb, 29 Feb to 30 Mar; leaves on the anniversary
            ("2024-02-10T09:00", None),  # 10 Feb to 9 Mar, 10 Mar to 9 Apr, 10 Apr to 9 May: the last not complete on 30 April
        ],
        [
            (1, "2024-02-28T23:59", 1_800),  # in its month 0, so the hours before its month 1
            (1, "2024-02-29T00:00", 7_200),  # in its month 1, the one at whose end it leaves: not lagged, not counted
            (2, "2024-02-20T20:00", 3_000),
            (2, "2024-02-20T20:00", 1_000, 5),  # another profile of the account: 4,000 s before month 1
        ],
    )
    found = measured(tables)
    told = ("account_id", "month", "lagged_s", "hours_bin", "complete", "churned")
    assert months(found, *told) == [
        (1, 0, 0, -1, 1, 0),
        (1, 1, 1_800, 1, 1, 1),  # (0, 1] hours
        (2, 0, 0, -1, 1, 0),
        (2, 1, 4_000, 2, 1, 0),  # (1, 3] hours
        (2, 2, 0, 0, 0, 0),
    ]
    cells = {row["hours_bin"]: row for row in found["cells"]}
    first = {"accounts": 2, "account_months": 2, "churned": 0, "tenure_sum": 0, "lagged_s": 0, "lagged_minutes_squared": 0}
    assert cells[-1] == {"tenure_from": 0, "plan": "ads", "hours_bin": -1} | first
    # 1,800 s are 30 minutes, 4,000 s are 66 whole ones; month 2 of account 2 is not complete
    assert (cells[1]["churned"], cells[1]["lagged_minutes_squared"]) == (1, 900)
    assert (cells[2]["churned"], cells[2]["lagged_minutes_squared"]) == (0, 66 * 66)
    assert set(cells) == {-1, 1, 2}


def test_watched_by_hand() -> None:
    # The season is out from 15 February. Month 1 of account 1 (29 Feb on) and of account 2 (10 Mar on) come after it; so does
    # that of account 3 (16 Feb on), whose month 0 ended on the premiere's day: it had that day to watch.
    tables = log(
        [("2024-01-31T20:00", "2024-03-31T09:00"), ("2024-02-10T09:00", None), ("2024-01-16T09:00", None)],
        [(1, "2024-02-28T20:00", 119), (1, "2024-02-28T22:00", 1), (2, "2024-02-20T20:00", 119)],
    )
    rows = measured(tables, as_of=dt.date(2024, 4, 15))["watched"]
    seen = [(row["watched"], row["tenure_from"], row["hours_bin"], row["account_months"], row["churned"]) for row in rows]
    # Account 1: two minutes in two sessions, and it leaves. Account 2: a second short. Account 3: nothing; its month 2 ends on
    # 16 April and is not complete.
    assert sorted(seen) == [(0, 1, 0, 1, 0), (0, 1, 1, 1, 0), (1, 1, 1, 1, 1)]
    earlier = tables | {
        "episodes": tables["episodes"].set_column(4, "released_at", pa.array([moment("2024-02-16T00:00")], MOMENT))
    }
    assert sum(row["account_months"] for row in measured(earlier, as_of=dt.date(2024, 4, 15))["watched"]) == 2  # not account 3


def test_what_was_played_before_the_sign_up_is_nobody_s_month() -> None:
    found = measured(log([("2024-02-10T09:00", None)], [(1, "2024-02-09T20:00", 4_000), (1, "2024-01-20T20:00", 4_000)]))
    assert months(found, "month", "lagged_s") == [(0, 0), (1, 0), (2, 0)]


@pytest.mark.parametrize(
    ("left", "last"),
    [
        ("2024-01-10T23:00", 0),  # on the day of joining
        ("2024-02-10T23:59", 0),  # on the anniversary: ends the month before
        ("2024-02-11T00:00", 1),  # the day after: in the next month
    ],
)
def test_the_day_of_leaving_ends_a_month(left: str, last: int) -> None:
    found = measured(log([("2024-01-10T08:00", left)], []))
    assert [row for row in months(found, "month", "churned") if row[1]] == [(last, 1)]
    assert months(found, "month")[-1] == (last,)


def test_an_anniversary_that_a_month_has_not_is_its_last_day() -> None:
    found = measured(log([("2023-10-31T08:00", None)], []), as_of=dt.date(2024, 3, 31))
    since = dt.date(1970, 1, 1)
    begins = [since + dt.timedelta(days=day) for (day,) in months(found, "start_day")]
    assert begins == [
        dt.date(2023, 10, 31),
        dt.date(2023, 11, 30),
        dt.date(2023, 12, 31),
        dt.date(2024, 1, 31),
        dt.date(2024, 2, 29),
        dt.date(2024, 3, 31),
    ]


def test_a_month_counts_from_the_day_after_it_could_have_ended_with_leaving() -> None:
    # The anniversary is 10 February: whoever leaves on it leaves that month, so it must be over.
    tables = log([("2024-01-10T08:00", None)], [])
    assert months(measured(tables, as_of=dt.date(2024, 2, 9)), "month", "complete") == [(0, 0)]
    assert months(measured(tables, as_of=dt.date(2024, 2, 10)), "month", "complete") == [(0, 1), (1, 0)]


def test_a_leaver_s_last_month_waits_as_long_as_a_stayer_s() -> None:
    # Both joined on 10 January and are in month 0 on 1 February; counting the leaver alone would make all of them leave.
    tables = log([("2024-01-10T08:00", "2024-01-20T08:00"), ("2024-01-10T08:00", None)], [])
    assert measured(tables, as_of=dt.date(2024, 2, 1))["cells"] == []
    (row,) = measured(tables, as_of=dt.date(2024, 2, 10))["cells"]
    assert (row["account_months"], row["churned"]) == (2, 1)


def test_months_before_the_log_are_left_out_but_tenure_counts_from_the_sign_up() -> None:
    # The log begins on 15 March at noon, so its first whole day is the 16th. Account 1 was in month 3 then: 20 February to
    # 19 March; the first month whose month before is in the log whole is month 5, from 20 April. Account 2 joined later.
    tables = log([("2023-11-20T08:00", None), ("2024-03-16T08:00", None)], [])
    noon = int(dt.datetime(2024, 3, 15, 12, tzinfo=dt.UTC).timestamp())
    found = measured(tables, as_of=dt.date(2024, 5, 31), log_from_s=noon)
    assert months(found, "account_id", "month", "tenure_from") == [(1, 5, 3), (1, 6, 6), (2, 0, 0), (2, 1, 1), (2, 2, 2)]


SQL = """
with known as (
  select *, coalesce(arrived_at, started_at) as came from viewing
  where started_at < $cut and coalesce(arrived_at, started_at) < $cut
),
play as (
  select distinct on (account_id, profile_id, title_id, season, episode, started_at) *
  from known order by account_id, profile_id, title_id, season, episode, started_at, came, seconds_viewed desc
),
member as (
  select account_id, plan, territory, signed_up_at::date as joined,
    case when cancelled_at < $cut then cancelled_at::date end as gone
  from accounts where signed_up_at < $cut
),
months as (
  select *, n as month, (joined + to_months(n - 1))::date as before, (joined + to_months(n))::date as begins,
    (joined + to_months(n + 1))::date as ends
  from member, range(0, 60) r(n)
),
at_risk as (
  select * from months
  where ends <= $as_of and (gone is null or gone > begins or month = 0) and (month > 0 or joined >= $first_day)
    and (month = 0 or before >= $first_day)
),
lagged as (
  select a.*, coalesce(sum(seconds_viewed), 0) as lagged_s,
    coalesce(gone <= ends, false)::bigint as churned
  from at_risk a left join play p
    on p.account_id = a.account_id and p.started_at::date >= before and p.started_at::date < begins and month > 0
  group by all
),
binned as (
  select *, (select max(b) from (values (0), (1), (2), (3), (6), (12), (24)) t(b) where b <= month) as tenure_from,
    case when month = 0 then -1 else (
      select count(*) from (values (0), (1), (3), (6), (12), (25)) t(hours) where lagged_s > hours * 3600) end as hours_bin
  from lagged
),
seen as (
  select b.*, s.title_id, s.season, (
    select coalesce(sum(seconds_viewed), 0) >= 120 from play p
    where (p.account_id, p.title_id, p.season) = (b.account_id, s.title_id, s.season)
      and p.started_at::date >= before and p.started_at::date < begins)::bigint as watched
  from binned b join (
    select title_id, season, h.territory, min(released_at)::date as premiered
    from episodes e join (select distinct territory from accounts) h
      on h.territory = e.territory or (e.territory is null and not exists (
        from episodes o where (o.title_id, o.season, o.episode, o.territory)
          = (e.title_id, e.season, e.episode, h.territory)))
    group by all) s using (territory)
  where month > 0 and begins > premiered
)
"""
COUNTED = """ count(distinct account_id) as accounts, count(*) as account_months, sum(churned)::bigint as churned,
  sum(month)::bigint as tenure_sum, sum(lagged_s)::bigint as lagged_s,
  sum((lagged_s // 60) * (lagged_s // 60))::bigint as lagged_minutes_squared """
QUERIES = {
    "cells": ("select tenure_from, plan, hours_bin,", "from binned group by all"),
    "by_territory": ("select hours_bin, territory,", "from binned group by all"),
    "watched": ("select title_id, season, watched, tenure_from, plan, hours_bin,", "from seen group by all"),
}


@pytest.mark.parametrize(("seed", "as_of", "late_s"), [(1, dt.date(2024, 5, 30), 0), (2, dt.date(2024, 8, 31), 40 * 86_400 + 1)])
def test_every_cell_equals_hand_written_sql(seed: int, as_of: dt.date, late_s: int) -> None:
    tables = random_log(seed, accounts=60, sessions=900)
    log_from_s = START - 60 * 86_400 + late_s
    found = measured(tables, as_of=as_of, log_from_s=log_from_s)
    con = duckdb.connect()
    for name, table in tables.items():
        con.register(name, table)
    first_day = dt.date(1970, 1, 1) + dt.timedelta(days=-(-log_from_s // 86_400))
    told = {"cut": dt.datetime.combine(as_of + dt.timedelta(days=1), dt.time()), "as_of": as_of, "first_day": first_day}
    for name, (columns, rows) in QUERIES.items():
        expected = con.execute(SQL + columns + COUNTED + rows, told).to_arrow_table().to_pylist()
        assert len(expected) > 6, name
        assert found[name] == sorted(expected, key=lambda row: [str(row[n]) for n in sorted(row)]), name
    assert sum(row["churned"] for row in found["cells"]) > 3
    assert {row["watched"] for row in found["watched"]} == {0, 1}


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 1_000), as_of=st.dates(dt.date(2024, 1, 5), dt.date(2024, 8, 1)))
def test_the_future_and_the_order_of_rows_do_not_move_the_answer(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=15, sessions=150)
    end = dt.datetime.combine(as_of + dt.timedelta(days=1), dt.time())
    viewing = [r for r in tables["viewing"].to_pylist() if max(r["started_at"], r["arrived_at"] or r["started_at"]) < end]
    accounts = [
        row | {"cancelled_at": row["cancelled_at"] if row["cancelled_at"] and row["cancelled_at"] < end else None}
        for row in tables["accounts"].to_pylist()
        if row["signed_up_at"] < end
    ]
    past = {
        "viewing": pa.Table.from_pylist(viewing[::-1], schema=tables["viewing"].schema),
        "accounts": pa.Table.from_pylist(accounts[::-1], schema=tables["accounts"].schema),
        "episodes": tables["episodes"],
    }
    assert measured(tables, as_of=as_of) == measured(past, as_of=as_of)
