"""Patterns of the grammar, each tried only on sentences that hold a word without which it cannot match.

``regex`` gives a pattern as ``re.compile`` does, ``Text`` a sentence that knows which of them may match in it: every pattern
is asked once for the words that it requires (``required``), and all those words are looked for in one pass over the sentence.
What is found is the same with and without.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, reduce, wraps
from operator import and_, or_
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, Self, SupportsIndex, TypeVar, TypeVarTuple

from ahocorasick_rs import AhoCorasick

from cliffhanger.claims.required import MOST_SETS
from cliffhanger.claims.worked_out import WORKED_OUT, Ways

_NEW = 0  # the number of a pattern that the index does not have yet: every text may hold it
_MANY_NEW = 50  # patterns that stand within functions come one by one; the index is made again for so many
Told = TypeVarTuple("Told")
_NO_MATCHES: Iterator[re.Match[str]] = iter(())


class Text(str):
    """The words of a sentence, or of a part of it, and which patterns may match there.

    ``may`` has the bit set of the number of each pattern that may match, ``signs`` the same as text: "1" at that place.
    """

    __slots__ = ("may", "signs")
    may: int
    signs: str

    @classmethod
    def of(cls, words: str, longer: Text | None = None) -> Self:
        """Return the words with the patterns that may match in them, those of a ``longer`` text that has these words."""
        text = cls(words)
        if longer is None:
            text.may = INDEX.may_match(words)
            text.signs = f"{text.may:b}"[::-1].ljust(len(INDEX.patterns) + 1, "0")
        else:
            text.may, text.signs = longer.may, longer.signs
        return text

    def lower(self) -> Text:
        """Return the same in small letters, in which the same patterns may match."""
        return Text.of(str.lower(self), self)

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        """Return a part, in which no more patterns may match than in the whole."""
        part = str.__getitem__(self, key)
        return Text.of(part, self) if key.__class__ is slice else part


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
            self._made = WORKED_OUT.compiled(self.pattern, self.flags)
        return self._made

    @property
    def groupindex(self) -> Mapping[str, int]:
        """The named groups and their numbers."""
        return self.made.groupindex

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """Find the first place where the pattern matches."""
        if text.__class__ is Text and text.signs[self.number] == "0":
            return None
        return (self._made or self.made).search(text, *span)

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """Match at the beginning."""
        if text.__class__ is Text and text.signs[self.number] == "0":
            return None
        return (self._made or self.made).match(text, *span)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole."""
        return self.made.fullmatch(text)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """Find every place."""
        if text.__class__ is Text and text.signs[self.number] == "0":
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
    """All patterns, by the words that they require.

    A pattern matches in one of some ways, mostly in a single one, and each asks for words of several sets (``required``): the
    first sets of all ways are one layer, the second sets the next. What a word speaks for is a number with as many bits for each
    layer as there are ways: it is set where the word stands in that way's set. A way that asks for nothing in a layer is set
    there from the beginning. The first way of a pattern has the pattern's number, all further ways come after the patterns.
    """

    def __init__(self) -> None:
        self.patterns: list[Pattern] = []
        self.new: list[Pattern] = []
        self._ways: list[Ways] = []
        self._further: list[int] = []
        self._finder = AhoCorasick(())
        self._speaks_for: list[int] = []
        self._asks_nothing = 0

    def refresh(self) -> None:
        """Take new patterns in, if they are many; between two articles, because texts made before know nothing of them."""
        if len(self.new) >= _MANY_NEW or not self.patterns:
            self._take_in()

    def may_match(self, words: str) -> int:
        """Return a number with the bit set of each pattern of which a word of every set occurs; the lowest is always set."""
        found = {place for place, _, _ in self._finder.find_matches_as_indexes(_plain(words), overlapping=True)}
        may = reduce(or_, map(self._speaks_for.__getitem__, found), self._asks_nothing)
        width, known = self._width, len(self.patterns) + 1
        may = reduce(and_, [may >> width * layer for layer in range(MOST_SETS)], (1 << width) - 1) | 1
        further = may >> known
        may &= (1 << known) - 1
        while further:
            last = further.bit_length() - 1
            may |= 1 << self._further[last]
            further ^= 1 << last
        return may

    @property
    def _width(self) -> int:
        return len(self.patterns) + 1 + len(self._further)

    def _take_in(self) -> None:
        for one in self.new:
            self.patterns.append(one)
            one.number = len(self.patterns)
            self._ways.append(WORKED_OUT.ways_of(one.pattern, one.flags))
        self.new.clear()
        self._further = [number for number, ways in enumerate(self._ways, 1) for _ in ways[1:]]
        in_order = [ways[0] for ways in self._ways] + [way for ways in self._ways for way in ways[1:]]
        speaks_for: dict[str, int] = {}
        self._asks_nothing = 0
        for place, sets in enumerate(in_order, 1):
            for layer in range(MOST_SETS):
                bit = 1 << place + self._width * layer
                if layer >= len(sets):
                    self._asks_nothing |= bit
                    continue
                for word in sets[layer]:
                    speaks_for[word] = speaks_for.get(word, 0) | bit
        self._finder = AhoCorasick(speaks_for)
        self._speaks_for = list(speaks_for.values())


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


