"""How far a shoot, the scripts and the last stages are, told by who works: units, crews, stages, rooms and mixing desks."""

from __future__ import annotations

from cliffhanger.claims.kinds.dates.told_stages import ADVERBS, DAY, OURS, WE, WHEN, WORK, told_rules

_UNIT = (
    r"(?:(?:the|its|our|their|a|main|second|first|film|camera) ){0,2}(?:units?|crews?|cast and crew|cast|team|production|"
    r"company|shoot|actors|stars|cameras|technicians)(?! of (?:the|an?) (?!show|series|drama))"
)
_CREWS = (
    r"(?:(?:the|its|our|their|a|main|second|first|film|camera) ){0,2}(?:units?|crews?|cast and crew|production|cameras|"
    r"film-?makers)"
)
_WHO = rf"(?:{_UNIT}|{OURS}|we|they|it|everyone|(?-i:[“\"‘][^”\"’]{{2,40}}[”\"’]))"
_FLOOR = (
    r"(?:work|things|operations|cameras)(?: (?:on|in) (?:the )?(?:(?:studio|stage|sound ?stage) )?(?:floor|set|studio|stages?|"
    r"location))?"
)
_THE_LOT = (
    rf"(?:everything|it all|all of it|the lot|all (?:\w+ )?(?:of them|episodes|parts|hours)|the (?:last|final) (?:scene|shot|"
    rf"episode|"
    rf"block)s?|the whole (?:thing|season|series|run)|{OURS}|filming|shooting|principal photography|the shoot|location work)"
)
_SET_ABOUT = (
    r"(?:expects?|hopes?|plans?|aims?|wants?|intends?|is (?:due|hoping|aiming|set)|are (?:due|hoping|aiming|set)|should|will|"
    r"[’']ll)"
)
_WORDS_FOR_SCRIPTS = r"(?:scripts?|teleplays?|screenplays?|drafts?|outlines?)"

