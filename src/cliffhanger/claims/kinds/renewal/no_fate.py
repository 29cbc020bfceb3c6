"""Where words for a fate tell none: a shoot on hold, a network silent on a date, a mayor who brings a parade back."""

from __future__ import annotations

from cliffhanger.claims.found import Place
from cliffhanger.claims.kinds.renewal.of_show import OF_A_FATE, is_object
from cliffhanger.claims.kinds.renewal.rules import NEXT
from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import match, regex, search

_SHOOT = regex(
    r"(?i)\b(?:production|filming|shoot(?:ing)?|principal photography|work|cameras|the set)\b(?! of (?:a|the) (?:second|third|"
    r"fourth|fifth|new|next))[^.;?!,]{0,40}$"
)
_NOT_ON_A_FATE = regex(
    r"(?i) ?(?:(?:on|about|over|regarding|as to) )?(?:(?:a|an|the|any|its|exact|specific|firm|official|premiere|release|air|"
    r"launch|"
    r"start) )*(?:dates?|cast(?:ing)?|plot|budget|story(?:line)?|figures?|numbers?|details|who|how|when|where|what|which)\b"
)
# What is said against a decision that was taken.
_ON_PROTEST = regex(
    r"(?i) ?(?:(?:publicly|directly) )?(?:(?:on|about|over|regarding|to) )?"
    r"(?:(?:a|all|an|any|the|this|that|these|those|its|their|fan|fans[’']|viewers[’']|growing|online|public|social media) )*"
    r"(?:backlash|boycotts?|campaigns?|criticism|hashtags?|outcry|outrage|petitions?|protests?)\b"
)
_WHOM = regex(
    r"(?:whether|if) (?P<who>[A-Z][\w’-]+)(?: [A-Z][\w’-]+)? (?:will|is|has|had|was|would|gets?|returns?|comes?|stays?|dies)\b"
)
_OF_A_PERSON = regex(r"(?:\b(?:[Ss]he|[Hh]e|I)(?:[’']ve| has| have| had|[’']s)?(?: already| also)? ?[“\"‘]?(?:already )?)$")
_BY_NAME = regex(r"(?P<who>[A-Z][\w’-]+)(?: has| had)?(?: already| also)? ?$")
_I_AM = regex(r"(?i)\b(?:I(?:[’']m| am| was| get| got)|(?:un)?less I(?:[’']m| am)?)(?: \w+)? $")
# How, by whom or when it is decided, not what: "makes the renewal decision over statistics", "decides on a renewal in May".
HOW_DECIDED = regex(
    r"(?i)\b(?:renewal|pick-?up|recommission\w*) (?:decisions?|choices?|verdicts?|process|criteria|talks)\b|"
    r"\b(?:decisions?|decid(?:es?|ed|ing)|deliberat\w+|verdicts?|rul(?:es|ed|ing)|mull\w*|weigh(?:s|ed|ing)?|ponder\w*)"
    r"(?: (?:up)?on| over| about| of| whether)?(?: the| a| any| its| their| another)? (?:further )?"
    r"(?:renewals?|pick-?up|recommission)\b"
)
# Decisions are taken on plots, prices and parts, too: what is not made, or made after all, stands behind the verb.
_DECISION = regex(
    r"(?i)\b(?:decision|choice|call|move|plans?|promise|pledge|commitment|agreement) (?:not to|to|against) "
    r"(?:(?:pick|bring|go|mov)(?:e|ing)? (?:up|back|ahead|forward|on)|[\w-]+)"
)
_MORE = regex(
    rf"(?i) (?:(?:for|on|with) )?(?!the first\b)(?:(?:an?|any|its|the|their) )?(?:[\w-]+ )?(?:{NEXT})|"
    r" (?:(?:on|with) )?(?:any|both|either|more|one|them)\b"
)
_NO_OBJECT = regex(
    r"(?i)\W*$| ?[,.;:)–—”]| (?:after|and|are|at|because|beyond|but|came|comes|despite|had|has|is|past|was|were|when|will|"
    r"would)\b"
)
_ORDER_OF_EPISODES = regex(r"(?i)\b(?:order|commitment|deal) for (?:(?!seasons?\b|series\b)[\w-]+ ){1,4}episodes\b")
_TO_MAKE = regex(r"(?i) to (?:renew|pick up|order|commission|make|produce|bring back|continue)\b")
_DENIED = regex(
    r"(?i)\bden(?:y|ies|ied) (?:(?:it|they|he|she) )?(?:ever|had|having|giving|ordering|renewing|cancell?ing|axing|"
    r"commissioning)\b[^,;]*"
)
_UNDOINGS = frozenset({"decided_not_to", "unrenewed"})
_SILENCES = frozenset({"wont_say", "silent", "no_word"})


