"""What a next season brings: returns pooled by hand, months won in closed form, and what must hold whatever the numbers are."""

from __future__ import annotations

import dataclasses
import itertools
from typing import Any

import numpy as np
import pytest

from cliffhanger.estimates.churn import fit_churn
from cliffhanger.estimates.launches import Launches, fit_launches, launch_following
from cliffhanger.estimates.overlapping import shared_months, shares_of_smaller
from cliffhanger.estimates.response import LONGEST_HORIZON_DAYS, Fits, _Groups, _months_won, anticipation, response
from cliffhanger.estimates.returning_audience import fit_returns, following
from cliffhanger.estimates.season_terms import Terms, default_terms
from cliffhanger.estimates.season_value import (
    FINALE,
    RENEW,
    SHORTER,
    Plan,
    SeasonDraws,
    day_number,
    order_values,
    shared_draws,
)
from cliffhanger.estimates.substitution import fit_substitution
from cliffhanger.service_records import ServiceRecords
from tests.estimates.service_sample import AN_HOUR, MEMBERS, RETURNED, TODAY, service

ORDERS = {RENEW: 1.0, SHORTER: 0.6, FINALE: 0.2}
SURE = {"retention_error": 0.0, "season_spread": 0.0, "other_reasons": 0.0}


def fits_of(records: ServiceRecords) -> Fits:
    follows = dict(zip(records.seasons["title_id"], records.seasons["finishers"] / records.members, strict=True))
    launched = records.launches
    launches = Launches(
        launched["title_id"],
        (launched["premiere_day"] - TODAY - 1) / 7.0,
        np.array([follows[title] for title in launched["title_id"]]),
        launched["season"] > 1,
    )
    churn = fit_churn(records.churn)
    return Fits(
        churn,
        fit_returns(records),
        fit_launches(records.joins, launches, spread=0.5),
        fit_substitution(records.around),
        anticipation(churn, assumed=0.2, assumed_error=0.07),
        launch_following(records, later=0.25),
    )


def drawn(records: ServiceRecords, place: int = 3, *, n_draws: int = 400, plan: Plan = Plan(), **assume: float) -> SeasonDraws:  # noqa: B008  frozen
    fits = fits_of(records)
    terms = Terms(default_terms() | {name: (value,) * 3 for name, value in assume.items()})
    won = response(records, fits, rest=terms.middle("rest_of_catalogue"))
    shared = shared_draws(fits, terms, rng=np.random.default_rng(1), n_draws=n_draws)
    return order_values(records, place, fits, won, shared, plan=plan, seed=1)


def test_past_returns_are_pooled_as_they_were_made() -> None:
    fit = fit_returns(service())
    assert fit.returned == pytest.approx(RETURNED)
    assert fit.hours[:, -1] == pytest.approx(AN_HOUR)
    assert (fit.sequels, fit.gap_days) == (5, 400.0)
    assert fit.back_test == pytest.approx(0.0, abs=1e-9), "all five seasons return by the same shares"
    assert fit.late == pytest.approx(0.05 / (service().sequel_fresh[:, :, -1].sum() / (5 * MEMBERS)))


def test_without_past_seasons_nobody_is_known_to_come_back() -> None:
    records = service()
    none = {name: column[:0] for name, column in records.sequels.items()}
    empty = {name: getattr(records, name)[:0] for name in ("sequel_audience", "sequel_returned", "sequel_fresh", "sequel_halo")}
    fit = fit_returns(service(sequels=none, **empty))
    assert fit.returned.sum() == 0
    assert fit.back_test is None
    found = drawn(service(sequels=none, **empty)).orders[RENEW]
    assert found.audience.sum() == 0


def test_following_is_the_share_that_finished_the_latest_season() -> None:
    assert following(np.array([[40.0, 10, 10, 10, 10, 20], [0] * 6])) == pytest.approx([0.4, 0.0])


def test_months_won_rise_with_hours_and_are_none_without() -> None:
    records = service()
    won = response(records, fits_of(records), rest=1.0)
    hours = np.array([0.0, 1.0, 4.0, 10.0, 40.0])
    found = won.of_hours(5, hours, np.full(5, 200.0))
    assert found[0] == pytest.approx(0.0, abs=1e-12)
    assert (np.diff(found) > 0).all()
    assert won.of_hours(5, hours[-1:], np.array([0.0]))[0] < 0.02 * found[-1], "at the premiere hardly anything is won yet"


