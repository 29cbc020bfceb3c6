"""The figure of value against cost: what is drawn, what is said of it, and what tells the two apart."""

from __future__ import annotations

import dataclasses
import itertools
import json
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from cliffhanger.decision.against import Against, against
from cliffhanger.report.against_figure import against_figure, against_words, caption
from cliffhanger.report.drawing import draw
from cliffhanger.report.slate_text import money

RNG = np.random.default_rng(4)
BOTH = against("renew", RNG.normal(9e6, 3e6, 4000), RNG.normal(5e6, 5e5, 4000), break_even=9e6)
SURE = against("renew", RNG.normal(9e6, 3e6, 4000), np.full(4000, 8.9e6), break_even=9e6)
BARE = against("renew", RNG.normal(9e6, 3e6, 4000), None, break_even=9e6)
NOTHING = against("renew", np.zeros(10), np.full(10, 5.0), break_even=0.0)


def drawn(found: Against, width: int = 560) -> ET.Element:
    spec = against_figure(found, money=money, title="Worth", width=width)
    return ET.fromstring(draw(spec, title="Worth", desc="said", names=itertools.count()))  # noqa: S314  our own drawing


@pytest.mark.parametrize("found", [BOTH, SURE, BARE, NOTHING])
@pytest.mark.parametrize("width", [170, 660])
def test_every_case_is_drawn_and_described(found: Against, width: int) -> None:
    root = drawn(found, width)
    texts = ["".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert f"break-even {money(found.break_even)}" in texts
    assert ("cost" in texts) is (found.paid is not None)
    assert root.attrib["aria-labelledby"] == "chart0-title"
    assert root.attrib["aria-describedby"] == "chart0-desc"
    assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]
    assert (root[0].text, root[1].text) == ("Worth", "said")
    assert "NaN" not in ET.tostring(root, encoding="unicode")


def test_side_and_line_tell_worth_from_cost_and_not_colour_alone() -> None:
    text = json.dumps(against_figure(BOTH, money=money, title="", width=660))
    layers = json.loads(text)["layer"]
    areas = [layer for layer in layers if layer["mark"]["type"] == "area"]
    assert [all(row["to"] >= 0 for row in area["data"]["values"]) for area in areas] == [True, False]
    dashes = [layer["mark"]["strokeDash"] for layer in layers if layer["mark"]["type"] == "line"]
    assert dashes[0] != dashes[1]
    assert "#" not in "".join(str(layer["mark"].get("color", "")) for layer in layers), "colours are the page's"


def test_what_is_drawn_is_said() -> None:
    said = against_words(BOTH, "a renewal", money, "USD", 10)
    assert said.startswith("A renewal is worth 9.0 M on average (80 %: ")
    assert said.endswith("It breaks even at a cost of 9.0 M, 900 k an episode. Sums in USD.")
    assert "and costs 8.9 M. It" in against_words(SURE, "a renewal", money, "", 0)
    assert "no cost is known" in against_words(BARE, "a renewal", money, "", 0)
    assert "below it" in caption(BOTH)
    assert "below it" not in caption(BARE)
    assert caption(BARE).endswith("a cost right of it does not pay on average.")
    assert dataclasses.asdict(BOTH)["option"] == "renew"
