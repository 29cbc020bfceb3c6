"""Workbooks from outside: nothing is unpacked that is too large, and nothing damaged comes through as something else."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.errors import InputError
from cliffhanger.sources.netflix import workbook
from cliffhanger.sources.netflix.workbook import MOST_BYTES, MOST_MEMBERS, read_workbook
from tests.sources.netflix.builders import packed, parts, report_bytes, report_row, without

PLACE = "report.xlsx"
BOOK = report_bytes({"TV": [report_row("Spinning Out: Season 1")], "Film": [report_row("Leo")]})
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
LOCAL, CENTRAL = (b"PK\x03\x04", 30, 14, 22), (b"PK\x01\x02", 46, 16, 24)  # mark, length, place of the checksum and of the size


def refused(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_workbook(content, place=PLACE)
    assert caught.value.place == PLACE
    assert caught.value.remedy
    return caught.value.problem


def refused_unopened(content: bytes, monkeypatch: pytest.MonkeyPatch) -> str:
    """Refused in a world in which asking for a part's content, or for the reader behind, is an error."""

    def never(*_: object, **__: object) -> None:
        raise AssertionError("something was unpacked")

    with monkeypatch.context() as patch:
        patch.setattr(workbook, "CalamineWorkbook", never)
        patch.setattr(zipfile.ZipFile, "open", never)
        patch.setattr(zipfile.ZipFile, "read", never)
        return refused(content)


def declaring(content: bytes, part: str, *, size: int, checksum: int) -> bytes:
    """The same archive, with another size and checksum declared for a part in both of its directories."""
    raw, name = bytearray(content), part.encode()
    for mark, length, at_checksum, at_size in (LOCAL, CENTRAL):
        start = next(at for at in range(len(raw)) if raw[at : at + 4] == mark and raw[at + length :].startswith(name))
        struct.pack_into("<I", raw, start + at_checksum, checksum)
        struct.pack_into("<I", raw, start + at_size, size)
    return bytes(raw)


def longer_than_declared(*, forged_checksum: bool) -> bytes:
    contents = parts(BOOK)
    head = contents[STRINGS].replace(b"</sst>", b"")
    whole = head + b"<si><t>" + b"a" * 2**20 + b"</t></si></sst>"
    archive = packed(contents | {STRINGS: whole})
    return declaring(archive, STRINGS, size=len(head), checksum=zlib.crc32(head if forged_checksum else whole))


def test_every_sheet_is_read_from_its_first_cell_on():
    book = read_workbook(BOOK, place=PLACE)
    assert list(book.sheets) == ["TV", "Film"]
    assert book.sheets["TV"][1][1] == "What We Watched: A Netflix Engagement Report"  # row 2, column B
    assert book.sheets["TV"][5][:2] == ["", "Title"]
    assert book.sheets["TV"][6][1:5] == ["Spinning Out: Season 1", "Yes", "2023-08-31", 8_000_000.0]
    assert book.written_on == dt.date(2024, 5, 20)


def test_the_day_of_writing_is_null_where_none_or_none_that_can_be_is_stated():
    assert read_workbook(without(BOOK, "docProps/core.xml"), place=PLACE).written_on is None
    core = parts(BOOK)["docProps/core.xml"]
    for day in (b"2024-13-45", b"9999-12-31"):
        archive = packed(parts(BOOK) | {"docProps/core.xml": core.replace(b"2024-05-20", day)})
        assert read_workbook(archive, place=PLACE).written_on is None


def test_a_bomb_is_refused_by_what_it_declares(monkeypatch):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open(STRINGS, "w") as part:
        for _ in range(200):
            part.write(bytes(2**20))
    assert len(memory.getvalue()) < 2 * 2**20
    assert "declares 1 parts and 200 MB unpacked" in refused_unopened(memory.getvalue(), monkeypatch)


def test_too_many_parts_are_refused_by_their_number(monkeypatch):
    problem = refused_unopened(packed({f"{number}.xml": b"" for number in range(MOST_MEMBERS + 1)}), monkeypatch)
    assert f"declares {MOST_MEMBERS + 1} parts" in problem
    assert f"at most {MOST_MEMBERS} and {MOST_BYTES // 2**20} MB" in problem


@pytest.mark.parametrize("forged_checksum", [False, True])
def test_a_part_longer_than_it_declares_is_refused(forged_checksum):
    assert "damaged" in refused(longer_than_declared(forged_checksum=forged_checksum))


@pytest.mark.parametrize(
    ("part", "old", "new", "problem"),
    [
        (SHEET, b'r="B7"', b'r="B99999999"', "a sheet takes up to"),
        (SHEET, b'r="B7"', b"r = 'XFD1048576'", "a sheet takes up to"),
        (SHEET, b'<row r="7"', b'<row r="1048576"', "a sheet takes up to"),
        (SHEET, b"</sheetData>", b"<row/>" * 2_000 + b"<row>" + b"<c/>" * 3_000 + b"</row></sheetData>", "a sheet takes up to"),
        (STRINGS, b'count="', b'count="99999999', "announces more than"),
    ],
)
def test_what_would_take_all_memory_is_refused_beforehand(part, old, new, problem, monkeypatch):
    """The reader behind takes memory for every cell up to the outermost, and aborts the process when it gets none."""
    contents = parts(BOOK)
    assert old in contents[part]
    monkeypatch.setattr(workbook, "CalamineWorkbook", None)
    assert problem in refused(packed(contents | {part: contents[part].replace(old, new, 1)}))


@pytest.mark.parametrize("other", ["content.xml", "xl/workbook.bin"])
def test_other_spreadsheets_are_refused_though_the_reader_behind_would_take_them(other):
    assert "not an XLSX one" in refused(packed(parts(BOOK) | {other: b"<office/>"}))


def test_a_damaged_stream_inside_is_refused():
    archive = bytearray(packed({STRINGS: bytes(range(256)) * 40}))
    archive[50] = 0xFF  # the first compressed byte, after a header of 30 and a name of 20: a kind of block that there is not
    assert "not an XLSX workbook, or damaged" in refused(bytes(archive))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"week\tcategory\n", "not an XLSX workbook"),
        (b"PK\x03\x04 and then nothing", "not an XLSX workbook"),
        (packed({"readme.txt": b"no workbook"}), "the workbook is damaged"),
        (packed({}), "the workbook is damaged"),
        (without(BOOK, SHEET), "the workbook is damaged"),
        (packed(parts(BOOK) | {SHEET: b"<worksheet><sheetData><row"}), "the workbook is damaged"),
        (BOOK[: len(BOOK) // 2], "not an XLSX workbook"),
        (BOOK[:-30], "not an XLSX workbook"),
    ],
)
def test_what_is_no_workbook_or_a_damaged_one_is_refused(content, problem):
    assert problem in refused(content)


@given(st.data())
def test_a_workbook_with_damaged_bytes_is_read_or_refused(data):
    """No error but ours comes out, whatever byte is lost or changed."""
    content = bytearray(BOOK)
    for at in data.draw(st.lists(st.integers(0, len(BOOK) - 1), max_size=4)):
        content[at] = data.draw(st.integers(0, 255))
    try:
        read_workbook(bytes(content[: data.draw(st.integers(0, len(BOOK)))]), place=PLACE)
    except InputError as error:
        assert error.remedy  # noqa: PT017
