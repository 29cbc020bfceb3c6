"""The counts behind the season measures, from the clustered store: by the kernel in one pass, or by Ibis on DuckDB."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from cliffhanger.engines import duck
from cliffhanger.engines.clustered import Names, count_files, schedule_of, tables_of
from cliffhanger.engines.kernel import Counts, Schedule, count
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.run_layout import BEGINNING_S, COUNTED, coded_releases, coded_sessions, named_counts
from cliffhanger.measurements.season_core import account_episodes, account_seasons, in_window
from cliffhanger.measurements.season_counts import completion_days, episode_counts, season_counts
from cliffhanger.pipeline.apart import Progress
from cliffhanger.pipeline.freezing import lay_over_frozen, usable
from cliffhanger.store.log_store import LogManifest, LogStore, Run, season_batches
from cliffhanger.terms import cut_of

BATCH_ROWS = 4_000_000
DUCKDB_ROWS = 8_000_000  # a log sorted by season is counted season by season: less memory, and faster
THREADS = os.cpu_count() or 1


def small_tables(store: LogStore, manifest: LogManifest) -> dict[str, pa.Table]:
    """Episodes and accounts of the store."""
    wanted = ("episodes", "accounts")
    return {name: pq.read_table(store.path(manifest.tables[name])) for name in wanted}


def schedule_of_store(store: LogStore, manifest: LogManifest) -> Schedule:
    """The releases on file, laid out for the kernel."""
    loaded = duck.connect(small_tables(store, manifest))
    found = releases(loaded["episodes"], loaded["accounts"]).to_pyarrow()
    return schedule_of(found, Names(manifest.seasons, manifest.territories))


def by_kernel(
    store: LogStore, manifest: LogManifest, released: pa.Table, as_of: dt.date, progress: Progress
) -> dict[str, pa.Table]:
    """Counts of ``measurements.season_counts``, by the streaming kernel; frozen seasons are not read."""
    names = Names(manifest.seasons, manifest.territories)
    schedule, cut = schedule_of(released, names), cut_of(as_of)
    frozen = usable(manifest, schedule, cut=cut)
    open_seasons = {code for run in manifest.runs for code in run.seasons} - set(frozen)
    progress("counting")
    count_them = _count_run if len(manifest.runs) == 1 else _count_runs
    counts = count_them(store, manifest.runs, open_seasons, schedule, cut, progress)
    lay_over_frozen(store, manifest, schedule, counts, frozen)
    return tables_of(counts, schedule, names)


def _count_run(
    store: LogStore, runs: Sequence[Run], wanted: Collection[int], schedule: Schedule, cut: int, progress: Progress
) -> Counts:
    """Count one run as it lies; seasons beside the wanted ones are counted where they share a row group."""
    (run,) = runs
    groups = [k for k, (first, last) in enumerate(run.groups) if any(first <= code <= last for code in wanted)]
    share = lambda done: progress(f"counting ({done:.0%})")  # noqa: E731
    return count_files({store.path(run): groups}, schedule, cut=cut, threads=THREADS, progress=share)


def _count_runs(
    store: LogStore, runs: Sequence[Run], wanted: Collection[int], schedule: Schedule, cut: int, progress: Progress
) -> Counts:
    """Merge several runs season by season, because sessions may repeat between them, and count."""
    batches = list(season_batches(runs, rows=BATCH_ROWS, only=set(wanted)))
    for run in runs:
        store.path(run)  # held against its checksums here, once, not in each thread

    def one(codes: list[int]) -> Counts:
        counts = Counts.empty(schedule)
        rows = store.merged(runs, codes, names=COUNTED)
        count({name: rows[name] for name in COUNTED}, schedule, counts, cut=cut - BEGINNING_S)
        return counts

    total = Counts.empty(schedule)
    with ThreadPoolExecutor(THREADS) as pool:
        for done, counts in enumerate(pool.map(one, batches)):
            total.add(counts)
            progress(f"counting ({(done + 1) / len(batches):.0%})")
    return total


def by_duckdb(
    store: LogStore, manifest: LogManifest, released: pa.Table, as_of: dt.date, progress: Progress
) -> dict[str, pa.Table]:
    """The same counts, by their definition on DuckDB."""
    connection = ibis.duckdb.connect()
    connection.raw_sql("SET enable_progress_bar = false")  # it would stand in the midst of the answer
    runs = connection.read_parquet([str(store.path(run)) for run in manifest.runs], table_name="runs")
    codes = code_tables(manifest)
    seasons, territories = (connection.create_table(f"code_{name}", codes[name]) for name in ("seasons", "territories"))
    out = connection.create_table("coded", coded_releases(connection.create_table("releases", released), seasons, territories))
    parts: dict[str, list[pa.Table]] = {}
    batches = list(season_batches(manifest.runs, rows=DUCKDB_ROWS))
    for done, batch in enumerate(batches):
        progress(f"counting ({done / len(batches):.0%})")
        some = runs.filter(runs.season_code.between(batch[0], batch[-1]))
        for name, counts in _counted(connection, coded_sessions(some, cut=cut_of(as_of)), out).items():
            parts.setdefault(name, []).append(named_counts(counts, seasons, territories).to_pyarrow())
    return {name: pa.concat_tables(tables) for name, tables in parts.items()}


def _counted(connection: Any, sessions: ir.Table, releases: ir.Table) -> dict[str, ir.Table]:
    """The counts of some seasons; what each account saw is worked out once, because several counts read it."""
    rows = in_window(sessions, releases, premieres(releases), None)
    rows = connection.create_table("inside", rows, temp=True, overwrite=True)
    saw = connection.create_table("saw", account_episodes(rows), temp=True, overwrite=True)
    who = connection.create_table("who", account_seasons(saw), temp=True, overwrite=True)
    return {
        "season_counts": season_counts(who),
        "episode_counts": episode_counts(saw, who),
        "completion_days": completion_days(rows, who),
    }


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