def test_hours_equal_in_every_draw_win_what_each_of_them_wins() -> None:
    won = response(service(), fits_of(service()), rest=1.0)
    days = np.array([0.0, 7.0, 100.0, 200.0, 2_000.0])
    for hours in (0.0, 0.7, 5.0, 60.0, 90.0):
        alike = won.of_hours(5, np.full(5, hours), days)
        among_others = won.of_hours(5, np.array([*np.full(5, hours), 1.23]), np.append(days, 50.0))[:5]
        assert alike[:4] == pytest.approx(among_others[:4])
        assert alike[4] == pytest.approx(among_others[4], rel=1e-4), "beyond the last horizon"


def test_awaiting_wins_what_the_closed_form_says() -> None:
    records = service()
    fits = fits_of(records)
    won = float(response(records, fits, rest=1.0).of_awaiting(5, np.array([14.0]))[0])
    cells = {name: column[records.content["involvement"] == 5] for name, column in records.content.items()}
    hazard = fits.churn.hazard(cells)
    effect = fits.awaiting[0]
    held = 1 / (1 + np.exp(-(np.log(hazard / (1 - hazard)) + effect)))
    # One and a half bills fall into the 45 days, on average 36.5 days before the fourteenth after them.
    assert won == pytest.approx(float((hazard - held).mean()) * (45 / 30.4375) * (36.5 / 30.4375), rel=0.05)


def test_who_is_about_to_leave_is_kept_for_less_long() -> None:
    """Half of the members at a hazard of 1 % and half at 19 % are no members at 10 %."""
    mixed = _Groups(np.array([0.5, 0.5]), np.array([0.01, 0.19]), np.array([4.0, 4.0]))
    alike = _Groups(np.array([1.0]), np.array([0.10]), np.array([4.0]))
    fits = fits_of(service())
    hours = 5.0 * np.linspace(0.2, 1.0, len(fits.returns.knots))
    one, other = (_months_won(groups, hours, fits, 2.0, 0.0) for groups in (mixed, alike))
    each = [_months_won(_Groups(np.ones(1), mixed.hazard[[k]], np.array([4.0])), hours, fits, 2.0, 0.0) for k in (0, 1)]
    assert one == pytest.approx((each[0] + each[1]) / 2)
    assert one[-1] < 0.9 * other[-1]


def test_a_longer_horizon_is_never_worth_less() -> None:
    records, plan = service(), Plan({RENEW: TODAY + 30})
    fits = fits_of(records)
    won = response(records, fits, rest=1.0)

    def worth(days: float, discount: float) -> dict[str, float]:
        given = SURE | {"horizon_days": days, "monthly_discount": discount}
        terms = Terms(default_terms() | {name: (value,) * 3 for name, value in given.items()})
        shared = shared_draws(fits, terms, rng=np.random.default_rng(1), n_draws=200)
        found = order_values(records, 3, fits, won, shared, plan=plan, seed=1)
        return {order: float(value.gross.mean()) for order, value in found.orders.items()}

    for discount in (0.0, 0.008, 0.03, 0.1):
        by_horizon = [worth(days, discount) for days in (100.0, 200.0, 390.0, 500.0, 800.0, 1_200.0, LONGEST_HORIZON_DAYS)]
        for order in ORDERS:
            means = [found[order] for found in by_horizon]
            assert means == sorted(means), (order, discount)


def test_what_a_second_year_brings_is_discounted_from_its_own_middle() -> None:
    """The first year's money half a year after the premiere, that of the next half year after a year and a quarter."""
    sure = {**SURE, "joined_anyway": 0.0}
    year, half = 365.25, 182.625
    first, both = (
        drawn(service(), plan=Plan({RENEW: TODAY}), horizon_days=days, monthly_discount=0.0, **sure).orders[RENEW].gross.mean()
        for days in (year, year + half)
    )
    found = drawn(service(), plan=Plan({RENEW: TODAY}), horizon_days=year + half, monthly_discount=0.02, **sure).orders[RENEW]
    by_hand = first * np.exp(-0.02 * 6.0) + (both - first) * np.exp(-0.02 * 15.0)
    assert found.gross.mean() == pytest.approx(by_hand, rel=1e-9)


def test_a_month_is_paid_when_it_begins() -> None:
    """By any day, half a month more is paid than was lived: with nothing discounted, and by members who pay 12.80 on average."""
    sure = {**SURE, "monthly_discount": 0.0, "joined_anyway": 0.0, "margin": 1.0}
    today, later = (drawn(service(), plan=Plan({RENEW: TODAY + days}), **sure).orders[RENEW] for days in (100, 100 - 30.4375 / 2))
    assert today.acquisition / today.joins == pytest.approx(12.8 * later.joiner_months / later.joins, rel=0.01)
    assert (today.subscription > 12.8 * today.retained_months).all()


def test_parts_add_up() -> None:
    found = drawn(service()).orders[RENEW]
    assert found.gross == pytest.approx(found.subscription + found.acquisition + found.advertising)


