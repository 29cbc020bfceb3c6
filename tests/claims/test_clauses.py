"""Clauses are read by their verb: tense, voice, negation, and where the subject may end."""

from __future__ import annotations

import pytest

from cliffhanger.claims.clauses import Clause, clauses
from cliffhanger.claims.verbs import BASE, FORMS, ING, PARTICIPLE, PAST, PRESENT


def of(text: str, verb: str) -> Clause:
    """The one clause of a verb."""
    (found,) = [clause for clause in clauses(text) if clause.verb == verb]
    return found


def traits(text: str, verb: str) -> set[str]:
    """Which of a clause's marks are set."""
    clause = of(text, verb)
    return {name for name in ("passive", "negated", "ahead", "perhaps", "past", "progressive") if getattr(clause, name)}


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Vela rescued it.", "rescue", {"past"}),
        ("It was rescued.", "rescue", {"passive", "past"}),
        ("It has since quietly been rescued.", "rescue", {"passive", "past"}),
        ("It is to be rescued.", "rescue", {"passive", "ahead"}),
        ("It will never be rescued.", "rescue", {"passive", "ahead", "negated"}),
        ("It got rescued.", "rescue", {"passive"}),
        ("It could yet be rescued.", "rescue", {"passive", "perhaps"}),
        ("It isn’t coming back.", "come", {"negated", "progressive"}),
        ("It won't return.", "return", {"negated", "ahead"}),
        ("Filming is expected to begin in May.", "begin", {"ahead"}),
        ("Filming has yet to begin.", "begin", {"negated", "past"}),
        ("Vela has decided to axe it.", "axe", {"ahead"}),
        ("They’re returning now.", "return", {"progressive"}),
        ("It didn’t return.", "return", {"negated", "past"}),
        ("Season three’s been axed.", "axe", {"passive", "past"}),
    ],
)
def test_helpers_give_tense_voice_and_negation(text: str, verb: str, expected: set[str]) -> None:
    assert traits(text, verb) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Fans want Vela to renew it.",  # hangs on a wish
        "The order came late.",  # a noun
        "Its return pleased everybody.",
        "Joining her is Tom Hale.",  # a participle
        "They gave up the part of Rosa.",
        "The Orders of Battle",  # a name
    ],
)
def test_what_asserts_nothing_is_no_clause(text: str) -> None:
    assert {clause.verb for clause in clauses(text)} <= {"come", "be", "give"}


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("Saint Monday has been rescued.", "rescue", ["Saint Monday"]),
        ("Season ten, due on 8 January, will return.", "return", ["Season ten", "Season ten, due on 8 January"]),
        ("Harbor Nine (Vela) ended.", "end", ["Harbor Nine"]),
        ("Maya Lin, who plays Rosa, sings.", "play", ["Maya Lin"]),
        ("The show that returns in May", "return", ["The show"]),
        ("The drama left Vela and has not been renewed.", "renew", ["The drama"]),
    ],
)
def test_where_the_subject_may_end(text: str, verb: str, subjects: list[str]) -> None:
    assert [text[:end] for end in of(text, verb).ends] == subjects


def test_a_verb_knows_its_particle_and_its_place() -> None:
    text = "Vela has finally picked up the show."
    clause = of(text, "pick")
    assert (clause.particle, text[clause.start : clause.end]) == ("up", "has finally picked")


@pytest.mark.parametrize(
    ("word", "verb", "form"),
    [
        ("cancelled", "cancel", PAST | PARTICIPLE),
        ("canceled", "cancel", PAST | PARTICIPLE),
        ("axing", "axe", ING),
        ("carries", "carry", PRESENT),
        ("greenlit", "greenlight", PAST | PARTICIPLE),
        ("wrote", "write", PAST),
        ("quit", "quit", BASE | PAST | PARTICIPLE),
        ("finishes", "finish", PRESENT),
        ("dropped", "drop", PAST | PARTICIPLE),
    ],
)
def test_forms_of_verbs(word: str, verb: str, form: int) -> None:
    assert FORMS[word] == (verb, form)


def test_a_flood_of_verbs_has_an_end() -> None:
    assert len(clauses("it is " * 200)) == 200  # a sentence is cut at 1,200 characters
