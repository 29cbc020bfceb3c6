"""Makers by credits, hires and asides: "gets a writing credit", "turned to X to direct", "the drama, which X created"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.by_craft import HELP, SOME_NAMES
from cliffhanger.claims.kinds.crew.jobs_told import ELSEWHERE
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW, last_named
from cliffhanger.claims.kinds.crew.names import COMPANY, NAMES, ROLE, each, is_organisation, role_of
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, fold
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_WHO = rf"(?P<names>{SOME_NAMES})"
_IT = (
    rf"(?:it|them|(?:the|this|that|its|both|all) (?:[\w’-]+ ){{0,3}}?(?:{KIND_OF_SHOW}|seasons?|episodes?|finale|pilot|opener)|"
    r"[“‘\"][^”’\"]{2,40}[”’\"])"
)
_ASIDE = r"(?:, (?:who|whose|the|an?|best known|known|fresh|formerly|previously|late) ?[^,;.?!]{2,90},| \([^()]{2,60}\))?"
# "X gets her first writing credit on episode three", "shares story credit".
_CREDIT = regex(
    rf"{_WHO}{_ASIDE}(?:, (?:hired|promoted|brought in|recruited) [^,;.?!]{{3,60}},)? {HELP}(?:gets?|got|receiv(?:es|ed)|"
    rf"earn(?:s|ed)?|has|have|had|tak(?:es|en)|took|"
    rf"shar(?:es?|ed)|land(?:s|ed)|given|hold(?:s)?) (?:(?:a|the|her|his|their|an|its) )?(?:(?:first|second|third|sole|"
    rf"joint|shared|solo|full|only|maiden|co-|"
    rf"additional|early|main) ?){{0,2}}(?P<what>writing|writer[’']s|script|story|teleplay|directing|director[’']s|"
    rf"directorial|producing|producer|executive producer|editing|"
    rf"creator|created by|composing) credits?\b"
)
_CREDITED = regex(
    rf"{_WHO}{_ASIDE} {HELP}(?:credited|billed|listed|named) as (?:the |an? |its |sole |series )*(?P<role>{ROLE})\b{ELSEWHERE}|"
    rf"(?P<with>{FULL_NAME}) {HELP}credited with (?:the )?(?P<thing>scripts?|screenplay|teleplay|story|direction|music|score)\b"
)
_OF_CREDIT = {
    "dire": "director",
    "prod": "producer",
    "exec": "executive producer",
    "edit": "editor",
    "crea": "creator",
    "comp": "composer",
}
_OF_THING = {"dir": "director", "mus": "composer", "sco": "composer"}
# "Kemal Arslan (episodes 1–3) and Priya Nand (4–6) direct".
_PARTED = regex(
    rf"(?P<all>{FULL_NAME} \([^()]{{1,50}}\)(?:(?:, | and |, and ){FULL_NAME} \([^()]{{1,50}}\)){{1,4}}) "
    rf"{HELP}(?:(?P<verb>direct|writ|wrote|edit|scor)\w*|"
    rf"(?:serve as |act as |return as |join as )?(?:the |its )?(?P<role>{ROLE})\b)"
)
# "The drama, which X created", "the show she created with her brother", "the series X runs".
_WHICH = regex(
    rf"(?:\b(?:[Tt]he|[Tt]his|[Aa]|[Aa]n|its|[A-Z][\w’]+[’']s) (?:[\w-]+ ){{0,3}}?(?:{KIND_OF_SHOW}),? (?:which |that )?|"
    rf"[”’\"],? (?:which|that) )(?P<names>{FULL_NAME}(?:(?:, | and |, and )"
    rf"{FULL_NAME})*|he|she) {HELP}(?P<verb>created|devised|co-created|conceived|developed|wrote|directs|directed|runs|"
    rf"writes)\b(?! (?:by|about|that|off|for the "
    rf"stage)\b)(?=[.,;]| (?:with|for|and|in|alongside|together|from|after|as|last|while|is|was|has|will|on|at|alone|"
    rf"returns|ended|ends)\b|$)"
)
_OF_VERB = {
    "wr": "writer",
    "di": "director",
    "ru": "showrunner",
}
# "X, the man behind the show", "X, one of the show’s writers", "X, the writer of the series".
_BEHIND = regex(
    rf"(?P<names>{NAMES}), the (?:[a-z-]+ ){{0,2}}?(?:man|woman|person|people|brains?|mind|minds|duo|pair|team|couple|force|"
    rf"brain|writer|writers|creator|talent|"
    rf"siblings|brothers|sisters) behind (?:{_IT}|{TITLE_NAME})(?=[.,;]|$)"
)
_ONE_OF = regex(
    rf"(?P<names>{NAMES}|{ONE_NAME}), (?:another |also )?(?:one|both|two|another|some) of (?:the|its|[\w’]+[’']s|"
    rf"series[’']) (?:[\w’-]+ ){{0,3}}?"
    rf"(?P<role>{ROLE})(?=[.,;]| (?:on|of|for|behind|and|who)\b|$){ELSEWHERE}"
)
# "Vela turned to X, a veteran of “Low Water”, to direct".
_TURNED_TO = regex(
    rf"\b(?:turn(?:s|ed|ing) to|look(?:s|ed) to|went to|hir(?:es|ed|ing)|tapp(?:ed|ing)|taps|enlist(?:s|ed|ing)|recruit(?:s|"
    rf"ed|ing)|sign(?:s|ed|ing)(?: up)?|"
    rf"brought in|brings in|bringing in|brought back|brings back|draft(?:s|ed|ing) in|engag(?:es|ed|ing)|pick(?:s|ed)|chose|"
    rf"chosen|nam(?:es|ed)|"
    rf"appoint(?:s|ed)|secur(?:es|ed)|install(?:s|ed)|lin(?:es|ed) up|commission(?:s|ed)|approach(?:es|ed)|court(?:s|ed)) "
    rf"(?:(?:the )?(?:[a-z-]+ ){{1,3}})?"
    rf"(?P<names>{NAMES}){_ASIDE} (?:to (?P<verb>direct|write|pen|script|adapt|rewrite|run|showrun|score|compose|edit|"
    rf"executive[- ]produce|produce|helm|"
    rf"oversee|steer)\b(?! (?:a|an|his|her|their) (?:film|movie|feature|play|novel|book))|as (?:the |its |an? )?(?:new |"
    rf"sole |full-time )?(?P<role>{ROLE})\b{ELSEWHERE})"
)
_VERBS = {
    "dir": "director",
    "hel": "director",
    "wri": "writer",
    "pen": "writer",
    "scr": "writer",
    "ada": "writer",
    "rew": "writer",
    "run": "showrunner",
    "sho": "showrunner",
    "ste": "showrunner",
    "ove": "showrunner",
    "sco": "composer",
    "com": "composer",
    "edi": "editor",
    "exe": "executive producer",
    "pro": "producer",
}
_ASKED_ONLY = regex(r"^(?:approach|court)")
# "X has boarded the series as director".
_BOARDS = regex(
    rf"{_WHO}{_ASIDE} {HELP}(?:board(?:s|ed|ing)?|sign(?:s|ed|ing)? (?:on to|onto|up to)|rejoin(?:s|ed|ing)?) "
    rf"(?P<what>{_IT}) as (?:the |its |an? )?(?:new )?"
    rf"(?P<role>{ROLE})\b"
)
# "X will take over the running of the show from Y".
_RUNNING = regex(
    rf"(?P<names>{FULL_NAME}){_ASIDE} {HELP}(?:tak(?:e|es|en|ing) over|took over|assum(?:e|es|ed|ing)|inherit(?:s|ed|ing)?|"
    rf"tak(?:e|es|en|ing) on|took on|tak(?:e|es|en|"
    rf"ing)|took) (?:(?:the|sole|full|creative|overall|day-to-day|daily) ){{0,3}}(?P<what>running|charge|control|"
    rf"stewardship|show-?running|writing|scripts|directing|"
    rf"direction)(?: duties)? ?(?:of (?P<it>{_IT}))?(?: from (?:the )?(?:[a-z-]+ ){{0,3}}?(?P<old>{FULL_NAME}))?"
)
# "X’s company, Gull Rock, produces".
_OWN_COMPANY = regex(
    rf"(?P<who>{FULL_NAME})[’']s? (?:own |new |production )*(?:company|banner|label|outfit|shingle|studio|production "
    rf"company),? (?P<name>{TITLE_NAME}),? "
    rf"{HELP}(?:co-)?(?:produc(?:es|ing|ed)|mak(?:es|ing)|made|behind|on board|involved)\b"
)
_IS_OF = regex(
    rf"\b(?i:the |its |all the )(?P<thing>music|score|soundtrack|theme tune|scripts?|screenplay|direction|idea|concept) "
    rf"(?:is|are|was|were) (?:all |again |entirely )?"
    rf"(?P<name>{FULL_NAME})[’'](?:s)?(?=[.,;]|$| (?:own|alone|work)\b)"
)
_NEAR = 90


def credited(place: Place) -> Iterator[Found]:
    """Find who is credited with a work, hired for it or named beside it."""
    yield from _by_credits(place)
    yield from _beside_the_show(place)
    yield from _hired(place)


def _each(place: Place, found: re.Match[str], group: str, value: dict[str, str]) -> Iterator[Found]:
    for name, at in each(place, found[group], found.start(group)):
        if fold(name) not in place.context.characters:
            far = found.end() - at > _NEAR
            end = at + len(name) if far and at + len(name) > found.start() else found.end()
            yield Found("crew_role", at, end, {"person": name, **value}, season=season_of(place.text))


@only_for(_CREDIT, _CREDITED, _PARTED, _IS_OF)
def _by_credits(place: Place) -> Iterator[Found]:
    text = place.text
    for found in _CREDIT.finditer(text):
        role = _OF_CREDIT.get(found["what"][:4], "writer")
        yield from _each(place, found, "names", {"role": role})
    for found in _CREDITED.finditer(text):
        role = role_of(found["role"]) if found["role"] else _OF_THING.get(found["thing"][:3], "writer")
        yield from _each(place, found, "names" if found["names"] else "with", {"role": role})
    for found in _PARTED.finditer(text):
        role = role_of(found["role"]) if found["role"] else _VERBS.get(found["verb"][:3], "writer")
        for one in regex(FULL_NAME).finditer(found["all"]):
            at = found.start("all") + one.start()
            if found["all"][one.end() : one.end() + 2] == " (":
                yield Found("crew_role", at, at + len(one[0]), {"person": one[0], "role": role}, season=season_of(text))
    for found in _IS_OF.finditer(text):
        role = "creator" if found["thing"] in {"idea", "concept"} else _OF_THING.get(found["thing"][:3], "writer")
        role = "composer" if found["thing"] in {"soundtrack", "theme tune"} else role
        yield from _each(place, found, "name", {"role": role})


@only_for(_WHICH, _BEHIND, _ONE_OF, _OWN_COMPANY)
def _beside_the_show(place: Place) -> Iterator[Found]:
    text = place.text
    for found in _WHICH.finditer(text):
        role = _OF_VERB.get(found["verb"][:2], "creator")
        if found["names"] in {"he", "she"}:
            name = last_named(place, found.start())
            if name:
                yield Found(
                    "crew_role", found.start("names"), found.end(), {"person": name, "role": role}, season=season_of(text)
                )
            continue
        yield from _each(place, found, "names", {"role": role})
    for found in _BEHIND.finditer(text):
        yield from _each(place, found, "names", {"role": "creator"})
    for found in _ONE_OF.finditer(text):
        yield from _each(place, found, "names", {"role": role_of(found["role"])})
    for found in _OWN_COMPANY.finditer(text):
        if (
            COMPANY.search(found["name"])
            or is_organisation(place, found["name"])
            or fold(found["name"]) not in place.context.people
        ):
            value = {"person": found["name"], "role": "production company"}
            yield Found("crew_role", found.start("name"), found.end(), value, season=season_of(text))


@only_for(_TURNED_TO, _BOARDS, _RUNNING)
def _hired(place: Place) -> Iterator[Found]:
    text = place.text
    for found in _TURNED_TO.finditer(text):
        role = role_of(found["role"]) if found["role"] else _VERBS[found["verb"][:3]]
        if role == "writer" and search(
            r"^ (?:the |its |a |an )?(?:[a-z]+ )?(?:music|score|soundtrack|theme)", text[found.end() :]
        ):
            role = "composer"
        back = search(r"^br\w+ back", found[0])
        state = "in_talks" if _ASKED_ONLY.match(found[0]) else "returning" if back else "joining"
        yield from _each(place, found, "names", {"role": role, "st": state})
    for found in _BOARDS.finditer(text):
        yield from _each(place, found, "names", {"role": role_of(found["role"]), "st": "joining"})
    for found in _RUNNING.finditer(text):
        if not (found["it"] or found["old"] or "duties" in found[0] or "show" in found["what"]):
            continue
        role = {"wri": "writer", "scr": "writer", "dir": "director"}.get(found["what"][:3], "showrunner")
        old = next((name for name, _ in each(place, found["old"], 0)), None) if found["old"] else None
        yield from _each(place, found, "names", {"role": role, "st": "joining"} | ({"replaces": old} if old else {}))
        if old:
            gone = {"person": old, "role": role, "st": "leaving"}
            yield Found("crew_role", found.start("old"), found.end("old"), gone, season=season_of(text))
