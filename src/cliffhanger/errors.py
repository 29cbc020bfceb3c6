"""Every error a user can meet, drawn as one tree; each names the remedy.

::

    CliffhangerError
    ├── UserError              the caller can mend it; exit code 2 to 7
    │   ├── UsageError         2  an option or value that cannot be (a future as-of day, an unknown format)
    │   ├── InputError         3  a file that is not what it should be (truncated, moved header, too large)
    │   ├── WorkspaceError     4  the workspace is missing, empty, locked or cannot be written
    │   ├── NotFoundError      5  no such series or season; carries "did you mean"
    │   ├── FetchError         6  the publisher could not be reached, or answered with something else
    │   └── EngineError        7  an engine is not installed, not reached, or has not got what the work needs
    └── InternalError          70 our bug: please report it
"""

from __future__ import annotations

from collections.abc import Sequence


class CliffhangerError(Exception):
    """Root of the tree: a message, the place it is about, and the remedy.

    Parameters
    ----------
    problem
        What is wrong, as one sentence without a full stop.
    place
        The file, sheet, row, option or address it is about; empty where there is none.
    remedy
        What to do about it, as one sentence without a full stop.
    """

    exit_code = 1

    def __init__(self, problem: str, *, place: str = "", remedy: str = "") -> None:
        self.problem = problem
        self.place = place
        self.remedy = remedy
        super().__init__(problem)

    def __str__(self) -> str:
        head = f"{self.place}: {self.problem}" if self.place else self.problem
        stop = "" if self.remedy.endswith("?") else "."
        return f"{head}. {self.remedy}{stop}" if self.remedy else f"{head}."


class UserError(CliffhangerError):
    """Something the caller can mend."""

    exit_code = 2


class UsageError(UserError):
    """An option or value that cannot be."""

    exit_code = 2


class InputError(UserError):
    """A file that is not what it should be; the workspace was left as it was."""

    exit_code = 3


class WorkspaceError(UserError):
    """The workspace is missing, empty, locked or cannot be written."""

    exit_code = 4


class NotFoundError(UserError):
    """No series or season of that name; ``suggestions`` are the nearest names, best first."""

    exit_code = 5

    def __init__(self, problem: str, *, suggestions: Sequence[str] = (), place: str = "", remedy: str = "") -> None:
        self.suggestions = tuple(suggestions)
        if suggestions:
            quoted = ", ".join(f'"{name}"' for name in suggestions)
            remedy = f"Did you mean {quoted}?" if not remedy else f"Did you mean {quoted}? {remedy}"
        super().__init__(problem, place=place, remedy=remedy.rstrip("."))


class FetchError(UserError):
    """The publisher could not be reached, or answered with something else."""

    exit_code = 6


class EngineError(UserError):
    """An engine is not installed, cannot be reached, or has not got the memory or files that the work needs."""

    exit_code = 7


class InternalError(CliffhangerError):
    """Our bug: the message says what was expected."""

    exit_code = 70
