"""Which event a date belongs to, and whether it lies behind: the words that govern dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from cliffhanger.claims.dates import Dated, dates
from cliffhanger.claims.found import Place
from cliffhanger.claims.patterns import search
from cliffhanger.claims.windows import Window

Event = Literal["release", "production", "status", "announcement", "trailer", "other"]
_WORDS: tuple[tuple[Event, str], ...] = (
    ("announcement", r"\bannouncements?\b[^.;?!]{0,30}?\b(?:come|be made|expected|due|follow|made)\b"),
    ("trailer", r"\b(?:trailers?|teasers?|\d+-second|PV|first[- ]look|posters?|key art|sneak peek)\b"),
    (
        "production",
        (
            r"\b(?:film(?:ing|ed|s)\b(?! fund)|shoot(?:s|ing)?|shot(?= (?:in|on|this|last|entirely|over|anything|"
            r"between|from))|be shot|cameras?|principal photography|photography|production (?=start|beg|is|was|has|wrap|"
            r"kick|got|will|resum|to |on |in |ran|took|halt|shut)|production$|writers[’'] room|script[- ]reading|"
            r"read-through|table read|in the can|post-production|editing|sets? (?:in|were|was|are)|wrap(?:s|ped|"
            r"ping)?\b(?! its)|last cut|final cut|lease|back on set|restart|start of production|in production)\b"
        ),
    ),
    (
        "status",
        (
            r"\b(?:renewed|renew|cancell?ed|cancel|axed|axe|scrapped|ordered|order|commissioned|recommissioned|"
            r"picked up|greenlit|green (?:signal|light)|affirmed|plug|drop the|chose|brought the show back|gone after|"
            r"un-cancell?ed|decision|closes? the books)\b"
        ),
    ),
    (
        "release",
        (
            r"\b(?:premier(?:e|es|ed|ing)|debut(?:s|ed|ing)?|bow(?:s|ed|ing)?|launch(?:es|ed|ing)?|releas(?:e|es|ed|"
            r"ing)|drop(?:s|ped)?(?! the)|arriv(?:e|es|ed|al|ing)|air(?:s|ed|ing)?|land(?:s|ed|ing)?|"
            r"c[oa]me(?:s)? (?:out|"
            r"on|to|in|along|back|before)|coming|c[oa]me|out (?:on|in|this|next|by|between)|be out|hit(?:s|ting)?|"
            r"stream(?:s|ed|ing)?(?! (?:giant|service|platform|wars|era|monster))|broadcast|transmission|(?:on|"
            r"off) (?:the )?air|roll(?:s|ed|ing)? out|return(?:s|ed|ing)?|"
            r"(?:is|"
            r"are|be|[’']s|comes?|coming|was|were) back|begin(?:s)?|wrap(?:s|ped) (?:its|up its|the)|dated?|due|slated|"
            r"scheduled|pencilled|penciled|set for|eyeing|targeting|aiming|finish(?:ed|es)|end(?:ed|s)|finale|concluded|"
            r"first season on|expect(?:ed)? (?:it|in|a|the|by|around|for)|get it|see it|calendars?|available|opened|"
            r"opens|"
            r"screened|run(?:s)? from|promised for|moved|later in|bows?|window|announced for|surface[sd]?|reach(?:es)?|"
            r"pushed|delayed|on screens)\b"
        ),
    ),
    (
        "announcement",
        (
            r"\b(?:announced?|confirmed|revealed|said|says|told|reported|unveiled|statement|wrote|tweeted|"
            r"posted|spokesperson|announcement)\b"
        ),
    ),
    (
        "other",
        (
            r"\b(?:novels?|book|contract|option|options|expires?|rights|petition|signatures|deal|through|"
            r"until at least|viewers|households|hours|share|watched|award|won|wins?|born|founded|subscribers|prize|free|"
            r"lapsed|trended|learned|learnt|episodes? (?:one|two|\d)|removed|links)\b"
        ),
    ),
)
_EVENTS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _WORDS)
_PAST_WORDS = re.compile(
    r"(?i)\b(?:was|were|had|did|premiered|debuted|bowed|launched|released|dropped|arrived|aired|landed|came|hit|streamed|"
    r"began|started|ended|finished|"
    r"concluded|opened|wrapped|shot|filmed|won|renewed|cancell?ed|axed|ordered|scrapped|went|took|said|told|announced|"
    r"confirmed|revealed|has been|have been|"
    r"gave|greenlit|commissioned|picked|chose|brought|pulled|gone|kicked off|completed|struck|ago|last|yesterday|earlier|"
    r"back in|since|got|reported|left|halted)\b"
)
_FUTURE_WORDS = re.compile(
    r"(?i)\b(?:will|shall|would|to be|is set|are set|set to|due|slated|scheduled|expected|expects?|eyeing|targeting|aims?|"
    r"aiming|plans?|pencilled|penciled|"
    r"(?-i:may)|might|could|can|should|next|upcoming|later|begins?|starts?|kicks? off|arrives|lands|launches|premieres|drops|"
    r"returns|hits|shoots|coming|'ll|’ll|"
    r"until|to premiere|to air|now says|moved|going to|hoped|mark your calendars|out on|wait)\b"
)


@dataclass(frozen=True, slots=True)
class Governed:
    """A date and the event word that governs it: its kind (None where there is none) and its place."""

    dated: Dated
    event: Event | None
    at: int
    end: int


@lru_cache(maxsize=8)  # a sentence is asked several times in a row
def events(text: str) -> tuple[tuple[int, int, Event], ...]:
    """Return the event words of a sentence in order, each as start, end and kind."""
    found: list[tuple[int, int, Event]] = []
    for name, pattern in _EVENTS:
        for hit in pattern.finditer(text):
            if all(hit.end() <= a or hit.start() >= b for a, b, _ in found):
                found.append((hit.start(), hit.end(), name))
    return tuple(sorted(found))


def governor(place: Place, dated: Dated, words: Sequence[tuple[int, int, Event]]) -> Governed:
    """Choose the event word of a date: the nearest before it in its clause, then the nearest after it, then before the clause."""
    first, last = place.sentence.clause(dated.start, dated.end)
    if dated.end < len(place.text) and _ASIDE.match(place.text[: dated.end + 60]) and "," not in place.text[: dated.start]:
        return Governed(dated, "other", 0, dated.start)
    beside = _beside(place.text, dated)
    if beside is not None:
        return beside
    if search(r"(?i)\bsince (?!then)[^.;,]{2,40} (?:in )?$", place.text[: dated.start]):
        return Governed(dated, "other", 0, dated.start)  # "the best launch since X in 2009" dates X
    before = [e for e in words if e[1] <= dated.start]
    after = [e for e in words if e[0] >= dated.end]
    inside = [e for e in before if e[0] >= first]
    if inside and inside[-1][2] != "announcement":
        chosen = inside[-1]
    elif after and after[0][0] < last and (after[0][0] - dated.end < 30 or not before):
        chosen = after[0]
    elif inside:
        chosen = next((e for e in reversed(inside) if e[2] != "announcement"), inside[-1])
    elif before:
        chosen = before[-1]
    elif after:
        chosen = after[0]
    else:
        return Governed(dated, None, dated.start, dated.end)
    return Governed(dated, chosen[2], chosen[0], chosen[1])


_ASIDE = re.compile(r"(?:Following|After|Since|Despite) (?:last|the|a|an|this|its)\b[^.,;]{3,80},")
_SAID_THEN = re.compile(r"(?i)\b(?:announced|confirmed|revealed|said|unveiled|disclosed)(?: it| that| the news)?(?: on)? $")
_THEN_SAID = re.compile(r"(?i)^ (?:officially |formally |also )?(?:announced|confirmed|revealed|unveiled)\b")
_THEN_OUT = re.compile(
    r"(?i)^ (?:series |season |worldwide |global )?(?:debut|premiere|launch|release|bow|finale|start|broadcast|drop|airing|"
    r"return)\b"
)


def _beside(text: str, dated: Dated) -> Governed | None:
    """A date right beside its word: "confirmed Wednesday", "today announced", "July 21 debut"."""
    said = _SAID_THEN.search(text[: dated.start])
    if said and dated.form in {"weekday", "today", "dmy", "mdy"}:
        return Governed(dated, "announcement", said.start(), said.end())
    after = text[dated.end :]
    for event, pattern in (("announcement", _THEN_SAID), ("release", _THEN_OUT)):
        found = pattern.match(after)
        if found:
            return Governed(dated, "announcement" if event == "announcement" else "release", dated.end, dated.end + found.end())
    return None


DATELINE = re.compile(
    r"^(?:[A-Z][\w .’'-]{2,25}[,.] ?)?(?:[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]+ \d{4})\.?\s*(?:[—–:-]|$)"
)


def is_past(text: str, at: int) -> bool:
    """Tell the tense at a place from the words around it: what stands nearest before decides, the future where both are far."""
    lead = text[max(0, at - 60) : at + 25]
    if search(
        r"(?i)\b(?:set|slated|dated|announced|scheduled|pencilled in|due|calendars?|promised|wait) for (?:the )?$", text[:at]
    ):
        return False
    if search(r"(?i)\b(?:after|since|following) (?:the|its|their|a) $", text[:at]):
        return True
    past = [m.end() for m in _PAST_WORDS.finditer(lead)]
    future = [m.end() for m in _FUTURE_WORDS.finditer(lead)]
    if past and future:
        return past[-1] > future[-1]
    return bool(past)


def window_of(place: Place, one: Governed, *, past: bool | None = None) -> Window | None:
    """Return the days a governed date means; the words around it tell the tense where ``past`` is not given."""
    behind = is_past(place.text, one.dated.start) if past is None else past
    return one.dated.window(place.context.published, past=behind)


def renewal_window(place: Place, start: int, end: int) -> Window | None:
    """Return the days of a renewal or cancellation said in a stretch of a sentence: a date that its word governs, or None."""
    words = events(place.text)
    for dated in dates(place.text):
        if start <= dated.start < end and governor(place, dated, words).event == "status":
            return dated.window(place.context.published, past=True)
    return None
