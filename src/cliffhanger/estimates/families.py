"""Families of waiting times on the log scale, each a frozen record of functions of u = (log t - m) / s."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log_expit, log_ndtr, logit, ndtri

Floats = NDArray[np.float64]
Function = Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True)
class Family:
    """One location-scale family of log T.

    Attributes
    ----------
    log_survival, d_log_survival
        log P(U > u) and its derivative; shape as u.
    log_density, d_log_density
        log density of U and its derivative; the density of T is this divided by s t.
    quantile
        u at which P(U <= u) is the argument in (0, 1).
    """

    name: str
    log_survival: Function
    d_log_survival: Function
    log_density: Function
    d_log_density: Function
    quantile: Function


def _log_normal_density(u: Floats) -> Floats:
    return -0.5 * u * u - 0.5 * np.log(2 * np.pi)


def _clipped_exp(u: Floats) -> Floats:
    return np.exp(np.minimum(u, 50.0))  # beyond it the survival is zero anyway; keeps the gradient finite


LOG_LOGISTIC = Family(
    "log-logistic",
    log_survival=lambda u: log_expit(-u),
    d_log_survival=lambda u: -expit(u),
    log_density=lambda u: log_expit(u) + log_expit(-u),
    d_log_density=lambda u: 1.0 - 2.0 * expit(u),
    quantile=logit,
)
LOG_NORMAL = Family(
    "lognormal",
    log_survival=lambda u: log_ndtr(-u),
    d_log_survival=lambda u: -np.exp(_log_normal_density(u) - log_ndtr(-u)),
    log_density=_log_normal_density,
    d_log_density=lambda u: -u,
    quantile=ndtri,
)
WEIBULL = Family(
    "Weibull",
    log_survival=lambda u: -_clipped_exp(u),
    d_log_survival=lambda u: -_clipped_exp(u),
    log_density=lambda u: u - _clipped_exp(u),
    d_log_density=lambda u: 1.0 - _clipped_exp(u),
    quantile=lambda p: np.log(-np.log1p(-p)),
)
FAMILIES = {family.name: family for family in (LOG_LOGISTIC, LOG_NORMAL, WEIBULL)}
