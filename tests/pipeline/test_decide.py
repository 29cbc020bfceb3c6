"""Whether another season pays, on the figures that come with the package."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import numpy as np
import pytest

from cliffhanger.decision.options import Estimate
from cliffhanger.dossier.plain import plain
from cliffhanger.errors import InputError, NotFoundError, UsageError
from cliffhanger.pipeline.compared import compared
from cliffhanger.pipeline.decide import Terms, decide
from cliffhanger.pipeline.decide_again import question_of, replay, versions
from cliffhanger.pipeline.dossier import dossier
from cliffhanger.pipeline.figures import bundled_figures
from cliffhanger.report.formats import decision_json
from cliffhanger.report.text import decision_text
from cliffhanger.sources.reported_costs import GRADES, reported_costs

SEED = 20200101


@pytest.fixture(scope="module")
def bundled():
    return bundled_figures()


def ask(figures, series: str = "Spinning Out", *, as_of: dt.date | None = None, season: int | None = None, **terms):
    return decide(figures, series, season=season, as_of=as_of, terms=Terms(**terms), rng=np.random.default_rng(SEED))


@pytest.fixture(scope="module")
def ten(bundled):
    return ask(bundled, episodes=10)


def test_spinning_out(ten):
    """Its latest half-years had 18.0 and 14.3 million hours: 32.3 a year. At the middles, season and episode follow by
    multiplication, within what the middle of a product differs from the product of middles.
    """
    should = ten.should
    assert (should.basis, should.missing, should.base_hours) == ("settled", "", 32_300_000)
    assert should.hours.p50 == pytest.approx(32.3e6 * should.ratio.p50, rel=0.001)
    for row in should.worth:
        assert row.season.p50 == pytest.approx(should.hours.p50 * row.value.p50, rel=0.05)
        assert row.episode.p50 == pytest.approx(row.season.p50 / 10)
        assert row.hour.p50 == pytest.approx(row.season.p50 / (ten.runtime_min / 60))
        assert 0 < row.episode.p10 < row.episode.p50 < row.episode.p90
    assert [row.assumption for row in should.worth] == ["value_per_hour", "revenue_per_hour", "advertising_per_hour"]


def test_spinning_out_is_for_review_by_name(ten):
    judged = {guard.code: guard.outcome for guard in ten.should.guards}
    assert judged == {"hours": "PASS", "pairs": "REVIEW", "launch": "REVIEW", "average_hour": "REVIEW", "wait": "REVIEW"}


def test_the_ratio_is_not_learnt_from_the_season_itself(bundled, ten):
    """Spinning Out has no second season: leaving its figures out changes no ratio."""
    import dataclasses

    import pyarrow.compute as pc

    kept = bundled.halfyear.filter(pc.not_equal(bundled.halfyear.column("series_key"), "spinningout"))
    assert kept.num_rows == bundled.halfyear.num_rows - 4
    other = ask(dataclasses.replace(bundled, halfyear=kept), "Messiah")
    assert (other.should.ratio, other.should.pairs) == (ten.should.ratio, ten.should.pairs)


def test_an_earlier_day_knows_less(bundled):
    """On the last day of 2024 the second half of 2024 was not out: 18.7 + 18.0 million hours. Of the pairs that were, too few."""
    early = ask(bundled, as_of=dt.date(2024, 12, 31), episodes=10).should
    assert early.base_hours == 36_700_000
    assert early.pairs < ask(bundled, episodes=10).should.pairs
    withheld = ask(bundled, as_of=dt.date(2024, 5, 23), episodes=10).should
    assert (withheld.missing, withheld.worth, withheld.hours.p50) == ("few_pairs", (), None)
    assert [guard.outcome for guard in withheld.guards] == ["FAIL"]


def test_a_source_younger_than_the_day_is_said(bundled):
    day = dt.date(2025, 1, 31)
    judged = {guard.code for guard in ask(bundled, as_of=day).should.guards}
    assert "later_source" in judged
    own = ask(bundled, as_of=day, assume={"value_per_hour": (0.1, 0.1, 0.1)}).should
    assert "later_source" not in {guard.code for guard in own.guards}
    assert own.assumptions[0].changed


def test_a_season_that_was_listed_uses_its_launch(bundled):
    should = ask(bundled, "The Diplomat").should
    assert should.basis == "launch"
    assert should.pairs > 200
    assert {g.code: g.outcome for g in should.guards}["launch"] == "PASS"


def test_a_known_cost_gives_a_chance_and_dearer_is_never_likelier(bundled):
    chances = []
    for cost in (1e5, 3e5, 6.4e5, 2e6, 1e7):
        payback = ask(bundled, episodes=10, cost_per_episode=(cost, cost, cost)).should.payback
        chances.append(payback.chance)
        assert payback.margin.p50 == pytest.approx(6.4e6 - 10 * cost, abs=1e5)
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 0.95
    assert chances[-1] < 0.05


def test_at_the_value_where_it_flips_the_chance_is_a_half(bundled):
    cost = (2e6, 2e6, 2e6)
    flip = ask(bundled, episodes=10, cost_per_episode=cost).should.payback.flip_value
    again = ask(bundled, episodes=10, cost_per_episode=cost, assume={"value_per_hour": (flip, flip, flip)})
    assert again.should.payback.chance == pytest.approx(0.5, abs=0.001)


def test_a_dearer_hour_is_worth_more_and_nothing_is_worth_nothing(bundled, ten):
    double = ask(bundled, episodes=10, assume={"value_per_hour": (0.158, 0.158, 0.158)}).should.worth[0].season.p50
    assert double == pytest.approx(2 * ten.should.worth[0].season.p50, rel=0.02)
    nothing = ask(bundled, episodes=10, assume={"value_per_hour": (0.0, 0.0, 0.0)}).should.worth[0]
    assert (nothing.season.p10, nothing.season.p90) == (0.0, 0.0)


def test_dossier_and_decide_say_the_same(bundled):
    whole = dossier(bundled, "Spinning Out", season=None, as_of=None, rng=np.random.default_rng(SEED))
    assert whole.should == ask(bundled).should


@pytest.mark.parametrize(
    ("terms", "place"),
    [
        ({"episodes": 0}, "--episodes"),
        ({"episodes": 100_000}, "--episodes"),
        ({"assume": {"value_per_hours": (1, 1, 1)}}, 'Did you mean "value_per_hour"'),
        ({"assume": {"value_per_hour": (-1, 1, 1)}}, "--assume value_per_hour"),
        ({"assume": {"value_per_hour": (2, 2, 1)}}, "no interval"),
        ({"assume": {"value_per_hour": (float("nan"),) * 3}}, "cannot be"),
        ({"assume": {"episode_minutes": (0, 30, 60)}}, "above zero"),
        ({"cost_per_episode": (-1.0, 1.0, 2.0)}, "--cost-per-episode"),
        ({"cost_per_episode": (float("inf"),) * 3}, "cannot be"),
        ({"n_draws": -4}, "no number of draws"),
    ],
)
def test_terms_that_cannot_be_are_refused(bundled, terms, place):
    with pytest.raises(UsageError) as refused:
        ask(bundled, **terms)
    assert place in str(refused.value)


def test_seasons_that_cannot_be_decided_are_refused(bundled):
    with pytest.raises(UsageError, match="has a successor"):
        ask(bundled, "Bridgerton", season=1)
    with pytest.raises(NotFoundError, match="Spinning Out"):
        ask(bundled, "Spining Out")


# Again


def written(path: Path, bundled, **terms) -> Path:
    asked = Terms(**terms)
    found = decide(bundled, "Spinning Out", season=None, as_of=None, terms=asked, rng=np.random.default_rng(SEED))
    path.write_text(decision_json(found, question_of(found, asked, seed=SEED), versions()), encoding="utf-8")
    return path


def test_the_same_question_gives_the_same_answer_again(bundled, tmp_path):
    path = written(
        tmp_path / "d.json", bundled, episodes=10, cost_per_episode=(1e6, 2e6, 4e6), assume={"value_per_hour": (0.05, 0.1, 0.2)}
    )
    again, question, held = replay(bundled, path)
    assert (held.differs, held.lacks, held.besides) == ((), (), ())
    assert held.values > 100
    assert question == json.loads(path.read_text())["question"]
    assert plain(again) == json.loads(path.read_text())["answer"]


def test_a_changed_answer_is_told_by_its_place(bundled, tmp_path):
    path = written(tmp_path / "d.json", bundled, episodes=10)
    kept = json.loads(path.read_text())
    kept["answer"]["should"]["hours"]["p50"] += 1.0
    kept["question"]["seed"] = SEED + 1
    path.write_text(json.dumps(kept))
    told = replay(bundled, path)[2].differs
    assert any(line.startswith("answer.should.hours.p50: ") for line in told)


def test_what_an_earlier_version_wrote_is_compared_in_the_fields_that_both_have(bundled, tmp_path):
    path = written(tmp_path / "d.json", bundled, episodes=10, cost_per_episode=(1e6, 2e6, 4e6))
    kept = json.loads(path.read_text())
    whole = replay(bundled, path)[2].values
    del kept["question"]["risk"], kept["answer"]["should"]["payback"]["risk"]
    for guard in kept["answer"]["should"]["guards"]:
        del guard["threshold"]
    path.write_text(json.dumps(kept))
    held = replay(bundled, path)[2]
    assert (held.differs, held.besides) == ((), ())
    assert sorted(held.lacks) == ["answer.should.guards.threshold", "answer.should.payback.risk"]
    assert held.values < whole
    assert held.other_fields[0].startswith("an earlier version wrote the file: it has no answer.should")
    kept["answer"]["should"]["pairs"] += 1
    path.write_text(json.dumps(kept))
    assert any(line.startswith("answer.should.pairs: ") for line in replay(bundled, path)[2].differs)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"kind": "decision"}', '{"kind": "decision", "answer": {}, "question": {"series": "x"}}']
)
def test_what_is_no_decision_is_refused(bundled, tmp_path, text):
    path = tmp_path / "d.json"
    path.write_text(text)
    with pytest.raises(InputError, match="no decision"):
        replay(bundled, path)


def test_differences_name_places_and_types():
    assert compared({"a": [1, 2.0]}, {"a": [1, 2.0]}, "x").differs == ()
    assert compared({"a": [1, 2]}, {"a": [1, 3], "b": None}, "x").differs == ("x.a[1]: 2 before, 3 now",)
    assert compared({"a": 1}, {"a": 1.0}, "x").differs == ("x.a: 1 before, 1.0 now",)
    assert compared({"a": "b" * 99}, {"a": "c"}, "x").differs == (f"x.a: {'b' * 60}… before, c now",)


def test_a_key_of_a_mapping_is_a_value_and_a_field_of_a_record_is_not():
    now = Estimate("s", 1, "renew", (1.0, 2.0, 3.0), (1.0, 1.0, 1.0))
    before = plain(now) | {"weight": 2}
    del before["reserve"]
    held = compared({"a": before}, {"a": now, "b": 1}, "x")
    assert (held.differs, held.lacks, held.besides) == (("x.b: None before, 1 now",), ("x.a.reserve",), ("x.a.weight",))


def test_the_text_begins_with_the_sentence(ten):
    lines = decision_text(ten).split("\n")
    assert lines[0].startswith("Spinning Out, season 1")
    assert lines[2].startswith("From public figures alone, another season could cost 0.64 million USD an episode")


# The table of reported costs


def test_reported_costs_below_the_break_even_are_counted(bundled, ten):
    """At six times the value the middle is about 3.8 M USD an episode: On My Block, Squid Game and Virgin River lie below it."""
    assert (ten.should.reported_below, ten.should.reported_count) == (0, 38)
    dear = ask(bundled, episodes=10, assume={"value_per_hour": (0.47, 0.47, 0.47)}).should
    assert 3.5e6 < dear.worth[0].episode.p50 < 4e6
    assert dear.reported_below == 3
    assert [cost.series for cost in dear.reported[:3]] == ["On My Block", "Squid Game", "Virgin River"]
    lows = [cost.low for cost in dear.reported]
    assert lows == sorted(lows)


def test_reported_costs_are_graded_and_in_order():
    rows = reported_costs()
    assert len(rows) == len({(row.series, row.seasons) for row in rows}) > 40
    assert {row.grade for row in rows} == set(GRADES)
    for row in rows:
        assert row.episode or row.season
        assert "://" not in row.source
        for ends in (row.episode, row.season):
            assert ends is None or 0 < ends[0] <= ends[1]
