"""Accounts that two seasons share, and how many accounts a set of seasons reaches together.

A season reaches an account that starts it: two minutes of one episode within the 91 days from the premiere in the account's
territory. Viewing before or after that window does not count, so that an old season and a new one are asked the same.
"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.season_core import LONGEST
from cliffhanger.measurements.season_measures import windows

SEASON = ["title_id", "season"]


def overlap(account_seasons: ir.Table, premieres: ir.Table, *, as_of: dt.date, log_from_s: int = 0) -> ir.Table:
    """Accounts that started both of two seasons within the 91 days of each.

    Grain      one row per unordered pair of seasons that share an account; the first of a pair is the one whose title_id, then
               season, is lower
    Columns    title_a, season_a, title_b, season_b; window_open (of either, in any territory); partly_logged (the
               log begins after the premiere of either, in any territory); starters_a, starters_b, both
               (accounts)
    Null       every count of a pair of which one window is open
    Censoring  windows are complete or null
    """
    started = _started(account_seasons)
    spans = _spans(premieres, as_of=as_of, log_from_s=log_from_s)
    counts = started.group_by(SEASON).agg(starters=started.count().cast("int64"))
    a = started.select("account_id", title_a="title_id", season_a="season")
    b = started.select("account_id", title_b="title_id", season_b="season")
    both = a.inner_join(b, "account_id")
    both = both.filter((both.title_a < both.title_b) | ((both.title_a == both.title_b) & (both.season_a < both.season_b)))
    rows = both.group_by("title_a", "season_a", "title_b", "season_b").agg(both=both.count().cast("int64"))
    for side in ("a", "b"):
        facts = counts.inner_join(spans, SEASON).select(
            **{f"title_{side}": counts.title_id, f"season_{side}": counts.season, f"starters_{side}": counts.starters},
            **{f"open_{side}": spans.window_open, f"partly_{side}": spans.partly_logged},
        )
        rows = rows.inner_join(facts, [f"title_{side}", f"season_{side}"])
    opened = rows.open_a + rows.open_b > 0
    return rows.select(
        "title_a",
        "season_a",
        "title_b",
        "season_b",
        window_open=opened,
        partly_logged=rows.partly_a + rows.partly_b > 0,
        **{name: _unless(opened, rows[name]) for name in ("starters_a", "starters_b", "both")},
    )


def overlap_shown(overlap: ir.Table, *, k: int) -> ir.Table:
    """Pairs that may be shown: no group that a pair tells of has fewer than ``k`` accounts.

    A pair tells of three groups: those who started both, and by the difference those who started only the one or only the
    other. Where one of them is above zero and below ``k`` the pair is left out.

    Grain      as ``overlap``, pairs with an open window left out
    Columns    those of ``overlap``
    """
    rows = overlap.filter(~overlap.window_open)
    groups = (rows.both, rows.starters_a - rows.both, rows.starters_b - rows.both)
    return rows.filter(ibis.and_(*((group == 0) | (group >= k) for group in groups)))


def union_reach(
    account_seasons: ir.Table, chosen: ir.Table, premieres: ir.Table, *, as_of: dt.date, log_from_s: int = 0
) -> ir.Table:
    """Accounts that started at least one season of a set.

    Parameters
    ----------
    chosen
        Columns set_id, title_id, season: which seasons make up each set.

    Grain      one row per set_id
    Columns    seasons (of the set); window_open, partly_logged (of one of them, in any territory); starts (starters of each,
               added up); reach (accounts that started one or more: each counted once)
    Null       starts and reach where one window is open, or a season has not premiered anywhere
    Censoring  windows are complete or null
    """
    chosen = chosen.select("set_id", *SEASON).distinct()
    spans = _spans(premieres, as_of=as_of, log_from_s=log_from_s)
    sets = chosen.left_join(spans, SEASON)
    sets = sets.select("set_id", opened=ibis.coalesce(sets.window_open, 1), partly=ibis.coalesce(sets.partly_logged, 0))
    sets = sets.group_by("set_id").agg(
        seasons=sets.count().cast("int64"), opened=sets.opened.max(), partly_logged=sets.partly.max() == 1
    )
    pairs = _started(account_seasons).inner_join(chosen, SEASON).group_by("set_id", "account_id").agg(starts=lambda t: t.count())
    found = pairs.group_by("set_id").agg(starts=pairs.starts.sum().cast("int64"), reach=pairs.count().cast("int64"))
    rows = sets.left_join(found, "set_id").drop("set_id_right")
    opened = rows.opened == 1
    return rows.select(
        "set_id",
        "seasons",
        "partly_logged",
        window_open=opened,
        **{name: _unless(opened, ibis.coalesce(rows[name], 0).cast("int64")) for name in ("starts", "reach")},
    )


def union_reach_shown(union_reach: ir.Table, chosen: ir.Table, overlap: ir.Table, *, k: int) -> ir.Table:
    """Sets that may be shown: reach and starts tell of no group of fewer than ``k`` accounts.

    Starts minus reach is the overlap of a set of two, and bounds it in larger sets: so a set is left out where its reach is
    below ``k`` or where ``overlap_shown`` leaves out a pair within it.

    Grain      as ``union_reach``, sets with an open window left out
    Columns    those of ``union_reach``
    """
    pairs = ["title_a", "season_a", "title_b", "season_b"]
    hidden = overlap.anti_join(overlap_shown(overlap, k=k), pairs)
    chosen = chosen.select("set_id", *SEASON).distinct()
    a = chosen.select("set_id", title_a="title_id", season_a="season")
    b = chosen.select("set_id", title_b="title_id", season_b="season")
    telling = a.inner_join(b, "set_id").semi_join(hidden, pairs)
    rows = union_reach.filter(~union_reach.window_open)
    return rows.filter((rows.reach == 0) | (rows.reach >= k)).anti_join(telling, "set_id")


def _started(account_seasons: ir.Table) -> ir.Table:
    return account_seasons.filter(account_seasons[f"starter_{LONGEST}"] == 1).select("account_id", *SEASON)


def _spans(premieres: ir.Table, *, as_of: dt.date, log_from_s: int) -> ir.Table:
    """Seasons and whether, in any territory, their longest window is open and the log begins after the premiere (1)."""
    spans = windows(premieres, as_of=as_of).filter(lambda t: t.window_days == LONGEST)
    return spans.group_by(SEASON).agg(
        window_open=spans.window_open.max(),
        partly_logged=ibis.ifelse(spans.premiere_s < log_from_s, 1, 0).max().cast("int64"),
    )


def _unless(condition: ir.BooleanValue, value: ir.IntegerValue) -> ir.IntegerValue:
    return ibis.ifelse(condition, ibis.null("int64"), value)
