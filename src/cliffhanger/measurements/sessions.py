"""Play sessions as they were known on a day, each once."""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.terms import cut_of

SESSION = ("account_id", "profile_id", "title_id", "season", "episode", "started_s")
# Arrival and length packed into one whole number, so that one minimum finds the row that arrived first and, of equal
# arrival, the longest: argmin breaks ties differently from engine to engine. A session is shorter than 2**17 seconds.
PACK = 2**17


def sessions(viewing: ir.Table, *, as_of: dt.date) -> ir.Table:
    """Sessions known on a day, duplicates dropped.

    Of rows with equal account, profile, title, season, episode and second of start the one that arrived first stands, and of
    equal arrival the longest. Which one stands does not depend on the day, so duplicates may also be dropped for good.

    Grain      one row per account, profile, title, season, episode and started_s
    Columns    started_s (seconds since 1970, UTC), seconds (played)
    Null       none: a row without arrived_at is known from its start
    Censoring  rows that started or arrived after the as-of day are left out
    """
    return each_once(_known(viewing, as_of=as_of))


def each_once(known: ir.Table, *also: str) -> ir.Table:
    """Of rows of one session the one that arrived first, of equal arrival the longest.

    Grain      one row per account_id, profile_id, title_id, season, episode and started_s
    Columns    the key, seconds, and those named ``also`` (the same in all rows of an account)
    """
    packed = known.arrived_s * PACK + (PACK - 1 - known.seconds_viewed.cast("int64"))
    rows = known.group_by(list(SESSION)).agg(packed=packed.min(), **{name: known[name].max() for name in also})
    return rows.select(*SESSION, *also, seconds=PACK - 1 - rows.packed % PACK)


def session_counts(viewing: ir.Table, *, as_of: dt.date) -> ir.Table:
    """How many rows of the log were known on a day, and how many of them were duplicates.

    Grain      one row
    Columns    rows (in the log), known (of them by the day), duplicates (of those)
    Null       none
    """
    rows = viewing.agg(rows=viewing.count())
    distinct = _known(viewing, as_of=as_of).group_by(list(SESSION)).agg(copies=lambda t: t.count())
    copies = distinct.agg(
        known=distinct.copies.sum().coalesce(0).cast("int64"), duplicates=(distinct.copies - 1).sum().coalesce(0).cast("int64")
    )
    return rows.cross_join(copies)


def _known(viewing: ir.Table, *, as_of: dt.date) -> ir.Table:
    started_s = viewing.started_at.epoch_seconds().cast("int64")
    arrived_s = ibis.coalesce(viewing.arrived_at.epoch_seconds().cast("int64"), started_s)
    cut = cut_of(as_of)
    return viewing.mutate(started_s=started_s, arrived_s=arrived_s).filter(lambda t: (t.started_s < cut) & (t.arrived_s < cut))
