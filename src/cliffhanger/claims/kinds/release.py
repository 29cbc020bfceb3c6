"""When it is shown, and when that was announced."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cliffhanger.claims.context import season_of
from cliffhanger.claims.dates import Dated, dates
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.events import DATELINE, Governed, events, governor, is_past, window_of
from cliffhanger.claims.kinds.production import productions, trailers
from cliffhanger.claims.patterns import match, search
from cliffhanger.claims.windows import Window

_NONE_YET = re.compile(
    r"(?i)\b(?:no|not any|without (?:a|any)|n[’']t (?:a|any)|yet to (?:announce|confirm|reveal|set|give|get)|(?:has|have|is|"
    r"was)(?:n[’']t| not)(?: yet)? (?:\w+ )?(?:announced|confirmed|revealed|set|got|have|given|share[d]?))"
    r"[^.;?!]{0,40}?\b(?:(?:release|premiere|launch|air|return|exact|start|firm|broadcast|official|specific) )*(?:dates?|"
    r"launch window|release window|timeline)\b(?! (?:beyond|with))"
    r"|\b(?:(?:release|premiere|launch|air|broadcast|transmission|start|exact) )+(?:date|"
    r"window)s?\b[^.;?!]{0,50}?\b(?:(?:has|have|had|is|was)(?:n[’']t| not| yet to)(?: yet)? (?:been )?(?:announced|"
    r"confirmed|revealed|set|given|fixed|be|known)|will be (?:announced|shared|revealed|confirmed|unveiled)|(?:remains?|"
    r"is|are) (?:unknown|unclear|TBA|TBC|to be (?:announced|confirmed)|under wraps|still)|to (?:follow|be announced|"
    r"be confirmed))"
    r"|\b(?:neither|no one|nobody)\b[^.;?!]{0,60}\b(?:has|have) (?:yet )?(?:revealed|said|announced|"
    r"confirmed) when\b[^.;?!]{0,40}"
    r"|\b(?:has|have)(?:n[’']t| not)(?: yet)? (?:revealed|said|announced|confirmed) when\b[^.;?!]{0,40}"
    r"|\b(?:TBA|TBC|TBD)\b|\bgave no date\b|\bdate (?:is )?(?:yet )?to be (?:announced|confirmed)|\bno date\b|"
    r"\bdate not yet\b|\bno word (?:yet )?on (?:a |the )?(?:release|premiere|date)"
)
_NONE_WORDS = ("date", "window", "timeline", "tba", "tbc", "tbd", "no word", " when ")
_DATE_LINE = re.compile(
    r"(?i)(?:(?:published|updated|posted|by [^,]{2,40},?)[: ]*(?:on )?)?(?:(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day,? )?(?:\d{1,2} [a-z]+\.? "
    r"\d{4}|[a-z]+\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,12})?\.?"
)
_NOT_BEFORE = re.compile(
    r"(?i)\b(?:not|n[’']t|never|no earlier|unlikely)\b[^.;?!]{0,50}?\b(?:before|until|earlier than|prior to)\b[^.;?!]{0,20}$|"
    r"\bbefore$"
)
_NOT_THEN = re.compile(
    r"(?i)\b(?:no longer|not|n[’']t|never|should have|was to have|had been promised|had been (?:due|set|slated|scheduled|"
    r"expected)|was (?:originally|previously|initially) (?:due|set|slated|scheduled|expected)|originally (?:due|set|"
    r"slated|scheduled)|is off)\b"
)
_RULED_OUT = re.compile(r"(?i)\b(?:out of the question|ruled out|is off|off the table|won[’']t happen)\b")
_FINAL_EPISODE = re.compile(
    r"(?i)\b(?:finale|finished|ended|concluded|last episode|final episode|wrapped its|signed off|still on air until)\b"
)
_ANNOUNCED = re.compile(
    r"(?i)\b(?:today|yesterday|officially|formally)? ?(?:announced|confirmed|revealed|said|unveiled)\b(?:[^.;?!,]{0,20}?)|"
    r"\bannouncement\b[^.;?!]{0,30}?\b(?:come|made|expected|due|follow)"
)


def timing(place: Place) -> Iterator[Found]:
    """Find release dates, production, trailers and days of announcement in a sentence."""
    if _DATE_LINE.fullmatch(place.text.strip()):  # the day of the page
        return
    text = place.text
    dateline = DATELINE.match(text)
    first = dateline.end() if dateline and len(text) > dateline.end() else 0
    said = [dated for dated in dates(text) if dated.start >= first]
    words = events(text) if said else ()
    governed = [governor(place, dated, words) for dated in said]
    used: set[int] = set()
    yield from productions(place, governed, used)
    yield from trailers(place, governed, used)
    yield from _not_announced(place)
    for one in governed:
        if one.dated.start not in used:
            yield from _dated(place, one)


def _dated(place: Place, one: Governed) -> Iterator[Found]:
    text, dated = place.text, one.dated
    first, _ = place.sentence.clause(dated.start, dated.end)
    start, end = min(one.at, dated.start), max(one.end, dated.end)
    if one.event == "announcement":
        if dated.form in {"weekday", "today", "dmy", "mdy", "rel_unit"} and _ANNOUNCED.search(text[max(first, start - 30) : end]):
            window = window_of(place, one, past=True)
            if window:
                yield Found(
                    "announcement_date",
                    max(first, min(start, dated.start)),
                    end,
                    {"what": "announcement", "window": window.value()},
                )
        return
    if one.event == "release" or (one.event is None and _stands_for_release(place, dated)):
        yield from _release(place, one, (max(start, first), end))


def _stands_for_release(place: Place, dated: Dated) -> bool:
    """A date without any event word: a line of a calendar, or "a rumour says early 2022" after a sentence on the release."""
    text = place.text
    pattern = place.context.series_pattern
    listed = text[: dated.start].strip(" (") == "" and bool(match(r"\)? ?[–—:-]", text[dated.end :]))
    named = bool(pattern and pattern.search(text[: dated.start])) and len(text) < 70
    loose = bool(search(r"(?i)\b(?:says?|saying|told|perhaps|maybe|possibly|claims?|not|amazed)\b", text)) and len(text) < 90
    follows = len(text) < 45 and not search(
        r"(?i)\b(?:was|is|has|had|were)\b", text
    )  # a fragment: "Four episodes, in spring 2022."
    loose = loose or follows
    return listed or named or loose


def _release(place: Place, one: Governed, span: tuple[int, int]) -> Iterator[Found]:
    text, dated = place.text, one.dated
    window = _moved_to(place, one) or window_of(place, one)
    if window is None or (dated.form == "today" and one.event is None):
        return
    if dated.form in {"weekday", "today"} and not _of_a_show(place, span):
        return
    before = text[: dated.start].rstrip()
    first, last = place.sentence.clause(*span)
    clause = text[first:last]
    value: dict[str, object] = {"window": window.value()}
    polarity = "+"
    if _NOT_BEFORE.search(before[-70:]) and (
        _RULED_OUT.search(text) or not before.lower().endswith("before") or _NOT_THEN.search(before)
    ):
        bound = window.end if search(r"(?i)end of$|until the end", before) or dated.form == "part_year" else window.start
        opened = bound + dt.timedelta(days=1) if bound and bound == window.end else window.start
        value["window"] = Window(opened, None, "interval").value()
    elif _NOT_THEN.search(text[first : dated.start]) or _RULED_OUT.search(text[dated.end : last]):
        if search(r"(?i)\bthis year\b", text[dated.start : dated.end]) and window.end:
            value["window"] = Window(window.end + dt.timedelta(days=1), None, "interval").value()
        elif not search(r"(?i)\bnot (?:only|just)\b", clause):
            polarity = "-"
    if _FINAL_EPISODE.search(text[max(0, min(one.at, dated.start) - 25) : max(one.end, dated.end)]):
        value["what"] = "finale"
    past = is_past(text, dated.start)
    yield Found("release_date", *span, value, "-" if polarity == "-" else "+", season=season_of(clause), past=past)


_SHOWN = re.compile(
    r"(?i)\b(?:seasons?|series|show|drama|comedy|it|episodes?|run|finale|premieres?|premiered|debut\w*|launch\w*|releas\w+|"
    r"return|air(?:s|ed|ing)?|streams?|pilot|programme)\b"
)


def _of_a_show(place: Place, span: tuple[int, int]) -> bool:
    """A bare weekday is a date of release only where the clause speaks of something shown."""
    first, last = place.sentence.clause(*span)
    clause, pattern = place.text[first:last], place.context.series_pattern
    return bool(_SHOWN.search(clause) or (pattern and pattern.search(clause)))


def _moved_to(place: Place, one: Governed) -> Window | None:
    """Return the later month of "moved from August to October"."""
    groups = one.dated.groups
    moved = search(
        r"(?i)\b(?:moved|pushed|delayed|shifted|slipped|bumped|brought forward|put back|switched|postponed)\b",
        place.text[: one.dated.start],
    )
    if one.dated.form != "month_range" or not moved or groups.get("j") != "to":
        return None
    return Dated(one.dated.start, one.dated.end, "month", {"m": groups["m2"]}).window(place.context.published, past=False)


def _not_announced(place: Place) -> Iterator[Found]:
    lower = place.lower
    for found in _NONE_YET.finditer(place.text) if any(word in lower for word in _NONE_WORDS) else ():
        if search(r"(?i)\bno\b[^.;]{0,30}\bto date\b|expiry|up to date", found[0]):
            continue
        yield Found("release_date", found.start(), found.end(), {"announced": False}, season=season_of(place.text))
