"""The files of a log: which lie in a folder, whether their shape can be trusted, and how DuckDB reads them.

Parquet is read where it lies. CSV is first copied to Parquet as text, once: what a line is must not depend on which columns
a query happens to need. Lines that cannot be parted into the header's columns are set aside and counted.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from cliffhanger.errors import InputError

FORMATS = ("parquet", "csv")
DELIMITERS = ",;\t|"
HEADER_LIMIT = 1 << 20  # a first line longer than a megabyte is no header
CHUNK = 1 << 24
SAMPLE_LINES = 20
NEWLINE, RETURN, QUOTE = 10, 13, 34


@dataclass(frozen=True, slots=True)
class TableFiles:
    """The files that make up one table; all of one format and with the same columns."""

    format: str
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class BrokenLines:
    """Lines of CSV files that could not be parted into columns; ``sample`` names up to 20, by file, line and reason."""

    lines: int = 0
    sample: tuple[str, ...] = ()


def table_files(folder: Path, name: str, source: str | None) -> TableFiles | None:
    """Find the files of a table: ``<name>.parquet``, ``<name>.csv``, or any number of either in a folder ``<name>``.

    ``source`` is another name or path, taken from the folder; null where there is none.

    Raises
    ------
    InputError
        There are files of both formats, or under both names, so that it is unclear which are meant.
    """
    stem = folder / (source or name)
    if stem.is_file():
        if stem.suffix.removeprefix(".") not in FORMATS:
            raise InputError("neither .parquet nor .csv", place=str(stem), remedy="Name a file of one of these formats")
        return TableFiles(stem.suffix.removeprefix("."), (stem,))
    found = []
    for kind in FORMATS:
        single = stem.with_name(f"{stem.name}.{kind}")
        inside = sorted(path for path in stem.rglob(f"*.{kind}") if _counts(path, stem)) if stem.is_dir() else []
        found += [TableFiles(kind, (single,))] if single.is_file() else []
        found += [TableFiles(kind, tuple(inside))] if inside else []
    if len(found) > 1:
        places = " and ".join(str(files.paths[0].relative_to(folder)) for files in found)
        raise InputError(f"{name} is there more than once: {places}", place=str(folder), remedy="Leave one of them there")
    return found[0] if found else None


def _counts(path: Path, stem: Path) -> bool:
    """Whether a file is data: writers leave marks that begin with a dot or an underscore."""
    return path.is_file() and not any(part.startswith((".", "_")) for part in path.relative_to(stem).parts)


def check_parquet(paths: Sequence[Path]) -> None:
    """Hold the structure of Parquet files against each other.

    Raises
    ------
    InputError
        A file is cut off, damaged or none; or has not the columns of the first.
    """
    first: list[str] = []
    for path in paths:
        try:
            names = pq.read_schema(path).names
        except (pa.ArrowException, OSError, ValueError) as error:
            empty = path.stat().st_size == 0 if path.exists() else False
            problem = "the file is empty" if empty else f"no whole Parquet file: {_first_line(error)}"
            raise InputError(problem, place=str(path), remedy="Write or fetch it again") from error
        first = first or names
        if set(names) != set(first):
            differ = ", ".join(sorted(set(names) ^ set(first)))
            problem = f"its columns are not those of {paths[0].name}: only one of them has {differ}"
            raise InputError(problem, place=str(path), remedy="Write all files of a table with the same columns")


def parquet_sql(paths: Sequence[Path]) -> str:
    """SQL that reads Parquet files as one table; types that differ between files meet at the wider one."""
    return f"read_parquet({_list(paths)}, union_by_name = true, hive_partitioning = false)"


def copy_csv(connection: Any, paths: Sequence[Path], target: Path) -> BrokenLines:
    """Copy CSV files, every cell as text, into one Parquet file.

    Parameters
    ----------
    connection
        A DuckDB connection.

    Raises
    ------
    InputError
        A file is empty, not in UTF-8 from the start, has no usable header or another one than the first file, or has
        quotation marks that do not pair.
    """
    headers = [_header(path) for path in paths]
    for path, header in zip(paths, headers, strict=True):
        if header != headers[0]:
            problem = f"its header is not that of {paths[0].name}"
            raise InputError(
                problem, place=str(path), remedy="Write all files of a table with the same columns, in the same order"
            )
    delimiter, names = headers[0]
    columns = ", ".join(f"{_text(name)}: 'VARCHAR'" for name in names)
    reading = (
        f"read_csv({_list(paths)}, auto_detect = false, header = true, columns = {{{columns}}}, delim = {_text(delimiter)}, "
        "quote = '\"', escape = '\"', nullstr = '', store_rejects = true, rejects_table = 'broken', rejects_scan = 'broken_scan')"
    )
    for left in ("broken", "broken_scan"):
        connection.execute(f"DROP TABLE IF EXISTS {left}")
    copied = connection.execute(
        f"COPY (SELECT * FROM {reading}) TO {_text(str(target))} (FORMAT parquet, COMPRESSION zstd)"  # noqa: S608 - quoted above
    ).fetchone()[0]
    (lines,) = connection.execute("SELECT count(*) FROM (SELECT DISTINCT file_id, line FROM broken)").fetchone()
    expected = sum(_records(path) for path in paths)
    if copied + lines != expected:
        raise InputError(
            f"its quotation marks do not pair: {expected:,} rows by them, {copied + lines:,} as read",
            place=", ".join(str(path) for path in paths[:3]),
            remedy="Quote whole cells, and double the quotation marks inside them (RFC 4180), or bring Parquet",
        )
    return BrokenLines(lines, _sample(connection))


def _sample(connection: Any) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT file_path, line, min(error_type::VARCHAR) FROM broken JOIN broken_scan USING (scan_id, file_id) "
        "GROUP BY file_path, line ORDER BY file_path, line LIMIT ?",
        [SAMPLE_LINES],
    ).fetchall()
    return tuple(f"{Path(path).name} line {line}: {why.lower()}" for path, line, why in rows)


def _header(path: Path) -> tuple[str, tuple[str, ...]]:
    """Delimiter and column names of a CSV file."""
    with path.open("rb") as file:
        line = file.readline(HEADER_LIMIT)
    if not line.strip():
        problem = "the file is empty" if path.stat().st_size == 0 else "its first line is empty, where the header should be"
        raise InputError(problem, place=str(path), remedy="Put the names of the columns into the first line")
    if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError("it is in UTF-16", place=str(path), remedy="Save it as UTF-8")
    try:
        text = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise InputError("its header is not in UTF-8", place=str(path), remedy="Save it as UTF-8") from error
    delimiter = max(DELIMITERS, key=text.count)
    names = tuple(name.strip() for name in next(csv.reader([text], delimiter=delimiter)))
    if "" in names or len(set(names)) < len(names):
        problem = f"its header has {'an empty name' if '' in names else 'a name twice'}: {text[:200]}"
        raise InputError(problem, place=str(path), remedy="Give every column a name of its own")
    return delimiter, names


def _records(path: Path) -> int:
    """Rows below the header by counting line ends outside of quotation marks; blank lines are none.

    Counted without the reader of the database, so that a row it lost would be missed.
    """
    records, begins, position, quotes = 0, 0, 0, 0
    before = 0  # last byte of the chunk before
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            data = np.frombuffer(chunk, dtype=np.uint8)
            ends = np.flatnonzero(data == NEWLINE)
            if QUOTE in chunk:
                marks = np.flatnonzero(data == QUOTE)
                ends = ends[(np.searchsorted(marks, ends) + quotes) % 2 == 0]
                quotes += len(marks)
            elif quotes % 2:
                ends = ends[:0]
            lengths = np.diff(ends + position, prepend=begins - 1) - 1
            previous = np.where(ends > 0, data[ends - 1], before)
            records += int(np.count_nonzero((lengths > 1) | ((lengths == 1) & (previous != RETURN))))
            begins = int(ends[-1]) + position + 1 if len(ends) else begins
            position += len(chunk)
            before = int(data[-1])
    unfinished = position - begins
    return records + (unfinished > 0) - 1


def _list(paths: Sequence[Path]) -> str:
    return f"[{', '.join(_text(str(path)) for path in paths)}]"


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")
