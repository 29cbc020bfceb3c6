"""Companies in plain words: "the production company behind the show is Red Anchor", "a Red Anchor production"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.crew.names import COMPANY
from cliffhanger.claims.lands import is_land
from cliffhanger.claims.names import NOT_NAMES, UPPER, fold, is_person, trimmed
from cliffhanger.claims.patterns import Rules, live, only_for, regex
from cliffhanger.claims.seasons_said import season_of

_WORD = rf"[{UPPER}][\w’&-]*(?<![’-])"
_ONE = rf"{_WORD}(?: (?:& |of |the |and the )?{_WORD}){{0,4}}"
_NAME = rf"(?P<name>{_ONE})(?![\w’'])"
_TWO = rf"(?P<name>{_ONE}(?:(?:, | and |, and ){_ONE}){{0,3}})(?![\w’'])"
_FIRM = (
    r"(?:production (?:company|house|outfit|label|banner)|producing (?:company|studio|partner)|(?:lead |main |"
    r"parent |sister )?studio|"
    r"indie|independent producer|company|outfit|producer|animation studio)"
)
_SHOW = rf"(?:it\b|(?:the|this|both|all|its) (?:[\w’-]+ ){{0,3}}?(?:{KIND_OF_SHOW}|seasons?|episodes)\b|[“‘\"])"
_IS = r"(?:is|are|was|were|will be|remains?)(?: still| again| once more| now| also)?"
_SUBJECT = rf"(?:\b(?:[Ii]t|[Tt]he (?:[\w-]+ )?(?:{KIND_OF_SHOW})|[Ss]eason \w+)|[”’\"])"
# Only a company is so called, whatever its name looks like.
_SURE: Rules[str] = Rules(
    (
        (
            "production company",
            regex(
                rf"\b(?i:(?:the |its )?{_FIRM}) (?:behind|responsible for|making|producing|on) "
                rf"(?i:{_SHOW}[^.;,?!]{{0,40}}?) {_IS} (?:the )?{_TWO}"
            ),
        ),
        (
            "production company",
            regex(
                r"(?:\b(?:[Tt]he|[Ii]ts)(?: (?:show|series|drama|programme)[’']s?| series[’'])?|[’']s|s[’']) (?!producer|"
                rf"company){_FIRM} {_IS} {_TWO}"
            ),
        ),
        (
            "production company",
            regex(
                rf"{_NAME} (?:(?:is|are|was|remains|serves as|acts as|will be) )(?:the|a|its|one of the|another) (?:[\w-]+ "
                r")?(?!producer)"
                rf"{_FIRM}(?:s)? (?:behind|of|on|for|making|producing|responsible for) (?i:{_SHOW})"
            ),
        ),
        (
            "production company",
            regex(
                rf"{_NAME} (?:is|serves as|acts as|remains) (?:the|its) (?:lead |producing |production )+(?:studio|company|"
                r"house)(?=[.,;]|$)"
            ),
        ),
        (
            "production company",
            regex(rf"{_NAME} (?:serves|acts) as (?:the )?(?:lead |producing )?(?:studio|production company)\b"),
        ),
        (
            "production company",
            regex(
                rf"\b(?:is|was|as|in|be) an? {_NAME}(?:/{_ONE})? (?:co-)?[Pp]roduction(?=[.,;)]|$| (?:for|in association|"
                r"with|and|made|of)\b)"
            ),
        ),
        ("production company", regex(rf"\b(?:an?|the) (?:co-)?production (?:of|from|by|between) (?:the )?{_TWO}")),
        (
            "production company",
            regex(
                r"\b(?i:production|the making of it) (?:is|was|will be|is being) (?:handled|overseen|managed|led) by "
                rf"{_TWO}"
            ),
        ),
        (
            "production company",
            regex(
                rf"{_NAME} (?:(?:also|has|had|long|still|previously|now) )*(?:produces|produced|makes|made) (?:(?:it|"
                rf"{_SHOW}) )?for (?=[{UPPER}])"
            ),
        ),
        (
            "production company",
            regex(
                rf"{_SUBJECT} (?:is|was|are|being|has been) (?:again |once more )?(?:made|produced|shot) by {_TWO} for "
                rf"(?=[{UPPER}])"
            ),
        ),
        ("production company", regex(rf"(?:^|[;,–—] |[.!?] )[Aa]n? {_NAME}(?:/{_ONE})? (?:co-)?production,")),
        (
            "production company",
            regex(
                rf"(?:\bit|\b[Tt]he (?:[\w-]+ ){{0,2}}?(?:{KIND_OF_SHOW})|[”’\"]|\b[Ss]eason \w+),? (?:which )?(?:is|are|"
                rf"was|were|being|has "
                rf"been|will be) (?:again |also |once more |still )?(?:made|co-?made) (?:for [A-Z][\w+]*(?: [A-Z]\w+)? )?by "
                rf"(?:the )?(?:[A-Z]\w+-based |[a-z-]+ ){{0,3}}?{_TWO}"
                rf"(?=[.,;:)]|$| (?:for|with|in|and|at)\b)"
            ),
        ),
        (
            "production company",
            regex(
                rf"{_NAME}, (?:the|an?|its) (?:[\w-]+ ){{0,2}}?(?:studio|company|indie|outfit|production (?:company|house)|"
                rf"producer) "
                rf"(?:responsible|behind (?:it|the (?:{KIND_OF_SHOW}))|concerned|in question)\b"
            ),
        ),
        (
            "production company",
            regex(
                rf"\b(?i:producers|makers|studio|production (?:company|house)|prodco|indie)(?:,| at)? {_NAME} (?:has |have |"
                rf"had )?(?:also )?"
                r"(?:said|says?|told|tells?|confirmed|confirms|declined|announced|would not|did not|refused)\b"
            ),
        ),
        (
            "production company",
            regex(
                r"\b(?i:(?:streamer|network|channel|broadcaster|cabler) and (?:the )?(?:studio|producers?|production "
                r"company)),? "
                rf"{_NAME}"
            ),
        ),
        ("production company", regex(rf"{_NAME}, (?:who|which|that) (?:also )?(?:makes?|made) (?:it|(?i:{_SHOW}))(?=[.,; ]|$)")),
        (
            "distributor",
            regex(
                rf"{_NAME} (?:is|are|acts as|serves as|was|remains) (?:the |its |an? )?(?:[\w-]+ )?(?:distributor|sales "
                rf"agent|seller)\b(?! of (?!it\b|the (?:{KIND_OF_SHOW})))"
            ),
        ),
        (
            "distributor",
            regex(
                rf"{_NAME} (?:has|holds|owns|retains|controls|handles|took|takes|acquired|secured) (?:the |all |global |"
                r"worldwide |international |overseas |world |foreign |its )*(?:distribution|sales)(?: rights)?\b"
            ),
        ),
        ("distributor", regex(rf"\b(?i:(?:the |its )?(?:[a-z-]+ )?(?:distributor|sales agent)) {_IS} {_NAME}")),
    )
)
# What is said of a company where the name is no person's: "Curlew made it", "Hafenbild, the German co-producer".
_NOBODY = (
    regex(
        rf"{_NAME} (?:(?:also|has|had|again) )*(?:makes|made) (?:it(?=[.,;]|$| for\b)|(?i:{_SHOW})(?=[.,;]|$| (?:for|with|in "
        rf"association)\b))"
    ),
    regex(
        rf"{_NAME}, (?:the|its|an?|another) (?:[\w-]+ ){{0,2}}?(?:co-?produc(?:er|ing partner)|production partner|producing "
        rf"partner|"
        rf"production company|studio|indie|production house)\b(?= |,|\.)(?! (?:boss|head|chief|executive|manager|exec)\b)"
    ),
)
# What people are said to do as well: then they are its producers.
_EITHER = (
    regex(rf"{_NAME} {_IS} behind (?i:{_SHOW})"),
    regex(rf"{_SUBJECT} (?:(?:also|again|once more) )?(?:comes?|hails?|came|is) from {_TWO}(?=[.,;]|$| (?:for|in|with|which)\b)"),
    regex(rf"{_NAME} (?:is|are) attached as (?:an? )?(?:co-)?producers?\b"),
)
NATIONS = regex(
    r"^(?:\w+(?:ish|ese|ian|ean|ch)|Dutch|Welsh|Irish|German|American|Mexican|African|Korean|Indian|Greek|Thai|Swiss|Czech|"
    r"Iraqi|"
    r"Israeli|Pakistani|UK|US|U\.S|U\.K|European|Latin American|North American|West End|Broadway|Hollywood|"
    r"Bollywood|Christmas|Big|New|"
    r"Major|Huge|Full|West|London|Paris|Berlin|Netflix-style|Shakespeare\w*|RSC|Off|Off-Broadway)$"
)


@only_for(_SURE, *_NOBODY, *_EITHER)
def plain_companies(place: Place) -> Iterator[Found]:
    """Find companies by what only they are called, and who a show comes from."""
    text, season = place.text, season_of(place.text)
    for role, pattern in live(_SURE, text):
        for found in pattern.finditer(text):
            if NO_SERIES.search(text[: found.start()]):
                continue
            for name, at in _each(found):
                if _may_be(place, name):
                    start = found.start() if at - found.start() < _NEAR and not found[0].startswith(("”", "’")) else at
                    end = at + len(name) if found.start("name") > found.start() else found.end()
                    yield Found("crew_role", start, end, {"person": name, "role": role}, season=season)
    for pattern in _NOBODY:
        for found in pattern.finditer(text):
            name, cut = trimmed(found["name"])
            nobody = COMPANY.search(name) or not is_person(name) or " " not in name or "&" in name
            if " makes " in found[0] and " " not in name and " for" not in text[found.end() - 4 : found.end() + 5]:
                continue  # "Love makes the show"
            if _may_be(place, name) and nobody and not place.context.is_network(name):
                value = {"person": name, "role": "production company"}
                yield Found("crew_role", found.start() + cut, found.end(), value, season=season)
    for pattern in _EITHER:
        for found in pattern.finditer(text):
            for name, at in _each(found):
                if _may_be(place, name) and not place.context.is_network(name):
                    firm = COMPANY.search(name) or " " not in name or not is_person(name)
                    value = {
                        "person": name,
                        "role": "production company" if firm and " attached " not in found[0] else "producer",
                    }
                    end = at + len(name) if found.start("name") > found.start() else found.end()
                    yield Found("crew_role", at, end, value, season=season)


NO_SERIES = regex(r"\b(?:film|movie|feature|play|musical|album|podcast|advert|commercial|documentary|opera)s? (?:(?:is|was) )?$")
_NEAR = 30  # characters before a name that are still quoted with it


def _each(found: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Yield each name of a list with its place."""
    at = found.start("name")
    for part in re.split(r"(, and |, | and (?!the ))", found["name"]):
        name, cut = trimmed(part)
        if name[:1].isupper():
            yield name, at + cut
        at += len(part)


def _may_be(place: Place, name: str) -> bool:
    """Say whether a name may be a company's: nobody acts under it, no country or series bears it."""
    context = place.context
    somebody = (
        fold(name) in context.players or fold(name) in context.characters or (" " not in name and fold(name) in context.people)
    )
    plain = len(name) < 3 or fold(name) in NOT_NAMES or NATIONS.match(name)
    return not (somebody or plain or context.is_series(name) or is_land(name))
