"""What a published version is, and the form in which versions lie on disk.

``figures/`` holds one folder per version and ``manifest.json``, which says what counts. A folder that the
manifest does not name is a stray of a writer that died; replacing the manifest is the one moment of a commit.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Final, Literal

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cliffhanger.errors import InputError, InternalError, WorkspaceError

FORMAT: Final = 1
MANIFEST = "manifest.json"
INCOMING = ".incoming-"
ROWS = "rows.parquet"
REFUSED = "refused.parquet"

_SHA256 = "[0-9a-f]{64}"
_FOLDER = re.compile(rf"{_SHA256}(-\d+)?")
_MANIFEST_ASIDE = re.compile(rf"\.{re.escape(MANIFEST)}\.\d+\.tmp")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")

Kind = Literal["weekly", "halfyear"]


@dataclass(frozen=True, slots=True)
class Version:
    """One file as its publisher put it out on one day.

    Attributes
    ----------
    sha256
        Digest of the raw file, 64 hex digits; the version's identity.
    kind
        "weekly" (a weekly list) or "halfyear" (a half-yearly report).
    name
        The file's original name.
    published_on
        The day from which its figures were knowable.
    covers_until
        The last day that its figures cover, never after ``published_on``.
    rows_total, rows_kept, rows_refused
        Counts of rows read, kept and quarantined; kept and refused add up to total.
    parser
        Number of the grammar that read it; a higher one is newer.
    source
        The address it was fetched from, or the file it was copied from.
    retrieved_on
        The day it was taken in.

    Raises
    ------
    InternalError
        When the counts do not add up: a row was lost by whoever counted.
    """

    sha256: str
    kind: Kind
    name: str
    published_on: date
    covers_until: date
    rows_total: int
    rows_kept: int
    rows_refused: int
    parser: int
    source: str
    retrieved_on: date

    def __post_init__(self) -> None:
        if self.rows_kept + self.rows_refused != self.rows_total:
            counts = f"kept {self.rows_kept} + refused {self.rows_refused} is not {self.rows_total}"
            raise InternalError(f"rows were lost: {counts}", place=self.name)


@dataclass(frozen=True, slots=True)
class Payload:
    """A version with what is to be kept of it: the raw file as it came, the rows read, the rows refused."""

    version: Version
    raw: Path
    rows: pa.Table
    refused: pa.Table

    def check(self) -> None:
        """Hold the record against the tables and the calendar.

        Raises
        ------
        InternalError
            When the tables have other numbers of rows than the record says.
        InputError
            When the file would have been published before the last day that it covers.
        """
        version = self.version
        if (self.rows.num_rows, self.refused.num_rows) != (version.rows_kept, version.rows_refused):
            raise InternalError(
                f"the record says {version.rows_kept} rows and {version.rows_refused} refused,"
                f" the tables hold {self.rows.num_rows} and {self.refused.num_rows}",
                place=version.name,
            )
        if version.published_on < version.covers_until:
            raise InputError(
                f"published on {version.published_on}, it cannot hold figures up to {version.covers_until}",
                place=version.name,
                remedy="Give the day on which the publisher put it out",
            )


@dataclass(frozen=True, slots=True)
class AlreadyOnFile:
    """A file offered though it is on file: the record that stands, and the offer (its day may differ)."""

    on_file: Version
    offered: Version


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a commit did.

    Attributes
    ----------
    added
        Versions that are new on file.
    already
        Files that were skipped because they are on file; the first record stands.
    repaired
        Versions whose damaged files were written anew; name, days and source stay as first given.
    """

    added: tuple[Version, ...]
    already: tuple[AlreadyOnFile, ...]
    repaired: tuple[Version, ...]


