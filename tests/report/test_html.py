"""The page is self-contained, escapes what others wrote, and defines every number that it links."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources

import pytest

from cliffhanger.report.definitions import DEFINITIONS
from cliffhanger.report.html import dossier_html
from tests.report.samples import ALL, HOSTILE, NEVER_LISTED, OPEN_FIRST, told

VOID = {"meta", "link", "br", "img", "input", "hr"}
LANDMARKS = {"header", "main", "footer"}


class Page(HTMLParser):
    """Reads a page into the tags, the text and the headings that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.headings: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if not {"style", "script", "svg"} & set(self.open):
            self.text += data


@pytest.fixture(scope="module", params=ALL)
def page(request: pytest.FixtureRequest) -> tuple[str, Page]:
    text = dossier_html(ALL[request.param])
    return text, Page(text)


def test_every_tag_is_closed(page: tuple[str, Page]) -> None:
    assert page[1].open == []


def test_nothing_is_loaded_and_nothing_runs(page: tuple[str, Page]) -> None:
    for tag, attributes in page[1].tags:
        assert tag not in {"script", "iframe", "object", "embed", "img", "form", "base", "image", "use"}
        assert not [name for name in attributes if name.startswith("on") or name == "src"]
        for name in ("href", "xlink:href"):
            assert (attributes.get(name) or "#").startswith(("#", "data:,"))
    policy = dict(page[1].tags[[tag for tag, _ in page[1].tags].index("meta") + 1][1])
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert "@import" not in page[0]
    assert not re.search(r"url\((?!#)", page[0])


def test_addresses_stand_only_where_xml_names_its_space(page: tuple[str, Page]) -> None:
    assert set(re.findall(r"https?://[^\s\"'<]+", page[0])) <= {"http://www.w3.org/2000/svg"}


def test_every_link_leads_somewhere_and_ids_are_unique(page: tuple[str, Page]) -> None:
    ids = [attributes["id"] for _, attributes in page[1].tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    linked = {(attributes.get("href") or "") for tag, attributes in page[1].tags if tag == "a"}
    assert {f"#def-{key}" for key in DEFINITIONS} <= {f"#{name}" for name in ids}
    assert linked <= {f"#{name}" for name in ids}
    labels = {attributes["aria-labelledby"] for _, attributes in page[1].tags if "aria-labelledby" in attributes}
    assert labels <= set(ids)


def test_headings_go_down_one_step_at_a_time(page: tuple[str, Page]) -> None:
    steps = page[1].headings
    assert steps[0] == 1
    assert steps.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(steps))


def test_landmarks_and_heads_of_tables_are_there(page: tuple[str, Page]) -> None:
    tags = [tag for tag, _ in page[1].tags]
    assert {tag for tag in tags if tag in LANDMARKS} == LANDMARKS
    assert all(attributes.get("scope") in {"col", "row"} for tag, attributes in page[1].tags if tag == "th")
    assert tags.count("table") == tags.count("caption")


def test_no_missing_value_is_printed(page: tuple[str, Page]) -> None:
    assert not re.search(r"\b(None|nan|NaN|inf|undefined)\b", page[1].text)
    said = page[1].text.replace("\u00a0", " ").replace("never as 0 % or 100 %", "")
    assert not re.search(r"(?<![\d.,])(0|100) %", said)


def test_every_picture_has_a_title_and_a_table_or_words(page: tuple[str, Page]) -> None:
    tags = [tag for tag, _ in page[1].tags]
    assert all(attributes.get("role") == "img" for tag, attributes in page[1].tags if tag == "svg")
    assert tags.count("title") == tags.count("svg") + 1
    alternatives = page[0].count("<summary>The same as a table</summary>")
    assert alternatives == tags.count("figure") + page[0].count('<ul class="multiples">')


def test_hostile_text_is_shown_as_text() -> None:
    text = dossier_html(ALL["hostile"])
    assert HOSTILE in Page(text).text
    assert "<script" not in text
    assert "<img" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_four_answers_stand_in_order() -> None:
    text = Page(dossier_html(OPEN_FIRST)).text
    places = [text.index(q) for q in ("Should it be renewed?", "Will it come back?", "When would it be back?", "What is known?")]
    assert places == sorted(places)
    assert [line.strip() for line in text.split("\n")].count("not yet") == 1


def test_a_season_that_probably_never_returns_gets_no_day() -> None:
    text = Page(dossier_html(NEVER_LISTED)).text
    assert "probably never" in text
    assert "No day is given" in text


def _luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_are_told_apart(scheme: int) -> None:
    """WCAG 2.2: 4.5 for text (1.4.3), 3 for the parts of a picture that carry meaning (1.4.11)."""
    css = resources.files("cliffhanger.report").joinpath("templates", "dossier.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--(\w+): (#\w{6});", css.split("--paper:")[scheme + 1].join(["--paper:", ""])))
    for surface in ("paper", "panel"):
        for name, least in {"ink": 4.5, "muted": 4.5, "accent": 4.5, "grey": 3.0, "soft": 3.0}.items():
            light, dark = sorted((_luminance(colours[surface]), _luminance(colours[name])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= least, (surface, name)


def test_a_long_section_of_what_is_known_is_folded_and_none_is_left_out() -> None:
    text = dossier_html(replace(OPEN_FIRST, told=told("cancelled")))
    page = Page(text)
    assert page.open == []
    (fold,) = re.findall(r'<details class="more">.*?</details>', text, re.DOTALL)
    assert fold.count("<tr>") == 19  # a head, and thirty of the cast but for the first twelve
    assert all(said in page.text for said in ("Actor 0,", "Actor 29,", "48,500", "#Save", "it pays"))


def test_a_campaign_is_drawn_over_time_with_its_points_as_a_table() -> None:
    text = dossier_html(ALL["campaigning"])
    page = Page(text)
    assert page.open == []
    assert text.count("The fan campaign for Harbour Lights over time") == 2  # wide and narrow
    assert all(said in text for said in ("Signatures so far", "Page views a day", "S2 cancelled"))
    assert text.count("The campaign day by day") == 1
    for said in ("2.1 % of 2.3 million views in four weeks", "1 of 21 (1 to 14 %; 3 more in part)", "its coefficient is zero"):
        assert said in page.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "The fan campaign for" not in dossier_html(replace(OPEN_FIRST, told=told("cancelled")))
