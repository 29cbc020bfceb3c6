"""Markdown tables are well-formed, and a title cannot become mark-up."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cliffhanger.report.markdown import dossier_markdown
from tests.report.samples import ALL, OPEN_FIRST, told

CELL = re.compile(r"(?<!\\)\|")


@pytest.mark.parametrize("name", ALL)
def test_every_row_of_a_table_has_as_many_cells_as_its_head(name: str) -> None:
    lines = dossier_markdown(ALL[name]).split("\n")
    tables = 0
    for at, line in enumerate(lines):
        if re.fullmatch(r"\|( -{3}:? \|)+", line):
            tables += 1
            assert lines[at - 2] == "", "a table needs an empty line before it"
            end = next(k for k in range(at, len(lines)) if not lines[k].startswith("|"))
            assert {len(CELL.findall(row)) for row in lines[at - 1 : end]} == {len(CELL.findall(line))}
    assert tables >= 3


@pytest.mark.parametrize("name", ALL)
def test_no_missing_value_is_printed(name: str) -> None:
    assert not re.search(r"\b(None|nan|NaN|inf)\b", dossier_markdown(ALL[name]))


def test_a_hostile_title_stays_text() -> None:
    text = dossier_markdown(ALL["hostile"])
    assert "<" not in text
    assert "# &lt;script&gt;alert(1)&lt;/script&gt; &amp; \"=cmd\\|' /C calc'!A0\", season 1\n" in text
    assert "\\[x\\](y)" in text
    assert "\x1b" not in text


def test_sections_follow_the_order_of_the_page() -> None:
    heads = [line[3:] for line in dossier_markdown(OPEN_FIRST).split("\n") if line.startswith("## ")]
    assert heads == [
        "The answers", "Viewing over time", "Comparable seasons", "Should it be renewed?", "Will it come back, and when?",
        "What is known, and who says so?", "What is not known, and what would settle it", "Method", "Definitions",
        "Sources and versions",
    ]  # fmt: skip


def test_no_section_of_what_is_known_is_crowded_out_by_a_long_one() -> None:
    text = dossier_markdown(replace(OPEN_FIRST, told=told("cancelled")))
    assert "Cast and crew: 18 more:" in text
    assert all(said in text for said in ("Actor 0,", "Actor 29,", "48,500", "Save", "it pays"))


def test_a_campaign_is_told_in_words_and_tables() -> None:
    text = dossier_markdown(ALL["campaigning"])
    for said in ("2.1 % of 2.3 million views", "The campaign day by day", "how many were saved", "coefficient is zero"):
        assert said in text
