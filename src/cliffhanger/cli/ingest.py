"""``cliffhanger ingest``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from cliffhanger.cli.options import Here, Json, print_json
from cliffhanger.cli.telling import telling


def ingest(
    source: str,
    /,
    *,
    workspace: Here = None,
    memory: Annotated[str, Parameter(help="Memory that sorting may use before it goes to disk.")] = "2GB",
    json: Json = False,
) -> None:
    """Take a viewing log, whole or one more day, into the workspace's clustered store.

    SOURCE is a folder with viewing/, episodes, accounts, titles, costs as Parquet or CSV, a DuckDB file, or the URL of a
    warehouse. Rows that break the tables' rules are set aside with the reason; nothing is lost.

    Example: cliffhanger ingest exports/2025-11-22 --workspace W
    """
    from cliffhanger.pipeline.ingest import ingest as take

    with telling() as tell:
        taken = take(source, workspace=workspace or Path(), memory=memory, progress=tell)
    if json:
        print_json(taken)
        return
    if taken.on_file_before:
        print(f"These files were taken in before (number {taken.sequence}); nothing was done.")
    for table in taken.tables:
        print(f"{table.table}: {table.accepted:,} accepted + {table.quarantined:,} quarantined = {table.total:,} rows")
        for reason, rows in table.reasons.items():
            print(f"  {rows:,}: {reason}")
        if table.duplicates:
            print(f"  {table.duplicates:,} of the accepted were sessions that had arrived before; the first stands")
        if table.moved:
            print(f"  {table.moved:,} of the accounts have another territory now; they keep the first")
    if taken.restated:
        named = ", ".join(f"{title} {season}" for title, season in taken.restated[:10])
        more = f" and {len(taken.restated) - 10} more" if len(taken.restated) > 10 else ""
        print(f"Late rows change closed windows of {len(taken.restated)} seasons from now on: {named}{more}")
    print(f"On file: {taken.sessions:,} sessions up to {taken.last_day}")
