"""Title, outlet and day of publication of a page: from its own data, never guessed from its prose."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cliffhanger.sources.articles.markup import Said

_DAY = re.compile(r"\s*(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)")
_WRITTEN = re.compile(r"\s*(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.? (?:(\d{1,2}),? )?(\d{4})\b")  # 30 October 2024; Oct 30, 2024
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WRAPPED = re.compile(r"\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)?(.*?)(?:-->|//\]\]>|\]\]>)?[\s;]*", re.DOTALL)
_ARTICLES = frozenset(
    "NewsArticle Article BlogPosting ReportageNewsArticle LiveBlogPosting Review AnalysisNewsArticle OpinionNewsArticle "
    "BackgroundNewsArticle ReviewNewsArticle Report SocialMediaPosting".split()
)
_PAGES = frozenset({"WebPage", "ItemPage"})  # of the same piece, where a page says nothing of an article
_PUBLISHED = (
    "article:published_time datepublished og:article:published_time date dc.date dc.date.issued dcterms.date dcterms.created "
    "pubdate publish-date publication_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime"
).split()
_LONGEST_TITLE = 300  # characters; what is longer is no title
_DEEPEST = 20  # levels of JSON-LD that are looked through


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    origin: str | None = None
    notes: tuple[str, ...] = ()


def facts(said: Said, headings: Iterable[str] = ()) -> Facts:
    """Return what a page says of itself: JSON-LD first, then meta elements, then its headings, title and times.

    A day is the local one that is written; the day of a change (``dateModified``) is not the day of publication.
    """
    notes: list[str] = []
    named: dict[str, dict[str, Any]] = {}
    linked = list(_linked(said.linked, notes, named))
    meta = _meta(said.meta)
    days = (*(one.get("datePublished") for one in linked), *(meta.get(key) for key in _PUBLISHED), *said.times)
    titles = (*(one.get("headline") for one in linked), meta.get("og:title"), *headings, said.title)
    outlets = (*(_publisher(one.get("publisher"), named) for one in linked), meta.get("og:site_name"))
    return Facts(
        title=next(filter(None, map(_line, titles)), None),
        outlet=next(filter(None, map(_line, outlets)), None),
        published=_first_day(days, notes),
        origin=next(filter(_is_address, (*_canonical(said.links), meta.get("og:url"))), None),
        notes=tuple(notes),
    )


def _first_day(written: Iterable[Any], notes: list[str]) -> dt.date | None:
    for one in written:
        if one is None or one == "":
            continue
        day = day_of(one)
        if day:
            return day
        notes.append(f"a day of publication that cannot be read was passed over: {str(one)[:40]!r}")
    return None


def _linked(scripts: list[str], notes: list[str], named: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects about an article, then those about its page; what cannot be read is noted and passed over."""
    objects: list[dict[str, Any]] = []
    for script in scripts:
        wrapped = _WRAPPED.fullmatch(script)
        try:
            data = json.loads(wrapped[1] if wrapped else script, strict=False)
        except (ValueError, RecursionError):
            notes.append("JSON-LD that cannot be read was passed over")
            continue
        objects += _objects(data)
    for one in objects:
        if isinstance(one.get("@id"), str) and "name" in one:
            named.setdefault(one["@id"], one)
    for wanted in (_ARTICLES, _PAGES):
        yield from (one for one in objects if wanted.intersection(_types(one)))


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a script: itself, those of its list or graph, and its main entity."""
    level = [data]
    for _ in range(_DEEPEST):
        inner: list[Any] = []
        for one in level:
            if isinstance(one, list):
                inner += one
            elif isinstance(one, dict):
                yield one
                inner += [one[key] for key in ("@graph", "mainEntity") if key in one]
        if not inner:
            return
        level = inner


def _types(one: dict[str, Any]) -> list[str]:
    types = one.get("@type")
    names = types if isinstance(types, list) else [types]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def _publisher(given: Any, named: dict[str, dict[str, Any]]) -> Any:
    if isinstance(given, list):
        given = given[0] if given else None
    if isinstance(given, dict):
        return given.get("name") or named.get(str(given.get("@id")), {}).get("name")
    return given


def _meta(elements: list[dict[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in elements:
        name = one.get("property") or one.get("name") or one.get("itemprop")
        if name and one.get("content"):
            found.setdefault(name.lower(), html.unescape(one["content"]))
    return found


def _canonical(links: list[dict[str, str]]) -> Iterator[str]:
    for one in links:
        if "canonical" in one.get("rel", "").lower().split():
            yield html.unescape(one.get("href", "")).strip()


def _is_address(text: str | None) -> bool:
    return bool(text) and str(text).startswith(("https://", "http://"))


def _line(text: Any) -> str | None:
    """Return a name or title as one line, or None where it is none."""
    if not isinstance(text, str):
        return None
    line = " ".join(html.unescape(text).split())
    return line if 0 < len(line) <= _LONGEST_TITLE else None


def day_of(text: Any) -> dt.date | None:
    """Return the day that a page's own data write, as written there, whatever the time zone; None where it cannot be read."""
    if not isinstance(text, str):
        return None
    found = _DAY.match(text)
    if found:
        return _date(int(found[1]), int(found[3]), int(found[4]))
    written = _WRITTEN.match(text)
    if written is None or written[2][:3].lower() not in _MONTHS or bool(written[1]) == bool(written[3]):
        return None
    return _date(int(written[4]), _MONTHS.index(written[2][:3].lower()) + 1, int(written[1] or written[3]))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
