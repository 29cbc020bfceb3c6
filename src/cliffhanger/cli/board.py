"""``cliffhanger board``."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from cliffhanger.cli.options import AsOf, Day, Json, Where, figures_of, ledger_at, print_json, width

SHOWN = 25


def board(
    *,
    workspace: Where = None,
    as_of: AsOf = None,
    by: Annotated[Day | None, Parameter(help="Ask for a return by this day; default: a year after --as-of.")] = None,
    limit: Annotated[int, Parameter(help="Rows of the table; 0 shows all. JSON and CSV are always whole.")] = SHOWN,
    json: Json = False,
    csv: Annotated[bool, Parameter(negative=(), help="Print CSV on standard output.")] = False,
) -> None:
    """Will and when for every season that is not known to be back, likeliest first; an owner's word on file is taken in.

    Example: cliffhanger board --as-of 2025-06-30 --by 2026-06-30
    """
    from cliffhanger.dossier.plain import plain
    from cliffhanger.pipeline.board import board as answer
    from cliffhanger.pipeline.board import settle_by

    rows = answer(figures_of(workspace), as_of=as_of, by=by, workspace=ledger_at(workspace))
    if json:
        print_json(rows)
        return

    from cliffhanger.report.board import board_csv, board_text

    if csv:
        print(board_csv(plain(rows)), end="")
    else:
        until = settle_by(by, as_of=rows[0].as_of)
        print(board_text(plain(rows), width=width(), limit=limit, by=until))
