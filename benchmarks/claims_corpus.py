"""Sentences with what they claim, for training the classifiers.

They are those of annotated sets, of marked passages, of items about fates, and what rules were tested with.

A file of marked passages or articles has header lines, and marks in the text:

    # series: Saltpetre | network: Tern TV | outlet: Square Eyes | date: 2025-10-17
    [[renewal_status renewed official|*Saltpetre* will get a third series]], Tern TV said.

A mark is the kind, the value (a status, a name, a number; "not:" before it says no), the standing, and the words.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.claims_score import annotated
from cliffhanger.claims import grammar
from cliffhanger.claims.article import Article
from cliffhanger.claims.claim import Standing
from cliffhanger.claims.context import Context, look
from cliffhanger.claims.likely.sentence import Words, in_a_row
from cliffhanger.claims.words.vocabulary import Vocabulary
from cliffhanger.sources.articles.files import Refused
from cliffhanger.sources.articles.page import article

CLAIMS = Path(__file__).parent.parent / "tests" / "claims"
PASSAGES = CLAIMS / "passages"
SENTENCES = CLAIMS / "sentences.jsonl"
FATES = CLAIMS / "fates"  # short items of which only what becomes of series is annotated
OF_FATES = frozenset({"renewal_status"})
# Sets on which nothing is ever trained or mended: what is measured on them says how others are read.
YARDSTICKS = frozenset({"k", "v", "w", "za", "zb", "zh", "zi", "zj", "zk", "zs", "zt"})
# Sets of which only the names of series are trained on: trained on their claims, too, the classifiers read no better.
FOR_NAMES = frozenset({"zu", "zv", "zw", "zx", "zy", "zz"})
YARDSTICKS_OF_FATES = frozenset({"fb"})
_HEADER = re.compile(r"# series: (.+) \| network: (.*) \| outlet: (.*) \| date: (\d{4}-\d\d-\d\d)$")
_MARK = re.compile(r"\[\[(\w+) (.+?) (\w+)\|(.*?)\]\]", re.DOTALL)
_STATUSES = frozenset({"renewal_status", "production_status"})


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of a sentence: its kind, status with its polarity, person, standing, and the words (code points of the file)."""

    kind: str
    start: int
    end: int
    status: str | None = None
    person: str | None = None
    standing: Standing | None = None

    @property
    def labels(self) -> set[str]:
        """What the classifier of sentences shall say."""
        return {self.kind, f"{self.kind}={self.status}"} if self.status else {self.kind}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: where it comes from, its words, what it claims by annotation and what the rules alone read in it.

    ``annotated`` are the kinds of which all claims are annotated in it; null where all kinds are.
    """

    source: str
    article: str
    words: Words
    place: tuple[int, int]  # code points of the file
    gold: tuple[Told, ...]
    read: tuple[Told, ...] = field(default=())
    annotated: frozenset[str] | None = None


def rows_of(
    source: str, one: Article, context: Context, gold: list[Told], read: list[Told], annotated: frozenset[str] | None = None
) -> Iterator[Row]:
    """Yield the sentences of an article."""
    for words in in_a_row(list(context.sentences()), context, known=Vocabulary()):  # words get numbers when all are known
        start, end = one.raw_span(words.sentence.start, words.sentence.end)
        inside = [tuple(told for told in of if told.start < end and start < told.end) for of in (gold, read)]
        yield Row(source, one.id, words, (start, end), *inside, annotated)


def told_of(kind: str, value: dict[str, Any], polarity: str, standing: Standing | None, start: int, end: int) -> Told:
    """Return a claim as this module has it."""
    status = f"{value.get('status')}{'' if polarity == '+' else '-'}" if kind in _STATUSES else None
    person = value.get("actor") if kind == "cast_role" else value.get("person") if kind == "crew_role" else None
    return Told(kind, start, end, status, person, standing)


def read_in(one: Article, known: tuple[str, ...] = ()) -> list[Told]:
    """Return what the rules alone read in an article."""
    return [
        told_of(claim.kind, claim.value, claim.polarity, claim.standing, claim.quote.start, claim.quote.end)
        for claim in grammar.read(one, known)
    ]


def of_set(gold: Path) -> Iterator[Row]:
    """Yield the sentences of an annotated set."""
    for line, one in annotated(gold):
        if not isinstance(one, Refused):
            told = [
                told_of(c["kind"], c["value"], c["polarity"], c["standing"], c["quote"]["start"], c["quote"]["end"])
                for c in line["claims"]
            ]
            yield from rows_of(gold.parent.name, one, look(one), told, read_in(one))


def sets(*, yardsticks: bool) -> Iterator[Row]:
    """Yield the sentences of the annotated sets to train on, or of those never trained on."""
    golds = [CLAIMS / "dev" / "gold.jsonl", *sorted((CLAIMS / "others").glob("*/gold.jsonl"))]
    for gold in golds:
        if (gold.parent.name in YARDSTICKS) == yardsticks and gold.parent.name not in FOR_NAMES:
            yield from of_set(gold)


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked passage: the article, what its marks claim, and the series and networks that its header names."""

    article: Article
    told: list[Told]
    series: tuple[str, ...]
    networks: frozenset[str]


