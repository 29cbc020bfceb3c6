"""The mixed-integer program of a slate, written as sparse rows and solved by HiGHS.

Exactly one option a season. What is maximised is the mean net value over all draws, or over the worst share of them. Two
seasons that share viewers are worth less together than apart; what is counted twice is taken off for each pair, which for three
that share the same viewers takes off too much rather than too little (Bonferroni's inequality).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from cliffhanger.decision.options import Choices
from cliffhanger.decision.risk import MEAN, Risk, attitude_of
from cliffhanger.errors import InternalError

Floats = NDArray[np.float64]
OVER = 1e-9  # share of a bound by which a sum may exceed it: rounding, not money
# A budget in the program, try by try. The solver may exceed it by 1e-6; where it does, a budget of 1,000 leaves it a billionth
# of the money, and at last the budget is lowered by that. Not so from the start: large numbers make the solver repair often.
TRIES = ((1.0, 0.0), (1000.0, 0.0), (1000.0, 4e-9), (1000.0, 1e-8))
NO_NODES = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One limit: a weighted count of the choices lies between two bounds.

    Attributes
    ----------
    key, label
        What it is called in an answer, and in words.
    weights
        Shape (n_choices,); for ``cost`` what is held of the budget, in the mean.
    low, high
        Infinite where there is no bound.
    cost
        How a bound on cost is meant: ``mean``, ``cvar`` or ``chance``; None for a row that is not of cost.
    """

    key: str
    label: str
    weights: Floats
    low: float
    high: float
    cost: Risk | None = None


@dataclass(frozen=True, slots=True)
class Effort:
    """When the solver stops: the gap it has to reach, nodes that it may look at, seconds that it may take.

    ``scenarios`` are the draws in the program where the objective or the budget is one of risk; means use all draws.
    """

    gap: float = 1e-4
    nodes: int = NO_NODES
    seconds: float = 60.0
    scenarios: int = 200


@dataclass(frozen=True, slots=True)
class Solved:
    """A choice for every season and how it was found.

    Attributes
    ----------
    chosen
        Place of the choice of each season, in the order of the seasons.
    objective
        What was maximised, in the program's scenarios, of these choices.
    bound
        No set of choices can be better than this.
    gap
        ``(bound - objective) / |objective|``; 0 where they are equal, None where the objective alone is 0.
    nodes
        Linear programs that the solver looked at.
    ended
        ``optimal`` (within the gap asked for), or by which limit the search was ended.
    """

    chosen: tuple[int, ...]
    objective: float
    bound: float
    gap: float | None
    nodes: int
    ended: Literal["optimal", "limit"]


def solve(
    choices: Choices,
    rows: Sequence[Row],
    *,
    risk: Risk = MEAN,
    effort: Effort | None = None,
    pairs: Pairs | None = None,
) -> Solved | None:
    """The best options under all limits; None where no set of choices satisfies them.

    ``pairs`` are those of ``shared_pairs``, for a caller who solves the same choices more than once.
    """
    effort = effort or Effort()
    if pairs is None:
        pairs = shared_pairs(choices, risk, effort)
    best = math.inf
    for size, lower in TRIES:
        tried = [replace(row, high=_lowered(row.high, lower)) for row in rows]
        program = _program(choices, tried, pairs, risk, effort, size)
        found = milp(
            program.objective,
            integrality=program.integral,
            bounds=Bounds(program.low, program.high),
            constraints=program.constraints(),
            options={"mip_rel_gap": effort.gap, "node_limit": effort.nodes, "time_limit": effort.seconds},
        )
        if found.status == 2 or (found.x is None and "infeasible" in found.message.lower()):
            return None
        if found.x is None:
            remedy = "Allow more seconds, or fewer scenarios"
            raise InternalError(f"the solver gave no answer: {found.message}", remedy=remedy)
        chosen = _chosen(choices, found.x)
        if found.mip_dual_bound is not None and not lower:
            best = min(best, -float(found.mip_dual_bound) * program.scale)
        if not any(_exceeds(choices, row, chosen, effort) for row in rows):
            return _outcome(choices, chosen, found, best, program.scale, risk, effort)
    raise InternalError("the solver keeps exceeding a limit by its tolerance")


def _lowered(bound: float, share: float) -> float:
    return bound - share * abs(bound) if math.isfinite(bound) else bound


def net_draws(choices: Choices, chosen: Sequence[int]) -> Floats:
    """Net value of a set of choices in every draw: value less what is counted twice, less cost."""
    picked = list(chosen)
    return choices.value[picked].sum(axis=0) - twice_counted(choices, picked) - choices.cost[picked].sum(axis=0)


def twice_counted(choices: Choices, chosen: Sequence[int]) -> Floats:
    """What a set of choices counts twice because viewers are shared, in every draw."""
    total = np.zeros(choices.value.shape[1])
    for i, j, share in choices.overlaps:
        ours, theirs = chosen[i], chosen[j]
        total += shared(choices.value[ours], choices.value[theirs], choices.share(ours, theirs, share))
    return total


