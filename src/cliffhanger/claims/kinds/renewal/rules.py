"""How articles say that a season comes or not: the patterns; what is open or not so comes before what is decided."""

from __future__ import annotations

import re

from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER
from cliffhanger.claims.patterns import Pattern, regex

_UNIT = r"(?:seasons?|series|run|instal?lment|chapter|outing|cycle|batch|part|cours?|go-round|lap|round)"
NEXT = (
    rf"(?:{ORDINAL}(?: and (?:final|last))?|another|new|next|further|follow-up|sophomore|additional|subsequent|more|"
    rf"{SMALL_NUMBER} (?:more|further|new|additional))"
    rf"(?:[ -][\w-]+){{0,3}}?[ -](?:{_UNIT}|episodes|orders?|parts)\b|[Ss](?:easons?|eries) (?:{SMALL_NUMBER}|{ORDINAL})\b|"
    rf"\bS\d\b"
)
SHOW = (
    r"(?:series|serial|soap|telenovela|miniseries|show|drama|comedy|thriller|saga|sitcom|programme|program|project|crime "
    r"saga|mystery|title|it|them|us)"
)
_GAP = r"[^.;?!]{0,70}?"
_AUX = (
    r"(?:has |have |had |have just |has just |just |been |officially |now |already |finally |also |formally |quietly |"
    r"once again )*"
)

# Name, status, polarity, pattern; the first to take a place keeps it.
Rule = tuple[str, str, str, Pattern]


def rules(*written: tuple[str, str, str, str]) -> tuple[Rule, ...]:
    """Compile rules as they are written: name, status, polarity, pattern."""
    return tuple((name, status, polarity, regex(pattern, re.IGNORECASE)) for name, status, polarity, pattern in written)


