"""Which event a date belongs to, and whether it lies behind: the words that govern dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cliffhanger.claims.dates import Dated, dates
from cliffhanger.claims.found import Place
from cliffhanger.claims.kinds.dates.beside import Event, beside
from cliffhanger.claims.patterns import Rules, live, regex, search
from cliffhanger.claims.windows import Window

_WORDS: tuple[tuple[Event, str], ...] = (
    ("announcement", r"\bannouncements?\b[^.;?!]{0,30}?\b(?:come|be made|expected|due|follow|made)\b"),
    ("trailer", r"\b(?:trailers?|teasers?|\d+-second|PV|first[- ]look|posters?|key art|sneak peek)\b"),
    (
        "production",
        (
            r"\b(?:(?:filming|shooting|production|photography|cameras)(?: (?:has|have|had|officially|finally|only|"
            r"just))* (?:kick(?:s|ed) "
            r"off|began|begins?|started|starts|commenced|got under ?way|rolled)\b|film(?:ing|ed|s)\b(?! fund)|lens(?:ing|ed|"
            r"es)|shoot(?:s|ing)?|shot(?= (?:in|on|this|last|entirely|over|"
            r"anything|"
            r"between|from))|be shot|cameras?|principal photography|photography|production (?=start|beg|is|was|has|wrap|"
            r"kick|got|will|resum|to |on |in |ran|took|halt|shut)|production$|writers[’'] room|script[- ]reading|"
            r"read-through|table read|in the can|post-production|editing|sets? (?:in|were|was|are)|wrap(?:s|ped|"
            r"ping)?\b(?! its| up its| the (?:season|series|run))|last cut|final cut|lease|back on set|restart|"
            r"start of production|in production)\b"
        ),
    ),
    (
        "status",
        (
            r"\b(?:renewed|renew|cancell?ed|cancel|axed|axe|scrapped|ordered|order|commissioned|recommissioned|"
            r"picked up|greenlit|green (?:signal|light)|affirmed|plug|drop the|chose|brought the show back|gone after|"
            r"un-cancell?ed|decision|closes? the books|"
            r"(?:yanked|pulled|dropped) [^.;?!]{2,60}? (?:from|off) (?:the air|air|the schedules?|its schedules?)|yanked|"
            r"pulled|killed|dumped|shelved|canned|binned|nixed|ditched|"
            r"revived|resurrected|rescued|(?:took|taken|removed) [^.;?!]{2,60}? off the (?:air|schedules?))\b"
        ),
    ),
    (
        "release",
        (
            r"\b(?:opened|returned|premiered|debuted|launched|closed|signed off|came back|began|bowed|started) (?:with|to) "
            r"(?:just |about |around |only |nearly |almost |over |more than )?\d[\d.,]*(?:[mk]\b| million| thousand)?"
            r"(?: viewers| people| households)?|"
            r"\b(?:premier(?:e|es|ed|ing)|debut(?:s|ed|ing)?|bow(?:s|ed|ing)?|launch(?:es|ed|ing)?|"
            r"(?<!press )(?<!line )(?<!paragraph )(?<!news "
            r")(?<!media )releas(?:e|es|ed|"
            r"ing)|(?:took|takes|taking) off(?= (?:on|in|last)\b)|g(?:oes|o|oing) live|went live|unspool(?:s|ed|ing)?|"
            r"drop(?:s|ped|ping)?(?! (?:the (?!first|second|third|last|final|week|end|middle|start|day|same)|by|from)\b| to "
            r"(?:just |about |only |around )?[\d£$€])|arriv(?:e|es|ed|al|ing)|"
            r"air(?:s|ed|ing)?|land(?:s|ed|ing)?|"
            r"c[oa]me(?:s)? (?:out|"
            r"on|to|in|along|back|before)|coming|c[oa]me|"
            r"(?<!found )(?<!find )(?<!carried )(?<!walked )(?<!walks )(?<!stormed )(?<!ruled )(?<!backed )out(?= (?:on|in|by|"
            r"between)\b)|"
            r"out(?= (?:Jan|Feb|Mar|"
            r"Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\d{1,2} [A-Z]))|out(?= (?:this|next|now|tomorrow|"
            r"today)\b)|be out|hit(?:s|ting)?|"
            r"stream(?:s|ed|ing)?(?! (?:giant|service|platform|wars|era|monster))|broadcast|transmission|transmitted|show "
            r"(?:it|them|the (?:\w+ )?"
            r"(?:season|series|episodes))|plan(?:s|ned|ning)? (?:it|them|the (?:\w+ )?(?:season|series|launch|premiere|"
            r"return)) for|(?:on|"
            r"off) (?:the )?air|roll(?:s|ed|ing)? out|return(?:s|ed|ing)?|"
            r"(?:is|"
            r"are|be|[’']s|comes?|coming|was|were) back|beg[aiu]ns?(?! to (?!air\b|run\b|stream|roll|be ))|start(?:s|ed|"
            r"ing)?|wrap(?:s|ped) (?:its|up its|the)|"
            r"dated?|due(?! to (?:a|an|the|its|their|poor|low|high|rising|creative|scheduling|illness|injury|delays|"
            r"circumstances|concerns|lack)\b)|slated|"
            r"scheduled|pencil+(?:ed)?|lined up|earmarked|held (?:for|until|over|back)|set for|eyeing|targeting|aiming|"
            r"be on(?= (?:before|until|by|in|this|next)\b)|"
            r"(?:finish|end|conclude|close)(?= (?:its run )?on\b)|finish(?:ed|es)|end(?:ed|s)|finale|"
            r"concluded|"
            r"first season on|expect(?:ed)? (?:it|in|a|the|by|around|for|new|more|another)|get it|see it|calendars?|"
            r"available|opened|"
            r"opens|opener|"
            r"screened|run(?:s)?(?= from)|ran(?= (?:from|until|for)\b)|promised for|moved|move the|moves? to|later in|bows?|"
            r"window|"
            r"announced for|surface[sd]?|"
            r"reach(?:es|ed)?(?: (?:viewers|audiences|screens|homes))|reach(?:es)?|pushed|delayed|delay to|bumped|shifted|"
            r"slip(?:s|ped|ping)?(?! to \d\d?[.,%\d])|(?:will|to) open|"
            r"postponed|put back|brought forward|rescheduled|"
            r"on screens?|shown|signed off|signs off|signing off|clos(?:es|ed)(?: (?:its|the|out)|(?= (?:on|in|last|this|with|"
            r"after)\b))|"
            r"(?:bring|brings|brought|draws?|drew|comes?|came|coming|drawn)(?: (?:it|them|(?:the|its|this) [\w’ -]{3,30}?))? "
            r"to (?:an end|a close|its (?:end|close|"
            r"conclusion)|a conclusion)|w(?:ind|ound|inds) up|take[sn]? (?:its|a|their) (?:final |last )?bow|sa(?:y|ys|id) "
            r"goodbye|bids? farewell|round(?:s|ed)? off|concludes?|"
            r"saw the (?:last|final)|on (?:course|track|schedule|target) for|wait(?:ing)? (?:until|"
            r"till)|follow(?:s|ed)?(?= (?:on|in|next)\b)|(?:goes|go|went|going) out|burne?[dt] off|"
            r"be here|be in(?= [“\"‘])|catch (?=(?:it|the|new|all|every)\b)|takes? over|replaced|farewell|gets? going|"
            r"got going|with us|look for (?:it|them|new|the (?:new|first|\w+ season))|(?<=episodes )goe?s? up(?= on| at)|"
            r"(?:can|will|may|"
            r"to) (?:watch|catch|stream|binge)|"
            r"(?:is|are|will be) on (?=[A-Z])|bow(?:s|ed) out|kick(?:s|ed) off|slot|"
            r"repeat(?:s|ed)?(?! (?:it|that|this|himself|herself|the (?:claim|rumou?r|story|report|line))\b)|"
            r"re-?run(?:s|ning)?|(?:has|have|had|having|get|gets|got) (?:it|them|(?:the|a new|its) (?:show|series|season|run)) "
            r"(?:on|out|ready|back|on screens?|on (?:the )?air)|targett(?:ing|ed)|targets|"
            r"(?:promis(?:es|ed|ing)|bill(?:s|ed|ing)|commit(?:s|ted)?|stick(?:s|ing)?|stuck|list(?:s|ed)|tout(?:s|ed)|"
            r"trail(?:s|ed)) "
            r"(?:(?:it|them|itself|(?:the|its) (?:[\w-]+ ){0,2}?(?:season|series|show|drama|comedy|run|launch|premiere|"
            r"return)) )?"
            r"(?:only )?(?:for|to|in|as)(?= (?:an? |the |early |late |mid-|[“\"‘])*(?:\d|spring|summer|autumn|fall|winter|"
            r"late|early|mid|"
            r"end|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Christmas|Easter))|"
            r"(?:head(?:s|ed|ing)?|on (?:its|their) way) (?:our|your|to (?:our )?screens?)(?: way)?|"
            r"(?:(?:expect(?:ed|ing)?|get|able|due|likely) to|(?:will|can|[’']ll)(?: finally| only)?) (?:see|have|get|"
            r"watch) (?:it|them|"
            r"more|(?:the|a|its|our) (?:[\w-]+ ){0,3}?(?:season|series|show|drama|comedy|run|episodes|results?))|"
            r"(?:episodes?|instal+ments?|double bill|two-parter) (?:is|are|was|were|will be)(?= (?:on |next |this |"
            r"last )?(?:Mon|Tues|Wednes|"
            r"Thurs|Fri|Satur|Sun|tomorrow|tonight))|"
            r"(?:bring|brings|brought|bringing) (?:it|them|(?:the|its) (?:[\w-]+ ){0,2}?(?:season|series|show|drama|comedy|"
            r"thriller)|[“\"‘]"
            r"[^”\"’]{2,40}[”\"’]) back|see you(?= on| in)|"
            r"follow(?:s|ed)?(?= (?:a|two|three|four) (?:days?|weeks?|fortnight|months?) later)|"
            r"reminders?|diary|diaries|save the date|upon us|this side of|hold your breath|unlikely (?:before|until))\b"
        ),
    ),
    (
        "announcement",
        (
            r"\b(?:announced?|confirmed|revealed|said|says|told|reported|unveiled|statement|wrote|tweeted|"
            r"posted|spokesperson|announcement)\b"
        ),
    ),
    (
        "other",
        (
            r"\b(?:novels?|book|published|contract|option|options|expires?|rights|petition|signatures|deal|"
            r"(?<!weekly )(?<!nightly )(?<!daily )through|"
            r"until at least|viewers|households|hours|share|watched|award|won|wins?|born|founded|subscribers|prize|free|"
            r"lapsed|trended|learned|learnt|episodes? (?:one|two|\d)|removed|links)\b"
        ),
    ),
)
_EVENTS = Rules((name, regex(pattern, re.IGNORECASE)) for name, pattern in _WORDS)
_PAST_WORDS = regex(
    r"(?i)\b(?:was|were|had|did|returned|tuned|managed|averaged|attracted|mustered|slumped|rolled out|got off|premiered|"
    r"debuted|bowed|launched|released|dropped|arrived|aired|landed|came|hit|streamed|"
    r"began|started|ended|finished|"
    r"concluded|opened|wrapped|shot|filmed|won|renewed|cancell?ed|axed|ordered|scrapped|went|took|said|told|announced|"
    r"confirmed|revealed|has been|have been|"
    r"gave|wound|rounded|greenlit|commissioned|picked|chose|brought|pulled|gone|kicked off|completed|struck|ago|last(?= "
    r"(?:week|month|"
    r"year|night|season|spring|summer|autumn|fall|winter))|yesterday|earlier|"
    r"(?<![’']s )(?<!\bis )(?<!\bbe )(?<!are )(?<!come )(?<!comes )back in|since|got|ran|became|drew|reported|left|halted|"
    r"closed|lost|cost (?:the|it|them|us)|signed|saw|shown|cancelled|used to|previous|followed)\b"
)
# "got off to a slow start", "after its launches": what has an article before it is no verb.
_A_NOUN = regex(
    r"(?i)\b(?:an?|the|its|his|her|their|this|that)(?: [\w-]+)? \|(?:starts?|begins?|launches|premieres|returns|ends)$"
)
_TO_BE = regex(r"(?i)\b(?:be|being)(?: \w+ly)? $")
_FUTURE_WORDS = regex(
    r"(?i)\b(?:will|shall|would|to be|is set|are set|set to|due|slated|scheduled|expected|expects?|eyeing|targeting|aims?|"
    r"aiming|plans?|pencilled|penciled|"
    r"(?-i:may)|might|could|can|should|next|upcoming|later|begins?|starts?|kicks? off|arrives|lands|launches|premieres|drops|"
    r"returns|hits|shoots|ends|concludes|finishes|bows|airs|follows|coming|'ll|’ll|"
    r"until|to premiere|to air|now says|moved|going to|hoped|mark your calendars|(?<!bowed )(?<!came )(?<!went )out on|wait)\b"
)


@dataclass(frozen=True, slots=True)
class Governed:
    """A date and the event word that governs it: its kind (None where there is none) and its place."""

    dated: Dated
    event: Event | None
    at: int
    end: int


@lru_cache(maxsize=8)  # a sentence is asked several times in a row
def events(text: str) -> tuple[tuple[int, int, Event], ...]:
    """Return the event words of a sentence in order, each as start, end and kind."""
    found: list[tuple[int, int, Event]] = []
    for name, pattern in live(_EVENTS, text):
        for hit in pattern.finditer(text):
            if all(hit.end() <= a or hit.start() >= b for a, b, _ in found):
                found.append((hit.start(), hit.end(), name))
    return tuple(sorted(found))


def governor(place: Place, dated: Dated, words: Sequence[tuple[int, int, Event]]) -> Governed:
    """Choose the event word of a date: the nearest before it in its clause, then the nearest after it, then before the clause."""
    text = place.text
    first, last = place.sentence.clause(dated.start, dated.end)
    if dated.end < len(text) and _is_aside(text[: dated.end + 60]) and "," not in text[: dated.start]:
        return Governed(dated, "other", 0, dated.start)
    near = beside(text, dated)
    if near is not None:
        return Governed(dated, *near)
    if search(
        r"(?i)\bsince (?!then|it\b|its\b|they\b|their\b|the (?:\w+ )?(?:show|series|season|opener|launch|premiere|debut|"
        r"finale|first)\b|(?:arriving|launching|debuting|premiering|airing|landing|opening|returning|"
        r"first airing)\b)(?![^.;,]{2,40}\b(?:began|started|launched|premiered|debuted|first aired|opened) (?:in )?$)"
        r"[^.;,]{2,40} (?:in )?$",
        text[: dated.start],
    ):
        return Governed(dated, "other", 0, dated.start)  # "the best launch since X in 2009" dates X
    before = [e for e in words if e[1] <= dated.start]
    after = [
        e for e in words if e[0] >= dated.end and ";" not in text[dated.end : e[0]] and not _apart(text[dated.end : e[0]], e[2])
    ]
    inside = [e for e in before if e[0] >= first]
    if inside and _SOMEBODY_DID.search(text[inside[-1][1] : dated.start]):
        return Governed(dated, "other", first, dated.start)  # "at the helm of the opener, Carl Ivers having quit in the winter"
    right_after = after and after[0][0] < last and after[0][0] - dated.end < _RIGHT_AFTER
    right_after = right_after and "," not in text[dated.end : after[0][0]]  # "who gave birth in May, will return"
    if not inside and not right_after and _does_something(text[first : dated.start]):
        # "the opener, which managed 3.2 million in May", "the head of drama spoke on Tuesday of a new run"
        return Governed(dated, "other", first, dated.start)
    if inside and inside[-1][2] != "announcement":
        chosen = inside[-1]
    elif after and after[0][0] < last and (after[0][0] - dated.end < 30 or not before):
        chosen = after[0]
    elif inside:
        chosen = next((e for e in reversed(inside) if e[2] != "announcement"), inside[-1])
    elif before:
        chosen = before[-1]
    elif after:
        chosen = after[0]
    else:
        return Governed(dated, None, dated.start, dated.end)
    return Governed(dated, chosen[2], chosen[0], chosen[1])


_SOMEBODY_DID = regex(
    r", [A-Z][\w’-]+ [A-Z][\w’-]+ (?:having|had|has|who) (?:quit|left|died|resigned|retired|departed|exited|joined)\b[^,;]*$"
)
_RIGHT_AFTER = 12  # characters between a date and the word after it that has it in spite of a verb before
# A verb that tells what somebody did or what befell something, and that is no word of release, making or announcing.
_DID = regex(
    r"(?i)\b(?:(?:stepped|stood|sat|broke|fell|cut|laid|let) (?:down|up|out|off|aside|in|before|at)|managed|quit|left|resigned|"
    r"retired|died|passed away|married|divorced|joined|departed|exited|hired|fired|sacked|signed(?! off)|inked|met|spoke|"
    r"appeared|attended|visited|toured|stood|sat|addressed|presented(?! by)|appointed|promoted|named|became|bought|sold|"
    r"acquired|merged|paid|earned|collected|lost|gained|dipped|slumped|sank|rose|grew|climbed|fell|plunged|averaged|attracted|"
    r"drew|pulled in|mustered|posted|notched|clocked|scored|ranked|topped|beat|voted|campaigned|protested|marched|gathered|"
    r"received|got|gave|handed|sent|wrote|tweeted|blogged|asked|begged|apologi[sz]ed|complained|thanked|praised|criticised|"
    r"criticized|burned|burnt|flooded|collapsed|tested|injured|hospitali[sz]ed|arrested|sued|settled|fined|trended|leaked|"
    r"turned \d+|moved house|travelled|traveled|flew|took over|stepped in|spent|raised)\b"
)


def _does_something(words: str) -> bool:
    """Say whether words tell what somebody did; in "had drawn crowds since it was shown" the date is of the showing."""
    return _DID.search(words) is not None


def _is_aside(text: str) -> bool:
    """Tell an aside: "Following last week's premiere," dates something else; "Since it ended in May," says when it ended."""
    aside = _ASIDE.match(text)
    return bool(aside) and not search(
        r"(?i)\b(?:signed off|ended|premiered|launched|aired|debuted|returned|arrived|closed)\b|"
        r"^Since its (?:\w+ )?(?:debut|launch|premiere|release|arrival|first (?:airing|broadcast|episode))\b",
        text,
    )


def _apart(between: str, event: Event) -> bool:
    """What follows a date belongs to somebody's words ("in May that it would return"), or says who spoke (", she said")."""
    return bool(search(r"\bthat\b(?! (?:airs|aired|premieres))|[“\"]|^, with\b", between)) or (
        event == "announcement" and "," in between
    )


