"""Renewals told as deals, rescues, lists and odds; what is open, not so or only supposed; reasons in other words."""

from __future__ import annotations

import pytest

from cliffhanger.claims.kinds.renewal import meanings, no_fate, renewals
from tests.claims.written import claims_in, statuses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brightline and Fjord Nine have struck a deal for a third season of “Copper Bay”.", ("renewed", "+")),
        ("Contracts for series three of “Copper Bay” were signed on Monday.", ("renewed", "+")),
        ("“Copper Bay” has been handed a straight-to-series order.", ("renewed", "+")),
        ("A third season of “Copper Bay” is only a matter of time.", ("renewed", "+")),
        ("Piccolo brought back “Copper Bay” in March.", ("renewed", "+")),
        ("“Copper Bay” (Brightline): Saved.", ("renewed", "+")),
        ("Brightline says absolutely not to a third season of “Copper Bay”.", ("renewed", "-")),
        ("Brightline told the writers of “Copper Bay” that there would be no second season.", ("renewed", "-")),
        ("The axing of “Copper Bay” has been overturned.", ("reversed", "+")),
        ("“Copper Bay” has not been ditched.", ("cancelled", "-")),
        ("Brightline cast “Copper Bay” adrift in May.", ("cancelled", "+")),
        ("Brightline called it quits on “Copper Bay” in May.", ("cancelled", "+")),
        ("The cancellation of “Copper Bay” stands.", ("cancelled", "+")),
        ("The fourth series of “Copper Bay” will be its swansong.", ("ending", "+")),
        ("Brightline will round off “Copper Bay” with a two-hour special.", ("ending", "+")),
        ("The third season of “Copper Bay” has not been billed as the last.", ("ending", "-")),
        ("Brightline refused to rule out a return for “Copper Bay”.", ("undecided", "+")),
        ("Brightline did not say if the third season of “Copper Bay” would be the last.", ("undecided", "+")),
        ("“I'm not allowed to discuss season three,” she said of “Copper Bay”.", ("undecided", "+")),
        ("Brightline has commissioned a pilot for “Copper Bay”.", ("in_development", "+")),
        ("Talks about a third season of “Copper Bay” have not begun.", ("in_talks", "-")),
    ],
)
def test_a_season_is_decided_or_left_open(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(status, polarity) for status, polarity, _ in statuses(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Reviewers handed season two of “Copper Bay” four stars.",
        "Mara Voss has signed a contract for a third season of “Copper Bay”.",
        "She saved “Copper Bay” from a bad script.",
        "If “Copper Bay” gets another season, the old faces are expected to come back.",
        "What viewers want is a third season of “Copper Bay”.",
        "We demand one last season of “Copper Bay”.",
        "In Tuesday's edition we wrote that “Copper Bay” had been renewed for a third season.",
        "“Copper Bay” lost 15 percent of its viewers.",
        "“Copper Bay” is on Brightline. Captain Ede: dead.",
    ],
)
def test_marks_wishes_conditions_and_mistakes_decide_nothing(text: str) -> None:
    assert not statuses(text)


@pytest.mark.parametrize(
    "text",
    [
        "Brightline has reversed its decision to renew “Copper Bay” for a third and final season.",
        "Brightline reversed its renewal of “Copper Bay” on Monday.",
        "Brightline rescinded the season 3 order for “Copper Bay”.",
        "Brightline has withdrawn its order for a third season of ten episodes of “Copper Bay”.",
        "Brightline walked back its plans to make a third season of “Copper Bay”.",
        "The renewal of “Copper Bay” was withdrawn in August.",
        "“Copper Bay” was un-renewed by Brightline.",
        "Brightline has made the difficult decision not to do a third season of “Copper Bay”.",
        "Brightline took the decision not to renew “Copper Bay”.",
        "Brightline defended the decision not to continue with “Copper Bay”.",
        "Brightline said of “Copper Bay” that the decision not to proceed was a hard one.",
        "Brightline has backed out of its plan to make a shorter third season of “Copper Bay”.",
        "Brightline reversed its decision to renew the drama “Copper Bay”.",
    ],
)
def test_a_renewal_that_is_undone_is_a_cancellation(text: str) -> None:
    assert [(status, polarity) for status, polarity, _ in statuses(text)] == [("cancelled", "+")]


def test_a_season_that_had_been_ordered_and_goes_ahead_no_longer_is_two_turns_of_events() -> None:
    told = statuses("“Copper Bay”, which had been renewed for a third season, will no longer go ahead.")
    assert {(status, polarity) for status, polarity, _ in told} == {("renewed", "+"), ("cancelled", "+")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brightline has reversed its decision not to renew “Copper Bay”.", [("reversed", "+")]),
        ("Brightline will not reverse the cancellation of “Copper Bay”.", [("reversed", "-")]),
        ("Brightline never reversed its decision to cancel “Copper Bay”.", [("reversed", "-")]),
        ("Fans of “Copper Bay” urged Brightline to reverse its decision not to renew the drama.", []),
        ("In “Copper Bay” the wedding is no longer going ahead.", []),
        ("“Copper Bay” creator Mara Voss defended the decision not to make Anna the villain of the second season.", []),
        ("She praised the decision not to continue with the old title music of “Copper Bay”.", []),
        ("Brightline has reversed its decision to make the first season of “Copper Bay” free to watch.", []),
        ("Brightline backed away from its plan to produce a companion podcast for “Copper Bay”.", []),
        ("Brightline has reversed its order for four further episodes of “Copper Bay”.", []),
        ("Mara Voss explained her decision not to do comedies. She stars in “Copper Bay”.", []),
    ],
)
def test_what_is_not_turned_round_or_is_no_series(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(status, polarity) for status, polarity, _ in statuses(text)] == expected


