"""Writing the viewing log of a simulated service: household by household into spills, day by day out of them.

Households are simulated one after another, over the whole log; the log is kept in order of arrival. So each batch is sorted by
the day of arrival and put aside, and each day is then gathered from all batches. Memory holds a batch for each thread, or a day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from cliffhanger.pipeline.world_tables import VIEWING, viewing_table
from cliffhanger.terms import SECONDS_A_DAY
from cliffhanger.world.catalogue import Catalogue
from cliffhanger.world.life import ROW
from cliffhanger.world.simulation import LogRange

RANGE = 8_192  # accounts that a thread takes at a time
ROW_GROUP = 500_000
WRITING = {"compression": "zstd", "compression_level": 1, "store_schema": False, "write_page_checksum": True}

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Spill:
    """Where the rows of one batch lie: a file, the row at which they begin, and where each day of arrival begins."""

    path: Path
    starts: NDArray[np.int64]

    def day(self, day: int) -> NDArray[np.void]:
        """Rows that arrived on a day, in order of the households."""
        begin, end = int(self.starts[day]), int(self.starts[day + 1])
        return np.fromfile(self.path, dtype=ROW, count=end - begin, offset=begin * ROW.itemsize)


def spill_log(
    catalogue: Catalogue, rules: Any, *, households: NDArray[np.int64], folder: Path, threads: int, progress: Progress
) -> tuple[list[Spill], NDArray[np.int64]]:
    """Simulate the households and put their rows aside.

    Returns
    -------
    spills
        In order of the households.
    accounts
        As ``LogRange.accounts``, for all of them.
    """
    parts = [households[at : at + RANGE] for at in range(0, households.size, RANGE)]

    def simulate(number: int) -> tuple[list[Spill], NDArray[np.int64]]:
        one = LogRange(catalogue.shelf, rules, households=parts[number], days=catalogue.days)
        path = folder / f"{number:06d}.rows"
        return list(_spills(one, path, catalogue.days)), one.accounts

    found: list[Spill] = []
    accounts = []
    with ThreadPoolExecutor(threads) as pool:
        for number, (spills, some) in enumerate(pool.map(simulate, range(len(parts)))):
            found += spills
            accounts.append(some)
            if (number + 1) % max(len(parts) // 10, 1) == 0:
                rows = sum(int(spill.starts[-1] - spill.starts[0]) for spill in found)
                progress(f"simulated {min((number + 1) * RANGE, households.size):,} accounts, {rows:,} sessions")
    return found, np.concatenate(accounts) if accounts else np.zeros((0, 4), dtype=np.int64)


def _spills(one: LogRange, path: Path, days: int) -> Iterator[Spill]:
    begin = 0
    with path.open("wb") as file:
        for rows in one.batches():
            day = (rows["arrived"] // SECONDS_A_DAY).astype(np.int16)
            rows[np.argsort(day, kind="stable")].tofile(file)
            counts = np.bincount(day, minlength=days)
            yield Spill(path, begin + np.concatenate([[0], np.cumsum(counts)]).astype(np.int64))
            begin += rows.size


def gather_log(
    catalogue: Catalogue, spills: list[Spill], *, folder: Path, first_day: int, by: str, threads: int, progress: Progress
) -> int:
    """Write the log in order of arrival, one file a month or a day; returns its rows."""
    files: dict[str, list[int]] = {}
    for day in range(catalogue.days):
        date = dt.date(1970, 1, 1) + dt.timedelta(days=first_day + day)
        files.setdefault(date.isoformat() if by == "day" else date.isoformat()[:7], []).append(day)

    def write(name: str) -> int:
        return _write_file(catalogue, spills, folder / f"{name}.parquet", files[name], first_day)

    total = 0
    with ThreadPoolExecutor(threads) as pool:
        for name, rows in zip(files, pool.map(write, files), strict=True):
            total += rows
            if by == "month":
                progress(f"wrote {name}: {rows:,} sessions")
    return total


def _write_file(catalogue: Catalogue, spills: list[Spill], path: Path, days: list[int], first_day: int) -> int:
    total, held, waiting = 0, 0, []
    with pq.ParquetWriter(path, VIEWING, **WRITING) as writer:
        for day in days:
            rows = np.concatenate([spill.day(day) for spill in spills]) if spills else np.zeros(0, ROW)
            waiting.append(rows[np.argsort(rows["arrived"], kind="stable")])
            held += rows.size
            if held >= ROW_GROUP or (day == days[-1] and held):
                writer.write_table(viewing_table(np.concatenate(waiting), catalogue, first_day), row_group_size=held)
                total, held, waiting = total + held, 0, []
    return total
