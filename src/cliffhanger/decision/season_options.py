"""One season's options held against each other: what each is worth, and whether it pays.

The alternative to every option is to end the series, which brings nothing and costs nothing; what past seasons cost is sunk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cliffhanger.decision.options import END

Floats = NDArray[np.float64]
BINS = 20  # slices of an input of which the mean is taken


@dataclass(frozen=True, slots=True)
class Span:
    """A quantity's mean and its tenth, fiftieth and ninetieth hundredths."""

    mean: float
    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One option as draws that were made together, in one currency; ``cost`` is None where none is known.

    ``parts`` are terms of the gross value and the counts behind them, ``cost_parts`` terms of the cost.
    """

    name: str
    episodes: int
    gross: Floats
    cost: Floats | None
    parts: Mapping[str, Floats]
    cost_parts: Mapping[str, Floats] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Valued:
    """What is said of one option.

    Attributes
    ----------
    parts
        Terms of the gross value, and the counts behind them, by name.
    cost_parts
        Terms of the cost, by name; empty where none is known, or it was given whole.
    pays_back
        Share of the draws in which the gross value exceeds the cost.
    efficiency
        Mean value over mean cost.
    break_even
        What an episode could cost at most, all costs in it, for the option to be worth no less than an end: gross value over
        episodes.
    break_even_audience
        Members who would have to come back for the mean value to reach the mean cost, if value goes with them.
    """

    option: str
    episodes: int
    gross: Span
    cost: Span | None
    net: Span | None
    pays_back: float | None
    efficiency: float | None
    break_even: Span | None
    break_even_audience: float | None
    parts: Mapping[str, Span]
    cost_parts: Mapping[str, Span] = field(default_factory=dict)


def span(draws: Floats) -> Span:
    """Summarise draws."""
    low, middle, high = np.quantile(draws, [0.1, 0.5, 0.9])
    return Span(float(draws.mean()), float(low), float(middle), float(high))


def spans(draws: list[Floats]) -> list[Span]:
    """Summarise several quantities of equally many draws at once."""
    if not draws:
        return []
    table = np.stack(draws)
    levels = np.quantile(table, [0.1, 0.5, 0.9], axis=1)
    return [Span(*map(float, row)) for row in np.vstack([table.mean(axis=1), levels]).T]


def valued(option: Option) -> Valued:
    """Hold an option's value against its cost; where no cost is known, only a break-even is told."""
    gross, cost = option.gross, option.cost
    told = _told(option)
    audience = option.parts.get("audience")
    flips = None
    if cost is not None and audience is not None and gross.mean() > 0:
        flips = float(audience.mean() * cost.mean() / gross.mean())
    return Valued(
        option=option.name,
        episodes=option.episodes,
        gross=told["own"]["gross"],
        cost=told["own"].get("cost"),
        net=told["own"].get("net"),
        pays_back=None if cost is None else float((gross > cost).mean()),
        efficiency=None if cost is None or cost.mean() <= 0 else float(gross.mean() / cost.mean()),
        break_even=told["own"].get("break_even"),
        break_even_audience=flips,
        parts=told["parts"],
        cost_parts=told["cost_parts"],
    )


def _told(option: Option) -> dict[str, dict[str, Span]]:
    """Everything of an option, summarised at once: its own sums, its parts and those of its cost, by name."""
    own = {"gross": option.gross}
    if option.cost is not None:
        own |= {"cost": option.cost, "net": option.gross - option.cost}
    if option.episodes:
        own["break_even"] = option.gross / option.episodes
    groups = {"own": own, "parts": option.parts, "cost_parts": option.cost_parts}
    found = iter(spans([draws for group in groups.values() for draws in group.values()]))
    return {which: {name: next(found) for name in group} for which, group in groups.items()}


def ended(n_draws: int) -> Option:
    """The alternative: no further season, at no value and no cost."""
    nothing = np.zeros(n_draws)
    return Option(END, 0, nothing, nothing, {})


def best(options: list[Valued]) -> Valued | None:
    """The option of the highest mean net value; of equal ones the cheaper. None where no cost is known."""
    able = [option for option in options if option.net is not None and option.cost is not None]
    if not any(option.option != END for option in able):
        return None
    return max(able, key=lambda option: (option.net.mean, -option.cost.mean) if option.net and option.cost else (0.0, 0.0))
