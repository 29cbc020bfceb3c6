"""Where and when a series is shown, how many episodes it has and what it won, read off the verb of a clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cliffhanger.claims.clauses import Clause, clauses
from cliffhanger.claims.dates import each as each_date
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import supposed
from cliffhanger.claims.kinds.framed.subjects import About, about, person
from cliffhanger.claims.names import LOWER, TITLE_NAME, UPPER
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons_said import season_of

_MOVES = frozenset(("move", "switch", "jump", "transfer", "relocate", "head", "go"))
_TO_HOME = regex(rf"^(?: (?:over|across|ship|networks?|channels?))? to (?:the )?(?P<name>{TITLE_NAME})")
_SHOWN = frozenset(("premiere", "debut", "launch", "air", "release"))
_BEGINS = frozenset(("start", "begin", "open", "land", "arrive", "drop", "return", "bow", "screen", "come", "go"))
_ENDS = frozenset(("finish", "conclude", "end", "wrap"))
_OUT = frozenset(("come", "go"))
_HAS = frozenset(("be", "run", "consist", "comprise", "total", "contain", "number"))
_MANY = regex(
    rf"^ (?:to |of |for |at |up of )?(?:just |only |a |the |now |again |"
    rf"\w+ly )*(?P<n>{NUMBER}) (?:[\w-]+ ){{0,2}}?(?:episodes|parts|shorts|instal?lments|chapters|half-hours)\b"
)
_WINS = frozenset(("win", "scoop", "collect", "land", "earn", "receive", "clinch", "take"))
_PRIZE = regex(
    rf"^(?: (?:home|away|up))? (?:(?P<n>two|three|four|five|six|seven|eight|\d{{1,2}})|an?|the|its|her|his|their)(?: (?:first|"
    rf"second|third|coveted|"
    rf"prestigious|\d{{4}}))? (?P<award>[{UPPER}][{LOWER}’'-]+(?: [{UPPER}][{LOWER}’'-]+){{1,3}})(?: for (?:its |her |his |"
    rf"best )?(?P<category>[a-z][a-z -]{{2,30}}?))?(?=[.,;”’\"]|$| (?:last|this|in|at|for|and)\b)"
)
_ANY = _MOVES | _SHOWN | _BEGINS | _ENDS | _WINS
_NO_PRIZE = regex(
    r"(?i)\b(?:cup|league|race|match|bowl|open|series|election|case|contract|rights|season|episode|show|drama|park|festival)\b"
)
_SAID_OF = 60
_OTHER_WORK = regex(r" (?:filming|shooting|production|work|rehears|writing|casting|photography)")
_BREAK = regex(r"[;.?!]|, (?:and|but|while) |\b(?:after|before|because|when|while|since|until)\b")


def shown(place: Place) -> Iterator[Found]:
    """Find new homes, first and last days, counts of episodes and prizes in the clauses of a sentence."""
    for clause in clauses(place.text):
        if clause.perhaps or not _may_tell(place, clause) or supposed(place.text, clause.start):
            continue
        told: tuple[Found | None, ...] = ()
        subject = about(place, clause)
        if subject and not subject.is_named and any(one.kind == "trailer_status" for one in place.last):
            subject = None  # "it" is the trailer
        if subject:
            told = (_home(place, clause), _day(place, clause, subject), _count(place, clause), _prize(place, clause))
        elif person(place, clause):
            told = (_prize(place, clause),)
        yield from (found for found in told if found is not None)


def _may_tell(place: Place, clause: Clause) -> bool:
    """Say whether a verb tells any of it; of "is" and "has" a count must follow."""
    return clause.verb in _ANY or (clause.verb in _HAS and _MANY.match(place.text[clause.end :]) is not None)


def _home(place: Place, clause: Clause) -> Found | None:
    if clause.verb not in _MOVES or clause.negated:
        return None
    after = place.text[clause.end :].removeprefix(f" {clause.particle}" if clause.particle else "")
    named = _TO_HOME.match(after)
    if named is None or not place.context.is_network(named["name"]):
        return None
    end = len(place.text) - len(after) + named.end()
    return Found("platform", clause.start, end, {"name": named["name"]})


def _day(place: Place, clause: Clause, subject: About) -> Found | None:
    """Return the day on which a season begins or ends, or a series is first shown."""
    ends = clause.verb in _ENDS
    of_all = clause.verb in _SHOWN or (subject.kind == "season" and (ends or clause.verb in _BEGINS))
    if not of_all or clause.negated or (clause.verb in _OUT and clause.particle != "out"):
        return None
    past = clause.past and not clause.ahead
    for dated, window in each_date(place.text, place.context.published, past=past):
        between = place.text[clause.end : dated.start]
        if 0 <= dated.start - clause.end < _SAID_OF and not _OTHER_WORK.match(between) and not _BREAK.search(between):
            value: dict[str, Any] = {"window": window.value()} | ({"what": "finale"} if ends else {})
            return Found("release_date", clause.start, dated.end, value, season=season_of(place.text), past=past)
    return None


def _count(place: Place, clause: Clause) -> Found | None:
    many = _MANY.match(place.text[clause.end :]) if clause.verb in _HAS and not clause.negated else None
    count = number(many["n"]) if many else None
    if many is None or count is None:
        return None
    return Found(
        "episode_count", clause.end + many.start("n"), clause.end + many.end(), {"n": int(count)}, season=season_of(place.text)
    )


def _prize(place: Place, clause: Clause) -> Found | None:
    won = (
        _PRIZE.match(place.text[clause.end :])
        if clause.verb in _WINS and clause.past and not clause.negated and not clause.passive
        else None
    )
    if won is None or _NO_PRIZE.search(won["award"]) or place.context.is_network(won["award"]):
        return None
    count = number(won["n"]) if won["n"] else None
    name = won["award"].removesuffix("s") if count else won["award"]
    value: dict[str, Any] = {"award": name, "result": "won"}
    value |= {"category": won["category"]} if won["category"] else {}
    value |= {"n": int(count)} if count else {}
    return Found("award", clause.start, clause.end + won.end(), value)
