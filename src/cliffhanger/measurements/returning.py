"""Who came back for a next season, and how much that was new to them they watched: by what they were to the series before."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.involvement import NEVER, QUESTION
from cliffhanger.measurements.season_core import START_S
from cliffhanger.terms import SECONDS_A_DAY

LATE = -1  # instead of a involvement
KNOTS_DAYS = (7, 14, 30, 60, 90, 120, 150)  # after the premiere
MATCH_FROM_H = (0, 4, 10, 20, 35, 55, 80)


def returns(
    involvements: ir.Table, fresh_sessions: ir.Table, account_spans: ir.Table, sequels: ir.Table, *, after_days: int
) -> ir.Table:
    """What the members of a day, long before a premiere, did in the months after it; who left by then did nothing.

    Accounts that joined between the day and the premiere are counted apart.

    Parameters
    ----------
    involvements
        On the days of ``sequels``.
    sequels
        title_id, season (the latest that was out), day (of the involvements, since 1970), premiere_day (of the next season).
    after_days
        How long after the premiere is counted.

    Grain      one row per title_id, season, day and involvement with an account that played; 0 is who had never played the
               series, -1 who joined after the day
    Columns    returned (accounts that played two minutes of the next season); came (of any season); earlier_s (seconds of
               earlier seasons that were new to the account); for each
               knot k within ``after_days``: fresh_k (seconds of the series that were new to the account, up to k days after)
    Null       none
    """
    asked = sequels.select(*QUESTION, "premiere_day")
    plays = fresh_sessions.rename(played="season").inner_join(asked, "title_id")
    ahead = plays.started_s // SECONDS_A_DAY - plays.premiere_day
    plays = plays.mutate(ahead=ahead).filter((ahead >= 0) & (ahead < after_days))
    members = account_spans.select("account_id", "joined_s", "left_s")
    plays = plays.inner_join(members, "account_id")
    until = (plays.day + 1) * SECONDS_A_DAY
    plays = plays.filter(plays.left_s.isnull() | (plays.left_s >= until))
    plays = plays.filter(plays.joined_s < plays.premiere_day * SECONDS_A_DAY)
    plays = plays.mutate(late=ibis.ifelse(plays.joined_s < (plays.day + 1) * SECONDS_A_DAY, 0, 1).cast("int64"))
    new = plays.fresh == 1
    knots = {
        f"fresh_{k}": ibis.ifelse(new & (plays.ahead < k), plays.seconds, 0).sum().cast("int64")
        for k in KNOTS_DAYS
        if k <= after_days
    }
    back = (plays.played == plays.season + 1) & (plays.seconds >= START_S)
    did = plays.group_by(*QUESTION, "account_id", "late").agg(
        returned=ibis.ifelse(back, 1, 0).max().cast("int64"),
        came=ibis.ifelse(plays.seconds >= START_S, 1, 0).max().cast("int64"),
        earlier_s=ibis.ifelse(new & (plays.played <= plays.season), plays.seconds, 0).sum().cast("int64"),
        **knots,
    )
    keys = [*QUESTION, "account_id"]
    did = did.left_join(involvements, keys).drop(*(f"{key}_right" for key in keys))
    did = did.mutate(involvement=ibis.ifelse(did.late == 1, LATE, ibis.coalesce(did.involvement, NEVER)))
    sums = {name: did[name].sum().cast("int64") for name in ("returned", "came", "earlier_s", *knots)}
    return did.group_by(*QUESTION, "involvement").agg(**sums)


def episode_hours(fresh_sessions: ir.Table, sequels: ir.Table, *, after_days: int) -> ir.Table:
    """What was watched of each episode of a season that followed another: its first episodes more than its last.

    Parameters
    ----------
    sequels, after_days
        As for ``returns``.

    Grain      one row per title_id, season (the one before), day and episode (of the season that came) that was played
    Columns    fresh_s (seconds that were new to the account, up to so many days after the premiere)
    Null       none
    """
    plays = fresh_sessions.rename(played="season").inner_join(sequels.select(*QUESTION, "premiere_day"), "title_id")
    ahead = plays.started_s // SECONDS_A_DAY - plays.premiere_day
    plays = plays.filter((plays.fresh == 1) & (plays.played == plays.season + 1) & (ahead >= 0) & (ahead < after_days))
    return plays.group_by(*QUESTION, "episode").agg(fresh_s=plays.seconds.sum().cast("int64"))


def launch_hours(
    involvements: ir.Table, fresh_sessions: ir.Table, account_spans: ir.Table, sequels: ir.Table, *, least_involvement: int
) -> ir.Table:
    """Hours around a premiere, of followers and of members that never played the series.

    A difference in differences: followers were going to be exposed, the others not yet; both are matched by what they watched
    from 84 to 56 days before, and held against themselves in the 28 days before the premiere. An earlier period of 28 days
    tells whether the two moved alike before there was anything to move them.

    Parameters
    ----------
    sequels
        As for ``returns``; another premiere_day, on which nothing came out, makes a placebo.
    least_involvement
        From which involvement on an account is a follower.

    Grain      one row per title_id, season, day, match_bin and exposed (1 follower, 0 never played it) with a member from 84 days
               before the premiere to 28 days after
    Columns    accounts; own_s (fresh seconds of the series in the 28 days from the premiere); other_fresh_b, other_fresh_0,
               other_fresh_1 (fresh seconds of all other series in the 28 days before the base, in the base, and from the
               premiere); all_b, all_0, all_1 (the same of all seconds of all series, this one too)
    Null       none
    """
    asked = sequels.select(*QUESTION, "premiere_day")
    members = account_spans.select("account_id", "joined_s", "left_s")
    inside = asked.mutate(from_s=(asked.premiere_day - 84) * SECONDS_A_DAY, until_s=(asked.premiere_day + 28) * SECONDS_A_DAY)
    rows = inside.join(members, [members.joined_s < inside.from_s, members.left_s.isnull() | (members.left_s >= inside.until_s)])
    keys = [*QUESTION, "account_id"]
    rows = rows.left_join(involvements, keys).drop(*(f"{key}_right" for key in keys))
    involvement = ibis.coalesce(rows.involvement, NEVER)
    rows = rows.mutate(exposed=ibis.ifelse(involvement >= least_involvement, 1, 0).cast("int64"))
    rows = rows.filter((rows.exposed == 1) | (involvement == NEVER)).select(*keys, "premiere_day", "exposed")
    hours = _around(rows.select(*keys, "premiere_day"), fresh_sessions)
    rows = rows.left_join(hours, keys).drop(*(f"{key}_right" for key in keys))
    names = ("own_s", *(f"{kind}_{when}" for kind in ("other_fresh", "all") for when in ("b", "0", "1")))
    rows = rows.mutate(**{name: ibis.coalesce(rows[name], 0) for name in (*names, "match_s")})
    cases = [(rows.match_s <= end * 3_600, ibis.literal(place, "int64")) for place, end in enumerate(MATCH_FROM_H)]
    rows = rows.mutate(match_bin=ibis.cases(*cases, else_=ibis.literal(len(MATCH_FROM_H), "int64")))
    sums = {name: rows[name].sum().cast("int64") for name in names}
    return rows.group_by(*QUESTION, "match_bin", "exposed").agg(accounts=rows.count().cast("int64"), **sums)


def _around(asked: ir.Table, fresh_sessions: ir.Table) -> ir.Table:
    daily = fresh_sessions.mutate(date=fresh_sessions.started_s // SECONDS_A_DAY)
    daily = daily.group_by("account_id", "date", "title_id", "fresh").agg(seconds=daily.seconds.sum().cast("int64"))
    rows = daily.rename(played="title_id").inner_join(asked, "account_id")
    ahead = rows.date - rows.premiere_day
    rows = rows.mutate(ahead=ahead).filter((ahead >= -84) & (ahead < 28))
    own, new = rows.played == rows.title_id, rows.fresh == 1
    parts = {"b": (-56, -28), "0": (-28, 0), "1": (0, 28)}
    wanted = {"match_s": ibis.ifelse(rows.ahead < -56, rows.seconds, 0).sum().cast("int64")}
    wanted["own_s"] = ibis.ifelse(own & new & (rows.ahead >= 0), rows.seconds, 0).sum().cast("int64")
    for when, (low, high) in parts.items():
        within = (rows.ahead >= low) & (rows.ahead < high)
        wanted[f"other_fresh_{when}"] = ibis.ifelse(within & new & ~own, rows.seconds, 0).sum().cast("int64")
        wanted[f"all_{when}"] = ibis.ifelse(within, rows.seconds, 0).sum().cast("int64")
    return rows.group_by(*QUESTION, "account_id").agg(**wanted)


def joined_between(account_spans: ir.Table, sequels: ir.Table) -> ir.Table:
    """Accounts that joined after the day of a question and before the premiere.

    Grain      one row per title_id, season and day with such an account
    Columns    joined
    """
    inside = sequels.mutate(from_s=(sequels.day + 1) * SECONDS_A_DAY, until_s=sequels.premiere_day * SECONDS_A_DAY)
    spans = account_spans.select("joined_s")
    rows = inside.join(spans, [spans.joined_s >= inside.from_s, spans.joined_s < inside.until_s])
    return rows.group_by(QUESTION).agg(joined=rows.count().cast("int64"))
