"""ARCHITECTURE.md against the code, and the rules that import-linter cannot see."""

from __future__ import annotations

import ast
import importlib
import json
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "cliffhanger"
PYPROJECT = ROOT / "pyproject.toml"
LINTER = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]
LAYERS: list[str] = LINTER["contracts"][0]["layers"]
CORE = (
    "errors",
    "terms",
    "assumptions",
    "records",
    "service_records",
    "measurements",
    "estimates",
    "claims",
    "world",
    "decision",
    "dossier",
)

MODULE_CEILING = 400
FUNCTION_CEILING = 60
NAMELESS = {"utils", "util", "helpers", "helper", "misc", "base", "common"}
HEAVY = {"numpy", "scipy", "ibis", "duckdb", "pandas", "pyarrow"}
CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"}


def top_level_modules() -> set[str]:
    names = {path.stem for path in PACKAGE.glob("*.py")}
    names |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    return names - {"__init__", "__main__"}


def floors() -> dict[str, int]:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    return {name: int(floor) for name, floor in re.findall(r"^\| `(\w+)` \| (\d+) \|", page, flags=re.MULTILINE)}


def source_files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in source_files():
        yield path.relative_to(PACKAGE), ast.parse(path.read_text(encoding="utf-8"))


def core_trees() -> Iterator[tuple[Path, ast.Module]]:
    return ((path, tree) for path, tree in trees() if path.parts[0].removesuffix(".py") in CORE)


# The page


def test_every_module_has_a_floor_and_every_floor_its_module():
    assert set(floors()) == top_level_modules()


def test_floors_agree_with_the_layers():
    on_page = floors()
    layers = [[name.strip() for name in layer.split("|")] for layer in reversed(LAYERS)]
    assert {name for layer in layers for name in layer} == set(on_page)
    numbers = [{on_page[name] for name in layer} for layer in layers]
    assert [len(number) for number in numbers] == [1] * len(layers), "a layer has modules with different floor numbers"
    rising = [number for (number,) in numbers]
    assert rising == sorted(set(rising)), "the floor numbers do not rise with the layers"


def test_the_core_of_the_contract_is_the_core_here():
    contract = next(c for c in LINTER["contracts"] if c["name"].startswith("The deciding core"))
    assert {name.removeprefix("cliffhanger.") for name in contract["source_modules"]} == set(CORE) - {"measurements"}


def test_ci_runs_the_commands_of_the_readme():
    command = r"^python3 -m venv \.venv && .+ && \./check$"
    (in_readme,) = re.findall(command, (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    (in_ci,) = re.findall(command, (ROOT / ".ci" / "run").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert in_ci == in_readme


def test_requirements_are_one_resolution_with_hashes_and_without_addresses():
    pins = {}
    for name in ("run", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        pins[name] = set(re.findall(r"^(\S+==\S+)(?: ;.*)? \\$", text, flags=re.MULTILINE))
        assert len(pins[name]) == text.count("=="), "a pin without a hash"
        assert not re.search(r"https?://|file:|--(extra-)?index-url|--find-links|--trusted-host", text)
    assert pins["run"] < pins["dev"]


def test_files_named_on_the_pages_are_there():
    pages = ("ARCHITECTURE.md", "STYLE.md", "README.md", "CONTRIBUTING.md")
    named = {
        path
        for page in pages
        for path in re.findall(r"`((?:src|tests|docs|requirements)/[\w./-]+)`", (ROOT / page).read_text(encoding="utf-8"))
    }
    assert {path for path in named if not (ROOT / path).exists()} == set()


# The contracts


def lint_imports(folder: Path, config: Path) -> tuple[int, str]:
    """Run import-linter on the ``cliffhanger`` that lies in a folder."""
    outcome = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-cache",
            "--no-logo",
            "--config",
            str(config),
        ],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return outcome.returncode, outcome.stdout + outcome.stderr


def test_contracts_hold():
    code, said = lint_imports(PACKAGE.parent, PYPROJECT)
    assert code == 0, said
    assert f"{len(LINTER['contracts'])} kept, 0 broken" in said


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """A ``cliffhanger`` of empty modules under the real contracts."""
    for name in [word.strip() for layer in LAYERS for word in layer.split("|")]:
        folder = tmp_path / "cliffhanger" / name
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    (tmp_path / "cliffhanger" / "__init__.py").touch()
    shutil.copy(PYPROJECT, tmp_path / "pyproject.toml")
    return tmp_path


def test_contracts_pass_a_clean_skeleton(skeleton):
    code, said = lint_imports(skeleton, skeleton / "pyproject.toml")
    assert code == 0, said


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("estimates/__init__", "from cliffhanger import pipeline", "Floors"),
        ("estimates/cure", "def fit():\n    from cliffhanger import pipeline", "Floors"),
        (
            "records/__init__",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import cliffhanger.dossier",
            "Floors",
        ),
        ("measurements/__init__", "import cliffhanger.estimates", "Floors"),
        ("scratch", "", "Floors"),
        ("estimates/cure", "def fit():\n    import ibis", "The deciding core"),
        ("measurements/ledger", "import duckdb", "Measurements build"),
        ("claims/ledger", "import sqlalchemy", "The deciding core"),
        ("measurements/ledger", "def f():\n    import alembic", "Measurements build"),
        ("report/html", "import cliffhanger.measurements", "Reports render"),
        ("sources/files", "import cliffhanger.dossier", "Sources and engines"),
        ("estimates/a", "import cliffhanger.estimates.b.c", "No cycles"),
    ],
)
def test_contracts_catch_a_breach(skeleton, module, line, contract):
    path = skeleton / "cliffhanger" / f"{module}.py"
    path.write_text(f"{line}\n", encoding="utf-8")
    if contract == "No cycles":
        (skeleton / "cliffhanger" / "estimates" / "b").mkdir()
        (skeleton / "cliffhanger" / "estimates" / "b" / "__init__.py").touch()
        (skeleton / "cliffhanger" / "estimates" / "b" / "c.py").write_text("import cliffhanger.estimates.a\n")
    code, said = lint_imports(skeleton, skeleton / "pyproject.toml")
    assert code == 1, said
    broken = re.findall(r"^(.+) BROKEN$", said, flags=re.MULTILINE)
    assert any(name.startswith(contract) for name in broken), said


# Size and names


def length_without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    lines = (function.end_lineno or 0) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is not None:
        lines -= (first.end_lineno or 0) - first.lineno + 1
    return lines


def test_modules_stay_short():
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in source_files()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MODULE_CEILING
    }
    assert long == {}


