"""Patterns whose search passes at once over characters with which no match begins.

The standard library's search does so for a pattern that begins with a letter or with a class of them. One that begins with a
word's edge, with a look ahead, or that takes no account of case is tried at every character, which is nearly every pattern of
the grammar. ``form_of`` works out with which characters a match can begin and writes them into the compiled pattern, in the
very place where the library writes those that it finds itself; what matches stays as it is.

The form of a compiled pattern is the library's own affair and has a number. Where that is none of those known here, patterns are
compiled as always: the results are the same, a search takes longer.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, NamedTuple

_PARSER, _OPS, _COMPILER = (import_module(f"re.{name}") for name in ("_parser", "_constants", "_compiler"))
_ENGINE = import_module("_sre")
_NUMBERS = {2: "H", 4: "I"}[_ENGINE.CODESIZE]  # how an array writes the engine's numbers
_KNOWN_FORMS = frozenset({20220615, 20221023, 20230612})  # of Python 3.11, 3.12 and 3.13
_BARE_INFO = 4  # words that tell a pattern's length and nothing of its beginning
_ELSE = 128  # stands for every character that is not of ASCII
_ALL = frozenset(range(_ELSE + 1))
_MOST = 100  # of the 129: more are not worth looking for
_OTHER_CASE = frozenset("isk")  # when case does not count, these are found in "ı", "ſ" and the sign of kelvin too
_CATEGORIES = {  # over-estimates where they hold of some characters beyond ASCII
    kind: frozenset(code for code in range(_ELSE) if re.match(sign, chr(code))) | {_ELSE}
    for kind, sign in (
        (_OPS.CATEGORY_DIGIT, r"\d"),
        (_OPS.CATEGORY_NOT_DIGIT, r"\D"),
        (_OPS.CATEGORY_SPACE, r"\s"),
        (_OPS.CATEGORY_NOT_SPACE, r"\S"),
        (_OPS.CATEGORY_WORD, r"\w"),
        (_OPS.CATEGORY_NOT_WORD, r"\W"),
    )
}
_Codes = frozenset[int]


class _Start(NamedTuple):
    """With which characters what a part of a pattern matches can begin, and whether it can match nothing at all."""

    codes: _Codes
    empty: bool


class Form(NamedTuple):
    """A compiled pattern in numbers, of which the library's engine makes it again at once.

    ``code`` has ``_ENGINE.CODESIZE`` bytes a number, ``groups`` counts the groups, ``names`` gives the numbers of the named ones.
    """

    flags: int
    groups: int
    names: dict[str, int]
    code: bytes


# What was worked out under one of these is worth nothing under another.
LIBRARY = f"{_COMPILER.MAGIC} {_ENGINE.CODESIZE} {sys.byteorder}"


def form_of(pattern: str, flags: int = 0) -> Form | None:
    """Compile a pattern for a search that is quick to pass over what cannot begin a match; None where its form is not known.

    Raises
    ------
        re.error: the pattern is none.
    """
    if _COMPILER.MAGIC not in _KNOWN_FORMS:
        return None
    tree = _PARSER.parse(pattern, flags)
    codes = _starts(tree)
    code = _COMPILER._code(tree, flags)  # noqa: SLF001 (of a module that is private as a whole)
    info, skip, known, least, most = code[:5]
    bare = info == _OPS.INFO and skip == _BARE_INFO and not known  # else the library has found a beginning
    if codes is not None and bare and least:
        words = _as_class(codes)
        code = [info, skip + len(words), int(_OPS.SRE_INFO_CHARSET), least, most, *words, *code[5:]]
    state = tree.state
    return Form(int(flags | state.flags), state.groups - 1, dict(state.groupdict), array(_NUMBERS, code).tobytes())


def made_of(pattern: str, form: Form) -> re.Pattern[str]:
    """Make a compiled pattern of its form.

    Raises
    ------
        RuntimeError: the form is none.
    """
    make: Callable[..., re.Pattern[str]] = _ENGINE.compile
    names = {number: name for name, number in form.names.items()}
    in_order = tuple(names.get(number) for number in range(form.groups + 1))
    return make(pattern, form.flags, array(_NUMBERS, form.code).tolist(), form.groups, form.names, in_order)


def _starts(tree: Any) -> _Codes | None:
    """Return with which characters a match can begin, ``_ELSE`` for all beyond ASCII; None where it can be nearly any."""
    if tree.state.flags & (re.ASCII | re.LOCALE):
        return None
    start = _row(tree, caseless=bool(tree.state.flags & re.IGNORECASE))
    return None if start.empty or len(start.codes) > _MOST else start.codes


def _as_class(codes: _Codes) -> list[int]:
    """Write the characters as the library does: a bit for each of the first 256, a range for what lies beyond, an end."""
    bits = sum(1 << code for code in codes if code < _ELSE)
    if _ELSE in codes:
        bits |= (1 << 256) - (1 << _ELSE)
    width = 8 * _ENGINE.CODESIZE
    words = [int(_OPS.CHARSET), *((bits >> at) & ((1 << width) - 1) for at in range(0, 256, width))]
    if _ELSE in codes:
        words += [int(_OPS.RANGE), 256, 0x10FFFF]
    return [*words, int(_OPS.FAILURE)]


def _row(nodes: Iterable[tuple[Any, Any]], *, caseless: bool) -> _Start:
    """Join the beginnings of parts that follow one another, up to the first that cannot be empty."""
    codes: _Codes = frozenset()
    ahead = _ALL
    for kind, what in nodes:
        if kind in (_OPS.AT, _OPS.ASSERT_NOT):
            continue
        if kind is _OPS.ASSERT:
            looked = _row(what[1], caseless=caseless) if what[0] > 0 else _Start(_ALL, empty=True)
            ahead = ahead if looked.empty else ahead & looked.codes
            continue
        part = _part(kind, what, caseless=caseless)
        codes |= part.codes & ahead
        if not part.empty:
            return _Start(codes, empty=False)
    return _Start(codes, empty=True)


def _part(kind: Any, what: Any, *, caseless: bool) -> _Start:
    if kind is _OPS.LITERAL:
        return _Start(_letter(what, caseless=caseless), empty=False)
    if kind is _OPS.IN:
        return _Start(_class(what, caseless=caseless), empty=False)
    if kind is _OPS.SUBPATTERN:
        _, added, taken, nodes = what
        return _row(nodes, caseless=bool((caseless or added & re.IGNORECASE) and not taken & re.IGNORECASE))
    if kind is _OPS.BRANCH:
        each = [_row(nodes, caseless=caseless) for nodes in what[1]]
        return _Start(frozenset[int]().union(*(one.codes for one in each)), empty=any(one.empty for one in each))
    if kind in (_OPS.MAX_REPEAT, _OPS.MIN_REPEAT, _OPS.POSSESSIVE_REPEAT):
        least, _, nodes = what
        once = _row(nodes, caseless=caseless)
        return _Start(once.codes, empty=once.empty or least == 0)
    if kind is _OPS.ATOMIC_GROUP:
        return _row(what, caseless=caseless)
    return _Start(_ALL, empty=kind not in (_OPS.NOT_LITERAL, _OPS.ANY))


def _letter(code: int, *, caseless: bool) -> _Codes:
    if code >= _ELSE:
        return frozenset({_ELSE, *map(ord, "iskISK")}) if caseless else frozenset({_ELSE})
    if not caseless:
        return frozenset({code})
    letter = chr(code)
    return frozenset({code, ord(letter.lower()), ord(letter.upper())} | ({_ELSE} if letter.lower() in _OTHER_CASE else set()))


def _class(nodes: Iterable[tuple[Any, Any]], *, caseless: bool) -> _Codes:
    found: set[int] = set()
    without = False
    for kind, what in nodes:
        if kind is _OPS.NEGATE:
            without = True
        elif kind is _OPS.LITERAL:
            found |= _letter(what, caseless=caseless)
        elif kind is _OPS.RANGE:
            first, last = what
            found |= frozenset[int]().union(*(_letter(code, caseless=caseless) for code in range(first, min(last, _ELSE) + 1)))
            found |= _letter(_ELSE, caseless=caseless) if last > _ELSE else set()
        else:
            found |= _CATEGORIES.get(what, _ALL)
    if not without:
        return frozenset(found)
    return _ALL if caseless else _ALL - found | {_ELSE}
