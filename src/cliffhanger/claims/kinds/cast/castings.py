"""Who plays whom, who stays, joins and leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from cliffhanger.claims.claim import Polarity
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast import rules
from cliffhanger.claims.kinds.cast.by_others import by_others
from cliffhanger.claims.kinds.cast.doings import doings
from cliffhanger.claims.kinds.cast.groups import groups
from cliffhanger.claims.kinds.cast.linked import linked
from cliffhanger.claims.kinds.cast.names import (
    behind_camera,
    behind_camera_list,
    goes_elsewhere,
    has_made,
    in_a_body,
    is_crew,
    made_by,
    other_trade,
    person,
    supposed,
)
from cliffhanger.claims.kinds.cast.parts import NOT_SO, coupled, left_once, neither, part_held, parts
from cliffhanger.claims.kinds.cast.references import AGAIN, part_after, short_castings
from cliffhanger.claims.names import FULL_NAME, LOWER, UPPER, fold
from cliffhanger.claims.patterns import live, regex, search
from cliffhanger.claims.seasons_said import season_of

# Without two capitals near each other there is no full name, and all but the groups ("the main cast") needs one.
_TWO_CAPITALS = regex(
    rf"[{UPPER}][\w.’'-]*(?: [“\"‘']?[{LOWER}]{{1,3}}){{0,2}} [“\"‘']?[{UPPER}]|[{UPPER}][\w’'-]+ (?:is|will|has)\b|[’']s |"
    r"\b(?:[Hh]is|[Hh]er) (?:very )?(?:last|final|character)\b"
)


def castings(place: Place) -> Iterator[Found]:
    """Find the members of the cast that a sentence names, each once, with character and state where the words link them."""
    text = place.text
    if not _TWO_CAPITALS.search(text):
        yield from groups(place)
        found: dict[str, Found] = {}
        for claim in by_others(place):
            if not _supposed(place, claim):
                _take(place, found, claim)
        yield from _with_short(place, found).values()
        return
    found = _gathered(place)
    told = [*found.values()]
    found = _with_short(place, found)
    for claim in _likewise(place, told):
        _take(place, found, claim)
    yield from left_once(place)
    yield from (_denied(text, claim) for claim in found.values() if not _of_another_trade(place, claim))
    yield from groups(place)


def _denied(text: str, claim: Found) -> Found:
    """Turn what there is no truth in: "there is no truth in the story that Anna Moss has quit"."""
    untrue = "st" in claim.value and _NO_TRUTH.search(text[: claim.start]) is not None
    return replace(claim, polarity="-", standing="denied") if untrue else claim


_NO_TRUTH = regex(
    r"\b(?:no truth (?:in|to)|nothing (?:in|to)) (?:(?:the|any|all|those|these|this|recent|online|reports?|rumou?rs?|"
    r"claims?|talk|"
    r"suggestions?|stories|story|speculation|gossip|of|that|saying) )+$"
)


def _with_short(place: Place, found: dict[str, Found]) -> dict[str, Found]:
    """Put to what is found what is told of actors by a surname, "she" or "the actor", or in set phrases."""
    for rule in (short_castings, doings):
        told = frozenset(fold(str(one.value["actor"])) for one in found.values() if "st" in one.value)
        for claim in rule(place, told):
            _take(place, found, claim)
    return found


def _of_another_trade(place: Place, claim: Found) -> bool:
    """Say whether a claim is of a maker's job, of a firm, or a mere condition: "Anna Moss takes over as showrunner"."""
    told = "st" in claim.value and claim.value["st"] != "undecided" and "character" not in claim.value
    return _supposed(place, claim) or (told and (other_trade(place, claim.end) or _of_crew(place, claim)))


def _of_crew(place: Place, claim: Found) -> bool:
    """Say whether a job beside the name makes this no news of a cast: "Ike Larsson, who did the music, has gone"."""
    name = str(claim.value["actor"])
    acts = fold(name) in place.context.players
    return not acts and place.text.startswith(name, claim.start) and has_made(place.text, claim.start + len(name))


