"""What moves the lead of the best option, by known Sobol indices, and the cost at which another takes over, by hand."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import norm

from cliffhanger.decision.leading import OF_AN_ENDING, Flip, Influence, concerning, flip, influences, lead, nets_of, rivals
from cliffhanger.decision.season_options import Option, best, ended, valued
from cliffhanger.decision.waiting import Later, waited

N = 40_000
RNG = np.random.default_rng(1)


def options(cost_per_episode: float) -> list[Option]:
    """Of equal cost an episode; worth 100 by 10 episodes, 80 by 6, 40 by 2."""
    worth = {"renew": (10, 100.0), "shorter": (6, 80.0), "final_season": (10, 100.0), "finale": (2, 40.0)}
    rows = [
        Option(name, count, np.full(10, gross), np.full(10, cost_per_episode * count), {})
        for name, (count, gross) in worth.items()
    ]
    return [*rows, ended(10)]


def chosen(rows: list[Option]) -> str:
    found = best([valued(option) for option in rows])
    assert found is not None
    return found.option


@pytest.mark.parametrize(
    ("cost", "option", "to", "per_episode"),
    # 4 episodes more for 20; 4 more for 40; 2 for 40.
    [
        (3, "renew", "shorter", 20 / 4),
        (7, "shorter", "finale", 40 / 4),
        (15, "finale", "end", 40 / 2),
        (30, "end", "finale", 40 / 2),
    ],
)
def test_the_next_option_takes_over_at_the_cost_that_is_told(cost: float, option: str, to: str, per_episode: float) -> None:
    rows = options(cost)
    assert chosen(rows) == option
    found = flip(rows, None, option)
    assert found is not None
    assert (found.to, found.per_episode, found.times) == (to, pytest.approx(per_episode), pytest.approx(per_episode / cost))
    beyond = 0.999 if option == "end" else 1.001
    assert found.per_episode is not None
    assert chosen(options(found.per_episode * beyond)) == to
    assert chosen(options(found.per_episode / beyond)) == option


def test_where_no_cost_changes_the_answer_none_is_told() -> None:
    nothing = Option("renew", 10, np.full(10, -1.0), np.full(10, 5.0), {})
    assert flip([nothing, ended(10)], None, "end") is None
    free = Option("renew", 10, np.full(10, 5.0), np.zeros(10), {})
    assert flip([free, ended(10)], None, "renew") is None


def waiting(rows: list[Option], signal: np.ndarray) -> Later:
    found = waited(
        rows[:-1], signal, age_days=90, left_days=[200.0] * (len(rows) - 1), resolved=1.0, rng=np.random.default_rng(2)
    )
    assert found is not None
    return found


def test_waiting_takes_over_before_an_end_where_it_is_worth_more() -> None:
    signal = RNG.normal(0, 1, N)
    rows = [Option("renew", 10, 100.0 + 30.0 * signal, np.full(N, 30.0), {}), ended(N)]
    found = flip(rows, waiting(rows, signal), "renew")
    assert found is not None
    assert found.to == "wait"
    assert 1.0 < found.times < 100 / 30
    dear = [Option("renew", 10, 100.0 + 30.0 * signal, np.full(N, found.times * 30.0 * 1.01), {}), ended(N)]
    later = waiting(dear, signal)
    assert later.told.net > 0
    assert later.told.information - later.told.delay > 0
    on = flip(dear, later, "wait")
    assert isinstance(on, Flip)
    assert (on.to, on.per_episode) == ("end", None)


def test_shares_of_the_variance_are_those_of_a_linear_model() -> None:
    inputs = {name: RNG.normal(0, 1, N) for name in ("three", "four", "none")}
    net = 3 * inputs["three"] - 4 * inputs["four"] + 1
    end = {"end": np.zeros(N)}
    found = {one.name: one for one in influences(net, inputs | {"fixed": np.ones(N)}, end)}
    assert set(found) == {"three", "four"}
    assert found["three"].share == pytest.approx(9 / 25, abs=0.02)
    assert found["four"].share == pytest.approx(16 / 25, abs=0.02)
    tail = norm.pdf(norm.ppf(0.9)) / 0.1
    assert (found["four"].low, found["four"].high) == pytest.approx((1 + 4 * tail, 1 - 4 * tail), abs=0.2)
    assert found["four"].flips == ("end",)
    assert {one.flips for one in influences(net, inputs, {})} == {()}, "without a cost nothing flips"


def test_inputs_move_the_lead_of_the_best_option_whichever_it_is() -> None:
    size, draw = RNG.normal(0, 1, N), RNG.normal(0, 1, N)
    renew, finale = -5.0 + 30.0 * size, 10.0 + 6.0 * size + 4.0 * draw
    nets = {"renew": renew, "final_season": renew, "finale": finale, "end": np.zeros(N)}
    ahead = lead(nets, "finale")
    assert ahead is not None
    assert (ahead.option, ahead.over) == ("finale", "end")
    assert ahead.by == pytest.approx(10.0, abs=0.1)
    found = {one.name: one for one in influences(nets["finale"], {"size": size, "draw": draw}, rivals(nets, "finale"))}
    assert found["draw"].share == pytest.approx(16 / 52, abs=0.02)
    assert found["draw"].flips == (), "10 - 4 x 1.755 is above an end"
    assert found["size"].flips == ("end", "renew"), "an end where it is small, a renewal where it is large"


def test_what_only_an_ending_has_is_not_said_to_move_other_options() -> None:
    """A finale's input that explains 1 % of a renewal's value does so by chance."""
    found = [Influence("launch", 1.0, 3.0, 0.4, ()), *(Influence(name, 1.0, 2.0, 0.01, ()) for name in OF_AN_ENDING)]
    for compared in ({"renew"}, {"shorter", "renew"}, {"renew", "end"}):
        assert [one.name for one in concerning(found, compared)] == ["launch"]
    for compared in ({"renew", "finale"}, {"final_season", "end"}, {"shorter", "wait"}):
        assert list(concerning(found, compared)) == found
    flips = Influence("finale_draw", 1.0, -2.0, 0.0, ("finale",))
    assert concerning([flips], {"shorter", "renew"}) == (flips,)


def test_an_equal_option_is_none_of_the_others() -> None:
    size = RNG.normal(0, 1, N)
    rows = [Option(name, 10, 20.0 + size, np.full(N, 10.0), {}) for name in ("renew", "final_season")]
    nets = nets_of([*rows, ended(N)])
    ahead = lead(nets, "renew")
    assert ahead is not None
    assert ahead.over == "end"
    assert lead({"renew": size}, "renew") is None
