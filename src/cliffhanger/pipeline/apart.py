"""Running a piece of work in a process of its own, so that a damaged file can end only that.

DuckDB says of itself that a damaged or crafted file may crash the process that reads it.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from cliffhanger.errors import InputError

Progress = Callable[[str], None]  # a message may end with the share done: "counting (40%)"


def run_apart(work: Callable[..., Any], *arguments: Any, place: str, progress: Progress) -> Any:
    """Run ``work(*arguments, progress)`` in a fresh process and hand back what it returns or raises.

    Parameters
    ----------
    work
        A function of a module; its arguments, what it returns and what it raises travel as pickles.
    place
        What it reads, for the message should its process die.
    progress
        Called here with what the work tells of itself there.

    Raises
    ------
    InputError
        The process died without an answer.
    Exception
        Whatever the work raised.
    """
    # A fresh interpreter: a copy of this one would share locks that other threads hold.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, work, arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        while True:
            kind, told = ours.recv()
            if kind == "progress":
                progress(told)
            elif kind == "raised":
                raise told
            else:
                return told
    except EOFError as error:
        process.join()
        how = signal.Signals(-process.exitcode).name if process.exitcode and process.exitcode < 0 else str(process.exitcode)
        raise InputError(
            f"the process that read it died ({how})",
            place=place,
            remedy="A file is damaged, or memory ran out: check the files against their origin, or set a memory limit",
        ) from error
    finally:
        ours.close()
        process.terminate()
        process.join()


def _work(theirs: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever waits is interrupted too, and ends this process
    try:
        answer = ("done", work(*arguments, lambda message: theirs.send(("progress", message))))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again where it was asked for
        answer = ("raised", error)
    try:
        theirs.send(answer)
    except (TypeError, AttributeError, ValueError) as error:  # an exception that cannot be pickled
        theirs.send(("raised", RuntimeError(f"{answer[1]!r} ({error})")))
