"""What is open, is not so, or was turned round, in the words of those who will not say: read before the rules of decisions."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.rules import NEXT, Rule, rules
from cliffhanger.claims.numbers import ORDINAL

# How a series begins where it is named or stood for; whether it is one is asked where such a rule has matched.
TITLE = (
    r"(?:[“‘\"](?-i:[A-Z0-9])|(?-i:[A-Z])|(?:the|this|that|its|their|our) (?:[\w’'-]+ ){0,4}?(?:show|series|drama|comedy|"
    r"thriller|"
    r"sitcom|mystery|soap|saga|programme|program|project|anthology|caper|hit|western|title)\b|(?:it|them)\b)"
)
_ANOTHER = (
    rf"(?:{NEXT}|(?:an?|the) {ORDINAL}\b|more (?:of|seasons?|series|episodes)\b|(?:a |its |the )?(?:renewal|future|"
    rf"return)\b)"
)
_NOT = r"(?:n[’']t| not)"
_KILLING = (
    r"(?:cancell?ation|axing|scrapping|(?:decision|move|choice) (?:to (?:cancel|axe?|end|scrap|drop|pull|kill|"
    r"ditch)|not to (?:renew|order|make|produce|continue|bring back))\b[^.;?!,]{0,40}?)"
)
_KILLED = (
    r"(?:cancell?ed|axed|scrapped|abandoned|dropped|shelved|ditched|dumped|binned|killed(?: off)?|canned|written off|"
    r"pulled)"
)
_MAKING = (
    r"(?:renewal|pick-?up|re-?order|(?:decision|move|choice|plans?|promise|pledge|commitment|agreement) to (?:renew|pick up|"
    rf"order|commission|make|produce|bring back|continue)|(?:order|commitment|deal) (?:for|to) (?:an? |its |the )?(?:{NEXT})|"
    rf"(?:{NEXT})(?: [\w-]+){{0,2}} (?:order|renewal|pick-?up|commission))"
)
_TURNS = (
    r"(?:revers(?:ed|es|ing)|overturn(?:ed|s|ing)|overrul(?:ed|es|ing)|undid|rescind(?:ed|s|ing)|withdr(?:ew|aws?|awn|awing)|"
    r"revok(?:ed|es|ing)|annul(?:led|s)|walk(?:ed|s|ing) back|take(?:s)? back|took back|back(?:ed|s|ing) (?:down|away|out)"
    r" (?:on|from|over|of)|went back on|going back on|gone back on|backtrack(?:ed|s|ing) on|reneg(?:ed|es|ing) on)"
)
_OWN = r"(?:its|the|their|that|an earlier|last [\w’]+|[\w+’]+[’']s) (?:earlier |previous(?:ly announced)? |own |planned )?"
_TURNED = r"(?:reversed|overturned|overruled|undone|rescinded|withdrawn|revoked|annulled|walked back|taken back|thrown out)"

NOT_SETTLED: tuple[Rule, ...] = rules(
    (  # a pilot is no series yet
        "pilot",
        "in_development",
        "+",
        (
            r"\b(?:order(?:ed|s|ing)|commission(?:ed|s|ing)|green-?li(?:t|ghts)|picked up|approved|handed out|gave|given) "
            r"(?:an? |the |"
            r"its )?(?:[\w-]+ ){0,3}?pilot(?: orders?)?\b(?! season)|"
            r"\bpilots? (?:was |were |has been |have been |is |being )?(?:ordered|commissioned|greenlit|in the works)\b(?! "
            r"(?:to|for|an?|the|his|her|some|that) )"
        ),
    ),
    (  # a film that is not ruled out may come
        "film_open",
        "spinoff",
        "+",
        (
            rf"(?:{_NOT}|\bnor|\bnever|\brefus(?:ed|es) to|\bdeclin(?:ed|es) to|\bwithout) (?:yet |entirely |completely |"
            rf"quite "
            rf")?(?:ruled?|"
            rf"ruling) out (?:the (?:possibility|idea|chance|prospect) of )?(?:an? |the |any )?(?:[a-z-]+ )?(?:film|movie|"
            rf"feature|spin-?off|"
            rf"prequel|sequel|reboot|remake)\b"
        ),
    ),
    (  # "Vela has still not decided", "it is too early to talk about more episodes", "still looking at the numbers"
        "undecided_yet",
        "undecided",
        "+",
        (
            r"\b(?:has|have|had)(?: still| yet)?(?:n[’']t| not)(?: still| yet)? (?:decided|made up (?:its|their) minds?)(?: "
            r"yet)?"
            r"(?=[.,;”\"]|$| (?:whether|if|on (?:a |an |its |the )?(?:third|second|fourth|fifth|another|renewal|future|fate|"
            r"more)|"
            r"about (?:a|more|its)|what to do)\b)|"
            r"\b(?:far |much |still |a bit |a little |way )?too (?:early|soon) to (?:talk (?:about|of)|discuss|think about|"
            r"speak (?:of|"
            r"about)|say (?:whether|if)|say(?=[.,;”\"]|$)|tell(?=[.,;”\"]|$)|call(?=[.,;”\"]|$)|comment on|speculate (?:about|"
            r"on)|"
            r"know (?:whether|if)|commit to|decide)\b(?! (?:who|when|what|how|where|casting|plot|date))|"
            r"\b(?:still|currently|now) (?:looking at|studying|reviewing|waiting for|analy[sz]ing|poring over|going through|"
            r"assessing|"
            r"crunching|weighing(?: up)?|digesting) (?:the |its |all (?:the )?)?(?:viewing |streaming |audience |final |"
            r"overnight )?"
            r"(?:numbers|figures|data|ratings|results)\b|"
            r"(?:^|[:;] )no decision (?:before|until|till|this|is expected|expected|for now|for the moment|so far)\b|"
            r"\bnothing (?:can|could) be (?:said|known|ruled) (?:for (?:sure|certain)|with certainty|either way|yet)\b"
        ),
    ),
    (
        "asked_whether",
        "undecided",
        "+",
        (
            rf"\b(?:declin(?:ed|es|ing) to|refus(?:ed|es|ing) to|would{_NOT}|did{_NOT}|does{_NOT}|do{_NOT}|won[’']t|will not|"
            rf"cannot|can[’']t|could{_NOT}|has{_NOT}|have{_NOT}|had{_NOT}) (?:\w+ )?(?:say|said|confirm(?:ed)?|reveal(?:ed)?|"
            r"disclosed?|specify|specified|tell us|told us|state|stated|indicate|indicated) (?:whether|if) (?:or not )?"
            rf"(?=there|it\b|the |an? |another|its|season|series|any|more|this|that|{ORDINAL}|[“‘\"])[^.;?!]{{0,60}}?"
            rf"(?:\blast\b|\bfinal\b|\bend(?:s|ing)?\b|\breturn|\bback\b|\brenew|\banother\b|\bmore\b|{ORDINAL}|\bseason\b|"
            r"\bcontinue|\bexists?\b|\bgo ahead|\bhappen|(?:it|that) (?:would|will|is|does)\b)[^.;?!,]{0,50}"
        ),
    ),
    (
        "ruled_out",
        "undecided",
        "+",
        (
            rf"(?:{_NOT}|\bnor|\brefus(?:ed|es|ing) to|\bdeclin(?:ed|es|ing) to|\bnever|\bwithout) (?:yet |entirely |"
            rf"completely |"
            r"quite |exactly )?(?:ruled?|ruling) (?:(?:it|that|this|one|anything|them) out\b|out (?:the (?:possibility|idea|"
            rf"chance|prospect) of )?(?:a |an |the |any )?(?:{_ANOTHER}|more\b|revival|renewal|return (?:for|to|of) "
            rf"(?={TITLE}))|"
            r"out(?=[.,;”\"]|$))|"
            r"\b(?:left|leaves|leaving|kept|keeps|keeping) the door (?:\w+ )?(?:open|ajar)\b(?! (?:for|to) (?:h(?:is|er)|"
            r"their))|"
            rf"\bthe door (?:is|was|remains) (?:still |not )?(?:open|ajar|closed|shut)\b(?= (?:to|for|on) (?:a |an |the "
            rf")?{_ANOTHER})"
        ),
    ),
    (
        "wont_talk",
        "undecided",
        "+",
        (
            rf"\b(?:can[’']t|cannot|can not|could{_NOT}|won[’']t|will not|would{_NOT}|(?:not|never) (?:allowed|able|free|"
            rf"ready|"
            r"permitted|at liberty|going) to|unable to|forbidden to|declin(?:ed|es|ing) to|refus(?:ed|es|ing) to) "
            r"(?:really |even |yet |possibly )?(?:talk about|discuss|speak about|say anything (?:about|on)|get into|go into|"
            rf"comment on|be drawn on) (?:what happens (?:next|after)|(?:a |an |the |any |its |plans for )*{_ANOTHER})"
        ),
    ),
    (
        "not_allowed",
        "undecided",
        "+",
        (
            r"(?<!\w)(?:I|[Ww]e)(?:[’']m|[’']re| am| are| was| were) (?:not|really not|afraid I[’']m not) (?:allowed|at "
            r"liberty|permitted|in a "
            r"position|supposed|able) to (?:say|tell|talk|comment|reveal|answer)(?: (?:that|anything|more|yet|about (?:it|"
            r"that)))?"
            r"(?=[.,;!”\"]|$)"
        ),
    ),
    (
        "unconfirmed",
        "undecided",
        "+",
        (
            r"\b(?:has|have|had) neither confirmed nor (?:denied|ruled out)\b[^.;?!,]{0,50}|"
            r"\b(?:would|will|could) neither confirm nor deny\b[^.;?!,]{0,50}"
        ),
    ),
    (  # a renewal that is undone is one no more: "rescinded the second-season order", "the renewal was reversed"
        "unrenewed",
        "cancelled",
        "+",
        (
            rf"\bun-?renew(?:ed|s|ing)\b|\b{_TURNS} {_OWN}{_MAKING}\b[^.;?!,]{{0,50}}|"
            rf"\b{_MAKING}\b[^.;?!,]{{0,40}}? (?:was|is|were|are|has been|had been|have been|being|got) (?:\w+ )?{_TURNED}\b"
        ),
    ),
    (
        "turned_round",
        "reversed",
        "+",
        (
            rf"\b{_KILLING}\b[^.;?!]{{0,40}}?\b(?:was|is|were|are|has been|had been|have been|being|got) (?:\w+ )?{_TURNED}\b|"
            rf"\b{_TURNS} {_OWN}{_KILLING}|"
            r"\b(?:changed (?:its|their|his|her) minds?|had a change of heart|(?:made|performed|done|did) an? (?:U-turn|"
            r"about-turn|about-face|volte-face|climbdown)) (?:about|on|over) (?:the )?(?:cancel\w+|ax(?:e|ing)|scrapping|"
            r"ending|"
            r"dropping|killing)\b"
        ),
    ),
    (
        "decided_not_to",
        "cancelled",
        "+",
        (
            r"(?<!\bhis )(?<!\bher )(?<!\bmy )\b(?:decision|choice|call) (?:not to|against) (?:order|renew|commission|proceed|"
            r"pursue|continue|make|do|produce|mount|pick up|bring back|ordering|renewing|commissioning|making|producing|"
            r"go (?:ahead|forward|on)|mov(?:e|ing) (?:ahead|forward|on))\b"
        ),
    ),
    (
        "no_longer",
        "cancelled",
        "+",
        (
            r"\b(?:will|would) no longer (?:go (?:ahead|forward)|move (?:ahead|forward)|proceed|be (?:made|produced|filmed))\b|"
            r"\b(?:is|are|was|were) no longer (?:going (?:ahead|forward)|moving (?:ahead|forward)|proceeding|happening)\b"
        ),
    ),
    (
        "not_over",
        "cancelled",
        "-",
        (
            rf"(?:\b(?:is|was|are|has|have|had|been)|[’']s){_NOT} (?:yet |officially |been |actually |quite |being |in fact |"
            rf"at all )*"
            rf"(?:{_KILLED}|finished|done(?=[.,;!”’\"]|$)|over|dead|going (?:anywhere|away))\b|"
            r"(?:^|[:;–—] )not (?:yet |quite |actually |at all |officially )?(?:dead|over|finished|cancell?ed|axed|done|gone|"
            r"scrapped|dropped)\b|"
            r"\b(?:far from|anything but|nowhere near) (?:over|dead|finished|done|cancell?ed)\b|\balive and (?:well|"
            r"kicking)\b|"
            rf"\b(?:has|have|had) never (?:been )?(?:{_KILLED})\b|"
            rf"\b(?:nobody|no one|none of us)(?: has|[’']s| had)? (?:ever |yet |actually )?{_KILLED} "
            rf"(?=anything|{TITLE})"
        ),
    ),
    (
        "not_the_end",
        "ending",
        "-",
        (
            rf"\b(?:{NEXT}|it|this|that|(?:the|this) (?:season|series|run)|{ORDINAL}|two|three|four|five|"
            rf"six)\b[^.;?!,]{{0,30}}?"
            r"(?:\b(?:is|was|will|would|are|has|have|had|need|does|do)(?:n[’']t| not)|\bwon[’']t) (?:be |been |necessarily |"
            r"going to be |described as |billed as |announced as |called |planned as |meant to be |intended (?:as|to be) |"
            r"mean )*"
            r"(?:the|its|their|our|his|her) (?:last|final one|end)\b(?! (?:time|word|straw|we|you|laugh|thing|person|week|"
            r"month|"
            r"year|one to|to )| of (?:it|that|the (?:matter|world|day|month|week|year)))|"
            r"\b(?:has|have|had) never (?:said|called|described|announced)\b[^.;?!,]{0,40}\b(?:last|final)\b"
        ),
    ),
    (
        "no_next",
        "renewed",
        "-",
        (
            rf"\bthere (?:would|shall|could|was to|were to|is going to|was going to) be no (?:{NEXT}|{ORDINAL}\b)|"
            rf"\bthere (?:would{_NOT}|wo{_NOT}|will not|is{_NOT} going to|was{_NOT} going to) be (?:a|an|any|another) "
            rf"(?:{NEXT}|"
            rf"{ORDINAL}\b)|"
            rf"\b(?:gets?|got|getting|given|receives?|received|lands?|landed|sees?|order(?:ed|s)|greenlit) no (?:{NEXT})|"
            rf"\b(?:{NEXT})[^.;?!,]{{0,40}}?\b(?:(?:is|was|are|were){_NOT}|is no longer) (?:currently |now |being |yet |even "
            rf")*"
            r"(?:planned|happening|coming|on the cards|on the table|in the works|in the pipeline|in prospect|on the way|"
            r"expected|"
            r"ordered|commissioned|under discussion)\b|"
            rf"\b(?:has|have|had|with|of) no (?:current |immediate |firm )?(?:plans?|intention|appetite|interest|money|"
            rf"budget) "
            rf"(?:for|to (?:make|order|commission|produce|do|film)|of (?:making|ordering|doing)|in) (?:a |an |the |any "
            rf")?(?:{NEXT}|more(?=[.,;!”]|$| of it))|"
            rf"\b(?:said|says|saying) (?:absolutely |flatly |firmly )?(?:not?|nope) to (?:a |an )?(?:{NEXT}|{ORDINAL}\b)|"
            rf"\bno (?:deal|agreement|contract|order|renewal|commission|pick-?up|green light)s?(?: (?:for|on|over) "
            rf"[^.;?!,]{{2,50}})? "
            r"(?:has|have|had|was|were|is) (?:yet |ever |so far )?(?:been )?(?:signed|struck|reached|agreed|done|made|placed|"
            r"given|"
            r"in place)\b|"
            rf"\b(?:has|have|had|is|was|are|were|been){_NOT} (?:been |yet |actually )*(?:saved|rescued|revived|brought back|"
            r"given (?:a|another) (?:second|further|new|season|series|run))\b(?! (?:the|any|a) (?:\w+ )?(?:files?|child|man|"
            r"woman))"
        ),
    ),
    (
        "no_talks",
        "in_talks",
        "-",
        (
            rf"\b(?:talks|discussions|negotiations|conversations) (?:over|about|on|for) (?:a |an |the |any "
            rf")?(?:{NEXT})[^.;?!,]{{0,40}}? (?:have|had|has){_NOT} "
            r"(?:yet |even )?(?:begun|started|taken place|been held|opened|got under way)\b|"
            rf"\b(?:no|not in|not holding|not having)(?: \w+)? (?:talks|discussions|negotiations|conversations) (?:about|over|"
            rf"for|on) "
            rf"(?:a |an |the |any )?(?:{NEXT}|revival)\b|"
            rf"\bnot (?:talking|negotiating) (?:about|over) (?:a |an )?(?:{NEXT})"
        ),
    ),
)
