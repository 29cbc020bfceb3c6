"""``cliffhanger dossier``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from cliffhanger.cli.from_log import Given, from_log
from cliffhanger.cli.given import assumed, changed, refuse
from cliffhanger.cli.options import MARKER, TO_FILE, USUAL_FORM, AsOf, Json, Where, figures_of, ledger_at, width
from cliffhanger.cli.writing import HTML, JSON, MARKDOWN, TEXT, form_of, show

Format = Literal["text", "html", "md", "json"]
ENDINGS: dict[Format, tuple[str, ...]] = {"text": TEXT, "html": HTML, "md": MARKDOWN, "json": JSON}
SEED = 20200101  # of the draws behind the intervals: the same question gives the same answer


def dossier(
    series: str,
    *,
    season: Annotated[int | None, Parameter(help="Number of the season; default: the latest.")] = None,
    workspace: Where = None,
    as_of: AsOf = None,
    assume: Annotated[
        tuple[str, ...], Parameter(negative=(), help="With a log: another value of an assumption, as name=value.")
    ] = (),
    rates: Annotated[Path | None, Parameter(help="With a log: rates of exchange, of day, currency, into, rate.")] = None,
    format: Annotated[Format | None, Parameter(help=f"text, html, md or json; {USUAL_FORM}")] = None,  # noqa: A002
    out: Annotated[Path | None, Parameter(name=["--out", "-o"], help=f"{TO_FILE}.")] = None,
    json: Json = False,
) -> None:
    """Everything about one season: will it come back, when, how many would watch, and what is not known.

    Of a series of the workspace's own viewing log: whether another season pays, with everything that it rests on.

    Example: cliffhanger dossier "Spinning Out" --out spinning-out.html
    """
    import numpy as np

    from cliffhanger.pipeline.dossier import dossier as assemble
    from cliffhanger.report.formats import FORMATS
    from cliffhanger.report.text import dossier_text

    form = form_of(format, out, ENDINGS, json=json)
    told = changed(dossier, {"assume": assume, "rates": rates})
    given = Given(as_of, assumed(list(assume)), None, "", None, None, rates, SEED)
    if _of_log(series, season, workspace, given, form, out):
        return
    refuse(told, because="it is no series of a viewing log", place=series)
    rng = np.random.default_rng(SEED)
    answer = assemble(figures_of(workspace), series, season=season, as_of=as_of, rng=rng, workspace=ledger_at(workspace))
    if out is None and form == "text":
        print(dossier_text(answer, width=width(), colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ), end="")
        return
    show(FORMATS[form].render(answer), out)


def _of_log(series: str, season: int | None, workspace: Path | None, given: Given, form: Format, out: Path | None) -> bool:
    """Answer from the workspace's log, where it has the series; whether it did."""
    folder = workspace or Path()
    if workspace is None and not Path(MARKER).is_file():
        return False
    from cliffhanger.pipeline.log_answers import log_has

    if not log_has(folder, series, as_of=given.as_of):
        return False
    from_log(folder, series, season, given, form, out, known=True)
    return True
