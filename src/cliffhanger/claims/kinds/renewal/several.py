"""A decision about several seasons or several series at once, which is one about each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER, number, ordinal
from cliffhanger.claims.patterns import Rules, live, regex

_SEASONS = regex(
    rf"(?i)(?<!after )(?<!of )(?<!between )\b(?:seasons?|series) (?P<numbers>{SMALL_NUMBER}(?:, {SMALL_NUMBER}){{0,2}},? "
    rf"(?:and|&) {SMALL_NUMBER})\b"
    r"(?! (?:episodes|parts|times|years|million|viewers))|"
    rf"\b(?P<ordinals>{ORDINAL}(?:, {ORDINAL}){{0,2}},? and (?:an? |its |the )?{ORDINAL})(?: (?:seasons?|series|runs?|"
    rf"chapters?|instal+ments?))\b"
)
_ONE_SEASON = regex(rf"(?i)\b(?:{ORDINAL}|{SMALL_NUMBER})\b")
_TITLE = r"[“‘\"][^“”‘\"]{2,60}?,?[”’\"](?: \([^)]{1,40}\))?"
_TITLES = regex(rf"{_TITLE}(?:,? (?:and |& |as well as |plus )?(?:(?:the |its |fellow )?(?:[a-z-]+ ){{0,4}})?{_TITLE}){{1,12}}")
_ONE_OR_MORE = regex(rf"{_TITLE}(?:,? (?:and |& |as well as |plus )?(?:(?:the |its )?(?:[a-z-]+ ){{0,4}})?{_TITLE}){{0,12}}")
_ONE_TITLE = regex(r"[“‘\"](?P<name>[^“”‘\"]{2,60}?),?[”’\"]")
_LED = regex(
    r",? (?:(?:have|has|had|were|was|are|is|will|would|all|both|also|been|now|each|not|be|too|officially|reportedly|getting|"
    r"got|get) ?)*"
)
# "... was renewed in March along with “A” and “B”"
_ALONG = regex(r"(?: (?:in|on|last|earlier|this) [^.;?!,“]{2,25}?)?,? (?:along|together) with (?:(?:the )?(?:[a-z-]+ ){0,3})?")
_FOLLOWED = regex(
    r":? ?(?:(?:went|goes|go|to|for|of|the|its|both|all|other|fellow|new|dramas?|comedy|comedies|series|shows?|sitcoms?|hits?|"
    r"thrillers?|originals?) ?){0,6}"
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
    listed = next((one for one in _TITLES.finditer(place.text) if _is_of(place.text, one.span(), verb)), None)
    along = _ALONG.match(place.text, verb[1])
    if listed is None and along:
        yield claim
        more = _ONE_OR_MORE.match(place.text, along.end())
        for one in _ONE_TITLE.finditer(more[0]) if more else ():
            start, end = (along.end() + at for at in one.span())
            yield replace(claim, series=one["name"].rstrip("."), start=start, end=end)
        return
    if listed is None:
        yield claim
        return
    for nth, one in enumerate(_ONE_TITLE.finditer(listed[0])):
        start, end = (listed.start() + at for at in one.span())
        if nth == 0:
            start, end = min(claim.start, start), max(claim.end, end)
        yield replace(claim, series=one["name"], start=start, end=end)


_FOR = r"(?: (?:for|this|next|in) [^.;:?!“”]{2,30}?)?(?: are| is|:| include)? (?:the )?(?:[a-z-]+ ){0,2}"
_HEADS: Rules[str] = Rules(
    (status, regex(rf"(?:^|[.:;] )(?:[Aa]lso |[Ss]till |[Aa]lready )?(?:{words}){_FOR}(?=[“\"])"))
    for status, words in (
        ("cancelled", r"[Cc]ancell?ations|[Nn]ot (?:returning|coming back)|[Gg]one|[Cc]ancell?ed|[Aa]xed"),
        ("renewed", r"(?:[\w+]+[’']s )?[Rr]enewals|[Rr]eturning|[Bb]ack|[Rr]enewed|[Cc]oming back|[Pp]icked up"),
        ("ending", r"[Ee]nding|[Bb]owing out"),
        ("undecided", r"[Aa]waiting (?:word|news|a decision|their fate)|[Oo]n the bubble|[Uu]ndecided|[Ii]n limbo|[Pp]ending"),
    )
)


def headed_lists(place: Place) -> Iterator[Found]:
    """Find the fates of series in a list behind its head: "Not returning are “A” and “B”."."""
    for status, pattern in live(_HEADS, place.text):
        for head in pattern.finditer(place.text):
            listed = _ONE_OR_MORE.match(place.text, head.end())
            for one in _ONE_TITLE.finditer(listed[0]) if listed else ():
                start, end = (head.end() + at for at in one.span())
                extra = {"final": True} if status == "ending" else {}
                yield Found("renewal_status", start, end, {"status": status, **extra}, series=one["name"].rstrip("."))


def _is_of(text: str, listed: tuple[int, int], verb: tuple[int, int]) -> bool:
    """Say whether a list of titles is right before or behind a verb."""
    if listed[1] <= verb[0]:
        return _LED.fullmatch(text[listed[1] : verb[0]]) is not None
    return verb[1] <= listed[0] and _FOLLOWED.fullmatch(text[verb[1] : listed[0]]) is not None