class Filed(BaseModel):
    """A version on file: its record, its folder under ``figures/``, the digests of what was parsed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Version
    folder: Annotated[str, Field(pattern=rf"^{_FOLDER.pattern}$")]
    raw: Annotated[str, Field(pattern=rf"^raw({_SUFFIX.pattern})?$")]
    rows_sha256: Annotated[str, Field(pattern=rf"^{_SHA256}$")]
    refused_sha256: Annotated[str, Field(pattern=rf"^{_SHA256}$")]

    @property
    def digests(self) -> dict[str, str]:
        """Digest of every file in the folder, by file name."""
        return {self.raw: self.version.sha256, ROWS: self.rows_sha256, REFUSED: self.refused_sha256}


class Manifest(BaseModel):
    """Every version on file, and what was before the last commit (null when there is nothing to undo).

    Both stand in one file, so that a commit and the means to undo it appear in the same instant.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = FORMAT
    versions: tuple[Filed, ...] = ()
    previous: tuple[Filed, ...] | None = None

    def find(self, sha256: str) -> Filed | None:
        """Return the version of that digest, or None when it is not on file."""
        return next((filed for filed in self.versions if filed.version.sha256 == sha256), None)

    def extended(self, added: Iterable[Filed]) -> Manifest:
        """Return the manifest after a commit, by day of publication; this one becomes its ``previous``."""
        versions = sorted((*self.versions, *added), key=_place_in_list)
        return Manifest(versions=tuple(versions), previous=self.versions)

    def rewritten(self, filed: Filed) -> Manifest:
        """Return the manifest with one version's files exchanged, before and after the last commit alike."""

        def exchange(versions: tuple[Filed, ...]) -> tuple[Filed, ...]:
            return tuple(filed if old.version.sha256 == filed.version.sha256 else old for old in versions)

        previous = None if self.previous is None else exchange(self.previous)
        return Manifest(versions=exchange(self.versions), previous=previous)

    def undone(self) -> Manifest | None:
        """Return the manifest before the last commit, or None when there is nothing to undo."""
        return None if self.previous is None else Manifest(versions=self.previous)


def _place_in_list(filed: Filed) -> tuple[date, str, str]:
    return filed.version.published_on, filed.version.kind, filed.version.sha256


def read_manifest(figures: Path) -> Manifest:
    """Read what is on file; an empty manifest when nothing ever was.

    Raises
    ------
    WorkspaceError
        When the manifest is damaged, of a newer format, or missing although versions lie there.
    OSError
        When it cannot be read; the caller names the folder.
    """
    path = figures / MANIFEST
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        # A writer puts an empty manifest down before its first folder, so this was not a writer that died.
        if figures.is_dir() and any(_FOLDER.fullmatch(child.name) for child in figures.iterdir()):
            raise _damaged(path, "is missing although versions lie beside it") from None
        return Manifest()
    try:
        found = json.loads(content)
        number = found.get("format") if isinstance(found, dict) else None
        if isinstance(number, int) and number > FORMAT:
            raise WorkspaceError(
                f"was written by a newer cliffhanger (format {number}, this one knows {FORMAT})",
                place=str(path),
                remedy="Upgrade cliffhanger",
            )
        return Manifest.model_validate_json(content)
    except (ValueError, ValidationError, InternalError) as error:
        raise _damaged(path, "is damaged") from error


def _damaged(manifest: Path, what: str) -> WorkspaceError:
    return WorkspaceError(
        f"the list of versions {what}",
        place=str(manifest),
        remedy="Restore it from a backup, or move the folder figures away and pull again",
    )


