"""Who hands the work on and who follows: "hands the running of it to X", "into her chair comes X", "X, who wrote it, left"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.by_craft import HELP
from cliffhanger.claims.kinds.crew.handover import OF_MAKING
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW, last_named
from cliffhanger.claims.kinds.crew.names import NAMES, ROLE, each, job_of, role_of
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, fold
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_ONE = rf"(?:{FULL_NAME}|{ONE_NAME})"
_TRADE = r"(?:(?:the |an? )?(?:[a-z-]+ ){0,3}?)"
_WHOSE = rf"(?:(?P<whose>his|her|their|{_ONE}[’']s?) )"
_IT = rf"(?:it|things|(?:the|this) (?:[\w’-]+ )?(?:{KIND_OF_SHOW}|writers?[’']? room))"
_RUNNING = (
    rf"(?:(?:daily|day-to-day|everyday|overall|full|creative) )?(?:running|control|charge|leadership|stewardship)(?: of {_IT})?"
)
_POST = r"(?:job|chair|post|role|seat|desk|duties|mantle)"
_ASIDE_OF_NAME = r"(?:, (?:who|an?|the|previously|formerly) [^,;.?!]{3,80},)?"
_THING = (
    rf"(?P<thing>{_RUNNING}|pen|quill|scripts|(?:show-?runn(?:er|ing)|head writer|directing|director|writing|"
    rf"writer)(?:[’']?s)? {_POST}|"
    rf"show-?running|wheel|helm|controls|reins|baton|keys(?: to {_IT})?|torch|direction|writers?[’'] room|megaphone|camera)"
)
_HANDS = (
    r"(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?|giv(?:es|en|ing)|gave|turn(?:s|ed|ing)?|ced(?:es|ed|ing)|entrust(?:s|ed|ing)?|"
    r"surrender(?:s|ed|ing)?|relinquish(?:es|ed|ing)?|yield(?:s|ed|ing)?|leav(?:es|ing)|left)"
)
_HANDS_ON = regex(
    rf"(?:(?P<old>{_ONE})(?:,(?: who)?| who|, (?:who|whose|an?|the) [^,;.?!]{{3,80}},)?|\b(?P<pronoun>[Hh]e|[Ss]he)) "
    rf"{HELP}{_HANDS}"
    rf"(?: over| on)? (?:(?:the|her|his) )?{_THING}(?: (?:over|on))?(?: (?:of|on|for) {_IT})?,? to {_TRADE}(?P<names>{NAMES})"
)
# "Into her chair came X", "in her place comes X", "his seat is taken by X", "her replacement is X".
_INTO = regex(
    rf"\b(?:[Ii]nto|[Ii]n) {_WHOSE}(?P<place>chair|seat|shoes|place|stead|job|post|spot)(?: as (?P<role>{ROLE}))? "
    rf"{HELP}(?:com(?:es?|ing)|"
    rf"came|step(?:s|ped)?|go(?:es)?|went|slid(?:es)?|mov(?:es|ed)|is|arriv(?:es|ed)) (?:in )?{_TRADE}(?P<new>{FULL_NAME})"
)
_FILLED = regex(
    rf"\b(?:(?P<whose>[Hh]is|[Hh]er|[Tt]heir|{_ONE}[’']s?) |[Tt]he (?P<vacant>empty |vacant |show-?runner[’']s |"
    rf"director[’']s ))(?P<place>chair|seat|shoes|place|job|post|"
    rf"spot) {HELP}(?:filled|taken(?: over| up)?|occupied|inherited|assumed) by {_TRADE}(?P<new>{FULL_NAME})"
)
_SUCCESSOR_IS = regex(
    rf"\b(?:(?P<whose>[Hh]is|[Hh]er|[Tt]heir)|(?P<named>{_ONE})[’']s?) (?:replacement|successor)(?: as (?:the "
    rf")?(?P<role>{ROLE}))?"
    rf"(?:,| is| will be| was|, it emerged, is|:) {_TRADE}(?P<new>{FULL_NAME})"
)
_IS_SUCCESSOR = regex(
    rf"(?P<new>{FULL_NAME}) (?:is|was|will be|has been (?:named|chosen|announced|unveiled|picked)|(?:was|is) (?:named|"
    rf"announced|chosen|"
    rf"unveiled)(?: as)?)(?: as)? {_WHOSE}(?:replacement|successor)(?: as (?:the )?(?P<role>{ROLE}))?\b"
)
# "X has taken the chair": whose, tells the sentence or the one before.
_TAKES_CHAIR = regex(
    rf"(?P<new>{FULL_NAME})(?:, (?:who|an?|the) [^,;.?!]{{3,80}},)? {HELP}(?:tak(?:es|en|ing)(?: over)?|took(?: over)?|"
    rf"fill(?:s|ed|ing)|"
    rf"occup(?:ies|ied|ying)|inherit(?:s|ed|ing)|assum(?:es|ed|ing)|(?:step(?:s|ped|ping)|mov(?:es|ed|ing)|slid(?:es|ing)?|"
    rf"settl(?:es|ed|"
    rf"ing))(?: up)? into|pick(?:s|ed|ing) up) (?P<whose>the|his|her|their) (?:vacant |empty |now-vacant |big |top )?"
    rf"(?P<what>show-?runner[’']?s? |director[’']s |head writer[’']s |writing |directing )?(?P<place>chair|seat|shoes|job|"
    rf"post|duties|pen|"
    rf"megaphone|mantle)(?=[.,;:!”]|$| (?:for|from|in|this|next|after|on|and|with|instead)\b)"
)
# "With X, who wrote the finale, moving up to replace him", "X has been brought in to succeed her".
_TO_REPLACE = regex(
    rf"(?P<new>{FULL_NAME})(?:, (?:who|an?|the) [^,;.?!]{{3,80}},)? {HELP}(?:mov(?:es|ed|ing)|step(?:s|ped|ping)|com(?:es|"
    rf"ing)|came|brought|drafted|hired|"
    rf"promoted|recruited|tapped|chosen|picked|named|parachuted|bumped|enlisted|announced|lined|signed|signing|signs)(?: up|"
    rf" in| over| aboard| on| across)? "
    rf"to (?:replace|succeed|take over from|fill in for|step in for) (?P<whose>him|her|them|{_ONE})\b(?! as [A-Z])"
)
_WILL_REPLACE = regex(
    rf"(?P<new>{FULL_NAME})(?:, (?:who|an?|the) [^,;.?!]{{3,80}},)? {HELP}(?:replac(?:es|ed|e|ing)|succeed(?:s|ed|ing)?|"
    rf"tak(?:es|en|ing|e) over from|"
    rf"took over from) (?P<whose>him|her|them)(?=[.,;]|$| (?:at|for|from|next|this|in|after|on)\b)"
)
# "X steps into the role of showrunner"; "X’s exit as showrunner"; "X is leaving at the end of the year, having run it".
_INTO_ROLE = regex(
    rf"(?P<names>{FULL_NAME}){_ASIDE_OF_NAME} {HELP}(?:tak(?:es|en|ing|e)|took|step(?:s|ped|ping)?|mov(?:es|ed|ing)|"
    rf"slid(?:es)?|assum(?:es|ed|ing)|"
    r"fill(?:s|ed|ing)|inherit(?:s|ed|ing))(?: on| up| over| into| in| back)*(?: to)? (?:the|her|his) (?:(?:new|vacant|top) "
    r")?(?:role|job|post|position|mantle|"
    rf"duties|part) (?:of|as) (?:the )?(?P<role>{ROLE})\b"
)
_EXIT_AS = regex(
    rf"(?P<names>{FULL_NAME})[’']s? (?:[a-z-]+ )?(?:exit|departure|resignation|dismissal|removal|ousting|sacking|firing) "
    rf"(?:as|from (?:the|her|his) "
    rf"(?:job|post|role|position) (?:of|as)) (?:the |its )?(?P<role>{ROLE})\b"
)
_HAVING_RUN = regex(
    rf"(?P<names>{FULL_NAME}) {HELP}(?:le(?:aves|ft|aving|ave)|depart(?:s|ed|ing)?|exit(?:s|ed|ing)?|quit(?:s|ting)?|"
    rf"step(?:s|ped|ping)? (?:down|aside|away|back))\b"
    rf"[^.;?!]{{0,60}}?,? (?:having|after) (?:run|running|overseen|overseeing|steered|steering) (?:it|the (?:[\w-]+ "
    rf")?(?:{KIND_OF_SHOW}))\b"
)
_OUT_AND_IN = regex(
    rf"(?P<old>{FULL_NAME}) (?:is|was) out(?: as (?:the )?(?P<role>{ROLE}))?(?:,| and|;|, and| [–—]) "
    rf"(?:{_TRADE}(?P<new>{FULL_NAME}) "
    rf"(?:is |comes |steps )?in\b(?! the| [a-z]+ (?:role|part))|in comes {_TRADE}(?P<comes>{FULL_NAME}))"
)
_OUT_GOES = regex(
    rf"\b[Oo]ut (?:goes|went|is) {_TRADE}(?P<old>{FULL_NAME})(?:,|;| and|, and| [–—])[^.;?!]{{0,20}}? in (?:comes|came|"
    rf"steps|goes|is) "
    rf"{_TRADE}(?P<new>{FULL_NAME})"
)
_ROLES = {
    "pen": "writer",
    "qui": "writer",
    "scr": "writer",
    "wri": "writer",
    "dir": "director",
    "meg": "director",
    "cam": "director",
    "hea": "head writer",
}
_FIGURE = regex(
    r"(?i)(?:wheel|helm|controls|reins|baton|keys|torch|running|control|charge|camera|megaphone)"
)  # what is handed on elsewhere too
_A_JOB = regex(r"(?i)show-?runn|director[’']|head writer|writing|directing")
# What an aside that tells of a job is followed by: "X, who did the music, has gone too", "Y, the co-producer, walked away".
_ASIDE = regex(r"(?:, [^,;.?!]{3,90}(?:, (?:who|and|his|her|the) [^,;.?!]{3,60})?,|(?<=[a-z]),)? ")
_GOES = regex(
    rf"{HELP}(?:reportedly |quietly |abruptly |since )*(?:(?P<goes>left\b(?! (?:viewers|fans|us|it|the door|a|no|nothing|"
    rf"behind|open))|gone\b"
    rf"(?! (?:on to|from|through|viral|to)\b)|went too|departed|departs|departing|quit(?:s|ting)?|exit(?:s|ed|ing)|"
    rf"leav(?:es|e|ing)\b|walk(?:s|ed) "
    rf"(?:away|out|off)|bow(?:s|ed|ing) out|resign(?:s|ed)|fired|sacked|let go|dismissed|pushed out|ousted|out(?=[.,;]|$)|"
    rf"stepp(?:ed|ing) (?:down|aside|away)|steps (?:down|aside|away)|step (?:down|aside|away)|moved on|moving on|not "
    rf"(?:come |be |coming )?"
    rf"(?:back|return(?:ing)?|involved)|no longer (?:involved|attached))|(?P<back>returns?|returned|returning|back(?=[.,;]|"
    rf"$| (?:for|with|"
    rf"on|in|too|as|at|this|next))|stay(?:s|ed|ing)(?: on)?|"
    rf"stay on|remain(?:s|ed)?|continu(?:es?|ing))|(?P<cannot>(?:asked|invited|wanted)(?: back)?,? but (?:couldn[’']t|could "
    rf"not|was not "
    rf"available|was unavailable|was tied up|was busy|had to decline|declined|said no)|unavailable|not available|too busy))\b"
)
_NO_SHOW = regex(
    r" (?:the|his|her|a|an) (?:[a-z-]+ )?(?:network|company|studio|channel|party|film|country|city|stage|hospital|army|"
    r"house|home)\b"
)

_BESIDE = regex(r"\b(?:with|by|and|alongside|to|from|of|after) $")  # "X, who created it with Y, steps down": Y does not


def changes_told(place: Place) -> Iterator[Found]:
    """Find who hands the work on to whom, and who takes the place of one who goes."""
    yield from _handed(place)
    yield from _in_whose_place(place)
    yield from _out_and_in(place)
    yield from _by_role(place)


@only_for(_HANDS_ON)
def _handed(place: Place) -> Iterator[Found]:
    for found in _HANDS_ON.finditer(place.text):
        thing = found["thing"].lower()
        role = _ROLES.get(thing[:3], "showrunner")
        old = _person(place, found["old"]) if found["old"] else last_named(place, found.start())
        figure = _FIGURE.match(thing) and not (OF_MAKING.search(place.text) or (old and job_of(place, old)))
        if figure:
            continue
        if old and found["old"] and _A_JOB.search(thing):
            gone = {"person": old, "role": role, "st": "leaving"}
            yield Found("crew_role", found.start("old"), found.start("names") - 1, gone, season=season_of(place.text))
        for new, at in each(place, found["names"], found.start("names")):
            if fold(new) not in place.context.characters:
                yield _joins(place, new, role, old, found.start(), at + len(new))


@only_for(_INTO, _FILLED, _SUCCESSOR_IS, _IS_SUCCESSOR, _TAKES_CHAIR, _TO_REPLACE, _WILL_REPLACE)
def _in_whose_place(place: Place) -> Iterator[Found]:
    for pattern in (_INTO, _FILLED, _SUCCESSOR_IS, _IS_SUCCESSOR, _TAKES_CHAIR, _TO_REPLACE, _WILL_REPLACE):
        for found in pattern.finditer(place.text):
            said = found.groupdict()
            new = _person(place, found["new"])
            old = _left(place, found.start(), said.get("named") or said.get("whose"))
            if new is None or new == old or fold(new) in place.context.characters:
                continue
            role = _job(place, said, old)
            if role:
                yield _joins(place, new, role, old, found.start(), found.end())


def _job(place: Place, said: dict[str, str | None], old: str | None) -> str | None:
    """Return the job that a chair or a successor is of: it is named, or the one who goes is known to have it."""
    named = said.get("role")
    if named:
        return role_of(named)
    what = said.get("what") or said.get("vacant")
    if what and what[:3].lower() in {"sho", "dir", "hea", "wri"}:
        return _ROLES.get(what[:3].lower(), "showrunner")
    if said.get("place") in {"pen", "megaphone"}:
        return _ROLES[str(said["place"])[:3]]
    told = [one for one in place.last if one.kind == "crew_role" and one.value.get("person") == old and "role" in one.value]
    role = str(told[-1].value["role"]) if told else job_of(place, old) if old and fold(old) not in place.context.players else None
    return "showrunner" if role == "creator" else role


def _left(place: Place, at: int, whose: str | None) -> str | None:
    """Return who goes: by name, or whoever was named last."""
    if whose and whose[0].isupper() and whose not in {"His", "Her", "Their"}:
        return _person(place, re.sub(r"[’']s?$", "", whose))
    return last_named(place, at)


@only_for(_OUT_AND_IN, _OUT_GOES)
def _out_and_in(place: Place) -> Iterator[Found]:
    for pattern in (_OUT_AND_IN, _OUT_GOES):
        for found in pattern.finditer(place.text):
            said = found.groupdict()
            old, new = _person(place, found["old"]), _person(place, said.get("new") or said.get("comes") or "")
            role = role_of(said["role"]) if said.get("role") else old and job_of(place, old)
            if old and new and role:
                gone = {"person": old, "role": role, "st": "leaving"}
                yield Found("crew_role", found.start(), found.end("old"), gone, season=season_of(place.text))
                yield _joins(place, new, role, old, found.end("old"), found.end())


@only_for(_INTO_ROLE, _EXIT_AS, _HAVING_RUN)
def _by_role(place: Place) -> Iterator[Found]:
    for pattern in (_INTO_ROLE, _EXIT_AS, _HAVING_RUN):
        for found in pattern.finditer(place.text):
            name = _person(place, found["names"])
            role = "showrunner" if pattern is _HAVING_RUN else role_of(found["role"])
            if name and fold(name) not in place.context.characters:
                value = {"person": name, "role": role, "st": "joining" if pattern is _INTO_ROLE else "leaving"}
                yield Found("crew_role", found.start(), found.end(), value, season=season_of(place.text))


def _joins(place: Place, new: str, role: str, old: str | None, start: int, end: int) -> Found:
    value = {"person": new, "role": role, "st": "joining"} | ({"replaces": old} if old and old != new else {})
    return Found("crew_role", start, end, value, season=season_of(place.text))


def _person(place: Place, name: str) -> str | None:
    return next((one for one, _ in each(place, name, 0)), None) if name else None


def with_departures(place: Place, told: Sequence[Found]) -> list[Found]:
    """Add that makers go or stay whose job an aside tells, unless that is told: as a creator one cannot leave a series."""
    added = list(_after_asides(place, told))
    better = {(one.value["person"], one.value["st"]) for one in added if one.value["role"] != "creator"}
    kept = [one for one in told if one.value["role"] != "creator" or (one.value["person"], one.value.get("st")) not in better]
    known = {(one.value["person"], one.value.get("st")) for one in kept}
    new = {(one.value["person"], one.value["st"]): one for one in added}
    return kept + [one for key, one in new.items() if key not in known]


def _after_asides(place: Place, told: Sequence[Found]) -> Iterator[Found]:
    """Find that one goes, stays or cannot come whose job an aside tells: "X, who directed it, was asked but couldn't"."""
    for one in told:
        person = str(one.value["person"])
        at = place.text.find(person)
        if "st" in one.value or at < 0 or place.text[at + len(person) : at + len(person) + 2] != ", ":
            continue
        aside = _ASIDE.match(place.text, at + len(person))
        if aside is None or one.start > aside.end() or one.start < at - 40 or _BESIDE.search(place.text[:at]):
            continue
        found = _GOES.match(place.text, aside.end())
        if found is None or _NO_SHOW.match(place.text, found.end()):
            continue
        role = str(one.value["role"])
        role = "showrunner" if role == "creator" and search(r"\b(?:ran|runs|showran)\b", aside[0]) else role
        state = "leaving" if found["goes"] else "returning" if found["back"] else "unavailable"
        yield Found("crew_role", aside.end(), found.end(), {**one.value, "role": role, "st": state}, season=one.season)
