"""Every measure on every engine: the same expressions on the same rows give the same rows, floats to the last bit.

A new measure is a new line of ``CASES``. Where an engine differs and cannot be made not to, its line is named in
``DIFFERENCES`` with the reason, as a strict expected failure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from ibis.util import gen_name

from cliffhanger.engines.spark import collect, place
from cliffhanger.measurements import attribution, checks, overlap, run_layout
from cliffhanger.measurements import content_months as contents
from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.days_to_complete import binge_share, days_to_complete
from cliffhanger.measurements.first_streams import account_first_streams, first_streams, joiners
from cliffhanger.measurements.fresh_viewing import finishers, fresh_sessions
from cliffhanger.measurements.incremental_joins import incremental_joins, joiner_plays
from cliffhanger.measurements.involvement import (
    involvement_cells,
    involvement_counts,
    involvements,
    members_on,
    shared_followers,
)
from cliffhanger.measurements.launch_joins import plan_money, viewers_stay, weekly_joins
from cliffhanger.measurements.log_tables import LOG_TABLES
from cliffhanger.measurements.oddities import oddities
from cliffhanger.measurements.panel_completion import panel_completion_rate
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.retention_curve import retention_curve
from cliffhanger.measurements.retention_statistics import membership_months, retention_statistics, watched_retention
from cliffhanger.measurements.returning import episode_hours, joined_between, launch_hours, returns
from cliffhanger.measurements.season_core import account_episodes, account_seasons, in_window
from cliffhanger.measurements.season_counts import completion_days, episode_counts, season_counts
from cliffhanger.measurements.season_measures import catch_up, season_measures, windows
from cliffhanger.measurements.sessions import session_counts, sessions
from cliffhanger.measurements.suppression import suppress
from cliffhanger.measurements.view_share import adjusted_view_share
from cliffhanger.terms import cut_of
from tests.measurements.random_log import DAY, SEASONS, START, TERRITORIES, random_log

MOST_ROWS = 10_000
DAYS = (dt.date(2024, 4, 20), dt.date(2024, 12, 31))  # windows open and closed; all of them closed
LOG_FROM_S = START + 10 * DAY  # some premieres lie before it
DECLARED = {table.name: table for table in LOG_TABLES}
RECENT, AFTER = 28, 60  # days looked back and ahead
NAMES = ("viewing", "episodes", "accounts")


@dataclass(slots=True)
class Engine:
    """Reads a Parquet file, keeps a result for further questions, hands rows over."""

    read: Callable[[Path], ir.Table]
    keep: Callable[[ir.Table], ir.Table]
    collect: Callable[[ir.Table], pa.Table]


@dataclass(frozen=True, slots=True)
class Held:
    """The tables of a log on one engine, and what is made of them as of a day, each step run once."""

    as_of: dt.date
    viewing: ir.Table
    episodes: ir.Table
    accounts: ir.Table
    dirty: dict[str, ir.Table]
    codes: dict[str, ir.Table]
    released: ir.Table
    premiered: ir.Table
    once: ir.Table
    inside: ir.Table
    saw: ir.Table
    who: ir.Table
    counted: ir.Table
    reached: ir.Table
    completed: ir.Table
    members: ir.Table
    streamed: ir.Table
    joined: ir.Table
    months: ir.Table
    season_months: ir.Table
    shared: ir.Table
    tenured: ir.Table
    fresh: ir.Table
    finished: ir.Table
    content: ir.Table
    now: ir.Table
    before: ir.Table


def held(engine: Engine, folder: Path, as_of: dt.date) -> Held:
    read = {path.stem: engine.read(path) for path in sorted(folder.glob("*.parquet"))}
    viewing, episodes, accounts = (read[name] for name in NAMES)
    keep = engine.keep
    released = keep(releases(episodes, accounts))
    premiered = keep(premieres(released))
    once = keep(sessions(viewing, as_of=as_of))
    inside = keep(in_window(once, released, premiered, accounts))
    saw = keep(account_episodes(inside))
    who = keep(account_seasons(saw))
    members = keep(account_spans(accounts, as_of=as_of))
    streamed = keep(account_first_streams(once, premiered, members, log_from_s=LOG_FROM_S))
    months = keep(attribution.account_months(members, as_of=as_of, log_from_s=LOG_FROM_S))
    tenured = keep(membership_months(once, members, as_of=as_of, log_from_s=LOG_FROM_S))
    fresh, finished = keep(fresh_sessions(once)), keep(finishers(once, released, as_of=as_of))
    content = keep(contents.content_months(tenured, fresh, members, finished, premiered, as_of=as_of))
    asked, followed = (keep(of) for of in (questions(premiered, as_of), sequels(premiered)))
    return Held(
        as_of,
        viewing,
        episodes,
        accounts,
        {name: read[f"dirty_{name}"] for name in NAMES},
        {name: read[f"code_{name}"] for name in ("seasons", "territories", "plans", "chosen")},
        released,
        premiered,
        once,
        inside,
        saw,
        who,
        keep(season_counts(who)),
        keep(episode_counts(saw, who)),
        keep(completion_days(inside, who)),
        members,
        streamed,
        keep(joiner_plays(once, premiered, members, as_of=as_of, log_from_s=LOG_FROM_S)),
        months,
        keep(attribution.account_season_months(once, months)),
        keep(overlap.overlap(who, premiered, as_of=as_of)),
        tenured,
        fresh,
        finished,
        content,
        keep(involvements(once, finished, members, asked, recent_days=RECENT)),
        keep(involvements(once, finished, members, followed, recent_days=RECENT)),
    )


def questions(premiered: ir.Table, as_of: dt.date) -> ir.Table:
    """Each series' latest season, asked of on the day."""
    latest = premiered.group_by("title_id").agg(season=premiered.season.max())
    return latest.mutate(day=ibis.literal(cut_of(as_of) // DAY - 1, "int64"))


def sequels(premiered: ir.Table) -> ir.Table:
    """Each season that followed another, asked of some weeks before it came."""
    first = premiered.group_by("title_id", "season").agg(premiere_s=premiered.premiere_s.min())
    later = first.filter(first.season > 1)
    premiere_day = (later.premiere_s // DAY).cast("int64")
    return later.select("title_id", season=(later.season - 1).cast("int16"), day=premiere_day - 30, premiere_day=premiere_day)


def measured(on: Held) -> ir.Table:
    return season_measures(on.counted, on.premiered, as_of=on.as_of, log_from_s=LOG_FROM_S)


def completion(on: Held) -> ir.Table:
    return days_to_complete(on.completed, on.premiered, as_of=on.as_of)


def reach(on: Held) -> ir.Table:
    return overlap.union_reach(on.who, on.codes["chosen"], on.premiered, as_of=on.as_of)


def rows_of_the_store(on: Held) -> ir.Table:
    return run_layout.rows_of(on.viewing, on.accounts, on.codes["seasons"], on.codes["territories"], on.codes["plans"])


def coded_sessions(on: Held) -> ir.Table:
    return run_layout.coded_sessions(rows_of_the_store(on), cut=cut_of(on.as_of))


def coded_releases(on: Held) -> ir.Table:
    return run_layout.coded_releases(on.released, on.codes["seasons"], on.codes["territories"])


def named_counts(on: Held) -> ir.Table:
    out = coded_releases(on)
    rows = in_window(coded_sessions(on), out, premieres(out), None)
    counted = season_counts(account_seasons(account_episodes(rows)))
    return run_layout.named_counts(counted, on.codes["seasons"], on.codes["territories"])


def gate(name: str) -> Callable[[Held], tuple[Any, ...]]:
    """What the functions of ``checks`` take for a table: its declaration, its rows, and accepted rows that it refers to."""

    def arguments(on: Held) -> tuple[Any, ...]:
        others = {one.table for one in DECLARED[name].references}
        return DECLARED[name], on.dirty[name], {other: checks.accepted(*gate(other)(on)) for other in sorted(others)}

    return arguments


def sample_keys(on: Held, wanted: str) -> ir.Table:
    arguments = gate("viewing")(on)
    (rule,) = [rule for rule in checks.rules(*arguments) if rule.name == wanted]
    return checks.sample_keys(*arguments, rule)


CASES: dict[str, Callable[[Held], ir.Table]] = {
    "sessions": lambda on: sessions(on.viewing, as_of=on.as_of),
    "session_counts": lambda on: session_counts(on.viewing, as_of=on.as_of),
    "releases": lambda on: releases(on.episodes, on.accounts),
    "premieres": lambda on: premieres(on.released),
    "in_window": lambda on: in_window(on.once, on.released, on.premiered, on.accounts),
    "account_episodes": lambda on: account_episodes(on.inside),
    "account_seasons": lambda on: account_seasons(on.saw),
    "season_counts": lambda on: season_counts(on.who),
    "episode_counts": lambda on: episode_counts(on.saw, on.who),
    "completion_days": lambda on: completion_days(on.inside, on.who),
    "windows": lambda on: windows(on.premiered, as_of=on.as_of),
    "season_measures": measured,
    "catch_up": lambda on: catch_up(measured(on)),
    "retention_curve": lambda on: retention_curve(on.counted, on.reached, on.released, on.premiered, as_of=on.as_of),
    "days_to_complete": completion,
    "binge_share": lambda on: binge_share(completion(on)),
    "suppress": lambda on: suppress(measured(on), k=9),
    "oddities": lambda on: oddities(on.viewing, on.episodes, on.accounts),
    "panel_completion_rate": lambda on: panel_completion_rate(
        retention_curve(on.counted, on.reached, on.released, on.premiered, as_of=on.as_of)
    ),
    "account_spans": lambda on: account_spans(on.accounts, as_of=on.as_of),
    "account_first_streams": lambda on: account_first_streams(on.once, on.premiered, on.members, log_from_s=LOG_FROM_S),
    "first_streams": lambda on: first_streams(on.streamed, on.premiered, as_of=on.as_of, log_from_s=LOG_FROM_S),
    "joiners": lambda on: joiners(on.members, on.streamed, on.premiered, as_of=on.as_of, log_from_s=LOG_FROM_S),
    "joiner_plays": lambda on: joiner_plays(on.once, on.premiered, on.members, as_of=on.as_of, log_from_s=LOG_FROM_S),
    "incremental_joins": lambda on: incremental_joins(on.joined, least_baseline=1),
    "account_months": lambda on: attribution.account_months(on.members, as_of=on.as_of, log_from_s=LOG_FROM_S),
    "account_season_months": lambda on: attribution.account_season_months(on.once, on.months),
    "pro_rata": lambda on: attribution.pro_rata(on.season_months, on.months),
    "user_centric": lambda on: attribution.user_centric(on.season_months, on.months),
    "equal_split": lambda on: attribution.equal_split(on.season_months, on.months),
    "last_touch": lambda on: attribution.last_touch(on.streamed, on.months),
    "leave_one_out": lambda on: attribution.leave_one_out(on.season_months, on.months),
    "attributions": lambda on: attribution.attributions(on.season_months, on.streamed, on.months),
    "overlap": lambda on: overlap.overlap(on.who, on.premiered, as_of=on.as_of),
    "overlap_shown": lambda on: overlap.overlap_shown(on.shared, k=3),
    "union_reach": reach,
    "union_reach_shown": lambda on: overlap.union_reach_shown(reach(on), on.codes["chosen"], on.shared, k=3),
    "membership_months": lambda on: membership_months(on.once, on.members, as_of=on.as_of, log_from_s=LOG_FROM_S),
    "retention_statistics": lambda on: retention_statistics(on.tenured),
    "watched_retention": lambda on: watched_retention(on.tenured, on.once, on.members, on.premiered, as_of=on.as_of),
    "adjusted_view_share": lambda on: adjusted_view_share(
        on.who, on.once, on.tenured, on.premiered, as_of=on.as_of, log_from_s=LOG_FROM_S
    ),
    "fresh_sessions": lambda on: fresh_sessions(on.once),
    "finishers": lambda on: finishers(on.once, on.released, as_of=on.as_of),
    "content_months": lambda on: contents.content_months(
        on.tenured, on.fresh, on.members, on.finished, on.premiered, as_of=on.as_of
    ),
    "churn_cells": lambda on: contents.churn_cells(on.content),
    "present_content": lambda on: contents.present_content(on.content),
    "involvements": lambda on: involvements(
        on.once, on.finished, on.members, questions(on.premiered, on.as_of), recent_days=RECENT
    ),
    "members_on": lambda on: members_on(on.members, sequels(on.premiered)),
    "involvement_counts": lambda on: involvement_counts(on.now),
    "shared_followers": lambda on: shared_followers(on.now),
    "involvement_cells": lambda on: involvement_cells(on.now, contents.present_content(on.content), by=contents.CELL),
    "returns": lambda on: returns(on.before, on.fresh, on.members, sequels(on.premiered), after_days=AFTER),
    "episode_hours": lambda on: episode_hours(on.fresh, sequels(on.premiered), after_days=AFTER),
    "launch_hours": lambda on: launch_hours(on.before, on.fresh, on.members, sequels(on.premiered), least_involvement=2),
    "joined_between": lambda on: joined_between(on.members, sequels(on.premiered)),
    "weekly_joins": lambda on: weekly_joins(on.members, as_of=on.as_of, log_from_s=LOG_FROM_S),
    "plan_money": lambda on: plan_money(on.members, on.once, as_of=on.as_of),
    "viewers_stay": lambda on: viewers_stay(on.once, on.members, on.premiered, as_of=on.as_of),
    "rows_of": rows_of_the_store,
    "coded_sessions": coded_sessions,
    "coded_releases": coded_releases,
    "named_counts": named_counts,
    "checks.counts of viewing": lambda on: checks.counts(*gate("viewing")(on)),
    "checks.counts of episodes": lambda on: checks.counts(*gate("episodes")(on)),
    "checks.counts of accounts": lambda on: checks.counts(*gate("accounts")(on)),
    "checks.accepted": lambda on: checks.accepted(*gate("viewing")(on)),
    "checks.quarantined of viewing": lambda on: checks.quarantined(*gate("viewing")(on)),
    "checks.quarantined of accounts": lambda on: checks.quarantined(*gate("accounts")(on)),
    "checks.sample_keys": lambda on: sample_keys(on, "account_id orphan"),
}
DIFFERENCES: dict[str, str] = {}  # name of a case: why Spark gives something else


def dirty(log: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """The log with rows that break rules: empty, out of range, of wrong words and order, repeated, orphaned."""
    rows = {name: table.to_pylist() for name, table in log.items()}
    first = dict(rows["viewing"][0])
    odd: list[dict[str, Any]] = [
        {"seconds_viewed": -1},
        {"seconds_viewed": 86_401},
        {"title_id": None},
        {"title_id": ""},
        {"account_id": None, "seconds_viewed": -1},
        {"started_at": dt.datetime(1999, 12, 31)},  # noqa: DTZ001 - declared moments are naive UTC
        {"arrived_at": first["started_at"] - dt.timedelta(seconds=1)},
        {"season": 32_000},
    ]
    rows["viewing"] += [first | change for change in odd]
    episode = rows["episodes"][0]
    rows["episodes"] += [episode, episode | {"runtime_s": 0}, rows["episodes"][-1] | {"released_at": None}]
    account = rows["accounts"][0]
    left = account["signed_up_at"] - dt.timedelta(days=1)
    rows["accounts"] += [account | {"plan": "zzz"}, account | {"plan": "aaa"}, account | {"monthly_price": float("nan")}]
    # Nothing but the not-a-number lies above the range: else a file's statistics would not hide it.
    rows["accounts"] += [
        account | {"account_id": 900, "cancelled_at": left},
        account | {"account_id": 901, "monthly_price": -1.0},
    ]
    return {f"dirty_{name}": pa.Table.from_pylist(rows[name], schema=log[name].schema) for name in NAMES}


def codes() -> dict[str, pa.Table]:
    seasons = [*((title, season) for title, season, *_ in SEASONS), ("local", 1)]
    chosen = [("a", 0), ("a", 2), ("b", 2), ("b", 4), ("b", 3)]  # sets of seasons
    words = {"code_territories": TERRITORIES, "code_plans": ("ads", "standard")}
    return {
        "code_chosen": pa.table(
            {
                "set_id": [name for name, _ in chosen],
                "title_id": [seasons[k][0] for _, k in chosen],
                "season": pa.array([seasons[k][1] for _, k in chosen], pa.int16()),
            }
        ),
        "code_seasons": pa.table(
            {
                "code": pa.array(range(len(seasons)), pa.int32()),
                "title_id": [title for title, _ in seasons],
                "season": pa.array([season for _, season in seasons], pa.int16()),
            }
        ),
    } | {name: pa.table({"code": pa.array(range(len(of)), pa.int16()), "name": list(of)}) for name, of in words.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    log = random_log(5, accounts=70, sessions=1_200)
    place = tmp_path_factory.mktemp("matrix")
    for name, table in (log | dirty(log) | codes()).items():
        assert table.num_rows <= MOST_ROWS
        pq.write_table(table, place / f"{name}.parquet")
    return place


@pytest.fixture(scope="module", params=DAYS, ids=str)
def as_of(request: pytest.FixtureRequest) -> dt.date:
    return request.param


@pytest.fixture(scope="module")
def on_duckdb(folder: Path, as_of: dt.date) -> Iterator[tuple[Engine, Held]]:
    connection = ibis.duckdb.connect()
    connection.raw_sql("SET TimeZone = 'UTC'")
    keep = lambda rows: connection.create_table(gen_name("kept"), rows, temp=True)  # noqa: E731
    engine = Engine(connection.read_parquet, keep, lambda rows: rows.to_pyarrow())
    yield engine, held(engine, folder, as_of)
    connection.disconnect()


@pytest.fixture(scope="module")
def on_spark(folder: Path, as_of: dt.date, spark: Any) -> tuple[Engine, Held]:
    # Fetched and put back: what is cached would be planned again, with all that went before, by every question.
    keep = lambda rows: place(spark, gen_name("kept"), collect(rows))  # noqa: E731
    engine = Engine(spark.read_parquet, keep, collect)
    return engine, held(engine, folder, as_of)


def cells(table: pa.Table) -> list[tuple[Any, ...]]:
    """Rows in an order of their own; every cell as text that tells null, -0.0 and not-a-number apart."""
    return sorted(zip(*([repr(value) for value in column.to_pylist()] for column in table.columns), strict=True))


def kind_of(kind: Any) -> Any:
    """A type without what engines say of it or not: whether it can be null, and the digits of a moment."""
    return "moment" if kind.is_timestamp() else kind(nullable=True)


def named(name: str) -> Any:
    reason = DIFFERENCES.get(name)
    return pytest.param(name, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason) if reason else ())


@pytest.mark.parametrize("name", [named(name) for name in CASES])
def test_spark_gives_what_duckdb_gives(name: str, on_duckdb: tuple[Engine, Held], on_spark: tuple[Engine, Held]) -> None:
    results = []
    for engine, tables in (on_duckdb, on_spark):
        expression = CASES[name](tables)
        results.append((dict(expression.schema()), engine.collect(expression)))
    (duckdb_types, expected), (spark_types, got) = results
    assert expected.num_rows > 0
    assert {column: kind_of(kind) for column, kind in spark_types.items()} == {
        column: kind_of(kind) for column, kind in duckdb_types.items()
    }
    assert cells(got) == cells(expected)


def test_the_differences_are_of_cases_that_there_are() -> None:
    assert set(DIFFERENCES) <= set(CASES)
