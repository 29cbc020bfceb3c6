"""What is planned and assumed for the value of another season: each as a tenth, a middle and a ninetieth hundredth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.assumptions import ASSUMPTIONS
from cliffhanger.estimates.draws import joined_normal, slices

Floats = NDArray[np.float64]
Ends = tuple[float, float, float]
VALUE_TERMS = (
    "horizon_days",
    "production_days",
    "monthly_discount",
    "margin",
    "advertising_per_hour",
    "shorter_order",
    "finale_order",
    "finale_launch",
    "finale_draw",
    "joined_anyway",
    "gap_loss",
    "season_spread",
    "retention_error",
    "rest_of_catalogue",
    "other_reasons",
    "unresolved_trust",
)
FIT_TERMS = ("launch_spread", "later_following", "anticipation", "anticipation_error")  # certain; what is fitted rests on them


@dataclass(frozen=True, slots=True)
class Terms:
    """What is planned and assumed: each as a tenth, a middle and a ninetieth hundredth.

    Attributes
    ----------
    ends
        Of each of ``VALUE_TERMS`` and ``FIT_TERMS``; or of others, each by its name.
    """

    ends: Mapping[str, Ends]

    def drawn(self, name: str, *, rng: np.random.Generator, n_draws: int) -> Floats:
        """Draws of one; what is certain stays so."""
        low, middle, high = self.ends[name]
        return joined_normal(slices(rng.standard_normal(n_draws)), low, middle, high)

    def middle(self, name: str) -> float:
        """The middle of one."""
        return self.ends[name][1]


def default_terms(names: Sequence[str] = (*VALUE_TERMS, *FIT_TERMS)) -> dict[str, Ends]:
    """The assumptions' own values; one without ends is certain."""
    known = {row.name: row.value for row in ASSUMPTIONS}
    return {name: (known.get(f"{name}_low", known[name]), known[name], known.get(f"{name}_high", known[name])) for name in names}
