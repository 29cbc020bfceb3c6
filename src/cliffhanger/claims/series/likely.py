"""How likely a name is a series', and how likely the article is about it: two logistic regressions, one upon the other.

The first adds up what the words around each place of a name say, and what is known of the name. The second compares names with
one another: in a list where three entries begin with a series' name the fourth does so too, and where a longer name is likelier
the shorter is a part of it. Trained by `benchmarks/series_train.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import chain, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cliffhanger.claims.names import fold
from cliffhanger.claims.sentences import Sentence
from cliffhanger.claims.series.known import About, borne_by, signs
from cliffhanger.claims.series.mentions import CUT, Line, Mentions, Whole, keys, of_names, of_words
from cliffhanger.claims.words.arrays import letters, lines, zipped
from cliffhanger.claims.words.features import BEYOND, Keys
from cliffhanger.claims.words.vocabulary import Vocabulary, as_sign

Numbers = NDArray[np.float64]
_LOWEST, _HIGHEST = -7.0, 5.0  # logits between which names are compared
_NO_PLACE = -1
_NEIGHBOUR = 8  # characters between two names of a list
_LISTED = re.compile(r"[”’»\"']?(?:,[”’»\"']? (?:and |& )?| (?:and|&) )[“‘„«\"']?")
_FAMILIES = (("entry", "numbered", "labelled"), ("slanted", "bold"), ("quoted",), ("then two  (",))
_MOST_ALIKE = 8  # names of one form, from which on more of them say no more


class Features(NamedTuple):
    """Features of names: of which place each is (or none, where it is the name's own) and of which name, its key and value."""

    place: Whole
    name: Whole
    keys: Keys
    values: Numbers


class Logits(NamedTuple):
    """What the first regression says of each name: on the mean of its places, and at the best of them."""

    mean: Numbers
    best: Numbers


@dataclass(frozen=True)
class Names:
    """Names that may be series' in an article, and all that the classifier asks of them.

    ``by_rules`` are the names that the rules take for series', the main one first.
    """

    about: About
    names: Sequence[str]
    found: Mentions
    line: Line
    sentences: Sequence[Sentence]
    by_rules: Sequence[str] = ()

    @cached_property
    def borne(self) -> list[list[str]]:
        """What else bears each name, or may."""
        return [list(borne_by(self.about, name)) for name in self.names]

    @cached_property
    def signs(self) -> list[list[str]]:
        """What is known of each name."""
        told = zip(self.names, self.borne, self.places, self.before.tolist(), strict=True)
        return [signs(self.about, name, borne, places, before) for name, borne, places, before in told]

    @cached_property
    def places(self) -> list[list[tuple[str, ...]]]:
        """The signs of each place of each name."""
        places: list[list[tuple[str, ...]]] = [[] for _ in self.names]
        for of, told in zip(self.found.of.tolist(), self.found.signs, strict=True):
            places[of].append(told)
        return places

    @cached_property
    def before(self) -> Numbers:
        """Which share of the text is before the first place of each name; 1 where it does not stand."""
        first = np.full(len(self.names), len(self.about.text))
        np.minimum.at(first, self.found.of, self.found.start)
        return first / max(1, len(self.about.text))

    @cached_property
    def counts(self) -> Whole:
        """How often each is found."""
        return np.bincount(self.found.of, minlength=len(self.names))

    def words(self) -> Iterator[str]:
        """Yield the words that features of names and places are made of."""
        of_names = (of_words(name.split()) for name in self.names)
        told = chain(CUT, *self.found.signs, *self.signs, *of_names)
        yield from (BEYOND, *map(as_sign, told))

    def features(self, known: Vocabulary) -> Features:
        """Return features: each place of a name counts as much as another."""
        place, of_places = self.of_places(known)
        name, own = self.of_names(known)
        of = self.found.of[place]
        return Features(
            np.concatenate([place, np.full(len(name), _NO_PLACE)]),
            np.concatenate([of, name]),
            np.concatenate([of_places, own]),
            np.concatenate([1 / self.counts[of], np.ones(len(name))]),
        )

    def of_places(self, known: Vocabulary) -> tuple[Whole, Keys]:
        """Return the features of places: of which place each is, and its key."""
        return keys(self.found, self.line, self.sentences, known)

    def of_names(self, known: Vocabulary) -> tuple[Whole, Keys]:
        """Return the features that are the names' own: of which name each is, and its key."""
        return of_names(self.names, self.signs, known)

    def compared(self, logits: Logits) -> Numbers:
        """Return the second regression's row of each name, given what the first one says."""
        z, best = (np.clip(one, _LOWEST, _HIGHEST) for one in logits)
        counts = np.log1p(self.counts)
        plain = np.array([not others for others in self.borne], dtype=float)
        titled = np.array([name in self.about.title for name in self.names], dtype=float)
        begins = np.array(["title begins" in told for told in self.signs], dtype=float)
        ruled = {fold(name): number for number, name in enumerate(self.by_rules)}
        place = np.array([ruled.get(fold(name), -1) for name in self.names])
        within, around, beside = self._overlaps(z)
        near = beside > _LOWEST - 1
        rarer = (counts * plain).max(initial=0) - counts
        return np.column_stack(
            (
                *(
                    z,
                    best,
                    z.max(initial=_LOWEST) - z,
                    *self._alike(z),
                    around - z,
                    within - z,
                    near,
                    near / (1 + np.exp(-beside)),
                ),
                *(counts, rarer, titled, titled * counts, begins, 1 - self.before, plain, place >= 0, place == 0),
                *self._crowd(z),
                self._named_first(z),
            )
        )

    @cached_property
    def pairs(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Which names stand within which others, and which stand side by side in a list ("A, B and C")."""
        within, listed = list[tuple[int, int]](), list[tuple[int, int]]()
        found = self.found
        placed = sorted(zip(found.start.tolist(), found.end.tolist(), found.of.tolist(), strict=True))
        for n, (begins, end, one) in enumerate(placed):
            for start, stop, other in islice(placed, n + 1, None):
                if start > end + _NEIGHBOUR:
                    break
                if stop <= end:
                    within.append((other, one))
                elif start > end and _LISTED.fullmatch(self.about.text, end, start):
                    listed.append((one, other))
                elif begins == start:  # the longer comes later where both begin at one place
                    within.append((one, other))
        return within, listed

    def _overlaps(self, z: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Return the highest logits among the names within, around and side by side with each."""
        inner, around, beside = (np.full(len(self.names), _LOWEST - 1) for _ in range(3))
        within, listed = self.pairs
        for one, other in within:
            inner[other], around[one] = max(inner[other], z[one]), max(around[one], z[other])
        for one, other in listed:
            beside[one], beside[other] = max(beside[one], z[other]), max(beside[other], z[one])
        return inner, around, beside

    def _named_first(self, z: Numbers) -> Numbers:
        """Return the chance that each name is a series' and that none of those that begin before it is."""
        chance, (_, place) = 1 / (1 + np.exp(-z)), np.unique(self.before, return_inverse=True)
        likeliest = np.zeros(place.max(initial=0) + 1)  # of the names that begin at one place
        np.maximum.at(likeliest, place, chance)
        return chance * np.concatenate(([1.0], np.cumprod(1 - likeliest)[:-1]))[place]

    def _crowd(self, z: Numbers) -> Iterator[Numbers]:
        """Yield how many other names may be series', how long the text is, and how many sentences have one that may be.

        An article that goes from series to series has a likely name in most of its paragraphs; one on a single series has not.
        """
        number, count = len(self.names), max(1, len(self.sentences))
        for lenient in (0.0, 2.0):
            chance = 1 / (1 + np.exp(-z - lenient))
            yield np.log1p(chance.sum() - chance)
        best = np.full(count, _LOWEST)  # of each sentence
        np.maximum.at(best, self.found.sentence, z[self.found.of])
        leading = np.unique(self.found.of[z[self.found.of] == best[self.found.sentence]])  # names that are the best of one
        paragraphs = len({one.block.start for one in self.sentences})
        for told in (
            np.log(count),
            np.log(max(1, paragraphs)),
            (1 / (1 + np.exp(-best))).mean(),
            np.log1p((1 / (1 + np.exp(-z[leading] - 1))).sum()),
        ):
            yield np.full(number, told)

    def _alike(self, z: Numbers) -> Iterator[Numbers]:
        """Yield, for each family of forms, how likely the other names in a name's form are, the more the more they are."""
        chance = 1 / (1 + np.exp(-z))
        groups: dict[str, set[int]] = defaultdict(set)
        for of, told in zip(self.found.of.tolist(), self.found.signs, strict=True):
            for sign in told:
                groups[sign].add(of)
        for family in _FAMILIES:
            best = np.zeros(len(self.names))
            for members in (sorted(group) for sign, group in groups.items() if len(group) > 1 and sign.startswith(family)):
                others, chances = len(members) - 1, chance[members]
                worth = (chances.sum() - chances) / others * (min(others, _MOST_ALIKE) / _MOST_ALIKE)
                best[members] = np.maximum(best[members], worth)
            yield best


@dataclass(frozen=True)
class Weights:
    """What was learned.

    ``table`` has a weight for each of ``keys``, which are sorted; ``series`` and ``main`` one for each column of
    `Names.compared`: whether a name is a series', and whether an article is about it.
    """

    known: Vocabulary
    keys: Keys
    table: Numbers
    bias: float
    series: Numbers  # the last is the bias
    main: Numbers

    def logits(self, names: Names) -> Logits:
        """Return what the first regression says of each name: by all of its places, and by the one that says most for it."""
        number = len(names.names)
        name, own = names.of_names(self.known)
        of_names = np.bincount(name, weights=self._weights(own), minlength=number) + self.bias
        place, told = names.of_places(self.known)
        of_places = np.bincount(place, weights=self._weights(told), minlength=len(names.found.of))
        mean = np.bincount(names.found.of, weights=of_places, minlength=number) / np.maximum(names.counts, 1)
        best = np.where(names.counts > 0, _LOWEST, 0.0)
        np.maximum.at(best, names.found.of, of_places)
        return Logits((of_names + mean).astype(np.float64), (of_names + best).astype(np.float64))

    def _weights(self, told: Keys) -> Numbers:
        """Return the weight of each feature; 0 of one that is not known."""
        at = self.keys.searchsorted(told)
        at[at == len(self.keys)] = 0
        return self.table[at] * (self.keys[at] == told)

    def likely(self, names: Names) -> tuple[Numbers, Numbers]:
        """Return the chance that each name is a series', and by how much the article is rather about it than about others."""
        return self.second(names.compared(self.logits(names)))

    def second(self, row: Numbers) -> tuple[Numbers, Numbers]:
        """Return the same, given how the names compare."""
        return 1 / (1 + np.exp(-(row @ self.series[:-1] + self.series[-1]))), row @ self.main


@cache
def kept() -> Weights:
    """Return the weights that come with the package."""
    with resources.files(__package__).joinpath("weights.npz").open("rb") as file, np.load(file) as arrays:
        return Weights(
            Vocabulary(lines(arrays["words"])),
            np.cumsum(arrays["keys"], dtype=np.int64),
            arrays["table"].astype(np.float64),
            float(arrays["bias"]),
            arrays["series"].astype(np.float64),
            arrays["main"].astype(np.float64),
        )


def packed(made: Weights) -> bytes:
    """Return weights as the bytes of a file."""
    return zipped(
        {
            "words": letters([*made.known]),
            "keys": np.diff(made.keys, prepend=np.int64(0)),
            "table": made.table.astype(np.float16),
            "bias": np.array(made.bias),
            "series": made.series,
            "main": made.main,
        }
    )
