"""The joint value of a set of orders: all households replayed once with all of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.world.effects import MONTH_DAYS, Mapper, Market, decision_day
from cliffhanger.world.life import AD_MONEY, HOURS, JOINS, LATENT, MEMBER_DAYS, PAID, STATUS
from cliffhanger.world.ordering import RENEW, Slate, next_place, slate_cost, with_orders
from cliffhanger.world.replaying import Played, Standing, Stretch, play, replay


@dataclass(frozen=True, slots=True)
class SlateTruth:
    """What a set of orders does against ordering nothing; averages over the futures.

    Attributes
    ----------
    joins
        Accounts more that join within the horizon.
    retained_months, joiner_months
        Account-months more, of accounts that were members on the decision day, and of all others.
    subscription, advertising, cost, net
        USD, discounted to the decision day; net is subscription and advertising less cost.
    hours
        Viewing hours more.
    net_error
        Standard error of ``net``, from the differences between households.
    """

    joins: float
    retained_months: float
    joiner_months: float
    subscription: float
    advertising: float
    hours: float
    cost: float
    net: float
    net_error: float


class Replays:
    """A market's households on the decision day, kept so that any set of orders is valued by one replay.

    Attributes
    ----------
    count
        Replays so far.
    """

    def __init__(self, market: Market, *, each: Mapper) -> None:
        self._market = market
        self._each = each
        self._futures = market.futures
        self._starts: list[Standing] = list(each(lambda span: decision_day(market, *span), market.ranges()))
        self._nothing = self._play({})
        self._base: tuple[Slate, list[list[Played]]] = ({}, self._nothing)
        self._latest = self._base
        self.count = 0

    def value(self, slate: Slate) -> SlateTruth:
        """Value a set of orders."""
        market = self._market
        played = self._replay(slate)
        self._latest = (dict(slate), played)
        self.count += 1
        sums, squares = np.zeros((2, self._nothing[0][0].tally.shape[1])), 0.0
        for start, befores, afters in zip(self._starts, self._nothing, played, strict=True):
            members = start.lives.counts[:, STATUS] != LATENT
            for before, after in zip(befores, afters, strict=True):
                tally = after.tally - before.tally
                worth = tally[:, PAID] + tally[:, AD_MONEY]
                squares += float(worth @ worth)
                sums += np.stack([tally[members].sum(axis=0), tally[~members].sum(axis=0)])
        cost = slate_cost(market.catalogue, market.rules, market.costs, slate)
        return _truth(sums / len(self._futures), cost, math.sqrt(squares) / len(self._futures))

    def rest(self, slate: Slate) -> None:
        """Keep what became of all households with a set of orders: sets that are like it are then replayed faster."""
        self._base = self._latest if self._latest[0] == slate else (dict(slate), self._replay(slate))

    def _play(self, slate: Slate) -> list[list[Played]]:
        market = self._market
        stretches = [Stretch(market.catalogue.days, market.horizon, future) for future in self._futures]
        shelves = [with_orders(market.catalogue, market.rules, slate, future=future) for future in self._futures]

        def one(start: Standing) -> list[Played]:
            both = zip(shelves, stretches, strict=True)
            return [_slim(play(shelf, market.rules, start, stretch, keep=False).played) for shelf, stretch in both]

        return list(self._each(one, self._starts))

    def _replay(self, slate: Slate) -> list[list[Played]]:
        market, (base, played) = self._market, self._base
        everything = dict.fromkeys([*base, *slate], RENEW)
        shelves = [with_orders(market.catalogue, market.rules, slate, future=future) for future in self._futures]
        plans = [with_orders(market.catalogue, market.rules, everything, future=future) for future in self._futures]
        stretches = [Stretch(market.catalogue.days, market.horizon, future) for future in self._futures]
        differ = sorted(series for series in {*base, *slate} if base.get(series) != slate.get(series))
        changed = [next_place(market.catalogue, series) for series in differ]

        def one(item: tuple[Standing, Sequence[Played]]) -> list[Played]:
            start, befores = item
            return [
                _slim(
                    replay(shelf, market.rules, start, stretch, planned=planned, changed=changed, before=_wide(before, start))[0]
                )
                for shelf, planned, stretch, before in zip(shelves, plans, stretches, befores, strict=True)
            ]

        return list(self._each(one, list(zip(self._starts, played, strict=True))))


def _slim(played: Played) -> Played:
    """Without the seconds by place, which nobody asks for here and which take most of the room."""
    return played._replace(seconds=np.zeros((0, 0), dtype=np.int32))


def _wide(played: Played, start: Standing) -> Played:
    return played._replace(seconds=np.zeros_like(start.played.seconds))


def _truth(sums: NDArray[np.float64], cost: float, error: float) -> SlateTruth:
    worth = sums.sum(axis=0)
    subscription, advertising = float(worth[PAID]), float(worth[AD_MONEY])
    return SlateTruth(
        joins=float(worth[JOINS]),
        retained_months=float(sums[0, MEMBER_DAYS]) / MONTH_DAYS,
        joiner_months=float(sums[1, MEMBER_DAYS]) / MONTH_DAYS,
        subscription=subscription,
        advertising=advertising,
        hours=float(worth[HOURS]),
        cost=cost,
        net=subscription + advertising - cost,
        net_error=error,
    )
