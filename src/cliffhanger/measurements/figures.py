"""Public figures as they stood on a day: each function takes every published version and keeps what was known."""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir


def known_weekly(weekly: ir.Table, *, as_of: dt.date) -> ir.Table:
    """List rows published by a day, one version of each.

    Grain      one row per week, category and rank
    Columns    those of ``tables.WEEKLY``; ``label_known_on`` is the day from which the label counts
    Version    the first that was seen: figures are revised rarely, but labels are rewritten after the fact, and a season that
    never
               came back is renamed "Limited Series". Where the first version named no season (an empty series key), none
               counts: a
               season must not enter through the name it was given later
    Null       ``label`` is null where it was first seen after the day
    """
    first = ibis.row_number().over(ibis.window(group_by=["week", "category", "rank"], order_by=["version_day", "version"]))
    known = weekly.filter(weekly.published_on <= as_of).mutate(nth=first)
    return known.filter((known.nth == 0) & (known.series_key != "")).mutate(
        label_known_on=known.version_day,
        label=ibis.ifelse(known.version_day <= as_of, known.label, ibis.null("string")),
    )


def known_halfyear(halfyear: ir.Table, *, as_of: dt.date) -> ir.Table:
    """Report rows published by a day: of each half-year the first version that came out.

    Grain      one row per half-year and sheet row
    Films      the 2023 H1 sheet holds films too; a row there whose words a film could carry ("Part 2"), or that only the
               aliases call a season, counts only where a television sheet published by the day has the same season:
               titles get an alias once there is a sequel, and would bring their outcome with them
    """
    known = halfyear.filter(halfyear.published_on <= as_of)
    versions = known.select("period_end", "published_on", "version").distinct()
    nth = ibis.row_number().over(ibis.window(group_by="period_end", order_by=["published_on", "version"]))
    first = versions.mutate(nth=nth).filter(lambda t: t.nth == 0).select("period_end", "version")
    known = known.semi_join(first, ["period_end", "version"])
    television = known.filter(~known.films_mixed).select("series_key", "season").distinct().mutate(on_television=True)
    marked = known.left_join(television, ["series_key", "season"])
    sure = ~marked.label.isin(["part", "alias"]) | ~marked.films_mixed | marked.on_television.fill_null(False)
    return marked.filter(sure).select(*known.columns)


def last_day_detected(halfyear: ir.Table, *, as_of: dt.date) -> ir.DateScalar:
    """Last day of the last half-year published by a day: up to it every premiere is seen, after it only those that chart.

    Null where no report was out yet.
    """
    return halfyear.filter(halfyear.published_on <= as_of).period_end.max()


def last_day_listed(weekly: ir.Table, *, as_of: dt.date) -> ir.DateScalar:
    """Sunday of the last week whose list was published by a day; null where none was."""
    return weekly.filter(weekly.published_on <= as_of).week.max()
