"""What only looks like the making of a series: a run that wrapped, goods, a gun, somebody’s other work, what is supposed."""

from __future__ import annotations

import re

from cliffhanger.claims.dates import dates
from cliffhanger.claims.found import Place
from cliffhanger.claims.patterns import match, regex, search

# "If shooting begins this winter, ...", "without the rebate we would be shooting abroad"
_SUPPOSED = regex(
    r"(?i)(?:^|[“\"(] ?|, |; |\b(?:and|but|that|so) )(?:if|unless|provided|assuming)\b(?:(?! and )[^,.;?!]){0,40}$|"
    r"^[“\"]?(?:Had|Were) $|\b(?:I|we|fans|you) wish(?:es|ed)?\b[^.;?!]{0,30}$|"
    r"\b(?:I|we) (?:do |just |really |only )?hope (?:that )?$|(?i:\b(?:nobody|no one) (?:believes?|thinks?|expects?) "
    r"[^.;?!]{0,30}$)|"
    r"^[“\"]?(?:without|but for|were it not for)\b[^.;?!]{0,80}$"
)


# A run that "premiered in March and wrapped in May" was shown, and goods are produced in mills.
_RAN_ON_AIR = regex(
    r"(?i)\b(?:debuted|premiered|launched|bowed|aired|opened|began|started|returned)\b(?! (?:filming|shooting|production))"
    r"[^.;?!]{2,50}? (?:and|before|then) wrapp(?:ed|ing)(?: up)?(?: (?:on|in|last))?$"
)
_ANOTHER_THING = regex(
    r"(?i)\b(?:play|tour|musical|trial|festival|conference|summit|inquest|match|convention|exhibition|meeting|hearing|campaign)"
    r"(?: (?:has|had|have|was|itself))?(?: \w+ly)? $"
)
_OF_GOODS = regex(
    r"^ (?:of (?!the|its|their|an?\b|both|all|new|season|series|episodes?|more|further|every|two|three)[a-z]|(?:at|in) (?:its|"
    r"a|an|the|"
    r"their) (?:\w+ )?(?:mills?|plants?|factory|factories|brewery|mines?|refinery|yards?|wells?)\b)"
)


def is_no_making(place: Place, status: str, found: re.Match[str]) -> bool:
    """Leave out what only looks like production: a run that wrapped, a writer in apposition, a person's other work."""
    text, said = place.text, found[0]
    if status == "wrapped" and search(
        r"(?i)\b(?:once|until|when|if|unless|before|as soon as)(?: the| all)? $", text[: found.start()]
    ):
        return True  # "once filming is complete" says that it is not
    if (
        status == "writing"
        and search(r"(?i)\bbecause (?:the |its |their )?$", text[: found.start()])
        and search("n[’']t|not", said)
    ):
        return True  # why something else is late
    if status == "scheduled" and search(
        r"(?i)\bnot [“\"‘]?(?:moving|going|about|planning|meant|due|set)? ?$", text[: found.start()]
    ):
        return True
    if status == "wrapped" and _ANOTHER_THING.search(text[: found.start()]):
        return True
    if status == "wrapped" and _RAN_ON_AIR.search(text[: found.end()]):
        return True
    if status == "halted" and _OF_GOODS.match(text[found.end() :]):
        return True
    if status in {"scheduled", "filming"} and _SUPPOSED.search(text[: found.start()]):
        return True
    if (
        status == "wrapped"
        and search(r"(?i)\bwrapped\b", said)
        and match(r" (?:its|up|the (?:second|third|fourth))\b", text[found.end() :])
    ):
        return True
    if status == "writing" and search(r"(?i)\bwriting$", said) and not match(r"(?i)we\b", said):
        return not search(r"(?i)room|script|episode|season|series|show|writers|movie|film", text)
    if search(r"(?i)\b(?:is|are|was|been) (?:filming|shooting)$", said) and match(
        r" (?:an?|another|his|her) ", text[found.end() :]
    ):
        return True  # somebody's next film
    if status == "script_reading" and search(
        r"(?i)\b(?:at|during|after|from) (?:the|a|our|that) (?:\w+ )?$", text[: found.start()]
    ):
        return not dates(text)  # where somebody said something
    pattern = place.context.series_pattern
    if search(r"\b[Ss]hooting of [A-Z]", said) and not (pattern and pattern.search(said)):
        return True  # somebody is shot
    if status == "scheduled" and search(r"(?i)\bhad (?:it|they|the (?:show|series))\b", text):
        return True  # "had it held its audience it would be filming"
    return status == "scheduled" and bool(
        search(
            r"(?i)\bproduction (?:company|designer|team|cost|budget|house)\b|\ba \w+ production\b",
            text[max(0, found.start() - 4) : found.end() + 10],
        )
    )
