"""One user's column read as a declared one: type, unit and time zone, as an expression that runs where the table lies.

Casts that may fail are guarded, because engines differ: some stop the query, some round, some wrap around. What cannot be
read is null, with its text beside it.
"""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from cliffhanger.measurements.log_tables import Column
from cliffhanger.terms import SECONDS_A_DAY

DURATIONS = {"milliseconds": (1, 1000), "seconds": (1, 1), "minutes": (60, 1), "hours": (3600, 1)}
EPOCHS = {"epoch seconds": "s", "epoch milliseconds": "ms", "epoch microseconds": "us"}
MONEY = {"currency units": 1, "cents": 100}
UNITS = (*DURATIONS, *EPOCHS, *MONEY)

# Postgres has no cast that yields null instead of failing; Ibis writes a plain one there, so it is not to be asked.
TRIES_CASTS = {"duckdb", "pyspark"}
TELLS_ZONES = {"duckdb", "postgres", "pyspark"}

SHOWN_LETTERS = 40
WHOLE = "^[+-]?[0-9]{1,36}([.]0*)?$"
DECIMAL = "^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,2})?$"
WITH_OFFSET = ":[0-9]{2}([.][0-9]+)? ?([zZ]|[+-][0-9]{2}(:?[0-9]{2})?)$"
TRUE, FALSE = ("true", "t", "yes", "y", "1"), ("false", "f", "no", "n", "0")
WRITABLE = ("1700-01-01", "2200-01-01")  # moments beyond cannot be counted in nanoseconds everywhere
LARGEST_EXACT = 2**53  # whole numbers up to here survive a float64
YEARS_OF_EPOCHS = 100  # an epoch later than 2070 is one in another unit
BOUNDS = {8: 2**7, 16: 2**15, 32: 2**31, 64: 2**63}


class UnfitError(Exception):
    """A unit or zone that does not belong to a column: what is wrong, and what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        self.remedy = remedy
        super().__init__(problem)


class WrongTypeError(Exception):
    """A column's type cannot mean what is declared: why, and what to do."""

    def __init__(self, why: str, remedy: str = "") -> None:
        self.remedy = remedy
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Cell:
    """A column as read; ``as_found`` is the text where it could not be read, null elsewhere; null if all can be."""

    value: ir.Value
    as_found: ir.Value | None = None


@ibis.udf.scalar.builtin(name="timezone", signature=((dt.string, dt.timestamp), dt.Timestamp("UTC")))
def _moment_in_zone(zone: str, moment: object) -> object: ...


@ibis.udf.scalar.builtin(name="to_utc_timestamp", signature=((dt.timestamp, dt.string), dt.timestamp))
def _spark_utc(moment: object, zone: str) -> object: ...


def read_cell(column: Column, raw: ir.Value, *, unit: str | None, zone: str | None, engine: str) -> Cell:
    """Read a user's column as a declared one.

    Parameters
    ----------
    unit, zone
        Of the user's values; null: as declared, UTC.
    engine
        Name of the Ibis backend, because not every one can try a cast or tell time zones.

    Raises
    ------
    WrongTypeError
        The type cannot be read as the declared one.
    UnfitError
        The unit or zone does not belong to such a column.
    """
    kind = dt.dtype(column.type)(nullable=True)
    _check_unit(column, kind, unit, zone)
    found = raw.type()(nullable=True)
    if kind.is_timestamp():
        value = _moment(raw, unit, zone, engine)
    elif unit is None and found == kind:
        return Cell(raw)
    elif kind.is_string():
        value = _text(raw)
    elif kind.is_boolean():
        value = _truth(raw)
    elif kind.is_floating():
        value = _number(raw, engine) / MONEY[unit or "currency units"]
    elif unit in DURATIONS:
        value = _fitting(_duration(raw, *DURATIONS[unit], engine), kind)
    else:
        value = _fitting(_whole(raw, engine), kind)
    return Cell(value, None if _always_fits(found, kind, unit, engine) else _as_found(raw, value))


