"""Figures and makers as notices, columns, forums and interviews tell them in few words, whose word they are; and look-alikes."""

from __future__ import annotations

import pytest

from tests.claims.written import claims_in, told_after_lead


def told(text: str, kind: str) -> list[dict[str, object]]:
    """The values of the claims of a kind in the last paragraph, with the polarity where it is "-"."""
    found = told_after_lead(text, kind)
    return [claim.value | ({"polarity": "-"} if claim.polarity == "-" else {}) for claim in found]


def holds(values: list[dict[str, object]], expected: dict[str, object]) -> bool:
    """Say whether one of the values has all that is expected."""
    return any(expected.items() <= value.items() for value in values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The turnpike noir will run seven episodes, down from nine last year.", {"n": 7}),
        ("The drama will be back for a second series of eight parts in the spring.", {"n": 8}),
        ("It ran for six episodes on Vela this spring.", {"n": 6}),
        ("The new season runs to ten.", {"n": 10}),
        ("Vela originally ordered ten but later cut it to eight.", {"n": 8}),
    ],
)
def test_how_many_episodes(text: str, expected: dict[str, object]) -> None:
    """The size of an order may stand alone."""
    assert holds(told(text, "episode_count"), expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By the end of its run, only 600,000 were still watching.", {"metric": "viewers", "n": 600_000}),
        ("Series three averaged 640,000 on overnights and 1.1 million once you add a week of catch-up.", {"n": 1_100_000}),
        ("It drew 2.1 million same-day and 3.6 million in Live+7.", {"n": 3_600_000}),
        ("The last series averaged a measly 1.4 million.", {"n": 1_400_000}),
        ("1.9m (18.4%) for Harbor Nine on Vela at 9pm.", {"n": 1_900_000}),
        ("The ratings are in. Its record, 8.1 million, dates from 2022.", {"n": 8_100_000}),
        ("Last week we gave it 3.4 million. It should have been 4.3 million.", {"n": 4_300_000}),
        ("It ended in March with an average of 24.7 points in greater São Paulo.", {"metric": "rating_percent", "n": 24.7}),
        ("The second season had in average 1.284.500 of viewers.", {"metric": "viewers", "n": 1_284_500}),
        ("The last two episodes failed to reach a million.", {"n": 1_000_000, "polarity": "-"}),
        ("The launch was the channel’s biggest in five years.", {"metric": "rank", "n": 1}),
        ("Harbor Nine was our biggest new drama launch in four years.", {"metric": "rank", "n": 1}),
        ("Still the network’s top drama with 5.4 million viewers.", {"metric": "rank", "n": 1}),
        ("It has been number one in nineteen countries.", {"metric": "rank", "territory": "nineteen countries"}),
        ("No other drama on the channel has rated as well since 2019.", {"metric": "rank", "n": 1}),
    ],
)
def test_how_many_watched(text: str, expected: dict[str, object]) -> None:
    """Audiences and ranks in few words."""
    assert holds(told(text, "viewership"), expected)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("budget", "The season came in at just under £20 million.", {"amount": 20_000_000, "cmp": "under"}),
        ("budget", "Each of the eight episodes comes to 640.000 euros.", {"amount": 640_000, "per": "episode"}),
        ("budget", "Ten million dollars per episode, and you can see where it went.", {"amount": 10_000_000}),
        ("budget", "The per-episode budget stands at $5.5 million.", {"per": "episode"}),
        ("budget", "The bill per hour? About £2.3 million.", {"amount": 2_300_000, "currency": "GBP"}),
        ("score", "It’s on 8.4 on SerialShelf.", {"site": "SerialShelf", "value": 84.0}),
        ("score", "It’s on 1.1 on SerialShelf.", {"site": "SerialShelf", "value": 11.0}),
        ("score", "Viewers were cooler, with an audience rating of just 54 per cent.", {"who": "audience", "value": 54}),
        ("runtime", "The finale is 74 minutes, the longest yet.", {"minutes_min": 74}),
        ("runtime", "All the episodes are around the 50-minute mark.", {"minutes_min": 50}),
        ("runtime", "The closing chapter clocks in at an hour and a half.", {"minutes_min": 90}),
        (
            "viewership",
            "Six weeks after the premiere the finale drew 3.4 million viewers in Live+7.",
            {"n": 3_400_000, "period": "live+7"},
        ),
        (
            "viewership",
            "It spent four weeks in the Top 10 and clocked 61 million hours in its first month.",
            {"n": 61_000_000, "period": "first month"},
        ),
        ("petition", "The petition is gaining ground. We’re at 41,250!", {"n": 41_250}),
        ("petition", "A Change.org plea to Vela has drawn 70,000 names.", {"n": 70_000}),
        ("episode_count", "The second season consists of a dozen episodes.", {"n": 12}),
        ("episode_count", "Half a dozen episodes were made of it.", {"n": 6}),
    ],
)
def test_sums_scores_prizes(kind: str, text: str, expected: dict[str, object]) -> None:
    """What it costs, how it was liked and what it won, how long it is, who signed."""
    assert holds(told(text, kind), expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbor Nine is a crime thriller series by Kavya Sanghvi.", {"person": "Kavya Sanghvi", "role": "creator"}),
        ("From the pen of Nell Farr comes another mystery.", {"person": "Nell Farr", "role": "writer"}),
        ("Nell Farr moves to a consulting post.", {"person": "Nell Farr", "role": "consultant", "st": "changed"}),
        ("Nell Farr will stay as a consultant on the show.", {"role": "consultant", "st": "returning"}),
        ("Nell Farr remains on board as an executive producer.", {"role": "executive producer", "st": "returning"}),
        ("Nell Farr (“Copper Bay”) writes and executive produces.", {"role": "executive producer"}),
        ("Nell Farr has stepped down after two seasons at the helm.", {"role": "showrunner", "st": "leaving"}),
        ("After two years in charge, Nell Farr is moving on.", {"role": "showrunner", "st": "leaving"}),
        ("The pen passes to Tom Reed for the final run.", {"person": "Tom Reed", "role": "writer", "st": "joining"}),
        ("Vela has found a new showrunner in Tom Reed.", {"person": "Tom Reed", "role": "showrunner", "st": "joining"}),
        (
            "Ivy Marsh takes over directing duties from Dan Poole.",
            {"person": "Ivy Marsh", "role": "director", "st": "joining", "replaces": "Dan Poole"},
        ),
        ("Written by Larkspur Award winner Oonagh Sweeney.", {"person": "Oonagh Sweeney", "role": "writer"}),
        ("“I’m directing two episodes this time,” said Ivy Marsh.", {"person": "Ivy Marsh", "role": "director"}),
        ("It’s made by the Croatian broadcaster RTV Kvarner with the Ljubljana company Zornica.", {"person": "Zornica"}),
        (
            "Executive producers are Imogen Sayle, Dan Poole for Redpoll, and Helen Carr for Vela.",
            {"person": "Helen Carr", "role": "executive producer"},
        ),
        ("It was shot with the producers, Dovetail & Daughters.", {"person": "Dovetail & Daughters"}),
        ("The series comes in association with Reed’s Dry Creek banner.", {"person": "Dry Creek"}),
        ("The Saltmarsh-produced drama returns in May.", {"person": "Saltmarsh", "role": "production company"}),
        ("International distribution is through Beacon Rights.", {"person": "Beacon Rights", "role": "distributor"}),
    ],
)
def test_who_makes_it(text: str, expected: dict[str, object]) -> None:
    """Makers and companies named by the way."""
    assert holds(told(text, "crew_role"), expected)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("crew_role", "Maya Lin, sponsored by Beacon Media, ran the London marathon."),
        ("crew_role", "Tom Hale’s agency is backed by Halyard Entertainment."),
        ("crew_role", "The festival, backed by Saltmarsh Pictures, opens in May."),
        ("crew_role", "The scholarship for young writers is funded by Saltmarsh Films."),
        ("crew_role", "It is based on the novel Copper Lagoon written by Ferran Soler."),
        ("crew_role", "Also returning is Beth Ngata as nursing director Joy Parata."),
        ("crew_role", "Rosa takes the wheel of the boat in the season finale."),
        ("crew_role", "A review of the show by Dana Pike called it slow."),
        ("crew_role", "Dana Pike, director of the port authority, welcomed the crew."),
        ("crew_role", "The council moved Dana Pike to a consulting post at the port."),
        ("crew_role", "Last I heard was a newsletter in August, where he wrote that the prequel is in a drawer."),
        ("crew_role", "“I run the harbour,” Rosa tells Ned."),
        ("crew_role", "The podcast is produced by Dana Pike."),
        ("crew_role", "Is Nell Farr coming back as showrunner?"),
        ("episode_count", "Her arc runs six episodes."),
        ("episode_count", "The back nine at the golf club was flooded."),
        ("episode_count", "The trimmed order stems from cuts to the tax credit, according to two people with knowledge of it."),
        ("viewership", "It came third on Sunday behind Hamilton and Norris."),
        ("viewership", "No trailer yet. Yes, I have seen the one with 2 million views."),
        ("viewership", "One in five Norwegians owns a boat."),
        ("viewership", "The app was number one in 37 countries."),
        ("viewership", "He scored 24 points with an average of 12 points per game."),
        ("score", "The premiere drew a 0.3 rating in adults 18-49 on July 9."),
        ("budget", "Asked whether season three would be cheaper, the scripted chief offered a shrug."),
        ("budget", "The city budget was cut by a fifth."),
        ("budget", "Her new house is priced at $4 million."),
        ("award", "At the harbour, Ned won the fight."),
        ("runtime", "The drive takes an hour and a half."),
        ("petition", "The council received 70,000 names for the new bridge."),
    ],
)
def test_look_alikes(kind: str, text: str) -> None:
    """Sponsors, plots, books, other trades and questions tell nothing of the series."""
    assert told(text, kind) == []