def shared(one: Floats, other: Floats, share: float | Floats) -> Floats:
    """Part of the smaller of two values; nothing where one of them is not positive."""
    return np.asarray(share * np.maximum(np.minimum(one, other), 0.0), dtype=np.float64)


def _chosen(choices: Choices, x: Floats) -> tuple[int, ...]:
    found = np.full(len(choices.seasons), -1)
    taken = np.flatnonzero(x[: len(choices.estimates)] > 0.5)
    found[choices.season_of[taken]] = taken
    return tuple(int(k) for k in found)


def _exceeds(choices: Choices, row: Row, chosen: Sequence[int], effort: Effort) -> bool:
    if not math.isfinite(row.high):
        return False
    return used(choices, row, chosen, effort) > row.high + OVER * abs(row.high)


def used(choices: Choices, row: Row, chosen: Sequence[int], effort: Effort) -> float:
    """What a set of choices uses of a limit, in the limit's own sense."""
    picked = list(chosen)
    if row.cost is None or row.cost.kind == "mean":
        return math.fsum(row.weights[picked].tolist())
    cost = choices.held[picked, : effort.scenarios].sum(axis=0)
    if row.cost.kind == "cvar":
        return -attitude_of(row.cost)(-cost)
    allowed = math.floor((1 - row.cost.share) * len(cost) + 1e-9)
    return float(np.sort(cost)[len(cost) - 1 - allowed])


