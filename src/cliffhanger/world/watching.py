"""An evening: episodes one after another until leisure, liking or the season runs out."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from cliffhanger.world import draws
from cliffhanger.world.choosing import chance_of, choose, playable
from cliffhanger.world.compiled import compiled
from cliffhanger.world.draws import bell, high, low, uniform, word_of
from cliffhanger.world.households import LEISURE, PLAN, PROFILES, TERRITORY, enjoyment
from cliffhanger.world.life import (
    AD_MONEY,
    CALLED,
    CLOCK,
    CONSIDERING,
    ENJOYED,
    EPISODE,
    EVENINGS,
    HOURS,
    LAST,
    NUMBER,
    POSITION,
    QUIT,
    SESSIONS,
    STAGE,
    STOCK,
    STOCK_DAY,
    WAITING,
    WATCHING,
    Life,
    Notes,
    Sink,
)
from cliffhanger.world.shelf import DAWN_S, DAY_S, EPOCH_DAYS, Shelf

MOST_SESSIONS = 12  # of one evening
PICKS = 3  # series of one evening
SHORTEST_TRY = 300.0  # seconds of leisure with which nobody begins an episode
ENTRANCE = 1.9  # the first episode loses more viewers than the next ones


@compiled
def content(shelf: Shelf, rules: Any, life: Life, day: int) -> float:
    """The stock of enjoyed hours, decayed to a day."""
    days = day - life.mood[STOCK_DAY]
    if days > 0:
        life.mood[STOCK] *= math.exp(-days / rules.stock_days)
        life.mood[STOCK_DAY] = day
    return life.mood[STOCK]


@compiled
def row(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, sink: Sink, household: int, started: int, seconds: int,
        place: int, episode: int, end: int) -> None:  # fmt: skip
    """Write one session to the log, now and then late, twice, abroad or by another profile of the household."""
    luck = word_of(key, draws.ROW, started, place)
    late, other = high(luck), low(luck)
    delay = 5 + int(55 * other)
    if late < rules.late_share:
        delay = min(600 + int(-math.log(other) * 1.2 * DAY_S), int(6.5 * DAY_S))
    arrived = started + seconds + delay
    profiles = int(notes.traits[PROFILES])
    whose = word_of(key, draws.PROFILE, shelf.series[place], 0)
    if late > 0.92:
        whose = word_of(key, draws.PROFILE, started, 1)
    territory = int(notes.traits[TERRITORY])
    if uniform(key, draws.TRAVEL, started // (7 * DAY_S), 0) < rules.abroad_share:
        territory = int(uniform(key, draws.TRAVEL, started // (7 * DAY_S), 1) * shelf.leisure.size)
    copies = 1
    if uniform(key, draws.COPY, started, 0) < rules.duplicate_share:
        copies = 2
    for copy in range(copies):
        if started < 0 or arrived >= end:
            return
        at = sink.used[0]
        one = sink.rows[at]
        one.household, one.started, one.arrived, one.seconds = household, started, arrived, seconds
        one.place, one.episode, one.territory, one.plan = place, episode + 1, territory, int(notes.traits[PLAN])
        one.profile = 1 + int(high(whose) * profiles)
        sink.used[0] = at + 1
        if copy == 0:
            again = word_of(key, draws.COPY, started, 1)
            arrived += 1 + int(-math.log(high(again)) * 7_200.0)
            if low(again) < 0.5:
                seconds = 1 + int(seconds * (0.3 + 1.2 * low(again)))


@compiled
def play(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, sink: Sink, household: int, place: int,
         episode: int, seconds: float, liking: float, day: int, today: float, end: int) -> float:  # fmt: skip
    """One session: the clock moves on, contentment grows, sums and log take note. Returns today's hours."""
    whole = max(int(seconds), 1)
    started = life.counts[CLOCK] + 4 + int(25 * uniform(key, draws.CLOCK, place * 32 + episode, day))
    life.counts[CLOCK] = started + whole
    hours = whole / 3_600.0
    # The second hour of an evening counts for less than the first, and what is not liked for little.
    content(shelf, rules, life, day)
    life.mood[STOCK] += hours * chance_of(1.8 * liking) * 1.6 / (1.0 + 0.3 * today)
    sink.tally[HOURS] += hours
    sink.tally[SESSIONS] += 1
    sink.seconds[place] += whole
    if notes.traits[PLAN] == 0:
        sink.tally[AD_MONEY] += hours * rules.ad_revenue * shelf.discount[day + EPOCH_DAYS]
    if sink.rows.size > 0:
        row(shelf, rules, key, notes, sink, household, started, whole, place, episode, end)
    return today + hours


@compiled
def finish(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, series: int, day: int) -> bool:
    """The last episode is over. Returns whether the household goes on with the next season, if it is out."""
    at = life.series[series]
    place = shelf.first[series] + at[NUMBER]
    follows = shelf.number[place] < shelf.count[series]
    territory = int(notes.traits[TERRITORY])
    if follows and playable(shelf, place + 1, 0, territory, day):
        liking = life.liking[series, ENJOYED]
        if uniform(key, draws.CARRY_ON, place, 0) < 0.3 + 0.6 * chance_of(1.5 * liking):
            at[NUMBER] += 1
            at[EPISODE], at[POSITION] = 0, 0
            liking = enjoyment(shelf, rules, notes.own[0], notes.traits, place + 1)
            life.liking[series, ENJOYED] = liking + shelf.closure[place + 1]
            return True
    at[STAGE] = WAITING
    return False


