"""Where it is shown and shot, and what it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import FULL_NAME, TITLE_NAME, UPPER, fold, trimmed
from cliffhanger.claims.patterns import compiled, match, search

_PLACE_NAME = rf"[{UPPER}][\w’'-]+(?: (?:de la |de |del |upon |on |am |an der )?[{UPPER}][\w’'-]+){{0,3}}"
_SHOT = re.compile(
    rf"\b(?i:shot|filmed|filming|shoot(?:s|ing)?|production|cameras|photography|location|"
    rf"lensed)\b[^.;?!]{{0,60}}?\b(?:entirely |mostly |partly |largely |on location )*(?:in|at|off|around|near|outside|"
    rf"across|on) (?P<places>{_PLACE_NAME}(?:(?:, | and |, and ){_PLACE_NAME})*)"
)
_PLAINLY = re.compile(rf"(?i:\bis (?:plainly|clearly|obviously|actually|really) in) (?P<places>{_PLACE_NAME})")
_NO_PLACES = re.compile(
    r"^(?:Season|Series|January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|"
    r"Autumn|Fall|Winter|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|The|Episode|Jan|Feb|Oct|Nov|Dec|Sept|Instagram|Twitter|COVID)\b"
)

_HOMES = rf"(?P<name>{TITLE_NAME})"
_PLATFORM: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern))
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
                r"offered)\b[^.;?!]{0,40}\b(?:elsewhere|around|to (?:other|rival|another|new) \w+)"
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
                rf"circling|keen|in the running|looking at)"
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
            (
                rf"(?<!pressure )(?<!word )(?<!based )(?<!spent )(?<!depends )\bon (?:the )?{_HOMES}(?=[,.;:!?)]| (?:and|in|from|"
                rf"this|next|at|with|for|as|last|until|till)\b|$)"
            ),
        ),
        ("carries", rf"{_HOMES} (?i:will (?:carry|show|air|stream|screen|broadcast)|carries|airs|streams|screens|shows) "),
        (
            "took",
            rf"{_HOMES} (?i:took|bought|saved|rescued|poached|snapped up) [“‘]?{TITLE_NAME}[”’]? (?i:off|from) {TITLE_NAME}",
        ),
        ("presents", rf"{_HOMES} (?i:is presenting|presents|original series)\b"),
    )
)
_HOME_WORDS = {
    "none": ("no ",),
    "denied": ("not ",),
    "being_shopped": ("elsewhere", "around", " to "),
    "undecided": ("home", "another", "new "),
    "not_likely": ("unlikely", "difficult", "hard"),
    "no_talks": ("no talks", "no negotiations", "no discussions", "no offers"),
    "possible": ("some", "another", "rival", "new home"),
    "interested": ("sniffing", "interest", "circling", "keen", "running", "looking at", "work at", "talks with", "bid", "offer"),
    "bought": ("bought", "acquired", "picked up", "snapped", "licensed"),
    "not_there": ("not ",),
    "sold": ("sold to",),
    "moves": ("move", "moving", "switch", "shift", "transfer"),
    "reaches": (" on ", " to ", " at ", " for ", " via ", " through ", " by ", "reach", "hits", "presenting", " is "),
    "channel": ("channel", "same"),
    "simulcast": ("simulcast",),
    "on": (" on ",),
    "carries": ("carr", "show", "air", "stream", "screen", "broadcast"),
    "took": (" off ", " from "),
    "presents": ("present", "original series"),
}
_STREAMS = re.compile(
    r"(?i)\b(?:stream(?:s|ing)?|available|exclusively|simulcast|will reach|airs?|broadcast)(?: \w+)? (?:on|to|via|through|"
    r"at)?\b(?! (?:in|from|the|this))"
)
_BROADCASTER = re.compile(r"^Channel |(?:\bTV|Channel|Network|\+|\bPlus|Player|Prime)(?: \d)?$")
_NETWORK_CELL = re.compile(
    rf"^(?i:network|platform|streaming on|channel|broadcaster|streaming service|where to watch|streamer)\s*(?:\t|"
    rf":)\s*(?P<name>{TITLE_NAME})"
)

_SOURCE = re.compile(
    rf"(?i)\b(?:based (?:up)?on|adapted from|adaptation of|inspired by|adapts?)\b(?! volumes)[^.;?!]{{3,110}}|\b(?:is|"
    rf"was) an? original (?:story|idea|screenplay|script)\b|\bbased on no (?:book|novel)\b"
    rf"|\bfictional story\b[^.;?!]{{0,60}}|\bno real[- ]life\b[^.;?!]{{0,30}}|\b(?:the|a|original) (?:manga|novel|book|comic|"
    rf"webtoon|light novel|webcomic|graphic novel|podcast|game|memoir) by (?-i:{FULL_NAME})|\b(?:not|"
    rf"n[’']t) based on\b[^.;?!]{{0,60}}"
)
_SOURCE_WORDS = ("based", "adapt", "inspired", "original", "fictional", "real", " by ")
_AUTHOR = re.compile(rf"(?:by |of )?(?P<author>{FULL_NAME})(?:[’']s?)?(?: (?P<year>\d{{4}}))?|\bby (?P<by>{FULL_NAME})")


def _platforms(place: Place) -> Iterator[Found]:
    text, context = place.text, place.context
    cell = _NETWORK_CELL.match(text)
    if cell:
        yield Found("platform", cell.start("name"), cell.end("name"), {"name": cell["name"]})
        return
    seen: set[str] = set()
    lower = text.lower()
    for status, pattern in _PLATFORM:
        if not any(word in lower for word in _HOME_WORDS[status]):
            continue
        for found in pattern.finditer(text):
            named = found.groupdict().get("name")
            if named is not None and status not in {"channel", "simulcast"}:
                name, cut = trimmed(named)
                sure = (
                    bool(_BROADCASTER.search(name))
                    or status in {"denied", "interested", "bought", "not_there", "took"}
                    or bool(_STREAMS.search(found[0]))
                )
                if (
                    not (context.is_network(name) or context.is_network(name.split()[0]) or sure)
                    or fold(name) in context.people
                    or context.is_series(name)
                    or len(name) < 3
                    or not name[0].isupper()
                ):
                    continue
                if cut and status in {"interested", "bought"} and not name:
                    continue
            else:
                name = named or "unknown"
            key = fold(name)
            if key in seen:
                continue
            seen.add(key)
            value: dict[str, object] = {"name": name} if named else {"name": "unknown"}
            if not named or status == "interested":
                value["status"] = {"not_likely": "possible", "no_talks": "in_talks"}.get(status, status)
            territory = match(
                (
                    r" in ((?:all )?(?:\d+ countries|[A-Z]\w+(?: and [A-Z]\w+)?(?: territories| markets)?|\w+ (?:countries|"
                    r"territories)))"
                ),
                text[found.end() :],
            )
            if territory:
                value["territory"] = territory[1]
            negative = status in {"not_likely", "no_talks", "denied", "not_there"}
            yield Found(
                "platform",
                found.start(),
                found.end(),
                value,
                "-" if negative else "+",
                standing="denied" if status in {"denied", "not_there"} else None,
                season=season_of(text),
            )


def _locations(place: Place) -> Iterator[Found]:
    text, context = place.text, place.context
    seen: set[int] = set()
    for pattern in (_SHOT, _PLAINLY):
        for found in pattern.finditer(text):
            names = list(compiled(_PLACE_NAME).finditer(found["places"]))
            status_here = match(
                r"(?i)(?:shot|filmed|lensed) (?:entirely |mostly |partly |largely )?(?:in|at|on) ", found[0]
            ) or search(
                r"(?i)\b(?:was|were|been|be) (?:\w+ (?:and )?)?(?:shot|filmed|lensed)\b|plainly|clearly|on location",
                text[max(0, found.start() - 14) : found.end()],
            )
            if len(names) < 2 and not status_here:
                continue  # one place of a production is part of its status
            for one in names:
                at = found.start("places") + one.start()
                if _NO_PLACES.match(one[0]) or context.is_network(one[0]) or context.is_series(one[0]) or at in seen:
                    continue
                seen.add(at)
                yield Found("location", at, at + len(one[0]), {"place": one[0]}, season=season_of(text))


def _sources(place: Place) -> Iterator[Found]:
    text = place.text
    lower = place.lower
    for found in _SOURCE.finditer(text) if any(word in lower for word in _SOURCE_WORDS) else ():
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
        author = _AUTHOR.search(said)
        value: dict[str, object] = {"title": "none"} if search(r"(?i)\b(?:original|no|not|n[’']t|fictional)\b", said[:30]) else {}
        if author and not value:
            value["author"] = author["author"] or author["by"]
            if author["year"]:
                value["year"] = int(author["year"])
        yield Found("source_material", found.start(), found.end(), value, season=season_of(text[: found.end()]))


def homes(place: Place) -> Iterator[Found]:
    """Find platforms, places of filming and source material in a sentence."""
    yield from _platforms(place)
    yield from _locations(place)
    yield from _sources(place)
