"""Set phrases for what actors do, by what they make of whoever does it."""

from __future__ import annotations

from cliffhanger.claims.kinds.cast.verbs import ASIDE, AUX, SHOW, THEN, WHO
from cliffhanger.claims.patterns import Rules, regex

_OWN = r"(?:his|her|their)"
_RUN = r"(?:season|series|run|year|outing|one|lot|batch|episodes?)"
_NEXT = (
    rf"(?:(?:the|a|an|this|that|her|his|their|at least|another|all|every|each) )?(?:(?:[\w’-]+ ){{0,2}}?(?:{_RUN}|"
    rf"seasons|finale|"
    r"premiere|opener|scenes?))(?: \w+)?"
)
_END = r"(?=[.,;:!)—–”\"]|$| (?:in|at|after|before|when|next|this|last|for|from|on|as|because|due|following|by|to|but|and)\b)"
# What each rule asks of its subject or its helpers: "help" a helping verb, "no" a negation, "known" somebody told to act.
PHRASES: Rules[str, str] = Rules(
    (state, asks, regex(rf"{WHO}{ASIDE}{AUX} ?[“\"]?(?P<does>{verbs})"))
    for state, asks, verbs in (
        (
            "leaving",
            "help",
            rf"(?:off|out of|done (?:on|with)|through with|finished (?:on|with)) {SHOW}|(?:finished|done){THEN}",
        ),
        ("leaving", "", r"(?:sail|drift|walk|gone|left)(?:s|ed|ing)? (?:off |away )?for good\b"),
        ("leaving", "help", rf"(?:on {_OWN} way out|heading (?:out|off|for the (?:door|exit)s?)|headed for the exit){_END}"),
        (
            "leaving",
            "help",
            (
                r"(?:for the (?:chop|axe|push|exit)|(?:been |being |be )?(?:shown the door|given (?:the|his|her|their) "
                r"(?:boot|push|chop|axe|marching orders|notice)))\b"
            ),
        ),
        (
            "leaving",
            "known",
            rf"(?:been |being |be |was )?(?:axed|dropped|cut|let go|killed off|written off){THEN}",
        ),
        (
            "leaving",
            "",
            (
                rf"(?:film(?:s|ed)?|sho(?:o?ts?)|wrap(?:s|ped)?|record(?:s|ed)?|play(?:s|ed)?|ma(?:kes?|de)|taken?|takes|took) "
                rf"{_OWN} (?:very )?(?:last|final) (?:ever )?(?:scenes?|episodes?|appearances?|days?|bow|lines?|shots?|"
                rf"season|series)\b"
            ),
        ),
        (
            "leaving",
            "",
            (
                rf"(?:wraps?|wrapped|end(?:s|ed)?|finish(?:es|ed)|conclud(?:es|ed)|complete[sd]|call(?:s|ed) time on|"
                rf"draws? a line "
                rf"under) (?:up )?{_OWN} (?:[a-z-]+ ){{0,2}}(?:run|stint|time|tenure|stretch|spell)(?= (?:as|on|in|"
                rf"with)\b|[.,;]|$)"
            ),
        ),
        (
            "leaving",
            "",
            (
                rf"(?:hands?|handed|turn(?:s|ed)?|gave|gives?|given) in {_OWN} (?:notice|badge|resignation|keys|gun|"
                rf"warrant card)\b|"
                rf"(?:hang(?:s|ing)?|hung) up {_OWN}\b|(?:call(?:s|ed|ing)) it quits|cut(?:s)? ties with|part(?:s|ed) "
                rf"company with|"
                rf"(?:jump(?:s|ed|ing)?) ship|sign(?:s|ed|ing) off(?! on)|mov(?:es?|ed|ing) on{THEN}|sail(?:s|ed|ing) off"
            ),
        ),
        (
            "leaving",
            "known",
            (
                r"(?:turn(?:s|ed)? down|pass(?:es|ed)? on|said no to|says no to|rejected|refused|spurned|declined) "
                r"(?:an? |the |any )?"
                r"(?:[a-z]+ ){0,2}?(?:offers? (?:to (?:return|come back|stay|sign)|of (?:a|another) [\w "
                r"]{3,20}(?:season|series|year))|"
                r"(?:second|third|fourth|fifth|sixth|new|fresh|further) (?:season|series|year|deal|contract)|return)\b"
            ),
        ),
        (
            "leaving",
            "no",
            (
                rf"(?:(?:be )?(?:reporting (?:for duty|back)|going back|clocking (?:in|on)|signing (?:on|up|a new)|part of "
                rf"{_NEXT}|continu(?:e|ing){_END}|carry(?:ing)? on{_END}|making the (?:trip|journey|move|cut)|there "
                rf"(?:next|this) "
                rf"(?:year|time|season)|returning|renewing {_OWN}|welcomed back|on the call ?sheet|"
                rf"on the cast list|among (?:the|those) "
                rf"(?:[a-z-]+ ){{0,2}}?(?:cast|names|returnees|returning|faces|regulars|residents|doctors|nurses|detectives|"
                rf"officers|crew|players|coming back)|with us (?:next|this|for))|make the (?:trip|journey|cut)|"
                rf"renew(?: {_OWN}|(?=[.,;]|$))|re-?sign\b|"
                rf"go back{THEN}|show up (?:this|next|in season))"
            ),
        ),
        (
            "leaving",
            "help",
            (
                r"the (?:only |one |first )?(?:one|person|regular|actor|actress|name|face|cast member|lead|star) (?:not "
                r"(?:returning|"
                r"coming back|back)|who (?:is|has|will|won)(?:n[’']t| not|[’']t) (?:be )?(?:return\w*|com\w+ back|back|signed)|"
                r"(?:leaving|to leave|to go|missing|absent))\b"
            ),
        ),
        (
            "returning",
            "help",
            (
                rf"(?:on board{THEN}|under contract(?=[.,;]|$| (?:for|through|until|till|to)\b)|contracted{THEN}|"
                rf"(?:contracted|locked in|signed up|signed) (?:for|through) {_NEXT}|"
                rf"(?:set|lined up|pencilled in|booked|earmarked|tipped|confirmed|all set|down) for (?:a|an|her|his|their) "
                rf"(?:[a-z-]+ )?(?:return|comeback)\b|in for (?:season|series|another|a (?:second|third|fourth|fifth|new))|"
                rf"(?:sticking|staying) (?:around|on|put|aboard|with)\b|"
                rf"on the (?:call ?sheet|cast list)(?=[.,;!]|$| (?:for|again|too)\b))"
            ),
        ),
        (
            "returning",
            "known",
            (
                rf"(?:in(?=[.!]|$|, (?:and|while|but|so|though) )|be there(?: (?:for|from|in|when)\b|(?=[.,;!]|$))|"
                rf"(?:do|film|make)(?:ing)? (?:at least )?(?:one|two|three) more (?:seasons?|series|years?)\b|"
                rf"(?:already |just )?sa(?:id|ys) yes[”\"]?(?: to (?:more|another|an? (?:second|third|fourth|fifth|"
                rf"sixth|new|further)|season|series|"
                rf"coming back|returning)\b|(?=[.,;]|$))|"
                rf"back (?:in|on|at|behind|under|aboard) (?:the|{_OWN}|[A-Z]\w+[’']s) (?!hospital|charts?|news|"
                rf"spotlight|headlines?|country|"
                rf"city|town|air|studio|theat|stage|public|office|gym|West|U[KS]|road|market|top|running|gym|courts?|dock|day|"
                rf"1?9|20|summer|winter|spring|autumn)[a-z]+\b|"
                rf"back (?:at work|on set|on duty|in (?:uniform|costume|character|harness|place|action))\b|"
                rf"(?:has|have|got) (?:another|one more|two more|three more|a further) (?:years?|seasons?|series) "
                rf"(?:left |to run )?"
                rf"(?:on|of|in) {_OWN} (?:[a-z]+ )?(?:deal|contract)|slip(?:s|ped|ping)? back into|step(?:s|ped|ping)? "
                rf"back into|"
                rf"(?:pulls?|puts?|pulling|putting) (?:on )?(?:the|{_OWN}) [a-z]+ (?:back on\b|on (?:again|once (?:more|again)))|"
                rf"(?:dons?|donning|wears?|pulls? on|puts? on|picks? up|straps? on) (?:the|{_OWN}|[A-Z]\w+[’']s) [a-z]+(?: of "
                rf"(?:the )?[A-Z][\w’' ]{{2,30}}?)? (?:again|once (?:more|again)|one (?:more|last) time)\b|"
                rf"(?:pick(?:s|ed)|take[ns]?) up (?:the |{_OWN} )(?:role|part|[a-z]+) (?:again|once more))"
            ),
        ),
        (
            "returning",
            "",
            (
                rf"(?:(?:re-?)?signed|agreed|agrees|sign(?:s|ing)) (?:(?:a (?:new )?(?:deal|contract) |up )?to (?:return|"
                rf"come back|"
                rf"stay(?: on)?|reprise|do (?:a|another|one))\b{_END}|(?:on |up )?(?:through|until|for) {_NEXT})|"
                rf"(?:committed|signed (?:on|up)|re-?upped|re-?signed) (?:to|for|through) {_NEXT}|"
                rf"(?:extend(?:s|ed)|renew(?:s|ed)) {_OWN} (?:[a-z]+ )?(?:deal|contract|stay|stint)|"
                rf"puts? {_OWN} (?:name|signature) to|"
                rf"ha(?:s|ve) (?:a |an |{_OWN} )?(?:[a-z]+ )?(?:deals?|contracts?) (?:in place|signed|done|for|to (?:return|"
                rf"come back))|mak(?:es?|ing) (?:a|an|{_OWN}) (?:[a-z-]+ )?(?:return|comeback){THEN}"
            ),
        ),
        (
            "leaving",
            "",
            (
                rf"(?:took|taken|takes) to [\w’ ]{{2,30}} to (?:announce|confirm|reveal) (?:that )?(?:{_OWN} (?:[a-z]+ "
                rf")?(?:departure|exit)\b|(?:he|she) "
                rf"(?:is|was|would be|will be) (?:leaving|quitting|bowing out))|(?:sail|rid|walk|drift|r[io]d)\w* (?:off "
                rf")?into the sunset|"
                rf"exit(?:s|ed)? stage (?:left|right)|(?:withdr(?:aws?|ew|awn|awing)|pull(?:s|ed|ing)? out)(?: from "
                rf"{SHOW}|{THEN})|"
                rf"rul(?:es?|ed) (?:him|her|them)sel(?:f|ves) out(?: of)?|sa(?:ys|id) no to (?:the |a )?(?:[a-z]+ "
                rf")?(?:part|role|season|series|return)|"
                rf"(?:retired?|retires) (?:the character|Rosa|{_OWN} character)"
            ),
        ),
        (
            "guest",
            "",
            (
                r"(?:been |being |was |is )?(?:downgraded|reduced|demoted|dropped down|moved) to (?:a |an )?(?:[a-z-]+ "
                r")?(?:recurring|guest|semi-regular|smaller) (?:role|part|player|star|capacity|basis|status)"
            ),
        ),
        (
            "returning",
            "",
            (
                rf"(?:(?:is|are|was|becomes?|became|made|now|been made|been promoted to|promoted to) )+a (?:full |proper "
                rf"|fully fledged )?(?:series |season )?regular\b|"
                rf"(?:moves?|moved|steps?|stepped|goes|went|promoted|bumped|upped|elevated)(?: up)? to (?:the main cast|(?:a "
                rf")?(?:series )?regular|the regular cast)|"
                rf"put(?:s|ting)? pen to paper\b|tied to (?:{SHOW}|it)(?= for| until| through)|signed (?:so far|already|"
                rf"too|as well)\b|"
                rf"(?:remains? )?the (?:only|last|sole) (?:remaining |original |surviving )*(?:[a-z]+ )?(?:member|"
                rf"regular|actor|one|"
                rf"star|survivor|face)(?: [a-z ]{{2,20}})? (?:still|left|remaining|standing|to (?:stay|return))"
            ),
        ),
        (
            "joining",
            "",
            (
                r"(?:signed|closed|struck|agreed|inked|made|sealed) (?:an? |her |his |"
                r"their )?(?:[\w-]+ ){0,2}deals? (?=to (?:star|join|play|"
                r"lead|headline|appear|portray|voice)\b)"
            ),
        ),
        (
            "joining",
            "",
            (
                r"(?:steps?|stepped|climbs?|hops?|clambers?) aboard\b|(?:(?:been|is|was) )?(?:announced|unveiled|"
                r"revealed|confirmed|named)(?: today| this week| yesterday| on \w+)? as "
                r"(?:the|an?|its) (?:latest|newest|new|first|third|second) (?:[a-z]+ )?(?:addition|recruit|arrival|"
                r"member|cast member|name|star|face|signing|regular)\b|"
                r"com(?:es?|ing) (?:in|aboard) (?=as )|arriv(?:es?|ed|ing) (?=as )"
            ),
        ),
        (
            "returning",
            "",
            (
                r"(?:(?:promis|vow|pledg|decid|elect|opt|commit)\w*|chosen|chose|agreed|going|content|happy|set) to "
                r"(?:stay(?: on| put)?|"
                r"remain|see it (?:through|out)|carry on|continue|return|come back)(?=[.,;!]|$| (?:until|till|to the "
                r"end|for (?:a|another|"
                r"season|series|the)|on (?:as|for|the)|as|with|in (?:the|season|series))\b)|in (?:it )?for the (?:long "
                r"haul|duration)\b"
            ),
        ),
        (
            "returning",
            "guess",
            (
                r"(?:(?:wants?|hop(?:es?|ing)|willing|keen|eager|ready|happy|prepared|tempted|would love|would like|"
                r"like|love) to (?:stay(?: on)?|"
                r"return|come back|reprise|do (?:a|another|more)|be back)|open to (?:a return|returning|coming back|a "
                r"comeback|another)|"
                r"(?:(?:has|have) )?(?:not|n[’']t) (?:ruled|ruling) out (?:a return|returning|coming back|a comeback)|"
                r"(?:would|[’']d) (?:come back|return|be back)|[’']d (?:absolutely |really |happily )?(?:love|"
                r"like|be (?:happy|glad|"
                r"delighted|open|up for)) to (?:stay(?: on)?|return|come back|reprise|be back|do (?:a|another|"
                r"more)))(?=[.,;!]|$| (?:in|for|to|as|if|at|on|with|and|but|"
                r"tomorrow|again)\b)"
            ),
        ),
        (
            "returning",
            "known",
            r"confirmed(?=[.,;!]|$| for (?:season|series|the|a))",
        ),
        (
            "undecided",
            "",
            rf"(?:considering|weighing|pondering|mulling)(?: over| up)? {_OWN} (?:future|options|position|next move)\b",
        ),
        (
            "leaving",
            "no",
            r"(?:be )?doing (?:a|another|any more|the next) ?(?:second|third|fourth|fifth|sixth|season|series|one|of it)?",
        ),
        ("returning", "", r"(?:has |have )?(?:yet|still) to (?:sign|commit|agree|close a deal|put pen to paper)\b"),
        (
            "joining",
            "",
            (
                rf"(?:enlist(?:s|ed)|crosses over|crossed over|mov(?:es|ed) over) (?:from|for) [^.;?!]{{2,40}}? (?=as )|"
                rf"(?:been |be |being )?(?:enlisted|hired|tapped|picked|chosen|recruited|drafted in|brought in|snapped "
                rf"up|unveiled|"
                rf"named|announced|confirmed) (?:as|to play|for) (?=(?:the|an?|her|his|its) (?:[\w-]+ ){{0,3}}?(?:role|"
                rf"part|lead)\b)|"
                rf"(?:added|recruited|welcomed|brought|drafted) (?:in)?to (?:the |its )?(?:[a-z]+ )?(?:cast|ensemble|"
                rf"line-?up|roster)\b|"
                rf"mak(?:es?|ing) {_OWN} (?:[a-z]+ )?(?:debut|entrance|bow)(?= as| in (?:the|episode|season|series))"
            ),
        ),
        (
            "guest",
            "",
            (
                rf"(?:drop|stop|swing|pop)(?:s|ped|ping)? (?:by|in|over|round)(?= (?:for|in|as|to play|during)\b|[.,;]|$)|"
                rf"(?:puts?|putting|mak(?:es?|ing)|ha(?:s|ve)|do(?:es)?|gets?|film(?:s|ed)|shot) (?:in )?(?:an? |{_OWN} )"
                rf"(?:[\w’-]+ ){{0,3}}?(?:cameo|walk-on|guest (?:spot|role|part|turn|arc|appearance)|(?:\w+-(?:episode|"
                rf"part) )arc|"
                rf"bit part|surprise appearance)\b|(?:appear(?:s|ed|ing)?|seen|features?|turns? up|shows? up|turning up) "
                rf"(?:as a guest|in (?:just |only )?(?:one|a single|two|three|four|five|six|a couple of|a few|several|a "
                rf"handful of|half)"
                rf" (?:of (?:the|its) )?(?:\w+ )?(?:episodes?|scenes?|parts|eight|ten|six|twelve))\b"
            ),
        ),
        (
            "unavailable",
            "known",
            (
                rf"(?:sit(?:s|ting)? (?:out )?(?:the|this|most of) (?:[a-z]+ )?(?:season|series|run|year)(?: out)?|"
                rf"(?:absent|missing) (?:from|for) (?:the|much|most|half|part) "
                rf"[^.;?!]{{0,30}}?(?:season|series|run|episodes)|miss(?:es|ing)? (?:out on )?{_NEXT}|miss(?:es|ing)? "
                rf"(?:the (?:start|first|opening|last|final)|much|"
                rf"most|half|"
                rf"part|all|several|some|two|three|four|five|six) [^.;?!]{{0,20}}?(?:episodes|season|series|run|shoot)|"
                rf"double-?booked|booked (?:elsewhere|up|until|through|solid)|"
                rf"(?:gone |been |be )?off (?:doing|making|filming|shooting|on tour|to (?:do|make|film|shoot|star))\b|"
                rf"on (?:stage|tour|Broadway|maternity|paternity|sick|leave)\b|in the West End (?:until|till|through|for)|"
                rf"under contract (?:elsewhere|to another|with another)|has (?:an? )?(?:scheduling |diary |prior "
                rf")?(?:clash|conflict))"
            ),
        ),
        (
            "unavailable",
            "no",
            (
                rf"(?:take part|be (?:there|part of it|available)|make (?:the|any of the) (?:dates?|shoot|schedule|"
                rf"filming)|make it work|fit (?:it|the (?:shoot|"
                rf"season|series)) in|"
                rf"do (?:the (?:dates?|new|next)|{_NEXT}|it(?=,? (?:he|she|because|owing|due|this (?:time|"
                rf"year))\b))|free up\b|get (?:free|away|out of)|be spared|released (?:by|from) "
                r"(?:the|another|her|his) (?!contract))"
            ),
        ),
        (
            "in_talks",
            "",
            (
                r"(?:emerged as |emerges as )?(?:an?|the|one of the) (?:[a-z-]+ ){0,2}?(?:contenders?|candidates?|"
                r"favou?rites?|front-?runners?|choice) "
                r"(?=(?:for the (?:[a-z-]+ )?(?:role|part|lead)|to (?:play|portray|replace))\b)"
            ),
        ),
        (
            "unavailable",
            "",
            (
                rf"tak(?:es?|ing|en) (?:an? |some )?(?:[a-z]+ )?(?:break|time off|time out|hiatus|sabbatical|"
                rf"leave)(?: of absence)? from {SHOW}"
            ),
        ),
        (
            "in_talks",
            "help",
            (
                r"(?:in (?:the )?(?:frame|running|mix|hunt|line|contention|pole position)|up|on the (?:short)?list|"
                r"shortlisted|wanted|"
                r"considered|auditioning|the front-?runner|the favourite|close to (?:signing|joining|a deal)|"
                r"about to sign(?=[.,;]|$| (?:on|up|for)\b)|on the (?:verge|brink) of (?:signing|joining)|"
                r"near(?:ing)? a deal)"
                r"(?= (?:to (?:play|portray|star|join|lead|voice|return|take)|for (?:the|an?) (?:[\w-]+ "
                r"){0,3}?(?:roles?|parts?|lead)\b))"
                r"|close to (?:signing|joining|a deal)|nearing a deal|(?:been )?offered (?:an?|the) (?!reduced|smaller|"
                r"bigger|different)(?:[\w-]+ ){0,3}?"
                r"(?:roles?|parts?|leads?|new (?:deal|contract))\b"
            ),
        ),
        (
            "in_talks",
            "",
            (
                r"(?:ha(?:s|ve|d) (?:an? |the )?(?:[a-z]+ )?offer(?: on the table| in hand| to (?:return|join|play|star|come))|"
                r"(?:is |are |was )?(?:weighing|mulling|considering|pondering)(?: up)? (?:an?|the|whether to) (?:[a-z-]+ ){0,2}"
                r"(?:offer|deal|contract|return|role|part|sign|join)\b|(?:auditioned|read|tested|screen-?tested) for "
                r"(?:the|an?) "
                r"(?:[\w-]+ ){0,3}?(?:role|part|lead)\b|(?:eyeing|eyes|circles|courting) (?:the|an?) (?:[\w-]+ ){0,3}?"
                r"(?:role|part|return)\b|(?:talking|speaking) (?:to|with) [^.,;?!]{2,30}? about (?:an?|her|his|"
                r"joining|returning|playing|"
                r"coming) (?:[a-z-]+ ){0,2}?(?:stint|return|roles?|parts?|run|arc|spot|to|back|aboard|in|another)\b)"
            ),
        ),
        (
            "undecided",
            "",
            (
                rf"(?:(?:is |are |was |remains? )?(?:undecided|on the fence|in two minds|torn|unsure) (?:about|over|on|"
                rf"whether) |"
                rf"(?:ha(?:s|ve)(?:n[’']t| not)(?: yet)?|ha(?:s|ve) yet to|still to|ha(?:s|ve) still to) (?:decide|ma[dk]e up "
                rf"{_OWN} mind)d? ?(?:whether|if|about|on)?)"
            ),
        ),
    )
)
