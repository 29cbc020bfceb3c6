"""Why something happened that the same sentence tells, whatever binds the reason to it: "owing to", "after", "to blame".

What is explained is a claim that is already read; so no list of deeds is needed here, as the patterns of reasons have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.numbers import NUMBER
from cliffhanger.claims.patterns import regex

_WHAT = r"(?P<what>[^.;:?!()“”]{3,100}?)(?=[.;:?!()”\"]|$|, (?:and|but|while|with|which|who|who|although|though)\b|, [a-z]+ing\b)"
_FIRM = regex(
    rf"(?i)(?:\b(?P<by>because(?: of)?|owing to|due to(?! be\b)|on account of|thanks to|as a result of|citing|blaming)|"
    rf"\bblam(?:ed|es) (?:it |this |that )?on) {_WHAT}"
)
_TO_BLAME = regex(
    r"(?i)\bwith (?P<what>[^.;:?!,]{3,60}?) (?:(?:being )?to blame|blamed|(?:given|cited) as (?:the|a) (?:reason|cause))\b"
)
_AFTER = regex(rf"(?i)\b(?P<by>after|following) {_WHAT}")
# "after two seasons", "after the summer", "after he left school": how long or when, and not why.
_ONLY_WHEN = regex(
    rf"(?i)(?:just |only |more than |nearly |almost |less than |barely )?(?:(?:the|a|an|its|her|his|their|this|that|one|"
    rf"another) )?(?:{NUMBER}|"
    r"first|second|third|fourth|fifth|final|last|next|several|some|many|few|long|short|brief)(?: |-)|"
    r"(?:the )?(?:summer|spring|autumn|winter|break|holidays?|news|announcement|events?|finale|premiere|launch|end|show|"
    r"series|season|episode|"
    r"credits|weekend|easter|christmas|new year|that|this|all|which|midnight|months|years|weeks|days|decades|seasons|jan|feb|"
    r"mar|apr|may|jun|jul|"
    r"aug|sep|oct|nov|dec)\b|\w+ing\b|\d"
)
_EXPLAINED = {
    "renewal_status": {
        "cancelled": "cancelled",
        "ending": "ending",
        "renewed": "renewed",
        "paused": "paused",
        "reversed": "reversed",
    },
    "production_status": {"halted": "halted", "delayed": "delay"},
}
_LEFT = {"leaving": "leaving", "unavailable": "unavailable", "recast": "recast"}
# What "after" explains: a stop and a move have a cause, where a cancellation and an exit mostly have a date.
_BY_EVENT = frozenset({"halted", "delay", "recast", "location"})
_NEAR = 60  # characters between what is explained and its reason


def because(place: Place, told: Sequence[Found]) -> Iterator[Found]:
    """Yield the reasons of what ``told`` holds, each once; no reason that is told already is told again."""
    text = place.text
    taken = [(one.start, one.end) for one in told if one.kind == "reason"]
    for pattern in (_FIRM, _TO_BLAME, _AFTER):
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(start < b and a < end for a, b in taken):
                continue
            effect = _effect(told, start)
            if effect is None or (pattern is _AFTER and not _may_explain(place, found, effect)):
                continue
            taken.append((start, end))
            yield Found("reason", start, end, {"of": effect, "gist": found["what"].strip(" ,")})


def _effect(told: Sequence[Found], at: int) -> str | None:
    """Return what is explained: the claim that ends last before a place, near it."""
    before = [(one.end, what) for one in told if one.start < at and (what := _explained(one)) and at - one.end < _NEAR]
    return max(before)[1] if before else None


def _explained(one: Found) -> str | None:
    if one.kind in {"cast_role", "crew_role"}:
        return _LEFT.get(str(one.value.get("st"))) if one.polarity == "+" else None
    if one.kind == "release_date":
        return "delay" if "was" in one.value else None
    if one.kind == "location":
        return "location"
    return _EXPLAINED.get(one.kind, {}).get(str(one.value.get("status"))) if one.polarity == "+" else None


def _may_explain(place: Place, found: re.Match[str], effect: str) -> bool:
    what = found["what"]
    return (
        effect in _BY_EVENT
        and not _ONLY_WHEN.match(what)
        and len(what.split()) > 1
        and not place.text[: found.start()].endswith("soon ")
    )
