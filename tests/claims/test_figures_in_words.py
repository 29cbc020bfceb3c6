"""Figures that an article gives in words: ranks, changes, counts told by another, prizes, signatures, lengths."""

from __future__ import annotations

import pytest

from tests.claims.written import claims_in


def values(text: str, kind: str) -> list[dict[str, object]]:
    return [claim.value for claim in claims_in(text, kind=kind)]


def numbers(text: str, kind: str) -> list[object]:
    return [value.get("n", value.get("value")) for value in values(text, kind)]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("“Copper Bay” took 3.2 million on Sunday, its lowest audience since the pilot.", [3_200_000, 1]),
        ("It was the channel’s second-highest overnight of the year.", [2]),
        ("The thriller was the third most-streamed title on the platform last week.", [3]),
        ("“Copper Bay” debuted at No. 3 on the service’s weekly chart.", [3]),
        ("The show peaked at number six in the ranking.", [6]),
        ("The drama stayed in the top ten for five weeks.", [5]),
        ("The drama spent four weeks in the service’s top ten; the first managed nine there.", [4, 9]),
        ("The show came third in its slot, behind a repeat.", [3]),
        ("The finale drew 3.3 million, the channel’s best launch for two years.", [3_300_000, 1]),
        ("It had 3 million viewers. Only “Harbour Stakes” drew more.", [3_000_000, 2]),
        ("The finale had a series high of 4.4 million.", [1, 4_400_000]),
        ("The finale won its slot.", [1]),
        ("“Copper Bay” had 2.9 million viewers, more than any other drama this year.", [2_900_000, 1]),
    ],
)
def test_ranks_are_read(text: str, n: list[object]) -> None:
    assert numbers(text, "viewership") == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The audience has fallen by a third since the launch.", -33),
        ("Viewing was down by almost half on the first season.", -50),
        ("Ratings for “Copper Bay” have more than doubled since the move to Tuesday.", 100),
        ("It was watched by a quarter fewer people than the first season.", -25),
        ("The viewership was 18 percent lower than that of season one.", -18),
        ("Viewing improved by 12 per cent in the second week.", 12),
    ],
)
def test_changes_are_read(text: str, n: int) -> None:
    assert [v["n"] for v in values(text, "viewership") if v["metric"] == "change_percent"] == [n]


def test_a_second_percentage_takes_the_first_ones_direction() -> None:
    text = "The finale drew 4.8 million viewers, down 6% on the previous episode and 15% on the first-season finale."
    assert [v["n"] for v in values(text, "viewership") if v["metric"] == "change_percent"] == [-6, -15]


@pytest.mark.parametrize(
    ("text", "metric", "n"),
    [
        ("Season 2 has been watched 12 million times since its launch.", "views", 12_000_000),
        ("The first season was streamed more than 800,000 times.", "streams", 800_000),
        ("Among 18-49s it averaged a 0.3 rating.", "demo_rating", 0.3),
        ("The premiere had 2.4 million viewers and a 0.4 in the key demo.", "demo_rating", 0.4),
        ("The thriller was beaten by “Harbour Stakes” on Northline (5.1 million) in the overnights.", "viewers", 5_100_000),
    ],
)
def test_other_shapes_of_viewing_are_read(text: str, metric: str, n: float) -> None:
    assert [v["n"] for v in values(text, "viewership") if v["metric"] == metric] == [n]


def test_rows_of_a_weekly_table_are_read() -> None:
    text = "Top dramas by viewers\n\n1. Signal Point (Northline): 4.7 million\n2. Copper Bay (Brightline): 3.9 million"
    assert numbers(text, "viewership") == [4_700_000, 3_900_000]


@pytest.mark.parametrize(
    "text",
    [
        "Clara loses half her crew in the storm and the ship sinks by a third.",
        "The company’s shares fell 12 percent in the first week of the season.",
        "The budget rose 20 percent on the first season.",
        "Voss lives at number 12, Harbour Street, with his sister.",
        "The mayor came second in the election and left the town.",
        "Her best performance in years carries the second half.",
        "The detective spent two weeks in the hospital after the shooting.",
        "He wins the night at the casino and loses the house.",
        "The novel was read by a million people.",
        "The factory’s output was down a third, and a quarter of the staff left.",
        "The town had 90,000 inhabitants before the flood, viewers learn in the premiere.",
        "Voss broke the record for holding his breath as viewers watched.",
        "The audience in the studio doubled over with laughter.",
        "The song spent three weeks at number one in 1984.",
        "Northline is a public broadcaster that reaches 12 million people every week.",
    ],
)
def test_what_is_no_audience_is_left_alone(text: str) -> None:
    assert values(text, "viewership") == []


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Season three consists of eight episodes, two fewer than the second.", [8, 10]),
        ("There are twelve episodes, like the first season.", [12, 12]),
        ("How many episodes are there?\n\nEight, Brightline says.", [8]),
        ("Brightline ordered six more episodes, bringing the season to 18.", [6, 18]),
        ("“Copper Bay” returns for a second run of six on Sunday.", [6]),
        ("Season 2 will have half a dozen episodes.", [6]),
        ("Brightline has ordered a 6x60' drama.", [6]),
        ("The crew has shot episode three of nine.", [9]),
        ("The season has six episodes rather than the usual eight.", [6, 8]),
    ],
)
def test_counts_told_by_another_are_read(text: str, n: list[int]) -> None:
    assert numbers(text, "episode_count") == n


