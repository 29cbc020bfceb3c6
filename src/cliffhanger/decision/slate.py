"""Which option to choose for each of many seasons: from a question to its answer, both plain and frozen."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from cliffhanger.assumptions import value
from cliffhanger.decision.conflicts import Conflict, smallest_conflict
from cliffhanger.decision.frontier import Change, changes, solve_budgets
from cliffhanger.decision.limits import Limits, limit_rows
from cliffhanger.decision.options import END, NAMES, Choices, Estimate, Overlap, drawn
from cliffhanger.decision.program import Effort, Row, Solved, net_draws, shared, solve, twice_counted, used
from cliffhanger.decision.risk import EXAMPLES, MEAN, Risk, chance_to_pay_back, tail_mean
from cliffhanger.decision.slate_attitudes import PROGRAMS, SlateChoice, slate_choices
from cliffhanger.errors import UsageError

Floats = NDArray[np.float64]
TAIL = 0.2  # the share of bad outcomes whose mean is told
BEYOND = 1.5  # the frontier goes to this multiple of the budget


@dataclass(frozen=True, slots=True)
class SlateQuestion:
    """All that decides a slate: equal questions get equal answers, bit for bit, unless the seconds ran out.

    Attributes
    ----------
    currency
        Of all amounts.
    step
        What is added to the budget to see what the next money would buy.
    points
        Budgets on the frontier, evenly from 0 to one and a half times the budget; a multiple of three has the budget itself.
    attitudes
        Whether to tell what each usual attitude to risk would choose, which takes a program of risk.
    """

    currency: str
    estimates: tuple[Estimate, ...]
    overlaps: tuple[Overlap, ...] = ()
    limits: Limits = field(default_factory=Limits)
    risk: Risk = MEAN
    step: float = 1e6
    points: int = 12
    n_draws: int = 1000
    seed: int = 20200101
    shared_error: float = value("shared_error")
    effort: Effort = field(default_factory=Effort)
    attitudes: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A quantity's mean and the ends of its central 80 %."""

    mean: float
    p10: float
    p90: float


@dataclass(frozen=True, slots=True)
class Pick:
    """What was decided of one season.

    Attributes
    ----------
    efficiency
        Mean value over mean cost; None where it costs nothing.
    pays_back
        Share of draws in which its own value exceeds its cost, shared viewers not taken off.
    worth_in_slate
        By how much the slate's mean net value would fall if this season ended and all else stayed.
    """

    title_id: str
    season: int
    option: str
    genre: str
    territory: str
    episodes: int
    value: Span
    cost: Span
    net: Span
    efficiency: float | None
    pays_back: float
    worth_in_slate: float


@dataclass(frozen=True, slots=True)
class Use:
    """A limit and what the slate uses of it; a bound that does not bind is None."""

    label: str
    used: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Search:
    """How good the answer is for sure: no slate is better than ``bound``; ``ended`` tells whether a limit stopped the search.

    ``gap`` is what is between them as a share of the objective; None where that is 0 and the bound is not.
    """

    objective: float
    bound: float
    gap: float | None
    nodes: int
    ended: str


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """The best slate at one budget; all but ``budget`` None or empty where the limits cannot be met with it.

    ``gap`` is that of ``Search``.
    """

    budget: float
    objective: float | None
    net: Span | None
    cost: float | None
    ordered: int | None
    gap: float | None
    changed: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class NextMoney:
    """What a slightly larger budget would buy: ``gain`` as found, for sure between ``least`` and ``most``."""

    step: float
    budget: float
    gain: float
    least: float
    most: float
    changed: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """From which budget on a season gets which option."""

    title_id: str
    season: int
    steps: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class SlateAnswer:
    """The slate, what it is worth, how sure the search is, and what another budget would change.

    Attributes
    ----------
    counts
        Seasons by option, in the order of the options; an option that nobody got is left out.
    shared_viewers
        Mean value that is counted twice among the seasons chosen, already taken off ``value`` and ``net``.
    pays_back
        Share of draws in which the slate is worth more than it costs.
    tail
        Mean net value of the worst fifth of draws.
    scenarios
        Draws in the program; the figures above are over all draws.
    next_money, frontier, turns
        None and empty where there is no budget.
    attitudes
        What each usual attitude to risk would choose; empty where that was not asked.
    """

    currency: str
    seasons: int
    counts: tuple[tuple[str, int], ...]
    value: Span
    cost: Span
    net: Span
    shared_viewers: float
    pays_back: float
    tail: float
    risk: Risk
    search: Search
    scenarios: int
    picks: tuple[Pick, ...]
    uses: tuple[Use, ...]
    next_money: NextMoney | None
    frontier: tuple[FrontierPoint, ...]
    turns: tuple[Turn, ...]
    attitudes: tuple[SlateChoice, ...]


