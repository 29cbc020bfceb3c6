"""Hours of another season's first year: arithmetic by hand, coverage where the truth is known, and refusals."""

from __future__ import annotations

import numpy as np
import pytest

from cliffhanger.estimates.features import season_features
from cliffhanger.estimates.hours_ahead import (
    HalfYearHours,
    drawn,
    first_year,
    hours_ahead,
    season_pairs,
    yearly_draw,
)
from tests.estimates.samples import listed, records

STARTS = np.array(["2023-01-01", "2023-07-01", "2024-01-01", "2024-07-01"], dtype="datetime64[D]")
ENDS = np.array(["2023-06-30", "2023-12-31", "2024-06-30", "2024-12-31"], dtype="datetime64[D]")
NAN = np.nan
DRAWS = 4000


def halves(rows) -> HalfYearHours:
    table = np.array(rows, dtype=float)
    return HalfYearHours(STARTS[: table.shape[1]], ENDS[: table.shape[1]], table)


def premieres(*days: str):
    return np.array(days, dtype="datetime64[D]")


def test_first_year_by_hand():
    """
    1 January 2023: 365 days end with 2023, so 10 + 4 and nothing of the third.
    1 April 2023:   365 days end with 30 March 2024, the 90th of the 182 days of its half-year: 10 + 4 + 2 * 90 / 182.
    1 April 2024:   two half-years, the third not reported: 10 + 4.
    1 October 2024: one half-year only: not known.
    1 October 2022: before the first report: not known.
    """
    seasons = records(
        5, premiere=premieres("2023-01-01", "2023-04-01", "2024-04-01", "2024-10-01", "2022-10-01"),
    )  # fmt: skip
    hours = halves([[10, 4, 2, 1], [10, 4, 2, 1], [NAN, NAN, 10, 4], [NAN, NAN, NAN, 10], [9, 9, 9, 9]])
    found = first_year(seasons, hours)
    assert found[:3].tolist() == pytest.approx([14.0, 14.0 + 2 * 90 / 182, 14.0])
    assert np.isnan(found[3:]).all()


def test_a_half_year_below_the_report_counts_nothing_but_the_first_must_be_there():
    seasons = records(2, premiere=premieres("2023-01-01", "2023-01-01"))
    found = first_year(seasons, halves([[10, NAN, NAN, NAN], [NAN, 10, 5, 5]]))
    assert found[0] == 10.0
    assert np.isnan(found[1])


def test_a_missing_report_is_not_bridged():
    """The report of the second half of 2023 is not on file: a season of early 2023 has no first year."""
    kept = [0, 2, 3]
    hours = HalfYearHours(STARTS[kept], ENDS[kept], np.array([[10.0, 2.0, 1.0]]))
    assert np.isnan(first_year(records(1, premiere=premieres("2023-01-10")), hours)).all()


def test_yearly_draw_by_hand():
    """Twice the mean of the two half-years before: 3 + 5; 2 * 3 where the second has none; 2 * 7 where only one is before."""
    hours = halves([[9, 3, 5, 1], [9, 3, NAN, 1], [7, 9, 9, 9], [NAN, NAN, NAN, 1]])
    assert yearly_draw(hours, np.array([3, 3, 1, 3]))[:3].tolist() == [8.0, 6.0, 14.0]
    assert np.isnan(yearly_draw(hours, np.array([3, 3, 1, 3]))[3])


def test_pairs_by_hand():
    """A: 2 + 2 before, then 12 + 4 in the first half of 2024 on: log 4, settled. B: its first season premiered in those
    half-years: 6 + 2 before, 6 + 2 after: log 1, fresh. C: one season: no pair. D: nothing before the first report: none.
    """
    seasons = records(
        7,
        series_key=np.array(["a", "a", "b", "b", "c", "d", "d"]),
        premiere=premieres("2021-05-01", "2024-01-01", "2023-03-01", "2024-01-01", "2022-01-01", "2022-01-01", "2023-01-01"),
    )
    table = [
        [2, 2, 1, 1], [NAN, NAN, 12, 4], [6, 2, 1, 1], [NAN, NAN, 6, 2], [5, 5, 5, 5], [3, 3, 3, 3], [8, 8, 8, 8],
    ]  # fmt: skip
    pairs = season_pairs(seasons, halves(table))
    assert np.exp(pairs.log_ratio).tolist() == pytest.approx([4.0, 1.0])
    assert pairs.fresh.tolist() == [False, True]
    assert pairs.wait_days.tolist() == [975.0, 306.0]  # 1 May 2021 and 1 March 2023 to 1 January 2024


def test_draws_have_the_quantiles_of_the_past():
    """Nine values stand at the tenths: p10, p50, p90 are the first, fifth, ninth, whatever the order of the draws."""
    values = np.arange(1.0, 10.0)
    found = drawn(values, DRAWS, np.random.default_rng(1))
    assert np.quantile(found, [0.1, 0.5, 0.9]).tolist() == pytest.approx([1.0, 5.0, 9.0], abs=0.01)
    assert (found.min(), found.max()) == (1.0, 9.0)
    other = drawn(values, DRAWS, np.random.default_rng(2))
    assert np.array_equal(np.sort(found), np.sort(other))
    assert not np.array_equal(found, other)


