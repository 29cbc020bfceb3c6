"""Reasons by the name of their cause: "the decision came down to cost", "cost was a factor", "it never found its audience"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import Rules, live, match, only_for, regex, search

# What the trade does things for; a row between two characters or the price of fish is none.
_OF_CAUSE = (
    r"(?:costs?|cost-cutting|cost-saving|costly|money|budgets?|budgetary|financ\w+|economics|expenses?|price(?: tag)?|"
    r"spending|ratings|viewership|viewing(?: figures| numbers)?|viewers|audiences?|figures|numbers|performance|"
    r"completion(?: rates?)?|schedul(?:es?|ing)|conflicts?|clash(?:es)?|commitments?|availability|pay|salar(?:y|ies)|"
    r"contracts?|negotiations|disputes?|differences|disagreements?|strikes?|walkouts?|weather|storms?|snow|rain|heatwave|"
    r"hurricane|typhoon|earthquake|wildfires?|outage|flood(?:s|ing)?|fire|"
    r"illness|injur(?:y|ies)|health|accident|pandemic|Covid(?:-19)?|merger|takeover|restructuring|reorgani[sz]ation|shake-up|"
    r"strategy|priorities|cutbacks|cuts|squeeze|downturn|tax (?:credits?|breaks?|rebates?|incentives?)|rebates?|"
    r"post-production|visual effects|effects|VFX|scripts?|logistics|campaign|petition|outcry|backlash|demand|response|"
    r"shortages?|departure|loss|deaths?|lawsuit|allegations|investigation|scandal|streaming|sales|popularity|reviews|acclaim|"
    r"reception|interest|"
    r"creative|commercial|advertising|advertisers?|word of mouth|buzz|competition|time ?slot|pressures?|licen[cs]e fees?|"
    r"rights)"
)
_TROUBLE = (
    r"(?: (?:constraints?|pressures?|problems|issues|concerns|woes|troubles|difficulties|considerations|reasons|limits|"
    r"overruns?|"
    r"shortfalls?|delays?|levels|losses|cuts|cutbacks|squeeze|conflicts?|clash(?:es)?|commitments?|figures|numbers|rates?|"
    r"disputes?|"
    r"differences|drive|strikes?|campaign|strategy|priorities))?"
)
_CAUSE = (
    rf"(?:(?:[\w’'-]+ ){{0,4}}?{_OF_CAUSE}\b(?!-){_TROUBLE}(?: (?:of|in|at|with|to|for|on|between|"
    rf"and) (?:[\w’'-]+ ?){{1,6}})?)"
)
_EFFECT = (
    r"(?:decision|cancel+ation|axing|delays?|hold-?up|postponement|move|exit|departure|renewal|pick-?up|end|ending|demise|"
    r"fate|"
    r"change|recasting|relocation|shutdown|shut-down|halt|stoppage|pause|break|hiatus|wait|gap|absence|reduction|"
    r"shorter (?:run|season|order|series)|smaller order|reduced order|reversal|switch|rethink)"
    r"(?! (?:of (?:the|an?|each|every) (?:episode|scene|film|book|day|week|chapter|war|street)|in (?:the )?(?:weather|mood|"
    r"law|tone|tide)))"
)
_THE = r"(?:the|this|that|its|his|her|their|an?|[A-Z][\w’'-]+[’']s?)"
_TO_DO = r"(?: (?:to|of|on|in|not to|for|from) [^.;?!,]{2,60}?)?"
_WHOLE_EFFECT = rf"\b(?i:{_THE}) (?:[\w’'-]+ ){{0,3}}?{_EFFECT}\b{_TO_DO}"
_HELD = (
    r"(?:(?:is|are|was|were)(?: (?:widely|reportedly|largely|partly|mainly|also|generally))?(?: (?:thought|believed|said|"
    r"understood|reported|known|rumou?red|considered|seen|cited))?(?: to (?:be|have been|have played|play)| as)?|remains?|"
    r"became|played|plays?|"
    r"(?:has|have|had) been|may (?:be|have been)|might (?:be|have been)|could be|appears? to (?:be|have been))"
)
_SOME = r"(?: (?:also|partly|largely|mainly|mostly|chiefly|primarily|purely|simply|all|in (?:part|large part)|directly))*"
# "High costs are thought to be behind the decision", "money was the main factor in it", "cost played a part in the axing".
_WAS_A_FACTOR = regex(
    rf"(?P<what>\b(?i:{_CAUSE}))(?:,[^,.;?!]{{2,40}},)? {_HELD}{_SOME}(?: (?:behind|to blame for|responsible for|"
    rf"at the (?:root|"
    rf"heart|"
    rf"centre|center) of)|(?: (?:the|an?|one|another|no small))?(?: [\w’-]+){{0,3}} (?:factors?|reasons?|causes?|explanation|"
    rf"parts?|roles?|driver|issue|consideration|motive)(?: (?:in|behind|for|of|that led to))) (?:{_WHOLE_EFFECT}|it\b|(?:his|"
    r"her|their|[A-Z][\w’'-]+[’']s?) (?:leaving|going|return)|(?:cancel|end|axe|drop|renew|delay|recast|mov)\w*\b)"
)
# "The decision came down to cost", "the delay stems from a clash", "the move is part of a wider cost-cutting drive".
_CAME_FROM = regex(
    rf"{_WHOLE_EFFECT}(?:,[^,.;?!]{{2,50}},)?(?: (?:reportedly|apparently|ultimately|simply|largely|also|itself|itself had))* "
    rf"(?:(?:has |had )?(?:come|came|comes|boils|boiled|was|is) (?:all )?down to|(?:was|were|is|are|has been|had been|being|"
    rf"been)(?: (?:thought|believed|said|understood|reported) to (?:be|have been))?{_SOME} (?:driven|caused|prompted|"
    rf"triggered|motivated|influenced|forced|dictated|blamed|put down|sparked|brought on|necessitated|helped|boosted|buoyed|"
    rf"spurred|fuelled|fueled|informed|shaped)(?: by| on| to)|"
    rf"(?:was|were|is|are)(?: said to be| believed to be| thought to be| understood to be)?{_SOME} (?:(?:the |a |"
    rf"an )?(?:direct )?(?:result|"
    rf"consequence|product|victim|casualty|part) of|about|linked to|related to|tied to|over)|stem(?:s|med) from|"
    rf"result(?:s|ed) from|ar(?:ises|ose) from|follow(?:s|ed)(?= (?:strong|weak|poor|good|low|high|falling|declining|robust|"
    rf"disappointing|solid|(?:an? |the |last [\w’]+ )(?:[\w’-]+ ){{0,3}}?(?:fires?|floods?|strikes?|storm|accident|injury|"
    rf"illness|death|"
    rf"outage|merger|walk-?out|lawsuit|backlash|outcry|investigation|shortage)\b|months of|weeks of|a (?:strong|weak|poor|"
    rf"campaign|petition|fall|drop|row|dispute))\b)|"
    rf"(?:comes|came|is|was)(?: amid| as part of| on the (?:strength|back|"
    rf"heels) of| thanks to)|owe[sd] (?:much|a lot) to|reflect(?:s|ed)) "
    rf"(?P<what>(?:an? |the |its |their )?{_CAUSE})"
)
_WAS_A_KIND = regex(
    rf"{_WHOLE_EFFECT}(?: (?:was|were|is|had been|has been)) (?P<what>(?:(?:made|taken) for )?(?:(?:a|an|purely|strictly|"
    rf"entirely|largely|"
    rf"simply|very|mutual|tough|difficult) )*(?:financial|creative|commercial|budgetary|editorial|strategic|economic|personal|"
    rf"mutual|business|medical|political)\b(?: (?:one|decision|reasons?|move|choice))?)"
)
# "Scheduling conflicts forced the delay", "strong viewing prompted the early renewal".
_BROUGHT = regex(
    rf"(?P<what>\b(?i:{_CAUSE}))(?: (?:have|has|had|also|eventually|reportedly|then|ultimately))* (?:forced|caused|prompted|"
    rf"led "
    rf"to|triggered|drove|sparked|sealed|necessitated|contributed to|resulted in|brought about|helped (?:drive|"
    rf"secure|win|seal)|meant|precipitated|hastened|dictated) (?:{_WHOLE_EFFECT}|(?:an? |the )?(?:shorter|smaller|"
    r"reduced|longer|later|early|earlier) (?:\w+ )?(?:run|season|order|series|wait|gap|date|slot|start|end|finish|renewal))"
)
_SAVED = regex(
    rf"(?P<what>\b(?i:{_CAUSE}))(?: (?:have|has|had|also|eventually|ultimately|finally))* (?:helped(?: to)? )?(?:save[ds]?|"
    rf"rescue[ds]?|"
    rf"revive[ds]?|bring back|brought back|kill(?:ed)?(?: off)?|doom(?:ed)?|sank|sink|end(?:ed)?|halt(?:ed)?|delay(?:ed)?|"
    rf"shut down|suspend(?:ed)?|(?:brought|bring|put|knock(?:ed)?|set)(?= [^.;?!,]{{2,30}}? (?:back|behind|to an? (?:halt|"
    rf"standstill|stop)|on hold)\b)) "
    rf"(?:(?:the|this) (?:[\w’'-]+ )?(?:show|series|drama|comedy|season|production|programme|filming|shoot)|filming|"
    rf"production|it\b)"
)
_WHICH_LED = regex(
    rf"(?P<what>\b(?:[A-Z]|[Tt]he |[Aa]n? )[^.;?!]{{8,80}}?), (?:which|and that|and this|a move that|something that) (?:has |"
    rf"had |in turn |"
    rf"eventually |reportedly )*(?:led to|prompted|forced|caused|meant|resulted in|contributed to|triggered) {_WHOLE_EFFECT}"
)
_KEPT_FROM = regex(
    rf"(?P<what>\b(?i:{_CAUSE}))(?: (?:have|has|had|also|reportedly|elsewhere|abroad))* (?:kept|prevent(?:ed|s)|stopped|"
    rf"stops|rul(?:ed|es) out|"
    rf"means?|meant|"
    rf"forced|caused|led|left|leaves) (?:(?:that )?(?:[A-Z][\w’'-]+|him|her|them|the \w+)(?: [A-Z][\w’'-]+)? )?(?:from |to |"
    r"unable to |could not |cannot |will not |would not |will |would |can only )?(?:miss|sit out|be (?:absent|missing)|"
    r"return|reprise|tak(?:e|ing) part|appear|com(?:e|ing) back|"
    r"continu|"
    r"leav(?:e|ing)|drop(?:ping)? out|pull(?:ing)? out|withdraw|step(?:ping)? down|exit|quit|suspend|halt|postpon|delay|shut|"
    r"stop|pause)\w*"
)
# "Vela cited low viewership as the reason", "the network pointed to a shift in strategy"; "citing" is read elsewhere.
_CITED = regex(
    rf"\b(?:[Cc]ited|[Cc]ites|(?:has|have|had|also) cited|point(?:ed|s|ing) to|blame[ds]?|put(?:s)? it down to|mention(?:ed|"
    rf"s)|"
    rf"name[ds]|gave|gives) (?P<what>(?:an? |the |its |their )?(?i:{_CAUSE}))(?P<as> as (?:the|a|one|its|"
    rf"their)\b[^.;?!,]{{0,15}}?(?:reason|factor|"
    rf"cause|explanation)s?\b(?: (?:for|in|behind) [^.;?!,]{{2,40}})?)?"
)
# What one did to a show or a plan, and for what: "was axed as part of cost-cutting", "dropped as it shifts its focus".
_DONE = (
    r"(?:cancel+ed|axed|scrapped|dropped|shelved|ended|halted|delayed|postponed|pulled|trimmed|cut|shortened|renewed|removed|"
    r"suspended|paused|shut down|moved|pushed(?: back)?|let go|written off|reduced|picked up|saved|brought back|revived|"
    r"cancels|axes|scraps|drops|ends|delays|shelves|(?:earned|won|secured|landed)(?= (?:an?|its|the|another)\b))"
)
_DONE_FOR = regex(
    rf"\b{_DONE}\b[^.;?!]{{0,60}}? (?P<what>(?:as part of|amid|in the (?:face|midst|wake) of|in response to|on the strength "
    rf"of|"
    rf"on the back of|as a result of|because of|in (?:an? )?(?:bid|effort|attempt|move|drive) to (?:cut|save|reduce|rein in|"
    rf"trim|lower|control)) (?:an? |the |its |their )?(?:[\w’'-]+ ){{0,5}}?{_OF_CAUSE}\b[^.;?!,]{{0,30}}|"
    rf"for failing to [^.;?!,]{{3,40}}|for (?:tax|accounting|cost) purposes|out of respect (?:for|to)\b"
    rf"[^.;?!,]{{3,40}}|in the (?:wake|aftermath) of (?:the |a |an )(?:[\w’'-]+ ){{0,3}}?(?:shooting|attack|death|disaster|"
    rf"tragedy|"
    rf"accident|crash|fire|bombing|hurricane|earthquake)s?\b|to (?:keep|bring|hold|drive) (?:down )?(?:the )?(?:costs?|"
    rf"budgets?)"
    rf"(?: down)?|as (?:the (?:network|streamer|channel|company|broadcaster|platform|studio|service)|[A-Z][\w+’-]+|it|"
    rf"they) (?:is |"
    rf"are |was |were )?(?:looks?|looking|seeks?|seeking|shifts?|shifting|moves?|moving|focus(?:es|ing)|cuts?|cutting|"
    rf"scal(?:es|"
    rf"ing)|rein(?:s|ing) in|reduc(?:es|ing)|pivot(?:s|ing)|turns?|tighten(?:s|ing)|trims?|trimming|overhaul(?:s|ing)) "
    rf"[^.;?!,]"
    r"{3,60})"
)
_EARNED = regex(
    r"\b(?:renew(?:ed|s)|picked up|order(?:ed|s)|greenlit|commission(?:ed|s)|given|handed|brought back|"
    r"extended)\b[^.;?!]{0,60}? (?P<what>after "
    r"(?:it|they|the (?:show|series|drama|comedy|first season|first series|second season|season|premiere|pilot)|season \w+|"
    r"[“\"‘][^”\"’]{1,30}[”\"’]) (?:topped|became|"
    r"drew|pulled in|reached|racked up|broke|averaged|attracted|proved|emerged as|performed|ranked|debuted|spent|won over|"
    r"found an|was watched)\b[^.;?!,]{3,60})"
)
_MOVE_AS = regex(
    rf"{_WHOLE_EFFECT} (?:comes|came) (?P<what>as (?:the (?:network|streamer|channel|company|broadcaster|platform|studio)|"
    rf"[A-Z][\w+’-]+) (?:is |was )?(?:looks?|looking|seeks?|seeking|shifts?|shifting|cuts?|cutting|scal(?:es|ing)|rein(?:s|"
    rf"ing)|"
    r"reduc(?:es|ing)|pivot(?:s|ing)|tighten(?:s|ing)|trims?|trimming|focus(?:es|ing)) [^.;?!,]{3,60})"
)
_VICTIM = regex(
    rf"\b(?:a|the latest|another|the) (?P<what>(?:victim|casualty) of (?:an? |the |its |their )?(?i:{_CAUSE}))|"
    rf"\bfell victim to (?P<to>(?:an? |the |its |their )?(?i:{_CAUSE}))"
)
# "It came down to money", "ultimately it was a question of cost": "it" is what was told before.
_IT_CAME = regex(
    rf"^[“\"‘]?(?:(?:And|But|So|In the end|In the end,|Ultimately|Ultimately,|Mostly,?|Basically,?) )?(?:[Ii]t|[Tt]his|"
    rf"[Tt]hat|"
    rf"[Tt]he (?:main |"
    rf"real |only )?(?:reason|problem|issue|answer)) (?:(?:all |really |simply |just |ultimately |"
    rf"in the end )*(?:comes|came|boils|boiled) down to|(?:is|was)(?: all| simply| just| purely| mostly| mainly| really)? "
    rf"(?:a "
    rf"(?:question|matter|case) of|about|down to)) (?P<what>(?:an? |the |its )?(?i:{_CAUSE}))"
)
_WAS_CITED = regex(
    rf"(?P<what>\b(?i:{_CAUSE}))(?: (?:was|were|is|are|has been|have been))(?: also| widely| reportedly)? (?:cited|given|"
    rf"named|blamed|put forward|mentioned)\b"
    r"(?P<as> as (?:the|a|one|its)\b[^.;?!,]{0,15}?(?:reason|factor|cause|explanation)s?\b(?: (?:for|in|"
    r"behind) [^.;?!,]{2,40})?)?"
)
_AGAINST = regex(
    rf"(?P<what>\b(?i:{_CAUSE})) (?:(?:also |reportedly )?(?:counted|worked|told|went) against (?:it\b|the (?:show|series|"
    rf"drama|comedy|renewal)|them\b)|"
    rf"helped (?:(?:to )?|it (?:to )?|the (?:show|series|drama|comedy) (?:to )?|[“\"‘][^”\"’]{{1,30}}[”\"’] )(?:win|earn|"
    rf"secure|land|get|gain) (?:it |them )?"
    rf"(?:an?|another|the|its) [^.;?!,]{{0,20}}?(?:season|series|run|renewal|order|reprieve|pick-?up))"
)
_SAVED_BY = regex(
    rf"\b(?:show|series|drama|comedy|it|season|programme) (?:was|has been|had been|is) (?:saved|rescued|revived|brought back|"
    rf"killed(?: off)?|doomed|sunk|undone) by "
    rf"(?P<what>(?:an? |the |its )?(?:(?:loyal |devoted |own )?(?:fans|viewers)|{_CAUSE}))"
)
_IT_WAS_SUCH = regex(
    r"^[“\"‘]?(?:[Ii]t|[Tt]his|[Tt]hat)(?: is|[’']s| was)(?: all| simply| just| mostly| mainly| really|"
    r" reportedly)? (?P<what>an? (?:purely |"
    r"simple |straightforward |strictly )?(?:scheduling|budget|money|cost|pay|contract(?:ual)?|logistical|timing|health|"
    r"financial|"
    r"creative|business|commercial|diary|availability) (?:issue|problem|decision|thing|matter|choice|conflict|clash|"
    r"dispute))\b"
)
_UNHAPPY = regex(
    rf"\b(?:unhappy|disappointed|dissatisfied|frustrated|underwhelmed|displeased|unimpressed|put off|deterred|alarmed|"
    rf"ba(?:u)?lked|concerned|worried)"
    rf" (?:with|by|about|at|over) (?P<what>(?:the |its |their )?(?i:{_CAUSE}))"
)
_BROKE = regex(
    rf"\b(?:[Tt]alks|[Nn]egotiations|[Dd]iscussions|[Dd]eal|[Aa]greement)\b[^.;?!,]{{0,40}}? (?:broke down|collapsed|"
    rf"fell (?:through|"
    rf"apart)|stalled|foundered|ended) (?:over|because of|on) (?P<what>(?:the |a )?(?i:{_CAUSE}))|\b(?:could not|couldn[’']t|"
    rf"failed to|"
    rf"were unable to|did not|didn[’']t|unable to) (?:agree|come to terms|reach (?:a deal|an agreement|agreement|terms)|"
    rf"settle) (?:on|over|"
    rf"about) (?P<to>(?:the |a |an )?(?i:{_CAUSE}))"
)
_CHANGE = (
    r"(?:rising|falling|sliding|tumbling|plunging|slumping|soaring|dwindling|mounting|spiralling|slipping|declining|"
    r"climbing|dropping|shrinking|running (?:low|"
    r"out)|"
    r"down|up|tight|low|high|weak|poor)"
)
_FACED = regex(
    rf"^(?:With (?P<what>(?:[\w’-]+ ){{0,2}}?{_OF_CAUSE} (?:still |already )?{_CHANGE}\b[^.;?!,]{{0,30}})|(?:Faced with|"
    rf"In the face of|"
    rf"Confronted with|Stung by|Alarmed by|Squeezed by|Hit by|Buoyed by|Encouraged by|Spurred (?:on )?by|Worried about|Amid) "
    rf"(?P<to>(?:the |an? |its )?(?i:{_CAUSE})[^.;?!,]{{0,20}})),"
)
_SHORT = regex(
    rf"^[“\"]?(?:The )?[Rr]easons?(?: (?:given|behind [^.;?!]{{3,30}}|for [^.;?!]{{3,30}}))?(?:\?|"
    rf":) ?(?P<what>(?i:{_CAUSE}))"
)
_TOLD_WHY = (
    _WAS_A_FACTOR,
    _CAME_FROM,
    _WAS_A_KIND,
    _BROUGHT,
    _SAVED,
    _WHICH_LED,
    _KEPT_FROM,
    _DONE_FOR,
    _EARNED,
    _MOVE_AS,
    _VICTIM,
    _BROKE,
    _AGAINST,
    _SAVED_BY,
    _SHORT,
)
_NAMED = Rules((pattern,) for pattern in _TOLD_WHY)
_ASKED = Rules((pattern,) for pattern in (_CITED, _WAS_CITED, _IT_CAME, _IT_WAS_SUCH, _UNHAPPY, _FACED))
NAMED_CAUSES = Rules((*_NAMED, *_ASKED))
# A decision on a series; spoken of before, it lets "it" and "cited" mean that.
_FATE = regex(
    r"(?i)\b(?:cancel\w*|axe[sd]?|axing|scrapp\w+|drop(?:s|ped)|shelved|decisions?|decided|end(?:s|ed|ing)?|halt\w*|delay\w*|"
    r"postpon\w+|plug|renew\w*|recast\w*|leav(?:e|es|ing)|left|exit\w*|depart\w*|moved?|why|reasons?|return|final|fewer|"
    r"shorter|"
    r"pulled|not (?:be|go|move|come)\b)\b"
)
_IF = r"(?i)[“\"]?(?:if|should|unless|whether|suppose|imagine)\b"
# Whose costs and strikes these are: another trade's.
_OTHER_TRADE = regex(
    r"(?i)\b(?:factory|mines?|plants? (?:clos|shut)|ferr(?:y|ies)|hospitals?|schools?|bridges?|council|football|rugby|cricket|"
    r"shops?|stores?|restaurants?|airlines?|railways?|hotels?|church|museums?|librar(?:y|ies)|newspapers?|albums?|tour dates|"
    r"concerts?|theme park|video ?games?|phones?|clinic|ship(?:yard|ping)|farm(?:s|ers)?|stadium|elections?|tariffs)\b"
)


@only_for(NAMED_CAUSES)
def named_causes(place: Place) -> Iterator[tuple[re.Match[str], str]]:
    """Find the causes that a sentence names as such, with what each is."""
    if not may_tell(place):
        return
    for (pattern,) in live(_NAMED, place.text):
        for found in pattern.finditer(place.text):
            yield found, _what(found)
    for (pattern,) in live(_ASKED, place.text):
        for found in pattern.finditer(place.text):
            said_so = pattern in {_CITED, _WAS_CITED} and found["as"] is not None
            if said_so or _of_a_fate(place):
                yield found, _what(found)


def _what(found: re.Match[str]) -> str:
    return found["what"] or found.groupdict().get("to") or found[0]


def may_tell(place: Place) -> bool:
    """Say whether a sentence is of the making: no recap, no other trade, none of the characters."""
    if place.context.is_recap or match(_IF, place.text) or _OTHER_TRADE.search(place.text):
        return False
    context = place.context
    named = regex(r"(?<!\b[Aa]s )\b[A-Z][\w-]+").findall(place.text)
    return not any(fold(word) in context.characters and not context.is_network(word) for word in named)


def _of_a_fate(place: Place) -> bool:
    """Say whether the sentence, or one just before it, tells of a decision."""
    told = any(_FATE.search(one.text) for one in (place.sentence, *place.before[-2:]))
    return (
        told
        or search(r"\b(?:said|says|say|according to|told|understood|reportedly|[Ss]ources?|[Ii]nsiders?)\b", place.text)
        is not None
    )
