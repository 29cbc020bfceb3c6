"""What an article is about: its series, seasons, networks and people, and what sort of article it is."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from cliffhanger.claims.article import Article
from cliffhanger.claims.interviews import asks_by_turns, first_named, is_interview, named_in_title, turn, who_answers
from cliffhanger.claims.names import FULL_NAME, fold, is_person, trimmed
from cliffhanger.claims.networks import LOOKED, networks_of
from cliffhanger.claims.patterns import INDEX, Text, regex
from cliffhanger.claims.people import characters_in, makers_in, players_in
from cliffhanger.claims.seasons_said import focus_of
from cliffhanger.claims.sentences import Sentence, sentences
from cliffhanger.claims.series.chosen import chosen, names_in
from cliffhanger.claims.series.known import About
from cliffhanger.claims.series.likely import Names
from cliffhanger.claims.series.named import Named, series_named
from cliffhanger.claims.series.titles import places_of
from cliffhanger.claims.words.tokens import Token

_RELEASE = regex(
    r"(?i)for immediate release|\btoday announce[ds]\b|\bis (?:pleased|delighted|proud|thrilled|excited) to (?:announce|"
    r"confirm)|notes to editors|"
    r"^media contact|^press contact|^\W*ends\W*$|"
    r"^about (?-i:[A-Z][\w+’'-]*(?: [A-Z][\w+’'-]*){0,4})(?:\W*$|:? (?-i:[A-Z]))|announce[ds]? today"
)
_OWNERS_PAGE = regex(
    r"(?i)(?<!free )(?<!daily )(?<!evening )(?<!morning )(?<!sunday )(?<!associated )"
    r"\b(?:press(?! (?:agency|association|trust|gazette|herald|and|&|club|wire))|newsroom|media cent(?:re|er)|media|prensa|"
    r"presse|stampa|imprensa|communications|originals|publicity|corporate|studios? news)\b"
)
_HEADLINE = 400  # characters: what is longer is none
_TITLE = 200  # characters: most of what is longer, and is called no title, is the first paragraph
_OPENS = 30  # characters in which a section names its series
_QUESTION = regex(r"Q(?:uestion)?[:.] ")
_OPENING_MARKS, _CLOSING_MARKS = ("“", "‘", '"'), ("”", "’", '"', ",", ".")
_REVIEWING = regex(r"(?i)\brecap\b|\breview\b|\bepisodes? \d+|stray observations")


@dataclass(eq=False)  # itself only, so that what is worked out of it is kept
class Context:
    """The article and what the grammar has learnt of it at a first look.

    ``series`` are the names of series in it, the one it is mostly about first; ``focus`` is the season that its news is about.
    """

    article: Article
    networks: frozenset[str] = frozenset()
    series: tuple[str, ...] = ()
    focus: int | None = None
    is_release: bool = False
    is_recap: bool = False
    is_interview: bool = False
    asks: bool = False  # an interview whose questions are paragraphs of their own
    guest: str | None = None
    people: dict[str, str] = field(default_factory=dict)
    opening: tuple[Sentence, ...] = ()  # the sentences in which the article says what it is about
    tokens: dict[int, list[Token]] = field(default_factory=dict)  # of those, by where they begin; no series is one token there

    def sentences(self) -> Iterator[Sentence]:
        """Yield all sentences in order; those behind the opening are made one by one, because there may be very many."""
        yield from self.opening
        if len(self.article.text) > LOOKED:
            yield from (one for one in sentences(self.article) if one.end > LOOKED)

    @cached_property
    def looked(self) -> tuple[Text, ...]:
        """The words of the opening, by sentences."""
        return tuple(one.text for one in self.opening)

    @property
    def published(self) -> dt.date | None:
        """The day of the article."""
        return self.article.published

    @property
    def longest_networks(self) -> tuple[str, ...]:
        """The networks in one order, which a set has not: the longest first, so that "Arden Now" goes before "Arden"."""
        return tuple(sorted(self.networks, key=lambda name: (-len(name), name)))

    @cached_property
    def owner(self) -> str | None:
        """The network whose page this is, for a press release."""
        outlet = fold(self.article.outlet or "")
        named = next((name for name in self.longest_networks if fold(name) and fold(name) in outlet), None)
        if named:
            return named
        if self.is_release and _OWNERS_PAGE.search(
            self.article.outlet or ""
        ):  # "Kestrel Media" writes of Kestrel without its name
            return _OWNERS_PAGE.sub("", self.article.outlet or "").strip() or None
        return min(self.longest_networks, key=self.article.text.find, default=None)

    @cached_property
    def series_pattern(self) -> re.Pattern[str] | None:
        """Finds a name of a series of this article."""
        if not self.series:
            return None
        names = "|".join(re.escape(name) for name in sorted(self.series, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)

    @cached_property
    def sections(self) -> list[tuple[int, str]]:
        """Where a block begins with a series' name, is a heading that has one or asks about one, and which; in order."""
        if self.series_pattern is None:
            return []
        found = []
        for block in self.article.blocks:
            text = self.article.text[block.start : min(block.end, block.start + LOOKED)]
            named = self.series_pattern.search(text)
            asks = text.rstrip(' ”"').endswith("?") or _QUESTION.match(text) is not None
            if named and (named.start() < _OPENS or block.kind == "heading" or asks):
                found.append((block.start, self.series_by_words.get(named[0].lower(), named[0])))
        return found

    @cached_property
    def series_by_words(self) -> dict[str, str]:
        """The names of the series, by these in small letters."""
        return {name.lower(): name for name in self.series}

    @cached_property
    def network_pattern(self) -> re.Pattern[str]:
        """A pattern of the networks, by name or by a common noun."""
        names = "|".join(map(re.escape, self.longest_networks))
        nouns = (
            r"[Tt]he (?:streamer|streaming (?:giant|service|platform|monster)|network|broadcaster|service|platform|"
            r"channel|studio|producers|makers|company)"
        )
        return re.compile(rf"(?:(?<!\w)(?:{names})(?!\w)|\b{nouns}\b)" if names else rf"\b{nouns}\b")

    @cached_property
    def network_names(self) -> re.Pattern[str] | None:
        """Finds the name of a network of this article."""
        return any_of(self.longest_networks)

    @cached_property
    def makers(self) -> frozenset[str]:
        """The folded names of those who have a job that is not acting."""
        return makers_in(self.looked)

    @cached_property
    def players(self) -> frozenset[str]:
        """The folded names of those who act."""
        return players_in(self.looked)

    @cached_property
    def characters(self) -> frozenset[str]:
        """The folded names of those whom somebody plays."""
        return characters_in(self.looked)

    @property
    def _folded_networks(self) -> frozenset[str]:
        return _folded(self.networks)

    def is_network(self, name: str) -> bool:
        """Say whether a name is one of the article's networks."""
        return fold(name) in self._folded_networks

    def is_series(self, name: str) -> bool:
        """Say whether a name is one of the article's series."""
        return fold(name) in {fold(known) for known in self.series}

    def full_name(self, name: str) -> str:
        """Return the full name that the article gives a bearer of this surname, or the name itself."""
        return self.people.get(fold(name), name)


