"""The truth about a simulated service as tables, and the page that says what stands in them."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import asdict, fields
from typing import Any

import pyarrow as pa

from cliffhanger.world.effects import Effect, Market
from cliffhanger.world.joint import SlateTruth
from cliffhanger.world.past import PastEffect
from cliffhanger.world.slates import Found

MONEY = frozenset({"subscription", "joiner_subscription", "advertising", "cost", "net", "net_error", "net_spread"})

README = """The truth about a simulated service. No estimate may read it.

world.json     what the world was made of; any set of orders is valued again from it alone
effects        one row for each series that could go on, option, and what becomes of all other series
slates         one row for each order of a set; sets without orders have one row without a title
past_effects   one row for each season that came out during the log
               (each as .parquet and .csv, equal in content)

Decision day: the last day of the log. Options: renew (the season as it would be ordered), shorter (fewer episodes), finale
(a special that closes the story), each against ending the series. What follows is counted over horizon_days from the day after
the decision day. Money is in USD, discounted by month to the decision day; costs fall on that day. Every figure is a sum over
all households, with the option less without it, on the same draws, averaged over the futures.

effects
  title_id, season      the series, and its last season on the decision day: the one that is continued or not
  premiere              day on which the next season would come out
  option                renew, shorter, finale
  others                end: all other series end; renew: all others that could go on are renewed
  episodes              ordered
  joins                 accounts that join and would not have
  retained_months       account-months more of those who were members on the decision day
  joiner_months         account-months more of all others
  subscription_usd      subscription revenue more; joiner_subscription_usd is that part of it which joiners pay
  advertising_usd       advertising revenue more
  hours                 viewing hours more in all
  own_hours, halo_hours hours of the new season; hours more of the earlier seasons of its series
                        (hours - own_hours - halo_hours: what other series gain, or lose where it is negative)
  cost_usd, net_usd     cost of the option; revenue more less cost
  net_error_usd         standard error of net_usd from the differences between households
  net_spread_usd        standard deviation of net_usd between futures; empty with one future
  touched               households whose life could differ and was replayed

slates
  slate                 greedy, oracle (greedy, then local search), empty, all renewed
  budget_share          of the cost of renewing all that could go on; budget_usd is that sum
  orders                seasons ordered
  joins ... net_error_usd  as above, of the whole set against ordering nothing, by one joint replay
  replays, search_ended sets that were replayed to find it; whether no move that promised more was left untried
  title_id, option      the order

past_effects
  title_id, season, premiere
  joins, retained_months, joiner_months, subscription_usd, advertising_usd, hours
                        what there was more of during the log than without this season and the later ones of its series;
                        money undiscounted; retained by those who were members when the season was dated
  own_hours             hours spent on the season itself
  touched               as above
"""


def effects_table(market: Market, effects: list[Effect]) -> pa.Table:
    """One row an option; see ``README``."""
    series = market.catalogue.series
    columns: dict[str, Any] = {
        "title_id": pa.array([series[one.series].title_id for one in effects], pa.string()),
        "season": pa.array([series[one.series].seasons for one in effects], pa.int16()),
        "premiere": _dates(market, [one.premiere for one in effects]),
    }
    for name in (field.name for field in fields(Effect) if field.name not in {"series", "premiere"}):
        columns[_column(name)] = _values([getattr(one, name) for one in effects])
    return pa.table(columns)


def past_table(market: Market, effects: list[PastEffect]) -> pa.Table:
    """One row a season of the log; see ``README``."""
    series = market.catalogue.series
    columns: dict[str, Any] = {
        "title_id": pa.array([series[one.series].title_id for one in effects], pa.string()),
        "season": pa.array([one.season for one in effects], pa.int16()),
        "premiere": _dates(market, [one.premiere for one in effects]),
    }
    for name in (field.name for field in fields(PastEffect) if field.name not in {"series", "season", "premiere"}):
        columns[_column(name)] = _values([getattr(one, name) for one in effects])
    return pa.table(columns)


def slate_rows(
    market: Market, kind: str, found: Found, value: SlateTruth, *, share: float, budget: float
) -> list[dict[str, Any]]:
    """One row an order of a set, each with all of the set's figures; one without a title for the empty set."""
    common = {
        "slate": kind,
        "budget_share": share,
        "budget_usd": budget,
        "orders": len(found.slate),
        **{_column(name): worth for name, worth in asdict(value).items()},
        "replays": found.replays,
        "search_ended": found.ended,
    }
    orders: list[tuple[str | None, str | None]] = [(None, None)]
    if found.slate:
        orders = sorted((market.catalogue.series[series].title_id, option) for series, option in found.slate.items())
    return [{**common, "title_id": title, "option": option} for title, option in orders]


def _column(name: str) -> str:
    return f"{name}_usd" if name in MONEY else name


def _values(values: list[Any]) -> pa.Array:
    if not isinstance(values[0] if values else 0.0, float):
        return pa.array(values)
    return pa.array([None if math.isnan(value) else value for value in values], pa.float64())


def _dates(market: Market, days: list[int]) -> pa.Array:
    first = dt.date(1970, 1, 1) + dt.timedelta(days=int(market.rules.first_day))
    return pa.array([first + dt.timedelta(days=day) for day in days], pa.date32())
