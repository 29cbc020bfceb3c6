"""Episode counts set against another: "six, not eight", "cut from ten to eight", "six episodes, down from eight"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.numbers import SMALL_NUMBER, number
from cliffhanger.claims.patterns import regex, search
from cliffhanger.claims.seasons_said import season_of

_UNIT = r"(?:episodes?|eps|chapters?|parts?|instal?lments?|hours|half-hours?|films?|parters?)"
_WITH_UNIT = rf"(?:[ -](?:new |more |hour-long |half-hour |feature-length |[a-z]+-minute |\d+-minute )?{_UNIT})?"
_FORMER = r"(?:usual|customary|normal|traditional|regular|standard|previous|first season[’']s|last (?:year|season|time)[’']s)"
_CHANGED = regex(
    rf"(?i)\b(?:from (?P<a>{SMALL_NUMBER}) (?:episodes )?to (?P<b>{SMALL_NUMBER})(?: episodes)?|(?:trimmed|cut|reduced|"
    rf"extended|expanded|shortened|lengthened|whittled|pared|slashed|scaled|increased|raised|boosted|upped|bumped|halved|"
    rf"doubled)"
    rf"[^.;\d]{{0,40}}?(?<!according )\bto (?P<c>{SMALL_NUMBER})(?: (?:parts|"
    rf"episodes))?(?: from (?P<d>{SMALL_NUMBER}))?|(?:down|up|back) to (?P<e>{SMALL_NUMBER}){_WITH_UNIT} (?:from|after) "
    rf"(?P<f>{SMALL_NUMBER}))\b(?! (?:percent|per cent|million|%|minutes|Jan|Feb|Mar|Apr|May|"
    rf"June?|July?|Aug|Sep|Oct|Nov|Dec|o[’']clock|years?|months?|weeks?|days?))"
)
_NOT_BUT = regex(
    rf"(?i)\b(?P<n>{SMALL_NUMBER}){_WITH_UNIT}(?: this (?:time|year|season))?,? (?:and )?(?P<how>not|rather than|"
    rf"instead of|in place of) (?:the )?(?P<former>{_FORMER} )?(?:(?:planned|promised|expected|original|announced) )?"
    rf"(?P<not>{SMALL_NUMBER})\b(?! ?(?:%|per ?cent|percent|million|thousand|years?|months?|weeks?|days?|seasons?|minutes?|"
    rf"people))"
)
# "It isn't six parts, it's seven".
_NOT_BUT_THEN = regex(
    rf"(?i)\b(?:is|are|was|were|be|do|doing|making|get|getting)?(?:n[’']t|\bnot|\bno longer)(?: going to be| to be| doing| "
    rf"making)? "
    rf"(?P<not>{SMALL_NUMBER})(?: (?:episodes|chapters|parts|instal+ments|hours))?(?:,|;|:| [–—-]|\.)? ?(?:but|(?:it|there|"
    rf"they|that)"
    rf"(?:[’'](?:s|re)| is| are| will be)|rather) (?:now |only |just |actually )?(?P<n>{SMALL_NUMBER})\b(?! ?(?:%|per|million|"
    rf"minutes|"
    rf"years|weeks|days|seasons|series|months|people))"
)
# What nothing but the other count follows belongs to the same assertion: "six episodes, down from eight".
_BARE_FROM = regex(
    rf"(?i)(?<![\d.,£$€-])\b(?P<n>{SMALL_NUMBER})[ -](?:(?:new|more|hour-long|half-hour|[a-z]+-minute) )?{_UNIT},? "
    rf"\(?(?:down|up|cut|reduced|trimmed) from (?:the (?:usual |previous )?)?(?P<was>{SMALL_NUMBER})(?=[.;,:!)”]| [–—-]|$)"
)
_ALONE_FROM = regex(
    rf"^[“\"‘'–—• -]{{0,3}}(?i:only |just |now )?(?P<n>(?i:{SMALL_NUMBER})),? (?:this time,? )?\(?(?:down|up) from "
    rf"(?:the (?:usual |previous )?)?(?P<was>{SMALL_NUMBER})(?=[.;,:!)”]| [–—-]|$)"
)
_OF_A_RUN = (
    r"(?i)\b(?:season|series|run|order\w*|commission\w*|channel|network|streamer|drama|show|sequel|instal?lment|"
    r"broadcaster)s?\b"
)
_NOT_A_RUN = (
    r"(?i)\b(?:slept|sleeps?|flight|drive|walk|tour|work(?:s|ed)? (?:for )?(?:\w+ )?hours|museum|queue\w*|waited|parked|"
    r"panel)\b"
)
_EPISODIC = r"(?i)episode|chapter|\bparts?\b|parter|instal|\beps\b"


def contrasts(place: Place) -> Iterator[Found]:
    """Find the count that a sentence sets against another; of two numbers one is the series', the other was or is not."""
    text = place.text
    found = _NOT_BUT.search(text) or _NOT_BUT_THEN.search(text)
    if found and _of_episodes(place, found):
        n, other = number(found["n"]), number(found["not"])
        if n and n < 400 and other:
            yield _told(place, found, {"n": int(n), "was" if _was(text, found) else "not": int(other)})
            return
    found = _CHANGED.search(text)
    if (
        found
        and search(r"(?i)episode|part|season|run|order|instal|\beps\b", text)
        and not search(r"(?i)percent|per cent|%|million", text[found.start() : found.end() + 12])
    ):
        n = number(found["b"] or found["c"] or found["e"])
        was = number(found["a"] or found["d"] or found["f"] or "")
        if n and n < 400:
            yield _told(place, found, {"n": int(n)} | ({"was": int(was)} if was else {}))


