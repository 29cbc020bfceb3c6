"""What can be given with a question about another season, and how it is refused where it cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from cliffhanger.errors import UsageError
from cliffhanger.estimates.season_terms import default_terms
from cliffhanger.estimates.season_value import Plan
from cliffhanger.pipeline.possible import RANGES, check_assumed
from cliffhanger.pipeline.season_question import TERMS, ValueQuestion, check_question


def asked(**given: Any) -> ValueQuestion:
    return ValueQuestion(**({"assume": {}} | given))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"assume": {"margn": (1.0, 1.0, 1.0)}}, 'Did you mean "margin"'),
        ({"assume": {"margin": (7.0, 7.0, 7.0)}}, "7 cannot be. Give a number from 0 to 1"),
        ({"cost_per_episode": (5e6, 3e6, 1e6)}, "5,000,000 to 1,000,000 is no interval. Give the lower end first"),
        ({"assume": {"margin": (0.5, 0.8, 1.1)}}, "1.1 cannot be"),
        ({"assume": {"shorter_order": (1.5, 1.5, 1.5)}}, "from 0 to 1"),
        ({"assume": {"gap_loss": (0.1, 0.5, 1.5)}}, "from 0 to 1"),
        ({"assume": {"monthly_discount": (1.0, 1.0, 1.0)}}, "from 0 to below 1"),
        ({"assume": {"horizon_days": (3_000.0, 3_000.0, 3_000.0)}}, "from 0 to 1,500"),
        ({"assume": {"production_days": (-1.0, 100.0, 200.0)}}, "not below zero"),
        ({"assume": {"margin": (float("nan"),) * 3}}, "cannot be"),
        ({"assume": {"margin": (0.6, 0.5, 0.7)}}, "no interval"),
        ({"assume": {"cost_plus_fee": (1.2,) * 3}}, "from 0 to 1"),
        ({"assume": {"step_up": (0.0, 1.0, 2.0)}}, "0 cannot be. Give a number above 0, up to 10"),
        ({"assume": {"step_up": (20.0,) * 3}}, "above 0, up to 10"),
        ({"assume": {"cost_leak": (0.0, 1.0, 1.0)}}, "above 0, up to 10"),
        ({"assume": {"cost_leaks": (0.9, 1.0, 1.0)}}, 'Did you mean "cost_leak"'),
        ({"assume": {"cost_titles_apart": (0.0,) * 3}}, "above 0, up to 3"),
        ({"assume": {"cost_seasons_apart": (4.0,) * 3}}, "from 0 to 3"),
        ({"assume": {"cost_fewest_titles": (1.0,) * 3}}, "not below 2"),
        ({"assume": {"cost_ridge": (0.0,) * 3}}, "above zero"),
        ({"assume": {"window_settles": (1.5,) * 3}}, "from 0 to 1"),
        ({"assume": {"cost_seasons_apart": (0.1, 0.2, 0.3)}}, "rests on one number. Give one, such as cost_seasons_apart=0.2"),
        ({"assume": {"step_up": (1.0,) * 3}, "cost_per_episode": (5.0,) * 3}, "step_up would do nothing"),
        ({"cost_per_episode": (-5.0, -5.0, -5.0)}, "--cost-per-episode: -5 cannot be"),
        ({"cost_per_episode": (300.0, 200.0, 100.0)}, "300 to 100 is no interval"),
        ({"plans": {"s1": Plan(None, {"shorter": 0})}}, "episodes planned for s1, shorter: 0 is no number"),
        ({"plans": {"s1": Plan(None, {"renew": -3})}}, "-3 is no number of episodes"),
        ({"n_draws": -4}, "-4 is no number of draws"),
        ({"seed": -1}, "-1 is no seed"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(given: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError) as refused:
        check_question(asked(**given))
    assert said in str(refused.value)


def test_the_ends_of_a_range_and_what_is_assumed_anyway_can_be() -> None:
    check_question(asked(assume=default_terms(TERMS), plans={"s1": Plan(None, {"renew": 1})}))
    check_question(asked(assume=default_terms(), cost_per_episode=(0.0, 0.0, 0.0)))
    check_question(asked(assume={"step_up": (0.1, 1.0, 10.0), "cost_plus_fee": (0.0, 0.5, 1.0), "cost_leak": (0.5, 2.0, 3.0)}))
    check_question(asked(assume={"margin": (0.0, 0.5, 1.0), "horizon_days": (1_500.0,) * 3, "shorter_order": (1.0,) * 3}))
    check_assumed({"episode_minutes": (1.0, 2.0, 3.0)}, ["episode_minutes"], of="here")
    assert set(RANGES) <= {*TERMS, "episode_minutes"}
