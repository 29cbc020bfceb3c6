"""What can be decided of a season, and the estimates of each option as draws that were made together."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cliffhanger.assumptions import value
from cliffhanger.errors import InputError
from cliffhanger.estimates.draws import joined_normal, related_scores, slices

Floats = NDArray[np.float64]
Season = tuple[str, int]  # title_id and number
Quantiles = tuple[float, float, float]  # p10, p50, p90

VALUE, COST = 1, 2  # which of two streams of draws


@dataclass(frozen=True, slots=True)
class OptionKind:
    """One kind of decision: its name in tables, the word a person reads, what it means."""

    name: str
    term: str
    meaning: str


OPTIONS = (
    OptionKind("renew", "renew", "another season as ordered"),
    OptionKind("shorter", "shorter order", "another season of fewer episodes"),
    OptionKind("final_season", "final season", "another season, announced as the last"),
    OptionKind("finale", "finale", "a special that ends the story"),
    OptionKind("wait", "wait", "decide when the 91-day window has closed"),
    OptionKind("end", "end", "no further season; worth 0 at cost 0 unless the table says otherwise"),
)
NAMES = tuple(kind.name for kind in OPTIONS)
END = "end"
NOT_ORDERED = ("wait", END)


@dataclass(frozen=True, slots=True)
class Reserve:
    """What an option that orders nothing today holds back, so that whatever is decided later can be ordered.

    ``cost`` is three quantiles in rising order, of the dearest order; ``episodes`` are those of the longest.
    """

    cost: Quantiles
    episodes: int = 0


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is thought of one option for one season, in one currency.

    Attributes
    ----------
    value
        Gross value, before cost, as three quantiles in rising order.
    cost
        Still to be paid, as three quantiles in rising order, none negative.
    episodes
        Ordered by this option.
    genre, territory, language
        Empty where the table does not say.
    reserve
        What it holds back of the budget and of other upper limits. None: its cost and what it orders.
    """

    title_id: str
    season: int
    option: str
    value: Quantiles
    cost: Quantiles
    episodes: int = 0
    genre: str = ""
    territory: str = ""
    language: str = ""
    reserve: Reserve | None = None


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two seasons that share viewers: what is counted twice if both go on.

    Attributes
    ----------
    share
        A part, 0 to 1, of the value of the one that is worth less: 1 where the audience of one lies within the other's.
    by_option
        Option of the first, option of the second, and the share where these two are chosen; ``share`` where they are not named.
    """

    first: Season
    second: Season
    share: float
    by_option: tuple[tuple[str, str, float], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """All options of all seasons, sorted by title, season and the order of ``OPTIONS``; each season has one that is ``end``.

    Attributes
    ----------
    seasons
        Title and number, sorted.
    season_of
        Shape (n_choices,): place of each choice's season in ``seasons``.
    estimates
        One for each choice.
    value, cost
        Shape (n_choices, n_draws): gross value and cost; draw k of all choices belongs to one state of the world.
    held
        Of the same shape: what of the budget a choice holds, its reserve or else its cost.
    overlaps
        Places of two seasons, the lower first, and the share; sorted.
    by_option
        Places of two choices of such seasons to their own share, where it is not the one of their seasons.
    """

    seasons: tuple[Season, ...]
    season_of: NDArray[np.int64]
    estimates: tuple[Estimate, ...]
    value: Floats
    cost: Floats
    held: Floats
    overlaps: tuple[tuple[int, int, float], ...]
    by_option: Mapping[tuple[int, int], float] = field(default_factory=dict)

    @property
    def ordered(self) -> NDArray[np.bool_]:
        """Whether a choice orders something: it is neither ``wait`` nor ``end``."""
        return np.array([estimate.option not in NOT_ORDERED for estimate in self.estimates])

    @property
    def may_order(self) -> NDArray[np.bool_]:
        """Whether a choice orders something, or holds something back so that it can be ordered later."""
        return self.ordered | np.array([estimate.reserve is not None for estimate in self.estimates])

    def of_season(self, place: int) -> NDArray[np.int64]:
        """Places of the choices of one season."""
        return np.flatnonzero(self.season_of == place)

    def share(self, one: int, other: int, usual: float) -> float:
        """Of two choices: their own share, else ``usual``."""
        return self.by_option.get((min(one, other), max(one, other)), usual)


def drawn(
    estimates: Sequence[Estimate],
    overlaps: Sequence[Overlap] = (),
    *,
    seed: int,
    n_draws: int,
    shared_error: float = value("shared_error"),
) -> Choices:
    """Draw value and cost of every option.

    The options of a season move together: a season that draws more viewers than thought is worth more whether the order is
    long or short. Different seasons share ``shared_error`` of their variance. What a season draws depends on the seed and its
    own name alone, so that rows may come in any order and seasons be added without moving the others. Value and cost are
    independent.

    Raises
    ------
    InputError
        There is no estimate, an option comes twice, or an overlap names a season that has none.
    """
    if not estimates:
        raise InputError("no season to decide", remedy="Give a table with at least one row that can be taken")
    rows = sorted([*estimates, *_ends(estimates)], key=lambda e: (e.title_id, e.season, NAMES.index(e.option)))
    _refuse_repeats(rows)
    seasons = tuple(sorted({(row.title_id, row.season) for row in rows}))
    place = {season: at for at, season in enumerate(seasons)}
    common = {kind: np.random.default_rng([seed, kind]).standard_normal(n_draws) for kind in (VALUE, COST)}
    shares = {kind: [_shares(season, kind, common[kind], seed, shared_error) for season in seasons] for kind in common}
    at = [place[row.title_id, row.season] for row in rows]

    def spent(*, reserved: bool) -> Floats:
        quantiles = [row.reserve.cost if reserved and row.reserve is not None else row.cost for row in rows]
        return np.stack([np.maximum(joined_normal(shares[COST][k], *one), 0.0) for k, one in zip(at, quantiles, strict=True)])

    cost = spent(reserved=False)
    return Choices(
        seasons=seasons,
        season_of=np.array(at, dtype=np.int64),
        estimates=tuple(rows),
        value=np.stack([joined_normal(shares[VALUE][k], *row.value) for k, row in zip(at, rows, strict=True)]),
        cost=cost,
        held=spent(reserved=True) if any(row.reserve is not None for row in rows) else cost,
        overlaps=_placed(overlaps, place),
        by_option=_by_option(overlaps, {(row.title_id, row.season, row.option): k for k, row in enumerate(rows)}),
    )


def _ends(estimates: Sequence[Estimate]) -> list[Estimate]:
    ended = {(e.title_id, e.season) for e in estimates if e.option == END}
    open_ = sorted({(e.title_id, e.season) for e in estimates} - ended)
    zero = (0.0, 0.0, 0.0)
    return [Estimate(title, season, END, zero, zero) for title, season in open_]


def _refuse_repeats(rows: Sequence[Estimate]) -> None:
    keys = [(row.title_id, row.season, row.option) for row in rows]
    for before, after in itertools.pairwise(keys):
        if before == after:
            remedy = "Leave one of the rows in the table"
            raise InputError(f"the option {after[2]} is there twice", place=f"{after[0]} season {after[1]}", remedy=remedy)


def _shares(season: Season, kind: int, common: Floats, seed: int, shared_error: float) -> Floats:
    title, number = season
    rng = np.random.default_rng([seed, kind, number, *title.encode()])
    return slices(related_scores(rng, common, share=shared_error))


def _placed(overlaps: Sequence[Overlap], place: Mapping[Season, int]) -> tuple[tuple[int, int, float], ...]:
    found: dict[tuple[int, int], Overlap] = {}
    for overlap in overlaps:
        for season in (overlap.first, overlap.second):
            if season not in place:
                remedy = "Name seasons of the options table"
                raise InputError("an overlap names a season without options", place=f"{season[0]}:{season[1]}", remedy=remedy)
        pair = sorted((place[overlap.first], place[overlap.second]))
        key = (pair[0], pair[1])
        if key in found or key[0] == key[1]:
            raise InputError("a pair is given twice, or of a season with itself", place=f"{overlap.first} {overlap.second}")
        found[key] = overlap
    rows = sorted(found.items(), key=lambda row: row[0])
    return tuple((i, j, overlap.share) for (i, j), overlap in rows if overlap.share > 0 or overlap.by_option)


def _by_option(overlaps: Sequence[Overlap], place: Mapping[tuple[str, int, str], int]) -> dict[tuple[int, int], float]:
    """Rows are sorted by season, so that the lower place is the lower season's."""
    found = {}
    for overlap in overlaps:
        for one, other, share in overlap.by_option:
            pair = sorted((place[*overlap.first, one], place[*overlap.second, other]))
            found[pair[0], pair[1]] = share
    return found
