"""What is counted twice when two series go on: members who would stay for either.

A member who comes back for two gains ``G(h1 + h2)`` and not ``G(h1) + G(h2)``, because what hours win saturates; and while one
dated season is awaited, another that is awaited too holds nobody more. Losses of pairs add up to too much where a member follows
many: they are scaled to what half of all seasons lose together, half being what a slate may choose.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.estimates.response import ANNOUNCED_DAYS, Fits, Response
from cliffhanger.estimates.returning_audience import comes_by_launch
from cliffhanger.estimates.season_value import RENEW, day_number
from cliffhanger.service_records import FINISHED, INVOLVEMENTS, ServiceRecords

Floats = NDArray[np.float64]
PART = 0.5  # of all seasons, at which pairs are scaled


@dataclass(frozen=True, slots=True)
class SharedMonths:
    """Account-months that two titles' next seasons win together less than each by itself; ``first`` sorts before ``second``.

    Each by the order of the first and of the second title. ``of_hours`` are lost because hours saturate, and are the fewer the
    shorter the orders. ``of_awaiting`` are lost because one awaited season holds as well as two, however short.
    """

    first: str
    second: str
    of_hours: Mapping[tuple[str, str], float]
    of_awaiting: Mapping[tuple[str, str], float]

    def months(self, one: str, other: str) -> float:
        """Both, of the two orders."""
        return self.of_hours[one, other] + self.of_awaiting[one, other]


@dataclass(frozen=True, slots=True, eq=False)
class _Ahead:
    """What is ahead of each title that is looked at; the first order is the whole season that the scale is measured by.

    Attributes
    ----------
    place
        Of each title in ``records.seasons``.
    premieres, left
        By title, shape (n_orders,): days from the decision to each order's premiere, and from there to the horizon.
    hours
        Shape (n_seasons, 6): of a whole season, by one who comes back.
    sizes, heard
        Shape (n_orders,): share of a whole season's hours, and of its launch.
    out
        Shape (n_seasons,): days since the latest premiere.
    """

    place: Mapping[str, int]
    premieres: Mapping[str, Floats]
    left: Mapping[str, Floats]
    hours: Floats
    sizes: Floats
    heard: Floats
    out: Floats


def shared_months(
    records: ServiceRecords,
    fits: Fits,
    response: Response,
    *,
    premieres: Mapping[str, Mapping[str, float]],
    horizon: float,
    parts: Mapping[str, float],
    reach: Mapping[str, float],
) -> tuple[SharedMonths, ...]:
    """Months lost by every pair of titles that share followers.

    Parameters
    ----------
    premieres
        Days from the decision to the premiere of each order of each title; only these titles are looked at.
    horizon
        Days from the decision. Two seasons are held against each other from the later premiere on.
    parts
        Share of a whole season's hours that each order has.
    reach
        Share of a whole season's launch that each order has; 1 where none is given.
    """
    ahead = _ahead(records, fits, premieres, horizon, parts, reach)
    lost: dict[tuple[str, str], tuple[Floats, Floats]] = {}
    nothing = np.zeros((len(ahead.sizes),) * 2)
    rows = zip(
        *(records.shared[name] for name in ("title_a", "title_b", "involvement_a", "involvement_b", "accounts")), strict=True
    )
    for title_a, title_b, one, two, accounts in rows:
        key = (str(title_a), str(title_b))
        if key[0] not in ahead.place or key[1] not in ahead.place:
            continue
        saturated = float(accounts) * _hours_lost(ahead, fits, response, key, int(one), int(two))
        held = float(accounts) * _awaiting_lost(ahead, response, key, int(one), int(two))
        before = lost.get(key, (nothing, nothing))
        lost[key] = (before[0] + saturated, before[1] + held)
    whole = sum(float(one[0, 0] + two[0, 0]) for one, two in lost.values())
    scale = _scale(ahead, records, fits, response, whole)
    return tuple(
        SharedMonths(a, b, _by_order(saturated * scale, list(parts)), _by_order(held * scale, list(parts)))
        for (a, b), (saturated, held) in sorted(lost.items())
        if saturated.max() + held.max() > 0
    )


def _ahead(
    records: ServiceRecords,
    fits: Fits,
    premieres: Mapping[str, Mapping[str, float]],
    horizon: float,
    parts: Mapping[str, float],
    reach: Mapping[str, float],
) -> _Ahead:
    titles = [str(title) for title in records.seasons["title_id"]]
    orders = [RENEW, *parts]
    days = {title: np.array([by_order[order] for order in orders]) for title, by_order in premieres.items()}
    return _Ahead(
        place={title: at for at, title in enumerate(titles) if title in premieres},
        premieres=days,
        left={title: np.maximum(horizon - one, 0.0) for title, one in days.items()},
        hours=_hours_each(records, fits),
        sizes=np.array([1.0, *parts.values()]),
        heard=np.array([1.0, *(reach.get(order, 1.0) for order in parts)]),
        out=day_number(records.as_of) - records.seasons["premiere_day"].astype(np.float64),
    )


def _hours_lost(ahead: _Ahead, fits: Fits, response: Response, pair: tuple[str, str], one: int, two: int) -> Floats:
    """Months that one account which comes back for both loses because hours saturate, by order of each."""

    def back(title: str, involvement: int) -> Floats:
        by_launch = comes_by_launch(involvement, ahead.out[ahead.place[title]])
        return fits.returns.returned[involvement] * (ahead.heard if by_launch else np.ones(len(ahead.heard)))

    both = np.multiply.outer(back(pair[0], one), back(pair[1], two))
    ours = ahead.hours[ahead.place[pair[0]], one] * ahead.sizes
    theirs = ahead.hours[ahead.place[pair[1]], two] * ahead.sizes
    days = np.minimum.outer(ahead.left[pair[0]], ahead.left[pair[1]])
    return np.asarray(both * _saturated(response, max(one, two), ours, theirs, days), dtype=np.float64)


def _saturated(response: Response, involvement: int, ours: Floats, theirs: Floats, days: Floats) -> Floats:
    """``G(h1) + G(h2) - G(h1 + h2)`` for every h1 of the one and h2 of the other, each two over days of their own."""
    mine, yours = np.repeat(ours, len(theirs)), np.tile(theirs, len(ours))
    won = response.of_hours(involvement, np.concatenate([mine, yours, mine + yours]), np.tile(days.ravel(), 3))
    alone, other, together = won.reshape(3, *days.shape)
    return np.asarray(alone + other - together, dtype=np.float64)


def _awaiting_lost(ahead: _Ahead, response: Response, pair: tuple[str, str], one: int, two: int) -> Floats:
    """Months that one account loses because the seasons of both are awaited at once, by order of each."""
    if min(one, two) < FINISHED:
        return np.zeros((len(ahead.sizes),) * 2)
    apart = np.abs(np.subtract.outer(ahead.premieres[pair[0]], ahead.premieres[pair[1]]))
    ours, theirs = response.of_awaiting(one, ahead.left[pair[0]]), response.of_awaiting(two, ahead.left[pair[1]])
    return np.asarray(np.maximum(1.0 - apart / ANNOUNCED_DAYS, 0.0) * np.minimum.outer(ours, theirs), dtype=np.float64)


def _by_order(lost: Floats, orders: list[str]) -> dict[tuple[str, str], float]:
    """The first row and column are of whole seasons, which the scale is measured by."""
    return {(one, other): float(lost[1 + i, 1 + j]) for i, one in enumerate(orders) for j, other in enumerate(orders)}


def _hours_each(records: ServiceRecords, fits: Fits) -> Floats:
    """Hours of each title's next season by one who comes back, by involvement; shape (n_seasons, 6)."""
    an_hour = fits.returns.hours[:, -1] if fits.returns.sequels else np.zeros(len(INVOLVEMENTS))
    kept = an_hour * (1.0 - fits.substitution.of_fresh)
    return np.asarray(records.seasons["runtime_h"].astype(np.float64)[:, None] * kept, dtype=np.float64)


