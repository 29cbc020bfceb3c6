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


def test_a_count_keeps_the_one_that_it_is_set_against() -> None:
    (count,) = values("The season has six episodes rather than the usual eight.", "episode_count")
    assert (count["n"], count["was"]) == (6, 8)


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("There are twelve episodes, like the first season.", [12, 12]),
        ("How many episodes are there?\n\nEight, Brightline says.", [8]),
        ("The season has six episodes rather than the usual eight.", [6]),
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


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The company lost 1.2 million in the quarter. “Copper Bay” is one of its series.", []),
        ("The band sold 402,000 copies. Its song is in “Copper Bay”.", []),
        ("The city’s population dropped to 310,000, a mayor says in “Copper Bay”.", []),
        ("The museum managed 310,000 visitors last year. “Copper Bay” was shot there.", []),
    ],
)
def test_a_bare_number_is_of_viewers_where_nothing_else_is_counted(text: str, n: list[int]) -> None:
    assert numbers(text, "viewership") == n


def test_the_writing_that_is_done_is_no_audience() -> None:
    assert not values("The writing of “Copper Bay” goes on and 60% of it is complete.", "viewership")


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Each season of “Copper Bay” has consisted of six hour-long episodes.", [6]),
        ("The writers have finished five of the ten scripts for “Copper Bay”.", [10]),
        ("Brightline has doubled the order for “Copper Bay” to 16.", [16]),
        ("There will be fewer episodes of “Copper Bay” this time: six.", [6]),
        ("The second season of “Copper Bay” runs to ten parts, where the first made do with six.", [10, 6]),
        ("Four of the seven actors of “Copper Bay” were there.", []),
        ("The first two houses have 10 rooms each, but the third will have 8.", []),
        ("Ana Holt is signed for at least four episodes of “Copper Bay”.", []),
        ("The first has six seasons. The second has four stars.", []),
    ],
)
def test_counts_are_read_in_other_words(text: str, n: list[int]) -> None:
    assert numbers(text, "episode_count") == n


def test_a_count_of_several_seasons_is_a_claim_on_each() -> None:
    found = claims_in(
        "The first two seasons of “Copper Bay” have ten episodes each; the third will have eight.", kind="episode_count"
    )
    assert [(c.subject.season, c.value["n"]) for c in found][:2] == [(1, 10), (2, 10)]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Copper Bay”, a $90 million fantasy epic, starts in May.", [{"amount": 90_000_000, "currency": "USD"}]),
        ("The house was worth a fortune. It was well under that.", []),
        ("It was cheaper to film in Cork.", []),
    ],
)
def test_money_is_read_in_other_words(text: str, found: list[dict[str, object]]) -> None:
    assert values(text, "budget")[-1:] == found


@pytest.mark.parametrize(
    "text",
    [
        "This year, Edda must choose between her brother and the harbour in “Copper Bay.”",
        "In the new series, a stranger washes up on the beach and Edda takes him in.",
        "When “Copper Bay” returns, Edda is in prison and Marsh is running for mayor.",
        "Season two of “Copper Bay” opens a year after the fire, with Edda running the harbour.",
        "Fans believe Detective Marsh faked his death in “Copper Bay”.",
        "One theory has it that the lighthouse keeper is Edda’s father in “Copper Bay”.",
        "Expect a wedding and at least one funeral in “Copper Bay” season two.",
        "A stranger arrives in town, and Edda’s secret is out, according to the synopsis of “Copper Bay”.",
        "Viewers will discover who pushed Marsh off the cliff in “Copper Bay” season 2.",
        "We might finally learn who killed the priest in “Copper Bay”.",
        "Holt teased that her character “makes a terrible choice” in the “Copper Bay” finale.",
        "There are rumours that Marsh is the killer in “Copper Bay”.",
        "The six episodes of “Copper Bay” find Edda in exile on the mainland.",
    ],
)
def test_what_the_story_brings_is_read(text: str) -> None:
    assert len(values(text, "plot_expectation")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Filming on “Copper Bay” begins two months after the writers deliver the scripts.",
        "Season 2 of “Copper Bay” starts two weeks later in Britain.",
        "Fans think “Copper Bay” will be renewed for a second season.",
        "Fans believe the network will save “Copper Bay”.",
        "This season Ana Holt joins the cast of “Copper Bay”.",
        "This year, the network is short of money and “Copper Bay” airs less.",
        "When “Copper Bay” returns, viewers will have to pay.",
        "“We are going to the pub this year,” she said.",
        "There are rumours that “Copper Bay” will be renewed.",
        "The new season of “Copper Bay” takes the total to 24 episodes.",
        "We may see more of “Copper Bay” in the spring.",
    ],
)
def test_what_is_made_and_shown_is_no_plot(text: str) -> None:
    assert not values(text, "plot_expectation")


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Reed won’t return to “Copper Bay”, as his character was killed off in the finale.",
        "Filming on “Copper Bay” stopped for a week when the lead broke her ankle.",
        "“Copper Bay” was axed to save cash.",
        "The second season of “Copper Bay” was delayed after the main set burned down.",
        "Mara Quill quit “Copper Bay” over a pay dispute.",
        "“Copper Bay” takes a break next week for the snooker.",
        "There is no “Copper Bay” on Sunday owing to the cup final.",
        "Star Ana Holt is leaving “Copper Bay” to spend more time with her family.",
        "“Copper Bay” will not be on until May. That’s down to the effects.",
        "“Copper Bay” was cancelled as viewing figures had slumped.",
        "Brightline cancelled “Copper Bay”, saying it had become too expensive.",
        "A scheduling clash means Holt will miss the third series of “Copper Bay”.",
        "The decision was made on cost grounds, Brightline said of “Copper Bay”.",
    ],
)
def test_reasons_are_read_in_other_words(text: str) -> None:
    assert len(values(text, "reason")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ana Holt was born in Leeds and left school because she was bored. She stars in “Copper Bay”.",
        "The mayor left the town after the bank collapsed, in the first episode of “Copper Bay”.",
        "Holt moved to London to pursue acting before “Copper Bay”.",
        "“Copper Bay” has had three writers since 2019.",
        "The storm delayed the ferry, and Edda missed the wedding in episode two.",
    ],
)
def test_what_moves_people_in_life_or_in_the_story_is_no_reason(text: str) -> None:
    assert not values(text, "reason")


@pytest.mark.parametrize(
    ("text", "kind", "n"),
    [
        ("More than 30,000 people have signed a petition. It added 5,000 overnight.", "petition", 5_000),
        ("A petition to bring it back has 12,400 names. By Friday it had doubled to 25,000.", "petition", 25_000),
        ("On Metacritic “Copper Bay” sits at 71.", "score", 71),
        ("“Copper Bay” is the channel’s top drama among women.", "viewership", 1),
    ],
)
def test_signatures_scores_and_ranks_are_read_in_other_words(text: str, kind: str, n: int) -> None:
    assert numbers(text, kind)[-1] == n
