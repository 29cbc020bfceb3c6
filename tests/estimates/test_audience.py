"""How many: pairs, intervals, and what is refused."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from cliffhanger.estimates.audience import (
    final_views,
    fit_final,
    fit_next_season,
    next_season_pairs,
    next_season_views,
    weeks_published,
)
from cliffhanger.estimates.features import season_features
from tests.estimates.samples import listed, records


def two_seasons(count: int, ratio: float, rng: np.random.Generator):
    """``count`` series with two launch-listed seasons, the second with ``ratio`` times the views, give or take."""
    key = np.repeat([f"show{k:04d}" for k in range(count)], 2)
    first = np.tile([True, False], count)
    start = np.datetime64("2021-09-02") + rng.integers(0, 300, count).repeat(2)
    premiere = start + np.where(first, 0, 400)
    size = np.exp(rng.normal(16, 0.8, count)).repeat(2) * np.where(first, 1.0, ratio * np.exp(rng.normal(0, 0.3, 2 * count)))
    views = size[:, None] * np.array([[0.4, 0.3, 0.2, 0.1]])
    return listed(
        2 * count, views, series=key, series_key=key, premiere=premiere, first_listed=premiere + 3, first_season=first,
        season=np.where(first, 1.0, 2.0),
    )  # fmt: skip


def test_recovers_the_ratio():
    """Second seasons with six tenths of the views: the median forecast is six tenths of this season's, within a tenth."""
    seasons = two_seasons(300, 0.6, np.random.default_rng(9))
    features = season_features(seasons)
    forecast = next_season_views(fit_next_season(seasons, features), features)
    ratio = forecast.p50[::2] / np.exp(features.log_views[::2])
    assert np.median(ratio) == pytest.approx(0.6, abs=0.06)
    assert np.all((forecast.p10 < forecast.p50) & (forecast.p50 < forecast.p90))


def test_eighty_per_cent_intervals_cover_new_pairs():
    """Intervals from 300 pairs cover the second seasons of 300 others in 72 to 88 %."""
    rng = np.random.default_rng(10)
    known, fresh = two_seasons(300, 0.6, rng), two_seasons(300, 0.6, rng)
    line = fit_next_season(known, season_features(known))
    features = season_features(fresh)
    forecast = next_season_views(line, features)
    came = np.exp(features.log_views[1::2])
    assert 0.72 <= np.mean((came >= forecast.p10[::2]) & (came <= forecast.p90[::2])) <= 0.88


def test_too_few_pairs_give_no_forecast():
    """Ten pairs are not enough: no line, and NaN instead of views."""
    seasons = two_seasons(10, 0.6, np.random.default_rng(1))
    features = season_features(seasons)
    assert fit_next_season(seasons, features) is None
    assert np.isnan(next_season_views(None, features).p50).all()


def test_no_launch_figures_no_forecast():
    """A season that never charted has no forecast of the next, however good the line."""
    seasons = two_seasons(60, 0.6, np.random.default_rng(1))
    line = fit_next_season(seasons, season_features(seasons))
    assert np.isnan(next_season_views(line, season_features(records(2))).p50).all()


def test_an_unfinished_next_season_is_no_pair():
    """A second season with only two weeks published is not yet an outcome."""
    seasons = two_seasons(1, 0.6, np.random.default_rng(1))
    late = seasons.first_listed[1].astype(dt.date) + dt.timedelta(days=7)
    early = two_seasons(1, 0.6, np.random.default_rng(1))
    import dataclasses

    early = dataclasses.replace(early, listed_until=late)
    assert len(next_season_pairs(seasons, season_features(seasons))[0]) == 1
    assert len(next_season_pairs(early, season_features(early))[0]) == 0


def test_weeks_published_counts_lists():
    """First listed on Sunday 22 June 2025 and observed until Sunday 29 June: two weeks."""
    first = np.array(["2025-06-22", "NaT"], dtype="datetime64[D]")
    assert weeks_published(records(2, first_listed=first)).tolist() == [2.0, 0.0]


def test_final_is_never_below_what_was_seen():
    """The thirteen-week forecast of every season is at least what its first weeks brought."""
    rng = np.random.default_rng(12)
    weekly = np.exp(rng.normal(15, 0.7, (200, 1))) * 0.7 ** np.arange(13) * np.exp(rng.normal(0, 0.1, (200, 13)))
    weekly[:, 6:] = np.nan
    seasons = listed(200, weekly)
    for weeks in (1, 2, 4):
        forecast = final_views(fit_final(seasons, weeks=weeks), seasons, weeks=weeks)
        seen = np.nansum(weekly[:, :weeks], axis=1)
        assert np.all(forecast.p10 >= seen * (1 - 1e-12))
        error = np.abs(np.log(forecast.p50 / np.nansum(weekly, axis=1)))
        assert error.mean() < 0.15