RULES: tuple[Rule, ...] = rules(
    *(
        # what nobody has decided
        (
            "neither",
            "undecided",
            "+",
            (
                r"\b(?:has|have|had)(?:n[’']t| not)(?: yet)? (?:\w+ly )?(?:confirmed|announced) (?:a |the |any |"
                r"its )?(?:\w+ )?(?:season|series|renewal)\b|"
                r"(?:has|have)(?:n[’']t| not| neither) (?:officially )?(?:renewed|cancell?ed|"
                r"picked up)(?:,)? (?:or|nor) (?:renewed|cancell?ed|axed)"
            ),
        ),
        (
            "open",
            "undecided",
            "+",
            (
                r"\bno (?:final |official |formal )?decisions? (?:has|have) (?:yet )?been (?:made|taken|"
                r"reached)|\bno (?:final )?decision (?:yet|either way|on|about|regarding)\b|\b(?:has|have) (?:not|"
                r"yet)(?: yet)? (?:to )?(?:made?|reached?|taken?) (?:a|any|its|up (?:its|their)) (?:final )?(?:decision|call|"
                r"mind)"
            ),
        ),
        (
            "yet_to",
            "undecided",
            "+",
            (
                r"\b(?:is|are|has|have) (?:yet|still|still yet) to (?:officially |formally )?(?:renew|"
                r"confirm|announce|decide|order|pick up|greenlight|green-light|make|say|reveal|comment on|commit)\b(?! "
                r"(?:the |"
                r"a |an |its )?(?:reason|why|release|premiere|launch|air|cast|trailer|date))"
            ),
        ),
        (
            "doubt",
            "undecided",
            "+",
            (
                r"\b(?:future|fate|status|prospects?)\b[^.;?!]{0,60}\b(?:in doubt|uncertain|unclear|"
                r"unknown|undecided|in limbo|in the balance|up in the air|open|hangs?|remains? to be seen|unresolved|"
                r"has not been decided|hasn[’']t been decided)|\bremains to be seen (?:whether|if)\b|\bin limbo\b|"
                r"\bon the bubble\b"
            ),
        ),
        (
            "silent",
            "undecided",
            "+",
            (
                r"\b(?:has|have)(?:n[’']t| not) (?:said (?:a word|anything|so|whether)|commented|"
                r"breathed a word|uttered)|\bis (?:keeping|staying) (?:quiet|mum|silent|tight-lipped)|\bremain(?:s|"
                r"ed)? (?:silent|"
                r"quiet|tight-lipped|mum)\b|\bno one has (?:told|called|said)\b(?! (?:that|it|this|so)\b)|\bnobody has "
                r"(?:told|"
                r"called|"
                r"said)\b(?! (?:that to|it|this|so) )(?! (?:its|the|their) (?:cast|crew|stars|actors|writers)(?=[.,;]|"
                r"$))[^.;?!]{0,30}|\b(?:I[’']ve|we[’']ve|I have|we have) (?:heard|been told) "
                r"nothing|\bheard nothing\b|\bno mention of\b"
            ),
        ),
        (
            "no_word",
            "undecided",
            "+",
            (
                rf"\b(?:no|not any|without any|without) (?:major |further |new |official |formal |"
                rf"final |firm )*(?:news|word|confirmation|announcements?|updates?)\b(?! (?:on|about|of|regarding) (?:the |a |"
                rf"its |an )?(?:official )?(?:release|premiere|date|trailer|cast|launch))(?:(?: (?:yet|so far|as of now|"
                rf"at this time))? (?:on|"
                rf"about|of|regarding|from) {_GAP}(?:{NEXT}|{SHOW}|part|future|renewal))?|\bstill no word\b"
            ),
        ),
        (
            "wait",
            "undecided",
            "+",
            (
                r"\b(?:wait|waiting) (?:for|until) (?:an |the |any )?(?:official|formal) (?:announcement|"
                r"confirmation|word|news|decision)"
            ),
        ),
        (
            "wont_say",
            "undecided",
            "+",
            (
                rf"\b(?:can[’']t|cannot|could not|couldn[’']t|would not|"
                rf"wouldn[’']t) (?:really )?(?:say|confirm|tell|reveal)(?: that| whether| if| more| anything|"
                rf" yet)?\b(?! (?:who|no\b(?! more)|yes\b|enough|goodbye|thank|sorry|the same|when (?:it|filming|production|"
                rf"work|shooting|the shoot) (?:might|would|will|could) (?:resume|restart)|a (?:bad )?word|his|her|him|"
                rf"what|how|where))|\bdeclined to (?:say|confirm|comment on|discuss) {_GAP}(?:{NEXT}|renew|future|return)|"
                rf"\bno plans to (?:discuss|announce)\b"
            ),
        ),
        (
            "later",
            "undecided",
            "+",
            (
                r"\b(?:a |the |any )?(?:final )?decision\b[^.;?!]{0,60}\b(?:will (?:follow|come|"
                r"be (?:made|taken|announced))|is (?:not )?(?:expected|due(?! to (?!be\b)))|due(?! to (?!be\b))|to be made|"
                r"pending|"
                r"rests)\b|\b(?:has|have|had|is|are|was)(?:n[’']t| not) (?:yet )?(?:ruled|ruling) out|\bnothing (?:has been|"
                r"is|"
                r"was) (?:decided|confirmed|agreed)\b|\b(?:await|awaits|awaiting) (?:its|their|word|news of) "
                r"(?:fate|future|on)|\blooks? forward to discussing the future|\bhas not yet been (?:renewed|decided|"
                r"picked up|cancell?ed)|"
                r"\bstill waiting (?:to hear|on a decision)|\bnot officially (?:confirmed|announced)(?: yet)?\b(?! (?:a |"
                r"the )?(?:release|date))"
            ),
        ),
        # what is denied or not so
        (
            "not_cancelled",
            "cancelled",
            "-",
            (
                r"\b(?:is|was|are|technically|has|have|officially|been)(?:n[’']t|,? not|"
                r" NOT) (?:officially |yet |been |technically |actually )*(?:cancell?ed|axed|scrapped|over|dead)\b|"
                r"\bnot (?:officially )?cancell?ed\b|\bhas not cancell?ed\b"
            ),
        ),
        (
            "not_last",
            "ending",
            "-",
            (
                rf"\bn(?:ot|or)\b[^.;?!]{{0,60}}\b(?:the |its )?(?:last|final) (?:ever )?{_UNIT}\b|"
                rf"\bdoes(?:n[’']t| not) mean (?:the show|it) is over"
            ),
        ),
        (
            "not_renewed",
            "renewed",
            "-",
            (
                rf"\b(?:has|have|had|was|were|is|been|did)(?:n[’']t| not| NOT) (?:yet |officially |"
                rf"been |actually )*(?:renew(?:ed)?|picked up|(?:re)?commissioned|greenlit|order(?:ed)?)\b|\bnot renewed\b|"
                rf"\b(?:will not|won[’']t|would not) be (?:renewed|picked up|recommissioned)\b|"
                rf"\bthere (?:will|is to) be no (?:more of it\b|{NEXT})|"
                rf"\bthere (?:will not|won[’']t) be (?:a|another) (?:{ORDINAL}|new|further)|\bsaid no to\b|\bI would(?:n[’']t|"
                rf" not) bet on it\b|\bI(?:[’']d| would)(?:n[’']t| not) (?:bet|count|hold my breath)\b"
            ),
        ),
        # turned round
        (
            "reversed",
            "reversed",
            "+",
            (
                r"\b(?:un-?cancell?(?:ed|s)|reversed? (?:its|their|the) (?:decision|cancell?ation)|"
                r"reversal of (?:its|the) (?:decision|cancell?ation)|(?:back|return\w*|alive) after all|U-turn)\b"
            ),
        ),
        # the end in sight
        (
            "final",
            "ending",
            "+",
            (
                rf"\b{ORDINAL} and (?:final|last|concluding) {_UNIT}\b|\b(?:a|its|for a|one|be the|is the|"
                rf"as the|show[’']s|series[’']|their|our) (?:shortened |eight-episode |two-part |[\w-]+ )?(?:final|"
                rf"last|(?:concluding|farewell|closing)(?= (?:season|series|run))) {_UNIT}\b(?! (?:was|ended|finished|drew|"
                rf"averaged|aired|premiered|left|had|dropped|saw|fell|rose|held))|"
                rf"\b(?:will|would|could|may|might|is to) be (?:its|the|our|their) last\b(?! (?:week|year|month|chance))|"
                rf"\b(?:sign|bow)s? (?:off|out)(?= (?:this|next|in|for good|at the end|later))|\b(?:bring|brings|brought|"
                rf"brings|draw|draws|wrap|wraps) (?:the |its |"
                rf"our )?(?:story|show|series|saga|things) (?:to (?:a|an|its) (?:close|end|conclusion)|up)\b|\b(?:conclude|"
                rf"concludes|end|ends|ending|bow|bows|bowing|wrap|wraps|wrapping|sign|signing)(?: up| out| off)? (?:with|"
                rf"after) (?:its |a |the |this |season|series)|\bending on (?:our|its|their) own terms\b|"
                rf"\bthe end of the (?:road|line) for\b|\bplanned (?:end|ending|conclusion)\b"
            ),
        ),
        # over
        (
            "cancelled",
            "cancelled",
            "+",
            (
                r"\b(?:cancell?(?:ed|s|ing)|cancel the (?:idea|show|series|second)|axe[sd]|axing|(?:decided|decides|chose|"
                r"opted|moved|decision) to (?:cancel|axe|scrap|end|drop|pull|discontinue)|gotten the axe?|"
                r"scrapp(?:ed|ing)|scraps|nixe[sd]|shelve[sd]|can(?:ned|s)(?= (?:the|after|‘|“|it|its))|pull(?:ed|s|"
                r"ing) the plug|call(?:ed|s|ing) time|brought down the curtain|given the (?:axe|chop|boot)|got the (?:axe|"
                r"chop|"
                r"boot)|get the (?:axe?|chop)|discontinue[ds]?|drop(?:ped|s)?(?= (?:the (?:[\w-]+ ){0,3}(?:show|series|drama|"
                r"comedy|sitcom|"
                r"thriller)|"
                r"it after|“|‘))|dump(?:ed|s)(?= (?:the|it|“|‘))|(?:kill(?:ed|s)?(?: off)?|pull(?:ed|s)|binn?(?:ed|s))"
                r"(?= (?:the (?:[\w-]+ ){0,3}(?:show|series|drama|comedy|thriller)\b|it\b|[“‘]|(?-i:[A-Z])))|pass(?:ed|"
                r"es)? on (?:a|"
                r"another|season|the)|cut (?:it )?short|cancell?ation went|decision for cancell?ation)\b"
            ),
        ),
        (
            "no_more",
            "cancelled",
            "+",
            (
                rf"\b(?:will not|won[’']t|would not|is not|isn[’']t|are not|aren[’']t|"
                rf"not) (?:be )?(?:moving|going|proceed(?:ing)?|move|go) (?:forward|ahead)(?: with)?|\b(?:opted|chose|chosen|"
                rf"decided|elected) (?:not to|against) (?:order|renew|proceed|continu|go|mov|mak|pick|produc|bring|a |"
                rf"another )\w*|\b(?:will|would) not (?:be )?(?:return(?:ing)?|com(?:e|ing) back|be back|continu(?:e|ing)|"
                rf"(?:go|carry) on(?=[.,;”]|$| for| beyond| "
                rf"past| without| after)|get(?:ting)?)\b(?! (?:until|till|before)\b)|"
                rf"\b(?:is|"
                rf"are)(?:n[’']t| not) (?:(?:coming|going to come|going to be) back|returning)\b|\bwon[’']t (?:be (?:back|"
                rf"returning|"
                rf"getting|coming "
                rf"back)|return|get|come back|continue)\b(?! (?:until|till|before)\b)|\bhas come to an end\b|"
                rf"\bends? (?:its run )?after (?:just |only )?{SMALL_NUMBER} seasons?|"
                rf"\bgone after {SMALL_NUMBER}|\bseasons?, then nothing|\bone and done\b"
            ),
        ),
        (
            "done",
            "cancelled",
            "+",
            (
                r"(?<=[”’\w])(?<!’ season)(?<!’s season)(?<!'s season) (?:is|[’']s|(?<=show )was|"
                r"(?<=series )was) (?:officially |now |well and truly )?(?:done|dead|"
                r"finished|"
                r"no more|over)(?=[,.;!?”’]|$| for good| and buried)"
            ),
        ),
        # on, in one way or another
        (
            "paused",
            "paused",
            "+",
            (
                r"\bon (?:an )?(?:indefinite )?(?:pause|hiatus|hold|ice)\b|\bindefinite(?:ly)? (?:pause|"
                r"paused|hiatus|shelved|hold)\b"
            ),
        ),
        (
            "developed",
            "in_development",
            "+",
            (
                rf"\b(?:{NEXT}){_GAP}\bin (?:\W?active |early )?development\b|\bin (?:active |"
                rf"early )?development (?:on|for) {_GAP}(?:{NEXT})|\bwriters? (?:have|has) begun mapping"
            ),
        ),
        (
            "talks",
            "in_talks",
            "+",
            (
                rf"\b(?:very )?(?:good|positive|active|early|ongoing|advanced) (?:conversations|"
                rf"discussions|talks)\b(?! (?:\w+ )?(?:to|about) (?:return|repris|join|star|appear|direct|writ|play|board|"
                rf"lead|guest))|"
                rf"\bin (?:talks|negotiations|discussions) (?:for|about|over|on|to) (?!an? (?:[a-z]+ "
                rf")?(?:part|role|return|cameo)\b|"
                rf"(?:return|reprise|join|star|appear|direct|write)\b){_GAP}(?:{NEXT}|"
                rf"renew|"
                rf"continu)|\b(?:talking|speaking) to (?:somebody|someone|another|other)|"
                rf"\b(?:talks|negotiations|discussions) (?!for an? (?:[a-z]+ )?(?:part|"
                rf"role|cameo)\b)(?:for|about|"
                rf"over) {_GAP}(?:{NEXT})"
            ),
        ),
        (
            "spinoff",
            "spinoff",
            "+",
            (
                r"\bspin-?offs?\b|\boff-?shoots?\b|(?:\ba|\banother|\bnew) sister (?:series|show)\b|\bcompanion series\b|"
                r"\bprequel series\b|"
                r"\bsequel series\b|\bconfirmed movie\b"
            ),
        ),
        (
            "renewed",
            "renewed",
            "+",
            (
                rf"\b{_AUX}(?:renew(?:s|ed|ing)|recommission(?:s|ed)|re-?upp?(?:s|ed)|green-?lit|"
                rf"green-?lights?|greenlighted|g(?:iven|ave|ives|iving) (?:a|the|an) (?:official |"
                rf"formal )?(?:green[- ]?(?:light|flag|signal)|"
                rf"go-ahead|nod|thumbs[- ]up))\b(?! (?:deals?|contracts?|interest|"
                rf"their deals|his|her|attention|hope))(?!,? months before)"
            ),
        ),
        (
            "ordered",
            "renewed",
            "+",
            (
                rf"\b{_AUX}(?:pick(?:ed|s) up|order(?:ed|s)|commission(?:ed|s)|hand(?:ed|s)(?: out)?|"
                rf"award(?:ed|s)|g(?:ave|ives|iven|iving|ranted|rants)|confirm(?:ed|s)|affirm(?:ed|s)|announc(?:ed|es|e)|"
                rf"extend(?:ed|s)|land(?:ed|s)|scor(?:ed|es)|receiv(?:ed|es)|nabb(?:ed)|snagg(?:ed)|secur(?:ed|es)|earn(?:ed|"
                rf"s)|get(?:s|ting)?(?! (?:out|away|back|rid|off|to)\b)|got(?! (?:out|away|back|rid|off|to)\b)|bag(?:ged|s)|"
                rf"will (?:make|produce|co-produce)|co-produce|making|approv(?:ed|es)|sign(?:ed|s) off on|set|lock(?:ed|"
                rf"s) in|"
                rf"booked)\b[”’]? (?!(?:[\w’]+ ){{0,3}}(?:updates?|news|details|information|glimpse|look|"
                rf"trailer)\b)(?:[^.;?!,]{{0,50}}?\b)?(?:for )?(?:a |an |the |its |their |up )?(?:{NEXT})(?! (?:cast|"
                rf"trailer|release|premiere|finale|poster|teaser|episodes? (?:of|will)|[^.;?!]{{0,60}}\b(?:will|"
                rf"is to) (?:premiere|launch|debut|air|arrive|"
                rf"bow|drop|land)\b))"
                rf"(?!, (?:bringing|taking|making|lifting|extending|stretching) (?:the|its|this|that) (?:season|series|run|"
                rf"total|"
                rf"order|count|tally))"
            ),
        ),
        (
            "passive",
            "renewed",
            "+",
            (
                rf"\b(?:{NEXT})(?<!episodes)\b[^.;?!]{{0,40}}?\b(?:was|has been|is|were|got|"
                rf"have been)(?: (?:officially|now|already|finally|also|surely|definitely|certainly|really|only|first|both))* "
                rf"(?:affirmed|"
                rf"confirmed|ordered|commissioned|"
                rf"greenlit|"
                rf"picked up|announced|approved|real|happening|official|a go|on (?:its|the) way|in the bag)\b(?! (?:to|for|"
                rf"that))|\b(?:has been|was|is|been) (?:officially )?picked up\b(?! for ten)|\b(?:has|have) been (?:rescued|"
                rf"saved|revived|brought back)\b|\b(?:expects?|predicts?|tipped for|banking on) (?:a |an |"
                rf"the (?!new\b))?(?:{NEXT})(?! to (?:arrive|drop|premiere|land|air|debut|launch|hit|come out|be released))|"
                rf"\bconfirmation (?:by|"
                rf"from) {_GAP}(?:{NEXT})|\bthe renewal of\b|\bgreen (?:signal|light) (?:to|for)\b|\b(?:{SHOW}|chance|"
                rf"story) (?:a|another|one more|a second) (?:chance|shot|life)\b|\b(?:give|given|gave) (?:the|this) (?:show|"
                rf"series) (?:a|another|one more) (?:chance|shot)\b|\boptions? (?:is|are|has been|have been|"
                rf"being)(?: being)? (?:exercised|picked up|taken up)|that order is unaffected\b|"
                rf"\b(?:season|series|run|show|drama|comedy|thriller) (?:was|were|has been|had been) (?:first |"
                rf"originally )?(?:ordered|"
                rf"commissioned|greenlit)\b"
            ),
        ),
        (
            "back",
            "renewed",
            "+",
            (
                r"\b(?:will|would|to|is set to|is going to|are going to|shall)(?: indeed| now| also| \w+ly)* (?:"
                r"return|be back|come back|be returning|live on|ride again|sail again)\b(?! down\b)(?! to (?:the|"
                r"his|"
                r"her|their|work|set|her role|his role))(?! (?:on|this|next|in|before|later|early|late|by) (?!a |the |full|"
                r"force|some|"
                r"popular))(?! [“\"‘](?:before|by|in|soon))|\b(?:is|are|"
                r"[’']s) (?:officially |definitely |finally )?(?:coming back|returning|going again|on its way|going ahead|"
                r"happening|back)(?! (?:as|on|in) )|\b(?:sails|marches|lives|rides|rolls|goes) on\b|\bbrought (?:it|"
                r"the (?:show|"
                r"series)|"
                r"[A-Z][\w ]+) back\b|\b(?:rescued|revived|resurrected|saved) (?:by|the|it|for|at|on)\b"
            ),
        ),
    )
)
