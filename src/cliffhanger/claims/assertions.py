"""What is no assertion of the article's own: questions, sarcasm, wishes, the plot, what is taken back; and who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cliffhanger.claims.context import Context
from cliffhanger.claims.denials import denial, rejected_here
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.interviews import FIRST_PERSON, bearer, turn
from cliffhanger.claims.kinds.dates.shown import TIMELINE
from cliffhanger.claims.names import FULL_NAME, NAME_ALONE, below_a_list, fold
from cliffhanger.claims.patterns import match, regex, search
from cliffhanger.claims.sentences import Sentence

_RETRACTED = regex(
    r"(?i)\b(?:an? earlier (?:version|headline|report)|(?:originally|previously|initially|first) (?:said|stated|reported|"
    r"claimed|gave)(?! by\b)|(?:last|the other) (?:week|month|time),? (?:i|we) (?:wrote|said|reported|told you)|"
    r"(?:yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:night|month|week|issue|time)|earlier (?:today|this "
    r"week)|"
    r"(?:in|on) (?:(?:yesterday|last (?:week|month|night|issue)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[’']s|an earlier|"
    r"our (?:last|previous)) (?:[\w-]+ ){0,2}?(?:edition|paper|issue|newsletter|column|post|bulletin|page|story|article|"
    r"review|"
    r"list|recap|programme guide)),? (?:we|i) (?:wrote|said|reported|gave|put|told|listed|named|called|claimed|printed|stated|"
    r"had|"
    r"misstated|credited|described|suggested)(?! to| us| me| that we)|(?:we|i) repeated (?:it|that|this)|"
    r"(?:we|i) (?:wrongly|mistakenly|incorrectly|erroneously) \w+|"
    r"(?:our|my|(?:last (?:week|month)|yesterday|\w+day)[’']s) (?:(?:last|previous|earlier) )?(?:update|post|bulletin|newsletter|"
    r"ledger|digest|item|entry) (?:said|gave|had|stated|put|called|listed|claimed|reported|told you)|"
    r"in (?:our|an earlier|a previous|last (?:week|month)[’']s) (?:report|story|article|edition|issue|piece) (?:of|on|from|"
    r"about) "
    r"[^.;?!]{2,30}? we (?:said|wrote|reported|stated|told you)|"
    r"(?:correction|clarification)\b[^.;?!]{0,80}\b(?:gave|said|stated|listed|named|had)\b|"
    r"last (?:week|month)[’']s (?:column|post|article|piece)|(?:original|first) version of this (?:piece|article|post|story)|"
    r"previous version|earlier (?:we|this (?:post|site|page)) (?:told|said|reported|wrote)|"
    r"we (?:previously|originally|earlier|wrongly|mistakenly|incorrectly) (?:reported|said|told|stated|wrote)|(?:misstated|"
    r"wrongly attributed|(?:mistakenly|wrongly|erroneously|incorrectly) (?:said|stated|reported|gave|identified|named|listed|"
    r"credited|called|described))|this (?:post|article|story) (?:originally|previously|"
    r"initially))\b"
)
_SARCASM = regex(
    r"(?i)\b(?:definitely,? totally|totally,? definitely|one hundred per ?cent (?:coming|happening|real|confirmed|legit)|"
    r"yes, (?:i am|i[’']m) sure|oh,? (?:sure|good|great|yes)\b|sure,? jan|because of course|color me|colour me|"
    r"moon is a hologram|i[’']m sure (?:the|that|they|it)|what could (?:possibly )?go wrong|how (?:kind|generous|"
    r"thoughtful) of|slow clap|shocking(?:ly)?, i know|nothing says|good luck to|i guess \w+ test better|in other news|"
    r"pinky promise|"
    r"trust me,? bro|yeah,? right|so-called|inevitable (?:reboot|sequel)|i look forward to the|in \d{4}, starring|"
    r"^sure,? (?:and|but) (?:we|i|they|my)\b|thank you to (?:everybody|everyone|all) who (?:forwarded|sent|asked|e-?mailed)|"
    r"(?:shot|filmed|set)(?: \w+)? on (?:mars|pluto|jupiter|saturn)\b|"
    r"said no one|my uncle|eat my|pigs (?:might|may|will)? ?fly|hell freezes)\b|(?i:^as if\b)"
)
_WISH = regex(
    r"(?i)^(?:and |but )?in (?:a|any) (?:just|better|perfect|ideal|fair|fairer|sane|saner|kinder) world\b|"
    r"\bi (?:dream(?:ed|t)|imagined|pretended)\b|\bthings (?:i|we)(?: would|[’']d) like\b|^[“\"]?(?:if anyone|please|"
    r"dear|someone please|let[’']s (?:hope|pray)|"
    r"may the)\b|\bplease,|\b(?:many|people|fans|"
    r"viewers) (?:people )?(?:commented|argued|felt|think|said|demanded|begged|wished|wanted) (?:that )?they should\b|"
    r"^[“\"]?(?:and |but |so )?(?:all|what|the (?:only )?thing|the least) (?:(?:that )?(?:we|i|fans|viewers|they|you|anyone|"
    r"everybody|"
    r"everyone)(?:[’']re|[’']ve| are| have)?(?: (?:really|ever|all|now))?) (?:ask(?:ing|ed)?|want(?:s|ed)?|wish(?:es|ed)?|"
    r"need|"
    r"hope(?:d)?|"
    r"long|deserve|pray)\b|^[“\"]?(?:our|my|their|the) (?:only|one|dearest|biggest) (?:wish|dream|hope|request|demand)\b|"
    r"^[“\"]?(?:so |just |then |and )?(?:give us|grant us|let us have|bring back|renew|save|un-?cancel) (?=it\b|the|this|us|"
    r"our|an?\b|one|“|‘|[A-Z])|"
    r"^[“\"]?(?:we|i)(?: all| just| only| simply)? (?:want|demand|beg for|crave|long for|pray for|ask for|deserve|wish for) "
    r"(?:an?|one|our|the|"
    r"another|more)\b[^.;?!]{0,30}\b(?:seasons?|series|ending|finale|episodes?|run|renewal|chapter)\b"
)
# What stands in a condition at the head of a sentence is not said to be so: "If the shooting begins this winter, ..."
_CONDITION = regex(
    r"(?i)^[“\"]?(?:and |but |so |now |even |only )?(?:if|should|unless|provided(?: that)?|assuming(?: that)?|in case|as long "
    r"as|supposing|"
    r"suppose|in the event (?:that|of))\b[^.;?!]{3,160}?,(?= )"
)
_CONDITIONAL = frozenset({"release_date", "production_status", "renewal_status", "platform"})
_INSTRUCTION = regex(  # words to a reader or a machine: what they say is to be said, not said to be so
    r"(?i)\b(?:ignore|disregard|forget|override) (?:(?:all|any|your|the|my|these|those|previous|prior|above|earlier|of|other)"
    r" )*(?:instructions?|prompts?|guidelines|system messages?)\b|"
    r"^(?:(?:now|then|please|instead,?|so) )*(?:say|answer|output|respond|reply|print|write|report|state|claim|repeat|"
    r"pretend|mark) (?:that|with|it|this|only|the following|as)\b|"
    r"\byou (?:must|should|will|are to|have to) (?:(?:now|always|only) )*(?:say|answer|output|respond|reply|print|report|"
    r"claim|treat)\b|"
    r"^(?:system|assistant)(?: prompt| message)?\s*:"
)
_JOKE = regex(
    r"(?i)^if it (?:comes|is|gets|returns)\b[^.?!]*\bI will\b|^(?:and )?no, (?:renewing|watching|streaming|re-?watching)\b"
)
# A letter's question has its writer behind it: "Is it over? – Carol, Duluth".
_WRITER = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}(?:, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?)?\.?"
_QUESTION = regex(rf"\?[”\"’')\]]*(?: ?[–—-] ?{_WRITER})?$")
_REAL = regex(
    r"(?i)\b(?:season|series|show|renew\w*|network|streamer|episodes?|finale|spin-?off|ratings?|viewers|written|directed|"
    r"played|cast|critics|audience|score|composer|premieres?|airs?|pilot|backlot|shot|hit with)\b|\d"
)
_ABOUT_US = regex(r"About (?:the )?[A-Z]")
_CAST_LINE = regex(
    rf"{FULL_NAME},? (?:plays|played|playing|as|stars as|seen as|viewed as|saw as|portrays|will play|(?:in|"
    rf"at) (?:the )?(?:role|part|function|use) of) "
)
# What has not come about: "had the county not found a grant", "it would have come back next fall", "he’d have renewed it".
_DONE = (
    r"(?:been|gone|done|come|got|gotten|made|sold|found|kept|known|seen|had|taken|said|told|won|lost|run|cut|paid|left|met|begun|"
    r"become|brought|bought|fallen|shot|shown|put|set|built|written|held|sent|risen|grown|given|\w+ed)\b[^.,;?!—]*"
)
_SOMEBODY = (
    r"(?:(?:it|this|they|that|he|she|we|I|you|[“‘\"']?[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3}[”’\"']?) |"
    r"(?:the|its|his|her|their|our) (?:[\w’-]+ ){1,3}?)(?:(?:not|never|merely|only|just|ever) )?"
)
_HAVE = r"(?:[’']ve| (?:(?:not|never|also|probably|still|surely|all) )?have)"
_COUNTERFACTUAL = regex(
    rf"^[“\"]?Had {_SOMEBODY}{_DONE}(?=[^.;?!]*\b(?:would|could|might)\b)|"
    rf"(?<=\bhave )[^.,;?!]{{2,80}}? had {_SOMEBODY}{_DONE}"
)
_WOULD_HAVE = regex(rf"(?i)\b(?:would|could|might|(?:he|she|it|they|we|i|you)[’']d){_HAVE} (?:\w+ly )?{_DONE}")
_SUPPOSED = frozenset({"release_date", "production_status", "renewal_status", "platform", "budget", "episode_count"})
# A company's figures come out on days that are no series'.
_RESULTS_DUE = regex(
    r"(?i)\b(?:(?:first|second|third|fourth)[- ]quarter|quarterly|annual|half-year(?:ly)?|full-year|interim|financial) "
    r"(?:results|earnings|accounts|figures|report) (?:(?:are|is|were|will be|come|came) )?(?:due|expected|out|released|published|"
    r"announced|reported)\b[^.,;]*"
)
# What somebody asks is not said: "Pete asks whether it is based on the film"; of a renewal that is left open it says so.
_ASKS_WHETHER = regex(
    r"(?i)\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|want(?:s|ed)? to know|[ie]nquire[sd]?)(?: \w+){0,2}? "
    r"(?:whether|if) [^.,;?!—]*"
)
_FILLER = regex(
    r"(?i)^(?:stay tuned|keep reading|let us know|tell us|what do you think|what did we miss|follow us|subscribe|click here|"
    r"share (?:this|your)|check out|also read|read also|don[’']t forget|we will (?:update|keep)|for more|bookmark|"
    r"thanks for reading)\b"
)


# A line of facts looks like a heading: "Release date: October 12, 2026".
_LABEL = regex(
    r"(?i)(?:grade|rating|verdict|our (?:rating|verdict|grade)|score|(?:release|premiere|launch|air|start) (?:date|day)s?|"
    r"premieres?|"
    r"status|(?:number of |no\. of )?episodes|network|platform|streamer|channel|(?:main |returning )?cast|starring|stars|"
    r"(?:created|written|directed|produced) by|creators?|showrunners?|run(?:ning)? ?time|based on)\s*:\s*\S(?![^?]*\?)"
)
_ANSWER = 2  # sentences that answer a question
_NEAR = 3  # sentences within which a denial means what was said before it


@dataclass
class Reader:
    """Goes through an article sentence by sentence and keeps who speaks and what was said last."""

    context: Context
    speaker: str | None = None
    block: tuple[int, int] = (-1, -1)
    last: list[Found] = field(default_factory=list)
    since: int = 0  # sentences since those
    question: str | None = None  # what was asked last
    answered: int = 0  # sentences since it was
    lead: str | None = None
    introduction: str | None = None
    asked: bool = False

    def place(self, sentence: Sentence, before: tuple[Sentence, ...]) -> Place | None:
        """Return where the grammar stands at a sentence, or None when nothing in it can be a claim."""
        self._listen(sentence)
        self.since += 1
        text = sentence.text
        listed = sentence.block.kind in {"item", "heading"}
        introduced = self.introduction if listed else None
        self.introduction = text if text.endswith(":") else introduced
        question = self._question(sentence)
        if sentence.block.kind == "heading" and not _LABEL.match(text):
            self._headed(sentence)
            asserts = _is_cast_line(text, before) or TIMELINE.match(text) is not None
            return Place(sentence, self.context, None, before, introduced=introduced) if asserts else None
        if len(text) < 3 or _FILLER.match(text) or _ABOUT_US.match(text) or (self.lead and _ABOUT_US.match(self.lead)):
            return None
        last = tuple(self.last) if self.since <= 1 else ()
        return Place(sentence, self.context, self.speaker, before, question, last, introduced)

    def kept(self, place: Place, found: Iterable[Found]) -> Iterator[Found]:
        """Yield what is asserted, with what a short denial makes of the assertion before it."""
        text = place.text
        claims = list(found)
        if place.sentence.block.kind == "heading" and (TIMELINE.match(text) or _is_cast_line(text, place.before)):
            yield from (claim for claim in claims if _of_a_heading(text, claim))
            return
        rumoured = list(rejected_here(place, claims))
        if rumoured:
            yield from rumoured
            kinds = {claim.kind for claim in rumoured} | {"statement", "reason"}
            if any(claim.kind == "reason" for claim in rumoured):  # what was done for it is not told here to be so
                kinds.add("renewal_status")
            yield from (claim for claim in claims if claim.kind not in kinds)
            return
        denied = denial(place, claims, self.last if self.since <= _NEAR else [])
        if denied:
            yield denied
            claims = [
                claim
                for claim in claims
                if not (claim.start >= denied.start and claim.kind in {denied.kind, "statement", "reason"})
            ]
        if claims:
            yield from self._asserted(place, claims)

    def _asserted(self, place: Place, claims: list[Found]) -> Iterator[Found]:
        """Yield what of the claims of a sentence it says to be so, and remember what was said last."""
        text = place.text
        if _QUESTION.search(text):
            self._remember(claims)
            yield from (claim for claim in claims if claim.kind == "hashtag")
            return
        taken_back = _RETRACTED.search(text)
        if taken_back:
            self._remember(claims)
            aside = regex(r"[;—]|\. ").search(text, taken_back.end())
            claims = [claim for claim in claims if aside and claim.start >= aside.start()]
        if _INSTRUCTION.search(text):
            return
        if _SARCASM.search(text) or _WISH.search(text) or _JOKE.search(text):
            yield from (claim for claim in claims if claim.kind in {"hashtag", "viewership"} and not _SARCASM.search(text))
            return
        claims = [one for one in _without_conditions(text, claims) if not _is_said_in_story(place, one)]
        if self.context.is_recap:
            claims = [claim for claim in claims if self._is_real(place, claim)]
        self._remember(claims)
        yield from claims

    def _question(self, sentence: Sentence) -> str | None:
        """Return what a sentence answers: what was asked right before it, or before the sentence before it."""
        text = sentence.text
        told = turn(text) if self.context.is_interview else None
        asks = told is not None and bearer(told["who"], self.context.guest, self.context.people) is None
        if asks or _QUESTION.search(text):
            self.question, self.answered = text, 0
            return None
        self.answered += 1
        return self.question if self.answered <= _ANSWER else None

    def _remember(self, claims: list[Found]) -> None:
        if claims:
            self.last, self.since = claims, 0

    def _is_real(self, place: Place, claim: Found) -> bool:
        """In a recap, what has no word of television in its sentence is the plot; so is what its characters say."""
        if claim.kind in {"renewal_status", "production_status", "release_date", "reason", "platform"}:
            pattern = self.context.series_pattern
            network = self.context.network_pattern.search(place.text)
            known = (
                bool(_REAL.search(place.text))
                or bool(network)
                or bool(pattern and pattern.search(place.text))
                or claim.standing is not None
            )
            spoken = any(a <= claim.start and claim.end <= b for a, b in place.sentence.quoted)
            fiction = match(
                r"(?i)(?:the|a) (?:network|company|station|channel|studio|wedding|firm|hospital|school) (?:has|is|was)\b",
                place.text,
            )
            return known and not spoken and not (fiction and not (pattern and pattern.search(place.text)))
        return claim.kind != "statement" or bool(search(r"(?i)\b(?:said|told|says|calls)\b", place.text))

    def _listen(self, sentence: Sentence) -> None:
        block = (sentence.block.start, sentence.block.end)
        if block == self.block:
            return
        self.block = block
        if not self.context.is_interview:
            self.speaker = None
            return
        asked, self.asked = self.asked, self.context.asks and _asks(self.context.article.text[block[0] : block[1]].rstrip())
        found = turn(sentence.text)
        if self.context.asks and not found:
            self.speaker = self.context.guest if asked and not self.asked else None
        elif found:
            self.speaker = self._bearer(found["who"])
        elif not FIRST_PERSON.search(sentence.text):
            self.speaker = None  # the outlet speaks again

    def _bearer(self, label: str) -> str | None:
        return bearer(label, self.context.guest, self.context.people)

    def _headed(self, sentence: Sentence) -> None:
        self.lead = sentence.text


def _without_conditions(text: str, claims: list[Found]) -> list[Found]:
    """Leave out what is only supposed: in a condition at the head of a sentence, or in what would have been."""
    supposed = _CONDITION.match(text)
    claims = [one for one in claims if supposed is None or one.kind not in _CONDITIONAL or one.end > supposed.end()]
    unreal = [found.span() for pattern in (_COUNTERFACTUAL, _WOULD_HAVE) for found in pattern.finditer(text)]
    results = [found.span() for found in _RESULTS_DUE.finditer(text)]
    asked = [found.span() for found in _ASKS_WHETHER.finditer(text)]
    return [
        one
        for one in claims
        if not (one.kind in _SUPPOSED and _any_within(one, unreal))
        and not (one.kind == "release_date" and _any_within(one, results))
        and not (one.kind != "renewal_status" and any(start < one.start and one.end <= end for start, end in asked))
    ]


def _any_within(claim: Found, spans: Iterable[tuple[int, int]]) -> bool:
    """Say whether most of a claim's words stand in one of some stretches."""
    return any(2 * (min(end, claim.end) - max(start, claim.start)) > claim.end - claim.start for start, end in spans)


