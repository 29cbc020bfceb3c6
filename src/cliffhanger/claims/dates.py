"""Finding dates in a sentence: each with its place and the window it means, seen from the day of the article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from cliffhanger.claims.date_forms import READERS
from cliffhanger.claims.numbers import ORDINALS
from cliffhanger.claims.patterns import Rules, live, regex
from cliffhanger.claims.windows import HOLIDAYS, MONTHS, WEEKDAYS, Window

_MONTH = r"(?:" + "|".join(sorted((m for m in MONTHS if m != "may"), key=len, reverse=True)) + r")\b\.?|may\b"
_YEAR = r"(?:19[5-9]\d|20[0-9]\d)(?!\d)(?!,\d)"
_DAY = rf"(?:[0-3]?\d(?:st|nd|rd|th)?|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
_WEEKDAY = r"(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_PART = (
    r"early|mid|late|(?:the )?(?:beginning|start|middle|tail end|end) of|(?:the )?(?:first|second) half of|"
    r"(?:the )?(?:first|second|third|fourth|last|final) quarter of|(?:h[12]|q[1-4])(?: of)?|(?:the )?back half of|"
    r"(?:the )?(?:(?:first|last) (?:three|six)|final three|first few|opening|first|closing|final|last) months of|"
    r"(?:the )?(?:spring|summer|autumn|fall|winter)(?: of)?"
)
_REL_YEAR = rf"{_YEAR}|(?:next|this|last|the following|the same|the) year"
_SEASON = r"spring|summer|autumn|fall|winter"

# Longest and most certain first; a place taken by one form is not given to another. They are tried on small letters.
_FORMS: Rules[str] = Rules(
    (name, regex(pattern))
    for name, pattern in (
        ("iso", rf"(?<![\d-])(?P<y>{_YEAR})-(?P<mm>[01]\d)-(?P<d>[0-3]\d)(?![\d-])"),
        (
            "nth_weekday",
            (
                rf"(?:on )?(?:the )?(?P<n>first|second|third|fourth|last|final) (?P<w>{_WEEKDAY}) (?:in|of) (?P<m>{_MONTH})"
                rf"(?:,? (?P<y>{_YEAR})| (?P<rel>next|last|this) year)?"
            ),
        ),
        (
            "day_range",
            (
                rf"(?:from )?(?P<d>{_DAY}) (?:to|-|–|until|"
                rf"through) (?P<d2>{_DAY}) (?P<m>{_MONTH})(?:,? (?P<y>{_YEAR})|"
                rf" of (?P<rel>this|last|next) year)?"
            ),
        ),
        (
            "days_apart",
            (
                rf"(?:from |between )?(?:(?P<m>{_MONTH}) (?P<d>[0-3]?\d)|(?P<e>[0-3]?\d) (?P<n>{_MONTH})) "
                rf"(?:to|through|until|and|-|–) (?:(?P<m2>{_MONTH}) (?P<d2>[0-3]?\d)|"
                rf"(?P<e2>[0-3]?\d) (?P<n2>{_MONTH}))(?!\d|[.,]\d)"
                rf",? (?P<y>{_YEAR})"
            ),
        ),
        (
            "days_apart",
            (
                rf"(?:from|between) (?:(?P<m>{_MONTH}) (?P<d>[0-3]?\d)|(?P<e>[0-3]?\d) (?P<n>{_MONTH})) (?:to|through|until|"
                rf"and|-|–) "
                rf"(?:(?P<m2>{_MONTH}) (?P<d2>[0-3]?\d)|(?P<e2>[0-3]?\d) (?P<n2>{_MONTH}))(?!\d|[.,]\d)"
            ),
        ),
        (
            "months_apart",
            (
                rf"(?:between |from )?(?P<m>{_MONTH}),? (?P<y>{_YEAR}) (?:and|to|or|through|until|-|–) (?P<m2>{_MONTH}),? "
                rf"(?P<y2>{_YEAR})"
            ),
        ),
        (
            "week_from",
            rf"(?:the )?week (?:of|beginning|commencing|starting|from) (?P<d>{_DAY}) (?P<m>{_MONTH})(?:,? (?P<y>{_YEAR}))?",
        ),
        (
            "week_from",
            (
                rf"(?:the )?week (?:of|beginning|commencing|starting|from) (?P<m>{_MONTH}) (?P<d>[0-3]?\d)(?!\d)(?:,? "
                rf"(?P<y>{_YEAR}))?"
            ),
        ),
        (
            "dmy",
            rf"(?:the )?(?P<d>{_DAY})(?: of)? (?P<m>{_MONTH})(?:,? (?P<y>{_YEAR})| (?:of )?(?P<rel>this|last|next) year)?",
        ),
        (
            "mdy",
            (
                rf"(?P<m>{_MONTH}) (?P<d>[0-3]?\d(?:st|nd|rd|th)?)(?!\d|[.,]\d)(?:,? (?P<y>{_YEAR})| (?:of )?(?P<rel>this|"
                rf"last|next) year)?"
            ),
        ),
        (
            "numeric",
            rf"(?<![\d/.-])(?P<d>[0-3]?\d)[/](?P<mm>[01]?\d)(?:[/](?P<y>{_YEAR}))?(?![\d/])(?= [–—-]|,| ?$|[.:])",
        ),
        (
            "month_range",
            (
                rf"(?:between |from )?(?P<m>{_MONTH}) (?P<j>and|to|or|through|until|"
                rf"[-–]) (?P<m2>{_MONTH})(?:,? (?P<y>{_YEAR})| of (?P<rel>this|last|next) year)?"
            ),
        ),
        (
            "parts",
            (
                rf"(?P<p>{_PART})[ -]+(?:(?P<ry>{_REL_YEAR}) )?(?:or|to|"
                rf"and)(?: in)? (?P<p2>{_PART})[ -]+(?P<ry2>{_REL_YEAR})"
            ),
        ),
        (
            "part_month",
            (
                rf"(?P<p>early|mid|late|(?:the )?(?:beginning|start|middle|tail end|"
                rf"end) of)[ -](?P<m>{_MONTH})(?: (?P<y>{_YEAR})| (?P<rel>next|last|this) year)?"
            ),
        ),
        (
            "part_season",
            (
                rf"(?P<p>early|mid|late|(?:the )?(?:beginning|start|middle|"
                rf"end) of)[ -](?:the )?(?P<s>{_SEASON})\b(?: (?:of )?(?P<ry>{_REL_YEAR}))?"
            ),
        ),
        ("part_year", rf"(?P<p>{_PART})[ -]+(?P<ry>{_REL_YEAR})\b"),
        (
            "week_of",
            (
                rf"(?:the )?(?P<n>first|second|third|last|final) week (?:of|in) (?P<m>{_MONTH})(?:,? (?P<y>{_YEAR})|"
                rf" (?P<rel>next|last|this) year)?"
            ),
        ),
        ("month_year", rf"(?P<m>{_MONTH}),? (?:of )?(?P<ry>{_REL_YEAR})\b"),
        ("rel_month", rf"(?P<rel>next|last|this|this past|this coming) (?P<m>{_MONTH})"),
        ("rel_season", rf"(?P<rel>next|last|this|this past|this coming) (?P<s>{_SEASON})\b"),
        ("holiday", rf"\b(?P<h>{'|'.join(HOLIDAYS)})(?! special)\b(?: (?P<y>{_YEAR}))?(?P<eve> eve)?"),
        (
            "movable",
            (
                rf"(?P<around>around |near )?\b(?:(?P<rel>next|last|this) )?(?P<h>easter|thanksgiving)\b(?! (?:egg|bunny|special|"
                rf"dinner|episode|island|break|holidays))(?: (?:weekend|sunday|week))?(?: (?P<y>{_YEAR}))?"
            ),
        ),
        (
            "month",
            (
                r"(?=jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)"
                rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\buntil )|(?<=\bby )|(?<=\bfor )|(?<=\bfrom )|(?<=\bto )|(?<=\bof )|"
                rf"(?<=\bback in )|(?<=\bduring )|(?<=\bthis )|(?<=, )|(?<=saying )|(?<=\(in )|(?<=last )|(?<=an )|"
                rf"(?<=a )|(?<=told me )|(?<=told us )|(?<=not )|(?<=be )|(?<=\bbefore )|(?<=\bafter )|(?<=early as )|"
                rf"(?<=late as )|(?<=\bsay )|(?<=\bsays )|(?<=\blike )|(?<=\bmaybe )|(?<=\bperhaps )|(?<=\bprobably )|"
                rf"(?<=\baround )|"
                rf"(?<=\bguess )|(?<=\babout )|(?<=soon as )|(?<=recently as )|(?<=\bgave )|(?<=\bcircled )|(?<=\bchosen )|"
                rf"(?<=\bpicked )|"
                rf"(?<=\beyeing )|(?<=\btargeting )|(?<=\bannounced )|(?<=\bmentions )|(?<=\bsuggests )|"
                rf"(?<=\bmean )|(?<=\bmeans )|(?<![^“\"])(?=\w+, (?:they|he|she|i|we|maybe|perhaps|probably|apparently|"
                rf"if)\b))(?P<m>{_MONTH})(?! \d)"
            ),
        ),
        (
            "rel_unit",
            (
                r"(?<!the )(?<!her )(?<!his )(?<!their )(?<!its )\b(?P<rel>earlier this|later this|this|next|last|"
                r"the following) (?P<u>week|month|year)\b"
            ),
        ),
        ("part_rel", r"(?P<p>later|earlier) (?:in|this|that) (?:the )?(?P<u>week|month|year)\b"),
        (
            "ago",
            (
                r"(?P<n>a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|just|\d+)"
                r"(?: short)? (?P<u>days?|weeks?|fortnight|months?|years?) ago\b"
            ),
        ),
        ("day_alone", r"\bon the (?P<d>[0-3]?\d(?:st|nd|rd|th))(?=[.,;!”\"]|$| at \d)"),
        ("weekday", rf"(?:on )?(?P<rel>last |next |this )?\b(?P<w>{_WEEKDAY})(?! \d)"),
        (
            "today",
            (
                r"\b(?P<t>today|tonight|this morning|this afternoon|this evening|at lunch|at midnight|at press time|"
                r"yesterday|last night|tomorrow)\b"
            ),
        ),
        ("midseason", r"\b(?P<t>mid-?season)\b(?! (?:finale|premiere|break|return|twist|cliffhanger))"),
        (
            "unit_end",
            r"\b(?P<t>before (?:the|this) (?P<u>week|month) is (?:out|over|up)|by (?:the )?(?P<v>week|month)[’']s end)\b",
        ),
        ("year_end", r"\b(?:by )?(?P<t>(?:the )?year[’']s end|year-end|before the year (?:is out|ends))\b"),
        ("new_year", r"\b(?P<t>the new year)\b(?![’'])"),
        (
            "season_word",
            (
                rf"\b(?:(?:in|for|during|by|until|told|expect|say|says)(?: the)?|(?:be|to|from|before|"
                rf"till) the) (?P<s>{_SEASON})\b|"
                rf"\ban? (?P<s2>{_SEASON})(?= (?:launch|release|premiere|debut|return|start|bow|run|slot|shoot|date|airing|"
                rf"broadcast)\b)"
            ),
        ),
        (
            "year_noun",
            rf"\b(?P<y>{_YEAR})(?= (?:launch|release|premiere|debut|return|start|bow)\b)",
        ),
        (
            "year_slate",
            (
                rf"\b(?:part of|on|in|for) (?:our|its|the|their|[a-z]\w+[’']s) (?P<y>{_YEAR})"
                rf"(?= (?:schedule|slate|line-?up|offering|programme|calendar)\b)"
            ),
        ),
        (
            "year",
            (
                rf"\b(?:in|during|by|for|until|from|since|before|after|sometime in|into|to|through|throughout|is|"
                rf"only|tell (?:you|me|us)|told (?:me|us)|says|(?:speaks?|spoke|talk|talks|talking) (?:of|about)|mentions?|"
                rf"suggests?|"
                rf"targeting|eyeing|aiming (?:for|at)|(?:[’']ll|will|would|might|could) be) (?P<y>{_YEAR})(?! (?:episodes|"
                rf"viewers|signatures))"
            ),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: its place (characters of that text), its form, and whether a year was said."""

    start: int
    end: int
    form: str
    groups: dict[str, str]

    def window(self, published: dt.date | None, *, past: bool) -> Window | None:
        """Return the days it means for an article of that day; None when they cannot be told without one."""
        return READERS[self.form](self.groups, published, past)


