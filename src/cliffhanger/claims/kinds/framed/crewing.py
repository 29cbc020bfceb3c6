"""Who writes, directs and makes a series, read off the verb of a clause whose subject is a person."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity
from cliffhanger.claims.clauses import Clause, clauses
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import names_a_thing, supposed
from cliffhanger.claims.kinds.crew.by_craft import SOME_NAMES
from cliffhanger.claims.kinds.crew.makers import last_named
from cliffhanger.claims.kinds.crew.names import NAMES, each
from cliffhanger.claims.kinds.framed.subjects import SEASON_NOUN, SHOW_NOUN
from cliffhanger.claims.names import fold
from cliffhanger.claims.numbers import NUMBER, ORDINAL
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons_said import season_of

_JOBS = {
    "write": "writer",
    "rewrite": "writer",
    "pen": "writer",
    "script": "writer",
    "adapt": "writer",
    "direct": "director",
    "helm": "director",
    "stage": "director",
    "create": "creator",
    "conceive": "creator",
    "devise": "creator",
    "dream": "creator",
    "founds": "creator",
    "invent": "creator",
    "originate": "creator",
    "think": "creator",
    "develop": "developer",
    "compose": "composer",
    "score": "composer",
    "edit": "editor",
    "cut": "editor",
    "photograph": "cinematographer",
    "lit": "cinematographer",
    "deliver": "writer",
}
_COUNTED = (
    rf"(?:the |its |all |both |each |every |most of |half of |many of |some of |{NUMBER} of |{NUMBER} |{ORDINAL} |first |"
    rf"last )*"
)
_PART = r"(?:episodes?|instal?lments?|opener|finale|pilot|hours|chapters|films|halves|half-hours)"
_EPISODES = rf"(?:(?:this |that )?{_COUNTED}(?:new |final |remaining |closing |opening )?{_PART})"
_SCRIPTS = rf"(?:(?:a )?{_COUNTED}(?:new |final |remaining |shooting )?(?:scripts?|screenplays?|teleplays?)|every word)"
_ALL_OF_IT = (
    rf"(?:(?:all|both|most|half|some) (?:of )?(?:it|them|{NUMBER}|the lot)|the lot|everything)"
    r"(?=[.,;:)!”]|$| (?:him|her|them)sel)"
)
_THING = r"(?:it|(?:the|this|that|our|their) (?:whole )?(?:thing|idea|concept|premise|world))"
_MADE = rf"(?:{_EPISODES}|{SEASON_NOUN}|{SHOW_NOUN})"
_OBJECT = regex(rf"(?i)^ (?:the (?:music|score) for )?(?:{_MADE}|{_ALL_OF_IT})(?![\w’'-])")
_OBJECT_OF = {
    "writer": regex(rf"(?i)^ (?:{_MADE}|{_SCRIPTS}|{_ALL_OF_IT})(?![\w’'-])"),
    "creator": regex(rf"(?i)^ (?:{_MADE}|{_THING})(?![\w’'-])"),
}
_HANDS_IN = regex(rf"(?i)^ (?:in )?{_SCRIPTS}\b")
# "Dreamed the show up", "thought up the series".
_UP = regex(rf"(?i)^ (?:up (?:{_MADE}|{_THING})|(?:{_MADE}|{_THING}|the whole (?:thing|lot)) up)\b")
_CUT_DOWN = regex(r"(?i)^ [^.,;?!]{1,30}? (?:to|from|short|by|down|back|loose|in half|out|off)\b")
_ALONE = regex(r"^(?:[.;]|$|, (?:and|with|while) | (?:again|this time|this season|this year|any ?more)\b)")
_TO_WHOM = regex(r"(?i)^ (?:that|about|to|off|back|on|in|for)\b")
_AS_WELL = regex(
    rf" (?:(?:together|along|jointly) )?(?:with|alongside) (?:(?:his|her|their) [a-z]+(?:,| )? ?)?(?P<names>{NAMES})(?![’'\w])"
)
_MAKERS_END = regex(rf"(?P<names>{SOME_NAMES})$")
_PRONOUN_ENDS = regex(r"(?:^|[ “\"—–])(?:he|she|He|She)$")
_BY = regex(rf"^ (?:(?:once )?again |entirely |jointly )?by (?:(?:the )?(?:[a-z-]+ ){{0,3}}?)(?P<names>{SOME_NAMES})")
_WORK_ENDS = regex(rf"(?i)(?:^|[^\w’'-])(?:{_MADE}|{_SCRIPTS})[”’\"]?$")

# "It was written by X, who created it, and staged by Y": what is staged is what was written.
_WORKED_ON = regex(r"\b(?:written|directed|edited|scored|created|penned|helmed) by [^.;?!]{3,90},? and $")


def crewing(place: Place) -> Iterator[Found]:
    """Find the jobs that people do on a series in the clauses of a sentence."""
    for clause in clauses(place.text):
        job = _JOBS.get(clause.verb)
        if job is None or clause.perhaps or supposed(place.text, clause.start):
            continue
        passive = clause.passive or _BY.match(place.text[clause.end :])  # "was written by X and staged by Y" has one "was"
        yield from _done_by(place, clause, job) if passive else _does(place, clause, job)


def _does(place: Place, clause: Clause, job: str) -> Iterator[Found]:
    after = place.text[clause.end :]
    made = _object(place, clause, job, after)
    if made is None:
        return
    end = clause.end + made
    season = season_of(place.text[clause.start : end])
    people = _makers(place, clause)
    for name, at in people:
        start = at if clause.start - at < _NEAR else clause.start
        polarity: Polarity = "-" if clause.negated else "+"
        value = {"person": name, "role": job}
        yield Found("crew_role", start, end if len(people) == 1 else at + len(name), value, polarity, season=season)
    too = _AS_WELL.match(place.text, end) if people else None
    for name, at in each(place, too["names"], too.start("names")) if too else ():
        yield Found("crew_role", at, at + len(name), {"person": name, "role": job}, season=season)


_NEAR = 80  # characters between a name and its verb that are quoted with them


def _object(place: Place, clause: Clause, job: str, after: str) -> int | None:
    """Return how long the object behind a verb is, where it is of a series; None where somebody makes something else."""
    if clause.verb in {"dream", "think"}:
        up = _UP.match(after)
        return up.end() if up else None
    if clause.verb == "deliver":
        scripts = _HANDS_IN.match(after)
        return scripts.end() if scripts else None
    if _TO_WHOM.match(after) or (clause.verb == "cut" and _CUT_DOWN.match(after)):
        return None  # she wrote that the show is good
    if (
        not clause.past
        and _ALONE.match(after)
        and (clause.verb in {"adapt", "direct"} or (clause.verb == "write" and clause.negated))
    ):
        return 0
    named = place.context.series_pattern
    opened = len(after) - len(after.lstrip(' “‘"'))
    titled = named.match(after[opened:]) if named else None
    made = _OBJECT_OF.get(job, _OBJECT).match(after)
    if made:
        return made.end()
    return opened + titled.end() if titled else None


def _makers(place: Place, clause: Clause) -> list[tuple[str, int]]:
    """Return those who act in a clause, each with the place of the name; a pronoun is whoever was named last."""
    for end in clause.ends:
        before = place.text[:end]
        found = _MAKERS_END.search(before)
        if found:
            names, at = found["names"], found.start("names")
            if names.count(", and ") == 1 and ", " not in names.replace(", and ", ""):
                at, names = at + names.index(", and ") + 6, names.split(", and ")[1]  # "the script is by X, and Y directs"
            people = list(each(place, names, at))
            if people and not any(_is_no_maker(place, name) for name, _ in people):
                return people
        if _PRONOUN_ENDS.search(before):
            name = last_named(place, end)
            return [(name, end)] if name else []
    return []


def _is_no_maker(place: Place, name: str) -> bool:
    context = place.context
    folded = fold(name)
    return (
        folded in context.characters or context.is_network(name) or context.is_series(name) or bool(names_a_thing(context, name))
    )


def _done_by(place: Place, clause: Clause, job: str) -> Iterator[Found]:
    """Read "the finale was staged by X" where what is made is a series, a part of it or its scripts."""
    by = _BY.match(place.text[clause.end :])
    if (
        clause.negated
        or by is None
        or not (any(_is_work(place, end) for end in clause.ends) or _WORKED_ON.search(place.text[: clause.start]))
    ):
        return
    for name, at in each(place, by["names"], clause.end + by.start("names")):
        if not _is_no_maker(place, name):
            start = clause.start if at - clause.start < _NEAR else at
            yield Found("crew_role", start, at + len(name), {"person": name, "role": job}, season=season_of(place.text))


def _is_work(place: Place, end: int) -> bool:
    bare = place.text[:end].rstrip("”’\"'»")
    named = place.context.series_pattern
    return _WORK_ENDS.search(bare) is not None or bool(named and any(one.end() == len(bare) for one in named.finditer(bare)))
