"""Options and their draws: what moves together, what does not, and what order changes (nothing)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.assumptions import value
from cliffhanger.decision.options import NAMES, OPTIONS, Estimate, Overlap, drawn
from cliffhanger.errors import InputError

TWO = (
    Estimate("a", 1, "renew", (0.0, 10.0, 30.0), (4.0, 5.0, 7.0), 8),
    Estimate("a", 1, "shorter", (0.0, 5.0, 15.0), (2.0, 2.5, 3.5), 4),
    Estimate("b", 2, "renew", (1.0, 2.0, 3.0), (1.0, 1.0, 1.0), 6),
)


def test_every_season_can_end():
    found = drawn(TWO, seed=1, n_draws=50)
    assert [(e.title_id, e.option) for e in found.estimates] == [
        ("a", "renew"), ("a", "shorter"), ("a", "end"), ("b", "renew"), ("b", "end"),
    ]  # fmt: skip
    assert found.season_of.tolist() == [0, 0, 0, 1, 1]
    assert not found.value[[2, 4]].any()
    assert not found.cost[[2, 4]].any()
    assert found.ordered.tolist() == [True, True, False, True, False]


def test_an_end_that_the_table_values_stands():
    found = drawn([*TWO, Estimate("b", 2, "end", (-3.0, -2.0, -1.0), (0.0, 0.0, 0.0))], seed=1, n_draws=50)
    assert len(found.estimates) == 5
    assert found.value[4].max() < 0


def test_options_of_a_season_move_together():
    found = drawn(TWO, seed=1, n_draws=200)
    assert found.value[0] == pytest.approx(2 * found.value[1])


def test_seasons_share_some_error_and_cost_none_with_value():
    """Correlations of 40,000 draws have a standard error of 0.005."""
    found = drawn([Estimate(t, 1, "renew", (-1.3, 0.0, 1.3), (8.0, 10.0, 12.0)) for t in "abc"], seed=1, n_draws=40_000)
    values, costs = (np.corrcoef(x[[0, 2, 4]]) for x in (found.value, found.cost))
    assert values[np.triu_indices(3, 1)] == pytest.approx(value("shared_error"), abs=0.025)
    assert costs[np.triu_indices(3, 1)] == pytest.approx(value("shared_error"), abs=0.025)
    assert np.corrcoef(found.value[0], found.cost[0])[0, 1] == pytest.approx(0.0, abs=0.025)


@given(st.permutations(TWO))
def test_row_order_is_irrelevant(rows):
    one, other = drawn(TWO, seed=4, n_draws=30), drawn(rows, seed=4, n_draws=30)
    assert one.estimates == other.estimates
    assert np.array_equal(one.value, other.value)
    assert np.array_equal(one.cost, other.cost)


def test_another_season_moves_no_draw():
    alone, more = drawn(TWO[2:], seed=4, n_draws=30), drawn(TWO, seed=4, n_draws=30)
    assert np.array_equal(alone.value, more.value[3:])


def test_costs_are_never_negative():
    found = drawn([Estimate("a", 1, "renew", (0, 0, 0), (0.0, 1.0, 50.0))], seed=1, n_draws=2000)
    assert found.cost.min() == 0.0


def test_refusals():
    with pytest.raises(InputError, match="no season"):
        drawn([], seed=1, n_draws=10)
    with pytest.raises(InputError, match=r"a season 1: the option renew is there twice"):
        drawn([*TWO, TWO[0]], seed=1, n_draws=10)
    for pair in ((("a", 1), ("c", 1)), (("a", 1), ("a", 1))):
        with pytest.raises(InputError, match=r"overlap|itself"):
            drawn(TWO, [Overlap(*pair, 0.5)], seed=1, n_draws=10)


def test_overlaps_are_placed_lower_first():
    found = drawn(TWO, [Overlap(("b", 2), ("a", 1), 0.3)], seed=1, n_draws=10)
    assert found.overlaps == ((0, 1, 0.3),)
    with pytest.raises(InputError, match="given twice"):
        drawn(TWO, [Overlap(("b", 2), ("a", 1), 0.3), Overlap(("a", 1), ("b", 2), 0.3)], seed=1, n_draws=10)


def test_the_table_of_options_is_whole():
    assert NAMES == ("renew", "shorter", "final_season", "finale", "wait", "end")
    assert all(kind.term and kind.meaning for kind in OPTIONS)
