"""A decision about several seasons or several series at once, which is one about each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER, number, ordinal
from cliffhanger.claims.patterns import Rules, live, regex
from cliffhanger.claims.words.tokens import marked

_SEASONS = regex(
    rf"(?i)(?<!after )(?<!of )(?<!between )\b(?:seasons?|series) (?P<numbers>{SMALL_NUMBER}(?:, {SMALL_NUMBER}){{0,2}},? "
    rf"(?:and|&) {SMALL_NUMBER})\b"
    r"(?! (?:episodes|parts|times|years|million|viewers))|"
    rf"\b(?P<ordinals>{ORDINAL}(?:, {ORDINAL}){{0,2}},? and (?:an? |its |the )?{ORDINAL})(?: (?:seasons?|series|runs?|"
    rf"chapters?|instal+ments?))\b"
)
_ONE_SEASON = regex(rf"(?i)\b(?:{ORDINAL}|{SMALL_NUMBER})\b")
_QUOTED = r"[“‘\"](?P<name>[^“”‘\"]{2,60}?),?[”’\"]"
_BRACKET = r"(?: \([^)]{1,40}\))?"
# No word of a list is a verb of its own: "renewed “A” and cancelled “B”" are two fates.
_NO_VERB = (
    r"(?!(?:and|but|then|has|have|had|was|were|is|are|will|would|while|after|before|when|cancel|renew|ax|drop|end|pull|sav|pick|"
    r"scrap|order|kill|bur|resc|reviv|dump|lost|los|kept|keep|brought|bring)[a-z]*\b)"
)
_JOINT = rf",? (?:and |& |as well as |plus )?(?:(?:the |its |fellow )?(?:{_NO_VERB}[a-z-]+ ){{0,4}})?"
# What is not in quotation marks is a part of the same list only behind a comma or an "and".
_NAMED_JOINT = rf"(?:,? (?:and|&|as well as|plus) |, )(?:(?:the |its |fellow )?(?:{_NO_VERB}[a-z-]+ ){{0,2}})?"
_MOST_TITLES = 13


_NAME = "\x01"  # stands for every letter of a name of one of the article's series
_KNOWN = rf"{_NAME}+(?!{_NAME}|[’']s? [a-z]){_BRACKET}"
_TITLE = rf"(?:{_QUOTED.replace('?P<name>', '?:')}{_BRACKET}|{_KNOWN})"
_JOINED = rf"(?:{_JOINT}{_QUOTED.replace('?P<name>', '?:')}{_BRACKET}|{_NAMED_JOINT}{_TITLE})"
_SEVERAL = re.compile(rf"{_TITLE}{_JOINED}{{1,{_MOST_TITLES - 1}}}")
_SOME = re.compile(rf"{_TITLE}{_JOINED}{{0,{_MOST_TITLES - 1}}}")
_ONE = re.compile(rf"{_QUOTED}|(?P<known>{_NAME}+)")


def _marked(place: Place) -> str:
    """Return a sentence in which the names of the article's series are marked."""
    return marked(str(place.text), place.context.series_pattern, _NAME)


