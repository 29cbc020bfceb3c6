"""What may be the name of a series: words with capitals in a row and parts of them, words in quotation marks or other letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cliffhanger.claims.article import SetApart
from cliffhanger.claims.names import LOWER, NOT_NAMES, PRONOUNS, UPPER
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.sentences import Sentence
from cliffhanger.claims.series.places import IN_QUOTES
from cliffhanger.claims.series.titles import known_run, stem_of

_MOST = 2_000  # of an article: whoever names more than that floods us
_LONGEST = 60  # characters
_MOST_WORDS = 9
_MOST_WITH_COMMA = 4  # words
_MARKS = " \t.,;:()“”‘’„«»\"'"
_SMALL = (
    "of|the|and|a|an|in|on|for|to|with|at|from|de|del|la|las|los|et|und|der|die|das|le|no|ni|na|ya|och|og|i|e|do|da|di|du|des|"
    "il|lo|al|el|or|by|von|van|zu|på|för|wa"
)
_OWNS = rf"(?:(?<=s)[’'](?= [{UPPER}]))?"  # "Nurses’ Home"
_WORD = rf"(?:(?:(?:Mr|Mrs|Ms|Dr|St)\. )?[{UPPER}][{UPPER}{LOWER}\d’'-]*(?<![’'-]){_OWNS}\+?|\d+)"
_RUN = regex(rf"{_WORD}(?:(?: (?:{_SMALL}| ?&)\b| o[’']| &){{0,3}} {_WORD}){{0,7}}(?:: {_WORD}(?: {_WORD}){{0,3}})?")
_JOINT = regex(r" (?:for|at|on|in|to|from|with|by|and|of|or|&) |: ")
_OWNER = regex(r"^.{2,30}?(?P<owns>[’']s|(?<=s)[’']) (?=\S)")
_NUMBERED = regex(r"^(.{3,}?) (?:S?\d{1,2}|[IVX]{2,4}|(?:Season|Series|SEASON|SERIES|Episode|Part)\b.*)$")
_ASKS = frozenset("is are was were does do did has have had why when where how will would can could should".split())
_BEGINS = regex(r"(?:^|[.!?:;–—-])[\s“‘„«\"'(]*$")


def candidates(text: str, title: str, sentences: Iterable[Sentence], set_apart: Sequence[SetApart]) -> list[str]:
    """Return what may be a name, each once: the headline's, words in quotation marks or other letters, words with capitals."""
    found: dict[str, None] = {}
    for name in _all(text, title, sentences, set_apart):
        if 1 < len(name) <= _LONGEST:
            found[name] = None
        if len(found) == _MOST:
            break
    return list(found)


def _all(text: str, title: str, sentences: Iterable[Sentence], set_apart: Sequence[SetApart]) -> Iterator[str]:
    for run in _RUN.finditer(title):
        yield from variants(run[0], begins=True)
        yield known_run(run[0], text)
    stem = stem_of(title)
    if stem[:1].isupper() or stem[:1].isdigit():
        yield stem
    for quoted in IN_QUOTES.finditer(text):
        yield quoted["name"]
    for one in set_apart:
        name = _bare(text[one.start : one.end].strip(_MARKS))
        if 0 < len(name.split()) <= _MOST_WORDS and not re.search(r"[\n\t]", name) and name[:1].isalnum():
            yield name
    for sentence in sentences:
        last: re.Match[str] | None = None
        for run in _RUN.finditer(sentence.text):
            several = " " in run[0]  # one word may not leave out its first
            yield from variants(run[0], begins=several and _BEGINS.search(sentence.text, 0, run.start()) is not None)
            if last and sentence.text[last.end() : run.start()] == ", ":
                yield from _with_comma(last[0], run[0], text)
            last = run


def _with_comma(one: str, other: str, text: str) -> Iterator[str]:
    """Yield names with a comma within ("Yes, Deacon") that are short and stand so twice, which lists seldom do."""
    for part in variants(other, begins=False):
        name = f"{one}, {part}"
        if other.startswith(part) and len(name.split()) <= _MOST_WITH_COMMA and text.count(name) > 1:
            yield name


def variants(run: str, *, begins: bool) -> list[str]:
    """Return the names that a run of words with capitals may hold; ``begins`` says that a sentence may begin with it.

    "Has Vela’s Copper Bay" holds "Vela’s Copper Bay" and "Copper Bay"; "Copper Bay for Vela" holds both of its sides.
    """
    parts = [run]
    owner = _OWNER.match(run) if " " in run else None
    if owner:
        parts += [run[owner.end() :], run[: owner.start("owns")]]
    if begins:
        parts += _without_beginning(run)
    for part in [part for part in parts if " " in part]:
        for joint in _JOINT.finditer(part):
            parts += [part[: joint.start()], part[joint.end() :]]
        numbered = _NUMBERED.match(part)
        if numbered:
            parts.append(numbered[1])
    bare = (_bare(part.strip(_MARKS)) for part in parts)
    return [part for part in dict.fromkeys(bare) if part[:1].isupper() or part[:1].isdigit()]


def _without_beginning(run: str) -> Iterator[str]:
    """Yield what is left where the first words, which have capitals because a sentence begins, are no part of the name."""
    rest = run
    while " " in rest:
        head, _, rest = rest.partition(" ")
        word = head.lower().strip("’'")
        if word in PRONOUNS:
            return
        yield rest
        if word not in NOT_NAMES and word not in _ASKS:
            return


def _bare(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")
