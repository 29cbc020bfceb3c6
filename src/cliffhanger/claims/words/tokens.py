"""A sentence as the classifier sees it: words in small letters, and one sign each for names, series, networks, days and figures.

What it learns of "Maya Lin joins Harbor Nine" it then knows of any person and any series.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cliffhanger.claims.names import LOWER, NOT_NAMES, UPPER

NAME, CAPITAL = "<name>", "<cap>"
_SERIES, _NETWORK = "\x01", "\x02"
_DAYS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Halloween|Thanksgiving"
)
_CAPPED = rf"[{UPPER}][\w’'+&-]*(?<![’'-])"
_TOKEN = re.compile(  # what no token begins with is passed over at once, and what most of them are is asked first
    rf"(?=[^\s.’'/-])(?:(?P<word>(?![{UPPER}])[{LOWER}]+(?:[’'][{LOWER}]+)?)|"
    rf"(?P<series>{_SERIES}+)|(?P<network>{_NETWORK}+)|(?P<day>\b(?:{_DAYS})\b)|"
    rf"(?P<name>{_CAPPED}(?:\.? (?:(?:de|da|del|della|van|von|der|den|ten|di|du|la|le|bin|al|y|af|dos|ní|ó) )?{_CAPPED})+)|"
    rf"(?P<cap>{_CAPPED})|(?P<year>\b(?:19|20)\d\d\b)|(?P<number>\d[\d,.]*)|"
    r"(?P<sign>[?!“”\"();:—–,%$£€₹#]))"
)
_SIGNS = {"series": "<series>", "network": "<network>", "day": "<day>", "year": "<year>", "number": "<number>"}
_STRAIGHT = str.maketrans("’“”–", '\'""—')
_SUFFIX = re.compile(r"(?:ations?|ings?|ers?|ed|es|s|ly|al|ion)$")
_SHORTEST = 5  # letters: what is shorter is its own stem


class Token(NamedTuple):
    """One token; ``sign`` is what n-grams know it as, ``word`` its own small letters, and where it stands in the sentence."""

    sign: str
    word: str
    start: int
    end: int


def tokens(text: str, series: re.Pattern[str] | None = None, networks: re.Pattern[str] | None = None) -> list[Token]:
    """Return the tokens of a sentence in order; what the patterns of series and of networks find is one token each."""
    text = marked(marked(str(text), series, _SERIES), networks, _NETWORK)
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind == "word":
            word = match[0].replace("’", "'")
            found.append(Token(word, word, start, end))
        elif kind == "name":
            found.extend(_name(match[0], start, opens=not found))
        elif kind == "cap":
            word = match[0].lower().replace("’", "'")
            found.append(Token(word if not found or word in NOT_NAMES else CAPITAL, word, start, end))
        else:
            sign = _SIGNS.get(kind) or match[0].translate(_STRAIGHT)
            found.append(Token(sign, sign, start, end))
    return found


def marked(text: str, names: re.Pattern[str] | None, sign: str) -> str:
    """Put a sign in place of every letter of the names that a pattern finds, so that all places stay where they are."""
    return text if names is None else names.sub(lambda found: sign * len(found[0]), text)


def _name(words: str, start: int, *, opens: bool) -> list[Token]:
    """Capitalised words in a row are a name; what only has a capital because a sentence begins stands for itself."""
    found = []
    head, _, rest = words.partition(" ")
    if opens and head.lower() in NOT_NAMES:
        found.append(Token(head.lower(), head.lower(), start, start + len(head)))
        start += len(head) + 1
        if " " not in rest:
            return [*found, Token(CAPITAL, rest.lower().translate(_STRAIGHT), start, start + len(rest))]
        words = rest
    return [*found, Token(NAME, NAME, start, start + len(words))]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a word without the commonest endings: crude, the same at training and at reading."""
    return _SUFFIX.sub("", word) if len(word) >= _SHORTEST else word
