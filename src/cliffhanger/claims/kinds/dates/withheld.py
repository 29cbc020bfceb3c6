"""That a day of broadcast is kept back: nobody tells it, nothing is in the calendar, the makers are tight-lipped."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.patterns import only_for, regex
from cliffhanger.claims.seasons_said import season_of

_SHOW = (
    r"(?:it|them|(?:the|its|their|a|this) (?:[\w-]+ ){0,2}?(?:season|series|run|show|drama|comedy|thriller|episodes|batch|"
    r"chapter|special|sequel)|(?:season|series) (?:\d+|two|three|four|five|six|seven|eight))"
)
_DAY = (
    r"(?:(?:an?|any|the|its|their|that|this|exact|firm|official|new|first|precise|(?:release|premiere|launch|air|airing|broadcast|"
    r"transmission|start|return)) )*(?:air-?dates?|dates?|tx dates?|premiere|launch|release|(?:broadcast|launch|release|airing|"
    r"transmission|premiere) (?:slot|window|timing|day)|slot|scheduling|timing of (?:the|its) (?:launch|release|premiere|return))"
    r"(?! (?:of|for|to) (?:the )?(?:start of )?(?:film|shoot|production|photography|casting|recording))"
)
_SHOWN = (
    r"(?:airs?\b|will air|go(?:es)? (?:out|to air|live)|on(?: the)? (?:air|screens?)|back\b|returns?\b|(?:[’']s|is|be) (?:on\b|"
    r"out\b|shown|broadcast|released)|arrives?|premieres?|launch(?:es)?|debuts?|drops?|lands?|starts? (?:airing|its run)|"
    r"(?:see|watch|get|expect|have) (?:it|them|more|the|any|new)\b)"
)
_WHO = (
    rf"(?:{_SHOW}|that|they|we|you|viewers|fans|audiences|anyone|(?:new|more|fresh|further|its|the|"
    rf"any) (?:[\w-]+ ){{0,2}}?(?:episodes|"
    r"season|series|programme)|(?-i:[“\"‘][^”\"’]{2,40}[”\"’]|(?!He|She)[A-Z][\w’ ]{2,40}?))"
)
_WHEN = rf"(?:exactly |precisely )?when {_WHO}(?:[’'](?:s|ll|re))?[^.;?!,’']{{0,25}}?(?:(?<=[’'])s on\b|{_SHOWN})"
_MUM = (
    r"(?:tight-lipped|(?:keeping|kept|keeps?|staying|stays?|stayed|remains?|remained|being|is|are|was|were) (?:very |still |"
    r"notably |unusually |deliberately )*(?:quiet|silent|mum|coy|schtum|vague|cagey|tight-lipped|secretive|non-?committal)|"
    r"(?:has|have|had) gone (?:quiet|silent)|giving nothing away|(?:gives?|gave) nothing away|(?:is|are|was|were) saying nothing|"
    r"(?:says?|said) nothing|(?:would|will|could) not be (?:drawn|pinned down)|(?:wouldn|won|couldn)[’']t be (?:drawn|pinned "
    r"down)|(?:has|have) (?:yet to|not yet|not|n[’']t) committed?|(?:won[’']t|will not|would not|wouldn[’']t|yet to) commit)"
)
_KEPT_QUIET = regex(
    rf"(?i)\b{_MUM} (?:on|about|over|as to|regarding|to)(?: the (?:subject|question|matter) of)? (?:{_DAY}|{_WHEN})"
)
_UNFIXED = regex(
    rf"(?i)\b(?:yet to|still to|still has to|still have to|not yet|(?:has|have|had|is|are|was)(?:n[’']t| not|n[’']t yet|"
    rf" not yet| "
    rf"never)) (?:been )?(?:slott?(?:ed)?|dated?|schedul(?:e|ed)|placed?|give[n]?) {_SHOW}(?: (?:an? |any |"
    rf"its )(?:\w+ )?(?:date|slot|"
    rf"berth|window|launch))?(?! (?:order|boss|approval|up|the|an?|another|more|credit|time|chance)\b)(?=[.,;!”\"]|$| (?:yet|"
    rf"so far|"
    rf"though|but|and|in|for|on|into|anywhere)\b)|"
    rf"\b{_SHOW} (?:has|have|had|is|are|was|were)(?: still| yet)?(?:n[’']t| not| yet to)(?: yet)? (?:be |been )?(?:slotted|"
    rf"scheduled|"
    rf"dated|given (?:an? |any |its )(?:\w+ )?(?:date|slot|berth|window))\b|"
    rf"\b(?:air-?dates?|tx dates?|dates? of (?:broadcast|transmission|release)|(?:broadcast|launch|release|airing|transmission|"
    rf"premiere) (?:slot|window|day|date)|first-night date)s? (?:has|have|had|is|are|was|were|will|remains?)(?: (?:still|yet|"
    rf"now))*"
    rf"(?:n[’']t| not| yet to be| be| to be| as yet| un)(?: (?:yet|been|be))* ?(?:fixed|set|given|named|settled|decided|"
    rf"announced|"
    rf"confirmed|communicated|made known|published|disclosed|divulged|shared|revealed|known|agreed|clear|decided|pencil+ed in)\b|"
    rf"\b{_DAY} (?:is|are|was|were|remains?|has been) (?:still |being )*(?:kept (?:back|from|under|secret|quiet)|held back|"
    rf"under wraps|a "
    rf"(?:closely|well)[- ]guarded secret|a secret|up in the air|in the air|to be settled)\b|"
    rf"\bno (?:air-?date|tx date|(?:broadcast|transmission|release|launch) (?:slot|window|day))(?! of)"
    rf"(?: (?:has|have) (?:yet )?been \w+(?: in)?| (?:is|was) \w+| yet| so far)?|"
    rf"\b(?:nothing|no sign of (?:it|the (?:season|series|show))) (?:is |has been |was )?(?:yet |as yet |so far )?(?:on|in|"
    rf"down in|"
    rf"entered in) (?:the|its|their) (?:calendar|schedules?|diary|listings|release (?:calendar|schedule|slate))\b"
    rf"(?! (?:can|could|will|is|was|has|that))"
)
_UNSAID = regex(
    r"(?i)(?:^(?:[-–•*] ?)?(?:(?:release|premiere|air|launch|return|broadcast|start) )?dates?(?: and (?:times?|"
    r"platforms?))?: ?(?:still |as yet |"
    r"so far )*(?:nothing|none|unknown|no word|no news|not (?:yet )?(?:set|known|announced|given|fixed)|any(?:one|"
    r"body)[’']s guess|a "
    r"secret|pending|undecided)\b(?: yet)?)|"
    rf"\b(?:when |if |once )?(?:asked|pressed|pushed|quizzed) (?:for|about|on) {_DAY}\b[^.;?!]{{0,60}}? (?:smil|shrug|laugh|"
    rf"demurr|declin|"
    rf"would not|wouldn[’']t|refus|stayed silent|said nothing|chang|grin|dodg|deflect|pass|clam|sidestep|was coy|could not|"
    rf"couldn[’']t)\w*|"
    rf"\b(?:leaves?|leaving|left|keeps?|kept|keeping) (?:[^.;?!]{{2,40}}? and )?{_SHOW} (?:undated|without (?:a|any) (?:date|"
    rf"slot|berth|"
    rf"launch))\b|"
    rf"\b(?:wh?at|one thing|the (?:one|only) thing|something) (?:the |its |their )?[^.;?!,]{{2,50}}? (?:(?:has|have|had|did|do|"
    rf"does|would|wo|will|is|are)(?:n[’']t| not|n[’']t yet| not yet)|yet to|still (?:won[’']t|"
    rf"will not))[^.;?!,]{{2,30}}? is (?:to )?(?:say |tell us |reveal )?"
    rf"{_WHEN}|"
    rf"\b(?:would|will|could|can|did|does|do|wo|has|have|is|are)(?:n[’']t| not)(?: yet| even)? (?:tell|told|telling|divulge[d]?|"
    rf"disclose[d]?|share[d]?|hint(?:ed)?(?: at)?|letting on|let on)(?: (?:me|us|anyone|anybody|fans|viewers|"
    rf"reporters))? {_WHEN}|"
    rf"\b(?:as for|on the (?:matter|question|subject) of) when\b[^.;?!,]{{2,40}}, (?:(?:nobody|no one|the \w+|they|it|he|she)\b"
    rf"[^.;?!,]{{0,30}}?(?:not|n[’']t|nobody|no one|nothing|silent|quiet|unclear|unknown)|nothing|no word|silence|no clue|"
    rf"no idea)\b|"
    rf"\b(?:nobody|no one|none of (?:us|them)) (?:can|could|will|would|seems to|is able to) (?:yet )?(?:say|tell|know|"
    rf"reveal)(?: (?:me|"
    rf"us|you))? {_WHEN}"
)


_ELSEWHERE = regex(
    r"(?i)\b(?:gallery|museum|theat(?:re|er)|venue|hall|arena|club|promoters?|band|singer|orchestra|opera|festival|tour)\b"
)


_OF_OTHER = regex(
    r"(?i)^ (?:of|for) (?:the|an?|its|his|her|their) (?!(?:[\w-]+ ){0,3}?(?:season|series|run|show|drama|comedy|thriller|"
    r"episodes|sequel|spin-?off)\b)"
)


def _is_of_something_else(text: str, start: int, end: int) -> bool:
    return bool(_ELSEWHERE.search(text[:start]) or _OF_OTHER.match(text[end:]))


@only_for(_KEPT_QUIET, _UNFIXED, _UNSAID)
def withheld(place: Place) -> Iterator[Found]:
    """Find that no day of broadcast is told, in words other than "no date"."""
    told: list[tuple[int, int]] = []
    for pattern in (_KEPT_QUIET, _UNFIXED, _UNSAID):
        for found in pattern.finditer(place.text):
            start, end = found.span()
            if (
                any(start < b and a < end for a, b in told)
                or _is_of_something_else(place.text, start, end)
                or place.text.rstrip().endswith("?")
            ):
                continue
            told.append((start, end))
            # Silence is nobody's word, unless the owner's own release keeps it.
            standing: Standing | None = None if place.context.is_release or pattern is _UNFIXED else "reported"
            yield Found("release_date", start, end, {"announced": False}, standing=standing, season=season_of(place.text))
