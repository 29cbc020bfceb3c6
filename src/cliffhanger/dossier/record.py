"""Everything about one season, as one frozen record: what a report renders and ``--format json`` prints.

The record holds numbers, days, names and codes; sentences are made from them in ``report``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cliffhanger.dossier.known import Told


@dataclass(frozen=True, slots=True)
class Spread:
    """A number with its 80 % interval; all three null where there is no answer. The unit is the field's."""

    p10: float | None
    p50: float | None
    p90: float | None


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


@dataclass(frozen=True, slots=True)
class Worth:
    """What another season could cost and still pay, in USD, at one value of a viewing hour.

    ``assumption`` names the value; ``hour`` is an hour of programme, null where the runtime is not known.
    """

    assumption: str
    value: Spread
    season: Spread
    hour: Spread
    episode: Spread


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that was chosen and not estimated, with its 80 % interval.

    ``known_on`` is the day from which its source is known, null for a house rule; ``changed``: given with the question.
    """

    name: str
    value: Spread
    unit: str
    why: str
    source: str
    known_on: dt.date | None
    changed: bool


@dataclass(frozen=True, slots=True)
class Guard:
    """A check of an answer: ``outcome`` is PASS, REVIEW or FAIL; what was found, and the threshold it was judged by."""

    code: str
    outcome: str
    found: float | None
    threshold: float | None


@dataclass(frozen=True, slots=True)
class ReportedCost:
    """What an episode of another series was publicly reported to cost, in USD: lowest and highest report."""

    series: str
    season: str
    low: float
    high: float
    grade: str
    source: str


@dataclass(frozen=True, slots=True)
class Payback:
    """A cost that was asked about, in USD.

    Attributes
    ----------
    chance
        That another season is worth more than it costs, under the assumptions; ``margin`` is its worth less its cost.
    flip_value
        Value of a viewing hour at which it is as likely as not to pay; null where nobody would watch.
    """

    cost_per_episode: Spread
    chance: float
    margin: Spread
    flip_value: float | None


@dataclass(frozen=True, slots=True)
class Should:
    """Whether another season pays, from public figures alone: a break-even cost under stated assumptions.

    Attributes
    ----------
    basis
        ``launch``: from the forecast of the next season's first four weeks; ``settled``, ``fresh``: from what this season still
        draws in a year, its premiere before that year or within it.
    missing
        Empty; or why there is no number: ``no_figures``, ``few_pairs``.
    hours
        In the first twelve months of another season, given that it comes: ``base_hours`` (of the first four weeks, or of the
        latest two half-years) times ``ratio`` (first twelve months over the base), which is from ``pairs`` past seasons.
    episodes
        Asked about; null where episodes are taken to be as long as assumed.
    worth
        One row for each value of an hour, the one that the answer uses first; empty where there are no hours.
    reported
        Reported costs of an episode, the nearest to the break-even, cheapest first; ``reported_count`` are on file, of which
        ``reported_below`` lie wholly below the middle of the break-even.
    """

    basis: str
    missing: str
    hours: Spread
    base_hours: float | None
    ratio: Spread
    pairs: int
    episodes: int | None
    worth: tuple[Worth, ...]
    assumptions: tuple[Stated, ...]
    guards: tuple[Guard, ...]
    reported: tuple[ReportedCost, ...]
    reported_count: int
    reported_below: int
    payback: Payback | None


@dataclass(frozen=True, slots=True)
class Week:
    """One week in the Top 10 list; ``views`` is null before June 2023 where the runtime is not known."""

    week: dt.date
    category: str
    rank: int
    hours: int
    views: int | None
    published_on: dt.date


@dataclass(frozen=True, slots=True)
class HalfYear:
    """One half-year in the engagement reports; ``views`` is null in 2023 H1."""

    start: dt.date
    end: dt.date
    hours: int
    views: int | None
    published_on: dt.date


@dataclass(frozen=True, slots=True)
class Comparable:
    """A season like this one, and what became of it.

    Attributes
    ----------
    within_36_months
        What the model says of it today if it is not back; null where it is.
    returned_on
        Premiere of its next season; null while none is known.
    weekly_views
        Views of its weeks in the list, up to thirteen, null where out of it.
    """

    series: str
    season: int
    premiere: dt.date
    returned_on: dt.date | None
    within_36_months: float | None
    weekly_views: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something not known: ``code`` names it, ``detail`` a number or day that belongs to it."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the figures are from: ``files`` as (name, kind, published on), and which of them the newest week is in."""

    origin: str
    files: tuple[tuple[str, str, dt.date], ...]
    observed_until: dt.date
    detected_until: dt.date
    fitted_through: dt.date
    seasons_fitted: int
    returns_fitted: int
    version: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One season on one day.

    Attributes
    ----------
    returned_on
        Premiere of the next season where that is known; ``will``, ``when``, ``how_many`` and ``should`` are null then.
    seasons
        Every season of the series on file: (number, premiere).
    premiere_from
        ``report``: a release date in the half-yearly reports; ``list``: the Thursday of its first week in the Top 10.
    limited
        Whether it was labelled a limited series when first seen; null where no label had been seen.
    """

    series: str
    season: int
    platform: str
    as_of: dt.date
    premiere: dt.date
    premiere_from: str
    limited: bool | None
    language: str
    genres: tuple[str, ...]
    runtime_min: int | None
    launch_listed: bool
    seasons: tuple[tuple[int, dt.date], ...]
    returned_on: dt.date | None
    will: Will | None
    when: When | None
    how_many: HowMany | None
    should: Should | None
    weeks: tuple[Week, ...]
    half_years: tuple[HalfYear, ...]
    comparables: tuple[Comparable, ...]
    gaps: tuple[Gap, ...]
    sources: Sources
    told: Told | None = None
