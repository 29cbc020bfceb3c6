"""Who would take a series, has taken it, or where it was sold: a named home in the words that do not begin with "on"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity, Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.homes.channels import NOUN, TERRITORY, is_home, last_home
from cliffhanger.claims.lands import is_land
from cliffhanger.claims.names import TITLE_NAME, UPPER, fold, trimmed
from cliffhanger.claims.patterns import only_for, regex
from cliffhanger.claims.seasons_said import season_of

_NAME = rf"(?P<name>{TITLE_NAME})"
_IT = (
    rf"(?:it\b|(?:the|its|our|their|your) (?:\w+ )?(?:{KIND_OF_SHOW}|rights)\b|(?:the )?rights\b|[“‘]|a (?:\w+ )?season\b|more\b)"
)
_TAKE = (
    r"(?:take(?: over| on)?|pick up|save|rescue|revive|acquire|buy|license|continue|carry on|co-produce|co-finance|finance|"
    r"order|make|bring back|give (?=it))"
)
_LED = r"(?:(?:has|have|had|is|was|been|also|already|now|reportedly|said to be|believed to be|understood to be|still) )*"
_WANTS = regex(
    rf"{_NAME} (?:{_LED}(?:asking|enquiring|inquiring|asked|enquired|inquired) (?:about|after) {_IT}|"
    rf"{_LED}wants? (?:to {_TAKE} )?{_IT}|"
    rf"{_LED}(?:interested in|circling|sniffing around|keen on|keen to {_TAKE}|eyeing|looking (?:at|to {_TAKE})|"
    rf"considering|after|"
    rf"bidding for|hoping to {_TAKE}|wooing|courting) (?:picking up |buying |taking (?:on |over )?)?{_IT}|"
    rf"(?:has |have |had )?(?:made an offer|put in (?:a bid|an offer)|expressed (?:an )?interest|shown (?:an )?interest)\b)"
)
_TALKS = regex(
    rf"(?:{_NAME}|\b[Ii]t) (?:is|was|has been|are)(?P<not> not|n[’']t)? "
    r"(?:(?:reportedly|said to be|understood to be|now|also|still) )*in (?:\w+ )?(?:talks|discussions|negotiations) "
    rf"(?:to {_TAKE} |about (?:taking (?:on |over )?|buying |saving |reviving )?|over |for )(?:{_IT}|(?:season|series) )"
)
_HOME_OF = regex(
    rf"{_NAME} (?:will |is to |has |would )?(?:becomes?|became|be|is|act as) (?:the|its|their|a) (?:new |future |only |"
    rf"exclusive |"
    rf"British |American |UK |US |international |streaming )*(?:home|broadcaster|network|streamer|platform|channel) "
    rf"(?:for|of|to)\b"
)
_SHOWN_BY = regex(
    rf"\b(?:shown|broadcast|aired|carried|screened|streamed|picked up|acquired|bought|taken|rescued|saved) (?:\w+ly )?by "
    rf"(?:the )?(?:(?:[a-zA-Z-]+ ){{0,3}}{NOUN},? )?{_NAME}"
)
_SHOWN_LATER_ON = regex(
    rf"\b(?:shown|airs?|aired|broadcast|launch(?:es|ed)?|premier(?:es?|ed)|begins?|starts?|debuts?|arrives?|returns?|"
    rf"streams?|lands?) (?:in|from|at|this|next|every|each|during|before|early|late)\b[^.;?!]{{2,50}}? (?:on|via) (?:the "
    rf")?{_NAME}"
)
_SOLD_TO = regex(
    rf"\b(?:sold|licensed|exported|pre-?sold) (?:it |them |the (?:\w+ )?{KIND_OF_SHOW} |(?:the )?rights )?to (?P<where>(?:the )?"
    rf"[{UPPER}][\w.]+(?: [{UPPER}]\w+)?(?:(?:, | and |, and )(?:the )?[{UPPER}][\w.]+(?: [{UPPER}]\w+)?){{0,5}})(?![\w’'+-])"
)
# "Vela rescued it for a third season", "Vela has had a meeting with the producers", "a sale to Vela fell through"
_RESCUED = regex(
    rf"{_NAME} (?:(?:has|have|had|then|later|now|since|swiftly|promptly|quickly|eventually) )*(?:rescued|saved|poached|revived|"
    rf"resurrected|snapped up|swooped (?:in )?(?:for|on)|stepped in (?:for|to (?:save|rescue|buy|take on))|took on|taken "
    rf"on|bought up|picked up(?= (?:season|series) )) (?={_IT}|(?:season|series) (?:\d|one|two|three|four|five|six)\b)"
)
_MET = regex(
    rf"{_NAME} (?:(?:has|have|had|is said to have|reportedly|recently|already) )*(?:(?:had|held|taken|took|taking) (?:an? |some |"
    rf"several |early |secret )*(?:meetings?|talks|discussions|conversations|lunch)|met|sat down|spoken) (?:with|to) (?:the |"
    rf"its )"
    rf"(?:producers?|makers|creators?|production company|company|studio|team|rights holders?)\b"
)
_FELL = regex(
    rf"\b(?:[Aa] |[Tt]he |[Ii]ts )(?:(?:planned|mooted|proposed|possible|expected|foreign|overseas|international) )*(?:sale|"
    rf"deal|move|"
    rf"switch|transfer|licensing deal|agreement) (?:to|with) (?:the )?(?:[A-Za-z]+[’']s? )?{_NAME} (?:(?:has|had|have|later|"
    rf"also) )*(?:fell "
    rf"(?:through|apart)|fallen (?:through|apart)|collapsed|came to nothing|come to nothing|was called off|is off|broke down|"
    rf"went "
    rf"nowhere)\b"
)
_OFFERS = regex(
    r"\b(?:offer(?:s|ed|ing)?|shop(?:s|ped|ping)?|pitch(?:es|ed|ing)?|hawk(?:s|ed|ing)?|tout(?:s|ed|ing)?|take(?:s|n)?|"
    r"took|taking) "
    rf"{_IT} (?:elsewhere|abroad|around|round|out|to (?:anyone|market|other|others|rival|new))\b"
)
_COUNTRY = rf"(?:[{UPPER}]\.[{UPPER}]\.|[{UPPER}]\w+(?: [{UPPER}]\w+)?)"
_AMONG = regex(  # "sold to 14 countries, among them Poland and Austria"
    rf"\b(?:sold|licensed|exported|pre-?sold|[Ss]ales)\b[^.;?!]{{0,40}}? (?:countries|territories|markets|broadcasters),? "
    rf"(?:among "
    rf"them|including|notably|such as) (?P<where>(?:the )?{_COUNTRY}(?:(?:, | and |, and )(?:the "
    rf")?{_COUNTRY}){{0,5}})(?![\w’'+-])"
)
_COMMA = regex(r", and |, | and ")
_BEFORE = regex(rf"(?:^|, |[.] )(?:In|Across|Outside) (?P<where>{TERRITORY}),? [^.;]{{0,60}}$")


@only_for(_WANTS, _TALKS, _HOME_OF, _SHOWN_BY, _SHOWN_LATER_ON, _RESCUED, _MET, _FELL, _SOLD_TO, _AMONG, _OFFERS)
def takers(place: Place) -> Iterator[Found]:
    """Find homes that want a series, take it or show it, and countries that it was sold to."""
    text, season = place.text, season_of(place.text)
    for found in _WANTS.finditer(text):
        name = _named(place, found)
        if name:
            yield Found("platform", found.start(), found.end(), {"name": name, "status": "interested"}, season=season)
    for found in _TALKS.finditer(text):
        name = _named(place, found) if found["name"] else last_home(place, found.start())
        if name:
            standing: Standing | None = "denied" if found["not"] else None
            polarity: Polarity = "-" if found["not"] else "+"
            value = {"name": name, "status": "in_talks"}
            yield Found("platform", found.start(), found.end(), value, polarity, standing=standing, season=season)
    for pattern in (_HOME_OF, _SHOWN_BY, _SHOWN_LATER_ON):
        for found in pattern.finditer(text):
            name = _named(place, found)
            if name and (pattern is _HOME_OF or is_home(place, name) or _BEFORE.search(text[: found.start()])):
                where = _BEFORE.search(text[: found.start()])
                more = {"territory": where["where"]} if where else {}
                yield Found("platform", found.start(), found.end(), {"name": name} | more, season=season)
    yield from _lately(place)
    yield from _sold(place)
    for found in _OFFERS.finditer(text):
        yield Found("platform", found.start(), found.end(), {"name": "unknown", "status": "being_shopped"}, season=season)


def _lately(place: Place) -> Iterator[Found]:
    """Find who came to a series' rescue, sat down with its makers, or was to have it and has not."""
    season = season_of(place.text)
    for pattern, status in ((_RESCUED, None), (_MET, "in_talks"), (_FELL, None)):
        for found in pattern.finditer(place.text):
            # "Kanal Acht" looks like somebody; a sale is made to no person.
            name = trimmed(found["name"])[0] if pattern is _FELL else _named(place, found)
            if name and (pattern is not _RESCUED or is_home(place, name)):
                value = {"name": name} | ({"status": status} if status else {})
                yield Found("platform", found.start(), found.end(), value, "-" if pattern is _FELL else "+", season=season)


