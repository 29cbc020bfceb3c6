"""The board: will, when and how many for every season not known to be back."""

from __future__ import annotations

import datetime as dt

import numpy as np
from numpy.typing import NDArray

from cliffhanger.dossier.board import BoardRow
from cliffhanger.errors import UsageError
from cliffhanger.estimates.audience import Range, fit_next_season, next_season_views
from cliffhanger.estimates.features import season_features
from cliffhanger.estimates.outlook import Answer, answer
from cliffhanger.pipeline.figures import Figures, ledger, return_model, settle_as_of
from cliffhanger.records import SeasonRecords

DEFAULT_HORIZON = dt.timedelta(days=365)


def board(figures: Figures, *, as_of: dt.date | None, by: dt.date | None) -> tuple[BoardRow, ...]:
    """Answer for every running season, likeliest return by the day asked for first.

    Parameters
    ----------
    as_of
        Default: the last day that the figures cover.
    by
        Default: a year after ``as_of``.

    Raises
    ------
    UsageError
        A day the figures cannot answer for, or ``by`` not after ``as_of``.
    """
    day = settle_as_of(figures, as_of)
    until = settle_by(by, as_of=day)
    records = ledger(figures, as_of=day)
    features = season_features(records)
    answers = answer(return_model(figures, records), records, features, by=until)
    audience = next_season_views(fit_next_season(records, features), features)
    running = np.flatnonzero(records.running)
    order = running[np.argsort(-answers.by[running], kind="stable")]
    return tuple(_row(int(i), records, answers, audience) for i in order)


def settle_by(by: dt.date | None, *, as_of: dt.date) -> dt.date:
    """The day up to which a return is asked for.

    Raises
    ------
    UsageError
        It is not after the as-of day.
    """
    until = by or as_of + DEFAULT_HORIZON
    if until <= as_of:
        raise UsageError(f"{until} is not after the as-of day {as_of}", place="--by", remedy="Ask for a later day")
    return until


def _row(i: int, records: SeasonRecords, answers: Answer, audience: Range) -> BoardRow:
    return BoardRow(
        series=str(records.series[i]),
        season=int(records.season[i]),
        premiere=records.premiere[i].astype(dt.date),
        first_season=bool(records.first_season[i]),
        limited=None if np.isnan(records.limited[i]) else bool(records.limited[i]),
        listed=bool(records.launch_listed[i]),
        p_return=float(answers.ever[i]),
        p_return_36m=float(answers.within_36_months[i]),
        p_return_by=float(answers.by[i]),
        p_seen_by=float(answers.seen_by[i]),
        return_p10=day_or_none(answers.p10[i]),
        return_p50=day_or_none(answers.p50[i]),
        return_p90=day_or_none(answers.p90[i]),
        next_views_4w_p10=number_or_none(audience.p10, i),
        next_views_4w_p50=number_or_none(audience.p50, i),
        next_views_4w_p90=number_or_none(audience.p90, i),
        as_of=records.as_of,
    )


def day_or_none(day: np.datetime64) -> dt.date | None:
    """A day; NaT becomes None."""
    if np.isnat(day):
        return None
    whole: dt.date = day.astype("datetime64[D]").astype(dt.date)
    return whole


def number_or_none(values: NDArray[np.float64], i: int) -> float | None:
    """One value; NaN and infinities become None."""
    return float(values[i]) if np.isfinite(values[i]) else None
