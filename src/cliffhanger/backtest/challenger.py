"""LightGBM as challenger: a hazard for every quarter of a year since the premiere, from the same columns as the model.

Only in the back-test, and only where LightGBM is installed (the ``dev`` extra). Seasons count only while every return is seen: to
count a return after full detection but not the seasons that stayed away would teach it that late quarters always bring one.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cliffhanger.estimates.cure import Waiting
from cliffhanger.estimates.features import INCIDENCE, LATENCY, Features
from cliffhanger.records import SeasonRecords

Floats = NDArray[np.float64]
NAME = "LightGBM"
QUARTER_DAYS = 91.3125
QUARTERS = 16
SETTINGS: dict[str, Any] = {
    "n_estimators": 200,
    "learning_rate": 0.03,
    "num_leaves": 12,
    "min_child_samples": 40,
    "colsample_bytree": 0.6,
    "reg_lambda": 5.0,
    "random_state": 0,
    "deterministic": True,
    "force_row_wise": True,
    "n_jobs": 1,
    "verbose": -1,
}


def available() -> bool:
    """Whether LightGBM is installed."""
    return importlib.util.find_spec("lightgbm") is not None


@dataclass(frozen=True, slots=True)
class QuarterlySurvival:
    """Survival at the end of each quarter, shape (n, QUARTERS + 1); flat after the last."""

    at_quarters: Floats

    @property
    def ever(self) -> Floats:
        """One: what does not return stays in the survival."""
        return np.ones(len(self.at_quarters))

    def survival(self, days: Floats) -> Floats:
        """Share not back by each season's day, straight between quarters."""
        place = np.clip(days / QUARTER_DAYS, 0.0, QUARTERS)
        low = np.minimum(np.floor(place).astype(np.int64), QUARTERS - 1)
        rows = np.arange(len(days))
        start, end = self.at_quarters[rows, low], self.at_quarters[rows, low + 1]
        return start + (place - low) * (end - start)


def fit(records: SeasonRecords, features: Features, waiting: Waiting, rows: NDArray[np.int64]) -> QuarterlySurvival:
    """Fit on the waits of ``rows`` and give the survival of every season of the record."""
    from lightgbm import LGBMClassifier

    names = tuple(dict.fromkeys(INCIDENCE + LATENCY))
    matrix = features.matrix(names)
    season, quarter, returned = _person_quarters(
        waiting, np.maximum(records.days_since_premiere(records.detected_until), 0.0)[rows]
    )
    machine = LGBMClassifier(**SETTINGS)
    machine.fit(np.column_stack([matrix[rows][season], quarter]), returned)
    survival = np.ones((len(matrix), QUARTERS + 1))
    for k in range(QUARTERS):
        hazard = np.asarray(machine.predict_proba(np.column_stack([matrix, np.full(len(matrix), k)])))[:, 1]
        survival[:, k + 1] = survival[:, k] * (1.0 - hazard)
    return QuarterlySurvival(survival)


def _person_quarters(waiting: Waiting, watched_days: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """One row for each season and each whole quarter within ``watched_days``, up to its return: season, quarter, back or not."""
    whole = np.floor(watched_days / QUARTER_DAYS).astype(np.int64)
    at_return = np.where(waiting.returned, np.floor(waiting.days / QUARTER_DAYS), QUARTERS).astype(np.int64)
    count = np.clip(np.minimum(at_return + 1, whole), 0, QUARTERS)
    season = np.repeat(np.arange(len(count)), count)
    quarter = np.arange(len(season)) - np.repeat(np.cumsum(count) - count, count)
    back = quarter == at_return[season]
    return season, quarter, back.astype(np.int64)