_FIRST_OF_WORK: tuple[tuple[str, str, str], ...] = (
    (
        "scheduled",
        "-",
        (
            r"\bno (?:firm |fixed |new )?(?:filming|shooting|production|shoot|start) dates? (?:has|have|is|are|was|"
            r"were)(?: yet| so far)? (?:been )?"
            r"(?:set|fixed|agreed|announced|given|confirmed|pencil+ed in)\b|\b(?:filming|shooting|production|"
            r"shoot) dates? (?:has|have|is|are)"
            r"(?: yet to be|n[’']t been|n[’']t|[ ]not been|[ ]not)(?: yet)? (?:set|fixed|agreed|announced|given|confirmed)\b"
        ),
    ),
    (
        "filming",
        "+",
        (
            r"\b[\w-]+ (?:days|weeks|months) into (?:an?|the|its|their|our|what is) (?:[\w-]+ ){0,2}?(?:shoot|filming|"
            r"shooting|production|"
            r"schedule)\b"
        ),
    ),
    (
        "filming",
        "-",
        (
            r"\b(?:not (?:an?|one|a single) (?:single )?(?:frame|scene|second|minute|shot|foot|day)|nothing|none of it|"
            r"no (?:scenes?|episodes?|"
            r"footage)|neither (?:season|series|episode))(?: (?:of|for|from|on) [^.;?!,]{2,40}?)? (?:has|have|had|was|"
            r"were) (?:yet |as yet |so "
            r"far )?(?:been )?(?:shot|filmed|captured|recorded)\b(?! (?:in|at) (?-i:[A-Z]))"
        ),
    ),
    (
        "wrap_expected",
        "+",
        (
            rf"\b{_SET_ABOUT} (?:to )?have {_THE_LOT} (?:shot|filmed|in the can|wrapped|finished|done|completed?|in the bag)"
            rf"(?: up)?(?= |[.,;])|"
            r"\b(?:foresee|expect|plan|anticipate|see|schedule|set|fixed|pencil|give|gave|ha[sd]|have|name|put)(?:s|d|ed|led|"
            r"ing)? "
            r"(?:(?:the|a|our|its|their) )?(?:last|final) (?:day|week) (?:of (?:the )?(?:filming|shooting|production|photography|"
            r"shoot)|on set)\b|"
            rf"\b(?:the |its |our )?(?:last|final) (?:day|week) (?:of (?:the )?(?:filming|shooting|production|photography|"
            rf"shoot)|on "
            rf"set) (?:falls|comes)\b"
        ),
    ),
    (
        "halted",
        "+",
        (
            rf"\b(?:{WORK}|{_FLOOR}) (?:broke off|came to (?:a|an) (?:\w+ )?(?:stop|halt|standstill|end)|ground to a (?:halt|"
            rf"standstill)|stopped(?! by)|ceased|fell silent|seized up)\b(?=[^.;?!]{{0,30}}\b(?:{DAY}|after|when|because|as|"
            rf"owing|for)"
            rf"\b)|"
            rf"^[“\"]?(?:Closed|Shut(?: down)?|Shuttered|Halted|Stopped|Interrupted|Suspended|Paused|Silenced|"
            rf"Stood down) (?:down )?"
            rf"(?:by|because of|owing to|due to|since|for|after|on|in)\b[^.;?!,]{{2,60}}(?=, (?:the )?(?:{WORK}|{OURS}|"
            rf"production|"
            rf"(?-i:[“\"‘A-Z]))[^.;?!]{{2,90}}?\b(?:back|resum\w+|restart\w*|again|filming|shooting|cameras|under ?way)\b)"
        ),
    ),
    (
        "scheduled",
        "+",
        (
            rf"\b(?:it|and|but) (?:will|is (?:due|set|expected|scheduled) to|should|is to) (?:then |now |"
            rf"only )?(?:pick (?:it )?up|start up|"
            rf"get going) again\b{WHEN}|"
            rf"\b(?:{WORK}|{_FLOOR}|{_UNIT})(?: on {OURS})? (?:will|is (?:due|set|expected|scheduled) to|are (?:due|set|"
            rf"expected) to|should|is to|are to)(?: then| now| only)? (?:pick (?:it )?up|start up|get going|go|"
            rf"be (?:up and )?running|"
            rf"be back) (?:again|where (?:it|they) left off|on (?:the )?set|at it|at work|under ?way)\b{WHEN}|"
            rf"\b{WORK} (?:picks up|starts up) again\b{WHEN}|"
            rf"\b{WORK}(?: (?:of|on|for) [^.,;?!]{{2,60}}?)? (?:is|are|was|were) (?:said|reported|understood|believed|thought|"
            rf"rumou?red|"
            rf"expected) to be (?:slated|planned|scheduled|set|due|pencil+ed in|booked|lined up|starting|beginning)\b|"
            rf"\b(?:sound ?stages?|stages|studios?(?: lots?)?|sets) (?:in [A-Z]\w+ |at [A-Z]\w+ )?(?:re-?opens?|will re-?open|"
            rf"are (?:due|"
            rf"set) to re-?open|is (?:due|set) to re-?open)\b{WHEN}|"
            rf"\b{_CREWS} (?:rolls? into|moves? (?:in|into|on)|arrives?|returns?|descends?|sets? up|heads? (?:out|back|off)|"
            rf"goes back|go "
            rf"back|pitch(?:es)? up|report(?:s)?|start(?:s)? work|begin(?:s)? work) (?:on|in|to|at|into)? ?[^.;?!,]{{0,40}}?"
            rf"(?=\b(?:on|in|next|this|from|later) ?(?:the |early |late |mid-)*{DAY})(?![^.;?!]{{0,40}} to (?:promote|discuss|"
            rf"perform|"
            rf"play))|"
            rf"\b(?:{_UNIT}|we|they|{OURS})(?: (?:will|should|are to|is to|are due to|is due to|can))? (?:go(?:es)?|be|gets?|"
            rf"return"
            rf"s?|heads?|is due|are due|is expected|are expected) (?:back )?(?:to|at) work\b{WHEN}|"
            r"\b(?:closed|shut|sealed off|cordoned off|closures?|off[- ]limits|diverted|suspended)\b[^.;?!]{3,80}? (?:while|"
            r"as|so that|"
            r"to (?:let|allow)|to make way for|for) (?P<own>(?:[^.;?!]{2,80}? )?(?:films|shoots|is filmed|is shot|is filming|"
            r"is shooting|"
            r"(?:to )?film|(?:to )?shoot|the shoot|filming|shooting) (?:(?:some |several |more )?scenes|sequences|there|its|"
            r"here|of|for|on "
            r"location|the )\b)"
        ),
    ),
    (
        "filming",
        "+",
        (
            rf"\b(?:{_WHO}(?: has| have| had)? (?:now |finally |only |since |just )*(?:went|gone|got|is|are|was|"
            rf"were) back (?:to|at) "
            rf"work\b(?! (?:as|after (?:her|his))\b)(?![^.;?!]{{0,40}}\b(?:mills?|plants?|mines?|factor(?:y|ies)|"
            rf"hospital|school|pits?|yards?|bar|office|field|farm)\b)|[A-Z][\w’]+ (?:has |had )?(?:went|gone|got|is|"
            rf"was) back (?:to|at) work\b"
            rf"(?=[^.;?!]{{0,30}}\b(?:at|in) (?:the )?(?:[A-Z]\w+ ){{1,3}}(?:Studios?|Stages?|Lot)\b))|"
            rf"\b(?:cameras|the cameras) (?:were|are|was) (?:still |already |again |now |back )+(?:turning|rolling|running)\b|"
            rf"\b(?:has|have|[’']ve|[’']s|was|were|is|are|been) {ADVERBS}(?:been )?on (?:the )?(?:set|"
            rf"location)(?= (?:for (?:her|his|their|"
            rf"the|a|two|three|four|five|six|\d+|some|several|about)|since|all (?:week|month|summer|spring)|this (?:week|"
            rf"month)|of the "
            rf"(?:\w+ )?(?:season|series|show))\b)"
        ),
    ),
    (
        "wrapped",
        "+",
        (
            rf"\b{WORK}(?: (?:of|on|for|in|at) [^.,;?!]{{2,50}}?)? (?:ran|lasted|went on|continued|stretched|"
            rf"was spread) (?:from|between|"
            rf"over|until|till|through|throughout|into|for|all|right through)\b(?=[^.;?!]{{0,25}}(?:\b{DAY}|weeks|months|days))|"
            rf"\b(?:{_UNIT}|we|they|producers|{OURS}|who|and) (?:had |have |has )?spent (?:(?:most|much|part|all|the (?:best|"
            rf"better|"
            rf"whole|greater) part|the (?:whole|rest)) of )?(?:last |this |the |an? |early |late |some |about |over |nearly |"
            rf"\w+ )"
            rf"{{0,3}}?(?:spring|summer|autumn|fall|winter|year|January|February|March|April|May|June|July|August|September|October|"
            rf"November|December|weeks|months|days|fortnight)(?: \d{{4}})?(?: (?:in|on|at) [^.;?!,]{{2,30}}?)? (?:shooting|"
            rf"filming)"
            rf"(?=[.,;!”\"]|$| (?:in|on|at|across|around|near|off|along|up|down|there|here|outside|the|its|season|series|it|"
            rf"scenes|episodes|"
            rf"(?-i:[A-Z“‘\"]))\b)|"
            rf"(?<!film )(?<!movie )(?<!video )(?<!photo )(?<!picture )\b(?:was|were) (?:all )?(?:shot|filmed|made) (?:back|"
            rf"as long ago as|as far back as|way back|earlier)(?= in|\b{WHEN})|"
            rf"\b{WE} (?:finished|wrapped|ended|completed) (?:it )?(?=(?:on|in) (?:the )?(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|"
            rf"Aug|Sep|Oct|"
            rf"Nov|Dec|last)[^.;?!]{{0,60}}\b(?:with (?:every(?:one|body)|the (?:crew|cast)|us all)|everyone|exhausted|cold|"
            rf"frozen|"
            rf"tired|tears|blue|wet|pub|party|set))"
        ),
    ),
    (
        "scheduled",
        "+",
        (
            r"\b(?:given|got|gets|received|has|have|won|secured) (?:the |a |its |official )?(?:all-clear|permission|"
            r"green light|go-ahead|"
            r"permits?|clearance|approval) to (?:start|begin|resume|restart) (?:work|filming|shooting|"
            r"production)\b(?! (?:on (?:the|a) "
            r"(?:bridge|house|road|site|building)))|"
            r"\b(?:flies|fly|heads?|travels?|goes|sets off|moves) (?:out |back |off )?to [^.;?!,]{2,40}? to (?:start|begin|"
            r"resume) (?:filming|"
            r"shooting|work on (?:the|it|season|series))\b"
        ),
    ),
    (
        "wrapped",
        "+",
        (
            r"\b(?:called|calls|shouted) [“\"‘]?(?:cut|wrap)[”\"’]? (?:for the (?:last|final) time|on (?:the (?:last|final)|"
            r"season|series|the "
            r"\w+ (?:season|series)))\b|"
            r"\b(?:last|final) (?:clapper|slate|clap|shot|scene|take)(?: of (?:the )?(?:shoot|season|series|"
            r"run))? (?:was (?:shot|filmed|taken|"
            r"called|captured)|came down|fell)\b"
        ),
    ),
    (
        "post_production",
        "+",
        (
            r"\b(?:editors?|the edit(?:ing)?(?: team)?|the cutting room|mixers|the effects (?:team|house)|"
            r"the composer) (?:has |have |is |are )?"
            r"(?:now |already )?(?:got (?:down )?to work|gone to work|started work|begun work|set to work|got started|at work|"
            r"hard at work|busy)"
            r"\b(?! (?:at|on) the (?-i:[A-Z]))"
        ),
    ),
    (
        "writing",
        "-",
        (
            rf"\b(?:not (?:one|a single)|no) {_WORDS_FOR_SCRIPTS} (?:has|have|had) (?:yet )?(?:come in|arrived|"
            rf"been (?:delivered|turned in|handed "
            rf"in|approved|finished|completed)|turned up|materiali[sz]ed|landed)\b"
        ),
    ),
    (
        "writing",
        "+",
        (
            rf"\b{_WORDS_FOR_SCRIPTS} (?:for [^.;?!,]{{2,40}} )?(?:went out|have gone out|has gone out|were sent out|"
            rf"have been sent|were sent|"
            rf"arrived|have arrived|landed|reached) (?:to |with |on |in |at )?(?:the |his |her |their |our )?(?:cast|actors|"
            rf"director|crew|desk|"
            rf"network|channel|streamer|inbox|doormat|producers)\b"
        ),
    ),
    (
        "post_complete",
        "+",
        (
            r"\b(?:the |its )?(?:final|last|finished|master) (?:mix|edit|cut|grade|dub|master|episode|reel|hour|"
            r"part)s? (?:is|are|"
            r"was|were|has been|have been|had been|got) (?:now |finally |all |already )*(?:signed off|locked|approved|"
            r"delivered|handed "
            r"over|handed in|completed?|in the bag|put to bed)\b(?! by (?!\w+day|Jan|Feb|Mar|Apr|May|Jun))"
        ),
    ),
    (
        "script_reading",
        "+",
        (
            rf"\b(?:{WE}|I|actors|the actors|stars) (?:all )?(?:sat (?:down )?(?:round|around) (?:a|the|one) table (?:and|"
            rf"to) read|"
            rf"(?:have |has )?(?:just |already )?read through (?:the |all |all the |our )?(?:[\w-]+ ){{0,3}}?"
            rf"(?:{_WORDS_FOR_SCRIPTS}|episodes?)|gathered (?:to read|for (?:the|a) (?:first )?read)|(?:met|assembled|"
            rf"came together) "
            rf"(?:to read|for (?:the|a) (?:first )?read))\b"
        ),
    ),
    (
        "writing",
        "+",
        (
            rf"\b(?:is|are|was|were|[’']s|[’']re|been) {ADVERBS}(?:about )?(?:one|two|three|four|five|six|seven|eight|several|"
            rf"a few|a couple "
            rf"of|\d+) {_WORDS_FOR_SCRIPTS} into\b|"
            r"\b(?:season|series|run|sequel|special|episodes?|finale|instal+ment|chapter|film|scripts?|pilot|batch|spin-?off)"
            r"(?:[’']s|,? (?:that|which)(?:[’']s| is| was| are))? (?:is |are |was |were )?(?:still |already |currently |now |"
            r"only |just "
            r")*[“\"‘]?being (?:written|scripted|plotted|storylined|drafted)\b(?! (?:by|off|out|about)\b)|"
            r"\bwriters (?:are|were|will be|have been) (?:now |already |all |finally )*(?:back )?(?:at (?:their|its) desks|"
            r"at their "
            r"keyboards|in (?:the|their) room|hard at work|at work)\b(?! (?:at|on) the (?-i:[A-Z]))|"
            rf"\b(?:is|are|[’']s|[’']re|[’']m|was|were) (?:now |still |already |busy |currently )*(?:working on|polishing|"
            rf"finishing|tweaking|"
            rf"revising|rewriting|delivering|turning in|knee-deep in|deep in) (?:the |all the |her |his |their |"
            rf"our )?(?:[\w-]+ ){{0,2}}?"
            rf"{_WORDS_FOR_SCRIPTS}\b(?! for (?:a|an|another|his|her) (?:film|movie|play|feature))"
        ),
    ),
    (
        "delayed",
        "+",
        (
            rf"\b{WORK}(?: (?:of|on|for) [^.,;?!]{{2,50}}?)? (?:has |have |had )?(?:over-?r[au]n|run over|ran over|"
            rf"gone over schedule|lagged "
            rf"behind)\b|"
            rf"\b{_WORDS_FOR_SCRIPTS}(?:,[^.;?!,]{{2,25}},)? (?:are|were|is|was|have been) {ADVERBS}(?:running |coming in |"
            rf"said to be "
            rf"running )?(?:\w+ (?:weeks|months) )?(?:late|overdue|behind(?: schedule)?)\b(?! (?:him|her|it|the))"
        ),
    ),
)

FIRST_OF_WORK = told_rules(_FIRST_OF_WORK)
