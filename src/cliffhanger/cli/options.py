"""Options that several commands share, and where their figures come from."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from cliffhanger.errors import UsageError

if TYPE_CHECKING:
    from cliffhanger.pipeline.figures import Figures

MARKER = "cliffhanger.toml"
WIDTH = 80
TO_FILE = "Write to this file instead of standard output"
USUAL_FORM = "default: what the name of the --out file ends in, else text."


def day(text: str) -> dt.date:
    """Read a day as ``YYYY-MM-DD``.

    Raises
    ------
    UsageError
        It is none.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f'"{text}" is no day', remedy="Write it as YYYY-MM-DD, such as 2025-06-30") from error


def _converted(_hint: object, tokens: Any) -> dt.date:
    return day(tokens[0].value)


Day = Annotated[dt.date, Parameter(converter=_converted)]
AsOf = Annotated[
    dt.date | None,
    Parameter(
        name="--as-of", converter=_converted, help="Answer with what was known on this day; default: the last day covered."
    ),
]
KnownBy = Annotated[
    dt.date | None,
    Parameter(
        name="--as-of",
        converter=_converted,
        help="Answer with what was known on this day; default: the last on which an article came out or somebody decided.",
    ),
]
Where = Annotated[
    Path | None,
    Parameter(name=["--workspace", "-w"], help="Folder with the figures; default: this folder, else the package's own."),
]
Here = Annotated[Path | None, Parameter(name=["--workspace", "-w"], help="Folder of the workspace; default: this folder.")]
LedgerIn = Annotated[
    Path | None, Parameter(name=["--workspace", "-w"], help="Folder of the claims ledger; default: this folder.")
]
Json = Annotated[bool, Parameter(name="--json", negative=(), help="Print JSON on standard output.")]


def ledger_at(workspace: Path | None) -> Path | None:
    """Where the claims lie: the workspace named, or this folder if it is one."""
    return workspace or (Path() if Path(MARKER).is_file() else None)


def figures_of(workspace: Path | None) -> Figures:
    """The figures of a workspace, of the current folder if it is one; the package's where there is none, or only articles."""
    from cliffhanger.pipeline.figures import bundled_figures, only_articles, workspace_figures

    if workspace is None and not Path(MARKER).is_file():
        why = "No workspace here"
    elif only_articles(workspace or Path()):
        why = "The workspace has articles or signals and no figures"
    else:
        return workspace_figures(workspace or Path())
    figures = bundled_figures()
    say(f"{why}: answering from the figures that come with the package (published up to {figures.last_published}).")
    return figures


def say(message: str) -> None:
    """Tell how the work is going, on standard error."""
    print(message, file=sys.stderr, flush=True)


def print_json(value: object, *, one_line: bool = False) -> None:
    """Print a frozen record, or a list of them, as JSON; on one line, where one object follows another."""
    from cliffhanger.dossier.plain import plain

    print(json.dumps(plain(value), ensure_ascii=False, indent=None if one_line else 2))


def width() -> int:
    """Columns of the terminal, 80 where there is none."""
    import shutil

    return min(shutil.get_terminal_size((WIDTH, 24)).columns, 120) if sys.stdout.isatty() else WIDTH
