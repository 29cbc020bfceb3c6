"""Patterns of the grammar, each tried only on sentences that hold a word without which it cannot match.

``regex`` gives a pattern as ``re.compile`` does, ``Text`` a sentence that knows which of them may match in it: every pattern
is asked once for the words that it requires (``required``), and all those words are looked for in one pass over the sentence.
What is found is the same with and without.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, reduce, wraps
from operator import or_
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, Self, SupportsIndex, TypeVar, TypeVarTuple

import numpy as np
from ahocorasick_rs import BytesAhoCorasick

from cliffhanger.claims.required import MOST_SETS
from cliffhanger.claims.worked_out import WORKED_OUT, Ways

_NEW = 0  # the number of a pattern that the index does not have yet: every text may hold it
_PLACE = np.intp  # the number of a flag, as numpy counts, so that it need not convert them
_MANY_NEW = 50  # patterns that stand within functions come one by one; the index is made again for so many
Told = TypeVarTuple("Told")
_NO_MATCHES: Iterator[re.Match[str]] = iter(())


class Text(str):
    """The words of a sentence, or of a part of it, and which patterns may match there.

    ``may`` has the bit set of the number of each pattern that may match, ``signs`` the same as bytes: 1 at that place, else 0.
    """

    __slots__ = ("may", "signs")
    may: int
    signs: bytes

    @classmethod
    def of(cls, words: str) -> Self:
        """Return the words with the patterns that may match in them."""
        text = cls(words)
        text.may, text.signs = INDEX.may_match(words)
        return text

    def lower(self) -> Text:
        """Return the same in small letters, in which the same patterns may match."""
        text = Text(str.lower(self))
        text.may, text.signs = self.may, self.signs
        return text

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        """Return a part, in which no more patterns may match than in the whole."""
        part = str.__getitem__(self, key)
        if key.__class__ is not slice:
            return part
        text = Text(part)
        text.may, text.signs = self.may, self.signs
        return text


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

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Find the first place where the pattern matches."""
        if text.__class__ is Text and not text.signs[self.number]:
            return None
        return (self._made or self.made).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match at the beginning."""
        if text.__class__ is Text and not text.signs[self.number]:
            return None
        return (self._made or self.made).match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole."""
        return self.made.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Find every place."""
        if text.__class__ is Text and not text.signs[self.number]:
            return _NO_MATCHES
        return (self._made or self.made).finditer(text, start, end)

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
    first sets of all ways are one layer, the second sets the next. A row of flags has a place for each way in each layer, in
    which a way that asks for nothing there has its flag from the beginning; a word sets those of the ways in whose set it
    stands. The first way of a pattern has the pattern's number, all further ways come after the patterns.
    """

    def __init__(self) -> None:
        self.patterns: list[Pattern] = []
        self.new: list[Pattern] = []
        self._ways: list[Ways] = []
        self._further = np.zeros(0, np.intp)  # of which pattern each further way is one
        self._finder = BytesAhoCorasick(())
        self._speaks_for: list[bytes] = []  # places of flags by word, one number after the other
        self._asks_nothing = np.ones((MOST_SETS, 1), np.uint8)

    def refresh(self) -> None:
        """Take new patterns in, if they are many; between two articles, because texts made before know nothing of them."""
        if len(self.new) >= _MANY_NEW or not self.patterns:
            self._take_in()

    def may_match(self, words: str) -> tuple[int, bytes]:
        """Return which patterns have a word of every set in a text, as in ``Text``; a pattern that is new may always match."""
        found = self._finder.find_matches_as_indexes(_plain(words).encode(errors="replace"), overlapping=True)
        flags = self._asks_nothing.copy()
        speaks_for = self._speaks_for
        flags.reshape(-1)[np.frombuffer(b"".join([speaks_for[word] for word, _, _ in found]), _PLACE)] = 1
        met = np.minimum.reduce(flags)
        known = len(self.patterns) + 1
        met[self._further[met[known:].nonzero()]] = 1
        met[_NEW] = 1
        of_patterns = met[:known]
        return int.from_bytes(np.packbits(of_patterns, bitorder="little").tobytes(), "little"), of_patterns.tobytes()

    def _take_in(self) -> None:
        for one in self.new:
            self.patterns.append(one)
            one.number = len(self.patterns)
            self._ways.append(WORKED_OUT.ways_of(one.pattern, one.flags))
        self.new.clear()
        further = [(number, way) for number, ways in enumerate(self._ways, 1) for way in ways[1:]]
        in_order = [ways[0] for ways in self._ways] + [way for _, way in further]
        width = len(in_order) + 1
        places: dict[str, list[int]] = {}
        self._asks_nothing = np.zeros((MOST_SETS, width), np.uint8)
        for place, sets in enumerate(in_order, 1):
            self._asks_nothing[len(sets) :, place] = 1
            for layer, words in enumerate(sets):
                for word in words:
                    places.setdefault(word, []).append(width * layer + place)
        self._further = np.array([number for number, _ in further], np.intp)
        self._finder = BytesAhoCorasick(word.encode() for word in places)
        shared: dict[bytes, bytes] = {}  # many words stand in the same sets
        in_bytes = (np.array(of_word, _PLACE).tobytes() for of_word in places.values())
        self._speaks_for = [shared.setdefault(one, one) for one in in_bytes]


