"""Compiling the facts that the package carries from the publisher's files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from cliffhanger.estimates.parameters import to_plain
from cliffhanger.estimates.returning import fit_returning
from cliffhanger.measurements.figures import known_weekly
from cliffhanger.measurements.season_ledger import season_ledger
from cliffhanger.pipeline.figures import Figures, ledger
from cliffhanger.sources.bundled import write_json, write_tables


def compile_tables(figures: Figures, folder: Path, *, retrieved_on: dt.date) -> None:
    """Write the tables that the package carries: of each list row its first version, of the reports the ledger's seasons.

    A report's other seasons answer no question: licensed ones without a release date matter only where the list has them too.
    """
    as_of = figures.last_published
    weekly = known_weekly(figures.loaded["weekly"], as_of=as_of).select(*figures.weekly.column_names)
    weekly_table = weekly.order_by("week", "category", "rank").to_pyarrow().cast(figures.weekly.schema)
    seasons = season_ledger(figures.loaded["weekly"], figures.loaded["halfyear"], as_of=as_of)
    ledger_table = seasons.to_pyarrow()
    dated = figures.halfyear.filter(pc.is_valid(figures.halfyear.column("release_date"))).column("series_key")
    keys = pa.chunked_array([pc.unique(dated), pc.unique(weekly_table.column("series_key"))])
    kept = figures.halfyear.filter(pc.is_in(figures.halfyear.column("series_key"), value_set=keys.combine_chunks()))
    order = [(name, "ascending") for name in ("period_end", "row", "series_key", "season")]
    about = {
        "what": "Figures and dates compiled from the files named; the files themselves are not part of the package.",
        "source": "Netflix: weekly Top 10 list (netflix.com/tudum/top10) and What We Watched reports (about.netflix.com)",
        "retrieved_on": retrieved_on.isoformat(),
        "files": [{"name": n, "kind": k, "published_on": d.isoformat()} for n, k, d in figures.files],
    }
    write_tables(folder, {"weekly": weekly_table, "halfyear": kept.sort_by(order), "ledger": ledger_table}, about)


def compile_parameters(figures: Figures, folder: Path) -> None:
    """Fit on the last day of the figures and write the parameters."""
    model = fit_returning(ledger(figures, as_of=figures.last_published))
    write_json(folder / "parameters.json", to_plain(model))
