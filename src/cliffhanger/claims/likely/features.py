"""What the classifiers look at, as numbers: a feature is a sort and up to three words, each by its number, in 64 bits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cliffhanger.claims.likely.mentions import SHAPES, Mention
from cliffhanger.claims.words.features import BEYOND, FIRST, LAST, Keys, feature, sort_of
from cliffhanger.claims.words.tokens import CAPITAL, NAME, Token, stem

PERSON = "<person>"  # any full name beside the one that is looked at
STEMMED = "~"  # before a stem among the words
RELEASE, INTERVIEW, QUOTED = "<release>", "<interview>", "<quoted>"
SPECIAL = (FIRST, LAST, BEYOND, PERSON, RELEASE, INTERVIEW, QUOTED, *SHAPES)

# Of a sentence: its words, their stems, words side by side and with one between, words of the sentence before.
_WORD, _STEM, _NEXT, _NEXT_BUT_ONE, _WORD_BEFORE = range(5)
# Of a person in it: words by their places to the left and right, both neighbours, two and three words of a side, the name's form,
# words of a side wherever they stand, words of the sentence.
_SIDE, _PLACED = 8, 5  # words to each side that are looked at, and of these by their places
_LEFT, _RIGHT, _BOTH, _LEFT_TWO, _RIGHT_TWO, _LEFT_THREE, _RIGHT_THREE, _ITSELF, _BESIDE_LEFT, _BESIDE_RIGHT, _ANYWHERE = (
    *(5, 10),
    *range(15, 24),
)
# Of a claim: words before, within and behind it, what is known of it, its kind with its standing.
_BEFORE, _WITHIN, _BEHIND, _TOLD, _KIND_AND_STANDING = range(24, 29)
# Of a date or a number in it: as of a person; the sorts lie behind all others.
_OF_MENTION = {"date": 30, "number": 60}
# What one feature of each sort counts; a row of them is brought to one length.
_COUNTS = {
    1.0: (_WORD, _STEM, *range(_LEFT, _BESIDE_LEFT)),
    0.7: (_BESIDE_LEFT, _BESIDE_RIGHT, _BEFORE, _WITHIN, _BEHIND),
    0.5: (_NEXT, _NEXT_BUT_ONE, _ANYWHERE),
    0.2: (_WORD_BEFORE,),
    1.5: (_TOLD, _KIND_AND_STANDING),
}
_WEIGHTS = np.zeros(90, dtype=np.float32)
for _weight, _sorts in _COUNTS.items():
    _WEIGHTS[list(_sorts)] = _weight
for _shift in _OF_MENTION.values():
    _WEIGHTS[_shift + _WORD_BEFORE : _shift + _BEFORE] = _WEIGHTS[_WORD_BEFORE:_BEFORE]
_LENGTH = 3.0  # of every row, however many features it has


class Numbers(NamedTuple):
    """The tokens of a sentence by their numbers: as n-grams know them (with the sentence's ends), by their letters, by stems."""

    signs: Keys
    words: Keys
    stems: Keys


def numbers(found: Sequence[Token], known: Mapping[str, int]) -> Numbers:
    """Return the numbers of tokens; 0 is every word that is not known."""
    return Numbers(
        _numbered([FIRST, *(token.sign for token in found), LAST], known),
        _numbered([token.word for token in found], known),
        _numbered([STEMMED + stem(token.word) for token in found], known),
    )


def _numbered(words: Iterable[str], known: Mapping[str, int]) -> Keys:
    return np.array([known.get(word, 0) for word in words], dtype=np.int64)


def _distinct(parts: Sequence[Keys]) -> Keys:
    keys = np.concatenate(parts)
    keys.sort()
    if len(keys):
        first = np.ones(len(keys), dtype=bool)
        np.not_equal(keys[1:], keys[:-1], out=first[1:])
        keys = keys[first]
    return keys


def weights(keys: Keys) -> NDArray[np.float32]:
    """Return what each of a row's features counts, so that all rows are of one length."""
    worth = _WEIGHTS[sort_of(keys)]
    return worth * np.float32(_LENGTH / max(float(worth @ worth) ** 0.5, 1e-6))


def of_sentence(here: Numbers, before: Numbers | None) -> Keys:
    """Return the features of a sentence, given the one before it."""
    (words, stems), (near, far) = by_token(here)
    earlier = () if before is None else (feature(_WORD_BEFORE, before.words),)
    return _distinct([words, stems, near, far, *earlier])


def by_token(here: Numbers) -> tuple[tuple[Keys, Keys], tuple[Keys, Keys]]:
    """Return the features of single tokens, and those of pairs of tokens in order, the sentence's ends among them."""
    signs = here.signs
    return (
        (feature(_WORD, here.words), feature(_STEM, here.stems)),
        (feature(_NEXT, signs[:-1], signs[1:]), feature(_NEXT_BUT_ONE, signs[:-2], signs[2:])),
    )


def _window() -> tuple[Keys, Keys, Keys, Keys]:
    """Return the sorts of a person's features, and for each the places of its three words in the window around the person.

    The window has the words to the left, nearest first, those to the right, the name itself, nothing.
    """
    left, right, itself, nothing = range(_SIDE), range(_SIDE, 2 * _SIDE), 2 * _SIDE, 2 * _SIDE + 1
    rows = [(_LEFT + n, left[n], nothing, nothing) for n in range(_PLACED)]
    rows += [(_RIGHT + n, right[n], nothing, nothing) for n in range(_PLACED)]
    rows += [
        (_BOTH, left[0], right[0], nothing),
        (_LEFT_TWO, left[0], left[1], nothing),
        (_RIGHT_TWO, right[0], right[1], nothing),
    ]
    rows += [
        (_LEFT_THREE, left[0], left[1], left[2]),
        (_RIGHT_THREE, right[0], right[1], right[2]),
        (_ITSELF, itself, nothing, nothing),
    ]
    rows += [(_BESIDE_LEFT, at, nothing, nothing) for at in left] + [(_BESIDE_RIGHT, at, nothing, nothing) for at in right]
    return tuple(np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))  # type: ignore[return-value]


