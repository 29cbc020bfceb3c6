"""What every test may use, and what no test may do.

- Sockets reach this machine only (127.0.0.1, ::1, unix sockets).
- ``figures`` gives the folder of the publisher's files, ``chromium`` a browser; ``sealed`` takes files and
  sockets away.
- With ``CI=true`` a skipped test fails the run, except tests that need figures where there are none.
"""

from __future__ import annotations

import builtins
import io
import os
import re
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import hypothesis
import pytest

FIGURES_VARIABLE = "CLIFFHANGER_FIGURES"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CI = os.environ.get("CI", "").lower() in {"true", "1"}

ON_CLUSTER = re.compile(r"tests/engines/test_(spark|matrix|traps)\.py|test_in_place\.py::TestOnACluster")
HAD_SPARK = pytest.StashKey[bool]()
# As Python writes a connection that was opened by name (protocol 6); one that listens or was accepted has protocol 0.
LEFT_BY_SPARK = r"ignore:unclosed <socket.socket fd=\d+, family=2, type=1, proto=6, laddr=\('127\.0\.0\.1', :ResourceWarning"

hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if CI else "local")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Confine sockets before pytest-socket reads its options; an option given by hand wins."""
    config.option.allow_hosts = config.option.allow_hosts or "127.0.0.1,::1"
    config.option.allow_unix_socket = True


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Keep the tests of a file in one process, so that its fixtures are made once, and so all tests on Spark: one cluster.

    xdist's own groups do not reach the ids that pytest 9.2 gives.
    """
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "spark" if ON_CLUSTER.search(nodeid) else nodeid.partition("::")[0]

    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by the fixture that a test asks for, so that marker and need cannot come apart."""
    for item in items:
        needs = getattr(item, "fixturenames", ())
        if "figures" in needs:
            item.add_marker("figures")
        if "chromium" in needs:
            item.add_marker("browser")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that is marked ``figures`` but takes the folder by another way than the fixture."""
    if item.get_closest_marker("figures"):
        _figures()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """From the first test on Spark on, overlook connections to this machine that are left open, in this process only.

    pyspark leaves its own to the garbage collection, which may come in any later test, and that one would be blamed. Sockets
    that listen, that were accepted or that lead elsewhere are looked for as before.
    """
    stash = item.config.stash
    stash[HAD_SPARK] = stash.get(HAD_SPARK, False) or item.get_closest_marker("spark") is not None
    if stash[HAD_SPARK]:
        item.add_marker(pytest.mark.filterwarnings(LEFT_BY_SPARK))
    return (yield)


def _figures() -> Path:
    named = os.environ.get(FIGURES_VARIABLE)
    if not named:
        pytest.skip(f"{FIGURES_VARIABLE} names no folder with the publisher's files")
    folder = Path(named).resolve()
    if not folder.is_dir():
        pytest.fail(f"{FIGURES_VARIABLE} names a folder that is not there: {folder}")
    return folder


@pytest.fixture(scope="session")
def figures() -> Path:
    """Folder of the publisher's files."""
    return _figures()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium, for ``playwright``'s ``executable_path``."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip(f"no browser on this machine (looked for {', '.join(BROWSERS)})")
    return found


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A world without files and sockets, for code that may touch neither; importing still works.

    Compiled libraries open files by their own means and are not seen: the import contracts keep those out.
    """

    def refuse(*args: object, **_: object) -> NoReturn:
        raise AssertionError(f"the core opened a file or a socket: {args[:1]}")

    tmp_path_factory.getbasetemp()  # makes its folder now, should a test ask for one later
    with monkeypatch.context() as patch:
        patch.setattr(builtins, "open", refuse)
        patch.setattr(io, "open", refuse)
        patch.setattr(os, "open", refuse)
        patch.setattr(socket, "socket", refuse)
        yield


def _unexcused(reporter: pytest.TerminalReporter) -> list[str]:
    """Skipped tests that CI must not accept, each with its reason."""
    lines = []
    for report in reporter.stats.get("skipped", []):
        # A module that was skipped whole has no keywords: its report is one of collection.
        if "figures" in getattr(report, "keywords", ()) and not os.environ.get(FIGURES_VARIABLE):
            continue
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        lines.append(f"{report.nodeid}: {str(reason).removeprefix('Skipped: ')}")
    return sorted(set(lines))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """With CI=true, a skipped test fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if CI and reporter is not None and exitstatus == pytest.ExitCode.OK and _unexcused(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which skipped tests failed the run."""
    for line in _unexcused(terminalreporter) if CI else ():
        terminalreporter.write_line(f"CI: skipped, which counts as failed: {line}", red=True)
