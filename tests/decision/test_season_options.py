"""Options held against their cost: what must hold, and the thresholds of the guards."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import norm

from cliffhanger.decision.season_guards import Evidence, in_words, season_guards
from cliffhanger.decision.season_options import (
    Option,
    Valued,
    best,
    ended,
    spans,
    valued,
)

N = 40_000
RNG = np.random.default_rng(1)
GROSS = RNG.normal(100.0, 30.0, N)
PLAIN = Evidence(
    log_days=730, churned=5_000, sequels=8, followers=500, has_cost=True, age_days=200, back_test=0.2, gap_days=400.0,
    longest_gap_days=500.0, follows=0.2, most_follows=0.4, apart=0.5, disagree=0, rules=5, credited=True,
)  # fmt: skip


def option(cost: float | None) -> Option:
    return Option("renew", 10, GROSS, None if cost is None else np.full(N, cost), {"audience": np.full(N, 50.0)})


def test_an_option_is_held_against_its_cost() -> None:
    found = valued(option(80.0))
    assert found.net is not None
    assert found.net.mean == pytest.approx(20.0, abs=0.5)
    assert found.pays_back == pytest.approx(norm.cdf(20 / 30), abs=0.01)
    assert found.efficiency == pytest.approx(100 / 80, abs=0.01)
    assert found.break_even is not None
    assert found.break_even.mean == pytest.approx(10.0, abs=0.1)
    assert found.break_even_audience == pytest.approx(50 * 80 / 100, abs=0.5)


def test_without_a_cost_only_the_break_even_is_told() -> None:
    found = valued(option(None))
    assert (found.net, found.pays_back, found.efficiency) == (None, None, None)
    assert found.break_even is not None
    assert best([found, valued(ended(N))]) is None


def test_dearer_never_makes_renewal_likelier() -> None:
    found = [valued(option(cost)) for cost in (20.0, 80.0, 100.0, 200.0)]
    chances = [one.pays_back for one in found]
    assert chances == sorted(chances, key=lambda chance: -(chance or 0.0))
    chosen = [best([one, valued(ended(N))]) for one in found]
    assert [one.option if one else None for one in chosen] == ["renew", "renew", *[_best(c) for c in found[2:]]]
    assert _best(found[3]) == "end"


def _best(found: Valued) -> str:
    chosen = best([found, valued(ended(N))])
    return "" if chosen is None else chosen.option


def test_of_equal_options_the_cheaper_is_chosen() -> None:
    one = Option("renew", 10, np.full(10, 50.0), np.full(10, 40.0), {})
    two = Option("finale", 2, np.full(10, 20.0), np.full(10, 10.0), {})
    chosen = best([valued(one), valued(two), valued(ended(10))])
    assert chosen is not None
    assert chosen.option == "finale"


def test_many_spans_are_those_of_each() -> None:
    one, two = spans([GROSS, 2 * GROSS])
    assert two.p90 == pytest.approx(2 * one.p90)
    assert spans([]) == []


@pytest.mark.parametrize(
    ("changes", "code", "outcome"),
    [
        ({"log_days": 179}, "log_length", "FAIL"), ({"log_days": 180}, "log_length", "REVIEW"),
        ({"churned": 49}, "churn_events", "FAIL"), ({"churned": 499}, "churn_events", "REVIEW"),
        ({"sequels": 2}, "sequels", "FAIL"), ({"sequels": 3}, "sequels", "REVIEW"),
        ({"followers": 19}, "followers", "FAIL"), ({"followers": 100}, "followers", "PASS"),
        ({"has_cost": False}, "cost", "FAIL"), ({"age_days": 90}, "window", "REVIEW"), ({"age_days": 91}, "window", "PASS"),
        ({"back_test": 1.1}, "back_test", "FAIL"), ({"back_test": 0.6}, "back_test", "REVIEW"),
        ({"gap_days": 501.0}, "gap", "REVIEW"), ({"follows": 0.41}, "range", "REVIEW"), ({"apart": 2.1}, "parallel", "REVIEW"),
        ({"disagree": 1}, "methods", "REVIEW"),
    ],
)  # fmt: skip
def test_every_guard_is_judged_by_its_threshold(changes: dict[str, float], code: str, outcome: str) -> None:
    judged = {guard.code: guard.outcome for guard in season_guards(replace(PLAIN, **changes))}
    assert judged[code] == outcome
    assert {o for c, o in judged.items() if c != code} == {"PASS"}


def test_before_a_month_has_ended_no_rule_of_attribution_is_compared() -> None:
    found = replace(PLAIN, credited=False, disagree=5)
    (judged,) = [guard for guard in season_guards(found) if guard.code == "methods"]
    assert (judged.outcome, judged.found, judged.threshold) == ("REVIEW", None, None)
    assert in_words("methods", 1.0, 0.0) == "1 rule of attribution would decide otherwise"
    assert in_words("methods", 2.0, 0.0) == "2 rules of attribution would decide otherwise"
    assert in_words("followers", 1.0, 20.0) == "1 member has finished its latest season; 20 are wanted"
    assert "methods" not in {guard.code for guard in season_guards(replace(found, has_cost=False, rules=0))}
