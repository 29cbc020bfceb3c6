"""What critics made of a series, in words: "reviews have been mixed", "critics were divided", "it was panned"."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import overlaps
from cliffhanger.claims.patterns import Rules, live, only_for, regex, search

_LEVEL = (
    r"(?P<level>mixed|positive|negative|raves?|glowing|tepid|mediocre|favou?rable|unfavou?rable|poor|strong|scathing|warm|"
    r"lukewarm|"
    r"divided|split|cool|cold|kind|kinder|harsh|harsher|unkind|hostile|muted|excellent|good|bad|weak|withering|ecstatic|"
    r"enthusiastic|"
    r"unimpressed|impressed|underwhelmed|unanimous|generous|dismissive|respectful|middling|universally positive|underwhelming|"
    r"terrible|"
    r"dreadful|brutal|sniffy|sceptical|skeptical|encouraging|less (?:kind|impressed|enthusiastic|convinced))"
)
_MUCH = (
    r"(?: (?:largely|mostly|generally|overwhelmingly|broadly|decidedly|universally|sharply|initially|almost|less|more|far|"
    r"pretty|somewhat|very|fairly|rather|also|equally|deeply|near-universally|uniformly|much|quite|at best|both|not|so))*"
)
_WAS = r"(?: (?:were|was|are|is|have been|has been|had been|proved|ranged|remain|remained|seem|turned|came in))"
_CRITICS = (
    r"(?:[Rr]eviews?|[Nn]otices|[Cc]ritics|[Rr]eviewers|[Cc]ritical (?:response|reception|reaction|opinion|consensus)|"
    r"[Cc]ritics[’'] (?:consensus|verdict|response)|[Rr]eception|[Tt]he (?:critical )?response from critics)"
)
# "Reviews have been mixed", "critical reception was warm", "critics were divided on the second season".
_WERE = regex(rf"\b(?P<what>{_CRITICS}(?: (?:of|to|for|from) (?:the |its )?(?:[\w’'“”-]+ ?){{1,5}}?)?{_WAS}{_MUCH} {_LEVEL}\b)")
# "It was well received by critics", "the first season was met with critical acclaim".
_RECEIVED = regex(
    r"(?P<what>\b(?:was|were|is|has been|have been|had been|been) (?:(?:very|so|largely|generally|broadly|widely|fairly|"
    r"rather|also) )*(?:(?P<level>(?:well|poorly|badly|warmly|coolly|coldly|"
    r"kindly|favou?rably|enthusiastically|less well|better|rapturously|politely))[- ](?:received|reviewed)\b(?! (?:by|"
    r"with) (?:audiences?|viewers|fans|guests|her|his|the (?:crowd|court)))|"
    r"(?:met|greeted|received|showered) (?:with|by) (?:[\w-]+ ){0,2}?(?P<met>(?:critical )?acclaim|rave reviews|raves|"
    r"(?:critical )?praise|indifference from critics|a critical (?:drubbing|mauling))\b|"
    r"(?P<panned>panned|savaged|slated|mauled|praised|lauded|hailed|lambasted|trashed|acclaimed|applauded|celebrated|"
    r"dismissed|derided|embraced)(?: [a-z-]+ly)? by (?:the |most |many |some |both )?(?:critics|reviewers|press)\b))"
)
_DID = regex(
    r"(?P<what>\b(?:[Cc]ritics|[Rr]eviewers|[Tt]he (?:critics|reviewers|press))(?: (?:have|had|also|largely|mostly|generally|"
    r"widely|universally|duly|have since))* (?P<level>praised|panned|savaged|slated|loved|"
    r"hated|adored|lauded|hailed|embraced|dismissed|disliked|mauled|applauded|raved about|warmed to|lambasted|derided|"
    r"criticised|criticized|singled out|took to|cooled on) (?:the |its |it\b|Hale|both|"
    r"[“\"‘]?[A-Z])[^.;?!,]{0,60})"
)
_ACCLAIM = regex(
    r"(?P<what>\b(?:(?P<level>critically|widely|universally|much)[- ]?(?:acclaimed|praised|lauded|panned|derided)(?= [\w-]+|"
    r" in\b|[.,]|$)|"
    r"(?:won|wins|earned|earns|drew|received|gained|garnered|attracted|enjoyed|opened to|launched to|debuted to|premiered to|"
    r"arrived to|returned to) (?:[\w-]+ ){0,2}?(?P<won>(?:critical|widespread|universal) "
    r"(?:acclaim|praise)|rave notices|raves|acclaim from critics|praise from critics|a critical (?:drubbing|mauling))|(?:a|"
    r"the) (?P<hit>critical (?:hit|darling|success|triumph|favou?rite|flop|failure|disappointment)))\b)"
)
_PERFECT = regex(
    r"(?P<what>\b(?P<level>perfect|flawless)(?: critics?[’']?)? (?:score|rating|"
    r"100)\b[^.;?!]{0,40}\b(?P<site>Rotten Tomatoes|Tomatometer))"
)
_GRADED = regex(
    r"(?P<what>\b(?:gave|given|gives|awarded|awards|earned|earning|received|scored|graded)(?: (?:it|the [\w ]{3,25}?|him|her|"
    r"them))? (?:an? |the )?(?P<raw>[A-DF](?:[ -](?:plus|minus)|[+–−-])?)(?= (?:from|by|grade|on|rating|for)\b|[.,;]|$))"
)
_RULES = Rules((pattern,) for pattern in (_WERE, _RECEIVED, _DID, _ACCLAIM))
_OTHER_WORK = regex(
    r"(?i)\b(?:novel|book|memoir|film|movie|play|album|restaurant|exhibition|musical|game|painter|painting|opera|bestseller|"
    r"stage|concert|dish|poem|career)s?\b"
)
# Critics of a plan and reviews of a worker; what is hoped for; a guest who is well received.
_NO_REVIEW = regex(
    r"(?i)\b(?:critics? of (?:the (?!show|series|season|drama|second|first|third|new)|a\b|an\b|his|her|their|[A-Z])|"
    r"(?:performance|peer|annual|safety|code|staff|"
    r"government|spending|reader|user|customer) reviews?|(?:hopes?|hoped|hoping|wish(?:es)?|expects?|if|"
    r"whether) (?:that )?(?:the )?(?:reviews?|critics)|"
    r"(?:guests?|visitors?|proposal|plan|speech|bill|policy|offer)\b[^.;?!]{0,20} received)\b"
)


@only_for(*(pattern for (pattern,) in _RULES), _PERFECT, _GRADED)
def verdicts(place: Place) -> Iterator[Found]:
    """Find what critics said as a whole; not for a sentence that gives a number."""
    text = place.text
    used: list[tuple[int, int]] = []
    if (
        place.context.is_recap
        or _NO_REVIEW.search(text)
        or (
            _OTHER_WORK.search(text)
            and not search(
                r"(?i)\b(?:series|season|"
                r"show|drama|comedy)\b",
                text,
            )
        )
    ):
        return
    for (pattern,) in live(_RULES, text):
        for found in pattern.finditer(text):
            if overlaps(found.span("what"), used):
                continue
            used.append(found.span("what"))
            said = next((value for name, value in found.groupdict().items() if name != "what" and value), "")
            yield _verdict(found.span("what"), {"level": said.lower()})
    for found in _PERFECT.finditer(text):
        if not overlaps(found.span(), used) and not search(r"\d", found[0]):
            value = {"site": "Rotten Tomatoes", "raw": "100%", "value": 100}
            yield _verdict(found.span("what"), value)
    for found in _GRADED.finditer(text) if search(r"CinemaScore|grade|[Cc]ritic|[Rr]eview|PostTrak", text) else ():
        raw = found["raw"].replace(" plus", "+").replace("-plus", "+").replace(" minus", "-").replace("-minus", "-")
        yield _verdict(found.span("what"), {"raw": raw})


def _verdict(span: tuple[int, int], value: dict[str, object]) -> Found:
    return Found("score", *span, {"site": "unknown", "who": "critic"} | value, past=True)
