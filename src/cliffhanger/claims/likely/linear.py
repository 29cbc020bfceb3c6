"""A linear classifier over the features of words: one column of weights for each label, added up and put through the logistic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cliffhanger.claims.likely.features import Rows
from cliffhanger.claims.words.arrays import letters, lines, zipped
from cliffhanger.claims.words.features import Keys

_BY_LABEL = ("bias", "keep", "add")
Chances = NDArray[np.float32]


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
        places, known = self.rows(given.keys)
        met = known[given.at]
        of_label = self.table.take(places, axis=0).take((known.cumsum() - 1)[given.at[met]], axis=0)
        weight = given.weights()[met]
        bounds = np.concatenate([[0], met.cumsum()])[given.bounds].tolist()
        logits = [weight[first:last] @ of_label[first:last] for first, last in pairwise(bounds)]
        return 1 / (1 + np.exp(-(np.array(logits, dtype=np.float32).reshape(-1, len(self.labels)) + self.bias)))

    def worth(self, given: Keys, label: str) -> NDArray[np.float32]:
        """Return what each feature says for a label before it is weighed; 0 for one that was not met."""
        rows, known = self.rows(given)
        found = np.zeros(len(given), dtype=np.float32)
        found[known] = self.table[rows, self.labels.index(label)]
        return found

    def rows(self, given: Keys) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Return the rows of the features that are known, and which these are."""
        rows = self.keys.searchsorted(given)
        rows[rows == len(self.keys)] = 0
        known = self.keys[rows] == given
        return rows[known], known


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
def vocabulary() -> Mapping[str, int]:
    """Return the numbers of the words that come with the package; 0 is every other word."""
    return {word: number for number, word in enumerate(lines(_file()["vocabulary"]), 1)}


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
