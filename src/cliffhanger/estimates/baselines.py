"""What the model has to beat: base rate, stratified Kaplan-Meier, and the relative-audience index."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import CensoredData, ecdf

from cliffhanger.estimates.cure import Waiting
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


@dataclass(frozen=True, slots=True)
class Steps:
    """A curve for each of a few groups, as a return law of n seasons: what does not return stays in the survival."""

    curves: tuple[KaplanMeier, ...]
    group: NDArray[np.int64]

    @property
    def ever(self) -> Floats:
        """One: the curves level off above zero instead."""
        return np.ones(len(self.group))

    def survival(self, days: Floats) -> Floats:
        """Share of each season's group not back by its day."""
        return np.choose(self.group, [curve(days) for curve in self.curves])


def stepwise(waiting: Waiting, training: NDArray[np.int64], group: NDArray[np.int64]) -> Steps:
    """Kaplan-Meier by group: ``training`` is the group of each wait, ``group`` that of each season asked for."""
    everyone = kaplan_meier(waiting.days, waiting.returned)
    curves = []
    for k in range(int(max(group.max(initial=0), training.max(initial=0))) + 1):
        rows = training == k
        enough = rows.sum() >= FEWEST
        curves.append(_curve(waiting.days[rows], waiting.returned[rows]) if enough else everyone)
    return Steps(tuple(curves), group)


def _curve(days: Floats, returned: NDArray[np.bool_]) -> KaplanMeier:
    return kaplan_meier(days, returned) if returned.any() else KaplanMeier(np.array([0.0]), np.array([1.0]))


def strata(records: SeasonRecords) -> NDArray[np.int64]:
    """First or later season, by limited or not (as labelled by the day); shape (n,), 0 to 3."""
    return records.first_season.astype(np.int64) * 2 + (np.nan_to_num(records.limited) > 0)


def index_groups(relative_views: Floats, listed: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The relative-audience index: thirds of the launch views against the year before, 1 to 3; 0 where not launch-listed."""
    if not listed.any():
        return np.zeros(len(listed), dtype=np.int64)
    cuts = np.quantile(relative_views[listed], [1 / 3, 2 / 3])
    return np.where(listed, 1 + np.searchsorted(cuts, relative_views), 0).astype(np.int64)
