"""Split conformal intervals: what a forecast missed by on later seasons tells how far it may miss again.

Lei et al. 2018 (https://doi.org/10.1080/01621459.2017.1307116), here with signed residuals, so that an interval need not be
symmetric.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Residuals:
    """Out-of-time errors of a forecast on the log scale, sorted: outcome minus forecast."""

    values: Floats

    def shift(self, level: float) -> float:
        """Signed quantile with the finite-sample correction: P(error <= shift) is at least (or at most) ``level``.

        Infinite where there are too few residuals for the level.
        """
        n = len(self.values)
        if level >= 0.5:
            rank = int(np.ceil((n + 1) * level))
            return float(self.values[rank - 1]) if rank <= n else float("inf")
        rank = int(np.floor((n + 1) * level))
        return float(self.values[rank - 1]) if rank >= 1 else float("-inf")


def residuals(outcome: Floats, forecast: Floats) -> Residuals:
    """Collect the errors of forecasts made before their outcomes."""
    return Residuals(np.sort(outcome - forecast))
