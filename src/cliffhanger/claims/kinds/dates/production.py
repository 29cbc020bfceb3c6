"""How far the making is, and the trailers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from cliffhanger.claims.dates import Dated
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.dates.events import Governed, window_of
from cliffhanger.claims.kinds.dates.making import BROAD_RULES, NARROW_RULES
from cliffhanger.claims.kinds.dates.not_making import is_no_making
from cliffhanger.claims.kinds.dates.said_stages import BROAD_TOLD
from cliffhanger.claims.kinds.dates.stages import BROAD_MORE, NARROW_MORE
from cliffhanger.claims.numbers import number
from cliffhanger.claims.patterns import Pattern, Rules, live, match, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of
from cliffhanger.claims.windows import Window, months_later

_PRODUCTION: tuple[tuple[str, str, Pattern], ...] = tuple(
    (status, polarity, regex(pattern, re.IGNORECASE))
    for status, polarity, pattern in (
        (
            "filming",
            "-",
            (
                r"\b(?:nobody|no one) has (?:shot|filmed)\b(?! (?-i:[A-Z]))|\b(?:filming|production|shooting) has(?:n[’']t|"
                r" not) (?:yet )?(?:begun|started)|\bno footage (?:has|have) been (?:shot|filmed)\b|"
                r"\bnot (?:yet )?(?:started|begun) (?:filming|shooting|"
                r"production)"
            ),
        ),
        (
            "halted",
            "+",
            (
                r"\b(?:filming|production|shooting|shoot|photography|work)\b[^.;?!]{0,60}?\b(?:(?:was|were|is|"
                r"has been|had been|had to be|been) )?(?:halted|shut down|suspended|paused|stopped|interrupted|"
                r"put on (?:hold|"
                r"pause|ice)|on hold|shuttered|frozen)\b|\b(?:stop(?:ped)?|halt(?:ed)?|suspend(?:ed)?|shut down|"
                r"pause[d]?) (?:the |all )?(?:shoot(?:ing)?|filming|production|cameras|work)\b|\bhas(?:n[’']t|"
                r" not) resumed\b|"
                r"\bdowned tools\b"
            ),
        ),
        (
            "delayed",
            "+",
            (
                r"\b(?:filming|production|shooting|the shoot|cameras)\b[^.;?!]{0,40}?\b(?:delayed|pushed(?: back)?|"
                r"postponed|put back|slipped)\b|\b(?:season|series|premiere|launch|return|"
                r"debut)\b[^.;?!]{0,50}?\b(?:has been|have been|was|is|"
                r"been) (?:again )?(?:delayed|pushed back|postponed|put back)\b|\b(?:delay(?:s|ed)?|"
                r"postponed?) (?:the )?(?:filming|production|"
                r"shoot(?:ing)?)\b"
            ),
        ),
        (
            "wrap_expected",
            "+",
            (
                r"\b(?:filming|production|shooting|the shoot|photography|"
                r"cameras?)\b[^.;?!]{0,40}?\b(?:expected|due|set|scheduled|slated|likely|to|will|"
                r"should)\b[^.;?!]{0,20}?\b(?:wrap|finish|conclude|(?<!the )(?<!an )end|be completed)\b|\bwill wrap\b|"
                r"\b(?:filming|production|"
                r"shooting) wraps\b"
            ),
        ),
        (
            "wrapped",
            "+",
            (
                r"\b(?:has|have|had) (?:already )?been (?:filmed|shot)\b|"
                r"\b(?:filming|production|shooting|the shoot|photography|cameras)\b[^.;?!]{0,40}?\b(?:wrapped|"
                r"finished|completed|concluded|was completed|is complete|are complete|has ended|took place|came to an end)\b|"
                r"\b(?:wrapped|finished|completed|concluded) (?:up )?(?:filming|shooting|production|principal photography|"
                r"photography)\b|\bin the can\b|\bthat[’']s a wrap\b|\bwrapped (?:in|on|last|earlier|back)\b(?! (?:its|"
                r"the second|the third))"
            ),
        ),
        (
            "post_production",
            "+",
            (
                r"\b(?:in|entered|now in|into) post(?:-production)?\b|\b(?:still |now |busy )?(?:cutting|"
                r"editing) (?:the )?(?:episode|season|series|first|last|"
                r"final)\b|\bbeing edited\b|"
                r"\bin the edit(?:ing)?(?: suite| room)?\b"
            ),
        ),
        ("post_complete", "+", r"\bdelivered the (?:last|final) (?:cut|episode|edit)\b|\bpicture (?:is )?locked\b"),
        ("script_reading", "+", r"\b(?:script[- ]reading|read-through|table read|first read)\b(?! of)"),
        (
            "sets_struck",
            "+",
            (
                r"\bsets?\b(?! (?:lists?|menus?|pieces?)\b)[^.;?!]{0,30}?\b(?:were|was|been|are) (?:struck|torn down|"
                r"dismantled|demolished|"
                r"scrapped)\b"
            ),
        ),
        (
            "writing",
            "+",
            (
                r"\b(?:scripts?|episodes?)(?: for [^.;?!,]{2,40}?)? (?:are|is|were|"
                r"have been|"
                r"has been)(?: already| now| currently)? (?:being )?written\b|\b(?:is|are|currently|already|been|started|"
                r"begun|has begun|"
                r"have begun) (?:\w+ )?writing\b(?! (?:about|this|to))|\bscripts? (?:for [^.;?!]{2,40} )?(?:exist|"
                r"are (?:done|finished|ready|in)|"
                r"(?:had|have|has) been (?:finished|delivered|completed))\b|\bworking on (?:the )?scripts?\b"
            ),
        ),
        (
            "filming",
            "+",
            (
                r"\b(?:filming|production|shooting|the shoot|photography|cameras?)\b[^.;?!]{0,60}?\b(?:(?:has|have|"
                r"had) (?:already |now |just |finally |officially )*(?:started|begun|kicked off|commenced|got under ?way)|"
                r"began|"
                r"started|kicked off|commenced|got under ?way|is (?:now |currently |already |well )*(?:under ?way|"
                r"in progress|"
                r"ongoing|taking place)|are rolling|rolled|resumed)\b|\b(?:is|are|been|currently|already|now) (?:currently |"
                r"already |now )?(?:filming|shooting|in production|before the cameras|rolling)\b(?! (?:in second))|"
                r"\b(?:began|"
                r"started|has begun|have begun|have started|has started|resumed) (?:filming|shooting|production|"
                r"principal photography)\b|\bback (?:on set|in production|in front of (?:the )?cameras?)\b|\bwent (?:before|"
                r"in front of) (?:the )?cameras?\b"
            ),
        ),
        (
            "scheduled",
            "+",
            (
                r"\b(?:filming|production|shooting|the shoot|photography|principal photography|a restart|"
                r"work)\b[^.,;?!]{0,50}?"
                r"\b(?:(?:is set to|set to|are set to|will|is due to|due to|to|is scheduled to|is slated to|slated to|"
                r"is rumou?red to|"
                r"is planned to|is expected to|could|(?-i:may)|might|would|should)(?: now| not| also| \w+ly)? (?:begin|start|"
                r"resume|kick off|"
                r"commence|get under ?way|roll|take place|happen|go ahead|wrap)|is planned|planned for|hoped for|"
                r"is due (?:in|this|next|on)|"
                r"is set for|is slated for|is scheduled for|is expected (?:in|this|next)|(?:rumou?red )?starts?|begins?|"
                r"kicks? off|"
                r"gets? under ?way|commences?|resumes?|is eyed)\b|\b(?:begin|begins|start|starts|resume|resumes|commence|"
                r"commences|"
                r"going to start|will start|kicks? off) (?:filming|shooting|production|principal photography)\b|"
                r"\bcameras?\b[^.;?!]{0,30}?\b(?:set to|will|to|due to|not)\b[^.;?!]{0,12}?\broll\b|\b(?:to|will|set to|"
                r"due to) (?:be )?(?:shot|filmed|shoot|film)\b(?! (?:down|at|himself|herself|the messenger))|\bwhich (?:shoots|"
                r"films) (?:in|from)\b|\bgo(?:es)? (?:before|in front of) (?:the )?cameras?\b|\bgo(?:es|ing)? into production\b|"
                r"\bheads? (?:into production|back to (?:set|work))\b|\bcameras? (?:rolls?|turns?|turning)\b(?! (?:away|off))"
            ),
        ),
        ("in_development", "+", r"\bpre-?production\b"),
    )
)
_MAKING = regex(
    r"film|shoot|shot|production|camera|photograph|writ|script|sets?\b|restart|in the can|post|wrap|cut\b|locked|tools|"
    r"footage|begin|start|resume|cutting|delay|pushed back|postponed|put back|\broom|lease|abandon|called off|casting|"
    r"audition|\bwork|score|scoring|mix|edit|effects|snag|\blate\b|behind schedule|outlined|mapp|plott|sketch|complete|"
    r"storylin|deliver|finish|scout|draft|breaking|episodes|read-through|table read|lasted|behind|turn|prep\b|prepping|"
    r"pages|shut down|vfx|dub|grade|storage|hammer|lock|broken|go again|pick-?ups|\bcast\b|crew|recording|on location|lens|"
    r"plotting|penning|slip|stages|studio|shel[fv]|gear|scenes|\bcost|rough|\bstop\b"
)


# Narrow patterns first, since a stretch is read once.
_STAGES: Rules[str, str, Pattern | None] = Rules(
    (
        *NARROW_MORE,
        *NARROW_RULES,
        *((status, polarity, None, pattern) for status, polarity, pattern in _PRODUCTION),
        *BROAD_RULES,
        *BROAD_MORE,
        *((status, polarity, None, pattern) for status, polarity, pattern in BROAD_TOLD),
    )
)


@only_for(_STAGES)
def productions(place: Place, governed: list[Governed], used: set[int]) -> Iterator[Found]:
    """Find how far the making is, or the trailers; a date that belongs to it is taken (its start is added to ``used``)."""
    text = place.text
    if not _MAKING.search(place.lower):
        return
    taken: list[tuple[int, int]] = []
    for status, polarity, found in _stages(place):
        start, end = found.span()
        own = next((name for name in ("own", "own2") if found.groupdict().get(name)), None)
        trimmed = own is not None and search(r"(?i)\b(?:and|but|before|then)\b|,", text[start : found.start(own)]) is not None
        if own and trimmed:
            start = found.start(own)  # "filming has begun and is expected to last": the first half is a claim of its own
        if any(start < b and a < end for a, b in taken) or _OF_A_TRADE.match(found[0]) or is_no_making(place, status, found):
            continue
        # What stands before the second of two verbs is the date of the first.
        own_dates = [one for one in governed if one.dated.start > start] if trimmed else governed
        one = _its_date(place, (start, end), own_dates, used)
        if one and status == "delayed":
            one = _later_of_two(one)
        window = window_of(place, one, past=_lies_behind(status) and not _UNTIL.search(text[: one.dated.start])) if one else None
        if window is None and _PLACED.search(found[0]) and not _OF_ALL.match(found[0]):
            continue  # where it was shot, and not how far the making is
        taken.append((start, end))
        value = _value(status, found[0])
        if status == "wrap_expected" and window is None:
            lasting = _lasting(place, end, governed)
            value |= {"window": lasting.value()} if lasting else {}
        if one and window:
            value["window"] = window.value()
            used.add(one.dated.start)
            start, end = min(start, one.dated.start), max(end, one.dated.end)
        yield Found("production_status", start, end, value, "-" if polarity == "-" else "+", season=season_of(text))


def _value(status: str, said: str) -> dict[str, object]:
    """Return the value of a stage; what is to be shot again is an item of it."""
    if status == "scheduled" and _MADE_AGAIN.search(said):
        return {"status": status, "item": "reshoots"}
    return {"status": status}


def _lasting(place: Place, end: int, governed: list[Governed]) -> Window | None:
    """Return when a shoot that begins on a day of the sentence ends: "is expected to last about five months"."""
    said = match(r"(?i)(?: \w+){0,2}? (?P<n>\w+) (?P<unit>weeks|months)\b", place.text[end:])
    count = number(said["n"]) if said else None
    first = next((one for one in governed if one.dated.form in {"dmy", "mdy", "month", "month_year"}), None)
    begun = window_of(place, first) if first else None
    if said is None or not count or begun is None or begun.start is None or count > _LONGEST_SHOOT:
        return None
    if said["unit"] == "weeks":
        return months_later(begun.start + dt.timedelta(weeks=int(count)), 0)
    return months_later(begun.start, int(count))


_OF_A_TRADE = regex(
    r"(?i)production (?:designer|accountant|manager|assistant|secretary|coordinator|company|companies|office|house|buyer|"
    r"executive|"
    r"runner|team [a-z]+ed)"
)
_OF_ALL = regex(r"(?i)(?:all|both|every)\b")
_PLACED = regex(r"(?i)(?<!all )(?<!between )\b(?:was|were) (?:shot|filmed)$")
_LONGEST_SHOOT = 60
_BEHIND = frozenset(
    {"wrapped", "filming", "halted", "script_reading", "writing", "sets_struck", "lease_extended", "post_complete"}
)
_EITHER = frozenset({"reshoots", "in_development", "post_production", "casting", "delayed"})


def _lies_behind(status: object) -> bool | None:
    """Say whether the date of a stage is past; None where the words around it must tell ("pre-production began in April")."""
    return None if status in _EITHER else status in _BEHIND


# "on hold until August", "scripts are due in August": what is still to come, whatever the stage
_UNTIL = regex(
    r"(?i)\b(?:until|till)(?: at least| the end of| the)? (?:the )?$|\bscripts? (?:are|is) (?:due|expected|"
    r"promised)[^.;?!]{0,30}$|"
    r"\bhopes? to have\b[^.;?!]{0,40}$"
)
_MADE_AGAIN = regex(r"(?i)\b(?:re-?shoots?|pick-?ups|additional (?:photography|scenes|filming))\b")
_NEAR = 90  # characters between a stage and its date
_BESIDE = 5  # characters between a stage and a date that is its own whatever else the clause tells ("not finish until May")
_DETOUR = 40  # a date before the words counts as this much farther than one after them


def _stages(place: Place) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Yield the words for stages of the making."""
    for status, polarity, gate, pattern in live(_STAGES, place.text):
        if gate is None or gate.search(place.lower):
            yield from ((status, polarity, found) for found in pattern.finditer(place.text))


