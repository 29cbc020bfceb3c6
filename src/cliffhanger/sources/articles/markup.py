"""A page in HTML to what a reader sees of it, with the place in the file of every character: no recursion, linear time.

Libraries for main text give no places in the raw file, and a quote must be found again there; so the reading is our own. What is
article and what is not is told by `boilerplate`. An element that would take away more than half of the page's words is
no furniture, whatever its class says: such are kept, and the page is read a second time.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

from cliffhanger.claims.article import Block, BlockKind, Letters, Masked, SetApart
from cliffhanger.sources.articles.boilerplate import PLAIN, block_reason, element_reason, is_headline, is_neighbour
from cliffhanger.sources.articles.tokens import SEEN, Token, signs, tokens

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS = (
    "p div section article main header blockquote figure figcaption pre address body html ul ol dl dt dd table thead tbody tfoot "
    "caption center details summary fieldset hgroup nav menu aside footer form dialog"
).split()
_BLOCKS: dict[str, BlockKind] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(_PARAGRAPHS, "paragraph"),
    "li": "item",
    "tr": "row",
}
_NEUTRAL = frozenset("ul ol table thead tbody tfoot body html".split())  # they give what is in them no kind
_CELLS = frozenset({"td", "th"})
_LETTERS: dict[str, Letters] = {**dict.fromkeys(("em", "i", "cite"), "slanted"), **dict.fromkeys(("b", "strong"), "bold")}
_LEAST_LINKED = 4  # words: a paragraph or an item that is nothing but a link of so many is another article's headline
_LONGEST_SET_APART = 80  # characters of the visible text: no title is so long
# An end tag closes no element beyond these, but for tables' own.
_WALLS = frozenset({"td", "th", "table", "caption"})
_OF_TABLES = frozenset("table thead tbody tfoot tr td th caption".split())
# What the beginning of an element ends that was left open: each, and what it may not reach beyond.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **dict.fromkeys(_BLOCKS, (frozenset({"p"}), _WALLS | {"li", "div", "blockquote"})),
    **dict.fromkeys(_HEADINGS, (_HEADINGS | {"p"}, _WALLS | {"li", "div"})),
    "li": (frozenset({"li"}), _WALLS | {"ul", "ol", "menu"}),
    "dt": (frozenset({"dt", "dd"}), _WALLS | {"dl"}),
    "dd": (frozenset({"dt", "dd"}), _WALLS | {"dl"}),
    **dict.fromkeys(_CELLS, (_CELLS, frozenset({"tr", "table"}))),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
}
_HEADLINE = re.compile(r"<(?:h[1-3]|p)[\s>]", re.IGNORECASE)
_LONGEST_HEADER = 5_000  # characters of the head of a page that are looked at for a headline
_LONGEST_CELL = 200  # characters; a cell with more is no cell of figures but a column of the page, and has paragraphs
_ABSOLUTE = frozenset({"code", "hidden"})
_MAIN = frozenset({"article", "main"})
_WHOLE = _MAIN | {"html", "body"}


@dataclass(slots=True)
class Said:
    """What a page says of itself outside its text: elements ``meta`` and ``link``, JSON-LD, its title, its times."""

    meta: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    title: str | None = None
    times: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    kind: BlockKind
    why: str | None
    weight: int  # what the page weighed when it was opened


@dataclass(slots=True)
class Page:
    """What was seen so far: the text with its places, its blocks, and what was left out."""

    raw: str
    kept: frozenset[int] = frozenset()  # where elements begin that are no furniture
    pieces: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("l"))
    ends: array[int] = field(default_factory=lambda: array("l"))
    blocks: list[Block] = field(default_factory=list)
    masked: list[Masked] = field(default_factory=list)
    said: Said = field(default_factory=Said)
    kind: BlockKind = "paragraph"
    opened: int | None = None
    gap: tuple[str, int, int] | None = None  # white space or a tab that comes before the next sign of the block
    first_piece: int = 0
    cell_from: int = 0
    in_link: bool = False
    all_linked: bool = True  # nothing of the block stands outside links
    stack: list[_Open] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=dict)  # of each name, where in the stack it stands
    set_apart: list[tuple[int, int, Letters]] = field(default_factory=list)  # places in the file
    letters: dict[str, int] = field(default_factory=dict)  # of each element of letters that is open, where its words begin
    masking: int = 0
    weight: int = 0
    weighty: list[tuple[int, int, bool]] = field(default_factory=list)  # start and weight of what was masked; closed by its tag

    @property
    def text(self) -> str:
        """What a reader sees."""
        return "".join(self.pieces)

    def titles(self) -> tuple[SetApart, ...]:
        """Return the stretches in other letters that are short enough for a title, in places of the text."""
        found: dict[tuple[int, int], SetApart] = {}
        for start, end, how in sorted(self.set_apart):
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
            if 0 < last - first <= _LONGEST_SET_APART and (how == "slanted" or (first, last) not in found):
                found[first, last] = SetApart(first, last, how)
        return tuple(found.values())

    def add(self, piece: str, start: int, *, entity_end: int | None = None) -> None:
        """Add signs without white space, which stand in the file as they are, or come from one entity."""
        if self.opened is None:
            self.opened, self.first_piece, self.gap = len(self.starts), len(self.pieces), None
            self.all_linked = True
        self.all_linked &= self.in_link
        if self.gap:
            self._put(*self.gap)
            self.gap = None
        self.pieces.append(piece)
        if entity_end is None:
            self.starts.extend(range(start, start + len(piece)))
            self.ends.extend(range(start + 1, start + len(piece) + 1))
        else:
            self.starts.extend([start] * len(piece))
            self.ends.extend([entity_end] * len(piece))

    def space(self, start: int, end: int) -> None:
        """Note white space: a run of it is one blank, and none begins or ends a block."""
        if self.opened is not None and self.gap is None:
            self.gap = (" ", start, end)

    def cell(self, start: int) -> None:
        """Part the cells of a row."""
        self.cell_from = len(self.starts)
        if self.opened is not None:
            self.gap = ("\t", start, start)

    def part(self, at: int) -> None:
        """End the block, but for the lines within a cell of figures, which are one."""
        if self.kind == "row" and self.opened is not None and len(self.starts) - self.cell_from < _LONGEST_CELL:
            self.space(at, at)
        else:
            self.close(at)

    def close(self, at: int) -> None:
        """End the block; one that is no part of the article by its own words is taken back."""
        if self.opened is None:
            return
        opened, self.opened, self.gap = self.opened, None, None
        words = "".join(self.pieces[self.first_piece :])
        why = block_reason(words) or ("related" if self._is_link(words) else None)
        if is_neighbour(words) and self.blocks:
            self._take_back_headline()
            opened = len(self.starts) - len(words)
            why = why or "navigation"
        if why is None:
            self.pieces[self.first_piece :] = [words]
            self.blocks.append(Block(opened, len(self.starts), self.kind))
            self._put("\n", at, at)
            return
        self.masked.append(Masked(self.starts[opened], self.ends[-1], why))
        del self.pieces[self.first_piece :], self.starts[opened:], self.ends[opened:]

    def _is_link(self, words: str) -> bool:
        linked = self.all_linked and self.kind in {"paragraph", "item"}
        return linked and len(words.split()) >= _LEAST_LINKED and is_headline(words)

    def _take_back_headline(self) -> None:
        """Take back the block before this one where it is the headline of a neighbouring article."""
        last = self.blocks[-1]
        if last.kind in {"item", "row"} or not is_headline(
            self.pieces[self.first_piece - 2]
        ):  # its words are one piece, and the line's end another
            return
        self.masked.append(Masked(self.starts[last.start], self.ends[last.end - 1], "related"))
        self.blocks.pop()
        gone = last.end + 1
        del self.starts[last.start : gone], self.ends[last.start : gone]
        del self.pieces[self.first_piece - 2 : self.first_piece]
        self.first_piece -= 2

    def _put(self, sign: str, start: int, end: int) -> None:
        self.pieces.append(sign)
        self.starts.append(start)
        self.ends.append(end)


def seen(raw: str) -> Page:
    """Return what a reader sees of a page in HTML; unclosed and misnested tags are borne."""
    page = _read(Page(raw))
    kept = frozenset(start for start, weight, closed in page.weighty if 2 * weight > page.weight and not closed)
    return _read(Page(raw, kept)) if kept else page


def _read(page: Page) -> Page:
    for token in tokens(page.raw):
        if token.kind == "open":
            _open(page, token)
        elif token.kind == "close":
            _close(page, token)
        elif token.kind == "text":
            _text(page, token)
        elif not page.masking:
            page.masked.append(Masked(token.start, token.end, "code"))
        if token.kind == "raw":
            _note_linked(page, token)
    while page.stack:
        _pop(page, len(page.raw), own=False)
    page.close(len(page.raw))
    page.masked = _outermost(page.masked)
    return page


def _outermost(masked: list[Masked]) -> list[Masked]:
    """Return the stretches in order, without those that lie within another."""
    kept: list[Masked] = []
    for one in sorted(masked, key=lambda one: (one.start, -one.end)):
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    return kept


def _open(page: Page, token: Token) -> None:
    name, attributes = token.name, token.attributes or {}
    _note(page.said, name, attributes, masking=page.masking)
    if name in {"br", "hr"}:
        page.part(token.start)
    if name == "a":
        page.in_link = True
    if name in _VOID or token.closed:
        return
    if name in _LETTERS and not page.masking:
        page.letters[name] = token.end
    _end_what_is_open(page, name, token.start)
    why = _reason(page, token, attributes)
    if name == "tr":
        page.close(token.start)
    elif name in _BLOCKS or (why and why != "code"):
        page.part(token.start)
    elif name in _CELLS:
        page.cell(token.start)
    if name in _BLOCKS or name in _CELLS or why or page.masking:
        page.places.setdefault(name, []).append(len(page.stack))
        page.stack.append(_Open(name, token.start, page.kind, why, page.weight))
        page.masking += why is not None
    if name in _BLOCKS and name not in _NEUTRAL and not (_BLOCKS[name] == "paragraph" and page.kind in {"item", "row"}):
        page.kind = _BLOCKS[name]


def _reason(page: Page, token: Token, attributes: dict[str, str]) -> str | None:
    """Return why an element is left out, or None when it is read."""
    if token.name in _WHOLE or token.start in page.kept:
        return None
    why = element_reason(token.name, attributes)
    if why is None and token.name == "header" and not any(page.places.get(one) for one in _MAIN):
        return None if _heads_article(page.raw, token.end) else "navigation"
    return why


def _heads_article(raw: str, at: int) -> bool:
    """Say whether the head of a page holds a headline or a paragraph; what holds neither is the site's."""
    close = raw.find("</header", at, at + _LONGEST_HEADER)
    return bool(_HEADLINE.search(raw, at, at + _LONGEST_HEADER if close < 0 else close))


