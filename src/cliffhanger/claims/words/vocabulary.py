"""The words that a classifier knows, by their numbers, and their stems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import count, repeat

import numpy as np

from cliffhanger.claims.words.features import BITS, MOST_WORDS, Keys
from cliffhanger.claims.words.tokens import stem


class Vocabulary(dict[str, int]):
    """Words by their numbers, which count from 1; 0 is every other word.

    The stem of a word stands among them behind ``before_stem``.
    """

    def __init__(self, words: Iterable[str] = (), *, before_stem: str = "") -> None:
        """Number words in their order.

        Raises
        ------
        ValueError
            When there are more than a feature has room for.
        """
        super().__init__(zip(words, count(1), strict=False))
        if len(self) > MOST_WORDS:
            raise ValueError(f"{len(self)} words are more than a feature has room for ({MOST_WORDS})")
        self._with_stems = _WithStems(self, before_stem)

    def of(self, words: Sequence[str]) -> Keys:
        """Return the number of each word."""
        return np.fromiter(map(self.get, words, repeat(0)), np.int64, len(words))

    def with_stems(self, words: Sequence[str]) -> tuple[Keys, Keys]:
        """Return the number of each word, and that of its stem."""
        both = np.fromiter(map(self._with_stems.__getitem__, words), np.int64, len(words))
        return both >> BITS, both & MOST_WORDS

    @cached_property
    def signs(self) -> Mapping[str, int]:
        """The numbers of what is known beside the words, by what `as_sign` made a word of."""
        return {word[1:-1]: number for word, number in self.items() if word[:1] == "<"}


class _WithStems(dict[str, int]):
    """The numbers of a word and of its stem in one, worked out where a word that is known is met."""

    def __init__(self, known: Mapping[str, int], before_stem: str) -> None:
        super().__init__()
        self._known, self._before_stem = known, before_stem

    def __missing__(self, word: str) -> int:
        """Return both, and keep them if the word is known: of others there is no end."""
        number = self._known.get(word, 0)
        both = number << BITS | self._known.get(self._before_stem + stem(word), 0)
        if number:
            self[word] = both
        return both


def as_sign(what: str) -> str:
    """Return the word that stands in a vocabulary for what is known beside the words: a kind of claim, a mark of a place."""
    return f"<{what}>"
