"""Where a series is made and what it comes from, in the words that go beyond "filmed in" and "based on"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import FULL_NAME, TITLE_NAME, UPPER, fold
from cliffhanger.claims.patterns import Rules, live, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

PLACE_NAME = rf"[{UPPER}][\w’'-]+(?: (?:de la |de |del |upon |on |am |an der )?[{UPPER}][\w’'-]+){{0,3}}"
_NO_MONTH = (
    r"(?!January|February|March|April|May\b|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|"
    r"Season|Series|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_SPOT = rf"(?P<place>{PLACE_NAME}(?: in {_NO_MONTH}{PLACE_NAME})?)"
_SET = regex(
    rf"\b(?:main sets?|sets? (?:(?:was|were|is|are|has been|have been) )?(?:re)?built|"
    r"(?:built|constructed|recreated|erected) for (?:it|the (?:series|show|drama|programme|production|season))) "
    rf"(?:in|at|outside|near) {_SPOT}"
)
_MOVES = regex(
    rf"\b(?i:filming|production|shooting|the shoot|cameras|photography)(?: (?:on|of|for) [^.;?!]{{2,40}}?)? (?:(?:will|"
    rf"would|is|to|has|had|could|"
    rf"may|might|then|later|"
    rf"also|set|now|(?P<not>not)) )*(?:mov(?:e|es|ed|ing)|relocat(?:e|es|ed|ing)|decamp(?:s|ed)?|switch(?:es|ed)?|shift(?:s|ed)?|"
    rf"transfer(?:s|red)?) "
    rf"(?:on |over |back )?(?:from (?P<old>{PLACE_NAME}) )?to (?:(?:the )?[a-z]+ (?:in|at|outside|near) )?{_SPOT}"
)
_TO_ELSEWHERE = regex(  # "the series is not relocating to Iceland", "will move filming from Cardiff to Ghent"
    rf"\b(?:series|show|drama|comedy|thriller|production|sitcom|it) (?:is|was|will|are)(?P<not> not|n[’']t)? (?:also |now |be )?"
    rf"(?:relocat(?:e|ed|ing)|decamp(?:ing)?|upping sticks|uprooted|transplanted) (?:from {PLACE_NAME} )?to {_SPOT}|"
    rf"\b(?:move|moves|moved|moving|shift|shifts|shifted|shifting|relocat(?:e|es|ed|ing)|transfer|transferred|switch|switched) "
    rf"(?:the )?"
    rf"(?:filming|production|shooting|shoot|cameras) (?:from {PLACE_NAME} )?to (?P<new>{PLACE_NAME})"
)
_STANDS_IN = regex(
    rf"{_SPOT} (?:(?:is|will|once again|again) )*(?:doubl(?:es?|ed|ing)|st(?:ands?|ood|anding) in) (?:up )?(?:for|"
    rf"as) (?:the )?[{UPPER}]"
)
_OF_TOWN = regex(
    rf"\b(?:film(?:ed|s|ing)|shot|shoots|shooting)(?: [a-z]+){{0,2}}? (?:in|on|"
    rf"around) (?:and around )?(?:the )?(?:[a-z]+ )?(?:town|city|village|port|"
    rf"island|region|county|province|district) of {_SPOT}"
)
_INCLUDE = regex(
    rf"\b(?i:filming )?[Ll]ocations (?:include|included|are|were) (?P<places>{PLACE_NAME}(?:(?:, | and |"
    rf", and ){PLACE_NAME}){{0,5}})"
)
_SECOND = regex(
    rf"\b(?i:shot|filmed|filming|shooting|production)\b[^.;?!]{{0,60}}? (?:in|at|on) (?P<first>{PLACE_NAME}),? and "
    rf"(?:(?:at|on|in) (?:the|a|its) [\w’' -]{{3,30}}? (?:in|outside|near|at)|(?:outside|near|around|"
    rf"on the \w+ coast of)) {_SPOT}"
)
# Places beside the first one of a shoot: "chiefly in Bergen, with some scenes in Voss", "the unit is working in Bergen".
_BESIDE = regex(
    rf"\b(?:chiefly|mainly|mostly|largely|partly|primarily|principally) (?:in|at|on|around) {_SPOT}|"
    rf"\bwith (?:(?:some|a few|further|additional|most|other|many) )*(?:scenes|exteriors|interiors|sequences|location work|"
    rf"location filming|days|weeks) (?:shot |filmed |set |planned )?(?:in|at|on|around) (?P<second>{PLACE_NAME})"
)
_AT_WORK = regex(
    rf"\b(?:crew|cast|unit|production|team|cameras) (?:(?:is|are|was|were|has been|have been|will be) )(?:currently |now |still |"
    rf"back )?(?:working|based|filming|shooting|in production|at work|back) (?:in|at|on|around) {_SPOT}"
)
_WHERE_SHOT = regex(
    rf"\b[Ii]n {_SPOT}, where (?:it|they|(?:the|its|all|both|most)(?: of the)? (?:[a-z]+ ){{0,3}}(?:seasons?|series|show|"
    rf"episodes|"
    rf"scenes|drama|runs?|exteriors)) "
    rf"(?:was|were|is|are|has been|have been) (?:also |mostly |all )?(?:shot|filmed|made)"
)
_NO_PLACE = regex(
    r"^(?:Season|Series|January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|"
    r"Autumn|Fall|Winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|Episode|Jan|Feb|Oct|Nov|Dec|Sept|COVID)\b"
)
MEDIUM = (
    r"(?:graphic novels?|light novels?|radio play|stage play|short story|short stories|video game|web novel|novels?|novellas?|"
    r"books?|manga|memoirs?|play|podcast|comics?|comic book|webtoon|webcomic|trilogy|bestsellers?|stories|games?|articles?)"
)
_POSSESSED = regex(
    rf"(?P<author>{FULL_NAME})[’'](?:s)? (?:(?P<year>\d{{4}}) )?(?:(?!and |of |in |"
    rf"with )[a-z-]+ ){{0,3}}?(?P<medium>{MEDIUM})\b"
    rf"(?: of the same (?:name|title))?(?:,? (?P<title>[“‘]?{TITLE_NAME}))?"
)
_WHOSE = regex(
    rf"(?P<author>{FULL_NAME}),? (?:whose|on whose|from whose|who wrote the) (?:[a-z\d-]+ ){{0,4}}?(?P<medium>{MEDIUM})\b(?: "
    rf"[^.;?!]{{2,40}}?)? "
    rf"(?:(?:it|the (?:\w+ )?(?:series|show|drama|programme|comedy)|“[^”]{{2,40}}”) (?:is|was) (?:based|adapted|drawn|taken)|"
    rf"(?:is|are|was|"
    rf"were|provides?|inspired|forms?|became) (?:the )?(?:basis|source|inspiration|starting point|foundation|it\b|the "
    rf"(?:series|show)))"
)
_OF_SOURCE = regex(
    r"\b(?:basis|source|foundation|starting point) (?:for|of|behind)\b|adapt|\bbased|inspir|premise|volume|"
    r"turn(?:ed|ing) |drawn|version of|takes its"
)
_TAKES = regex(
    rf"\b(?:tak(?:es?|ing|en) (?:(?:its|their) )?(?:premise|story|plot|title|inspiration|characters)(?: and \w+)? from|"
    rf"(?:draws?|drawn) (?:up)?(?:on|from)|"
    rf"retell(?:s|ing of)|reimagin(?:es|ing of)|reworks?|expands(?: up)?on) [^.;?!]{{0,60}}?\b{MEDIUM}\b[^.;,?!]{{0,40}}"
)
_CAME_FROM = regex(
    rf"\b(?:the|a) {MEDIUM} (?:(?:that|which) )?(?:it|the (?:series|show|drama)) (?:came from|comes from|is based on|"
    rf"was based on|grew out of|"
    rf"started as|began as|is taken from)|\b(?:the|a) {MEDIUM} (?:that|which) inspired (?:it\b|the (?:series|show|drama))|"
    rf"\b[Tt]he source (?:novel|material|book)\b|\b(?:is|was|are)(?:n[’']t| not) (?:taken|adapted|drawn|"
    rf"borrowed) from [^.;?!]{{2,40}}"
)


_LAND = (
    r"(?:docks?|docklands|coast|estate|waterfront|quays?|quayside|border|peninsula|moors?|islands?|marsh(?:es)?|cliffs?|"
    r"estuary|hills|"
    r"mountains|seafront|harbour|valley|river|canal|lakes?|studios?|stages|backlot|campus|market|shipyards?|beach(?:es)?|"
    r"fens?|downs)"
)
_ON_THE = regex(
    rf"\b(?i:filmed|shot|filming|shooting|films|shoots)(?: [a-z]+){{0,2}}? (?:on|at|in|along|around|near|across) the "
    rf"(?P<place>{PLACE_NAME} "
    rf"{_LAND})\b"
)
_A_SET = regex(
    rf"\b(?i:is|are|was|were) (?:actually |really |in fact |now )?(?:an? (?:\w+ )?set|(?:\w+ )?sets) (?:built "
    rf")?(?:in|at|near|outside) {_SPOT}"
)
_OF_LAND = regex(
    r"(?:County|North|South|East|West|New|San|Santa|Los|Las|St|Port|Lake|Mount|Cape|Isle|Great|Upper|Lower|Central|Fort|Loch|"
    r"Glen|Castle|"
    r"Rio|El|La|Le|Bad|Ben|Inner|Outer|Isles?) "
)
_STANDS = regex(
    rf"^(?:[*•–—-] ?)?(?:The|Its|Their|Her|His) (?:[\w’-]+ ){{0,4}}?(?:church|village|green|house|pub|diner|motel|farm|"
    rf"farmhouse|school|"
    rf"hospital|hotel|castle|manor|station|lighthouse|harbour|bakery|prison|courthouse|hall|cottage|mansion|office|offices|"
    rf"shop|street|streets|"
    rf"bridge|mill|abbey|chapel|market|square|garage|restaurant|bar|beach|lake|forest|exteriors?|interiors?|scenes?|sets?|"
    rf"library|museum|"
    rf"caf[eé]|theatre|pier|cathedral|woods?|bungalow|palace|convent|university|college|factory|clinic|bank|quarry)"
    rf"(?: [^.;?!,]{{2,30}}?)? (?:is|are|was|were)(?: (?:actually|really|in fact|all|both|a \w+))? (?:in|at|near|outside|just "
    rf"outside) {_SPOT}"
)
_OF_PLACES = regex(r"(?i)\b(?:film(?:ed|ing|s)?|shot|shoots?|shooting|locations?|on set)\b")


def _standing(place: Place) -> Iterator[Found]:
    """Where a building of the series stands: "The church is in Louth", where the lines before speak of the filming."""
    found = _STANDS.match(place.text) if len(place.text) < _SHORT else None
    noted = found and place.context.is_recap and place.sentence.block.kind == "item" and not place.text[found.end() :].strip(" .")
    if found and may_be_place(place, found["place"]) and (noted or any(_OF_PLACES.search(one.text) for one in place.before[-4:])):
        yield Found("location", found.start("place"), found.end("place"), {"place": found["place"]}, season=season_of(place.text))


_SHORT = 110  # characters of a line in a list of places


_PLACES = (_SET, _MOVES, _TO_ELSEWHERE, _STANDS_IN, _OF_TOWN, _INCLUDE, _SECOND, _ON_THE, _BESIDE, _AT_WORK, _WHERE_SHOT, _A_SET)


_TOLD = Rules((pattern,) for pattern in _PLACES)


def more_places(place: Place) -> Iterator[Found]:
    """Find places of filming: where sets stand, where the production moves, what stands in for somewhere else."""
    text = place.text
    yield from _standing(place)
    seen: set[int] = set()
    for (pattern,) in live(_TOLD, text):
        for found in pattern.finditer(text):
            if pattern is _BESIDE and not _OF_PLACES.search(place.lower):
                continue
            stays = bool(found.groupdict().get("not"))
            for at, name in _each_place(found):
                if at not in seen and may_be_place(place, name):
                    seen.add(at)
                    yield Found("location", at, at + len(name), {"place": name}, "-" if stays else "+", season=season_of(text))


def _each_place(found: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Return where each place of a match begins, and its name; a group "places" is a list."""
    for group, said in found.groupdict().items():
        if group == "not":
            continue
        if said and group == "places":
            yield from ((found.start(group) + one.start(), one[0]) for one in regex(PLACE_NAME).finditer(said))
        elif said:
            yield found.start(group), said


