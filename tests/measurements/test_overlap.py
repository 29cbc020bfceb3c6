"""Overlap and union reach by hand, once more in SQL, and what small groups may not tell."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import ibis
import pyarrow as pa
import pytest

from cliffhanger.measurements.overlap import overlap, overlap_shown, union_reach, union_reach_shown
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.season_core import account_episodes, account_seasons, in_window
from cliffhanger.measurements.sessions import sessions
from tests.measurements.random_log import DAY, START, random_log

Rows = list[dict[str, Any]]
PREMIERE_S = START
JULY = dt.date(2024, 7, 1)
SEASONS = (("a", 1), ("a", 2), ("b", 1))


def found(
    started: list[tuple[int, str, int]], chosen: list[tuple[int, str, int]], *, k: int = 1, **changed: Any
) -> dict[str, Rows]:
    """Starters as account, title, season; sets as set, title, season; by default every season premiered on 1 January 2024."""
    con = ibis.duckdb.connect(threads=1)
    premiered = dict.fromkeys(SEASONS, PREMIERE_S) | changed.get("premiered", {})
    who = pa.table(
        {
            "account_id": pa.array([row[0] for row in started], pa.int64()),
            "title_id": pa.array([row[1] for row in started], pa.string()),
            "season": pa.array([row[2] for row in started], pa.int16()),
            "starter_91": pa.array([0 if row in changed.get("viewers_only", ()) else 1 for row in started], pa.int64()),
        }
    )
    out = [(*season, "X", moment) for season, moment in premiered.items()] + changed.get("abroad", [])
    first = pa.table(
        {
            "title_id": [row[0] for row in out],
            "season": pa.array([row[1] for row in out], pa.int16()),
            "territory": [row[2] for row in out],
            "premiere_s": pa.array([row[3] for row in out], pa.int64()),
            "last_release_s": pa.array([row[3] for row in out], pa.int64()),
        }
    )
    sets = {
        "set_id": pa.array([row[0] for row in chosen], pa.int64()),
        "title_id": pa.array([row[1] for row in chosen], pa.string()),
    }
    picked = pa.table(sets | {"season": pa.array([row[2] for row in chosen], pa.int16())})
    who, first, picked = (con.create_table(name, t) for name, t in (("who", who), ("first", first), ("picked", picked)))
    day, log_from_s = changed.get("as_of", JULY), changed.get("log_from_s", 0)
    pairs = overlap(who, first, as_of=day, log_from_s=log_from_s)
    reach = union_reach(who, picked, first, as_of=day, log_from_s=log_from_s)
    tables = {
        "pairs": pairs,
        "pairs_shown": overlap_shown(pairs, k=k),
        "reach": reach,
        "reach_shown": union_reach_shown(reach, picked, pairs, k=k),
    }
    order = lambda row: [str(row[name]) for name in ("set_id", "title_a", "season_a", "title_b", "season_b") if name in row]  # noqa: E731
    return {name: sorted(table.to_pyarrow().to_pylist(), key=order) for name, table in tables.items()}


BOTH = [(1, "a", 1), (2, "a", 1), (3, "a", 1), (2, "a", 2), (3, "b", 1), (1, "b", 1)]
CHOSEN = [(1, "a", 1), (1, "b", 1), (2, "a", 2), (2, "b", 1), (2, "b", 1)]


def pair(rows: Rows, *seasons: Any) -> dict[str, Any]:
    (row,) = (row for row in rows if (row["title_a"], row["season_a"], row["title_b"], row["season_b"]) == seasons)
    return row


def test_by_hand() -> None:
    rows = found(BOTH, CHOSEN)
    assert pair(rows["pairs"], "a", 1, "a", 2) == {
        "title_a": "a", "season_a": 1, "title_b": "a", "season_b": 2, "window_open": False, "partly_logged": False,
        "starters_a": 3, "starters_b": 1, "both": 1,
    }  # fmt: skip
    assert pair(rows["pairs"], "a", 1, "b", 1)["both"] == 2  # accounts 1 and 3
    assert len(rows["pairs"]) == 2  # nobody started both a 2 and b 1
    # Set 1: a 1 by 1, 2, 3 and b 1 by 1, 3: five starts of three accounts. Set 2, one season named twice: a 2 by 2, b 1 by 1, 3.
    assert [(row["set_id"], row["seasons"], row["starts"], row["reach"]) for row in rows["reach"]] == [(1, 2, 5, 3), (2, 2, 3, 3)]


def test_who_saw_less_than_two_minutes_is_not_shared() -> None:
    rows = found(BOTH, CHOSEN, viewers_only=[(1, "b", 1)])
    assert pair(rows["pairs"], "a", 1, "b", 1)["both"] == 1
    assert [(row["starts"], row["reach"]) for row in rows["reach"]] == [(4, 3), (2, 2)]


def test_an_open_window_leaves_its_pairs_and_sets_null() -> None:
    late = {("b", 1): PREMIERE_S + 120 * DAY}  # 91 days from 30 April end on 30 July
    rows = found(BOTH, CHOSEN, premiered=late)
    assert pair(rows["pairs"], "a", 1, "b", 1)["both"] is None
    assert pair(rows["pairs"], "a", 1, "b", 1)["window_open"]
    assert pair(rows["pairs"], "a", 1, "a", 2)["both"] == 1
    assert [row["reach"] for row in rows["reach"]] == [None, None]
    assert [pair["title_b"] for pair in rows["pairs_shown"]] == ["a"]
    assert rows["reach_shown"] == []
    closed = found(BOTH, CHOSEN, premiered=late, as_of=dt.date(2024, 7, 30))
    assert pair(closed["pairs"], "a", 1, "b", 1)["both"] == 2


def test_a_window_open_in_one_territory_is_open() -> None:
    rows = found(BOTH, CHOSEN, abroad=[("b", 1, "Y", PREMIERE_S + 120 * DAY)])
    assert pair(rows["pairs"], "a", 1, "b", 1)["both"] is None
    assert [row["reach"] for row in rows["reach"]] == [None, None]


def test_a_season_that_has_not_premiered_anywhere_leaves_its_set_null() -> None:
    rows = found(BOTH, [(1, "a", 1), (1, "z", 1)])
    assert [(row["seasons"], row["window_open"], row["reach"]) for row in rows["reach"]] == [(2, True, None)]


def test_a_set_that_nobody_started_reaches_nobody() -> None:
    rows = found([row for row in BOTH if row[1] == "a"], [(1, "b", 1)])
    assert [(row["starts"], row["reach"]) for row in rows["reach"]] == [(0, 0)]


def test_seasons_older_than_the_log_say_so() -> None:
    rows = found(BOTH, CHOSEN, premiered={("a", 2): PREMIERE_S - DAY}, log_from_s=PREMIERE_S)
    assert [(row["title_b"], row["partly_logged"]) for row in rows["pairs"]] == [("a", True), ("b", False)]
    assert [row["partly_logged"] for row in rows["reach"]] == [False, True]


@pytest.mark.parametrize(
    ("only_a", "both", "only_b", "shown"),
    [
        (5, 5, 5, True),
        (5, 4, 5, False),  # those of both are too few
        (4, 5, 5, False),  # starters of a less those of both would tell of four
        (5, 5, 4, False),
        (0, 5, 9, True),  # all of a started b: no smaller group is told of
    ],
)
def test_a_pair_that_tells_of_a_small_group_is_left_out_and_so_are_its_sets(
    only_a: int, both: int, only_b: int, *, shown: bool
) -> None:
    started = [(n, "a", 1) for n in range(only_a + both)] + [(n, "b", 1) for n in range(only_a, only_a + both + only_b)]
    rows = found(started, [(1, "a", 1), (1, "b", 1), (2, "a", 1)], k=5)
    assert len(rows["pairs"]) == 1
    assert (len(rows["pairs_shown"]) == 1) == shown
    # Starts less reach of set 1 is the pair; set 2 has one season, and tells of its five or more starters only.
    assert [row["set_id"] for row in rows["reach_shown"]] == ([1, 2] if shown else [2])


SQL = """
with play as (
  select distinct on (account_id, profile_id, title_id, season, episode, started_at)
    account_id, title_id, season, episode, started_at, seconds_viewed
  from viewing where started_at < $cut and coalesce(arrived_at, started_at) < $cut
  order by account_id, profile_id, title_id, season, episode, started_at, coalesce(arrived_at, started_at), seconds_viewed desc
),
plan as (
  select e.title_id, e.season, e.episode, h.territory, e.released_at
  from (select distinct territory from accounts) h join episodes e on e.territory = h.territory or (
    e.territory is null and not exists (from episodes o
      where (o.title_id, o.season, o.episode, o.territory) = (e.title_id, e.season, e.episode, h.territory)))
),
premiere as (select title_id, season, territory, min(released_at) as opens from plan group by all),
settled as (
  select title_id, season from premiere group by all having max(opens) + to_days(91) <= $cut
),
starter as (
  select distinct account_id, title_id, season from (
    select account_id, title_id, season, episode from play join accounts using (account_id)
      join plan using (title_id, season, episode, territory) join premiere using (title_id, season, territory)
    where started_at >= opens and started_at < opens + to_days(91)
    group by all having sum(seconds_viewed) >= 120)
)
"""
PAIRS = """
select a.title_id as title_a, a.season as season_a, b.title_id as title_b, b.season as season_b, count(*) as both,
  (select count(*) from starter s where (s.title_id, s.season) = (a.title_id, a.season)) as starters_a,
  (select count(*) from starter s where (s.title_id, s.season) = (b.title_id, b.season)) as starters_b
