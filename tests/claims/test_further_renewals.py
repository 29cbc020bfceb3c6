"""Renewals, refusals and reasons in more of the words of news, and the look-alikes that must give none."""

from __future__ import annotations

import pytest

from tests.claims.written import told_after_lead as told


@pytest.mark.parametrize(
    ("sentence", "status", "polarity", "standing"),
    [
        ("Vela is sticking with “Harbor Nine”.", "renewed", "+", "reported"),
        ("Vela is standing by the drama for a third year.", "renewed", "+", "reported"),
        ("Corvid has picked the series up for a third season.", "renewed", "+", "reported"),
        ("“Harbor Nine” is the third drama Vela has brought back this spring.", "renewed", "+", "reported"),
        ("A third series has nonetheless been ordered, a Vela spokeswoman said.", "renewed", "+", "official"),
        ("“Yes, there is a series three,” said the Vela spokesman.", "renewed", "+", "official"),
        ("The show has been prolonged for a third season.", "renewed", "+", "reported"),
        ("“Harbor Nine” has been granted a stay of execution.", "renewed", "+", "reported"),
        ("Season 3? It’s a go.", "renewed", "+", "reported"),
        (
            "Vela wants more “Harbor Nine”: the streamer has put in an order for eight further episodes.",
            "renewed",
            "+",
            "reported",
        ),
        ("“Harbor Nine” gets two-season renewal.", "renewed", "+", "reported"),
        ("Vela has re-ordered the port drama.", "renewed", "+", "reported"),
        ("“Harbor Nine” lives! Corvid has taken the show over from Vela.", "renewed", "+", "reported"),
        ("Vela said it has asked the producers for a third season.", "renewed", "+", "official"),
        ("We’d call a third season likely.", "renewed", "+", "speculation"),
        ("That makes a renewal very likely.", "renewed", "+", "speculation"),
        ("Our money is on a renewal.", "renewed", "+", "speculation"),
        ("It’s hard to imagine Vela not renewing a show this popular.", "renewed", "+", "speculation"),
        ("Smart money says Vela orders a third season by the autumn.", "renewed", "+", "speculation"),
        ("Nobody believes it will get a third year.", "renewed", "-", "speculation"),
        ("I fear there won’t be another season.", "renewed", "-", "speculation"),
        ("A third season is a long shot.", "renewed", "-", "speculation"),
        ("I can’t see Vela ordering more of it.", "renewed", "-", "speculation"),
        ("Very few people in the industry expect another series.", "renewed", "-", "speculation"),
        ("“We haven’t got an order for a third season,” Lin said.", "renewed", "-", "official"),
        ("I am told by somebody in a position to know that it will not be renewed.", "renewed", "-", "rumour"),
        ("The show has been left off Vela’s list of renewals.", "renewed", "-", "reported"),
        ("The columnist Neide Quaresma wrote that the series would be cancelled.", "cancelled", "+", "reported"),
        ("I gather “Harbor Nine” has been quietly dropped after two series.", "cancelled", "+", "rumour"),
        ("Vela passed on it.", "cancelled", "+", "reported"),
        ("Vela is done with “Harbor Nine”.", "cancelled", "+", "reported"),
        ("Vela has declined to order a third season.", "cancelled", "+", "reported"),
        ("The drama won’t see a third season.", "cancelled", "+", "reported"),
        ("Two seasons and out for “Harbor Nine”.", "cancelled", "+", "reported"),
        ("“We will not be proceeding with a third season,” Vela said in a statement.", "cancelled", "+", "official"),
        ("Vela confirmed on Monday that “Harbor Nine” has aired its last episode.", "cancelled", "+", "official"),
        ("Vela’s cancellation of “Harbor Nine” surprised the cast.", "cancelled", "+", "reported"),
        ("“The show is not cancelled, whatever you have read,” the producer Ann Reed said.", "cancelled", "-", "denied"),
        ("Vela said on Tuesday that the May 21 finale will be its last episode.", "ending", "+", "official"),
        ("The last-ever “Harbor Nine” is on Vela on Sunday at 9pm.", "ending", "+", "reported"),
        ("“The third is the end,” Lin told The Herald.", "ending", "+", "official"),
        ("The drama will end its run next year.", "ending", "+", "reported"),
        ("The curtain comes down on “Harbor Nine” next spring.", "ending", "+", "reported"),
        ("A newspaper in Split wrote that the show would stop after this season.", "ending", "+", "rumour"),
        ("“It is not the final season,” the producer said, rejecting the reports.", "ending", "-", "denied"),
        ("Three seasons will be enough, and Vela will call it a day next year.", "ending", "+", "reported"),
        ("“We’re wrapping it up after season three,” Reed said.", "ending", "+", "official"),
        ("Vela has still not decided the future of the show.", "undecided", "+", "reported"),
        ("Vela says it’s “far too early” to talk about a third season.", "undecided", "+", "official"),
        ("“We would never close the door on a world this rich,” a Vela spokeswoman said.", "undecided", "+", "official"),
        ("Nothing is known about a third season.", "undecided", "+", "reported"),
        ("Vela is sitting on its hands over a third season.", "undecided", "+", "reported"),
        ("The jury is still out on a third season.", "undecided", "+", "reported"),
        ("The network is keeping its options open on the drama.", "undecided", "+", "reported"),
        ("“Ask me in September,” Vela’s head of drama said of a third season.", "undecided", "+", "official"),
        ("“They’ve talked to us about a third season,” Hale said.", "in_talks", "+", "official"),
        ("Vela and the studio are hammering out a deal for a third season.", "in_talks", "+", "reported"),
        ("The film is still happening, says its writer-director Sunniva Aasland.", "in_development", "+", "official"),
        ("Vela is taking it off the air after 4 April.", "paused", "+", "reported"),
        ("“Harbor Nine” is going on an extended break.", "paused", "+", "reported"),
        ("The prequel is on the back burner.", "paused", "+", "reported"),
        ("The show is resting for a year.", "paused", "+", "reported"),
        ("Vela has gone back on its decision to axe “Harbor Nine”.", "reversed", "+", "reported"),
        ("A prequel set in the 1970s is in the works at Vela.", "spinoff", "+", "reported"),
        ("“There’s no spinoff,” Reed said, dismissing the rumour.", "spinoff", "-", "denied"),
        ("Don’t expect a third season.", "renewed", "-", "speculation"),
        ("It would take a miracle for this to be renewed.", "renewed", "-", "speculation"),
        ("“Harbor Nine” will end without a third season.", "cancelled", "+", "reported"),
        ("“It's with heavy hearts that we say goodbye to ‘Harbor Nine’,” Vela said.", "cancelled", "+", "official"),
        ("“It’s always been a three-season story, and this is where it ends,” Reed said.", "ending", "+", "official"),
        ("It’s unclear whether there will be a third season.", "undecided", "+", "reported"),
        ("Corvid is said to be in talks to save the show.", "in_talks", "+", "rumour"),
        ("“There won’t be a spin-off,” Reed said.", "spinoff", "-", "official"),
        ("A film is rumoured to be in the works.", "spinoff", "+", "rumour"),
        ("“We’ve started talking about season three,” said the Vela drama chief.", "in_talks", "+", "official"),
        ("A third season has entered development at Vela.", "in_development", "+", "reported"),
        ("The “Harbor Nine” universe is growing: Vela has ordered a prequel.", "spinoff", "+", "reported"),
        ("Vela has torn up its decision to cancel “Harbor Nine”.", "reversed", "+", "reported"),
    ],
)
def test_a_sentence_tells_whether_a_season_is_to_come(sentence: str, status: str, polarity: str, standing: str) -> None:
    found = [(claim.value["status"], claim.polarity, claim.standing) for claim in told(sentence, "renewal_status")]

    assert found == [(status, polarity, standing)]


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("Poor word of mouth sealed the show’s fate.", "cancelled"),
        ("Filming was halted for nine days in July after a crane fell on a chapel.", "halted"),
        ("Production was shut down for a week when Hale caught pneumonia.", "halted"),
        ("Hale is finished, on account of his back.", "leaving"),
        ("It’s going to be the final season, because the creator always wanted a trilogy.", "ending"),
        ("Vela is taking the show off after April 4 because of the basketball.", "paused"),
        ("The reason for the axe? Money.", "cancelled"),
        ("Lin will miss the third season owing to a stage commitment.", "leaving"),
    ],
)
def test_a_sentence_gives_a_reason(sentence: str, of: str) -> None:
    assert [claim.value["of"] for claim in told(sentence, "reason")] == [of]