def may_be_place(place: Place, name: str) -> bool:
    """Say whether a name may be a place's: no network's, series', person's or character's."""
    context = place.context
    person = name in context.people.values() and not _OF_LAND.match(name)
    known = context.is_network(name) or context.is_series(name) or person
    return not known and not _NO_PLACE.match(name) and fold(name) not in context.characters


@only_for(_POSSESSED, _WHOSE, _TAKES, _CAME_FROM)
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
    for found in _WHOSE.finditer(text):
        yield Found(
            "source_material", found.start(), found.end(), {"author": found["author"], "medium": found["medium"]}, season=season
        )
    for pattern in (_TAKES, _CAME_FROM):
        for found in pattern.finditer(text):
            medium = regex(MEDIUM).search(found[0])
            if "source" in found[0] and regex(rf"\b{MEDIUM} by ").search(text, found.end()):
                continue  # "the source material is a manga by": what follows says it
            plain = search(r"n[’']t |\bnot ", found[0]) is not None
            value = {"title": "none"} if plain else {"medium": medium[0]} if medium else {}
            author = regex(rf"\b(?:by|of) (?P<name>{FULL_NAME})").search(text[found.start() : found.end() + 40])
            if author and not plain:
                value["author"] = author["name"]
            yield Found("source_material", found.start(), found.end(), value, season=season)
