"""What an answer says of people: who is back, who joins, who directs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cliffhanger.claims.claim import Polarity
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.answered.asked import Asked
from cliffhanger.claims.kinds.answered.replies import reply
from cliffhanger.claims.names import SOMEBODY, fold, is_person, trimmed
from cliffhanger.claims.seasons_said import season_of

_ROLES = {"directors": "director", "writers": "writer"}
_STATES: Mapping[str, Mapping[str, tuple[str, Polarity]]] = {
    "comes_back": {
        "yes": ("returning", "+"),
        "likely": ("returning", "+"),
        "no": ("leaving", "+"),
        "unlikely": ("leaving", "+"),
    },
    "leaves": {"yes": ("leaving", "+"), "no": ("leaving", "-")},
}
_GUESSES = {"likely", "unlikely"}
_MOST_WORDS = 20  # of an answer that lists people


def of_people(place: Place, asked: Asked, said: str, start: int) -> Iterator[Found]:
    """Find what an answer (``said``, from ``start`` of the sentence) says of whoever was asked for."""
    season = season_of(place.text) or season_of(place.question or "")
    if asked.who:
        word = reply(said, of_a_person=True)
        state = _STATES[asked.topic].get(word or "")
        if state:
            st, polarity = state
            denied = "denied" if asked.topic == "leaves" and polarity == "-" else None
            guess = "speculation" if word in _GUESSES else denied
            value = {"actor": asked.who, "st": st}
            yield Found("cast_role", start, len(place.text), value, polarity, standing=guess, season=season)  # type: ignore[arg-type]
        return
    if asked.topic in {"joining", *_ROLES} and len(said.split()) <= _MOST_WORDS:
        for name, at in _named(place, start):
            if asked.topic == "joining":
                yield Found("cast_role", at, at + len(name), {"actor": name, "st": "joining"}, season=season)
            else:
                yield Found("crew_role", at, at + len(name), {"person": name, "role": _ROLES[asked.topic]}, season=season)


def _named(place: Place, start: int) -> Iterator[tuple[str, int]]:
    """Yield the people whom an answer names in full, and where."""
    for one in SOMEBODY.finditer(place.text, start):
        name, cut = trimmed(one[0])
        known = fold(name) in {fold(other) for other in place.context.people.values()}
        if len(name.split()) > 1 and (known or is_person(name)) and not place.context.is_series(name):
            yield name, one.start() + cut
