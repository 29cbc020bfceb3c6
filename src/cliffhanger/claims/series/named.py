"""The series of an article: what stands where only a series' name can, in the text and in the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from cliffhanger.claims.article import SetApart
from cliffhanger.claims.interviews import named_in_title
from cliffhanger.claims.lands import is_land
from cliffhanger.claims.names import LOWER, PRONOUNS, TITLE_NAME, fold, is_person, trimmed
from cliffhanger.claims.networks import FATED, in_list
from cliffhanger.claims.patterns import each, fullmatch, match, regex
from cliffhanger.claims.series.places import ENDS_A_NAME, IN_QUOTES, ITEM, PLACES, SOMETHING_ELSE, STRONG
from cliffhanger.claims.series.set_apart import in_capitals, titles, votes_of
from cliffhanger.claims.series.titles import is_headline_of, is_no_title, known_run, places_of, stem_of, without_owner

_HEADLINED = 3  # votes more for what a headline says
_FIRST = 5  # as much for what it names first: that is its subject
_ON_FILE = 9
_BEYOND_DOUBT = 9  # votes for a name that looks like a person's or a network's too
_OFTEN = 4
_LEAST_ITEMS = 3  # lines that begin with a name make a list
_MOST_SERIES = 100  # of an article: whoever names more than that floods us
_MOST_WORDS = 6  # of a headline that is nothing but a name
_WITHIN = regex(rf"[{LOWER},;”’] [“‘„«\"']?$")
_BESIDE = 60  # characters before a name that say what somebody is
_DOES = regex(
    r",? who\b|, \d\d,| \([A-Z]|,? (?:said|says|told|tells|added|adds|plays|played|playing|joins|joined|recalls|explains|"
    r"explained|wrote|writes|writing|directs|directed|admits|insists|laughs|posted|portrays|voices|reprises)\b|"
    r", (?:one of )?(?:the|its|an?) (?:[\w’'-]+ ){0,3}?(?:actor|actress|writer|creator|director|producer|show-?runner|"
    r"composer)s?\b(?![’'])"
)
_PARTS = regex(r" (?:and|in|via|at) ")
_IS = regex(
    r"\b(?:actor|actress|stars?|writer|creator|director|producer|show-?runner|composer|boss|chief|president|head of [a-z ]+|by|"
    r"starring|Mr|Mrs|Ms|Dr|newcomer|played by)(?: and [\w -]+)?,? $"
)


@dataclass
class Named:
    """What an article names, and where.

    ``text`` begins with the headline where that is part of it; ``texts`` are its sentences, ``blocks`` its paragraphs; ``people``
    are folded names of those who are named in full, act, are acted or make something, ``working`` of the last three;
    ``set_apart`` are words in other letters.
    """

    text: str
    title: str
    blocks: Sequence[str]
    texts: Sequence[str]
    people: AbstractSet[str]
    working: AbstractSet[str] = frozenset()
    set_apart: Sequence[SetApart] = ()
    strong: set[str] = field(default_factory=set)  # names that stand in places that leave no doubt
    capitals: set[str] = field(default_factory=set)  # names that are written so
    _somebody: dict[str, bool] = field(default_factory=dict)

    def votes(self) -> Counter[str]:
        """Count the places where words stand that a series' name fills; somebody's name only counts where no person could be."""
        found: Counter[str] = Counter()
        for kind, weight, pattern in PLACES:
            for one in each(pattern, (self.title,)):
                self._vote(found, kind, known_run(self.whole(one), self.body), weight + _HEADLINED, one)
            for one in each(pattern, self.texts):
                self._vote(found, kind, self.whole(one), weight, one)
        return found

    def _vote(self, found: Counter[str], kind: str, name: str, weight: int, one: re.Match[str]) -> None:
        if kind == "quoted" and SOMETHING_ELSE.search(_before(one.string, one.start())):
            return
        if name and (kind in {"quoted", "season"} or not self.is_somebody(name)):
            found[name] += weight
            if kind in STRONG:
                self.strong.add(name)

    @property
    def body(self) -> str:
        """The text below the headline."""
        return self.text.removeprefix(self.title)

    def whole(self, found: re.Match[str]) -> str:
        """Return the name without what only begins the sentence: a capital within a sentence is the name's own."""
        group = "name" if found["name"] else "other"
        before = _before(found.string, found.start(group))
        quoted, before = before.endswith(("“", "‘", "„", "«", '"')), before.rstrip("“‘„«\"' ")
        begins = not quoted and (not before or before[-1] in ".!?:\n")
        return self.titled(without_owner(found[group].strip(" ,:’'")), begins=begins)

    def titled(self, name: str, *, begins: bool) -> str:
        """Leave out what does not belong to a title; ``begins`` says that it begins a sentence."""
        asked = match(r"^(?:Is|Are|Was|Does|Did|Has|Why|When|Where|How|Will|Can) (?=\S)", name)
        name = name[asked.end() :] if asked and begins else name
        numbered = match(r"^(.{3,}?) (?:S?\d{1,2}|[IVX]{2,4})$", name)  # "Midnight Tutors S4"
        name = numbered[1] if numbered and self.text.count(numbered[1]) > self.text.count(name) else name
        shorter = re.sub(r" (?:for|at|on|in|to|from|with) [^ ].*$", "", name)  # "The Cartographers for Fennimore"
        name = shorter if self.text.count(shorter) > self.text.count(name) else name
        name = re.sub(r" (?:for|at|on|in|to|from|with|by) \d.*$", "", name)
        rest, cut = trimmed(name) if begins else (name, 0)
        if not cut or name[:cut].strip().lower() in {"the", "a", "an", *PRONOUNS}:
            return name
        return name if self.within(name) or self.text.count(rest) == self.text.count(name) > 1 else rest

    def within(self, name: str) -> bool:
        """Say whether a name stands within a sentence, where a capital is no accident."""
        return any(_WITHIN.search(self.text[max(0, at - 3) : at]) for at in places_of(name, self.text))

    def is_somebody(self, name: str) -> bool:
        """Say whether a name is a person's or a character's: known as one, and who bears it speaks, has a job or a surname."""
        if name not in self._somebody:
            self._somebody[name] = fold(name) in self.people and (" " not in name or self._acts_as_person(name))
        return self._somebody[name]

    def _acts_as_person(self, name: str) -> bool:
        text, places = self.text, list(places_of(name, self.text))
        told = any(_DOES.match(text, at + len(name)) or _IS.search(text[max(0, at - _BESIDE) : at]) for at in places)
        return told or sum(1 for _ in places_of(name.rsplit(maxsplit=1)[-1], text)) > len(places)

    def is_enough(self, name: str, votes: int) -> bool:
        """Say whether one word is a series': said where no town or language is, in the headline too, or again and again."""
        if name in self.strong and votes >= _OFTEN:
            return True
        again = votes >= _OFTEN and self.text.count(name) >= _OFTEN
        headlined = next(places_of(name, self.title), None) is not None
        return (name in self.strong or again or headlined) and self.within(name)


