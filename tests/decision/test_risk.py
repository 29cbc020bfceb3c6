"""Risk attitudes against closed forms."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cliffhanger.decision.risk import (
    EXAMPLES,
    Risk,
    attitude_of,
    chance_to_pay_back,
    check_risk,
    expected_value,
    exponential_utility,
    parsed,
    sum_reached,
    tail_mean,
    written,
)
from cliffhanger.errors import UsageError

NORMAL = stats.norm(3, 2).ppf((np.arange(20_000) + 0.5) / 20_000)  # a sample whose margins are even
CLOSE = 2e-3


def test_expected_value():
    assert expected_value()(np.array([1.0, 2.0, 6.0])) == 3.0


def test_tail_mean_by_hand():
    """Five draws, worst 30 %: one and a half of them: (-4 + 0.5 * 1) / 1.5."""
    gains = np.array([5.0, -4.0, 1.0, 9.0, 2.0])
    assert tail_mean(0.3)(gains) == pytest.approx((-4 + 0.5) / 1.5)
    assert tail_mean(0.2)(gains) == -4.0
    assert tail_mean(1.0)(gains) == pytest.approx(gains.mean())


@pytest.mark.parametrize("share", [0.05, 0.2, 0.5])
def test_tail_mean_of_a_normal(share):
    """Closed form (McNeil, Frey, Embrechts 2005, 2.2.4): mean - sd * density(quantile(share)) / share."""
    wanted = 3 - 2 * stats.norm.pdf(stats.norm.ppf(share)) / share
    assert tail_mean(share)(NORMAL) == pytest.approx(wanted, abs=CLOSE)


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=30), st.sampled_from([0.1, 0.25, 0.3, 0.5, 0.9, 1.0]))
def test_tail_mean_is_the_program_of_rockafellar_and_uryasev(gains, share):
    """``max over t of t - mean(max(t - gain, 0)) / share``; the best t is one of the draws."""
    values = np.array(gains, dtype=float)
    wanted = max(t - np.maximum(t - values, 0).mean() / share for t in values)
    assert tail_mean(share)(values) == pytest.approx(wanted)


def test_chance_to_pay_back_of_a_normal():
    """P(N(3, 2) > 0) = Phi(1.5)."""
    assert chance_to_pay_back()(NORMAL) == pytest.approx(stats.norm.cdf(1.5), abs=1e-3)
    assert chance_to_pay_back(at_least=3.0)(NORMAL) == pytest.approx(0.5, abs=1e-3)
    assert chance_to_pay_back()(np.zeros(4)) == 0.0


def test_exponential_utility_of_a_normal():
    """Certainty equivalent of a normal gain: mean - variance / (2 tolerance) = 3 - 4 / 10."""
    assert exponential_utility(5.0)(NORMAL) == pytest.approx(3 - 4 / 10, abs=CLOSE)
    assert exponential_utility(1e6)(NORMAL) == pytest.approx(3.0, abs=CLOSE)


def test_exponential_utility_of_large_sums_is_finite():
    assert exponential_utility(1.0)(np.array([-2e4, 2e4])) == pytest.approx(-2e4 + np.log(2))


def test_nothing_is_worth_a_zero_without_a_sign():
    assert str(exponential_utility(5.0)(np.zeros(3))) == "0.0"


def test_the_sum_that_is_reached_is_above_nothing_where_the_chance_is_large_enough():
    """A normal with mean 3 and standard deviation 2 reaches 3 - 2 x 1.2816 in nine of ten outcomes, and 0 in 0.9332."""
    assert sum_reached(0.9)(NORMAL) == pytest.approx(3 - 2 * 1.2816, abs=CLOSE)
    assert sum_reached(0.93)(NORMAL) > 0 > sum_reached(0.94)(NORMAL)
    assert sum_reached(1.0)(np.array([2.0, -1.0, 5.0])) == -1.0
    with pytest.raises(UsageError):
        sum_reached(0.0)


@pytest.mark.parametrize(("text", "wanted"), [("mean", Risk("mean")), ("cvar:0.2", Risk("cvar", 0.2))])
def test_parsed(text, wanted):
    assert parsed(text, place="--risk") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mean", Risk("mean")),
        ("cvar:0.25", Risk("cvar", 0.25)),
        ("chance:0.9", Risk("chance", 0.9)),
        ("utility:2000000.5", Risk("utility", tolerance=2000000.5)),
    ],
)
def test_what_is_written_is_read_again(text, wanted):
    assert parsed(text, place="--risk", kinds=tuple(EXAMPLES)) == wanted
    assert written(wanted) == text
    check_risk(wanted, place="risk")


@pytest.mark.parametrize("risk", [Risk("utility"), Risk("utility", tolerance=-1.0), Risk("cvar", 2.0), Risk("chance", 0.0)])
def test_what_is_no_attitude_is_refused(risk):
    with pytest.raises(UsageError, match="utility:2000000"):
        check_risk(risk, place="risk")


@pytest.mark.parametrize("text", ["", "cvar", "cvar:0", "cvar:2", "cvar:nan", "mean:1", "chance:0.9", "worst"])
def test_parsed_refuses(text):
    with pytest.raises(UsageError, match=r"cvar:0\.2"):
        parsed(text, place="--risk")


@pytest.mark.parametrize("text", ["cvar", "chance:", "utility", "utility:", "utility:0"])
def test_a_number_that_is_missing_is_answered_with_how_to_write_it(text):
    with pytest.raises(UsageError, match=r"cvar:0\.2, chance:0\.9, utility:2000000"):
        parsed(text, place="--risk", kinds=tuple(EXAMPLES), number=float)


def test_attitude_of():
    gains = np.array([1.0, 3.0])
    assert attitude_of(Risk("chance", 0.5))(gains) == 2.0
    assert attitude_of(Risk("utility", tolerance=1e9))(gains) == pytest.approx(2.0)
    assert (attitude_of(Risk("mean"))(gains), attitude_of(Risk("cvar", 0.5))(gains)) == (2.0, 1.0)
    for wrong in (0.0, 1.5, float("nan")):
        with pytest.raises(UsageError):
            tail_mean(wrong)
    with pytest.raises(UsageError):
        exponential_utility(0.0)
