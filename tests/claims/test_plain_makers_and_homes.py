"""Who makes a series, where it is shown and filmed, and what it comes from, in the plain sentences of the trade."""

from __future__ import annotations

import pytest

from tests.claims.written import claims_in
from tests.claims.written import told_after_lead as told


@pytest.mark.parametrize(
    ("sentence", "makers"),
    [
        (
            "Directors for the new season include Kemal Arslan, Priya Nand and Lois Finch.",
            [("Kemal Arslan", "director"), ("Priya Nand", "director"), ("Lois Finch", "director")],
        ),
        ("The writers’ room includes Kemal Arslan and Priya Nand.", [("Kemal Arslan", "writer"), ("Priya Nand", "writer")]),
        ("Jo Kim is among the executive producers.", [("Jo Kim", "executive producer")]),
        ("The writing team is led by Jo Kim.", [("Jo Kim", "head writer")]),
        ("Stunts are coordinated by Ana Ruiz.", [("Ana Ruiz", "stunt coordinator")]),
        ("The costumes are designed by Ana Ruiz.", [("Ana Ruiz", "costume designer")]),
        ("Ana Ruiz designed the sets.", [("Ana Ruiz", "production designer")]),
        ("The theme tune was written by Ana Ruiz.", [("Ana Ruiz", "composer")]),
        ("Ana Ruiz provides the score.", [("Ana Ruiz", "composer")]),
        ("The series is edited by Ana Ruiz.", [("Ana Ruiz", "editor")]),
        ("The series was lensed by Ana Ruiz.", [("Ana Ruiz", "cinematographer")]),
        ("The series is the brainchild of Ana Ruiz.", [("Ana Ruiz", "creator")]),
        ("Ana Ruiz is the mind behind the show.", [("Ana Ruiz", "creator")]),
        ("Jo Kim remains at the helm.", [("Jo Kim", "showrunner")]),
        ("Vela named Jo Kim showrunner.", [("Jo Kim", "showrunner")]),
        ("The job of showrunner went to Jo Kim.", [("Jo Kim", "showrunner")]),
        ("Kemal Arslan takes the reins as showrunner.", [("Kemal Arslan", "showrunner")]),
        ("Jo Kim writes and directs.", [("Jo Kim", "writer"), ("Jo Kim", "director")]),
        ("Lin, who also produces, plays Rosa.", [("Maya Lin", "producer")]),
        ("Ana Ruiz is the intimacy coordinator.", [("Ana Ruiz", "intimacy coordinator")]),
        ("Jo Kim replaces Ana Ruiz as host.", [("Jo Kim", "host"), ("Ana Ruiz", "host")]),
        ("The production company behind the show is Red Anchor.", [("Red Anchor", "production company")]),
        ("Red Anchor produces for Vela.", [("Red Anchor", "production company")]),
        ("“Harbor Nine” is a Red Anchor production.", [("Red Anchor", "production company")]),
        ("Production is handled by Red Anchor.", [("Red Anchor", "production company")]),
        ("Glasshouse will produce the new season.", [("Glasshouse", "production company")]),
        ("The series is made by Glasshouse.", [("Glasshouse", "production company")]),
        ("Tin Roof holds worldwide distribution rights.", [("Tin Roof", "distributor")]),
        ("The series is animated by Studio Oak.", [("Studio Oak", "animation studio")]),
    ],
)
def test_makers_are_told(sentence: str, makers: list[tuple[str, str]]) -> None:
    assert [(one.value["person"], one.value["role"]) for one in told(sentence, "crew_role")] == makers


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Ana Ruiz is taking over as showrunner.", "joining"),
        ("Kemal Arslan is being replaced as showrunner.", "leaving"),
        ("Jo Kim is still at the helm.", "returning"),
        ("Vela has promoted Jo Kim to showrunner.", "changed"),
    ],
)
def test_makers_come_and_go(sentence: str, state: str) -> None:
    assert [one.value.get("st") for one in told(sentence, "crew_role")] == [state]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The series will move from Vela to Corvid for its third season.", {"name": "Corvid"}),
        ("The drama moves to Corvid next year.", {"name": "Corvid"}),
        ("The series comes to Corvid in July.", {"name": "Corvid"}),
        ("Corvid holds the US rights.", {"name": "Corvid", "territory": "US"}),
        ("Corvid has bought the international rights.", {"name": "Corvid", "territory": "international"}),
        ("The UK rights have gone to Corvid.", {"name": "Corvid", "territory": "UK"}),
        ("Corvid has picked up the series for Canada.", {"name": "Corvid", "territory": "Canada"}),
        ("Catch up with the first season on Corvid.", {"name": "Corvid"}),
        ("The series will premiere on Corvid in the UK.", {"name": "Corvid", "territory": "UK"}),
        ("In Canada, the series is available on Corvid.", {"name": "Corvid", "territory": "Canada"}),
        ("It is exclusive to Corvid in Canada.", {"name": "Corvid", "territory": "Canada"}),
        ("The show is a Corvid exclusive.", {"name": "Corvid"}),
        ("The second season hits Corvid in July.", {"name": "Corvid"}),
        ("Corvid is the broadcaster in Australia.", {"name": "Corvid", "territory": "Australia"}),
        ("The series was sold to Corvid.", {"name": "Corvid", "status": "sold"}),
        ("The show was picked up by Corvid.", {"name": "Corvid"}),
        ("It is not available in the UK.", {"name": "unknown", "status": "none", "territory": "UK"}),
        ("A move to another network is possible.", {"name": "unknown", "status": "possible"}),
    ],
)
def test_homes_are_told(sentence: str, value: dict[str, str]) -> None:
    assert [(one.value, one.polarity) for one in told(sentence, "platform")] == [(value, "+")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The show leaves Vela at the end of the month.",
        "The drama has been removed from Vela.",
        "Vela has removed the series from its service.",
        "The show is no longer available on Vela.",
    ],
)
def test_homes_are_left(sentence: str) -> None:
    assert [(one.value["name"], one.polarity) for one in told(sentence, "platform")] == [("Vela", "-")]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Filming took place in Malta.", ["Malta"]),
    ],
)
def test_places_of_filming_are_told(sentence: str, places: list[str]) -> None:
    assert [one.value["place"] for one in told(sentence, "location")] == places


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The series isn’t based on a true story.", {"title": "none"}),
        (
            "The series is based on the bestselling book “The Pilot” by Ruth Ames.",
            {"title": "The Pilot", "medium": "book", "author": "Ruth Ames"},
        ),
        ("The source material is a novel by Ruth Ames.", {"medium": "novel", "author": "Ruth Ames"}),
    ],
)
def test_sources_are_told(sentence: str, value: dict[str, str]) -> None:
    assert [one.value for one in told(sentence, "source_material")] == [value]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("crew_role", "Rosa is in charge of the harbour."),
        ("crew_role", "The harbour is run by Rosa."),
        ("crew_role", "The bank named Jo Kim director."),
        ("crew_role", "The role of the director went to Tom Hale."),
        ("crew_role", "The post of harbour master goes to Ned."),
        ("crew_role", "The show is a British production."),
        ("crew_role", "The show is a co-production between Denmark and Norway."),
        ("crew_role", "The film is a Red Anchor production."),
        ("crew_role", "The series comes from Denmark."),
        ("crew_role", "Love makes the show."),
        ("crew_role", "Production has moved from Bristol to Malta."),
        ("crew_role", "Is Jo Kim the showrunner?"),
        ("platform", "Rosa moves to Boston in the second episode."),
        ("platform", "The action moves to Iceland for the finale."),
        ("platform", "The second season premieres on Boxing Day."),
        ("platform", "The finale airs on New Year’s Eve."),
        ("platform", "The series launches on Diwali."),
        ("platform", "The show moves to Thursdays at 9 p.m."),
        ("platform", "Filming starts Monday on Vancouver Island."),
        ("platform", "The show returns to Westeros in the autumn."),
        ("platform", "The show is coming to Britain."),
        ("platform", "The series leaves Boston for Chicago."),
        ("platform", "Harlow has acquired the UK rights to the Premier League."),
        ("platform", "Maya Lin holds the film rights to the novel."),
        ("platform", "The show was made for Tom Hale."),
        ("platform", "The series was carried by Maya Lin."),
        ("platform", "The episode ends on Rosa."),
        ("platform", "Vela holds the rights until 2029."),
        ("location", "Ned is shot in the Scottish Highlands in the finale."),
        ("location", "The series is set in Malta."),
        ("location", "The second season was filmed in the spring."),
        ("location", "The cast went to London for the premiere."),
        ("location", "The series is produced in English."),
        ("source_material", "The network is planning a remake of “Harbor Nine”."),
        ("source_material", "The show began as a hit and ended as a joke."),
        ("source_material", "Ned tells the true story of his father."),
        ("source_material", "The books by Ruth Ames are on sale now."),
        ("source_material", "Is it based on a true story?"),
    ],
)
def test_what_only_looks_alike_tells_nothing(kind: str, sentence: str) -> None:
    assert told(sentence, kind) == []


def test_a_part_that_changes_hands_is_no_job() -> None:
    text = "It will resume in February, showrunner Anders Vik said, with Jo Kim taking over from Tom Hale as Ned."
    found = [(one.value["person"], one.value.get("st")) for one in claims_in(text, kind="crew_role")]
    assert found == [("Anders Vik", None)]
