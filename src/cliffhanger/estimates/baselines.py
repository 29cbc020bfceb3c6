"""What the model has to beat: base rate, stratified Kaplan-Meier, and the relative-audience index."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import CensoredData, ecdf

from cliffhanger.records import SeasonRecords

Floats = NDArray[np.float64]
FEWEST = 20  # a stratum with fewer seasons borrows from all seasons


@dataclass(frozen=True, slots=True)
class KaplanMeier:
    """Survival of one stratum as a step function: P(no return by days)."""

    days: Floats
    survival: Floats

    def __call__(self, days: Floats) -> Floats:
        """Share not back by each day; held flat after the last step."""
        at = np.searchsorted(self.days, days, side="right")
        return np.concatenate([[1.0], self.survival])[at]


def kaplan_meier(days: Floats, returned: NDArray[np.bool_]) -> KaplanMeier:
    """Product-limit estimate (Kaplan and Meier 1958) for right-censored waits."""
    data = CensoredData(uncensored=days[returned], right=days[~returned])
    curve = ecdf(data).sf
    return KaplanMeier(np.asarray(curve.quantiles, dtype=np.float64), np.asarray(curve.probabilities, dtype=np.float64))


def back_between(curve: KaplanMeier, start: Floats, end: Floats) -> Floats:
    """P(return in (start, end] | none by start); 0 where nobody is left."""
    left = curve(start)
    return np.where(left > 0, (left - curve(np.maximum(end, start))) / np.maximum(left, 1e-12), 0.0)


def strata(records: SeasonRecords) -> NDArray[np.int64]:
    """First or later season, by limited or not (as labelled by the day); shape (n,), 0 to 3."""
    return records.first_season.astype(np.int64) * 2 + (np.nan_to_num(records.limited) > 0)


def stratified_kaplan_meier(
    days: Floats, returned: NDArray[np.bool_], groups: NDArray[np.int64]
) -> dict[int, KaplanMeier]:
    """One curve a stratum."""
    everyone = kaplan_meier(days, returned)
    curves = {k: everyone for k in range(4)}
    for k in range(4):
        rows = groups == k
        if rows.sum() >= FEWEST and returned[rows].any():
            curves[k] = kaplan_meier(days[rows], returned[rows])
        elif rows.sum() >= FEWEST:
            curves[k] = KaplanMeier(np.array([0.0]), np.array([1.0]))
    return curves
