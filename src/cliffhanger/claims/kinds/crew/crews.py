"""Who makes it: creators, writers, directors, producers, companies, doubles."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.by_craft import by_craft
from cliffhanger.claims.kinds.crew.changes_told import changes_told, with_departures
from cliffhanger.claims.kinds.crew.companies import companies
from cliffhanger.claims.kinds.crew.credited import credited
from cliffhanger.claims.kinds.crew.doubles import doubles
from cliffhanger.claims.kinds.crew.handover import handovers, replaced_by
from cliffhanger.claims.kinds.crew.jobs_told import ELSEWHERE, short_ones
from cliffhanger.claims.kinds.crew.makers import makers, second_jobs
from cliffhanger.claims.kinds.crew.names import BESIDE, COMPANY, NAMES, ROLE, each, is_organisation, role_of, state_of
from cliffhanger.claims.kinds.crew.plain_companies import NATIONS, NO_SERIES, plain_companies
from cliffhanger.claims.kinds.crew.plain_jobs import plain_jobs
from cliffhanger.claims.kinds.crew.plain_trades import plain_trades
from cliffhanger.claims.kinds.crew.settled import settled
from cliffhanger.claims.kinds.crew.shares import rest_of_it, shares
from cliffhanger.claims.kinds.crew.told_in_passing import OF_A_BOOK, told_in_passing
from cliffhanger.claims.kinds.crew.working import did_before, workers
from cliffhanger.claims.names import FULL_NAME, LOWER, NOT_NAMES, ONE_NAME, TITLE_NAME, UPPER, fold
from cliffhanger.claims.patterns import Rules, live, may, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_APPOSED = regex(rf"\b(?i:(?P<role>{ROLE}))(?: |, (?=[{UPPER}][^,]+[,.]))(?P<names>{NAMES}|{ONE_NAME} and {ONE_NAME}|{ONE_NAME})")
_JOB_IS = regex(
    rf"\b(?i:(?P<role>{ROLE}))(?: (?:on|of) [^.,;]{{2,40}}?)? (?:is|are|includes?|remains?|will be|:) (?:(?:still|now|"
    rf"once|again|more) )*(?P<names>{NAMES})"
)
_AFTER_NAME = regex(
    rf"(?P<name>{FULL_NAME}|{ONE_NAME}), (?:(?:the|its|an?|who is|longtime|returning|our|"
    rf"series|(?:show|series|drama|comedy|sitcom|programme)[’']s?) )*(?i:(?P<role>(?:{ROLE})(?: and (?:{ROLE}))*))\b{ELSEWHERE}"
)
_IS = regex(
    rf"(?P<name>{NAMES}|{ONE_NAME} and {ONE_NAME}|{ONE_NAME}) (?:(?:of|from|at) (?:[A-Z][\w&]* ){{1,4}})?(?:will )?(?:also |"
    rf"now |still |again |once again )?(?:is|are|was|"
    rf"were|will be|remains?|"
    rf"stays? on|serves?|served|"
    rf"serving|returns?|"
    rf"continues?|is back|are back|will return|returning|becomes?|became|steps? up|stepping back|promoted|takes over|"
    rf"took over|has taken over|is stepping (?:back|up|down)|acts|also|comes? (?:on board|aboard)|joins?|joined) "
    rf"(?:(?:back|up|down|over|again|now|also|on|the|its|an?|in|series’s|series) )*(?:as |to |to an? )?(?:(?:the|its|an?|new|"
    rf"original|current|first|longtime|long-time|sole) )*(?i:(?P<role>{ROLE}))\b(?! (?:of|at) (?:the|an?|this) (?:hospital|"
    rf"school|museum|university|bank|company|"
    rf"council|charity|hotel|clinic|institute|gallery|theatre|theater|orchestra|festival|prison|factory))(?: from "
    rf"(?P<old>{FULL_NAME}))?"
)
_BY_VERBS = (
    ("creator", r"(?:was |is |series )?(?:co-)?(?:created|conceived|devised|dreamed up)"),
    ("showrunner", r"(?:is |was |co-)?(?:run|showrun|show-run|overseen|shepherded|steered|masterminded)"),
    ("writer", r"(?:co-)?(?:written|penned|scripted)"),
    ("director", r"(?:co-)?(?:directed|helmed)"),
    ("executive producer", r"executive[- ]produced"),
    ("production company", r"(?<!executive )(?<!executive-)(?<!exec )(?:co-)?produced"),
    ("composer", r"(?:scored|composed|score|music|soundtrack)"),
    ("distributor", r"distributed"),
)
_PASSIVE = Rules(
    (
        role,
        regex(
            rf"\b(?i:{verb})(?:(?:,|,? and| &) (?:co-)?(?:created|written|directed|penned|scripted|produced|executive[- "
            rf"]produced|showrun|edited|composed))*"
            rf"(?: and [a-z -]+| this time| again| once more| throughout| entirely| largely)? by (?:series (?:co-)?creators? |"
            rf"brothers |sisters |siblings |[{UPPER}][\w’]+-(?:born|based|bred|raised|trained|winning|nominated) |director |"
            rf"writer |showrunner |newcomer |the |(?:[{UPPER}][\w’']+ ){{1,3}}(?:creator|writer|director|producer|"
            rf"showrunner|star|author|alum|winner|nominee|laureate|veteran) )*(?:[{LOWER}][\w’'-]+ ){{0,3}}"
            rf"(?P<names>(?:{FULL_NAME}|{TITLE_NAME})(?:(?:, (?:and )?| and | & ){BESIDE}(?:{FULL_NAME}))*)"
        ),
    )
    for role, verb in _BY_VERBS
)
_SCRIPTS = regex(
    rf"\b(?:scripts?|screenplays?|teleplays?|episodes written)(?: is| are| was| were)? (?:by|from) (?P<names>{NAMES})"
    rf"|\b(?i:adapted)(?: for [\w ]{{2,30}})? by (?P<adapted>{NAMES})(?! and [A-Z]\w+$)"
)
_ACTIVE = Rules(
    (
        (
            "creator",
            regex(
                rf"(?P<names>{NAMES}|{ONE_NAME}) (?:co-)?(?:created|devised|conceived) (?:the|it|this)\b|"
                rf"(?P<made>{FULL_NAME}), who (?:made(?! [^,.;?!]{{0,25}}\b(?:episodes?|films?|block)\b)|created|devised)\b"
            ),
        ),
        (
            "director",
            regex(
                rf"(?P<names>{NAMES}|{ONE_NAME}),? (?:(?:will|again|once|more|is|also|to|has|have|"
                rf"both) )*(?:direct|directs|directed|directing|helms?|helmed|helming|calls the shots)\b"
                r"(?! (?:by|debut|questions|traffic|anger|attention|criticism|viewers|fans|at|to|towards?|(?:the|an?|his|"
                r"her|their) (?:[a-z-]+ )?(?:film|movie|feature|short|play|musical|opera|"
                r"video|advert|commercial|documentary)s?)\b)"
            ),
        ),
        (
            "writer",
            regex(
                rf"(?P<names>{NAMES}|{ONE_NAME}),? (?:(?:will|again|who|once|more|is|are|also|to|has|have|"
                rf"both) )*(?:write|writes|wrote(?= and\b)|written|writing|penned|pens|scripted)\b(?![,:]| (?:by|on|in|of|"
                rf"about|"
                rf"back|at|after|that|to|a (?:note|letter|post|blog|book|novel|memoir))\b)"
            ),
        ),
        (
            "executive producer",
            regex(
                rf"(?P<names>{NAMES}) (?:(?:will|also|are|is|both) )*(?:executive[- ]produc(?:e|es|"
                rf"ing|ed)|exec[- ]produc\w+)"
            ),
        ),
        (
            "showrunner",
            regex(
                rf"(?P<names>{NAMES}|{ONE_NAME}) (?:(?:will|also|is|are|was|now|to|again|"
                rf"expected) )*(?:running things|runs the show|run the show|co-run(?:s|ning)?|show-?runs|in charge(?! of "
                rf"(?!it\b|things|(?:the|this) (?:[\w-]+ )?(?:series|show|drama|season|comedy|writers)))|"
                rf"calls the shots)"
            ),
        ),
        (
            "production company",
            regex(
                rf"(?P<names>{TITLE_NAME}(?: and {TITLE_NAME})?),? (?:(?:will|is|are|also|which|who|"
                rf"to) )*(?:(?:co-)?produc(?:e|es|ing)|makes? (?:it|the (?:show|series)))\b(?! (?:by|a (?:spin|pilot)))"
            ),
        ),
        (
            "composer",
            regex(
                rf"(?P<names>{NAMES}) (?:(?:will|also|again) )*(?:composes?|composed|scores|scored)\b (?:it\b|music|"
                rf"(?:the|this|both|all) (?:[\w-]+ ){{0,2}}?(?:series|show|drama|comedy|thriller|seasons?|episodes?|music|"
                rf"score|theme|soundtrack)\b)"
            ),
        ),
    )
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
_ALONGSIDE = regex(
    rf"\b(?:executive|exec)[- ]produc(?:e|es|ed|ing)\b(?: [^.;,]{{1,30}})?,? (?:alongside|along with|with|as (?:do|"
    rf"are)) (?P<names>{NAMES})"
)
_PRODUCTION_OF = regex(
    rf"\bis an? (?P<name>{TITLE_NAME}) (?:co-)?production\b|\bproducing (?:\w+ )?for (?P<for>{TITLE_NAME})|\bproduc(?:ed|"
    rf"tion) (?:is )?(?:by|from) (?P<by>{TITLE_NAME})|\b(?i:the) (?:studio|production (?:company|"
    rf"house)),? (?P<studio>{TITLE_NAME})"
)
_MOVED = regex(
    rf"\b(?i:animation|production) (?:moves|shifts|switches|passes|has moved|"
    rf"transfers) from (?P<old>{TITLE_NAME}) to (?P<new>{TITLE_NAME})"
)
_BROUGHT = regex(rf"\b(?i:brought in|hired|added|recruited|new) (?:\w+ )?(?:new )?(?:writers?|directors?),? (?P<names>{NAMES})")
_SAME = regex(
    r"(?i)\bthe (?P<who>(?:production|creative|writing) team|same team|crew|writers|"
    r"people who made [“\"][^”\"]+[”\"])\b[^.;?!]{0,60}?\b(?:same|return\w*|back|retained|intact|stay\w*)\b|"
    r"\bfrom (?P<people>the (?:people|team|makers|creators|producers) (?:who made|behind|"
    r"of) [“\"‘]?[A-Z][^.;”\"’]+[”\"’]?)"
)
_CORUN = regex(
    rf"(?P<names>{NAMES})(?: of (?P<company>{TITLE_NAME}))? (?:are|is|were|will be) (?:the )?(?P<what>co-?(?:runners?|"
    rf"showrunners?|creators?|producers?))"
)
_GONE = regex(
    r"(?i)\b(?:stepp(?:ed|ing) down|has gone|has left|left|leav(?:es|ing)|exit(?:s|ed|ing)?|depart(?:s|ed|ing)?|quit|"
    r"onto another project|moved? (?:the )?(?:showrunner|director))\b"
)
_NO_MAKER = regex(  # the head of drama, one of a film, a part that somebody plays, one who is thanked by mistake
    r"(?i)\b(?:film|drama|content|casting|managing|programming|former|our|nursing|medical|artistic|museum|festival|funeral|"
    r"sports|"
    r"marketing|finance|clinical|regional|athletic|communications|commercial) $|\bplay(?:s|ed|ing)? (?:the |an? )?$|"
    r"\b(?:film|movie|feature) by $|\bcredited [^.;]{2,45} to $|"
    r"\bas (?!(?:series|lead|pilot|show|episode|guest|executive|co)\b)[a-z]+ $|\b(?-i:[A-Z][\w’-]+) as (?:the |an? )?$"
)
# A broadcaster's director makes no series; nor does its producer, of whom nothing is told.
_OWNED = regex(rf"(?P<name>{TITLE_NAME})[’']s? (?:[a-z-]+ )?$")
_OF_OWNERS = frozenset({"director", "Director", "directors", "editor"})
_STAYS = regex(
    r"(?:,[^,.;]{2,50},)?(?: and [\w. -]{4,40})? (?:(?:will|is|are|also|both|all) )*(?:returns?\b|returning|back\b|"
    r"stays?\b(?! with)|staying|remains?\b|continues?)"
)
_ASIDE_LONG = 120  # characters that an aside may stand between a job and what is told of it
_WORTH = regex(
    r"creat|show-?run|writ|\bwrote|mov(?:e[sd]|ing) on|off to|direct|produc|compos|script|helm|edit|design|choreo|double|maker|"
    r"made|run|animation|penned|crew|team|stand-in|distribut|cinemato|pen(?:s|ned)\b|ep\b|behind|scor|conceiv|devis|in charge|"
    r"people who|studio|makes|music|soundtrack|top job|hot seat|banner|label|rest\b|remain|others?\b|the (?:first|second|last|"
    r"final)\b|adapt|succe|replac|\bhost|fronted|presented|\bleft|leav|\bsteps |stepp|\bquit|exit|depart|sales|\boverse|"
    r"\boversaw|\bran\b|pictures|films|television|entertainment|costumes|casting|photography|\bgone\b|resign|walk|bow|host|"
    r"sold|licensed|involve|coming back|part in|camera|\bhands|handed|passed|stunt|lensed|effects|brainchild|invent|shepherd|"
    r"steer|master|courtesy|rights|running of|\bpen\b|baton|dream|thought up|came up|\bhails?\b|comes? from|came from|narrat|"
    r"develop|at the helm|indie|outfit|consult|dir\.|pens? of|minds? of|imagin|wheel|control|charge|teleplay|screenplay|"
    r"story (?:is|was) by|coordinator|supervisor|presents?\b|sell|mind behind|force behind|brains? behind|is from|board|"
    r"on the page|(?:shot|filmed) by|\bduties\b|role of|credit|one of (?:the|its|this)|assigned|responsib|looks? after|"
    r"looked after|looking after|turns|alternat|"
    r"chair|seat|shoes|wardrobe|lighting|"
    r"\bsets\b|make-?up|sound|prosthetics|replacement|takes? care|took care|\bin comes|\bout goes|CGI|VFX|"
    r"writers are|the work of|sign(?:s|ed) on|reins|advis|\bvoice|drama from|series from|comedy from|thriller from|(?:series|"
    r"show|drama|comedy|sitcom|thriller),? by"
)


def crews(place: Place) -> Iterator[Found]:
    """Find the people and companies behind a series that a sentence names, each role once."""
    if not may(_WORTH, place.text):
        return
    seen: set[tuple[str, str, str]] = set()
    told: list[Found] = []
    for found in itertools.chain(_every(place), rest_of_it(place, told)):
        leaving = "leaving" if found.value.get("st") == "leaving" else "before" if found.past else ""
        key = (fold(str(found.value["person"])), str(found.value["role"]), leaving)
        if any(role == key[1] and name.endswith(f" {key[0]}") for name, role, _ in seen):
            continue  # "Oak" of "Studio Oak"
        if key not in seen and not any(
            key[0] == name and key[2] == gone and role.endswith(f" {key[1]}") for name, role, gone in seen
        ):
            seen.add(key)
            told.append(found)
    told = with_departures(place, told)
    yield from (found for found in settled(place.text, told) if not _said_again(place.text, found, told))


def _said_again(text: str, found: Found, told: list[Found]) -> bool:
    """Say whether a job beside a name is but the beginning of what is told of it: "Showrunner Jana Holt is not continuing"."""
    if (
        "st" in found.value or "creator" in found.value["role"] or " who " in text[found.start : found.end]
    ):  # who created it did so, whether it is left or not
        return False
    return any(
        other is not found
        and other.value.get("st") == "leaving"
        and (other.value["person"], other.value["role"]) == (found.value["person"], found.value["role"])
        and (other.start <= found.start < other.end or 0 < other.start - found.start < _ASIDE_LONG)
        and " who " not in text[found.start : other.start]
        for other in told
    )


def _every(place: Place) -> Iterator[Found]:
    """What names and verbs beside each other tell comes first, since it has the narrower quotes."""
    for found in _all(place):
        yield found
        yield from second_jobs(place, found)
        yield from did_before(place, found)
        gone = replaced_by(place, found)
        if gone:
            yield gone
    yield from handovers(place)
    for found in makers(place):
        yield found
        if found.end - found.start < 120:
            yield from second_jobs(place, found)
    yield from workers(place)
    yield from companies(place)
    yield from plain_companies(place)
    yield from plain_jobs(place)
    yield from plain_trades(place)
    yield from short_ones(place)
    yield from shares(place)
    yield from told_in_passing(place)
    yield from by_craft(place)
    yield from changes_told(place)
    yield from credited(place)


def _all(place: Place) -> Iterator[Found]:
    text = place.text
    season = season_of(text)
    yield from doubles(place)
    for found in _CORUN.finditer(text):
        company = {"company": found["company"]} if found["company"] else {}
        role = "co-showrunner" if "run" in found["what"] else found["what"].rstrip("s")
        for name, at in each(place, found["names"], found.start("names")):
            yield Found("crew_role", at, at + len(name), {"person": name, "role": role, **company})
    for found in _MOVED.finditer(text):
        if not found[0].startswith(("animation", "Animation")) and not COMPANY.search(found["new"]):
            continue  # a production that moves from Bristol to Malta is filmed there
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
        said = found["name"] or found["for"] or found["by"] or found["studio"]
        parts = re.split(r" for (?=[A-Z])", said)  # "by Imogen Sayle for Saltmarsh Films", "by Saltmarsh Films for Tarn"
        maker = next((part for part in parts if COMPANY.search(part)), said if len(parts) == 1 else None)
        none = maker is None or maker.lower() in NOT_NAMES or NATIONS.match(maker)
        if maker and not none and (found["studio"] or is_organisation(place, maker)):
            yield Found("crew_role", found.start(), found.end(), {"person": maker, "role": "production company"}, season=season)
    for found in _SAME.finditer(text):
        who = found["who"] or found["people"]
        value = (
            {"person": who, "role": "producer"} if found["people"] else {"person": who, "role": "production", "st": "returning"}
        )
        yield Found("crew_role", found.start(), found.end(), value, season=season)


def _roles(place: Place, season: int | None) -> Iterator[Found]:
    """A job beside a name: "creator Ilse Vandermeer", "Maeve Tully, creator and lead writer", "Vance returns as showrunner"."""
    text = place.text
    for found in _IS.finditer(text):
        state = state_of(found[0])
        old = {"replaces": found["old"]} if found["old"] else {}
        for name, at in each(place, found["name"], found.start("name")):
            yield Found(
                "crew_role", at, found.end(), {"person": name, "role": role_of(found["role"]), **state, **old}, season=season
            )
    for found in _JOB_IS.finditer(text):
        for name, at in each(place, found["names"], found.start("names")):
            yield Found("crew_role", at, at + len(name), {"person": name, "role": role_of(found["role"])}, season=season)
    for found in _APPOSED.finditer(text):
        before = text[max(0, found.start("role") - 60) : found.start("role")]
        owner = _OWNED.search(before)
        if _NO_MAKER.search(before) or (owner and place.context.is_network(owner["name"]) and found["role"] in _OF_OWNERS):
            continue
        made = role_of(found["role"]) == "creator"  # who created it stays its creator, whoever goes
        leaving = (
            {"st": "leaving"}
            if not made and _GONE.search(text[found.start() - 30 if found.start() > 30 else 0 : found.end() + 40])
            else {}
        )
        stays = {"st": "returning"} if not leaving and _STAYS.match(text, found.end()) else {}
        for name, at in each(place, found["names"], found.start("names")):
            if _ACTS.match(text, at + len(name)):
                continue  # "director Sam Reed, and Jane Moore will play the keeper"
            yield Found(
                "crew_role",
                min(found.start("role"), at),
                at + len(name),
                {"person": name, "role": role_of(found["role"]), **leaving, **stays},
                season=season,
            )
    for found in _AFTER_NAME.finditer(text):
        for name, at in each(place, found["name"], found.start("name")):
            for role in re.split(r" and ", found["role"]):
                end = found.start("role") + found["role"].find(role) + len(role)
                yield Found("crew_role", at, end, {"person": name, "role": role_of(role)}, season=season)
    if place.sentence.block.kind in {"row", "item"}:
        cell = _CELL.match(text)
        for name, at in each(place, cell["names"], cell.start("names")) if cell else ():
            yield Found("crew_role", at, at + len(name), {"person": name, "role": role_of(cell["role"])}, season=season)  # type: ignore[index]


_ACTS = regex(r" (?:will |is to |would |also )*(?:plays?|stars?|appears?|portrays?|voices?)\b")
_CELL = regex(rf"^(?i:(?P<role>{ROLE}))(?:\(s\))?\s*(?:\t|:|[–—-])\s*(?P<names>{NAMES})")


@only_for(_PASSIVE, _SCRIPTS, _BROUGHT, _ALONGSIDE, _ACTIVE)
def _verbs(place: Place, season: int | None) -> Iterator[Found]:
    """A verb of making beside names: "created by", "X will direct", "from scripts by"."""
    text = place.text
    for role, pattern in live(_PASSIVE, text):
        for found in pattern.finditer(text):
            for name, at in each(place, found["names"], found.start("names"), organisations=True):
                if (role == "writer" and OF_A_BOOK.search(text[: found.start()])) or NO_SERIES.search(text[: found.start()]):
                    continue
                if fold(name) in place.context.characters:
                    continue  # "the harbour is run by Rosa"
                job = "producer" if role == "production company" and not is_organisation(place, name) else role
                yield Found(
                    "crew_role",
                    min(found.start(), at) if at - found.start() < 40 else at,
                    at + len(name),
                    {"person": name, "role": job},
                    season=season,
                )
    for found in (*_SCRIPTS.finditer(text), *_BROUGHT.finditer(text)):
        group = "adapted" if "adapted" in found.groupdict() and found["adapted"] else "names"
        for name, at in each(place, found[group], found.start(group)):
            yield Found("crew_role", at, at + len(name), {"person": name, "role": "writer"}, season=season)
    for found in _ALONGSIDE.finditer(text):
        for name, at in each(place, found["names"], found.start("names")):
            yield Found("crew_role", at, at + len(name), {"person": name, "role": "executive producer"}, season=season)
    for role, pattern in live(_ACTIVE, text):
        if not search(_ACTIVE_WORDS[role], text):
            continue
        for found in pattern.finditer(text):
            group = "made" if "made" in pattern.groupindex and found["made"] else "names"
            state = {"st": "returning"} if search(r"(?i)\bagain\b|once more", found[0]) else {}
            for name, at in each(place, found[group], found.start(group), organisations=role == "production company"):
                if role == "production company" and not (place.context.is_network(name) or COMPANY.search(name)):
                    continue
                yield Found("crew_role", at, found.end(), {"person": name, "role": role, **state}, season=season)
