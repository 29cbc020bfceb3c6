"""What a series comes from, in plain words: a remake of another one, what it began as, the book that forms its basis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.homes.origins import MEDIUM
from cliffhanger.claims.names import FULL_NAME, TITLE_NAME
from cliffhanger.claims.patterns import Rules, live, only_for, regex
from cliffhanger.claims.seasons_said import season_of

_SHOW = rf"(?:\b(?:[Ii]t|[Tt]he (?:[\w-]+ )?(?:{KIND_OF_SHOW}|story|idea|concept))|[”’\"])"
_NATION = r"(?:[A-Z][\w.-]+(?:-language)? )?"
_SORT = (
    rf"(?:(?:[a-z-]+|\d{{4}}s?|hit|cult|classic) ){{0,3}}?(?P<medium>{KIND_OF_SHOW}|films?|movies?|telenovela|format|web ?series|"
    rf"gameshow|game show|K-drama|{MEDIUM})"
)
_OTHER = rf"(?P<title>[“‘\"][^”’\"]{{2,60}}[”’\"]|{TITLE_NAME})"
_REMAKE = regex(
    rf"(?:{_SHOW} (?:is|was|will be|has been|began as|started as) (?:(?:essentially|basically|effectively|in "
    r"fact|actually|itself|also|"
    rf"loosely) )?|[”’\"], |\bas )(?:an?|the) (?:(?:new|loose|faithful|modern|contemporary|big-budget|English-language|"
    r"live-action|limited|gender-swapped|[A-Z][\w.-]+) ){0,3}(?:remake|reboot|re-?imagining|reworking|"
    r"retelling|update|redo|version|"
    rf"relaunch|revival|re-?make) of (?:the |a |an )?{_NATION}(?:{_SORT}(?:,? (?:called |titled )?{_OTHER})?|"
    rf"(?P<only>{_OTHER.replace('<title>', '<bare>')}))"
)
_STARTED = (
    r"(?:web ?series|short films?|radio (?:drama|series|play|comedy)|one-(?:man|woman|person) (?:show|play)|"
    r"stage (?:show|play|musical)|"
    r"fringe (?:show|play)|musical|blog|newspaper column|column|magazine article|fan ?fiction|tweet|Twitter "
    r"thread|sketch|true-crime "
    rf"podcast|{MEDIUM})"
)
_BEGAN = regex(
    rf"{_SHOW} (?:(?:has|had|first|originally|itself|actually|also) )*(?:began|began (?:its )?life|started(?: "
    r"out)?|started (?:its )?life|"
    r"originated|was born|was conceived|has its (?:origins|roots)|had its (?:origins|roots)|traces its "
    r"(?:origins|roots)|grew|grew out|sprang|came|developed|"
    r"emerged) (?:as|in|out of|from|to|with|back to) (?:an?|the|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?[’']s?|her|"
    r"his|their) (?:(?!and\b)[\w’-]+ "
    rf"){{0,3}}?(?P<medium>{_STARTED})\b(?:,? (?P<title>[“‘\"][^”’\"]{{2,60}}[”’\"]))?(?: by (?P<author>{FULL_NAME}))?"
)
_REAL = regex(
    r"\b(?:draws?|drawn|drew|drawing) (?:(?:heavily|loosely|directly|partly) )?(?:up)?(?:on|from) (?:(?:a|the|"
    r"some|many) )?(?:real|true|actual)(?:-life)? "
    rf"(?:events?|life|stor(?:y|ies)|crimes?|cases?|people|history)|"
    rf"(?:\b(?:{KIND_OF_SHOW}|[Ii]t|which|that|[Ss]eason|[Ee]pisodes?)|[”’\"]),? (?:(?:also|will|has|loosely|"
    r"to) )*(?:tells?|told|retells?|recounts?|dramati[sz]es?|chronicles?|recreates?|covers) the (?:true|real|"
    r"real-life|actual) "
    rf"(?:stor(?:y|ies)|events|case|crimes?|lives|life)\b(?: (?:of|behind) [^.;,?!]{{2,40}})?|"
    rf"\bis (?:rooted|grounded|steeped) in (?:real|true|actual)(?:-life)? (?:events|history|life)"
)
_WROTE = regex(
    rf"(?P<author>{FULL_NAME}),? (?:who )?(?:wrote|penned|authored|created|drew|published) (?:the|a) "
    rf"(?:[a-z\d-]+ ){{0,3}}?(?P<medium>{MEDIUM})"
    r"(?:,? (?P<title>[“‘\"][^”’\"]{2,60}[”’\"]),?)? (?:(?:on|from) which (?:it|the (?:\w+ "
    rf")?(?:{KIND_OF_SHOW})|[“‘\"][^”’\"]+[”’\"]) |(?:that|which) "
    rf"(?:inspired|it is based on|it was based on|the (?:{KIND_OF_SHOW}) is based on)|behind (?:it|the {KIND_OF_SHOW}))"
)
_BASIS = regex(
    rf"\b(?:[Tt]he|[Aa]) (?:[a-z\d-]+ ){{0,3}}?(?P<medium>{MEDIUM})(?: "
    rf"(?P<title>[“‘\"][^”’\"]{{2,60}}[”’\"]))? by (?P<author>{FULL_NAME}) "
    r"(?:is|are|was|were|forms?|formed|provides?|provided|serves? as|served as|became|inspired)(?: the| "
    r"an?)?(?: (?:basis|source|inspiration|"
    rf"foundation|starting point|springboard)(?: (?:for|of|behind))?)?(?= (?:it\b|the|this|[“‘\"])|[.,;])"
)
_ADAPTED = regex(
    r"(?:\b(?:[Ss]easons?|[Ss]eries|[Rr]un|[Ss]how|[Dd]rama|[Ii]t)(?: (?:one|two|three|four|five|six|\d))? "
    r"(?:has |had |have |so far |already )*(?:adapted|covered) "
    r"(?:only |just |the events of )*|\b[Oo]nly )(?:(?:the|all|both|most|its|of|first|second|third|fourth|"
    r"fifth|last|final|one|two|three|four|five|six|\d+|"
    rf"entire|whole|original|opening) )+(?P<medium>{MEDIUM})\b(?! (?:and|of) (?:his|her|their))(?P<been>(?: "
    r"have been| has been) adapted(?: so far)?)?"
)
_NO_BOOK = regex(
    r"\b(?:[Tt]here (?:is|was)|[Tt]here[’']s|has|with|had|have) no (?:original |more )?(?:books?|novels?|"
    r"source material|comics?|manga) (?:behind (?:it|the "
    rf"{KIND_OF_SHOW})|to (?:draw (?:on|from)|adapt|follow|fall back on|work from))|\b(?:is|was) not (?:an "
    r"adaptation|a remake|adapted)\b"
)
_MARKS = " “”‘’\"'"


_MADE_FROM = Rules((pattern,) for pattern in (_BEGAN, _WROTE, _BASIS, _ADAPTED))


@only_for(_REMAKE, *(pattern for (pattern,) in _MADE_FROM), _REAL, _NO_BOOK)
def plain_sources(place: Place) -> Iterator[Found]:
    """Find what a series was made from where a remake, a beginning, a basis or real events are spoken of."""
    text, season = place.text, season_of(place.text)
    for found in _REMAKE.finditer(text):
        title = (found["title"] or found["bare"] or "").strip(_MARKS)
        told_of = place.context.article.text[: place.sentence.start]
        if title and place.context.series and title == place.context.series[0] and title in told_of:
            continue  # that is one of this series
        value: dict[str, object] = {"title": title} if title else {}
        if found["medium"]:
            value["medium"] = found["medium"]
        yield Found("source_material", found.start() + _skipped(found), found.end(), value, season=season)
    for (pattern,) in live(_MADE_FROM, text):
        for found in pattern.finditer(text):
            said = found.groupdict()
            if pattern is _ADAPTED and found[0].startswith(("Only", "only")) and not found["been"]:
                continue
            value = {key: said[key].strip(_MARKS) for key in ("title", "author", "medium") if said.get(key)}
            end = found.end("author") if pattern is _BASIS else found.end()  # "the source" would be taken for somebody who speaks
            yield Found("source_material", found.start() + _skipped(found), end, value, season=season)
    for found in _REAL.finditer(text):
        yield Found("source_material", found.start(), found.end(), {"gist": "true story"}, season=season)
    for found in _NO_BOOK.finditer(text):
        yield Found("source_material", found.start(), found.end(), {"title": "none"}, season=season)


def _skipped(found: re.Match[str]) -> int:
    """Return how many closing marks and commas stand before what is told."""
    return len(found[0]) - len(found[0].lstrip("”’\"', "))
