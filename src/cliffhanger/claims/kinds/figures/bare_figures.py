"""Viewing figures that neither a unit nor a known verb tells: a bare number where an article speaks of audiences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import compared, overlaps, seen
from cliffhanger.claims.numbers import number
from cliffhanger.claims.patterns import Pattern, regex, search

_BIG = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[.,]\d{1,3})?(?: ?(?:million|mln|mn|lakh|crore)\b|m\b)|\d{2,3} ?(?:thousand\b|k\b)|"
    r"(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half a|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?)[ -])(?:and a half |hundred "
    r")?(?:million|crore)\b)"
)
# What may stand between a verb or preposition and its figure.
_SOME = (
    r"(?:(?:about|around|more than|over|just|under|nearly|almost|only|a mere|a healthy|an average of|some|roughly|close to|"
    r"a little|a total of|fewer than|less than|an audience of|well|barely|a respectable|a solid|a modest|a disappointing|"
    r"an impressive|a whopping|another|a further|an estimated) ){0,3}"
)
_AFTER = (
    r"(?=[.,;:)”!?](?!\d)|$| (?:on|in|for|at|by|when|across|over|during|and|last|to|from|a week|a night|overnights?|live|"
    r"consolidated|after|before|within|with|per night|each|this|but|while|against|down|up|who|watching|tuned|the|that|once|"
    r"then|"
    r"same-day|including|—|–|-|\(\w)\b| ?[—–(])"
)
_FIGURE = regex(
    rf"(?i)(?P<verb>\b[a-z’'-]+(?: (?:to|at|with|on|of|by|in|from|past|below|above|down to|up to|back to|out at|up at|on at|in "
    rf"at|firm at|steady at|flat at|strong at|out "
    rf"with|for|just "
    rf"short of|it|them|the show|around)){{0,2}})[ :] ?{_SOME}(?P<n>{_BIG}){_AFTER}"
)
_VERBS = (
    r"(?i)^(?:slump|slid|slip|sank|sink|sunk|fell|fall|drop|dip|tumbl|plung|plummet|crash|crater|shr[aiu]nk|eas|edg|"
    r"ebb|dwindl|nosediv|"
    r"rose|ris(?:e|ing)|climb|jump|leap|leapt|surg|soar|spik|grew|grow|swell|swelled|shot|rocket|bounc|recover|"
    r"rebound|rall|improv|inch|crept|"
    r"manag|mustered|muster|scrap|pull|draw|drew|drawn|drag|lur|land|nab|snar|grab|claim|notch|post|score|scor|secur|earn|net|"
    r"bag|clock|log|record|register|return|hold|held|steadied|stead|settl|stay|stood|stand|stuck|remain|hover|level|flat|"
    r"bottom|"
    r"average|averag|start|open|launch|debut|premier|bow|kick|began|begin|close|clos|finish|end|sign|wrap|peak|top|"
    r"hit|reach|cross|"
    r"pass|exceed|beat|top|had|has|got|get|gets|took|take|takes|taking|make|made|brought|deliver|attract|garner|"
    r"gather|amass|win|won|watched|"
    r"seen|viewed|follow|lost|lose|shed|gain|add|put|gave|give|found|score|went|go|going|came|come|dr[ae]w|command|entic|"
    r"collect|"
    r"consolidat|total|number|compar|from|with|to|at|low of|high of|launch of|opener of|opening of|audience of|"
    r"average of|peak of|"
    r"start of|debut of|reach of|finale of|premiere of|total of|figure of|is|was|are|were|nearer|closer|says?|put|did\b|does\b|"
    r"do\b)"
)
# These are said of anything; the figure is of viewers where the sentences around it are.
_WEAK = (
    r"(?i)^(?:ha[sd]|got|gets?|t[ao]ke?s?|took|taking|made?|make|put|gave|give|found|go|goes|went|going|c[ao]me|"
    r"from|with|to|at|is|was|"
    r"are|were|says?|sign|beat|beats|top|tops|hit|hits|numbers?|follow|collect\w*|earn\w*|lost|lose|sold|add\w*|win|"
    r"won|begin|began|nearer|closer|did|does|do)\b"
)
# "Overnights for the opener: 3.4 million".
_HEADED = regex(
    rf"(?i)\b(?:overnights?|ratings|viewing figures?|viewers|viewership|audiences?|consolidated)\b[^.;?!:\d]{{0,50}}: "
    rf"{_SOME}(?P<n>{_BIG})"
    rf"(?! ?(?:petition|signatures|copies|dollars|pounds|euros))"
)
_STEP = regex(
    rf"(?i)(?P<n>{_BIG}) (?:more|fewer|less|higher|lower|up|down)(?: viewers| people| households)?(?: watched| tuned in| saw "
    rf"it| switched on)? (?:than|on) (?:the |its |last "
    rf"|any |for |in |a |week|"
    rf"episode|season|series|those|who)|\b(?:up|down|lost|shed|gain(?:ed)?|(?:rise|drop|fall|gain|increase|decline|"
    rf"loss) of)(?: by)? {_SOME}"
    rf"(?P<m>{_BIG}) (?:on|from|since|week|compared|year|over|against|versus)\b"
)
_NOT_VIEWING = regex(
    r"(?i)[$£€₹¥]|\b(?:petition|signatures?|signed|signing|copies|sold|sales|budget|cost(?:s|ing)?|paid|pay|fee|"
    r"spent|spend\w*|fund\w*|"
    r"tweets?|posts|followers|subscribers|members|supporters|backers|downloads|population|inhabitants|raised|donat\w+|prize|"
    r"tickets?|"
    r"grossed|box office|"
    r"profits?|revenue|loss(?:es)? of|shares\b(?! of)|share price|dollars|pounds|euros?|kroner|"
    r"kronor|crowns|rupees|tourists|visitors|hours|"
    r"minutes|households|homes|words|miles|metres|feet|acres|tonnes|salary|contract|deal|worth|licen[cs]e|rebate|trailer|likes|"
    r"plays|streams|accounts|bedrooms|jobs|staff|letters|votes?|claims? that|rs\.?)\b"
)
_OF_AUDIENCE = regex(
    r"(?i)\b(?:viewers?|viewership|overnights?|ratings?|audiences?|consolidated|most-watched|watched by|people "
    r"watched|share of the "
    r"audience|audience share|catch-up|time ?slot|live-plus|viewing figures?|averag(?:ed|es|ing)|watched|tuned in|"
    r"on the night|views|"
    r"streamed|drew|most-streamed|(?:million|billion) (?:hours|minutes)|in the ratings|share)\b"
)
_PERIOD_WORD = (
    r"\b(?:overnights?|consolidated|catch-up|premiere|opener|opening|finale|launch|episode|debut|night|week|month|live|slot|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|season|series|run|it|the drama|the show)\b"
)
# "1.9 million (Viewline overnights)", "2.2m, consolidated": what follows says what was counted.
_LABELLED = regex(
    rf"(?i)(?P<n>{_BIG}),? ?(?:\((?:[\w’'+ ]{{0,25}}?)(?:overnights?|consolidated|live|same-day|catch-up|viewers|all "
    rf"devices|plus seven|"
    rf"seven-day)\b[^()]{{0,25}}\)|(?:in the |on the |in |on )?(?:overnights?|consolidated)\b)"
)


@lru_cache(maxsize=8)
def speaks_of_audiences(text: str) -> bool:
    """Say whether an article speaks of viewing at all."""
    return _OF_AUDIENCE.search(text) is not None


def bare_figures(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    """Find the figures that stand alone; numbers in ``used`` were read as something else."""
    text, lower = place.text, place.lower
    if not search(r"\d|million|crore", lower) or not search(r"\d,\d{3}|million|thousand|crore|lakh|\dm\b|\dk\b|\dmn|mln", lower):
        return
    if "overnight" in lower or "consolidated" in lower or "(" in lower:
        yield from _each(place, _LABELLED, used)
    if ":" in lower:
        yield from _each(place, _HEADED, used)
    if _NOT_VIEWING.search(text):
        return
    if any(search(r"\bpetition|signature|budget|\bcost|\bpaid|[$£€]", one.lower) for one in place.before[-1:]):
        return
    before = len(used)
    near = any(_OF_AUDIENCE.search(one.text) for one in (place.sentence, *place.before[-2:]))
    yield from _each(place, _FIGURE, used, near=near)
    for found in _STEP.finditer(text) if near or len(used) > before else ():
        value = number(found["n"] or found["m"])
        at = found.span("n" if found["n"] else "m")
        if value is not None and value >= 10_000 and not overlaps(at, used):
            used.append(at)
            n = -value if search(r"(?i)fewer|less|lower|down|lost|shed|drop|fall|decline", found[0]) else value
            yield seen(place, found.start(), found.end(), {"metric": "change", "n": n})


def _each(place: Place, pattern: Pattern, used: list[tuple[int, int]], *, near: bool = True) -> Iterator[Found]:
    for found in pattern.finditer(place.text):
        value = number(found["n"])
        if value is None or value < 20_000 or overlaps(found.span("n"), used):
            continue
        if pattern is _FIGURE and not _of_viewing(place, found["verb"], near=near, counted=bool(used)):
            continue
        used.append(found.span("n"))
        value_of = {"metric": _metric(place, found), "n": value}
        yield seen(place, found.start(), found.end(), value_of | compared(place.text[: found.start("n")]))


def _of_viewing(place: Place, verb: str, *, near: bool, counted: bool) -> bool:
    """Say whether what stands before a figure tells of viewing: by itself, or with what the sentences around it speak of."""
    known = search(_VERBS, verb) is not None
    if known and not search(_WEAK, verb):
        return (
            near
            or search(_PERIOD_WORD, place.lower) is not None
            or search(r" (?:to|at|with|past|below|above)$", verb) is not None
        )
    if not known and not search(r"(?:ed|ing|s)(?: in| out| up| down)? (?:to|at|with)$", verb):
        return False
    named = place.context.series_pattern
    if near or (counted and search(_PERIOD_WORD, place.lower)) or (not known and named and named.search(place.text)):
        return True
    return known and speaks_of_audiences(place.context.article.text) and search(_PERIOD_WORD, place.lower) is not None


def _metric(place: Place, found: re.Match[str]) -> str:
    """What another count of the same is of: "52 million hours", they said; others "put it nearer thirty"."""
    if search(
        r"(?i)\b(?:it|total|figure|number|nearer|closer|that|count)\b", place.text[max(0, found.start() - 20) : found.end()]
    ):
        for one in place.before[-1:]:
            unit = search(rf"(?:{_BIG}) (?:\w+ )?(hours|minutes|views|households|streams|accounts)\b", one.text)
            if unit:
                return unit[1]
    return "viewers"
