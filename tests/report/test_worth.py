"""Whether it should be renewed, in words: the numbers of the record, and what they can and cannot say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cliffhanger.dossier.spread import Spread
from cliffhanger.report import worth
from cliffhanger.report.cards import cards
from cliffhanger.report.cost_figure import reported
from cliffhanger.report.notation import money, money_range, rate, times
from cliffhanger.report.words import spoken
from tests.report.samples import ALL, LAUNCHED, NEVER_LISTED, NOT_FINITE, OPEN_FIRST, RETURNED, SETTLED, UNANSWERED


def test_the_answer_without_a_cost_is_a_range_and_names_its_value():
    assert spoken(worth.answer(replace(SETTLED, payback=None))) == (
        "From public figures alone, another season could cost 0.58 million USD an episode and still pay (80 % interval 0.19 to "
        "1.3 million USD), if an hour viewed is worth 0.079 USD: what the service pays for an average hour."
    )
    assert "an episode of 45 minutes and still pay (80 %" in spoken(worth.answer(LAUNCHED))


def test_the_answer_with_a_cost_says_the_chance_and_what_would_flip_it():
    assert spoken(worth.answer(SETTLED)) == (
        "From public figures alone: 4 % that another season pays back at 2.0 million USD an episode (median gain: -14 million "
        "USD); it would flip below 0.58 million USD an episode, or above 0.24 USD for an hour viewed."
    )
    assert SETTLED.payback is not None
    likely = replace(SETTLED, payback=replace(SETTLED.payback, chance=0.78, margin=Spread(-1e6, 4.1e6, 9e6), flip_value=0.03))
    assert "it would flip above 0.58 million USD an episode, or below 0.030 USD" in spoken(worth.answer(likely))
    nobody = replace(SETTLED, payback=replace(SETTLED.payback, flip_value=None))
    assert "for an hour" not in spoken(worth.answer(nobody))


def test_without_a_runtime_the_whole_season_is_the_answer():
    none = Spread(None, None, None)
    bare = replace(LAUNCHED, worth=tuple(replace(w, hour=none, episode=none) for w in LAUNCHED.worth))
    assert "could cost 17 million USD in all and still pay" in spoken(worth.answer(bare))
    card = cards(replace(OPEN_FIRST, should=bare))[0]
    assert card.number == "up to 17 M in all"
    assert reported(bare, width=450) is None


def test_a_withheld_answer_says_why():
    assert "in none of the latest two half-yearly reports" in spoken(worth.answer(UNANSWERED))
    card = cards(NOT_FINITE)[0]
    assert (card.number, card.bar, card.grade) == ("no answer", None, "not graded")
    assert "half-yearly reports" in card.meaning


def test_the_card_shows_the_break_even_with_its_interval_and_grade():
    card = cards(OPEN_FIRST)[0]
    assert (card.number, card.interval, card.grade) == ("up to 1.8 M an episode", "0.78 to 4.0 million USD", "assumed")
    assert card.bar is not None
    assert (card.bar.start, card.bar.end) == ("0", "5 M")
    assert 0 < card.bar.low < card.bar.middle < card.bar.high < 1
    assert spoken(card.evidence).startswith("Public figures only: hours from 234 past seasons")


def test_a_season_that_is_back_is_decided():
    assert cards(RETURNED)[0].number == "it is back"
    assert spoken(worth.section(RETURNED)[0]) == "Another season has come: whether to order it is decided."


def test_the_hours_are_told_by_their_way():
    assert "first four weeks of another season are forecast at 69.0 million hours" in spoken(worth.hours_sentences(LAUNCHED)[0])
    assert "This season still draws 32.3 million hours in a year" in spoken(worth.hours_sentences(SETTLED)[0])
    assert "This season draws" in spoken(worth.hours_sentences(replace(SETTLED, basis="fresh"))[0])


def test_cautions_carry_what_was_found_and_the_threshold():
    said = worth.cautions(SETTLED)
    assert "Few past seasons to learn from: 73, and 100 would be enough." in said
    assert any("1,827 days" in text and "1,431 days" in text for text in said)
    assert said[-1] == "The value of an hour rests on figures published on 26 February 2025, after the as-of day."
    assert worth.cautions(LAUNCHED) == ("The value of an hour is an average over all titles, not what this one adds.",)


@pytest.mark.parametrize(("below", "said"), [(0, "none lie"), (1, "1 lies"), (2, "2 lie"), (38, "all lie")])
def test_where_it_lies_among_reported_costs(below, said):
    assert f"38 publicly reported costs of an episode {said} below" in spoken(
        worth.compared(replace(SETTLED, reported_below=below))
    )


def test_the_tables_hold_every_value_and_every_report():
    table = worth.worth_table(SETTLED)
    assert [row[1] for row in table.rows] == ["0.079", "0.20", "0.23"]
    assert table.rows[0][2] == "6.4 (2.1 to 14)"
    assert [row[1] for row in worth.reported_table(SETTLED).rows] == ["2.0", "2.4", "4.0 to 5.0", "5.2"]
    assert worth.reported_table(SETTLED).rows[3][0] == "Frasier, peak"
    lines = worth.assumption_lines(LAUNCHED)
    assert lines[0].startswith("value_per_hour = 0.079 (0.077 to 0.081) USD per viewing hour: ")
    assert lines[0].endswith("known since 26 February 2025.")
    assert "known since" not in lines[3]


@pytest.mark.parametrize("name", ALL)
def test_every_format_says_what_public_figures_cannot(name):
    said = " ".join(spoken(sentence) for sentence in worth.section(ALL[name]))
    assert "needs a viewing log" in said
    should = ALL[name].should
    assert ("An average hour is not an added hour" in said) is bool(should and should.worth)
    assert not {"None", "nan", "inf"} & set(said.replace(",", " ").replace(".", " ").split())


@pytest.mark.parametrize("width", [262, 450])
def test_the_figure_has_a_name_for_every_row_that_fits(width):
    assert NEVER_LISTED.should is not None
    drawn = reported(NEVER_LISTED.should, width=width)
    assert drawn is not None
    names = [row["name"] for layer in drawn["layer"] if layer["mark"]["type"] == "text" for row in layer["data"]["values"]]
    assert len(names) == 5
    assert any(name.startswith("break-even 0.58"[:8]) for name in names)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (641_000.0, "0.64 million USD"),
        (6_410_000.0, "6.4 million USD"),
        (64_100_000.0, "64 million USD"),
        (9_960_000.0, "10 million USD"),
        (996_000.0, "1.0 million USD"),
        (4_000.0, "under 0.01 million USD"),
        (0.0, "0.00 million USD"),
        (-13_600_000.0, "-14 million USD"),
        (None, "—"),
    ],
)
def test_money_has_two_significant_digits(value, said):
    assert money(value) == said


def test_ranges_rates_and_ratios():
    assert money_range(Spread(2.1e5, 6e5, 1.4e6)) == "0.21 to 1.4 million USD"
    assert money_range(Spread(2e6, 2e6, 2e6)) == "2.0 million USD"
    assert money_range(Spread(None, None, None)) == ""
    assert (rate(0.079), rate(0.196), rate(None)) == ("0.079 USD", "0.20 USD", "—")
    assert (times(0.83), times(2.53), times(12.4)) == ("0.83", "2.5", "12")
