"""``cliffhanger demo``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from cliffhanger.cli.options import Json, print_json, say, width

FOLDER = Path("cliffhanger-demo")
SERIES = "Spinning Out"


def demo(
    *,
    out: Annotated[Path, Parameter(name=["--out", "-o"], help="Folder for the dossiers.")] = FOLDER,
    json: Json = False,
) -> None:
    """The board and two dossiers from the figures that come with the package, offline.

    Example: cliffhanger demo
    """
    import numpy as np

    from cliffhanger.cli.dossier import SEED
    from cliffhanger.cli.writing import write
    from cliffhanger.dossier.plain import plain
    from cliffhanger.pipeline.board import board, settle_by
    from cliffhanger.pipeline.dossier import dossier
    from cliffhanger.pipeline.figures import bundled_figures
    from cliffhanger.report.board import board_text
    from cliffhanger.report.formats import FORMATS
    from cliffhanger.report.text import dossier_text

    figures = bundled_figures()
    rows = board(figures, as_of=None, by=None)
    shown = dossier(figures, SERIES, season=None, as_of=None, rng=np.random.default_rng(SEED))
    likely = next(row for row in rows if row.listed and row.first_season)
    other = dossier(figures, likely.series, season=likely.season, as_of=None, rng=np.random.default_rng(SEED))
    if json:
        print_json({"board": rows, "dossier": shown})
    else:
        print(board_text(plain(rows), width=width(), limit=12, by=settle_by(None, as_of=rows[0].as_of)))
        print(dossier_text(shown, width=width()), end="")
    for answer in (shown, other):
        name = "-".join("".join(ch if ch.isalnum() else " " for ch in answer.series.lower()).split())
        path = out / f"{name}.html"
        write(path, FORMATS["html"].render(answer))
        say(f"wrote {path}")
