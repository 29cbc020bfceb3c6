"""Freezing: a season past its last window and past late rows keeps its counts, and is not read again.

A frozen season answers for every day by which all its rows had arrived; for earlier days its rows are read. A row that
arrives for its windows after all thaws it, and so does a changed schedule.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from cliffhanger.assumptions import value
from cliffhanger.engines.clustered import count_files
from cliffhanger.engines.frozen import frozen_table, last_premiere, lay_over, schedule_digest
from cliffhanger.engines.kernel import Counts, Schedule, count
from cliffhanger.measurements.run_layout import BEGINNING_S, COUNTED
from cliffhanger.store.log_runs import Columns, read_groups
from cliffhanger.store.log_store import Frozen, FrozenSeason, LogManifest, LogStore, Run, season_batches, stored_file
from cliffhanger.terms import SECONDS_A_DAY, WINDOWS_DAYS

LONGEST_S = max(WINDOWS_DAYS) * SECONDS_A_DAY
BATCH_ROWS = 4_000_000
FOREVER = 2**40
THREADS = os.cpu_count() or 1


def usable(manifest: LogManifest, schedule: Schedule, *, cut: int) -> dict[int, FrozenSeason]:
    """Frozen seasons by code that hold for this schedule and for what was known before a second since 1970."""
    kept = manifest.frozen.seasons if manifest.frozen else {}
    return {
        code: season
        for code, season in kept.items()
        if season.known < cut - BEGINNING_S and season.schedule == schedule_digest(schedule, code)
    }


def lay_over_frozen(
    store: LogStore, manifest: LogManifest, schedule: Schedule, counts: Counts, codes: Mapping[int, object]
) -> None:
    """Put the kept counts of frozen seasons into the counts."""
    if manifest.frozen and codes:
        lay_over(counts, schedule, pq.read_table(store.path(manifest.frozen)), codes)


def thaw(manifest: LogManifest, run: Run) -> LogManifest:
    """A manifest without the frozen seasons for whose windows a run brings rows."""
    if not manifest.frozen:
        return manifest
    kept = {code: season for code, season in manifest.frozen.seasons.items() if run.firsts.get(code, FOREVER) >= season.until}
    return manifest.model_copy(update={"frozen": manifest.frozen.model_copy(update={"seasons": kept})})


def freeze(store: LogStore, manifest: LogManifest, schedule: Schedule, incoming: Path, *, cut: int) -> LogManifest:
    """Count every season that is over by a second since 1970 and not frozen yet; the file is written aside.

    Returns
    -------
    LogManifest
        With all frozen seasons in one new file; the same manifest where nothing is to be frozen.
    """
    kept = usable(manifest, schedule, cut=FOREVER)
    due = _due(manifest.runs, schedule, cut - BEGINNING_S, without=kept)
    if not due:
        return manifest
    counts, known = (_count_run if len(manifest.runs) == 1 else _count_runs)(store, manifest.runs, schedule, due)
    lay_over_frozen(store, manifest, schedule, counts, kept)
    fresh = {
        code: FrozenSeason(until=due[code], known=last, schedule=schedule_digest(schedule, code)) for code, last in known.items()
    }
    seasons = {**kept, **fresh}
    written = manifest.written_by_itself + 1
    name = f"frozen/{written:06}.parquet"
    (incoming / "frozen").mkdir(exist_ok=True)
    table = frozen_table(counts, schedule, seasons)
    pq.write_table(table, incoming / name, compression="zstd", write_page_checksum=True)
    file = stored_file(incoming, name, table.num_rows)
    return manifest.model_copy(update={"frozen": Frozen(**file.model_dump(), seasons=seasons), "written_by_itself": written})


Due = Mapping[int, int]


def _count_run(store: LogStore, runs: Sequence[Run], schedule: Schedule, due: Due) -> tuple[Counts, dict[int, int]]:
    """Counts of one run as it lies, and when the last counted row of each due season arrived."""
    (run,) = runs
    path = store.path(run)
    groups = [k for k, (first, last) in enumerate(run.groups) if any(first <= code <= last for code in due)]
    counts = count_files({path: groups}, schedule, cut=FOREVER, threads=THREADS)
    known = dict.fromkeys(due, 0)
    for rows in read_groups(path, groups, names=("season_code", "started", "arrived_lag")):
        _note_arrivals(known, rows, due)
    return counts, known


def _count_runs(store: LogStore, runs: Sequence[Run], schedule: Schedule, due: Due) -> tuple[Counts, dict[int, int]]:
    """The same of several runs, merged season by season because sessions may repeat between them."""
    counts, known = Counts.empty(schedule), dict.fromkeys(due, 0)
    for codes in season_batches(runs, rows=BATCH_ROWS, only=due):
        rows = store.merged(runs, codes, names=COUNTED)
        count({name: rows[name] for name in COUNTED}, schedule, counts, cut=FOREVER)
        _note_arrivals(known, rows, due)
    return counts, known


def _note_arrivals(known: dict[int, int], rows: Columns, due: Due) -> None:
    codes, starts = np.unique(rows["season_code"], return_index=True)
    arrived = rows["started"].astype(np.int64) + rows["arrived_lag"]
    for code, first, end in zip(codes.tolist(), starts, [*starts[1:], len(arrived)], strict=True):
        if code in due:
            mine = arrived[first:end][rows["started"][first:end] < due[code]]
            known[code] = max(known[code], int(mine.max(initial=0)))


def _due(runs: Iterable[Run], schedule: Schedule, now: int, *, without: Mapping[int, object]) -> dict[int, int]:
    """Seasons that are over, with the second at which their last window ended."""
    late = int(value("lateness_limit")) * SECONDS_A_DAY
    found = {}
    for code in sorted({code for run in runs for code in run.seasons} - set(without)):
        premiere = last_premiere(schedule, code)
        if premiere is not None and premiere + LONGEST_S + late <= now:
            found[code] = premiere + LONGEST_S
    return found
