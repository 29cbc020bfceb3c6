"""Who makes a series, who takes over from whom, where it is shown and sold, where it is filmed and what it comes from."""

from __future__ import annotations

import pytest

from tests.claims.written import claims_in


def told(text: str, kind: str, *fields: str) -> list[tuple[object, ...]]:
    """The named fields of each claim of a kind."""
    return [tuple(claim.value.get(field) for field in fields) for claim in claims_in(text, kind=kind)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "“Copper Bay” was created by Jana Holt, who also ran it with Tom Reed.",
            {("Jana Holt", "creator"), ("Tom Reed", "showrunner")},
        ),
        ("Jana Holt, who created the series, said so of “Copper Bay.”", {("Jana Holt", "creator")}),
        ("Anna Moss wrote and directed every episode of “Copper Bay.”", {("Anna Moss", "writer"), ("Anna Moss", "director")}),
        (
            "The music is by Piers Ode and the costumes are by Nell Farr.",
            {("Piers Ode", "composer"), ("Nell Farr", "costume designer")},
        ),
        (
            "Anna Moss and Tom Reed will split directing duties on “Copper Bay.”",
            {("Anna Moss", "director"), ("Tom Reed", "director")},
        ),
        ("“Copper Bay” was adapted by Nell Farr from the novel by Iris Lane.", {("Nell Farr", "writer")}),
        ("Jana Holt joins the writing staff of “Copper Bay.”", {("Jana Holt", "writer")}),
        ("Writer-director Jana Holt said that “Copper Bay” is done.", {("Jana Holt", "writer"), ("Jana Holt", "director")}),
        ("Jana Holt is the creator and showrunner of “Copper Bay.”", {("Jana Holt", "creator"), ("Jana Holt", "showrunner")}),
        ("“Copper Bay” is a thriller from Larkspur Pictures.", {("Larkspur Pictures", "production company")}),
        ("Larkspur, which produces the series, said so of “Copper Bay.”", {("Larkspur", "production company")}),
        ("International sales on “Copper Bay” are handled by Otter Rights.", {("Otter Rights", "distributor")}),
        ("“Big Bake” returns with a new host, Jana Holt.", {("Jana Holt", "host")}),
    ],
)
def test_makers_are_found_wherever_their_work_is_named(text: str, people: set[tuple[str, str]]) -> None:
    """Relative clauses, "and", nouns of the work, companies and hosts."""
    assert people <= set(told(text, "crew_role", "person", "role"))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Tom Reed steps down as showrunner of “Copper Bay” and will be succeeded by Jana Holt.",
            {("Tom Reed", "leaving", None), ("Jana Holt", "joining", "Tom Reed")},
        ),
        (
            "Nell Farr takes over as head writer from Piers Ode, who is leaving “Copper Bay.”",
            {("Nell Farr", "joining", "Piers Ode"), ("Piers Ode", "leaving", None)},
        ),
        (
            "Nell Farr directs the first two episodes of “Copper Bay,” replacing Piers Ode.",
            {("Piers Ode", "leaving", None)},
        ),
        ("Direction moves from Piers Ode to Nell Farr.", {("Piers Ode", "leaving", None), ("Nell Farr", "joining", "Piers Ode")}),
        ("Anna Moss is in negotiations to direct two episodes of “Copper Bay.”", {("Anna Moss", "in_talks", None)}),
        ("Writer Jana Holt will return for “Copper Bay.”", {("Jana Holt", "returning", None)}),
    ],
)
def test_changes_of_hands(text: str, people: set[tuple[str, str | None, str | None]]) -> None:
    """Who comes, who goes and for whom."""
    assert people <= set(told(text, "crew_role", "person", "st", "replaces"))


def test_pronouns_and_negatives() -> None:
    """She is whoever was named last; "isn’t directing" is a claim of the opposite, and of who does it instead."""
    said = claims_in("Jana Holt made “Copper Bay.” She is adapting Iris Lane’s novel Salt for Tarn.", kind="crew_role")
    assert ("Jana Holt", "writer") in {(claim.value["person"], claim.value["role"]) for claim in said}
    said = claims_in("Tom Reed isn’t directing the series; Piers Ode is.", kind="crew_role")
    assert {(claim.value["person"], claim.polarity) for claim in said} == {("Tom Reed", "-"), ("Piers Ode", "+")}


