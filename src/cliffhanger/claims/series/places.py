"""Places in a text where the name of a series stands, and how surely it is one there."""

from __future__ import annotations

from cliffhanger.claims.names import FULL_NAME, TITLE_NAME, UPPER, WHOLE_TITLE_NAME
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER
from cliffhanger.claims.patterns import Pattern, regex

# Small words of titles in other languages, which stand in no other name.
_ABROAD = "no ni na ya och og i e do da di du des il lo al el or by von van zu på för".split()
_TITLE = rf"{TITLE_NAME}(?: (?:{'|'.join(_ABROAD)}) {TITLE_NAME})?"
_OPEN, _CLOSE = "[“‘„«\"']", "[”’“»\"']"
_NAME = rf"{_OPEN}?(?P<name>{_TITLE}){_CLOSE}?"
_WHOLE = rf"{_OPEN}?(?P<name>(?>{_TITLE})){_CLOSE}?"  # not tried again with fewer words, which takes long
_ANY_WORDS = rf"[{UPPER}][^“”‘’„«»\"\n.,?!:;]{{2,40}}?"  # a title of which not all words have capitals
_KIND = (
    r"(?:(?:mini|docu)?-?series|serial|saga|drama|dramedy|comedy|sitcom|thriller|show|soap|mystery|procedural|anime|romance|"
    r"whodunnit|western|epic|fantasy|telenovela|programme|spin-off|prequel|sequel|reboot|revival|cartoon|"
    r"chiller|caper|romcom|noir|tearjerker|potboiler)"
)
_ADJECTIVES = r"(?:(?!(?:behind|of|by|for|from|in|on|at|to|with|who|that|which|and)\b)[\w’'-]+ ){0,5}?"
OF_A_SERIES = (
    r"(?:seasons?|series|episodes?|finale|premiere|pilot|run|cast|stars?|creators?|writers?|show-?runners?|boss|bosses|"
    r"producers?|makers?|directors?|fans?|team|crew|set|return|renewal|cancellation|future|fate|filming|production|ratings|"
    r"audience|budget|viewers|year|dates?|version|adaptation|news|word|spin-off|prequel|sequel|reboot|revival|special|story|"
    r"world|leads?|face|regular|spot|end|ending|petition|campaign)"
)
_DOES = (
    r"(?:(?:pick(?:s|ed|ing)|order(?:s|ed)|pull(?:s|ed))(?: up)?|drop(?:s|ped)|sav(?:es|ed|ing)|acquired|(?:co-)?created|made|"
    r"watch(?:ed|ing)|quits?|handed|gave|given)"
)
_DECIDES = (
    r"(?:cancel(?:s|led|ed|ling)?|axe[sd]?|axing|renew(?:s|ed|ing)?|scrap(?:s|ped)|bin(?:s|ned)|rescu(?:es|ed|ing)|"
    r"reviv(?:es|ed|ing)|recommission(?:s|ed)|commission(?:s|ed)|greenlit|greenlights|shelv(?:es|ed)|"
    r"(?:bring(?:s|ing)?|brought) back|pull(?:s|ed|ing) the plug on|call(?:s|ed|ing) time on)"
)
_BEFALLS = (
    r"(?:(?:(?:has|have|had) (?:\w+ly |now |just )?(?:been )?|(?:is|was|will be|to be) (?:\w+ly )?(?:being )?)?"
    r"(?:axed|cancel(?:led|ed)|renewed|recommissioned|scrapped|picked up|greenlit)|"
    r"(?:was|has been) (?:\w+ly )?(?:watched|viewed|rescued|brought back|dropped|handed|given|saved|killed|let go|put on hold|"
    r"moved|pushed|delayed|recast|ordered)|"
    r"(?:is|was) (?:not )?(?:coming )?back\b|is gone|is aiming|is set (?:in|to)|"
    r"(?:will|to|won[’']t|would) (?:not )?(?:return|resume|be back|end|conclude|premiere|air|go ahead)|(?:will )?lands?\b|"
    r"c[oa]mes? back|returns (?:on|for|in|to)|opened (?:to|with|on|in)|premier(?:es|ed)|debut(?:s|ed)|arrives|launch(?:es|ed)|"
    r"bow(?:s|ed)|(?:ends|ended|airs|aired|streams|streamed|concludes|begins|follows)\b|"
    r"(?:averag|attract|draw)(?:s|es|ed|ing)\b|slip(?:s|ped)|slid|slump(?:s|ed)|climb(?:s|ed)|continued|managed|"
    r"(?:shed|rose|fell|held|topped|tops|added|adds|has added|remains|adapts|centres|centers|revolves)\b|"
    rf"(?:got|gets|has got|earned|landed) (?:its|a|an) (?:{ORDINAL}|new|full))"
)
_FEW = r"(?:\d|one|two|three|four|five|six|seven)"
_TOLD = (
    r"(?:ended|aired|airs|starred|stars|follows|drew|ran|runs|premiered|debuted|launched|opened|began|begins|returned|returns|won|"
    r"been|cancell?ed|renewed|first|last|final|second|third|season|series|averag\w+)"
)
# Each place with how much it says; a headline says more. Two names end before "Season", and days of the week are none.
PLACES: tuple[tuple[str, int, Pattern], ...] = (
    ("quoted", 2, regex(rf"(?<!\w){_OPEN}(?P<name>{_TITLE}[!?]?)[,.]?{_CLOSE}(?!\w)")),
    (
        "season",
        2,
        regex(
            rf"(?P<name>{WHOLE_TITLE_NAME})(?:{_CLOSE}|’s|'s)?[,:]? "
            rf"(?:(?:[Ss]eason|[Ss]eries|[Ee]pisode|SEASON) ?{_FEW}|S ?{_FEW})"  # apart, since a single letter is in every text
        ),
    ),
    ("genre", 3, regex(rf"\b{_KIND} {_NAME}")),
    (
        "apposed",
        3,
        regex(
            rf"{_WHOLE},? (?:(?:is|was) )?(?:the|a|an|its|their|one of the|one of its) {_ADJECTIVES}{_KIND}s?\b"
            r"(?! (?:star|actor|actress|writer|creator|boss|producer|director|veteran|executive|chief|queen|king|of fame))"
        ),
    ),
    (
        "foreign",
        3,
        regex(
            rf"{_OPEN}(?P<name>{_ANY_WORDS}){_CLOSE}(?:,| \([^()]{{3,40}}\),?)? (?:is |was )?(?:the|a|an|its|one of the) "
            rf"{_ADJECTIVES}{_KIND}s?\b|\b{_KIND},? {_OPEN}(?P<other>{_ANY_WORDS}){_CLOSE}"
        ),
    ),
    ("which", 3, regex(rf"{_WHOLE}, (?:which|whose) (?:(?:has|had|have|is|was) )?(?:\w+ly )?{_TOLD}\b")),
    ("object", 1, regex(rf"\b{_DOES} (?:the )?{_NAME}(?<!day)(?! (?:Season|Series))")),
    ("decided", 3, regex(rf"\b{_DECIDES} {_NAME}(?<!day)(?! (?:Season|Series))")),
    ("befalls", 2, regex(rf"(?:^|[.!?:,] |[”’]s |that |\n|\bwhen |\bas |\bif ){_WHOLE} {_BEFALLS}")),
    (
        "of",
        2,
        regex(
            rf"\b(?:(?:{OF_A_SERIES}|(?:[Ss]eason|[Ss]eries) {SMALL_NUMBER}|{ORDINAL}) (?:of|for|on|behind)|"
            rf"(?:sequel|prequel|return|end|ending|finale|follow-up) to) (?:the )?{_NAME}(?<!day)"
        ),
    ),
    (
        "role",
        2,
        regex(
            rf"{_WHOLE}(?:(?:[’']s?)? (?:(?:new|final|last|first|second|third|fourth|fifth|next|lead|executive) )*|"
            rf"[’']s? [a-z-]+ ){OF_A_SERIES}\b"
        ),
    ),
    ("in", 2, regex(rf"\b(?:as|plays?|played|playing) (?:[\w’'.-]+ ){{1,4}}?in (?:the )?{_NAME}(?<!day)")),
    (
        "about",
        1,
        regex(
            r"\b(?:[Ff]ilming on|[Ss]hooting|behind|about|in defence of|watch(?:ed|ing)?|in|joining|quitting|leaving|out of|"
            rf"[Oo]ver at|on for|[Aa]s for) {_NAME}(?<!day)"
        ),
    ),
    ("interviewed", 2, regex(rf": {FULL_NAME} on {_NAME}$")),
)
# Where no town, language or month stands, so that one word is enough there.
STRONG = frozenset({"quoted", "season", "genre", "apposed", "foreign", "which", "decided", "befalls"})
# What else stands in quotation marks: other works, what is said, what somebody is called.
SOMETHING_ELSE = regex(
    r"(?i)\b(?:episodes?,?|finale,?|premiere,?|opener,?|chapter|instal?lment|hour|novels?|books?|memoir|play|musical|films?|movie|"
    r"song|single|album|podcast|manga|webtoon|comic|game|magazine|newsletter|column|account|hashtag|petition|titled|entitled|"
    r"called|named|dubbed|nicknamed|says?|said|chanted|reads?|reading|words?|phrase|sign|banner|slogan|of the same name,?) $"
)
IN_QUOTES = regex(rf"(?<!\w){_OPEN}(?P<name>{_ANY_WORDS})[,.]?{_CLOSE}(?!\w)")
ENDS_A_NAME = regex(r" ?[:|\t]| [–—-] ")  # of an entry of a list: what stands between its name and what is told of it
ITEM = regex(
    rf"^(?:\d{{1,2}}[.)]? |[•*–-] |\d{{1,2}}[:.]\d\d(?: ?[ap]m)?:? )?{_OPEN}?"
    rf"(?P<name>{_TITLE}){_CLOSE}?(?: \([^()]{{2,30}}\))?(?:{ENDS_A_NAME.pattern})"
)
