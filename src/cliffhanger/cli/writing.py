"""Writing what was answered: in which format, to a file or on standard output."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar, cast

from cliffhanger.cli.given import refuse
from cliffhanger.cli.options import say
from cliffhanger.errors import UsageError

Form = TypeVar("Form", bound=str)
TEXT, HTML, MARKDOWN, JSON, XLSX = (".txt",), (".html", ".htm"), (".md", ".markdown"), (".json",), (".xlsx",)  # endings of names


def form_of(
    asked: Form | None, out: Path | None, endings: Mapping[Form, tuple[str, ...]], *, json: bool = False, place: str = "--out"
) -> Form:
    """Tell the format of an answer: the one asked for, else the one that the file's name ends in, else the first.

    Parameters
    ----------
    endings
        Of a file's name, by format.
    json
        Whether JSON is asked for by an option of its own.
    place
        The option that names the file.

    Raises
    ------
    UsageError
        Two formats are asked for, the ending is of another or of none, the path names no file, or a workbook has none.
    """
    if json:
        refuse({"format"} if asked not in (None, "json") else (), because="it prints JSON", place="--json")
        asked = cast("Form", "json")
    if out is None:
        if asked == "xlsx":
            raise UsageError("a workbook is not printed", place="--format", remedy="Name a file with --out answer.xlsx")
        return asked or next(iter(endings))
    check_file(out, place)
    meant = [form for form, known in endings.items() if out.suffix.lower() in known]
    if out.suffix and not meant:
        remedy = "End it in " + " or ".join(f"{known[0]} ({form})" for form, known in endings.items())
        raise UsageError(f'no format here has files that end in "{out.suffix}"', place=place, remedy=remedy)
    if asked and meant and asked not in meant:
        remedy = f"End it in {endings[asked][0]}, or ask for {meant[0]}"
        raise UsageError(f'"{out.name}" ends as {meant[0]} does, and {asked} is asked for', place=place, remedy=remedy)
    return asked or next(iter([*meant, *endings]))


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


def check_file(path: Path, place: str = "--out") -> None:
    """Refuse a path that names no file, such as an empty one.

    Raises
    ------
    UsageError
        It has no name, or is a folder.
    """
    if not path.name or path.is_dir():
        raise UsageError(f'"{path}" names no file', place=place, remedy="Name a file, such as answer.html")


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