_ASIDE = regex(r"(?:Following|After|Since|Despite) (?:last|the|a|an|this|its)\b[^.,;]{3,80},")
DATELINE = regex(
    r"^(?:(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*[.,])[A-Z][\w .’'-]{2,25}[,.] ?)?(?:[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?|"
    r"\d{1,2} [A-Z][a-z]+ \d{4})\.?\s*(?:[—–:-]|$)"
)


def is_past(text: str, at: int) -> bool:
    """Tell the tense at a place from the words around it: what stands nearest before decides, and else what follows."""
    before, after = text[:at], text[at : at + 60]
    if search(r"(?i)\b(?:set|slated|dated|announced|scheduled|pencilled in|due|calendars?|promised|wait) for (?:the )?$", before):
        return False
    if search(
        r"(?i)\b(?:moved|brought|pushed|put back|delayed|postponed|slipped|shifted|bumped|rescheduled)\b[^.;,]{0,50}\b(?:to|"
        r"until) "
        r"(?:the )?$",
        before,
    ):
        return False
    if search(
        r"(?i)\b(?:launch|release|premiere|air|start|return) date of (?:the )?$|\b(?:announced|named|gave|circled|picked|chosen|"
        r"speaks of|points to) (?:the )?$",
        before,
    ):
        return False
    if _A_GUESS.search(before) or _WILL_BE.match(after):
        return False  # "said on Tuesday that the May 21 finale will be its last"
    if search(r"(?i)\b(?:was|were) (?:meant|supposed)\b[^.;,]{0,40}$", before):
        return True
    if search(
        r"(?i)\b(?:after|since|following) (?:the|its|their|a) $|\b(?:days?|weeks?|months?|"
        r"years?) after [^.;,]{3,45}$",
        before,
    ):
        return True
    if search(
        r"^[\w ]{3,30} (?:is|was|seems|looks|seemed|looked)(?: still| much| far)? (?:more |most )?(?:likely|likelier|"
        r"realistic)\b",
        after,
    ):
        return False  # "spring was more likely"
    if _HAS_BEEN_SEEN.match(text[at : at + 130]):
        return True
    lead = text[max(0, at - 60) : at]
    near = _tense(lead)
    if near is not None:
        return near
    if search(r"^[^,;]{3,20}, (?:drew|was|were|had|attracted|pulled|averaged|brought|got)\b", text[at : at + 45]):
        return True
    return bool(_tense(re.split("[,;]", text[at : at + 45])[0][:25]) or False)


