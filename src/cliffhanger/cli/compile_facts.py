"""``cliffhanger compile``: for maintainers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from cliffhanger.cli.options import Day, Json, Where, figures_of, print_json, say


def compile_facts(
    *,
    workspace: Where = None,
    out: Annotated[Path, Parameter(name=["--out", "-o"], help="Folder for the compiled facts.")],
    retrieved: Annotated[Day, Parameter(help="Day on which the newest file stood as it is.")],
    json: Json = False,
) -> None:
    """Compile the facts that the package carries from a workspace: tables, fitted parameters, back-test evidence.

    The same files give the same tables byte for byte and the same parameters to six digits.

    Example: cliffhanger compile --workspace W --out src/cliffhanger/sources/facts --retrieved 2025-07-02
    """
    import numpy as np

    from cliffhanger.backtest.run import evidence, run_backtest
    from cliffhanger.cli.backtest import SEED
    from cliffhanger.pipeline.compile import compile_parameters, compile_tables
    from cliffhanger.sources.bundled import write_json

    figures = figures_of(workspace)
    compile_tables(figures, out, retrieved_on=retrieved)
    compile_parameters(figures, out)
    write_json(
        out / "evidence.json", evidence(run_backtest(figures, origins=None, rng=np.random.default_rng(SEED), progress=say))
    )
    say(f"wrote {out}")
    if json:
        print_json({"written": sorted(path.name for path in out.iterdir())})
