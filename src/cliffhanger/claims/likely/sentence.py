"""Sentences as the classifiers see them, and what they say of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

    Its numbers and features are row ``row`` of those that are made ``together``. What the classifiers say is there when it was
    ``heard``: of the sentence, ``said``; of each of ``mentions`` to be what a claim of each kind is about, ``told``.
    """

    sentence: Sentence
    context: Context
    together: Together = field(repr=False)
    row: int
    said: Said = field(default=_NOTHING, repr=False)
    told: list[Said] = field(default_factory=list, repr=False)

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens, in order."""
        return self.together.tokens[self.row]

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of the tokens."""
        return self.together.numbers.one(self.row)

    @cached_property
    def features(self) -> Keys:
        """The features of the sentence."""
        return self.together.features.one(self.row)

    @cached_property
    def people(self) -> list[Candidate]:
        """Who is named."""
        return candidates(str(self.sentence.text), self.tokens, self.context)

    @cached_property
    def jobs(self) -> dict[int, Said]:
        """What each person, by its token, is said to do: to act, to make."""
        return next(self.together.jobs([self]))

    @cached_property
    def mentions(self) -> list[Mention]:
        """The dates and numbers."""
        return mentions(self.sentence.text, self.tokens)

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


class Together:
    """The tokens of sentences that follow one another, of which features are made at once: much quicker than one by one."""

    def __init__(self, found: Sequence[Sequence[Token]], known: Vocabulary) -> None:
        """Take the tokens of each sentence, and the numbers that words have."""
        self.tokens, self.known = found, known

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of the tokens."""
        return numbers(self.tokens, self.known)

    @cached_property
    def features(self) -> Rows:
        """The features of the sentences."""
        return features.of_sentences(self.numbers)

    def of_people(self, words: Sequence[Words]) -> Rows:
        """Return the features of each person in some of the sentences."""
        people = [(one.row, who.at) for one in words for who in one.people]
        return features.of_people(self.tokens, people, self.numbers, self.known)

    def of_mentions(self, words: Sequence[Words]) -> Rows:
        """Return the features of each date and number in some of the sentences."""
        found = [(one.row, what) for one in words for what in one.mentions]
        return features.of_mentions(found, self.numbers, self.known)

    def jobs(self, words: Sequence[Words]) -> Iterator[dict[int, Said]]:
        """Yield for each of some sentences what every person in it, by its token, is said to do: to act, to make."""
        said = iter(kept("people").said(self.of_people(words)))
        for one in words:
            yield {who.at: next(said) for who in one.people}


def in_a_row(
    sentences: Sequence[Sentence], context: Context, before: Words | None = None, known: Vocabulary | None = None
) -> list[Words]:
    """Return sentences of an article that follow one another; ``before`` is the one before them.

    ``known`` are the numbers of words; those that come with the package where none are given.
    """
    found = [*([] if before is None else [before.tokens]), *(_tokens(one, context) for one in sentences)]
    together = Together(found, vocabulary() if known is None else known)
    return [Words(one, context, together, row) for row, one in enumerate(sentences, len(found) - len(sentences))]


def _tokens(sentence: Sentence, context: Context) -> list[Token]:
    text, series = str(sentence.text), context.series_pattern
    made = context.tokens.get(sentence.start)
    if made is not None and (series is None or series.search(text) is None):
        return made  # the article's first look made them
    return tokens(text, series, context.network_names)


def heard(sentences: Sequence[Sentence], context: Context, before: Words | None = None) -> list[Words]:
    """Return one or more sentences in a row with what the classifiers say of them; ``before`` is the one before them."""
    words = in_a_row(sentences, context, before)
    together, at_work = words[0].together, kept("people").labels
    said = kept("sentences").said(together.features)
    for one in words:
        one.said = said[one.row]
    employing = [one for one in words if not one.said.kept.isdisjoint(at_work)]  # in others few are asked for
    for one, jobs in zip(employing, together.jobs(employing), strict=True):
        one.jobs = jobs
    told = iter(kept("mentions").said(together.of_mentions(words)))
    for one in words:
        one.told = [next(told) for _ in one.mentions]
    return words
