"""Doubles, stunt performers and stand-ins."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import LOWER, UPPER, trimmed
from cliffhanger.claims.patterns import regex, search
from cliffhanger.claims.seasons_said import season_of

_DOUBLES = regex(
    r"(?i)\b(?P<what>(?:body|stunt|skating|dance|riding|singing|hand) doubles?|stunt performers?|"
    r"stand-ins?)\b"
)


def doubles(place: Place) -> Iterator[Found]:
    """Doubles and stunt people named in the same sentence; the job's kind is the sentence's ("for the skating scenes")."""
    text, season = place.text, season_of(place.text)
    found = _DOUBLES.search(text)
    if found is None:
        return
    kind = search(r"(?i)\b(skating|dance|riding|fight|stunt|singing|swimming|driving)\b", text)
    role = f"{kind[1].lower()} double" if kind else found["what"].lower().rstrip("s")
    for one in regex(rf"(?P<name>[{UPPER}][{LOWER}]+(?: [{UPPER}]?[{LOWER}’'-]+){{1,2}})(?=,| and| etc|\.|$)").finditer(
        text[found.end() :]
    ):
        name, cut = trimmed(one["name"])
        if len(name.split()) >= 2 and name[0].isupper() and not place.context.is_series(name):
            at = found.end() + one.start() + cut
            yield Found("crew_role", at, at + len(name), {"person": name, "role": role}, season=season)
