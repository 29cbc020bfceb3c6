"""Patterns of the grammar, each tried only on sentences that hold a word without which it cannot match.

``regex`` gives a pattern as ``re.compile`` does, ``Text`` a sentence that knows which of them may match in it: every pattern
is asked once for the words that it requires (``required``), and all those words are looked for in one pass over the sentence.
What is found is the same with and without.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Self, SupportsIndex, TypeVarTuple

from ahocorasick_rs import AhoCorasick

from cliffhanger.claims.names import LOWER, UPPER
from cliffhanger.claims.required import required

_NEW = -1  # the number of a pattern that the index does not have yet: every text may hold it
_MANY_NEW = 50  # patterns that stand within functions come one by one; the index is made again for so many
Told = TypeVarTuple("Told")
_NO_MATCHES: Iterator[re.Match[str]] = iter(())


class Text(str):
    """The words of a sentence, or of a part of it, and the numbers of the patterns that may match there."""

    __slots__ = ("may",)
    may: frozenset[int]

    @classmethod
    def of(cls, words: str, may: frozenset[int] | None = None) -> Self:
        """Return the words with the patterns that may match in them; ``may`` where those of a longer text are known."""
        text = cls(words)
        text.may = INDEX.may_match(words) if may is None else may
        return text

    def lower(self) -> Text:
        """Return the same in small letters, in which the same patterns may match."""
        return Text.of(str.lower(self), self.may)

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        """Return a part, in which no more patterns may match than in the whole."""
        part = str.__getitem__(self, key)
        return Text.of(part, self.may) if key.__class__ is slice else part


class Pattern:
    """A regular expression, compiled when it is first needed; the same results as those of ``re.Pattern``."""

    __slots__ = ("_made", "flags", "number", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Keep a pattern; compiled is it where a text may match it."""
        self.pattern = pattern
        self.flags = flags
        self.number = _NEW
        self._made: re.Pattern[str] | None = None

    @property
    def made(self) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._made is None:
            self._made = re.compile(self.pattern, self.flags)
        return self._made

    @property
    def groupindex(self) -> Mapping[str, int]:
        """The named groups and their numbers."""
        return self.made.groupindex

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """Find the first place where the pattern matches."""
        if text.__class__ is Text and self.number not in text.may:
            return None
        return (self._made or self.made).search(text, *span)

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """Match at the beginning."""
        if text.__class__ is Text and self.number not in text.may:
            return None
        return (self._made or self.made).match(text, *span)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole."""
        return self.made.fullmatch(text)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """Find every place."""
        if text.__class__ is Text and self.number not in text.may:
            return _NO_MATCHES
        return (self._made or self.made).finditer(text, *span)

    def findall(self, text: str) -> list[Any]:
        """Return the words, or the groups, of every place."""
        return self.made.findall(text)

    def sub(self, new: str, text: str) -> str:
        """Put other words in every place."""
        return self.made.sub(new, text)

    def split(self, text: str) -> list[str]:
        """Cut the text at every place."""
        return self.made.split(text)


class _Index:
    """All patterns, by the words that they require; ``always`` are the numbers of those that require none."""

    def __init__(self) -> None:
        self.patterns: list[Pattern] = []
        self.new: list[Pattern] = []
        self.always = {_NEW}
        self._by_word: dict[str, set[int]] = {}
        self._finder = AhoCorasick(())
        self._numbers: list[frozenset[int]] = []

    def refresh(self) -> None:
        """Take new patterns in, if they are many; between two articles, because texts made before know nothing of them."""
        if len(self.new) >= _MANY_NEW or not self.patterns:
            self._take_in()

    def may_match(self, words: str) -> frozenset[int]:
        """Return the numbers of the patterns of which a required word occurs, and of those that require none."""
        found = self._finder.find_matches_as_indexes(_plain(words), overlapping=True)
        return frozenset(self.always).union(*[self._numbers[place] for place, _, _ in found])

    def _take_in(self) -> None:
        for one in self.new:
            one.number = len(self.patterns)
            self.patterns.append(one)
            # Which letters a name is made of does not matter here, and thousands of them take long to parse.
            words = required(one.pattern.replace(UPPER, "A-Z").replace(LOWER, "a-z"), one.flags)
            if words is None:
                self.always.add(one.number)
            for word in words or ():
                self._by_word.setdefault(word, set()).add(one.number)
        self.new.clear()
        self._finder = AhoCorasick(self._by_word)
        self._numbers = [frozenset(numbers) for numbers in self._by_word.values()]


_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def _plain(words: str) -> str:
    """Write words as ``required`` gives them: in small letters, and digits of any script as 0 to 9."""
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), words.lower())


INDEX = _Index()


@cache
def regex(pattern: str, flags: int = 0) -> Pattern:
    """Return a pattern of the grammar; never call it with one made from an article, since nothing is forgotten."""
    made = Pattern(pattern, flags)
    INDEX.new.append(made)
    return made


def live(rules: Iterable[tuple[*Told, Pattern]], text: str) -> list[tuple[*Told, Pattern]]:
    """Return the rules of which the pattern, named last, may match in a text."""
    may = text.may if isinstance(text, Text) else None
    return [rule for rule in rules if may is None or rule[-1].number in may]


def search(pattern: str, text: str) -> re.Match[str] | None:
    """Find the first place where a fixed pattern matches."""
    return regex(pattern).search(text)


def match(pattern: str, text: str) -> re.Match[str] | None:
    """Match a fixed pattern at the beginning."""
    return regex(pattern).match(text)


def fullmatch(pattern: str, text: str) -> re.Match[str] | None:
    """Match a fixed pattern against the whole."""
    return regex(pattern).fullmatch(text)
