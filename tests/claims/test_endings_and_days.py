"""Belief about what comes next: a last season, an owner's no, a day without a renewal, who leaves; and articles at odds."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cliffhanger.claims.days import days_told
from cliffhanger.claims.reconcile import Background, reconcile
from cliffhanger.claims.slots import Premiered
from cliffhanger.claims.status import history, status
from cliffhanger.dossier.known import series_known
from tests.claims.reconcile_samples import LATE, OTHER, known, owner, piece, rumour, said, window

DAY = window("2025-06-01", "2025-06-01", "day")
LAST = {"status": "ending", "final": True}


def test_no_season_is_to_follow_the_last_until_word_of_its_weight_says_so() -> None:
    last = owner("a", "2024-01-01", LAST)
    found = status(known(last), 3)
    assert (found.state, found.season, found.official) == ("planned end", 2, True)
    assert status(known(last, rumour("b", "2024-03-01", "renewed", season=3)), 3).state == "planned end"
    more = owner("b", "2024-03-01", "renewed", season=3)
    assert status(known(last, more), 3).state == "revived"
    turns = history(days_told([last, more], series="X", as_of=LATE), 3)
    assert [(turn.state, turn.season) for turn in turns] == [("planned end", 2), ("revived", 3)]
    assert status(known(last, owner("b", "2024-03-01", DAY, kind="release_date", season=3)), 3).state == "dated"
    assert status(known(last, owner("b", "2024-03-01", "undecided", season=3)), 3).state == "planned end"
    assert status(known(rumour("a", "2024-01-01", LAST)), 3).state == "unknown"
    assert status(known(last), 4).state == "unknown", "a season between may have come since"


def test_a_cancellation_after_the_last_season_takes_no_renewal_back() -> None:
    claims = [owner("a", "2024-01-01", LAST), owner("b", "2024-03-01", "cancelled", season=3)]
    turns = history(days_told(claims, series="X", as_of=LATE), 3)
    assert [(turn.state, turn.season) for turn in turns] == [("planned end", 2)]


@pytest.mark.parametrize(
    ("quote", "state"),
    [
        ("There will be no second season, a Vela spokesperson said.", "cancelled"),
        ("Vela said that it won&rsquo;t make another", "cancelled"),
        ("Vela has decided against a second season", "cancelled"),
        ("Vela has not renewed it", "undecided"),
        ("Vela will not say whether there is another", "undecided"),
        ("Vela said there would be no second season this year", "undecided"),
        ("Vela said that there are no plans for a second season", "undecided"),
    ],
)
def test_an_owners_no_is_a_decision_and_that_none_was_ordered_is_none(quote: str, state: str) -> None:
    assert status(known(owner("a", "2024-01-01", "renewed", polarity="-", quote=quote))).state == state
    paper = said(piece("a", "2024-01-01"), "renewed", polarity="-", quote=quote)
    assert status(known(paper)).state == "undecided", "it is the owner's to decide"


def test_an_owners_no_takes_its_renewal_back() -> None:
    no = owner("b", "2024-02-01", "renewed", polarity="-", quote="There will be no second season")
    turns = history(days_told([owner("a", "2024-01-01", "renewed"), no], series="X", as_of=LATE))
    assert [turn.state for turn in turns] == ["renewed", "un-renewed"]


def test_a_day_tells_that_a_season_comes_though_no_sentence_renews_it() -> None:
    dated = owner("a", "2024-03-01", DAY, kind="release_date")
    found = status(known(dated))
    assert (found.state, found.season, found.official) == ("dated", 2, True)
    assert status(reconcile([dated], series="X", as_of=dt.date(2025, 6, 1)), 2).state == "released"
    part = owner("a", "2024-03-01", window("2025-01-01", "2025-12-31", "year"), kind="release_date")
    assert status(known(part)).state == "renewed"
    narrowed = status(known(part, said(piece("b", "2024-04-01"), window("2025-03-01", "2025-05-31"), kind="release_date")))
    assert (narrowed.state, narrowed.standing, narrowed.official) == ("renewed", "reported", True)
    assert not status(known(said(piece("b", "2024-04-01"), DAY, kind="release_date"))).official
    assert status(known(rumour("a", "2024-03-01", DAY, kind="release_date"))).state == "unknown"
    assert status(known(owner("a", "2024-03-01", {"status": "filming"}, kind="production_status"))).state == "filming"
    idle = owner("a", "2024-03-01", {"status": "filming"}, kind="production_status", polarity="-")
    assert status(known(idle)).state == "unknown"
    assert status(known(idle, owner("b", "2024-04-01", "renewed"))).state == "renewed"


def test_a_day_settles_what_was_open_before_and_not_what_was_opened_since() -> None:
    paper = said(piece("b", "2024-03-01"), DAY, kind="release_date")
    assert status(known(owner("a", "2024-01-01", "undecided"), paper)).state == "dated"
    assert status(known(paper, owner("c", "2024-04-01", "undecided"))).state == "undecided"
    assert status(known(paper, owner("c", "2024-04-01", "cancelled"))).state == "cancelled"


def test_what_looks_back_on_a_premiere_is_not_about_the_next_season() -> None:
    out = Premiered(1, dt.date(2024, 3, 1))

    def seasons(value: dict[str, Any], **given: Any) -> list[int | None]:
        one = owner("a", "2024-06-01", value, season=None, **given)
        return [slot.slot.season for slot in reconcile([one], series="X", as_of=LATE, background=Background(premiered=out)).slots]

    assert seasons(window("2024-03-01", "2024-03-01", "day"), kind="release_date") == [1]
    assert seasons(DAY, kind="release_date") == [2]
    shot = {"status": "filming", **window("2023-05-01", "2023-05-31")}
    assert seasons(shot, kind="production_status") == [1]
    assert seasons({"status": "filming"}, kind="production_status") == [2]


def test_who_leaves_is_asked_of_the_season_to_come_and_who_plays_whom_is_not() -> None:
    renewed = owner("a", "2024-01-01", "renewed")
    leaving = said(
        piece("b", "2024-02-01"), {"actor": "Mira Sand", "st": "leaving"}, kind="cast_role", by="talent", name="Mira Sand",
        standing="official",
    )  # fmt: skip
    back = rumour("c", "2024-03-01", {"actor": "Mira Sand", "st": "returning"}, kind="cast_role", season=None)
    part = said(piece("d", "2024-03-02"), {"actor": "Mira Sand", "character": "Tess"}, kind="cast_role", season=None)
    found = [one for one in known(renewed, leaving, back, part).slots if one.slot.family == "cast"]
    assert [(one.slot.season, one.value) for one in found] == [
        (2, {"actor": "Mira Sand", "st": "leaving"}),
        (None, {"actor": "Mira Sand", "character": "Tess"}),
    ]
    assert [(one.recorded.id, one.rule) for one in found[0].overruled] == [("c#1", "R3")]


def test_an_article_at_odds_about_one_season_keeps_its_weight_about_another() -> None:
    where = piece("a", "2024-01-01", OTHER)
    firm = said(where, "renewed", by="network_or_studio", quote="Vela said so", season=3)
    open_ = said(where, "undecided", season=4, number=2)
    ahead = said(where, "renewed", season=4, number=3)
    found = known(firm, open_, ahead)
    third, fourth = found.slot("renewal", 3), found.slot("renewal", 4)
    assert third is not None
    assert (third.weight, third.contested, third.note) == (2.5, False, "")
    assert fourth is not None
    assert (fourth.weight, fourth.contested) == (1.0, True)
    assert fourth.note.startswith("the article says that it is open and renewed; none of it is believed")


@pytest.mark.parametrize(
    ("quote", "state"),
    [
        ("Vela has ordered a first season of “X”", "ordered"),
        ("Vela picked up “X” to series", "ordered"),
        ("Vela has renewed “X”", "renewed"),  # only the first season was named so far
        ("Vela has ordered more of it: it will return", "renewed"),
    ],
)
def test_a_first_season_is_ordered_and_not_renewed(quote: str, state: str) -> None:
    one = owner("a", "2024-01-01", "renewed", season=1, quote=quote)
    assert status(known(one)).state == state
    gone = owner("b", "2024-02-01", "cancelled", season=1)
    assert [turn.state for turn in history(days_told([one, gone], series="X", as_of=LATE))] == [state, "un-renewed"]


@pytest.mark.parametrize(
    ("quote", "state"),
    [
        ("Vela has given a straight-to-series order to “X”", "ordered"),
        ("“X” went to series at Vela", "ordered"),
        ("Vela has ordered “X”", "renewed"),  # of which season nobody says
        ("Vela has renewed “X”, once a straight-to-series order", "renewed"),
    ],
)
def test_what_goes_to_series_is_ordered_though_no_season_is_named(quote: str, state: str) -> None:
    assert status(known(owner("a", "2024-01-01", "renewed", season=None, quote=quote))).state == state


def test_every_claim_is_ranked_with_the_rule_that_did_it() -> None:
    dated = owner("a", "2024-01-01", DAY, kind="release_date")
    none_yet = said(piece("b", "2024-02-01"), {"announced": False}, kind="release_date")
    earlier = said(piece("c", "2024-02-02", OTHER), window("2024-09-01", "2024-09-30"), kind="release_date")
    (answer,) = series_known([dated, none_yet, earlier], series="X", as_of=LATE).slots
    assert [(one.id, one.rank, one.rule, one.weight) for one in answer.ranks] == [
        ("a#1", "preferred", "", 4.0), ("b#1", "normal", "R6", 2.0), ("c#1", "deprecated", "R3", 2.0),
    ]  # fmt: skip
    assert all(one.why for one in answer.ranks)
