"""A fitted model as plain data and back, so that an answer needs no new fit."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np

from cliffhanger.estimates.cure import CureFit
from cliffhanger.estimates.detection import Detection
from cliffhanger.estimates.families import FAMILIES
from cliffhanger.estimates.returning import ReturnModel, Scaling


def to_plain(model: ReturnModel) -> dict[str, Any]:
    """Every number of the model, as lists and floats."""
    fit, detection = model.fit, model.detection
    return {
        "family": fit.family.name,
        "fitted_through": model.fitted_through.isoformat(),
        "rows": fit.rows,
        "returns": fit.returns,
        "log_likelihood": fit.log_likelihood,
        "incidence": list(fit.incidence_names),
        "latency": list(fit.latency_names),
        "theta": fit.theta.tolist(),
        "precision_factor": [row[: k + 1].tolist() for k, row in enumerate(fit.precision_factor)],
        "scaling": [
            {"mean": s.mean.tolist(), "spread": s.spread.tolist(), "flag": np.isinf(s.limit).tolist(), "limit": _limit(s)}
            for s in model.scaling
        ],
        "detection": {
            "theta": detection.theta.tolist(),
            "centre": detection.centre,
            "spread": detection.spread,
            "returns": detection.returns,
        },
    }


def from_plain(data: dict[str, Any]) -> ReturnModel:
    """Rebuild the model from ``to_plain``'s data."""
    size = len(data["theta"])
    factor = np.zeros((size, size))
    for k, row in enumerate(data["precision_factor"]):
        factor[k, : k + 1] = row
    fit = CureFit(
        FAMILIES[data["family"]],
        tuple(data["incidence"]),
        tuple(data["latency"]),
        np.array(data["theta"]),
        factor,
        data["log_likelihood"],
        data["rows"],
        data["returns"],
    )
    first, second = (
        Scaling(np.array(s["mean"]), np.array(s["spread"]), np.where(s["flag"], np.inf, s["limit"])) for s in data["scaling"]
    )
    detection = Detection(**{**data["detection"], "theta": np.array(data["detection"]["theta"])})
    return ReturnModel(fit, (first, second), detection, dt.date.fromisoformat(data["fitted_through"]))


def _limit(scaling: Scaling) -> float:
    finite = scaling.limit[np.isfinite(scaling.limit)]
    return float(finite[0]) if len(finite) else 0.0
