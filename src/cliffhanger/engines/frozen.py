"""Counts of seasons that are over, kept as a table: what the kernel counted once need not be counted again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import fields

import numpy as np
import pyarrow as pa

from cliffhanger.engines.kernel import NEVER, Counts, Schedule

SCHEMA = pa.schema(
    [
        pa.field("what", pa.int8(), nullable=False),  # place of the field in ``kernel.Counts``
        pa.field("season_code", pa.int32(), nullable=False),
        pa.field("home", pa.int16(), nullable=False),
        pa.field("episode", pa.int16(), nullable=False),  # -1 where the count is of the season
        pa.field("column", pa.int16(), nullable=False),  # of windows or days
        pa.field("value", pa.int64(), nullable=False),
    ]
)
BY_EPISODE = ("reached", "furthest")


def frozen_table(counts: Counts, schedule: Schedule, codes: Collection[int]) -> pa.Table:
    """The counts of some seasons that are not zero."""
    parts = []
    cell_wanted = np.zeros(len(schedule.premiere), np.bool_)
    for code in codes:
        cell_wanted[code * schedule.territories : (code + 1) * schedule.territories] = True
    owner = np.repeat(np.arange(len(schedule.premiere)), np.diff(schedule.offset))
    for what, field in enumerate(fields(Counts)):
        values = getattr(counts, field.name)
        row, column = np.nonzero(values)
        cell = owner[row] if field.name in BY_EPISODE else row
        episode = row - schedule.offset[cell] if field.name in BY_EPISODE else np.full(len(row), -1)
        kept = cell_wanted[cell]
        row, column, cell, episode = row[kept], column[kept], cell[kept], episode[kept]
        columns = (np.full(len(row), what), cell // schedule.territories, cell % schedule.territories, episode, column)
        arrays = [*columns, values[row, column]]
        parts.append(pa.table([pa.array(a, f.type, safe=True) for a, f in zip(arrays, SCHEMA, strict=True)], schema=SCHEMA))
    return pa.concat_tables(parts)


def lay_over(counts: Counts, schedule: Schedule, frozen: pa.Table, codes: Collection[int]) -> None:
    """Put the frozen counts of some seasons in the place of what was counted of them."""
    homes = schedule.territories
    for code in codes:
        first, last = code * homes, (code + 1) * homes
        for field in fields(Counts):
            values = getattr(counts, field.name)
            low, high = (schedule.offset[first], schedule.offset[last]) if field.name in BY_EPISODE else (first, last)
            values[low:high] = 0
    columns = {name: frozen.column(name).to_numpy() for name in SCHEMA.names}
    wanted = np.isin(columns["season_code"], np.fromiter(codes, np.int64, len(codes)))
    for what, field in enumerate(fields(Counts)):
        mine = wanted & (columns["what"] == what)
        rows = columns["season_code"][mine].astype(np.int64) * homes + columns["home"][mine]
        if field.name in BY_EPISODE:
            rows = schedule.offset[rows] + columns["episode"][mine]
        getattr(counts, field.name)[rows, columns["column"][mine]] = columns["value"][mine]


def schedule_digest(schedule: Schedule, code: int) -> str:
    """Digest of when a season came out where, and how long its episodes are: counts hold for one schedule only."""
    total = hashlib.sha256()
    for cell in _released(schedule, code):
        slots = schedule.runtime[schedule.offset[cell] : schedule.offset[cell + 1]]
        total.update(f"{cell - code * schedule.territories} {schedule.premiere[cell]} {slots.tolist()}\n".encode())
    return total.hexdigest()


def last_premiere(schedule: Schedule, code: int) -> int | None:
    """Second since 2000 at which a season came out where it came last; null where it came out nowhere."""
    return max((int(schedule.premiere[cell]) for cell in _released(schedule, code)), default=None)


def _released(schedule: Schedule, code: int) -> Iterable[int]:
    cells = range(code * schedule.territories, (code + 1) * schedule.territories)
    return (cell for cell in cells if schedule.premiere[cell] != NEVER)
