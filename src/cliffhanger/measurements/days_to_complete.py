"""How many days completers took, and the share of them who binged."""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.season_core import LONGEST
from cliffhanger.measurements.season_measures import windows

SEASON = ["title_id", "season", "territory"]
BINGE_DAYS = 7


def days_to_complete(completion_days: ir.Table, premieres: ir.Table, *, as_of: dt.date) -> ir.Table:
    """Completers of the 91-day window by the whole days between their first session and the one that completed.

    Grain      one row per title_id, season, territory (null: all) and days with at least one completer
    Columns    days, completers (accounts)
    Censoring  seasons whose window is open, or whose last episode came after it, are left out
    """
    rows = completion_days.semi_join(_settled(premieres, as_of=as_of), SEASON).select(*SEASON, "days", "completers")
    unsettled = _unsettled(premieres, as_of=as_of)
    whole = rows.anti_join(unsettled, ["title_id", "season"])
    total = whole.group_by("title_id", "season", "days").agg(completers=whole.completers.sum().cast("int64"))
    return rows.union(total.mutate(territory=ibis.null("string")).select(rows.columns))


def binge_share(days_to_complete: ir.Table) -> ir.Table:
    """Share of completers who took fewer than seven days.

    Grain      one row per title_id, season and territory (null: all) with at least one completer
    Columns    completers, binged (accounts), binge_share (0 to 1)
    Censoring  as ``days_to_complete``
    """
    rows = days_to_complete
    both = rows.group_by(SEASON).agg(
        completers=rows.completers.sum().cast("int64"),
        binged=ibis.ifelse(rows.days < BINGE_DAYS, rows.completers, 0).sum().cast("int64"),
    )
    return both.mutate(binge_share=both.binged.cast("float64") / both.completers.cast("float64"))


def _settled(premieres: ir.Table, *, as_of: dt.date) -> ir.Table:
    spans = windows(premieres, as_of=as_of)
    return spans.filter((spans.window_days == LONGEST) & (spans.window_open == 0) & (spans.unfinished == 0))


def _unsettled(premieres: ir.Table, *, as_of: dt.date) -> ir.Table:
    spans = windows(premieres, as_of=as_of)
    return spans.filter((spans.window_days == LONGEST) & ((spans.window_open == 1) | (spans.unfinished == 1)))