def test_functions_stay_short():
    long = {
        f"{path}:{node.name}": lines
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := length_without_docstring(node)) > FUNCTION_CEILING
    }
    assert long == {}


def test_modules_are_named_for_their_subject():
    named = {str(path) for path, _ in trees() for part in path.with_suffix("").parts if part.strip("_") in NAMELESS}
    assert named == set()


# What the core may not do, and no linter sees


def reads_a_clock_or_chance(call: ast.Call) -> bool:
    function = call.func
    if isinstance(function, ast.Attribute):
        name, owner = function.attr, ast.unparse(function.value)
        from_module = name in {"today", "now", "utcnow"} or (name in CLOCKS and owner == "time")
        chance = owner in {"random", "np.random", "numpy.random"} and name not in {"Generator", "default_rng"}
    elif isinstance(function, ast.Name):
        name, from_module, chance = function.id, function.id in CLOCKS - {"time"}, False
    else:
        return False
    unseeded = name == "default_rng" and not (call.args or call.keywords)
    return from_module or chance or unseeded


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("dt.date.today()", True),
        ("ibis.now()", True),
        ("time.time()", True),
        ("perf_counter()", True),
        ("np.random.normal()", True),
        ("random.random()", True),
        ("np.random.default_rng()", True),
        ("np.random.default_rng(7)", False),
        ("rng.normal()", False),
        ("column.time()", False),
    ],
)
def test_the_scan_for_clocks_and_chance(line, caught):
    call = ast.parse(line, mode="eval").body
    assert isinstance(call, ast.Call)
    assert reads_a_clock_or_chance(call) is caught


def test_core_reads_no_clock_and_no_global_chance():
    found = [
        f"{path}:{node.lineno}: {ast.unparse(node)}"
        for path, tree in core_trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and reads_a_clock_or_chance(node)
    ]
    assert found == []


def core_module_names() -> list[str]:
    names = []
    for name in CORE:
        module = importlib.import_module(f"cliffhanger.{name}")
        names.append(module.__name__)
        inside = pkgutil.walk_packages(getattr(module, "__path__", ()), f"{module.__name__}.")
        names.extend(importlib.import_module(found.name).__name__ for found in inside)
    return names


