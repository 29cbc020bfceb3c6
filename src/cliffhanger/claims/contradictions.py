"""Where one article says two things at once (R7), and where sources contradict each other; both quotes side by side."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from cliffhanger.claims.claim import Claim
from cliffhanger.claims.in_time import first_in_time, in_words
from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.slots import Slot, slotted

_GREW = regex(r"(?i)\b(?:up|grew|grown|rose|risen|climbed|jumped|swelled) from\b|\bmore than doubled\b")  # two counts in order
_RIVALS = frozenset(
    frozenset(pair.split())
    for pair in ("renewed cancelled", "renewed undecided", "cancelled undecided", "reversed cancelled", "ending cancelled")
)
_WEAK = frozenset({"speculation", "rumour"})
_ORDERED = frozenset({frozenset({"filming", "halted"}), frozenset({"scheduled", "halted"})})
_TURN = "supersession"
_TURN_OF_FATE = f"{_TURN}:renewal"
MOST_COMPARED = 300  # claims of one article about one question, the first: a text of thousands is no article
_NAMES_APART = 2  # letters: what differs by more is another name


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both hold, and what sort of conflict it is.

    ``type`` is "self_contradiction", "supersession" (the article itself orders them in time, ``one`` first), "unconfirmed",
    "denial" or "name_variant", "at_odds" for answers to two questions that do not go together, or "between_sources" for two
    articles; after a colon the family of the claims, or what is at odds.
    """

    type: str
    one: Recorded
    other: Recorded


def contradictions(recorded: Sequence[Recorded], series: str) -> tuple[Contradiction, ...]:
    """Return the contradictions within each article about a series, in the order of the articles.

    Of one article the first `MOST_COMPARED` claims about a question, and as many that name people, are compared.
    """
    found: list[Contradiction] = []
    for _, piece in itertools.groupby(recorded, key=lambda one: one.piece.id):
        claims = list(piece)
        slots = {slot: answers[:MOST_COMPARED] for slot, answers in slotted(claims, series).items()}
        for slot, answers in slots.items():
            of_it = _of_one_question(slot.family, answers)
            found += of_it if any(_is(one, "undecided") for one in answers) else _ordered_once(of_it)
        found += _at_odds(slots)
        found += _variants(claims)
    return tuple(found)


def _of_one_question(family: str, answers: Sequence[Recorded]) -> list[Contradiction]:
    found = [(kind, pair) for pair in itertools.combinations(answers, 2) if (kind := _conflict(family, *pair))]
    return [Contradiction(f"{kind}:{family}", *(_in_time(*pair) if kind == _TURN else pair)) for kind, pair in found]


def _ordered_once(found: Sequence[Contradiction]) -> Iterator[Contradiction]:
    """Yield the conflicts of one article; two turns of a season's fate that it orders once are so wherever it tells them.

    Not to be asked where the article says that the fate is open, too: then it knows no more than the two that it puts in order.
    """
    orders = {(_answer(each.one), _answer(each.other)) for each in found if each.type == _TURN_OF_FATE}
    for each in found:
        told = (_answer(each.one), _answer(each.other))
        if each.type != "self_contradiction:renewal" or (told in orders) == (told[::-1] in orders):
            yield each
        else:
            yield Contradiction(_TURN_OF_FATE, *((each.one, each.other) if told in orders else (each.other, each.one)))


def _at_odds(slots: Mapping[Slot, Sequence[Recorded]]) -> Iterator[Contradiction]:
    """Yield what does not go together though no question has two answers: an article need not be wrong for that.

    A season that is cancelled and has a date ahead of it, unless the article goes on to say that it was brought back; the season
    after the one that ends the story; two counts of one petition, unless words put them in order.
    """
    for slot, answers in slots.items():
        if slot.family == "renewal":
            for one in answers:
                if _is(one, "cancelled") and not any(_brought_back(other, one) for other in answers):
                    dated = slots.get(Slot(slot.series, slot.season, "release"), ())
                    yield from (Contradiction("at_odds:cancelled and dated", one, other) for other in dated if _ahead(other))
            for one in answers if slot.season else ():
                last = (end for earlier, told in slots.items() if _season_before(earlier, slot) for end in told)
                if one.claim.polarity == "+" and one.claim.value.get("status") == "renewed" and one.claim.standing != "denied":
                    yield from (
                        Contradiction("at_odds:the last season and one more", end, one) for end in last if _is(end, "ending")
                    )
        elif slot.family == "petition":
            for one, other in itertools.combinations(answers, 2):
                if one.claim.value.get("n") != other.claim.value.get("n") and _one_count(one, other):
                    yield Contradiction("at_odds:two counts of a petition", one, other)


def _is(one: Recorded, status: str) -> bool:
    """Say whether a claim firmly says that a season is so."""
    claim = one.claim
    return claim.value.get("status") == status and claim.polarity == "+" and claim.standing not in _WEAK | {"denied"}


def _brought_back(other: Recorded, cancelled: Recorded) -> bool:
    in_text = sorted((other, cancelled), key=lambda one: (one.claim.quote.start, one.number))
    return (_is(other, "renewed") or _is(other, "reversed")) and _in_time(*in_text)[0] is cancelled


