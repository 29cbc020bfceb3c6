"""What another season would bring: members who stay, joiners who come, and what both pay, for each way of ordering it.

Every term is draws made together: place ``k`` of one belongs to one state of the world with place ``k`` of all others.

- *Retention.* Those who come back add fresh hours to what they remember; their hazard falls by the fitted response; what is won
  is the months of membership up to the horizon. Followers also await a dated season.
- *Acquisition.* The launch pulls joiners at the fitted rate; each brings months by the retention curve of new accounts.
- *Advertising.* Hours of the months won, and hours that are watched on top, on plans with advertising.

Hours that the season takes from others are taken off before they are remembered.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from cliffhanger.estimates.discounting import YEAR_DAYS, discount, year_ends
from cliffhanger.estimates.response import ANNOUNCED_DAYS, MONTH_DAYS, Fits, Response
from cliffhanger.estimates.returning_audience import NEVER, comes_by_launch, following
from cliffhanger.estimates.season_terms import VALUE_TERMS, Terms
from cliffhanger.service_records import FINISHED, INVOLVEMENTS, ServiceRecords

Floats = NDArray[np.float64]
RENEW, SHORTER, FINALE = ORDERS = ("renew", "shorter", "finale")
TOLD = (
    "advertising_per_hour",
    "joined_anyway",
    "finale_launch",
    "finale_draw",
    "gap_loss",
    "unresolved_trust",
)  # terms that are uncertain
LEAST_JOINS = 0.02
PAID_AHEAD_DAYS = 0.5 * MONTH_DAYS  # months are paid when they begin: by a day, half a month more than was lived, on average


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """Draws that all seasons have in common, each of shape (n_draws,)."""

    response: Floats
    awaiting: Floats
    launch: Floats
    retention: Floats
    terms: Mapping[str, Floats]


@dataclass(frozen=True, slots=True, eq=False)
class OrderValue:
    """What one order of one season brings within the horizon, against ending the series; each of shape (n_draws,).

    Attributes
    ----------
    audience
        Members who would come back, and newcomers among them.
    fresh_hours
        Of the series, that are new to its viewers.
    halo_hours
        Of these, of earlier seasons.
    retained_months, joins, joiner_months
        Account-months of members, and of joiners.
    subscription, advertising, acquisition
        Currency units, discounted year by year; ``subscription`` is what members pay longer, ``acquisition`` what joiners pay,
        ``advertising`` of both. They add up to the gross value. What is paid within the horizon counts, and a month is paid
        when it begins.
    """

    audience: Floats
    fresh_hours: Floats
    halo_hours: Floats
    retained_months: Floats
    joins: Floats
    joiner_months: Floats
    subscription: Floats
    acquisition: Floats
    advertising: Floats

    @property
    def gross(self) -> Floats:
        """Value before cost."""
        return np.asarray(self.subscription + self.acquisition + self.advertising, dtype=np.float64)


def shared_draws(fits: Fits, terms: Terms, *, rng: np.random.Generator, n_draws: int) -> Shared:
    """Draw what all seasons have in common."""
    fresh, error = fits.churn.fresh
    effect, doubt = fits.awaiting
    normal = rng.standard_normal((3, n_draws))
    return Shared(
        response=np.maximum(fresh + error * normal[0], 2 * fresh) / fresh if fresh < 0 else np.zeros(n_draws),
        awaiting=np.maximum((effect + doubt * normal[1]) / effect, 0.0) if effect < 0 else np.zeros(n_draws),
        launch=fits.launches.draws(rng=rng, n_draws=n_draws),
        retention=np.exp(terms.middle("retention_error") * normal[2] - 0.5 * terms.middle("retention_error") ** 2),
        terms={name: terms.drawn(name, rng=rng, n_draws=n_draws) for name in sorted(VALUE_TERMS)},
    )


@dataclass(frozen=True, slots=True, eq=False)
class SeasonDraws:
    """Draws of every order of a title's next season, and of what they followed from.

    ``season`` is the latest that was out; ``inputs`` holds draws by name, each of shape (n_draws,). ``trust`` is what an ending
    keeps and a story left open costs, in currency units: assumed months of membership of all who have finished the latest
    season, not discounted; 0 where none are assumed.
    """

    title_id: str
    season: int
    orders: Mapping[str, OrderValue]
    inputs: Mapping[str, Floats]
    trust: Floats


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned for one title's next season; what is not, follows from the terms.

    ``premieres`` are days counted from 1970, and ``episodes`` counts, each by order.
    """

    premieres: Mapping[str, int] = field(default_factory=dict)
    episodes: Mapping[str, int] = field(default_factory=dict)

    def premiere(self, order: str) -> int | None:
        """Of an order: its own, else that of a renewal; None where neither is planned."""
        return self.premieres.get(order, self.premieres.get(RENEW))