def _scale(ahead: _Ahead, records: ServiceRecords, fits: Fits, response: Response, lost: float) -> float:
    """What part of all seasons, renewed as ordered, loses together, over what the pairs among them lose."""
    members, places = float(max(records.members, 1)), list(ahead.place.values())
    audience, hours = records.audience[places], ahead.hours[places]
    back = audience * fits.returns.returned
    back[:, 0] = 0.0  # who has never played either shares nothing that is known
    weights = back.sum(axis=0)
    if not weights.sum() or lost <= 0:
        return 1.0
    left = np.array([ahead.left[title][0] for title in ahead.place])
    involvements = range(1, len(INVOLVEMENTS))
    alone = PART * sum(float(back[:, s] @ response.of_hours(s, hours[:, s], left)) for s in involvements)
    mean, typical = np.array([PART * float((back * hours).sum()) / members]), np.array([np.median(left)])
    by_involvement = np.array([float(response.of_hours(s, mean, typical)[0]) for s in involvements])
    together = members * float(weights[1:] @ by_involvement) / float(weights.sum())
    finished = range(FINISHED, len(INVOLVEMENTS))
    follows = audience[:, FINISHED:].sum() / members
    held = sum(float(audience[:, s] @ response.of_awaiting(s, left)) for s in finished)
    wait = held / max(float(audience[:, FINISHED:].sum()), 1.0)
    windows = _windows(np.array([ahead.premieres[title][0] for title in ahead.place]), audience[:, FINISHED:].sum(axis=1))
    alone += PART * members * follows * wait
    together += members * wait * windows * (1.0 - np.exp(-PART * follows / windows))
    return float(np.clip((alone - together) / (PART**2 * lost), 0.0, 1.0))


