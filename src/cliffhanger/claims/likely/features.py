"""What the classifiers look at, as numbers: a feature is a sort and up to three words, each by its number, in 64 bits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cliffhanger.claims.likely.mentions import SHAPES, Mention
from cliffhanger.claims.words.features import BEYOND, FIRST, LAST, Keys, feature, sort_of
from cliffhanger.claims.words.tokens import NAME, Token
from cliffhanger.claims.words.vocabulary import Vocabulary

Whole = NDArray[np.intp]

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
_AROUND_CLAIM = np.array([_BEFORE, _WITHIN, _BEHIND])
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
_LEAST_LENGTH = 1e-6


class Numbers(NamedTuple):
    """The tokens of sentences by their numbers, one sentence after the other: by their letters, by stems, as n-grams know them.

    Sentence ``n`` has tokens ``bounds[n]`` to ``bounds[n + 1]``; ``signs``, for n-grams, have each sentence's two ends as well.
    """

    words: Keys
    stems: Keys
    signs: Keys
    bounds: Whole

    def one(self, number: int) -> Numbers:
        """Return the tokens of a single sentence."""
        first, last = self.bounds[number : number + 2].tolist()
        signs = self.signs[first + 2 * number : last + 2 * number + 2]
        return Numbers(self.words[first:last], self.stems[first:last], signs, np.array([0, last - first]))


class Rows(NamedTuple):
    """Rows of features: each row's are distinct and in order.

    ``keys`` are the distinct features of all rows, in order; ``at`` are the places in it of each row's features, row by row, of
    which row ``n`` has those from ``bounds[n]`` to ``bounds[n + 1]``.
    """

    keys: Keys
    at: Whole
    bounds: Whole

    def one(self, number: int) -> Keys:
        """Return the features of a row; -1 is the last."""
        number %= len(self.bounds) - 1
        return self.keys[self.at[self.bounds[number] : self.bounds[number + 1]]]

    def weights(self) -> NDArray[np.float32]:
        """Return what each feature of each row counts, so that all rows are of one length."""
        counts = np.diff(self.bounds)
        each, row = _WEIGHTS[sort_of(self.keys)][self.at], np.arange(len(counts)).repeat(counts)
        length = np.bincount(row, weights=each * each, minlength=len(counts)) ** 0.5
        return each * (_LENGTH / np.maximum(length, _LEAST_LENGTH)).astype(np.float32)[row]


def rows_of(count: int, parts: Iterable[tuple[Whole, Keys]]) -> Rows:
    """Return ``count`` rows of the features in parts, each feature with its row's number."""
    row, keys = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = keys.argsort()
    keys = keys[order]
    new = _differs(keys)
    placed = row[order] * len(keys) + (new.cumsum() - 1)
    placed.sort()
    row, at = np.divmod(placed[_differs(placed)], len(keys) or 1)
    return Rows(keys[new], at, row.searchsorted(np.arange(count + 1)))


def _differs(ordered: Keys) -> NDArray[np.bool_]:
    """Say of each number whether it is another than the one before it."""
    differs = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=differs[1:])
    return differs


def numbers(found: Sequence[Sequence[Token]], known: Vocabulary) -> Numbers:
    """Return the numbers of the tokens of sentences; 0 is every word that is not known."""
    words = [token.word for tokens in found for token in tokens]
    signs = list[str]()
    for tokens in found:
        signs += FIRST, *[token.sign for token in tokens], LAST
    return Numbers(*known.with_stems(words), known.of(signs), np.cumsum([0, *map(len, found)]))


def _within(start: Whole, end: Whole) -> tuple[Whole, Whole]:
    """Return all places of several stretches, each with the number of its stretch before it."""
    length = end - start
    number = np.arange(len(start)).repeat(length)
    return number, np.arange(len(number)) + (end - length.cumsum()).repeat(length)


def weights(keys: Keys) -> NDArray[np.float32]:
    """Return what each of a row's features counts, so that all rows are of one length."""
    return Rows(keys, np.arange(len(keys)), np.array([0, len(keys)])).weights()


def of_sentences(here: Numbers) -> Rows:
    """Return the features of sentences that follow one another; the first has none of a sentence before it."""
    count, length = len(here.bounds) - 1, np.diff(here.bounds)
    row, of_sign = np.arange(count).repeat(length), np.arange(count).repeat(length + 2)
    (words, stems), (near, far) = by_token(here)
    one, two = of_sign[:-1] == of_sign[1:], of_sign[:-2] == of_sign[2:]
    pairs = (of_sign[:-1][one], near[one]), (of_sign[:-2][two], far[two])
    earlier = here.words[: here.bounds[-2]]
    return rows_of(count, [(row, words), (row, stems), *pairs, (row[: len(earlier)] + 1, feature(_WORD_BEFORE, earlier))])


def by_token(here: Numbers) -> tuple[tuple[Keys, Keys], tuple[Keys, Keys]]:
    """Return the features of single tokens, and those of pairs of signs in order, also where these are of two sentences."""
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


