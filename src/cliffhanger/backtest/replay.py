"""Replaying past days: what the model and its rivals would have said then, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.backtest import challenger
from cliffhanger.errors import UsageError
from cliffhanger.estimates import baselines
from cliffhanger.estimates.cure import Waiting
from cliffhanger.estimates.features import Features, season_features
from cliffhanger.estimates.outlook import ages
from cliffhanger.estimates.return_law import Outlook, ReturnLaw
from cliffhanger.estimates.returning import HORIZON_MONTHS, MONTH, ReturnModel, fit_returning, observed_waiting
from cliffhanger.pipeline.figures import Figures, ledger
from cliffhanger.records import SeasonRecords

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Progress = Callable[[str], None]

YOUNGEST_DAYS = 28
SHORTEST_FOLLOW_UP = dt.timedelta(days=89)
FEWEST_ORIGINS = 4
MODEL = "cure model"
BASE_RATE = "base rate"
KAPLAN_MEIER = "stratified Kaplan-Meier"
RECENT_KAPLAN_MEIER = "Kaplan-Meier since 2020"
INDEX = "relative-audience index"
RECENT_FROM = dt.date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Replay:
    """One replayed day; arrays have shape (n,), one entry a season forecast.

    Attributes
    ----------
    forecasts
        By model: chance that the season's return is known by the last day on file.
    outcome
        1 where it was, else 0.
    date_rank
        For returns after the day: share of the forecast's remaining returns (up to the last day on file) that it put before
        the true
        day; uniform if the dates are calibrated. NaN elsewhere.
    issued_rank
        The same without cutting the forecast off at the last day on file.
    date_error
        Days between the true return and the middle of the forecast so cut off; NaN elsewhere.
    """

    origin: dt.date
    series_key: NDArray[np.str_]
    open_ended: Flags
    first_season: Flags
    listed: Flags
    forecasts: dict[str, Floats]
    outcome: Floats
    date_rank: Floats
    issued_rank: Floats
    date_error: Floats


def default_origins(figures: Figures) -> tuple[dt.date, ...]:
    """Every quarter's end with a report out and at least three months of figures after it.

    Raises
    ------
    UsageError
        The figures on file allow fewer than four.
    """
    last = figures.last_published
    quarters = [dt.date(y, m, d) for y in range(2015, last.year + 1) for m, d in ((3, 31), (6, 30), (9, 30), (12, 31))]
    origins = tuple(q for q in quarters if figures.first_report <= q <= last - SHORTEST_FOLLOW_UP)
    if len(origins) < FEWEST_ORIGINS:
        raise UsageError(
            f"the figures on file allow {len(origins)} days to replay, a back-test needs {FEWEST_ORIGINS}",
            remedy="Pull more half-yearly reports and a later weekly list",
        )
    return origins


def settle_origins(figures: Figures, asked: tuple[dt.date, ...]) -> tuple[dt.date, ...]:
    """Days asked for, in order and each once.

    Raises
    ------
    UsageError
        A day before the first report, or with less than three months of figures after it.
    """
    first, last = figures.first_report, figures.last_published - SHORTEST_FOLLOW_UP
    for day in asked:
        if not first <= day <= last:
            raise UsageError(f"{day} cannot be replayed", place="--origin", remedy=f"Name days from {first} to {last}")
    return tuple(sorted(set(asked)))


def replay_all(figures: Figures, origins: tuple[dt.date, ...], *, progress: Progress) -> tuple[Replay, ...]:
    """Replay every origin against what the whole of the figures tells."""
    truth = ledger(figures, as_of=figures.last_published)
    replays = []
    for origin in origins:
        progress(f"replaying {origin}")
        replays.append(_replay(ledger(figures, as_of=origin), truth))
    return tuple(replays)


def _replay(records: SeasonRecords, truth: SeasonRecords) -> Replay:
    features = season_features(records)
    model = fit_returning(records, features=features)
    returned = known_returns(records, truth)
    age = records.days_since_premiere(records.as_of)
    rows = np.flatnonzero(records.running & (age >= YOUNGEST_DAYS) & (age <= HORIZON_MONTHS * MONTH))
    forecasts = _forecasts(model, records, features, truth)
    ranks, issued, error = _dates(model, records, features, truth, returned)
    return Replay(
        origin=records.as_of,
        series_key=records.series_key[rows],
        open_ended=np.nan_to_num(records.limited[rows]) == 0,
        first_season=records.first_season[rows],
        listed=records.launch_listed[rows],
        forecasts={name: chance[rows] for name, chance in forecasts.items()},
        outcome=(~np.isnat(returned[rows])).astype(np.float64),
        date_rank=ranks[rows],
        issued_rank=issued[rows],
        date_error=error[rows],
    )


def known_returns(records: SeasonRecords, truth: SeasonRecords) -> NDArray[np.datetime64]:
    """Premiere of the first later season with a higher number, as a later ledger tells; NaT where none. Shape (n,)."""
    later: dict[str, list[tuple[np.datetime64, float]]] = {}
    for key, premiere, season in zip(truth.series_key, truth.premiere, truth.season, strict=True):
        later.setdefault(str(key), []).append((premiere, float(season)))
    found = np.full(len(records), np.datetime64("NaT"), dtype="datetime64[D]")
    for i, (key, premiere, season) in enumerate(zip(records.series_key, records.premiere, records.season, strict=True)):
        days = [day for day, number in later.get(str(key), ()) if day > premiere and number > season]
        if days:
            found[i] = min(days)
    return found


def _forecasts(model: ReturnModel, records: SeasonRecords, features: Features, truth: SeasonRecords) -> dict[str, Floats]:
    until = records.days_since_premiere(truth.observed_until)
    detected = records.days_since_premiere(truth.detected_until)
    detection = model.detection_of(records, features)

    def known(law: ReturnLaw) -> Floats:
        fully_detected = np.maximum(records.days_since_premiere(records.detected_until), 0.0)
        expected = Outlook(law, ages(records), np.minimum(fully_detected, ages(records)), detection)
        return expected.known_by(until, fully_detected=detected)

    waiting, rows = observed_waiting(records, detection)
    groups = {
        BASE_RATE: np.zeros(len(records), dtype=np.int64),
        KAPLAN_MEIER: baselines.strata(records),
        INDEX: baselines.index_groups(features.columns["relative views"], records.launch_listed),
    }
    laws: dict[str, ReturnLaw] = {MODEL: model.curve(features)}
    laws |= {name: baselines.stepwise(waiting, group[rows], group) for name, group in groups.items()}
    recent, recent_rows = observed_waiting(records, detection, since=RECENT_FROM)
    seen = recent.returned & (recent.days <= recent.fully_detected_days)
    sure = Waiting(np.where(seen, recent.days, np.maximum(recent.fully_detected_days, 1.0)), seen, recent.days, recent.detection)
    strata = baselines.strata(records)
    laws[RECENT_KAPLAN_MEIER] = baselines.stepwise(sure, strata[recent_rows], strata)
    if challenger.available():
        laws[challenger.NAME] = challenger.fit(records, features, waiting, rows)
    return {name: known(law) for name, law in laws.items()}


def _dates(
    model: ReturnModel,
    records: SeasonRecords,
    features: Features,
    truth: SeasonRecords,
    returned: NDArray[np.datetime64],
) -> tuple[Floats, Floats, Floats]:
    """Ranks and errors of the dates of returns after the last observed day of the origin."""
    curve, age = model.curve(features), ages(records)
    days = (returned - records.premiere).astype(np.float64)
    rows = ~np.isnat(returned) & (days > age)
    days = np.where(rows, days, np.nan)
    until = records.days_since_premiere(truth.observed_until)
    certain = np.clip(records.days_since_premiere(truth.detected_until), age, until)
    detection = model.detection_of(records, features)
    at_age, at_certain = curve.survival(age), curve.survival(certain)

    def known(day: Floats) -> Floats:
        """Share of the returns still to come that come by a day and are known at the end."""
        early, late = np.minimum(day, certain), np.maximum(day, certain)
        return (at_age - curve.survival(early) + detection * (at_certain - curve.survival(late))) / at_age

    with np.errstate(invalid="ignore", divide="ignore"):
        rank = known(days) / known(until)
        issued = 1.0 - curve.survival(days) / at_age
        half, before = 0.5 * known(until), (at_age - at_certain) / at_age
        level = np.where(half <= before, half, before + (half - before) / detection)
        middle = curve.quantile_after(age, np.clip(level, 0.0, 1.0 - 1e-12))
    return rank, issued, np.abs(middle - days)
