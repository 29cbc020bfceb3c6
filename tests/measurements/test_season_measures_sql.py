"""The season measures once more, in SQL written by hand from their definitions: every cell must agree."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest

from cliffhanger.measurements.days_to_complete import binge_share, days_to_complete
from cliffhanger.measurements.panel_completion import panel_completion_rate
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.retention_curve import retention_curve
from cliffhanger.measurements.season_core import account_episodes, account_seasons, in_window
from cliffhanger.measurements.season_counts import completion_days, episode_counts, season_counts
from cliffhanger.measurements.season_measures import catch_up, season_measures
from cliffhanger.measurements.sessions import sessions
from tests.measurements.random_log import random_log

# What all of them rest on: sessions known on the day, each once; the schedule of each territory; windows; who saw how much.
SHARED = """
with known as (
  select *, coalesce(arrived_at, started_at) as came from viewing
  where started_at < $cut and coalesce(arrived_at, started_at) < $cut
),
play as (
  select distinct on (account_id, profile_id, title_id, season, episode, started_at)
    account_id, title_id, season, episode, started_at, seconds_viewed as seconds
  from known order by account_id, profile_id, title_id, season, episode, started_at, came, seconds_viewed desc
),
homes as (select distinct territory from accounts),
plan as (
  select e.title_id, e.season, e.episode, h.territory, e.runtime_s, e.released_at
  from homes h join episodes e on e.territory = h.territory or (
    e.territory is null and not exists (
      from episodes o
      where (o.title_id, o.season, o.episode, o.territory) = (e.title_id, e.season, e.episode, h.territory)))
),
premiere as (
  select title_id, season, territory, min(released_at) as opens, max(released_at) as last_out, sum(runtime_s) as runtime
  from plan group by all
),
span as (
  select p.*, days, opens + to_days(days) as closes, opens + to_days(days) > $cut as still_open,
    last_out >= opens + to_days(days) as unfinished
  from premiere p, (values (7), (28), (91)) w(days)
),
inside as (
  select play.*, territory, days, plan.runtime_s, span.runtime
  from play join accounts using (account_id) join plan using (title_id, season, episode, territory)
    join span using (title_id, season, territory)
  where started_at >= opens and started_at < closes
),
piece as (
  select title_id, season, territory, days, account_id, episode, runtime_s, runtime, sum(seconds) as seconds
  from inside group by all
),
person as (
  select title_id, season, territory, days, account_id, sum(seconds) as seconds,
    bool_or(seconds >= 120) as starter,
    bool_or(seconds >= 0.7 * runtime_s) as watcher,
    sum(least(seconds, runtime_s)) >= 0.9 * any_value(runtime) as completer,
    max(episode) filter (where seconds >= 0.7 * runtime_s and seconds >= 120) as furthest
  from piece group by all
)
"""
SEASONS = """,
counted as (
  select s.*, coalesce(sum(seconds), 0) as seconds, count(account_id) filter (where seconds > 0) as viewers,
    count(account_id) filter (where starter) as starters, count(account_id) filter (where watcher) as watchers,
    count(account_id) filter (where completer) as completers
  from span s left join person p using (title_id, season, territory, days) group by all
)
select title_id, season, territory, days::smallint as window_days, bool_or(still_open) as window_open,
  case when not bool_or(still_open) then sum(seconds) / 3600.0::double end as hours,
  case when not bool_or(still_open) and min(runtime) = max(runtime) then sum(seconds) / max(runtime)::double end as views,
  case when not bool_or(still_open) then sum(viewers) end as viewers,
  case when not bool_or(still_open) then sum(starters) end as starters,
  case when not bool_or(still_open) then sum(watchers) end as watchers,
  case when not bool_or(still_open or unfinished) then sum(completers) end as completers,
  case when not bool_or(still_open or unfinished) then sum(completers) / nullif(sum(starters), 0)::double end as completion_rate