NO_PLAN = Plan()


def order_values(
    records: ServiceRecords,
    place: int,
    fits: Fits,
    response: Response,
    shared: Shared,
    *,
    plan: Plan = NO_PLAN,
    seed: int,
) -> SeasonDraws:
    """What each order of one title's next season brings.

    Parameters
    ----------
    place
        Of the title in ``records.seasons``.
    seed
        What a title draws follows from it and from the title's own name, so that titles may come in any order.
    """
    n = len(shared.response)
    title = str(records.seasons["title_id"][place])
    rng = np.random.default_rng([seed, 3, *title.encode()])
    drawn = _again(shared.terms["production_days"], rng)
    own = _Own(
        lag=drawn,
        returns=np.exp(fits.returns.spread * rng.standard_normal(n) - 0.5 * fits.returns.spread**2),
        launch=rng.standard_normal(n),
        pull=fits.launches.own(title, shared.launch, rng.standard_normal(n)),
        chance=rng.standard_normal(n),
        arrivals=rng.standard_normal(n),
    )
    lags = {order: _lag(records, plan.premiere(order), drawn) for order in ORDERS}
    season = _Season(records, place, plan, fits, response, shared, own)
    orders = {order: _one(replace(season, own=replace(own, lag=lags[order])), order) for order in ORDERS}
    inputs = {
        "production_days": next((lag for lag in lags.values() if lag is drawn), lags[RENEW]),
        "returning_viewers": own.returns,
        "launch": own.launch + own.pull,
        "chance": own.chance + own.arrivals,
        "churn_response": shared.response,
        "anticipation": shared.awaiting,
        "launch_pull": shared.launch[:, 3],
        "retention_error": shared.retention,
        **{name: shared.terms[name] for name in TOLD},
    }
    followers = float(records.audience[place, FINISHED:].sum())
    trust = followers * shared.terms["unresolved_trust"] * shared.terms["margin"] * response.money.price
    return SeasonDraws(title, int(records.seasons["season"][place]), orders, inputs, trust)


def ordered_episodes(episodes: int, part: float) -> int:
    """Episodes of an order that is a part of a whole season; at least one."""
    return max(round(part * episodes), 1)


@dataclass(frozen=True, slots=True, eq=False)
class _Own:
    """Draws of one title's own, the same for all its orders: a larger following is larger however many episodes it gets.

    Only ``lag``, days from the decision to the premiere, is that of an order where premieres are planned.
    """

    lag: Floats
    returns: Floats
    launch: Floats
    pull: Floats
    chance: Floats
    arrivals: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Season:
    """One title's next season, ordered in one way: what was counted, learned, planned and drawn of it."""

    records: ServiceRecords
    place: int
    plan: Plan
    fits: Fits
    response: Response
    shared: Shared
    own: _Own


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """What sets an order apart from a whole season; each of shape (n_draws,).

    ``part`` is its episodes over those of the latest season, ``reach`` its launch over that of a season, ``draw`` how many times
    as much its hours and awaiting it hold.
    """

    part: Floats
    reach: Floats
    draw: Floats


def _again(draws: Floats, rng: np.random.Generator) -> Floats:
    """The same distribution in an order of its own."""
    return np.asarray(rng.permutation(draws), dtype=np.float64)