def _its_date(place: Place, span: tuple[int, int], governed: list[Governed], used: set[int]) -> Governed | None:
    """Return the date of a stage: the nearest that no other event governs, rather after its words than before them."""
    start, end = span
    first = place.sentence.clause(start, end)[0]

    def away(one: Governed) -> int:
        at = one.dated.start
        return at - end if at >= end else (0 if at >= start else start - at + _DETOUR)

    near = [
        one
        for one in governed
        if one.dated.start not in used
        and (one.event in {"production", None} or start <= one.at < end or 0 <= one.dated.start - end <= _BESIDE)
        and first <= one.dated.start
        and away(one) < _NEAR + _DETOUR
        and not (one.dated.start >= end and _OTHER_BETWEEN.search(place.text[end : one.dated.start]))
    ]
    moved = [one for one in near if _MOVED_TO.search(place.text[start : one.dated.start])]
    if moved:
        used.update(one.dated.start for one in near if start <= one.dated.start < moved[-1].dated.start)
        return moved[-1]
    return min(near, key=away, default=None)


def _later_of_two(one: Governed) -> Governed:
    """Return the month that a shoot is put off to: "has slipped from May to August"."""
    groups = one.dated.groups
    if one.dated.form != "month_range" or groups.get("j") != "to":
        return one
    return replace(one, dated=Dated(one.dated.start, one.dated.end, "month", {"m": groups["m2"]}))


# The day that a shoot is put off to is its date, and not the one that it had: "has slipped from May to August".
_MOVED_TO = regex(
    r"(?i)\b(?:delayed|pushed|postponed|put back|slipped|moved back|held over|put off)\b[^.;?!,]{0,40} (?:to|until|till) "
    r"(?:the )?$"
)


# Another stage between the words and a date has that date: "filming is under way and is due to finish in May".
_OTHER_BETWEEN = regex(
    r"(?i)\b(?:and|but|while) (?:\w+ ){0,8}?(?:expected|due|finish\w*|wrap\w*|complet\w*|will|should|we|they|filming|shooting|"
    r"(?:new|next|second|third|fourth|fifth|final) (?:chapter|season|series|run|episodes))\b"
)
