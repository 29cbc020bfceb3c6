"""Limits that contradict each other: the smallest set of them, by hand and against all subsets."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.decision import conflicts
from cliffhanger.decision.conflicts import smallest_conflict
from cliffhanger.decision.limits import Demand, Limits, Range, limit_rows
from cliffhanger.decision.options import Estimate, drawn
from cliffhanger.decision.program import Row


def choices_of(*costs: float, genres: str = "", episodes: int = 8):
    rows = [
        Estimate(title, 1, "renew", (1.0,) * 3, (cost,) * 3, episodes, genre)
        for title, cost, genre in zip("abcdefg", costs, genres or "x" * len(costs), strict=False)
    ]
    return drawn(rows, seed=1, n_draws=10)


def keys(conflict):
    return [row.key for row in conflict.rows]


def test_no_conflict():
    choices = choices_of(1.0, 2.0)
    assert smallest_conflict(choices, limit_rows(choices, Limits(3.0))) is None


def test_budget_against_what_must_be():
    """a and b cost 7 and must be; 5 are there. That c must not be has nothing to do with it."""
    choices = choices_of(3.0, 4.0, 9.0)
    demands = (Demand("a", 1, None, True), Demand("b", 1, None, True), Demand("c", 1, None, False))
    found = smallest_conflict(choices, limit_rows(choices, Limits(5.0, demands=demands)))
    assert found is not None
    assert keys(found) == ["budget", "must:a:1", "must:b:1"]
    assert (found.smallest, found.needed) == (True, 7.0)


def test_one_limit_alone_cannot_be_met():
    choices = choices_of(1.0, 1.0)
    found = smallest_conflict(choices, limit_rows(choices, Limits(0.5, ranges=(Range("seasons", "", 3, None),))))
    assert found is not None
    assert (keys(found), found.needed) == (["seasons"], None)


def test_the_smaller_of_two_conflicts_is_told():
    """Three demands break the budget of 5 together (6); two of episodes break each other: the two are told."""
    choices = choices_of(2.0, 2.0, 2.0, episodes=10)
    demands = tuple(Demand(title, 1, None, True) for title in "abc")
    ranges = (Range("episodes", "", None, 4), Range("seasons", "", 1, None))
    found = smallest_conflict(choices, limit_rows(choices, Limits(5.0, ranges=ranges, demands=demands)))
    assert found is not None
    assert found.smallest
    assert len(found.rows) == 2
    assert keys(found)[0] == "episodes"


def test_genres_by_hand():
    """Two dramas at least and one season at most: without either the other can be met."""
    choices = choices_of(1.0, 1.0, 1.0, genres="ddc")
    ranges = (Range("genre", "d", 2, None), Range("genre", "c", 1, None), Range("seasons", "", None, 1))
    found = smallest_conflict(choices, limit_rows(choices, Limits(10.0, ranges=ranges)))
    assert found is not None
    assert set(keys(found)) == {"genre:d", "seasons"}


def test_many_limits_are_filtered_but_not_all_sets_tried(monkeypatch):
    monkeypatch.setattr(conflicts, "MOST_SETS", 2)
    choices = choices_of(3.0, 4.0, 1.0)
    demands = tuple(Demand(title, 1, None, True) for title in "abc")
    found = smallest_conflict(choices, limit_rows(choices, Limits(6.0, demands=demands)))
    assert found is not None
    assert (keys(found), found.smallest) == (["budget", "must:a:1", "must:b:1"], False)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.lists(st.integers(0, 3), min_size=4, max_size=4), st.integers(-2, 6)), min_size=1, max_size=5))
def test_equals_the_smallest_of_all_subsets(drawn_rows):
    """Random rows "weights of what is ordered at most (below 0: at least)"; every subset is tried against every decision."""
    choices = choices_of(1.0, 1.0, 1.0, 1.0)
    rows = []
    for at, (weights, bound) in enumerate(drawn_rows):
        full = np.zeros(8)
        full[::2] = weights  # renew, end, renew, end
        low, high = (float(bound), math.inf) if bound > 2 else (-math.inf, float(abs(bound)))
        rows.append(Row(str(at), str(at), full, low, high))

    def possible(some):
        decisions = itertools.product((0, 1), repeat=4)
        return any(all(r.low <= np.dot(r.weights[::2], d) <= r.high for r in some) for d in decisions)

    broken = [some for size in range(1, len(rows) + 1) for some in itertools.combinations(rows, size) if not possible(some)]
    found = smallest_conflict(choices, rows)
    if not broken:
        assert found is None
        return
    assert found is not None
    assert not possible(found.rows)
    assert len(found.rows) == len(broken[0])


@pytest.mark.parametrize("budget", [0.0, 2.5])
def test_needed_is_the_cheapest_way(budget):
    """Two of the seasons must be ordered, whichever: the cheapest two cost 1 + 2."""
    choices = choices_of(3.0, 1.0, 2.0)
    found = smallest_conflict(choices, limit_rows(choices, Limits(budget, ranges=(Range("seasons", "", 2, None),))))
    assert found is not None
    assert found.needed == pytest.approx(3.0)
