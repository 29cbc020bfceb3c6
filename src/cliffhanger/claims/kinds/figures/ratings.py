"""Viewing in other shapes: watched so many times, a 0.4 rating, rows of a weekly table, figures in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import UNITS, on_audience, overlaps, seen
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import only_for, regex, search

_TIMES = regex(
    rf"(?i)\b(?P<what>view|watch|stream|play|start|click|download|access|request)(?:ed|s)?(?: on demand|"
    rf" in full)? (?:(?:more than|over|"
    rf"about|around|nearly|almost|some|a total of|an average of|an estimated|at least|just|only|roughly|"
    rf"well) ){{0,3}}(?P<n>{NUMBER}) times\b"
)
_NOT_EPISODES = r"(?i)\b(?:trailer|teaser|clip|tweet|post|video|hashtag|tiktok|petition|song|theme|podcast)\b"
_YOUNG = (
    r"(?:the (?:key |all-important )?(?:demo(?:graphic)?\b|18)|18|adults|a18|viewers aged|people aged|women|men\b|16|25|"
    r"under-)"
)
_DEMO = regex(
    rf"(?i)\b(?:(?:an?|its|of|to|with|at|from|scored|posted|earned|drew|managed|rated|"
    rf"averag\w+) )(?P<n>\d\.\d{{1,2}})(?!\d)(?:/\d{{1,2}}\b)?(?: (?:live|same-day|"
    rf"demo|overnight|average|nielsen|household|key-demo))*(?: (?:ratings?)\b(?:(?: points?)?(?: in| among|"
    rf" with) {_YOUNG}[^.,;]{{0,24}})?|"
    rf" (?:in|among|with) {_YOUNG}[^.,;]{{0,24}})"
)
_DEMO_OF = regex(
    r"(?i)\b(?:demo(?:graphic)?|18[- ](?:to[- ])?49s?|18 to 49)\b (?:rating )?(?:[\w’'-]+ ){0,3}?(?:rating )?(?:of |at |"
    r"to |a |an )"
    r"(?P<n>\d\.\d{1,2})(?!\d| ?(?:%|million|per ?cent))|\brating(?: of| (?:fell|dropped|slipped|rose|climbed|dipped|"
    r"was|stood|held)(?: to| at)?) (?:just |only |about )?(?P<m>\d\.\d{1,2})(?!\d|"
    r" ?(?:%|per ?cent|/|out))"
)
_SCORED = r"(?i)imdb|metacritic|letterboxd|tomato|out of|\bstars\b|\busers\b|critics|reviews|mydramalist|/ ?10"
_UNIT = rf"(?: (?P<unit>{'|'.join(UNITS)}))?"
_ROW = regex(
    rf"^(?:\d{{1,2}}[.)]? )?[“\"‘'*•–-]?\s?(?P<name>[^\W\d_][^:–—|"
    rf"(\t.?!;]{{1,60}}?)[”\"’'*]?(?:,? ?\((?P<where>[^()]{{2,40}})\))?,?"
    rf"(?: ?[:|\t=] ?| [–—-] ?| \.{{2,}} ?)(?:about |around |just over |just under |nearly |over )?(?P<n>{NUMBER})(?P<m>m|"
    rf" million)?{_UNIT}"
    r"(?=$|[\s.,;(|\t])"
)
_WHERE_ROW = regex(
    rf"^[“\"]?(?P<name>[^\W\d_][^:(.?!;]{{1,60}}?)[”\"]? \((?P<where>[^()]{{2,40}})\),?"
    rf" (?P<n>{NUMBER}){_UNIT}\.?$"
)
_BRACKET = regex(
    rf"\((?:(?:about|around|some|up|down|just|over|with|at|"
    rf"[^\W\d_][\w’'+ ]{{1,24}}[,:;]) )?(?P<n>{NUMBER}){_UNIT}(?:[,;] [^()]{{1,50}})?\)"
)
_LISTED = (
    r"(?i)\b(?:overnights?|viewers|ratings|audiences?|viewing|most-watched|top (?:ten|10|five|5|20|twenty)|week ending|"
    r"chart|views)\b"
)
_MONEY_BEFORE = r"[$£€₹¥₩#]$|\b(?:US|A|C|R)\$$"


@only_for(_TIMES, _DEMO, _DEMO_OF, _ROW, _WHERE_ROW, _BRACKET)
def ratings(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    """Find figures that no unit follows or that stand in a list; numbers in ``used`` were read as something else."""
    lower = place.lower
    if "times" in lower:
        yield from _times(place, used)
    if "rating" in lower or "demo" in lower or search(r"18|16|adults|women|under-", lower):
        yield from _demo(place, used)
    if search(r"\d|million|thousand", lower):
        yield from _rows(place, used)
        if "(" in lower:
            yield from _brackets(place, used)


def _times(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    for found in _TIMES.finditer(place.text):
        value = number(found["n"])
        before = place.text[max(0, found.start() - 60) : found.start()]
        if value is None or value < 1_000 or overlaps(found.span("n"), used) or search(_NOT_EPISODES, before):
            continue
        used.append(found.span("n"))
        metric = "streams" if found["what"].lower() == "stream" else "views"
        yield seen(place, found.start(), found.end(), {"metric": metric, "n": value})


def _demo(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    text = place.text
    if search(_SCORED, text):
        return
    sure = on_audience(place) and search(r"(?i)million|18|adults|demo|viewers|overnight|household|slot|16|network", text)
    for found in (*_DEMO.finditer(text), *_DEMO_OF.finditer(text)):
        name = "m" if "m" in found.re.groupindex and found["m"] else "n"
        value = number(found[name])
        named = search(rf"(?i)demo|{_YOUNG}", found[0]) is not None
        if value is None or overlaps(found.span(name), used) or not (sure or named or value < 1):
            continue
        used.append(found.span(name))
        yield seen(place, found.start(), found.end(), {"metric": "demo_rating", "n": value})


def _rows(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    """A line of a table: "Grey Harbour (Northline): 4.1 million", "3. Grey Harbour – 4.1m"."""
    found = _ROW.match(place.text) or _WHERE_ROW.match(place.text)
    if not found or len(place.text) > 140 or overlaps(found.span("n"), used):
        return
    value = number(found["n"])
    unit = (found["unit"] or "").lower()
    listed = unit or any(search(_LISTED, sentence.text) for sentence in place.before[-4:]) or _is_row(place)
    titled = place.context.is_series(found["name"].strip(" “”\"'")) or found["where"]
    if value is None or value < 50_000 or not listed or not (titled or unit or found["name"][0].isupper()):
        return
    if search(
        r"(?i)\b(?:budget|cost|sign(?:ed|atures?)|petition|subscribers|followers|population|date|published|call)\b", found["name"]
    ):
        return
    used.append(found.span("n"))
    yield seen(place, found.start("name"), found.end(), {"metric": UNITS.get(unit, "viewers"), "n": value})


def _is_row(place: Place) -> bool:
    """Say whether the line before was such a row too, which a list of them makes sure."""
    return any(_ROW.match(sentence.text) is not None for sentence in place.before[-1:])


def _brackets(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    """A figure in brackets after a rival or a week: "ahead of Ballroom on Coastal (5.9 million)"."""
    text = place.text
    if not on_audience(place, 1):
        return
    for found in _BRACKET.finditer(text):
        value = number(found["n"])
        at = found.span("n")
        if value is None or value < 50_000 or overlaps(at, used) or search(_MONEY_BEFORE, text[: at[0]]):
            continue
        used.append(at)
        unit = (found["unit"] or "").lower()
        start = max(place.sentence.clause(*found.span())[0], found.start() - 45)
        yield seen(place, start, found.end(), {"metric": UNITS.get(unit, "viewers"), "n": value})
