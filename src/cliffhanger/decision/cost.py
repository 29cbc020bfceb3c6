"""What another season costs, from cost lines of different quality: draws, in one currency.

Only what is still to be paid counts. Lines of the season to be decided are taken as they stand; where there are none, those of
the latest earlier season of which the production is known are carried forward with a step-up for each season between. What
earlier seasons cost is sunk: it tells the price of the next one, and is never subtracted.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from cliffhanger.errors import InputError
from cliffhanger.estimates.draws import Z90, Draws, joined_normal, slices
from cliffhanger.estimates.season_terms import Terms, default_terms

Floats = NDArray[np.float64]
Kind = Literal["production", "marketing", "rights", "credit"]
Quality = Literal["own_books", "filing", "leak", "trade_report", "list_article"]
KINDS: tuple[str, ...] = get_args(Kind)
QUALITIES: tuple[str, ...] = get_args(Quality)
PARTS = ("production", "fee", "marketing", "rights", "credit")
COST_TERMS = (*(f"cost_{quality}" for quality in QUALITIES), "step_up", "cost_plus_fee")
USUAL = Terms(default_terms(COST_TERMS))


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


def graded(amount: float, quality: str, terms: Terms = USUAL) -> tuple[float, float, float]:
    """The tenth, middle and ninetieth hundredth of a cost that was told with a quality."""
    low, middle, high = terms.ends[f"cost_{quality}"]
    return amount * low, amount * middle, amount * high


def _about(amount: float, factor: float, spread: float) -> tuple[float, float, float]:
    middle = amount * factor
    return middle * math.exp(-Z90 * spread), middle, middle * math.exp(Z90 * spread)


def production_known(lines: Sequence[CostLine], *, season: int) -> bool:
    """Whether lines tell what production of a season costs: one of this season or an earlier one, above 0."""
    return any(line.kind == "production" and line.amount > 0 and line.season <= season for line in lines)


def to_be_paid(lines: Sequence[CostLine], *, season: int) -> tuple[CostLine, ...]:
    """Lines from which the cost of a season follows.

    They are those of the latest season of which the production is known, so that no season is made for nothing because its line
    is missing; and in place of its other lines, those of later seasons of the same kind. A production of 0 is not known. Without
    any production they are those of the latest season.

    Raises
    ------
    InputError
        There is no line of this season or an earlier one.
    """
    told = [line for line in lines if line.season <= season and (line.kind != "production" or line.amount > 0)]
    if not told:
        remedy = f"Give a line for season {season} or an earlier one; without one only a break-even cost can be told"
        raise InputError("no cost is known", place=f"season {season}", remedy=remedy)
    base = max((line.season for line in told if line.kind == "production"), default=max(line.season for line in told))
    latest = {kind: max((line.season for line in told if line.kind == kind), default=base) for kind in KINDS}
    return tuple(line for line in told if line.season == latest[line.kind] >= base)


@dataclass(frozen=True, slots=True, eq=False)
class SeasonCost:
    """Cost of a season that is still to be paid, and what it is made of.

    Attributes
    ----------
    whole
        Never below 0.
    parts
        Those of ``PARTS`` that there are, each of shape (n_draws,), in the unit of ``whole``, to which they add up where that is
        above 0: a ``credit`` is negative, the ``fee`` what a studio is paid on top of its production.
    """

    whole: Draws
    parts: Mapping[str, Floats]


def season_cost(
    lines: Sequence[CostLine],
    *,
    season: int,
    episodes: int,
    into: str,
    rates: Sequence[Rate] = (),
    as_of: dt.date | None = None,
    season_episodes: Mapping[int, int] | None = None,
    terms: Terms = USUAL,
    known: tuple[float, float] | None = None,
    rng: np.random.Generator,
    n_draws: int,
) -> SeasonCost:
    """Cost of a season that is still to be paid.

    Parameters
    ----------
    lines
        Of one title.
    episodes
        Ordered; multiplies the lines that are for each episode.
    into
        Currency of the answer.
    season_episodes
        Of past seasons, and of the one to be decided as its lines were planned: production and credits that are for a whole
        season are scaled by what is ordered over these. A season that is not in it is taken to have as many as the one to be
        decided; where that is not either, its lines stay as they are.
    terms
        Of ``COST_TERMS``: what amounts of each grade come to, the step-up by season, and the fee on production.
    known
        A factor for all lines of the latest season of which the production is known and the log standard deviation about it, in
        place of what their grades say (``pooled_cost``).

    Raises
    ------
    InputError
        No cost is known, or currencies are mixed without a rate.
    """
    base = to_be_paid(lines, season=season)
    produced = {line.season for line in base if line.kind == "production"}
    counts = season_episodes or {}
    scores = {source: rng.standard_normal(n_draws) for source in sorted({line.source for line in base})}
    step = terms.drawn("step_up", rng=rng, n_draws=n_draws)
    fee = terms.drawn("cost_plus_fee", rng=rng, n_draws=n_draws)
    total = np.zeros(n_draws)
    parts: dict[str, Floats] = {}
    for line in sorted(base, key=lambda one: (one.kind, one.source, one.amount, one.currency, one.per_episode, one.quality)):
        rate = exchange_rate(rates, line.currency, into, as_of=as_of)
        count = episodes if line.per_episode else 1.0
        if not line.per_episode and line.kind in {"production", "credit"}:
            count = episodes / counts.get(line.season, counts.get(season, episodes))
        amount = line.amount * rate * count
        ends = graded(amount, line.quality, terms) if known is None or line.season not in produced else _about(amount, *known)
        drawn = joined_normal(slices(scores[line.source]), *ends)
        for part, drawn_part in _SIGNED[line.kind](np.maximum(drawn, 0.0), step ** (season - line.season), fee).items():
            total += drawn_part
            parts[part] = parts[part] + drawn_part if part in parts else drawn_part
    return SeasonCost(
        Draws(np.maximum(total, 0.0), into), {part: parts[part] for part in PARTS if part in parts and parts[part].any()}
    )


_SIGNED: Mapping[str, Callable[[Floats, Floats, Floats], Mapping[str, Floats]]] = {
    "production": lambda drawn, step, fee: {"production": drawn * step, "fee": drawn * step * fee},
    "marketing": lambda drawn, _step, _fee: {"marketing": drawn},
    "rights": lambda drawn, step, _fee: {"rights": drawn * step},
    "credit": lambda drawn, step, _fee: {"credit": -drawn * step},
}
