"""Hours of every season in every half-yearly report that was out on a day."""

from __future__ import annotations

import datetime as dt

import ibis.expr.types as ir

from cliffhanger.measurements.figures import known_halfyear


def half_year_hours(halfyear: ir.Table, *, as_of: dt.date) -> ir.Table:
    """Hours viewed of each season in each half-year, as published by a day.

    Grain      one row per series_key, season and half-year; parts of a season are added up
    Columns    period_start, period_end (days), hours (hours viewed worldwide, rounded by the publisher)
    Null       none: a season that a report does not have has no row, for its hours were below what the report lists
    Censoring  half-years whose report was not out by the day have no rows
    Source     half-yearly reports; the first version that came out stands
    """
    known = known_halfyear(halfyear, as_of=as_of)
    return (
        known.group_by("series_key", "season", "period_start", "period_end")
        .agg(hours=known.hours.sum().cast("int64"))
        .order_by("series_key", "season", "period_start")
    )
