"""The counts behind the season measures without taking the log in: DuckDB or a Spark cluster reads it where it lies.

The gate's rules hold here too: a row that breaks one is left out, and how many were is told. Only counts leave the engine.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from cliffhanger.engines import spark
from cliffhanger.errors import InputError, UsageError
from cliffhanger.measurements.checks import FINE
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.run_layout import coded_releases, coded_sessions, named_counts
from cliffhanger.measurements.season_core import account_episodes, account_seasons, in_window
from cliffhanger.measurements.season_counts import completion_days, episode_counts, season_counts
from cliffhanger.measurements.sessions import sessions
from cliffhanger.pipeline.apart import Progress, run_apart
from cliffhanger.pipeline.asking import asked_day
from cliffhanger.pipeline.counting import code_tables
from cliffhanger.pipeline.intake import Log, open_log
from cliffhanger.sources.log_mapping import LogMapping
from cliffhanger.sources.log_places import SPARK
from cliffhanger.store.configuration import SparkSection
from cliffhanger.store.log_store import LogManifest, LogStore
from cliffhanger.terms import SECONDS_A_DAY, cut_of

SCHEDULE = ("title_id", "season", "episode", "territory")
EPOCH = dt.date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class CountedLog:
    """What an engine counted, and what finishing the measures needs beside it.

    Attributes
    ----------
    counts
        ``season_counts``, ``episode_counts`` and ``completion_days`` of ``measurements.season_counts``.
    releases
        As ``measurements.releases.releases`` gives them.
    log_from_s
        Midnight before the first session, seconds since 1970.
    """

    counts: dict[str, pa.Table]
    releases: pa.Table
    as_of: dt.date
    log_from_s: int


@dataclass(frozen=True, slots=True)
class _Hands:
    """How an engine takes a small table, keeps a result that is read more than once, and hands one over."""

    place: Callable[[str, pa.Table], ir.Table]
    keep: Callable[[str, ir.Table], ir.Table]
    collect: Callable[[ir.Table], pa.Table]


def count_in_place(
    source: str,
    mapping: LogMapping,
    *,
    engine: Literal["duckdb", "spark"],
    cluster: SparkSection,
    as_of: dt.date | None,
    progress: Progress,
) -> CountedLog:
    """Count a log where it lies; nothing is written.

    Parameters
    ----------
    source
        For DuckDB a folder or a DuckDB file; for Spark what ``log_places.folder_on_cluster`` reads.
    cluster
        Where Spark runs, unless ``source`` says it.
    as_of
        Default: the last day on which a session began.

    Raises
    ------
    InputError
        A table is missing, has the wrong shape or cannot be read, or no session can be taken.
    EngineError
        The cluster cannot be reached, or could not run it.
    UsageError
        ``as_of`` lies after the log's last day, or DuckDB is asked for what only a cluster reads.
    """
    if engine == "spark":
        return _opened(source, mapping, cluster, as_of, progress)
    if "://" in source and not source.startswith("duckdb://"):
        remedy = "Ask for --engine spark, or name a folder of Parquet or CSV or a DuckDB file"
        raise UsageError("DuckDB does not measure in place there", place=source, remedy=remedy)
    counted: CountedLog = run_apart(_opened, source, mapping, None, as_of, place=source, progress=progress)
    return counted


def count_store_on_spark(
    store: LogStore, manifest: LogManifest, released: pa.Table, as_of: dt.date, cluster: SparkSection, progress: Progress
) -> dict[str, pa.Table]:
    """Count the clustered store by Spark, which has to see the workspace's folder.

    Raises
    ------
    EngineError
        The cluster cannot be reached, or could not run it.
    WorkspaceError
        A file of the store is damaged.
    """
    files = [str(store.path(run)) for run in manifest.runs]
    progress(f"connecting to {cluster.master}")
    with spark.connected(cluster.master, cluster.settings) as connection:
        hands = _hands_of(connection)
        runs = ibis.union(*(connection.read_parquet(file) for file in files)) if files[1:] else connection.read_parquet(files[0])
        codes = {name: hands.place(f"code_{name}", table) for name, table in code_tables(manifest).items()}
        seasons, territories = codes["seasons"], codes["territories"]
        out = hands.place("coded", hands.collect(coded_releases(hands.place("releases", released), seasons, territories)))
        rows = in_window(coded_sessions(runs, cut=cut_of(as_of)), out, premieres(out), None)
        counts = _counts(rows, hands, progress)
        return {name: hands.collect(named_counts(table, seasons, territories)) for name, table in counts.items()}


def _opened(
    source: str, mapping: LogMapping, cluster: SparkSection | None, as_of: dt.date | None, progress: Progress
) -> CountedLog:
    progress(f"opening {source}" if cluster is None or source.startswith(SPARK) else f"opening {source} by {cluster.master}")
    with open_log(source, mapping, cluster=cluster) as log:
        log.require()
        return _count(log, _hands_of(log.connection, log.collect), as_of, progress)


def _count(log: Log, hands: _Hands, as_of: dt.date | None, progress: Progress) -> CountedLog:
    spans = {name: _taken(log, name, progress) for name in ("episodes", "accounts", "viewing")}
    first_s, last_s = spans["viewing"]
    if first_s is None or last_s is None:
        remedy = "`cliffhanger check` says which rules its rows break"
        raise InputError("no session can be taken", place=log.opened.place, remedy=remedy)
    day = asked_day(as_of, EPOCH + dt.timedelta(days=last_s // SECONDS_A_DAY))
    accounts = log.accepted("accounts")
    progress("which episodes came out when, and where")
    schedule = hands.collect(releases(log.accepted("episodes"), accounts).order_by(*SCHEDULE))
    out = hands.place("releases", schedule)
    rows = in_window(sessions(log.accepted("viewing"), as_of=day), out, premieres(out), accounts)
    counts = {name: hands.collect(table) for name, table in _counts(rows, hands, progress).items()}
    return CountedLog(counts, schedule, day, first_s // SECONDS_A_DAY * SECONDS_A_DAY)


def _counts(in_window: ir.Table, hands: _Hands, progress: Progress) -> dict[str, ir.Table]:
    """The three tables of counts; what several of them read is worked out once."""
    progress("what each account saw of each season")
    rows = hands.keep("inside", in_window)
    saw = hands.keep("saw", account_episodes(rows))
    who = hands.keep("who", account_seasons(saw))
    progress("counting")
    return {
        "season_counts": season_counts(who),
        "episode_counts": episode_counts(saw, who),
        "completion_days": completion_days(rows, who),
    }


def _taken(log: Log, name: str, progress: Progress) -> tuple[int | None, int | None]:
    """First and last second of the sessions that break no rule, of other tables null; tells how many rows do break one."""
    progress(f"{name}: which rows can be taken")
    rows = log.judged(name)
    fine = rows.reason == FINE
    counted: dict[str, Any] = {"total": rows.count().cast("int64"), "accepted": rows.count(where=fine).cast("int64")}
    if name == "viewing":
        started_s = rows.started_at.epoch_seconds().cast("int64")
        counted |= {"first_s": started_s.min(where=fine), "last_s": started_s.max(where=fine)}
    (found,) = log.collect(rows.aggregate(**counted)).to_pylist()
    broken = log.opened.broken[name].lines if name in log.opened.broken else 0
    left_out = found["total"] + broken - found["accepted"]
    progress(f"{name}: {found['total'] + broken:,} rows, {left_out:,} of them left out because they break a rule")
    return found.get("first_s"), found.get("last_s")


def _hands_of(connection: Any, collect: Callable[[ir.Table], pa.Table] = spark.collect) -> _Hands:
    if connection.name == "pyspark":
        return _Hands(lambda name, rows: spark.place(connection, name, rows), lambda _, rows: rows.cache(), collect)
    return _Hands(connection.create_table, lambda name, rows: connection.create_table(name, rows, temp=True), collect)
