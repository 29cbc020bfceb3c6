"""What one article says of a season's fate, in order: which of two claims it puts first in time, where it does.

News of a rescue tells of the cancellation too, and news of a cancellation of the renewal before it. Neither is an article at odds
with itself: the words, the days and the owners say what came first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from cliffhanger.claims.claim import Claim, Quote, as_read
from cliffhanger.claims.names import fold
from cliffhanger.claims.recorded import Recorded

_EARLIER = re.compile(r"(?i)\b(?:earlier|originally|previously|at first|initially|had been|in the past|once)\b")
_LATER = re.compile(
    r"(?i)\b(?:later|since then|has since|now|then|after that|again|restor\w+|another chance|a chance|reversed|however)\b"
)
# The verbs by which an end and a renewal are told, in any form.
_ENDED = r"(?:cancel|ax(?:e|ing)|scrap|drop|pull|dump|cull|can?ned|end(?:ed|ing)|pass(?:ed|ing) on|kill)\w*"
_RENEWED = r"(?:renew|order|commission|greenl|green-l|confirm|pick(?:ed|ing))\w*"
_VERBS = {"cancelled": _ENDED, "renewed": _RENEWED}
# "four months after Lumen cancelled it", "had cancelled it", "which it renewed": what the verb tells lies behind the rest.
_BEFORE = (
    r"\b(?:after|(?<!has )(?<!have )since|following|despite|had|which(?!(?: [\w+]+){0,3} ha(?:s|ve)))\b"
    r"(?! (?:one|two|three|four|five|six)\b)"
)
_BEHIND = {status: re.compile(rf"(?i){_BEFORE}[^.;:?!]{{0,45}}?\b{verb}") for status, verb in _VERBS.items()}
_NEWS = {
    status: re.compile(rf"(?i)\b(?:has|have|is|are|was|were)\b (?:\w+ )?(?:been )?{verb}") for status, verb in _VERBS.items()
}
_SAVED = re.compile(r"(?i)\b(?:sav(?:ed|es|ing)|rescu\w+|reviv\w+|resurrect\w+|brought back|brings? back|un-?cancel\w+)\b")

_BETWEEN = len(", months after ")  # code points between two quotes of one sentence, at most

First = Literal["one", "other"]


def first_in_time(one: Recorded, other: Recorded) -> Recorded | None:
    """Return which of two claims of an article about one season's fate came first in time; None where it does not say.

    ``one`` stands before ``other`` in the text.
    """
    for told in (_by_days, _by_what_lies_behind, _by_rescue, _by_words):
        first = told(one, other)
        if first is not None:
            return one if first == "one" else other
    return None


def _by_days(one: Recorded, other: Recorded) -> First | None:
    """The earlier of two days; a day behind the article goes before what it tells as news."""
    first, second = ((each.claim.value.get("window") or {}).get("start") for each in (one, other))
    if first and second:
        return None if first == second else "one" if first < second else "other"
    ends = [(each.claim.value.get("window") or {}).get("end") for each in (one, other)]
    passed = [end is not None and end < each.piece.known_from.isoformat() for end, each in zip(ends, (one, other), strict=True)]
    return _alone(passed)


def _by_what_lies_behind(one: Recorded, other: Recorded) -> First | None:
    first = _alone([_behind(one.claim), _behind(other.claim)])
    if first is None and _in_one_sentence(one.claim.quote, other.claim.quote):
        first = _alone([not _is_news(one.claim), not _is_news(other.claim)])
    return first


def _in_one_sentence(one: Quote, other: Quote) -> bool:
    """Say whether two quotes are the same words, or the second goes on where the first breaks off without an end."""
    goes_on = 0 <= other.start - one.end <= _BETWEEN and one.text.rstrip()[-1:] not in {*".!?"}
    return one.text == other.text or goes_on


def _by_rescue(one: Recorded, other: Recorded) -> First | None:
    """What is saved, or taken up by another owner than the one who ended it, was ended before."""
    if {_status(one.claim), _status(other.claim)} != {"renewed", "cancelled"}:
        return None
    renewed = one if _status(one.claim) == "renewed" else other
    if _SAVED.search(as_read(renewed.claim.quote.text)) or another_owner(one.claim, other.claim):
        return "other" if renewed is one else "one"
    return None


def _by_words(one: Recorded, other: Recorded) -> First | None:
    """Words such as "earlier" and "later"; where they stand in both, the text is taken to tell in order."""
    words = [as_read(each.claim.quote.text) for each in (one, other)]
    if _EARLIER.search(words[0]) or _LATER.search(words[1]):
        return "one"
    return "other" if _EARLIER.search(words[1]) or _LATER.search(words[0]) else None


def in_words(one: Recorded, other: Recorded) -> bool:
    """Say whether words such as "earlier" and "later" put one claim before another that follows it in the text."""
    return _by_words(one, other) == "one"


def in_order(claims: Sequence[Recorded], follows: Mapping[str, frozenset[str]]) -> list[Recorded]:
    """Return claims, given by article, so that within one what it says to be later comes after what that ``follows``."""
    if not any(one.id in follows for one in claims):
        return list(claims)
    there = {one.id for one in claims}
    depths: dict[str, int] = {}

    def depth(claim: str) -> int:
        if claim not in depths:
            depths[claim] = 0  # where words put two each before the other, the text's order stands
            depths[claim] = max((1 + depth(each) for each in sorted(follows.get(claim, frozenset()) & there)), default=0)
        return depths[claim]

    places = {piece: place for place, piece in enumerate(dict.fromkeys(one.piece.id for one in claims))}
    return sorted(claims, key=lambda one: (places[one.piece.id], depth(one.id)))


def another_owner(one: Claim, other: Claim) -> bool:
    """Say whether two claims rest on the words of two owners."""
    owners = [fold(each.attribution.name or "") for each in (one, other) if each.attribution.type == "network_or_studio"]
    return len(owners) == 2 and all(owners) and owners[0] not in owners[1] and owners[1] not in owners[0]


def _status(claim: Claim) -> str:
    return str(claim.value.get("status"))


def _behind(claim: Claim) -> bool:
    return _has(_BEHIND, claim)


def _is_news(claim: Claim) -> bool:
    return _has(_NEWS, claim)


def _has(patterns: dict[str, re.Pattern[str]], claim: Claim) -> bool:
    pattern = patterns.get(_status(claim))
    return pattern is not None and pattern.search(as_read(claim.quote.text)) is not None


def _alone(so: Sequence[bool]) -> First | None:
    """Return which of two alone is so."""
    return None if so[0] == so[1] else "one" if so[0] else "other"