def _end_what_is_open(page: Page, name: str, at: int) -> None:
    """Close what the beginning of an element ends: a paragraph that was left open, the item before this one."""
    if name not in _ENDS:
        return
    ended, walls = _ENDS[name]
    found = max((page.places[one][-1] for one in ended if page.places.get(one)), default=-1)
    wall = max((page.places[one][-1] for one in walls if page.places.get(one)), default=-1)
    while found > wall and len(page.stack) > found:
        _pop(page, at, own=True)


def _close(page: Page, token: Token) -> None:
    """Close an element and what was left open within it; an end tag without a beginning is nothing."""
    if token.name == "a":
        page.in_link = False
    if token.name in page.letters:
        page.set_apart.append((page.letters.pop(token.name), token.start, _LETTERS[token.name]))
    places = page.places.get(token.name)
    if not places:
        return
    walls = () if token.name in _OF_TABLES else _WALLS
    wall = max((page.places[one][-1] for one in walls if page.places.get(one)), default=-1)
    if places[-1] < wall:
        return
    if token.name not in _BLOCKS and any(one.tag in _BLOCKS for one in page.stack[places[-1] + 1 : places[-1] + 2]):
        return  # a phrase does not end the block within it
    target = places[-1]
    while len(page.stack) > target + 1:
        _pop(page, token.start, own=False)
    _pop(page, token.end, own=True)


