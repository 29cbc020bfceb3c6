"""The day on which something was announced, and the day by which a decision is expected."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.dates import Dated
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.dates.events import Governed, is_past
from cliffhanger.claims.patterns import regex, search
from cliffhanger.claims.windows import Window

_DAYS = frozenset({"weekday", "today", "dmy", "mdy", "iso"})
_MONTHS = frozenset({"month", "month_year"})
_WEEKS = regex(r"(?i)(?:last|this|earlier this) (?:week|month)|(?:a|two|three) (?:days?|weeks?) ago|a fortnight ago")
_SAYING = (
    r"(?:announced|confirmed|revealed|said|unveiled|disclosed|told|informed|notified|declared|made it official|"
    r"broke the news|stated)"
)
_FIRM = r"(?:announced|confirmed|revealed|unveiled|disclosed|declared)"
# Between the verb and its day stand at most a listener and a place: "told affiliates at a breakfast in Dallas on Thursday".
_LISTENER = (
    r"(?: (?!that\b|on\b)[a-z][\w’'-]*(?: (?!that\b)[\w’'-]+){0,4}?)?"
    r"(?: (?:in|at|to|during|through|via|by) [^,.;:“”\"]{2,45}?){0,2}"
)
_TO_THE_REPORTER = regex(r"(?i)\btold (?:me|us)\b")
_NEWS = regex(
    r"(?i)\b(?:renew|order|recommission|commission|pick|green|cancel|ax(?:ed|ing)|end|return|com(?:e|ing) back|happening|over|"
    r"final)\w*"
)
_BEFORE_DAY = regex(rf"(?i)\b{_SAYING}{_LISTENER},? (?:late |early )?(?:on )?(?:the )?$")
_FIRM_BEFORE = regex(rf"(?i)\b{_FIRM}{_LISTENER} (?:back )?(?:on |in )(?:the )?$")
_VERB_BEFORE = regex(rf"(?i)\b{_FIRM}(?: it| this| the news)?,? $")
_SHARED = regex(
    r"(?i)\b(?:renewal|pick-?up|order|cancell?ation|decision)\b[^.;?!]{3,60}? (?:and|which) (?:was|were) (?:officially "
    r")?announced "
    r"(?:on )?$|\b(?:the|some) (?:good|bad|big|sad|happy|great|official|welcome) news (?:came|broke|arrived|dropped|landed)(?: "
    r"\w+){0,2}? "
    r"(?:in|on|last) $|\b(?:news|word|details) (?:of|that|about)\b[^.;?!]{3,70}? (?:broke|emerged|leaked|got out|"
    r"came(?: through| out)?|arrived|landed|dropped|was (?:made "
    r"public|announced|"
    r"released|confirmed))(?: [^.;?!,]{0,25})?$|\b(?:was|were|been) (?:told|informed|notified) (?:of|about) (?:the|that|its|"
    r"this|their) (?:\w+ )?(?:decision|"
    r"cancell?ation|"
    r"news|renewal|end|axing)\b[^.;?!,]{0,25}$|\b(?:news|cancell?ation|renewal|decision|order|axing|pick-?up), (?:announced|"
    r"confirmed|revealed|made public|"
    r"disclosed)"
    r"\b[^.;?!,]{0,25}$|\b(?:(?:the|that|its|this|[\w+]+[’']s) (?:[“‘\"][^”’\"]{2,40}[”’\"] )?(?:\w+ )?(?:decision|news|"
    r"cancell?ation|"
    r"renewal|order|pick-?up|recommission|move|"
    r"axing|end|announcement|nod|go-ahead|green ?light|greenlight|all-clear|deal|commission|verdict)(?: (?:for|on|to|of|about) "
    r"[^.,;?!]{2,40}?)?(?:, which)? (?:was|"
    r"were|had been|has been|came|became|broke|emerged|landed|arrived|dropped)(?: \w+){0,2}?(?: (?:communicated|announced|"
    r"confirmed|made|given|relayed|"
    r"delivered|shared|passed|disclosed|revealed|unveiled|out|through|public))?\b[^.;?!]{0,45}|(?:share[ds]?|sharing|broke|"
    r"deliver\w*|"
    r"post\w*|reveal\w*|"
    r"announc\w*|confirm\w*|made|making) (?:the |its |a |an )(?:\w+ )?(?:news|decision|renewal|cancell?ation|recommission|"
    r"pick-?up|"
    r"(?:[\w-]+ )?order|return|premiere date|launch date|release date|date|line-?up|schedule|spin-?off|cast(?:ing)?|"
    r"announcement)\b"
    r"[^.;?!,]{0,40}?)$"
)
# "The third season was announced in April", "its renewal was confirmed on May 5".
_SEASON_TOLD = regex(
    r"(?i)\b(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|new|next|final|last) (?:and final )?(?:season|series|run)|"
    r"(?:season|"
    r"series) (?:\d+|one|two|three|four|five|six|seven|eight)|renewal|cancell?ation|pick-?up|series order|spin-?off) (?:was|were|"
    r"had been|has been) (?:first |officially |formally |finally |only |publicly )*(?:announced|confirmed|revealed|unveiled|made "
    r"public)(?: [^.;?!,]{0,25})? (?:back )?(?:on|in) (?:the )?$"
)
_AFTER_DAY = regex(
    r"(?i)^(?: (?:morning|evening|afternoon|night))?(?: (?:officially|formally|also|finally|jointly))?,? "
    rf"(?:(?P<firm>{_FIRM}|announces|confirms|reveals|unveils)|said|saying)\b"
)
_EVENT_THEN_OWNER = regex(rf"(?i)^(?: (?:morning|evening|afternoon|night))?, [^.;:“”\"]{{3,60}}? {_FIRM}\b")
# "On Monday the network confirmed that it was cancelling the drama"
_DAY_THEN_TOLD = regex(
    rf"^(?: (?:morning|evening|afternoon|night))?,? (?P<who>(?:the |its )?(?:[\w+’-]+ ){{1,3}})(?:then |also |finally |"
    rf"officially |has "
    rf")?{_FIRM}(?: that\b| it\b)"
)
_AN_OCCASION = regex(r"(?i)\b(?:during|at|in) (?:a|an|the|its|their) [^.;,]{2,60} (?:on )?$")
_OWNER = regex(
    r"(?i)\b(?:cabler|pubcaster|webcaster|(?:streaming|cable|pay-tv) (?:giant|outlet)|net(?:work)?|streamer|service|platform|"
    r"broadcaster|channel|station|studio|company|companies|producers|makers|"
    r"committee|corporation|president|chief|head of|boss|executive|commissioner|controller|chair(?:man|woman)?|entertainment|"
    r"press release|in a statement|spokes\w+)\b"
)
_NOT_OWNER = regex(
    r"(?i)\b(?:he|she|i|actors?|actress|star|rep|agent|lawyer|column|version|article|report|newsletter|fans?|source|site|"
    r"podcast|interview|paper|magazine|piece|critics?|council|police|minister|union)\b[^.;]{0,30}$"
)
_FOR_A_PERSON = regex(r"(?i)\b(?:his|her|their|the actor[’']s|the actress[’']s) (?:agent|rep|representative|publicist|manager) $")
_WHAT_OF_PERSON = r"(?i)\b(?:left|leaving|quit|exit\w*|depart\w*|join\w*|return\w*|stay\w*|signed)\b"
_COMPANY = regex(r"(?:^|\W)[A-Z][\w+’'&]*(?: [A-Z][\w+&]*)?(?: \d+)?(?: also| has| had)? $")
_FULL_NAME = regex(r"\b[A-Z][a-zé-]+ [A-Z][a-zé’-]+ $")  # a person's name, or a company's of two words: not told apart
# "PlayNorth put out the press release on 30 October", "Crest One told us on Friday"
_PUT_OUT = regex(
    r"(?i)\b(?:put out|issued|sent(?: out| round)?|published|released|shared|posted|circulated|e-?mailed) (?:a|an|the|its|this) "
    r"(?:[\w-]+ ){0,2}?(?:(?:press|news) release|press note|statement|announcement|media alert|notice|bulletin|letter|memo)"
    r"(?: to [^.;?!,]{2,30}?)?(?: at [\d.:]+ ?(?:am|pm|a\.m\.|p\.m\.)?(?: \w+ time)?)? (?:on |last |this |late |early )*$"
)
_NUMBERED = regex(
    r"\b[A-Z]\w+ (?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Plus|Play|Vision|Stream|Max|TV|Television|Network|Studios?|"
    r"Pictures|Media|Films?|Channel|Entertainment)(?: also| has| had| today)? $"
)
_OF_NEWS = r"(?i)\b(?:news|announcement|renewal|cancell?ation|pick-?up|order|decision|go-ahead|green ?light)\b"
_WHAT: tuple[tuple[str, str], ...] = (
    (
        "cancellation",
        (
            r"\bcancel|\baxe|\baxing|\bpass(?:ed|ing|es) on\b|\bscrap|\bpulled|\bnot (?:be )?(?:return|renew|come back|back\b|"
            r"continu)|no (?:more|further)|plug"
        ),
    ),
    (
        "ending",
        (
            r"\b(?:will|would|is to|to) (?:also )?(?:end|conclude|finish)|\bfinal (?:season|series)|\bbe (?:the|"
            r"its) (?:last|final)\b|\bending\b"
        ),
    ),
    ("delay", r"\bdelay|\bpostpone|\bpush(?:ed)? back|\bput back|\bmoved to|\bno longer"),
    ("halt", r"\bsuspend|\bhalt|\bpaus(?:e|ed|ing)\b|\bshut down"),
    (
        "renewal",
        (
            r"\brenew|\border|\bpick|\brecommission|\bcommission|\b(?:second|third|fourth|fifth|sixth|another|"
            r"new)(?: and (?:final|last))?(?: [\w-]+)? (?:sea"
            r"son|series|run|instalment|outing|chapter)|\b(?:rescu|resurrect|reviv)(?:e[sd]?|ing)\b|\bsaved\b|\binstal+ments|"
            r"\bepisodes\b|\bon the way\b|\bnod\b|\bgo-ahead\b|\bgreen light\b|\bbring\w* (?:it|"
            r"the (?:show|series)|\w+) back\b|"
            r"\bsequel|"
            r"\breturn for|\bback for|greenli"
        ),
    ),
    ("release_date", r"\bpremiere|\blaunch|\breturn|\bair\b|\bdate|\bdebut|\barrive|\brelease|\bbegin|\bstart"),
    ("casting", r"\bjoin|\b(?<!the )cast|\bstar\b|\bstarring|\bplay|\brole\b"),
    ("renewal", r"\b(?:season|series) (?:[2-9]|two|three|four|five|six|seven|eight)\b[^.;?!]{0,20}\b(?:happening|coming|on)\b"),
    ("departure", r"\b(?:has|had|have) (?:now )?(?:left|quit|gone|departed)\b|\bleaving\b|\bexit|\bdepart|\bstep\w* down"),
    ("production", r"\bfilming\b|\bproduction (?:on|of|has|will|is|was|be)|\bthe shoot\b|\bcameras\b"),
    ("schedule", r"\bschedule|\bslate|\bline-?up|\bMonday night|\bfall\b"),
)
_DECISION = regex(
    r"(?i)\b(?:promis(?:es|ed)|pledg(?:es|ed)|guarantee[sd]?|owe[sd]?|assured)(?: (?:me|us|them|him|her|everyone|fans|viewers|"
    r"producers|the (?:[\w-]+ ){1,3}?))? ?(?:of )?(?:an?|the|its) (?:\w+ )?(?:answer|decision|verdict|ruling|announcement)\b|"
    r"\b(?:decisions?|verdict|announcements?|an answer)\b(?! (?:was|were|has|had|to cancel|to renew|to end))[^.;?!]{0,110}?"
    r"\b(?:expected|due|come|comes|made|follow|taken|reached|likely|promised|at the latest|hoped for|announced)\b|"
    r"\b(?:will|to|would|[’']ll|should|must|expects? to|hopes? to) (?:only )?(?:decide|make up (?:their|its|his|her) minds?|"
    r"make a (?:decision|call)|take a decision|know more(?! about (?:the|a|her|his|what) )|(?:have|get|hear) (?:the |some |any "
    r"|an |more )?(?:news|word|answer|clarity|certainty))\b|"
    r"\b(?:we|fans|viewers|everyone|they|you|I)(?:[’']ll| will| should| might)(?: probably| finally| all)? (?:know|hear|find "
    r"out)\b|\bexpects? (?:an? |some |more )?(?:announcement|news|word|decision|answer)\b|"
    r"\b(?:fate|future|whether)\b[^.;?!]{0,50}?\b(?:be|is|are) (?:decided|known|settled|clear)\b|\bhas until$|\b(?:decision|"
    r"verdict|"
    r"announcement) (?:\w+ )?(?:in|by|before|within|around|at) (?:the )?$"
)
_DECISION_LATER = regex(
    r"(?i)^[^.;?!]{0,20}\b(?:to (?:decide|make up|choose|pick up|exercise|renew|order|take up)|decides?\b|for (?:a|an|its|"
    r"the) (?:decision|answer))"
)
_BY = regex(r"(?i)\b(?:by|before|within|no later than|ahead of|has until|have until)(?: the)? $")


# "The good news came in November 2024, when the streamer shared a short post": the owner’s own word
_OWNER_SHARED = regex(
    r"^,? when (?:the )?(?:(?i:streamer|network|channel|broadcaster|service|platform|studio|makers|producers)|[A-Z][\w+]+) "
    r"(?:officially )?"
    r"(?:shared|posted|announced|confirmed|revealed|published|issued|put out)\b"
)


# "has picked up the thriller, it said Tuesday", "the streamer and studio Copper Lantern said Thursday"
_ITS_OWN_WORD = regex(
    rf"(?i)(?:, it {_SAYING}|\b(?:his|her|their) (?:agent|representatives?|publicist|manager) {_FIRM}|"
    rf"\bthe (?:\w+ and )?(?:streamer|network|studio|channel|broadcaster|cabler)(?: and (?:\w+ )?studio)?"
    rf"(?-i:(?: [A-Z][\w+]+){{0,3}}) {_SAYING})(?: in an? [a-z ]{{3,20}})?(?: late| early)?(?: on| last)? $"
)


def announcement(place: Place, one: Governed, given: set[Window]) -> Iterator[Found]:
    """Find the day of an announcement at a date; ``given`` holds the days that this sentence has already given."""
    expected = _expected(place, one.dated)
    if expected is not None:
        yield expected
        return
    start = _said_at(place, one.dated)
    if start is None:
        return
    window = one.dated.window(place.context.published, past=True)
    if window is None or window in given:
        return
    what = _what(place.text)
    if what == "cancellation" and search(r"(?i)(?:\bnot|n[’']t|\bnever) (?:yet |been )*(?:cancel|axed|scrapp)", place.text):
        return
    if search(
        r"(?i)\b(?:date|debut|launch|premiere|(?<!press )(?<!news )release) (?:of|for|on) (?:\w+day,? )?$",
        place.text[: one.dated.start],
    ):
        return  # "announced a release date of September 14" dates the release
    if what == "announcement" and not search(r"(?i)\bannounc|\bnews\b|\bdecision\b|press release|statement", place.lower):
        return  # somebody only spoke that day
    if _TO_THE_REPORTER.search(place.text[start : one.dated.start]) and not _NEWS.search(place.text[one.dated.end :]):
        return  # "told me on Thursday that the scripts are being written"
    given.add(window)
    end = max(one.dated.end, one.end) if one.event == "announcement" else one.dated.end
    owned = _OWNER_SHARED.search(place.text[one.dated.end :]) or _ITS_OWN_WORD.search(place.text[: one.dated.start])
    standing: Standing | None = "official" if owned else None
    yield Found("announcement_date", start, end, {"what": what, "window": window.value()}, standing=standing)


def _said_at(place: Place, dated: Dated) -> int | None:
    """Return where the words begin that give a date as the day on which something was announced."""
    text = place.text
    before, after = text[: dated.start], text[dated.end :]
    first, _ = place.sentence.clause(dated.start, dated.end)
    if any(a <= dated.start < b for a, b in place.sentence.quoted):
        return None
    shared = _SHARED.search(before[-110:])
    near = _WEEKS.fullmatch(text[dated.start : dated.end]) is not None
    if shared and (
        dated.form in _DAYS
        or (dated.form in _MONTHS and search(_OF_NEWS, shared[0]))
        or (
            near
            and search(
                r"(?i)\b(?:told|informed|announc|confirm|reveal|made public|disclos|"
                r"broke)",
                shared[0],
            )
        )
    ):
        return len(before) - min(len(before), 110) + shared.start()
    sent = _PUT_OUT.search(before[-110:]) if dated.form in _DAYS else None
    if sent:
        return len(before) - min(len(before), 110) + sent.start()
    of_season = _SEASON_TOLD.search(before[-110:]) if dated.form in _DAYS | _MONTHS else None
    if of_season:
        return max(first, len(before) - min(len(before), 110) + of_season.start())
    found = _BEFORE_DAY.search(before[-130:]) if dated.form in _DAYS else None
    found = found or (_FIRM_BEFORE.search(before[-130:]) if dated.form in _MONTHS else None)
    found = found or (_VERB_BEFORE.search(before[-130:]) if near else None)
    if found:
        at = len(before) - min(len(before), 130) + found.start()
        asserted = search(r"(?i)\b(?:will|would|to|can|may|might|could) be $|\bhas not $|n[’']t $", before[:at])
        return max(first, at - 30) if not asserted and _by_owner(place, before[max(0, at - 70) : at]) else None
    if dated.form in {"today", "weekday", "dmy", "mdy"} and (then := _AFTER_DAY.match(after)):
        return max(0, dated.start - 30) if then["firm"] and _by_owner(place, before[-70:]) else None
    led = _DAY_THEN_TOLD.match(after) if dated.form in _DAYS else None
    if (
        led
        and not search(r"\w", before.lower().strip(" ,").removeprefix("on").removeprefix("late"))
        and _by_owner(place, led["who"])
    ):
        return dated.start
    opening = not before.strip(" ,").lower().removeprefix("on").removeprefix("late").strip()
    if dated.form in _DAYS and (opening or _AN_OCCASION.search(before)) and (then := _EVENT_THEN_OWNER.match(after)):
        return dated.start if _by_owner(place, then[0]) else None
    return None


def _by_owner(place: Place, subject: str) -> bool:
    """Say whether the words before a verb name someone who announces for the series: a company, its head, or "it"."""
    tail = re.split(r"[;:“”\"]|, (?:and|but|which|who)\b", subject)[-1]
    if _NOT_OWNER.search(tail):
        return bool(_FOR_A_PERSON.search(tail) and search(_WHAT_OF_PERSON, place.text))
    said_it = search(r"(?i)\b(?:it|they)(?: (?:also|has|had|have))? $|\bit was (?:first |officially |also |only )?$", tail)
    company = _NUMBERED.search(tail) or (_COMPANY.search(tail) and not _FULL_NAME.search(tail))
    return bool(place.context.network_pattern.search(tail) or _OWNER.search(tail) or said_it or company)


def _what(text: str) -> str:
    """Name what was announced, from the words of the sentence."""
    return next((name for name, pattern in _WHAT if search("(?i)" + pattern, text)), "announcement")


# "A new date will be announced by the channel before the end of the year".
_TO_BE_TOLD = regex(
    r"(?i)\b(?P<date>(?:dates?|release window|schedule))?\b(?: (?:for|of) [^.;?!,]{2,40}?)?(?:[^.;?!,]{0,30}\b(?:news|details|"
    r"information|line-?up|trailer))? "
    r"(?:will|is to|are to|should|is due to|are due to) be (?:announced|revealed|confirmed|disclosed|shared|published|unveiled)"
    r"(?: by [^.;?!,]{2,30}?)?(?: (?:in|on|at|by|before|within|during|around|closer to|some ?time|no later than))*(?: the)? $"
)


def _expected(place: Place, dated: Dated) -> Found | None:
    """A date in the clause of a decision that is still to come."""
    text = place.text
    first = max(text.rfind(mark, 0, dated.start) for mark in (";", "—", ":")) + 1
    before = text[max(first, dated.start - 160) : dated.start]
    told = _TO_BE_TOLD.search(before)
    found = _DECISION.search(before) or (told if told and told["date"] else None)
    until = search(r"(?i)\b(?:(?:has|have|had) until|deadline (?:of|is|on)) (?:the )?(?:\w+ of )?$", before)
    if found is None and until:
        found = until if _DECISION_LATER.match(text[dated.end :]) else None
    if found is None or dated.form in {"ago", "today"} or len(before) - found.end() > 45:
        return None
    if search(
        r"(?i)\bwhen\b|\bafter\b|\b(?:film|shoot)s?\b|\b(?:air|return|premiere|launch|debut|start)s?\b", before[found.end() :]
    ):
        return None
    if search(
        r"(?i)\b(?:court|council|mayor|residents|the (?:city|town|public)|jury|judge|minister|regulator|tribunal|parliament|"
        r"police|union|members|"
        r"voters)\b",
        before,
    ):
        return None
    window = dated.window(place.context.published, past=False)
    if window is None or (
        is_past(text, dated.start)
        and not search(
            r"(?i)\b(?:will|to|[’']ll|expected|due|could|"
            r"hop|promis|pledg|guarantee|owe)",
            before,
        )
    ):
        return None
    published = place.context.published
    if search(r"(?i)\bno\b[^.;]{0,60}\b(?:before|until) (?:the )?$|(?:\bnot|n[’']t)\b[^.;]{0,40}\bbefore (?:the )?$", before):
        window = Window(window.start, None, "interval") if search(r"(?i)\bbefore (?:the )?$", before) else window
    elif published and window.end and window.end >= published and _BY.search(before):
        eve = search(r"(?i)\b(?:before|ahead of) (?:the )?$", before) and window.start and "end" not in dated.groups.get("p", "")
        last = window.start - dt.timedelta(days=1) if eve and window.start else window.end
        last = last if last >= published else window.end  # "before the summer" is over when that has begun
        window = Window(published, last, "interval")
    start = dated.start - len(before) + found.start()
    what = "release_date" if told and told["date"] else "renewal_decision"
    return Found("announcement_date", start, dated.end, {"what": what, "window": window.value()})
