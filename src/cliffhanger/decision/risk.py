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
    """What a slate maximises: the mean over all draws, or over the worst share of them.

    Attributes
    ----------
    kind
        ``mean``, ``cvar`` (the mean of the worst ``share``), or, for a cost only, ``chance``.
    share
        Of the draws, above 0 and at most 1; for ``chance`` how often the bound must hold. 1 for ``mean``.
    """

    kind: Literal["mean", "cvar", "chance"]
    share: float = 1.0


MEAN = Risk("mean")


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
        return -tolerance * (top + math.log(float(np.mean(np.exp(scaled - top)))))

    return attitude


def attitude_of(risk: Risk) -> Attitude:
    """The function of what a slate maximises."""
    return expected_value() if risk.kind == "mean" else tail_mean(risk.share)


def parsed(text: str, *, place: str, kinds: tuple[str, ...] = ("mean", "cvar")) -> Risk:
    """Read ``mean``, ``cvar:0.2`` or ``chance:0.9``.

    Raises
    ------
    UsageError
        It is none of the kinds allowed, or the share is not between 0 and 1.
    """
    kind, _, number = text.strip().partition(":")
    allowed = ", ".join(one if one == "mean" else f"{one}:{0.2 if one == 'cvar' else 0.9}" for one in kinds)
    if kind not in kinds or (kind == "mean" and number):
        raise UsageError(f'"{text}" is no attitude to risk', place=place, remedy=f"Write one of {allowed}")
    if kind == "mean":
        return MEAN
    try:
        share = float(number)
    except ValueError:
        share = math.nan
    _a_share(share, place=place, remedy=f"Write one of {allowed}")
    return Risk("cvar", share) if kind == "cvar" else Risk("chance", share)


def _a_share(share: float, *, place: str = "", remedy: str = "Give a number above 0 and at most 1") -> None:
    if not 0 < share <= 1:
        raise UsageError(f"a share of {share} is none", place=place, remedy=remedy)
