"""The back-test: outcomes, quarters of the challenger, and a replay that can be told right from wrong."""

from __future__ import annotations

import dataclasses
import datetime as dt

import numpy as np
import pytest

from cliffhanger.backtest import challenger, scoring
from cliffhanger.backtest.audience import score_audience
from cliffhanger.backtest.replay import (
    BASE_RATE,
    INDEX,
    KAPLAN_MEIER,
    MODEL,
    RECENT_KAPLAN_MEIER,
    default_origins,
    known_returns,
    replay_all,
)
from cliffhanger.backtest.run import Result, evidence
from cliffhanger.errors import UsageError
from cliffhanger.estimates.cure import Waiting
from cliffhanger.pipeline.figures import bundled_figures, ledger
from tests.estimates.samples import records

ORIGIN = dt.date(2024, 6, 30)


@pytest.fixture(scope="module")
def bundled():
    return bundled_figures()


@pytest.fixture(scope="module")
def replays(bundled):
    return replay_all(bundled, (ORIGIN,), progress=lambda _: None)


def test_returns_known_later_by_hand():
    """The first later season with a higher number; a lower number or an earlier day is no return."""
    days = np.array(["2022-01-05", "2021-01-05", "2023-02-01", "2023-09-01"], dtype="datetime64[D]")
    truth = records(4, series_key=["a"] * 4, premiere=days, season=[1.0, 5.0, 2.0, 3.0])
    asked = records(2, series_key=["a", "b"], premiere=days[:2], season=[1.0, 1.0])
    assert known_returns(asked, truth).astype(str).tolist() == ["2023-02-01", "NaT"]


def test_challenger_counts_only_whole_watched_quarters():
    """Back on day 100, watched for 200: out in quarter 0, back in quarter 1. Back on day 100, watched for 150: quarter 0 only.

    Not back and watched for 300: out in quarters 0, 1 and 2 (a quarter has 91.3 days).
    """
    waiting = Waiting(np.array([100.0, 100.0, 400.0]), np.array([True, True, False]), np.zeros(3), np.ones(3))
    season, quarter, back = challenger._person_quarters(waiting, np.array([200.0, 150.0, 300.0]))
    assert list(zip(season, quarter, back, strict=True)) == [(0, 0, 0), (0, 1, 1), (1, 0, 0), (2, 0, 0), (2, 1, 0), (2, 2, 0)]


def test_challenger_survival_is_straight_between_quarters():
    """Half way through the first quarter, half of its loss."""
    at = np.linspace(1.0, 0.2, challenger.QUARTERS + 1)[None, :]
    law = challenger.QuarterlySurvival(at)
    assert law.survival(np.array([challenger.QUARTER_DAYS / 2]))[0] == pytest.approx((at[0, 0] + at[0, 1]) / 2)
    assert law.survival(np.array([99_999.0]))[0] == pytest.approx(0.2)


def test_a_replay_forecasts_every_young_running_season(bundled, replays):
    """As many forecasts as seasons between 28 days and 36 months old not known to be back; every model on every one."""
    records_then = ledger(bundled, as_of=ORIGIN)
    age = records_then.days_since_premiere(ORIGIN)
    expected = int((records_then.running & (age >= 28) & (age <= 36 * 30.4375)).sum())
    replay = replays[0]
    assert len(replay.outcome) == expected > 900
    assert set(replay.forecasts) == {MODEL, BASE_RATE, KAPLAN_MEIER, RECENT_KAPLAN_MEIER, INDEX, challenger.NAME}
    for chance in replay.forecasts.values():
        assert np.all((chance >= 0) & (chance <= 1))
    assert 50 < replay.outcome.sum() < expected / 3


def test_outcomes_are_unknown_on_the_day(bundled, replays):
    """No season counted as returned was known to be back on the replayed day."""
    then = ledger(bundled, as_of=ORIGIN)
    running = {(k, p) for k, p in zip(then.series_key[then.running], then.premiere[then.running], strict=True)}
    assert set(replays[0].series_key) <= {key for key, _ in running}


