"""What is open, talked about, likely or at its end, in the plain words of news: read before and after the common rules."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.rules import NEXT, SHOW, Rule, rules
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER

_MORE = (
    rf"(?:a |an |the |its |any |another |possible |potential )*(?:{NEXT}|renewal|revival|return\b(?! to (?:the|an?|his|her|their|"
    rf"work)\b)|more(?= of (?:it|the {SHOW})\b|[.,;”\"]|$)|more (?:episodes|seasons|series)|future\b)"
)
_OPEN = (
    r"(?:in doubt|in the balance|in limbo|up in the air|uncertain|unclear|unknown|undecided|an open question|"
    r"anyone[’']s guess|a question mark|under discussion|being discussed|to be (?:decided|seen|determined))"
)
_STILL = r"(?:still |very much |now |as yet |far from |all )*"
_KIN = r"(?:prequel|sequel|remake|reboot|movie|film|feature|special)"
_SURE = (
    r"(?:likely|certain|guaranteed|assured|inevitable|probable|a (?:formality|certainty|lock|safe bet|sure thing|given|done "
    r"deal|foregone conclusion|no-brainer)|on the cards|in the cards|in the bag)"
)

PLAIN_OPEN: tuple[Rule, ...] = rules(
    (
        "in_doubt",
        "undecided",
        "+",
        (
            rf"\b(?:{NEXT}|renewal)[^.;?!,]{{0,40}}? (?:is|are|remains?|looks?|hangs?|was|were|being) {_STILL}{_OPEN}\b|"
            rf"\b(?:{NEXT}|return|revival|renewal) (?:has|have|had|is|was)(?:n[’']t| not| never) (?:yet )?(?:been )?ruled out\b|"
            r"\bneither (?:been )?(?:renewed|cancell?ed|picked up|axed) (?:by \w+ )?nor (?:been )?(?:renewed|cancell?ed|picked "
            r"up|axed)\b"
        ),
    ),
    (
        "door",
        "undecided",
        "+",
        (
            r"\bdoors? (?:is|was|are|remains?|stays?|has been left|have been left|left|being left)(?: (?:still|wide|very much|"
            rf"now|always|firmly|slightly))* (?:open|ajar) (?:to|for|on) {_MORE}|"
            rf"\b(?:left|leav(?:es?|ing)|kept|keep(?:s|ing)?|h[eo]ld(?:s|ing)?) the door (?:\w+ )?(?:open|ajar) (?:to|for|on) "
            rf"{_MORE}"
        ),
    ),
    (
        "not_known",
        "undecided",
        "+",
        (
            r"\b(?:do|does|did)(?:n[’']t| not) (?:yet |really |actually )?know (?:yet )?(?:if|whether) [^.;?!]{0,40}?\b"
            rf"(?:{NEXT}|more (?:episodes|seasons|series|of)|renew\w*|back\b|return\w*(?! to)|continue|picked up)|"
            rf"\b(?:fate|future) (?:has|have) yet to be (?:announced|revealed|determined|settled|confirmed)\b|"
            rf"\b(?:has|have|had)(?:n[’']t| not) heard (?:anything|a thing|a word|back)(?: yet)? (?:about|on|regarding|"
            rf"of) {_MORE}|"
            rf"\b(?:has |have |had )?(?:remain|stay)(?:s|ed)? (?:silent|quiet|tight-lipped|mum|coy) (?:about|on|"
            rf"regarding) {_MORE}|"
            r"\b(?:unknown|unclear|uncertain|not (?:yet )?(?:known|clear)) (?:whether|if) [“‘\"]"
            r"[^.;?!]{2,50}? (?:will|gets?|"
            r"returns?)\b"
        ),
    ),
    (
        "nobody_says",
        "undecided",
        "+",
        (
            r"\b(?:nobody|no one|none) (?:at|from|inside|within) [^.;?!]{2,30}? (?:has|have|had) (?:said|breathed|uttered|spoken|"
            rf"whispered) (?:a word|anything)(?=[.,;”\"]|$| (?:about|on|of|regarding) {_MORE})|\b(?:made|making|given|giving|"
            rf"offered) no (?:announcement|comment|indication|"
            rf"mention|hint) (?:on|about|of|over|as to|regarding) (?:{_MORE}|whether|if)|"
            r"\bwait(?:ing|s)? (?:[a-z]+ ){0,3}?to (?:hear|learn|find out|see|know) (?:whether|if) (?:there|it\b|they|the "
            rf"(?:\w+ )?{SHOW}\b|a |another|[“‘])"
        ),
    ),
)

PLAIN_TOLD: tuple[Rule, ...] = rules(
    (
        "likely_told",
        "renewed",
        "+",
        (
            rf"\b(?:renewal|pick-?up|{NEXT}) (?:looks?|seems?|appears?|is|was|feels?)(?: (?:now|very|increasingly|highly|more "
            rf"than|quite|pretty|almost|nearly|all but|virtually|practically|surely|as good as))* {_SURE}\b(?! to (?!happen|"
            rf"be (?:renewed|ordered|made|picked)))"
        ),
    ),
    (
        "cancel_likely",
        "cancelled",
        "+",
        (
            r"\bcancell?ation (?:looks?|seems?|appears?|is|was|feels?)(?: (?:now|very|increasingly|highly|almost|"
            rf"all but))* {_SURE}\b"
        ),
    ),
    (
        "small_chance",
        "renewed",
        "-",
        (
            rf"\b(?:chances?|odds|likelihood|hopes?|prospects?) (?:of|for) {_MORE}[^.;?!,]{{0,20}}? (?:is|are|looks?|seems?|"
            rf"remains?) "
            r"(?:\w+ )?(?:slim|low|small|remote|poor|bleak|dim|minimal|slender|thin|fading|close to (?:zero|nil)|zero|nil)\b"
        ),
    ),
    (
        "good_chance",
        "renewed",
        "+",
        (
            rf"\b(?:chances?|odds|likelihood|prospects?) (?:of|for) {_MORE}[^.;?!,]{{0,20}}? (?:is|are|looks?|seems?|remains?) "
            r"(?:\w+ )?(?:good|high|strong|decent|excellent|healthy|bright)\b"
        ),
    ),
    (
        "more_to_come",
        "renewed",
        "+",
        r"\b(?:plenty |lots |much )?more to come from (?:the (?:show|series|drama|comedy)\b|[“‘\"]|(?-i:[A-Z]))",
    ),
    (
        "lives_to_see",
        "renewed",
        "+",
        rf"\bliv(?:es|ed) to (?:see|fight|tell|play|run) {_MORE}",
    ),
    (
        "dodged",
        "cancelled",
        "-",
        (
            r"\b(?:has |have |had )?(?:narrowly |just |so far )?(?:dodg|escap|surviv|avoid|duck)(?:es|s|ed) (?:the (?:axe?|"
            r"chop|cull|"
            r"cut)|cancell?ation|being (?:axed|cancell?ed))\b"
        ),
    ),
    (
        "axe_fell",
        "cancelled",
        "+",
        (
            r"\b(?:the )?axe? (?:has |have |had )?(?:falls?|fell|fallen) on (?:the (?:[\w-]+ ){0,2}?(?:show|series|drama|comedy|"
            r"sitcom|thriller)\b|[“‘\"])|\bbr(?:ings|ought) (?:the axe down|down the axe) on\b|"
            r"\b(?:falls?|fell|fallen) victim to (?:[\w’-]+ )?(?:cuts|cutbacks|cost-cutting|the axe?|budget|a purge|a cull|"
            r"the cull)"
        ),
    ),
    (
        "not_making",
        "cancelled",
        "+",
        (
            r"\b(?:will not|won[’']t|would not|wouldn[’']t) be (?:making|ordering|producing|commissioning|filming|picking up) "
            rf"(?:any )?(?:more (?:episodes|seasons|series)|(?:a |an |another )?(?:{NEXT}))"
        ),
    ),
    (
        "talking_of",
        "in_talks",
        "+",
        (
            r"\b(?:talking|speaking|in (?:\w+ )?(?:talks|discussions|negotiations)) (?:to|with) [^.;?!,]{2,30}? (?:about|"
            r"over|on|for) "
            rf"(?:a |an |the |another |making )*(?:{NEXT}|return\b(?! to)|revival\b)"
        ),
    ),
    (
        "working_on_it",
        "in_development",
        "+",
        (
            rf"\b(?:{NEXT})[^.;?!,]{{0,30}}? (?:is|are|was)(?: (?:already|now|currently|also|reportedly|said to be|"
            rf"believed to be))* "
            r"(?:in the (?:works|pipeline|making)|being (?:developed|planned|prepared|mapped out))\b|"
            rf"\bput(?:s|ting)? (?:a |the )?(?:{NEXT}) (?:in|into) development\b|"
            rf"\bwork (?:on|for) (?:a |the )?(?:{NEXT})[^.;?!,]{{0,20}}? (?:has|had|is) (?:\w+ )?(?:begun|started|under ?way)\b"
        ),
    ),
    (
        "paused_it",
        "paused",
        "+",
        rf"\b(?:paus|shelv|rest)(?:ed|es|s|ing) (?:the (?:\w+ ){{0,2}}?{SHOW}\b|[“‘\"])(?! (?:from|of|on)\b)",
    ),
    (
        "resting",
        "paused",
        "+",
        (
            r"\b(?:is|was|are|will be|has been|have been) (?:being )?rested\b|"
            r"\b(?:will |would |is to |is going to |has |have |had )?(?:takes?|taking|took|taken) (?:a |an |some )(?:[\w-]+ )?"
            r"(?:break|year off|hiatus|time off|gap year)\b"
        ),
    ),
    (
        "kin",
        "spinoff",
        "+",
        (
            rf"\b(?:an?|the|another) (?:[\w-]+ )?{_KIN} (?:is|are|was|has been)(?: (?:already|now|also|reportedly|"
            rf"said to be))* (?:in "
            r"(?:the works|(?:early |active )?development|production|the pipeline)|being (?:developed|planned|made|considered|"
            r"written|prepared)|planned|on the (?:cards|way)|ordered|commissioned|greenlit)\b(?! (?:about|on|of) )"
        ),
    ),
    (
        "expected_to",
        "renewed",
        "+",
        (
            r"\b(?:is|are|was|were)(?: \w+ly)? (?:expected|likely|poised|tipped|certain|sure|bound|thought|believed) to (?:now |"
            rf"soon )?(?:(?:order|renew|commission|recommission|pick up|green-?light|bring back) (?:{_MORE}|(?:the |this )?"
            rf"(?:\w+ )?{SHOW}\b|[“‘\"])|be (?:renewed|recommissioned|given (?:{_MORE})|picked up for))"
        ),
    ),
    (
        "could_return",
        "renewed",
        "+",
        rf"\b(?:could|may|might|can)(?: (?:well|yet|still|even|soon))? (?:return|be back|come back|go on|continue) for {_MORE}",
    ),
    (
        "there_will_be",
        "renewed",
        "+",
        (
            rf"(?<!whether )(?<!if )(?<!unless )\bthere (?:will|is going to|[’']s going to|is definitely going to) be (?:a |"
            rf"an |another |one )?(?:{NEXT})"
            r"(?! (?:if|in the (?:story|world)|of the (?:year|month)|episodes))|"
            rf"\bwe(?:[’']re| are|[’']ll be| will be) (?:officially |definitely |all )?(?:coming |"
            rf"going to be )?back for (?:a |an |"
            rf"another )?(?:{NEXT})"
        ),
    ),
    (
        "went_to",
        "renewed",
        "+",
        (
            r"\b(?:renewals?|pick-?ups|(?:second|third|fourth|fifth|sixth)-season orders?) (?:\w+ )?(?:went|goes|go|(?:was|were) "
            r"(?:given|handed)) to (?:[“‘\"]|the |(?-i:[A-Z]))"
        ),
    ),
    (
        "stepped_in",
        "renewed",
        "+",
        (
            r"\b(?:step(?:ped|s)|swoop(?:ed|s)|c[oa]mes?|jump(?:ed|s)|rode) in to (?:rescue|save|revive|resurrect|pick up|"
            r"snap up)"
            rf"(?= (?:the (?:\w+ ){{0,2}}?{SHOW}\b|it\b|[“‘\"]|(?-i:[A-Z])))"
        ),
    ),
    (
        "new_home",
        "renewed",
        "+",
        (
            r"\b(?:has |have |had )?(?:found|secured|landed|got)(?: itself)? a new (?:home|network|streamer|"
            r"broadcaster) (?:at|on|"
            r"with|in) (?:the )?(?-i:[A-Z])"
        ),
    ),
    (
        "close_to",
        "in_talks",
        "+",
        (
            r"\b(?:close|near|closer|nearing|closing in|on the verge|on the brink)(?: (?:to|on|of))? (?:a |an |the |its |signing "
            rf"|agreeing |announcing |ordering )*(?:renew(?:al|ing)\b|deal (?:for|on|over) (?:a |an )?(?:{NEXT})|{NEXT}|"
            r"picking (?:it|the show|the series) up)"
        ),
    ),
    (
        "running_out",
        "ending",
        "+",
        (
            r"\b(?:is|are) (?:now |officially |finally )?(?:ending|concluding|wrapping up|bowing out|signing off|finishing|"
            r"coming "
            rf"to an end)(?: its run)? (?:after|with|at the end of) (?:just |only |its |the |this |a )*(?:{SMALL_NUMBER}|"
            rf"{ORDINAL}|season|series|next|upcoming|coming|current|final|last)\b|"
            r"\b(?:has|have|had) reached the end of (?:the|its) (?:road|line|run|life)\b"
        ),
    ),
    (
        "gone_after",
        "cancelled",
        "+",
        (
            rf"\b(?:is|was|are)(?: (?:now|officially|all))? (?:done|finished|over|gone|no more|dead) after (?:just |only |its |a "
            rf")*(?:{SMALL_NUMBER}|single|first|{ORDINAL}) (?:seasons?|series|runs?|years?)\b"
        ),
    ),
    (
        "cancel_news",
        "cancelled",
        "+",
        (
            r"\b(?:the|its|(?:news|word) of (?:the|its)) cancell?ation (?:comes?|came|follows|followed|broke|was (?:announced|"
            r"confirmed|first reported))\b"
        ),
    ),
)
