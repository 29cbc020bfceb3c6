"""Patterns that stand where they are used, compiled once: the library's own cache is too small for a grammar."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the compiled form of a pattern; never call it with a pattern made from an article, since nothing is forgotten."""
    return re.compile(pattern)


def search(pattern: str, text: str) -> re.Match[str] | None:
    """Find the first place where a fixed pattern matches."""
    return compiled(pattern).search(text)


def match(pattern: str, text: str) -> re.Match[str] | None:
    """Match a fixed pattern at the beginning."""
    return compiled(pattern).match(text)


def fullmatch(pattern: str, text: str) -> re.Match[str] | None:
    """Match a fixed pattern against the whole."""
    return compiled(pattern).fullmatch(text)
