"""Completion as viewer panels count it: finishers of the last episode over finishers of the first."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

SEASON = ["title_id", "season", "territory"]
WINDOW = ["title_id", "season", "place", "window_days"]


def panel_completion_rate(retention_curve: ir.Table) -> ir.Table:
    """Accounts that reached a season's last episode over those that reached its first.

    Not the completion rate: panels divide by those who finished episode 1 and leave out who gave up before, so the figure is
    mostly higher. PlumResearch asks for every episode to be finished, this asks for the last: it can come out above 1 where
    people begin late in a season.

    Grain      one row per title_id, season, territory (null: all) and window_days
    Columns    reached_first, reached_last (accounts: 70 % of the episode and two minutes); panel_completion_rate (fraction)
    Null       every value where the window has not elapsed or the last episode came after it; the rate where nobody reached
               the first episode
    Censoring  windows are complete or null
    """
    rows = retention_curve.mutate(place=retention_curve.territory.fill_null(""))
    ends = rows.group_by(WINDOW).agg(first=rows.episode.min(), last=rows.episode.max())
    first = _at(rows, ends, "first").select(*SEASON, "place", "window_days", reached_first="reached")
    last = _at(rows, ends, "last").select(*WINDOW, reached_last="reached")
    both = first.inner_join(last, WINDOW)
    shown = both.reached_last.notnull() & both.reached_first.notnull()
    divisor = ibis.ifelse(both.reached_first > 0, both.reached_first, 1).cast("float64")
    return both.select(
        *SEASON,
        "window_days",
        reached_first=_where(shown, both.reached_first),
        reached_last=_where(shown, both.reached_last),
        panel_completion_rate=_where(shown & (both.reached_first > 0), both.reached_last.cast("float64") / divisor),
    )


def _at(rows: ir.Table, ends: ir.Table, end: str) -> ir.Table:
    return rows.semi_join(ends.select(*WINDOW, episode=ends[end]), [*WINDOW, "episode"])


def _where(condition: ir.BooleanValue, value: ir.NumericValue) -> ir.NumericValue:
    return ibis.ifelse(condition, value, ibis.null(value.type()))