def series(count: int, rng, *, spread: float = 0.5):
    """``count`` series: a settled season with 2 to 60 M hours a half-year, then one with three times as much, give or take."""
    key = np.repeat([f"show{k:04d}" for k in range(count)], 2)
    premiere = np.tile(premieres("2021-09-01", "2024-01-01"), count)
    draw = np.exp(rng.uniform(np.log(2e6), np.log(6e7), count))
    year = 2 * draw * 3.0 * np.exp(rng.normal(0, spread, count))
    table = np.full((2 * count, 4), np.nan)
    table[::2] = draw[:, None]
    table[1::2, 2], table[1::2, 3] = 0.8 * year, 0.2 * year
    return records(2 * count, series_key=key, premiere=premiere), halves(table), year, draw


def answer(seasons, hours, row: int, seed: int = 1):
    rng = np.random.default_rng(seed)
    return hours_ahead(seasons, season_features(seasons), hours, row, n_draws=DRAWS, rng=rng)


def test_a_settled_season_gets_the_ratio_of_the_past():
    """Sixty pairs around three times: the middle is near three times this season's draw, and the base is that draw."""
    seasons, hours, _, draw = series(60, np.random.default_rng(5))
    found = answer(seasons, hours, 0)
    assert (found.basis, found.missing, len(found.log_ratios)) == ("settled", "", 60)
    assert found.base_hours == pytest.approx(2 * draw[0])
    assert found.draws.quantile(0.5) / found.base_hours == pytest.approx(3.0, rel=0.25)


def test_intervals_cover_seasons_that_were_not_learnt_from():
    """Ratios learnt from 200 pairs cover the first year of 300 others in 74 to 86 %."""
    rng = np.random.default_rng(6)
    seasons, hours, *_ = series(200, rng)
    _, _, year, draw = series(300, rng)
    ratios = answer(seasons, hours, 0).log_ratios
    low, high = np.quantile(drawn(ratios, DRAWS, rng), [0.1, 0.9])
    inside = (np.log(year / (2 * draw)) >= low) & (np.log(year / (2 * draw)) <= high)
    assert 0.74 <= inside.mean() <= 0.86


def test_twice_the_hours_everywhere_are_twice_the_hours():
    seasons, hours, *_ = series(40, np.random.default_rng(7))
    doubled = HalfYearHours(hours.starts, hours.ends, 2 * hours.hours)
    assert answer(seasons, doubled, 0).draws.values == pytest.approx(2 * answer(seasons, hours, 0).draws.values)


def test_the_order_of_the_series_changes_no_quantile():
    seasons, hours, *_ = series(40, np.random.default_rng(8))
    back = np.arange(len(seasons)).reshape(-1, 2)[::-1].ravel()
    turned = answer(seasons.take(back), HalfYearHours(hours.starts, hours.ends, hours.hours[back]), len(seasons) - 2)
    assert turned.draws.interval() == answer(seasons, hours, 0).draws.interval()


def test_too_few_pairs_or_no_figures_give_no_number():
    seasons, hours, *_ = series(29, np.random.default_rng(9))
    assert (answer(seasons, hours, 0).draws, answer(seasons, hours, 0).missing) == (None, "few_pairs")
    seasons, hours, *_ = series(40, np.random.default_rng(9))
    table = hours.hours.copy()
    table[0] = np.nan
    silent = answer(seasons, HalfYearHours(hours.starts, hours.ends, table), 0)
    assert (silent.draws, silent.missing) == (None, "no_figures")
    none_yet = HalfYearHours(STARTS[:0], ENDS[:0], np.empty((len(seasons), 0)))
    assert answer(seasons, none_yet, 0).missing == "no_figures"


def test_a_launch_that_was_listed_uses_the_forecast_of_the_next():
    """Eighty series with two listed seasons of equal views: its hours, and twice them in the year."""
    count = 80
    rng = np.random.default_rng(11)
    key = np.repeat([f"show{k:04d}" for k in range(count)], 2)
    start = np.datetime64("2022-01-05") + rng.integers(0, 200, count).repeat(2)
    first = np.tile([True, False], count)
    premiere = start + np.where(first, 0, 420)
    total = np.exp(rng.normal(16, 0.4, count)).repeat(2)
    views = total[:, None] * np.array([[0.4, 0.3, 0.2, 0.1]])
    seasons = listed(
        2 * count, views, series=key, series_key=key, premiere=premiere, first_listed=premiere + 3, first_season=first,
        season=np.where(first, 1.0, 2.0),
    )  # fmt: skip
    table = np.full((2 * count, 4), np.nan)
    at = np.searchsorted(ENDS, premiere)
    launched = premiere >= STARTS[0]
    table[np.flatnonzero(launched), at[launched]] = 2.0 * total[launched] * 480 / 60
    row = 2 * count - 1
    found = answer(seasons, halves(table), row)
    assert found.basis == "launch"
    assert np.exp(found.log_ratios) == pytest.approx(np.full(len(found.log_ratios), 2.0))
    assert found.base_hours == pytest.approx(total[row] * 8, rel=0.1)
    assert found.draws.quantile(0.5) == pytest.approx(2 * found.base_hours, rel=0.1)