_OTHER_DIGIT = re.compile(r"[^\D0-9]")


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

    __slots__ = ("_places", "bits", "rules")

    def __init__(self, rules: Iterable[tuple[*Told, Pattern]]) -> None:
        """Keep the rules in their order."""
        self.rules = tuple(rules)
        self.bits = 0  # those of ``may``, once the index has all of the patterns
        self._places: dict[int, list[int]] = {}  # of the rules, by the number of their pattern

    def __iter__(self) -> Iterator[tuple[*Told, Pattern]]:
        """Go through all rules."""
        return iter(self.rules)

    @property
    def patterns(self) -> Iterator[Pattern]:
        """The pattern of each rule."""
        return (rule[-1] for rule in self.rules)

    @property
    def may(self) -> int:
        """The bits of their patterns, as in ``Text.may``."""
        if self.bits:
            return self.bits
        self._places = defaultdict(list)
        for place, rule in enumerate(self.rules):
            self._places[rule[-1].number].append(place)
        may = reduce(or_, (1 << number for number in self._places), 0)
        if _NEW not in self._places:
            self.bits = may
        return may

    def met(self, bits: int) -> list[tuple[*Told, Pattern]]:
        """Return the rules whose patterns have a bit among these, which are some of ``may``."""
        places = list[int]()
        while bits:
            number = bits.bit_length() - 1
            places += self._places[number]
            bits ^= 1 << number
        return [self.rules[place] for place in sorted(places)]


def live(rules: Rules[*Told], text: str) -> Iterable[tuple[*Told, Pattern]]:
    """Return the rules of which the pattern, named last, may match in a text."""
    if text.__class__ is not Text:
        return rules.rules
    bits = (rules.bits or rules.may) & text.may
    return rules.met(bits) if bits else ()


class _WithText(Protocol):
    @property
    def text(self) -> Text: ...


_Where = TypeVar("_Where", bound=_WithText)
_More = ParamSpec("_More")
_What = TypeVar("_What")
_Rule = Callable[Concatenate[_Where, _More], Iterable[_What]]


def only_for(
    *patterns: Pattern | Rules[*tuple[Any, ...]],
) -> Callable[[_Rule[_Where, _More, _What]], _Rule[_Where, _More, _What]]:
    """Have a rule asked only where one of some patterns, or of those of some rules, may match, without which it finds nothing."""
    needed = Rules((pattern,) for one in patterns for pattern in ((one,) if isinstance(one, Pattern) else one.patterns))

    def spare(rule: _Rule[_Where, _More, _What]) -> _Rule[_Where, _More, _What]:
        @wraps(rule)
        def asked(where: _Where, /, *more: _More.args, **named: _More.kwargs) -> Iterable[_What]:
            return rule(where, *more, **named) if (needed.bits or needed.may) & where.text.may else ()

        return asked

    return spare


def may(pattern: Pattern, text: str) -> bool:
    """Say whether a text holds a word that a pattern requires: enough where that only spares looking more closely."""
    return text.__class__ is not Text or text.signs[pattern.number] == 1


def each(pattern: Pattern, texts: Iterable[str]) -> Iterator[re.Match[str]]:
    """Find every place of a pattern in several texts."""
    number = pattern.number
    for text in texts:
        if text.__class__ is not Text or text.signs[number]:  # asked here, because of most texts it is not so
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