from starter a join starter b using (account_id)
where (a.title_id, a.season) < (b.title_id, b.season)
  and (a.title_id, a.season) in (from settled) and (b.title_id, b.season) in (from settled)
group by all
"""
REACH = """
select set_id, count(*) as starts, count(distinct account_id) as reach
from starter join chosen using (title_id, season) group by all
"""


@pytest.mark.parametrize(("seed", "as_of"), [(4, dt.date(2024, 7, 31)), (5, dt.date(2024, 12, 31))])
def test_every_cell_equals_hand_written_sql(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=60, sessions=500)
    sets = [(1, "one", 1), (1, "binge", 1), (2, "weekly", 1), (2, "short", 1), (2, "soap", 1), (3, "local", 1)]
    chosen = {
        "set_id": [s for s, _, _ in sets],
        "title_id": [t for _, t, _ in sets],
        "season": pa.array([n for _, _, n in sets], pa.int16()),
    }
    tables["chosen"] = pa.table(chosen)
    con = ibis.duckdb.connect(threads=1)
    loaded = {name: con.create_table(name, table) for name, table in tables.items()}
    out = con.create_table("out", releases(loaded["episodes"], loaded["accounts"]))
    first = premieres(out)
    rows = in_window(sessions(loaded["viewing"], as_of=as_of), out, first, loaded["accounts"])
    who = con.create_table("who", account_seasons(account_episodes(rows)))
    pairs = overlap(who, first, as_of=as_of).filter(lambda t: ~t.window_open)
    reach = union_reach(who, loaded["chosen"], first, as_of=as_of)
    plain = duckdb.connect()
    for name, table in tables.items():
        plain.register(name, table)
    cut = {"cut": dt.datetime.combine(as_of + dt.timedelta(days=1), dt.time())}
    for mine, query in ((pairs, PAIRS), (reach, REACH)):
        expected = plain.execute(SQL + query, cut).to_arrow_table().to_pylist()
        got = mine.select(*expected[0]).to_pyarrow().to_pylist()
        assert len(expected) > 2
        assert sorted(got, key=str) == sorted(expected, key=str)
    assert any(0 < row["both"] < min(row["starters_a"], row["starters_b"]) for row in pairs.to_pyarrow().to_pylist())
