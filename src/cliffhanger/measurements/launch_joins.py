"""Joiners week by week, what members pay and watch, and the naive comparison of viewers with everybody else."""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.season_core import START_S
from cliffhanger.terms import SECONDS_A_DAY, cut_of

WEEK_S = 7 * SECONDS_A_DAY


def weekly_joins(account_spans: ir.Table, *, as_of: dt.date, log_from_s: int) -> ir.Table:
    """Accounts that joined, by week; the last week ends with the as-of day.

    Grain      one row per week with a joiner
    Columns    week (0 is the last, -1 the one before it); joins
    Left out   weeks that began before the log did
    """
    cut = cut_of(as_of)
    week = (account_spans.joined_s - cut) // WEEK_S + 1
    rows = account_spans.mutate(week=week.cast("int64"))
    rows = rows.filter(cut + (rows.week - 1) * WEEK_S >= log_from_s)
    return rows.group_by("week").agg(joins=rows.count().cast("int64"))


def plan_money(account_spans: ir.Table, sessions: ir.Table, *, as_of: dt.date, days: int = 91) -> ir.Table:
    """What members pay and watch, by plan.

    Grain      one row per plan with a member on the as-of day
    Columns    members; monthly_micros (sum of their monthly prices, micro-units); seconds (played by them in the last ``days``)
    Null       none
    """
    members = account_spans.filter(account_spans.left_s.isnull())
    since = cut_of(as_of) - days * SECONDS_A_DAY
    recent = sessions.filter(sessions.started_s >= since)
    played = recent.group_by("account_id").agg(seconds=recent.seconds.sum().cast("int64"))
    rows = members.left_join(played, "account_id").drop("account_id_right")
    return rows.group_by("plan").agg(
        members=rows.count().cast("int64"),
        monthly_micros=rows.monthly_micros.sum().cast("int64"),
        seconds=ibis.coalesce(rows.seconds, 0).sum().cast("int64"),
    )


def viewers_stay(sessions: ir.Table, account_spans: ir.Table, premieres: ir.Table, *, as_of: dt.date, days: int = 28) -> ir.Table:
    """The naive lift: how long viewers of a season stayed members afterwards, and how long everybody else did.

    Viewers chose to watch: they differ from others in how much they like the service, so that the difference is no effect.

    Grain      one row per title_id, season and viewer (1: played two minutes within ``days`` of the premiere; 0: did not)
    Columns    accounts (members from the premiere to the end of those days); member_days (from then on to leaving or the as-of
               day)
    Left out   seasons of which the days are not over
    """
    cut = cut_of(as_of)
    first = premieres.group_by("title_id", "season").agg(premiere_s=premieres.premiere_s.min())
    first = first.mutate(from_s=first.premiere_s + days * SECONDS_A_DAY)
    first = first.filter(first.from_s <= cut)
    members = account_spans.select("account_id", "joined_s", "left_s")
    rows = first.join(members, [members.joined_s < first.premiere_s, members.left_s.isnull() | (members.left_s >= first.from_s)])
    played = sessions.filter(sessions.seconds >= START_S).inner_join(first, ["title_id", "season"])
    played = played.filter((played.started_s >= played.premiere_s) & (played.started_s < played.from_s))
    played = played.select("account_id", "title_id", "season").distinct().mutate(seen=ibis.literal(1, "int64"))
    keys = ["account_id", "title_id", "season"]
    rows = rows.left_join(played, keys).drop(*(f"{key}_right" for key in keys))
    stayed = (ibis.coalesce(rows.left_s, cut) - rows.from_s) // SECONDS_A_DAY
    rows = rows.mutate(viewer=ibis.coalesce(rows.seen, 0), days=stayed)
    return rows.group_by("title_id", "season", "viewer").agg(
        accounts=rows.count().cast("int64"), member_days=rows.days.sum().cast("int64")
    )
