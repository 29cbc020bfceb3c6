"""What somebody would like, expects or lets slip of a story: "I'd want her to grow up", "hopefully Rosa gets her revenge"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import only_for, regex

_ONE = r"(?:[Tt]he [A-Z]?[\w’'-]+|[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+)?|her|him|them|it)"
_WISHES = regex(
    rf"\b(?:I|[Ww]e)(?:[’']d| would)(?: really| just| also)? (?:love|like|want|prefer|be happy)(?: for)? (?P<who>{_ONE}) "
    rf"to (?P<what>"
    rf"[a-z]+ [^.;?!”]{{4,}})"
)
_EXPECTS = regex(
    rf"\b(?:[Hh]opefully,?|(?:[Ww]e|I|[Ff]ans|[Vv]iewers|[Mm]any|[Ss]ome)(?: all| still| also| can| fully)? (?:hope|expect|"
    rf"want|guess|"
    rf"assume|suspect|fear|imagine)(?: that)?) (?P<who>{_ONE})(?:[’']s [a-z]+)? (?P<what>(?:to |will |gets?|is |are |finds?|"
    rf"finally|"
    rf"returns? to|goes|dies|survives?|marr(?:y|ies)|confronts?|escapes?|takes?|becomes?|leaves|learns?|meets?|"
    rf"makes?)[^.;?!”]{{4,}})"
)
_LETS_SLIP = regex(
    rf"\b(?:swore|swears|promised|promises|hinted|hints|teased|teases|let(?:s)? slip|confirmed|confirms|revealed|"
    rf"spoiled)(?: [^.;?!,“”]"
    rf"{{2,30}}?)? that (?P<what>(?P<who>{_ONE})(?:[’']s (?:[a-z]+ ){{0,2}}?[a-z]+)? (?:gets?|goes|finds|dies|survives|"
    rf"marries|confronts|"
    rf"escapes|becomes|leaves (?!the (?:show|series|cast))|learns|meets|is (?:alive|dead|pregnant|back from|behind|"
    rf"the killer)|turns out)\b"
    rf"[^.;?!”]{{3,}})"
)
_OF_MAKING = regex(
    r"(?i)\b(?:film\w*|shoot\w*|cast\w*|return|come back|direct\w*|guest|cameo|renew\w*|cancel\w*|season|series|show|"
    r"premiere|air\w*|"
    r"episodes?|work with|play|join\w*|network|streamer|spin-?off|write|contract|trailer|announce\w*|confirm\w*|decide|order)\b"
)


@only_for(_WISHES, _EXPECTS, _LETS_SLIP)
def hoped_for(place: Place) -> Iterator[tuple[re.Match[str], str, bool]]:
    """Find what is wished, expected or told of a story, what it is, and whether that is a guess."""
    if place.context.is_recap:
        return
    spoken = place.speaker is not None or bool(place.sentence.quoted)
    for found in _WISHES.finditer(place.text):
        if spoken and not _OF_MAKING.search(found["what"]) and _may_be_of_story(place, found["who"]):
            yield found, found["what"], True
    for found in _EXPECTS.finditer(place.text):
        if not _OF_MAKING.search(found["what"]) and _is_of_story(place, found["who"]):
            yield found, found["what"], True
    for found in _LETS_SLIP.finditer(place.text):
        if not _OF_MAKING.search(found["what"]) and _is_of_story(place, found["who"]):
            yield found, found["what"], False


def _is_of_story(place: Place, who: str) -> bool:
    """Say whether one is of the story: a character by name, or somebody whom the story calls by a trade, "the Clockmaker"."""
    context, names = place.context, [fold(word) for word in who.split() if word[0].isupper() and word != "The"]
    if not names or any(name in context.people and name not in context.characters for name in names):
        return False
    if context.is_network(who) or context.is_series(who) or context.is_network(who.removeprefix("the ")):
        return False
    return any(name in context.characters for name in names) or who.startswith(("the ", "The "))


def _may_be_of_story(place: Place, who: str) -> bool:
    small = who in {"her", "him", "them"} or who.startswith(("the ", "The "))
    return small or _is_of_story(place, who)
