"""How numbers, chances and days are written: one way each, the same in every format."""

from __future__ import annotations

import datetime as dt
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from cliffhanger.dossier.spread import Spread

UNKNOWN = "—"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SMALLEST, LARGEST = 0.01, 0.99  # chances beyond are written as bounds: no forecast of this kind is certain
# Marks that turn the reading order, and the two code points that XML forbids.
REFUSED = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")
Record = TypeVar("Record")


def counted(count: int, what: str) -> str:
    """Say how many there are of a thing that is counted by adding an s: ``1 claim``, ``1,204 claims``."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def known(value: float | None) -> float | None:
    """Give the number, or None where it is missing or not finite."""
    return value if value is not None and math.isfinite(value) else None


def chance(value: float | None) -> str:
    """Write a probability as whole per cents, never as 0 or 100."""
    value = known(value)
    if value is None:
        return UNKNOWN
    if value < SMALLEST:
        return "under 1 %"
    return "over 99 %" if value > LARGEST else f"{value * 100:.0f} %"


def short_chance(value: float | None) -> str:
    """Write a probability for a narrow column."""
    return chance(value).replace("under ", "<").replace("over ", ">")


def fine_chance(value: float | None) -> str:
    """Write a small probability with one decimal, for the parts of a distribution."""
    value = known(value)
    if value is None:
        return UNKNOWN
    if value < 0.001:
        return "under 0.1 %"
    return "over 99.9 %" if value > 0.999 else f"{value * 100:.1f} %"


def chance_range(spread: Spread) -> str:
    """Write an interval of probabilities, such as ``15 to 33 %``; empty where it is not known."""
    if known(spread.p10) is None or known(spread.p90) is None:
        return ""
    low, high = chance(spread.p10), chance(spread.p90)
    if low == high:
        return low
    return f"{low if low.startswith('under') else low.removesuffix(' %')} to {high}"


def amount(value: float | None) -> str:
    """Write a count: whole below a million, else millions or billions with up to one or two decimals."""
    value = known(value)
    if value is None:
        return UNKNOWN
    if abs(value) >= 999_500_000:
        return f"{value / 1e9:.2f} billion"
    text = f"{value / 1e6:.1f} million" if abs(value) >= 999_500 else f"{value:,.0f}"
    return "0" if text == "-0" else text


def millions(value: float | None) -> str:
    """Write a count in millions with one decimal, for a column whose head names the unit."""
    value = known(value)
    if value is None:
        return UNKNOWN
    return "<0.1" if 0 < value < 50_000 else f"{value / 1e6:,.1f}"


def amount_range(spread: Spread) -> str:
    """Write an interval of counts; empty where it is not known."""
    if known(spread.p10) is None or known(spread.p90) is None:
        return ""
    low, high = amount(spread.p10), amount(spread.p90)
    unit = high.rpartition(" ")[2]
    return f"{low.removesuffix(' ' + unit)} to {high}"


def money(value: float | None, *, unit: str = "million USD") -> str:
    """Write an amount of money in millions to two significant digits, such as ``0.64 million USD``."""
    value = known(value)
    return UNKNOWN if value is None else f"{money_millions(value)} {unit}"


def money_millions(value: float | None) -> str:
    """Write an amount of money in millions to two significant digits, for a column whose head names the unit."""
    value = known(value)
    if value is None:
        return UNKNOWN
    size = abs(value) / 1e6
    if 0 < size < 0.005:
        return "under 0.01" if value > 0 else "above -0.01"
    return f"{value / 1e6:,.{2 if size < 0.995 else 1 if size < 9.95 else 0}f}"


def money_range(spread: Spread, *, unit: str = "million USD") -> str:
    """Write an interval of money, such as ``0.21 to 1.4 million USD``; empty where it is not known."""
    if known(spread.p10) is None or known(spread.p90) is None:
        return ""
    low, high = money_millions(spread.p10), money_millions(spread.p90)
    return f"{low if low == high else f'{low} to {high}'} {unit}"


def rate(value: float | None) -> str:
    """Write money for an hour viewed, such as ``0.079 USD``."""
    value = known(value)
    return UNKNOWN if value is None else f"{value:.3f} USD" if value < 0.0995 else f"{value:,.2f} USD"


def times(value: float | None) -> str:
    """Write a ratio to two significant digits."""
    value = known(value)
    return UNKNOWN if value is None else f"{value:,.{2 if value < 0.995 else 1 if value < 9.95 else 0}f}"


def signed(value: float | None) -> str:
    """Write a number with its sign and one decimal; zero without a sign."""
    value = known(value)
    if value is None:
        return UNKNOWN
    text = f"{value:+.1f}"
    return "0.0" if text in {"+0.0", "-0.0"} else text


def score(value: float | None) -> str:
    """Write a score with two decimals."""
    value = known(value)
    return UNKNOWN if value is None else f"{value:.2f}"


def scores(value: float | None, other: float | None) -> tuple[str, str]:
    """Write two scores to be compared: with a third decimal where two would look the same."""
    value, other = known(value), known(other)
    if value is not None and other is not None and value != other and score(value) == score(other):
        return f"{value:.3f}", f"{other:.3f}"
    return score(value), score(other)


def factor(log_error: float) -> str:
    """Write a mean absolute log error as the factor by which a typical forecast misses."""
    return f"{math.exp(log_error):.1f}"


def day(value: dt.date | None) -> str:
    """Write a day in words, such as ``1 January 2020``; not by the locale."""
    return UNKNOWN if value is None else f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: dt.date | None) -> str:
    """Write a day for a chart, such as ``1 Jan 2020``."""
    return UNKNOWN if value is None else f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def month(value: dt.date | None) -> str:
    """Write the month of a day, such as ``March 2027``: forecasts of days are no finer."""
    return UNKNOWN if value is None else f"{MONTHS[value.month - 1]} {value.year}"


def iso(value: dt.date | None) -> str:
    """Write a day for a table."""
    return UNKNOWN if value is None else value.isoformat()


def quarter(value: dt.date) -> str:
    """Write the three months that begin on a day, such as ``Jul to Sep 2025``."""
    last = value.month - 1 + (2 if value.day == 1 else 3)  # quarters are counted from the as-of day
    return f"{MONTHS[value.month - 1][:3]} {value.year} to {MONTHS[last % 12][:3]} {value.year + last // 12}"


def length(minutes: int | None) -> str:
    """Write a runtime, such as ``8 h 13 min``."""
    return UNKNOWN if minutes is None else f"{minutes // 60} h {minutes % 60:02d} min"


def months_since(start: dt.date, end: dt.date) -> int:
    """Whole months from one day to another, for a sentence; negative before it."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def clean_text(text: str) -> str:
    """Take out what could steer a terminal, reverse the reading order or break XML; spaces for line ends."""
    kept = (" " if c in "\t\n\r\x0b\x0c\x85\u2028\u2029" else c for c in text)
    return "".join(c for c in kept if unicodedata.category(c) not in {"Cc", "Cs", "Co"} and c not in REFUSED)


def cleaned(record: Record) -> Record:
    """Copy a frozen record with every text in it cleaned: titles and file names are written by others."""
    return _cleaned(record)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{f.name: _cleaned(getattr(value, f.name)) for f in fields(value)})
    if isinstance(value, tuple):
        return tuple(_cleaned(item) for item in value)
    return {key: _cleaned(item) for key, item in value.items()} if isinstance(value, Mapping) else value