def _supposed(place: Place, claim: Found) -> bool:
    """Say whether a claim is of what is only asked or supposed: "if Anna Moss comes back"; not what is said to be undecided."""
    return claim.value.get("st", "undecided") != "undecided" and supposed(place.text, claim.start)


def _gathered(place: Place) -> dict[str, Found]:
    """What the rules for names in full find, by actor; what two of them say of one is one claim, unless it is two things."""
    found: dict[str, Found] = {}
    for claim in chain(linked(place), parts(place), _states(place), by_others(place)):
        if not _supposed(place, claim):
            _take(place, found, claim)
    return found


_COMES = frozenset({"joining", "returning"})
_WITH_PARTS = _COMES | {"guest", "in_talks"}
_PART_ASIDE = regex(
    r",? \(?who(?:[’']s)?(?:(?P<is> (?:will |also |is set to |is to )?(?:plays?|portrays?|voices?)\b)|(?: (?:has|had|have|"
    r"also|been|previously|"
    r"originally|once|first|memorably)){0,2} (?:play|portray|voic|was |appear|star|featur|guest|recur))|"
    r"(?P<whose>, whose |, (?:last|best|most recently) (?:seen|known) as )"
)


# So is who is "our beloved Wick" and has joined another show, and who is out where "her character, Bridie," drowned.
_KNOWN_AS = regex(r", (?:our|its|your|everybody[’']s) [^,]{3,50},$|^(?:[Hh]er|[Hh]is) (?:own )?character\b")
# That somebody has the lead or was in the first cast is told beside what he does now: "The lead, Kit Adair, has signed".
_LEAD_BEFORE = regex(
    r"(?:\b(?:[Ll]ead|[Ss]tar)(?: actor| actress)?, |\b[Ll]ead (?:actor |actress )?|"
    r"\b[Oo]riginal (?:star|lead|cast member) )$"
)


_STAR_BEFORE = regex(r"(?:^|[.;:,—–] |\b(?:the|and|but) )[Ss]tar $")  # "Star Kit Adair has joined another show"


def _leads_besides(place: Place, state: str, claim: Found) -> bool:
    """Say whether a bare name is told to have the lead beside what its bearer does: "lead Anna Moss has quit"."""
    before = place.text[: claim.start]
    alone = len(str(claim.value["actor"])) == claim.end - claim.start
    leads = (state == "joining" and _STAR_BEFORE.search(before)) or (state != "returning" and _LEAD_BEFORE.search(before))
    return alone and bool(leads)


def _take(place: Place, found: dict[str, Found], claim: Found) -> None:
    """Put a claim to those of its sentence: with what is known of its actor it is one, unless that tells of a part in passing.

    "X, who played Y, is out" tells two things, "X, who plays Y, joins" one.
    """
    key = fold(str(claim.value["actor"]))
    known = found.get(key)
    if known is None:
        found[key] = claim
        return
    new, old = claim.value.get("st"), known.value.get("st")
    if new and not old:
        aside = _PART_ASIDE.search(place.text[known.start : known.end + 1])
        verb_alone = claim.start >= known.end and place.text[claim.start].islower()  # "X was his daughter, and left"
        before = place.text[: known.start]
        named_before = (
            _LEAD_BEFORE.search(before) or (new == "joining" and _STAR_BEFORE.search(before))
        ) and known.end - known.start == len(str(known.value["actor"]))
        known_as = new in {"joining", "leaving"} and _KNOWN_AS.search(place.text[known.start : known.end + 1])
        if verb_alone or named_before or known_as or (aside and (aside["whose"] or not (aside["is"] and new in _COMES))):
            found[f"{key}#part"], found[key] = known, claim
        else:
            found[key] = _merged(known, claim)
    elif old and not new and "character" not in claim.value and _leads_besides(place, str(old), claim):
        found[f"{key}#part"] = claim
    elif claim.past and old and claim.start >= known.end:
        found[f"{key}#part"] = claim  # "X has left after six years as Y"
    elif "character" in claim.value and "character" not in known.value:
        found[key] = _merged(claim, known)
    elif new and old and new != old and (claim.start >= known.end or claim.end <= known.start):
        found[f"{key}#{new}"] = claim


