"""Attribution of revenue against SQL written from the definitions, with 128-bit numbers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import ibis
import pyarrow as pa
import pytest

from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.attribution import account_months, account_season_months, attributions
from cliffhanger.measurements.first_streams import account_first_streams
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.sessions import sessions
from tests.measurements.random_log import random_log

LOG_FROM = dt.date(2023, 12, 1)

SQL = """
with bounds as (select $as_of::date + interval 1 day as cut, $log_from::timestamp as log_from),
play as (
  select account_id, title_id, season, started_at, seconds_viewed as seconds from viewing, bounds
  where started_at < cut and coalesce(arrived_at, started_at) < cut
  qualify row_number() over (
    partition by account_id, profile_id, title_id, season, episode, started_at
    order by coalesce(arrived_at, started_at), seconds_viewed desc) = 1
),
month as (
  select m as begins, m + interval 1 month as ends
  from bounds, generate_series(date_trunc('month', log_from), cut, interval 1 month) series(m)
  where m >= log_from and m + interval 1 month <= cut
),
fee as (
  select account_id, begins, (round(monthly_price::decimal(18, 6) * 1000000)::hugeint
      * epoch(least(ends, if(cancelled_at < cut, cancelled_at, ends)) - greatest(begins, signed_up_at))::hugeint
      // epoch(ends - begins)::hugeint) as fee
  from accounts, month, bounds
  where signed_up_at < cut and least(ends, if(cancelled_at < cut, cancelled_at, ends)) > greatest(begins, signed_up_at)
),
seen as (
  select account_id, begins, title_id, season, sum(seconds)::hugeint as s, fee
  from play join fee using (account_id) where date_trunc('month', started_at) = begins group by all having s > 0
),
released as (
  select title_id, season, episode, home.territory,
         coalesce(max(released_at) filter (e.territory = home.territory), max(released_at) filter (e.territory is null)) as out_at
  from episodes e join (select distinct territory from accounts) home on e.territory is null or e.territory = home.territory
  group by all
),
first as (
  select distinct on (account_id) account_id, play.title_id, play.season
  from play join accounts a using (account_id)
    join (select title_id, season, territory, min(out_at) as premiere from released group by all) p
      on (p.title_id, p.season, p.territory) = (play.title_id, play.season, a.territory), bounds
  where signed_up_at >= log_from and seconds >= 120 and started_at >= premiere
    and started_at >= signed_up_at and started_at < signed_up_at + interval 28 day
  order by account_id, started_at, play.title_id, play.season
),
used as (select *, count(*) over (partition by account_id, begins) as n from seen where s >= 120),
given as (
  select 'pro_rata' as rule, title_id, season, begins,
         (select sum(fee)::hugeint from fee f where f.begins = t.begins) * s // sum(s) over (partition by begins)::hugeint as m
  from (select title_id, season, begins, sum(s)::hugeint as s from seen group by all) t
  union all
  select 'user_centric', title_id, season, begins, fee * s // sum(s) over (partition by account_id, begins)::hugeint from seen
  union all
  select 'equal_split', title_id, season, begins, fee // n from used
  union all
  select 'last_touch', title_id, season, begins, fee from fee join first using (account_id)
  union all
  select 'leave_one_out', title_id, season, begins, fee from used where n = 1
),
whole as (
  from given
  union all
  select rule, null, null, begins, (select sum(fee) from fee f where f.begins = month.begins)
      - coalesce((select sum(m) from given g where g.begins = month.begins and g.rule = rules.rule), 0)
  from month, (values ('pro_rata'), ('user_centric'), ('equal_split'), ('last_touch'), ('leave_one_out')) rules(rule)
  where begins in (select begins from fee)
)
select title_id, season, year(begins), month(begins),
       coalesce(sum(m) filter (rule = 'pro_rata'), 0)::bigint as a,
       coalesce(sum(m) filter (rule = 'user_centric'), 0)::bigint as b,
       coalesce(sum(m) filter (rule = 'equal_split'), 0)::bigint as c,
       coalesce(sum(m) filter (rule = 'last_touch'), 0)::bigint as d,
       coalesce(sum(m) filter (rule = 'leave_one_out'), 0)::bigint as e
from whole group by title_id, season, begins having title_id is null or a + b + c + d + e > 0
"""


def in_order(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=lambda row: tuple(map(str, row[:4])))


def ours(tables: dict[str, pa.Table], as_of: dt.date) -> list[tuple[Any, ...]]:
    con = ibis.duckdb.connect(threads=1)
    viewing, episodes, accounts = (con.create_table(name, tables[name]) for name in ("viewing", "episodes", "accounts"))
    log_from_s = int(dt.datetime.combine(LOG_FROM, dt.time(), dt.UTC).timestamp()) + 40_000  # some time on its first day
    played = con.create_table("sessions", sessions(viewing, as_of=as_of))
    spans = con.create_table("spans", account_spans(accounts, as_of=as_of))
    first = account_first_streams(played, premieres(releases(episodes, accounts)), spans, log_from_s=log_from_s)
    months = con.create_table("months", account_months(spans, as_of=as_of, log_from_s=log_from_s))
    table = attributions(con.create_table("seen", account_season_months(played, months)), first, months)
    return in_order([tuple(row.values()) for row in table.to_pyarrow().to_pylist()])


@pytest.mark.parametrize("as_of", [dt.date(2024, 1, 30), dt.date(2024, 2, 29), dt.date(2024, 12, 31)], ids=str)
@pytest.mark.parametrize("seed", [6, 7])
def test_attributions_equal_sql_by_hand(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=120, sessions=1_500)
    with duckdb.connect() as con:
        for name, table in tables.items():
            con.register(name, table)
        theirs = in_order(con.execute(SQL, {"as_of": as_of, "log_from": LOG_FROM}).fetchall())
    found = ours(tables, as_of)
    assert found == theirs
    shares = [row for row in found if row[0] is not None]
    assert all(any(row[k] for row in shares) for k in range(4, 9))
