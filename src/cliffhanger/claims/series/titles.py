"""Names of series as they stand in headlines and where sentences begin: more words than the name's have capitals there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cliffhanger.claims.lands import is_land
from cliffhanger.claims.names import FULL_NAME, LOWER, NOT_NAMES, ORGANISATIONS, SCORE_SITES, TALKING_SITES, UPPER, is_person
from cliffhanger.claims.networks import names_season
from cliffhanger.claims.patterns import fullmatch, regex

_SITES = TALKING_SITES | SCORE_SITES | {"YouTube", "Nielsen"}
_HEADS_OF_PARTS = frozenset(
    "numbers dates ratings renewed cancelled casting quotes spoilers rundown television weekend overnight overnights deals "
    "development pickups briefly elsewhere corrections answers exclusive breaking rolling live shooting status "
    "verdict episodes network trailer cast runtime showrunner creator budget premiere filming platform streaming genre "
    "plot".split()
) | {"renewal status", "release date", "running time", "where to watch", "number of episodes", "filming location", "based on"}
_OF_HEADLINES = NOT_NAMES | frozenset(
    "been be renewed cancelled canceled return returning coming happening cast s2 s3 s4 s5 does did do are was has".split()
)
_ARTICLES = frozenset({"the", "a", "an"})
_OF_A_JOB = regex(r"(?:Creator|Showrunner|Star|Actor|Actress|Director|Writer|Producer|Executive|Composer|Mr|Mrs|Ms|Dr)\b")
_TAIL = regex(
    r"(?i)[\s:,|–—-]*(?:\b(?:season|series|s)\s?(?:\d+|one|two|three|four|five|six|seven)\b.*|\b(?:finale|premiere|"
    r"episode)?\s?(?:review|recap)\b.*|release date.*|renewed or cancel.*|: .*| returns:.*)$"
)
_LEAD = regex(r"(?i)^(?:statement on|\[.*?\]|everything (?:we|you) .*? about) ")
_OWNED = regex(rf"^.{{2,30}}?[’']s (?=[{UPPER}\d])|^(?:Filming|Shooting|Production|Stars?|Creator|Cast|Fans) (?:of|on|for) ")
_MADE_AT = regex(r"(?:Filming|Shooting|Production|Photography) (?:in|at|near|outside) ")
_IS_NO_RUN = regex(
    rf"^[{LOWER}&]|[ ^](?:[{LOWER}&]+|Season|Series|Episode|S\d+)$|^(?:Is|Are|Will|Has|Does|When|Why|How|What|Be|Every|All)\b"
)


@lru_cache(maxsize=1024)  # of an article's names each is asked about several times
def is_no_title(name: str) -> bool:
    """Say whether a name is a year or a land, is made of common words alone, or speaks of a season or of a job."""
    said = [word for word in name.split() if not word.isdigit()]
    plain = all(word.lower().strip(".,’'") in NOT_NAMES for word in said)
    if plain and (said or fullmatch(r"20\d\d", name) or len(name) < 3):
        return True
    pair = name.split(" and ")
    firm = name.startswith(("A ", "An ")) and said[-1].lower() in ORGANISATIONS  # "A Delft Pictures production"
    both = len(pair) == 2 and (all(map(is_land, pair)) or all(fullmatch(FULL_NAME, one) and is_person(one) for one in pair))
    named = name in _SITES or name.lower() in _HEADS_OF_PARTS or is_land(name) or names_season(name)
    return both or named or firm or _OF_A_JOB.match(name) is not None


def without_owner(name: str) -> str:
    """Leave the owner and the like out: "Vela’s Meridian Line", "Channel Lyra’s", "Filming of Meridian Line"; "" for a place."""
    if _MADE_AT.match(name):
        return ""
    rest = name if name.startswith("The ") else _OWNED.sub("", name)  # "The Cartographer’s Daughter" is nobody's
    return rest if rest != name and " " in rest else name.removesuffix("’s").removesuffix("'s")


def is_headline_of(name: str, other: str) -> bool:
    """Say whether a name is another with words of a headline about it: "Velvet Circuit Been Renewed For"."""
    more = {word.lower() for word in name.replace(other, " ", 1).split()}
    return more <= _OF_HEADLINES and not more <= _ARTICLES


def stem_of(headline: str) -> str:
    """Return what a headline is about before it says what of it: "Copper Bay" of "Copper Bay Season 3: Release Date"."""
    return _LEAD.sub("", _TAIL.sub("", headline).strip(" :–—-‘’“”\"'"))


def places_of(name: str, text: str) -> Iterator[int]:
    """Yield where a name stands in a text, as whole words."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(name, end)


def known_run(name: str, body: str) -> str:
    """Return the longest run of words of a headline's name that stands in the text; the whole where none does."""
    words = name.split()
    runs = [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
    longest = sorted(runs, key=lambda run: (-len(run.split()), -len(run)))
    known = (run for run in longest if next(places_of(run, body), None) is not None)
    may_be = (run for run in known if not _IS_NO_RUN.search(run) and not is_no_title(run))
    return next((run for run in may_be if " " in run or is_headline_of(name, run)), name)
