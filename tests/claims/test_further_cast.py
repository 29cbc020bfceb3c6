"""More ways to tell of a cast: set phrases, what others say and do; and look-alikes."""

from __future__ import annotations

import pytest

from tests.claims.written import LEAD, claims_in, told_after_lead

Told = tuple[str, str | None, str | None, str]


def told(text: str) -> list[Told]:
    """Actor, character, state and polarity of each claim on the cast in the last paragraph."""
    found = told_after_lead(text, "cast_role")
    return sorted(((c.value["actor"], c.value.get("character"), c.value.get("st"), c.polarity) for c in found), key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jo Kim is off the show.", [("Jo Kim", None, "leaving", "+")]),
        ("Jo Kim has hung up his oilskins for good.", [("Jo Kim", None, "leaving", "+")]),
        ("Jo Kim won’t be reporting for duty next year.", [("Jo Kim", None, "leaving", "+")]),
        ("Hale is finished on the show.", [("Tom Hale", None, "leaving", "+")]),
        ("Hale has withdrawn from the show.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale took to Instagram to announce his exit.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale has sailed into the sunset.", [("Tom Hale", None, "leaving", "+")]),
        ("He asked to be written out, Hale says.", [("Tom Hale", None, "leaving", "+")]),
        ("Lin is locked in through season four.", [("Maya Lin", None, "returning", "+")]),
        ("Lin is on board for season three.", [("Maya Lin", None, "returning", "+")]),
        (
            "Hale and Lin will both be back on the pier for season three.",
            [("Maya Lin", None, "returning", "+"), ("Tom Hale", None, "returning", "+")],
        ),
        ("Hale is out, Lin is in.", [("Maya Lin", None, "returning", "+"), ("Tom Hale", None, "leaving", "+")]),
        ("Maya Lin has let slip that she is back in the wig.", [("Maya Lin", None, "returning", "+")]),
        ("Lin has put pen to paper on a new two-year deal.", [("Maya Lin", None, "returning", "+")]),
        ("Lin has promised to stay until the end.", [("Maya Lin", None, "returning", "+")]),
        ("Hale is considering his future on the show.", [("Tom Hale", None, "undecided", "+")]),
        ("Jo Kim will miss the first three episodes.", [("Jo Kim", None, "unavailable", "+")]),
        ("Jo Kim can’t make the dates, as he is in the West End until June.", [("Jo Kim", None, "unavailable", "+")]),
        ("A prior commitment rules out Jo Kim.", [("Jo Kim", None, "unavailable", "+")]),
        ("Jo Kim drops by for one episode.", [("Jo Kim", None, "guest", "+")]),
        ("Jo Kim puts in a cameo.", [("Jo Kim", None, "guest", "+")]),
        ("Pop star Kiyaan might make a cameo.", [("Kiyaan", None, "guest", "+")]),
        ("Jo Kim has a two-episode arc as a priest.", [("Jo Kim", "a priest", "guest", "+")]),
        ("Jo Kim is said to be in the frame to play the mayor.", [("Jo Kim", "the mayor", "in_talks", "+")]),
        ("Vela wants Jo Kim for the mayor.", [("Jo Kim", "the mayor", "in_talks", "+")]),
        ("An offer is out to Jo Kim.", [("Jo Kim", None, "in_talks", "+")]),
        ("Producers are courting Jo Kim for the role of the mayor.", [("Jo Kim", "the mayor", "in_talks", "+")]),
        (
            "“Harbor Nine” adds Ana Ruiz and Jo Kim for its third season.",
            [("Ana Ruiz", None, "joining", "+"), ("Jo Kim", None, "joining", "+")],
        ),
        ("Rosa is a nurse. She is played by Maya Lin.", [("Maya Lin", "Rosa", None, "+")]),
        ("The show goes on without Hale.", [("Tom Hale", None, "leaving", "+")]),
        ("There’s no Hale in season three.", [("Tom Hale", None, "leaving", "+")]),
        ("All the regulars return except Hale.", [("Tom Hale", None, "leaving", "+")]),
        ("Everyone is back bar Tom Hale.", [("Tom Hale", None, "leaving", "+")]),
        (
            "It’s the end of the road for Jo Kim, who plays Captain Bell.",
            [("Jo Kim", "Captain Bell", None, "+"), ("Jo Kim", None, "leaving", "+")],
        ),
        ("The finale was Tom Hale’s swansong.", [("Tom Hale", None, "leaving", "+")]),
        ("Following the exit of Jo Kim, Ana Ruiz steps up as lead.", [("Jo Kim", None, "leaving", "+")]),
        ("Enter Jo Kim as the customs officer.", [("Jo Kim", "the customs officer", "joining", "+")]),
        ("Jo Kim as the mayor is a delight.", [("Jo Kim", "the mayor", None, "+")]),
        (
            "Jo Kim steps into the shoes vacated by Tom Hale.",
            [("Jo Kim", None, "joining", "+"), ("Tom Hale", None, "leaving", "+")],
        ),
    ],
)
def test_a_sentence_tells_who_and_what(text: str, expected: list[Told]) -> None:
    assert told(text) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Hale is open to a return.", "speculation"),
        ("Lin wants to stay.", "speculation"),
        ("“I would love to have Hale back,” said Maya Lin.", "speculation"),
        ("Jo Kim is favourite to replace Tom Hale.", "speculation"),
        ("Word is that Jo Kim has been offered the part of the mayor.", "rumour"),
        ("There is no truth in the story that Tom Hale has quit.", "denied"),
    ],
)
def test_how_firmly(text: str, standing: str) -> None:
    found = told_after_lead(text, "cast_role")
    assert [claim.standing for claim in found] == [standing]


