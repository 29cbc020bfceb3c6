"""Makers by what they are doing: "directing all six is X", "behind the camera is X"; and what they did before."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.names import NAMES, each
from cliffhanger.claims.names import TITLE_NAME
from cliffhanger.claims.patterns import only_for, regex
from cliffhanger.claims.seasons_said import season_of

# "Executive producing are Ivy Marsh and Tom Reed", "Directing all six is Nell Farr".
_WORKING_ARE = regex(
    rf"\b(?i:(?P<work>executive[- ]producing|exec[- ]producing|co-?producing|producing|directing|writing|showrunning|scoring|"
    rf"composing|editing))(?: [^.,;?!]{{1,30}}?)?,? (?:is|are|will be|was|were)(?: again| once more| still| also)?:? "
    rf"(?P<names>{NAMES})"
)
_WORKS = {
    "exe": "executive producer",
    "pro": "producer",
    "dir": "director",
    "wri": "writer",
    "sho": "showrunner",
    "sco": "composer",
    "com": "composer",
    "edi": "editor",
}
_BEHIND = regex(
    rf"\b(?i:behind the (?:camera|lens)|in the director[’']s chair|at the helm|calling the shots|at the typewriter)"
    rf"(?: this time| again| once more| for [^.,;?!]{{3,40}}?)?,? (?:is|are|will be|was|were|comes?|sits?)(?: again| once more)? "
    rf"(?P<names>{NAMES})"
)
_STUDIO = regex(
    rf"(?P<name>{TITLE_NAME}), (?:the|a) (?:\w+ )?(?:studio|company|indie|outfit|production (?:company|house)|producers?|banner)"
    rf"(?: (?:behind|that makes|which makes|making|that produces|which produces|responsible for|of) )(?=[“‘\"]|the |it\b|[A-Z])"
)
_DID_TOO = regex(
    r"(?:[”\"]| )?,? (?:who|and) (?:(?:has|had|have|also|previously|earlier|once) ){0,2}(?P<did>wrote|written|penned|scripted|"
    r"directed|helmed|shot)(?= (?:the |its |two |three |four |all |every |several |episodes|most |[“‘\"]))"
)
_DID = {
    "sho": "director",
    "wro": "writer",
    "wri": "writer",
    "pen": "writer",
    "scr": "writer",
    "dir": "director",
    "hel": "director",
}
_SOME_MAKERS = regex(
    r"(?i)\b(?P<who>(?:two|three|four|five|several|some|most|many|half|all)(?: of)?(?: the| its| their)? (?:[a-z-]+ ){0,2}?"
    r"(?P<role>writer|director|producer|editor)s),? (?:(?:have|had|are|were|has|will|would|all|also|now|since|reportedly|"
    r"already|apparently|quietly|be) ){0,4}"
    r"(?:(?P<goes>left|leaving|leave|quit|gone|departed|moved on|let go|laid off|out)|(?P<stays>return|returning|back|stay|"
    r"staying))\b"
)
_NEAR = 40  # characters between the work and a name that are still quoted with it


@only_for(_WORKING_ARE, _BEHIND, _SOME_MAKERS, _STUDIO)
def workers(place: Place) -> Iterator[Found]:
    """Find who does a work that stands before the name, and the studio behind a show."""
    text, season = place.text, season_of(place.text)
    for pattern in (_WORKING_ARE, _BEHIND):
        for found in pattern.finditer(text):
            said = found.groupdict().get("work", "dir").lower()
            role = _WORKS.get(said[:3], "producer")
            for name, at in each(place, found["names"], found.start("names")):
                start = found.start() if at - found.start() < _NEAR else at
                yield Found("crew_role", start, at + len(name), {"person": name, "role": role}, season=season)
    for found in _SOME_MAKERS.finditer(text):
        value = {"person": found["who"], "role": found["role"].lower(), "st": "leaving" if found["goes"] else "returning"}
        yield Found("crew_role", found.start(), found.end(), value, season=season)
    for found in _STUDIO.finditer(text):
        if not place.context.is_series(found["name"]):
            value = {"person": found["name"], "role": "production company"}
            yield Found("crew_role", found.start(), found.end(), value, season=season)


def did_before(place: Place, found: Found) -> Iterator[Found]:
    """Find what a maker did for another show or season: "written by Nell Farr, who also wrote the first series"."""
    person = str(found.value["person"])
    too = _DID_TOO.match(place.text, found.end) if place.text[: found.end].endswith(person) else None
    if too and (too["did"] == "shot" or _DID[too["did"][:3]] == found.value["role"]):  # another work is read as every other is
        value = {"person": person, "role": _DID[too["did"][:3]]}
        yield Found("crew_role", found.end - len(person), too.end(), value, season=season_of(too.string[too.end() :]), past=True)
