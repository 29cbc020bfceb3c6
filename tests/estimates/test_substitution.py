"""Difference in differences by hand, and what is said where nothing can be."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from cliffhanger.estimates.substitution import fit_substitution

HOUR = 3_600.0
NAMES = [f"{kind}_{when}" for kind in ("other_fresh", "all") for when in ("b", "0", "1")]


def around(rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    """Rows of placebo, title, bin, exposed, accounts, own hours, then hours of other fresh and of all, each b, 0, 1."""
    columns = list(zip(*rows, strict=True))
    heads = ("placebo", "title_id", "match_bin", "exposed", "accounts")
    found: dict[str, Any] = {name: np.array(columns[k]) for k, name in enumerate(heads)}
    found["season"] = np.ones(len(rows), dtype=np.int64)
    hours = {name: np.array(columns[5 + k], dtype=np.float64) * HOUR for k, name in enumerate(["own_s", *NAMES])}
    return found | hours


def test_followers_are_held_against_matched_others_and_themselves() -> None:
    # Followers watch five own hours each; of other fresh hours one less where the others watch one more; of all hours two more.
    treated = (0, "t", 1, 1, 10, 50, 20, 20, 10, 300, 300, 330)
    others = (0, "t", 1, 0, 20, 0, 20, 20, 40, 400, 400, 420)
    found = fit_substitution(around([treated, others]))
    assert found.of_fresh == pytest.approx((1 + 1) / 5)
    assert found.of_all == pytest.approx(1 - (3 - 1) / 5)
    assert (found.premieres, found.accounts) == (1, 10)
    assert found.pre_trend is None
    assert not found.suspicious


def test_the_unmatched_are_left_out() -> None:
    rows = [(0, "t", 1, 1, 10, 50, 0, 0, 0, 0, 0, 0), (0, "t", 2, 0, 20, 0, 0, 0, 0, 0, 0, 0)]
    found = fit_substitution(around(rows))
    assert (found.premieres, found.of_fresh, found.of_all) == (0, 0.0, 1.0)


def test_apart_before_there_was_anything_is_suspicious() -> None:
    rows: list[tuple[Any, ...]] = []
    for k in range(6):
        rows += [
            (0, f"t{k}", 1, 1, 10, 50, 0, 0, 0, 0, 100 + k, 100),
            (0, f"t{k}", 1, 0, 10, 0, 0, 0, 0, 0, 0, 0),
        ]
    found = fit_substitution(around(rows))
    assert found.pre_trend is not None
    assert found.pre_trend > 2
    assert found.suspicious


def test_with_no_premiere_nothing_is_taken() -> None:
    found = fit_substitution({**{n: np.zeros(0) for n in (*NAMES, "own_s")}, **_none()})
    assert (found.of_fresh, found.premieres, found.placebo) == (0.0, 0, None)


def _none() -> dict[str, Any]:
    heads = ("placebo", "season", "match_bin", "exposed", "accounts")
    return {name: np.zeros(0) for name in heads} | {"title_id": np.zeros(0, dtype=str)}
