"""Writing what was answered: to a file, or on standard output."""

from __future__ import annotations

from pathlib import Path

from cliffhanger.cli.options import say
from cliffhanger.errors import UsageError


def write(path: Path, content: str | bytes) -> None:
    """Write a file aside and put it in place, making its folder.

    Raises
    ------
    UsageError
        It names no file, or the folder cannot be written.
    """
    check_file(path)
    aside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        aside.replace(path)
    except OSError as error:
        raise UsageError(f"cannot be written ({error.strerror})", place=str(path), remedy="Name another place") from error


def check_file(path: Path) -> None:
    """Refuse a path that names no file, such as an empty one.

    Raises
    ------
    UsageError
        It has no name, or is a folder.
    """
    if not path.name or path.is_dir():
        raise UsageError(f'"{path}" names no file', place="--out", remedy="Name a file, such as answer.html")


def show(text: str, out: Path | None) -> None:
    """Print a text, or write it to a file and say so."""
    if out is None:
        print(text, end="")
    else:
        write_bytes(out, text.encode("utf-8"))


def write_bytes(out: Path, content: bytes) -> None:
    """Write a file and say so; raises as ``write`` does."""
    write(out, content)
    say(f"wrote {out}")