from counted group by grouping sets ((title_id, season, territory, days), (title_id, season, days))
having min(opens) < $cut
"""
CATCH_UP = """,
late as (
  select s.title_id, s.season, s.territory, s.opens, s.still_open, count(p.account_id) as late
  from span s left join (
    select * from person p where p.days = 91 and starter and not exists (
      from person e where e.days = 28 and e.starter
        and (e.title_id, e.season, e.account_id) = (p.title_id, p.season, p.account_id))
  ) p using (title_id, season, territory)
  where s.days = 91 group by all
)
select title_id, season, territory, case when not bool_or(still_open) then sum(late) end as catch_up
from late group by grouping sets ((title_id, season, territory), (title_id, season)) having min(opens) < $cut
"""
POINTS = """,
steps as (
  select s.title_id, s.season, s.territory, s.days, plan.episode, s.opens, s.still_open or plan.released_at >= s.closes as blank,
    lag(plan.episode) over (partition by s.title_id, s.season, s.territory, s.days order by plan.episode) as before
  from span s join plan using (title_id, season, territory)
),
counted as (
  select t.*,
    (select count(*) from person p where starter and (p.title_id, p.season, p.territory, p.days)
      = (t.title_id, t.season, t.territory, t.days)) as starters,
    (select count(*) from piece p where seconds >= 0.7 * runtime_s and seconds >= 120
      and (p.title_id, p.season, p.territory, p.days, p.episode)
      = (t.title_id, t.season, t.territory, t.days, t.episode)) as reached,
    (select count(*) from person p where furthest >= t.before and (p.title_id, p.season, p.territory, p.days)
      = (t.title_id, t.season, t.territory, t.days)) as got_to_the_one_before,
    (select count(*) from person p where furthest >= t.episode and (p.title_id, p.season, p.territory, p.days)
      = (t.title_id, t.season, t.territory, t.days)) as stayed
  from steps t
),
settled as (select *, case when before is null then starters else got_to_the_one_before end as at_risk from counted),
points as (
  select title_id, season, territory, days::smallint as window_days, episode,
    case when not bool_or(blank) then sum(starters) end as starters,
    case when not bool_or(blank) then sum(reached) end as reached,
    case when not bool_or(blank) then sum(reached) / nullif(sum(starters), 0)::double end as share_reached,
    case when not bool_or(blank) then sum(at_risk) end as at_risk,
    case when not bool_or(blank) then (sum(at_risk) - sum(stayed)) / nullif(sum(at_risk), 0)::double end as hazard
  from settled group by grouping sets ((title_id, season, territory, days, episode), (title_id, season, days, episode))
  having min(opens) < $cut
)
"""
CURVE = "from points"
COMPLETED = """,
quarter as (from inside where days = 91),
moments as (
  select distinct m.title_id, m.season, m.territory, m.account_id, m.started_at, m.runtime
  from quarter m semi join (from person where completer and days = 91) using (title_id, season, account_id)
),
so_far as (
  select m.*, q.episode, least(sum(q.seconds), any_value(q.runtime_s)) as seconds
  from moments m join quarter q
    on (m.title_id, m.season, m.account_id) = (q.title_id, q.season, q.account_id) and q.started_at <= m.started_at
  group by all
),
there as (
  select title_id, season, territory, account_id, started_at from so_far
  group by title_id, season, territory, account_id, started_at, runtime having sum(seconds) >= 0.9 * runtime
),
took as (
  select title_id, season, territory, account_id,
    (epoch(min(t.started_at)) - epoch(any_value(f.started_at)))::bigint // 86400 as days
  from there t join (
    select title_id, season, account_id, min(started_at) as started_at from quarter group by all
  ) f using (title_id, season, account_id)
  group by all
),
unsettled as (from span where days = 91 and (still_open or unfinished)),
completed as (
  select title_id, season, territory, days::smallint as days, count(*) as completers
  from took anti join unsettled using (title_id, season, territory) group by all
  union all
  select title_id, season, null, days::smallint, count(*)
  from took anti join unsettled using (title_id, season) group by all
)
"""
DAYS = "from completed"
BINGE = """
select title_id, season, territory, sum(completers)::bigint as completers,
  coalesce(sum(completers) filter (where days < 7), 0)::bigint as binged,
  coalesce(sum(completers) filter (where days < 7), 0) / sum(completers)::double as binge_share
