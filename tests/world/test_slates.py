"""Sets of orders: costs, joint values, and the search for the best one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cliffhanger.world.effects import Market, option_effects
from cliffhanger.world.joint import Replays
from cliffhanger.world.ordering import OPTIONS, RENEW, Slate, continuable, cost_of, episodes_of
from cliffhanger.world.slates import Bounds, Choice, Valued, greedy, local_search
from tests.world.service import market


@pytest.fixture(scope="module")
def small() -> Market:
    return market(households=800)


def test_a_finale_costs_less_than_a_shorter_order_and_that_less_than_a_season(small: Market) -> None:
    for series in continuable(small.catalogue):
        renew, shorter, finale = (cost_of(small.catalogue, small.rules, small.costs, series, option) for option in OPTIONS)
        assert 0 < finale < shorter < renew
        episodes = [episodes_of(small.catalogue, small.rules, series, option) for option in OPTIONS]
        assert episodes == sorted(set(episodes), reverse=True)
        assert episodes[-1] >= 1


def test_together_they_win_fewer_than_one_by_one() -> None:
    eager = market(households=600, join_pull=0.5, organic_joins=0.0)  # a household joins but once, for whichever comes first
    effects = option_effects(eager, each=map, progress=lambda _: None)
    alone = [one for one in effects if (one.option, one.others) == (RENEW, "end")]
    among = [one for one in effects if (one.option, one.others) == (RENEW, "renew")]
    joint = Replays(eager, each=map).value(dict.fromkeys(continuable(eager.catalogue), RENEW))
    assert joint.cost == pytest.approx(sum(one.cost for one in alone))
    assert sum(one.joins for one in among) < joint.joins < sum(one.joins for one in alone)
    assert joint.net < sum(one.net for one in alone)


def test_a_value_does_not_depend_on_what_was_valued_before(small: Market) -> None:
    one, two, *_ = continuable(small.catalogue)
    straight = Replays(small, each=map).value({one: "shorter", two: "finale"})
    winding = Replays(small, each=map)
    winding.value({two: RENEW})
    winding.rest({one: "finale", two: RENEW})
    assert winding.value({one: "shorter", two: "finale"}) == straight
    assert winding.value({}).net == 0.0


# Four choices with shared viewers: worth is 10 for each viewer reached by any of them; cost as given.
REACHED: dict[Choice, set[int]] = {
    (0, RENEW): {1, 2, 3, 4, 5, 6},
    (1, RENEW): {1, 2, 3, 7},
    (2, RENEW): {4, 5, 6, 8},
    (2, "shorter"): {4, 8},
}
COSTS = {(0, RENEW): 20.0, (1, RENEW): 15.0, (2, RENEW): 15.0, (2, "shorter"): 5.0}


def toy_worth(slate: Slate) -> float:
    return 10.0 * len(set().union(*(REACHED[choice] for choice in slate.items())))


def toy(costs: Mapping[Choice, float] = COSTS) -> Valued:
    bounds = {choice: Bounds(alone=10.0 * len(REACHED[choice]), among=0.0, cost=costs[choice]) for choice in REACHED}
    return Valued(toy_worth, bounds, rest=lambda _: None)


def test_greedy_takes_what_pays_most_for_its_cost() -> None:
    # A budget of 30: series 0 gives (60 - 20) / 20 = 2, series 2 shorter (20 - 5) / 5 = 3: first. Then series 0 adds
    # 50 - 20 = 30 (viewer 4 is reached already), 1.5 for its cost; series 1 adds 40 - 15 = 25, 1.67 for its cost: second.
    # 20 are spent, and series 0 no longer fits. Worth 60 - 20 = 40.
    found = greedy(toy(), budget=30.0)
    assert found.slate == {2: "shorter", 1: RENEW}
    assert (found.cost, found.net) == (20.0, 40.0)


def test_local_search_leaves_a_set_that_greedy_is_caught_in() -> None:
    # Series 0 for series 1 promises most: viewers 1 to 6 and 8 for 25, 70 - 25 = 45. From there no single move fits that is
    # worth more; orders 1 and 2 in full would be (80 - 30 = 50), but that is two moves away: the search is local.
    valued = toy()
    first = greedy(valued, budget=30.0)
    best = local_search(valued, first, budget=30.0, most_replays=50)
    assert best.slate == {0: RENEW, 2: "shorter"}
    assert (first.net, best.net) == (40.0, 45.0)
    assert best.ended
    assert valued.cost(best.slate) <= 30.0


def test_a_search_that_is_cut_short_says_so() -> None:
    valued = toy()
    best = local_search(valued, greedy(valued, budget=30.0), budget=30.0, most_replays=0)
    assert not best.ended


def test_nothing_is_ordered_where_nothing_pays() -> None:
    found = greedy(toy(dict.fromkeys(COSTS, 1_000.0)), budget=1e9)
    assert (found.slate, found.net, found.cost) == ({}, 0.0, 0.0)
