"""Homes that come and go, places, what is open, reasons that are rejected, and how a decision was heard of."""

from __future__ import annotations

import pytest

from tests.claims.written import claims_in, statuses

SERIES = "Kestrel renewed the drama “Copper Bay” for a second season. "


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("Harrow TV has had a meeting with the producers.", [("Harrow TV", "in_talks", "+")]),
        ("A sale to Germany’s Kanal Acht fell through in May.", [("Kanal Acht", None, "-")]),
        ("A clip will be shown at the Rowan festival.", []),
        ("A calendar doing the rounds on Telegram gives a day in May.", []),
        ("It will stream on Kestrel in Hindi, Marathi and Tamil.", [("Kestrel", None, "+")]),
        ("Kestrel carries 40 per cent of the cost.", []),
    ],
)
def test_homes_that_come_and_go(text: str, homes: list[tuple[str, str | None, str]]) -> None:
    found = claims_in(SERIES + text, kind="platform")
    assert [(one.value["name"], one.value.get("status"), one.polarity) for one in found] == homes


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The team shot it over 90 days in Malta and at Pinewood.", [("Malta", "+"), ("Pinewood", "+")]),
        ("The series films in Leeds for half the year.", [("Leeds", "+")]),
        ("The thriller is not relocating to Iceland.", [("Iceland", "-")]),
        ("She made two films in Leeds.", []),
    ],
)
def test_where_a_series_is_shot(text: str, places: list[tuple[str, str]]) -> None:
    found = claims_in(SERIES + text, kind="location")
    assert [(one.value["place"], one.polarity) for one in found] == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestrel said it was too soon to discuss a third season.", ("undecided", "+")),
        ("The network is still studying the numbers.", ("undecided", "+")),
        ("I would be amazed to see a third season.", ("renewed", "-")),
        ("Insiders say a third season is all but signed.", ("renewed", "+")),
        ("She would not rule out a film.", ("spinoff", "+")),
    ],
)
def test_what_is_open_or_nearly_settled(text: str, expected: tuple[str, str]) -> None:
    found = statuses(SERIES + text)
    assert [(status, polarity) for status, polarity, _ in found[1:]] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The writers had a story that we could not say no to.",
        "Kestrel has since ordered five more episodes, bringing the season to 18.",
        "The lead is in talks for a smaller part next season.",
    ],
)
def test_words_that_settle_nothing(text: str) -> None:
    assert statuses(SERIES + text)[1:] == []


def test_a_reason_is_rejected() -> None:
    found = claims_in(
        SERIES + "Nell Orr left owing to a row over money. “It was never about money,” her agent said.", kind="reason"
    )
    assert [(one.polarity, one.standing) for one in found][1:] == [("-", "denied")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Kestrel cancelled it in May. Nell Orr heard from her driver.", "heard from her driver"),
        ("All ten parts will be released at once.", "will be released at once"),
    ],
)
def test_how_it_was_heard_and_how_it_is_shown(text: str, quote: str) -> None:
    assert quote in [one.quote.text for one in claims_in(SERIES + text, kind="statement")]


def test_a_wish_is_no_statement() -> None:
    assert claims_in(SERIES + "“I’d love a yacht,” said creator Nell Orr.", kind="statement") == []
