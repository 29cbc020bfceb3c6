"""Figures told on the way, as papers, trades and fans write them, with the number that matters; and look-alikes."""

from __future__ import annotations

import pytest

from tests.claims.written import told_after_lead


def figures(text: str, kind: str, key: str) -> list[object]:
    """One value of each claim of a kind in the last paragraph."""
    return sorted((claim.value.get(key) for claim in told_after_lead(text, kind)), key=str)


@pytest.mark.parametrize(
    ("text", "metric", "expected"),
    [
        ("The finale did 7.9% nationwide, according to Korea Gauge.", "rating_percent", 7.9),
        ("Sunday's episode rated 6.4 percent in the capital.", "rating_percent", 6.4),
        ("Its closing hour managed 9.1 per cent of the audience.", "share_percent", 9.1),
        ("“Harbor Nine” returned to 21.4 per cent of everyone watching television.", "share_percent", 21.4),
        ("At nine, the drama opened to 2.75 million, a 16.1 share.", "share_percent", 16.1),
        ("The launch gave Vela a 19% slice of the available audience.", "share_percent", 19),
        ("Two in five of those watching were under 35, the ratings firm added.", "share_percent", 40),
        ("A quarter of its viewers were aged between 16 and 34.", "share_percent", 25),
        ("One viewer in six chose the drama over the news.", "share_percent", 17),
        ("The audience was 7 per cent shy of where the first season began.", "change_percent", -7),
        ("Only one in four who started the season finished it.", "completion_percent", 25),
        ("Three quarters of those who began the first season stayed to the end.", "completion_percent", 75),
        ("Vela counts 6.2 million accounts for the second season in its first month.", "accounts", 6_200_000),
        ("More than four million Britons have now seen at least one episode.", "viewers", 4_000_000),
        ("Nearly a million of them stayed until the end.", "viewers", 1_000_000),
        ("Some 1.1 million people sat down to the opener.", "viewers", 1_100_000),
        ("The show had sunk from 2.4 million viewers to 900,000 within a month.", "viewers", 900_000),
        ("Against stiff competition, the drama held on to 2.8 million viewers.", "viewers", 2_800_000),
        ("The numbers: 1.6 million for episode one.", "viewers", 1_600_000),
        ("No drama on the channel has had a bigger launch since 2016.", "rank", 1),
    ],
)
def test_what_part_of_an_audience_a_series_had(text: str, metric: str, expected: float) -> None:
    told = {(claim.value["metric"], claim.value.get("n")) for claim in told_after_lead(text, "viewership")}
    assert (metric, expected) in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Season three will run to six hours rather than the usual eight.", {"n": 6, "was": 8}),
        ("Vela wants thirteen hours instead of ten.", {"n": 13, "was": 10}),
        ("The new run is down to eight episodes from ten.", {"n": 8, "was": 10}),
        ("A third season is on its way: 12 eps, down from 16.", {"n": 12, "was": 16}),
        ("How many episodes will we get?\n\nSix, down from ten.", {"n": 6, "was": 10}),
        ("My cousin says they're doing ten episodes this time.", {"n": 10}),
        ("Viewers can look forward to ten instalments of 42 minutes apiece.", {"n": 10}),
        ("It comes with a longer leash: ten chapters, against the eight viewers got last time.", {"n": 8}),
        ("The network has asked for 13 scripts but committed to only ten episodes.", {"n": 10}),
        ("There are eight one-hour episodes in the new season.", {"n": 8}),
        ("The writers were told to stretch the story to 12 episodes.", {"n": 12}),
    ],
)
def test_how_many_episodes(text: str, expected: dict[str, int]) -> None:
    assert any(expected.items() <= claim.value.items() for claim in told_after_lead(text, "episode_count"))


