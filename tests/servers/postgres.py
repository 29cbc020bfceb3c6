"""A PostgreSQL of our own on loopback, in a temporary folder, for tests marked ``postgres``."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

DEBIAN = Path("/usr/lib/postgresql")


def _binaries() -> Path | None:
    """Folder of ``initdb`` and ``pg_ctl``: on the path, else the newest that Debian has installed."""
    on_path = shutil.which("pg_ctl")
    if on_path and shutil.which("initdb"):
        return Path(on_path).parent
    versions = sorted(DEBIAN.glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    return versions[-1].parent if versions else None


def _unprivileged() -> dict[str, str | list[str]]:
    """Whom to run as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    known = {user.pw_name for user in pwd.getpwall()}
    name = "postgres" if "postgres" in known else "nobody"
    return {"user": name, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Address of an empty database; the server ends with the tests."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL on this machine (looked for pg_ctl on the path and under /usr/lib/postgresql)")
    runner = _unprivileged()
    # Not pytest's own folder: that one is closed to the user that the server runs as.
    folder = Path(tempfile.mkdtemp(prefix="cliffhanger-postgres-"))
    if runner:
        shutil.chown(folder, str(runner["user"]))
    data, port = folder / "data", _free_port()
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"

    def run(*command: str | Path) -> None:
        outcome = subprocess.run(
            [str(word) for word in command], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, check=False, **runner,
        )  # fmt: skip
        if outcome.returncode:
            log = folder / "log"
            pytest.fail(f"{command[0]}: {outcome.stdout}{log.read_text() if log.exists() else ''}")

    try:
        run(binaries / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        # Its output must not be a pipe of ours: the server would keep that open.
        run(binaries / "pg_ctl", "-D", data, "-l", folder / "log", "-o", settings, "-w", "-t", "60", "start")
        try:
            yield f"postgres://tester@127.0.0.1:{port}/postgres"
        finally:
            run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