@pytest.mark.parametrize(
    "text",
    [
        "In the finale of “Copper Bay,” Tom Reed takes over from Anna Moss at the bank.",
        "Tom Reed, who ran the bank in season one of “Copper Bay,” is replaced by Anna Moss.",
        "Anna Moss, who plays Maria, has left the show “Copper Bay.”",
        "The singer Nell Farr wrote the letter that ends “Copper Bay.”",
        "Nell Farr wrote a novel about the sea before “Copper Bay.”",
        "Jana Holt replaces Anna Moss as Maria in “Copper Bay.”",
        "Podcast host Nell Farr asked about “Copper Bay.” The awards were hosted by Tom Reed.",
        "She produced the gun from her bag in “Copper Bay.” He directed the traffic.",
        "Tom Reed quit the police force and Piers Ode took over the bar in “Copper Bay.”",
    ],
)
def test_what_looks_like_making_and_is_not(text: str) -> None:
    """The plot, parts and other trades tell nothing of who makes it."""
    assert claims_in(text, kind="crew_role") == []


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("“Copper Bay” begins on Marlo at 9pm on Sunday.", ("Marlo", None, None)),
        ("“Copper Bay” is a drama for the streaming service Pluma.", ("Pluma", None, None)),
        (
            "Both seasons of “Copper Bay” are on the streaming service Pluma and will remain on the service.",
            ("Pluma", None, None),
        ),
        ("The streaming service Tarn holds the rights to “Copper Bay” in 30 countries.", ("Tarn", None, "30 countries")),
        ("In Ireland “Copper Bay” is on Tarn, which carries it a day later.", ("Tarn", None, "Ireland")),
        ("“Copper Bay” has been sold to ZBF in Austria.", ("ZBF", "sold", "Austria")),
        ("The producer plans to offer the series to other buyers.", ("unknown", "being_shopped", None)),
    ],
)
def test_homes(text: str, home: tuple[str, str | None, str | None]) -> None:
    """Where it is, was sold to, or may go."""
    assert home in told(text, "platform", "name", "status", "territory")


@pytest.mark.parametrize(
    "text",
    [
        "In “Copper Bay,” Maria is looking for a new home after the flood.",
        "Viewers of “Copper Bay” commented on Facebook. She died on Christmas Day.",
        "“Copper Bay” (Tarn) beat “Sand Hill” (Marlo) in the ratings.",
        "A spokesman for the network Tarn declined to comment on “Copper Bay.”",
        "Maria is in talks to buy the bar in “Copper Bay.” Anna Moss is in talks for the role.",
        "“Copper Bay” ended on Feb. 23 and the first season on Sept. 2.",
    ],
)
def test_what_is_no_home(text: str) -> None:
    """Days, plots, parts and names in brackets."""
    assert claims_in(text, kind="platform") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Filming on “Copper Bay” will move to Cork.", ["Cork"]),
        ("The harbour set was built at Ardle Studios in Cork for “Copper Bay.”", ["Ardle Studios in Cork"]),
        ("Belfast doubles for London in “Copper Bay.”", ["Belfast"]),
        ("“Copper Bay” was shot in Cork and on a stage in Bray.", ["Bray", "Cork"]),
        ("“Copper Bay” was shot last spring in Cork.", []),
        ("The series is set in Maine. The crew moved to Cork in the finale of “Copper Bay.”", []),
        ("Tom Reed stands in for Maria at work in “Copper Bay.”", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    """Where it is filmed is no part of where it is set."""
    assert sorted(str(one[0]) for one in told(text, "location", "place")) == places


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“Copper Bay” takes its premise from Iris Lane’s radio play “Salt.”", ("Salt", "Iris Lane", "radio play")),
        ("She is adapting Iris Lane’s novel The Low Tide.", ("The Low Tide", "Iris Lane", "novel")),
        ("“Copper Bay” is based on the podcast by Iris Lane.", (None, "Iris Lane", "podcast")),
        ("She won’t write a sequel to the novel it came from, “Copper Bay.”", (None, None, "novel")),
        ("“Copper Bay” isn’t taken from a book.", ("none", None, None)),
    ],
)
def test_sources(text: str, source: tuple[str | None, ...]) -> None:
    """What a series comes from, with its author and its sort."""
    assert source in told(text, "source_material", "title", "author", "medium")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Moss’s book club meets on Tuesdays, “Copper Bay” or not.",
        "Tom Reed told Iris Lane’s podcast that “Copper Bay” is over.",
    ],
)
def test_what_nothing_was_made_from(text: str) -> None:
    """People have clubs and podcasts."""
    assert claims_in(text, kind="source_material") == []


