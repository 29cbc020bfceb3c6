"""Attribution of revenue by hand and by brute force, and the traps that it must not fall into."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from functools import cache
from itertools import permutations
from math import factorial
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.attribution import (
    RULES,
    account_months,
    account_season_months,
    attributions,
    equal_split,
    leave_one_out,
    pro_rata,
    user_centric,
)
from cliffhanger.measurements.first_streams import account_first_streams
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.sessions import sessions
from tests.measurements.random_log import random_log
from tests.measurements.test_joins import another_future

MOMENT = pa.timestamp("s")
JANUARY = 2024 * 12
UNIT = 1_000_000
NOBODY = (None, None)
Account = tuple[int, str, str | None, float]  # id, joined, left, monthly price
Play = tuple[Any, ...]  # account, title, season, started, seconds and, if late, arrived


def at(text: str | None) -> dt.datetime | None:
    return None if text is None else dt.datetime.fromisoformat(text)


def service(accounts: list[Account], plays: list[Play]) -> dict[str, pa.Table]:
    rows = [(*play, None)[:6] for play in plays]
    seasons = [("t", 1), ("t", 2), ("u", 1), ("v", 1)]
    return {
        "viewing": pa.table(
            {
                "account_id": pa.array([row[0] for row in rows], pa.int64()),
                "profile_id": pa.array([0] * len(rows), pa.int64()),
                "title_id": pa.array([row[1] for row in rows], pa.string()),
                "season": pa.array([row[2] for row in rows], pa.int16()),
                "episode": pa.array([1] * len(rows), pa.int16()),
                "started_at": pa.array([at(row[3]) for row in rows], MOMENT),
                "arrived_at": pa.array([at(row[5]) for row in rows], MOMENT),
                "seconds_viewed": pa.array([row[4] for row in rows], pa.int32()),
            }
        ),
        "episodes": pa.table(
            {
                "title_id": [title for title, _ in seasons],
                "season": pa.array([season for _, season in seasons], pa.int16()),
                "episode": pa.array([1] * len(seasons), pa.int16()),
                "runtime_s": pa.array([3_000] * len(seasons), pa.int32()),
                "released_at": pa.array([at("2023-01-01T00:00")] * len(seasons), MOMENT),
                "territory": pa.array([None] * len(seasons), pa.string()),
            }
        ),
        "accounts": pa.table(
            {
                "account_id": pa.array([row[0] for row in accounts], pa.int64()),
                "signed_up_at": pa.array([at(row[1]) for row in accounts], MOMENT),
                "cancelled_at": pa.array([at(row[2]) for row in accounts], MOMENT),
                "plan": ["standard"] * len(accounts),
                "territory": ["X"] * len(accounts),
                "monthly_price": pa.array([row[3] for row in accounts], pa.float64()),
            }
        ),
    }


def measure(
    tables: dict[str, pa.Table], *, as_of: dt.date = dt.date(2024, 1, 31), log_from: dt.date = dt.date(2024, 1, 1)
) -> dict[str, list[dict[str, Any]]]:
    con = ibis.duckdb.connect(threads=1)
    viewing, episodes, accounts = (con.create_table(name, tables[name]) for name in ("viewing", "episodes", "accounts"))
    log_from_s = int(dt.datetime.combine(log_from, dt.time(), dt.UTC).timestamp())
    kept = lambda name, table: con.create_table(f"kept_{name}", table)  # noqa: E731
    played = kept("sessions", sessions(viewing, as_of=as_of))
    spans = kept("spans", account_spans(accounts, as_of=as_of))
    first = kept("first", account_first_streams(played, premieres(releases(episodes, accounts)), spans, log_from_s=log_from_s))
    months = kept("months", account_months(spans, as_of=as_of, log_from_s=log_from_s))
    watched = kept("watched", account_season_months(played, months))
    found = {"months": months, "watched": watched, "rules": attributions(watched, first, months)}
    return {
        name: sorted(table.to_pyarrow().to_pylist(), key=lambda row: tuple(map(str, row.values())))
        for name, table in found.items()
    }


def shares(found: dict[str, list[dict[str, Any]]], rule: str, month: int = 1) -> dict[tuple[Any, Any], int]:
    rows = [row for row in found["rules"] if row["month"] == month and (row[rule] or row["title_id"] is None)]
    return {(row["title_id"], row["season"]): row[rule] for row in rows}


def fees(found: dict[str, list[dict[str, Any]]]) -> dict[tuple[int, int], int]:
    return {(row["account_id"], row["month_index"] - JANUARY + 1): row["fee_micros"] for row in found["months"]}


ACCOUNTS: list[Account] = [
    (1, "2023-06-01T00:00", None, 31.0),  # all of January: 31
    (2, "2024-01-11T00:00", None, 31.0),  # 21 of 31 days: 21
    (3, "2023-06-01T00:00", "2024-01-02T00:00", 31.0),  # one day: 1
]
PLAYS: list[Play] = [
    (1, "t", 1, "2024-01-05T10:00", 400),
    (1, "t", 1, "2024-01-06T10:00", 200),
    (1, "u", 1, "2024-01-07T10:00", 200),
    (2, "t", 1, "2024-01-12T10:00", 200),
]


def test_the_five_rules_by_hand() -> None:
    found = measure(service(ACCOUNTS, PLAYS))
    assert fees(found) == {(1, 1): 31 * UNIT, (2, 1): 21 * UNIT, (3, 1): UNIT}
    # Of 1000 seconds 800 went to t: 53 * 0.8 and 53 * 0.2.
    assert shares(found, "pro_rata") == {("t", 1): 42_400_000, ("u", 1): 10_600_000, NOBODY: 0}
    # 31 * 600 / 800 + 21, and 31 * 200 / 800; account 3 watched nothing.
    assert shares(found, "user_centric") == {("t", 1): 44_250_000, ("u", 1): 7_750_000, NOBODY: UNIT}
    assert shares(found, "equal_split") == {("t", 1): 36_500_000, ("u", 1): 15_500_000, NOBODY: UNIT}  # 31 / 2 + 21, 31 / 2
    assert shares(found, "last_touch") == {("t", 1): 21 * UNIT, NOBODY: 32 * UNIT}  # only account 2 joined in the log
    assert shares(found, "leave_one_out") == {("t", 1): 21 * UNIT, NOBODY: 32 * UNIT}  # account 1 had another season


def test_roundings_are_not_attributed() -> None:
    plays = [
        (1, title, season, f"2024-01-0{day}T10:00", 200) for day, (title, season) in enumerate([("t", 1), ("t", 2), ("u", 1)], 1)
    ]
    found = measure(service([(1, "2023-06-01T00:00", None, 0.00001)], plays))  # ten micro-units
    thirds = {("t", 1): 3, ("t", 2): 3, ("u", 1): 3, NOBODY: 1}
    assert shares(found, "pro_rata") == shares(found, "user_centric") == shares(found, "equal_split") == thirds


def test_membership_is_paid_by_the_second_and_only_in_whole_logged_elapsed_months() -> None:
    accounts: list[Account] = [
        (1, "2023-01-31T12:00", "2024-02-15T12:00", 29.0),  # 14.5 of the 29 days of February
        (2, "2024-01-31T23:59:59", "2024-02-01T00:00", 31.0),  # one second of January, none of February
        (3, "2024-02-10T00:00", "2024-02-10T00:00", 31.0),  # never a member
        (4, "2024-03-01T00:00", None, 31.0),  # as March has not elapsed, nothing
    ]
    found = measure(service(accounts, []), as_of=dt.date(2024, 3, 30))
    second = 31 * UNIT // (31 * 86_400)
    assert fees(found) == {(1, 1): 29 * UNIT, (1, 2): 14_500_000, (2, 1): second}
    assert (1, 3) not in fees(measure(service(accounts[:1], []), as_of=dt.date(2024, 3, 31)))
    assert fees(measure(service(accounts, []), as_of=dt.date(2024, 3, 31)))[4, 3] == 31 * UNIT
    later = measure(service(accounts, []), as_of=dt.date(2024, 3, 30), log_from=dt.date(2024, 1, 2))
    assert set(fees(later)) == {(1, 2)}  # January was not logged whole


def test_a_cancellation_after_the_day_is_not_known() -> None:
    tables = service([(1, "2023-06-01T00:00", "2024-02-15T12:00", 29.0)], [])
    assert fees(measure(tables, as_of=dt.date(2024, 2, 10))) == {(1, 1): 29 * UNIT}
    assert fees(measure(tables, as_of=dt.date(2024, 2, 29))) == {(1, 1): 29 * UNIT, (1, 2): 14_500_000}


def test_two_seasons_of_a_title_share_as_two() -> None:
    plays = [(1, "t", season, f"2024-01-0{season}T10:00", 300) for season in (1, 2)]
    found = measure(service(ACCOUNTS[:1], plays))
    assert shares(found, "equal_split") == {("t", 1): 15_500_000, ("t", 2): 15_500_000, NOBODY: 0}
    assert shares(found, "leave_one_out") == {NOBODY: 31 * UNIT}


def test_under_two_minutes_count_as_attention_but_not_as_use() -> None:
    plays = [(1, "t", 1, "2024-01-05T10:00", 60), (1, "t", 1, "2024-01-06T10:00", 60), (1, "u", 1, "2024-01-06T12:00", 119)]
    found = measure(service(ACCOUNTS[:1], plays))
    assert shares(found, "user_centric") == {("t", 1): 31 * UNIT * 120 // 239, ("u", 1): 31 * UNIT * 119 // 239, NOBODY: 1}
    assert shares(found, "equal_split") == shares(found, "leave_one_out") == {("t", 1): 31 * UNIT, NOBODY: 0}


def test_a_session_belongs_to_the_month_in_which_it_starts() -> None:
    plays = [(1, "t", 1, "2024-01-31T23:59:59", 900), (1, "u", 1, "2024-02-01T00:00:00", 900)]
    found = measure(service(ACCOUNTS[:1], plays), as_of=dt.date(2024, 2, 29))
    assert shares(found, "user_centric") == {("t", 1): 31 * UNIT, NOBODY: 0}
    assert shares(found, "user_centric", 2) == {("u", 1): 31 * UNIT, NOBODY: 0}


def test_who_pays_nothing_hands_nothing_out() -> None:
    plays = [*PLAYS, (9, "v", 1, "2024-01-05T10:00", 9_000), (3, "v", 1, "2024-02-05T10:00", 9_000)]  # unknown; gone
    found = measure(service(ACCOUNTS, plays), as_of=dt.date(2024, 2, 29))
    assert not any(row["title_id"] == "v" for row in found["rules"])


def test_the_first_stream_keeps_its_joiners_fees() -> None:
    accounts: list[Account] = [(1, "2024-01-25T00:00", None, 31.0)]
    plays = [(1, "u", 1, "2024-02-03T10:00", 600), (1, "t", 1, "2024-02-04T10:00", 9_000), (1, "t", 1, "2024-03-04T10:00", 9_000)]
    found = measure(service(accounts, plays), as_of=dt.date(2024, 3, 31))
    months = [shares(found, "last_touch", month)["u", 1] for month in (1, 2, 3)]
    assert months == [7 * UNIT, 31 * UNIT, 31 * UNIT]  # of January as well, before it had started anything
    early = measure(service(accounts, plays), as_of=dt.date(2024, 2, 2))
    assert shares(early, "last_touch") == {NOBODY: 7 * UNIT}


def test_duplicates_and_late_rows() -> None:
    plays = [
        (1, "t", 1, "2024-01-05T10:00", 300),
        (1, "t", 1, "2024-01-05T10:00", 900, "2024-01-06T10:00"),  # again, later and longer: not counted
        (1, "u", 1, "2024-01-05T12:00", 300, "2024-02-10T00:00"),
    ]
    tables = service(ACCOUNTS[:1], plays)
    assert shares(measure(tables), "pro_rata") == {("t", 1): 31 * UNIT, NOBODY: 0}
    restated = measure(tables, as_of=dt.date(2024, 2, 10))
    assert shares(restated, "pro_rata") == {("t", 1): 15_500_000, ("u", 1): 15_500_000, NOBODY: 0}


def test_a_month_in_which_nobody_watched_is_not_attributed() -> None:
    found = measure(service(ACCOUNTS, []))
    assert [tuple(row.values()) for row in found["rules"]] == [(None, None, 2024, 1, *[53 * UNIT] * len(RULES))]


# The rules from counts alone: account, month, season, seconds, fee.


@cache
def connection() -> Any:
    return ibis.duckdb.connect(threads=1)


def watched(rows: list[tuple[int, str, int, int]]) -> tuple[Any, Any]:
    """Rows of one month: account, title, seconds, the account's fee."""
    con = connection()
    number = lambda k: pa.array([row[k] for row in rows], pa.int64())  # noqa: E731
    month = pa.array([JANUARY] * len(rows), pa.int64())
    table = {"account_id": number(0), "month_index": month, "title_id": pa.array([row[1] for row in rows], pa.string())}
    table |= {"season": pa.array([1] * len(rows), pa.int16()), "seconds": number(2), "fee_micros": number(3)}
    played = con.create_table("played", pa.table(table), overwrite=True)
    return played, con.create_table("paid", played.select("account_id", "month_index", "fee_micros").distinct(), overwrite=True)


