"""What is known of a name that may be a series', beside the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from cliffhanger.claims.lands import is_land
from cliffhanger.claims.names import FULL_NAME, fold, is_person
from cliffhanger.claims.patterns import fullmatch
from cliffhanger.claims.series.titles import is_no_title

_MOST = 5  # of mentions and of words that are told apart
_CHANNELS = frozenset("tv television channel network networks studio studios media player productions".split())
_HALF = 0.5
_LONG_WORD = 4  # letters: shorter words of a title are small
_FIRST_OF_TITLE = 3  # characters: marks may stand before the name


def _by_level(what: str) -> dict[str, str]:
    return {level: f"{what} {level}" for level in ("none", "some", "most", "all")}


_NAMED, _WORDS = (tuple(f"{what} {count}" for count in range(_MOST + 1)) for what in ("named", "words"))
_BEGINS = _by_level("begins")
_SHARES = (  # of a name's places, those that have a sign
    ("heading", _by_level("in headings")),
    ("first", _by_level("first")),
    ("entry paragraph", _by_level("opens")),
)


@dataclass(frozen=True, slots=True)
class About:
    """An article: its words, its headline, the folded names of persons, of those who act or make something, of networks."""

    text: str
    title: str
    people: AbstractSet[str]
    working: AbstractSet[str] = frozenset()
    networks: AbstractSet[str] = frozenset()

    def heads(self, name: str) -> bool:
        """Whether a name stands in a headline with a text below it."""
        return name in self.title and len(self.title) < len(self.text.strip())


def signs(about: About, name: str, borne: Sequence[str], places: Sequence[Sequence[str]], before: float) -> list[str]:
    """Return what is known of a name.

    ``borne`` is what else bears it, ``places`` are the signs of each place where it stands, and ``before`` is the share of the
    text before the first of them; 1 where it does not stand.
    """
    return [*_of(about, name, borne, found=bool(places)), *_of_places(places), _BEGINS[_level(before)]]


def _of_places(places: Sequence[Sequence[str]]) -> list[str]:
    """Return how many places there are, and how many of them have signs."""
    count = len(places)
    told = list(chain.from_iterable(places))  # none of these signs twice of one place
    of_signs = [by_level[_level(told.count(sign) / max(count, 1))] for sign, by_level in _SHARES]
    return [_NAMED[min(count, _MOST)], *of_signs]


def _level(share: float) -> str:
    return "none" if share <= 0 else "all" if share >= 1 else "some" if share < _HALF else "most"


def _of(about: About, name: str, borne: Sequence[str], *, found: bool) -> list[str]:
    words = name.split()
    told = [_WORDS[min(len(words), _MOST)], *borne]
    if name.isupper():
        told.append("capitals")
    if any(word[0].islower() and len(word) >= _LONG_WORD for word in words):
        told.append("long small word")
    at = about.title.find(name)
    if at >= 0:
        told += ("in title" if found else "in title alone", "title begins" if at < _FIRST_OF_TITLE else "title within")
        told.append(f"of title {_level(len(name) / len(about.title))}")
    if len(words) > 1:
        whole = about.text.count(name)
        told += [
            f"{which} word alone" for which, word in (("first", words[0]), ("last", words[-1])) if about.text.count(word) > whole
        ]
    return told


def borne_by(about: About, name: str) -> Iterator[str]:
    """Yield what else bears a name, or may: "person" with three figures, "network", "channel", "land" or "no title"."""
    folded = fold(name)
    person = " " in name and fullmatch(FULL_NAME, name) is not None and is_person(name)
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
