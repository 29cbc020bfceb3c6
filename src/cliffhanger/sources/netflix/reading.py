"""What reading one published file gives, and the checks that every kind of file shares."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from cliffhanger.errors import InputError
from cliffhanger.measurements import tables

FILM = "a film"
_LEADING_HTML = re.compile(rb"\s*(<!doctype html|<html|<head|<\?xml[^>]*>\s*<!doctype html)", re.IGNORECASE)
REMEDY = "Fetch the file from its publisher again; nothing was changed"
LARGEST_COUNT = 10**15  # more is no count of anything watched, and does not fit the tables
LATEST_YEAR = 2100


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """One published file, read whole.

    Attributes
    ----------
    kind
        ``weekly`` or ``halfyear``.
    rows
        Season rows, by the schema of that kind.
    refused
        One row for every other row, with place and reason.
    published_on
        The day from which the file counts: for a weekly list that of its newest week.
    covers_until
        Last day that its figures cover.
    notes
        What the reader assumed and a person should know; usually empty.
    """

    path: Path
    sha256: str
    kind: str
    rows: pa.Table
    refused: pa.Table
    published_on: dt.date
    covers_until: dt.date
    notes: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Rows in the file: kept + refused."""
        return int(self.rows.num_rows + self.refused.num_rows)

    def refused_by_reason(self) -> dict[str, int]:
        """Count the refused rows by reason, most frequent first."""
        counted = Counter(self.refused.column("reason").to_pylist())
        return dict(counted.most_common())


class Rows:
    """Collects kept and refused rows of one file, so that in + refused = total by construction."""

    def __init__(self) -> None:
        self.kept: list[dict[str, Any]] = []
        self.refused: list[dict[str, Any]] = []

    def keep(self, row: dict[str, Any]) -> None:
        """Take one season row."""
        self.kept.append(row)

    def refuse(self, place: str, title: str, reason: str, **slot: Any) -> None:
        """Set one row aside with its reason, and the place in the list that it took, if it took one."""
        self.refused.append({"place": place, "title": title, "reason": reason, **slot})

    def to_arrow(self, kind: str, *, version: str) -> tuple[pa.Table, pa.Table]:
        """Both collections by their declared schemas; every kept row names the version of the file it stands in."""
        for row in (*self.kept, *(refused for refused in self.refused if "week" in refused)):
            row["version"] = version
        schema = tables.WEEKLY if kind == "weekly" else tables.HALFYEAR
        return (
            pa.Table.from_pylist(self.kept, schema=schema.to_pyarrow()),
            pa.Table.from_pylist(self.refused, schema=tables.REFUSED.to_pyarrow()),
        )


def read_bytes(path: Path) -> bytes:
    """Read a file whole.

    Raises
    ------
    InputError
        It is empty, a web page, or cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", place=str(path), remedy="Check the path") from error
    if not content.strip():
        raise InputError("the file is empty", place=str(path), remedy=REMEDY)
    if _LEADING_HTML.match(content[:500]):
        raise InputError("a web page (HTML) stands where the figures should be", place=str(path), remedy=REMEDY)
    return content


def digest(content: bytes) -> str:
    """SHA-256 of a file's content, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def whole_number(value: object) -> int | None:
    """Read a count as printed (``"12,900,000"``, ``12900000.0``); null where it is none, is negative or has a fraction."""
    if isinstance(value, str):
        text = value.strip().replace(",", "")
        if not re.fullmatch(r"\d{1,15}(\.0+)?", text):
            return None
        return int(text.partition(".")[0])
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not math.isfinite(value) or not 0 <= value < LARGEST_COUNT or value != int(value):
        return None
    return int(value)


def day(value: object) -> dt.date | None:
    """Read a date cell or an ISO date text; null where it is neither, or lies in no year of television."""
    if isinstance(value, dt.datetime):
        found = value.date()
    elif isinstance(value, dt.date):
        found = value
    elif isinstance(value, str):
        try:
            found = dt.date.fromisoformat(value.strip()[:10])
        except ValueError:
            return None
    else:
        return None
    return found if found.year <= LATEST_YEAR else None


def expect_header(found: Sequence[object], wanted: Sequence[Sequence[str]], *, place: str) -> list[str]:
    """Check a header row against the layouts that the publisher has used.

    Returns
    -------
    The layout that fits, as lower-case names.

    Raises
    ------
    InputError
        None fits; names what was found and what was expected.
    """
    names = [str(cell).strip().lower() for cell in found]
    for layout in wanted:
        if names[: len(layout)] == list(layout) and not any(names[len(layout) :]):
            return list(layout)
    shown = ", ".join(name or "(empty)" for name in names) or "nothing"
    raise InputError(
        f"the header is not where it should be: found {shown}; expected {', '.join(wanted[-1])}",
        place=place,
        remedy="If the publisher has changed the layout, name the header's row with --header-row; nothing was changed",
    )