def bare_contrasts(place: Place) -> Iterator[Found]:
    """Find counts with the former one right behind them; besides these a sentence may hold others."""
    for found in _BARE_FROM.finditer(place.text):
        n, was = number(found["n"]), number(found["was"])
        if n and was and n < 400 and was < 400:
            yield _told(place, found, {"n": int(n), "was": int(was)})
    alone = _ALONE_FROM.match(place.text)
    if alone and _spoken_of(place):
        n, was = number(alone["n"]), number(alone["was"])
        if n and was and 1 < n < 200 and 1 < was < 200:
            yield _told(place, alone, {"n": int(n), "was": int(was)})


def _told(place: Place, found: re.Match[str], value: dict[str, Any]) -> Found:
    return Found("episode_count", found.start(), found.end(), value, season=season_of(place.text))


def _of_episodes(place: Place, found: re.Match[str]) -> bool:
    text = place.text
    if search(_EPISODIC, text) or search(r"(?i)\bthere (?:were|are)\b", text):
        return True
    hours = search(r"(?i)\bhours?\b|\bfilms?\b", found[0]) is not None
    told_of = search(_OF_A_RUN, text) is not None or place.context.network_pattern.search(text) is not None
    return hours and told_of and search(_NOT_A_RUN, text) is None


def _was(text: str, found: re.Match[str]) -> bool:
    """Say whether the other count is what there was before, rather than one that is wrong or came to nothing."""
    groups = found.groupdict()
    if groups.get("former"):
        return True
    how = (groups.get("how") or "not").lower()
    return how != "not" and search(r"(?i)\b(?:was|were|had been|ended up)\b[^.;?!]{0,15}$", text[: found.start()]) is None


def _spoken_of(place: Place) -> bool:
    """Say whether the sentences before are of episodes, so that a number that stands alone counts them."""
    asked = place.before[-1].text if place.before else ""
    return (
        any(search(_EPISODIC, one.text) for one in place.before[-2:])
        or any(one.kind == "episode_count" for one in place.last)
        or search(r"(?i)\bhow many (?:more|will|are|do|did|is)\b", asked) is not None
    )