@dataclass(frozen=True, slots=True)
class Either(Dated):
    """Two dates of which one is meant: "in October or in the first quarter of 2025"; its window holds both."""

    first: Dated
    second: Dated

    def window(self, published: dt.date | None, *, past: bool) -> Window | None:
        """Return the days from the first of the earlier to the last of the later."""
        one, two = (dated.window(published, past=past) for dated in (self.first, self.second))
        return one.span(two) if one and two and one.start and two.start and one.start <= two.start else two or one


@lru_cache(maxsize=128)  # the classifiers ask for those of many sentences together, then each sentence is asked several times
def dates(text: str) -> tuple[Dated, ...]:
    """Return the dates of a sentence in order; none overlaps another."""
    forms = tuple(live(_FORMS, text))
    if not forms:
        return ()
    taken: list[Dated] = []
    small = _small(text)
    for form, pattern in forms:
        for found in pattern.finditer(small):
            if form in _CAPITALISED and not text[found.start("w" if form == "weekday" else "m")].isupper():
                continue
            if form == "weekday" and _no_weekday(text, found):
                continue
            start, end = (
                found.span("s" if found["s"] else "s2")
                if form == "season_word"
                else found.span("y")
                if form == "year"
                else found.span()
            )
            if all(end <= other.start or start >= other.end for other in taken):
                taken.append(Dated(start, end, form, {k: v for k, v in found.groupdict().items() if v}))
    if not taken:
        return ()
    ordered = sorted(taken, key=lambda dated: dated.start)
    following = [*ordered[1:], None][: len(ordered)]
    ordered = [_of_that_year(text, one) for one in ordered]
    kept = (one for one, after in zip(ordered, following, strict=True) if not (after and _names_its_day(text, one, after)))
    return tuple(_with_weekday(text, one) for one in kept)