def write_manifest(figures: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the old one, in one instant and for good."""
    replace_durably(figures / MANIFEST, (manifest.model_dump_json(indent=2) + "\n").encode())


def sweep(figures: Path, manifest: Manifest) -> None:
    """Delete what writers that died have left; to be called under the lock.

    Only names that a writer of ours gives are touched, and never a folder that the manifest still names, were
    it only for ``undo``.
    """
    named = {filed.folder for filed in (*manifest.versions, *(manifest.previous or ()))}
    for child in figures.iterdir():
        if child.name.startswith(INCOMING) or (_FOLDER.fullmatch(child.name) and child.name not in named):
            shutil.rmtree(child)
        elif _MANIFEST_ASIDE.fullmatch(child.name):
            child.unlink()


def free_folder(figures: Path, sha256: str) -> str:
    """Return the digest as a folder's name, with a number from 2 on where that name is taken."""
    names = (sha256, *(f"{sha256}-{number}" for number in range(2, 1000)))
    return next(name for name in names if not (figures / name).exists())


def stage(payload: Payload, folder: Path) -> Filed:
    """Write the files of one version into a new folder, down to the disk.

    Raises
    ------
    InputError
        When the raw file is no longer readable, or no longer the one whose digest the record carries.
    OSError
        When it cannot be written; the caller names the workspace.
    """
    place, again = str(payload.raw), "Run the command again"
    try:
        raw = payload.raw.read_bytes()
    except OSError as error:
        raise InputError(f"the file cannot be read ({error.strerror})", place=place, remedy=again) from error
    if hashlib.sha256(raw).hexdigest() != payload.version.sha256:
        raise InputError("the file changed while it was being read", place=place, remedy=again)
    suffix = Path(payload.version.name).suffix.lower()
    rows, refused = _parquet(payload.rows), _parquet(payload.refused)
    filed = Filed(
        version=payload.version,
        folder=folder.name,
        raw=f"raw{suffix if _SUFFIX.fullmatch(suffix) else ''}",
        rows_sha256=hashlib.sha256(rows).hexdigest(),
        refused_sha256=hashlib.sha256(refused).hexdigest(),
    )
    folder.mkdir()
    for name, content in ((filed.raw, raw), (ROWS, rows), (REFUSED, refused)):
        _write_durably(folder / name, content)
    sync_folder(folder)
    return filed


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", write_page_checksum=True)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def checked_bytes(figures: Path, filed: Filed, name: str) -> bytes:
    """Read one file of a version and hold it against its digest.

    Raises
    ------
    WorkspaceError
        When it is missing, cannot be read, or is not what was written.
    """
    path = figures / filed.folder / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _spoilt(path, filed, f"cannot be read ({error.strerror})") from error
    if hashlib.sha256(content).hexdigest() != filed.digests[name]:
        raise _spoilt(path, filed, "is damaged: it is not what was written")
    return content


def read_table(figures: Path, filed: Filed, name: str) -> pa.Table:
    """Read the kept (``ROWS``) or the refused (``REFUSED``) rows of a version, every page checked.

    Raises
    ------
    WorkspaceError
        When the file is missing or damaged, or holds another number of rows than the record says.
    """
    content = checked_bytes(figures, filed, name)
    path = figures / filed.folder / name
    try:
        table = pq.read_table(pa.BufferReader(content), page_checksum_verification=True)
    except (pa.ArrowException, OSError) as error:
        raise _spoilt(path, filed, "is damaged: a page does not have its checksum") from error
    expected = filed.version.rows_kept if name == ROWS else filed.version.rows_refused
    if table.num_rows != expected:
        raise _spoilt(path, filed, f"is damaged: {table.num_rows} rows where {expected} were written")
    return table


def is_intact(figures: Path, filed: Filed) -> bool:
    """Say whether all files of a version are there and are what was written."""
    with suppress(WorkspaceError):
        return all(checked_bytes(figures, filed, name) is not None for name in filed.digests)
    return False


def _spoilt(path: Path, filed: Filed, what: str) -> WorkspaceError:
    return WorkspaceError(
        f"the file {what}",
        place=str(path),
        remedy=f'Pull it again ("{filed.version.name}" from {filed.version.source}): that mends it',
    )


def replace_durably(path: Path, content: bytes) -> None:
    """Give a file new content in one instant: whenever we die, it is the old or the new."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _write_durably(aside, content)
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
    sync_folder(path.parent)


def _write_durably(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring a folder's entries down to the disk; without it a crash of the machine may forget a rename."""
    if os.name == "nt":  # Windows opens no folders, and its file system orders renames itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
