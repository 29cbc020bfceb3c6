"""Sentences and clauses of an article, with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from cliffhanger.claims.article import Article, Block
from cliffhanger.claims.patterns import Text, regex, search

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "jr",
        "sr",
        "vs",
        "no",
        "nos",
        "vol",
        "ep",
        "eps",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "est",
        "approx",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
        "e.g",
        "i.e",
        "capt",
        "lt",
        "col",
        "gen",
        "sgt",
        "rev",
        "hon",
        "ave",
    ]
)
_END = regex(r"[.!?…]+[\"”’'»)\]]*(?=\s|$)")
_OPENING = regex(r"[\"“‘'«(\[–—-]*[^\W_]|[\"“‘'«(\[–—#@$€£¥₹-]")
_LONGEST = 1_200  # characters: what is longer is no sentence, and patterns stay cheap on it
_MOST_PIECES = 40  # of such stretches in one article: a transcript without full stops is read, a flood of letters is not
_BREAK = regex(
    r";\s|:\s|\s[–—]\s|—|,? (?:but|although|though|while|whereas|because|since|as|so)\s|, (?:and|or|which|who|whose|with|"
    r"after|before)\s|, (?=(?:in|on|by|until) (?:[A-Z]|\d))"
)
_OPEN = "“«„"
_DOUBLE = regex(r"[“«„”»\"]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the article's text, its words, the block it stands in and its number there.

    ``quoted`` are the stretches of ``text`` between double quotation marks, which may run over from the sentence before;
    ``lower`` is the same text in small letters, made once because it is asked for by every rule.
    """

    start: int
    end: int
    text: Text
    block: Block
    number: int
    quoted: tuple[tuple[int, int], ...] = ()
    lower: Text = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the small letters."""
        object.__setattr__(self, "lower", self.text.lower())

    def in_quotes(self, start: int, end: int) -> bool:
        """Say whether a stretch lies wholly within someone's quoted words."""
        return any(a <= start and end <= b for a, b in self.quoted)

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return the clause around a stretch: to the nearest joint before and after it."""
        first, last = 0, len(self.text)
        for begins, ends in _joints(self.text):
            if ends <= start:
                first = ends
            elif begins >= end:
                last = begins
                break
        return first, last


@lru_cache(maxsize=8)  # a sentence is asked for each thing that it says
def _joints(text: Text) -> tuple[tuple[int, int], ...]:
    """Return the places between the clauses of a sentence."""
    return tuple(joint.span() for joint in _BREAK.finditer(text))


def sentences(article: Article) -> Iterator[Sentence]:
    """Yield the sentences of an article in order; none crosses a block, and what is over 1,200 characters is cut at a space."""
    pieces = 0
    for block in article.blocks:
        text = article.text[block.start : block.end]
        quoted = _quotations(text)
        for number, (start, end) in enumerate(_spans(text)):
            pieces += end - start >= _LONGEST // 2
            if end - start >= _LONGEST // 2 and pieces > _MOST_PIECES:
                continue
            inside = tuple((max(a, start) - start, min(b, end) - start) for a, b in _within(quoted, start, end))
            yield Sentence(block.start + start, block.start + end, Text.of(text[start:end]), block, number, inside)


def _within(quoted: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that share a character with another; they are in order, and there may be very many."""
    place = bisect_right(quoted, start, key=lambda stretch: stretch[1])
    while place < len(quoted) and quoted[place][0] < end:
        yield quoted[place]
        place += 1


def _spans(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for found in _END.finditer(text):
        if found.end() < len(text) and not _ends(text, begin, found):
            continue
        yield from _pieces(text, begin, found.end())
        begin = found.end()
    yield from _pieces(text, begin, len(text))


def _ends(text: str, begin: int, found: re.Match[str]) -> bool:
    """A full stop ends a sentence unless it marks an abbreviation or an initial, or small letters follow."""
    following = text[found.end() :].lstrip()
    if not _OPENING.match(following) or following[0].islower():
        return False
    if found[0][0] != "." or len(found[0].rstrip("\"”’'»)]")) > 1:
        return not (found[0][0] in "!?" and following[:1] in "—–")
    word = search(r"([\w.]+)$", text[max(begin, found.start() - 12) : found.start()])
    if word is None:
        return True
    last = word[1].lower()
    if last in _ABBREVIATIONS:
        return last in {"a.m", "p.m", "inc", "co", "jr", "sr"} and found.end() < len(text) and following[0].isupper()
    return not (len(last) == 1 and last.isalpha() and word[1].isupper())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut + 1 if text[cut : cut + 1] == " " else cut
    if end > start:
        yield start, end


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return the stretches between double quotation marks; one that is not closed runs to the end of the block."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _DOUBLE.finditer(text):
        if mark[0] in _OPEN or (mark[0] == '"' and opened is None):
            opened = mark.end()
        elif opened is not None:
            found.append((opened, mark.start()))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return found
