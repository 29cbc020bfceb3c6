"""Monthly churn hazard by tenure, plan and remembered hours, with a saturating response, fitted on sufficient statistics.

``logit h = a + b_fresh F / (F + half) + b_familiar R / (R + 20) + b_usual log(1 + U) + tenure + plan + out + near + awaited``

F are the hours that were new to the account, R those that were not, both remembered from the three months before the one in
which it leaves or stays; U its usual hours. F moves with what comes out, U hardly does, so that with U held fixed ``b_fresh``
is read off the same kind of account in richer and in poorer months. Followers of a series whose next season is awaited are held
against followers some months before (``near``), not against everybody; months after a premiere have a term of their own, because
then there is something to watch.

Source: grouped logistic regression by Newton's method (McCullagh and Nelder 1989, ch. 4); the saturating response is the
Michaelis-Menten curve, its half point chosen by likelihood.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from cliffhanger.errors import InputError
from cliffhanger.service_records import Columns

Floats = NDArray[np.float64]
HALVES_H = (3.0, 6.0, 12.0, 24.0)  # remembered fresh hours at which half of their effect is reached; one is chosen
FAMILIAR_HALF_H = 20.0
NEW_MONTHS = 2  # an account so young is new
OUT, NEAR, AWAITED = 1, 2, 3
FRESH, FAMILIAR, USUAL, TENURE, NEW, IS_OUT, IS_NEAR, IS_AWAITED = range(1, 9)  # places among the coefficients; plans follow
STEPS, ENOUGH = 50, 1e-9
RIDGE = 1e-3  # keeps a plan or tenure that hardly occurs finite


@dataclass(frozen=True, slots=True, eq=False)
class ChurnFit:
    """A fitted hazard.

    Attributes
    ----------
    half_h
        Remembered fresh hours at which half of their effect is reached.
    plans
        The first is the reference.
    coefficients, covariance
        Shapes (p,) and (p, p): intercept, fresh, familiar, usual, tenure, new, just out, near, awaited, then one for each further
        plan.
    account_months, churned
        What it was fitted on.
    """

    half_h: float
    plans: tuple[str, ...]
    coefficients: Floats
    covariance: Floats
    account_months: int
    churned: int

    @property
    def fresh(self) -> tuple[float, float]:
        """What full satisfaction with fresh hours does to the log odds of leaving, and its standard error."""
        return float(self.coefficients[FRESH]), float(np.sqrt(self.covariance[FRESH, FRESH]))

    @property
    def awaited(self) -> tuple[float, float]:
        """What awaiting a dated season does to the log odds of leaving, and its standard error."""
        contrast = np.zeros(len(self.coefficients))
        contrast[IS_AWAITED], contrast[IS_NEAR] = 1.0, -1.0
        return float(contrast @ self.coefficients), float(np.sqrt(contrast @ self.covariance @ contrast))

    def hazard(self, cells: Columns) -> Floats:
        """Monthly hazard of cells in which nothing is awaited; ``cells`` as of ``involvement_cells``, shape (n_cells,)."""
        return np.asarray(expit(_design(cells, self.plans, self.half_h, "accounts") @ self.coefficients), dtype=np.float64)


def fit_churn(cells: Columns) -> ChurnFit:
    """Fit the hazard on ``churn_cells``.

    Raises
    ------
    InputError
        Nobody left, or nobody stayed: there is no response to fit.
    """
    months, churned = cells["account_months"].astype(np.float64), cells["churned"].astype(np.float64)
    if not 0 < churned.sum() < months.sum():
        what = "nobody left" if months.sum() else "no account was there for two whole months"
        what = "everybody left" if months.sum() and churned.sum() else what
        raise InputError(f"churn cannot be estimated: {what}", place="accounts", remedy="Give a log with leavers and stayers")
    names, places = np.unique(cells["plan"], return_inverse=True)
    largest = np.argsort(-np.bincount(places, weights=months), kind="stable")
    plans = tuple(str(names[k]) for k in largest)
    found = []
    for half in HALVES_H:
        design = _design(cells, plans, half, "account_months")
        coefficients, covariance, likelihood = _newton(design, months, churned)
        found.append((likelihood, half, coefficients, covariance))
    _, half, coefficients, covariance = max(found, key=lambda one: one[0])
    return ChurnFit(half, plans, coefficients, covariance, int(months.sum()), int(churned.sum()))


def saturated(hours: Floats, half_h: float) -> Floats:
    """Share of the full effect that remembered hours have: 0 at none, a half at ``half_h``, towards 1."""
    return np.asarray(hours / (hours + half_h), dtype=np.float64)


def _design(cells: Columns, plans: tuple[str, ...], half: float, weight: str) -> Floats:
    count = np.maximum(cells[weight].astype(np.float64), 1.0)
    tenure = cells["tenure_from"].astype(np.float64)
    awaiting = cells["awaiting"] if "awaiting" in cells else np.zeros(len(tenure), dtype=np.int64)
    columns = [
        np.ones(len(tenure)),
        saturated(cells["fresh_h"] / count, half),
        saturated(cells["familiar_h"] / count, FAMILIAR_HALF_H),
        np.log1p(cells["usual_h"] / count),
        np.log1p(tenure),
        (tenure < NEW_MONTHS).astype(np.float64),
        (awaiting == OUT).astype(np.float64),
        (awaiting == NEAR).astype(np.float64),
        (awaiting == AWAITED).astype(np.float64),
        *((cells["plan"] == plan).astype(np.float64) for plan in plans[1:]),
    ]
    return np.column_stack(columns)


def _newton(design: Floats, months: Floats, churned: Floats) -> tuple[Floats, Floats, float]:
    coefficients = np.zeros(design.shape[1])
    share = churned.sum() / months.sum()
    coefficients[0] = np.log(share / (1.0 - share))
    ridge = np.diag([0.0, *[RIDGE] * (design.shape[1] - 1)])
    for _ in range(STEPS):
        chance = expit(design @ coefficients)
        information = design.T @ (design * (months * chance * (1.0 - chance))[:, None]) + ridge
        step = np.linalg.solve(information, design.T @ (churned - months * chance) - ridge @ coefficients)
        coefficients = coefficients + np.clip(step, -2.0, 2.0)
        if np.abs(step).max() < ENOUGH:
            break
    logits = design @ coefficients
    likelihood = float(churned @ logits - months @ np.logaddexp(0.0, logits))
    return coefficients, np.asarray(np.linalg.inv(information), dtype=np.float64), likelihood