# A month or a day is written with a capital: "may", "march" and "sat" are verbs otherwise.
_CAPITALISED = frozenset({"dmy", "mdy", "month_range", "month_year", "month", "weekday"})
_HABIT = regex(
    r"(?i)\b(?:on an?|of an?|any|every|each|(?:usual|customary|regular|traditional|established|familiar|old|new|prime|coveted)) $"
)
_SLOT = regex(r"(?i)^(?:[ -](?:night|evening|nighttime|teatime|prime-?time))?[ -](?:berth|slot|time ?slot|home|spot|perch)\b")
_OTHER_NAME = regex(r"^ (?!Night|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|I\b)[A-Z][a-z]{2,}")


def _no_weekday(text: str, found: re.Match[str]) -> bool:
    """Tell a day of every week ("every Thursday", "its usual Sunday berth") and a name ("the Sunday Beacon") from a date."""
    before, after = text[max(0, found.start() - 24) : found.start()], text[found.end() :]
    if _HABIT.search(before) or (_SLOT.match(after) and not found["rel"]):
        return True
    return before.endswith((" the ", "The ")) and _OTHER_NAME.match(after) is not None


_DAY_BEFORE = regex(rf"\b(?P<wd>{_WEEKDAY}),? (?:the )?$", re.IGNORECASE)


