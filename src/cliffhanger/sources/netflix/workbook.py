"""Spreadsheets from outside: their size is checked before anything is unpacked."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook

from cliffhanger.errors import InputError
from cliffhanger.sources.netflix.reading import REMEDY, day

MOST_MEMBERS = 500
MOST_BYTES = 150 * 2**20  # unpacked; the publisher's largest report has 6 MB
MOST_CELLS = 5_000_000  # between the corners of a sheet, empty ones counted; the largest has 91,100
NO_REPORT = "This is no report of the publisher's; fetch it again"
_OTHER_FORMATS = {"content.xml", "xl/workbook.bin"}  # the reader behind would take these as well
_PLACE = re.compile(rb"""\br\s*=\s*["']\s*\$?([A-Za-z]*)\$?(\d*)\s*["']""")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row\b")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c\b")
_COUNT = re.compile(rb"""count\s*=\s*["']\s*(\d+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets by name, each a list of rows from the sheet's first row on, and the day the file was last written."""

    sheets: dict[str, list[list[object]]]
    written_on: dt.date | None


def read_workbook(content: bytes, *, place: str) -> Workbook:
    """Read every sheet of an XLSX file.

    Raises
    ------
    InputError
        It is no XLSX file, is damaged, or unpacks to more than any report should.
    """
    _refuse_bombs(content, place=place)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(f"the workbook is damaged ({error})", place=place, remedy=REMEDY) from error
    if not sheets:
        raise InputError("the workbook is damaged (it has no sheets)", place=place, remedy=REMEDY)
    return Workbook({name: [list(row) for row in rows] for name, rows in sheets.items()}, _written_on(content))


def _refuse_bombs(content: bytes, *, place: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_declared(archive.infolist(), place=place)
            if _OTHER_FORMATS & set(archive.namelist()):
                raise InputError("a spreadsheet, but not an XLSX one", place=place, remedy=REMEDY)
            for member in archive.infolist():  # a part longer than it declares fails here, with BadZipFile
                _check_spread(archive.read(member), place=place)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise InputError(f"not an XLSX workbook, or damaged ({error})", place=place, remedy=REMEDY) from error


def _check_declared(members: Sequence[zipfile.ZipInfo], *, place: str) -> None:
    declared = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or declared > MOST_BYTES:
        raise InputError(
            f"it declares {len(members):,} parts and {declared / 2**20:,.0f} MB unpacked; "
            f"at most {MOST_MEMBERS} and {MOST_BYTES // 2**20} MB are read",
            place=place,
            remedy=NO_REPORT,
        )


def _check_spread(part: bytes, *, place: str) -> None:
    """Refuse a cell far out and a count beyond reason: the reader behind takes memory for them and, when it gets none, aborts."""
    if any(int(found[1]) > MOST_CELLS for found in _COUNT.finditer(part)):
        raise InputError(f"it announces more than {MOST_CELLS:,} pieces", place=place, remedy=NO_REPORT)
    rows, columns = 0, 0
    for found in _PLACE.finditer(part):
        rows, columns = max(rows, int(found[2] or 0)), max(columns, _column(found[1]))
    tagged = _ROW.split(part)  # rows and cells that do not say where they stand follow on those that do
    rows += len(tagged)
    columns += max(sum(1 for _ in _CELL.finditer(row)) for row in tagged)
    if rows * columns > MOST_CELLS:
        raise InputError(
            f"a sheet takes up to {rows * columns:,} cells, empty ones counted; at most {MOST_CELLS:,} are read",
            place=place,
            remedy=NO_REPORT,
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _written_on(content: bytes) -> dt.date | None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "docProps/core.xml" not in archive.namelist():
            return None
        core = archive.read("docProps/core.xml").decode("utf-8", errors="replace")
    found = re.search(r"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\d)", core)
    return day(found[1]) if found else None
