"""What a household hears of and when, and on which day it joins: by itself, or earlier for a series that it expects to enjoy."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from cliffhanger.world import draws
from cliffhanger.world.compiled import compiled
from cliffhanger.world.draws import high, household_key, low, mix, uniform, word_of
from cliffhanger.world.households import LOYALTY, SHARE, TALK, TASTE, TERRITORY, describe, enjoyment, first_look
from cliffhanger.world.life import Notes
from cliffhanger.world.shelf import EPOCH_DAYS, NEVER, Shelf

LONGEST_TENURE = EPOCH_DAYS - 100
MEAN_TENURE = 520.0
GENRE_HEARING = 0.45  # how much likelier a household hears of a series of a genre it likes, log per standard deviation
SPREADING = np.uint64(0x9E3779B97F4A7C15)
FUTURE = np.uint64(0xE7037ED1A0B428DB)


@compiled
def begin(shelf: Shelf, rules: Any, household: int, notes: Notes) -> np.uint64:
    """Draw a household's traits and return its key."""
    key = household_key(shelf.seed, household)
    notes.own[0] = key
    describe(shelf, rules, key, notes.traits)
    return key


@compiled
def key_of_future(own: np.uint64, future: int) -> np.uint64:
    """The key of what happens to a household in a future; future 0 is the one that continues the log."""
    if future == 0:
        return own
    return mix(own ^ (np.uint64(future) * FUTURE))


@compiled
def ordered(shelf: Shelf, place: int) -> bool:
    """Whether a season is one that might be ordered: chances about it belong to the future, about all others to the log."""
    return shelf.number[place] == shelf.count[shelf.series[place]]


@compiled
def hearing_day(shelf: Shelf, key: np.uint64, notes: Notes, place: int) -> int:
    """Day on which a household hears of a season, ``NEVER`` if it does not.

    Whether and when depends on the season, the household's taste and luck: not on what it watched, nor on other households.
    """
    traits = notes.traits
    premiere = shelf.premiere[place, int(traits[TERRITORY])]
    if premiere >= NEVER:
        return NEVER
    luck = key if ordered(shelf, place) else notes.own[0]
    liking = GENRE_HEARING * traits[TASTE + shelf.genre[place]] - 0.5 * GENRE_HEARING * GENRE_HEARING
    chance = min(shelf.reach[place] * traits[TALK] * math.exp(liking), 0.92)
    word = mix(word_of(luck, draws.HEAR, 0, 0) + np.uint64(place) * SPREADING)
    if high(word) >= chance:
        return NEVER
    scatter = word_of(luck, draws.DELAY, place, 0)
    # Half hear of it in its first days, the others by and by, in the months and years after.
    scale = 5.0 if low(word) < 0.5 else (45.0 if low(word) < 0.85 else 300.0)
    return premiere + int(-math.log(high(scatter)) * scale)


@compiled
def hear(shelf: Shelf, key: np.uint64, notes: Notes) -> int:
    """List when a household hears of which season, in order of the days; returns how many."""
    days, places = notes.heard_days, notes.heard_places
    found = 0
    for place in range(shelf.series.size):
        day = hearing_day(shelf, key, notes, place)
        if day >= NEVER:
            continue
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
def tenure(notes: Notes) -> int:
    """Days that a household had been a member on day 0; 0 for one that was none."""
    if uniform(notes.own[0], draws.MEMBER, 0, 0) >= notes.traits[SHARE]:
        return 0
    mean = MEAN_TENURE * math.exp(1.2 * notes.traits[LOYALTY])
    return 1 + min(int(-math.log(uniform(notes.own[0], draws.TENURE, 0, 0)) * mean), LONGEST_TENURE)


@compiled
def entry(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, heard: int) -> tuple[int, int]:
    """Day on which a household joins (negative: before the log), and the place that made it join, -1 for none.

    A latent household joins on a day of its own, or earlier for a season that it hears of and expects to enjoy.
    """
    own, days = notes.own[0], notes.heard_days
    since = tenure(notes)
    if since > 0:
        return -since, -1
    day = NEVER
    if rules.organic_joins > 0:
        day = min(int(-math.log(uniform(own, draws.ORGANIC, 0, 0)) * 365.0 / rules.organic_joins), NEVER)
    for event in range(heard):
        if days[event] < 0:
            continue
        if days[event] >= day:
            break
        place = notes.heard_places[event]
        expected = enjoyment(shelf, rules, own, notes.traits, place) + first_look(rules, own, shelf.series[place])
        fresh = math.exp(-(days[event] - shelf.premiere[place, int(notes.traits[TERRITORY])]) / 60.0)
        chance = rules.join_pull * fresh * 2.0 / (1.0 + math.exp(-1.6 * (expected - 0.4)))
        if uniform(key if ordered(shelf, place) else own, draws.PULL, place, 0) < chance:
            return days[event], place
    return day, -1
