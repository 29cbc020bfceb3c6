"""Renewals, refusals, dates and stages of the making in the plain words of news, within an article on one series."""

from __future__ import annotations

from typing import Any

import pytest

from cliffhanger.claims.grammar import read
from cliffhanger.sources.articles.page import article
from tests.claims.written import DAY, claims_in
from tests.claims.written import told_after_lead as told


@pytest.mark.parametrize(
    ("sentence", "status", "polarity", "standing"),
    [
        ("The series got the go-ahead for a third season.", "renewed", "+", "reported"),
        ("The show lives to see another season.", "renewed", "+", "reported"),
        ("Vela is expected to order a third season in the coming weeks.", "renewed", "+", "speculation"),
        ("There is a good chance the show will be renewed.", "renewed", "+", "speculation"),
        ("The upcoming fourth season will be the show's last.", "ending", "+", "reported"),
        ("Season two was the show's last, Vela has confirmed.", "ending", "+", "official"),
        ("“Harbor Nine” is ending after four seasons.", "ending", "+", "reported"),
        ("The series will come to a close after its third season.", "ending", "+", "reported"),
        ("“Harbor Nine” is done after three seasons.", "cancelled", "+", "reported"),
        ("The axe has fallen on “Harbor Nine”.", "cancelled", "+", "reported"),
        ("The drama is not returning.", "cancelled", "+", "reported"),
        ("“Harbor Nine” will not be getting a third season at Vela.", "cancelled", "+", "reported"),
        ("Whether there will be a third season is still up in the air.", "undecided", "+", "reported"),
        ("The streamer has remained silent about a third season.", "undecided", "+", "reported"),
        ("It's still unknown whether “Harbor Nine” will get a third season.", "undecided", "+", "reported"),
        ("Negotiations over a fourth season are ongoing.", "in_talks", "+", "reported"),
        ("A prequel is in development at Vela.", "spinoff", "+", "reported"),
        ("“Harbor Nine” was saved from the axe by its fans.", "renewed", "+", "reported"),
        ("A planned third season has been abandoned.", "cancelled", "+", "reported"),
    ],
)
def test_what_becomes_of_a_season(sentence: str, status: str, polarity: str, standing: str) -> None:
    found = told(sentence, "renewal_status")
    assert [(one.value["status"], one.polarity, one.standing) for one in found] == [(status, polarity, standing)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rosa asks whether there will be a third trial.",
        "Ned dodged the axe in the finale.",
        "Will there be a third season of “Harbor Nine”?",
        "If there is a third season, Rosa will be back.",
        "Vela's parent company is close to a deal for a rival studio.",
        "The cancellation of the concert came a day before.",
        "Two actors are in talks with their agents about a return to the stage.",
        "The company has reached the end of the road, its lawyers said.",
        "The restaurant in the story is finished after two years.",
        "Rosa could return for another look at the body.",
        "The channel will take a short break for adverts.",
        "The door is open to more guests at the hotel.",
        "The team paused the shoot for a day.",
        "Nobody at the hospital has said a word about the fire.",
        "A film is being made about the Titanic.",
        "The city council will not be making any more roads.",
        "Chances of a return to the coast are slim, Rosa learns in episode four.",
        "Ned has found a new home in Belfast.",
        "There's more to come from the storm, say forecasters.",
        "I don't know if there'll be time for lunch.",
        "It won't be back until 2027 at the earliest.",
        "It will be a while before it is back.",
        "It is unclear whether Clement Astor will appear.",
        "The streamer usually waits a few months before making a decision.",
        "The shoot was cut short by a storm.",
        "The first season was dropped on October 14, 2022.",
        "Early data suggests the new run opened 18 per cent higher.",
        "Talks are under way with Cillian Frayne.",
        "Filming of the fifth series was abandoned in July.",
    ],
)
def test_what_says_nothing_of_a_season(sentence: str) -> None:
    assert told(sentence, "renewal_status") == []


@pytest.mark.parametrize(
    ("sentence", "kind", "value", "by"),
    [
        ("The network dismissed reports of a cancellation.", "renewal_status", "cancelled", "network_or_studio"),
        ("Rumours of a cancellation are untrue, the producer said.", "renewal_status", "cancelled", "outlet"),
        ("Vela has denied rumours that Hale is leaving the series.", "cast_role", "leaving", "network_or_studio"),
        ("“Complete nonsense,” Lin said of claims that Hale had quit the show.", "cast_role", "leaving", "outlet"),
        (
            "That is not true, a Vela spokesperson said of reports that the show had been axed.",
            "renewal_status",
            "cancelled",
            "network_or_studio",
        ),
        ("Lin laughed off speculation that the third season would be the last.", "renewal_status", "ending", "outlet"),
        (
            "A Vela spokesman rejected suggestions that filming had been halted.",
            "production_status",
            "halted",
            "network_or_studio",
        ),
    ],
)
def test_what_is_told_and_rejected_in_one_sentence(sentence: str, kind: str, value: str, by: str) -> None:
    found = {one.standing: one for one in told(sentence, kind)}
    assert set(found) == {"rumour", "denied"}
    assert {one.value.get("status", one.value.get("st")) for one in found.values()} == {value}
    assert (found["rumour"].polarity, found["denied"].polarity) == ("+", "-")
    assert found["denied"].attribution.type == by


