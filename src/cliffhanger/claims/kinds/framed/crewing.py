"""Who writes, directs and makes a series, read off the verb of a clause whose subject is a person."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.clauses import clauses
from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import supposed
from cliffhanger.claims.kinds.framed.subjects import SEASON_NOUN, SHOW_NOUN, person
from cliffhanger.claims.numbers import NUMBER, ORDINAL
from cliffhanger.claims.patterns import regex

_JOBS = {
    "write": "writer",
    "direct": "director",
    "helm": "director",
    "create": "creator",
    "develop": "developer",
    "compose": "composer",
    "score": "composer",
    "edit": "editor",
}
_EPISODES = (
    rf"(?:(?:the |all |both |most of |half of |many of |{NUMBER} of |{NUMBER} )*(?:the |its |{ORDINAL} |first |last |"
    r"final |new )*(?:episodes?|instal?lments?|opener|finale|pilot))"
)
_OBJECT = regex(rf"(?i)^ (?:the (?:music|score) for )?(?:{_EPISODES}|{SEASON_NOUN}|{SHOW_NOUN})\b")


def crewing(place: Place) -> Iterator[Found]:
    """Find the jobs that people do on a series in the clauses of a sentence."""
    for clause in clauses(place.text):
        job = _JOBS.get(clause.verb)
        if job is None or clause.passive or clause.perhaps or clause.negated or supposed(place.text, clause.start):
            continue
        after = place.text[clause.end :]
        if after.startswith((" that ", " about ")):
            continue  # she wrote that the show is good
        named = place.context.series_pattern
        titled = named and named.match(after.lstrip(' “‘"'))
        made = _OBJECT.match(after)
        who = person(place, clause) if made or titled else None
        if who:
            end = clause.end + (made.end() if made else len(after) - len(after.lstrip(' “‘"')) + (titled.end() if titled else 0))
            yield Found("crew_role", who[1], end, {"person": who[0], "role": job}, season=season_of(place.text[who[1] : end]))
