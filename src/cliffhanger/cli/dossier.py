"""``cliffhanger dossier``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from cliffhanger.cli.options import AsOf, Json, Where, figures_of, say, width
from cliffhanger.errors import UsageError

Format = Literal["text", "html", "md", "json"]
SEED = 20200101  # of the draws behind the intervals: the same question gives the same answer


def dossier(
    series: str,
    *,
    season: Annotated[int | None, Parameter(help="Number of the season; default: the latest.")] = None,
    workspace: Where = None,
    as_of: AsOf = None,
    format: Annotated[Format, Parameter(help="text, html, md or json.")] = "text",  # noqa: A002
    out: Annotated[Path | None, Parameter(name=["--out", "-o"], help="Write to this file instead of standard output.")] = None,
    json: Json = False,
) -> None:
    """Everything about one season: will it come back, when, how many would watch, and what is not known.

    Example: cliffhanger dossier "Spinning Out" --format html --out spinning-out.html
    """
    import numpy as np

    from cliffhanger.pipeline.dossier import dossier as assemble
    from cliffhanger.report.formats import FORMATS
    from cliffhanger.report.text import dossier_text

    rng = np.random.default_rng(SEED)
    answer = assemble(figures_of(workspace), series, season=season, as_of=as_of, rng=rng)
    if out is None and format == "text" and not json:
        print(dossier_text(answer, width=width(), colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ), end="")
        return
    rendered = FORMATS["json" if json else format].render(answer)
    if out is None:
        print(rendered, end="")
        return
    write(out, rendered)
    say(f"wrote {out}")


def write(path: Path, text: str) -> None:
    """Write a file aside and put it in place.

    Raises
    ------
    UsageError
        The folder cannot be written.
    """
    aside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        raise UsageError(f"cannot be written ({error.strerror})", place=str(path), remedy="Name another place") from error
