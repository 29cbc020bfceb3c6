"""What the seasons of the log did: the log replayed without each of them and without what followed it in its series."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cliffhanger.world.catalogue import Catalogue
from cliffhanger.world.effects import MONTH_DAYS, Mapper, Market
from cliffhanger.world.life import AD_MONEY, HOURS, JOINS, LATENT, MEMBER_DAYS, PAID, STATUS
from cliffhanger.world.ordering import without
from cliffhanger.world.replaying import Stretch, newborn, play_with_stops, replay


@dataclass(frozen=True, slots=True)
class PastEffect:
    """What one season did during the log, against a log without it and the later seasons of its series.

    ``premiere`` counts from day 0; ``joins``, ``hours``, ``subscription`` and ``advertising`` (USD) are what there was more of
    until the end of the log; ``retained_months`` are account-months more of those who were members when the season was dated,
    ``joiner_months`` of all others; ``own_hours`` were spent on the season itself.
    """

    series: int
    season: int
    premiere: int
    joins: float
    retained_months: float
    joiner_months: float
    subscription: float
    advertising: float
    hours: float
    own_hours: float
    touched: float


def log_seasons(catalogue: Catalogue) -> list[int]:
    """Places of the seasons that came out during the log."""
    shelf = catalogue.shelf
    first = shelf.premiere.min(axis=1)
    return [place for place in range(first.size) if 0 <= first[place] < catalogue.days]


def past_effects(market: Market, *, each: Mapper, progress: Callable[[float], None]) -> list[PastEffect]:
    """The effects of all seasons that came out during the log; arguments as for ``option_effects``."""
    shelf, ranges, places = market.catalogue.shelf, market.ranges(), log_seasons(market.catalogue)
    total: list[tuple[NDArray[np.float64], NDArray[np.int64], int]] = []
    for done, part in enumerate(each(lambda span: _range_effects(market, places, *span), ranges)):
        total = [(a + d, b + e, c + f) for (a, b, c), (d, e, f) in zip(total, part, strict=True)] if total else part
        progress((done + 1) / len(ranges))
    return [
        PastEffect(
            series=int(shelf.series[place]),
            season=int(shelf.number[place]) + 1,
            premiere=int(shelf.premiere[place].min()),
            joins=float(tally[:, JOINS].sum()),
            retained_months=float(tally[0, MEMBER_DAYS]) / MONTH_DAYS,
            joiner_months=float(tally[1, MEMBER_DAYS]) / MONTH_DAYS,
            subscription=float(tally[:, PAID].sum()),
            advertising=float(tally[:, AD_MONEY].sum()),
            hours=float(tally[:, HOURS].sum()),
            own_hours=float(seconds[place]) / 3_600,
            touched=float(touched),
        )
        for place, (tally, seconds, touched) in zip(places, total, strict=True)
    ]


def _range_effects(market: Market, places: list[int], first: int, households: int) -> list[tuple[Any, Any, int]]:
    catalogue, rules = market.catalogue, market.rules
    shelf = catalogue.shelf
    start, whole = newborn(shelf, first=first, households=households), Stretch(-shelf.past_days, catalogue.days, 0)
    days = {place: max(int(shelf.announced[place]), whole.since) for place in places}
    stops, last = play_with_stops(shelf, rules, start, whole, days=days.values())
    found = []
    for place in places:
        series = shelf.series[place]
        gone = range(place, int(shelf.first[series] + shelf.count[series]))
        stretch = whole._replace(since=days[place])
        played, touched = replay(
            without(catalogue, gone), rules, stops[days[place]], stretch, planned=shelf, changed=list(gone), before=last
        )
        seconds = (last.seconds.astype(np.int64) - played.seconds).sum(axis=0)
        members = stops[days[place]].lives.counts[:, STATUS] != LATENT
        more = last.tally - played.tally
        found.append((np.stack([more[members].sum(axis=0), more[~members].sum(axis=0)]), seconds, touched))
    return found
