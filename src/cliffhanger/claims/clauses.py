"""The clauses of a sentence, as far as news of series needs them: who, the verb with all that belongs to it, and what follows.

No parser of English: a verb that is known (``verbs``) is looked for, its auxiliaries, adverbs and negations are gathered to the
left, and what stands before them is where a subject must end. "Vela has since quietly been rescued" and "will Vela ever be
rescued" come to the same verb, with its tense, its voice and whether it is negated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cliffhanger.claims.verbs import (
    ADVERBS,
    AGREED,
    AHEAD,
    BASE,
    BE,
    DO,
    FORMS,
    GET,
    HAVE,
    HELPERS,
    ING,
    MAY,
    NOT,
    PARTICIPLE,
    PAST,
    PRESENT,
    WILL,
    YET,
)

_TOKEN = re.compile(  # that an apostrophe follows is asked first: few words have one
    r"(?=\w++[’'])\w+?(?=(?:n[’']t|[’'](?:s|ll|ve|d|re|m))\b)|n[’']t\b|[’'](?:s|ll|ve|d|re|m)\b|\w+(?:[’'.-]\w+)*|[^\w\s]"
)
_PARTICLES = frozenset("up off out on back down away over aboard in home through ahead forward".split())
_RELATIVE = frozenset(("who", "which", "that"))
_TO_COME = WILL | AGREED
_HAS_BEEN = HAVE | {"was", "were", "did", "been"}
_TOGETHER = frozenset(("and", "but", "then", "or"))
_PLURAL = frozenset(("i", "we", "they", "you", "who", "cameras", "bosses", "producers", "executives", "viewers", "both", "all"))
_LONGEST_ASIDE = 16  # tokens between two commas that may stand between a subject and its verb
_OPENERS = frozenset(("“", "‘", '"', "«", "„", "•", "●", "○", "*", "–", "—", "-", ":", "(", "▪"))


class Clause(NamedTuple):
    """A verb with what belongs to it; ``start`` to ``end`` are the characters of the verb and its auxiliaries.

    ``ends`` are the places where its subject may end, the likeliest first: right before the verb, before an aside between
    commas, before "who", or where the subject of the verb before it ends ("left and has not been replaced").
    ``verb`` is the verb's base form, ``particle`` the small word right behind it ("pick", "up"; "start", "in"), or "".
    ``end`` is behind the verb.
    """

    verb: str
    particle: str
    start: int
    end: int
    ends: tuple[int, ...]
    passive: bool = False
    negated: bool = False
    ahead: bool = False  # of the future, or agreed upon
    perhaps: bool = False  # "may", "would"
    past: bool = False
    progressive: bool = False


@lru_cache(maxsize=8)  # every frame of a sentence asks
def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a sentence whose verb is known, in order; those that only wish, ask for or name a thing are none."""
    places = list(_TOKEN.finditer(text))
    tokens = [found[0].lower() for found in places]
    found: list[Clause] = []
    for at in [at for at, token in enumerate(tokens) if token in FORMS]:
        if at and places[at][0][0].isupper() and tokens[at - 1] not in _OPENERS:
            continue
        clause = _clause(tokens, places, at, found[-1] if found else None)
        if clause is not None:
            found.append(clause)
    return tuple(found)


def _clause(tokens: Sequence[str], places: Sequence[re.Match[str]], at: int, before: Clause | None) -> Clause | None:
    first, helpers = _led(tokens, at)
    if not first:
        return None
    verb, form = FORMS[tokens[at]]
    told = _told(helpers, verb, form, tokens[first - 1])
    if told is None:
        return None
    particle = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1] in _PARTICLES else ""
    ends = before.ends if before and tokens[first - 1] in _TOGETHER else tuple(places[one].end() for one in _ends(tokens, first))
    return Clause(verb, particle, places[first].start(), places[at].end(), ends, **told)


def _led(tokens: Sequence[str], at: int) -> tuple[int, list[str]]:
    """Return where the verb's group begins, and its helpers from the verb leftwards."""
    helpers: list[str] = []
    while at > 0:
        token = tokens[at - 1]
        after_to = bool(helpers) and helpers[-1] == "to"
        if token in HELPERS or (after_to and (token in AHEAD or token in AGREED)):
            helpers.append(token)
        elif not (token in ADVERBS or (token.endswith("ly") and len(token) > 4)):
            break
        at -= 1
    return at, helpers


def _told(helpers: list[str], verb: str, form: int, before: str) -> dict[str, bool] | None:
    """Read a verb's helpers; None where the form asserts nothing: a noun, an infinitive that hangs on a wish, a participle."""
    if not helpers:
        return {"past": form & PAST > 0} if _is_finite(form, before) else None
    negated = not NOT.isdisjoint(helpers)
    helping = [one for one in helpers if one not in NOT and one != YET]
    nearest = helping[0] if helping else ""
    ahead = not _TO_COME.isdisjoint(helping)
    if "to" in helping:
        place = helping.index("to")
        leads = helping[place + 1] if place + 1 < len(helping) else ""
        not_yet = leads in HAVE and YET in helpers
        if not (not_yet or leads in AHEAD or leads in AGREED or leads in BE):
            return None
        ahead, negated = not not_yet, negated or not_yet
    if not _agree(nearest, form):
        return None
    passive = form & PARTICIPLE > 0 and (nearest in BE or nearest in GET) and verb not in {"be", "go", "come"}
    progressive = form & ING > 0 and nearest in BE
    if not helping and not _is_finite(form, before):
        return None
    past = not _HAS_BEEN.isdisjoint(helping) or (not helping and form & PAST > 0)
    return {
        "passive": passive,
        "negated": negated,
        "ahead": ahead,
        "perhaps": not MAY.isdisjoint(helping),
        "past": past and not ahead,
        "progressive": progressive,
    }


def _agree(helper: str, form: int) -> bool:
    """Say whether a verb's form goes with the helper next to it: "is complete" has no verb but "is"."""
    if not helper:
        return form != ING
    fits = 0
    if helper in BE or helper in GET:
        fits |= PARTICIPLE | ING
    if helper in HAVE:
        fits |= PARTICIPLE
    if helper in WILL or helper in MAY or helper in DO or helper == "to":
        fits |= BASE
    return bool(form & fits)


def _is_finite(form: int, before: str) -> bool:
    """Say whether a verb without helpers is one: "the order" is none, "we order" is."""
    return form & (PRESENT | PAST) > 0 or (form & BASE > 0 and before in _PLURAL)


def _ends(tokens: Sequence[str], first: int) -> list[int]:
    """Return the tokens with which the subject of a verb's group may end, the likeliest first."""
    last = tokens[first - 1]
    if last in _RELATIVE and first > 1:
        return [first - 3 if tokens[first - 2] == "," and first > 2 else first - 2]
    if last == ",":
        opened = next((at for at in range(first - 2, max(0, first - _LONGEST_ASIDE), -1) if tokens[at] == ","), 0)
        return [opened - 1, first - 2] if opened else [first - 2]
    if last == ")":
        opened = next((at for at in range(first - 2, 0, -1) if tokens[at] == "("), 0)
        return [opened - 1] if opened else []
    return [first - 1]
