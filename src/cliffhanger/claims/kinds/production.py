"""How far the making is, and the trailers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.events import Governed, window_of
from cliffhanger.claims.patterns import match, search

_PRODUCTION: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (status, polarity, re.compile(pattern, re.IGNORECASE))
    for status, polarity, pattern in (
        (
            "filming",
            "-",
            (
                r"\b(?:nobody|no one) has (?:shot|filmed)\b|\b(?:filming|production|shooting) has(?:n[’']t|"
                r" not) (?:yet )?(?:begun|started)|\bno footage\b|\bnot (?:yet )?(?:started|begun) (?:filming|shooting|"
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
                r"should)\b[^.;?!]{0,20}?\b(?:wrap|finish|conclude|end|be completed)\b|\bwill wrap\b|\b(?:filming|production|"
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
                r"\bsets?\b[^.;?!]{0,30}?\b(?:were|was|been|are) (?:struck|torn down|dismantled|demolished|"
                r"scrapped)\b"
            ),
        ),
        (
            "writing",
            "+",
            (
                r"\bwriters?[’']s? room\b[^.;?!]{0,40}|\b(?:scripts?|episodes?)(?: for [^.;?!,]{2,40}?)? (?:are|is|were|"
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
                r"due to) (?:be )?(?:shot|filmed|shoot|film)\b(?! (?:himself|herself|the messenger))|\bwhich (?:shoots|"
                r"films) (?:in|from)\b|\bgo(?:es)? (?:before|in front of) the cameras?\b|\bgo(?:es|ing)? into production\b|"
                r"\bheads? (?:into production|back to (?:set|work))\b|\bcameras? (?:rolls?|turns?|turning)\b(?! (?:away|off))"
            ),
        ),
        ("in_development", "+", r"\bpre-?production\b"),
    )
)
_MAKING = re.compile(
    r"film|shoot|shot|production|camera|photograph|writ|script|sets?\b|restart|in the can|post|wrap|cut\b|locked|tools|"
    r"footage|begin|start|resume|cutting|delayed|pushed back|postponed|put back"
)
_TRAILERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern, re.IGNORECASE))
    for status, pattern in (
        (
            "not_released",
            (
                r"\b(?:no|not|n[’']t|yet to|nor|without|neither)\b[^.;?!]{0,50}?\b(?:trailers?|teasers?|"
                r"footage(?= (?:yet|has|so)))\b(?! of)[^.;?!]{0,30}|\b(?:trailers?|teasers?)\b[^.;?!]{0,30}?\b(?:(?:has|have|"
                r"is|"
                r"was|been)(?:n[’']t| not| yet)|yet to|does(?:n[’']t| not) exist)\b"
            ),
        ),
        (
            "shown_privately",
            (
                r"\btrailer shown in the room\b|\b(?:trailer|footage|teaser)\b[^.;?!]{0,30}\b(?:was |"
                r"were )?(?:shown|screened|previewed) (?:to|in|behind|at)\b[^.;?!]{0,30}"
            ),
        ),
        (
            "upcoming",
            (
                r"\b(?:trailers?|teasers?|PV)\b[^.;?!]{0,40}?\b(?:will|to be|is due|due|should|expected|soon|could|"
                r"(?-i:may)|might|is coming|to (?:follow|arrive|drop|come))\b[^.;?!]{0,30}"
            ),
        ),
        (
            "released",
            (
                r"\b(?:trailers?|teasers?|PV|first[- ]look (?:images?|photos?|clip|footage)|sneak peek|"
                r"promo video)\b[^.;?!]{0,50}?\b(?:arrived|dropped|released|landed|went up|is (?:here|out|now|available|"
                r"live)|"
                r"came out|unveiled|debuted|was (?:released|unveiled|shown|shared|posted)|has (?:been|arrived|dropped|"
                r"landed)|"
                r"out (?:today|now)|online|launched|can be (?:seen|watched|found)|hit)\b|\b(?:released|dropped|unveiled|"
                r"shared|"
                r"revealed|posted|debuted|launched|watch|published|along with|with)\b[^.;?!]{0,30}?\b(?:trailers?|teasers?|"
                r"PV|"
                r"first[- ]look|sneak peek)\b"
            ),
        ),
    )
)


def productions(place: Place, governed: list[Governed], used: set[int]) -> Iterator[Found]:
    """Find how far the making is, or the trailers; a date that belongs to it is taken (its start is added to ``used``)."""
    text = place.text
    if not _MAKING.search(place.lower):
        return
    taken: list[tuple[int, int]] = []
    for status, polarity, pattern in _PRODUCTION:
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(start < b and a < end for a, b in taken) or _not_ours(place, status, found):
                continue
            taken.append((start, end))
            value: dict[str, object] = {"status": status}
            for one in governed:
                near = one.event in {"production", None} and abs(one.dated.start - end) < 90 and one.dated.start not in used
                if near and place.sentence.clause(start, end)[0] <= one.dated.start:
                    window = window_of(
                        place, one, past=status in {"wrapped", "filming", "halted", "script_reading", "writing", "sets_struck"}
                    )
                    if window:
                        value["window"] = window.value()
                        used.add(one.dated.start)
                        end = max(end, one.dated.end)
                        break
            yield Found("production_status", start, end, value, "-" if polarity == "-" else "+", season=season_of(text))


def _not_ours(place: Place, status: str, found: re.Match[str]) -> bool:
    """Leave out what only looks like production: a run that wrapped, a writer in apposition, a person's other work."""
    text, said = place.text, found[0]
    if (
        status == "wrapped"
        and search(r"(?i)\bwrapped\b", said)
        and match(r" (?:its|up|the (?:second|third|fourth))\b", text[found.end() :])
    ):
        return True
    if status == "writing" and not search(r"(?i)room|script|episode|season|series|show", said + text):
        return True
    return status == "scheduled" and bool(
        search(
            r"(?i)\bproduction (?:company|designer|team|cost|budget|house)\b|\ba \w+ production\b",
            text[max(0, found.start() - 4) : found.end() + 10],
        )
    )


def trailers(place: Place, governed: list[Governed], used: set[int]) -> Iterator[Found]:
    """Find how far the making is, or the trailers; a date that belongs to it is taken (its start is added to ``used``)."""
    text = place.text
    if not search(r"trailer|teaser|\bpv\b|first[- ]look|sneak peek|footage|promo video", place.lower):
        return
    taken: list[tuple[int, int]] = []
    for status, pattern in _TRAILERS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(start < b and a < end for a, b in taken):
                continue
            taken.append((start, end))
            value: dict[str, object] = {"status": status}
            for one in governed:
                if (
                    one.event in {"trailer", "release", None}
                    and abs(one.dated.start - end) < 40
                    and status in {"released", "upcoming"}
                ):
                    window = window_of(place, one, past=status == "released")
                    if window and (one.event == "trailer" or start <= one.at <= end):
                        value["window"] = window.value()
                        used.add(one.dated.start)
                        end = max(end, one.dated.end)
                        break
            yield Found("trailer_status", start, end, value, season=season_of(text))
