"""What the next season of each series of a log would cost: cost lines, how they are read, and the cost of an order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cliffhanger.decision.cost import CostLine, production_known, season_cost
from cliffhanger.decision.pooled_cost import Title, pooled
from cliffhanger.estimates.draws import joined_normal, slices
from cliffhanger.estimates.season_terms import Terms
from cliffhanger.estimates.season_value import FINALE, NO_PLAN, RENEW, Plan
from cliffhanger.pipeline.season_question import ValueQuestion
from cliffhanger.service_records import ServiceRecords

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ServiceCosts:
    """What is known of every title's costs.

    Attributes
    ----------
    lines, read
        Cost lines by title, and how those of the latest season with production are read: a factor and a log standard deviation,
        of ``pooled_cost.Known``.
    episodes
        Of each title's seasons that are out and of its next one, as a renewal is planned.
    currency
        Of the answer.
    """

    lines: Mapping[str, tuple[CostLine, ...]]
    read: Mapping[str, tuple[float, float]]
    episodes: Mapping[str, Mapping[int, int]]
    currency: str


def service_costs(
    records: ServiceRecords, lines: Sequence[CostLine], *, currency: str, terms: Terms, question: ValueQuestion
) -> ServiceCosts:
    """Put the lines of all titles together.

    Raises
    ------
    InputError
        Currencies are mixed without a rate.
    """
    by_title: dict[str, list[CostLine]] = {}
    for line in lines:
        by_title.setdefault(line.title_id, []).append(line)
    episodes = _season_episodes(records, question.plans)
    titles = {}
    columns = (records.seasons[name] for name in ("title_id", "season", "episodes", "runtime_h", "finishers"))
    for title, season, count, runtime, finishers in zip(*columns, strict=True):
        minutes, share = 60.0 * float(runtime) / max(int(count), 1), float(finishers) / max(records.members, 1)
        titles[str(title)] = Title(int(season) + 1, episodes[str(title)], minutes, share)
    found = pooled(titles, by_title, into=currency, rates=question.rates, as_of=records.as_of, terms=terms)
    return ServiceCosts(
        lines={title: tuple(own) for title, own in by_title.items()},
        read={title: (known.factor, known.spread) for title, known in found.items()},
        episodes=episodes,
        currency=currency,
    )


def order_cost(
    costs: ServiceCosts, records: ServiceRecords, title: str, order: str, *, season: int, episodes: int, terms: Terms,
    question: ValueQuestion,
) -> tuple[Floats, Mapping[str, Floats]] | None:  # fmt: skip
    """Cost of one order and its parts, each of shape (n_draws,); None where none is known.

    Options of a title draw from equal states, so that a dear title is dear in all of them. A cost of an episode that is given
    with the question has no parts.

    Parameters
    ----------
    season
        The one that would be ordered.
    """
    given, rng = question.cost_per_episode, np.random.default_rng([question.seed, 2, *title.encode()])
    if given is not None:
        drawn = joined_normal(slices(rng.standard_normal(question.n_draws)), *given)
        return np.maximum(drawn, 0.0) * episodes, {}
    lines = costs.lines.get(title, ())
    if not production_known(lines, season=season):
        return None
    if order == FINALE:
        launch = terms.middle("finale_launch")
        lines = tuple(replace(line, amount=line.amount * launch) if line.kind == "marketing" else line for line in lines)
    found = season_cost(
        lines,
        season=season,
        episodes=episodes,
        into=costs.currency,
        rates=question.rates,
        as_of=records.as_of,
        season_episodes=costs.episodes[title],
        terms=terms,
        known=costs.read.get(title),
        rng=rng,
        n_draws=question.n_draws,
    )
    return found.whole.values, found.parts


def _season_episodes(records: ServiceRecords, plans: Mapping[str, Plan]) -> dict[str, dict[int, int]]:
    """Episodes of every title's seasons that are out, and of its next one: as planned, else as many as the latest has."""
    found: dict[str, dict[int, int]] = {}
    for title, season, count in zip(*(records.calendar[name] for name in ("title_id", "season", "episodes")), strict=True):
        found.setdefault(str(title), {})[int(season)] = int(count)
    for title, counts in found.items():
        latest = max(counts)
        counts[latest + 1] = plans.get(title, NO_PLAN).episodes.get(RENEW, counts[latest])
    return found