@pytest.mark.parametrize(
    ("kind", "text", "standing"),
    [
        ("crew_role", "Vela confirmed the renewal. Nell Farr takes over from Tom Reed as lead writer.", "reported"),
        (
            "crew_role",
            "The first series, directed by Nell Farr, was fun and was seen by 2 million, according to Vela.",
            "reported",
        ),
        ("crew_role", "Vela put out the press release on 30 October: Nell Farr is staying on as showrunner.", "official"),
        ("crew_role", "Nell Farr said she was stepping down as showrunner.", "official"),
        ("episode_count", "Vela said that it has picked up a third season, though the new run will be six episodes.", "official"),
        ("runtime", "Season 3 is expected to have 10 episodes with a runtime of 40 to 55 minutes.", "speculation"),
        ("viewership", "The finale drew 3.2 million viewers, according to Vela’s own figures.", "official"),
        ("viewership", "Viewers aged 18 to 34 accounted for 58% of the audience, Meterline said.", "reported"),
        ("budget", "Vela has not said whether the drama, reported to have cost $140 million, will return.", "rumour"),
        ("budget", "The trade papers have put it at $7m an episode.", "rumour"),
        ("budget", "Two people who worked on it spoke to us. One of them said it cost $4 million an episode.", "rumour"),
        ("budget", "The first series cost nine million pounds, supposedly.", "rumour"),
        ("budget", "Vela denied that each episode costs $4 million.", "denied"),
        ("reason", "It is not true that the series was dropped to save money.", "denied"),
        ("production_status", "Filming kicked off in Wicklow on September 8 and is expected to be long.", "reported"),
        ("production_status", "According to the cousin, filming starts in Llandudno in February.", "rumour"),
        ("release_date", "Vela is taking it off after April 4 and says the rest will be shown this summer.", "official"),
        ("renewal_status", "Word has it that Vela has quietly cancelled the show.", "rumour"),
        ("renewal_status", "A renewal is all but certain.", "speculation"),
    ],
)
def test_whose_word_it_is(kind: str, text: str, standing: str) -> None:
    """What hangs on an owner's word, on hearsay or on a hedge, and what does not."""
    found = told_after_lead(text, kind)
    assert found
    assert {claim.standing for claim in found} == {standing}


