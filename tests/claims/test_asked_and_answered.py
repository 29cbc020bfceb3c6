"""Answers of an interview, which say with their question what they do not say by themselves."""

from __future__ import annotations

from typing import Any

import pytest

from cliffhanger.claims.claim import Claim
from cliffhanger.claims.grammar import read
from cliffhanger.sources.articles.page import article
from tests.claims.written import DAY

INTERVIEW = (
    "Maya Lin on “Harbor Nine”, goodbyes and the sea\n\n"
    "Maya Lin plays Rosa and Tom Hale plays Ned in Vela's port drama “Harbor Nine”, whose second season ended on Sunday.\n\n"
    "Q: How are you?\n\nA: Fine, thank you, and you?\n\nQ: Do you miss the sea?\n\nA: Every single day.\n\n"
    "Q: {question}\n\nA: {answer}\n"
)


def answered(question: str, answer: str) -> list[Claim]:
    """The claims that stand in the last answer."""
    page = article(INTERVIEW.format(question=question, answer=answer), name="a1", outlet="The Paper", published=DAY)
    return [one for one in read(page) if one.quote.end > page.raw.rindex(answer)]


@pytest.mark.parametrize(
    ("question", "answer", "status", "polarity", "standing"),
    [
        ("Will there be a third season?", "Yes, the call came last week.", "renewed", "+", "official"),
        ("Will there be a third season?", "I hope so.", "renewed", "+", "speculation"),
        ("Will there be a third season?", "We don't know yet.", "undecided", "+", "official"),
        ("Will there be a third season?", "That's up to Vela.", "undecided", "+", "official"),
        ("Will there be a third season?", "You'd have to ask Vela.", "undecided", "+", "official"),
        ("Is there going to be a season three?", "Nothing has been decided.", "undecided", "+", "official"),
        ("Have you heard anything about a renewal?", "Not a word.", "undecided", "+", "official"),
        ("Is the show over?", "Yes, I'm afraid so.", "cancelled", "+", "official"),
        ("Is the show over?", "No, absolutely not.", "cancelled", "-", "official"),
        ("Is this the final season?", "It is.", "ending", "+", "official"),
    ],
)
def test_what_becomes_of_the_series(question: str, answer: str, status: str, polarity: str, standing: str) -> None:
    found = [one for one in answered(question, answer) if one.kind == "renewal_status"]
    assert [(one.value["status"], one.polarity, one.standing) for one in found] == [(status, polarity, standing)]


@pytest.mark.parametrize(
    ("question", "answer", "actor", "state", "polarity"),
    [
        ("Is Tom Hale coming back?", "He is.", "Tom Hale", "returning", "+"),
        ("Is Tom Hale coming back?", "Yes, he signed in the spring.", "Tom Hale", "returning", "+"),
        ("Is Hale returning as Ned?", "No, he won't be back.", "Tom Hale", "leaving", "+"),
        ("Will we see Tom Hale again?", "You will.", "Tom Hale", "returning", "+"),
        ("Are you leaving the show?", "No, I'm not going anywhere.", "Maya Lin", "leaving", "-"),
        ("Who is joining the cast?", "Jo Kim.", "Jo Kim", "joining", "+"),
    ],
)
def test_who_comes_and_goes(question: str, answer: str, actor: str, state: str, polarity: str) -> None:
    found = answered(question, answer)
    assert [(one.kind, one.value["actor"], one.value["st"], one.polarity) for one in found] == [
        ("cast_role", actor, state, polarity)
    ]


@pytest.mark.parametrize(
    ("question", "answer", "kind", "value"),
    [
        ("When do you start filming?", "In September.", "production_status", {"status": "scheduled"}),
        ("Have you started filming?", "We started on Monday.", "production_status", {"status": "filming"}),
        ("Have you finished the scripts?", "Yes, all eight are done.", "production_status", {"status": "writing"}),
        ("Is there a trailer?", "It comes out on Friday.", "trailer_status", {"status": "upcoming"}),
        ("Where can we watch it?", "On Corvid, as ever.", "platform", {"name": "Corvid"}),
        ("Where do you film?", "In Galway, mostly.", "location", {"place": "Galway"}),
        ("Who is directing?", "Ana Ruiz.", "crew_role", {"person": "Ana Ruiz", "role": "director"}),
        ("How long are the episodes?", "About an hour.", "runtime", {"minutes_min": 60, "minutes_max": 60}),
        ("Why was it cancelled?", "The ratings weren't good enough.", "reason", {"of": "cancelled"}),
        ("When will it be out?", "In the autumn.", "release_date", {}),
        ("How many episodes will there be?", "Eight.", "episode_count", {"n": 8}),
    ],
)
def test_what_else_is_asked_for(question: str, answer: str, kind: str, value: dict[str, Any]) -> None:
    found = answered(question, answer)
    assert [one.kind for one in found] == [kind]
    assert value.items() <= found[0].value.items()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is Tom Hale a good cook?", "He is."),
        ("Has she left the house?", "She has."),
        ("Is Rosa coming back from the sea?", "She is."),
        ("Will you have some tea?", "Yes, please."),
        ("Why do you like boats?", "They never ask questions."),
        ("Who is your favourite painter?", "Ana Ruiz."),
        ("When do you sleep?", "In September."),
    ],
)
def test_what_answers_nothing_that_is_asked_for(question: str, answer: str) -> None:
    assert [one for one in answered(question, answer) if one.kind != "statement"] == []
