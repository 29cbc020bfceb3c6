"""Fates of series in turns of phrase, why they met them, and what is hoped for of a story; and look-alikes of each."""

from __future__ import annotations

import pytest

from tests.claims.written import claims_in, told_after_lead

Fate = tuple[str, str]


def fates(text: str) -> list[Fate]:
    """Status and polarity of each claim on renewal in the last paragraph."""
    return [(c.value["status"], c.polarity) for c in told_after_lead(text, "renewal_status")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vela is not done with “Harbor Nine.”", ("renewed", "+")),
        ("Vela gave it the nod on 20 August, four days after the finale.", ("renewed", "+")),
        ("Vela has reversed course and ordered more of the show.", ("reversed", "+")),
        ("“We got picked up for another ten,” said Lin.", ("renewed", "+")),
        ("Vela has put a third series into production.", ("renewed", "+")),
        ("A follow-up was commissioned before Christmas.", ("renewed", "+")),
        ("A third run had always been on the cards and was made official this morning.", ("renewed", "+")),
        ("More “Harbor Nine” is on the way.", ("renewed", "+")),
        ("The show’s third year was greenlit months before the second went out.", ("renewed", "+")),
        ("Quill has come to the rescue of “Harbor Nine,” ordering ten new episodes.", ("renewed", "+")),
        ("“Harbor Nine” has been shown the door after two seasons.", ("cancelled", "+")),
        ("Vela told producers on Wednesday that it was passing on a third season.", ("cancelled", "+")),
        ("The streamer has opted out of a third season.", ("cancelled", "+")),
        ("Vela has closed the book on “Harbor Nine” after two seasons.", ("cancelled", "+")),
        ("The cast were told last week that the show would not go on.", ("cancelled", "+")),
        ("A cancellation looks unlikely.", ("cancelled", "-")),
        ("Vela has given up on the drama.", ("cancelled", "+")),
        ("It is one of five shows to be dropped by Vela this spring.", ("cancelled", "+")),
        ("Among the titles returning to Vela next year is “Harbor Nine.”", ("renewed", "+")),
        ("“Harbor Nine” gets to live another day at Vela.", ("renewed", "+")),
        ("“They have asked us for two more years,” Lin said.", ("renewed", "+")),
        ("The show’s run comes to an end with Sunday’s finale.", ("ending", "+")),
        ("A third season has not been discussed, both companies said.", ("undecided", "+")),
        ("Vela says it will decide after the finale has aired.", ("undecided", "+")),
        ("The third season will close the story, Vela said.", ("ending", "+")),
        ("The coming season will not be the last.", ("ending", "-")),
        ("Despite the outcry, nobody has ordered any more episodes.", ("renewed", "-")),
        ("Lin said a third season was never part of the plan.", ("renewed", "-")),
    ],
)
def test_a_turn_of_phrase_tells_a_fate(text: str, expected: Fate) -> None:
    """What becomes of a series is read where no word for renewal or cancellation stands."""
    assert expected in fates(text)


