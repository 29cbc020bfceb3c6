"""Homes land by land ("on Quill in Canada and Norte in Spain"), homes that are swapped, and where else it was shot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.homes.channels import is_home, never_home
from cliffhanger.claims.kinds.homes.origins import MEDIUM, PLACE_NAME, may_be_place
from cliffhanger.claims.lands import is_land
from cliffhanger.claims.names import FULL_NAME, UPPER, fold, is_person, trimmed
from cliffhanger.claims.patterns import Rules, live, only_for, regex
from cliffhanger.claims.seasons_said import season_of

_NAME = rf"[{UPPER}][\w&-]*\+?(?: (?:[{UPPER}\d][\w&-]*\+?)){{0,3}}(?![’'\w])"
_LAND = (
    rf"(?:(?:the )?(?:rest|remainder) of (?:the )?(?:[{UPPER}][\w-]+|world)|(?:the )?(?:U\.S\.|U\.K\.|[{UPPER}][\w-]+(?: "
    rf"[{UPPER}][\w-]+)"
    rf"{{0,2}})(?:,? and (?:the )?(?:U\.S\.|U\.K\.|[{UPPER}][\w-]+))?)"
)
_BY = r"(?:on|via|through)"
_SHOWN = regex(
    r"(?i)\b(?:air|show|play|stream|broadcast|screen|available|see|carr|launch|premier|debut|open|goes out|go out|land|"
    r"arriv|watch|drop|"
    r"bow|return|release|start|begin|home|rights|sold|licen|get)"
)
# One pair of a chain; the land may stand on either side.
_PAIR = rf"(?:{_BY} (?:the )?(?P<name>{_NAME}) (?:in|across|throughout|for) (?P<land>{_LAND}))"
_FIRST = regex(rf"\b{_PAIR}")
_NEXT = regex(
    rf"(?:,? and|,|;|,? while|,? but|,? with)(?: {_BY})?(?: the)? (?P<name>{_NAME}) (?:in|across|throughout|for) "
    rf"(?P<land>{_LAND})(?=[.,;)]|$| "
    rf"(?:and|from|on|this|next|while)\b)"
)
_TURNED = regex(
    rf"\b(?:in|across|throughout) (?P<land>{_LAND}),? {_BY} (?:the )?(?P<name>{_NAME})(?=[.,;)]|$| (?:and|from|this|next|at|"
    rf"with)\b)"
)
# "The rest of Europe gets it a day later via Plume", "Canadian viewers can see it on Quill".
_GETS = regex(
    rf"(?:\b|^)(?P<land>(?:[Tt]he )?(?:rest of (?:the )?)?[{UPPER}][\w-]+(?: [{UPPER}][\w-]+)?)(?: (?:viewers|audiences|"
    rf"subscribers|fans))? (?:will |can |"
    rf"may |must |has to |have to )?(?:gets?|getting|sees?|seeing|catch(?:es)?|watch(?:es)?|receives?|find|wait)(?: for)? "
    rf"(?:it|the [^.,;?!]{{2,30}}?)"
    rf"(?: [^.;?!]{{1,40}}?)? {_BY} (?:the )?(?P<name>{_NAME})(?=[.,;)]|$| (?:and|from|this|next|at|on)\b)"
)
_SWAPS = regex(
    rf"(?:\b(?i:(?:{KIND_OF_SHOW}|it|season \w+))|[”’\"]) (?:(?:is|has|will|be|was|set|to|now|also) ){{0,3}}(?:leav(?:es?|"
    rf"ing)|left|quit(?:s|ting)?|swap(?:s|"
    rf"ped|ping)?|ditch(?:es|ed|ing)|trad(?:es|ed|ing)|exchang(?:es|ed|ing)|abandon(?:s|ed|ing)?|switch(?:es|ed|ing)) "
    rf"(?:the )?(?P<old>{_NAME}) "
    rf"(?:for|to|behind for|in favou?r of) (?:(?:the |its )?(?:[a-z-]+ ){{1,3}})?(?P<name>{_NAME})"
)
# "Quill has bought it for Canada and Australia": a claim for each land.
_BOUGHT_FOR = regex(
    rf"(?P<name>{_NAME}) (?:(?:has|have|had|also|since|now|will) ){{0,3}}(?:bought|buys|acquired|acquires|picked up|picks "
    rf"up|took|takes|taken|"
    rf"licensed|snapped up|pre-?bought|secured|landed) (?:it|them|(?:the )?(?:[\w-]+ ){{0,2}}?(?:rights|{KIND_OF_SHOW})|"
    rf"both seasons|[“‘\"][^”’\"]{{2,40}}"
    rf"[”’\"]) (?:for|in) (?P<lands>{_LAND}(?:, {_LAND}){{0,4}})"
)


@only_for(_FIRST, _TURNED, _GETS, _SWAPS, _BOUGHT_FOR)
def by_land(place: Place) -> Iterator[Found]:
    """Find homes that stand with their lands, and the home that a series is leaving another for."""
    text = place.text
    if _SHOWN.search(text):
        for first in _FIRST.finditer(text):
            chain = list(_chain(text, first))
            if len(chain) > 1:
                yield from (home for one in chain for home in _home(place, one, one.start("name")))
        for pattern in (_TURNED, _GETS):
            for found in pattern.finditer(text):
                yield from _home(place, found, found.start("land"))
    for found in _SWAPS.finditer(text):
        name = trimmed(found["name"])[0]
        if is_home(place, found["old"]) and _may_be(place, name):
            yield Found("platform", found.start("old"), found.end(), {"name": name}, season=season_of(text))
    for found in _BOUGHT_FOR.finditer(text):
        lands = list(regex(rf"(?:the )?(?:U\.S\.|U\.K\.|[{UPPER}][\w-]+(?: [{UPPER}][\w-]+){{0,2}})").finditer(found["lands"]))
        if len(lands) > 1 and all(is_land(one[0]) for one in lands) and _may_be(place, found["name"]):
            for n, one in enumerate(lands):
                at = found.start("lands") + one.start()
                value = {"name": found["name"], "status": "sold", "territory": one[0].removeprefix("the ")}
                yield Found("platform", at if n else found.start(), at + len(one[0]), value, season=season_of(text))


def _chain(text: str, first: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the pairs of a chain: "on Quill in Canada, Norte in Spain and Tarn in Ireland"."""
    found: re.Match[str] | None = first
    while found:
        yield found
        end = found.end()
        joined = re.search(r",? and (?:the )?[^ ]+$", found["land"])
        found = _NEXT.match(text, end) or (_NEXT.match(text, found.start("land") + joined.start()) if joined else None)


