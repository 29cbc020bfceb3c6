"""Plain sentences on a cast, as papers, sites and fans write them, with who, as whom and what; and look-alikes."""

from __future__ import annotations

import pytest

from tests.claims.written import claims_in

ABOUT = (
    "“Harbor Nine” had its second season on Vela, where the drama about a port found a loyal crowd. "
    "Maya Lin plays Rosa and Tom Hale plays Ned. Vela shows the drama each week.\n\n"
)
Told = tuple[str, str | None, str | None, str]


def told(text: str) -> list[Told]:
    """Actor, character, state and polarity of each claim on the cast in the last paragraph."""
    found = [claim for claim in claims_in(ABOUT + text, kind="cast_role") if claim.quote.start > len(ABOUT)]
    return sorted(((c.value["actor"], c.value.get("character"), c.value.get("st"), c.polarity) for c in found), key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "New to the cast are the comedian Tom Hale, who plays a priest, and Jo Kim from Denmark.",
            [("Tom Hale", "a priest", "joining", "+"), ("Jo Kim", None, "joining", "+")],
        ),
        ("Newcomers Tom Hale and Jo Kim round out the ensemble.", [("Tom Hale", None, None, "+"), ("Jo Kim", None, None, "+")]),
        (
            "Dara Quillfeather, who plays Mrs. Osgood, and Teodor Banks (the Reeve) have deals in place for the new season.",
            [("Dara Quillfeather", "Mrs. Osgood", "returning", "+"), ("Teodor Banks", "the Reeve", "returning", "+")],
        ),
        (
            "Also returning are Craig Manoukian as paramedic Stav and Beth Ngata as nursing director Joy Parata.",
            [("Craig Manoukian", "Stav", "returning", "+"), ("Beth Ngata", "Joy Parata", "returning", "+")],
        ),
        ("There is no sign of Tom Hale in the new season.", [("Tom Hale", None, "leaving", "+")]),
        ("Look out for Tom Hale in a guest role.", [("Tom Hale", None, "guest", "+")]),
        ("Tom Hale is rumoured to be joining the cast as the new sheriff.", [("Tom Hale", "the new sheriff", "joining", "+")]),
        ("Tom Hale confirmed he will be back as Ned.", [("Tom Hale", "Ned", "returning", "+")]),
        ("“I'm coming back,” Tom Hale told fans.", [("Tom Hale", None, "returning", "+")]),
        ("Playing Rosa is newcomer Maya Lin.", [("Maya Lin", "Rosa", None, "+")]),
        (
            "The drama, led by Maya Lin and Tom Hale, is set in a port.",
            [("Maya Lin", None, None, "+"), ("Tom Hale", None, None, "+")],
        ),
        ("Maya Lin's casting as Rosa was announced in May.", [("Maya Lin", "Rosa", None, "+")]),
        (
            "Supporting roles go to Maya Lin, Tom Hale and Jo Kim.",
            [("Maya Lin", None, None, "+"), ("Tom Hale", None, None, "+"), ("Jo Kim", None, None, "+")],
        ),
        ("Rounding out the cast are Tom Hale and Jo Kim.", [("Tom Hale", None, None, "+"), ("Jo Kim", None, None, "+")]),
        ("Tom Hale will recur as Ned's brother.", [("Tom Hale", "Ned's brother", "guest", "+")]),
        ("The voice of Rosa is Maya Lin.", [("Maya Lin", "Rosa", None, "+")]),
        (
            "Maya Lin returns as Rosa and Tom Hale as Ned.",
            [("Maya Lin", "Rosa", "returning", "+"), ("Tom Hale", "Ned", "returning", "+")],
        ),
        (
            "Maya Lin returns as detective Rosa Bell and Jo Kim as head nurse Ida Strand.",
            [("Maya Lin", "Rosa Bell", "returning", "+"), ("Jo Kim", "Ida Strand", "returning", "+")],
        ),
        ("Completing the line-up is Jo Kim.", [("Jo Kim", None, None, "+")]),
        ("The cast is rounded out by Jo Kim and Ana Ruiz.", [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")]),
        ("Also starring are Jo Kim and Ana Ruiz.", [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")]),
        ("In supporting roles are Jo Kim and Ana Ruiz.", [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")]),
        ("The lead role goes to Jo Kim.", [("Jo Kim", None, None, "+")]),
        ("Jo Kim plays the title role.", [("Jo Kim", None, None, "+")]),
        ("In the lead role is Jo Kim.", [("Jo Kim", None, None, "+")]),
        ("Heading the cast are Jo Kim and Ana Ruiz.", [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")]),
        (
            "The thriller, headlined by Jo Kim and Ana Ruiz, is a hit.",
            [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")],
        ),
        ("Jo Kim co-stars as Ned's mother.", [("Jo Kim", "Ned's mother", None, "+")]),
        ("Jo Kim scores a series regular role.", [("Jo Kim", None, "joining", "+")]),
        ("Jo Kim is the new Captain Osei.", [("Jo Kim", "Captain Osei", "joining", "+")]),
        ("The latest addition is Jo Kim.", [("Jo Kim", None, "joining", "+")]),
        ("Tom Hale announced he was leaving the series.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale has said he is done with Ned.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale has confirmed that he will return.", [("Tom Hale", None, "returning", "+")]),
        ("Maya Lin has confirmed her return.", [("Maya Lin", None, "returning", "+")]),
        ("Maya Lin has denied she is quitting the series.", [("Maya Lin", None, "leaving", "-")]),
        ("“I won't be back,” Tom Hale said on Friday.", [("Tom Hale", None, "leaving", "+")]),
        ("“This is my last season,” Tom Hale told Variety.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale is back for season three.", [("Tom Hale", None, "returning", "+")]),
        (
            "Maya Lin and Tom Hale are back as Rosa and Ned.",
            [("Maya Lin", "Rosa", "returning", "+"), ("Tom Hale", "Ned", "returning", "+")],
        ),
        ("Maya Lin and Tom Hale star as Rosa and Ned.", [("Maya Lin", "Rosa", None, "+"), ("Tom Hale", "Ned", None, "+")]),
        ("Maya Lin has renewed her contract.", [("Maya Lin", None, "returning", "+")]),
        ("Maya Lin has committed to a third season.", [("Maya Lin", None, "returning", "+")]),
        ("Maya Lin's return is uncertain.", [("Maya Lin", None, "undecided", "+")]),
        ("Tom Hale is saying goodbye to Ned.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale's last episode airs on 4 May.", [("Tom Hale", None, "leaving", "+")]),
        ("Absent from the new season is Tom Hale.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale replaces Jo Kim as Ned.", [("Tom Hale", "Ned", "joining", "+"), ("Jo Kim", "Ned", "leaving", "+")]),
        ("Tom Hale has been replaced by Jo Kim.", [("Tom Hale", None, "recast", "+"), ("Jo Kim", None, "recast", "+")]),
        ("Jo Kim has been approached to play the captain.", [("Jo Kim", "the captain", "in_talks", "+")]),
        ("Vela is in talks with Jo Kim to play the captain.", [("Jo Kim", "the captain", "in_talks", "+")]),
        ("Jo Kim is rumoured for the role of the captain.", [("Jo Kim", "the captain", "joining", "+")]),
        ("Tom Hale is rumored to be returning as Ned.", [("Tom Hale", "Ned", "returning", "+")]),
        ("Jo Kim will have a recurring role.", [("Jo Kim", None, "guest", "+")]),
        ("Jo Kim and Ana Ruiz will recur.", [("Jo Kim", None, "guest", "+"), ("Ana Ruiz", None, "guest", "+")]),
        ("Recurring cast members include Jo Kim and Ana Ruiz.", [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")]),
        ("Jo Kim makes a guest appearance as the bishop.", [("Jo Kim", "the bishop", "guest", "+")]),
        ("Tom Hale was bumped up to regular.", [("Tom Hale", None, "returning", "+")]),
        ("Maya Lin provides the voice of Rosa.", [("Maya Lin", "Rosa", None, "+")]),
        ("Playing her sister is Jo Kim.", [("Jo Kim", "her sister", None, "+")]),
        ("Starring as Rosa is Maya Lin.", [("Maya Lin", "Rosa", None, "+")]),
        ("Taking on the role of Ned is Jo Kim.", [("Jo Kim", "Ned", None, "+")]),
        ("Portraying the captain is Jo Kim.", [("Jo Kim", "the captain", None, "+")]),
        ("Jo Kim and Ana Ruiz round out the main cast.", [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")]),
        (
            "Maya Lin heads an ensemble cast that includes Jo Kim and Ana Ruiz.",
            [("Maya Lin", None, None, "+"), ("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")],
        ),
        ("She is joined in the cast by Jo Kim.", [("Jo Kim", None, "joining", "+")]),
        (
            "Joining the series for its third season is Jo Kim, who will play the bishop.",
            [("Jo Kim", "the bishop", "joining", "+")],
        ),
        ("Jo Kim comes in as the bishop.", [("Jo Kim", "the bishop", "joining", "+")]),
        ("Jo Kim beat two hundred actors to the role of the bishop.", [("Jo Kim", "the bishop", "joining", "+")]),
        ("Tom Hale opted not to renew his contract.", [("Tom Hale", None, "leaving", "+")]),
        ("Vela did not renew Tom Hale's contract.", [("Tom Hale", None, "leaving", "+")]),
        ("Vela has parted ways with Tom Hale.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale is one of three actors leaving the show.", [("Tom Hale", None, "leaving", "+")]),
        ("Tom Hale made his final appearance in the season two finale.", [("Tom Hale", None, "leaving", "+")]),
        ("The third season will be Maya Lin's last as Rosa.", [("Maya Lin", "Rosa", "leaving", "+")]),
        ("Tom Hale will be back.", [("Tom Hale", None, "returning", "+")]),
        ("Tom Hale reprises the role of Ned.", [("Tom Hale", "Ned", "returning", "+")]),
        ("Tom Hale is one of the returning cast.", [("Tom Hale", None, "returning", "+")]),
        ("Tom Hale has a small part in episode four.", [("Tom Hale", None, None, "+")]),
        ("Jo Kim and Ana Ruiz have guest roles.", [("Jo Kim", None, "guest", "+"), ("Ana Ruiz", None, "guest", "+")]),
        ("Lin will return as Rosa.", [("Maya Lin", "Rosa", "returning", "+")]),
        ("“I'm excited to be back,” Lin said.", [("Maya Lin", None, "returning", "+")]),
        ("Hale said: “I'm leaving the show.”", [("Tom Hale", None, "leaving", "+")]),
        ("Maya Lin heads the cast as Rosa.", [("Maya Lin", "Rosa", None, "+")]),
        ("The leads are Maya Lin and Tom Hale.", [("Maya Lin", None, None, "+"), ("Tom Hale", None, None, "+")]),
        ("Its stars are Maya Lin and Tom Hale.", [("Maya Lin", None, None, "+"), ("Tom Hale", None, None, "+")]),
        ("Its cast numbers Jo Kim and Ana Ruiz.", [("Jo Kim", None, None, "+"), ("Ana Ruiz", None, None, "+")]),
        ("Maya Lin is Rosa.", [("Maya Lin", "Rosa", None, "+")]),
    ],
)
def test_a_plain_sentence_says_who_is_in_the_cast(text: str, expected: list[Told]) -> None:
    assert told(text) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Tom Hale is rumoured to be leaving.", "rumour"),
        ("Jo Kim has been linked to the role of the captain.", "rumour"),
        ("Maya Lin denied that she is leaving.", "denied"),
        ("Maya Lin has denied she is quitting the series.", "denied"),
        ("Hale, 41, confirmed his departure in a post on Instagram.", "official"),
        ("“I'm coming back,” Tom Hale told fans.", "official"),
        ("Rounding out the cast are Tom Hale and Jo Kim.", "reported"),
    ],
)
def test_hearsay_denials_and_own_words_stand_as_what_they_are(text: str, standing: str) -> None:
    found = [claim for claim in claims_in(ABOUT + text, kind="cast_role") if claim.quote.start > len(ABOUT)]
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
