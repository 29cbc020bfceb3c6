"""The cure model: gradient, known parameters, lifelines, coverage of its intervals."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

from cliffhanger.errors import InternalError
from cliffhanger.estimates import cure
from cliffhanger.estimates.cure import Design, Priors, Waiting, fit, log_likelihood
from cliffhanger.estimates.families import FAMILIES, LOG_LOGISTIC, WEIBULL

WIDE = Priors(
    incidence_slope_sd=10, latency_slope_sd=10, incidence_intercept=(0, 10), latency_intercept=(6, 10), log_scale=(0, 5)
)
TRUTH = np.array([-0.4, 0.9, -0.5, 6.0, 0.3, np.log(0.4)])  # b0, two incidence slopes, m0, one latency slope, log s


def simulated(count: int, rng: np.random.Generator, *, detection: float = 1.0) -> tuple[Design, Waiting]:
    """Waits drawn from TRUTH with a log-logistic latency; after full detection a return is seen with the given chance."""
    x, z = rng.standard_normal((count, 2)), rng.standard_normal((count, 1))
    returns = rng.random(count) < expit(TRUTH[0] + x @ TRUTH[1:3])
    days = np.exp(TRUTH[3] + z @ TRUTH[4:5] + np.exp(TRUTH[5]) * rng.logistic(size=count))
    observed = rng.uniform(100, 1800, count)
    tau = np.maximum(observed - 400, 0.0)
    seen = returns & (days < observed) & ((days <= tau) | (rng.random(count) < detection))
    shown = np.where(seen, days, observed)
    return Design(x, z), Waiting(shown, seen, np.minimum(tau, shown), np.full(count, detection))


def fitted(design: Design, waiting: Waiting, *, priors: Priors = WIDE, family=LOG_LOGISTIC) -> cure.CureFit:
    names = (tuple("ab"[: design.sizes[0]]), tuple("c"[: design.sizes[1]]))
    return fit(design, waiting, family=family, names=names, priors=priors)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=lambda f: f.name)
def test_gradient_equals_differences(family):
    """The analytic gradient is the derivative of the likelihood, imperfect detection included."""
    design, waiting = simulated(300, np.random.default_rng(1), detection=0.6)
    theta = TRUTH + 0.1
    _, gradient = log_likelihood(theta, design, waiting, family=family)
    steps = 1e-6 * np.eye(len(theta))
    numeric = [
        (
            log_likelihood(theta + h, design, waiting, family=family)[0]
            - log_likelihood(theta - h, design, waiting, family=family)[0]
        )
        / 2e-6
        for h in steps
    ]
    np.testing.assert_allclose(gradient, numeric, rtol=1e-5, atol=1e-3)


def test_likelihood_by_hand():
    """Two seasons, one seen back at 300 days, one not back by 500 and fully detected to 200; numbers worked out below."""
    design = Design(np.zeros((2, 0)), np.zeros((2, 0)))
    waiting = Waiting(np.array([300.0, 500.0]), np.array([True, False]), np.array([300.0, 200.0]), np.array([1.0, 0.25]))
    theta = np.array([0.0, np.log(400.0), 0.0])  # pi 1/2, median 400 days, scale 1: S(t) = 1 / (1 + t / 400)
    # f(300) = S(300) * (1 - S(300)) / 300 = 4/7 * 3/7 / 300
    # S(500) = 4/9, S(200) = 2/3: not seen back 1 - 1/2 + 1/2 * (1/4 * 4/9 + 3/4 * 2/3)
    expected = np.log(0.5 * 4 / 7 * 3 / 7 / 300) + np.log(0.5 + 0.5 * (0.25 * 4 / 9 + 0.75 * 2 / 3))
    assert log_likelihood(theta, design, waiting, family=LOG_LOGISTIC)[0] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("detection", [1.0, 0.5])
def test_recovers_known_parameters(detection):
    """With 8,000 seasons every parameter is found within four standard errors, with and without unseen returns."""
    result = fitted(*simulated(8000, np.random.default_rng(7), detection=detection))
    assert np.all(np.abs(result.theta - TRUTH) < 4 * result.standard_errors())
    assert result.standard_errors().max() < 0.12


def test_ignoring_unseen_returns_biases_incidence_down():
    """The same data fitted as if every return were seen underestimates the chance of a return: what detection is for."""
    design, waiting = simulated(8000, np.random.default_rng(7), detection=0.4)
    naive = Waiting(waiting.days, waiting.returned, waiting.days, np.ones(len(waiting.days)))
    assert fitted(design, naive).theta[0] < fitted(design, waiting).theta[0] - 0.1


def test_laplace_intervals_cover():
    """Of 60 simulated fits the 80 % interval of each parameter covers the truth in 65 to 93 % (binomial, 1 in 1,000)."""
    rng = np.random.default_rng(11)
    inside = []
    for _ in range(60):
        result = fitted(*simulated(500, rng, detection=0.7))
        low, high = np.quantile(result.draws(400, rng), [0.1, 0.9], axis=0)
        inside.append((low < TRUTH) & (high > TRUTH))
    shares = np.mean(inside, axis=0)
    assert np.all((shares >= 0.62) & (shares <= 0.95))
    assert 0.72 <= np.mean(inside) <= 0.88


def test_equals_lifelines_mixture_cure():
    """lifelines 0.30 MixtureCureFitter(WeibullFitter()) on the same waits: cured share, scale and shape."""
    from lifelines import MixtureCureFitter, WeibullFitter

    rng = np.random.default_rng(5)
    count = 3000
    days = 400 * rng.weibull(1.5, count)
    observed = rng.uniform(200, 2500, count)
    returns = rng.random(count) < 0.45
    seen = returns & (days < observed)
    waiting = Waiting(np.where(seen, days, observed), seen, np.where(seen, days, observed), np.ones(count))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = MixtureCureFitter(base_fitter=WeibullFitter()).fit(pd.Series(waiting.days), pd.Series(seen))
    ours = fitted(Design(np.zeros((count, 0)), np.zeros((count, 0))), waiting, family=WEIBULL)
    assert 1 - expit(ours.theta[0]) == pytest.approx(float(theirs.params_["cured_fraction_"]), abs=0.003)
    # lifelines: lambda is the scale in days, rho the shape; ours is the log of the first and of one over the second
    assert np.exp(ours.theta[1]) == pytest.approx(float(theirs.params_["lambda_"]), rel=0.01)
    assert np.exp(-ours.theta[2]) == pytest.approx(float(theirs.params_["rho_"]), rel=0.01)
    assert ours.log_likelihood == pytest.approx(theirs.log_likelihood_, abs=0.05)


def test_same_rows_in_another_order_give_the_same_fit():
    """Row order moves no parameter beyond rounding."""
    design, waiting = simulated(600, np.random.default_rng(2))
    order = np.random.default_rng(3).permutation(600)
    mixed = Waiting(waiting.days[order], waiting.returned[order], waiting.fully_detected_days[order], waiting.detection[order])
    one = fitted(design, waiting).theta
    other = fitted(Design(design.incidence[order], design.latency[order]), mixed).theta
    np.testing.assert_allclose(one, other, atol=1e-7)


def test_no_returns_at_all_is_an_answer():
    """Seasons of which none returned give a low chance with a wide interval, not a failure."""
    count = 50
    waiting = Waiting(np.full(count, 900.0), np.zeros(count, dtype=bool), np.full(count, 900.0), np.ones(count))
    result = fitted(Design(np.zeros((count, 0)), np.zeros((count, 0))), waiting, priors=Priors())
    assert expit(result.theta[0]) < 0.1
    assert result.returns == 0


def test_refuses_what_is_not_finite():
    """A NaN in the design is our bug and says so."""
    design, waiting = simulated(20, np.random.default_rng(2))
    design.incidence[3, 0] = np.nan
    with pytest.raises(InternalError, match="not finite"):
        fitted(design, waiting)
