"""Interviews: their turns, and who answers in them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from cliffhanger.claims.names import FULL_NAME, UPPER, fold, is_person, trimmed
from cliffhanger.claims.patterns import regex

FIRST_PERSON = regex(r"\b(?:I|I[’']\w+|we|We|my|My|our|me|us)\b")
_SELF = regex(r"\b(?:I|I[’']\w+|[Mm]y|me)\b")
_TURN = regex(  # "OSEI: ", in a transcript "[01:36] OSEI: "
    rf"^(?:\[?\d{{1,2}}:\d\d(?::\d\d)?\]? (?:[–—-] )?)?(?P<who>[A-Z]&[A-Z]|[{UPPER}][{UPPER}&.’' -]{{0,30}}|"
    rf"[{UPPER}][\w.’'-]+(?: [{UPPER}][\w.’'-]+){{0,2}}):\s+(?=\S)"
)
# The title of an interview: the one who speaks, then "on" a subject or a colon and words of theirs.
_ON_THE_RECORD = regex(rf"(?:[“\"][^”\"]+[”\"]: )?(?P<who>{FULL_NAME})(?: on | talks |: [“\"‘])")
_FEWEST_TURNS = 3
_FEWEST_SELVES = 2  # answers in which somebody speaks as "I"
_MOST_INITIALS = 4


def turn(text: str) -> re.Match[str] | None:
    """Return the "NAME: " that opens a turn of an interview, if one does."""
    return _TURN.match(text) if ":" in text else None


def is_interview(turns: Sequence[re.Match[str]]) -> bool:
    """Say whether there are enough turns for an interview: who talks in one has several, an entry of a list has one."""
    counted = Counter(found["who"] for found in turns)
    return sum(count for count in counted.values() if count > 1) >= _FEWEST_TURNS


def asks_by_turns(blocks: Sequence[str]) -> bool:
    """Say whether an article is questions and answers by turns, with no names before them.

    A page that answers its own questions says "we" at most; whoever is interviewed says "I".
    """
    answers = [
        after
        for one, after in itertools.pairwise(blocks)
        if _is_question(one) and not _is_question(after) and FIRST_PERSON.search(after)
    ]
    return len(answers) >= _FEWEST_TURNS and sum(_SELF.search(one) is not None for one in answers) >= _FEWEST_SELVES


def _is_question(block: str) -> bool:
    return block.rstrip(' ”"').endswith("?")


def named_in_title(title: str, blocks: Sequence[str], series: Sequence[str]) -> str | None:
    """Return whom a title puts on the record: "Dana Quill on endings".

    In a headline of capitals every word looks like a name ("Vela Pulls Plug on ..."): without words of theirs before it, only one
    whose last word stands in the text below, too, is somebody.
    """
    named = _ON_THE_RECORD.match(title)
    if named is None or not is_person(named["who"]) or fold(named["who"]) in {fold(one) for one in series}:
        return None
    words = _LONG_WORD.findall(title[named.end() :])
    of_capitals = named.start("who") == 0 and sum(word[0].isupper() for word in words) > len(words) / 2
    last = named["who"].split()[-1]
    return named["who"] if not of_capitals or any(last in one for one in blocks if one != title) else None


_LONG_WORD = regex(r"[^\W\d_]{4,}")


def who_answers(turns: Sequence[re.Match[str]], outlet: str, people: Mapping[str, str]) -> tuple[str | None, bool]:
    """Return who answers in the turns of an interview, and whether nobody does because several talk among themselves.

    Of the labels that are not the asker's it is the one who asks least and whom the article names in full; a single label
    will do without a full name where it stands before several turns. ``people`` are full names by their folded parts.
    """
    counted = Counter(found["who"] for found in turns)
    asked = Counter(found["who"] for found in turns if _is_question(found.string.rstrip()))
    by_questions = sorted(counted, key=lambda label: (asked[label] / counted[label], -counted[label]))
    answering = [label for label in by_questions if not _asks(label, outlet)]
    known = [
        name
        for label in answering
        if (name := named_by(label, people)) and (fold(name) != fold(label) or counted[label] > 1)  # an entry of a list has one
    ]
    if known:
        return known[0], False
    if len({fold(label).split()[-1] for label in answering}) == 1:
        label = max(answering, key=len)
        if sum(counted[one] for one in answering) > 1:
            return (label.title() if label.isupper() else label), False
    return None, len(answering) > 1


def first_named(title: str, blocks: Sequence[str], series: Sequence[str]) -> str | None:
    """Return whoever is named in full first at the head of an article."""
    names = (trimmed(one[0])[0] for one in regex(FULL_NAME).finditer("\n".join([title, *blocks[:3]])))
    return next((name for name in names if is_person(name) and not any(name in one for one in series)), None)


def bearer(label: str, guest: str | None, people: Mapping[str, str]) -> str | None:
    """Return the full name of whoever a turn's label stands for, "VANCE" or "A"; the asker's turns are nobody's."""
    word = fold(label)
    if guest is None or word in _ASKERS:
        return None
    return guest if word in {*_ANSWERS, fold(guest), *fold(guest).split()} else named_by(label, people)


_ASKERS, _ANSWERS = frozenset({"q", "host", "interviewer", "question"}), frozenset({"a", "answer"})


def _asks(label: str, outlet: str) -> bool:
    """Say whether a label is the asker's, the outlet, a word or the initials of it, or "A", which names nobody."""
    word, asking = fold(label), fold(outlet)
    if word in {*_ASKERS, *_ANSWERS, asking} or word in asking.split():
        return True
    return word.replace(" ", "") == "".join(part[0] for part in asking.split())


def named_by(label: str, people: Mapping[str, str]) -> str | None:
    """Return the full name behind the label of a turn, "VANCE" or "C.A-R."; one who goes by a first name only has none."""
    letters = [one for one in label if one.isalpha()]
    if label.isupper() and len(letters) <= _MOST_INITIALS:
        for name in people.values():
            if [part[0] for part in name.replace("-", " ").split()] == letters:
                return name
    full = people.get(fold(label).rsplit(maxsplit=1)[-1]) if fold(label) else None
    return full if full and fold(full) == fold(label) else people.get(fold(label))  # "Nell Farr:" is she, as "FARR:" is
