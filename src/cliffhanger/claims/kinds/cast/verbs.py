"""Verbs of what an actor does, with whoever does it before them: a name in full or not, "she", "the actor"."""

from __future__ import annotations

from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME
from cliffhanger.claims.patterns import Rules, regex

_ACTOR = r"(?:actor|actress|performer|star|winner|nominee|comedian|\d\d-year-old)"
WHO = rf"(?P<who>{FULL_NAME}|{ONE_NAME}|\b[Ss]he|\b[Hh]e|\b[Tt]he (?:[a-z-]+ )?(?:[“\"‘]?{TITLE_NAME}[”\"’]? )?{_ACTOR})"
THE_ACTOR = regex(rf"[Tt]he (?:[a-z-]+ )?(?:[“\"‘]?{TITLE_NAME}[”\"’]? )?{_ACTOR}$")
ASIDE = (
    r"(?: \([^)]{1,40}\)|,? (?:\d\d|who|it seems|we hear|I hear|we[’']re told|I[’']m told|by all accounts|it turns out|"
    r"of course|as expected|best known|known|seen|most recently|whose|last seen|late of|your|our|formerly|previously|"
    r"originally|initially|until now|for (?:her|his) part|"
    r"on the other hand|meanwhile|however|too)[^.;]{0,90}?,[”\"]?|, (?:an?|the) (?!(?:network|streamer|"
    r"channel)\b)[^.,;]{3,60},)?"
)
AUX = (
    r"(?P<aux>(?:(?:,? (?:won[’']t|can[’']t|cannot|only|indeed|soon|is to|are to|was to|were to|has to|have to|had to|"
    r"forced to|planning to|plans to|preparing to|supposed to|tipped to|actually|really|once again|once more|has|have|"
    r"had|did|does|do|is|are|was|were|will|would|IS|ARE|WILL|HAS|DOES|NOT|also|both|all|now|since|then|officially|"
    r"already|still|"
    r"currently|"
    r"reportedly|quietly|instead|later|recently|formally|definitely|certainly|probably|possibly|likely|unlikely|expected to|"
    r"set to|no longer|just|finally|sadly|apparently|allegedly|supposedly|now|going to|about to|confirmed to|"
    r"due to|slated to|may|might|could|be|been|being|not|yet|said to|understood to|believed to)\b|[’']s|[’']ll|(?: (?:has|"
    r"have|had|did|does|do|is|are|was|were|would|could))?n[’']t))*)"
)
SHOW = (
    r"(?:the |a |an |her |his |their |its |this |that |any )?(?:\w+ )?(?:show|series|seasons?|cast|roles?|parts?|drama|comedy|"
    r"sitcom|thriller|production|project|programme|ensemble|episodes?|finale|run|sequel|revival|spin-?off|reboot)\b"
)
THEN = (  # after a verb that people have for much else, the clause ends or speaks of the show
    rf"(?=[.,;!:—–”\"]|$| (?:too|as well|already|also|tonight|today|yesterday|over|amid|following|after|before)\b| "
    rf"(?:for|in|to|"
    rf"from|with|as part of|on|after|at the end of) {SHOW}| for (?:an?|the|her|his|their) (?:second|third|fourth|fifth|sixth|"
    rf"seventh|eighth|ninth|tenth|next|final|last|new)\b| because\b| due to| owing|"
    r" as (?:(?:her|his|their|the|an? (?:series )?regular)\b|[A-Z])| next (?:year|season)| last (?:year|month|week)|"
    r" (?:in|since) (?:January|February|March|April|May|June|July|August|September|October|November|December|early|"
    r"late|\d{4})\b| (?:to|for|in|from) (?:the )?[“‘\"](?=[A-Z])|"
    r" this (?:year|time|season)| but\b| [“\"]?if\b| and\b|"
    r" again\b)"
)
_WORK = (
    r"(?! to (?:direct|write|produce|run|work)| as (?:an? )?(?:showrunner|director|writer|producer|executive|editor|composer))"
)
_MAKERS = r"(?:co-)?(?:show-?runner|director|(?:head |lead )?writer|(?:executive )?producer|host|composer|editor)"
DOES: Rules[str] = Rules(
    (state, regex(rf"{WHO}{ASIDE}{AUX} ?[“\"]?(?P<does>{verbs})"))
    for state, verbs in (
        (
            "leaving",
            (
                rf"(?:(?:leaves?|leaving|left|exit(?:s|ed|ing)?|depart(?:s|ed|ing)?|quit(?:s|ting)?)(?: {SHOW}|{THEN})|"
                r"(?:drop|bow|opt|back|pull|check)(?:s|ped|ed|ted|ping|ing|ting)? out\b(?! on\b| of (?:school|college|university|"
                r"the (?:race|contest|running)|sight|fashion|politics))|walk(?:s|ed|ing)? (?:away|"
                r"out|off)|"
                r"step(?:s|ped|ping)? (?:away|down|aside)|(?:hung|hang(?:s|ing)?) up (?:his|her|their)\b|"
                r"(?:quit|left|exited|leav(?:es|ing)|quit(?:s|ting)|exit(?:s|ing)|departed)(?= (?:the )?[“‘\"]?[A-Z])|"
                r"(?:ask(?:s|ed)|chosen|cho(?:se|oses)|decid(?:es|ed)|elect(?:s|ed)|opt(?:s|ed)|want(?:s|ed)|agreed) (?:to be "
                r"(?:released|written out|let (?:go|out)|killed off)|to (?:leave|quit|exit|step (?:down|away)|move on|bow out)|"
                r"(?:not|against) (?:to )?(?:return|com|sign|renew|continu)\w*)|declin(?:es|ed) to (?:return|come back|sign)|"
                r"(?:announce[sd]|confirm(?:s|ed)|reveal(?:s|ed)|tendered) (?:his|her|their) (?:\w+ )?(?:departure|exit|"
                r"resignation)\b|"
                r"killed off\b|been released\b|call(?:s|ed|ing) (?:it a day|time)|sa(?:ys|id) (?:goodbye|farewell) to|bids? "
                r"(?:adieu|"
                r"farewell)|"
                r"(?:finished|done) with (?:it|the (?:show|series|part|role)|[A-Z][a-z]+(?=[.,;]|$))|sit(?:s|ting)? (?:this|"
                r"it|the) [\w ]{0,12}out|"
                rf"(?:absent|missing)(?: from {SHOW}|{THEN})|coming along\b|in the (?:new|next|\w+) (?:season|series)\b|"
                rf"play(?:ing)?(?= (?:the |her |him\b|[A-Z]))|in (?:it|the cast)\b|seen in (?:the|season|series)\b|"
                rf"feature(?: in {SHOW}|{THEN})|appear(?:ing)?(?: in {SHOW}|{THEN})|cross(?:ing)? over\b|"
                r"part(?:ed|s|ing) ways|"
                rf"(?:let go|fired|sacked|written out|dropped from {SHOW})|involved\b|(?:asked|invited) back\b|"
                rf"taking part\b|(?:be )?(?:an? )?part of\b|"
                rf"(?:doing it|up for it)\b|a (?:series )?regular\b|(?:retir(?:ed|es|ing)|(?:out|off|gone|done)\b){THEN}|"
                rf"retir(?:ed|es|ing) from\b)"
            ),
        ),
        (
            "returning",
            (
                rf"(?:(?:returns?|returned|returning|comes? back|came back|coming back|back|stay(?:s|ed|ing)?|remain(?:s|ing)?)"
                rf"{THEN}{_WORK}|(?:announce[sd]|confirm(?:s|ed)) (?:his|her|their) (?:own )?(?:return|comeback)\b|(?:be "
                rf")?seen (?:once )?again\b|back on board|on board again|re-?(?:sign(?:s|ed)|upped|ups)\b|"
                r"(?:expected|due|wanted) back\b|"
                rf"(?:contracted|tied|locked|signed) (?:in |down )?(?:through|until|to the end)|"
                rf"reprises?\b|reprised\b|reprising\b|mak(?:es?|ing) a (?:\w+ )?comeback|in (?:every|all|each|"
                rf"most) (?:\w+ ){{0,3}}(?:episodes?|scenes?)|(?:remain(?:s|ed)? )?attached|"
                r"(?:signed|closed|struck|agreed|made|inked|penned) (?:a |an |her |his |their )?(?:new |fresh |"
                r"[\w-]+-year ){0,2}(?:deal|"
                r"contract)s?(?! to (?:star|join|play|lead|headline|appear|portray|voice)\b)|"
                rf"signed(?=[.,;!”\"]|$)|signed for (?:at least )?\w+ (?:more )?episodes|signed (?:on again|up again|"
                rf"for (?:another|more|two|three|a (?:second|third|fourth|fifth|further|new)|"
                rf"{SHOW})|again))"
            ),
        ),
        (
            "joining",
            (
                r"(?:join(?:s|ed|ing)?\b(?! by\b)(?! (?:the )?(?:company|network|studio|streamer|writ\w+|staff|forces|army|"
                r"crew|team|in\b|"
                r"a list))|"
                r"sign(?:s|ed|ing) (?:on|up)(?! (?:again|for (?:another|more)|to (?:direct|write|produce)))|board(?:s|ed|ing)|"
                r"com(?:es?|ing) (?:aboard|on board|in as)|(?:will )?(?:leads?|headlines?|fronts?|stars? in) (?=[“‘\"])|"
                r"cast (?:as|in|opposite)|(?:booked|bagged|gets|got|landed(?: (?:him|her)self)?|won|nabbed|scored|"
                r"secured|given|bags|lands|nabs) (?:an?|"
                r"the|her|his) "
                r"(?:[\w-]+ ){0,2}(?:lead|role|part)\b|"
                r"(?:roped|brought|drafted) in\b(?= (?:as|to play|for|opposite)|[.,;])|"
                r"(?:(?:a|an|the|its|one of the) )(?:[a-z]+ ){0,2}(?:addition|recruit|newcomer|arrival)s?|"
                r"(?:takes|taken|taking|took) over (?:the|as|from)\b(?! (?:show|series|company|network))|step(?:s|ped|"
                r"ping)? (?:in\b|into (?=the (?:[a-z]+ )?(?:role|part|shoes|boots|uniform)|[A-Z]))|"
                rf"replac(?:es|ed|ing) (?=[A-Z])(?!{FULL_NAME} as (?:the |its )?(?:{_MAKERS})))"
            ),
        ),
        (
            "in_talks",
            (
                rf"(?:in (?:early |advanced |final |active |late |ongoing )?(?:talks|negotiations|discussions){_WORK}|"
                rf"weighing (?:an|the|her|his) "
                r"offer|approached\b|sounded out|circling|being (?:eyed|courted|lined up|lured|wooed|tempted|coaxed)|"
                r"negotiating)"
            ),
        ),
        (
            "guest",
            (
                r"(?:appears? in (?:flashbacks?|(?:just |only )?(?:one|a single|two|three|a couple of|a few|"
                r"several) (?:episodes?|scenes?)|"
                r"the (?:finale|premiere|opener))|pops? up|popping up|turns? up|turning up|in (?:just |only )?(?:one|"
                r"a single|two|three|a couple of|a few|several) (?:episodes?|scenes?)|guest[- ]stars?|guest[- ]starr(?:ing|"
                r"ed)|(?:guest|recurr)(?:ing|ed)(?= (?:as|in|on))|"
                r"mak(?:es?|ing) (?:a|an) "
                r"(?:\w+ )?(?:cameo|appearance))"
            ),
        ),
        (
            "unavailable",
            (
                r"(?:unavailable|(?:not |n[’']t )?available(?=[.,;]|$| (?:for|until|before|again)\b)|free(?=[.,;]|$| (?:until|"
                r"before|for|in|even|to "
                r"(?:return|film|shoot|come back|take part|join|appear))\b)|busy\b(?! (?:in|at|day|man|woman|street|"
                r"life|mother|mum|dad)\b)|tied up|committed (?:to|elsewhere)|"
                r"(?:an?|other|another|"
                r"prior) (?:prior )?commitments?)"
            ),
        ),
        ("recast", r"(?:replaced|recast)\b"),
    )
)
