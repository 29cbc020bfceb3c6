"""What ends, is cancelled, rests or goes on as something else, in the plain words of news: read after the common rules."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.rules import NEXT, SHOW, Rule, rules
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER

_KIN = r"(?:prequel|sequel|remake|reboot|movie|film|feature|special)"
SURE = (
    r"(?:likely|certain|guaranteed|assured|inevitable|probable|a (?:formality|certainty|lock|safe bet|sure thing|given|done "
    r"deal|foregone conclusion|no-brainer)|on the cards|in the cards|in the bag)"
)
PLAIN_ENDS: tuple[Rule, ...] = rules(
    (
        "cancel_likely",
        "cancelled",
        "+",
        (
            r"\bcancell?ation (?:looks?|seems?|appears?|is|was|feels?)(?: (?:now|very|increasingly|highly|almost|"
            rf"all but))* {SURE}\b"
        ),
    ),
    (
        "last_after_all",
        "ending",
        "+",
        (
            rf"\b(?:{NEXT})[^.;?!,]{{0,25}}? (?:has |had )?(?:turn(?:ed|s) out|prov(?:ed|es)|ended up) (?:to be|"
            rf"being) (?:the|its) (?:last|"
            r"final(?: one)?)\b"
        ),
    ),
    (
        "plug_pulled",
        "cancelled",
        "+",
        r"\bplug (?:has been|was|is being|had been|is) pulled on (?=the |it\b|[“‘\"]|(?-i:[A-Z]))",
    ),
    (
        "missed_cut",
        "cancelled",
        "+",
        r"\b(?:did not|didn[’']t|failed to|won[’']t|will not) make the cut\b",
    ),
    (
        "plan_dropped",
        "cancelled",
        "+",
        (
            rf"(?<!filming of the )(?<!production of the )(?<!shooting of the )\b(?:{NEXT})[^.;?!,]{{0,20}}? (?:has been|"
            rf"have been|was|"
            rf"were) (?:abandoned|shelved|dropped(?! (?:on|in|at|all) )|scrapped|ditched|"
            rf"binned|"
            r"called off)\b|"
            r"\b(?:decision|choice|move) (?:not to|against) (?:renew|order|continu|bring|mak|produc)\w*|"
            r"\brefus(?:al|ed) to (?:renew|recommission) (?=the |it\b|[“‘\"]|(?-i:[A-Z]))"
        ),
    ),
    (
        "meant_to_end",
        "ending",
        "+",
        (
            r"\b(?:plan(?:s|ned)?|intend(?:s|ed)?|decided) to (?:end|finish|conclude|wrap up|close) (?:the (?:\w+ )?(?:show|"
            r"story|"
            rf"series|drama|saga)|it|things) (?:after|with) (?:the )?(?:{SMALL_NUMBER}|{ORDINAL}|{NEXT})\b|"
            r"[“\"](?:this|it|that)(?:[’']s| is) (?:really |truly |sadly |now )?the (?:end|(?:final|last) (?:chapter|one|"
            r"season))(?=[.,!”])"
        ),
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
            r"\b(?:the )?axe? (?:has |have |had )?(?:falls?|fell|fallen) on (?:the (?:[\w-]+ ){0,2}?(?:show|series|drama|"
            r"comedy|"
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
        "paused_it",
        "paused",
        "+",
        rf"\b(?:paus|shelv|suspend|rest)(?:ed|es|s|ing) (?:the (?:\w+ ){{0,2}}?{SHOW}\b|[“‘\"])(?! (?:from|of|on)\b)",
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
            rf"\b(?:is|was|are)(?: (?:now|officially|all))? (?:done|finished|over|gone|no more|dead) after (?:just |only |"
            rf"its |a "
            rf")*(?:{SMALL_NUMBER}|single|first|{ORDINAL}) (?:seasons?|series|runs?|years?)\b"
        ),
    ),
    (
        "cancel_news",
        "cancelled",
        "+",
        (
            r"\b(?:the|its|\w+[’']s|(?:news|word) of (?:the|its)) cancell?ation (?:comes?|came|follows|followed|broke|"
            r"was (?:announced|"
            r"confirmed|first reported))\b"
        ),
    ),
)
