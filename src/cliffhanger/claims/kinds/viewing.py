"""How many watched: viewers, hours, ranks, shares, changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures import compared
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import search

PERCENT = r"(?: ?%| ?per ?cent\b| ?percent\b| percentage points?\b)"
_UNITS = (  # metric, words of which a sentence holds one, how it is counted
    (
        "viewers",
        ("viewer", "people", "watcher", "adults"),
        (
            r"(?:total |live |weekly |linear |average |unique |other |daily |individual )*(?:viewers?|people|watchers?|"
            r"adults)"
        ),
    ),
    ("households", ("household", "homes", "famil"), r"(?:households?|homes|families)"),
    ("hours", ("hour",), r"(?:(?:viewing|watch|view|streaming|total) )*hours?(?: (?:viewed|watched|streamed|of viewing))?"),
    ("minutes", ("minute",), r"(?:(?:viewing|watch|streaming) )*minutes?(?: (?:viewed|watched|streamed))?"),
    ("views", ("views", "streams", "plays", "starts"), r"(?:views|streams|plays|starts|completed views)"),
    (
        "accounts",
        ("account", "subscriber", "member", "profile", "device"),
        r"(?:accounts?|subscribers?|members?|profiles|devices)",
    ),
)
_COUNT = tuple(
    (metric, words, re.compile(rf"(?i)(?P<n>{NUMBER})(?: (?:and a half|or so))? {unit}\b")) for metric, words, unit in _UNITS
)
_WATCHING = re.compile(
    r"(?i)\b(?:watch\w*|view(?:ers?|ed|ing|ership|s)|audience|households?|stream(?:ed|s|ing)?|drew|draw|draws|averag\w+|"
    r"rat(?:ing|ings|ed)|tun(?:ed|ing)|logged|clocked|pulled|reach(?:ed|es)?|attracted|consolidated|opened|peaked|"
    r"seen by|amassed|racked|hours|demo|launched to|premiered to|closed|share|premiere|finale|numbers|brought in|scored|"
    r"delivered|engaged|notched|live-plus|completion|finish\w*)\b"
)
_WITH = re.compile(rf"(?i)\bwith (?:about |around |nearly |almost |just |only |over )?(?P<n>{NUMBER})(?=[,;.](?!\d))")
_BEST = re.compile(
    r"(?i)\b(?:its|their|the (?:show|series|channel|drama|network|season)[’']s) (?:best|strongest|highest|biggest|largest)"
    r"(?: (?:showing|audience|figure|night|number|result|rating|share))?(?= (?:since|of|in)\b)|\branked (?P<o>first|second|"
    r"third|fourth|fifth)\b"
)
# "1.1 million tuned in": the verb says what was counted.
_TUNED = re.compile(
    rf"(?i)(?P<n>{NUMBER})(?: of us| of you| people)? (?:who )?(?:tuned in|watched|were watching|saw (?:it|the)|stayed (?:up|"
    rf"with)|"
    rf"caught)\b"
)
_BARE = re.compile(
    rf"(?i)\b(?:drew|draws|took|takes|gave it|audience (?:was|stood at)|steady at|compared (?:with|to)|managed|garnered|"
    rf"posted|netted|scored|audience of|"
    rf"averag(?:ed|ing|es)|pulled(?: in)?|reached|attracted|consolidated at|peaked at|opened (?:to|with)|"
    rf"launched (?:to|with)|premiered to|put [^.;]{{0,30}}? at|down from|up from|closed with|ended (?:on|with)|had at|"
    rf"rose to|fell to|dipped to|slipped to|grew to|seen by|from) (?:about |around |more than |over |just over |nearly |"
    rf"almost |just |only |an average of |some )*(?P<n>{NUMBER})(?![\d%]| ?(?:per ?cent|percent|%|episodes?|countries|"
    rf"territories|seasons?|million dollars|kroner|euros|minutes|hours|households|viewers|people|out of|/))"
)
_SHARE = re.compile(
    rf"(?i)(?:\bshare\b[^.;%]{{0,30}}?(?P<a>{NUMBER}){PERCENT}|(?P<b>{NUMBER}){PERCENT}(?: \w+)? (?:audience |market |"
    rf"viewing )?share\b)"
)
_RATING = re.compile(
    rf"(?i)\brat(?:ing|ings)\b[^.;]{{0,40}}?(?P<a>{NUMBER}){PERCENT}|(?P<b>{NUMBER}){PERCENT} (?:nationwide |"
    rf"national )?rating|(?P<c>\d+\.\d+) (?:rating )?in the (?:demo|key demo|18-49)|"
    rf"last week[’']s (?P<d>{NUMBER}){PERCENT}"
)
_CHANGE = re.compile(
    rf"(?i)\b(?P<verb>up|down|off|rose|fell|dropped|slid|grew|climbed|jumped|dipped|slipped|declined|plunged|gained|lost|"
    rf"increase of|decrease of|drop of|rise of|fall of|decline of|shed|tumbled|sank|surged)(?: by| some| about| around|"
    rf" roughly| nearly| almost| over)* (?P<n>{NUMBER}){PERCENT}"
)
_DOWN = {
    "down",
    "off",
    "fell",
    "dropped",
    "slid",
    "dipped",
    "slipped",
    "declined",
    "plunged",
    "lost",
    "decrease of",
    "drop of",
    "fall of",
    "decline of",
    "shed",
    "tumbled",
    "sank",
}
_FINISHED = re.compile(
    rf"(?i)(?P<a>{NUMBER}){PERCENT}[^.;]{{0,60}}?\b(?:finish\w*|complet\w*|reach(?:ed|ing) the (?:finale|end)|to the end|"
    rf"stuck with)\b|\b(?:completion|finish|finishing)(?: rate)?\b[^.;%]{{0,30}}?(?P<b>{NUMBER}){PERCENT}"
)
_POPULATION = re.compile(
    r"(?i)\b(?:roughly |about |nearly |almost )?(?P<f>a fifth|a quarter|a third|half|a tenth|one in (?:three|four|five|six|"
    r"ten)) of (?:the )?(?:population|country|households|nation|viewers)"
)
_FRACTIONS = {
    "a fifth": 20,
    "a quarter": 25,
    "a third": 33,
    "half": 50,
    "a tenth": 10,
    "one in three": 33,
    "one in four": 25,
    "one in five": 20,
    "one in six": 17,
    "one in ten": 10,
}
_RANK = re.compile(
    r"(?i)\b(?:most|highest)[ -](?:watched|viewed|streamed|rated|sampled|popular)\b(?: [\w’'+-]+){1,6}|\b(?:reached|hit|at|"
    r"topped|tops|debuted at|entered [^.;]{0,20}? at|spent [^.;]{0,20}? at|ranked(?: as)?) (?:the )?(?:number|no\.?|"
    r"#) ?(?P<n>one|two|"
    r"three|\d{1,2})\b(?! pick)|\b(?:tops|topped|topping) the (?:[\w’'+-]+ ){0,4}(?:chart|charts|list|ranking|rankings|"
    r"top 10)\b|\b(?:channel|network|platform|service|ratings) record\b|\b(?:most|highest)-rated\b(?: [\w’'+-]+){1,4}"
)
_TOP_TEN = re.compile(
    rf"(?i)\btop (?:10|ten)[^.;]{{0,40}}?\b(?:in|of|across) (?P<n>{NUMBER}) (?:countries|territories|markets|nations)"
)
_MEMBERS = re.compile(r"(?i)\b(?:claims?|reaches|has|have|with|home to|boasts?|to) (?:about |over |more than )?$")

_SHARES = ((_SHARE, "share_percent"), (_RATING, "rating_percent"), (_FINISHED, "completion_percent"))


def viewing(place: Place, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Find viewing figures in a sentence; numbers in ``taken`` were read as something else."""
    text = place.text
    used: list[tuple[int, int]] = list(taken)
    watching = bool(_WATCHING.search(text))
    percent = "%" in text or search(r"(?i)per ?cent|demo|18-49", text) is not None
    for found in _CHANGE.finditer(text) if percent else ():
        if watching or search(r"(?i)season|series|first|last|week|premiere", text):
            value = number(found["n"])
            if value is not None and not overlaps(found.span("n"), used):
                used.append(found.span("n"))
                sign = -1 if found["verb"].lower() in _DOWN else 1
                yield _seen(place, found.start(), found.end(), {"metric": "change_percent", "n": sign * value})
    for pattern, metric in _SHARES if percent else ():
        for found in pattern.finditer(text):
            raw = next((found[g] for g in ("a", "b", "c", "d") if g in pattern.groupindex and found[g]), None)
            kind = "demo_rating" if "c" in pattern.groupindex and found["c"] else metric
            at = next((found.span(g) for g in ("a", "b", "c", "d") if g in pattern.groupindex and found[g]), found.span())
            if raw and not overlaps(at, used) and (value := number(raw)) is not None:
                used.append(at)
                yield _seen(place, found.start(), found.end(), {"metric": kind, "n": value})
    yield from _counted(place, used, watching=watching)
    yield from _ranks(place)


