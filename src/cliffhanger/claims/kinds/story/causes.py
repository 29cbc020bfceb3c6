"""Reasons in other words: "since her character drowned", "to save money", "over pay", "after a boat sank", "it was down to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.kinds.story.named_causes import NAMED_CAUSES, named_causes
from cliffhanger.claims.patterns import Pattern, Rules, regex, search

# What has a reason: a sentence that tells none of these explains the story, a joke or a recipe.
_OF_WORDS = (
    r"\b(?:cancel|axe[sd]?\b|scrap|abandon|tak(?:es|ing|en|e) (?:so|this|too) long|written out|put back|interrupt|disrupt|"
    r"standstill|drop(?:ped|s|ping)?\b|renew|delay|halt|"
    r"stop|suspend|paus|postpon|shut|trim|cut\b|cuts\b|"
    r"reduc|short|extend|recast|replac|leav|left\b|exit|depart|quit|resign|step(?:s|ped|ping)? (?:down|back|away|aside)|"
    r"retir|walk(?:s|ed|ing)? (?:out|away)|sack|fired\b|push|bump|mov(?:e[sd]?|ing)\b|relocat|shift|hold-?up|held up|late\b|"
    r"not (?:\w+ ){0,3}(?:return|back|appear|reprise)|(?:won|isn|wasn|aren|doesn)[’']t (?:\w+ ){0,3}(?:return|back|appear|"
    r"reprise|free)|unlikely to (?:return|be back|appear)|giv(?:e|es|ing) up|gave up|hand(?:s|ed|ing)? (?:\w+ ){0,4}over|"
    r"miss(?:es|ed|ing)?\b|drag(?:s|ged)? on|stall|shelv|collaps|fell (?:through|apart)|(?:now )?played by|tak(?:es|en|"
    r"ing) over|"
    r"took over|absent|unavailable|unable to (?:return|appear|take part|reprise|continue|attend|commit)|no (?:new )?episode|"
    r"there(?:[’']s| is| will be|[’']ll be) no\b|sits? "
    r"\w* ?(?:\w+ )?out|sat \w* ?(?:\w+ )?out|off (?:the )?air|"
    r"did(?:n[’']t| not)\b|could(?:n[’']t| not)\b|opt(?:s|ed)? out|(?:pull|back|bow)(?:s|ed) out|saved|rescu|brought back|"
    r"revers|held back|hold(?:s|ing)? back|slipp(?:ed|s|ing)|"
    r"pass(?:ed|es) on|hiatus|on a break|takes? a break|a week off|skip|wait|brought forward|rush|cost|pric|expens|fewer|"
    r"end(?:s|ed|ing)?\b|"
    r"in just (?:one|two|three)|request|numbers work|not (?:go ahead|continue|proceed|justify)|n[’']t (?:continue|"
    r"justify)|only (?:one|two|three|four|five|six|eight|ten) episodes|we don[’']t (?:think|expect))"
)
_OF_BACK = (
    r"\b(?:cancel|axe|renew|delay|halt|stop|postpon|short|fewer|leav|left|quit|exit|cut|late|september|when|why|"
    r"wait|not be|moved)"
)
_OF_SHOWING = r"episode|season|series|renew|cancel|broadcast|postpon|filming|delay|schedul|on air|off air"
_SINCE = regex(
    r"(?:\b[Ss]ince|, as(?= (?:his|her|their|he|she|they|[A-Z]\w+)\b)) (?P<what>(?:(?:his|her|their|the|its|both|"
    r"most|all|he|she|they|it|I|we|there|[A-Z][\w’.-]+)(?=[ ’']))(?: [\w’'.-]+){0,6}? "
    r"?(?:(?:is|are|isn[’']t|aren[’']t|have|has|takes?|needs?|can[’']t|cannot|won[’']t|wasn[’']t|weren[’']t|died|dies|"
    r"drown\w*|perish\w*|was (?:killed|shot|murdered|written out|stabbed|blown up|arrested|sent|poisoned)|were (?:killed|"
    r"written out)|went (?:down|over|off)|fell|sank|burned|ended up|did not survive|didn[’']t survive|sail\w*|left (?:town|"
    r"for))"
    r"\b)[^.;?!,]{0,80})"
)
_BECAUSE = regex(
    r"(?i)\b(?:because(?: of)?|due to|owing to|on account of|thanks to|as a result of)\b(?P<what> "
    r"[^.;?!,]{3,120})"
)
_IT_WAS = regex(
    r"(?:^|[“\"(] ?|\b(?:said|says|say|told us|explained|insists?) (?:that )?|\b(?:line|reason|explanation|story|version|"
    r"excuse)"
    r" (?:is|was|being) (?:that )?)(?:It|That|This|it|that|this|The (?:delay|gap|wait|"
    r"move|cut|change|decision|shorter (?:run|order)|hold-up))(?:[’']s| is| was)(?: all| mostly| mainly| largely| partly|"
    r" simply|"
    r" just| purely| only| really| apparently)? (?:because(?: of)?|down to|due to|owing to|on account "
    r"of)\b(?P<what> [^.;?!,]{3,80})"
)
_PURPOSE = regex(
    r"\b(?:in order )?to (?P<what>(?:save (?:\w+ )?(?:money|costs?|cash|pennies|budget)|cut costs|balance the books|"
    r"make (?:room|"
    r"way) for|accommodate|avoid (?:a |the |another )?(?:clash|overlap|competition|clashing|Olympics|World Cup|Euros|"
    r"election|football|sport|finals?|going up against|competing)|focus on|concentrate on|pursue|"
    r"spend (?:more )?time (?:with|on)|look after|care for|raise (?:his|her|their|a)|take advantage of|benefit from|"
    r"qualify for)\b[^.;?!,]{0,60})"
)
_OVER = regex(
    r"\b(?:(?:opted|pulled|backed|bowed|dropped) out|quit|quits|left|leave|leaves|leaving|walked|walks|walking|resigned|"
    r"resigns|sacked|fired|dropped|axed|halted|delayed|"
    r"stopped|cancelled|canceled|departed|departs|exit(?:ed|s|ing)?|suspended|replaced)\b[^.;?!,]{0,40}? over "
    r"(?P<what>(?:money|"
    r"pay|salary|wages|remuneration|fees?|billing|credits?|royalties|safety|costs?|scripts?|contracts?|delays?|dates?|"
    r"scheduling|hours|(?:date|diary|visa|scheduling|budget|"
    r"creative|"
    r"contract) (?:issues|problems|clash(?:es)?|conflicts?|differences|disagreements?)|"
    r"(?:an?|the|his|her|their|its) (?:[\w’'-]+ ){0,4}?(?:row|dispute|disagreements?|deal|contract|budget|pay|fee|money|"
    r"script|"
    r"costs?|salary|delays?|hours|ending|treatment|claims?|allegations?|remarks?|comments?|tweets?|post|differences|"
    r"conditions|"
    r"safety|injury|clash|feud))\b"
    r"[^.;?!,]{0,30})"
)
_AFTER = regex(
    r"\bafter (?P<what>(?:an?|the|his|her|its|their|two|three|several|one of|part of|most of|[A-Z][\w’'-]+)(?: "
    r"[\w’'-]+){0,5}? "
    r"(?:sank|sunk|collapsed|flooded|burn(?:ed|t)|caught fire|broke|was (?:injured|hurt|hospitali[sz]ed|damaged|"
    r"destroyed|arrested|"
    r"taken ill|sacked|fired|killed|stolen|condemned)|were (?:injured|hurt|damaged|destroyed|stolen|arrested)|fell "
    r"(?:ill|through|"
    r"from|off|short|on|onto|into|over|down)|caught (?:pneumonia|flu|Covid|a )|contracted|came down with|was diagnosed|"
    r"injured|"
    r"slipped|tore|walked out|pulled out|dropped out|backed out|ran (?:out|over)|crashed|tested positive|withdrew|"
    r"went (?:bust|bankrupt|under|on strike|missing)|resigned|refused|objected|complained|ripped|struck|swept|blew|"
    r"leaked|exploded|"
    r"declined to|failed to)\b[^.;?!,]{0,40})"
)
_AFTER_EVENT = regex(
    r"\b(?:after|following|in the wake of|on the back of) (?P<what>(?:an?|the|its|their|his|her|two|three|months of|weeks of|"
    r"years of|"
    r"[A-Z][\w’'-]+|[\d,]+%?) ?(?:[\w’'%,.-]+ ){0,4}?(?:surge|spike|jump|rise|boom|slides?|drops?|falls?|declines?|dips?|"
    r"slump|collapse|plunge|arguments?|"
    r"fights?|outcry|backlash|uproar|complaints?|petitions?|boycott|disagreements?|bust-up|fall-?out|feud|threats?|letters?|"
    r"e-?mails?|signatures|floods?|storms?|blaze|outage|walk-?outs?|investigations?|inquir(?:y|ies)|probe|allegations?|"
    r"arrests?|break-in|threat|reshuffle|takeover|merger|deaths?|"
    r"passing)\b[^.;?!,]{0,40})"
)
_PUT_DOWN = regex(
    r"\b(?:put(?:s|ting)? (?:that|this|it|the [a-z-]+|his [a-z-]+|her [a-z-]+|its [a-z-]+)(?: [a-z-]+)? down to|"
    r"chalk(?:s|ed) (?:that|this|it|the [a-z-]+) up to|"
    r"(?:attribut|ascrib)(?:e[sd]|ing) (?:that|this|it|(?:the|his|her|its) [a-z-]+)"
    r"(?: [a-z-]+)? to) (?P<what>[^.;?!,]{3,80})|"
    r"\b(?:cause|reason|explanation)(?: of death| for [^.;?!,]{2,40})? (?:was|were|is) (?:given|stated|listed|reported|"
    r"put down) "
    r"as (?P<as>[^.;?!]{3,80})"
)
_DECISION_OF = regex(
    r"\b(?:was|is|were) [“\"‘]?(?P<what>(?:an? |purely |strictly |simply |entirely |largely |very much )*(?:financial|"
    r"creative|"
    r"business|commercial|"
    r"budgetary|scheduling|personal|editorial|strategic|mutual) (?:decision|choice|matter|call|reasons?)\b[^.;?!”\"]{0,40})"
)
_STOPPED_BY = regex(
    r"\b(?:closed|shut(?: down)?|knocked out|set back|put back|pushed back|postponed|slowed|hampered|stopped|halted|held up|"
    r"delayed|derailed|disrupted|interrupted|idled|hit|dogged|plagued|beset|brought to a (?:halt|standstill))"
    r"(?: for [\w ]{2,20}?)? (?P<what>by (?:an?|the|heavy|bad|two|last [\w’]+|this [\w’]+|a series of|further)? ?"
    r"(?:[\w’'-]+ ){0,3}?(?:strikes?|floods?|flooding|storms?|weather|fires?|blaze|pandemic|illness|injur(?:y|ies)|accident|"
    r"snow|rains?|lawsuit|dispute|walk-?out|"
    r"shortages?|hurricane|heatwave|earthquake|row|outbreak|outage|delays|problems|landslide|drought|protests?)\b"
    r"[^.;?!,]{0,30})"
)
_WANT_OF = regex(
    r"\b(?P<what>for (?:want|lack) of (?:money|funds?|funding|cash|viewers|interest|a (?:buyer|partner|crew|cast|"
    r"studio))\b)"
)
# "when" tells a cause only of what stopped or was moved.
_WHEN = regex(_AFTER.pattern.replace(r"\bafter ", r"\bwhen "))
_FOR_EVENT = regex(
    r"\b(?P<what>for the (?:[\w’'-]+ ){0,2}?(?:snooker|football|rugby|cricket|tennis|golf|darts|athletics|cycling|"
    r"skiing|boxing|World Cup|Euros|"
    r"Olympics|Games|[Ee]lection|[Cc]up [Ff]inal|playoffs|Super Bowl|Masters|Open|Eurovision|Oscars|coronation|"
    r"funeral|holidays|referendum|"
    r"final|Grand Prix|championships?))\b"
)
_SO = regex(
    r"\b(?P<what>so (?:as (?:not )?to [a-z]+|(?:that )?(?:he|she|it|they|(?:the )?[a-z-]+(?: [a-z]+)?|[A-Z]\w+) (?:can|"
    r"could|would "
    r"not|wouldn[’']t|does not|did not|"
    r"doesn[’']t|didn[’']t|won[’']t) [a-z]+)[^.;?!,]{3,60})"
)
_OF_STOPPING = (
    r"\b(?:halt|stop|paus|suspend|delay|shut|postpon|mov(?:e|ed|es)\b|bump|push|break\b|no\b|off\b|skip|rest(?:s|"
    r"ed)?\b|interrupt)"
)
# Of somebody's life, or of what happens in an episode.
LIFE = (
    r"(?i)\bborn\b|\bgrew up\b|\b(?:left|leaves?|leaving) (?:school|home|town|university|college|drama school|his wife|"
    r"her husband|the "
    r"(?:town|village|city|country|army|"
    r"police|navy|island|house|church))\b|\bmoved to (?:[A-Z]\w+ )?(?:[A-Z]\w+ )?to (?:pursue|raise|look|care|study)\b"
)
_BLAME = regex(
    r"(?P<what>(?:[A-Z“\"]|the |a |an )[^.;?!,]{2,50}?) (?:(?:is|are|was|were) (?:(?:partly|largely|mostly|solely) )?to blame|"
    r"(?:is|are|was|were) (?:the reason|behind the (?:delay|decision|move|hold-up|gap)))\b"
)
_GAVE = regex(
    r"\b(?:gave|gives|giving|cited|cites|offered|pleaded|pleads) (?P<what>(?:[\w-]+ )?(?:health|family|personal|"
    r"scheduling|budget\w*|"
    r"cost|money|financial|creative|safety|tax|diary|work|medical)\b(?: and \w+)? (?:reasons?|grounds|issues|problems|"
    r"differences|commitments|conflicts?|concerns|pressures))\b"
)
_GIVEN = regex(r"\b[Gg]iven (?P<what>(?:the|how|its|her|his|their|that)\b [^.;?!,]{5,80})")
_PLANNED = regex(
    r"(?P<what>(?:[A-Z]\w+ (?:seasons?|series|years|parts|chapters|runs?)|[Ii]t|[Tt]his|[Tt]hat|[Tt]hree|[Ff]our|"
    r"[Ff]ive) (?:was|were|"
    r"had) always (?:the plan|our plan|the idea|the intention|meant to (?:be|end|run)|going to (?:be|end)|"
    r"planned)\b[^.;?!,]{0,50}|"
    r"\b(?:has|have|had)(?: now)? (?:reached|come to) (?:its|a|the|their) natural (?:end|conclusion|close)\b|"
    r"\b(?:the|this|that|her|his) story (?:is|was|felt) (?:complete|finished|told|over|done)\b)"
)


_AS = regex(
    r"\bas (?P<what>(?:its |the |their )?(?:viewing(?: figures)?|ratings|audiences?|viewership|costs?|numbers|"
    r"budgets?|production costs|viewers|overnights|effects|visual effects|scripts?|edit|post-production|shoot|filming|talks|"
    r"negotiations)\b "
    r"[^.;?!,]{3,60})"
)
_SAYING = regex(
    r"\bsaying (?:that )?(?P<what>[^.;?!]{0,50}?\b(?:expensive|cost(?:s|ly)?|afford|viewers|audience|ratings|"
    r"numbers|budget|money|too few|not enough)\b[^.;?!,]{0,40})"
)
_NO_SUM = regex(
    r"\b(?P<what>(?:[Nn]umbers|[Ff]igures|[Rr]atings|[Aa]udience|[Vv]iewership|[Vv]iewing|[Cc]osts?|[Ee]conomics|"
    r"[Ss]ums) (?:simply |just |really )?(?:did not|didn[’']t|"
    r"do not|don[’']t|does not|doesn[’']t|could not|couldn[’']t|no longer|never) (?:justify|justified|add(?:ed)? up|"
    r"support|work(?:ed)?|stack up|warrant|make sense|"
    r"made sense|hold up)\b[^.;?!,]{0,40})"
)
_LED = regex(
    r"(?P<what>(?:[A-Z]|the |an? )[^.;?!,]{0,40}?\b(?:clash|conflicts?|delays?|strikes?|storms?|weather|ratings|"
    r"costs?|injury|illness|commitments?|pandemic|fire|"
    r"dispute|row|shortage|cuts|effects|schedules?|floods?|accident|merger)\b[^.;?!,]{0,30}?) (?:led to|lead to|"
    r"means?(?: that)?|meant(?: that)?|resulted in|"
    r"(?:has |have |had )?(?:forced|pushed|delayed|derailed|held up|put paid to|scuppered|halted))\b"
)
_GROUNDS = regex(
    r"\bon (?P<what>(?:cost|safety|health|financial|creative|budget(?:ary)?|legal|medical|economic|commercial) "
    r"grounds)\b"
)
_SO_NOT = regex(
    r"(?P<what>\b(?:wanted (?:to (?!know|see|meet|tell)|a (?:change|break|rest)\b)|busy|tied up|committed|filming|working|"
    r"shooting|starring|appearing)(?: (?:with|on|to|elsewhere|in|at)\b)?[^.;?!]{3,60}?),? so (?:he|she|they|it|we|I)\b"
)
CAUSES = Rules(
    (
        *(
            (pattern,)
            for pattern in (
                *(_SINCE, _BECAUSE, _PURPOSE, _OVER, _AFTER, _AFTER_EVENT, _STOPPED_BY, _WANT_OF, _WHEN, _FOR_EVENT, _SO, _GAVE),
                *(_GIVEN, _AS, _SAYING, _SO_NOT, _NO_SUM, _LED, _PUT_DOWN, _DECISION_OF, _GROUNDS, _BLAME, _IT_WAS, _PLANNED),
            )
        ),
        *NAMED_CAUSES,
    )
)
_ONLY_BEFORE = {
    _AFTER,
    _AFTER_EVENT,
    _PURPOSE,
    _OVER,
    _WHEN,
    _FOR_EVENT,
    _SO,
    _AS,
    _SAYING,
}  # what they explain stands before them


_BEFORE_AS_WELL = {_AFTER, _AFTER_EVENT}  # "Three weeks on, after a flood of letters, the axing was reversed"
_LEAD = 30  # characters of the words that open such a sentence


def causes(place: Place) -> Iterator[tuple[re.Match[str], str]]:
    """Find what else gives a reason, with what the reason is."""
    text, lower = place.text, place.lower
    explained = search(_OF_WORDS, lower) is not None and not search(LIFE, text)
    if explained or " reasons for " in lower:
        yield from _explained(place)
    if search(r"number|figure|rating|audience|viewe?r?s?|cost|economic|\bsums\b", lower) and search(
        r"justif|add(?:ed)? up|support|work|stack|warrant|sense|hold up", lower
    ):
        for found in _NO_SUM.finditer(text) if place.speaker or place.sentence.quoted or "sa" in lower else ():
            yield found, found["what"]
    if search(r"led to|lead to|means?\b|meant|resulted in|forced|pushed|delayed|derailed|held up|put paid|scupper|halted", lower):
        for found in _LED.finditer(text):
            if search(_OF_WORDS, text[found.end("what") :].lower()) and _of_the_show(place):
                yield found, found["what"]
    if " down to " in lower or " to " in lower or " as " in lower:
        for found in _PUT_DOWN.finditer(text) if explained or _asked(place) or " put" in lower else ():
            yield found, found["what"] or found["as"]
    if place.speaker or place.sentence.quoted or "official" in lower or " said " in lower or " says " in lower:
        for found in _DECISION_OF.finditer(text):
            yield found, found["what"]
    if " grounds" in lower and (explained or "decision" in lower or "move" in lower):
        for found in _GROUNDS.finditer(text):
            yield found, found["what"]
    if " to blame" in lower or "the reason" in lower or " behind the " in lower:
        for found in _BLAME.finditer(text) if explained or search(r"delay|decision|move|gap", lower) else ():
            yield found, found["what"]
    if search(r"because|down to|due to|owing|account of", lower) and (explained or _asked(place)):
        for found in _IT_WAS.finditer(text):
            yield found, found["what"]
    if "always" in lower or "natural" in lower or " story " in lower:
        for found in _PLANNED.finditer(text) if place.sentence.quoted or place.speaker else ():
            yield found, found["what"]
    yield from named_causes(place)


def _of_the_show(place: Place) -> bool:
    """Say whether the sentence speaks of a series and its making, not of what happens in it."""
    named = place.context.series_pattern
    made = search(r"filming|shoot|production|season|series|release|premiere|return|cancel|departure|renew|schedule", place.lower)
    return (made is not None or bool(named and named.search(place.text))) and search(
        r"\bepisode (?:\d|one|two|three)", place.lower
    ) is None


def _asked(place: Place) -> bool:
    """Say whether the sentence before told of something that has a reason."""
    return any(search(_OF_BACK, sentence.lower) is not None for sentence in place.before[-2:])


def _explained(place: Place) -> Iterator[tuple[re.Match[str], str]]:
    """Reasons that stand beside what they explain, in either order."""
    text, lower = place.text, place.lower
    rules: tuple[tuple[str, Pattern], ...] = (
        ("since", _SINCE),
        (", as ", _SINCE),
        ("because", _BECAUSE),
        (" to ", _BECAUSE),
        (" of ", _BECAUSE),
        (" to ", _PURPOSE),
        (" over ", _OVER),
        ("after", _AFTER),
        ("after ", _AFTER_EVENT),
        ("following ", _AFTER_EVENT),
        (" wake of ", _AFTER_EVENT),
        (" by ", _STOPPED_BY),
        (" of ", _WANT_OF),
        ("when", _WHEN),
        ("for the ", _FOR_EVENT),
        ("so ", _SO),
        ("reason", _GAVE),
        ("ground", _GAVE),
        ("conflict", _GAVE),
        ("commitment", _GAVE),
        ("given", _GIVEN),
        (" as ", _AS),
        ("saying", _SAYING),
        (" so ", _SO_NOT),
    )
    tried: set[Pattern] = set()
    for word, pattern in rules:
        if pattern in tried or word not in lower:
            continue
        tried.add(pattern)
        for found in pattern.finditer(text):
            rest = text[: found.start("what")] if pattern in _ONLY_BEFORE or found.start() > 3 else text[found.end() :]
            if pattern in {_WHEN, _FOR_EVENT, _SO} and not search(_OF_STOPPING, rest.lower()):
                continue
            if pattern in {_GAVE, _SO_NOT} and not search(_OF_WORDS, rest.lower()):
                rest = text[found.end() :]
            lead = text[: found.start()].rstrip()
            if pattern in _BEFORE_AS_WELL and len(lead) < _LEAD and (not lead or lead.endswith(",")):
                rest = text[found.end() :]
            if (search(_OF_WORDS, rest.lower()) or (pattern is _GAVE and " for " in text[found.end() :][:5])) and not (
                pattern is _BECAUSE and not _fits(place, found)
            ):
                yield found, found["what"]


def _fits(place: Place, found: re.Match[str]) -> bool:
    """A "because" in talk explains anything; what stands before it must have been done by those who make the series."""
    word = found[0].lower()
    before = place.text[: found.start()]
    if word.startswith(("due to", "thanks to")):
        return search(r"(?i)^ (?:be|air|start|begin|premiere|return|launch|arrive|open|film|shoot|end|finish|join|play|have|"
            r"star|"
                      r"make|get|go|run|land)\b", found["what"]) is None  # fmt: skip
    if place.context.is_recap and not search(_OF_SHOWING, before.lower()):
        return False
    return place.speaker is None or search(r"(?i)\b(?:love|loved|laugh|cried|funny|think)\b", before) is None