def _with_weekday(text: str, one: Dated) -> Dated:
    """Keep the weekday of "Friday 8 October", which tells the year where none is said."""
    if one.form not in {"dmy", "mdy"} or "y" in one.groups or "rel" in one.groups:
        return one
    found = _DAY_BEFORE.search(text[max(0, one.start - 16) : one.start])
    return replace(one, groups={**one.groups, "wd": found["wd"]}) if found else one


_THAT_YEAR = regex(r"(?i)^,? (?:of )?(?:that|the same) year\b")
_YEAR_SAID = regex(rf"\b{_YEAR}\b")


def _of_that_year(text: str, one: Dated) -> Dated:
    """Give "22 February of that year" the year that the sentence named last before it."""
    said = one.form in {"dmy", "mdy", "month", "month_range"} and "y" not in one.groups and _THAT_YEAR.match(text[one.end :])
    years = _YEAR_SAID.findall(text[: one.start]) if said else []
    if not years:
        return one
    if one.form == "month":
        return replace(one, form="month_year", groups={"m": one.groups["m"], "ry": years[-1]})
    return replace(one, groups={**one.groups, "y": years[-1]})


def _names_its_day(text: str, one: Dated, after: Dated) -> bool:
    """A weekday that only names the date beside it ("on Thursday, 14 May 2026") is no date of its own."""
    return (
        one.form == "weekday"
        and after.form in {"dmy", "mdy", "numeric", "iso"}
        and text[one.end : after.start].strip(" ,.") == ""
    )


def _small(text: str) -> str:
    """Return the text in small letters, each in its place."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)  # "İ" would be two


_OF_PAGE = regex(
    r"(?i)^(?:by [^.?!]{2,60}[|·•,–—-] ?)?(?:last |first )?(?:updated|published|posted|edited|"
    r"modified)\b.{0,60}$"
)


def each(text: str, published: dt.date | None, *, past: bool) -> Iterator[tuple[Dated, Window]]:
    """Yield the dates of a sentence with the windows they mean; a line that only says when the page was written has none."""
    if _OF_PAGE.search(text):
        return
    for dated in dates(text):
        window = dated.window(published, past=past)
        if window is not None:
            yield dated, window
