"""Episode counts told on the way: "shooting on the six hours", "two remain of the eight", "doing ten this time", "all six"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import overlaps
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER, number
from cliffhanger.claims.patterns import regex, search
from cliffhanger.claims.seasons_said import season_of

_UNIT = r"(?:episodes|hours|parts|chapters|instal?lments|half-hours|scripts|films)"
_END = r"(?=[.,;:!?)”’\"]|$| (?:and|but|while|when|because|in|for|on|at|from|with|by|as|so|—|–|-)(?!\w))"
_FEW = r"(?:just |only |about |around |another |a full |the usual |a mere |exactly )?"
# "Shooting on the six new hours", "cameras rolled on all eight hours": hours that are made are episodes.
_MADE = regex(
    rf"(?i)\b(?:shooting|filming|production|photography|work|post-production|cameras [a-z]+|rehearsals|editing|scripts|"
    rf"writing)(?: [a-z]+)? (?:on|of|for) (?:the |all |its |all the )(?P<n>{SMALL_NUMBER}) (?:new |hour-long |remaining "
    rf")?{_UNIT}\b"
)
_REMAIN = regex(
    rf"(?i)\b(?:{SMALL_NUMBER}|half|most|some)(?: more)?(?: {_UNIT})? (?:remain|are left|were left|left|are still to come|to "
    rf"come|"
    rf"to go|are unseen|have aired|have gone out|have been (?:shown|shot|filmed|made|written))(?: out)? of (?:the |its |a "
    rf"planned |"
    rf"the planned )(?P<n>{SMALL_NUMBER})\b(?! ?(?:%|per|million|weeks|days|years|people|actors|characters|seasons))"
)
# "They're doing ten this time", "you only made six this year".
_THIS_TIME = regex(
    rf"(?i)\b(?:I|we|you|they|he|she|it|there)(?:[’']re| are| were|[’']ll| will|[’']ve| have|[’']s| is| was| has|[’']d| had| "
    rf"did)?(?: only| just| reportedly| apparently| now| be| been| got)* (?:doing|making|getting|shooting|filming|writing|made|"
    rf"did|"
    rf"shot|wrote|got|get|have|had|be|are|were) {_FEW}(?P<n>{SMALL_NUMBER})(?: of them)?(?= (?:this|last|next) (?:time|year|"
    rf"season|"
    rf"series|run)\b(?!, [a-z]+ that)| (?:again )?(?:this time|last time)\b)"
)
_ALL = regex(
    rf"(?i)\b(?:wr(?:ote|itten|ites|iting)|direct(?:ed|s|ing)?|helm(?:ed|s|ing)?|penn(?:ed|ing)|penn?s|shot|shooting|film(?:ed|"
    rf"s|ing)|"
    rf"edit(?:ed|s|ing)|releas(?:ed|es|ing)|dropp(?:ed|ing)|drops|seen|made|script(?:ed|s|ing)) all (?P<n>{SMALL_NUMBER})(?: "
    rf"of them)?"
    rf"(?=[.,;!]|$| (?:himself|herself|themselves|myself|ourselves|alone|of them|in one|at once|on|and|but|by|before|this|"
    rf"back)\b)"
)
# "The second came out in May and had just ten", "the seventh, which ended a fortnight ago, had six".
_AND_HAD = regex(
    rf"(?i)\b(?:(?:season|series) (?:{SMALL_NUMBER})|(?:the |its )(?:{ORDINAL}|last|previous|latest|new|debut|sophomore|"
    rf"follow-up)"
    rf"(?: (?:season|series|run|one|outing|batch))?)(?:,? [^.;,?!]{{3,60}}?,? and|, [^.;,?!]{{3,70}},) (?:only |just |also )?"
    rf"(?:had|has|ran to|ran for|runs to|stopped at|got|comprised|comprises|consisted of|consists of|contained|contains|"
    rf"offered|"
    rf"managed|will have|will run to) {_FEW}(?P<n>{SMALL_NUMBER})(?: (?P<ep>{_UNIT}))?{_END}"
)
# After a count has been told: "Seven, actually", "It's six", "There will now be six".
_INSTEAD = regex(
    rf"^[“\"‘']?(?:[A-Z][\w.’ -]{{1,25}}: )?[“\"]?(?:(?:No|Well|Now|Yes|Sorry|Actually)[,.—–-]? )?(?P<is>(?:It|There|That|They|"
    rf"We)"
    rf"(?:[’'](?:s|re|ll|ll be|ll have|ve)| is| are| was| were| will| have| did| made)?(?: (?:now|actually|only|just|in fact|"
    rf"be|have|"
    rf"got|made|again|still|to be|going to be))* )?(?P<n>(?i:{SMALL_NUMBER}))(?P<adv>,? (?:actually|in fact|now|this time|as "
    rf"it "
    rf"happens|again|in the end|in all|in total))?(?=[.!;,]|$| [–—]|, (?:not|and|but)\b)"
)
_FILMS = regex(
    rf"(?i)(?<![\d.,£$€-])\b(?P<n>{SMALL_NUMBER}) (?:films|movies|specials|hours|half-hours|shorts),? (?:each )?(?:(?:of |at |"
    rf"running |lasting )?"
    rf"(?:[a-z]+|\d+)(?:-| )minutes? (?:each|apiece|long)|each (?:of )?(?:[a-z]+|\d+) minutes)\b"
)
_OTHER_THINGS = (
    r"(?i)\b(?:viewers|million|thousand|%|per ?cent|percent|rating|score|out of|stars|votes?|children|kids|husbands?|wives|"
    r"awards?|nominations?|seasons|years old|o[’']clock|pm|am|takes?|cups?|weeks?|months?|minutes|drafts?)\b"
)
_OTHER_WORKS = r"(?i)\b(?:novels?|books?|songs?|albums?|plays?|letters?|poems?|stories|films?|movies|seasons|series)\b"
_OF_EPISODES = r"\b(?:episodes?|eps|parts|chapters|instal?lments|half-hours|scripts|films)\b"


def counts_in_passing(place: Place, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Find counts of which the other rules know nothing; those at ``taken`` have been read."""
    text = place.text
    for found in _matches(place):
        n = number(found["n"])
        if n is None or not 2 < n < 400 or overlaps(found.span("n"), taken) or overlaps(found.span(), taken):
            continue
        taken.append(found.span())
        first, last = place.sentence.clause(*found.span())
        season = season_of(found[0]) or season_of(text[first:last])
        yield Found("episode_count", found.start(), found.end(), {"n": int(n)}, season=season)