def _each(place: Place, listed: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the titles of a list with their places."""
    for one in _ONE.finditer(listed[0]):
        start, end = (listed.start() + at for at in one.span("name" if one["name"] else "known"))
        yield str(place.text[start:end]).rstrip("."), listed.start() + one.start(), listed.start() + one.end()


_LED = regex(
    r",? (?:(?:have|has|had|were|was|are|is|will|would|all|both|also|been|among|the|now|each|not|be|too|officially|reportedly|"
    r"getting|got|get) ?)*"
)
# What a title begins that is no part of the list before it.
_GOES_ON = regex(
    r" (?:is|was|are|were|has|had|have|will|would|can|could|may|might|returns?|ends?|ended|gets?|got|goes|went|"
    r"star(?:s|red)?|creators?|writers?|actors?|actress|boss|show-?runners?|director|producers?|cast|fans?|finale|season)\b"
)
# "... was renewed in March along with “A” and “B”"
_ALONG = regex(r"(?: (?:in|on|last|earlier|this) [^.;?!,“]{2,25}?)?,? (?:along|together) with (?:(?:the )?(?:[a-z-]+ ){0,3})?")
_FOLLOWED = regex(
    r":? ?(?:(?:include|includes|are|is|went|goes|go|to|for|of|the|its|both|all|other|fellow|new|dramas?|comedy|comedies|"
    r"series|shows?|sitcoms?|hits?|thrillers?|originals?) ?){0,6}"
)


def each_season(place: Place, claim: Found) -> Iterator[Found]:
    """A decision about seasons four and five is one about each of them."""
    status = claim.value.get("status")
    named = _SEASONS.search(place.text, claim.start, claim.end) if status in {"renewed", "cancelled"} else None
    if named is None:
        yield claim
        return
    for one in _ONE_SEASON.finditer(named["numbers"] or named["ordinals"]):
        n = number(one[0]) if named["numbers"] else ordinal(one[0])
        yield replace(claim, season=int(n)) if n else claim


def each_series(place: Place, claim: Found, verb: tuple[int, int]) -> Iterator[Found]:
    """“A”, “B” and “C” have been cancelled: one claim about each, where the list is what the verb is about."""
    signed = _marked(place)
    listed = next((one for one in _SEVERAL.finditer(signed) if _is_of(place.text, one.span(), verb)), None)
    along = _ALONG.match(place.text, verb[1])
    if listed is None:
        yield _of_nearest(place, claim, verb)
        more = _SOME.match(signed, along.end()) if along else None
        for name, start, end in _each(place, more) if more else ():
            yield replace(claim, series=name, start=start, end=end)
        return
    named = list(_each(place, listed))
    if listed.start() > verb[0] and _GOES_ON.match(place.text, listed.end()):
        named.pop()  # "... renewed A, and B star Maya Lin is glad"
    for nth, (name, start, end) in enumerate(named):
        whole = (min(claim.start, start), max(claim.end, end)) if nth == 0 else (start, end)
        yield replace(claim, series=name, start=whole[0], end=whole[1])


def _of_nearest(place: Place, claim: Found, verb: tuple[int, int]) -> Found:
    """Where a claim's words name several series that are no list, it is about the one that the verb follows, or the nearest."""
    pattern = place.context.series_pattern
    if pattern is None or claim.series is not None:
        return claim
    named = [one for one in pattern.finditer(str(place.text)) if claim.start <= one.start() and one.end() <= claim.end]
    if len({one[0].lower() for one in named}) < 2:
        return claim
    follows = [one for one in named if one.end() <= verb[0] and _LED.fullmatch(place.text[one.end() : verb[0]])]
    nearest = min(named, key=lambda one: max(verb[0] - one.end(), one.start() - verb[1]))
    known = {name.lower(): name for name in place.context.series}
    return replace(claim, series=known.get((follows or [nearest])[-1][0].lower()))


_FOR = r"(?: (?:for|this|next|in) [^.;:?!“”]{2,30}?)?(?P<tells> are| is|:| include)? (?:the )?(?:[a-z-]+ ){0,2}"
_TITLES_ARE = rf"(?:(?i:{SMALL_NUMBER}|several)) (?:more )?(?:titles|shows|series|dramas|comedies|sitcoms|originals)"
_OF_HEADS = {
    "cancelled": (
        r"[Cc]ancell?ations|[Nn]ot (?:returning|coming back)|[Gg]one|[Cc]ancell?ed|[Aa]xed|"
        rf"{_TITLES_ARE} (?:(?:are|were|have been) )?(?:axed|cancell?ed|gone|dropped|dead)"
    ),
    "renewed": (
        r"(?:[\w+]+[’']s )?[Rr]enewals|[Rr]eturning|[Bb]ack|[Rr]enewed|[Cc]oming back|[Pp]icked up|[Ss]afe|"
        rf"{_TITLES_ARE} (?:(?:will|do) )?(?:return|come back|are (?:back|safe|returning|renewed))"
    ),
    "ending": r"[Ee]nding|[Bb]owing out",
    "undecided": (
        r"[Aa]waiting (?:word|news|a decision|their fate)|[Oo]n the bubble|[Uu]ndecided|[Ii]n limbo|[Pp]ending|"
        r"(?:[Aa]mong )?[Tt]hose (?:still )?(?:waiting|on the bubble|undecided|in limbo)"
    ),
}
_HEADS: Rules[str] = Rules(
    (status, regex(rf"(?:^|[.:;] )(?:[Aa]lso |[Ss]till |[Aa]lready )?(?:{words}){_FOR}(?=[“\"A-Z\d])"))
    for status, words in _OF_HEADS.items()
)


def headed_lists(place: Place) -> Iterator[Found]:
    """Find the fates of series in a list behind its head: "Not returning are “A” and “B”.", "Also safe: A and B"."""
    for status, pattern in live(_HEADS, place.text):
        for head in pattern.finditer(place.text):
            listed = _SOME.match(_marked(place), head.end())
            named = list(_each(place, listed)) if listed else []
            alone = listed is not None and len(named) == 1 and place.text[listed.end() :].strip(' .,;!”"') != ""
            # Without a word that tells, titles are in quotation marks, and "Ending “A” would be a mistake" is no head of a list.
            if not named or (head["tells"] is None and (alone or place.text[head.end()] not in '“"')):
                continue
            extra = {"final": True} if status == "ending" else {}
            for name, start, end in named:
                yield Found("renewal_status", start, end, {"status": status, **extra}, series=name)


def _is_of(text: str, listed: tuple[int, int], verb: tuple[int, int]) -> bool:
    """Say whether a list of titles is right before or behind a verb."""
    if listed[1] <= verb[0]:
        return _LED.fullmatch(text[listed[1] : verb[0]]) is not None
    if verb[0] < listed[0] < verb[1]:
        return True  # the words of the rule go on into the list
    return verb[1] <= listed[0] and _FOLLOWED.fullmatch(text[verb[1] : listed[0]]) is not None


_NEXT_TURN = regex(r",(?= (?:(?:and|but|then|now|later|since) )*(?:has|have|had|was|were|is|got|gets)\b)")


def each_apart(text: str, told: Iterable[tuple[Found, tuple[int, int]]]) -> Iterator[tuple[Found, tuple[int, int]]]:
    """Yield claims with their spans; two turns in one clause part at the comma between: "axed in May, was saved by Vela"."""
    apart = sorted(told, key=lambda one: one[1])
    for at in range(len(apart) - 1):
        (one, its), (next_, after) = apart[at : at + 2]
        commas = [found.start() for found in _NEXT_TURN.finditer(text) if its[1] <= found.start() <= after[0]]
        comma = next((at for at in reversed(commas) if text.count("“", 0, at) == text.count("”", 0, at)), -1)
        if comma >= 0 and one.value != next_.value and one.end == next_.end:
            apart[at : at + 2] = (replace(one, end=comma), its), (replace(next_, start=comma + 1), after)
    return iter(apart)
