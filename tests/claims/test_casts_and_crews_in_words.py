"""Who plays whom and who makes it, in the many words that writers have for it; none of them stands in the annotated articles."""

from __future__ import annotations

import pytest

from tests.claims.written import claims_in


def cast(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Actor, character and state of each claim on the cast."""
    return {(c.value.get("actor"), c.value.get("character"), c.value.get("st")) for c in claims_in(text, kind="cast_role")}


def crew(text: str) -> set[tuple[str | None, str | None]]:
    """Person and job of each claim on the makers."""
    return {(c.value.get("person"), c.value.get("role")) for c in claims_in(text, kind="crew_role")}


@pytest.mark.parametrize(
    ("text", "character"),
    [
        ("Kit Adair plays the butcher Alma Reed in “Copper Bay.”", "Alma Reed"),
        ("Kit Adair returns as the Second Postman.", "the Second Postman"),
        ("Kit Adair plays the surgeon Dr Lund in “Copper Bay.”", "Dr Lund"),
        ("Kit Adair joins “Copper Bay” as Tessa’s half-sister.", "Tessa’s half-sister"),
        ("Kit Adair returns as her uncle, Bertil.", "Bertil"),
        ("Kit Adair (who played the smith Olaf) said so.", "Olaf"),
        ("Kit Adair, who guested in series two as Nurse Quill, said so.", "Nurse Quill"),
        ("Kit Adair was his nephew Sander in “Copper Bay.”", "Sander"),
        ("Kit Adair, our own Inspector Vale, said so.", "Inspector Vale"),
        ("Kit Adair is superb as the ferry captain.", "the ferry captain"),
        ("The role of Sister Agnes has passed to Kit Adair.", "Sister Agnes"),
        ("Sister Agnes will no longer be played by Kit Adair.", "Sister Agnes"),
    ],
)
def test_a_character_is_read_to_the_end_of_its_name(text: str, character: str) -> None:
    assert ("Kit Adair", character) in {found[:2] for found in cast(text)}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Kit Adair has opted out of the third season.", "leaving"),
        ("Kit Adair has hung up her apron.", "leaving"),
        ("Kit Adair declined to return for the new run.", "leaving"),
        ("Kit Adair is done.", "leaving"),
        ("Kit Adair asked to be written out.", "leaving"),
        ("Kit Adair is no longer in the cast.", "leaving"),
        ("Kit Adair has inked a fresh deal.", "returning"),
        ("Kit Adair will be seen once again as Moss.", "returning"),
        ("Kit Adair has been bumped up to series regular.", "returning"),
        ("Kit Adair has been roped in to play the mayor.", "joining"),
        ("Kit Adair has landed the role.", "joining"),
        ("Talks with Kit Adair are ongoing.", "in_talks"),
        ("Anna Moss is back; Kit Adair is not.", "leaving"),
    ],
)
def test_who_stays_comes_and_goes_in_many_words(text: str, state: str) -> None:
    assert state in {found[2] for found in cast(f"“Copper Bay” is on. {text}") if found[0] == "Kit Adair"}


def test_a_verb_is_of_every_name_of_its_list_only_in_the_plural() -> None:
    assert {found[0] for found in cast("Kit Adair and Anna Moss are also coming back.")} == {"Kit Adair", "Anna Moss"}
    assert ("Anna Moss", None, "returning") not in cast("“Copper Bay” stars Anna Moss, and Kit Adair is coming back.")


def test_a_part_in_passing_is_a_claim_beside_what_its_actor_does() -> None:
    told = cast("Kit Adair, who played the smith Olaf, is unavailable. Anna Moss, whose Captain Lund drowned, is back.")
    assert {("Kit Adair", "Olaf", None), ("Anna Moss", "Captain Lund", None)} <= told
    assert {("Kit Adair", "unavailable"), ("Anna Moss", "returning")} <= {(one[0], one[2]) for one in told}
    assert cast("New to the cast is Kit Adair, who plays the smith Olaf.") == {("Kit Adair", "Olaf", "joining")}


@pytest.mark.parametrize(
    "text",
    [
        "The studio Blue Heron signed a contract for “Copper Bay.”",
        "“Copper Bay” returns. Kit Adair remains the best reason to watch.",
        "Kit Adair has replaced Anna Moss as showrunner of “Copper Bay.”",
        "Kit Adair confirmed that “Copper Bay” wrapped.",
        "In “Copper Bay” the captain swears he will never return.",
    ],
)
def test_what_is_no_news_of_a_cast(text: str) -> None:
    assert {found[2] for found in cast(text)} <= {None}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Moss wrote six of the films; the other two are by Tom Reed.", {("Anna Moss", "writer"), ("Tom Reed", "writer")}),
        ("Anna Moss directs the opener and Tom Reed the rest.", {("Anna Moss", "director"), ("Tom Reed", "director")}),
        ("Anna Moss, who wrote most of it, said so of “Copper Bay.”", {("Anna Moss", "writer")}),
        ("Piers Ode is writing the music for “Copper Bay.”", {("Piers Ode", "composer")}),
        ("“Copper Bay” is made under the banner of Otter Films.", {("Otter Films", "production company")}),
        ("Anna Moss is a co-executive producer. Tom Reed gets the top job.", {("Tom Reed", "showrunner")}),
        (
            "“Copper Bay” was created by Anna Moss and her old friend Tom Reed.",
            {("Anna Moss", "creator"), ("Tom Reed", "creator")},
        ),
        ("Anna Moss handed over as showrunner to Tom Reed.", {("Anna Moss", "showrunner"), ("Tom Reed", "showrunner")}),
        ("The distributor Heron Rights said so of “Copper Bay.”", {("Heron Rights", "distributor")}),
    ],
)
def test_makers_are_told_by_shares_banners_and_jobs(text: str, people: set[tuple[str, str]]) -> None:
    assert people <= crew(text)


@pytest.mark.parametrize(
    "text",
    [
        "Brightline ordered “Copper Bay.” Brightline’s director Tom Reed said so, and Brightline renewed it.",
        "The rest of “Copper Bay” is by the sea.",
        "“It hurts,” the channel’s controller, Anna Moss, wrote in a note to staff of “Copper Bay.”",
    ],
)
def test_what_is_no_work_on_a_series(text: str) -> None:
    assert crew(text) == set()


def test_who_plays_a_part_does_not_leave_it() -> None:
    assert cast("Kit Adair plays Maria Voss in “Copper Bay.” Anna Moss plays her sister.") == {
        ("Kit Adair", "Maria Voss", None),
        ("Anna Moss", "her sister", None),
    }


def test_neither_of_two_returns() -> None:
    told = cast("Neither Kit Adair nor Anna Moss will be back on “Copper Bay.”")
    assert {(one[0], one[2]) for one in told} == {("Kit Adair", "leaving"), ("Anna Moss", "leaving")}
