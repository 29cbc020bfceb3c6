"""The book that a series comes from, in words that other rules do not read, and that it comes from none."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.homes.origins import MEDIUM
from cliffhanger.claims.names import FULL_NAME, TITLE_NAME
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_COMES_FROM = regex(
    rf"\b(?:comes?|came|springs?|drawn|taken|lifted|adapted) (?:freely |loosely |straight |directly )?from (?:an?|the|one) "
    rf"(?:[\w-]+ ){{0,3}}?(?P<medium>{MEDIUM}|diaries|letters|memoir|poem)\b"
    rf"(?:,? (?:(?P<author>{FULL_NAME})[’']s [“‘\"]?(?P<title>{TITLE_NAME})|(?:of|by) (?P<by>{FULL_NAME})))?|"
    rf"\b(?:comes?|came|springs?|drawn|taken|adapted) (?:freely |loosely |straight |directly )?from "
    rf"(?P<owner>{FULL_NAME})[’']s? (?:[\w-]+ ){{0,2}}?(?P<kind>{MEDIUM}|diaries|letters|memoirs?|poems?|journals)\b|"
    rf"(?P<writer>{FULL_NAME})[’']s? (?:\d{{4}} )?(?:novel |book |memoir |play )?[“‘\"](?P<named>{TITLE_NAME})[”’\"],? "
    rf"(?:is|was|were|served as|provided|became) (?:the|its|an?) (?:\w+ )?(?:starting point|inspiration|basis|source|"
    rf"springboard)\b"
)
_AFTER_BOOK = regex(
    rf"(?:^|, |\b(?:scenario|script|series|drama|written|adapted) )[Aa]fter (?:the|an?) (?:(?P<year>\d{{4}}) )?(?:[a-z-]+ "
    rf"){{0,2}}?(?P<medium>{MEDIUM})(?: from (?P<from>\d{{4}}))? (?:by|of) (?P<author>{FULL_NAME})"
)
_FOLLOWS_BOOK = regex(
    rf"\b(?:(?:loosely|closely|faithfully|partly|freely) )?(?:follows|adapts) (?:an?|the|her|his|their) "
    rf"(?:(?P<year>\d{{4}}) )?(?:[a-z-]+ ){{0,2}}?(?P<medium>{MEDIUM})(?: by (?P<author>{FULL_NAME}))?|"
    rf"(?P<whose>{FULL_NAME}),? whose (?:(?P<written>\d{{4}}) )?(?:[a-z-]+ ){{0,2}}?(?P<book>{MEDIUM}) (?:it|the (?:\w+ "
    rf")?{KIND_OF_SHOW}) (?:(?:loosely|closely|faithfully) )?(?:follows|adapts|draws on|is drawn from|is taken from)"
)
_ORIGINAL = regex(
    r"\b(?:[Tt]he|[Ii]ts) (?:story|idea|plot|script|concept) is (?:an? |entirely |wholly |completely )?original\b(?! "
    r"(?:cast|run|title|and|enough|in)\b)|\bis an original (?:story|idea|creation|script)\b|\bnot based on (?:any|a) "
    r"(?:book|novel|true|existing)\b"
)


@only_for(_COMES_FROM, _AFTER_BOOK, _FOLLOWS_BOOK, _ORIGINAL)
def books_told(place: Place) -> Iterator[Found]:
    """Find the book that it comes from, and that it comes from none."""
    text, season = place.text, season_of(place.text)
    for pattern in (_COMES_FROM, _AFTER_BOOK, _FOLLOWS_BOOK):
        for found in pattern.finditer(text):
            said = {key: one for key, one in found.groupdict().items() if one}
            author, year = (
                said.get("author") or said.get("by") or said.get("whose") or said.get("owner") or said.get("writer"),
                said.get("year") or said.get("from") or said.get("written"),
            )
            value: dict[str, object] = {"medium": said.get("medium") or said.get("book") or said.get("kind") or "book"}
            title = said.get("title") or said.get("named")
            value |= (
                ({"title": title} if title else {})
                | ({"author": author} if author else {})
                | ({"year": int(year)} if year else {})
            )
            if (
                pattern is not _COMES_FROM
                or author
                or search(rf"(?i)\b(?:it|story|{KIND_OF_SHOW}|plot)\b", text[: found.start()])
            ):
                yield Found(
                    "source_material",
                    found.start() + len(found[0]) - len(found[0].lstrip(", ")),
                    found.end(),
                    value,
                    season=season,
                )
    for found in _ORIGINAL.finditer(text):
        yield Found("source_material", *found.span(), {"title": "none"}, season=season)
