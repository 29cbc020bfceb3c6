"""A sentence as the classifiers see it, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.context import Context
from cliffhanger.claims.likely import features
from cliffhanger.claims.likely.features import Numbers, Rows, Told, numbers
from cliffhanger.claims.likely.linear import Said, kept, vocabulary
from cliffhanger.claims.likely.mentions import Mention, mentions
from cliffhanger.claims.likely.people import Candidate, candidates
from cliffhanger.claims.sentences import Sentence
from cliffhanger.claims.words.features import Keys
from cliffhanger.claims.words.tokens import Token, tokens
from cliffhanger.claims.words.vocabulary import Vocabulary, as_sign

_PAIR = 0.25  # half of what a pair of words counts, for each of the two
_NOTHING = Said((), frozenset(), frozenset())
_LEAST = 0.02  # what a token must weigh at least to lengthen a run


@dataclass
class Words:
    """A sentence for the classifiers: its tokens, who is named in it, and how likely it is to claim what.

    ``known`` are the numbers of words; those that come with the package where none are given. What the classifiers say is there
    when it was ``heard``: of the sentence, ``said``; of each of ``mentions`` to be what a claim of each kind is about, ``told``.
    Its numbers and features are then a row of those that were made ``together``.
    """

    sentence: Sentence
    context: Context
    before: Words | None = field(default=None, repr=False)
    known: Vocabulary = field(default_factory=vocabulary, repr=False)
    said: Said = field(default=_NOTHING, repr=False)
    told: list[Said] = field(default_factory=list, repr=False)
    together: tuple[Numbers, Rows, int] | None = field(default=None, repr=False)

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
        if self.together is None:
            return numbers([self.tokens], self.known)
        here, _, row = self.together
        return here.one(row)

    @cached_property
    def features(self) -> Keys:
        """The features of the sentence."""
        if self.together is None:
            return features.of_sentences(self._with_before()).one(-1)
        _, told, row = self.together
        return told.one(row)

    def _with_before(self) -> Numbers:
        return numbers([*((self.before.tokens,) if self.before else ()), self.tokens], self.known)

    @cached_property
    def people(self) -> list[Candidate]:
        """Who is named."""
        return candidates(str(self.sentence.text), self.tokens, self.context)

    @cached_property
    def jobs(self) -> dict[int, Said]:
        """What each person, by its token, is said to do: to act, to make."""
        return dict(zip((one.at for one in self.people), kept("people").said(self.around()), strict=True))

    def around(self) -> Rows:
        """Return the features of each person."""
        return features.of_people([self.tokens], [(0, one.at) for one in self.people], self.numbers, self.known)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The dates and numbers."""
        return mentions(self.sentence.text, self.tokens)

    def beside(self) -> Rows:
        """Return the features of each date and number."""
        here = self._with_before()
        return features.of_mentions([(len(here.bounds) - 2, one) for one in self.mentions], here, self.known)

    def claim(self, kind: str, standing: Standing, span: tuple[int, int]) -> Told:
        """Return what the features of a claim at characters ``span`` are made of, with the standing that the rules give it."""
        start, end = span
        quoted = any(a < end and start < b for a, b in self.sentence.quoted)
        told = [as_sign(kind), as_sign(standing)]
        told += [features.RELEASE] * self.context.is_release + [features.INTERVIEW] * self.context.is_interview
        told += [features.QUOTED] * quoted
        return Told(self.features, self.tokens, self.numbers.words, span, told)

    def chances(self) -> dict[str, float]:
        """Return the chance of each label of the classifier of sentences."""
        return dict(zip(kept("sentences").labels, self.said.chances, strict=True))

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
        (words, stems), (side_by_side, apart) = features.by_token(self.numbers)
        count = len(words)
        each = kept("sentences").worth(np.concatenate((words, stems, side_by_side, apart)), label)
        worth = each[:count] + each[count : 2 * count]
        near, far = _PAIR * each[2 * count : 3 * count + 1], _PAIR * each[3 * count + 1 :]
        worth += near[:-1] + near[1:]  # the first pair is that of the sentence's beginning and the first token
        worth[:-1] += far[1:]
        worth[1:] += far[:-1]
        return worth


def heard(sentences: Iterable[Sentence], context: Context, before: Words | None = None) -> list[Words]:
    """Return sentences that follow one another with what the classifiers say of them; ``before`` is the one before them.

    All are asked about at once, which is much quicker than one after the other.
    """
    made = [Words(one, context) for one in sentences]
    row = made if before is None else [before, *made]
    known, tokens = vocabulary(), [one.tokens for one in row]
    here = numbers(tokens, known)
    told = features.of_sentences(here)
    said = kept("sentences").said(told)
    new = range(len(row) - len(made), len(row))
    for number in new:
        row[number].said, row[number].together = said[number], (here, told, number)
    at_work = [number for number in new if not said[number].kept.isdisjoint(kept("people").labels)]  # elsewhere few are asked for
    people = [(number, one.at) for number in at_work for one in row[number].people]
    for number in at_work:
        row[number].jobs = {}
    for (number, at), jobs in zip(people, kept("people").said(features.of_people(tokens, people, here, known)), strict=True):
        row[number].jobs[at] = jobs
    found = [(number, one) for number in new for one in row[number].mentions]
    for (number, _), kinds in zip(found, kept("mentions").said(features.of_mentions(found, here, known)), strict=True):
        row[number].told.append(kinds)
    return made
