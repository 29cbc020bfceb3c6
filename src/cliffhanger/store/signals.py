"""The signals of a workspace: one CSV file, which grows and is replaced in one instant."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence

from filelock import FileLock, Timeout

from cliffhanger.claims.campaign import Signal
from cliffhanger.errors import WorkspaceError
from cliffhanger.store.versions import replace_durably
from cliffhanger.store.workspace import Workspace

FILE = "signals.csv"
HEAD = ("series", "day", "kind", "value", "source")
LOCK_TIMEOUT_S = 30.0


def add_signals(workspace: Workspace, signals: Sequence[Signal]) -> int:
    """Add signals to those on file and return how many were new; one that is on file already adds nothing.

    Raises
    ------
    WorkspaceError
        When the file cannot be written.
    """
    path = workspace.path / FILE
    try:
        with FileLock(path.with_name(f"{FILE}.lock")).acquire(timeout=LOCK_TIMEOUT_S):
            held = set(signals_in(workspace))
            whole = sorted(held | set(signals), key=lambda one: (one.series, one.kind, one.day, one.value, one.source))
            text = io.StringIO()
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(HEAD)
            writer.writerows((one.series, one.day.isoformat(), one.kind, repr(one.value), one.source) for one in whole)
            replace_durably(path, text.getvalue().encode("utf-8"))
            return len(whole) - len(held)
    except (OSError, Timeout) as error:
        raise WorkspaceError(
            f"cannot be written ({error})", place=str(path), remedy="See to the rights of that folder"
        ) from error


def signals_in(workspace: Workspace) -> tuple[Signal, ...]:
    """Return the signals on file, in their order; none where none were pulled."""
    path = workspace.path / FILE
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Signal(row["series"], dt.date.fromisoformat(row["day"]), row["kind"], float(row["value"]), row["source"])
            for row in csv.DictReader(file)
        )
