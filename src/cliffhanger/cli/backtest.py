"""``cliffhanger backtest``."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from cliffhanger.cli.options import Day, Json, Where, figures_of, print_json, say, width

SEED = 20231212


def backtest(
    *,
    workspace: Where = None,
    origin: Annotated[
        list[Day] | None, Parameter(help="A day to replay, repeatable; default: every quarter's end that can be.")
    ] = None,
    json: Json = False,
) -> None:
    """Replay past days on the figures on file and score what would have been said, beside the baselines.

    Example: cliffhanger backtest --workspace W --json
    """
    import numpy as np

    from cliffhanger.backtest.run import run_backtest
    from cliffhanger.dossier.plain import plain
    from cliffhanger.report.backtest import backtest_text

    result = run_backtest(
        figures_of(workspace), origins=tuple(origin) if origin else None, rng=np.random.default_rng(SEED), progress=say
    )
    if json:
        print_json(result)
    else:
        print(backtest_text(plain(result), width=width()))
