"""Costs put together: a well known earlier season outweighs a list article, and other titles tell something too."""

from __future__ import annotations

import numpy as np
import pytest

from cliffhanger.assumptions import value
from cliffhanger.decision.cost import CostLine, Quality, season_cost
from cliffhanger.decision.pooled_cost import USUAL, Title, pooled
from cliffhanger.estimates.season_terms import Terms

FEWEST = int(value("cost_fewest_titles"))


def line(title: str, season: int, amount: float, quality: Quality = "own_books", *, per_episode: bool = True) -> CostLine:
    return CostLine(title, season, "production", amount, "USD", per_episode, quality, f"{title} {season}")


def asked(season: int = 3) -> Title:
    return Title(season, {1: 10, 2: 10}, 45.0, 0.2)


def test_the_only_line_is_read_as_its_grade_says() -> None:
    known = pooled({"t": asked(2)}, {"t": [line("t", 1, 100.0, "list_article")]}, into="USD")["t"]
    assert known.factor == pytest.approx(1.0)
    assert known.spread == pytest.approx(np.log(1.8 / 0.55) / (2 * 1.2816), rel=0.03)


def test_a_season_in_the_books_outweighs_the_article_on_the_next() -> None:
    lines = [line("t", 1, 100.0), line("t", 2, 300.0, "list_article")]
    known = pooled({"t": asked()}, {"t": lines}, into="USD")["t"]
    assert known.factor * 300.0 == pytest.approx(100.0 * value("step_up") ** 2, rel=0.15)
    assert known.spread < 0.2


def test_whole_amounts_and_those_per_episode_are_the_same_thing() -> None:
    each = pooled({"t": asked()}, {"t": [line("t", 1, 100.0), line("t", 2, 110.0)]}, into="USD")["t"]
    whole = [line("t", 1, 1_000.0, per_episode=False), line("t", 2, 1_100.0, per_episode=False)]
    assert pooled({"t": asked()}, {"t": whole}, into="USD")["t"] == each


def test_a_planned_whole_amount_is_not_that_of_an_episode() -> None:
    """Season 3 is planned for 1,200 with 12 episodes: 100 each, whether told so or as a whole."""
    title = Title(3, {1: 10, 2: 10, 3: 12}, 45.0, 0.2)
    past = line("t", 2, 95.0)
    each = pooled({"t": title}, {"t": [past, line("t", 3, 100.0)]}, into="USD")["t"]
    assert pooled({"t": title}, {"t": [past, line("t", 3, 1_200.0, per_episode=False)]}, into="USD")["t"] == each
    assert each.factor == pytest.approx(1.0, abs=0.05)


def test_other_titles_tell_what_a_poorly_known_one_costs() -> None:
    titles = {f"t{k}": Title(2, {1: 10}, 45.0, 0.2) for k in range(FEWEST + 2)}
    lines = {name: [line(name, 1, 100.0 + k)] for k, name in enumerate(titles)} | {"t0": [line("t0", 1, 400.0, "list_article")]}
    known = pooled(titles, lines, into="USD")
    assert 100.0 < known["t0"].factor * 400.0 < 200.0
    assert known["t5"].factor == pytest.approx(1.0, abs=0.1), "what stands in the books hardly moves"
    few = {name: titles[name] for name in list(titles)[:FEWEST]}
    assert pooled(few, lines, into="USD")["t0"].factor == pytest.approx(1.0), "too few to learn from"


def test_what_is_known_replaces_what_the_grades_say() -> None:
    rng = np.random.default_rng(1)
    found = season_cost(
        [line("t", 1, 100.0, "list_article")], season=1, episodes=10, into="USD", known=(0.5, 0.1), rng=rng, n_draws=2_000
    ).whole
    assert found.quantile(0.5) == pytest.approx(500.0, rel=0.01)
    assert found.quantile(0.9) == pytest.approx(500.0 * np.exp(0.128), rel=0.02)


def assuming(**given: tuple[float, float, float]) -> Terms:
    return Terms({**USUAL.ends, **given})


def test_a_grade_that_runs_low_raises_what_it_tells() -> None:
    told = {"t": [line("t", 1, 100.0, "list_article")]}
    known = pooled({"t": asked(2)}, told, into="USD", terms=assuming(cost_list_article=(1.0, 1.5, 2.0)))["t"]
    assert known.factor == pytest.approx(1.5)
    assert known.spread == pytest.approx(np.hypot(np.log(2.0) / (2 * 1.2816), value("cost_seasons_apart")), rel=0.01)


@pytest.mark.parametrize(
    "given",
    [
        {"cost_fewest_titles": (30.0,) * 3},
        {"cost_well_known": (0.0,) * 3},
        {"cost_titles_apart": (0.6,) * 3},
        {"cost_ridge": (50.0,) * 3},
        {"cost_least_doubt": (0.1,) * 3},
        {"cost_seasons_apart": (0.3,) * 3},
        {"cost_least_following": (1.0,) * 3},
    ],
)
def test_what_is_assumed_of_pooling_is_used(given: dict[str, tuple[float, float, float]]) -> None:
    titles = {f"t{k}": Title(2, {1: 10}, 40.0 + k, 0.02 * k + 0.01) for k in range(FEWEST + 2)}
    lines = {name: [line(name, 1, 100.0 + 9 * k)] for k, name in enumerate(titles)} | {
        "t0": [line("t0", 1, 400.0, "list_article")]
    }
    assert pooled(titles, lines, into="USD", terms=assuming(**given)) != pooled(titles, lines, into="USD")


def test_no_line_no_answer() -> None:
    assert pooled({"t": asked()}, {}, into="USD") == {}
    assert pooled({"t": asked()}, {"t": [line("t", 4, 100.0)]}, into="USD") == {}
