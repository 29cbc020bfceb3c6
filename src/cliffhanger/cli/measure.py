"""``cliffhanger measure``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter

from cliffhanger.cli.options import MARKER, AsOf, Here, Json, print_json, width
from cliffhanger.cli.telling import telling
from cliffhanger.cli.writing import form_of, show
from cliffhanger.errors import UsageError

DEFINED = {
    "seasons": ("hours", "views", "starters", "watchers", "completers", "completion_rate", "share_reached", "hazard"),
    "first-streams": ("first_streams",),
    "incremental-joins": ("incremental_joins",),
    "view-share": ("view_share", "adjusted_view_share"),
    "attribution": ("pro_rata", "user_centric", "equal_split", "last_touch", "leave_one_out"),
    "overlap": ("overlap",),
    "reach": ("union_reach",),
    "retention": ("retention_statistics", "watched_retention"),
}
What = Literal["seasons", "first-streams", "incremental-joins", "view-share", "attribution", "overlap", "reach", "retention"]


def measure(
    what: Annotated[What, Parameter(help="What is measured; docs/measures.md defines each.")] = "seasons",
    /,
    *,
    workspace: Here = None,
    as_of: AsOf = None,
    engine: Annotated[
        Literal["clustered", "duckdb", "spark"] | None,
        Parameter(help="What counts seasons; the answers are equal. Default: clustered, with --log duckdb."),
    ] = None,
    log: Annotated[
        str | None,
        Parameter(help="A log to measure where it lies, not taken in: DIR, a DuckDB file, spark://HOST:PORT/DIR, catalogue."),
    ] = None,
    k: Annotated[int | None, Parameter(help="Smallest group shown; 1 shows everything. Default: 50.")] = None,
    title: Annotated[
        list[str] | None,
        Parameter(negative=(), help="Only this title_id, with the retention curve of its seasons; may be repeated."),
    ] = None,
    territories: Annotated[
        bool, Parameter(negative=(), help="Show each territory in the text too; JSON has them always.")
    ] = False,
    figure: Annotated[Path | None, Parameter(help="Draw the retention curve of the --title as SVG into this file.")] = None,
    json: Json = False,
) -> None:
    """Hours, views, starters, watchers, completers of every season by window and territory; or another measure of the log.

    The log is the workspace's own, taken in by `cliffhanger ingest`, or with --log (or [log] source in cliffhanger.toml) one
    that DuckDB or the Spark cluster of [engines.spark] reads where it lies. Windows that have not elapsed are left open, never
    shown as small numbers.

    Example: cliffhanger measure --workspace W --title s0001 --figure s0001.svg

    Example: cliffhanger measure overlap --workspace W --as-of 2025-06-30

    Example: cliffhanger measure --engine spark --log spark://head:7077/shared/log
    """
    titles = tuple(title or ())
    if what != "seasons":
        _refuse(what, engine=engine, log=log, territories=territories, figure=figure)
        _other(what, workspace or Path(), as_of=as_of, k=k, titles=titles, json=json)
        return
    if figure is not None and len(titles) != 1:
        raise UsageError("a figure shows one title", place="--figure", remedy="Name it by --title")
    if figure is not None:
        form_of(None, figure, {"svg": (".svg",)}, place="--figure")
    needed = log is None or workspace is not None or Path(MARKER).is_file()
    by = engine or ("clustered" if log is None else "duckdb")
    rows, curves = _seasons(workspace or Path() if needed else None, as_of=as_of, engine=by, k=k, log=log, titles=titles)
    if figure is not None:
        from cliffhanger.report.retention_figure import retention_figure

        drawn = retention_figure({season: points for (_, season), points in curves.items()}, title=titles[0])
        show(drawn, figure)
    if json:
        print_json(rows)
        return
    from cliffhanger.dossier.plain import plain
    from cliffhanger.report.measured import curve_text, seasons_text

    print(seasons_text(plain(rows), territories=territories))
    for (name, season), points in curves.items():
        print(curve_text(points, title=name, season=season))
    _define("seasons")


def _seasons(workspace: Path | None, *, as_of: Any, engine: Any, k: int | None, log: str | None, titles: tuple[str, ...]) -> Any:
    """The season table, and the retention curve of every season of the titles that were named."""
    from cliffhanger.dossier.plain import plain
    from cliffhanger.pipeline.measure import curve_points, measured, season_rows
    from cliffhanger.store.workspace import Workspace

    opened = None if workspace is None else Workspace.open(workspace)
    with telling() as tell, measured(opened, as_of=as_of, engine=engine, k=k, progress=tell, log=log) as found:
        rows = [row for title in titles for row in season_rows(found, title=title)] if titles else season_rows(found)
        named = sorted({(row.title_id, row.season) for row in rows}) if titles else []
        return rows, {key: plain(curve_points(found, title=key[0], season=key[1])) for key in named}


def _other(what: What, workspace: Path, *, as_of: Any, k: int | None, titles: tuple[str, ...], json: bool) -> None:
    from cliffhanger.pipeline.more_measures import measured_table
    from cliffhanger.store.workspace import Workspace

    with telling() as tell:
        found = measured_table(Workspace.open(workspace), what, as_of=as_of, k=k, titles=titles, progress=tell)
    if json:
        print_json(found)
        return
    from cliffhanger.dossier.plain import plain
    from cliffhanger.report.more_measures import more_text

    print(more_text(plain(found)))
    _define(what)


def _define(what: What) -> None:
    from cliffhanger.measurements.catalogue import MEASURES
    from cliffhanger.report.measures_page import footnotes

    print(f"\n{footnotes(MEASURES, DEFINED[what], width=width())}")


def _refuse(what: What, **given: Any) -> None:
    for name, value in given.items():
        if value:
            problem = f"{what} is measured from the workspace's own log, for all territories together"
            raise UsageError(problem, place=f"--{name}", remedy="Leave the option away; it belongs to the season table")
