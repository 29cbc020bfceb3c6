"""The figures and parameters that come with the package: facts compiled from the publisher's files, with their source."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

FOLDER = "facts"
TABLES = ("weekly", "halfyear", "ledger")


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the package carries.

    Attributes
    ----------
    tables
        ``weekly`` and ``halfyear`` by the declared schemas, and ``ledger``, the season ledger compiled from them.
    files
        The publisher's files they were compiled from: (name, kind, published on).
    retrieved_on
        Day on which the newest of them stood so.
    parameters, evidence
        The fitted model and the back-test's scores, as plain data.
    """

    tables: dict[str, pa.Table]
    files: tuple[tuple[str, str, dt.date], ...]
    retrieved_on: dt.date
    parameters: dict[str, Any]
    evidence: dict[str, Any]


def read_bundle() -> Bundle:
    """Read the package's facts."""
    folder = resources.files("cliffhanger.sources") / FOLDER
    with resources.as_file(folder) as path:
        tables = {name: pq.read_table(path / f"{name}.parquet", page_checksum_verification=True) for name in TABLES}
        about = json.loads((path / "about.json").read_text(encoding="utf-8"))
        parameters = json.loads((path / "parameters.json").read_text(encoding="utf-8"))
    files = tuple((f["name"], f["kind"], dt.date.fromisoformat(f["published_on"])) for f in about["files"])
    return Bundle(tables, files, dt.date.fromisoformat(about["retrieved_on"]), parameters, read_evidence())


def read_evidence() -> dict[str, Any]:
    """Read the back-test scores that the package carries; empty while they are being compiled for the first time."""
    path = resources.files("cliffhanger.sources") / FOLDER / "evidence.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found


def write_tables(folder: Path, tables: dict[str, pa.Table], about: dict[str, Any]) -> None:
    """Write tables and their provenance; the same tables give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        plain = table.replace_schema_metadata(None)
        pq.write_table(plain, folder / f"{name}.parquet", compression="zstd", compression_level=19, write_page_checksum=True)
    write_json(folder / "about.json", about)


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write plain data, one key a line, floats to seven significant digits."""
    path.write_text(json.dumps(_rounded(data), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.7g}")
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return value
