"""To wait as an option of a slate: what it is worth there, what it is expected to spend, and what of the budget it holds back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.decision.options import Quantiles, Reserve
from cliffhanger.decision.season_options import Option
from cliffhanger.decision.waiting import ONCE, Later
from cliffhanger.estimates.draws import joined_mean


@dataclass(frozen=True, slots=True)
class Wait:
    """To wait, beside the other options of a season in a slate.

    Attributes
    ----------
    value, cost
        As three quantiles. In the mean their difference is that of the best option of today and what waiting is worth more or
        less; they are as uncertain together as what is decided then, all of it in ``value``.
    reserve
        Of the dearest and of the longest option that may be chosen then, so that whatever the figures say can be ordered.
    orders
        Options that may be chosen then, and how often; else it is ended.
    """

    value: Quantiles
    cost: Quantiles
    reserve: Reserve
    orders: Mapping[str, float]


def wait_of(later: Later, options: Sequence[Option]) -> Wait | None:
    """To wait as an option of a slate; None where nothing would be ordered whatever the figures say.

    ``options`` are those that were waited for, all with a cost. A slate draws each option anew from three quantiles, whose mean
    is not quite that of the draws; waiting is worth a small part of an option, so its distance to the best of today is kept.
    """
    places = later.shown.chosen(ONCE)[:, 0]
    sizes = np.array([len(part) for part in later.shown.parts], dtype=np.float64)
    ordered = sorted({int(place) for place in places if place >= 0})
    if not ordered:
        return None
    priced = [(option, option.cost) for option in options if option.cost is not None]
    costs = [quantiles(cost) for _, cost in priced]
    today = max(0.0, *(joined_mean(*quantiles(option.gross)) - joined_mean(*costs[k]) for k, (option, _) in enumerate(priced)))
    worth, spent = later.option.gross, np.zeros(1) if later.option.cost is None else later.option.cost
    net, mean_spent = quantiles(worth - spent), float(spent.mean())
    above = today + later.told.net + mean_spent - joined_mean(*net)
    return Wait(
        value=(net[0] + above, net[1] + above, net[2] + above),
        cost=(mean_spent,) * 3,
        reserve=Reserve(
            cost=max((costs[k] for k in ordered), key=lambda cost: joined_mean(*cost)),
            episodes=max(priced[k][0].episodes for k in ordered),
        ),
        orders={priced[k][0].name: float(sizes[places == k].sum() / sizes.sum()) for k in ordered},
    )


def quantiles(draws: NDArray[np.float64]) -> Quantiles:
    """The three quantiles by which a slate knows an option."""
    low, middle, high = np.quantile(draws, [0.1, 0.5, 0.9])
    return float(low), float(middle), float(high)