def test_core_is_imported_and_used_without_files_and_sockets(monkeypatch, request):
    """Libraries are imported beforehand; then our own modules are imported once more, sealed."""
    # What numba compiles is kept in files of its own, so the simulated service opens some while it is imported.
    names = [name for name in core_module_names() if not name.startswith("cliffhanger.world")]
    for name in [loaded for loaded in sys.modules if loaded.partition(".")[0] == "cliffhanger"]:
        monkeypatch.delitem(sys.modules, name)
    request.getfixturevalue("sealed")
    modules = {name: importlib.import_module(name) for name in names}
    error = modules["cliffhanger.errors"].NotFoundError("no series X", suggestions=["Y"])
    assert str(error) == 'no series X. Did you mean "Y"?'


def test_the_seal_holds(sealed, tmp_path):
    with pytest.raises(AssertionError, match="opened a file or a socket"):
        (tmp_path / "a").read_text(encoding="utf-8")
    with pytest.raises(AssertionError, match="opened a file or a socket"):
        importlib.import_module("socket").create_connection(("127.0.0.1", 9))


def test_sockets_reach_this_machine_only():
    client = importlib.import_module("socket").socket()
    # 192.0.2.1 is set aside for documentation. The guard also warns, and warnings are errors here.
    with client, pytest.raises((RuntimeError, UserWarning), match=r"192\.0\.2\.1"):
        client.connect(("192.0.2.1", 80))


# What continuous integration accepts

ACCEPTED = """
import pytest

def test_needs_figures(figures):
    pass

@pytest.mark.figures
def test_is_marked():
    raise RuntimeError

@pytest.mark.xfail
def test_known_gap():
    raise RuntimeError

def test_passes():
    pass
"""
REFUSED = """
import pytest

def test_skips():
    pytest.skip("no engine")
"""
PLUGINS = ("-p", "no:cacheprovider", "-p", "pytest_socket", "-p", "xdist")
REFUSED_WHOLE = "import pytest\npytest.skip('no library', allow_module_level=True)\n"


@pytest.fixture
def run_pytest(tmp_path):
    """Run pytest in a folder of its own, with our ``conftest.py`` and without figures."""

    def run(ci: str, workers: int, **modules: str) -> tuple[int, list[str]]:
        shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
        config = "[pytest]\nmarkers =\n    figures: needs figures\n    browser: needs a browser\n"
        (tmp_path / "pytest.ini").write_text(config, encoding="utf-8")
        for name, content in modules.items():
            (tmp_path / f"test_{name}.py").write_text(content, encoding="utf-8")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CLIFFHANGER", "PYTEST"))}
        outcome = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n", str(workers), *PLUGINS],
            cwd=tmp_path,
            env=kept | {"CI": ci, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        return outcome.returncode, (outcome.stdout + outcome.stderr).splitlines()

    return run


def test_ci_accepts_skips_for_want_of_figures_only(run_pytest):
    code, said = run_pytest("true", 0, accepted=ACCEPTED)
    assert code == 0, said
    assert said[-1].startswith("1 passed, 2 skipped, 1 xfailed")


def test_ci_refuses_any_other_skip(run_pytest):
    code, said = run_pytest("true", 1, accepted=ACCEPTED, refused=REFUSED, whole=REFUSED_WHOLE)
    assert code == 1, said
    assert [line for line in said if line.startswith("CI: ")] == [
        "CI: skipped, which counts as failed: test_refused.py::test_skips: no engine",
        "CI: skipped, which counts as failed: test_whole.py: no library",
    ]
    assert said[-1].startswith("1 passed, 4 skipped, 1 xfailed")


def test_elsewhere_skips_are_accepted(run_pytest):
    code, said = run_pytest("", 0, accepted=ACCEPTED, refused=REFUSED)
    assert code == 0, said


# The command line


def test_help_is_quick_because_it_loads_nothing_heavy():
    script = (
        "import json, runpy, sys\n"
        "sys.argv = ['cliffhanger', '--help']\n"
        "try:\n    runpy.run_module('cliffhanger', run_name='__main__', alter_sys=True)\n"
        "except SystemExit as stop:\n    assert not stop.code, stop.code\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})), file=sys.stderr)\n"
    )
    outcome = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert outcome.returncode == 0, outcome.stderr
    assert "cliffhanger" in outcome.stdout
    loaded = set(json.loads(outcome.stderr.splitlines()[-1]))
    assert loaded & HEAVY == set()


def test_console_script_is_the_module():
    script = Path(sys.executable).with_name("cliffhanger")
    if not script.exists():
        pytest.skip("the package is not installed here: pip install --no-deps -e .")
    by_script, by_module = (
        subprocess.run(
            [*command, "--help"],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"COLUMNS": "100"},
        )
        for command in ([str(script)], [sys.executable, "-m", "cliffhanger"])
    )
    assert by_script.stdout == by_module.stdout
