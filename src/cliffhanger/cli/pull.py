"""``cliffhanger pull``."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from cliffhanger.cli.options import Here, Json, day, print_json, say
from cliffhanger.errors import UsageError

app = App(name="pull", help="Take public figures into a workspace; every published version is kept.")


@app.command
def netflix(
    *,
    from_: Annotated[Path | None, Parameter(name="--from", help="Read files from this folder instead of fetching them.")] = None,
    workspace: Here = None,
    published: Annotated[list[str] | None, Parameter(help="When a report came out, as 2024H2=2025-02-26; repeatable.")] = None,
    header_row: Annotated[int | None, Parameter(help="Row of the header in the reports, if their layout has moved.")] = None,
    json: Json = False,
) -> None:
    """The weekly Top 10 list and the half-yearly engagement reports, from their publisher or from files.

    Example: cliffhanger pull netflix --from downloads --workspace W
    """
    from stamina.instrumentation import set_on_retry_hooks

    from cliffhanger.pipeline.pull import pull_files, pull_publisher

    set_on_retry_hooks([lambda retry: say(f"trying again in {retry.wait_for:.0f} s: {retry.caused_by}")])
    where = workspace or Path()
    days = dict(_published(text) for text in published or ())
    options = {"published": days, "header_row": header_row, "now": dt.datetime.now(tz=dt.UTC), "progress": say}
    pulled = pull_files(from_, where, **options) if from_ else pull_publisher(where, **options)  # type: ignore[arg-type]
    if json:
        print_json(pulled)
        return
    for file in pulled.files:
        reasons = "; ".join(f"{count:,} {reason}" for reason, count in file.refused.items())
        before = " (already on file)" if file.on_file_before else ""
        print(f"{file.name}{before}: published {file.published_on}, covers up to {file.covers_until}")
        print(f"  {file.kept:,} season rows + {file.total - file.kept:,} set aside = {file.total:,} rows")
        print(f"  set aside: {reasons}")


@app.command
def signals(
    *,
    from_: Annotated[Path, Parameter(name="--from", help="CSV or Parquet with series, day, kind, value and, if known, source.")],
    workspace: Here = None,
) -> None:
    """Signals of fan campaigns over time: signatures so far, and posts, page views or searches of a day, from a file.

    They are shown by `cliffhanger status` and `dossier` and move no forecast. Pulling the same rows again adds nothing.

    Example: cliffhanger pull signals --from petition.csv --workspace W
    """
    from cliffhanger.pipeline.known import take_signals

    table, new = take_signals(from_, workspace or Path())
    print(
        f"{len(table.rows):,} taken + {len(table.set_aside):,} set aside = {len(table.rows) + len(table.set_aside):,} rows; "
        f"{new:,} new"
    )
    for one in table.set_aside:
        print(f"  line {one.line}: {one.reason}")


@app.command
def undo(*, workspace: Here = None, json: Json = False) -> None:
    """Take the last pull back, of figures or of signals.

    Example: cliffhanger pull undo --workspace W
    """
    from cliffhanger.pipeline.pull import undo_pull
    from cliffhanger.store.signals import SignalsGone

    gone = undo_pull(workspace or Path())
    if json:
        print_json(gone)
        return
    for one in gone:
        print(f"{one.name}: {f'{one.rows:,} rows ' if isinstance(one, SignalsGone) else ''}no longer on file")


def _published(text: str) -> tuple[str, dt.date]:
    period, equals, when = text.partition("=")
    if not equals or not re.fullmatch(r"20\d\dH[12]", period):
        raise UsageError(f'"{text}" is not HALF-YEAR=DAY', place="--published", remedy="Write it as 2024H2=2025-02-26")
    return period, day(when)
