"""The board keeps to its width, says what it leaves out, and cannot run in a spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math

import pytest
from rich.cells import cell_len

from cliffhanger.report.board import COLUMNS, board_csv, board_text
from tests.report.samples import CONTROL, HOSTILE

BY = dt.date(2026, 7, 1)
ROW: dict[str, object] = {
    "series": "Harbour Lights", "season": 1, "premiere": "2024-02-08", "first_season": True, "limited": False, "listed": True,
    "p_return": 0.25, "p_return_36m": 0.23, "p_return_by": 0.11, "p_seen_by": 0.004, "return_p10": "2025-11-20",
    "return_p50": "2026-07-14", "return_p90": "2027-10-02", "next_views_4w_p10": 5.2e6, "next_views_4w_p50": 9.3e6,
    "next_views_4w_p90": 16.8e6, "as_of": "2025-07-01",
}  # fmt: skip
NOTHING: dict[str, object] = {**dict.fromkeys(COLUMNS), "series": "오징어 게임 이것은 매우 긴 제목입니다", "season": 2}


def read(text: str) -> list[dict[str, str]]:
    """Read CSV back."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("width", [80, 100, 160])
def test_a_board_keeps_to_its_width(width: int) -> None:
    rows = [ROW, NOTHING, {**ROW, "series": HOSTILE}, {**ROW, "series": CONTROL, "season": 12, "limited": True}]
    text = board_text(rows, width=width, limit=10, by=BY)
    assert max(cell_len(line) for line in text.split("\n")) <= width
    assert "\x1b" not in text
    assert "None" not in text


def test_a_row_says_chances_days_and_views() -> None:
    (line,) = [line for line in board_text([ROW], width=80, limit=5, by=BY).split("\n") if line.startswith("Harbour")]
    assert line.split() == ["Harbour", "Lights", "1", "2024-02", "23", "%", "11", "%", "<1", "%", "2026-07", "25-11/27-10", "9.3"]


def test_a_row_that_an_owners_word_moved_is_marked() -> None:
    text = board_text([ROW, {**ROW, "series": "Low Season", "owners_word": "cancelled"}], width=80, limit=5, by=BY)
    (line,) = [line for line in text.split("\n") if line.startswith("Low Season")]
    assert line.split()[2] == "1*"
    assert "*: the owner's word" in text
    assert "*" not in board_text([ROW], width=80, limit=5, by=BY)


def test_rows_left_out_are_counted() -> None:
    assert "2 more seasons not shown." in board_text([ROW] * 5, width=80, limit=3, by=BY)
    assert "1 more season not shown." in board_text([ROW] * 4, width=80, limit=3, by=BY)
    assert "not shown" not in board_text([ROW] * 3, width=80, limit=3, by=BY)
    assert board_text([ROW] * 4, width=80, limit=0, by=BY).count("Harbour") == 4


def test_an_empty_board_is_a_board() -> None:
    assert board_text([], width=80, limit=3, by=BY).startswith("Board: 0 seasons")
    assert board_csv([]) == ",".join(COLUMNS) + "\n"


def test_csv_gives_back_plain_numbers() -> None:
    (row,) = read(board_csv([{**ROW, "p_seen_by": 1e-7, "next_views_4w_p90": 1.25e21, "p_return": -0.5}]))
    assert list(row) == list(COLUMNS)
    assert (row["p_seen_by"], row["next_views_4w_p90"], row["p_return"]) == ("0.0000001", "1250000000000000000000", "-0.5")
    assert (row["first_season"], row["limited"], row["season"]) == ("true", "false", "1")


def test_csv_leaves_nothing_for_null_and_not_finite() -> None:
    (row,) = read(board_csv([{**NOTHING, "p_return": math.nan, "p_return_36m": math.inf}]))
    assert {name for name, value in row.items() if value} == {"series", "season"}


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_begins_like_a_formula(first: str) -> None:
    (row,) = read(board_csv([{**ROW, "series": f"{first}cmd|' /C calc'!A0"}]))
    assert row["series"] == f"'{first}cmd|' /C calc'!A0"


def test_csv_quotes_what_csv_must_quote() -> None:
    (row,) = read(board_csv([{**ROW, "series": HOSTILE}]))
    assert row["series"] == HOSTILE
