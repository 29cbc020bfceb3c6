"""What is odd in a viewing log without being wrong: counted, never set aside."""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir


@dataclass(frozen=True, slots=True)
class Oddity:
    """One oddity: its column in ``oddities`` and what it says of a session."""

    name: str
    sentence: str


ODDITIES = (
    Oddity("longer_than_episode", "played for longer than the episode runs"),
    Oddity("before_release", "began before the episode was released at the account's home; they count in no window"),
    Oddity("not_released_at_home", "of an episode that is not released at the account's home; they count nowhere"),
    Oddity("before_sign_up", "began before the account signed up"),
    Oddity("after_cancellation", "began after the account was cancelled"),
)


def oddities(viewing: ir.Table, episodes: ir.Table, accounts: ir.Table) -> ir.Table:
    """Count the odd sessions among accepted ones.

    Grain      one row
    Columns    sessions (int64), and the names of ``ODDITIES``: sessions of that kind (int64)
    Null       never
    """
    rows = _explained(viewing, episodes, accounts)
    odd = {
        "longer_than_episode": rows.seconds_viewed > rows.runtime_s,
        "before_release": rows.started_at < rows.released_at,
        "not_released_at_home": rows.released_at.isnull(),
        "before_sign_up": rows.started_at < rows.signed_up_at,
        "after_cancellation": rows.started_at > rows.cancelled_at,
    }
    return rows.aggregate(
        sessions=rows.count().cast("int64"),
        **{name: rows.count(where=flag).cast("int64") for name, flag in odd.items()},
    )


def _explained(viewing: ir.Table, episodes: ir.Table, accounts: ir.Table) -> ir.Table:
    """Sessions with what the schedule and the account say of them.

    Grain      one row per session
    Columns    started_at, seconds_viewed, runtime_s, released_at (at the account's home), signed_up_at, cancelled_at
    Null       released_at and runtime_s where the episode is not released at home; cancelled_at where it was not
    """
    home = accounts.select(
        of_account=accounts.account_id,
        home=accounts.territory,
        signed_up_at=accounts.signed_up_at,
        cancelled_at=accounts.cancelled_at,
    )
    sessions = viewing.select("account_id", "title_id", "season", "episode", "started_at", "seconds_viewed")
    sessions = sessions.inner_join(home, sessions.account_id == home.of_account).drop("of_account", "account_id")
    own = _schedule(episodes.filter(episodes.territory.notnull()), "own", ("title_id", "season", "episode", "territory"))
    anywhere = _schedule(episodes.filter(episodes.territory.isnull()), "any", ("title_id", "season", "episode"))
    rows = sessions.left_join(
        own,
        [
            sessions.title_id == own.own_title_id,
            sessions.season == own.own_season,
            sessions.episode == own.own_episode,
            sessions.home == own.own_territory,
        ],
    )
    rows = rows.left_join(
        anywhere,
        [rows.title_id == anywhere.any_title_id, rows.season == anywhere.any_season, rows.episode == anywhere.any_episode],
    )
    return rows.select(
        "started_at",
        "seconds_viewed",
        "signed_up_at",
        "cancelled_at",
        runtime_s=ibis.coalesce(rows.own_runtime_s, rows.any_runtime_s),
        released_at=ibis.coalesce(rows.own_released_at, rows.any_released_at),
    )


def _schedule(episodes: ir.Table, prefix: str, key: tuple[str, ...]) -> ir.Table:
    return episodes.select(**{f"{prefix}_{name}": episodes[name] for name in (*key, "runtime_s", "released_at")})
