"""Joiners by week, plans and the naive lift at their bounds, and all three again in plain Python."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.measurements.launch_joins import plan_money, viewers_stay, weekly_joins
from tests.measurements.known_log import DAY, Rows, another_future, in_order, known_log, made, plain
from tests.measurements.random_log import START, random_log

CUT = 100 * DAY  # the end of day 99
AS_OF = dt.date(1970, 1, 1) + dt.timedelta(days=99)
WEEK = 7 * DAY
SESSION = "account_id title_id season episode started_s seconds"
SPAN = "account_id joined_s left_s"
LOG_FROM_S = START - 100 * DAY


@pytest.fixture(scope="module")
def con() -> Any:
    return ibis.duckdb.connect(threads=1)


def test_weeks_end_with_the_as_of_day(con: Any) -> None:
    people = [(1, CUT - 1, None), (2, CUT - WEEK, None), (3, CUT - WEEK - 1, CUT - WEEK), (4, CUT - 5 * WEEK, None)]
    rows = plain(weekly_joins(made(con, SPAN, people), as_of=AS_OF, log_from_s=0))
    # Weeks -2 and -3 have no joiner and no row; that account 3 has left since does not matter.
    assert {row["week"]: row["joins"] for row in rows} == {0: 2, -1: 1, -4: 1}


@pytest.mark.parametrize(("log_from_s", "weeks"), [(CUT - 2 * WEEK, {0, -1}), (CUT - 2 * WEEK + 1, {0}), (CUT, set())])
def test_a_week_counts_if_the_log_holds_its_first_second(con: Any, log_from_s: int, weeks: set[int]) -> None:
    people = made(con, SPAN, [(1, CUT - 1, None), (2, CUT - WEEK - 1, None)])
    assert {row["week"] for row in plain(weekly_joins(people, as_of=AS_OF, log_from_s=log_from_s))} == weeks


def test_a_plan_is_paid_by_those_who_are_there_and_nothing_played_is_no_seconds(con: Any) -> None:
    people = made(
        con,
        "account_id plan left_s monthly_micros",
        [(1, "ads", None, 7), (2, "ads", None, 8), (3, "ads", CUT - 1, 100), (4, "premium", None, 20), (5, "gone", 5, 1)],
    )
    log = made(
        con,
        SESSION,
        [
            (1, "t", 1, 1, CUT - 10 * DAY, 40),  # the first second of ten days
            (1, "t", 1, 1, CUT - 10 * DAY - 1, 1_000),
            (1, "u", 2, 1, CUT - 1, 2),
            (3, "t", 1, 1, CUT - 5 * DAY, 1_000),  # has left
        ],
    )
    rows = plain(plan_money(people, log, as_of=AS_OF, days=10))
    told = {row["plan"]: (row["members"], row["monthly_micros"], row["seconds"]) for row in rows}
    assert told == {"ads": (2, 15, 42), "premium": (1, 20, 0)}


def stays(con: Any, people: list[tuple[Any, ...]], plays: list[tuple[Any, ...]], as_of: dt.date = AS_OF) -> dict[int, Any]:
    """Accounts and member days by viewer, of a season that came out at the end of day 49 in X and a week later in Y."""
    first = made(con, "title_id season territory premiere_s", [("t", 1, "X", 50 * DAY), ("t", 1, "Y", 57 * DAY)])
    rows = plain(viewers_stay(made(con, SESSION, plays), made(con, SPAN, people), first, as_of=as_of))
    return {row["viewer"]: (row["accounts"], row["member_days"]) for row in rows}


def test_viewers_played_two_minutes_of_the_season_within_its_days(con: Any) -> None:
    people = [(account, 0, None) for account in range(1, 8)]
    plays = [
        (1, "t", 1, 1, 50 * DAY, 120), (1, "t", 1, 2, 51 * DAY, 900),  # one account, not two
        (2, "t", 1, 1, 78 * DAY - 1, 120),
        (3, "t", 1, 1, 78 * DAY, 900),  # the 28 days have elapsed
        (4, "t", 1, 1, 50 * DAY - 1, 900),  # before it was out
        (5, "t", 1, 1, 60 * DAY, 119),
        (6, "t", 2, 1, 60 * DAY, 900), (6, "u", 1, 1, 60 * DAY, 900),  # another season, another title
    ]  # fmt: skip
    assert stays(con, people, plays) == {1: (2, 2 * 22), 0: (5, 5 * 22)}  # 100 - 78 days each


def test_members_from_before_the_premiere_to_the_end_of_its_days(con: Any) -> None:
    people = [
        (1, 50 * DAY - 1, None),  # 22 days
        (2, 50 * DAY, None),  # joined with it: may have come for it
        (3, 0, 78 * DAY - 1),  # left a second before the days were over
        (4, 0, 78 * DAY),  # 0 days
        (5, 0, 80 * DAY - 1),  # 1 day and all but a second
        (6, 0, CUT - 1),  # 21 days: left on the last day
    ]
    assert stays(con, people, [(99, "t", 1, 1, 60 * DAY, 900)]) == {0: (4, 22 + 0 + 1 + 21)}


def test_a_season_is_left_out_until_its_days_are_over(con: Any) -> None:
    people, plays = [(1, 0, None)], [(1, "t", 1, 1, 50 * DAY, 900)]
    day = dt.date(1970, 1, 1) + dt.timedelta(days=77)  # its end is the end of the 28 days after the first premiere
    assert stays(con, people, plays, day - dt.timedelta(days=1)) == {}
    assert stays(con, people, plays, day) == {1: (1, 0)}


def measured(tables: dict[str, pa.Table], as_of: dt.date) -> dict[str, Rows]:
    log = known_log(tables, as_of)
    return {
        "sessions": plain(log.sessions),
        "spans": plain(log.spans),
        "premieres": plain(log.premieres),
        "weeks": plain(weekly_joins(log.spans, as_of=as_of, log_from_s=LOG_FROM_S)),
        "plans": plain(plan_money(log.spans, log.sessions, as_of=as_of)),
        "stays": plain(viewers_stay(log.sessions, log.spans, log.premieres, as_of=as_of)),
    }


def recounted(found: dict[str, Rows], as_of: dt.date) -> dict[str, Rows]:
    cut = ((as_of - dt.date(1970, 1, 1)).days + 1) * DAY
    weeks = Counter(-((cut - 1 - row["joined_s"]) // WEEK) for row in found["spans"])
    whole = {week: n for week, n in weeks.items() if cut - (1 - week) * WEEK >= LOG_FROM_S}
    plans: dict[str, dict[str, int]] = {}
    for row in found["spans"]:
        if row["left_s"] is None:
            sums = plans.setdefault(row["plan"], {"members": 0, "monthly_micros": 0, "seconds": 0})
            sums["members"] += 1
            sums["monthly_micros"] += row["monthly_micros"]
            sums["seconds"] += sum(
                play["seconds"]
                for play in found["sessions"]
                if play["account_id"] == row["account_id"] and play["started_s"] + 91 * DAY >= cut
            )
    return {
        "weeks": in_order([{"week": week, "joins": n} for week, n in whole.items()]),
        "plans": in_order([{"plan": plan} | sums for plan, sums in plans.items()]),
        "stays": recounted_stays(found, cut),
    }


def recounted_stays(found: dict[str, Rows], cut: int) -> Rows:
    premiere: dict[tuple[str, int], int] = {}
    for row in found["premieres"]:
        key = (row["title_id"], row["season"])
        premiere[key] = min(premiere.get(key, row["premiere_s"]), row["premiere_s"])
    stayed: dict[tuple[str, int, int], list[int]] = {}
    for (title, season), first in premiere.items():
        end = first + 28 * DAY
        viewers = {
            play["account_id"]
            for play in found["sessions"]
            if (play["title_id"], play["season"]) == (title, season)
            and play["seconds"] >= 120
            and first <= play["started_s"] < end
        }
        for row in found["spans"]:
            left = cut if row["left_s"] is None else row["left_s"]
            if end <= cut and row["joined_s"] < first and left >= end:
                stayed.setdefault((title, season, int(row["account_id"] in viewers)), []).append((left - end) // DAY)
    names = ("title_id", "season", "viewer", "accounts", "member_days")
    return in_order([dict(zip(names, (*key, len(days), sum(days)), strict=True)) for key, days in stayed.items()])


@pytest.mark.parametrize(("seed", "as_of"), [(1, dt.date(2024, 5, 17)), (2, dt.date(2024, 8, 31))], ids=str)
def test_all_three_equal_a_recount(seed: int, as_of: dt.date) -> None:
    found = measured(random_log(seed, accounts=80, sessions=1_200), as_of)
    expected = recounted(found, as_of)
    assert {name: found[name] for name in expected} == expected
    assert {row["viewer"] for row in found["stays"]} == {0, 1}
    assert len(found["weeks"]) > 10
    assert len(found["plans"]) == 3


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 1_000), as_of=st.dates(dt.date(2024, 1, 5), dt.date(2024, 8, 1)))
def test_the_future_and_the_order_of_rows_do_not_move_the_answer(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=30, sessions=250)
    past = measured(tables, as_of)
    assert measured(another_future(tables, as_of), as_of) == past
