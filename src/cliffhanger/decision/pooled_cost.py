"""How well a next season's cost is known once all that is known is put together: earlier seasons' lines and other titles' costs.

A list article is off by half as often as not. But a series whose second season is known from such an article may have a first one
in the books; and what an episode costs goes with its length and its following, so that the costs of other titles tell something
too. Each source enters by its precision (empirical Bayes; Efron and Morris 1975, doi:10.1080/01621459.1975.10479864).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.decision.cost import COST_TERMS, CostLine, Rate, exchange_rate, graded
from cliffhanger.estimates.draws import Z90
from cliffhanger.estimates.season_terms import Terms, default_terms

Floats = NDArray[np.float64]
POOL_TERMS = (
    "cost_seasons_apart",
    "cost_titles_apart",
    "cost_least_doubt",
    "cost_well_known",
    "cost_fewest_titles",
    "cost_ridge",
    "cost_least_following",
)  # certain; what is pooled rests on them
USUAL = Terms(default_terms((*COST_TERMS, *POOL_TERMS)))


@dataclass(frozen=True, slots=True)
class Title:
    """What is asked of one title: the season to come, and what goes with its cost.

    ``episodes`` are those of each past season and of the one to come, as it is planned; a season that is not in it is taken to
    have as many as the one to come. ``minutes`` is the length of an episode, ``following`` the share of the members.
    """

    season: int
    episodes: Mapping[int, int]
    minutes: float
    following: float


@dataclass(frozen=True, slots=True)
class Known:
    """How lines of the latest season with production are read: times ``factor``, with a log standard deviation of ``spread``."""

    factor: float
    spread: float


@dataclass(frozen=True, slots=True)
class _Own:
    """A title's own lines: logarithm of an episode's production cost of the season to come and its variance.

    ``base`` is the logarithm by the amounts of the latest season as they were told, ``steps`` the seasons since.
    """

    log: float
    variance: float
    base: float
    steps: int


def pooled(
    titles: Mapping[str, Title],
    lines: Mapping[str, Sequence[CostLine]],
    *,
    into: str,
    rates: Sequence[Rate] = (),
    as_of: dt.date | None = None,
    terms: Terms = USUAL,
) -> dict[str, Known]:
    """What is known of each title that has a production line of this season or an earlier one.

    Parameters
    ----------
    terms
        Of ``COST_TERMS`` and ``POOL_TERMS``.

    Raises
    ------
    InputError
        Currencies are mixed without a rate.
    """
    own = {}
    for name, title in titles.items():
        found = _own(title, [line for line in lines.get(name, ()) if line.kind == "production"], into, rates, as_of, terms)
        if found is not None:
            own[name] = found
    if not own:
        return {}
    names = sorted(own)
    least = terms.middle("cost_least_following")
    design = np.array([[1.0, np.log(max(titles[n].minutes, 1.0)), np.log(titles[n].following + least)] for n in names])
    logs, variances = np.array([own[n].log for n in names]), np.array([own[n].variance for n in names])
    expected, between = _others(design, logs, variances, terms)
    weights = np.stack([1.0 / variances, np.full(len(names), 0.0 if between is None else 1.0 / between)])
    middle = (weights[0] * logs + weights[1] * expected) / weights.sum(axis=0)
    left = 1.0 / weights.sum(axis=0)
    step, doubt = _step_spread(terms), terms.middle("cost_least_doubt")
    return {
        name: Known(
            factor=float(np.exp(middle[k] - own[name].base)),
            spread=float(np.sqrt(max(left[k] - (own[name].steps * step) ** 2, doubt**2))),
        )
        for k, name in enumerate(names)
    }


def _own(
    title: Title, lines: Sequence[CostLine], into: str, rates: Sequence[Rate], as_of: dt.date | None, terms: Terms
) -> _Own | None:
    """Every season's lines carried forward, each weighed by how well it is known."""
    seasons = sorted({line.season for line in lines if line.season <= title.season})
    usual = title.episodes.get(title.season, 1)
    logs, variances, base, steps = [], [], 0.0, 0
    for season in seasons:
        amount, likely, doubt = 0.0, 0.0, 0.0
        for line in (one for one in lines if one.season == season):
            count = 1 if line.per_episode else max(title.episodes.get(season, usual), 1)
            told = line.amount * exchange_rate(rates, line.currency, into, as_of=as_of) / count
            low, middle, high = graded(1.0, line.quality, terms)
            amount, likely = amount + told, likely + told * middle
            doubt = max(doubt, float(np.log(high / low)) / (2.0 * Z90))
        if amount <= 0:
            continue
        steps = title.season - season
        stepped = steps * float(np.log(terms.middle("step_up")))
        base = float(np.log(amount)) + stepped
        logs.append(float(np.log(likely)) + stepped)
        apart = terms.middle("cost_seasons_apart") if steps else 0.0
        least = terms.middle("cost_least_doubt")
        variances.append(doubt**2 + apart**2 + (steps * _step_spread(terms)) ** 2 + least**2)
    if not logs:
        return None
    weights = 1.0 / np.array(variances)
    return _Own(float(weights @ np.array(logs) / weights.sum()), float(1.0 / weights.sum()), base, steps)


def _step_spread(terms: Terms) -> float:
    low, _, high = terms.ends["step_up"]
    return float(np.log(high / low)) / (2.0 * Z90)


def _others(design: Floats, logs: Floats, variances: Floats, terms: Terms) -> tuple[Floats, float | None]:
    """What each title would cost by all other titles that are well known, and the variance about it; None with too few."""
    good = variances <= terms.middle("cost_well_known") ** 2
    if good.sum() < terms.middle("cost_fewest_titles"):
        return logs, None
    ridge = np.diag([1e-6, 1.0, 1.0]) * terms.middle("cost_ridge")
    expected, residuals = np.zeros(len(logs)), []
    for k in range(len(logs)):
        others = good & (np.arange(len(logs)) != k)
        a, b = design[others], logs[others]
        centre = a[:, 1:].mean(axis=0)
        a = np.column_stack([a[:, 0], a[:, 1:] - centre])
        fit = np.linalg.solve(a.T @ a + ridge, a.T @ b)
        expected[k] = float(fit @ np.concatenate([[1.0], design[k, 1:] - centre]))
        if good[k]:
            residuals.append(logs[k] - expected[k])
    return expected, max(float(np.mean(np.square(residuals))), terms.middle("cost_titles_apart") ** 2)
