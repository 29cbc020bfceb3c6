"""A linear classifier over the features of words: one column of weights for each label, added up and put through the logistic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import compress, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cliffhanger.claims.likely.features import STEMMED, Rows
from cliffhanger.claims.words.arrays import letters, lines, zipped
from cliffhanger.claims.words.features import Keys
from cliffhanger.claims.words.vocabulary import Vocabulary

_BY_LABEL = ("bias", "keep", "add")
Chances = NDArray[np.float32]


class Said(NamedTuple):
    """What a classifier says of one row: the chance of each label, which are likely enough to be kept, and which to be added."""

    chances: Sequence[float]
    kept: AbstractSet[str]
    added: AbstractSet[str]


@dataclass(frozen=True, slots=True)
class Linear:
    """``table`` has a row for each feature of ``keys``, which are sorted, and a column for each label of ``labels``.

    ``bias`` is what a label has without any feature; ``keep`` and ``add`` are the chances from which on a claim of that label is
    kept where a rule reads it, and made where none does.
    """

    keys: Keys
    labels: tuple[str, ...]
    table: NDArray[np.float32]
    bias: Chances
    keep: Chances
    add: Chances

    def chances(self, given: Rows) -> Chances:
        """Return the chance of each label for each row; features that were not met at training count in the length only."""
        places, known = self._places(given.keys)
        met = known[given.at]
        of_label = self.table.take(places[given.at[met]], axis=0)
        weight = given.weights()[met]
        bounds = np.concatenate(([0], met.cumsum()))[given.bounds].tolist()
        logits = [weight[first:last] @ of_label[first:last] for first, last in pairwise(bounds)]
        return 1 / (1 + np.exp(-(np.array(logits, dtype=np.float32).reshape(-1, len(self.labels)) + self.bias)))

    def said(self, given: Rows) -> list[Said]:
        """Return what is said of each row."""
        chances = self.chances(given)
        kept, added = (self._labels(chances >= least) for least in (self.keep, self.add))
        return [*map(Said, chances.tolist(), kept, added)]

    def _labels(self, so: NDArray[np.bool_]) -> list[frozenset[str]]:
        """Return the labels of which it is so, row by row."""
        return [frozenset(compress(self.labels, row)) for row in so.tolist()]

    def worth(self, given: Keys, label: str) -> NDArray[np.float32]:
        """Return what each feature says for a label before it is weighed; 0 for one that was not met."""
        places, known = self._places(given)
        return np.where(known, self.table[places, self.labels.index(label)], np.float32(0))

    def _places(self, given: Keys) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Return the rows of features in the table, and which of them it has; the row of the others is any."""
        places = self.keys.searchsorted(given)
        places[places == len(self.keys)] = 0
        return places, self.keys[places] == given


def packed(words: Sequence[str], models: Mapping[str, Linear]) -> bytes:
    """Return words in the order of their numbers, and classifiers, as the bytes of one file."""
    arrays: dict[str, NDArray[Any]] = {"vocabulary": letters(words)}
    for name, model in models.items():
        arrays[f"{name}.keys"] = np.diff(model.keys, prepend=np.int64(0))
        arrays[f"{name}.labels"] = letters(model.labels)
        arrays[f"{name}.table"] = model.table.astype(np.float16)
        for part in _BY_LABEL:
            arrays[f"{name}.{part}"] = getattr(model, part).astype(np.float32)
    return zipped(arrays)


@cache
def _file() -> Mapping[str, NDArray[Any]]:
    with resources.files(__package__).joinpath("weights.npz").open("rb") as file, np.load(file) as arrays:
        return dict(arrays)


@cache
def vocabulary() -> Vocabulary:
    """Return the words that come with the package."""
    return Vocabulary(lines(_file()["vocabulary"]), before_stem=STEMMED)


@cache
def kept(name: str) -> Linear:
    """Return a classifier of those that come with the package."""
    arrays = _file()
    return Linear(
        np.cumsum(arrays[f"{name}.keys"], dtype=np.int64),
        tuple(lines(arrays[f"{name}.labels"])),
        arrays[f"{name}.table"].astype(np.float32),
        *(arrays[f"{name}.{part}"].astype(np.float32) for part in _BY_LABEL),
    )
