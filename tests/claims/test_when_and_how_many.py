"""Dates that are of a release and dates that are not, stages of the making and figures, in words of their own."""

from __future__ import annotations

import datetime as dt

import pytest

from cliffhanger.claims.grammar import read
from cliffhanger.claims.windows import movable
from cliffhanger.sources.articles.page import article
from tests.claims.written import DAY, claims_in


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("“Copper Bay” hits screens on the last Friday of October.", "2024-10-25"),
        ("“Copper Bay” returned on Thursday to three million viewers.", "2024-06-13"),
        ("The second series of “Copper Bay” got off to a slow start on Sunday.", "2024-06-16"),
        ("Sunday’s opener of “Copper Bay” could only muster 3.1 million viewers.", "2024-06-16"),
        ("A shop listing gave 9 August 2024 for the “Copper Bay” discs.", "2024-08-09"),
        ("Fans should circle 14 September: that is when “Copper Bay” is back.", "2024-09-14"),
        ("“Copper Bay” stays part of our 2025 line-up.", "2025"),
        ("“Copper Bay” will be back at Easter 2025.", "2025-04-18/2025-04-21"),
        ("She hopes to have “Copper Bay” on screens by the end of next year.", "../2025-12-31"),
        ("Since its launch in May 2023, “Copper Bay” has drawn critics’ praise.", "2023-05"),
    ],
)
def test_a_date_of_release_is_told_by_many_words(text: str, edtf: str) -> None:
    assert edtf in [claim.value["window"]["edtf"] for claim in claims_in(text, kind="release_date")]


@pytest.mark.parametrize(
    "text",
    [
        "Bristol, 18 June 2024.",
        "Brightline’s chief flew to Dublin on Tuesday to discuss the return of “Copper Bay”.",
        "“Copper Bay” occupies its traditional Thursday slot.",
        "Ada Holt, who gave birth in May, will return for “Copper Bay”.",
        "Ada Holt takes over from Kit Vane, who quit in March for want of sleep.",
        "The opener of “Copper Bay”, which managed three million in May, was the best.",
        "In May we got most of our “Copper Bay” guesses right, and we will not do so again.",
        "The Sunday Courier claims that “Copper Bay” is safe.",
        "We repeated it in our own May 20 column on “Copper Bay”.",
        "“The Long Wait” opens at the Alhambra on 9 August.",
        "A new episode of “Copper Bay” follows every Thursday.",
    ],
)
def test_a_date_of_something_else_is_no_release(text: str) -> None:
    assert not claims_in(text, kind="release_date")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Filming of “Copper Bay” drew to a close on 3 June.", ("wrapped", "+", "2024-06-03")),
        ("They called it a wrap on “Copper Bay” on 3 June.", ("wrapped", "+", "2024-06-03")),
        ("Shooting of “Copper Bay” has apparently begun.", ("filming", "+", None)),
        ("“Copper Bay” has yet to turn a camera.", ("filming", "-", None)),
        ("Filming on “Copper Bay” did not begin as planned.", ("filming", "-", None)),
        ("“Copper Bay” was shut down three weeks into filming.", ("halted", "+", None)),
        ("Filming of “Copper Bay” was suspended in May and will restart on 16 September.", ("scheduled", "+", "2024-09-16")),
        ("The writers have met. Lensing in Winnipeg in March for “Copper Bay”.", ("scheduled", "+", "2025-03")),
        ("We have been writing “Copper Bay” since March.", ("writing", "+", "2024-03")),
        ("Production of “Copper Bay” will not finish until October.", ("wrap_expected", "+", "2024-10")),
        ("The shoot of “Copper Bay” could slip to early 2025.", ("delayed", "+", "2025-01-01/2025-04-30")),
    ],
)
def test_stages_of_the_making_in_further_words(text: str, expected: tuple[str, str, str | None]) -> None:
    found = [
        (c.value["status"], c.polarity, c.value.get("window", {}).get("edtf")) for c in claims_in(text, kind="production_status")
    ]
    assert expected in found


def test_the_second_of_two_stages_does_not_take_the_date_of_the_first() -> None:
    found = claims_in(
        "Shooting of “Copper Bay” commenced on 3 May and, reports say, was stopped for a week.", kind="production_status"
    )
    assert [(c.value["status"], "window" in c.value) for c in found] == [("filming", True), ("halted", False)]


