"""Scores whose place is named before them, after them or in the sentence's other half; sites no list holds included."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import PERCENT, overlaps
from cliffhanger.claims.names import LOWER, UPPER
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import Pattern, only_for, regex, search

_NAMED = rf"(?P<site>[{UPPER}][{UPPER}{LOWER}]+(?: [{UPPER}][{UPPER}{LOWER}]+)?)"
_MARK = rf"(?:(?P<n>{NUMBER})(?P<per>{PERCENT})|(?<![\d.,/])(?P<p>\d(?:\.\d)?|\d\d)(?!\d|[.,]\d))"
# Such as a 92% rating on ReelTally.
_RATED_ON = regex(
    rf"(?<![\d.,/])(?:{_MARK}) (?:(?:critic|critics[’']|audience|user|viewer|approval|average|fresh|positive|overall) )?"
    rf"(?P<what>rating|score|average|approval|freshness)(?: [a-z]+){{0,3}}? (?:on|at|from) {_NAMED}"
)
# The site is named first: the score on Metacritic stands at 77, its Metascore is 71, on ReelTally it sits at 88 per cent.
_SITE_FIRST = regex(
    rf"(?:\b(?:[Ss]core|[Rr]ating|[Aa]verage|[Aa]pproval)(?: rating| score)? (?:on|at|from|over at) {_NAMED}|"
    rf"\b(?P<own>Metascore|Tomatometer|Popcornmeter|(?:Metacritic|Rotten Tomatoes|IMDb|[A-Z][a-z]+[A-Z][a-z]+) (?:score|"
    rf"rating|average))|\b[Oo](?:n|ver on|ver at) (?P<at>[{UPPER}][{UPPER}{LOWER}]+(?: "
    rf"[{UPPER}][{LOWER}]+)?),? "
    rf"(?:it|[“\"‘][^”\"’.;?!]{{1,40}}[”\"’]|the (?:show|series|season|finale|drama|comedy)|(?:season|series) \w+|both "
    rf"seasons))"
    rf"[^.;?!\d%]{{0,40}}?\b(?:at|of|is|was|to|holds|has|scored|scores|gets|got|averages|averaging|earned|managed|reads)"
    rf" (?:a |an |only |just |exactly |currently |around |about ){{0,2}}{_MARK}(?! ?(?:million|episodes|seasons|"
    rf"countries|p\.?m|a\.?m|viewers))"
)
# What it is set against: where the first managed 84%, against 64 from the public.
_OTHER_SEASON = regex(
    rf"(?i)\b(?:where|while|whereas|and|but|against|compared (?:with|to)|versus|up from|down from|after|with) (?:(?:the|"
    rf"its|a|season|series|only|just)"
    rf" )*(?:(?:first|second|third|fourth|fifth|last|previous|one|two|three|\d)(?: (?:season|series|run|"
    rf"one))?(?:[’']s)? )?(?:(?:managed|had|has|got|"
    rf"scored|earned|held|holds|was at|sits at|sat at|stands at|stood at|at|is on|was on|took|reached|of|only|just) "
    rf")*(?P<n>{NUMBER})(?P<per>{PERCENT})?"
    r"(?P<from> (?:from|among|with|for|by) (?:the )?(?P<who>public|audiences?|viewers|users|critics|fans|reviewers|press))?"
)
_TO = regex(
    r"(?i)\b(?:it[’']s|score|scored|scores|rated|rating|ratings|sits|sat|got|holds|held|stands|stood|has|had|is|dropp?ed "
    r"(?:below|to)|fell (?:below|to)|"
    r"falls|fallen (?:below|to)|never below|above|averag\w+|manag\w+|earn\w+|reach\w+|hover\w+|settled|"
    r"debuted)\b[^.;?!]{0,25}$"
)
# "Audiences gave it 8.1", "viewers rate it 64%": no site is named.
_GAVE = regex(
    rf"\b(?P<who>(?i:audiences?|viewers|users|fans|critics|reviewers|the (?:public|press)))(?: there| on \w+| have| "
    rf"has| had)?(?: only| still)? (?i:g[ia]ven?|"
    rf"rated?|scored?) (?i:it|them|the (?:show|series|season|drama|finale|first|second|third)(?: season| series)?|"
    rf"season \w+) (?:an? |just |only |at |"
    rf"around |about )*(?P<n>\d\.\d(?!\d| ?(?:million|m\b|%))|\d{{1,3}}(?={PERCENT}))(?P<per>{PERCENT})?"
)
_ON = regex(
    rf"(?<![\d.,/])(?P<p>\d\.\d|[5-9]\d|[1-4]\d)(?!\d|[.,]\d)(?: points)? (?:on|at|over at|from) "
    rf"(?P<site>[{UPPER}][{UPPER}{LOWER}]{{3,}})\b(?! \d)"
)
# "The MDS rating is sitting at 8.8", "Its CritPile score fell to 61".
_SITES_RATING = regex(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]he show[’']s|[Tt]he series[’'])(?: (?:current|average|overall|latest))? "
    rf"(?P<site>[{UPPER}][{UPPER}{LOWER}]+(?:"
    rf" [{UPPER}][{LOWER}]+)?) (?:rating|score|average|mark|approval)(?: (?:rating|score))?(?: for [^.,;?!]{{2,30}}?)? "
    rf"(?:(?:has|had|now|still|"
    rf"is|was|just|only|currently|already|since|stands?|stood|sits?|sat|sitting|holds?|held|holding|standing|hovers?|hovering|"
    rf"settled|"
    rf"hit|reached|crept|slipped|slid|fell|fallen|dropped|climbed|rose|risen|dipped|at|on|to|up|down|around|about|steady|above|"
    rf"a) )+{_MARK}"
    rf"(?! ?(?:million|viewers|points? (?:up|down|higher|lower)))"
)
# "A 79 from critics on CritPile", "8.4 with viewers on ScreenTally".
_FROM_WHOM = regex(
    rf"(?<![\d.,/])(?:{_MARK}) (?:from|with|among) (?:the )?(?P<who>critics|reviewers|viewers|users|audiences|voters|fans)"
    rf"(?: (?:polled|surveyed|who vote))?(?: (?:on|at|over at|by)) {_NAMED}"
)
# "It stands at 74 per cent on CritPile": the capital within its name marks a site that no list holds.
_AT_PER_CENT = regex(
    rf"(?<![\d.,/])(?P<n>\d{{1,3}})(?P<per>{PERCENT}) (?:on|at|over at|from) "
    rf"(?P<site>[{UPPER}][{LOWER}]+[{UPPER}][{UPPER}{LOWER}]+)\b"
)
_OF_VIEWING = (
    r"(?i)\b(?:viewers|share|nationwide|households|18-49|demo|overnights?|nielsen|barb|gauge|ibope|auditel|kantar|mediametrie|"
    r"slot|"
    r"million|credit|energy|hygiene|safety|stock|analyst)\b"
)
_BEGAN = regex(
    rf"(?i)\b(?:having|after) (?:(?:first )?(?:begun|started|opened|launched|debuted|beginning|starting|opening)|been|had|"
    rf"peaked)(?: out| life)? "
    rf"(?:on|at|with) (?:an? |just |only |around )?(?P<n>\d\d?(?:\.\d)?)(?P<per>{PERCENT})?(?=[.,;)]|$| (?:and|but|in|when|two|"
    rf"a|last)\b)"
)
_OWN = {"Metascore": "Metacritic", "Tomatometer": "Rotten Tomatoes", "Popcornmeter": "Rotten Tomatoes"}
DAYS = (
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|"
    r"December|Christmas|Easter|Channel|Season|Series|Episode|BBC|ITV|Netflix)"
)
_PRAISE = r"(?i)critic|review|score|rating|rated|approval|audience|metascore|tomato|fresh|praise|percent|per cent|%"


@only_for(_RATED_ON, _SITE_FIRST, _ON, _SITES_RATING, _FROM_WHOM, _AT_PER_CENT, _GAVE, _OTHER_SEASON, _BEGAN)
def named_scores(place: Place, used: list[tuple[int, int]], scored: list[Found]) -> Iterator[Found]:
    """Find scores that the plain forms miss; ``used`` are the places of numbers read, ``scored`` what was found of them."""
    text = place.text
    if not search(r"\d|per ?cent", text):
        return
    found_here = list(scored)
    for pattern in (_RATED_ON, _SITE_FIRST, _ON, _SITES_RATING, _FROM_WHOM, _AT_PER_CENT):
        for found in pattern.finditer(text) if _may(text, pattern) else ():
            groups = found.groupdict()
            site = groups.get("site") or groups.get("own") or groups.get("at") or ""
            raw = groups.get("n") or groups.get("p") or ""
            value = number(raw)
            span = found.span("p") if groups.get("p") else found.span("n")
            site = _OWN.get(site, site).removesuffix(" score").removesuffix(" rating").removesuffix(" average")
            if value is None or value > 100 or overlaps(span, used) or search(DAYS, site) or place.context.is_network(site):
                continue
            if pattern is _ON and not (
                _TO.search(text[: found.start()]) and (search(_PRAISE, text + site) or search(r"[a-z][A-Z]", site))
            ):
                continue
            if pattern is _SITES_RATING and search(_OF_VIEWING, text[found.start() : found.end() + 25]):
                continue
            used.append(span)
            per = bool(groups.get("per"))
            near = "users" if pattern is _SITES_RATING and not per and value <= 10 else found[0]
            claim = _scored(found.start(), found.end(), site, raw, value, percent=per, near=near)
            found_here.append(claim)
            yield claim
    for found in _GAVE.finditer(text) if search(r"\bg[ia]ve|\brated?\b|scored", text) else ():
        value = number(found["n"])
        if value is not None and value <= 100 and not overlaps(found.span("n"), used):
            used.append(found.span("n"))
            near = found["who"] if search(r"(?i)critic|review|press", found["who"]) else "audience"
            yield _scored(found.start(), found.end(), "unknown", found["n"], value, percent=bool(found["per"]), near=near)
    if found_here:
        yield from _others(text, used, found_here[0])
        yield from _former(text, used, found_here[0])


def _may(text: str, pattern: Pattern) -> bool:
    if pattern is _SITES_RATING or pattern is _FROM_WHOM or pattern is _AT_PER_CENT:
        return True
    if pattern is _RATED_ON:
        return search(r"rating|score|average|approval|freshness", text) is not None
    return search(r" (?:on|at|from) [A-Z]|Metascore|meter|score|rating|average|[Oo]n [A-Z]", text) is not None


def _others(text: str, used: list[tuple[int, int]], first: Found) -> Iterator[Found]:
    """The other half of a comparison: its site is that of the first, and a bare number needs somebody who gave it."""
    for found in _OTHER_SEASON.finditer(text):
        value = number(found["n"])
        if search(r"(?i)chance|odds|likelihood|^ stayed|^ of (?!critic|review)", text[found.end() : found.end() + 40]):
            continue
        if value is None or not 1 < value <= 100 or overlaps(found.span("n"), used) or not (found["per"] or found["from"]):
            continue
        if (
            search(
                r"(?i)^[^.;]{0,14}\b(?:share|viewers|rating share|on the (?:previous|first|last))\b", text[found.end("n") + 1 :]
            )
            and not found["from"]
        ):
            continue
        used.append(found.span("n"))
        who = found["who"] or ""
        near = who or str(first.value.get("who"))
        yield _scored(
            found.start(), found.end(), str(first.value.get("site")), found["n"], value, percent=bool(found["per"]), near=near
        )


def _former(text: str, used: list[tuple[int, int]], first: Found) -> Iterator[Found]:
    """What a score was before, in the same count as it is now: "stands at 74 per cent, having begun on 61"."""
    for found in _BEGAN.finditer(text, first.end):
        value, now = number(found["n"]), first.value.get("value")
        if value is None or not isinstance(now, int | float) or overlaps(found.span("n"), used):
            continue
        percent = bool(found["per"]) or str(first.value.get("raw")).endswith("%")
        used.append(found.span("n"))
        site, near = str(first.value.get("site")), str(first.value.get("who"))
        yield _scored(found.start(), found.end(), site, found["n"], value, percent=percent, near=near)


def _scored(start: int, end: int, site: str, raw: str, value: float, *, percent: bool, near: str) -> Found:
    audience = search(r"(?i)audience|viewer|user|public|fans|popcorn|imdb|letterboxd", near + site) is not None
    scale = value if percent else of_hundred(value)
    return Found(
        "score",
        start,
        end,
        {"site": site, "who": "audience" if audience else "critic", "raw": f"{value:g}%" if percent else raw, "value": scale},
        past=True,
    )


def of_hundred(value: float, top: float | None = None) -> float:
    """Put a score on the scale of 0 to 100, to a tenth. Where no top is told, one up to 10 is out of 10, any other of 100."""
    if top is None and value > 10:
        return value
    return round(100 * value / (top or 10), 1)
