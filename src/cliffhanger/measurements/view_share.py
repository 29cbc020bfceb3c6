"""Adjusted view share: whose viewing a season is, weighted by how much those accounts are at risk of leaving.

The form is the house's: the share is the one that a leaked Netflix scorecard names adjusted view share (reported by Bloomberg,
October 2021), whose weights are not public. Here the weight is the churn that accounts like this one had shown before the
premiere: accounts new or watching little weigh more, as they are reported to do there.

Shares and risks are whole millionths, rounded down, and their products whole billionths, so that every engine gives equal sums.
"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.retention_statistics import CELL
from cliffhanger.measurements.season_measures import SEASON, windows
from cliffhanger.terms import SECONDS_A_DAY, WINDOWS_DAYS, cut_of

CELL_MONTHS = 100  # a cell of fewer account-months takes the rate of all
MILLION = 1_000_000
KEY = ["account_id", "title_id", "season"]


def adjusted_view_share(
    account_seasons: ir.Table,
    sessions: ir.Table,
    membership_months: ir.Table,
    premieres: ir.Table,
    *,
    as_of: dt.date,
    log_from_s: int = 0,
) -> ir.Table:
    """Viewing given to a season, in accounts: as it is, and weighted by the risk that each account leaves.

    An account's share is its seconds of the season in the window over all its seconds from the premiere to the window's end.
    Its risk is the share of account-months that ended with leaving among those of its cell (tenure, plan, hours of the month
    before; see ``retention_statistics``) that were over before the day of the premiere in its territory; its cell is that of
    its membership month on that day, for an account that joined later that of its first month. Where a cell has fewer than 100
    account-months, or the account none, the rate of all account-months stands. A season counts for itself: viewing that it
    brings to earlier ones is not in its share.

    Grain      one row per title_id, season, territory (null: all) and window_days, once the season is out there
    Columns    window_open; partly_logged (the log begins after the premiere, in one territory or more: the values are what it
               holds); viewers (accounts with a second of it); view_share (sum of their shares: accounts' worth of viewing);
               adjusted_view_share (sum of share times risk: accounts' worth of viewing at risk)
    Null       values where the window has not elapsed, for all territories together where it has not in one; the adjusted one
               also where no membership month had ended before the premiere, as where the log begins later
    Censoring  windows are complete or null; the risk uses nothing that happened from the premiere on, but what became known
               of earlier viewing since, and the plan that the accounts table has
    """
    shares = _shares(account_seasons, sessions, premieres)
    days = premieres.select(premiere_day=premieres.premiere_s // SECONDS_A_DAY).distinct()
    rates, pooled = _rates(membership_months, days)
    at_risk = _cells(shares, membership_months).left_join(rates, ["premiere_day", *CELL])
    at_risk = at_risk.select(*shares.columns, risk=at_risk.risk)
    at_risk = at_risk.left_join(pooled, "premiere_day")
    at_risk = at_risk.select(*shares.columns, risk=ibis.coalesce(at_risk.risk, at_risk.pooled, 0).cast("int64"))
    known = windows(premieres, as_of=as_of).mutate(premiere_day=lambda t: t.premiere_s // SECONDS_A_DAY)
    known = known.left_join(pooled, "premiere_day").select(
        *SEASON,
        "window_days",
        "window_open",
        "premiere_s",
        riskless=_flag(pooled.pooled.isnull()),
        partly_logged=_flag(known.premiere_s < log_from_s),
    )
    rows = known.left_join(_summed(at_risk), [*SEASON, "window_days"])
    rows = rows.select(*known.columns, **{name: ibis.coalesce(rows[name], 0).cast("int64") for name in _SUMS})
    total = rows.group_by("title_id", "season", "window_days").agg(
        window_open=rows.window_open.max(),
        premiere_s=rows.premiere_s.min(),
        riskless=rows.riskless.max(),
        partly_logged=rows.partly_logged.max(),
        **{name: rows[name].sum().cast("int64") for name in _SUMS},
    )
    total = total.mutate(territory=ibis.null(rows.territory.type())).select(rows.columns)
    return _shown(rows.union(total).filter(lambda t: t.premiere_s < cut_of(as_of)))


_SUMS = ("viewers", "millionths", "billionths")


def _shares(account_seasons: ir.Table, sessions: ir.Table, premieres: ir.Table) -> ir.Table:
    """Each viewer's share of its own viewing, by window, in millionths; with the premiere's day in its territory."""
    wanted = [f"seconds_{days}" for days in WINDOWS_DAYS]
    viewers = account_seasons.filter(account_seasons[wanted[-1]] > 0).select(*KEY, "territory", *wanted)
    viewers = viewers.inner_join(premieres.select(*SEASON, "premiere_s"), SEASON)
    played = sessions.select("account_id", "started_s", "seconds")
    rows = viewers.inner_join(played, "account_id")
    offset_s = rows.started_s - rows.premiere_s
    rows = rows.mutate(offset_s=offset_s).filter((offset_s >= 0) & (offset_s < WINDOWS_DAYS[-1] * SECONDS_A_DAY))
    totals = rows.group_by(*KEY, "territory", "premiere_s", *wanted).agg(
        **{
            f"all_{days}": ibis.ifelse(rows.offset_s < days * SECONDS_A_DAY, rows.seconds, 0).sum().cast("int64")
            for days in WINDOWS_DAYS
        }
    )
    return totals.select(
        *KEY,
        "territory",
        premiere_day=totals.premiere_s // SECONDS_A_DAY,
        **{f"viewer_{days}": _flag(totals[f"seconds_{days}"] > 0) for days in WINDOWS_DAYS},
        **{
            f"share_{days}": totals[f"seconds_{days}"] * MILLION // ibis.greatest(totals[f"all_{days}"], 1)
            for days in WINDOWS_DAYS
        },
    )


def _rates(membership_months: ir.Table, premiere_days: ir.Table) -> tuple[ir.Table, ir.Table]:
    """Churn in millionths by premiere day, of each cell that is large enough and of all, from months over before that day."""
    ended = membership_months.filter(membership_months.complete == 1)
    by_day = ended.group_by(*CELL, "end_day").agg(months=ended.count().cast("int64"), left=ended.churned.sum().cast("int64"))
    before = by_day.cross_join(premiere_days).filter(lambda t: t.end_day < t.premiere_day)
    cells = before.group_by("premiere_day", *CELL).agg(
        months=before.months.sum().cast("int64"), left=before.left.sum().cast("int64")
    )
    everyone = cells.group_by("premiere_day").agg(months=cells.months.sum().cast("int64"), left=cells.left.sum().cast("int64"))
    rates = cells.filter(cells.months >= CELL_MONTHS)
    return (
        rates.select("premiere_day", *CELL, risk=rates.left * MILLION // rates.months),
        everyone.select("premiere_day", pooled=everyone.left * MILLION // everyone.months),
    )


def _cells(shares: ir.Table, membership_months: ir.Table) -> ir.Table:
    """Shares with the cell of the account's month at the premiere; null where it has none that is logged."""
    # The first month counts from long before it, for who joins after the premiere. No "or": engines compare every pair for it.
    spans = membership_months.select(
        "account_id",
        "end_day",
        *CELL,
        from_day=ibis.ifelse(membership_months.month == 0, 0, membership_months.start_day).cast("int64"),
    )
    rows = shares.left_join(
        spans,
        [
            shares.account_id == spans.account_id,
            spans.from_day <= shares.premiere_day,
            spans.end_day > shares.premiere_day,
        ],
    )
    return rows.select(*shares.columns, *CELL)


def _summed(at_risk: ir.Table) -> ir.Table:
    rows = at_risk
    wide = rows.group_by(SEASON).agg(
        **{f"viewers_{days}": rows[f"viewer_{days}"].sum().cast("int64") for days in WINDOWS_DAYS},
        **{f"millionths_{days}": rows[f"share_{days}"].sum().cast("int64") for days in WINDOWS_DAYS},
        # Each product is cut to billionths: the sum over 300 million accounts stays within 64 bits.
        **{f"billionths_{days}": (rows[f"share_{days}"] * rows.risk // 1_000).sum().cast("int64") for days in WINDOWS_DAYS},
    )
    return ibis.union(
        *(
            wide.select(*SEASON, window_days=ibis.literal(days, "int16"), **{name: wide[f"{name}_{days}"] for name in _SUMS})
            for days in WINDOWS_DAYS
        )
    )


def _shown(rows: ir.Table) -> ir.Table:
    closed = rows.window_open == 0
    return rows.select(
        *SEASON,
        "window_days",
        window_open=rows.window_open == 1,
        partly_logged=rows.partly_logged == 1,
        viewers=_where(closed, rows.viewers),
        view_share=_where(closed, rows.millionths.cast("float64") / 1e6),
        adjusted_view_share=_where(closed & (rows.riskless == 0), rows.billionths.cast("float64") / 1e9),
    )


def _where(condition: ir.BooleanValue, value: ir.NumericValue) -> ir.NumericValue:
    return ibis.ifelse(condition, value, ibis.null(value.type()))


def _flag(condition: ir.BooleanValue) -> ir.IntegerValue:
    return ibis.ifelse(condition, 1, 0).cast("int64")
