"""Makers told by their craft, share or credits, and who follows whom; homes land by land, and what lies beside them."""

from __future__ import annotations

import pytest

from tests.claims.written import told_after_lead as told


@pytest.mark.parametrize(
    ("sentence", "makers"),
    [
        ("Jo Kim looks after the costumes.", [("Jo Kim", "costume designer")]),
        ("The visual effects have been entrusted to Ana Ruiz.", [("Ana Ruiz", "visual effects supervisor")]),
        ("Directing duties fall to Ana Ruiz.", [("Ana Ruiz", "director")]),
        ("The score will again be the work of Ana Ruiz.", [("Ana Ruiz", "composer")]),
        ("Ana Ruiz is cutting the new season.", [("Ana Ruiz", "editor")]),
        ("Ana Ruiz lit the show.", [("Ana Ruiz", "cinematographer")]),
        ("Ana Ruiz, who did the music for both seasons, will be back.", [("Ana Ruiz", "composer")]),
        ("Ana Ruiz, who originated the series, will not be on set.", [("Ana Ruiz", "creator")]),
        ("The finale was staged by Ana Ruiz.", [("Ana Ruiz", "director")]),
        ("Ana Ruiz and Jo Kim took turns directing.", [("Ana Ruiz", "director"), ("Jo Kim", "director")]),
        ("Ana Ruiz and Jo Kim are sharing the director’s chair.", [("Ana Ruiz", "director"), ("Jo Kim", "director")]),
        (
            "Behind the camera, Ana Ruiz has the first three episodes and Jo Kim the rest.",
            [("Ana Ruiz", "director"), ("Jo Kim", "director")],
        ),
        ("Ana Ruiz (episodes 1–3) and Jo Kim (4–6) direct.", [("Ana Ruiz", "director"), ("Jo Kim", "director")]),
        ("Filming began on Monday, with Ana Ruiz at the helm.", [("Ana Ruiz", "director")]),
        ("With Ana Ruiz composing, the new season will sound different.", [("Ana Ruiz", "composer")]),
        (
            "Ana Ruiz serves as showrunner, with Jo Kim as executive producer.",
            [("Ana Ruiz", "showrunner"), ("Jo Kim", "executive producer")],
        ),
        ("Ana Ruiz gets her first writing credit on episode three.", [("Ana Ruiz", "writer")]),
        ("The show, which Ana Ruiz created with his wife, returns in May.", [("Ana Ruiz", "creator")]),
        ("Ana Ruiz, the woman behind the show, is not worried.", [("Ana Ruiz", "creator")]),
        ("Ana Ruiz, one of the show’s writers, said the finale had been hard to write.", [("Ana Ruiz", "writer")]),
        ("Ana Ruiz, the show’s executive producer, said the cast had been told.", [("Ana Ruiz", "executive producer")]),
        ("The episode was written by Ana Ruiz, and staged by Jo Kim.", [("Ana Ruiz", "writer"), ("Jo Kim", "director")]),
        ("Ana Ruiz adapts; Jo Kim directs.", [("Ana Ruiz", "writer"), ("Jo Kim", "director")]),
        ("“Harbor Nine” is made by Red Anchor.", [("Red Anchor", "production company")]),
        ("Curlew made it for Vela.", [("Curlew", "production company")]),
        ("The drama went over budget, producers Red Anchor said on Monday.", [("Red Anchor", "production company")]),
        ("A Red Anchor production, it runs to six episodes.", [("Red Anchor", "production company")]),
    ],
)
def test_who_makes_it_is_told_by_the_work(sentence: str, makers: list[tuple[str, str]]) -> None:
    """Crafts, shares, credits and asides name the job."""
    found = {(claim.value["person"], claim.value["role"]) for claim in told(sentence, "crew_role")}
    assert set(makers) <= found


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (
            "Ana Ruiz hands the showrunner’s job to Jo Kim.",
            [("Ana Ruiz", "showrunner", "leaving"), ("Jo Kim", "showrunner", "joining")],
        ),
        ("Its creator, Ana Ruiz, has handed the pen to Jo Kim.", [("Jo Kim", "writer", "joining")]),
        ("Ana Ruiz hands the daily running of the show to Jo Kim.", [("Jo Kim", "showrunner", "joining")]),
        ("Showrunner Ana Ruiz has left. Into her chair comes Jo Kim.", [("Jo Kim", "showrunner", "joining")]),
        ("Showrunner Ana Ruiz has left. Her replacement is Jo Kim.", [("Jo Kim", "showrunner", "joining")]),
        (
            "Showrunner Ana Ruiz is stepping down, with Jo Kim, who wrote this finale, moving up to replace him.",
            [("Jo Kim", "showrunner", "joining"), ("Jo Kim", "writer", None)],
        ),
        ("Ana Ruiz, who created the show and ran its first season, left in January.", [("Ana Ruiz", "showrunner", "leaving")]),
        ("Ana Ruiz, who did the music, has gone too.", [("Ana Ruiz", "composer", "leaving")]),
        ("Ana Ruiz, who directed the first season, was asked back but couldn’t.", [("Ana Ruiz", "director", "unavailable")]),
        (
            "Same writer (Ana Ruiz), new director (Jo Kim).",
            [("Ana Ruiz", "writer", "returning"), ("Jo Kim", "director", "joining")],
        ),
        ("Ana Ruiz writes again, this time with Jo Kim.", [("Jo Kim", "writer", "joining")]),
        ("Vela turned to Ana Ruiz, a veteran of “Low Water”, to direct.", [("Ana Ruiz", "director", "joining")]),
        ("Ana Ruiz has boarded the series as director.", [("Ana Ruiz", "director", "joining")]),
        (
            "Ana Ruiz will take over the running of the show from Jo Kim.",
            [("Ana Ruiz", "showrunner", "joining"), ("Jo Kim", "showrunner", "leaving")],
        ),
    ],
)
def test_who_comes_and_who_goes(text: str, changes: list[tuple[str, str, str | None]]) -> None:
    """The job that changes hands is told by its noun, or by what was told of the one who goes."""
    found = {(claim.value["person"], claim.value["role"], claim.value.get("st")) for claim in told(text, "crew_role")}
    assert set(changes) <= found