# A weekday before what was seen then: "Monday’s return could draw only two million", "Friday’s finale was watched by four".
_HAS_BEEN_SEEN = regex(
    r"(?i)^(?:on )?(?:last )?(?:\w+day|last (?:night|week))[’']s (?!(?:upcoming|forthcoming|new)\b)[^.;?!]{3,70}? (?:drew|"
    r"attracted|averaged|managed|"
    r"(?:could )?(?:only )?muster(?:ed)?|slumped|fell|dropped|dipped|rose|climbed|peaked|pulled(?: in)?|brought in|got|had|was|"
    r"were|did|opened|scored|posted|reached|hit|lost|gained|ended|revealed|saw|left|gave)\b"
)


_A_GUESS = regex(r"(?i)\b(?:I|we|they|he|she|you)(?:[’']d| would) (?:say|guess|bet(?: on)?|go for|plump for) (?:early |late )?$")
_WILL_BE = regex(
    r"^[\w. ]{3,18} (?:[a-z-]+ ){0,2}?(?:finale|premiere|launch|debut|opener|return|episode|start|special) (?:will|is to|is "
    r"due|is set)\b"
)


def _tense(words: str) -> bool | None:
    """Say whether the last word that tells a tense is of the past ("will be shown" is not); None where none tells it."""
    past = [m.end() for m in _PAST_WORDS.finditer(words) if not _TO_BE.search(words[: m.start()])]
    future = [m.end() for m in _FUTURE_WORDS.finditer(words) if not _A_NOUN.search(words[: m.start()] + "|" + m[0])]
    if past and future:
        return past[-1] > future[-1]
    return True if past else (False if future else None)


