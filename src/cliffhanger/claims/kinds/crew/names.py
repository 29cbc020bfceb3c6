"""The names and the jobs in a sentence about those who make a series."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, fold, is_person, trimmed
from cliffhanger.claims.networks import LOOKED
from cliffhanger.claims.patterns import fullmatch, regex, search

ROLES = {
    "showrunner": r"(?:co-)?show-?runners?",
    "creator": r"(?:series |show )?(?:co-)?creators?|makers?(?=,? [A-Z])",
    "head writer": r"head (?:writers?|scribes?)|chief (?:writers?|scribes?|scriptwriters?)",
    "lead writer": r"lead writers?",
    "writer": r"(?:series |screen|script|staff |story )?writers?|screenwriters?|scriptwriters?",
    "lead director": r"lead directors?",
    "director": r"(?:pilot |series |episode )?(?:co-)?directors?(?! of (?:photography|programming|drama))",
    "co-executive producer": r"co-(?:executive|exec) producers?",
    "executive producer": r"executive producers?|EPs?|exec producers?",
    "line producer": r"line producers?",
    "co-producer": r"co-?producers?|coproducers?",
    "producer": r"(?:series |supervising |consulting )?producers?",
    "composer": r"composers?",
    "cinematographer": r"cinematographers?|directors? of photography",
    "script editor": r"(?:script|story) editors?",
    "editor": r"(?:film |series )editors?",
    "production designer": r"production designers?",
    "costume designer": r"costume designers?",
    "character designer": r"character designers?",
    "choreographer": r"choreographers?|fight coordinators?|stunt coordinators?",
    "casting director": r"casting directors?",
}
ROLE = "|".join(pattern for pattern in ROLES.values())
# "Anna Moss and his longtime deputy Tom Reed": whom the list belongs to, or a trade, may stand before a name of it.
BESIDE = (
    r"(?:(?:(?:his|her|their) (?:[a-z-]+ ){1,3}|(?:the )?(?:novelist|playwright|comedian|journalist|screenwriter|newcomer|"
    r"veteran|"
    r"fellow|longtime|long-time|author|poet|actor|actress|partner) (?:[a-z-]+ )?))?"
)
NAMES = rf"{FULL_NAME}(?:(?:, (?:and |&)?| and | & ){BESIDE}(?:{FULL_NAME}))*"
COMPANY = regex(
    r"(?i)\b(?:pictures|productions?|films?|filmes|studios?|entertainment|media|television|tv|talkies|works|company|"
    r"international|house|animation|group)\b|\+$"
)
_ONE_SURNAME = regex(rf"(?P<a>{ONE_NAME}) and (?P<b>{FULL_NAME})")


def each(place: Place, names: str, at: int, *, organisations: bool = False) -> Iterator[tuple[str, int]]:
    """Yield each name of a list with its place; a surname alone is completed where the article gives the full name once."""
    context = place.context
    shared = _ONE_SURNAME.fullmatch(names)
    both = shared and organisations and any(context.is_network(shared[one]) or COMPANY.search(shared[one]) for one in "ab")
    if (
        shared and not both and not context.full_name(shared["a"]).endswith(f" {shared['a']}")
    ):  # "Ada and Tom Brook", but "Vik and Thea Lunde"
        surname = shared["b"].split(" ", 1)[1]
        yield f"{shared['a']} {surname}", at
        yield shared["b"], at + shared.start("b")
        return
    if organisations and " and " in names and any(context.is_network(one) for one in names.split(" and ")):
        first, second = names.split(" and ", 1)
        yield from ((first, at), (second, at + len(first) + 5))
        return
    for part in regex(rf"{FULL_NAME}|{TITLE_NAME}" if organisations else rf"{FULL_NAME}|{ONE_NAME}").finditer(names):
        said = part[0].rstrip(".,’'")
        name, cut = (said, 0) if organisations and said.startswith("Studio ") else trimmed(said)
        name = re.sub(r"[’']s?$", "", name)
        if not name or name.startswith("Team ") or context.is_series(name) or (not organisations and context.is_network(name)):
            continue
        full = context.full_name(name) if len(name.split()) == 1 else name
        person = is_person(full) and len(full.split()) >= 2
        if person or (organisations and (is_organisation(place, name) or len(name) > 3)):
            yield full, at + part.start() + cut


def is_organisation(place: Place, name: str | None) -> bool:
    """Say whether a name is one of a company: by its words, because it is a network, or because no person bears it."""
    if not name or place.context.is_series(name):
        return False
    one = len(name.split()) == 1 and fold(name) not in place.context.people
    return bool(COMPANY.search(name)) or place.context.is_network(name) or one


def role_of(text: str) -> str:
    """Return the job that words name: "Executive producers" are one executive producer each."""
    word = text.lower().strip()
    for role, pattern in ROLES.items():
        if fullmatch(pattern.lower().replace("(?=,? [a-z])", ""), word):
            return f"co-{role}" if word.startswith("co-") and not role.startswith("co-") else role
    return word.rstrip("s")


def state_of(text: str) -> dict[str, str]:
    """Return whether someone comes, stays or changes places, as a verb says it."""
    if search(r"(?i)return|continu|remain|back as|stay|\bagain\b|once more", text):
        return {"st": "returning"}
    if search(r"(?i)step\w* down", text):
        return {"st": "leaving"}
    if search(r"(?i)stepp?(?:s|ing)? (?:back|up)|promoted", text):
        return {"st": "changed"}
    return {"st": "joining"} if search(r"(?i)becom|became|tak(?:es|en) over|took over|join|comes", text) else {}


_BEFORE_NAME = regex(rf"\b(?:(?P<before>{ROLE})(?:,| is| will be)?|(?P<by>created|written|directed) by) $")
_AFTER_NAME = regex(
    rf",? (?:(?:who|is|was|has|been|will|be|remains|serves|served|as|the|its|an?|returns|steps|stepp(?:ed|ing)|down|up|back|on|"
    rf"over|"
    rf"takes|took|stays|show[’']s|series[’'](?:s)?|programme[’']s) ){{0,5}}(?P<after>{ROLE})\b|"
    r",? (?:who )?(?:also )?(?P<made>created|wrote|ran|runs|directed|directs|hosts)\b"
)
_CAPITAL_JOB = regex(rf"\b(?P<big>(?i:{ROLE})),? $")


def job_of(place: Place, person: str) -> str | None:
    """Return the job that the article gives a person first, whether before the name or after it; None for who has none."""
    article = place.context.article.text[:LOOKED]
    if not any(word in article.lower() for word in _JOB_WORDS):
        return None
    spots = list(_spots(article, person))
    for start, end in spots:
        before = _BEFORE_NAME.search(article[max(0, start - _JOB_REACH) : start])
        after = None if before else _AFTER_NAME.match(article, end)
        if before or after:
            said = (before or after).groupdict()  # type: ignore[union-attr]
            job = said.get("before") or said.get("after")
            return role_of(job) if job else _JOBS_OF_VERBS.get(said.get("by") or said.get("made") or "", "creator")
    for start, _ in spots:
        big = _CAPITAL_JOB.search(article[max(0, start - _JOB_REACH) : start])
        if big:
            return role_of(big["big"])
    return None


_JOB_REACH = 40  # characters before a name in which its job stands


def _spots(article: str, person: str) -> Iterator[tuple[int, int]]:
    """Yield where an article names somebody, in full or by the last name, in order."""
    alone = person.rsplit(maxsplit=1)[-1]
    at = article.find(alone)
    while at >= 0:
        end = at + len(alone)
        start = end - len(person) if article[max(0, end - len(person)) : end] == person else at
        if not article[start - 1 : start].isalnum() and not article[end : end + 1].isalnum():
            yield start, end
        at = article.find(alone, end)


_JOBS_OF_VERBS = {
    "written": "writer",
    "wrote": "writer",
    "directed": "director",
    "directs": "director",
    "ran": "showrunner",
    "runs": "showrunner",
    "hosts": "host",
}
_JOB_WORDS = ("host", "runner", "creat", "writ", "direct", "produc", "compos", "design", "editor", "cinemat", "maker")