def test_full_names_before_the_turns_of_an_interview() -> None:
    """Who answers under a full name speaks, also where the title of the piece looks like a turn."""
    text = (
        "Nell Farr created “Harbour Lights” for Tessera in 2019.\n\nQ: How many episodes this time?\n\nNell Farr: Seven. It was "
        "going to be eight.\n\nQ: Are you directing?\n\nNell Farr: I’m directing the last two. Ivy Marsh does the rest.\n"
    )
    crew = [
        (c.value["person"], c.value["role"], c.standing)
        for c in claims_in(f"Q&A: a word on the coast\n\n{text}", kind="crew_role")
    ]
    assert crew[1:] == [("Nell Farr", "director", "official"), ("Ivy Marsh", "director", "official")]
    assert {"n": 7} in [c.value for c in claims_in(f"Q&A: a word on the coast\n\n{text}", kind="episode_count")]


def test_a_count_of_fans_is_not_on_the_word_of_the_network_that_they_ask() -> None:
    (counted,) = told_after_lead("A petition asking Vela to save Harbor Nine has gathered 41,000 signatures.", "petition")
    assert counted.attribution.type == "outlet"


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("The season reportedly cost $21.4 million, about $2.4 million an episode.", [None, "episode"]),
        ("It costs $2 million to $3 million an episode.", ["episode", "episode"]),
    ],
)
def test_a_sum_has_no_unit_of_the_next(text: str, per: list[str | None]) -> None:
    assert [found.value.get("per") for found in told_after_lead(text, "budget")] == per
