"""The value of every series' next season, from the workspace's log and cost table: counted, fitted, drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, cast

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from cliffhanger.decision.cost import CostLine, Kind, Quality
from cliffhanger.decision.season_options import Option
from cliffhanger.errors import InputError
from cliffhanger.estimates.churn import fit_churn
from cliffhanger.estimates.discounting import even_discount
from cliffhanger.estimates.launches import Launches, fit_launches, launch_following
from cliffhanger.estimates.response import Fits, Response, anticipation, response
from cliffhanger.estimates.returning_audience import fit_returns
from cliffhanger.estimates.season_terms import Terms, default_terms
from cliffhanger.estimates.season_value import (
    FINALE,
    NO_PLAN,
    RENEW,
    SHORTER,
    OrderValue,
    SeasonDraws,
    day_number,
    order_values,
    shared_draws,
)
from cliffhanger.estimates.substitution import fit_substitution
from cliffhanger.pipeline.log_money import currencies, rates_used, turned, turns_advertising, with_advertising
from cliffhanger.pipeline.opened_log import Asked
from cliffhanger.pipeline.season_costs import ServiceCosts, order_cost, service_costs
from cliffhanger.pipeline.season_question import TERMS, ValueQuestion
from cliffhanger.service_records import ServiceRecords

Floats = NDArray[np.float64]
EPOCH = np.datetime64("1970-01-01")
FINAL_SEASON = "final_season"
PARTS = (
    "audience",
    "fresh_hours",
    "halo_hours",
    "retained_months",
    "joins",
    "joiner_months",
    "subscription",
    "acquisition",
    "advertising",
)


class Named(NamedTuple):
    """What the titles table says of a title: the name that viewers see, and others that are empty where it does not say."""

    series: str
    genre: str = ""
    language: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class ServiceValues:
    """What was learned of a service, and what is needed to value each of its series.

    Attributes
    ----------
    records, fits, response
        Counts, estimates, and what hours win by them.
    draws
        Of every title, in the order of ``records.seasons``.
    costs
        What is known of the cost of each.
    names
        title_id to what the titles table says of it.
    terms
        Used, sums in ``currency``; ``changed`` are those given with the question.
    exchanged
        Currencies that prices and advertising were turned from: units of ``currency`` that one unit is, and what was in it.
    """

    records: ServiceRecords
    fits: Fits
    response: Response
    draws: tuple[SeasonDraws, ...]
    costs: ServiceCosts
    names: Mapping[str, Named]
    terms: Terms
    changed: tuple[str, ...]
    currency: str
    exchanged: Mapping[str, tuple[float, str]]
    question: ValueQuestion

    def place(self, title_id: str) -> int:
        """Of a title in ``records.seasons``."""
        return int(np.flatnonzero(self.records.seasons["title_id"] == title_id)[0])


def service_values(
    records: ServiceRecords,
    *,
    lines: Sequence[CostLine],
    names: Mapping[str, Named],
    question: ValueQuestion,
    only: Sequence[str] = (),
) -> ServiceValues:
    """Fit and draw.

    Parameters
    ----------
    only
        Titles to draw; all where none are named.

    Raises
    ------
    InputError
        Churn cannot be estimated: nobody left, or everybody did; there is no member; costs are in several currencies and the
        question does not say in which members pay; or there is no rate from one currency to another.
    """
    used = currencies(lines, prices=question.prices_in, answer=question.currency)
    records = turned(records, used, question.rates)
    terms = Terms({**default_terms(TERMS), **question.assume})
    with threadpool_limits(limits=1):  # equal inputs give equal bits; and where cores are shared, many times as fast
        fits = _fits(records, terms)
    if not records.members:
        remedy = "Ask as of an earlier day with --as-of, or give a log with members"
        raise InputError(f"nobody is a member on {records.as_of}: all accounts have left", place="accounts", remedy=remedy)
    won = response(records, fits, rest=terms.middle("rest_of_catalogue"))
    advertising = turns_advertising(won.money, given=question.assume, into=used.answer)
    if advertising:
        terms = with_advertising(terms, into=used.answer, rates=question.rates, as_of=records.as_of)
    titles = [str(title) for title in records.seasons["title_id"]]
    with threadpool_limits(limits=1):
        shared = shared_draws(fits, terms, rng=np.random.default_rng([question.seed, 1]), n_draws=question.n_draws)
        draws = tuple(
            order_values(records, place, fits, won, shared, plan=question.plans.get(title, NO_PLAN), seed=question.seed)
            for place, title in enumerate(titles)
            if not only or title in only
        )
    return ServiceValues(
        records=records,
        fits=fits,
        response=won,
        draws=draws,
        costs=service_costs(records, lines, currency=used.answer, terms=terms, question=question),
        names=names,
        terms=terms,
        changed=tuple(sorted(question.assume)),
        currency=used.answer,
        exchanged=rates_used(used, advertising=advertising, rates=question.rates, as_of=records.as_of),
        question=question,
    )


def options_of(values: ServiceValues, season: SeasonDraws) -> list[Option]:
    """Renewed as ordered, shorter, as the final season, as a finale special: value and cost, drawn together.

    A final season is worth within the horizon what a renewal is, and costs as much. It and a finale keep the trust that an open
    end costs, which is an assumption and off by default. Where no cost is known, costs are None.
    """
    place = values.place(season.title_id)
    whole = max(int(values.records.seasons["episodes"][place]), 1)
    found = {}
    for order, worth in season.orders.items():
        episodes = _episodes(values, season.title_id, order, whole)
        found[order] = _option(values, season, order, episodes, worth)
    final_season = replace(found[RENEW], name=FINAL_SEASON)
    return [found[RENEW], found[SHORTER], _with_trust(final_season, season.trust), _with_trust(found[FINALE], season.trust)]


def _option(values: ServiceValues, season: SeasonDraws, order: str, episodes: int, worth: OrderValue) -> Option:
    cost = order_cost(
        values.costs,
        values.records,
        season.title_id,
        order,
        season=season.season + 1,
        episodes=episodes,
        terms=values.terms,
        question=values.question,
    )
    whole, parts = (None, {}) if cost is None else cost
    return Option(order, episodes, worth.gross, whole, _parts(worth), parts)


def _with_trust(option: Option, trust: Floats) -> Option:
    if not trust.any():
        return option
    return replace(option, gross=option.gross + trust, parts={**option.parts, "trust": trust})


def read_costs(asked: Asked) -> list[CostLine]:
    """Cost lines of the log's own table, none where it has no such table."""
    return [
        CostLine(
            title_id=str(row["title_id"]),
            season=int(row["season"]),
            kind=cast("Kind", row["kind"]),
            amount=float(row["amount"]),
            currency=str(row["currency"]).strip().upper(),
            per_episode=bool(row["per_episode"]),
            quality=cast("Quality", str(row["quality"]).replace(" ", "_")),
            source=str(row["source"]),
        )
        for row in _table(asked, "costs")
    ]


