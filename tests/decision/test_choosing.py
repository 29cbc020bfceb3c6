"""What attitudes to risk choose, by closed forms of normal gains, and the cost at which another option takes over by them."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import norm

from cliffhanger.decision.choosing import choice, choices
from cliffhanger.decision.leading import flip, influences, lead, nets_of, rivals
from cliffhanger.decision.risk import MEAN, Risk
from cliffhanger.decision.season_options import Option, ended
from cliffhanger.decision.waiting import Later, waited

N = 20_000
RNG = np.random.default_rng(3)
SCORE = RNG.permutation(norm.ppf((np.arange(N) + 0.5) / N))
CVAR, REACHED = Risk("cvar", 0.2), Risk("chance", 0.9)
TAIL = float(norm.pdf(norm.ppf(0.2)) / 0.2)  # standard deviations by which the mean of the worst fifth is below the mean


def option(name: str, mean: float, deviation: float, cost: float = 100.0) -> Option:
    return Option(name, 10, cost + mean + deviation * SCORE, np.full(N, cost), {})


BOLD, SURE, END = option("renew", 10.0, 20.0), option("finale", 5.0, 2.0, cost=20.0), ended(N)


@pytest.mark.parametrize(
    ("risk", "chosen", "worth"),
    [
        (MEAN, "renew", 10.0),
        (CVAR, "finale", 5.0 - 2.0 * TAIL),
        (Risk("cvar", 1.0), "renew", 10.0),
        (Risk("chance", 0.5), "renew", 10.0),
        (REACHED, "finale", 5.0 - 2.0 * 1.2816),
        (Risk("chance", 0.999), "end", 0.0),
        (Risk("utility", tolerance=100.0), "renew", 10.0 - 400.0 / 200.0),
        (Risk("utility", tolerance=10.0), "finale", 5.0 - 4.0 / 20.0),
    ],
)
def test_each_attitude_chooses_by_its_own_number(risk: Risk, chosen: str, worth: float) -> None:
    found = choice([BOLD, SURE, END], None, risk, asked=True)
    assert found.option == chosen
    assert found.worth == pytest.approx(worth, abs=0.05)
    assert found.worths["end"] == 0


def test_the_one_that_is_asked_for_is_marked_and_listed_once() -> None:
    usual = choices([BOLD, SURE, END], None, MEAN, tolerance=123.4)
    assert [one.asked for one in usual] == [True, False, False, False, False]
    assert usual[-1].risk == Risk("utility", tolerance=120.0)
    further = choices([BOLD, SURE, END], None, Risk("cvar", 0.1), tolerance=0.0)
    assert [one.risk.kind for one in further] == ["mean", "cvar", "chance", "chance", "cvar"]
    assert further[-1].asked
    assert sum(one.asked for one in further) == 1


def test_of_equal_options_the_cheaper_and_no_season_for_nothing() -> None:
    nothing = Option("renew", 10, np.zeros(N), np.zeros(N), {})
    dear, cheap = option("renew", 1.0, 0.0, cost=50.0), option("shorter", 1.0, 0.0, cost=10.0)
    assert choice([dear, cheap, END], None, MEAN, asked=True).option == "shorter"
    assert choice([option("renew", -1.0, 0.0), END], None, CVAR, asked=True).option == "end"
    assert choice([nothing, END], None, REACHED, asked=True).worth == 0


def wait(options: list[Option]) -> Later:
    found = waited(options, SCORE, age_days=90, left_days=[2_000.0] * len(options), resolved=1.0, rng=np.random.default_rng(2))
    assert found is not None
    return found


def test_a_wait_is_weighed_as_a_whole() -> None:
    """What would lose is not ordered when the figures are in: the worst fifth of waiting loses less than that of ordering."""
    later = wait([BOLD])
    found = choice([BOLD, END], later, CVAR, asked=True)
    assert found.option == "end" or found.worths["wait"] > 0
    assert found.worths["wait"] > found.worths["renew"]
    assert choice([BOLD, END], later, MEAN, asked=True).option == "wait"


@pytest.mark.parametrize("risk", [MEAN, CVAR, REACHED, Risk("utility", tolerance=30.0)])
@pytest.mark.parametrize("options", [[BOLD, SURE, END], [BOLD, END], [option("renew", 40.0, 30.0), SURE, END]])
def test_the_next_option_takes_over_by_the_same_attitude(risk: Risk, options: list[Option]) -> None:
    def at(times: float) -> str:
        rows = [Option(o.name, o.episodes, o.gross, o.cost * times, {}) for o in options if o.cost is not None]
        return choice(rows, None, risk, asked=True).option

    chosen = at(1.0)
    found = flip(options, None, chosen, risk)
    assert found is not None
    beyond = 1.0005 if found.times > 1 else 0.9995
    assert at(found.times / beyond) == chosen
    assert at(found.times * beyond) == found.to


def test_a_wait_takes_over_by_the_same_attitude() -> None:
    bold = option("renew", 60.0, 20.0)
    found = flip([bold, END], wait([bold]), "renew", CVAR)
    assert found is not None
    assert found.to in {"wait", "end"}
    assert 1.0 < found.times < 1.6


def test_a_lead_and_what_moves_it_are_by_the_attitude_too() -> None:
    nets = nets_of([BOLD, SURE, END])
    ahead = lead(nets, "finale", CVAR)
    assert ahead is not None
    assert (ahead.over, ahead.by) == ("end", pytest.approx(5.0 - 2.0 * TAIL, abs=0.05))
    (moved,) = influences(nets["finale"], {"size": SCORE}, rivals(nets, "finale"), CVAR)
    assert moved.low < ahead.by
    assert "renew" in moved.flips, "where all goes well the bold one is ahead in the worst fifth of that too"
