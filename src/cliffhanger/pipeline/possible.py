"""What can be given with a question about another season: each number within the range that is possible, else refused with it."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cliffhanger.decision.cost import QUALITIES, Rate
from cliffhanger.errors import UsageError
from cliffhanger.estimates.response import LONGEST_HORIZON_DAYS
from cliffhanger.estimates.season_terms import Ends

MOST_EPISODES = 1000
FEWEST_DRAWS, MOST_DRAWS = 10, 100_000


@dataclass(frozen=True, slots=True)
class Possible:
    """Finite numbers between two ends; ``above`` and ``below`` tell whether an end itself is left out."""

    least: float = 0.0
    most: float = math.inf
    above: bool = False
    below: bool = False

    def has(self, number: float) -> bool:
        """Whether a number is among them."""
        low = self.least < number if self.above else self.least <= number
        high = number < self.most if self.below else number <= self.most
        return low and high and math.isfinite(number)

    def __str__(self) -> str:
        if math.isinf(self.most):
            least = f"{self.least:,g}" if self.least else "zero"
            return f"above {least}" if self.above else f"not below {least}"
        if self.above:
            return f"above {self.least:,g}, up to {self.most:,g}"
        return f"from {self.least:,g} to {'below ' if self.below else ''}{self.most:,g}"


FROM_ZERO = Possible()
ABOVE_ZERO = Possible(above=True)
SHARE = Possible(most=1.0)
TIMES = Possible(above=True, most=10.0)
APART = Possible(most=3.0)  # a log standard deviation of 3 is a factor of 20 either way
APART_ABOVE_ZERO = Possible(above=True, most=3.0)
RANGES: Mapping[str, Possible] = {
    "horizon_days": Possible(most=LONGEST_HORIZON_DAYS),
    "monthly_discount": Possible(most=1.0, below=True),
    "margin": SHARE,
    "shorter_order": SHARE,
    "finale_order": SHARE,
    "joined_anyway": SHARE,
    "gap_loss": SHARE,
    "episode_minutes": ABOVE_ZERO,
    **{f"cost_{quality}": TIMES for quality in QUALITIES},
    "step_up": TIMES,
    "cost_plus_fee": SHARE,
    "cost_seasons_apart": APART,
    "cost_titles_apart": APART_ABOVE_ZERO,
    "cost_least_doubt": APART_ABOVE_ZERO,
    "cost_well_known": APART,
    "cost_fewest_titles": Possible(least=2.0),
    "cost_ridge": ABOVE_ZERO,
    "cost_least_following": Possible(above=True, most=1.0),
    "window_settles": SHARE,
}


def check_assumed(assume: Mapping[str, Ends], known: Sequence[str], *, of: str) -> None:
    """Refuse assumptions that there are not, that cannot be, or whose ends are out of order.

    Parameters
    ----------
    of
        Where these are used, for the message: "here", "with a log".

    Raises
    ------
    UsageError
        With the nearest name, or the range that is possible.
    """
    for name, ends in assume.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            meant = f'Did you mean "{near[0]}"? ' if near else ""
            remedy = f"{meant}There are {', '.join(known)}"
            raise UsageError(f'no assumption "{name}" is used {of}', place="--assume", remedy=remedy)
        check_ends(ends, RANGES.get(name, FROM_ZERO), place=f"--assume {name}")


def check_ends(ends: Ends, possible: Possible, *, place: str) -> None:
    """Refuse a lowest, middle and highest value that cannot be, or that are out of order; raises as ``check_assumed`` does."""
    for number in ends:
        if not possible.has(number):
            raise UsageError(f"{number:,.15g} cannot be", place=place, remedy=f"Give a number {possible}")
    if not ends[0] <= ends[1] <= ends[2]:
        raise UsageError(f"{ends[0]:,.15g} to {ends[2]:,.15g} is no interval", place=place, remedy="Give the lower end first")


def check_episodes(episodes: int, *, place: str) -> None:
    """Refuse no episodes, and more than any season has.

    Raises
    ------
    UsageError
        With the range that is possible.
    """
    if not 1 <= episodes <= MOST_EPISODES:
        remedy = f"Give a whole number from 1 to {MOST_EPISODES}"
        raise UsageError(f"{episodes} is no number of episodes", place=place, remedy=remedy)


def check_draws(n_draws: int, seed: int) -> None:
    """Refuse a number of draws or a seed that cannot be, which a file to replay may have; raises as ``check_episodes`` does."""
    if not FEWEST_DRAWS <= n_draws <= MOST_DRAWS:
        remedy = f"Give a whole number from {FEWEST_DRAWS} to {MOST_DRAWS:,}"
        raise UsageError(f"{n_draws} is no number of draws", place="draws", remedy=remedy)
    if seed < 0:
        raise UsageError(f"{seed} is no seed", place="seed", remedy="Give a whole number from 0")


def check_rates(rates: Sequence[Rate]) -> None:
    """Refuse rates of exchange that cannot be, which a file to replay may have; raises as ``check_assumed`` does."""
    for one in rates:
        if not ABOVE_ZERO.has(one.rate):
            place = f"rate from {one.currency} to {one.into} on {one.day}"
            raise UsageError(f"{one.rate:,.15g} cannot be", place=place, remedy=f"Give a number {ABOVE_ZERO}")