ABOUT = "“Copper Bay” is a drama on Brightline. Jana Holt is its showrunner. "


@pytest.mark.parametrize(
    ("text", "person", "role", "state"),
    [
        ("Tom Reed, who is also the head writer, said no.", "Tom Reed", "head writer", None),
        ("Tom Reed, until now a story editor, steps up to head writer.", "Tom Reed", "head writer", "changed"),
        ("Paul Ode’s now the director.", "Paul Ode", "director", "joining"),
        ("Holt isn’t involved this time.", "Jana Holt", "showrunner", "leaving"),
        ("It has been licensed to 20 countries by Redwing Distribution.", "Redwing Distribution", "distributor", None),
        ("Mia Farr is back behind the camera for four episodes.", "Mia Farr", "director", "returning"),
        ("Paul Ode heads the writing team.", "Paul Ode", "head writer", None),
    ],
)
def test_makers_in_few_words(text: str, person: str, role: str, state: str | None) -> None:
    assert (person, role, state) in told(ABOUT + text, "crew_role", "person", "role", "st")


@pytest.mark.parametrize(
    "text",
    [
        "Tom Reed, who is also the mayor, said no.",
        "Mia Farr was promoted to director of the hospital.",
        "The house was sold to the council by Redwing Estates.",
        "Holt is not involved in politics.",
    ],
)
def test_no_makers(text: str) -> None:
    people = {person for (person,) in told(ABOUT + text, "crew_role", "person")}
    assert not people - {"Jana Holt"}


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("The series airs on Brightline and the free streaming service Bright Go.", {"Brightline", "Bright Go"}),
        ("It streams on Brightline in Canada and on TV Oak in the UK.", {"Brightline", "TV Oak"}),
        ("The first two seasons are on Oakplay.", {"Oakplay"}),
        ("“Copper Bay” opened to 3.2 million on Albion Two.", {"Albion Two"}),
        ("Catch up on Oakplay.", {"Oakplay"}),
    ],
)
def test_homes_in_further_words(text: str, homes: set[str]) -> None:
    assert homes <= {name for (name,) in told(ABOUT + text, "platform", "name")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It has been pre-sold in 30 countries.", "sold"),
        ("Two other streamers have expressed interest in the show.", "interested"),
        ("The company is talking to anyone who will listen about a new home for the series.", "being_shopped"),
        ("The producers are in search of a new home.", "being_shopped"),
    ],
)
def test_what_becomes_of_the_rights(text: str, status: str) -> None:
    assert (status,) in told(ABOUT + text, "platform", "status")


@pytest.mark.parametrize(
    "text",
    [
        "It has a score of 71% with viewers on ReelMeter.",
        "The trailer going viral on YouTube is a fake.",
        "It was filmed on the Tynewater docks.",
        "It had 2.6 million streams on its app.",
        "The family need a new home in episode two.",
    ],
)
def test_no_homes(text: str) -> None:
    assert not {name for (name,) in told(ABOUT + text, "platform", "name")} - {"Brightline"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It was filmed on the Tynewater docks.", {"Tynewater docks"}),
        ("Filming has moved from Oslo to Bergen.", {"Oslo", "Bergen"}),
        ("The series is shot in Leeds. The church is in Louth.", {"Leeds", "Louth"}),
        ("The diner is a set in Burbank.", {"Burbank"}),
        ("The house is in Louth, and Voss is waiting.", set()),
        ("The series is set in Maine.", set()),
    ],
)
def test_places_of_filming_in_further_words(text: str, places: set[str]) -> None:
    assert {place for (place,) in told(ABOUT + text, "location", "place")} == places


def test_whose_novels_it_comes_from() -> None:
    text = "Ravi Mandel, whose graphic novels are the basis for the series, is here."
    assert told(ABOUT + text, "source_material", "author") == [("Ravi Mandel",)]
    assert told(ABOUT + "Ravi Mandel, whose novels are read widely, is here.", "source_material", "author") == []
