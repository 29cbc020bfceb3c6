"""Compaction: runs of a size are merged when there are seven, so that a log of many days is read from few files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cliffhanger.store.log_runs import RunWriter
from cliffhanger.store.log_store import LogManifest, LogStore, Run, run_of, season_batches, stored_file

TOGETHER = 7  # days make a week, weeks nearly two months, and so on
SMALLEST = 10_000  # rows up to which sizes are not told apart
BATCH_ROWS = 4_000_000


def compact(store: LogStore, manifest: LogManifest, incoming: Path) -> LogManifest:
    """Merge the runs of one size, the smallest of which there are seven; the merged run is written aside.

    Each row is rewritten once for every sevenfold growth of the log, so a day costs the same on average however long the
    history is, up to the logarithm. Sessions repeated between the runs lose all but their first row.

    Returns
    -------
    LogManifest
        With one run for the seven; the same manifest where no size has so many.
    """
    chosen = _chosen(manifest.runs)
    if not chosen:
        return manifest
    written = manifest.written_by_itself + 1
    name = f"merged/{written:06}.parquet"
    (incoming / "merged").mkdir(exist_ok=True)
    with RunWriter(incoming / name) as writer:
        for codes in season_batches(chosen, rows=BATCH_ROWS):
            writer.add(store.merged(chosen, codes))
    merged = run_of(stored_file(incoming, name, writer.written.rows), writer.written)
    left = tuple(run for run in manifest.runs if run not in chosen)
    return manifest.model_copy(update={"runs": (*left, merged), "written_by_itself": written})


def _chosen(runs: Sequence[Run]) -> list[Run]:
    sizes = [_size(run.rows) for run in runs]
    full = [size for size in sorted(set(sizes)) if sizes.count(size) >= TOGETHER]
    return [run for run, size in zip(runs, sizes, strict=True) if full and size == full[0]]


def _size(rows: int) -> int:
    size = 0
    while rows > SMALLEST:
        rows //= TOGETHER
        size += 1
    return size
