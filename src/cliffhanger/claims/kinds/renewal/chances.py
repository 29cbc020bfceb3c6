"""Odds of another season: "renewal odds: 60%", "even money", "I reckon thirty percent", and columns that list them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import only_for, regex, search

_ODDS = regex(
    rf"(?i)\b(?:renewal )?(?:odds|chances?|probability|likelihood)(?: of (?:renewal|a renewal|return|it)|"
    rf" (?:for|on|of|against) [^:.;]{{1,40}}?)?(?:[:,]| (?:at|is|"
    rf"are|of|stands? at|sit at))* ?(?:about |around |roughly )?(?P<p>{NUMBER}) ?(?:%|per ?cent|percent)"
    rf"|\b(?P<less>less than |under |more than |over |about |around |roughly )?(?:a |an )?(?P<q>{NUMBER})(?:-| )?(?:%|"
    rf"per ?cent|percent)(?: or so)? (?:chance|odds|shot|likel\w+)"
    rf"|(?:put|call) it at (?:about |around )?(?P<r>{NUMBER}) in (?P<s>{NUMBER})|"
    rf"\b(?P<t>{NUMBER})[ -]in[ -](?P<u>{NUMBER}) (?:chance|shot)|(?:odds|chances)[^.;]{{0,20}}(?P<even>50[-–/]50|"
    rf"fifty-fifty|even|a coin[- ]?(?:flip|toss))"
)
_RECKON = (
    r"\b(?:I|we)(?:[’']d| would| will|[’']ll)? (?:have )?(?:say|said|put (?:it|that|this|them) (?:at|on)|guess(?:ed)?|give "
    r"(?:it|that|this|"
    r"them)|reckon|think(?: it[’']s)?|make it|rate it(?: at)?|call (?:it|that)|estimate|go (?:for|with))"
)
_MORE = regex(
    rf"(?:odds|chances?)\b[^.;?!]{{0,70}}?\b(?P<a>{NUMBER}) in (?P<b>{NUMBER})\b|"
    rf"\b(?P<c>{NUMBER})[- ]to[- ](?P<d>{NUMBER}) (?:against|on)\b|"
    rf"{_RECKON}(?: about| maybe| roughly| around| perhaps)? (?:an? )?(?:(?P<e>{NUMBER}) ?(?:%|per ?cent|percent)(?! (?:of|"
    rf"more|"
    rf"fewer|less|up|down))|(?P<f>{NUMBER}) in (?P<g>{NUMBER}))|"
    rf"\b(?:make|makes|call|rate|put|have|price|prices|give) (?:a |the |another |an? \w+ )?(?:renewal|return|seasons?|series|"
    rf"pick-?up)"
    rf"(?: \w+)?(?: at)? (?:about |around |roughly )?(?P<j>{NUMBER}) ?(?:%|per ?cent|percent)|"
    rf"\b(?:money|bet|guess|number|odds|percentage|figure|wager)\b[^.;?!%]{{0,35}}(?:,|:| is| at| of) (?:about |around |"
    rf"maybe |an? )?"
    rf"(?P<k>{NUMBER}) ?(?:%|per ?cent|percent)(?=[.,;!”]|$)|"
    rf"\b(?P<l>{NUMBER}) chances? (?:in|out of) (?P<m>{NUMBER})\b|"
    rf"\b(?P<h>{NUMBER}) in (?P<i>{NUMBER}) is (?:the best|as good as|all)\b",
    re.IGNORECASE,
)
# Two shares of a hundred: "forty-sixty against"; of a race or a vote they are told with other words.
_SHARES = regex(
    r"(?i)(?:\b(?:about|around|at|call it|roughly|is|it[’']s|say|more like|make it|put it at|have it at|odds|chances)[ "
    r":]+)(?P<one>\d{1,2})[-–/](?P<other>\d{1,2})"
    r"(?: (?P<side>against|for|in favou?r|on))?\b"
)
_EVEN = regex(
    r"(?i)\b(?:even money|evens|(?:a )?toss-?up|(?:a )?coin[- ]?(?:toss|flip)|flip of a coin|fifty-fifty|"
    r"50[-–/]50)\b"
)
_OF_RETURN = regex(
    r"(?i)\b(?:renew\w*|return|come back|back|another|survive|next (?:season|series)|pick-?up|odds|chances?|"
    r"bubble|deal)\b"
)
# An entry of a list of series with nothing but a share: such a column says what it is about.
_ENTRY = regex(
    rf"^[“‘\"]?[A-Z0-9][^.;:–—|]{{1,50}}?(?: \([^)]{{2,40}}\))? ?[:–—|-]+ ?(?:About |Around |Roughly |Maybe "
    rf")?(?P<p>{NUMBER}) ?"
    r"(?:%|per ?cent|percent)\.?(?=$| )"
)
_MEASURED = regex(
    r"(?i)\b(?:viewers?|audience|share|budget|cost|tax|battery|scenes?|script|episode|rating|drop|rise|score|critics)\b"
)
_COLUMN_OF_ODDS = regex(r"(?i)\b(?:odds|chances|likelihood|probability|prices?|bookmaker|bubble)\b")
_COLUMN_OF_FATES = regex(r"(?i)\b(?:renew|axe|cancel)")
_COLUMN = 600  # characters in which a column says what it gives
_SHORTEST_WORDS = 9  # of an answer that is nothing but odds


@only_for(_ODDS, _MORE, _EVEN, _SHARES, _ENTRY)
def chances(place: Place) -> Iterator[Found]:
    """Find the odds that a sentence gives for another season."""
    text = place.text
    for found in _ODDS.finditer(text):
        p = _probability(found)
        if p is not None and 0 <= p <= 1:
            value: dict[str, object] = {"status": "renewed", "p": p}
            if found["less"] and found["less"].strip() in {"less than", "under"}:
                value["cmp"] = "under"
            first, last = place.sentence.clause(*found.span())
            yield Found("renewal_status", first, last, value, standing="speculation")
    if _ODDS.search(text):
        return
    for found in _MORE.finditer(text):
        p = _more_odds(found)
        if p is not None and 0 < p <= 1 and (not (found["e"] or found["k"]) or _alone(place)):
            yield Found("renewal_status", found.start(), found.end(), {"status": "renewed", "p": p}, standing=_guess(place))
            return
    yield from _shares(place)


@only_for(_EVEN, _SHARES, _ENTRY)
def _shares(place: Place) -> Iterator[Found]:
    """Even money, two shares of a hundred, and the entries of a column of odds."""
    text = place.text
    even = _EVEN.search(text)
    if even and (_OF_RETURN.search(text) or len(text.split()) < _SHORTEST_WORDS):
        first, last = place.sentence.clause(*even.span())
        yield Found("renewal_status", first, last, {"status": "renewed", "p": 0.5}, standing=_guess(place))
        return
    shares = _SHARES.search(text)
    if shares and int(shares["one"]) + int(shares["other"]) == 100:
        one, other = int(shares["one"]), int(shares["other"])
        side = (shares["side"] or "").lower()
        p = {"": one, "against": min(one, other)}.get(side, max(one, other)) / 100
        yield Found("renewal_status", shares.start(), shares.end(), {"status": "renewed", "p": p}, standing=_guess(place))
        return
    entry = _ENTRY.match(text) if place.context.series or place.context.networks else None
    head = place.context.article.text[:_COLUMN]
    if entry and _COLUMN_OF_ODDS.search(head) and _COLUMN_OF_FATES.search(head):
        value = number(entry["p"])
        if value is not None and value <= 100:
            yield Found(
                "renewal_status",
                entry.start("p"),
                entry.end(),
                {"status": "renewed", "p": round(value / 100, 4)},
                standing="speculation",
            )


def _alone(place: Place) -> bool:
    """Say whether a share that somebody reckons is of another season: nothing else is measured in its sentence."""
    return _MEASURED.search(place.text) is None


def _guess(place: Place) -> Standing:
    hearsay = search(r"(?i)\b(?:rival|unnamed|insiders?|sources?|said to be|rumou?red)\b", place.text)
    return "rumour" if hearsay else "speculation"


def _more_odds(found: re.Match[str]) -> float | None:
    """A share of one: "one in four", "seven to two against", "I'd say 20 per cent"."""
    share = found["e"] or found["j"] or found["k"]
    if share:
        value = number(share)
        return round(value / 100, 4) if value is not None else None
    against = bool(found["c"]) and found[0].lower().endswith("against")
    one = number(found["a"] or found["c"] or found["f"] or found["h"] or found["l"])
    other = number(found["b"] or found["d"] or found["g"] or found["i"] or found["m"])
    if not one or not other:
        return None
    return round((other if against else one) / (one + other if found["c"] else other), 4)


def _probability(found: re.Match[str]) -> float | None:
    if found["even"]:
        return 0.5
    if found["p"] or found["q"]:
        value = number(found["p"] or found["q"])
        return round(value / 100, 4) if value is not None else None
    top, bottom = (number(found["r"] or found["t"] or ""), number(found["s"] or found["u"] or ""))
    return round(top / bottom, 4) if top and bottom else None
