"""What later money is worth today, by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from cliffhanger.estimates.discounting import YEAR_DAYS, even_discount, year_ends
from cliffhanger.estimates.response import MONTH_DAYS

MONTH, YEAR = MONTH_DAYS, YEAR_DAYS


@pytest.mark.parametrize(
    ("left", "by_hand"),
    [
        (3 * MONTH, math.exp(-0.02 * 3.5)),  # the premiere after two months, the middle one and a half later
        (YEAR, math.exp(-0.02 * 8.0)),
        (1.5 * YEAR, (2 * math.exp(-0.02 * 8.0) + math.exp(-0.02 * 17.0)) / 3),
        (2 * YEAR, (math.exp(-0.02 * 8.0) + math.exp(-0.02 * 20.0)) / 2),
        (0.0, math.exp(-0.02 * 2.0)),
    ],
)
def test_money_that_comes_evenly_is_discounted_year_by_year(left: float, by_hand: float) -> None:
    assert even_discount(0.02, lag=2 * MONTH, left=left) == pytest.approx(by_hand, rel=1e-12)


def test_the_last_year_ends_at_each_horizon() -> None:
    ends = [end.tolist() for end in year_ends(np.array([800.0, 100.0, -5.0]))]
    assert ends == [[YEAR, 100.0, -5.0], [2 * YEAR, 100.0, -5.0], [800.0, 100.0, -5.0]]
