"""The command line: asks the pipeline and shows the answer. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError

from cliffhanger import __version__
from cliffhanger.cli import (
    backtest,
    board,
    check,
    compile_facts,
    decide,
    demo,
    dossier,
    ingest,
    measure,
    pull,
    read,
    slate,
    status,
    world,
)
from cliffhanger.errors import CliffhangerError, UserError

USAGE_EXIT = 2
INTERRUPTED_EXIT = 130
BUG_EXIT = 70

EXIT_CODES = """Exit codes: 0 done; 2 an option or value that cannot be; 3 a file that is not what it should be;
4 the workspace is missing, empty or cannot be written; 5 no such series or season;
6 the publisher could not be reached; 7 an engine is not installed or not reached; 70 our bug."""

app = App(
    name="cliffhanger",
    help="Will a series come back, and when? Evidence with intervals, sources and back-tests.",
    help_epilogue=EXIT_CODES,
    version=__version__,
)
app.command(demo.demo)
app.command(board.board)
app.command(dossier.dossier)
app.command(decide.decide)
app.command(slate.slate)
app.command(backtest.backtest)
app.command(read.read)
app.command(status.status)
app.command(status.claims)
app.command(pull.app)
app.command(check.check)
app.command(world.world)
app.command(ingest.ingest)
app.command(measure.measure)
app.command(compile_facts.compile_facts, name="compile")


def main(tokens: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    sys.exit(run(sys.argv[1:] if tokens is None else tokens))


def run(tokens: Sequence[str]) -> int:
    """Run one command; errors become one message on standard error and an exit code."""
    try:
        app(list(tokens), exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        return _complain(f"{error}\nSee `cliffhanger --help`.", USAGE_EXIT)
    except UserError as error:
        return _complain(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _complain("interrupted; nothing was left half done", INTERRUPTED_EXIT)
    except BrokenPipeError:
        # Whoever read our output has had enough; keep the interpreter from complaining about it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("CLIFFHANGER_DEBUG"):
            raise
        told = str(error) if isinstance(error, CliffhangerError) else f"{type(error).__name__}: {error}"
        hint = "This is our bug, please report it; CLIFFHANGER_DEBUG=1 shows where it happened."
        return _complain(f"{told}\n{hint}", BUG_EXIT)
    return 0


def _complain(message: str, code: int) -> int:
    print(f"cliffhanger: {message}", file=sys.stderr)
    return code
