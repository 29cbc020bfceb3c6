"""The weekly list in every layout that it has had, and every way in which a file may be spoilt."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cliffhanger.errors import InputError
from cliffhanger.sources.netflix.lists import looks_like_list, read_list
from tests.sources.netflix.builders import (
    ENGLISH,
    FILMS,
    NEW_LIST,
    NON_ENGLISH,
    OLD_LIST,
    WEEK,
    list_bytes,
    list_file,
    list_row,
    list_workbook,
    report_bytes,
    report_row,
    ten,
    without,
)

BEFORE = WEEK - dt.timedelta(weeks=1)
WRITERS = (list_file, list_workbook)
LAYOUTS = (OLD_LIST, NEW_LIST, [*OLD_LIST, "first_seen"], [*NEW_LIST, "first_seen"])

# Two weeks: the first in the English list with a film list beside it, the second with a season and an event on top.
TWO_WEEKS = [
    *ten(list_row("Bridgerton: Season 3", 1, week=BEFORE), week=BEFORE),
    *ten(list_row("Hit Man", 1, week=BEFORE, category=FILMS), week=BEFORE, category=FILMS),
    *ten(
        list_row("Bridgerton: Season 3", 1, cumulative_weeks_in_top_10="2", first_seen="2024-07-05"),
        list_row("Raw: June 24, 2024", 2),
    ),
]


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_list(path)
    assert caught.value.place.startswith(str(path))
    assert caught.value.remedy
    return caught.value


def spoilt(folder: Path, content: bytes, name: str = "all-weeks-global.tsv") -> InputError:
    path = folder / name
    path.write_bytes(content)
    return refused(path)


# What is read


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("columns", LAYOUTS, ids=["old", "new", "old, first seen", "new, first seen"])
def test_every_layout_gives_the_same_rows(tmp_path, write, columns):
    path = write(tmp_path, TWO_WEEKS, columns)
    parsed = read_list(path)
    content = path.read_bytes()
    (first, second) = (row for row in parsed.rows.to_pylist() if row["series"] == "Bridgerton")
    printed = "runtime" in columns
    assert second == {
        "version": hashlib.sha256(content).hexdigest()[:12],
        "version_day": dt.date(2024, 7, 5) if "first_seen" in columns else dt.date(2024, 7, 3),
        "week": dt.date(2024, 6, 30),
        "published_on": dt.date(2024, 7, 2),
        "category": ENGLISH,
        "rank": 1,
        "series": "Bridgerton",
        "series_key": "bridgerton",
        "season": 3,
        "part": None,
        "label": "season",
        "hours": 8_000_000,
        "runtime_min": 480 if printed else None,
        "views": 1_000_000 if printed else None,
        "weeks_in_list": 2,
    }
    assert (first["week"], first["published_on"]) == (dt.date(2024, 6, 23), dt.date(2024, 6, 25))
    assert (parsed.kind, parsed.sha256) == ("weekly", hashlib.sha256(content).hexdigest())
    assert (parsed.covers_until, parsed.published_on) == (dt.date(2024, 6, 30), dt.date(2024, 7, 2))
    assert parsed.total == len(TWO_WEEKS) == parsed.rows.num_rows + parsed.refused.num_rows
    assert parsed.refused_by_reason() == {"a film": 10, "event: wrestling night": 1}


def test_without_first_seen_a_label_counts_from_the_day_after_the_newest_list_came_out(tmp_path):
    """Sunday 30 June, published on Tuesday 2 July, seen whole on Wednesday 3 July: also for the labels of older weeks."""
    rows = read_list(list_file(tmp_path, TWO_WEEKS)).rows
    assert set(rows.column("version_day").to_pylist()) == {dt.date(2024, 7, 3)}


def test_first_seen_goes_before_the_files_own_day_and_a_row_without_it_falls_back(tmp_path):
    rows = ten(list_row("Lupin: Part 3", 1, first_seen="2024-08-01"), list_row("Dark: Season 1", 2, first_seen=""))
    parsed = read_list(list_file(tmp_path, rows, [*NEW_LIST, "first_seen"])).rows.to_pylist()
    assert [row["version_day"] for row in parsed[:3]] == [dt.date(2024, 8, 1), dt.date(2024, 7, 3), dt.date(2024, 7, 3)]


@pytest.mark.parametrize("season_title", ["N/A", ""])
def test_a_title_without_a_season_title_is_read_from_the_show(tmp_path, season_title):
    rows = ten(list_row("x", 1, show_title="Stranger Things 4", season_title=season_title))
    first = read_list(list_file(tmp_path, rows)).rows.to_pylist()[0]
    assert (first["series"], first["season"], first["label"]) == ("Stranger Things", 4, "alias")


def test_a_refused_television_row_keeps_the_place_it_took_and_a_film_has_none(tmp_path):
    """A later version may give the row a season; the ledger must see that the place was taken."""
    parsed = read_list(list_file(tmp_path, TWO_WEEKS))
    by_title = {row["title"]: row for row in parsed.refused.to_pylist()}
    assert by_title["Raw: June 24, 2024"] == {
        "place": "line 23",
        "title": "Raw: June 24, 2024",
        "reason": "event: wrestling night",
        "version": parsed.sha256[:12],
        "version_day": dt.date(2024, 7, 3),
        "week": WEEK,
        "category": ENGLISH,
        "rank": 2,
    }
    assert by_title["Hit Man"]["week"] is None


def test_a_special_and_an_unnumbered_series_are_told_apart_by_the_printed_runtime(tmp_path):
    rows = ten(
        list_row("Adam Sandler: Love You", 1, runtime="1.25"),
        list_row("The Pacific", 2, runtime="8.9"),
        list_row("True Beauty", 3, runtime=""),
    )
    parsed = read_list(list_file(tmp_path, rows))
    assert next(row["series"] for row in parsed.rows.to_pylist()) == "The Pacific"
    assert [(row["place"], "special" in row["reason"]) for row in parsed.refused.to_pylist()] == [
        ("line 2", True),
        ("line 4", True),
    ]


def test_one_place_taken_twice_is_kept_once(tmp_path):
    rows = [*ten(), list_row("Late: Season 1", 10)]
    parsed = read_list(list_file(tmp_path, rows))
    assert parsed.rows.num_rows == 10
    assert parsed.refused.to_pylist()[0]["reason"] == "the same week, list and rank stand in the file twice"
    assert parsed.refused.to_pylist()[0]["place"] == "line 12"


def test_two_lists_of_one_week_do_not_mix(tmp_path):
    rows = [*ten(), *ten(category=NON_ENGLISH)]
    assert read_list(list_file(tmp_path, rows)).rows.num_rows == 20


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"weekly_rank": "11"}, 'rank "11" is not 1 to 10'),
        ({"weekly_rank": "first"}, 'rank "first" is not 1 to 10'),
        ({"weekly_hours_viewed": "many"}, 'hours "many" are no count above zero'),
        ({"weekly_hours_viewed": "0"}, 'hours "0" are no count above zero'),
        ({"weekly_hours_viewed": "-5"}, 'hours "-5" are no count above zero'),
        ({"weekly_hours_viewed": "1.5"}, 'hours "1.5" are no count above zero'),
        ({"cumulative_weeks_in_top_10": ""}, 'weeks in the list "" are no count of 1 to 5,000'),
        ({"cumulative_weeks_in_top_10": "99999"}, 'weeks in the list "99999" are no count of 1 to 5,000'),
        ({"season_title": "Crims: Season 0"}, "season number 0 cannot be"),
    ],
)
def test_a_bad_cell_costs_its_row_only(tmp_path, cells, reason):
    parsed = read_list(list_file(tmp_path, ten(list_row("Bad: Season 1", 1, **cells))))
    assert parsed.rows.num_rows == 9
    assert [(row["place"], row["reason"]) for row in parsed.refused.to_pylist()] == [("line 2", reason)]


@pytest.mark.parametrize("week", ["soon", "9999-12-31", "2024-02-30", ""])
def test_a_week_that_is_no_day_costs_its_row_and_names_it(tmp_path, week):
    broken = [list_row("Bad: Season 1", rank) | {"week": week} for rank in range(1, 11)]
    parsed = read_list(list_file(tmp_path, [*ten(), *broken]))
    assert parsed.refused_by_reason() == {f'week "{week}" is no date': 10}


def test_an_unknown_list_is_refused_row_by_row(tmp_path):
    unknown = [list_row("Odd: Season 1", rank, category="TV (Klingon)") for rank in range(1, 11)]
    (reason,) = read_list(list_file(tmp_path, [*ten(), *unknown])).refused_by_reason()
    assert reason.startswith('category "TV (Klingon)" is none of TV (English), TV (Non-English)')


@pytest.mark.parametrize("runtime", ["", "?", "nan", "inf", "-2", "0", "1e9"])
def test_a_runtime_that_is_none_is_null(tmp_path, runtime):
    assert (
        read_list(list_file(tmp_path, ten(list_row("A: Season 1", 1, runtime=runtime)))).rows.to_pylist()[0]["runtime_min"]
        is None
    )


def test_line_ends_and_marks_of_other_systems_change_nothing(tmp_path):
    plain = read_list(list_file(tmp_path, TWO_WEEKS)).rows.drop_columns("version")
    content = list_bytes(TWO_WEEKS)
    for other in (content.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + content, content[:-1], content + b"\n\n"):
        (tmp_path / "all-weeks-global.tsv").write_bytes(other)
        assert read_list(tmp_path / "all-weeks-global.tsv").rows.drop_columns("version") == plain


def test_only_a_line_feed_ends_a_row(tmp_path):
    """Other signs that some count as line ends may stand in a title."""
    rows = ten(*(list_row(f"A{sign}B: Season 1", at) for at, sign in enumerate("\u2028\x85\x0b\x1d", 1)))
    assert read_list(list_file(tmp_path, rows)).rows.num_rows == 10


def test_a_workbook_wider_and_longer_than_its_list_is_read(tmp_path):
    """Formatting leaves empty cells to the right, and somebody an empty row between two lists."""
    rows = [*ten(), {}, {}, *ten(category=NON_ENGLISH)]
    assert read_list(list_workbook(tmp_path, rows, NEW_LIST, width=12)).total == 20


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("all-weeks-global.tsv", True),
        ("LIST.TSV", True),
        ("All-Weeks-Global.XLSX", True),
        ("What_We_Watched_2024Jan-Jun.xlsx", False),
        ("all-weeks-global.csv", False),
    ],
)
def test_what_looks_like_a_list(name, expected):
    assert looks_like_list(Path(name)) is expected


# What is refused whole: place, problem, remedy


def test_a_file_cut_inside_a_line_names_the_line(tmp_path):
    content = list_bytes(TWO_WEEKS)
    error = spoilt(tmp_path, content[: content.rindex(b"\t8.0")])
    assert error.place.endswith(", line 31")
    assert error.problem == "the row has 6 of 9 cells: the file is cut off or damaged"
    assert "Fetch the file" in error.remedy


def test_a_file_cut_at_a_line_end_names_the_list(tmp_path):
    lines = list_bytes(TWO_WEEKS).splitlines(keepends=True)
    error = spoilt(tmp_path, b"".join(lines[:-3]))
    assert error.problem == f"the list is cut off: 7 of 10 ranks for {ENGLISH} in the week of {WEEK}"
    error = spoilt(tmp_path, b"".join(lines[:1] + lines[3:-3]))
    assert error.problem == f"the list is cut off: 8 of 10 ranks for {ENGLISH} in the week of {BEFORE}, and 1 more lists"


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("The Global Top 10", "found the global top 10;"),
        ("\t".join(["", *NEW_LIST]), "found (empty), week,"),
        ("\t".join([*NEW_LIST[:5], NEW_LIST[6], NEW_LIST[5], *NEW_LIST[7:]]), "season_title, runtime, weekly_hours_viewed"),
        ("\t".join(NEW_LIST[:-1]), "runtime, weekly_views; expected"),
    ],
    ids=["a line above it", "a column before it", "two columns exchanged", "a column missing"],
)
def test_a_moved_header_says_what_was_found_and_what_was_expected(tmp_path, header, found):
    body = list_bytes(ten()).split(b"\n", 1)[1]
    error = spoilt(tmp_path, header.encode() + b"\n" + body)
    assert error.place.endswith(", line 1")
    assert found in error.problem
    assert "expected week, category, weekly_rank" in error.problem


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the header is not where it should be: found nothing"),
        (b"\n<!DOCTYPE html><html>busy</html>", "a web page (HTML) stands where the figures should be"),
        (b"<HTML><body>", "a web page (HTML) stands where the figures should be"),
        (list_bytes(ten()).replace(b"Filler 2", "Fíller 2".encode("latin-1")), "not UTF-8 text at byte"),
        (list_bytes(ten()).decode().encode("utf-16"), "not UTF-8 text at byte 0"),
        (list_bytes([]), "no row has a date as its week"),
        (list_bytes(ten()).replace(b"2024-06-30", b"last week "), "no row has a date as its week"),
    ],
    ids=["empty", "blank", "mark only", "page", "page in capitals", "latin-1", "utf-16", "header only", "no dates"],
)
def test_what_is_no_list_is_refused(tmp_path, content, problem):
    assert problem in spoilt(tmp_path, content).problem


def test_a_list_that_is_not_there_is_refused(tmp_path):
    assert "cannot be read (No such file" in refused(tmp_path / "all-weeks-global.tsv").problem
    assert "cannot be read (Is a directory" in refused(tmp_path).problem


def test_a_workbook_without_rows_or_with_something_else_is_refused(tmp_path):
    report = report_bytes({"TV": [report_row("Dark: Season 1")]})
    assert "the header is not where" in spoilt(tmp_path, report, "all-weeks-global.xlsx").problem
    assert "not an XLSX workbook" in spoilt(tmp_path, b"PK", "all-weeks-global.xlsx").problem
    assert "damaged" in spoilt(tmp_path, without(report, "xl/workbook.xml"), "all-weeks-global.xlsx").problem
    path = list_workbook(tmp_path, [], [])
    assert refused(path).problem == "the workbook has no rows"


def test_a_sheet_names_the_row_of_a_bad_cell(tmp_path):
    path = list_workbook(tmp_path, ten(list_row("Bad: Season 1", 1, weekly_hours_viewed="0")))
    assert read_list(path).refused.to_pylist()[0]["place"] == "sheet Global, row 2"


# Laws

CELLS = st.sampled_from(["", "0", "1", "11", "-1", "1e300", "99999999999999999999", "nan", "N/A", "Dark: Season 2", "2024-06-30"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("lists")


@given(st.data())
def test_kept_and_refused_add_up_whatever_the_cells_hold(folder, data):
    """Any cell may be anything: the row is kept or set aside, or the file is refused with its place; nothing else happens."""
    rows = [dict(row) for row in TWO_WEEKS]
    for _ in range(data.draw(st.integers(0, 6))):
        row = rows[data.draw(st.integers(0, len(rows) - 1))]
        text = st.text(st.characters(exclude_characters="\t\n\r", exclude_categories=["Cs"]), max_size=12)
        row[data.draw(st.sampled_from(NEW_LIST))] = data.draw(CELLS | text)
    try:
        parsed = read_list(list_file(folder, rows))
    except InputError as error:
        assert "the list is cut off" in error.problem  # noqa: PT017
        return
    assert parsed.total == parsed.rows.num_rows + parsed.refused.num_rows == len(rows)
    assert "" not in parsed.rows.column("series_key").to_pylist()
    slots = [(row["week"], row["category"], row["rank"]) for row in parsed.rows.to_pylist()]
    assert len(slots) == len(set(slots))


@given(st.integers(0, len(list_bytes(TWO_WEEKS)) - 1))
def test_a_list_that_lost_its_end_is_never_read_as_whole(folder, length):
    """But for a cut between two lists, or in the last cell before: the publisher's file ends without a line feed."""
    content = list_bytes(TWO_WEEKS)[:length]
    rows = [line for line in content.split(b"\n")[1:] if line]
    assume(not rows or len(rows) % 10 or rows[-1].count(b"\t") < len(NEW_LIST) - 1)
    path = folder / "cut.tsv"
    path.write_bytes(content)
    with pytest.raises(InputError):
        read_list(path)


# The publisher's own


@pytest.mark.parametrize("name", ["all-weeks-global.tsv", "all-weeks-global.first-published.tsv"])
def test_the_publishers_list_is_read_whole(figures, name):
    parsed = read_list(figures / name)
    rows = parsed.rows.to_pandas()
    lines = (figures / name).read_text(encoding="utf-8").splitlines()
    assert parsed.total == len(lines) - 1
    assert rows.groupby(["week", "category"])["rank"].max().le(10).all()
    assert not rows.duplicated(["week", "category", "rank"]).any()
    assert set(rows.week.map(lambda week: week.weekday())) == {6}
    films = sum("\tFilms (" in line for line in lines)
    assert parsed.refused_by_reason()["a film"] == films
    assert rows.shape[0] / (len(lines) - 1 - films) > 0.95
