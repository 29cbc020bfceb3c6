"""Merging sorted runs into one: an account's sessions come together again, each session once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from cliffhanger.measurements.run_layout import SORT
from cliffhanger.store.log_runs import Columns, distinct


def merge(parts: Sequence[Columns]) -> Columns:
    """Merge parts that are sorted by ``run_layout.SORT`` and then longest first; repeated sessions lose all but their first row.

    Parameters
    ----------
    parts
        Columns of a run, the same in each part. Only those of the sort and ``seconds`` must be among them. At least one part;
        a part may be empty.

    Returns
    -------
    Columns
        Sorted in the same way; of equal sessions the row that arrived first, of equal arrival the longest.
    """
    left = sorted(parts, key=lambda part: len(part["account_id"]))
    while len(left) > 1:  # the two smallest first, so that large parts are copied once
        both = _two(left[0], left[1])
        left = sorted([*left[2:], both], key=lambda part: len(part["account_id"]))
    kept = distinct(left[0])
    return left[0] if kept.all() else {name: column[kept] for name, column in left[0].items()}


def _two(one: Columns, other: Columns) -> Columns:
    from_one = _interleave(*_keys(one), *_keys(other))
    merged = {}
    for name, column in one.items():
        merged[name] = np.empty(len(from_one), column.dtype)
        merged[name][from_one] = column
        merged[name][~from_one] = other[name]
    return merged


def _keys(part: Columns) -> tuple[NDArray[Any], ...]:
    return tuple(part[name] for name in (*SORT, "seconds"))


@numba.njit(nogil=True, cache=True)
def _interleave(
    season: Any, account: Any, episode: Any, started: Any, profile: Any, lag: Any, seconds: Any,
    season2: Any, account2: Any, episode2: Any, started2: Any, profile2: Any, lag2: Any, seconds2: Any,
) -> Any:  # fmt: skip
    """Which rows of the merged table come from the first of two."""
    rows, rows2 = len(account), len(account2)
    from_one = np.empty(rows + rows2, np.bool_)
    i = j = 0
    for at in range(rows + rows2):
        if j == rows2:
            mine = True
        elif i == rows:
            mine = False
        elif season[i] != season2[j]:
            mine = season[i] < season2[j]
        elif account[i] != account2[j]:
            mine = account[i] < account2[j]
        else:
            row = (episode[i], started[i], profile[i], lag[i], -seconds[i])
            mine = row <= (episode2[j], started2[j], profile2[j], lag2[j], -seconds2[j])
        from_one[at] = mine
        if mine:
            i += 1
        else:
            j += 1
    return from_one
