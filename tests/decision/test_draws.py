"""Draws: three quantiles held exactly, means in closed form, draws that belong together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cliffhanger.errors import InternalError
from cliffhanger.estimates.draws import Draws, joined_normal, related_scores, slices

SAMPLED = 2e-3  # of the width: the middles of 4,000 slices leave out the outermost tails
N = 4000


def drawn(p10: float, p50: float, p90: float, *, seed: int = 1, n: int = N) -> Draws:
    return Draws.from_quantiles(p10, p50, p90, rng=np.random.default_rng(seed), n_draws=n, unit="USD")


@given(middle=st.floats(-1e9, 1e9), below=st.floats(0, 1e9), above=st.floats(0, 1e9), seed=st.integers(0, 9))
def test_three_quantiles_are_held(middle, below, above, seed):
    found = drawn(middle - below, middle, middle + above, seed=seed)
    width = below + above + 1e-6 * abs(middle) + 1e-9
    for share, wanted in ((0.1, middle - below), (0.5, middle), (0.9, middle + above)):
        assert abs(found.quantile(share) - wanted) <= SAMPLED * width


def test_an_even_spread_is_the_normal_distribution():
    """scipy.stats.norm(5, 2): its tenth and ninetieth hundredths lie 1.2816 standard deviations out."""
    shares = np.array([0.01, 0.1, 0.3, 0.5, 0.77, 0.9, 0.999])
    normal = stats.norm(5, 2)
    p10, p50, p90 = normal.ppf([0.1, 0.5, 0.9])
    assert joined_normal(shares, p10, p50, p90) == pytest.approx(normal.ppf(shares))


def test_mean_in_closed_form():
    """Half-normals: below sd 10, above sd 30, each with weight one half: 100 + (30 - 10) / sqrt(2 pi) = 107.979."""
    z = stats.norm.ppf(0.9)
    wanted = 100 + 20 / np.sqrt(2 * np.pi)
    assert wanted == pytest.approx(107.979, abs=1e-3)
    assert drawn(100 - 10 * z, 100, 100 + 30 * z).mean == pytest.approx(wanted, abs=0.01)


def test_mean_hardly_depends_on_the_seed():
    """Slices are even by construction; only the order is drawn."""
    means = [drawn(1, 4, 11, seed=seed).mean for seed in range(5)]
    assert max(means) - min(means) < 1e-12


def test_equal_states_move_together():
    one, other = drawn(0, 10, 30, seed=3), drawn(0, 5, 15, seed=3)
    assert np.array_equal(one.values, 2 * other.values)
    assert (one - other).probability(above=0.0) == one.probability(above=0.0)


def test_interval_probability_and_sums_by_hand():
    values = Draws(np.array([-2.0, -1.0, 0.0, 1.0, 2.0]), "USD")
    assert values.mean == 0
    assert values.probability() == 2 / 5  # 0 is not above 0
    assert values.interval(0.5) == (-1.0, 1.0)
    assert (values + values).values.tolist() == [-4, -2, 0, 2, 4]
    assert (values - values.scaled(0.5)).mean == 0


def test_related_scores_share_variance():
    """Two scores with a quarter in common correlate by a quarter; the standard error at 40,000 draws is 0.005."""
    common = np.random.default_rng(1).standard_normal(40_000)
    one, other = (related_scores(np.random.default_rng(seed), common, share=0.25) for seed in (2, 3))
    assert np.corrcoef(one, other)[0, 1] == pytest.approx(0.25, abs=0.02)
    assert one.std() == pytest.approx(1.0, abs=0.02)


def test_slices_are_even():
    assert sorted(slices(np.array([5.0, -1.0, 3.0, 0.0]))) == [0.125, 0.375, 0.625, 0.875]
    assert slices(np.array([5.0, -1.0, 3.0, 0.0])).tolist() == [0.875, 0.125, 0.625, 0.375]


def test_values_are_read_only_and_checked():
    found = drawn(0, 1, 2)
    with pytest.raises(ValueError, match="read-only"):
        found.values[0] = 1.0
    for wrong in (np.zeros(0), np.zeros((2, 2)), np.array([1.0, np.nan])):
        with pytest.raises(InternalError):
            Draws(wrong, "USD")
    with pytest.raises(InternalError, match="rising"):
        drawn(2, 1, 3)
    with pytest.raises(InternalError, match="do not go with"):
        _ = found + Draws(found.values, "EUR")
