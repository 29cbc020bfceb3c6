"""What a short answer says when read with its question: "Will there be a third season?" - "Not yet."."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from cliffhanger.claims.claim import Kind, Polarity, Standing
from cliffhanger.claims.context import season_of
from cliffhanger.claims.dates import each
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.interviews import turn
from cliffhanger.claims.kinds.renewal.rules import NEXT
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import Pattern, regex

_LONGEST, _SHORT = 14, 8  # words: what is longer says by itself what it says; a yes or no is shorter still
# What a question asks for, the most special first.
_TOPICS: tuple[tuple[str, Pattern], ...] = tuple(
    (topic, regex(pattern))
    for topic, pattern in (
        ("trailer", r"\b(?:trailer|teaser|footage|first look)\b"),
        (
            "episodes",
            (
                r"\bhow many\b[^?]{0,20}\b(?:episodes?|parts?|chapters?|instal+ments?|hours?|of them|this time)\b|"
                r"\bhow many\?"
            ),
        ),
        ("runtime", r"\bhow long (?:is|are|will|does|do)\b"),
        ("platform", r"\b(?:where (?:can|do|to|will|is)|(?:which|what) (?:channel|service|network|platform|streamer))\b"),
        (
            "date",
            (
                r"\b(?:when (?:is|does|will|can|do|are|might|could|would)|what (?:date|day)|release date|how soon|"
                r"which month)\b"
            ),
        ),
        (
            "making",
            (
                r"\b(?:started|begun|finished|done) (?:filming|shooting|production)\b|\b(?:is|are|has) (?:it|they|"
                r"\w+ \w+) (?:filming|shooting)\b"
            ),
        ),
        ("last", r"\b(?:(?:last|final) (?:season|series|run|one|ever)|the end of)\b"),
        ("cancelled", r"\b(?:cancel\w*|axed|scrapped|dropped|over for good|dead)\b"),
        ("film", r"\b(?:film|movie|spin-?off|prequel|sequel|remake|reboot|christmas special)\b"),
        ("episodes", r"\b(?:episodes|parts|instal+ments)\b"),
        ("renewed", rf"(?i:{NEXT})|\b(?:renew\w*|recommission\w*|return\w*|com(?:e|ing) back|be back|happening|saved)\b"),
    )
)
_ANSWERS: tuple[tuple[str, Pattern], ...] = tuple(
    (answer, regex(pattern))
    for answer, pattern in (
        (
            "unlikely",
            (
                r"(?:probably|possibly|sadly|honestly|i|we|almost|seems?|looks?|it[’']s)?[ ,]*(?:\w+ )?(?:probably not|"
                r"unlikely|doubt it|"
                r"doubtful|don[’']t think so|wouldn[’']t bet|not hopeful|not likely)"
            ),
        ),
        (
            "open",
            (
                r".*\b(?:(?:don[’']t|do not|doesn[’']t) (?:\w+ )?know|no idea|can[’']t say|couldn[’']t say|cannot say|"
                r"we[’']ll see|we shall see|"
                r"nobody (?:knows|has)|nobody[’']s (?:asked|told|said)|no one[’']s (?:asked|told|said)|no one (?:knows|has)|"
                r"no decision|not known|unclear|wait and see|who knows|your guess|"
                r"no word|"
                r"(?:hasn[’']t|has not|haven[’']t|have not) (?:been )?(?:decided|said|told|announced|confirmed)|undecided|"
                r"too early|too soon|"
                r"nothing (?:yet|to announce|official|confirmed)|remains to be seen|still waiting|to be confirmed|tbc|"
                r"tba)\b"
            ),
        ),
        (
            "not_yet",
            (
                r"(?:no[,.] )?(?:(?:sadly|unfortunately|alas|i[’']m afraid),? )?(?:not (?:yet|so far|at the moment|"
                r"right now|officially)|"
                r"there (?:isn[’']t|is not) one(?: yet)?)\b"
            ),
        ),
        (
            "no",
            (
                r"(?:no|nope|not|never|sadly,? no|sadly not|afraid not|i[’']m afraid not|unfortunately not|absolutely not|"
                r"false|untrue|"
                r"it (?:isn[’']t|hasn[’']t|won[’']t|is not|has not|will not)|there (?:isn[’']t|won[’']t|is no|is not|"
                r"will not))\b"
            ),
        ),
        (
            "likely",
            (
                r"(?:(?:yes|well|oh|honestly|look)[,.] )?(?:(?:i|we|let[’']s|one) )?(?:(?:would|do|really|certainly|"
                r"very much) )*(?:hope|think so|"
                r"guess so|suspect so|expect so|believe so|like to think|love|probably|likely|maybe|perhaps|possibly|"
                r"fingers crossed|"
                r"should think so)\b|i[’']m (?:hopeful|optimistic|confident)|i[’']d (?:love|like)|"
                r"almost certainly"
            ),
        ),
        (
            "yes",
            (
                r"(?:yes|yeah|yep|of course|absolutely|definitely|certainly|indeed|true|it (?:is|will|has)\b(?! not)|"
                r"there (?:is|will be)(?! no)|they are(?! not))\b"
            ),
        ),
    )
)
_SPECULATIVE = {"likely", "unlikely"}
_ODDS = regex(rf"(?P<p>{NUMBER}) ?(?:%|per ?cent|percent)|(?P<a>{NUMBER}) in (?P<b>{NUMBER})")
_NO_ANSWER = regex(r"\b(?:please|if|wish|dream)\b")  # "Yes, please." wishes
_MINUTES = regex(rf"(?P<n>{NUMBER})[ -]minutes?")
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
    "date": {"open": ("release_date", {"announced": False}, "+"), "not_yet": ("release_date", {"announced": False}, "+")},
}


def answers(place: Place, typed: Sequence[Found]) -> Iterator[Found]:
    """Find what a sentence answers to the question right before it; ``typed`` is what it says by itself."""
    if place.question is None:
        return
    named = turn(place.text)
    start = named.end() if named else 0
    said = place.text[start:].strip(' “”"')
    first = bool(place.before) and place.before[-1].text == place.question
    asked = place.question.lower()
    topic = next((topic for topic, pattern in _TOPICS if pattern.search(asked)), None)
    if topic is None or not said or len(said.split()) > _LONGEST:
        return
    found = _COUNTED[topic](place, said) if topic in _COUNTED else None
    found = found or (_verdict(topic, said) if first else None)
    if found is None or any(one.kind == found[0] for one in typed):
        return
    if found[0] == "release_date" and any(one.kind == "production_status" for one in typed):
        return  # when it is made, and not when it is shown
    kind, value, polarity, standing = found
    yield Found(
        kind,
        start,
        len(place.text),
        dict(value),
        polarity,
        standing=standing,
        season=season_of(place.text) or season_of(place.question),
    )


_Answer = tuple[Kind, Mapping[str, Any], Polarity, Standing | None]


def _verdict(topic: str, said: str) -> _Answer | None:
    lower = said.lower()
    odds = _ODDS.search(lower) if topic == "renewed" else None
    if odds:
        p = _share(odds)
        return ("renewal_status", {"status": "renewed", "p": p}, "+", "speculation") if p is not None else None
    if len(said.split()) > _SHORT:
        return None
    if _NO_ANSWER.search(lower):
        return None
    answer = next((answer for answer, pattern in _ANSWERS if pattern.match(lower)), None)
    verdict = _VERDICTS.get(topic, {}).get(answer or "")
    return (*verdict, "speculation" if answer in _SPECULATIVE else None) if verdict else None


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
    n = number(counted["n"]) if counted else None
    return ("runtime", {"minutes_min": int(n), "minutes_max": int(n)}, "+", None) if n else None


def _date(place: Place, said: str) -> _Answer | None:
    window = next((window for _, window in each(said, place.context.published, past=False)), None)
    return ("release_date", {"window": window.value()}, "+", None) if window else None


def _platform(place: Place, said: str) -> _Answer | None:
    named = place.context.network_pattern.search(said)
    return ("platform", {"name": named[0]}, "+", None) if named and place.context.is_network(named[0]) else None


_COUNTED: Mapping[str, Callable[[Place, str], _Answer | None]] = {
    "episodes": _episodes,
    "runtime": _minutes,
    "date": _date,
    "platform": _platform,
}
