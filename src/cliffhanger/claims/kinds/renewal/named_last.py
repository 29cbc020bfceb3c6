"""Who is named right before a verb of deciding: a person signs and passes on much, a firm on series."""

from __future__ import annotations

from cliffhanger.claims.found import Place
from cliffhanger.claims.names import FULL_NAME, fold, is_person, trimmed
from cliffhanger.claims.patterns import regex, search

PERSON_LAST = regex(
    rf"({FULL_NAME})(?: \([^)]*\))?(?:,[^,]{{0,50}},)?(?: and ({FULL_NAME}))?"
    r"(?: (?:is|are|was|were|will|would|has|have|may|might)(?: \w+){0,3})?$"
)


def is_person_last(place: Place, before: str) -> bool:
    """Say whether a person is named right before a verb."""
    named, context = PERSON_LAST.search(before[-90:].rstrip()), place.context
    if named is None:
        return False
    who = trimmed(named[1])[0]
    together = " and " in before and fold(who) not in context.people  # two firms sign together
    return is_person(who) and not context.is_series(named[1]) and not context.is_network(who) and not together


_PRONOUNS = frozenset("She He They It We I You This That The Who".split())


def is_firm_last(place: Place, before: str) -> bool:
    """Say whether a name that is nobody's stands right before a verb: "after Vantage passed on it"."""
    named = search(r"\b[A-Z][\w+]*(?: [A-Z][\w+]*)? (?:has |had )?$", before)
    return (
        named is not None
        and named[0].split()[0] not in _PRONOUNS
        and not is_person_last(place, before)
        and place.context.full_name(named[0].split()[0]) == named[0].split()[0]
    )
