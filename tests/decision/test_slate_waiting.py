"""To wait as an option of a slate: how far it lies from the best of today, and what it holds of the budget meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from cliffhanger.decision.limits import Demand, Limits, Range
from cliffhanger.decision.options import Estimate, Reserve
from cliffhanger.decision.risk import Risk
from cliffhanger.decision.season_options import Option
from cliffhanger.decision.slate import SlateAnswer, SlateQuestion, decide_slate
from cliffhanger.decision.slate_waiting import Wait, quantiles, wait_of
from cliffhanger.decision.waiting import Later, waited
from cliffhanger.estimates.draws import joined_mean

RNG = np.random.default_rng(1)
SIGNAL = RNG.standard_normal(20_000)
SKEW = np.exp(0.5 * SIGNAL)
RENEW = Option("renew", 10, 120.0 * SKEW, np.full(20_000, 120.0), {})
FINALE = Option("finale", 2, 40.0 * SKEW, np.full(20_000, 35.0), {})
HOPELESS = Option("renew", 10, 10.0 * SKEW, np.full(20_000, 500.0), {})


def later(*options: Option, age_days: int = 60, left_days: float = 900.0) -> Later:
    left = [left_days] * len(options)
    found = waited(options, SIGNAL, age_days=age_days, left_days=left, resolved=0.7, rng=np.random.default_rng(2))
    assert found is not None
    return found


def wait(*options: Option, **asked: float) -> Wait:
    found = wait_of(later(*options, **asked), options)
    assert found is not None
    return found


def estimates(title: str, *options: Option, **asked: float) -> list[Estimate]:
    found = [Estimate(title, 1, one.name, quantiles(one.gross), quantiles(one.cost)) for one in options if one.cost is not None]
    one = wait(*options, **asked)
    return [*found, Estimate(title, 1, "wait", one.value, one.cost, reserve=one.reserve)]


def decided(rows: list[Estimate], budget: float | None = None, risk: Risk | None = None, **other: Any) -> SlateAnswer:
    limits = Limits(budget, **other) if risk is None else Limits(budget, risk, **other)
    found = decide_slate(SlateQuestion("USD", tuple(rows), limits=limits, points=0, step=1.0, n_draws=200))
    assert isinstance(found, SlateAnswer)
    return found


@pytest.mark.parametrize("options", [(RENEW,), (RENEW, FINALE), (FINALE,), (FINALE, HOPELESS)])
def test_in_a_slate_waiting_is_as_far_from_the_best_of_today_as_by_itself(options: tuple[Option, ...]) -> None:
    for left in (60.0, 900.0):
        told, found = later(*options, left_days=left).told, wait(*options, left_days=left)
        best = max(joined_mean(*quantiles(o.gross)) - joined_mean(*quantiles(o.cost)) for o in options if o.cost is not None)
        assert joined_mean(*found.value) - joined_mean(*found.cost) == pytest.approx(max(best, 0.0) + told.net)
        assert sum(found.orders.values()) <= 1.0 + 1e-12


def test_what_waits_holds_back_the_dearest_order_that_may_be_made_and_is_expected_to_spend_less() -> None:
    found = wait(RENEW, FINALE)
    assert set(found.orders) == {"renew", "finale"}
    assert found.reserve == Reserve((120.0, 120.0, 120.0), 10)
    assert 35.0 * found.orders["finale"] + 120.0 * found.orders["renew"] == pytest.approx(found.cost[1])
    assert found.cost[1] < 120.0


def test_where_nothing_would_be_ordered_whatever_is_learned_there_is_nothing_to_wait_for() -> None:
    assert wait_of(later(HOPELESS), [HOPELESS]) is None


def test_a_season_waits_where_that_is_worth_more_and_its_reserve_fits() -> None:
    assert later(RENEW).told.net > 0
    (pick,) = decided(estimates("a", RENEW), budget=121.0).picks
    assert pick.option == "wait"
    short = decided(estimates("a", RENEW), budget=119.0)
    assert short.picks[0].option == "end", "it is expected to spend less than 119, and may need more"
    (late,) = decided(estimates("a", RENEW, left_days=120.0), budget=121.0).picks
    assert late.option == "renew", "the delay costs too much"


@pytest.mark.parametrize("risk", [None, Risk("cvar", 0.2), Risk("chance", 0.9)])
def test_what_is_held_back_is_no_longer_there_for_others(risk: Risk | None) -> None:
    other = Estimate("b", 1, "renew", (70.0,) * 3, (60.0,) * 3)
    rows = [*estimates("a", RENEW), other]
    both, one = decided(rows, 181.0, risk), decided(rows, 179.0, risk)
    assert {pick.title_id: pick.option for pick in both.picks} == {"a": "wait", "b": "renew"}
    (used,) = [use.used for use in both.uses if use.label == "budget"]
    assert used == pytest.approx(180.0)
    assert both.cost.mean < 180.0, "what is expected to be spent"
    assert [pick.option for pick in one.picks].count("end") == 1


@pytest.mark.parametrize(("column", "most"), [("seasons", 1.0), ("episodes", 10.0), ("genre", 1.0)])
def test_what_waits_counts_for_what_is_allowed_at_most_and_not_for_what_is_wanted_at_least(column: Any, most: float) -> None:
    rows = [replace(row, genre="drama", episodes=0 if row.option == "wait" else 10) for row in estimates("a", RENEW)]
    name = "drama" if column == "genre" else ""

    def chosen(low: float | None, high: float | None) -> SlateAnswer:
        return decided(rows, ranges=(Range(column, name, low, high),))

    assert [chosen(*ends).picks[0].option for ends in ((None, most), (None, most - 1), (most, None), (most, most))] == [
        "wait", "end", "renew", "renew",
    ]  # fmt: skip
    label = f"{column} {name}".strip()
    assert [use.label for use in chosen(most, most).uses] == [label, f"{label}, with what waits"]


def test_what_must_not_be_ordered_does_not_wait_to_be_ordered() -> None:
    rows = estimates("a", RENEW)
    for option, must, found in ((None, False, "end"), (None, True, "renew"), ("renew", False, "wait"), ("wait", False, "renew")):
        assert decided(rows, demands=(Demand("a", 1, option, must=must),)).picks[0].option == found, (option, must)
