"""The best set of orders under a budget: greedy, then local search, each set valued by a joint replay of all households."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cliffhanger.world.ordering import Slate

Choice = tuple[int, str]  # series, option


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is known of one choice before any set is replayed.

    ``alone`` is its worth with all other series ending, ``among`` with all others renewed, USD before cost. Worth shrinks as
    others are added, so the first is what it is worth at most and the second at least; that is a habit, not a law.
    """

    alone: float
    among: float
    cost: float


@dataclass(frozen=True, slots=True)
class Found:
    """A slate and how it was found; ``net`` against ending all. ``ended``: no move that promised more was left untried."""

    slate: Slate
    cost: float
    net: float
    replays: int
    ended: bool


class Valued:
    """The net value of sets of orders, each replayed once however often it is asked for."""

    def __init__(
        self, worth: Callable[[Slate], float], choices: Mapping[Choice, Bounds], *, rest: Callable[[Slate], None]
    ) -> None:
        self._worth = worth
        self.rest = rest  # told the set from which the next ones differ little
        self._known: dict[tuple[Choice, ...], float] = {(): 0.0}
        self.choices = choices

    @property
    def replays(self) -> int:
        """Sets that were replayed."""
        return len(self._known) - 1

    def cost(self, slate: Slate) -> float:
        """Cost of a set, USD."""
        return math.fsum(self.choices[choice].cost for choice in slate.items())

    def net(self, slate: Slate) -> float:
        """Worth of a set less its cost, USD."""
        key = tuple(sorted(slate.items()))
        if key not in self._known:
            self._known[key] = self._worth(slate) - self.cost(slate)
        return self._known[key]


def greedy(valued: Valued, *, budget: float) -> Found:
    """Add what is worth most for its cost, as long as it pays and fits.

    What a choice was worth in a smaller set is what it is worth at most in a larger one, so that most are not valued again
    (Minoux 1978, doi:10.1007/BFb0006528).
    """
    before = valued.replays
    slate: dict[int, str] = {}
    ceiling = {choice: bounds.alone - bounds.cost for choice, bounds in valued.choices.items()}
    while True:
        spent, worth = valued.cost(slate), valued.net(slate)
        open_ = [c for c in ceiling if c[0] not in slate and spent + valued.choices[c].cost <= budget and ceiling[c] > 0]
        fresh: set[Choice] = set()
        chosen = None
        while open_:
            best = max(open_, key=lambda choice: (ceiling[choice] / valued.choices[choice].cost, choice))
            if ceiling[best] <= 0:
                break
            if best in fresh:
                chosen = best
                break
            ceiling[best] = valued.net({**slate, best[0]: best[1]}) - worth
            fresh.add(best)
        if chosen is None:
            return Found(slate, spent, worth, valued.replays - before, ended=True)
        slate = {**slate, chosen[0]: chosen[1]}
        valued.rest(slate)


def local_search(valued: Valued, start: Found, *, budget: float, most_replays: int) -> Found:
    """Improve a set by dropping, adding, exchanging or changing an order, until nothing that promises more does."""
    before, now, net = valued.replays, dict(start.slate), start.net
    while True:
        for _, slate in _moves(valued, now, budget):
            if valued.replays - before >= most_replays:
                return Found(now, valued.cost(now), net, valued.replays - before, ended=False)
            if valued.net(slate) > net:
                now, net = slate, valued.net(slate)
                valued.rest(now)
                break
        else:
            return Found(now, valued.cost(now), net, valued.replays - before, ended=True)


def _moves(valued: Valued, now: dict[int, str], budget: float) -> Iterator[tuple[float, dict[int, str]]]:
    """Sets one move away that could be worth more, the most promising first."""
    found = []
    drops: list[Choice | None] = [None, *now.items()]
    adds: list[Choice | None] = [None, *(c for c in valued.choices if now.get(c[0]) != c[1])]
    for drop in drops:
        for add in adds:
            if (drop is None and add is None) or (add and add[0] in now and (drop is None or drop[0] != add[0])):
                continue
            slate = {series: option for series, option in now.items() if not drop or series != drop[0]}
            promise = 0.0
            if drop:
                promise -= valued.choices[drop].among - valued.choices[drop].cost
            if add:
                slate[add[0]] = add[1]
                promise += valued.choices[add].alone - valued.choices[add].cost
            if promise > 0 and valued.cost(slate) <= budget:
                found.append((promise, slate))
    found.sort(key=lambda move: (-move[0], sorted(move[1].items())))
    yield from found
