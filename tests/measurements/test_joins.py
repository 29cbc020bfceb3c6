"""First streams and incremental joins by hand, and the traps that they must not fall into."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.measurements.account_spans import account_spans, month_starts, months_of
from cliffhanger.measurements.first_streams import account_first_streams, first_streams, joiners
from cliffhanger.measurements.incremental_joins import incremental_joins, joiner_plays
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.sessions import sessions
from tests.measurements.random_log import random_log

MOMENT = pa.timestamp("s")
LOG_FROM = dt.date(2024, 2, 1)
END = dt.date(2024, 12, 31)
# title, season, released, territory. The premiere that matters is t 1, at eight on the first of March.
PLAN = (
    ("t", 1, "2024-03-01T08:00", None),
    ("t", 2, "2024-07-01T08:00", None),
    ("old", 1, "2023-06-01T08:00", None),
    ("old", 2, "2023-09-01T08:00", None),
    ("only-y", 1, "2024-03-01T08:00", "Y"),
)


def seconds_of(day: dt.date) -> int:
    return int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())


def service(accounts: list[tuple[Any, ...]], plays: list[tuple[Any, ...]], plan: tuple[tuple[Any, ...], ...] = PLAN) -> Any:
    """Accounts: id, home, joined and, if it left, when. Plays: account, title, season, started, seconds and, if late, arrived."""
    people = [(*row, None)[:4] for row in accounts]
    rows = [(*row, None)[:6] for row in plays]
    moment = lambda text: None if text is None else dt.datetime.fromisoformat(text)  # noqa: E731
    return {
        "viewing": pa.table(
            {
                "account_id": pa.array([row[0] for row in rows], pa.int64()),
                "profile_id": pa.array([0] * len(rows), pa.int64()),
                "title_id": pa.array([row[1] for row in rows], pa.string()),
                "season": pa.array([row[2] for row in rows], pa.int16()),
                "episode": pa.array([1] * len(rows), pa.int16()),
                "started_at": pa.array([moment(row[3]) for row in rows], MOMENT),
                "arrived_at": pa.array([moment(row[5]) for row in rows], MOMENT),
                "seconds_viewed": pa.array([row[4] for row in rows], pa.int32()),
            }
        ),
        "episodes": pa.table(
            {
                "title_id": [row[0] for row in plan],
                "season": pa.array([row[1] for row in plan], pa.int16()),
                "episode": pa.array([1] * len(plan), pa.int16()),
                "runtime_s": pa.array([3_000] * len(plan), pa.int32()),
                "released_at": pa.array([moment(row[2]) for row in plan], MOMENT),
                "territory": pa.array([row[3] for row in plan], pa.string()),
            }
        ),
        "accounts": pa.table(
            {
                "account_id": pa.array([row[0] for row in people], pa.int64()),
                "signed_up_at": pa.array([moment(row[2]) for row in people], MOMENT),
                "cancelled_at": pa.array([moment(row[3]) for row in people], MOMENT),
                "plan": ["standard"] * len(people),
                "territory": [row[1] for row in people],
                "monthly_price": pa.array([9.99] * len(people), pa.float64()),
            }
        ),
    }


def measure(
    tables: dict[str, pa.Table], *, as_of: dt.date = END, log_from: dt.date = LOG_FROM, least_baseline: int = 1
) -> dict[str, list[dict[str, Any]]]:
    con = ibis.duckdb.connect(threads=1)
    viewing, episodes, accounts = (con.create_table(name, tables[name]) for name in ("viewing", "episodes", "accounts"))
    log_from_s = seconds_of(log_from)
    played, out, spans = (
        sessions(viewing, as_of=as_of),
        premieres(releases(episodes, accounts)),
        account_spans(accounts, as_of=as_of),
    )
    first = account_first_streams(played, out, spans, log_from_s=log_from_s)
    weeks = joiner_plays(played, out, spans, as_of=as_of, log_from_s=log_from_s)
    found = {
        "spans": spans,
        "accounts": first,
        "first_streams": first_streams(first, out, as_of=as_of, log_from_s=log_from_s),
        "joiners": joiners(spans, first, out, as_of=as_of, log_from_s=log_from_s),
        "weeks": weeks,
        "incremental": incremental_joins(weeks, least_baseline=least_baseline),
    }
    return {
        name: sorted(table.to_pyarrow().to_pylist(), key=lambda row: tuple(map(str, row.values())))
        for name, table in found.items()
    }


def row_of(rows: list[dict[str, Any]], **wanted: Any) -> dict[str, Any]:
    (row,) = (row for row in rows if all(row[name] == value for name, value in wanted.items()))
    return row


def launch(found: dict[str, list[dict[str, Any]]], table: str, days: int, territory: str | None = None, season: int = 1) -> Any:
    return row_of(found[table], title_id="t", season=season, territory=territory, window_days=days)


def firsts(found: dict[str, list[dict[str, Any]]]) -> dict[int, tuple[str, int]]:
    return {row["account_id"]: (row["title_id"], row["season"]) for row in found["accounts"]}


# accounts and months


def test_spans_know_of_no_cancellation_and_no_joiner_after_the_day() -> None:
    accounts = [(1, "X", "2024-03-01T00:00", "2024-03-10T23:59:59"), (2, "X", "2024-03-01T00:00", "2024-03-11T00:00")]
    found = measure(service([*accounts, (3, "X", "2024-03-11T00:00")], []), as_of=dt.date(2024, 3, 10))
    assert [(row["account_id"], row["left_s"]) for row in found["spans"]] == [
        (1, seconds_of(dt.date(2024, 3, 11)) - 1),
        (2, None),
    ]
    assert found["spans"][0]["joined_s"] == seconds_of(dt.date(2024, 3, 1))


@pytest.mark.parametrize(("price", "micros"), [(6.99, 6_990_000), (0.29, 290_000), (0.0, 0), (1e6, 10**12), (0.0000015, 2)])
def test_prices_are_whole_micro_units(price: float, micros: int) -> None:
    tables = service([(1, "X", "2024-03-01T00:00")], [])
    at = tables["accounts"].schema.get_field_index("monthly_price")
    priced = tables["accounts"].set_column(at, "monthly_price", pa.array([price], pa.float64()))
    assert measure(tables | {"accounts": priced})["spans"][0]["monthly_micros"] == micros


def test_months_equal_the_calendar_on_every_day_of_two_centuries() -> None:
    days = [dt.datetime(1969, 1, 1) + dt.timedelta(days=n, seconds=s) for n in range(73_050) for s in (0, 86_399)]  # noqa: DTZ001
    table = ibis.duckdb.connect().create_table("days", pa.table({"day": pa.array(days, MOMENT)}))
    index = months_of(table.day.epoch_seconds().cast("int64"))
    rows = table.select("day", index=index, begins_s=month_starts(index)).to_pyarrow().to_pylist()
    for row in rows:
        assert row["index"] == row["day"].year * 12 + row["day"].month - 1
        assert row["begins_s"] == seconds_of(row["day"].date().replace(day=1))
    assert len(rows) == 146_100


# first streams


def test_first_streams_by_hand() -> None:
    accounts = [
        (1, "X", "2024-02-28T10:00"),  # plays an old title first: library
        (2, "X", "2024-03-01T09:00"),  # t within the hour: every window
        (3, "X", "2024-03-10T00:00"),  # a second short of two minutes of t, then the old title: library
        (4, "X", "2024-03-05T00:00"),  # t in the second in which seven days have elapsed: from the 28-day window on
        (5, "Y", "2024-03-20T00:00"),  # nothing at all
        (6, "X", "2024-01-31T23:59:59"),  # joined before the log began: left out
        (9, "X", "2024-02-01T00:00"),  # with the log's first second
        (7, "Y", "2024-03-05T00:00"),  # t after exactly 28 days, a second too late
        (8, "Y", "2024-03-05T00:00"),  # t a second earlier: 31 days less eight hours after the premiere, only in the 91 days
    ]
    plays = [
        (1, "old", 1, "2024-02-28T10:00", 120),
        (9, "old", 1, "2024-02-28T10:00", 120),
        (1, "t", 1, "2024-03-02T10:00", 3_000),
        (2, "t", 1, "2024-03-01T10:00", 120),
        (3, "t", 1, "2024-03-10T10:00", 119),
        (3, "old", 1, "2024-03-11T10:00", 200),
        (4, "t", 1, "2024-03-08T08:00", 300),
        (6, "t", 1, "2024-03-01T09:00", 3_000),
        (7, "t", 1, "2024-04-02T00:00", 3_000),
        (8, "t", 1, "2024-04-01T23:59:59", 3_000),
    ]
    found = measure(service(accounts, plays))
    assert firsts(found) == {1: ("old", 1), 2: ("t", 1), 3: ("old", 1), 4: ("t", 1), 8: ("t", 1), 9: ("old", 1)}
    assert [launch(found, "first_streams", days)["first_streams"] for days in (7, 28, 91)] == [1, 2, 3]
    assert [launch(found, "first_streams", days, "X")["first_streams"] for days in (7, 28, 91)] == [1, 2, 2]
    assert [launch(found, "first_streams", days, "Y")["first_streams"] for days in (7, 28, 91)] == [0, 0, 1]
    months = [tuple(row.values()) for row in found["joiners"]]
    # territory, year, month, joiners = launch + library + without + undecided
    assert months == [("X", 2024, 2, 2, 0, 2, 0, 0), ("X", 2024, 3, 3, 2, 1, 0, 0), ("Y", 2024, 3, 3, 1, 0, 2, 0)]


def test_of_one_second_the_smaller_title_and_season_come_first() -> None:
    moment = "2024-07-05T10:00"
    plays = [(1, "t", 2, moment, 500), (1, "t", 1, moment, 200), (2, "t", 1, moment, 900), (2, "old", 2, moment, 200)]
    found = measure(service([(1, "X", "2024-07-05T09:00"), (2, "X", moment)], plays))
    assert firsts(found) == {1: ("t", 1), 2: ("old", 2)}


def test_what_came_before_joining_or_is_not_out_at_home_is_no_first_stream() -> None:
    accounts = [
        (1, "X", "2024-03-05T00:00"),
        (2, "X", "2024-02-20T00:00"),
        (3, "Y", "2024-03-05T00:00"),
        (4, "X", "2024-03-05T00:00"),
    ]
    plays = [
        (1, "t", 1, "2024-03-04T23:59:59", 900),  # an earlier membership
        (1, "old", 1, "2024-03-06T10:00", 900),
        (2, "t", 1, "2024-03-01T07:59:59", 900),  # before the premiere
        (3, "only-y", 1, "2024-03-06T10:00", 900),
        (4, "only-y", 1, "2024-03-06T10:00", 900),  # lives where it is not out
    ]
    assert firsts(measure(service(accounts, plays))) == {1: ("old", 1), 3: ("only-y", 1)}


def test_a_duplicate_does_not_lengthen_a_session() -> None:
    plays = [(1, "t", 1, "2024-03-05T10:00", 60, "2024-03-05T10:01"), (1, "t", 1, "2024-03-05T10:00", 900, "2024-03-06T10:00")]
    assert firsts(measure(service([(1, "X", "2024-03-05T00:00")], plays))) == {}


def test_a_late_row_restates_the_first_stream_but_not_the_answer_of_that_day() -> None:
    plays = [(1, "t", 1, "2024-03-05T10:00", 600, "2024-04-20T00:00"), (1, "old", 1, "2024-03-06T10:00", 600)]
    tables = service([(1, "X", "2024-03-05T00:00")], plays)
    assert firsts(measure(tables, as_of=dt.date(2024, 4, 19))) == {1: ("old", 1)}
    assert firsts(measure(tables, as_of=dt.date(2024, 4, 20))) == {1: ("t", 1)}


def test_first_streams_are_null_until_the_window_has_elapsed_in_every_territory() -> None:
    plan = (*PLAN, ("t", 1, "2024-03-10T08:00", "Y"))
    tables = service([(1, "X", "2024-03-01T09:00"), (2, "Y", "2024-03-10T09:00")], [(1, "t", 1, "2024-03-01T10:00", 600)], plan)
    before, then, later = (measure(tables, as_of=dt.date(2024, 3, day)) for day in (7, 8, 17))
    assert launch(before, "first_streams", 7, "X")["first_streams"] is None  # ends on the 8th at eight
    assert launch(then, "first_streams", 7, "X")["first_streams"] == 1
    assert launch(then, "first_streams", 7)["first_streams"] is None
    assert launch(then, "first_streams", 7)["window_open"]
    assert launch(later, "first_streams", 7)["first_streams"] == 1
    assert not any(row["territory"] == "Y" and row["title_id"] == "t" for row in then["first_streams"])  # not out there yet


def test_joiners_are_undecided_until_their_28_days_have_elapsed() -> None:
    tables = service([(1, "X", "2024-03-20T00:00")], [])
    fate = lambda day: row_of(measure(tables, as_of=day)["joiners"], territory="X")  # noqa: E731
    assert fate(dt.date(2024, 4, 15))["undecided"] == 1  # 28 days end with the 16th
    assert fate(dt.date(2024, 4, 16))["without"] == 1


def test_a_log_that_begins_after_the_premiere_is_marked() -> None:
    tables = service([(1, "X", "2024-03-05T00:00")], [(1, "t", 1, "2024-03-05T10:00", 600)])
    whole, part = (measure(tables, log_from=dt.date(2024, 3, day)) for day in (1, 2))
    assert not launch(whole, "first_streams", 7)["partly_logged"]
    assert launch(part, "first_streams", 7)["partly_logged"]
    assert launch(part, "first_streams", 7)["first_streams"] == 1


# incremental joins


BASELINE = [(account, "X", f"2024-02-{15 + account}T12:00") for account in (1, 2, 13, 14)]  # the 16th to the 29th of February
COMING = [(account, "X", f"2024-03-0{account - 20}T12:00") for account in range(21, 26)]  # the first to the fifth of March
PLAYS = [
    (1, "t", 1, "2024-03-03T10:00", 120),  # one of four in the baseline plays it in its first seven days
    (2, "t", 1, "2024-03-08T08:00", 900),  # the seven days ended this second
    (13, "t", 1, "2024-03-02T10:00", 119),  # not two minutes
    (14, "old", 1, "2024-03-02T10:00", 900),
    *((account, "t", 1, f"2024-03-0{account - 20}T13:00", 900) for account in (21, 22, 23)),
    (24, "old", 1, "2024-03-04T13:00", 900),
    (24, "t", 1, "2024-03-11T11:59:59", 900),  # not first, but in the last second of its seven days
    (25, "t", 1, "2024-03-12T12:00", 900),  # a second too late
]


def test_incremental_joins_by_hand() -> None:
    outside = [(30, "X", "2024-02-15T23:59:59"), (31, "X", "2024-03-08T00:00")]  # a day before the baseline, and in week 1
    found = measure(service(BASELINE + COMING + outside, PLAYS))
    week = launch(found, "incremental", 7)
    assert [week[name] for name in ("joiners", "played", "baseline_joiners", "baseline_played")] == [5, 4, 4, 1]
    assert week["expected_rate"] == 1 / 4
    assert week["incremental"] == 11 / 3  # (4 * 4 - 1 * 5) / (4 - 1)
    assert week["expected"] == 1 / 3  # the other 4 / 3 joiners, of whom a quarter plays
    month = launch(found, "incremental", 28)
    assert [month[name] for name in ("joiners", "played", "baseline_joiners", "baseline_played")] == [6, 4, 4, 1]
    assert month["incremental"] == 10 / 3  # (4 * 4 - 1 * 6) / 3
    weeks = [row for row in found["weeks"] if row["title_id"] == "t" and row["season"] == 1 and row["territory"] == "X"]
    counts = {row["join_week"]: (row["joiners"], row["played"]) for row in weeks}
    assert {week: n for week, n in counts.items() if n[0]} == {-2: (2, 1), -1: (2, 0), 0: (5, 4), 1: (1, 0)}
    assert sorted(counts) == list(range(-2, 13))


def test_accounts_that_came_for_the_title_are_recovered() -> None:
    # Of 40 before it 10 play. After it 80 like them and 20 who came for it: 20 + 80 / 4 = 40 of 100 play.
    baseline = [(n, "X", "2024-02-20T12:00") for n in range(40)]
    coming = [(n, "X", "2024-03-02T12:00") for n in range(100, 200)]
    plays = [(n, "t", 1, "2024-03-03T10:00", 600) for n in [*range(10), *range(100, 140)]]
    week = launch(measure(service(baseline + coming, plays)), "incremental", 7)
    assert (week["incremental"], week["expected"]) == (20.0, 20.0)


def test_fewer_plays_than_expected_stay_below_zero() -> None:
    plays = [(n, "t", 1, "2024-03-05T10:00", 600) for n in (1, 2, 13)]  # three of four before, none of five after
    assert launch(measure(service(BASELINE + COMING, plays)), "incremental", 7)["incremental"] == -15.0  # (0 * 4 - 3 * 5) / 1


def test_who_comes_for_the_second_season_may_begin_with_the_first() -> None:
    accounts = [
        (1, "X", "2024-06-25T12:00"),
        (2, "X", "2024-06-25T12:00"),
        (3, "X", "2024-07-01T02:00"),
        (4, "X", "2024-07-03T12:00"),
    ]
    accounts.append((5, "X", "2024-07-01T02:00"))
    plays = [
        (1, "t", 1, "2024-06-26T10:00", 900),  # before the second season came, and not after
        (2, "t", 1, "2024-07-02T10:00", 900),
        (3, "t", 1, "2024-07-01T03:00", 900),  # joined and began in the hours before it, on its day
        (4, "t", 2, "2024-07-03T13:00", 900),
        (4, "t", 1, "2024-07-04T13:00", 900),  # one account, not two
        (5, "t", 2, "2024-07-01T07:59:59", 900),  # before it was out
    ]
    week = launch(measure(service(accounts, plays)), "incremental", 7, season=2)
    assert [week[name] for name in ("joiners", "played", "baseline_joiners", "baseline_played")] == [3, 2, 2, 1]


def test_a_title_out_in_one_territory_only_has_no_joiners_elsewhere() -> None:
    accounts = [(1, "X", "2024-03-02T12:00"), (2, "Y", "2024-03-02T12:00")]
    plays = [(n, "only-y", 1, "2024-03-03T10:00", 900) for n in (1, 2)]
    rows = [
        row for row in measure(service(accounts, plays))["incremental"] if row["title_id"] == "only-y" and row["window_days"] == 7
    ]
    assert {(row["territory"], row["joiners"], row["played"]) for row in rows} == {("Y", 1, 1), (None, 1, 1)}


def test_incremental_joins_wait_for_the_seven_days_of_the_last_joiner() -> None:
    tables = service(BASELINE + COMING, PLAYS)
    before, then = (measure(tables, as_of=dt.date(2024, 3, day)) for day in (13, 14))
    assert launch(before, "incremental", 7)["window_open"]  # who joined late on the 7th has until the end of the 14th
    assert launch(before, "incremental", 7)["joiners"] is None
    assert launch(before, "incremental", 7)["baseline_played"] is None
    assert launch(then, "incremental", 7)["incremental"] == 11 / 3
    assert launch(then, "incremental", 28)["incremental"] is None
    assert row_of(then["weeks"], title_id="t", season=1, territory="X", join_week=1)["joiners"] is None


def test_all_territories_wait_for_the_last() -> None:
    tables = service([*BASELINE, *COMING, (40, "Y", "2024-03-20T12:00")], PLAYS, (*PLAN, ("t", 1, "2024-03-15T08:00", "Y")))
    then, later = (measure(tables, as_of=day) for day in (dt.date(2024, 3, 20), dt.date(2024, 3, 28)))
    assert launch(then, "incremental", 7, "X")["joiners"] == 5
    assert launch(then, "incremental", 7)["joiners"] is None
    assert launch(later, "incremental", 7)["joiners"] == 6


def test_without_enough_of_a_baseline_there_are_counts_and_no_estimate() -> None:
    tables = service(BASELINE + COMING, PLAYS)
    few = launch(measure(tables, least_baseline=5), "incremental", 7)
    assert (few["joiners"], few["played"], few["baseline_joiners"], few["baseline_played"]) == (5, 4, 4, 1)
    assert (few["expected_rate"], few["incremental"], few["expected"]) == (None, None, None)
    nobody = launch(measure(service(COMING, PLAYS), least_baseline=0), "incremental", 7)
    assert (nobody["baseline_joiners"], nobody["expected_rate"]) == (0, None)


def test_a_log_that_begins_within_the_baseline_gives_no_estimate() -> None:
    tables = service(BASELINE + COMING, PLAYS)
    whole, part = (launch(measure(tables, log_from=dt.date(2024, 2, day)), "incremental", 7) for day in (16, 17))
    assert (whole["partly_logged"], whole["incremental"]) == (False, 11 / 3)
    assert (part["partly_logged"], part["incremental"], part["played"]) == (True, None, 4)


def test_all_territories_are_partly_logged_where_one_is() -> None:
    tables = service([*BASELINE, *COMING, (40, "Y", "2024-03-20T12:00")], PLAYS, (*PLAN, ("t", 1, "2024-03-17T08:00", "Y")))
    found = measure(tables, log_from=dt.date(2024, 3, 2))  # with the baseline in Y, a day after the premiere in X
    for table in ("first_streams", "incremental"):
        assert [launch(found, table, 7, where)["partly_logged"] for where in ("X", "Y", None)] == [True, False, True]


def test_a_baseline_that_played_to_the_last_account_tells_nothing() -> None:
    plays = [(n, "t", 1, "2024-03-05T10:00", 600) for n in (1, 2, 13, 14, 21)]
    week = launch(measure(service(BASELINE + COMING, plays)), "incremental", 7)
    assert (week["expected_rate"], week["incremental"], week["expected"]) == (1.0, None, None)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 1_000), as_of=st.dates(dt.date(2024, 1, 5), dt.date(2024, 8, 1)))
def test_the_future_and_the_order_of_rows_do_not_move_the_answer(seed: int, as_of: dt.date) -> None:
    tables = random_log(seed, accounts=60, sessions=300)
    log_from = dt.date(2023, 12, 1)
    full = measure(tables, as_of=as_of, log_from=log_from)
    assert measure(another_future(tables, as_of), as_of=as_of, log_from=log_from) == full


def another_future(tables: dict[str, pa.Table], as_of: dt.date) -> dict[str, pa.Table]:
    """What was known on the day in another order, and another course of things after it."""
    end = dt.datetime.combine(as_of + dt.timedelta(days=1), dt.time())
    viewing = tables["viewing"].to_pylist()[::-1]
    for row in viewing:
        if max(row["started_at"], row["arrived_at"] or row["started_at"]) >= end:
            row |= {"title_id": "one", "season": 1, "episode": 1, "seconds_viewed": 5_000}
    accounts = [row for row in tables["accounts"].to_pylist()[::-1] if row["signed_up_at"] < end]
    for row in accounts:
        if row["cancelled_at"] is None or row["cancelled_at"] >= end:
            row["cancelled_at"] = end + dt.timedelta(days=row["account_id"])
    return tables | {
        "viewing": pa.Table.from_pylist(viewing, schema=tables["viewing"].schema),
        "accounts": pa.Table.from_pylist(accounts, schema=tables["accounts"].schema),
    }
