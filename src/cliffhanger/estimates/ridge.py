"""Ridge regression with rolling out-of-time residuals: fit on what came before, score what came after."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.estimates.conformal import Residuals, residuals

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ridge:
    """A fitted line.

    Attributes
    ----------
    mean, spread
        Of the training columns, shape (k,).
    intercept, slopes
        On standardised columns; slopes of shape (k,).
    residuals
        Errors on rows later than those each forecast was fitted on.
    rows
        Rows fitted.
    """

    mean: Floats
    spread: Floats
    intercept: float
    slopes: Floats
    residuals: Residuals
    rows: int

    def predict(self, columns: Floats) -> Floats:
        """Forecast, shape (n,)."""
        return self.intercept + ((columns - self.mean) / self.spread) @ self.slopes


def fit_line(columns: Floats, outcome: Floats, *, penalty: float) -> tuple[Floats, Floats, float, Floats]:
    """Least squares with penalty times the squared slopes on standardised columns: mean, spread, intercept, slopes."""
    mean, spread = columns.mean(axis=0), columns.std(axis=0)
    spread = np.where(spread > 1e-9, spread, 1.0)
    x = (columns - mean) / spread
    intercept = float(outcome.mean())
    slopes = np.linalg.solve(x.T @ x + penalty * np.eye(x.shape[1]), x.T @ (outcome - intercept))
    return mean, spread, intercept, slopes


def fit_ridge(columns: Floats, outcome: Floats, known_on: Floats, *, penalty: float, folds: int = 5) -> Ridge:
    """Fit on all rows; residuals come from rows in the order they became known, each fold forecast from the folds before it.

    Parameters
    ----------
    known_on
        Day on which each outcome became known, as a number; shape (n,).
    """
    order = np.argsort(known_on, kind="stable")
    parts = np.array_split(order, folds + 1)
    came, forecast = [np.empty(0)], [np.empty(0)]
    for k in range(1, len(parts)):
        before = np.concatenate(parts[:k])
        if len(before) > columns.shape[1] and len(parts[k]):
            mean, spread, intercept, slopes = fit_line(columns[before], outcome[before], penalty=penalty)
            came.append(outcome[parts[k]])
            forecast.append(intercept + ((columns[parts[k]] - mean) / spread) @ slopes)
    mean, spread, intercept, slopes = fit_line(columns, outcome, penalty=penalty)
    return Ridge(mean, spread, intercept, slopes, residuals(np.concatenate(came), np.concatenate(forecast)), len(outcome))
