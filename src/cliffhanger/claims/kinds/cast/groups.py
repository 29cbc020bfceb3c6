"""Several actors without their names: "the main cast returns", "two of the younger actors have left"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast import rules
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_COUNTED = (
    r"(?:(?:two|three|four|five|six|seven|eight|several|some|many|half|both|none|few|a (?:few|number|handful|couple|third|"
    r"quarter)|\d)(?: of)?(?: (?:the|its|their|our))?|another (?:two|three|four)|at least (?:two|three|four))"
)
_SOME_OF_THEM = regex(
    rf"(?i)\b(?P<who>{_COUNTED} (?:[a-z-]+ ){{0,2}}?(?:actors|actresses|cast members|members of the cast|cast|stars|leads|"
    r"(?:series )?regulars|performers|supporting players))"
    r"(?P<aux>(?:,? (?:have|has|had|are|is|was|were|will|would|wo|did|do|not|be|been|being|all|also|now|since|already|"
    r"reportedly|apparently|quietly|expected to|set to|due to|likely|confirmed|confirmed to|no longer|about to)\b|"
    r"n[’']t|won[’']t){0,6}) "
    r"(?:(?P<goes>left|leave|leaving|quit|gone|departed|departing|exited|exit|moved on|bowed out|dropped out|out|"
    r"written out)|(?P<stays>return|returned|returning|come back|coming back|back|re-?signed|signed (?:on|up) (?:again|for)|"
    r"signed new (?:deals|contracts)|stay|staying|remain))\b(?! (?:of the|alive|in the dark))"
)
_BARE = regex(r"(?i)(?:gone|departed|out|back|written|leaving|returning|coming|departing|staying)")
_NOT = regex(r"(?i)\bnot\b|n[’']t|\bno longer\b")


@only_for(_SOME_OF_THEM, rules.GENERIC, rules.GONE, rules.RETIRED)
def groups(place: Place) -> Iterator[Found]:
    """Find what a sentence says of several actors without their names."""
    text = place.text
    done: list[tuple[int, int]] = []
    for found in _SOME_OF_THEM.finditer(text):
        leaves = found["goes"] is not None
        if _NOT.search(found["aux"]) or found["who"][:4].lower() in {"none", "few "}:
            leaves = not leaves
        if found["aux"].strip() or not _BARE.match(found["goes"] or found["stays"]):
            done.append(found.span())
            value = {"actor": found["who"], "st": "leaving" if leaves else "returning"}
            yield Found("cast_role", found.start(), found.end(), value, season=season_of(text))
    for found in rules.GENERIC.finditer(text):
        if any(found.start() < end and start < found.end() for start, end in done):
            continue
        leaving = search(r"(?i)gone|left|leav", found["verb"])
        who = re.sub(r"(?i)^(?:most of )?the ", "", found["who"])
        who = re.sub(r"(?i)^(?:every one of the original|(?:most|rest|all) of the(?= \w+ faces)) ", "", who).replace(
            "faces", "cast"
        )
        yield Found(
            "cast_role",
            found.start(),
            found.end(),
            {"actor": who, "st": "leaving" if leaving else "returning"},
            season=season_of(text),
        )
    for found in rules.GONE.finditer(text):
        yield Found("cast_role", found.start(), found.end(), {"actor": "the actors", "st": "leaving"}, season=season_of(text))
    for found in rules.RETIRED.finditer(text):
        yield Found("cast_role", found.start(), found.end(), {"actor": found["who"], "st": "leaving"}, season=season_of(text))