@pytest.mark.parametrize(
    ("sentence", "p"),
    [
        ("We make a renewal 80 percent.", 0.8),
        ("Will it be back? One chance in three.", 0.3333),
        ("If you made me put money on a third season, seventy per cent.", 0.7),
        ("Renewal odds: one in four.", 0.25),
    ],
)
def test_odds_are_told_in_a_sentence(sentence: str, p: float) -> None:
    assert [claim.value.get("p") for claim in told(sentence, "renewal_status")] == [p]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council has renewed the ferry contract for a third year.",
        "Vela has renewed its deal with the football league for three more seasons.",
        "The Rovers were given another season in the top division.",
        "Rosa cancels the engagement and leaves the port.",
        "The festival has been cancelled because of the storm.",
        "He cancelled his subscription after the price went up.",
        "The airline axed forty routes because of rising fuel costs.",
        "The shipyard has won another order, and the mayor is saved.",
        "Her contract was not renewed by the university.",
        "Vela renewed its interest in live sport.",
        "It’s the one where Mam cancels the wedding.",
        "The bishop cancels Harvest Festival and a marrow goes missing.",
        "I was late to this show because a friend moved the party.",
        "Sorry this recap is late, because my cat was ill.",
        "His last film was delayed because of the pandemic.",
        "The ferry is on hold, and so is the wedding.",
        "The library will not be renewed in its present form.",
        "Lin has picked up a third season ticket at the Rovers.",
        "The lease was extended for another season.",
        "The team is in talks to sign the goalkeeper for another season.",
        "The theatre has ordered a second run of the musical.",
        "No decision has been taken on the stadium.",
        "The mayor has not decided whether the bridge will be rebuilt.",
        "Whether the ferry will run again is unclear.",
        "The pilot ordered a coffee.",
        "The BBC’s charter was renewed for a decade.",
        "Vela passed on the cost to its subscribers.",
        "The streamer renewed its focus on sport.",
        "Vela has cancelled its launch party.",
        "Vela has cancelled a thousand accounts.",
        "April Fools! Vela has renewed the show for ten seasons.",
        "Imagine a world in which Vela ordered five more seasons.",
        "The stage show will return in the spring.",
        "No decision has been made about the runway.",
        "The future of the ferry is in doubt.",
        "Ned’s future is uncertain at the end of the episode.",
        "Talks between the port and the union have begun.",
        "The committee has not made a decision about the pier.",
        "Rosa doesn’t know if Ned will come back.",
        "Ned renews his lease on the boathouse in the opening episode.",
        "Please let there be a third season.",
        "Lin renewed her vows in May.",
        "The writers’ strike ended after five months.",
        "Renew it, you cowards.",
        "The last season of the year is the rainy one.",
        "Ned gets another chance.",
        "The agency has dropped the actor after two years.",
        "It would be a crime if this were the last season.",
        "Hale said the finale left him in tears.",
        "Vela is done with discs.",
        "Vela kept its word and paid the crew.",
        "The Rovers’ season is over, and a second season in the lower division awaits.",
        "“It is over between us,” Rosa tells Ned.",
        "I dreamt that Vela renewed the show.",
        "We all want a third season.",
        "Fans begged Vela to bring the show back.",
        "Her show at the gallery has been extended for another month.",
        "The harbour master will drop the charges.",
        "It is a drama that ends after two hours.",
        "There’s talk of a third runway.",
        "Vela is in talks to buy a rival.",
        "Vela will renew its licence in March.",
        "The captain takes his final bow.",
        "She hopes the clinic will be saved by the council.",
        "The strike is over after two seasons.",
    ],
)
def test_what_only_looks_alike_gives_neither(sentence: str) -> None:
    assert told(sentence, "renewal_status") == []
    assert told(sentence, "reason") == []


def test_the_network_that_gives_a_reason_makes_it_official() -> None:
    assert [claim.standing for claim in told("Vela has moved the drama to May, citing unfinished effects.", "reason")] == [
        "official"
    ]


def test_what_is_said_not_to_be_the_reason_is_denied_and_nothing_else_told() -> None:
    sentence = "It is not true that the series was dropped to save money."

    assert [(claim.polarity, claim.standing) for claim in told(sentence, "reason")] == [("-", "denied")]
    assert told(sentence, "renewal_status") == []


def test_neither_of_two_series_is_renewed() -> None:
    found = told("Neither “Harbor Nine” nor “Low Street” has been renewed.", "renewal_status")

    assert {(claim.value["status"], claim.polarity) for claim in found} == {("renewed", "-")}


def test_a_hope_that_a_network_will_renew_is_no_renewal() -> None:
    for sentence in ("Fans hope that Vela will renew the drama.", "Nobody knows if Vela will order a third season."):
        assert not [claim for claim in told(sentence, "renewal_status") if claim.value["status"] == "renewed"]
