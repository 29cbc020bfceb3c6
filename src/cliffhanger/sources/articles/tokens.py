"""The tags, signs and stretches of text of a page, each with its place in the file: one pass, linear in the page's length.

Tags are read as browsers read them: a quotation mark counts after an equals sign only, a page that ends within a tag loses
that tag. Each pattern is possessive, so that none is tried twice over the same stretch.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import Literal

Kind = Literal["text", "open", "close", "raw", "comment"]

RAW = frozenset({"script", "style", "template", "noscript", "iframe", "xmp", "noembed", "noframes"})
WORDS_ONLY = frozenset({"title", "textarea"})  # no tag counts in them, but signs do
_NEXT = re.compile(r"<(?:!--|/?[A-Za-z][^\s/>]*+|[!?/])")
_ATTRIBUTE = re.compile(r"[\s/]*+(?:(>)|([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?+)")
_SIGN = re.compile(r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[A-Za-z][A-Za-z0-9]*+;?)")
# What no reader sees: controls, zero-width and bidi marks, soft hyphens, tags of languages.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e01ef"
)
UNSEEN = re.compile(f"[{_UNSEEN}]")
SEEN = re.compile(rf"[^\s{_UNSEEN}]+|\s+")
_LONGEST_NUMBER = 12  # digits; no code point has more, and Python refuses to read thousands
_LONGEST_NAME = 33  # characters of the longest named sign, with its semicolon
_CLOSINGS = {name: re.compile(rf"</{name}(?=[\s/>]|$)", re.IGNORECASE) for name in RAW | WORDS_ONLY}


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, the content of a raw element, a comment or a stretch of text, with its place in the file.

    ``name`` is that of the element, in small letters; ``attributes`` those of an opening tag.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    attributes: dict[str, str] | None = None
    closed: bool = False  # by itself, as <br/>


def tokens(raw: str) -> Iterator[Token]:
    """Yield the tokens of a page, in order and without a gap."""
    at, size = 0, len(raw)
    while at < size:
        found = _NEXT.search(raw, at)
        start = found.start() if found else size
        if at < start:
            yield Token("text", at, start)
        if found is None:
            return
        token = _markup(raw, found[0], start, found.end())
        yield token
        at = token.end
        if token.kind == "open" and token.name in _CLOSINGS and not token.closed:
            shut = _CLOSINGS[token.name].search(raw, at)
            close = shut.start() if shut else size
            if at < close:
                yield Token("raw" if token.name in RAW else "text", at, close, token.name)
            at = close


def _markup(raw: str, piece: str, start: int, at: int) -> Token:
    if piece == "<!--":
        if raw.startswith((">", "->"), at):  # an empty comment, as browsers take it
            return Token("comment", start, raw.index(">", at) + 1)
        close = raw.find("-->", at)
        return Token("comment", start, len(raw) if close < 0 else close + 3)
    if piece[1] in "!?" or piece == "</":
        close = raw.find(">", at)
        return Token("comment", start, len(raw) if close < 0 else close + 1)
    return _tag(raw, piece, start, at)


def _tag(raw: str, piece: str, start: int, at: int) -> Token:
    name = piece.strip("</").lower()
    attributes: dict[str, str] = {}
    while found := _ATTRIBUTE.match(raw, at):
        at = found.end()
        if found[1]:
            break
        attributes.setdefault(found[2].lower(), found[3] or found[4] or found[5] or "")
    else:
        at = len(raw)
    if piece.startswith("</"):
        return Token("close", start, at, name)
    return Token("open", start, at, name, attributes, closed=raw.startswith("/", at - 2))


def signs(raw: str, start: int, end: int) -> Iterator[tuple[str, int, int, bool]]:
    """Yield a stretch of text in pieces: as it stands (False), or what one entity says (True), with the place of each."""
    at = start
    while at < end:
        mark = raw.find("&", at, end)
        if mark < 0:
            mark = end
        if at < mark:
            yield raw[at:mark], at, mark, False
        if mark == end:
            return
        said, at = _entity(raw, mark, end)
        yield said, mark, at, at > mark + 1


def _entity(raw: str, at: int, end: int) -> tuple[str, int]:
    """Return what the entity at a place says and where it ends; an ampersand alone says itself. As `html.unescape` reads it."""
    found = _SIGN.match(raw, at, end)
    if found is None:
        return "&", at + 1
    piece = found[0]
    if piece[1] == "#":
        digits = piece.strip("&#xX;").lstrip("0") or "0"
        mark = "x" if piece[2] in "xX" else ""
        return "\ufffd" if len(digits) > _LONGEST_NUMBER else html.unescape(f"&#{mark}{digits};"), found.end()
    name = piece[1 : _LONGEST_NAME + 1]
    for length in range(len(name), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], at + 1 + length
    return "&", at + 1
