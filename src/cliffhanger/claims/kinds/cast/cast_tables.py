"""A table of a cast: actor, part and whether she is back in columns, a line for each."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import FULL_NAME
from cliffhanger.claims.patterns import Pattern, fullmatch, regex
from cliffhanger.claims.tables import cells_of, columns_named, rows_above

_COLUMNS: dict[str, Pattern] = {
    "actor": regex(r"(?i)(?:actors?|actress|cast(?: member)?|performers?|stars?|played by|name|who)$"),
    "part": regex(r"(?i)(?:characters?|roles?|parts?|as|plays)$"),
    "state": regex(
        r"(?i)(?:status|back\??|returning\??|returns\??|season \w+\??|series \w+\??|in it\??|still there\??|note|notes)$"
    ),
}
_STATES: tuple[tuple[str, Pattern], ...] = (
    (
        "leaving",
        regex(
            r"(?i)(?:not (?:returning|back|coming back)|no\b|gone|out\b|leaving|left\b|departed|"
            r"exit(?:s|ed)|written out|killed off)"
        ),
    ),
    ("returning", regex(r"(?i)(?:returning|returns|back\b|yes\b|confirmed|main\b|regular|staying|stays)")),
    ("joining", regex(r"(?i)(?:new\b|newcomer|joining|joins|debut)")),
    ("guest", regex(r"(?i)(?:guest|recurring)")),
    ("in_talks", regex(r"(?i)in talks")),
    ("recast", regex(r"(?i)recast")),
)
_OPEN = regex(r"(?i)(?:tba|tbc|tbd|unknown|n/?a|\?|–|—|-)?$")


def cast_rows(place: Place) -> Iterator[Found]:
    """Find the actor of a row with her part and what she does; nothing in a table whose columns are not those of a cast."""
    if place.sentence.block.kind != "row" or "\t" not in place.text:
        return
    cells = list(cells_of(place.text))
    columns = _columns(place)
    if "actor" not in columns or len(columns) < 2 or len(cells) <= max(columns.values()):
        return
    actor, start = cells[columns["actor"]]
    if not fullmatch(FULL_NAME, actor):
        return
    value, end = {"actor": actor}, start + len(actor)
    for column, key in (("part", "character"), ("state", "st")):
        text, at = cells[columns[column]] if column in columns else ("", 0)
        said = _said(column, text)
        if said:
            value[key] = said
            start, end = min(start, at), max(end, at + len(text))
    yield Found("cast_role", start, end, value)


def _said(column: str, text: str) -> str | None:
    if not text or _OPEN.match(text):
        return None
    if column == "part":
        return text
    return next((state for state, pattern in _STATES if pattern.match(text)), None)


def _columns(place: Place) -> dict[str, int]:
    """Return the number of each column, from the nearest row above that names an actor's: tables may follow one another."""
    named = (columns_named(names, _COLUMNS) for names in reversed(rows_above(place)))
    return next((found for found in named if "actor" in found and len(found) > 1), {})
