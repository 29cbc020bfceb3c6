"""The answers of a fitted model for seasons that are not back: chances, dates, drivers and their uncertainty."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.assumptions import value
from cliffhanger.estimates.features import Features
from cliffhanger.estimates.return_law import Curve, Outlook
from cliffhanger.estimates.returning import HORIZON_MONTHS, MONTH, ReturnModel
from cliffhanger.records import SeasonRecords

Floats = NDArray[np.float64]
Dates = NDArray[np.datetime64]
PAST_WAITING = value("past_waiting")
UNLIKELY = value("probably_never")
LEVELS = (0.1, 0.5, 0.9)
FARTHEST_DAYS = 36500.0  # keeps a day within the calendar


@dataclass(frozen=True, slots=True)
class Answer:
    """Will and when of n seasons; chances and days of shape (n,).

    Attributes
    ----------
    ever, within_36_months, by, seen_by
        Chances of being back: at all, within 36 months of the as-of day, by a day, and by that day through the weekly list. A
        season
        that did not chart may be back unseen already; all but ``seen_by`` count that.
    p10, p50, p90
        Days of return given a return after the last observed day; NaT where the season probably never returns.
    """

    ever: Floats
    within_36_months: Floats
    by: Floats
    seen_by: Floats
    p10: Dates
    p50: Dates
    p90: Dates


def outlook(model: ReturnModel, records: SeasonRecords, features: Features, *, theta: Floats | None = None) -> Outlook:
    """What is left to expect of every season of the record that is not known to be back."""
    return model.curve(features, theta=theta).after(
        ages(records),
        np.maximum(records.days_since_premiere(records.detected_until), 0.0),
        model.detection_of(records, features),
    )


def ages(records: SeasonRecords) -> Floats:
    """Days from the premiere to the last day on which a return could have been seen, not below zero."""
    return np.maximum(records.days_since_premiere(records.observed_until), 0.0)


def answer(model: ReturnModel, records: SeasonRecords, features: Features, *, by: dt.date, theta: Floats | None = None) -> Answer:
    """Answer for every season of the record, at the mode or at one draw of the parameters."""
    curve = model.curve(features, theta=theta)
    expected = outlook(model, records, features, theta=theta)
    until = records.days_since_premiere(by)
    dates = [return_date(curve, expected, records, level) for level in LEVELS]
    return Answer(
        expected.ever(),
        expected.back_by(horizon(records)),
        expected.back_by(until),
        expected.seen_by(until),
        *dates,
    )


def horizon(records: SeasonRecords) -> Floats:
    """Age of each season 36 months after the as-of day, in days."""
    return records.days_since_premiere(records.as_of) + HORIZON_MONTHS * MONTH


def return_date(curve: Curve, expected: Outlook, records: SeasonRecords, level: float) -> Dates:
    """Day by which a share ``level`` of the returns still to come has come; NaT where the season probably never returns."""
    days = np.minimum(curve.quantile_after(expected.age, level), FARTHEST_DAYS)
    dates = records.premiere + np.round(days).astype("timedelta64[D]")
    dates[probably_never(expected)] = np.datetime64("NaT")
    return dates


def probably_never(expected: Outlook) -> NDArray[np.bool_]:
    """Whether "no" is the answer: 99.9 % of those that return would be back by now, or fewer than one in fifty ever returns."""
    return (expected.curve.survival(expected.age) < PAST_WAITING) | (expected.ever() < UNLIKELY)


def chance_spread(
    model: ReturnModel, records: SeasonRecords, features: Features, *, count: int, rng: np.random.Generator
) -> dict[str, Floats]:
    """80 % intervals of the chances from Laplace draws of the parameters: ``ever`` and ``within_36_months``, shape (3, n)."""
    draws = [outlook(model, records, features, theta=theta) for theta in model.fit.draws(count, rng)]
    return {
        "ever": np.quantile([d.ever() for d in draws], LEVELS, axis=0),
        "within_36_months": np.quantile([d.back_by(horizon(records)) for d in draws], LEVELS, axis=0),
    }


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one column adds to a season's log odds of returning, against the average season of the fit."""

    name: str
    log_odds: float
    above_average: bool
    flag: bool


def contributions(model: ReturnModel, features: Features, row: int) -> tuple[Contribution, ...]:
    """Contributions of every column for one season, strongest first."""
    names = model.fit.incidence_names
    x = model.design(features).incidence[row]
    slopes = model.fit.theta[1 : len(names) + 1]
    flags = np.isinf(model.scaling[0].limit)
    found = [Contribution(n, float(v * b), bool(v > 0), bool(f)) for n, v, b, f in zip(names, x, slopes, flags, strict=True)]
    return tuple(sorted(found, key=lambda c: (-abs(c.log_odds), c.name)))


def over_time(curve: Curve, *, months: int) -> Floats:
    """Chance within 36 months at each month since the premiere, had it not come back by then; curve of one season."""
    age = np.arange(months + 1, dtype=np.float64) * MONTH
    one = Curve(curve.family, np.repeat(curve.ever, months + 1), np.repeat(curve.location, months + 1), curve.scale)
    return one.after(age, age, np.ones(months + 1)).back_by(age + HORIZON_MONTHS * MONTH)


def nearest(model: ReturnModel, features: Features, row: int, *, among: NDArray[np.bool_], count: int) -> NDArray[np.int64]:
    """Seasons most like one, by the columns in the measure in which they move the chance of a return."""
    weighted = model.design(features).incidence * model.fit.theta[1 : len(model.fit.incidence_names) + 1]
    distance = np.sqrt(((weighted - weighted[row]) ** 2).sum(axis=1))
    distance[~among] = np.inf
    distance[row] = np.inf
    order = np.argsort(distance, kind="stable")[:count]
    return order[np.isfinite(distance[order])]
