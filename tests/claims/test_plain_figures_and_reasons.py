"""Plain sentences of reasons, statements, verdicts, ranks, prizes, sizes and plots, and those that only look alike."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.written import claims_in
from tests.claims.written import told_after_lead as told

REASONS = [
    ("High production costs are thought to be behind the decision.", "High production costs"),
    ("Vela cited low viewership as the reason.", "low viewership"),
    ("The decision came down to cost.", "cost"),
    ("Money was the main factor in the decision, sources say.", "Money"),
    ("Scheduling conflicts forced the delay.", "Scheduling conflicts"),
    ("The series was axed as part of cost-cutting at the streamer.", "as part of cost-cutting"),
    ("The writers' strike caused the delay.", "The writers' strike"),
    ("The delay was caused by the writers' strike.", "the writers' strike"),
    ("The cancellation is part of a wider cost-cutting drive at Vela.", "cost-cutting"),
    ("The decision was purely financial.", "purely financial"),
    ("Creative differences led to his departure.", "Creative differences"),
    ("A pay dispute prompted Hale's exit.", "A pay dispute"),
    ("The series was dropped as Vela shifts its focus to unscripted programming.", "shifts its focus"),
    ("The order was trimmed to keep costs down.", "to keep costs down"),
    ("A fan campaign helped save the show.", "A fan campaign"),
    ("Vela has cancelled the series. It came down to money.", "money"),
    ("The two sides could not agree on a licence fee.", "licence fee"),
    ("The show was a victim of budget cuts at Vela.", "budget cuts"),
    ("Vela renewed the show after it topped the charts.", "after it topped the charts"),
    ("Poor ratings were cited as the reason.", "Poor ratings"),
    ("The show's high cost counted against it.", "high cost"),
    ("The show was saved by a fan campaign.", "a fan campaign"),
    ("Hale was unable to return owing to other commitments.", "other commitments"),
]


@pytest.mark.parametrize(("sentence", "gist"), REASONS)
def test_a_named_cause_is_a_reason(sentence: str, gist: str) -> None:
    assert [gist in claim.value["gist"] for claim in told(sentence, "reason")] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ned's exit from the bank was prompted by a pay dispute with his father.",
        "The decision to close the library was driven by cost, the council said.",
        "If the decision comes down to cost, fans will be angry.",
        "Did the decision come down to cost?",
        "It is a show about money.",
        "The season is about the price of loyalty.",
        "The show follows a pay dispute at a port.",
        "The end of the episode was about money.",
        "Lin wants to end each episode on a high.",
        "The series never loses its sense of humour.",
        "The story is told over two timelines.",
        "No reason was given for the delay.",
        "The change in weather was caused by a storm.",
        "Ned was saved by the fans in the engine room.",
        "It came down to money.",  # nothing was told before that has a reason
    ],
)
def test_what_only_sounds_like_a_cause_is_none(sentence: str) -> None:
    assert told(sentence, "reason") == []


STATEMENTS = [
    ("Lin said she already knows how the story ends.", "Maya Lin"),
    ("Lin hinted that there could be more to come.", "Maya Lin"),
]


@pytest.mark.parametrize(("sentence", "by"), STATEMENTS)
def test_what_people_do_with_words_is_a_statement(sentence: str, by: str | None) -> None:
    found = told(sentence, "statement")
    assert len(found) == 1
    assert by is None or found[0].value["by"] == by


def test_thanks_are_told_beside_the_reason_that_follows_them() -> None:
    text = "“We are grateful to the whole cast, but the audience did not grow,” a spokesperson for Vela said."
    assert [claim.quote.text.strip("“”, ") for claim in told(text, "statement")] == ["We are grateful to the whole cast"]
    assert len(told(text, "reason")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Rosa thanked Ned for the boat.",
        "Ned apologised to Rosa in the finale.",
        "Rosa is heartbroken when the ship leaves.",
        "Rosa called the police.",
        "The mayor thanked the firefighters.",
        "Fans gathered at the stadium for the football match.",
        "Was Lin heartbroken?",
        "The rights of workers are a theme of the series.",
        "The plan for the harbour was approved.",
        "The team was told to win by the coach.",
        "Ned keeps quiet about the body.",
        "Rosa opened up about the murder.",
        "Rosa hopes the ship will return.",
    ],
)
def test_characters_and_strangers_state_nothing(sentence: str) -> None:
    assert told(sentence, "statement") == []


FIGURES: list[tuple[str, str, dict[str, Any], str]] = [
    ("The show is the platform's biggest launch of the year.", "viewership", {"metric": "rank", "n": 1}, "+"),
    ("It is the streamer's second-biggest series ever.", "viewership", {"metric": "rank", "n": 2}, "+"),
    ("The budget for the third season has been cut by 10 per cent.", "budget", {"cmp": "under"}, "+"),
    ("The series is made up of six parts.", "episode_count", {"n": 6}, "+"),
    ("The second season is two episodes longer than the first.", "episode_count", {"change": "more"}, "+"),
    ("The season has fewer episodes than the last.", "episode_count", {"change": "fewer"}, "+"),
    ("The finale runs for two hours.", "runtime", {"minutes_min": 120, "minutes_max": 120}, "+"),
    ("The finale will be extended to 75 minutes.", "runtime", {"minutes_min": 75}, "+"),
]


@pytest.mark.parametrize(("sentence", "kind", "value", "polarity"), FIGURES)
def test_a_plain_sentence_is_read_with_its_value(sentence: str, kind: str, value: dict[str, Any], polarity: str) -> None:
    found = told(sentence, kind)
    assert [(claim.value | value, claim.polarity) for claim in found] == [(claim.value, polarity) for claim in found]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("It has the platform's biggest cast.", "viewership"),
        ("His approval ratings fell.", "viewership"),
        ("The audience rose to its feet.", "viewership"),
        ("The audience grew restless.", "viewership"),
        ("Lin's biggest success was her second novel.", "viewership"),
        ("Critics of the plan were divided.", "score"),
        ("The novel was critically acclaimed.", "score"),
        ("We hope that reviews are positive.", "score"),
        ("Performance reviews were mixed at the factory.", "score"),
        ("Rosa gets a B+ at school.", "score"),
        ("Ned won the top prize in the raffle.", "award"),
        ("Rosa is named captain of the year at the port.", "award"),
        ("The film took the top prize at Cannes.", "award"),
        ("She was snubbed by her sister.", "award"),
        ("The council cut the budget for the library.", "budget"),
        ("The studio has been asked to cut the budget of the show.", "budget"),
        ("Hale will face questions at the panel.", "plot_expectation"),
        ("Expect an announcement in June.", "plot_expectation"),
        ("Vela will face competition next season.", "plot_expectation"),
        ("In the second season, Hale plays a docker.", "plot_expectation"),
    ],
)
def test_what_looks_alike_tells_nothing(sentence: str, kind: str) -> None:
    assert told(sentence, kind) == []


def test_words_on_reviews_beside_a_number_only_gloss_it() -> None:
    found = told("Reviews were mixed: it has a 64% critics’ score on Rotten Tomatoes.", "score")
    assert [claim.value.get("raw") for claim in found] == ["64%"]


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        ("“Northbound” (drama): Renewed for a third season.", None),
    ],
)
def test_a_list_of_new_series_tells_what_each_is_about(text: str, gist: str | None) -> None:
    found = [one.value["gist"] for one in claims_in(text, kind="plot_expectation")]
    assert found == ([gist] if gist else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He slipped to second place in the race.", []),
    ],
)
def test_a_chart_told_in_prose(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(one.value["metric"], one.value["n"]) for one in claims_in(text, kind="viewership")] == expected