def _home(place: Place, found: re.Match[str], start: int) -> Iterator[Found]:
    name, land = trimmed(found["name"])[0], found["land"]
    known = land if is_land(land) or " of " in land else re.split(r",? and ", land)[0]
    adjective = re.sub(r"(?:ian|ish|an)$", "", known)
    of_land = is_land(known) or "rest of" in known or (adjective != known and "viewers" in found[0])
    if of_land and _may_be(place, name):
        value = {"name": name, "territory": re.sub(r"^[Tt]he (?!rest)", "", known)}
        yield Found(
            "platform",
            min(start, found.start("name")),
            max(found.end("name"), found.start("land") + len(known)),
            value,
            season=season_of(place.text),
        )


_MONTH = regex(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Season|Series|Episode|"
    r"[A-Z]\w+day)\b"
)


def _may_be(place: Place, name: str) -> bool:
    """Say whether a name may be a home's: known as one, or no person's, land's or series'."""
    if is_home(place, name):
        return True
    context = place.context
    somebody = (
        fold(name) in context.people or fold(name) in context.characters or (" " in name and name in context.people.values())
    )
    return (
        len(name) > 2
        and not _MONTH.match(name)
        and not (somebody or never_home(name) or is_land(name) or context.is_series(name))
    )


_DAYS = regex(
    rf"\bwith (?:(?:just |only )?(?:a|an|one|two|three|four|five|six|several|\d+) (?:[a-z]+ )?(?:days?|weeks?|months?|"
    rf"scenes?|nights?|mornings?)) "
    rf"(?:[a-z]+ )?(?:in|at|on|around) (?P<place>{PLACE_NAME})"
)
_SOMEWHERE_IN = regex(
    r"\b(?:[Ww]e|[Tt]hey)(?:[’']ve| have| had)? (?:shot|filmed|film|shoot|made) (?:it |(?:series|season) \w+ |both seasons |"
    r"the (?:\w+ ){1,2})?in (?:an?|the) "
    rf"(?:[a-z-]+ ){{0,3}}(?:one|[a-z]+) (?:in|near|outside|on) (?P<place>{PLACE_NAME})"
)
_ALMOST = regex(
    r"\b(?:shot|filmed|lensed) (?:almost|nearly|practically|virtually|more or less|for the most part|not far from home) "
    r"?(?:entirely |wholly |exclusively |"
    rf"completely |all )?(?:on location )?(?:in|at|on|around) (?P<place>{PLACE_NAME})"
)
_DUE_IN = regex(
    rf"\b(?i:filming|shooting|the shoot|photography)\b[^.;?!]{{0,70}}? (?:slated|scheduled|planned|set|due|pencilled in|"
    rf"lined up) [^.;?!]{{0,40}}? in "
    rf"(?P<place>{PLACE_NAME}) and (?P<second>{PLACE_NAME})(?=[.,;]|$)"
)
_AWAY = regex(
    rf"\b(?i:cast|crew|unit|cast and crew|team|production|cameras) (?:has|have) been (?:in|at|on|around) "
    rf"(?P<place>{PLACE_NAME}) (?:since|for|all|these)\b[^.;?!]{{2,40}}? "
    r"(?:shooting|filming|making|working)\b"
)
_ON_STAGES = regex(
    rf"\b(?:filmed|shot|filming|shooting)\b[^.;?!]{{0,70}}? and (?:then )?(?:on|at|in) (?:the |a |its )?(?:[a-z]+ "
    rf"){{0,2}}?(?:stages?|studios?|sets?|backlots?|locations?) "
    rf"(?:in|at|near|outside|around) (?P<place>{PLACE_NAME})"
)
_OF_FILMING = regex(r"(?i)\b(?:film|shot|shoot|location|photograph)")
_WHERE = Rules((pattern,) for pattern in (_DAYS, _SOMEWHERE_IN, _ALMOST, _DUE_IN, _AWAY, _ON_STAGES))


