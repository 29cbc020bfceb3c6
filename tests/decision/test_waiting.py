"""The value of waiting in closed form, the same in the option, in the sums that are told of it, and at other costs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.stats import norm

from cliffhanger.decision.season_options import Option, valued
from cliffhanger.decision.waiting import Later, waited

N = 40_000
RNG = np.random.default_rng(1)
SIGNAL = RNG.normal(0, 1, N)
RENEW = Option("renew", 10, 100.0 + 30.0 * SIGNAL, np.full(N, 100.0), {})
FINALE = Option("finale", 2, 30.0 + 3.0 * SIGNAL + RNG.normal(0, 5, N), np.full(N, 10.0), {})


def later(options: list[Option], **changes: Any) -> Later:
    asked = {"age_days": 41, "left_days": [200.0] * len(options), "resolved": 1.0, "rng": np.random.default_rng(2)}
    found = waited(options, SIGNAL, **{**asked, **changes})
    assert found is not None
    return found


@pytest.mark.parametrize("resolved", [1.0, 0.5, 0.1])
def test_what_is_learned_is_worth_the_normal_loss(resolved: float) -> None:
    found = later([RENEW], resolved=resolved).told
    # E[max(0, s z)] = s phi(0): what deciding with the figures is worth where the mean net value is nothing.
    assert found.information == pytest.approx(30 * np.sqrt(resolved) * norm.pdf(0), rel=0.05)
    assert found.days == 50
    assert found.lost == 0.25


def test_what_is_told_of_the_wait_is_its_net_value_against_the_best_of_now() -> None:
    for options in ([RENEW], [RENEW, FINALE], [FINALE]):
        for left in (60.0, 200.0):
            found = later(options, left_days=[left] * len(options), resolved=0.5)
            net = valued(found.option).net
            assert net is not None
            now = max(float((option.gross - option.cost).mean()) for option in options if option.cost is not None)
            assert found.told.net == pytest.approx(net.mean - max(now, 0.0), abs=1e-9)
            assert found.shown.worth(np.ones(1))[0] == pytest.approx(net.mean, abs=1e-9)


def test_the_delay_costs_by_the_days_that_are_left_to_each_option() -> None:
    cheap = Option("finale", 2, np.full(N, 182.0), np.full(N, 1.0), {})
    told = later([cheap], age_days=49, left_days=[65.0]).told
    assert told.delay == pytest.approx(182 * 42 / 65)
    assert told.lost == pytest.approx(42 / 65)
    early = Option("shorter", 6, np.full(N, 182.0), np.full(N, 2.0), {})
    assert later([cheap, early], age_days=49, left_days=[65.0, 300.0]).told.delay == pytest.approx(1 + 182 * 42 / 300)


def test_what_cannot_pay_is_no_reason_to_wait_however_it_scatters() -> None:
    scattered = Option("renew", 10, RNG.normal(95.0, 400.0, 4_000), np.full(4_000, 100.0), {})
    found = waited([scattered], SIGNAL[:4_000], age_days=41, left_days=[200.0], resolved=0.5, rng=np.random.default_rng(3))
    assert found is not None
    assert found.shown.worth(np.ones(1))[0] < 5, "the luckiest of twenty slices would be worth some 25"


def test_dearer_is_never_worth_more() -> None:
    worth = later([RENEW, FINALE]).shown.worth(np.geomspace(0.1, 10, 50))
    assert (np.diff(worth) <= 1e-9).all()


def test_once_the_window_has_closed_there_is_nothing_to_wait_for() -> None:
    asked: dict[str, Any] = {"left_days": [200.0], "resolved": 0.5, "rng": np.random.default_rng(2)}
    assert waited([RENEW], SIGNAL, age_days=91, **asked) is None
    assert waited([Option("renew", 10, RENEW.gross, None, {})], SIGNAL, age_days=5, **asked) is None
