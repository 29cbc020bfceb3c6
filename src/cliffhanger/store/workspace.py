"""The workspace on disk: a folder with ``cliffhanger.toml`` and every published version pulled into it.

A commit is all or nothing. Everything is written aside and brought down to the disk, then renamed into place,
and then the manifest is replaced: dying at any moment leaves the old state or the new one. One writer at a
time holds a lock of the operating system, which goes when its process goes; readers need none.
"""

from __future__ import annotations

import errno
import os
import platform
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
from filelock import FileLock, Timeout

from cliffhanger.errors import InternalError, WorkspaceError
from cliffhanger.store import versions as disk
from cliffhanger.store.configuration import DEFAULT_TOML, MARKER, Configuration, read_configuration
from cliffhanger.store.versions import AlreadyOnFile, Filed, Manifest, Payload, Receipt, Version


@contextmanager
def _as_workspace_error(folder: Path, doing: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what = f"the workspace cannot be {doing} ({error.strerror or error}); what was on file is still there"
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        first = "Free some space on that disk" if full else "See to the rights and the state of that folder"
        remedy = f"{first}, or name another folder with --workspace"
        raise WorkspaceError(what, place=str(folder), remedy=remedy) from error


@dataclass(frozen=True, slots=True)
class Workspace:
    """An opened workspace: its folder and its checked configuration."""

    path: Path
    config: Configuration

    @classmethod
    def open(cls, path: Path) -> Workspace:
        """Open a folder that is a workspace; nothing is written.

        Raises
        ------
        WorkspaceError
            When there is no such folder, it is no workspace, or it cannot be read.
        InputError
            When its ``cliffhanger.toml`` is not what it should be.
        """
        makes_one = (
            f"`cliffhanger pull netflix --workspace {path}` makes one, and so does `cliffhanger read ARTICLES --workspace {path}`"
        )
        with _as_workspace_error(path, "read"):
            if not path.is_dir():
                raise WorkspaceError("there is no such folder", place=str(path), remedy=makes_one)
            if not (path / MARKER).is_file():
                raise WorkspaceError(f"no workspace: it has no {MARKER}", place=str(path), remedy=makes_one)
            return cls(path, read_configuration(path / MARKER))

    @classmethod
    def create(cls, path: Path) -> Workspace:
        """Make a folder a workspace, or open it if it is one; its ``cliffhanger.toml`` is left as it is.

        Raises
        ------
        WorkspaceError
            When the folder cannot be made or written.
        InputError
            When a ``cliffhanger.toml`` that is there is not what it should be.
        """
        with _as_workspace_error(path, "made"):
            path.mkdir(parents=True, exist_ok=True)
            if not (path / MARKER).exists():
                disk.replace_durably(path / MARKER, DEFAULT_TOML.encode())
        return cls.open(path)

    @property
    def figures(self) -> Path:
        """Folder of the versions."""
        return self.path / "figures"

    @property
    def cache(self) -> Path:
        """Folder where fetched answers are kept; deleting it costs a download, nothing else."""
        return self.path / "cache"

    def versions(self) -> tuple[Version, ...]:
        """Return what is on file, by day of publication; empty when nothing was ever committed.

        Raises
        ------
        WorkspaceError
            When the manifest is damaged, of a newer format, or cannot be read.
        """
        return _records(self._manifest().versions)

    def rows(self, version: Version) -> pa.Table:
        """Read the rows kept of a version, checked against digest, page checksums and count.

        Raises
        ------
        WorkspaceError
            When the version is not on file, or its file is damaged; the remedy is to pull it again.
        """
        return disk.read_table(self.figures, self._filed(version, self._manifest()), disk.ROWS)

    def refused(self, version: Version) -> pa.Table:
        """Read the rows quarantined of a version; raises as ``rows`` does."""
        return disk.read_table(self.figures, self._filed(version, self._manifest()), disk.REFUSED)

    def raw_path(self, version: Version) -> Path:
        """Return the path of a version's raw file, held against its digest first; raises as ``rows`` does."""
        filed = self._filed(version, self._manifest())
        disk.checked_bytes(self.figures, filed, filed.raw)
        return self.figures / filed.folder / filed.raw

    def commit(self, payloads: Sequence[Payload], *, lock_timeout_s: float) -> Receipt:
        """Take versions on file: all of them, or none when anything goes wrong.

        A file that is on file is skipped, and its first day of publication stands. If its files there are
        damaged they are written anew. When nothing is added, ``undo`` still means the commit before.
        ``lock_timeout_s`` is how long to wait for another writer, seconds; 0 does not wait.

        Raises
        ------
        WorkspaceError
            When another writer holds the workspace too long, or it cannot be written.
        InputError
            When a raw file changed meanwhile, or a day of publication cannot be.
        InternalError
            When a record and its tables disagree.
        """
        for payload in payloads:
            payload.check()
        added: dict[str, Filed] = {}
        repaired: dict[str, Filed] = {}
        already: list[AlreadyOnFile] = []
        with self._writing(lock_timeout_s) as (manifest, incoming):
            for payload in payloads:
                sha256 = payload.version.sha256
                written = added.get(sha256) or repaired.get(sha256)
                old = written or manifest.find(sha256)
                if old is None:
                    added[sha256] = self._stage(payload, incoming)
                elif written or disk.is_intact(self.figures, old):
                    already.append(AlreadyOnFile(old.version, payload.version))
                else:
                    repaired[sha256] = self._stage(_with_first_facts(payload, old.version), incoming)
            after = manifest
            for filed in repaired.values():
                after = after.rewritten(filed)
            after = after.extended(added.values()) if added else after
            self._put(incoming, [*added.values(), *repaired.values()], after)
        return Receipt(_records(added.values()), tuple(already), _records(repaired.values()))

    def replace_rows(self, version: Version, rows: pa.Table, refused: pa.Table, *, lock_timeout_s: float) -> Version:
        """Exchange what was parsed from a version on file, in one instant; for a newer parser.

        ``version`` is the record as the newer parser would have it; name, days of publication and retrieval
        and source stay as first given. Returns the record that stands now. ``undo`` does not bring the older
        rows back: they are a cache. ``lock_timeout_s`` is in seconds.

        Raises
        ------
        WorkspaceError
            When the version is not on file, its raw file is damaged, or the workspace cannot be written.
        """
        with self._writing(lock_timeout_s) as (manifest, incoming):
            old = self._filed(version, manifest)
            raw = self.figures / old.folder / old.raw
            disk.checked_bytes(self.figures, old, old.raw)
            payload = _with_first_facts(Payload(version, raw, rows, refused), old.version)
            payload.check()
            filed = self._stage(payload, incoming)
            self._put(incoming, [filed], manifest.rewritten(filed))
        return filed.version

    def undo(self, *, lock_timeout_s: float) -> tuple[Version, ...]:
        """Go back to what was on file before the last commit that added something; return what went.

        Raises
        ------
        WorkspaceError
            When there is no commit to take back: none was made, or it was taken back already.
        """
        with self._writing(lock_timeout_s) as (manifest, _):
            before = manifest.undone()
            if before is None:
                raise WorkspaceError(
                    "there is nothing to undo: only the last pull can be taken back, and only once",
                    place=str(self.path),
                    remedy="Pull again what you need",
                )
            disk.write_manifest(self.figures, before)
        return _records(filed for filed in manifest.versions if before.find(filed.version.sha256) is None)

    def _manifest(self) -> Manifest:
        with _as_workspace_error(self.path, "read"):
            return disk.read_manifest(self.figures)

    def _filed(self, version: Version, manifest: Manifest) -> Filed:
        filed = manifest.find(version.sha256)
        if filed is None:
            problem = f'"{version.name}" of {version.published_on} is not on file'
            raise WorkspaceError(problem, place=str(self.path), remedy="It may have been undone: pull it again")
        return filed

    def _stage(self, payload: Payload, incoming: Path) -> Filed:
        return disk.stage(payload, incoming / disk.free_folder(self.figures, payload.version.sha256))

    def _put(self, incoming: Path, staged: Sequence[Filed], manifest: Manifest) -> None:
        if not staged:
            return
        for filed in staged:
            (incoming / filed.folder).rename(self.figures / filed.folder)
        # Down to the disk before the manifest names them: it must never name what a crash could still forget.
        disk.sync_folder(self.figures)
        disk.write_manifest(self.figures, manifest)

    @contextmanager
    def _writing(self, lock_timeout_s: float) -> Iterator[tuple[Manifest, Path]]:
        """Hold the lock and sweep strays; yield the manifest and a folder to write aside in."""
        with _as_workspace_error(self.path, "written"):
            self.figures.mkdir(exist_ok=True)
            with self._locked(lock_timeout_s):
                manifest = disk.read_manifest(self.figures)
                if not (self.figures / disk.MANIFEST).exists():
                    # Before the first folder, so that folders without a manifest always mean a loss.
                    disk.write_manifest(self.figures, manifest)
                disk.sweep(self.figures, manifest)
                incoming = Path(tempfile.mkdtemp(prefix=f"{disk.INCOMING}{os.getpid()}-", dir=self.figures))
                try:
                    yield manifest, incoming
                except BaseException:
                    with suppress(OSError, WorkspaceError):
                        disk.sweep(self.figures, disk.read_manifest(self.figures))
                    raise
                incoming.rmdir()

    @contextmanager
    def _locked(self, timeout_s: float) -> Iterator[None]:
        holder, who = self.figures / ".lock-holder", "a process"
        lock = FileLock(self.figures / ".lock")
        try:
            lock.acquire(timeout=max(timeout_s, 0.0))
        except Timeout as error:
            with suppress(OSError, ValueError):
                who = holder.read_text(encoding="utf-8") or who
            problem = f"another cliffhanger ({who}) is writing this workspace; waited {timeout_s:g} s for it"
            remedy = "Run the command again when that one has ended"
            raise WorkspaceError(problem, place=str(self.path), remedy=remedy) from error
        try:
            # Only for the message to whoever waits; the lock itself is the operating system's.
            with suppress(OSError):
                holder.write_text(f"process {os.getpid()} on {platform.node()}", encoding="utf-8")
            yield
        finally:
            lock.release()


def _with_first_facts(payload: Payload, first: Version) -> Payload:
    """Keep what was said of the file when it first came; only what parsing yields may change."""
    if payload.version.kind != first.kind:
        raise InternalError(f"a {first.kind} file cannot become {payload.version.kind}", place=first.name)
    facts = {key: getattr(first, key) for key in ("name", "published_on", "source", "retrieved_on")}
    return replace(payload, version=replace(payload.version, **facts))


def _records(filed: Iterable[Filed]) -> tuple[Version, ...]:
    return tuple(one.version for one in filed)
