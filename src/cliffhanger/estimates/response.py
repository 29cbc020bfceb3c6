"""What fresh hours and a dated season win: months of membership up to a horizon, by what a member is to the series.

The hazards of each involvement are the fitted ones of its members; hours watched after a premiere are remembered for three
months, and what they add to what is remembered anyway saturates. Hours are taken to work from the month in which they are
watched: the fit looks a month back because those about to leave watch less, not because hours work late.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

from cliffhanger.estimates.churn import ChurnFit, saturated
from cliffhanger.estimates.launches import LaunchFit
from cliffhanger.estimates.member_money import MemberMoney, member_money
from cliffhanger.estimates.returning_audience import ReturnFit
from cliffhanger.estimates.substitution import Substitution
from cliffhanger.service_records import INVOLVEMENTS, Columns, ServiceRecords

Floats = NDArray[np.float64]
MONTH_DAYS = 30.4375
ANNOUNCED_DAYS = 45.0  # before its premiere a dated season is awaited, as ``measurements.content_months`` counts it
BILLS = tuple((2 * k + 1) / 16 for k in range(8))  # of a month: billing days lie evenly
REMEMBERED = (0.75, 0.35, 0.17)  # as ``measurements.content_months`` weighs the months before
HOURS_GRID = np.array([0.0, 0.5, 1, 2, 3, 4.5, 6, 8, 11, 15, 20, 30, 60])
LONGEST_HORIZON_DAYS = 1500.0
HORIZON_GRID = np.arange(0.0, LONGEST_HORIZON_DAYS + MONTH_DAYS, 15.0)  # months are paid ahead, by half a month on average
LEAST_HAZARD = 1e-5
LOG_WIDTH = 0.25  # members are alike whose hazards differ by less than a quarter, and who remember about as many hours


@dataclass(frozen=True, slots=True, eq=False)
class Fits:
    """What was learned from the log, of the service as a whole.

    ``awaiting`` is that of ``anticipation``; ``following`` is that of ``launches.launch_following``, shape (n_seasons,).
    """

    churn: ChurnFit
    returns: ReturnFit
    launches: LaunchFit
    substitution: Substitution
    awaiting: tuple[float, float]
    following: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Response:
    """Months won by one member of a involvement, as a function of fresh hours and of days from the premiere to the horizon.

    ``by_hours`` has shape (6, n_hours, n_horizons), ``by_awaiting`` (6, n_horizons); ``joiner_months`` (n_horizons,)
    are the months that a new account has paid by then. ``money`` tells what months are worth.
    """

    by_hours: Floats
    by_awaiting: Floats
    joiner_months: Floats
    money: MemberMoney

    def of_hours(self, involvement: int, hours: Floats, days: Floats) -> Floats:
        """Interpolated between the grids; hours beyond the last win no more."""
        table = self.by_hours[involvement]
        if len(hours) and hours[0] == hours[-1] and not np.ptp(hours):  # equal in every draw: one row, worked out once
            whole = float(np.interp(hours[0], HOURS_GRID, np.arange(len(HOURS_GRID))))
            row = min(int(whole), len(HOURS_GRID) - 2)
            return np.asarray(np.interp(days, HORIZON_GRID, table[row] + (whole - row) * (table[row + 1] - table[row])))
        place = np.clip(np.interp(hours, HOURS_GRID, np.arange(len(HOURS_GRID))), 0, len(HOURS_GRID) - 1)
        low = np.minimum(place.astype(np.int64), len(HOURS_GRID) - 2)
        at = np.clip(days / (HORIZON_GRID[1] - HORIZON_GRID[0]), 0, len(HORIZON_GRID) - 1.001)
        left = at.astype(np.int64)
        part, over = place - low, at - left
        below = table[low, left] * (1 - over) + table[low, left + 1] * over
        above = table[low + 1, left] * (1 - over) + table[low + 1, left + 1] * over
        return np.asarray(below * (1 - part) + above * part, dtype=np.float64)

    def of_joining(self, days: Floats) -> Floats:
        """Months that a new account pays within days."""
        return np.asarray(np.interp(days, HORIZON_GRID, self.joiner_months), dtype=np.float64)

    def of_awaiting(self, involvement: int, days: Floats) -> Floats:
        """The same of awaiting a dated season."""
        return np.asarray(np.interp(days, HORIZON_GRID, self.by_awaiting[involvement]), dtype=np.float64)


def response(records: ServiceRecords, fits: Fits, *, rest: float) -> Response:
    """Work out what hours and awaiting win, at the middle of the fitted response.

    Parameters
    ----------
    rest
        Share of the fresh viewing beyond the library that goes on without this season: 1 as in the log, 0 nothing else comes.
    """
    goes_on = records.library_share + (1.0 - records.library_share) * rest
    weight = -fits.churn.fresh[0]
    by_hours = np.zeros((len(INVOLVEMENTS), len(HOURS_GRID), len(HORIZON_GRID)))
    by_awaiting = np.zeros((len(INVOLVEMENTS), len(HORIZON_GRID)))
    awaited = fits.awaiting[0]
    for involvement in range(len(INVOLVEMENTS)):
        groups = _groups(records.content, involvement, fits.churn)
        if groups is None:
            continue
        # Where less comes out than came, more leave to begin with.
        rest_h = groups.remembered * goes_on
        poorer = saturated(groups.remembered, fits.churn.half_h) - saturated(rest_h, fits.churn.half_h)
        groups = _Groups(groups.share, expit(logit(groups.hazard) + weight * poorer), rest_h)
        profile = _profile(fits.returns, involvement)
        for at, hours in enumerate(HOURS_GRID):
            by_hours[involvement, at] = _months_won(groups, hours * profile, fits, weight, 0.0)
        by_awaiting[involvement] = _months_won(groups, 0.0 * profile, fits, weight, awaited)
    return Response(by_hours, by_awaiting, _joiner_months(records.tenures), member_money(records, fits.churn))


def anticipation(churn: ChurnFit, *, assumed: float, assumed_error: float) -> tuple[float, float]:
    """Log odds of leaving while a season is awaited, and their error: the log's own contrast and the assumption, by precision.

    Parameters
    ----------
    assumed, assumed_error
        Log odds of staying, and their standard deviation.
    """
    found, error = churn.awaited
    weights = np.array([1 / max(one, 1e-6) ** 2 for one in (assumed_error, error)])
    return min(float(weights @ [-assumed, found] / weights.sum()), 0.0), float(weights.sum() ** -0.5)


@dataclass(frozen=True, slots=True, eq=False)
class _Groups:
    """Members of an involvement who are alike: shares that add up to 1, monthly hazard, remembered fresh hours.

    Who is about to leave is kept for less long than others are, and who has watched little gains more by an hour: what is won by
    all is not what somebody of their mean would win.
    """

    share: Floats
    hazard: Floats
    remembered: Floats


def _groups(content: Columns, involvement: int, churn: ChurnFit) -> _Groups | None:
    mine = content["involvement"] == involvement
    count = content["accounts"][mine].astype(np.float64)
    if not count.sum():
        return None
    cells = {name: column[mine] for name, column in content.items()}
    hazard = np.maximum(churn.hazard(cells), LEAST_HAZARD)
    alike = np.column_stack([np.round(np.log(hazard) / LOG_WIDTH), cells["fresh_bin"]])
    _, place = np.unique(alike, axis=0, return_inverse=True)
    accounts = np.bincount(place, weights=count)
    mean_hazard = np.bincount(place, weights=count * hazard) / accounts
    return _Groups(accounts / count.sum(), mean_hazard, np.bincount(place, weights=cells["fresh_h"]) / accounts)


def _profile(returns: ReturnFit, involvement: int) -> Floats:
    """Share of the fresh hours watched by each knot; where nobody came back, that of all."""
    hours = returns.hours[involvement]
    if not len(hours) or hours[-1] <= 0:
        hours = returns.hours.sum(axis=0)
    return np.asarray(hours / hours[-1], dtype=np.float64) if len(hours) and hours[-1] > 0 else np.zeros(len(hours))


def _months_won(groups: _Groups, cumulative: Floats, fits: Fits, weight: float, awaited: float) -> Floats:
    """Months of membership won by each horizon, by a member who is there when the season is dated; shape (n_horizons,)."""
    knots = np.concatenate([[0.0], fits.returns.knots])
    watched = np.concatenate([[0.0], cumulative])
    half, hazard, before = fits.churn.half_h, groups.hazard[:, None], groups.remembered[:, None]
    total = np.zeros(len(HORIZON_GRID))
    for part in BILLS:
        bills = np.arange(part * MONTH_DAYS - 2 * MONTH_DAYS, HORIZON_GRID[-1] + MONTH_DAYS, MONTH_DAYS)
        upto = [np.interp(bills - k * MONTH_DAYS, knots, watched) for k in range(len(REMEMBERED) + 1)]
        gained = np.sum([share * (upto[k] - upto[k + 1]) for k, share in enumerate(REMEMBERED)], axis=0)
        change = -weight * (saturated(before + gained, half) - saturated(before, half))
        change = change + awaited * ((bills >= -ANNOUNCED_DAYS) & (bills < 0.0))
        stays = groups.share @ np.cumprod(1.0 - expit(logit(hazard) + change), axis=1)
        otherwise = groups.share @ (1.0 - hazard) ** np.arange(1, len(bills) + 1)
        won = np.concatenate([[0.0], np.cumsum(stays - otherwise)])
        ends = np.concatenate([bills, [bills[-1] + MONTH_DAYS]])
        total += np.interp(HORIZON_GRID, ends, won)
    return total / len(BILLS)


def _joiner_months(tenures: Columns) -> Floats:
    """Months that a new account has paid by each horizon, at the hazards of its tenure."""
    months, churned = tenures["account_months"].astype(np.float64), tenures["churned"].astype(np.float64)
    hazard = np.divide(churned, months, out=np.zeros(len(months)), where=months > 0)
    count = int(HORIZON_GRID[-1] / MONTH_DAYS) + 2
    place = np.searchsorted(tenures["tenure_from"], np.arange(count), side="right") - 1 if len(months) else np.zeros(count, int)
    stays = np.cumprod(1.0 - hazard[np.maximum(place, 0)]) if len(months) else np.ones(count)
    alive = np.concatenate([[1.0], stays[:-1]])
    paid = np.concatenate([[0.0], np.cumsum(alive)])
    at = np.arange(count + 1) * MONTH_DAYS
    return np.asarray(np.interp(HORIZON_GRID, at, paid), dtype=np.float64)
