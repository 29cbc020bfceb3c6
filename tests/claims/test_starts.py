"""A search that passes over what cannot begin a match finds what the standard library's finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.claims import starts
from cliffhanger.claims.grammar import read
from cliffhanger.claims.patterns import INDEX
from cliffhanger.claims.sentences import sentences
from cliffhanger.claims.worked_out import WorkedOut
from cliffhanger.sources.articles.files import Named, Refused, articles

DEV = Path(__file__).parent / "dev" / "articles"
PIECES = (
    *("a", "k", "S", "é", "ß", " ", r"\.", r"\b", r"\B", "^", "$", ".", r"\w", r"\W", r"\d", r"\s", r"\S", "[a-f]", "[^a-f]"),
    *(
        "[^kK]",
        "[é-ü]",
        "(?:ab|kc)",
        "(?:a|)",
        "(?=a)",
        "(?=[^k])",
        "(?!a)",
        "(?<=a)",
        "(?<!k)",
        "a*",
        "k+?",
        "(?:ab)?",
        "s{2,3}",
    ),
    *("(?i:ik)", "(?-i:S)", "(?P<x>a)?", "(?>a|ab)", "a++", "(?:(?=s)|b)", "[ſK]", "(?:é|i)"),
)
LETTERS = "abckisIKSſıİKéßü .,\n7٣"


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return WorkedOut().compiled(pattern, flags)


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]


@settings(max_examples=3000, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).filter(lambda parts: parts.count("(?P<x>a)?") < 2),
    st.sampled_from([0, re.IGNORECASE, re.MULTILINE | re.IGNORECASE, re.DOTALL, re.ASCII]),
    st.text(alphabet=LETTERS, max_size=14),
)
def test_any_pattern_finds_the_same(parts: list[str], flags: int, text: str) -> None:
    pattern = "".join(parts)
    usual, ours = re.compile(pattern, flags), compiled(pattern, flags)
    assert spans(ours, text) == spans(usual, text)
    assert (ours.groups, ours.groupindex, ours.flags, ours.pattern) == (
        usual.groups,
        usual.groupindex,
        usual.flags,
        usual.pattern,
    )
    for pos in range(len(text)):
        one, other = ours.match(text, pos), usual.match(text, pos)
        assert (one and one.span()) == (other and other.span())


def test_all_patterns_of_the_grammar_find_the_same() -> None:
    files = [Named(path.stem, path, None, None) for path in sorted(DEV.iterdir())[:4]]
    whole = [one for one in articles(files) if not isinstance(one, Refused)]
    for article in whole:
        read(article)
    texts = [str(one.text) for article in whole for one in sentences(article)][:60]
    wrong = []
    for one in INDEX.patterns:
        ours, usual = compiled(one.pattern, one.flags), re.compile(one.pattern, one.flags)
        wrong += [(one.pattern, text) for text in texts if spans(ours, text) != spans(usual, text)]
    assert len(INDEX.patterns) > 1_000
    assert not wrong


def test_a_search_passes_over_what_begins_no_match() -> None:
    pattern = r"(?i)\b(?:renewed|cancelled)\b"
    code_of = re.compile(pattern)
    assert compiled(pattern) != code_of  # patterns are equal if their code is
    assert compiled("renewed") == re.compile("renewed")  # the library knows how this begins
    assert compiled(r"\w*") == re.compile(r"\w*")


def test_another_form_of_compiled_patterns_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starts, "_KNOWN_FORMS", frozenset({1}))
    pattern = r"\b(?:renewed|cancelled)\b"
    assert compiled(pattern) == re.compile(pattern)


def test_what_is_no_pattern_is_said() -> None:
    with pytest.raises(re.error):
        compiled("(")
