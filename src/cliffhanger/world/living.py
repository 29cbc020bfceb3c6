"""From day to day: joining, hearing, evenings, billing, leaving. One household at a time, over any stretch of days."""

from __future__ import annotations

from typing import Any

import numpy as np

from cliffhanger.world import draws
from cliffhanger.world.choosing import notice, opens, settle, weigh
from cliffhanger.world.compiled import compiled
from cliffhanger.world.draws import uniform
from cliffhanger.world.hearing import entry, hear
from cliffhanger.world.households import PLAN, TERRITORY
from cliffhanger.world.life import (
    CANCELS,
    CHANCE_WEEKDAY,
    CHANCE_WEEKEND,
    CLOCK,
    EVENTS,
    GONE,
    HEARD,
    JOINED,
    JOINS,
    LATENT,
    LEFT,
    MEMBER,
    MEMBER_DAYS,
    PAID,
    PULLED,
    STALE,
    STATUS,
    STOCK_DAY,
    Life,
    Notes,
    Sink,
    clear,
)
from cliffhanger.world.shelf import DAWN_S, DAY_S, EPOCH_DAYS, NEVER, Shelf
from cliffhanger.world.staying import billed, leaves
from cliffhanger.world.watching import evening


@compiled
def awaken(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life) -> None:
    """Begin a household's life: nothing watched, all that it will hear of, and the day on which it joins."""
    clear(life)
    listen(shelf, rules, key, notes, life, -EPOCH_DAYS)
    life.counts[LEFT] = NEVER
    life.counts[STALE] = 1


@compiled
def listen(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, day: int) -> None:
    """List what a household hears of, up to now and later; one that has not joined by a day joins when that says."""
    heard = hear(shelf, key, notes)
    life.counts[HEARD] = heard
    if life.counts[STATUS] == LATENT:
        joined, pulled = entry(shelf, rules, key, notes, heard)
        life.counts[JOINED], life.counts[PULLED] = joined, pulled
        life.counts[EVENTS] = 0
    else:
        behind = 0
        while behind < heard and notes.heard_days[behind] < day:
            behind += 1
        life.counts[EVENTS] = behind


@compiled
def join(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, sink: Sink) -> int:
    """Become a member; returns the first day that is simulated."""
    joined = life.counts[JOINED]
    start = max(joined, -shelf.past_days)
    life.counts[STATUS] = MEMBER
    life.mood[STOCK_DAY] = start
    if joined < start:
        event = 0
        while event < life.counts[HEARD] and notes.heard_days[event] < start:
            settle(shelf, rules, key, notes, life, notes.heard_places[event], notes.heard_days[event], start)
            event += 1
        life.counts[EVENTS] = event
    else:
        life.counts[CLOCK] = signed_up(key, joined) + 60
        sink.tally[JOINS] += 1
        pay(shelf, notes, sink, joined)
    return start


@compiled
def signed_up(key: np.uint64, joined: int) -> int:
    """Second (since day 0) of joining: between dawn and mid-afternoon, so that the first evening is a member's."""
    return joined * DAY_S + DAWN_S + int(uniform(key, draws.ENTRY, 0, 0) * 4 * 3_600)


@compiled
def cancelled(key: np.uint64, left: int) -> int:
    """Second (since day 0) of leaving."""
    return left * DAY_S + DAWN_S + int(uniform(key, draws.ENTRY, 1, 0) * 12 * 3_600)


@compiled
def pay(shelf: Shelf, notes: Notes, sink: Sink, day: int) -> None:
    """A month's price."""
    price = shelf.price[int(notes.traits[TERRITORY]), int(notes.traits[PLAN])]
    sink.tally[PAID] += price * shelf.discount[day + EPOCH_DAYS]


@compiled
def live(shelf: Shelf, rules: Any, household: int, key: np.uint64, notes: Notes, life: Life, sink: Sink, since: int,
         until: int) -> None:  # fmt: skip
    """Live from a day to before another. Nobody leaves before day 0, because members are those who had not."""
    if life.counts[STATUS] == GONE:
        return
    if life.counts[STATUS] == LATENT:
        if life.counts[JOINED] >= until:
            return
        since = max(since, join(shelf, rules, key, notes, life, sink))
    territory, end, joined = int(notes.traits[TERRITORY]), until * DAY_S, life.counts[JOINED]
    for day in range(since, until):
        while life.counts[EVENTS] < life.counts[HEARD] and notes.heard_days[life.counts[EVENTS]] <= day:
            event = life.counts[EVENTS]
            notice(shelf, rules, key, notes, life, notes.heard_places[event], notes.heard_days[event])
            life.counts[EVENTS] = event + 1
            life.counts[STALE] = 1
        column = day + EPOCH_DAYS
        for opening in range(shelf.opening_at[territory, column], shelf.opening_at[territory, column + 1]):
            if opens(shelf, rules, key, notes, life, shelf.opening[opening], day):
                life.counts[STALE] = 1
        if day >= 0 and billed(shelf, joined, day):
            if leaves(shelf, rules, key, notes, life, day):
                life.counts[STATUS], life.counts[LEFT] = GONE, day
                sink.tally[CANCELS] += 1
                return
            pay(shelf, notes, sink, day)
        sink.tally[MEMBER_DAYS] += 1
        if life.counts[STALE] or column % 5 == 0:
            weigh(shelf, rules, notes, life, day)
            life.counts[STALE] = 0
        chance = life.mood[CHANCE_WEEKEND if shelf.weekend[column] else CHANCE_WEEKDAY]
        if uniform(key, draws.EVENING, 0, day) < chance:
            evening(shelf, rules, key, notes, life, sink, household, day, end)
            life.counts[STALE] = 1