def _before(text: str, at: int) -> str:
    return str.__getitem__(text, slice(max(0, at - _BESIDE), at))  # few words of what may be a flood without an end


def series_named(named: Named, *, networks: AbstractSet[str], on_file: AbstractSet[str]) -> list[str]:
    """Return the series of an article, the one that it is mostly about first.

    ``networks`` are folded names; ``on_file`` are series that the article names and that are known.
    """
    votes = named.votes()
    entries = _from_lists(named, votes) | on_file
    votes.update(dict.fromkeys(on_file, _ON_FILE))
    _from_quotes(named, votes)
    _from_letters(named, votes)
    heading = _from_headline(named, votes)
    may_be = [name for name in votes if _may_be(named, name, votes[name], listed=name in entries, networks=networks)]
    sure = [
        name
        for name in may_be
        if (votes[name] >= 2 or named.text.count(name) >= 2)
        and (votes[name] >= 3 or fold(name) not in named.people)
        and (" " in name or name in entries or named.is_enough(name, votes[name]))
    ]
    # What stands in the headline alone, before a colon, is the name of a column where there is something else.
    others = [name for name in sure if name != heading]
    column = len(others) >= _LEAST_ITEMS and heading not in named.body
    return _in_order(named, votes, (others if column else sure) or _at_a_pinch(named, votes, may_be))


