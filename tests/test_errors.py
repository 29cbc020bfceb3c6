"""The tree of errors: the drawing is the truth, and every message names place and remedy."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from cliffhanger import errors
from cliffhanger.errors import CliffhangerError, InputError, NotFoundError, UserError

README = Path(__file__).parents[1] / "README.md"
NODE = re.compile(r"(?P<indent>[ │]*)[├└]── (?P<name>\w+) +(?P<code>\d+)?")


def drawn_tree() -> dict[str, tuple[str, int | None]]:
    """Read the drawing: name -> (parent, exit code where one is drawn)."""
    tree: dict[str, tuple[str, int | None]] = {}
    path = ["CliffhangerError"]
    for line in (errors.__doc__ or "").splitlines():
        node = NODE.match(line.removeprefix("    "))
        if node:
            depth = len(node["indent"]) // 4 + 1
            path[depth:] = [node["name"]]
            tree[node["name"]] = (path[depth - 1], int(node["code"]) if node["code"] else None)
    return tree


def real_tree(parent: type[CliffhangerError] = CliffhangerError) -> dict[str, tuple[str, int]]:
    """Walk the subclasses that live in the package: name -> (parent, exit code)."""
    tree: dict[str, tuple[str, int]] = {}
    for child in parent.__subclasses__():
        if child.__module__.startswith("cliffhanger."):
            tree[child.__name__] = (parent.__name__, child.exit_code)
            tree |= real_tree(child)
    return tree


def test_drawn_tree_is_the_real_tree():
    drawn, real = drawn_tree(), real_tree()
    assert {name: parent for name, (parent, _) in drawn.items()} == {name: parent for name, (parent, _) in real.items()}
    assert {name: code for name, (_, code) in drawn.items() if code} == {
        name: code for name, (_, code) in real.items() if name != "UserError"
    }


def test_every_error_lives_in_the_one_module():
    assert {name for name in real_tree() if not hasattr(errors, name)} == set()


def test_exit_codes_are_told_apart_and_leave_0_and_1_alone():
    codes = [code for name, (_, code) in real_tree().items() if name != "UserError"]
    assert len(codes) == len(set(codes))
    assert not {0, 1} & set(codes)
    user = {code for name, (parent, code) in real_tree().items() if parent == "UserError"}
    assert user == {2, 3, 4, 5, 6, 7}


def test_readme_lists_the_same_exit_codes():
    rows = re.findall(r"^\| (\d+) \| .*?(?:`(\w+)`)? \|$", README.read_text(encoding="utf-8"), flags=re.MULTILINE)
    listed = {name: int(code) for code, name in rows if name}
    assert listed == {name: code for name, (_, code) in real_tree().items() if name != "UserError"}


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (CliffhangerError("the sheet is empty"), "the sheet is empty."),
        (InputError("the file is truncated", place="a.xlsx"), "a.xlsx: the file is truncated."),
        (
            UserError("no figures", remedy="Run `cliffhanger pull netflix`"),
            "no figures. Run `cliffhanger pull netflix`.",
        ),
        (
            InputError("no column hours", place="a.tsv:1", remedy="Fetch it again"),
            "a.tsv:1: no column hours. Fetch it again.",
        ),
        (NotFoundError("no series Spining Out"), "no series Spining Out."),
        (
            NotFoundError("no series Spining Out", suggestions=["Spinning Out", "Spin"]),
            'no series Spining Out. Did you mean "Spinning Out", "Spin"?',
        ),
        (
            NotFoundError("no series X", suggestions=["Y"], remedy="`cliffhanger board` lists them all"),
            'no series X. Did you mean "Y"? `cliffhanger board` lists them all.',
        ),
    ],
)
def test_message(error, message):
    assert str(error) == message


def test_fields_survive_another_process():
    error = NotFoundError("no series X", suggestions=["Y"], place="workspace")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 our own bytes
    assert (str(copy), copy.suggestions, copy.place, copy.exit_code) == (str(error), ("Y",), "workspace", 5)