def read_names(asked: Asked) -> dict[str, Named]:
    """What the titles table says, by title_id."""
    return {
        str(row["title_id"]): Named(str(row["series"]), *(row.get(name) or "" for name in ("genre", "language", "country")))
        for row in _table(asked, "titles")
    }


def read_aliases(asked: Asked) -> dict[str, tuple[str, ...]]:
    """Other names by title_id."""
    found = {str(row["title_id"]): (row.get("aliases") or "").split("|") for row in _table(asked, "titles")}
    return {title: tuple(name.strip() for name in names if name.strip()) for title, names in found.items()}


def _table(asked: Asked, name: str) -> list[dict[str, Any]]:
    if name not in asked.manifest.tables:
        return []
    rows: list[dict[str, Any]] = pq.read_table(asked.store.path(asked.manifest.tables[name])).to_pylist()
    return rows


def _fits(records: ServiceRecords, terms: Terms) -> Fits:
    today = (np.datetime64(records.as_of) - EPOCH).astype(np.int64)
    shares = launch_following(records, later=terms.middle("later_following"))
    following = dict(zip(records.seasons["title_id"], shares, strict=True))
    launches = records.launches
    churn = fit_churn(records.churn)
    return Fits(
        churn=churn,
        returns=fit_returns(records),
        launches=fit_launches(
            records.joins,
            Launches(
                title=launches["title_id"],
                week=(launches["premiere_day"] - today - 1) / 7.0,
                following=np.array([following[title] for title in launches["title_id"]], dtype=np.float64),
                later=launches["season"] > 1,
            ),
            spread=terms.middle("launch_spread"),
        ),
        substitution=fit_substitution(records.around),
        awaiting=anticipation(churn, assumed=terms.middle("anticipation"), assumed_error=terms.middle("anticipation_error")),
        following=shares,
    )


def _episodes(values: ServiceValues, title: str, order: str, whole: int) -> int:
    planned = values.question.plans.get(title, NO_PLAN).episodes
    if order in planned:
        return planned[order]
    part = {SHORTER: values.terms.middle("shorter_order"), FINALE: values.terms.middle("finale_order")}.get(order, 1.0)
    return max(round(part * planned.get(RENEW, whole)), 1)


def _parts(worth: OrderValue) -> dict[str, Floats]:
    return {name: getattr(worth, name) for name in PARTS}


def horizon_left(values: ServiceValues) -> float:
    """Days between a premiere and the horizon, at the middle of production: of the service, whatever its titles plan."""
    return max(values.terms.middle("horizon_days") - values.terms.middle("production_days"), 0.0)


def premiere_in(values: ServiceValues, title_id: str, order: str = RENEW) -> float:
    """Days to the premiere of an order of a title: as planned, else the middle of production."""
    planned = values.question.plans.get(title_id, NO_PLAN).premiere(order)
    if planned is None:
        return values.terms.middle("production_days")
    return float(planned - day_number(values.records.as_of))


def days_left(values: ServiceValues, title_id: str, option: str) -> float:
    """Days between the premiere of an option of a title, as planned, and the horizon."""
    order = RENEW if option == FINAL_SEASON else option
    return max(values.terms.middle("horizon_days") - premiere_in(values, title_id, order), 0.0)


def month_worth(values: ServiceValues) -> float:
    """What an account-month is worth, advertising included; months come evenly, each year's discounted from its middle."""
    money = values.response.money
    later = even_discount(
        values.terms.middle("monthly_discount"), lag=values.terms.middle("production_days"), left=horizon_left(values)
    )
    month = money.price + values.terms.middle("advertising_per_hour") * float(money.won_ad_hours[0])
    return month * values.terms.middle("margin") * later
