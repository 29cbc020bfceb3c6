"""Conformal intervals cover, and the line is least squares."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import Ridge as SklearnRidge

from cliffhanger.estimates.conformal import residuals
from cliffhanger.estimates.ridge import fit_ridge


def test_shift_by_hand():
    """Nine errors -4..4: rank ceil(10 x 0.9) = 9 is 4, rank floor(10 x 0.1) = 1 is -4."""
    errors = residuals(np.arange(9.0), np.full(9, 4.0))
    assert (errors.shift(0.9), errors.shift(0.1), errors.shift(0.5)) == (4.0, -4.0, 0.0)


def test_too_few_errors_for_the_level():
    """Five errors cannot bound nine in ten: the interval is endless, not invented."""
    errors = residuals(np.arange(5.0), np.zeros(5))
    assert errors.shift(0.9) == float("inf")
    assert errors.shift(0.1) == float("-inf")


def test_intervals_cover_skewed_errors():
    """On fresh skewed errors the 80 % interval covers 80 %, within two points at 20,000 draws."""
    rng = np.random.default_rng(8)
    errors = residuals(rng.exponential(size=4000), np.zeros(4000))
    fresh = rng.exponential(size=20_000)
    assert np.mean((fresh >= errors.shift(0.1)) & (fresh <= errors.shift(0.9))) == pytest.approx(0.8, abs=0.02)


def test_line_equals_sklearn():
    """Slopes and forecasts are sklearn's Ridge on standardised columns."""
    rng = np.random.default_rng(2)
    columns = rng.normal(3, [1, 5, 0.2], (80, 3))
    outcome = columns @ [0.5, -0.2, 2.0] + rng.standard_normal(80)
    ours = fit_ridge(columns, outcome, np.arange(80.0), penalty=7.0)
    scaled = (columns - columns.mean(axis=0)) / columns.std(axis=0)
    theirs = SklearnRidge(alpha=7.0).fit(scaled, outcome)
    np.testing.assert_allclose(ours.slopes, theirs.coef_)
    np.testing.assert_allclose(ours.predict(columns), theirs.predict(scaled))


def test_residuals_come_from_later_rows_only():
    """An outcome that jumps with time is missed by forecasts made before the jump: in-sample errors would hide it."""
    columns = np.zeros((60, 1))
    outcome = np.r_[np.zeros(30), np.ones(30)]
    line = fit_ridge(columns, outcome, np.arange(60.0), penalty=1.0, folds=5)
    assert line.residuals.values.max() == pytest.approx(1.0)
    assert len(line.residuals.values) == 50
