"""Where the names that may be series' stand in an article, and what stands around them, as numbers for a classifier."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from cliffhanger.claims.article import SetApart
from cliffhanger.claims.sentences import Sentence
from cliffhanger.claims.series.set_apart import BESIDE, is_something_else, may_tell
from cliffhanger.claims.series.titles import places_of
from cliffhanger.claims.words.features import BEYOND, FIRST, LAST, Keys, feature, first_word
from cliffhanger.claims.words.tokens import Token, stem, tokens
from cliffhanger.claims.words.vocabulary import Vocabulary

Whole = NDArray[np.intp]
Flags = NDArray[np.bool_]
_MOST = 40  # places of a name that are looked at
_SIDE, _LEFT_PLACED, _RIGHT_PLACED = 8, 4, 5  # words to each side that are looked at, and of these by their places
CUT = ("cut left", "cut right")  # of a place whose name is a part of a longer token
OTHER_WORK = "something else"  # of a place that tells so
_OPEN, _CLOSE = "“‘„«\"'", "”’“»\"'"
_DOUBLE = frozenset('“”"«»„')
_STOPS, _APOSTROPHES = frozenset(",.!?"), frozenset("’'")
# Sorts of features: words by their places to the left and right, pairs and triples of them, words anywhere on a side, what is
# known of the place itself; those of headings follow, whose words all have capitals. The last two are of the name.
_LEFT, _RIGHT, _PAIRS, _ANYWHERE, _PLACE = 1, 5, 10, 15, 17
_OF_HEADINGS = 20
_L, _R, _NO_WORD = 0, _SIDE, 2 * _SIDE  # where the words to the left and right begin, nearest first, and where there is none
_ORDERED = np.array(  # sorts of features with the places of up to three words
    [
        *((_LEFT + n, _L + n, _NO_WORD, _NO_WORD) for n in range(_LEFT_PLACED)),
        *((_RIGHT + n, _R + n, _NO_WORD, _NO_WORD) for n in range(_RIGHT_PLACED)),
        (_PAIRS, _L, _L + 1, _NO_WORD),
        (_PAIRS + 1, _R, _R + 1, _NO_WORD),
        (_PAIRS + 2, _L, _R, _NO_WORD),
        (_PAIRS + 3, _L, _L + 1, _L + 2),
        (_PAIRS + 4, _R, _R + 1, _R + 2),
    ]
).T
_BY_SIDE = np.repeat([_ANYWHERE, _ANYWHERE + 1], _SIDE)
WORD_OF_NAME, OF_NAME = 60, 61


@dataclass(frozen=True, slots=True)
class Mentions:
    """Places of names: ``of`` is the number of the name, ``start`` and ``end`` are characters of the text.

    ``signs`` are what is known of each place, in words; ``sentence`` is the number of the sentence.
    """

    of: Whole
    start: Whole
    end: Whole
    sentence: Whole
    signs: tuple[tuple[str, ...], ...]


def mentions(text: str, names: Sequence[str], sentences: Sequence[Sentence], set_apart: Sequence[SetApart]) -> Mentions:
    """Find where names stand, as whole words within one sentence."""
    starts, telling = [one.start for one in sentences], [may_tell(one.text) for one in sentences]
    rows: list[tuple[int, int, int, int]] = []
    signs: list[tuple[str, ...]] = []
    for number, name in enumerate(names):
        count = 0
        for at in places_of(name, text):
            inside, end = bisect_right(starts, at) - 1, at + len(name)
            if inside >= 0 and end <= sentences[inside].end:
                rows.append((number, at, end, inside))
                signs.append(tuple(_signs(text, at, end, sentences[inside], set_apart, telling=telling[inside])))
                count += 1
                if count == _MOST:
                    break
    of, start, behind, inside_of = (np.array(column, np.intp) for column in (zip(*rows, strict=True) if rows else ([],) * 4))
    return Mentions(of, start, behind, inside_of, tuple(signs))


_ENTRY = re.compile(r"\W*(?P<number>(?:[Nn]o\. ?)?\d+[.):]?(?:\d\d(?: ?[ap]m)?[.:]?)?)?\W*$|(?P<label>.+[–—:|.-]\W*)$", re.DOTALL)
_ENTRY_OPENS = 30  # characters of a paragraph within which its name stands


def _signs(text: str, start: int, end: int, sentence: Sentence, set_apart: Sequence[SetApart], *, telling: bool) -> list[str]:
    """Return what is known of one place: marks around it, letters, where in its sentence and paragraph it stands.

    ``telling`` says whether the sentence has a word by which a name may be told to be something else's.
    """
    opened = start > 0 and text[start - 1] in _OPEN
    told = _marks(text, start, end, opened=opened)
    if telling:
        before = sentence.text[max(0, start - BESIDE - sentence.start) : max(0, start - opened - sentence.start)]
        if is_something_else(before, text[end : end + BESIDE]):
            told.append(OTHER_WORK)
    told += [
        one.how for one in set_apart if one.start <= start + 1 and end - 1 <= one.end and one.end - one.start <= end - start + 4
    ]
    block = sentence.block
    first, last = start - sentence.start <= opened, end >= sentence.end - 1
    if first:
        told.append("first")
    if last:
        told.append("last")
    if first and last:
        told.append(f"whole {block.kind}")
    follows = text[end : min(end + 4, sentence.end)].lstrip("”’»\"'*_")
    told += (f"then {follows[:1]}".rstrip(), f"then two {follows[:2]}".rstrip())
    entry = _ENTRY.match(text[block.start : start]) if start - block.start < _ENTRY_OPENS else None
    if entry:
        begins = "labelled entry" if entry["label"] else "numbered entry" if entry["number"] else "entry"
        mark = next((sign for sign in follows.strip(" ")[:1] if not sign.isalnum()), "word")
        told += (begins, f"{begins} {block.kind}", f"{begins} {block.kind} {mark}", f"entry {mark}")
    if block.kind == "heading":
        told.append("heading")
    return told


def _marks(text: str, start: int, end: int, *, opened: bool) -> list[str]:
    after, behind = text[end : end + 1], text[end + 1 : end + 2]
    closed, owns = after != "" and after in _CLOSE, behind == "s" and after in _APOSTROPHES
    told = ["owns"] if owns else []
    if opened and (closed or (after in _STOPS and behind != "" and behind in _CLOSE)):
        told.append("quoted double" if text[start - 1] in _DOUBLE else "quoted single")
    elif opened:
        told.append("opened")
    elif closed and not owns:
        told.append("closed")
    return told


@dataclass(frozen=True, slots=True)
class Line:
    """All tokens of an article in one line, each sentence between its ends."""

    signs: list[str]
    begins: Whole  # of each token, characters of the text
    ends: Whole
    first: Whole  # of each sentence, the number of its beginning and of its end
    last: Whole
    told: list[list[Token]]  # of each sentence, with places in it


def line(sentences: Sequence[Sentence], networks: re.Pattern[str] | None) -> Line:
    """Return the tokens of sentences in one line."""
    told = [tokens(one.text, networks=networks) for one in sentences]
    signs, begins, ends = list[str](), list[int](), list[int]()
    for one, found in zip(sentences, told, strict=True):
        start = one.start
        signs += [FIRST, *[token.sign for token in found], LAST]
        begins += [start, *[token.start + start for token in found], one.end]
        ends += [start, *[token.end + start for token in found], one.end]
    count = np.array([len(found) + 2 for found in told], dtype=np.intp)
    behind = count.cumsum()
    return Line(signs, np.array(begins, dtype=np.intp), np.array(ends, dtype=np.intp), behind - count, behind - 1, told)


def words_of(found: Line) -> Iterator[str]:
    """Yield all words that a line is known by."""
    for sign in found.signs:
        yield sign
        yield stem(sign)


def keys(found: Mentions, of: Line, sentences: Sequence[Sentence], known: Vocabulary) -> tuple[Whole, Keys]:
    """Return the features of mentions: of which each is, and its key."""
    around, there, cut = _around(found, of)
    signs, stems = known.with_stems(of.signs)
    heading = np.array([one.block.kind == "heading" for one in sentences], dtype=bool)[found.sentence]
    shift = np.where(heading, _OF_HEADINGS, 0)[:, None]
    words = np.zeros((len(around), 2 * _SIDE + 1), np.int64)
    words[:, :_NO_WORD] = np.where(there, signs[around], known.get(BEYOND, 0))
    sorts, one, other, third = _ORDERED
    ordered = feature(sorts + shift, words[:, one], words[:, other], words[:, third])
    in_sentence = there & ~heading[:, None]  # not in headings, whose words are of no sentence
    anywhere = feature(_BY_SIDE, np.where(in_sentence, stems[around], 0))
    table = np.hstack((ordered, anywhere))
    row, column = first_word(table).nonzero()
    of_place, sign = _placed(found, cut, known)
    sort = np.where(heading, _PLACE + _OF_HEADINGS, _PLACE)[of_place]
    return np.concatenate([row, of_place]), np.concatenate([table[row, column], feature(sort, sign)])


def _numbered(rows: Sequence[Sequence[str]], known: Mapping[str, int]) -> tuple[Whole, Keys]:
    """Return the numbers of the words that are known, and in which row each stands."""
    numbers = np.fromiter(map(known.get, chain.from_iterable(rows), repeat(0)), np.int64)
    met = numbers > 0
    return np.repeat(np.arange(len(rows)), [len(row) for row in rows])[met], numbers[met]


def _around(found: Mentions, of: Line) -> tuple[Whole, Flags, tuple[Flags, Flags]]:
    """Return the tokens around each mention, which of them are of its sentence, and where a name is cut.

    Those before it come first, then those behind it, nearest first.
    """
    begins, ends = of.begins, of.ends
    left = np.searchsorted(ends, found.start, side="right") - 1
    right = np.searchsorted(begins, found.end, side="left")
    cut = begins[np.minimum(left + 1, len(begins) - 1)] < found.start, ends[np.maximum(right - 1, 0)] > found.end
    quotes = np.array([sign in _DOUBLE for sign in of.signs], dtype=bool)
    left = left - quotes[left]
    right = right + quotes[np.minimum(right, len(quotes) - 1)]
    before, after = left[:, None] - np.arange(_SIDE), right[:, None] + np.arange(_SIDE)
    in_front, behind = before >= of.first[found.sentence][:, None], after <= of.last[found.sentence][:, None]
    around = np.hstack((np.maximum(before, 0), np.minimum(after, len(begins) - 1)))
    return around, np.hstack((in_front, behind)), cut


def _placed(found: Mentions, cut: tuple[Flags, Flags], known: Vocabulary) -> tuple[Whole, Keys]:
    """Return the numbers of what is known of places, and of which place each is."""
    rows = list(found.signs)
    for sign, is_cut in zip(CUT, cut, strict=True):
        for place in is_cut.nonzero()[0].tolist():
            rows[place] += (sign,)
    return _numbered(rows, known.signs)


def of_names(names: Sequence[str], signs: Sequence[Sequence[str]], known: Vocabulary) -> tuple[Whole, Keys]:
    """Return the features of names: of which each is, and its key; its first, last and small words, and what is known of it."""
    of, words = _numbered([of_words(name.split()) for name in names], known.signs)
    of_sign, told = _numbered(signs, known.signs)
    return np.concatenate([of, of_sign]), np.concatenate([feature(WORD_OF_NAME, words), feature(OF_NAME, told)])


def of_words(words: Sequence[str]) -> list[str]:
    """Return what is told of a name's words: the first, the last, and small ones between them."""
    return [f"first {words[0].lower()}", f"last {words[-1].lower()}", *(f"within {one}" for one in words[1:-1] if one.islower())]