_LIKEWISE = regex(
    rf"(?:\bas (?:has|have|is|are|does|do|will)|^[Ss]o (?:has|have|is|are|does|do|will)) "
    rf"(?P<names>{FULL_NAME}(?: \([^)]{{1,40}}\))?(?:(?:, (?:and )?| and ){FULL_NAME}(?: \([^)]{{1,40}}\))?){{0,6}})"
    rf"|(?P<un>{FULL_NAME})(?: \([^)]{{1,40}}\))? (?:is|are|has|have|will|does|did)(?: not|n[’']t)(?=[.,;)”]|$)"
    rf"|\b(?:[Nn]or|[Nn]either) (?:is|are|has|have|does|do|will) (?P<nor>{FULL_NAME})"
)
_EXPECT = regex(rf"\b(?P<no>[Dd]on[’']t |[Dd]o not )?[Ee]xpect (?:to see )?(?:the return of )?(?P<name>{FULL_NAME})")


def _likewise(place: Place, told: list[Found]) -> Iterator[Found]:
    """Who does as the one named before did ("as has Wynn Castellan"), and whom to expect."""
    states = [claim.value["st"] for claim in (*place.last, *told) if claim.kind == "cast_role" and "st" in claim.value]
    seen = {fold(str(claim.value["actor"])) for claim in told if "st" in claim.value}
    for found in _LIKEWISE.finditer(place.text) if states else ():
        group = next(name for name in ("names", "un", "nor") if found[name])
        back = group == "un" and states[-1] == "returning"  # "Y is not" where X is back, "Y has not" where X has signed
        signed = back and search(r"\bha(?:s|ve)(?: not|n[’']t)$", found[0]) is not None
        state = "leaving" if back and not signed else states[-1]
        for one in regex(FULL_NAME).finditer(re.sub(r"\([^)]*\)", lambda aside: " " * len(aside[0]), found[group])):
            actor = person(place, one[0], found.start(group) + one.start())
            if actor and fold(actor.name) not in seen:
                end = found.end() if group == "un" else actor.end
                polarity: Polarity = "-" if group == "un" and state == states[-1] else "+"
                value = {"actor": actor.name, "st": state}
                yield Found("cast_role", actor.start, end, value, polarity, season=season_of(place.text))
    for found in _EXPECT.finditer(place.text) if "xpect " in place.text else ():
        actor = person(place, found["name"], found.start("name"))
        if actor and fold(actor.name) not in seen:
            value = {"actor": actor.name, "st": "leaving" if found["no"] else "returning"}
            yield Found("cast_role", found.start(), actor.end, value, standing="speculation", season=season_of(place.text))


def _merged(one: Found, other: Found) -> Found:
    value = {**other.value, **one.value}
    polarity = "-" if "-" in {one.polarity, other.polarity} else "+"
    return Found(
        "cast_role",
        min(one.start, other.start) if abs(one.start - other.start) < 80 else one.start,
        max(one.end, one.end),
        value,
        "-" if polarity == "-" else "+",
        standing=one.standing or other.standing,
        season=one.season,
    )


def _names_alone(names: str) -> str:
    """Blank what a list says of one of its names ("Bettina Okafor, who will play Lorna Pike, and ..."): those are characters."""
    return re.sub(
        r", who(?:se)? [^,;.]{1,70}(?=, and )| as [^,;.]{2,40}?(?=,? and |, |$)", lambda aside: " " * len(aside[0]), names
    )


_BRACKETED = regex(rf"(?P<name>{FULL_NAME})(?: \((?P<inner>[^)]*)\))?")


