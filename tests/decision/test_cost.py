"""Cost lines to draws: grades, step-up, credits, currencies; past cost is sunk."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.assumptions import ASSUMPTIONS
from cliffhanger.decision.cost import QUALITIES, USUAL, CostLine, Rate, exchange_rate, production_known, season_cost, to_be_paid
from cliffhanger.errors import InputError
from cliffhanger.estimates.season_terms import Terms

VALUES = {assumption.name: assumption.value for assumption in ASSUMPTIONS}
DAY = dt.date(2025, 6, 30)
CLOSE = 2e-3  # relative: quantiles of 4,000 slices


def line(amount: float = 10e6, **other: Any) -> CostLine:
    told: dict[str, Any] = {"kind": "production", "currency": "USD", "per_episode": False, "quality": "own_books"}
    return CostLine(**({"title_id": "a", "season": 2, "amount": amount} | told | other))


def cost(*lines: CostLine, **other: Any):
    asked: dict[str, Any] = {"season": 2, "episodes": 8, "into": "USD"}
    return season_cost(lines, rng=np.random.default_rng(7), n_draws=4000, **(asked | other)).whole


def assuming(**given: tuple[float, float, float]) -> Terms:
    return Terms({**USUAL.ends, **given})


@pytest.mark.parametrize("quality", QUALITIES)
def test_a_grade_is_an_interval(quality):
    found = cost(line(100.0, quality=quality))
    low, high = VALUES[f"cost_{quality}_low"], VALUES[f"cost_{quality}_high"]
    assert found.interval(0.8) == pytest.approx((100 * low, 100 * high), rel=CLOSE)
    assert found.quantile(0.5) == pytest.approx(100.0, rel=CLOSE)


def test_better_grades_are_narrower():
    wide = [VALUES[f"cost_{quality}_high"] - VALUES[f"cost_{quality}_low"] for quality in QUALITIES]
    assert wide == sorted(wide)


def test_lines_add_up_and_credits_lower():
    """8 episodes x 2 M + 3 M marketing + 1 M rights - 4 M credit = 16 M at the median of one source, all of one grade."""
    lines = (
        line(2e6, per_episode=True),
        line(3e6, kind="marketing"),
        line(1e6, kind="rights"),
        line(4e6, kind="credit"),
    )
    assert cost(*lines).quantile(0.5) == pytest.approx(16e6, rel=CLOSE)


def test_credits_never_make_a_season_pay():
    assert cost(line(1e6), line(5e6, kind="credit")).values.tolist() == [0.0] * 4000


def test_past_cost_is_sunk():
    """What seasons 1 and 2 cost does not matter once season 3 has lines of its own."""
    own = line(10e6, season=3)
    alone = cost(own, season=3)
    with_past = cost(line(99e6, season=1), line(50e6, season=2), own, season=3)
    assert np.array_equal(alone.values, with_past.values)


def test_a_later_season_says_nothing_of_an_earlier():
    assert to_be_paid([line(season=1), line(season=4)], season=3) == (line(season=1),)


@pytest.mark.parametrize("told", [(), (line(0.0, season=2),)])
def test_a_season_without_production_is_not_made_for_nothing(told):
    """Season 2 has marketing and rights but no production: that of season 1 is stepped up, and so is nothing else of season 1."""
    later = (line(30.0, kind="marketing"), line(5.0, kind="rights"), *told)
    before = (line(100.0, season=1), line(20.0, kind="marketing", season=1), line(40.0, kind="credit", season=1))
    kept = (later[0], later[1], before[0], before[2])
    assert set(to_be_paid((*later, *before), season=3)) == set(kept)
    step = VALUES["step_up"]
    expected = (100 - 40) * step**2 + 5 * step + 30
    assert cost(*later, *before, season=3).quantile(0.5) == pytest.approx(expected, rel=0.03)


def test_a_production_of_nothing_is_not_known():
    assert not production_known([line(0.0), line(10.0, kind="marketing"), line(10.0, season=4)], season=3)
    assert production_known([line(0.0), line(10.0, season=1)], season=3)


def test_what_pooling_found_reads_the_season_whose_production_is_known():
    """A marketing line of a later season is read by its own grade."""
    lines = (line(100.0, season=1, quality="list_article"), line(10.0, kind="marketing"))
    found = cost(*lines, known=(0.5, 0.0))
    assert found.quantile(0.5) == pytest.approx(50 * VALUES["step_up"] + 10, rel=0.01)


def test_step_up_by_season():
    """Certain lines, so that only the step is drawn: median 1.08 a season, and its square over two; marketing has none."""
    one, two = (cost(line(100.0, season=1), season=season).quantile(0.5) for season in (2, 3))
    assert one == pytest.approx(100 * VALUES["step_up"], rel=0.02)
    assert two == pytest.approx(100 * VALUES["step_up"] ** 2, rel=0.03)
    assert cost(line(100.0, season=1, kind="marketing"), season=3).quantile(0.5) == pytest.approx(100.0, rel=CLOSE)


def test_another_number_of_episodes():
    """A past season of 10 episodes for 100: the next one of 5 has half the production; per episode it follows by itself."""
    whole = cost(line(100.0, season=1, kind="production"), episodes=5, season_episodes={1: 10})
    each = cost(line(10.0, season=1, per_episode=True), episodes=5, season_episodes={1: 10})
    assert whole.values == pytest.approx(each.values)


@pytest.mark.parametrize(("ordered", "share"), [(10, 1.0), (6, 0.6), (2, 0.2)])
def test_a_planned_cost_is_that_of_the_planned_episodes(ordered, share):
    """Season 2 is planned for 100, less a credit of 20, with 10 episodes; fewer cost their share, its marketing stays."""
    lines = (line(100.0), line(20.0, kind="credit"), line(30.0, kind="marketing"))
    found = cost(*lines, episodes=ordered, season_episodes={1: 8, 2: 10})
    assert found.quantile(0.5) == pytest.approx(share * 80 + 30, rel=CLOSE)


def test_cost_plus_pays_a_fee_on_production_alone():
    terms = assuming(cost_plus_fee=(0.1, 0.2, 0.3))
    plain, plus = cost(line(100.0)), cost(line(100.0), terms=terms)
    assert plus.quantile(0.5) / plain.quantile(0.5) == pytest.approx(1.2, rel=0.02)
    assert VALUES["cost_plus_fee"] == 0
    marketing = line(100.0, kind="marketing")
    assert cost(marketing, terms=terms).mean == pytest.approx(cost(marketing).mean)


def test_parts_add_up_to_the_whole_and_the_fee_is_told_apart():
    lines = (line(100.0), line(30.0, kind="marketing"), line(20.0, kind="credit"))
    asked: dict[str, Any] = {"season": 3, "episodes": 8, "into": "USD", "rng": np.random.default_rng(7), "n_draws": 4000}
    found = season_cost(lines, terms=assuming(cost_plus_fee=(0.25,) * 3), **asked)
    assert list(found.parts) == ["production", "fee", "marketing", "credit"]
    assert found.parts["fee"] == pytest.approx(0.25 * found.parts["production"])
    assert sum(found.parts.values()) == pytest.approx(found.whole.values)
    assert "fee" not in season_cost(lines, **asked).parts


def test_what_is_assumed_of_grades_and_steps_is_used():
    sure = assuming(cost_leak=(2.0,) * 3, step_up=(1.5,) * 3)
    assert cost(line(100.0, quality="leak", season=1), terms=sure).values == pytest.approx(np.full(4000, 300.0))
    wide = cost(line(100.0, quality="leak"), terms=assuming(cost_leak=(0.5, 1.0, 3.0)))
    assert wide.interval(0.8) == pytest.approx((50, 300), rel=CLOSE)


def test_rates_are_dated():
    rates = [Rate(dt.date(2025, 1, 1), "EUR", "USD", 1.1), Rate(dt.date(2025, 7, 1), "EUR", "USD", 1.3)]
    assert exchange_rate(rates, "EUR", "USD", as_of=DAY) == 1.1
    assert exchange_rate(rates, "EUR", "USD", as_of=None) == 1.3
    assert exchange_rate(rates, "USD", "EUR", as_of=DAY) == 1 / 1.1
    assert exchange_rate([], "USD", "USD", as_of=DAY) == 1.0
    with pytest.raises(InputError, match=r"no rate from GBP to USD on or before 2025-06-30.*table of rates"):
        exchange_rate(rates, "GBP", "USD", as_of=DAY)
    with pytest.raises(InputError, match="no rate"):
        exchange_rate(rates, "EUR", "USD", as_of=dt.date(2024, 12, 31))


def test_mixed_currencies_without_rates_are_refused():
    with pytest.raises(InputError, match="no rate from EUR to USD"):
        cost(line(), line(currency="EUR"))


@given(rate=st.floats(0.01, 200), amount=st.floats(1e3, 1e9))
def test_currency_changes_nothing(rate, amount):
    """A cost told in another money and converted is the same cost."""
    rates = [Rate(DAY, "XXA", "USD", rate)]
    told = cost(line(amount), line(amount / 2, kind="credit"))
    abroad = cost(
        line(amount / rate, currency="XXA"), line(amount / 2 / rate, kind="credit", currency="XXA"), rates=rates, as_of=DAY
    )
    assert abroad.values == pytest.approx(told.values, rel=1e-9)


@given(dearer=st.floats(1, 5))
def test_dearer_lines_cost_more_in_every_draw(dearer):
    assert (cost(line(1e6 * dearer), line(2e6)).values >= cost(line(1e6), line(2e6)).values * (1 - 1e-12)).all()


def test_order_of_lines_is_irrelevant():
    lines = [line(2e6), line(3e6, kind="marketing", source="b"), line(1e6, kind="credit", quality="leak", source="c")]
    assert np.array_equal(cost(*lines).values, cost(*reversed(lines)).values)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"amount": -1.0}, r"production cost of -1.0.*credit"),
        ({"amount": float("nan")}, "cost of nan"),
        ({"kind": "catering"}, "catering.*production"),
        ({"quality": "rumour"}, "rumour.*filing"),
    ],
)
def test_wrong_lines_are_refused(wrong, said):
    with pytest.raises(InputError, match=said):
        line(**wrong)


def test_no_cost_is_refused():
    with pytest.raises(InputError, match="no cost is known"):
        cost(season=2)
    with pytest.raises(InputError, match="no cost is known"):
        cost(line(season=3), season=2)
