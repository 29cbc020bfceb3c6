"""How likely a return would be seen once only the weekly lists tell: estimated by hiding the reports.

Between the start of the lists and the end of full detection every return is known from the reports; the share of them that also
entered the weekly list is what would have been seen without reports.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, log_expit

from cliffhanger.records import SeasonRecords

Floats = NDArray[np.float64]
_SLOPE_SD = 1.0  # prior on standardised log views; the intercepts have sd 1.5 about even odds


@dataclass(frozen=True, slots=True)
class Detection:
    """Chance that a return enters the weekly list.

    Attributes
    ----------
    theta
        Intercept for seasons that were not launch-listed, intercept and slope on standardised log views for those that were,
        change for English among the unlisted.
    centre, spread
        Mean and standard deviation of log views that the slope refers to.
    returns
        Fully seen returns it rests on.
    """

    theta: Floats
    centre: float
    spread: float
    returns: int

    def probability(self, log_views: Floats, listed: NDArray[np.bool_], english: NDArray[np.bool_]) -> Floats:
        """Chance per season, shape (n,), in (0, 1); ``log_views`` may be NaN where not listed."""
        return np.clip(expit(_design(log_views, listed, english, self.centre, self.spread) @ self.theta), 0.02, 0.995)


def fit_detection(records: SeasonRecords, log_views: Floats) -> Detection:
    """Fit on the returns between the start of the lists and the end of full detection.

    Parameters
    ----------
    log_views
        Log of the first four weeks' views of each season, NaN where unknown.
    """
    returned = records.next_premiere
    known = (returned >= np.datetime64(records.list_from)) & (returned <= np.datetime64(records.detected_until))
    successor = {key: i for i, key in enumerate(zip(records.series_key, records.premiere, strict=True))}
    after = np.array([successor.get(key, -1) for key in zip(records.series_key, returned, strict=True)])
    rows = np.flatnonzero(known & (after >= 0))
    charted = records.launch_listed[after[rows]].astype(np.float64)
    listed, english, views = records.launch_listed[rows], records.english[rows], log_views[rows]
    usable = views[listed & np.isfinite(views)]
    centre = float(usable.mean()) if len(usable) else 0.0
    spread = float(usable.std()) if len(usable) > 1 and usable.std() > 0 else 1.0
    design = _design(views, listed, english, centre, spread)
    width = np.array([1.5, 1.5, _SLOPE_SD, _SLOPE_SD])

    def objective(theta: Floats) -> tuple[float, Floats]:
        eta = design @ theta
        value = -np.sum(np.where(charted > 0, log_expit(eta), log_expit(-eta))) + 0.5 * np.sum((theta / width) ** 2)
        return float(value), -(design.T @ (charted - expit(eta))) + theta / width**2

    found = minimize(objective, np.zeros(4), jac=True, method="L-BFGS-B", options={"ftol": 1e-14, "gtol": 1e-9})
    return Detection(np.asarray(found.x), centre, spread, len(rows))


def _design(log_views: Floats, listed: NDArray[np.bool_], english: NDArray[np.bool_], centre: float, spread: float) -> Floats:
    size = np.where(listed & np.isfinite(log_views), (log_views - centre) / spread, 0.0)
    return np.column_stack([~listed, listed, size, ~listed & english]).astype(np.float64)