from completed group by all
"""
PANEL = """,
ends as (
  select title_id, season, territory, window_days,
    arg_min(struct_pack(n := reached), episode) as first, arg_max(struct_pack(n := reached), episode) as last
  from points group by all
)
select title_id, season, territory, window_days,
  case when last.n is not null then first.n end as reached_first,
  case when first.n is not null then last.n end as reached_last,
  last.n / nullif(first.n, 0)::double as panel_completion_rate
from ends
"""
QUERIES = {
    "seasons": SHARED + SEASONS,
    "catch_up": SHARED + CATCH_UP,
    "curve": SHARED + POINTS + CURVE,
    "days": SHARED + COMPLETED + DAYS,
    "binge": SHARED + COMPLETED + BINGE,
    "panel": SHARED + POINTS + PANEL,
}
LOGS = [(1, dt.date(2024, 3, 1)), (2, dt.date(2024, 7, 31)), (3, dt.date(2024, 12, 31))]


def defined(log: dict[str, pa.Table], as_of: dt.date) -> dict[str, ir.Table]:
    con = ibis.duckdb.connect(threads=1)
    viewing, episodes, accounts = (con.create_table(name, log[name]) for name in ("viewing", "episodes", "accounts"))
    out = con.create_table("out", releases(episodes, accounts))
    first = con.create_table("first", premieres(out))
    rows = con.create_table("rows", in_window(sessions(viewing, as_of=as_of), out, first, accounts))
    saw = con.create_table("saw", account_episodes(rows))
    who = con.create_table("who", account_seasons(saw))
    counts = season_counts(who)
    seasons = season_measures(counts, first, as_of=as_of)
    days = days_to_complete(completion_days(rows, who), first, as_of=as_of)
    curve = retention_curve(counts, episode_counts(saw, who), out, first, as_of=as_of)
    return {
        "seasons": seasons.drop("partly_logged"),
        "catch_up": catch_up(seasons),
        "curve": curve,
        "days": days,
        "binge": binge_share(days),
        "panel": panel_completion_rate(curve),
    }


def by_hand(log: dict[str, pa.Table], as_of: dt.date, query: str) -> pa.Table:
    con = duckdb.connect()
    for name, table in log.items():
        con.register(name, table)
    cut = dt.datetime.combine(as_of + dt.timedelta(days=1), dt.time())
    return con.execute(query, {"cut": cut}).to_arrow_table()


def cells(table: pa.Table) -> list[tuple[Any, ...]]:
    names = sorted(table.column_names)
    return sorted(zip(*(table.column(name).to_pylist() for name in names), strict=True), key=str)


@pytest.mark.parametrize(("seed", "as_of"), LOGS)
def test_every_cell_equals_the_definition(seed: int, as_of: dt.date) -> None:
    log = random_log(seed, accounts=30, sessions=900)
    found = defined(log, as_of)
    for name, query in QUERIES.items():
        expected, got = by_hand(log, as_of, query), found[name].to_pyarrow()
        assert sorted(got.column_names) == sorted(expected.column_names), name
        assert cells(got) == cells(expected), name


def test_the_random_logs_have_something_to_compare() -> None:
    for name, query in QUERIES.items():
        rows = by_hand(random_log(3, accounts=30, sessions=900), LOGS[2][1], query).to_pylist()
        assert len({(row["title_id"], row["season"]) for row in rows}) > 5, name
        assert any(row["territory"] is None for row in rows), name
        assert any(row["territory"] is not None for row in rows), name