_SORTS, _ONE, _OTHER, _THIRD = _window()
_AROUND = int(np.flatnonzero(_SORTS == _ITSELF)[0])  # how many of them are places and words of the sides in order


def of_person(found: Sequence[Token], at: int, people: Iterable[int], here: Numbers, known: Mapping[str, int]) -> Keys:
    """Return the features of the person at token ``at`` of a sentence; ``people`` are the tokens of all who are named."""
    named = {one for one in people if found[one].sign == NAME}
    signs = [PERSON if n in named else token.word if token.sign == CAPITAL else token.sign for n, token in enumerate(found)]
    row = [*[BEYOND] * (_SIDE - 1), FIRST, *signs, LAST, *[BEYOND] * (_SIDE - 1)]
    middle = _SIDE + at
    around = [*reversed(row[middle - _SIDE : middle]), *row[middle + 1 : middle + 1 + _SIDE], found[at].sign]
    window = np.append(_numbered(around, known), 0)
    return _distinct([feature(_SORTS, window[_ONE], window[_OTHER], window[_THIRD]), feature(_ANYWHERE, here.words)])


def of_mention(one: Mention, here: Numbers, before: Numbers | None, known: Mapping[str, int]) -> Keys:
    """Return the features of a date or a number of a sentence, given the one before: those of a person, with its form.

    Words of a side, wherever they stand, and of the sentence are stems.
    """
    shift = _OF_MENTION[one.sort]
    beyond = np.full(_SIDE, known.get(BEYOND, 0), dtype=np.int64)
    left = np.concatenate([beyond, here.signs[: one.first + 1]])[: -_SIDE - 1 : -1]
    right = np.concatenate([here.signs[one.last + 1 :], beyond])[:_SIDE]
    itself = np.concatenate([here.signs[one.first + 1 : one.last + 1], _numbered(one.shapes, known)])
    window = np.concatenate([left, right, np.zeros(2, dtype=np.int64)])
    around = feature(_SORTS[:_AROUND] + shift, window[_ONE[:_AROUND]], window[_OTHER[:_AROUND]], window[_THIRD[:_AROUND]])
    beside = (
        (_BESIDE_LEFT, here.stems[max(0, one.first - _SIDE) : one.first]),
        (_BESIDE_RIGHT, here.stems[one.last : one.last + _SIDE]),
        (_ANYWHERE, here.stems),
        (_ITSELF, itself),
    )
    earlier = () if before is None else ((_WORD_BEFORE, before.words),)
    return _distinct([around, *(feature(sort + shift, words) for sort, words in (*beside, *earlier))])


def of_claim(
    sentence: Keys, found: Sequence[Token], here: Numbers, span: tuple[int, int], told: Sequence[str], known: Mapping[str, int]
) -> Keys:
    """Return the features of a claim at characters ``span`` of a sentence whose features are ``sentence``.

    ``told`` are its kind and standing, and what else is known of it, as ``claimed`` names them.
    """
    start, end = span
    sorts = np.array([_BEFORE if one.end <= start else _BEHIND if one.start >= end else _WITHIN for one in found], dtype=np.int64)
    kind, standing, *_ = named = _numbered(told, known)
    both = feature(_KIND_AND_STANDING, np.array([kind]), standing)
    return _distinct([sentence, feature(sorts, here.words), feature(_TOLD, named), both])


def claimed(word: str) -> str:
    """Return what stands among the words for a kind or a standing."""
    return f"<{word}>"
