"""The true effect of each option of each season that could go on: the same households, once with it and once without."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cliffhanger.world.catalogue import Catalogue
from cliffhanger.world.costs import SeasonCost
from cliffhanger.world.life import AD_MONEY, HOURS, JOINS, LATENT, MEMBER_DAYS, PAID, STATUS
from cliffhanger.world.ordering import OPTIONS, RENEW, Slate, continuable, cost_of, episodes_of, next_place, with_orders
from cliffhanger.world.replaying import Played, Standing, Stretch, newborn, play, play_with_stops, replay

MONTH_DAYS = 30.4375
RANGE = 2_048  # households that are replayed at a time
OTHERS_END, OTHERS_RENEW = OTHERS = ("end", "renew")

Mapper = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]


@dataclass(frozen=True, slots=True)
class Market:
    """All households that there are, accounts or not, and what they are offered.

    ``households`` counts them: those from whom the accounts came, joined or not, so that later joiners are among them.
    ``futures`` are those over which truths are averaged; future 0 continues the log, each other draws anew what comes after
    it, and how the next seasons themselves turn out.
    """

    catalogue: Catalogue
    rules: Any
    costs: tuple[SeasonCost, ...]
    households: int
    futures: tuple[int, ...] = (0,)

    @property
    def horizon(self) -> int:
        """The day after the last that counts."""
        return self.catalogue.days + int(self.rules.horizon_days)

    def ranges(self) -> list[tuple[int, int]]:
        """First household and number of households of each range that is replayed at a time."""
        return [(at, min(RANGE, self.households - at)) for at in range(0, self.households, RANGE)]


@dataclass(frozen=True, slots=True)
class Effect:
    """What one option of one series does against ending it; averages over the futures.

    Attributes
    ----------
    series, option, others
        Which; ``others`` says what becomes of all other series: they ``end``, or all that could go on ``renew``.
    episodes, premiere
        Ordered episodes; day of the log's count, of the first territory.
    joins
        Accounts that join within the horizon and would not have, less those that would have.
    retained_months, joiner_months
        Account-months more, of accounts that were members on the decision day, and of all others.
    subscription, joiner_subscription, advertising
        USD more, discounted to the decision day; the second is that part of the first which joiners pay.
    hours, own_hours, halo_hours
        Viewing hours more in all; of the season itself; of the earlier seasons of its series. What is left of the first after
        the other two is what it takes from other series, negative, or brings them.
    cost, net
        USD; net is subscription and advertising less cost.
    net_error
        Standard error of ``net``, from the differences between households.
    net_spread
        Standard deviation of ``net`` between futures; nan with one.
    touched
        Households that were replayed, on average.
    """

    series: int
    option: str
    others: str
    episodes: int
    premiere: int
    joins: float
    retained_months: float
    joiner_months: float
    subscription: float
    joiner_subscription: float
    advertising: float
    hours: float
    own_hours: float
    halo_hours: float
    cost: float
    net: float
    net_error: float
    net_spread: float
    touched: float


@dataclass(slots=True)
class _Sums:
    """Sums over households of one option in one future: by status on the decision day, hours by place, squares, touched."""

    tally: NDArray[np.float64]
    seconds: NDArray[np.int64]
    squares: float = 0.0
    touched: int = 0

    def add(self, other: _Sums) -> None:
        self.tally += other.tally
        self.seconds += other.seconds
        self.squares += other.squares
        self.touched += other.touched


Key = tuple[str, int, str, int]  # others, series, option, future


def option_effects(market: Market, *, each: Mapper, progress: Callable[[float], None]) -> list[Effect]:
    """The effects of every option, both with all other series ending and with all others renewed.

    ``each`` maps a function over ranges of households, in order; ``progress`` is told the share that is done.
    """
    ranges = market.ranges()
    total: dict[Key, _Sums] = {}
    for done, part in enumerate(each(lambda span: _range_effects(market, *span), ranges)):
        for key, sums in part.items():
            if key in total:
                total[key].add(sums)
            else:
                total[key] = sums
        progress((done + 1) / len(ranges))
    return [
        _effect(market, others, series, option, [total[others, series, option, future] for future in market.futures])
        for series in continuable(market.catalogue)
        for option in OPTIONS
        for others in OTHERS
    ]


def decision_day(market: Market, first: int, households: int) -> Standing:
    """A range of households as they stand when the log has ended, their sums at nought."""
    shelf = market.catalogue.shelf
    stretch = Stretch(-shelf.past_days, market.catalogue.days, 0)
    return play(shelf, market.rules, newborn(shelf, first=first, households=households), stretch).bare()


def _range_effects(market: Market, first: int, households: int) -> dict[Key, _Sums]:
    start = decision_day(market, first, households)
    members = start.lives.counts[:, STATUS] != LATENT
    everything: Slate = dict.fromkeys(continuable(market.catalogue), RENEW)
    found: dict[Key, _Sums] = {}
    for future in market.futures:
        for others, slate in ((OTHERS_END, {}), (OTHERS_RENEW, everything)):
            course = _course(market, slate, start, future)
            for series in everything:
                for option, (ended, played, touched) in _with_options(market, course, series):
                    found[others, series, option, future] = _difference(ended, played, members, touched)
    return found


@dataclass(frozen=True, slots=True)
class _Course:
    """A future of a range of households with one slate: how they stand on the days on which seasons are dated, and at the end.

    Before a season is dated nothing that is ordered of it makes a difference, so its options are replayed from that day on.
    """

    slate: Slate
    future: int
    days: dict[int, int]
    stops: dict[int, Standing]
    last: Played


def _course(market: Market, slate: Slate, start: Standing, future: int) -> _Course:
    catalogue, rules = market.catalogue, market.rules
    everything = dict.fromkeys(continuable(catalogue), RENEW)
    announced = with_orders(catalogue, rules, everything).announced
    days = {series: min(int(announced[next_place(catalogue, series)]), market.horizon) for series in everything}
    whole = Stretch(catalogue.days, market.horizon, future)
    stops, last = play_with_stops(with_orders(catalogue, rules, slate, future=future), rules, start, whole, days=days.values())
    return _Course(slate, future, days, stops, last)


def _with_options(market: Market, course: _Course, series: int) -> Iterator[tuple[str, tuple[Played, Played, int]]]:
    """For each option: what became of the households without it and with it, and how many of them it touches."""
    catalogue, rules = market.catalogue, market.rules
    rest = {one: option for one, option in course.slate.items() if one != series}
    day, changed = course.days[series], [next_place(catalogue, series)]
    stretch = Stretch(day, market.horizon, course.future)

    def again(slate: Slate, planned: Slate, before: Played) -> tuple[Played, int]:
        return replay(
            with_orders(catalogue, rules, slate, future=course.future), rules, course.stops[day], stretch,
            planned=with_orders(catalogue, rules, planned, future=course.future), changed=changed, before=before,
        )  # fmt: skip

    ended, whole = course.last, 0
    if series in course.slate:
        ended, whole = again(rest, course.slate, course.last)
    for option in OPTIONS:
        wanted = {**rest, series: option}
        played, touched = (course.last, whole) if wanted == course.slate else again(wanted, wanted, ended)
        yield option, (ended, played, touched)


def _difference(ended: Played, played: Played, members: NDArray[np.bool_], touched: int) -> _Sums:
    tally = played.tally - ended.tally
    seconds = (played.seconds.astype(np.int64) - ended.seconds).sum(axis=0)
    worth = tally[:, PAID] + tally[:, AD_MONEY]
    by_status = np.stack([tally[members].sum(axis=0), tally[~members].sum(axis=0)])
    return _Sums(by_status, seconds, float(worth @ worth), touched)


def _effect(market: Market, others: str, series: int, option: str, sums: list[_Sums]) -> Effect:
    catalogue, rules = market.catalogue, market.rules
    place = next_place(catalogue, series)
    earlier = slice(int(catalogue.shelf.first[series]), place)
    tally = np.mean([one.tally for one in sums], axis=0)
    seconds = np.mean([one.seconds for one in sums], axis=0)
    cost = cost_of(catalogue, rules, market.costs, series, option)
    worth = [float(one.tally[:, [PAID, AD_MONEY]].sum()) for one in sums]
    return Effect(
        series=series,
        option=option,
        others=others,
        episodes=episodes_of(catalogue, rules, series, option),
        premiere=catalogue.series[series].next_premiere,
        joins=float(tally[:, JOINS].sum()),
        retained_months=float(tally[0, MEMBER_DAYS]) / MONTH_DAYS,
        joiner_months=float(tally[1, MEMBER_DAYS]) / MONTH_DAYS,
        subscription=float(tally[:, PAID].sum()),
        joiner_subscription=float(tally[1, PAID]),
        advertising=float(tally[:, AD_MONEY].sum()),
        hours=float(tally[:, HOURS].sum()),
        own_hours=float(seconds[place]) / 3_600,
        halo_hours=float(seconds[earlier].sum()) / 3_600,
        cost=cost,
        net=math.fsum(worth) / len(worth) - cost,
        net_error=math.sqrt(math.fsum(one.squares for one in sums)) / len(sums),
        net_spread=float(np.std(worth, ddof=1)) if len(worth) > 1 else math.nan,
        touched=float(np.mean([one.touched for one in sums])),
    )
