"""Days that are told from elsewhere: rows of a month's calendar, "Thurs 3 – Dockers", and "nine days after the finale"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cliffhanger.claims.dates import dates
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.dates.events import is_past
from cliffhanger.claims.numbers import number
from cliffhanger.claims.patterns import regex, search
from cliffhanger.claims.seasons_said import season_of
from cliffhanger.claims.windows import WEEKDAYS, Window

_ROW = regex(
    r"^(?:[•*–-] ?)?(?P<w>Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)(?:\.|[a-z]*day)? (?:the )?(?P<d>[0-3]?\d)(?:st|nd|"
    r"rd|th)?"
    r" ?(?::|[–—-]|\t) ?(?P<title>[“\"‘]?[A-Z][\w’'&]*(?:[ -](?:(?:of|the|and|in|on|at|to|a|an|for|"
    r"with) )*[A-Z0-9&][\w’'&]*){0,7}"
    r"[”\"’]?)(?P<rest>.{0,90})"
)
_OF_A_SHOW = regex(
    r"(?i)^[.!]?$|^ ?\((?-i:[A-Z])[^)]{1,30}\)|^,? (?:series|season) \w+|^,? (?:returns?|comes? back|is back|begins?|starts?|"
    r"premieres?|"
    r"debuts?|launches|opens|arrives|lands|concludes|ends)\b"
)
_NO_SHOW = regex(
    r"(?i)\b(?:meeting|closed|deadline|interview|birthday|match|lecture|concert|tickets?|quiz|rehearsal|auditions?|church|club)\b"
)
_LONGEST_AWAY = 200  # days between an article and a row of its calendar
_SOONER = 45  # days that a calendar may reach back


def calendar_row(place: Place) -> Found | None:
    """Read a row of a calendar whose month stands above it; the weekday tells which month it is."""
    row = _ROW.match(place.text)
    published = place.context.published
    if row is None or published is None or not _OF_A_SHOW.match(row["rest"]) or _NO_SHOW.search(place.text):
        return None
    day = _nearest(published, WEEKDAYS[row["w"].lower()], int(row["d"]))
    if day is None:
        return None
    said = search(r"^,? (?:series|season) \w+|^ ?\([^)]+\)|^,? [a-z]+(?: back)?", row["rest"])
    end = row.start("rest") + (said.end() if said else 0)
    value = {"window": Window(day, day, "day").value()}
    return Found("release_date", row.start("w"), end, value, season=season_of(place.text))


def _nearest(published: dt.date, weekday: int, number_of_day: int) -> dt.date | None:
    """Return the first day from an article on, or else shortly before it, with this weekday and this number."""
    ahead = (published + dt.timedelta(days=away) for away in range(_LONGEST_AWAY))
    back = (published - dt.timedelta(days=away) for away in range(1, _SOONER))
    fits = (day for days in (ahead, back) for day in days if day.day == number_of_day and day.weekday() == weekday)
    return next(fits, None)


_DAYS_AWAY = regex(
    r"(?i)\b(?:(?:a mere|a bare|just|only|barely|some) )?(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|"
    r"thirteen|\d{1,2}) days? (?P<side>after|before|ahead of) (?:the|its) (?:(?:season|series) \w+ |[\w-]+[- ](?:season|series) |"
    r"(?:show|series|season|drama)[’']s )?(?P<what>finale|premiere|launch|debut|opener)\b(?! of (?:another|a|an)\b|[’']s)"
)


def days_from_another(place: Place) -> Iterator[Found]:
    """Find the first or last day of a run that is counted from a day said before: "on 20 August, four days after the finale"."""
    for away in _DAYS_AWAY.finditer(place.text):
        before = [one for one in dates(place.text) if one.end <= away.start()]
        count = number(away["n"]) or 1
        said = before[-1].window(place.context.published, past=is_past(place.text, before[-1].start)) if before else None
        near = before and away.start() - before[-1].end < _NEAR
        if said is None or not near or said.precision != "day" or said.start is None:
            continue
        step = dt.timedelta(days=int(count))
        day = said.start - step if away["side"].lower() == "after" else said.start + step
        value: dict[str, object] = {"window": Window(day, day, "day").value()}
        value |= {"what": "finale"} if away["what"].lower() == "finale" else {}
        yield Found(
            "release_date", away.start(), away.end(), value, season=season_of(away[0]), past=away["side"].lower() == "after"
        )


_NEAR = 25  # characters between the day said and the words that count from it
