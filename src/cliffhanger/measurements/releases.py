"""When each episode came out in each territory, and with it each season."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

EPISODE = ("title_id", "season", "episode", "territory")


def releases(episodes: ir.Table, accounts: ir.Table) -> ir.Table:
    """Release of every episode in every territory that has accounts.

    A territory's own row of ``episodes`` holds there; without one, the row without a territory does; without either the
    episode is not released there.

    Grain      one row per title_id, season, episode and territory
    Columns    runtime_s, released_s (seconds since 1970, UTC)
    Null       none
    Censoring  none: the table is a schedule and may name days to come
    """
    homes = accounts.select("territory").distinct()
    plain = episodes.select(
        "title_id",
        "season",
        "episode",
        "territory",
        runtime_s=episodes.runtime_s.cast("int64"),
        released_s=episodes.released_at.epoch_seconds().cast("int64"),
    )
    own = plain.filter(plain.territory.notnull()).semi_join(homes, "territory").mutate(own=ibis.literal(1, "int64"))
    everywhere = plain.filter(plain.territory.isnull()).drop("territory").cross_join(homes).mutate(own=ibis.literal(0, "int64"))
    both = own.union(everywhere.select(own.columns))
    mine = both.own == 1
    merged = both.group_by(list(EPISODE)).agg(
        own=both.own.max(),
        own_runtime_s=ibis.ifelse(mine, both.runtime_s, 0).max(),
        own_released_s=ibis.ifelse(mine, both.released_s, 0).max(),
        any_runtime_s=ibis.ifelse(mine, 0, both.runtime_s).max(),
        any_released_s=ibis.ifelse(mine, 0, both.released_s).max(),
    )
    return merged.select(
        *EPISODE,
        runtime_s=ibis.ifelse(merged.own == 1, merged.own_runtime_s, merged.any_runtime_s).cast("int64"),
        released_s=ibis.ifelse(merged.own == 1, merged.own_released_s, merged.any_released_s).cast("int64"),
    )


def premieres(releases: ir.Table) -> ir.Table:
    """First and last release of every season in every territory.

    Grain      one row per title_id, season and territory
    Columns    premiere_s, last_release_s (seconds since 1970, UTC), runtime_s (of the whole season), episodes (count)
    Null       none
    """
    return releases.group_by("title_id", "season", "territory").agg(
        premiere_s=releases.released_s.min(),
        last_release_s=releases.released_s.max(),
        runtime_s=releases.runtime_s.sum().cast("int64"),
        episodes=releases.count().cast("int64"),
    )
