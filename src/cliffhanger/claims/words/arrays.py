"""Weights of classifiers as files: arrays by name, and words among them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def zipped(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """Return arrays as the bytes of one file as `numpy.load` takes it; without the time of writing, so that equal is equal."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            one = io.BytesIO()
            np.lib.format.write_array(one, array, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), one.getvalue(), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def letters(words: Sequence[str]) -> NDArray[np.uint8]:
    """Return words as an array.

    Raises
    ------
    ValueError
        When a word has a line's end in it.
    """
    if any("\n" in word for word in words):
        raise ValueError("a word has a line's end in it")
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def lines(array: NDArray[np.uint8]) -> list[str]:
    """Return the words of an array."""
    return bytes(array).decode().split("\n")
