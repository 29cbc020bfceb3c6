"""What is asked of a log's seasons, and what cannot be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cliffhanger.decision.cost import COST_TERMS, Rate
from cliffhanger.decision.pooled_cost import POOL_TERMS
from cliffhanger.decision.waiting import WAIT_TERMS
from cliffhanger.errors import UsageError
from cliffhanger.estimates.season_terms import FIT_TERMS, VALUE_TERMS, Ends
from cliffhanger.estimates.season_value import Plan
from cliffhanger.pipeline.possible import FROM_ZERO, check_assumed, check_draws, check_ends, check_episodes

OF_COST = (*COST_TERMS, *POOL_TERMS)
TERMS = (*VALUE_TERMS, *FIT_TERMS, *OF_COST, *WAIT_TERMS)


@dataclass(frozen=True, slots=True)
class ValueQuestion:
    """What the values follow from, beside the log.

    Attributes
    ----------
    assume
        Any of ``TERMS`` to their lowest, middle and highest value; the others keep the assumptions'.
        ``advertising_per_hour`` is in ``currency``.
    currency
        Of the answer; empty: that of the prices.
    prices_in
        Currency in which members pay; empty: that of the cost table.
    rates
        Where prices, costs or the assumptions are in others.
    cost_per_episode
        In place of the cost table, of every episode; in ``currency``.
    plans
        By title_id, where a premiere or episodes are planned.
    """

    assume: Mapping[str, Ends]
    currency: str = ""
    prices_in: str = ""
    rates: tuple[Rate, ...] = ()
    plans: Mapping[str, Plan] = field(default_factory=dict)
    cost_per_episode: Ends | None = None
    n_draws: int = 1000
    seed: int = 20200101


def check_question(question: ValueQuestion) -> None:
    """Refuse what cannot be asked.

    Raises
    ------
    UsageError
        An assumption that there is not, or a number that cannot be; with the nearest name, or the range that is possible.
    """
    check_draws(question.n_draws, question.seed)
    check_assumed(question.assume, TERMS, of="with a log")
    _check_certain(question.assume)
    if question.cost_per_episode is not None:
        check_ends(question.cost_per_episode, FROM_ZERO, place="--cost-per-episode")
        _check_used(question.assume)
    for title, plan in question.plans.items():
        for order, episodes in plan.episodes.items():
            check_episodes(episodes, place=f"episodes planned for {title}, {order}")


def _check_certain(assume: Mapping[str, Ends]) -> None:
    """Refuse an interval of what is certain: what is fitted and pooled rests on one number, and its ends would do nothing."""
    for name in (*FIT_TERMS, *POOL_TERMS, *WAIT_TERMS):
        if name in assume and assume[name][0] != assume[name][2]:
            low, middle, high = assume[name]
            problem = f"{low:,.15g} to {high:,.15g}, but what is estimated with it rests on one number"
            raise UsageError(problem, place=f"--assume {name}", remedy=f"Give one, such as {name}={middle:g}")


def _check_used(assume: Mapping[str, Ends]) -> None:
    """Refuse assumptions of costs where a cost of an episode takes the place of all of them."""
    unused = [name for name in OF_COST if name in assume]
    if unused:
        problem = f"--cost-per-episode is all costs of an episode: {', '.join(unused)} would do nothing"
        raise UsageError(problem, place="--assume", remedy="Leave one of the two out")
