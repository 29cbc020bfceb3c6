"""Where a series is made and what it comes from, in the words that go beyond "filmed in" and "based on"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import FULL_NAME, TITLE_NAME, UPPER, fold

PLACE_NAME = rf"[{UPPER}][\w’'-]+(?: (?:de la |de |del |upon |on |am |an der )?[{UPPER}][\w’'-]+){{0,3}}"
_SPOT = rf"(?P<place>{PLACE_NAME}(?: in {PLACE_NAME})?)"
_SET = re.compile(
    rf"\b(?:main sets?|sets? (?:(?:was|were|is|are|has been|have been) )?(?:re)?built|"
    r"(?:built|constructed|recreated|erected) for (?:it|the (?:series|show|drama|programme|production|season))) "
    rf"(?:in|at|outside|near) {_SPOT}"
)
_MOVES = re.compile(
    rf"\b(?i:filming|production|shooting|the shoot|cameras|photography)(?: (?:on|of|for) [^.;?!]{{2,40}}?)? (?:(?:will|"
    rf"would|is|to|has|had|could|"
    rf"may|might|then|later|"
    rf"also|set|now) )*(?:mov(?:e|es|ed|ing)|relocat(?:e|es|ed|ing)|decamp(?:s|ed)?|switch(?:es|ed)?|shift(?:s|ed)?|"
    rf"transfer(?:s|red)?) "
    rf"(?:on |over |back )?(?:from {PLACE_NAME} )?to (?:(?:the )?[a-z]+ (?:in|at|outside|near) )?{_SPOT}"
)
_STANDS_IN = re.compile(
    rf"{_SPOT} (?:(?:is|will|once again|again) )*(?:doubl(?:es?|ed|ing)|st(?:ands?|ood|anding) in) (?:up )?(?:for|"
    rf"as) (?:the )?[{UPPER}]"
)
_OF_TOWN = re.compile(
    rf"\b(?:film(?:ed|s|ing)|shot|shoots|shooting)(?: [a-z]+){{0,2}}? (?:in|on|"
    rf"around) (?:and around )?(?:the )?(?:[a-z]+ )?(?:town|city|village|port|"
    rf"island|region|county|province|district) of {_SPOT}"
)
_INCLUDE = re.compile(
    rf"\b(?i:filming )?[Ll]ocations (?:include|included|are|were) (?P<places>{PLACE_NAME}(?:(?:, | and |"
    rf", and ){PLACE_NAME}){{0,5}})"
)
_SECOND = re.compile(
    rf"\b(?i:shot|filmed|filming|shooting|production)\b[^.;?!]{{0,60}}? (?:in|at|on) (?P<first>{PLACE_NAME}),? and "
    rf"(?:(?:at|on|in) (?:the|a|its) [\w’' -]{{3,30}}? (?:in|outside|near|at)|(?:outside|near|around|"
    rf"on the \w+ coast of)) {_SPOT}"
)
_NO_PLACE = re.compile(
    r"^(?:Season|Series|January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|"
    r"Autumn|Fall|Winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|Episode|Jan|Feb|Oct|Nov|Dec|Sept|COVID)\b"
)
MEDIUM = (
    r"(?:graphic novels?|light novels?|radio play|stage play|short story|short stories|video game|web novel|novels?|novellas?|"
    r"books?|manga|memoirs?|play|podcast|comics?|comic book|webtoon|webcomic|trilogy|bestsellers?|stories|games?|articles?)"
)
_POSSESSED = re.compile(
    rf"(?P<author>{FULL_NAME})[’'](?:s)? (?:(?P<year>\d{{4}}) )?(?:(?!and |of |in |"
    rf"with )[a-z-]+ ){{0,3}}?(?P<medium>{MEDIUM})\b"
    rf"(?: of the same (?:name|title))?(?:,? (?P<title>[“‘]?{TITLE_NAME}))?"
)
_OF_SOURCE = re.compile(r"adapt|\bbased|inspir|premise|volume|turn(?:ed|ing) |drawn|version of|takes its")
_TAKES = re.compile(
    rf"\b(?:tak(?:es?|ing|en) (?:its|their) (?:premise|story|plot|title|inspiration|characters)(?: and \w+)? from|"
    rf"(?:draws?|drawn) (?:up)?(?:on|from)|"
    rf"retell(?:s|ing of)|reimagin(?:es|ing of)|reworks?|expands(?: up)?on) [^.;?!]{{0,60}}?\b{MEDIUM}\b[^.;,?!]{{0,40}}"
)
_CAME_FROM = re.compile(
    rf"\b(?:the|a) {MEDIUM} (?:(?:that|which) )?(?:it|the (?:series|show|drama)) (?:came from|comes from|is based on|"
    rf"was based on|grew out of|"
    rf"started as|began as|is taken from)|\b(?:the|a) {MEDIUM} (?:that|which) inspired (?:it\b|the (?:series|show|drama))|"
    rf"\b[Tt]he source (?:novel|material|book)\b|\b(?:is|was|are)(?:n[’']t| not) (?:taken|adapted|drawn|"
    rf"borrowed) from [^.;?!]{{2,40}}"
)


def more_places(place: Place) -> Iterator[Found]:
    """Find places of filming: where sets stand, where the production moves, what stands in for somewhere else."""
    text, lower = place.text, place.lower
    seen: set[int] = set()
    for words, pattern in (
        (("set", "built", "construct", "recreat", "erect"), _SET),
        ((" to ",), _MOVES),
        (("doubl", " in for"), _STANDS_IN),
        ((" of ",), _OF_TOWN),
        (("location",), _INCLUDE),
        ((" and ",), _SECOND),
    ):
        for found in pattern.finditer(text) if any(word in lower for word in words) else ():
            group = "places" if pattern is _INCLUDE else "place"
            names = re.finditer(PLACE_NAME, found[group]) if pattern is _INCLUDE else [None]
            for one in names:
                name, at = (one[0], found.start(group) + one.start()) if one else (found[group], found.start(group))
                if at not in seen and _may_be_place(place, name):
                    seen.add(at)
                    yield Found("location", at, at + len(name), {"place": name}, season=season_of(text))
            if pattern is _SECOND and _may_be_place(place, found["first"]):
                at = found.start("first")
                yield Found("location", at, found.end("first"), {"place": found["first"]}, season=season_of(text))


def _may_be_place(place: Place, name: str) -> bool:
    context = place.context
    known = context.is_network(name) or context.is_series(name) or name in context.people.values()
    return not known and not _NO_PLACE.match(name) and fold(name) not in context.characters


def more_sources(place: Place) -> Iterator[Found]:
    """Find what a series comes from where a possessive or another verb says it."""
    text, lower = place.text, place.lower
    season = season_of(text)
    if "’s " in text or "'s " in text or "s’ " in text:
        for found in _POSSESSED.finditer(text):
            of_series = found["title"] or found["year"] or " of the same " in found[0] or _OF_SOURCE.search(lower)
            if not of_series and not text[: found.start()].endswith(("from ", "of ")):
                continue  # people have books and plays that nothing was made from
            if place.context.is_network(found["author"]) or text[found.end() :].startswith((" club", " shop", " deal", " tour")):
                continue
            value: dict[str, object] = {"author": found["author"], "medium": found["medium"]}
            if found["title"]:
                value["title"] = found["title"].strip("“‘")
            if found["year"]:
                value["year"] = int(found["year"])
            yield Found("source_material", found.start(), found.end(), value, season=season)
    for pattern in (_TAKES, _CAME_FROM):
        words = (
            ("tak", "draw", "retell", "reimagin", "rework", "expand")
            if pattern is _TAKES
            else ("came", "com", "source", "from", "inspired")
        )
        for found in pattern.finditer(text) if any(word in lower for word in words) else ():
            medium = re.search(MEDIUM, found[0])
            plain = re.search(r"n[’']t |\bnot ", found[0]) is not None
            value = {"title": "none"} if plain else {"medium": medium[0]} if medium else {}
            author = re.search(rf"\bby (?P<name>{FULL_NAME})", text[found.start() : found.end() + 40])
            if author and not plain:
                value["author"] = author["name"]
            yield Found("source_material", found.start(), found.end(), value, season=season)
