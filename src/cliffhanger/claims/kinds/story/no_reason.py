"""What looks like a reason and is none: why a recap is late, whom a report cites, what something is due to do."""

from __future__ import annotations

from cliffhanger.claims.found import Place
from cliffhanger.claims.patterns import match, regex

_OF_THE_WRITER = regex(
    r"(?i)\b(?:I|we|sorry|this (?:recap|post|newsletter|column|review|issue)|(?:recap|newsletter|column|podcast)) "
    r"[^.;?!]{0,15}?\blate\b"
    r"[^.;?!]{0,40}$|\bminutes late\b[^.;?!]{0,40}$|\b(?:redo|rewrite|update|repost|pin|write|post)\w* (?:this|it|the "
    r"(?:post|thread|list|"
    r"recap))\b[^.;?!]{0,12}$|\b(?:relax|rejoice|celebrate|smile|breathe|worry|panic|cheer)\b[^.;?!]{0,15}$"
)
_SOURCES = regex(
    r"(?i)citing (?:(?:two|three|four|several|an?|one|unnamed|anonymous|multiple|its own|some|the|various|local) )*(?:[\w-]+ "
    r"){0,2}?"
    r"(?:people|members|sources?|insiders?|person|agents?|tweets?|posts?|reports?|executives?|newspapers?|magazines?|"
    r"websites?|documents?|"
    r"filings?|emails?|listings?|memos?|individuals?|staffers?|crew)\b"
)
_DUE_TO_DO = regex(
    r"(?i)due to (?:reach|hit|resume|restart|continue|conclude|bow|debut|drop|play|host|present|meet|follow|make|get|leave|"
    r"receive|show|"
    r"screen|release|report|speak|hold|publish|decide|announce)\b"
)
_A_TITLE = regex(r"(?i)following [“‘\"][^”’\"]{2,60}[”’\".]*$")


def explains_nothing(place: Place, start: int, end: int) -> bool:
    """Say whether the words of a reason are none: why a recap is late, whom a report cites, what something is due to do."""
    text = place.text
    said = text[start:end]
    if _OF_THE_WRITER.search(text[:start]):
        return True
    return any(match_ is not None for match_ in (_SOURCES.match(said), _DUE_TO_DO.match(said), _A_TITLE.match(said))) or (
        match(r"(?i)following\b", said) is not None and match(r"[”’\"]", text[end:]) is not None and "“" in said
    )
