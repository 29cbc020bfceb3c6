"""Detection is learned by hiding the reports."""

from __future__ import annotations

import numpy as np
import pytest

from cliffhanger.estimates.detection import fit_detection
from cliffhanger.estimates.features import log_launch_views
from tests.estimates.samples import records


def pairs(count: int, charted_share: float, rng: np.random.Generator, *, listed: bool):
    """``count`` series of two seasons; the second charted with the given share."""
    key = np.repeat([f"show{k:04d}" for k in range(count)], 2)
    first = np.tile([True, False], count)
    premiere = np.where(first, np.datetime64("2022-01-06"), np.datetime64("2023-01-05"))
    charted = np.where(first, listed, rng.random(2 * count) < charted_share)
    return records(
        2 * count,
        series=key,
        series_key=key,
        premiere=premiere,
        next_premiere=np.where(first, np.datetime64("2023-01-05"), np.datetime64("NaT")).astype("datetime64[D]"),
        first_listed=np.where(charted, premiere + 3, np.datetime64("NaT")).astype("datetime64[D]"),
        views=np.where(charted[:, None], 5e6, np.nan) * np.ones((1, 13)),
        first_season=first,
    )


@pytest.mark.parametrize(("listed", "share"), [(True, 0.8), (False, 0.2)])
def test_finds_the_share_that_charted(listed, share):
    """With 800 returns of which a known share charted, the chance for such a season is that share within 0.05."""
    seasons = pairs(800, share, np.random.default_rng(6), listed=listed)
    views = log_launch_views(seasons)
    found = fit_detection(seasons, views)
    assert found.returns == 800
    chance = found.probability(views[:1], np.array([listed]), np.array([True]))
    assert chance[0] == pytest.approx(share, abs=0.05)


def test_without_returns_it_is_even_odds():
    """Nothing to learn from: one half, and always strictly inside (0, 1)."""
    seasons = records(5)
    found = fit_detection(seasons, np.full(5, np.nan))
    chance = found.probability(np.full(5, np.nan), np.zeros(5, dtype=bool), np.ones(5, dtype=bool))
    np.testing.assert_allclose(chance, 0.5)
