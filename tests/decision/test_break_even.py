"""Break-even cost: published figures, closed forms, and what may never happen."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.decision.break_even import (
    Thresholds,
    break_even,
    cost_per_first_stream,
    efficiency,
    guards,
    payback,
)
from cliffhanger.errors import UsageError
from cliffhanger.estimates.draws import Draws
from cliffhanger.estimates.hours_ahead import HoursAhead

NORMAL_TENTH = 1.2815515655446004  # standard normal quantile of 0.9
AMOUNTS = st.lists(st.floats(0, 1e9), min_size=3, max_size=30)
FACTOR = st.floats(1.0, 50.0)


def draws(values, unit="hours") -> Draws:
    return Draws(np.asarray(values, dtype=float), unit)


def ahead(
    *, pairs: int = 200, missing: str = "", basis: str = "settled", wait: float = 900.0, longest: float = 1400.0
) -> HoursAhead:
    found = None if missing else draws([1e6, 2e6, 3e6])
    return HoursAhead(found, basis, missing, 1e6, np.zeros(pairs), wait, longest)


# Figures that were published


def test_efficiency_of_a_hit_and_of_a_loss():
    """Leaked scorecard, millions of USD: 891.1 / 21.4 = 41.64 (reported as 41.7), 19.4 / 23.6 = 0.822 (reported as 0.8)."""
    assert efficiency(891.1, 21.4) == pytest.approx(41.64, abs=0.005)
    assert efficiency(19.4, 23.6) == pytest.approx(0.822, abs=0.0005)


def test_cost_per_first_stream():
    """72 M over 1.15 M = 62.6 USD (reported as 63); 81 M over 52 thousand = 1,557.7 (reported as 1,560)."""
    assert cost_per_first_stream(72e6, 1.15e6) == pytest.approx(62.6, abs=0.05)
    assert cost_per_first_stream(81e6, 52e3) == pytest.approx(1558, abs=0.5)


@pytest.mark.parametrize("nothing", [0.0, -1.0, math.nan])
def test_nothing_is_divided_by_nothing(nothing):
    with pytest.raises(UsageError):
        efficiency(1.0, nothing)
    with pytest.raises(UsageError):
        cost_per_first_stream(1.0, nothing)


# Arithmetic


def test_three_draws_by_hand():
    """10, 20, 40 M hours at 0.1 USD: 1, 2, 4 M USD. Of 8 hours: 0.125, 0.25, 0.5 M an hour; of 10 episodes: 0.1, 0.2, 0.4 M."""
    even = break_even(draws([1e7, 2e7, 4e7]), draws([0.1] * 3, "USD"), runtime_hours=8.0, episodes=10)
    assert even.season.values.tolist() == pytest.approx([1e6, 2e6, 4e6])
    assert even.hour.values.tolist() == pytest.approx([1.25e5, 2.5e5, 5e5])
    assert even.episode.values.tolist() == pytest.approx([1e5, 2e5, 4e5])


def test_episodes_of_an_assumed_length():
    """2 M USD over 8 hours is 0.25 M an hour; an episode of 0.5 or 1 hour 0.125 or 0.25 M."""
    even = break_even(
        draws([2e7, 2e7]), draws([0.1] * 2, "USD"), runtime_hours=8.0, episode_hours=draws([0.5, 1.0]),
    )  # fmt: skip
    assert even.episode.values.tolist() == pytest.approx([1.25e5, 2.5e5])


def test_what_is_not_known_is_left_out():
    even = break_even(draws([2e7]), draws([0.1], "USD"), runtime_hours=None)
    assert (even.hour, even.episode) == (None, None)
    assert break_even(draws([2e7]), draws([0.1], "USD"), runtime_hours=None, episodes=4).episode.values[0] == pytest.approx(5e5)


def test_lognormal_hours_and_values_give_their_product():
    """Closed form: log-normals with log means 17 and -2.5 and log deviations 0.6 and 0.3 multiply to one with 14.5 and
    sqrt(0.36 + 0.09); of 200,000 draws the quantiles lie within 1 %.
    """
    rng = np.random.default_rng(4)
    hours, value = np.exp(rng.normal(17, 0.6, 200_000)), np.exp(rng.normal(-2.5, 0.3, 200_000))
    season = break_even(draws(hours), draws(value, "USD"), runtime_hours=8.0).season
    spread = math.sqrt(0.45)
    for share, z in ((0.1, -NORMAL_TENTH), (0.5, 0.0), (0.9, NORMAL_TENTH)):
        assert season.quantile(share) == pytest.approx(math.exp(14.5 + z * spread), rel=0.01)


def test_payback_by_hand():
    """Worth 1, 2, 4 M against 1.5 M: two of three pay; margins -0.5, 0.5, 2.5 M; 1.5 M over 20 M hours is 0.075 USD an hour."""
    hours = draws([1e7, 2e7, 4e7])
    found = payback(hours, draws([1e6, 2e6, 4e6], "USD"), draws([1.5e6] * 3, "USD"))
    assert found.chance == pytest.approx(2 / 3)
    assert found.margin.values.tolist() == pytest.approx([-5e5, 5e5, 2.5e6])
    assert found.flip_value == pytest.approx(0.075)


def test_a_season_that_nobody_watches_is_worth_nothing():
    nobody = draws([0.0] * 3)
    worth = break_even(nobody, draws([0.1] * 3, "USD"), runtime_hours=8.0, episodes=8)
    assert worth.season.values.max() == worth.episode.values.max() == 0.0
    found = payback(nobody, worth.season, draws([1.0] * 3, "USD"))
    assert (found.chance, found.flip_value) == (0.0, math.inf)


# Properties


@given(AMOUNTS, st.floats(0, 1e9), FACTOR)
def test_dearer_is_never_likelier_to_pay(worth, cost, factor):
    def at(price: float) -> float:
        return payback(draws(worth), draws(worth, "USD"), draws([price] * len(worth), "USD")).chance

    assert at(cost * factor) <= at(cost)


@given(AMOUNTS, st.floats(0, 1e8), FACTOR)
def test_more_hours_are_never_less_likely_to_pay(hours, cost, factor):
    def of(watched: list[float]) -> float:
        even = break_even(draws(watched), draws([0.08] * len(watched), "USD"), runtime_hours=8.0)
        return payback(draws(watched), even.season, draws([cost] * len(watched), "USD")).chance

    assert of([hour * factor for hour in hours]) >= of(hours)


@given(AMOUNTS, st.randoms(use_true_random=False))
def test_the_order_of_the_draws_changes_nothing(hours, random):
    order = list(range(len(hours)))
    random.shuffle(order)
    value = [0.05 + 0.01 * k for k in range(len(hours))]
    straight = break_even(draws(hours), draws(value, "USD"), runtime_hours=8.0).season
    mixed = break_even(draws([hours[k] for k in order]), draws([value[k] for k in order], "USD"), runtime_hours=8.0).season
    assert straight.interval() == mixed.interval()


# Guards


def outcomes(found: HoursAhead, **facts: int) -> dict[str, str]:
    return {guard.code: guard.outcome for guard in guards(found, **({"undated": 0, "later": 0} | facts))}


def test_without_hours_the_number_is_withheld():
    assert outcomes(ahead(missing="no_figures", pairs=0)) == {"hours": "FAIL"}


@pytest.mark.parametrize(("pairs", "outcome"), [(29, "FAIL"), (30, "REVIEW"), (99, "REVIEW"), (100, "PASS")])
def test_pairs_are_judged_by_the_thresholds_they_carry(pairs, outcome):
    judged = {g.code: g for g in guards(ahead(pairs=pairs, missing="few_pairs" if pairs < 30 else ""), undated=0, later=0)}
    assert judged["pairs"].outcome == outcome
    assert judged["pairs"].found == pairs
    assert judged["pairs"].threshold == (30 if outcome == "FAIL" else 100)


def test_half_years_alone_are_for_review_and_a_launch_is_not():
    assert outcomes(ahead())["launch"] == "REVIEW"
    assert outcomes(ahead(basis="launch", wait=math.nan, longest=math.nan))["launch"] == "PASS"


def test_a_longer_wait_than_any_seen_is_for_review():
    assert outcomes(ahead(wait=1400.0))["wait"] == "PASS"
    assert outcomes(ahead(wait=1401.0))["wait"] == "REVIEW"
    strict = guards(ahead(wait=1400.0), undated=0, later=0, limits=Thresholds(longest_wait=0.5))
    assert {g.code: (g.outcome, g.threshold) for g in strict}["wait"] == ("REVIEW", 700.0)


def test_runtime_and_later_sources_are_named_only_where_they_apply():
    assert not {"runtime", "later_source"} & set(outcomes(ahead()))
    assert outcomes(ahead(), undated=1, later=1) | {"runtime": "REVIEW", "later_source": "REVIEW"} == outcomes(
        ahead(), undated=1, later=1
    )
