"""The season ledger once more, in SQL written by hand from its definition: every main column must agree."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from cliffhanger.engines.duck import connect
from cliffhanger.measurements import tables
from cliffhanger.measurements.season_ledger import season_ledger
from cliffhanger.sources.bundled import read_bundle
from tests.measurements.rows import listed, reported, slots

COLUMNS = (
    "series_key, season, first_number, releases, premiere, premiere_from, previous_premiere, next_premiere, runtime_min, "
    "limited, part_label, english, first_listed, weeks_in_first_4, views_w1, views_w2, views_w3, views_w4"
)
SQL = """
with places as (
  select distinct on (week, category, rank) *, case when version_day <= $day then label end as seen_label
  from weekly where published_on <= $day order by week, category, rank, version_day, version
),
w as (from places where series_key <> ''),
out as (from halfyear where published_on <= $day),
firsts as (select period_end, min((published_on, version)) as came from out group by period_end),
whole as (select out.* from out join firsts on out.period_end = firsts.period_end and (published_on, version) = came),
h as (
  from whole where not (films_mixed and label in ('part', 'alias'))
    or (series_key, season) in (select (series_key, season) from whole where not films_mixed)
),
first_row as (select distinct on (series_key, season) * from w order by series_key, season, week, version_day, rank),
first_report as (select distinct on (series_key, season) * from h order by series_key, season, published_on, "row"),
lengths as (
  select series_key, season, sum(longest) as minutes from (
    select series_key, season, part, max(runtime_min) as longest from h group by all) group by all
),
printed_lengths as (select series_key, season, max(runtime_min) as minutes from w group by all),
dates as (select series_key, season, min(release_date) as released from h group by all),
seasons as (
  select series_key, season, l.week as first_week, l.category, r.label as report_label, d.released,
    l.week - (7 * (l.weeks_in_list - 1) + 3)::integer as from_list,
    coalesce(n.minutes, p.minutes) as minutes,
    coalesce(r.local_title, '') as local_title,
    case when l.version_day is not null and (r.published_on is null or l.version_day <= r.published_on)
      then l.seen_label else r.label end as label,
    exists (
      select 1 from first_row o where o.series_key = l.series_key and o.week <= l.week and o.season > l.season) as rides_along
  from first_row l full join first_report r using (series_key, season) left join lengths n using (series_key, season)
  left join printed_lengths p using (series_key, season) left join dates d using (series_key, season)
),
released as (
  select *, coalesce(released, case when report_label is null and not rides_along then from_list end) as premiere
  from seasons where premiere is not null
),
ordered as (select *, row_number() over (partition by series_key order by premiere, season) as nth from released),
opens as (
  select o.*, b.nth is null
    or o.premiere - b.premiere > case when o.label = 'part' and b.label = 'part' then 120 else 45 end as opens
  from ordered o left join ordered b on b.series_key = o.series_key and b.nth = o.nth - 1
),
members as (
  select o.*, (select count(*) from opens p where p.series_key = o.series_key and p.nth <= o.nth and p.opens) as block
  from opens o
),
merged as (
  select series_key, block, max(season) as season, min(season) as first_number, count(*) as releases, min(premiere) as premiere,
    sum(minutes) as runtime_min, min(first_week) as first_week,
    first(if(released is null, 'list', 'report') order by nth) as premiere_from,
    first(label order by nth) filter (label is not null) as label,
    first(category order by nth) filter (category is not null) as category
  from members group by all
),
blocks as (
  from merged m where not exists (
    from merged e where e.series_key = m.series_key and e.block < m.block and e.season >= m.season)
),
views as (
  select b.series_key, b.block, (w.week - b.first_week) // 7 as week,
    sum(coalesce(w.views, round(w.hours * 60 / coalesce(b.runtime_min, w.runtime_min)))) as views
  from blocks b join members m using (series_key, block) join w on w.series_key = m.series_key and w.season = m.season
  group by all
),
launched as (select *, first_week - premiere between 0 and 10 as prompt from blocks),
titles as (select series_key, max(local_title) as local_title from released group by all)
select b.series_key, b.season, first_number, releases, premiere, premiere_from,
  (select max(premiere) from blocks e where e.series_key = b.series_key and e.premiere < b.premiere) as previous_premiere,
  (select min(premiere) from blocks e where e.series_key = b.series_key and e.premiere > b.premiere) as next_premiere,
  runtime_min, label = 'limited' as limited, coalesce(label = 'part', false) as part_label,
  if(category is null, local_title = '', category = 'TV (English)') as english,
  if(prompt, first_week, null) as first_listed,
  if(prompt, (select count(*) from views v where v.series_key = b.series_key and v.block = b.block and v.week < 4), null),
  if(prompt, (select views from views v where v.series_key = b.series_key and v.block = b.block and v.week = 0), null),
  if(prompt, (select views from views v where v.series_key = b.series_key and v.block = b.block and v.week = 1), null),
  if(prompt, (select views from views v where v.series_key = b.series_key and v.block = b.block and v.week = 2), null),
  if(prompt, (select views from views v where v.series_key = b.series_key and v.block = b.block and v.week = 3), null)
