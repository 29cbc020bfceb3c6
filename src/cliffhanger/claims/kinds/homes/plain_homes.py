"""Homes in the plain words of the trade: who holds the rights, where a series moves, what it leaves, whose exclusive it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.homes.channels import NOUN, TERRITORY, is_home, never_home
from cliffhanger.claims.lands import is_land, like_a_land
from cliffhanger.claims.names import UPPER, fold, has_honorific, is_person, trimmed
from cliffhanger.claims.networks import LOOKED
from cliffhanger.claims.patterns import Rules, live, only_for, regex
from cliffhanger.claims.seasons_said import season_of

_OF_SEASONS = (
    r"(?:the |its |all |both |every |each |most |new |older |old |past |previous |first |second |third |fourth |fifth |latest |"
    r"whole |entire |complete |earlier |current |other |final |last |one |two |three |four |five |six |seven |"
    r"eight |nine |ten |\d+ )*"
)
# What is watched: "the first season", "all episodes", "it", “Harbor Nine”, "season one", "the drama".
_SHOWN = (
    rf"(?:it|them|{_OF_SEASONS}(?:{KIND_OF_SHOW}|seasons?|episodes?|instal?lments?|runs?|finale|premiere|opener|lot|box ?sets?)"
    rf"(?: (?:so far|one|two|three|four|five|six|\d+)(?: (?:to|and|through) \w+)?)?(?: of [^.,;?!]{{2,40}}?)?"
    rf"|[“‘\"][^”’\"]{{2,40}}[”’\"])"
)
# Without the "in Canada" that follows: "Corvid", "Tarn One", "Hoshi+", "Channel 4".
_WORD = rf"[{UPPER}][\w&-]*\+?"
_NAME = rf"(?P<name>{_WORD}(?: (?:[{UPPER}\d][\w&-]*\+?)){{0,3}})(?![’'\w])"
_BY_NOUN = rf"(?:(?:the |its )?(?:[a-zA-Z-]+ ){{0,3}}?{NOUN},? )?"
_LED = (
    r"(?:(?:will|has|have|had|is|are|was|were|been|be|being|also|now|then|since|later|to|set|due|soon|already|both|reportedly|"
    r"exclusively|just|would|only|still|officially|recently|initially|first|expected) ){0,5}"
)
_KINDS = (
    r"(?:the |its |all |both |every |most |new |older |previous |first |second |third |fourth |fifth |latest |whole |entire |"
    r"complete |earlier |final |last |one |two |three |four |five |six |hit |long-running |acclaimed |popular |period |crime |"
    r"legal |medical |family |historical |police |british |american |australian |canadian |irish |danish |"
    r"korean |comedy |drama )*"
)
# What moves, leaves and is bought: no person, and no "it" of a story.
_SHOW = (
    rf"(?:\b(?i:{_KINDS}(?:{KIND_OF_SHOW}|seasons?|episodes|finale|run))(?: (?:one|two|three|four|five|six|\d+))?|[”’\"])"
    r"(?:, which)?"
)
_WHOSE = (
    r"(?:UK|U\.K\.|US|U\.S\.|USA|American|British|Canadian|Australian|Irish|German|French|Spanish|Italian|Japanese|Indian|"
    r"Korean|"
    r"North American|Latin American|European|African|Asian|Nordic|Scandinavian|domestic|international|worldwide|global|"
    r"overseas|"
    r"foreign)"
)
_SORT = (
    r"(?:streaming|broadcast|broadcasting|first-run|second-run|linear|free-to-air|digital|exclusive|television|TV|library|"
    r"on-demand|pay-TV|SVOD|AVOD|non-exclusive|remaining|terrestrial|and)"
)
_OF_WORK = rf"(?: to (?:it|{_SHOWN}))?"
_RIGHTS = rf"(?:the |all |exclusive |its ){{0,3}}(?:(?P<whose>{_WHOSE}) )?(?:(?:{_SORT}|{_WHOSE}) ){{0,4}}rights\b"
_NO_SERIES = regex(
    r"(?i)(?: to| for| of)? (?:the |a |an |her |his |their )?(?:[\w’'-]+ ){0,3}?(?:novels?|books?|memoirs?|films?|movies?|"
    r"songs?|"
    r"article|league|matches|games?|tournament|cup|championships?|play|podcast|olympics|race|music|world cup|bout|fight)\b"
)
_HOLDS = (
    r"(?:holds?|held|owns?|owned|has|have|retains?|retained|keeps?|kept|controls?|bought|buys|acquires?|acquired|secured|"
    r"secures|"
    r"picked up|picks up|snapped up|snaps up|landed|lands|won|wins|took|takes|taken|licensed|licenses|nabbed|"
    r"nabs|gained|gets|got)"
)
_BUYS = (
    r"(?:acquires?|acquired|buys|bought|licenses|licensed|snaps up|snapped up|nabs|nabbed|secures|secured|boards|boarded|adds|"
    r"added|pre-?buys|pre-?bought)"
)
_TAKEN = r"(?:picked up|acquired|bought|licensed|carried|shown|broadcast|aired|streamed|screened|snapped up|taken on|taken over)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Aug|Sept?|"
    r"Oct|Nov|"
    r"Dec|Spring|Summer|Autumn|Winter|Season|Series|\d)"
)
_IN = rf"(?: (?:in|for|across) (?!{_MONTH}\b)(?P<where>{TERRITORY}))"
_WHEN = (
    r"(?P<when> (?:for (?:its|the|a|an) (?:\w+ )?(?:season|series|run|outing|finale|second|third|fourth|fifth|final)|"
    rf"(?:in|on) (?:the )?(?:{_MONTH}|\d+|early|late|mid|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|spring|summer|autumn|fall|"
    r"winter|new year)|(?:this|next|last) (?!the)\w+|at (?:the end|\d|midnight)|from (?:\d|[A-Z])|later|after|before|"
    r"exclusively|"
    r"worldwide|until|tonight|tomorrow|today|soon)\b)"
)
_END = rf"(?:{_WHEN}|(?= (?:as|where|when|once|and|but|with|following|by|because)\b|[.,;:!)”’\"]|$))"
_MOVES = (
    r"(?:mov(?:es?|ed|ing)|switch(?:es|ed|ing)?|jump(?:s|ed|ing)?|migrat(?:es?|ed|ing)|transfer(?:s|red|"
    r"ring)?|coming|hop(?:s|ped|ping))"
)
_GOES = (
    r"(?:head(?:s|ed|ing)|comes?|came|return(?:s|ed|ing)?|goes|going|went|shift(?:s|ed|ing)?|makes? its way|arriv(?:es?|ed|"
    r"ing))"
)
_TO = rf"(?: (?:over|across|exclusively|back|home))? (?:from (?:the )?(?P<old>{_WORD}(?: {_WORD}){{0,2}}) )?to {_BY_NOUN}"
_LEAVES = (
    r"(?:leav(?:es?|ing)|left|exit(?:s|ed|ing)?|depart(?:s|ed|ing)?(?: from)?|(?:disappear|vanish|gone|goes|remov|pull|tak|"
    r"wip|delet|expir)\w*(?: off| down)?(?: from)?|(?:come|comes|coming|came) off)"
)
_PLACE_TO_SHOW = r"(?:service|platform|library|catalogue|catalog|site|app|player|line-?up)"
# What the words say, with a name that nobody need have heard of.
_PLAIN: Rules[str] = Rules(
    (
        ("rights", regex(rf"{_NAME},? (?:which )?{_LED}{_HOLDS} {_RIGHTS}(?P<rest>{_OF_WORK}){_IN}?")),
        (
            "rights",
            regex(
                rf"\b(?i:(?:the |all )?(?:(?P<whose>{_WHOSE}) )?(?:{_SORT} )*rights)(?P<rest>{_OF_WORK}){_IN}? "
                rf"{_LED}(?:(?:went|gone|go|"
                r"passed|pass|belong|sold|licensed|returned|reverted) to|(?:held|owned|bought|acquired|secured|snapped up|"
                r"picked up) "
                rf"by|with) {_BY_NOUN}{_NAME}"
            ),
        ),
        (
            "buys",
            regex(
                rf"{_NAME} {_LED}{_BUYS} (?:the )?{_SHOWN}(?P<rest>){_IN}?(?=[.,;]| (?:for|from|in|after|last|this|and|on)\b|$)"
            ),
        ),
        ("buys", regex(rf"{_NAME} {_LED}(?:picks up|picked up|picking up|pick up|takes|took|taken) (?P<rest>){_SHOWN}{_IN}")),
        ("taken", regex(rf"{_SHOW} {_LED}{_TAKEN} by {_BY_NOUN}{_NAME}{_IN}?")),
        (
            "taken",
            regex(
                rf"{_SHOW} (?:has |had )?(?:been|was) (?:saved|rescued) by {_BY_NOUN}{_NAME}{_IN}?(?= (?:after|when|for)\b|"
                rf", (?:which|where|in)\b|[.]$)"
            ),
        ),
        (
            "made for",
            regex(rf"{_SHOW} {_LED}(?:made|developed|produced|commissioned) for {_BY_NOUN}{_NAME}{_IN}?(?=[.,;]|$| by\b)"),
        ),
        ("moves", regex(rf"{_SHOW} {_LED}{_MOVES}{_TO}{_NAME}{_IN}?{_END}")),
        ("goes", regex(rf"{_SHOW} {_LED}{_GOES}{_TO}{_NAME}{_IN}?{_END}")),
        ("joins", regex(rf"{_SHOW} {_LED}(?:join(?:s|ed|ing)?|hits?|reach(?:es|ed)?) {_NAME}{_IN}?{_WHEN}")),
        ("joins", regex(rf"{_SHOW} {_LED}added to {_BY_NOUN}{_NAME}{_IN}?(?P<when>[.,;]|$|(?= (?:in|on|last|this)\b))")),
        (
            "home of",
            regex(
                rf"{_NAME} {_LED}(?:the )?(?:[\w]+[’']s|series[’']) (?:(?P<whose>{_WHOSE}) )?(?:streaming )?"
                rf"(?:home|broadcaster|network)(?=[.,;]|$| (?:in|from|for)\b)"
            ),
        ),
        ("leaves", regex(rf"{_SHOW} {_LED}{_LEAVES} {_BY_NOUN}{_NAME}{_END}")),
        (
            "leaves",
            regex(
                rf"{_NAME} {_LED}(?:remov(?:es?|ed|ing)|pull(?:s|ed|ing)?|delist(?:s|ed)|delet(?:es|ed)|takes|took|taken|"
                rf"wiped) {_SHOWN} (?:from|off) (?:its|the) (?:[a-z]+ )?{_PLACE_TO_SHOW}"
            ),
        ),
        (
            "exclusive",
            regex(
                rf"(?:{_SHOW}|\b[Ii]t|\b[Tt]hey|\b[Bb]oth)[^.;?!]{{0,30}}? (?:exclusive|exclusively) (?:to|for) "
                rf"{_BY_NOUN}{_NAME}{_IN}?"
            ),
        ),
        (
            "exclusive",
            regex(rf"\b(?:is|was|as|are|the) (?:an? )?{_NAME} (?:[Ee]xclusive|[Oo]riginal)(?= (?:{KIND_OF_SHOW})\b|[.,;!]|$)"),
        ),
        (
            "exclusive",
            regex(
                rf"(?:{_SHOW}|\b[Ii]t) {_LED}available (?:only |exclusively )?(?:to|for) (?:all )?(?:(?:subscribers|"
                r"customers|members) "
                rf"(?:of|to|on) {_NAME}|(?:{_NAME.replace('<name>', '<also>')}) (?:subscribers|customers|members)\b)"
            ),
        ),
        (
            "home of",
            regex(
                rf"{_NAME} {_LED}(?:the|its|their|a|our) (?:(?:{_WHOSE}|new|only|exclusive|official|main|sole|streaming|"
                r"original) ){0,3}"
                rf"(?:broadcaster|home|network|streamer|platform|channel|(?:broadcast(?:ing)?|streaming) partner)(?:{_IN}| "
                r"(?:for|of) "
                rf"(?:the |all |both )?{_SHOWN})"
            ),
        ),
        (
            "ruled out",
            regex(
                r"\b(?:[Aa]|[Tt]he|[Aa]ny) (?:mooted |possible |rumoured |rumored )?(?:move|switch|jump|transfer|sale) to "
                rf"{_BY_NOUN}{_NAME} "
                rf"{_LED}(?:ruled out|off the table|not happening|off)\b"
            ),
        ),
        (
            "possible",
            regex(
                rf"{_NAME} (?:could|might|may)(?: (?:yet|still|well|also|now))? (?:save|rescue|revive|pick up|take over|"
                rf"take on|"
                rf"buy|acquire|license) (?:the (?:\w+ )?(?:{KIND_OF_SHOW}|rights)|[“‘])"
            ),
        ),
    )
)
_OFTEN = frozenset({"moves", "goes", "leaves", "made for"})  # what is said of countries and towns too
_BY_PEOPLE = frozenset({"made for", "taken", "possible"})  # what people do as well, and is done for them
_GONE = frozenset({"leaves", "ruled out"})


_NOWHERE = regex(
    rf"(?:{_SHOW}|\b[Ii]t) (?:is|are|was|were|has|have|will)(?: not|n[’']t) (?:(?:yet|currently|be|been|to) )*"
    r"(?:available|shown|streaming|screened|broadcast|sold|on offer) (?:at all )?in "
    rf"(?!{_MONTH}\b)(?P<where>{TERRITORY})(?=[.,;]| yet\b|$)"
)
_A_MOVE = regex(
    r"\b(?:[Aa]|[Aa]ny|[Tt]he) (?:move|switch|sale|transfer|jump) to (?:another|an(?:other)? alternative|a "
    r"(?:different|rival|new|second))"
    rf" {NOUN} (?:is|are|was|has been|remains|would be|could be|seems|looks)(?: now| also| still)? "
    r"(?P<how>possible|likely|unlikely|"
    rf"impossible|on the cards|on the table|not ruled out|ruled out|being discussed|under discussion|expected|an option)\b"
)


@only_for(_NOWHERE, _A_MOVE, *(pattern for _, pattern in _PLAIN))
def plain_homes(place: Place) -> Iterator[Found]:
    """Find homes by the words around them; a name that the article tells to be a home is taken as one wherever it stands."""
    text, season = place.text, season_of(place.text)
    for found in _NOWHERE.finditer(text):
        if is_land(found["where"]):
            value = {"name": "unknown", "status": "none", "territory": found["where"].removeprefix("the ")}
            yield Found("platform", found.start(), found.end(), value, season=season)
    for found in _A_MOVE.finditer(text):
        never = found["how"] in {"unlikely", "impossible", "ruled out"}
        value = {"name": "unknown", "status": "possible"}
        yield Found("platform", found.start(), found.end(), value, "-" if never else "+", season=season)
    for told, pattern in live(_PLAIN, text):
        for found in pattern.finditer(text):
            name = trimmed(found["name"] or found["also"])[0]
            if not _may_be(place, told, found, name):
                continue
            said = found.groupdict()
            where = said.get("where") or said.get("whose")
            value = {"name": name} | ({"territory": where} if where and not is_home(place, where) else {})
            if told == "possible":
                value["status"] = "possible"
            start = found.start() + (found[0][0] in '”’"')
            yield Found("platform", start, found.end(), value, "-" if told in _GONE else "+", season=season)


def _may_be(place: Place, told: str, found: re.Match[str], name: str) -> bool:
    """Say whether a name may be a home's; one that is not known yet must be no person's, no place's and no other thing's."""
    text, context = place.text, place.context
    if told in {"rights", "buys"} and _NO_SERIES.match(text, found.end("rest") if found["rest"] else found.end()):
        return False
    if told in _OFTEN and _OF_THE_MAKING.search(text[: found.start("name")]):
        return False
    if told == "rights" and not (found["whose"] or found["where"] or _GETS.search(found[0])):
        return False  # that somebody holds the rights until a year says of no place where it is shown
    old = found.groupdict().get("old")
    if is_home(place, name):
        return True
    other = name in context.people.values() or fold(name) in context.people or fold(name) in context.characters
    if len(name) < 3 or other or never_home(name) or is_land(name) or context.is_series(name) or has_honorific(name):
        return False
    if told in _BY_PEOPLE and " " in name and is_person(name):
        return False
    if told not in _OFTEN or (old and is_home(place, old)):
        return True
    if like_a_land(name) or _is_placed(place, name):
        return False
    when = found.groupdict().get("when") or ""
    day = _BY_DAY.search(when) if told == "goes" and _BACK.search(found[0]) else when
    return told in {"moves", "made for"} or bool(day)  # a story returns to a place in the autumn too


_BACK = regex(r"(?i)\b(?:return|head|go|went)")
_BY_DAY = regex(r"on (?:\d|[A-Z])|at (?:\d|midnight)")


_GETS = regex(
    r"\b(?:b[ou]\w+ght|buys|acquir\w+|secur\w+|pick\w+ up|snap\w+ up|land\w+|w[oi]ns?|licens\w+|nab\w+|went|gone|sold)\b"
)
_OF_THE_MAKING = regex(r"(?i)\b(?:filming|shooting|shoot|production|cameras|photography|crew|action|story|plot|setting|set)\b")


def _is_placed(place: Place, name: str) -> bool:
    """Say whether something is in, near or around a name anywhere in the article: then it is a place."""
    article = place.context.article.text[:LOOKED]
    return any(
        f" {word} {name}" in article for word in ("in", "near", "around", "outside", "across", "visit", "town of", "city of")
    )


_NOT_THERE = regex(
    r"(?:\b(?:no longer|not|never|nor)|n[’']t)(?: (?:currently|yet|be|been|being|available|streaming|stream|streamed|air|"
    r"airing|"
    r"aired|shown|show|watch|watched|seen|screened|broadcast|appear|appeared|premiere|launch|debut|to|return|returning|stay|"
    r"remain|anywhere|back|accessible|offered|carried)){0,4} (?:on|via|to|by) (?:the )?$"
)
_SAID_WHERE = regex(
    r"(?:^|[,;] |\b(?:and|but|while|[Vv]iewers|[Ff]ans|[Aa]udiences|[Ss]ubscribers|[Tt]hose) )(?P<how>[Ii]n|"
    r"[Aa]cross|[Oo]utside(?: "
    rf"of)?) (?P<where>(?:the )?(?:U\.S\.|U\.K\.|[{UPPER}]\w+(?: [{UPPER}]\w+)?))(?: and (?:the )?[{UPPER}]\w+)?"
)


_GOES_ON = regex(rf" (?:in|across|throughout) (?P<where>(?:the )?(?:U\.S\.|U\.K\.|[{UPPER}]\w+(?: [{UPPER}]\w+)?))")


def where_and_whether(place: Place, found: Found) -> Found:
    """Add the country that a clause begins with, and the "no longer" before a home."""
    name = str(found.value.get("name") or "")
    at = place.text.find(name, found.start) if name and found.polarity == "+" else -1
    if at < 0:
        return found
    value = dict(found.value)
    if "territory" not in value:
        after = _GOES_ON.match(place.text, at + len(name))
        said = [one for one in _SAID_WHERE.finditer(place.text[: found.start + 1]) if is_land(one["where"])]
        if after and is_land(after["where"]):
            value["territory"] = after["where"].removeprefix("the ")
        elif said and ";" not in place.text[said[-1].end() : at]:
            outside = said[-1]["how"].lower().startswith("outside")
            value["territory"] = f"outside {said[-1]['where']}" if outside else said[-1]["where"].removeprefix("the ")
    gone = _NOT_THERE.search(place.text[:at]) is not None and "status" not in value
    return replace(found, value=value, polarity="-" if gone else "+")
