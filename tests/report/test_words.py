"""Every code has words, and every sentence says what the record holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import get_args

import pytest

from cliffhanger.claims.status import State
from cliffhanger.dossier.known import Conflict, Told
from cliffhanger.dossier.record import Gap
from cliffhanger.dossier.returning import Driver
from cliffhanger.dossier.spread import Spread
from cliffhanger.estimates.features import INCIDENCE
from cliffhanger.report import phrases, words
from cliffhanger.report.cards import cards
from cliffhanger.report.words import spoken
from tests.report.samples import ALL, NEVER_LISTED, NOT_FINITE, OPEN_FIRST, RETURNED, told

CODES = {
    "no_log",
    "no_claims",
    "never_listed",
    "before_lists",
    "no_report",
    "undetected",
    "old_season",
    "open_first_season",
    "no_label",
    "runtime_unknown",
    "announced_end",
}


def test_every_column_of_the_model_has_words() -> None:
    assert set(INCIDENCE) == set(phrases.FLAGS) | set(phrases.MEASURED)
    assert not set(phrases.FLAGS) & set(phrases.MEASURED)


def test_every_gap_has_a_sentence_and_a_remedy() -> None:
    assert set(phrases.GAPS) == CODES
    for code in CODES:
        gap = Gap(code, "2024-12-31")
        assert phrases.gap_sentence(gap).endswith(".")
        assert "{" not in phrases.gap_sentence(gap)
        assert phrases.gap_remedy(gap).endswith(".")


def test_a_day_in_a_gap_is_written_in_words() -> None:
    assert "end on 31 December 2024;" in phrases.gap_sentence(Gap("undetected", "2024-12-31"))


def test_an_unknown_gap_is_shown_and_not_dropped() -> None:
    assert phrases.gap_sentence(Gap("new_code", "7")) == "Not known: new code 7."
    assert phrases.gap_remedy(Gap("new_code")) == ""


@pytest.mark.parametrize(
    ("driver", "said"),
    [
        (Driver("Korean", present=True, log_odds=-0.9, flag=True), "Korean originals return less often: -0.9"),
        (Driver("Korean", present=False, log_odds=0.1, flag=True), "originals that are not Korean return more often: +0.1"),
        (Driver("relative views", present=True, log_odds=0.4, flag=False), "launched above the year's median: +0.4"),
        (Driver("no such column", present=True, log_odds=0.4, flag=True), "no such column: yes return more often: +0.4"),
    ],
)
def test_a_driver_is_said_with_its_direction(driver: Driver, said: str) -> None:
    assert phrases.driver_sentence(driver) == said


def test_the_verdict_of_an_open_season_gives_chance_interval_and_days() -> None:
    assert spoken(words.verdict(OPEN_FIRST)) == (
        "A return of Harbour Lights, season 1, is unlikely: the chance of another season within 36 months of 1 July 2025 is 23 % "
        "(80 % interval 15 to 33 %); if it returns, then most likely between November 2025 and October 2027."
    )


def test_the_verdict_of_an_old_season_gives_no_day() -> None:
    said = spoken(words.verdict(NEVER_LISTED))
    assert "is very unlikely: the chance of another season within 36 months of 1 July 2025 is under 1 %, " in said
    assert "after 66 months of waiting no day is given." in said


def test_the_verdict_of_a_returned_season_is_the_return() -> None:
    assert spoken(words.verdict(RETURNED)) == "Salt Road, season 2, came back: the next season premiered on 14 September 2023."


def test_without_a_number_there_is_no_verdict() -> None:
    assert (
        spoken(words.verdict(NOT_FINITE))
        == "Whether Harbour Lights, season 1, comes back cannot be said from the figures on file."
    )


@pytest.mark.parametrize(
    ("value", "word"),
    [(0.05, "very unlikely"), (0.1, "unlikely"), (0.4, "about as likely as not"), (0.7, "likely"), (0.95, "very likely")],
)
def test_words_for_chances_follow_the_scale_that_is_cited(value: float, word: str) -> None:
    assert words.likelihood(value) == word


def test_evidence_is_said_with_its_number_and_the_base_rate() -> None:
    assert OPEN_FIRST.will is not None
    assert spoken(words.evidence_sentence(OPEN_FIRST.will.evidence)) == (
        "Back-test on open first seasons: of 412 such forecasts 21 % ended in a return; AUC 0.71 (0.5 is a coin), "
        "Brier 0.12 against 0.16 for the base rate, calibration error 0.04."
    )
    assert NOT_FINITE.will is not None
    said = "Back-test on limited series: of 30 such forecasts none ended in a return."
    assert spoken(words.evidence_sentence(NOT_FINITE.will.evidence)) == said
    assert spoken(words.evidence_sentence(None)) == "No back-test of such forecasts is on file."


@pytest.mark.parametrize(
    ("change", "grade"),
    [
        ({}, "fair"),
        ({"auc": 0.81}, "good"),
        ({"auc": 0.69}, "weak"),
        ({"auc": 0.9, "forecasts": 99}, "weak"),
        ({"auc": 0.9, "returned": 19}, "weak"),
        ({"auc": 0.9, "brier": 0.2}, "weak"),
        ({"auc": None}, "not graded"),
    ],
)
def test_the_grade_follows_its_definition(change: dict[str, float], grade: str) -> None:
    assert OPEN_FIRST.will is not None
    assert OPEN_FIRST.will.evidence is not None
    assert words.grade(replace(OPEN_FIRST.will.evidence, **change)) == grade
    assert words.grade(None) == "not graded"


def test_fate_counts_months_from_premiere_to_premiere() -> None:
    assert words.fate(OPEN_FIRST.comparables[0]) == "returned after 18 months, in September 2023"
    assert words.fate(OPEN_FIRST.comparables[1]) == "not back; 6 % within 36 months"
    assert words.fate(replace(OPEN_FIRST.comparables[1], within_36_months=None)) == "not back"


def test_the_audience_is_only_given_where_there_is_one() -> None:
    (said,) = words.audience_sentences(NEVER_LISTED.how_many)
    assert spoken(said).startswith("The audience of a next season cannot be forecast")
    said = words.audience_sentences(OPEN_FIRST.how_many)[0]
    assert spoken(said) == (
        "If it returns and charts: 9.3 million (80 % interval 5.2 to 16.8 million) views in its first four weeks; "
        "this season had 15.2 million."
    )


def test_a_running_window_is_said_with_its_weeks() -> None:
    assert OPEN_FIRST.how_many is not None
    running = replace(OPEN_FIRST.how_many, window_13_weeks=Spread(1e7, 1.4e7, 2e7), weeks_seen=1)
    assert "from 1 week published: 14.0 million (80 % interval 10.0 to 20.0 million) views" in spoken(
        words.audience_sentences(running)[1]
    )


def test_the_status_says_whose_word_there_is() -> None:
    assert words.status(OPEN_FIRST) == "not back · seen in the public figures, no owner's word on file · as of 1 July 2025"
    assert words.status(RETURNED).startswith("back since 14 September 2023 · ")


@pytest.mark.parametrize("name", ALL)
def test_no_sentence_prints_a_missing_value(name: str) -> None:
    dossier = ALL[name]
    said = [words.verdict(dossier), *words.audience_sentences(dossier.how_many)]
    said += [*words.ever_sentences(dossier.will), words.evidence_sentence(dossier.will.evidence)] if dossier.will else []
    said += words.when_sentences(dossier.when) if dossier.when else []
    for sentence in said:
        assert not {"None", "nan", "inf"} & set(spoken(sentence).replace(",", " ").replace(".", " ").split())


def test_a_premiere_without_a_forecast_still_has_facts() -> None:
    assert words.facts(replace(RETURNED, genres=(), language="", premiere=dt.date(2022, 3, 3))) == (
        "Netflix · premiered 3 March 2022 · 3 seasons on file"
    )


@pytest.mark.parametrize(
    ("told_", "chip", "lead"),
    [
        (
            told("cancelled"),
            "cancelled · official · 2 June 2025",
            "On the owner's word of 2 June 2025 it is cancelled. A return of",
        ),
        (
            told("cancelled", standing="reported", official=False),
            "cancelled · reported, no owner's word on file · 2 June 2025",
            "By reports, without the owner's word, it is cancelled (2 June 2025). A return of",
        ),
        (
            told("planned end", season=1),
            "planned end · official · 2 June 2025",
            "On the owner's word of 2 June 2025 season 1 is the last. A return of",
        ),
        (told("planned end"), "planned end", "On the owner's word of 2 June 2025 season 2 comes, as the last. A return of"),
        (told("dated"), "dated", "On the owner's word of 2 June 2025 season 2 premieres on 4 December 2025. A return of"),
        (
            told("cancelled", standing="rumour", official=False),
            "not back · seen in the public figures, no owner's word on file · as of",
            "A return of",
        ),
    ],
)
def test_the_chip_and_the_verdict_say_what_was_told_on_whose_word_and_when(told_: Told, chip: str, lead: str) -> None:
    found = replace(OPEN_FIRST, told=told_)
    assert words.status(found).startswith(chip)
    assert words.status(found).endswith("as of 1 July 2025")
    assert spoken(words.verdict(found)).startswith(lead)


def test_every_state_has_a_phrase() -> None:
    assert set(words.TOLD) == set(get_args(State)) - {"unknown"}


def test_what_is_back_is_back_whatever_was_told() -> None:
    assert words.status(replace(RETURNED, told=told("cancelled"))).startswith("back since")
    assert "cancelled" not in spoken(words.verdict(replace(RETURNED, told=told("cancelled"))))


def test_no_wait_is_blamed_where_the_owner_ended_it() -> None:
    when = replace(OPEN_FIRST.when, p10=None, p50=None, p90=None, probably_never=True)  # type: ignore[type-var]
    found = replace(OPEN_FIRST, when=when, told=told("cancelled", effect=True))
    assert "of waiting" not in spoken(words.verdict(found))
    assert "of waiting" in spoken(words.verdict(replace(found, told=None)))


def test_the_card_counts_questions_and_articles_and_no_pairs_of_quotes() -> None:
    found = told("cancelled")
    sources = [replace(found.known.slots[0].shown, id=one) for one in ("a#1", "a#2", "a#3", "b#1")]
    pairs = [Conflict("self_contradiction:renewal", sources[0], other) for other in sources[1:3]]
    between = Conflict("between_sources:renewal", sources[0], sources[3])
    contested = replace(found.known.slots[0], contested=True)
    known = replace(found.known, slots=(contested, *found.known.slots[1:]), contradictions=(*pairs, between))
    card = cards(replace(OPEN_FIRST, told=replace(found, known=known)))[3]
    assert card.meaning == "34 claims of 3 articles; 1 question of 34 contested, 1 article contradicts itself"