def _pop(page: Page, at: int, *, own: bool) -> None:
    one = page.stack.pop()
    page.places[one.tag].pop()
    if one.tag == "tr":
        page.close(at)
    elif one.tag in _BLOCKS or (one.why and one.why != "code"):
        page.part(at)
    page.kind = one.kind
    if one.why is None:
        return
    page.masking -= 1
    sure = own and (one.tag in PLAIN or one.why in _ABSOLUTE)
    page.weighty.append((one.start, page.weight - one.weight, sure))
    if not page.masking:
        page.masked.append(Masked(one.start, at, one.why))


def _text(page: Page, token: Token) -> None:
    if token.name:  # of a title or a field, whose element is masked already
        if token.name == "title" and page.said.title is None:
            page.said.title = "".join(said for said, *_ in signs(page.raw, token.start, token.end))
        return
    if not page.in_link:
        page.weight += len(page.raw[token.start : token.end].split())
    if page.masking:
        return
    for piece, start, end, entity in signs(page.raw, token.start, token.end):
        for found in SEEN.finditer(piece):
            if found[0].isspace():
                page.space(*((start, end) if entity else (start + found.start(), start + found.start() + 1)))
            elif entity:
                page.add(found[0], start, entity_end=end)
            else:
                page.add(found[0], start + found.start())


def _note(said: Said, name: str, attributes: dict[str, str], *, masking: int) -> None:
    if name == "meta":
        said.meta.append(attributes)
    elif name == "link":
        said.links.append(attributes)
    elif name == "time" and not masking and "datetime" in attributes:
        said.times.append(attributes["datetime"])


def _note_linked(page: Page, token: Token) -> None:
    """Keep the JSON-LD of a page; the element that holds it is the last that was opened."""
    kind = page.stack[-1] if page.stack else None
    if token.name == "script" and kind and "ld+json" in page.raw[kind.start : token.start].lower():
        page.said.linked.append(page.raw[token.start : token.end])
