"""Taking a viewing log into the workspace's clustered store: check, set aside what is bad, sort, write, name."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cliffhanger.errors import UsageError
from cliffhanger.measurements.run_layout import BEGINNING, BEGINNING_S
from cliffhanger.pipeline.apart import Progress, run_apart
from cliffhanger.pipeline.counting import schedule_of_store
from cliffhanger.pipeline.freezing import thaw
from cliffhanger.pipeline.intake import workspace_mapping
from cliffhanger.pipeline.staging import Staged, TableTaken, stage
from cliffhanger.pipeline.tidying import restated, tidy
from cliffhanger.sources.log import check_there
from cliffhanger.sources.log_files import table_files
from cliffhanger.sources.log_mapping import LogMapping
from cliffhanger.sources.log_places import CATALOGUE, SPARK
from cliffhanger.store.log_runs import sha256_of
from cliffhanger.store.log_store import LogManifest, LogStore
from cliffhanger.store.workspace import Workspace
from cliffhanger.terms import cut_of

LOG = "log"
DEFAULT_MEMORY = "2GB"


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an ingest took in.

    Attributes
    ----------
    on_file_before
        These very files had been taken already, and nothing was done.
    restated
        Seasons (title_id, number) with late rows for windows that had elapsed before: their values change from now on.
    sessions
        On file; sessions repeated between ingests count twice until their runs are merged.
    """

    sequence: int
    on_file_before: bool
    tables: tuple[TableTaken, ...]
    restated: tuple[tuple[str, int], ...]
    sessions: int
    last_day: dt.date | None


def store_of(workspace: Workspace) -> LogStore:
    """The clustered store of a workspace."""
    return LogStore(workspace.path / LOG)


def ingest(source: str, *, workspace: Path, memory: str = DEFAULT_MEMORY, progress: Progress) -> Ingested:
    """Take a log, whole or one more day, into a workspace; all of it or nothing.

    Everything that reads the user's files runs in a process of its own: a file that crashes its reader ends that one only.

    Raises
    ------
    InputError
        A table is missing, has the wrong shape, or cannot be read.
    WorkspaceError
        The workspace cannot be written, or another process is writing it.
    UsageError
        The log lies on a Spark cluster: DuckDB sorts here, and cannot read it.
    """
    if source == CATALOGUE or source.startswith(SPARK):
        remedy = (
            "Measure it where it lies: `cliffhanger measure --engine spark --log ...`; or take in the Parquet files themselves"
        )
        raise UsageError("a log on a Spark cluster cannot be taken in", place=source, remedy=remedy)
    check_there(source)
    opened = Workspace.create(workspace)
    store = store_of(opened)
    mapping = workspace_mapping(opened.config)
    with store.writing() as incoming:
        before = store.manifest()
        digest = _digest(source, mapping)
        if digest and digest in before.taken:
            return Ingested(before.taken[digest], True, (), (), _sessions(before), last_day(before))
        stored = {name: [store.path(file)] for name, file in before.tables.items()}
        work = (source, mapping, incoming, stored, before, memory)
        staged: Staged = run_apart(stage, *work, place=source, progress=progress)
        after = staged.manifest
        if len(after.runs) > len(before.runs):
            after = thaw(after, after.runs[-1])
        if digest:
            after = after.model_copy(update={"taken": before.taken | {digest: after.sequence}})
        progress("bringing it into place")
        store.commit(incoming, staged.files, after)
        return _told(before, after, staged.tables, store=store, incoming=incoming, progress=progress)


def last_day(manifest: LogManifest) -> dt.date | None:
    """Last day on which a session began; null for an empty log."""
    last = max((run.last_start for run in manifest.runs), default=None)
    return None if last is None else (BEGINNING + dt.timedelta(seconds=last)).date()


def _sessions(manifest: LogManifest) -> int:
    return sum(run.rows for run in manifest.runs)


def _told(
    before: LogManifest, after: LogManifest, tables: Sequence[TableTaken], *, store: LogStore, incoming: Path, progress: Progress
) -> Ingested:
    """Tidy the store and say what was taken."""
    day = last_day(after)
    again: tuple[tuple[str, int], ...] = ()
    if day is not None:
        earlier = last_day(before)
        schedule = schedule_of_store(store, after)
        if earlier is not None and len(after.runs) > len(before.runs):
            again = restated(after.runs[-1], after, schedule, before_cut=cut_of(earlier) - BEGINNING_S)
        after = tidy(store, after, schedule, incoming, cut=cut_of(day), progress=progress)
    return Ingested(after.sequence, False, tuple(tables), again, _sessions(after), day)


def _digest(source: str, mapping: LogMapping) -> str:
    """Digest of all files of a folder, so that a second taking is recognised; empty where the source is no folder."""
    folder = Path(source)
    if not folder.is_dir():
        return ""
    total = hashlib.sha256()
    for name in ("viewing", "episodes", "accounts", "titles", "costs"):
        table = mapping.tables.get(name)
        found = table_files(folder, name, table.source if table else None)
        for path in sorted(found.paths) if found else ():
            total.update(f"{name} {sha256_of(path)}\n".encode())
    return total.hexdigest()
