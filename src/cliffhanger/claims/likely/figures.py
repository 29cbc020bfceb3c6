"""What a date or a number says where its words make it likely to be a claim's: a value for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cliffhanger.claims.claim import Kind
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.dates.events import is_past
from cliffhanger.claims.kinds.figures.sums import currency_of, unit_of
from cliffhanger.claims.kinds.figures.viewed import UNITS
from cliffhanger.claims.likely.mentions import Mention
from cliffhanger.claims.likely.proposed import polarity_of
from cliffhanger.claims.numbers import number
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons_said import season_of

Value = dict[str, Any]
# Closer to the sum than where a rule reads it, whose sentence speaks of a cost.
_PER = regex(r"(?i)^.{0,12}?\b(?:an?|per|each|every) (?P<per>episode|hour|chapter|instal?ment|season|series|day)\b|^ apiece\b")
_UNIT = regex(rf"(?i) (?:\w+ )??(?P<unit>{'|'.join(UNITS)})\b")
# Fewer words than rules know of a change (`figures.changes`): these may stand anywhere near a share, and "soaring to 17.9" beside
# it is of another number.
_DOWN = regex(
    r"(?i)\b(?:down|fell|falls?|fallen|drop(?:s|ped)?|dip(?:s|ped)?|slip(?:s|ped)?|slid|off|lost|loses|shed|declin\w+|lower|fewer|less|"
    r"decrease\w*|plunge\w*|sank|slump\w*)\b"
)
_UP = regex(r"(?i)\b(?:up|rose|rises?|risen|grew|grown|gain(?:s|ed)?|climb\w*|jump\w*|increase\w*|higher|more|bump|improv\w+)\b")
_COMPLETED = regex(r"(?i)\b(?:complet\w+|finish\w+|reach(?:ed|ing)? the (?:end|finale)|watched (?:it|them)? ?all)\b")
_RATING = regex(r"(?i)\b(?:rating|demo|18[ -](?:to|–|-)?[ -]?49|adults)\b")
_HOUR = regex(r"(?i)^[ -]hours?\b")
_SHORT = 40  # characters on either side of a number that tell what it counts
_FEWEST, _MOST = 2, 400  # episodes of a season
_SMALLEST_SUM, _SMALLEST_AUDIENCE, _RATINGS = 1_000, 1_000, 40
_TEN, _HUNDRED = 10, 100


_BY_HOW_MANY = regex(r"(?i) (?:fewer|less|more) than\b| short of\b")  # "two fewer than the first"


def _episodes(place: Place, one: Mention) -> Value | None:
    if _BY_HOW_MANY.match(place.text, one.end):
        return None
    n = number(one.said)
    return {"n": int(n)} if n is not None and n == int(n) and _FEWEST <= n <= _MOST else None


def _signatures(_: Place, one: Mention) -> Value | None:
    n = number(one.said)
    return {"n": n} if n is not None and n > _FEWEST else None


def _sum(place: Place, one: Mention) -> Value | None:
    amount = number(one.said)
    if amount is None or amount < _SMALLEST_SUM:
        return None
    after = str(place.text[one.end : one.end + _SHORT])
    value: Value = {"amount": amount, "currency": currency_of(str(place.text[one.start : one.end]) + after) or "unknown"}
    per = _PER.search(after)
    if per:
        value["per"] = unit_of(per["per"] or "episode")
    return value


def _audience(place: Place, one: Mention) -> Value | None:
    n = number(one.said)
    if n is None:
        return None
    before, after = str(place.text[max(0, one.start - _SHORT) : one.start]), str(place.text[one.end : one.end + _SHORT])
    if "<share>" in one.shapes:
        if _COMPLETED.search(before) or _COMPLETED.search(after):
            return {"metric": "completion_percent", "n": n}
        for sign, words in ((-1, _DOWN), (1, _UP)):
            if words.search(before) or words.search(after):
                return {"metric": "change_percent", "n": sign * n}
        return {"metric": "share_percent", "n": n}
    unit = _UNIT.match(after)
    metric = UNITS[unit["unit"].lower()] if unit else "viewers"
    if metric != "viewers":
        return {"metric": metric, "n": n}
    if n < _RATINGS and "<decimal>" in one.shapes:
        return {"metric": "demo_rating" if _RATING.search(before + after) else "rating", "n": n}
    return {"metric": "viewers", "n": n} if n >= _SMALLEST_AUDIENCE else None


def _score(place: Place, one: Mention) -> Value | None:
    n = number(one.said)
    if n is None or n > _HUNDRED:
        return None
    raw = str(place.text[one.start : one.end]).strip()
    return {"raw": raw, "value": n * _TEN if n <= _TEN and "<share>" not in one.shapes else n}


def _minutes(place: Place, one: Mention) -> Value | None:
    n = number(one.said)
    if n is None:
        return None
    minutes = n * 60 if _HOUR.match(place.text[one.end :]) else n
    return {"minutes_min": minutes, "minutes_max": minutes}


VALUES: Mapping[Kind, Callable[[Place, Mention], Value | None]] = {
    "viewership": _audience,
    "budget": _sum,
    "episode_count": _episodes,
    "petition": _signatures,
    "score": _score,
    "runtime": _minutes,
}
_CONDITION = regex(r"(?i)(?:^|[,;:–—(] |[“\"])(?:if|should|unless|provided|assuming)\b[^,;]*$")
# Kinds whose claims are about a date or a number: these words decide whether a rule's claim stays.
OF_MENTIONS = frozenset({"release_date", "announcement_date", *VALUES})


def claimed(place: Place, kind: Kind, one: Mention, others: Sequence[Mention]) -> Found | None:
    """Return the claim of a kind that a date or a number makes; None where it has no such value, or is that of a condition.

    Its words are those of the clause from the one of the ``others`` before it to the one behind it.
    """
    if _CONDITION.search(place.text[: one.start]):
        return None  # "if it is renewed this summer, a season could come in 2028": that says nothing of the summer
    start, end = place.sentence.clause(one.start, one.end)
    words = place.text[start:end]
    past = is_past(place.text, one.start)
    value = _window(place, one, past=past) if kind == "release_date" else VALUES[kind](place, one)
    if value is None:
        return None
    start = max([start, *(other.end for other in others if other.end <= one.start)])
    end = min([end, *(other.start for other in others if other.start >= one.end)])
    polarity = polarity_of(words) if kind == "release_date" else "+"
    return Found(kind, start, end, value, polarity, season=season_of(words), past=past, learned=True)


def _window(place: Place, one: Mention, *, past: bool) -> Value | None:
    window = one.dated.window(place.context.published, past=past) if one.dated else None
    return {"window": window.value()} if window else None
