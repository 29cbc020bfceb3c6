"""How far the best option is ahead of the others, what moves that, and the cost at which it is so no longer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.decision.options import END
from cliffhanger.decision.risk import MEAN, Risk, attitude_of
from cliffhanger.decision.season_options import BINS, Option
from cliffhanger.decision.waiting import Later

Floats = NDArray[np.float64]
TAIL = 0.1  # an input's lowest and highest tenth
LEAST_INFLUENCE = 0.005  # of the variance: below it an input is not listed, unless it flips the answer
OF_AN_ENDING = ("finale_launch", "finale_draw", "unresolved_trust")  # inputs that a final season or a finale alone has
ENDINGS = {"final_season", "finale", "wait"}  # a wait may end in one
STEP = 1.01  # of all costs, where the first change of the best option is looked for
FARTHEST = 1000.0  # times as high


@dataclass(frozen=True, slots=True)
class Lead:
    """The option that the attitude to risk chooses against the best of the others.

    Attributes
    ----------
    option, over
        The two; an option that is equal to the first in every draw is none of the others.
    by
        Mean net value of the one less that of the other; by another attitude, its numbers.
    """

    option: str
    over: str
    by: float


@dataclass(frozen=True, slots=True)
class Influence:
    """How far the lead of the best option moves with one input; where the verdict is withheld, the value of a renewal.

    Attributes
    ----------
    low, high
        Mean lead over the best of the others where the input is in its lowest and its highest tenth; by another attitude, the
        lead by its numbers.
    share
        First-order Sobol index: the share of the variance of the lead that the input alone explains.
    flips
        Options that are ahead in either tenth; empty where the answer stays.
    """

    name: str
    low: float
    high: float
    share: float
    flips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flip:
    """Where the best option stops being the best by the attitude asked for, if all costs go up; for an end, if they go down.

    Attributes
    ----------
    times
        All costs, as many times as high.
    to
        The option that is the best beyond.
    per_episode
        Mean cost of an episode there, all costs in it, of the option that has episodes: the best of now, else ``to``. None
        where neither has.
    """

    times: float
    to: str
    per_episode: float | None


def nets_of(options: Sequence[Option]) -> dict[str, Floats]:
    """Net value by option, where a cost is known."""
    return {option.name: option.gross - option.cost for option in options if option.cost is not None}


def lead(nets: Mapping[str, Floats], chosen: str, risk: Risk = MEAN) -> Lead | None:
    """Hold the chosen option against the best of the others; None where there is no other."""
    others = rivals(nets, chosen)
    if not others:
        return None
    attitude = attitude_of(risk)
    worths = {name: attitude(net) for name, net in others.items()}
    over = max(worths, key=lambda name: worths[name])
    return Lead(chosen, over, attitude(nets[chosen]) - worths[over])


def rivals(nets: Mapping[str, Floats], chosen: str) -> dict[str, Floats]:
    """The options that differ from the chosen one in some draw."""
    return {name: net for name, net in nets.items() if name != chosen and not np.array_equal(net, nets[chosen])}


def influences(
    value: Floats, inputs: Mapping[str, Floats], others: Mapping[str, Floats], risk: Risk = MEAN
) -> tuple[Influence, ...]:
    """What moves a value's lead over the best of the others, the strongest first; without others, what moves the value.

    Inputs that do not vary or hardly matter are left out. First-order indices from the draws at hand: the variance of the mean
    within slices of the input over the whole variance (given-data estimation: Plischke, Borgonovo and Smith 2013,
    doi:10.1016/j.ejor.2012.11.047), less what slices of chance would show.
    """
    names = list(others)
    table = np.stack([others[name] for name in names]) if names else np.zeros((1, len(value)))
    ahead = value - table[_worths(table, risk).argmax()]
    whole, middle, n = float(ahead.var()), float(ahead.mean()), len(ahead)
    edges = np.linspace(0, n, min(BINS, n) + 1).astype(np.int64)
    counts, tail = np.diff(edges), max(int(TAIL * n), 1)
    bias = (len(counts) - 1) / n
    found = []
    for name, draws in inputs.items():
        if not whole or not np.ptp(draws):
            continue
        order = np.argsort(draws, kind="stable")
        means = np.add.reduceat(ahead[order], edges[:-1]) / counts
        between = float(counts @ (means - middle) ** 2) / n
        share = max((between / whole - bias) / (1.0 - bias), 0.0)
        ends = [_ahead(value, table, part, risk) for part in (order[:tail], order[-tail:])]
        flips = tuple(dict.fromkeys(names[best] for far, best in ends if names and far < 0))
        if share >= LEAST_INFLUENCE or flips:
            found.append(Influence(name, ends[0][0], ends[1][0], share, flips))
    return tuple(sorted(found, key=lambda one: (-one.share, one.name)))


def concerning(found: Sequence[Influence], compared: Collection[str]) -> tuple[Influence, ...]:
    """Those that bear on the options compared, or flip the answer.

    What an ending alone has moves no other option: a share of the variance that it seems to explain there is chance.
    """
    if not ENDINGS.isdisjoint(compared):
        return tuple(found)
    return tuple(one for one in found if one.flips or one.name not in OF_AN_ENDING)


def _worths(table: Floats, risk: Risk) -> Floats:
    """The attitude's number for each row."""
    if risk == MEAN:
        return np.asarray(table.mean(axis=1), dtype=np.float64)
    attitude = attitude_of(risk)
    return np.array([attitude(row) for row in table])


