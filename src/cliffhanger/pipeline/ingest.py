"""Taking a viewing log into the workspace's clustered store: check, set aside what is bad, sort, write, name."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from cliffhanger.errors import InternalError
from cliffhanger.measurements.run_layout import BEGINNING, BEGINNING_S, SORT, rows_of
from cliffhanger.pipeline.apart import Progress, run_apart
from cliffhanger.pipeline.counting import schedule_of_store
from cliffhanger.pipeline.freezing import thaw
from cliffhanger.pipeline.intake import Log, open_log, workspace_mapping
from cliffhanger.pipeline.tidying import restated, tidy
from cliffhanger.sources.log_files import table_files
from cliffhanger.sources.log_mapping import LogMapping
from cliffhanger.sources.log_warehouse import told_by_the_engine
from cliffhanger.store.log_runs import RunWriter, Written, sha256_of
from cliffhanger.store.log_store import LogManifest, LogStore, StoredFile, extended, run_of, stored_file
from cliffhanger.store.workspace import Workspace
from cliffhanger.terms import cut_of

BATCH = 500_000
LOG = "log"
DEFAULT_MEMORY = "2GB"


@dataclass(frozen=True, slots=True)
class TableTaken:
    """What became of one table: ``total`` = ``accepted`` + ``quarantined``.

    Attributes
    ----------
    reasons
        Quarantined rows by the first rule that they break.
    duplicates
        Accepted sessions dropped because an equal one had arrived before; zero for other tables.
    """

    table: str
    total: int
    accepted: int
    quarantined: int
    duplicates: int
    reasons: dict[str, int]


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


@dataclass(frozen=True, slots=True)
class _Staged:
    files: tuple[str, ...]
    manifest: LogManifest
    tables: tuple[TableTaken, ...]


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
    """
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
        staged: _Staged = run_apart(_stage, *work, place=source, progress=progress)
        after = staged.manifest
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


def _stage(
    source: str,
    mapping: LogMapping,
    incoming: Path,
    stored: Mapping[str, Sequence[Path]],
    before: LogManifest,
    memory: str,
    progress: Progress,
) -> _Staged:
    """Everything up to the commit: files written aside, and the manifest that would name them."""
    scratch = incoming / "scratch"
    scratch.mkdir()
    sequence = before.sequence + 1
    with open_log(source, mapping, stored=stored, memory_limit=memory, temp_directory=scratch) as log, told_by_the_engine(source):
        log.require()
        tables, quarantined = dict(before.tables), list(before.quarantined)
        taken = []
        for name in (name for name in log.brought if name != "viewing"):
            progress(f"{name}: checking and writing")
            taken.append(_small_table(log, name, incoming, sequence, tables, quarantined))
        runs = list(before.runs)
        named = _named(log, before)
        if "viewing" in log.brought:
            progress("viewing: looking for rows to set aside")
            reasons = _set_aside(log, "viewing", incoming, sequence, quarantined)
            total = int(log.opened.tables["viewing"].count().to_pyarrow().as_py()) + _broken(log, "viewing")
            written = _write_run(log, named, incoming / f"runs-{sequence}.parquet", progress, total)
            quarantine = sum(reasons.values()) + _broken(log, "viewing")
            accepted = written.rows + written.duplicates
            if accepted + quarantine != total:
                raise InternalError(f"of {total} sessions {accepted} were taken and {quarantine} set aside", place=source)
            taken.append(TableTaken("viewing", total, accepted, quarantine, written.duplicates, reasons))
            if written.rows:
                runs.append(run_of(_placed(incoming, "runs", sequence, written.rows), written))
                named = thaw(named, runs[-1])
    manifest = named.model_copy(
        update={"sequence": sequence, "runs": tuple(runs), "tables": tables, "quarantined": tuple(quarantined)}
    )
    known = {file.file for file in before.files}
    fresh = [file.file for file in manifest.files if file.file not in known]
    return _Staged(tuple(fresh), manifest, tuple(taken))


