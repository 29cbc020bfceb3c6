"""The title grammar: from a title as the publisher writes it to a series and a season number.

One title is read by itself: what a title means never depends on which other titles are on file, because a title
published later must not change what an earlier one meant. What the grammar cannot know from the words stands in
``aliases.toml``; what is no season at all (fights, galas, fireplaces) in ``events.toml``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

from cliffhanger.assumptions import value
from cliffhanger.errors import InternalError

GRAMMAR_VERSION = 2  # raise it when a title may parse differently: parsed copies in workspaces are then made anew
SHORTEST_SERIES_MIN = value("shortest_series")
LATEST_NUMBER = 2100

_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_ROMAN = {r: n for n, r in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], 1)}
_NUMBERS = (
    {word: n for n, word in enumerate(_WORDS, 1)}
    | {word: n for n, word in enumerate(_ORDINALS, 1)}
    | _ROMAN
    | {"l": 1, "ll": 2, "lll": 3}  # roman numerals typed with the letter l
    | {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)}
)
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
_NUMBER = r"(?P<n>\d{1,4}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"

# A season in the languages the publisher prints; each tail is one segment between colons.
_SEASON_WORD = (
    r"(?:season|series|staffel|temporada|saison|stagione|sezon|sezonul|seizoen|s[äæe]song|s[æa]son|kausi|musim|"
    r"sezona|сезон|シーズン|시즌|(?:ال)?موسم|ฤดูกาล|mùa)"
)
_ORDINAL_SEASON = r"(?P<n>\d{1,2}|" + "|".join(_ORDINALS) + r")\s*(?:st|nd|rd|th|ª|º|a|\.)?\s*" + _SEASON_WORD
_CJK_SEASON = r"第\s*(?P<n>\d{1,2}|[一二三四五六七八九十])\s*[季期]"
_PART_WORD = r"(?:part|parte|teil|partie|volume|vol\.?|chapter|book|class|collection|cour|batch)"
_REST = r"(?P<rest>(?:\s*[-–(,].*|\s+.*)?)"
_STRONG = tuple(
    re.compile(rf"(?:the\s+)?{body}{_REST}", re.IGNORECASE)
    for body in (_SEASON_WORD + r"\s*" + _NUMBER + r"\b", _ORDINAL_SEASON + r"\b", _CJK_SEASON, r"s(?P<n>\d{1,2})\b")
)
_WEAK = re.compile(rf"{_PART_WORD}\s*{_NUMBER}\b(?!\s*[-–]\s*\d)(?P<rest>.*)", re.IGNORECASE)
_PART_IN_REST = re.compile(rf"\b{_PART_WORD}\s*(?P<n>\d{{1,2}}|[a-h]|{_ROMANS})\b", re.IGNORECASE)
_LIMITED = re.compile(r"(?:limited|mini)[\s-]?series", re.IGNORECASE)
_GLUED = re.compile(r"(?P<series>.+?)\s+season\s*(?P<n>\d{1,2})", re.IGNORECASE)
_TRAILING = re.compile(r"(?P<series>.*\D)[\s:]\s*(?P<n>[2-9]|ii|iii|iv|vi|vii|viii|ix)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SeasonName:
    """One season as its title names it.

    Attributes
    ----------
    series
        The series as printed, without season and local title.
    key
        The same, folded: equal keys are one series.
    season
        Number of the season; the number of a part, volume or book where nothing else numbers the title.
    part
        Number of the part within the season; null where the title names none.
    label
        ``season``, ``limited``, ``part`` (a part, volume, chapter, book), ``alias`` or ``unnumbered``.
    local_title
        What stood after ``//``; empty where nothing did.
    """

    series: str
    key: str
    season: int
    part: int | None
    label: str
    local_title: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A title that names no season, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Catalogue:
    seasons: dict[str, tuple[str, int, int | None]]
    series: dict[str, str]
    events: tuple[tuple[re.Pattern[str], str], ...]


def series_key(name: str) -> str:
    """Fold a series name: case, accents, punctuation and spaces do not tell two series apart.

    A name of punctuation alone folds to itself, so that no two such names meet in an empty key.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold().replace("&", " and "))
    folded = "".join(ch for ch in plain if ch.isalnum())
    return folded or name.strip().casefold()


def split_local(title: str) -> tuple[str, str]:
    """Cut the local title off: ``"The Glory: Season 1 // 더 글로리: 시즌 1"`` is two titles of one season."""
    main, _, local = title.partition("//")
    seen = "".join(ch for ch in main if unicodedata.category(ch) != "Cf")  # marks of direction and the like, which nobody sees
    return " ".join(seen.split()), " ".join(local.split())