def places_by_the_way(place: Place) -> Iterator[Found]:
    """Find places of filming that are named beside another, with days or in a building."""
    for (pattern,) in live(_WHERE, place.text):
        for found in pattern.finditer(place.text) if _OF_FILMING.search(place.text) else ():
            for group in ("place", "second"):
                name = found.groupdict().get(group)
                if name and may_be_place(place, name):
                    at = found.start(group)
                    yield Found("location", at, at + len(name), {"place": name}, season=season_of(place.text))


_ROOTS = regex(
    rf"\b(?:has|have|had|having|finds?|found|with) (?:its|their|all its) (?:roots|origins?|beginnings|basis|source|"
    rf"inspiration|starting point) in "
    rf"(?:(?P<author>{FULL_NAME})[’']s? |(?:the|an?) )(?:(?P<year>\d{{4}}) )?(?:[a-z-]+ ){{0,2}}?(?P<medium>{MEDIUM}|"
    rf"story)\b(?:,? (?:called |titled )?[“‘\"]"
    rf"(?P<title>[^”’\"]{{2,60}}?)[,.]?[”’\"])?(?: (?:by|of) (?P<by>{FULL_NAME}))?"
)
_ADAPTS = regex(
    rf"\b(?:adapt(?:s|ed|ing)|adaptations? of|dramati[sz](?:es|ed|ing)) (?:(?:all|both|some) (?:of )?)?(?:the|two|three|"
    rf"four|five|several|\d) (?:[a-z-]+ ){{0,2}}?"
    rf"(?P<medium>{MEDIUM}) (?:of|by) (?:(?:the )?(?:[a-z-]+ ){{1,3}})?(?P<by>{FULL_NAME})"
)
_FROM_BOOK = regex(
    rf"\b(?:adapted|drawn|taken|written|scripted|drama|series|thriller)(?: [^.;?!]{{1,40}}?)? from (?:the|an?|his|her|"
    rf"their) (?:(?P<year>\d{{4}}) )?(?:[\w-]+ ){{0,3}}?"
    rf"(?P<medium>{MEDIUM}|story)(?:,? [“‘\"](?P<title>[^”’\"]{{2,60}}?)[,.]?[”’\"])? (?:of|by) (?:(?:the )?(?:[a-z-]+ "
    rf"){{1,3}})?(?P<by>{FULL_NAME})"
)
_MYTH = regex(
    r"\b(?:retell(?:s|ing of)|reimagin(?:es|ing of)|moderni[sz](?:es|ation of)|reworks|updates) (?:the|an?) (?:[\w-]+ "
    r"){0,2}?(?P<medium>myths?|legends?|folk ?tales?|"
    r"fairy ?tales?|fables?|ballad|epic|saga) of [A-Z][^.,;?!]{2,30}"
)
_SOURCES = Rules((pattern,) for pattern in (_ROOTS, _ADAPTS, _FROM_BOOK, _MYTH))


def sources_by_the_way(place: Place) -> Iterator[Found]:
    """Find the book, story or myth that a series has its roots in or is drawn from."""
    for (pattern,) in live(_SOURCES, place.text):
        for found in pattern.finditer(place.text):
            said = {key: one for key, one in found.groupdict().items() if one}
            author = said.get("author") or said.get("by")
            value: dict[str, object] = {key: said[key] for key in ("title", "medium") if key in said}
            value |= {"author": author} if author and is_person(author) else {}
            value |= {"year": int(said["year"])} if "year" in said else {}
            if len(value) > 1 or pattern is _MYTH or pattern is _ROOTS:
                yield Found("source_material", found.start(), found.end(), value, season=season_of(place.text))