class Rules(Generic[*Told]):
    """Rules, each of which ends with its pattern; ``live`` sees at once where none of them may match."""

    __slots__ = ("_may", "rules")

    def __init__(self, rules: Iterable[tuple[*Told, Pattern]]) -> None:
        """Keep the rules in their order."""
        self.rules = tuple(rules)
        self._may: int | None = None

    def __iter__(self) -> Iterator[tuple[*Told, Pattern]]:
        """Go through all rules."""
        return iter(self.rules)

    @property
    def may(self) -> int:
        """The bits of their patterns, as in ``Text.may``."""
        if self._may is not None:
            return self._may
        numbers = {rule[-1].number for rule in self.rules}
        may = reduce(or_, (1 << number for number in numbers), 0)
        if _NEW not in numbers:
            self._may = may
        return may


def live(rules: Rules[*Told], text: str) -> Iterable[tuple[*Told, Pattern]]:
    """Return the rules of which the pattern, named last, may match in a text."""
    if not isinstance(text, Text):
        return rules.rules
    if not rules.may & text.may:
        return ()
    signs = text.signs
    return [rule for rule in rules.rules if signs[rule[-1].number] == "1"]


class _WithText(Protocol):
    @property
    def text(self) -> Text: ...


_Where = TypeVar("_Where", bound=_WithText)
_More = ParamSpec("_More")
_What = TypeVar("_What")
_Rule = Callable[Concatenate[_Where, _More], Iterable[_What]]


def only_for(*patterns: Pattern) -> Callable[[_Rule[_Where, _More, _What]], _Rule[_Where, _More, _What]]:
    """Have a rule asked only where one of some patterns may match, without which it finds nothing."""
    needed = Rules((pattern,) for pattern in patterns)

    def spare(rule: _Rule[_Where, _More, _What]) -> _Rule[_Where, _More, _What]:
        @wraps(rule)
        def asked(where: _Where, /, *more: _More.args, **named: _More.kwargs) -> Iterable[_What]:
            return rule(where, *more, **named) if needed.may & where.text.may else ()

        return asked

    return spare


def may(pattern: Pattern, text: str) -> bool:
    """Say whether a text holds a word that a pattern requires: enough where that only spares looking more closely."""
    return text.__class__ is not Text or text.signs[pattern.number] == "1"


def each(pattern: Pattern, texts: Iterable[str]) -> Iterator[re.Match[str]]:
    """Find every place of a pattern in several texts."""
    number = pattern.number
    for text in texts:
        if text.__class__ is not Text or text.signs[number] == "1":  # asked here, because of most texts it is not so
            yield from pattern.finditer(text)


def search(pattern: str, text: str) -> re.Match[str] | None:
    """Find the first place where a fixed pattern matches."""
    return regex(pattern).search(text)


def match(pattern: str, text: str) -> re.Match[str] | None:
    """Match a fixed pattern at the beginning."""
    return regex(pattern).match(text)


def fullmatch(pattern: str, text: str) -> re.Match[str] | None:
    """Match a fixed pattern against the whole."""
    return regex(pattern).fullmatch(text)