def _at_a_pinch(named: Named, votes: Counter[str], may_be: Sequence[str]) -> list[str]:
    """Return the likeliest name where none is sure: one that stands where series do again and again, or of several words."""
    several = [name for name in may_be if " " in name and fold(name) not in named.people]
    single = [name for name in may_be if votes[name] >= _OFTEN and named.within(name)]
    return (sorted(single, key=lambda name: -votes[name]) or several or [name for name in may_be if " " in name])[:1]


def _may_be(named: Named, name: str, votes: int, *, listed: bool, networks: AbstractSet[str]) -> bool:
    """Say whether a name can be a series': it is no network's and nobody's, or there is no doubt."""
    parts = _PARTS.split(name)
    if len(parts) > 1 and any(fold(part) in networks or is_land(part) for part in parts):
        return False  # "Vela in Europe and Kestrel"
    if name.isupper() and name not in named.capitals:
        return False
    if len(name) < 3 or is_no_title(name) or (fold(name) in networks and votes < _BEYOND_DOUBT):
        return False
    return listed or not named.is_somebody(name) or (" " not in name and votes >= _BEYOND_DOUBT)


def _in_order(named: Named, votes: Counter[str], names: list[str]) -> list[str]:
    """Leave out what is a part of another name or another with more around it; the one that the article is about goes first."""
    names = sorted(names, key=lambda name: -votes[name])[:_MOST_SERIES]
    counts = {name: named.text.count(name) for name in names}
    pairs = [(name, other) for name in names for other in names if name != other]
    parts = {name for name, other in pairs if name in other and (counts[name] <= counts[other] or other == f"The {name}")}
    parts |= {name for name, other in pairs if other in name and is_headline_of(name, other)}
    left = [name for name in names if name not in parts]
    headlined = (name for name in left if name in named.title and name in named.body)
    first = min(headlined, key=named.title.find, default=None) or min(left, key=named.text.find, default=None)
    weight = {name: votes[name] + counts[name] + (_FIRST if name == first else 0) for name in left}
    return sorted(left, key=lambda name: (-weight[name], named.text.find(name)))


def _from_quotes(named: Named, votes: Counter[str]) -> None:
    """What stands in quotation marks again and again is a title, whatever its letters: nobody says the same thing twice."""
    said = Counter(found["name"] for found in IN_QUOTES.finditer(named.text))
    for name, count in said.items():
        if count > 1:
            votes[name] += count
            named.strong.add(name)


def _from_letters(named: Named, votes: Counter[str]) -> None:
    """What a page sets in letters of their own is a title, however often it is named."""
    shouted = in_capitals(named.texts)
    named.capitals.update(shouted)
    said = votes_of(titles(named.text, named.set_apart), votes) + shouted
    for name, count in said.items():
        if fold(name) not in named.working and not named.is_somebody(name):
            votes[name] += count
            named.strong.add(name)


def _from_headline(named: Named, votes: Counter[str]) -> str:
    """A headline is about what is named again below it, or it is nothing but a name and what is told of it: return that name."""
    for found in regex(TITLE_NAME).finditer(named.title):
        name = known_run(named.titled(without_owner(found[0]), begins=True), named.body)
        if " " in name and named.text.count(name) >= 2:
            votes[name] += 1
    stem = named.titled(stem_of(named.title), begins=True)
    shown = known_run(stem, named.body) if fullmatch(TITLE_NAME, stem) else stem
    stem = shown if " " in shown or " " not in stem else stem
    speaks = named.title.startswith(tuple(f"{stem}: {mark}" for mark in "“‘\"'")) or stem == named_in_title(
        named.title, named.blocks, ()
    )
    if fullmatch(TITLE_NAME, stem) and len(stem.split()) <= _MOST_WORDS and not speaks:
        votes[stem] += _HEADLINED
    return stem


def _from_lists(named: Named, votes: Counter[str]) -> set[str]:
    """The entries of a list of series begin with their names; return those of which that is sure."""
    marked = [(block, ENDS_A_NAME.search(block) is not None) for block in named.blocks]  # soon found, and few paragraphs have one
    listed = [found["name"] for block, may_be in marked if (found := in_list(block) or (FATED.match(block) if may_be else None))]
    items = [found["name"] for block, may_be in marked if may_be and (found := ITEM.match(block))]
    for name in listed:
        votes[name] += _HEADLINED
    if len(items) >= _LEAST_ITEMS:
        votes.update(name for name in items if not is_person(name) or name in votes)
    return set(listed)
