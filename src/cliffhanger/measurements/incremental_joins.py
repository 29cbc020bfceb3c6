"""Joiners that a launch brought: plays by new accounts above what accounts play that joined just before it.

Every account that joined for the title plays it; of the others a share plays it anyway, and that share is read off the
accounts that joined before there was anything to join for. With N joiners of whom C play, and q of b baseline joiners who
play, I of the N came for the title where C = I + (N - I) q / b. Hence I = (C b - q N) / (b - q).

Source: H. Badri, A. Kaufman, Estimating Incremental Acquisition of Content Launches in a Subscription Service,
arXiv 2106.15346. Their adjustments for account attributes, season of the year and place in the product are not made, and
no account is assigned to one title: incremental joins of titles that launch together may count an account twice.
"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.season_core import LONGEST, START_S
from cliffhanger.terms import SECONDS_A_DAY, WINDOWS_DAYS, cut_of

SEASON = ["title_id", "season", "territory"]
WEEK_DAYS = 7
PLAY_DAYS = 7  # an account that came for a title plays it in its first week
BASELINE_WEEKS = 2  # "just before"; whole weeks, so that every day of the week counts alike on both sides
COUNTS = ("joiners", "played", "baseline_joiners", "baseline_played")


def joiner_plays(
    sessions: ir.Table, premieres: ir.Table, account_spans: ir.Table, *, as_of: dt.date, log_from_s: int
) -> ir.Table:
    """Joiners around a launch, and how many of them played the title while the launch and they were new.

    An account is in the join week by whole days (UTC) from the premiere's day in its territory: week 0 is the premiere's day
    and the six after it, weeks -2 and -1 are the baseline. It played if it had a session of two minutes or more, of any season
    of the title that was out in its territory (who comes for a second season may begin with the first), that began

    - weeks 0 to 12: from the second of joining, less than 7 days after it;
    - weeks -2 and -1: from the premiere, less than 7 days after it.

    So both had seven days in which they were members and the season was out.

    Grain      one row per title_id, season, territory (null: all) and join_week (-2 to 12), once the season is out there
    Columns    premiere_s; partly_logged (the log begins after the baseline does, in one territory or more); joiners, played
    Null       joiners and played until the seven days of the week's last joiner have elapsed; of all territories together
               until they have in each
    Censoring  an account that leaves within its seven days counts as a joiner, in the baseline too
    """
    cut = cut_of(as_of)
    launches = premieres.select(*SEASON, "premiere_s", premiere_day=premieres.premiere_s // SECONDS_A_DAY)
    # Days are counted before they meet the launches: accounts times launches would not fit anywhere.
    daily = account_spans.group_by("territory", joined_day=account_spans.joined_s // SECONDS_A_DAY)
    daily = daily.agg(joiners=lambda t: t.count().cast("int64"))
    near = _near(daily.inner_join(launches, "territory"))
    joined = near.group_by(*SEASON, "join_week").agg(joiners=near.joiners.sum().cast("int64"))
    players = _early_plays(sessions, launches, account_spans)
    played = players.group_by(*SEASON, "join_week").agg(played=players.count().cast("int64"))
    weeks = launches.mutate(join_week=ibis.range(-BASELINE_WEEKS, LONGEST // WEEK_DAYS).unnest())
    weeks = weeks.mutate(join_week=weeks.join_week.cast("int64"))  # apart: Spark takes no cast around an unnest
    rows = weeks.left_join(joined, [*SEASON, "join_week"]).drop(*(f"{name}_right" for name in (*SEASON, "join_week")))
    rows = rows.left_join(played, [*SEASON, "join_week"]).drop(*(f"{name}_right" for name in (*SEASON, "join_week")))
    last_join_s = (rows.premiere_day + (rows.join_week + 1) * WEEK_DAYS) * SECONDS_A_DAY
    last_s = ibis.ifelse(rows.join_week < 0, rows.premiere_s, last_join_s) + PLAY_DAYS * SECONDS_A_DAY
    baseline_s = (rows.premiere_day - BASELINE_WEEKS * WEEK_DAYS) * SECONDS_A_DAY
    rows = rows.select(
        *SEASON,
        "join_week",
        "premiere_s",
        open=ibis.ifelse(last_s > cut, 1, 0).cast("int64"),
        partly_logged=ibis.ifelse(baseline_s < log_from_s // SECONDS_A_DAY * SECONDS_A_DAY, 1, 0).cast("int64"),
        joiners=ibis.coalesce(rows.joiners, 0).cast("int64"),
        played=ibis.coalesce(rows.played, 0).cast("int64"),
    )
    out = rows.union(_together(rows).select(rows.columns)).filter(lambda t: t.premiere_s < cut)
    closed = out.open == 0
    return out.select(
        *SEASON,
        "join_week",
        "premiere_s",
        partly_logged=out.partly_logged == 1,
        joiners=ibis.ifelse(closed, out.joiners, ibis.null("int64")),
        played=ibis.ifelse(closed, out.played, ibis.null("int64")),
    )


def incremental_joins(joiner_plays: ir.Table, *, least_baseline: int) -> ir.Table:
    """Joiners that came for a launch, beyond those who would have joined and played the title anyway.

    The four counts are all that an estimate needs to draw the baseline's share and the joiners' with their uncertainty.
    Incremental joins below zero are left below zero: they are noise, and cutting them off would bias sums upwards. The
    baseline's share is one of the launch week; where a title is less in view in later weeks it is too high for them, and the
    incremental joins of the longer windows are too low.

    Grain      one row per title_id, season, territory (null: all) and window_days (of joining, from the premiere's day)
    Columns    window_open; partly_logged (as ``joiner_plays``); joiners, played (accounts that joined in the window, and of
               these those who played); baseline_joiners, baseline_played (the same of the 14 days before the premiere's day);
               expected_rate (baseline_played / baseline_joiners); incremental (joined for the title); expected (played, but
               did not join for it: played - incremental)
    Null       every value until the window and the seven days of its last joiner have elapsed; expected_rate, incremental
               and expected also where the log is partly there or there are fewer than ``least_baseline`` baseline joiners;
               incremental and expected also where all of these played
    Censoring  windows are complete or null. Territories together are reckoned as one group, so that their incremental joins
               need not be the sum of each territory's
    """
    rows = joiner_plays
    before = rows.join_week < 0
    parts = []
    for days in WINDOWS_DAYS:
        within = ~before & (rows.join_week < days // WEEK_DAYS)
        parts.append(
            rows.group_by(SEASON).agg(
                window_days=ibis.literal(days, "int16"),
                waiting=ibis.ifelse(rows.joiners.isnull() & (before | within), 1, 0).max(),
                partly=ibis.ifelse(rows.partly_logged, 1, 0).max(),
                joiners=_sum_where(within, rows.joiners),
                played=_sum_where(within, rows.played),
                baseline_joiners=_sum_where(before, rows.joiners),
                baseline_played=_sum_where(before, rows.played),
            )
        )
    return _reckoned(ibis.union(*parts), least_baseline=least_baseline)


def _reckoned(rows: ir.Table, *, least_baseline: int) -> ir.Table:
    closed = rows.waiting == 0
    known = closed & (rows.partly == 0) & (rows.baseline_joiners >= least_baseline) & (rows.baseline_joiners > 0)
    others = rows.baseline_joiners - rows.baseline_played
    telling = known & (others > 0)
    per_other = ibis.ifelse(others > 0, others, 1).cast("float64")
    came = rows.played * rows.baseline_joiners - rows.baseline_played * rows.joiners
    anyway = rows.baseline_played * (rows.joiners - rows.played)
    rate = rows.baseline_played.cast("float64") / ibis.ifelse(known, rows.baseline_joiners, 1).cast("float64")
    return rows.select(
        *SEASON,
        "window_days",
        window_open=rows.waiting == 1,
        partly_logged=rows.partly == 1,
        **{name: ibis.ifelse(closed, rows[name], ibis.null("int64")) for name in COUNTS},
        expected_rate=ibis.ifelse(known, rate, ibis.null("float64")),
        incremental=ibis.ifelse(telling, came.cast("float64") / per_other, ibis.null("float64")),
        expected=ibis.ifelse(telling, anyway.cast("float64") / per_other, ibis.null("float64")),
    )


def _early_plays(sessions: ir.Table, launches: ir.Table, account_spans: ir.Table) -> ir.Table:
    """Accounts that played the title of a launch in their seven days, each once per launch."""
    new = account_spans.select("account_id", "territory", "joined_s", joined_day=account_spans.joined_s // SECONDS_A_DAY)
    rows = sessions.filter(sessions.seconds >= START_S).inner_join(new, "account_id")
    since = rows.started_s - rows.joined_s
    longest = BASELINE_WEEKS * WEEK_DAYS + 1 + PLAY_DAYS  # the premiere may come at the end of its day
    rows = rows.filter((since >= 0) & (since < longest * SECONDS_A_DAY))
    rows = rows.inner_join(launches.select(*SEASON, out_s="premiere_s"), SEASON)
    rows = rows.filter(rows.started_s >= rows.out_s)
    plays = rows.select("account_id", "title_id", "territory", "joined_s", "joined_day", "started_s").distinct()
    near = _near(plays.inner_join(launches, ["title_id", "territory"]))
    since_s = near.started_s - ibis.ifelse(near.join_week < 0, near.premiere_s, near.joined_s)
    near = near.filter((since_s >= 0) & (since_s < PLAY_DAYS * SECONDS_A_DAY))
    return near.select("account_id", *SEASON, "join_week").distinct()


def _near(rows: ir.Table) -> ir.Table:
    """Rows of accounts that joined near a launch, with their join week."""
    days = rows.joined_day - rows.premiere_day
    near = rows.filter((days >= -BASELINE_WEEKS * WEEK_DAYS) & (days < LONGEST))
    return near.mutate(join_week=((near.joined_day - near.premiere_day) // WEEK_DAYS).cast("int64"))


def _together(rows: ir.Table) -> ir.Table:
    """All territories of a season and join week."""
    total = rows.group_by("title_id", "season", "join_week").agg(
        premiere_s=rows.premiere_s.min(),
        open=rows.open.max(),
        partly_logged=rows.partly_logged.max(),
        joiners=rows.joiners.sum().cast("int64"),
        played=rows.played.sum().cast("int64"),
    )
    return total.mutate(territory=ibis.null("string"))


def _sum_where(condition: ir.BooleanValue, value: ir.IntegerValue) -> ir.IntegerValue:
    return ibis.ifelse(condition, value, 0).sum().cast("int64")
