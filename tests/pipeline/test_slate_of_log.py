"""What a slate of a log rests on: whose guards withhold it, who is left out, which title a name means, and how that is told."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from cliffhanger.decision.limits import Limits
from cliffhanger.decision.options import Estimate, Reserve
from cliffhanger.decision.slate import SlateAnswer, SlateQuestion, decide_slate
from cliffhanger.dossier.log_slate import LogBasis, OpenWindow, SeasonJudged
from cliffhanger.dossier.paying import Guard, Stated
from cliffhanger.dossier.spread import Spread
from cliffhanger.errors import InputError, NotFoundError, UsageError
from cliffhanger.pipeline.log_titles import title_of
from cliffhanger.pipeline.slate_from_log import check_guards
from cliffhanger.report.slate_html import slate_html
from cliffhanger.report.slate_text import slate_text
from cliffhanger.report.workbook import slate_workbook

NAMES = {"s1": ("The Golden Bridge", "drama", "en"), "s2": ("Night Ferry", "drama", "en"), "s3": ("Night Ferry", "", "")}
ALIASES = {"s1": ("Golden Bridge", "Night Ferry"), "s2": ("Ferry",)}
TITLES = ["s1", "s2", "s3", "s4"]


@pytest.mark.parametrize(
    ("series", "title"),
    [("s4", "s4"), ("the golden bridge ", "s1"), ("Golden Bridge", "s1"), ("ferry", "s2")],
)
def test_a_title_has_several_names(series: str, title: str) -> None:
    assert title_of(NAMES, ALIASES, TITLES, series) == title


def test_a_name_of_two_titles_is_refused_with_both() -> None:
    with pytest.raises(UsageError, match='"night ferry" is the name of s2 and of s3'):
        title_of(NAMES, ALIASES, TITLES, "night ferry")
    assert title_of(NAMES, ALIASES, ["s1", "s2"], "Night Ferry") == "s2", "the name that viewers see goes before an alias"
    with pytest.raises(NotFoundError, match='Did you mean "Golden Bridge"'):
        title_of(NAMES, ALIASES, TITLES, "Golden Bridges")


def basis(**changes: Any) -> LogBasis:
    look = Guard("window", "REVIEW", 40.0, 91.0)
    base: dict[str, Any] = {
        "as_of": dt.date(2025, 12, 30),
        "log": "abc",
        "guards": (Guard("log_length", "PASS", 730.0, 365.0), Guard("sequels", "REVIEW", 4.0, 6.0)),
        "seasons": (
            SeasonJudged("s1", 1, "The Golden Bridge", (Guard("cost", "PASS", None, None), look)),
            SeasonJudged("s2", 3, "Night Ferry", (Guard("cost", "FAIL", None, None), Guard("followers", "FAIL", 3.0, 20.0))),
            SeasonJudged("s4", 2, "s4", (Guard("cost", "PASS", None, None), look)),
        ),
        "assumptions": (
            Stated("margin", Spread(0.4, 0.4, 0.4), "share", "gross", "given with the question", None, changed=True),
        ),
    }
    return LogBasis(**(base | changes))


def answered() -> tuple[SlateAnswer, SlateQuestion]:
    estimates = (
        Estimate("s1", 1, "renew", (3_000.0, 4_000.0, 5_000.0), (1_000.0, 1_500.0, 2_000.0), 8, "drama", "", "en"),
        Estimate("s4", 2, "renew", (30.0, 40.0, 50.0), (1_000.0, 1_500.0, 2_000.0), 8, "drama", "", "en"),
    )
    question = SlateQuestion("USD", estimates, limits=Limits(5_000.0), points=4, n_draws=200)
    answer = decide_slate(question)
    assert isinstance(answer, SlateAnswer)
    return answer, question


def test_what_withholds_every_verdict_withholds_the_slate() -> None:
    check_guards(basis())
    failed = (Guard("log_length", "FAIL", 106.0, 180.0), Guard("sequels", "FAIL", 0.0, 3.0))
    told = "no slate: the log holds 106 days; 180 are wanted; 0 past seasons followed another within the log; 3 are wanted"
    with pytest.raises(InputError, match=told):
        check_guards(basis(guards=failed))


def test_where_every_season_is_left_out_there_is_no_slate() -> None:
    seasons = basis().seasons
    few = SeasonJudged("s1", 1, "The Golden Bridge", (Guard("followers", "FAIL", 3.0, 20.0),))
    with pytest.raises(InputError, match=r"every season is left out \(s1 season 1: 3 members have finished"):
        check_guards(basis(seasons=(few, seasons[1])))
    with pytest.raises(InputError, match="no season of the log has a cost"):
        check_guards(basis(seasons=(seasons[1],)))


def test_text_and_page_name_series_and_say_what_was_left_out_and_assumed() -> None:
    answer, _ = answered()
    page = slate_html(answer, notes=[], basis=basis())
    text = " ".join(slate_text(answer, notes=[], basis=basis(), width=100).split())
    for told in (text, page):
        assert "s1 S1 The Golden Bridge" in told
        assert "2 seasons are decided, 1 left out." in told
        assert "Left out: s2 S3 Night Ferry: no production cost of this season or an earlier one is on file; 3 members" in told
        assert "REVIEW of the service: 4 past seasons followed another" in told
        assert "REVIEW of s1 S1 The Golden Bridge: its 91-day window is open" in told
        assert "REVIEW of s4" not in told, "it ends"
        assert "margin (given)" in told
    assert "left out" not in slate_text(answer, notes=[])


def waiting() -> tuple[SlateAnswer, SlateQuestion, LogBasis]:
    """``s1`` waits: by itself that is worth 300 more than to renew today."""
    _, question = answered()
    wait = Estimate("s1", 1, "wait", (3_200.0, 4_100.0, 5_200.0), (1_300.0,) * 3, reserve=Reserve((1_000.0, 1_500.0, 2_000.0), 8))
    question = replace(question, estimates=(*question.estimates, wait))
    found = decide_slate(question)
    assert isinstance(found, SlateAnswer)
    window = OpenWindow(51, "renew", 450.0, 150.0, 1_500.0, (("renew", 0.85),))
    seasons = (replace(basis().seasons[0], window=window), *basis().seasons[1:])
    return found, question, basis(seasons=seasons)


def test_open_windows_are_told_in_every_format() -> None:
    answer, question, rests = waiting()
    text = slate_text(answer, notes=[], basis=rests, width=140)
    (row,) = [line for line in text.splitlines() if line.startswith("s1 S1") and "450" in line]
    assert row.split()[5:] == ["51", "renew", "450", "150", "+300", "1,500", "wait", "wait"]
    assert text.startswith("Renew 0 of 2 (and 1 to wait for) for 1,300 USD")
    page = slate_html(answer, notes=[], basis=rests)
    assert "Decide now or wait" in page
    assert "holds back of the budget" in page
    book = CalamineWorkbook.from_filelike(io.BytesIO(slate_workbook(answer, question, notes=[], basis=rests)))
    told = ["s1", 1, "The Golden Bridge", 51, "renew", 450, 150, 300, 1500, "renew 85 %", "wait"]
    assert book.get_sheet_by_name("Open windows").to_python()[1:] == [told]
    for shown in (slate_text(answered()[0], notes=[], basis=basis()), slate_html(answered()[0], notes=[], basis=basis())):
        assert "Decide now or wait" not in shown


def test_the_name_of_a_limit_is_cut_only_where_there_is_no_room() -> None:
    answer, _ = answered()
    use = replace(answer.uses[0], label="territory US, with what waits")
    for width, shown in ((80, use.label), (40, "territory US,…")):
        assert f"\n{shown}  " in slate_text(replace(answer, uses=(use,)), notes=[], width=width)
    named = basis(seasons=(SeasonJudged("s1", 1, "The Society for the Prevention", ()), *basis().seasons[1:]))
    text = slate_text(answer, notes=[], basis=named, width=80)
    assert "s1 S1 The Society for the Prev" in text, "what is left of a line goes to the name"
    assert max(map(len, text.splitlines())) <= 80


def test_every_row_set_aside_stands_in_the_workbook() -> None:
    answer, question = answered()
    aside = [("options", "o.csv", line, "=cost is empty") for line in range(2, 60)]
    book = CalamineWorkbook.from_filelike(io.BytesIO(slate_workbook(answer, question, notes=[], aside=aside)))
    rows = book.get_sheet_by_name("Set aside").to_python()
    assert (rows[1], len(rows)) == (["options", "o.csv", 2, "=cost is empty"], 59)
    bare = CalamineWorkbook.from_filelike(io.BytesIO(slate_workbook(answer, question, notes=[])))
    assert not {"Set aside", "Open windows"} & set(bare.sheet_names)


def test_the_workbook_has_names_guards_and_assumptions_as_they_are() -> None:
    answer, question = answered()
    book = CalamineWorkbook.from_filelike(io.BytesIO(slate_workbook(answer, question, notes=[], basis=basis())))
    assert book.sheet_names[-3:] == ["Titles", "Guards", "Assumptions"]
    assert book.get_sheet_by_name("Decisions").to_python()[1][:3] == ["s1", "The Golden Bridge", 1]
    assert book.get_sheet_by_name("Titles").to_python()[2] == ["s2", 3, "Night Ferry", "left out"]
    assert book.get_sheet_by_name("Assumptions").to_python()[1][:4] == ["margin", 0.4, 0.4, 0.4]
    head, *guards = book.get_sheet_by_name("Guards").to_python()
    assert head == ["title_id", "season", "series", "guard", "outcome", "found", "threshold", "what was found"]
    told = {(row[0] or row[2], row[3]): row[4:] for row in guards}
    assert told["the service", "days of log"] == ["PASS", 730, 365, ""]
    assert told["the service", "past seasons that followed another"] == [
        "REVIEW",
        4,
        6,
        "4 past seasons followed another within the log; 6 are wanted",
    ]
    assert told["s1", "a cost on file"] == ["PASS", "", "", ""], "of a guard that passed nothing is said to be missing"
    assert told["s2", "a cost on file"][3].startswith("no production cost")
    first = {row[0]: row[1] for row in book.get_sheet_by_name("Slate").to_python()}
    assert (first["as of"], first["log"]) == ("2025-12-30", "abc")


def test_small_sums_of_a_slate_are_whole() -> None:
    answer, _ = answered()
    rows = slate_text(answer, notes=[]).splitlines()
    assert [row.split()[0] for row in rows if row.endswith("█")] == ["1,875", "3,750", "5,000", "5,625", "7,500"]
    assert any(row.split() == ["budget", "1,500", "5,000"] for row in rows), rows


def test_a_chance_in_the_workbook_is_not_rounded_to_a_certainty() -> None:
    answer, question = answered()
    content = slate_workbook(replace(answer, pays_back=0.995), question, notes=[])
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Slate").to_python()
    assert [row[1] for row in rows if row[0] == "chance to pay back"] == [0.995]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert 'formatCode="0.0 %"' in archive.read("xl/styles.xml").decode()
