"""What part of an audience: "18 per cent of everyone watching", "the finale did 7.9%", "two in five were under 35"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import PERCENT, on_audience, overlaps, seen
from cliffhanger.claims.numbers import NUMBER, ORDINAL, number
from cliffhanger.claims.patterns import only_for, regex, search

_SOME = (
    r"(?:(?:about|around|roughly|nearly|almost|over|just|more than|well over|just over|some|only|an average of|close to|a|an|a "
    r"mere|"
    r"an impressive|a healthy|a modest|a solid|at least|fully) ){0,3}"
)
_PART = (
    r"(?P<f>(?:one|two|three|four|six|seven|eight|nine) (?:in|out of) (?:every )?(?:three|four|five|six|seven|eight|nine|ten)|"
    r"(?:a|one)[ -](?:third|quarter|fifth|sixth|tenth)|(?:two|three|four)[ -](?:thirds|quarters|fifths|tenths)|half)"
)
_SMALL = dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)) | {"a": 1}
_UNDER = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_EVERYONE = (
    r"(?:(?:the |all |its |total |available |overall |television |TV |linear |whole |night[’']s |national )*(?:audience|"
    r"viewing)\b|"
    r"(?:all |the |total |television |TV )+viewers\b|(?:everyone|everybody|those|people|anyone|anybody|households|homes|"
    r"all)(?: who)?"
    r"(?: were| was)? (?:watching|tuned in|viewing|with (?:a|their) (?:set|sets|TV|TVs|television|televisions)\b)|viewers "
    r"(?:at (?:the|that) "
    r"(?:time|hour)|in (?:its|the|that) (?:slot|time ?slot|hour)|on the night|that (?:night|evening)|watching))"
)
# "24.6 per cent of the audience", "a third of everyone watching".
_OF_EVERYONE = regex(rf"(?i)(?:(?P<n>{NUMBER}){PERCENT}|{_PART}) of {_EVERYONE}")
_NO_SHARE = (
    r"(?i)^[^.;?!]{0,30}?\b(?:said|says?|think|thought|want(?:ed)?|would|believe|agreed?|prefer\w*|polled|surveyed|liked|loved|"
    r"hated|"
    r"gave|rated|voted|finish\w*|complet\w*|stuck|stayed|reach\w*|returned|left|quit|dropped|gone|it (?:had|opened|started|"
    r"began))\b"
)
_LOST_PART = (
    r"(?i)\b(?:lo(?:st|ses?|sing)|sheds?|shedding|down|up|off|fell|dropp\w+|gain\w*|grew|risen|rose|declin\w*|lacks?|missing|"
    r"kept|keeps|"
    r"retain\w*|held on to|added|drop of|fall of|decline of|bleeding|shaved|survey\w*|poll\w*)(?: [\w-]+){0,3} $"
)
_A_SHARE = regex(
    rf"(?i)(?P<m>\d{{1,2}}(?:[.,]\d{{1,2}})?){PERCENT} (?:slice|chunk) of (?:the )?(?:available |total |whole )?(?:audience|"
    rf"viewing|viewers)\b|"
    rf"\b(?:an?|its|the|with|of|for|and) (?:\w+ )?(?P<n>\d{{1,2}}(?:[.,]\d{{1,2}})?)(?:{PERCENT}| points?| pct)? "
    rf"(?:audience |viewing |"
    rf"market |viewer |TV )?share\b(?! (?:of (?:the )?(?:profits?|company|revenue|proceeds|stock|shares)|price|buyback|issue|"
    rf"sale))"
)
_SHOWN = (
    r"(?:finale|premiere|opener|closer|debut|pilot|episode|hour|instal?lment|edition|season|series|show|drama|run|soap|comedy|"
    r"thriller|broadcast|launch|conclusion|opening|sitcom|special|repeat|half)"
)
_GOT = (
    r"(?:did|does|rated|rates|scored|scores|managed|manages|pulled(?: in)?|pulls(?: in)?|drew|draws|posted|posts|notched|"
    r"registered|"
    r"registers|averaged|averages|averaging|got|gets|took|takes|grabbed|logged|recorded|delivered|achieved|touched|clocked|"
    r"commanded|earned|hit|reached|opened (?:at|to|on|with)|launched (?:at|to|with)|premiered (?:at|to|with)|debuted (?:at|to|"
    r"with)|"
    r"bowed (?:at|to|with)|started (?:at|on|with)|began (?:at|on|with)|peaked at|finished (?:at|on|with)|ended (?:at|on|with)|"
    r"closed (?:at|on|with)|went out (?:at|on|with|to)|signed off (?:at|on|with)|stood at|came in at|returned (?:at|to|with)|"
    r"climbed to|rose to|fell to|dropped to|slipped to|jumped to|soared to|held (?:at|steady at))"
)
# "The finale did 7.9% nationwide", "Sunday's episode rated 6.4 percent in the capital".
_RATED = regex(
    rf"(?i)\b(?P<who>{_SHOWN}|it)(?: (?:of|on|in) [^.,;?!]{{2,25}}?)?(?: (?:also|then|still|only|just|even|duly|has|had|have|"
    rf"since|\d+|one|"
    rf"two|three|four|five|six))* {_GOT} {_SOME}(?P<n>{NUMBER}){PERCENT}(?= (?:nationwide|nationally|countrywide|in|on|among|"
    rf"across|for|at|rating|share|and|"
    rf"but|with|last|this|according|overnight|live|of (?:the|all|those|every)|to)\b|\w*[.,;:)–—]|$| [–—(])"
)
_NOT_RATED = (
    r"(?i)\b(?:critic\w*|reviews?|reviewers?|tomato\w*|imdb|metacritic|fresh|approval|score[ds]? on|users|budget|costs?|"
    r"revenue|profits?|"
    r"sales|shares?(?= (?:price|rose|fell))|tax|rebate|poll|survey|vote[sd]?|complete[d]?|shot|filmed|written|chance|odds|"
    r"petition|"
    r"subscribers?|market cap|inflation|election|alcohol|proof|battery|discount|downloads|episodes)\b"
)
_NOT_AFTER = (
    r"(?i)^ (?:of (?:the )?(?:cast|crew|scripts?|budget|funding|vote|cost|work)|on [A-Z]\w+[A-Z]|on the (?:week|year|previous))"
)
# "Two in five of those were under 35", "women made up 60% of the audience".
_GROUP = (
    r"(?:(?:aged? )?(?:under|over|between|below|above|younger|older|from (?:outside|abroad|the)|women|men\b|female|male|girls|"
    r"boys|aged|"
    r"in (?:their|the)|adults|children|teenagers|first-time|new (?:subscribers|to)|\d\d)[^.;?!,]{0,32})"
)
_OF_WHOM = (
    r"(?:those(?: (?:watching|viewers|who (?:watched|tuned in)))?|them|these|(?:its|the|their|that) (?:audience|viewers|"
    r"viewership|"
    r"viewing|total)|viewers|that figure|whom|which)"
)
_WHO_THEY_ARE = regex(
    rf"(?i){_SOME}(?:(?P<n>{NUMBER}){PERCENT}|{_PART}) of {_OF_WHOM} (?:(?:were|was|are|is|came|come|sat|fell) "
    rf")(?P<who>{_GROUP})"
)
# "4.2 million, 27 per cent".
_BEHIND = regex(
    rf"(?i)\b\d[\d.,]* ?(?:million|m|mn)(?: viewers| people)?(?:, | \(|/| – | - )(?:or |a |an? impressive "
    rf")?(?P<n>\d{{1,2}}(?:[.,]\d{{1,2}})?)"
    rf"{PERCENT}(?=[.,;)]|$| share| of (?:the|all|everyone|viewing|viewers))"
)
# "One viewer in six chose the drama over the news".
_ONE_IN = regex(
    r"(?i)\bone (?:viewer|household|home|person|adult)s? in (?:every )?(?P<p>three|four|five|six|seven|eight|ten) (?:chose|"
    r"watched|saw|was "
    r"watching|tuned in|picked|opted for|had it on|switched on|followed)\b"
)
_MADE_UP = regex(
    rf"(?i)\b(?P<who>(?:women|men|viewers|adults|people|the under-\d\ds|under-\d\ds|over-\d\ds|\d\d[- ]to[- ]\d\d-year-olds|"
    rf"teenagers|children)(?: [^.;?!,]{{2,30}}?)?) (?:accounted for|made up|account for|make up|formed|represented|were|was) "
    rf"{_SOME}(?:(?P<n>{NUMBER}){PERCENT}|{_PART}) of (?:the |its |all |their )?(?:audience|viewers|viewing|total|those "
    rf"watching)\b"
)
_FINISHED = regex(
    rf"(?i){_PART} (?:of (?:those |the (?:viewers|people|households|accounts) |its viewers |them |viewers |people ))?(?:who |"
    rf"that |to )?"
    rf"(?:had |have )?(?:start(?:ed)?|began|begun|tried|sampled|opened|switched on)\b[^.;?!]{{0,40}}? (?:finish(?:ed|es)?|"
    rf"complet(?:ed|es?)|"
    rf"reached the (?:end|finale)|(?:made|got|stayed|stuck) (?:it )?(?:to|until|through to) the (?:end|finale|last))\b"
)
# "7 per cent shy of where the fifth began".
_STEP = regex(
    rf"(?i)(?P<n>{NUMBER}){PERCENT} (?:(?P<up>clear of|in front of|north of|ahead of|to the good of|above|up on)|(?P<down>shy "
    rf"of|short of|"
    rf"adrift of|south of|off the pace of|behind|below|down on|short on)) (?:where|what|the|its|last|that|season|series|"
    rf"{ORDINAL})\b"
    rf"(?: [\w’'-]+){{0,4}}"
)
_NOT_OF_VIEWERS = (
    r"(?i)\b(?:budgets?|costs?|prices?|revenues?|profits?|stock|tax|fees?|target|funding|staff|sales|wages|poll|survey|"
    r"spend(?:ing)?)\b"
)


@only_for(_BEHIND, _OF_EVERYONE, _ONE_IN, _A_SHARE, _RATED, _WHO_THEY_ARE, _MADE_UP, _FINISHED, _STEP)
def audience_shares(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    """Find shares, ratings and steps in per cent that the other rules leave; those in ``used`` have been read."""
    text = place.text
    for found in _ONE_IN.finditer(text):
        if _take(found, used):
            yield seen(place, found.start(), found.end(), {"metric": "share_percent", "n": _value(found)})
    for pattern in (_WHO_THEY_ARE, _MADE_UP):
        for found in pattern.finditer(text):
            if on_audience(place, 2) and (value := _value(found)) is not None and _take(found, used):
                said = {"demographic": found["who"].strip()}
                yield seen(place, found.start(), found.end(), {"metric": "share_percent", "n": value} | said)
    for found in _FINISHED.finditer(text):
        if not search(r"(?i)\bwrit|script|film|shoot|shot|\bbook\b|course|race|marathon", text) and _take(found, used):
            yield seen(place, found.start(), found.end(), {"metric": "completion_percent", "n": _value(found)})
    for found in _OF_EVERYONE.finditer(text):
        value = _value(found)
        if value is None or value > 100 or search(_NO_SHARE, text[found.end() :]) or search(_LOST_PART, text[: found.start()]):
            continue
        if _take(found, used):
            yield seen(place, found.start(), found.end(), {"metric": "share_percent", "n": value})
    if search(_NOT_OF_VIEWERS, text):
        return
    for found in _A_SHARE.finditer(text) if search(r"(?i)million|viewer|slot|audience|watch|rating|\d{3}", text) else ():
        if _take(found, used):
            yield seen(place, found.start(), found.end(), {"metric": "share_percent", "n": _value(found)})
    for found in _STEP.finditer(text) if on_audience(place, 2) or search(r"million", text) else ():
        if _take(found, used):
            value = _value(found) or 0
            yield seen(place, found.start(), found.end(), {"metric": "change_percent", "n": value if found["up"] else -value})
    for found in _BEHIND.finditer(text) if on_audience(place, 2) or any(one.kind == "viewership" for one in place.last) else ():
        if _take(found, used):
            yield seen(place, found.start("n"), found.end(), {"metric": "share_percent", "n": _value(found)})
    yield from _rated(place, used)


def _rated(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    text = place.text
    if place.context.is_recap or search(_NOT_RATED, text):
        return
    for found in _RATED.finditer(text):
        value = _value(found)
        near = found["who"].lower() != "it" or on_audience(place, 2)
        if value is None or value > 80 or not near or search(_NOT_AFTER, text[found.end() :]) or not _take(found, used):
            continue
        share = search(r"(?i)^(?: \w+){0,2} share\b|^ of (?:the|all|those|every)", text[found.end() :]) is not None
        metric = "share_percent" if share else "rating_percent"
        yield seen(place, found.start(), found.end(), {"metric": metric, "n": value})


def _take(found: re.Match[str], used: list[tuple[int, int]]) -> bool:
    name = next(name for name in ("n", "m", "f", "p") if name in found.re.groupindex and found[name])
    if overlaps(found.span(name), used):
        return False
    used.append(found.span(name))
    return True


def _value(found: re.Match[str]) -> float | None:
    """Return how many per cent, from a number or a fraction in words."""
    groups = found.groupdict()
    if groups.get("n") or groups.get("m"):
        return number(groups.get("n") or groups["m"])
    if groups.get("p"):
        return round(100 / _SMALL[groups["p"].lower()])
    words = groups["f"].lower().replace("-", " ").split()
    if words == ["half"]:
        return 50
    under = _SMALL.get(words[-1]) or _UNDER.get(words[-1].removesuffix("s")) or 1
    return round(100 * _SMALL[words[0]] / under)