def _outcome(
    choices: Choices, chosen: tuple[int, ...], found: Any, best: float, scale: float, risk: Risk, effort: Effort
) -> Solved:
    net = net_draws(choices, chosen)
    objective = attitude_of(risk)(net if risk.kind == "mean" else net[: effort.scenarios])
    bound = max(objective, best) if math.isfinite(best) else objective
    if bound - objective <= 1e-9 * max(abs(objective), scale):
        bound = objective
    gap = 0.0 if bound == objective else (bound - objective) / abs(objective) if objective else None
    return Solved(chosen, objective, bound, gap, int(found.mip_node_count or 0), "optimal" if found.status == 0 else "limit")


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Every two choices that count value twice: a variable z for each, which is 1 if both are chosen.

    Attributes
    ----------
    loss
        Shape (n_z, k): what is counted twice. k is 1 and it is the mean over the draws, or k is the scenarios of a
        program of risk.
    rows
        Columns, weights and bounds of the rows that tie z to the choices; z follow the choices.
    """

    loss: Floats
    rows: tuple[tuple[NDArray[np.int64], Floats, float, float], ...]


def shared_pairs(choices: Choices, risk: Risk, effort: Effort) -> Pairs:
    """Write ``z = x_i * x_j`` for every two choices that share value, linearised: z >= x_i + x_j - 1 and z <= either.

    Written over all options of two seasons at once, which is as tight as pairs can be: the sum of z over a pair of seasons is at
    least the sum of their x less 1, and over the options of one season at most the x of the other.
    """
    first, kept = len(choices.estimates), []
    rows: list[tuple[NDArray[np.int64], Floats, float, float]] = []
    for i, j, share in choices.overlaps:
        ours, theirs = choices.of_season(i), choices.of_season(j)
        part = np.array([[[choices.share(int(k), int(m), share)] for m in theirs] for k in ours])
        lost = shared(choices.value[ours][:, None, :], choices.value[theirs][None, :, :], part)
        lost = lost.mean(axis=2, keepdims=True) if risk.kind == "mean" else lost[:, :, : effort.scenarios]
        mine, yours = lost.any(axis=(1, 2)), lost.any(axis=(0, 2))
        ours, theirs = ours[mine], theirs[yours]
        if not len(ours):
            continue
        lost = lost[mine][:, yours].reshape(len(ours) * len(theirs), -1)
        z = first + np.arange(len(lost)).reshape(len(ours), len(theirs))
        signs = np.concatenate([np.ones(z.size), -np.ones(len(ours) + len(theirs))])
        rows.append((np.concatenate([z.ravel(), ours, theirs]), signs, -1.0, math.inf))
        for option, row in [*zip(ours, z, strict=True), *zip(theirs, z.T, strict=True)]:
            rows.append((np.append(row, option), np.append(np.ones(len(row)), -1.0), -math.inf, 0.0))
        kept.append(lost)
        first += len(lost)
    return Pairs(np.concatenate(kept) if kept else np.zeros((0, 1)), tuple(rows))


@dataclass(slots=True, eq=False)
class _Program:
    """A program being written: variables by blocks, rows as triplets; money is divided by ``scale``."""

    scale: float
    costs: list[Floats]
    lows: list[Floats]
    highs: list[Floats]
    kinds: list[NDArray[np.int64]]
    row_at: list[NDArray[np.int64]]
    column_at: list[NDArray[np.int64]]
    entries: list[Floats]
    row_low: list[float]
    row_high: list[float]
    size: int = 0

    def variables(self, objective: Floats, *, low: float = 0.0, high: float = math.inf, integral: bool = False) -> int:
        """Add a block of variables; gives the place of the first. ``objective`` is what is gained by each, before scaling."""
        first, n = self.size, len(objective)
        self.costs.append(-objective / self.scale)
        self.lows.append(np.full(n, low))
        self.highs.append(np.full(n, high))
        self.kinds.append(np.full(n, int(integral)))
        self.size += n
        return first

    def row(
        self, columns: Sequence[int] | NDArray[np.int64], weights: Any, *, low: float = -math.inf, high: float = math.inf
    ) -> None:
        """Add a row over some variables."""
        at = np.asarray(columns, dtype=np.int64)
        self.row_at.append(np.full(len(at), len(self.row_low), dtype=np.int64))
        self.column_at.append(at)
        self.entries.append(np.broadcast_to(np.asarray(weights, dtype=np.float64), at.shape))
        self.row_low.append(low)
        self.row_high.append(high)

    @property
    def objective(self) -> Floats:
        """What is minimised."""
        return np.concatenate(self.costs)

    @property
    def integral(self) -> NDArray[np.int64]:
        """1 for whole numbers."""
        return np.concatenate(self.kinds)

    @property
    def low(self) -> Floats:
        """Lower bounds of the variables."""
        return np.concatenate(self.lows)

    @property
    def high(self) -> Floats:
        """Upper bounds of the variables."""
        return np.concatenate(self.highs)

    def constraints(self) -> LinearConstraint:
        """All rows as one sparse matrix."""
        where = (np.concatenate(self.row_at), np.concatenate(self.column_at))
        matrix = coo_array((np.concatenate(self.entries), where), shape=(len(self.row_low), self.size)).tocsc()
        return LinearConstraint(matrix, np.array(self.row_low), np.array(self.row_high))


def _program(choices: Choices, rows: Sequence[Row], pairs: Pairs, risk: Risk, effort: Effort, size: float) -> _Program:
    value, cost = choices.value.mean(axis=1), choices.cost.mean(axis=1)
    program = _Program(_scale(np.concatenate([value, cost])), [], [], [], [], [], [], [], [], [])
    n = len(choices.estimates)
    plain = risk.kind == "mean"
    program.variables(value - cost if plain else np.zeros(n), high=1.0, integral=True)
    program.variables(-pairs.loss[:, 0] if plain else np.zeros(len(pairs.loss)), high=1.0)
    for place in range(len(choices.seasons)):
        program.row(choices.of_season(place), 1.0, low=1.0, high=1.0)
    for columns, weights, low, high in pairs.rows:
        program.row(columns, weights, low=low, high=high)
    for row in rows:
        if row.cost is None or row.cost.kind == "mean":
            scale = _scale(np.array([row.high])) / size if row.cost else 1.0
            program.row(range(n), row.weights / scale, low=row.low / scale, high=row.high / scale)
        else:
            _limit_of_risk(program, choices, row, row.cost, effort, size)
    if not plain:
        _tail(program, choices, pairs, risk, effort)
    return program


def _scale(money: Floats) -> float:
    return float(np.abs(money).max()) or 1.0


def _tail(program: _Program, choices: Choices, pairs: Pairs, risk: Risk, effort: Effort) -> None:
    """Maximise ``t - mean(u) / share`` where ``u_s >= t - gain_s`` and ``u_s >= 0`` (Rockafellar and Uryasev 2000)."""
    gain = (choices.value - choices.cost)[:, : effort.scenarios] / program.scale
    n, scenarios = gain.shape
    loss = pairs.loss / program.scale if len(pairs.loss) else np.zeros((0, scenarios))
    t = program.variables(np.array([program.scale]), low=-math.inf)
    u = program.variables(np.full(scenarios, -program.scale / (risk.share * scenarios)))
    columns = np.append(np.arange(n + len(loss)), t)
    for s in range(scenarios):
        weights = np.concatenate([gain[:, s], -loss[:, s], [-1.0, 1.0]])
        program.row(np.append(columns, u + s), weights, low=0.0)


def _limit_of_risk(program: _Program, choices: Choices, row: Row, risk: Risk, effort: Effort, size: float) -> None:
    """Hold the mean of the dearest draws, or all but a share of them, under a bound."""
    scale = _scale(np.array([row.high])) / size
    cost, high = choices.held[:, : effort.scenarios] / scale, row.high / scale
    n, scenarios = cost.shape
    if risk.kind == "chance":
        over = program.variables(np.zeros(scenarios), high=1.0, integral=True)
        program.row(over + np.arange(scenarios), 1.0, high=math.floor((1 - risk.share) * scenarios + 1e-9))
        dearest = _dearest(choices, cost)
        for s in range(scenarios):
            program.row([*range(n), over + s], [*cost[:, s], -max(dearest[s] - high, 0.0)], high=high)
        return
    t = program.variables(np.zeros(1), low=-math.inf)
    u = program.variables(np.zeros(scenarios))
    program.row([t, *(u + np.arange(scenarios))], [1.0, *np.full(scenarios, 1 / (risk.share * scenarios))], high=high)
    for s in range(scenarios):
        program.row([*range(n), t, u + s], [*cost[:, s], -1.0, -1.0], high=0.0)


def _dearest(choices: Choices, cost: Floats) -> Floats:
    return np.sum([cost[choices.of_season(place)].max(axis=0) for place in range(len(choices.seasons))], axis=0)
