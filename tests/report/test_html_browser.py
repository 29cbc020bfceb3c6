"""The page in a real browser: light, dark and print, wide and narrow, and nothing but the file itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cliffhanger.dossier.decision import Decision
from cliffhanger.report.decision_pages import decision_html
from cliffhanger.report.html import dossier_html
from cliffhanger.report.log_html import log_decision_html
from tests.report.samples import ALL, SETTLED
from tests.report.test_log_decision import decision

sync_api = pytest.importorskip("playwright.sync_api")

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
    "--disable-default-apps", "--disable-sync", "--no-first-run", "--metrics-recording-only",
)  # fmt: skip
LOOKS = [("light", "screen"), ("dark", "screen"), ("light", "print"), ("dark", "print")]
WIDTHS = (360, 1200)
COLOURS = """() => [...document.querySelectorAll('svg text')].map(e => getComputedStyle(e).fill)"""
OVERFLOW = """() => [...document.querySelectorAll('body *')]
  .filter(e => !e.closest('.scroll, .hidden, svg') && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(e => e.outerHTML.slice(0, 120))"""
SPILLED = """() => [...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 0)
  .flatMap(s => [...s.querySelectorAll('text')].map(t => [s.getBoundingClientRect(), t.getBoundingClientRect(), t.textContent]))
  .filter(([s, t]) => t.left < s.left - 2 || t.right > s.right + 2).map(([s, t, words]) => words)"""
OVERLAPPING = """() => [...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 0).flatMap(s => {
  const texts = [...s.querySelectorAll('text')].filter(t => t.textContent.trim());
  const boxes = texts.map(t => [t.getBoundingClientRect(), t.textContent]);
  return boxes.flatMap(([a, x], i) => boxes.slice(i + 1)
    .filter(([b]) => a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
    .map(([b, y]) => x + ' / ' + y)); })"""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with sync_api.sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture(scope="module", params=["open first", "never listed", "hostile", "campaigning"])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "dossier.html"
    path.write_text(dossier_html(ALL[request.param]), encoding="utf-8")
    return path


def opened(browser: Any, file: Path, *, scheme: str, media: str, width: int) -> tuple[Any, list[str], list[str]]:
    """Open a page; give it with the requests that it made and what it complained of."""
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}") or dialog.dismiss())
    page.emulate_media(media=media, color_scheme=scheme)
    page.goto(file.as_uri(), wait_until="load")
    return page, requests, complaints


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("scheme", "media"), LOOKS)
def test_the_page_asks_for_nothing_and_fits(browser: Any, file: Path, scheme: str, media: str, width: int) -> None:
    page, requests, complaints = opened(browser, file, scheme=scheme, media=media, width=width)
    assert [url for url in requests if not url.startswith("data:")] == [file.as_uri()]
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate("document.scripts.length") == 0
    if media == "screen":
        assert page.evaluate(OVERFLOW) == []
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_stay_in_their_picture_and_apart(browser: Any, file: Path, width: int) -> None:
    page, *_ = opened(browser, file, scheme="light", media="screen", width=width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(SPILLED) == []
    assert page.evaluate(OVERLAPPING) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()


def test_charts_follow_the_scheme_and_print_is_light(browser: Any, file: Path) -> None:
    seen = {}
    for scheme, media in LOOKS:
        page, *_ = opened(browser, file, scheme=scheme, media=media, width=1200)
        seen[scheme, media] = (set(page.evaluate(COLOURS)), page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    light, dark = seen["light", "screen"], seen["dark", "screen"]
    assert light[1] != dark[1]
    assert not light[0] & dark[0]
    assert seen["dark", "print"] == seen["light", "print"]
    assert seen["dark", "print"][1] == "rgb(255, 255, 255)"


def test_a_number_leads_to_its_definition(browser: Any, file: Path) -> None:
    page, *_ = opened(browser, file, scheme="light", media="screen", width=1200)
    page.click("header a.n")
    assert page.evaluate("document.querySelector(':target').id") == "def-as_of"
    page.close()


def test_it_prints_as_pages(browser: Any, file: Path) -> None:
    page, *_ = opened(browser, file, scheme="dark", media="print", width=1200)
    content = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    assert content.startswith(b"%PDF-")
    assert 1 < content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") < 12


PAGES = {
    "public figures": lambda: decision_html(Decision("Spinning Out", 1, dt.date(2025, 7, 2), 493, SETTLED, "package", ())),
    "a log": lambda: log_decision_html(decision()),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_decisions_fit_and_follow_the_scheme(browser: Any, tmp_path: Path, name: str, width: int) -> None:
    file, seen = tmp_path / "decision.html", {}
    file.write_text(PAGES[name](), encoding="utf-8")
    for scheme, media in LOOKS:
        page, requests, complaints = opened(browser, file, scheme=scheme, media=media, width=width)
        assert ([url for url in requests if not url.startswith("data:")], complaints) == ([file.as_uri()], [])
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        if media == "screen":
            assert (page.evaluate(OVERFLOW), page.evaluate(SPILLED), page.evaluate(OVERLAPPING)) == ([], [], [])
        seen[scheme, media] = set(page.evaluate(COLOURS))
        page.close()
    assert not seen["light", "screen"] & seen["dark", "screen"]
    assert seen["dark", "print"] == seen["light", "print"]