from launched b join titles using (series_key) order by b.series_key, premiere
"""

# Ten small series, each with one of the traps of the figures; the tests of single traps say what each must give.
WEEKLY = [
    *(
        listed("Plain", 1, week, views)
        for week, views in (("2023-02-12", None), ("2023-02-19", 700_000), ("2023-03-05", 500_000))
    ),
    listed("Plain", 2, "2024-03-17", 900_000),
    listed("Halo", 1, "2024-05-12"),
    listed("Halo", 2, "2024-05-12", 2_000_000),
    listed("Renamed", 1, "2024-01-07"),
    listed("Renamed", 1, "2024-01-07", version="b", version_day=dt.date(2025, 5, 1), label="limited", rank=1),
    listed("", 0, "2024-02-04", label="refused", series_key=""),
    listed("Late Name", 1, "2024-02-04", version="b", version_day=dt.date(2025, 5, 1)),
    listed("Running", 1, "2021-07-04", weeks_in_list=3, version_day=dt.date(2021, 11, 17)),
    listed("Abroad", 1, "2024-06-02", category="TV (Non-English)", version_day=dt.date(2025, 7, 2)),
    listed("Licensed", 1, "2023-09-03"),
    listed("Halves", 4, "2022-01-23", None, part=1, hours=24_000_000, runtime_min=None),
    listed("Halves", 4, "2022-02-06", None, part=2, hours=12_000_000, runtime_min=None),
]
HALFYEAR = [
    reported("Plain", 1, "2023-02-09", row=7),
    reported("Plain", 1, "2023-02-09", half="2023H2", row=7, label="limited"),
    reported("Licensed", 1, None, row=8),
    reported("Halves", 4, "2022-01-20", row=9, part=1),
    reported("Halves", 4, "2023-01-20", row=10, part=2),
    reported("Cut", 1, "2022-03-10", row=11, label="part"),
    reported("Cut", 2, "2022-07-08", row=12, label="part"),
    reported("Cut", 3, "2022-11-06", row=13, label="part"),
    *(reported("Bought", n, "2020-05-01", row=13 + n) for n in (1, 2, 3)),
    reported("Bought", 5, "2021-05-01", row=17),
    reported("Bought", 4, "2022-05-01", row=18),
    reported("Film", 2, "2012-01-01", row=19, label="part", films_mixed=True),
    reported("Confirmed", 2, "2012-01-01", row=20, label="part", films_mixed=True),
    reported("Confirmed", 2, "2012-01-01", half="2024H1", row=20, label="part"),
    reported("Plain", 9, "2023-02-01", version="2023H1b", published_on=dt.date(2024, 8, 1), row=7),
    reported("Abroad", 2, "2024-12-01", half="2024H2", row=21, local_title="해외: 시즌 2"),
]


def both(weekly: pa.Table, halfyear: pa.Table, day: dt.date) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    loaded = connect({"weekly": weekly, "halfyear": halfyear})
    ours = season_ledger(loaded["weekly"], loaded["halfyear"], as_of=day).select(*COLUMNS.split(", ")).to_pyarrow().to_pylist()
    with duckdb.connect() as connection:
        connection.register("weekly", weekly)
        connection.register("halfyear", halfyear)
        theirs = connection.execute(SQL, {"day": day}).fetchall()
    return ours, [dict(zip(COLUMNS.split(", "), row, strict=True)) for row in theirs]


DAYS = [dt.date(2022, 1, 25), dt.date(2023, 10, 8), dt.date(2024, 6, 4), dt.date(2025, 7, 2)]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_ledger_of_the_traps_equals_sql_by_hand(day):
    weekly = pa.Table.from_pylist(slots([dict(row) for row in WEEKLY]), schema=tables.WEEKLY.to_pyarrow())
    ours, theirs = both(weekly, pa.Table.from_pylist(HALFYEAR, schema=tables.HALFYEAR.to_pyarrow()), day)
    assert ours == theirs
    assert len(ours) >= 1


@pytest.mark.parametrize("day", [dt.date(2023, 12, 12), dt.date(2024, 6, 30), dt.date(2025, 7, 2)], ids=str)
def test_the_ledger_of_the_package_equals_sql_by_hand(day):
    bundle = read_bundle().tables
    ours, theirs = both(bundle["weekly"], bundle["halfyear"], day)
    assert len(ours) > 2_000
    assert [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]] == []