# "Anna Moss, and Kit Adair is back": of a list before a verb in the singular only the last one is the subject.
_SINGULAR = regex(
    r" (?:(?:also|now|still|already|officially|reportedly|then) )?(?:is|has|was|does|returns|joins|leaves|exits|reprises|stays|"
    r"remains|quits|departs|comes|boards)\b"
)


# "Following the exit of Anna Moss, Kit Adair steps up": the comma ends the first clause
_NEXT_CLAUSE = regex(r",? (?:who |now |also )?(?:is|are|has|have|will|was|were|would|[a-z]+s|[a-z]+ed)\b(?! (?:and|or) )")
_LAST_OF_TWO = regex(rf", {FULL_NAME}(?: \([^)]*\))?$")
_MAKING_BEFORE = regex(r"(?i)\b(?:co-?run|run(?:s|ning)? the|creat|direct|produc|writ|develop)\w*[^.;]{0,60}$")
_STARRING = regex(r"(?i)(?:co-)?star|featur|led by|headlin|top")


def _states(place: Place) -> Iterator[Found]:
    """Actors who stay, join, leave or simply star, one claim each; a state covers every name of its list."""
    text = place.text
    season = season_of(text)
    listed = rules.BARE_LIST.match(text)
    if listed and not search(
        r"(?i)creat|writ|direct|produc|compos|edit|network|channel|countr|territor|fan|award", text[: listed.start("names")]
    ):
        for one in regex(FULL_NAME).finditer(listed["names"]):
            actor = person(place, one[0], listed.start("names") + one.start())
            if actor:
                yield Found("cast_role", actor.start, actor.end, {"actor": actor.name}, season=season)
    for state, pattern in live(rules.STATES, text):
        for found in pattern.finditer(text):
            names = _names_alone(found["names"])
            if state and _SINGULAR.match(text, found.end("names")):
                names = re.sub(r"^.*(?:,? and | & )", lambda others: " " * len(others[0]), names)
            if _misleads(place, state, found):
                continue
            if found.end("names") == found.end() and _NEXT_CLAUSE.match(text, found.end()):
                names = _LAST_OF_TWO.sub("", names)
            for one in _BRACKETED.finditer(names):
                actor = person(place, one["name"], found.start("names") + one.start())
                if (
                    actor is None
                    or is_crew(text, actor)
                    or (state in _OF_ACTORS and _no_actor(place, actor.name))
                    or (not state and _MAKING_BEFORE.search(text[: found.start("names")]) and not _STARRING.match(found[0]))
                    or behind_camera_list(text[found.end("names") : found.end("names") + 60])
                ):
                    continue
                whole = len(list(regex(FULL_NAME).finditer(names))) == 1 and state
                start, end = (found.start(), found.end()) if whole else (actor.start, actor.end)
                polarity, st = _turned(text, found, state)
                if st == "joining" and _SIGNS.search(found[0]) and AGAIN.match(text, found.end()):
                    st = "returning" if fold(actor.name) in place.context.players else st
                if found[0].endswith("attached") and search(
                    r"^ to (?:star|play|lead|headline)", text[found.end() : found.end() + 12]
                ):
                    st = "joining"  # of who returns nobody says what he is to do
                if state and neither(text[: found.start()]):
                    st, polarity = NOT_SO.get(st, (st, "-"))
                if st == "returning" and search(
                    r"(?:which|that|who) (?:also )?(?:stars?|starred|features?|featured) $", text[: found.start("names")]
                ):
                    st = ""  # the series returns, not the names beside it
                value = (
                    {"actor": actor.name}
                    | ({"st": st} if st else {})
                    | (part_after(text, found.end()) if whole and st in _WITH_PARTS else {})
                )
                yield Found("cast_role", start, end, value, polarity, season=season)  # type: ignore[arg-type]
                first = coupled(place, found.start()) if state else None
                if first:
                    name, at, end = first
                    value = {"actor": name, "st": st}
                    yield Found("cast_role", at, end, value, polarity, season=season)  # type: ignore[arg-type]
                if st == "leaving" and whole:
                    yield from part_held(place, actor.name, found.end())


