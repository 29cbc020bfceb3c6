"""Scores equal scikit-learn's, and the bootstrap knows its clusters."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn import metrics

from cliffhanger.estimates import scores

RNG_SEED = 3


@pytest.fixture
def forecasts():
    rng = np.random.default_rng(RNG_SEED)
    chance = np.round(rng.uniform(0.01, 0.9, 400), 2)  # rounded: ties occur
    return chance, (rng.random(400) < chance).astype(float)


def test_equal_to_sklearn(forecasts):
    """AUC, Brier and log loss are sklearn's."""
    chance, outcome = forecasts
    assert scores.auc(chance, outcome) == pytest.approx(metrics.roc_auc_score(outcome, chance))
    assert scores.brier(chance, outcome) == pytest.approx(metrics.brier_score_loss(outcome, chance))
    assert scores.log_loss(chance, outcome) == pytest.approx(metrics.log_loss(outcome, chance))


def test_calibration_by_hand():
    """Four forecasts in two bins: |0.15 - 0| and |0.7 - 1| over two rows each: (2 x 0.15 + 2 x 0.3) / 4."""
    chance, outcome = np.array([0.1, 0.2, 0.6, 0.8]), np.array([0.0, 0.0, 1.0, 1.0])
    assert scores.ece(chance, outcome, bins=2) == pytest.approx(0.225)
    assert [b.rows for b in scores.reliability(chance, outcome, bins=2)] == [2, 2]


def test_nothing_to_score_is_not_a_number():
    """Without rows, or without both outcomes, there is no score; none is made up."""
    assert np.isnan(scores.brier(np.array([]), np.array([])))
    assert np.isnan(scores.auc(np.array([0.2, 0.4]), np.array([0.0, 0.0])))


def test_certain_and_wrong_is_finite():
    """A forecast of zero that comes true costs as much as one in ten thousand."""
    assert scores.log_loss(np.array([0.0]), np.array([1.0])) == pytest.approx(-np.log(1e-4))


def test_a_statistic_that_is_never_defined_has_no_interval():
    """The AUC of forecasts that never came true: NaN with NaN bounds, and no warning."""
    chance, outcome = np.linspace(0.1, 0.9, 8), np.zeros(8)
    found = scores.clustered_bootstrap(
        lambda rows: scores.auc(chance[rows], outcome[rows]), np.arange(8).astype(str), np.random.default_rng(1), resamples=20
    )
    assert np.isnan([found.value, found.low, found.high]).all()


def test_clusters_widen_the_interval():
    """Ten copies of each value are one piece of evidence: the interval is that of the values, not ten times as sure."""
    rng = np.random.default_rng(1)
    values = np.repeat(rng.standard_normal(40), 10)
    series = np.repeat([f"s{k}" for k in range(40)], 10)
    each = np.arange(400).astype(str)
    by_series = scores.clustered_bootstrap(lambda rows: float(values[rows].mean()), series, rng)
    by_row = scores.clustered_bootstrap(lambda rows: float(values[rows].mean()), each, rng)
    assert by_series.high - by_series.low > 2 * (by_row.high - by_row.low)
    assert by_series.value == pytest.approx(values.mean())
