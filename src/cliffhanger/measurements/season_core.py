"""What every account saw of every season in its windows: the tables from which the season measures are counted.

Seconds are whole numbers and thresholds are compared as ``seconds * 10 >= runtime * 7``, so that every engine gives equal
results. An engine does well to materialise both tables once: several measures read them.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from cliffhanger.terms import SECONDS_A_DAY, WINDOWS_DAYS

START_S = 120
LONGEST = max(WINDOWS_DAYS)


def in_window(sessions: ir.Table, releases: ir.Table, premieres: ir.Table, accounts: ir.Table | None) -> ir.Table:
    """Sessions within the longest window after the premiere in the account's territory.

    Grain      as ``sessions``
    Columns    those of ``sessions``, territory, runtime_s, season_runtime_s, offset_s (seconds since the premiere)
    Null       ``accounts`` is null where the sessions bring the account's territory
    Left out   sessions of unknown accounts and of episodes not released in the account's territory
    """
    season = ["title_id", "season", "territory"]
    schedule = releases.drop("released_s").inner_join(
        premieres.select(*season, "premiere_s", season_runtime_s="runtime_s"), season
    )
    if accounts is not None:
        sessions = sessions.inner_join(accounts.select("account_id", "territory"), "account_id")
    rows = sessions.inner_join(schedule, ["title_id", "season", "episode", "territory"])
    rows = rows.mutate(offset_s=rows.started_s - rows.premiere_s).drop("premiere_s")
    return rows.filter((rows.offset_s >= 0) & (rows.offset_s < LONGEST * SECONDS_A_DAY))


def account_episodes(in_window: ir.Table) -> ir.Table:
    """Seconds that an account played of an episode, by window.

    Grain      one row per account_id, title_id, season and episode with a session within the longest window
    Columns    territory (the account's), runtime_s, season_runtime_s, s7, s28, s91 (seconds, all profiles), first_s
    Null       none
    """
    rows = in_window
    seconds = {
        f"s{days}": ibis.ifelse(rows.offset_s < days * SECONDS_A_DAY, rows.seconds, 0).sum().cast("int64")
        for days in WINDOWS_DAYS
    }
    return rows.group_by("account_id", "title_id", "season", "episode").agg(
        territory=rows.territory.max(),
        runtime_s=rows.runtime_s.max(),
        season_runtime_s=rows.season_runtime_s.max(),
        first_s=rows.started_s.min(),
        **seconds,
    )


def account_seasons(account_episodes: ir.Table) -> ir.Table:
    """What an account is to a season, by window.

    Grain      one row per account_id, title_id and season with a session within the longest window
    Columns    territory, first_s, and for each window w: seconds_w, starter_w, watcher_w, completer_w (0 or 1), furthest_w
               (last episode reached, -1 none)
    Null       none
    """
    rows = account_episodes
    wanted: dict[str, ir.Value] = {"territory": rows.territory.max(), "first_s": rows.first_s.min()}
    for days in WINDOWS_DAYS:
        seconds = rows[f"s{days}"]
        capped = ibis.least(seconds, rows.runtime_s).sum()
        wanted |= {
            f"seconds_{days}": seconds.sum().cast("int64"),
            f"starter_{days}": _flag(seconds >= START_S).max(),
            f"watcher_{days}": _flag(seconds * 10 >= rows.runtime_s * 7).max(),
            f"completer_{days}": _flag(capped * 10 >= rows.season_runtime_s.max() * 9),
            f"furthest_{days}": ibis.ifelse(reached(rows, days), rows.episode.cast("int64"), -1).max(),
        }
    return rows.group_by("account_id", "title_id", "season").agg(**wanted)


def reached(rows: ir.Table, days: int) -> ir.BooleanValue:
    """Whether an account reached an episode: 70 % of it and the two minutes that make a starter."""
    seconds = rows[f"s{days}"]
    return (seconds * 10 >= rows.runtime_s * 7) & (seconds >= START_S)


def _flag(condition: ir.BooleanValue) -> ir.IntegerValue:
    return ibis.ifelse(condition, 1, 0).cast("int64")
