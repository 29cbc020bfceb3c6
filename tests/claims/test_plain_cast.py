"""Plain sentences on a cast, as papers, sites and fans write them, with who, as whom and what; and look-alikes."""

from __future__ import annotations

import pytest

from tests.claims.written import told_after_lead

Told = tuple[str, str | None, str | None, str]


def told(text: str) -> list[Told]:
    """Actor, character, state and polarity of each claim on the cast in the last paragraph."""
    found = told_after_lead(text, "cast_role")
    return sorted(((c.value["actor"], c.value.get("character"), c.value.get("st"), c.polarity) for c in found), key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Hale confirmed he will be back as Ned.", [("Tom Hale", "Ned", "returning", "+")]),
        (
            "The drama, led by Maya Lin and Tom Hale, is set in a port.",
            [("Maya Lin", None, None, "+"), ("Tom Hale", None, None, "+")],
        ),
        ("The cast is rounded out by Jo Kim and Ana Ruiz.", [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")]),
        ("Jo Kim plays the title role.", [("Jo Kim", None, None, "+")]),
        (
            "The thriller, headlined by Jo Kim and Ana Ruiz, is a hit.",
            [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")],
        ),
        ("Jo Kim co-stars as Ned's mother.", [("Jo Kim", "Ned's mother", None, "+")]),
        ("Tom Hale announced he was leaving the series.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale has said he is done with Ned.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale has confirmed that he will return.", [("Tom Hale", None, "returning", "+")]),
        ("Maya Lin has confirmed her return.", [("Maya Lin", None, "returning", "+")]),
        ("Maya Lin has denied she is quitting the series.", [("Maya Lin", None, "leaving", "-")]),
        ("Tom Hale is back for season three.", [("Tom Hale", None, "returning", "+")]),
        ("Maya Lin has renewed her contract.", [("Maya Lin", None, "returning", "+")]),
        ("Jo Kim has been approached to play the captain.", [("Jo Kim", "the captain", "in_talks", "+")]),
        ("Recurring cast members include Jo Kim and Ana Ruiz.", [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")]),
        ("Jo Kim makes a guest appearance as the bishop.", [("Jo Kim", "the bishop", "guest", "+")]),
        ("Tom Hale was bumped up to regular.", [("Tom Hale", None, "returning", "+")]),
        ("Jo Kim comes in as the bishop.", [("Jo Kim", "the bishop", "joining", "+")]),
        ("Tom Hale opted not to renew his contract.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale made his final appearance in the season two finale.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale will be back.", [("Tom Hale", None, "returning", "+")]),
        ("Tom Hale reprises the role of Ned.", [("Tom Hale", "Ned", "returning", "+")]),
        ("Lin will return as Rosa.", [("Maya Lin", "Rosa", "returning", "+")]),
    ],
)
def test_a_plain_sentence_says_who_is_in_the_cast(text: str, expected: list[Told]) -> None:
    assert told(text) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Maya Lin denied that she is leaving.", "denied"),
        ("Maya Lin has denied she is quitting the series.", "denied"),
        ("Hale, 41, confirmed his departure in a post on Instagram.", "official"),
    ],
)
def test_hearsay_denials_and_own_words_stand_as_what_they_are(text: str, standing: str) -> None:
    found = told_after_lead(text, "cast_role")
    assert {claim.standing for claim in found} == {standing}


@pytest.mark.parametrize(
    "text",
    [
        "Rosa leaves Ned in the finale.",
        "In the third episode, Ned returns to the port and finds Rosa gone.",
        "“I'm coming back for you,” Ned tells Rosa.",
        "Is Maya Lin leaving the show?",
        "It would be nice if Tom Hale came back.",
        "If Maya Lin leaves, the show is over.",
        "Tom Hale was born in Leeds and trained in Bristol.",
        "Tom Hale joined the Royal Navy at 18.",
        "Tom Hale left school at 16.",
        "Tom Hale returned to London after the shoot.",
        "Tom Hale is back in Leeds with his family.",
        "“I'm leaving London,” Tom Hale told fans.",
        "Tom Hale announced his engagement in May.",
        "Maya Lin confirmed she is pregnant.",
        "Tom Hale told Variety he is leaving London.",
        "Rounding out the schedule is a cookery show.",
        "Heading the committee is Jo Kim of the council.",
        "New to the board are Jo Kim and Ana Ruiz.",
        "New to the network is Jo Kim, who ran Palisade.",
        "Joining the board is Jo Kim.",
        "The company is led by Jo Kim.",
        "A team led by Jo Kim and Ana Ruiz wrote the scripts.",
        "The council, headed by Jo Kim, gave its permission.",
        "Returning to direct is Jo Kim.",
        "Jo Kim returns as director.",
        "Jo Kim takes over from Ana Ruiz as showrunner.",
        "Jo Kim replaces Ana Ruiz as head of drama at Vela.",
        "Jo Kim has been replaced by Ana Ruiz as showrunner.",
        "The role of showrunner goes to Jo Kim.",
        "The lead role in the talks fell to France.",
        "The mayor, Jo Kim, has a cameo in local politics.",
        "Mayor Jo Kim is rumoured to be leaving.",
        "“Harbor Nine” is rumoured to be returning.",
        "Jo Kim is linked with the post of controller.",
        "Vela announced Jo Kim's departure as head of drama.",
        "Jo Kim's exit from the network was announced in May.",
        "Jo Kim recurs in the author's novels.",
        "Guests include Jo Kim, the minister.",
        "Playing the market is a risky game.",
        "Missing from the DVD is the pilot.",
        "There is no sign of Rosa in the new season.",
        "The role of television is changing.",
        "Jo Kim has a recurring role in local politics as mayor.",
        "Jo Kim leads the company.",
        "The new Captain is Ned.",
        "Vela casts doubt on the report.",
        "Vela hired Jo Kim as head of comedy.",
        "Vela picked “Harbor Nine” as its best show.",
        "In talks with Red Anchor, Vela asked for more.",
        "Vela is in talks with Palisade about the rights.",
        "Vela is in talks with Jo Kim about a new contract as head of drama.",
        "Rosa has been offered a role in the choir.",
        "Jo Kim replaced a broken window in the role of handyman.",
        "Jo Kim has agreed to return the award.",
        "The season is the last for director Jo Kim, who has announced her exit.",
        "Jo Kim was the first to board the ship.",
        "The port reopened, and Rosa was back at work.",
        "Ned is rumoured to be hiding in the port.",
        "The villagers are joined by Father Quill.",
        "Completing the trilogy is a novel by Jo Kim.",
        "Topping the bill is the sea itself.",
        "In the lead is Leeds, with Hull second.",
        "Fans boast Jo Kim among their number.",
        "There is no sign of Jo Kim's novel in the shops.",
        "Vela adds Palisade's library to its service.",
        "The studio cast its net wide in the role of host.",
        "The news of Jo Kim's exit from the company shocked rivals.",
        "The film's score is by Jo Kim, who was cast aside.",
        "“I'm back on my feet,” Tom Hale said.",
        "“I've decided to leave the city,” Tom Hale said.",
        "Tom Hale confirmed he will be back in Leeds next week.",
        "Asked whether Tom Hale would return, Vela declined to comment.",
        "Does Maya Lin play Rosa?",
        "Jo Kim and Ana Ruiz round out the board.",
        "Jo Kim is the newest member of the board.",
        "Jo Kim has landed the job of controller.",
        "Jo Kim is no longer on the board.",
        "Jo Kim was offered the post of editor.",
    ],
)
def test_plots_other_trades_questions_and_wishes_say_nothing_of_the_cast(text: str) -> None:
    assert told(text) == []