def _ahead(value: Floats, others: Floats, part: NDArray[np.int64], risk: Risk) -> tuple[float, int]:
    """Lead in some draws over the best of the others there, and the place of that."""
    worths = _worths(others[:, part], risk)
    return float(_worths(value[None, part], risk)[0] - worths.max()), int(worths.argmax())


def flip(options: Sequence[Option], later: Later | None, chosen: str, risk: Risk = MEAN) -> Flip | None:
    """Move all costs together until another option is the best; None where none is, within a thousand times.

    Parameters
    ----------
    options
        With an end among them, and without the wait, which is ``later``.
    """
    able = [(option, option.cost) for option in options if option.cost is not None]
    names = [option.name for option, _ in able] + ([] if later is None else [later.option.name])
    gross, cost = (np.stack(draws) for draws in zip(*((option.gross, known) for option, known in able), strict=True))

    means = (gross.mean(axis=1), cost.mean(axis=1))

    def best(times: Floats) -> NDArray[np.int64]:
        worths = _by_mean(*means, later, times) if risk == MEAN else _by_attitude(gross, cost, later, times, risk)
        return np.asarray(worths.argmax(axis=0), dtype=np.int64)

    here = names.index(chosen)
    steps = np.geomspace(1.0, FARTHEST, round(np.log(FARTHEST) / np.log(STEP)))
    steps = np.append(1.0 / steps, 0.0) if chosen == END else steps
    other = np.flatnonzero(best(steps) != here)
    if not len(other) or other[0] == 0:
        return None
    inside, outside = float(steps[other[0] - 1]), float(steps[other[0]])
    for _ in range(60):
        middle = 0.5 * (inside + outside)
        inside, outside = (middle, outside) if best(np.array([middle]))[0] == here else (inside, middle)
    to = names[int(best(np.array([outside]))[0])]
    episodes = {option.name: (option.episodes, float(known.mean())) for option, known in able}
    count, paid = next((episodes[name] for name in (chosen, to) if episodes.get(name, (0, 0.0))[0]), (0, 0.0))
    return Flip(outside, to, outside * paid / count if count else None)


def _by_mean(gross: Floats, cost: Floats, later: Later | None, times: Floats) -> Floats:
    """Mean net value of each option with all costs so many times as high, shape (n_options, n_times); a wait is the last.

    ``gross`` and ``cost`` are the means of the other options, shape (n_options - 1,) where there is a wait.
    """
    nets = gross[:, None] - cost[:, None] * times
    return nets if later is None else np.vstack([nets, later.shown.worth(times)])


def _by_attitude(gross: Floats, cost: Floats, later: Later | None, times: Floats, risk: Risk) -> Floats:
    """The same by an attitude's numbers."""
    found = [
        _worths(nets if later is None else np.vstack([nets, later.shown.nets(far)]), risk)
        for far, nets in ((float(far), gross - cost * far) for far in times)
    ]
    return np.stack(found, axis=1)
