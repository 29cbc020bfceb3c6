"""Whether what is decided, killed or pulled in a clause is a series: people are, too."""

from __future__ import annotations

from cliffhanger.claims.found import Place
from cliffhanger.claims.patterns import match, regex, search

_SHOW_OBJECT = regex(r"(?i)the (?:[\w-]+ ){0,3}(?:show|series|drama|comedy|thriller|sitcom|mystery|soap|anthology)\b|it\b")


def is_object(place: Place, rest: str) -> bool:
    """Say whether what is killed or pulled is a show: people are, too."""
    named = place.context.series_pattern
    return bool(_SHOW_OBJECT.match(rest) or (named and named.match(rest)))


def is_subject(place: Place, before: str) -> bool:
    """Say whether a series is named last before a verb, or a word for one stands there."""
    named = place.context.series_pattern
    last = list(named.finditer(before))[-1:] if named else []
    if last and match(r"[”’\"]?(?:,[^,.;]{0,60},)? $", before[last[0].end() :]):
        return not search(
            r"\b(?:of|in|from|on|with) (?:the )?[“‘\"]?$", before[: last[0].start()]
        )  # "Kit Adair of Copper Bay was saved"
    return bool(search(r"(?i)\b(?:show|series|drama|comedy|sitcom|it|which) $", before))