def _matches(place: Place) -> Iterator[re.Match[str]]:
    text, lower = place.text, place.lower
    here = search(_OF_EPISODES, lower) is not None
    counted = any(one.kind == "episode_count" for one in place.last)
    back = counted or any(search(_OF_EPISODES, one.lower) for one in place.before[-2:])
    yield from _MADE.finditer(text)
    yield from _FILMS.finditer(text)
    if (
        here
        or back
        or search(r"\bfinale\b|\bseason\b|\bseries\b|\bair(?:s|ed)?\b|^[“\"]?(?:one|two|three|four|five) hours\b", lower)
    ):
        yield from _REMAIN.finditer(text)
    if not search(_OTHER_THINGS, text):
        if here or back or search(r"(?i)\bepisodes?\b|\bseasons?\b", place.context.article.text):
            yield from _THIS_TIME.finditer(text)
        by_hand = search(r"(?i)\b(?:wr(?:ite|ote|it)|direct|helm|penn|script)", text) and not search(_OTHER_WORKS, text)
        if here or back or by_hand:
            yield from _ALL.finditer(text)
        found = _INSTEAD.match(text) if counted and not here else None
        if found and (found["is"] or found["adv"]):
            yield found
    for found in _AND_HAD.finditer(text):
        if found["ep"] or here or back:
            yield found
