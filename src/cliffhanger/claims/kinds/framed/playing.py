"""Who plays, stays, comes and goes, read off the verb of a clause whose subject is a person."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity
from cliffhanger.claims.clauses import Clause, clauses
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import character_in, in_the_cast, supposed
from cliffhanger.claims.kinds.framed.subjects import SEASON_NOUN, SHOW_NOUN, person
from cliffhanger.claims.names import FULL_NAME, fold
from cliffhanger.claims.patterns import regex

_PLAYS = frozenset(("play", "voice", "portray"))
_LEAVES = frozenset(("leave", "quit", "exit", "depart", "walk", "step", "bow"))
_JOINS = frozenset(("join", "board", "sign"))
_RETURNS = frozenset(("return", "come", "stay", "remain", "reprise"))
_GIVES = frozenset(("give", "go", "pass", "hand", "award"))
_ANY = _PLAYS | _LEAVES | _JOINS | _RETURNS | _GIVES
_HERE = rf"(?:(?i:{SHOW_NOUN}|{SEASON_NOUN}|the (?:main |regular )?(?:cast|ensemble|line-?up))|the role|the part)"
_GOES = regex(
    rf"(?i)^(?: (?:away|out|down|from|of|off))*(?: {_HERE}|(?=[.,;:”’\"]|$| (?:after|at the end|before|in|for good|as [A-Z])\b))"
)
_ARRIVES = regex(rf"(?i)^(?: (?:on|up|aboard))?(?: (?:to|for|the cast of))? {_HERE}")
_BACK = regex(rf"^(?: (?:back|on|put|aboard))?(?=(?: (?:to|for|in|with) {_HERE}| as [A-Z]|[.;”’\"]|$))")
_THING = regex(
    r"^ (?:a |an |the |his |her )?(?:key|major|minor|big|central|crucial|pivotal|important|vital)? ?(?:role|part|game|host|"
    r"fast|safe|football|music|songs?|guitar|it)\b"
)
_TITLES = regex(r"^ (?:[a-z]+ )?[“‘\"]?")
_GIVEN = regex(r"(?:^|[^\w’'-])(?i:her|his|their|the) (?:part|role)(?: (?:in|on) [^,.;:?!]{2,40}| of [A-Z][^,.;:?!]{1,40})?$")
_TO_WHOM = regex(rf"^(?: on)? to (?P<name>{FULL_NAME})")
_NOT_HERE = regex(
    r"(?i)\b(?:company|firm|network|channel|studio|hospital|house|party|police|office|job|school|business|stage|podcast)\b"
)


def playing(place: Place) -> Iterator[Found]:
    """Find who plays, joins, stays and leaves in the clauses of a sentence."""
    for clause in clauses(place.text):
        if clause.perhaps or clause.verb not in _ANY or supposed(place.text, clause.start):
            continue
        given = _given(place, clause)
        if given:
            yield given
            continue
        who = person(place, clause)
        actor = who and in_the_cast(place, who[0])
        # Series return, too: that somebody does is only told of those who are known to act.
        told = _told(place, clause, acts=fold(actor) in place.context.players) if actor else None
        if who and actor and told:
            value, polarity, end = told
            yield Found("cast_role", who[1], end, {"actor": actor, **value}, polarity)


def _told(place: Place, clause: Clause, *, acts: bool) -> tuple[dict[str, str], Polarity, int] | None:
    after = place.text[clause.end :]
    polarity: Polarity = "-" if clause.negated else "+"
    if clause.verb in _PLAYS and not clause.passive and not _THING.match(after):
        character = character_in(after[:90])
        if character is None or character == after.strip():
            return None
        at = after.find(character)
        again = {"st": "returning"} if clause.ahead and "again" in place.text[clause.start : clause.end] else {}
        return {"character": character} | again, polarity, clause.end + max(0, at) + len(character)
    if _NOT_HERE.search(after[:40]) or clause.passive:
        return None
    if clause.verb in _LEAVES and (gone := _GOES.match(after)) and (clause.past or clause.ahead or clause.progressive):
        return {"st": "leaving"}, polarity, clause.end + gone.end()
    if clause.verb in _JOINS and (come := _ARRIVES.match(after)):
        return {"st": "joining"}, polarity, clause.end + come.end()
    if clause.verb in _RETURNS and acts and (back := _BACK.match(after)) and (clause.ahead or clause.progressive):
        if clause.verb == "come" and clause.particle != "back":
            return None
        return {"st": "leaving" if clause.negated else "returning"}, "+", clause.end + back.end()
    return None


def _given(place: Place, clause: Clause) -> Found | None:
    """Find to whom a part goes: "her part has been given to Ada Moss"."""
    if clause.verb not in _GIVES or clause.negated:
        return None
    told = _TO_WHOM.match(place.text[clause.end :])
    part = next((found for end in clause.ends if (found := _GIVEN.search(place.text[:end]))), None)
    actor = told and part and in_the_cast(place, told["name"])
    if not (told and part and actor):
        return None
    return Found("cast_role", part.start() + 1 if part.start() else 0, clause.end + told.end(), {"actor": actor, "st": "recast"})
