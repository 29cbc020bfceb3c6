"""What is likely, talked about, rescued or on its way, in the plain words of news: read after the common rules."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.plain_ends import PLAIN_ENDS, SURE
from cliffhanger.claims.kinds.renewal.plain_open import MORE
from cliffhanger.claims.kinds.renewal.rules import NEXT, SHOW, Rule, rules
from cliffhanger.claims.numbers import SMALL_NUMBER

_COMING: tuple[Rule, ...] = rules(
    (
        "likely_told",
        "renewed",
        "+",
        (
            rf"\b(?:renewal|pick-?up|{NEXT}) (?:looks?|seems?|appears?|is|was|feels?)(?: like)?(?: (?:now|very|increasingly|"
            rf"highly|more "
            rf"than|quite|pretty|almost|nearly|all but|virtually|practically|surely|as good as))* {SURE}\b(?! to (?!happen|"
            rf"be (?:renewed|ordered|made|picked)))"
        ),
    ),
    (
        "small_chance",
        "renewed",
        "-",
        (
            rf"\b(?:chances?|odds|likelihood|hopes?|prospects?) (?:of|for) {MORE}[^.;?!,]{{0,20}}? (?:is|are|looks?|seems?|"
            rf"remains?) "
            r"(?:\w+ )?(?:slim|low|small|remote|poor|bleak|dim|minimal|slender|thin|fading|close to (?:zero|nil)|zero|nil)\b"
        ),
    ),
    (
        "good_chance",
        "renewed",
        "+",
        (
            rf"\b(?:chances?|odds|likelihood|prospects?) (?:of|for) {MORE}[^.;?!,]{{0,20}}? (?:is|are|looks?|seems?|remains?) "
            r"(?:\w+ )?(?:good|high|strong|decent|excellent|healthy|bright)\b"
        ),
    ),
    (
        "off_table",
        "renewed",
        "-",
        (
            rf"\b(?:{NEXT}|renewal|revival)[^.;?!,]{{0,20}}? (?:is|are|was)(?: now| firmly| probably)? (?:off the table|"
            rf"out of the "
            r"question|dead in the water|ruled out)\b|"
            r"\b(?:renewal|pick-?up|revival) (?:looks?|seems?|is|was|appears?) (?:\w+ )?(?:unlikely|doubtful|a long shot|"
            r"remote|"
            r"improbable)\b"
        ),
    ),
    (
        "hopeful",
        "renewed",
        "+",
        rf"\b(?:hopeful|optimistic|confident|bullish|upbeat) (?:about|of|for|(?:that )?there (?:will|would) be) {MORE}",
    ),
    (
        "committed",
        "renewed",
        "+",
        (
            rf"\b(?:commit(?:s|ted)?|signed up) to (?:making |producing |airing )?(?:a |an |the )?(?:{NEXT})|"
            r"\b(?:picked up|picks up|exercised|exercises|taken up|took up) (?:its|the|an) option (?:on|for)\b|"
            rf"\b(?:will|is to|set to) (?:run|continue|stay on (?:the )?air|go on) for (?:at least )?(?:{SMALL_NUMBER}|"
            rf"a few) more "
            r"(?:years|seasons|series)\b|"
            rf"\bbring(?:s|ing) (?:back (?=the (?:\w+ ){{0,2}}?{SHOW}\b|[“‘\"])|(?:the (?:\w+ ){{0,2}}?{SHOW}|it|"
            rf"[“‘\"][^”’\"]{{2,50}}"
            r"[”’\"]) back\b)"
        ),
    ),
    (
        "spared",
        "renewed",
        "+",
        (
            r"\b(?:has been |have been |was |were |been |being )?(?:saved|rescued|spared) from (?:the (?:axe?|chop|"
            r"scrap ?heap|brink)|"
            r"cancell?ation|oblivion)\b"
        ),
    ),
    (
        "revival_told",
        "renewed",
        "+",
        (
            rf"\b(?:(?:the|its) (?:revival|comeback)|(?:its|the (?:\w+ )?{SHOW}[’']s) return) (?:was|has been|is|"
            rf"had been) (?:\w+ )?"
            r"(?:confirmed|announced|official|made official)\b"
        ),
    ),
    (
        "negotiating",
        "in_talks",
        "+",
        rf"\bnegotiat(?:e|es|ed|ing) (?:over |for |about )?(?:a |an |the )?(?:deal for (?:a |an )?)?(?:{NEXT})",
    ),
    (
        "doubted",
        "renewed",
        "-",
        (
            r"\b(?:do|does|did|would)(?:n[’']t| not) (?:think|believe|expect|see|imagine) (?:that )?(?:there(?:[’']ll| will|"
            r" would|"
            r"[’']s going to)? be|we(?:[’']ll| will| would)? get|it(?:[’']ll| will| would)? get|to see|to get|us getting) "
            rf"(?:a |an |another )?(?:{NEXT})|"
            r"\b(?:do|would)(?:n[’']t| not) (?:(?:count|bank|bet|rely) on|hold (?:your|my|our) breath for) (?:a |an |another "
            r")?"
            rf"(?:{NEXT}|renewal)"
        ),
    ),
    (
        "points_to",
        "renewed",
        "+",
        (
            r"\b(?:point(?:s|ing)? (?:to|towards?)|suggest(?:s|ing)?|bodes? well for|augurs? well for|hold(?:s|"
            r"ing)? out hope (?:of|"
            rf"for)|not given up (?:hope )?(?:of|on|for)) (?:a |an |the )?(?:renewal|{NEXT})(?=[.,;”\"]|$)"
        ),
    ),
    (
        "talks_on",
        "in_talks",
        "+",
        (
            r"(?<!no )\b(?:talks|negotiations|discussions) (?:are|were|have been|had been|remain) (?:now |still |"
            r"already )?(?:under ?way|ongoing|"
            r"continuing|taking place|in progress)\b(?! with (?-i:[A-Z]))"
        ),
    ),
    (
        "extended",
        "renewed",
        "+",
        (
            rf"\bextend(?:s|ed) (?:the (?:\w+ ){{0,2}}?{SHOW}|it|[“‘\"][^”’\"]{{2,50}}[”’\"]) (?:by|for|through|until) "
            r"(?!(?:\w+ )?(?:minutes|hours|weeks))"
        ),
    ),
    (
        "glad_to",
        "renewed",
        "+",
        (
            r"\b(?:thrilled|delighted|excited|happy|pleased|proud|overjoyed|"
            r"honou?red) to (?:be )?(?:bring(?:ing)? [^.;?!,]{2,40}? back "
            rf"for {MORE}|(?:coming )?back for {MORE}|return(?:ing)? (?:for|with) {MORE}|renew(?:ing)? |continu(?:e|"
            rf"ing) (?:the|this|our) "
            rf"(?:story|show|series|journey)|mak(?:e|ing) {MORE}|order(?:ing)? {MORE})"
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
        rf"\bliv(?:es|ed) to (?:see|fight|tell|play|run) {MORE}",
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
            rf"\bwork (?:on|for) (?:a |the )?(?:{NEXT})[^.;?!,]{{0,20}}? (?:has|had|is) (?:\w+ )?(?:begun|started|under "
            rf"?way)\b"
        ),
    ),
    (
        "expected_to",
        "renewed",
        "+",
        (
            r"\b(?:is|are|was|were)(?: \w+ly)? (?:expected|likely|poised|tipped|certain|sure|bound|thought|believed) to "
            r"(?:now |"
            rf"soon )?(?:(?:order|renew|commission|recommission|pick up|green-?light|bring back) (?:{MORE}|(?:the |this )?"
            rf"(?:\w+ )?{SHOW}\b|[“‘\"])|be (?:renewed|recommissioned|given (?:{MORE})|picked up for))"
        ),
    ),
    (
        "could_return",
        "renewed",
        "+",
        rf"\b(?:could|may|might|can)(?: (?:well|yet|still|even|soon))? (?:return|be back|come back|go on|continue) for {MORE}",
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
            r"\b(?:renewals?|pick-?ups|(?:second|third|fourth|fifth|sixth)-season orders?) (?:\w+ )?(?:went|goes|go|(?:was|"
            r"were) "
            r"(?:given|handed)) to (?=[“‘\"]|the |(?-i:[A-Z]))"
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
            r"\b(?:close|near|closer|nearing|closing in|on the verge|on the brink)(?: (?:to|on|of))? (?:a |an |the |its |"
            r"signing "
            rf"|agreeing |announcing |ordering )*(?:renew(?:al|ing)\b|deal (?:for|on|over) (?:a |an )?(?:{NEXT})|{NEXT}|"
            r"picking (?:it|the show|the series) up)"
        ),
    ),
)
PLAIN_TOLD: tuple[Rule, ...] = (*_COMING, *PLAIN_ENDS)
# Said of much else, too: of a series only where that is the subject.
PLAIN_BOUND = frozenset(
    {"new_home", "running_out", "gone_after", "could_return", "lives_to_see", "dodged", "resting", "spared", "missed_cut"}
)
# Guesses, whatever else the sentence says of whose they are.
PLAIN_GUESSES = frozenset({"at_risk", "hopeful", "doubted", "points_to", "small_chance"})
