"""Files, folders, lists of files and standard input to articles: each read or refused, none lost."""

from __future__ import annotations

import datetime as dt
import difflib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from cliffhanger.claims.article import Article
from cliffhanger.errors import InputError
from cliffhanger.sources.articles.encoding import LARGEST_BYTES, check_size, decoded
from cliffhanger.sources.articles.page import article

SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".md")
_DAY = len("2024-05-01")
KEYS = frozenset({"id", "file", "published", "outlet"})  # of a list of articles


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read, and why."""

    id: str
    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Named:
    """A file to read, with what is known of it beside its own words."""

    id: str
    path: Path | None
    outlet: str | None = None
    published: dt.date | None = None


def named_in(manifest: Path) -> list[Named]:
    """Return the files that a manifest lists: one JSON object a line with ``id``, ``file``, ``published`` and ``outlet``.

    ``file`` is relative to the manifest and stays within its folder. Lines that are empty are passed over.

    Raises
    ------
    InputError
        For a line that is not such an object, an id given twice, or a file outside the folder; it names the line.
    """
    try:
        lines = manifest.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError) as error:
        raise InputError(
            f"The list of articles cannot be read: {error}", place=str(manifest), remedy="Give JSON lines in UTF-8"
        ) from error
    listed: list[Named] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        one = _entry(line, manifest, number)
        if one.id in seen:
            raise InputError(
                f'The id "{one.id}" is given twice', place=f"{manifest}:{number}", remedy="Give every article an id of its own"
            )
        seen.add(one.id)
        listed.append(one)
    return listed


def _entry(line: str, manifest: Path, number: int) -> Named:
    place = f"{manifest}:{number}"
    remedy = 'Write {"id": "a1", "file": "a1.html", "published": "2024-05-01", "outlet": "The Paper"}'
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"This line is no JSON object: {error}", place=place, remedy=remedy) from error
    if not isinstance(data, dict) or not all(isinstance(data.get(key), str) and data[key] for key in ("id", "file")):
        raise InputError("This line lacks an id or a file", place=place, remedy=remedy)
    _refuse_misspelt(data, place)
    path = _within(manifest.parent.resolve(), data["file"])
    if path is None:
        raise InputError(
            f'"{data["file"]}" lies outside the folder of the list',
            place=place,
            remedy="Put the articles beside or below the list",
        )
    return Named(data["id"], path, _text(data.get("outlet"), place), _day(data.get("published"), place))


def _refuse_misspelt(data: Mapping[str, object], place: str) -> None:
    """Refuse a key that is nearly one of a list: its article would come without a day or an outlet. Others may be there."""
    for key in data.keys() - KEYS:
        near = difflib.get_close_matches(key, KEYS - data.keys(), n=1, cutoff=0.75)
        if near:
            raise InputError(f'"{key}" is no key of a list', place=place, remedy=f'Did you mean "{near[0]}"?')


def _within(folder: Path, name: str) -> Path | None:
    """Return the path of a file that lies in a folder, links followed; None where it leads out of it or is no path."""
    try:
        path = (folder / name).resolve()
    except (OSError, ValueError, RuntimeError):  # a NUL in it, a loop of links
        return None
    return path if path.is_relative_to(folder) else None


def _text(value: object, place: str) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    raise InputError("The outlet is no text", place=place, remedy='Write "outlet": "The Paper", or leave it out')


def _day(value: object, place: str) -> dt.date | None:
    if value is None or value == "":
        return None
    try:
        if not isinstance(value, str) or (len(value) > _DAY and value[_DAY] not in "T "):
            raise ValueError  # noqa: TRY301
        return dt.date.fromisoformat(value[:_DAY])
    except ValueError:
        raise InputError(
            f'"{value}" is no day', place=place, remedy="Write the day of publication as 2024-05-01, or leave it out"
        ) from None


def named_at(places: Sequence[Path], *, outlet: str | None = None, published: dt.date | None = None) -> list[Named]:
    """Return the files at some places: a file is itself, a folder all texts and pages within it, ``-`` standard input.

    Of a folder what is named as a text or page is listed, be it a link that leads nowhere; `passed_over` says what is not.

    Raises
    ------
    InputError
        For a place that is not there, or a folder without any article.
    """
    listed: list[Named] = []
    for place in places:
        if str(place) == "-":
            listed.append(Named("stdin", None, outlet, published))
        elif place.is_dir():
            inside = [path for path in _inside(place) if path.suffix.lower() in SUFFIXES]
            if not inside:
                raise InputError(
                    "No article lies in this folder", place=str(place), remedy=f"Articles end in {', '.join(SUFFIXES)}"
                )
            listed += [Named(_name(path.relative_to(place)), path, outlet, published) for path in inside]
        elif place.is_file():
            listed.append(Named(_name(Path(place.name)), place, outlet, published))
        else:
            raise InputError(
                "There is no such file or folder", place=str(place), remedy="Give files, folders or - for standard input"
            )
    return _told_apart(listed)


def passed_over(places: Sequence[Path]) -> dict[str, int]:
    """Count what lies in some folders and is not named as a text or a page, by its ending; empty for no ending."""
    others = (path for place in places if place.is_dir() for path in _inside(place) if path.suffix.lower() not in SUFFIXES)
    return dict(sorted(Counter(_name(Path(path.suffix.lower())) if path.suffix else "" for path in others).items()))


def _inside(folder: Path) -> list[Path]:
    """Return what lies in a folder and below it but the folders themselves, in order."""
    return sorted(path for path in folder.rglob("*") if not path.is_dir())


def _name(path: Path) -> str:
    """Return a path as a name that can be printed and kept: file systems allow bytes that are no text."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _told_apart(listed: Sequence[Named]) -> list[Named]:
    """Give files of one name in several folders their whole path as id; a file that is named twice is read once."""
    once = list({one.path: one for one in listed}.values())
    names = Counter(one.id for one in once)
    return [replace(one, id=_name(one.path)) if one.path and names[one.id] > 1 else one for one in once]


def articles(listed: Sequence[Named], stdin: IO[bytes] | None = None) -> Iterator[Article | Refused]:
    """Yield each named file as an article or as refused with the reason, in order: as many as were named."""
    for one in listed:
        place = str(one.path or "standard input")
        try:
            raw = _bytes(one.path) if one.path else (stdin or sys.stdin.buffer).read(LARGEST_BYTES + 1)
            text, notes = decoded(raw, place)
            yield article(text, name=one.id, outlet=one.outlet, published=one.published, notes=notes)
        except InputError as error:
            yield Refused(one.id, place, error.problem)
        except OSError as error:
            yield Refused(one.id, place, error.strerror or str(error))


def _bytes(path: Path) -> bytes:
    """Read a file; a pipe or a device, which may never end, is none."""
    if path.exists() and not path.is_file():
        raise InputError("This is not a file", place=str(path), remedy="Give plain text or HTML")
    check_size(path.stat().st_size, str(path))
    with path.open("rb") as file:
        return file.read(LARGEST_BYTES + 1)