def test_scores_tell_a_good_forecast_from_a_bad_one(replays, monkeypatch):
    """The truth as forecast beats everything; the model stands between; the shuffled model loses its lead."""
    monkeypatch.setattr(scoring, "RESAMPLES", 40)
    replay = replays[0]
    rng = np.random.default_rng(4)
    forecasts = {
        MODEL: replay.forecasts[MODEL],
        "oracle": np.clip(replay.outcome, 0.01, 0.99),
        "shuffled": rng.permutation(replay.forecasts[MODEL]),
    }
    changed = dataclasses.replace(replay, forecasts=forecasts)
    result = scoring.score((changed,), judged_until=dt.date(2025, 6, 29), detected_until=dt.date(2024, 12, 31), rng=rng)
    everyone = result.groups[0]
    log_loss = {s.model: s.log_loss for s in everyone.scores}
    assert log_loss["oracle"] < log_loss[MODEL] < log_loss["shuffled"]
    assert next(s.auc for s in everyone.scores if s.model == "oracle") == 1.0
    gain = next(d for d in everyone.differences if d.rival == "shuffled").log_loss
    assert gain.high < 0
    groups = {g.group: g.forecasts for g in result.groups}
    assert groups["open-ended"] + groups["limited"] == groups["all"]
    assert groups["open first seasons"] + groups["open later seasons"] == groups["open-ended"]


def test_date_ranks_of_the_model_are_spread(replays):
    """Ranks of true days lie in (0, 1) and on both sides of the middle: neither all early nor all late."""
    rank = replays[0].date_rank[np.isfinite(replays[0].date_rank)]
    assert len(rank) > 40
    assert np.all((rank > 0) & (rank <= 1))
    assert 0.3 < np.mean(rank < 0.5) < 0.75


def test_evidence_names_its_groups(replays, monkeypatch):
    """What the package carries: forecasts, returns and scores for each group that a dossier speaks of."""
    monkeypatch.setattr(scoring, "RESAMPLES", 10)
    scored = scoring.score(
        replays, judged_until=dt.date(2025, 6, 29), detected_until=dt.date(2024, 12, 31), rng=np.random.default_rng(1)
    )
    shown = evidence(Result(scored, ()))
    assert shown["origins"] == ["2024-06-30"]
    assert set(shown["groups"]) == {"open first seasons", "open later seasons", "limited"}
    assert shown["next_season_error"] is None


def test_audience_is_scored_on_later_pairs_only(bundled):
    """Four forecasts; the next season's has a hundred pairs and covers between 65 and 95 %."""
    truth = ledger(bundled, as_of=bundled.last_published)
    scores = {s.what: s for s in score_audience(truth, rng=np.random.default_rng(2))}
    following = scores["next season, four weeks"]
    assert following.pairs > 80
    assert following.error < following.rule_error
    assert 0.65 < following.coverage.value < 0.95
    later = [scores[f"thirteen weeks in the list, from week {k}"].error for k in (1, 2, 4)]
    assert later[0] > later[1] > later[2]


def test_too_few_days_to_replay(bundled):
    """With figures that end soon after the first report there is no back-test, and it says what is missing."""
    import pyarrow.compute as pc

    early = dataclasses.replace(
        bundled,
        weekly=bundled.weekly.filter(pc.less(bundled.weekly.column("version_day"), dt.date(2024, 6, 1))),
        halfyear=bundled.halfyear.filter(pc.less(bundled.halfyear.column("published_on"), dt.date(2024, 6, 1))),
    )
    with pytest.raises(UsageError, match="Pull more"):
        default_origins(early)


def test_default_origins_are_quarters_with_a_report_and_three_months_after(bundled):
    """From the first report (December 2023) to three months before the last figures."""
    assert [str(day) for day in default_origins(bundled)] == [
        "2023-12-31", "2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31", "2025-03-31",
    ]  # fmt: skip
