"""Makers in few words: a row of a table, "who is also the showrunner", "moves up to co-showrunner", "isn't involved"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW, last_named
from cliffhanger.claims.kinds.crew.names import COMPANY, NAMES, ROLE, each, is_organisation, job_of, role_of
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons_said import season_of

_ONE = rf"(?:{FULL_NAME}|{ONE_NAME})"
# "director of the hospital" makes no television, "director of the second season" does.
ELSEWHERE = (
    rf"(?! (?:of|at|for) (?!(?:the|this|its|both|all|season|series) (?:[\w-]+ ){{0,2}}(?:{KIND_OF_SHOW}|seasons?|"
    rf"episodes|run)\b|[“‘\"]|it\b|season|series))"
)
_ROW = regex(
    rf"^(?:[•*–-] ?)?(?i:(?P<role>(?:{ROLE})|hosts?|presented|presenters?|(?:production |animation )(?:compan(?:y|ies)|studios?)|"
    rf"studios?|distributors?|(?:made|created|written|directed|developed|composed|hosted|produced|executive produced|"
    rf"music|scripts?|screenplay|story|sales|distribution|production|direction|theme music)(?: by)?))(?:\(s\))?"
    rf"\s*(?:\t|:) ?(?P<names>[^.\t]{{3,140}})$"
)
_OF_ROW = {
    "creat": "creator",
    "devel": "creator",
    "writt": "writer",
    "scrip": "writer",
    "scree": "writer",
    "direc": "director",
    "compo": "composer",
    "music": "composer",
    "theme": "composer",
    "hoste": "host",
    "host": "host",
    "hosts": "host",
    "prese": "host",
    "distr": "distributor",
    "sales": "distributor",
    "studi": "production company",
    "anima": "animation studio",
}
_ALSO = regex(
    rf"(?P<name>{_ONE}),? who (?:(?:is|was|[’']s|remains|serves|served|acts|acted|doubles|works|worked|stays on|will be) ?)"
    rf"(?:(?:also|now|both|still|again|back) )*(?:as )?(?:(?:the|its|an?|one of|their|show[’']s|series[’']|sole|new|co-) ?)*"
    rf"(?i:(?P<role>{ROLE}))\b"
)
_NOW = regex(
    rf"(?P<name>{_ONE})[’']s (?:(?:now|still|also|back as|our new) (?:the |our |its |a )*(?P<role>{ROLE})\b|(?:the |our |a )?"
    rf"(?P<role2>{ROLE}) (?:now|again|this (?:time|season|year))\b)"
)
_NAMED = regex(
    rf"(?P<name>{_ONE})(?:, [^,.;?!]{{3,80}},| \([^)]{{2,40}}\))? (?:(?:will|would|is|are|was|has|have|been|being|to|be|also|now|"
    rf"set|recently|this|week) ){{0,4}}(?P<how>mov(?:e|es|ed|ing) (?:up|across|over)|step(?:s|ped|ping)? up|promoted|made|"
    rf"elevated|upped|bumped up|rises|rose|graduat(?:es|ed)|switch(?:es|ed)|named|appointed|hired|installed|"
    rf"drafted in|brought (?:in|on)|sign(?:s|ed)(?: on| up)?|tapped|announced|picked|chosen|lined up|"
    rf"recruited|enlisted|comes? (?:in|on|aboard)|came (?:in|on|aboard))(?: from [^.,;?!]{{2,30}}?)? "
    rf"(?:(?:to (?:be|become|serve as)|to|as) )?(?:(?:the|its|an?|new|sole|full|joint|lead|one of|show[’']s|series[’'](?: "
    rf"s)?) ){{0,3}}"
    rf"(?P<role>{ROLE})\b{ELSEWHERE}"
)
_UP = regex(r"^(?:mov\w+ (?:up|across|over)|step|promot|elevat|upped|bump|ris|ros|gradu|switch)")
_NOT_IN_IT = regex(
    rf"(?P<name>{_ONE}|\b(?:[Hh]e|[Ss]he)\b)(?:,? who [^.;?!,]{{3,50}},)? (?P<how>(?:is|was)(?:n[’']t| not| no longer) "
    rf"(?:involved|attached|part of (?:it|the "
    rf"(?:team|{KIND_OF_SHOW}))|on board|aboard|working on (?:it|the {KIND_OF_SHOW})|coming back|returning|continuing|"
    rf"coming along|staying)|(?:will not|"
    rf"won[’']t) "
    rf"(?:be (?:involved|back|returning)|return)|(?:has|had|plays|will have) no (?:\w+ )?(?:involvement|part|hand|role) in "
    rf"(?:it|this|the "
    rf"(?:\w+ )?{KIND_OF_SHOW}|season))\b(?: (?:this time|in (?:season|series) \w+))?"
)
_BEHIND = regex(
    rf"(?P<names>{NAMES}|{ONE_NAME}) (?:(?:is|are|was|were|will|be|goes|go|steps?|stepped|stepping|gets|moves|moved|again|once|"
    rf"more) ){{0,4}}(?P<back>back |returns? |"
    rf"returning )?"
    rf"(?:again )?behind the cameras?\b"
)
_HEADS = regex(
    rf"(?P<names>{_ONE}) (?:(?:is|will|now|to|also|has) ){{0,3}}(?:heads?|leads?|led|headed|heading|leading|runs?|ran) (?:the "
    rf"|a |its )?(?:new )?"
    rf"(?:writers[’']?|writing|script) (?:room|team|staff)\b|\bwriters[’']? room (?:is |was )?(?:led|headed|run) by "
    rf"(?P<by>{_ONE})"
)
_HANDS_ON = regex(
    rf"(?P<old>{_ONE}) (?:(?:is|has|will|to|be|was) ){{0,3}}(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?) (?:(?:over|on|the reins|"
    rf"the baton|the job|the "
    rf"torch) )+(?:(?:of|on|at) [^.,;?!]{{2,40}}? )?to (?:the )?(?:[a-z-]+ ){{0,3}}?(?P<new>{_ONE})(?: as (?:the |"
    rf"its )?(?:new )?(?P<role>{ROLE}))?"
)
_PRODUCING = regex(
    rf"(?P<name>{TITLE_NAME}) (?:is|are) (?:co-)?producing\b(?=[.,;]| (?:with|for|alongside|in association|the "
    rf"(?:{KIND_OF_SHOW}|season)|it\b))"
)
_SELLER = regex(
    rf"\b(?:sold|licensed|pre-sold|distributed|represented|repped|shopped|handled)\b[^.;?!]{{0,60}}? by (?P<by>{TITLE_NAME})|"
    rf"(?P<name>{TITLE_NAME}) (?:(?:has|have|had|already|also) )+(?:sold|licensed|pre-sold) (?:it|them|the (?:\w+ "
    rf"){{0,2}}{KIND_OF_SHOW}|"
    rf"(?:the )?rights|both seasons|all \w+ seasons|season \w+)\b"
)
_AGENTED = regex(r"(?P<who>[A-Z][\w’'-]+)(?:,? who)? (?:is|was) $")
_SELLS = regex(r"\b(?:Rights|Distribution|Sales|Global|Worldwide|International|Content|Licensing)\b")


def short_ones(place: Place) -> Iterator[Found]:
    """Find makers by the short forms of tables and of notices of appointment."""
    text = place.text
    row = _ROW.match(text) if "\t" in text or ": " in text[:24] else None
    if row:
        yield from _row(place, row)
        return
    for found in _ALSO.finditer(text):
        yield from _with_role(place, found, {})
    for found in _NOW.finditer(text):
        yield from _with_role(place, found, {} if " still " in found[0] else {"st": "joining"})
    for found in _NAMED.finditer(text):
        yield from _with_role(place, found, {"st": "changed" if _UP.match(found["how"]) else "joining"})
    yield from _at_work(place)
    yield from _out_of_it(place)
    yield from _sellers(place)


def _row(place: Place, row: re.Match[str]) -> Iterator[Found]:
    said = row["role"].lower()
    job = next((job for words, job in _OF_ROW.items() if said.startswith(words)), None)
    job = "production company" if said.startswith("production") and "design" not in said else job or role_of(row["role"])
    job = "production company" if said.startswith("made") else job
    job = "executive producer" if said.startswith("executive produced") else "producer" if said.startswith("produced") else job
    companies = job in {"production company", "animation studio", "distributor"}
    for part in regex(r"[^,;/]+" if companies else r"[^,;&/]+?(?= and |[,;&/]|$)").finditer(row["names"]):
        name = re.sub(r"^ ?and |\(.*$", "", part[0]).strip()
        people = [name] if companies and name[:1].isupper() else [one for one, _ in each(place, name, 0)]
        start = row.start("names") + part.start() + len(part[0]) - len(part[0].lstrip())
        for person in people:
            yield Found("crew_role", start, row.start("names") + part.end(), {"person": person, "role": job})


def _with_role(place: Place, found: re.Match[str], state: dict[str, str]) -> Iterator[Found]:
    said = found.groupdict()
    role = role_of(said.get("role") or said["role2"] or "")
    for name, at in each(place, found["name"], found.start("name")):
        yield Found("crew_role", at, found.end(), {"person": name, "role": role, **state}, season=season_of(place.text))


def _at_work(place: Place) -> Iterator[Found]:
    """Who is behind the camera, heads the writing, hands on the job, or is the company that produces."""
    text, lower = place.text, place.lower
    season = season_of(text)
    for found in _BEHIND.finditer(text) if "behind the camera" in lower else ():
        state = {"st": "returning"} if found["back"] or " again " in found[0] else {}
        for name, at in each(place, found["names"], found.start()):
            yield Found("crew_role", at, found.end(), {"person": name, "role": "director", **state}, season=season)
    for found in _HEADS.finditer(text) if "writ" in lower or "script" in lower else ():
        group = "by" if found["by"] else "names"
        for name, at in each(place, found[group], found.start(group)):
            yield Found("crew_role", min(at, found.start()), found.end(), {"person": name, "role": "head writer"}, season=season)
    for found in _HANDS_ON.finditer(text) if "hand" in lower or "pass" in lower else ():
        old, new = (next((name for name, _ in each(place, found[one], 0)), None) for one in ("old", "new"))
        job = role_of(found["role"]) if found["role"] else old and job_of(place, old)
        if old and new and job:
            yield Found(
                "crew_role", found.start(), found.start("new"), {"person": old, "role": job, "st": "leaving"}, season=season
            )
            value = {"person": new, "role": job, "st": "joining", "replaces": old}
            yield Found("crew_role", found.start("new"), found.end(), value, season=season)
    for found in _PRODUCING.finditer(text) if "producing" in lower else ():
        name = trimmed(found["name"])[0]
        if name and COMPANY.search(name) and not place.context.is_series(name):
            value = {"person": name, "role": "production company"}
            yield Found("crew_role", found.start(), found.end(), value, season=season)


def _out_of_it(place: Place) -> Iterator[Found]:
    """Who has no part in it any more, where the article knows a job of theirs."""
    for found in _NOT_IN_IT.finditer(place.text):
        pronoun = found["name"] in {"He", "he", "She", "she"}
        people = [last_named(place, found.start())] if pronoun else [name for name, _ in each(place, found["name"], 0)]
        for name in people:
            job = job_of(place, name) if name else None
            if job:
                value = {"person": name, "role": job, "st": "leaving"}
                yield Found("crew_role", found.start(), found.end(), value, season=season_of(place.text))


def _sellers(place: Place) -> Iterator[Found]:
    for found in _SELLER.finditer(place.text):
        name = trimmed(found["by"] or found["name"])[0]
        context = place.context
        if not name or context.is_series(name) or context.is_network(name) or fold(name) in context.people:
            continue
        agented = _AGENTED.search(place.text[: found.start()])
        if agented and fold(agented["who"]) in context.players | context.makers | set(context.people):
            continue  # "Arceneaux is repped by" her agency
        if COMPANY.search(name) or _SELLS.search(name) or (found["by"] and is_organisation(place, name)):
            start = found.start() if found["by"] else found.start("name")
            yield Found("crew_role", start, found.end(), {"person": name, "role": "distributor"}, season=season_of(place.text))
