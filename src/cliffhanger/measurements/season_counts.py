"""Counts by season, territory and window: what the streaming kernel counts in one pass, defined in Ibis."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.season_core import LONGEST, reached
from cliffhanger.terms import SECONDS_A_DAY, WINDOWS_DAYS

SEASON = ("title_id", "season", "territory")
ACCOUNT_SEASON = ("account_id", "title_id", "season")


def season_counts(account_seasons: ir.Table) -> ir.Table:
    """Seconds and accounts by season, territory and window.

    Grain      one row per title_id, season, territory and window_days with at least one viewer
    Columns    seconds (all viewing in the window, uncapped), viewers (accounts with any), starters, watchers, completers
    Null       none: whether a window has elapsed is settled by ``season_measures``
    """
    rows = account_seasons
    wide = rows.group_by(list(SEASON)).agg(
        **{f"seconds_{days}": rows[f"seconds_{days}"].sum().cast("int64") for days in WINDOWS_DAYS},
        **{f"viewers_{days}": ibis.ifelse(rows[f"seconds_{days}"] > 0, 1, 0).sum().cast("int64") for days in WINDOWS_DAYS},
        **{
            f"{kind}s_{days}": rows[f"{kind}_{days}"].sum().cast("int64")
            for kind in ("starter", "watcher", "completer")
            for days in WINDOWS_DAYS
        },
    )
    names = ("seconds", "viewers", "starters", "watchers", "completers")
    long = [
        wide.select(*SEASON, window_days=ibis.literal(days, "int16"), **{name: wide[f"{name}_{days}"] for name in names})
        for days in WINDOWS_DAYS
    ]
    return ibis.union(*long).filter(lambda t: t.viewers > 0)


def episode_counts(account_episodes: ir.Table, account_seasons: ir.Table) -> ir.Table:
    """Starters who reached an episode, and those who reached none after it.

    Grain      one row per title_id, season, territory, window_days and episode where either count is above zero
    Columns    reached (accounts), furthest (accounts whose last reached episode it is)
    Null       none
    """
    key = ["title_id", "season", "territory", "window_days", "episode"]
    some, nobody = account_episodes, ibis.literal(0, "int64")
    parts = []
    for days in WINDOWS_DAYS:
        window = ibis.literal(days, "int16")
        got = (
            some.filter(reached(some, days))
            .group_by("title_id", "season", "territory", "episode")
            .agg(reached=lambda t: t.count())
        )
        parts.append(
            got.select(*SEASON, window_days=window, episode=got.episode.cast("int16"), reached=got.reached, furthest=nobody)
        )
        last = account_seasons.filter(account_seasons[f"furthest_{days}"] >= 0)
        last = last.group_by(*SEASON, episode=last[f"furthest_{days}"].cast("int16")).agg(furthest=lambda t: t.count())
        parts.append(last.select(*SEASON, window_days=window, episode=last.episode, reached=nobody, furthest=last.furthest))
    both = ibis.union(*parts)
    return both.group_by(key).agg(reached=both.reached.sum().cast("int64"), furthest=both.furthest.sum().cast("int64"))


def completion_days(in_window: ir.Table, account_seasons: ir.Table) -> ir.Table:
    """Completers of the longest window by the days they took.

    An account completes with the session that takes the sum over episodes of min(seconds so far, runtime) to 90 % of the
    season's runtime; sessions of one second count together. Days are counted from its first session of the season.

    Grain      one row per title_id, season, territory and days with at least one completer
    Columns    days (whole days of 24 hours), completers (accounts)
    Null       none
    """
    finished = account_seasons.filter(account_seasons[f"completer_{LONGEST}"] == 1).select(*ACCOUNT_SEASON, "first_s")
    rows = in_window.inner_join(finished, list(ACCOUNT_SEASON))
    episode = [*ACCOUNT_SEASON, "territory", "episode", "runtime_s", "season_runtime_s", "first_s", "started_s"]
    moments = rows.group_by(episode).agg(seconds=rows.seconds.sum().cast("int64"))
    so_far = ibis.cumulative_window(group_by=[*ACCOUNT_SEASON, "episode"], order_by="started_s")
    moments = moments.mutate(played=moments.seconds.sum().over(so_far).cast("int64"))
    gain = ibis.least(moments.played, moments.runtime_s) - ibis.least(moments.played - moments.seconds, moments.runtime_s)
    season = [*ACCOUNT_SEASON, "territory", "season_runtime_s", "first_s", "started_s"]
    steps = moments.group_by(season).agg(gain=gain.sum().cast("int64"))
    steps = steps.mutate(
        played=steps.gain.sum().over(ibis.cumulative_window(group_by=ACCOUNT_SEASON, order_by="started_s")).cast("int64")
    )
    there = steps.filter(steps.played * 10 >= steps.season_runtime_s * 9)
    done = there.group_by(*ACCOUNT_SEASON, "territory", "first_s").agg(done_s=there.started_s.min())
    days = ((done.done_s - done.first_s) // SECONDS_A_DAY).cast("int16")
    return done.group_by(*SEASON, days=days).agg(completers=lambda t: t.count().cast("int64"))
