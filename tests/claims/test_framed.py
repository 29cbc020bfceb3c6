"""What a verb tells with its subject and object, in whatever tense and voice; and what only looks like it."""

from __future__ import annotations

import pytest

from tests.claims.written import told_after_lead


def told(text: str, kind: str, key: str) -> list[tuple[object, str]]:
    """A field and the polarity of each claim of a kind in the last paragraph."""
    return [(claim.value.get(key), claim.polarity) for claim in told_after_lead(text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbor Nine was salvaged at the last minute.", [("renewed", "+")]),
        ("A third season is already being discussed.", [("in_talks", "+")]),
        ("A third season is being negotiated.", [("in_talks", "+")]),
        ("The show will be back next year for a third season.", [("renewed", "+")]),
        ("The drama is to carry on without him.", [("renewed", "+")]),
        ("Season three, due on 8 January, was always going to be the last.", [("ending", "+")]),
    ],
)
def test_fates(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "renewal_status", "status") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shooting follows from the last week of September.", [("scheduled", "+")]),
        ("Filming began in April. It has yet to resume after the storm.", [("filming", "+"), ("halted", "+")]),
        ("“We start on the eleventh of August, in Porto again.”", [("scheduled", "+")]),
    ],
)
def test_stages_of_the_making(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "production_status", "status") == expected


@pytest.mark.parametrize(
    ("text", "kind", "key", "expected"),
    [
        ("Harbor Nine has since won two Silver Ladders.", "award", "n", 2),
        ("Season one was thirteen ten-minute shorts.", "episode_count", "n", 13),
    ],
)
def test_parts_prizes_and_counts(text: str, kind: str, key: str, expected: object) -> None:
    assert told(text, kind, key) == [(expected, "+")]


@pytest.mark.parametrize(
    "text",
    [
        "“It is over between us,” Rosa tells Ned.",
        "The stage show will return in the spring.",
        "It will be a while before it is back.",
        "The role of showrunner goes to Jo Kim.",
        "If the show is rescued, we will cheer.",
        "Fans hope the drama will carry on.",
        "The harbour master has been rescued.",
        "Rosa opened the window in May.",
        "The shooting of Captain Voss has begun the best story of the season.",
    ],
)
def test_what_only_looks_alike(text: str) -> None:
    kinds = ("renewal_status", "cast_role", "production_status")
    assert [claim.kind for kind in kinds for claim in told_after_lead(text, kind)] == []


def test_a_reason_keeps_its_thousands() -> None:
    text = "The drama will be back next year for a third season, owing to a petition of 40,000 fans."
    (reason,) = told_after_lead(text, "reason")
    assert reason.value["gist"].endswith("40,000 fans")
