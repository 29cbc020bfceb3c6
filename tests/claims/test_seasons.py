"""Which season a claim is about: where texts name seasons, of which series, and the choice among them."""

from __future__ import annotations

import datetime as dt
from importlib import resources

import numpy as np
import pytest

from cliffhanger.claims import seasons
from cliffhanger.claims.context import Context, look
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.seasons.around import seasons_of
from cliffhanger.claims.seasons.choice import Choice, choice
from cliffhanger.claims.seasons.chosen import Weights, kept, packed, season_of_claim
from cliffhanger.claims.seasons_said import seasons_in
from cliffhanger.sources.articles.page import article
from tests.claims.written import claims_in

DAY = dt.date(2025, 3, 10)


def context_of(text: str) -> Context:
    return look(article(text, name="a1", outlet="The Paper", published=DAY))


def place_of(context: Context, begins: str) -> Place:
    return Place(next(one for one in context.sentences() if str(one.text).startswith(begins)), context)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Season 2 and then S3E4 came", [2, 3]),
        ("a third and a fourth series", [3, 4]),
        ("Seasons two and three", [2, 3]),
        ("season 2 and 3", [2, 3]),
        ("after two seasons", [3, 2]),
        ("both seasons", [2]),
        ("its sophomore year", [2]),
        ("The sixth and last episode", []),
        ("the sixth and last one", [6]),
        ("a series of 99 seasons and season 150", []),
        ("", []),
    ],
)
def test_where_seasons_are_named(text: str, named: list[int]) -> None:
    assert sorted(one.season for one in seasons_in(text)) == sorted(named)
    assert all(0 <= one.start < one.end <= len(text) for one in seasons_in(text))


def test_a_season_is_of_the_series_named_before_it_or_right_behind_it() -> None:
    context = context_of(
        "“Copper Bay” renewed\n\n“Copper Bay” will have a fourth season. Tern also ordered season 2 of “Quiet Harbour”, "
        "“Copper Bay” said goodbye.\n\n“Quiet Harbour” came in May. Its second season follows.\n"
    )
    assert [(one.season, one.series) for one in seasons_of(context)] == [
        (4, "Copper Bay"),
        (2, "Quiet Harbour"),
        (2, "Quiet Harbour"),
    ]
    assert seasons_of(context) is seasons_of(context)  # found once


def test_what_speaks_for_a_season() -> None:
    context = context_of(
        "“Copper Bay” season 3: all we know\n\nSeason 2 of “Copper Bay” drew 3 million viewers. It will return in May.\n"
    )
    place = place_of(context, "Season 2")
    found = Found("viewership", place.text.index("drew"), len(place.text) - 1, {"metric": "viewers", "n": 3e6}, past=True)
    among = choice(place, found, "Copper Bay", 2)
    assert {"nearest", "only", "ruled", "focus-1"} <= set(among.roles[2])
    assert {"title", "focus"} <= set(among.roles[3])
    assert among.roles[None][:2] == ["none", "none found"]
    assert {"viewership", "main named", "viewership past True"} <= set(among.contexts)
    assert season_of_claim(place, found, "Copper Bay") == 2


def test_the_season_with_most_weight_is_chosen_and_none_is_a_choice() -> None:
    weights = Weights({"": 0, "award": 1}, {"near": 0, "none": 1}, np.array([[1.0, 0.5], [0.0, 1.0]], dtype=np.float32))
    roles: dict[int | None, list[str]] = {None: ["none"], 2: ["near", "never met"]}
    assert weights.best(Choice(roles, [""])) == 2
    assert weights.best(Choice(roles, ["", "award", "never met"])) is None


def test_the_weights_that_come_with_the_package_are_kept_as_they_are() -> None:
    made = kept()
    assert made.table.shape == (len(made.contexts), len(made.roles))
    assert {"none", "nearest", "focus"} <= set(made.roles)
    assert np.abs(made.table).max() > 0.5
    assert packed(made) == resources.files(seasons).joinpath("weights.npz").read_bytes()


@pytest.mark.parametrize(
    ("text", "kind", "season"),
    [
        ("Tern has renewed “Copper Bay” for a third season.", "renewal_status", 3),
        ("“Copper Bay” is back: season 4 premieres on May 2.", "release_date", 4),
        ("Season 1 of “Copper Bay” averaged 2.1 million viewers; season 2 begins on May 2, Tern said.", "viewership", 1),
        ("Season 1 of “Copper Bay” averaged 2.1 million viewers; season 2 begins on May 2, Tern said.", "release_date", 2),
        ("Tern has ordered a third and a fourth series of “Copper Bay”.", "renewal_status", 3),
    ],
)
def test_the_season_of_a_claim(text: str, kind: str, season: int) -> None:
    assert claims_in(text, kind=kind)[0].subject.season == season
