"""From published files to versions in a workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from cliffhanger.errors import InputError
from cliffhanger.measurements import tables
from cliffhanger.sources.netflix.lists import looks_like_list, read_list
from cliffhanger.sources.netflix.reading import ParsedFile
from cliffhanger.sources.netflix.reports import HEADER_ROW, looks_like_report, read_report
from cliffhanger.sources.netflix.titles import GRAMMAR_VERSION
from cliffhanger.store.versions import Payload, Version
from cliffhanger.store.workspace import Workspace
from cliffhanger.terms import half_year, half_year_name, list_published_on

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


def with_refused_places(rows: pa.Table, refused: pa.Table) -> pa.Table:
    """Weekly rows, and one row without a series for every place in the list that a refused title took."""
    places = refused.filter(pc.is_valid(refused.column("week"))).select(["version", "version_day", "week", "category", "rank"])
    fillers = {"series": "", "series_key": "", "label": "refused"}
    schema = tables.WEEKLY.to_pyarrow()
    columns = []
    for field in schema:
        if field.name in places.column_names:
            columns.append(places.column(field.name).cast(field.type))
        elif field.name == "published_on":
            days = [list_published_on(week) for week in places.column("week").to_pylist()]
            columns.append(pa.array(days, type=field.type))
        else:
            filler = fillers.get(field.name, None if field.nullable else 0)
            columns.append(pa.array([filler] * places.num_rows, type=field.type))
    return pa.concat_tables([rows.cast(schema), pa.table(columns, schema=schema)])


def version_rows(workspace: Workspace, version: Version) -> pa.Table:
    """Rows of a version by its declared schema; read anew from its raw file where an older grammar read it."""
    rows, refused = _parsed(workspace, version)
    return with_refused_places(rows, refused) if version.kind == "weekly" else rows.cast(tables.HALFYEAR.to_pyarrow())


def _parsed(workspace: Workspace, version: Version) -> tuple[pa.Table, pa.Table]:
    if version.parser >= GRAMMAR_VERSION:
        return workspace.rows(version), workspace.refused(version)
    raw = workspace.raw_path(version)
    start = half_year(version.covers_until.year, first=version.covers_until.month <= 6)[0]
    period = {half_year_name(start): version.published_on}
    parsed = read_list(raw) if version.kind == "weekly" else read_report(raw, published=period)
    renewed = payload(parsed, source=version.source, retrieved_on=version.retrieved_on)
    workspace.replace_rows(renewed.version, parsed.rows, parsed.refused, lock_timeout_s=LOCK_TIMEOUT_S)
    return parsed.rows, parsed.refused