def _small_table(
    log: Log, name: str, incoming: Path, sequence: int, tables: dict[str, StoredFile], quarantined: list[StoredFile]
) -> TableTaken:
    counted = log.count(name)
    reasons = _set_aside(log, name, incoming, sequence, quarantined)
    rows = log.accepted(name).to_pyarrow()
    pq.write_table(rows, incoming / f"{name}-{sequence}.parquet", write_page_checksum=True)
    tables[name] = _placed(incoming, name, sequence, rows.num_rows)
    return TableTaken(name, counted.total, counted.accepted, counted.quarantined, 0, reasons)


def _set_aside(log: Log, name: str, incoming: Path, sequence: int, quarantined: list[StoredFile]) -> dict[str, int]:
    """Write the rows that break a rule, with the reason; how many there are by reason."""
    rows = log.quarantined(name).to_pyarrow()
    if not rows.num_rows:
        return {}
    pq.write_table(rows, incoming / f"quarantine_{name}-{sequence}.parquet", write_page_checksum=True)
    quarantined.append(_placed(incoming, f"quarantine_{name}", sequence, rows.num_rows))
    return {item["values"]: item["counts"] for item in rows.column("reason").value_counts().to_pylist()}


def _broken(log: Log, name: str) -> int:
    return log.opened.broken[name].lines if name in log.opened.broken else 0


def _placed(incoming: Path, name: str, sequence: int, rows: int) -> StoredFile:
    """Move a finished file to its place under the folder written aside; folders are named for the kind."""
    place = f"{name}/{sequence:06}.parquet"
    (incoming / name).mkdir()
    (incoming / f"{name}-{sequence}.parquet").rename(incoming / place)
    return stored_file(incoming, place, rows)


def _named(log: Log, before: LogManifest) -> LogManifest:
    """The manifest with codes for every season, territory and plan of the log."""
    episodes = log.accepted("episodes").select("title_id", "season").distinct().to_pyarrow().to_pylist()
    found = {(row["title_id"], row["season"]) for row in episodes}
    seasons = (*before.seasons, *sorted(found - set(before.seasons)))
    words = {"territory": _distinct(log.accepted("accounts").territory), "plan": []}
    if "viewing" in log.brought:
        viewing = log.accepted("viewing")
        words["territory"] += _distinct(viewing.territory)
        words["plan"] += _distinct(viewing.plan)
    territories = extended(before.territories, words["territory"])
    return before.model_copy(
        update={"seasons": seasons, "territories": territories, "plans": extended(before.plans, words["plan"])}
    )


def _distinct(column: ir.StringColumn) -> list[str | None]:
    return column.as_table().distinct().to_pyarrow().column(0).to_pylist()


def _write_run(log: Log, named: LogManifest, path: Path, progress: Progress, total: int) -> Written:
    """Sort the accepted sessions and write them; DuckDB sorts, with its limit of memory, in the scratch folder."""
    seasons = pa.table(
        {
            "code": pa.array(range(len(named.seasons)), pa.int32()),
            "title_id": pa.array([title for title, _ in named.seasons], pa.string()),
            "season": pa.array([season for _, season in named.seasons], pa.int16()),
        }
    )
    words = {"territories": named.territories, "plans": named.plans}
    codes = {
        name: log.connection.create_table(
            name, pa.table({"code": pa.array(range(len(w)), pa.int16()), "name": pa.array(w, pa.string())})
        )
        for name, w in words.items()
    }
    coded = log.connection.create_table("season_codes", seasons)
    rows = rows_of(log.accepted("viewing"), log.accepted("accounts"), coded, codes["territories"], codes["plans"])
    progress(f"viewing: sorting {total:,} sessions")
    done = 0
    with RunWriter(path) as writer:
        for batch in rows.order_by([*SORT, ibis.desc("seconds")]).to_pyarrow_batches(chunk_size=BATCH):
            writer.add({name: batch.column(name).to_numpy(zero_copy_only=False) for name in batch.schema.names})
            done += batch.num_rows
            progress(f"viewing: writing {done:,} of {total:,} sessions ({done / max(total, 1):.0%})")
    return writer.written