def _named(place: Place, found: re.Match[str]) -> str | None:
    """Return the name of a home; None for a person or a series."""
    name = re.sub(r"^(?:linear |sister |streaming )?(?:network|rival|streamer|channel) ", "", trimmed(found["name"])[0])
    context = place.context
    person = name in context.people.values() or (fold(name) in context.people and not is_home(place, name))
    other = context.is_series(name) or fold(name) in context.characters
    return None if not name or not name[0].isupper() or person or other else name


def _sold(place: Place) -> Iterator[Found]:
    """Each country of a sale is a claim; channels are found by their own rule."""
    for found in _SOLD_TO.finditer(place.text):
        at = found.start("where")
        for name in _COMMA.split(found["where"]):
            start = place.text.index(name, at)
            at = start + len(name)
            country = name.removeprefix("the ").rstrip(".") if name.count(".") < 2 else name.removeprefix("the ")
            if is_home(place, country) or place.context.is_series(country) or fold(country) in place.context.people:
                continue
            first = found.start() if start == found.start("where") else start
            value = {"status": "sold", "territory": country} if is_land(country) else {"name": country, "status": "sold"}
            yield Found("platform", first, at, value, season=season_of(place.text))
    for found in _AMONG.finditer(place.text):
        for one in regex(rf"(?:the )?(?P<name>{_COUNTRY})").finditer(found["where"]):
            first = found.start("where")
            value = {"status": "sold", "territory": one["name"]}
            yield Found("platform", first + one.start(), first + one.end(), value, season=season_of(place.text))
