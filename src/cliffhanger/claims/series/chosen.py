"""The series of an article: what rules take for their names, and what a classifier of the words around names does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from cliffhanger.claims.article import SetApart
from cliffhanger.claims.names import fold
from cliffhanger.claims.sentences import Sentence
from cliffhanger.claims.series.candidates import candidates
from cliffhanger.claims.series.known import About
from cliffhanger.claims.series.likely import Names, Numbers, kept
from cliffhanger.claims.series.mentions import OTHER_WORK, Mentions, line, mentions

_LIKELY = 0.3  # the chance from which on a name is a series'; one that is missed is not known at all, one too many seldom matters
_BORNE = 0.55  # the same for a name that looks like a person's and is known as one
_BESIDE = 0.02  # the same for a name beside a series' in a list, that is nobody's and no network's
_CHANNEL = 0.95  # the same for one that ends as channels' names do
_SHOUTED = 0.9  # the same for one in capitals where these say nothing
_SURE = 0.6  # from which on a name around another is one as well
_NEVER = 2.0
_SPEAKS = "then :"  # as those are set who speak in an interview
_LABELS = frozenset({"heading", _SPEAKS})  # where capitals say nothing
_WHOLE = frozenset({"first", "last"})  # a whole sentence
_MAY_BE_MAIN = 0.05  # the same for the one that the article is rather about than about any other name: it is about one mostly
_UNNAMED = 0.15  # the same for the likeliest name of a paragraph that names no series, where the article goes from one to another
_SEVERAL = 3  # series that are named, from which on an article goes from one to another
_MOST = 100  # series of an article: whoever names more than that floods us


def names_in(
    about: About,
    sentences: Sequence[Sentence],
    set_apart: Sequence[SetApart],
    networks: re.Pattern[str] | None,
    by_rules: Sequence[str],
) -> Names:
    """Return what may be a series' name in an article."""
    names = list(dict.fromkeys([*candidates(about.text, about.title, sentences, set_apart), *by_rules]))
    return Names(about, names, mentions(about.text, names, sentences, set_apart), line(sentences, networks), sentences, by_rules)


def chosen(names: Names, on_file: AbstractSet[str], likely: tuple[Numbers, Numbers] | None = None) -> tuple[str, ...]:
    """Return the series of an article, the one that it is mostly about first; ``on_file`` are known to be some.

    ``likely`` is the chance of each name, and by how much the article is rather about it; of the classifier that comes with the
    package where it is not given.
    """
    if not names.names:
        return ()
    chance, main = (one.tolist() for one in likely or kept().likely(names))
    order = sorted(range(len(names.names)), key=lambda n: (names.names[n] not in on_file, -chance[n]))
    least = _least(names, on_file)
    first = main.index(max(main))
    taken = [first] if _may_be_main(names, first) and least[first] < _NEVER and chance[first] >= _MAY_BE_MAIN else []

    def take(one: int, *, sure: bool = False) -> None:
        if len(taken) < _MOST and not _is_part(names, one, taken, sure=sure):
            taken.append(one)

    for n in order:
        if chance[n] >= least[n]:
            take(n, sure=chance[n] >= _SURE or names.names[n] in on_file)
    for one, other in (*names.pairs[1], *((other, one) for one, other in reversed(names.pairs[1]))):
        if one in taken and chance[other] >= _BESIDE and not names.borne[other]:
            take(other)
    taken.sort(key=lambda n: -main[n])
    if len(taken) >= _SEVERAL:  # none of these is what the article is mostly about
        for one in _of_paragraphs(names, chance, taken):
            take(one)
    return tuple(names.names[n] for n in taken)


def _of_paragraphs(names: Names, chance: Sequence[float], taken: Sequence[int]) -> list[int]:
    """Return the likeliest name of each paragraph that has none that is taken, in the order in which they stand."""
    found = names.found
    paragraph = [names.sentences[number].block.start for number in found.sentence.tolist()]
    done = {start for start, of in zip(paragraph, found.of.tolist(), strict=True) if of in taken}
    best: dict[int, int] = {}
    for start, of in zip(paragraph, found.of.tolist(), strict=True):
        likelier = start not in best or chance[of] > chance[best[start]]
        if start not in done and likelier and chance[of] >= _UNNAMED and not _is_anothers(names.borne[of]):
            best[start] = of
    return list(dict.fromkeys(best[start] for start in sorted(best)))


def _is_anothers(borne: Sequence[str]) -> bool:
    """Say whether a name is that of somebody who acts or makes something, or looks like a channel's, a land's or no title."""
    return any(other.endswith("11") or not other.startswith("person") for other in borne)


def _may_be_main(names: Names, one: int) -> bool:
    """Say whether a name may be what an article is about: one like a person's, or in capitals, heads it or is named again."""
    name = names.names[one]
    doubtful = name.isupper() or any(other.startswith("person") for other in names.borne[one])
    return not doubtful or names.about.heads(name) or bool(names.counts[one] > 1)


def _least(names: Names, on_file: AbstractSet[str]) -> list[float]:
    """Return from which chance on each name is taken; never what is said to be another work's."""
    return [
        0 if name in on_file else _from(name, places, borne, ruled=name in names.by_rules)
        for name, places, borne in zip(names.names, names.places, names.borne, strict=True)
    ]


def _from(name: str, places: Sequence[Sequence[str]], borne: Sequence[str], *, ruled: bool) -> float:
    elsewhere = bool(places) and all(OTHER_WORK in told for told in places)
    shouted = name.isupper() and all(not _LABELS.isdisjoint(told) or _WHOLE.issubset(told) for told in places)
    speaks = shouted and any(_SPEAKS in told for told in places)
    if (elsewhere or speaks) and not ruled:
        return _NEVER
    if shouted and not ruled:
        return _SHOUTED
    if "channel" in borne:
        return _CHANNEL
    return _BORNE if not ruled and any(other.startswith("person 11") for other in borne) else _LIKELY


def _is_part(names: Names, one: int, taken: Sequence[int], *, sure: bool) -> bool:
    """Say whether a name is one that is taken, with other letters, or stands only within those.

    One around a name that is taken is one with more words, unless it is ``sure`` to be a series', too ("Copper Bay: Origins").
    """
    name, folded = names.names[one], [fold(names.names[n]) for n in taken]
    if fold(name) in folded or f"the {fold(name)}" in folded:
        return True
    if not sure and any(f" {other} " in f" {fold(name)} " for other in folded):
        return True
    longer = [n for n, other in zip(taken, folded, strict=True) if f" {fold(name)} " in f" {other} "]
    return bool(longer) and not _stands_alone(names.found, one, longer)


def _stands_alone(found: Mentions, one: int, longer: Sequence[int]) -> bool:
    around = [(found.start[at], found.end[at]) for n in longer for at in (found.of == n).nonzero()[0]]
    return any(
        not any(start <= found.start[at] and found.end[at] <= end for start, end in around)
        for at in (found.of == one).nonzero()[0]
    )
