"""What another season costs, from cost lines of different quality: draws, in one currency.

Only what is still to be paid counts. Lines of the season to be decided are taken as they stand; where there are none, those of
the latest earlier season are carried forward with a step-up for each season between. What earlier seasons cost is sunk: it
tells the price of the next one, and is never subtracted.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from cliffhanger.assumptions import value
from cliffhanger.errors import InputError
from cliffhanger.estimates.draws import Z90, Draws, joined_normal, slices

Floats = NDArray[np.float64]
Kind = Literal["production", "marketing", "rights", "credit"]
Quality = Literal["own_books", "filing", "leak", "trade_report", "list_article"]
KINDS: tuple[str, ...] = get_args(Kind)
QUALITIES: tuple[str, ...] = get_args(Quality)


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line of what a season cost or will cost.

    Attributes
    ----------
    kind
        ``production``, ``marketing``, ``rights``; a ``credit`` (tax relief, a partner's share) lowers the cost.
    amount
        In ``currency``, not negative, credits too; for each episode where ``per_episode``.
    quality
        How good the number is: ``own_books``, ``filing``, ``leak``, ``trade_report``, ``list_article``.
    source
        Where it was read; lines of one source err together.
    """

    title_id: str
    season: int
    kind: Kind
    amount: float
    currency: str
    per_episode: bool
    quality: Quality
    source: str = ""

    def __post_init__(self) -> None:
        place = f"{self.title_id} season {self.season}"
        if self.kind not in KINDS:
            raise InputError(f'"{self.kind}" is no kind of cost', place=place, remedy=f"Use one of {', '.join(KINDS)}")
        if self.quality not in QUALITIES:
            raise InputError(f'"{self.quality}" is no quality', place=place, remedy=f"Use one of {', '.join(QUALITIES)}")
        if not math.isfinite(self.amount) or self.amount < 0:
            remedy = 'Give amounts that are not negative; what lowers the cost is a line of kind "credit"'
            raise InputError(f"a {self.kind} cost of {self.amount}", place=place, remedy=remedy)


@dataclass(frozen=True, slots=True)
class Rate:
    """From ``day`` on, one unit of ``currency`` is ``rate`` units of ``into``."""

    day: dt.date
    currency: str
    into: str
    rate: float


def exchange_rate(rates: Sequence[Rate], currency: str, into: str, *, as_of: dt.date | None) -> float:
    """How many units of ``into`` one unit of ``currency`` is, by the latest rate known on a day; a rate also reads backwards.

    Parameters
    ----------
    as_of
        Rates of later days are not looked at; None takes the latest.

    Raises
    ------
    InputError
        No rate leads from one to the other.
    """
    if currency == into:
        return 1.0
    known = [rate for rate in rates if as_of is None or rate.day <= as_of]
    pairs = [(r.day, 0, r.rate) for r in known if (r.currency, r.into) == (currency, into)]
    pairs += [(r.day, -1, 1 / r.rate) for r in known if (r.currency, r.into) == (into, currency)]
    if not pairs:
        day = f" on or before {as_of}" if as_of else ""
        remedy = f"Give a table of rates with a row of day, currency {currency}, into {into} and rate"
        raise InputError(f"no rate from {currency} to {into}{day}", place="currencies are mixed", remedy=remedy)
    return max(pairs)[2]


def graded(amount: float, quality: str) -> tuple[float, float, float]:
    """The tenth, middle and ninetieth hundredth of a cost that was told with a quality."""
    return amount * value(f"cost_low_{quality}"), amount, amount * value(f"cost_high_{quality}")


def _about(amount: float, factor: float, spread: float) -> tuple[float, float, float]:
    middle = amount * factor
    return middle * math.exp(-Z90 * spread), middle, middle * math.exp(Z90 * spread)


def to_be_paid(lines: Sequence[CostLine], *, season: int) -> tuple[tuple[CostLine, ...], int]:
    """Lines from which the cost of a season follows, and how many seasons they have to be stepped up.

    Raises
    ------
    InputError
        There is no line of this season or an earlier one.
    """
    seasons = {line.season for line in lines if line.season <= season}
    if not seasons:
        remedy = f"Give a line for season {season} or an earlier one; without one only a break-even cost can be told"
        raise InputError("no cost is known", place=f"season {season}", remedy=remedy)
    base = max(seasons)
    return tuple(line for line in lines if line.season == base), season - base


def season_cost(
    lines: Sequence[CostLine],
    *,
    season: int,
    episodes: int,
    into: str,
    rates: Sequence[Rate] = (),
    as_of: dt.date | None = None,
    past_episodes: int | None = None,
    cost_plus: bool = False,
    known: tuple[float, float] | None = None,
    rng: np.random.Generator,
    n_draws: int,
) -> Draws:
    """Cost of a season that is still to be paid.

    Parameters
    ----------
    lines
        Of one title.
    episodes
        Ordered; multiplies the lines that are for each episode.
    into
        Currency of the answer.
    past_episodes
        Of the season whose lines are carried forward: production and credits for a whole season are scaled by the ratio. None
        leaves them as they are.
    cost_plus
        Whether the studio is paid a fee on its production cost.
    known
        A factor for all lines and the log standard deviation about it, in place of what their grades say
        (``pooled_cost``).

    Raises
    ------
    InputError
        No cost is known, or currencies are mixed without a rate.
    """
    base, steps = to_be_paid(lines, season=season)
    scores = {source: rng.standard_normal(n_draws) for source in sorted({line.source for line in base})}
    step = _interval("step_up", rng, n_draws) ** steps
    premium = _interval("premium", rng, n_draws) if cost_plus else np.ones(n_draws)
    total = np.zeros(n_draws)
    for line in sorted(base, key=lambda one: (one.kind, one.source, one.amount, one.currency, one.per_episode, one.quality)):
        rate = exchange_rate(rates, line.currency, into, as_of=as_of)
        count = episodes if line.per_episode else 1.0
        if steps and past_episodes and not line.per_episode and line.kind in {"production", "credit"}:
            count = episodes / past_episodes
        amount = line.amount * rate * count
        ends = graded(amount, line.quality) if known is None else _about(amount, *known)
        drawn = joined_normal(slices(scores[line.source]), *ends)
        total += _SIGNED[line.kind](np.maximum(drawn, 0.0), step, premium)
    return Draws(np.maximum(total, 0.0), into)


_SIGNED: Mapping[str, Callable[[Floats, Floats, Floats], Floats]] = {
    "production": lambda drawn, step, premium: drawn * step * premium,
    "marketing": lambda drawn, _step, _premium: drawn,
    "rights": lambda drawn, step, _premium: drawn * step,
    "credit": lambda drawn, step, _premium: -drawn * step,
}


def _interval(name: str, rng: np.random.Generator, n_draws: int) -> Floats:
    quantiles = (value(f"{name}_low"), value(name), value(f"{name}_high"))
    return joined_normal(slices(rng.standard_normal(n_draws)), *quantiles)
