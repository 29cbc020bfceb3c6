"""How far starters get, episode by episode, and where they leave."""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.season_measures import windows
from cliffhanger.terms import SECONDS_A_DAY, cut_of

SEASON = ["title_id", "season", "territory"]
CELL = [*SEASON, "window_days"]


def retention_curve(
    season_counts: ir.Table, episode_counts: ir.Table, releases: ir.Table, premieres: ir.Table, *, as_of: dt.date
) -> ir.Table:
    """Share of starters who reached each episode, and the discrete hazard of leaving at it.

    Grain      one row per title_id, season, territory (null: all), window_days and episode
    Columns    starters; reached (played 70 % of it and two minutes); share_reached; at_risk (whose furthest episode is the one
               before or later; at the first episode all starters); hazard (share of those at risk who reached neither this
               episode nor a later one)
    Null       every value while the window is open or where the episode came out after it; shares of nobody
    Censoring  windows are complete or null
    """
    rows = _cells(season_counts, episode_counts, releases, premieres, as_of=as_of)
    total = rows.group_by("title_id", "season", "window_days", "episode").agg(
        blank=rows.blank.max(),
        out=rows.out.max(),
        starters=rows.starters.sum().cast("int64"),
        reached=rows.reached.sum().cast("int64"),
        furthest=rows.furthest.sum().cast("int64"),
    )
    rows = rows.union(total.mutate(territory=ibis.null("string")).select(rows.columns)).filter(lambda t: t.out == 1)
    rows = rows.mutate(place=rows.territory.fill_null(""))
    cell = ["title_id", "season", "place", "window_days"]
    later = ibis.cumulative_window(group_by=cell, order_by=ibis.desc("episode"))
    rows = rows.mutate(stayed=rows.furthest.sum().over(later).cast("int64"))
    before = rows.stayed.lag().over(ibis.window(group_by=cell, order_by="episode"))
    rows = rows.mutate(at_risk=ibis.coalesce(before, rows.starters).cast("int64"))
    shown = rows.blank == 0
    return rows.select(
        *CELL,
        "episode",
        starters=_where(shown, rows.starters),
        reached=_where(shown, rows.reached),
        share_reached=_share(rows.reached, rows.starters, shown),
        at_risk=_where(shown, rows.at_risk),
        hazard=_share(rows.at_risk - rows.stayed, rows.at_risk, shown),
    )


def _cells(
    season_counts: ir.Table, episode_counts: ir.Table, releases: ir.Table, premieres: ir.Table, *, as_of: dt.date
) -> ir.Table:
    spans = windows(premieres, as_of=as_of).select(*CELL, "window_open", "premiere_s")
    rows = releases.select(*SEASON, "episode", "released_s").inner_join(spans, SEASON)
    end = rows.premiere_s + rows.window_days.cast("int64") * SECONDS_A_DAY
    rows = rows.mutate(
        blank=ibis.ifelse((rows.window_open == 1) | (rows.released_s >= end), 1, 0).cast("int64"),
        out=ibis.ifelse(rows.premiere_s < cut_of(as_of), 1, 0).cast("int64"),
    ).drop("window_open", "premiere_s", "released_s")
    rows = rows.left_join(season_counts.select(*CELL, "starters"), CELL).select(
        *CELL, "episode", "blank", "out", starters=ibis.coalesce(season_counts.starters, 0).cast("int64")
    )
    return rows.left_join(episode_counts, [*CELL, "episode"]).select(
        *CELL,
        "episode",
        "blank",
        "out",
        "starters",
        reached=ibis.coalesce(episode_counts.reached, 0).cast("int64"),
        furthest=ibis.coalesce(episode_counts.furthest, 0).cast("int64"),
    )


def _where(condition: ir.BooleanValue, value: ir.NumericValue) -> ir.NumericValue:
    return ibis.ifelse(condition, value, ibis.null(value.type()))


def _share(part: ir.IntegerValue, whole: ir.IntegerValue, shown: ir.BooleanValue) -> ir.FloatingValue:
    divisor = ibis.ifelse(whole > 0, whole, 1).cast("float64")
    return _where(shown & (whole > 0), part.cast("float64") / divisor)