def _check_unit(column: Column, kind: dt.DataType, unit: str | None, zone: str | None) -> None:
    allowed: tuple[str, ...] = ()
    if kind.is_timestamp():
        allowed = tuple(EPOCHS)
    elif column.unit == "seconds":
        allowed = tuple(DURATIONS)
    elif column.unit.startswith("currency units"):
        allowed = tuple(MONEY)
    if unit is not None and unit not in allowed:
        raise UnfitError(f'there is no unit "{unit}" for it', f"Units there: {', '.join(allowed) or 'none'}")
    if zone is None:
        return
    if not kind.is_timestamp() or unit is not None:
        raise UnfitError("it takes no time zone", "A zone belongs to moments that are written as local time")
    try:
        zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        raise UnfitError(f'there is no time zone "{zone}"', "Name a time zone as IANA does, such as Europe/Berlin") from error


def _always_fits(found: dt.DataType, kind: dt.DataType, unit: str | None, engine: str) -> bool:
    """Whether no cell of one type can fail to be read as the other."""
    if kind.is_timestamp():
        return _keeps_any_moment(found, engine)
    if kind.is_string():
        return not found.is_floating()
    if kind.is_floating():
        return found.is_numeric()
    return bool(found.is_integer() and kind.is_integer() and unit is None and dt.castable(found, kind))


def _as_found(raw: ir.Value, value: ir.Value) -> ir.Value:
    text = raw.cast("string")
    blank = (text.strip() == "") if raw.type().is_string() else ibis.literal(False)
    lost = raw.notnull() & value.isnull() & ~blank.fill_null(False)
    return lost.ifelse(text.substr(0, SHOWN_LETTERS), ibis.null("string"))


def _text(raw: ir.Value) -> ir.Value:
    kind = raw.type()
    if kind.is_string():
        return raw
    # Ibis does not know the enumerations of a Postgres; every engine can write what it holds as text.
    if kind.is_integer() or kind.is_uuid() or kind.is_unknown() or (kind.is_decimal() and kind.scale == 0):
        return raw.cast("string")
    if kind.is_floating():  # whole numbers that were made floats because some are null
        return _whole(raw, "").cast("string")
    raise WrongTypeError("cannot be read as text")


def _truth(raw: ir.Value) -> ir.Value:
    kind = raw.type()
    if kind.is_integer() or kind.is_string():
        word = raw.cast("string").strip().lower()
        return ibis.cases((word.isin(TRUE), True), (word.isin(FALSE), False), else_=ibis.null("boolean"))
    raise WrongTypeError("cannot be read as true or false")


def _number(raw: ir.Value, engine: str) -> ir.Value:
    kind = raw.type()
    if kind.is_numeric() and not kind.is_boolean():
        return raw.cast("float64")
    if kind.is_string():
        text = raw.strip()
        return text.re_search(DECIMAL).ifelse(_tried(text, "float64", engine), ibis.null("float64"))
    raise WrongTypeError("cannot be read as a number")


def _whole(raw: ir.Value, engine: str) -> ir.Value:
    """Whole numbers of 64 bits; a fraction, an infinity or more digits than fit become null."""
    kind = raw.type()
    none = ibis.null("int64")
    if kind.is_integer():
        # Only the unsigned 64-bit integer reaches beyond; 2**63 - 1 is the largest that fits.
        return raw.cast("int64") if dt.castable(kind, dt.int64) else (raw <= 2**63 - 1).ifelse(raw.cast("int64"), none)
    if kind.is_decimal():
        fits = raw.between(-(2**63), 2**63 - 1) & (raw.floor() == raw if kind.scale != 0 else ibis.literal(True))
        return fits.ifelse(raw.cast("int64"), none)
    if kind.is_floating():
        fits = raw.between(-LARGEST_EXACT, LARGEST_EXACT) & (raw.floor() == raw)
        return fits.ifelse(raw.cast("int64"), none)
    if kind.is_string():
        text = raw.strip()
        digits = text.re_search(WHOLE).ifelse(text.re_replace("[.]0*$", ""), ibis.null("string"))
        if engine in TRIES_CASTS:
            return digits.try_cast("int64")
        wide = digits.cast("decimal(38, 0)")
        return wide.between(-(2**63), 2**63 - 1).ifelse(wide.cast("int64"), none)
    raise WrongTypeError("cannot be read as a whole number")


