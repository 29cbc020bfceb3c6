"""A table of seasons, as fans keep it: season, episodes, first and last day in columns, a line for each season."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cliffhanger.claims.dates import each
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.numbers import number
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.tables import cells_of, columns_named, rows_above

_COLUMNS = {
    "season": regex(r"(?i)(?:season|series|no\.?|#)$"),
    "episodes": regex(r"(?i)(?:no\. of )?(?:episodes?|eps\.?)$"),
    "audience": regex(
        r"(?i)(?:average|avg\.?|viewers?|audience|viewership)(?: \(?(?:average|avg\.?|viewers?|audience|millions?|m)\)?)?$"
    ),
    "share": regex(r"(?i)(?:audience |market )?share(?: \(?%\)?)?$"),
    "first": regex(
        r"(?i)(?:(?:first|originally) )?(?:aired|released?|premieres?d?|starts?|debut|first|from|began|launch(?:ed)?)$|first "
        r"\w+$"
    ),
    "last": regex(r"(?i)(?:last|final) \w+$|(?:last|finale|ends?|ended|to|until)$"),
}
_OPEN = regex(r"(?i)(?:tba|tbc|tbd|to be (?:announced|confirmed)|unknown|n/?a|\?|–|—)$")


def season_tables(place: Place) -> Iterator[Found]:
    """Find the count of episodes and the first and last day of the season of a row."""
    if place.sentence.block.kind != "row" or "\t" not in place.text:
        return
    columns = _columns(place)
    cells = list(cells_of(place.text))
    if "season" not in columns or len(columns) < 2 or len(cells) <= max(columns.values()):
        return
    season = number(cells[columns["season"]][0])
    if season is None or not 0 < season < 100:
        return
    for column in ("episodes", "audience", "share", "first", "last"):
        if column in columns:
            text, start = cells[columns[column]]
            value = _value(place, column, text)
            if value is not None:
                kind, said = value
                yield Found(kind, start, start + len(text), said, season=int(season))


def _columns(place: Place) -> dict[str, int]:
    """Return the number of each column that is known, from the first row above that names any as a season's."""
    named = (columns_named(names, _COLUMNS) for names in rows_above(place))
    return next((found for found in named if "season" in found), {})


def _value(place: Place, column: str, text: str) -> tuple[Any, dict[str, Any]] | None:
    if column == "episodes":
        n = number(text)
        return ("episode_count", {"n": int(n)}) if n and n < 500 and float(n).is_integer() else None
    if column in ("audience", "share"):
        n = number(text.rstrip("% "))
        fits = n is not None and (n > 10_000 if column == "audience" else n < 100)
        metric = "viewers" if column == "audience" else "share_percent"
        return ("viewership", {"metric": metric, "n": n, "period": "season average"}) if fits else None
    what = {"what": "finale"} if column == "last" else {}
    if _OPEN.match(text):
        return "release_date", {"announced": False, **what}
    window = next((window for _, window in each(text, place.context.published, past=True)), None)
    return ("release_date", {"window": window.value(), **what}) if window else None