def window(value: dict[str, Any]) -> tuple[str | None, str | None]:
    return (value["window"]["start"], value["window"]["end"])


@pytest.mark.parametrize(
    ("sentence", "kind", "days"),
    [
        ("The third season is out on Friday.", "release_date", ("2024-06-21", "2024-06-21")),
        ("Part two follows on August 21.", "release_date", ("2024-08-21", "2024-08-21")),
        ("Viewers can expect new episodes sometime next spring.", "release_date", ("2025-03-01", "2025-05-31")),
        ("Vela announced a release date of September 14.", "release_date", ("2024-09-14", "2024-09-14")),
        ("Release date: October 12, 2026", "release_date", ("2026-10-12", "2026-10-12")),
        ("The third season was announced in April.", "announcement_date", ("2024-04-01", "2024-04-30")),
        ("The renewal was confirmed on May 5.", "announcement_date", ("2024-05-05", "2024-05-05")),
    ],
)
def test_days(sentence: str, kind: str, days: tuple[str, str]) -> None:
    assert [window(one.value) for one in told(sentence, kind)] == [days]


def test_the_day_that_is_announced_is_not_that_of_the_announcement() -> None:
    assert told("Vela announced a release date of September 14.", "announcement_date") == []


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("A new teaser shows Rosa on the quay.", "trailer_status", "released"),
        ("Here is the trailer for season three.", "trailer_status", "released"),
    ],
)
def test_stages(sentence: str, kind: str, status: str) -> None:
    assert [one.value["status"] for one in told(sentence, kind)] == [status]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A start date for filming has not been set.", "release_date"),
        ("Release date: what do we know?", "release_date"),
        ("Two stars fell out halfway through filming.", "production_status"),
        ("Filming the third season took six months.", "trailer_status"),
    ],
)
def test_what_tells_no_day_and_no_stage(sentence: str, kind: str) -> None:
    assert told(sentence, kind) == []


@pytest.mark.parametrize(
    ("sentence", "status", "series"),
    [
        (
            "“Mill Row”, “Pocket Saints” and “Dry Dock” have all been renewed.",
            "renewed",
            ["Mill Row", "Pocket Saints", "Dry Dock"],
        ),
        ("Also cancelled: “Mill Row” (one season) and “Dry Dock” (two).", "cancelled", ["Mill Row", "Dry Dock"]),
        ("Vela has renewed “Mill Row,” “Pocket Saints” and “Dry Dock.”", "renewed", ["Mill Row", "Pocket Saints", "Dry Dock"]),
        ("Vela cancelled the comedies “Mill Row” and “Dry Dock” on Friday.", "cancelled", ["Mill Row", "Dry Dock"]),
        ("Vela replaced “Mill Row” and “Dry Dock” and renewed “Salt”.", "renewed", ["Salt"]),
    ],
)
def test_a_decision_about_several_series_is_one_about_each(sentence: str, status: str, series: list[str]) -> None:
    found = claims_in(sentence, kind="renewal_status")
    assert [one.value["status"] for one in found] == [status] * len(series)
    assert [one.subject.series.strip(".") for one in found if one.subject.series] == series


SCORECARD = """<html><head><title>What is coming back?</title></head><body><article><h1>What is coming back?</h1>
<p>Here is where every show stands.</p>
<h2>Vantage</h2><ul><li><b>Low Country:</b> Renewed for a third season</li><li><b>Pop Fly:</b> Not yet renewed</li></ul>
<h2>Unity</h2><ul><li><b>Night Ferry</b> – On the bubble</li><li><b>Saint Nobody</b> – Cancelled</li></ul>
<table><tr><th>Show</th><th>Network</th><th>Status</th></tr>
<tr><td>Cold Ledger</td><td>Crest</td><td>Renewed for season 4</td></tr>
<tr><td>Borrowed Weather</td><td>Crest</td><td>Cancelled</td></tr></table></article></body></html>"""


def test_what_is_not_decided_has_no_day() -> None:
    text = (
        "Crest has yet to decide whether “Cold Ledger” gets a third season; a decision is expected before the upfronts in May.\n"
    )
    told = [
        one.value for one in read(article(text, name="a1", outlet="The Paper", published=DAY)) if one.kind == "renewal_status"
    ]
    assert told
    assert all(value == {"status": "undecided"} for value in told)


def test_a_page_of_fates_tells_one_of_each_series() -> None:
    page = article(SCORECARD, name="a1.html", outlet="The Paper", published=DAY)
    found = {one.subject.series: (one.kind, one.value["status"], one.polarity, one.subject.season) for one in read(page)}
    assert found == {
        "Low Country": ("renewal_status", "renewed", "+", 3),
        "Pop Fly": ("renewal_status", "renewed", "-", None),
        "Night Ferry": ("renewal_status", "undecided", "+", None),
        "Saint Nobody": ("renewal_status", "cancelled", "+", None),
        "Cold Ledger": ("renewal_status", "renewed", "+", 4),
        "Borrowed Weather": ("renewal_status", "cancelled", "+", None),
    }