def decide_slate(question: SlateQuestion) -> SlateAnswer | Conflict:
    """Choose one option for every season, or tell which limits contradict each other.

    Raises
    ------
    UsageError
        The attitude to risk is none by which a slate can be searched for.
    """
    if question.risk.kind not in PROGRAMS:
        remedy = f"Search by one of {', '.join(EXAMPLES[kind] for kind in PROGRAMS)}"
        raise UsageError(f"no slate can be searched for by {question.risk.kind}", place="--risk", remedy=remedy)
    choices = drawn(
        question.estimates,
        question.overlaps,
        seed=question.seed,
        n_draws=question.n_draws,
        shared_error=question.shared_error,
    )
    rows = limit_rows(choices, question.limits)
    budget = question.limits.budget
    if budget is None:
        found: dict[float, Solved | None] = {math.inf: solve(choices, rows, risk=question.risk, effort=question.effort)}
    else:
        others = [row for row in rows if row.cost is None]
        found = solve_budgets(
            choices,
            others,
            budgets_of(question),
            budget_risk=question.limits.budget_risk,
            risk=question.risk,
            effort=question.effort,
        )
    solved = found[math.inf if budget is None else budget]
    if solved is None:
        conflict = smallest_conflict(choices, rows, effort=question.effort)
        return conflict if conflict is not None else Conflict(rows, smallest=False, needed=None)
    return _answer(question, choices, rows, solved, found)


def budgets_of(question: SlateQuestion) -> tuple[float, ...]:
    """The budgets that are solved: those of the frontier, the budget, and the one a step above it."""
    budget = question.limits.budget
    if budget is None:
        return ()
    grid = [budget * BEYOND * k / question.points for k in range(1, question.points + 1)] if question.points else []
    # A product of halves and thirds may miss the budget by a rounding: the budget stands for it.
    grid = [budget if math.isclose(one, budget, rel_tol=1e-12) else one for one in grid]
    return tuple(sorted({*grid, budget, budget + question.step}))


def _answer(
    question: SlateQuestion, choices: Choices, rows: Sequence[Row], solved: Solved, found: dict[float, Solved | None]
) -> SlateAnswer:
    net = net_draws(choices, solved.chosen)
    twice = twice_counted(choices, solved.chosen)
    picked = list(solved.chosen)
    counts = Counter(choices.estimates[k].option for k in picked)
    risky = question.risk.kind != "mean"
    return SlateAnswer(
        currency=question.currency,
        seasons=len(choices.seasons),
        counts=tuple((name, counts[name]) for name in NAMES if counts[name]),
        value=_span(choices.value[picked].sum(axis=0) - twice),
        cost=_span(choices.cost[picked].sum(axis=0)),
        net=_span(net),
        shared_viewers=float(twice.mean()),
        pays_back=chance_to_pay_back()(net),
        tail=tail_mean(TAIL)(net),
        risk=question.risk,
        search=Search(solved.objective, solved.bound, solved.gap, solved.nodes, solved.ended),
        scenarios=min(question.effort.scenarios, question.n_draws) if risky else question.n_draws,
        picks=_picks(choices, solved.chosen),
        uses=tuple(_use(choices, row, solved, question.effort) for row in rows),
        next_money=_next_money(question, choices, solved, found),
        frontier=_frontier(question, choices, found),
        turns=_turns(question, choices, found),
        attitudes=slate_choices(choices, rows, solved, question.risk, question.effort) if question.attitudes else (),
    )


def _span(draws: Floats) -> Span:
    p10, p90 = np.quantile(draws, [0.1, 0.9])
    return Span(float(draws.mean()), float(p10), float(p90))


