"""One season's dossier, assembled from figures, model and evidence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from cliffhanger import __version__
from cliffhanger.claims.slots import Premiered
from cliffhanger.dossier.gaps import gaps_of
from cliffhanger.dossier.record import Comparable, Dossier, HalfYear, Sources, Week
from cliffhanger.dossier.returning import DateEvidence, Driver, Evidence, HowMany, When, Will
from cliffhanger.dossier.spread import Spread
from cliffhanger.estimates import outlook as outlooks
from cliffhanger.estimates.audience import (
    FINAL_AFTER_WEEKS,
    final_views,
    fit_final,
    fit_next_season,
    next_season_views,
    weeks_published,
)
from cliffhanger.estimates.features import Features, launch_views, season_features
from cliffhanger.estimates.returning import MONTH, ReturnModel, fit_returning
from cliffhanger.measurements.season_figures import season_halves, season_weeks
from cliffhanger.pipeline.board import day_or_none, number_or_none
from cliffhanger.pipeline.campaign import audience_of
from cliffhanger.pipeline.decide import should
from cliffhanger.pipeline.figures import Figures, ledger, return_model, settle_as_of
from cliffhanger.pipeline.seasons import find_season
from cliffhanger.pipeline.told import on_file, told
from cliffhanger.records import WEEKS, SeasonRecords
from cliffhanger.terms import PLATFORM

DRAWS = 400
QUARTERS = 12
CURVE_MONTHS = 60
MONTHS_AFTER_TODAY = 12
COMPARABLES = 6
FEWEST_FATE_DAYS = 540  # a comparable season has had a year and a half for its fate to show
RECENT_FROM = dt.date(2020, 1, 1)
WEAKEST_DRIVER = 0.05
LAUNCH_COLUMNS = (
    "relative views",
    "relative views, first season",
    "weeks in the first four",
    "second to first week",
    "best rank",
)


def dossier(
    figures: Figures,
    series: str,
    *,
    season: int | None,
    as_of: dt.date | None,
    rng: np.random.Generator,
    workspace: Path | None = None,
) -> Dossier:
    """Everything known of one season on a day; with a workspace, its ledger's claims too.

    Raises
    ------
    NotFoundError
        No such series or season by that day; carries the nearest names.
    UsageError
        A day the figures cannot answer for.
    """
    day = settle_as_of(figures, as_of)
    records = ledger(figures, as_of=day)
    i = find_season(figures, records, series, season=season)
    features = season_features(records)
    model = return_model(figures, records)
    running = bool(records.running[i])
    assembled = _facts(figures, records, i) | {
        "will": _will(figures, model, records, features, i, rng) if running else None,
        "when": _when(figures, model, records, features, i) if running else None,
        "how_many": _how_many(figures, records, features, i) if running else None,
        "should": should(figures, records, features, i, rng=rng) if running else None,
        "comparables": _comparables(model, records, features, i),
        "sources": _sources(figures, model, records),
    }
    known, will, when = told(
        on_file(workspace, day)(assembled["series"]),
        series=assembled["series"],
        premiered=Premiered(int(records.season[i]), assembled["premiere"]),
        as_of=day,
        will=assembled["will"],
        when=assembled["when"],
        audience=audience_of(assembled["weeks"], assembled["half_years"], assembled["premiere"]),
    )
    assembled |= {"will": will, "when": when, "told": known}
    return Dossier(**assembled, gaps=gaps_of(**assembled))


def _facts(figures: Figures, records: SeasonRecords, i: int) -> dict[str, Any]:
    key, first, last = str(records.series_key[i]), int(records.first_number[i]), int(records.season[i])
    where: dict[str, Any] = {"series_key": key, "first": first, "last": last, "as_of": records.as_of}
    weeks = season_weeks(figures.loaded["weekly"], **where).to_pyarrow().to_pylist()
    halves = season_halves(figures.loaded["halfyear"], **where).to_pyarrow().to_pylist()
    same = np.flatnonzero(records.series_key == key)
    runtime = number_or_none(records.runtime_min, i)
    return {
        "series": str(records.series[i]),
        "season": last,
        "platform": PLATFORM,
        "as_of": records.as_of,
        "premiere": records.premiere[i].astype(dt.date),
        "premiere_from": str(records.premiere_from[i]),
        "limited": None if np.isnan(records.limited[i]) else bool(records.limited[i]),
        "language": str(records.language[i]),
        "genres": tuple(g for g in ("kids", "anime", "reality", "docu", "comedy") if getattr(records, g)[i]),
        "runtime_min": None if runtime is None else int(runtime),
        "launch_listed": bool(records.launch_listed[i]),
        "seasons": tuple((int(records.season[k]), records.premiere[k].astype(dt.date)) for k in same),
        "returned_on": day_or_none(records.next_premiere[i]),
        "weeks": tuple(Week(**week) for week in weeks),
        "half_years": tuple(HalfYear(start=h.pop("period_start"), end=h.pop("period_end"), **h) for h in halves),
    }


def _will(
    figures: Figures, model: ReturnModel, records: SeasonRecords, features: Features, i: int, rng: np.random.Generator
) -> Will:
    row = np.array([i])
    one, its = records.take(row), features.take(row)
    spread = outlooks.chance_spread(model, one, its, count=DRAWS, rng=rng)
    months = max(CURVE_MONTHS, int(outlooks.ages(one)[0] / MONTH) + MONTHS_AFTER_TODAY)
    curve = outlooks.over_time(model.curve(its), months=months)
    silent = () if records.launch_listed[i] else LAUNCH_COLUMNS  # zero there means unlisted, not small
    found = outlooks.contributions(model, features, i)
    drivers = [c for c in found if abs(c.log_odds) >= WEAKEST_DRIVER and c.name not in silent]
    with threadpool_limits(limits=1):
        recent = fit_returning(records, features=features, since=RECENT_FROM)
    without = outlooks.answer(recent, one, its, by=records.as_of + dt.timedelta(days=365)).within_36_months[0]
    return Will(
        within_36_months=_spread(spread["within_36_months"][:, 0]),
        ever=_spread(spread["ever"][:, 0]),
        without_history=float(without),
        drivers=tuple(Driver(c.name, c.above_average, c.log_odds, c.flag) for c in drivers),
        over_time=tuple((float(month), float(p)) for month, p in enumerate(curve)),
        evidence=_evidence(figures, records, i),
    )


def _spread(levels: np.ndarray[Any, np.dtype[np.float64]]) -> Spread:
    return Spread(*(float(v) if np.isfinite(v) else None for v in levels))


def _known_evidence(figures: Figures, as_of: dt.date) -> dict[str, Any]:
    """The back-test that the package carries, where it had been judged by the day; else nothing."""
    judged = figures.evidence.get("judged_until")
    return figures.evidence if judged and dt.date.fromisoformat(judged) <= as_of else {}


def _evidence(figures: Figures, records: SeasonRecords, i: int) -> Evidence | None:
    if np.nan_to_num(records.limited[i]) > 0:
        group = "limited"
    else:
        group = "open first seasons" if records.first_season[i] else "open later seasons"
    known = _known_evidence(figures, records.as_of)
    scores = known.get("groups", {}).get(group)
    if scores is None:
        return None
    origins = tuple(dt.date.fromisoformat(day) for day in known["origins"])
    return Evidence(group=group, origins=origins, **scores)


def _when(figures: Figures, model: ReturnModel, records: SeasonRecords, features: Features, i: int) -> When:
    row = np.array([i])
    one, its = records.take(row), features.take(row)
    curve, expected = model.curve(its), outlooks.outlook(model, one, its)
    starts = _quarter_starts(records.as_of)
    at = [float(expected.back_by(one.days_since_premiere(day))[0]) for day in starts]
    already, ever = float(expected.back_by(outlooks.ages(one))[0]), float(expected.ever()[0])
    past = bool(outlooks.probably_never(expected)[0])
    dates = [day_or_none(outlooks.return_date(curve, expected, one, level)[0]) for level in outlooks.LEVELS]
    at[0] = already
    scores = _known_evidence(figures, records.as_of).get("dates")
    return When(
        p10=dates[0],
        p50=dates[1],
        p90=dates[2],
        never=1.0 - ever,
        by_quarter=tuple((day, at[k + 1] - at[k]) for k, day in enumerate(starts[:-1])),
        later=ever - at[-1],
        already=already,
        probably_never=past,
        evidence=DateEvidence(**scores) if scores else None,
    )


def _quarter_starts(as_of: dt.date) -> list[dt.date]:
    """The as-of day and the quarter days after it."""
    month = 3 * ((as_of.month - 1) // 3)
    days = [dt.date(as_of.year + (month + 3 * k) // 12, (month + 3 * k) % 12 + 1, 1) for k in range(1, QUARTERS + 1)]
    return [as_of, *days]


def _how_many(figures: Figures, records: SeasonRecords, features: Features, i: int) -> HowMany:
    following = next_season_views(fit_next_season(records, features), features)
    seen = int(min(weeks_published(records)[i], WEEKS))
    window = Spread(None, None, None)
    after = max((w for w in FINAL_AFTER_WEEKS if w <= seen), default=0)
    if after and seen < WEEKS:
        final = final_views(fit_final(records, weeks=after), records, weeks=after)
        window = Spread(*(number_or_none(v, i) for v in (final.p10, final.p50, final.p90)))
    views = number_or_none(np.exp(features.log_views), i)
    return HowMany(
        next_4_weeks=Spread(*(number_or_none(v, i) for v in (following.p10, following.p50, following.p90))),
        last_4_weeks=views,
        window_13_weeks=window,
        weeks_seen=seen,
        error=_known_evidence(figures, records.as_of).get("next_season_error"),
    )


def _comparables(model: ReturnModel, records: SeasonRecords, features: Features, i: int) -> tuple[Comparable, ...]:
    settled = records.days_since_premiere(records.as_of) >= FEWEST_FATE_DAYS
    among = settled & (records.series_key != records.series_key[i])
    chances = outlooks.answer(model, records, features, by=records.as_of + dt.timedelta(days=365)).within_36_months
    views = launch_views(records)
    return tuple(
        Comparable(
            series=str(records.series[k]),
            season=int(records.season[k]),
            premiere=records.premiere[k].astype(dt.date),
            returned_on=day_or_none(records.next_premiere[k]),
            within_36_months=float(chances[k]) if records.running[k] else None,
            weekly_views=tuple(number_or_none(views[k], w) for w in range(WEEKS)),
        )
        for k in outlooks.nearest(model, features, i, among=among, count=COMPARABLES)
    )


def _sources(figures: Figures, model: ReturnModel, records: SeasonRecords) -> Sources:
    # A weekly list bears the day of its newest week, and its older weeks were out long before.
    known = tuple(file for file in figures.files if file[1] == "weekly" or file[2] <= records.as_of)
    return Sources(
        origin=figures.origin,
        files=known,
        observed_until=records.observed_until,
        detected_until=records.detected_until,
        fitted_through=model.fitted_through,
        seasons_fitted=model.fit.rows,
        returns_fitted=model.fit.returns,
        version=__version__,
    )
