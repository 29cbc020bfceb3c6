"""The table of parameters: one place, shown on the page as it is, and refused where a value cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from cliffhanger.errors import NotFoundError, UsageError
from cliffhanger.world.parameters import NAMES, PARAMETERS, page_table, parse, rules

PAGE = Path(__file__).parents[2] / "docs" / "world.md"


def test_the_page_shows_the_table_as_it_is() -> None:
    text = PAGE.read_text(encoding="utf-8")
    shown = text.split("<!-- parameters: begin -->\n")[1].split("\n<!-- parameters: end -->")[0]
    assert shown == page_table()


def test_every_value_lies_in_its_range_and_has_one_row() -> None:
    assert len(set(NAMES)) == len(NAMES)
    for parameter in PARAMETERS:
        assert parameter.low <= parameter.value <= parameter.high, parameter.name
    assert page_table().count("\n") == len(PARAMETERS) + 1


def test_an_override_replaces_one_value() -> None:
    plain, changed = rules({}), rules(parse(["whim=1.5"]))
    assert [name for name in NAMES if plain[name] != changed[name]] == ["whim"]
    assert changed["whim"] == 1.5


@pytest.mark.parametrize("word", ["whim", "whim=much", "=1"])
def test_a_word_that_is_no_parameter_is_refused(word: str) -> None:
    with pytest.raises((UsageError, NotFoundError)):
        rules(parse([word]))


def test_a_value_out_of_range_and_a_name_that_is_near_are_told() -> None:
    with pytest.raises(UsageError, match="whim is 9"):
        rules({"whim": 9.0})
    with pytest.raises(NotFoundError, match="whimm") as caught:
        rules({"whimm": 1.0})
    assert "whim" in str(caught.value)
