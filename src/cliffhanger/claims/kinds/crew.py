"""Who makes it: creators, writers, directors, producers, companies, doubles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import FULL_NAME, LOWER, ONE_NAME, TITLE_NAME, UPPER, fold, is_person, trimmed
from cliffhanger.claims.patterns import compiled, fullmatch, search

_ROLES = {
    "showrunner": r"(?:co-)?show-?runners?",
    "creator": r"(?:series |show )?(?:co-)?creators?|makers?(?= [A-Z])",
    "head writer": r"head writers?",
    "lead writer": r"lead writers?",
    "writer": r"(?:series |screen|script|staff )?writers?|screenwriters?|scriptwriters?",
    "director": r"(?:lead |pilot |series )?directors?(?! of (?:photography|programming|drama))",
    "executive producer": r"executive producers?|EPs?|exec producers?",
    "producer": r"(?:series |line )?producers?",
    "composer": r"composers?",
    "cinematographer": r"cinematographers?|directors? of photography",
    "editor": r"(?:film |series )editors?",
    "production designer": r"production designers?",
    "costume designer": r"costume designers?",
    "choreographer": r"choreographers?|fight coordinators?|stunt coordinators?",
    "casting director": r"casting directors?",
}
_ROLE = "|".join(f"(?P<r{n}>{pattern})" for n, pattern in enumerate(_ROLES.values()))
_PLAIN_ROLE = "|".join(pattern for pattern in _ROLES.values())
_NAMES = rf"{FULL_NAME}(?:(?:, (?:and |&)?| and | & )(?:{FULL_NAME}))*"
_APPOSED = re.compile(rf"\b(?i:(?P<role>{_PLAIN_ROLE}))(?: |, (?=[{UPPER}][^,]+[,.]))(?P<names>{_NAMES}|{ONE_NAME})")
_JOB_IS = re.compile(
    rf"\b(?i:(?P<role>{_PLAIN_ROLE})) (?:is|are|includes?|remains?|will be|:) (?:still |now |again )?(?P<names>{_NAMES})"
)
_AFTER_NAME = re.compile(
    rf"(?P<name>{FULL_NAME}|{ONE_NAME}), (?:(?:the|its|an?|who is|longtime|returning|"
    rf"series) )*(?i:(?P<role>(?:{_PLAIN_ROLE})(?: and (?:{_PLAIN_ROLE}))*))\b"
)
_IS = re.compile(
    rf"(?P<name>{_NAMES}|{ONE_NAME}) (?:will )?(?:also |now |still |again |once again )?(?:is|are|was|were|will be|remains?|"
    rf"stays? on|serves?|served|"
    rf"serving|returns?|"
    rf"continues?|is back|are back|will return|returning|becomes?|became|steps? up|stepping back|promoted|takes over|"
    rf"took over|has taken over|is stepping (?:back|up|down)|acts|also|comes? (?:on board|aboard)|joins?|joined) "
    rf"(?:(?:back|up|down|over|again|now|also|on|the|its|an?|in|series’s|series) )*(?:as |to |to an? )?(?:(?:the|its|an?|new|"
    rf"sole) )*(?i:(?P<role>{_PLAIN_ROLE}))\b(?: from (?P<old>{FULL_NAME}))?"
)
_BY_VERBS = (
    ("creator", r"(?:was |is |series )?(?:co-)?(?:created|conceived|devised|dreamed up)"),
    ("showrunner", r"(?:is |was |co-)?(?:run|showrun|show-run|overseen)"),
    ("writer", r"(?:co-)?(?:written|penned|scripted)"),
    ("director", r"(?:co-)?(?:directed|helmed)"),
    ("executive producer", r"executive[- ]produced"),
    ("production company", r"(?<!executive )(?<!executive-)(?<!exec )(?:co-)?produced"),
    ("composer", r"(?:scored|composed|score|music|soundtrack)"),
    ("distributor", r"distributed"),
)
_PASSIVE = tuple(
    (
        role,
        re.compile(
            rf"\b(?i:{verb})(?: and [a-z -]+)? by (?:series (?:co-)?creators? |brothers |sisters |siblings |"
            rf"director |writer |showrunner |newcomer |the |(?:[{UPPER}][\w’']+ ){{1,3}}(?:creator|writer|director|producer|"
            rf"showrunner|star|author|alum) )*(?:[{LOWER}][\w’'-]+ ){{0,3}}(?P<names>(?:{FULL_NAME}|"
            rf"{TITLE_NAME})(?:(?:, (?:and )?| and |"
            rf" & )(?:{FULL_NAME}))*)"
        ),
    )
    for role, verb in _BY_VERBS
)
_SCRIPTS = re.compile(
    rf"\b(?:scripts?|screenplays?|teleplays?|episodes written)(?: is| are| was| were)? (?:by|from) (?P<names>{_NAMES})"
)
_ACTIVE = (
    (
        "creator",
        re.compile(
            rf"(?P<names>{_NAMES}|{ONE_NAME}) (?:co-)?(?:created|devised|conceived) (?:the|it|this)\b|"
            rf"(?P<made>{FULL_NAME}), who (?:made|created|devised)\b"
        ),
    ),
    (
        "director",
        re.compile(
            rf"(?P<names>{_NAMES}|{ONE_NAME}),? (?:(?:will|again|once|more|is|also|to|has|have|"
            rf"both) )*(?:direct|directs|directed|directing|helms?|helmed|helming|calls the shots)\b(?! (?:by|debut))"
        ),
    ),
    (
        "writer",
        re.compile(
            rf"(?P<names>{_NAMES}|{ONE_NAME}),? (?:(?:will|again|who|once|more|is|are|also|to|has|have|"
            rf"both) )*(?:write|writes|wrote|written|writing|penned|pens|scripted)\b(?! (?:by|on (?:his|her)|in (?:his|her)|"
            rf"that|to))"
        ),
    ),
    (
        "executive producer",
        re.compile(
            rf"(?P<names>{_NAMES}) (?:(?:will|also|are|is|both) )*(?:executive[- ]produc(?:e|es|"
            rf"ing|ed)|exec[- ]produc\w+)"
        ),
    ),
    (
        "showrunner",
        re.compile(
            rf"(?P<names>{_NAMES}|{ONE_NAME}) (?:(?:will|also|is|are|was|now|to|again|"
            rf"expected) )*(?:running things|runs the show|run the show|co-run(?:s|ning)?|show-?runs|in charge|"
            rf"calls the shots)"
        ),
    ),
    (
        "production company",
        re.compile(
            rf"(?P<names>{TITLE_NAME}(?: and {TITLE_NAME})?),? (?:(?:will|is|are|also|which|who|"
            rf"to) )*(?:(?:co-)?produc(?:e|es|ing)|makes? (?:it|the (?:show|series)))\b(?! (?:by|a (?:spin|pilot)))"
        ),
    ),
    (
        "composer",
        re.compile(
            rf"(?P<names>{_NAMES}) (?:(?:will|also|again) )*(?:composes?|composed|scores|scored)\b (?:the|it|"
            rf"music)"
        ),
    ),
)
_ACTIVE_WORDS = {
    "creator": r"creat|devis|conceiv|made",
    "director": r"direct|helm|shots",
    "writer": r"writ|wrote|pen|script",
    "executive producer": r"produc",
    "showrunner": r"run|charge|shots",
    "production company": r"produc|make",
    "composer": r"compos|scor",
}
_ALONGSIDE = re.compile(
    rf"\b(?:executive|exec)[- ]produc(?:e|es|ed|ing)\b(?: [^.;,]{{1,30}})?,? (?:alongside|along with|with|as (?:do|"
    rf"are)) (?P<names>{_NAMES})"
)
_PRODUCTION_OF = re.compile(
    rf"\bis an? (?P<name>{TITLE_NAME}) (?:co-)?production\b|\bproducing (?:\w+ )?for (?P<for>{TITLE_NAME})|\bproduc(?:ed|"
    rf"tion) (?:is )?(?:by|from) (?P<by>{TITLE_NAME})|\b(?i:the) (?:studio|production (?:company|"
    rf"house)),? (?P<studio>{TITLE_NAME})"
)
_MOVED = re.compile(
    rf"\b(?i:animation|production) (?:moves|shifts|switches|passes|has moved|"
    rf"transfers) from (?P<old>{TITLE_NAME}) to (?P<new>{TITLE_NAME})"
)
_BROUGHT = re.compile(
    rf"\b(?i:brought in|hired|added|recruited|new) (?:\w+ )?(?:new )?(?:writers?|directors?),? (?P<names>{_NAMES})"
)
_DOUBLES = re.compile(
    r"(?i)\b(?P<what>(?:body|stunt|skating|dance|riding|singing|hand) doubles?|stunt performers?|"
    r"stand-ins?)\b"
)
_SAME = re.compile(
    r"(?i)\bthe (?P<who>(?:production|creative|writing) team|same team|crew|writers|"
    r"people who made [“\"][^”\"]+[”\"])\b[^.;?!]{0,60}?\b(?:same|return\w*|back|retained|intact|stay\w*)\b|"
    r"\bfrom (?P<people>the (?:people|team|makers|creators|producers) (?:who made|behind|"
    r"of) [“\"‘]?[A-Z][^.;”\"’]+[”\"’]?)"
)
_CORUN = re.compile(
    rf"(?P<names>{_NAMES})(?: of (?P<company>{TITLE_NAME}))? (?:are|is|were|will be) (?:the )?(?P<what>co-?(?:runners?|"
    rf"showrunners?|creators?|producers?))"
)
_GONE = re.compile(
    r"(?i)\b(?:stepp(?:ed|ing) down|has gone|has left|left|leav(?:es|ing)|exit(?:s|ed|ing)?|depart(?:s|ed|ing)?|quit|"
    r"onto another project|moved? (?:the )?(?:showrunner|director))\b"
)
_WORTH = re.compile(
    r"creat|show-?run|writ|direct|produc|compos|script|helm|edit|design|choreo|double|maker|made|run|animation|penned|"
    r"crew|team|stand-in|distribut|cinemato|pen(?:s|ned)\b|ep\b|behind|scor|conceiv|devis|in charge|people who|studio"
)
_COMPANY = re.compile(
    r"(?i)\b(?:pictures|productions?|films?|studios?|entertainment|media|television|tv|talkies|works|company|international|"
    r"house|animation|group)\b|\+$"
)


def crews(place: Place) -> Iterator[Found]:
    """Find the people and companies behind a series that a sentence names, each role once."""
    if not _WORTH.search(place.lower):
        return
    seen: set[tuple[str, str]] = set()
    for found in _all(place):
        key = (fold(str(found.value["person"])), str(found.value["role"]))
        if key not in seen:
            seen.add(key)
            yield found


def _all(place: Place) -> Iterator[Found]:
    text = place.text
    season = season_of(text)
    doubles = _DOUBLES.search(text)
    if doubles:
        yield from _doubles(place, doubles, season)
    for found in _CORUN.finditer(text):
        company = {"company": found["company"]} if found["company"] else {}
        role = "co-showrunner" if "run" in found["what"] else found["what"].rstrip("s")
        for name, at in _each(place, found["names"], found.start("names")):
            yield Found("crew_role", at, at + len(name), {"person": name, "role": role, **company})
    for found in (*_MOVED.finditer(text),):
        yield Found(
            "crew_role",
            found.start(),
            found.end(),
            {"person": found["new"], "role": "animation studio", "replaces": found["old"]},
            season=season,
        )
    yield from _roles(place, season)
    yield from _verbs(place, season)
    for found in _PRODUCTION_OF.finditer(text):
        name = found["name"] or found["for"] or found["by"] or found["studio"]
        if found["studio"] or _organisation(place, name):
            yield Found("crew_role", found.start(), found.end(), {"person": name, "role": "production company"}, season=season)
    for found in _SAME.finditer(text):
        who = found["who"] or found["people"]
        value = {"person": who, "role": "producer" if found["people"] else "production"} | (
            {} if found["people"] else {"st": "returning"}
        )
        yield Found("crew_role", found.start(), found.end(), value, season=season)


def _roles(place: Place, season: int | None) -> Iterator[Found]:
    """A job beside a name: "creator Ilse Vandermeer", "Maeve Tully, creator and lead writer", "Vance returns as showrunner"."""
    text = place.text
    for found in _IS.finditer(text):
        state = _state(found[0])
        old = {"replaces": found["old"]} if found["old"] else {}
        for name, at in _each(place, found["name"], found.start("name")):
            yield Found(
                "crew_role", at, found.end(), {"person": name, "role": _role(found["role"]), **state, **old}, season=season
            )
    for found in _JOB_IS.finditer(text):
        for name, at in _each(place, found["names"], found.start("names")):
            yield Found("crew_role", at, at + len(name), {"person": name, "role": _role(found["role"])}, season=season)
    for found in _APPOSED.finditer(text):
        if search(r"(?i)\b(?:film|drama|content|casting|managing|programming|former) $", text[: found.start("role")]):
            continue
        leaving = (
            {"st": "leaving"} if _GONE.search(text[found.start() - 30 if found.start() > 30 else 0 : found.end() + 40]) else {}
        )
        for name, at in _each(place, found["names"], found.start("names")):
            yield Found(
                "crew_role",
                min(found.start("role"), at),
                at + len(name),
                {"person": name, "role": _role(found["role"]), **leaving},
                season=season,
            )
    for found in _AFTER_NAME.finditer(text):
        for name, at in _each(place, found["name"], found.start("name")):
            for role in re.split(r" and ", found["role"]):
                end = found.start("role") + found["role"].find(role) + len(role)
                yield Found("crew_role", at, end, {"person": name, "role": _role(role)}, season=season)
    if place.sentence.block.kind in {"row", "item"}:
        cell = _CELL.match(text)
        for name, at in _each(place, cell["names"], cell.start("names")) if cell else ():
            yield Found("crew_role", at, at + len(name), {"person": name, "role": _role(cell["role"])}, season=season)  # type: ignore[index]


_CELL = re.compile(rf"^(?i:(?P<role>{_PLAIN_ROLE}))(?:\(s\))?\s*(?:\t|:|[–—-])\s*(?P<names>{_NAMES})")
_ONE_SURNAME = re.compile(rf"(?P<a>{ONE_NAME}) and (?P<b>{FULL_NAME})")


def _verbs(place: Place, season: int | None) -> Iterator[Found]:
    """A verb of making beside names: "created by", "X will direct", "from scripts by"."""
    text = place.text
    for role, pattern in _PASSIVE if " by " in text else ():
        for found in pattern.finditer(text):
            for name, at in _each(place, found["names"], found.start("names"), organisations=True):
                job = role
                if role == "production company" and not _organisation(place, name):
                    job = "producer"
                yield Found(
                    "crew_role",
                    min(found.start(), at) if at - found.start() < 40 else at,
                    at + len(name),
                    {"person": name, "role": job},
                    season=season,
                )
    for found in (*_SCRIPTS.finditer(text), *_BROUGHT.finditer(text)):
        for name, at in _each(place, found["names"], found.start("names")):
            yield Found("crew_role", at, at + len(name), {"person": name, "role": "writer"}, season=season)
    for found in _ALONGSIDE.finditer(text):
        for name, at in _each(place, found["names"], found.start("names")):
            yield Found("crew_role", at, at + len(name), {"person": name, "role": "executive producer"}, season=season)
    for role, pattern in _ACTIVE:
        if not search(_ACTIVE_WORDS[role], text):
            continue
        for found in pattern.finditer(text):
            group = "made" if "made" in pattern.groupindex and found["made"] else "names"
            gone = {"st": "leaving"} if _GONE.search(text[found.end() : found.end() + 40]) else {}
            state = {"st": "returning"} if search(r"(?i)\bagain\b|once more", found[0]) else gone
            for name, at in _each(place, found[group], found.start(group), organisations=role == "production company"):
                if role == "production company" and not (place.context.is_network(name) or _COMPANY.search(name)):
                    continue
                yield Found("crew_role", at, found.end(), {"person": name, "role": role, **state}, season=season)


def _each(place: Place, names: str, at: int, *, organisations: bool = False) -> Iterator[tuple[str, int]]:
    """Yield each name of a list with its place; a surname alone is completed where the article gives the full name once."""
    context = place.context
    shared = _ONE_SURNAME.fullmatch(names)
    if shared:
        surname = shared["b"].split(" ", 1)[1]
        yield f"{shared['a']} {surname}", at
        yield shared["b"], at + shared.start("b")
        return
    for part in compiled(rf"{FULL_NAME}|{TITLE_NAME}" if organisations else rf"{FULL_NAME}|{ONE_NAME}").finditer(names):
        name, cut = trimmed(part[0].rstrip(".,’'"))
        name = re.sub(r"[’']s?$", "", name)
        if not name or context.is_series(name) or (not organisations and context.is_network(name)):
            continue
        full = context.full_name(name) if len(name.split()) == 1 else name
        person = is_person(full) and len(full.split()) >= 2
        if person or (organisations and (_organisation(place, name) or len(name) > 3)):
            yield full, at + part.start() + cut


def _organisation(place: Place, name: str | None) -> bool:
    if not name or place.context.is_series(name):
        return False
    one = len(name.split()) == 1 and fold(name) not in place.context.people
    return bool(_COMPANY.search(name)) or place.context.is_network(name) or one


def _role(text: str) -> str:
    word = text.lower().strip()
    for role, pattern in _ROLES.items():
        if fullmatch(pattern.lower().replace("(?= [a-z])", ""), word):
            return f"co-{role}" if word.startswith("co-") else role
    return word.rstrip("s")


def _state(text: str) -> dict[str, str]:
    if search(r"(?i)return|continue|remain|back as|stays", text):
        return {"st": "returning"}
    if search(r"(?i)stepp?(?:s|ing)? (?:back|up)|promoted", text):
        return {"st": "changed"}
    return {"st": "joining"} if search(r"(?i)becom|became|tak(?:es|en) over|took over|join|comes", text) else {}


def _doubles(place: Place, found: re.Match[str], season: int | None) -> Iterator[Found]:
    """Doubles and stunt people named in the same sentence; the job's kind is the sentence's ("for the skating scenes")."""
    text = place.text
    kind = search(r"(?i)\b(skating|dance|riding|fight|stunt|singing|swimming|driving)\b", text)
    role = f"{kind[1].lower()} double" if kind else found["what"].lower().rstrip("s")
    for one in compiled(rf"(?P<name>[{UPPER}][{LOWER}]+(?: [{UPPER}]?[{LOWER}’'-]+){{1,2}})(?=,| and| etc|\.|$)").finditer(
        text[found.end() :]
    ):
        name, cut = trimmed(one["name"])
        if len(name.split()) >= 2 and name[0].isupper() and not place.context.is_series(name):
            at = found.end() + one.start() + cut
            yield Found("crew_role", at, at + len(name), {"person": name, "role": role}, season=season)
