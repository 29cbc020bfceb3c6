"""Which companies make and sell a series, and who hosts one without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.crew.names import COMPANY, NAMES, each
from cliffhanger.claims.names import FULL_NAME, NOT_NAMES, ONE_NAME, TITLE_NAME, fold, is_person, trimmed
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_IT = rf"(?:it|them|(?:the|its|both|all|this) (?:[\w’-]+ ){{0,3}}?(?:{KIND_OF_SHOW}|seasons?|episodes))\b(?![’'])"
# A name that may be no company's is one where only a company makes what it makes.
_MAKES = (
    regex(
        rf"(?P<name>{TITLE_NAME}), (?:which|who|that) (?:(?:also|has|have|is|now|co-) ?)*"
        rf"(?:makes?|made|produces?|produced|producing|develops|developed) {_IT}"
    ),
    regex(
        rf"(?P<name>{TITLE_NAME}) (?:(?:is|will|also|again|co-) ?)*(?:produces?|producing|makes|making) (?:{_IT} )?for "
        rf"(?=[A-Z])"
    ),
    regex(
        rf"\b(?i:(?:the|its|a) (?:[a-z-]+ )*?(?:production company|production house|producers?|studio|indie|outfit)|"
        rf"production company|producer),? (?P<name>{TITLE_NAME})"
    ),
)
# What a name with a company's word in it does: "a thriller from Fenwick Street Productions".
_FROM = regex(
    rf"(?:\b{KIND_OF_SHOW}|[”’\"]|\b(?:comes|is|it|hails))(?: (?:also|once again|again))?(?: comes| is)? from "
    rf"(?:the )?(?:[a-z-]+ ){{0,3}}(?P<name>{TITLE_NAME}(?: and {TITLE_NAME})?)"
)
_WITH = regex(
    rf"\b(?:in association with|(?:co-?produced|co-?production|partnership|collaboration|produced) (?:is )?"
    rf"(?:with|between|by)|(?i:made) by|bankrolled by|filmed by|backed by) "
    rf"(?:the )?(?:[a-z-]+ ){{0,3}}(?P<name>{TITLE_NAME}(?:(?:, | and |, and ){TITLE_NAME}){{0,3}})"
)
# What is no series and yet has somebody's money behind it: an agency, a prize, a player.
_SPONSORED = regex(
    rf"(?:(?i:\b(?:agenc(?:y|ies)|agents?|festivals?|prizes?|awards?|schemes?|charit(?:y|ies)|funds?|foundations?|"
    rf"competitions?|"
    r"scholarships?|start-?ups?|teams?|clubs?|events?|campaigns?|candidates?|podcasts?|tours?|films?|movies?|plays?|"
    r"exhibitions?|"
    r"theat(?:re|er)s?|act(?:or|ress)(?:es)?|stars?|companies|company|label|academy|school|workshop|lab)(?: [\w’-]+){0,3}?)|"
    rf"{FULL_NAME}),?(?: (?:who|which|that))? ?(?:is |was |are |has been |have been |being |also )*$"
)
_PRODUCED_FOR = regex(rf"\bproduced by {NAMES} (?:for|of|at) (?P<name>{TITLE_NAME})")
_SELLS = regex(
    rf"\b(?:sales|distribution|distributed|licensing)(?: rights)?(?: [^.;,]{{1,40}}?)? (?:handled|managed|overseen|"
    rf"represented|led|held) by (?P<by>{TITLE_NAME})|(?P<name>{TITLE_NAME}) (?:is |will |has been )?"
    rf"(?:handl(?:es?|ing)|distribut(?:es?|ing)|"
    rf"sell(?:s|ing)?|represent(?:s|ing)) (?:(?:the|its|all|worldwide|global|international|overseas|foreign) )*"
    rf"(?:sales|distribution|rights|it\b|{KIND_OF_SHOW})"
)
_HOST = r"(?:co-)?(?:hosts?|presenters?|quizmasters?)"
_HOSTS = (
    regex(
        rf"\b(?:new|its|current|regular|original|returning|longtime|long-time|show[’']s|programme[’']s|series[’']) {_HOST}"
        rf"(?: is| are| will be)?,? (?P<names>{NAMES})"
    ),
    regex(rf"\b(?i:hosted|presented|fronted) by (?:the )?(?:[a-z-]+ ){{0,3}}(?P<names>{NAMES})"),
    regex(
        rf"(?P<names>{NAMES}|{ONE_NAME})(?: will)?(?: also| again| now| once again)? (?P<how>(?:is|are|be|returns?|comes?|"
        rf"remains?|stays?|continues?|takes? over|took over|steps? in|is back|are back)(?: on| back)?) as (?:the |its )?"
        rf"(?:new |sole )?{_HOST}"
    ),
)
_ELSEWHERE = regex(
    r"(?i)\b(?:podcast|radio|awards?|ceremony|gala|panel|event|breakfast|festival|convention|livestream|talk|q&a|evening|"
    r"party)\b"
)
_REPLACED = regex(
    rf"(?:,? (?:who |and )?(?:(?:is|has|will) )?(?:replac\w+|succeed\w+|takes? over from|took over from) )(?P<old>{FULL_NAME})"
)


@only_for(*_MAKES, _PRODUCED_FOR, _FROM, _WITH, _SELLS, *_HOSTS)
def companies(place: Place) -> Iterator[Found]:
    """Find companies by what they make, hosts by what they host."""
    text, _lower = place.text, place.lower
    season = season_of(text)
    for name, start, end in _makers(place):
        if not place.context.is_series(name):
            yield Found("crew_role", start, end, {"person": name, "role": "production company"}, season=season)
    for found in _SELLS.finditer(text):
        name = trimmed(found["by"] or found["name"])[0]
        if not place.context.is_series(name) and fold(name) not in place.context.people:
            yield Found("crew_role", found.start(), found.end(), {"person": name, "role": "distributor"}, season=season)
    yield from _hosts(place, season)


def _makers(place: Place) -> Iterator[tuple[str, int, int]]:
    text, lower = place.text, place.lower
    if any(word in lower for word in ("mak", "produc", "made", "develop", "studio", "outfit", "indie")):
        for pattern in _MAKES:
            for found in pattern.finditer(text):
                name, cut = trimmed(re.split(r" for | and (?=[A-Z]\w+ [A-Z])", found["name"])[0])
                named = "production" in found[0].lower()
                if _company(place, name, sure=pattern is not _MAKES[2] or named):
                    yield name, found.start("name") + cut, found.end()
        for found in _PRODUCED_FOR.finditer(text):
            if COMPANY.search(found["name"]):
                yield found["name"], found.start("name"), found.end()
    for pattern in (_FROM, _WITH):
        for found in (
            pattern.finditer(text) if pattern is _FROM or " with " in text or " by " in text or " between " in text else ()
        ):
            money = found[0].startswith(("backed", "bankrolled"))
            if money and _SPONSORED.search(text[: found.start()]):
                continue
            for name in re.split(r",? and |, | for (?=[A-Z])", found["name"]):
                if COMPANY.search(name) and not place.context.is_network(name):
                    at = text.find(name, found.start("name"))
                    yield name, at, at + len(name)


def _company(place: Place, name: str, *, sure: bool) -> bool:
    """Say whether a name may be a company's: no network's and no person's."""
    if not name or name.lower() in NOT_NAMES or place.context.is_series(name) or fold(name) in place.context.people:
        return False
    if COMPANY.search(name) or search(r"^[A-Z][\w’-]+ & [A-Z][\w’-]+$", name):
        return True
    known_person = name in place.context.people.values() or (len(name.split()) > 1 and is_person(name) and not sure)
    return not known_person and (not place.context.is_network(name) or sure) and (sure or len(name.split()) == 1)


def _hosts(place: Place, season: int | None) -> Iterator[Found]:
    text = place.text
    for pattern in _HOSTS:
        for found in pattern.finditer(text):
            if _ELSEWHERE.search(text[max(0, found.start() - 60) : found.end() + 30]):
                continue
            old = _REPLACED.match(text, found.end())
            new = bool(old) or found[0].startswith("new ") or " new " in found[0] or "took" in found[0] or "take" in found[0]
            back = search(r"return|back|remain|stay|continue", found[0]) is not None
            state = {"st": "returning"} if back else {"st": "joining"} if new else {}
            replaces = {"replaces": old["old"]} if old else {}
            for name, at in each(place, found["names"], found.start("names")):
                value = {"person": name, "role": "host", **state, **replaces}
                yield Found("crew_role", min(at, found.start()), max(at + len(name), found.start()), value, season=season)
            if old:
                value = {"person": old["old"], "role": "host", "st": "leaving"}
                yield Found("crew_role", old.start("old"), old.end("old"), value, season=season)
