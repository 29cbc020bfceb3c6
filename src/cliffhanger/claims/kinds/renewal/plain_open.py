"""What is open, in the plain words of news: read before the rules of decisions."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.rules import NEXT, SHOW, Rule, rules

MORE = (
    rf"(?:a |an |the |its |any |another |possible |potential )*(?:{NEXT}|renewal|revival|return\b(?! to (?:the|an?|his|her|their|"
    rf"work)\b)|more(?= of (?:it|the {SHOW})\b|[.,;”\"]|$)|more (?:episodes|seasons|series)|future\b)"
)
_OPEN = (
    r"(?:in doubt|in the balance|in limbo|up in the air|uncertain|unclear|unknown|undecided|an open question|"
    r"anyone[’']s guess|a question mark|under discussion|being discussed|to be (?:decided|seen|determined))"
)
_STILL = r"(?:still |very much |now |as yet |far from |all )*"

PLAIN_OPEN: tuple[Rule, ...] = rules(
    (
        "in_doubt",
        "undecided",
        "+",
        (
            rf"\b(?:{NEXT}|renewal)[^.;?!,]{{0,40}}? (?:is|are|remains?|looks?|hangs?|was|were|being) {_STILL}{_OPEN}\b|"
            r"\bremain(?:s|ed|ing)? in (?:contention|the running|the mix|play)\b|"
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
            rf"now|always|firmly|slightly))* (?:open|ajar) (?:to|for|on) {MORE}|"
            rf"\b(?:left|leav(?:es?|ing)|kept|keep(?:s|ing)?|h[eo]ld(?:s|ing)?) the door (?:\w+ )?(?:open|ajar) (?:to|for|on) "
            rf"{MORE}"
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
            rf"of) {MORE}|"
            rf"\b(?:has |have |had )?(?:remain|stay)(?:s|ed)? (?:silent|quiet|tight-lipped|mum|coy) (?:about|on|"
            rf"regarding) {MORE}|"
            r"\b(?:unknown|unclear|uncertain|not (?:yet )?(?:known|clear)) (?:whether|if) [“‘\"]"
            r"[^.;?!]{2,50}? (?:will|gets?|"
            r"returns?)\b"
        ),
    ),
    (
        "at_risk",
        "cancelled",
        "+",
        (
            r"\b(?:at risk of|in danger of|facing|faces|faced with|threatened with|on the brink of|"
            r"on the verge of) (?:being |getting )?"
            r"(?:cancell?ation|cancell?ed|axed|the axe?)\b"
        ),
    ),
    (
        "undecided_yet",
        "undecided",
        "+",
        (
            r"\bdecisions? (?:has|have|had)(?:n[’']t| not) (?:yet )?been (?:made|taken|reached)\b|"
            r"\b(?:verdict|announcement|answer) (?:on [^.;?!,]{2,30} )?is (?:expected|due|likely) (?:soon|shortly|any day|"
            r"imminently|"
            r"before long)\b|"
            rf"\b(?:has|have|had|is|there is) no (?:information|update|news|details?) (?:about|on|regarding|of) {MORE}"
        ),
    ),
    (
        "yet_unsure",
        "undecided",
        "+",
        (
            rf"\b(?:{NEXT}|renewal)[^.;?!,]{{0,25}}? (?:has|have|is|are) (?:yet|still) to be (?:confirmed|announced|greenlit|"
            rf"ordered|"
            r"decided|made official)\b|"
            r"(?<!usually )(?<!normally )(?<!typically )(?<!often )(?<!always )\b(?:wait(?:s|ing)?|wants? to (?:see|wait)|"
            r"study(?:ing)?|look(?:s|ing) at) [^.;?!]{2,45}? before (?:it |they )?"
            r"(?:decid(?:es?|ing)|mak(?:es?|ing) (?:a|its|their|any|up (?:its|their)) (?:decisions?|call|minds?)|commit(?:s|"
            r"ting)|"
            r"renew(?:s|ing)|order(?:s|ing))\b|"
            r"\bbe drawn (?:on|about|over) (?:whether|if)\b"
        ),
    ),
    (
        "nobody_says",
        "undecided",
        "+",
        (
            r"\b(?:nobody|no one|none) (?:at|from|inside|within) [^.;?!]{2,30}? (?:has|have|had) (?:said|breathed|uttered|spoken|"
            rf"whispered) (?:a word|anything)(?=[.,;”\"]|$| (?:about|on|of|regarding) {MORE})|\b(?:made|making|given|giving|"
            rf"offered) no (?:announcement|comment|indication|"
            rf"mention|hint) (?:on|about|of|over|as to|regarding) (?:{MORE}|whether|if)|"
            r"\bwait(?:ing|s)? (?:[a-z]+ ){0,3}?to (?:hear|learn|find out|see|know) (?:whether|if) (?:there|it\b|they|the "
            rf"(?:\w+ )?{SHOW}\b|a |another|[“‘])"
        ),
    ),
)
