"""``cliffhanger world``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from cliffhanger.cli.options import Json, print_json
from cliffhanger.cli.telling import telling


def world(
    *,
    out: Annotated[Path | None, Parameter(name=["--out", "-o"], help="Folder for the tables; it must not be there yet.")] = None,
    accounts: Annotated[int, Parameter(help="Accounts: households that were members at some time of the log.")] = 20_000,
    seasons: Annotated[int, Parameter(help="Seasons in the catalogue.")] = 60,
    days: Annotated[int, Parameter(help="Days of the log; the last is the decision day.")] = 365,
    seed: Annotated[int, Parameter(help="Of all draws: equal seeds, equal tables.")] = 1,
    param: Annotated[
        tuple[str, ...],
        Parameter(name="--param", negative=(), help="Another value for a parameter, as name=value; may be repeated."),
    ] = (),
    files: Annotated[Literal["month", "day"], Parameter(help="One file of the viewing log for each.")] = "month",
    truth: Annotated[
        bool,
        Parameter(
            negative=(), help="Write the true effects and best slates too, to OUT-truth; up to 200,000 accounts and 60 seasons."
        ),
    ] = False,
    truth_in: Annotated[Path | None, Parameter(help="The same, to a folder outside OUT.")] = None,
    value_slate: Annotated[
        Path | None,
        Parameter(help="Write no world: value a set of orders, a JSON object of title and option, in the world of --truth-in."),
    ] = None,
    json: Json = False,
) -> None:
    """Write the tables of a simulated service whose truth is known.

    Example: cliffhanger world --out service --accounts 20000 --seasons 60 --days 365 --seed 7
    """
    if value_slate is not None:
        _value(value_slate, truth_in)
        return
    from cliffhanger.errors import UsageError
    from cliffhanger.pipeline.world import write_world
    from cliffhanger.world.parameters import parse

    if out is None:
        raise UsageError(
            "no folder for the tables", place="--out", remedy="Name one that is not there yet, such as --out service"
        )
    if truth and truth_in is None:
        truth_in = out.with_name(f"{out.name}-truth")
    with telling() as tell:
        written = write_world(
            out,
            accounts=accounts,
            seasons=seasons,
            days=days,
            seed=seed,
            overrides=parse(param),
            by=files,
            truth=truth_in,
            progress=tell,
        )
    if json:
        print_json(written)
    else:
        print(f"{written.folder}: {written.accounts:,} accounts, {written.seasons:,} seasons of {written.series:,} series,")
        print(f"{written.days:,} days, {written.sessions:,} sessions, seed {written.seed}")
        if written.truth:
            print(f"{written.truth}: its truth; README.txt there says what stands in it")


def _value(slate: Path, truth: Path | None) -> None:
    from cliffhanger.errors import UsageError
    from cliffhanger.pipeline.world_truth import read_slate, read_spec, value_slate

    if truth is None:
        raise UsageError(
            "no world in which to value it", place="--value-slate", remedy="Name its folder of truth with --truth-in"
        )
    print_json(value_slate(read_spec(truth), read_slate(slate)))
