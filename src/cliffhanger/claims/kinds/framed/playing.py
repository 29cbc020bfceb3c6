"""Who plays, stays, comes and goes, read off the verb of a clause whose subject is a person."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity
from cliffhanger.claims.clauses import Clause, clauses
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import CHARACTER, character_in, in_the_cast, other_trade, supposed
from cliffhanger.claims.kinds.cast.references import who_does
from cliffhanger.claims.kinds.cast.rules import NOT_CHARACTERS
from cliffhanger.claims.kinds.framed.subjects import SEASON_NOUN, SHOW_NOUN, person
from cliffhanger.claims.names import FULL_NAME, fold
from cliffhanger.claims.patterns import Pattern, regex

_PLAYS = frozenset(("play", "voice", "portray"))
_LEAVES = frozenset(("leave", "quit", "exit", "depart", "walk", "step", "bow", "withdraw"))
_LEAVES_OUT = {"pull": "out", "drop": "out", "bow": "out", "move": "on"}  # which of these verbs leaves only with its particle
_JOINS = frozenset(("join", "board", "sign"))
_RETURNS = frozenset(("return", "come", "stay", "remain", "reprise"))
_APPEARS = frozenset(
    (
        "appear",
        "star",
        "debut",
        "return",
        "come",
        "join",
        "step",
        "front",
        "lead",
        "turn",
        "drop",
        "head",
        "go",
        "arrive",
        "board",
        "slot",
    )
)
_GIVES = frozenset(("give", "go", "pass", "hand", "award"))
_ANY = _PLAYS | _LEAVES | frozenset(_LEAVES_OUT) | _JOINS | _RETURNS | _APPEARS | _GIVES
_HERE = rf"(?:(?i:{SHOW_NOUN}|{SEASON_NOUN}|the (?:main |regular )?(?:cast|ensemble|line-?up))|the role|the part)"
_GOES = regex(
    rf"(?i)^(?: (?:away|out|down|from|of|off|on))*(?: {_HERE}|(?=[.,;:”’\"]|$| (?:after|at the end|before|in|for good|midway|"
    rf"halfway|early|partway|at (?:season|series)|during|amid|over|because|due to|owing to|citing|(?-i:as [A-Z]))\b))"
)
_PART = regex(
    r"^(?P<still> still| again| once again)?(?: on)? (?P<character>(?:our|the|her|his|their|its) (?:[a-z-]+ ){1,3}[A-Z][\w’'-]+"
    r"(?: [A-Z][\w’'-]+)?)(?=[.,;:!]|$| (?:and|but|in|for|until)\b)"
)
_OUT_OF = regex(r"^ out(?: of)?\b")
_AS = regex(rf"^[^.;:?!]{{0,45}}?(?<!such)(?<!just)(?<!soon)(?<!well),? as (?P<character>{CHARACTER})(?=[.,;:!)—–]|$| [a-z])")
_WHO_ACTS = regex(r"(?:^|[^\w’'-])(?P<who>[Ss]he|[Hh]e|[Tt]he (?:actor|actress|star|performer))$")
_ARRIVES = regex(rf"(?i)^(?: (?:on|up|aboard))?(?: (?:to|for|the cast of))? {_HERE}")
_BACK = regex(rf"^(?: (?:back|on|put|aboard))?(?=(?: (?:to|for|in|with) {_HERE}| as [A-Z]|[.,;!”’\"]| \(|$))")
_THING = regex(
    r"^ (?:a |an |the |his |her )?(?:key|major|minor|big|central|crucial|pivotal|important|vital)? ?(?:role|part|game|host|"
    r"fast|safe|football|music|songs?|guitar|it)\b"
)
_GIVEN = regex(r"(?:^|[^\w’'-])(?i:her|his|their|the) (?:part|role)(?: (?:in|on) [^,.;:?!]{2,40}| of [A-Z][^,.;:?!]{1,40})?$")
_TO_WHOM = regex(rf"^(?: on)? to (?P<name>{FULL_NAME})")
_NOT_HERE = regex(
    r"(?i)\b(?:company|firm|network|channel|studio|hospital|house|party|police|office|job|school|business|stage|podcast)\b"
)


def playing(place: Place) -> Iterator[Found]:
    """Find who plays, joins, stays and leaves in the clauses of a sentence."""
    for clause in clauses(place.text):
        if clause.perhaps or not _may_tell(place, clause) or supposed(place.text, clause.start):
            continue
        given = _given(place, clause)
        if given:
            yield given
            continue
        who = _actor(place, clause)
        # Series return, too: that somebody does is only told of those who are known to act.
        told = _told(place, clause, acts=fold(who[0]) in place.context.players) if who else None
        if (
            who
            and told
            and not other_trade(place, told[2])
            and not _in_making(place, who[0])
            and not supposed(place.text, who[1])
        ):
            value, polarity, end = told
            yield Found("cast_role", who[1], end, {"actor": who[0], **value}, polarity)


def _may_tell(place: Place, clause: Clause) -> bool:
    """Say whether a verb tells any of it; of "is" only what follows does."""
    if clause.verb != "be":
        return clause.verb in _ANY
    after = place.text[clause.end :]
    return _OUT_OF.match(after) is not None or _PART.match(after) is not None


_MAKING = regex(r"(?i)\b(?:direct|show-?run|writ(?:e|t|ing)|compos|produc(?:e|ing)|at the helm)\w*")


def _in_making(place: Place, name: str) -> bool:
    """Say whether somebody who is not told to act is named where a sentence tells of makers: they come and go as well."""
    return fold(name) not in place.context.players and _MAKING.search(place.text) is not None


def _actor(place: Place, clause: Clause) -> tuple[str, int] | None:
    """Return the actor who acts in a clause and where the name begins; "she" only where that is somebody who is told to act."""
    who = person(place, clause)
    actor = who and in_the_cast(place, who[0])
    if who and actor:
        return actor, who[1]
    if place.context.is_recap:
        return None  # "he" is somebody in the plot there
    meant = next((found for end in clause.ends if (found := _WHO_ACTS.search(place.text[:end]))), None)
    name = who_does(place, meant) if meant else None
    named_show = meant is not None and _of_a_show(place, place.text[clause.end : clause.end + 40])
    return (name, meant.start("who")) if meant and name and (named_show or fold(name) in place.context.players) else None


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
    now = clause.past or clause.ahead or clause.progressive
    out = acts and clause.particle == _LEAVES_OUT[clause.verb] if clause.verb in _LEAVES_OUT else clause.verb in _LEAVES
    if out and now and (gone := _gone(place, after, acts=acts)) is not None:
        return {"st": "leaving"}, polarity, clause.end + gone
    if clause.verb == "be" and (gone := _out_of(place, after)) is not None:
        return {"st": "leaving"}, polarity, clause.end + gone
    if (
        clause.verb in {"remain", "stay", "be"}
        and (part := _PART.match(after))
        and (acts or not part["character"].startswith("the "))
        and (clause.verb != "be" or part["still"])
    ):
        role = character_in(part["character"])
        if role and not NOT_CHARACTERS.match(part["character"]):
            return {"character": role, "st": "returning"}, "+", clause.end + part.end()
    if clause.verb in _JOINS and (come := _ARRIVES.match(after)):
        return {"st": "joining"}, polarity, clause.end + come.end()
    ahead = clause.ahead or clause.progressive or clause.negated
    comes = clause.verb in _RETURNS and (clause.verb != "come" or clause.particle == "back")
    if comes and acts and ahead and (back := _BACK.match(after)):
        return {"st": "leaving" if clause.negated else "returning"}, "+", clause.end + back.end()
    if clause.verb in _APPEARS and not clause.negated and (seen := _AS.match(after)):
        role = None if NOT_CHARACTERS.match(seen["character"]) else character_in(seen["character"])
        if role and (acts or _of_a_show(place, after[: seen.start("character")])):
            return {"character": role, **_comes(clause)}, "+", clause.end + seen.start("character") + len(role)
    return None


def _comes(clause: Clause) -> dict[str, str]:
    """Say what appearing as somebody makes of an actor: who drops in is a guest, who goes into a show joins it."""
    if clause.verb in {"join", "board", "go", "step", "arrive", "slot"} or clause.particle == "in":
        return {"st": "guest" if clause.verb == "drop" else "joining"}
    return {"st": "guest"} if clause.verb in {"drop", "turn"} else {"st": "returning"} if clause.verb == "return" else {}


def _of_a_show(place: Place, words: str) -> bool:
    """Say whether words name a series, or speak of one or its episodes."""
    titled = place.context.series_pattern
    return regex(
        r"\b(?:show|series|season|drama|comedy|thriller|episodes?|finale|cast|ensemble|line-?up|screen|pilot|opener)\b"
    ).search(words) is not None or (titled is not None and titled.search(words) is not None)


def _gone(place: Place, after: str, *, acts: bool) -> int | None:
    """Return where it ends that somebody has left: the show, or nothing that is named; another show by its title."""
    gone = _GOES.match(after)
    if gone:
        return gone.end()
    return _title(place, after, regex(r"^(?: (?:out|away|down|from|of|off|on))*")) if acts else None


def _out_of(place: Place, after: str) -> int | None:
    out = _OUT_OF.match(after)
    if out is None:
        return None
    gone = _GOES.match(after)
    return gone.end() if gone else _title(place, after, _OUT_OF)


def _title(place: Place, after: str, lead: Pattern) -> int | None:
    titled, led = place.context.series_pattern, lead.match(after)
    at = regex(r" (?:the )?[“‘\"]?").match(after, led.end()) if led else None
    found = titled.match(after, at.end()) if titled and at else None
    return found.end() if found else None


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
