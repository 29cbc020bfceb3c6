"""``cliffhanger check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from cliffhanger.cli.options import MARKER, Json, print_json, width
from cliffhanger.cli.telling import telling
from cliffhanger.errors import InputError


def check(
    source: str,
    *,
    workspace: Annotated[
        Path | None,
        Parameter(
            name=["--workspace", "-w"], help="Folder whose cliffhanger.toml maps your columns; default: this folder if it is one."
        ),
    ] = None,
    memory_limit: Annotated[str | None, Parameter(help="Most memory that DuckDB may take, such as 4GB.")] = None,
    temp_directory: Annotated[Path | None, Parameter(help="Folder for what does not fit into memory.")] = None,
    json: Json = False,
) -> None:
    """Check the tables of a viewing log where they lie: rows accepted, rows set aside and why. Nothing is written.

    SOURCE is a folder with viewing, episodes, accounts (and titles, costs) as Parquet or CSV, a DuckDB file, or an
    address such as postgres://HOST/DATABASE or spark://HOST:PORT/FOLDER.

    Example: cliffhanger check exports/2025-06 --workspace W
    """
    from cliffhanger.dossier.plain import plain
    from cliffhanger.pipeline.check import check as answer
    from cliffhanger.report.checks import check_text

    mapped = workspace or (Path() if Path(MARKER).is_file() else None)
    with telling() as tell:
        report = answer(source, workspace=mapped, memory_limit=memory_limit, temp_directory=temp_directory, progress=tell)
    if json:
        print_json(report)
    else:
        print(check_text(plain(report), width=width()))
    if report.refused:
        names = ", ".join(table.table for table in report.refused)
        raise InputError(f"refused for its shape: {names}", place=report.source, remedy="The report says why, and what to do")
