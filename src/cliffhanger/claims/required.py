"""The words without one of which a pattern cannot match, read off the pattern itself.

A text is held against thousands of patterns, of which few can match it. As a search engine does for regular expressions (R. Cox,
"Regular Expression Matching with a Trigram Index", 2012; there with trigrams), each pattern is asked for sets of words, of each
of which one is in whatever it matches: for a part of the pattern that has few matches all of them, joined with those of the parts
before and after; for alternatives those of each; for what may be left out nothing. Where that tells much more, each of them is
asked by itself: "(?:axed by|shelved at) Vela" needs "axed" and "by" or "shelved" and "at", and "axed at" is none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import zip_longest
from math import prod
from typing import Any, NamedTuple

# The standard library's own parser: private, and the only one for the very language that is matched. A node that is not known
# here requires nothing, which costs time and changes no result.
_PARSER, _OPS = import_module("re._parser"), import_module("re._constants")
_MOST_JOINED = 120  # words that a run of parts may have before it is closed
_MOST = 6000  # words of one set
MOST_SETS = 3  # of one way to match
_LIKELY = 1e-5  # patterns of which the words are rarer than this are asked for as a whole
_FREQUENT = frozenset(  # of what patterns ask for, the words and parts of words that many sentences have
    "the and on for in it an as he or is of at be no to has was that season not we ed ing us so ’s series new one will with this "
    "by have are from".split()
)
_IN_MANY = 0.25  # how likely a sentence is guessed to have one of those
_MUCH_LESS = 0.8  # of the texts: to ask for each alternative by itself leaves fewer, else it is not worth it
_MOST_LETTERS = 4  # of a class that counts as so many words: [’'] as two, [a-z] as none; digits and signs do not count
_DIGITS = frozenset("0123456789")
_Words = frozenset[str]
_UNKNOWN = frozenset({""})


class _Part(NamedTuple):
    """What a part of a pattern matches, where that is a few words, and sets of which each has a word in whatever it matches.

    Where it is no few words, it begins with one of ``first`` and ends with one of ``last``. What stands behind it begins with one
    of ``ahead``. It may be ``left_out``, whatever else it is.
    """

    whole: _Words | None
    needed: tuple[_Words, ...] = ()
    first: _Words = _UNKNOWN
    last: _Words = _UNKNOWN
    ahead: _Words = _UNKNOWN
    left_out: bool = False


_ANYTHING, _NOTHING = _Part(None), _Part(_UNKNOWN)


def ways(pattern: str, flags: int = 0) -> tuple[tuple[_Words, ...], ...]:
    """Return sets of words for each way in which a pattern can match; every text that it matches has the words of one way.

    Most patterns have one, what ``required`` says of the whole. Those have several whose longest list of alternatives, each asked
    by itself, leaves clearly fewer texts in which the pattern may match. No word begins or ends with another
    of its set.

    Raises
    ------
        re.error: the pattern is none.
    """
    row = _PARSER.parse(pattern, flags)
    whole = _sets(_row(row))
    if not whole or _chance(whole) < _LIKELY:
        return (whole,)
    apart = tuple(dict.fromkeys(_sets(_in_a_row(one)) for one in _written_out(row)))
    return apart if all(apart) and sum(map(_chance, apart)) < _MUCH_LESS * _chance(whole) else (whole,)


def _written_out(nodes: Any) -> list[list[_Part]]:
    """Return the rows of which a row is one, with its longest list of alternatives written out."""
    row = list(getattr(nodes, "data", nodes))
    if _most_alternatives(row) < 2:
        return [list(_parts(row))]
    at = max(range(len(row)), key=lambda place: _most_alternatives(row[place : place + 1]))
    kind, what = row[at]
    inner = [list(_parts(one)) for one in what[1]] if kind is _OPS.BRANCH else _written_out(what[-1])
    before, after = list(_parts(row[:at])), list(_parts(row[at + 1 :]))
    return [[*before, *one, *after] for one in inner]


def _most_alternatives(nodes: Any) -> int:
    """Count the longest list of alternatives in a row, however deep it lies in groups; not one that may be repeated."""
    longest = 0
    for kind, what in getattr(nodes, "data", nodes):
        if kind is _OPS.BRANCH:
            longest = max(longest, len(what[1]))
        elif kind is _OPS.SUBPATTERN:
            longest = max(longest, _most_alternatives(what[-1]))
    return longest


def required(pattern: str, flags: int = 0) -> tuple[_Words, ...]:
    """Return sets of words in small letters: of each set one is in the small letters of every text that the pattern matches.

    Digits are those from 0 to 9: whoever looks for the words writes others so. The set of which a text is the least likely to
    have a word comes first; there are at most ``MOST_SETS``.

    No set at all means that the pattern requires no word. Whatever ``pattern`` leaves to "^", "$" or looking back asks nothing.

    Raises
    ------
        re.error: the pattern is none.
    """
    return _sets(_row(_PARSER.parse(pattern, flags)))


def _joined(words: _Words, more: _Words) -> _Words | None:
    """Return all words followed by each of some more; None where those are too many."""
    if len(words) * len(more) > max(_MOST_JOINED, len(words), len(more)):
        return None
    return frozenset(one + other for one in words for other in more)


def _row(nodes: Iterable[tuple[Any, Any]]) -> _Part:
    """Return what nodes that follow one another match."""
    return _in_a_row(_parts(nodes))


def _in_a_row(parts: Iterable[_Part]) -> _Part:
    """Join the words of parts that follow one another for as long as they are few."""
    joined = _UNKNOWN
    first: _Words | None = None
    needed: list[_Words] = []
    for part in parts:
        needed += part.needed
        if part.ahead is not _UNKNOWN:
            needed.append(_shortest(_joined(joined, part.ahead) or part.ahead))
        longer = _joined(joined, _beginning(part))
        if part.whole is not None and longer is not None:
            joined = longer
            continue
        needed.append(_shortest(longer or joined))
        first = first or longer or joined
        joined = _behind(joined, part)
    if first is None:
        return _Part(joined, tuple(needed))
    return _Part(None, _rarest([*needed, _shortest(joined)]), first, joined)


def _behind(before: _Words, part: _Part) -> _Words:
    """Return what stands behind a part: its end, or where it may be left out the last letter of it or of what is before it."""
    end = _end(part)
    if part.left_out:
        return _any_of([_last_letters(before), _last_letters(end)])
    if part.whole is not None and "" in end:
        return _any_of([_last_letters(before), _last_letters(end - _UNKNOWN)])
    return end


def _last_letters(words: _Words) -> _Words:
    return frozenset(word[-1:] for word in words)


def _parts(nodes: Iterable[tuple[Any, Any]]) -> Iterator[_Part]:
    """Give what each node matches, letters that follow one another as one word."""
    letters: list[str] = []
    for kind, what in getattr(nodes, "data", nodes):  # the parser's own list: its rows are slow to go through
        if kind is _OPS.LITERAL:
            letters.append(chr(what))
            continue
        if letters:
            yield _Part(frozenset({"".join(letters).lower()}))
            letters.clear()
        yield _part(kind, what)
    if letters:
        yield _Part(frozenset({"".join(letters).lower()}))


def _part(kind: Any, what: Any) -> _Part:
    """Return what one node of the parse matches."""
    if kind is _OPS.IN:
        return _Part(_characters(what))
    if kind is _OPS.SUBPATTERN:
        return _row(what[-1])
    if kind is _OPS.ATOMIC_GROUP:
        return _row(what)
    if kind is _OPS.BRANCH:
        return _either([_row(one) for one in what[1]])
    if kind in (_OPS.MAX_REPEAT, _OPS.MIN_REPEAT, _OPS.POSSESSIVE_REPEAT):
        return _repeated(*what)
    if kind is _OPS.ASSERT:
        return _looked(*what)
    if kind in (_OPS.AT, _OPS.ASSERT_NOT):
        return _NOTHING
    return _ANYTHING


def _characters(nodes: Sequence[tuple[Any, Any]]) -> _Words | None:
    """Return the characters of a class in small letters, if they are few."""
    found: set[str] = set()
    for kind, what in nodes:
        if kind is _OPS.LITERAL:
            found.add(chr(what).lower())
        elif kind is _OPS.RANGE and (what[1] - what[0] < _MOST_LETTERS or chr(what[0]) + chr(what[1]) == "09"):
            found |= {chr(one).lower() for one in range(what[0], what[1] + 1)}
        elif kind is _OPS.CATEGORY and what is _OPS.CATEGORY_DIGIT:
            found |= _DIGITS
        else:
            return None
    return frozenset(found) if sum(one.isalpha() for one in found) <= _MOST_LETTERS else None


def _either(parts: Sequence[_Part]) -> _Part:
    wholes = [part.whole for part in parts]
    if None not in wholes:
        return _Part(frozenset[str]().union(*(whole for whole in wholes if whole is not None)))
    needs = [_sets(part) for part in parts]
    # Each alternative has a word of its own first set, and one of its own second; who has no second has the last again.
    rows = zip_longest(*needs) if all(needs) else ()
    unions = [
        _shortest(frozenset[str]().union(*(need if need is not None else needs[at][-1] for at, need in enumerate(row))))
        for row in rows
    ]
    return _Part(None, _rarest(unions), _any_of(map(_beginning, parts)), _any_of(map(_end, parts)))


def _beginning(part: _Part) -> _Words:
    return part.first if part.whole is None else part.whole


def _end(part: _Part) -> _Words:
    return part.last if part.whole is None else part.whole


def _any_of(words: Iterable[_Words]) -> _Words:
    together = frozenset[str]().union(*words)
    return _UNKNOWN if "" in together else together


def _repeated(least: int, most: int, nodes: Any) -> _Part:
    part = _row(nodes)
    if least == most == 1:
        return part
    if least == 0:
        if most == 1 and part.whole is not None:
            return _Part(part.whole | _UNKNOWN)
        return _Part(None, last=_any_of([_end(part)]), left_out=True)
    if part.whole is None:
        return part
    return _Part(None, _sets(part), part.whole, part.whole)


def _looked(direction: int, nodes: Any) -> _Part:
    """Return what a look ahead or back asks for; it matches nothing itself."""
    part = _row(nodes)
    return _Part(_UNKNOWN, _sets(part), ahead=_beginning(part) if direction > 0 else _UNKNOWN)


def _sets(part: _Part) -> tuple[_Words, ...]:
    """Return the sets of which a part has a word each."""
    return part.needed if part.whole is None else _rarest([_shortest(part.whole), *part.needed])


def _rarest(sets: Iterable[_Words]) -> tuple[_Words, ...]:
    """Return the few sets of which a text is the least likely to have a word, the unlikeliest first, and none that follows."""
    worth = {words for words in sets if _is_worth(words)}
    chosen: list[_Words] = []
    for words in sorted(worth, key=lambda words: (_likely(words), len(words), min(words))):
        if not any(_follows(words, rarer) for rarer in chosen):
            chosen.append(words)
            if len(chosen) == MOST_SETS:
                break
    return tuple(chosen)


def _follows(words: _Words, rarer: _Words) -> bool:
    """Say whether a text that has one of the rarer words has one of the others with it."""
    return all(
        any(one[start:end] in words for start in range(len(one)) for end in range(start + 1, len(one) + 1)) for one in rarer
    )


def _shortest(words: _Words) -> _Words:
    """Leave out the words that begin or end with another one of the set, which says as much."""
    if len(words) == 1:
        return words
    kept, lengths = set[str](), set[int]()
    for word in sorted(words, key=len):
        if not any(word[:length] in kept or word[-length:] in kept for length in lengths):
            kept.add(word)
            lengths.add(len(word))
    return frozenset(kept)


def _is_worth(words: _Words) -> bool:
    """Say whether words are worth looking for: neither too many nor such as nearly every sentence has."""
    return 0 < len(words) <= _MOST and not any(not word or word.isspace() or (len(word) < 2 and word.isalpha()) for word in words)


def _chance(sets: Iterable[_Words]) -> float:
    """Guess how likely a text has a word of each set."""
    return prod(min(1.0, _likely(words)) for words in sets)


def _likely(words: _Words) -> float:
    """Guess how likely a text has one of the words: a letter more makes a word some five times as rare, but for frequent ones."""
    return sum(_IN_MANY if word.strip() in _FREQUENT else 0.2 ** min((len(word) + len(word.strip())) / 2, 8) for word in words)
