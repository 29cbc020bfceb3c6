from __future__ import annotations

import datetime as dt
import json

import pytest

from cliffhanger.claims.article import Article
from cliffhanger.sources.articles.metadata import day_of
from cliffhanger.sources.articles.page import article

BODY = "<h1>Shown headline</h1><p>Published January 3, 2019. The network has renewed the drama for a second season.</p>"


def read(head: str, body: str = BODY, **known: object) -> Article:
    return article(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", name="a", **known)  # type: ignore[arg-type]


def linked(*objects: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in objects)


NEWS = {
    "@type": "NewsArticle",
    "headline": "Linked &amp; headline",
    "datePublished": "2024-10-30T23:30:00-05:00",
    "dateModified": "2025-01-01",
    "publisher": {"@type": "Organization", "name": "The Paper"},
}


class TestLinkedData:
    @pytest.mark.parametrize(
        "data", [NEWS, [NEWS], {"@graph": [{"@type": "WebSite"}, NEWS]}, {"@type": "WebPage", "mainEntity": NEWS}]
    )
    def test_it_is_read_first(self, data: object) -> None:
        meta = (
            '<meta property="og:title" content="M"><meta property="article:published_time" content="2020-02-02"><title>T</title>'
        )
        found = read(meta + linked(data))
        assert (found.title, found.outlet, found.published) == ("Linked & headline", "The Paper", dt.date(2024, 10, 30))

    def test_the_day_of_a_change_is_not_that_of_publication(self) -> None:
        changed = {"@type": "Article", "dateModified": "2025-01-01", "dateCreated": "2024-01-01"}
        head = linked(changed) + '<meta property="article:modified_time" content="2025-01-01">'
        assert read(head).published is None

    def test_what_is_no_article_is_passed_over(self) -> None:
        series = {"@type": "TVSeries", "name": "Harbor Nine", "datePublished": "2019-01-01"}
        assert read(linked(series, {"@type": ["Thing", "BlogPosting"], "datePublished": "2024-05-01"})).published == dt.date(
            2024, 5, 1
        )

    def test_an_article_comes_before_its_page(self) -> None:
        page = {"@type": "WebPage", "datePublished": "2011-01-01"}
        assert read(linked(page, NEWS)).published == dt.date(2024, 10, 30)
        assert read(linked(page)).published == dt.date(2011, 1, 1)

    def test_a_publisher_may_be_a_name_a_list_or_a_reference(self) -> None:
        graph = {"@graph": [{"@id": "#org", "name": "Ref"}, {"@type": "Article", "publisher": {"@id": "#org"}}]}
        assert read(linked(graph)).outlet == "Ref"
        assert read(linked({"@type": "Article", "publisher": "Name"})).outlet == "Name"
        assert read(linked({"@type": "Article", "publisher": [{"name": "First"}, {"name": "Second"}]})).outlet == "First"

    @pytest.mark.parametrize(
        "script",
        [
            "{",
            "{'a': 1}",
            "[" * 100_000,
            "null",
            "3",
            '{"@type": 7, "headline": []}',
            '[[{"@graph": {"@graph": null}}]]',
            "9" * 5_000,
        ],
    )
    def test_what_cannot_be_read_does_no_harm(self, script: str) -> None:
        head = f'<script type="application/ld+json">{script}</script><meta name="date" content="2024-05-01">'
        assert read(head).published == dt.date(2024, 5, 1)

    def test_what_cannot_be_read_is_noted(self) -> None:
        assert read('<script type="application/ld+json">{</script>').notes == ("JSON-LD that cannot be read was passed over",)

    def test_comments_about_it_and_raw_line_ends_are_borne(self) -> None:
        script = '<!--\n{"@type": "Article", "headline": "A\nB", "datePublished": "2024-05-01"}\n-->'
        found = read(f"<script type='application/ld+json'>{script}</script>")
        assert (found.title, found.published) == ("A B", dt.date(2024, 5, 1))

    def test_it_may_stand_in_the_body_and_not_in_a_comment(self) -> None:
        assert read("", BODY + linked(NEWS)).outlet == "The Paper"
        assert read(f"<!-- {linked(NEWS)} -->").outlet is None


class TestElements:
    def test_meta_elements_come_next(self) -> None:
        head = (
            '<meta content="2024-05-01T01:00:00+09:00" property="article:published_time">'
            '<meta property="og:site_name" content="Q&amp;A">'
            "<meta property='og:title' content='Meta'><title>T</title>"
        )
        found = read(head)
        assert (found.title, found.outlet, found.published) == ("Meta", "Q&A", dt.date(2024, 5, 1))

    def test_then_the_heading_the_title_and_the_time(self) -> None:
        assert read("<title>T - Site</title>").title == "Shown headline"
        assert read("<title> T &amp;\n U </title>", "<p>One.</p>").title == "T & U"
        assert read("", "<p><time datetime='2024-05-01'>May</time> One.</p>").published == dt.date(2024, 5, 1)

    def test_a_time_in_furniture_is_not_the_articles(self) -> None:
        assert read("", "<nav><time datetime='2019-01-01'>x</time></nav>" + BODY).published is None

    def test_no_day_is_guessed_from_prose(self) -> None:
        assert read("").published is None
        assert article("Published on May 1, 2024.", name="a").published is None

    def test_what_the_asker_says_wins(self) -> None:
        found = read(linked(NEWS), published=dt.date(2000, 1, 1), outlet="Mine")
        assert (found.outlet, found.published) == ("Mine", dt.date(2000, 1, 1))

    def test_a_day_that_cannot_be_read_is_noted(self) -> None:
        found = read('<meta name="date" content="yesterday">')
        assert found.published is None
        assert found.notes == ("a day of publication that cannot be read was passed over: 'yesterday'",)

    def test_the_canonical_address_is_the_origin(self) -> None:
        assert read('<link rel="canonical" href="https://a.example/x?a=1&amp;b=2">').origin == "https://a.example/x?a=1&b=2"
        assert read('<link rel=canonical href="javascript:alert(1)">').origin is None
        assert read('<link rel=stylesheet href="https://a.example/x">').origin is None
        assert read('<meta property="og:url" content="https://a.example/y">').origin == "https://a.example/y"


class TestDayOf:
    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("2024-10-30", (2024, 10, 30)),
            (" 2024-10-30T00:30:00+02:00", (2024, 10, 30)),
            ("20241030", (2024, 10, 30)),
            ("2024/10/30 08:00", (2024, 10, 30)),
            ("October 30, 2024", (2024, 10, 30)),
            ("30 Oct. 2024", (2024, 10, 30)),
        ],
    )
    def test_forms(self, text: str, day: tuple[int, int, int]) -> None:
        assert day_of(text) == dt.date(*day)

    @pytest.mark.parametrize(
        "text", ["", "2024-13-01", "2024-02-30", "10/11/2024", "May", "2024", "202410301", 20241030, None, {}]
    )
    def test_what_is_no_day_or_two(self, text: object) -> None:
        assert day_of(text) is None
