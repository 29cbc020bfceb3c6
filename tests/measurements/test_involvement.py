"""Fresh viewing, involvement, returns, launch hours and joins by hand, on small tables of which every figure can be checked."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ibis
import ibis.expr.types as ir
import pytest

from cliffhanger.measurements.fresh_viewing import finishers, fresh_sessions
from cliffhanger.measurements.involvement import (
    involvement_cells,
    involvement_counts,
    involvements,
    members_on,
    shared_followers,
)
from cliffhanger.measurements.launch_joins import plan_money, viewers_stay, weekly_joins
from cliffhanger.measurements.returning import episode_hours, joined_between, launch_hours, returns

DAY = 86_400
HOUR = 3_600
Rows = list[dict[str, Any]]
INTS = {"account_id": "int64", "season": "int16", "episode": "int16", "started_s": "int64", "seconds": "int64"}


@pytest.fixture(scope="module")
def con() -> Any:
    return ibis.duckdb.connect()


def table(con: Any, rows: Rows, **types: str) -> ir.Table:
    wanted = {name: types.get(name, "string" if name.startswith(("title", "territory", "plan")) else "int64") for name in rows[0]}
    return con.create_table(ibis.util.gen_name("t"), ibis.memtable(rows, schema=ibis.schema(wanted)))


def played(con: Any, *rows: tuple[int, str, int, int, float, int]) -> ir.Table:
    """Sessions by account, title, season, episode, day and seconds."""
    names = ("account_id", "title_id", "season", "episode", "started_s", "seconds")
    return table(con, [dict(zip(names, (*row[:4], int(row[4] * DAY), row[5]), strict=True)) for row in rows], **INTS)


def spans(con: Any, *rows: tuple[int, float, float | None]) -> ir.Table:
    """Accounts by number, day of joining and day of leaving."""
    return table(
        con,
        [
            {"account_id": a, "plan": "ads", "territory": "X", "joined_s": int(j * DAY),
             "left_s": None if left is None else int(left * DAY), "monthly_micros": 7_000_000}
            for a, j, left in rows
        ],
    )  # fmt: skip


def collected(found: ir.Table, *order: str) -> Rows:
    rows: Rows = found.order_by(order).to_pyarrow().to_pylist()
    return rows


def test_a_session_is_fresh_for_three_days_after_the_first_of_its_episode(con: Any) -> None:
    log = played(con, (1, "t", 1, 1, 10.0, 600), (1, "t", 1, 1, 12.99, 500), (1, "t", 1, 1, 13.0, 400), (2, "t", 1, 1, 13.0, 300))
    found = collected(fresh_sessions(log), "account_id", "started_s")
    assert [(row["seconds"], row["fresh"]) for row in found] == [(600, 1), (500, 1), (400, 0), (300, 1)]


def test_who_played_the_last_episode_has_finished_and_who_plays_the_latest_keeps_up(con: Any) -> None:
    log = played(con, (1, "t", 1, 2, 20.0, 600), (2, "t", 1, 1, 20.0, 600), (3, "t", 1, 2, 20.0, 119), (4, "u", 1, 1, 90.0, 600))
    released = table(
        con,
        [
            {"title_id": "t", "season": 1, "episode": 1, "territory": "X", "runtime_s": 900, "released_s": 0},
            {"title_id": "t", "season": 1, "episode": 2, "territory": "X", "runtime_s": 900, "released_s": 0},
            {"title_id": "u", "season": 1, "episode": 1, "territory": "X", "runtime_s": 900, "released_s": 80 * DAY},
            {"title_id": "u", "season": 1, "episode": 2, "territory": "X", "runtime_s": 900, "released_s": 87 * DAY},
        ],
        season="int16", episode="int16",
    )  # fmt: skip
    as_of = dt.date(1970, 1, 1) + dt.timedelta(days=95)
    found = collected(finishers(log, released, as_of=as_of), "account_id")
    assert [(row["account_id"], row["title_id"], row["finished_s"]) for row in found] == [(1, "t", 20 * DAY), (4, "u", 90 * DAY)]


@pytest.fixture(scope="module")
def asked(con: Any) -> ir.Table:
    return table(con, [{"title_id": "t", "season": 1, "day": 100, "premiere_day": 110}], season="int16")


@pytest.fixture(scope="module")
def members(con: Any) -> ir.Table:
    people = [(a, 0.0, None) for a in range(1, 7)]
    return spans(con, *people, (7, 0.0, 101.0), (8, 0.0, 100.5), (9, 101.0, None), (10, 110.0, None))


@pytest.fixture(scope="module")
def log(con: Any) -> ir.Table:
    before = [
        (1, "t", 1, 1, 5.0, 600),  # long ago: lapsed
        (2, "t", 1, 1, 99.0, 600),  # recent, not finished: trying
        (3, "t", 1, 2, 5.0, 600),  # finished long ago
        (4, "t", 1, 2, 90.0, 600),  # finished, ten recent minutes
        (5, "t", 1, 2, 90.0, 4 * HOUR),  # finished, four recent hours
        (7, "t", 1, 2, 5.0, 600),  # a member to the end of the day
        (8, "t", 1, 2, 5.0, 600),  # left within it
        (6, "t", 1, 1, 101.0, 600),  # played only after the day
    ]
    after = [
        (5, "t", 2, 1, 110.0, 1_000), (5, "t", 2, 2, 116.99, 500), (5, "t", 2, 3, 117.0, 250), (5, "t", 1, 2, 111.0, 900),
        (3, "t", 2, 1, 130.0, 119), (6, "t", 1, 2, 112.0, 700), (9, "t", 2, 1, 111.0, 300), (10, "t", 2, 1, 111.0, 300),
    ]  # fmt: skip
    return played(con, *before, *after)


@pytest.fixture(scope="module")
def done(con: Any) -> ir.Table:
    rows = [{"account_id": a, "title_id": "t", "season": 1, "finished_s": 5 * DAY} for a in (3, 4, 5, 7, 8)]
    return table(con, rows, season="int16")


def test_what_a_member_is_to_a_series(log: ir.Table, done: ir.Table, members: ir.Table, asked: ir.Table) -> None:
    found = collected(involvements(log, done, members, asked, recent_days=30), "account_id")
    assert [(row["account_id"], row["involvement"]) for row in found] == [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (7, 3)]


def test_involvement_is_counted_and_members_on_the_day(log: ir.Table, done: ir.Table, members: ir.Table, asked: ir.Table) -> None:
    now = involvements(log, done, members, asked, recent_days=30)
    counts = {row["involvement"]: row["accounts"] for row in collected(involvement_counts(now), "involvement")}
    assert counts == {1: 1, 2: 1, 3: 2, 4: 1, 5: 1}
    assert collected(members_on(members, asked), "day")[0]["members"] == 7


def test_followers_of_two_series_are_counted_once_for_the_pair(con: Any) -> None:
    now = table(
        con,
        [
            {"title_id": t, "season": 1, "day": 9, "account_id": a, "involvement": i}
            for t, a, i in (("t", 1, 5), ("u", 1, 3), ("t", 2, 2), ("u", 2, 1), ("u", 3, 5))
        ],
        season="int16",
    )
    found = collected(shared_followers(now), "involvement_a")
    assert found == [{"title_a": "t", "title_b": "u", "involvement_a": 5, "involvement_b": 3, "accounts": 1}]


def test_cells_say_what_the_members_of_an_involvement_rest_on(con: Any) -> None:
    now = table(
        con, [{"account_id": 1, "involvement": 5}, {"account_id": 2, "involvement": 5}, {"account_id": 3, "involvement": 1}]
    )
    content = table(con, [{"account_id": a, "fresh_bin": 1, "fresh_s": 10 * a, "familiar_s": 1, "usual_s": 2} for a in (1, 2)])
    (row,) = collected(involvement_cells(now, content, by=("fresh_bin",)), "involvement")
    assert (row["involvement"], row["accounts"], row["fresh_s"]) == (5, 2, 30)


def test_who_came_back_and_how_long_they_watched(log: ir.Table, done: ir.Table, members: ir.Table, asked: ir.Table) -> None:
    before = involvements(log, done, members, asked, recent_days=30)
    found = {
        row["involvement"]: row
        for row in collected(returns(before, fresh_sessions(log), members, asked, after_days=30), "involvement")
    }
    devoted, late, newcomer = found[5], found[-1], found[0]
    assert (devoted["returned"], devoted["fresh_7"], devoted["fresh_14"], devoted["earlier_s"]) == (1, 1_500, 1_750, 0)
    assert (newcomer["returned"], newcomer["came"], newcomer["fresh_7"], newcomer["earlier_s"]) == (0, 1, 700, 700)
    assert (late["came"], late["fresh_7"]) == (1, 300), "an account that joined on the premiere's day was brought, not there"
    assert found[3]["returned"] == 0, "less than two minutes are no return"
    assert collected(joined_between(members, asked), "title_id")[0]["joined"] == 1


def test_hours_of_each_episode_are_those_that_were_new_within_the_days(log: ir.Table, asked: ir.Table) -> None:
    found = collected(episode_hours(fresh_sessions(log), asked, after_days=7), "episode")
    assert [(row["season"], row["episode"], row["fresh_s"]) for row in found] == [(1, 1, 1_600), (1, 2, 500)]
    assert collected(episode_hours(fresh_sessions(log), asked, after_days=30), "episode")[2]["fresh_s"] == 250


def test_hours_around_a_premiere_are_those_of_matched_members(con: Any, asked: ir.Table) -> None:
    log = played(
        con,
        (1, "u", 1, 1, 30.0, 100), (1, "u", 1, 2, 60.0, 200), (1, "u", 1, 3, 90.0, 400), (1, "t", 2, 1, 110.0, 800),
        (1, "u", 1, 4, 137.9, 1_600), (2, "u", 1, 1, 137.0, 50), (2, "u", 1, 2, 138.0, 7_000),
    )  # fmt: skip
    now = table(con, [{"title_id": "t", "season": 1, "day": 100, "account_id": 1, "involvement": 3}], season="int16")
    people = spans(con, (1, 0.0, None), (2, 0.0, None), (3, 27.0, None))
    found = collected(launch_hours(now, fresh_sessions(log), people, asked, least_involvement=3), "exposed")
    others, follower = found
    assert (others["accounts"], others["all_1"], others["own_s"]) == (1, 50, 0), "who joined within 84 days is no control"
    assert (follower["own_s"], follower["other_fresh_b"], follower["other_fresh_0"], follower["other_fresh_1"]) == (
        800,
        200,
        400,
        1_600,
    )
    assert (follower["all_0"], follower["all_1"]) == (400, 2_400)


def test_joiners_by_week_that_the_log_holds_whole(con: Any) -> None:
    as_of = dt.date(1970, 1, 1) + dt.timedelta(days=20)  # day 20 is the last: weeks end with it
    people = spans(con, (1, 20.9, None), (2, 14.0, None), (3, 13.9, None), (4, 0.5, None))
    found = {row["week"]: row["joins"] for row in collected(weekly_joins(people, as_of=as_of, log_from_s=DAY), "week")}
    assert found == {0: 2, -1: 1}


def test_members_pay_and_watch(con: Any) -> None:
    as_of = dt.date(1970, 1, 1) + dt.timedelta(days=199)
    log = played(con, (1, "t", 1, 1, 108.9, 600), (1, "t", 1, 1, 109.0, 500), (3, "t", 1, 1, 150.0, 90))
    (row,) = collected(plan_money(spans(con, (1, 0.0, None), (2, 0.0, None), (3, 0.0, 160.0)), log, as_of=as_of), "plan")
    assert (row["members"], row["monthly_micros"], row["seconds"]) == (2, 14_000_000, 500)


def test_the_naive_lift_counts_how_long_viewers_and_others_stayed(con: Any) -> None:
    as_of = dt.date(1970, 1, 1) + dt.timedelta(days=99)
    first = table(con, [{"title_id": "t", "season": 1, "territory": "X", "premiere_s": 10 * DAY}], season="int16")
    log = played(con, (1, "t", 1, 1, 37.9, 600), (2, "t", 1, 1, 38.0, 600), (3, "t", 1, 1, 12.0, 600))
    people = spans(con, (1, 0.0, 58.0), (2, 0.0, None), (3, 0.0, 37.0), (4, 11.0, None))
    found = {row["viewer"]: row for row in collected(viewers_stay(log, people, first, as_of=as_of), "viewer")}
    assert (found[1]["accounts"], found[1]["member_days"]) == (1, 20)
    assert (found[0]["accounts"], found[0]["member_days"]) == (1, 62)
