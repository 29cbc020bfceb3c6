"""From published files to versions in a workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from cliffhanger.errors import InputError
from cliffhanger.sources.netflix.lists import looks_like_list, read_list
from cliffhanger.sources.netflix.reading import ParsedFile
from cliffhanger.sources.netflix.reports import HEADER_ROW, looks_like_report, read_report
from cliffhanger.sources.netflix.titles import GRAMMAR_VERSION
from cliffhanger.store.versions import Payload, Version
from cliffhanger.store.workspace import Workspace

LOCK_TIMEOUT_S = 30.0  # a pull of every file takes about five seconds


def read_file(path: Path, *, published: Mapping[str, dt.date], header_row: int | None) -> ParsedFile:
    """Read one file as what it is: a weekly list or a half-yearly report.

    Raises
    ------
    InputError
        It is neither, or not what it should be.
    """
    if looks_like_list(path):
        return read_list(path)
    if looks_like_report(path):
        return read_report(path, published=published, header_row=header_row or HEADER_ROW)
    raise InputError(
        "neither a weekly list (.tsv, or all-weeks….xlsx) nor a half-yearly report (.xlsx)",
        place=str(path),
        remedy="Name the files as their publisher does",
    )


def payload(parsed: ParsedFile, *, source: str, retrieved_on: dt.date) -> Payload:
    """What a workspace keeps of a file."""
    version = Version(
        sha256=parsed.sha256,
        kind="weekly" if parsed.kind == "weekly" else "halfyear",
        name=parsed.path.name,
        published_on=parsed.published_on,
        covers_until=parsed.covers_until,
        rows_total=parsed.total,
        rows_kept=parsed.rows.num_rows,
        rows_refused=parsed.refused.num_rows,
        parser=GRAMMAR_VERSION,
        source=source,
        retrieved_on=retrieved_on,
    )
    return Payload(version, parsed.path, parsed.rows, parsed.refused)


def read_again(workspace: Workspace, version: Version, *, lock_timeout_s: float) -> pa.Table:
    """Rows of a version; read anew from its raw file where an older grammar read it."""
    if version.parser >= GRAMMAR_VERSION:
        return workspace.rows(version)
    raw = workspace.raw_path(version)
    period = {f"{version.covers_until.year}H{1 if version.covers_until.month == 6 else 2}": version.published_on}
    parsed = read_list(raw) if version.kind == "weekly" else read_report(raw, published=period)
    renewed = payload(parsed, source=version.source, retrieved_on=version.retrieved_on)
    workspace.replace_rows(renewed.version, parsed.rows, parsed.refused, lock_timeout_s=lock_timeout_s)
    return parsed.rows
