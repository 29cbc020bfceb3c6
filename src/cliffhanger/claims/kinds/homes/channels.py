"""Where a series is shown, beside what the plainest words say: "begins on Albion at 9pm", "for the British channel Albion"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.lands import is_land
from cliffhanger.claims.names import TITLE_NAME, UPPER, fold, trimmed
from cliffhanger.claims.patterns import Rules, each, live, regex
from cliffhanger.claims.seasons_said import season_of

NOUN = r"(?:service|channel|network|broadcaster|streamer|platform|station)"
_NAME = rf"(?P<name>{TITLE_NAME})"
_PLAIN = rf"(?P<name>[{UPPER}][\w’'&-]*\+?(?: [{UPPER}\d][\w’'&-]*\+?){{0,3}})"  # without the "in Austria" that follows
_SHOWING = (
    r"(?:begins?|began|starts?|started|airs?|aired|airing|streams?|streamed|streaming|premier(?:es?|ed|ing)|launch(?:es|ed)?|"
    r"debut(?:s|ed)?|returns?|returned|continues?|concludes?|available|released|arriv(?:es?|ed)|land(?:s|ed)?|shown|screened|"
    r"found|watched|seen|broadcast|drop(?:s|ped)?|ends?|ended|back|opens?|opened|bow(?:s|ed)|goes out|went out|signed off|"
    r"kicked off)"
)
# What names stand for channels, whatever else the article says of them.
_NAMED_HOMES = (
    regex(rf"\b(?:[a-zA-Z-]+ )?(?:service|channel|network|streamer|platform),? {_NAME}"),
    regex(
        rf"(?<!ilming )(?<!oduction )(?<!hooting )(?<!raphy )(?<![Ww]ork )\b{_SHOWING} (?:(?:only|exclusively|again|now|"
        rf"worldwide|live|back) )?on (?:the )?{_NAME}"
        r"(?= (?:at|on|this|next|from|in|tonight|every|now|until|through|later|last|to \d|to an?)\b|[.,;)])"
    ),
    regex(
        rf"{_NAME}, which (?:(?:will|also|has|now) )*(?:carr(?:y|ies)|airs?|streams?|screens?|(?:hold|own|have|has|"
        rf"holds) the rights)"
    ),
    regex(rf"{_NAME} (?:will carry|carries|has acquired|acquired|(?:has|holds|have) the (?:\w+ )?rights|commissioned|ordered) "),
    regex(
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Sunday|Monday|"
        r"Tuesday|Wednesday|"
        rf"Thursday|Friday|Saturday|\d{{4}}|\d[ap]m|[ap]\.m\.)(?: \d{{1,2}})?,? on {_NAME}(?=[.,;])"
    ),
    regex(
        rf"\b(?:series|season|run|episodes?|premiere|finale|opener|slide|return|debut|drama|comedy) on {_NAME}(?=,? (?:on|last|"
        rf"this) "
        rf"(?:\w+day|night|week)|,? with [\d.,]+)"
    ),
    regex(rf"^(?:[Oo]ver on|[Oo]n|[Oo]ver at|[Mm]eanwhile,? on) {_NAME},(?= [^.;?!]{{3,90}}\b(?:million|viewers|\d+,\d{{3}})\b)"),
    regex(rf"\bBroadcast (?:begins|starts)[^.;?!]{{0,60}}? on {_NAME}"),
)
_SAID_TO_BE = (  # "Seasons one and two are on QuollPlay", "opened to 5.1 million on Albion One"
    regex(
        rf"\b(?:[Ss]easons?|[Ss]eries|[Ee]pisodes?|[Rr]uns?|[Ss]pecials?|[Ss]how|[Bb]oth|[Ii]t)(?: (?!on\b)[\w-]+){{0,3}}?(?: "
        rf"of [^.;?!]{{2,40}}?)?"
        rf" (?:is|are|was|were)(?: (?:all|both|now|still|available|streaming|only|already|shown|back))* on {_NAME}(?=[.,;)]| "
        rf"(?:now|in|if|from|"
        rf"until|for|and)\b)"
    ),
    regex(
        rf"\b(?:[Cc]atch up(?: (?:with|on) (?:it|the [^.,;?!]{{2,40}}?|both [^.,;?!]{{2,30}}?|all [^.,;?!]{{2,30}}?))?|"
        rf"\bairs? [A-Z]\w+days?(?: nights?)?(?: at [\d:.]+ ?(?:[ap]\.?m\.?)?)?) on "
        rf"{_NAME}(?=[.,;)]| (?:now|in|if|from)\b)"
    ),
    regex(
        rf"{_NAME} (?:will|is to|plans to) (?:stream|screen|broadcast|air) (?:it\b|both|all|[Ss]eason|[Ss]eries|the (?:\w+ "
        rf"){{0,2}}(?:{KIND_OF_SHOW}|"
        rf"season|episodes)|[“\"])"
    ),
    regex(rf"\d (?:million|thousand)(?: viewers| people)? on {_NAME}(?=[.,;)])"),
)
_FOLLOWS = regex(r" (?:in|on|at|from|for|to|with|and) ")
_NO_HOME = regex(
    r"^(?:\w+days|Christmas|Boxing|New Year|Easter|Good|Broadway|Blu|DVD|VHS|Thanksgiving|Halloween|Valentine|Independence|"
    r"Labor|"
    r"Diwali|Eid|Hanukkah|Passover|Ramadan|Juneteenth|Bastille|Mother’s|Father’s|Election|Super Bowl|Bonfire|"
    r"Bank Holiday|Armistice|"
    r"Remembrance|St Patrick|Zoom|Skype|Kindle|PlayStation|Xbox|Android|iPhone|iPad|CD|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|West End|Stage|Pluto(?! TV)|Venus|Jupiter|"
    r"Memorial|May|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mothering|Instagram|Twitter|Facebook|TikTok|Reddit|X|Earth|Mars|"
    r"Season|Series|Episode|The|A|An|I|Part|Chapter|Hold|Hiatus|Ice|Eve|Day)\b(?! (?:Player|Play|TV|Plus|\d|One|Two|Now)\b|\+)"
    r"|\b(?:Day|Eve|Night|Weekend|Sunday|Monday|Island|Street|Road|Avenue|Beach|Hill|Lane|Square|Island)$|[’']s?$"
)
# Before an "on" that shows nothing: "calling on Vela to reverse its decision".
NOT_SHOWN = "".join(
    f"(?<!{word} )"
    for word in (
        *("pressure", "word", "based", "spent", "depends", "depend", "comment", "talks", "bet", "eye", "blame", "blamed"),
        *("call", "calls", "called", "calling", "rely", "relies", "count", "counts", "counting", "reports"),
    )
)
_ON = regex(
    rf"{NOT_SHOWN}(?<!\()\b(?:[Oo]n|via) (?:the |its )?(?:(?:[a-zA-Z-]+ ){{0,3}}{NOUN},? )?{_NAME}(?P<after>(?: (?:app|website|"
    rf"service))?)(?![’'\w])"
    r"(?! (?:schedule|slate|line-?up|subreddit|forum|board|message|drama|series|show|original|executives?|reality)\b)"
)
_JOINED = regex(rf"(?: and|,) (?:on )?{_NAME}(?=[.,;]| (?:from|at|in|this|next)\b|$)")
_IDENTIFIES = regex(r"[”\"’] $")  # “Ballroom Nights” on Coastal: the network only says which show is meant
_WHEN = regex(r" (?:this|next|from|on|in|tonight|until|through|at|starting|beginning)\b")
BROADCASTER = regex(r"^Channel |^TV [A-Z]|(?:\bTV|Channel|Network|\+|\bPlus|Player|Prime)(?: \d)?$|^\w+ (?:Play|Now)$")
_BACK_TO = regex(
    rf"\b(?:c[ao]mes?|coming|return(?:s|ed|ing)?|head(?:s|ed|ing)?|back|mov(?:es?|ed|ing)|transfer(?:s|red|"
    rf"ring)?) (?:back |over |exclusively )?"
    rf"to (?:the )?(?:(?:[a-z-]+ ){{0,3}}{NOUN},? )?{_NAME}(?![’'\w])"
)
_NEW_HOME = regex(rf"\b(?:new|found a|another) home (?:at|on|with) (?:the )?{_NAME}")
_FOR_NOUN = regex(rf"\b(?:for|at) (?:the |its |their )?(?:[a-zA-Z-]+ ){{0,3}}?(?P<noun>{NOUN}),? {_NAME}")
_FOR = regex(rf"\b(?:{KIND_OF_SHOW}|film|movie) (?:at|for) {_NAME}(?![’'\w])")
_OF_STAFF = regex(
    r"(?i)(?:spokes\w+|executives?|head|boss|president|chief|works?|worked|working|journalist|analyst|controller) $"
)
_HEADS = regex(
    r"(?i)\b(?:runs|ran|running|heads?(?: of)?|headed|heading|oversees|oversaw|in charge of|commission\w+|controller of|"
    r"president of|president,|"
    r"chief of|director of|responsible for|vp of) (?:[a-z&-]+ ){0,3}$"
)
_COUNTRY = r"(?:U\.S\.|U\.K\.|[A-Z]\w+(?: [A-Z]\w+)?)(?:(?:, | and |, and )(?:the )?(?:U\.S\.|U\.K\.|[A-Z]\w+))*"
TERRITORY = rf"(?:(?:all |over |more than )?(?:\d+|[a-z-]+) (?:other )?(?:countries|territories|markets)|(?:the )?{_COUNTRY})"
_RIGHTS = regex(
    rf"(?:{_PLAIN},? )?(?:which )?(?:holds?|has|have|owns?|retains?|keeps?|(?:has )?(?:acquired|bought|secured|picked up|"
    rf"snapped up)) "
    rf"(?:the |all )?(?:[A-Za-z-]+ ){{0,2}}rights(?: to [^.;,]{{2,40}}?)? (?:in|for|across|outside) (?P<where>{TERRITORY})"
)
_CARRIES = regex(
    rf"{_PLAIN} (?:(?:will|also|now|to) )*(?:launch(?:es)?|premieres?|carr(?:y|ies)|airs?|shows?|streams?|screens?|"
    rf"broadcasts?) "
    rf"(?:it|us|them|the (?:\w+ ){{0,2}}{KIND_OF_SHOW}|both seasons)\b(?: in (?P<where>{TERRITORY}))?"
)
_SOLD = regex(
    rf"\b(?:sold|licensed|pre-sold) (?:it |them |the (?:\w+ )?{KIND_OF_SHOW} |(?:the )?rights )?(?:(?:on|as well|"
    rf"again) )?to (?:the )?{_PLAIN}"
    rf"(?: in (?P<where>{TERRITORY}))?"
)
_THERE = regex(
    r"\b(?:remain(?:s|ing)?|stay(?:s|ing)?|available|streaming|streams?|be|are|is|moves?|moved|moving|returns?|kept)"
    r"(?: (?:now|available|exclusively|only|still|again|to stream))* (?:on|to) (?P<whose>the|its|their) "
    r"(?P<what>(?:streaming )?(?:service|platform|streamer|website|app|player))\b(?= (?:too|now|until|through|from|for|"
    r"as well|if)\b|[.,;]|$)"
)
_OWN = regex(rf"\bon its (?:own )?{_NAME} (?:service|channel|platform|app|player)\b")
_BEFORE = regex(rf"(?:^|, )(?:In|Outside|Across|Elsewhere in) (?P<where>(?:the )?{_COUNTRY})(?=,| )")


@lru_cache(maxsize=8)
def _homes_in(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the folded names of the channels that an article calls so, or that something begins on at an hour."""
    names = [trimmed(found["name"])[0] for pattern in _NAMED_HOMES for found in each(pattern, texts)]
    said = [found["name"] for pattern in _SAID_TO_BE for found in each(pattern, texts)]
    names += [trimmed(_FOLLOWS.split(name)[0])[0] for name in (*names, *said)]
    return frozenset(fold(name) for name in names if len(name) > 2 and not _NO_HOME.search(name) and not is_land(name))


