"""Short items, most of whose sentences only look as if they told what becomes of a series."""

from __future__ import annotations

from benchmarks.fates_score import read_items, scored


def test_items_that_nothing_is_trained_on_are_read_no_worse_than_is_told() -> None:
    """Written and annotated by somebody who had not seen the rules (docs/claims.md)."""
    found = scored(read_items(yardsticks=True, rules_only=False))
    assert found["fates"] == 295
    assert found["precision"] >= 0.82
    assert found["recall"] >= 0.71
    assert found["value"] >= 0.92
    assert found["series"] >= 0.87
    assert found["wrong_official"] <= 3
    assert found["looked"] <= 39
    assert found["standing"] >= 0.82


def test_a_claim_of_what_only_looks_like_a_fate_is_counted_as_wrong() -> None:
    item, *_ = (item for item, _ in read_items(yardsticks=True, rules_only=True) if item.fates and item.looks_like)
    nothing = scored([(item, [])])
    assert (nothing["right"], nothing["wrong"], nothing["recall"]) == (0, 0, 0)
    assert nothing["missed"] == sum(not fate.get("optional", False) for fate in item.fates)
