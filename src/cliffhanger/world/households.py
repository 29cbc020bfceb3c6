"""Households: who they are, what they hear of, what they like, and when they join. All of it drawn, none of it stored."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cliffhanger.world import draws
from cliffhanger.world.compiled import compiled
from cliffhanger.world.draws import bell, high, household_key, low, mix, normal, uniform, word_of
from cliffhanger.world.names import GENRES
from cliffhanger.world.shelf import EPOCH_DAYS, NEVER, Shelf

# Columns of a household's traits
TERRITORY, PLAN, PROFILES, RATE, LEISURE, LOYALTY, TALK, DEARNESS, SHARE = range(9)
TASTE = 9  # first of one column for each genre
TRAITS = TASTE + len(GENRES)

LONGEST_TENURE = EPOCH_DAYS - 100
MEAN_TENURE = 520.0
GENRE_HEARING = 0.45  # how much likelier a household hears of a series of a genre it likes, log per standard deviation
SPREADING = np.uint64(0x9E3779B97F4A7C15)


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
    traits[LEISURE] = 60.0 * rules.leisure_minutes * math.exp(0.25 * activity) * shelf.leisure[territory]
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
def begin(shelf: Shelf, rules: Any, household: int, traits: NDArray[np.float64]) -> np.uint64:
    """Draw a household's traits and return its key."""
    key = household_key(shelf.seed, household)
    describe(shelf, rules, key, traits)
    return key


@compiled
def hear(shelf: Shelf, key: np.uint64, traits: NDArray[np.float64], days: NDArray[np.int32], places: NDArray[np.int16]) -> int:
    """When a household hears of which season, in order of the days; returns how many.

    Whether and when depends on the season, the household's taste and luck: not on what it watched, nor on other households.
    """
    found = 0
    territory = int(traits[TERRITORY])
    root = word_of(key, draws.HEAR, 0, 0)
    for place in range(shelf.series.size):
        premiere = shelf.premiere[place, territory]
        if premiere >= NEVER:
            continue
        liking = GENRE_HEARING * traits[TASTE + shelf.genre[place]] - 0.5 * GENRE_HEARING * GENRE_HEARING
        chance = min(shelf.reach[place] * traits[TALK] * math.exp(liking), 0.92)
        word = mix(root + np.uint64(place) * SPREADING)
        if high(word) >= chance:
            continue
        scatter = word_of(key, draws.DELAY, place, 0)
        # Half hear of it in its first days, the others by and by, in the months and years after.
        scale = 5.0 if low(word) < 0.5 else (45.0 if low(word) < 0.85 else 300.0)
        day = premiere + int(-math.log(high(scatter)) * scale)
        at = found
        while at > 0 and days[at - 1] > day:
            days[at] = days[at - 1]
            places[at] = places[at - 1]
            at -= 1
        days[at] = day
        places[at] = place
        found += 1
    return found


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


@compiled
def tenure(key: np.uint64, traits: NDArray[np.float64]) -> int:
    """Days that a household had been a member on day 0; 0 for one that was none."""
    if uniform(key, draws.MEMBER, 0, 0) >= traits[SHARE]:
        return 0
    mean = MEAN_TENURE * math.exp(1.2 * traits[LOYALTY])
    return 1 + min(int(-math.log(uniform(key, draws.TENURE, 0, 0)) * mean), LONGEST_TENURE)


@compiled
def entry(
    shelf: Shelf,
    rules: Any,
    key: np.uint64,
    traits: NDArray[np.float64],
    heard: int,
    days: NDArray[np.int32],
    places: NDArray[np.int16],
) -> tuple[int, int]:
    """Day on which a household joins (negative: before the log), and the place that made it join, -1 for none.

    A latent household joins on a day of its own, or earlier for a season that it hears of and expects to enjoy.
    """
    since = tenure(key, traits)
    if since > 0:
        return -since, -1
    day = NEVER
    if rules.organic_joins > 0:
        day = min(int(-math.log(uniform(key, draws.ORGANIC, 0, 0)) * 365.0 / rules.organic_joins), NEVER)
    for event in range(heard):
        if days[event] < 0:
            continue
        if days[event] >= day:
            break
        place = places[event]
        expected = enjoyment(shelf, rules, key, traits, place) + first_look(rules, key, shelf.series[place])
        fresh = math.exp(-(days[event] - shelf.premiere[place, int(traits[TERRITORY])]) / 60.0)
        chance = rules.join_pull * fresh * 2.0 / (1.0 + math.exp(-1.6 * (expected - 0.4)))
        if uniform(key, draws.PULL, place, 0) < chance:
            return days[event], place
    return day, -1
