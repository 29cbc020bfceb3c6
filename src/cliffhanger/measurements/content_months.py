"""What an account had to watch before it decided to stay: fresh and familiar hours of the months before, by churn.

The hours of the month in which the account leaves or stays are not looked at: those about to leave watch less.
"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.retention_statistics import seconds_by_month
from cliffhanger.terms import SECONDS_A_DAY

# Share of an hour that is still remembered one, two and three months later: half after four weeks, less what was forgotten
# within its month.
REMEMBERED_PERCENT = (75, 35, 17)
HOUR_S = 3_600
FRESH_FROM_H = (0, 1, 3, 6, 10, 16)  # remembered hours, each bin's lower end but the first: none at all
FAMILIAR_FROM_H = (0, 3, 8, 16, 30, 55)
USUAL_FROM_H = (0, 4, 10, 20, 40, 70)
ANNOUNCED_DAYS, AROUND_DAYS = 45, 150
NOTHING_DUE, JUST_OUT, RETURN_NEAR, AWAITED = range(4)  # of several, the last holds
CELL = ("tenure_from", "plan", "fresh_bin", "familiar_bin", "usual_bin", "awaiting")
SUMS = ("account_months", "churned", "fresh_s", "familiar_s", "usual_s")


def content_months(
    membership_months: ir.Table,
    fresh_sessions: ir.Table,
    account_spans: ir.Table,
    finishers: ir.Table,
    premieres: ir.Table,
    *,
    as_of: dt.date,
) -> ir.Table:
    """Membership months from the second on, with what was watched in the three months before each.

    An engine does well to materialise the table: several measures read it.

    Grain      one row per account_id and month of ``membership_months`` of which the three months before, as far as there were
               so many, lie in the log
    Columns    plan, tenure_from, complete, churned, end_day (as ``membership_months``); fresh_s, familiar_s (seconds of the
               three months before, each weighed by what is remembered of it); usual_s (mean seconds of a month in all earlier
               ones); fresh_bin, familiar_bin, usual_bin (how many of the bins' ends they exceed); awaiting (on end_day,
               of a season that follows one which the account had finished: 3: it comes within 45 days; 2: within 150; 1: it came
               within the last 150; 0: none of these)
    Null       none: months without a session have 0 seconds
    """
    played = seconds_by_month(fresh_sessions, account_spans, as_of, "fresh")
    fresh = ibis.ifelse(played.fresh == 1, played.seconds, 0)
    months = played.group_by("account_id", "month").agg(fresh=fresh.sum().cast("int64"), all=played.seconds.sum().cast("int64"))
    keys = ["account_id", "month"]
    rows = membership_months.left_join(months, keys).drop("account_id_right", "month_right")
    rows = rows.mutate(fresh=ibis.coalesce(rows.fresh, 0), all=ibis.coalesce(rows.all, 0))
    by_account = ibis.window(group_by="account_id", order_by="month")
    lags = {
        f"{name}_{k}": ibis.coalesce(rows[name].lag(k).over(by_account), 0)
        for name in ("fresh", "all")
        for k in range(1, len(REMEMBERED_PERCENT) + 1)
    }
    before = ibis.window(group_by="account_id", order_by="month", rows=(None, -len(REMEMBERED_PERCENT)))
    usual = rows.all.mean().over(before)
    first = rows.month.min().over(ibis.window(group_by="account_id"))
    rows = rows.mutate(**lags, usual=usual, first=first)
    rows = rows.filter((rows.month > 0) & ((rows.month - rows.first >= len(REMEMBERED_PERCENT)) | (rows.first == 0)))
    fresh_s = _remembered(rows, "fresh")
    familiar_s = _remembered(rows, "all") - fresh_s
    usual_s = ibis.coalesce(rows.usual, rows.all_1.cast("float64")).floor().cast("int64")
    rows = rows.select(
        *keys,
        "plan",
        "tenure_from",
        "complete",
        "churned",
        "end_day",
        fresh_s=fresh_s,
        familiar_s=familiar_s,
        usual_s=usual_s,
        fresh_bin=_bin(fresh_s, FRESH_FROM_H),
        familiar_bin=_bin(familiar_s, FAMILIAR_FROM_H),
        usual_bin=_bin(usual_s, USUAL_FROM_H),
    )
    return _awaiting(rows, _returns(finishers, premieres))


def churn_cells(content_months: ir.Table) -> ir.Table:
    """Account-months and churn by tenure, plan, remembered hours and what is awaited: sufficient statistics of the churn model.

    Grain      one row per tenure_from, plan, fresh_bin, familiar_bin, usual_bin and awaiting with an account-month
    Columns    account_months; churned; fresh_s, familiar_s, usual_s (sums)
    Null       none
    Censoring  months that were not complete by the as-of day are left out, of leavers as of stayers
    """
    rows = content_months.filter(content_months.complete == 1)
    return rows.group_by(CELL).agg(
        account_months=rows.count().cast("int64"),
        churned=rows.churned.sum().cast("int64"),
        fresh_s=rows.fresh_s.sum().cast("int64"),
        familiar_s=rows.familiar_s.sum().cast("int64"),
        usual_s=rows.usual_s.sum().cast("int64"),
    )


def present_content(content_months: ir.Table) -> ir.Table:
    """The latest content month of each account that has not left: what its next decision would rest on.

    Grain      one row per account_id
    Columns    as ``content_months``
    """
    last = content_months.group_by("account_id").agg(month=content_months.month.max(), left=content_months.churned.max())
    staying = last.filter(last.left == 0)
    return content_months.semi_join(staying, ["account_id", "month"])


def _returns(finishers: ir.Table, premieres: ir.Table) -> ir.Table:
    """Premiere days that an account that had finished the season before had reason to look forward to."""
    first = premieres.group_by("title_id", "season").agg(premiere_s=premieres.premiere_s.min())
    earlier = finishers.mutate(season=(finishers.season + 1).cast("int16"))
    rows = earlier.inner_join(first, ["title_id", "season"])
    rows = rows.filter(rows.finished_s < rows.premiere_s - ANNOUNCED_DAYS * SECONDS_A_DAY)
    return rows.select("account_id", finished_day=rows.finished_s // SECONDS_A_DAY, premiere_day=rows.premiere_s // SECONDS_A_DAY)


def _awaiting(rows: ir.Table, returns: ir.Table) -> ir.Table:
    met = rows.select("account_id", "month", "end_day").inner_join(returns, "account_id")
    ahead = met.premiere_day - met.end_day
    near = (ahead <= AROUND_DAYS) & (ahead >= -AROUND_DAYS) & (met.finished_day < met.end_day)
    coming = ibis.ifelse(ahead <= ANNOUNCED_DAYS, AWAITED, RETURN_NEAR)
    state = ibis.ifelse(ahead < 0, JUST_OUT, coming)
    met = met.mutate(state=state).filter(near)
    states = met.group_by("account_id", "month").agg(state=met.state.max())
    rows = rows.left_join(states, ["account_id", "month"]).drop("account_id_right", "month_right")
    return rows.mutate(awaiting=ibis.coalesce(rows.state, NOTHING_DUE).cast("int64")).drop("state")


def _remembered(rows: ir.Table, name: str) -> ir.IntegerValue:
    weighed = [rows[f"{name}_{k}"] * percent for k, percent in enumerate(REMEMBERED_PERCENT, start=1)]
    total = weighed[0]
    for part in weighed[1:]:
        total = total + part
    return (total // 100).cast("int64")


def _bin(seconds: ir.IntegerValue, ends: tuple[int, ...]) -> ir.IntegerValue:
    """How many of the ends, in hours, the seconds exceed."""
    cases = [(seconds <= end * HOUR_S, ibis.literal(place, "int64")) for place, end in enumerate(ends)]
    return ibis.cases(*cases, else_=ibis.literal(len(ends), "int64"))
