"""Runs the kernel over the row groups of a clustered store and hands its counts over as tables."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from cliffhanger.engines.kernel import NEVER, Counts, Schedule, count
from cliffhanger.measurements.run_layout import BEGINNING_S, COUNTED
from cliffhanger.terms import WINDOWS_DAYS


@dataclass(frozen=True, slots=True)
class Names:
    """What the store's codes stand for: seasons as (title_id, season), territories by name; the place is the code."""

    seasons: Sequence[tuple[str, int]]
    territories: Sequence[str]


def schedule_of(releases: pa.Table, names: Names) -> Schedule:
    """Lay releases out by code.

    Parameters
    ----------
    releases
        As ``measurements.releases.releases`` gives them. Seasons and territories without a code are left out: the store
        holds none of their sessions.
    """
    homes = len(names.territories)
    code_of = {season: code for code, season in enumerate(names.seasons)}
    home_of = {name: code for code, name in enumerate(names.territories)}
    columns = {name: releases.column(name).to_pylist() for name in releases.column_names}
    title_seasons = zip(columns["title_id"], columns["season"], strict=True)
    codes = np.array([code_of.get(key, -1) for key in title_seasons], np.int64)
    places = np.array([home_of.get(name, -1) for name in columns["territory"]], np.int64)
    kept = (codes >= 0) & (places >= 0)
    cell = (codes * homes + places)[kept]
    episode, runtime, released = (np.array(columns[name], np.int64)[kept] for name in ("episode", "runtime_s", "released_s"))
    cells = len(names.seasons) * homes
    premiere, length, total = np.full(cells, NEVER, np.int64), np.zeros(cells, np.int64), np.zeros(cells, np.int64)
    np.minimum.at(premiere, cell, released - BEGINNING_S)
    np.maximum.at(length, cell, episode + 1)
    np.add.at(total, cell, runtime)
    offset = np.concatenate([[0], np.cumsum(length)])
    slots = np.zeros(offset[-1], np.int64)
    slots[offset[cell] + episode] = runtime
    return Schedule(homes, premiere, total, offset, slots)


def count_files(
    files: Mapping[Path, Sequence[int] | None],
    schedule: Schedule,
    *,
    cut: int,
    threads: int,
    progress: Callable[[float], None] = lambda _: None,
) -> Counts:
    """Count the row groups of run files that hold no season in common.

    Parameters
    ----------
    files
        Path to the row groups wanted, null for all of them. Row groups hold whole accounts, so each is counted by itself.
    cut
        First second since 1970 that is not known any more.
    progress
        Told the share done, 0 to 1, as row groups end.
    """
    parts = [(path, group) for path, groups in files.items() for group in _groups(path, groups)]
    mine = threading.local()
    everyone: list[Counts] = []
    done = 0

    def one(part: tuple[Path, int]) -> None:
        nonlocal done
        if not hasattr(mine, "counts"):
            mine.counts, mine.files = Counts.empty(schedule), {}
            everyone.append(mine.counts)
        path, group = part
        if path not in mine.files:
            mine.files[path] = pq.ParquetFile(path, memory_map=True)
        table = mine.files[path].read_row_group(group, columns=list(COUNTED), use_threads=False)
        count(as_columns(table), schedule, mine.counts, cut=cut - BEGINNING_S)
        done += 1
        progress(done / len(parts))

    with ThreadPoolExecutor(threads) as pool:
        for _ in pool.map(one, parts):
            pass
    total = Counts.empty(schedule)
    for counts in everyone:
        total.add(counts)
    return total


def as_columns(table: pa.Table | pa.RecordBatch) -> dict[str, NDArray[Any]]:
    """Columns as numpy arrays, without a copy where they lie in one piece."""
    return {name: table.column(name).to_numpy() for name in table.column_names}


def _groups(path: Path, groups: Sequence[int] | None) -> Iterator[int]:
    yield from range(pq.ParquetFile(path).metadata.num_row_groups) if groups is None else groups


def tables_of(counts: Counts, schedule: Schedule, names: Names) -> dict[str, pa.Table]:
    """The counts as ``season_counts``, ``episode_counts`` and ``completion_days`` of ``measurements.season_counts``."""
    homes = schedule.territories
    windows = np.array(WINDOWS_DAYS, np.int16)

    cell, window = np.nonzero(counts.viewers)
    values = {name: getattr(counts, name)[cell, window] for name in ("seconds", "viewers", "starters", "watchers", "completers")}
    seasons = pa.table(_cell(cell, homes, names) | {"window_days": windows[window]} | values)

    slot, window = np.nonzero(counts.reached + counts.furthest)
    owner = np.searchsorted(schedule.offset, slot, side="right") - 1
    values = {"episode": (slot - schedule.offset[owner]).astype(np.int16)}
    values |= {name: getattr(counts, name)[slot, window] for name in ("reached", "furthest")}
    episodes = pa.table(_cell(owner, homes, names) | {"window_days": windows[window]} | values)

    cell, days = np.nonzero(counts.days)
    completion = pa.table(_cell(cell, homes, names) | {"days": days.astype(np.int16), "completers": counts.days[cell, days]})
    return {"season_counts": seasons, "episode_counts": episodes, "completion_days": completion}


def _cell(cell: NDArray[np.int64], homes: int, names: Names) -> dict[str, Any]:
    titles = pa.array([title for title, _ in names.seasons], pa.string())
    numbers = np.array([season for _, season in names.seasons], np.int16)
    return {
        "title_id": titles.take(pa.array(cell // homes)),
        "season": numbers[cell // homes],
        "territory": pa.array(names.territories, pa.string()).take(pa.array(cell % homes)),
    }