def never_home(name: str) -> bool:
    """Say whether a name after "on" is one of a day, a device or something else that shows no series."""
    return _NO_HOME.search(name) is not None


def is_home(place: Place, name: str) -> bool:
    """Say whether a name is one of a network, service or channel of this article."""
    context = place.context
    if not name or not name[0].isupper() or _NO_HOME.search(name) or context.is_series(name):
        return False
    if BROADCASTER.search(name) or context.is_network(name):
        return True
    somebody = fold(name) in context.players or fold(name) in context.characters
    return not somebody and fold(name) in _homes_in(context.looked)


def last_home(place: Place, at: int) -> str | None:
    """Return the network that was named last before a place, in its sentence or those before it."""
    for said in (place.text[:at], *(sentence.text for sentence in reversed(place.before[-3:]))):
        for found in reversed(list(regex(TITLE_NAME).finditer(said))):
            name = trimmed(found[0])[0]
            if is_home(place, name):
                return name
    return place.context.owner


_BY_VERBS = Rules((pattern,) for pattern in (_RIGHTS, _CARRIES, _SOLD))


def channels(place: Place) -> Iterator[Found]:
    """Find where a series is shown, sold to and made for."""
    text = place.text
    yield from _shown(place)
    for (pattern,) in live(_BY_VERBS, text):
        for found in pattern.finditer(text):
            name = trimmed(found["name"] or "")[0] or (last_home(place, found.start()) if pattern is _RIGHTS else None)
            if not name or not (is_home(place, name) or (found["where"] and fold(name) not in place.context.people)):
                continue
            value = {"name": name, "status": "sold"} if pattern is _SOLD else {"name": name}
            start = found.end("name") if pattern is _RIGHTS and found["name"] else None
            yield _platform(place, found, value, found["where"], start=start)
    for found in _THERE.finditer(text):
        name = last_home(place, found.start())
        if name:
            own = found["what"] in {"website", "app", "player"}
            yield _platform(place, found, {"name": f"{name} {found['what']}" if own else name})


