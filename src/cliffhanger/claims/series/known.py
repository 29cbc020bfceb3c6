"""What is known of a name that may be a series', beside the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from cliffhanger.claims.lands import is_land
from cliffhanger.claims.names import FULL_NAME, fold, is_person
from cliffhanger.claims.patterns import fullmatch
from cliffhanger.claims.series.mentions import Mentions
from cliffhanger.claims.series.titles import is_no_title

_MOST = 5  # of mentions and of words that are told apart
_CHANNELS = frozenset("tv television channel network networks studio studios media player productions".split())
_HALF = 0.5
_LONG_WORD = 4  # letters: shorter words of a title are small
_FIRST_OF_TITLE = 3  # characters: marks may stand before the name


@dataclass(frozen=True, slots=True)
class About:
    """An article: its words, its headline, the folded names of persons, of those who act or make something, of networks."""

    text: str
    title: str
    people: AbstractSet[str]
    working: AbstractSet[str] = frozenset()
    networks: AbstractSet[str] = frozenset()


def signs(about: About, names: Sequence[str], found: Mentions) -> list[list[str]]:
    """Return for each name what is known of it."""
    number = len(names)
    counts = np.bincount(found.of, minlength=number)
    shares = {
        name: np.bincount(found.of[np.array([sign in told for told in found.signs], dtype=bool)], minlength=number)
        / np.maximum(counts, 1)
        for name, sign in (("in headings", "heading"), ("first", "first"), ("opens", "entry paragraph"))
    }
    first = np.full(number, len(about.text))
    np.minimum.at(first, found.of, found.start)
    made = []
    for n, name in enumerate(names):
        told = [*_of(about, name, found=counts[n] > 0)]
        told.append(f"named {min(int(counts[n]), _MOST)}")
        told += [f"{what} {_level(share[n])}" for what, share in shares.items()]
        told.append(f"begins {_level(first[n] / max(1, len(about.text)))}")
        made.append(told)
    return made


def _level(share: float) -> str:
    return "none" if share <= 0 else "all" if share >= 1 else "some" if share < _HALF else "most"


def _of(about: About, name: str, *, found: bool) -> Iterator[str]:
    words = name.split()
    yield f"words {min(len(words), _MOST)}"
    if name.isupper():
        yield "capitals"
    if any(word[0].islower() and len(word) >= _LONG_WORD for word in words):
        yield "long small word"
    yield from _borne(about, name)
    at = about.title.find(name)
    if at >= 0:
        yield "in title" if found else "in title alone"
        yield "title begins" if at < _FIRST_OF_TITLE else "title within"
        yield f"of title {_level(len(name) / len(about.title))}"
    if len(words) > 1:
        whole = about.text.count(name)
        yield from (
            f"{which} word alone" for which, word in (("first", words[0]), ("last", words[-1])) if about.text.count(word) > whole
        )


def _borne(about: About, name: str) -> Iterator[str]:
    """Yield what else bears the name, or may."""
    folded = fold(name)
    person = fullmatch(FULL_NAME, name) is not None and is_person(name)
    known, works = folded in about.people, folded in about.working
    if person or known or works:
        yield f"person {person:d}{known:d}{works:d}"
    if folded in about.networks:
        yield "network"
    if name.rsplit(maxsplit=1)[-1].lower() in _CHANNELS:
        yield "channel"
    if is_land(name):
        yield "land"
    if is_no_title(name):
        yield "no title"
