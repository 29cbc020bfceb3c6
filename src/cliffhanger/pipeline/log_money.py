"""What currencies a log's prices and costs and the assumptions are in, and all of them in that of the answer.

Prices carry no currency: members pay in the one that the question names, else in that of the cost table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from cliffhanger.assumptions import CURRENCY
from cliffhanger.decision.cost import CostLine, Rate, exchange_rate
from cliffhanger.errors import InputError
from cliffhanger.estimates.member_money import MemberMoney
from cliffhanger.estimates.season_terms import Terms
from cliffhanger.measurements.attribution import RULES
from cliffhanger.service_records import ServiceRecords

ADVERTISING = "advertising_per_hour"


@dataclass(frozen=True, slots=True)
class Currencies:
    """Of the prices that members pay, and of the answer; empty where neither the question nor a cost names one."""

    prices: str
    answer: str


def currencies(lines: Sequence[CostLine], *, prices: str, answer: str) -> Currencies:
    """Settle both.

    Parameters
    ----------
    prices, answer
        As the question names them. Empty: prices are in the currency of the costs, the answer in that of the prices; without
        costs prices are in that of the answer.

    Raises
    ------
    InputError
        Costs are in several currencies, and the question does not say in which of them members pay.
    """
    there = sorted({line.currency for line in lines})
    if not prices and len(there) > 1:
        remedy = "Name the currency in which members pay with --prices-in, and a table of rates with --rates"
        raise InputError(f"costs are in {' and '.join(there)}", place="costs", remedy=remedy)
    paid = prices or (there[0] if there else answer)
    return Currencies(paid, answer or paid)


def turned(records: ServiceRecords, used: Currencies, rates: Sequence[Rate]) -> ServiceRecords:
    """Prices, and what seasons are credited with, in the currency of the answer.

    Raises
    ------
    InputError
        No rate leads there.
    """
    rate = exchange_rate(rates, used.prices, used.answer, as_of=records.as_of)
    plans = {**records.plans, "monthly_price": records.plans["monthly_price"] * rate}
    credited = {name: column * rate if name in RULES else column for name, column in records.credits.items()}
    return replace(records, plans=plans, credits=credited)


def turns_advertising(money: MemberMoney, *, given: Collection[str], into: str) -> bool:
    """Whether what an hour of advertising is assumed to bring has to be turned into the currency of the answer.

    What was ``given`` with the question is in it already. Where no member has a plan with advertising it counts nothing; where
    no currency is known there is none to turn it into.
    """
    watched = money.ad_share > 0 or money.joiner_ad_hours > 0 or bool((money.won_ad_hours > 0).any())
    return watched and into not in ("", CURRENCY) and ADVERTISING not in given


def with_advertising(terms: Terms, *, into: str, rates: Sequence[Rate], as_of: dt.date) -> Terms:
    """Terms with what an hour of advertising brings in the currency of the answer.

    Raises
    ------
    InputError
        No rate leads there.
    """
    try:
        rate = exchange_rate(rates, CURRENCY, into, as_of=as_of)
    except InputError as error:
        problem = f"what an hour of advertising brings is assumed in {CURRENCY}, and there is {error.problem}"
        remedy = f"Give it in {into} with --assume {ADVERTISING}=low:middle:high, or a table with that rate with --rates"
        raise InputError(problem, place=ADVERTISING, remedy=remedy) from error
    low, middle, high = terms.ends[ADVERTISING]
    return Terms({**terms.ends, ADVERTISING: (low * rate, middle * rate, high * rate)})


def rates_used(used: Currencies, *, advertising: bool, rates: Sequence[Rate], as_of: dt.date) -> Mapping[str, tuple[float, str]]:
    """The currencies that prices and advertising were turned from, each with the rate and what was in it."""
    found: dict[str, tuple[float, str]] = {}
    for what, currency in (("prices", used.prices), ("advertising", CURRENCY if advertising else used.answer)):
        if currency != used.answer:
            told = f"{found[currency][1]} and {what}" if currency in found else what
            found[currency] = (exchange_rate(rates, currency, used.answer, as_of=as_of), told)
    return found
