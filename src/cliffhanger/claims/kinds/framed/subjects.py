"""Who or what a clause is about: a series, one of its seasons, a network, or a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cliffhanger.claims.clauses import Clause
from cliffhanger.claims.found import Place
from cliffhanger.claims.kinds.cast.names import names_a_thing
from cliffhanger.claims.names import FULL_NAME, NOT_NAMES, ONE_NAME, TITLE_NAME, fold, is_person, trimmed
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons_said import season_of

_SHOWS = (
    r"(?:show|series|serial|soap|telenovela|mini-?series|drama|dramedy|comedy|thriller|saga|sitcom|programme|program|mystery|"
    r"whodunnit|western|procedural|anthology|spin-?off|reboot|revival)"
)
_OTHER_SHOWS = r"stage|chat|game|talk|radio|road|fashion|air|puppet|live|touring|dog|flower|trade|quiz|art|light|car|boat"
SHOW_NOUN = rf"(?:it|(?:the|this|that|our|their) (?:(?!(?:{_OTHER_SHOWS})\b)[\w’'-]+ ){{0,3}}?{_SHOWS})"
SEASON_NOUN = (
    rf"(?:(?:(?:an?|the|its|that|this|another|our|their|any|no|his|her) )?(?:[\w-]+ )?(?:{ORDINAL}|another|next|further|final|"
    rf"last)(?: [\w-]+){{0,2}}? (?:season|series|run|outing|instal?lment|chapter|batch)|(?:an?|its|(?:the |this |that )?"
    rf"(?:show|series|drama|comedy)[’']s?) (?:{ORDINAL}) year|(?:an?|the|its|any) new (?:season|"
    rf"run)|(?:an?|the|its) follow-up|(?:the|this|its) (?:coming|upcoming|forthcoming) (?:season|series|run)|(?:season|"
    rf"series) (?:{SMALL_NUMBER}|"
    rf"{ORDINAL})|S\d{{1,2}}|(?:more|further) seasons)"
)
_SHOW_ENDS = regex(rf"(?i)(?:^|[^\w’'-]){SHOW_NOUN}$")
_SEASON_ENDS = regex(rf"(?i)(?:^|[^\w’'-])(?P<season>{SEASON_NOUN})(?: of [^,.;:?!]{{2,40}})?$")
_OF = regex(r"(?i)\b(?:of|in|from|on|with|for|by|at|to) (?:the )?[“‘\"]?$")
_OPENS = regex(rf"^[^\w]{{0,4}}(?P<name>{TITLE_NAME})[”’\"]?$")
_PERSON_ENDS = regex(rf"(?P<name>{FULL_NAME}|{ONE_NAME})$")
_BOSSES = regex(
    r"(?i)(?:^|[^\w’'-])(?:the|its|their) (?:[\w-]+ )?(?:streamers?|networks?|channels?|broadcasters?|bosses|executives|"
    r"commissioners|studio|cabler|platform|service)$"
)
_FEW = 90  # characters
_CLOSERS = "”’\"'»"


@dataclass(frozen=True, slots=True)
class About:
    """What a clause is about, and where that begins in the sentence; ``season`` is the number of a season that it names."""

    kind: Literal["series", "season"]
    start: int
    season: int | None = None
    is_named: bool = True  # and not just "it"


def about(place: Place, clause: Clause, *, openly: bool = False) -> About | None:
    """Return the series or season that is a clause's subject; ``openly``: a name that opens the sentence is taken for a series'.

    That is for verbs that are said of series alone.
    """
    return next((found for end in clause.ends if (found := _about(place, end, openly=openly))), None)


def _tail(text: str, end: int) -> tuple[int, str]:
    """Return the last few words before a place and where they begin: a subject is no longer than that."""
    first = max(0, end - _FEW)
    first = (text.find(" ", first, end) + 1 or first) if first else 0
    return first, text[first:end]


def _about(place: Place, end: int, *, openly: bool) -> About | None:
    first, before = _tail(place.text, end)
    bare = before[: len(before.rstrip(_CLOSERS))]  # still knows which patterns may match
    season = _SEASON_ENDS.search(bare)
    if season:
        if _OF.search(bare[: season.start("season")]):
            return None  # "filming of the fifth series"
        return About("season", first + season.start("season"), season_of(season["season"]))
    show = _SHOW_ENDS.search(bare)
    if show:
        return About("series", first + show.start(), is_named=not show[0].lower().endswith("it"))
    named = place.context.series_pattern
    last = list(named.finditer(bare))[-1:] if named else []
    if last and last[0].end() == len(bare):
        return None if _OF.search(bare[: last[0].start()]) else About("series", first + last[0].start())
    opened = _OPENS.search(before) if openly and not first else None
    if opened and _may_be_series(place, opened["name"]):
        return About("series", opened.start("name"))
    return None


def _may_be_series(place: Place, name: str) -> bool:
    context = place.context
    is_somebody = fold(name) in context.people or fold(name) in context.players | context.makers | context.characters
    return not (is_somebody or context.is_network(name) or name.split(maxsplit=1)[0].lower() in NOT_NAMES)


def is_network(place: Place, clause: Clause) -> bool:
    """Say whether the one who acts in a clause is a network: by name, or as "the streamer"."""
    for end in clause.ends:
        _, before = _tail(place.text, end)
        last = list(place.context.network_pattern.finditer(before))[-1:]
        if (last and last[0].end() == len(before)) or _BOSSES.search(before):
            return True
    return False


def person(place: Place, clause: Clause) -> tuple[str, int] | None:
    """Return the person who acts in a clause, in full where the article gives the full name, and where the name begins."""
    for end in clause.ends:
        first, before = _tail(place.text, end)
        found = _PERSON_ENDS.search(before)
        if found is None:
            continue
        name, cut = trimmed(found["name"])
        full = place.context.full_name(name)
        context = place.context
        sure = " " in full and is_person(full) and not context.is_network(full) and not context.is_series(full)
        if sure and not names_a_thing(context, full):
            return full, first + found.start("name") + cut
    return None
