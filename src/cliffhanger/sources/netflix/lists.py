"""The weekly Top 10 list: tab-separated or XLSX, before and after views and runtime were printed."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
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
from cliffhanger.sources.netflix.titles import Refusal, parse_title
from cliffhanger.sources.netflix.workbook import read_workbook
from cliffhanger.terms import CATEGORIES, RANKS, list_published_on, list_seen_on

_OLD = ("week", "category", "weekly_rank", "show_title", "season_title", "weekly_hours_viewed", "cumulative_weeks_in_top_10")
_NEW = (*_OLD[:6], "runtime", "weekly_views", _OLD[6])
MOST_WEEKS = 5_000  # nearly a century
LAYOUTS = tuple(base + seen for base in (_OLD, _NEW) for seen in ((), ("first_seen",)))


def looks_like_list(path: Path) -> bool:
    """Whether a file is offered as a weekly list, judged by its name."""
    return path.suffix.lower() == ".tsv" or (path.suffix.lower() == ".xlsx" and path.name.lower().startswith("all-weeks"))


def read_list(path: Path) -> ParsedFile:
    """Read one version of the list.

    A row's figures count from the Tuesday after its week. Its label counts from ``first_seen`` where the file says so, else from
    the file's own day, the Wednesday after its newest week: the publisher rewrites labels later, and the file cannot have been
    seen
    whole before the day on which it came out was over.

    Raises
    ------
    InputError
        Wrong shape: no header, a row with too few cells, a list that does not have ten ranks.
    """
    content = read_bytes(path)
    rows = Rows()
    records = list(_records(content, path=path))
    weeks = [week for _, record in records if (week := day(record["week"])) is not None]
    if not weeks:
        raise InputError("no row has a date as its week", place=str(path), remedy=REMEDY)
    newest = max(weeks)
    own_day = list_seen_on(newest)
    listed: Counter[tuple[str, str]] = Counter()
    taken: set[tuple[dt.date, str, int]] = set()
    for place, record in records:
        listed[record["week"], record["category"]] += 1
        _read_row(record, rows, place=place, own_day=own_day, taken=taken)
    short = sorted(key for key, count in listed.items() if count < RANKS)
    if short:
        sunday, category = short[0]
        raise InputError(
            f"the list is cut off: {listed[short[0]]} of {RANKS} ranks for {category} in the week of {sunday}"
            + (f", and {len(short) - 1} more lists" if len(short) > 1 else ""),
            place=str(path),
            remedy=REMEDY,
        )
    sha256 = digest(content)
    kept, refused = rows.to_arrow("weekly", version=sha256[:12])
    return ParsedFile(path, sha256, "weekly", kept, refused, list_published_on(newest), newest)


def _records(content: bytes, *, path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    table = _sheet_lines(content, path) if path.suffix.lower() == ".xlsx" else _text_lines(content, path)
    first_place, header = next(table, ("line 1", []))
    names = expect_header(header, LAYOUTS, place=f"{path}, {first_place}")
    for place, found in table:
        cells = found[: len(names)] if not any(found[len(names) :]) else found  # a sheet may be wider than its header
        if len(cells) != len(names):
            raise InputError(
                f"the row has {len(cells)} of {len(names)} cells: the file is cut off or damaged",
                place=f"{path}, {place}",
                remedy=REMEDY,
            )
        yield place, dict(zip(names, (cell.strip() for cell in cells), strict=True))


def _text_lines(content: bytes, path: Path) -> Iterator[tuple[str, list[str]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 text at byte {error.start:,}", place=str(path), remedy=REMEDY) from error
    for number, line in enumerate(re.split(r"\r?\n", text), 1):  # a title may hold other signs that end a line
        if line.strip():
            yield f"line {number}", line.split("\t")


def _sheet_lines(content: bytes, path: Path) -> Iterator[tuple[str, list[str]]]:
    sheets = read_workbook(content, place=str(path)).sheets
    name, rows = next(iter(sheets.items()), ("", []))
    if not rows:
        raise InputError("the workbook has no rows", place=str(path), remedy=REMEDY)
    for number, row in enumerate(rows, 1):
        cells = ["" if cell is None else str(cell) for cell in row]
        if any(cells):
            yield f"sheet {name}, row {number}", cells


def _read_row(record: dict[str, str], rows: Rows, *, place: str, own_day: dt.date, taken: set[tuple[dt.date, str, int]]) -> None:
    title = record["show_title"] if record["season_title"] in {"", "N/A"} else record["season_title"]
    if record["category"].startswith("Films"):
        rows.refuse(place, title, FILM)
        return
    week = day(record["week"])
    rank, hours = whole_number(record["weekly_rank"]), whole_number(record["weekly_hours_viewed"])
    weeks_in_list = whole_number(record["cumulative_weeks_in_top_10"])
    problem = _problem(record, week=week, rank=rank, hours=hours, weeks_in_list=weeks_in_list)
    if problem or week is None or rank is None:
        rows.refuse(place, title, problem)
        return
    if (week, record["category"], rank) in taken:
        rows.refuse(place, title, "the same week, list and rank stand in the file twice")
        return
    taken.add((week, record["category"], rank))
    seen = day(record.get("first_seen", "")) or own_day
    slot = {"version_day": seen, "week": week, "category": record["category"], "rank": rank}
    runtime_min = _minutes(record.get("runtime", ""))
    parsed = parse_title(title, runtime_min=runtime_min)
    if isinstance(parsed, Refusal):
        rows.refuse(place, title, parsed.reason, **slot)
        return
    name = told_apart(parsed, category=record["category"])
    rows.keep(
        slot
        | {
            "published_on": list_published_on(week),
            "series": name.series,
            "series_key": name.key,
            "season": name.season,
            "part": name.part,
            "label": name.label,
            "hours": hours,
            "runtime_min": runtime_min,
            "views": whole_number(record.get("weekly_views", "")) or None,
            "weeks_in_list": weeks_in_list,
        }
    )


def _problem(
    record: dict[str, str], *, week: dt.date | None, rank: int | None, hours: int | None, weeks_in_list: int | None
) -> str:
    if week is None:
        return f'week "{record["week"]}" is no date'
    if record["category"] not in CATEGORIES:
        return f'category "{record["category"]}" is none of {", ".join(CATEGORIES)}'
    if rank is None or not 1 <= rank <= RANKS:
        return f'rank "{record["weekly_rank"]}" is not 1 to {RANKS}'
    if not hours:
        return f'hours "{record["weekly_hours_viewed"]}" are no count above zero'
    if not weeks_in_list or weeks_in_list > MOST_WEEKS:
        return f'weeks in the list "{record["cumulative_weeks_in_top_10"]}" are no count of 1 to {MOST_WEEKS:,}'
    return ""


def _minutes(hours: str) -> int | None:
    try:
        minutes = round(float(hours) * 60)
    except (ValueError, OverflowError):
        return None
    return minutes if 0 < minutes < 100_000 else None
