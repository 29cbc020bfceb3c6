"""Lists of actors: who stands in one, whatever is told beside each name."""

from __future__ import annotations

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


def members(place: Place, at: int) -> Iterator[Actor]:
    """Yield who stands in the list that begins at a place: "the comedian Anna Moss, who plays a priest, and Kit Adair"."""
    text, known = place.text, None
    for _ in range(_MOST):
        item = _ITEM.match(text, at)
        if item is None:
            return
        actor = _acting(place, item["name"], item.start("name"))
        if actor is None and known is None:
            return  # what begins with no actor is no list of any
        known = actor or known
        if actor:
            yield actor
        joint = _AND.match(text, item.end())
        if joint is None:
            return
        at = joint.end()


def _acting(place: Place, name: str, at: int) -> Actor | None:
    """Return the actor in a match; a character is none, nor who has a job behind the camera and no part."""
    actor = person(place, name, at)
    if actor is None or _OFFICE.match(actor.name):
        return None
    context, key = place.context, fold(actor.name)
    return None if key in context.characters | context.makers and key not in context.players else actor


_OFFICE = regex(r"(?:Mayor|Minister|Councillor|Senator|Governor|President|Bishop|Professor|Judge) ")
