"""Will and when: the cure model fitted on a ledger, and its answers for seasons that are not back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.assumptions import value
from cliffhanger.estimates import cure
from cliffhanger.estimates.detection import Detection, fit_detection
from cliffhanger.estimates.families import LOG_LOGISTIC, Family
from cliffhanger.estimates.features import INCIDENCE, LATENCY, Features, season_features
from cliffhanger.estimates.return_law import Curve
from cliffhanger.records import SeasonRecords

Floats = NDArray[np.float64]
HISTORY_FROM = dt.date(int(value("history_from")), 1, 1)
MONTH = 30.4375
FARTHEST = value("farthest")
HORIZON_MONTHS = int(value("horizon"))


@dataclass(frozen=True, slots=True)
class Scaling:
    """Means and standard deviations of the training columns, and how far out a value is believed.

    ``limit`` is infinite for flags and three standard deviations for measured columns: a slope learned where most seasons lie
    says
    little about a season far outside. A constant column is left at zero.
    """

    mean: Floats
    spread: Floats
    limit: Floats

    def __call__(self, matrix: Floats) -> Floats:
        """Standardise, shape kept."""
        return np.clip((matrix - self.mean) / self.spread, -self.limit, self.limit)


@dataclass(frozen=True, slots=True)
class ReturnModel:
    """A fitted will-and-when model and what it was fitted on."""

    fit: cure.CureFit
    scaling: tuple[Scaling, Scaling]
    detection: Detection
    fitted_through: dt.date

    def design(self, features: Features) -> cure.Design:
        """Standardised columns of the two parts."""
        names = (self.fit.incidence_names, self.fit.latency_names)
        return cure.Design(*(scale(features.matrix(n)) for scale, n in zip(self.scaling, names, strict=True)))

    def curve(self, features: Features, *, theta: Floats | None = None) -> Curve:
        """Return law of each season of the features, at the mode or at one draw."""
        return cure.curve(self.fit, self.design(features), theta=theta)

    def detection_of(self, records: SeasonRecords, features: Features) -> Floats:
        """Chance that each season's return would enter the weekly list, shape (n,)."""
        return self.detection.probability(features.log_views, records.launch_listed, records.english)


def fit_returning(
    records: SeasonRecords,
    *,
    family: Family = LOG_LOGISTIC,
    priors: cure.Priors | None = None,
    incidence: tuple[str, ...] = INCIDENCE,
    latency: tuple[str, ...] = LATENCY,
    features: Features | None = None,
    since: dt.date = HISTORY_FROM,
) -> ReturnModel:
    """Fit on every season premiered since 2015 that the record knows, listed or not."""
    features = features or season_features(records)
    detection = fit_detection(records, features.log_views)
    waiting, rows = observed_waiting(
        records, detection.probability(features.log_views, records.launch_listed, records.english), since=since
    )
    names = (incidence, latency)
    standardised = [_standardised(features.matrix(part)[rows]) for part in names]
    design = cure.Design(*(columns for _, columns in standardised))
    fitted = cure.fit(design, waiting, family=family, names=names, priors=priors or cure.Priors())
    return ReturnModel(fitted, (standardised[0][0], standardised[1][0]), detection, records.as_of)


def observed_waiting(
    records: SeasonRecords, detection: Floats, *, since: dt.date = HISTORY_FROM
) -> tuple[cure.Waiting, NDArray[np.int64]]:
    """What the record has observed of each wait, and the rows that enter the fit: premiered since a day, a day or more ago."""
    end = np.where(records.running, np.datetime64(records.observed_until), records.next_premiere)
    days = (end - records.premiere).astype(np.float64)
    rows = np.flatnonzero((records.premiere >= np.datetime64(since)) & (days > 0))
    detected = np.clip(records.days_since_premiere(records.detected_until), 0.0, days)
    return (
        cure.Waiting(days[rows], ~records.running[rows], detected[rows], detection[rows]),
        rows,
    )


def _standardised(matrix: Floats) -> tuple[Scaling, Floats]:
    spread = matrix.std(axis=0)
    flags = ((matrix >= 0) & (matrix <= 1)).all(axis=0)
    limit = np.where(flags, np.inf, FARTHEST)
    scaling = Scaling(matrix.mean(axis=0), np.where(spread > 1e-9, spread, 1.0), limit)
    return scaling, scaling(matrix)