@pytest.mark.parametrize(
    "text",
    [
        "If shooting of “Copper Bay” begins this winter, a teaser may come in May.",
        "“Without the rebate we would be shooting “Copper Bay” abroad,” she said.",
    ],
)
def test_a_supposed_shoot_is_none(text: str) -> None:
    assert not claims_in(text, kind="production_status")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Brightline confirmed last week that “Copper Bay” will be back for a third season.", "2024-06-10/2024-06-16"),
        ("The nod for “Copper Bay” was made public on 3 June.", "2024-06-03"),
        ("News of the axing of “Copper Bay” broke on Thursday.", "2024-06-13"),
        ("A new date for “Copper Bay” will be announced by Brightline before the end of the year.", "2024-06-18/2024-12-31"),
    ],
)
def test_the_day_of_an_announcement(text: str, edtf: str) -> None:
    assert edtf in [claim.value["window"]["edtf"] for claim in claims_in(text, kind="announcement_date")]


def test_a_day_of_a_chronicle_says_what_was_shown() -> None:
    page = "<h1>The life of Copper Bay</h1><h2>Aug. 31, 2021: it begins</h2><p>Nobody cared.</p><h2>May 3, 2024: the deal</h2>"
    found = read(article(f"<html><body>{page}</body></html>", name="a1", outlet="The Paper", published=DAY))
    assert [claim.value["window"]["edtf"] for claim in found if claim.kind == "release_date"] == ["2021-08-31"]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The order for “Copper Bay” was shortened to ten episodes.", "episode_count", {"n": 10}),
        ("“Copper Bay” gets four million euros for eight instalments.", "episode_count", {"n": 8}),
        ("Only six episodes of “Copper Bay” are planned.", "episode_count", {"n": 6}),
        ("“Copper Bay” isn’t six parts, it’s seven.", "episode_count", {"n": 7, "not": 6}),
        ("Viewers were enough for “Copper Bay” to rank fourth among cable dramas.", "viewership", {"metric": "rank", "n": 4}),
        ("“Copper Bay” was watched by every fifth household.", "viewership", {"metric": "share_of_population", "n": 20}),
        ("Overnights for “Copper Bay”: 3.4 million.", "viewership", {"metric": "viewers", "n": 3_400_000}),
        (
            "The rating of “Copper Bay” averaged 5.1 percent and peaked at 8.2 percent.",
            "viewership",
            {"metric": "rating_percent", "n": 8.2},
        ),
        ("“Copper Bay” was nominated three times, to no avail.", "award", {"result": "nominated", "n": 3}),
        ("After 9,000 postcards had arrived, “Copper Bay” was saved.", "petition", {"n": 9_000, "type": "postcards"}),
    ],
)
def test_figures_in_further_words(text: str, kind: str, value: dict[str, object]) -> None:
    assert any(value.items() <= claim.value.items() for claim in claims_in(text, kind=kind))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The budget of $4 million? “We are nowhere near the bottom of that,” said the chief of “Copper Bay”.", "none"),
        ("Is “Copper Bay” still eight episodes?\n\nOne was about a dog.", "episode_count"),
        ("All we ask for is one last season of “Copper Bay” of six episodes.", "episode_count"),
        ("The producers say that she was offered two episodes of “Copper Bay”.", "episode_count"),
        ("Brightline shares closed down 1.1 percent as viewers left “Copper Bay”.", "viewership"),
        ("“Copper Bay” lost 38 percent of the freshman audience.", "score"),
        ("The broadcaster of “Copper Bay” must save seven million euros of its licence fee.", "budget"),
    ],
)
def test_what_only_looks_like_a_figure(text: str, kind: str) -> None:
    assert not claims_in(text, kind=kind)


def test_movable_feasts() -> None:
    assert [movable("easter", year) for year in (2000, 2024, 2025)] == [
        dt.date(2000, 4, 23),
        dt.date(2024, 3, 31),
        dt.date(2025, 4, 20),
    ]
    assert movable("thanksgiving", 2024) == dt.date(2024, 11, 28)
