"""Which Java a Spark driver is started with."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cliffhanger.errors import EngineError

VERSIONS = (17, 21)  # those that Spark 4.0 runs on; from 24 on a call that it makes is gone
PLACES = (Path("/usr/lib/jvm"), Path("/Library/Java/JavaVirtualMachines"))
REMEDY = "Install OpenJDK 17 (Debian: apt-get install openjdk-17-jre-headless), or let JAVA_HOME name one"


def java_home(environment: Mapping[str, str] = os.environ, places: tuple[Path, ...] = PLACES) -> Path:
    """Folder of a Java that Spark runs on: ``JAVA_HOME`` if it is set, else a 17 of the path or this machine, else a 21.

    Raises
    ------
    EngineError
        There is none, or ``JAVA_HOME`` names one of another version.
    """
    named = environment.get("JAVA_HOME")
    if named:
        found = _version(Path(named))
        if found not in VERSIONS:
            problem = f"it is Java {found}, Spark 4.0 runs on 17 and 21" if found else "there is no Java in that folder"
            raise EngineError(problem, place=f"JAVA_HOME={named}", remedy=REMEDY)
        return Path(named)
    on_path = shutil.which("java", path=environment.get("PATH"))
    homes = [Path(on_path).resolve().parents[1]] if on_path else []
    homes += [home for place in places for home in sorted([*place.glob("*"), *place.glob("*/Contents/Home")])]
    fitting = [home for home in homes if _version(home) in VERSIONS]
    if not fitting:
        others = sorted({found for home in homes if (found := _version(home))})
        had = f"; there is Java {', '.join(map(str, others))}" if others else ""
        raise EngineError(f"Spark 4.0 needs Java 17 or 21 on this machine{had}", remedy=REMEDY)
    return min(fitting, key=lambda home: VERSIONS.index(_version(home) or 0))


@contextmanager
def java_named(home: Path) -> Iterator[None]:
    """While a driver starts, ``JAVA_HOME`` names its Java; afterwards it is as it was."""
    before = os.environ.get("JAVA_HOME")
    os.environ["JAVA_HOME"] = str(home)
    try:
        yield
    finally:
        if before is None:
            del os.environ["JAVA_HOME"]
        else:
            os.environ["JAVA_HOME"] = before


def _version(home: Path) -> int | None:
    """Major version of a Java, from its ``release`` file; null where there is none."""
    if not (home / "bin" / "java").exists():
        return None
    try:
        stated = re.search(r'^JAVA_VERSION="(\d+)', (home / "release").read_text(encoding="utf-8"), flags=re.MULTILINE)
    except OSError:
        return None
    return int(stated[1]) if stated else None
