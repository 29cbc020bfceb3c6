"""Who would take a series and where its crew works; who answers in an interview, and hearsay of people without a name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from cliffhanger.claims.context import Context, look
from cliffhanger.claims.grammar import read
from cliffhanger.sources.articles.page import article
from tests.claims.written import DAY, claims_in

SERIES = "Kestrel renewed the drama “Copper Bay” for a second season. "


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("Harrow is in talks to take over the series.", [("Harrow", "in_talks", "+")]),
        ("Harrow is not in talks to save the show.", [("Harrow", "in_talks", "-")]),
        ("Pontoon TV wants the show.", [("Pontoon TV", "interested", "+")]),
        ("Pontoon has been enquiring about the rights.", [("Pontoon", "interested", "+")]),
        ("Pontoon will become the new home of the drama.", [("Pontoon", None, "+")]),
        ("The season will be shown at the end of May on Kestrel Two.", [("Kestrel Two", None, "+")]),
        ("The producers are pitching it elsewhere.", [("unknown", "being_shopped", "+")]),
        ("The mayor wants the harbour, and the dog wants its ball.", []),
        ("Anna Bell wants the show to end.", []),
        ("She is in talks to buy a house.", []),
    ],
)
def test_homes_that_want_or_take_a_series(text: str, homes: list[tuple[str, str | None, str]]) -> None:
    found = claims_in(SERIES + text, kind="platform")
    assert [(one.value["name"], one.value.get("status"), one.polarity) for one in found] == homes


def test_each_country_of_a_sale_is_a_claim() -> None:
    found = claims_in(SERIES + "The drama has been sold to Norway, Chile and South Korea.", kind="platform")
    assert [one.value.get("territory") for one in found] == ["Norway", "Chile", "South Korea"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Filming goes on until July, mainly in Cork, with some scenes in Galway.", {("Cork", "+"), ("Galway", "+")}),
        ("The crew is working in Porto this week.", {("Porto", "+")}),
        ("Things are dearer in Malta, where the first two seasons were shot.", {("Malta", "+")}),
        ("Filming is not moving to Dublin.", {("Dublin", "-")}),
        ("The cook works mainly in Cork.", set()),
    ],
)
def test_places_of_a_shoot(text: str, places: set[tuple[str, str]]) -> None:
    assert {(one.value["place"], one.polarity) for one in claims_in(SERIES + text, kind="location")} == places


@pytest.mark.parametrize(
    "text",
    [
        "A wardrobe assistant swears that Ivy Marsh is joining “Copper Bay.”",
        "One agent with a client on it says that Ivy Marsh is joining “Copper Bay.”",
        "A newspaper has reported that Ivy Marsh is joining “Copper Bay.”",
        "As per recent reports, Ivy Marsh is joining “Copper Bay.”",
    ],
)
def test_what_somebody_without_a_name_tells_is_a_rumour(text: str) -> None:
    assert {one.standing for one in claims_in(SERIES + text, kind="cast_role")} == {"rumour"}


def test_whoever_is_named_after_the_words_gives_their_word() -> None:
    text = "Filming begins on 3 March, the head of drama, Vera Stone, told reporters."
    (found,) = claims_in(SERIES + text, kind="production_status")
    assert (found.standing, found.attribution.name) == ("official", "Vera Stone")


def test_an_item_is_as_firm_as_the_words_before_its_list() -> None:
    page = (
        "<h1>Copper Bay season 2</h1><p>“Copper Bay” is a drama on Kestrel.</p><p>{}</p>"
        "<ul><li>Ivy Marsh as Nell Crane</li><li>Tom Reed as the Pilot</li></ul>"
    )
    for before, standing in (("These are expected to come back:", "speculation"), ("These will come back:", "reported")):
        found = read(article(page.format(before), name="a", outlet="The Paper", published=DAY))
        assert {one.standing for one in found if one.kind == "cast_role"} == {standing}


def test_two_hosts_who_talk_among_themselves_are_no_guest() -> None:
    text = "\n".join(
        [
            "The Sofa, episode 9",
            "",
            "MO: Right, “Copper Bay” then.",
            "BEX: Kestrel picked it up.",
            "MO: And when?",
            "BEX: In May.",
        ]
        * 2
    )
    context = look(article(text, name="a", outlet="The Sofa", published=DAY))
    assert context.is_interview
    assert context.guest is None


def test_initials_name_whom_the_article_names_in_full() -> None:
    turns = "Q: Is it back?\n\nV.A-S.: It is.\n\n" * 3
    text = f"A talk about “Copper Bay”\n\nVera Ash-Stone leads the drama “Copper Bay.”\n\n{turns}"
    assert look(article(text, name="a", outlet="The Paper", published=DAY)).guest == "Vera Ash-Stone"


@pytest.mark.parametrize("outlet", ["Continental Press Agency", "The Free Press", "Kestrel Press Office"])
def test_a_press_agency_is_no_owner(outlet: str) -> None:
    text = f"Notes\n\n{SERIES}The new season has eight episodes.\n"
    found = look(article(text, name="a", outlet=outlet, published=dt.date(2024, 5, 1)))
    assert found.is_release == (outlet == "Kestrel Press Office")


def test_a_firm_that_counts_viewers_is_no_network() -> None:
    text = (
        f"{SERIES}It drew 2.3 million viewers, according to Scopeline. The finale had 3 million, according to Scopeline. "
        "Kestrel said that it was pleased."
    )
    networks = look(article(f"Notes\n\n{text}\n", name="a", outlet="The Paper", published=DAY)).networks
    assert "Kestrel" in networks
    assert "Scopeline" not in networks


@pytest.mark.parametrize("networks", [["Arden", "Arden Now"], ["Arden Now", "Arden"]])
def test_the_order_in_which_a_set_holds_networks_changes_nothing(networks: list[str]) -> None:
    """Each process has an order of its own; here two that a set may have."""

    class InThisOrder(frozenset[str]):
        def __iter__(self) -> Iterator[str]:
            return iter(networks)

    text = "Arden Now has renewed “Copper Bay”, and Arden Now said on Monday that it is pleased.\n"
    for outlet in ("Arden Now Press Office", "The Paper"):
        context = Context(article(text, name="a", outlet=outlet, published=DAY), networks=InThisOrder(networks))
        assert context.owner == "Arden Now"
        assert context.network_pattern.search(text).group() == "Arden Now"


@pytest.mark.parametrize(
    ("text", "kind", "standing"),
    [
        ("Kestrel claims the finale drew 20 million households.", "viewership", "official"),
        ("The finale drew 2 million viewers, as per Kestrel.", "viewership", "official"),
        ("Filming began on 24 March, according to producer Ana Šimić of the company Tretja.", "production_status", "official"),
        ("A third season is on the way, it announced on Wednesday.", "renewal_status", "official"),
        ("Ivy Marsh will not return, her agent told us.", "cast_role", "official"),
        ("Creator Vera Stone told us the new run “moves from the sea to a court”.", "plot_expectation", "official"),
        ("We feel that April 2025 looks more realistic for a premiere.", "release_date", "speculation"),
        ("We don’t think season 3 will be here before early 2027.", "release_date", "speculation"),
        ("The Dial hears that filming will slip to June.", "production_status", "rumour"),
        ("A little bird says that Ivy Marsh is leaving.", "cast_role", "rumour"),
    ],
)
def test_whose_word_it_is_and_how_firm(text: str, kind: str, standing: str) -> None:
    assert [one.standing for one in claims_in(SERIES + text, kind=kind)][-1:] == [standing]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kestrel today confirms that “Copper Bay” will come to an end with its fifth season.", "renewed"),
        ("The captain is not dead, she is only wet.", "cancelled"),
    ],
)
def test_what_is_no_decision_about_a_series(text: str, status: str) -> None:
    before = len(claims_in(SERIES, kind="renewal_status"))
    assert status not in [one.value["status"] for one in claims_in(SERIES + text, kind="renewal_status")[before:]]


def test_a_series_that_is_not_dead_is_not_cancelled() -> None:
    (*_, last) = claims_in(SERIES + "“Copper Bay” is not dead.", kind="renewal_status")
    assert (last.value["status"], last.polarity) == ("cancelled", "-")
