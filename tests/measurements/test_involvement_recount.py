"""Involvement at its bounds, and all that is counted of it again in plain Python."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.measurements.fresh_viewing import finishers
from cliffhanger.measurements.involvement import (
    involvement_cells,
    involvement_counts,
    involvements,
    members_on,
    shared_followers,
)
from tests.measurements.known_log import DAY, HOUR, QUESTIONS, Rows, another_future, in_order, known_log, made, plain
from tests.measurements.random_log import random_log

RECENT_DAYS = 30
END = 101 * DAY  # the end of day 100, of which the questions by hand are asked
SESSION = "account_id title_id season episode started_s seconds"
BY = ("fresh_bin", "plan")


@pytest.fixture(scope="module")
def con() -> Any:
    return ibis.duckdb.connect(threads=1)


def asked_on_day_100(
    con: Any, plays: list[tuple[int, int, int]], finished: dict[int, int], *, season: int = 1, finished_season: int = 1
) -> dict[int, int]:
    """Involvement by account, of plays (account, started_s, seconds) of the first season and of when accounts had finished it."""
    log = made(con, SESSION, [(account, "t", 1, 1, at, seconds) for account, at, seconds in plays])
    people = made(con, "account_id joined_s left_s", [(account, 0, None) for account in range(1, 9)])
    done = made(con, "account_id title_id season finished_s", [(a, "t", finished_season, at) for a, at in finished.items()])
    asked = made(con, "title_id season day", [("t", season, 100)])
    rows = plain(involvements(log, done, people, asked, recent_days=RECENT_DAYS))
    return {row["account_id"]: row["involvement"] for row in rows}


def test_recent_begins_with_a_whole_day_and_ends_with_the_day_of_the_question(con: Any) -> None:
    since = END - RECENT_DAYS * DAY
    plays = [(1, since, 600), (2, since - 1, 600), (3, END - 1, 600), (4, END, 600)]
    assert asked_on_day_100(con, plays, {8: 0}) == {1: 2, 2: 1, 3: 2}, "account 4 plays after the day: it is nothing yet"


def test_devoted_from_four_hours_on_in_sessions_of_two_minutes(con: Any) -> None:
    plays = [
        (1, 90 * DAY, 2 * HOUR), (1, 91 * DAY, 2 * HOUR),
        (2, 90 * DAY, 4 * HOUR - 1),
        (3, 90 * DAY, 4 * HOUR - 100), (3, 91 * DAY, 100),  # too short to count
        (4, 70 * DAY, 3 * HOUR), (4, 95 * DAY, HOUR),  # all four hours, but of five weeks
        (5, 95 * DAY, 119),  # nothing that counts
    ]  # fmt: skip
    finished = dict.fromkeys(range(1, 6), 5 * DAY)
    assert asked_on_day_100(con, plays, finished) == {1: 5, 2: 4, 3: 4, 4: 4}


def test_finished_by_the_end_of_the_day(con: Any) -> None:
    plays = [(1, 10 * DAY, 600), (2, 10 * DAY, 600), (3, 90 * DAY, 600), (4, 90 * DAY, 600)]
    finished = {1: END - 1, 2: END, 3: END - 1, 4: END}
    assert asked_on_day_100(con, plays, finished) == {1: 3, 2: 1, 3: 4, 4: 2}


def test_who_finished_an_earlier_season_has_not_finished_the_latest(con: Any) -> None:
    plays, finished = [(1, 10 * DAY, 600), (2, 90 * DAY, 600)], {1: 20 * DAY, 2: 95 * DAY}
    assert asked_on_day_100(con, plays, finished, season=3) == {1: 1, 2: 2}
    assert asked_on_day_100(con, plays, finished, season=3, finished_season=3) == {1: 3, 2: 4}, "season 2 need not be there"


def test_a_member_has_joined_and_not_left_by_the_end_of_the_day(con: Any) -> None:
    people = made(
        con,
        "account_id joined_s left_s",
        [(1, END - 1, None), (2, END, None), (3, 0, END - 1), (4, 0, END), (5, 0, 5 * DAY), (6, END - 1, END + 5)],
    )
    log = made(con, SESSION, [(account, "t", 1, 1, 3 * DAY, 600) for account in range(1, 7)])
    nobody = made(con, "account_id title_id season finished_s", [(99, "t", 1, 0)])
    asked = made(con, "title_id season day", [("t", 1, 100), ("u", 2, 100), ("t", 1, 3)])
    rows = plain(involvements(log, nobody, people, asked, recent_days=RECENT_DAYS))
    assert [row["account_id"] for row in rows if row["day"] == 100] == [1, 4, 6]
    counted = {(row["title_id"], row["season"], row["day"]): row["members"] for row in plain(members_on(people, asked))}
    assert counted == {("t", 1, 100): 3, ("u", 2, 100): 3, ("t", 1, 3): 3}  # on day 3 there were accounts 3, 4 and 5


def test_followers_are_shared_on_equal_days_and_from_trying_on(con: Any) -> None:
    rows = [(1, 9, "t", 2), (1, 9, "u", 2), (1, 9, "v", 5), (2, 9, "t", 2), (2, 8, "u", 2), (3, 9, "u", 3), (3, 9, "t", 1)]
    found = plain(shared_followers(made(con, "account_id day title_id involvement", rows)))
    pairs = [tuple(row[name] for name in ("title_a", "title_b", "involvement_a", "involvement_b", "accounts")) for row in found]
    assert sorted(pairs) == [("t", "u", 2, 2, 1), ("t", "v", 2, 5, 1), ("u", "v", 2, 5, 1)]


def measured(tables: dict[str, pa.Table], as_of: dt.date) -> dict[str, Rows]:
    log = known_log(tables, as_of)
    done = finishers(log.sessions, log.releases, as_of=as_of)
    now = log.con.create_table("now", involvements(log.sessions, done, log.spans, log.asked, recent_days=RECENT_DAYS))
    hours = log.spans.select("account_id", "plan", fresh_bin=log.spans.account_id % 3, fresh_s=log.spans.account_id * 7)
    present = hours.mutate(familiar_s=hours.fresh_s * 2, usual_s=hours.fresh_s * 3).filter(hours.fresh_bin > 0)
    return {
        "sessions": plain(log.sessions),
        "spans": plain(log.spans),
        "finishers": plain(done),
        "now": plain(now),
        "members": plain(members_on(log.spans, log.asked)),
        "counts": plain(involvement_counts(now)),
        "shared": plain(shared_followers(now)),
        "cells": plain(involvement_cells(now, present, by=BY)),
    }


def members_of(spans: Rows, day: int) -> set[int]:
    end = (day + 1) * DAY
    return {row["account_id"] for row in spans if row["joined_s"] < end and (row["left_s"] is None or row["left_s"] >= end)}


def recounted_now(found: dict[str, Rows]) -> Rows:
    finished = {(row["account_id"], row["title_id"], row["season"]): row["finished_s"] for row in found["finishers"]}
    rows = []
    for title, season, day, _ in QUESTIONS:
        end = (day + 1) * DAY
        recent: dict[int, int] = {}
        for play in found["sessions"]:
            if play["title_id"] == title and play["seconds"] >= 120 and play["started_s"] < end:
                counts = play["started_s"] >= end - RECENT_DAYS * DAY
                recent[play["account_id"]] = recent.get(play["account_id"], 0) + (play["seconds"] if counts else 0)
        for account in members_of(found["spans"], day) & set(recent):
            if finished.get((account, title, season), end) < end:
                involvement = 3 + (recent[account] > 0) + (recent[account] >= 4 * HOUR)
            else:
                involvement = 1 + (recent[account] > 0)
            rows.append({"title_id": title, "season": season, "day": day, "account_id": account, "involvement": involvement})
    return in_order(rows)


def recounted_cells(now: Rows, spans: Rows) -> Rows:
    plans = {row["account_id"]: row["plan"] for row in spans}
    sums: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for row in now:
        account = row["account_id"]
        if account % 3:
            sums[row["involvement"], account % 3, plans[account]].append(account * 7)
    return in_order(
        [
            dict(zip(("involvement", "fresh_bin", "plan"), key, strict=True))
            | {"accounts": len(each), "fresh_s": sum(each), "familiar_s": 2 * sum(each), "usual_s": 3 * sum(each)}
            for key, each in sums.items()
        ]
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_all_of_it_equals_a_recount(seed: int) -> None:
    found = measured(random_log(seed, accounts=80, sessions=2_000), dt.date(2024, 8, 31))
    now = recounted_now(found)
    assert found["now"] == now
    assert {row["involvement"] for row in now} == {1, 2, 3, 4, 5}
    members = {(t, s, d): len(members_of(found["spans"], d)) for t, s, d, _ in QUESTIONS}
    assert {(row["title_id"], row["season"], row["day"]): row["members"] for row in found["members"]} == members
    counts = Counter((row["title_id"], row["season"], row["day"], row["involvement"]) for row in now)
    assert {(r["title_id"], r["season"], r["day"], r["involvement"]): r["accounts"] for r in found["counts"]} == counts
    pairs = Counter(
        (one["title_id"], two["title_id"], one["involvement"], two["involvement"])
        for one in now
        for two in now
        if (one["account_id"], one["day"]) == (two["account_id"], two["day"])
        and one["title_id"] < two["title_id"]
        and min(one["involvement"], two["involvement"]) >= 2
    )
    assert len(pairs) > 4
    shared = {(r["title_a"], r["title_b"], r["involvement_a"], r["involvement_b"]): r["accounts"] for r in found["shared"]}
    assert shared == pairs
    assert found["cells"] == recounted_cells(now, found["spans"])


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 1_000), as_of=st.dates(dt.date(2024, 3, 5), dt.date(2024, 8, 1)))
def test_the_future_and_the_order_of_rows_do_not_move_the_answer(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=30, sessions=250)
    assert measured(another_future(tables, as_of), as_of) == measured(tables, as_of)
