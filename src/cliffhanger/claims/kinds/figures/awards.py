"""Prizes: won, lost and nominated for, whichever of prize, category and winner is named first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import LOWER, UPPER
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import regex, search

_AWARDS = regex(
    r"\b(?:award|emmy|bafta|oscar|globe|prize|larch|anchor|trophy|trophies|palme|goya|c[ée]sar|grimme|lion|bear|peabody|"
    r"critics[’'] choice|sag|winner|nomine|nominat\w+|won|laurel|rose|medal|statuette|shortlist\w*|for best|for outstanding|"
    r"named best|empty-handed|up for|running for|grand prix|honou?red|named|voted|compass|quill|ceremony)\w*\b"
)
_NAME = rf"[{UPPER}][{UPPER}{LOWER}’'-]+(?: (?:of the |de |d[’'])?[{UPPER}][{UPPER}{LOWER}’'-]+){{0,3}}"
# What makes a name with capitals a prize's: a word of its own, or one that follows.
_IS_PRIZE = (
    r"(?i)\b(?:awards?|prizes?|emmys?|baftas?|oscars?|globes?|medals?|troph(?:y|ies)|palme|goyas?|c[ée]sars?|grimme|"
    r"peabodys?|"
    r"laurels?|statuettes?|choice|ribbon|guild|larch(?:es)?|anchors?)\b"
)
_PRIZE_AFTER = r"(?i)^[^.,;?!]{0,12}\b(?:awards?|prizes?|nominations?|nods?|troph(?:y|ies)|wins?|statuettes?|medals?)\b"
_WIN = (
    r"(?:won|wins|win|winning|(?:pick(?:ed|s|ing)|mopp?(?:ed|ing)) up|t(?:ook|akes|aking) home|took|collect(?:ed|s|ing)|"
    r"claimed|"
    r"earn(?:ed|s|ing)|landed|scooped|bagged|scored|receiv(?:ed|es|ing)|(?:was|were|been|is) (?:awarded|given|presented with|"
    r"honou?red with|handed)|got|secured|nabbed|snagged|walked (?:off|away) with|left with|boasts)"
)
_STANDS = (
    r"(?:(?:nominated(?: twice| again| three times| four times)?|nominations?|short-?listed|long-?listed|in the running|"
    r"in contention|a contender|contenders|a finalist|"
    r"finalists|tipped)|(?:is|are|was|were|been|being|both|[’']s|[’']re) up) for"
)
_HOW_MANY = (
    rf"(?:(?P<n>{NUMBER}) |(?:the|a|an|its|her|his|their|multiple|several) (?:(?:first|second|third|very first|\d{{4}}) )?)"
)
_WON = regex(
    rf"\b(?P<verb>(?i:{_WIN}|{_STANDS}))(?: (?P<who>(?!The\b|A\b|An\b)[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)?|"
    rf"(?i:her|him|it|them|its (?:star|lead|creator|cast|writer)))"
    rf"(?= (?:the|a|an|her|his|its) ))?(?: both)? {_HOW_MANY}?(?:(?:prestigious|coveted|international|regional|top) "
    rf")?(?P<award>{_NAME})"
)
_AT = regex(
    rf"\b(?P<verb>(?i:{_WIN}|{_STANDS}|named|voted|judged))(?: (?i:the|an?|both|its))?(?: (?i:award|prize|troph(?:y|"
    rf"ies)|nominations?|nods?))?"
    rf"(?: (?i:for))? (?P<category>(?i:best|outstanding)(?: [\w’'-]+){{1,5}}?)(?:,? (?i:at|from|by|in) (?i:the |this "
    rf"year’s |last year’s )?"
    rf"(?:\d{{4}} )?(?P<award>{_NAME})(?: \d{{4}})?(?: (?i:awards?|prizes))?|(?=[.,;]|$| (?:and|but|for (?:[“\"‘]|"
    rf"[A-Z])|last|this|in \d)\b| for [“\"‘A-Z]))"
)
_NOMINATIONS = regex(
    rf"\b(?P<n>{NUMBER}|(?i:a|an|several|multiple)) (?P<lone>(?i:nominations?|nods?|awards?|prizes?|trophies|wins)(?: came "
    rf"(?:its|her|his|their) way| followed| went to it| in total)?)(?: "
    rf"(?i:at|from|for|in) "
    rf"(?i:the )?(?:\d{{4}} )?(?P<award>{_NAME}))"
)
_AT_A_FEST = regex(
    rf"\b(?P<verb>(?i:{_WIN}|swept|sweeps|dominated))(?: (?:the|a|its|an))?(?: (?:[a-z-]+ ){{0,2}}(?:prizes?|awards?|"
    rf"troph(?:y|ies)|honou?rs?)(?: at|"
    rf" from)?(?: the)?(?: \d{{4}})?)? (?P<award>{_NAME})"
)
_HAS = regex(
    rf"\b(?i:has|have|had|holds|boasts|with) (?P<n>{NUMBER}) (?P<award>{_NAME})(?: (?:to (?:its|her|his|their) (?:name|"
    rf"credit)))?"
)
_CATEGORIES = regex(
    rf"\b(?P<verb>(?i:nominated|nominations|short-?listed|up|winners?))(?: in (?P<n>{NUMBER}) (?:categories|"
    rf"fields))?(?: at| by| from)(?: the)?(?: \d{{4}})? "
    rf"(?P<award>{_NAME})"
)
_UNNAMED = regex(rf"(?i)\b{_WIN} (?P<n>{NUMBER}) (?:[a-z]+ )?(?P<award>awards|prizes|trophies|nominations)\b")
_NAMED_AFTER = regex(r" (?:at|from|for|in) (?:the )?(?:\d{4} )?[A-Z]")
_COUNTED = regex(
    rf"\b(?P<n>{NUMBER}) (?P<award>(?:[{UPPER}][\w’'-]+ ?){{1,3}}) (?P<what>wins?|awards?|trophies|prizes?|nominations?|"
    rf"nods?|"
    r"nominee|winners?)\b"
)
_HELD = regex(
    rf"(?P<award>[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+)?)(?: Award| Prize)?[- ](?P<how>(?i:winner|nominee|winning|"
    rf"nominated|wins?|"
    rf"laureate))\b(?: (?:[a-z-]+ ){{0,2}}?(?P<person>[{UPPER}][\w’'-]+ [{UPPER}][\w’'-]+))?"
)
_WENT = regex(
    rf"\b(?P<award>{_NAME})(?: (?i:award|prize|trophy|medal))?(?: (?i:for) (?P<category>[^.,;?!]{{3,40}}?))? (?i:went|"
    rf"has gone|was (?:won|"
    rf"taken|collected|given|presented|awarded)) (?i:to|by) (?P<person>[{UPPER}][{LOWER}’'-]+(?: "
    rf"[{UPPER}][{LOWER}’'-]+){{0,2}})?"
)
_NONE = regex(
    r"(?i)\b(?:(?:won|wins|took|taken|collected|received|earned) (?:none\b|nothing\b|(?:no|not a single|none of (?:the|"
    r"its)) (?:prizes?|"
    r"awards?|trophies|trophy|"
    r"nominations?))|(?:went|gone|left|came away|go|going) (?:home )?(?:(?:from )?[^.,;?!]{2,30}? )?empty-handed|(?:lost|"
    r"losing) "
    r"(?:out )?(?:to "
    r"[^.,;?!]{2,40} )?(?:for|"
    r"in the category of) best [^.,;?!]{3,30}|lost (?:out )?to [^.,;?!]{2,40} at (?:the|this year[’']s|last "
    r"year[’']s) (?:[\w’'-]+ ){0,3}(?:awards?|"
    r"baftas?|emmys?|oscars?|globes?|prizes?|goyas?)|missed out on (?:an?|the) (?:award|prize|nomination)|failed to (?:win|"
    r"pick up) (?:an?|any) "
    r"(?:awards?|prizes?))\b"
)
_ONE_OF_THEM = regex(
    rf"(?i)\b(?P<verb>won|winning|wins|took home|taking home|picked up|picking up|converted|converting|collected) "
    rf"(?:just |only |exactly )?"
    rf"(?P<n>{NUMBER})(?:,? (?:of them,? )?(?:for|including) (?P<category>[^.;,]{{3,40}}))?(?=[.,;]| (?:of them|in all|"
    rf"on the night)\b|$)"
)
_AMONG = regex(
    r"(?i)\b(?:among them|including|notably|one of them|both|in particular),?(?: (?:one|a nomination|the award|that|the "
    r"prize|one each))?"
    r"(?: for)? (?P<category>(?:best|outstanding)(?: [\w’'-]+){1,4})"
)
_CATEGORY = regex(
    r"^(?: (?:awards?|prizes?|nominations?|nods?|trophy|medal))?,? (?:for|in the category(?: of)?) "
    r"(?P<category>[^.,;?!]{3,40}?)"
    r"(?= in (?:\d{4}|[A-Z])| (?:last|this|at|and|from|two|three|when|on|before|after|but|a year)\b|[.,;?!]|$)"
)
_YEAR = regex(r"^[^.;?!]{0,60}?\b(?:in|at the) (?P<year>(?:19|20)\d\d)\b")
_NO_CATEGORY = r"(?i)^(?:[“\"‘]|the (?:role|part|show|series|performance)|his|her|its|their|playing|it\b|that)"
_GILDED = r"^(?:Golden|Silver|Gold|Bronze|Gilded|Crystal|Platinum)\b"
_STRANGE = (
    r"(?i)\b(?:season|series|episode|slot|network|rights|approval|court|premier league|cup|election|war|fans?|praise|"
    r"viewers)\b"
)


def awards(place: Place) -> Iterator[Found]:
    """Find the prizes of which a sentence says that they were won, lost or hoped for."""
    if not _AWARDS.search(place.lower):
        return
    done: list[tuple[int, int]] = []
    for found in _NONE.finditer(place.text):
        if search(r"(?i)(?:none|nothing)$", found[0]) and not search(r"nominat|award|prize", place.lower):
            continue
        done.append(found.span())
        yield Found("award", found.start(), found.end(), {"result": "won"}, "-", past=True)
    named: list[Found] = []
    for prize in (*_with_names(place), *_in_category(place)):
        if not any(prize.start < b and a < prize.end for a, b in done):
            done.append((prize.start, prize.end))
            named.append(prize)
            yield prize
    if named or search(r"(?i)nominat|award|prize", place.text):
        yield from _parts(place, named, done)


def _with_names(place: Place) -> Iterator[Found]:
    """A prize by its name: "won two Harcourt Awards", "is up for a Comet", "Oscar winner Ada Holt".

    Also "the Silver Quill went to Wilf Adeane".
    """
    text = place.text
    for pattern in (_WON, _WENT, _COUNTED, _NOMINATIONS, _HELD, _AT_A_FEST, _HAS, _CATEGORIES):
        for found in pattern.finditer(text):
            name = found["award"].strip()
            after = text[found.end() :]
            category = _CATEGORY.match(after)
            of_best = category and search(
                r"(?i)^(?:the )?(?:best|outstanding|her|his|performance|drama|comedy)", category["category"]
            )
            if pattern is _WENT:
                of_best = search(r"(?i)\b(?:best|outstanding)\b", found["category"] or "")
            hoped = search(r"(?i)nomin|short-?list", found[0] + after[:12]) or (
                search(r"(?i)\bup for|running for", found[0]) and name.endswith("s") and found["n"]
            )
            held = pattern is _HELD and " " in name and search(r"winner|nominee|laureate", found["how"])
            gilded = search(_GILDED, name) and search(r"(?i)nominat|award|prize|troph", text)
            is_prize = gilded or search(_IS_PRIZE, name) or search(_PRIZE_AFTER, after) or of_best or hoped or held
            if (
                not is_prize
                or (search(_STRANGE, name) and not search(_IS_PRIZE, name))
                or (pattern is _WENT and not of_best and not search(_IS_PRIZE, found[0]))
            ):
                continue
            if pattern is _COUNTED and not (search(_IS_PRIZE, name + " " + found["what"]) or found["what"][0] in "nw"):
                continue
            end = found.end() + (category.end() if category else 0)
            value = _value(name, found, after)
            if category and "category" not in value and not search(_NO_CATEGORY, category["category"]):
                value["category"] = category["category"].strip()
            never = pattern is _WON and search(
                r"(?i)(?:\b(?:never|not|neither|nor|hardly|has yet to|failed to)|n[’']t)(?: \w+)? $", text[: found.start()]
            )
            yield Found("award", found.start(), end, value, "-" if never else "+", past=True)


def _in_category(place: Place) -> Iterator[Found]:
    """How a category is: "won best drama at the Beacon Awards", "was named best comedy by the Critics' Circle"."""
    for found in _UNNAMED.finditer(place.text):
        if _NAMED_AFTER.match(place.text[found.end() :]) is None:
            yield Found("award", found.start(), found.end(), {"result": _result(found[0]), "n": number(found["n"])}, past=True)
    for found in _AT.finditer(place.text) if search(r"best|outstanding", place.lower) else ():
        chosen = search(r"(?i)^(?:named|voted|judged)", found["verb"]) is not None
        if not found["award"] and not search(r"(?i)nominat|short-?list|award|prize|troph", found[0]):
            continue
        if chosen and not found["award"]:
            continue
        value: dict[str, object] = {"award": found["award"]} if found["award"] else {}
        value |= {"category": found["category"].strip(), "result": _result(found["verb"] + " " + found[0][:40])}
        year = search(r"\b(?:19|20)\d\d\b", found[0]) or _YEAR.match(place.text[found.end() :])
        if year:
            value["year"] = int(year[0][-4:])
        yield Found("award", found.start(), found.end(), value, past=True)


_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_NOMINATED = regex(
    rf"(?i)\b(?:was|were|been|be|being|got|has been) (?:also |since |already )?nominated (?P<n>once|twice|thrice|{NUMBER} "
    rf"times)\b(?! for)"
)
_WON_FOR = regex(
    r"(?i)\b(?P<verb>won|winning|wins|lost) for (?P<category>(?:best|outstanding)(?: [\w’'-]+){1,5}?)(?=[.,;]|$| (?:and|but|in|"
    r"at|"
    r"last|this)\b)"
)


def _parts(place: Place, named: list[Found], done: list[tuple[int, int]]) -> Iterator[Found]:
    """What a sentence adds to a prize that it has named: "and took home one, for Best Score", "among them best drama"."""
    text = place.text
    first = min((found.start for found in named), default=None)
    award = {"award": named[0].value["award"]} if named and "award" in named[0].value else {}
    for found in _NOMINATED.finditer(text) if "nominated" in text else ():
        if not any(found.start() < b and a < found.end() for a, b in done):
            n = _TIMES.get(found["n"].lower()) or number(found["n"].split(" times")[0])
            yield Found("award", found.start(), found.end(), award | {"result": "nominated", "n": n}, past=True)
    for found in _WON_FOR.finditer(text) if first is not None else ():
        if not any(found.start() < b and a < found.end() for a, b in done):
            done.append(found.span())
            value = award | {"category": found["category"].strip(), "result": "won"}
            yield Found("award", found.start(), found.end(), value, "-" if found["verb"] == "lost" else "+", past=True)
    for found in _ONE_OF_THEM.finditer(text) if first is not None or "nominat" in text else ():
        n = number(found["n"])
        if n is None or n > 60 or any(found.start() < b and a < found.end() for a, b in done):
            continue
        done.append(found.span())
        category = {"category": found["category"].strip()} if found["category"] else {}
        yield Found("award", found.start(), found.end(), award | category | {"result": "won", "n": n}, past=True)
    for found in _AMONG.finditer(text) if first is not None else ():
        if found.start() > (first or 0) and not any(found.start() < b and a < found.end() for a, b in done):
            value = award | {"category": found["category"].strip(), "result": named[0].value["result"]}
            yield Found("award", found.start(), found.end(), value, past=True)


def _result(text: str) -> str:
    return (
        "nominated"
        if search(r"(?i)nomin|short-?list|long-?list|running|contention|contender|finalist|tipped|\bup for|\bnods?\b", text)
        else "won"
    )


def _value(name: str, found: re.Match[str], after: str) -> dict[str, object]:
    """Return what a match says of a prize: its name, whether it was won, how many, whose, in which year."""
    kept = name.removeprefix("The ")
    trailing = search(r"(?i)^ (?:awards?|prizes?|troph(?:y|ies)|medals?)\b", after)
    value: dict[str, object] = {"award": kept, "result": _result(found[0] + (after[:14] if not trailing else trailing[0]))}
    groups = found.re.groupindex
    if "n" in groups and found["n"] and (n := number(found["n"])) and found["n"].lower() not in {"a", "an"}:
        value["n"] = n
    for key in ("category", "person"):
        if key in groups and found[key]:
            value[key] = found[key].strip()
    if "who" in groups and found["who"] and found["who"][0].isupper():
        value["person"] = found["who"]
    year = _YEAR.match(after)
    if year:
        value["year"] = int(year["year"])
    return value
