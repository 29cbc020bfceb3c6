"""Writing what was answered: to a file, or on standard output."""

from __future__ import annotations

from pathlib import Path

from cliffhanger.cli.options import say
from cliffhanger.errors import UsageError


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


def show(text: str, out: Path | None) -> None:
    """Print a text, or write it to a file and say so."""
    if out is None:
        print(text, end="")
        return
    write(out, text)
    say(f"wrote {out}")


def write_bytes(out: Path, content: bytes) -> None:
    """Write a file, making its folder.

    Raises
    ------
    UsageError
        It cannot be written.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(content)
    except OSError as error:
        raise UsageError(f"cannot be written ({error.strerror})", place=str(out), remedy="Name another place") from error
    say(f"wrote {out}")
