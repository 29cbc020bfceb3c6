"""What is worked out of each pattern of the grammar, once: the words that it requires, and its compiled form.

To work it out of all of them takes seconds, so that it is worth keeping from one run to the next (``store.patterns_kept``). It
follows from the pattern, from this code and from the library that compiles; what was kept under others does not count.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cliffhanger.claims.names import LOWER, UPPER
from cliffhanger.claims.required import ways
from cliffhanger.claims.starts import Form, form_of, made_of

Ways = tuple[tuple[frozenset[str], ...], ...]


class Key(NamedTuple):
    """A pattern as it is written, and its flags."""

    pattern: str
    flags: int


class WorkedOut:
    """What is known of patterns; ``learnt`` counts what was not known when it was asked for."""

    def __init__(self) -> None:
        self.ways: dict[Key, Ways] = {}
        self.forms: dict[Key, Form] = {}
        self.learnt = 0

    def ways_of(self, pattern: str, flags: int) -> Ways:
        """Return the sets of words of which a match has some, see ``required.ways``."""
        key = Key(pattern, flags)
        if key not in self.ways:
            # Which letters a name is made of does not matter here, and thousands of them take long to parse.
            self.ways[key] = ways(pattern.replace(UPPER, "A-Z").replace(LOWER, "a-z"), flags)
            self.learnt += 1
        return self.ways[key]

    def compiled(self, pattern: str, flags: int) -> re.Pattern[str]:
        """Compile a pattern, see ``starts``.

        Raises
        ------
            re.error: the pattern is none.
        """
        key = Key(pattern, flags)
        if key not in self.forms:
            form = form_of(pattern, flags)
            if form is None:
                return re.compile(pattern, flags)
            self.forms[key] = form
            self.learnt += 1
        return made_of(pattern, self.forms[key])

    def remember(self, ways: dict[Key, Ways], forms: dict[Key, Form]) -> None:
        """Take over what was worked out before."""
        self.ways |= ways
        self.forms |= forms


WORKED_OUT = WorkedOut()
