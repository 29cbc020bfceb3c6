"""What carries no other kind: plans and pitches, a contract's end, who would return, other work, what a series is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cliffhanger.claims.found import Place
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, fold, trimmed
from cliffhanger.claims.numbers import SMALL_NUMBER
from cliffhanger.claims.patterns import Rules, live, regex, search

_N = rf"(?:{SMALL_NUMBER}|\d+|several|multiple|a couple of|a few|many)"
_RUNS = r"(?:seasons|series|years|parts|books|acts|chapters|volumes|more)"
_JOB = (
    r"(?:show-?runners?|creators?|directors?|producers?|makers|writers?|stars?|actors?|actress|author|team|co-creators?|leads?|"
    r"network|studio|company)"
)
_WHO = (
    rf"(?P<who>(?:{FULL_NAME}|{ONE_NAME})(?:[’']s? (?:[a-z]+ )?(?:agents?|reps?|team|publicists?))?|\b[Ss]he|\b[Hh]e|\b[Tt]hey|"
    rf"\b(?:[Tt]he|[Ii]ts|[Hh]er|[Hh]is) (?:[\w’'+-]+ ){{0,3}}?{_JOB})(?: \([^()]{{2,40}}\)|, [^,.;?!]{{2,60}},)?"
)
_I = rf"(?:{_WHO}|\b(?:I|[Ww]e)(?=[ ’']))"
_ALSO = (
    r"(?:[’'](?:ve|s|d|re|m))?(?: (?:has|have|had|also|always|already|once|since|now|actually|originally|initially|"
    r"long|just|even))*"
)
_TRILOGY = (
    rf"(?:an? (?:trilogy|quartet|duology|{_N}[- ](?:part|season|series|year|act)s?(?: \w+)?)|{_N}(?: {_RUNS})?(?=[,.;”\"]|"
    rf"$| and\b)|"
    rf"{_N} {_RUNS}|one (?:long )?(?:story|film)|a (?:one-off|limited series|closed story))"
)
# "She always pitched it as three", "we have stories for five years", "I know what the last shot is".
_PLANS = regex(
    rf"{_I}{_ALSO} (?P<what>(?:(?:pitch(?:ed|es)?|s[ae]w|seen|sees?|conceived|imagined|envisaged|envisioned|planned|designed|"
    rf"thought of|written|wrote|"
    rf"described|talked about) (?:(?:it|this|that|the (?:show|series|story|drama|whole thing)|[“‘\"][^”’\"]{{2,40}}[”’\"]) )?"
    rf"(?:as|to be|in|to run for|to last) {_TRILOGY}|"
    rf"(?:has |have |had |got |with )?(?:(?:enough|more|plenty of|loads of|rough|whole|the|a|an|some) )*(?:stor(?:y|ies)|"
    rf"storylines?|ideas?|"
    rf"material|plots?|outlines?|scripts?|shape|bible|road ?map|arc|treatment)s? (?:mapped out |enough |in mind |"
    rf"ready )?for (?:at least |another |up to |an? |the |all )*(?:{_N}(?: more)? {_RUNS}|(?:second|third|fourth|fifth|"
    rf"sixth|next|final|"
    rf"last|future|new|more) ?(?:one|seasons?|series|years?|run)?)|"
    rf"(?:has |have |had |got )?{_N} (?:more )?(?:seasons|series) (?:in (?:my|her|his|a|the|mind)|left in|on (?:a|my|her|his|"
    rf"the)|mapped|planned|worth|sketched|plotted)|"
    rf"knows? (?:exactly )?(?:what|how|where) (?:the (?:last|final|closing|very last) (?:shot|scene|image|line|episode|"
    rf"page|season|moment)|"
    rf"(?:it|the (?:story|show|series)|(?:a|the) \w+ (?:season|series)) (?:would |will |all |should |could )?(?:ends?|"
    rf"finish\w*|go(?:es)?|"
    rf"begins?|starts?|open\w*))|"
    rf"(?:written|wrote|got|has|have|had|knows?) the (?:very )?(?:last|final|closing) (?:shot|scene|image|line|page|episode|"
    rf"chapter)s?(?= (?:before|of|already|in|ready|years|long|first)\b|[,.;”\"]|$)|"
    rf"sees? {_N} (?:more )?(?:seasons|series|years) in |"
    rf"pitched (?:them |it |[A-Z][\w+]+ |the \w+ )?(?:an? )?(?:(?:idea|story|plan|concept|version)s? for )?(?:an? |the "
    rf")?(?:second|third|"
    rf"fourth|fifth|sixth|new|another|next)"
    rf"(?: \w+)?(?=[,.;”\"]|$| to\b| season| series| run| one))\b(?:(?!, (?:and|but) )[^.;?!”“]){{0,60}})"
)
# "I'd come back in a heartbeat", "she would jump at the chance of playing Rosa again".
_WOULD = regex(
    rf"(?P<what>(?:{_WHO}|\b(?:I|[Ww]e)(?=[ ’']))(?:[’']d| would)(?: \w+ly| definitely| always| (?:absolutely )?love to|"
    rf"(?: very "
    rf"much)? like to| be (?:happy|glad|thrilled|delighted|willing|open|ready) to| be up for| be open| jump at| consider| "
    rf"never say no to|"
    rf" (?:sign|be back|come back|go back|return|do (?:it|another|more|a (?:third|fourth|second|fifth|special|film)|ten|"
    rf"five)))+ ?(?:come "
    rf"back|coming back|return(?:ing)?|do(?:ing)? (?:it (?:all )?again|another|"
    rf"more|a \w+)|mak(?:e|ing) (?:another|more|a \w+)|play(?:ing)? (?:her|him|them|\w+) again|go(?:ing)? (?:again|back)|"
    rf"finish(?:ing)? "
    rf"the story|the chance|another|tomorrow|in a "
    rf"heartbeat|for|if|again|like a shot|a (?:film|movie|special|spin-?off|sequel))?\b[^.;?!”“]{{0,80}})"
)
_AGAIN = regex(
    r"(?i)\b(?:come back|coming back|be back|return|another|again|more|tomorrow|heartbeat|sign|jump at|go back|film|"
    r"special|sequel|"
    r"finish the story|third|fourth|fifth|like a shot)\b"
)
_CONTRACT = regex(
    rf"(?P<what>(?:(?:{FULL_NAME}|{ONE_NAME})[’']s?|\b[Tt]he (?:[\w’-]+ ){{0,2}}?(?:cast|actors|stars|leads)(?:[’']s?)?|"
    rf"\b[Hh]er|"
    rf"\b[Hh]is|\b[Tt]heir|\b[Tt]he|\b[Cc]ast|\b[Mm]ost of the cast[’']s) "
    rf"(?:(?:current|original|existing|overall|acting|new|\w+-year) )?(?:contract|deal|option|agreement)s?(?: (?:with|on|of) "
    rf"[^.;?!]{{2,40}}?)? (?:"
    rf"(?:is|are|was|were|comes?|came) up\b|r[ua]ns? (?:out|until|through|to|for)|ran (?:out|until|for)|expire[sd]?|lapse[sd]?|"
    rf"ends?\b|ended|cover(?:s|ed)? (?=(?:only )?(?:{_N}|the next|the (?:first|second|third))\b)|"
    rf"ha(?:s|ve|d) (?=(?:{_N}|a|one) (?:more )?(?:year|season|series)))[^.;?!]{{0,50}})"
)
_FREE = regex(
    rf"(?P<what>{_WHO} (?:(?:is|are|was|were|now|become|became|becomes|also|still) )+(?:free agents?\b|(?:contractually |"
    rf"legally )?(?:tied|bound|committed|contracted) to (?:the (?:show|series)|it|[A-Z]\w+|a (?:\w+ )?"
    rf"(?:film|deal))\b|available (?:again|from|after|in))[^.;?!]{{0,50}}|\b(?:[Bb]oth|[Aa]ll) (?:the )?(?:leads|stars|"
    rf"actors|of them) are (?:free agents|out of contract)[^.;?!]{{0,40}})"
)
_CONCEIVED = regex(
    rf"(?P<what>\b(?:[Ii]t|[Tt]he (?:show|series|story|drama|idea|whole thing)|[”\"]) (?:was|had been|has been|is) "
    rf"(?:(?:always|originally|first|initially|once) )*(?:conceived|planned|pitched|designed|imagined|written|sold|"
    rf"envisaged|intended|"
    rf"meant) (?:as|to (?:be|run (?:for|to)|last)) {_TRILOGY}[^.;?!”“]{{0,40}})"
)
_APPEAL = regex(
    rf"(?P<what>{_WHO}{_ALSO} (?:urged|urges|asked|asks|begged|begs|implored|told|called on|encouraged|invited|appealed to|"
    rf"pleaded with|reminded|advised) (?:his |her |their |the |its |all )?(?:fans|viewers|audiences|everyone|supporters|"
    rf"followers|people|network|streamer|studio|channel|bosses|executives|[A-Z][\w+]+(?= to (?:think|reconsider|change|"
    rf"give|keep|save|bring))) (?:not )?to (?!be (?:named|quoted))[a-z]+\b[^.;?!]{{3,80}})"
)
_PRAISE = regex(
    rf"(?P<what>{_WHO}{_ALSO} (?:was|is|were|had|has) (?:full of praise|nothing but (?:praise|kind words|love)|(?:warm|"
    rf"kind|generous) words|praise) for [^.;?!]{{3,60}})"
)
_SEARCH = regex(
    r"(?P<what>\b[Tt]he (?:search|hunt) for (?:an?|his|her|their|the) (?:new |replacement |next )*(?:show-?runner|director|"
    r"host|presenter|lead|replacement|successor|actor|actress|writer)\b[^.;?!]{0,30}? (?:goes on|continues|is (?:on|under "
    r"?way|still on)|has begun)[^.;?!]{0,30})"
)
_ELSEWHERE = regex(
    rf"(?P<what>{_WHO}(?:[’']s| is| are| was| has| have| had| will be)?(?: (?:since|now|meanwhile|already|also|just|reportedly|"
    rf"currently|off|away|busy|leaving|moving on|going))* (?:"
    rf"(?:to )?(?:mak(?:e|ing)|shoot(?:ing)?|film(?:ing)?|do(?:ing)?|direct(?:ing)?|writ(?:e|ing)|star(?:ring)? in|"
    rf"work(?:ing)? "
    rf"on) (?:an?|her|his|another) (?:(?:new|big|small|debut|first|[A-Z]\w+|\w+-part) ){{0,2}}?(?:film|movie|play|musical|"
    rf"feature|"
    rf"novel|album|documentary|thriller|western)\b|"
    rf"(?:taken|accepted|landed|found|got|signed (?:on|up) for|committed to) (?:an?|another|other) (?:(?:new|permanent|"
    rf"different|lead|"
    rf"bigger) )?(?:"
    rf"job|post|position|role in another|part in another|film|movie|play|pilot|work)\b|"
    rf"(?:joined|engaged (?:him|her)self (?:at|with)|moved to|gone to|defected to|left for) (?:an?|another|the rival) "
    rf"(?:[a-z]+ )?(?:theatre|theater|"
    rf"company|rival|network|studio|streamer|firm|agency|orchestra))[^.;?!]{{0,70}})"
)
_NOT_MADE = r"(?i)\b(?:would|could|might|may|should|hopes?|wants?|if)\b"
_SUM = (
    r"(?:[$£€]|US\$|A\$|C\$)? ?\d[\d.,]*(?: ?(?:million|billion|thousand|m|bn|k))?(?: (?:euros|pounds|dollars|kronor|"
    r"kroner|francs))?"
)
_RAISED = regex(
    rf"(?P<what>\b(?:[Dd]onations|[Pp]ledges|[Cc]ontributions)\b[^.;?!]{{0,40}}? (?:passed|topped|reached|exceeded|stand "
    rf"at|stood at) (?P<m>{_SUM})[^.;?!]{{0,40}}|\b(?:raised|crowd-?funded|collected|chipped in|donated|put up|clubbed "
    rf"together|scraped together|pledged)(?: (?:more "
    rf"than|over|about|some|nearly|almost|around|"
    rf"another|a further))? (?P<n>{_SUM}) (?:(?:so far|already|online) )?(?:for|to (?:buy|pay|fly|put|fund|hire|rent|send|"
    rf"save|place|run)|"
    rf"towards?|in (?:a|two|three|\w+ days)|by)\b[^.;?!]{{0,80}})"
)
_WORTH = regex(
    rf"(?P<what>\b(?:(?:is|are|was|were|been) worth|(?:brings?|brought|pumps?|pumped|injects?|injected|generates?|generated|"
    rf"contributes?|contributed|adds?|added|spends?|spent|"
    rf"earns?|earned|pours?|poured|put(?:s|ting)? (?:its|the) (?:value|benefit|boost|contribution|spend)(?: to "
    rf"[^.;?!]{{3,30}}?)? at|stands? to lose|lost?|cost|costs))"
    rf"(?: in| an| some| about| around| nearly| almost| more| than| over| at| least| up| to| estimated| roughly)* "
    rf"(?P<n>{_SUM})(?: a| each| per| every)?(?: (?:year|season|series|episode|day|summer))?(?: (?:in|into|to|for|on|from) "
    rf"(?:the |its |"
    rf"our |a )?(?:[\w’-]+ ){{0,3}}?(?:econom\w+|area|town|region|region[’']s|city|county|"
    rf"island|islands|village|valley|province|state|coast|businesses|hotels|shops|crews|suppliers|tourism)|(?= a year))"
    rf"[^.;?!]{{0,40}})"
)
_ECONOMY = (
    r"(?i)\b(?:econom\w+|town|council|mayor|region|tourism|local|area|island\w*|businesses|film (?:office|commission)|"
    r"valley|county)\b"
)
_JOBS_MADE = regex(
    rf"(?P<what>\b(?:employ(?:s|ed|ing)?|hires?|hired|gives? work to|gave work to|creat(?:es|ed|ing)|supports?|supported) "
    rf"(?:about |"
    rf"around |some |more than |"
    rf"over |up to |nearly |almost |at least )?(?P<n>\d[\d,]*|{SMALL_NUMBER}|a hundred|hundreds of) (?:[a-z-]+ "
    rf"){{0,3}}?(?:people|locals|jobs|"
    rf"workers|residents|crew|extras|islanders|villagers)\b[^.;?!]{{0,50}}|"
    rf"\b(?:[Aa]bout |[Aa]round |[Ss]ome |[Mm]ore than |[Oo]ver |[Nn]early )?(?P<m>\d[\d,]*) (?:local (?:people|residents)|"
    rf"locals|islanders|"
    rf"villagers|residents) (?:have |had )?(?:worked|were employed|found work|got work|appeared)\b[^.;?!]{{0,50}})"
)
_COPIES = regex(
    r"(?P<what>\b(?:(?:has|have|had) (?:now |since |already )?(?:sold|passed|topped|shifted|reached)|sold|sells|(?:has|"
    r"have|had|with)|"
    rf"(?:is|are) (?:now )?at) (?:more than |over |about |nearly |almost |some |around |well over )?(?P<n>\d[\d.,]*(?: "
    rf"(?:million|billion|thousand))?|"
    rf"(?:{SMALL_NUMBER}|half a|a|several)(?: and a half)? (?:million|billion|thousand)|[\w ]{{3,25}}? million) "
    rf"copies\b[^.;?!]{{0,40}})"
)
_BOOK = r"(?i)\b(?:manga|novels?|books?|comics?|volumes?|trilogy|saga|title|memoir|webtoon|light novel)\b"
_SUCCESSOR = regex(
    rf"(?P<what>(?:\b[Nn]o (?:replacement|successor|new (?:show-?runner|director|host|presenter|lead))(?: (?:for|to) "
    rf"[^.;?!,]{{2,40}}?)? (?:has|have|"
    rf"had) (?:yet )?(?:been )?(?:named|announced|found|chosen|appointed|hired|picked)|"
    rf"\b(?:[Aa]|[Tt]he|[Hh]er|[Hh]is|[Tt]heir|(?:{FULL_NAME}|{ONE_NAME})[’']s?) (?:replacement|successor|new "
    rf"(?:show-?runner|director|host|presenter|"
    rf"lead))(?: for [^.;?!,]{{2,40}}?)? (?:has yet to be|is (?:yet|still) to be|has(?: not|n[’']t)"
    rf"(?: yet)? been|is expected to be|will be|is being) (?:named|announced|found|chosen|appointed|hired|"
    rf"sought)))[^.;?!]{{0,40}}"
)
_SAME_DAY = regex(
    r"(?P<what>\b(?:[Ee]pisodes|[Ss]eason|[Ss]eries|[Rr]un|[Pp]arts|[Cc]hapters|[Tt]hey|[Ii]t|(?:[Aa]ll|[Tt]he) (?:six|"
    r"eight|ten|[a-z]+) (?:of "
    r"them|[a-z-]+)|(?:half-)?hours)\b[^.;?!]{0,30}? (?:drop|arrive|land|stream|debut|premiere|launch|"
    r"come out|be released|released|be available|are out|appear|go up|air|roll out)s?\b[^.;?!]{0,30}? (?:on the same "
    r"(?:day|date|night|morning)|"
    r"at once|in one (?:go|day|drop|batch)|as a box ?set)\b[^.;?!]{0,40}|"
    r"\b(?:the rest|the others|the remaining \w+|new episodes|one episode|episodes|an episode) (?:will )?(?:follows?|"
    r"arrives?|comes?|drops?|"
    r"lands?|airs?|runs?|streams?)(?: out)? (?:weekly|every (?:week|\w+day)|each (?:week|\w+day)|"
    r"one (?:a|per) week|week by week|in (?:a block|blocks|two blocks|batches|pairs)|two at a time)\b[^.;?!]{0,40})"
)
_SAID_SO = Rules[str](
    (
        ("own", _PLANS),
        ("own", _WOULD),
        ("told", _CONTRACT),
        ("told", _ELSEWHERE),
        ("told", _FREE),
        ("told", _CONCEIVED),
        ("own", _APPEAL),
        ("own", _PRAISE),
        ("told", _SEARCH),
        ("sum", _RAISED),
        ("sum", _WORTH),
        ("sum", _JOBS_MADE),
        ("sum", _COPIES),
        ("told", _SUCCESSOR),
        ("told", _SAME_DAY),
    )
)


def of_work(place: Place) -> Iterator[tuple[re.Match[str], str, dict[str, Any]]]:
    """Find plans, offers to return, contracts, other work and sums; each with whose word it is and with its figure."""
    context, text = place.context, place.text
    if context.is_recap or not (context.series or context.is_interview) or text.endswith("?"):
        return
    for whose, pattern in live(_SAID_SO, text):
        for found in pattern.finditer(text):
            if _holds(place, pattern, found):
                said = found.groupdict()
                yield found, whose, {"n": one} if (one := said.get("n") or said.get("m")) else {}


def _holds(place: Place, pattern: object, found: re.Match[str]) -> bool:
    """Say whether the words mean a series and those who make it: a character's contract is the plot."""
    text, said = place.text, found.groupdict()
    who = (said.get("who") or "").strip()
    names = {fold(part) for part in trimmed(who)[0].split()}
    if who and names & place.context.characters:
        return False
    if pattern in {_PLANS, _WOULD} and not who and not (place.speaker or place.sentence.quoted):
        return False  # the outlet's own "I"
    if pattern is _WOULD and (
        not (_AGAIN.search(found[0]) and _own(place, who)) or search(r"\b(?:if|whether) $", text[: found.start()])
    ):
        return False
    if pattern in {_PLANS, _APPEAL, _PRAISE, _FREE} and who and not _own(place, who):
        return False
    if pattern is _CONTRACT and any(fold(name) in place.context.characters for name in regex(ONE_NAME).findall(found[0])):
        return False
    if pattern is _ELSEWHERE:
        return not search(_NOT_MADE, found[0]) and _own(place, who)
    if pattern is _WORTH:
        return search(_ECONOMY, text) is not None
    return pattern is not _COPIES or search(_BOOK, text) is not None


def _own(place: Place, who: str) -> bool:
    """Say whether somebody makes the series or plays in it, or is who speaks."""
    if not who or who.lower() in {"she", "he", "they"} or who[0].islower() or who.startswith(("The ", "Its ", "Her ", "His ")):
        return True
    context, names = place.context, {fold(part) for part in trimmed(who)[0].split()}
    return not context.is_series(trimmed(who)[0]) and bool(names & (context.players | context.makers | set(context.people)))
