"""``cliffhanger measure``."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from cliffhanger.cli.options import AsOf, Json, Where, print_json, say


def measure(
    *,
    workspace: Where = None,
    as_of: AsOf = None,
    engine: Annotated[Literal["clustered", "duckdb"], Parameter(help="What counts; the answers are equal.")] = "clustered",
    k: Annotated[int | None, Parameter(help="Smallest group shown; 1 shows everything. Default: 50.")] = None,
    title: Annotated[str | None, Parameter(help="Only this title_id, with the retention curve of its seasons.")] = None,
    territories: Annotated[
        bool, Parameter(negative=(), help="Show each territory in the text too; JSON has them always.")
    ] = False,
    json: Json = False,
) -> None:
    """Hours, views, starters, watchers, completers of every season by window and territory, from the workspace's log.

    Windows that have not elapsed are left open, never shown as small numbers.

    Example: cliffhanger measure --workspace W --as-of 2025-06-30
    """
    from pathlib import Path

    from cliffhanger.pipeline.measure import curve_points, measured, season_rows
    from cliffhanger.report.measured import curve_text, seasons_text
    from cliffhanger.store.workspace import Workspace

    opened = Workspace.open(workspace or Path())
    with measured(opened, as_of=as_of, engine=engine, k=k, progress=say) as found:
        rows = season_rows(found, title=title)
        if json:
            print_json(rows)
            return
        from cliffhanger.dossier.plain import plain

        print(seasons_text(plain(rows), territories=territories))
        if title is not None:
            for season in sorted({row.season for row in rows}):
                print(curve_text(plain(curve_points(found, title=title, season=season)), title=title, season=season))
