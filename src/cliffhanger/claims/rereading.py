"""An article that is read once more, by a better grammar or by a model beside it: what changes of what is on file.

A claim that both readings found stays as it is, with its number and its reviews. What a person decided stays as well: the new
reading of the same words is not set beside it. What only a model had found stays while no model is asked.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from cliffhanger.claims.claim import CLASSIFIER, Claim
from cliffhanger.claims.recorded import Recorded


@dataclass(frozen=True, slots=True)
class Readers:
    """Who read an article: the version of the grammar, 0 where nobody noted it, and the model beside it, if any."""

    grammar: int = 0
    extractor: str | None = None

    def due_after(self, last: Readers) -> bool:
        """Whether they may find what the last readers did not: a newer grammar, or another model. An older grammar never may."""
        newer = self.grammar > last.grammar
        return newer or (self.grammar == last.grammar and self.extractor not in {None, last.extractor})


@dataclass(frozen=True, slots=True)
class Amended:
    """What a further reading changes: claims that are new, in the order of the text, and claims that it no longer finds."""

    new: tuple[Claim, ...]
    withdrawn: tuple[Recorded, ...]


def amended(counting: Sequence[Recorded], reading: Sequence[Claim], *, model_asked: bool) -> Amended:
    """Compare what counts of an article with a further reading of it.

    Two claims are the same when all that they say is equal, whoever found them.
    """
    on_file, found = Counter(said_by(one.claim) for one in counting), Counter(said_by(claim) for claim in reading)
    gone = [one for one in counting if not _taken(found, one.claim)]
    new = [claim for claim in reading if not _taken(on_file, claim)]
    stays = [one for one in gone if one.decided or (one.claim.extractor not in {None, CLASSIFIER} and not model_asked)]
    for one in stays:
        again = next((claim for claim in new if _same_words(claim, one.claim)), None)
        if again is not None:
            new.remove(again)
    return Amended(tuple(new), tuple(one for one in gone if one not in stays))


def _taken(counter: Counter[str], claim: Claim) -> bool:
    """Whether there is such a claim; it is crossed off."""
    said = said_by(claim)
    counter[said] -= 1
    return counter[said] >= 0


def said_by(claim: Claim) -> str:
    """Return all that a claim says, whoever found it, so that two can be compared."""
    plain = asdict(replace(claim, extractor=None))
    return json.dumps(plain, sort_keys=True, default=str)


def _same_words(one: Claim, other: Claim) -> bool:
    """Whether two claims of a kind rest on the same words."""
    return one.kind == other.kind and one.quote.start < other.quote.end and other.quote.start < one.quote.end
