"""Small published files, whole and damaged, as the publisher would write them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import xlsxwriter

HEADER = (
    "week\tcategory\tweekly_rank\tshow_title\tseason_title\tweekly_hours_viewed\truntime\tweekly_views\t"
    "cumulative_weeks_in_top_10"
)
CATEGORIES = ("Films (English)", "Films (Non-English)", "TV (English)", "TV (Non-English)")


def write_list(path: Path, weeks: list[dt.date]) -> Path:
    """A whole weekly list of the newer generation: ten made-up titles in each of the four lists of every week."""
    lines = [HEADER]
    for nth, week in enumerate(sorted(weeks), 1):
        for category in CATEGORIES:
            for rank in range(1, 11):
                show = f"{'Film' if category.startswith('Film') else 'Show'} {category[-12:]} {rank:02d}"
                season = "N/A" if category.startswith("Film") else f"{show}: Season 1"
                lines.append(f"{week}\t{category}\t{rank}\t{show}\t{season}\t{9_000_000 - rank}\t8.0\t{1_100_000 - rank}\t{nth}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_report(path: Path, *, period: str = "from July to December 2023", header_row: int = 6) -> Path:
    """A whole half-yearly report with a television and a film sheet."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": dt.datetime(2024, 5, 20)})  # noqa: DTZ001
        for name, title in (("TV", "Show TV (English) {:02d}: Season 1"), ("Film", "Film {:02d}")):
            sheet = book.add_worksheet(name)
            sheet.write(1, 1, "What We Watched: A Netflix Engagement Report")
            sheet.write(2, 1, f"Views {period}")
            for k, cell in enumerate(("Title", "Available Globally?", "Release Date", "Hours Viewed", "Runtime", "Views"), 1):
                sheet.write(header_row - 1, k, cell)
            for row in range(1, 11):
                for k, cell in enumerate((title.format(row), "Yes", "2023-08-31", 9_000_000, "8:00", 1_100_000), 1):
                    sheet.write(header_row - 1 + row, k, cell)
    return path


def write_all(folder: Path) -> Path:
    """A folder with a list of six weeks and one report."""
    folder.mkdir(parents=True, exist_ok=True)
    write_list(folder / "all-weeks-global.tsv", [dt.date(2023, 9, 3) + dt.timedelta(weeks=k) for k in range(6)])
    write_report(folder / "What_We_Watched_A_Netflix_Engagement_Report_2023Jul-Dec.xlsx")
    return folder
