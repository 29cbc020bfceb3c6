"""How articles name a cast: the patterns, and the words without which none of them is tried."""

from __future__ import annotations

import re

from cliffhanger.claims.kinds.cast.names import CHARACTER
from cliffhanger.claims.names import FULL_NAME, HONORIFICS, LOWER, ONE_NAME, UPPER
from cliffhanger.claims.patterns import Rules, regex

_PLAYS = (
    r"(?:plays|played|playing|portrays|portrayed|portraying|voices|voiced|voicing|stars as|starred as|starring as|appears as|"
    r"appeared as|returns as|will return as|"
    r"returning as|is back as|back as|reprises(?: (?:his|her|their) roles? as)?|reprised(?: (?:his|her|their) roles? as)?|"
    r"reprising(?: (?:his|her|their) roles? as)?|"
    r"reprise(?: (?:his|her|their) roles? as)?|to reprise(?: (?:his|her|their) roles? as)?|in (?:the )?(?:role|part|"
    r"function|use|shoes) of|at the (?:use|function) of|viewed as|saw as|"
    r"(?:seen|introduced|roped in|brought in|drafted in|unveiled|announced|revealed|featured?|features|debuts?|debuted|"
    r"guest(?:s|ed|ing)|recur(?:s|red|ring)|guest[- ]starr(?:ed|ing)|co-?star(?:s|red|ring)?|pops up|turns up|shows up|"
    r"appeared|appears|starred|stars|featured|"
    r"(?:mak(?:es|ing)|made|to make) (?:his|her|their|an?) (?:[\w-]+ ){0,4}?debut) "
    r"(?:(?:(?:once )?again|once more|in [^.,;?!]{2,40}?|on [^.,;?!]{2,30}?|throughout [^.,;?!]{2,20}?|(?:last|this) "
    r"(?:season|series|year)) )?as|"
    r"(?:step(?:s|ped|ping)?|slip(?:s|ped|ping)?) into the (?:shoes|role|boots|part) of|(?:takes|taking|took|to take) over as|"
    r"complete(?:s|d)? the (?:series|season|run|cast) as|essay(?:s|ed|ing)?(?: the (?:role|part|character) of)?|"
    r"(?:roped|brought|drafted) in to play|will play|to play|"
    r"(?:will|would|may|could|to|is to|is set to) (?:again|once (?:more|again)|also|now) (?:play|portray|voice|be)|"
    r"would once more play|would play|will once (?:more|again) play|may play|takes on the (?:role|part) of|cast as|"
    r"entering as|enters as|joins as|joining as|"
    r"steps in as|(?:is|are) (?:under contract|signed|confirmed|attached|set) as|is (?:once )?again|guest[- ]stars? as|"
    r"leads? the cast as|led the cast as|leading as|as)"
)
AS = regex(
    rf"(?P<actor>{FULL_NAME})(?:, (?:the|an?) [^,;.]{{3,40}}(?=, who))?,? \(?(?:who[’']s )?(?:(?:who|is|was|will be|has|"
    rf"have|been|may|would|and|,|again|"
    rf"once more|said to be|set to be|will|last|best|most recently|not|won[’']t|recently|previously|memorably|to|be|likely|"
    rf"expected|originally|initially|first|briefly|had|"
    rf"sensational|set to|also|now|newly|currently|already|once|seen) )*(?P<verb>{_PLAYS}) (?P<character>{CHARACTER})"
)
# "As the clerk, Barnaby Fitch is ...", and an actor praised in a role: "Kit Adair, so good as Spanner".
ROLE_FIRST = regex(rf"(?:^|[,;:] )[Aa]s (?P<character>{CHARACTER}), (?P<actor>{FULL_NAME})\b")
_RANK = "|".join(re.escape(one) for one in HONORIFICS)
PRAISED_AS = regex(
    rf"(?P<actor>{FULL_NAME})(?: (?!and |but |after |following |since |until |for )[a-z][\w’'-]*){{1,9}} as "
    rf"(?P<character>(?:{_RANK})(?: [{UPPER}][\w’'-]+){{1,3}})"
)
_PRAISE = (
    r"(?:superb|excellent|magnificent|terrific|brilliant|wonderful|great|good|fine|perfect|outstanding|marvell?ous|sensational|"
    r"electric|riveting|mesmeri[sz]ing|hilarious|heartbreaking|funny|strong|impressive|remarkable|compelling|dazzling|"
    r"convincing|miscast|wasted|underused|extraordinary|tremendous|fantastic|splendid|delightful|"
    r"an? (?:[a-z]+ )?(?:find|joy|delight|revelation|treat|hoot|standout|triumph|marvel|wonder|scream|riot|sensation|knockout|"
    r"highlight|natural|powerhouse))"
)
IS_GOOD_AS = regex(
    rf"(?P<actor>{FULL_NAME}) (?:is|was|remains|continues to be|proves) (?:(?:as|so|very|just|simply|quietly|still|"
    rf"again|\w+ly) )*{_PRAISE} as (?P<character>{CHARACTER})"
)
GOOD_AS = regex(
    rf"(?P<actor>{FULL_NAME}), (?:who[’']s |who is )?(?:so |as |very |just |wonderfully |"
    rf"quietly )?[a-z]+ as (?P<character>{CHARACTER})"
)
WAS = regex(
    rf"(?P<actor>{FULL_NAME}), (?:who (?:was|is|has been) |the voice (?:of|behind) )(?P<character>(?:the )?[{UPPER}][\w’'.-]+"
    rf"(?: [{UPPER}][\w’'.-]+){{0,3}})(?=[,.;]| (?:in|for|throughout|since|until) )"
)
CHOSEN = regex(
    rf"(?P<actor>{FULL_NAME})(?:,[^,;]{{2,60}},)? (?:was|were|has been|have been|is) (?:chosen|picked|hired|selected|tapped|"
    rf"brought in|"
    rf"signed)\b[^.;]{{0,40}}? (?:to (?:play|portray|voice|essay)|as|for the (?:role|part) of) (?P<character>{CHARACTER})"
)
# "Solveig Nordahl’s Agnes drowned in episode five."
POSSESSED = regex(
    rf"(?P<actor>{FULL_NAME})[’']s (?P<character>(?:(?:{_RANK}) )?[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+)?)(?= (?:d(?:ies|"
    rf"ied)|drown\w*|"
    r"(?:is |was |gets? |got )?(?:killed|shot|arrested|kidnapped|left for dead|written out|missing)|survives?|survived|"
    r"finds? out|falls? "
    r"for|fell for)\b)"
)
WHOSE = regex(rf"(?P<actor>{FULL_NAME}), whose (?P<character>(?:[{UPPER}][\w’'.-]+ ?){{1,3}})")
PLAYED_BY = regex(
    rf"(?P<character>(?:[Tt]he |[Aa] )?(?:[\w’'.-]+ ){{0,3}}?(?!(?:be|been|being|is|was|are|were|will|would|longer|not|has|"
    rf"had)\b)"
    rf"(?!(?:meanwhile|however|too|incidentally|as|earlier)\b)[\w’'-]+)(?:,? (?:meanwhile|however|too|as ever|in turn|"
    rf"incidentally),|, as)?,? (?P<aux>(?:(?:so far|earlier|previously|originally|again|formerly|once more|now|is|was|are|"
    rf"were|will|would|"
    rf"won[’']t|to|"
    rf"be|been|being|has|had|no longer|not|only|first|also|still|currently|once|usually|brilliantly|memorably) )*)"
    rf"(?:played|portrayed|voiced|recast) (?:now )?(?:voiced |played )?by (?:(?:the |his |her )?(?:[a-z-]+ "
    rf"){{0,3}})(?P<actor>{FULL_NAME})"
)
RECAST = regex(
    rf"(?P<character>(?:[Tt]he )?[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,3}}) (?:is|has been|was|"
    rf"is being) recast,? (?:and |and is |who is |with |as )?(?:now |to be )?(?:(?:voiced|played|"
    rf"portrayed) by )?(?P<actor>{FULL_NAME})"
)
GUEST_PLAYS = regex(
    rf"\b(?:actor|actress|star|performer),? (?:\d+, )?who (?P<verb>(?:has )?(?:plays|played|portrays|"
    rf"portrayed)) (?P<character>{CHARACTER})"
)
PAIR = regex(
    rf"(?P<outer>(?:[Tt]he )?(?:{FULL_NAME}|{ONE_NAME}|"
    rf"[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'.-]+){{1,3}})) \((?P<inner>(?:our |the |a )?[{UPPER}{LOWER}][^()\d“\"]{{1,60}})\)"
)
CHARACTER_FIRST = regex(
    rf"^(?P<character>(?:(?:{_RANK}|The) )[{UPPER}][\w’'.-]*(?: [{UPPER}][\w’'.-]+){{0,3}}|"
    rf"[Tt]he [a-z]+)\s+[–—-]\s+(?P<actor>{FULL_NAME})"
    rf"(?: \([^)]*\))?$"
)
DASHED = regex(
    rf"^(?P<actor>{FULL_NAME})\s*(?:[–—]|(?<= )-(?= )|:|…|\.{{2,}}|\t)\s*(?P<character>(?:the |a |an )?[{UPPER}][^.;:]{{1,60}})$"
)
_LIST = (
    rf"(?P<names>{FULL_NAME}(?: \([^)]*\)|, who(?:se)? [^,;.]{{1,70}}(?=, and )| as [^,;.]{{2,40}}?(?=,? and |"
    rf", ))?(?:(?:, (?:and |&)?| and | & | nor |, plus | plus | as well as |"
    rf" alongside )(?:also |newcomers? |veteran |fellow |franchise favourite |"
    rf"once again )*{FULL_NAME}(?: \([^)]*\))?){{0,20}})"
)
STATES: Rules[str] = Rules(
    (state, regex(pattern))
    for state, pattern in (
        (
            "leaving",
            (
                rf"{_LIST},? (?:who(?:[’']s)? [^,]{{1,60}}?,? )?(?:both |all |also |has |have |had |is |are |was |were |"
                rf"will |would |"
                rf"officially |since |now |quietly )*(?:won[’']t (?:be (?:back|returning|part)|return|appear)|"
                rf"(?:won[’']t|will not) be in (?:it|the|season|series)|has moved on|have moved on|will not (?:be (?:back|"
                rf"returning|part|a part)|return|appear)|not (?:be )?(?:returning|coming back|return|"
                rf"back)|"
                rf"(?:is|are) (?:out|leaving|exiting|departing|gone|not back|not returning)|leaving|exits|exited|departs|"
                rf"departed|wants? out|(?:been )?released from (?:his|her|their) contracts?|(?:did|has|have)(?:n[’']t|"
                rf" not) (?:quit|left|leave|been (?:fired|sacked|axed|dropped|written out))|quits|quit|has gone(?! (?:on|"
                rf"off|to|back|through|viral|public|down|up|into))|have left|"
                rf"has left|left the (?:series|show|cast|drama)|leaves|quitting|do(?:es)?(?:n[’']t| not) return|bows out|"
                rf"bowed out|has been written out|been written out|written out|steps away|stepped away|gone)\b"
            ),
        ),
        (
            "leaving",
            (
                rf"(?:[Nn]ot (?:returning|coming back|back)|[Mm]issing|[Aa]bsent|[Gg]one|[Ll]eaving|[Dd]eparting|"
                rf"[Oo]ut)(?: this time| from the cast)? (?:is|are|:|will be) {_LIST}"
            ),
        ),
        (
            "leaving",
            (
                rf"(?:without|minus|lost|loses|losing|said goodbye to|farewell to|written out|the (?:departure|exit) of|"
                rf"departures? (?:of|by)|(?:[Tt]he )?(?:only |one )?(?:one|face|person|actor|actress|name|star) (?:who|that) "
                rf"(?:is|will|won)(?:n[’']t| not|[’']t) (?:be )?(?:back|returning|coming back|return|come back) (?:is|will be)) "
                rf"{_LIST}"
            ),
        ),
        (
            "in_talks",
            (
                rf"{_LIST},? (?:who(?:[’']s)? [^,]{{1,60}}, |who )?(?:is|are|was|were|remains?) (?:currently |still |also |"
                rf"reportedly |"
                rf"said to be )*(?:in (?:early |advanced |final )?(?:talks|negotiations|discussions)|circling|eyed|"
                rf"being (?:eyed|courted|lined up)|negotiating)(?! to (?:direct|write|helm|produce|run|take over as))"
            ),
        ),
        (
            "recast",
            (
                rf"{_LIST},? (?:(?:has been|have been|is being|are being|was|were|is|are|been|will be|being|is to be) "
                rf"(?:replaced|"
                r"recast)\b|replaced by\b|recast (?=with|by|for|as|[.,;]))"
            ),
        ),
        ("recast", rf"(?:replaced by|recast with|now (?:voiced|played) by|taken over by) {_LIST}"),
        (
            "guest",
            (
                rf"(?:(?:guest (?:appearances?|spots?|roles?|turns?)|cameos?) (?:by|from|for)|[Gg]uest[- ]?stars?(?: this "
                rf"(?:year|time|season|series))? (?:include|includes|are|is|will be|:)|[Gg]uest[- ]starring (?:are|is)) "
                rf"(?:[a-z]+ ){{0,3}}{_LIST}"
            ),
        ),
        (
            "guest",
            (
                rf"{_LIST},? (?:who(?:[’']s)? [^,]{{1,60}},? )?(?:will |is to |is set to |also )*(?:make[s]? (?:a |"
                rf"an )?(?:special |"
                rf"guest |brief |cameo )*(?:appearance|cameo)|guest[- ]stars?|cameos?|appears? (?:briefly|in (?:just |only )?"
                rf"(?:one|a single|two|three|a couple of|a few) episodes?|as a guest)|pops? (?:up|back))"
            ),
        ),
        ("unavailable", rf"{_LIST},? (?:is|are|will be) (?:busy|unavailable|tied up|committed elsewhere|contracted elsewhere)"),
        (
            "joining",
            (
                rf"{_LIST},? (?:who(?:[’']s)? [^,]{{1,60}}?,? )?(?:both |all |also |has |have |had |is |are |was |were |"
                rf"been |will |"
                rf"would |may |newly |said to be |officially |since |set to |to )*(?:joins?|joined(?! by)|joining|boards?|"
                rf"boarded|"
                rf"boarding|been cast|is cast|(?:be )?a (?:new )?(?:addition|recruit)|added|signed on|signs on|signed up|"
                rf"come aboard|comes? on board|enters?|"
                rf"entering|"
                rf"been added|is in it|is in(?= as ))\b(?! the writ)"
            ),
        ),
        (
            "joining",
            (
                rf"(?:[Nn]ewcomers(?: (?:this (?:year|time|season|series)|to the (?:cast|show|series)))? (?:include|are|is|"
                rf"will be)|[Nn]ew (?:faces|additions|cast members|recruits|to the cast|arrivals|"
                rf"names)[^.;:]{{0,30}}?(?:include|includes|are|is|:)|[Nn]ew to the (?!(?:\w+ )?(?:board|network|company|"
                rf"channel|studio|council|"
                rf"team|crew|staff|job|post|broadcaster|streamer|writers))[\w -]{{2,30}}?(?: this (?:year|time|"
                rf"season))?(?: are| is|:)|[Bb]oarding(?: are| is|:)|"
                rf"[Jj]oining (?:in (?:[\w-]+ )?roles|(?:{FULL_NAME}|{ONE_NAME})(?:,? and (?:{FULL_NAME}|{ONE_NAME}))?(?= "
                rf"(?:is|are|will) )|them|the cast|him|her|the ensemble|"
                rf"the series|as [\w ]+)?,? ?(?:is|are|will be|:)?|[Jj]oined by|has (?:added|cast|signed|recruited|"
                rf"brought in|"
                rf"hired)|have (?:added|cast|signed)|(?:has|have) (?:added|cast|signed|recruited|hired) [^.;:]{{0,60}}:|"
                rf"[Aa]dditions? (?:include|of)|the (?:addition|arrival|"
                rf"casting) of) (?:newcomers? |veteran |actors? |actress |rookie |franchise favourite |fellow |both )*{_LIST}"
            ),
        ),
        (
            "returning",
            (
                rf"{_LIST},? (?:who(?:[’']s)? [^,]{{1,60}}?,? )?(?:both |all |also |not |probably |unlikely to |likely to |"
                rf"sure to |"
                rf"due to |"
                rf"once again |again |has |have |is |are |will |"
                rf"would |set to |expected to |slated to |going to |are all |shall |likewise |then )*(?:return(?:s|ed|"
                rf"ing)?|be seen again|"
                rf"reprises?|reprising|back(?! of)|be back|"
                rf"locked in|(?:(?<=is )|(?<=are )|(?<=been )|(?<=all )|(?<=both ))confirmed|signed (?:on|up) (?:again|"
                rf"for more)|stays?|staying|remains? (?:in|on|aboard|with)|"
                rf"(?:renewed|extended) (?:their|his|her) (?:deals?|contracts?)|(?:under|in) contract|attached|"
                rf"(?:been )?(?:promoted|"
                rf"upped|bumped up|elevated|made) (?:to )?(?:an? )?(?:series )?regulars?|(?:signed|closed|struck|agreed|inked|"
                rf"made) (?:(?:new|fresh|fat|their|an?|multi-year|\w+-(?:year|season)) ){{0,2}}(?:deal|"
                rf"contract)s?(?! to (?:star|join|"
                rf"play|lead|headline|appear|portray|voice))|"
                rf"contracted|on board|in place|(?<!also )in the cast(?! (?:is|are|will be)\b)|"
                rf"(?:are|is) in(?! (?:(?:early|advanced|final|active|late) )?(?:talks|negotiations|discussions|"
                rf"the running|line|as\b|"
                rf"pre|post|production|charge|row|seat|town|court|hospital|trouble|love|tears|shape|form|bed|prison|jail|touch|"
                rf"[A-Z]))|resumes?|lead the cast again|come back|"
                rf"comes back|is coming back|are coming back)\b(?! (?:a find|behind|to directing|as (?:showrunner|director|"
                rf"writer|executive|head|producer|creator|lead writer|composer)))"
            ),
        ),
        (
            "returning",
            (
                rf"(?:[Rr]eturning(?: (?:are|is|cast members|stars|cast|faces|players|favourites|"
                rf"favorites)(?: (?:include|includes|are))?:?|,)|[Bb]ack (?:for more |again |too |in the cast )?(?:is|are|"
                rf"will be|:)|[Rr]eturns? of|[Aa]lso (?:back|returning)(?: is|"
                rf" are)?) (?:series regulars? |stars? |leads? |franchise favourites? )*{_LIST}"
            ),
        ),
        (
            "",
            (
                rf"\b(?:(?:[Ii]ts|[Tt]he (?:show|drama|comedy|sitcom|thriller|programme)[’']s|whose|[Tt]he series[’']) "
                rf"(?:stars?|leads?|(?:lead|leading|star) (?:actor|actress|man|lady)),|[Ss]tars?|[Ss]tarring|[Ss]tarred|"
                rf"[Ff]eatur(?:es|"
                rf"ing|ed)|[Ll]ed by|[Hh]eadlin(?:es|ed by|ing)|"
                rf"[Ff]ronted by|[Tt]oplin(?:es|ed by)|[Aa]longside|[Oo]pposite|[Cc]ast (?:also )?(?:includes?|comprises?|"
                rf"features|is led by|of|includ\w+|:|members? (?:are|include))|[Aa]cting opposite|co-?starring|[Cc]o-?stars?|"
                rf"[Ll]ead (?:actor|actress|"
                rf"star)|[Ll]eads?|[Aa]ctors?|[Aa]ctress|[Aa]long with|rounded out by|including|among them|"
                rf"[Aa]mong(?:st)? the cast (?:is|are|was|were)|[Ll]eading the cast (?:is|are|was|were)|[Ww]inner|"
                rf"nominee|"
                rf"performances? (?:by|from)|with) (?:the late |stand-?ups? |comics? |comedians? |singers? |newcomers? |"
                rf"veteran |actors? |actress |fellow |Oscar winner |"
                rf"Emmy winner |series (?:leads?|regulars?) |regulars? |both )*(?:{ONE_NAME}, )?{_LIST}"
            ),
        ),
        (
            "",
            (
                rf"{_LIST},? (?:also |all |both |who |will |is |are |set |due |to |once |again )*(?:stars?|starred|headlines?|"
                rf"toplines?|leads? the (?:cast|ensemble|series)|plays? the (?:lead|title role|main (?:role|character|part))|"
                rf"led the cast|co-?stars?|gives the performance|is (?:superb|excellent|terrific|wonderful|the (?:lead|"
                rf"star)))\b"
            ),
        ),
    )
)
# A rule is tried only where one of its words stands, in the order of the rules.
# A list of three or more full names and nothing else but a lead-in is a list of actors, unless their job is named.
BARE_LIST = regex(
    rf"^[^.;:]{{0,90}}?(?::|\b(?:are|were|is|include|includes|including|with)) (?P<names>{FULL_NAME}(?:,? (?:and |"
    rf"& )?{FULL_NAME}){{2,20}})[.!]?$"
)
GENERIC = regex(
    r"(?i)\b(?P<who>(?:the )?(?:main|original|entire|full|whole|core|principal|lead|same|rest of the|most of the|previous|"
    r"all of the) (?:ensemble |main |original )?(?:cast(?: members)?|actors|ensemble|leads?|faces)(?! (?:member|star|"
    r"regular)|(?-i: [A-Z]))|"
    r"every one of the original \w+ \w+|all (?:the )?(?:main |original )?(?:actors|cast members|leads|stars))\b"
    r"[^.;?!]{0,60}?\b(?P<verb>return(?:ing|s)?|come back|be back|back|reprise|retained|stay|intact|the same|gone|left|"
    r"leav(?:e|ing))\b"
)
GONE = regex(r"(?i)\bthe (?:cast|actors) (?:is|are|has been|have been) (?:gone|released|let go)\b")
RETIRED = regex(r"(?i)\b(?P<who>the original (?:actor|actress|voice|lead)) (?:retired|left|died|quit|passed away)")
NOT_CHARACTERS = regex(
    r"(?i)^(?!(?:[a-z]+ )?(?:nursing|funeral|medical|theatre|theater|clinical|hospital|school|club|bank|clinic|crime|sports|"
    r"station|"
    r"artistic|managing|finance) (?:director|writer|editor|executive)\b)"
    r"(?:a |an |the |its |his |her |their )?(?:[\w’'-]+ )*(?:showrunners?|directors?|writers?|producers?|creators?|"
    r"composer|executive|host|guest|result|consequence|whole|show|series|season|"
    r"well|cast|ensemble|role|such|much|soon|many|part|usual|first|always|person|thing|one|way|finale|hit|success|drama|"
    r"comedy|figure|fact|case|"
    r"rule|pilot|replacement|lifetime|career|studio|network|lead|star|trade|report|year|week)s?\b"
)
PAIR_STOP = regex(
    r"(?i)^new\b|\b(?:channel|network|tv|television)(?: (?:one|two|three|four|five|\d))?$|\w\+$|axed|cancel|renew|ordered|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|season|series|episode|\bS\d|"
    r"network|trailer|video|left|right|pictured|above|below|above|see|via|source|read|more|not |her|his|list|ranked|"
    r"audience|critic|sensational$|\d"
)
