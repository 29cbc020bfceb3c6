"""What makes an article an interview, and whose words it then is."""

from __future__ import annotations

import pytest

from cliffhanger.claims.article import Article
from cliffhanger.claims.context import look
from cliffhanger.claims.grammar import read
from cliffhanger.claims.interviews import asks_by_turns, is_interview, named_in_title, turn
from cliffhanger.sources.articles.page import article
from tests.claims.written import DAY

PAGE = (
    "KALMAR SERIES THREE: WHAT WE KNOW SO FAR\n\n"
    "Kalmar, the Danish thriller, finished its second run on Vela last Saturday.\n\n"
    "Is Kalmar returning?\n\n"
    "DTK, the broadcaster that makes it, ordered a third series in November. What nobody could tell us was when.\n\n"
    "When will we see it?\n\n"
    "Filming begins in Aalborg in May, so we would not expect it before the autumn.\n\n"
    "Who is in the cast?\n\n"
    "Lena Krag, of course, and our favourite deputy, Jonas Munk, too.\n"
)


def page(text: str) -> Article:
    return article(text, name="a1", outlet="Nordic Nights", published=DAY)


def test_a_page_that_answers_its_own_questions_is_no_interview() -> None:
    context = look(page(PAGE))
    assert not context.is_interview
    assert context.guest is None
    assert {claim.attribution.type for claim in read(page(PAGE))} <= {"outlet", "network_or_studio"}


def test_whoever_is_asked_says_i() -> None:
    asked = ["Is it over?", "We are tired.", "Will you be back?", "I would be.", "And the cast?", "They love me."]
    assert asks_by_turns(asked)
    assert not asks_by_turns([one.replace("I would", "We would").replace("love me", "love us") for one in asked])


def test_who_talks_in_an_interview_does_so_more_than_once() -> None:
    labels = ("OSEI: Yes.", "BBC: And then?", "OSEI: No.", "BBC: Why?")
    assert is_interview([found for one in labels if (found := turn(one))])
    entries = ("Night Ferry: renewed.", "Low Country: ended.", "Pop Fly: no word yet.", "Old Salts: renewed.")
    assert not is_interview([found for one in entries if (found := turn(one))])


@pytest.mark.parametrize(
    ("title", "below", "named"),
    [
        ("Dana Quill on the end of the affair", [], "Dana Quill"),
        ("“It hurt”: Dana Quill on Leaving Harbor Nine", [], "Dana Quill"),
        ("Dana Quill on Leaving Harbor Nine", ["Quill has left."], "Dana Quill"),
        ("Parallax Pulls Plug on ‘Salt Harbor’ After Three Seasons", ["It is over."], None),
        ("Lantern Street Bets Small on a Big Year", ["The streamer will spend less."], None),
    ],
)
def test_a_headline_of_capitals_names_nobody_who_is_not_named_below_it(title: str, below: list[str], named: str | None) -> None:
    assert named_in_title(title, [title, *below], ()) == named
