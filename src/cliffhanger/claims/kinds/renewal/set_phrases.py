"""Turns of phrase that tell a series' fate and name none: "shown the door", "gave its nod", "is not done with it"."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.rules import NEXT, SHOW, Rule, rules
from cliffhanger.claims.kinds.renewal.unsettled_rules import TITLE
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER

_OF_SHOW = rf"(?:the (?:[\w’-]+ ){{0,3}}?(?:{SHOW})|it|[“‘\"][^”’\"]{{2,50}}[”’\"])"
_ONE_MORE = rf"(?:(?:a |an |another |the |its |any |one )*(?:{NEXT}|{ORDINAL}(?: one)?\b))"
_WILL = r"(?:will|would|is to|are to|is set to|is due to|is going to|is meant to|is intended to|[’']ll)(?: also| now| finally)?"
_APPROVES = r"(?:nod|green light|greenlight|go-ahead|thumbs[ -]up|all-clear|blessing|approval|seal of approval|thumbs up)"
_PORTION = r"(?:helping|serving|portion|bite|dose|round|course|slice|stab|crack|go)"
_BEEN = r"(?: (?:yet|even|ever|so much as|formally|seriously|really|actually))*"
_TOLD_OF = (
    r"(?:discussed|talked about|talked of|raised|broached|considered|addressed|brought up|contemplated|on the (?:table|agenda))"
)

SET_PHRASES: tuple[Rule, ...] = rules(
    (  # before the rules that read "done with" and "give up on" as an end
        "not_done_with",
        "renewed",
        "+",
        (
            rf"\b(?:is|are|was|were)(?: not|n[’']t) (?:yet |quite |nearly )?(?:done|finished|through) with (?={TITLE})|"
            rf"\b(?:is|are)(?: not|n[’']t) (?:ready|about|going|prepared) to (?:let go of|say goodbye to|give up on|"
            rf"walk away from|part "
            rf"with|abandon|bid farewell to) (?={TITLE})|"
            rf"\b(?:has|have)(?: not|n[’']t) (?:given up on|turned its back on|lost faith in) (?={TITLE})|"
            rf"\bkeep(?:s|ing)? (?:the )?faith with (?={TITLE})|\bkept (?:the )?faith with (?={TITLE})"
        ),
    ),
    (
        "shown_the_door",
        "cancelled",
        "+",
        (
            r"\bshown (?:the (?:door|exit)|its way out)\b|\b(?:given|got|gets|handed|received|"
            r"served)(?: \w+)? (?:the (?:old )?(?:heave-ho|"
            r"hook|bullet|push|elbow|bum[’']s rush)|its (?:marching orders|walking papers|notice|cards|pink slip|P45)|"
            r"a pink slip)\b|"
            r"\b(?:put out to pasture|laid to rest|put to (?:bed|rest) for good|met (?:its|an untimely) (?:end|maker|demise)|"
            r"bit(?:es|ten)? the dust|kicked the bucket|consigned to (?:history|the (?:scrap ?heap|bin|dustbin|archive))|"
            r"sent packing|"
            r"cut loose|been buried|sent to the (?:scrap ?heap|knacker[’']s yard|glue factory))\b"
        ),
    ),
    (
        "closes_the_book_on",
        "cancelled",
        "+",
        (
            rf"\b(?:clos(?:es|ed|ing) the (?:book|door|chapter|file) on|dr(?:aws|ew|awn|awing) a line under|call(?:s|ed|"
            rf"ing) it a day on|"
            rf"pull(?:s|ed|ing) the rug (?:out )?from under|r(?:ings|ang|ung) down the curtain on|put(?:s|ting)? (?:an end|"
            rf"a stop|paid) to|"
            rf"bring(?:s|ing)? down the shutters on|brought down the shutters on|wash(?:es|ed) its hands of|par(?:ts|"
            rf"ted) (?:ways|company) "
            rf"with|lower(?:s|ed) the boom on|pull(?:s|ed) the curtain on) (?={TITLE})"
        ),
    ),
    (
        "nobody_ordered",
        "renewed",
        "-",
        (
            rf"\b(?:nobody|no one|no (?:other )?(?:network|streamer|broadcaster|channel|service|buyer|platform)) (?:has|"
            rf"have|had)(?: yet)? "
            rf"(?:ordered|commissioned|picked up|renewed|asked for|come forward|stepped (?:in|forward)|bitten|taken (?:it|"
            rf"the \w+) (?:up|on))\b|"
            rf"\b(?:{NEXT}|more of it) (?:was|were|is|has been|had been) never (?:part of the plan|on the (?:cards|table)|"
            rf"planned|intended|meant|"
            rf"(?:going|meant|supposed) to (?:happen|be made))\b|"
            r"\b(?:there (?:are|were)|(?:has|have|had)) (?:currently |now |still )?no plans (?:to (?:continue|carry on|"
            r"go further|bring (?:it|the (?:show|series|drama|comedy)) back|revive)|for it to (?:return|continue))\b"
        ),
    ),
    (
        "lives_on",
        "renewed",
        "+",
        (
            r"\b(?:gets? to |will |got to )?(?:lives?|lived|survives?|survived) (?:on\b(?! (?:the|a|in|as|at))|(?:to (?:see|"
            r"fight|tell) )?"
            r"another (?:day|season|year)\b)"
        ),
    ),
    (
        "one_of_the_dropped",
        "cancelled",
        "+",
        (
            r"\b(?:one of|among|joins?|joining|joined) [^.;?!,]{2,40}?\b(?:shows|series|titles|dramas|comedies|programmes|"
            r"projects)\b"
            r"[^.;?!,]{0,12}? (?:to (?:be|have been|get) |being |that (?:were|have been|are) )?(?:dropped|axed|cancel+ed|"
            r"scrapped|culled|cut)\b|"
            rf"\b(?:that (?:was|is)|[’']s) the last (?:we|you|viewers|fans|anyone|audiences)(?:[’']ll| will|"
            rf" may)? (?:ever )?see of (?={TITLE})"
        ),
    ),
    (
        "one_of_the_returning",
        "renewed",
        "+",
        (
            r"\b(?:one of|among|joins?|joining|joined) [^.;?!,]{2,40}?\b(?:shows|series|titles|dramas|comedies|programmes|"
            r"originals)\b"
            r"[^.;?!,]{0,12}? (?:to (?:be|have been|get) |being |that (?:were|have been|are) )?(?:renewed|picked up|"
            r"recommissioned|returning|"
            r"coming back|brought back|to return)\b(?! to (?:the )?(?:our )?screens)"
        ),
    ),
    (
        "to_the_rescue",
        "renewed",
        "+",
        rf"\b(?:came|comes?|coming|rode|rides|rushed) to the (?:rescue|aid) of (?={TITLE})",
    ),
    (
        "made_official",
        "renewed",
        "+",
        rf"\b(?:{NEXT}|renewal)\b[^.;?!]{{0,60}}? (?:was|is|has been|had been|now|were) (?:finally |now |duly )?made official\b",
    ),
    (
        "could_run_on",
        "renewed",
        "+",
        (
            r"\b(?:could|might|may|can)(?: well| easily| yet| still)? (?:run|go on|continue|last|keep going) for (?:(?:many "
            r"|several |some )?years|"
            r"(?:several|many|a few|another \w+|\w+ more) (?:seasons|series|years))\b|\b(?:has|have)(?: got)? (?:years|"
            r"plenty|lots|a few seasons|"
            r"more seasons) (?:left )?(?:in (?:it|them)|to run|to come)\b"
        ),
    ),
    (
        "gave_its_nod",
        "renewed",
        "+",
        (
            rf"\bg(?:ave|ives?|iven|iving) (?:(?={TITLE}){_OF_SHOW} )?(?:the|its|a|their) (?:official |formal |"
            rf"firm )?{_APPROVES}\b"
            rf"(?! (?:to|for|on) (?:the|an?|its|his|her) (?!(?:[\w’-]+ ){{0,3}}?(?:{SHOW}|season|run|order|renewal|return|"
            rf"future)\b)[a-z])|"
            rf"\b(?:given|gave|got|received|gets) (?:the|its|a) (?:official |formal )?{_APPROVES} (?:for|to|on) (?={TITLE}|"
            rf"{_ONE_MORE}|more\b)|"
            rf"\b(?:the|its) (?:official |formal )?(?:{_APPROVES}) (?:came|arrived|was given|has (?:come|arrived|"
            rf"been given)|will (?:come|be "
            rf"given|follow)|comes|followed)\b(?! (?:for|to) (?:the |a )?(?:film|pilot|shoot))|"
            rf"\bsigned off on (?:{_ONE_MORE}|more\b)"
        ),
    ),
    (
        "back_for_seconds",
        "renewed",
        "+",
        (
            rf"\b(?:took|takes|taken|taking|ordered|orders|wants|asked for) (?:a|an|another|one more|its) (?:{ORDINAL} |"
            rf"further |extra )?"
            rf"{_PORTION} (?:of|at|from) (?={TITLE})|\b(?:ordered|orders|ordering|commissioned|wants|gets|"
            rf"getting) (?:yet )?more of (?={TITLE})|"
            rf"\b(?:gone|went|goes|going|come|comes|came|coming) back for (?:seconds|thirds|{_ONE_MORE}|another (?:helping|"
            rf"go|round|bite))|"
            rf"\bput(?:s|ting)? (?:{_ONE_MORE}) (?:into|in) (?:production|motion)\b|"
            rf"\b(?:{NEXT}|an? {ORDINAL}|another)(?:,? [^.;?!,]{{2,30}}?,?)? (?:is|was|are) (?:now |"
            rf"already )?(?:as good as |all but |practically "
            rf"|virtually )(?:signed|done|agreed|certain|confirmed|in the bag|sealed|there|a certainty)\b"
        ),
    ),
    (
        "we_were_told_yes",
        "renewed",
        "+",
        (
            r"(?:^|[“\"‘]|[,;:] |\band |\bthat )(?:we|they)(?:[’']ve| have)? (?:just |finally |officially |both |actually |"
            r"been |got |were |"
            r"getting )*(?:renewed|picked up|recommissioned|un-?cancel+ed)\b(?! (?:the|a|an|his|her|their|some|"
            r"by the police|from)\b)|"
            rf"\b(?:they|it|[A-Z]\w+)(?:[’']ve| have| has)? (?:just |finally |already )?(?:picked|signed) us up\b|"
            rf"\b(?:they|it|(?!We\b|You\b|Fans\b|Viewers\b|She\b|He\b)[A-Z]\w+)(?:[’']ve| have| has)? asked (?:us )?for "
            rf"(?:{_ONE_MORE}|more\b|{SMALL_NUMBER} more)|\b(?:given|gave) us "
            rf"(?:{_ONE_MORE}|another (?:go|one|shot|year)|the (?:nod|green light|go-ahead))|"
            rf"\bwe(?:[’']ve| have)? (?:just |already |now )?(?:ordered|commissioned|renewed|recommissioned|greenlit|"
            rf"picked up) (?:it\b|"
            rf"another\b|{_ONE_MORE}|more\b|(?={TITLE}))"
        ),
    ),
    (
        "opts_out",
        "cancelled",
        "+",
        (
            rf"\b(?:opt(?:s|ed|ing)? out of|turn(?:s|ed|ing)? down|pass(?:es|ed|ing)? up(?: on)?|pass(?:es|ed|ing)? on|"
            rf"declin(?:es|ed|ing)|"
            rf"reject(?:s|ed|ing)?|nixe[sd]) (?:making |ordering |the (?:chance|option|opportunity) (?:of|to make|to order|"
            rf"for) )?{_ONE_MORE}|"
            r"(?<=[\w+”’]) (?:has|have|had) (?:now |since |also |officially )?passed(?=[.,;!]|$)"
        ),
    ),
    (
        "will_weigh_it",
        "undecided",
        "+",
        (
            r"\b(?:will|would|[’']ll|is going to|are going to|plans to|intends to|wants to|prefers to|has to) (?:first |"
            r"now |only |then |"
            r"also )*(?:decide|look at|wait (?:for|on|and|until|to see)|study|review|weigh(?: up)?|see (?:how|what|whether)|"
            r"assess|consider|"
            r"hold off|take stock|make (?:a|the|its|that|any) (?:decision|call|choice))\b[^.;?!]{0,50}?\b(?:numbers|figures|"
            r"ratings|"
            r"data|finale|finished|run(?:s|ning)? (?:ends|is over|its course)|viewers|audience|it does|performs?|lands?|"
            r"before (?:deciding|"
            r"committing|it decides)|(?:later|early|in) (?:this|the|next) (?:new )?(?:year|autumn|spring|summer|fall|winter|"
            r"month)|after (?:the|"
            r"it|its)|once (?:the|it|its)|when (?:the|it|its)|in due course|in the (?:normal|usual) way)\b|"
            rf"\b(?:{NEXT}|renewal|it|that|this|follow-up|more episodes) (?:has|have|had)(?:n[’']t| not|"
            rf" never){_BEEN} been{_BEEN} {_TOLD_OF}\b|"
            rf"\b(?:has|have|had)(?:n[’']t| not){_BEEN} (?:discussed|talked about|considered|thought about) (?:{_ONE_MORE}|"
            rf"more (?:of|episodes|"
            rf"seasons))|\bno (?:talks|conversations|discussions|negotiations) (?:about|on|over|for) (?:{_ONE_MORE}|more\b|"
            rf"renewal)"
        ),
    ),
    (
        "axe_unlikely",
        "cancelled",
        "-",
        (
            r"\b(?:cancell?ation|an? axing|the axe|axing) (?:looks?|seems?|appears?|is|feels?)(?: (?:very|highly|most|now|"
            r"increasingly))? "
            r"(?:unlikely|doubtful|remote|improbable|out of the question|off the table|a long shot)\b"
        ),
    ),
    (
        "closes_the_story",
        "ending",
        "+",
        (
            rf"\b(?:(?:show|series|drama|comedy|sitcom|thriller|soap)[’']s?|its|the) (?:[\w-]+ )?run (?:comes|"
            rf"will come|is coming) to (?:an "
            rf"end|a close)\b|"
            rf"\b(?:{NEXT}|this (?:season|series|run)|it)[^.;?!,]{{0,30}}? {_WILL} (?:close|end|finish|conclude|complete|"
            rf"wrap(?: up)?|round "
            rf"(?:off|out)|tie up|see out|bring down the curtain on|draw a line under) (?:out )?(?:the|its|this|our|her|"
            rf"his) (?:\w+ )?(?:story|"
            rf"book|saga|tale|series|show|drama|trilogy)\b(?! of)|"
            rf"\b(?:{NEXT})(?: of [^.;?!,]{{2,30}}?)?,? (?:and|which (?:is|will be)|is)(?: also| probably| likely|"
            rf" now)? (?:the|its|our|their) "
            rf"(?:last|final)(?: one| ever)?(?=[.,;:)”]|$)|"
            rf"\b(?:want(?:s|ed)|intend(?:s|ed)?|mean(?:s|t)?|plan(?:s|ned)?|expect(?:s|ed)?) (?:for )?(?:{NEXT}|"
            rf"this (?:season|series|run|one)|"
            rf"the (?:next|coming|new) (?:one|season|series|run)|it) (?:to be|as) (?:the|its|our|their) (?:last|final)\b|"
            rf"\b(?:will|would|[’']ll|to|plans? to|going to) (?:stop|finish|call it a day|bow out|quit) (?:at|after|"
            rf"with) (?:{SMALL_NUMBER}\b"
            rf"(?=[.,;!”]|$| seasons| series)|(?:this|the next|the {ORDINAL}|season|series) ?(?:season|series|run|one|"
            rf"{SMALL_NUMBER})?\b)"
        ),
    ),
)
# Said of much else: only where a series is the object, and one who decides says or does it.
SET_BY_OWNER = frozenset({"not_done_with", "closes_the_book_on"})
# Said of people as well: only where a series is the subject.
SET_BY_OBJECT = frozenset({"to_the_rescue"})
SET_BOUND = frozenset({"shown_the_door", "could_run_on", "lives_on"})
SET_GUESSES = frozenset({"could_run_on"})
# Of a series only where the article has just spoken of another season, or a network is named before.
SET_NEAR = frozenset({"nobody_ordered", "gave_its_nod", "will_weigh_it", "we_were_told_yes", "opts_out"})
