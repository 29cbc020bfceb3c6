"""A decision from a log in every format: its sentence in each case, hostile names, missing costs."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from typing import Any

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from cliffhanger.decision.against import against
from cliffhanger.decision.choosing import Choice
from cliffhanger.decision.leading import Flip, Influence, Lead
from cliffhanger.decision.risk import MEAN, Risk
from cliffhanger.decision.season_guards import WORDS
from cliffhanger.decision.season_options import Span, Valued
from cliffhanger.decision.waiting import Waiting
from cliffhanger.dossier.log_decision import Credit, Learned, LogDecision, NaiveLift
from cliffhanger.dossier.paying import Guard, Stated
from cliffhanger.dossier.spread import Spread
from cliffhanger.report.log_guards import CHECKS, guard_words, judged_table
from cliffhanger.report.log_html import log_decision_html
from cliffhanger.report.log_markdown import log_decision_markdown
from cliffhanger.report.log_rests import stated_table
from cliffhanger.report.log_risk import weighed
from cliffhanger.report.log_workbook import log_decision_workbook
from cliffhanger.report.log_worth import (
    costs_table,
    credits_table,
    influences_table,
    lead_words,
    log_decision_text,
    log_sentence,
    naive_words,
    risks_table,
    value_table,
    waiting_words,
)
from cliffhanger.report.slate_text import money

CVAR = Risk("cvar", 0.2)
DRAWS = np.random.default_rng(1).normal(9.1e6, 1e6, 1000)


def span(mean: float, spread: float = 1e6) -> Span:
    return Span(mean, mean - spread, mean, mean + spread)


def option(name: str, net: float | None, *, episodes: int = 10) -> Valued:
    parts = {"subscription": span(5e6), "audience": span(2e6), "joins": span(3e3), "halo_hours": span(1e5)}
    cost = None if net is None else span(5e6)
    gross = span(5e6 + (net or 0.0))
    known = None if net is None else span(net)
    paid = {} if net is None else {"production": span(4e6), "fee": span(8e5), "marketing": span(2e5)}
    return Valued(name, episodes, gross, cost, known, 0.78, 1.2, span(6.2e6), 1.5e6, parts, paid)


def decision(**changes: Any) -> LogDecision:
    nothing = Span(0.0, 0.0, 0.0, 0.0)
    end = Valued("end", 0, nothing, nothing, nothing, 0.0, None, None, None, {})
    base = LogDecision(
        title_id="s1",
        series="The Golden Bridge",
        season=2,
        premiere=dt.date(2025, 6, 1),
        as_of=dt.date(2025, 12, 30),
        currency="USD",
        risk=MEAN,
        recommended="renew",
        withheld=(),
        options=(option("renew", 4.1e6), option("finale", 1e6, episodes=2), end),
        guards=(Guard("log_length", "PASS", 730, 365), Guard("window", "REVIEW", 40, 91)),
        lead=Lead("renew", "finale", 3.1e6),
        flip=Flip(1.24, "finale", 6.2e6),
        choices=(
            Choice(MEAN, "renew", {"renew": 4.1e6, "finale": 1e6, "end": 0.0}, asked=True),
            Choice(CVAR, "end", {"renew": -3e6, "finale": -2e5, "end": 0.0}, asked=False),
        ),
        against=against("renew", DRAWS, 0.5 * DRAWS + 2e6, break_even=9.1e6),
        influences=(Influence("cost", 8e6, -1e6, 0.4, ("finale", "end")), Influence("launch", 3e6, 5e6, 0.1, ())),
        waiting=Waiting(51, 1e5, 4e5, 0.3),
        credits=(Credit("pro_rata", 4e6, 0.8, renews=False), Credit("last_touch", 6e6, 1.2, renews=True)),
        naive=NaiveLift(10_000, 90_000, 1.5, 2e8),
        learned=Learned(
            730, 100_000, 9_000, 400, -2.0, 0.2, -0.15, 0.05, 8, 4_000, 0.7, 104, 5_000, 2.5, 0.2, 0.1, 0.05, 0.3, None
        ),
        assumptions=(Stated("margin", Spread(1, 1, 1), "share", "gross", "house rule", None, changed=False),),
        log="abc",
    )
    return dataclasses.replace(base, **changes)


def test_the_sentence_comes_first() -> None:
    assert log_sentence(decision()) == (
        "Renew: +4.1 M USD expected, 78 % that it pays back; "
        "would flip to a finale above 6.2 M USD an episode, all costs up by 24 %."
    )
    assert log_decision_text(decision(), width=200, colour=False).startswith("Renew: +4.1 M USD expected")


def test_where_nothing_pays_it_ends() -> None:
    found = decision(recommended="end", options=(option("renew", -2e6), option("finale", -1e6), decision().options[-1]))
    assert (
        log_sentence(dataclasses.replace(found, flip=None))
        == "End it: no option is expected to pay; the best, finale, by -1.0 M USD."
    )
    below = dataclasses.replace(found, flip=Flip(0.955, "finale", 4.1e6))
    assert log_sentence(below).endswith("; would flip to a finale below 4.1 M USD an episode, all costs down by 4.5 %.")


def test_a_wait_has_no_episodes_and_flips_by_all_costs() -> None:
    found = decision(recommended="wait", options=(option("wait", 1e6, episodes=0), decision().options[-1]))
    found = dataclasses.replace(found, flip=Flip(1.5, "end", None))
    assert log_sentence(found).endswith("; would flip to an end with all costs up by 50 %.")


def test_inputs_say_whose_lead_they_move_and_to_what_they_flip() -> None:
    table = influences_table(decision())
    assert table.caption == "What moves the lead of a renewal"
    assert lead_words(decision()) == "A renewal is expected to be 3.1 M USD ahead of a finale, the best of the others."
    assert [row[-1] for row in table.rows] == ["to a finale or an end", "no"]
    page = log_decision_html(decision())
    assert "another option is ahead" in page
    bare = decision(lead=None, flip=None, influences=(Influence("launch", 3e6, 5e6, 0.1, ()),))
    assert influences_table(bare).caption == "What moves a renewal's value before cost"
    assert "Flips it" not in [column.head for column in influences_table(bare).columns]
    page = log_decision_html(bare)
    assert "Net value of a renewal" not in page
    assert "Value of a renewal before cost, USD" in page
    drawn = log_decision_html(decision())
    assert all(title in drawn for title in ("Net value, USD", "Lead over the best of the others, USD"))
    assert "another option is ahead" not in page
    book = CalamineWorkbook.from_filelike(io.BytesIO(log_decision_workbook(bare)))
    assert book.get_sheet_by_name("What moves it").to_python()[0][1] == "value, lowest tenth"


def test_a_withheld_verdict_says_what_is_missing() -> None:
    found = decision(
        recommended=None,
        withheld=("cost",),
        options=(option("renew", None), decision().options[-1]),
        guards=(Guard("cost", "FAIL", None, None),),
    )
    told = log_sentence(found)
    assert told.startswith("No verdict: no production cost of this season or an earlier one is on file.")
    assert "10 episodes break even at 5.2 to 7.2 M USD an episode" in told
    assert "—" in log_decision_text(found, width=100, colour=False) or "unknown" in log_decision_text(
        found, width=100, colour=False
    )
    thin = dataclasses.replace(found, withheld=("sequels",), guards=(Guard("sequels", "FAIL", 1, 3),))
    assert log_sentence(thin) == "No verdict: 1 past season followed another within the log; 3 are wanted."


@pytest.mark.parametrize(
    ("months", "told"), [(1.5, "1.5 months longer"), (0.019, "0.019 months longer"), (-0.31, "0.3 months less")]
)
def test_the_naive_comparison_says_longer_or_less(months: float, told: str) -> None:
    assert f"stayed {told} than 90,000 others" in naive_words(decision(naive=NaiveLift(10_000, 90_000, months, 5e3)))


def test_sums_of_no_verdict_say_so_in_every_format() -> None:
    bare = Influence("launch", 3e6, 5e6, 0.1, ())
    found = decision(
        recommended=None, withheld=("sequels",), guards=(Guard("sequels", "FAIL", 1, 3), Guard("window", "REVIEW", 40, 91)),
        lead=None, flip=None, choices=(), influences=(bare,), waiting=None,
    )  # fmt: skip
    assert waiting_words(found).endswith("what it is worth to wait cannot be told without a verdict.")
    book = CalamineWorkbook.from_filelike(io.BytesIO(log_decision_workbook(found)))
    assert "Risk" not in book.sheet_names, "no attitude chooses where there is no verdict"
    assert book.get_sheet_by_name("What moves it").to_python()[0][-1] == "share of the variance"
    assert all(book.get_sheet_by_name(name).to_python()[1:] for name in book.sheet_names), "no tab is empty"
    rows = book.get_sheet_by_name("Decision").to_python()
    texts = (log_decision_text(found, width=80, colour=False), log_decision_markdown(found), log_decision_html(found), str(rows))
    for text in texts:
        told = " ".join(text.split())
        assert "No verdict stands" in told
        assert "No option is held against another" in told
        assert "ahead of" not in told
        assert "flip" not in told.lower().replace('id="flips"', "").replace('labelledby="flips"', "")
        assert "No verdict stands" not in log_decision_text(decision(), width=80, colour=False)
    without = dataclasses.replace(found, withheld=("cost",), options=(option("renew", None), decision().options[-1]))
    assert "No verdict stands" not in log_decision_text(without, width=80, colour=False), "there is no sum to warn of"


def test_rules_that_would_decide_otherwise_are_named() -> None:
    rows = credits_table(decision()).rows
    assert rows[0][-1] == "do not renew: would flip it"
    assert rows[1][-1] == "renew"


def test_rules_are_held_against_what_would_be_decided_today() -> None:
    waits = Choice(MEAN, "wait", {"renew": -2e5, "finale": -4e5, "end": 0.0, "wait": 1e5}, asked=True)
    rows = credits_table(decision(recommended="wait", choices=(waits,))).rows
    assert [row[-1] for row in rows] == ["do not renew", "renew: would flip it"], "today it would be an end, as the guard counts"


def test_the_best_order_is_the_same_in_table_and_sentence() -> None:
    ended = Choice(CVAR, "end", {"renew": -3e6, "finale": -2e5, "end": 0.0, "wait": -1e5}, asked=True)
    found = decision(risk=CVAR, recommended="end", choices=(ended,), flip=None)
    assert "the best, finale, is at -200 k USD" in log_sentence(found)
    assert risks_table(found).rows[0][-2] == "-200 k", "a wait orders nothing"
    waits = Choice(CVAR, "wait", {"renew": -3e6, "finale": 5e4, "end": 0.0, "wait": 1e5}, asked=True)
    assert risks_table(decision(risk=CVAR, recommended="wait", choices=(waits,))).rows[0][-2] == "+100 k"


def test_waiting_is_weighed() -> None:
    assert waiting_words(decision()).startswith("Waiting 51 days does not pay")
    assert " USD; " in waiting_words(decision()), "what the delay costs has its unit"
    closed = (Guard("window", "PASS", 91, 91),)
    assert "has closed" in waiting_words(decision(waiting=None, guards=closed))
    assert "is open" in waiting_words(decision(waiting=None)), "no cost is known"


def test_a_guard_that_could_compare_nothing_says_so() -> None:
    assert guard_words(Guard("methods", "REVIEW", None, None)).startswith("nothing is credited yet")
    assert guard_words(Guard("methods", "REVIEW", 2, 0)) == "2 rules of attribution would decide otherwise"
    assert "Credited in whole months" in [column.head for column in credits_table(decision()).columns]


def test_every_guard_stands_with_its_threshold_in_page_and_workbook() -> None:
    assert judged_table(decision()).rows[0] == ("days of log", "PASS", "730", "365")
    assert "days of log" in log_decision_html(decision())
    book = CalamineWorkbook.from_filelike(io.BytesIO(log_decision_workbook(decision())))
    rows = book.get_sheet_by_name("Guards").to_python()
    assert rows[1] == ["days of log", "PASS", 730.0, 365.0, ""]
    assert rows[2][1:4] == ["REVIEW", 40.0, 91.0]
    assert set(CHECKS) == set(WORDS)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_of_a_table_is_wider_than_asked(width: int) -> None:
    lines = log_decision_text(decision(), width=width, colour=False).splitlines()
    assert max(map(len, lines)) <= width


def test_sums_are_whole_below_ten_thousand() -> None:
    assert (money(1_079.4), money(-0.2, signed=True), money(12_345.0), money(4.1e6, signed=True)) == (
        "1,079",
        "0",
        "12 k",
        "+4.1 M",
    )


@pytest.mark.parametrize("name", ['=cmd|"/c"!A1', "<script>alert(1)</script>", "\u202egnirts\u202c", "a\x00b"])
def test_names_do_nothing(name: str) -> None:
    found = decision(series=name)
    page = log_decision_html(found)
    assert "<script" not in page
    assert "\u202e" not in page
    assert "\x00" not in page
    book = CalamineWorkbook.from_filelike(io.BytesIO(log_decision_workbook(found)))
    cells = [cell for row in book.get_sheet_by_name("Decision").to_python() for cell in row]
    assert any(str(cell).startswith(name.replace("\u202e", "").replace("\u202c", "").replace("\x00", "")[:6]) for cell in cells)


def test_small_assumptions_are_whole_in_the_workbook() -> None:
    row = Stated("monthly_discount", Spread(0.008, 0.008, 0.008), "share", "a year", "house rule", None, changed=False)
    content = log_decision_workbook(decision(assumptions=(row,)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet8.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    (style,) = set(re.findall(r'<c r="[BCD]2" s="(\d+)"><v>0.008</v>', sheet)) or {"0"}
    forms = re.findall(r'<xf numFmtId="(\d+)"', styles.split("<cellXfs")[1])
    assert forms[int(style)] == "0", "General: as many places as it has"


def test_every_table_has_a_tab_with_numbers_as_numbers() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(log_decision_workbook(decision())))
    assert book.sheet_names == [
        "Decision", "Options", "Value", "Cost", "Risk", "What moves it", "Attribution", "Guards",
        "What was learned from the log", "Assumptions",
    ]  # fmt: skip
    rows = book.get_sheet_by_name("Options").to_python()
    head, renew = rows[0], rows[1]
    assert renew[head.index("net, mean")] == pytest.approx(4.1e6)


def test_every_format_says_what_each_attitude_would_choose() -> None:
    table = risks_table(decision())
    assert table.rows == (
        ("mean (asked)", "the mean", "renew", "+4.1 M", "78 %"),
        ("cvar:0.2", "the mean of the worst 20 % of outcomes", "end", "-200 k", ""),
    )
    book = CalamineWorkbook.from_filelike(io.BytesIO(log_decision_workbook(decision())))
    assert ["cvar:0.2", "", table.rows[1][1], "end", "finale", -2e5] in book.get_sheet_by_name("Risk").to_python()
    page = log_decision_html(decision())
    for told in (log_decision_text(decision(), width=100, colour=False), page, log_decision_markdown(decision())):
        assert "What each attitude to risk would choose" in told
        assert "mean of the worst 20 % of outcomes" in told
    withheld = decision(recommended=None, choices=())
    assert "attitude" not in log_decision_text(withheld, width=100, colour=False)


def test_an_attitude_that_is_asked_for_is_said_in_the_sentence() -> None:
    asked = tuple(dataclasses.replace(one, asked=not one.asked) for one in decision().choices)
    ended = decision(risk=CVAR, recommended="end", choices=asked, flip=None)
    assert log_sentence(ended) == (
        "End it: by the mean of the worst 20 % of outcomes no option is worth more than an end; "
        "the best, finale, is at -200 k USD."
    )
    renewed = decision(risk=CVAR, choices=(Choice(CVAR, "renew", {"renew": 2e5, "end": 0.0}, asked=True),))
    assert log_sentence(renewed).startswith(
        "Renew: +4.1 M USD expected, 78 % that it pays back; chosen for the mean of the worst 20 % of outcomes, +200 k USD; would"
    )
    assert lead_words(renewed).endswith("That is by the mean of the worst 20 % of outcomes.")
    assert "expected" not in lead_words(renewed)


def test_a_chance_that_is_asked_for_is_said_as_it_was_asked() -> None:
    told = {share: weighed(Risk("chance", share)) for share in (0.29, 0.9, 0.995, 0.999, 0.9999999, 1.0)}
    wanted = ["29 %", "90 %", "99.5 %", "99.9 %", "99.99999 %", "100 %"]
    assert [words.rpartition("chance of ")[2] for words in told.values()] == wanted


@pytest.mark.parametrize(
    ("tolerance", "told"), [(0.5, "0.5 USD"), (1e-9, "1e-09 USD"), (1_234_567.25, "1,234,567.25 USD"), (2e6, "2,000,000 USD")]
)
def test_a_tolerance_is_said_as_it_was_asked(tolerance: float, told: str) -> None:
    assert weighed(Risk("utility", tolerance=tolerance), "USD").endswith(f"at a tolerance of {told}")


def test_what_a_cost_is_made_of_stands_in_every_format() -> None:
    table = costs_table(decision())
    assert [row[0] for row in table.rows] == ["production", "fee on it (cost-plus)", "marketing", "all costs"]
    assert table.rows[1][2:] == ("800 k", "-200 k to 1.8 M")
    book = CalamineWorkbook.from_filelike(io.BytesIO(log_decision_workbook(decision())))
    assert ["renew", "fee on it (cost-plus)", "USD", 8e5, -2e5, 8e5, 1.8e6] in book.get_sheet_by_name("Cost").to_python()
    for told in (
        log_decision_text(decision(), width=90, colour=False),
        log_decision_html(decision()),
        log_decision_markdown(decision()),
    ):
        assert "What a renewal costs" in told
        assert "fee on it (cost-plus)" in told
    whole = dataclasses.replace(option("renew", 4.1e6), cost_parts={})
    assert costs_table(decision(options=(whole, decision().options[-1]))).rows == ()


def test_the_page_is_whole_and_its_pictures_can_be_read_out() -> None:
    page = log_decision_html(decision())
    assert page.count("<svg") == 6
    assert page.count('aria-labelledby="chart') == 6
    assert page.count("It breaks even at a cost of 9.1 M, 910 k an episode. Sums in USD.") == 2
    for drawing in page.split("<svg")[1:]:
        ET.fromstring("<svg" + drawing.split("</svg>")[0] + "</svg>")  # noqa: S314  our own page
    assert "Viewers chose to watch" in page, "the naive lift is labelled as what it is"


@pytest.mark.parametrize("width", [60, 80])
def test_words_of_a_last_column_are_wrapped_and_none_is_lost(width: int) -> None:
    told = " ".join(log_decision_text(decision(), width=width, colour=False).split())
    for words in ("do not renew: would flip it", "log odds of leaving (0.05), an assumption in it"):
        assert words in told
    assert "…" not in told


def test_parts_have_their_units_and_what_was_given_is_marked() -> None:
    rows = {row[0]: row[1] for row in value_table(decision()).rows}
    assert rows == {
        "members who stay": "USD", "viewers": "accounts", "of these, earlier seasons": "hours", "who join for it": "accounts",
    }  # fmt: skip
    assert value_table(decision(currency="")).rows[0][1] == "money"
    (row,) = decision().assumptions
    given = decision(assumptions=(row, dataclasses.replace(row, name="horizon_days", changed=True)))
    assert [cells[0] for cells in stated_table(given.assumptions).rows] == ["margin", "horizon_days (given)"]


def test_markdown_has_the_sentence_first_and_whole_tables() -> None:
    page = log_decision_markdown(decision(series="a|b *c* <script>"))
    head, sentence = page.split("\n\n")[:2]
    assert head.startswith("# a\\|b \\*c\\* &lt;script&gt;, after season 2")
    assert sentence == f"**{log_sentence(decision())}**"
    tables = re.findall(r"(?:^\|.*\|$\n?)+", page, flags=re.MULTILINE)
    assert len(tables) == 9  # options, parts, costs, attitudes, what moves it, guards, attribution, learned, assumptions
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1
    assert "Viewers chose to watch" in page
    assert "## What moves" not in log_decision_markdown(decision(influences=()))