@pytest.mark.parametrize(
    ("text", "kind", "key", "expected"),
    [
        ("Every hour had crept up to €2.4 million.", "budget", "amount", [2_400_000]),
        ("Insiders say Vela shelled out close to $48 million on the debut season.", "budget", "amount", [48_000_000]),
        ("The figure doing the rounds is €9 million for the season.", "budget", "amount", [9_000_000]),
        ("A million and a half an episode by the end, if the crew gossip is right.", "budget", "amount", [1_500_000]),
        ("The drama was budgeted at €11 million.", "budget", "amount", [11_000_000]),
        ("The third season went £3 million over.", "budget", "amount", [3_000_000]),
        ("Every episode is roughly two hours long.", "runtime", "minutes_min", [120]),
        ("They're longer this year, an hour and a quarter some of them.", "runtime", "minutes_min", [75]),
        ("At 41 minutes, the premiere is the shortest episode so far.", "runtime", "minutes_min", [41]),
        ("Every chapter lasts around three quarters of an hour.", "runtime", "minutes_min", [45]),
        ("The show will expand to an hour in its second season.", "runtime", "minutes_min", [60]),
        ("The MDS rating is sitting at 8.8.", "score", "value", [88]),
        ("Season one has a 79 from critics on CritPile.", "score", "value", [79]),
        ("It stands at 74 per cent on CritPile, having begun on 61.", "score", "value", [61, 74]),
        ("Viewers on ScreenTally mark it at 5.4 out of ten.", "score", "site", ["ScreenTally"]),
        ("The 41,000 people who signed the petition got their wish.", "petition", "n", [41_000]),
        ("Our open letter to Vela has 4,112 names on it (3,900 on Sunday).", "petition", "n", [3900, 4112]),
        ("Signatures on the fans' petition now top 33,000.", "petition", "n", [33_000]),
        ("“There are 12,000 of us on that petition,” one fan wrote.", "petition", "n", [12_000]),
    ],
)
def test_what_it_cost_how_long_it_runs_and_how_it_was_received(text: str, kind: str, key: str, expected: list[object]) -> None:
    assert figures(text, kind, key) == expected


def test_a_sum_is_rejected_by_those_who_answer() -> None:
    text = "A number doing the rounds is €9 million for the season.\n\n“That’s wrong by a lot,” Hale said."
    assert "-" in {claim.polarity for claim in told_after_lead(text, "budget")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Turnout was 18 per cent of all voters.", "viewership"),
        ("The company holds a 16.1 share of the profits.", "viewership"),
        ("Forty per cent of viewers said they would pay for the show.", "viewership"),
        ("Two million people live in the port.", "viewership"),
        ("Three in four fans want a third season, a poll found.", "viewership"),
        ("The season finished 20 per cent under budget.", "viewership"),
        ("One person in six in the port cannot swim.", "viewership"),
        ("He slept six hours instead of eight.", "episode_count"),
        ("He is off after two episodes.", "episode_count"),
        ("Rosa has written all six letters.", "episode_count"),
        ("The Lions won six, down from ten last year.", "episode_count"),
        ("The museum tour runs to three hours rather than the usual two.", "episode_count"),
        ("I want twelve episodes next time.", "episode_count"),
        ("Ned does the cooking, and a third of it is paid by Rosa.", "budget"),
        ("Ned poured £5,000 into the boat.", "budget"),
        ("The network lost $48 million last year.", "budget"),
        ("The queue was an hour and a quarter long, some of them said.", "runtime"),
        ("They waited three quarters of an hour.", "runtime"),
        ("The energy rating is sitting at 8.8.", "score"),
        ("The 41,000 people who signed up for the newsletter got a code.", "petition"),
        ("The network presents the Golden Globes on Sunday.", "award"),
        ("The mayor gives Rosa a medal in the last scene.", "award"),
        ("Fans say she should get an Emmy nomination.", "award"),
    ],
)
def test_what_looks_like_a_figure_of_the_series(text: str, kind: str) -> None:
    assert told_after_lead(text, kind) == []
