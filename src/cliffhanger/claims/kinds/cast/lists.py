"""Lists of actors: who stands in one, whatever is told beside each name, and what they have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.kinds.cast.names import CHARACTER, Actor, person
from cliffhanger.claims.names import FULL_NAME, UPPER, fold
from cliffhanger.claims.patterns import regex

# "the comedian", "newcomers", "Oscar winner", "stage and screen veteran", "his long-time friend".
_CALLED = (
    r"(?:(?:the|an?|also|fellow|both|newcomers?|veterans?|veteran|rookie|relative|debutants?|his|her|their) |"
    rf"(?:(?:the|an?) )?(?:(?:[a-z][\w’'-]*|[{UPPER}][\w’'-]*) ){{0,4}}?(?:and (?:[a-z][\w’'-]* ){{1,2}}?)?(?:actors?|"
    r"actress(?:es)?|comedians?|comics?|"
    r"singers?|musicians?|rappers?|models?|dancers?|presenters?|performers?|stars?|winners?|nominees?|favou?rites?|"
    r"newcomers?|veterans?|alum|alumn[aiu]s?|regulars?|wrestlers?|footballers?|legends?|players|leads?|co-stars?) ){0,2}?"
)
_TOLD = r"(?:[^,;.(]|\b(?:Mrs?|Ms|Dr|St|Prof)\.)"  # a stretch without an end, for which a title has none
_ASIDE = (
    rf"(?: \([^)]{{1,60}}\)|,? \d\d(?=,)|,? who(?:se)? {_TOLD}{{1,80}}(?=, )|,? who(?:se)? {_TOLD}{{1,80}}(?=[.;]|$)|"
    rf",? as {CHARACTER}|,? playing {CHARACTER}| from (?:the )?[{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*){{0,2}}|"
    rf" of [“‘\"][^”\"]{{1,40}}[”’\"](?: fame)?|, (?:an?|the|her|his|best known|known|seen|late of|formerly|previously|"
    rf"last seen|most recently|star of) {_TOLD}{{2,60}}(?=,))"
)
_ITEM = regex(
    rf"{_CALLED}(?P<name>{FULL_NAME})\b(?! (?:winner|nominee|alum|veteran|star|actor|actress|regular)s?\b)(?:{_ASIDE}){{0,2}}"
)
_MOST = 20
_AND = regex(
    r"(?:,? (?:and|plus|with|as well as|alongside|along with|together with|followed by),? (?:finally |also |then |"
    r"(?:for|in) [^.,;]{3,30}, )?|, | & | / )"
)
SUBJECTS = (
    rf"(?P<names>{FULL_NAME}(?:{_ASIDE},?)?(?:(?:,? and |,? plus |, | & |, along with | alongside )(?:also |fellow |newcomers? |"
    rf"veteran )?{FULL_NAME}(?:{_ASIDE},?)?){{0,8}}),?"
)
_SINGULAR = regex(r"(?:(?:also|now|still|already|officially|reportedly) )?(?:is|has|was|does|[a-z]{2,}[^s\W]s)\b")
_WHOLE_LIST = regex(r"[,&]| and | plus | alongside ")


def members(place: Place, at: int, *, surely: bool = False) -> Iterator[Actor]:
    """Yield who stands in the list that begins at a place: "the comedian Anna Moss, who plays a priest, and Kit Adair".

    ``surely`` says that the words before it are of actors only.
    """
    text, known = place.text, None
    for _ in range(_MOST):
        item = _ITEM.match(text, at)
        if item is None:
            return
        actor = acting(place, item["name"], item.start("name"), surely=surely)
        if actor is None and known is None:
            return  # what begins with no actor is no list of any
        known = actor or known
        if actor:
            yield actor
        joint = _AND.match(text, item.end())
        if joint is None:
            return
        at = joint.end()


def subjects(place: Place, found: re.Match[str], *, surely: bool = False) -> list[Actor]:
    """Return who stands in the list before a verb; before one in the singular only the last of "Anna Moss, and Kit Adair".

    ``surely`` says that the words after it are of actors only.
    """
    at = found.start("names")
    names = re.sub(rf"(?:{_ASIDE})", lambda aside: " " * len(aside[0]), found["names"])
    said = [acting(place, one[0], at + one.start(), surely=surely) for one in regex(FULL_NAME).finditer(names)]
    actors = [actor for actor in said if actor]
    if len(actors) > 1 and _SINGULAR.match(place.text[found.end("names") :].lstrip(", ")):
        return actors[-1:]
    return actors


def acting(place: Place, name: str, at: int, *, surely: bool = False) -> Actor | None:
    """Return the actor in a match; a character is none, nor, unless ``surely``, who has a job behind the camera and no part."""
    actor = person(place, name, at)
    if actor is None or _OFFICE.match(actor.name):
        return None
    context, key = place.context, fold(actor.name)
    others = context.characters if surely else context.characters | context.makers
    return None if key in others and key not in context.players else actor


_OFFICE = regex(r"(?:Mayor|Minister|Councillor|Senator|Governor|President|Bishop|Professor|Judge) ")


def alone(found: re.Match[str]) -> bool:
    """Say whether a list before a verb has one name only."""
    return _WHOLE_LIST.search(found["names"]) is None
