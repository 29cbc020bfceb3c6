"""Columns of the model, by hand; nothing looks past the day."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from cliffhanger.estimates.features import INCIDENCE, LATENCY, log_launch_views, relative_views, season_features
from tests.estimates.samples import listed, records


def test_every_column_is_finite_for_the_barest_season():
    """A season of which nothing but its premiere is known has a row without NaN."""
    bare = records(3, runtime_min=np.full(3, np.nan), limited=np.full(3, np.nan), available_globally=np.full(3, np.nan))
    features = season_features(bare)
    assert np.isfinite(features.matrix(INCIDENCE)).all()
    assert np.isfinite(features.matrix(LATENCY)).all()
    assert np.isnan(features.log_views).all()


def test_launch_views_add_up_four_weeks():
    """8 + 4 + (out of the list) + 2 million."""
    seasons = listed(1, [[8e6, 4e6, np.nan, 2e6]])
    assert np.exp(log_launch_views(seasons)[0]) == pytest.approx(14e6)


def test_weeks_to_come_are_filled_by_the_usual_ratio():
    """Two seasons made 10 in week one and 20 in four; one that opened with 7 last week is taken for 14."""
    views = [[10e6, 5e6, 3e6, 2e6], [10e6, 5e6, 3e6, 2e6], [7e6, np.nan, np.nan, np.nan]]
    first = np.array(["2023-01-08", "2023-01-08", "2025-06-29"], dtype="datetime64[D]")
    seasons = listed(3, views, first_listed=first)
    assert np.exp(log_launch_views(seasons)[2]) == pytest.approx(14e6)


def test_a_launch_of_last_week_is_no_flop():
    """Of seasons in after one week, two stayed four weeks and one left after one: the new one counts as three weeks."""
    stayed, left = [1e6] * 4, [1e6, np.nan, np.nan, np.nan]
    first = np.array(["2023-01-08"] * 3 + ["2025-06-29"], dtype="datetime64[D]")
    seasons = listed(4, [stayed, stayed, left, left], first_listed=first)
    np.testing.assert_allclose(season_features(seasons).columns["weeks in the first four"], [2.0, 2.0, -1.0, 1.0])


def test_views_follow_from_hours_before_views_were_printed():
    """8 million hours of a season of 480 minutes are a million views."""
    seasons = records(1, hours=np.full((1, 13), 8e6), first_listed=np.array(["2022-01-09"], dtype="datetime64[D]"))
    assert np.exp(log_launch_views(seasons)[0]) == pytest.approx(4e6)


def test_relative_views_compare_with_the_year_before_only():
    """Twelve launches of 10 million, then one of 20 within the year: log 2; a launch after it changes nothing for it."""
    premiere = np.array(["2023-01-05"] * 12 + ["2023-06-01", "2023-07-01"], dtype="datetime64[D]")
    views = np.full((14, 4), 2.5e6)
    views[12], views[13] = 5e6, 100e6
    seasons = listed(14, views, premiere=premiere, first_listed=premiere + 3)
    relative = relative_views(seasons, log_launch_views(seasons))
    assert relative[12] == pytest.approx(np.log(2))
    assert relative[0] == pytest.approx(0.0)


def test_an_unseen_label_counts_as_the_usual_share():
    """One of four labelled seasons is limited: a season whose label was not seen counts as a quarter."""
    features = season_features(records(5, limited=[1.0, 0.0, 0.0, 0.0, np.nan]))
    np.testing.assert_allclose(features.columns["limited"], [1, 0, 0, 0, 0.25])


def test_era_is_flat_after_the_last_followed_premiere():
    """With full detection to the end of 2024, premieres after 2023-01-01 are all of one era."""
    premiere = np.array(["2022-01-01", "2023-06-01", "2025-01-01"], dtype="datetime64[D]")
    era = season_features(records(3, premiere=premiere, detected_until=dt.date(2024, 12, 31))).columns["era"]
    assert era[0] < era[1]
    assert era[1] == era[2]
