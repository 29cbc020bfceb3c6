"""Rows of tables: their cells, and the row above them that says what the columns are."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from cliffhanger.claims.found import Place
from cliffhanger.claims.patterns import Pattern


def cells_of(text: str) -> Iterator[tuple[str, int]]:
    """Yield the cells of a row, each with where it begins."""
    at = 0
    for cell in text.split("\t"):
        yield cell.strip(), at + len(cell) - len(cell.lstrip())
        at += len(cell) + 1


def rows_above(place: Place) -> list[list[str]]:
    """Return the cells of the rows above a place in its table, from the top."""
    article, block = place.context.article, place.sentence.block
    above = itertools.takewhile(
        lambda one: one.kind == "row", reversed([one for one in article.blocks if one.end <= block.start])
    )
    return [[text for text, _ in cells_of(article.text[row.start : row.end])] for row in reversed(list(above))]


def columns_named(names: Sequence[str], columns: Mapping[str, Pattern]) -> dict[str, int]:
    """Return the number of each column of which a cell is the name; the first of two that are named alike."""
    found: dict[str, int] = {}
    for number, name in enumerate(names):
        column = next((column for column, pattern in columns.items() if column not in found and pattern.match(name)), None)
        if column:
            found[column] = number
    return found
