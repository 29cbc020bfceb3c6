"""Who takes a job over, leaves it, is wanted for it or stays; and jobs named by their work: "the music is by", "direction"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW, last_named
from cliffhanger.claims.kinds.crew.names import COMPANY, NAMES, ROLE, each, job_of, role_of
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, fold
from cliffhanger.claims.networks import LOOKED
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_ONE = rf"(?:{FULL_NAME}|{ONE_NAME})"
_AS = rf"(?: as (?:(?:the|its|an?|sole|show[’']s|series[’']) )*(?:new )?(?P<role>{ROLE})\b)?"
_AS_TOO = _AS.replace("<role>", "<role2>")
_TITLED = rf"(?:(?:the|its|former|outgoing|departing|previous|original|longtime) ){{0,2}}(?:(?:{ROLE}),? )?"
_TAKES = (
    r"(?:takes? over|took over|taking over|has taken over|takes the reins|took the reins|takes the baton|succeed(?:s|ed|ing)?|"
    r"replac(?:es|e|ed|ing)|steps? in for|stepping in for|fill(?:s|ing)? in for|inherits? (?:the job|it|the show))"
)
_NEW_FOR_OLD = regex(
    rf"(?P<new>{_ONE}|\b(?:[Hh]e|[Ss]he)\b)(?:,? who)? (?:(?:is|has|will|to|set|be|now|due|"
    rf"would) )*{_TAKES}{_AS}(?: from| for)? {_TITLED}"
    rf"(?P<old>{_ONE}){_AS_TOO}"
)
_BY_NEW = regex(rf" (?:succeeded|replaced){_AS} by {_TITLED}(?P<new>{_ONE}){_AS_TOO}")
_INVERTED = regex(
    rf"\b(?:Replacing|Succeeding|Taking over from) {_TITLED}(?P<old>{_ONE}){_AS} (?:is|will be|"
    rf"comes) (?P<new>{_ONE})"
)
_WITH_NEW = regex(
    rf"\bwith {_TITLED}(?P<new>{_ONE}) (?:(?:now|set to|due to|to) )*(?:taking over|take over|stepping in|step in|"
    r"(?:succeed|replac)ing (?:him|her|them))\b(?! from\b)"
)
_AS_A_PART = regex(r" as (?:the )?[A-Z][\w’-]+")  # "taking over from Tom Hale as Ned"
_IN_PLACE = regex(
    rf"[^.;?!]{{2,80}}?,? (?:replacing|succeeding|in place of|taking over from|instead of|"
    rf"stepping in for) {_TITLED}(?P<old>{_ONE})"
)
_WORK = {
    "composer": r"music|scores?|soundtrack|theme(?: tune| music)?",
    "writer": r"scripts?|screenplays?|teleplays?|writing|adaptation",
    "director": r"direction|directing",
    "animation studio": r"animation",
    "cinematographer": r"cinematography|photography|camerawork",
    "costume designer": r"costumes|costume design",
    "production designer": r"production design|sets",
    "editor": r"editing",
    "choreographer": r"choreography",
    "casting director": r"casting",
    "character designer": r"character designs?",
    "series composition": r"series composition",
}
_NOUNS = "|".join(f"(?P<w{n}>{words})" for n, words in enumerate(_WORK.values()))
_STILL = r"(?:(?:is|are|was|were|will be|comes?|again|once again|once more|still|also|now) )*"
# "The score, by Arvid Lund, ..."
_WORK_COMMA = regex(
    rf"\b(?i:(?:the |its |(?:show|series|drama)[’']s? )(?P<work>{_NOUNS})), (?:(?:composed|written|designed) )?by "
    rf"(?P<name>{FULL_NAME})"
)
_HIS_WORK = regex(rf"(?P<name>{FULL_NAME})[’']s? (?:[a-z-]+ ){{0,2}}?(?P<work>{_NOUNS})\b(?! (?:about|from) )")
_MOVES = regex(
    rf"\b(?i:(?P<work>{_NOUNS}))(?: duties)? (?:moves?|passe[sd]|goes|switche[sd]|is handed|has passed|has moved|transfers?) "
    rf"(?:over )?from {_TITLED}(?P<old>{_ONE}) to (?:[a-z-]+ ){{0,3}}?(?:{ROLE}|assistant|deputy)?,? ?(?P<new>{_ONE})"
)
_HANDED = regex(
    rf"\b(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?) (?:the |over the |on the )?(?P<work>{_NOUNS})(?: duties)?(?: over| on)?,? to "
    rf"(?:(?:the )?(?:[a-z-]+ ){{0,3}}?)(?P<new>{NAMES}|{ONE_NAME})"
)
_CHAIR = regex(
    rf"\b(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?|turn(?:s|ed|ing)?|giv(?:es|en|ing)|gave|ced(?:es|ed|ing))(?: over| on)? "
    rf"(?:(?:the|her|his|showrunning|overall) )*(?P<what>director[’']s (?:chair|job)|directing (?:duties|job)|direction|reins|"
    rf"keys|baton|torch|showrunner(?:[’']s)? (?:job|chair|role|duties|post)|showrunning(?: duties)?|writing(?: duties)?|"
    rf"top job|hot seat)(?: over| on)?(?: (?:of|on|for) [^.,;?!]{{2,40}}?)? to (?:[a-z-]+ ){{0,3}}?(?P<new>{NAMES})"
)
_WORK_BY = regex(
    rf"\b(?i:(?P<work>{_NOUNS})) (?P<still>{_STILL})(?:by|from|remains? with|stays? with|in the hands of|falls? to|goes to) "
    rf"(?:(?:the )?(?:[a-z-]+ ){{0,3}}?)(?:[A-Z][\w-]+ (?:duo|trio|pair|band|composer|musician|studio|writer|director) )?"
    rf"(?P<names>{NAMES}|{ONE_NAME})(?![’'])"
)
OF_MAKING = regex(rf"(?i)\b(?:show-?runn\w+|writ\w+|creat\w+|produc\w+|direct\w+|seasons?|{KIND_OF_SHOW}|episodes?)\b")
_DUTIES = regex(
    rf"(?P<names>{_ONE}(?:(?:, (?:and )?| and )(?:the (?:[\w-]+ ){{0,2}}(?:{ROLE}) )?{_ONE}){{0,3}}) "
    rf"(?:(?:will|are|is|to|now|again|also|both|once more) )*(?:shar(?:e|es|ed|ing)|split(?:s|ting)?|divid(?:e|es|ing)|"
    rf"tak(?:e|es|ing)(?: on| over)?|handl(?:e|es|ing)|took on) (?:the )?"
    rf"(?P<what>writing|direct(?:ing|ion|orial)|showrunn(?:ing|er)|scripts?|script-?writing|presenting|"
    rf"hosting)(?: duties)?(?![\w-])"
)
_FROM_WHOM = regex(rf"(?: duties)? from (?:the )?(?:[a-z-]+ ){{0,2}}?(?P<old>{_ONE})")
_DUTY = {"writ": "writer", "scri": "writer", "dire": "director", "show": "showrunner", "pres": "host", "host": "host"}
_STAFF = regex(
    rf"(?P<names>{NAMES}|{ONE_NAME}) (?:(?:has|have|is|are|will|also|to|both) )*(?P<how>join(?:s|ed|ing)?|le(?:aves|ft|aving))"
    rf" (?:the |its |[\w’]+[’']s )(?:\w+ )?(?P<what>writ(?:ing|ers[’']?)|direct(?:ing|ors)|producing|production|creative) "
    rf"?(?:staff|room|team|ranks|roster|line-?up)?\b"
)
_WANTED = regex(
    rf"(?P<names>{NAMES}|{ONE_NAME})(?:,? who|, (?:who|which|whose) [^.,;]{{4,60}},)? "
    rf"(?P<how>(?:(?:is|are|was|were|has|have|been|will|be|now|also|said|"
    rf"reportedly|"
    rf"understood|to|in|early|late|advanced|final|the|on|up|once|again) ){{0,7}}(?:talks|negotiations|discussions|line|running|"
    rf"set|due|attached|tapped|hired|sign(?:ed|s)|board|aboard|lined up|enlisted|recruited|back|returns?|returning|"
    rf"agreed|booked|"
    rf"confirmed|approached|asked|courted|drafted in|brought in|expected)(?: on| up| once more| again)?) to (?:co-)?"
    rf"(?P<verb>direct|helm|write|rewrite|pen|adapt|script|run|showrun|oversee|executive[- ]produce|produce|score|compose|"
    rf"host|present|"
    rf"serve as (?:the |an? )?(?:{ROLE})|be (?:the |its )?(?:{ROLE}))\b(?! (?:a new film|the film|an? (?:feature|movie|play)))"
)
_VERBS = {
    "dir": "director",
    "hel": "director",
    "wri": "writer",
    "rew": "writer",
    "pen": "writer",
    "ada": "writer",
    "scr": "writer",
    "run": "showrunner",
    "sho": "showrunner",
    "ove": "showrunner",
    "exe": "executive producer",
    "pro": "producer",
    "sco": "composer",
    "com": "composer",
    "hos": "host",
    "pre": "host",
}
_A_SCORE = regex(r" (?:the |its |all the |new |original )*(?:music|scores?|theme|soundtrack)\b")
_ASKED = regex(r"talks|negotiat|discussions|in line|running|approached|asked|courted")
_LEAVES = (
    r"(?:step(?:s|ped|ping)? (?:down|aside|away|back)|le(?:aves|ft|aving)|exit(?:s|ed|ing)|depart(?:s|ed|ing)|quit(?:s|ting)?|"
    r"resign(?:s|ed|ing)|bow(?:s|ed|ing)? out|walk(?:s|ed|ing)? away|part(?:s|ed|ing)? (?:ways|company)|mov(?:es|ed|ing) on|"
    r"giv(?:es|ing) up|gave up|given up|hand(?:s|ed|ing) (?:over|on)|gone|out|dropped out|pull(?:s|ed|ing) out|"
    r"no longer|been (?:fired|dismissed|let go|removed|sacked|ousted)|fired|dismissed|sacked|ousted|sign(?:s|ed|ing) off|"
    r"retir(?:es|ed|ing))"
)
_GOES = regex(
    rf"(?P<name>{_ONE}|\b(?:he|she)\b)(?:,? (?:who|which) [^.;?!]{{3,70}}?,)?(?:,? who)?,? "
    rf"(?:(?:is|has|had|will|be|was|now|also|abruptly|"
    rf"quietly|recently|already|since|later|to) ){{0,5}}{_LEAVES}(?P<rest>[^.;?!]{{0,60}})"
)
_JOB_LEFT = regex(
    rf"^(?: (?:from|as|of|be|her|his|their|the|its|an?|role|post|job|position|show[’']s|with|after|\w+ years|day-to-day))*? "
    rf"(?P<role>{ROLE})\b"
)
_JOB_BEFORE = regex(
    rf" (?:after|following) [^.;,]{{3,40}}? (?:as (?:(?:the|its|an?) )?(?P<role>{ROLE})\b|(?P<helm>at the helm|in charge\b|"
    rf"running "
    rf"(?:it|(?:the |this )?{KIND_OF_SHOW})|in the (?:top job|hot seat|big chair)))"
)
_SHOW_LEFT = regex(
    rf"^(?: (?:from|with))? [“‘\"]|^ (?:involved|attached|with the|part of)\b|^(?: (?:from|with|of))? (?:the (?:project|"
    rf"production|team|writers[’'] room)|it\b|(?:the|its|"
    rf"this) (?:[\w-]+ )?{KIND_OF_SHOW}\b)|"
    rf"^[,.]?$|^ (?:at the end|after|in|before|last|this|earlier|because|due|over|following|to (?:make|work|write|direct|focus|"
    rf"pursue|take|develop|run|join|concentrate))\b|^ to (?:[“‘\"]|other|another|new|pastures|something|a new)"
)
_COPRODUCES = regex(
    rf"(?P<name>{TITLE_NAME}),? (?:which |who )?(?:(?:has|have|is|will|also|now) )*(?:join(?:s|ed|ing)?|com(?:es|ing)|came) "
    rf"(?:(?:the (?:{KIND_OF_SHOW}|project)|it|aboard|on board|in) )?as (?:an? |the )?(?P<role>co-?producer|"
    rf"co-production partner|"
    rf"executive producer|producer)"
)


def handovers(place: Place) -> Iterator[Found]:
    """Find changes of hands, and who does what by the noun of the work."""
    season = season_of(place.text)
    yield from _changes(place, season)
    yield from _by_noun(place, season)
    yield from _recruits(place, season)
    yield from _leavers(place, season)


def _person(place: Place, name: str) -> str | None:
    return next((one for one, _ in each(place, name, 0)), None)


def _of_surname(place: Place, name: str) -> str | None:
    """Return the person of a surname that "Replacing" stands before, which makes it look like one more full name."""
    found = {one[0] for one in regex(FULL_NAME).finditer(place.context.article.text[:LOOKED]) if one[0].endswith(f" {name}")}
    people = [one for one in found if not one.split()[0].endswith("ing")]
    return people[0] if len(people) == 1 else None


@only_for(_NEW_FOR_OLD, _BY_NEW, _INVERTED, _WITH_NEW)
def _changes(place: Place, season: int | None) -> Iterator[Found]:
    """Who follows whom; a change among those of whom no job is known is one of the cast."""
    text = place.text
    for pattern in (_NEW_FOR_OLD, _BY_NEW, _INVERTED, _WITH_NEW):
        for found in pattern.finditer(text):
            said = found.groupdict()
            pronoun = found["new"].lower() in {"he", "she"}
            new = last_named(place, found.start()) if pronoun else _person(place, found["new"])
            (begins, ends), old = _left_by(place, found)
            if new is None or new == old or _AS_A_PART.match(text, found.end()):
                continue
            named = said.get("role") or said.get("role2")
            if pattern is _WITH_NEW and (
                left := regex(rf" as (?:(?:the|its|an?) )?(?P<role>{ROLE})\b").search(text[: found.start()])
            ):
                named = left["role"]
            job = role_of(named) if named else (old and job_of(place, old)) or job_of(place, new)
            if job == "creator":  # whom nobody follows as that: it is the work of it that changes hands
                job = job_of(place, new) or "showrunner"
                job = "showrunner" if job == "creator" else job
            if not job:
                continue
            replaced = {"replaces": old} if old else {}
            start = found.start("new") if pattern is not _INVERTED else found.start()
            yield Found(
                "crew_role", start, found.end("new"), {"person": new, "role": job, "st": "joining", **replaced}, season=season
            )
            if old and pattern is not _INVERTED:
                gone = {"person": old, "role": job, "st": "leaving"}
                yield Found("crew_role", begins, ends, gone, season=season)


def _left_by(place: Place, found: re.Match[str]) -> tuple[tuple[int, int], str | None]:
    """Return who goes, with the place of the name: in the match, or whoever was named last before "succeeded by"."""
    if "old" in found.groupdict():
        return found.span("old"), _person(place, found["old"]) or _of_surname(place, found["old"])
    for one in reversed(list(regex(_ONE).finditer(place.text[: found.start()]))):
        name = _person(place, one[0])
        if name:
            return one.span(), name
    return (0, 0), None


def replaced_by(place: Place, new: Found) -> Found | None:
    """Find who goes where a maker comes "replacing Bo Tranberg"; the job is that of the newcomer."""
    rest = place.text[new.end : new.end + 130]
    found = _IN_PLACE.match(rest)
    old = _person(place, found["old"]) if found else None
    if not found or old is None or old == new.value["person"] or _AS_A_PART.match(rest, found.end()):
        return None
    at = new.end + found.start("old")
    value = {"person": old, "role": new.value["role"], "st": "leaving"}
    return Found("crew_role", at, at + len(found["old"]), value, season=new.season)


def _work(found: re.Match[str]) -> str:
    return next(role for n, role in enumerate(_WORK) if found[f"w{n}"])


@only_for(_MOVES, _WORK_COMMA, _HIS_WORK, _HANDED, _CHAIR, _WORK_BY, _DUTIES)
def _by_noun(place: Place, season: int | None) -> Iterator[Found]:
    text = place.text
    for found in _MOVES.finditer(text):
        old, new = _person(place, found["old"]), _person(place, found["new"])
        job = _work(found)
        if old and new:
            value = {"person": old, "role": job, "st": "leaving"}
            yield Found("crew_role", found.start(), found.end("old"), value, season=season)
            value = {"person": new, "role": job, "st": "joining", "replaces": old}
            yield Found("crew_role", found.end("old"), found.end(), value, season=season)
    for found in _WORK_COMMA.finditer(text):
        name = _person(place, found["name"])
        if name:
            yield Found("crew_role", found.start(), found.end(), {"person": name, "role": _work(found)}, season=season)
    for found in _HIS_WORK.finditer(text) if "’s " in text or "'s " in text or "s’ " in text else ():
        name = _person(place, found["name"])
        if name and _work(found) != "casting director" and fold(name) not in place.context.characters:
            yield Found("crew_role", found.start(), found.end(), {"person": name, "role": _work(found)}, season=season)
    for found in _HANDED.finditer(text):
        people = list(each(place, found["new"], found.start("new")))
        for new, at in people:
            value = {"person": new, "role": _work(found), "st": "joining"} | (
                {"replaces": place.speaker} if place.speaker else {}
            )
            start, end = (found.start(), found.end()) if len(people) == 1 else (at, at + len(new))
            yield Found("crew_role", start, end, value, season=season)
    for found in _CHAIR.finditer(text):
        job = {"dire": "director", "writ": "writer"}.get(found["what"][:4], "showrunner")
        old = last_named(place, found.start())
        if found["what"] in {"baton", "torch", "keys"} and not OF_MAKING.search(text) and not (old and job_of(place, old)):
            continue
        for new, at in each(place, found["new"], found.start("new")):
            value = {"person": new, "role": job, "st": "joining"} | ({"replaces": old} if old and old != new else {})
            yield Found("crew_role", found.start(), at + len(new), value, season=season)
    for found in _WORK_BY.finditer(text):
        state = {"st": "returning"} if search(r"again|once more|still|remains?|stays?", found[0]) else {}
        job = _work(found)
        for name, at in each(place, found["names"], found.start("names"), organisations=job == "animation studio"):
            start = found.start() if at - found.start() < 45 else at
            yield Found("crew_role", start, at + len(name), {"person": name, "role": job, **state}, season=season)
    for found in _DUTIES.finditer(text) if "shar" in text or "split" in text or "divid" in text or "tak" in text else ():
        for one in regex(_ONE).finditer(found["names"]):
            for name, at in each(place, one[0], found.start() + one.start()):
                job = _DUTY[found["what"][:4]]
                value = {"person": name, "role": job}
                before = _FROM_WHOM.match(text, found.end()) if search(r"\b(?:tak\w+|took) (?:on|over)\b", found[0]) else None
                old = _person(place, before["old"]) if before else None
                if before and old:
                    at_old = before.start("old")
                    gone = {"person": old, "role": job, "st": "leaving"}
                    yield Found("crew_role", at_old, before.end(), gone, season=season)
                    value |= {"st": "joining", "replaces": old}
                yield Found("crew_role", at, at + len(one[0]), value, season=season)


@only_for(_STAFF, _WANTED, _COPRODUCES)
def _recruits(place: Place, season: int | None) -> Iterator[Found]:
    text = place.text
    for found in _STAFF.finditer(text):
        job = {"writ": "writer", "dire": "director", "prod": "producer"}.get(found["what"][:4], "writer")
        moves = "joining" if found["how"].startswith("join") else "leaving"
        for name, at in each(place, found["names"], found.start()):
            yield Found("crew_role", at, found.end(), {"person": name, "role": job, "st": moves}, season=season)
    for found in _WANTED.finditer(text):
        verb = found["verb"]
        job = role_of(re.sub(r"^(?:serve as|be) (?:the |its |an? )?", "", verb)) if " " in verb[:6] else _VERBS[verb[:3]]
        state = {"st": "in_talks"} if _ASKED.search(found["how"]) else {}
        if not state and search(r"\b(?:back|return)", found["how"]):
            state = {"st": "returning"}
        if job == "writer" and _A_SCORE.match(text, found.end()):
            job = "composer"
        for name, at in each(place, found["names"], found.start()):
            yield Found("crew_role", at, found.end(), {"person": name, "role": job, **state}, season=season)
    for found in _COPRODUCES.finditer(text) if " as " in text and "produc" in text else ():
        name = re.sub(r"^(?:[A-Z]\w+ )?(?:broadcaster|network|studio) ", "", found["name"])
        company = place.context.is_network(name) or COMPANY.search(name) or len(name.split()) < 2
        who = (_person(place, name) if len(name.split()) < 2 else None) or name if company else _person(place, name)
        if who:
            value = {"person": who, "role": role_of(found["role"]), "st": "joining"}
            yield Found("crew_role", found.start(), found.end(), value)


def _leavers(place: Place, season: int | None) -> Iterator[Found]:
    """A maker goes: a job is named that is left, or the article knows the job of who leaves the show."""
    for found in _GOES.finditer(place.text):
        pronoun = found["name"].lower() in {"he", "she"}
        name = last_named(place, found.start()) if pronoun else _person(place, found["name"])
        if name is None:
            continue
        job = _JOB_LEFT.match(found["rest"]) or _JOB_BEFORE.search(found["rest"])
        role = role_of(job["role"] or "showrunner") if job else None
        if role is None and _SHOW_LEFT.match(found["rest"]):
            role = job_of(place, name)
            role = "showrunner" if role == "creator" and "step" in found[0] else role  # it is the running of it that one leaves
        if role is None:
            continue
        end = found.start("rest") + (job.end() if job else min(len(found["rest"]), 12))
        yield Found("crew_role", found.start(), end, {"person": name, "role": role, "st": "leaving"}, season=season)