def _picks(choices: Choices, chosen: tuple[int, ...]) -> tuple[Pick, ...]:
    picks = []
    for place, k in enumerate(chosen):
        estimate, value, cost = choices.estimates[k], choices.value[k], choices.cost[k]
        spent = float(cost.mean())
        picks.append(
            Pick(
                title_id=estimate.title_id,
                season=estimate.season,
                option=estimate.option,
                genre=estimate.genre,
                territory=estimate.territory,
                episodes=estimate.episodes,
                value=_span(value),
                cost=_span(cost),
                net=_span(value - cost),
                efficiency=float(value.mean()) / spent if spent > 0 else None,
                pays_back=chance_to_pay_back()(value - cost),
                worth_in_slate=_worth(choices, chosen, place, value - cost),
            )
        )
    return tuple(picks)


def _worth(choices: Choices, chosen: tuple[int, ...], place: int, net: Floats) -> float:
    (end,) = (k for k in choices.of_season(place) if choices.estimates[k].option == END)
    lost = 0.0
    for i, j, share in choices.overlaps:
        if place in (i, j):
            other = chosen[j if place == i else i]
            now, ended = (_shared(choices, k, other, share) for k in (chosen[place], end))
            lost += now - ended
    return float((net - choices.value[end] + choices.cost[end]).mean()) - lost


def _shared(choices: Choices, ours: int, theirs: int, share: float) -> float:
    part = choices.share(ours, theirs, share)
    return float(shared(choices.value[ours], choices.value[theirs], part).mean())


def _use(choices: Choices, row: Row, solved: Solved, effort: Effort) -> Use:
    low, high = (bound if math.isfinite(bound) else None for bound in (row.low, row.high))
    return Use(row.label, used(choices, row, solved.chosen, effort), low, high)


def _next_money(question: SlateQuestion, choices: Choices, solved: Solved, found: dict[float, Solved | None]) -> NextMoney | None:
    budget = question.limits.budget
    more = None if budget is None else found[budget + question.step]
    if budget is None or more is None:
        return None
    return NextMoney(
        step=question.step,
        budget=budget + question.step,
        gain=more.objective - solved.objective,
        least=max(more.objective - solved.bound, 0.0),
        most=more.bound - solved.objective,
        changed=changes(choices, solved.chosen, more.chosen),
    )


def _frontier(question: SlateQuestion, choices: Choices, found: dict[float, Solved | None]) -> tuple[FrontierPoint, ...]:
    points = []
    before: tuple[int, ...] = _all_end(choices)
    for budget in _on_frontier(question, found):
        solved = found[budget]
        if solved is None:
            points.append(FrontierPoint(budget, None, None, None, None, None, ()))
            continue
        points.append(
            FrontierPoint(
                budget=budget,
                objective=solved.objective,
                net=_span(net_draws(choices, solved.chosen)),
                cost=float(choices.cost[list(solved.chosen)].sum(axis=0).mean()),
                ordered=int(choices.ordered[list(solved.chosen)].sum()),
                gap=solved.gap,
                changed=changes(choices, before, solved.chosen),
            )
        )
        before = solved.chosen
    return tuple(points)


def _on_frontier(question: SlateQuestion, found: dict[float, Solved | None]) -> list[float]:
    budget = question.limits.budget
    if budget is None or not question.points:
        return []
    grid = set(budgets_of(replace(question, step=0.0)))
    return [one for one in sorted(found) if one in grid]


def _all_end(choices: Choices) -> tuple[int, ...]:
    return tuple(k for k, estimate in enumerate(choices.estimates) if estimate.option == END)


def _turns(question: SlateQuestion, choices: Choices, found: dict[float, Solved | None]) -> tuple[Turn, ...]:
    """Seasons whose option changes along the frontier."""
    steps: dict[int, list[tuple[float, str]]] = {place: [] for place in range(len(choices.seasons))}
    for budget in _on_frontier(question, found):
        solved = found[budget]
        for place, k in enumerate(solved.chosen if solved else ()):
            option = choices.estimates[k].option
            if not steps[place] or steps[place][-1][1] != option:
                steps[place].append((budget, option))
    return tuple(Turn(*choices.seasons[place], tuple(taken)) for place, taken in steps.items() if len(taken) > 1)
