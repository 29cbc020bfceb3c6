"""Whether a member pays for another month: how content it is, what it looks forward to, what it pays, and luck."""

from __future__ import annotations

from typing import Any

import numpy as np

from cliffhanger.world import draws
from cliffhanger.world.compiled import compiled
from cliffhanger.world.draws import normal, uniform
from cliffhanger.world.households import DEARNESS, LOYALTY, TERRITORY
from cliffhanger.world.life import (
    CALLED,
    ENJOYED,
    EPISODE,
    JOINED,
    KNOWN,
    LAST,
    NUMBER,
    STAGE,
    WAITING,
    WATCHING,
    Life,
    Notes,
)
from cliffhanger.world.shelf import EPOCH_DAYS, Shelf
from cliffhanger.world.watching import content


@compiled
def billed(shelf: Shelf, joined: int, day: int) -> bool:
    """Whether a day is a monthly anniversary of joining; the last of the month where the month is too short."""
    wanted = min(shelf.bill_day[joined + EPOCH_DAYS], shelf.month_days[day + EPOCH_DAYS])
    return day > joined and shelf.bill_day[day + EPOCH_DAYS] == wanted


@compiled
def looks_forward(shelf: Shelf, rules: Any, notes: Notes, life: Life, day: int) -> float:
    """What being in the middle of a liked season, and a dated next one, add to the will to stay."""
    middle = ahead = 0.0
    territory = int(notes.traits[TERRITORY])
    for index in range(life.counts[KNOWN]):
        series = life.known[index]
        at = life.series[series]
        place = shelf.first[series] + at[NUMBER]
        if at[STAGE] == WATCHING:
            if life.liking[series, ENJOYED] > 0.0 and day - at[LAST] <= 21 and at[EPISODE] < shelf.episodes[place]:
                middle = rules.mid_season
        elif at[STAGE] == CALLED:
            if life.liking[series, ENJOYED] > 0.2 and day < shelf.premiere[place, territory] + 14:
                ahead = rules.anticipation
        elif at[STAGE] == WAITING and shelf.number[place] < shelf.count[shelf.series[place]]:
            dated = shelf.announced[place + 1] <= day <= shelf.premiere[place + 1, territory]
            if dated and life.liking[series, ENJOYED] > 0.2:
                ahead = rules.anticipation
    return middle + ahead


@compiled
def leaves(shelf: Shelf, rules: Any, key: np.uint64, notes: Notes, life: Life, day: int) -> bool:
    """Whether a member cancels on a billing day: its will to stay falls under this month's temptation to leave."""
    if uniform(key, draws.LAPSE, 0, day) < rules.involuntary:
        return True
    stock = content(shelf, rules, life, day)
    will = rules.loyalty + notes.traits[LOYALTY] + rules.satisfaction * stock / (stock + rules.stock_half)
    will += looks_forward(shelf, rules, notes, life, day) - rules.price_weight * notes.traits[DEARNESS]
    if day - life.counts[JOINED] < 62:
        will -= rules.newcomer
    return normal(key, draws.STAY, 0, day) > will
