"""What seasons cost, in truth and as the books, filings and reports have it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from cliffhanger.world.catalogue import COST_STREAM, Catalogue
from cliffhanger.world.names import GENRES

# USD for an account, an episode and the average reach, such that about half of the renewals pay where nothing else is renewed;
# measured, docs/world.md.
LEVEL = 0.032
REACH_PRICED = 0.6  # dearer series have more reach, but a series of twice the reach is not twice as dear: hits are bargains
GRADES = (
    ("own books", 0.55, 0.0),
    ("filing", 0.1, 0.02),
    ("leak", 0.1, 0.06),
    ("trade report", 0.15, 0.25),
    ("list article", 0.1, 0.5),
)


@dataclass(frozen=True, slots=True)
class SeasonCost:
    """True cost of a season, USD: production of one episode, marketing, and the credit as a share of the production."""

    per_episode: float
    marketing: float
    credit_share: float

    def total(self, episodes: int) -> float:
        """Cost of the season."""
        return self.per_episode * episodes * (1.0 - self.credit_share) + self.marketing


@dataclass(frozen=True, slots=True)
class CostLine:
    """One row of the cost table."""

    title_id: str
    season: int
    kind: str
    amount: float
    per_episode: bool
    quality: str
    source: str


def season_costs(catalogue: Catalogue, *, accounts: int, rules: Any) -> tuple[SeasonCost, ...]:
    """True cost by place, of a service of so many accounts; the place that might be ordered included."""
    shelf = catalogue.shelf
    first_reach = shelf.reach[shelf.first]
    average = float(first_reach.mean())
    found = []
    for index, one in enumerate(catalogue.series):
        rng = np.random.default_rng((shelf.seed, COST_STREAM, index))
        own = rules.cost_scale * LEVEL * accounts * math.exp(rules.cost_spread * rng.normal()) * GENRES[one.genre].cost
        own *= first_reach[index] ** REACH_PRICED * average ** (1.0 - REACH_PRICED)
        credit = float(rng.uniform(0.1, 0.25)) if rng.random() < 0.2 else 0.0
        wobble = np.exp(0.06 * rng.normal(size=one.seasons + 1))
        for number in range(one.seasons + 1):
            minutes = float(one.runtime_s[number, : one.episodes[number]].mean()) / 60.0
            each = own * minutes / 45.0 * rules.step_up**number * float(wobble[number])
            launch = rules.marketing_share * each * int(one.episodes[number])
            found.append(SeasonCost(per_episode=each, marketing=launch, credit_share=credit))
    return tuple(found)


def cost_lines(catalogue: Catalogue, costs: tuple[SeasonCost, ...]) -> tuple[CostLine, ...]:
    """The cost table of the seasons that there are: production, marketing and credit, each as well known as its grade says."""
    lines = []
    for index, one in enumerate(catalogue.series):
        rng = np.random.default_rng((catalogue.shelf.seed, COST_STREAM, index, 1))
        for number in range(one.seasons):
            cost = costs[int(catalogue.shelf.first[index]) + number]
            episodes = int(one.episodes[number])
            grade, _, error = GRADES[int(rng.choice(len(GRADES), p=[g[1] for g in GRADES]))]
            slip = math.exp(error * rng.normal())
            each = bool(rng.random() < 0.7)
            made = cost.per_episode * slip
            source = "ledger of the service" if grade == "own books" else f"{grade} {number + 1} on {one.name}"
            for kind, amount, by_episode in (
                ("production", made if each else made * episodes, each),
                ("marketing", cost.marketing * slip, False),
                ("credit", made * episodes * cost.credit_share, False),
            ):
                if amount > 0:
                    lines.append(CostLine(one.title_id, number + 1, kind, round(amount, 2), by_episode, grade, source))
    return tuple(lines)