_BY_SMALL_WORDS = Rules((pattern,) for pattern in (_OWN, _NEW_HOME, _ON, _BACK_TO, _FOR_NOUN, _FOR))


def _shown(place: Place) -> Iterator[Found]:
    """Find homes by the small word before their name."""
    text = place.text
    for (pattern,) in live(_BY_SMALL_WORDS, text):
        for found in pattern.finditer(text):
            name, _ = trimmed(re.sub(r" (?:in|on|at|for|from|and|with) \d+$", "", found["name"]))
            sure = pattern in {_OWN, _NEW_HOME} or (pattern is _FOR_NOUN and found["noun"] != "broadcaster")
            first = re.split(r" (?:in|on|at|from|for|to|with) ", name)[0]
            name = first if is_home(place, first) else name
            parts = name.split(" and ")
            if len(parts) == 2 and is_home(place, parts[0]):  # "on Tokyo Kita TV and BS Minato"
                yield _platform(place, found, {"name": parts[0]}, end=found.start("name") + len(parts[0]))
                yield _platform(place, found, {"name": parts[1]}, start=found.end("name") - len(parts[1]))
                continue
            if pattern is _FOR and _HEADS.search(text[: found.start()]):
                continue  # one "who runs drama at Vela"
            if not (is_home(place, name) or sure) or (pattern is _FOR_NOUN and _OF_STAFF.search(text[: found.start()])):
                continue
            if pattern is _ON and _IDENTIFIES.search(text[: found.start()]) and not _WHEN.match(text, found.end()):
                continue
            after = found.groupdict().get("after") or ""
            yield _platform(place, found, {"name": name + (after if after != " service" else "")})
            also = _JOINED.match(text, found.end()) if pattern is _ON else None
            if also and not place.context.is_series(also["name"]) and also["name"] not in place.context.people.values():
                yield _platform(place, also, {"name": also["name"]})


def _platform(
    place: Place,
    found: re.Match[str],
    value: dict[str, str],
    where: str | None = None,
    *,
    start: int | None = None,
    end: int | None = None,
) -> Found:
    text = place.text
    after = regex(rf" (?:in|across|throughout) (?P<where>{TERRITORY})").match(text, found.end())
    before = _BEFORE.search(text[: found.start()])
    territory = (
        where or (after["where"] if after and not _MONTH.match(after["where"]) else None) or (before["where"] if before else None)
    )
    if before and territory == before["where"] and before[0].lstrip(", ").startswith("Outside"):
        territory = f"outside {territory}"
    more = {"territory": territory} if territory and not place.context.is_series(territory) else {}
    begins = found.start() if start is None else start
    return Found("platform", begins, end or found.end(), {**value, **more}, season=season_of(text))


_MONTH = regex(
    r"(?:the )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|"
    r"Autumn|Fall|"
    r"Winter|\d|Season|Series)"
)