def test_what_somebody_did_not_do_is_negative() -> None:
    """That somebody did not write it is told as such."""
    assert [claim.polarity for claim in told("Ana Ruiz did not write the finale.", "crew_role")] == ["-"]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("crew_role", "In episode two Ned hands the keys to Rosa."),
        ("crew_role", "Ruth Berg looks after the costumes at the city museum."),
        ("crew_role", "I wish Ruth Berg would write the finale."),
        ("crew_role", "Ruth Berg wrote that the finale was dull."),
        ("crew_role", "Ruth Berg directed the film “Low Water” in 2012."),
        ("crew_role", "The council handed the job to Ruth Berg."),
        ("crew_role", "Ruth Berg cut the ribbon at the new library."),
        ("crew_role", "Ruth Berg, one of the fans at the signing, said she cried."),
        ("crew_role", "The statue was made by Ruth Berg."),
        ("crew_role", "Ruth Berg staged a protest outside the studio."),
        ("crew_role", "Ruth Berg found the show on a rainy Sunday."),
        ("crew_role", "If Ruth Berg were to direct, fans would be pleased."),
        ("crew_role", "Ruth Berg made it to the final of the quiz."),
        ("crew_role", "Ruth Berg handed the baton to Ann Poe in the relay."),
        ("crew_role", "Ruth Berg scored the winning goal."),
        ("crew_role", "Ruth Berg is out and Ann Poe is in at the ministry."),
        ("crew_role", "Who looks after the costumes?"),
        ("platform", "Tom Hale is circling the part of a priest in another show."),
        ("platform", "The cast are on holiday in Spain and Rosa in France."),
        ("platform", "He left Leeds for Quebec."),
        ("location", "Rosa spent two days in Porto with Ned."),
        ("location", "We found it in an old shop in Leeds."),
        ("source_material", "The feud has its roots in the 1984 strike."),
    ],
)
def test_what_looks_alike_tells_nothing(kind: str, sentence: str) -> None:
    """Stories, other trades, wishes, conditions and questions make no claim of the kind."""
    assert told(sentence, kind) == []
