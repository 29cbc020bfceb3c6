"""The model on records, its answers, and its way through plain data."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

import numpy as np
import pytest

from cliffhanger.estimates.features import season_features
from cliffhanger.estimates.outlook import answer, chance_spread, contributions, nearest, over_time
from cliffhanger.estimates.parameters import from_plain, to_plain
from cliffhanger.estimates.returning import Scaling, fit_returning, observed_waiting
from tests.estimates.samples import records

BY = dt.date(2026, 7, 1)


def world(count: int, rng: np.random.Generator):
    """First seasons of which four in ten return after about a year, kids half as fast and twice as often."""
    premiere = np.datetime64("2018-01-04") + rng.integers(0, 2600, count)
    kids = rng.random(count) < 0.25
    days = np.where(kids, 180, 380) * np.exp(0.3 * rng.logistic(size=count))
    returns = rng.random(count) < np.where(kids, 0.7, 0.35)
    back = premiere + np.round(days).astype("timedelta64[D]")
    seen = returns & (back <= np.datetime64("2024-12-31"))
    nat = np.datetime64("NaT", "D")
    return records(count, premiere=premiere, kids=kids, next_premiere=np.where(seen, back, nat).astype("datetime64[D]"))


@pytest.fixture(scope="module")
def fitted():
    seasons = world(2500, np.random.default_rng(21))
    features = season_features(seasons)
    return seasons, features, fit_returning(seasons, features=features)


def test_learns_who_returns_and_when(fitted):
    """Kids' seasons come out likelier and sooner, near the simulated seven and three and a half in ten."""
    _, features, model = fitted
    law = model.curve(features)
    kids = features.columns["kids"] > 0
    assert law.ever[kids].mean() == pytest.approx(0.7, abs=0.08)
    assert law.ever[~kids].mean() == pytest.approx(0.35, abs=0.06)
    assert np.exp(law.location[kids]).mean() == pytest.approx(180, rel=0.15)


def test_answers_keep_their_order(fitted):
    """Seen by, back by, within 36 months, ever; dates after the last observed day and in order."""
    seasons, features, model = fitted
    out = seasons.take(seasons.running)
    its = features.take(seasons.running)
    answers = answer(model, out, its, by=BY)
    assert np.all(answers.seen_by <= answers.by + 1e-12)
    assert np.all(answers.by <= answers.within_36_months + 1e-12)
    assert np.all(answers.within_36_months <= answers.ever + 1e-12)
    dated = ~np.isnat(answers.p50)
    assert dated.any()
    assert np.all(answers.p10[dated] >= np.datetime64(out.observed_until))
    assert np.all((answers.p10[dated] <= answers.p50[dated]) & (answers.p50[dated] <= answers.p90[dated]))


def test_old_seasons_get_no_date(fitted):
    """A season out for seven years gets "probably never" and no day."""
    seasons, features, model = fitted
    old = dataclasses.replace(seasons.take(np.array([0])), premiere=np.array(["2018-01-04"], dtype="datetime64[D]"))
    answers = answer(model, old, features.take(np.array([0])), by=BY)
    assert answers.ever[0] < 0.02
    assert np.isnat(answers.p50[0])


def test_intervals_hold_the_mode(fitted):
    """The 80 % interval from the draws holds the answer at the mode, and the same seed gives the same interval."""
    seasons, features, model = fitted
    rows = np.flatnonzero(seasons.running)[:5]
    out, its = seasons.take(rows), features.take(rows)
    spread = chance_spread(model, out, its, count=200, rng=np.random.default_rng(1))
    again = chance_spread(model, out, its, count=200, rng=np.random.default_rng(1))
    mode = answer(model, out, its, by=BY).within_36_months
    assert np.all((spread["within_36_months"][0] <= mode) & (mode <= spread["within_36_months"][2]))
    np.testing.assert_array_equal(spread["ever"], again["ever"])


def test_contributions_add_up_to_the_log_odds(fitted):
    """What the columns add, and the intercept, is the log odds of ever returning; kids is among the strongest."""
    _, features, model = fitted
    row = int(np.flatnonzero(features.columns["kids"] > 0)[0])
    parts = contributions(model, features, row)
    ever = model.curve(features).ever[row]
    assert sum(p.log_odds for p in parts) + model.fit.theta[0] == pytest.approx(np.log(ever / (1 - ever)))
    strongest = [p for p in parts[:4] if p.name == "kids"]
    assert strongest
    assert strongest[0].log_odds > 0
    assert strongest[0].flag


def test_chance_falls_with_the_wait(fitted):
    """Had it not come back: the longer the wait, the smaller the chance, after the usual wait is over."""
    _, features, model = fitted
    chances = over_time(model.curve(features.take(np.array([0]))), months=60)
    assert len(chances) == 61
    assert np.all(np.diff(chances[18:]) < 0)


def test_nearest_are_alike(fitted):
    """The nearest seasons to a kids' season are kids' seasons, and never itself."""
    seasons, features, model = fitted
    row = int(np.flatnonzero(seasons.kids)[0])
    near = nearest(model, features, row, among=np.ones(len(seasons), dtype=bool), count=6)
    assert row not in near
    assert seasons.kids[near].all()


def test_plain_form_gives_the_same_answers(fitted):
    """Through JSON and back, every answer is the same."""
    seasons, features, model = fitted
    rebuilt = from_plain(json.loads(json.dumps(to_plain(model))))
    one, other = (answer(m, seasons, features, by=BY) for m in (model, rebuilt))
    np.testing.assert_allclose(one.ever, other.ever, rtol=1e-12)
    draws = [m.fit.draws(3, np.random.default_rng(2)) for m in (model, rebuilt)]
    np.testing.assert_allclose(*draws)


def test_waits_before_2015_and_premieres_today_stay_out():
    """History begins in 2015, and a season of no days has no wait yet."""
    premiere = np.array(["2014-12-31", "2015-01-01", "2025-06-29"], dtype="datetime64[D]")
    waiting, rows = observed_waiting(records(3, premiere=premiere), np.ones(3))
    assert rows.tolist() == [1]
    assert waiting.days[0] == (dt.date(2025, 6, 29) - dt.date(2015, 1, 1)).days
    assert waiting.fully_detected_days[0] == (dt.date(2024, 12, 31) - dt.date(2015, 1, 1)).days


def test_far_values_are_not_believed():
    """A measured column is cut at three standard deviations; a flag is not, however rare."""
    scaling = Scaling(np.zeros(2), np.array([1.0, 0.1]), np.array([3.0, np.inf]))
    np.testing.assert_allclose(scaling(np.array([[-50.0, 1.0]])), [[-3.0, 10.0]])
