"""Accounts as they were known on a day, and calendar months as whole numbers."""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.terms import SECONDS_A_DAY, cut_of

MICROS = 1e6  # micro-units in a currency unit
# The calendar counted from 1 March of the year 0, so that the leap day comes last: days before 1970, days in 400 years.
MARCH_TO_1970 = 719_468
DAYS_IN_400_YEARS = 146_097


def account_spans(accounts: ir.Table, *, as_of: dt.date) -> ir.Table:
    """When accounts joined and left, as far as it was known on a day, and what they pay.

    Grain      one row per account_id
    Columns    joined_s, left_s (seconds since 1970, UTC), plan, territory, monthly_micros (micro-units of the currency,
               a half rounded up)
    Null       left_s where the account had not left by the as-of day: a cancellation after it is not known
    Censoring  accounts that joined after the as-of day are left out
    """
    cut = cut_of(as_of)
    left_s = accounts.cancelled_at.epoch_seconds().cast("int64")
    spans = accounts.select(
        "account_id",
        "plan",
        "territory",
        joined_s=accounts.signed_up_at.epoch_seconds().cast("int64"),
        left_s=ibis.ifelse(left_s < cut, left_s, ibis.null("int64")),
        # Floor first: a cast of a fraction to a whole number rounds on one engine and cuts off on another.
        monthly_micros=(accounts.monthly_price.cast("float64") * MICROS + 0.5).floor().cast("int64"),
    )
    return spans.filter(spans.joined_s < cut)


def months_of(moment_s: ir.IntegerValue) -> ir.IntegerValue:
    """Calendar month (UTC) of a moment: year * 12 + month - 1, in whole numbers only.

    Division floors, so that moments before 1970 are right too. Source: the proleptic Gregorian calendar, ISO 8601.
    """
    days = moment_s // SECONDS_A_DAY + MARCH_TO_1970
    era = days // DAYS_IN_400_YEARS
    day_of_era = days - era * DAYS_IN_400_YEARS
    leap_days = day_of_era // 1_460 - day_of_era // 36_524 + day_of_era // 146_096
    year_of_era = (day_of_era - leap_days) // 365
    day_of_year = day_of_era - (year_of_era * 365 + year_of_era // 4 - year_of_era // 100)
    months_from_march = (day_of_year * 5 + 2) // 153  # March to July, and August to December, are 153 days each
    return ((era * 400 + year_of_era) * 12 + months_from_march + 2).cast("int64")


def month_starts(month: ir.IntegerValue) -> ir.IntegerValue:
    """First second (UTC, since 1970) of a month numbered as by ``months_of``."""
    year = (month - 2) // 12
    months_from_march = (month - 2) - year * 12
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (months_from_march * 153 + 2) // 5
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return ((era * DAYS_IN_400_YEARS + day_of_era - MARCH_TO_1970) * SECONDS_A_DAY).cast("int64")
