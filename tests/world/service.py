"""A service small enough that each of its futures is played in a moment."""

from __future__ import annotations

from dataclasses import replace

from cliffhanger.world.catalogue import Catalogue, make_catalogue
from cliffhanger.world.costs import season_costs
from cliffhanger.world.effects import Market
from cliffhanger.world.parameters import rules

RULES = {"horizon_days": 240.0, "production_days": 60.0, "planned_end_share": 0.0}
HOUSEHOLDS = 400


def market(*, households: int = HOUSEHOLDS, seed: int = 4, **overrides: float) -> Market:
    """Ten seasons, sixty days of log, all series able to go on."""
    made = rules({**RULES, **overrides})
    catalogue = make_catalogue(seasons=10, days=60, seed=seed, rules=made)
    costs = season_costs(catalogue, accounts=households, rules=made)
    return Market(catalogue, made, costs, households, tuple(range(int(made.futures))))


def unheard(market: Market, series: int) -> Market:
    """The same market, in which nobody hears of any season of a series."""
    shelf = market.catalogue.shelf
    reach = shelf.reach.copy()
    reach[shelf.series == series] = 0.0
    catalogue: Catalogue = replace(market.catalogue, shelf=shelf._replace(reach=reach), reach=reach)
    return replace(market, catalogue=catalogue)