def _one(season: _Season, name: str) -> OrderValue:
    own, terms, money = season.own, season.shared.terms, season.response.money
    whole = np.ones(len(own.lag))
    # No ending is in the log: what one holds beyond its hours is an assumption.
    reach, draw = (terms["finale_launch"], terms["finale_draw"]) if name == FINALE else (whole, whole)
    order = _Order(_part(season, name), reach, draw)
    left = terms["horizon_days"] - own.lag
    start, paid, joiner_paid, ad_hours = (np.zeros(len(left)) for _ in range(4))
    subscription, acquisition, advertising = (np.zeros(len(left)) for _ in range(3))
    for until in year_ends(left):
        # What a year brings is discounted from its own middle: later ones bring less, and take nothing from those before.
        won = _won(season, order, until)
        end = np.maximum(until, 0.0)
        worth = terms["margin"] * discount(terms["monthly_discount"], lag=own.lag, start=start, end=end)
        subscription = subscription + worth * (won.paid - paid) * money.price
        acquisition = acquisition + worth * (won.joiner_paid - joiner_paid) * money.price
        advertising = advertising + worth * terms["advertising_per_hour"] * (won.ad_hours - ad_hours)
        start, paid, joiner_paid, ad_hours = end, won.paid, won.joiner_paid, won.ad_hours
    return OrderValue(
        audience=won.audience,
        fresh_hours=won.fresh,
        halo_hours=won.halo,
        retained_months=won.months,
        joins=won.joins,
        joiner_months=won.joiner_months,
        subscription=subscription,
        acquisition=acquisition,
        advertising=advertising,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Won:
    """What an order has brought by a day: members, hours, account-months and those that are paid; each of shape (n_draws,)."""

    audience: Floats
    fresh: Floats
    halo: Floats
    months: Floats
    paid: Floats
    joins: Floats
    joiner_months: Floats
    joiner_paid: Floats
    ad_hours: Floats


def _won(season: _Season, order: _Order, left: Floats) -> _Won:
    """By so many days after the premiere; before it where these are negative."""
    fits, response, terms = season.fits, season.response, season.shared.terms
    days = np.maximum(left, 0.0)
    audience, fresh, halo, months, paid, ad_hours = _retained(season, order, left)
    chance = _by_chance(months * order.draw, days, terms["other_reasons"], season.own.chance)
    months, paid = months * order.draw + chance, paid * order.draw + chance
    ad_hours = ad_hours * order.draw + chance * response.money.won_ad_hours[0]
    gross = _joins(season, order.reach, days)
    since = np.maximum(days - fits.launches.mean_days, 0.0)
    # Who would have joined by the horizon anyway joins no more often, but earlier: by half of the time, on average.
    anyway = np.clip(terms["joined_anyway"], 0.0, 1.0)
    joins, stayers = gross * (1.0 - anyway), gross * (1.0 - 0.5 * anyway)
    joiner_months, joiner_paid = stayers * response.of_joining(since), stayers * response.of_joining(since + PAID_AHEAD_DAYS)
    extra = fresh * (1.0 - fits.substitution.of_all)
    ad_hours = ad_hours + joiner_months * response.money.joiner_ad_hours + extra * response.money.ad_share
    return _Won(audience, fresh, halo, months, paid, joins, joiner_months, joiner_paid, ad_hours)


def _part(season: _Season, order: str) -> Floats:
    """Episodes of an order over those of the latest season."""
    plan, terms = season.plan, season.shared.terms
    latest = max(int(season.records.seasons["episodes"][season.place]), 1)
    if order in plan.episodes:
        return np.full(len(terms["shorter_order"]), plan.episodes[order] / latest)
    part = {SHORTER: terms["shorter_order"], FINALE: terms["finale_order"]}.get(order, np.ones(len(terms["shorter_order"])))
    whole = plan.episodes.get(RENEW, latest)
    return np.asarray(np.maximum(np.round(part * whole), 1.0) / latest, dtype=np.float64)


def _lag(records: ServiceRecords, premiere_day: int | None, drawn: Floats) -> Floats:
    """Days from the decision to the premiere: the planned ones, else drawn."""
    if premiere_day is None:
        return drawn
    return np.full(len(drawn), max(premiere_day - day_number(records.as_of), 0.0))


def day_number(day: dt.date) -> int:
    """A day counted from 1970."""
    return (day - dt.date(1970, 1, 1)).days


def _retained(season: _Season, order: _Order, left: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats, Floats]:
    """Members who come back, fresh hours, those of earlier seasons, months won, those that are paid, ad hours of the months."""
    records, place, fits, response = season.records, season.place, season.fits, season.response
    shared, own = season.shared, season.own
    days = np.maximum(left, 0.0)
    count, runtime = records.audience[place], float(records.seasons["runtime_h"][place])
    follows = float(following(records.audience[place : place + 1])[0])
    audience, fresh, halo, months, paid, ad_hours = (np.zeros(len(days)) for _ in range(6))
    ahead = days + PAID_AHEAD_DAYS * (days > 0)
    churn = fits.churn.churned / max(fits.churn.account_months, 1)
    stay = np.exp(-churn * (own.lag - records.lead_days) / MONTH_DAYS)
    until = np.exp(-churn * own.lag / MONTH_DAYS)
    # Who joins before the premiere comes to the series too, or does not.
    newer = 1.0 + fits.returns.late * np.exp(shared.launch[:, 0]) * own.lag / 7.0 / max(records.members, 1)
    out = day_number(records.as_of) - float(records.seasons["premiere_day"][place])
    longer = (1.0 - np.minimum(shared.terms["gap_loss"], 1.0)) ** ((out + own.lag - fits.returns.gap_days) / YEAR_DAYS)
    seen, held = _by_horizon(fits, days, left)
    for involvement in range(len(INVOLVEMENTS)):
        heard = order.reach if comes_by_launch(involvement, out) else 1.0
        share = fits.returns.returned[involvement] * heard * (follows if involvement == NEVER else 1.0)
        there = count[involvement] * newer
        waited = 1.0 if involvement == NEVER else longer
        back = there * np.minimum(share * own.returns * waited, 1.0) * stay
        # A shorter order brings viewers to the earlier seasons as a whole one does; of itself it has the first episodes.
        whole = runtime * (fits.returns.hours[involvement, -1] if fits.returns.sequels else 0.0)
        older = whole * fits.returns.halo[involvement]
        watched = older + (whole - older) * records.first_part(order.part)
        kept = watched * (1.0 - fits.substitution.of_fresh)
        audience, fresh = audience + back, fresh + back * watched * seen
        halo = halo + back * older * seen
        won = back * response.of_hours(involvement, kept, days) * shared.response
        paid = paid + back * response.of_hours(involvement, kept, ahead) * shared.response
        if involvement >= FINISHED:
            waiting = there * until * held * shared.awaiting
            won = won + waiting * response.of_awaiting(involvement, days)
            paid = paid + waiting * response.of_awaiting(involvement, ahead)
        months, ad_hours = months + won, ad_hours + won * response.money.won_ad_hours[involvement]
    return audience, fresh, halo, months * shared.retention, paid * shared.retention, ad_hours * shared.retention


def _by_horizon(fits: Fits, days: Floats, left: Floats) -> tuple[Floats, Floats]:
    """Shares of the fresh hours, and of the time in which the season is awaited, that lie before the horizon."""
    total = fits.returns.hours.sum(axis=0)
    profile = total / total[-1] if len(total) and total[-1] > 0 else np.ones(len(total))
    seen = np.interp(days, np.concatenate([[0.0], fits.returns.knots]), np.concatenate([[0.0], profile]))
    return seen, np.clip((left + ANNOUNCED_DAYS) / ANNOUNCED_DAYS, 0.0, 1.0)


def _joins(season: _Season, reach: Floats, days: Floats) -> Floats:
    fits, shared, own, terms = season.fits, season.shared, season.own, season.shared.terms
    follows = float(fits.following[season.place])
    base = np.exp(np.minimum(shared.launch[:, 0] + shared.launch[:, 1] * own.lag / YEAR_DAYS, 20.0))
    spread = terms["season_spread"]
    pull = np.exp(shared.launch[:, 3] + own.pull + spread * own.launch - 0.5 * spread**2) * follows
    reached = fits.launches.reached(days)
    expected = np.maximum(base * pull * reach * reached, LEAST_JOINS)
    # Arrivals scatter like a Poisson number. The gamma distribution of equal mean and variance has no steps; its quantiles by
    # Wilson and Hilferty 1931 (doi:10.1073/pnas.17.12.684).
    root = 1.0 - 1.0 / (9.0 * expected) + own.arrivals / (3.0 * np.sqrt(expected))
    return np.asarray(expected * np.maximum(root, 0.0) ** 3, dtype=np.float64)


def _by_chance(months: Floats, days: Floats, times: Floats, chance: Floats) -> Floats:
    """How far the months of one future lie from what is to be expected: each decision that turns out otherwise moves several."""
    each = days / MONTH_DAYS / 2.0
    return np.sqrt(np.maximum(months, 0.0) * each * times) * chance