def micros(table: Any) -> dict[str | None, int]:
    return {row["title_id"]: row["micros"] for row in table.to_pyarrow().to_pylist()}


@settings(max_examples=20, deadline=None)
@given(
    visits=st.lists(st.sets(st.sampled_from("abcd"), min_size=1), min_size=1, max_size=6),
    prices=st.lists(st.integers(1, 10**6), min_size=6, max_size=6),
)
def test_equal_split_is_the_shapley_value_of_the_museum_pass_game(visits: list[set[str]], prices: list[int]) -> None:
    paid = [12 * price for price in prices[: len(visits)]]  # divides by 1, 2, 3 and 4

    def worth(coalition: set[str]) -> int:
        return sum(fee for fee, visit in zip(paid, visits, strict=True) if visit <= coalition)

    players = sorted(set().union(*visits))
    value = dict.fromkeys(players, Fraction(0))
    for order in permutations(players):
        for place, player in enumerate(order):
            value[player] += Fraction(worth({*order[: place + 1]}) - worth({*order[:place]}), factorial(len(players)))
    played, months = watched([(n, title, 300, paid[n]) for n, visit in enumerate(visits) for title in sorted(visit)])
    assert micros(equal_split(played, months)) == {**value, None: 0}
    # Leave-one-out is what is lost without a season, if an account pays for anything it played that is left.
    left_over = {player: sum(fee for fee, visit in zip(paid, visits, strict=True) if visit - {player}) for player in players}
    lost = {player: sum(paid) - left_over[player] for player in players}
    assert micros(leave_one_out(played, months)) == {
        **{player: fee for player, fee in lost.items() if fee},
        None: sum(paid) - sum(lost.values()),
    }


