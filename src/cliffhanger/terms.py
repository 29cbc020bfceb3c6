"""Words of the field that more than one floor needs, as types and plain functions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

PLATFORM = "Netflix"
CATEGORIES = ("TV (English)", "TV (Non-English)", "Films (English)", "Films (Non-English)")
RANKS = 10
LISTS_BEGAN = dt.date(2021, 6, 28)  # Monday of the first week in the list
DAYS_TO_PUBLICATION = 2  # a week ends on a Sunday, its list comes out on the Tuesday
DAYS_TO_NEXT_LIST = 7

FigureKind = Literal["weekly", "halfyear"]


def list_published_on(week: dt.date) -> dt.date:
    """Day on which the list of a week comes out."""
    return week + dt.timedelta(days=DAYS_TO_PUBLICATION)


def list_seen_on(week: dt.date) -> dt.date:
    """First day on which the list of a week can have been seen whole: the one after it came out."""
    return list_published_on(week) + dt.timedelta(days=1)


def half_year(year: int, *, first: bool) -> tuple[dt.date, dt.date]:
    """First and last day of a half-year."""
    return (dt.date(year, 1, 1), dt.date(year, 6, 30)) if first else (dt.date(year, 7, 1), dt.date(year, 12, 31))


def half_year_name(start: dt.date) -> str:
    """Name a half-year by its first day: ``2024H1``."""
    return f"{start.year}H{1 if start.month == 1 else 2}"


WINDOWS_DAYS = (7, 28, 91)
SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Measure:
    """What a measure is, as data: the docs page, footnotes and JSON help are read from it.

    Attributes
    ----------
    name
        Of the function that computes it, and of its column where it is one.
    term
        The field's word, as a person reads it.
    definition
        One sentence.
    grain, unit
        What a row is; what its values count.
    null
        What null means.
    censoring
        What becomes of windows and accounts that are still open.
    source
        Paper, publisher or house rule that defines it.
    """

    name: str
    term: str
    definition: str
    grain: str
    unit: str
    null: str
    censoring: str
    source: str


def cut_of(as_of: dt.date) -> int:
    """First second that a day's knowledge no longer covers: midnight UTC after it, seconds since 1970."""
    return int(dt.datetime.combine(as_of + dt.timedelta(days=1), dt.time(), dt.UTC).timestamp())
