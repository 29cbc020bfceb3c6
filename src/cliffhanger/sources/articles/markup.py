"""A page in HTML to what a reader sees of it, with the place in the file of every character: one pass, no recursion.

Libraries for main text give no places in the raw file, and a quote must be found again there; so the scanner is our own. It
reads tags and entities only; what is article and what is not is told by `boilerplate`.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from cliffhanger.claims.article import Block, BlockKind, Masked
from cliffhanger.sources.articles.boilerplate import block_reason, element_reason

_TOKEN = re.compile(
    r"<!--|<!\[CDATA\[|<[!?][^>]*>|</?[A-Za-z][^\s/>]*|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|"
    r"[^<&]+|[<&]"
)
_ATTRIBUTE = re.compile(r"([^\s=/>\"'<]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_TAG_END = re.compile(r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "time"]
) - {"time"}
_PARAGRAPHS = (
    "p div section article main header blockquote figure figcaption pre address body html ul ol dl dt dd table "
    "center details summary"
).split()
_BLOCKS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(_PARAGRAPHS, "paragraph"),
    "li": "item",
    "tr": "row",
}
_CELLS = frozenset({"td", "th", "tr"})
_CLOSED_BY = {"p": frozenset(_BLOCKS), "li": frozenset({"li"}), "td": _CELLS, "th": _CELLS, "tr": frozenset({"tr"})}
_RAW = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "textarea"})
_MOST_ATTRIBUTES = 4_000  # characters of one tag's attributes that are looked at


@dataclass
class Page:
    """What was seen so far: the text with its places, its blocks, and what was left out."""

    text: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("l"))
    ends: array[int] = field(default_factory=lambda: array("l"))
    blocks: list[Block] = field(default_factory=list)
    masked: list[Masked] = field(default_factory=list)
    opened: int | None = None
    kind: BlockKind = "paragraph"

    def add(self, sign: str, start: int, end: int) -> None:
        """Add one character; runs of white space become one blank, and none begins a block."""
        if sign.isspace():
            if self.opened is None or self.text[-1] in " \t":
                return
            sign = " "
        if self.opened is None:
            self.opened = len(self.text)
        self.text.append(sign)
        self.starts.append(start)
        self.ends.append(end)

    def cell(self, at: int) -> None:
        """Part the cells of a row."""
        if self.opened is not None and self.text[-1] != "\t":
            if self.text[-1] == " ":
                self.text[-1] = "\t"
            else:
                self._put("\t", at)

    def close(self, at: int) -> None:
        """End the block; one that is no part of the article by its own words is taken back."""
        if self.opened is None:
            return
        while len(self.text) > self.opened and self.text[-1].isspace():
            self._drop(1)
        words = "".join(self.text[self.opened :])
        why = block_reason(words) if words else "empty"
        if why is None:
            self.blocks.append(Block(self.opened, len(self.text), self.kind))
            self._put("\n", at)
        elif words:
            self.masked.append(Masked(self.starts[self.opened], self.ends[-1], why))
            self._drop(len(self.text) - self.opened)
        self.opened = None

    def _put(self, sign: str, at: int) -> None:
        self.text.append(sign)
        self.starts.append(at)
        self.ends.append(at)

    def _drop(self, count: int) -> None:
        del self.text[-count:], self.starts[-count:], self.ends[-count:]


@dataclass(slots=True)
class _Open:
    tag: str
    why: str | None
    start: int
    kind: BlockKind


def seen(raw: str) -> Page:
    """Return what a reader sees of a page in HTML. Linear in its length; unclosed and misnested tags are borne."""
    page = Page()
    stack: list[_Open] = []
    masking = 0
    for piece, start, end in _tokens(raw):
        name = piece.lstrip("</").lower() if piece.startswith("<") and len(piece) > 1 else ""
        if piece.startswith("</"):
            masking = _leave(page, stack, name, end, masking)
        elif name and name[0].isalpha():
            masking = _enter(page, stack, name, raw, (start, end), masking)
        elif not masking and not piece.startswith(("<!", "<?")):
            _letters(page, piece, start, end)
    while stack:
        masking = _shut(page, stack.pop(), len(raw), masking)
    page.close(len(raw))
    return page


def _tokens(raw: str) -> Iterator[tuple[str, int, int]]:
    """Yield tags (name only, with the end of the whole tag), entities and stretches of text; comments and code are jumped."""
    at, size = 0, len(raw)
    while at < size:
        found = _TOKEN.match(raw, at)
        if found is None:
            return
        piece, start, at = found[0], found.start(), found.end()
        if piece in {"<!--", "<![CDATA["}:
            close = raw.find("-->" if piece == "<!--" else "]]>", at)
            at = size if close < 0 else close + 3
            continue
        if piece.startswith("<") and len(piece) > 1 and piece[1] not in "!?":
            close = _tag_end(raw, at)
            at = close
            name = piece.strip("</").lower()
            yield piece, start, at
            if name in _RAW and not piece.startswith("</") and raw[at - 2 : at] != "/>":
                shut = re.compile(rf"</{name}", re.IGNORECASE).search(raw, at)
                at = shut.start() if shut else size
            continue
        yield piece, start, at


def _tag_end(raw: str, at: int) -> int:
    """Return the end of a tag; a quotation mark that is never closed does not swallow the page."""
    close = raw.find(">", at)
    if close < 0:
        return len(raw)
    if '"' in raw[at:close] or "'" in raw[at:close]:
        found = _TAG_END.match(raw[at : at + _MOST_ATTRIBUTES])
        if found:
            return at + found.end()
    return close + 1


def _enter(page: Page, stack: list[_Open], name: str, raw: str, span: tuple[int, int], masking: int) -> int:
    start, end = span
    closes = [one for one in stack[-3:] if name in _CLOSED_BY.get(one.tag, ())]
    if closes and stack and stack[-1] is closes[-1]:
        masking = _leave(page, stack, stack[-1].tag, start, masking)
    if name in {"br", "hr"}:
        page.close(start)
        return masking
    if name in _VOID or raw[end - 2 : end] == "/>":
        return masking
    attributes = {
        found[1].lower(): found[2] or found[3] or found[4] or ""
        for found in _ATTRIBUTE.finditer(raw[start + 1 + len(name) : min(end, start + _MOST_ATTRIBUTES)])
    }
    why = element_reason(name, attributes) if name not in {"body", "html", "main", "article"} else None
    if name in _BLOCKS or why:
        page.close(start)
    elif name in {"td", "th"}:
        page.cell(start)
    stack.append(_Open(name, why, start, page.kind))
    if name in _BLOCKS and name not in {"ul", "ol", "table"}:
        inside = page.kind if name in {"p", "div"} and page.kind in {"item", "row"} else _BLOCKS[name]
        page.kind = inside
    return masking + (why is not None)


def _leave(page: Page, stack: list[_Open], name: str, at: int, masking: int) -> int:
    """Close an element and what was left open within it; an end tag without a beginning is nothing."""
    if not any(one.tag == name for one in stack[-200:]):
        return masking
    while stack:
        one = stack.pop()
        masking = _shut(page, one, at, masking)
        if one.tag == name:
            break
    return masking


def _shut(page: Page, one: _Open, at: int, masking: int) -> int:
    if one.tag in _BLOCKS or one.why:
        page.close(at)
    page.kind = one.kind
    if one.why is None:
        return masking
    page.masked.append(Masked(one.start, at, one.why))
    return masking - 1


def _letters(page: Page, piece: str, start: int, end: int) -> None:
    if piece.startswith("&") and len(piece) > 1:
        for sign in html.unescape(piece):
            if sign.isprintable() or sign.isspace():
                page.add(sign, start, end)
        return
    for place, sign in enumerate(piece, start):
        if sign.isprintable() or sign.isspace():  # zero-width and bidi marks stay in the file and out of the text
            page.add(sign, place, place + 1)
