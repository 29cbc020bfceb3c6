"""The half-yearly reports in both layouts, and every way in which a file may be spoilt."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.errors import InputError
from cliffhanger.sources.netflix.reading import ParsedFile
from cliffhanger.sources.netflix.reports import HEADER_ROW, looks_like_report, read_report
from tests.sources.netflix.builders import NEW_REPORT, OLD_REPORT, parts, report_bytes, report_file, report_row

PUBLISHED = {"2023H1": dt.date(2023, 12, 12), "2023H2": dt.date(2024, 5, 23), "2024H1": dt.date(2024, 9, 19)}
TV = [
    report_row("ONE PIECE: Season 1", **{"Hours Viewed": 541_900_000.0, "Runtime": "7:34", "Views": 71_600_000.0}),
    report_row("Dear Child: Limited Series // Liebes Kind: Miniserie", **{"Release Date": dt.date(2023, 9, 7)}),
    report_row("Suits: Season 2", **{"Available Globally?": "No", "Release Date": "", "Runtime": "4:44*"}),
    report_row("Bluey: Season 1", **{"Release Date": None, "Runtime": "*", "Views": None}),
    report_row("Dave Chappelle: The Dreamer", Runtime="0:56"),
]
FILM = [report_row("Leave the World Behind", Runtime="2:22")]
TWO_SHEETS = report_bytes({"TV": TV, "Film": FILM})
MIXED = report_bytes(
    {
        "Engagement": [
            report_row("The Night Agent: Season 1", **{"Release Date": dt.date(2023, 3, 23), "Hours Viewed": 812_100_000.0}),
            report_row("John Wick: Chapter 2", **{"Release Date": None}),
            report_row("The Mother"),
        ]
    },
    OLD_REPORT,
    period="Hours viewed from January to June 2023",
)


def parse(folder: Path, content: bytes, period: str = "2023Jul-Dec", **options: Any) -> ParsedFile:
    return read_report(report_file(folder, content, period), **({"published": PUBLISHED} | options))


def refused(folder: Path, content: bytes, period: str = "2023Jul-Dec", **options: Any) -> InputError:
    with pytest.raises(InputError) as caught:
        parse(folder, content, period, **options)
    assert caught.value.place.startswith(str(folder))
    assert caught.value.remedy
    return caught.value


# What is read


def test_a_report_of_two_sheets(tmp_path):
    parsed = parse(tmp_path, TWO_SHEETS)
    rows = parsed.rows.to_pylist()
    assert rows[0] == {
        "version": hashlib.sha256(TWO_SHEETS).hexdigest()[:12],
        "published_on": dt.date(2024, 5, 23),
        "period_start": dt.date(2023, 7, 1),
        "period_end": dt.date(2023, 12, 31),
        "row": 7,
        "films_mixed": False,
        "series": "ONE PIECE",
        "series_key": "onepiece",
        "season": 1,
        "part": None,
        "label": "season",
        "local_title": "",
        "available_globally": True,
        "release_date": dt.date(2023, 8, 31),
        "hours": 541_900_000,
        "runtime_min": 454,  # 7 * 60 + 34
        "views": 71_600_000,
    }
    assert (rows[1]["label"], rows[1]["local_title"]) == ("limited", "Liebes Kind: Miniserie")
    assert rows[1]["release_date"] == dt.date(2023, 9, 7)  # a day as a spreadsheet holds it, not as text
    assert (parsed.kind, parsed.published_on, parsed.covers_until) == ("halfyear", dt.date(2024, 5, 23), dt.date(2023, 12, 31))
    assert parsed.total == len(TV) + len(FILM)
    assert [(row["place"], row["reason"]) for row in parsed.refused.to_pylist()] == [
        ("sheet TV, row 11", "no season number and under 2.5 hours: a special"),
        ("sheet Film, row 7", "a film"),
    ]
    assert parsed.notes == ()


def test_a_footnote_beside_a_runtime_is_dropped_and_one_in_its_place_means_unknown(tmp_path):
    suits, bluey = parse(tmp_path, TWO_SHEETS).rows.to_pylist()[2:]
    assert (suits["runtime_min"], suits["release_date"], suits["available_globally"]) == (284, None, False)  # 4 * 60 + 44
    assert (bluey["runtime_min"], bluey["release_date"], bluey["views"]) == (None, None, None)


def test_the_first_report_has_one_sheet_with_films_and_no_runtime(tmp_path):
    """A film may be called "Chapter 2": it is kept and marked, and the ledger asks for a television sheet that has it too."""
    parsed = parse(tmp_path, MIXED, "2023Jan-Jun")
    series, film = parsed.rows.to_pylist()
    assert (series["series"], series["hours"], series["runtime_min"], series["views"]) == (
        "The Night Agent",
        812_100_000,
        None,
        None,
    )
    assert (film["label"], film["films_mixed"], series["films_mixed"]) == ("part", True, True)
    assert parsed.refused_by_reason() == {"no season number on a sheet that holds films too": 1}
    assert parsed.published_on == dt.date(2023, 12, 12)


@pytest.mark.parametrize(
    ("period", "name", "covers_until"),
    [
        ("Hours viewed from January to June 2023", "2099Jan-Jun", dt.date(2023, 6, 30)),
        ("VIEWS FROM JULY TO DECEMBER 2023", "", dt.date(2023, 12, 31)),
        ("Views", "2024Jan-Jun", dt.date(2024, 6, 30)),
    ],
)
def test_the_period_stands_in_the_sheet_or_else_in_the_name(tmp_path, period, name, covers_until):
    assert parse(tmp_path, report_bytes({"TV": TV}, period=period), name).covers_until == covers_until


@pytest.mark.parametrize("name", ["TV", "tv", " Shows ", "TV Shows"])
def test_names_of_the_television_sheet(tmp_path, name):
    assert parse(tmp_path, report_bytes({name: TV, "Movies": FILM})).rows.num_rows == 4


def test_blank_rows_count_for_nothing(tmp_path):
    blank = dict.fromkeys(NEW_REPORT)
    assert parse(tmp_path, report_bytes({"TV": [TV[0], blank, TV[1]]})).total == 2


def test_a_header_elsewhere_is_read_when_its_row_is_named(tmp_path):
    moved = report_bytes({"TV": TV, "Film": FILM}, header_row=9)
    assert parse(tmp_path, moved, header_row=9).rows.to_pylist()[0]["row"] == 10
    error = refused(tmp_path, moved)
    assert error.place.endswith(", sheet TV, row 6")
    assert "found (empty)" in error.problem
    assert "--header-row" in error.remedy


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Hours Viewed": "many"}, 'hours "many" are no count above zero'),
        ({"Hours Viewed": 0.0}, 'hours "0.0" are no count above zero'),
        ({"Hours Viewed": 1.5}, 'hours "1.5" are no count above zero'),
        ({"Hours Viewed": 1e300}, "are no count above zero"),
        ({"Hours Viewed": None}, "are no count above zero"),
        ({"Release Date": "soon"}, 'release date "soon" is no date'),
        ({"Release Date": "2023-02-30"}, 'release date "2023-02-30" is no date'),
        ({"Title": None}, "no title"),
    ],
)
def test_a_bad_cell_costs_its_row_only(tmp_path, cells, reason):
    parsed = parse(tmp_path, report_bytes({"TV": [TV[0], report_row("Bad: Season 1", **cells)]}))
    assert parsed.rows.num_rows == 1
    ((place, said),) = ((row["place"], row["reason"]) for row in parsed.refused.to_pylist())
    assert place == "sheet TV, row 8"
    assert reason in said


@pytest.mark.parametrize(("runtime", "minutes"), [("0:00", 0), ("112:05", 6725), ("7:3", None), ("seven", None), (7.5, None)])
def test_a_runtime_is_hours_and_minutes_or_null(tmp_path, runtime, minutes):
    assert parse(tmp_path, report_bytes({"TV": [report_row("A: Season 1", Runtime=runtime)]})).rows[
        "runtime_min"
    ].to_pylist() == [minutes]


@pytest.mark.parametrize(("hours", "read"), [("12,900,000", 12_900_000), (" 5 ", 5), (100_000.0, 100_000)])
def test_a_count_may_be_printed_with_commas(tmp_path, hours, read):
    assert parse(tmp_path, report_bytes({"TV": [report_row("A: Season 1", **{"Hours Viewed": hours})]})).rows[
        "hours"
    ].to_pylist() == [read]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("What_We_Watched_2024Jan-Jun.xlsx", True), ("REPORT.XLSX", True), ("all-weeks-global.xlsx", False), ("report.csv", False)],
)
def test_what_looks_like_a_report(name, expected):
    assert looks_like_report(Path(name)) is expected


# When it came out


def test_an_unknown_publication_day_is_taken_a_week_after_the_file_was_written_and_said_so(tmp_path):
    """Never earlier than it came out: four of four reports came out within six days of being written."""
    parsed = parse(tmp_path, TWO_SHEETS, published={})
    assert parsed.published_on == dt.date(2024, 5, 27)  # written on 20 May
    assert set(parsed.rows["published_on"].to_pylist()) == {dt.date(2024, 5, 27)}
    (note,) = parsed.notes
    assert "publication day of 2023H2 not on file, taken as 2024-05-27" in note
    assert "--published 2023H2=YYYY-MM-DD" in note


@pytest.mark.parametrize(
    ("written_on", "problem"),
    [
        (None, "the publication day of 2023H2 is not known"),
        (dt.date(2023, 12, 20), "and the file was written on 2023-12-20"),  # a week on it is still the half-year
        (dt.date(2026, 1, 1), "and the file was written on 2026-01-01"),  # saved again by somebody
    ],
)
def test_a_publication_day_that_cannot_be_told_is_asked_for(tmp_path, written_on, problem):
    error = refused(tmp_path, report_bytes({"TV": TV}, written_on=written_on), published={})
    assert problem in error.problem
    assert error.remedy == "Say when it came out: --published 2023H2=YYYY-MM-DD"


@pytest.mark.parametrize(
    ("day", "possible"), [("2023-12-31", False), ("2024-01-01", True), ("2024-12-31", True), ("2025-01-01", False)]
)
def test_a_publication_day_lies_within_a_year_after_the_half_year(tmp_path, day, possible):
    days = {"2023H2": dt.date.fromisoformat(day)}
    if possible:
        assert parse(tmp_path, TWO_SHEETS, published=days).published_on == days["2023H2"]
    else:
        error = refused(tmp_path, TWO_SHEETS, published=days)
        assert (error.problem, error.remedy) == (f"2023H2 cannot have been published on {day}", "Check --published")


# What is refused whole: place, problem, remedy


def test_a_report_that_names_no_period_is_refused(tmp_path):
    error = refused(tmp_path, report_bytes({"TV": TV}, period="What We Watched"), "2023")
    assert error.problem == "neither the sheet nor the file name says which half-year it covers"
    assert "2024Jan-Jun" in error.remedy


def test_an_unknown_sheet_is_refused_by_name(tmp_path):
    error = refused(tmp_path, report_bytes({"TV": TV, "Games": FILM}))
    assert error.problem == 'the sheet "Games" is none of Engagement, TV, Film'


@pytest.mark.parametrize(
    ("columns", "first_column", "found"),
    [
        (NEW_REPORT, 0, "found available globally?, release date"),
        (NEW_REPORT, 2, "found (empty), title,"),
        (["Title", "Release Date", "Available Globally?", *NEW_REPORT[3:]], 1, "found title, release date, available globally?"),
        (NEW_REPORT[:-1], 1, "runtime; expected title, available globally?, release date, hours viewed, runtime, views"),
    ],
    ids=["no margin", "a wider margin", "two columns exchanged", "a column missing"],
)
def test_a_header_in_other_columns_is_refused(tmp_path, columns, first_column, found):
    error = refused(tmp_path, report_bytes({"TV": TV}, columns, first_column=first_column))
    assert found in error.problem
    assert error.place.endswith("sheet TV, row 6")


def test_a_sheet_too_short_for_a_header_is_refused(tmp_path):
    error = refused(tmp_path, report_bytes({"TV": []}, []))
    assert "found nothing" in error.problem


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"<!doctype html><title>Sign in</title>", "a web page (HTML) stands where the figures should be"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>', "a web page (HTML) stands where the figures should be"),
        (b"Title\tHours\n", "not an XLSX workbook, or damaged"),
        (TWO_SHEETS[:-100], "not an XLSX workbook, or damaged"),
        (report_bytes({"Film": FILM}), "no row names a season"),
        (report_bytes({"TV": []}), "no row names a season"),
    ],
    ids=["empty", "page", "page in xml", "text", "cut off", "films only", "header only"],
)
def test_what_is_no_report_is_refused(tmp_path, content, problem):
    assert problem in refused(tmp_path, content).problem


# Laws

CELLS = st.sampled_from(
    ["", None, 0.0, -1.0, 1e300, "nan", "*", "7:34", "2023-08-31", dt.date(2099, 1, 1), "Dark: Season 2", "No"]
)
TEXT = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=12)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("reports")


@given(st.data())
def test_kept_and_refused_add_up_whatever_the_cells_hold(folder, data):
    """Any cell may be anything: the row is kept or set aside, or the file is refused for holding no season at all."""
    rows = [dict(row) for row in TV]
    for _ in range(data.draw(st.integers(0, 5))):
        row = rows[data.draw(st.integers(0, len(rows) - 1))]
        row[data.draw(st.sampled_from(NEW_REPORT))] = data.draw(CELLS | TEXT | st.floats(allow_nan=False, allow_infinity=False))
    full = sum(any(cell not in {None, ""} for cell in row.values()) for row in rows)
    try:
        parsed = parse(folder, report_bytes({"TV": rows, "Film": FILM}))
    except InputError as error:
        assert error.problem == "no row names a season"  # noqa: PT017
        return
    assert parsed.total == parsed.rows.num_rows + parsed.refused.num_rows == full + len(FILM)
    assert "" not in parsed.rows["series_key"].to_pylist()


def test_the_same_rows_in_another_order_are_the_same_rows(tmp_path):
    def read(rows: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
        table = parse(tmp_path, report_bytes({"TV": rows})).rows.drop_columns(["version", "row"])
        return {tuple(row.values()) for row in table.to_pylist()}

    assert read(TV) == read(TV[::-1])


# The publisher's own


@pytest.mark.parametrize(
    ("period", "hours"), [("2023Jan-Jun", 12.9), ("2023Jul-Dec", 18.7), ("2024Jan-Jun", 18.0), ("2024Jul-Dec", 14.3)]
)
def test_the_publishers_report_is_read_whole(figures, period, hours):
    """As many rows as the sheets' own XML has filled cells in column B below the header; Spinning Out as printed, in millions."""
    path = figures / f"What_We_Watched_A_Netflix_Engagement_Report_{period}.xlsx"
    parsed = read_report(path, published={})
    sheets = b"".join(content for part, content in parts(path.read_bytes()).items() if part.startswith("xl/worksheets/sheet"))
    filled = [int(row) for row in re.findall(rb'<c r="B(\d+)"[^>]*(?<!/)>', sheets)]
    assert parsed.total == sum(row > HEADER_ROW for row in filled)
    (row,) = (row for row in parsed.rows.to_pylist() if row["series_key"] == "spinningout")
    assert (row["hours"], row["release_date"]) == (hours * 1_000_000, dt.date(2020, 1, 1))
    assert parsed.rows["release_date"].drop_null().to_numpy().max() <= parsed.covers_until
    assert len(parsed.notes) == 1