def _duration(raw: ir.Value, times: int, parts: int, engine: str) -> ir.Value:
    """Whole seconds, halves upward; by integers where the values are integers."""
    none = ibis.null("int64")
    if raw.type().is_integer():
        number = raw.between(-LARGEST_EXACT, LARGEST_EXACT).ifelse(raw.cast("int64"), none)
        return number * times if parts == 1 else (number + parts // 2) // parts
    seconds = _number(raw, engine) * times / parts
    return seconds.between(-LARGEST_EXACT, LARGEST_EXACT).ifelse((seconds + 0.5).floor().cast("int64"), none)


def _fitting(whole: ir.Value, kind: dt.DataType) -> ir.Value:
    if kind.nbytes == 8:
        return whole
    bound = BOUNDS[kind.nbytes * 8]
    return whole.between(-bound, bound - 1).ifelse(whole, ibis.null("int64")).cast(kind)


def _moment(raw: ir.Value, unit: str | None, zone: str | None, engine: str) -> ir.Value:
    """Naive UTC, cut to whole seconds."""
    kind = raw.type()
    if kind.is_timestamp() and unit is None:
        if kind.timezone is not None and zone is not None:
            raise WrongTypeError("tells its own time zone", "Leave the zone out")
        moment = raw.cast("timestamp")
        moment = _from_zone(moment, zone, engine) if zone else moment
    elif kind.is_date() and unit is None:
        moment = raw.cast("timestamp")
        moment = _from_zone(moment, zone, engine) if zone else moment
    elif kind.is_string() and unit is None:
        moment = _moment_from_text(raw.strip(), zone, engine)
    elif unit is not None and (kind.is_numeric() or kind.is_string()) and not kind.is_boolean():
        moment = _moment_from_epoch(raw, unit, engine)
    elif kind.is_numeric() and not kind.is_boolean():
        raise WrongTypeError("says no moment by itself", 'Name its unit: unit = "epoch seconds" or "epoch milliseconds"')
    else:
        raise WrongTypeError("cannot be read as a moment")
    if _keeps_any_moment(kind, engine):
        return moment.truncate("s")
    # Postgres has an infinite moment, and Python none, nor one in the year 294,000: such rows could not be fetched.
    writable = moment.between(ibis.timestamp(WRITABLE[0]), ibis.timestamp(WRITABLE[1]))
    return writable.ifelse(moment.truncate("s"), ibis.null("timestamp"))


def _keeps_any_moment(kind: dt.DataType, engine: str) -> bool:
    """Whether every moment can be left to the gate: DuckDB passes all of them on, and looking at each costs time there."""
    return engine == "duckdb" and bool(kind.is_timestamp() or kind.is_date())


def _moment_from_text(text: ir.Value, zone: str | None, engine: str) -> ir.Value:
    if engine not in TRIES_CASTS:
        raise WrongTypeError("cannot be read as a moment there", "Make it a timestamp by a view, and name the view as source")
    # Without this DuckDB drops the offset of a text without a word.
    own = text.re_search(WITH_OFFSET)
    told = own.ifelse(text, ibis.null("string")).try_cast(dt.Timestamp("UTC")).cast("timestamp")
    local = own.ifelse(ibis.null("string"), text).try_cast("timestamp")
    return ibis.coalesce(told, _from_zone(local, zone, engine) if zone else local)


def _moment_from_epoch(raw: ir.Value, unit: str, engine: str) -> ir.Value:
    per_second = {"s": 1, "ms": 1000, "us": 1_000_000}[EPOCHS[unit]]
    farthest = YEARS_OF_EPOCHS * 366 * SECONDS_A_DAY * per_second
    number = _whole(raw, engine) if not (raw.type().is_floating() or raw.type().is_decimal()) else _floor(raw)
    seconds = number.between(0, farthest).ifelse(number, ibis.null("int64")) // per_second
    return ibis.timestamp("1970-01-01") + seconds.as_interval("s")


def _floor(raw: ir.Value) -> ir.Value:
    number = raw.cast("float64")
    return number.between(-LARGEST_EXACT, LARGEST_EXACT).ifelse(number.floor().cast("int64"), ibis.null("int64"))


def _from_zone(moment: ir.Value, zone: str, engine: str) -> ir.Value:
    """UTC of a local time; of an hour that comes twice, or never, what the engine takes."""
    if engine not in TELLS_ZONES:
        raise WrongTypeError("is in local time, which this engine cannot turn into UTC", "Do it by a view, and name the view")
    if engine == "pyspark":
        return _spark_utc(moment, zone)
    return _moment_in_zone(zone, moment).cast("timestamp")


def _tried(text: ir.Value, kind: str, engine: str) -> ir.Value:
    return text.try_cast(kind) if engine in TRIES_CASTS else text.cast(kind)
