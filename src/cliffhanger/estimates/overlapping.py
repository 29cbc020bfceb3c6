"""What is counted twice when two series go on: members who would stay for either.

A member who comes back for two gains ``G(h1 + h2)`` and not ``G(h1) + G(h2)``, because what hours win saturates; and while one
dated season is awaited, another that is awaited too holds nobody more. Losses of pairs add up to too much where a member follows
many: they are scaled to what half of all seasons lose together, half being what a slate may choose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.estimates.response import ANNOUNCED_DAYS, Fits, Response
from cliffhanger.estimates.returning_audience import comes_by_launch
from cliffhanger.estimates.season_value import day_number
from cliffhanger.service_records import FINISHED, INVOLVEMENTS, ServiceRecords

Floats = NDArray[np.float64]
PART = 0.5  # of all seasons, at which pairs are scaled


@dataclass(frozen=True, slots=True)
class SharedMonths:
    """Account-months that two titles' next seasons win together less than each by itself; ``first`` sorts before ``second``.

    ``of_hours`` are lost because hours saturate, and are the fewer the shorter the orders: by the order of the first and of the
    second title. ``of_awaiting`` are lost because one awaited season holds as well as two, however short.
    """

    first: str
    second: str
    of_hours: Mapping[tuple[str, str], float]
    of_awaiting: float

    def months(self, one: str, other: str) -> float:
        """Both, of the two orders."""
        return self.of_hours[one, other] + self.of_awaiting


def shared_months(
    records: ServiceRecords,
    fits: Fits,
    response: Response,
    *,
    premieres: Mapping[str, float],
    days: float,
    parts: Mapping[str, float],
    reach: Mapping[str, float],
) -> tuple[SharedMonths, ...]:
    """Months lost by every pair of titles that share followers.

    Parameters
    ----------
    premieres
        Days from the decision to each title's premiere; only these titles are looked at.
    days
        From the premieres to the horizon, on average.
    parts
        Share of a whole season's hours that each order has.
    reach
        Share of a whole season's launch that each order has; 1 where none is given.
    """
    titles = [str(title) for title in records.seasons["title_id"]]
    place = {title: at for at, title in enumerate(titles) if title in premieres}
    hours = _hours_each(records, fits)
    waits = np.array([float(response.of_awaiting(s, np.array([days]))[0]) for s in range(len(INVOLVEMENTS))])
    sizes = np.array([1.0, *parts.values()])
    heard = np.array([1.0, *(reach.get(order, 1.0) for order in parts)])
    out = day_number(records.as_of) - records.seasons["premiere_day"].astype(np.float64)

    def back(title: str, involvement: int) -> Floats:
        return fits.returns.returned[involvement] * (
            heard if comes_by_launch(involvement, out[place[title]]) else np.ones(len(heard))
        )

    lost: dict[tuple[str, str], tuple[Floats, float]] = {}
    rows = zip(
        *(records.shared[name] for name in ("title_a", "title_b", "involvement_a", "involvement_b", "accounts")), strict=True
    )
    for title_a, title_b, one, two, accounts in rows:
        key = (str(title_a), str(title_b))
        if key[0] not in place or key[1] not in place:
            continue
        both = float(accounts) * np.multiply.outer(back(key[0], int(one)), back(key[1], int(two)))
        h1, h2 = hours[place[key[0]], one], hours[place[key[1]], two]
        saturated, held = both * _saturated(response, max(int(one), int(two)), h1 * sizes, h2 * sizes, days), 0.0
        if min(one, two) >= FINISHED:
            together = max(1.0 - abs(premieres[key[0]] - premieres[key[1]]) / ANNOUNCED_DAYS, 0.0)
            held = float(accounts) * together * min(waits[one], waits[two])
        before = lost.get(key, (np.zeros((len(sizes), len(sizes))), 0.0))
        lost[key] = (before[0] + saturated, before[1] + held)
    audience = records.audience[list(place.values())]
    apart = np.ptp(list(premieres.values())) if premieres else 0.0
    whole = sum(float(one[0, 0]) + two for one, two in lost.values())
    scale = _scale(audience, fits, response, hours[list(place.values())], waits, days, float(apart), whole, records)
    return tuple(
        SharedMonths(a, b, _by_order(hours_lost * scale, list(parts)), held * scale)
        for (a, b), (hours_lost, held) in sorted(lost.items())
        if hours_lost[0, 0] + held > 0
    )


def _saturated(response: Response, involvement: int, ours: Floats, theirs: Floats, days: float) -> Floats:
    """``G(h1) + G(h2) - G(h1 + h2)`` for every h1 of the one and h2 of the other."""
    together = np.add.outer(ours, theirs)
    hours = np.concatenate([ours, theirs, together.ravel()])
    won = response.of_hours(involvement, hours, np.full(len(hours), days))
    n = len(ours)
    return np.asarray(np.add.outer(won[:n], won[n : 2 * n]) - won[2 * n :].reshape(n, n), dtype=np.float64)


def _by_order(lost: Floats, orders: list[str]) -> dict[tuple[str, str], float]:
    """The first row and column are of whole seasons, which the scale is measured by."""
    return {(one, other): float(lost[1 + i, 1 + j]) for i, one in enumerate(orders) for j, other in enumerate(orders)}


def _hours_each(records: ServiceRecords, fits: Fits) -> Floats:
    """Hours of each title's next season by one who comes back, by involvement; shape (n_seasons, 6)."""
    an_hour = fits.returns.hours[:, -1] if fits.returns.sequels else np.zeros(len(INVOLVEMENTS))
    kept = an_hour * (1.0 - fits.substitution.of_fresh)
    return np.asarray(records.seasons["runtime_h"].astype(np.float64)[:, None] * kept, dtype=np.float64)


