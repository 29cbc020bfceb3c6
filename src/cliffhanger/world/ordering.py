"""What can be ordered on the decision day, what it costs, and the shelf as it is once it has been ordered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from cliffhanger.world.catalogue import Catalogue
from cliffhanger.world.costs import SeasonCost
from cliffhanger.world.shelf import NEVER, Shelf, openings

RENEW, SHORTER, FINALE = OPTIONS = ("renew", "shorter", "finale")
Slate = Mapping[int, str]  # option by series; a series that is not there ends


def continuable(catalogue: Catalogue) -> tuple[int, ...]:
    """Series that could go on: all but those whose last season was ordered as the last."""
    return tuple(index for index, one in enumerate(catalogue.series) if not one.planned_end)


def next_place(catalogue: Catalogue, series: int) -> int:
    """The place of the season that might be ordered."""
    return int(catalogue.shelf.first[series] + catalogue.shelf.count[series])


def episodes_of(catalogue: Catalogue, rules: Any, series: int, option: str) -> int:
    """Episodes that an option orders; a finale special is shorter than a shorter order, that shorter than a season."""
    whole = int(catalogue.shelf.episodes[next_place(catalogue, series)])
    if option == RENEW:
        return whole
    shorter = min(max(round(rules.shorter_order * whole), 2), whole - 1)
    if option == SHORTER:
        return shorter
    return min(max(round(rules.finale_order * whole), 1), shorter - 1)


def cost_of(catalogue: Catalogue, rules: Any, costs: tuple[SeasonCost, ...], series: int, option: str) -> float:
    """Cost of an option, USD: a shorter order is launched like a season, a finale special in proportion to its reach."""
    cost = costs[next_place(catalogue, series)]
    episodes = episodes_of(catalogue, rules, series, option)
    saved = (1.0 - rules.finale_reach) * cost.marketing if option == FINALE else 0.0
    return float(cost.total(episodes) - saved)


def slate_cost(catalogue: Catalogue, rules: Any, costs: tuple[SeasonCost, ...], slate: Slate) -> float:
    """Cost of a slate, USD."""
    return sum(cost_of(catalogue, rules, costs, series, slate[series]) for series in sorted(slate))


def with_orders(catalogue: Catalogue, rules: Any, slate: Slate) -> Shelf:
    """The shelf once a slate has been ordered: its next seasons have premieres, which are made known some time before."""
    shelf = catalogue.shelf
    premiere, announced = shelf.premiere.copy(), shelf.announced.copy()
    episodes, reach, closure = shelf.episodes.copy(), shelf.reach.copy(), shelf.closure.copy()
    for series, option in slate.items():
        one, place = catalogue.series[series], next_place(catalogue, series)
        premiere[place] = np.minimum(one.next_premiere + one.delays[one.seasons], NEVER)
        announced[place] = max(int(premiere[place].min()) - int(rules.announce_days), catalogue.days)
        episodes[place] = episodes_of(catalogue, rules, series, option)
        if option == FINALE:
            reach[place] *= rules.finale_reach
            closure[place] = rules.closure
    opening_at, opening = openings(premiere, catalogue.last_day)
    return shelf._replace(
        premiere=premiere,
        announced=announced,
        episodes=episodes,
        reach=reach,
        closure=closure,
        opening_at=opening_at,
        opening=opening,
    )


def without(catalogue: Catalogue, places: Iterable[int]) -> Shelf:
    """The shelf as it would be had some seasons never been made."""
    shelf = catalogue.shelf
    premiere, announced = shelf.premiere.copy(), shelf.announced.copy()
    for place in places:
        premiere[place], announced[place] = NEVER, NEVER
    opening_at, opening = openings(premiere, catalogue.last_day)
    return shelf._replace(premiere=premiere, announced=announced, opening_at=opening_at, opening=opening)
