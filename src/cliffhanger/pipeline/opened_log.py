"""The workspace's log as tables of one DuckDB connection, as it was known on a day: what questions about the log are asked of."""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import ibis
import ibis.expr.types as ir

from cliffhanger.errors import NotFoundError, WorkspaceError
from cliffhanger.measurements import releases as releasing
from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.run_layout import BEGINNING_S, coded_sessions
from cliffhanger.pipeline.apart import Progress
from cliffhanger.pipeline.asking import asked_day, smallest_group
from cliffhanger.pipeline.counting import DUCKDB_ROWS, code_tables, small_tables
from cliffhanger.pipeline.ingest import DEFAULT_MEMORY, last_day, store_of
from cliffhanger.store.log_store import LogManifest, LogStore, season_batches
from cliffhanger.store.workspace import Workspace
from cliffhanger.terms import SECONDS_A_DAY, cut_of

NAMED = 12  # digits of a checksum


@dataclass(frozen=True)
class Asked:
    """A workspace's log, the day it is asked about and the smallest group that is shown."""

    store: LogStore
    manifest: LogManifest
    day: dt.date
    k: int

    @cached_property
    def fingerprint(self) -> str:
        """The first digits of the checksum of the log's manifest, worked out once for all that is asked of it."""
        return hashlib.sha256(repr(self.manifest).encode()).hexdigest()[:NAMED]


@dataclass(frozen=True, slots=True)
class OpenedLog:
    """The log as tables of one connection, known on a day; what several steps read has been worked out once."""

    connection: Any
    sessions: ir.Table
    accounts: ir.Table
    spans: ir.Table
    releases: ir.Table
    premieres: ir.Table
    as_of: dt.date
    log_from_s: int
    k: int
    titles: tuple[str, ...]
    progress: Progress

    def keep(self, name: str, table: ir.Table, told: str) -> ir.Table:
        """Work a table out and keep it while the question is open."""
        self.progress(told)
        return self.connection.create_table(name, table)

    def wanted(self, table: ir.Table) -> ir.Table:
        """Only the titles asked for, all where none are named."""
        return table.filter(table.title_id.isin(self.titles)) if self.titles else table


def asked_of(workspace: Workspace, *, as_of: dt.date | None, k: int | None) -> Asked:
    """Settle what a question about a workspace's log is asked of.

    Raises
    ------
    WorkspaceError
        The workspace holds no log.
    UsageError
        ``as_of`` lies after the log's last day, or ``k`` is below 1.
    """
    store = store_of(workspace)
    manifest = store.manifest()
    last = last_day(manifest)
    if last is None:
        remedy = f"`cliffhanger ingest DIR --workspace {workspace.path}` takes one in"
        raise WorkspaceError("it holds no viewing log", place=str(workspace.path), remedy=remedy)
    return Asked(store, manifest, asked_day(as_of, last), smallest_group(k))


def check_titles(manifest: LogManifest, titles: Iterable[str]) -> None:
    """Refuse a title that the log does not have.

    Raises
    ------
    NotFoundError
        Carries the nearest names.
    """
    known = sorted({title for title, _ in manifest.seasons})
    for title in titles:
        if title not in known:
            near = difflib.get_close_matches(title, known, n=3)
            raise NotFoundError(f'the log has no title "{title}"', suggestions=near, remedy="title_id is asked for")


@contextmanager
def opened_log(
    asked: Asked, titles: Iterable[str] = (), *, progress: Progress, memory: str = DEFAULT_MEMORY
) -> Iterator[OpenedLog]:
    """Open the log; what it works out lies in a temporary folder, which goes when it is closed.

    Parameters
    ----------
    memory
        DuckDB's limit; what does not fit goes to the temporary folder.
    """
    with tempfile.TemporaryDirectory(prefix="cliffhanger-") as folder:
        connection = ibis.duckdb.connect(f"{folder}/measured.duckdb", memory_limit=memory, temp_directory=f"{folder}/spill")
        connection.raw_sql("SET enable_progress_bar = false")  # it would stand in the midst of the answer
        try:
            yield _opened(connection, asked, tuple(sorted(titles)), progress)
        finally:
            connection.disconnect()


def _opened(connection: Any, asked: Asked, titles: tuple[str, ...], progress: Progress) -> OpenedLog:
    """The tables of the store, with names for codes and each session once."""
    small = {n: connection.create_table(n, t) for n, t in small_tables(asked.store, asked.manifest).items()}
    out = connection.create_table("released", releasing.releases(small["episodes"], small["accounts"]))
    spans = connection.create_table("spans", account_spans(small["accounts"], as_of=asked.day))
    begins = min(run.first_start for run in asked.manifest.runs)
    return OpenedLog(
        connection=connection,
        sessions=_sessions(connection, asked, progress),
        accounts=small["accounts"],
        spans=spans,
        releases=out,
        premieres=connection.create_table("premieres", releasing.premieres(out)),
        as_of=asked.day,
        log_from_s=(BEGINNING_S + begins) // SECONDS_A_DAY * SECONDS_A_DAY,  # midnight before the first session
        k=asked.k,
        titles=titles,
        progress=progress,
    )


def _sessions(connection: Any, asked: Asked, progress: Progress) -> ir.Table:
    """Sessions by name; season by season, because the runs are sorted so and repeats lie within a season."""
    paths = [str(asked.store.path(run)) for run in asked.manifest.runs]
    runs = connection.read_parquet(paths, table_name="runs")
    seasons = connection.create_table("code_seasons", code_tables(asked.manifest)["seasons"])
    batches = list(season_batches(asked.manifest.runs, rows=DUCKDB_ROWS))
    for done, batch in enumerate(batches):
        progress(f"reading sessions ({done / len(batches):.0%})")
        some = runs.filter(runs.season_code.between(batch[0], batch[-1]))
        coded = coded_sessions(some, cut=cut_of(asked.day)).drop("season", "territory").rename(season_code="title_id")
        named = coded.inner_join(seasons.rename(season_code="code"), "season_code").drop("season_code")
        if done == 0:
            connection.create_table("sessions", named)
        else:
            connection.insert("sessions", named)
    return connection.table("sessions")
