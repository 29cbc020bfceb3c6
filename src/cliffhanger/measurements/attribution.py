"""Five ways to share out a month's subscription revenue among the seasons that were watched.

They answer different questions, and none of them what a season caused: pro-rata and user-centric follow attention, the
equal split follows use, last touch what opened the door, leave-one-out what nothing else explains. Money is in whole
micro-units. What a rule does not hand out (roundings and, but for pro-rata, the fees of accounts that watched nothing)
stands in a row without a title, so that every rule's rows add up to the month's fees exactly.

Prices are taken to be in one currency: of a service with several, hand in the accounts of one at a time.
"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.measurements.account_spans import month_starts, months_of
from cliffhanger.measurements.season_core import START_S
from cliffhanger.terms import SECONDS_A_DAY, cut_of

SEASON_MONTH = ["title_id", "season", "month_index"]
RULES = ("pro_rata", "user_centric", "equal_split", "last_touch", "leave_one_out")
# Long division, twelve bits at a time: with a divisor below 2**50 no step leaves 64 bits, and five steps take 2**60.
DIGIT = 2**12
DIGITS = 5


def account_months(account_spans: ir.Table, *, as_of: dt.date, log_from_s: int) -> ir.Table:
    """What each account's membership brought in, month by month, as it was earned and not as it was billed.

    The fee of a month is the monthly price times the seconds of membership in it, over the seconds of the month, rounded
    down. A whole month brings the whole price; sign-up days and days of billing do not matter.

    Grain      one row per account_id and calendar month (UTC) with at least one second of membership
    Columns    month_index (year * 12 + month - 1), fee_micros
    Null       none
    Censoring  months that have not elapsed by the as-of day, and months that began before the log's first day, are left out
    Source     revenue of a service is recognised over the time in which it is rendered (IFRS 15, paragraph 35)
    """
    cut = cut_of(as_of)
    log_day = log_from_s // SECONDS_A_DAY * SECONDS_A_DAY
    spans = account_spans.mutate(until_s=ibis.coalesce(account_spans.left_s, cut).cast("int64"))
    # The month after that of the second before the log's first day is the first that is logged whole.
    first = ibis.greatest(months_of(spans.joined_s), months_of(ibis.literal(log_day - 1, "int64")) + 1)
    after = ibis.least(months_of(spans.until_s - 1) + 1, months_of(ibis.literal(cut, "int64")))
    rows = spans.mutate(first=first, after=after)
    rows = rows.filter((rows.after > rows.first) & (rows.until_s > rows.joined_s))
    rows = rows.mutate(month_index=ibis.range(rows.first, rows.after).unnest())
    rows = rows.mutate(begins_s=month_starts(rows.month_index), ends_s=month_starts(rows.month_index + 1))
    member_s = ibis.least(rows.until_s, rows.ends_s) - ibis.greatest(rows.joined_s, rows.begins_s)
    fee = _quotient(rows.monthly_micros * member_s, rows.ends_s - rows.begins_s)
    return rows.select("account_id", "month_index", fee_micros=fee)


def account_season_months(sessions: ir.Table, account_months: ir.Table) -> ir.Table:
    """What accounts that paid for a month played in it.

    Grain      one row per account_id, month_index, title_id and season with at least one second played
    Columns    seconds (all profiles), fee_micros (the account's for the month)
    Null       none
    Left out   sessions in months without a fee. A session belongs to the month in which it starts
    """
    monthly = sessions.group_by("account_id", "title_id", "season", month_index=months_of(sessions.started_s))
    played = monthly.agg(seconds=lambda t: t.seconds.sum().cast("int64"))
    played = played.filter(played.seconds > 0)
    return played.inner_join(account_months, ["account_id", "month_index"])


def pro_rata(account_season_months: ir.Table, account_months: ir.Table) -> ir.Table:
    """All fees of a month in one pot, shared by seconds played; accounts that watched nothing pay for those that did.

    Grain      one row per title_id, season and calendar month; one of title_id and season null: not attributed
    Columns    year, month (1 to 12), micros
    Null       title_id and season of what is not attributed
    Censoring  months as ``account_months``
    Limits     exact up to 2**50 seconds played in a month: 300 million accounts around the clock
    Source     the usual rule of music services; Alaei, Makhdoumi, Malekian and Pekec, Revenue-Sharing Allocation Strategies
               for Two-Sided Media Platforms: Pro-Rata vs. User-Centric, Management Science 68 (2022)
    """
    rows = account_season_months
    seasons = rows.group_by(SEASON_MONTH).agg(seconds=rows.seconds.sum().cast("int64"))
    played = seasons.group_by("month_index").agg(all_seconds=seasons.seconds.sum().cast("int64"))
    pot = _fees(account_months).inner_join(played, "month_index")
    both = seasons.inner_join(pot, "month_index")
    return _with_rest(both.select(*SEASON_MONTH, micros=_share(both.fees, both.seconds, both.all_seconds)), account_months)


def user_centric(account_season_months: ir.Table, account_months: ir.Table) -> ir.Table:
    """Each account's fee shared by its own seconds.

    Grain, Columns, Null, Censoring, Source
        as ``pro_rata``
    """
    rows = account_season_months
    own = rows.group_by("account_id", "month_index").agg(own_seconds=rows.seconds.sum().cast("int64"))
    both = rows.inner_join(own, ["account_id", "month_index"])
    both = both.mutate(micros=_share(both.fee_micros, both.seconds, both.own_seconds))
    return _with_rest(_by_season(both), account_months)


def equal_split(account_season_months: ir.Table, account_months: ir.Table) -> ir.Table:
    """Each account's fee shared equally among the seasons of which it played two minutes or more in the month.

    The Shapley value of the game in which a set of seasons earns the fees of the accounts that played no other.

    Grain, Columns, Null, Censoring
        as ``pro_rata``
    Source
        the museum pass game: V. Ginsburgh, I. Zang, Games and Economic Behavior 43 (2003) 322-325
    """
    both = _with_seasons_played(account_season_months)
    return _with_rest(_by_season(both.mutate(micros=_quotient(both.fee_micros, both.seasons_played))), account_months)


def last_touch(account_first_streams: ir.Table, account_months: ir.Table) -> ir.Table:
    """Each account's fees, all months of them so far, to the season that it played first after joining.

    Summed over months it is what joiners have brought in since, by what opened the door. Fees of
    accounts that joined before the log, or started nothing in 28 days, are not attributed.

    Grain, Columns, Null
        as ``pro_rata``
    Censoring
        months as ``account_months``; a month's fees wait in the row without a title until the account starts something
    Source
        as ``first_streams.account_first_streams``
    """
    both = account_months.inner_join(account_first_streams.select("account_id", "title_id", "season"), "account_id")
    return _with_rest(_by_season(both.mutate(micros=both.fee_micros)), account_months)


def leave_one_out(account_season_months: ir.Table, account_months: ir.Table) -> ir.Table:
    """Fees of accounts that played two minutes or more of one season only in the month: unexplained without it.

    Its marginal contribution in the dual of the game of ``equal_split``, in which an account pays as long as one season that
    it played is left; there a lower bound, because what two seasons share goes to neither.

    Grain, Columns, Null, Censoring, Source
        as ``equal_split``
    """
    both = _with_seasons_played(account_season_months)
    return _with_rest(_by_season(both.filter(both.seasons_played == 1).mutate(micros=both.fee_micros)), account_months)


def attributions(account_season_months: ir.Table, account_first_streams: ir.Table, account_months: ir.Table) -> ir.Table:
    """The five rules side by side.

    Grain      one row per title_id, season and calendar month with a share by one rule or more; one of title_id and season
               null: not attributed
    Columns    year, month (1 to 12); pro_rata, user_centric, equal_split, last_touch, leave_one_out (micro-units). Each
               adds up to the month's fees
    Null       title_id and season of what is not attributed
    Censoring  as each rule
    """
    played, fees = account_season_months, account_months
    parts = {
        "pro_rata": pro_rata(played, fees),
        "user_centric": user_centric(played, fees),
        "equal_split": equal_split(played, fees),
        "last_touch": last_touch(account_first_streams, fees),
        "leave_one_out": leave_one_out(played, fees),
    }
    key = ["title_id", "season", "year", "month"]
    nothing = ibis.literal(0, "int64")
    wide = [
        rows.select(*key, **{name: rows.micros if name == rule else nothing for name in RULES}) for rule, rows in parts.items()
    ]
    both = ibis.union(*wide)
    return both.group_by(key).agg(**{name: both[name].sum().cast("int64") for name in RULES})


def _with_seasons_played(account_season_months: ir.Table) -> ir.Table:
    """Seasons of which an account played two minutes or more in a month, each with how many there were."""
    rows = account_season_months.filter(account_season_months.seconds >= START_S)
    number = rows.group_by("account_id", "month_index").agg(seasons_played=rows.count().cast("int64"))
    return rows.inner_join(number, ["account_id", "month_index"])


def _by_season(rows: ir.Table) -> ir.Table:
    return rows.group_by(SEASON_MONTH).agg(micros=rows.micros.sum().cast("int64"))


def _fees(account_months: ir.Table) -> ir.Table:
    return account_months.group_by("month_index").agg(fees=account_months.fee_micros.sum().cast("int64"))


def _with_rest(shares: ir.Table, account_months: ir.Table) -> ir.Table:
    """The shares above zero, and per month the row of what they leave."""
    given = shares.group_by("month_index").agg(given=shares.micros.sum().cast("int64"))
    fees = _fees(account_months)
    rest = fees.left_join(given, "month_index").select(
        title_id=ibis.null(shares.title_id.type()),
        season=ibis.null(shares.season.type()),
        month_index=fees.month_index,
        micros=(fees.fees - ibis.coalesce(given.given, 0)).cast("int64"),
    )
    both = shares.filter(shares.micros > 0).union(rest)
    return both.select(
        "title_id",
        "season",
        year=(both.month_index // 12).cast("int16"),
        month=(both.month_index % 12 + 1).cast("int16"),
        micros=both.micros,
    )


def _share(amount: ir.IntegerValue, part: ir.IntegerValue, whole: ir.IntegerValue) -> ir.IntegerValue:
    """The floor of amount * part / whole where the product would leave 64 bits: by long division, part <= whole < 2**50."""
    each, left = _quotient(amount, whole), amount % whole
    found: ir.IntegerValue = ibis.literal(0, "int64")
    rest: ir.IntegerValue = ibis.literal(0, "int64")
    for place in reversed(range(DIGITS)):
        digit = (part // DIGIT**place) % DIGIT
        value = rest * DIGIT + left * digit
        found, rest = found * DIGIT + _quotient(value, whole), value % whole
    return (each * part + found).cast("int64")


def _quotient(dividend: ir.IntegerValue, divisor: ir.IntegerValue) -> ir.IntegerValue:
    """Whole-number division of non-negatives, exact while the quotient is below 2**51.

    Engines divide whole numbers as fractions of 53 bits. Without its remainder the dividend divides evenly, so that rounding
    to the nearest whole number is right although dividend and fraction are rounded.
    """
    even = dividend - dividend % divisor
    return (even.cast("float64") / divisor.cast("float64") + 0.5).floor().cast("int64")
