"""What somebody rejects: "Not true.", "Brightline has denied this", "a figure that the studio called inflated"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cliffhanger.claims.claim import Attribution
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.interviews import turn
from cliffhanger.claims.patterns import Rules, live, only_for, regex, search

_UNTRUE = (
    r"(?:nonsense|rubbish|garbage|false|untrue|not true|not correct|not right|not so|not the case|not accurate|inaccurate|"
    r"incorrect|wrong|fiction|irresponsible|malicious|mischievous|misleading|pure speculation|idle gossip|ill-informed|"
    r"fantasy|"
    r"fabricat\w+|made[- ]up|invented|inflated|exaggerated|wide of the mark|off the mark|baseless|unfounded|bogus|fake|"
    r"a hoax|a lie|"
    r"lies|ridiculous|laughable|way off|(?:far |much )?too high|not happening|without foundation|tosh|hogwash|bunkum|baloney|"
    r"poppycock|codswallop|twaddle|groundless|erroneous|mistaken|preposterous|absurd|ludicrous|piffle|(?:pure )?invention)"
)
_TALK = (
    r"(?:(?:[\w’'-]+ ){0,2}(?:reports?|claims?|rumou?rs?|figures?|numbers?|story|stories|suggestions?|speculation|talk|piece|"
    r"posts?|allegations?|sum|gossip|whispers|news))"
)
_TALK_SITE = r"(?:website|site|paper|newspaper|report|story|tweet|post|blog|account|page|article|rumou?r)"
_IT = rf"(?:it|that|this|them|those|these|both|none of (?:it|that|this)|(?:the|that|this|those|these|such|any|all) {_TALK})"
_REJECT = (
    r"(?:den(?:ies|ied)|reject(?:s|ed)|disput(?:es|ed)|dismiss(?:es|ed)|scotch(?:es|ed)|refut(?:es|ed)|rubbish(?:es|ed)|"
    r"debunk(?:s|ed)|shot down|pour(?:s|ed) cold water on|contest(?:s|ed))"
)
_CALL = r"(?:call(?:s|ed)|describ(?:es|ed)|brand(?:s|ed)|label(?:s|led|ed)|dismiss(?:es|ed))"
_SAY = (
    r"(?:says?|said|tweet(?:s|ed)|post(?:s|ed)|wr(?:ites|ote)|stat(?:es|ed)|"
    r"repl(?:ies|ied)|respond(?:s|ed)|insist(?:s|ed)|add(?:s|ed)|told [\w ]{2,30}|maintain(?:s|ed))"
)
_WHO = r"(?P<who>(?:[Tt]he |[Hh]er |[Hh]is |[Tt]heir |[Aa] )?[\w+’',. -]{2,60}?)"
_SHORT = regex(
    r"(?i)^[“\"]?(?:[A-Z][\w ]{1,25}: )?[“\"]?(?:(?:it|that|this|they|we|he|she|none of (?:it|that|this)|[A-Z]\w+) (?:did|is|"
    r"was|were|has|have|had|does|do|are)(?:n[’']t| not| simply not| just not| absolutely not| categorically not)(?: so| true| "
    r"happening| correct| right| the case| a yes| been| it)?|it[’']s not a yes|"
    r"(?:that|this|it)(?: is|[’']s) (?:(?:simply|just|all|completely|totally|absolutely|utterly|flatly) )?"
    rf"(?:not (?:true|so|the case|happening|correct)|{_UNTRUE})|"
    r"(?:verdict: )?(?:false|untrue|fake|incorrect|not true|not so)(?=[.!”\"]|$)|(?:absolutely|certainly|definitely) not|nope|"
    rf"(?:complete|completely|total|totally|utter|utterly|absolute|pure|entirely|all) {_UNTRUE}|"
    r"(?:turns out )?our source was (?:mistaken|wrong)|turns out our source was mistaken|(?:it[’']s|it is) a (?:fan edit|"
    r"fake|hoax|forgery)|it was nowhere near \w+|no\. not (?:close|true|even close)|not even close|no truth (?:in|to) (?:it|"
    r"that|this)(?: at all)?(?:, i[’']m afraid)?|"
    rf"(?:well, |sorry, )?(?:(?:but|and|all) )?(?:those|these|such|the|all) {_TALK}(?: (?:are|were)) (?:just |simply |all |"
    rf"plain |"
    rf"completely |totally )?{_UNTRUE}|there(?:[’']s| is| was) (?:simply |absolutely )?no truth (?:in|to) {_IT}|"
    rf"(?:well, |sorry, )?(?:that|the) {_TALK_SITE}(?:[’']s| is| was) (?:just |simply |plain )?{_UNTRUE}|far from it|(?:quite|"
    rf"just|exactly) the "
    r"opposite|nothing of the (?:kind|sort)|(?:he|she|it)(?:[’']s| is| was)(?:n[’']t| not) going anywhere|"
    r"there (?:is|was|are|were|will be|has been)(?:n[’']t| not| never) (?:one|any|such a thing)|there never was(?: one| any)?|"
    r"(?:that|this|it) (?:never happened|never took place|did(?:n[’']t| not) happen|does(?:n[’']t| not) exist)|no!+|"
    r"wo(?:n[’']t| not) be one|"
    r"I[’']d love to meet the person who was)[.!”\"]*(?=$|[;,:])"
)
_WHOLE = regex(
    rf"^[“\"]?{_WHO} (?:(?:has|have|had|later|quickly|swiftly|flatly|since|also|firmly|strongly) )*(?:"
    rf"{_REJECT} {_IT}(?=$|[.,;”\"]|(?: (?:on|in|at|to|when|as|last|this|through|via|outright|yesterday|saying|and)\b))|"
    rf"{_CALL} {_IT} (?:as )?[“\"‘']?(?:\w+ ){{0,3}}{_UNTRUE}(?=[.,;!”\"’]|$| and\b| at all)|"
    rf"{_SAY}(?: (?:on|this|late|earlier|by|in) [\w’ ]{{3,25}}?)?,? (?:that )?[“\"‘]?(?:{_IT} (?:was|were|is|are) "
    rf"[“\"‘']?(?:\w+ )?{_UNTRUE}|there(?: is| was|[’']s) (?:simply |absolutely )?[“\"‘]?no "
    rf"(?:truth|substance|basis|foundation|merit) (?:in|to|for|behind) {_IT}))"
)
_PART = regex(
    rf"(?:"
    rf"(?:^|[;—,] |\bbut )(?P<who>(?:the )?[\w+’' -]{{2,60}}?) (?:{_CALL}|{_SAY})(?: of)? (?:that )?(?:{_IT}|it is|it[’']s|"
    rf"that[’']s)"
    rf"(?: {_TALK})?(?: is| was| as| were)? ?[“\"]?(?:[\w’]+ )?{_UNTRUE}(?=[.,;!”\"’]|$| and\b| at all)|"
    rf"(?:^|[;—,] |\b(?:but|although|though) )(?P<who2>(?:the )?[\w+’' -]{{2,40}}?) (?:(?:has|have|had|later|quickly|since) )*"
    rf"{_REJECT} {_IT}(?=$|[.,;”\"]|(?: (?:on|in|at|to|when|as|last|this)\b))|"
    rf", (?:which|a (?:figure|claim|report|number|suggestion|charge|story)(?: that|"
    rf" which)?) (?P<who3>(?:the )?[\w+’', -]{{2,60}}?),? "
    rf"(?:(?:has|have|had|later|quickly|since) )*(?:{_REJECT}|{_CALL} (?:as )?[“\"‘']?(?:\w+ )?{_UNTRUE})|"
    rf"(?:^|[;,] |\b(?:but|although|though) )(?P<who4>(?:the |his |her )?[\w+’' -]{{2,40}}?) {_SAY} (?:that )?(?:he|she|they|"
    rf"it) "
    rf"(?:has|have|had) [“\"]?never (?:heard of|been asked|been approached|met|read)\b"
    rf")"
)
_DENIABLE = frozenset(
    {
        "renewal_status",
        "release_date",
        "cast_role",
        "crew_role",
        "platform",
        "budget",
        "production_status",
        "episode_count",
        "location",
        "reason",
    }
)
_A_FIGURE = r"(?i)\b(?:the|that|this|those|these) (?:\w+ )?(?:figures?|numbers?|sum)\b"
_PEOPLE = frozenset({"cast_role", "crew_role"})  # of whom it is denied what they do, not who they are


# "It was never about Halifax", "money had nothing to do with it": what is rejected is why something was done.
_NOT_FOR = regex(
    r"(?i)(?:^|[“\"] ?|\b(?:but|and|said|says|insist(?:s|ed)) (?:that )?)(?:(?:it|that|this|the (?:decision|move|cut|delay|"
    r"departure|"
    r"exit))(?:[’']s| is| was| has| had)?(?:n[’']t| not| never)(?: ever| really| been)* (?:about|because of|due to|down to|"
    r"over|for|to "
    r"do with|a (?:question|matter) of) (?P<a>[^.;?!,“”]{3,50})|(?:it|that|this|the (?:decision|move|cut|delay|departure|"
    r"exit)) (?:had|"
    r"has) nothing to do with (?P<b>[^.;?!,“”]{3,50})|(?P<c>[^.;?!,“”]{3,40}) (?:had|has|have) nothing to do with (?:it|that|"
    r"this)\b|"
    r"there (?:was|is|were|are|has been|had been) (?:never |absolutely )?(?:no|never any) (?:issues?|questions?|problems?|"
    r"rows?|"
    r"disputes?|disagreements?|quarrels?|falling-out|fallings-out|arguments?|fights?|feuds?|rifts?|bad blood|animosity|"
    r"friction|"
    r"firings?|walk-?outs?)(?: (?:of|over|about|with|regarding) (?P<d>[^.;?!,“”]{3,40}))?)|"
    r"\b(?:disputes?|disputed|rejects?|rejected|contests?|contested|challenges?|challenged|denies|denied) (?:the|that|this|"
    r"his|"
    r"her|"
    r"their|its) (?:reason(?:ing|s)?|explanation|account|rationale|justification)\b"
)


_REJECTIONS = Rules((pattern,) for pattern in (_SHORT, _WHOLE, _PART, _NOT_FOR))


def _why_denied(place: Place, last: Sequence[Found]) -> Found | None:
    """Turn a reason round that was given right before."""
    given = next((one for one in reversed(last) if one.kind == "reason" and one.polarity == "+"), None)
    found = _NOT_FOR.search(place.text) if given else None
    if found is None or given is None:
        return None
    return replace(given, start=found.start(), end=found.end(), polarity="-", standing="denied", by=_by(place, ""))


def denial(place: Place, claims: Sequence[Found], last: Sequence[Found]) -> Found | None:
    """Turn a claim round that a sentence rejects: one of its own, before the words that reject it, or one of ``last``."""
    text = place.text
    if not (claims or last) or not live(_REJECTIONS, text):
        return None
    why = _why_denied(place, last)
    if why:
        return why
    whole = _SHORT.match(_spoken(text)) or _WHOLE.match(text)
    part = None if whole else _PART.search(text)
    if not whole and not part:
        return None
    at = part.start() if part else 0
    said = [claim for claim in claims if part and claim.end <= at] or last
    for claim in reversed(said):
        if claim.value.get("status") == "undecided" or (
            claim.kind == "reason" and (_tells_more(said) or (place.before and place.before[-1].text.endswith("?")))
        ):
            continue
        if search(_A_FIGURE, (part or whole)[0]) and not any(isinstance(one, int | float) for one in claim.value.values()):  # type: ignore[index]
            continue  # no home, cast or renewal is a figure
        if claim.kind in _DENIABLE and claim.polarity == "+" and ("st" in claim.value or claim.kind not in _PEOPLE):
            who = (part["who"] or part["who2"] or part["who3"] or part["who4"] or "").strip() if part else ""
            return replace(claim, start=at, end=len(text), polarity="-", standing="denied", by=_by(place, who))
    return None


def _tells_more(said: Sequence[Found]) -> bool:
    """Say whether a reason stands beside what it explains, and that may be the untruth; a halt or a delay is seldom disputed."""
    return any(claim.kind in _DENIABLE - {"reason", "production_status"} and claim.polarity == "+" for claim in said)


_TALK_OF = (
    r"(?:(?:the|these|those|any|all|all the|recent|online|persistent|widespread|press|media|tabloid|earlier) )*(?:[\w’-]+ "
    r"){0,1}?"
    r"(?:reports?|rumou?rs?|claims?|talk|speculation|suggestions?|gossip|stories|whispers|chatter) (?:that|of|about|"
    r"suggesting)\b"
)
_REPORTED = regex(
    rf"(?i)^[“\"]?{_TALK_OF}(?P<what>[^.;?!]{{5,120}}?) (?:is|are|was|were|has been|have been) (?:\w+ly )?"
    rf"(?P<by>{_UNTRUE}|denied|dismissed|rejected|scotched|shot down|rubbished|knocked down|debunked|quashed)"
)
# "Vela dismissed rumours of a cancellation", "That is not true, a spokesman said of reports that it had been axed".
_REJECTED = regex(
    rf"(?i)^(?P<by>[^.;?!]{{2,60}}? (?:(?:has|have|had|also|later|quickly|swiftly|flatly|since|firmly) )*(?:{_REJECT}|"
    rf"played down|"
    rf"laughed off|brushed (?:off|aside)|waved away|hit back at)) {_TALK_OF}(?P<what>[^.;?!]{{5,120}})|"
    rf"^(?P<by2>[^.;?!]{{0,40}}?\b{_UNTRUE}\b[^.;?!]{{0,60}}? (?:said|says|told [^.;?!]{{2,25}}?|wrote)) of {_TALK_OF}"
    rf"(?P<what2>[^.;?!]{{5,120}})"
)
_CALLED = regex(
    rf"^(?P<by>[^.;?!]{{2,60}}? {_CALL}) {_TALK_OF}(?P<what>[^.;?!]{{5,100}}?) (?:as )?[“\"‘']?(?:\w+"
    rf" ){{0,2}}?{_UNTRUE}(?=[.,;!”\"’']|$)"
)
# "Tom Hale has denied that he is leaving": nobody else is told to say so.
_DENIED_THAT = regex(
    r"^(?P<by>[^.;?!“”]{2,60}? (?:(?:has|have|had|also|later|quickly|flatly|since|firmly|repeatedly) )*(?:den(?:ies|ied)|"
    r"disput(?:es|ed)|"
    r"reject(?:s|ed))) (?P<what>(?:that|having|being|any plans?)\b[^.;?!]{5,140})"
)
# "It is not true that the series was dropped to save money": of what is told with its reason the reason is rejected.
_NOT_TRUE_THAT = regex(
    r"(?i)^(?P<by>[–—-]? ?[“\"]?(?:but |and |so |also )?(?:it is|it[’']s|that[’']s|that is) (?:simply |just |absolutely |"
    r"completely |"
    rf"plain |flatly )?{_UNTRUE}),? (?P<what>(?:that|to (?:say|suggest|claim|think)(?: that)?)\b[^.;?!]{{5,140}})"
)
_NAMED = regex(
    r"(?i)\b(?P<cancelled>cancell?ation|axing)|\b(?P<ending>(?:final|last) (?:season|series))|"
    r"\b(?P<spinoff>spin-?off)"
)


@only_for(_DENIED_THAT, _NOT_TRUE_THAT, _REPORTED, _CALLED, _REJECTED)
def rejected_here(place: Place, claims: Sequence[Found]) -> Iterator[Found]:
    """Both what is said and that it is not so, of a sentence that tells both: "Rumours that it is the last were shot down"."""
    denied = _DENIED_THAT.match(place.text) or _NOT_TRUE_THAT.match(place.text)
    if denied:
        yield from _denied_only(place, claims, denied)
        return
    found = _REPORTED.match(place.text) or _CALLED.match(place.text) or _REJECTED.match(place.text)
    if found is None:
        return
    second = found.groupdict().get("by2") is not None
    (start, end), (by, by_end) = (found.span(name + ("2" if second else "")) for name in ("what", "by"))
    if by > start:
        by_end = len(place.text)
    told = [claim for claim in claims if claim.kind in _DENIABLE and claim.start < end and claim.end > start]
    for claim in told or _named_only(place, start, end):
        first, last = max(claim.start, start), min(claim.end, end)
        yield replace(claim, start=first, end=last, polarity="+", standing="rumour", by=Attribution("unnamed_source"))
        yield replace(claim, start=by, end=by_end, polarity="-", standing="denied", by=_by(place, _who(place, by, by_end)))


_OWNER = regex(r"(?i)\bthe (?:\w+ )?(?:network|streamer|broadcaster|channel|studio|service|platform|company)\b|\bspokes\w+")


def _who(place: Place, start: int, end: int) -> str:
    """Return the network that is named in a stretch, or the owner where only its spokesman is."""
    said = place.text[start:end]
    named = next((name for name in place.context.longest_networks if name in said), None)
    return named or (place.context.owner or "" if _OWNER.search(said) else "")


def _denied_only(place: Place, claims: Sequence[Found], found: re.Match[str]) -> Iterator[Found]:
    """What is denied and by nobody told."""
    reasons = [claim for claim in claims if claim.kind == "reason" and found.re.pattern == _NOT_TRUE_THAT.pattern]
    for claim in reasons or claims:
        if claim.kind in _DENIABLE and claim.end > found.start("what") and ("st" in claim.value or claim.kind not in _PEOPLE):
            by = _by(place, _who(place, *found.span("by")) or (place.context.owner or "" if place.context.is_release else ""))
            start = max(claim.start, found.start("what"))  # "Vela denied that each episode costs £4m": not the denial itself
            yield replace(claim, start=start, polarity="-", standing="denied", by=by)


def _named_only(place: Place, start: int, end: int) -> Iterator[Found]:
    """What is rejected by its name alone, "rumours of a cancellation"."""
    named = _NAMED.search(place.text, start, end)
    if named and named.lastgroup and place.context.series:
        yield Found("renewal_status", start, end, {"status": named.lastgroup})


def _by(place: Place, who: str) -> Attribution:
    if place.speaker:
        return Attribution("talent", place.speaker)
    if who:
        return Attribution("network_or_studio", who if place.context.is_network(who) else None)
    return Attribution("outlet", place.context.article.outlet)


def _spoken(text: str) -> str:
    """Leave the name before a turn of an interview out."""
    found = turn(text)
    return text[found.end() :] if found else text
