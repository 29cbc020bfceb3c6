"""Where the tests of the claims ledger keep theirs: a workspace's SQLite file, or a new database of a real PostgreSQL."""

from __future__ import annotations

import itertools
from pathlib import Path

import psycopg
import pytest

from cliffhanger.store.workspace import Workspace
from tests.servers.postgres import postgres

__all__ = ["KINDS", "new_ledger", "postgres"]

KINDS = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))
_numbers = itertools.count(1)


def new_ledger(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """Where ``Ledger.open`` finds a ledger that is not there yet."""
    if kind == "sqlite":
        return str(Workspace.create(folder / "w").path)
    server = request.getfixturevalue("postgres")
    name = f"ledger_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server.rpartition('/')[0]}/{name}"
