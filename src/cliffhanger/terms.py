"""Words of the field that more than one floor needs, as types and plain functions."""

from __future__ import annotations

import datetime as dt
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
