"""The back-test as a command runs it, and the evidence that the package carries of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from cliffhanger.backtest import challenger
from cliffhanger.backtest.audience import AudienceScores, score_audience
from cliffhanger.backtest.replay import BASE_RATE, MODEL, Progress, default_origins, replay_all, settle_origins
from cliffhanger.backtest.scoring import Backtest, DateScores, GroupScores, score
from cliffhanger.pipeline.figures import Figures, ledger


@dataclass(frozen=True, slots=True)
class Result:
    """Scores of will and when, and of how many."""

    returns: Backtest
    audience: tuple[AudienceScores, ...]


def run_backtest(
    figures: Figures, *, origins: tuple[dt.date, ...] | None, rng: np.random.Generator, progress: Progress
) -> Result:
    """Replay past days on whatever figures are on file and score what would have been said.

    Raises
    ------
    UsageError
        The figures allow fewer than four days.
    """
    days = settle_origins(figures, origins) if origins else default_origins(figures)
    if not challenger.available():
        progress("LightGBM is not installed (it comes with the dev extra): the challenger is left out")
    with threadpool_limits(limits=1):
        replays = replay_all(figures, days, progress=progress)
    truth = ledger(figures, as_of=figures.last_published)
    progress("resampling")
    returns = score(replays, judged_until=truth.observed_until, detected_until=truth.detected_until, rng=rng)
    return Result(returns, score_audience(truth, rng=rng))


def evidence(result: Result) -> dict[str, Any]:
    """What a dossier says of the evidence: scores by the group that a season belongs to."""
    wanted = ("open first seasons", "open later seasons", "limited")
    groups = {g.group: _group(g) for g in result.returns.groups if g.group in wanted}
    errors = [a.error for a in result.audience if a.what.startswith("next season")]
    return {
        "origins": [day.isoformat() for day in result.returns.origins],
        "judged_until": result.returns.judged_until.isoformat(),
        "groups": groups,
        "dates": _dates(result.returns.dates),
        "next_season_error": errors[0] if errors else None,
    }


def _dates(dates: DateScores) -> dict[str, Any] | None:
    if not dates.returns:
        return None
    return {
        "returns": dates.returns,
        "series": dates.series,
        "coverage": dates.coverage.value,
        "coverage_low": dates.coverage.low,
        "coverage_high": dates.coverage.high,
        "median_error_days": dates.median_error_days.value,
    }


def _group(group: GroupScores) -> dict[str, Any]:
    by_model = {s.model: s for s in group.scores}
    ours, base = by_model[MODEL], by_model[BASE_RATE]
    return {
        "forecasts": group.forecasts,
        "series": group.series,
        "returned": group.returned,
        "auc": ours.auc if np.isfinite(ours.auc) else None,
        "brier": ours.brier,
        "base_auc": base.auc if np.isfinite(base.auc) else None,
        "base_brier": base.brier,
        "ece": ours.ece,
    }
