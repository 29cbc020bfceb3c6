"""The dates and numbers of a sentence: each of them may be what a claim is about, and a sentence may hold several."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from cliffhanger.claims.dates import Dated, dates
from cliffhanger.claims.numbers import MORE_THAN_ARTICLE, NUMBER
from cliffhanger.claims.patterns import Text, may, regex
from cliffhanger.claims.words.tokens import CAPITAL, NAME, Token

Sort = Literal["date", "number"]
# Not the signs of `figures.sums`: the weights were trained with what these take for money.
_SIGN = r"(?:[$£€₹¥₩]|\b(?:Rs\.?|US\$|USD|EUR|GBP|INR|NOK|SEK|DKK|CAD|AUD|NZ\$|A\$|C\$|R\$) ?)"
_NUMBER = regex(rf"(?i)(?P<sign>{_SIGN})?(?<![\w.])(?P<n>{NUMBER})(?P<share> ?%| ?per ?cent\b)?")
_ARTICLES = frozenset({"a", "one", "half a"})  # numbers only beside a scale ("a million")
_IN_DIGITS = regex(r"[\d.,]*\d")
_NAMES = frozenset({"<series>", "<network>", NAME, CAPITAL})
_SCALES = ("million", "billion", "crore", "lakh", "thousand", "hundred", "bn")
_LONGEST = 12  # digits: more of them are no figure of a series
SHAPES = ("<money>", "<share>", "<decimal>", "<in words>", *(f"<{scale}>" for scale in _SCALES))
SHAPES += tuple(f"<{digits} digits>" for digits in range(1, _LONGEST + 1))


class Mention(NamedTuple):
    """A date or a number at characters ``start`` to ``end`` and tokens ``first`` to ``last`` of a sentence.

    ``said`` is a number as it is written, without its currency or "percent", ``shapes`` what it looks like.
    """

    sort: Sort
    start: int
    end: int
    first: int
    last: int
    said: str
    shapes: tuple[str, ...]
    dated: Dated | None = None


def mentions(text: Text, tokens: Sequence[Token]) -> list[Mention]:
    """Return the dates and numbers of a sentence in order; a number that is a part of a date or of a name is none."""
    taken, numbers = dates(text), _numbers(text)
    if not taken and not numbers:
        return []
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]

    def placed(start: int, end: int) -> tuple[int, int, int, int]:
        return start, end, bisect_right(ends, start), bisect_left(starts, end)

    found = [Mention("date", *placed(one.start, one.end), "", (), one) for one in taken]
    others: list[Dated | Token] = [*taken, *(token for token in tokens if token.sign in _NAMES)]
    for one in numbers:
        start, end = one.span()
        if not any(other.start < end and start < other.end for other in others):
            shapes = tuple(_shapes(one["n"], money=one["sign"], share=one["share"]))
            found.append(Mention("number", *placed(start, end), one["n"], shapes))
    return sorted(found, key=lambda one: one.start)


def _numbers(text: Text) -> list[re.Match[str]]:
    if not may(MORE_THAN_ARTICLE, text):
        return []
    return [found for found in _NUMBER.finditer(text) if found["n"].lower() not in _ARTICLES]


def _shapes(said: str, *, money: str | None, share: str | None) -> Iterator[str]:
    lower = said.lower()
    if money:
        yield "<money>"
    if share:
        yield "<share>"
    yield from (f"<{scale}>" for scale in _SCALES if scale in lower)
    digits = _IN_DIGITS.match(lower)
    if digits is None:
        yield "<in words>"
        return
    yield f"<{min(len(digits[0]), _LONGEST)} digits>"
    if "." in digits[0]:
        yield "<decimal>"
