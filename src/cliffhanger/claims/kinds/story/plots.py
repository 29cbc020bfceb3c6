"""What the story will bring, in other words: a synopsis in the present tense, theories, a hint in an answer, a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import overlaps
from cliffhanger.claims.names import FULL_NAME, HONORIFICS, NOT_NAMES, ONE_NAME, fold, trimmed
from cliffhanger.claims.numbers import SMALL_NUMBER
from cliffhanger.claims.patterns import match, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_RUN = r"(?:season|series|run|instal?lment|chapter|year|outing|episodes|batch|part|one)"
_NTH = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|new|next|coming|upcoming|final|last|forthcoming|latest)"
# "This season Jo is accused of ...", "In the new one a monk laughs": what opens the sentence says of which run it tells.
_THIS_RUN = regex(
    rf"^[“\"‘']?(?:(?:And|But|So|Meanwhile|Now),? )?(?:(?:[Ii]n |[Ff]or )?(?:[Tt]his|[Nn]ext) {_RUN}|[Tt]his time(?: "
    rf"around| out)?|"
    rf"(?:[Ii]n|[Ff]or|[Ww]ith|[Aa]s) the (?:(?:story|show|series|drama|saga)[’']s )?{_NTH}(?: and "
    rf"final)? {_RUN}(?: (?:opens|begins|starts))?|In (?:season|"
    rf"series) \w+(?: of [“\"‘']?[A-Z][^,.;?!]{{1,40}})?|(?:[Ww]hen|[Aa]s) (?:the |it |we |season |series |"
    rf"[“\"‘'])[^.;?!,]{{1,40}}? "
    rf"(?:returns?|resumes?|opens?|begins?|picks? up|rejoins?[^,]{{0,30}})),?[”\"’']? "
    r"(?P<what>[^.;?!]{8,}[^;?!]*)"
)
# Verbs of a story, in the present tense: of no making, showing or selling of it.
_ACTS = (
    r"(?:(?:is|are) (?:accused|forced|called|drawn|sent|haunted|hunted|torn|caught|thrown|trapped|blackmailed|arrested|"
    r"kidnapped|"
    r"framed|reunited|summoned|tempted|asked|ordered|left|back in|on the run|on trial|in prison|missing|found|pregnant|dead|"
    r"alive|out of prison|swept|pulled|faced|pitted|promoted|suspended|engaged|lured|banished|taken|cut off|stranded|"
    r"plunged|confronted|about to|determined|desperate|"
    r"hiding|running|lying|looking for|hunting|searching|fighting|trying|struggling|getting|falling|going)|"
    r"must|has to|have to|turns? (?:up|out|to)|finds?|faces?|discovers?|uncovers?|learns?|meets?|falls? (?:for|in)|"
    r"inherits?|moves? (?:in|to|back)|comes? back|goes (?:back|under|missing|on the)|vanish(?:es)?|disappears?|reappears?|"
    r"arrives?|washes up|walks?|takes? (?:on|over|a job|in)|fights?|battles?|tries|try|struggles?|hunts?|marr(?:y|ies)|"
    r"dies|kills?|"
    r"murders?|investigates?|chases?|escapes?|flees?|hides?|steals?|loses?|laughs?|gets?|threatens?|"
    r"confronts?|betrays?|confesses|begins to|starts to|stumbles?|sets out|joins forces|teams up|reunites?|plunges?|races|"
    r"opens a|buys|sells|digs|decides|wakes|suspects|"
    r"has (?:nine|ten|two|three|four|five|six|seven|eight|\d+|an?) (?:days?|weeks?|hours?|nights?|months?|secret|baby|new))"
)
_ACT = regex(rf"\b{_ACTS}\b")
_MAKING = regex(
    r"(?i)\b(?:premier\w*|releas\w*|air(?:s|ed|ing)?|launch\w*|stream\w*|film(?:ed|ing|s)?|shoot\w*|shot|commission\w*|"
    r"produc\w*|"
    r"budget|viewers|scripts?|slot|fired|sacked|renew\w*|cancel\w*|axed|announce\w*|trailer|teaser|cast|casting|"
    r"stars?|starring|joins? the|plays|"
    r"showrunner|creator|wr(?:ites?|iter|iters|itten|iting)|direct(?:s|or|ed|ing)|executive|network|streamer|channel|"
    r"broadcast\w*|episodes? (?:long|each|in)|ratings?|score|petition|sign(?:ed|s)|contracts?|critics|awards?|"
    r"will return|come back|comes back|coming back|be back|another (?:season|series)|(?:a|the) (?:second|third|fourth|fifth) "
    r"(?:season|series)|season (?:two|three|four|five|\d+) (?:will|is|could|may)|date|dvd|spin-?off|film version|ending "
    r"after|last (?:season|series)|final (?:season|series))\b"
)
_NUMBER = (
    rf"(?:{SMALL_NUMBER}|a|an|several|a few|a couple of|some|many|mere|just|moments?|shortly|soon|right|immediately|not long)"
)
_LATER = regex(
    rf"\b(?P<verb>opens?|opening|begins?|beginning|resumes?|[Pp]ick(?:s|ing)? (?:the story |things |the action "
    rf")?(?:back )?up|[Ss]et|"
    rf"takes place|unfolds|rejoins? [^.;?!,]{{3,30}}?|starts?|jumps?(?: forward| ahead)?|leaps? (?:forward|ahead)|"
    rf"catch(?:es)? up with [^.;?!,]{{3,40}}?)"
    rf"(?: (?:about|almost|nearly|more than|only|just|some|roughly|exactly)){{0,2}} {_NUMBER}(?:[ -](?:and a half|or "
    rf"so|{SMALL_NUMBER}))?(?: (?P<unit>minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|generations?|winters?|"
    r"summers?))? (?:after|later|on from|before|earlier|into|since|ahead|on\b)[^.;?!]*"
)
_LATER_ELSE = regex(
    r"\b(?:opens?|begins?|[Pp]ick(?:s|ing)? (?:the story )?up|[Ss]et|starts?|resumes?|will be set|be set) (?:in the "
    r"(?:aftermath|wake|run-up|"
    r"days|weeks|months|years)|the (?:morning|day|night|week|year|summer|winter|spring) (?:after|before|of)|where|"
    r"with (?:the|an?|two|her|his)|on the "
    r"(?:day|night|morning|eve))\b[^.;?!]{3,}"
)
_NOT_LATER = (
    r"(?i)\b(?:after|since|later|before|on from) (?:the |its |his |her )?(?:first|second|third|fourth|last|previous|"
    r"season|series|"
    r"finale|premiere|launch|debut|us\b|uk\b|original|show|announce|renewal|broadcast|christmas)|\blater,? on [A-Z]|"
    r"(?:that|than) (?:planned|expected|usual)|^(?:open|begin|start|resum)[a-z]* [^.;?!]{2,20}? (?:later|earlier|before|"
    r"ahead)\b"
)
_OF_A_RUN = (
    r"(?i)\b(?:season|series|run|story|drama|second|third|fourth|fifth|new|next|it|which|and|episodes|show|thriller|sequel)\b"
)
_BELIEVED = regex(
    r"(?:\b(?i:fans|viewers|many|some|people|theorists?|redditors?|the internet|everyone|we|half the \w+|(?:your|this|our) "
    r"(?:correspondent|writer|columnist|reviewer|recapper))(?: (?:of the \w+|online|on \w+|out there|here|in the \w+))?"
    r"(?:[’']d| would| also| still| now| all| have| are| is| has| long){0,2} (?i:think|thinks|believe|believes|believed|reckon|"
    r"reckons|suspect|suspects|suspected|guess|guesses|bet|bets|theori[sz]ed?|theori[sz]ing|speculat(?:e|ed|ing)|convinced|"
    r"fear|"
    r"fears|predict|predicts|wager|wondering whether|wonder if|wonder whether)|"
    r"\b(?:theory|guess|hunch|suspicion|money|bet)(?: (?:of mine|doing the rounds|going round|online|here|on \w+|among fans))?"
    r"(?: (?:is|goes|has it|holds|says|runs)|:)),? (?:that )?(?P<what>[^.;?!]{5,})"
)
_FATES = (
    r"(?i)\b(?:alive|dead|killers?|kill\w*|murder\w*|father|mother|sister|brother|son|daughter|twins?|body|secret\w*|lovers?|"
    r"baby|pregnan\w+|betray\w*|sp(?:y|ies)|traitors?|mole|ghosts?|surviv\w*|died|dies|behind|lying|lied|faked|fake|wedding|"
    r"marry|married|villains?|identity|impostor|stole|stolen|missing|turn(?:s|ed)? (?:up|out)|poison\w*|buried|dream\w*|hid\w*|"
    r"clone|time travel|father’s|mother’s|blackmail\w*|captain|doctor|inspector|detective)\b"
)
_ASKED_PLOT = (
    r"\bwhat (?:can|could|will|are|would|should|do) (?:you|we|viewers|fans|audiences|i)\b[^?]{0,40}(?:tell|reveal|say|expect|"
    r"see|"
    r"share|about)|\bwhat (?:happens|becomes|awaits|lies|comes next)|\bwhat[’']s (?:next|in store|it about|the story|season|"
    r"this "
    r"season)|\bthe stor(?:y|yline)\b(?! (?:going|doing|that|in|from|about))|\bplot\b|\bthe ending\b|\b(?:a|one|any|"
    r"some) (?:hints?|clues?|teasers?|spoilers?)\b|\btease\b|"
    r"\bwhere (?:do|does|will|are) (?:we|it|you|the|they|she|he)\b[^?]{0,30}(?:find|pick|go|leave|start|begin)|"
    r"\bwhat (?:would|will|is|does)\b[^?]{0,40}\b(?:about|involve|bring|hold)\b|\bgive us (?:one|a|something|anything)\b|"
    r"\bone thing (?:about|from)\b|\bin store\b"
)
_REFUSED = (
    r"(?i)\b(?:can[’']t|cannot|won[’']t|not allowed|no comment|wait and|shan[’']t|nothing|not telling|nice try|my lips|"
    r"you[’']ll have to|sworn|contract|ask|nda|i don[’']t|we don[’']t|i haven[’']t|haven[’']t|no idea|too early|depends|"
    r"all you[’']re getting|sorry|well[,.]$|not sure|laughs\]?$)\b"
)
_TOLD_BACK = (
    r"(?i)\b(?:did|was|were|had|not|do|don[’']t|didn[’']t|you)\b"  # an answer about the making, or about the one who asks
)
_PERSON_ACTS = regex(
    rf"(?:^[“\"‘'\[]?(?:[A-Z&]{{1,3}}: )?(?:\[[a-z]+\] )?(?:(?:And|But|So|Maybe|Perhaps|Well|Yes|No),? )?|\b(?:and|"
    rf"but|because|where|that|when) )"
    rf"(?P<who>{FULL_NAME}|{ONE_NAME})(?:(?:[’']s| is)(?: finally| now| also)? (?:getting|going|about|having|leaving|"
    rf"coming|marrying|"
    rf"falling|in (?:love|trouble|prison|danger)|pregnant|on the run|on trial|not dead|alive|dead)\b|(?: (?:finally|"
    rf"now|then|also|"
    r"actually|even|eventually|only))? (?:gets|has (?:to|a)|finds|faces|goes|leaves|meets|becomes|marries|loses|learns|"
    r"discovers|"
    r"must|keeps|dies|kills|falls|moves|opens|buys|starts|begins|makes|takes|tries|runs|ends|plunges|turns|wins|comes|sings|"
    r"confesses|forgives|fights|betrays|steals|decides|tells|gives|breaks|survives|inherits|burns|drowns|walks))\b[^.?!;]*"
)
# Of a name that nobody is known to bear, only what befalls characters.
_OF_FATE = regex(
    r"(?:[’']s| is)(?: finally| now| also)? (?:getting (?:an?|married|out|back|the)\b|going (?:to (?:prison|jail|"
    r"sea|die|be)|back to|under)|"
    r"having (?:a baby|an affair)|leaving (?:the|him|her|home)|marrying|falling|in (?:love|trouble|prison|danger)|"
    r"pregnant|on the run|on "
    r"trial|not dead|alive|dead)\b|(?: (?:now|then|also|actually|even|eventually|only))? (?:gets|has to|faces|"
    r"marries|loses|learns|discovers|"
    r"keeps (?:the|his|her|a)|dies|kills|falls (?:in|for|off|from)|becomes|confesses|forgives|betrays|survives|"
    r"inherits|drowns|burns)\b|"
    r" finally (?!said|says|agreed|signed|got|read|came)[a-z]+s\b"
)
_SOMEONE = regex(
    r"(?:^[“\"‘']?(?:[A-Z&]{1,3}: )?(?:(?:And|But|So|Maybe|Perhaps|Well),? )?(?:Some(?:body|one)|Nobody you|One of "
    r"(?:them|the [\w’ -]{3,25})|A "
    r"(?:character|regular|fan favou?rite)|Two people|Two characters)|\b(?:that|and) (?:some(?:body|one)(?: in [\w "
    r"]{3,30})?|one of "
    rf"(?:them|the (?:regulars|family|sisters|brothers|main characters|\w+)))) (?:(?:finally |actually |really |at "
    rf"last ){{1,2}}(?:[a-z]+s|{_ACTS})|{_ACTS})\b"
    r"[^.;?!,]*"
)
_IN_ONE = regex(
    rf"\b[Ii]n (?:one|another|the (?:other|first|second|third)|both|neither)(?: (?:of them|of the \w+|of these|"
    rf"endings?|versions?|"
    rf"scenes?|drafts?|storylines?|twist))?,? (?P<what>(?:{FULL_NAME}|{ONE_NAME}|she|he|they|"
    rf"the [a-z]+) [a-z]+s?\b[^.;?!]{{4,}})"
)
_BY_SYNOPSIS = regex(
    r"^[“\"‘']?(?P<what>[^.;?!]{10,}?),? (?:according to|reads|says|runs|per) (?:the|its|an?)(?: new| official| "
    r"short| show[’']s| season[’']s| network[’']s)* "
    r"(?:synopsis|logline|blurb|description|press notes)\b"
)
_SYNOPSIS = regex(r"\b(?:[Ss]ynopsis|[Ll]ogline|[Bb]lurb)\b[^.;?!:]{0,40}: ?[“\"]?(?P<what>[^.;?!]{10,})")
# "The six episodes find Edda in exile", "the new run sends her to Lisbon".
_SENDS = regex(
    rf"\b(?:[Tt]he|[Tt]hese|[Tt]his) (?:(?:{SMALL_NUMBER}|new|final|last) )?(?:(?:episodes|parts|instal?lments|"
    rf"chapters)|{_NTH}(?: {_RUN})?)\b"
    r"[^.;?!,]{0,30}? (?:finds?|sends?|takes?|follows?|puts?|throws?|brings?|pits?|reunites?|forces?|plunges?|"
    r"drops?) (?=[A-Z][a-z]|the |an? |her |"
    r"his |them |us )(?!the (?:total|series to|show to|tally|number|run to|place))[^.;?!]{5,}"
)
# "She hinted that not everyone will make it out alive", "Holt said Edda would be angrier".
_HINTED_AT = regex(
    rf"\b(?:teas(?:ed|es)|hint(?:ed|s)|promis(?:ed|es)|warn(?:ed|s)|reveal(?:ed|s)|said|says|told \w+|confirm(?:ed|"
    rf"s))(?: (?:us|fans|viewers))? (?:that )?"
    rf"(?P<what>(?P<who>(?:her|his|their) character|not everyone|not all of them|nobody|no one|{FULL_NAME}|"
    rf"{ONE_NAME}) (?:[“\"‘]?(?:makes|gets|takes|finds|"
    rf"faces|dies|loses|learns|meets|goes|becomes|has to)|(?:will|would|may|might|could|must)(?: (?:not|finally|also|"
    rf"soon|now))? (?:be|make|get|find|face|die|"
    rf"lose|learn|meet|go|become|have to|survive|fall|leave|discover|fight|kill|marry|live|end up|take|turn|run|"
    rf"see))\b[^.;?!]*)"
)
_RUMOURED = regex(
    r"\b(?:[Rr]umou?rs?(?: \w+)? (?:that|has it(?: that)?|(?:suggest|say|claim)s?(?: that)?)|leaked (?:scripts?|"
    r"pages|scenes?|photos|footage),?(?: (?:shows?|"
    r"suggests?|reveals?)(?: that)?)?|leaks? (?:suggest|claim|say|show)s?(?: that)?),? (?P<what>[^.;?!]{5,})"
)
_ENDINGS = regex(
    r"\b(?:filmed|shot|has|have|had|wrote|written|with|planned|are) (?:\w+ )?(?:two|three|four|several|multiple|"
    r"alternative|alternate|"
    r"different) (?:different |alternative |alternate |secret |possible )?endings\b[^.;?!—–]*"
)
_THERE_IS = regex(
    r"^[“\"‘']?(?:And |But |Yes, |So )?[Tt]here(?:[’']s| is| are|[’']ll be| will be) (?:going to be )?(?:also "
    r")?(?:an? |two |three |"
    r"another )(?:[\w’-]+ ){0,2}?(?:body|bodies|killers?|victims?|murders?|deaths?|weddings?|funerals?|secrets?|"
    r"strangers?|bab(?:y|ies)|"
    r"ghosts?|enem(?:y|ies)|threats?|villains?|births?|betrayals?|kidnapping|fire|flood|romance|love (?:triangle|"
    r"story)|love interest|"
    r"time jump|reunion|twists?|trial|divorce|affair|storm|explosion|heist|prison|plague|curse|monster)\b[^.;?!]*"
)
_WE_GO = regex(
    r"\b[Ww]e(?:[’']re| are|[’']ll be| will be)(?: also)? (?:going|heading|moving|travell?ing|taking (?:it|them|her|"
    r"him|the \w+)) "
    r"(?:even |much |way )?(?:further|deeper|back in time|underground|inside|abroad|darker|to (?:sea|[A-Z]\w+|the "
    r"(?:mainland|city|coast|islands?|north|south|east|west|"
    r"countryside|continent|front|capital|moon|arctic|past|future|other side|bottom))|into|out|"
    r"off)\b[^.;?!]*"
)
_WHEN = r"(?i)\b(?:this|next) (?:year|season|time|series|run)|season|series|story|episodes|characters"
_PROMISED = regex(
    r"\b(?:promis(?:ed|es|ing)|teas(?:ed|es|ing)|hint(?:ed|s|ing)(?: at)?|warn(?:ed|s)(?: of)?|confirm(?:ed|s)|reveal(?:ed|s)|"
    r"[Ee]xpect(?: to see)?|[Ll]ook out for|[Cc]ue|[Bb]race yourselves for|look forward to|there (?:will|[’']ll) be) (?:us "
    r"|viewers "
    r"|fans )?(?P<what>(?:an?|two|three|another|the) (?:[\w’-]+ ){0,2}?(?:time jump|weddings?|deaths?|"
    r"funerals?|murders?|"
    r"births?|betrayals?|reunions?|romances?|love triangle|twists?|trial|new villain|heist|reckoning|kidnapping|divorce|affair|"
    r"showdown|cliffhanger)\b[^.;?!]*)"
)
_COVERED = regex(
    r"\b(?:[Vv]olumes?|[Cc]hapters?|[Aa]rc|[Bb]ooks?|[Nn]ovels?|manga)\b[^.;?!]{0,60}? (?:will|would|to|should) be "
    r"(?:covered|adapted|told|animated)\b|\b(?:will|would|should|is going to|to) (?:cover|adapt|animate|answer|"
    r"reveal|explain|tell) "
    r"(?:the [\w’ -]{3,30} arc|volumes?|chapters?|(?:who|what|why|how|where) [^.;?!]{5,})[^.;?!]*"
)
_SET_IN = regex(
    r"\b(?:it|which|this one|the story|and|that|most of it) (?:would|will|[’']ll|is going to) (?:also |mostly |"
    r"largely |partly )?be set "
    r"[^.;?!]{4,}"
)


_FORETOLD = (_PROMISED, _COVERED, _SET_IN, _HINTED_AT, _SOMEONE)


def more_plots(place: Place, done: list[tuple[int, int]]) -> Iterator[Found]:
    """Find one more sentence or clause that tells what the story brings, beside those at ``done``."""
    for found in chain(_told(place), _hinted(place)):
        if not overlaps(found.span(), done) and not _MAKING.search(found[0]):
            done.append(found.span())
            what = found.groupdict().get("what") or found[0]
            standing: Standing | None = (
                "speculation" if found.re is _BELIEVED.made else "rumour" if found.re is _RUMOURED.made else None
            )
            gist = {"gist": what.strip(' “”"')}
            yield Found("plot_expectation", *found.span(), gist, standing=standing, season=season_of(place.text))


@only_for(*_FORETOLD, _THIS_RUN, _LATER, _LATER_ELSE, _BELIEVED, _BY_SYNOPSIS, _SYNOPSIS, _RUMOURED, _SENDS, _ENDINGS, _IN_ONE)
def _told(place: Place) -> Iterator[re.Match[str]]:
    text, lower = place.text, place.lower
    if not place.context.is_recap:
        found = _THIS_RUN.match(text)
        if found and _of_the_story(place, found["what"]):
            yield found
    if search(r"\b(?:open|begin|resum|pick|set\b|start|takes place|unfold|rejoin|jump|leap|catch)", lower):
        yield from _later(place)
    if search(
        r"think|thought|belie|reckon|suspect|guess|\bbets?\b|theor|specula|convinced|predict|fear|wonder|hunch|money", lower
    ):
        for found in _BELIEVED.finditer(text):
            named = search(r"(?i)\btheory\b", found[0]) is not None
            if named or search(_FATES, found["what"]) or _names_character(place, found["what"]):
                yield found
    if search(r"synopsis|logline|blurb|description|press notes", lower):
        yield from _BY_SYNOPSIS.finditer(text)
        yield from _SYNOPSIS.finditer(text)
    if search(r"rumou?r|leak", lower):
        for found in _RUMOURED.finditer(text):
            if search(_FATES, found["what"]) or _names_character(place, found["what"]):
                yield found
    if search(r"finds?\b|sends?\b|takes?\b|follow|puts?\b|throw|brings?\b|pits\b|reunite|forces?\b|plunge|drops?\b", lower):
        yield from _SENDS.finditer(text) if not place.context.is_recap else ()
    if "ending" in lower:
        yield from _ENDINGS.finditer(text)
    if "in " in lower and any("ending" in s.text for s in (*place.before[-1:], place.sentence)):
        yield from _IN_ONE.finditer(text)
    yield from _promised(place)


def _of_the_story(place: Place, what: str) -> bool:
    """Say whether a clause tells what happens in it: a verb of a story, of one who is no maker or player of it."""
    if not _ACT.search(what[:120]) or _MAKING.search(what):
        return False
    who = match(rf"{FULL_NAME}", what)
    name = fold(trimmed(who[0])[0]) if who else ""
    return not (name and (name in place.context.makers or name in place.context.players)) and not search(r"^(?:we|I|you)\b", what)


def _names_character(place: Place, what: str) -> bool:
    """Say whether one whom somebody plays is named: "Fans think it's Doc"."""
    context = place.context
    known = [context.full_name(name) for name in context.characters]
    known += [name for name in context.people.values() if name.split()[0] in HONORIFICS]
    parts = {fold(part) for name in known for part in name.split() if len(part) > 2}
    return any(fold(word) in parts for word in regex(r"[^\W\d_][\w-]+").findall(what) if word[0].isupper())


def _later(place: Place) -> Iterator[re.Match[str]]:
    text = place.text
    if place.context.is_recap and search(r"(?i)season|series", text) is None:
        return
    for pattern in (_LATER, _LATER_ELSE):
        for found in pattern.finditer(text):
            soon = pattern is _LATER_ELSE or found["unit"] or search(r"(?i)moment|short|soon|right|immediate|long", found[0])
            before = text[max(0, found.start() - 90) : found.start()]
            of_a_run = not before or search(_OF_A_RUN, before) is not None
            if soon and of_a_run and not search(_NOT_LATER, found[0]) and not _MAKING.search(before[-40:]):
                yield found


def _promised(place: Place) -> Iterator[re.Match[str]]:
    text, lower = place.text, place.lower
    if search(
        r"promis|teas|hint|warn|confirm|reveal|expect|look out|look forward|\bcue\b|brace|there (?:will|[’']ll) "
        r"be",
        lower,
    ):
        yield from _PROMISED.finditer(text)
    if search(r"covered|adapt|told|animat|\bcover\b|answer|reveal|explain|\btell\b", lower):
        yield from _COVERED.finditer(text)
    if "be set " in lower:
        yield from _SET_IN.finditer(text)
    if search(r"teas|hint|promis|warn|reveal|said|says|told|confirm", lower):
        for found in _HINTED_AT.finditer(text):
            if found["who"][0].islower() or _names_character(place, found["who"]) or _unknown(place, found["who"]):
                yield found
    if search(r"\bsome(?:body|one)\b|one of", lower) and search(
        r"promis|teas|hint|warn|reveal|says?\b|said|tells?\b|told", lower
    ):
        for found in _SOMEONE.finditer(text):
            if found.start() > 0:
                yield found


def _unknown(place: Place, who: str) -> bool:
    """Say whether a name is of none of those who make or play in it: one that is spoken of so is a character."""
    name = fold(trimmed(who)[0])
    context = place.context
    if not name or name in NOT_NAMES or " " in who or name in context.people or context.is_network(who) or context.is_series(who):
        return False
    return not any(name in fold(full).split() for full in (*context.people.values(), *context.makers, *context.players))


def _hinted(place: Place) -> Iterator[re.Match[str]]:
    """What one who speaks lets out: of a character, of somebody, of where it goes."""
    text = place.text
    if not (place.speaker or place.sentence.quoted or place.question):
        return
    for found in _PERSON_ACTS.finditer(text):
        if _names_character(place, found["who"]) or (_OF_FATE.match(text, found.end("who")) and _unknown(place, found["who"])):
            yield found
    found_here = _THERE_IS.match(text)
    if found_here:
        yield found_here
    for found in _WE_GO.finditer(text):
        if search(_WHEN, text):
            yield found
    last = place.before[-1].text if place.before else ""
    asked = place.question or (last if last.endswith("?") or place.context.is_interview else "")
    if (
        asked
        and (place.speaker or place.question)
        and not search(_TOLD_BACK, text)
        and search(_ASKED_PLOT, asked.lower())
        and 4 <= len(text.split()) <= 40
        and not search(_REFUSED, text)
    ):
        whole = _SOMEONE.match(text) or match(rf"[“\"‘']?(?:[A-Z&]{{1,3}}: )?[A-Z](?=[^.;?!]*\b{_ACTS}\b)[^.;?!]{{8,}}", text)
        if whole:
            yield whole
