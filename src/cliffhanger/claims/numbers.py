"""Numbers as articles write them: digits in several locales, words, scales such as million, lakh and crore."""

from __future__ import annotations

import re

from cliffhanger.claims.patterns import fullmatch, match, regex

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {word: 10 * (n + 2) for n, word in enumerate(_TENS)}
_SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "millions": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
}
_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?"
_IN_WORDS = rf"(?:{_WORD}|a|half a)\b(?:[ -](?:and a half|and|hundred|{_WORD})\b)*(?: point (?:{_WORD})(?: (?:{_WORD}))?\b)?"
NUMBER = (
    rf"(?:(?:{_DIGITS})(?:[ \u00a0-]?(?:hundred|thousand|lakhs?|million|mln|mn|crores?|billion|bn)\b|[kKmM]\b|bn\b)?"
    rf"|(?:{_IN_WORDS})(?: (?:hundred|thousand|lakh|million|crore|billion)s?\b)*(?:(?<=million) and a half\b)?(?:(?<=thousand) "
    rf"(?:and )?(?:{_WORD})(?:[ "
    rf"-](?:{_WORD}))?(?: hundred)?\b)?)"
)
# Every number but "a", "one" and "half a" has one of these; nearly all sentences have an article, few a number.
MORE_THAN_ARTICLE = regex(
    rf"(?i)\d|{'|'.join(word for word in _SMALL if word != 'one')}|hundred|thousand|lakh|million|crore|billion|point|"
    r"(?:a|one)[ -](?:and|one)"
)
_DOZENS = r"(?:(?:half a|a half|a|one|two|three)[ -]|(?<!few )(?<!several )(?<!couple ))dozen"
SMALL_NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS[1:10])})|{_DOZENS}|(?:{_WORD})(?![a-z]))"

ORDINALS = (
    {
        word: n
        for n, word in enumerate(
            [
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
            ],
            1,
        )
    }
    | {
        word: n
        for n, word in enumerate(
            ["thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"], 13
        )
    }
    | {"twentieth": 20, "thirtieth": 30}
    | {
        f"{ten}-{word}": base + n
        for ten, base in (("twenty", 20), ("thirty", 30))
        for n, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"], 1)
    }
)
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"


def ordinal(text: str) -> int | None:
    """Return the value of an ordinal ("third", "3rd", "twenty-first"), or None when it is none."""
    word = text.lower().strip()
    if word in ORDINALS:
        return ORDINALS[word]
    found = fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", word)
    return int(found[1]) if found else None


def number(text: str) -> float | None:
    """Return the value of a number as ``NUMBER`` finds it, or None when it is none.

    A point or comma that parts groups of three is a separator ("5.214.000", "742,000"); otherwise it is the decimal mark
    ("17,3", "11.4"). A single group is read as thousands only with a comma: "5.214" is five and a bit, "742,000" is not.
    """
    rest = text.lower().replace("\u00a0", " ").replace("\u202f", " ").strip()
    found = match(r"[\d., ']*\d", rest)
    if found is None:
        return _words(rest)
    value = _digits(found[0])
    if value is None:
        return None
    for word in regex(r"[a-z]+").findall(rest[found.end() :]):
        scale = _SCALES.get(word)
        if scale is None:
            return None
        value *= scale
    return _tidy(value)


def _digits(text: str) -> float | None:
    compact = text.replace(" ", "").replace("'", "")
    points, commas = compact.count("."), compact.count(",")
    if points and commas:
        mark = max(compact.rfind("."), compact.rfind(","))
        whole = re.sub(r"[.,]", "", compact[:mark])
        return float(f"{whole}.{compact[mark + 1 :]}")
    if points > 1 or commas > 1:
        return float(re.sub(r"[.,]", "", compact))
    if commas == 1:
        head, tail = compact.split(",")
        return float(head + tail) if len(tail) == 3 else float(f"{head}.{tail}")  # "742,000" against "17,3"
    try:
        return float(compact)
    except ValueError:
        return None


def _words(text: str) -> float | None:
    """Add up a number in words: "twelve thousand", "six and a half million", "one hundred and five", "half a dozen"."""
    total = current = 0.0
    seen = False
    place = 0.0  # of the next digit behind a "point"
    scaled = 0.0  # by the last large word, of which "and a half" behind it is a half
    for word in regex(r"[a-z]+").findall(text):
        if word in _SMALL and place:
            current += _SMALL[word] * place
            place /= 10
        elif word in _SMALL:
            current += _SMALL[word]
        elif word == "point":
            place = 0.1
        elif word == "half" and scaled and not current:
            current = scaled / 2
        elif word == "half":
            current += 0.5
        elif word in _SCALES and len(word) > 2:
            current = (current or 1.0) * _SCALES[word]
            place, scaled = 0.0, _SCALES[word]
            if word != "hundred":
                total, current = total + current, 0.0
        elif word not in {"and", "a"}:
            return None
        seen = seen or word != "and"
    return _tidy(total + current) if seen and total + current > 0 else None


def _tidy(value: float) -> float:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
