"""Telling how long work is going, on standard error: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cliffhanger.cli.options import say

SHARE = re.compile(r"^(?P<stage>.*) \((?P<percent>\d+)%\)$")
STEP = 10  # percent between two lines


@contextmanager
def telling() -> Iterator[Callable[[str], None]]:
    """Yield what work tells its progress to; nothing of a bar is left on the screen.

    A message that ends with the share done, such as ``counting (40%)``, moves the bar; another one begins a new stage.
    """
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    shown = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*shown, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=None)

        def tell(message: str) -> None:
            stage, percent = _parted(message)
            bar.update(task, description=stage, total=None if percent is None else 100, completed=percent or 0)

        yield tell


class _Lines:
    """A line for every stage, and for every tenth of it."""

    def __init__(self) -> None:
        self._last: tuple[str, int] | None = None

    def __call__(self, message: str) -> None:
        stage, percent = _parted(message)
        at = (re.sub(r"[\d,]+ of", "of", stage), (percent or 0) // STEP)
        if at != self._last:
            say(message)
        self._last = at


def _parted(message: str) -> tuple[str, int | None]:
    found = SHARE.match(message)
    return (found["stage"], int(found["percent"])) if found else (message, None)