def _in_time(one: Recorded, other: Recorded) -> tuple[Recorded, Recorded]:
    """Return two claims in the order in which they came to be so, else in that of the text."""
    return (other, one) if first_in_time(one, other) is other else (one, other)


def _ahead(one: Recorded) -> bool:
    """Say whether a claim names days that were still to come when the article appeared, for the season and not for its finale."""
    claim, known = one.claim, one.piece.known_from.isoformat()
    return claim.polarity == "+" and claim.standing != "denied" and "what" not in claim.value and _days(claim)[1] > known


def _season_before(earlier: Slot, slot: Slot) -> bool:
    return earlier.family == "renewal" and bool(earlier.season) and (earlier.season or 0) < (slot.season or 0)


def _one_count(one: Recorded, other: Recorded) -> bool:
    claims = (one.claim, other.claim)
    firm = all(claim.polarity == "+" and claim.standing not in _WEAK | {"denied"} for claim in claims)
    whole = not any(key in claim.value for claim in claims for key in ("window", "change"))
    grew = any(_GREW.search(claim.quote.text) for claim in claims)
    return firm and whole and not grew and not in_words(one, other)


def contradicting(found: Sequence[Contradiction]) -> frozenset[str]:
    """Return the claims in which an article contradicts itself on what it asserts, with no order in time between the two."""
    return frozenset(each.id for one in found if one.type.startswith("self_contradiction") for each in (one.one, one.other))


def orders(found: Sequence[Contradiction]) -> dict[str, frozenset[str]]:
    """Return the claims of a season's fate that an article says to be later than others, with the ids of those others."""
    turns = [one for one in found if one.type == _TURN_OF_FATE]
    return {later: frozenset(one.one.id for one in turns if one.other.id == later) for later in {one.other.id for one in turns}}


def _conflict(family: str, one: Recorded, other: Recorded) -> str | None:
    first, second = one.claim, other.claim
    if "denied" in {first.standing, second.standing}:
        same = _answer(one) == _answer(other) and first.polarity != second.polarity
        return "denial" if same else None
    match family:
        case "renewal":
            return _of_renewal(one, other)
        case "production":
            pair = frozenset({str(first.value.get("status")), str(second.value.get("status"))})
            return "supersession" if pair in _ORDERED else "unconfirmed" if "unconfirmed" in pair else None
        case "episodes" if not {first.standing, second.standing} & _WEAK:
            numbers = {first.value.get("n"), second.value.get("n")}
            changed = any(key in claim.value for claim in (first, second) for key in ("was", "not"))
            return "self_contradiction" if len(numbers) > 1 and not changed else None
        case "release" if first.polarity == second.polarity == "+" and first.standing == second.standing and _apart(one, other):
            return "supersession" if in_words(one, other) else "self_contradiction"
        case "release" if first.polarity != second.polarity and _apart(one, other):
            return "supersession"  # "had been promised for spring, and is now to come in autumn"
        case _:
            return None


def _of_renewal(one: Recorded, other: Recorded) -> str | None:
    first, second = one.claim, other.claim
    pair = frozenset({str(first.value.get("status")), str(second.value.get("status"))})
    if {first.standing, second.standing} & _WEAK:
        return None
    if first.polarity != second.polarity and pair == {"cancelled"}:
        return "supersession" if first_in_time(one, other) else "self_contradiction"
    if "-" in {first.polarity, second.polarity} or pair not in _RIVALS:
        return None
    return "supersession" if first_in_time(one, other) else "self_contradiction"


def _apart(one: Recorded, other: Recorded) -> bool:
    """Say whether two windows have no day in common and neither says that it replaces the other."""
    claims = (one.claim, other.claim)
    if any(key in claim.value for claim in claims for key in ("was", "not", "what")):
        return False
    first, second = sorted(_days(claim) for claim in claims)
    return all(first + second) and first[1] < second[0]


def _days(claim: Claim) -> tuple[str, str]:
    window = claim.value.get("window") or {}
    return window.get("start") or "", window.get("end") or ""


def _answer(one: Recorded) -> str:
    value = one.claim.value
    return str(
        value.get("status")
        or value.get("name")
        or value.get("n")
        or value.get("amount")
        or value.get("actor")
        or value.get("window")
    )


def _variants(claims: Sequence[Recorded]) -> Iterator[Contradiction]:
    """Yield names within two letters of each other, and a surname beside a full name that ends in it."""
    named = [
        (one, str(one.claim.value.get("person") or one.claim.value.get("actor") or ""))
        for one in claims
        if one.claim.kind in {"cast_role", "crew_role"}
    ]
    for (one, first), (other, second) in itertools.combinations(named[:MOST_COMPARED], 2):
        a, b = fold(first), fold(second)
        if a == b or not a or not b:
            continue
        near = len(a) > 7 and Levenshtein.distance(a, b, score_cutoff=_NAMES_APART) <= _NAMES_APART
        within = a.split()[-1:] == b.split() or b.split()[-1:] == a.split()
        if near or within:
            yield Contradiction(f"name_variant:{first}/{second}", one, other)
