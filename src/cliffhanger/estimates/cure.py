"""Mixture cure model with imperfect detection: whether a season returns at all, and when if it does.

Return with probability pi = sigmoid(b0 + x'b); given a return, log T = m0 + z'g + s E, with E of a family in ``families``
(Berkson and Gage 1952; Farewell 1982, https://doi.org/10.2307/2529885). Waiting times are right-censored. Up to a
day every return is seen; after it only with probability q, so that a season without a known return may be back unseen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import LinAlgError, cho_factor, cho_solve, cholesky, solve_triangular
from scipy.optimize import minimize
from scipy.special import expit

from cliffhanger.assumptions import value
from cliffhanger.errors import InternalError
from cliffhanger.estimates.families import Family
from cliffhanger.estimates.return_law import TINY, Curve

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Objective = Callable[[Floats], tuple[float, Floats]]
_DIFFERENCE = 1e-4  # step of the central difference of the gradient, on parameters of order one


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was observed of each season's wait; every array has shape (n,).

    Attributes
    ----------
    days
        Days from the premiere to the return, or to the last day observed; above zero.
    returned
        Whether a return was seen.
    fully_detected_days
        Days from the premiere to the end of full detection, clipped to [0, days].
    detection
        Probability that a return after that would have been seen, in (0, 1].
    """

    days: Floats
    returned: Flags
    fully_detected_days: Floats
    detection: Floats


@dataclass(frozen=True, slots=True)
class Priors:
    """Normal priors on standardised columns; ``(mean, standard deviation)`` for intercepts and log scale.

    Slopes are centred on zero. Centres are round figures (a year between seasons, half of them back, a factor of 1.65 either
    way), not estimates.
    """

    incidence_slope_sd: float = value("slope_sd_incidence")
    latency_slope_sd: float = value("slope_sd_latency")
    incidence_intercept: tuple[float, float] = (0.0, 2.0)
    latency_intercept: tuple[float, float] = (float(np.log(365.0)), 0.7)
    log_scale: tuple[float, float] = (float(np.log(0.5)), 0.5)


@dataclass(frozen=True, slots=True)
class CureFit:
    """A fitted model.

    Attributes
    ----------
    theta
        Posterior mode: b0, b (k_x), m0, g (k_z), log s; shape (3 + k_x + k_z,).
    precision_factor
        Lower Cholesky factor of the negative log posterior's Hessian at the mode, same order.
    log_likelihood
        At the mode, without priors.
    rows, returns
        Seasons fitted, and those of them that were seen to return.
    """

    family: Family
    incidence_names: tuple[str, ...]
    latency_names: tuple[str, ...]
    theta: Floats
    precision_factor: Floats
    log_likelihood: float
    rows: int
    returns: int

    def draws(self, count: int, rng: np.random.Generator) -> Floats:
        """Laplace draws of theta, shape (count, n_parameters): the posterior as the normal at its mode."""
        noise = rng.standard_normal((len(self.theta), count))
        return self.theta + solve_triangular(self.precision_factor.T, noise, lower=False).T

    def standard_errors(self) -> Floats:
        """Posterior standard deviation of each parameter, shape of theta."""
        identity = np.eye(len(self.theta))
        return np.sqrt(np.diag(cho_solve((self.precision_factor, True), identity)))


@dataclass(frozen=True, slots=True)
class Design:
    """Standardised columns without intercept of the two parts, shapes (n, k_x) and (n, k_z); no NaN."""

    incidence: Floats
    latency: Floats

    @property
    def sizes(self) -> tuple[int, int]:
        """Columns of each part."""
        return self.incidence.shape[1], self.latency.shape[1]


def fit(
    design: Design, waiting: Waiting, *, family: Family, names: tuple[tuple[str, ...], tuple[str, ...]], priors: Priors
) -> CureFit:
    """Find the posterior mode and its curvature.

    Parameters
    ----------
    names
        Names of the columns of incidence and latency.

    Raises
    ------
    InternalError
        The optimiser did not converge, or a column is not finite.
    """
    finite = all(np.isfinite(part).all() for part in (design.incidence, design.latency))
    if not (finite and (waiting.days > 0).all()):
        raise InternalError("the design has a value that is not finite, or a wait of no days")
    centre, width = _prior(design.sizes, priors)

    def objective(theta: Floats) -> tuple[float, Floats]:
        value, gradient = log_likelihood(theta, design, waiting, family=family)
        z = (theta - centre) / width
        return -value + 0.5 * float(z @ z), -gradient + z / width

    found = minimize(objective, centre, jac=True, method="L-BFGS-B", options={"maxiter": 2000, "ftol": 1e-13, "gtol": 1e-6})
    theta = _polished(np.asarray(found.x, dtype=np.float64), objective)
    return CureFit(
        family,
        *names,
        theta=theta,
        precision_factor=cholesky(_hessian(theta, objective), lower=True),
        log_likelihood=log_likelihood(theta, design, waiting, family=family)[0],
        rows=len(waiting.days),
        returns=int(waiting.returned.sum()),
    )