def tells_no_fate(place: Place, name: str, span: tuple[int, int]) -> bool:
    """Say whether a rule's words tell of no fate where they stand."""
    text, (start, end) = place.text, span
    if name == "paused":
        return _SHOOT.search(text[:start]) is not None
    if name in {*_SILENCES, "yet_to"} and _ON_PROTEST.match(text, end):
        return True
    if name in _SILENCES:
        return _silent_on_something_else(place, span)
    if name == "will_order" and match(r"(?i)said|says|saying", text[start:end]):
        by = _BY_NAME.search(text[:start])
        return _OF_A_PERSON.search(text[:start]) is not None or (by is not None and fold(by["who"]) in place.context.people)
    if name == "reversed":
        return _TO_MAKE.match(text, end) is not None
    if name in _UNDOINGS:
        return _decided_on_something_else(place, span) or _ORDER_OF_EPISODES.search(text, start, end) is not None
    return name == "cancelled" and _I_AM.search(text[:start]) is not None


def _silent_on_something_else(place: Place, span: tuple[int, int]) -> bool:
    """Say whether what nobody tells is a date, a part or a sum, or, where nothing is named, what was spoken of just before."""
    text, (start, end) = place.text, span
    if _NOT_ON_A_FATE.match(text, end) or search(r"(?i)\b(?:tell|say)(?: \w+)? (?:when|who|how|where)\b", text[start : end + 12]):
        return search(r"(?i)\b(?:renew\w*|another (?:season|series)|more)\b", text[start : end + 40]) is None
    whom = _WHOM.search(text, start)
    if whom and whom.start() < end + 8:
        known = fold(whom["who"])
        return known in place.context.people or known in place.context.characters
    alone = match(r"[.!”\"]*$", text[end:]) is not None and len(text.split()) < 7 and place.speaker is None
    before = place.before[-1].text if place.before else ""
    return alone and before != "" and not OF_A_FATE.search(before) and place.question is None and not OF_A_FATE.search(text)


def _decided_on_something_else(place: Place, span: tuple[int, int]) -> bool:
    """Say whether a decision in a rule's words is on something else than a series or a season of it."""
    decision = _DECISION.search(place.text, *span)
    if decision is None:
        return False
    rest = place.text[decision.end() :]
    named = match(r"(?i) (?:(?:on|with) )?[“‘\"]?", rest)
    return not (_NO_OBJECT.match(rest) or _MORE.match(rest) or (named and is_object(place, rest[named.end() :])))


def only_how(place: Place, start: int, end: int) -> bool:
    """Say whether the words of a renewal at characters ``start`` to ``end`` only tell how, by whom or when it is decided."""
    return any(one.start() < end and start < one.end() for one in HOW_DECIDED.finditer(place.text))


def is_denied(text: str, start: int) -> bool:
    """Say whether what stands at a place is what somebody denies: "denies it ever gave a green light"."""
    return any(one.start() < start <= one.end() and " and " not in text[one.start() : start] for one in _DENIED.finditer(text))
