"""Dates as articles write them, as windows of days; our convention for vague words is in the tables below.

Early is January to April, mid May to August, late September to December; spring March to May, summer June to August, autumn
September to November, winter December to February. Of a month, early is its first ten days, mid the next ten, late the rest.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

Precision = Literal["day", "month", "year", "part", "interval"]
Span = tuple[dt.date | None, dt.date | None]

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3].lower(): n for n, name in enumerate(calendar.month_name) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
WEEKDAYS |= {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
PARTS_OF_YEAR = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "beginning": (1, 4),
    "start": (1, 4),
    "middle": (5, 8),
    "end": (9, 12),
    "tail end": (9, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "first three months": (1, 3),
    "opening months": (1, 4),
    "first months": (1, 4),
    "first few months": (1, 4),
    "first six months": (1, 6),
    "last six months": (7, 12),
    "last three months": (10, 12),
    "final three months": (10, 12),
    "final months": (9, 12),
    "closing months": (9, 12),
    "last months": (9, 12),
    "back half": (7, 12),
    "h1": (1, 6),
    "h2": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "last quarter": (10, 12),
    "final quarter": (10, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 14),
}
_PARTS_OF_MONTH = {
    "early": (1, 10),
    "beginning": (1, 10),
    "start": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
    "late": (21, 31),
    "end": (21, 31),
    "tail end": (21, 31),
}
HOLIDAYS = {
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year’s day": (1, 1),
    "new year's eve": (12, 31),
    "new year’s eve": (12, 31),
    "valentine's day": (2, 14),
    "valentine’s day": (2, 14),
}


@dataclass(frozen=True, slots=True)
class Window:
    """Days ``start`` to ``end``, both within; an open side is None ("not before 2021")."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision

    def value(self) -> dict[str, Any]:
        """Return the window as claims carry it, with its EDTF form (ISO 8601-2: an open side is "..")."""
        first, last = (day.isoformat() if day else None for day in (self.start, self.end))
        if self.precision == "day":
            edtf = first
        elif self.precision == "month" and first:
            edtf = first[:7]
        elif self.precision == "year" and first:
            edtf = first[:4]
        else:
            edtf = f"{first or '..'}/{last or '..'}"
        return {"start": first, "end": last, "precision": self.precision, "edtf": edtf}

    def span(self, other: Window) -> Window:
        """Return the window from this one's first day to the other's last."""
        return Window(self.start, other.end, "interval")


def day(year: int, month: int, number: int) -> Window | None:
    """Return one day, or None when there is no such day."""
    try:
        found = dt.date(year, month, number)
    except ValueError:
        return None
    return Window(found, found, "day")


def months(year: int, first: int, last: int, precision: Precision = "part") -> Window | None:
    """Return the months ``first`` to ``last`` of a year, both within; above 12 they run into the next year."""
    if not 1 <= year <= 9998:
        return None
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    start = dt.date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    return Window(start, dt.date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]), precision)


def month(year: int, number: int) -> Window | None:
    """Return one month."""
    return months(year, number, number, "month")


def whole_year(year: int) -> Window | None:
    """Return one year."""
    return months(year, 1, 12, "year")


def part_of_year(word: str, year: int) -> Window | None:
    """Return "early", "mid", "second half", "autumn", "Q3" of a year."""
    return months(year, *PARTS_OF_YEAR[word])


def part_of_month(word: str, year: int, number: int) -> Window | None:
    """Return the early, middle or late days of a month."""
    if not 1 <= year <= 9998:
        return None
    first, last = _PARTS_OF_MONTH[word]
    days = calendar.monthrange(year, number)[1]
    return Window(dt.date(year, number, first), dt.date(year, number, min(last, days)), "interval")


def movable(name: str, year: int) -> dt.date | None:
    """Return Easter Sunday (Gauss's rule in the form of the anonymous Gregorian computus) or Thanksgiving of a year."""
    if not 1583 <= year <= 9998:
        return None
    if name == "thanksgiving":
        first = dt.date(year, 11, 1)
        return first + dt.timedelta(days=(3 - first.weekday()) % 7 + 21)
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month_, day_ = divmod(moon + week - 7 * late + 114, 31)
    return dt.date(year, month_, day_ + 1)


def weekday(number: int, published: dt.date, *, past: bool) -> Window:
    """Return the weekday next to the day of the article: the last one up to it, or the first one from it on."""
    away = (published.weekday() - number) % 7 if past else -((number - published.weekday()) % 7)
    found = published - dt.timedelta(days=away)
    return Window(found, found, "day")


def week_of(published: dt.date, offset: int) -> Window:
    """Return the calendar week (Monday to Sunday) ``offset`` weeks from that of the article."""
    monday = published - dt.timedelta(days=published.weekday() - 7 * offset)
    return Window(monday, monday + dt.timedelta(days=6), "interval")


def nearest_year(published: dt.date, number: int, last_day: int, *, past: bool) -> int:
    """Return the year of a date given without one: the latest not after the article, or the earliest not before it.

    ``number`` is the month and ``last_day`` the day that decides whether it lies behind: the first of a whole month when the
    past is asked ("in August" said in August is this one), its last when the future is.
    """
    year = published.year
    if past:
        return year if (number, last_day) <= (published.month, published.day) else year - 1
    return year if (number, last_day) >= (published.month, published.day) else year + 1


def months_later(published: dt.date, count: int) -> Window | None:
    """Return the month ``count`` months from that of the article."""
    index = published.year * 12 + published.month - 1 + count
    return month(index // 12, index % 12 + 1)
