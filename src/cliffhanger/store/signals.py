"""The signals of a workspace: one CSV file, which grows and is replaced in one instant; the last pull can be taken back."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from cliffhanger.claims.campaign import Signal
from cliffhanger.errors import WorkspaceError
from cliffhanger.store.versions import replace_durably
from cliffhanger.store.workspace import Workspace

FILE = "signals.csv"
BEFORE = "signals.before.csv"  # what was on file before the last pull, while that can be taken back
HEAD = ("series", "day", "kind", "value", "source")
LOCK_TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class SignalsGone:
    """A pull of signals that was taken back: the file and how many rows went from it."""

    name: str
    rows: int


def add_signals(workspace: Workspace, signals: Sequence[Signal]) -> int:
    """Add signals to those on file and return how many were new; one that is on file already adds nothing.

    Raises
    ------
    WorkspaceError
        When the file cannot be written.
    """
    path = workspace.path / FILE
    with _writing(path):
        held = signals_in(workspace)
        whole = sorted({*held, *signals}, key=lambda one: (one.series, one.kind, one.day, one.value, one.source))
        if len(whole) > len(held):
            replace_durably(path.with_name(BEFORE), _text(held))
            replace_durably(path, _text(whole))
        return len(whole) - len(held)


def undo_signals(workspace: Workspace) -> SignalsGone | None:
    """Go back to the signals before the last pull of any, once; None where the last pull was of something else.

    Raises
    ------
    WorkspaceError
        When the file cannot be written.
    """
    path = workspace.path / FILE
    before = path.with_name(BEFORE)
    if not before.exists():
        return None
    with _writing(path):
        count = len(signals_in(workspace))
        before.replace(path)
        return SignalsGone(FILE, count - len(signals_in(workspace)))


def keep_signals(workspace: Workspace) -> None:
    """Let the last pull of signals stand, because another pull came after it and is the one to take back."""
    (workspace.path / BEFORE).unlink(missing_ok=True)


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


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        with FileLock(path.with_name(f"{FILE}.lock")).acquire(timeout=LOCK_TIMEOUT_S):
            yield
    except (OSError, Timeout) as error:
        raise WorkspaceError(
            f"cannot be written ({error})", place=str(path), remedy="See to the rights of that folder"
        ) from error


def _text(signals: Sequence[Signal]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows((one.series, one.day.isoformat(), one.kind, repr(one.value), one.source) for one in signals)
    return text.getvalue().encode("utf-8")
