"""Rows of tables: their cells, and the row above them that says what the columns are."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from cliffhanger.claims.found import Place


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
