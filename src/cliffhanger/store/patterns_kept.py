"""What was worked out of the grammar's patterns, kept from run to run, so that reading begins at once.

It lies beside the compiled modules (``__pycache__``), as what Python itself keeps of them does, or in the user's cache where that
folder cannot be written. It is no more than a memory: without it, or where it cannot be read, all is worked out again.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.util import cache_from_source
from pathlib import Path

from cliffhanger.claims import required, starts, worked_out
from cliffhanger.claims.patterns import INDEX
from cliffhanger.claims.starts import Form
from cliffhanger.claims.worked_out import WORKED_OUT, Key, Ways
from cliffhanger.store.versions import replace_durably

WORTH_KEEPING = 50  # patterns: to work them out takes as long as to write the file
_ROWS, _CODE = "patterns.json", "code"


def places(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the files in which it may lie, the best first; none beside the modules where Python keeps nothing there (``-B``)."""
    name = f"patterns.{sys.implementation.cache_tag}.zip"
    found = [] if sys.dont_write_bytecode else [Path(cache_from_source(worked_out.__file__)).with_name(name)]
    if "XDG_CACHE_HOME" in environment:
        found.append(Path(environment["XDG_CACHE_HOME"]) / "cliffhanger" / name)
    elif "HOME" in environment:
        found.append(Path(environment["HOME"]) / ".cache" / "cliffhanger" / name)
    return tuple(found)


@contextmanager
def patterns_kept(files: Sequence[Path] | None = None) -> Iterator[None]:
    """Know what earlier runs worked out, and keep what this one does."""
    files = places() if files is None else files
    for file in files:
        with suppress(OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile, zlib.error):
            WORKED_OUT.remember(*_read(file))
            break
    WORKED_OUT.learnt = 0
    try:
        yield
    finally:
        if WORKED_OUT.learnt >= WORTH_KEEPING:
            _keep(files)


def _keep(files: Iterable[Path]) -> None:
    content = _written()
    for file in files:
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_durably(file, content)
            return


def _stamp() -> str:
    """Return what all of it follows from besides the patterns themselves."""
    ours = hashlib.sha256()
    for module in (required, starts, worked_out):
        ours.update(Path(str(module.__file__)).read_bytes())
    return f"{starts.LIBRARY} {ours.hexdigest()}"


def _written() -> bytes:
    """Write down what is known of the patterns that the grammar has."""
    rows, code = [], io.BytesIO()
    for one in (*INDEX.patterns, *INDEX.new):
        key = Key(one.pattern, one.flags)
        ways, form = WORKED_OUT.ways.get(key), WORKED_OUT.forms.get(key)
        said = None if form is None else (form.flags, form.groups, form.names, len(form.code))
        rows.append((*key, None if ways is None else [[sorted(words) for words in way] for way in ways], said))
        code.write(b"" if form is None else form.code)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:  # without the time of writing: the same for the same patterns
        for name, content in ((_ROWS, json.dumps({"stamp": _stamp(), "rows": rows})), (_CODE, code.getvalue())):
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, compresslevel=1)
    return file.getvalue()


def _read(file: Path) -> tuple[dict[Key, Ways], dict[Key, Form]]:
    """Read what was written; raise ``ValueError`` for what follows from something else than what is here now."""
    with zipfile.ZipFile(file) as packed:
        told, code = json.loads(packed.read(_ROWS)), packed.read(_CODE)
    if told["stamp"] != _stamp():
        raise ValueError(file)
    ways: dict[Key, Ways] = {}
    forms: dict[Key, Form] = {}
    at = 0
    for pattern, flags, asked, said in told["rows"]:
        if asked is not None:
            ways[Key(pattern, flags)] = tuple(tuple(map(frozenset, way)) for way in asked)
        if said is not None:
            own_flags, groups, names, size = said
            forms[Key(pattern, flags)] = Form(own_flags, groups, names, code[at : at + size])
            at += size
    return ways, forms
