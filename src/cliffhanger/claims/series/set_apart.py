"""Titles by the letters in which they stand: slanted on most pages with a house style, bold in many round-ups, or capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cliffhanger.claims.article import SetApart
from cliffhanger.claims.names import NOT_NAMES, UPPER
from cliffhanger.claims.patterns import Rules, Text, match, regex, search
from cliffhanger.claims.series.places import OF_A_SERIES, SOMETHING_ELSE
from cliffhanger.claims.series.titles import is_no_title

_VOTES = 3  # for a name in letters of titles: as for what is called a drama
_MOST_WORDS = 8
_LONG_WORD = 4  # letters: shorter words of a title may be small
BESIDE = 60  # characters beside a name that say what it is
_TOLD_WITHIN = 30  # of those before it: no words that tell it are longer
_MARKS = " \t.,;:()“”‘’„«»\"'"
_OTHER_WORK = regex(
    r"[”’\"']?(?:,? (?:the|an?|her|his|their|its|last year[’']s|\d{4}|[A-Z][\w’-]+[’']s) (?:[\w’-]+ ){0,3}?| ?\((?:[\w ’-]+,? )?"
    r"(?:\d{4} )?| )(?:films?|movies?|features?|novels?|books?|memoir|plays?|musical|albums?|songs?|podcasts?|newspapers?|"
    r"magazines?)\b"
)


_DATED = r"\b(?:19|20)\d\d\b|\d[:.]\d\d"
_TOLD = regex(
    r"(?i)\b(?:told|tells|telling|(?:speaking|spoke|talking|talked|statement|remarks) to|interview with|according to|per|via|"
    r"(?:reported|reports|revealed|first) (?:by|in)|(?:writing|writes|wrote|column|piece|review|story) (?:for|in)|"
    r"(?:editor|critic|reader|readers|reporter|columnist) (?:of|for|at)) (?:the )?$"
)
_REPORTS = regex(
    r"[’']?s? (?:reported|reports|wrote|writes|says|said|claims|claimed|understands|can reveal|has (?:learn(?:ed|t)|seen))\b"
)
_TELLING = Rules((pattern,) for pattern in (SOMETHING_ELSE, _OTHER_WORK, _TOLD, _REPORTS))


_CAPITAL = rf"[{UPPER}][{UPPER}’'-]*(?<![’'-])"
_CAPITALS = regex(rf"(?<![\w’'&-])(?P<name>(?>{_CAPITAL}(?:(?: &)? (?:{_CAPITAL}|\d+))*))(?![\w&]|[’'][A-Z]|\W{{0,3}}:|\d| \()")
_LABELS = frozenset("UPDATE UPDATED EDITED EDIT CORRECTION NOTE SEASON SERIES EPISODE".split())
_LEAST_LETTERS = 5  # of a single word: BBC and NOT are none
_HOUSE_STYLE = 2  # titles of several words in capitals, or places of one, before they are no accident


def titles(text: str, set_apart: Iterable[SetApart]) -> Iterator[tuple[str, str]]:
    """Yield what may be the name of a series among the words in other letters, with those letters.

    Left out are labels and what is stressed, other works that are called so, and newspapers ("told the Mercury").
    """
    for one in set_apart:
        whole = text[one.start : one.end]
        name = whole.strip(_MARKS).removesuffix("’s").removesuffix("'s")
        before, after = text[max(0, one.start - BESIDE) : one.start], text[one.end : one.end + BESIDE]
        if not _is_title(name, begins=search(r"(?:^|[.!?:]\W*|\n\W*)$", before) is not None):
            continue
        labels = one.how == "bold" and (whole.rstrip().endswith(":") or after.startswith(":")) and " " not in name
        if not labels and not _is_something_else(before, name, after):
            yield name, one.how


def _is_title(name: str, *, begins: bool) -> bool:
    """Say whether words are written as titles are; where a sentence ``begins`` with them, all longer ones have capitals."""
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or name.isupper() or search(rf"[\n\t]|{_DATED}", name) or is_no_title(name):
        return False
    large = [word[0].isupper() or word[0].isdigit() for word in words if len(word) >= _LONG_WORD or word is words[0]]
    return large[0] and (all(large) or not begins)


def _is_something_else(before: str, name: str, after: str) -> bool:
    if is_something_else(before, after):
        return True
    # "told the Mercury", "the Argus reported", but "the Copper Bay star"
    paper = search(r"(?<![.!?:] )\b[Tt]he $", before) and not name.startswith("The ")
    return bool(paper) and match(rf"[’']?s? (?:[\w’-]+ ){{0,2}}?{OF_A_SERIES}\b", after) is None


def is_something_else(before: str, after: str) -> bool:
    """Say whether what stands beside a name tells that it is another work's, a newspaper's or somebody's who reports."""
    first = len(before) - _TOLD_WITHIN
    spaced = before[-1:].isspace()  # as both end
    told = spaced and (SOMETHING_ELSE.search(before, first) or _TOLD.search(before, first))
    return bool(told or _OTHER_WORK.match(after) or _REPORTS.match(after))


def may_tell(text: Text) -> bool:
    """Say whether a sentence has a word by which that can be told of a name in it."""
    return _TELLING.may & text.may != 0


def votes_of(found: Iterable[tuple[str, str]], others: Counter[str]) -> Counter[str]:
    """Count what such letters say for a name, given the votes that it has otherwise.

    Slanted letters are for titles. Bold ones are where half of what stands in them is named as a series elsewhere too.
    """
    slanted, bold = Counter[str](), Counter[str]()
    for name, how in found:
        (slanted if how == "slanted" else bold)[name] += 1
    known = sum(name in others or name in slanted for name in bold)
    votes = Counter({name: _VOTES * count for name, count in slanted.items()})
    if 2 * known >= len(bold):
        votes.update({name: _VOTES * count for name, count in bold.items()})
    return votes


def in_capitals(sentences: Iterable[str]) -> Counter[str]:
    """Count what capitals say for titles within sentences that have none; nothing where they may be an accident.

    One that stands there once is only taken where others do so too, and a single word must stand there more than once.
    """
    told = (one for one in sentences if any(map(str.islower, one)))
    found = Counter(run["name"] for sentence in told for run in _CAPITALS.finditer(sentence) if _may_be_shouted(run["name"]))
    several = {name for name, count in found.items() if " " in name or count > 1}
    at_home = sum(min(count, _HOUSE_STYLE) for name, count in found.items() if " " in name) >= _HOUSE_STYLE
    return Counter({name: _VOTES * count for name, count in found.items() if at_home and name in several})


def _may_be_shouted(name: str) -> bool:
    words = name.split()
    plain = all(word.lower() in NOT_NAMES or len(word) == 1 for word in words) or words[0] in _LABELS
    return not plain and len(words) <= _MOST_WORDS and (len(words) > 1 or len(name) >= _LEAST_LETTERS)
