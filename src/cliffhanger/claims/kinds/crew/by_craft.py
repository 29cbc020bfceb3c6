"""Makers by their craft: "X looks after the stunts", "the effects were entrusted to X", "X and Y took turns directing"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.jobs_told import ELSEWHERE
from cliffhanger.claims.kinds.crew.names import COMPANY, NAMES, ROLE, each, role_of, state_of
from cliffhanger.claims.names import ONE_NAME, fold
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

SOME_NAMES = rf"(?:(?:{ONE_NAME}(?:,? and |, ))?{NAMES}|{ONE_NAME})"
WHO = rf"(?P<names>{SOME_NAMES})"
HELP = (
    r"(?:(?:has|have|had|is|are|was|were|will|be|been|being|to|now|again|once|more|also|all|both|still|largely|mostly|likewise|"
    r"already|currently|set|due) ){0,5}"
)
_TRADE = r"(?:(?:the |a )?(?:[A-Z]\w+-(?:born|based|winning) )?(?:[a-z-]+ ){0,3}?)"
# The nouns of each craft; the longer ones first, where one begins as the other does.
_CRAFTS = {
    "stunt coordinator": r"stunt(?:s| work| sequences| scenes)|action (?:scenes|sequences)",
    "choreographer": r"choreography|(?:fight|dance|battle) (?:scenes|sequences|numbers|routines)|dances|fights",
    "costume designer": r"costumes?(?: design)?|wardrobe|clothes|outfits",
    "production designer": r"production design|set designs?|sets|art direction",
    "composer": r"(?:theme|title|incidental) (?:tune|music|song)|music|scores?|soundtrack|songs",
    "cinematographer": r"cinematography|photography|camera ?work|lighting",
    "visual effects supervisor": r"visual effects|special effects|VFX|effects|CGI",
    "casting director": r"casting",
    "make-up designer": r"(?:hair and )?make-?up|prosthetics",
    "sound designer": r"sound (?:design|mix)",
    "editor": r"editing|edit",
    "writer": r"(?:script-?)?writing|script(?:s|ing)|screenplays?|teleplays?|adaptation",
    "director": r"direction|directing|directorial",
    "showrunner": r"show-?runn(?:ing|er)(?= duties|\b(?<=ing))|(?:day-to-day|daily) running",
}
_CRAFT = "|".join(f"(?P<c{n}>{nouns})" for n, nouns in enumerate(_CRAFTS.values()))
_THE = (
    r"(?:the |its |all the |all |both |most of the |some of the |this season’s |(?:the )?(?:show|series|drama|season)[’']s? |"
    r"original |new |main )*"
)
_NOT_ITS = (
    r"(?![’'\w-]| (?:team|department|teacher|lessons?|school|industry|video|business|at\b|of the (?:church|school|festival)))"
)
# "The visual effects have been entrusted to X", "Directing duties fall to X", "the score will again be the work of X".
_FALLS_TO = regex(
    rf"\b(?i:{_THE}(?:{_CRAFT}))(?: duties)?(?: (?:for|on|of|in) [^.,;?!]{{2,40}}?)? (?P<how>{HELP}(?:(?:entrusted|assigned|"
    rf"given|handed(?: over)?|left|outsourced|farmed out|delegated|belongs?|falls?|fell|goes|go|went|pass(?:es|ed)|down) to|"
    rf"(?:placed )?in "
    rf"the (?:[a-z]+ )?hands of|in the charge of|(?:the )?(?:work|responsibility|job|handiwork|domain) of|(?:comes? |came )?"
    rf"courtesy of|(?:looked after|taken care of|handled|overseen|supervised|done|provided|supplied|shared|built|made|designed|"
    rf"led) (?:again )?by|(?:shared|split|divided) between|(?:rests?|lies|lie|stays?|remains?) with)) {_TRADE}{WHO}"
)
# "X looks after the stunts", "X, who did the music", "X is in charge of casting".
_LOOKS_AFTER = regex(
    rf"{WHO},? (?:who |and )?{HELP}(?P<how>look(?:s|ed|ing)? after|(?:tak(?:es|ing|en)|took) care of|handl(?:es?|ed|ing)|"
    rf"overs(?:ees?|aw|een|eeing)|"
    rf"head(?:s|ed|ing)?(?: up)?|supervis(?:es?|ed|ing)|(?:put |placed )?in charge of|responsible for|(?:entrusted|tasked|"
    rf"charged) "
    rf"with|(?<=is )(?:on|behind)|(?<=are )(?:on|behind)|does|did|done|doing|do|provid(?:es?|ed|ing)|suppl(?:y|ies|ied|ying)) "
    rf"(?:{_THE})(?:{_CRAFT})(?: duties)?\b{_NOT_ITS}(?! (?:for|of|in) (?:the |a |an |her |his )?(?:film|movie|game|play|"
    rf"musical)\b)"
)
# "Taking charge of the scripts for the first time is X".
_IN_CHARGE_IS = regex(
    rf"\b(?i:taking charge of|in charge of|overseeing|handling|looking after|tackling|heading(?: up)?|responsible for|"
    rf"taking on|on) "
    rf"(?i:{_THE}(?:{_CRAFT}))(?: duties)?(?: (?:for|this|on) [^.,;?!]{{2,40}}?)?,? (?:is|are|will be|was|were)(?: again| "
    rf"still)? "
    rf"{_TRADE}(?P<names>{NAMES})"
)
_DONE_BY_ACTORS = frozenset(("stunt coordinator", "choreographer", "make-up designer"))  # "Lin did the stunts" of her own part
# "X and Y took turns directing", "alternated behind the camera".
_TURNS = regex(
    rf"{WHO} {HELP}(?:(?:take|took|taking|taken)(?: it in)? turns|alternat(?:e|ed|ing)|shar(?:e|es|ed|ing)|split(?:ting)?|"
    rf"divid(?:e|ed|ing)|swap(?:ped)?(?: places)?) (?:at |to |in |as |"
    rf"with )?(?:the )?(?P<what>direct\w*(?! (?:credits?|debut))|at the helm|behind the camera|in the director[’']s chair|"
    rf"writ\w+(?! credits?)|script(?:ing|s)|hosting|"
    rf"presenting|editing)\b"
)
_TURN = {"wri": "writer", "scr": "writer", "hos": "host", "pre": "host", "edi": "editor"}
# "with X calling the shots", "X and Y at the helm": what is done there.
_STANDS = regex(
    rf"\b(?:[Ww]ith|has|and has|[Uu]nder) {_TRADE}{WHO} (?P<how>(?:again |once more |back |now |still |also "
    rf")*)(?P<what>calling the shots|"
    rf"at the helm|"
    rf"behind the camera|in the director[’']s chair|in charge|running (?:things|the show)|(?P<doing>directing|writing|"
    rf"scripting|adapting|composing|scoring|editing|showrunning|executive producing|"
    rf"producing)(?=[.,;]|$| (?:it|the|all|both|every|each|again|this|from|for)\b)|on (?P<duty>directing|writing|"
    rf"scripting) duties)\b"
)
_DOING = {
    "dir": "director",
    "wri": "writer",
    "scr": "writer",
    "ada": "writer",
    "com": "composer",
    "sco": "composer",
    "edi": "editor",
    "sho": "showrunner",
    "exe": "executive producer",
    "pro": "producer",
}
_SHOOTS = regex(r"(?i)\b(?:film|shoot|shot|camera|direct|pilot|episode|opener|finale)")
_WITH_AS = regex(
    rf"\b(?:[Ww]ith|and|[Ww]hile|;) {_TRADE}{WHO} (?P<how>(?:again |once more |back |returning |also |still |on board |"
    rf"staying on |"
    rf"coming aboard |now |{HELP}(?:doubl(?:es|ed|ing)(?: up)?|double up) )*)as (?:the |its |an? |one of the |sole )?"
    rf"(?P<role>{ROLE})\b{ELSEWHERE}"
)
_DOUBLES_AS = regex(
    rf"{WHO},? (?:who )?{HELP}(?:doubl(?:es?|ed|ing)(?: up)?|moonlight(?:s|ed|ing)?|pull(?:s|ed)? double duty) as (?:the |"
    rf"its |an? )?"
    rf"(?P<role>{ROLE})\b{ELSEWHERE}"
)
_FELLOWS = regex(
    rf"\b(?:partnered|joined|assisted|accompanied|helped)(?: [^.,;?!]{{1,20}}?)? (?P<where>on the page|in the "
    rf"writers?[’']s? room|on the "
    rf"scripts?|on script duties|on writing duties|in the director[’']s chair|behind the camera|on directing duties)"
    rf"(?: [^.,;?!]{{1,30}}?)? by {_TRADE}{WHO}"
)
_NEW_AMONG = regex(
    rf"\b(?i:newcomers?|new(?: faces?| names?| arrivals?| recruits?)?|additions?) (?:to|in|on|among) the "
    rf"(?P<where>writers?[’']s? room|"
    rf"writing (?:team|staff)|scripts?|directing (?:team|roster)|director[’']s chair)(?: this (?:season|series|year|time))?"
    rf"(?:,| is| are|:|, are| include) {_TRADE}{WHO}"
)
_PAREN = regex(
    rf"\b(?i:(?P<how>same|new|returning|original|another|different)) (?:head |lead )?(?P<role>{ROLE})(?:,? (?:too|as well|"
    rf"this time|this year|this season))?,? ?(?:\((?P<names>{NAMES})\)|"
    rf"[:=–—] ?(?P<said>{NAMES}))"
)
# "X writes again, this time with Y".
_THIS_TIME = regex(
    rf"\b(?P<what>writ(?:es|e|ing)|direct(?:s|ing)?|produc(?:es|ing)|compos(?:es|ing)|scor(?:es|ing))\b[^.;?!]{{0,50}}?,? "
    rf"(?:this (?:time|year|season|series)|now|joined this (?:time|year|season))(?: around)?,? (?:together |along |jointly "
    rf")?(?:with|alongside|by) "
    rf"{_TRADE}(?P<names>{NAMES})(?![’'\w]| (?:plays?|star|as)\b)"
)
_NEAR = 45  # characters before a name that are still quoted with it


def by_craft(place: Place) -> Iterator[Found]:
    """Find who does a craft, by its noun."""
    yield from _of_crafts(place)
    yield from _at_posts(place)
    yield from _newcomers(place)


def _craft_of(found: re.Match[str]) -> str:
    return next(role for n, role in enumerate(_CRAFTS) if found[f"c{n}"])


@only_for(_FALLS_TO, _LOOKS_AFTER, _IN_CHARGE_IS, _TURNS)
def _of_crafts(place: Place) -> Iterator[Found]:
    for found in _FALLS_TO.finditer(place.text):
        role = _craft_of(found)
        state = {"st": "returning"} if search(r"\b(?:again|once more|still|stays?|remains?)\b", found["how"]) else {}
        firms = role in {"visual effects supervisor", "animation studio"}
        for name, at in each(place, found["names"], found.start("names"), organisations=firms):
            job = "visual effects" if firms and (" " not in name or COMPANY.search(name)) else role
            yield from _one(place, found, name, at, job, state, to_name=True)
    for found in _LOOKS_AFTER.finditer(place.text):
        role = _craft_of(found)
        if found["how"].startswith("d") and role in _DONE_BY_ACTORS:
            continue
        for name, at in each(place, found["names"], found.start("names")):
            yield from _one(place, found, name, at, role, state_of(found[0]) if " again " in found[0] else {})
    for found in _IN_CHARGE_IS.finditer(place.text):
        for name, at in each(place, found["names"], found.start("names")):
            yield from _one(place, found, name, at, _craft_of(found), {}, to_name=True)
    for found in _TURNS.finditer(place.text):
        role = _TURN.get(found["what"][:3], "director")
        for name, at in each(place, found["names"], found.start("names")):
            yield from _one(place, found, name, at, role, {})


@only_for(_STANDS, _WITH_AS, _DOUBLES_AS)
def _at_posts(place: Place) -> Iterator[Found]:
    text = place.text
    for found in _STANDS.finditer(text):
        what = found["what"]
        doing = _DOING.get(what[:3]) if found["doing"] else None
        runs = what.startswith(("in charge", "running")) or (what == "at the helm" and not _SHOOTS.search(text))
        role = "showrunner" if runs else "writer" if found["duty"] and found["duty"][0] in "ws" else "director"
        role = doing or role
        state = {"st": "returning"} if search(r"again|more|back|still", found["how"]) else {}
        for name, at in each(place, found["names"], found.start("names")):
            yield from _one(place, found, name, at, role, state, to_name=False)
    for pattern in (_WITH_AS, _DOUBLES_AS):
        for found in pattern.finditer(text):
            state = state_of(found["how"]) if "how" in pattern.groupindex and found["how"] else {}
            for name, at in each(place, found["names"], found.start("names")):
                yield from _one(place, found, name, at, role_of(found["role"]), state)


@only_for(_FELLOWS, _NEW_AMONG, _PAREN, _THIS_TIME)
def _newcomers(place: Place) -> Iterator[Found]:
    for pattern in (_FELLOWS, _NEW_AMONG):
        for found in pattern.finditer(place.text):
            role = "director" if search("direct|camera", found["where"]) else "writer"
            for name, at in each(place, found["names"], found.start("names")):
                yield from _one(place, found, name, at, role, {"st": "joining"}, to_name=True)
    for found in _THIS_TIME.finditer(place.text):
        role = {"wri": "writer", "dir": "director", "pro": "producer"}.get(found["what"][:3], "composer")
        for name, at in each(place, found["names"], found.start("names")):
            yield Found(
                "crew_role", at, at + len(name), {"person": name, "role": role, "st": "joining"}, season=season_of(place.text)
            )
    for found in _PAREN.finditer(place.text):
        how = found["how"].lower()
        state = {"same": "returning", "returning": "returning", "original": "returning"}.get(how, "joining")
        group = "names" if found["names"] else "said"
        for name, at in each(place, found[group], found.start(group)):
            yield from _one(place, found, name, at, role_of(found["role"]), {"st": state}, to_name=True)


def _one(
    place: Place, found: re.Match[str], name: str, at: int, role: str, state: dict[str, str], *, to_name: bool = False
) -> Iterator[Found]:
    """Make the claim of one name, quoted up to it where the work stands before; a character does no work on a series."""
    if fold(name) in place.context.characters:
        return
    start = found.start() if to_name and at - found.start() < _NEAR else at
    end = at + len(name) if to_name else found.end()
    yield Found("crew_role", start, end, {"person": name, "role": role, **state}, season=season_of(place.text))
