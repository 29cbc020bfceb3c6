"""Everything about one season, as one frozen record: what a report renders and ``--format json`` prints.

The record holds numbers, days, names and codes; sentences are made from them in ``report``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cliffhanger.dossier.known import Told
from cliffhanger.dossier.paying import Should
from cliffhanger.dossier.returning import HowMany, When, Will


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
