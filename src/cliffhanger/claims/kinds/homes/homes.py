"""Where it is shown and shot, and what it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cliffhanger.claims.context import Context
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.homes.channels import BROADCASTER, NOT_SHOWN, channels, never_home
from cliffhanger.claims.kinds.homes.origins import MEDIUM, PLACE_NAME, more_places, more_sources
from cliffhanger.claims.kinds.homes.plain_homes import plain_homes, where_and_whether
from cliffhanger.claims.kinds.homes.sold import is_no_home, joined_home, more_homes
from cliffhanger.claims.kinds.homes.takers import takers
from cliffhanger.claims.names import FULL_NAME, TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import Rules, live, match, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_SHOT = regex(
    rf"\b(?i:shot|filmed|filming|shoot(?:s|ing)?|production|cameras|photography|location|"
    rf"lensed)\b[^.;?!]{{0,60}}?\b(?:entirely |mostly |partly |largely |on location )*(?:in|at|off|around|near|outside|"
    rf"across|on) (?P<places>{PLACE_NAME}(?:(?:, | and |, and )(?:(?:in|at|on|near|around|outside) )?(?:the (?=[A-Z]))?"
    rf"{PLACE_NAME})*)"
)
_PLAINLY = regex(rf"(?i:\bis (?:plainly|clearly|obviously|actually|really) in) (?P<places>{PLACE_NAME})")
_HABIT = regex(
    rf"\b(?i:(?:show|series|drama|comedy|thriller|soap|sitcom|production|it|which) (?:(?:still|now|also|always|mostly|mainly|"
    rf"largely|"
    rf"only) )?(?:films|shoots)|(?:we|they) (?:film|shoot)) (?:it )?(?i:in|at|around|near) (?P<places>{PLACE_NAME}(?:(?:, |"
    rf" and "
    rf"|, and )"
    rf"{PLACE_NAME})*)"
)
_NO_PLACES = regex(
    r"^(?:Season|Series|January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|"
    r"Autumn|Fall|Winter|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|The|Episode|Jan|Feb|Oct|Nov|Dec|Sept|Instagram|Twitter|COVID|Mars|Moon|"
    r"Jupiter|Venus)\b"
)

_DATED = regex(
    r"(?i)\b(?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|week|month|year|\d+)\b"
)

_HOMES = rf"(?P<name>{TITLE_NAME})"
_PLATFORM: Rules[str] = Rules(
    (status, regex(pattern))
    for status, pattern in (
        (
            "none",
            (
                r"(?i)\bno (?:UK|US|other|new|international|overseas|streaming|British|American|English)? ?(?:home|"
                r"broadcaster|platform|buyer|outlet|distributor)\b[^.;]{0,20}"
            ),
        ),
        ("denied", rf"\b(?:(?i:not) (?:been )?(?i:moved?|moving|going|sold|bought)(?: \w+)? (?:to|by|for)) {_HOMES}"),
        (
            "being_shopped",
            (
                r"(?i)\b(?:shop(?:ped|ping|s)?|pitch(?:ed|ing)?|hawk(?:ed|ing)?|take|taking|"
                r"offered)\b[^.;?!]{0,40}\b(?:elsewhere|around|to (?:rivals|(?:other|rival|another|new) \w+))|"
                r"\bapproach(?:ed|es|ing)? (?:several |some |a number of )?(?:rival|other) (?:services|networks|streamers|"
                r"broadcasters|platforms|"
                r"channels)\b"
            ),
        ),
        (
            "undecided",
            (
                r"(?i)\b(?:whether|not known|unclear|unknown|if)\b[^.;?!]{0,40}\b(?:another|a new|new) (?:platform|"
                r"network|home|streamer|service|broadcaster|channel)\b[^.;?!]{0,30}|\bseek a new home\b"
            ),
        ),
        ("not_likely", r"(?i)\bmakes? a (?:move|rescue|switch|sale) (?:unlikely|difficult|hard)\b"),
        ("no_talks", r"(?i)\bno (?:talks|negotiations|discussions|offers)\b[^.;?!]{0,40}"),
        (
            "possible",
            (
                r"(?i)\b(?:somebody|someone|another (?:network|streamer|platform|broadcaster|service)|a rival|"
                r"a new home)\b[^.;?!]{0,30}\b(?:takes?|picks?|saves?|rescues?|buys?|steps? in|could|might|"
                r"may)\b[^.;?!]{0,20}"
            ),
        ),
        (
            "interested",
            (
                rf"{_HOMES} (?i:has been|is|are|was) (?:said to be |reportedly )?(?i:sniffing around|interested|"
                rf"circling|keen(?! on an?(?:other)? )|in the running|looking at)(?! (?:for )?(?:the|an?|his|her) "
                rf"(?:[a-z-]+ )?(?:part|role|lead|character)\b)"
            ),
        ),
        ("interested", rf"\b(?:(?i:interest from|work at|talks with|bid from|offer from)) {_HOMES}"),
        (
            "bought",
            (
                rf"{_HOMES} (?i:had|has|have) (?i:bought|acquired|picked up the rights to|snapped up|licensed) (?:it|"
                rf"the (?:show|series|rights|drama)|[“‘]?[A-Z])"
            ),
        ),
        ("not_there", rf"^(?:[“\"]|[\w .]+: [“\"]?)?[Ii]t(?:[’']s| is) not {_HOMES}(?=[.,!;])"),
        ("sold", r"(?i)\bsold to (?:more than |over )?[\w-]+ (?:territories|countries|markets|broadcasters)"),
        (
            "moves",
            (
                rf"\b(?i:moves?|moved|moving|switch(?:es|ed)?|shift(?:s|ed)?|"
                rf"transfers?) (?:over )?(?:from {TITLE_NAME} )?to (?:the )?(?:(?:streaming )?(?:service|platform|streamer|"
                rf"network|channel) )?{_HOMES}"
            ),
        ),
        (
            "reaches",
            (
                rf"\b(?i:will reach|reaches|available|accessible|exclusively|exclusive|stream(?:s|ed|ing)?|airs?|viewers|"
                rf"repeats?|"
                rf"airing|aired|screen(?:s|ed)?|shown|debut(?:s|ed)?|premier(?:es|ed|e)|appeared|broadcast|starts airing|"
                rf"drops|dropped|"
                rf"lands?|"
                rf"landed|launch(?:es|ed)?|listed|watch(?:ed)?|bow(?:s|ed)?|hits?|had it for|remain|remains|stay|returns?|is|"
                rf"seen|presenting)(?i: (?:in [\w ]+ |again |only |worldwide |globally |exclusively |internationally |now |"
                rf"live |everywhere |still |back ){{0,2}})?(?i:on|to|at|for|via|through|by|over on)?(?i: the)? {_HOMES}"
            ),
        ),
        ("channel", r"(?i)\b(?:remain|stay) on (?:the )?(?P<name>main channel|same (?:channel|network|platform|service))\b"),
        ("simulcast", r"(?i)\b(?P<name>(?:English|US|UK|international|global|worldwide) simulcast)\b"),
        (
            "on",
            (rf"{NOT_SHOWN}\bon (?:the )?{_HOMES}(?=[,.;:!?)]| (?:and|in|from|this|next|at|with|for|as|last|until|till)\b|$)"),
        ),
        ("carries", rf"{_HOMES} (?i:will (?:carry|show|air|stream|screen|broadcast)|carries|airs|streams|screens|shows) "),
        (
            "took",
            rf"{_HOMES} (?i:took|bought|saved|rescued|poached|snapped up) [“‘]?{TITLE_NAME}[”’]? (?i:off|from) {TITLE_NAME}",
        ),
        (
            "presents",
            (
                rf"{_HOMES} (?i:is presenting|presents|original series)\b(?! (?:its|the|a) [\w -]{{0,20}}(?:schedule|slate|"
                rf"line-?up))"
            ),
        ),
    )
)
_STREAMS = regex(
    r"(?i)\b(?:stream(?:s|ing)?|available|exclusively|simulcast|will reach|airs?|broadcast)(?: \w+)? (?:on|to|via|through|"
    r"at)?\b(?! (?:in|from|the|this))"
)
_NETWORK_CELL = regex(
    rf"^(?i:network|platform|streaming on|channel|broadcaster|streaming service|where to watch|streamer)\s*(?:\t|"
    rf":)\s*(?P<name>{TITLE_NAME})"
)

_SOURCE = regex(
    rf"(?i)\b(?:based (?:up)?on|adapted from|adaptation of|inspired by|adapts?)\b(?! volumes)[^.;?!]{{3,110}}|\b(?:is|"
    rf"was) an? original (?:story|idea|screenplay|script)\b|\bbased on no (?:book|novel)\b"
    rf"|\bfictional story\b[^.;?!]{{0,60}}|\bno real[- ]life\b[^.;?!]{{0,30}}|\b(?:the|a|original) (?:manga|novel|book|comic|"
    rf"webtoon|light novel|webcomic|graphic novel|podcast|game|memoir) by (?-i:{FULL_NAME})|(?:\bnot|"
    rf"n[’']t) based on\b[^.;?!]{{0,60}}"
)
_AUTHOR = regex(rf"(?:by |of )?(?P<author>{FULL_NAME})(?:[’']s?)?(?: (?P<year>\d{{4}}))?")


def _platforms(place: Place) -> Iterator[Found]:
    text, context = place.text, place.context
    cell = _NETWORK_CELL.match(text)
    if cell:
        yield Found("platform", cell.start("name"), cell.end("name"), {"name": cell["name"]})
        return
    seen: set[str] = set()
    for status, pattern in live(_PLATFORM, text):
        for found in pattern.finditer(text):
            named = found.groupdict().get("name")
            name = _home_named(context, status, found, named) if named and status not in _COMMON else named or "unknown"
            key = fold(name or "") if named else f"unknown {status}"
            if not name or key in seen or (status == "possible" and _is_condition(text, found)):
                continue
            if status == "interested" and name and "alks with" in found[0] and fold(name) in context.people:
                continue  # those of an actor
            if status in {"denied", "moves"} and _OF_THE_SHOOT.search(text[: found.start() + len("moves")]):
                continue  # where the filming goes is a place
            seen.add(key)
            negative = status in {"not_likely", "no_talks", "denied", "not_there"}
            yield Found(
                "platform",
                found.start(),
                found.end(),
                _home_value(text, status, found, name if named else None),
                "-" if negative else "+",
                standing="denied" if status in {"denied", "not_there"} else None,
                season=season_of(text),
            )


_OF_THE_SHOOT = regex(r"(?i)\b(?:filming|shooting|shoot|production|cameras|photography|crew)\b[^.;?!]{0,40}$")
_COMMON = frozenset({"channel", "simulcast"})  # statuses whose names are common nouns
_SURELY = frozenset({"denied", "interested", "bought", "not_there", "took"})
_TERRITORY = (
    r" in (?:the (?=[A-Z]))?((?:all )?(?:\d+ countries|[A-Z]\w+(?: and [A-Z]\w+)?(?: territories| markets)?|"
    r"\w+ (?:countries|territories)))"
)


def _home_named(context: Context, status: str, found: re.Match[str], named: str) -> str | None:
    """Return the name of a home without what follows it ("Vela in 190 countries"); None where it names something else."""
    name, _ = trimmed(re.split(r" (?:in|on|at|for|from) | (?:and|with) \d", named)[0])
    if len(name) < 3 or not name[0].isupper() or never_home(name) or never_home(named):
        return None
    sure = bool(BROADCASTER.search(name)) or status in _SURELY or bool(_STREAMS.search(found[0]))
    known = sure or context.is_network(name) or context.is_network(name.split()[0])
    return None if not known or fold(name) in context.people or context.is_series(name) else name


def _is_condition(text: str, found: re.Match[str]) -> bool:
    """Say whether words are a condition or a plea: "if somebody does step in", "Somebody, pick it up"."""
    opens = search(r"(?i)\bif (?:\w+ )?$|^$", text[: found.start()]) is not None
    return opens and not search("could|might|may", found[0])


def _home_value(text: str, status: str, found: re.Match[str], name: str | None) -> dict[str, object]:
    if status == "sold":
        return {"status": "sold", "territory": re.sub(r"(?i)^.*sold to ", "", found[0])}
    value: dict[str, object] = {"name": name or "unknown"}
    if not name or status == "interested":
        more = "in_talks" if "talks with" in found[0] else status
        value["status"] = {"not_likely": "possible", "no_talks": "in_talks"}.get(more, more)
    after = found.end() if not name or name not in found[0] else text.find(name, found.start()) + len(name)
    territory = match(_TERRITORY, text[after:])
    if territory and _DATED.fullmatch(territory[1]):
        territory = None  # "in March"
    return value | ({"territory": territory[1]} if territory else {})


_OF_FILMING = regex(
    r"shot|film|shoot|production|camera|photograph|location|lensed|plainly|clearly|obviously|actually|"
    r"really"
)


@only_for(_SHOT, _PLAINLY, _HABIT)
def _locations(place: Place) -> Iterator[Found]:
    text, context = place.text, place.context
    seen: set[int] = set()
    if not _OF_FILMING.search(place.lower):
        return
    for pattern in (_SHOT, _PLAINLY, _HABIT):
        for found in pattern.finditer(text):
            names = _names_of_places(found["places"], text[found.end() :])
            if _DATED.search(text[found.start() : found.start("places")]) and len(names) < 2:
                continue  # when and where in one are a production's status
            before = text[max(0, found.start() - 30) : found.end()]
            if search(
                r"(?i)\b(?:photographed|spotted|snapped|pictured) |\b(?:he|she|who|they|(?:an?|the|one) (?:[a-z-]+ )?(?:man|"
                r"woman|boy|girl|victim|officer|witness|"
                r"detective|stranger|father|mother|brother|sister|son|daughter|priest|guard|soldier|suspect|bystander)) "
                r"(?:was|is|gets?|got) (?:\w+ )?shot ",
                before,
            ):
                continue
            status_here = match(
                r"(?i)(?:shot|filmed|lensed) (?:entirely |mostly |partly |largely )?(?:in|at|on) ", found[0]
            ) or search(
                r"(?i)\b(?:was|were|been|be|is|are) (?:\w+ (?:and )?)?(?:shot|filmed|lensed)\b|plainly|clearly|on "
                r"location|takes place|took place",
                text[max(0, found.start() - 14) : found.end()],
            )
            if len(names) < 2 and not (status_here or pattern is _HABIT):
                continue  # one place of a production is part of its status
            for one in names:
                at = found.start("places") + one.start()
                if search(r" not (?:in|at|on|around|near) $", text[:at]):
                    continue  # "filmed not in Boston but in Toronto"
                if _NO_PLACES.match(one[0]) or context.is_network(one[0]) or context.is_series(one[0]) or at in seen:
                    continue
                seen.add(at)
                yield Found("location", at, at + len(one[0]), {"place": one[0]}, season=season_of(text))


def _names_of_places(said: str, rest: str) -> list[re.Match[str]]:
    """Return each place of a list; "Sudbury, Ontario" is one, and what begins the next clause is none."""
    names = list(regex(PLACE_NAME).finditer(said))
    if len(names) == 2 and " and " not in said:
        return [one] if (one := regex(rf"{PLACE_NAME}, {PLACE_NAME}").match(said)) else names
    follows = match(r",? (?:has|have|is|was|are|were|will|said|says|plays|stars|returns)\b", rest)
    return names[:-1] if follows and len(names) > 1 else names


def _sources(place: Place) -> Iterator[Found]:
    text = place.text
    for found in _SOURCE.finditer(text):
        said = found[0]
        if search(
            (
                r"(?i)based (?:up)?on (?:that|this|the (?:fact|assumption|idea|past|previous|usual|pattern|release|success|"
                r"current)|our|what|its|"
                r"viewership|"
                r"ratings|how)|inspired by the (?:love|response)"
            ),
            said,
        ):
            continue
        value = _source_value(said, denied=text[: found.start()].endswith(("not ", "n’t ", "n't ")))
        yield Found("source_material", found.start(), found.end(), value, season=season_of(text[: found.end()]))


def _source_value(said: str, *, denied: bool) -> dict[str, object]:
    """Return the title, the author, the year and the medium that words about a source give; what is in quotes is no author."""
    if denied or search(r"(?i)\b(?:original|no|not|n[’']t|fictional)(?= )", said[:30]):
        return {"title": "none"}
    value: dict[str, object] = {}
    quoted = search(r"[“‘\"](?P<title>[^”’\"]{2,60}[^”’\",.])[,.]?[”’\"]", said)
    beside = said.replace(quoted[0], "_") if quoted else said
    bare = search(rf"\b{MEDIUM} (?P<title>{TITLE_NAME})(?=,? (?:written )?by )", beside)
    title = quoted or bare
    if title and search(rf"\b{MEDIUM}\b", said):
        value["title"] = title["title"]
    medium = search(rf"\b{MEDIUM}\b", beside)
    if medium:
        value["medium"] = medium[0]
    by = search(rf"\bby (?P<author>{FULL_NAME})", beside)
    author = by or _AUTHOR.search(beside)
    if author:
        value["author"] = author["author"]
    year = None if by or not author else author["year"]
    return value | ({"year": int(year)} if year else {})


def homes(place: Place) -> Iterator[Found]:
    """Find platforms, places of filming and source material in a sentence."""
    told = (
        *_platforms(place),
        *channels(place),
        *more_homes(place),
        *takers(place),
        *plain_homes(place),
    )
    shown = [where_and_whether(place, found) for found in told if not is_no_home(place, found)]
    for found in _apart([home for one in shown for home in _with_second(place, one)]):
        both = _TWO_SEASONS.search(place.text[: found.start + 8]) if "easons" in place.text or "eries" in place.text else None
        yield replace(found, season=1) if both and not found.season else found
        if both:
            yield replace(found, season=2)
    yield from _apart([*_locations(place), *more_places(place)])
    yield from _apart([*more_sources(place), *_sources(place)])


_TWO_SEASONS = regex(  # "both seasons are on it": each has a claim of its own
    r"(?i)\b(?:(?:seasons|series) (?:one|1) and (?:two|2)|both (?:seasons|series))\b[^.;?!]{0,50}?\b(?:are|is|stream|now)\b"
)


def _with_second(place: Place, found: Found) -> Iterator[Found]:
    """Yield a home and the one that "and" joins to it, each with its own words."""
    also = joined_home(place, found) if found.value.get("name") and found.polarity == "+" else None
    yield replace(found, end=min(found.end, also.start)) if also else found
    if also:
        yield also


def _apart(claims: list[Found]) -> list[Found]:
    """Leave out what overlaps a claim before it."""
    kept: list[Found] = []
    for found in claims:
        if not any(found.start < other.end and other.start < found.end for other in kept):
            kept.append(found)
    return kept
