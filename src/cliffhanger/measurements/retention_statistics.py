"""Account-months with their hours and their churn: what a churn model is fitted on, so that no account leaves the warehouse.

A membership month runs from one monthly anniversary of the sign-up day to the next, in whole UTC days; where a month is too
short its last day is the anniversary. The day on which an account leaves closes its last month: leaving on an anniversary ends
the month before it. Months are counted from 0, the month that begins with the sign-up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.account_spans import month_starts, months_of
from cliffhanger.measurements.season_core import START_S
from cliffhanger.terms import SECONDS_A_DAY, cut_of

TENURE_FROM = (0, 1, 2, 3, 6, 12, 24)  # months completed, the first of each bin
HOURS_UP_TO_S = (0, 3_600, 3 * 3_600, 6 * 3_600, 12 * 3_600, 25 * 3_600)  # seconds, the last of each bin but the open one
NO_MONTH_BEFORE = -1  # hours bin of the first month
CELL = ("tenure_from", "plan", "hours_bin")
SUMS = ("account_months", "churned", "tenure_sum", "lagged_s", "lagged_minutes_squared")
_FIRST_DAY = 10_957  # 2000-01-01: no declared moment lies before it
_ANOTHER_MONTH = 31  # days that a month which runs at the as-of day may still last


def membership_months(sessions: ir.Table, account_spans: ir.Table, *, as_of: dt.date, log_from_s: int = 0) -> ir.Table:
    """Membership months that had begun by a day, with the hours of the month before.

    Hours are lagged by a month because those about to leave watch less: the hours of the month that ends with leaving tell of
    the leaving, not of its cause. An engine does well to materialise the table: several measures read it.

    Grain      one row per account_id and month (0 begins with the sign-up) that the account had not left before
    Columns    plan, territory; start_day (days since 1970), end_day (the next anniversary); tenure_from (the first month of
               its bin); lagged_s (seconds played in the month before, all profiles); hours_bin (how many of HOURS_UP_TO_S they
               exceed, -1 in the first month); complete (1: end_day was over by the day); churned (1: the account left in it or
               on end_day)
    Null       none: a month before without a session has 0 seconds
    Censoring  months that began after the day are left out, others that had not ended by it have complete 0. Months whose
               month before began before the log, ``log_from_s`` (seconds since 1970), are left out; month still counts from
               the sign-up (left truncation)
    """
    days = _calendar(as_of)
    members = _members(account_spans, days)
    now, before_log = as_of, _date(-(-log_from_s // SECONDS_A_DAY) - 1)
    logged = members.joined_day > _day(before_log)
    spans = members.mutate(
        first_month=ibis.ifelse(logged, 0, _month_on_date(before_log, members) + 2),
        last_month=ibis.least(_month_on_date(now, members), ibis.coalesce(members.left_month, _month_on_date(now, members))),
    )
    spans = spans.filter((spans.first_month <= spans.last_month) & (spans.last_month >= 0))
    months = spans.mutate(month=ibis.range(spans.first_month, spans.last_month + 1)).unnest("month")
    months = _dated(months.mutate(month=months.month.cast("int64")), days)
    played = _seconds_by_month(sessions, members, days)
    played = played.select("account_id", lagged_s="seconds", month=played.month + 1)
    rows = months.left_join(played, ["account_id", "month"]).drop("account_id_right", "month_right")
    lagged_s = ibis.coalesce(rows.lagged_s, 0).cast("int64")
    return rows.select(
        "account_id",
        "month",
        "plan",
        "territory",
        "start_day",
        "end_day",
        tenure_from=_tenure_from(rows.month),
        lagged_s=lagged_s,
        hours_bin=ibis.ifelse(rows.month == 0, NO_MONTH_BEFORE, _hours_bin(lagged_s)).cast("int64"),
        complete=_flag(rows.end_day <= _day(as_of)),
        churned=_flag(rows.month == ibis.coalesce(rows.left_month, -1)),
    )


def retention_statistics(membership_months: ir.Table, *, by: Sequence[str] = CELL) -> ir.Table:
    """Account-months and churn by tenure, plan and hours of the month before: the sufficient statistics of the churn model.

    Parameters
    ----------
    by
        What makes a cell: of tenure_from, plan, hours_bin, territory.

    Grain      one row per cell with an account-month
    Columns    accounts (different ones); account_months; churned (of these, those at whose end the account had left); and the
               sums that a fit needs within a bin: tenure_sum (months completed), lagged_s (seconds), lagged_minutes_squared
               (whole minutes, squared)
    Null       none
    Censoring  months that were not complete by the as-of day are left out, of leavers as of stayers. The plan is the one that
               the accounts table has; earlier plans of an account are not known
    """
    rows = membership_months.filter(membership_months.complete == 1)
    return _counted(rows, *by)


def watched_retention(
    membership_months: ir.Table,
    sessions: ir.Table,
    account_spans: ir.Table,
    premieres: ir.Table,
    *,
    as_of: dt.date,
    by: Sequence[str] = CELL,
) -> ir.Table:
    """Retention statistics by whether the month before held two minutes of a season: what the naive lift is read off.

    It compares people who chose to watch with people who did not, and is no effect of the season.

    Parameters
    ----------
    premieres
        Of the seasons wanted; each costs a pass over the account-months.
    by
        As ``retention_statistics``.

    Grain      one row per title_id, season, watched (0 or 1) and cell with an account-month
    Columns    as ``retention_statistics``
    Null       none
    Censoring  as ``retention_statistics``. First months, and months whose month before ended before the premiere's day in the
               account's territory, are left out: nobody could have watched
    """
    days = _calendar(as_of)
    season = premieres.select("title_id", "season", "territory", premiere_day=premieres.premiere_s // SECONDS_A_DAY)
    played = sessions.semi_join(season.select("title_id", "season").distinct(), ["title_id", "season"])
    seconds = _seconds_by_month(played, _members(account_spans, days), days, "title_id", "season")
    watched = seconds.filter(seconds.seconds >= START_S).select("account_id", "title_id", "season", month=seconds.month + 1)
    at_risk = membership_months.filter((membership_months.complete == 1) & (membership_months.month > 0))
    rows = at_risk.inner_join(season, "territory").filter(lambda t: t.start_day > t.premiere_day)
    key = ["account_id", "title_id", "season", "month"]
    rows = rows.left_join(watched.mutate(seen=ibis.literal(1, "int64")), key)
    rows = rows.select(*at_risk.columns, "title_id", "season", watched=ibis.coalesce(rows.seen, 0).cast("int64"))
    return _counted(rows, "title_id", "season", "watched", *by)


def seconds_by_month(sessions: ir.Table, account_spans: ir.Table, as_of: dt.date, *also: str) -> ir.Table:
    """Seconds that accounts played in each membership month.

    Parameters
    ----------
    also
        Columns of ``sessions`` by which the seconds are parted.

    Grain      one row per account_id, those columns and month with a session
    Columns    seconds (all profiles)
    Null       none
    Left out   what an account played before its sign-up belongs to an earlier membership
    """
    days = _calendar(as_of)
    return _seconds_by_month(sessions, _members(account_spans, days), days, *also)


def _month_on(day: ir.Table, joined: ir.Table) -> ir.IntegerValue:
    """Membership month of a day, from its calendar row and that of the sign-up day; below 0 before the sign-up."""
    short = (day.dom < joined.joined_dom) & (day.last == 0)
    return (day.calendar_month - joined.joined_month - _flag(short)).cast("int64")


def _counted(rows: ir.Table, *cell: str) -> ir.Table:
    """The statistics of each cell; by account first, so that accounts are counted once."""
    minutes = rows.lagged_s // 60
    one = rows.group_by(*cell, "account_id").agg(
        account_months=rows.count().cast("int64"),
        churned=rows.churned.sum().cast("int64"),
        tenure_sum=rows.month.sum().cast("int64"),
        lagged_s=rows.lagged_s.sum().cast("int64"),
        lagged_minutes_squared=(minutes * minutes).sum().cast("int64"),
    )
    return one.group_by(cell).agg(accounts=one.count().cast("int64"), **{name: one[name].sum().cast("int64") for name in SUMS})


def _calendar(as_of: dt.date) -> ir.Table:
    """Every day up to the end of the month after the as-of day's, made once: dividing days into months row by row is slow.

    Columns: day (since 1970), calendar_month (as ``months_of``), dom (day of the month from 0), last (1: the month's last).
    """
    days = ibis.range(_FIRST_DAY, _day(as_of) + 2 * _ANOTHER_MONTH + 1).unnest().name("day").as_table()
    days = days.select(day=days.day.cast("int64"))
    days = days.mutate(calendar_month=months_of(days.day * SECONDS_A_DAY))
    days = days.mutate(
        first=month_starts(days.calendar_month) // SECONDS_A_DAY, after=month_starts(days.calendar_month + 1) // SECONDS_A_DAY
    )
    return days.select("day", "calendar_month", dom=days.day - days.first, last=_flag(days.day + 1 == days.after))


def _members(account_spans: ir.Table, days: ir.Table) -> ir.Table:
    """Accounts with the calendar of their sign-up day, and the month in which they left (null: they had not)."""
    rows = account_spans.select(
        "account_id",
        "plan",
        "territory",
        joined_day=account_spans.joined_s // SECONDS_A_DAY,
        left_day=account_spans.left_s // SECONDS_A_DAY,
    )
    joined = days.select(joined_day="day", joined_month="calendar_month", joined_dom="dom")
    rows = rows.inner_join(joined, "joined_day")
    rows = rows.mutate(day=ibis.greatest(rows.left_day - 1, rows.joined_day))
    rows = rows.left_join(days, "day").drop("day_right")
    left_month = ibis.ifelse(rows.left_day.notnull(), _month_on(rows, rows), ibis.null("int64"))
    return rows.select(
        "account_id", "plan", "territory", "joined_day", "joined_month", "joined_dom", left_month=left_month.cast("int64")
    )


def _seconds_by_month(sessions: ir.Table, members: ir.Table, days: ir.Table, *also: str) -> ir.Table:
    rows = sessions.mutate(day=sessions.started_s // SECONDS_A_DAY).inner_join(days, "day")
    rows = rows.inner_join(members.select("account_id", "joined_month", "joined_dom"), "account_id")
    rows = rows.select("account_id", *also, "seconds", month=_month_on(rows, rows))
    rows = rows.filter(rows.month >= 0)  # what an account played before its sign-up belongs to an earlier membership
    return rows.group_by("account_id", *also, "month").agg(seconds=rows.seconds.sum().cast("int64"))


def _dated(months: ir.Table, days: ir.Table) -> ir.Table:
    """Membership months with their first day and the anniversary that ends them."""
    lengths = days.group_by("calendar_month").agg(first_day=days.day.min(), last_dom=days.dom.max())
    for name, ahead in (("start_day", 0), ("end_day", 1)):
        rows = months.mutate(calendar_month=months.joined_month + months.month + ahead).inner_join(lengths, "calendar_month")
        at = rows.first_day + ibis.least(rows.joined_dom, rows.last_dom)
        months = rows.select(*months.columns, **{name: at})
    return months


def _tenure_from(month: ir.IntegerValue) -> ir.IntegerValue:
    cases = [(month >= first, ibis.literal(first, "int64")) for first in reversed(TENURE_FROM)]
    return ibis.cases(*cases, else_=ibis.literal(TENURE_FROM[0], "int64"))


def _hours_bin(seconds: ir.IntegerValue) -> ir.IntegerValue:
    cases = [(seconds <= most, ibis.literal(place, "int64")) for place, most in enumerate(HOURS_UP_TO_S)]
    return ibis.cases(*cases, else_=ibis.literal(len(HOURS_UP_TO_S), "int64"))


def _month_on_date(date: dt.date, members: ir.Table) -> ir.IntegerValue:
    """Membership month of a fixed date."""
    months = date.year * 12 + date.month - 1
    if (date + dt.timedelta(days=1)).month != date.month:
        return (months - members.joined_month).cast("int64")
    return (months - members.joined_month - _flag(members.joined_dom > date.day - 1)).cast("int64")


def _day(date: dt.date) -> int:
    return cut_of(date) // SECONDS_A_DAY - 1


def _date(day: int) -> dt.date:
    return dt.date(1970, 1, 1) + dt.timedelta(days=day)


def _flag(condition: ir.BooleanValue) -> ir.IntegerValue:
    return ibis.ifelse(condition, 1, 0).cast("int64")
