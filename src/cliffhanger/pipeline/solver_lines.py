"""What the solver prints, kept off standard output, where an answer is expected."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

# HiGHS prints it each time it repairs a solution, past Python and however silent it was told to be:
# https://github.com/jump-dev/HiGHS.jl/issues/312
SAYS_NOTHING = frozenset({b"HighsMipSolverData::transformNewIntegerFeasibleSolution tmpSolver.run();"})


@contextmanager
def solver_lines_apart() -> Iterator[None]:
    """Send what compiled code prints on standard output to standard error, without the lines that say nothing.

    What it prints on standard error itself is left alone.
    """
    sys.stdout.flush()
    kept = os.dup(1)
    with tempfile.TemporaryFile() as printed:
        os.dup2(printed.fileno(), 1)
        try:
            yield
        finally:
            _flush_compiled()
            os.dup2(kept, 1)
            os.close(kept)
            _pass_on(printed)


def _flush_compiled() -> None:
    """Write out what compiled code has buffered, while it still goes where it should."""
    library = ctypes.CDLL(None if os.name != "nt" else "msvcrt")
    library.fflush(None)


def _pass_on(printed: BinaryIO) -> None:
    printed.seek(0)
    told = b"".join(line for line in printed if line.strip() not in SAYS_NOTHING)
    if told:
        sys.stderr.write(told.decode(errors="replace"))
        sys.stderr.flush()
