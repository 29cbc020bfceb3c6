"""Viewing that is new to an account, apart from what it has seen before."""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.season_core import START_S
from cliffhanger.terms import SECONDS_A_DAY, cut_of

EPISODE = ["account_id", "title_id", "season", "episode"]
KEEPING_UP_DAYS = 14
FRESH_DAYS = 3  # an episode that is finished on the evening after is still the first viewing


def fresh_sessions(sessions: ir.Table) -> ir.Table:
    """Sessions by whether the episode was new to the account.

    A session is fresh if it began less than three days after the account's first known session of that episode. What was seen
    before the log began is taken for new when it is seen again: early in a log too much is fresh.

    Grain      as ``sessions``
    Columns    account_id, title_id, season, episode, started_s, seconds; fresh (1 or 0)
    Null       none
    """
    first = sessions.group_by(EPISODE).agg(first_s=sessions.started_s.min())
    rows = sessions.inner_join(first, EPISODE)
    fresh = ibis.ifelse(rows.started_s - rows.first_s < FRESH_DAYS * SECONDS_A_DAY, 1, 0).cast("int64")
    return rows.select(*EPISODE, "started_s", "seconds", fresh=fresh)


def finishers(sessions: ir.Table, releases: ir.Table, *, as_of: dt.date) -> ir.Table:
    """Accounts that have played the last episode of a season, and when first.

    Of a season that is still coming out, the last episode is the latest that had been out for two weeks: who has played that one
    keeps up.

    Grain      one row per account_id, title_id and season
    Columns    finished_s (start of the first session of two minutes or more of the last episode)
    Null       none
    Censoring  who finished before the log began and did not come back to the last episode is not known to have finished
    """
    settled = cut_of(as_of) - KEEPING_UP_DAYS * SECONDS_A_DAY
    first = releases.group_by("title_id", "season").agg(first=releases.episode.min())
    rows = releases.inner_join(first, ["title_id", "season"])
    out = rows.filter((rows.released_s < settled) | (rows.episode == rows.first))
    last = out.group_by("title_id", "season").agg(episode=out.episode.max())
    rows = sessions.filter(sessions.seconds >= START_S).semi_join(last, ["title_id", "season", "episode"])
    return rows.group_by("account_id", "title_id", "season").agg(finished_s=rows.started_s.min())