def of_people(found: Sequence[Sequence[Token]], people: Sequence[tuple[int, int]], here: Numbers, known: Vocabulary) -> Rows:
    """Return the features of people, each given by sentence and token; they are all who are named in their sentences."""
    count = len(people)
    sentence, at = np.array(people, dtype=np.intp).reshape(-1, 2).T
    place = here.bounds[sentence] + at + 2 * sentence + 1  # among the signs
    signs = _with_people(found, people, here, known)
    window = np.column_stack((_around(signs, here, sentence, place, place, known), here.signs[place], np.zeros_like(place)))
    around = feature(_SORTS, window[:, _ONE], window[:, _OTHER], window[:, _THIRD])
    row, anywhere = _within(here.bounds[sentence], here.bounds[sentence + 1])
    of_window = np.arange(count).repeat(len(_SORTS)), around.ravel()
    return rows_of(count, [of_window, (row, feature(_ANYWHERE, here.words[anywhere]))])


def _with_people(found: Sequence[Sequence[Token]], people: Sequence[tuple[int, int]], here: Numbers, known: Vocabulary) -> Keys:
    """Return the signs of sentences, with one for every full name of somebody, and any other word with a capital as it is."""
    signs = here.signs.copy()
    signs[np.arange(len(here.words)) + 2 * np.arange(len(found)).repeat(np.diff(here.bounds)) + 1] = here.words
    bounds = here.bounds.tolist()
    signs[[bounds[of] + at + 2 * of + 1 for of, at in people if found[of][at].sign == NAME]] = known.get(PERSON, 0)
    return signs


def _around(signs: Keys, here: Numbers, sentence: Whole, first: Whole, last: Whole, known: Vocabulary) -> Keys:
    """Return the signs on both sides of stretches of signs, ``last`` included, nearest first; a row for each stretch."""
    begin, end = here.bounds[sentence] + 2 * sentence, here.bounds[sentence + 1] + 2 * sentence + 2
    away = np.arange(1, _SIDE + 1)
    left, right = first[:, None] - away, last[:, None] + away
    there = np.column_stack((left >= begin[:, None], right < end[:, None]))
    return np.where(there, signs[np.column_stack((left, right)).clip(0, len(signs) - 1)], known.get(BEYOND, 0))


def of_mentions(found: Sequence[tuple[int, Mention]], here: Numbers, known: Vocabulary) -> Rows:
    """Return the features of dates and numbers, each given with its sentence: those of a person, with its form.

    Words of a side, wherever they stand, and of the sentence are stems; those of the sentence before are features as well.
    """
    count = len(found)
    sentence, first, last, shift = (
        np.array([(of, one.first, one.last, _OF_MENTION[one.sort]) for of, one in found], dtype=np.intp).reshape(-1, 4).T
    )
    begin, end = here.bounds[sentence], here.bounds[sentence + 1]
    first, last, to_signs = begin + first, begin + last, 2 * sentence + 1
    window = _around(here.signs, here, sentence, first + to_signs, last - 1 + to_signs, known)
    window = np.column_stack((window, np.zeros((count, 2), dtype=np.int64)))
    sorts = _SORTS[:_AROUND] + shift[:, None]
    around = feature(sorts, *(window[:, of[:_AROUND]] for of in (_ONE, _OTHER, _THIRD)))
    before = here.bounds[np.maximum(sentence - 1, 0)]
    stretches = (
        (_BESIDE_LEFT, here.stems, np.maximum(begin, first - _SIDE), first),
        (_BESIDE_RIGHT, here.stems, last, np.minimum(end, last + _SIDE)),
        (_ANYWHERE, here.stems, begin, end),
        (_ITSELF, here.signs, first + to_signs, last + to_signs),
        (_WORD_BEFORE, here.words, before, begin),
    )
    parts = [(np.arange(count).repeat(_AROUND), around.ravel())]
    for sort, of, start, stop in stretches:
        row, place = _within(start, stop)
        parts.append((row, feature(sort + shift[row], of[place])))
    row = np.arange(count).repeat([len(one.shapes) for _, one in found])
    shapes = known.of([shape for _, one in found for shape in one.shapes])
    return rows_of(count, [*parts, (row, feature(_ITSELF + shift[row], shapes))])


class Told(NamedTuple):
    """A claim at characters ``span`` of a sentence, whose features and tokens these are; ``told`` is what is known of it.

    That is its kind and standing first, each as a sign.
    """

    sentence: Keys
    tokens: Sequence[Token]
    words: Keys
    span: tuple[int, int]
    told: Sequence[str]


def of_claims(claims: Sequence[Told], known: Vocabulary) -> Rows:
    """Return the features of claims."""
    row = np.arange(len(claims))
    sorts = np.tile(_AROUND_CLAIM, len(claims)).repeat([length for one in claims for length in _lengths(one.tokens, *one.span)])
    words = feature(sorts, np.concatenate([one.words for one in claims]))
    named = known.of([word for one in claims for word in one.told])
    count = np.array([len(one.told) for one in claims])
    first = count.cumsum() - count
    return rows_of(
        len(claims),
        [
            (row.repeat([len(one.sentence) for one in claims]), np.concatenate([one.sentence for one in claims])),
            (row.repeat([len(one.tokens) for one in claims]), words),
            (row.repeat(count), feature(_TOLD, named)),
            (row, feature(_KIND_AND_STANDING, named[first], named[first + 1])),
        ],
    )


def _lengths(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int, int]:
    """Return how many tokens lie before the characters of a claim, within them and behind."""
    first = bisect_right(tokens, start, key=attrgetter("end"))
    last = bisect_left(tokens, end, lo=first, key=attrgetter("start"))
    return first, last - first, len(tokens) - last
