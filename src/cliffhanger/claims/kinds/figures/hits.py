"""How a series did beside the others of its owner, and which way its audience went: "its biggest launch", "ratings slid"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import overlaps, seen
from cliffhanger.claims.numbers import ORDINAL, ordinal
from cliffhanger.claims.patterns import regex, search

_OWNER = (
    r"(?:(?:the |a |any )?(?:platform|streamer|network|channel|broadcaster|service|studio)(?:[’']s)|"
    r"[A-Z][\w+’&-]*(?: [A-Z0-9][\w+’-]*){0,2}[’']s?|"
    r"its|their|our)"
)
_BIG = (
    r"(?:biggest|largest|most successful|most popular|strongest|top|best|highest-profile|smallest|weakest|worst|"
    r"least successful)"
)
_START = r"(?:launch(?:es)?|debuts?|premieres?|openings?|bows?|openers?|starts?|finales?|hits?|successe?s?)"
_SHOW = r"(?:series|dramas?|comed(?:y|ies)|shows?|titles?|originals?|programmes?|programs?|thrillers?|sitcoms?|launches)"
_AGO = (
    r"(?:of (?:the|this|last|all|any|20\d\d)|to date|ever|yet|so far|since|in (?:the|its|over|more than|almost|nearly|a|"
    r"\w+ (?:years|months)|20\d\d|"
    r"\w+ history)|for (?:a|over|more than|\w+ (?:years|months))|this (?:year|season|month)|on (?:record|the (?:platform|"
    r"channel|network|service)))"
)
# "The platform's biggest launch of the year", "the streamer's biggest hit": of an audience, whoever measures it.
_OWNERS_BEST = regex(
    rf"\b{_OWNER} (?:(?P<o>(?i:{ORDINAL}))[ -])?(?P<how>{_BIG})[ -](?:[\w’'-]+ ){{0,3}}?(?:{_START}\b|"
    rf"{_SHOW}(?= {_AGO}\b))(?: {_AGO}(?: [\w’'“”-]+){{0,4}})?"
)
_BEST_OF = regex(
    rf"\b(?:[Tt]he|[Aa]) (?:(?P<o>(?i:{ORDINAL}))[ -])?(?P<how>{_BIG})[ -](?:[\w’'-]+ ){{0,3}}?(?:{_START}|{_SHOW}) (?:on|in|"
    rf"for|from|of) (?:the history of )?"
    r"(?:(?:the|its) (?:platform|streamer|network|channel|broadcaster|service)(?:[’']s (?:history|existence|life))?|"
    r"[A-Z][\w+-]*[’']s (?:history|existence|life))\b"
)
_AUDIENCE = (
    r"(?:[Rr]atings|[Vv]iewing figures|[Vv]iewership|[Vv]iewing|[Aa]udiences?|[Vv]iewer numbers|[Vv]iewing numbers|"
    r"[Oo]vernights|[Tt]he show[’']s audience)"
)
_UP = (
    r"(?:rose|climbed|grew|jumped|soared|surged|improved|increased|rallied|rebounded|recovered|picked up|swelled|spiked|"
    r"built)"
)
_DOWN = (
    r"(?:slid|fell|dropped|slipped|declined|dipped|sank|slumped|plunged|plummeted|tumbled|collapsed|shrank|dwindled|waned|"
    r"eased|"
    r"tailed off|fell away|drifted|cratered|nosedived|eroded)"
)
_WENT = regex(
    rf"\b{_AUDIENCE}(?: (?:figures|numbers|for [^.,;?!]{{2,30}}?|of [^.,;?!]{{2,30}}?))?(?: (?:then|also|steadily|sharply|"
    rf"quickly|slowly|reportedly|duly|gradually|"
    rf"again))? (?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<flat>held (?:steady|firm|up)|(?:has|have) (?:been|stayed|"
    rf"remained) (?:flat|steady|stable)|stayed (?:flat|steady)|"
    r"(?:was|were|remained) (?:flat|steady|stable)))\b"
    r"(?! (?:to (?:its|their|his|her)|restless|quiet|impatient|tired|bored|weary|silent|and (?:clapped|cheered|applauded)|"
    r"as one|from (?:its|their)))"
)
_LOST = regex(
    r"\b(?:(?P<down>(?:lost|shed|lo(?:ses|sing)|bled|haemorrhaged|hemorrhaged|sheds)) (?:more |many |some )?(?:viewers|"
    r"its audience|audience)|(?P<up>(?:gained|added|won|picked up|"
    r"found) (?:more |new )(?:viewers|fans|audience)))\b(?! (?:who|of))"
)
_NUMBER_FOLLOWS = (
    r"^[^.;?!]{0,40}?(?:\d|per ?cent|million|thousand)|^[^.;?!]{0,15}?\b(?:a|one) (?:fifth|quarter|third|tenth)|"
    r"^[^.;?!]{0,15}half"
)
_NOT_OF_VIEWERS = (
    r"(?i)\b(?:cast|budget|set|building|crew|stage|spend|investment|theatre|theater|stadium|approval ratings?|"
    r"credit ratings?|concert|gig)\b"
)


def owners_best(place: Place) -> Iterator[tuple[re.Match[str], int, str]]:
    """Find what rank a series holds among those of its owner, with the number and the word for the order."""
    if search(_NOT_OF_VIEWERS, place.text):
        return
    for pattern in (_OWNERS_BEST, _BEST_OF):
        for found in pattern.finditer(place.text):
            yield found, int(ordinal(found["o"] or "first") or 1), found["how"]


def went(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    """Find which way an audience went where no number tells by how much; ``used`` was read as something else."""
    if place.context.is_recap or search(_NOT_OF_VIEWERS, place.text):
        return
    for pattern in (_WENT, _LOST):
        for found in pattern.finditer(place.text):
            if overlaps(found.span(), used) or search(_NUMBER_FOLLOWS, place.text[found.end() :]):
                continue
            direction = "up" if found["up"] else "down" if found["down"] else "flat"
            yield seen(place, found.start(), found.end(), {"metric": "change", "direction": direction})
