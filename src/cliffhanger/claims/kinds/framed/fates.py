"""What becomes of a series, read off the verb of a clause and what is its subject or object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cliffhanger.claims.claim import Polarity
from cliffhanger.claims.clauses import Clause, clauses
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.framed.subjects import SEASON_NOUN, SHOW_NOUN, About, about, is_network
from cliffhanger.claims.kinds.renewal.meanings import says_something_else
from cliffhanger.claims.kinds.renewal.renewals import is_told
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons_said import season_of

_RENEWS = frozenset(("renew", "recommission", "uncancel", "un-cancel"))
_SAVES = frozenset(("rescue", "save", "salvage", "revive", "resurrect", "bring back"))
_ORDERS = frozenset(("order", "commission", "greenlight", "pick up"))
_CANCELS = frozenset(("cancel", "axe"))
_DROPS = frozenset(("scrap", "can", "bin", "drop", "ditch", "dump", "abandon", "call off", "kill", "kill off", "pass on"))
_COMES_BACK = frozenset(("return", "come back", "continue", "go on", "live on", "carry on", "survive", "be back"))
_ENDS = frozenset(("end", "conclude", "finish", "wrap up", "bow out", "bow", "close"))
_TALKED = frozenset(("discuss", "negotiate", "debate"))
_OF_SERIES_ALONE = _RENEWS | _CANCELS
_ANY = _RENEWS | _SAVES | _ORDERS | _CANCELS | _DROPS | _COMES_BACK | _ENDS | _TALKED | {"be"}
_IS_OVER = regex(
    r"^ (?:now |all |officially |well and truly |\w+ly )*(?:finished|over|done(?: for)?|dead|toast|history|no more|"
    r"kaput)\b(?! (?:with|by|to|the|a)\b)"
)
_IS_LAST = regex(
    r"(?i)^ (?:\w+ )?(?:going to be |to be |be |both )?(?:the|its|our|their|a) (?:show[’']s |"
    r"series[’'] )?(?:\w+ and )?(?:last|final)\b(?! (?:word|straw|time|minute|"
    r"week|month|year|night|day|to|thing|of the|episode|chapter of))"
)
_BACK = regex(r"^ (?:\w+ly )?back\b(?! (?:on track|to|then|at|where|when|as|up))")
_OBJECT = regex(rf"(?i)^ (?:(?:on|with) )?(?:{SHOW_NOUN}|(?:{SEASON_NOUN}))(?=[ .,;:!”’\"]|$)")
# A series that returns at a time is one that is shown then: what is told is the time.
_WHEN = regex(
    r"(?i)^(?: (?:back|again|on (?:screens?|air|the air|our screens)))* [“\"‘]?(?:on|this|next|in (?!force|style|business)|"
    r"before|later|early|"
    r"late|by|at|from|soon|when|after|tonight|tomorrow|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_NEXT_SEASON = regex(rf"(?i)\b(?:for|with) (?:{SEASON_NOUN})")
_AFTER_OR_WITH = regex(
    r"(?i)^[^.;?!]{0,40}?\b(?:after|with|at the end of|following) (?:(?:just|only|its|the|a|an) )?[^.;?!]{0,20}?\b(?:seasons?|"
    r"series|run)\b"
)
_WOULD = regex(
    r"(?i)\b(?:if|whether|unless|should|in case|were|had|before|until|till|when|once)\b[^.;?!]{0,50}$|"
    r"\b(?:want|hope|wish|beg|demand|urge|ask|call)\w*\b[^.;?!]{0,40}$"
)


def fates(place: Place) -> Iterator[Found]:
    """Find renewals, cancellations, endings and talks in the clauses of a sentence."""
    for clause in clauses(place.text):
        told = None if clause.perhaps else _told(place, clause)
        if told is None or _WOULD.search(place.text[: clause.start]):
            continue
        span = (clause.start, clause.end)
        status, polarity, subject = told
        polarity = "+" if status == "undecided" else polarity
        if not is_told(place, status, span) or says_something_else(place, status, span):
            continue
        first, last = place.sentence.clause(clause.start, clause.end)
        first = min(first, subject.start if subject else first)
        value: dict[str, Any] = {"status": status} | ({"final": True} if status == "ending" else {})
        first = _joined(place.text, first, clause.start)
        season = (subject and subject.season) or season_of(place.text[first:last])
        yield Found("renewal_status", first, last, value, polarity, season=season)


_JOINED = regex(r"(?:(?:[\w-]+ ){0,3}(?:days|weeks|months|years) )?\b(?:after|since|when) ")


def _joined(text: str, first: int, start: int) -> int:
    """Return where a clause begins that hangs on another one: "it rescued the show, months after Vela dropped it"."""
    last = list(_JOINED.finditer(text, first, start))
    return last[-1].start() if last else first


def _told(place: Place, clause: Clause) -> tuple[str, Polarity, About | None] | None:
    names = frozenset((clause.verb, f"{clause.verb} {clause.particle}"))
    if not names & _ANY:
        return None
    polarity: Polarity = "-" if clause.negated else "+"
    after = place.text[clause.end :]
    if clause.verb == "be" and not any(said.match(after) for said in (_BACK, _IS_OVER, _IS_LAST)):
        return None
    subject = about(place, clause, openly=bool(names & _OF_SERIES_ALONE))
    if subject:
        status = _suffers(names, subject, clause) if clause.passive else _does(names, subject, clause, after)
        return (status, polarity, subject) if status else None
    behind = after.removeprefix(f" {clause.particle}" if clause.particle else "")
    if clause.passive or not is_network(place, clause) or not _is_object(place, behind):
        return None
    if names & (_RENEWS | _SAVES):
        return "renewed", polarity, None
    return ("cancelled", polarity, None) if names & (_CANCELS | _DROPS) else None


def _suffers(names: frozenset[str], subject: About, clause: Clause) -> str | None:
    """Return the status of what a verb is done to."""
    if names & _RENEWS or names & _SAVES:
        return "reversed" if names & {"uncancel", "un-cancel"} else "renewed"
    if names & _ORDERS and subject.kind == "season":
        return "renewed"
    if names & _CANCELS or (names & _DROPS and not (clause.verb == "drop" and subject.kind == "season")):
        return "cancelled"  # a season that is dropped on a day is shown then
    if names & _TALKED and subject.kind == "season":
        return "undecided" if clause.negated else None if clause.past else "in_talks"
    return None


def _does(names: frozenset[str], subject: About, clause: Clause, after: str) -> str | None:
    """Return the status of a series that does something."""
    if names & _COMES_BACK or (clause.verb == "be" and _BACK.match(after)):
        present = clause.progressive or clause.ahead or clause.verb == "be"
        behind = after.removeprefix(f" {clause.particle}") if f"{clause.verb} {clause.particle}" in _COMES_BACK else after
        shown = subject.kind == "series" and _WHEN.match(behind) is not None and not _NEXT_SEASON.search(after)
        return "renewed" if present and not (clause.past or clause.negated or shown) else None
    if clause.verb == "be" and clause.negated:
        return "ending" if subject.kind == "season" and _IS_LAST.match(after) else None
    if clause.verb == "be":
        if subject.kind == "series" and subject.is_named and _IS_OVER.match(after) and not clause.ahead:
            return "cancelled"
        return "ending" if subject.kind == "season" and _IS_LAST.match(after) else None
    if names & _ENDS and not clause.negated and (clause.ahead or clause.progressive) and subject.kind == "series":
        return "ending" if _AFTER_OR_WITH.match(after) else None
    return None


def _is_object(place: Place, after: str) -> bool:
    named = place.context.series_pattern
    return bool(_OBJECT.match(after) or (named and named.match(after.lstrip(' “‘"'))))
