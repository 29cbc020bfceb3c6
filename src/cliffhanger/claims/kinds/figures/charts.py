"""A chart in sentences: "slipped to second with 1.1 billion minutes", "“Sugar Creek” (571 million)", shares of an audience."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import overlaps, seen
from cliffhanger.claims.numbers import NUMBER, ORDINAL, SMALL_NUMBER, number, ordinal
from cliffhanger.claims.patterns import regex

_PLACE = rf"(?:#|[Nn]o\. ?|[Nn]umber )?(?:{ORDINAL}|{SMALL_NUMBER})"
_MOVED = regex(
    rf"\b(?:slipp(?:ed|s)|f(?:ell|alls)|dropp(?:ed|s)|sank|slid|ros?e|rises|climb(?:ed|s)|jump(?:ed|s)|leap(?:t|ed|s)|shot|"
    rf"surged|moved|"
    rf"tumbled|vaulted)(?: up| down| back)?(?: (?:one|two|three|four|five|six) (?:places|"
    rf"spots))?(?: from (?P<was>{_PLACE}))? (?:to|into|in) "
    rf"(?P<n>{_PLACE})(?: (?:place|spot|position))?(?=[.,;]| (?:with|on|at|in (?:its|the)|this|last|for|after|place|behind|"
    rf"ahead)\b|$)"
)
_STOOD = regex(
    rf"\b(?:was|came(?: in)?|finished|ranked|placed|stayed|held|remained|landed|debuted|entered|sits|stands)(?: in|"
    rf" at)? (?P<n>(?:#|[Nn]o\. ?|"
    rf"[Nn]umber )(?:{SMALL_NUMBER})|{ORDINAL})(?: (?:place|spot|position))?(?= (?:with|on|at) [\d.]+| behind | ahead of )"
)
_IN_PLACE = regex(rf"\b[Ii]n (?P<n>{ORDINAL}) (?:place|position) (?:was|is|came|were)\b")
_OUT = regex(
    rf"\b(?:tumbl|fell|fall|dropp|slipp|crash|slid|bow)\w* (?:straight |right )?out of (?:the )?top (?P<n>{SMALL_NUMBER})\b"
)
_MINUTES = regex(rf"\b(?P<n>{NUMBER}) (?P<unit>minutes|hours|views)(?! (?:long|each|an episode|of (?!viewing|view|watch)))\b")
_AFTER_RANK = regex(
    rf"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:on|with|"
    rf"at) (?P<n>{NUMBER})(?=[.,;]| |$)"
)
_BRACKETED = regex(rf"[”’\"] \((?P<n>{NUMBER})(?: (?P<unit>minutes|hours|views|viewers))?\)")
_SHARE = regex(
    rf"\b(?:accounted for|made up|represented|were) (?P<n>{NUMBER}) ?(?:%|per ?cent|percent) of (?:the |its |"
    rf"those )?(?:[“”\w ]+ )?"
    rf"(?:audience|viewers|viewing|watching)\b|\b(?P<m>{NUMBER}) ?(?:%|per ?cent|percent) of (?:those watching|(?:its|"
    rf"the) (?:viewers|"
    r"audience))[^.;?!]{0,40}? (?:were|was|are|is) "
)
_OF_A_CHART = regex(
    r"(?i)\b(?:charts?|top (?:10|ten|five|spot|slot)|ranking|rank|minutes|most[- ]watched|streaming|"
    r"hours viewed)\b"
)
_UNIT = regex(r"(?i)\b(?P<unit>minutes|hours|views|viewers)\b")
_LARGE = 100_000


def charts(place: Place, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Find ranks and totals of a chart that is told in sentences; those at ``taken`` have been read."""
    text = place.text
    for found in _SHARE.finditer(text):
        share = number(found["n"] or found["m"])
        at = found.span("n" if found["n"] else "m")
        if share is not None and share <= 100 and not overlaps(at, taken):
            taken.append(at)
            yield seen(place, found.start(), found.end(), {"metric": "share_percent", "n": share})
    if not any(_OF_A_CHART.search(one.text) for one in (*place.before[-3:], place.sentence)):
        return
    around = " ".join([*(one.text for one in place.before[-3:]), text])
    for pattern in (_MOVED, _STOOD, _OUT, _IN_PLACE):
        for found in pattern.finditer(text):
            n = _rank(found["n"])
            if n is not None and not overlaps(found.span(), taken):
                taken.append(found.span("n"))
                was = _rank(found.groupdict().get("was") or "")
                value = {"metric": "rank", "n": n} | ({"was": was} if was else {}) | ({"cmp": "below"} if pattern is _OUT else {})
                yield seen(place, found.start(), found.end(), value)
    for pattern in (_MINUTES, _AFTER_RANK, _BRACKETED):
        for found in pattern.finditer(text):
            total = number(found["n"])
            if total is not None and total >= _LARGE and not overlaps(found.span("n"), taken):
                taken.append(found.span("n"))
                named = found.groupdict().get("unit") or _last_unit(around)
                yield seen(place, found.start("n"), found.end(), {"metric": named, "n": total})


def _rank(said: str) -> int | None:
    word = said.lower().removeprefix("number ").removeprefix("no. ").removeprefix("no.").lstrip("#").strip()
    n = ordinal(word) or number(word) if word else None
    return int(n) if n and 0 < n <= 100 else None


def _last_unit(text: str) -> str:
    """Return what a chart counts, as far as the sentences before tell."""
    found = list(_UNIT.finditer(text))
    return found[-1]["unit"].lower() if found else "views"