def parse_title(title: str, *, runtime_min: int | None = None, films_mixed: bool = False) -> SeasonName | Refusal:
    """Read one title.

    Parameters
    ----------
    title
        As printed, local title included.
    runtime_min
        Minutes of the whole season, null where not printed. Tells an unnumbered series from a special.
    films_mixed
        Whether the sheet holds films too (2023 H1): words that a film may carry then number nothing.

    Returns
    -------
    The season, or a refusal with its reason; never raises on any text.
    """
    main, local = split_local(title)
    if not main:
        return Refusal("no title")
    catalogue = _catalogue()
    for pattern, reason in catalogue.events:
        if pattern.search(main):
            return Refusal(reason)
    alias = catalogue.seasons.get(series_key(main))
    if alias is not None:
        series, number, part = alias
        return _named(series, number, part, "alias", local)
    numbered = _numbered(main, local, films_mixed=films_mixed)
    return numbered or _unnumbered(main, local, runtime_min=runtime_min, films_mixed=films_mixed)


def _named(series: str, number: int, part: int | None, label: str, local: str) -> SeasonName | Refusal:
    shown = series.strip(" :,-–") or series
    shown = _catalogue().series.get(series_key(shown), shown)
    if not series_key(shown):
        return Refusal("no title")
    if not 1 <= number <= LATEST_NUMBER:
        return Refusal(f"season number {number} cannot be")
    return SeasonName(shown, series_key(shown), number, part, label, local)


def _value(text: str) -> int:
    if text.isdecimal():
        return int(text)
    # To a pattern without case the Turkish letters are an i, and the long s is an s; to lower() they are not.
    plain = text.replace("İ", "i").replace("ı", "i").casefold()
    return _NUMBERS.get(plain) or "abcdefgh".index(plain) + 1  # "Part B" is part 2


def _numbered(main: str, local: str, *, films_mixed: bool) -> SeasonName | Refusal | None:
    segments = main.split(": ")
    for at, segment in enumerate(segments[1:], 1):
        series = ": ".join(segments[:at])
        for strong in _STRONG:
            if found := strong.fullmatch(segment.strip()):
                inner = _PART_IN_REST.search(" ".join([found["rest"], *segments[at + 1 :]]))
                return _named(series, _value(found["n"]), _value(inner["n"]) if inner else None, "season", local)
        if _LIMITED.fullmatch(segment.strip()):
            return _named(series, 1, None, "limited", local)
    if not films_mixed and (glued := _GLUED.fullmatch(main)):  # "Open Season 2" is a film
        return _named(glued["series"], _value(glued["n"]), None, "season", local)
    for at in range(len(segments) - 1, 0, -1):
        if found := _WEAK.fullmatch(segments[at].strip()):
            return _named(": ".join(segments[:at]), _value(found["n"]), None, "part", local)
    return None


def _unnumbered(main: str, local: str, *, runtime_min: int | None, films_mixed: bool) -> SeasonName | Refusal:
    if films_mixed:
        return Refusal("no season number on a sheet that holds films too")
    if runtime_min is None:
        return Refusal("no season number, and no runtime to tell a series from a special")
    if runtime_min < SHORTEST_SERIES_MIN:
        return Refusal("no season number and under 2.5 hours: a special")
    if found := _TRAILING.fullmatch(main):
        return _named(found["series"], _value(found["n"]), None, "unnumbered", local)
    return _named(main, 1, None, "unnumbered", local)


@cache
def _catalogue() -> _Catalogue:
    here = resources.files(__package__)
    aliases = tomllib.loads((here / "aliases.toml").read_text(encoding="utf-8"))
    events = tomllib.loads((here / "events.toml").read_text(encoding="utf-8"))
    seasons: dict[str, tuple[str, int, int | None]] = {}
    for series, titles in aliases["seasons"].items():
        for title, number in titles.items():
            key = series_key(title)
            if key in seasons:
                raise InternalError(f'aliases.toml names "{title}" twice', remedy="Keep one of the two lines")
            season, part = (number, None) if isinstance(number, int) else (number[0], number[1])
            seasons[key] = (series, season, part)
    spellings = {series_key(other): shown for shown, others in aliases["series"].items() for other in others}
    patterns = tuple((re.compile(row["pattern"], re.IGNORECASE), row["reason"]) for row in events["event"])
    return _Catalogue(seasons, spellings, patterns)
