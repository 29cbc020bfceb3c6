"""One claim: one assertion by one source in one sentence, with the words that make it."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import dataclass
from typing import Any, Literal
from unicodedata import category

Standing = Literal["official", "reported", "rumour", "speculation", "denied"]
Polarity = Literal["+", "-"]
SourceType = Literal[
    "network_or_studio",
    "talent",
    "named_outlet",
    "measurement_firm",
    "score_aggregator",
    "unnamed_source",
    "fans",
    "outlet",
]
Kind = Literal[
    "renewal_status",
    "release_date",
    "cast_role",
    "crew_role",
    "production_status",
    "viewership",
    "episode_count",
    "platform",
    "budget",
    "score",
    "trailer_status",
    "plot_expectation",
    "petition",
    "hashtag",
    "reason",
    "announcement_date",
    "award",
    "runtime",
    "location",
    "source_material",
    "statement",
    "theme",
    "open_question",
]


@dataclass(frozen=True, slots=True)
class Subject:
    """The series and season that an assertion is about; a null season is the whole series or one that the text does not say."""

    series: str | None
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word: the type of source and its name, where one is given. The outlet's own voice is ``outlet``."""

    type: SourceType
    name: str | None = None


NOT_ANNOTATED: frozenset[Kind] = frozenset({"theme", "open_question"})  # kinds that no annotated set has
CLASSIFIER = "the classifier of words"  # the reader of what no rule read (`likely`)
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})  # controls, zero-width and bidi marks, lone surrogates
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)


def as_read(words: str) -> str:
    """Return the words of a quote as a reader of the page sees them: no tags, entities resolved, no unseen signs, one line."""
    resolved = html.unescape(_TAG.sub("", words))
    return " ".join("".join(sign for sign in resolved if sign.isspace() or category(sign) not in _UNSEEN).split())


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of the claim: code points ``start`` to ``end`` of the raw file, and those words as they stand there.

    They have the tags and entities of a page; ``as_read`` gives what a reader sees.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion. ``value`` is typed by ``kind`` (`docs/claims.md`); ``said_at`` is the day of the article.

    ``extractor`` names the language model that found it or made its standing weaker, with the version of its instructions, or is
    ``CLASSIFIER``; None for what a rule of the grammar read.
    """

    kind: Kind
    subject: Subject
    value: dict[str, Any]
    polarity: Polarity
    standing: Standing
    attribution: Attribution
    quote: Quote
    said_at: dt.date | None = None
    extractor: str | None = None