@pytest.mark.parametrize(
    "text",
    [
        "In the finale, Rosa is out of the port and Ned is back in the chapel.",
        "Will Hale be back for season three?",
        "Ned has hung up his oilskins by the end of the episode.",
        "Rosa will miss the ferry in episode four.",
        "Jo Kim has joined the board of the theatre.",
        "Jo Kim has left the council after six years.",
        "Jo Kim has quit as head of drama at Vela.",
        "The mayor of the town, Jo Kim, will be back in office in May.",
        "Director Jo Kim is back behind the camera.",
        "Jo Kim returns as director.",
        "Out: Thursday. In: Sunday.",
        "New: a map of every location.",
        "With luck, the third season will be back in May.",
        "No Vela drama this year, sadly.",
        "“Deep Water”: back for a third season.",
        "Deep Water: cancelled after one season.",
        "Deep Water? Gone.",
        "The show goes on without a writer.",
        "The show goes on without Vela.",
        "An offer is out to the network.",
        "Vela wants more episodes for the summer.",
        "The council is courting Jo Kim for the post of mayor.",
        "The studio has hired Jo Kim to write the third season.",
        "Vela has added Jo Kim to its board.",
        "“Harbor Nine” adds two episodes for its third season.",
        "“Harbor Nine” adds directors Ana Ruiz and Jo Kim for its third season.",
        "Scheduling has ruled out a spring start.",
        "The film crew was kept away from the pier.",
        "Everyone is back except the dog.",
        "I would love to see the harbour back in the show.",
        "“I’m in the harbour,” Rosa says.",
        "“I’m leaving,” Rosa tells Ned in the last scene.",
        "“I quit,” said the mayor of Leeds.",
        "“It’s time to leave,” said the ferry captain.",
        "Hale has a house by the sea, and is often off fishing.",
        "Hale has moved on to his second coffee.",
        "Lin is back in London.",
        "Lin is in Leeds this week.",
        "Lin missed the ceremony because of the snow.",
        "Hale turned down a request for an interview.",
        "Hale was born in Leeds and joined the army at 18.",
        "Lin stepped into the restaurant in a red coat.",
        "The minister, Jo Kim, was in the running for the party leadership.",
        "Jo Kim won the role of a lifetime as head of the network.",
        "The harbour has a new face: a mural by Ana Ruiz.",
        "The new mayor of Leeds is Jo Kim.",
        "The composer is Jo Kim.",
        "The showrunner will be Jo Kim.",
        "His replacement as showrunner is Jo Kim.",
        "Vela has named a successor to its drama chief: Jo Kim.",
        "Does Maya Lin have another year on her contract?",
        "If Hale is not on board, there is no show.",
        "Imagine the show without Hale.",
        "Whether Lin comes back or not is anybody’s guess.",
        "Should Hale return, we would cheer.",
        "Sarah Cole, a nurse from Hull, is on board with the idea.",
        "Fans Jo Kim and Ana Ruiz are in for a treat.",
        "Photographer Jo Kim has shot his last pictures on the pier.",
        "Jo Kim of Hull has signed up for the tour.",
        "The book, by Jo Kim, is back in print.",
        "Ned leaves the port for good in the last episode, and Rosa stays.",
        "Rosa says goodbye to Ned.",
        "The character of Ned is written out of the book.",
        "Producer Ana Ruiz has re-upped with the studio.",
        "Writer Bo Lund has signed on for two more seasons.",
        "Jo Kim’s contract with the network has been extended.",
        "Jo Kim’s time as head of Vela is over.",
        "Lin’s new film is out in May.",
        "Hale’s book is out now.",
        "Hale is busy in the kitchen most mornings.",
        "In episode two a cameo by a seal steals the scene.",
        "Rivals “Deep Water” and “Tin Row” have both lost viewers.",
        "New Harbour is the setting.",
        "Tom Hale Road was closed for filming.",
        "Rosa wants to stay in the port, but Ned is open to a return to sea.",
        "Ned has promised to stay with Rosa until the end.",
        "Viewers hope to return to the port soon.",
        "The network has not ruled out a return.",
        "The mayor said she was in it for the long haul.",
        "“One more drink and then I’m off,” says Ned.",
        "The house was left empty by Tom Price.",
        "Ana Ruiz, the ferry captain Jo Kim, and others were on the pier.",
        "The farm belongs to Jo Kim.",
        "Jo Kim makes a good cook at the café by the pier.",
        "Jo Kim’s captain was all smiles after the match.",
        "Jo Kim is favourite to be the next prime minister.",
        "Bookmakers make Leeds the favourite to win the cup.",
        "Enter the harbour by the north gate.",
        "Exit polls put the party ahead.",
        "The dog, hidden under a blanket, is the star.",
        "I know the area as Little Port.",
        "The finale was Vela’s swansong.",
        "The end of Vela’s run as a free channel is near.",
        "The last survivor of the first fleet is a tug.",
        "Jo Kim lost the final of the tennis and pulled out of the doubles.",
        "Jo Kim withdrew from the race for mayor.",
        "A cameo by the sea made of shell sold for $500.",
        "The drama has added Sunday repeats.",
        "The cast of “Deep Water” gains nothing from it.",
    ],
)
def test_look_alikes_tell_of_no_cast(text: str) -> None:
    assert told(text) == []


def test_surnames_of_two_makers_are_of_no_cast() -> None:
    text = LEAD + "Ada Harlan and Bo Ostrow wrote the first season. Harlan and Ostrow return as showrunners."
    found = claims_in(text)
    back = [claim.value["person"] for claim in found if claim.kind == "crew_role" and claim.value.get("st") == "returning"]
    assert back == ["Ada Harlan", "Bo Ostrow"]
    assert [claim for claim in found if claim.kind == "cast_role" and claim.quote.start > len(LEAD)] == []


def test_she_after_a_question_that_begins_with_will() -> None:
    assert told("Will Hale return? He is back.") == [("Tom Hale", None, "returning", "+")]


def test_who_left_once_and_returns_is_told_of_twice() -> None:
    assert told("Jo Kim, who left in season one, returns as Sister Agnes.") == [
        ("Jo Kim", "Sister Agnes", "returning", "+"),
        ("Jo Kim", None, "leaving", "+"),
    ]
