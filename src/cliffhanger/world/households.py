"""Households: who they are, what they hear of, what they like, and when they join. All of it drawn, none of it stored."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cliffhanger.world import draws
from cliffhanger.world.compiled import compiled
from cliffhanger.world.draws import bell, normal, uniform, word_of
from cliffhanger.world.names import GENRES
from cliffhanger.world.shelf import Shelf

# Columns of a household's traits
TERRITORY, PLAN, PROFILES, RATE, LEISURE, LOYALTY, TALK, DEARNESS, SHARE = range(9)
TASTE = 9  # first of one column for each genre
TRAITS = TASTE + len(GENRES)


@compiled
def describe(shelf: Shelf, rules: Any, key: np.uint64, traits: NDArray[np.float64]) -> None:
    """Draw a household's traits."""
    territory = np.searchsorted(shelf.territory_share, uniform(key, draws.TERRITORY, 0, 0))
    plan = np.searchsorted(shelf.plan_share, uniform(key, draws.PLAN, 0, 0))
    traits[TERRITORY] = territory
    traits[PLAN] = plan
    crowd = uniform(key, draws.PROFILES, 0, 0)
    traits[PROFILES] = 1 + (crowd > 0.38) + (crowd > 0.7) + (crowd > 0.88) + (crowd > 0.97)
    activity = normal(key, draws.ACTIVITY, 0, 0)
    traits[RATE] = min(rules.evening_rate * math.exp(rules.evening_spread * activity), 4.0)
    traits[LEISURE] = 60.0 * rules.leisure_minutes * math.exp(rules.leisure_activity * activity) * shelf.leisure[territory]
    shared = rules.loyalty_activity
    hidden = shared * activity + math.sqrt(1.0 - shared * shared) * normal(key, draws.LOYALTY, 0, 0)
    traits[LOYALTY] = rules.loyalty_spread * hidden
    traits[TALK] = math.exp(0.35 * normal(key, draws.TALK, 0, 0) + 0.2 * activity - 0.1)
    full = max(shelf.price[territory, 1], 1e-9)
    traits[DEARNESS] = math.log(max(shelf.price[territory, plan], 1e-9) / full)
    traits[SHARE] = min(max(rules.member_share * math.exp(0.5 * hidden), 0.0), 0.97)
    for genre in range(TRAITS - TASTE):
        traits[TASTE + genre] = normal(key, draws.TASTE, genre, 0)


@compiled
def enjoyment(shelf: Shelf, rules: Any, key: np.uint64, traits: NDArray[np.float64], place: int) -> float:
    """How much a household enjoys a season, in standard deviations of liking; about -1.5 to 2."""
    series = shelf.series[place]
    private = bell(word_of(key, draws.ENJOY, series, 0))
    own = bell(word_of(key, draws.ENJOY_SEASON, place, 0))
    at_home = rules.home_liking if shelf.home[place] == int(traits[TERRITORY]) else 0.0
    taste = rules.taste_weight * traits[TASTE + shelf.genre[place]]
    return shelf.quality[place] + taste + rules.private_spread * private + 0.2 * own + at_home


@compiled
def first_look(rules: Any, key: np.uint64, series: int) -> float:
    """By how much a household is wrong about a series that it has not tried."""
    return rules.first_look_error * bell(word_of(key, draws.LOOK, series, 0))
