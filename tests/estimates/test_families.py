"""Families: densities, survivals and quantiles agree with each other and with scipy."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from cliffhanger.estimates.families import FAMILIES

U = np.linspace(-4, 3, 57)
ALL = tuple(FAMILIES.values())
SCIPY = {"log-logistic": stats.logistic, "lognormal": stats.norm, "Weibull": stats.gumbel_l}


@pytest.mark.parametrize("family", ALL, ids=lambda f: f.name)
def test_equals_scipy(family):
    """Log survival and log density are scipy's."""
    law = SCIPY[family.name]
    np.testing.assert_allclose(family.log_survival(U), law.logsf(U), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(family.log_density(U), law.logpdf(U), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("family", ALL, ids=lambda f: f.name)
def test_derivatives(family):
    """Written derivatives equal central differences."""
    h = 1e-5
    for name in ("log_survival", "log_density"):
        function, slope = getattr(family, name), getattr(family, f"d_{name}")
        np.testing.assert_allclose(slope(U), (function(U + h) - function(U - h)) / (2 * h), rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("family", ALL, ids=lambda f: f.name)
def test_quantile_inverts_survival(family):
    """The quantile at P(U <= u) is u."""
    np.testing.assert_allclose(family.quantile(1 - np.exp(family.log_survival(U))), U, rtol=1e-6, atol=1e-8)
