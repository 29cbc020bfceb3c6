"""The terminal form keeps to its width, carries no codes unless asked, and drops nothing."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from cliffhanger.report import phrases, words
from cliffhanger.report.text import dossier_text
from tests.report.samples import ALL, OPEN_FIRST


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_asked(name: str, width: int) -> None:
    lines = dossier_text(ALL[name], width=width).split("\n")
    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("name", ALL)
def test_no_control_codes_and_no_missing_values_are_printed(name: str) -> None:
    text = dossier_text(ALL[name])
    assert "\x1b" not in text
    assert "\ue000" not in text
    assert not {"None", "nan", "inf"} & set(text.replace(",", " ").replace(".", " ").split())


def test_colour_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in dossier_text(OPEN_FIRST)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1m" in dossier_text(OPEN_FIRST, colour=True)


def test_the_answer_does_not_depend_on_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = dossier_text(OPEN_FIRST)
    for name, value in {"COLUMNS": "33", "TERM": "dumb", "LINES": "5"}.items():
        monkeypatch.setenv(name, value)
    assert dossier_text(OPEN_FIRST) == before


def test_every_section_and_gap_is_there() -> None:
    text = " ".join(dossier_text(OPEN_FIRST).split())
    for key in ("viewing", "comparables", "should", "will", "known", "gaps", "method", "sources"):
        assert words.TITLES[key] in text
    for gap in OPEN_FIRST.gaps:
        assert phrases.gap_sentence(gap) in text


def test_numbers_stay_with_their_units() -> None:
    lines = dossier_text(OPEN_FIRST, width=64).split("\n")
    assert not [line for line in lines if line.lstrip().startswith(("% ", "million"))]


def test_the_interval_is_drawn_on_its_scale() -> None:
    assert "0 % ────━━━●━━━─────────────────── 100 %" in dossier_text(OPEN_FIRST)
