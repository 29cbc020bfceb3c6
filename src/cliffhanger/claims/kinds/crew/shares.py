"""Who does which share of the work ("the rest are by X"), who gets "the top job", and companies named by their trade."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW, last_named
from cliffhanger.claims.kinds.crew.names import COMPANY, NAMES, ROLE, each, role_of
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import Rules, live, regex, search
from cliffhanger.claims.seasons_said import season_of

_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|few|pair|couple|half)"
_ORDER = r"(?:first|second|third|fourth|fifth|sixth|last|final|opening|closing|other|remaining|next|later|early)"
# A share of a season: "the rest", "the other four", "the last one", "the remaining episodes", "the first three".
_SHARE = (
    rf"(?:the (?:rest|remainder|others?|balance|lot)|(?:the )?{_ORDER} (?:{_COUNT}|one|ones|block|half)"
    rf"(?: (?:episodes?|films?|parts|hours?|scripts?|chapters|of (?:them|it)))?|the (?:{_ORDER}) "
    rf"(?:episodes?|films?|parts?|hours?|scripts?|chapters?|instal?lments?|pair)|(?:the )?(?:opener|finale|pilot|premiere)|"
    rf"(?:episodes?|parts?) {_COUNT}(?:(?: to | and |-|–|, ){_COUNT}){{0,3}})"
)
_SHARE_BY = regex(
    rf"\b(?i:{_SHARE}) (?:(?:is|are|was|were|will be|come|comes|came|fall|falls|fell|go|goes|went|being|in the hands|"
    rf"courtesy) )*"
    rf"(?:by|from|to|of|with) (?:[a-z-]+ ){{0,3}}?(?P<names>{NAMES})"
)
_DOES_SHARE = regex(
    rf"(?P<names>{NAMES}|{ONE_NAME}|\bI|\b[Ss]he|\b[Hh]e)(?:[’']ll|[’']m|[’']s)? (?:(?:is|are|am|will|has|have|again|now|"
    rf"also|be) )*"
    rf"(?:has|have|do(?:es|ing|ne)?|did|handl(?:es|ed|ing|e)|tak(?:es|ing|en|e)|took|gets?|got|tackl(?:es|ed|ing)|"
    rf"shot|shoots?|look(?:s|ing)? after) (?:on )?(?P<share>{_SHARE})(?=[ .,;:)!]|$)"
)
# "Anna Moss directs the first block and Tom Reed the second": the verb is the one before.
_GAPPED = regex(
    rf"(?:,| and|, and|;|, while) (?P<names>{NAMES}) (?:has |does )?(?:the {_ORDER}(?: {_COUNT}| block| half)?|the (?:rest|"
    rf"remainder|others?)|the (?:opener|finale|pilot)|(?:episodes? )?{_COUNT}(?: to |-|–| and ){_COUNT})(?=[.,;]|$)"
)
# What the shares are of, where nobody's job is told before: "Behind the camera, X has the opener".
_CUE = regex(
    r"(?i)(?:^|[ “])(?:(?P<d>behind the camera|directors?,|directors? (?:are|include)|on directing duties)|on the page|"
    r"writers?,)"
)
_SHARED_JOBS = frozenset({"writer", "director", "producer", "editor", "composer"})
_TOP_JOB = regex(
    rf"(?P<name>{FULL_NAME}|{ONE_NAME})(?:, [^.;?!]{{3,70}}?,)? (?:(?:is|has|will|now|to|be|been|set|due) ){{0,4}}"
    rf"(?:(?:step|mov|promot|ris|rose|elevat|graduat|bump|slid)\w*(?: up| in)? (?:in)?to|gets?|got|tak(?:es|ing|en|"
    rf"e)(?: over)?|took(?: over)?|"
    rf"lands?|landed|inherits?|inherited|fills?|assum\w+|handed|given|offered) "
    rf"(?:the (?:top (?:job|post|spot|chair|role)|hot seat|big chair|show-?runner[’']?s? (?:job|post|role|chair|seat|"
    rf"position|duties)|"
    rf"head writer[’']?s? (?:job|post|role|chair)))\b"
)
_INSTEAD_OF_ONE = regex(
    rf"(?P<new>{FULL_NAME}) (?:(?:is|has|will|now|to|be) ){{0,3}}(?:replac(?:es|ed|ing|e)|succeed(?:s|ed|ing)?|tak(?:es|ing|"
    rf"en|e) over "
    rf"from|took over from|steps in for) (?:him|her|them) as (?:(?:the|its|an?|new|sole) )*(?P<role>{ROLE})\b"
)
_HANDED_ON = regex(
    rf"(?P<old>{FULL_NAME}|{ONE_NAME})(?:,? who)? (?:(?:is|has|had|will|to|be|was) ){{0,3}}(?:hand(?:s|ed|ing)?|pass(?:es|"
    rf"ed|ing)?) "
    rf"(?:(?:over|on|the|reins|baton|torch|job|duties|position|role) )*(?:(?:as|of) )?(?P<role>{ROLE})(?: (?:duties|job|"
    rf"role|post))?"
    rf"(?: (?:over|on))? to (?P<new>{FULL_NAME})"
)
_COMPANIES = Rules(
    (
        (
            "production company",
            regex(rf"\bunder (?:the )?(?:banners?|labels?|aegis) of (?:the )?(?P<name>{TITLE_NAME}(?: and {TITLE_NAME})?)"),
        ),
        ("production company", regex(rf"\bunder (?:the |its |his |her |their )?(?P<name>{TITLE_NAME}) (?:banner|label)\b")),
        (
            "production company",
            regex(
                rf"\b(?:of|at|with|from|by|and|for) (?:the )?(?:[A-Z]\w+(?:-based)? |[a-z-]+ )?(?:production (?:company|house)|"
                rf"studio|indie|"
                rf"(?:film |tv |independent )company|outfit) (?P<name>{TITLE_NAME})(?![’'])"
            ),
        ),
        (
            "production company",
            regex(
                rf"\b{KIND_OF_SHOW},? (?:that|which) (?:(?:public|the|private|state|national|regional|commercial) ){{0,2}}"
                rf"(?:broadcaster |studio |company |network |channel )?(?P<name>{TITLE_NAME}) (?:makes|produces|is making|"
                rf"is producing|made|"
                rf"produced)(?: (?:together |jointly )?with (?:(?:the|[A-Z]\w+[’']s|[a-z]+) ){{0,3}}(?P<with>{TITLE_NAME}))?"
            ),
        ),
        ("distributor", regex(rf"\b(?i:distributors?|sales (?:agents?|house|outfit|company)),? (?P<name>{TITLE_NAME})(?![’'])")),
    )
)


def shares(place: Place) -> Iterator[Found]:
    """Find who does the rest, who gets the top job, who replaces "him", and companies by their trade."""
    text = place.text
    season = season_of(text)
    for found in _TOP_JOB.finditer(text):
        role = "head writer" if "head writer" in found[0] else "showrunner"
        for name, at in each(place, found["name"], found.start("name")):
            yield Found("crew_role", at, found.end(), {"person": name, "role": role, "st": "joining"}, season=season)
    for pattern in (_INSTEAD_OF_ONE, _HANDED_ON):
        for found in pattern.finditer(text):
            yield from _follows(place, found, season)
    yield from _by_trade(place, season)


def _follows(place: Place, found: re.Match[str], season: int | None) -> Iterator[Found]:
    said = found.groupdict()
    new = next((name for name, _ in each(place, found["new"], 0)), None)
    old = next((name for name, _ in each(place, found["old"], 0)), None) if said.get("old") else last_named(place, found.start())
    if new is None or new == old:
        return
    role = role_of(found["role"])
    if said.get("old") and old:
        value = {"person": old, "role": role, "st": "leaving"}
        yield Found("crew_role", found.start(), found.start("new"), value, season=season)
    replaced = {"replaces": old} if old else {}
    value = {"person": new, "role": role, "st": "joining", **replaced}
    yield Found("crew_role", found.start("new"), max(found.end(), found.end("new")), value, season=season)


def _by_trade(place: Place, season: int | None) -> Iterator[Found]:
    context = place.context
    for role, pattern in live(_COMPANIES, place.text):
        for found in pattern.finditer(place.text):
            for group in ("name", "with"):
                said = found.groupdict().get(group)
                for part in re.split(r" and (?=[A-Z])", said) if said else ():
                    name = trimmed(part)[0]
                    known = fold(name) in context.people or name in context.people.values()
                    if not name or context.is_series(name) or (known and not COMPANY.search(name)):
                        continue
                    at = place.text.find(name, found.start(group))
                    value = {"person": name, "role": role}
                    yield Found("crew_role", at, at + len(name), value, season=season)


def rest_of_it(place: Place, told: list[Found]) -> Iterator[Found]:
    """Find who does the rest of what others do: the job is the one that the sentence, the one before or the question told."""
    text = place.text
    season = season_of(text)
    for pattern in (_SHARE_BY, _DOES_SHARE, _GAPPED):
        for found in pattern.finditer(text):
            job = _job_told(place, told, found.start())
            has = pattern is _DOES_SHARE and search(r" ha(?:s|ve) (?:the|ep|part)", found[0])
            if job is None or (has and not _CUE.search(text[: found.start()])):
                continue
            said = found["names"]
            if said in {"I", "She", "she", "He", "he"}:
                who = place.speaker if said == "I" else last_named(place, found.start())
                people = [(who, found.start())] if who else []
            else:
                people = list(each(place, said, found.start("names")))
            for name, at in people:
                start = found.start() if len(people) == 1 else at
                yield Found("crew_role", start, found.end(), {"person": name, "role": job}, season=season)


def _job_told(place: Place, told: list[Found], at: int) -> str | None:
    before = [one for one in told if one.start < at]
    for one in (*reversed(before), *reversed(place.last)):
        if one.kind == "crew_role" and one.value.get("role") in _SHARED_JOBS:
            return str(one.value["role"])
    asked = search(r"(?i)\b(?:(?P<d>direct\w*|behind the camera)|(?P<w>writ\w+|wrote|scripts?))", place.question or "")
    if asked:
        return "director" if asked["d"] else "writer"
    cue = _CUE.search(place.text[:at])
    return ("director" if cue["d"] else "writer") if cue else None
