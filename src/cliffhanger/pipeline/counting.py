"""The counts behind the season measures, from the clustered store: by the kernel in one pass, or by Ibis on DuckDB."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

from cliffhanger.engines.clustered import Names, count_files, schedule_of, tables_of
from cliffhanger.engines.kernel import Counts, Schedule, count
from cliffhanger.measurements.releases import premieres
from cliffhanger.measurements.run_layout import BEGINNING_S, COUNTED, coded_releases, coded_sessions, named_counts
from cliffhanger.measurements.season_core import account_episodes, account_seasons, in_window
from cliffhanger.measurements.season_counts import completion_days, episode_counts, season_counts
from cliffhanger.store.log_store import LogManifest, LogStore, season_batches
from cliffhanger.terms import cut_of

Progress = Callable[[str], None]
BATCH_ROWS = 8_000_000


def small_tables(store: LogStore, manifest: LogManifest) -> dict[str, pa.Table]:
    """Episodes and accounts of the store."""
    wanted = ("episodes", "accounts")
    return {name: pq.read_table(store.path(manifest.tables[name])) for name in wanted}


def by_kernel(
    store: LogStore, manifest: LogManifest, releases: pa.Table, as_of: dt.date, progress: Progress
) -> dict[str, pa.Table]:
    """Counts of ``measurements.season_counts``, by the streaming kernel."""
    names = Names(manifest.seasons, manifest.territories)
    schedule = schedule_of(releases, names)
    counts = _count(store, manifest, schedule, as_of, progress)
    return tables_of(counts, schedule, names)


def _count(store: LogStore, manifest: LogManifest, schedule: Schedule, as_of: dt.date, progress: Progress) -> Counts:
    """Count one run as it lies; several are merged season by season first, because sessions may repeat between them."""
    if len(manifest.runs) == 1:
        path = store.path(manifest.runs[0])
        progress("counting")
        share = lambda done: progress(f"counting ({done:.0%})")  # noqa: E731
        return count_files({path: None}, schedule, cut=cut_of(as_of), threads=os.cpu_count() or 1, progress=share)
    counts = Counts.empty(schedule)
    total = sum(run.rows for run in manifest.runs)
    done = 0
    for codes in season_batches(manifest, rows=BATCH_ROWS):
        rows = store.merged(manifest, codes)
        count({name: rows[name] for name in COUNTED}, schedule, counts, cut=cut_of(as_of) - BEGINNING_S)
        done += len(rows["account_id"])
        progress(f"counting ({min(done / total, 1):.0%})")
    return counts


def by_duckdb(
    store: LogStore, manifest: LogManifest, releases: pa.Table, as_of: dt.date, progress: Progress
) -> dict[str, pa.Table]:
    """The same counts, by their definition on DuckDB."""
    connection = ibis.duckdb.connect()
    runs = connection.read_parquet([str(store.path(run)) for run in manifest.runs], table_name="runs")
    codes = code_tables(manifest)
    seasons, territories = (connection.create_table(f"code_{name}", codes[name]) for name in ("seasons", "territories"))
    out = connection.create_table("coded", coded_releases(connection.create_table("releases", releases), seasons, territories))
    rows = in_window(coded_sessions(runs, cut=cut_of(as_of)), out, premieres(out), None)
    progress("which sessions fall into a window")
    rows = connection.create_table("inside", rows, temp=True)
    progress("what each account saw of each episode")
    saw = connection.create_table("saw", account_episodes(rows), temp=True)
    progress("what each account is to each season")
    who = connection.create_table("who", account_seasons(saw), temp=True)
    progress("counting")
    counts = {
        "season_counts": season_counts(who),
        "episode_counts": episode_counts(saw, who),
        "completion_days": completion_days(rows, who),
    }
    return {name: named_counts(table, seasons, territories).to_pyarrow() for name, table in counts.items()}


def code_tables(manifest: LogManifest) -> dict[str, pa.Table]:
    """The store's dictionaries as tables, for Ibis."""
    seasons = {
        "code": pa.array(range(len(manifest.seasons)), pa.int32()),
        "title_id": pa.array([title for title, _ in manifest.seasons], pa.string()),
        "season": pa.array([season for _, season in manifest.seasons], pa.int16()),
    }
    words: dict[str, Any] = {"territories": manifest.territories, "plans": manifest.plans}
    named = {
        name: pa.table({"code": pa.array(range(len(w)), pa.int16()), "name": pa.array(w, pa.string())})
        for name, w in words.items()
    }
    return {"seasons": pa.table(seasons)} | named
