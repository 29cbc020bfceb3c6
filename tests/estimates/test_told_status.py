"""What an owner's word does to whether and when."""

from __future__ import annotations

import datetime as dt

import pytest
from scipy import stats

from cliffhanger.estimates.told_status import production_clock, saved_rate

SINCE = dt.date(2024, 1, 1)
PERIODS = [dt.date(2024, 7, 1), dt.date(2024, 10, 1), dt.date(2025, 1, 1), dt.date(2025, 4, 1)]


def test_the_rate_is_the_jeffreys_interval() -> None:
    rate = saved_rate(1, 21)
    law = stats.beta(1.5, 20.5)
    assert (rate.p10, rate.p50, rate.p90) == pytest.approx((law.ppf(0.1), law.ppf(0.5), law.ppf(0.9)))
    with pytest.raises(ValueError, match="cannot"):
        saved_rate(3, 2)


def test_the_clock_sums_to_one_and_knows_that_it_is_not_out_yet() -> None:
    clock = production_clock("filming", SINCE, dt.date(2024, 7, 1), PERIODS)
    assert sum(clock.by_period) + clock.later == pytest.approx(1.0)
    assert dt.date(2024, 7, 1) <= clock.p10 < clock.p50 < clock.p90


def test_a_later_stage_is_nearer_to_the_premiere_and_waiting_moves_the_day_on() -> None:
    days = [production_clock(stage, SINCE, SINCE, PERIODS).p50 for stage in ("renewed", "filming", "wrapped")]
    assert days == sorted(days, reverse=True)
    waited = production_clock("renewed", SINCE, dt.date(2026, 1, 1), PERIODS)
    assert waited.p50 > days[0]
    assert waited.p10 >= dt.date(2026, 1, 1)
