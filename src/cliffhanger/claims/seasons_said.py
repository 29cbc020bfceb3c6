"""Where a text names a season: "season 2", "S2", "a third run", "after two seasons", "all three seasons"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER, number, ordinal
from cliffhanger.claims.patterns import Rules, each, live, regex

_RUN = r"(?:seasons?|series|run|instal?lment|cycle|chapter|outing|part|year|cour|batch|volume)"
SEASON = regex(
    (
        rf"\b(?:(?P<named>[Ss]eason|[Ss]eries|SEASON|[Vv]olume) (?P<n>{SMALL_NUMBER})\b(?! (?:times|people|episodes?|years))"
        rf"|S(?P<s>\d{{1,2}})(?:E\d+)?\b"
        rf"|(?P<o>{ORDINAL})(?:[ -](?:and final|and last|and concluding|full|new|eight-episode|ten-episode|[a-z]+-(?:episode|"
        rf"part)))?[ -]{_RUN}\b"
        rf"|(?:a|the|for a|for|its|get a) (?P<bare>second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?= (?:one|and final|"
        rf"and last)\b(?! (?:episode|instal+ment|chapter)\b)|,? (?:and|or) (?:an? |its |the )?{ORDINAL}\b|[.,;?!]|$)"
        rf"|(?P<prev>(?:previous|freshman|debut|inaugural|sophomore|junior|principal|subsequent) (?:season|series|run|"
        rf"outing|year|batch)))"
    ),
    re.IGNORECASE,
)
_AFTER = regex(
    (
        rf"\b(?:after|following)(?: just| only)? (?:(?P<n>{SMALL_NUMBER}) (?:[a-z]+ )?(?:season|series|run)s?|(?:season|"
        rf"series) (?P<l>{SMALL_NUMBER}))\b|"
        rf"\b(?P<m>{SMALL_NUMBER}) seasons?, then"
    ),
    re.IGNORECASE,
)
_AFTER_WORDS = ("after", "following", " then")
_COUNTED = regex(rf"(?i)\b(?P<n>{SMALL_NUMBER}|both)[ -](?:[a-z]+ )?(?:seasons?|series)\b(?! (?:of|premi|finale))")
_SEVERAL = regex(rf"(?i)\b(?:seasons?|series) (?P<n>{SMALL_NUMBER})(?:,? (?:and|to|through|or) |[-–])(?P<m>{SMALL_NUMBER})\b")
_NAMING = Rules((pattern,) for pattern in (SEASON, _SEVERAL, _AFTER, _COUNTED))
_MOST = 60  # seasons: a greater number counts something else
_OF_EPISODES = regex(r"(?i)^ (?:and (?:last|final) )?(?:episode|ep\b|instal)")
_NOUN = regex(r"(?i)[a-z]+$")


@dataclass(frozen=True, slots=True)
class Said:
    """A season that a text names at characters ``start`` to ``end``, and ``how``: by which form of words."""

    start: int
    end: int
    season: int
    how: str


@lru_cache(maxsize=256)  # a sentence is asked for each claim in it, a headline for each of the article
def seasons_in(text: str) -> tuple[Said, ...]:
    """Return where a text names seasons, in order; "after two seasons" names the third, "both seasons" the second."""
    if not live(_NAMING, text):
        return ()
    found = [*_named(text), *_several(text), *_after(text), *_counted(text)]
    return tuple(sorted((one for one in found if 0 < one.season < _MOST), key=lambda one: (one.start, one.end)))


def _named(text: str) -> Iterator[Said]:
    for one in SEASON.finditer(text):
        value = season_number(one)
        if value and not _OF_EPISODES.match(str(text[one.end() : one.end() + 24])):
            yield Said(one.start(), one.end(), value, _how(one))


def _how(found: re.Match[str]) -> str:
    form = next(name for name in ("n", "s", "bare", "prev", "o") if found[name])
    noun = _NOUN.search(found[0]) if form == "o" else None
    return f"{form} {noun[0].lower()}" if noun else form


def _several(text: str) -> Iterator[Said]:
    for one in _SEVERAL.finditer(text):
        values = number(one["n"]), number(one["m"])
        plural = one[0][6:7].lower() == "s"  # "season two and three": the first is named as any other
        for name, value in zip(("n", "m"), values, strict=True):
            if value and (plural or name == "m"):
                yield Said(one.start(name), one.end(name), int(value), "several")


def _after(text: str) -> Iterator[Said]:
    for one in _AFTER.finditer(text):
        value = number(one["n"] or one["m"] or one["l"])
        if value:
            yield Said(one.start(), one.end(), int(value) + 1, "after")


def _counted(text: str) -> Iterator[Said]:
    for one in _COUNTED.finditer(text):
        value = 2 if one["n"].lower() == "both" else number(one["n"])
        if value:
            yield Said(one.start(), one.end(), int(value), "counted")


@lru_cache(maxsize=256)
def season_of(text: str) -> int | None:
    """Return the season that a text names, or None: "season 2", "S2", "a third season", "after one season" (the next)."""
    lower = text.lower()
    after = _AFTER.search(text) if any(word in lower for word in _AFTER_WORDS) else None
    if after:
        count = number(after["n"] or after["m"] or after["l"])
        return int(count) + 1 if count else None
    found = SEASON.search(text)
    return season_number(found) if found else None


def last_season(text: str) -> int | None:
    """Return the season that a text names last: "season 1 came in May and season 2" is followed by what the second did."""
    found = list(SEASON.finditer(text))
    return season_number(found[-1]) if len(found) > 1 else None


def season_number(found: re.Match[str]) -> int | None:
    """Return the number in a match of ``SEASON``."""
    if found["prev"]:
        word = found["prev"].split()[0].lower()
        return {"freshman": 1, "debut": 1, "inaugural": 1, "principal": 1, "sophomore": 2, "junior": 3}.get(word)
    said = found["n"] or found["s"]
    if said:
        value = number(said)
        return int(value) if value and value < 100 else None
    return ordinal(found["o"] or found["bare"] or "")


def focus_of(title: str, texts: Sequence[str]) -> int | None:
    """Return the season that an article is about: the title's, else the first that the text speaks of."""
    titled = season_of(title)
    if titled:
        return titled
    spoken = next((n for found in each(SEASON, texts) if (n := season_number(found))), None)
    over = (number(found["n"] or found["m"] or found["l"]) for found in each(_AFTER, texts))
    return spoken or next((int(count) + 1 for count in over if count), None)
