"""The rows of the clustered store: one per play session, whole numbers only, sorted so that one pass can count them.

Rows are sorted by season, account, episode, start, profile; of rows equal in all five the one that arrived first stands.
"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

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


def viewing(runs: ir.Table, seasons: ir.Table, territories: ir.Table, plans: ir.Table) -> ir.Table:
    """The declared viewing table, from rows of the store and its dictionaries (columns: code, and what it stands for).

    Grain      as ``log_tables.VIEWING``
    Null       arrived_at is never null: where none was stated it is the start
    """
    started_s = runs.started.cast("int64") + BEGINNING_S
    named = runs.inner_join(seasons, runs.season_code == seasons.code).drop("code")
    places = territories.select(played_in="name", played_code="code")
    tariffs = plans.select(plan_name="name", plan_code="code")
    named = named.left_join(places, named.territory == places.played_code)
    named = named.left_join(tariffs, named.plan == tariffs.plan_code)
    return named.select(
        "account_id",
        "profile_id",
        "title_id",
        "season",
        "episode",
        started_at=started_s.as_timestamp("s"),
        arrived_at=(started_s + runs.arrived_lag.cast("int64")).as_timestamp("s"),
        seconds_viewed=named.seconds,
        territory=named.played_in,
        plan=named.plan_name,
    )


def run_sessions(runs: ir.Table, seasons: ir.Table, *, cut: int) -> ir.Table:
    """The sessions of ``sessions.sessions``, straight from rows of the store: the dictionaries are joined once, on codes.

    Grain      as ``sessions.sessions``; duplicates between runs are dropped here, within a run there are none
    """
    start = runs.started.cast("int64") + BEGINNING_S
    arrival = start + runs.arrived_lag.cast("int64")
    known = runs.mutate(started_s=start, arrived_s=arrival).filter(lambda t: (t.started_s < cut) & (t.arrived_s < cut))
    return known.inner_join(seasons, known.season_code == seasons.code).select(
        "account_id", "profile_id", "title_id", "season", "episode", "started_s", "arrived_s", seconds=known.seconds.cast("int64")
    )


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
