"""The clustered store of the viewing log: run files, the small tables, and a manifest that names what counts.

What the manifest does not name is not there. Files are written aside and brought down to the disk, renamed into place, and
then the manifest is replaced: dying at any moment leaves the state before or after, and the next writer sweeps the rest.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from cliffhanger.errors import WorkspaceError
from cliffhanger.measurements.run_layout import SORT
from cliffhanger.store.log_runs import SCHEMA, Columns, Written, check_pages, read_groups, sha256_of
from cliffhanger.store.versions import replace_durably, sync_folder

FORMAT = 2
MANIFEST = "manifest.json"
INCOMING = ".incoming-"
DAMAGED = "Take the log in again from its origin into a new workspace, or bring the file back from a copy"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class StoredFile(_Record):
    """A file of the store: its name in the folder, digest, size and rows."""

    file: str
    sha256: str
    bytes: int
    rows: int


class Run(StoredFile):
    """A run file, and what of it a reader may leave out.

    Attributes
    ----------
    groups
        First and last season code of each row group.
    seasons, firsts
        Rows by season code; first second, since 2000, at which one of the season's sessions began.
    first_start, last_start
        First and last second, since 2000, at which one of its sessions began.
    """

    groups: tuple[tuple[int, int], ...]
    seasons: dict[int, int]
    firsts: dict[int, int]
    first_start: int
    last_start: int


class FrozenSeason(_Record):
    """A season whose counts are kept.

    Attributes
    ----------
    until
        Second, since 2000, at which its last window ended: a row that began before thaws it.
    known
        Second, since 2000, at which the last of its counted rows arrived: the counts hold from then on.
    schedule
        Digest of its releases: the counts hold for these.
    """

    until: int
    known: int
    schedule: str


class Frozen(StoredFile):
    """The file of kept counts, and the seasons in it by code."""

    seasons: dict[int, FrozenSeason]


class LogManifest(_Record):
    """All that counts: runs in the order of their coming, the small tables, and what the codes stand for."""

    format: int = FORMAT
    sequence: int = 0
    runs: tuple[Run, ...] = ()
    tables: dict[str, StoredFile] = {}
    quarantined: tuple[StoredFile, ...] = ()
    frozen: Frozen | None = None
    written_by_itself: int = 0  # merged and frozen files so far: their names are never used twice
    seasons: tuple[tuple[str, int], ...] = ()
    territories: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    taken: dict[str, int] = {}  # digest of the incoming files to the sequence number that took them

    @property
    def files(self) -> tuple[StoredFile, ...]:
        """Every file that counts."""
        return (*self.runs, *self.tables.values(), *self.quarantined, *((self.frozen,) if self.frozen else ()))


class LogStore:
    """The store in one folder; it need not exist before the first commit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def manifest(self) -> LogManifest:
        """What is there; empty before the first commit.

        Raises
        ------
        WorkspaceError
            The manifest is damaged or of a newer format.
        """
        path = self.folder / MANIFEST
        try:
            return LogManifest.model_validate(json.loads(path.read_bytes()))
        except FileNotFoundError:
            return LogManifest()
        except (ValueError, ValidationError, OSError) as error:
            raise WorkspaceError(
                "the log's manifest is damaged or of another version", place=str(path), remedy=DAMAGED
            ) from error

    def path(self, stored: StoredFile) -> Path:
        """Where a file lies, after it was held against its digest and page checksums, once per version of the file.

        Raises
        ------
        WorkspaceError
            It is missing or damaged.
        """
        path = self.folder / stored.file
        try:
            state = path.stat()
            seen = [stored.sha256, state.st_size, state.st_mtime_ns, state.st_ino]
            if self._verified().get(stored.file) == seen:
                return path
            same = state.st_size == stored.bytes and sha256_of(path) == stored.sha256
            if same:
                check_pages(path)
        except OSError as error:
            raise WorkspaceError(f"a file of the log is missing or damaged: {error}", place=str(path), remedy=DAMAGED) from error
        if not same:
            raise WorkspaceError("a file of the log is not what was written", place=str(path), remedy=DAMAGED)
        with suppress(OSError):  # a folder that cannot be written is checked again each time
            replace_durably(self.folder / "verified.json", json.dumps(self._verified() | {stored.file: seen}).encode())
        return path

    def _verified(self) -> dict[str, list[object]]:
        try:
            found = json.loads((self.folder / "verified.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def merged(self, runs: Sequence[Run], codes: Sequence[int], *, names: Sequence[str] = SCHEMA.names) -> Columns:
        """All rows of some seasons from some runs, sorted, each session once: the one that arrived first.

        ``names`` holds the columns wanted; those of ``run_layout.SORT`` and seconds come in any case.
        """
        from cliffhanger.store.log_merge import merge  # compiles; whoever only writes need not wait for it

        wanted, columns = set(codes), [name for name in SCHEMA.names if name in {*SORT, "seconds", *names}]
        low, high = min(wanted), max(wanted)
        parts: list[Columns] = []
        for run in runs:
            if wanted.isdisjoint(run.seasons):
                continue
            groups = [place for place, (first, last) in enumerate(run.groups) if first <= high and last >= low]
            read = list(read_groups(self.path(run), groups, codes=wanted, names=columns))
            parts.append({name: np.concatenate([rows[name] for rows in read]) for name in columns})
        return merge(parts)

    @contextmanager
    def writing(self, *, lock_timeout_s: float = 0.0) -> Iterator[Path]:
        """Hold the only pen; yields an empty folder to write aside in, swept of what an earlier writer left.

        Raises
        ------
        WorkspaceError
            Another process is writing, or the folder cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / ".lock")
            with lock.acquire(timeout=lock_timeout_s):
                self._sweep()
                incoming = Path(tempfile.mkdtemp(prefix=INCOMING, dir=self.folder))
                try:
                    yield incoming
                finally:
                    shutil.rmtree(incoming, ignore_errors=True)
        except Timeout as error:
            remedy = "Run the command again when that one has ended"
            raise WorkspaceError("another cliffhanger is writing this log", place=str(self.folder), remedy=remedy) from error
        except OSError as error:
            full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
            remedy = "Free some space on that disk" if full else "See to the rights and the state of that folder"
            problem = f"the log cannot be written ({error.strerror or error}); what was on file is still there"
            raise WorkspaceError(problem, place=str(self.folder), remedy=remedy) from error

    def commit(self, incoming: Path, files: Iterable[str], manifest: LogManifest) -> None:
        """Bring files written aside into place, then let the manifest name them."""
        for name in files:
            (self.folder / name).parent.mkdir(exist_ok=True)
            with (incoming / name).open("rb") as file:
                os.fsync(file.fileno())
            (incoming / name).rename(self.folder / name)
            sync_folder((self.folder / name).parent)
        replace_durably(self.folder / MANIFEST, manifest.model_dump_json().encode())

    def _sweep(self) -> None:
        """Remove what no manifest names: a writer died before it could say that its files count."""
        manifest = self.manifest()
        named = {stored.file for stored in manifest.files}
        for path in self.folder.glob("*/*.parquet"):
            if f"{path.parent.name}/{path.name}" not in named:
                path.unlink()
        for path in self.folder.glob(f"{INCOMING}*"):
            shutil.rmtree(path, ignore_errors=True)


def stored_file(incoming: Path, name: str, rows: int) -> StoredFile:
    """The record of a file written aside."""
    path = incoming / name
    return StoredFile(file=name, sha256=sha256_of(path), bytes=path.stat().st_size, rows=rows)


def run_of(file: StoredFile, written: Written) -> Run:
    """The record of a run."""
    starts = {"first_start": written.first_start, "last_start": written.last_start}
    seasons = {"seasons": dict(written.seasons), "firsts": written.firsts}
    return Run(**file.model_dump(), groups=tuple(written.groups), **seasons, **starts)


def season_batches(runs: Sequence[Run], *, rows: int, only: Container[int] | None = None) -> Iterator[list[int]]:
    """Season codes in order, in batches of about so many rows; only some of them where ``only`` is given."""
    sizes: dict[int, int] = {}
    for run in runs:
        for code, count in run.seasons.items():
            if only is None or code in only:
                sizes[code] = sizes.get(code, 0) + count
    batch, held = list[int](), 0
    for code in sorted(sizes):
        if batch and held + sizes[code] > rows:
            yield batch
            batch, held = [], 0
        batch.append(code)
        held += sizes[code]
    if batch:
        yield batch


def extended(known: Sequence[str], found: Iterable[str | None]) -> tuple[str, ...]:
    """A dictionary with the new words behind the old: codes never change their meaning."""
    return (*known, *sorted({word for word in found if word is not None} - set(known)))
