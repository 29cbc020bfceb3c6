"""Whether what is decided, killed or pulled in a clause is a series: people are, too."""

from __future__ import annotations

from cliffhanger.claims.found import Place
from cliffhanger.claims.patterns import match, regex, search

_SHOW_OBJECT = regex(
    r"(?i)the (?:[\w-]+ ){0,3}(?:show|series|drama|comedy|thriller|sitcom|mystery|soap|anthology)\b(?! of "
    r"[a-z]| teacher)|it\b"
)


def is_object(place: Place, rest: str) -> bool:
    """Say whether what is killed or pulled is a show: people are, too."""
    named = place.context.series_pattern
    return bool(_SHOW_OBJECT.match(rest) or (named and named.match(rest)))


def is_subject(place: Place, before: str) -> bool:
    """Say whether a series is named last before a verb, or a word for one stands there."""
    named = place.context.series_pattern
    last = list(named.finditer(before))[-1:] if named else []
    if last and match(r"[”’\"]?(?: \([^()]{1,60}\))?(?:,[^,.;]{0,60},)? $", before[last[0].end() :]):
        return not search(
            r"\b(?:of|in|from|on|with) (?:the )?[“‘\"]?$", before[: last[0].start()]
        )  # "Kit Adair of Copper Bay was saved"
    return bool(search(r"(?i)\b(?:show|series|drama|comedy|sitcom|it|which) $", before))


_OWNER = regex(
    r"(?i)\b(?:streamers?|networks?|channels?|broadcasters?|cabler|studio|platform|bosses|executives|commissioners|"
    r"(?:streaming )?service)\b"
)
_AT_A_NAME = regex(r"(?<![\w’'-])(?=[Tt]he |[Ii]t\b|[“‘\"A-Z])")


def is_by_owner(place: Place, before: str) -> bool:
    """Say whether one who decides on series is named shortly before a verb: viewers and husbands stick with things, too."""
    clause = before[-60:]
    return bool(place.context.network_pattern.search(clause) or _OWNER.search(clause))


def has_object(place: Place, span: tuple[int, int]) -> bool:
    """Say whether a series is named within a rule's words or right behind them."""
    start, end = span
    return any(
        is_object(place, place.text[at.end() :].lstrip(' “‘"'))
        for at in _AT_A_NAME.finditer(place.text, start)
        if at.start() <= end + 1
    )


_LED_BY = regex(
    r"(?:[”’\"]?,? (?:has|have|had|is|was|are|were|will|would|be|been|being|get|got|also|now|just|yet|not|"
    r"\w+ly))* $"
)


def is_subject_of(place: Place, before: str) -> bool:
    """Say whether a series is the subject of a verb that has its auxiliaries before it."""
    led = _LED_BY.search(before)
    return is_subject(place, before[: led.start()].rstrip('”’", ') + " " if led else before) or is_subject(place, before)


def in_its_words(place: Place, span: tuple[int, int]) -> bool:
    """Say whether a network is quoted: "“We say goodbye to it,” Vela said"."""
    return place.sentence.in_quotes(*span) and place.context.network_pattern.search(place.text, span[1]) is not None


OF_A_FATE = regex(
    r"(?i)\b(?:(?:second|third|fourth|fifth|sixth|seventh|another|next|new|further|more) (?:seasons?|series|runs?|one|"
    r"episodes)|renew\w*|"
    r"cancel\w*|axe[sd]?|(?:season|series) (?:two|three|four|five|six|\d)|come back|coming back|return\w*|as for more|future)\b"
)


_OF_MORE = regex(r"(?i)\b(?:more|another|it|the (?:show|series|drama|comedy)|plans to (?:continue|carry on|go further))\b")
_GIVEN_TO_IT = regex(
    r"(?i)\bg(?:ave|ives?|iven|iving) (?:it|the (?:[\w-]+ ){0,3}?(?:show|series|drama|comedy|sitcom|thriller|soap))\b"
)


def is_near(place: Place, name: str, before: str) -> bool:
    """Say whether words that tell a fate only where one is talked of stand there: behind an owner's name, or talk of a season.

    "We" is of a series only in somebody's mouth.
    """
    if name == "we_were_told_yes":
        spoken = place.speaker is not None or bool(place.sentence.quoted)
        return spoken and (
            OF_A_FATE.search(place.text) is not None
            or _is_talked_of(place)
            or search(r"renewed|picked (?:us )?up|asked", place.text) is not None
        )
    if name == "nobody_ordered":
        return (
            OF_A_FATE.search(place.text) is not None
            or (_is_talked_of(place) and _OF_MORE.search(place.text) is not None)
            or bool(place.context.series_pattern and place.context.series_pattern.search(place.text))
        )
    if name == "will_weigh_it":
        return is_by_owner(place, before) or _is_talked_of(place) or OF_A_FATE.search(place.text) is not None
    named = place.context.series_pattern
    of_it = OF_A_FATE.search(place.text) or (named and named.search(place.text)) or _GIVEN_TO_IT.search(place.text)
    return ((is_by_owner(place, before) or is_subject_of(place, before)) and (bool(of_it) or _is_talked_of(place))) or (
        name == "gave_its_nod" and _is_talked_of(place)
    )


def _is_talked_of(place: Place) -> bool:
    return any(OF_A_FATE.search(one.text) for one in place.before[-3:])
