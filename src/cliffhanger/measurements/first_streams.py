"""What accounts played first after joining, and with it which seasons opened the door."""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.account_spans import months_of
from cliffhanger.measurements.season_core import LONGEST, START_S
from cliffhanger.measurements.season_measures import windows
from cliffhanger.terms import SECONDS_A_DAY, cut_of

SEASON = ["title_id", "season", "territory"]
SETTLING_DAYS = 28  # an account that has started nothing by then joined for nothing in particular


def account_first_streams(sessions: ir.Table, premieres: ir.Table, account_spans: ir.Table, *, log_from_s: int) -> ir.Table:
    """The season that an account started first after joining.

    The first session of two minutes or more, from the second of joining and less than 28 days after it, of a season that was
    out in the account's territory; of sessions in the same second the smallest title_id, then the smallest season.

    Grain      one row per account_id with a first stream
    Columns    title_id, season, territory (the account's), joined_s, first_s (when that session began)
    Null       none
    Left out   accounts that joined before the log's first day: what they played first is not in it
    Source     the "first stream" that Amazon's Prime Video credited with a joiner (Reuters, March 2018)
    """
    joiners = _joiners(account_spans, log_from_s).select("account_id", "territory", "joined_s")
    rows = sessions.filter(sessions.seconds >= START_S).inner_join(joiners, "account_id")
    since = rows.started_s - rows.joined_s
    rows = rows.filter((since >= 0) & (since < SETTLING_DAYS * SECONDS_A_DAY))
    rows = rows.inner_join(premieres.select(*SEASON, "premiere_s"), SEASON)
    started = rows.filter(rows.started_s >= rows.premiere_s)
    started = started.group_by("account_id", *SEASON, "joined_s").agg(first_s=started.started_s.min())
    order = ibis.window(group_by="account_id", order_by=["first_s", "title_id", "season"])
    ranked = started.mutate(place=ibis.row_number().over(order))
    return ranked.filter(ranked.place == 0).drop("place")


def first_streams(account_first_streams: ir.Table, premieres: ir.Table, *, as_of: dt.date, log_from_s: int) -> ir.Table:
    """Accounts whose first stream was a season, by window and territory.

    The first stream's moment lies within the window. A first stream that has happened stays one, so a window is complete once
    it has elapsed, however recently the account joined.

    Grain      one row per title_id, season, territory (null: all) and window_days, once the season is out there
    Columns    window_open; partly_logged (the log begins after the premiere, in one territory or more); first_streams
    Null       first_streams until the window has elapsed, for all territories together until it has in each
    Censoring  as ``account_first_streams``; late rows restate
    Source     as ``account_first_streams``
    """
    rows = windows(premieres, as_of=as_of)
    offset = account_first_streams.inner_join(premieres.select(*SEASON, "premiere_s"), SEASON)
    offset = offset.mutate(offset_s=offset.first_s - offset.premiere_s)
    found = windows(premieres, as_of=as_of).select(*SEASON, "window_days").inner_join(offset, SEASON)
    found = found.filter(found.offset_s < found.window_days.cast("int64") * SECONDS_A_DAY)
    counted = found.group_by(*SEASON, "window_days").agg(first_streams=found.count().cast("int64"))
    rows = rows.left_join(counted, [*SEASON, "window_days"]).select(
        *SEASON,
        "window_days",
        "window_open",
        "premiere_s",
        partly_logged=ibis.ifelse(rows.premiere_s < _first_day(log_from_s), 1, 0).cast("int64"),
        first_streams=ibis.coalesce(counted.first_streams, 0).cast("int64"),
    )
    total = rows.group_by("title_id", "season", "window_days").agg(
        window_open=rows.window_open.max(),
        premiere_s=rows.premiere_s.min(),
        partly_logged=rows.partly_logged.max(),
        first_streams=rows.first_streams.sum().cast("int64"),
    )
    out = rows.union(total.mutate(territory=ibis.null("string")).select(rows.columns))
    out = out.filter(out.premiere_s < cut_of(as_of))
    return out.select(
        *SEASON,
        "window_days",
        window_open=out.window_open == 1,
        partly_logged=out.partly_logged == 1,
        first_streams=ibis.ifelse(out.window_open == 0, out.first_streams, ibis.null("int64")),
    )


def joiners(
    account_spans: ir.Table, account_first_streams: ir.Table, premieres: ir.Table, *, as_of: dt.date, log_from_s: int
) -> ir.Table:
    """Joiners by what became of their first stream, so that first streams add up to joiners.

    joiners = launch + library + without + undecided.

    Grain      one row per territory and calendar month (UTC) of joining with at least one joiner
    Columns    year, month (1 to 12), joiners (accounts), launch (first stream within 91 days of its season's premiere),
               library (later than that), without (no first stream in 28 days), undecided (none yet, 28 days not elapsed)
    Null       none
    Censoring  joiners whose 28 days have not elapsed are undecided until they start something
    """
    everyone = _joiners(account_spans, log_from_s).select("account_id", "territory", "joined_s")
    began = account_first_streams.inner_join(premieres.select(*SEASON, "premiere_s"), SEASON)
    fresh = began.first_s - began.premiere_s < LONGEST * SECONDS_A_DAY
    began = began.select("account_id", fresh=ibis.ifelse(fresh, 1, 0))
    rows = everyone.left_join(began, "account_id").select("territory", "joined_s", "fresh")
    settled = rows.joined_s + SETTLING_DAYS * SECONDS_A_DAY <= cut_of(as_of)
    month = months_of(rows.joined_s)
    rows = rows.mutate(
        year=(month // 12).cast("int16"),
        month=(month % 12 + 1).cast("int16"),
        fate=ibis.ifelse(rows.fresh.isnull(), ibis.ifelse(settled, 2, 3), 1 - rows.fresh.fill_null(0)),
    )
    fates = ("launch", "library", "without", "undecided")
    return rows.group_by("territory", "year", "month").agg(
        joiners=rows.count().cast("int64"),
        **{fate: ibis.ifelse(rows.fate == n, 1, 0).sum().cast("int64") for n, fate in enumerate(fates)},
    )


def _joiners(account_spans: ir.Table, log_from_s: int) -> ir.Table:
    return account_spans.filter(account_spans.joined_s >= _first_day(log_from_s))


def _first_day(log_from_s: int) -> int:
    """Midnight (UTC) that begins the log's first day."""
    return log_from_s // SECONDS_A_DAY * SECONDS_A_DAY
