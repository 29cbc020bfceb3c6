"""What a household thinks of watching: which series draw it, and what a release or a word about one changes."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from cliffhanger.world import draws
from cliffhanger.world.compiled import compiled, inlined
from cliffhanger.world.draws import high, low, uniform, word_of
from cliffhanger.world.households import RATE, TERRITORY, enjoyment, first_look
from cliffhanger.world.life import (
    CALLED,
    CHANCE_WEEKDAY,
    CHANCE_WEEKEND,
    CONSIDERING,
    ENJOYED,
    EPISODE,
    EXPECTED,
    JOINED,
    KNOWN,
    LAST,
    LONG_AGO,
    NUMBER,
    POSITION,
    PULLED,
    QUIT,
    SINCE,
    STAGE,
    UNKNOWN,
    WAITING,
    WAKE,
    WATCHING,
    Life,
    Notes,
)
from cliffhanger.world.shelf import NEVER, Shelf

NOTHING = -99.0
WEEKDAY, WEEKEND = 0.86, 1.35
START_LATE = 0.12  # of those who hear of a later season first, the share that starts with it
PULLED_LIKING = 1.2  # who joined for a series expects this much more of it, so that it is mostly the first that is played


@compiled
def chance_of(score: float) -> float:
    """From liking to a share: the logistic function."""
    return 1.0 / (1.0 + math.exp(-score))


@inlined
def playable(shelf: Shelf, place: int, episode: int, territory: int, day: int) -> bool:
    """Whether an episode is out."""
    if episode >= shelf.episodes[place]:
        return False
    return shelf.premiere[place, territory] + shelf.offset[place, episode] <= day


@compiled
def notice(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, place: int, day: int) -> None:
    """A household hears of a season: a series that is new to it, one that it meant to watch, or more of one that it knows."""
    series = shelf.series[place]
    at = life.series[series]
    stage = at[STAGE]
    if stage == UNKNOWN:
        first = shelf.first[series]
        territory = int(notes.traits[TERRITORY])
        late = shelf.number[place] > 0 and uniform(key, draws.START_AT, place, 0) < START_LATE
        number = shelf.number[place] if late or shelf.premiere[first, territory] > day else 0
        life.known[life.counts[KNOWN]] = series
        life.counts[KNOWN] += 1
        at[STAGE], at[NUMBER], at[EPISODE], at[POSITION] = CONSIDERING, number, 0, 0
        at[SINCE], at[LAST], at[WAKE] = day, LONG_AGO, 0
        expected = enjoyment(shelf, rules, notes.own[0], notes.traits, first + number) + first_look(rules, notes.own[0], series)
        if life.counts[PULLED] == place:
            expected += PULLED_LIKING
            at[SINCE] = life.counts[JOINED]
        life.liking[series, EXPECTED] = expected
        life.liking[series, ENJOYED] = 0.0
    elif stage == CONSIDERING:
        at[SINCE] = day
    elif stage == WAITING and shelf.number[place] > at[NUMBER]:
        call(life, series, day)


@compiled
def call(life: Life, series: int, day: int) -> None:
    """A household that waited for more will hear of it on a day."""
    at = life.series[series]
    at[STAGE], at[EPISODE], at[POSITION], at[WAKE] = CALLED, 0, 0, day
    at[NUMBER] += 1


@compiled
def opens(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, place: int, day: int) -> bool:
    """A season comes out: those who finished the one before may come back, the fewer the longer it took.

    Returns whether this household does.
    """
    series = shelf.series[place]
    at = life.series[series]
    if at[STAGE] != WAITING or shelf.number[place] != at[NUMBER] + 1:
        return False
    gap = day - shelf.premiere[place - 1, int(notes.traits[TERRITORY])]
    word = word_of(key, draws.RETURN, place, 0)
    stay = chance_of(2.0 * life.liking[series, ENJOYED] + 1.4)
    if high(word) < rules.return_share * math.exp(-max(gap, 0) / rules.return_days) * stay:
        call(life, series, day + int(-math.log(low(word)) * 6.0))
        return True
    return False


@inlined
def draw_of(shelf: Shelf, rules: Any, notes: Notes, life: Life, series: int, day: int) -> float:
    """How much a series draws a household on a day, ``NOTHING`` where there is nothing to play."""
    at = life.series[series]
    stage = at[STAGE]
    territory = int(notes.traits[TERRITORY])
    if stage == WATCHING:
        if not playable(shelf, shelf.first[series] + at[NUMBER], at[EPISODE], territory, day):
            return NOTHING
        return life.liking[series, ENJOYED] + rules.habit * math.exp(-(day - at[LAST]) / rules.habit_days)
    if stage == CONSIDERING:
        if not playable(shelf, shelf.first[series] + at[NUMBER], 0, territory, day):
            return NOTHING
        return life.liking[series, EXPECTED] + rules.curiosity * math.exp(-(day - at[SINCE]) / rules.curiosity_days)
    if stage == CALLED:
        if day < at[WAKE] or not playable(shelf, shelf.first[series] + at[NUMBER], 0, territory, day):
            return NOTHING
        return life.liking[series, ENJOYED] + 0.3 + rules.curiosity * math.exp(-(day - at[WAKE]) / rules.curiosity_days)
    if stage == WAITING:
        return life.liking[series, ENJOYED] - rules.rewatch_penalty
    return NOTHING


@compiled
def weigh(shelf: Shelf, rules: Any, notes: Notes, life: Life, day: int) -> None:
    """Work out how likely an evening with the service is: the likelier the more its best series draws."""
    best = -1.5
    for index in range(life.counts[KNOWN]):
        best = max(best, draw_of(shelf, rules, notes, life, life.known[index], day))
    rate = notes.traits[RATE] * math.exp(rules.evening_pull * min(best, 2.5))
    life.mood[CHANCE_WEEKDAY] = 1.0 - math.exp(-WEEKDAY * rate)
    life.mood[CHANCE_WEEKEND] = 1.0 - math.exp(-WEEKEND * rate)


@compiled
def choose(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, day: int, but: int) -> int:
    """The series that draws most this evening, but for one; -1 where the household would rather do something else."""
    best, chosen = rules.floor, -1
    for index in range(life.counts[KNOWN]):
        series = life.known[index]
        if series == but or life.series[series, STAGE] == QUIT:
            continue
        draw = draw_of(shelf, rules, notes, life, series, day)
        if draw == NOTHING:
            continue
        word = word_of(key, draws.WHIM, series, day)
        draw += 1.5 * rules.whim * (high(word) + low(word) - 1.0)
        if draw > best:
            best, chosen = draw, series
    return chosen


@compiled
def settle(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, place: int, heard: int, day: int) -> None:
    """What became, before the simulation begins, of a series that a member heard of: tried, finished, quit, or still meant."""
    series = shelf.series[place]
    at = life.series[series]
    fresh = at[STAGE] == UNKNOWN
    notice(shelf, rules, key, notes, life, place, heard)
    if not fresh or heard < life.counts[JOINED]:
        return
    territory = int(notes.traits[TERRITORY])
    eager = 1.0 - math.exp(-4.0 * notes.traits[RATE])
    if uniform(key, draws.PAST, series, 0) > eager * chance_of(1.3 * life.liking[series, EXPECTED] + 0.4):
        return
    at[LAST] = max(heard, day - 45)
    while True:
        now = shelf.first[series] + at[NUMBER]
        life.liking[series, ENJOYED] = enjoyment(shelf, rules, notes.own[0], notes.traits, now)
        word = word_of(key, draws.PAST, now, 1)
        if high(word) > chance_of(1.6 * life.liking[series, ENJOYED] + 0.5):
            at[STAGE] = QUIT
            return
        last_out = shelf.premiere[now, territory] + shelf.offset[now, shelf.episodes[now] - 1]
        if last_out > day - 7:
            at[STAGE] = WATCHING
            return
        following = shelf.premiere[now + 1, territory] if at[NUMBER] + 1 < shelf.count[series] else NEVER
        if following > day - 14 or low(word) > 0.85:
            at[STAGE] = WAITING
            return
        at[NUMBER] += 1
