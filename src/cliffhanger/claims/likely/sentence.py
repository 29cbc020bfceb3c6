"""A sentence as the classifiers see it, and what they say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.context import Context
from cliffhanger.claims.likely import features
from cliffhanger.claims.likely.features import Numbers, numbers
from cliffhanger.claims.likely.linear import kept, vocabulary
from cliffhanger.claims.likely.mentions import Mention, mentions
from cliffhanger.claims.likely.people import Candidate, candidates
from cliffhanger.claims.sentences import Sentence
from cliffhanger.claims.words.features import Keys
from cliffhanger.claims.words.tokens import Token, tokens

_PAIR = 0.25  # half of what a pair of words counts, for each of the two
_LEAST = 0.02  # what a token must weigh at least to lengthen a run


@dataclass
class Words:
    """A sentence for the classifiers: its tokens, who is named in it, and how likely it is to claim what.

    ``known`` are the numbers of words; those that come with the package where none are given.
    """

    sentence: Sentence
    context: Context
    before: Words | None = field(default=None, repr=False)
    known: Mapping[str, int] = field(default_factory=vocabulary, repr=False)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens, in order."""
        text, series = str(self.sentence.text), self.context.series_pattern
        made = self.context.tokens.get(self.sentence.start)
        if made is not None and (series is None or series.search(text) is None):
            return made  # the article's first look made them
        return tokens(text, series, self.context.network_names)

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of the tokens."""
        return numbers(self.tokens, self.known)

    @cached_property
    def features(self) -> Keys:
        """The features of the sentence."""
        return features.of_sentence(self.numbers, self.before.numbers if self.before else None)

    @cached_property
    def chances(self) -> dict[str, float]:
        """The chance of each label of the classifier of sentences."""
        model = kept("sentences")
        return dict(zip(model.labels, model.chances(self.features).tolist(), strict=True))

    @cached_property
    def people(self) -> list[Candidate]:
        """Who is named."""
        return candidates(str(self.sentence.text), self.tokens, self.context)

    def around(self, one: Candidate) -> Keys:
        """Return the features of a person."""
        return features.of_person(self.tokens, one.at, (other.at for other in self.people), self.numbers, self.known)

    @cached_property
    def jobs(self) -> dict[int, dict[str, float]]:
        """The chances of each person, by its token, to be said to act or to make."""
        model = kept("people")
        return {one.at: dict(zip(model.labels, model.chances(self.around(one)).tolist(), strict=True)) for one in self.people}

    @cached_property
    def mentions(self) -> list[Mention]:
        """The dates and numbers."""
        return mentions(self.sentence.text, self.tokens)

    def beside(self, one: Mention) -> Keys:
        """Return the features of a date or a number."""
        return features.of_mention(one, self.numbers, self.before.numbers if self.before else None, self.known)

    @cached_property
    def told(self) -> list[dict[str, float]]:
        """The chances of each date and number to be what a claim of each kind is about."""
        model = kept("mentions")
        return [dict(zip(model.labels, model.chances(self.beside(one)).tolist(), strict=True)) for one in self.mentions]

    def claim(self, kind: str, standing: Standing, span: tuple[int, int]) -> Keys:
        """Return the features of a claim at characters ``span``, with the standing that the rules give it."""
        start, end = span
        quoted = any(a < end and start < b for a, b in self.sentence.quoted)
        told = [features.claimed(kind), features.claimed(standing)]
        told += [features.RELEASE] * self.context.is_release + [features.INTERVIEW] * self.context.is_interview
        told += [features.QUOTED] * quoted
        return features.of_claim(self.features, self.tokens, self.numbers, span, told, self.known)

    def stretch(self, label: str) -> tuple[int, int] | None:
        """Return the characters that speak most for a label: the run of tokens whose weights have the greatest sum.

        None where no token speaks for it.
        """
        if not self.tokens:
            return None
        worth = self._worth(label)
        cost = max(_LEAST, float(worth.mean()))  # a token that weighs less than the mean ends a run
        best, total, run = (0.0, 0, 0), 0.0, 0
        for n, one in enumerate(worth.tolist()):
            total, run = (total + one - cost, run) if total > 0 else (one - cost, n)
            if total > best[0]:
                best = (total, run, n)
        most, first, last = best
        return (self.tokens[first].start, self.tokens[last].end) if most > 0 else None

    def _worth(self, label: str) -> NDArray[np.float32]:
        """Return what each token says for a label, with half of each pair in which it stands."""
        model, ((words, stems), (side_by_side, apart)) = kept("sentences"), features.by_token(self.numbers)
        worth = model.worth(words, label) + model.worth(stems, label)
        near, far = _PAIR * model.worth(side_by_side, label), _PAIR * model.worth(apart, label)
        worth += near[:-1] + near[1:]  # the first pair is that of the sentence's beginning and the first token
        worth[:-1] += far[1:]
        worth[1:] += far[:-1]
        return worth
