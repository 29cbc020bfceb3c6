"""Petitions: how many have signed, however the sentence turns it, and that there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import compared, overlaps
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import Pattern, only_for, regex, search

_SOME = (
    r"(?:about|around|more than|over|nearly|almost|at least|some|just|just over|just under|only|well over|upwards of|"
    r"roughly|close to|a total of|as many as|past|the)"
)
_WHO = (
    r"(?:people|fans|viewers|signatories|of (?:you|us)|verified|online|supporters|digital|others|locals|residents|members|"
    r"devotees|subscribers|readers)"
)
_SIGNED = regex(
    rf"(?i)(?P<n>{NUMBER})\+? (?:{_WHO} )*(?P<what>signatures?|names?|(?:on|behind) (?:the|that|this|our|their) (?:petition|"
    rf"open letter)|signatories|signers|signed|who (?:have |had |has "
    rf")?signed(?! (?:up|on|in|off))|"
    rf"(?:have|had|has)(?: now| already| "
    rf"so far| since)? (?:signed|put|added|backed)|supporters|(?:(?:have|had) )?(?:so far )?(?:put|added|adding|lent|given|"
    rf"pledged) their (?:names?|support|backing))\b"
)
_AT = regex(
    rf"(?i)\b(?:petition|open letter|signatures|campaign)\b[^.;?!]{{0,70}}?\b(?:at|hit|hits|past|passed|passes|topped|"
    rf"reached|"
    rf"reaches|reaching|over|to|has|had|gathered|collected|drew|attracted|crossed|surpassed|is now|are now|is currently|stands "
    rf"now at|with|tops?|exceeds?|is up to|"
    rf"garnered|"
    rf"amassed|"
    rf"exceeded|cleared|closed on|gained|got|racked up|nearing|nears|approaching|is near|closing in on|stands? at) "
    rf"(?:{_SOME} ){{0,2}}(?P<n>{NUMBER})\b"
)
_BY = regex(rf"(?i)\b(?:signed|backed|supported|endorsed|joined) by (?:{_SOME} ){{0,3}}(?P<n>{NUMBER})\b")
# Once a petition is spoken of: "when it reached ten thousand", "it was at 51,300", "and 23,150 when I got up".
_IT_HAS = regex(
    rf"(?i)\b(?:it|that|we(?=[’' ](?:re|ve|are|have)? ?)|count|counter|total|tally|number|one|figure)(?:[’']s| is| was| has| "
    rf"had|[’']d|[’'][rv]e| are| have)?(?: now| already|"
    rf" just| since| "
    rf"only| then| quickly| soon| eventually)? ?(?:at|stands? at|stood at|reached|reaches|hit|hits|passed|topped|"
    rf"crossed|climbed to|doubled to|swelled to|ballooned to|jumped to|risen to|grown to|leapt to|nearing|near|"
    rf"grew to|rose to|got to|gone past|up to|past|had|has) (?:{_SOME} ){{0,2}}(?P<n>{NUMBER})\b(?! ?(?:%|per ?cent|"
    rf"percent|episodes?|"
    r"seasons?|years?|days?|weeks?|hours?|minutes?|million dollars|pm\b|am\b|viewers?))"
)
_UP_FROM = regex(
    rf"\b(?:up|compared with|from just|rising) (?:from )?(?P<n>{NUMBER})(?= (?:over|on|in|at|the|a|last|"
    rf"yesterday|this|earlier)\b|[.,;]|$)"
)
_AND_NOW = regex(
    rf"(?i)\band (?:{_SOME} ){{0,2}}(?P<n>{NUMBER})(?= (?:when|by|as|now|today|yesterday|this (?:morning|afternoon|"
    rf"evening)|at the time|"
    r"last|a (?:day|week|month) later|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|overnight)\b)"
)
_BRACKETED = regex(
    rf"(?i)\((?:it was |up from |from )?(?:{_SOME} ){{0,2}}(?P<n>{NUMBER})(?: (?:names|signatures))?(?:,? (?:on|as of|by|at|"
    rf"last|"
    rf"yesterday|a (?:week|day|month) (?:ago|earlier))\b[^()]{{0,30}})?\)"
)
_EXISTS = regex(
    r"(?i)\b(?:even )?(?:an? |the )?(?:online )?petition (?:was|has been|is) (?:also )?(?:signed|started|launched|created|"
    r"set up|circulating)\b"
)
_UP = regex(
    rf"(?i)\b(?:up|(?:has |had |having )?(?:added|gained|adding|gaining|grew by|grown by|risen by|rose by|jumped by|"
    rf"put on)) (?:by )?(?:{_SOME} |another |"
    rf"a further ){{0,2}}(?P<n>{NUMBER})(?: (?:names|signatures|people|more))? (?:since\b|overnight\b|in (?:a|the|"
    rf"one|two|three|just|\d+|under) (?:\w+ )?"
    rf"(?:days?|hours?|weeks?|weekend|night|months?)\b|(?:in|within|over) (?:a|one|the (?:last|past)) fortnight\b|(?:on|from) "
    rf"(?:last|the|yesterday|mon|tues|wednes|thurs|fri|satur|sun)\w*)"
)
_LETTERS = regex(
    rf"(?i)\b(?P<n>{NUMBER}) (?P<what>letters|postcards|e-?mails|messages|complaints)(?: of (?:protest|support|complaint))?(?: "
    rf"from (?:fans|viewers|"
    rf"people))?(?: (?:had|have))? (?:arrived|were sent|been sent|poured in|flooded in|reached|landed|came in|were delivered|"
    rf"sent|urging|asking|"
    rf"demanding|pleading|begging|protesting|calling for)\b"
)
_PETITION = r"\bpetition|signature|open letter|change\.org|signator"


@only_for(_LETTERS, _SIGNED, _AT, _BY, _IT_HAS, _AND_NOW, _BRACKETED, _UP_FROM, _UP, _EXISTS)
def petitions(place: Place) -> Iterator[Found]:
    """Find what a sentence says of a petition."""
    text, lower = place.text, place.lower
    back = any(search(_PETITION, sentence.lower) for sentence in place.before)
    if not back and place.before and search(r"\bnames\b|signed", place.before[-1].text):
        back = "petition" in place.context.article.text  # which the names are of
    if not back and search(r"\bwe(?:[’']re| are) (?:now )?(?:at|past)\b", lower):
        back = "petition" in place.context.article.text.lower()
    here = search(_PETITION, lower) is not None
    for found in _LETTERS.finditer(text):
        value = number(found["n"])
        if value is not None and value >= 100:
            what = found["what"].lower()
            yield Found(
                "petition", found.start("n"), found.end("what"), {"n": value, "type": what} | compared(text[: found.start()])
            )
    if not (back or here or search(r"sign|campaign|names", lower)):
        return
    done: list[tuple[int, int]] = []
    if search(r"\d|hundred|thousand|million", lower):
        for pattern in _patterns(place, here=here, back=back):
            for found in pattern.finditer(text):
                value = number(found["n"])
                if value is None or value < 20 or overlaps(found.span("n"), done) or _is_year(found["n"], value):
                    continue
                if not _of_a_petition(text, found, pattern):
                    continue
                done.append(found.span("n"))
                start, _ = place.sentence.clause(*found.span())
                yield Found(
                    "petition", max(start, found.start() - 40), found.end(), {"n": value} | compared(text[: found.start("n")])
                )
    for found in (
        _UP.finditer(text) if here or "sign" in lower or (back and search(r"view|audience|rating", lower) is None) else ()
    ):
        if overlaps(found.span("n"), done):
            continue
        yield Found("petition", found.start(), found.end(), _change(found))
    exists = None if done or not here else _EXISTS.search(text)
    if exists:
        yield Found("petition", exists.start(), exists.end(), {"exists": True})


def _change(found: re.Match[str]) -> dict[str, object]:
    value: dict[str, object] = {"n": number(found["n"]), "change": True}
    return value | compared(found[0][: found.start("n") - found.start()])


def _patterns(place: Place, *, here: bool, back: bool) -> Iterator[Pattern]:
    yield _SIGNED
    yield _AT
    if here or back:
        yield _BY
    if here or (back and search(r"(?i)view|audience|rating|budget|episod", place.text) is None):
        yield _IT_HAS
    if here:
        yield _AND_NOW
        yield _BRACKETED
        yield _UP_FROM


def _of_a_petition(text: str, found: re.Match[str], pattern: Pattern) -> bool:
    """A name is signed to contracts and books too, and a campaign has an audience."""
    if search(r"[$£€₹¥]$", text[: found.start("n")]) or search(
        r"(?i)^ ?(?:episodes|seasons|years|viewers|million viewers)", text[found.end() :]
    ):
        return False
    if (
        pattern is _AT
        and search(r"(?i)\bcampaign\b", found[0])
        and search(r"(?i)petition|sign|letter|supporters|names", text) is None
    ):
        return False
    if pattern is not _SIGNED:
        return True
    if search(r"(?i)names?$", found["what"]) and search(r"(?i)petition|sign|letter|campaign|change\.org|\bplea\b", text) is None:
        return False
    return (
        search(r"(?i)\bsigned\b", found[0]) is None
        or search(r"(?i)petition|letter|people|fans|have signed|had signed|campaign|viewers", text) is not None
    )


def _is_year(text: str, value: float) -> bool:
    return 1900 <= value <= 2100 and search(r"^\d{4}$", text) is not None