def test_an_unwatched_season_is_worth_nothing() -> None:
    records = service()
    audience = np.zeros_like(records.audience)
    audience[:, 0] = MEMBERS
    seasons = {**records.seasons, "finishers": np.zeros(len(records))}
    found = drawn(service(audience=audience, seasons=seasons), **SURE).orders[RENEW]
    known = drawn(service(), **SURE).orders[RENEW]
    assert found.audience.max() == 0
    assert found.gross.mean() < 0.005 * known.gross.mean()


def test_more_completers_are_never_worth_less() -> None:
    records = service()
    more = records.audience.copy()
    more[3, 5] += 500
    more[3, 0] -= 500
    seasons = {**records.seasons, "finishers": records.seasons["finishers"] + np.array([0, 0, 0, 500.0, 0, 0])}
    before, after = drawn(records, **SURE), drawn(service(audience=more, seasons=seasons), **SURE)
    for order in (RENEW, SHORTER, FINALE):
        assert after.orders[order].gross.mean() > before.orders[order].gross.mean()


def test_titles_may_come_in_any_order_and_be_left_out() -> None:
    records = service()
    order = np.array([5, 3, 1, 0, 2, 4])
    seasons = {name: column[order] for name, column in records.seasons.items()}
    moved = drawn(service(seasons=seasons, audience=records.audience[order]), 1)
    assert moved.title_id == drawn(records, 3).title_id
    assert moved.orders[RENEW].gross == pytest.approx(drawn(records, 3).orders[RENEW].gross)


def test_a_later_premiere_is_never_worth_more() -> None:
    worth = [
        drawn(service(), plan=Plan({RENEW: TODAY + days}), **SURE).orders[RENEW].gross.mean()
        for days in (100, 200, 300, 364, 400)
    ]
    assert worth == sorted(worth, reverse=True)
    assert worth[-1] == pytest.approx(0.0, abs=0.01 * worth[0]), "behind the horizon nothing counts"


def test_each_order_has_its_own_premiere_and_else_that_of_a_renewal() -> None:
    def worth(plan: Plan) -> dict[str, float]:
        return {order: value.gross.mean() for order, value in drawn(service(), plan=plan, **SURE).orders.items()}

    late, early = worth(Plan({RENEW: TODAY + 200})), worth(Plan({RENEW: TODAY + 100}))
    both = worth(Plan({RENEW: TODAY + 200, SHORTER: TODAY + 100}))
    assert both == {RENEW: late[RENEW], SHORTER: early[SHORTER], FINALE: late[FINALE]}
    one = drawn(service(), plan=Plan({SHORTER: TODAY + 100}))
    assert np.ptp(one.inputs["production_days"]) > 0, "a renewal's premiere is not planned"
    assert np.ptp(drawn(service(), plan=Plan({RENEW: TODAY + 100})).inputs["production_days"]) == 0


def test_an_order_has_the_first_episodes_and_brings_viewers_to_the_earlier_seasons_as_a_whole_one_does() -> None:
    few, whole, many = (drawn(service(), plan=Plan({}, {RENEW: count}), **SURE).orders[RENEW] for count in (4, 8, 12))
    own = whole.fresh_hours - whole.halo_hours
    assert few.halo_hours == pytest.approx(whole.halo_hours)
    assert few.fresh_hours == pytest.approx(whole.halo_hours + 0.7 * own), "seven tenths were watched of the first half"
    assert many.fresh_hours == pytest.approx(whole.halo_hours + 1.5 * own), "what no log holds goes in proportion"


def test_a_finale_brings_newcomers_as_far_as_it_is_launched() -> None:
    audience = np.zeros((6, 6))
    audience[:, 0], audience[:, 5] = MEMBERS - 1_000, 1_000.0
    sure = {**SURE, "finale_launch": 0.2, "gap_loss": 0.0}
    found = drawn(service(audience=audience), **sure).orders
    back = {order: value.audience.mean() for order, value in found.items()}
    followers = drawn(service(audience=audience), **sure | {"finale_launch": 0.0}).orders[FINALE].audience.mean()
    assert back[FINALE] - followers == pytest.approx(0.2 * (back[RENEW] - followers))
    assert found[FINALE].joins.mean() == pytest.approx(0.2 * found[RENEW].joins.mean(), rel=0.02)


def test_whoever_has_not_finished_an_old_season_comes_to_a_finale_as_far_as_it_is_launched() -> None:
    sure = {**SURE, "finale_launch": 0.2, "gap_loss": 0.0}
    seasons = service().seasons

    def back(involvement: int, days_out: int) -> dict[str, float]:
        audience = np.zeros((6, 6))
        audience[:, involvement] = MEMBERS
        new = seasons | {"premiere_day": np.full(6, TODAY - days_out)}
        found = drawn(service(audience=audience, seasons=new), **sure).orders
        return {order: value.audience.mean() for order, value in found.items()}

    for involvement, days_out, part in ((1, 300, 0.2), (2, 300, 0.2), (1, 60, 0.2), (2, 60, 1.0), (3, 300, 1.0), (5, 60, 1.0)):
        came = back(involvement, days_out)
        assert came[RENEW] == came[SHORTER] > 0
        assert came[FINALE] == pytest.approx(part * came[RENEW]), (involvement, days_out)


