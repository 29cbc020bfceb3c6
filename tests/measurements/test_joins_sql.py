"""First streams and incremental joins against SQL written from their definitions."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import ibis
import pyarrow as pa
import pytest

from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.first_streams import account_first_streams, first_streams, joiners
from cliffhanger.measurements.incremental_joins import incremental_joins, joiner_plays
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.sessions import sessions
from tests.measurements.random_log import random_log

LOG_FROM = dt.date(2023, 12, 5)  # twelve days before the baseline of the first premiere in January, within that of "soap"
LEAST = 4
DAYS = [dt.date(2024, 1, 9), dt.date(2024, 2, 20), dt.date(2024, 4, 20), dt.date(2024, 12, 31)]

COMMON = """
with bounds as (select $as_of::date + interval 1 day as cut, $log_from::timestamp as log_from),
play as (
  select account_id, title_id, season, started_at, seconds_viewed as seconds from viewing, bounds
  where started_at < cut and coalesce(arrived_at, started_at) < cut
  qualify row_number() over (
    partition by account_id, profile_id, title_id, season, episode, started_at
    order by coalesce(arrived_at, started_at), seconds_viewed desc) = 1
),
member as (select account_id, territory, signed_up_at as joined from accounts, bounds where signed_up_at < cut),
released as (
  select title_id, season, episode, home.territory,
         coalesce(max(released_at) filter (e.territory = home.territory), max(released_at) filter (e.territory is null)) as out_at
  from episodes e join (select distinct territory from accounts) home on e.territory is null or e.territory = home.territory
  group by all
),
premiere as (select title_id, season, territory, min(out_at) as premiere from released group by all),
first as (
  select distinct on (account_id) account_id, title_id, season, territory, joined, started_at, premiere
  from play join member using (account_id) join premiere using (title_id, season, territory), bounds
  where joined >= log_from and seconds >= 120 and started_at >= premiere
    and started_at >= joined and started_at < joined + interval 28 day
  order by account_id, started_at, title_id, season
)
"""

FIRST_STREAMS = """
, cell as (
  select title_id, season, territory, days, premiere + to_days(days) > cut as open, premiere < log_from as partly, premiere,
         (select count(*) from first f where f.title_id = p.title_id and f.season = p.season and f.territory = p.territory
          and f.started_at < p.premiere + to_days(days)) as n
  from premiere p, (values (7), (28), (91)) w(days), bounds
)
select title_id, season, territory, days, bool_or(open), bool_or(partly),
       case when bool_or(open) then null else sum(n)::bigint end
from cell, bounds group by grouping sets ((title_id, season, territory, days), (title_id, season, days))
having min(premiere) < any_value(cut)
"""

JOINERS = """
, fate as (
  select m.territory, year(m.joined) as year, month(m.joined) as month, case
    when f.account_id is null then if(m.joined + interval 28 day <= cut, 'without', 'undecided')
    when f.started_at < f.premiere + interval 91 day then 'launch' else 'library' end as fate
  from member m left join first f using (account_id), bounds where m.joined >= log_from
)
select territory, year, month, count(*), count(*) filter (fate = 'launch'), count(*) filter (fate = 'library'),
       count(*) filter (fate = 'without'), count(*) filter (fate = 'undecided')
from fate group by territory, year, month
"""

INCREMENTAL = """
, around as (  -- every account near every launch in its territory, and whether it played in its seven days
  select p.*, m.account_id, m.joined::date - premiere::date as day, case
    when m.joined::date >= premiere::date then m.joined else premiere end as seven_from,
    exists (
      from play join premiere other using (title_id, season)
      where play.account_id = m.account_id and title_id = p.title_id and other.territory = p.territory and seconds >= 120
        and started_at >= other.premiere and started_at >= m.joined
        and started_at >= seven_from and started_at < seven_from + interval 7 day) as played
  from premiere p join member m using (territory) where m.joined::date - premiere::date between -14 and 90
),
cell as (
  select p.title_id, p.season, p.territory, p.premiere, days,
         (p.premiere::date + to_days(days) + interval 7 day) > cut as open,
         (p.premiere::date - interval 14 day) < log_from as partly,
         (select count(*) from around a where (a.title_id, a.season, a.territory) = (p.title_id, p.season, p.territory)
            and day between 0 and days - 1) as joiners,
         (select count(*) from around a where (a.title_id, a.season, a.territory) = (p.title_id, p.season, p.territory)
            and day between 0 and days - 1 and played) as played,
         (select count(*) from around a where (a.title_id, a.season, a.territory) = (p.title_id, p.season, p.territory)
            and day < 0) as baseline,
         (select count(*) from around a where (a.title_id, a.season, a.territory) = (p.title_id, p.season, p.territory)
            and day < 0 and played) as baseline_played
  from premiere p, (values (7), (28), (91)) w(days), bounds
),
total as (
  select title_id, season, territory, days, bool_or(open) as open, bool_or(partly) as partly, sum(joiners)::bigint as n,
         sum(played)::bigint as c, sum(baseline)::bigint as b, sum(baseline_played)::bigint as q
  from cell, bounds group by grouping sets ((title_id, season, territory, days), (title_id, season, days))
  having min(premiere) < any_value(cut)
)
select title_id, season, territory, days, open, partly,
       if(open, null, n), if(open, null, c), if(open, null, b), if(open, null, q),
       case when not open and not partly and b >= $least then q / b end as rate,
       case when rate < 1 then (c - rate * n) / (1 - rate) end as incremental, c - incremental as expected
