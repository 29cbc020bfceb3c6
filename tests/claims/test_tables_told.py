"""Tables of an article: of a cast, of labels and values; each row says what its columns say."""

from __future__ import annotations

import datetime as dt

import pytest

from cliffhanger.claims.claim import Claim
from cliffhanger.claims.grammar import read
from cliffhanger.sources.articles.page import article


def told(*rows: str, heads: str = "") -> list[Claim]:
    """The claims of a table in a page on a series."""
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in (*([heads] if heads else []), *rows)]
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    page = f"<html><body><h1>Mill Row season 3: all we know</h1><p>“Mill Row” is a drama.</p><table>{table}</table></body></html>"
    return read(article(page, name="a.html", outlet="The Paper", published=dt.date(2024, 6, 18)))


@pytest.mark.parametrize(
    ("heads", "row", "value"),
    [
        ("Actor|Role|Back?", "Maya Lin|Rosa|Returning", {"actor": "Maya Lin", "character": "Rosa", "st": "returning"}),
        ("Actor|Role|Back?", "Tom Hale|Ned|Not returning", {"actor": "Tom Hale", "character": "Ned", "st": "leaving"}),
        ("Character|Played by", "Ned|Tom Hale", {"actor": "Tom Hale", "character": "Ned"}),
        ("Cast|Character|Status", "Jo Kim|TBA|New", {"actor": "Jo Kim", "st": "joining"}),
        ("Cast|Part|Season 3", "Jo Kim|the mayor|Recurring", {"actor": "Jo Kim", "character": "the mayor", "st": "guest"}),
    ],
)
def test_a_row_of_a_cast(heads: str, row: str, value: dict[str, str]) -> None:
    (claim,) = told(row, heads=heads)
    assert (claim.kind, claim.value, claim.subject.series) == ("cast_role", value, "Mill Row")


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("Actor|Role|Back?", "the whole crew|many|Returning"),
        ("Season|Viewers", "One|Two"),
        ("Actor|Age", "Maya Lin|44"),
    ],
)
def test_a_row_of_no_cast(heads: str, row: str) -> None:
    assert [claim for claim in told(row, heads=heads) if claim.kind == "cast_role"] == []


def test_a_cast_below_another_table() -> None:
    found = told("Status|Renewed", "Episodes|8", "Actor|Role", "Maya Lin|Rosa")
    assert [(one.kind, one.subject.series, one.subject.season) for one in found] == [
        ("renewal_status", "Mill Row", 3),
        ("episode_count", "Mill Row", 3),
        ("cast_role", "Mill Row", 3),
    ]


def test_a_table_of_fates_names_its_series() -> None:
    found = told("Salt Hill|Vela|Renewed", "Cold Yard|Vela|Cancelled", heads="Series|Network|Fate")
    assert [(one.subject.series, one.value["status"]) for one in found if one.kind == "renewal_status"] == [
        ("Salt Hill", "renewed"),
        ("Cold Yard", "cancelled"),
    ]


@pytest.mark.parametrize("row", ["Trailer|Not yet", "Season 3 trailer|None", "Teaser|TBA", "Trailer|not yet released"])
def test_a_trailer_that_is_still_to_come(row: str) -> None:
    (claim,) = told(row)
    assert (claim.kind, claim.value) == ("trailer_status", {"status": "not_released"})
