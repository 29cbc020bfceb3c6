"""Who may be named in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cliffhanger.claims.context import Context
from cliffhanger.claims.names import fold, is_person, trimmed
from cliffhanger.claims.words.tokens import CAPITAL, NAME, Token

_CAPITALS = frozenset({NAME, CAPITAL})
_POSSESSIVE = ("’s", "'s", "’", "'")


class Candidate(NamedTuple):
    """Somebody at token ``at`` of a sentence, characters ``start`` to ``end``; ``name`` is the full name where it is given."""

    name: str
    at: int
    start: int
    end: int

    @property
    def surname(self) -> str:
        """The folded last word of the name."""
        return surname(self.name)


def surname(name: str) -> str:
    """Return the folded last word of a name; empty where nothing of it can be compared."""
    return (fold(name).split() or [""])[-1]


def candidates(text: str, found: Sequence[Token], context: Context) -> list[Candidate]:
    """Return who may be named in a sentence: names of two words or more, and any other word with a capital within it."""
    people = []
    for at, token in enumerate(found):
        if at and token.sign not in _CAPITALS:
            continue
        words = bare(text[token.start : token.end])
        if token.sign == NAME:
            name, cut = trimmed(words)
            if is_person(name):
                people.append(Candidate(context.full_name(name), at, token.start + cut, token.start + len(words)))
        elif token.sign == CAPITAL or (words[:1].isupper() and fold(words) in context.people):
            people.append(Candidate(context.full_name(words), at, token.start, token.start + len(words)))
    return people


def bare(words: str) -> str:
    """Return a name without the "’s" behind it."""
    if not words.endswith(_POSSESSIVE):
        return words
    for ending in _POSSESSIVE:
        if words.endswith(ending):
            return words[: -len(ending)]
    return words
