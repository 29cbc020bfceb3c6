"""The churn hazard: against closed forms, an independent fit, known parameters, and tables on which nothing can be fitted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from cliffhanger.errors import InputError
from cliffhanger.estimates.churn import _design, fit_churn, saturated
from tests.estimates.service_sample import churn_cells


def test_half_of_the_effect_is_reached_at_the_half_point() -> None:
    assert saturated(np.array([0.0, 12.0, 1e9]), 12.0) == pytest.approx([0.0, 0.5, 1.0])


def test_known_parameters_are_recovered() -> None:
    fit = fit_churn(churn_cells(effect=-2.0))
    assert fit.half_h in (6.0, 12.0, 24.0)
    hazard = fit.hazard(_like(fresh=6.0))
    richer = fit.hazard(_like(fresh=14.0))
    true = [1 / (1 + np.exp(2.6 + 2.0 * f / (f + 12) + 0.3 * np.log(13))) for f in (6.0, 14.0)]
    assert [float(hazard[0]), float(richer[0])] == pytest.approx(true, rel=0.1)
    contrast, error = fit.awaited
    assert abs(contrast + 0.2) < 3 * error


def _like(*, fresh: float) -> dict[str, Any]:
    return {
        "tenure_from": np.array([12]), "plan": np.array(["ads"]), "accounts": np.array([10.0]),
        "fresh_h": np.array([10 * fresh]), "familiar_h": np.array([80.0]), "usual_h": np.array([200.0]),
    }  # fmt: skip


def test_the_fit_is_that_of_an_independent_library() -> None:
    cells = churn_cells()
    fit = fit_churn(cells)
    design = _design(cells, fit.plans, fit.half_h, "account_months")
    kept = np.ptp(design, axis=0) > 0
    left, stayed = cells["churned"], cells["account_months"] - cells["churned"]
    model = LogisticRegression(C=1e6, tol=1e-10, max_iter=5_000)
    model.fit(np.vstack([design[:, kept]] * 2), np.repeat([1, 0], len(left)), sample_weight=np.concatenate([left, stayed]))
    ours = 1 / (1 + np.exp(-design @ fit.coefficients))
    assert ours == pytest.approx(model.predict_proba(design[:, kept])[:, 1], rel=2e-3)


def test_the_order_of_cells_changes_nothing() -> None:
    cells = churn_cells()
    order = np.random.default_rng(3).permutation(len(cells["churned"]))
    again = fit_churn({name: column[order] for name, column in cells.items()})
    assert again.coefficients == pytest.approx(fit_churn(cells).coefficients, abs=1e-8)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda cells: cells | {"churned": 0 * cells["churned"]}, "nobody left"),
        (lambda cells: cells | {"churned": cells["account_months"]}, "everybody left"),
        (lambda cells: {name: column[:0] for name, column in cells.items()}, "no account was there"),
    ],
)
def test_where_there_is_no_response_the_refusal_says_so(change: Any, told: str) -> None:
    with pytest.raises(InputError, match=told):
        fit_churn(change(churn_cells()))
