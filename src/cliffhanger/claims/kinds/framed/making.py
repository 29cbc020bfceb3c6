"""How far the making is, read off the verb of a clause whose subject is filming, the cameras or the writers."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity
from cliffhanger.claims.clauses import Clause, clauses
from cliffhanger.claims.dates import each as each_date
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import supposed
from cliffhanger.claims.kinds.framed.subjects import SEASON_NOUN, SHOW_NOUN
from cliffhanger.claims.patterns import Pattern, regex
from cliffhanger.claims.seasons_said import season_of

_WORK = (
    r"(?:(?:the |its |principal |main |location |studio |all )*(?:filming|shooting|shoot|photography|cameras?)|production|"
    rf"(?:production|filming|shooting|work|cameras) (?:on|of|for) (?:{SEASON_NOUN}|{SHOW_NOUN}))"
)
_WORK_ENDS = regex(rf"(?i)(?:^|[^\w’'-]){_WORK}[”’\"]?$")
_OF_IT = regex(r"(?i) (?:on|of|for) [“‘\"]?$")
_OF_WORK = regex(r"(?i)\b(?:filming|shooting|the shoot|production|photography|cameras)\b[^.?!]{0,60}\b(?:on|in) [^.?!]{2,30}[;,]")
_ON_THAT_DAY = regex(r"(?i)\b(?:on|in) (?:the )?$")
_IT_ENDS = regex(r"(?:^|[^\w’'-])[Ii]t$")
_WE_END = regex(r"(?i)(?:^|[^\w’'-])(?:we|they|the (?:cast|crew|cast and crew|unit|team|production|show|series|drama))$")
_STARTS = frozenset(("start", "begin", "kick", "commence", "open", "resume", "follow", "get", "convene", "reconvene"))
_GOES_ON = frozenset(("resume", "halt", "stop", "wrap"))  # what "it" does where the sentence before told of the shoot
_FINISHES = frozenset(("finish", "wrap", "end", "conclude", "complete"))
_HALTS = frozenset(("halt", "pause", "suspend", "interrupt", "shut", "shutter", "stop"))
_DELAYS = frozenset(("delay", "postpone", "push", "put", "shift"))
_ANY = _STARTS | _FINISHES | _HALTS | _DELAYS
_UNDER_WAY = regex(r"(?i)^ (?:off|under ?way|going|rolling|started)\b|^ ?(?=[ .,;”’\"]|$)")
_ON_A_DAY = regex(
    r"^ (?:again |back )?(?:on|in) (?:the |early |late |mid-)?(?:\d|[a-z]+ of [A-Z]|January|February|March|April|May|June|"
    r"July|August|September|October|November|December|[A-Z]\w+day)"
)
_PUT_BACK = regex(r"(?i)^ (?:back|forward|to|until|by)\b")
_ON_HOLD = regex(r"(?i)^ (?:on|to) (?:hold|ice|pause|a halt)\b")
_FILMING_NEXT = regex(r"(?i)^ (?:filming|shooting|production|photography|principal photography|rolling)\b")
_PLACED = regex(r"^[^.;?!]{0,30}?\bin (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_OTHER_CLAUSE = regex(r"[;.?!]|, (?:and|but|while) ")
_SAID_OF = 90  # characters behind the verb in which its date stands


def making(place: Place) -> Iterator[Found]:
    """Find stages of production in the clauses of a sentence, with their dates."""
    for clause in clauses(place.text):
        stage = None if clause.perhaps or clause.verb not in _ANY else _stage(place, clause)
        if stage and not supposed(place.text, clause.start):
            yield _found(place, clause, *stage)


def _stage(place: Place, clause: Clause) -> tuple[str, Polarity] | None:
    after = place.text[clause.end :]
    ours = (
        _is_subject(place, clause, _WORK_ENDS)
        or (_is_subject(place, clause, _WE_END) and (_FILMING_NEXT.match(after) is not None or _is_told_by_makers(place, clause)))
        or (
            clause.verb in _GOES_ON
            and _is_subject(place, clause, _IT_ENDS)
            and (any(one.kind == "production_status" for one in place.last) or _OF_WORK.search(place.text[: clause.start]))
        )
    )
    if not ours:
        return None
    status = _status(clause, after)
    if status is None:
        return None
    if clause.negated and clause.verb == "resume":
        return "halted", "+"
    if clause.negated:
        return ("filming", "-") if status in {"filming", "scheduled"} and not clause.ahead else None
    return status, "+"


def _is_subject(place: Place, clause: Clause, pattern: Pattern) -> bool:
    return any(pattern.search(_without_title(place, place.text[:end])) for end in clause.ends)


def _without_title(place: Place, words: str) -> str:
    """Leave out the series in "filming on Harbor Nine", so that the subject ends with the work itself."""
    named = place.context.series_pattern
    last = list(named.finditer(words))[-1:] if named else []
    if not last or last[0].end() != len(words.rstrip('”’"')):
        return words
    of_it = _OF_IT.search(words[: last[0].start()])
    return words[: of_it.start()] if of_it else words


def _is_told_by_makers(place: Place, clause: Clause) -> bool:
    """Say whether "we start" is quoted, of a day and of nothing else: who makes a series speaks so of the shoot."""
    said = place.sentence.in_quotes(clause.start, clause.end) or place.speaker is not None
    return said and _ON_A_DAY.match(place.text[clause.end :]) is not None


def _status(clause: Clause, after: str) -> str | None:
    verb = clause.verb
    if verb in _DELAYS and clause.passive:
        if _ON_HOLD.match(after):
            return "halted"
        return "delayed" if verb in {"delay", "postpone"} or _PUT_BACK.match(after) else None
    if verb in _HALTS and not clause.ahead:
        return "halted" if clause.passive or clause.past or verb == "stop" else None
    if verb in _STARTS and (verb not in {"get", "kick", "open"} or _UNDER_WAY.match(after)):
        return "filming" if clause.past and not clause.ahead else "scheduled"
    if verb in _FINISHES:
        if clause.past or (clause.passive and not clause.ahead):
            return "wrapped"
        return "wrap_expected"
    return None


def _found(place: Place, clause: Clause, status: str, polarity: Polarity) -> Found:
    text = place.text
    value: dict[str, object] = {"status": status}
    start, end = clause.ends[0], clause.end
    start = text.rfind(" ", 0, start) + 1
    past = clause.past and not clause.ahead
    for dated, window in each_date(text, place.context.published, past=past):
        if clause.end <= dated.start < clause.end + _SAID_OF and not _OTHER_CLAUSE.search(text[clause.end : dated.start]):
            value["window"] = window.value()
            end = max(end, dated.end)
            break
    if "window" not in value:
        before = [one for one in each_date(text, place.context.published, past=past) if one[0].end < start]
        if before and text[before[-1][0].end : start].strip(" ,") == "" and _ON_THAT_DAY.search(text[: before[-1][0].start]):
            value["window"], start = before[-1][1].value(), before[-1][0].start
    placed = _PLACED.match(text[clause.end :])
    if placed and status == "scheduled" and "window" in value:
        end = max(end, clause.end + placed.end())
    return Found("production_status", start, end, value, polarity, season=season_of(text))
