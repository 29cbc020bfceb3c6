"""``cliffhanger world``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from cliffhanger.cli.options import Json, print_json, say


def world(
    *,
    out: Annotated[Path, Parameter(name=["--out", "-o"], help="Folder for the tables; it must not be there yet.")],
    accounts: Annotated[int, Parameter(help="Accounts: households that were members at some time of the log.")] = 20_000,
    seasons: Annotated[int, Parameter(help="Seasons in the catalogue.")] = 60,
    days: Annotated[int, Parameter(help="Days of the log; the last is the decision day.")] = 365,
    seed: Annotated[int, Parameter(help="Of all draws: equal seeds, equal tables.")] = 1,
    param: Annotated[
        tuple[str, ...],
        Parameter(name="--param", negative=(), help="Another value for a parameter, as name=value; may be repeated."),
    ] = (),
    files: Annotated[Literal["month", "day"], Parameter(help="One file of the viewing log for each.")] = "month",
    json: Json = False,
) -> None:
    """Write the tables of a simulated service whose truth is known.

    Example: cliffhanger world --out service --accounts 20000 --seasons 60 --days 365 --seed 7
    """
    from cliffhanger.pipeline.world import write_world
    from cliffhanger.world.parameters import parse

    written = write_world(
        out,
        accounts=accounts,
        seasons=seasons,
        days=days,
        seed=seed,
        overrides=parse(param),
        by=files,
        progress=say,
    )
    if json:
        print_json(written)
    else:
        print(f"{written.folder}: {written.accounts:,} accounts, {written.seasons:,} seasons of {written.series:,} series,")
        print(f"{written.days:,} days, {written.sessions:,} sessions, seed {written.seed}")