def test_days_are_counted_from_1970() -> None:
    assert day_number(service().as_of) == TODAY


def test_pairs_lose_what_their_shared_followers_saturate() -> None:
    records = service()
    fits = fits_of(records)
    won = response(records, fits, rest=1.0)
    everything: dict[str, Any] = {
        "premieres": {f"t{k:02d}": dict.fromkeys(ORDERS, 150.0) for k in range(6)},
        "horizon": 350.0,
        "parts": ORDERS,
        "reach": {FINALE: 0.15},
    }
    (pair,) = shared_months(records, fits, won, **everything)
    assert (pair.first, pair.second) == ("t04", "t05")
    assert pair.months(RENEW, RENEW) > 0
    assert pair.of_hours[RENEW, RENEW] > pair.of_hours[SHORTER, RENEW] > pair.of_hours[FINALE, FINALE] >= 0
    assert set(pair.of_hours) == set(itertools.product(ORDERS, repeat=2))
    days = {"t04": dict.fromkeys(ORDERS, 10.0), "t05": dict.fromkeys(ORDERS, 300.0)}
    (apart,) = shared_months(records, fits, won, premieres=days, horizon=350.0, parts=ORDERS, reach={})
    assert set(apart.of_awaiting.values()) == {0.0}, "a year apart, the two are never awaited at once"
    planned = {**everything["premieres"], "t05": {RENEW: 150.0, SHORTER: 150.0, FINALE: 250.0}}
    (later,) = shared_months(records, fits, won, **{**everything, "premieres": planned})
    assert later.months(RENEW, RENEW) == pair.months(RENEW, RENEW), "each order has a premiere of its own"
    assert later.of_awaiting[RENEW, FINALE] == 0 < pair.of_awaiting[RENEW, FINALE]
    assert 0 < later.of_hours[RENEW, FINALE] < pair.of_hours[RENEW, FINALE], "from the later premiere on"
    worth = {"t04": {RENEW: 1.0}, "t05": {RENEW: 5.0, FINALE: 1e9}}
    shares = shares_of_smaller((pair,), worth, 100.0)["t04", "t05"]
    assert shares == {(RENEW, RENEW): 1.0, (RENEW, FINALE): 1.0}, "no more than all of the smaller; unvalued orders left out"
    rich = shares_of_smaller((pair,), {"t04": {RENEW: 1e9}, "t05": {FINALE: 2e9}}, 100.0)["t04", "t05"]
    assert rich[RENEW, FINALE] * 1e9 == pytest.approx(100.0 * pair.months(RENEW, FINALE))
    assert shares_of_smaller((pair,), worth | {"t04": {RENEW: 0.0}}, 100.0) == {}
    orders = {"wait": {RENEW: 0.5, FINALE: 0.25}}
    worth = {"t04": {"wait": 1e9}, "t05": {RENEW: 2e9}}
    waits = shares_of_smaller((pair,), worth, 100.0, mixed={"t04": orders})["t04", "t05"]
    lost = 0.5 * pair.months(RENEW, RENEW) + 0.25 * pair.months(FINALE, RENEW)
    assert waits == {("wait", RENEW): pytest.approx(lost * 100.0 / 1e9)}, "as often as each order is made"
    nobody = {name: column[:0] for name, column in records.shared.items()}
    assert shared_months(dataclasses.replace(records, shared=nobody), fits, won, **everything) == ()


def test_a_little_launched_finale_is_shared_by_few_of_those_who_have_not_finished() -> None:
    shared = dict(service().shared) | {"involvement_a": np.array([2]), "involvement_b": np.array([5])}
    records = service(shared=shared)
    fits = fits_of(records)
    won = response(records, fits, rest=1.0)
    premieres = {title: dict.fromkeys(ORDERS, 150.0) for title in ("t04", "t05")}
    asked: dict[str, Any] = {"premieres": premieres, "horizon": 350.0, "parts": ORDERS}
    (little,), (much,) = (shared_months(records, fits, won, **asked, reach=reach) for reach in ({FINALE: 0.15}, {}))
    assert little.of_hours[FINALE, RENEW] == pytest.approx(0.15 * much.of_hours[FINALE, RENEW])
    assert little.of_hours[RENEW, FINALE] == pytest.approx(much.of_hours[RENEW, FINALE]), "the second has been finished"