@settings(max_examples=40, deadline=None)
@given(
    seconds=st.lists(st.integers(1, 2**50 // 3), min_size=1, max_size=3),
    fee=st.integers(1, 2**60),
)
def test_large_months_are_shared_to_the_last_micro_unit(seconds: list[int], fee: int) -> None:
    whole = sum(seconds)
    fee = min(fee, whole * 2**50)  # the quotient stays below 2**51
    rows = [(1, f"title {n}", played, fee) for n, played in enumerate(seconds)]
    exact = {title: fee * played // whole for _, title, played, _ in rows}
    exact = {title: share for title, share in exact.items() if share} | {None: fee - sum(exact.values())}
    assert micros(pro_rata(*watched(rows))) == exact
    assert micros(user_centric(*watched(rows))) == exact


@pytest.mark.parametrize("seed", range(3))
def test_large_months_of_many_titles_are_shared_to_the_last_micro_unit(seed: int) -> None:
    rng = np.random.default_rng(seed)
    seconds = [2**49, *(2 ** rng.uniform(1, 38, 3_000)).astype(int).tolist()]
    fee = int(rng.integers(2**59, 2**60))
    rows = [(1, f"title {n}", played, fee) for n, played in enumerate(seconds)]
    exact = {title: share for _, title, played, _ in rows if (share := fee * played // sum(seconds))}
    assert micros(pro_rata(*watched(rows))) == exact | {None: fee - sum(exact.values())}


def test_a_share_that_falls_short_by_less_than_a_fraction_can_tell() -> None:
    whole, part = 2**50 - 5, 4_095
    fee = pow(-part, -1, whole)  # fee * part leaves whole - 1
    rows = [(1, "a", part, fee), (1, "b", whole - part, fee)]
    exact = {"a": fee * part // whole, "b": fee * (whole - part) // whole}
    assert float(exact["a"] + 1) == (fee * part) / whole  # as a fraction it looks like the next whole number
    assert micros(pro_rata(*watched(rows))) == exact | {None: 1}


def test_three_hundred_million_accounts_in_a_month() -> None:
    # 300 million accounts at 20 a month, each a hundred hours: 6e15 micro-units, 1.08e14 seconds; their product leaves 64 bits.
    accounts, fee, hours = 300_000_000, 20 * UNIT, 360_000
    parts = {"a": accounts * hours // 3 + 1, "b": accounts * hours // 7, "c": 1}
    parts["d"] = accounts * hours - sum(parts.values())
    rows = [(1, title, played, accounts * fee) for title, played in parts.items()]
    found = micros(pro_rata(*watched(rows)))
    exact = {title: accounts * fee * played // (accounts * hours) for title, played in parts.items()}
    assert found == exact | {None: accounts * fee - sum(exact.values())}
    assert exact["c"] == 55  # of 6e15


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("as_of", [dt.date(2024, 2, 29), dt.date(2024, 7, 15)], ids=str)
def test_every_rule_hands_out_the_fees_and_the_future_does_not_move_it(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=60, sessions=300)
    log_from = dt.date(2023, 12, 1)
    found = measure(tables, as_of=as_of, log_from=log_from)
    assert measure(another_future(tables, as_of), as_of=as_of, log_from=log_from) == found
    paid = dict.fromkeys({row["month_index"] for row in found["months"]}, 0)
    for row in found["months"]:
        paid[row["month_index"]] += row["fee_micros"]
    assert len(paid) == (as_of.month if as_of.day < 29 else as_of.month + 1)  # December to the last that has elapsed
    for rule in RULES:
        given = dict.fromkeys(paid, 0)
        for row in found["rules"]:
            assert row[rule] >= 0
            given[row["year"] * 12 + row["month"] - 1] += row[rule]
        assert given == paid
