"""Spreadsheets from outside: their size is checked before anything is unpacked."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook

from cliffhanger.errors import InputError
from cliffhanger.sources.netflix.reading import REMEDY, day

MOST_MEMBERS = 500
MOST_BYTES = 150 * 2**20  # unpacked; the publisher's largest report has 6 MB
_CHUNK = 2**20


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
    return Workbook({name: [list(row) for row in rows] for name, rows in sheets.items()}, _written_on(content))


def _refuse_bombs(content: bytes, *, place: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            declared = sum(member.file_size for member in members)
            if len(members) > MOST_MEMBERS or declared > MOST_BYTES:
                raise InputError(
                    f"it declares {len(members):,} parts and {declared / 2**20:,.0f} MB unpacked; "
                    f"at most {MOST_MEMBERS} and {MOST_BYTES // 2**20} MB are read",
                    place=place,
                    remedy="This is no report of the publisher's; fetch it again",
                )
            for member in members:  # a part longer than it declares fails here, a piece at a time, with BadZipFile
                with archive.open(member) as part:
                    while part.read(_CHUNK):
                        pass
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise InputError(f"not an XLSX workbook, or damaged ({error})", place=place, remedy=REMEDY) from error


def _written_on(content: bytes) -> dt.date | None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "docProps/core.xml" not in archive.namelist():
            return None
        core = archive.read("docProps/core.xml").decode("utf-8", errors="replace")
    found = re.search(r"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\d)", core)
    return day(found[1]) if found else None
