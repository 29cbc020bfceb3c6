"""The rows of the clustered store: one per play session, whole numbers only, sorted so that one pass can count them.

Rows are sorted by season, account, episode, start, profile; of rows equal in all five the one that arrived first stands.
"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.sessions import each_once

BEGINNING = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
BEGINNING_S = int(BEGINNING.timestamp())  # starts are counted from here, so that 32 bits last until 2068

RUN = ibis.schema(
    {
        "season_code": "!int32",  # place of (title_id, season) in the store's dictionary
        "account_id": "!int64",
        "episode": "!int16",
        "started": "!int32",  # seconds since 2000-01-01 UTC
        "profile_id": "!int64",
        "arrived_lag": "!int32",  # seconds from start to arrival, 0 where no arrival is stated
        "seconds": "!int32",
        "home": "!int16",  # place of the account's territory in the dictionary
        "territory": "!int16",  # where it was played, -1 not said
        "plan": "!int16",  # -1 not said
    }
)
SORT = ("season_code", "account_id", "episode", "started", "profile_id", "arrived_lag")
SESSION = SORT[:5]
COUNTED = ("season_code", "account_id", "episode", "started", "arrived_lag", "seconds", "home")


def coded_sessions(runs: ir.Table, *, cut: int) -> ir.Table:
    """What ``sessions.sessions`` gives, straight from rows of the store, with codes for names: whole numbers are faster.

    Grain      as ``sessions.sessions``; title_id is the season_code, season is 0, territory the account's home as its code
    """
    started_s = runs.started.cast("int64") + BEGINNING_S
    coded = runs.mutate(
        title_id=runs.season_code,
        season=ibis.literal(0, "int16"),
        territory=runs.home,
        seconds_viewed=runs.seconds,
        started_s=started_s,
        arrived_s=started_s + runs.arrived_lag.cast("int64"),
    )
    return each_once(coded.filter((coded.started_s < cut) & (coded.arrived_s < cut)), "territory")


def coded_releases(releases: ir.Table, seasons: ir.Table, territories: ir.Table) -> ir.Table:
    """``releases.releases`` with the codes of ``coded_sessions``."""
    named = releases.inner_join(seasons.rename(season_code="code"), ["title_id", "season"])
    named = named.inner_join(territories.select(territory="name", home="code"), "territory")
    return named.select(
        "episode", "runtime_s", "released_s", title_id=named.season_code, season=ibis.literal(0, "int16"), territory=named.home
    )


def named_counts(counts: ir.Table, seasons: ir.Table, territories: ir.Table) -> ir.Table:
    """Counts made on codes, with their names back."""
    rest = [name for name in counts.columns if name not in {"title_id", "season", "territory"}]
    coded = counts.select(*rest, season_code="title_id", home="territory")
    named = coded.inner_join(seasons.rename(season_code="code"), "season_code")
    named = named.inner_join(territories.select(territory="name", home="code"), "home")
    return named.select("title_id", "season", "territory", *rest)


def rows_of(viewing: ir.Table, accounts: ir.Table, seasons: ir.Table, territories: ir.Table, plans: ir.Table) -> ir.Table:
    """Rows of the store from checked viewing, unsorted, duplicates still in; the dictionaries have columns code and name.

    Grain      as ``viewing``
    Null       what was not said becomes -1; an arrival that was not stated becomes 0 seconds after the start
    """
    started_s = viewing.started_at.epoch_seconds().cast("int64")
    arrived_s = ibis.coalesce(viewing.arrived_at.epoch_seconds().cast("int64"), started_s)
    places = territories.select(played_in="name", played_code="code")
    tariffs = plans.select(plan_name="name", plan_code="code")
    living = territories.select(living_in="name", home_code="code")
    homes = accounts.select("account_id", living_in="territory").inner_join(living, "living_in")
    rows = viewing.mutate(started_s=started_s, lag=arrived_s - started_s).inner_join(seasons, ["title_id", "season"])
    rows = rows.inner_join(homes.select("account_id", "home_code"), "account_id")
    rows = rows.left_join(places, rows.territory == places.played_in)
    rows = rows.left_join(tariffs, rows.plan == tariffs.plan_name)
    return rows.select(
        season_code=rows.code.cast("int32"),
        account_id=rows.account_id,
        episode=rows.episode,
        started=(rows.started_s - BEGINNING_S).cast("int32"),
        profile_id=rows.profile_id,
        arrived_lag=rows.lag.cast("int32"),
        seconds=rows.seconds_viewed.cast("int32"),
        home=rows.home_code.cast("int16"),
        territory=ibis.coalesce(rows.played_code, -1).cast("int16"),
        plan=ibis.coalesce(rows.plan_code, -1).cast("int16"),
    )
