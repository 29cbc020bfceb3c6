"""Features as numbers: a sort and up to three words, each by its number, in 64 bits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]
BITS = 16  # of a word's number
MOST_WORDS = 2**BITS - 1
FIRST, LAST, BEYOND = "^", "$", "<beyond>"  # the beginning and end of a sentence, and what lies outside it


def feature(sort: Keys | int, one: Keys, other: Keys | None = None, third: Keys | None = None) -> Keys:
    """Return features; 0 is no word, as is what is left out."""
    made = one << 2 * BITS | sort << 3 * BITS
    if other is not None:
        made |= other << BITS
    if third is not None:
        made |= third
    return made


def of_word(sort: int, word: int) -> int:
    """Return the feature of one word."""
    return sort << 3 * BITS | word << 2 * BITS


def sort_of(keys: Keys) -> Keys:
    """Return the sorts of features."""
    return keys >> 3 * BITS


def first_word(keys: Keys) -> Keys:
    """Return the first word of each feature."""
    return keys >> 2 * BITS & MOST_WORDS
