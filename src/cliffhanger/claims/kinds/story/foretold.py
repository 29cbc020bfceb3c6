"""What lies ahead for those whom somebody plays: "Rosa will face a new enemy in the third season", "expect more twists"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, fold, trimmed
from cliffhanger.claims.patterns import regex, search

_RUN = r"(?:season|series|run|instal?lment|chapter|episodes|batch|part|outing|finale)"
_NTH = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|new|next|coming|upcoming|final|last|forthcoming)"
_FATE = (
    r"(?:face|find|meet|learn|have to|try|fight|lose|become|discover|go|leave|marry|die|survive|confront|take|be (?:forced|"
    r"drawn|tested|sent|"
    r"reunited|haunted|hunted|put|pushed|on|back in)|return (?:to|home)|struggle|uncover|cross|deal|come (?:face|home|"
    r"to terms)|get|make|need|"
    r"begin|start|move|seek|turn|run|battle|grapple|reckon|investigate|team|join forces|clash|fall|choose|decide|not survive|"
    r"be)"
)
# "Rosa will face a new enemy in the third season", "next season Ned must choose".
_WILL = regex(
    rf"\b(?P<who>{FULL_NAME}|{ONE_NAME})(?: and (?:{FULL_NAME}|{ONE_NAME}))? (?:will|must|may|might|could|is going to|"
    rf"are going to|is set to|is about to)(?: (?:also|have to|finally|not|now|once again))* {_FATE}\b"
    rf"[^.;?!]{{3,90}}"
)
_OF_A_RUN = regex(
    rf"(?i)\b(?:{_NTH} {_RUN}|season (?:two|three|four|five|six|\d)|this (?:season|time)|next (?:season|series|"
    rf"year|time))\b"
)
_SEES = regex(
    rf"\b(?:[Tt]he )?(?:{_NTH} {_RUN}|[Ss]eason (?:two|three|four|five|six|\d)) (?:will |is set to )?(?:sees?|finds?|follows?|"
    rf"brings?|takes?|sends?|puts?|pits) (?P<who>{FULL_NAME}|{ONE_NAME})\b[^.;?!]{{3,}}"
)
# "In the third season, Rosa goes to prison"; "a new villain will appear".
_THERE = regex(
    rf"^[“\"]?(?:In|During|Over|For) (?:the )?(?:{_NTH} {_RUN}|season (?:two|three|four|five|six|\d)),? (?P<who>{FULL_NAME}|"
    rf"{ONE_NAME}) (?:[a-z]+ly )?(?:is|has|[a-z]{{2,}}s)\b [^.;?!]{{3,}}"
)
_NEWCOMER = regex(
    r"\b[Aa] (?:new|rival|mysterious|dangerous|second|old) (?:[a-z]+ )?(?:villain|enemy|family|gang|killer|threat|detective|"
    r"suspect|rival|stranger|love interest|body|murder|ghost|"
    r"monster|alliance|face from the past) (?:will|is set to|may|could) (?:also )?(?:appear|arrive|emerge|return|threaten|"
    r"come|turn up|surface|rise|move|enter|be (?:found|revealed|introduced))\b[^.;?!]{0,60}"
)
_EXPECT = regex(
    r"(?:\b(?i:viewers|fans|audiences|we|you|people)(?: can| should| may| might| could)?(?: also| now)? expect|^[“\"]?Expect|"
    r"^[“\"]?(?:And |So |You can )?expect|\b[Tt]here will be) "
    r"(?P<what>(?:to (?:see|meet|learn|find out|get)|(?:even |plenty of |lots of |a lot of |many |some )?(?:more|new|bigger|"
    r"further|fresh|darker|another|an?|the|plenty|lots|many|"
    r"several|romance|twists|surprises|deaths|shocks|tears|betrayals)) [^.;?!]{0,80}?\b(?:twists?|surprises?|deaths?|shocks?|"
    r"betrayals?|secrets?|romance|drama|tears|"
    r"conflict|danger|action|laughs|answers|enem(?:y|ies)|villains?|heartbreak|revelations?|reunions?|weddings?|murders?|"
    r"flashbacks?|fights?|showdowns?|mystery|mysteries|"
    r"tension|violence|cliffhangers?|side of|more of (?=[A-Z])|relationship|(?-i:[A-Z][a-z]+)(?:[’']s)?)\b[^.;?!]{0,60})"
)
_OF_MAKING = regex(
    r"(?i)\b(?:premier\w*|releas\w*|air(?:s|ed|ing)?|launch\w*|film(?:ed|ing)|commission\w*|budget|viewers watched|renew\w*|"
    r"cancel\w*|announce\w*|trailer|teaser|"
    r"cast(?:ing)?|showrunner|creator|written by|direct(?:s|or|ed)|network|streamer|channel|episode count|ratings?|petition|"
    r"contracts?|critics|awards?|"
    r"stars? as|reprise|role|network|date|return as|be back|spin-?off|stream\w*|news|update|played by|voiced by)\b"
)


# "“Northbound” (drama): Two estranged sisters inherit a trucking company": what a new show of a list is about.
_ENTRY = regex(
    r"^(?:[“\"][^”\"]{2,60}[”\"]|[A-Z][^.;:()]{2,50}) \((?:[a-z-]+ )?(?:drama|comedy|dramedy|thriller|sitcom|procedural|"
    r"mystery|crime|western|"
    r"romance|sci-fi|fantasy)\) ?[:–—-] "
)
_LOGLINE = regex(
    r"(?!Created|Renewed|Cancel|From\b|Starring|Stars\b|Returns|Season|Series|The (?:network|series|show)\b|"
    r"It\b)[A-Z][^.?!]{25,220}"
)


def foretold(place: Place) -> Iterator[re.Match[str]]:
    """Find what will become of characters, and what those who watch are told to expect."""
    if place.context.is_recap:
        return
    entry = _ENTRY.match(place.text)
    logline = _LOGLINE.match(place.text, entry.end()) if entry else None
    if logline and not _OF_MAKING.search(logline[0]):
        yield logline
    for found in _NEWCOMER.finditer(place.text):
        if not _OF_MAKING.search(found[0]):
            yield found
    for pattern in (_WILL, _SEES, _THERE):
        for found in pattern.finditer(place.text):
            of_a_run = pattern in {_SEES, _THERE} or _OF_A_RUN.search(place.text)
            if of_a_run and _is_played(place, found["who"]) and not _OF_MAKING.search(found[0]):
                yield found
    for found in _EXPECT.finditer(place.text):
        if not _OF_MAKING.search(found[0]) and not search(
            r"(?i)\b(?:on|in) (?:[A-Z][a-z]+day|(?:early |late )?20\d\d)\b|"
            r"\b(?:season|series|run|episodes) (?:in|on|by|later|next|from)\b",
            found[0],
        ):
            yield found


def _is_played(place: Place, who: str) -> bool:
    """Say whether a name is a character's: one whom somebody plays, and no network or player."""
    context = place.context
    names = {fold(part) for part in trimmed(who)[0].split()} | {fold(who)}
    return bool(names & context.characters) and not context.is_network(who) and not names & context.players
