"""What a rule of the grammar finds in a sentence, before its standing and its subject are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cliffhanger.claims.claim import Attribution, Kind, Polarity, Standing
from cliffhanger.claims.context import Context
from cliffhanger.claims.patterns import Text
from cliffhanger.claims.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A claim in the making: characters ``start`` to ``end`` of the sentence, its kind and value.

    ``standing`` and ``by`` are set where the rule itself tells them ("renewal odds"); otherwise the clause decides.
    ``season`` and ``series`` are set where the rule read them; ``past`` says that the assertion is of what was, which
    leads to the season before. ``learned`` says that no rule read it, but the classifier of words.
    """

    kind: Kind
    start: int
    end: int
    value: dict[str, Any]
    polarity: Polarity = "+"
    standing: Standing | None = None
    by: Attribution | None = None
    season: int | None = None
    series: str | None = None
    past: bool = False
    learned: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where the grammar stands: the sentence, the article around it, who speaks, what was asked and what was found last.

    A place is itself only, so that what is asked of it again and again is kept (``speakers``).
    """

    sentence: Sentence
    context: Context
    speaker: str | None = None
    before: tuple[Sentence, ...] = field(default=())
    question: str | None = None
    last: tuple[Found, ...] = field(default=())
    introduced: str | None = None  # the sentence that ends with a colon before the list in which this one is an item
    text: Text = field(init=False)  # the words of the sentence
    lower: Text = field(init=False)  # the same in small letters, to ask whether a rule's words occur at all

    def __post_init__(self) -> None:
        """Keep at hand what every rule asks for first."""
        object.__setattr__(self, "text", self.sentence.text)
        object.__setattr__(self, "lower", self.sentence.lower)