def _scale(
    audience: Floats,
    fits: Fits,
    response: Response,
    hours: Floats,
    waits: Floats,
    days: float,
    apart: float,
    lost: float,
    records: ServiceRecords,
) -> float:
    """What part of all seasons loses together, over what the pairs among them lose."""
    members = float(max(records.members, 1))
    back = audience * fits.returns.returned
    back[:, 0] = 0.0  # who has never played either shares nothing that is known
    weights = back.sum(axis=0)
    if not weights.sum() or lost <= 0:
        return 1.0
    involvements = range(1, len(INVOLVEMENTS))
    alone = PART * sum(float(back[:, s] @ response.of_hours(s, hours[:, s], np.full(len(back), days))) for s in involvements)
    mean = np.array([PART * float((back * hours).sum()) / members])
    by_involvement = np.array([float(response.of_hours(s, mean, np.array([days]))[0]) for s in involvements])
    together = members * float(weights[1:] @ by_involvement) / float(weights.sum())
    follows = audience[:, FINISHED:].sum() / members
    wait = float((audience[:, FINISHED:] @ waits[FINISHED:]).sum()) / max(float(audience[:, FINISHED:].sum()), 1.0)
    windows = 1.0 + apart / ANNOUNCED_DAYS
    alone += PART * members * follows * wait
    together += members * wait * windows * (1.0 - np.exp(-PART * follows / windows))
    return float(np.clip((alone - together) / (PART**2 * lost), 0.0, 1.0))


def shares_of_smaller(
    pairs: tuple[SharedMonths, ...], worth: Mapping[str, Mapping[str, float]], month: float
) -> dict[tuple[str, str], dict[tuple[str, str], float]]:
    """Losses by the orders of two titles, as shares of the value of whichever is worth less, 0 to 1.

    Parameters
    ----------
    worth
        Gross value of each title's next season, by order; pairs of orders that are worth nothing are left out.
    month
        What an account-month is worth.
    """
    found: dict[tuple[str, str], dict[tuple[str, str], float]] = {}
    for pair in pairs:
        for one, other in pair.of_hours:
            smaller = min(worth.get(pair.first, {}).get(one, 0.0), worth.get(pair.second, {}).get(other, 0.0))
            if smaller > 0:
                shares = found.setdefault((pair.first, pair.second), {})
                shares[one, other] = min(pair.months(one, other) * month / smaller, 1.0)
    return found
