"""What each usual attitude to risk would choose for a slate, by hand and against slates that are asked for by it."""

from __future__ import annotations

import numpy as np
import pytest

from cliffhanger.decision.limits import Limits, Range
from cliffhanger.decision.options import Estimate, drawn
from cliffhanger.decision.program import Effort, net_draws
from cliffhanger.decision.risk import MEAN, Risk, attitude_of
from cliffhanger.decision.slate import SlateAnswer, SlateQuestion, decide_slate

CVAR = Risk("cvar", 0.2)
N_DRAWS = 60
DARING = Estimate("a", 1, "renew", (-20.0, 12.0, 44.0), (0.0,) * 3)
CAREFUL = Estimate("a", 1, "finale", (3.0, 4.0, 5.0), (2.0,) * 3)


def asked(*estimates: Estimate, limits: Limits | None = None, risk: Risk = MEAN, attitudes: bool = True) -> SlateAnswer:
    question = SlateQuestion(
        "USD", estimates, limits=limits or Limits(), risk=risk, points=0, n_draws=N_DRAWS, attitudes=attitudes,
        effort=Effort(gap=0.0, scenarios=N_DRAWS),
    )  # fmt: skip
    found = decide_slate(question)
    assert isinstance(found, SlateAnswer)
    return found


def test_each_attitude_takes_what_is_worth_most_to_it() -> None:
    answer = asked(DARING, CAREFUL)
    told = {one.risk: one for one in answer.attitudes}
    assert [one.asked for one in answer.attitudes] == [True, *[False] * (len(told) - 1)]
    assert (told[MEAN].found_by, dict(told[MEAN].counts), told[MEAN].changed) == (MEAN, {"renew": 1}, ())
    assert (told[CVAR].found_by, dict(told[CVAR].counts)) == (CVAR, {"finale": 1})
    assert [(one.title_id, one.before, one.after) for one in told[CVAR].changed] == [("a", "renew", "finale")]
    assert told[Risk("chance", 0.9)].found_by == CVAR, "in one of ten the renewal loses 20 or more"
    assert told[Risk("chance", 0.5)].worth == pytest.approx(12.0, abs=0.5)
    choices = drawn((DARING, CAREFUL), seed=20200101, n_draws=N_DRAWS)
    nets = {e.option: net_draws(choices, (k,)) for k, e in enumerate(choices.estimates)}
    for risk, one in told.items():
        assert one.worth == max(attitude_of(risk)(net) for net in nets.values()), "here every slate is one of those found"
        assert one.net == pytest.approx(float(np.mean(nets[one.counts[0][0]])))


def test_a_program_of_its_own_finds_what_a_slate_that_asks_for_it_finds() -> None:
    rng = np.random.default_rng(3)
    several = []
    for k in range(12):
        low, middle, high = sorted(rng.normal(8.0, 8.0, 3).tolist())
        several += [
            Estimate(f"t{k:02d}", 1, "renew", (low, middle, high), (6.0,) * 3),
            Estimate(f"t{k:02d}", 1, "finale", (2.0, 3.0, 4.0), (2.0,) * 3),
        ]
    by_mean, by_tail = (asked(*several, limits=Limits(30.0), risk=risk) for risk in (MEAN, CVAR))
    first, second = ({one.risk: one for one in found.attitudes} for found in (by_mean, by_tail))
    assert first[CVAR].counts == by_tail.counts != by_mean.counts
    assert second[MEAN].counts == by_mean.counts
    assert (first[CVAR].worth, second[MEAN].worth) == pytest.approx((by_tail.tail, by_mean.net.mean))
    assert len(first[CVAR].changed) == len(second[MEAN].changed) > 0
    assert asked(*several, limits=Limits(30.0), attitudes=False).picks == by_mean.picks


def test_all_end_where_nothing_is_worth_its_risk_and_the_limits_allow_it() -> None:
    free, bound = (
        {one.risk: one for one in asked(DARING, limits=limits).attitudes}
        for limits in (Limits(), Limits(ranges=(Range("seasons", "", 1.0, None),)))
    )
    # Both the program of the worst fifth and ending all have it end.
    assert (dict(free[CVAR].counts), free[CVAR].worth) == ({"end": 1}, 0.0)
    assert (free[Risk("chance", 0.9)].worth, dict(bound[Risk("chance", 0.9)].counts)) == (0.0, {"renew": 1})
    assert bound[Risk("chance", 0.9)].worth < 0
    assert free[MEAN].counts == bound[MEAN].counts
