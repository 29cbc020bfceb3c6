"""Every format renders every dossier; JSON gives back what went in."""

from __future__ import annotations

import json

import pytest

from cliffhanger.dossier.plain import plain
from cliffhanger.report.definitions import DEFINITIONS
from cliffhanger.report.formats import FORMATS
from tests.report.samples import ALL, HOSTILE, NOT_FINITE, OPEN_FIRST


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_renders_every_dossier_the_same_each_time(form: str, name: str) -> None:
    first = FORMATS[form].render(ALL[name])
    assert first.endswith("\n")
    assert first == FORMATS[form].render(ALL[name])
    first.encode("utf-8")


def test_the_formats_and_their_suffixes() -> None:
    assert {name: form.suffix for name, form in FORMATS.items()} == {
        "text": ".txt",
        "html": ".html",
        "md": ".md",
        "json": ".json",
    }


@pytest.mark.parametrize("name", ALL)
def test_json_gives_back_the_record(name: str) -> None:
    content = json.loads(FORMATS["json"].render(ALL[name]))
    assert list(content) == ["kind", "dossier", "verdict", "definitions"]
    assert content["kind"] == "dossier"
    assert content["dossier"] == json.loads(json.dumps(plain(ALL[name])))
    assert set(content["definitions"]) == set(DEFINITIONS)


def test_json_keeps_text_as_it_is_and_numbers_finite() -> None:
    assert json.loads(FORMATS["json"].render(ALL["hostile"]))["dossier"]["series"] == HOSTILE
    text = FORMATS["json"].render(NOT_FINITE)
    assert "NaN" not in text
    assert "Infinity" not in text


def test_json_has_the_order_of_the_record() -> None:
    content = json.loads(FORMATS["json"].render(OPEN_FIRST))
    assert list(content["dossier"])[:4] == ["series", "season", "platform", "as_of"]
