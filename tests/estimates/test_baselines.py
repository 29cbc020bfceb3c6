"""Baselines equal lifelines' Kaplan-Meier, by stratum."""

from __future__ import annotations

import numpy as np
from lifelines import KaplanMeierFitter

from cliffhanger.estimates import baselines
from cliffhanger.estimates.cure import Waiting
from tests.estimates.samples import records


def test_equals_lifelines_kaplan_meier():
    """lifelines 0.30 KaplanMeierFitter().fit(days, returned).survival_function_at_times(...)."""
    rng = np.random.default_rng(4)
    days, returned = rng.integers(1, 900, 500).astype(float), rng.random(500) < 0.4
    at = np.array([0.0, 10.0, 100.5, 450.0, 899.0])
    theirs = KaplanMeierFitter().fit(days, returned).survival_function_at_times(at).to_numpy()
    np.testing.assert_allclose(baselines.kaplan_meier(days, returned)(at), theirs, atol=1e-12)


def test_strata_by_hand():
    """First season 2, limited 1 more; an unseen label counts as open."""
    seasons = records(4, first_season=[True, True, False, False], limited=[0.0, 1.0, 1.0, np.nan])
    assert baselines.strata(seasons).tolist() == [2, 3, 1, 0]


def test_small_stratum_borrows_from_all():
    """A group with fewer than twenty waits gets the curve of everyone; a large one without returns says never."""
    days = np.r_[np.full(30, 100.0), np.full(30, 500.0), np.full(3, 50.0)]
    returned = np.r_[np.ones(30, dtype=bool), np.zeros(30, dtype=bool), np.ones(3, dtype=bool)]
    training = np.r_[np.zeros(30), np.ones(30), np.full(3, 2)].astype(int)
    waiting = Waiting(days, returned, days, np.ones(63))
    law = baselines.stepwise(waiting, training, np.array([0, 1, 2]))
    everyone = baselines.kaplan_meier(days, returned)(np.array([200.0]))[0]
    np.testing.assert_allclose(law.survival(np.full(3, 200.0)), [0.0, 1.0, everyone])


def test_index_thirds():
    """Listed seasons fall into thirds of the relative views; the others into a group of their own."""
    groups = baselines.index_groups(np.array([-1.0, 0.0, 1.0, 9.0]), np.array([True, True, True, False]))
    assert groups.tolist() == [1, 2, 3, 0]
