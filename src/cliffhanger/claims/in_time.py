"""What one article says of a season's fate, in order: which of two claims it puts first in time, where it does.

News of a rescue tells of the cancellation too, and news of a cancellation of the renewal before it. Neither is an article at odds
with itself: the days, the words and the owners say what came first.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Literal

from cliffhanger.claims.claim import Claim, as_read
from cliffhanger.claims.names import fold
from cliffhanger.claims.numbers import SMALL_NUMBER
from cliffhanger.claims.recorded import Recorded

_EARLIER = re.compile(r"(?i)\b(?:earlier|originally|previously|at first|initially|had been|in the past|once)\b")
_LATER = re.compile(
    r"(?i)\b(?:later|since then|has since|now|then|after that|again|restor\w+|another chance|a chance|reversed|however)\b"
)
# The verbs by which an end and a renewal are told, in any form.
_ENDED = (
    r"(?:cancel|ax(?:e|ing)|scrap|drop|pull|dump|cull|canned|end(?:ed|ing)|pass(?:ed|ing) on|kill|un-?renew|rescind|revers)\w*"
)
_RENEWED = r"(?<!un-)(?:renew|order|commission|greenl|green-l|confirm|pick(?:ed|ing))\w*"
_VERBS = {"cancelled": _ENDED, "renewed": _RENEWED}
# "four months after Lumen cancelled it", "had cancelled it", "which it renewed": what the verb tells lies behind the rest. Not so
# behind a comma, "after weeks of talks, Lumen has renewed it", and where seasons are counted, "axed after only one season".
_BEFORE = (
    r"\b(?:after|(?<!has )(?<!have )since|following|despite|had|which(?!(?: [\w+]+){0,3} ha(?:s|ve)))\b"
    rf"(?! (?:just |only |barely |a |its )*(?:{SMALL_NUMBER}|single|first)\b)"
)
_BEHIND = {status: re.compile(rf"(?i){_BEFORE}[^.,;:?!]{{0,45}}?\b{verb}") for status, verb in _VERBS.items()}
_NEWS = {
    status: re.compile(rf"(?i)\b(?:has|have|is|are|was|were)\b (?:\w+ )?(?:been )?{verb}") for status, verb in _VERBS.items()
}
_SAVED = re.compile(r"(?i)\b(?:sav(?:ed|es|ing)|rescu\w+|reviv\w+|resurrect\w+|brought back|brings? back|un-?cancel\w+)\b")

_UNDOING = re.compile(
    r"(?i)\b(?:un-?renew|rescind|revok|withdr[ae]w|annul|overturn|overrul|revers|undo|undid|backtrack|reneg|"
    r"walk(?:s|ed|ing)? back\b|back(?:s|ed|ing)? (?:away|out|down)\b|(?:go(?:es|ing|ne)?|went) back on\b)"
)

_NEWS_DAYS = 7  # what happened so shortly before the article is its news, too
_BETWEEN = len(", months after ")  # code points between two quotes of one sentence, at most

First = Literal["one", "other"]


def first_in_time(one: Recorded, other: Recorded) -> Recorded | None:
    """Return which of two claims of an article about one season's fate came first in time; None where it does not say.

    ``one`` stands before ``other`` in the text.
    """
    told_by = _by_days, _by_what_lies_behind, _by_rescue, _by_what_has_passed, _by_owners, _by_undoing, _by_words
    for told in told_by:
        first = told(one, other)
        if first is not None:
            return one if first == "one" else other
    return None


def _by_days(one: Recorded, other: Recorded) -> First | None:
    """What had passed when the other came; days of which one lies within the other say nothing."""
    first, second = _days(one.claim), _days(other.claim)
    if not all((*first, *second)):
        return None
    return _alone([first[1] < second[0], second[1] < first[0]])


def _days(claim: Claim) -> tuple[str, str]:
    """Return the first and the last day on which a claim says that it came to be so, "" where it does not."""
    window = claim.value.get("window") or {}
    return window.get("start") or "", window.get("end") or ""


def _by_what_has_passed(one: Recorded, other: Recorded) -> First | None:
    """A day well before the article goes before what has none, and is told as news."""
    days = [_days(each.claim) for each in (one, other)]
    if all(any(each) for each in days):
        return None
    news_from = dt.date.fromordinal(max(one.piece.known_from.toordinal() - _NEWS_DAYS, 1)).isoformat()
    return _alone(["" < last < news_from for _, last in days])


def _by_what_lies_behind(one: Recorded, other: Recorded) -> First | None:
    first = _alone([_behind(one.claim), _behind(other.claim)])
    if first is None and in_one_sentence(one, other):
        first = _alone([not _is_news(one.claim), not _is_news(other.claim)])
    return first


def in_one_sentence(one: Recorded, other: Recorded) -> bool:
    """Say whether two claims rest on the same words, or on a quote that goes on where the other breaks off without an end."""
    first, second = sorted((one.claim.quote, other.claim.quote), key=lambda quote: quote.start)
    goes_on = 0 <= second.start - first.end <= _BETWEEN and first.text.rstrip()[-1:] not in {*".!?"}
    return first.text == second.text or (goes_on and one.piece.id == other.piece.id)


def _by_rescue(one: Recorded, other: Recorded) -> First | None:
    """What is saved was ended before."""
    return _ended_first(one, other) if _is_saved(one.claim) or _is_saved(other.claim) else None


def _by_owners(one: Recorded, other: Recorded) -> First | None:
    """What one owner ended and another one has taken up was ended before."""
    return _ended_first(one, other) if another_owner(one.claim, other.claim) else None


def _ended_first(one: Recorded, other: Recorded) -> First | None:
    told = [_status(each.claim) for each in (one, other)]
    return _alone([status == "cancelled" for status in told]) if set(told) == {"renewed", "cancelled"} else None


def _by_undoing(one: Recorded, other: Recorded) -> First | None:
    """What undoes a decision comes after it."""
    return _alone([_UNDOING.search(as_read(each.claim.quote.text)) is None for each in (one, other)])


def _by_words(one: Recorded, other: Recorded) -> First | None:
    """Words such as "earlier" and "later"; where they stand in both, the text is taken to tell in order."""
    words = [as_read(each.claim.quote.text) for each in (one, other)]
    if _EARLIER.search(words[0]) or _LATER.search(words[1]):
        return "one"
    return "other" if _EARLIER.search(words[1]) or _LATER.search(words[0]) else None


def in_words(one: Recorded, other: Recorded) -> bool:
    """Say whether words such as "earlier" and "later" put one claim before another that follows it in the text."""
    return _by_words(one, other) == "one"


def was_so_before(claim: Claim, day: dt.date) -> bool:
    """Say whether a claim tells of what came to be so before a day: by the days it names, else by words such as "had"."""
    first, last = _days(claim)
    if first or last:
        return "" < last < day.isoformat()
    return _behind(claim) and not _is_news(claim)


def in_order(claims: Sequence[Recorded], follows: Mapping[str, frozenset[str]]) -> list[Recorded]:
    """Return claims, given by article, so that within one what it says to be later comes after what that ``follows``."""
    placed: list[Recorded] = []
    begun: set[str] = set()

    def place(one: Recorded) -> None:
        if one.id in begun:  # where words put two each before the other, the text's order stands
            return
        begun.add(one.id)
        before = follows.get(one.id, frozenset())
        for claim in claims:
            if claim.id in before:
                place(claim)
        placed.append(one)

    for one in claims:
        place(one)
    return placed


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


def _is_saved(claim: Claim) -> bool:
    return _status(claim) == "renewed" and _SAVED.search(as_read(claim.quote.text)) is not None


def _has(patterns: dict[str, re.Pattern[str]], claim: Claim) -> bool:
    pattern = patterns.get(_status(claim))
    return pattern is not None and pattern.search(as_read(claim.quote.text)) is not None


def _alone(so: Sequence[bool]) -> First | None:
    """Return which of two alone is so."""
    return None if so[0] == so[1] else "one" if so[0] else "other"
