"""Reasons told as a state of things: too few watched, it cost too much, the story was told, somebody wants another life."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.kinds.story.named_causes import of_an_end
from cliffhanger.claims.patterns import Rules, live, regex, search

_SHOW = (
    r"(?:[Tt]he|[Ii]ts|[Tt]his) (?:[\w’'-]+ ){0,2}?(?:show|series|drama|comedy|sitcom|thriller|season|programme|program|"
    r"run|story|tale)"
)
_IT = rf"(?:{_SHOW}|\b[Ii]t|[“\"‘][^”\"’.;?!]{{1,40}}[”\"’]|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}})"
_NOT = (
    r"(?:did(?: not|n[’']t)|could(?: not|n[’']t)|do(?:es)?(?: not|n[’']t)|(?:was|were|is|are)(?: not|n[’']t)|failed to|"
    r"never|no longer|had(?: not|n[’']t))"
)
_COUNT = (
    r"(?:ratings|viewership|viewing(?: figures| numbers)?|viewers|audiences?|figures|numbers|performance|completion rates?|"
    r"demand|costs?|economics)"
)
_MORE_OF_IT = (
    r"(?:(?:its|the|their|a|an|that|another|any|more|further|such) (?:[\w’'-]+ ){0,3}?(?:costs?|price(?: tag)?|budget|expense|"
    r"spend(?:ing)?|investment|outlay|seasons?|series|run|renewal|order|episodes|pick-?up|continuation)|continuing|renewing|"
    r"carrying on|going on|(?:another|one more|more)\b)"
)
# "Its ratings did not justify its price tag", "never found an audience big enough to justify its cost".
_NO_MATCH = regex(
    rf"(?P<what>\b(?i:(?:its|the|their|[\w]+[’']s) )?(?:[\w’'-]+ ){{0,2}}?(?i:{_COUNT})\b[^.;?!,]{{0,40}}? (?:{_NOT}|"
    rf"too (?:low|small|few|"
    rf"weak|poor))\b[^.;?!,]{{0,40}}?(?:to )?(?:justif(?:y|ied)|warrant(?:ed)?|merit(?:ed)?|support(?:ed)?|sustain(?:ed)?|"
    rf"match(?:ed)?) {_MORE_OF_IT}|(?:{_NOT}|struggled to|too few|not enough|too small)\b[^.;?!]{{0,40}}?\b(?i:viewers|"
    rf"audiences?|"
    rf"viewership|people|numbers|following)\b[^.;?!,]{{0,25}}? to (?:justify|warrant|merit|support|sustain|match|secure|earn) "
    rf"{_MORE_OF_IT})"
)
# What did not suffice, where an ending is told of, or one who decides says so.
_TOO_FEW = regex(
    rf"(?P<what>(?:{_NOT}|struggled to|struggles to)(?: (?:quite|ever|really|manage to|consistently|even))*"
    rf"(?: (?:quite|ever|really))? (?:f[io]u?nd|attract(?:ed|ing)?|dr[ae]w|draw(?:ing)?|pull(?:ed|ing)? in|bring(?:ing)? in|"
    rf"reach(?:ed)?|build|built|gain(?:ed)?|"
    rf"connect(?:ed)? with|break (?:through|out|into)|broke (?:through|into)|catch(?: on)?|caught on|take off)\b"
    rf"(?: (?:a|an|its|the|enough|any|much of an?|as|large|big|wide|wider|broad|broader|sizeable|sufficient|strong|many|"
    rf"big enough|"
    rf"top|with)\b)*(?: (?:[\w-]+ ){{0,3}}?(?:audiences?|viewers|viewership|following|numbers|public|traction|crowd|10|ten|"
    rf"charts?))?|"
    rf"\b(?i:(?:too few|not enough|so few|hardly any) (?:people|viewers|subscribers|households|of them|members)) (?:had |"
    rf"were |ever )?"
    rf"(?:watch\w*|finish\w*|complet\w*|tun\w+ in|stuck with|streamed|saw|stayed)\b[^.;?!,”\"]{{0,40}}|"
    rf"\b(?i:(?:the )?(?:numbers|figures|ratings|viewership|viewers|audiences?|viewing figures|money|budget|funding|"
    rf"appetite|demand)) (?:just |simply |really )?"
    rf"(?:(?:were|was|are|is|did)(?: not|n[’']t) (?:just |simply |quite |really )?(?:there|good enough|big enough|high enough|"
    rf"strong enough|what (?:we|they|it) (?:had )?(?:hoped|needed|wanted)[^.;?!,”\"]{{0,20}}|where [^.;?!,”\"]{{3,30}}|grow|"
    rf"come|turn up|follow)|"
    rf"(?:weren[’']t|wasn[’']t) (?:just |simply |quite )?(?:there|good enough|big enough|high enough|strong enough)|"
    rf"never came|fell "
    rf"short[^.;?!,”\"]{{0,30}}))"
)
# "The show was too expensive to continue", "simply became too costly for the audience it drew".
_TOO_DEAR = regex(
    rf"{_IT} (?:had |has )?(?:just |simply )?(?:(?P<what>(?:was|is|were|had become|became|has become|been|become|"
    rf"grown|got|getting)(?: simply| just| deemed| considered| judged| seen as| felt to be)* (?:far |much )?too (?:expensive|"
    rf"costly|dear|pricey|"
    rf"niche|small)\b(?: (?:to|for|relative to|given|compared)\b[^.;?!,”\"]{{3,60}})?)|(?P<cost>costs? (?:far |much |simply |"
    rf"just )*"
    rf"too much(?: (?:to|for|money)\b[^.;?!,”\"]{{0,60}})?))"
)
# "We could not make the numbers work", "it no longer made financial sense".
_NO_SENSE = regex(
    r"(?P<what>\b(?:ran|run) out of (?:money|cash|funds|funding|story|road|steam)\b|(?:can|could)(?: not|n[’']t) (?:just |"
    r"simply |really )?(?:(?:make|get) (?:the |those |our )?(?:numbers|sums|"
    r"figures|economics|maths?|"
    r"finances|budget|schedules?|dates|it) (?:to )?(?:work|add up|pay)|afford (?:it|to|the|another))\b(?! for (?:an?|the|"
    r"another) )[^.;?!,”\"]{0,30}|(?:(?:was|is)(?: not|n[’']t) "
    r"working|did(?: not|n[’']t) work|no longer work(?:s|ed)|not (?:viable|sustainable|tenable)|unviable|"
    r"unsustainable) ?(?:financially|"
    r"commercially|economically|creatively|for us financially)?|(?:no longer (?:made|makes)|did(?: not|n[’']t) make|"
    r"does(?: not|n[’']t) make|makes "
    r"no|made no) (?:any )?(?:financial|commercial|economic|business|creative) sense)"
)
_SAYS_SO = (
    r"(?i)\b(?:say|says|said|according to|told|felt|feels?|believ\w+|decid\w+|explain\w+|insist\w+|argu\w+|sources?|insiders?|"
    r"reported\w*|concluded|knew|thought)\b"
)
# The story was told, had run its course; or those who make it stop of their own will, "on her own terms".
_TOLD_OUT = regex(
    r"(?P<meant>\b(?:always|originally|from the (?:start|beginning)) (?:intended|planned|wanted|meant|envisaged|envisioned|"
    r"imagined|conceived|"
    r"pictured)(?: for)? (?:the|it|this|her|his|their)\b[^.;?!,]{0,25}? (?:to (?:end|run|finish|conclude|be|last)|"
    r"as) [^.;?!,”\"]{3,50})|"
    rf"(?P<what>(?:{_IT}|[Ss]he|[Hh]e|[Tt]hey|[Ww]e|I) (?:(?:had|has|have|[’']d|[’']s) )?(?:(?:simply|just|now|already|"
    rf"naturally|really|long "
    rf"since) )*(?:run its (?:natural )?course|ran its (?:natural )?course|(?:reached|come to|came to) (?:its|a|the|"
    rf"their) (?:natural|"
    rf"logical|proper|right|fitting|planned|intended) (?:end|ending|conclusion|close|endpoint|finish|stopping point)|"
    rf"told (?:the|"
    rf"all (?:the|of the)|its|that|their|our) (?:whole |full |entire )?(?:story|stories|tale)(?: (?:that )?(?:it|she|he|they|"
    rf"we|I) "
    rf"(?:wanted|set out|had|intended|needed|meant)[^.;?!,”\"]{{0,20}})?|"
    rf"(?:was|is|had) always (?:been )?(?:planned|conceived|intended|designed|meant|envisaged|envisioned|imagined|written|"
    rf"supposed)(?: (?:as|"
    rf"to (?:be|run|end|last)|for)) [^.;?!,”\"]{{3,50}}|naturally (?:comes|came|come) to an end)|"
    rf"\b(?:[Tt]he|[Tt]his|[Hh]er|[Hh]is|[Tt]heir|[Oo]ur) (?:[\w’-]+ )?(?:story|tale|arc) (?:was|is|felt|had been|"
    rf"has been) (?:complete|finished|told|over|done|"
    rf"concluded)(?=[.,;”\"]|$))"
)
_OWN_TERMS = regex(
    r"(?P<what>\b(?:want(?:ed|s)?|chose|chosen|decided|preferr(?:ed|ing)|would rather|opted|hop(?:ed|ing)|wished|determined|"
    r"decision|choice)\b[^.;?!”\"]{0,25}? (?:to )?(?:end|finish|conclude|bow out|go out|leave|stop|close|wrap(?: up)?|quit|"
    r"bring)\b"
    r"(?! (?:each|every|the (?:episode|night|evening|week|day)))[^.;?!”\"]{0,50}?(?:\bon top\b|\bon (?:a|the) high\b|"
    r"\bat the top\b|\bat its (?:peak|best|height)\b|\bon (?:her|his|its|their|our|my) own "
    r"terms\b|\bahead\b|\bbefore (?:it|the (?:show|series|story)|they|we) (?:got|outstayed|overstayed|ran|wore|became|grew|"
    r"went)"
    r"[^.;?!,”\"]{0,30}|\bstrong(?:ly)?(?=[.,;”\"]|$)|\bwhile (?:it|they|we|the (?:show|series|audience)) (?:was|were|is|"
    r"are) still\b[^.;?!,”\"]{2,30}))"
)
_STATES = (
    (_NO_MATCH, "always"),
    (_TOO_FEW, "ended"),
    (_TOO_DEAR, "said"),
    (_NO_SENSE, "said"),
    (_TOLD_OUT, "story"),
    (_OWN_TERMS, "always"),
)
_RULES = Rules((when, pattern) for pattern, when in _STATES)


def reasons_of_state(place: Place) -> Iterator[tuple[re.Match[str], str]]:
    """Find what is told to have been so that a series ended, with the words of it."""
    if place.context.is_recap:
        return
    for when, pattern in live(_RULES, place.text):
        if not _explains(place, when):
            continue
        for found in pattern.finditer(place.text):
            yield found, next(value for value in found.groupdict().values() if value)


def _explains(place: Place, when: str) -> bool:
    """Say whether a state of things stands for a reason here: told by one who decides, or of a series that ends."""
    said = place.speaker is not None or bool(place.sentence.quoted) or search(_SAYS_SO, place.text) is not None
    if when == "always":
        return True
    if when == "said":
        return said or of_an_end(place) or search(r"too \w+ (?:to|for)", place.text) is not None
    if when == "story":
        return (said or " always " in place.text) and not search(r"(?i)\b(?:finale|episode) (?:\w+ )?(?:was|is)\b", place.text)
    return (
        of_an_end(place)
        or (said and search(r"(?i)network|streamer|channel|executive|boss|chief", place.text) is not None)
        or (said and place.context.network_pattern.search(place.text) is not None)
    )