@pytest.mark.parametrize(
    "text",
    [
        "The show has a series of three murders in a row.",
        "The first had three, the second had four children.",
        "Ada Holt will appear in just two episodes.",
        "Smith appeared in six memorable episodes of “Harbour Stakes.”",
        "Clara ordered eight and Ben ordered three in the second episode.",
        "A two-episode premiere opens the season.",
        "It ran from 14 to 29 March.",
        "How many people did Clara kill?\n\nEight, the inspector thinks.",
    ],
)
def test_what_is_no_order_is_left_alone(text: str) -> None:
    assert values(text, "episode_count") == []


@pytest.mark.parametrize(
    ("text", "result", "n"),
    [
        ("“Copper Bay” has won three Beacon Awards.", "won", 3),
        ("“Copper Bay” is up for two Silver Quills at next month’s ceremony.", "nominated", 2),
        ("The series was nominated for best drama at the 2024 Lantern Awards.", "nominated", None),
        ("It was named best comedy by the Critics’ Circle.", "won", None),
        ("The Golden Heron for best director went to Ada Holt.", "won", None),
        ("The show took the top prize at the Lantern Awards.", "won", None),
        ("She has two BAFTAs.", "won", 2),
        ("It has won 14 awards.", "won", 14),
        ("The series earned Smith a Lantern Award nomination.", "nominated", None),
        ("Silver Quill nominee Ada Holt plays the mayor.", "nominated", None),
    ],
)
def test_prizes_are_read(text: str, result: str, n: int | None) -> None:
    assert [(v["result"], v.get("n")) for v in values(text, "award")] == [(result, n)]


def test_what_a_sentence_adds_to_a_prize_is_read_too() -> None:
    text = "The series collected five Comet nominations and took home one, for best score."
    assert [(v["result"], v["n"]) for v in values(text, "award")] == [("nominated", 5), ("won", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "“Copper Bay” won the Thursday slot.",
        "In the finale Clara wins the Rosewood Cup and loses her brother.",
        "Brightline won the rights to Harbour Stakes for a second year.",
        "She was nominated for mayor in the third episode.",
        "Lottery fever grips the town when Clara wins.",
    ],
)
def test_what_is_no_prize_is_left_alone(text: str) -> None:
    assert values(text, "award") == []


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("A petition for a second season has been signed by more than 46,000 people.", [46_000]),
        ("A petition was started in May. By Friday it had 30,500.", [30_500]),
        ("The petition stood at nine thousand on Monday and 11,200 by Friday.", [9_000, 11_200]),
        ("Some 9,000 people put their names to an open letter.", [9_000]),
    ],
)
def test_signatures_are_read(text: str, n: list[int]) -> None:
    assert [v["n"] for v in values(text, "petition") if "n" in v] == n


@pytest.mark.parametrize(
    "text", ["Smith signed a deal with Brightline worth 300,000 dollars.", "Voss signed the treaty with 400 other captains."]
)
def test_other_signatures_are_left_alone(text: str) -> None:
    assert values(text, "petition") == []


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Critics like it: season 2 has a 92% rating on SofaTally, where the first managed 84%.", [92, 84]),
        ("The score on Metacritic stands at 77.", [77]),
        ("The series never dropped below 95 on SofaTally.", [95]),
        ("On Rotten Tomatoes it sits at 87 per cent with reviewers, against 64 from the public.", [87, 64]),
    ],
)
def test_scores_are_read(text: str, n: list[int]) -> None:
    assert numbers(text, "score") == n


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The two-hour finale airs on Sunday.", [120]),
        ("About fifty-five minutes each.", [55]),
        ("Episodes run an hour.", [60]),
        ("Brightline has ordered a 6x45' comedy.", [45]),
        ("She ran 45 minutes late to the set.", []),
        ("In a 20-minute interview she talked about the season.", []),
        ("Season 2 opens with a two-hour siege.", []),
    ],
)
def test_lengths_are_read(text: str, minutes: list[int]) -> None:
    assert [v["minutes_max"] for v in values(text, "runtime")] == minutes


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("The order is for eight parts at about $3.8 million apiece.", [3_800_000]),
        ("I’m told that the bill has crept past eleven million dollars a pop.", [11_000_000]),
        ("A regional screen fund put in £900,000.", [900_000]),
        ("Her grandfather’s house cost $2 million.", []),
    ],
)
def test_costs_are_read(text: str, amounts: list[int]) -> None:
    assert [v["amount"] for v in values(text, "budget")] == amounts
