"""What an attitude to risk chooses: the option whose net value it gives the largest number, an end among them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.decision.options import NOT_ORDERED
from cliffhanger.decision.risk import MEAN, Risk, attitude_of
from cliffhanger.decision.season_options import Option
from cliffhanger.decision.waiting import WAIT, Later

Floats = NDArray[np.float64]
USUAL = (MEAN, Risk("cvar", 0.2), Risk("chance", 0.5), Risk("chance", 0.9))
DIGITS = 2  # of a tolerance that is not given


@dataclass(frozen=True, slots=True)
class Choice:
    """What one attitude would choose.

    Attributes
    ----------
    worths
        The attitude's number for the net value of each option, in its currency; an end has 0.
    asked
        Whether it is the attitude of the question.
    """

    risk: Risk
    option: str
    worths: Mapping[str, float]
    asked: bool

    @property
    def worth(self) -> float:
        """Of the option that is chosen."""
        return self.worths[self.option]

    @property
    def today(self) -> str:
        """What it would choose if it had to be decided today: an end among it, and no wait."""
        if self.option != WAIT:
            return self.option
        return max((name for name in self.worths if name != WAIT), key=lambda name: self.worths[name])

    @property
    def order(self) -> str:
        """The best of what can be ordered today, also where that is worth less than an end."""
        return max((name for name in self.worths if name not in NOT_ORDERED), key=lambda name: self.worths[name])


def choices(options: Sequence[Option], later: Later | None, asked: Risk, *, tolerance: float) -> tuple[Choice, ...]:
    """What each usual attitude would choose, and the one that is asked for, which is the last where it is none of them.

    Parameters
    ----------
    options
        With an end among them, and without the wait, which is ``later``.
    tolerance
        A sum that is large for this decision, such as a cost: that of the exponential utility, rounded. Where it is not above 0
        there is no such attitude.
    """
    risks = [*USUAL, *([Risk("utility", tolerance=rounded(tolerance))] if tolerance > 0 else [])]
    return tuple(choice(options, later, risk, asked=risk == asked) for risk in dict.fromkeys([*risks, asked]))


def choice(options: Sequence[Option], later: Later | None, risk: Risk, *, asked: bool) -> Choice:
    """What one attitude chooses; of equal options the cheaper. To wait is chosen only where that is worth more.

    What is ordered after a wait is chosen by the mean of what is known then; the wait as a whole is weighed by the attitude.
    """
    attitude = attitude_of(risk)
    able = [(option.name, option.gross - option.cost, float(option.cost.mean())) for option in options if option.cost is not None]
    worths = {name: attitude(net) for name, net, _ in able}
    best = max(able, key=lambda one: (worths[one[0]], -one[2]))[0]
    if later is None or later.option.cost is None:
        return Choice(risk, best, worths, asked)
    wait = later.option.name
    worths[wait] = attitude(later.option.gross - later.option.cost)
    gain = later.told.net if risk == MEAN else worths[wait] - worths[best]
    return Choice(risk, wait if gain > 0 else best, worths, asked)


def rounded(value: float) -> float:
    """A tolerance that nobody gave, above 0, to two digits."""
    return round(value, DIGITS - 1 - math.floor(math.log10(value)))
