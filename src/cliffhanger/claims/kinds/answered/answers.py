"""What a short answer says when read with its question: "Will there be a third season?" - "Not yet."."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cliffhanger.claims.claim import Kind, Polarity, Standing
from cliffhanger.claims.dates import each
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.interviews import turn
from cliffhanger.claims.kinds.answered.asked import Asked, what_is_asked
from cliffhanger.claims.kinds.answered.of_people import of_people
from cliffhanger.claims.kinds.answered.replies import reply
from cliffhanger.claims.names import TITLE_NAME, fold
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons_said import season_of

_LONGEST = 14  # words: what is longer says by itself what it says
_SPECULATIVE = {"likely", "unlikely"}
_ODDS = regex(rf"(?P<p>{NUMBER}) ?(?:%|per ?cent|percent)|(?P<a>{NUMBER}) in (?P<b>{NUMBER})")
_NO_ANSWER = regex(r"\b(?:please|if|wish|dream)\b")  # "Yes, please." wishes
_MINUTES = regex(rf"(?P<n>{NUMBER})[ -]minutes?")
_AN_HOUR = regex(r"(?i)(?:(?:about|around|roughly|just under|just over|each|they[’']re|it[’']s) )*an hour\b")
_IN_PLACE = regex(
    rf"(?i:(?:(?:we(?:[’']re)?|they(?:[’']re)?|it[’']s|all|mostly|mainly|film|shoot|filming|shooting|"
    rf"again) )*(?:in|on|near|around) )(?P<place>{TITLE_NAME})"
)
_COUNT = regex(
    rf"(?i)^(?:(?:there (?:are|will be|were)|it[’']s|we (?:have|did|made)|just|only|another|about|"
    rf"still) )*(?P<n>{NUMBER})\b"
)

_Verdict = tuple[Kind, Mapping[str, Any], Polarity]


def _status(status: str, **more: Any) -> Mapping[str, Any]:
    return {"status": status, **more}


_OPEN: _Verdict = ("renewal_status", _status("undecided"), "+")
_VERDICTS: Mapping[str, Mapping[str, _Verdict]] = {
    "renewed": {
        "yes": ("renewal_status", _status("renewed"), "+"),
        "likely": ("renewal_status", _status("renewed"), "+"),
        "no": ("renewal_status", _status("renewed"), "-"),
        "not_yet": ("renewal_status", _status("renewed"), "-"),
        "unlikely": ("renewal_status", _status("renewed"), "-"),
        "open": _OPEN,
    },
    "cancelled": {
        "yes": ("renewal_status", _status("cancelled"), "+"),
        "no": ("renewal_status", _status("cancelled"), "-"),
        "not_yet": ("renewal_status", _status("cancelled"), "-"),
        "open": _OPEN,
    },
    "last": {
        "yes": ("renewal_status", _status("ending", final=True), "+"),
        "likely": ("renewal_status", _status("ending", final=True), "+"),
        "no": ("renewal_status", _status("ending", final=True), "-"),
        "open": _OPEN,
    },
    "film": {
        "yes": ("renewal_status", _status("spinoff"), "+"),
        "likely": ("renewal_status", _status("spinoff"), "+"),
        "no": ("renewal_status", _status("spinoff"), "-"),
        "unlikely": ("renewal_status", _status("spinoff"), "-"),
        "open": _OPEN,
    },
    "trailer": {
        "yes": ("trailer_status", _status("released"), "+"),
        "no": ("trailer_status", _status("not_released"), "+"),
        "not_yet": ("trailer_status", _status("not_released"), "+"),
    },
    "making": {
        "yes": ("production_status", _status("filming"), "+"),
        "no": ("production_status", _status("filming"), "-"),
        "not_yet": ("production_status", _status("filming"), "-"),
    },
    "writing": {
        "yes": ("production_status", _status("writing"), "+"),
        "no": ("production_status", _status("writing"), "-"),
        "not_yet": ("production_status", _status("writing"), "-"),
    },
    "heard": dict.fromkeys(("no", "not_yet", "open"), _OPEN),
    "date": {"open": ("release_date", {"announced": False}, "+"), "not_yet": ("release_date", {"announced": False}, "+")},
}


def answered(place: Place, typed: list[Found]) -> list[Found]:
    """Return what a sentence says (``typed``) with what it says as the answer to the question right before it.

    A day that answers "when do you film?" is one of the making, one that answers "is there a trailer?" is the trailer's.
    """
    if place.question is None:
        return typed
    named = turn(place.text)
    start = named.end() if named else 0
    said = place.text[start:].strip(' “”"')
    asked = what_is_asked(place, place.question) if said else None
    if asked is None:
        return typed
    if asked.topic in _WRONG:
        typed = [one for one in typed if one.kind != _WRONG[asked.topic]]
    of = _REASON_OF.get((asked.of or "")[:4])
    if of:
        typed = [replace(one, value=one.value | {"of": of}) if one.value.get("of") == "unknown" else one for one in typed]
    first = bool(place.before) and place.before[-1].text == place.question
    found = [*of_people(place, asked, said, start)] if first else []
    if not found and not (asked.topic == "why" and any(one.kind in {"reason", "renewal_status"} for one in typed)):
        found = [*_of_series(place, asked, said, first=first)]
    new = [one for one in found if not any(_is_told(one, other) for other in typed)]
    return typed + [replace(one, start=start, end=len(place.text)) if one.end == 0 else one for one in new]


def _is_told(one: Found, other: Found) -> bool:
    """Say whether a sentence says by itself what it says as an answer: of people each says a thing of somebody else."""
    named = [fold(str(claim.value.get("actor") or claim.value.get("person"))) for claim in (one, other)]
    return one.kind == other.kind and (one.kind not in {"cast_role", "crew_role"} or named[0] == named[1])


_WRONG = {"making_when": "release_date", "writing": "release_date", "trailer": "release_date"}


def _of_series(place: Place, asked: Asked, said: str, *, first: bool) -> Iterator[Found]:
    counted = _COUNTED.get(asked.topic) if len(said.split()) <= _LONGEST else None
    told = (counted(place, said) if counted else None) or (_verdict(asked, place, said) if first else None)
    if told is None:
        return
    kind, value, polarity, standing = told
    season = season_of(place.text) or season_of(place.question or "")
    yield Found(kind, 0, 0, dict(value), polarity, standing=standing, season=season)


_Answer = tuple[Kind, Mapping[str, Any], Polarity, Standing | None]


def _verdict(asked: Asked, place: Place, said: str) -> _Answer | None:
    lower = said.lower()
    odds = _ODDS.search(lower) if asked.topic == "renewed" and len(said.split()) <= _LONGEST else None
    if odds:
        p = _share(odds)
        return ("renewal_status", {"status": "renewed", "p": p}, "+", "speculation") if p is not None else None
    if asked.topic == "why":
        of = _REASON_OF.get((asked.of or "")[:4])
        return (
            ("reason", {"of": of, "gist": said.rstrip(".")}, "+", None)
            if of and (len(said.split()) > 1 or reply(said) is None)
            else None
        )
    if _NO_ANSWER.search(lower):
        return None
    word = reply(said)
    verdict = _VERDICTS.get(asked.topic, {}).get(word or "")
    if verdict is None:
        return None
    kind, value, polarity = verdict
    day = next((window for _, window in each(said, place.context.published, past=asked.topic == "making")), None)
    if day and kind in {"production_status", "trailer_status"}:
        value = {**value, "window": day.value()}
    return kind, value, polarity, "speculation" if word in _SPECULATIVE else None


_REASON_OF = {
    "canc": "cancelled",
    "axe": "cancelled",
    "axed": "cancelled",
    "axin": "cancelled",
    "depa": "leaving",
    "exit": "leaving",
    "end": "ending",
    "endi": "ending",
    "ende": "ending",
    "over": "ending",
    "leav": "leaving",
    "left": "leaving",
    "quit": "leaving",
    "dela": "delay",
    "late": "delay",
    "so l": "delay",
    "shor": "shorter_run",
    "fewe": "shorter_run",
}


def _share(odds: re.Match[str]) -> float | None:
    if odds["p"]:
        value = number(odds["p"])
        return round(value / 100, 4) if value is not None and value <= 100 else None
    top, bottom = number(odds["a"]), number(odds["b"])
    return round(top / bottom, 4) if top and bottom and top <= bottom else None


def _episodes(_: Place, said: str) -> _Answer | None:
    counted = _COUNT.match(said)
    n = number(counted["n"]) if counted else None
    return ("episode_count", {"n": int(n)}, "+", None) if n and 1 < n < 200 and float(n).is_integer() else None


def _minutes(_: Place, said: str) -> _Answer | None:
    counted = _MINUTES.search(said)
    n = number(counted["n"]) if counted else (60 if _AN_HOUR.match(said) else None)
    return ("runtime", {"minutes_min": int(n), "minutes_max": int(n)}, "+", None) if n else None


_OF_THE_SHOOT = regex(
    r"(?i)^[“\"]?(?:the |principal |we |they |cameras? |production )*(?:film(?:ing)?|shoot(?:ing)?|roll|photography)\b"
)


def _date(place: Place, said: str) -> _Answer | None:
    if _OF_THE_SHOOT.match(said):
        return None  # "When will we see it? Filming is to start in February."
    window = next((window for _, window in each(said, place.context.published, past=False)), None)
    return ("release_date", {"window": window.value()}, "+", None) if window else None


_ON = regex(rf"(?:(?:it[’']s|still|only|exclusively) )*[Oo]n (?P<name>{TITLE_NAME})(?=[,.;!]|$)")


def _platform(place: Place, said: str) -> _Answer | None:
    named = place.context.network_pattern.search(said)
    if named and place.context.is_network(named[0]):
        return "platform", {"name": named[0]}, "+", None
    other = _ON.match(said)
    return ("platform", {"name": other["name"]}, "+", None) if other else None


def _location(_: Place, said: str) -> _Answer | None:
    found = _IN_PLACE.match(said)
    return ("location", {"place": found["place"]}, "+", None) if found else None


def _making_when(place: Place, said: str) -> _Answer | None:
    past = regex(r"(?i)\b(?:we|they|it) (?:started|began|filmed|shot|wrapped|finished)\b").search(said)
    window = next((window for _, window in each(said, place.context.published, past=past is not None)), None)
    status = "filming" if past else "scheduled"
    return ("production_status", {"status": status, "window": window.value()}, "+", None) if window else None


def _trailer(place: Place, said: str) -> _Answer | None:
    """A day that answers whether there is a trailer is the one on which it comes, unless it is behind."""
    window = next((window for _, window in each(said, place.context.published, past=False)), None)
    if window is None:
        return None
    status = "released" if regex(r"(?i)\b(?:came|went|was|dropped|released)\b").search(said) else "upcoming"
    return "trailer_status", {"status": status, "window": window.value()}, "+", None


_COUNTED: Mapping[str, Callable[[Place, str], _Answer | None]] = {
    "episodes": _episodes,
    "runtime": _minutes,
    "date": _date,
    "platform": _platform,
    "place": _location,
    "making_when": _making_when,
    "trailer": _trailer,
}
