"""What the classifiers make of what the rules read: what its words make unlikely is left out, what they make likely is added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice
from typing import Any, get_args

from cliffhanger.claims.claim import Claim, Kind
from cliffhanger.claims.context import Context
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.likely.features import Told
from cliffhanger.claims.likely.figures import claimed
from cliffhanger.claims.likely.linear import kept
from cliffhanger.claims.likely.mentions import Mention
from cliffhanger.claims.likely.people import Candidate, surname
from cliffhanger.claims.likely.proposed import PROPOSED, polarity_of
from cliffhanger.claims.likely.sentence import Words, heard
from cliffhanger.claims.likely.standings import reweighed
from cliffhanger.claims.sentences import Sentence

_AT_ONCE = 100  # sentences, or claims, that are looked at together: of most articles all
PEOPLE: dict[Kind, str] = {"cast_role": "actor", "crew_role": "person"}  # kinds of persons, with the key of the name


class Judge:
    """Goes through an article beside the rules, sentence by sentence; it listens to each before anything is asked of it."""

    words: Words  # the sentence at hand
    _likely: AbstractSet[str]  # the kinds of which a claim in it may be kept

    def __init__(self, context: Context) -> None:
        """Begin an article."""
        self._context = context
        self._claims: list[Claim] = []
        self._remembered: list[tuple[Claim, Told]] = []
        self._not_judged = frozenset(get_args(Kind)).difference(kept("sentences").labels)
        self._of_mentions = kept("mentions").labels

    def listen(self, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
        """Go through the sentences of an article; nothing is asked but about the one that was given last."""
        rest, before = iter(sentences), None
        while stretch := list(islice(rest, _AT_ONCE)):
            for words in heard(stretch, self._context, before):
                self.words = before = words
                self._likely = self._not_judged.union(words.said.kept, *(told.kept for told in words.told))
                yield words.sentence

    def may(self, kinds: Iterable[str]) -> bool:
        """Say whether a claim of one of these kinds would be kept in a sentence: else no rule of theirs is asked."""
        return not self._likely.isdisjoint(kinds)

    def weighed(self, place: Place, told: Sequence[Found]) -> list[Found]:
        """Return what is kept of what rules read in a sentence, and what is added to it."""
        stays = [found for found in told if self._stays(found)]
        return [*stays, *self._people_added(place, told), *self._mentions_added(place, told), *self._added(place, told)]

    def remember(self, found: Found, claim: Claim) -> None:
        """Keep a claim of a sentence, with the standing that rules give it."""
        if found.learned and found.kind == "renewal_status" and claim.standing == "official":
            claim = replace(claim, standing="reported")
        self._remembered.append((claim, self.words.claim(found.kind, claim.standing, (found.start, found.end))))
        if len(self._remembered) == _AT_ONCE:
            self._reweigh()

    def claims(self) -> list[Claim]:
        """Return all claims that were remembered, each as firm as its words make it."""
        self._reweigh()
        return self._claims

    def _reweigh(self) -> None:
        self._claims += reweighed(self._remembered)
        self._remembered.clear()

    def _stays(self, found: Found) -> bool:
        words = self.words
        if found.kind in PEOPLE:
            who = surname(str(found.value.get(PEOPLE[found.kind], "")))
            named = [one for one in words.people if one.surname == who and one.start < found.end and found.start < one.end]
            if named:
                return any(found.kind in words.jobs[one.at].kept for one in named)
        if found.kind in self._of_mentions:
            held = [told for one, told in zip(words.mentions, words.told, strict=True) if _meet(one, found)]
            if held:
                return any(found.kind in told.kept for told in held)
        return found.kind in words.said.kept or found.kind in self._not_judged

    def _people_added(self, place: Place, told: Sequence[Found]) -> Iterator[Found]:
        words = self.words
        for kind, key in PEOPLE.items():
            if not self.may((kind,)):
                continue
            done = {surname(str(found.value.get(key, ""))) for found in told if found.kind == kind}
            for one in words.people:
                if one.surname not in done and kind in words.jobs[one.at].added:
                    done.add(one.surname)
                    yield _employed(place, words, kind, key, one)

    def _mentions_added(self, place: Place, told: Sequence[Found]) -> Iterator[Found]:
        words = self.words
        for one, said in zip(words.mentions, words.told, strict=True):
            kind: Any = self._of_mentions[said.chances.index(max(said.chances))] if said.added else None
            if kind in said.added and not any(found.kind == kind and _meet(one, found) for found in told):
                found = claimed(place, kind, one, words.mentions)
                if found is not None:
                    yield found

    def _added(self, place: Place, told: Sequence[Found]) -> Iterator[Found]:
        words = self.words
        if not words.said.added:
            return
        done = {found.kind for found in told}
        for kind, propose in PROPOSED.items():
            if kind not in done and kind in words.said.added:
                found = propose(place, words, told)
                if found is not None:
                    yield found


def _meet(one: Mention, found: Found) -> bool:
    return one.start < found.end and found.start < one.end


def _employed(place: Place, words: Words, kind: Kind, key: str, one: Candidate) -> Found:
    """Return a claim of the words of the clause from the person named before to the one named after: each has one of its own."""
    start, end = place.sentence.clause(one.start, one.end)
    start = max([start, *(other.end for other in words.people if other.end <= one.start)])
    end = min([end, *(other.start for other in words.people if other.start >= one.end)])
    return Found(kind, start, end, {key: one.name}, polarity_of(place.text[start:end]), learned=True)