_BUSINESS = regex(r"(?:talks|negotiations|deals?|contracts?|agreements?|partnership|work(?:ing|ed)|produced|agree[ds]?) $")


_TO_MAKE = regex(
    r",? (?:both )?to (?:(?:co-)?(?:write|direct|produce|run|score|compose|oversee|helm|script|adapt|edit|head|pen|"
    r"create|develop|host|"
    r"present)\b|(?:the|its|their) (?:[a-z]+ )?(?:board|staff|slate|jury|writers|team|crew|management|payroll))"
)


_SIGNS = regex(r"\bsign(?:ed|s) (?:on|up)$")
# Others have rules for "they did not ask Anna Moss back" and "we are happy to have Anna Moss on board"
_NOT_ASKED = regex(
    r"(?i)(?:(?:\bnot|n[’']t|\bnever|\bagainst|\bdeclin\w+|\brefus\w+|\bno plans)(?: to)? (?:be )?(?:bring|ask|invit|call)\w*|"
    r"\b(?:have|having|welcom\w+)) $"
)
_ALL_BUT = regex(
    r"(?i)\b(?:every\w+|all|nobody|no one|cast|regulars)(?: [a-z]+)? (?:except(?: for)?|bar|but|save(?: for)?|apart from) $"
)


def _misleads(place: Place, state: str, found: re.Match[str]) -> bool:
    """Say whether the words of a rule tell of makers, towns or firms here: "is back in Leeds", "a council led by"."""
    text = place.text
    if state == "returning" and _OF_PARTS.match(text, found.end()):
        return True  # a series in so many parts, and nobody
    if state == "returning" and behind_camera(text[found.end() : found.end() + 40]):
        return True
    if state in {"returning", "joining"} and found.end("names") < found.end() and goes_elsewhere(place, state, found.end()):
        return True
    if state in _OF_ACTORS and (in_a_body(place, found.end()) or _TO_MAKE.match(text, found.end("names"))):
        return True
    before = text[: found.start("names")]
    if found[0].startswith("with ") and text[found.end("names") :][:2] in {"’s", "'s"}:
        return True  # "a chair with Anna Moss’s name on it"
    if state and (_ALL_BUT.search(before) or (state == "returning" and _NOT_ASKED.search(before))):
        return True
    return not state and (
        made_by(before) or (found[0].startswith("with ") and _BUSINESS.search(text[: found.start()]) is not None)
    )


_OF_PARTS = regex(
    r" (?:for|with) (?:an?|the|its) (?:[a-z-]+ ){0,2}(?:season|series|run|batch|set) of [\w-]+ (?:parts|episodes|chapters|hours)"
)
_OF_ACTORS = frozenset({"leaving", "returning", "joining"})  # what makers do as well, and is theirs then


def _no_actor(place: Place, name: str) -> bool:
    """Say whether an article gives somebody a job behind the camera, or makes somebody a character, and gives no part."""
    context = place.context
    return fold(name) in context.makers | context.characters and fold(name) not in context.players


def _turned(text: str, found: re.Match[str], state: str) -> tuple[str, str]:
    """Read negations: "X is not leaving" denies that X leaves; "not returning" is leaving."""
    lead = text[found.start() : found.end()]
    if state == "leaving" and search(
        r"(?i)\b(?:(?:is|are|was)(?:n[’']t| not) "
        r"(?:leaving|exiting|departing|going|out)|(?:did|has|have)(?:n[’']t| not) (?:quit|left|leave|been))\b",
        lead,
    ):
        return "-", state
    if state == "returning" and search(
        r"(?i)\bneither [^.;?!]{3,60} nor ", text[max(0, found.start() - 10) : found.end("names")]
    ):
        return "+", "leaving"
    if state == "returning" and search(r"(?i)n[’']t\b|\bnot\b|\bnever\b|\bunlikely\b", lead):
        signs = search(r"\b(?:signed|closed|struck|inked|made) ", lead)  # who has not signed may do so yet
        return ("-", state) if signs else ("+", "leaving")
    return "+", state