def curve(fitted: CureFit, design: Design, *, theta: Floats | None = None) -> Curve:
    """Return law of each row, at the mode or at one draw of the parameters."""
    eta, location, log_scale = _linear(fitted.theta if theta is None else theta, design)
    return Curve(fitted.family, expit(eta), location, float(np.exp(log_scale)))


def log_likelihood(theta: Floats, design: Design, waiting: Waiting, *, family: Family) -> tuple[float, Floats]:
    """Log likelihood and its gradient.

    Seen to return at t: log pi + log f(t), + log q after the end of full detection tau.
    Not seen by t: log[1 - pi + pi (q S(t) + (1 - q) S(tau))]: never, not yet, or back unseen.
    """
    eta, location, log_scale = _linear(theta, design)
    scale, pi, log_days = np.exp(log_scale), expit(eta), np.log(waiting.days)
    u = (log_days - location) / scale
    back = waiting.returned
    late = back & (waiting.days > waiting.fully_detected_days)
    value = float(
        np.sum(np.log(pi[back]) + family.log_density(u[back]) - log_scale - log_days[back])
        + np.sum(np.log(waiting.detection[late]))
    )
    d_eta = np.where(back, 1.0 - pi, 0.0)
    d_u = np.where(back, family.d_log_density(u), 0.0)
    d_log_scale = -float(back.sum()) - float(d_u @ u)
    d_location = -d_u / scale

    out = ~back
    with np.errstate(divide="ignore"):
        u_tau = (np.log(waiting.fully_detected_days[out]) - location[out]) / scale
    u_tau = np.maximum(u_tau, -700.0)  # full detection ended before the premiere: S(tau) = 1
    u_out, q, p = u[out], waiting.detection[out], pi[out]
    at_end, at_tau = np.exp(family.log_survival(u_out)), np.exp(family.log_survival(u_tau))
    chance = np.maximum(1.0 - p + p * (q * at_end + (1.0 - q) * at_tau), TINY)
    value += float(np.sum(np.log(chance)))
    d_eta[out] = p * (1.0 - p) * (q * at_end + (1.0 - q) * at_tau - 1.0) / chance
    slope_end = p / chance * q * at_end * family.d_log_survival(u_out)
    slope_tau = p / chance * (1.0 - q) * at_tau * family.d_log_survival(u_tau)
    d_location[out] = -(slope_end + slope_tau) / scale
    d_log_scale -= float(slope_end @ u_out) + float(slope_tau @ u_tau)
    b, g = design.incidence.T @ d_eta, design.latency.T @ d_location
    return value, np.concatenate([[d_eta.sum()], b, [d_location.sum()], g, [d_log_scale]])


def _linear(theta: Floats, design: Design) -> tuple[Floats, Floats, float]:
    b, g = np.split(theta[:-1], [design.sizes[0] + 1])
    return b[0] + design.incidence @ b[1:], g[0] + design.latency @ g[1:], float(theta[-1])


def _prior(sizes: tuple[int, int], priors: Priors) -> tuple[Floats, Floats]:
    intercepts = (priors.incidence_intercept, priors.latency_intercept)
    slopes = (priors.incidence_slope_sd, priors.latency_slope_sd)
    centre = [np.append(mean, np.zeros(k)) for (mean, _), k in zip(intercepts, sizes, strict=True)]
    width = [np.append(sd, np.full(k, slope)) for (_, sd), slope, k in zip(intercepts, slopes, sizes, strict=True)]
    s0, s0_sd = priors.log_scale
    return np.concatenate([*centre, [s0]]), np.concatenate([*width, [s0_sd]])


def _polished(theta: Floats, objective: Objective) -> Floats:
    """Newton steps from where the quasi-Newton method stopped, so that parameters agree to many digits across machines."""
    for _ in range(4):
        gradient = objective(theta)[1]
        try:
            step = cho_solve(cho_factor(_hessian(theta, objective)), gradient)
        except LinAlgError as error:
            raise InternalError("the fit has no maximum where the search ended") from error
        theta = theta - step
        if np.max(np.abs(step)) < 1e-9:
            break
    if not np.isfinite(theta).all():
        raise InternalError("the fit did not converge")
    return theta


def _hessian(theta: Floats, objective: Objective) -> Floats:
    columns = []
    for k in range(len(theta)):
        step = np.zeros_like(theta)
        step[k] = _DIFFERENCE
        above, below = objective(theta + step)[1], objective(theta - step)[1]
        columns.append((above - below) / (2 * _DIFFERENCE))
    matrix = np.column_stack(columns)
    return (matrix + matrix.T) / 2
