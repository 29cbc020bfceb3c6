"""The published figures of one season, week by week and half-year by half-year."""

from __future__ import annotations

import datetime as dt

import ibis.expr.types as ir

from cliffhanger.measurements.figures import known_halfyear, known_weekly


def season_weeks(weekly: ir.Table, *, series_key: str, first: int, last: int, as_of: dt.date) -> ir.Table:
    """Weeks of a season in the Top 10 list, published by a day.

    Grain      one row per week; parts that were listed beside each other are added up, with the better rank
    Units      hours, views (null where not printed)
    """
    listed = known_weekly(weekly, as_of=as_of)
    rows = listed.filter((listed.series_key == series_key) & listed.season.between(first, last))
    return (
        rows.group_by("week")
        .agg(
            category=rows.category.min(),
            rank=rows["rank"].min(),
            hours=rows.hours.sum(),
            views=rows.views.sum(),
            published_on=rows.published_on.min(),
        )
        .order_by("week")
    )


def season_halves(halfyear: ir.Table, *, series_key: str, first: int, last: int, as_of: dt.date) -> ir.Table:
    """Half-years of a season in the engagement reports, published by a day.

    Grain      one row per half-year; parts of a season are added up
    Units      hours, views (null in 2023 H1)
    """
    reported = known_halfyear(halfyear, as_of=as_of)
    rows = reported.filter((reported.series_key == series_key) & reported.season.between(first, last))
    return (
        rows.group_by("period_start", "period_end")
        .agg(hours=rows.hours.sum(), views=rows.views.sum(), published_on=rows.published_on.min())
        .order_by("period_start")
    )