def test_two_seasons_ordered_at_once_are_two_claims() -> None:
    found = claims_in("Brightline has ordered a third and a fourth series of “Copper Bay”.", kind="renewal_status")
    assert [claim.subject.season for claim in found] == [3, 4]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Brightline has decided to renew “Copper Bay”.", "+"),
        ("Brightline voted to bring “Copper Bay” back for a third season.", "+"),
        ("The decision to renew “Copper Bay” was made in May.", "+"),
        ("Brightline has not decided to renew “Copper Bay”.", "-"),
    ],
)
def test_what_is_decided_is_told(text: str, polarity: str) -> None:
    found = claims_in(text, kind="renewal_status")
    assert [(claim.value["status"], claim.polarity) for claim in found] == [("renewed", polarity)]


def test_how_it_is_decided_tells_at_most_that_it_is_open() -> None:
    found = claims_in("Brightline has yet to make a decision on the renewal of “Copper Bay”.", kind="renewal_status")
    assert [claim.value["status"] for claim in found] == ["undecided"]


@pytest.mark.parametrize(
    ("text", "p"),
    [
        ("“Copper Bay” is an even money bet to return.", 0.5),
        ("Will “Copper Bay” be renewed? I reckon thirty percent.", 0.3),
        ("Our odds on another season of “Copper Bay”: 35%.", 0.35),
        ("Will “Copper Bay” be renewed? I'd call it 70-30 against.", 0.3),
    ],
)
def test_odds_are_a_share_of_one(text: str, p: float) -> None:
    assert [claim.value.get("p") for claim in claims_in(text, kind="renewal_status")] == [p]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss pulled out of “Copper Bay” over scheduling conflicts.",
        "Brightline axed “Copper Bay” after a steep decline in viewers.",
        "Brightline has cancelled “Copper Bay”. The reason was given as falling audiences.",
        "Filming on “Copper Bay” was held up by heavy rain.",
        "Brightline has halted “Copper Bay”. Fitch put it down to the weather.",
        "“Copper Bay” was shortened to six episodes for lack of money.",
    ],
)
def test_reasons_are_found_in_other_words(text: str) -> None:
    assert claims_in(text, kind="reason")


def test_a_denied_delay_and_its_reason_are_told_apart() -> None:
    (denied,) = (
        claim
        for claim in claims_in("“Copper Bay” was delayed because the scripts were late. That is groundless.")
        if claim.standing == "denied"
    )
    assert (denied.kind, denied.polarity) == ("reason", "-")


def test_every_name_by_which_rules_are_told_apart_is_one_of_a_rule() -> None:
    names = {name for name, *_ in renewals._ALL}
    apart = (
        *(meanings._OF_CONTRACTS, meanings._OF_TRADES, meanings._UNDECIDED, no_fate._SILENCES),
        *(renewals._DECISIONS, renewals._BOUND_TO, renewals._BY_OBJECT, renewals._GUESSES),
        *(renewals._IN_AN_ARTICLE, renewals._ANYWHERE, renewals._OF_A_SERIES),
    )
    assert set().union(*apart) - names == set()


def test_two_turns_in_one_clause_have_each_its_own_words_and_day() -> None:
    told = claims_in("“Copper Bay”, axed in November, has been saved by Brightline.")
    turns = [
        (one.value["status"], one.value.get("window", {}).get("edtf"), one.quote.text) for one in told if "status" in one.value
    ]
    assert turns == [
        ("cancelled", "2023-11", "“Copper Bay”, axed in November"),
        ("renewed", None, "has been saved by Brightline."),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brightline denies it ever gave a green light to a second season of “Copper Bay”.",
        "Brightline denied ever having ordered a second season of “Copper Bay”.",
        "Brightline denies giving “Copper Bay” a second season order.",
    ],
)
def test_an_order_that_is_denied_is_none(sentence: str) -> None:
    assert [(one.value["status"], one.polarity, one.standing) for one in claims_in(sentence)] == [("renewed", "-", "denied")]


def test_a_last_season_that_is_announced_is_not_renewed_besides() -> None:
    told = claims_in("Brightline announced in March that the third season of “Copper Bay” would be the last.")
    assert [one.value["status"] for one in told if one.kind == "renewal_status"] == ["ending"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brightline denied nothing and renewed “Copper Bay” for a second season.",
        "Denied financing by Vela, “Copper Bay” was renewed by Brightline for a second season.",
        "Brightline has renewed “Copper Bay” for a second season, and denied leaving the drama business.",
    ],
)
def test_what_somebody_else_or_something_else_is_denied_leaves_an_order_one(sentence: str) -> None:
    assert [(one.value["status"], one.polarity) for one in claims_in(sentence) if one.kind == "renewal_status"] == [
        ("renewed", "+")
    ]


def test_a_comma_in_a_day_parts_no_turns() -> None:
    told = claims_in("“Copper Bay” was axed on March 3, 2021 and renewed by Brightline in May.")
    assert {one.quote.text for one in told if one.kind == "renewal_status"} == {
        "“Copper Bay” was axed on March 3, 2021 and renewed by Brightline in May."
    }
