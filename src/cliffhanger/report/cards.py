"""The four answers as cards: what each format shows in large type, its interval, its evidence."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from cliffhanger.dossier.record import Dossier
from cliffhanger.dossier.returning import When
from cliffhanger.dossier.spread import Spread
from cliffhanger.report import words, worth
from cliffhanger.report.known_text import disagreement
from cliffhanger.report.notation import (
    chance,
    chance_range,
    counted,
    day,
    known,
    money_millions,
    money_range,
    month,
    months_since,
)
from cliffhanger.report.words import Figure, Sentence


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval on a scale: positions from 0 to 1, and what stands at the two ends of the scale."""

    low: float
    middle: float
    high: float
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Card:
    """One question and its answer.

    Attributes
    ----------
    number
        The answer in large type; its definition is empty where it is a word.
    meaning
        What the number is, in a few words.
    interval
        The 80 % interval in words; empty where there is none.
    grade, evidence
        A word, and the sentence behind it.
    why
        Section of the page that explains it.
    """

    key: str
    question: str
    number: str
    definition: str
    meaning: str
    interval: str
    bar: Bar | None
    grade: str
    evidence: Sentence
    why: str


def cards(dossier: Dossier) -> tuple[Card, Card, Card, Card]:
    """Build the four cards, in the order Should, Will, When, Known."""
    return _should(dossier), _will(dossier), _when(dossier), _known(dossier)


def _should(dossier: Dossier) -> Card:
    if dossier.returned_on:
        return _observed("should", "it is back", "Another season has come: this one is decided.")
    should = dossier.should
    if should is None or not should.worth:
        return _unanswered("should", "no answer", worth.answer_text(should), "should")
    episode, season = should.worth[0].episode, should.worth[0].season
    shared = known(episode.p50) is not None
    spread, of, definition = (episode, "an episode", "break_even_episode") if shared else (season, "in all", "break_even_season")
    return Card(
        "should", words.QUESTIONS["should"], f"up to {money_millions(spread.p50)} M {of}", definition,
        (f"USD: what {f'an episode{worth.episode_length(should)} of ' if shared else ''}another season could cost and still "
            f"pay"),
        money_range(spread), _money_bar(spread), words.ASSUMED, worth.evidence(should), "should",
    )  # fmt: skip


def _money_bar(spread: Spread) -> Bar | None:
    """Place amounts on a scale from nothing to the next round number."""
    low, middle, high = known(spread.p10), known(spread.p50), known(spread.p90)
    if low is None or middle is None or high is None or high <= 0:
        return None
    step = 10.0 ** math.floor(math.log10(high))
    end = next(step * k for k in (1, 2, 5, 10) if step * k >= high)
    return Bar(low / end, middle / end, high / end, "0", f"{end / 1e6:g} M")


def _known(dossier: Dossier) -> Card:
    if dossier.told is None:
        return _unanswered("known", words.NOT_YET, words.KNOWN_NOT_YET, "known")
    known = dossier.told.known
    told = f"{counted(known.claims, 'claim')} of {counted(known.articles, 'article')}; {disagreement(known)}"
    grade = words.OWNERS_WORD if known.status.official else words.NO_OWNERS_WORD
    return Card("known", words.QUESTIONS["known"], known.status.state, "", told, "", None, grade, (), "known")


def _unanswered(key: str, number: str, meaning: str, why: str) -> Card:
    question = words.QUESTIONS[key]
    return Card(key, question, number, "", meaning, "", None, words.NOT_GRADED, (words.NOTHING_GRADED,), why)


def _observed(key: str, number: str, meaning: str) -> Card:
    question = words.QUESTIONS[key]
    evidence = (words.OBSERVED_SENTENCE,)
    return Card(key, question, number, "returned_on", meaning, "", None, words.OBSERVED, evidence, "will")


def _will(dossier: Dossier) -> Card:
    if dossier.returned_on:
        return _observed("will", "it is back", f"The next season premiered on {day(dossier.returned_on)}.")
    will = dossier.will
    if will is None or known(will.within_36_months.p50) is None:
        return _unanswered("will", "no answer", words.NO_FORECAST, "gaps")
    spread = will.within_36_months
    return Card(
        "will", words.QUESTIONS["will"], chance(spread.p50), "within_36_months",
        "chance of another season within 36 months", chance_range(spread), _chance_bar(spread),
        words.grade(will.evidence), words.evidence_sentence(will.evidence), "will",
    )  # fmt: skip


def _chance_bar(spread: Spread) -> Bar | None:
    low, middle, high = known(spread.p10), known(spread.p50), known(spread.p90)
    if low is None or middle is None or high is None:
        return None
    return Bar(low, middle, high, "0 %", "100 %")


def _when(dossier: Dossier) -> Card:
    when = dossier.when
    if dossier.returned_on:
        waited = months_since(dossier.premiere, dossier.returned_on)
        return _observed("when", month(dossier.returned_on), f"{waited} months after the premiere of this season.")
    if when is None:
        return _unanswered("when", "no answer", words.NO_FORECAST, "gaps")
    never = f"chance of never: {chance(when.never)}"
    if when.probably_never or when.p50 is None:
        number, meaning = ("probably never", f"no day is given; {never}") if when.probably_never else ("no day", never)
        definition = "probably_never" if when.probably_never else ""
        interval, bar = "", None
    else:
        number, definition = month(when.p50), "return_date"
        meaning = f"if it returns; {never}"
        interval, bar = f"{month(when.p10)} to {month(when.p90)}", _day_bar(when, dossier.as_of)
    grade, evidence = words.date_grade(when.evidence), words.date_evidence_sentence(when.evidence)
    return Card("when", words.QUESTIONS["when"], number, definition, meaning, interval, bar, grade, evidence, "will")


def _day_bar(when: When, as_of: dt.date) -> Bar | None:
    """Place the days on a scale from the as-of day to the end of the year of p90."""
    if when.p10 is None or when.p50 is None or when.p90 is None:
        return None
    end = dt.date(when.p90.year + 1, 1, 1)
    span = max((end - as_of).days, 1)
    low, middle, high = ((value - as_of).days / span for value in (when.p10, when.p50, when.p90))
    return Bar(low, middle, high, month(as_of), month(end))


def answer(card: Card) -> Sentence:
    """Give a card's number as a sentence piece, linked where it has a definition."""
    return (Figure(card.number, card.definition),) if card.definition else (card.number,)
