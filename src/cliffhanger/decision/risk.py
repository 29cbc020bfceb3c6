"""Risk attitudes as functions over draws: each turns uncertain money into the one number by which choices are compared.

Larger is better for all of them. They are written for gains; a cost is a gain with its sign turned.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cliffhanger.errors import UsageError

Floats = NDArray[np.float64]
Attitude = Callable[[Floats], float]


@dataclass(frozen=True, slots=True)
class Risk:
    """What is maximised: the mean over all draws, or what another attitude makes of them.

    Attributes
    ----------
    kind
        ``mean``; ``cvar``, the mean of the worst ``share``; ``chance``, the sum that is reached that often, or of a cost, how
        often a bound must hold; ``utility``, the certainty equivalent of an exponential utility.
    share
        Of the draws, above 0 and at most 1; 1 for ``mean`` and ``utility``.
    tolerance
        For ``utility`` alone: of ``exponential_utility``, in the currency of the gains.
    """

    kind: Literal["mean", "cvar", "chance", "utility"]
    share: float = 1.0
    tolerance: float | None = None


MEAN = Risk("mean")
EXAMPLES = {"mean": "mean", "cvar": "cvar:0.2", "chance": "chance:0.9", "utility": "utility:2000000"}


def expected_value() -> Attitude:
    """The mean: for whoever decides often enough that gains and losses even out."""
    return lambda gains: float(np.mean(gains))


def tail_mean(share: float) -> Attitude:
    """The mean of the worst ``share`` of outcomes, CVaR (Rockafellar and Uryasev 2000, doi:10.21314/JOR.2000.038).

    ``max over t of t - mean(max(t - gain, 0)) / share``; with n draws the worst ``share * n``, the last one counted in part.
    """
    _a_share(share)

    def attitude(gains: Floats) -> float:
        ordered = np.sort(gains)
        wanted = share * len(ordered)
        whole = min(math.floor(wanted + 1e-9), len(ordered))
        rest = max(wanted - whole, 0.0) if whole < len(ordered) else 0.0
        part = rest * float(ordered[whole]) if rest > 0 else 0.0
        return (float(ordered[:whole].sum()) + part) / wanted

    return attitude


def chance_to_pay_back(*, at_least: float = 0.0) -> Attitude:
    """The share of outcomes above a sum; a gain of just that sum has paid nothing."""
    return lambda gains: float(np.mean(gains > at_least))


def sum_reached(share: float) -> Attitude:
    """The sum that is reached in ``share`` of outcomes: what is not above it otherwise (value at risk, its sign turned).

    It is above 0 just where the chance to gain is larger than ``share``, so that an order is held against an end, which gains
    nothing for sure; a bare chance cannot, since an end never pays back.
    """
    _a_share(share)

    def attitude(gains: Floats) -> float:
        # The quantile as numpy has it, linear between draws; for a few numbers at a time that takes five times as long.
        place = (1.0 - share) * (len(gains) - 1)
        below = int(place)
        above = min(below + 1, len(gains) - 1)
        ordered = np.partition(gains, (below, above))
        return float(ordered[below] + (place - below) * (ordered[above] - ordered[below]))

    return attitude


def exponential_utility(tolerance: float) -> Attitude:
    """The certainty equivalent under constant absolute risk aversion (Pratt 1964, doi:10.2307/1913738).

    ``-tolerance * log(mean(exp(-gain / tolerance)))``, in money. For a normal gain it is ``mean - variance / (2 * tolerance)``.

    Parameters
    ----------
    tolerance
        The sum that one would just risk to win or lose half of, roughly; in the gain's unit, above 0.
    """
    if not tolerance > 0 or not math.isfinite(tolerance):
        raise UsageError(f"a risk tolerance of {tolerance} is none", remedy="Give a sum above 0")

    def attitude(gains: Floats) -> float:
        scaled = -gains / tolerance
        top = float(scaled.max())
        return tolerance * (0.0 - top - math.log(float(np.mean(np.exp(scaled - top)))))

    return attitude


def attitude_of(risk: Risk) -> Attitude:
    """The function of what is maximised."""
    if risk.kind == "mean":
        return expected_value()
    if risk.kind == "cvar":
        return tail_mean(risk.share)
    if risk.kind == "chance":
        return sum_reached(risk.share)
    return exponential_utility(risk.tolerance or 0.0)


def written(risk: Risk) -> str:
    """An attitude as ``parsed`` reads it."""
    number = (risk.tolerance or 0.0) if risk.kind == "utility" else risk.share
    short = f"{number:.15g}"
    return "mean" if risk.kind == "mean" else f"{risk.kind}:{short if float(short) == number else repr(number)}"


def parsed(text: str, *, place: str, kinds: tuple[str, ...] = ("mean", "cvar"), number: Callable[[str], float] = float) -> Risk:
    """Read ``mean``, ``cvar:0.2``, ``chance:0.9`` or ``utility:2000000``.

    Parameters
    ----------
    number
        Reads what stands behind the colon; ``ValueError`` where it is no number.

    Raises
    ------
    UsageError
        It is none of the kinds allowed, the share is not between 0 and 1, or the tolerance is not above 0.
    """
    kind, _, told = text.strip().partition(":")
    allowed = ", ".join(EXAMPLES[one] for one in kinds)
    if kind in EXAMPLES and kind not in kinds:
        raise UsageError(f"{kind} is none of the attitudes to risk here", place=place, remedy=f"Write one of {allowed}")
    if kind not in kinds or (kind == "mean") is bool(told):
        raise UsageError(f'"{text}" is no attitude to risk', place=place, remedy=f"Write one of {allowed}")
    if kind == "mean":
        return MEAN
    try:
        found = number(told)
    except ValueError:
        found = math.nan
    if kind == "utility":
        if not found > 0 or not math.isfinite(found):
            raise UsageError(f'"{told}" is no tolerance of risk', place=place, remedy=f"Write one of {allowed}")
        return Risk("utility", tolerance=found)
    _a_share(found, place=place, remedy=f"Write one of {allowed}")
    return Risk("cvar", found) if kind == "cvar" else Risk("chance", found)


def check_risk(risk: Risk, *, place: str) -> None:
    """Refuse what ``parsed`` would not read, which a file to replay may have; raises as it does."""
    parsed(written(risk), place=place, kinds=tuple(EXAMPLES))


def _a_share(share: float, *, place: str = "", remedy: str = "Give a number above 0 and at most 1") -> None:
    if not 0 < share <= 1:
        raise UsageError(f"a share of {share} is none", place=place, remedy=remedy)