def test_a_turn_of_events_is_told_with_the_one_before_it() -> None:
    """Who rescued a series and who had dropped it are two claims."""
    assert fates("Quill has rescued “Harbor Nine,” eleven months after Vela dropped it.") == [
        ("renewed", "+"),
        ("cancelled", "+"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In the finale Rosa is shown the door by her sister.",
        "The council gave its nod to the new bridge in July.",
        "The harbour master is not done with Rosa yet.",
        "The museum has passed on the cost to visitors.",
        "Hale said yes to a second film.",
        "The mayor closed the book on the scandal.",
        "Will Vela give its nod to a third season?",
        "Fans want another helping of “Harbor Nine.”",
        "Production in Cork is on hold until March.",
        "Vela would not say when the trailer is due.",
        "Vela would not say whether Hale has been asked back.",
        "“The wedding is cancelled,” announces Ned in the opening scene.",
        "“I will be back for another season,” whispers Ned to the fish.",
        "In a just world it would run for ten seasons.",
        "Sure, and they will order ten more seasons.",
        "See you next week, unless I’m cancelled first.",
        "The mayor cancels the parade, then brings it back.",
        "Ned lives to see another day.",
        "The team’s winning run comes to an end on Sunday.",
        "Nobody has ordered the soup.",
        "Vela has no plans to bring the building back into use.",
        "Lin came to the rescue of a stray dog.",
        "“We asked for more rope and were handed a cable,” said Lin.",
    ],
)
def test_what_only_looks_like_a_fate_is_none(text: str) -> None:
    """Bridges, shoots, characters, wishes and jokes have no fate of a series."""
    assert fates(text) == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("“Harbor Nine” was cancelled after its audience halved.", "cancelled"),
        ("Tom Hale is not in the second season since his character was killed off.", "leaving"),
        ("Hale withdrew over a diary clash.", "leaving"),
        ("The premiere has been moved to March, with slow visual effects to blame.", "delay"),
        ("Hale can’t take part because a theatre contract ties him up until August.", "unavailable"),
        ("The renewal comes on the strength of strong streaming numbers.", "renewed"),
        ("Vela axed the show, saying it no longer fitted its brand.", "cancelled"),
        ("The delay follows a fire at the studio.", "delay"),
    ],
)
def test_a_reason_is_read_beside_what_it_explains(text: str, of: str | None) -> None:
    """Whatever a sentence has told may have its reason there."""
    found = told_after_lead(text, "reason")
    assert found
    assert of is None or found[0].value["of"] == of


@pytest.mark.parametrize(
    "text",
    [
        "Hale was born after his father left the navy.",
        "Ned leaves town after his boat sank.",
        "The third season begins after the finale aired.",
        "Filming stopped after six weeks.",
        "Vela cancelled the show after two seasons.",
        "Vela dropped the show months after Hale left.",
        "The festival was postponed because of rain.",
        "Was the show cancelled because of its cost?",
        "The mayor credited volunteers for the rescue.",
    ],
)
def test_what_explains_nothing_of_a_series_is_no_reason(text: str) -> None:
    """Lengths of time, lives and other trades explain nothing."""
    assert told_after_lead(text, "reason") == []


def test_whoever_steps_down_cites_the_reason() -> None:
    """It is their own word, as "the reason given" is that of those who decided."""
    assert (
        told_after_lead("Lin stepped down as showrunner on Monday, citing a scheduling clash.", "reason")[0].standing
        == "official"
    )
    lead = "Vela cancelled the show in May. "
    assert told_after_lead(f"{lead}Price was the reason given for the cancellation.", "reason")[0].standing == "official"


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("In the show’s next chapter, Rosa is summoned before the court she founded.", "reported"),
    ],
)
def test_what_is_hoped_for_of_a_story(text: str, standing: str) -> None:
    """Wishes for characters are guesses, what is let slip of them is none."""
    (found,) = told_after_lead(text, "plot_expectation")
    assert found.standing == standing


@pytest.mark.parametrize(
    "text",
    [
        "I would love Hale to come back for one episode.",
        "We hope Vela will order more.",
        "I would want my children to grow up by the sea.",
        "Vela confirmed that Lin is leaving.",
    ],
)
def test_what_is_hoped_for_of_people_is_no_plot(text: str) -> None:
    """Actors and networks are not of the story."""
    assert told_after_lead(text, "plot_expectation") == []


@pytest.mark.parametrize(
    "text",
    [
        "“You can never find a parking space,” said butcher Len Moss.",
        "“I’m going nowhere,” Hale told fans.",
        "His agent confirmed that he has left.",
    ],
)
def test_what_nobody_would_note_is_no_statement(text: str) -> None:
    """Neighbours, and what is told of the cast, make no statement."""
    assert told_after_lead(text, "statement") == []


@pytest.mark.parametrize(
    "text",
    [
        "Corvane is not done with “Harbor Nine.” It makes ten more hours of it.",
        "Corvane drama chief Jo Kim spoke of “Harbor Nine” on Monday. Corvane made it.",
    ],
)
def test_a_network_is_known_by_what_it_does(text: str) -> None:
    """A name that no list has is a network's where it does what only networks do."""
    added = "\n\nA third season has been ordered, Corvane said."
    (claim,) = [one for one in claims_in(text + added, kind="renewal_status") if "ordered" in one.quote.text]
    assert (claim.standing, claim.attribution.name) == ("official", "Corvane")
