"""Numbers are written one way, never as a certainty, and never as None or NaN."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.dossier.spread import Spread
from cliffhanger.report import notation
from tests.report.samples import CONTROL


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.0, "under 1 %"),
        (0.0099, "under 1 %"),
        (0.01, "1 %"),
        (0.234, "23 %"),
        (0.99, "99 %"),
        (0.991, "over 99 %"),
        (1.0, "over 99 %"),
    ],
)
def test_a_chance_is_rounded_to_per_cents(value: float, written: str) -> None:
    assert notation.chance(value) == written


@given(st.floats(0.0, 1.0))
def test_no_chance_is_written_as_certain(value: float) -> None:
    for written in (notation.chance(value), notation.short_chance(value), notation.fine_chance(value)):
        assert written.split()[0] not in {"0", "100", "0.0", "100.0"}


@pytest.mark.parametrize("value", [None, math.nan, math.inf, -math.inf])
def test_what_is_not_a_number_is_a_dash(value: float | None) -> None:
    writers = (
        notation.chance,
        notation.short_chance,
        notation.fine_chance,
        notation.amount,
        notation.millions,
        notation.signed,
        notation.score,
    )
    assert {write(value) for write in writers} == {notation.UNKNOWN}
    assert notation.chance_range(Spread(value, 0.5, 0.6)) == ""
    assert notation.amount_range(Spread(1.0, 2.0, value)) == ""


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [(0.15, 0.33, "15 to 33 %"), (0.001, 0.002, "under 1 %"), (0.001, 0.02, "under 1 % to 2 %"), (0.9, 1.0, "90 to over 99 %")],
)
def test_an_interval_of_chances_names_its_unit_once(low: float, high: float, written: str) -> None:
    assert notation.chance_range(Spread(low, low, high)) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (812.0, "812"),
        (-0.3, "0"),
        (999_499.0, "999,499"),
        (999_500.0, "1.0 million"),
        (12_900_000, "12.9 million"),
        (999_499_999, "999.5 million"),
        (1_719_000_000, "1.72 billion"),
    ],
)
def test_amounts_step_from_ones_to_millions_to_billions(value: float, written: str) -> None:
    assert notation.amount(value) == written


def test_an_interval_of_amounts_over_two_units_keeps_both() -> None:
    assert notation.amount_range(Spread(5.2e6, 9e6, 16.8e6)) == "5.2 to 16.8 million"
    assert notation.amount_range(Spread(870e6, 1e9, 1.2e9)) == "870.0 million to 1.20 billion"


def test_zero_has_no_sign() -> None:
    assert [notation.signed(v) for v in (0.04, -0.04, 0.4, -0.9)] == ["0.0", "0.0", "+0.4", "-0.9"]


def test_scores_that_look_alike_get_a_third_decimal() -> None:
    assert notation.scores(0.124, 0.161) == ("0.12", "0.16")
    assert notation.scores(0.0702, 0.0748) == ("0.070", "0.075")
    assert notation.scores(0.07, None) == ("0.07", notation.UNKNOWN)


@pytest.mark.parametrize(
    ("first", "written"),
    [
        (dt.date(2025, 7, 1), "Jul 2025 to Sep 2025"),
        (dt.date(2025, 11, 1), "Nov 2025 to Jan 2026"),
        (dt.date(2025, 11, 20), "Nov 2025 to Feb 2026"),
    ],
)
def test_a_quarter_is_named_by_its_months(first: dt.date, written: str) -> None:
    assert notation.quarter(first) == written


def test_months_are_counted_whole() -> None:
    assert notation.months_since(dt.date(2020, 1, 31), dt.date(2020, 2, 29)) == 0
    assert notation.months_since(dt.date(2020, 1, 1), dt.date(2025, 7, 1)) == 66


def test_text_of_others_cannot_steer_a_terminal_or_turn_the_reading_order() -> None:
    cleaned = notation.clean_text(CONTROL)
    assert cleaned == "Night[31m|Shift `**_[x](y)_**` </svg>"
    assert notation.clean_text("오징어 게임 · Élite") == "오징어 게임 · Élite"
