"""Run files: sorted sessions in Parquet, in row groups that hold whole accounts, with page checksums."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from cliffhanger.measurements.run_layout import RUN, SESSION

ROWS_A_GROUP = 500_000
KINDS = {"int16": pa.int16(), "int32": pa.int32(), "int64": pa.int64()}
SCHEMA = pa.schema([pa.field(name, KINDS[str(kind).strip("!")], nullable=False) for name, kind in RUN.items()])
# Columns that repeat from row to row are runs in a dictionary; the others are packed as they are and left to zstd.
REPEATING = ["season_code", "episode", "home", "territory", "plan", "arrived_lag", "profile_id"]
Columns = dict[str, NDArray[Any]]


@dataclass(slots=True)
class Written:
    """What a writer put into a run file.

    Attributes
    ----------
    rows, duplicates
        Rows written; rows dropped because an equal session had arrived before.
    groups
        First and last season code of each row group.
    seasons, firsts
        Rows by season code; first second, since 2000, at which one of the season's sessions began.
    first_start, last_start
        First and last second, since 2000, at which a session began.
    """

    rows: int = 0
    duplicates: int = 0
    groups: list[tuple[int, int]] = field(default_factory=list)
    seasons: Counter[int] = field(default_factory=Counter)
    firsts: dict[int, int] = field(default_factory=dict)
    first_start: int = 2**31
    last_start: int = 0


class RunWriter:
    """Writes sorted rows to a run file, dropping duplicates; holds no more than two row groups in memory."""

    def __init__(self, path: Path) -> None:
        self.written = Written()
        self._held: list[Columns] = []
        self._held_rows = 0
        self._file = pq.ParquetWriter(
            path,
            SCHEMA,
            compression="zstd",
            compression_level=1,
            use_dictionary=REPEATING,
            write_page_checksum=True,
            write_statistics=["season_code", "account_id"],
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._flush(everything=True)
        self._file.close()

    def add(self, columns: Columns) -> None:
        """Take rows that follow those added before, sorted by ``run_layout.SORT`` and then longest first."""
        if len(columns["account_id"]):
            self._held.append(columns)
            self._held_rows += len(columns["account_id"])
            if self._held_rows >= ROWS_A_GROUP:
                self._flush(everything=False)

    def _flush(self, *, everything: bool) -> None:
        if not self._held:
            return
        rows = {name: np.concatenate([held[name] for held in self._held]) for name in SCHEMA.names}
        end = self._held_rows if everything else _start_of_last_account(rows)
        if end == 0:
            self._held = [rows]
            return
        self._held = [{name: column[end:].copy() for name, column in rows.items()}]
        self._held_rows -= end
        whole = {name: column[:end] for name, column in rows.items()}
        kept = distinct(whole)
        self.written.duplicates += int(end - kept.sum())
        if not kept.all():
            whole = {name: column[kept] for name, column in whole.items()}
        self._note(whole)
        self._file.write_table(pa.table(whole, schema=SCHEMA), row_group_size=len(whole["account_id"]))

    def _note(self, rows: Columns) -> None:
        codes, starts, counts = np.unique(rows["season_code"], return_index=True, return_counts=True)
        self.written.rows += len(rows["account_id"])
        self.written.groups.append((int(codes[0]), int(codes[-1])))
        self.written.seasons.update(dict(zip(codes.tolist(), counts.tolist(), strict=True)))
        for code, first in zip(codes.tolist(), np.minimum.reduceat(rows["started"], starts).tolist(), strict=True):
            self.written.firsts[code] = min(first, self.written.firsts.get(code, first))
        self.written.first_start = min(self.written.first_start, int(rows["started"].min()))
        self.written.last_start = max(self.written.last_start, int(rows["started"].max()))


def distinct(rows: Columns) -> NDArray[np.bool_]:
    """Which of sorted rows are the first of their session."""
    kept = np.ones(len(rows["account_id"]), np.bool_)
    kept[1:] = False
    for name in SESSION:
        kept[1:] |= rows[name][1:] != rows[name][:-1]
    return kept


def read_groups(
    path: Path, groups: Sequence[int], *, codes: Iterable[int] | None = None, names: Sequence[str] | None = None
) -> Iterator[Columns]:
    """Read row groups, of which only the rows of some seasons where ``codes`` is given, and only the columns of ``names``."""
    wanted = None if codes is None else np.fromiter(codes, np.int64)
    file = pq.ParquetFile(path, memory_map=True)
    for group in groups:
        table = file.read_row_group(group, columns=None if names is None else list(names))
        rows = {name: table.column(name).to_numpy() for name in table.column_names}
        if wanted is not None:
            inside = np.isin(rows["season_code"], wanted)
            rows = rows if inside.all() else {name: column[inside] for name, column in rows.items()}
        yield rows


def check_pages(path: Path) -> None:
    """Read a run file whole, so that every page is held against its checksum; raises OSError where one does not agree."""
    file = pq.ParquetFile(path, page_checksum_verification=True)
    for group in range(file.metadata.num_row_groups):
        file.read_row_group(group)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _start_of_last_account(rows: Columns) -> int:
    """Where the last account's rows of the last season begin: they may go on in the next batch."""
    same = (rows["account_id"] == rows["account_id"][-1]) & (rows["season_code"] == rows["season_code"][-1])
    return int(len(same) - np.argmin(same[::-1])) if not same.all() else 0
