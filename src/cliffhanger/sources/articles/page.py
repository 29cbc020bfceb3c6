"""A file's text to an `Article`: HTML or plain, with its blocks, its title, its outlet and its day."""

from __future__ import annotations

import datetime as dt
import re
from array import array
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from cliffhanger.claims.article import Article, Block, BlockKind, Masked, SetApart
from cliffhanger.sources.articles import markup
from cliffhanger.sources.articles.boilerplate import block_reason, is_headline, is_neighbour
from cliffhanger.sources.articles.metadata import Facts, facts
from cliffhanger.sources.articles.tokens import UNSEEN

_BEGINNING = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml|<head\b|<body\b)", re.IGNORECASE)
_TAG = re.compile(
    r"<html\b|</?(?:p|div|article|section|ul|ol|li|h[1-6]|table|tr|td|main|br|blockquote)\b[^<>]{0,500}>", re.IGNORECASE
)
_FEWEST_TAGS = 2  # one alone may be named in a text
_SNIFFED = 20_000  # characters
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_ITEM = re.compile(r"(?:[•*·‣▪◦●]|[-–—](?=\s)|\d{1,3}[.)](?=\s))\s*")
_END = re.compile(r"[.!?…:,;][”\"’')\]]*$")
# As plain text is marked up by hand: *slanted*, _slanted_, **bold**.
_STARRED = re.compile(r"(?<![\w*])(?:(\*\*)|[*_])(?=\S)([^*_\n]{2,80}?)(?<=\S)(?(1)\*\*|[*_])(?![\w*])")
LONGEST_TEXT = 1_000_000  # characters that are read: what bounds the time of one article; the longest live blogs have half
LONGEST_TITLE = 1_200  # characters: a text without paragraphs begins with all of it
_LONGEST_HEADING = 14  # words
_STOP_WORDS = {
    "en": "the and of to in is for that with on was it as by from",
    "es": "el la los las de que en y un una por con para del se",
    "de": "der die das und ist von mit den ein eine nicht zu im auf",
    "fr": "le la les des est et une un dans pour que du sur par au",
    "it": "il lo la gli di che e un una per con del della non sono",
    "pt": "o a os as de que e um uma para com não do da em",
}  # fmt: skip


def article(
    raw: str, *, name: str, outlet: str | None = None, published: dt.date | None = None, notes: tuple[str, ...] = ()
) -> Article:
    """Return the article in a file's text. ``outlet`` and ``published`` win over what the page says of itself."""
    starts: Sequence[int]
    ends: Sequence[int]
    set_apart: tuple[SetApart, ...]
    if is_html(raw):
        page = markup.seen(raw)
        text, starts, ends = page.text, page.starts, page.ends
        blocks, masked, set_apart = page.blocks, page.masked, page.titles()
        known = facts(page.said, [text[b.start : b.end] for b in blocks if b.kind == "heading"][:1])
    else:
        text, starts, ends = _plain(raw)
        set_apart = _starred(text)
        blocks, masked = _blocks(text)
        masked = [Masked(starts[m.start], ends[m.end - 1], m.why) for m in masked]
        first = next((text[b.start : b.end] for b in blocks), None)
        known = Facts(title=first)
    if len(text) > LONGEST_TEXT:
        blocks = [replace(one, end=min(one.end, LONGEST_TEXT)) for one in blocks if one.start < LONGEST_TEXT]
        notes = (*notes, f"only the first {LONGEST_TEXT:,} characters were read")
    return Article(
        id=name,
        raw=raw,
        text=text,
        starts=starts,
        ends=ends,
        blocks=tuple(blocks),
        masked=tuple(masked),
        title=known.title and known.title[:LONGEST_TITLE],
        outlet=outlet or known.outlet,
        published=published or known.published,
        language=_language(text),
        origin=known.origin,
        notes=(*notes, *known.notes),
        set_apart=set_apart,
    )


def is_html(raw: str) -> bool:
    """Say whether a text is HTML: it begins as a page does, or has several of the tags that pages are made of."""
    head = raw[:_SNIFFED]
    return bool(_BEGINNING.match(head)) or sum(1 for _ in islice(_TAG.finditer(head), _FEWEST_TAGS)) >= _FEWEST_TAGS


def _plain(raw: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return plain text as it is; zero-width and bidi marks, which no reader sees, are left out of it."""
    if not UNSEEN.search(raw):
        return raw, range(len(raw)), range(1, len(raw) + 1)
    unseen = {found.start() for found in UNSEEN.finditer(raw)}
    places = [place for place in range(len(raw)) if place not in unseen]
    return UNSEEN.sub("", raw), array("l", places), array("l", [place + 1 for place in places])


def _starred(text: str) -> tuple[SetApart, ...]:
    return tuple(SetApart(*found.span(2), "bold" if found[1] else "slanted") for found in _STARRED.finditer(text))


def _blocks(text: str) -> tuple[list[Block], list[Masked]]:
    """Return the lines of a plain text as blocks, each with its kind, and what is no part of the article."""
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text) if found[0].strip()]
    blocks: list[Block] = []
    masked: list[Masked] = []
    for place in range(len(lines)):
        start, end = _trimmed(text, *lines[place])
        line = text[start:end]
        after = text[lines[place + 1][0] : lines[place + 1][1]] if place + 1 < len(lines) else ""
        why = block_reason(line) or ("related" if is_neighbour(after) and is_headline(line) and not _ITEM.match(line) else None)
        if why:
            masked.append(Masked(start, end, why))
            continue
        mark = _ITEM.match(line)
        kind: BlockKind = "item" if mark else _kind(line, first=place == 0, alone=_alone(text, lines, place))
        if mark and mark.end() < len(line):
            start += mark.end()
        blocks.append(Block(start, end, kind))
    return blocks, masked


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _alone(text: str, lines: list[tuple[int, int]], place: int) -> bool:
    """Say whether a line stands by itself: nothing or a blank line before it, or a longer line after it."""
    start, end = lines[place]
    before = text[lines[place - 1][1] : start].count("\n") > 1 if place else True
    longer = place + 1 < len(lines) and lines[place + 1][1] - lines[place + 1][0] > 2 * (end - start)
    return before or longer


def _kind(line: str, *, first: bool, alone: bool) -> BlockKind:
    if _END.search(line) and not (first and line.endswith(("?", "!", "!!", "”", "’"))):
        return "paragraph"
    short = len(line.split()) <= (_LONGEST_HEADING if not first else 24)
    if short and (alone or first):
        return "heading"
    return "item" if short else "paragraph"


def _language(text: str) -> str | None:
    """Name the language whose small words are most frequent; None where too few are met to tell."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", text[:20_000])]
    counted = {
        name: sum(word in small for word in words) for name, small in ((n, frozenset(w.split())) for n, w in _STOP_WORDS.items())
    }
    best = max(counted, key=lambda name: counted[name])
    return best if counted[best] >= 5 and counted[best] > 0.06 * len(words) else None
