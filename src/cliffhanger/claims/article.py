"""An article as the grammar reads it: what a reader sees of it, and where each character of that stands in the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "row"]
Letters = Literal["slanted", "bold"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the visible text that no sentence crosses: a paragraph, a heading, an item of a list, a row of a table.

    ``start`` and ``end`` count code points of ``Article.text``. Cells of a row are parted by a tab.
    """

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch of the raw file that is no part of the article, and why ("navigation", "advertisement", "related", ...)."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class SetApart:
    """A stretch of the visible text in other letters: slanted (``em``, ``i``, ``cite``) or bold (``b``, ``strong``).

    Titles stand in such letters, but so do labels, names of newspapers and what is stressed. ``start`` and ``end`` count code
    points of ``Article.text``.
    """

    start: int
    end: int
    how: Letters


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    ``raw`` is the file as decoded; every quote counts code points of it. ``text`` is what a reader sees of the main text, with
    entities resolved; ``starts[i]`` and ``ends[i]`` are where ``text[i]`` begins and ends in ``raw`` (an entity takes several
    code points; in plain text they are ranges). ``published`` and ``outlet`` are None where neither the file nor the asker says;
    ``origin`` names the piece that this is a copy of, where the article says so (a canonical address); ``notes`` are what the
    reader of the file remarked (an encoding that was mended, a date that could not be read); ``set_apart`` are in order.
    """

    id: str
    raw: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    blocks: tuple[Block, ...]
    masked: tuple[Masked, ...] = ()
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    language: str | None = None
    origin: str | None = None
    notes: tuple[str, ...] = ()
    set_apart: tuple[SetApart, ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stands in ``raw``; ``start < end`` is required.

        Raises
        ------
        ValueError
            When the stretch is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no stretch {start}:{end} in a text of {len(self.text)} characters")
        return self.starts[start], self.ends[end - 1]
