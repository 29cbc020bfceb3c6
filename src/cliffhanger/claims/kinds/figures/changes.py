"""How an audience grew or shrank: by a percentage, by a fraction, or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import PERCENT, on_audience, overlaps, seen
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import only_for, regex, search

_UP = (
    r"up|ahead|rose|risen|rising|rises?|gr[eo]w|grown|growing|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|gain(?:ed|s|"
    r"ing)?|surg(?:ed|ing)|"
    r"soar(?:ed|ing)|leap(?:ed|t)|improv(?:ed|es|ing)|increas(?:ed|es|ing)|add(?:ed|ing|s)|spiked|rebounded|rallied|"
    r"lifted|boosted|"
    r"swelled|bumped|put on"
)
_DOWN = (
    r"down|off|fell|fallen|falls|falling|drop(?:ped|s|ping)|slid|sliding|dip(?:ped|s|ping)|slip(?:ped|s|ping)|"
    r"declin(?:ed|es|ing)|"
    r"plung(?:ed|es|ing)|los(?:t|es|ing)|shed(?:s|ding)?|tumbl(?:ed|ing)|sank|sunk|sinking|slump(?:ed|ing)|plummet(?:ed|ing|s)|"
    r"crater(?:ed|ing)|collaps(?:ed|ing)|decreas(?:ed|es|ing)|shrank|shrunk|shrinking|eas(?:ed|ing)|eroded|crashed|sagged"
)
_MORE = r"increase|rise|gain|growth|jump|uplift|uptick|bump|boost|improvement|surge|spike|leap|lift|bounce"
_LESS = r"decrease|drop|fall|decline|slump|dip|slide|loss|erosion|tumble|drop-?off|fall-?off|slippage|plunge"
_SOME = (
    r"(?: (?:by|some|about|around|roughly|nearly|almost|over|just|more than|less than|a further|another|an?|as much as|only|"
    r"well over|"
    r"close to|at least|approximately|an estimated|a healthy|a modest|a sharp|a mere)){0,4}"
)
_VERB = regex(
    rf"(?i)(?<!made )(?<!make )(?<!makes )\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: (?:on |upon )?(?:its|their|"
    rf"the) (?:[\w’'-]+ ){{1,3}}by)?{_SOME} (?P<n>{NUMBER}){PERCENT}"
)
_NOUN_WAS = regex(
    rf"(?i)\bthe (?:(?P<up>{_MORE})|(?P<down>{_LESS}))(?: (?:on|from|in|among|for) [^.,;?!]{{2,30}}?)? (?:was|is|came to|"
    rf"amounted to|stood at|has been){_SOME} (?P<n>{NUMBER}){PERCENT}"
)
_NOUN = regex(rf"(?i)\b(?:(?P<up>{_MORE})|(?P<down>{_LESS})) of{_SOME} (?P<n>{NUMBER}){PERCENT}")
_AFTER = regex(
    rf"(?i)(?P<n>{NUMBER}){PERCENT}(?:[ -](?:week[- ]on[- ]week|year[- ]on[- ]year|month[- ]on[- ]month|overall|"
    rf"season[- ]on[- ]season))? "
    rf"(?:(?P<up>{_MORE}|higher|better|bigger|larger|more|above|up|stronger|ahead)|(?P<down>{_LESS}|lower|worse|"
    rf"smaller|fewer|less|"
    r"below|down|weaker|behind))\b"
)
# "up 14% on the previous episode and 22% on the first-season finale": the second has no verb of its own.
_AND = regex(
    rf"(?i)^[^.;%?!]{{0,60}}?\b(?:and|but)(?: by)?{_SOME} (?P<n>{NUMBER}){PERCENT} (?:on|from|against|compared|over|versus|"
    rf"year|week|respectively)\b"
)
_PARTS = {
    "a tenth": 10,
    "a fifth": 20,
    "one fifth": 20,
    "a quarter": 25,
    "one quarter": 25,
    "a third": 33,
    "one third": 33,
    "two fifths": 40,
    "half": 50,
    "two thirds": 67,
    "three quarters": 75,
}
_PART = r"(?P<f>(?:a|one)[ -](?:tenth|fifth|quarter|third)|two[- ](?:fifths|thirds)|three[- ]quarters|half)"
_AUDIENCE = (
    r"(?:audiences?|viewers?|viewership|viewing|ratings?|households|people (?:who|that)|those who|numbers|initial reach|share|"
    r"launch figure|opening night|first-night|subscribers)"
)
_FRACTION = regex(rf"(?i)\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_SOME} {_PART}\b")
_FRACTION_NOUN = regex(rf"(?i)\b(?:(?P<up>{_MORE})|(?P<down>{_LESS})) of{_SOME} {_PART}\b")
_FRACTION_AFTER = regex(
    rf"(?i)\b{_PART} (?:(?P<up>more|higher|bigger|larger|up)|(?P<down>fewer|lower|smaller|less|down))\b(?: [\w’'-]+){{0,3}}"
)
_TIMES = {"halv": -50, "doub": 100, "treb": 200, "trip": 200, "quad": 300}
_TIMES_WORD = (
    r"(?P<t>halv(?:ed|ing)|doubl(?:ed|ing|e)|trebl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing))(?! (?:over|back|down|up|as)\b)"
)
_MULTIPLIED = regex(
    rf"(?i)\b(?:audiences?|viewers?|viewership|ratings?|viewing(?: figures)?|viewing "
    rf"numbers)\b[^.;?!]{{0,40}}?(?<!\ba )\b{_TIMES_WORD}\b|"
    rf"\b{_TIMES_WORD.replace('<t>', '<u>')} (?:its|their|the|that)(?: [\w’'-]+){{0,3}}? (?:audiences?|viewers?|viewership|"
    rf"ratings?|share|"
    r"overnights?|launch figure)\b|\b(?P<twice>twice) (?:the audience|as many (?:viewers|people|households))\b"
)
_IN_WORDS = regex(
    rf"(?i)\b(?:ratings|viewing figures|viewership|viewing|audiences?|viewer numbers|audience figures|"
    rf"overnights)(?: (?:figures|"
    rf"numbers|for [^.,;?!]{{2,30}}?))? (?:(?:have|has|had|also|then|since|steadily|sharply|quickly|slowly|reportedly|duly|"
    rf"been|were|are|"
    rf"is|was) ){{1,3}}(?:(?P<up>{_UP}|recovered)|(?P<down>{_DOWN}|flat-?lined|tanked|nosedived|dwindled|dwindling))\b"
)
_OF_MONEY = (
    r"(?i)\b(?:budgets?|costs?|prices?|revenues?|profits?|stock|tax|fees?|salar(?:y|ies)|wages?|staff|jobs?|workforce|"
    r"spend(?:ing)?|crime|rents?|turnout|sales|attendance|unemployment|temperatures?|(?:its|the|company[’']s) shares|stocks?|"
    r"shares (?:in|closed|fell|rose|were|slipped|dropped|gained|jumped|ended|opened|finished|traded|lost|added|dipped))\b"
)


def changes(place: Place, used: list[tuple[int, int]], *, watching: bool, percent: bool) -> Iterator[Found]:
    """Find by how much an audience changed; numbers in ``used`` were read already and those read here are added."""
    if percent:
        yield from _percentages(place, used, watching=watching)
    yield from _fractions(place)


@only_for(_VERB, _NOUN, _NOUN_WAS, _AFTER)
def _percentages(place: Place, used: list[tuple[int, int]], *, watching: bool) -> Iterator[Found]:
    text = place.text
    if not watching and not search(r"(?i)among|season|series|first|last|week|premiere|launch|episode|million", text):
        return
    for pattern in (_VERB, _NOUN, _NOUN_WAS, _AFTER):
        for found in pattern.finditer(text):
            value = number(found["n"])
            if value is None or overlaps(found.span("n"), used) or _about_money(place, found):
                continue
            used.append(found.span("n"))
            sign = -1 if found["down"] else 1
            yield seen(place, found.start(), found.end(), {"metric": "change_percent", "n": sign * value})
            another = _AND.match(text[found.end() :])
            at = (found.end() + another.start("n"), found.end() + another.end("n")) if another else (0, 0)
            if another and not overlaps(at, used) and (value := number(another["n"])) is not None:
                used.append(at)
                yield seen(place, at[0], found.end() + another.end(), {"metric": "change_percent", "n": sign * value})


def _about_money(place: Place, found: re.Match[str]) -> bool:
    """A budget or a share price that rose is no audience."""
    first, last = place.sentence.clause(*found.span())
    clause = place.text[first:last]
    return search(_OF_MONEY, clause) is not None and search(rf"(?i)\b{_AUDIENCE}\b", clause) is None


@only_for(_FRACTION, _FRACTION_NOUN, _FRACTION_AFTER, _MULTIPLIED, _IN_WORDS)
def _fractions(place: Place) -> Iterator[Found]:
    text, lower = place.text, place.lower
    if search(r"fifth|quarter|third|tenth|\bhalf\b", lower):
        for pattern in (_FRACTION, _FRACTION_NOUN, _FRACTION_AFTER):
            for found in pattern.finditer(text):
                if not _of_audience(place, found):
                    continue
                n = _PARTS.get(found["f"].lower().replace("-", " "), 50)
                yield seen(place, found.start(), found.end(), {"metric": "change_percent", "n": n if found["up"] else -n})
    if search(r"halv|doubl|tripl|trebl|quadrupl|twice", lower):
        for found in _MULTIPLIED.finditer(text):
            word = (found["t"] or found["u"] or "double").lower()[:4]
            yield seen(place, found.start(), found.end(), {"metric": "change_percent", "n": _TIMES[word]})
    if "rating" in lower or "view" in lower or "audience" in lower or "overnight" in lower:
        for found in _IN_WORDS.finditer(text):
            if not search(
                r"^[^.;?!]{0,40}?(?:\d|percent|per cent|million)|^[^.;?!]{0,15}?\b(?:a|one) (?:fifth|quarter|third|"
                r"tenth)|half",
                text[found.end() :],
            ):
                direction = "up" if found["up"] else "down"
                yield seen(place, found.start(), found.end(), {"metric": "change", "direction": direction})


def _of_audience(place: Place, found: re.Match[str]) -> bool:
    """Say whether it is an audience of which a part was lost or won: "a fifth of its audience", or nothing else named."""
    after = place.text[found.end() : found.end() + 60]
    if search(r"^ (?:of|its|their|the|his|her)\b", after):
        return search(rf"(?i)^[^.;?!,]{{0,40}}?\b{_AUDIENCE}\b", after) is not None
    if search(rf"(?i)\b{_AUDIENCE}$", found[0]):
        return True
    return on_audience(place) and search(r"(?i)^ (?:season|series|hour|an hour|episode|a million|million|time)\b", after) is None
