"""From what a model proposes to claims: only what stands in the article, in words that assert it, no firmer than the rules allow.

A proposal becomes a claim when its quote stands in the visible text, letter by letter but for spaces, curly marks and the way
accents are encoded, within one sentence and outside what is masked; when every number, date and name of its value follows from
that sentence or its paragraph; when the source it names is named in the article; and when the grammar takes the sentence for an
assertion. Its standing is the weaker of the model's and the grammar's. Nothing near is taken for the same: 0.95 of a quote is not
the quote.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cliffhanger.claims.article import Article
from cliffhanger.claims.assertions import Reader
from cliffhanger.claims.claim import Claim, Standing
from cliffhanger.claims.context import Context, look
from cliffhanger.claims.derived import Words, checked
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.grammar import claim_at
from cliffhanger.claims.names import fold
from cliffhanger.claims.proposals import Proposal
from cliffhanger.claims.seasons_said import season_of
from cliffhanger.claims.sentences import Sentence, sentences
from cliffhanger.claims.slots import OWN_WORDS, slot_of

_FIRMNESS: dict[Standing, int] = {"official": 4, "reported": 3, "rumour": 2, "speculation": 1}
_STRAIGHT = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A proposal that became no claim, and why."""

    proposal: Proposal
    why: str


@dataclass(frozen=True, slots=True)
class Grounded:
    """What became of proposals: claims of the text, and refusals; together as many as there were proposals."""

    claims: tuple[Claim, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """The claims of both readers, in the order of their quotes.

    ``added`` counts those that only the model found, ``weakened`` those of the grammar whose standing it lowered, ``differing``
    its own that were left out because the grammar reads the same words otherwise.
    """

    claims: tuple[Claim, ...]
    added: int
    weakened: int
    differing: int


def grounded(article: Article, proposals: Sequence[Proposal], *, extractor: str, known_series: Sequence[str] = ()) -> Grounded:
    """Turn proposals into claims, or tell why not.

    Parameters
    ----------
    article
        The article that they are about.
    proposals
        What a model said.
    extractor
        Who proposed: the model and the version of its instructions.
    known_series
        Names that are on file already.
    """
    context = look(article, known_series)
    folded = _folded(article.text)
    spans = [list(_spans(folded, proposal.quote)) for proposal in proposals]
    whole = f" {fold(article.text)} "
    made: dict[int, Claim | str] = {}
    for number, proposal in enumerate(proposals):
        if not spans[number]:
            made[number] = "its quote is not in the text"
        elif proposal.said_by is not None and f" {fold(proposal.said_by)} " not in whole:
            made[number], spans[number] = f"the article does not name {proposal.said_by[:60]}", []
    for sentence, place, reader in _walk(article, context):
        for number, proposal in enumerate(proposals):
            inside = [(a, b) for a, b in spans[number] if sentence.start <= a and b <= sentence.end]
            if inside and not isinstance(made.get(number), Claim):  # words that come again may assert only then
                became = _claim(article, proposal, inside[0], place, reader)
                made[number] = became if isinstance(became, Claim) else made.get(number, became)
    found = [made.get(number, "its quote is not within one sentence") for number in range(len(proposals))]
    claims = tuple(replace(one, extractor=extractor) for one in found if isinstance(one, Claim))
    refused = tuple(Refusal(proposals[n], one) for n, one in enumerate(found) if isinstance(one, str))
    return Grounded(claims, refused)


def joined(grammar: Sequence[Claim], model: Sequence[Claim]) -> Joined:
    """Put both readers' claims together.

    Where both found the same, the weaker standing holds and the claim names the model if it is the model's. Where they read the
    same words as different answers to one question, the grammar's stays: the grammar is the floor.
    """
    held, added = list(grammar), list[Claim]()
    weakened = differing = 0
    for claim in model:
        if any(_same_question(one, claim) for one in added):
            continue
        place = next((n for n, one in enumerate(held) if _same_question(one, claim)), None)
        if place is None:
            added.append(claim)
        elif not _agree(held[place], claim):
            differing += 1
        elif _weaker(claim.standing, held[place].standing) != held[place].standing:
            held[place] = replace(held[place], standing=claim.standing, extractor=claim.extractor)
            weakened += 1
    ordered = sorted([*held, *added], key=lambda one: (one.quote.start, one.quote.end, one.kind))
    return Joined(tuple(ordered), len(added), weakened, differing)


def _walk(article: Article, context: Context) -> Iterator[tuple[Sentence, Place | None, Reader]]:
    """Go through the sentences as the grammar does, so that who speaks and what is taken back are known at each."""
    reader = Reader(context)
    before: tuple[Sentence, ...] = ()
    for sentence in sentences(article):
        yield sentence, reader.place(sentence, before), reader
        before = (*before[-3:], sentence)


def _claim(article: Article, proposal: Proposal, span: tuple[int, int], place: Place | None, reader: Reader) -> Claim | str:
    if place is None:
        return "its quote is a heading or a filler, which asserts nothing"
    first, last = article.raw_span(*span)
    if any(masked.start < last and first < masked.end for masked in article.masked):
        return "its quote runs over what is no part of the article"
    block = place.sentence.block
    paragraph = article.text[block.start : block.end]
    if proposal.season is not None and proposal.season not in _seasons(place, paragraph):
        return f"the text names no season {proposal.season} there"
    words = Words(place.text, paragraph, article.text, article.published)
    value, why = checked(proposal.kind, proposal.value, words)
    if why is not None:
        return why
    start, end = (at - place.sentence.start for at in span)
    found = Found(proposal.kind, start, end, value, proposal.polarity, season=proposal.season)
    if not any(one is found for one in reader.kept(place, [found])):
        return "its sentence asserts nothing: a question, a wish, irony, a plot or what was taken back"
    claim = claim_at(article, place, found)
    if claim is None:
        return "nothing of its quote is left"
    return replace(claim, standing=_weaker(proposal.standing, claim.standing))


def _seasons(place: Place, paragraph: str) -> set[int | None]:
    focus = place.context.focus
    near = {season_of(place.text), season_of(paragraph), season_of(place.context.article.title or "")}
    return near | ({focus, focus - 1} if focus else set())


def _weaker(model: Standing, rules: Standing) -> Standing:
    """The less firm of the two; that something is denied is for the rules to say."""
    if "denied" in {model, rules}:
        return rules
    return min(rules, model, key=lambda standing: _FIRMNESS[standing])


def _same_question(one: Claim, other: Claim) -> bool:
    """Whether two claims answer one question with the same words; words that stand for themselves are one question's."""
    if one.kind != other.kind or one.quote.start >= other.quote.end or other.quote.start >= one.quote.end:
        return False
    return one.kind in OWN_WORDS or slot_of(one, "", None) == slot_of(other, "", None)


def _agree(one: Claim, other: Claim) -> bool:
    if one.kind in OWN_WORDS:
        return True
    shared = one.value.keys() & other.value.keys()
    return one.polarity == other.polarity and all(_alike(one.value[key], other.value[key]) for key in shared)


def _alike(one: object, other: object) -> bool:
    return fold(one) == fold(other) if isinstance(one, str) and isinstance(other, str) else one == other


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text with plain spaces and straight marks, and where each of its characters begins and ends in the text."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def _folded(text: str) -> _Folded:
    """Fold accents into one character each (NFC), all white space into one space, curly quotation marks into straight ones."""
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        if text[at].isspace():
            while end < len(text) and text[end].isspace():
                end += 1
            letters = " "
        else:
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            letters = unicodedata.normalize("NFC", text[at:end]).translate(_STRAIGHT)
        kept.append(letters)
        starts += [at] * len(letters)
        ends += [end] * len(letters)
        at = end
    return _Folded("".join(kept), starts, ends)


def _spans(folded: _Folded, quote: str) -> Iterator[tuple[int, int]]:
    """Yield where a quote stands in the text."""
    wanted = _folded(quote.strip()).text
    at = folded.text.find(wanted) if wanted else -1
    while at >= 0:
        yield folded.starts[at], folded.ends[at + len(wanted) - 1]
        at = folded.text.find(wanted, at + 1)
