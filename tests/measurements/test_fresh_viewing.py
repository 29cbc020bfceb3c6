"""Fresh viewing and finishers at their bounds, and both counted again in plain Python."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.measurements.fresh_viewing import finishers, fresh_sessions
from tests.measurements.known_log import DAY, HOUR, Rows, another_future, in_order, known_log, made, plain
from tests.measurements.random_log import random_log

SESSION = "account_id title_id season episode started_s seconds"
RELEASE = "title_id season episode territory released_s"


@pytest.fixture(scope="module")
def con() -> Any:
    return ibis.duckdb.connect(threads=1)


def on(day: int) -> dt.date:
    return dt.date(1970, 1, 1) + dt.timedelta(days=day)


@pytest.mark.parametrize(("after_s", "fresh"), [(0, 1), (3 * DAY - 1, 1), (3 * DAY, 0), (300 * DAY, 0)])
def test_an_episode_is_new_until_the_second_in_which_three_days_have_elapsed(con: Any, after_s: int, fresh: int) -> None:
    log = made(con, SESSION, [(1, "t", 1, 1, 100, 600), (1, "t", 1, 1, 100 + after_s, 50)])
    (again,) = (row for row in plain(fresh_sessions(log)) if row["seconds"] == 50)
    assert again["fresh"] == fresh


def test_three_days_count_from_the_first_session_not_from_the_last(con: Any) -> None:
    log = made(con, SESSION, [(1, "t", 1, 1, day * DAY, 600) for day in (10, 12, 14)])
    assert sorted((row["started_s"] // DAY, row["fresh"]) for row in plain(fresh_sessions(log))) == [(10, 1), (12, 1), (14, 0)]


def test_another_episode_season_title_or_account_is_new(con: Any) -> None:
    seen = (1, "t", 1, 1, 0, 600)
    others = [(1, "t", 1, 2, 9 * DAY, 1), (1, "t", 2, 1, 9 * DAY, 2), (1, "u", 1, 1, 9 * DAY, 3), (2, "t", 1, 1, 9 * DAY, 4)]
    assert {row["fresh"] for row in plain(fresh_sessions(made(con, SESSION, [seen, *others])))} == {1}


def test_a_session_of_no_seconds_is_known_too(con: Any) -> None:
    log = made(con, SESSION, [(1, "t", 1, 1, 0, 0), (1, "t", 1, 1, 3 * DAY, 600)])
    assert [(row["seconds"], row["fresh"]) for row in plain(fresh_sessions(log))] == [(600, 0), (0, 1)]


def test_two_profiles_of_an_account_are_one_viewer_and_stay_two_sessions(con: Any) -> None:
    rows = [(1, 1, "t", 1, 1, 0, 600), (2, 1, "t", 1, 1, 0, 600), (2, 1, "t", 1, 1, 4 * DAY, 7)]
    log = made(con, "profile_id " + SESSION, rows)
    assert sorted((row["seconds"], row["fresh"]) for row in plain(fresh_sessions(log))) == [(7, 0), (600, 1), (600, 1)]


def test_finished_with_the_first_two_minutes_of_the_last_episode(con: Any) -> None:
    released = made(con, RELEASE, [("t", 1, n, "X", 0) for n in (1, 2, 3)] + [("t", 2, 1, "X", 0)])
    log = made(
        con,
        SESSION,
        [
            (1, "t", 1, 3, 50, 119),  # a second short, twice: not two minutes at once
            (1, "t", 1, 3, 60, 119),
            (2, "t", 1, 3, 90, 500),
            (2, "t", 1, 3, 70, 120),  # this one
            (2, "t", 1, 3, 60, 119),
            (3, "t", 1, 2, 50, 900),  # the last but one
            (4, "t", 1, 3, 50, 900),
            (4, "t", 2, 1, 80, 900),  # two seasons: two rows
            (5, "t", 1, 4, 50, 900),  # an episode that never came out
        ],
    )
    found = [(row["account_id"], row["season"], row["finished_s"]) for row in plain(finishers(log, released, as_of=on(400)))]
    assert sorted(found) == [(2, 1, 70), (4, 1, 50), (4, 2, 80)]


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (13, 1),  # the second episode comes out with day 14: until then there is one
        (27, 1),  # in the last second that is known it has been out for two weeks less one
        (28, 2),
        (41, 2),
        (42, 3),
    ],
)
def test_of_a_running_season_the_last_episode_is_the_one_that_had_been_out_for_two_weeks(con: Any, day: int, last: int) -> None:
    released = made(con, RELEASE, [("t", 1, 1, "X", 0), ("t", 1, 2, "X", 14 * DAY), ("t", 1, 3, "X", 28 * DAY)])
    log = made(con, SESSION, [(episode, "t", 1, episode, episode * HOUR, 600) for episode in (1, 2, 3)])
    assert [row["account_id"] for row in plain(finishers(log, released, as_of=on(day)))] == [last]


def test_the_last_episode_is_the_one_that_is_out_anywhere(con: Any) -> None:
    released = made(con, RELEASE, [("t", 1, 1, "X", 0), ("t", 1, 1, "Y", 0), ("t", 1, 2, "Y", 0), ("t", 1, 2, "X", 300 * DAY)])
    log = made(con, SESSION, [(1, "t", 1, 1, HOUR, 600), (2, "t", 1, 2, HOUR, 600)])
    assert [row["account_id"] for row in plain(finishers(log, released, as_of=on(100)))] == [2]


def measured(tables: dict[str, pa.Table], as_of: dt.date) -> dict[str, Rows]:
    log = known_log(tables, as_of)
    return {
        "fresh": plain(fresh_sessions(log.sessions)),
        "finishers": plain(finishers(log.sessions, log.releases, as_of=as_of)),
    }


def recounted(tables: dict[str, pa.Table], as_of: dt.date) -> dict[str, Rows]:
    log = known_log(tables, as_of)
    begun: dict[tuple[Any, ...], int] = {}
    keys = ("account_id", "title_id", "season", "episode")
    sessions = sorted(log.sessions.to_pyarrow().to_pylist(), key=lambda row: row["started_s"])
    fresh = []
    for row in sessions:
        first = begun.setdefault(tuple(row[key] for key in keys), row["started_s"])
        told = {name: row[name] for name in (*keys, "started_s", "seconds")}
        fresh.append(told | {"fresh": int(row["started_s"] < first + 3 * DAY)})
    cut = ((as_of - dt.date(1970, 1, 1)).days + 1) * DAY
    out: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)
    for row in log.releases.to_pyarrow().to_pylist():
        season = out[row["title_id"], row["season"]]
        season[row["episode"]] = min(season.get(row["episode"], row["released_s"]), row["released_s"])
    last = {key: max([min(out[key]), *(n for n, at in out[key].items() if at + 14 * DAY < cut)]) for key in out}
    finished: dict[tuple[Any, ...], int] = {}
    for row in sessions:
        season_key = (row["title_id"], row["season"])
        if row["seconds"] >= 120 and last.get(season_key) == row["episode"]:
            finished.setdefault((row["account_id"], *season_key), row["started_s"])
    names = ("account_id", "title_id", "season", "finished_s")
    ended = [dict(zip(names, (*key, at), strict=True)) for key, at in finished.items()]
    return {"fresh": in_order(fresh), "finishers": in_order(ended)}


@pytest.mark.parametrize(("seed", "as_of"), [(1, dt.date(2024, 2, 20)), (2, dt.date(2024, 8, 31))], ids=str)
def test_both_equal_a_recount(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=60, sessions=1_500)
    found, expected = measured(tables, as_of), recounted(tables, as_of)
    assert found == expected
    assert {row["fresh"] for row in found["fresh"]} == {0, 1}
    assert len(found["finishers"]) > 50


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 1_000), as_of=st.dates(dt.date(2024, 1, 5), dt.date(2024, 8, 1)))
def test_the_future_and_the_order_of_rows_do_not_move_the_answer(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=30, sessions=250)
    assert measured(another_future(tables, as_of), as_of) == measured(tables, as_of)
