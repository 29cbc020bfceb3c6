"""Hiding groups so small that they would tell on people, and the cells from which they could be worked out."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

CELL = ["title_id", "season", "window_days"]
# A count, and what is hidden with it.
GOES_WITH = {
    "viewers": ("hours", "views", "viewers"),
    "starters": ("starters", "completion_rate"),
    "watchers": ("watchers",),
    "completers": ("completers", "completion_rate"),
}


def suppress(season_measures: ir.Table, *, k: int) -> ir.Table:
    """The season table with groups of fewer than ``k`` accounts hidden.

    A count above zero and below ``k`` is hidden. Where that hides exactly one territory of a season and window whose total
    stays, the smallest other territory above zero is hidden too, and where there is none the total: else the hidden count
    would be the difference. Hours and views go with the viewers, the completion rate with starters and completers.

    Grain      as ``season_measures``
    Columns    those of ``season_measures``, and suppressed (whether anything in the row was hidden)
    Null       additionally where hidden
    """
    rows = season_measures
    for count in GOES_WITH:
        rows = rows.mutate(**{f"hide_{count}": _hidden(rows, count, k)})
        rows = rows.mutate(**{f"hide_{count}": _complemented(rows, count)})
    hidden = {
        name: ibis.or_(*(rows[f"hide_{count}"] == 1 for count, names in GOES_WITH.items() if name in names))
        for name in ("hours", "views", "viewers", "starters", "watchers", "completers", "completion_rate")
    }
    return rows.select(
        *(name for name in season_measures.columns if name not in hidden),
        **{name: ibis.ifelse(hide, ibis.null(rows[name].type()), rows[name]) for name, hide in hidden.items()},
        suppressed=ibis.or_(*hidden.values()),
    )


def _hidden(rows: ir.Table, count: str, k: int) -> ir.IntegerValue:
    value = ibis.coalesce(rows[count], 0)
    return ibis.ifelse((value > 0) & (value < k), 1, 0).cast("int64")


def _complemented(rows: ir.Table, count: str) -> ir.IntegerValue:
    """The flags, and one more where exactly one territory is hidden and the total is not."""
    hide, value = rows[f"hide_{count}"], ibis.coalesce(rows[count], 0)
    part = rows.territory.notnull()
    whole = ibis.window(group_by=CELL)
    parts_hidden = ibis.ifelse(part, hide, 0).sum().over(whole)
    total_hidden = ibis.ifelse(part, 0, hide).sum().over(whole)
    free = ibis.ifelse(part & (hide == 0) & (value > 0), 1, 0)
    others = free.sum().over(whole)
    order = ibis.window(group_by=CELL, order_by=[ibis.desc(free), value, rows.territory.fill_null("")])
    smallest = (ibis.row_number().over(order) == 0) & (free == 1)
    exposed = (parts_hidden == 1) & (total_hidden == 0)
    return ibis.ifelse(exposed & (smallest | ((others == 0) & ~part)), 1, hide).cast("int64")