# Who hisses or sobs is in the story, and whoever announces is unless the article knows the name from elsewhere.
_IN_CHARACTER = regex(
    r"[”\"],? (?:(?:hisses|whispers|growls|snarls|mutters|sobs|yells|screams|barks|gasps|pleads|murmurs|hollers|roars|wails|"
    r"croaks) |"
    r"(?:announces|declares|shouts|cries|replies|snaps|sighs) (?!(?:the|its|an?) ))(?P<who>[A-Z][\w’-]*(?: [A-Z][\w’-]*)*)"
)
_OF_CHARACTERS = frozenset({"renewal_status", "release_date", "production_status", "cast_role"})


def _is_said_in_story(place: Place, claim: Found) -> bool:
    """Say whether a claim stands in the words of a character: "“I’ll return in the spring,” hisses Vic"."""
    spoken = _IN_CHARACTER.search(place.text) if claim.kind in _OF_CHARACTERS and place.sentence.quoted else None
    if spoken is None or not any(
        a <= claim.start + 1 and claim.start < b <= spoken.start() + 1 for a, b in place.sentence.quoted
    ):
        return False
    context, last = place.context, fold(spoken["who"].split()[-1])
    return not (context.is_network(spoken["who"]) or last in context.players | context.makers)


def _of_a_heading(text: str, claim: Found) -> bool:
    """Say whether a heading may assert this: a day of a chronicle what was shown, a line of a cast who plays."""
    if TIMELINE.match(text):
        return claim.kind == "release_date"
    return claim.kind == "cast_role" and (NAME_ALONE.match(text) is not None or "character" in claim.value)


def _is_cast_line(text: str, before: tuple[Sentence, ...]) -> bool:
    """Say whether a line that looks like a heading is one of a cast: a name with its part, or a name below a list's beginning."""
    alone = NAME_ALONE.match(text) is not None and below_a_list(before[-1].text if before else "")
    return alone or _CAST_LINE.match(text) is not None


def _asks(turn_: str) -> bool:
    """Say whether a turn of an interview asks: it ends with a question, or speaks to somebody and not of itself."""
    return _QUESTION.search(turn_) is not None or (search(r"\b[Yy]ou\b", turn_) is not None and not FIRST_PERSON.search(turn_))
