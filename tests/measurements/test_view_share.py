"""Adjusted view share by hand, once more in SQL, and the traps: leaks from after the premiere, thin cells, open windows."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import ibis
import pyarrow as pa
import pytest

from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.retention_statistics import membership_months
from cliffhanger.measurements.season_core import account_episodes, account_seasons, in_window
from cliffhanger.measurements.sessions import sessions
from cliffhanger.measurements.view_share import adjusted_view_share
from tests.measurements.random_log import DAY, random_log

OUT = 100  # day of the premiere, since 1970; it comes at 8:00
JULY = dt.date(1970, 7, 10)  # day 190: the 91 days, to day 191 at 8:00, are open
LATER = dt.date(1970, 7, 11)
OLD, NEW = (24, "ads", 6), (0, "ads", -1)  # cells: months from, plan, hours bin
Row = dict[str, Any]


def ended(count: int, left: int, cell: tuple[int, str, int], *, day: int = OUT - 1, complete: int = 1) -> list[Row]:
    """Account-months of others that ended on a day, the first of them with leaving."""
    months = [
        {"account_id": 1_000 + n, "month": 40, "start_day": day - 30, "end_day": day, "complete": complete} for n in range(count)
    ]
    names = dict(zip(("tenure_from", "plan", "hours_bin"), cell, strict=True))
    return [month | names | {"churned": int(n < left)} for n, month in enumerate(months)]


def at(account: int, cell: tuple[int, str, int], *, start: int, month: int) -> Row:
    """The month in which an account of the test is at the premiere."""
    (row,) = ended(1, 0, cell, day=start + 30, complete=0)
    return row | {"account_id": account, "month": month}


def share(
    played: list[tuple[int, str, float, int]],
    months: list[Row],
    *,
    homes: str = "XXXX",
    out: dict[str, int] | None = None,
    as_of: dt.date = LATER,
    log_from_s: int = 0,
) -> dict[tuple[str, str | None, int], Row]:
    """Sessions as account, title, days after day 100 at 8:00, seconds. Title "t" is measured, others are other viewing."""
    con = ibis.duckdb.connect(threads=1)
    first = {"X": OUT} | (out or {})
    plays = {
        "account_id": pa.array([row[0] for row in played], pa.int64()),
        "title_id": [row[1] for row in played],
        "season": pa.array([1] * len(played), pa.int16()),
        "episode": pa.array([1] * len(played), pa.int16()),
        "started_s": pa.array([OUT * DAY + 28_800 + int(row[2] * DAY) for row in played], pa.int64()),
        "seconds": pa.array([row[3] for row in played], pa.int64()),
    }
    schedule = {
        "title_id": ["t"] * len(first),
        "season": pa.array([1] * len(first), pa.int16()),
        "episode": pa.array([1] * len(first), pa.int16()),
        "territory": list(first),
        "runtime_s": pa.array([3_000] * len(first), pa.int64()),
        "released_s": pa.array([day * DAY + 28_800 for day in first.values()], pa.int64()),
    }
    accounts = {"account_id": pa.array(range(1, len(homes) + 1), pa.int64()), "territory": list(homes)}
    tables = {"play": pa.table(plays), "out": pa.table(schedule), "accounts": pa.table(accounts)}
    tables["months"] = pa.Table.from_pylist(months)
    loaded = {name: con.create_table(name, table) for name, table in tables.items()}
    premiered = premieres(loaded["out"])
    who = account_seasons(account_episodes(in_window(loaded["play"], loaded["out"], premiered, loaded["accounts"])))
    found = adjusted_view_share(who, loaded["play"], loaded["months"], premiered, as_of=as_of, log_from_s=log_from_s)
    return {(row["title_id"], row["territory"], row["window_days"]): row for row in found.to_pyarrow().to_pylist()}


PLAYED = [
    (1, "t", 1, 600),  # account 1: 600 of 1,500 s in seven days, the same of 3,000 s in 28
    (1, "u", 6, 900),
    (1, "u", 20, 1_500),
    (1, "u", -1, 9_999),  # before the premiere: in no window
    (2, "t", 4, 60),  # account 2: nothing but the season, and under two minutes: it still gave it its viewing
]
# 200 account-months had ended by day 99, ten of them with leaving: 1 of 100 in account 1's cell, 9 of 100 in the first months.
MONTHS = [*ended(100, 1, OLD), *ended(100, 9, NEW), at(1, OLD, start=90, month=30), at(2, NEW, start=103, month=0)]


def test_by_hand() -> None:
    found = share(PLAYED, MONTHS)
    week, month = found["t", None, 7], found["t", None, 28]
    assert (week["viewers"], week["view_share"]) == (2, 1.4)  # 0.4 and 1
    assert week["adjusted_view_share"] == 0.094  # 0.4 x 1 % and 1 x 9 %: account 2 joined on day 103, its first month counts
    assert (month["view_share"], month["adjusted_view_share"]) == (1.2, 0.092)  # 600 of 3,000
    assert found["t", "X", 7] == week | {"territory": "X"}


def test_shares_and_products_are_cut_and_not_rounded() -> None:
    # 2 of 3 seconds are 666,666 millionths; times 1 % that is 6,666,660 billionths.
    found = share([(1, "t", 1, 2), (1, "u", 1, 1)], MONTHS)["t", None, 7]
    assert (found["view_share"], found["adjusted_view_share"]) == (0.666666, 0.00666666)


@pytest.mark.parametrize(
    "unknown",
    [
        ended(500, 500, OLD, day=OUT),  # ended on the premiere's day: whether they left was not known before it
        ended(500, 500, OLD, day=OUT + 5),
        ended(500, 500, OLD, complete=0),
    ],
)
def test_the_weight_knows_nothing_from_the_premiere_on(unknown: list[Row]) -> None:
    assert share(PLAYED, MONTHS + unknown)["t", None, 7] == share(PLAYED, MONTHS)["t", None, 7]


def test_a_cell_of_fewer_than_a_hundred_months_takes_the_rate_of_all() -> None:
    thin = [*ended(99, 1, OLD), *ended(101, 9, NEW), at(1, OLD, start=90, month=30)]
    assert share(PLAYED[:2], thin)["t", None, 7]["adjusted_view_share"] == 0.02  # 0.4 x 10 / 200


def test_an_account_without_a_month_at_the_premiere_takes_the_rate_of_all() -> None:
    assert share(PLAYED[:2], MONTHS[:200])["t", None, 7]["adjusted_view_share"] == 0.02


def test_the_month_at_the_premiere_is_the_one_whose_anniversary_has_come() -> None:
    # Account 1 has its anniversary on the premiere's day: the new month's cell holds, not the old one's.
    turning = [*MONTHS[:200], at(1, NEW, start=OUT - 30, month=0), at(1, OLD, start=OUT, month=1)]
    assert share(PLAYED[:2], turning)["t", None, 7]["adjusted_view_share"] == 0.004


def test_without_a_month_before_the_premiere_there_is_no_weight_but_a_share() -> None:
    found = share(PLAYED, [at(1, OLD, start=90, month=30)])["t", None, 7]
    assert (found["view_share"], found["adjusted_view_share"]) == (1.4, None)


def test_a_territory_without_a_weight_leaves_the_total_without_one() -> None:
    found = share(PLAYED, MONTHS, homes="XY", out={"Y": 60})  # no month had ended before day 60; accounts 1 in X, 2 in Y
    assert found["t", "X", 7]["adjusted_view_share"] == 0.004
    assert found["t", "Y", 91]["view_share"] == 1
    assert found["t", "Y", 91]["adjusted_view_share"] is found["t", None, 91]["adjusted_view_share"] is None


def test_an_open_window_is_null_and_so_is_the_total_of_one() -> None:
    found = share(PLAYED, MONTHS, homes="XY", out={"Y": OUT + 10}, as_of=JULY)
    assert found["t", "X", 91]["window_open"]
    assert found["t", "X", 28]["view_share"] == 0.2
    assert found["t", None, 28]["viewers"] == 1
    assert found["t", None, 91]["view_share"] is found["t", None, 91]["adjusted_view_share"] is None
    later = share(PLAYED, MONTHS, homes="XY", out={"Y": OUT + 10})
    assert later["t", "X", 91]["viewers"] == 1
    assert later["t", "Y", 91]["window_open"]
    assert later["t", None, 91]["viewers"] is None


def test_a_season_older_than_the_log_says_so() -> None:
    assert share(PLAYED, MONTHS, log_from_s=OUT * DAY + 28_801)["t", None, 7]["partly_logged"]
    assert not share(PLAYED, MONTHS, log_from_s=OUT * DAY + 28_800)["t", None, 7]["partly_logged"]


SQL = """
with play as (
  select distinct on (account_id, profile_id, title_id, season, episode, started_at)
    account_id, title_id, season, episode, started_at, seconds_viewed as seconds
  from viewing where started_at < $cut and coalesce(arrived_at, started_at) < $cut
  order by account_id, profile_id, title_id, season, episode, started_at, coalesce(arrived_at, started_at), seconds_viewed desc
),
plan as (
  select e.title_id, e.season, e.episode, h.territory, e.released_at
  from (select distinct territory from accounts) h join episodes e on e.territory = h.territory or (
    e.territory is null and not exists (from episodes o
      where (o.title_id, o.season, o.episode, o.territory) = (e.title_id, e.season, e.episode, h.territory)))
),
span as (
  select title_id, season, territory, days, opens, opens + to_days(days) as closes
  from (select title_id, season, territory, min(released_at) as opens from plan group by all), (values (7), (28), (91)) w(days)
),
mine as (
  select title_id, season, territory, days, opens, closes, account_id, sum(seconds) as seconds
  from play join accounts using (account_id) join plan using (title_id, season, episode, territory)
    join span using (title_id, season, territory)
  where started_at >= opens and started_at < closes group by all having sum(seconds) > 0
),
weighed as (
  select m.*, date_diff('day', date '1970-01-01', opens::date) as out_day, seconds * 1000000 // (
    select sum(p.seconds) from play p
    where p.account_id = m.account_id and p.started_at >= m.opens and p.started_at < m.closes) as millionths
  from mine m
),
at_premiere as (
  select w.*, a.tenure_from, a.plan, a.hours_bin from weighed w left join months a
    on a.account_id = w.account_id and (
      out_day between a.start_day and a.end_day - 1 or (a.month = 0 and a.start_day > out_day))
),
risks as (
  select w.*, (
      select case when count(*) >= 100 then sum(churned) * 1000000 // count(*) end from months c
      where c.complete = 1 and c.end_day < out_day
        and (c.tenure_from, c.plan, c.hours_bin) = (w.tenure_from, w.plan, w.hours_bin)) as own,
    (select sum(churned) * 1000000 // count(*) from months c where c.complete = 1 and c.end_day < out_day) as everyone
  from at_premiere w
),
summed as (
  select s.*, count(account_id) as viewers, coalesce(sum(millionths), 0) as millionths,
    coalesce(sum(millionths * coalesce(own, everyone) // 1000), 0) as billionths, closes > $cut as still_open,
    not exists (from months c where c.complete = 1 and c.end_day < date_diff('day', date '1970-01-01', opens::date)) as riskless
  from span s left join risks r using (title_id, season, territory, days, opens, closes) group by all
)
select title_id, season, territory, days::smallint as window_days,
  case when not bool_or(still_open) then sum(viewers)::bigint end as viewers,
  case when not bool_or(still_open) then sum(millionths) / 1e6 end as view_share,
  case when not bool_or(still_open or riskless) then sum(billionths) / 1e9 end as adjusted_view_share
from summed group by grouping sets ((title_id, season, territory, days), (title_id, season, days)) having min(opens) < $cut
"""


@pytest.mark.parametrize(("seed", "as_of"), [(6, dt.date(2024, 6, 30)), (7, dt.date(2024, 10, 31))])
def test_every_cell_equals_hand_written_sql(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=1_500, sessions=2_500)
    con = ibis.duckdb.connect(threads=1)
    loaded = {name: con.create_table(name, table) for name, table in tables.items()}
    out = con.create_table("out", releases(loaded["episodes"], loaded["accounts"]))
    play = con.create_table("play", sessions(loaded["viewing"], as_of=as_of))
    spans = account_spans(loaded["accounts"], as_of=as_of)
    months = con.create_table("months", membership_months(play, spans, as_of=as_of))
    who = con.create_table("who", account_seasons(account_episodes(in_window(play, out, premieres(out), loaded["accounts"]))))
    found = adjusted_view_share(who, play, months, premieres(out), as_of=as_of)
    plain = duckdb.connect()
    for name, table in (tables | {"months": months.to_pyarrow()}).items():
        plain.register(name, table)
    expected = (
        plain.execute(SQL, {"cut": dt.datetime.combine(as_of + dt.timedelta(days=1), dt.time())}).to_arrow_table().to_pylist()
    )
    got = found.select(*expected[0]).to_pyarrow().to_pylist()
    assert sorted(got, key=str) == sorted(expected, key=str)
    assert len({row["adjusted_view_share"] for row in got}) > 20
    assert any(row["window_open"] for row in found.to_pyarrow().to_pylist()) == (seed == 6)
