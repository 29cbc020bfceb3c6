"""Whether a season comes back, when, and how many watch: the answers as a dossier holds them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cliffhanger.dossier.spread import Spread


@dataclass(frozen=True, slots=True)
class Driver:
    """One thing that moves the chance of a return, against the average season of the fit.

    Attributes
    ----------
    name
        Column of the model, as in ``estimates.features``.
    present
        Whether the season has it (flags), or lies above the average (measured columns).
    log_odds
        What it adds to the log odds of ever returning; negative: less likely.
    flag
        Whether the column is a yes or no.
    """

    name: str
    present: bool
    log_odds: float
    flag: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """How good such answers were: the back-test over the group of seasons that this one belongs to.

    Attributes
    ----------
    group
        ``open first seasons``, ``open later seasons``, ``limited``.
    forecasts, returned
        Forecasts scored, and how many of those seasons came back.
    auc, brier, ece
        Of the model; ``base_auc`` and ``base_brier`` of the base rate, which knows only how long a season has waited.
        Null where they cannot be computed.
    origins
        Days as of which the forecasts were made.
    series
        Distinct series among the forecasts: the same one stands in several days. Null where not counted.
    """

    group: str
    forecasts: int
    returned: int
    auc: float | None
    brier: float | None
    base_brier: float | None
    ece: float | None
    origins: tuple[dt.date, ...]
    series: int | None = None
    base_auc: float | None = None


@dataclass(frozen=True, slots=True)
class Will:
    """Whether it comes back.

    Attributes
    ----------
    within_36_months
        Chance that another season premieres within 36 months after the as-of day, or is back unseen.
    ever
        The same without limit: an extrapolation.
    without_history
        ``within_36_months`` at the mode when only seasons premiered since 2020 are fitted: older seasons are on file only if they
        were still watched in 2023.
    drivers
        Strongest first.
    over_time
        Chance within 36 months by months since the premiere, had it not come back by then: (months, chance).
    """

    within_36_months: Spread
    ever: Spread
    without_history: float | None
    drivers: tuple[Driver, ...]
    over_time: tuple[tuple[float, float], ...]
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """How good such dates were: the back-test over seasons that did return.

    Attributes
    ----------
    returns, series
        Forecasts of days scored, and distinct series among them.
    coverage
        Share of true days inside the 80 % interval; ``coverage_low`` and ``coverage_high`` are its 95 % bootstrap interval.
    median_error_days
        Half of the middles were nearer to the true day than this.
    """

    returns: int
    series: int
    coverage: float
    coverage_low: float
    coverage_high: float
    median_error_days: float


@dataclass(frozen=True, slots=True)
class When:
    """When it would be back, given that it comes back after the as-of day.

    Attributes
    ----------
    p10, p50, p90
        Days; null where "never" is all that can be said.
    never
        Chance that it never returns.
    by_quarter
        Chance of a return in each quarter of a year from the as-of day: (first day of the quarter, chance). Sums, with
        ``later`` and ``never`` and ``already``, to one.
    later
        Chance of a return after the last quarter shown.
    already
        Chance that it is back already, unseen: uncharted, and not yet in a half-yearly report.
    probably_never
        Whether the wait has passed the 99.9 % point of the waiting times, or fewer than one in fifty such seasons ever
        returns: no date is given then.
    """

    p10: dt.date | None
    p50: dt.date | None
    p90: dt.date | None
    never: float
    by_quarter: tuple[tuple[dt.date, float], ...]
    later: float
    already: float
    probably_never: bool
    evidence: DateEvidence | None = None


@dataclass(frozen=True, slots=True)
class HowMany:
    """Audience, given that it returns and charts.

    Attributes
    ----------
    next_4_weeks
        Views of the next season's first four weeks; null without public launch figures of this one.
    last_4_weeks
        Views of this season's first four weeks in the list; null where it was not launch-listed.
    window_13_weeks
        In-list views of this season's first thirteen weeks, forecast from the weeks seen; null once they are over.
    weeks_seen
        Weeks of it that are published.
    error
        Mean absolute log error of such forecasts in the back-test; null where not measured.
    """

    next_4_weeks: Spread
    last_4_weeks: float | None
    window_13_weeks: Spread
    weeks_seen: int
    error: float | None
