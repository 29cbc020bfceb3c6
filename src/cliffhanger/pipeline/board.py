"""The board: will, when and how many for every season not known to be back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cliffhanger.claims.slots import Premiered
from cliffhanger.dossier.board import BoardRow
from cliffhanger.dossier.returning import When, Will
from cliffhanger.dossier.spread import Spread
from cliffhanger.errors import UsageError
from cliffhanger.estimates.audience import Range, fit_next_season, next_season_views
from cliffhanger.estimates.features import season_features
from cliffhanger.estimates.outlook import Answer, answer
from cliffhanger.pipeline.figures import Figures, ledger, return_model, settle_as_of
from cliffhanger.pipeline.told import OnFile, on_file, told
from cliffhanger.records import SeasonRecords

DEFAULT_HORIZON = dt.timedelta(days=365)


def board(figures: Figures, *, as_of: dt.date | None, by: dt.date | None, workspace: Path | None = None) -> tuple[BoardRow, ...]:
    """Answer for every running season, likeliest return by the day asked for first.

    The owner's word, where a workspace has it in its ledger, moves a row as it moves the dossier of that season.

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
    about = on_file(workspace, day)
    rows = (_as_told(_row(int(i), records, answers, audience), about, until) for i in order)
    return tuple(sorted(rows, key=lambda row: -row.p_return_by))


def _as_told(row: BoardRow, about: Callable[[str], OnFile], until: dt.date) -> BoardRow:
    """Return a row with the owner's word taken in, by the rules of the dossier."""
    found = about(row.series)
    if not found.claims:
        return row
    will = Will(Spread(None, row.p_return_36m, None), Spread(None, row.p_return, None), None, (), (), None)
    periods = ((row.as_of, row.p_return_by), (until, 0.0))
    later = row.p_return - row.p_return_by
    days = (row.return_p10, row.return_p50, row.return_p90)
    when = When(*days, 1.0 - row.p_return, periods, later, 0.0, probably_never=row.return_p50 is None)
    premiered = Premiered(row.season, row.premiere)
    known, new, then = told(found, series=row.series, premiered=premiered, as_of=row.as_of, will=will, when=when)
    if known is None or known.effect is None or new is None or then is None:
        return row
    by = then.already + then.by_quarter[0][1]
    return replace(
        row,
        p_return=new.ever.p50 or 0.0,
        p_return_36m=new.within_36_months.p50 or 0.0,
        p_return_by=by,
        p_seen_by=by * row.p_seen_by / row.p_return_by if row.p_return_by else 0.0,
        return_p10=then.p10,
        return_p50=then.p50,
        return_p90=then.p90,
        owners_word=known.known.status.state,
    )


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
        owners_word=None,
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
