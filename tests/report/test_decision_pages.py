"""The answer of ``decide`` from public figures as a page, as Markdown and as a workbook."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from cliffhanger.cli import run
from cliffhanger.dossier.decision import Decision
from cliffhanger.dossier.paying import Should
from cliffhanger.report import worth
from cliffhanger.report.decision_pages import decision_html, decision_markdown, decision_workbook
from cliffhanger.report.notation import clean_text
from cliffhanger.report.text import decision_text
from tests.report.samples import ALL, CONTROL, HOSTILE, SETTLED, UNANSWERED
from tests.report.test_html import Page


def decided(should: Should, series: str = "Spinning Out") -> Decision:
    return Decision(series, 1, dt.date(2025, 7, 2), 493, should, "package", (("half_years", "0123abcd", 1_234),))


EVERY = {name: decided(dossier.should, dossier.series) for name, dossier in ALL.items() if dossier.should is not None}
ANSWERS = EVERY | {"settled": decided(SETTLED), "unanswered": decided(UNANSWERED)}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_page_is_whole_loads_nothing_and_says_the_answer_first(name):
    text = decision_html(ANSWERS[name])
    page = Page(text)
    assert page.open == []
    assert page.headings[:2] == [1, 2]
    assert set(page.headings) == {1, 2}
    assert not {"script", "iframe", "img"} & {tag for tag, _ in page.tags}
    assert not [attributes for _, attributes in page.tags if str(attributes.get("href", "")).startswith("http")]
    assert not {"None", "nan", "inf"} & set(re.findall(r"\w+", page.text))
    should = ANSWERS[name].should
    assert text.count("<svg") == 2 * bool(should.reported and should.worth) + 2 * bool(should.against)
    assert ("It breaks even at a cost of" in text) is bool(should.worth)
    assert ("likelier not to pay back than to" in page.text) is bool(should.worth), "its break-even is the median"
    assert ("What it could cost and still pay" in page.text) is bool(should.worth)


@pytest.mark.parametrize("series", [HOSTILE, CONTROL, "=1+1"])
def test_names_do_nothing(series):
    answer = decided(SETTLED, series)
    assert "<script" not in decision_html(answer) + decision_markdown(answer)
    assert "\u202e" not in decision_html(answer) + decision_markdown(answer)
    book = CalamineWorkbook.from_filelike(io.BytesIO(decision_workbook(answer)))
    cells = [row[1] for row in book.get_sheet_by_name("Decision").to_python()]
    assert clean_text(series) in cells


def test_the_workbook_has_a_tab_for_each_table_with_numbers_as_numbers():
    book = CalamineWorkbook.from_filelike(io.BytesIO(decision_workbook(decided(SETTLED))))
    assert book.sheet_names == ["Decision", "Break-even", "Reported costs", "Risk", "Guards", "Assumptions", "Files"]
    head, row, *_ = book.get_sheet_by_name("Break-even").to_python()
    first = SETTLED.worth[0]
    assert row[head.index("USD an hour, p50")] == pytest.approx(first.value.p50)
    assert row[head.index("season, USD, p90")] == pytest.approx(first.season.p90)
    assert book.get_sheet_by_name("Decision").to_python()[1][0] == worth.spoken_answer(SETTLED)
    assert len(book.get_sheet_by_name("Assumptions").to_python()) == 1 + len(SETTLED.assumptions)
    told = {row[0]: row[-1] for row in book.get_sheet_by_name("Guards").to_python()[1:]}
    assert told == {guard.code: worth.caution(guard) for guard in SETTLED.guards}
    assert any(told.values())
    assert "hours of another season, p50" in [row[0] for row in book.get_sheet_by_name("Decision").to_python()]


def test_every_format_says_what_each_attitude_would_choose():
    asked = tuple(replace(one, asked=not one.asked) for one in SETTLED.payback.choices)
    cautious = replace(SETTLED, payback=replace(SETTLED.payback, risk=asked[1].risk, choices=asked))
    said = "By the mean of the worst 20 % of outcomes it is worth -19 million USD: end it."
    book = CalamineWorkbook.from_filelike(io.BytesIO(decision_workbook(decided(cautious))))
    rows = book.get_sheet_by_name("Risk").to_python()
    assert ["cvar:0.2", "asked", "the mean of the worst 20 % of outcomes", "end", "another season", -1.9e7] in rows
    answer = decided(cautious)
    for told in (decision_html(answer), decision_markdown(answer), decision_text(answer, width=120)):
        assert said in " ".join(told.split())
        assert "What each attitude to risk would choose" in told
        assert "cvar:0.2 (asked)" in told
    assert "attitude" not in decision_text(decided(replace(SETTLED, payback=None)))


def test_markdown_has_the_sentence_first_and_whole_tables():
    page = decision_markdown(decided(SETTLED))
    assert page.split("\n\n")[2] == f"**{worth.spoken_answer(SETTLED)}**"
    tables = re.findall(r"(?:^\|.*\|$\n?)+", page, flags=re.MULTILINE)
    assert len(tables) == 4  # worth, reported costs, attitudes, assumptions
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


@pytest.mark.parametrize(("form", "begins"), [("html", b"<!doctype"), ("md", b"# Spinning"), ("xlsx", b"PK"), ("json", b"{")])
def test_every_form_is_written_to_a_file(form, begins, tmp_path, capsys):
    out = tmp_path / "new" / f"d.{form}"
    assert run(["decide", "Spinning Out", "--format", form, "--out", str(out)]) == 0
    assert out.read_bytes().lstrip().startswith(begins)
    assert capsys.readouterr().out == ""
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_a_workbook_needs_a_file_to_go_to(capsys):
    assert run(["decide", "Spinning Out", "--format", "xlsx"]) == 2
    assert "Name a file with --out" in capsys.readouterr().err
