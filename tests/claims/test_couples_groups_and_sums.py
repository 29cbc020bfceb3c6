"""Actors in couples and groups, makers by what they do, figures beside others and sums rejected; and look-alikes of each."""

from __future__ import annotations

import pytest

from cliffhanger.claims.numbers import number
from tests.claims.written import claims_in

ABOUT = (
    "“Copper Bay” is a drama on Brightline. Anna Moss stars as Lorna Pike, and Kit Adair plays Dr Lund. "
    "Adair and Moss were at school together.\n\n"
)


def told(text: str, kind: str) -> list[tuple[object, object, str]]:
    """Who, state and polarity of each claim of a kind in the last paragraph."""
    found = [claim for claim in claims_in(ABOUT + text, kind=kind) if claim.quote.start > len(ABOUT)]
    return [(c.value.get("actor") or c.value.get("person"), c.value.get("st"), c.polarity) for c in found]


def values(text: str, kind: str) -> list[dict[str, object]]:
    return [claim.value for claim in claims_in(ABOUT + text, kind=kind) if claim.quote.start > len(ABOUT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neither Moss nor Adair will be back.", [("Anna Moss", "leaving", "+"), ("Kit Adair", "leaving", "+")]),
        ("Neither Anna Moss nor Kit Adair is returning.", [("Anna Moss", "leaving", "+"), ("Kit Adair", "leaving", "+")]),
        ("Both Moss and Adair are coming back.", [("Anna Moss", "returning", "+"), ("Kit Adair", "returning", "+")]),
        ("Three of the older actors have departed.", [("Three of the older actors", "leaving", "+")]),
        ("Half of the cast will not return.", [("Half of the cast", "leaving", "+")]),
        ("Several regulars are returning.", [("Several regulars", "returning", "+")]),
        ("None of the original cast will return.", [("None of the original cast", "leaving", "+")]),
        ("Adair no longer plays Dr Lund.", [("Kit Adair", "leaving", "+")]),
        ("Adair is not free before the spring.", [("Kit Adair", "unavailable", "+")]),
        ("Moss’s agent said that she was unavailable.", [("Anna Moss", "unavailable", "+")]),
        ("I would not bet on Adair coming back.", [("Kit Adair", "returning", "-")]),
        ("Moss’s departure comes after three years.", [("Anna Moss", "leaving", "+")]),
        ("Tom Ridley and Dora Lunt are to star.", [("Tom Ridley", None, "+"), ("Dora Lunt", None, "+")]),
        ("Star Kit Adair has joined “Harbour Stakes”.", [("Kit Adair", "joining", "+"), ("Kit Adair", None, "+")]),
        ("Joining Adair are Tom Ridley and Dora Lunt.", [("Tom Ridley", "joining", "+"), ("Dora Lunt", "joining", "+")]),
    ],
)
def test_who_stays_and_goes_is_told_of_couples_and_groups(text: str, expected: list[tuple[object, object, str]]) -> None:
    assert sorted(map(str, told(text, "cast_role"))) == sorted(map(str, expected))


@pytest.mark.parametrize(
    "text",
    [
        "Half of the cast is from Cardiff.",
        "Small Stakes (Harbour Channel) fell to 2.1 million.",
        "It was renewed with Ines Quill staying on as showrunner.",
        "The departure lounge was built in Adair’s garage.",
    ],
)
def test_a_group_a_channel_and_a_maker_are_no_actors(text: str) -> None:
    assert not told(text, "cast_role")


def test_who_plays_a_part_again_returns_and_who_plays_it_does_not_leave() -> None:
    again = {"actor": "Anna Moss", "character": "Lorna Pike", "st": "returning"}
    for text in ("Anna Moss will again play Lorna Pike.", "Anna Moss once again stars as Lorna Pike."):
        assert values(text, "cast_role") == [again]
    assert values("Anna Moss plays Lorna Pike once more.", "cast_role") == [{"actor": "Anna Moss", "character": "Lorna Pike"}]
    assert values("Neil Poole makes his television debut as a vet.", "cast_role")[0]["st"] == "joining"


