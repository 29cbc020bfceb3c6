"""What unnamed people are said to have said, when nothing typed stands in it: it is a rumour; and who denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.patterns import only_for, regex, search

_MANY = (
    r"(?:(?:two|three|four|five|several|some|multiple|many|other|our|my|various|industry|production|network|set|the|its|"
    r"more) )*"
)
_OF = (
    r"(?: (?:close to|with knowledge of|familiar with|at|on|inside|near|who (?:worked|works|was|were|saw|attended|asked)|"
    r"briefed "
    r"on|in)\b[^.;?!“”]{2,60}?)?"
)
_UNNAMED = (
    rf"(?:{_MANY}(?:sources|insiders)|(?:{_MANY}|one |an? )(?:writers?|actors?|persons?|people|executives?|staffers?|"
    rf"members?|extras?) (?:in|from|inside|on) the (?:room|meeting|crew|set|team|production|shoot|company|network|studio)|"
    rf"(?:one|another|an?|my|our|the|a second) (?:[\w-]+ )?(?:source|insider|tipster|mole)|"
    rf"(?:{_MANY}|one |a )(?:people|persons?|crew members?|members? of (?:the )?crew|executives|staffers?|employees|producers)"
    rf" (?:close to|with knowledge of|familiar with|who (?:worked|works|was|were|asked|saw|attended)|briefed "
    rf"on)\b[^.;?!“”,]{{2,50}}?|"
    rf"(?:one|a|an|some|several|two|three) (?:crew members?|members? of the crew|staffers?|set workers?|former employees?)|"
    rf"[Ss]ome(?:one|body) (?:at|on|close to|inside|who|with))"
)
_SAY = (
    r"(?:say|says|said|tell|tells|told|claim|claims|claimed|insist|insists|insisted|allege|alleges|whisper|whispers|"
    r"report|add|adds|added)"
)
_HEARD = regex(
    rf"(?P<who>\b(?i:{_UNNAMED})\b{_OF}),? (?:(?:also|now|have|has|had|later) )*{_SAY}\b(?: (?:us|me|The [A-Z]\w+|"
    rf"[A-Z][\w’]+(?: "
    rf"[A-Z][\w’]+)?|this \w+))?"
    rf"(?: that|,|(?= [a-z“A-Z])) ?(?P<what>(?!(?:of|in|on|at|to|for|with|about|no|yes|so|it all|the same|as "
    rf"much)\b)[^.;?!]{{12,200}})"
)
_BY_THEM = regex(
    rf"\b(?:[Aa]ccording to|[Pp]er) (?i:{_UNNAMED})\b{_OF}, (?P<before>[^.;?!]{{12,180}})|^(?P<after>[^.;?!]{{12,180}}), "
    rf"according to "
    rf"(?i:{_UNNAMED})\b"
)
_DESCRIBED = regex(
    rf"\b(?i:{_UNNAMED})\b{_OF},? (?:(?:have|has|had|also|all) )*(?P<what>(?:describe[sd]?|describing|paints?|painted|"
    rf"spoke|speaks?|talk(?:s|ed)?|complain(?:s|ed)?|point(?:s|ed)?)"
    rf" (?:of |about |to |a picture of )?(?:the |a |an |long |low |tense |poor |chaotic )[^.;?!]{{5,120}})"
)
_UNWILLING = regex(
    rf"\b(?:[Oo]ne|[Aa]|[Aa]n|[Aa]nother) [\w -]{{3,40}}?,? who (?:asked|wished|preferred|did not want|wanted|spoke on "
    rf"condition|declined)\b[^,;]{{3,50}},? {_SAY}\b(?: (?:us|me))?(?: that)? (?P<what>[^.;?!]{{10,200}})"
)
_WORD = regex(
    r"(?:\b[Rr]umou?r has it(?: that)?|\bI (?:hear|gather|understand) (?=the\b)|\b[Ww]ord (?:on|around|from|in|at) (?:the "
    r")?[\w’ ]{2,25}? is(?: that)?|\b[Tt]he word is(?: that)?|\bI(?:[’']m| am|"
    r"[’']ve been| was| have been| keep being) (?:told|hearing)(?: by [^.;?!,]{3,40})? that|\b[Tt]here (?:is|was)(?: "
    r"also)? (?:talk|"
    r"gossip|chatter) (?:of|that)|\bI (?:read|heard|hear) (?:somewhere )?that|\b[Ww]e (?:hear|understand) that|"
    r"\b[Aa] little bird (?:says|tells (?:me|us))(?: that)?) (?P<what>[^.;?!]{10,180})"
)
_FACT = regex(
    r"(?i)\b(?:describe|paint|complain|spoke|talk|is|are|was|were|has|have|had|been|did|does|will|would|can|could|"
    r"[a-z]{3,}ed|fell|left|saw|got|went|took|made|"
    r"kept|met|fight|trouble|feud|row|want|wants)\b"
)
_WAS_DENIED = regex(
    r",? (?:which|a claim (?:that)?|something(?: that)?|but) (?:[^.;?!]{2,70}? )?(?:den(?:y|ies|ied)|disput(?:es|ed)|"
    r"rejects|rejected)"
    r"(?: it| that| this)?\b"
)
_QUOTED_UNNAMED = regex(
    rf"[“\"](?P<what>[^“”\"]{{18,220}})[,.!]?[”\"],? (?:(?i:{_UNNAMED})\b{_OF},? (?:said|says|told|tells|claimed|claims|added)|"
    rf"(?:said|says|claims) (?i:{_UNNAMED})\b)"
)
_OF_ANOTHER_KIND = (
    r"(?i)\b(?:renew\w*|cancel\w*|axed|revival|reboot|spin-?offs?|shopp(?:ed|ing)|in talks|picked? (?:it |the \w+ )?up|"
    r"(?:second|third|fourth|fifth|another|new|final|last) (?:season|series))\b"
)
_OTHER_TRADE = r"(?i)\b(?:police|hospital|army|ministry|government|council|football|bank|court)\b"


@only_for(_UNWILLING, _DESCRIBED, _HEARD, _BY_THEM, _WORD, _QUOTED_UNNAMED)
def hearsay(place: Place) -> Iterator[tuple[int, int, bool]]:
    """Find where a sentence passes on what unnamed people say, and where it tells that somebody denies that."""
    context, text = place.context, place.text
    if context.is_recap or not (context.series or context.is_interview) or search(_OTHER_TRADE, text):
        return
    for found, group in _told(place):
        start, end = found.span(group)
        no = _WAS_DENIED.search(text, start + 8, end)
        what = text[start : no.start() if no else end]
        if _FACT.search(what) and not search(_OF_ANOTHER_KIND, what) and len(what.split()) > 4:
            yield start, start + len(what), False
            if no:
                yield no.start(), end, True


def _told(place: Place) -> Iterator[tuple[re.Match[str], str]]:
    text = place.text
    for pattern in (_QUOTED_UNNAMED, _HEARD, _UNWILLING, _DESCRIBED):
        for found in pattern.finditer(text):
            yield found, "what"
    for found in _BY_THEM.finditer(text):
        yield found, "before" if found["before"] else "after"
    for found in _WORD.finditer(text):
        if not found[0].startswith("I ") or not place.speaker:
            yield found, "what"
