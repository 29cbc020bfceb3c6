"""Taking public figures into a workspace, from their publisher or from files."""

from __future__ import annotations

import datetime as dt
import shutil
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from cliffhanger.errors import InputError
from cliffhanger.pipeline.parsing import LOCK_TIMEOUT_S, payload, read_file
from cliffhanger.sources.fetch import fetch
from cliffhanger.sources.netflix.lists import looks_like_list
from cliffhanger.sources.netflix.reading import ParsedFile
from cliffhanger.sources.netflix.reports import looks_like_report
from cliffhanger.store.configuration import MARKER, NetflixAddresses
from cliffhanger.store.signals import SignalsGone, keep_signals, undo_signals
from cliffhanger.store.versions import Version
from cliffhanger.store.workspace import Workspace

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class PulledFile:
    """One file of a pull: rows in the file, season rows kept, and the rest by reason; kept + refused = total."""

    name: str
    kind: str
    published_on: dt.date
    covers_until: dt.date
    total: int
    kept: int
    refused: dict[str, int]
    on_file_before: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull did."""

    workspace: str
    files: tuple[PulledFile, ...]


def pull_files(
    folder: Path,
    workspace_path: Path,
    *,
    published: Mapping[str, dt.date],
    header_row: int | None,
    now: dt.datetime,
    progress: Progress,
) -> Pulled:
    """Read every list and report of a folder (or one file) into a workspace, all or none.

    Raises
    ------
    InputError
        No such folder, nothing in it, or a file that is not what it should be; the workspace is as it was.
    WorkspaceError
        The workspace cannot be made or written.
    """
    paths = _offered(folder)
    there = (workspace_path / MARKER).exists()
    config = Workspace.open(workspace_path).config.sources.netflix if there else NetflixAddresses()
    days = _publication_days(_addresses(config)) | dict(published)
    parsed = [_read(path, days, header_row, progress) for path in paths]
    return _commit(Workspace.create(workspace_path), parsed, {path: path.name for path in paths}, now=now)


def pull_publisher(
    workspace_path: Path,
    *,
    published: Mapping[str, dt.date],
    header_row: int | None,
    now: dt.datetime,
    progress: Progress,
) -> Pulled:
    """Fetch the list and every report whose address is known, and take them into a workspace, all or none.

    Raises
    ------
    FetchError
        The publisher could not be reached or answered with something else.
    InputError, WorkspaceError
        As ``pull_files``.
    """
    workspace = Workspace.create(workspace_path)
    addresses = _addresses(workspace.config.sources.netflix)
    days = _publication_days(addresses) | dict(published)
    downloads = workspace.path / "cache" / "downloads"
    parsed, sources = [], {}
    for url in _urls(addresses):
        progress(f"fetching {url}")
        found = fetch(url, target_dir=downloads, cache_dir=workspace.cache, now=now, contact=workspace.config.fetch.contact)
        parsed.append(_read(found.path, days, header_row, progress))
        sources[found.path] = url
    pulled = _commit(workspace, parsed, sources, now=now)
    shutil.rmtree(downloads, ignore_errors=True)  # the workspace keeps its own copy
    return pulled


def undo_pull(workspace_path: Path) -> tuple[Version | SignalsGone, ...]:
    """Take the last pull back, of figures or of signals; returns the versions or the signals that went.

    Raises
    ------
    WorkspaceError
        There is nothing to take back.
    """
    workspace = Workspace.open(workspace_path)
    signals = undo_signals(workspace)
    return (signals,) if signals else workspace.undo(lock_timeout_s=LOCK_TIMEOUT_S)


def _offered(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise InputError("there is no such file or folder", place=str(folder), remedy="Check --from")
    paths = sorted(p for p in folder.iterdir() if p.is_file() and (looks_like_list(p) or looks_like_report(p)))
    if not paths:
        raise InputError(
            "no weekly list (.tsv, or all-weeks….xlsx) and no half-yearly report (.xlsx) in it",
            place=str(folder),
            remedy="Download them from their publisher, or leave --from out to fetch them",
        )
    return paths


def _read(path: Path, days: Mapping[str, dt.date], header_row: int | None, progress: Progress) -> ParsedFile:
    progress(f"reading {path.name}")
    parsed = read_file(path, published=days, header_row=header_row)
    for note in parsed.notes:
        progress(note)
    return parsed


def _addresses(config: NetflixAddresses) -> NetflixAddresses:
    """The package's addresses, with the workspace's own in front."""
    text = (resources.files("cliffhanger.sources.netflix") / "publisher.toml").read_text(encoding="utf-8")
    ours = NetflixAddresses.model_validate(tomllib.loads(text))
    return NetflixAddresses(weekly_url=config.weekly_url or ours.weekly_url, reports=ours.reports | config.reports)


def _publication_days(addresses: NetflixAddresses) -> dict[str, dt.date]:
    return {period: report.published_on for period, report in addresses.reports.items()}


def _urls(addresses: NetflixAddresses) -> list[str]:
    reports = [str(addresses.reports[period].url) for period in sorted(addresses.reports)]
    return [str(addresses.weekly_url), *reports]


def _commit(workspace: Workspace, parsed: Sequence[ParsedFile], sources: Mapping[Path, str], *, now: dt.datetime) -> Pulled:
    payloads = [payload(file, source=sources[file.path], retrieved_on=now.date()) for file in parsed]
    receipt = workspace.commit(payloads, lock_timeout_s=LOCK_TIMEOUT_S)
    if receipt.added:
        keep_signals(workspace)
    before = {skipped.on_file.sha256: skipped.on_file for skipped in receipt.already}
    return Pulled(str(workspace.path), tuple(_told(file, before.get(file.sha256)) for file in parsed))


def _told(file: ParsedFile, on_file: Version | None) -> PulledFile:
    return PulledFile(
        name=file.path.name,
        kind=file.kind,
        published_on=on_file.published_on if on_file else file.published_on,  # the first day given stands
        covers_until=file.covers_until,
        total=file.total,
        kept=file.rows.num_rows,
        refused=file.refused_by_reason(),
        on_file_before=on_file is not None,
        notes=file.notes,
    )
