"""Which series a claim is about: the one named last before it, asides left out, or under whose name it stands in a list."""

from __future__ import annotations

import bisect
import re
from functools import lru_cache

from cliffhanger.claims.context import Context
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import FULL_NAME
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons_said import SEASON, season_number

_LOOKED_BACK = 5_000  # characters: no paragraph is so long, and a flood without breaks costs no more than that
_LEAST_SECTIONS = 3  # series under whose names an article goes on make it a list
# Named only to compare with, or because somebody comes from there: "the most sampled original since “Cold Ledger”", "known for
# “Copper Saints”", "Noh Eun-bi (“Lucky Basement”)", "“Glass Acre” alum Pilar Oyelaran".
_ASIDE = regex(
    r"(?i)\b(?:since|than|ahead of|behind|beating|unlike|like|as did|as with|alongside|(?:best )?known (?:for|from)|"
    r"of (?:the )?(?:hit|cult)|(?:alum|alumn(?:us|a)|veteran|stars?|creator|writer|makers?|producers?|director|team|people|"
    r"company|studio) (?:of|behind)|(?:starred|appeared|seen|played|worked|cast|lead|role|part|credits) (?:\w+ ){0,2}?"
    r"(?:in|on|include)|whose credits include|who made|from the \w+ (?:of|behind)|fame in) (?:the )?[“‘\"'(]?$"
)
_BRACKETED = regex(rf"{FULL_NAME} \((?:formerly |of )?[“‘\"']?$")
_OF_SOMEBODY = regex(
    r"[”’\"']? (?:alum(?:nus|na|ni)?|stars?|veteran|creator|writer|actor|actress|fame|favou?rite|breakout|producer|director|"
    r"show-?runner|graduate|regular|composer|duo|pair|man|woman|boss|lead)\b,? (?:[A-Z]|and [A-Z])"
)
_BESIDE = 60  # characters around a name that say why it is named


def series_at(context: Context, place: Place, found: Found) -> str | None:
    """Return the series that a claim of a sentence is about; None where the article names none."""
    if context.series_pattern is None:
        return None
    said = named_in(context, place.text)
    before = [name for start, name in said if start <= found.end]
    if before or said:
        return before[-1] if before else said[0][1]
    start = place.sentence.start
    block = context.article.text[max(place.sentence.block.start, start - _LOOKED_BACK) : start]
    earlier = [name for _, name in named_in(context, block)]
    return earlier[-1] if earlier else under(context, start) or context.series[0]


def season_above(context: Context, place: Place, series: str | None) -> int | None:
    """Return the season that a paragraph names last before a sentence, since it named another series than this."""
    start = place.sentence.start
    block = context.article.text[max(place.sentence.block.start, start - _LOOKED_BACK) : start]
    named = max((at for at, name in named_in(context, block) if name != series), default=0)
    told = [n for one in SEASON.finditer(block[named:]) if (n := season_number(one))]
    return told[-1] if told else None


@lru_cache(maxsize=8)  # a sentence is asked for each claim in it
def named_in(context: Context, text: str) -> tuple[tuple[int, str], ...]:
    """Return where a text names a series that it may be about: the main one, or another that is no aside."""
    if context.series_pattern is None:
        return ()
    said = [(one, context.series_by_words.get(one[0].lower())) for one in context.series_pattern.finditer(text)]
    return tuple(
        (one.start(), name) for one, name in said if name is not None and (name == context.series[0] or not _is_aside(text, one))
    )


def _is_aside(text: str, named: re.Match[str]) -> bool:
    text = str(text)  # not the parts of a sentence that know their patterns: they are short
    before, after = text[max(0, named.start() - _BESIDE) : named.start()], text[named.end() : named.end() + _BESIDE]
    return bool(_ASIDE.search(before) or _BRACKETED.search(before) or _OF_SOMEBODY.match(after))


def under(context: Context, start: int) -> str | None:
    """Return the series under whose name a place stands, in an article that goes from series to series."""
    sections = context.sections
    if len({name for _, name in sections}) < _LEAST_SECTIONS:
        return None
    at = bisect.bisect_right(sections, start, key=lambda section: section[0])
    return sections[at - 1][1] if at else None