def _windows(premieres: Floats, followers: Floats) -> float:
    """In how many times of their own seasons are awaited: 1 where all come at once, as many as there are where none do.

    One over the mean share of its time in which a follower's season is awaited together with another follower's.
    """
    weights = followers / max(float(followers.sum()), 1.0)
    together = np.maximum(1.0 - np.abs(np.subtract.outer(premieres, premieres)) / ANNOUNCED_DAYS, 0.0)
    return 1.0 / max(float(weights @ together @ weights), 1e-9)


def shares_of_smaller(
    pairs: tuple[SharedMonths, ...],
    worth: Mapping[str, Mapping[str, float]],
    month: float,
    *,
    mixed: Mapping[str, Mapping[str, Mapping[str, float]]] | None = None,
) -> dict[tuple[str, str], dict[tuple[str, str], float]]:
    """Losses by the options of two titles, as shares of the value of whichever is worth less, 0 to 1.

    Parameters
    ----------
    worth
        Gross value of each title's next season, by option; pairs of options that are worth nothing are left out.
    month
        What an account-month is worth.
    mixed
        By title, options that are no order of their own, and how often each stands for which order.
    """
    mixed = mixed or {}
    found: dict[tuple[str, str], dict[tuple[str, str], float]] = {}
    for pair in pairs:
        orders = {one: {one: 1.0} for one, _ in pair.of_hours}
        ours, theirs = ({**orders, **mixed.get(title, {})} for title in (pair.first, pair.second))
        for one, other in itertools.product(ours, theirs):
            smaller = min(worth.get(pair.first, {}).get(one, 0.0), worth.get(pair.second, {}).get(other, 0.0))
            if smaller <= 0:
                continue
            met = itertools.product(ours[one].items(), theirs[other].items())
            months = sum(often * seldom * pair.months(a, b) for (a, often), (b, seldom) in met)
            found.setdefault((pair.first, pair.second), {})[one, other] = min(months * month / smaller, 1.0)
    return found
