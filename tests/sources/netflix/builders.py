"""Small and whole files in every layout that the publisher has used, for the tests of the readers."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import xlsxwriter

WEEK = dt.date(2024, 6, 30)  # a Sunday; its list came out on Tuesday 2024-07-02
ENGLISH, NON_ENGLISH, FILMS = "TV (English)", "TV (Non-English)", "Films (English)"

NEW_LIST = [
    "week", "category", "weekly_rank", "show_title", "season_title", "weekly_hours_viewed", "runtime", "weekly_views",
    "cumulative_weeks_in_top_10",
]  # fmt: skip
OLD_LIST = [name for name in NEW_LIST if name not in {"runtime", "weekly_views"}]  # before 2023-06-18
OLD_REPORT = ["Title", "Available Globally?", "Release Date", "Hours Viewed"]
NEW_REPORT = [*OLD_REPORT, "Runtime", "Views"]

Cell = str | float | dt.date | None
ListRow = dict[str, str]
Row = dict[str, Cell]


def list_row(title: str, rank: int, *, week: dt.date = WEEK, category: str = ENGLISH, **cells: str) -> ListRow:
    """One row, every cell as text: 8 million hours of 8 hours make a million views."""
    film = category.startswith("Films")
    return {
        "week": week.isoformat(),
        "category": category,
        "weekly_rank": str(rank),
        "show_title": title.split(": Season", maxsplit=1)[0],
        "season_title": "N/A" if film else title,
        "weekly_hours_viewed": "8000000",
        "runtime": "8.0",
        "weekly_views": "1000000",
        "cumulative_weeks_in_top_10": "1",
        "first_seen": (week + dt.timedelta(days=3)).isoformat(),
    } | cells


def ten(*rows: ListRow, week: dt.date = WEEK, category: str = ENGLISH) -> list[ListRow]:
    """The ten rows of one list: those given on top, made-up ones below."""
    rest = [list_row(f"Filler {rank}: Season 1", rank, week=week, category=category) for rank in range(len(rows) + 1, 11)]
    return [*rows, *rest]


def list_bytes(rows: Iterable[Mapping[str, str]], columns: Sequence[str] = NEW_LIST) -> bytes:
    """A list as tab-separated text."""
    lines = ["\t".join(columns), *("\t".join(row[name] for name in columns) for row in rows)]
    return ("\n".join(lines) + "\n").encode()


def list_file(folder: Path, rows: Iterable[Mapping[str, str]], columns: Sequence[str] = NEW_LIST) -> Path:
    """A list as tab-separated text, in a file."""
    path = folder / "all-weeks-global.tsv"
    path.write_bytes(list_bytes(rows, columns))
    return path


def list_workbook(folder: Path, rows: Iterable[Mapping[str, str]], columns: Sequence[str] = NEW_LIST, width: int = 0) -> Path:
    """A list as a workbook: days as dates and counts as numbers, as a spreadsheet has them.

    A row without cells is left blank; ``width`` formats more columns than the list has.
    """
    path = folder / "all-weeks-global.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("Global")
        _write(sheet, 0, 0, list(columns))
        for at, row in enumerate(rows, 1):
            _write(sheet, at, 0, [_typed(name, row[name]) for name in columns if row])
            for blank in range(len(columns), width):
                sheet.write_blank(at, blank, None, book.add_format({"bold": True}))
    return path


def _typed(name: str, text: str) -> Cell:
    if name in {"week", "first_seen"}:
        return dt.date.fromisoformat(text)
    if name in {"show_title", "season_title", "category"}:
        return text
    return float(text)


def report_row(title: str, **cells: Cell) -> Row:
    """One row of a report."""
    return {
        "Title": title,
        "Available Globally?": "Yes",
        "Release Date": "2023-08-31",
        "Hours Viewed": 8_000_000.0,
        "Runtime": "8:00",
        "Views": 1_000_000.0,
    } | cells


def report_bytes(
    sheets: Mapping[str, Sequence[Row]],
    columns: Sequence[str] = NEW_REPORT,
    *,
    period: str = "Views from July to December 2023",
    header_row: int = 6,
    first_column: int = 1,
    written_on: dt.date | None = dt.date(2024, 5, 20),
) -> bytes:
    """A report as the publisher lays it out: title and period on top, a margin to the left, the header in row six."""
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"default_date_format": "yyyy-mm-dd"}) as book:
        book.set_properties({"created": dt.datetime.combine(written_on or WEEK, dt.time())})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.write(1, 1, "What We Watched: A Netflix Engagement Report")
            sheet.write(2, 1, period)
            _write(sheet, header_row - 1, first_column, list(columns))
            for at, row in enumerate(rows, header_row):
                _write(sheet, at, first_column, [row[name] for name in columns])
    content = memory.getvalue()
    return content if written_on else without(content, "docProps/core.xml")


def report_file(folder: Path, content: bytes, period: str = "2023Jul-Dec") -> Path:
    """A report in a file of the publisher's name for it."""
    path = folder / f"What_We_Watched_A_Netflix_Engagement_Report_{period}.xlsx"
    path.write_bytes(content)
    return path


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cells: Sequence[Cell]) -> None:
    for at, cell in enumerate(cells, column):
        if isinstance(cell, dt.date):
            sheet.write_datetime(row, at, dt.datetime.combine(cell, dt.time()))
        elif isinstance(cell, str):
            sheet.write_string(row, at, cell)
        elif cell is not None:
            sheet.write_number(row, at, cell)


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a workbook, unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(contents: Mapping[str, bytes]) -> bytes:
    """Parts packed into an archive."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return memory.getvalue()


def without(content: bytes, part: str) -> bytes:
    """A workbook that lacks a part."""
    return packed({name: inside for name, inside in parts(content).items() if name != part})
