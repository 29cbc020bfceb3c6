"""What is refused, open, talked of or laid aside, in more of the words of news: read before the rules of decisions."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.rules import NEXT, SHOW, Rule, rules
from cliffhanger.claims.kinds.renewal.unsettled_rules import TITLE
from cliffhanger.claims.numbers import ORDINAL

_MORE = (
    rf"(?:a |an |the |its |any |another |possible |potential )*(?:{NEXT}|renewal|revival|return\b(?! to (?:the|an?|his|her|their|"
    rf"work)\b)|more(?= of (?:it|the {SHOW})\b|[.,;”\"]|$)|more (?:episodes|seasons|series)|future\b)"
)
_NOT = r"(?:n[’']t| not)"
_WHOM = r"(?:us|them|him|her|me|everyone|[Tt]he [a-z]+|(?-i:[A-Z])[\w’-]+)"
KIN = r"(?:prequel|sequel|remake|reboot|movie|film|feature|spin-?off|companion series)"
_BACK = rf"(?:{_MORE}|renew\w*|(?:coming|come|be|being|brought) back\b|return\w*|another\b)"
_NO_ONE = (
    r"(?:nobody|no one|hardly anyone|hardly anybody|few(?: people)?|very few(?: people)?|not many(?: people)?|none of "
    r"us)"
)
_UNSURE = r"(?:unlikely|doubtful|improbable|a long shot|a tall order|a stretch)"

_NO_ANSWER = (
    r"(?:don[’']t|do not|couldn[’']t) (?:\w+ )?know|no idea|we(?:[’']ll| will) (?:have to )?(?:wait and )?see|wait and see|"
    r"not up to (?:me|us)|"
    r"never say never|who knows|watch this space|no comment|anything (?:can|could) happen|not (?:my|our) (?:call|decision)|"
    r"ask (?:me|them|the "
    r"network|[A-Z]\w+)|can[’']t (?:say|comment|tell you)|never rule (?:it|anything) out|nothing to announce"
)

FURTHER_OPEN: tuple[Rule, ...] = rules(
    (  # "We haven't got an order for it", "has not been given a renewal"
        "no_order",
        "renewed",
        "-",
        (
            rf"\b(?:has|have|had|[’']ve){_NOT}(?: yet| actually| officially| been| had)* (?:got|had|received|given|seen|"
            rf"secured|won|"
            r"landed|placed|gotten) (?:an? |the |any |our |its )?(?:\w+ )?(?:order|"
            rf"renewal|pick-?up|recommission|green ?light|go-ahead)s?\b(?! (?:of|from) )|"
            rf"\b(?:left|missing|absent|omitted|dropped) (?:off|from|out of) (?:the|its|[\w’]+[’']s) (?:[\w’-]+ ){{0,3}}?"
            r"(?:renewals|list of (?:renewals|renewed (?:shows|series)|returning (?:shows|series)))\b|"
            rf"\bthere (?:is|was|will be|would be){_NOT} (?:yet )?(?:a |an |any |going to be )*(?:{NEXT})|"
            rf"\bthere (?:wo|would){_NOT} be (?:a |an |any )?(?:{NEXT})|"
            rf"\b(?:{NEXT}) (?:was|were|has|have|had) never (?:been )?(?:ordered|made|commissioned|greenlit|produced)\b|"
            rf"\b(?:wo{_NOT}|will not|would{_NOT}) (?:be )?(?:get(?:ting)?|given|see(?:ing)?) (?:one|it)(?=[.,;!]|$)|"
            rf"\b[Nn]o (?:{NEXT})(?: of [^.;?!,]{{2,30}}?)? (?:is|are|was|were|has been|have been|had been)(?: currently| "
            rf"yet| now| ever)* "
            r"(?:planned|ordered|expected|in the works|coming|on the (?:way|cards|horizon)|commissioned|scheduled|"
            r"forthcoming|in "
            r"development|picked up|happening)\b"
        ),
    ),
    (
        "few_expect",
        "renewed",
        "-",
        (
            rf"\b{_NO_ONE}\b[^.;?!,]{{0,40}}? (?:believes?|expects?|thinks?|imagines?|reckons?|foresees?|predicts?|is betting|"
            rf"are betting|would bet)\b[^.;?!]{{0,50}}?(?:{_BACK}|\b(?:a|an) {ORDINAL}\b)|"
            rf"\b(?:can(?:no|[’'])t|do{_NOT}|do not|hard to|difficult to|struggl\w+ to|tough to|impossible to) (?:really "
            rf")?(?:see|"
            rf"imagine|picture|envisage|foresee) (?:{_WHOM}|it|a |an |another )[^.;?!,]{{0,40}}?\b(?:order|renew|commission|"
            rf"bring|"
            rf"mak|return|gett?|com|surviv|happen)(?:ing|e|s)?\b[^.;?!,]{{0,12}}?(?:{_BACK}|\bit\b|happening|surviv\w+)|"
            rf"\b(?:{NEXT}|renewal|return|revival)(?: \w+){{0,3}}? (?:{_UNSURE}|out of reach|beyond hope)\b|"
            rf"\b(?:don[’']t|do not|wouldn[’']t|would not|shouldn[’']t) (?:expect|count on|bank on|look for) (?:there to be |"
            rf"to see |to get )?"
            rf"(?:a |an |any |another )*(?:{NEXT}|renewal|more of (?={TITLE}))(?! (?:before|until|till|any ?time|this|to "
            rf"(?:arrive|drop|premiere|"
            r"air|land|come)|in (?:20|the|early|late)|for (?:a|some)|soon|trailer|date|release))|"
            rf"\b(?:odds|chances) (?:are|seem|look) (?:firmly |heavily |stacked )?against (?:a |an |the )?(?:{NEXT}|renewal|"
            rf"it\b|return)|"
            rf"\b(?:less (?:and less )?likely|unlikely|doubtful) that [^.;?!]{{2,40}}?(?:{NEXT}|renew\w*|return\w*|\bback\b)|"
            rf"\b(?:do|did)(?:n[’']t| not) (?:think|believe|expect|imagine|suppose) (?:that )?(?:we|they|viewers|fans|"
            rf"you)(?:[’']ll| will| would)? "
            rf"(?:ever )?(?:see|be getting|get) (?:a |an |another )?(?:{NEXT})|"
            rf"(?:n[’']t|\bnot) hold(?:ing)? out (?:much |a lot of |any |great )?hope (?:of|for) (?:a |an |another "
            rf")?(?:{NEXT}|renewal|more\b)|"
            rf"\bnot a (?:hope|chance|prayer) (?:of|for) (?:a |an )?(?:{NEXT}|renewal)|"
            rf"\bmiracle (?:for|to see|if) [^.;?!]{{2,40}}?(?:renew\w*|{NEXT}|\bback\b|return\w*|saved|picked up)|"
            rf"\b(?:little|slim|not much|scant|hardly any|zero|no real|no|precious little) (?:chance|hope|prospect|"
            rf"likelihood|appetite)s? "
            rf"(?:of|for|that there will be) (?:a |an )?(?:{NEXT}|renewal|(?:it|the show|the series) (?:being renewed|coming "
            rf"back|returning))"
        ),
    ),
    (  # "It's hard to imagine Vela not renewing it"
        "sure_to_keep",
        "renewed",
        "+",
        (
            r"\b(?:hard|difficult|impossible|tough) to (?:see|imagine|picture|believe|envisage|conceive of) [^.;?!,]{2,40}? "
            rf"(?:not (?:renewing|ordering|bringing|picking|coming back|returning|making (?:{_MORE}))|(?:walking away from|"
            rf"letting go of|giving up on|dropping|axing|cancell?ing|passing on) (?={TITLE}))|"
            rf"\b(?:can|could) (?:definitely |easily |totally |certainly |absolutely )?(?:see|imagine|picture) {_WHOM} "
            rf"(?:going for|ordering|"
            rf"giving (?:it|us|them)|making|doing|wanting|picking up|going ahead with|renewing it for) (?:a |an )?(?:{NEXT}|"
            rf"another\b)|"
            rf"\b(?:every|a (?:very )?(?:good|decent|strong|real|fair|solid|distinct)|a better than even) (?:chance|"
            rf"possibility|likelihood|"
            rf"prospect|shot) (?:of|for|at|that there will be) (?:a |an )?(?:{NEXT}|renewal|return\b|pick-?up)|"
            rf"\b(?:renewal|{NEXT}) (?:would|will) (?:be no surprise|hardly be a surprise|not (?:be a )?surprise|hardly "
            rf"surprise)|"
            rf"\b(?:renewal|{NEXT}) should (?:follow|come|happen|be (?:ordered|coming|announced|on (?:its|the) way|a "
            rf"formality))\b|"
            rf"\bchances are (?:good|high|strong|decent|fair) (?:that )?[^.;?!]{{2,40}}?(?:{NEXT}|renew\w*|return\w*|"
            rf"\bback\b)|"
            rf"\bodds are (?!against|stacked|long|slim|not)(?:that )?[^.;?!]{{2,50}}?(?:{NEXT}|renew\w*|return\w*|back\b)|"
            r"\bI(?:[’']d| would) (?:say|guess|bet|wager|reckon|imagine|expect|venture) (?:that )?(?:it|they|we|the (?:show|"
            r"series|drama)|"
            r"(?-i:[A-Z])\w+)(?:[’']ll| will)? (?:probably |likely |almost certainly )?(?:gets? (?:renewed|another|one more|"
            r"picked up|a "
            r"(?:second|third|fourth|fifth))|be (?:renewed|back|picked up)|is (?:renewed|back)|comes? back|returns?|"
            r"survives?)\b|"
            rf"\b(?:would be|[’']d be) (?:mad|crazy|foolish|insane|daft|stupid) (?:not to (?:renew|order|bring|pick)|"
            rf"to (?:cancel|drop|axe|lose) (?={TITLE}))"
        ),
    ),
    (
        "still_open",
        "undecided",
        "+",
        (
            rf"(?:{_NOT}|\bnever|\bnor|\b(?:refus|declin)(?:ed|es|ing) to|\bwithout) (?:yet |ever |entirely |quite "
            rf")?(?:clos(?:e|ed|"
            r"ing)|shut(?:ting)?|slam(?:med|ming)?|bolt(?:ed)?) the door (?:on|to)\b|"
            rf"\b(?:nothing|little|not much|not a thing) (?:is|has been|was)(?: yet| so far| currently| as yet)? (?:known|"
            rf"said|heard|"
            rf"announced|revealed|decided|official|confirmed|settled|agreed|certain) (?:yet )?(?:about|of|on|regarding|for|"
            rf"concerning) {_MORE}|"
            rf"(?:\bis|[’']s|\bremains?)(?: still| as yet| currently)? (?:unclear|unknown|uncertain|not (?:yet )?(?:known|"
            rf"clear|certain)) "
            rf"(?:whether|if) (?:there|it|they|the (?:\w+ )?(?:{SHOW})|{TITLE})[^.;?!]{{0,30}}? (?:will|would|is|gets?|"
            rf"returns?|has)\b"
            r"(?! (?:appear|play|star|join|air|premiere|be (?:shown|released)))|"
            rf"\b(?:has|have|had|does|did)(?: still| yet)?{_NOT}(?: still| yet)? (?:announced?|revealed?|decided?|disclosed?|"
            rf"made (?:it )?clear|"
            rf"indicated?) (?:whether|if) (?:or not )?(?={TITLE}|there\b|a |another )[^.;?!]{{0,50}}?(?:{_BACK}|\blast\b|"
            rf"\bfinal\b|continue)|"
            rf"\b(?:has|have|had){_NOT} (?:yet )?(?:made|reached|taken|come to) (?:a|any) (?:final |firm )?(?:decision|call|"
            rf"determination)\b|"
            rf"\b(?:mull(?:s|ing)|ponder(?:s|ing)|contemplat(?:es|ing)|debat(?:es|ing)|toying with|weigh(?:s|ing)(?: up)?|"
            rf"thinking (?:about|"
            rf"over)) (?:the (?:idea|possibility|prospect) of |whether to (?:order|make) |ordering |making |doing |"
            rf"commissioning )?(?:a |an |the )?"
            rf"(?:{NEXT}|renewal)|"
            rf"\b(?:ticking|pressure) (?:is )?(?:on|for) (?:a )?decision (?:on|about|over)\b|"
            rf"\b(?:has|have|had) (?:until|till) [^.;?!,]{{2,25}}? to (?:decide (?:whether|if|on (?:a |an |the |its )?"
            rf"(?:{NEXT}|renewal|future|fate|more))|make (?:a|its|their) (?:decision|call) (?:on|about) (?:a |the |its "
            rf")?(?:{NEXT}|renewal|future)|"
            rf"renew|exercise)|"
            rf"\b(?:{NEXT}|renewal|return|future|fate) (?:will |would |may |now )?(?:depends?|hinges?|hangs?|rests?|turns) "
            rf"(?:entirely |largely )?on\b|"
            rf"(?:^|: )(?:still )?(?:awaiting|waiting (?:for|on)|pending)(?: an?| the| its| their)? (?:verdict|decision|word|"
            rf"fate|news|renewal)\b|"
            rf"\b[Nn]o (?:{NEXT}) (?:has been|has yet been|was) (?:announced|confirmed)\b|"
            rf"\b(?:{_NO_ANSWER})\b[^.;?!]{{0,50}}[”\"] [^.;?!“]{{0,50}}\b(?:said|says|replied|answered|joked|laughed|"
            rf"told)\b[^.;?!]{{0,40}}?"
            rf"(?:of|about|on|when asked|if there|whether) [^.;?!]{{0,30}}?(?:{NEXT}|\bmore\b|return|renew|future|back\b)|"
            rf"\b(?:asked|pressed|quizzed) (?:if|whether|about|on)[^.;?!]{{0,60}}?(?:{NEXT}|\bmore\b|return|renew|future|"
            rf"back\b)[^.;?!]{{0,70}}?"
            rf"\b(?:{_NO_ANSWER})\b|"
            rf"\bwhether (?:the )?[\w+]+(?: [A-Z]\w+)? (?:will|wants?|would|intends?|plans?)[^.;?!]{{0,50}}?(?:{_BACK}|"
            rf"\bmore\b)[^.;?!]{{0,30}}? (?:is|"
            r"remains) (?:still )?(?:unclear|unknown|uncertain|an open question|anyone[’']s guess|up in the air|not (?:yet "
            r")?(?:known|clear)|to be "
            r"seen)|\b(?:kept|keeps|keeping|stay(?:s|ed|ing)|remain(?:s|ed|ing)) (?:mum|quiet|silent|schtum|tight-lipped|"
            r"coy) (?:on|about|over|"
            rf"regarding) (?:{_MORE}|[^.;?!,]{{2,40}}?(?:prospects|future|fate|return\b))|"
            rf"\bkeep(?:s|ing)? (?:\w+ )?(?:fans|viewers|audiences|everyone) guessing (?:about|over|on) (?:{_MORE})|"
            rf"\b(?:nobody|no one) (?:at|from|in) [^.;?!,]{{2,25}}? (?:will|would) (?:say|tell|confirm|comment) (?:whether|if)\b|"
            rf"\b(?:expected|due|set) to (?:make|take|reach|announce) (?:a|its|their) (?:final )?decision (?:on|about) "
            rf"(?:{_MORE}|(?={TITLE}))|"
            rf"\bjury (?:is|was|[’']s|remains) (?:still |very much )*out (?:on|over|as to) (?:{_MORE}|whether|{TITLE})|"
            rf"\b(?:sit(?:s|ting)? on (?:its|their) hands|(?:keep(?:s|ing)?|kept) (?:its|their|all) options open|drag(?:s|ged|"
            rf"ging)? (?:its|their) (?:feet|heels)|hedg(?:es?|ed|ing) (?:its|their) bets|stall(?:s|ed|ing)|(?:is|are) "
            rf"(?:still )?"
            rf"(?:torn|undecided|umming and ah+ing|dithering|agonising|agonizing))"
            rf" (?:on|over|about|when it comes to|with) (?:{_MORE}|whether|{TITLE})|"
            rf"\b(?:has|have|had)(?: still| yet)?{_NOT}(?: still| yet)? (?:decided|settled|determined) (?:the|its|on the) "
            r"(?:\w+ )?(?:future|fate)\b|"
            r"\btoo (?:early|soon)[”’\"'] to (?:talk|discuss|say|tell|call|speak|think|know|comment)\b|"
            rf"\b(?:future|fate) (?:is|lies|rests|now rests|remains) (?:in|with|up to) (?:the )?(?:hands|[\w’]+[’']s hands|"
            r"network|streamer|channel|broadcaster)\b|"
            rf"\b(?:don[’']t|do not|doesn[’']t|does not) (?:yet |really |honestly )?know (?:what|where) (?:the |its "
            rf")?(?:future|fate)"
        ),
    ),
    (
        "talks_are_on",
        "in_talks",
        "+",
        (
            rf"(?<!no )(?<!No )\b(?:talks|negotiations|discussions|conversations)\b[^.;?!,]{{0,50}}? (?:are|were|as|have "
            rf"been|had been|remain|is) "
            r"(?:[a-z]+ ){0,2}?[“\"‘]?(?:[a-z]+ ){0,2}?(?:ongoing|under ?way|continuing|friendly|positive|constructive|"
            r"productive|promising|advanced|at an? \w+ stage|taking place)\b(?! with (?-i:[A-Z]))|"
            rf"\b(?:has|have|had|[’']ve|[’']s) (?:already |been |also |even )*(?:talk(?:ed|ing)|sp(?:oken|eaking)|approached|"
            rf"sounded out|contacted|met|chatt(?:ed|ing))(?: (?:to|with))? {_WHOM} (?:about|over|to discuss) (?:a |an |the |"
            rf"doing |"
            rf"making |possibly )*(?:{NEXT}|one(?=[.,;!”]|$)|more\b|coming back\b)|"
            rf"\b(?:conversations|talks|discussions|negotiations) (?:are|have been|were) (?:happening|going on|had|being had|"
            rf"held|being held)\b|"
            rf"\b(?:started|begun|begin|start|been) (?:talking|to talk|speaking|discussing|discussions|conversations|talks|"
            rf"negotiating) "
            rf"(?:about |on |over |for )?(?:a |an |the )?(?:{NEXT})|"
            rf"\bin (?:\w+ )?(?:talks|negotiations|discussions) to (?:save|rescue|revive|bring back|resurrect) "
            rf"(?={TITLE})|"
            rf"\b(?:hammer|thrash|iron|work)(?:ing|ed)? out (?:a |the |an )?(?:deal|terms|details|contract|agreement)"
            rf"[^.;?!,]{{0,20}}? (?:for|on|of) (?:a |an |the )?(?:{NEXT})|"
            rf"\b(?:meet(?:s|ing)?|sit(?:s|ting)? down|(?:at|around) the (?:negotiating )?table) [^.;?!,]{{0,30}}?(?:about|"
            rf"over|to "
            rf"(?:discuss|negotiate|talk about)) (?:a |an |the )?(?:{NEXT}|renewal)"
        ),
    ),
    (
        "film_on",
        "in_development",
        "+",
        (
            rf"\b(?:the|a|that|our) (?:[\w’“”\"‘-]+ ){{0,4}}?{KIN}[”\"]?(?: version)? (?:is|[’']s) (?:still |very much |"
            rf"definitely |really )+(?:happening|on|alive|going ahead|moving ahead|moving forward|on track|coming|in "
            rf"development)\b"
        ),
    ),
    (
        "no_film",
        "spinoff",
        "-",
        (
            rf"\bthere (?:wo|would){_NOT} be (?:an? |any )?(?:[\w-]+ )?{KIN}\b|\bthere (?:will|would) (?:not|never) be "
            rf"(?:an? |any )?(?:[\w-]+ )?"
            rf"{KIN}\b|"
            rf"\b(?:is|are|was)(?:n[’']t| not) [“\"‘]?(?:moving to|becoming|turning into|being (?:turned|made|adapted) into|"
            rf"going to be "
            rf"(?:a )?) ?(?:an? |the )?(?:feature )?{KIN}\b"
        ),
    ),
    (
        "kin_waits",
        "paused",
        "+",
        (
            rf"\b(?:the|a|that|our|its) (?:[\w’“”\"‘-]+ ){{0,4}}?{KIN}[”\"]?(?: plans)? (?:is|are|was|has been|have been) "
            rf"(?:now |"
            rf"currently |still )?[“\"‘]?(?:on (?:the )?back burner|in a drawer|on (?:the|a) shelf|parked|mothballed|stalled|"
            rf"on ice|"
            rf"in limbo|in cold storage|gathering dust)\b"
        ),
    ),
    (
        "put_aside",
        "paused",
        "+",
        (
            r"\b(?:shelved|paused|rested|on hold) indefinitely\b|"
            r"\b(?:bench(?:es|ed)|mothball(?:s|ed)|park(?:s|ed)) (?=the (?:[\w-]+ ){0,3}?(?:show|series|drama|comedy|"
            r"sitcom)\b|[“‘\"])|"
            rf"\b(?:{NEXT}|plans for (?:{_MORE}))[^.;?!,]{{0,30}}? (?:is|are|was|were|has been|have been) (?:now |currently |"
            rf"still )?"
            rf"(?:(?:put |placed )?on (?:the )?back burner|parked|mothballed|(?:put )?(?:in|into) cold storage|stalled)\b|"
            rf"\b(?:tak(?:es?|ing|en)|took|pull(?:s|ed|ing)?|lift(?:s|ed|ing)?|yank(?:s|ed|ing)?|keep(?:s|ing)?|rest(?:s|ing|"
            rf"ed)?) "
            rf"(?:(?:the (?:[\w-]+ ){{0,3}}?(?:{SHOW})|it|[“‘\"][^”’\"]{{2,50}}[”’\"]) )off (?:(?:the )?air|(?:the|its) "
            rf"schedules?|"
            rf"screens?)?(?: |(?<=off ))?(?:until|after|for|from|over|while|during|through|this|in|starting|beginning)\b"
            rf"(?! (?:the )?(?:good|ever))"
        ),
    ),
    (
        "press_pause",
        "paused",
        "+",
        rf"\b(?:press|hit|push)(?:es|ed|ing)? (?:the )?[“\"‘]?pause(?:[”\"’]| button)? on (?={TITLE})",
    ),
    (
        "begun_on_it",
        "in_development",
        "+",
        (
            rf"\b(?:scripts?|outlines?|treatments?) for (?:a |an |the )?(?:{NEXT})[^.;?!,]{{0,20}}? (?:has been|have been|was|"
            rf"were|is|are) (?:being )?"
            rf"(?:ordered|commissioned)\b|"
            rf"\b(?:{NEXT})[^.;?!,]{{0,20}}? (?:has |have )?(?:entered|gone into|moved into|gone in to) (?:active |early "
            rf")?development\b"
        ),
    ),
    (
        "mind_changed",
        "reversed",
        "+",
        (
            r"\b(?:revers(?:ed|es|ing) (?:course|itself)|chang(?:ed|es|ing) (?:its|their) minds?|had a change of heart|did "
            r"an? (?:about-face|"
            r"about-turn|volte-face)|relented|backtracked)\b|\bun-?axe[sd]\b"
        ),
    ),
    (
        "on_break",
        "paused",
        "+",
        (
            r"\b(?:going|goes|went|gone|is|be|are|was) on (?:an? )?(?:[\w-]+ )?(?:break|pause|sabbatical)\b|"
            r"\b(?:is|will|will be|would be|are) (?:sit out|resting|sitting out|skipping|taking a breather|having a year "
            r"off)\b"
            r"(?= (?:for|this|next|a|the|until|in|until)\b|[.,;]|$)"
        ),
    ),
    (
        "gone_back_on",
        "reversed",
        "+",
        (
            r"\b(?:gone back on|go(?:es)? back on|backtrack(?:s|ed|ing) on|backpedal\w* on|climb(?:s|ed) down (?:on|over|"
            r"from)|"
            r"thought better of|think(?:s|ing) better of|had second thoughts (?:about|on)|relent(?:s|ed) (?:on|over)|"
            r"tor[en] up|rip(?:s|ped|ping) up) "
            r"(?:its|the|their|that|an earlier|last [\w’]+|[\w+’]+[’']s) ?(?:earlier |previous |own )?(?:cancell?ation|axing|"
            r"(?:decision|move|plans?|choice) to (?:cancel|axe?|end|scrap|drop|pull|kill|ditch)\b)[^.;?!,]{0,40}|"
            r"\b(?:cancell?ation|axing) (?:of [^.;?!,]{2,40}? )?(?:has been |was |is |been )(?:\w+ )?(?:reversed|undone|"
            r"overturned|rescinded|revoked|withdrawn)\b"
        ),
    ),
    (
        "kin_planned",
        "spinoff",
        "+",
        (
            rf"\b(?:an?|another|one) (?:[\w’-]+ ){{0,3}}?{KIN}(?:,? (?:set|about|centred|centered|focus\w+|built|based|"
            rf"following|"
            rf"starring|featuring|called|titled|around|telling|that|which) [^.;?!]{{3,60}}?,?)? (?:is|are|was|has been)"
            rf"(?: (?:already|now|also|reportedly|even|(?:said|rumou?red|thought|understood|believed|reported|known) to "
            rf"be))* (?:in (?:the works|(?:early |active )?development|"
            rf"the pipeline)|being (?:developed|planned|made|considered|written|prepared|discussed|mulled|mooted)|planned|on "
            rf"the "
            rf"(?:cards|way)|commissioned|greenlit|under (?:discussion|consideration))\b(?! (?:about|on|of) )|"
            r"\b(?:order(?:ed|s|ing)|commission(?:ed|s)|green-?lit|plann(?:ed|ing)|plans|eye(?:s|ing)|prepar(?:es|ing)|"
            r"making|announced) (?:an? |the )"
            r"(?:[\w-]+ ){0,3}?prequel\b|"
            rf"\b(?:{KIN}) (?:rumou?rs|talk|plans|chatter)\b|"
            rf"\bexpand(?:s|ed|ing) the (?:[\w’“”\"-]+ ){{0,4}}?(?:world|universe|franchise)\b"
        ),
    ),
)