@pytest.mark.parametrize(
    ("text", "who", "role"),
    [
        ("Directing all six is Ines Quill.", "Ines Quill", "director"),
        ("Executive producing are Tim Ash and Ola Berg.", "Ola Berg", "executive producer"),
        ("Behind the camera will be Ines Quill.", "Ines Quill", "director"),
        ("He hands over the reins to Ines Quill.", "Ines Quill", "showrunner"),
        ("Tarn Pictures, the studio behind “Copper Bay,” said so.", "Tarn Pictures", "production company"),
        ("Three of the writers have moved on.", "Three of the writers", "writer"),
    ],
)
def test_makers_are_read_by_what_they_do(text: str, who: str, role: str) -> None:
    assert (who, role) in {(value["person"], value["role"]) for value in values(text, "crew_role")}


def test_a_byline_of_a_team_names_no_writer() -> None:
    assert not values("Written by Team Telly", "crew_role")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It premiered on 4 March with 2.3 million.", [2_300_000]),
        ("It drew 5.1 million viewers, above the previous Sunday’s 4.9 million.", [5_100_000, 4_900_000]),
        ("The finale had 3.4 million viewers, against 4.1 million for the opener.", [3_400_000, 4_100_000]),
        ("The drama was watched by three point four million viewers.", [3_400_000]),
        ("Among the under-25s the rise was 12 per cent.", [12]),
        ("It kept the top spot with 5 million viewers.", [5_000_000, 1]),
        ("The new run never reached the service’s top ten.", [10]),
    ],
)
def test_figures_beside_others_are_read(text: str, expected: list[float]) -> None:
    assert [value.get("n") for value in values(text, "viewership")] == expected


@pytest.mark.parametrize(("text", "n"), [("nineteen thousand four hundred", 19_400), ("one point two five million", 1_250_000)])
def test_numbers_in_words_are_added_up(text: str, n: float) -> None:
    assert number(text) == n


@pytest.mark.parametrize(
    ("text", "polarities"),
    [
        ("Each episode cost three million quid. The studio disputed the figure.", ["+", "-"]),
        ("The run cost $40 million. Her boss called that number “a joke”.", ["+", "-"]),
        ("The season would cost 80 million crowns.", ["+"]),
        ("He bought a farm for two million quid.", []),
    ],
)
def test_sums_and_their_rejection_are_read(text: str, polarities: list[str]) -> None:
    assert [c.polarity for c in claims_in(ABOUT + text, kind="budget")] == polarities


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("There will be eight episodes, against six last time.", [8, 6]),
        ("Brightline will make ten more.", [10]),
        ("Season 1 was of 8 episodes.", [8]),
        ("Brightline ordered two more seasons.", []),
    ],
)
def test_counts_beside_others_are_read(text: str, counts: list[int]) -> None:
    assert [value.get("n") for value in values(text, "episode_count")] == counts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The comedy will finish on 25 August.", ["2024-08-25"]),
        ("It took off on Monday 29 January.", ["2024-01-29"]),
        ("A date will follow.", [None]),
        ("Brightline will reveal a premiere date soon.", [None]),
        ("Anna Moss has been Lorna since “Copper Bay” began in 2019.", ["2019"]),
        ("Series three began in January 2024, not February.", ["2024-01"]),
        ("Dropped by Tarn in March, it lives on.", []),
    ],
)
def test_days_of_showing_are_read(text: str, days: list[str | None]) -> None:
    windows = [value.get("window") for value in values(text, "release_date")]
    assert [window["edtf"] if isinstance(window, dict) else None for window in windows] == days


def test_what_will_be_shown_to_a_few_is_still_to_come() -> None:
    assert [v["status"] for v in values("A teaser will be shown at a festival on 4 November.", "trailer_status")] == ["upcoming"]
