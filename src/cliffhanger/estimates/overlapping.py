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

from cliffhanger.estimates.response import ANNOUNCED_DAYS, SETTLED_DAYS, Fits, Response
from cliffhanger.service_records import FINISHED, INVOLVEMENTS, ServiceRecords

Floats = NDArray[np.float64]
AWAITED_DAYS = ANNOUNCED_DAYS + SETTLED_DAYS
PART = 0.5  # of all seasons, at which pairs are scaled


@dataclass(frozen=True, slots=True)
class SharedMonths:
    """Account-months that two titles' next seasons win together less than each by itself; ``first`` sorts before ``second``.

    ``of_hours`` are lost because hours saturate, and are the fewer the shorter the orders; ``of_awaiting`` because one awaited
    season holds as well as two, however short.
    """

    first: str
    second: str
    of_hours: float
    of_awaiting: float

    @property
    def months(self) -> float:
        """Both, of whole seasons."""
        return self.of_hours + self.of_awaiting


def shared_months(
    records: ServiceRecords, fits: Fits, response: Response, *, premieres: Mapping[str, float], days: float
) -> tuple[SharedMonths, ...]:
    """Months lost by every pair of titles that share followers.

    Parameters
    ----------
    premieres
        Days from the decision to each title's premiere; only these titles are looked at.
    days
        From the premieres to the horizon, on average.
    """
    titles = [str(title) for title in records.seasons["title_id"]]
    place = {title: at for at, title in enumerate(titles) if title in premieres}
    hours = _hours_each(records, fits)
    waits = np.array([float(response.of_awaiting(s, np.array([days]))[0]) for s in range(len(INVOLVEMENTS))])
    lost: dict[tuple[str, str], tuple[float, float]] = {}
    rows = zip(
        *(records.shared[name] for name in ("title_a", "title_b", "involvement_a", "involvement_b", "accounts")), strict=True
    )
    for title_a, title_b, one, two, accounts in rows:
        key = (str(title_a), str(title_b))
        if key[0] not in place or key[1] not in place:
            continue
        both = float(accounts) * fits.returns.returned[one] * fits.returns.returned[two]
        h1, h2 = hours[place[key[0]], one], hours[place[key[1]], two]
        won = response.of_hours(max(int(one), int(two)), np.array([h1, h2, h1 + h2]), np.full(3, days))
        saturated, held = both * float(won[0] + won[1] - won[2]), 0.0
        if min(one, two) >= FINISHED:
            together = max(1.0 - abs(premieres[key[0]] - premieres[key[1]]) / AWAITED_DAYS, 0.0)
            held = float(accounts) * together * min(waits[one], waits[two])
        before = lost.get(key, (0.0, 0.0))
        lost[key] = (before[0] + saturated, before[1] + held)
    audience = records.audience[list(place.values())]
    apart = np.ptp(list(premieres.values())) if premieres else 0.0
    whole = sum(one + two for one, two in lost.values())
    scale = _scale(audience, fits, response, hours[list(place.values())], waits, days, float(apart), whole, records)
    return tuple(SharedMonths(a, b, one * scale, two * scale) for (a, b), (one, two) in sorted(lost.items()) if one + two > 0)


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
    windows = 1.0 + apart / AWAITED_DAYS
    alone += PART * members * follows * wait
    together += members * wait * windows * (1.0 - np.exp(-PART * follows / windows))
    return float(np.clip((alone - together) / (PART**2 * lost), 0.0, 1.0))


def shares_of_smaller(
    pairs: tuple[SharedMonths, ...], worth: Mapping[str, Mapping[str, float]], parts: Mapping[str, float], month: float
) -> dict[tuple[str, str], float]:
    """Losses as shares of the value of whichever is worth less, 0 to 1; the mean over the orders.

    Parameters
    ----------
    worth
        Gross value of each title's next season, by order.
    parts
        Share of a whole season's hours that each order has.
    month
        What an account-month is worth.
    """
    found = {}
    for pair in pairs:
        shares = []
        for order, part in parts.items():
            smaller = min(worth[title].get(order, 0.0) if title in worth else 0.0 for title in (pair.first, pair.second))
            if smaller > 0:
                shares.append(min((pair.of_hours * part + pair.of_awaiting) * month / smaller, 1.0))
        if shares:
            found[pair.first, pair.second] = float(np.mean(shares))
    return found
