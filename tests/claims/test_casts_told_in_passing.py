"""Casts told by a noun, a surname or a turn of phrase: who somebody is, hands a part on, is out of a show; and look-alikes."""

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
        (
            "Jo Kim, our beloved Wick, has joined the vet drama Paddock.",
            [("Jo Kim", "Wick", None, "+"), ("Jo Kim", None, "joining", "+")],
        ),
        ("Tom Hale hands the part of Ned to Jo Kim.", [("Jo Kim", "Ned", "recast", "+"), ("Tom Hale", "Ned", "leaving", "+")]),
        (
            "Jo Kim has closed a deal to star opposite Maya Lin.",
            [("Jo Kim", None, "joining", "+"), ("Maya Lin", None, None, "+")],
        ),
        (
            "Jo Kim, a guest player last year, is promoted to regular.",
            [("Jo Kim", None, "guest", "+"), ("Jo Kim", None, "returning", "+")],
        ),
        (
            "Hetty Marlowe is out: her character, Bridie, went into the tide.",
            [("Hetty Marlowe", "Bridie", None, "+"), ("Hetty Marlowe", None, "leaving", "+")],
        ),
    ],
)
def test_every_claim_of_a_sentence(text: str, expected: list[Told]) -> None:
    """Each actor has a claim, and two where a part is told in passing."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "actor", "character", "state"),
    [
        ("Jo Kim, its Captain Pike, was at the launch.", "Jo Kim", "Captain Pike", None),
        ("Maya Lin, the Rosa of the title, was at the launch.", "Maya Lin", "Rosa", None),
        ("Jo Kim is a wonder as Pauline.", "Jo Kim", "Pauline", None),
        ("The judge, meanwhile, is played by Jo Kim.", "Jo Kim", "The judge", None),
        ("Rosa, as played by Maya Lin, is a marvel.", "Maya Lin", "Rosa", None),
        ("Jo Kim had originally been cast as Rosa.", "Jo Kim", "Rosa", None),
        ("Lin will once again be playing Rosa.", "Maya Lin", "Rosa", "returning"),
        ("Maya Lin is set to don Rosa's uniform once more.", "Maya Lin", None, "returning"),
        ("Maya Lin is on the call sheet for the new season.", "Maya Lin", None, "returning"),
        ("Maya Lin has already said yes to another season.", "Maya Lin", None, "returning"),
        ("Maya Lin has extended her stay.", "Maya Lin", None, "returning"),
        ("Lin has put her name to a third season.", "Maya Lin", None, "returning"),
        ("Stepping in for Tom Hale is Jo Kim.", "Jo Kim", None, "joining"),
        ("Tom Hale has confirmed that he is out of the series.", "Tom Hale", None, "leaving"),
        ("Tom Hale is out of Harbor Nine.", "Tom Hale", None, "leaving"),
        ("Hale confirmed that this season is his last.", "Tom Hale", None, "leaving"),
        ("Lin will return “if they ask nicely”.", "Maya Lin", None, "returning"),
        ("Maya Lin will do one more season and no more.", "Maya Lin", None, "returning"),
        ("Tom Hale is not a part of the third season.", "Tom Hale", None, "leaving"),
        ("Tom Hale won't be among the returning faces.", "Tom Hale", None, "leaving"),
        ("Producers have chosen not to bring Tom Hale back.", "Tom Hale", None, "leaving"),
        ("Everyone except Tom Hale is returning.", "Tom Hale", None, "leaving"),
        ("Jo Kim is in as the new Ned.", "Jo Kim", "the new Ned", "joining"),
        ("Jo Kim has emerged as a contender for the part of the judge.", "Jo Kim", None, "in_talks"),
        ("Tom Hale is taking a break from the show.", "Tom Hale", None, "unavailable"),
    ],
)
def test_one_actor(text: str, actor: str, character: str | None, state: str | None) -> None:
    """One actor, with the part and the state that the words give."""
    assert told(text) == [(actor, character, state, "+")]


@pytest.mark.parametrize(
    ("text", "state", "standing"),
    [
        ("Tom Hale has not asked to be let out of his contract.", "leaving", "reported"),
        ("Jo Kim passed on the chance to play the judge.", "joining", "reported"),
    ],
)
def test_what_is_not_so(text: str, state: str, standing: str) -> None:
    """What somebody does not do, or denies, is told as such."""
    found = [claim for claim in told_after_lead(text, "cast_role") if claim.polarity == "-"]
    assert [(claim.value["st"], claim.standing) for claim in found] == [(state, standing)]


@pytest.mark.parametrize(
    "text",
    [
        "Rosa is the detective's boss.",
        "The mayor is the widow of a fisherman.",
        "Ann Lee is the mayor of Sable Point.",
        "Ann Lee is the judge in the libel case.",
        "Ann Lee, a nurse from Leeds, wrote to the network.",
        "Ann Lee is the wife of the director.",
        "Ann Lee is his wife in real life.",
        "Ben Cole is the new head of drama at Vela.",
        "Ben Cole is out of office until Monday.",
        "Ben Cole left the company in May.",
        "Ben Cole has withdrawn from the race for mayor.",
        "In the finale Rosa leaves Ned.",
        "Will Tom Hale leave?",
        "I would love Tom Hale to stay.",
        "Ann Lee hands the role of chief executive to Ben Cole.",
        "Ben Cole takes over as director of the museum.",
        "Showrunner Ann Lee has left the series.",
        "Ben Cole, who did the music, has gone.",
        "The series was shot in Porto with Ann Lee at the helm.",
        "The drama has its roots in Ann Lee's novel.",
        "With Ann Lee calling the shots, filming starts in May.",
        "Ann Lee had a great time as a student in Leeds.",
        "Ann Lee is in row F with a laptop.",
        "There will be no return for Salt Road.",
        "Ben Cole joined the board in 2020.",
        "Opposite the harbour is the Ned Bell pub.",
        "Ann Lee is the author of the books.",
        "Ann Lee is the showrunner and Ben Cole is her deputy.",
        "“I'm thrilled to be joining Vela,” Ben Cole, the new head of drama, said.",
        "Rosa steps in as sheriff when Ned is shot.",
        "Ned goes into the witness box as a hostile witness.",
        "If Tom Hale leaves, Ned leaves.",
        "The new captain, Ann Lee of the lifeboat, waved.",
        "Ann Lee works as a nurse.",
        "Ben Cole led the company as chief executive.",
        "Ann Lee dropped out of school.",
        "Ben Cole stepped down as chairman of the network.",
        "Did Ann Lee play the nurse?",
        "Ann Lee turned up as a fan at the premiere.",
        "The writer Ann Lee returned to Leeds as a teacher.",
        "Ben Cole said yes to another marriage.",
        "Ann Lee, its head of drama, declined to comment.",
        "Ann Lee, the Lincoln of the title page, was a poet.",
        "The part earlier played by luck is now played by money.",
        "Ben Cole will be there.",
        "There’s an empty chair with Ann Lee’s name on it.",
        "Sun 6 – Night Ferry (Pinewave).",
        "What would the show be without Jo Kim as the judge?",
    ],
)
def test_look_alikes(text: str) -> None:
    """The plot, another trade, family, a question and a wish tell nothing of a cast."""
    assert told(text) == []
