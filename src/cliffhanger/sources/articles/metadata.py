"""Title, outlet and day of publication of a page: from its own data, never guessed from its prose."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_JSON_LD = re.compile(r"<script[^>]{0,200}?type\s*=\s*[\"']?application/ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
_META = re.compile(r"<meta\b([^>]{0,2000})>", re.IGNORECASE)
_LINK = re.compile(r"<link\b([^>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z:_-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_TITLE = re.compile(r"<title[^>]*>(.{0,500}?)</title", re.IGNORECASE | re.DOTALL)
_TIME = re.compile(r"<time\b[^>]{0,300}?datetime\s*=\s*[\"']?(\d{4}-\d{2}-\d{2})", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ARTICLES = frozenset(
    {
        "NewsArticle",
        "Article",
        "BlogPosting",
        "ReportageNewsArticle",
        "LiveBlogPosting",
        "Review",
        "WebPage",
        "AnalysisNewsArticle",
    }
)
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    origin: str | None = None
    notes: tuple[str, ...] = ()


def facts(raw: str, headings: list[str]) -> Facts:
    """Return what a page says of itself: JSON-LD first, then meta elements, then its title and its times.

    A day is the local one that is written; the day of a change (``dateModified``) is not the day of publication.
    """
    notes: list[str] = []
    linked = list(_linked(raw, notes))
    meta = _meta(raw)
    title = headings[0] if headings else None
    titled = _TITLE.search(raw)
    day = next((found for one in linked if (found := _day(one.get("datePublished")))), None)
    day = day or next((found for key in _PUBLISHED if (found := _day(meta.get(key)))), None)
    timed = _TIME.search(raw)
    if day is None and timed:
        day = _day(timed[1])
    publisher = next((one["publisher"] for one in linked if one.get("publisher")), None)
    outlet = publisher.get("name") if isinstance(publisher, dict) else publisher if isinstance(publisher, str) else None
    headline = next((one["headline"] for one in linked if isinstance(one.get("headline"), str)), None)
    return Facts(
        title=title or headline or meta.get("og:title") or (html.unescape(titled[1]).strip() if titled else None),
        outlet=outlet if isinstance(outlet, str) else meta.get("og:site_name"),
        published=day,
        origin=_canonical(raw) or meta.get("og:url"),
        notes=tuple(notes),
    )


def _linked(raw: str, notes: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects about an article; what cannot be read is noted and passed over."""
    for found in _JSON_LD.finditer(raw):
        try:
            data = json.loads(found[1])
        except (ValueError, RecursionError):
            notes.append("JSON-LD that cannot be read was passed over")
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for one in graph if isinstance(graph, list) else ():
            if isinstance(one, dict):
                types = one.get("@type")
                names = types if isinstance(types, list) else [types]
                if _ARTICLES.intersection(name for name in names if isinstance(name, str)):
                    yield one


def _meta(raw: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in _META.finditer(raw):
        attributes = _attributes(tag[1])
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and "content" in attributes:
            found.setdefault(name.lower(), html.unescape(attributes["content"]))
    return found


def _canonical(raw: str) -> str | None:
    for tag in _LINK.finditer(raw):
        attributes = _attributes(tag[1])
        if attributes.get("rel", "").lower() == "canonical" and attributes.get("href"):
            return attributes["href"]
    return None


def _attributes(text: str) -> dict[str, str]:
    return {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(text)}


def _day(text: Any) -> dt.date | None:
    found = _DAY.match(text) if isinstance(text, str) else None
    if found is None:
        return None
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
