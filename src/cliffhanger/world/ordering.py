"""What can be ordered on the decision day, what it costs, and the shelf as it is once it has been ordered."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from cliffhanger.world.catalogue import FUTURE_STREAM, REACH_SPREAD, SUREST, Catalogue
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


def with_orders(catalogue: Catalogue, rules: Any, slate: Slate, *, future: int = 0) -> Shelf:
    """The shelf once a slate has been ordered: its next seasons have premieres, which are made known some time before.

    In future 0 they turn out as they came to be; in each other one, what a season has of its own is drawn anew.
    """
    shelf = catalogue.shelf
    premiere, announced = shelf.premiere.copy(), shelf.announced.copy()
    episodes, quality, reach, closure = shelf.episodes.copy(), shelf.quality.copy(), shelf.reach.copy(), shelf.closure.copy()
    for series, option in slate.items():
        one, place = catalogue.series[series], next_place(catalogue, series)
        better, wider = _turns_out(catalogue, rules, series, future)
        quality[place] += better
        reach[place] = min(catalogue.reach[place] * math.exp(wider), SUREST)
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
        quality=quality,
        reach=reach,
        closure=closure,
        opening_at=opening_at,
        opening=opening,
    )


def _turns_out(catalogue: Catalogue, rules: Any, series: int, future: int) -> tuple[float, float]:
    """How much better in quality, and wider in log reach, the next season of a series is in a future than in future 0."""
    if future == 0:
        return 0.0, 0.0
    one = catalogue.series[series]
    better, wider = np.random.default_rng((catalogue.shelf.seed, FUTURE_STREAM, series, future)).normal(size=2)
    return float(rules.season_spread * better - one.ripple[-1]), float(REACH_SPREAD * wider - one.reach_noise[-1])


def without(catalogue: Catalogue, places: Iterable[int]) -> Shelf:
    """The shelf as it would be had some seasons never been made."""
    shelf = catalogue.shelf
    premiere, announced = shelf.premiere.copy(), shelf.announced.copy()
    for place in places:
        premiere[place], announced[place] = NEVER, NEVER
    opening_at, opening = openings(premiere, catalogue.last_day)
    return shelf._replace(premiere=premiere, announced=announced, opening_at=opening_at, opening=opening)
