"""Value against cost: densities against the normal's, single sums, and the ends of the axis."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import norm

from cliffhanger.decision.against import against

N = 20_000
SCORE = norm.ppf((np.arange(N) + 0.5) / N)  # a sample whose margins are even
CLOSE = 0.03  # of the highest: what a kernel's width does


def test_a_density_is_that_of_the_normal_over_its_highest() -> None:
    found = against("renew", 100.0 + 20.0 * SCORE, 60.0 + 5.0 * SCORE, break_even=100.0)
    grid = np.array(found.grid)
    assert np.array(found.value) == pytest.approx(np.exp(-0.5 * ((grid - 100.0) / 20.0) ** 2), abs=CLOSE)
    assert np.array(found.cost) == pytest.approx(np.exp(-0.5 * ((grid - 60.0) / 5.0) ** 2), abs=3 * CLOSE)
    assert max(found.value) == max(found.cost) == 1.0
    assert (found.worth.mean, found.break_even) == (pytest.approx(100.0), 100.0)
    assert found.grid[0] < 60.0 - 2.33 * 5.0
    assert found.grid[-1] > 100.0 + 2.33 * 20.0
    assert np.diff(grid) == pytest.approx(np.diff(grid)[0])


def test_a_few_far_draws_do_not_flatten_the_others() -> None:
    value = 100.0 + 20.0 * SCORE
    value[-10:] = 1e9
    assert against("renew", value, None, break_even=1.0).grid[-1] < 200.0


@pytest.mark.parametrize("sum_", [0.0, 50.0, -3.0])
def test_a_single_sum_has_no_density_and_a_place_on_the_axis(sum_: float) -> None:
    both = against("renew", np.full(10, sum_), np.full(10, sum_), break_even=sum_)
    assert (both.value, both.cost) == ((), ())
    assert both.grid[0] < sum_ < both.grid[-1]
    sure = against("renew", 100.0 + 20.0 * SCORE, np.full(N, 300.0), break_even=100.0)
    assert sure.cost == ()
    assert sure.paid is not None
    assert sure.grid[-1] > 300.0


def test_what_does_not_fall_below_0_is_not_drawn_there() -> None:
    worth = np.exp(SCORE)
    assert against("renew", worth, worth + 60.0, break_even=1.0).grid[0] == 0.0
    assert against("renew", worth - 0.1, worth + 60.0, break_even=1.0).grid[0] < 0.0


def test_where_no_cost_is_known_the_axis_is_that_of_the_value() -> None:
    found = against("renew", 100.0 + 20.0 * SCORE, None, break_even=100.0)
    assert (found.cost, found.paid) == ((), None)
    assert found.grid[-1] < 160.0
