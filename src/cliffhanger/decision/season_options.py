"""One season's options held against each other: what each is worth, whether it pays, what would flip the answer.

The alternative to every option is to end the series, which brings nothing and costs nothing; what past seasons cost is sunk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.decision.options import END

Floats = NDArray[np.float64]
WAIT = "wait"
BINS = 20  # slices of an input of which the mean is taken
TAIL = 0.1  # an input's lowest and highest tenth
WINDOW_DAYS = 91
LEAST_INFLUENCE = 0.005  # of the variance: below it an input is not listed


@dataclass(frozen=True, slots=True)
class Span:
    """A quantity's mean and its tenth, fiftieth and ninetieth hundredths."""

    mean: float
    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One option as draws that were made together, in one currency; ``cost`` is None where none is known."""

    name: str
    episodes: int
    gross: Floats
    cost: Floats | None
    parts: Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Valued:
    """What is said of one option.

    Attributes
    ----------
    parts
        Terms of the gross value, and the counts behind them, by name.
    pays_back
        Share of the draws in which the gross value exceeds the cost.
    efficiency
        Mean value over mean cost.
    break_even
        What an episode could cost at most, all other costs in it: gross value over episodes.
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


@dataclass(frozen=True, slots=True)
class Influence:
    """How far the mean net value moves with one input.

    Attributes
    ----------
    low, high
        Mean net value where the input is in its lowest and its highest tenth.
    share
        First-order Sobol index: the share of the variance of the net value that the input alone explains.
    flips
        Whether the two lie on either side of zero.
    """

    name: str
    low: float
    high: float
    share: float
    flips: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """What it is worth to decide later.

    Attributes
    ----------
    days
        Until the window closes.
    information
        What deciding with the window's figures adds to the best option of now, were nothing lost meanwhile.
    delay
        What the wait costs: value that falls behind the horizon.
    """

    days: int
    information: float
    delay: float

    @property
    def net(self) -> float:
        """Information less delay."""
        return self.information - self.delay


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
    per_episode = span(gross / option.episodes) if option.episodes else None
    known = None if cost is None else span(gross - cost)
    audience = option.parts.get("audience")
    flips = None
    if cost is not None and audience is not None and gross.mean() > 0:
        flips = float(audience.mean() * cost.mean() / gross.mean())
    return Valued(
        option=option.name,
        episodes=option.episodes,
        gross=span(gross),
        cost=None if cost is None else span(cost),
        net=known,
        pays_back=None if cost is None else float((gross > cost).mean()),
        efficiency=None if cost is None or cost.mean() <= 0 else float(gross.mean() / cost.mean()),
        break_even=per_episode,
        break_even_audience=flips,
        parts=dict(zip(option.parts, spans(list(option.parts.values())), strict=True)),
    )


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


def influences(net: Floats, inputs: Mapping[str, Floats]) -> tuple[Influence, ...]:
    """What moves a net value, the strongest first; inputs that do not vary or hardly matter are left out.

    First-order indices from the draws at hand: the variance of the mean within slices of the input over the whole variance
    (given-data estimation: Plischke, Borgonovo and Smith 2013, doi:10.1016/j.ejor.2012.11.047), less what slices of chance
    would show.
    """
    whole, middle, n = float(net.var()), float(net.mean()), len(net)
    edges = np.linspace(0, n, min(BINS, n) + 1).astype(np.int64)
    counts, tail = np.diff(edges), max(int(TAIL * n), 1)
    bias = (len(counts) - 1) / n
    found = []
    for name, draws in inputs.items():
        if not whole or not np.ptp(draws):
            continue
        ordered = net[np.argsort(draws, kind="stable")]
        means = np.add.reduceat(ordered, edges[:-1]) / counts
        between = float(counts @ (means - middle) ** 2) / n
        share = max((between / whole - bias) / (1.0 - bias), 0.0)
        if share < LEAST_INFLUENCE:
            continue
        low, high = float(ordered[:tail].mean()), float(ordered[-tail:].mean())
        found.append(Influence(name, low, high, share, flips=(low > 0) != (high > 0)))
    return tuple(sorted(found, key=lambda one: (-one.share, one.name)))


def waiting(options: list[Option], signal: Floats, *, age_days: int, horizon_left: float, resolved: float) -> Waiting | None:
    """Value of deciding when the 91-day window has closed, against the cost of the delay.

    Expected value of sample information (Raiffa and Schlaifer 1961): the mean, over what the figures may show, of the best
    option then, less the best option now.

    Parameters
    ----------
    signal
        Shape (n_draws,): the input that the figures of the window tell of.
    age_days
        Days since the premiere; None is returned once the window has closed.
    horizon_left
        Days between the premiere of the next season and the horizon, on average.
    resolved
        Share of the signal's variance that the rest of the window settles, 0 to 1.
    """
    days = WINDOW_DAYS - age_days
    able = [option for option in options if option.cost is not None]
    if days <= 0 or not able or not len(signal):
        return None
    nets = np.stack([option.gross - option.cost for option in able if option.cost is not None])
    now = max(float(nets.mean(axis=1).max()), 0.0)
    order = np.argsort(signal, kind="stable")
    parts = np.array_split(order, min(BINS, len(signal)))
    means = nets.mean(axis=1)
    # What is seen of the signal is part of it: the means of its slices lie that much nearer to the whole mean.
    seen = [max(float((means + np.sqrt(resolved) * (nets[:, part].mean(axis=1) - means)).max()), 0.0) for part in parts]
    then = float(np.average(seen, weights=[len(part) for part in parts]))
    chosen = int(means.argmax())
    gross = float(able[chosen].gross.mean()) if means[chosen] > 0 else 0.0
    lost = min(days / horizon_left, 1.0) if horizon_left > 0 else 1.0
    return Waiting(days, max(then - now, 0.0), gross * lost)


def waited(options: list[Option], signal: Floats, *, age_days: int, horizon_left: float, resolved: float) -> Option | None:
    """Waiting as an option of its own: the best option by what the window's figures will have shown, worth less by the delay.

    Parameters and None as of ``waiting``.
    """
    days = WINDOW_DAYS - age_days
    able = [option for option in options if option.cost is not None]
    if days <= 0 or not able or not len(signal):
        return None
    lost = min(days / horizon_left, 1.0) if horizon_left > 0 else 1.0
    gross = np.stack([option.gross * (1.0 - lost) for option in able])
    cost = np.stack([option.cost for option in able if option.cost is not None])
    nets = gross - cost
    means = nets.mean(axis=1)
    worth, paid = np.zeros(len(signal)), np.zeros(len(signal))
    for part in np.array_split(np.argsort(signal, kind="stable"), min(BINS, len(signal))):
        seen = means + np.sqrt(resolved) * (nets[:, part].mean(axis=1) - means)
        if seen.max() > 0:
            worth[part], paid[part] = gross[seen.argmax()][part], cost[seen.argmax()][part]
    return Option(WAIT, 0, worth, paid, {})
