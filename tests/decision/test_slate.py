"""The slate against brute force on small instances, by hand, and by its properties."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.decision import program
from cliffhanger.decision.conflicts import Conflict
from cliffhanger.decision.limits import Demand, Limits, Range, limit_rows
from cliffhanger.decision.options import Estimate, Overlap, drawn
from cliffhanger.decision.program import Effort, net_draws, solve, used
from cliffhanger.decision.risk import Risk, attitude_of
from cliffhanger.decision.slate import SlateAnswer, SlateQuestion, budgets_of, decide_slate
from cliffhanger.errors import NotFoundError, UsageError

N_DRAWS = 12
EXACT = Effort(gap=0.0, scenarios=N_DRAWS)
CLOSE = 1e-6  # relative to the sums in play: what the solver promises


def certain(title: str, option: str, value: float, cost: float, **other) -> Estimate:
    return Estimate(title, 1, option, (value,) * 3, (cost,) * 3, **other)


def decided(estimates, *, budget=None, overlaps=(), **other) -> SlateAnswer:
    limits = other.pop("limits", Limits())
    question = SlateQuestion(
        "USD", tuple(estimates), tuple(overlaps), replace(limits, budget=budget), points=other.pop("points", 0), effort=EXACT,
        n_draws=N_DRAWS, **other,
    )  # fmt: skip
    found = decide_slate(question)
    assert isinstance(found, SlateAnswer)
    return found


def taken(answer: SlateAnswer) -> dict[str, str]:
    return {pick.title_id: pick.option for pick in answer.picks}


# By hand


def test_knapsack_by_hand():
    """Nets 6, 5, 4 at costs 6, 5, 5 under 10: b and c (9) beat a alone (6)."""
    answer = decided(
        [certain("a", "renew", 12, 6), certain("b", "renew", 10, 5), certain("c", "renew", 9, 5)], budget=10.0, step=1.0
    )
    assert taken(answer) == {"a": "end", "b": "renew", "c": "renew"}
    assert (answer.net.mean, answer.cost.mean, answer.counts) == (9.0, 10.0, (("renew", 2), ("end", 1)))
    # One more buys a (6) for c (4): cost 11.
    assert answer.next_money is not None
    following = answer.next_money
    assert (following.gain, following.least, following.most, len(following.changed)) == (2.0, 2.0, 2.0, 2)


def test_shared_viewers_by_hand():
    """a and b are worth 10 and 8 and share half of the smaller: together 18 - 4 = 14, less cost 3 + 5: 6, below a alone (7)."""
    both = [certain("a", "renew", 10, 3), certain("b", "renew", 8, 5)]
    assert taken(decided(both)) == {"a": "renew", "b": "renew"}
    answer = decided(both, overlaps=[Overlap(("a", 1), ("b", 1), 0.5)])
    assert (taken(answer), answer.net.mean) == ({"a": "renew", "b": "end"}, 7.0)
    cheaper = decided([both[0], certain("b", "renew", 8, 3)], overlaps=[Overlap(("a", 1), ("b", 1), 0.5)])
    assert (taken(cheaper)["b"], cheaper.net.mean, cheaper.shared_viewers) == ("renew", 8.0, 4.0)
    # Without b the slate would lose 8 - 4 - 3; its own net is 5.
    (_, b) = cheaper.picks
    assert (b.worth_in_slate, b.net.mean) == (1.0, 5.0)


def test_shared_viewers_count_for_the_option_chosen():
    """A finale worth 2 shares half of 2 and not half of 8."""
    rows = [certain("a", "renew", 10, 1), certain("b", "renew", 8, 7), certain("b", "finale", 2, 0.5)]
    answer = decided(rows, overlaps=[Overlap(("a", 1), ("b", 1), 0.5)])
    assert (taken(answer)["b"], answer.net.mean) == ("finale", 9 + 2 - 1 - 0.5)


def test_tail_mean_prefers_the_sure_thing():
    """Worth 10 in the mean with a wide spread, or 8 for sure: the mean takes the first, the worst fifth the second."""
    rows = [Estimate("a", 1, "renew", (-20.0, 10.0, 40.0), (1.0,) * 3), certain("a", "shorter", 8, 1)]
    assert taken(decided(rows))["a"] == "renew"
    assert taken(decided(rows, risk=Risk("cvar", 0.2)))["a"] == "shorter"


def test_nobody_watched_is_worth_nothing():
    answer = decided([certain("a", "renew", 0, 5), certain("b", "renew", 0, 0)], budget=100.0)
    assert taken(answer)["a"] == "end"
    assert (answer.net.mean, answer.pays_back) == (0.0, 0.0)


def test_budget_met_to_the_last_unit():
    """Three tenths do not sum to the budget in binary; that is rounding and not money."""
    rows = [certain(title, "renew", 1.0, 0.1) for title in "abc"]
    assert decided(rows, budget=0.3).counts == (("renew", 3),)
    assert decided(rows, budget=0.29).counts == (("renew", 2), ("end", 1))


def test_seasons_that_share_viewers_but_are_worth_nothing():
    rows = [certain("a", "renew", 0, 0), certain("b", "renew", -1, 0)]
    for risk in (Risk("mean"), Risk("cvar", 0.5)):
        assert decided(rows, overlaps=[Overlap(("a", 1), ("b", 1), 0.5)], risk=risk).net.mean == 0.0


def test_answer_tells_gap_and_bound():
    search = decided([certain("a", "renew", 12, 6)], budget=10.0).search
    assert (search.objective, search.bound, search.gap, search.ended) == (6.0, 6.0, 0.0, "optimal")


def test_a_gap_of_nothing_is_no_share(monkeypatch):
    """A search that ends early may leave a bound above a slate that is worth 0."""
    solver = program.milp

    def stopped(*given, **asked):
        found = solver(*given, **asked)
        found.mip_dual_bound = -0.5
        return found

    monkeypatch.setattr(program, "milp", stopped)
    search = decided([certain("a", "renew", 2, 6)], budget=10.0).search
    assert (search.objective, search.gap) == (0.0, None)
    assert search.bound > 0


def test_a_slate_is_searched_by_two_attitudes_alone():
    """A file to replay may name another, which has no program."""
    for risk in (Risk("chance", 0.9), Risk("utility", tolerance=5.0)):
        with pytest.raises(UsageError, match=r"Search by one of mean, cvar:0\.2"):
            decided([certain("a", "renew", 12, 6)], risk=risk)


def test_what_a_budget_of_risk_uses():
    """Of 12 costs drawn: the dearest quarter is 3 of them; three quarters hold up to the ninth."""
    choices = drawn([Estimate("a", 1, "renew", (9.0, 10.0, 11.0), (1.0, 2.0, 5.0))], seed=3, n_draws=N_DRAWS)
    cost = sorted(choices.cost[0])
    for risk, wanted in ((Risk("cvar", 0.25), np.mean(cost[9:])), (Risk("chance", 0.75), cost[8]), (Risk("mean"), np.mean(cost))):
        (row,) = limit_rows(choices, Limits(5.0, risk))
        assert used(choices, row, (0,), EXACT) == pytest.approx(wanted)
        for budget, best in ((wanted * 1.0001, "renew"), (wanted * 0.9999, "end")):
            answer = decided(choices.estimates[:1], budget=budget, limits=Limits(budget_risk=risk), step=1e-6, seed=3)
            assert taken(answer) == {"a": best}


# Against brute force


@st.composite
def own_shares(draw, first, second, estimates):
    """Shares of some pairs of options of two seasons."""
    options = [[e.option for e in estimates if (e.title_id, e.season) == season] for season in (first, second)]
    named = [pair for pair in itertools.product(*options) if draw(st.booleans())]
    return tuple((*pair, draw(st.sampled_from([0.0, 0.3, 0.9]))) for pair in named)


@st.composite
def instances(draw):
    """Up to five seasons of up to three options, pairs that share viewers, limits of all kinds."""
    number = st.integers(-4, 12)
    estimates = []
    seasons = [(title, 1) for title in "abcde"[: draw(st.integers(1, 5))]]
    for title, season in seasons:
        for option in draw(st.sets(st.sampled_from(["renew", "shorter", "finale"]), min_size=1)):
            value = sorted(float(draw(number)) for _ in range(3))
            cost = sorted(float(draw(st.integers(0, 9))) for _ in range(3))
            episodes, genre = draw(st.integers(0, 9)), draw(st.sampled_from(["drama", "comedy"]))
            estimates.append(Estimate(title, season, option, tuple(value), tuple(cost), episodes, genre))
    pairs = [pair for pair in itertools.combinations(seasons, 2) if draw(st.booleans())]
    overlaps = [Overlap(*pair, draw(st.sampled_from([0.1, 0.5, 1.0])), draw(own_shares(*pair, estimates))) for pair in pairs]
    ranges = []
    if draw(st.booleans()):
        ranges.append(Range("episodes", "", None, float(draw(st.integers(0, 20)))))
    if draw(st.booleans()):
        low = draw(st.integers(0, 2))
        ranges.append(Range("genre", estimates[0].genre, float(low), float(low + draw(st.integers(0, 3)))))
    demands = []
    if draw(st.booleans()):
        one = draw(st.sampled_from(estimates))
        demands.append(Demand(one.title_id, 1, draw(st.sampled_from([None, one.option])), draw(st.booleans())))
    kinds = st.sampled_from([Risk("mean"), Risk("cvar", 0.25), Risk("chance", 0.75)])
    budget = draw(st.one_of(st.none(), st.integers(0, 30).map(float)))
    return estimates, overlaps, Limits(budget, draw(kinds), tuple(ranges), tuple(demands))


def brute_force(choices, rows, risk):
    """The best objective over every set of decisions, written from the definitions; None where none is allowed."""
    best = None
    for chosen in itertools.product(*(choices.of_season(k) for k in range(len(choices.seasons)))):
        picked = list(chosen)
        if any(not row.low - 1e-9 <= _use(choices, row, picked) <= row.high + 1e-9 for row in rows):
            continue
        net = choices.value[picked].sum(axis=0) - choices.cost[picked].sum(axis=0)
        for i, j, share in choices.overlaps:
            own = choices.by_option.get((picked[i], picked[j]), share)
            net = net - own * np.maximum(np.minimum(choices.value[picked[i]], choices.value[picked[j]]), 0.0)
        found = net.mean() if risk.kind == "mean" else _tail(net, risk.share)
        best = found if best is None else max(best, found)
    return best


def _use(choices, row, picked):
    cost = choices.cost[picked].sum(axis=0)
    if row.cost is None:
        return row.weights[picked].sum()
    if row.cost.kind == "mean":
        return cost.mean()
    if row.cost.kind == "cvar":
        return -_tail(-cost, row.cost.share)
    return sorted(cost)[math.ceil(row.cost.share * len(cost)) - 1]


def _tail(gains, share):
    return max(t - np.maximum(t - gains, 0).mean() / share for t in gains)


@settings(max_examples=60)
@given(instances(), st.sampled_from([Risk("mean"), Risk("cvar", 0.25)]))
def test_equals_brute_force(instance, risk):
    estimates, overlaps, limits = instance
    choices = drawn(estimates, overlaps, seed=3, n_draws=N_DRAWS)
    rows = limit_rows(choices, limits)
    found = solve(choices, rows, risk=risk, effort=EXACT)
    wanted = brute_force(choices, rows, risk)
    if found is None or wanted is None:
        assert found is None
        assert wanted is None
        return
    assert found.objective == pytest.approx(wanted, abs=1e-4)
    assert found.bound >= found.objective
    assert attitude_of(risk)(net_draws(choices, found.chosen)) == pytest.approx(found.objective)
    for row in rows:
        told = used(choices, row, found.chosen, EXACT)
        assert told == pytest.approx(_use(choices, row, list(found.chosen)))
        assert told <= row.high + 1e-6


# Properties


@settings(max_examples=30)
@given(instances(), st.floats(0.1, 20))
def test_dearer_never_makes_an_option_likelier(instance, dearer):
    """If an option is not chosen, it is not chosen at a higher cost, unless it ties."""
    estimates, overlaps, limits = instance
    limits = replace(limits, budget_risk=Risk("mean"), ranges=(), demands=())
    low, middle, high = estimates[0].cost
    changed = [replace(estimates[0], cost=(low + dearer, middle + dearer, high + dearer)), *estimates[1:]]

    def best(rows, *, must):
        demand = Demand(rows[0].title_id, 1, rows[0].option, must)
        choices = drawn(rows, overlaps, seed=3, n_draws=N_DRAWS)
        found = solve(choices, limit_rows(choices, replace(limits, demands=(demand,))), effort=EXACT)
        return -math.inf if found is None else found.objective

    if best(estimates, must=True) < best(estimates, must=False):
        assert best(changed, must=True) <= best(changed, must=False)
    assert best(changed, must=True) <= best(estimates, must=True) + CLOSE
    assert best(changed, must=False) == pytest.approx(best(estimates, must=False), abs=1e-6)


@settings(max_examples=25)
@given(instances(), st.lists(st.integers(0, 40).map(float), min_size=2, max_size=4), st.sampled_from([0.0, 0.3]))
def test_value_never_falls_with_the_budget(instance, budgets, gap):
    """Not even where the solver may stop within a wide gap of the best."""
    estimates, overlaps, limits = instance
    found = []
    for budget in sorted(budgets):
        question = SlateQuestion(
            "USD", tuple(estimates), tuple(overlaps), replace(limits, budget=budget), points=6, step=2.0, n_draws=N_DRAWS,
            effort=replace(EXACT, gap=gap),
        )  # fmt: skip
        answer = decide_slate(question)
        if isinstance(answer, Conflict):
            assert not found, "a larger budget allowed less"
            continue
        along = [point.objective for point in answer.frontier if point.objective is not None]
        assert along == sorted(along)
        assert answer.next_money is not None
        assert answer.next_money.gain >= 0
        found.append(answer.search.objective)
    if not gap:
        assert all(after >= before - CLOSE for before, after in itertools.pairwise(found))


@settings(max_examples=25)
@given(instances(), st.sampled_from([0.0069, 1.37, 151.3, 1e6]), st.randoms())
def test_currency_and_row_order_change_nothing(instance, rate, random):
    estimates, overlaps, limits = instance
    abroad = [replace(e, value=tuple(v * rate for v in e.value), cost=tuple(c * rate for c in e.cost)) for e in estimates]
    random.shuffle(abroad)
    home, there = (
        decide_slate(
            SlateQuestion(
                "", tuple(rows), tuple(overlaps), replace(limits, budget=budget), points=0, n_draws=N_DRAWS, effort=EXACT
            )
        )
        for rows, budget in (
            (estimates, limits.budget),
            # A hair above, so that a sum that just meets the budget does so in either money.
            (abroad, None if limits.budget is None else limits.budget * rate * (1 + 1e-12)),
        )
    )
    assert type(home) is type(there)
    if isinstance(home, SlateAnswer) and isinstance(there, SlateAnswer):
        assert there.search.objective == pytest.approx(home.search.objective * rate, abs=1e-4 * rate)


def test_row_order_gives_the_same_answer_to_the_bit():
    rows = [certain(title, "renew", 7 + k, 3 + k % 4) for k, title in enumerate("abcdefgh")]
    assert decided(rows, budget=20.0, points=6) == decided(rows[::-1], budget=20.0, points=6)


# Frontier and limits


def test_frontier_by_hand():
    """a (net 6 for 6) enters at 6; from 10 on b and c (9 for 10) drive it out; from 11 a and b; from 16 all."""
    rows = [certain("a", "renew", 12, 6), certain("b", "renew", 10, 5), certain("c", "renew", 9, 5)]
    answer = decided(rows, budget=12.0, points=9, step=1.0)
    shown = [(p.budget, p.net.mean if p.net else None, p.ordered) for p in answer.frontier]
    assert shown == [
        (2, 0, 0), (4, 0, 0), (6, 6, 1), (8, 6, 1), (10, 9, 2), (12, 11, 2), (14, 11, 2), (16, 15, 3), (18, 15, 3),
    ]  # fmt: skip
    turns = {turn.title_id: turn.steps for turn in answer.turns}
    assert turns["a"] == ((2, "end"), (6, "renew"), (10, "end"), (12, "renew"))
    assert turns["c"] == ((2, "end"), (10, "renew"), (12, "end"), (16, "renew"))
    assert [len(point.changed) for point in answer.frontier] == [0, 0, 1, 0, 3, 2, 0, 1, 0]


def test_frontier_holds_the_budget_itself():
    question = SlateQuestion("", (certain("a", "renew", 2, 1),), limits=Limits(0.7), step=0.1)
    assert {0.7, 0.7 + 0.1} <= set(budgets_of(question))
    assert len(budgets_of(question)) == 13


def test_without_a_budget_there_is_no_frontier():
    answer = decided([certain("a", "renew", 2, 1)])
    assert (answer.next_money, answer.frontier, answer.uses) == (None, (), ())


def test_genre_and_episode_limits_by_hand():
    rows = [
        certain("a", "renew", 9, 1, genre="drama", episodes=10), certain("b", "renew", 8, 1, genre="drama", episodes=10),
        certain("c", "renew", 3, 1, genre="comedy", episodes=6), certain("d", "wait", 5, 1, genre="comedy"),
    ]  # fmt: skip
    ranges = (Range("genre", "drama", None, 1), Range("episodes", "", None, 16))
    assert taken(decided(rows, limits=Limits(ranges=ranges))) == {"a": "renew", "b": "end", "c": "renew", "d": "wait"}
    # Waiting orders nothing: two comedies cannot be had.
    conflict = decide_slate(SlateQuestion("", tuple(rows), limits=Limits(ranges=(Range("genre", "comedy", 2, None),))))
    assert isinstance(conflict, Conflict)


def test_demands():
    rows = [certain("a", "renew", 9, 1), certain("a", "finale", 2, 1), certain("b", "renew", 1, 5)]
    demands = (Demand("a", 1, "renew", must=False), Demand("b", 1, None, must=True))
    assert taken(decided(rows, limits=Limits(demands=demands))) == {"a": "finale", "b": "renew"}
    answer = decided(rows, limits=Limits(demands=(Demand("a", 1, "end", must=True),)))
    assert taken(answer)["a"] == "end"


@pytest.mark.parametrize(
    ("limits", "error", "said"),
    [
        (Limits(-1.0), UsageError, "budget of -1"),
        (Limits(ranges=(Range("genre", "dramma", 1, None),)), UsageError, 'no season has the genre "dramma".*drama'),
        (Limits(ranges=(Range("language", "fr", 1, None),)), UsageError, "column language"),
        (Limits(ranges=(Range("seasons", "", 3, 2),)), UsageError, "3 at least and 2 at most"),
        (Limits(demands=(Demand("aa", 1, None, must=True),)), NotFoundError, 'Did you mean "a:1"'),
        (Limits(demands=(Demand("a", 1, "wait", must=True),)), NotFoundError, "has renew, end"),
    ],
)
def test_limits_that_cannot_be(limits, error, said):
    choices = drawn([certain("a", "renew", 2, 1, genre="drama")], seed=1, n_draws=10)
    with pytest.raises(error, match=said):
        limit_rows(choices, limits)
