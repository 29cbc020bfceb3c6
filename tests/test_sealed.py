"""The core computes on what it is given: with files and sockets out of reach it still fits, answers and prints."""

from __future__ import annotations

import datetime as dt
import json

import numpy as np

from cliffhanger.dossier.plain import plain
from cliffhanger.estimates.audience import fit_next_season, next_season_views
from cliffhanger.estimates.features import season_features
from cliffhanger.estimates.outlook import answer, chance_spread
from cliffhanger.estimates.returning import fit_returning
from tests.estimates.samples import records


def test_fit_and_answer_without_files_or_sockets(sealed):
    """Sixty made-up seasons through features, fit, answers, draws, audience and plain form."""
    rng = np.random.default_rng(3)
    premiere = np.datetime64("2021-01-07") + rng.integers(0, 1200, 60)
    back = np.where(rng.random(60) < 0.4, premiere + 380, np.datetime64("NaT")).astype("datetime64[D]")
    seasons = records(60, premiere=premiere, next_premiere=back)
    features = season_features(seasons)
    model = fit_returning(seasons, features=features)
    answers = answer(model, seasons, features, by=dt.date(2026, 1, 1))
    spread = chance_spread(model, seasons, features, count=5, rng=rng)
    audience = next_season_views(fit_next_season(seasons, features), features)
    assert np.isfinite(answers.ever).all()
    assert np.isnan(audience.p50).all()
    assert json.dumps(plain({"ever": [float(v) for v in spread["ever"][1]]}))
