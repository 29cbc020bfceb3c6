"""The season table: hours, views, starters, watchers, completers by window and territory, open windows left open."""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.terms import SECONDS_A_DAY, WINDOWS_DAYS, cut_of

SEASON = ["title_id", "season", "territory"]
COUNTS = ("seconds", "viewers", "starters", "watchers", "completers")


def season_measures(season_counts: ir.Table, premieres: ir.Table, *, as_of: dt.date, log_from_s: int = 0) -> ir.Table:
    """Hours, views, starters, watchers, completers and completion rate of every season by window and territory.

    Grain      one row per title_id, season, territory (null: all) and window_days, once the season is out there
    Columns    window_open; partly_logged (the log begins after the premiere, in one territory or more: the values are what
               it holds, not the whole window); hours; views (hours / season runtime); viewers, starters, watchers,
               completers (accounts); completion_rate (completers / starters, 0 to 1)
    Null       every value where the window has not elapsed, for all territories together where it has not in one of them;
               completers and completion_rate also where the last episode came after the window; completion_rate where nobody
               started; views of all territories where the runtime differs between them
    Censoring  windows are complete or null
    """
    cut = cut_of(as_of)
    rows = (
        windows(premieres, as_of=as_of)
        .left_join(season_counts, [*SEASON, "window_days"])
        .select(
            *SEASON,
            "window_days",
            "window_open",
            "unfinished",
            "premiere_s",
            "runtime_s",
            **{name: ibis.coalesce(season_counts[name], 0).cast("int64") for name in COUNTS},
        )
    )
    rows = rows.mutate(partly_logged=ibis.ifelse(rows.premiere_s < log_from_s, 1, 0).cast("int64"))
    total = rows.group_by("title_id", "season", "window_days").agg(
        window_open=rows.window_open.max(),
        unfinished=rows.unfinished.max(),
        partly_logged=rows.partly_logged.max(),
        premiere_s=rows.premiere_s.min(),
        runtime_s=ibis.ifelse(rows.runtime_s.min() == rows.runtime_s.max(), rows.runtime_s.max(), 0).cast("int64"),
        **{name: rows[name].sum().cast("int64") for name in COUNTS},
    )
    total = total.mutate(territory=ibis.null("string")).select(rows.columns)
    out = rows.union(total).filter(lambda t: t.premiere_s < cut)
    return _with_nulls(out)


def windows(premieres: ir.Table, *, as_of: dt.date) -> ir.Table:
    """Every window of every premiere, and what can be known of it by a day.

    Grain      one row per title_id, season, territory and window_days
    Columns    those of ``premieres``; window_open (1: not elapsed by the day), unfinished (1: the last episode came after it)
    """
    parts = [premieres.mutate(window_days=ibis.literal(days, "int16")) for days in WINDOWS_DAYS]
    rows = ibis.union(*parts)
    end = rows.premiere_s + rows.window_days.cast("int64") * SECONDS_A_DAY
    return rows.mutate(
        window_open=ibis.ifelse(end > cut_of(as_of), 1, 0).cast("int64"),
        unfinished=ibis.ifelse(rows.last_release_s >= end, 1, 0).cast("int64"),
    )


def catch_up(season_measures: ir.Table) -> ir.Table:
    """Accounts that started a season after its first 28 days.

    Grain      one row per title_id, season and territory (null: all)
    Columns    catch_up (starters of the 91-day window that were not starters of the 28-day one)
    Null       until the 91-day window has elapsed
    """
    late = season_measures.filter(season_measures.window_days == WINDOWS_DAYS[2]).select(*SEASON, late="starters")
    early = season_measures.filter(season_measures.window_days == WINDOWS_DAYS[1]).select(
        "title_id", "season", place=season_measures.territory.fill_null(""), early="starters"
    )
    late = late.mutate(place=late.territory.fill_null(""))
    both = late.inner_join(early, ["title_id", "season", "place"])
    return both.select(*SEASON, catch_up=both.late - both.early)


def _with_nulls(rows: ir.Table) -> ir.Table:
    closed = rows.window_open == 0
    finished = closed & (rows.unfinished == 0)
    seconds, runtime = rows.seconds.cast("float64"), rows.runtime_s.cast("float64")
    return rows.select(
        *SEASON,
        "window_days",
        window_open=rows.window_open == 1,
        partly_logged=rows.partly_logged == 1,
        hours=_where(closed, seconds / 3600.0),
        views=_where(closed & (rows.runtime_s > 0), seconds / ibis.ifelse(rows.runtime_s > 0, runtime, 1.0)),
        viewers=_where(closed, rows.viewers),
        starters=_where(closed, rows.starters),
        watchers=_where(closed, rows.watchers),
        completers=_where(finished, rows.completers),
        completion_rate=_where(
            finished & (rows.starters > 0),
            rows.completers.cast("float64") / ibis.ifelse(rows.starters > 0, rows.starters, 1).cast("float64"),
        ),
    )


def _where(condition: ir.BooleanValue, value: ir.NumericValue) -> ir.NumericValue:
    return ibis.ifelse(condition, value, ibis.null(value.type()))