from total
"""


def ours(tables: dict[str, pa.Table], as_of: dt.date) -> dict[str, list[tuple[Any, ...]]]:
    con = ibis.duckdb.connect(threads=1)
    viewing, episodes, accounts = (con.create_table(name, tables[name]) for name in ("viewing", "episodes", "accounts"))
    log_from_s = int(dt.datetime.combine(LOG_FROM, dt.time(), dt.UTC).timestamp()) + 40_000  # some time on its first day
    played = con.create_table("sessions", sessions(viewing, as_of=as_of))
    out = con.create_table("premieres", premieres(releases(episodes, accounts)))
    spans = con.create_table("spans", account_spans(accounts, as_of=as_of))
    first = con.create_table("first", account_first_streams(played, out, spans, log_from_s=log_from_s))
    weeks = con.create_table("weeks", joiner_plays(played, out, spans, as_of=as_of, log_from_s=log_from_s))
    found = {
        "first_streams": first_streams(first, out, as_of=as_of, log_from_s=log_from_s),
        "joiners": joiners(spans, first, out, as_of=as_of, log_from_s=log_from_s),
        "incremental": incremental_joins(weeks, least_baseline=LEAST),
    }
    return {name: in_order([tuple(row.values()) for row in table.to_pyarrow().to_pylist()]) for name, table in found.items()}


def theirs(tables: dict[str, pa.Table], sql: str, **more: Any) -> list[tuple[Any, ...]]:
    with duckdb.connect() as con:
        for name in ("viewing", "episodes", "accounts"):
            con.register(name, tables[name])
        return in_order(con.execute(COMMON + sql, {"log_from": LOG_FROM, **more}).fetchall())


def in_order(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=lambda row: tuple(map(str, row[:4])))


@pytest.mark.parametrize("as_of", DAYS, ids=str)
@pytest.mark.parametrize("seed", [4, 5])
def test_joins_equal_sql_by_hand(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=300, sessions=3_000)
    found = ours(tables, as_of)
    assert found["first_streams"] == theirs(tables, FIRST_STREAMS, as_of=as_of)
    assert found["joiners"] == theirs(tables, JOINERS, as_of=as_of)
    reckoned = theirs(tables, INCREMENTAL, as_of=as_of, least=LEAST)
    assert [row[:10] for row in found["incremental"]] == [row[:10] for row in reckoned]
    mine, other = ([value for row in rows for value in row[10:]] for rows in (found["incremental"], reckoned))
    assert [value is None for value in mine] == [value is None for value in other]
    known = [(one, two) for one, two in zip(mine, other, strict=True) if one is not None]
    assert all(one == pytest.approx(two, rel=1e-9, abs=1e-9) for one, two in known)  # reckoned in another order


def test_the_random_logs_hold_what_is_compared() -> None:
    found = ours(random_log(4, accounts=300, sessions=3_000), DAYS[-1])
    assert sum(row[6] for row in found["first_streams"] if row[2] is None and row[3] == 91) > 30
    assert all(sum(row[k] for row in found["joiners"]) > 0 for k in (4, 5, 6))
    assert all(row[3] == sum(row[4:]) for row in found["joiners"])
    assert {row[5] for row in found["incremental"]} == {True, False}
    known = [row for row in found["incremental"] if row[11] is not None]
    assert len(known) > 20
    assert {row[11] > 0 for row in known} == {True, False}
    assert any(row[11] is None and row[6] is not None and not row[5] for row in found["incremental"])  # too small a baseline
    early = ours(random_log(4, accounts=300, sessions=3_000), DAYS[1])
    assert any(row[7] for row in early["joiners"])
    assert {row[4] for row in early["incremental"]} == {True, False}