def _counted(place: Place, used: list[tuple[int, int]], *, watching: bool) -> Iterator[Found]:
    """Numbers of viewers, households, hours and the like, with their unit or without."""
    text = place.text
    lower = place.lower
    for metric, words, pattern in _COUNT:
        if not any(word in lower for word in words):
            continue
        for found in pattern.finditer(text):
            value = number(found["n"])
            if (
                value is None
                or value < 5_000
                or overlaps(found.span("n"), used)
                or (not watching and metric not in {"viewers", "households", "hours"})
            ):
                continue
            if (search(r"(?i)signed|petition|signature", text) and metric in {"viewers", "accounts"}) or (
                metric == "accounts" and _MEMBERS.search(text[: found.start()])
            ):
                continue
            used.append(found.span("n"))
            start, _ = place.sentence.clause(*found.span())
            yield _seen(
                place,
                max(start, found.start() - 45),
                found.end(),
                {"metric": metric, "n": value} | compared(text[: found.start()]),
            )
    near = watching or search(r"(?i)viewer", " ".join(s.text for s in place.before[-1:])) is not None
    if near or "tuned" in lower or "watch" in lower or "saw " in lower:
        for found in (*((*_BARE.finditer(text), *_WITH.finditer(text)) if near else ()), *_TUNED.finditer(text)):
            value = number(found["n"])
            if (
                value is not None
                and value >= 50_000
                and not overlaps(found.span("n"), used)
                and not search(r"[$£€₹]$", text[: found.start("n")])
            ):
                used.append(found.span("n"))
                yield _seen(
                    place, found.start(), found.end(), {"metric": "viewers", "n": value} | compared(text[: found.start("n")])
                )


