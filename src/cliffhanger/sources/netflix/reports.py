"""The half-yearly engagement reports: one sheet without runtime (2023 H1), two sheets with (since)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from cliffhanger.errors import InputError
from cliffhanger.sources.netflix.collisions import told_apart
from cliffhanger.sources.netflix.reading import (
    FILM,
    REMEDY,
    ParsedFile,
    Rows,
    day,
    digest,
    expect_header,
    read_bytes,
    whole_number,
)
from cliffhanger.sources.netflix.titles import Refusal, SeasonName, parse_title
from cliffhanger.sources.netflix.workbook import Workbook, read_workbook
from cliffhanger.terms import half_year, half_year_name

_OLD = ("title", "available globally?", "release date", "hours viewed")
LAYOUTS = (_OLD, (*_OLD, "runtime", "views"))
HEADER_ROW = 6  # as a spreadsheet counts; column B on, since column A is a margin
DAYS_AFTER_WRITING = 7  # reports came out 0 to 6 days after their file was last written (4 of 4)
LONGEST_LAG = dt.timedelta(days=366)
_PERIOD = re.compile(r"from (January|July) to (June|December) (20\d\d)", re.IGNORECASE)
_PERIOD_IN_NAME = re.compile(r"(20\d\d)(Jan-Jun|Jul-Dec)", re.IGNORECASE)


def looks_like_report(path: Path) -> bool:
    """Whether a file is offered as an engagement report, judged by its name."""
    return path.suffix.lower() == ".xlsx" and not path.name.lower().startswith("all-weeks")


def read_report(path: Path, *, published: Mapping[str, dt.date], header_row: int = HEADER_ROW) -> ParsedFile:
    """Read one report.

    Parameters
    ----------
    published
        Publication day by period (``2024H1``). For a period that is missing the day is taken from the day the file was last
        written,
        a week later, which was never too early so far (4 of 4), and a note says so.
    header_row
        Row of the header as a spreadsheet counts.

    Raises
    ------
    InputError
        Wrong shape, unknown period, or no publication day to be had.
    """
    content = read_bytes(path)
    book = read_workbook(content, place=str(path))
    start, end = _period(book, path)
    published_on, notes = _publication_day(book, start=start, end=end, published=published, path=path)
    rows = Rows()
    for name, sheet in book.sheets.items():
        kind = _sheet_kind(name, path)
        _read_sheet(name, sheet, rows, kind=kind, header_row=header_row, path=path)
    for row in rows.kept:
        row.update(published_on=published_on, period_start=start, period_end=end)
    if not rows.kept:
        raise InputError("no row names a season", place=str(path), remedy=REMEDY)
    sha256 = digest(content)
    kept, refused = rows.to_arrow("halfyear", version=sha256[:12])
    return ParsedFile(path, sha256, "halfyear", kept, refused, published_on, end, notes)


def _period(book: Workbook, path: Path) -> tuple[dt.date, dt.date]:
    for sheet in book.sheets.values():
        for row in sheet[: HEADER_ROW + 4]:
            for cell in row:
                if isinstance(cell, str) and (found := _PERIOD.search(cell)):
                    return half_year(int(found[3]), first=found[1].lower() == "january")
    if found := _PERIOD_IN_NAME.search(path.name):
        return half_year(int(found[1]), first=found[2].lower() == "jan-jun")
    raise InputError(
        "neither the sheet nor the file name says which half-year it covers",
        place=str(path),
        remedy='The name should hold a period such as "2024Jan-Jun"',
    )


def _publication_day(
    book: Workbook, *, start: dt.date, end: dt.date, published: Mapping[str, dt.date], path: Path
) -> tuple[dt.date, tuple[str, ...]]:
    period = half_year_name(start)
    known = published.get(period)
    if known is not None:
        if not end < known <= end + LONGEST_LAG:
            raise InputError(f"{period} cannot have been published on {known}", place=str(path), remedy="Check --published")
        return known, ()
    remedy = f"Say when it came out: --published {period}=YYYY-MM-DD"
    if book.written_on is None:
        raise InputError(f"the publication day of {period} is not known", place=str(path), remedy=remedy)
    guess = book.written_on + dt.timedelta(days=DAYS_AFTER_WRITING)
    if not end < guess <= end + LONGEST_LAG:
        raise InputError(
            f"the publication day of {period} is not known, and the file was written on {book.written_on}",
            place=str(path),
            remedy=remedy,
        )
    note = (
        f"{path.name}: publication day of {period} not on file, taken as {guess} "
        f"({DAYS_AFTER_WRITING} days after the file was written). {remedy}."
    )
    return guess, (note,)


def _sheet_kind(name: str, path: Path) -> str:
    folded = name.strip().lower()
    if folded in {"tv", "shows", "series", "tv shows"}:
        return "tv"
    if folded in {"film", "films", "movies"}:
        return "film"
    if folded == "engagement":
        return "mixed"
    raise InputError(
        f'the sheet "{name}" is none of Engagement, TV, Film',
        place=str(path),
        remedy="If the publisher has renamed its sheets, this version cannot read the report yet",
    )


def _read_sheet(name: str, sheet: Sequence[Sequence[object]], rows: Rows, *, kind: str, header_row: int, path: Path) -> None:
    at = header_row - 1
    header = list(sheet[at])[1:] if len(sheet) > at else []
    layout = expect_header(header, LAYOUTS, place=f"{path}, sheet {name}, row {header_row}")
    for number, cells in enumerate(sheet[at + 1 :], header_row + 1):
        record = dict(zip(layout, list(cells)[1:], strict=False))
        if any(value not in {None, ""} for value in record.values()):
            _read_row(record, rows, kind=kind, number=number, place=f"sheet {name}, row {number}")


def _read_row(record: dict[str, object], rows: Rows, *, kind: str, number: int, place: str) -> None:
    title = str(record.get("title") or "").strip()
    if kind == "film":
        rows.refuse(place, title, FILM)
        return
    hours = whole_number(record.get("hours viewed"))
    if not hours:
        rows.refuse(place, title, f'hours "{record.get("hours viewed")}" are no count above zero')
        return
    released = record.get("release date")
    release_date = day(released)
    if released not in {None, ""} and release_date is None:
        rows.refuse(place, title, f'release date "{released}" is no date')
        return
    runtime_min = _minutes(str(record.get("runtime") or ""))
    parsed = parse_title(title, runtime_min=runtime_min, films_mixed=kind == "mixed")
    if isinstance(parsed, Refusal):
        rows.refuse(place, title, parsed.reason)
        return
    name = told_apart(parsed, dated=release_date is not None)
    rows.keep(
        _season_row(name, number=number, kind=kind, hours=hours, runtime_min=runtime_min)
        | {
            "release_date": release_date,
            "available_globally": str(record.get("available globally?") or "").strip().lower() == "yes",
            "views": whole_number(record.get("views")) or None,
        }
    )


def _season_row(name: SeasonName, *, number: int, kind: str, hours: int, runtime_min: int | None) -> dict[str, object]:
    return {
        "row": number,
        "films_mixed": kind == "mixed",
        "series": name.series,
        "series_key": name.key,
        "season": name.season,
        "part": name.part,
        "label": name.label,
        "local_title": name.local_title,
        "hours": hours,
        "runtime_min": runtime_min,
    }


def _minutes(text: str) -> int | None:
    """Minutes of ``h:mm``; an asterisk marks a footnote, and alone means not stated."""
    found = re.fullmatch(r"(\d{1,4}):(\d\d)\*?", text.strip())
    return int(found[1]) * 60 + int(found[2]) if found else None