def window_of(place: Place, one: Governed, *, past: bool | None = None) -> Window | None:
    """Return the days a governed date means; the words around it tell the tense where ``past`` is not given."""
    behind = is_past(place.text, one.dated.start) if past is None else past
    published = place.context.published
    window = one.dated.window(published, past=behind)
    figures = one.dated.form == "weekday" and behind and place.text[one.dated.end :].startswith(("’s ", "'s "))
    if figures and window and window.start == published:  # an audience of "Monday’s launch" is told on a later Monday
        return one.dated.window(published - dt.timedelta(days=1), past=True) if published else window
    if published and window and window.start and _ONCE_DUE.search(place.text[max(0, one.dated.start - 70) : one.dated.start]):
        other = one.dated.window(published, past=not behind)  # what was once planned may lie on either side: the nearer one
        if other and other.start and abs((other.start - published).days) < abs((window.start - published).days):
            return other
    return window


_ONCE_DUE = regex(
    r"(?i)\b(?:had (?:originally |previously |initially |first )?been|was (?:originally|previously|initially|first|once)|were "
    r"(?:originally|"
    r"previously|initially|first)|was|were) (?:billed|promised|tipped|trailed|due|set|slated|scheduled|expected|planned|meant|"
    r"supposed|pencil+ed|to (?:have|"
    r"start|begin|air))\b"
    r"[^.;?!]{0,50}$"
)


def renewal_window(place: Place, start: int, end: int) -> Window | None:
    """Return the days of a renewal or cancellation said in a stretch of a sentence: a date that its word governs, or None."""
    words = events(place.text)
    for dated in dates(place.text):
        if start <= dated.start < end and governor(place, dated, words).event == "status":
            return dated.window(place.context.published, past=True)
    return None
