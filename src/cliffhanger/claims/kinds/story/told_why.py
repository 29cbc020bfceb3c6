"""Reasons in turns that say that something is one: "money is why", "what did for it was", "blame the strikes for the wait"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.kinds.story.named_causes import may_tell
from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import Rules, live, match, regex, search

_WHAT = r"(?P<what>[^.;?!,”]{3,80})"
_STOP = (
    r"(?:shut-?down|delays?|hold-?up|halt|break|pause|stoppage|hiatus|postponement|gap|wait|interruption|suspension|closure|"
    r"overrun|slip|departure|exit|absence|cancell?ation|axing)"
)
_SMALLER = (
    r"(?:(?:trimmed|shorter|shortened|reduced|smaller|cut-down|truncated|abbreviated|longer|extended|bigger|delayed|later) "
    r"(?:episode )?(?:order|run|season|series|count|wait|gap|start|launch|slot))"
)
_FROM = (
    r"(?:stem(?:s|med) from|(?:is|was|are|were)(?: said to be| understood to be)? (?:owed to|owing to|attributable to|"
    r"explained by|"
    r"down to|due to|a (?:result|consequence|product) of|the (?:result|fault|work|consequence) of|put down to|blamed on|"
    r"caused by|"
    r"forced by|dictated by)|c[ao]mes? (?:down to|from)|ow(?:es|ed) (?:itself )?to|arises? from|arose from|results? from|"
    r"resulted from|has to do with|had to do with)"
)
# What is done to a season or by those who make one; of a stretch that tells none of these nothing is explained.
_DEED = regex(
    r"(?i)\b(?:cancel\w*|axe[ds]?|axing|scrapp\w*|dropp\w*|ditch\w*|shelv\w*|end(?:s|ed|ing)?|over|delay\w*|late|later|long|"
    r"wait\w*|"
    r"push\w*|mov(?:e[sd]?|ing)|halt\w*|stopp\w*|shut|postpon\w*|paus\w*|renew\w*|order\w*|pick\w* (?:it |the \w+ )?up|back|"
    r"return\w*|"
    r"sav(?:e[sd]?|ing)|rescu\w*|leav\w*|left|quit\w*|exit\w*|depart\w*|gone|go(?:es|ing)?|recast\w*|replac\w*|fewer|shorter|"
    r"only "
    r"(?:\w+) episodes|premiere|launch|season|series|show|axe|chop|plug|demise)\b"
)
_KILLS = (
    r"(?:did for|do for|kill(?:ed|s)?(?: off)?|doom(?:ed|s)?|sank|sinks?|sunk|sav(?:ed|es)|rescued|finish(?:ed|es)(?: off)?|"
    r"delay(?:ed|s)?|held up|holds up|stopp(?:ed|s)|end(?:ed|s)|pushed(?: back)?|persuad(?:ed|es)|convinc(?:ed|es)|forced|led|"
    r"mad(?:e|e)|drove|tipped|swung|sealed|cost|prompted|brought (?:it|the (?:show|series)) (?:back|down))"
)
_OF_IT = (
    r"(?:the (?:[\w’-]+ ){0,3}?(?:show|series|drama|comedy|sitcom|thriller|soap|season|production|premiere|launch|shoot|"
    r"filming|"
    r"renewal|network|streamer|channel|broadcaster|fate of)|filming|production|it\b(?! was)|(?-i:[A-Z])[\w’-]+|"
    r"[“‘\"][^”’\"]{2,40}[”’\"])"
)
_IS_WHY = regex(
    rf"(?P<what>(?:[A-Z]|[Tt]he |[Aa]n? |[Ii]ts |[Hh]is |[Hh]er )[^.;?!,“”]{{2,50}}?) (?:is|was|are|were)(?: partly| largely|"
    rf" mostly| "
    rf"mainly| exactly| apparently| really)? (?:the reason )?(?:why (?P<done>[^.;?!]{{5,80}})|what {_KILLS} {_OF_IT})"
)
_WHAT_DID = regex(
    rf"(?i)\bwhat (?:really |finally |ultimately |eventually )?{_KILLS} {_OF_IT}[^.;?!]{{0,40}}? (?:was|is|were) {_WHAT}"
)
_IT_WAS_THAT = regex(rf"\b[Ii]t (?:was|is)(?: really| apparently| the)? {_WHAT} (?:that|which) {_KILLS} {_OF_IT}")
_BLAME = regex(
    rf"^[“\"]?(?:[Yy]ou can |[Yy]ou may |[Ss]o |[Aa]nd )?[Bb]lame (?P<what>[^.;?!,]{{3,60}}?) for (?:the|its|this|that|his|"
    rf"her) "
    rf"[^.;?!,]{{0,25}}?(?:{_STOP}|shorter|late|end|move|absence|recasting)"
)
_THE_REASON = regex(
    r"\b(?:[Tt]he|[Oo]ne|[Aa]nother) (?:\w+ )?reason (?:why |that )?(?P<done>(?:it|the (?:show|series|season|drama|premiere)|"
    r"there|they|we|"
    rf"he|she|[A-Z][\w’-]+)\b[^.;?!,]{{3,60}}?) (?:is|was) (?:that |because |simply |just )*{_WHAT}"
)
_CAUSED = regex(
    rf"\b{_STOP} (?:of [^.;?!,]{{2,20}} )?(?:that was |which was |reportedly )?(?P<what>(?:caused|forced|prompted|triggered|"
    rf"necessitated|"
    r"occasioned|brought on|blamed on)(?: by)? [^.;?!,]{3,60})"
)
_STEMS = regex(
    rf"\b(?i:(?:the|this|that|its|an?) (?:[\w’'-]+ ){{0,3}}?(?:{_SMALLER}|{_STOP})(?: (?:of|to|between|in|before) "
    rf"[^.;?!,]{{2,25}}?)?"
    rf"(?: itself| reportedly)?) {_FROM} (?P<what>[^.;?!,]{{3,80}})"
)
_TIME_FOR = regex(
    r"\b(?:[Ww]e|[Tt]hey|I|[Tt]he (?:team|crew|makers|producers|writers|editors))(?:[’']ve| have| had)? (?:just |simply |"
    r"really )?"
    r"(?:need(?:ed)?|want(?:ed)?|asked for|took|take|are taking|are using|used) (?:the|more|extra|a (?:little|bit) more|some "
    r"more|another|"
    r"that|a few more) (?:extra |additional |more |few |couple of )*(?:time|months?|weeks?|year|days) (?P<what>(?:to|for) "
    r"[^.;?!”]{5,80})"
)
_LEAVES = (
    r"(?:left|leav(?:es?|ing)|quit(?:s|ting)?|exit(?:ed|s|ing)?|step(?:ped|s|ping) (?:down|back|away|aside)|depart(?:ed|s|"
    r"ing)?|bow(?:ed|s|"
    r"ing) out|walk(?:ed|s|ing) away|dropp?(?:ed|s|ing) out|pull(?:ed|s|ing) out|mov(?:ed|es|ing) on|go(?:es|ing)|away|out|"
    r"missing|"
    r"absent|written out|sit(?:s|ting)? (?:it |this one )?out)"
)
_THE_JOB = (
    r"(?: (?:the |his |her |their )?(?:show|series|drama|comedy|role|part|post|job|cast|production|season|"
    r"programme)\b)?"
)
_TO_LIVE = regex(
    rf"\b{_LEAVES}{_THE_JOB}(?: (?:after|at|in|for|during) [^.;?!,]{{2,30}}?)?,? (?P<what>(?:in order )?to (?:have (?:a|her|"
    rf"their|another) "
    r"(?:baby|child)|start a family|raise|go back to|return to (?:the (?:stage|theatre|theater)|school|college|Broadway|the "
    r"West End|"
    r"teaching|medicine)|star in|direct|write (?:a|his|her|the)|make (?:a|his|her) (?:film|movie|album|record)|do (?:a|"
    r"another|the) (?:play|"
    r"film|movie|musical)|join (?:the cast|another|a rival)|take (?:up|on|a job)|work on|be (?:closer|nearer|with)|run (?:a|"
    r"another)|film|"
    r"tour|tend to|nurse|recover|write novels|develop|care|look after|spend)\b[^.;?!,]{0,60}|so (?:that )?(?:he|she|they) "
    r"(?:can|could|may|"
    rf"might) [^.;?!,]{{3,60}})"
)
_OVER_WHAT = regex(
    r"\b(?:left|leav(?:es|ing)|quit(?:s|ting)?|exit(?:ed|s|ing)?|resign(?:ed|s)|walk(?:ed|s|ing) (?:out|away)|step(?:ped|s) "
    r"down|"
    r"depart(?:ed|s)|fired|sacked|let go|dropped|removed)(?: (?:from )?(?:the |as )(?:[\w-]+ ){0,2}?[\w-]+)?,? "
    r"(?P<what>(?:over|amid|"
    r"because of|after) (?:what (?:she|he|they|it|[A-Z]\w+|the \w+) (?:calls?|called|describes?(?: as)?|described as|says? "
    r"(?:is|was|were))|"
    r"(?:[\w-]+ ){0,2}?(?:[“‘\"](?:creative |artistic )?differences[”’\"]|creative differences|artistic differences|a "
    r"disagreement|"
    r"disagreements|clashes|tensions?|complaints|an investigation|misconduct|a falling-out|burn-?out|"
    r"exhaustion))[^.;?!,]{0,40})"
)
_WHERE = regex(
    r"\b(?:mov|relocat|shift|switch)(?:ed|es|ing)\b[^.;?!,]{0,20}? to [A-Z][\w’ -]{2,25}, where "
    r"(?P<what>[^.;?!]{0,40}?\b(?:cheap\w*|tax|"
    r"rebates?|incentives?|costs?|credits?|subsid\w+|less|snow|labour)\b[^.;?!,]{0,30})"
)
_WHICH_IT_SAID = regex(
    r"\b(?:axed|cancell?ed|dropped|scrapped|ended|pulled|let go|cancels|axes|drops)\b[^.;?!]{2,50}?, (?:which|a (?:show|"
    r"series|drama|comedy) "
    r"(?:that )?)(?: it| they)? (?:said|felt|considered|described as|called|deemed|judged|believed|thought)(?: was| had| to "
    r"be)?,? "
    r"(?P<what>[^.;?!,]{5,70})"
)
_EARNED_IT = regex(
    rf"(?P<what>\b(?:An?|The|Its|Strong|Good|Solid|Robust|Record|Healthy|Rising) [^.;?!,]{{3,60}}?) (?:has |have |had "
    rf")?(?:(?:earned|won|secured|got|"
    rf"gave|given|bought|landed|helped) {_OF_IT} (?:to )?(?:its|an?|another|the|win|earn|secure)|(?:clinched|sealed|ensured|"
    rf"guaranteed) (?:an?|another|its)) [^.;?!,]{{0,15}}?(?:season|series|renewal|"
    r"reprieve|run|year|pick-?up|lifeline)\b"
)
_BECAUSE_OF_COUNT = regex(
    r"(?i)\b(?:not (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})\b|instead of (?:the )?(?:usual |planned "
    r")?(?:two|three|"
    r"four|five|six|seven|eight|nine|ten|twelve|\d{1,2})|(?:can|could|will) only|only (?:appears?|in)|is (?:finished|gone|"
    r"out)|"
    r"(?:final|last) (?:season|series|run|one)|tak(?:es|ing|en) (?:it|the \w+|them) off|(?:do|shoot|film|did|shot|filmed) "
    r"(?:\w+ ){1,3}again|"
    r"re-?sho(?:ot|ts?)|held back|taken down)\b[^.;?!]{0,80}?,? (?P<all>(?:because(?: of)?|due to|owing to|on account of|"
    r"thanks to) "
    r"(?P<what>[^.;?!,]{3,90}))"
)
_ALL_TO_DO = regex(r"\b(?P<what>(?:everything|all|(?:a lot|much|something|more)) to do with (?!how\b|who\b)[^.;?!,”]{3,60})")
_BLAMES = regex(
    rf"\b(?:blames?|blamed|blaming|credits?|credited) (?P<what>[^.;?!,“”]{{3,60}}?) for (?:(?:the|its|this|that|his|her|"
    rf"their)|(?-i:[A-Z][\w’-]+"
    rf"[’']s)) [^.;?!,]{{0,25}}?(?:{_STOP}|renewal|survival)\b"
)
_DASHED = regex(
    r"(?P<what>\b(?:[A-Z]|[Tt]he |[Aa]n? |[Ii]ts )[^.;?!,“”]{2,60}?) (?:has |have |had )?(?:put paid to|scuppered|ended|"
    r"killed(?: off)?|"
    r"torpedoed|scotched|dashed|wrecked|sank|derailed|scotches|dashes|ends) (?:any |all |its |the |their )?(?:plans?|hopes?|"
    r"chances?|talk|"
    r"prospects?|ideas?|dreams?) (?:for|of) (?:an?|any|another|the|more)\b[^.;?!,]{0,30}?(?:season|series|run|renewal|"
    r"return|episodes)\b"
)
_RULES = Rules(
    (name, pattern)
    for name, pattern in (
        ("", _WHAT_DID),
        ("", _IS_WHY),
        ("", _IT_WAS_THAT),
        ("", _BLAME),
        ("", _THE_REASON),
        ("", _CAUSED),
        ("", _STEMS),
        ("delay", _TIME_FOR),
        ("leaving", _TO_LIVE),
        ("leaving", _OVER_WHAT),
        ("moved", _WHERE),
        ("cancelled", _WHICH_IT_SAID),
        ("renewed", _EARNED_IT),
        ("", _BECAUSE_OF_COUNT),
        ("", _ALL_TO_DO),
        ("", _BLAMES),
        ("cancelled", _DASHED),
    )
)
_PRONOUN = regex(r"(?i)(?:that|this|it|which|here|there|he|she|they|we|i|who)\b")
_OF_MAKING = regex(
    r"(?i)\b(?:show|series|drama|comedy|sitcom|season|episodes?|cast|showrunner|director|writer|producers?|network|streamer|"
    r"actor|actress|"
    r"production|filming|star)\b"
)


def told_why(place: Place) -> Iterator[tuple[re.Match[str], str, str]]:
    """Find reasons in such turns: the match, what the reason is, and of what where the turn itself tells."""
    if not may_tell(place):
        return
    for of, pattern in live(_RULES, place.text):
        for found in pattern.finditer(place.text):
            if _means_it(place, found, of_a_person=pattern in {_TO_LIVE, _OVER_WHAT}):
                yield found, found["what"], of


def _means_it(place: Place, found: re.Match[str], *, of_a_person: bool) -> bool:
    """Say whether the turn explains something of a series here; whoever leaves has to be one of those who make it."""
    if _PRONOUN.match(found["what"]) and search(r"(?i)^(?:that|this|it|which|here|there)(?: \w+)?$", found["what"].strip()):
        return False
    done = found.groupdict().get("done")
    if done is not None and not _DEED.search(done):
        return False
    if not of_a_person:
        return True
    people = {fold(word) for name in place.context.people.values() for word in name.split()[-1:]}
    before = regex(r"[A-Z][\w’-]+").findall(place.text[: found.start()])
    return any(fold(word) in people for word in before) or _OF_MAKING.search(place.text) is not None


# What a "because" explains of the writer, the reader or a guest, and no deed of those who make a series.
_OF_THE_WRITER = regex(
    r"(?i)\b(?:I|we|sorry|this (?:recap|post|newsletter|column|review|issue)|(?:recap|newsletter|column|podcast)) "
    r"[^.;?!]{0,15}?\blate\b"
    r"[^.;?!]{0,40}$|\bminutes late\b[^.;?!]{0,40}$|\b(?:redo|rewrite|update|repost|pin|write|post)\w* (?:this|it|the "
    r"(?:post|thread|list|"
    r"recap))\b[^.;?!]{0,12}$|\b(?:relax|rejoice|celebrate|smile|breathe|worry|panic|cheer)\b[^.;?!]{0,15}$"
)
_SOURCES = regex(
    r"(?i)citing (?:(?:two|three|four|several|an?|one|unnamed|anonymous|multiple|its own|some|the|various|local) )*(?:[\w-]+ "
    r"){0,2}?"
    r"(?:people|members|sources?|insiders?|person|agents?|tweets?|posts?|reports?|executives?|newspapers?|magazines?|"
    r"websites?|documents?|"
    r"filings?|emails?|listings?|memos?|individuals?|staffers?|crew)\b"
)
_DUE_TO_DO = regex(
    r"(?i)due to (?:reach|hit|resume|restart|continue|conclude|bow|debut|drop|play|host|present|meet|follow|make|get|leave|"
    r"receive|show|"
    r"screen|release|report|speak|hold|publish|decide|announce)\b"
)
_A_TITLE = regex(r"(?i)following [“‘\"][^”’\"]{2,60}[”’\".]*$")


def explains_nothing(place: Place, start: int, end: int) -> bool:
    """Say whether the words of a reason are none: why a recap is late, whom a report cites, what something is due to do."""
    text = place.text
    said = text[start:end]
    if _OF_THE_WRITER.search(text[:start]):
        return True
    return any(match_ is not None for match_ in (_SOURCES.match(said), _DUE_TO_DO.match(said), _A_TITLE.match(said))) or (
        match(r"(?i)following\b", said) is not None and match(r"[”’\"]", text[end:]) is not None and "“" in said
    )
