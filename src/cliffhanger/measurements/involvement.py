"""What an account is to a series on a day: from never having played it to playing what it has finished again and again."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.season_core import START_S
from cliffhanger.terms import SECONDS_A_DAY

# In rising order; NEVER is where there is no row.
NEVER, LAPSED, TRYING, FINISHED, REVISITING, DEVOTED = INVOLVEMENTS = range(6)
DEVOTED_FROM_S = 4 * 3_600
QUESTION = ["title_id", "season", "day"]


def involvements(
    sessions: ir.Table, finishers: ir.Table, account_spans: ir.Table, questions: ir.Table, *, recent_days: int
) -> ir.Table:
    """What each member was to a series on the day of a question, as far as it had played the series at all.

    Parameters
    ----------
    questions
        title_id, season (the latest that was out) and day (since 1970); one row per title_id, season and day.
    recent_days
        How far back from the day counts as recent.

    Grain      one row per title_id, season, day and account_id that was a member at the end of the day and had played two
               minutes of the series by then
    Columns    involvement: 1 lapsed (not finished the season, nothing recent), 2 trying (not finished, recent), 3 finished (the
               season's last episode played; nothing recent), 4 revisiting (finished; less than four recent hours of the
               series), 5 devoted (finished; four or more)
    Null       none
    """
    asked = questions.select(*QUESTION, until_s=(questions.day + 1) * SECONDS_A_DAY)
    plays = sessions.filter(sessions.seconds >= START_S).select("account_id", "title_id", "started_s", "seconds")
    rows = plays.inner_join(asked, "title_id")
    rows = rows.filter(rows.started_s < rows.until_s)
    recent = rows.started_s >= rows.until_s - recent_days * SECONDS_A_DAY
    known = rows.group_by(*QUESTION, "until_s", "account_id").agg(
        recent_s=ibis.ifelse(recent, rows.seconds, 0).sum().cast("int64")
    )
    members = account_spans.select("account_id", "joined_s", "left_s")
    rows = known.inner_join(members, "account_id")
    rows = rows.filter((rows.joined_s < rows.until_s) & (rows.left_s.isnull() | (rows.left_s >= rows.until_s)))
    keys = ["account_id", "title_id", "season"]
    rows = rows.left_join(finishers, keys).drop("account_id_right", "title_id_right", "season_right")
    finished = rows.finished_s.notnull() & (rows.finished_s < rows.until_s)
    involvement = ibis.cases(
        (finished & (rows.recent_s >= DEVOTED_FROM_S), DEVOTED),
        (finished & (rows.recent_s > 0), REVISITING),
        (finished, FINISHED),
        (rows.recent_s > 0, TRYING),
        else_=LAPSED,
    )
    return rows.select(*QUESTION, "account_id", involvement=involvement.cast("int64"))


def members_on(account_spans: ir.Table, questions: ir.Table) -> ir.Table:
    """How many members there were on the day of each question.

    Grain      one row per title_id, season and day
    Columns    members
    Null       none
    """
    days = questions.select("day").distinct()
    until = (days.day + 1) * SECONDS_A_DAY
    dated = days.mutate(until_s=until)
    rows = dated.join(
        account_spans,
        [account_spans.joined_s < dated.until_s, account_spans.left_s.isnull() | (account_spans.left_s >= dated.until_s)],
    )
    counted = rows.group_by("day").agg(members=rows.count().cast("int64"))
    return questions.select(*QUESTION).inner_join(counted, "day")


def involvement_counts(involvements: ir.Table) -> ir.Table:
    """Accounts by what they are to a series.

    Grain      one row per title_id, season, day and involvement with an account
    Columns    accounts
    """
    return involvements.group_by(*QUESTION, "involvement").agg(accounts=involvements.count().cast("int64"))


def shared_followers(involvements: ir.Table) -> ir.Table:
    """Accounts that two series share, by what they are to each; of those who lapsed nothing is asked.

    Grain      one row per title_a < title_b (of questions of the same day), involvement_a and involvement_b with an account
    Columns    accounts
    """
    follows = involvements.filter(involvements.involvement >= TRYING).select("account_id", "day", "title_id", "involvement")
    one = follows.rename(title_a="title_id", involvement_a="involvement")
    two = follows.rename(title_b="title_id", involvement_b="involvement")
    pairs = one.inner_join(two, ["account_id", "day"])
    pairs = pairs.filter(pairs.title_a < pairs.title_b)
    return pairs.group_by("title_a", "title_b", "involvement_a", "involvement_b").agg(accounts=pairs.count().cast("int64"))


def involvement_cells(involvements: ir.Table, present_content: ir.Table, *, by: tuple[str, ...]) -> ir.Table:
    """What the accounts of each involvement would decide on next, over all series together.

    Parameters
    ----------
    by
        Columns of ``present_content`` that make a cell.

    Grain      one row per involvement and cell with an account
    Columns    accounts (counted once for each series); fresh_s, familiar_s, usual_s (sums)
    Left out   accounts in their first month, of which nothing is known yet
    """
    rows = involvements.select("account_id", "involvement").inner_join(present_content, "account_id")
    return rows.group_by("involvement", *by).agg(
        accounts=rows.count().cast("int64"),
        fresh_s=rows.fresh_s.sum().cast("int64"),
        familiar_s=rows.familiar_s.sum().cast("int64"),
        usual_s=rows.usual_s.sum().cast("int64"),
    )