def passages(file: Path) -> Iterator[Passage]:
    """Yield the passages of a file."""
    parts = re.split(r"\n(?=# series:)", file.read_text(encoding="utf-8").strip())
    for number, part in enumerate(parts):
        head, _, body = part.partition("\n")
        header = _HEADER.match(head)
        if header is None:
            raise ValueError(
                f"{file}: the header of part {number + 1} is not '# series: ... | network: ... | outlet: ... | date: ...'"
            )
        text, told = _unmarked(body.strip() + "\n")
        one = article(text, name=f"{file.stem}#{number}", outlet=header[3], published=dt.date.fromisoformat(header[4]))
        series = tuple(name.strip() for name in header[1].split(";"))
        yield Passage(one, told, series, frozenset(name.strip() for name in re.split("[;,]", header[2])) - {"", "-"})


def marked(file: Path) -> Iterator[Row]:
    """Yield the sentences of a file of marked passages."""
    for one in passages(file):
        context = look(one.article, one.series)
        context.series = tuple(dict.fromkeys([*one.series, *context.series]))
        context.networks = context.networks | one.networks
        yield from rows_of(file.stem, one.article, context, one.told, read_in(one.article, one.series))


@dataclass(frozen=True, slots=True)
class Item:
    """A short text of which every claim about what becomes of a series is annotated, with the names of all series in it.

    ``fates`` are such claims, ``looks_like`` spans of words that look like one and tell none; ``main`` is the series it is about.
    """

    article: Article
    main: str
    names: tuple[str, ...]
    fates: tuple[dict[str, Any], ...]
    looks_like: tuple[dict[str, Any], ...]

    @property
    def told(self) -> list[Told]:
        """The fates as this module has claims."""
        return [
            told_of("renewal_status", fate, fate["polarity"], fate["standing"], *span_of(self.article.raw, fate["quote"]))
            for fate in self.fates
        ]


def span_of(text: str, quote: str) -> tuple[int, int]:
    """Return where a quote stands in a text; raises ValueError where it does not."""
    start = text.index(quote)
    return start, start + len(quote)


def items(*, yardsticks: bool) -> Iterator[Item]:
    """Yield the items about fates to train on, or those never trained on."""
    for file in sorted(FATES.glob("*.jsonl")):
        if (file.stem in YARDSTICKS_OF_FATES) != yardsticks:
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            kept = json.loads(line)
            day = dt.date.fromisoformat(kept["published"])
            one = article(kept["text"], name=kept["id"], outlet=kept["outlet"], published=day)
            yield Item(one, kept["main"], tuple(kept["names"]), tuple(kept["fates"]), tuple(kept["looks_like"]))


def of_items(*, yardsticks: bool) -> Iterator[Row]:
    """Yield the sentences of items about fates."""
    for one in items(yardsticks=yardsticks):
        yield from rows_of("fates", one.article, look(one.article), one.told, read_in(one.article), OF_FATES)


def _unmarked(body: str) -> tuple[str, list[Told]]:
    text, told, at = "", list[Told](), 0
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()]
        start = len(text)
        text += mark[4]
        said = mark[2].removeprefix("not:")
        value = {"status": said, "actor": said, "person": said}
        told.append(told_of(mark[1], value, "-" if mark[2] != said else "+", mark[3], start, len(text)))
        at = mark.end()
    return text + body[at:], told


def tested() -> Iterator[Row]:
    """Yield each sentence of the texts that rules were tested with, with what they read in it, which the tests held to be right.

    The file was written from the tests on 30 November 2026, before the rules that read nothing but such sentences were dropped
    together with their cases.
    """
    sentences = set[str]()
    for number, line in enumerate(SENTENCES.read_text(encoding="utf-8").splitlines(), 1):
        kept = json.loads(line)
        day = dt.date.fromisoformat(kept["published"]) if kept["published"] else None
        one = article(kept["text"], name=f"tests#{number}", outlet=kept["outlet"], published=day)
        told = [Told(**claim) for claim in kept["claims"]]
        for row in rows_of("tests", one, look(one), told, []):
            text = str(row.words.sentence.text)
            if text not in sentences:
                sentences.add(text)
                yield row