@compiled
def give_up(shelf: Shelf, rules: Any, notes: Notes, life: Life, series: int) -> None:
    """Quit a season. Who had seen earlier ones keeps those to watch again, but waits for none that comes after."""
    at = life.series[series]
    if at[NUMBER] == 0:
        at[STAGE] = QUIT
        return
    at[STAGE], at[EPISODE], at[POSITION] = WAITING, 0, 0
    at[NUMBER] -= 1
    before = shelf.first[series] + at[NUMBER]
    life.liking[series, ENJOYED] = enjoyment(shelf, rules, notes.own[0], notes.traits, before)


@compiled
def sit(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, sink: Sink, household: int, series: int,
        day: int, left: float, today: float, end: int) -> tuple[float, float]:  # fmt: skip
    """Watch a series until leisure or liking runs out. Returns the leisure left, in seconds, and today's hours."""
    at = life.series[series]
    territory = int(notes.traits[TERRITORY])
    for _ in range(MOST_SESSIONS):
        place, episode = shelf.first[series] + at[NUMBER], at[EPISODE]
        if not playable(shelf, place, episode, territory, day):
            break
        liking = life.liking[series, ENJOYED]
        length = shelf.runtime_s[place, episode]
        needed = float(length - at[POSITION])
        at[LAST] = day
        luck = word_of(key, draws.QUIT, place, episode)
        entrance = ENTRANCE if episode == 0 else (1.0 if episode < 4 else 0.55)
        if high(luck) < min(rules.quit_rate * entrance * math.exp(-1.5 * liking), 0.9):
            part = needed * low(luck) * low(luck)
            today = play(shelf, rules, key, notes, life, sink, household, place, episode, part, liking, day, today, end)
            give_up(shelf, rules, notes, life, series)
            return left - part, today
        if left < 0.6 * needed:  # the rest another day
            if left > SHORTEST_TRY:
                today = play(shelf, rules, key, notes, life, sink, household, place, episode, left, liking, day, today, end)
                at[POSITION] += int(left)
            return 0.0, today
        seen = needed if at[POSITION] > 0 else needed * (0.93 + 0.07 * low(luck))  # credits are skipped
        today = play(shelf, rules, key, notes, life, sink, household, place, episode, seen, liking, day, today, end)
        left -= needed
        at[EPISODE] += 1
        at[POSITION] = 0
        if at[EPISODE] == shelf.episodes[place] and not finish(shelf, rules, key, notes, life, series, day):
            return left, today
        more = word_of(key, draws.SIT, place * 32 + episode, day)
        if left < SHORTEST_TRY or high(more) > min(rules.sitting + 0.22 * liking, 0.95):
            return left, today
    return left, today


@compiled
def rewatch(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, sink: Sink, household: int, series: int,
            day: int, left: float, today: float, end: int) -> tuple[float, float]:  # fmt: skip
    """An episode or two of what was seen before. Returns the leisure left and today's hours."""
    luck = word_of(key, draws.REWATCH, series, day)
    place, seen = shelf.first[series], 0
    for number in range(life.series[series, NUMBER] + 1):
        seen += shelf.episodes[place + number]
    episode = int(high(luck) * seen)  # any that it has seen
    while episode >= shelf.episodes[place]:
        episode -= shelf.episodes[place]
        place += 1
    territory = int(notes.traits[TERRITORY])
    liking = life.liking[series, ENJOYED] - rules.rewatch_penalty  # a known story pleases less
    for _ in range(2):
        if left < SHORTEST_TRY or not playable(shelf, place, episode, territory, day):
            break
        seconds = min(float(shelf.runtime_s[place, episode]), left)
        today = play(shelf, rules, key, notes, life, sink, household, place, episode, seconds, liking, day, today, end)
        left -= seconds
        episode += 1
    return left, today


@compiled
def evening(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, sink: Sink, household: int, day: int,
            end: int) -> None:  # fmt: skip
    """One evening of a household: one to three series, as far as leisure goes."""
    territory = int(notes.traits[TERRITORY])
    free = weekend = shelf.weekend[day + EPOCH_DAYS]
    swing = bell(word_of(key, draws.LEISURE, 0, day))
    left = notes.traits[LEISURE] * math.exp(rules.leisure_spread * swing) * (1.0 + 0.25 * free)
    around = bell(word_of(key, draws.EVENING, 1, day))
    second = shelf.evening_s[territory] + 6_000.0 * around - 3_600.0 * weekend
    second = min(max(second, DAWN_S + 1.0), DAWN_S + DAY_S - 8_000.0)
    life.counts[CLOCK] = max(life.counts[CLOCK], day * DAY_S + int(second))
    latest = day * DAY_S + DAWN_S + DAY_S
    today, before = 0.0, -1
    for _ in range(PICKS):
        series = choose(shelf, rules, key, notes, life, day, before)
        if series < 0:
            break
        before = series
        # No session begins after the next day's dawn: that is when membership and releases change.
        left = min(left, float(latest - life.counts[CLOCK]) - 600.0)
        at = life.series[series]
        if at[STAGE] == WAITING:
            left, today = rewatch(shelf, rules, key, notes, life, sink, household, series, day, left, today, end)
        else:
            if at[STAGE] == CONSIDERING or at[STAGE] == CALLED:
                place = shelf.first[series] + at[NUMBER]
                life.liking[series, ENJOYED] = enjoyment(shelf, rules, notes.own[0], notes.traits, place) + (
                    shelf.closure[place] if at[STAGE] == CALLED else 0.0
                )
                at[STAGE] = WATCHING
            left, today = sit(shelf, rules, key, notes, life, sink, household, series, day, left, today, end)
        if left < 2.0 * SHORTEST_TRY:
            break
    sink.tally[EVENINGS] += today > 0.0
