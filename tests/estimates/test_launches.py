"""Joiners that launches bring: known pulls are recovered, slopes are right, and tables without a launch or a joiner hold."""

from __future__ import annotations

import numpy as np
import pytest

from cliffhanger.estimates.launches import SHAPES, Launches, _Model, fit_launches, launch_following, reached
from tests.estimates.service_sample import MEMBERS, service

WEEKS = 104
NONE = Launches(np.zeros(0, dtype=str), np.zeros(0), np.zeros(0), np.zeros(0, dtype=bool))


def launched(pull: float, *, seed: int, base: float = 80.0) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], Launches]:
    rng = np.random.default_rng(seed)
    week = -rng.uniform(4, 100, 30)
    following, later = rng.uniform(0.05, 0.6, 30), rng.random(30) < 0.5
    edges = np.arange(-WEEKS, 1.0)
    part = np.diff(reached((edges[None, :] - week[:, None]) * 7.0, SHAPES[0]), axis=1)
    mean = base * np.exp(-0.3 * (np.arange(WEEKS) - WEEKS + 1) / 52.18) * (1 + (part * (following * pull)[:, None]).sum(axis=0))
    titles = np.array([f"t{k}" for k in range(30)])
    return rng.poisson(mean).astype(np.float64), Launches(titles, week, following, later)


def test_known_pulls_are_recovered() -> None:
    fits = [fit_launches(*launched(3.0, seed=seed), spread=0.5) for seed in range(6)]
    pulls = np.array([fit.estimates[2:4] for fit in fits])
    errors = np.array([np.sqrt(np.diag(fit.covariance)[2:4]) for fit in fits])
    assert (np.abs(pulls - np.log(3.0)) < 3.5 * errors).all()
    assert np.mean([fit.estimates[0] for fit in fits]) == pytest.approx(np.log(80.0), abs=0.1)


def test_a_launch_s_joiners_come_by_and_by() -> None:
    shares = reached(np.array([-5.0, 0.0, 8.0, 1e6]), (8.0, 30.0, 0.0))
    assert shares == pytest.approx([0.0, 0.0, 1 - np.exp(-1), 1.0])


def test_the_slope_is_that_of_the_cost() -> None:
    joins, launches = launched(3.0, seed=1)
    part = np.diff(reached((np.arange(-WEEKS, 1.0)[None, :] - launches.week[:, None]) * 7.0, SHAPES[1]), axis=1)
    titles, of_title = np.unique(launches.title, return_inverse=True)
    model = _Model(joins, part * launches.following[:, None], launches.later.astype(np.int64), of_title, len(titles), 0.5)
    at = np.random.default_rng(2).normal(0, 0.2, 4 + len(titles)) + np.array([4.0, 0, 0, 0, *[0.0] * len(titles)])
    slope = model._cost(at)[1]
    for k in (0, 1, 2, 3, 7):
        ahead, behind = at.copy(), at.copy()
        ahead[k] += 1e-5
        behind[k] -= 1e-5
        assert (model._cost(ahead)[0] - model._cost(behind)[0]) / 2e-5 == pytest.approx(slope[k], rel=1e-4, abs=1e-4)


def test_without_launches_the_pull_is_what_was_assumed() -> None:
    fit = fit_launches(np.full(WEEKS, 50.0), NONE, spread=0.5)
    assert fit.estimates[0] == pytest.approx(np.log(50.0), abs=1e-3)
    assert fit.estimates[2:] == pytest.approx([0.0, 0.0], abs=1e-6)


def test_without_joiners_nothing_fails() -> None:
    _, launches = launched(3.0, seed=1)
    fit = fit_launches(np.zeros(WEEKS), launches, spread=0.5)
    assert np.exp(fit.estimates[0]) < 0.05
    assert np.isfinite(fit.draws(rng=np.random.default_rng(1), n_draws=10)).all()


def test_a_title_without_a_launch_has_the_prior_s_effect() -> None:
    fit = fit_launches(*launched(3.0, seed=1), spread=0.5)
    normal = np.random.default_rng(1).standard_normal(20_000)
    draws = fit.draws(rng=np.random.default_rng(1), n_draws=20_000)
    assert np.exp(fit.own("unheard", draws, normal)).mean() == pytest.approx(1.0, abs=0.02)


def test_those_who_follow_came_with_one_launch_or_another() -> None:
    latest = np.array([1, 2, 3, 4, 5, 9])
    records = service(seasons=service().seasons | {"season": latest, "finishers": np.full(6, 0.3 * MEMBERS)})
    found = launch_following(records, later=0.25)
    assert found[0] == pytest.approx(0.3), "of a first season all came with it"
    assert found * (1.0 + 0.25 * (latest - 1)) == pytest.approx(np.full(6, 0.3))
    assert (np.diff(found) < 0).all()
    assert launch_following(service(members=0), later=0.25).shape == (6,), "without members nobody follows, and nothing fails"


def test_titles_that_are_assumed_alike_pull_alike() -> None:
    joins, launches = launched(3.0, seed=2)
    assert np.abs(fit_launches(joins, launches, spread=0.0).estimates[4:]).max() < 1e-3
