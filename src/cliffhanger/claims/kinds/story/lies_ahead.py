"""What is to come, let out by who knows it or guessed by who does not: whom a clause is about, where a run goes, an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.found import Place
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, fold, trimmed
from cliffhanger.claims.numbers import SMALL_NUMBER
from cliffhanger.claims.patterns import only_for, regex, search

_NTH = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|new|next|coming|upcoming|final|last|forthcoming)"
_RUN = (
    rf"(?:{_NTH}(?: and final)? (?:season|series|run|instal?lment|chapter|batch|episodes|one|outing|part)|[Ss]eason "
    rf"(?:{SMALL_NUMBER})|[Ss]eries (?:two|three|four|five|six|seven|\d))"
)
_SOMEONE = rf"(?P<who>(?:{FULL_NAME}|{ONE_NAME})(?:[’']s (?:[a-z]+ )?[a-z]+)?)(?: and (?:{FULL_NAME}|{ONE_NAME}))?"
# Of those whom somebody plays, whatever they do: "Lin told us that Rosa would finally get off the island".
_DOES = regex(
    rf"(?:^[“\"‘]?(?:And |But |So |Yes, |No, |This (?:time|year|season),? |In the end,? |For the record,? )?|[“\"‘]|\bthat "
    rf"|\b(?:say|said|says|teas(?:ed|es)|"
    rf"hint(?:ed|s)|promis(?:ed|es)|reveal(?:ed|s)|warn(?:ed|s)|let slip|confirm(?:ed|s)|told \w+) )(?P<what>{_SOMEONE} "
    rf"(?:[“\"]?(?:(?:finally|eventually|now|also|really|actually|never|then|even|soon) )*(?:(?:will|won[’']t|would|may|"
    rf"might|could|must|is going "
    rf"to|are going to|is about to|has to|have to)(?: (?:[“\"]?finally|not|also|soon|now|never|eventually|at last|have "
    rf"to))*[ “\"]+(?!be (?:back|"
    rf"played|seen|recast|on (?:screen|air))|return\b(?! to)|appear|air\b|premiere|come back|join|star|feature)[a-z]+\b|"
    rf"(?!is\b|was\b|has been|deserves|means|needs (?:a|an) (?:rest|break)|gave|gives (?:me|us|her)|remains|stays|plays|"
    rf"says|stars|returns?\b|appears|joins|"
    rf"airs|comes back|feels (?:like|to)|works|represents|reminds|makes (?:me|you|us)|lives in|loves|likes|thinks|knows|"
    rf"hopes|wants)"
    rf"[a-z]{{2,}}(?<!s)s\b|does\b|goes\b|discovers\b|confess(?:es)?\b|has (?:an? (?:secret|baby|plan|new|son|daughter|"
    rf"twin|choice)|to)\b)))(?P<rest>[^.;?!”\"]{{0,110}})"
)
_ONE_OF = regex(
    r"\b(?:teas(?:ed|es)|hint(?:ed|s)|promis(?:ed|es)|warn(?:ed|s)|reveal(?:ed|s)|said|says|let slip|told \w+|confirm(?:ed|"
    r"s)) (?:that )?(?P<what>(?:at least )?(?:one of (?:the|them|its|"
    r"his|her|those)\b[\w’ ]{0,25}?|some(?:one|body)(?: [\w’ ]{2,25}?)?|an? (?:major|main|much-loved|beloved|regular|key|"
    r"central|familiar) (?:character|figure|face)|not everyone|not all of them|"
    r"two of [\w’ ]{3,20}?) (?:(?:will|would|may|might|could|does|do)(?: not|n[’']t)? (?:finally |also )?(?:survive|die|"
    r"make it|be (?:killed|buried|arrested|left)|leave|betray|fall|get|go|end|turn|lose|live|kill|marry)|"
    r"dies|is (?:killed|lying|going to die|not who)|gets (?:killed|married|out|away)|kills|betrays|survives|"
    r"turns)\b[^.;?!”]{0,80})"
)
_GO = regex(
    rf"\b(?:{_RUN}|[Tt]he (?:story|action|plot)(?! follows| sees| tells| explores| is set| asks| is about)|[Tt]he "
    rf"finale(?= will see)|(?:the )?(?:third|fourth|second|fifth|last|final|next)(?= begins| opens| starts| picks| takes "
    rf"place)|(?:it|which)(?= (?:starts|begins|opens) "
    rf"(?:the|with|about|in|on|just|right|{SMALL_NUMBER} )))(?: (?:also|then|now|will|would|is set to|largely|mostly))* "
    rf"(?:jumps?(?: ahead| forward)?|leaps?|skips?|leaves?|moves? (?=to|into|in|on|inland|away|abroad|from|north|south|"
    rf"back|out|further|closer)|takes? place|unfolds?|heads? (?=to|for|"
    rf"back|into|inland|underground|abroad|overseas|north|south|east|west|home|out)|returns? to (?=the |a )|goes (?:back|"
    rf"to|inside|into|abroad|underground|further)|shifts? (?=to|the (?:action|story|focus))|begins? (?=there|with|where|on "
    rf"the|in the|the)|"
    rf"opens? (?=with|on|where|in the)|starts? (?=with|where|the|on the|in the)|ends? (?=with|on)|pits?|sees?|follows?|"
    rf"asks? (?=who|what|whether|how)|digs?|deals? with|"
    rf"spans?|is set (?=in|on|at|almost|entirely|after|before)|is about (?=an?\b|the\b|what|how|who)|tells? (?=the|how|of)|"
    rf"explores?|delves?)\b[^.;?!]{{3,110}}"
)
_NOT_STORY = (
    r"(?i)\b(?:(?:from|to|on) [A-Z]?\w*days?\b|slots?|release|premiere|platform|stream\w*|network|channel|"
    r"audience|viewers|rating|critics|production|film(?:ed|ing|s)\b|shoot(?:s|ing)?\b|shot in|screens?|cast\b|budget|date|"
    r"behind schedule|"
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"winter|\d{4})|"
    r"viewing|million|per ?cent|score|writers|director|showrunner|a change|return(?:s|ing)? of (?:the )?(?:series|show)|"
    r"on \d|[a-z]+ night|hour|contract|episodes? (?:long|in)|award|"
    r"renew\w*|cancel\w*|announc\w*|trailer|teaser|starring|joins? the|creator|wr(?:ites?|itten|ote)|direct(?:s|ed)|"
    r"petition|sign(?:s|ed)|spin-?off|"
    r"commission\w*|premier\w*|releas\w*|air(?:s|ed)|launch\w*|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|[a-z]+teen) episodes|played by|"
    r"(?:last|previous|first) (?:season|series) (?:saw|left|ended))\b"
)
_THERE = regex(
    rf"(?:^[“\"‘]?(?:And |But |So |Yes, )?|[“\"‘]|\bthat |\bsays? )(?P<what>[Tt]here(?:[’']s| is| are| will be|[’']ll be) "
    rf"(?:also )?(?:“)?(?:(?:an?|one|two|three|the|a whole) (?:\w+ )?"
    rf"(?:episodes?|scenes?|storylines?|moments?|sequences?|chapters?|instal?lments?|hour) (?:(?:that|which) (?:belongs|"
    rf"follows|takes|is (?:all|set|told)|"
    rf"goes|focuses|happens|has)|about|where|set|in which|between|told|with (?=[A-Z]))|(?:a lot|lots|plenty|much|far|a bit|"
    rf"a little) more (?:of )?(?P<who>{FULL_NAME}|{ONE_NAME})|"
    rf"(?:a lot|lots|plenty) (?:of )?(?:more )?(?:blood|romance|death|secrets|betrayal|heartbreak|danger|drama|tears|"
    rf"kissing|fighting|water|snow|rain)))\b(?P<rest>[^.;?!”\"]{{0,90}})"
)
_THIS_YEAR = regex(
    r"(?P<what>\b(?:[Tt]his|[Nn]ext) (?:year|season|series|time|run)(?: around| out)?,? (?:we|she|he|they) (?:leave|go|"
    r"head|move|travel|see|follow|meet|"
    r"find out|learn|discover|visit|get (?:to|out|inside)|explore|dig|spend|lose|look|return to|burn|open|"
    r"start)s?\b[^.;?!]{3,90})"
)
_GUESS = regex(
    rf"(?:\b(?:I|[Ww]e)(?:[’']d| do| still| really| also| personally)? (?:reckon|think|bet|suspect|guess|predict|believe|"
    rf"wager|fear)(?: that)?|"
    rf"\b[Mm]y (?:guess|prediction|bet|hunch|money|theory|call)(?: is(?: that| on)?|:)|\b[Ww]hat I think "
    rf"happens[^.;:?!]{{0,60}}:|\b[Pp]rediction:|\b[Tt]heory:|"
    rf"\bI[’']m (?:convinced|sure|betting|certain|calling it:)(?: that)?|\b[Ff]an theor(?:y|ies)[^.;?!]{{0,30}}? (?:that|"
    rf"says?|has it|holds?)) "
    rf"(?P<what>(?:(?P<who>{FULL_NAME}|{ONE_NAME})(?:[’']s| is| isn[’']t| will| won[’']t| might| may| did| didn[’']t| has| "
    rf"never| was| wasn[’']t| [a-z]+s\b)|"
    rf"(?:the )?{_RUN}(?: will| would)? (?:opens?|starts?|begins?|ends?|picks? up|jumps?|kills?)\b|(?:the )?(?:killer|mole|"
    rf"father|traitor|twins?|body|baby|ghost)\b)[^.;?!,]{{3,110}})"
)
_MUST_BE = regex(
    rf"(?P<what>\b{_SOMEONE} (?:has to|have to|must|can[’']t|cannot|could) be (?:alive|dead|the (?:killer|father|mother|"
    rf"mole|traitor|murderer|one|villain|ghost)|lying|behind|pregnant|related)\b[^.;?!,]{{0,60}}|"
    rf"\b(?:bet|betting|money) [^.;?!,]{{0,20}}?on (?P<it>{FULL_NAME}|{ONE_NAME}) (?:being|dying|turning|having|"
    rf"coming)\b[^.;?!,]{{3,60}})"
)
_FOOTAGE = regex(
    rf"\b(?:[Tt]railer|[Tt]easer|[Pp]romo|[Cc]lip|[Pp]oster|[Pp]hotos?|[Ss]tills|[Ff]irst look|[Ff]ootage)\b(?: for "
    rf"[^.;?!]{{3,30}}?)? (?:suggests?|shows?|hints?|reveals?|teases?|implies|imply|sees?)(?: us)?(?: that)? "
    rf"(?P<what>{_SOMEONE}(?! and the cast)\b[^.;?!]{{8,100}})"
)
_FIND = regex(
    rf"(?P<what>\b(?:[Ww]e|[Yy]ou|[Vv]iewers)(?:[’']ll| will)?(?: also| first| now)? (?:find|meet|join|rejoin|follow|catch "
    rf"up with|pick up with|leave|lose) {_SOMEONE} [^.;?!”\"]{{6,90}}|"
    rf"\b[Ww]hen (?:we|they|the (?:show|series|story)|it) (?:come|comes|return|returns|pick|picks|rejoin|rejoins|resume|"
    rf"resumes|open|opens|meet)\b[^,.;?!]{{0,30}}, (?P<it>{FULL_NAME}|{ONE_NAME}) (?:is|has|will|[a-z]+s)\b[^.;?!”\"]{{3,90}})"
)
_SORT_OF = regex(
    rf"\b{_RUN} (?:will be|is|becomes|turns into)(?: \w+ly| more| really)? (?:of )?(?:an?|the) (?:[\w-]+ ){{0,2}}?(?:story|"
    rf"mystery|whodunn?it|road movie|heist|courtroom drama|ghost story|war story|thriller|farce|tragedy)\b[^.;?!,]{{0,40}}"
)
_DOING_NEXT = regex(
    r"(?P<what>\b[Tt]hey(?:[’']re| are) (?:(?:obviously|clearly|definitely|surely|so|totally|probably|absolutely|100%) "
    r")+(?:doing|going to do|adapting|setting up|"
    r"building (?:up )?to|saving|going for|killing off|heading for) [^.;?!]{4,80})"
)
_JUMP = regex(
    r"(?P<what>\b(?:[Aa]|[Tt]he|[Aa]nother) (?:\w+-year )?(?:time[- ]jump|flash-?forward)\b(?: (?:of|is|will|"
    r"takes|awaits|separates|sets|has)\b)[^.;?!]{3,60})"
)
_RETELLS = regex(
    r"^(?:[“\"](?P<title>[^”\"]{2,50})[”\"](?: \([^()]{2,40}\))?[:,]? (?:will )?(?:is|follows|tells|centres|centers|"
    r"revolves)|(?:[“\"][^”\"]{2,50}[”\"] \([^()]{2,40}\): )?(?:(?:[Tt]he|[Tt]his|[Ii]t[’']s an?) (?:[\w-]+ ){0,4}?"
    r"(?:series|drama|comedy|thriller|show|mystery|half-hour|sitcom|dramedy),?(?: an? [\w -]{3,30},)?|"
    r"[^.;?!“”]{3,90}\bthis (?:[\w-]+ ){0,3}?(?:half-hour|hour|drama|comedy|series)) "
    r"(?:is|follows|tells|centres|centers|revolves)) "
    r"(?=(?:set (?:in|on|at|aboard|among)|the story of|(?:on|around) (?:an?|the|two|three)|(?:an?|the|two|three) [\w’-]+ "
    r"(?:\w+ ){0,4}?(?:who|whose|as|that)|[A-Z]\w+(?: [A-Z]\w+)?,? (?:as|who|an?)\b))[^.;?!]{6,140}"
)
_NEW_SHOW = r"(?i)\b(?:new|order\w*|pilot|commission\w*|upcoming|created by|starring|slate|green-?lit)\b"


@only_for(_DOES, _GO, _ONE_OF, _MUST_BE, _FOOTAGE, _FIND, _SORT_OF, _THERE, _THIS_YEAR, _GUESS, _DOING_NEXT, _JUMP, _RETELLS)
def lies_ahead(place: Place) -> Iterator[tuple[int, int, Standing | None]]:
    """Find what will happen in it, by where the words stand, and whether they only guess."""
    text, context = place.text, place.context
    if context.is_recap or text.endswith("?"):
        return
    spoken = bool(place.sentence.quoted) or place.speaker is not None
    for found in _DOES.finditer(text):
        let_out = spoken or search(_LET_OUT, text)
        if let_out and _plays_in_it(place, found["who"]) and not search(_NOT_STORY, found[0]):
            yield found.start("what"), found.end(), None
    for found in _GO.finditer(text):
        if not search(_NOT_STORY, text[found.start() : found.end() + 20]) and not _of_players(place, found[0]):
            yield *found.span(), None
    for found in _ONE_OF.finditer(text):
        yield *found.span("what"), None
    for found in _THERE.finditer(text):
        if (spoken or search(_LET_OUT, text)) and (found["who"] is None or _plays_in_it(place, found["who"])):
            yield found.start("what"), found.end(), None
    for pattern in (_THIS_YEAR, _JUMP) if spoken else (_JUMP,):
        for found in pattern.finditer(text):
            if not search(_NOT_STORY, found[0]):
                yield *found.span("what"), None
    yield from _guesses(place)
    yield from _seen_coming(place, spoken=spoken)
    told = _RETELLS.match(text)
    if told and search(_NEW_SHOW, text + " ".join(one.text for one in place.before[-2:])) and not search(_OF_PEOPLE, told[0]):
        yield told.start(), told.end(), None


def _of_players(place: Place, words: str) -> bool:
    """Say whether it is players that a run sees come or go: "The third season sees Lin return as Rosa"."""
    named = any(fold(one) in place.context.players for one in regex(ONE_NAME).findall(words))
    return named and search(r"\b(?:return|join|star|play|reprise|back|leave)", words) is not None


_LET_OUT = r"\b(?:teas|hint|promis|reveal|warn|let slip|confirm|said|says|told|tells)"
_OF_PEOPLE = r"(?i)\b(?:viewers|audience|network|ratings|renewed|cancelled|season (?:two|three|four|\d))\b"


def _guesses(place: Place) -> Iterator[tuple[int, int, Standing | None]]:
    for found in _GUESS.finditer(place.text):
        if not search(_NOT_STORY, found["what"]) and (found["who"] is None or _plays_in_it(place, found["who"])):
            yield *found.span(), "speculation"
    for found in _DOING_NEXT.finditer(place.text):
        yield *found.span("what"), "speculation"


def _seen_coming(place: Place, *, spoken: bool) -> Iterator[tuple[int, int, Standing | None]]:
    """Whom "we" find where, what footage shows of whom, what a run is, and what must be so of somebody."""
    for found in _SORT_OF.finditer(place.text):
        yield *found.span(), None
    for pattern, guess in ((_MUST_BE, "speculation"), (_FOOTAGE, None), (_FIND, None)):
        for found in pattern.finditer(place.text):
            who = found.groupdict().get("it") or found["who"]
            if (pattern is not _FIND or spoken) and _plays_in_it(place, who) and not search(_NOT_STORY, found["what"]):
                yield *found.span("what"), guess  # type: ignore[misc]


_ANSWERED = regex(
    r"[“\"‘]?(?:[A-Z][\w.-]{0,14}: )?(?:\[[a-z]+\] )?(?:(?:Well|Yes|No|And|But|So|Oh),? )?(?P<what>(?:She|He|"
    r"They|She[’']s|He[’']s|They[’']re)(?: finally| also| eventually)? (?!is\b|was\b|has\b|says\b|knows\b|"
    r"thinks\b|"
    r"likes\b|loves\b|wants\b|lives\b|means\b|plays\b|does(?:n[’']t)?\b|works\b|came\b|said\b|were\b|had\b|did)(?:[a-z]+s|"
    r"get|go|find|lose|meet|marry|leave|die|kill|move|fall|getting|going|cut off|in)\b[^.;?!]{2,90})"
)


def answers(place: Place) -> re.Match[str] | None:
    """What somebody answers that a character will do, asked of that one or of what is to come: "He delivers a letter"."""
    asked = place.question or ""
    if not (asked and place.speaker) or not (
        search(
            r"(?i)\bhappen|\bnext for\b|\bin store\b|\bend(?:s|ing)?\b|\bplot\b|"
            r"\bspoil|\bclue\b|\bhint\b|\btease\b|\btell "
            r"us\b",
            asked,
        )
        or _named(place, asked)
    ):
        return None
    return _ANSWERED.match(place.text)


def _named(place: Place, asked: str) -> bool:
    return any(fold(one[0]) in place.context.characters for one in regex(ONE_NAME).finditer(asked))


def _plays_in_it(place: Place, who: str) -> bool:
    """Say whether a name is one of those whom somebody plays; "Rosa's brother" is one too."""
    context, name = place.context, regex(r"[’']s .*$").sub("", trimmed(who)[0])
    names = {fold(part) for part in name.split()}
    return bool(names & context.characters) and not context.is_network(name) and not names & context.players