def any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds any of some names; None where there is none."""
    either = "|".join(map(re.escape, names))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)") if either else None


@lru_cache(maxsize=8)
def _folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(name) for name in names)


def look(article: Article, known: Sequence[str] = ()) -> Context:
    """Read what an article is about; ``known`` are series that are on file, which it may name in passing."""
    context = first_look(article)
    text = article.text[:LOOKED]
    on_file = {name for name in known if len(name) > 3 and next(places_of(name, text), None) is not None}
    context.networks -= on_file
    names, networks = names_of_series(context, on_file), context.networks
    context.series = chosen(names, on_file)
    context.networks = _no_series(context.networks, context.series, text)
    if context.networks == networks:
        context.tokens = {one.start: told for one, told in zip(context.opening, names.line.told, strict=True)}
    context.people = {
        part: name
        for part, name in context.people.items()
        if not context.is_network(name) and not any(name in title for title in context.series)
    }
    blocks = _blocks(article)
    turns = [found for found in map(turn, blocks) if found]
    context.focus = focus_of(article.title or (blocks[0] if blocks else ""), context.looked)
    context.guest = _guest(article.title or "", blocks, turns, context)
    return context


def _no_series(networks: frozenset[str], series: Sequence[str], text: str) -> frozenset[str]:
    """Return the networks without series, and without what stands nowhere but within the name of one."""
    return frozenset(name for name in networks.difference(series) if _stands_by_itself(name, series, text))


def _stands_by_itself(name: str, series: Sequence[str], text: str) -> bool:
    around = [one for one in series if name in one]
    for one in sorted(around, key=len, reverse=True):
        text = text.replace(one, " ")
    return not around or name in text


def first_look(article: Article) -> Context:
    """Read what an article is about but for its series, and for what follows from these."""
    INDEX.refresh()
    context = Context(article, opening=tuple(itertools.takewhile(lambda one: one.end <= LOOKED, sentences(article))))
    text, blocks = article.text[:LOOKED], _blocks(article)
    turns = [found for found in map(turn, blocks) if found]
    context.is_recap = bool(_REVIEWING.search(" ".join(blocks[:1]) + " " + (article.title or "")))
    context.asks = asks_by_turns(
        [text[one.start : one.end] for one in article.blocks if one.end <= LOOKED and one.kind != "heading"]
    )
    context.is_interview = is_interview(turns) or context.asks
    context.people = _people(
        "\n".join(text[block.start : block.end] for block in article.blocks if block.kind != "heading" and block.start < LOOKED),
        context.players | context.makers,
    )
    context.networks = frozenset(networks_of(article, blocks, context.looked, context.people))
    context.is_release = bool(_OWNERS_PAGE.search(article.outlet or "")) or any(_RELEASE.search(one) for one in context.looked)
    return context


def names_of_series(context: Context, on_file: AbstractSet[str] = frozenset()) -> Names:
    """Return what may be the name of a series in an article; ``on_file`` are series that it names and that are known."""
    article, blocks = context.article, _blocks(context.article)
    headline = (article.title or (blocks[0] if blocks else ""))[:_HEADLINE]
    working = context.players | context.makers | context.characters
    about = About(
        article.text[:LOOKED],
        headline if len(headline) <= _TITLE else "",
        frozenset(map(fold, context.people.values())) | frozenset(context.people) | working,
        working,
        frozenset(map(fold, context.networks)),
    )
    set_apart = [one for one in article.set_apart if one.end <= LOOKED]
    named = Named(about.text, headline, blocks, context.looked, about.people, working, set_apart)
    by_rules = series_named(named, networks=about.networks, on_file=on_file)
    return names_in(about, context.opening, set_apart, any_of(context.longest_networks), by_rules)


def _blocks(article: Article) -> list[str]:
    """Return the words of the paragraphs of what is looked at."""
    text = article.text[:LOOKED]
    return [text[block.start : block.end] for block in article.blocks if block.end <= LOOKED or block.start == 0]


_ASKS = regex(r"[^.?!\n]{0,120}\?")
_ADDRESSED = regex(r"(?:Mr|Mrs|Ms|Miss)\.? \S+$")  # a surname, and nobody else


def _people(text: str, working: frozenset[str]) -> dict[str, str]:
    """Return surnames and first names with the full names that the article gives them; a name of two people is left out.

    ``working`` are the folded names of those who act or make something.
    """
    found: dict[str, set[str]] = {}
    counted: Counter[str] = Counter()
    for one in regex(FULL_NAME).finditer(text):
        name, _ = trimmed(one[0])
        quoted = (
            text[max(0, one.start() - 1) : one.start()] in _OPENING_MARKS and text[one.end() : one.end() + 1] in _CLOSING_MARKS
        )
        if name.startswith("Will ") and _ASKS.match(text, one.end()):
            continue  # "Will Hale return?"
        if (
            len(name.split()) >= 2 and is_person(name) and not quoted and not _ADDRESSED.match(name)
        ):  # what stands in quotation marks is a title
            counted[name] += 1
    for name, count in counted.items():
        last = name.split()[-1]
        alone = text.count(last) > count
        if count == 1 or alone or fold(name) in working:  # else a name met again and again in full is a title or a company
            for part in (last, name.split()[0]):
                found.setdefault(fold(part), set()).add(name)
    return {part: next(iter(names)) for part, names in found.items() if len(names) == 1}


def _guest(title: str, blocks: list[str], turns: list[re.Match[str]], context: Context) -> str | None:
    """Return whom an interview is with: the full name of the one who answers."""
    named = named_in_title(title, blocks, context.series)
    if named or not context.is_interview:
        return named
    answers, among_themselves = who_answers(turns, context.article.outlet or "", context.people)
    nobody = among_themselves or context.is_recap  # who asks in a recap is its writer
    return answers if answers or nobody else first_named(title, blocks, context.series)