def _ranks(place: Place) -> Iterator[Found]:
    text = place.text
    for found in _TOP_TEN.finditer(text):
        yield _seen(place, found.start(), found.end(), {"metric": "top10_countries", "n": number(found["n"])})
    for found in _RANK.finditer(text):
        place_said = number(found["n"]) if found["n"] else 1
        if search(r"(?i)one of the $|among the $|second $|third $|tomorrow|loved", text[: found.start()][-14:]):
            continue
        yield _seen(place, found.start(), found.end(), {"metric": "rank", "n": place_said})
    for found in _BEST.finditer(text):
        said = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}.get((found["o"] or "first").lower(), 1)
        yield _seen(place, found.start(), found.end(), {"metric": "rank", "n": said})
    for found in _POPULATION.finditer(text):
        yield _seen(
            place,
            found.start(),
            found.end(),
            {"metric": "share_of_population", "n": _FRACTIONS[found["f"].lower()]} | compared(text[: found.start("f")]),
        )


def overlaps(span: tuple[int, int], used: list[tuple[int, int]]) -> bool:
    """Say whether a stretch shares a place with one of those used."""
    return any(span[0] < b and a < span[1] for a, b in used)


def _seen(place: Place, start: int, end: int, value: dict[str, object]) -> Found:
    period = search(
        (
            r"(?i)\b(?:(?:in|within|over|during|across|after) (?:its |their |the )?)?((?:first|opening|debut|"
            r"launch) (?:\w+ )?(?:days?|weeks?|months?|weekend|night)|\w+ (?:days|weeks|months))\b|\b(premiere|finale|"
            r"season average|launch night|live[- +]plus[- ]seven|overnight\w*|consolidated)\b"
        ),
        place.text,
    )
    if period and value["metric"] not in {"rank", "top10_countries"}:
        value["period"] = (period[1] or period[2]).lower()
    first, last = place.sentence.clause(start, end)
    return Found("viewership", start, end, value, season=season_of(place.text[first:last]) or season_of(place.text), past=True)
