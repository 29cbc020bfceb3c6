"""What is no assertion of the article's own: questions, sarcasm, wishes, the plot, what is taken back; and who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from cliffhanger.claims.claim import Attribution
from cliffhanger.claims.context import FIRST_PERSON, Context, turn
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import FULL_NAME, fold
from cliffhanger.claims.patterns import match, search
from cliffhanger.claims.sentences import Sentence

_RETRACTED = re.compile(
    r"(?i)\b(?:an? earlier (?:version|headline|report)|(?:originally|previously|initially|first) (?:said|stated|reported|"
    r"claimed|gave)|previous version|earlier (?:we|this (?:post|site|page)) (?:told|said|reported|wrote)|"
    r"we (?:previously|originally|earlier|wrongly|mistakenly|incorrectly) (?:reported|said|told|stated|wrote)|(?:misstated|"
    r"wrongly attributed|mistakenly (?:said|stated|reported))|this (?:post|article|story) (?:originally|previously|"
    r"initially))\b"
)
_SARCASM = re.compile(
    r"(?i)\b(?:definitely,? totally|totally,? definitely|one hundred per ?cent (?:coming|happening|real|confirmed|legit)|"
    r"yes, (?:i am|i[’']m) sure|oh,? (?:sure|good|great|yes)\b|sure,? jan|because of course|color me|colour me|"
    r"moon is a hologram|i[’']m sure (?:the|that|they|it)|what could (?:possibly )?go wrong|how (?:kind|generous|"
    r"thoughtful) of|slow clap|shocking(?:ly)?, i know|nothing says|good luck to|i guess \w+ test better|in other news|"
    r"pinky promise|"
    r"trust me,? bro|yeah,? right|as if\b|so-called|inevitable (?:reboot|sequel)|i look forward to the|in \d{4}, starring|"
    r"said no one|my uncle|eat my|pigs (?:might|may|will)? ?fly|hell freezes)\b"
)
_WISH = re.compile(
    r"(?i)^(?:if anyone|please|dear|someone please|let[’']s (?:hope|pray)|may the)\b|\bplease,|\b(?:many|people|fans|"
    r"viewers) (?:people )?(?:commented|argued|felt|think|said|demanded|begged|wished|wanted) (?:that )?they should\b"
)
_INSTRUCTION = re.compile(  # words to a reader or a machine: what they say is to be said, not said to be so
    r"(?i)\b(?:ignore|disregard|forget|override) (?:(?:all|any|your|the|my|these|those|previous|prior|above|earlier|of|other)"
    r" )*(?:instructions?|prompts?|guidelines|system messages?)\b|"
    r"^(?:(?:now|then|please|instead,?|so) )*(?:say|answer|output|respond|reply|print|write|report|state|claim|repeat|"
    r"pretend|mark) (?:that|with|it|this|only|the following|as)\b|"
    r"\byou (?:must|should|will|are to|have to) (?:(?:now|always|only) )*(?:say|answer|output|respond|reply|print|report|"
    r"claim|treat)\b|"
    r"^(?:system|assistant)(?: prompt| message)?\s*:"
)
_JOKE = re.compile(
    r"(?i)^if it (?:comes|is|gets|returns)\b[^.?!]*\bI will\b|^(?:and )?no, (?:renewing|watching|streaming|re-?watching)\b"
)
_QUESTION = re.compile(r"\?[”\"’')\]]*$")
_REAL = re.compile(
    r"(?i)\b(?:season|series|show|renew\w*|network|streamer|episodes?|finale|spin-?off|ratings?|viewers|written|directed|"
    r"played|cast|critics|audience|score|composer|premieres?|airs?|pilot|backlot|shot|hit with)\b|\d"
)
_ABOUT_US = re.compile(r"About (?:the )?[A-Z]")
_SHORT_DENIAL = re.compile(
    r"(?i)^[“\"]?(?:[A-Z][\w ]{1,25}: )?[“\"]?(?:(?:it|that|this|they|we|he|she|none of (?:it|that|this)|[A-Z]\w+) (?:did|is|"
    r"was|were|has|have|had|does|do|are)(?:n[’']t| not)(?: so| true| happening| correct| right| the case| a yes| been|"
    r" it)?|it[’']s not a yes|that is (?:incorrect|false|wrong|untrue)|that[’']s (?:incorrect|false|wrong|untrue|"
    r"not true|not so)|not true|not so|this is (?:false|incorrect|untrue|wrong)|"
    r"(?:turns out )?our source was (?:mistaken|wrong)|turns out our source was mistaken|(?:it[’']s|it is) a (?:fan edit|"
    r"fake|hoax|forgery)|it was nowhere near \w+|no\. not (?:close|true|even close)|not even close|"
    r"I[’']d love to meet the person who was)[.!”\"]*(?=$|[;,])"
)
_PART_DENIAL = re.compile(
    r"(?:^|[;—,] |\bbut )(?P<who>(?:the )?[\w+’' -]{2,40}?) (?:calls?|called|says?|said|described?|dismiss(?:es|ed)|"
    r"insist(?:s|ed))(?: of)? (?:that|the|this|it|it[’']s|it is|that[’']s)\b(?: (?:figure|number|claim|report|rumou?r|"
    r"story|talk)s?)?(?: is| was| as)? ?[“\"]?(?:exaggerated|nonsense|false|wrong|untrue|not true|rubbish|not so|"
    r"incorrect|fiction|made up|invented|not happening|way off)"
)
_DENIABLE = frozenset({"renewal_status", "release_date", "cast_role", "platform", "budget", "production_status", "episode_count"})
_CAST_LINE = re.compile(
    rf"{FULL_NAME},? (?:plays|played|playing|as|stars as|seen as|viewed as|saw as|portrays|will play|(?:in|"
    rf"at) (?:the )?(?:role|part|function|use) of) "
)
_COUNTERFACTUAL = re.compile(r"(?:Had|Were) (?:it|the|this|they|that|[A-Z]\w+)\b[^.;]{3,60},")
_FILLER = re.compile(
    r"(?i)^(?:stay tuned|keep reading|let us know|tell us|what do you think|what did we miss|follow us|subscribe|click here|"
    r"share (?:this|your)|check out|also read|read also|don[’']t forget|we will (?:update|keep)|for more|bookmark|"
    r"thanks for reading)\b"
)


@dataclass
class Reader:
    """Goes through an article sentence by sentence and keeps who speaks and what was said last."""

    context: Context
    speaker: str | None = None
    block: tuple[int, int] = (-1, -1)
    last: list[Found] = field(default_factory=list)
    lead: str | None = None
    asked: bool = False

    def place(self, sentence: Sentence, before: tuple[Sentence, ...]) -> Place | None:
        """Return where the grammar stands at a sentence, or None when nothing in it can be a claim."""
        self._listen(sentence)
        text = sentence.text
        if sentence.block.kind == "heading" and not match(
            r"(?i)(?:grade|rating|verdict|our (?:rating|verdict|grade)|score)\s*:", text
        ):
            self._headed(sentence)
            return Place(sentence, self.context, None, before) if _CAST_LINE.match(text) else None
        if len(text) < 3 or _FILLER.match(text) or _ABOUT_US.match(text) or (self.lead and _ABOUT_US.match(self.lead)):
            return None
        return Place(sentence, self.context, self.speaker, before)

    def kept(self, place: Place, found: Iterable[Found]) -> Iterator[Found]:
        """Yield what is asserted, with what a short denial makes of the assertion before it."""
        text = place.text
        claims = list(found)
        if place.sentence.block.kind == "heading" and _CAST_LINE.match(text):  # a line of a cast that stands by itself
            yield from (claim for claim in claims if claim.kind == "cast_role" and "character" in claim.value)
            return
        denied = self._denied(place, claims)
        if denied:
            yield denied
            claims = [
                claim
                for claim in claims
                if not (claim.start >= denied.start and claim.kind in {denied.kind, "statement", "reason"})
            ]
        if _QUESTION.search(text):
            self.last = claims or self.last
            yield from (claim for claim in claims if claim.kind == "hashtag")
            return
        taken_back = _RETRACTED.search(text)
        if taken_back:
            self.last = claims or self.last
            aside = re.compile(r"[;—]|\. ").search(text, taken_back.end())
            claims = [claim for claim in claims if aside and claim.start >= aside.start()]
        if _INSTRUCTION.search(text):
            return
        if _SARCASM.search(text) or _WISH.search(text) or _JOKE.search(text):
            yield from (claim for claim in claims if claim.kind in {"hashtag", "viewership"} and not _SARCASM.search(text))
            return
        if _COUNTERFACTUAL.match(text):
            claims = [claim for claim in claims if claim.kind not in {"release_date", "production_status", "renewal_status"}]
        if self.context.is_recap:
            claims = [claim for claim in claims if self._is_real(place, claim)]
        if claims:
            self.last = claims
        yield from claims

    def _denied(self, place: Place, claims: list[Found]) -> Found | None:
        """Turn the claim before "It did not." or "K-One calls that exaggerated" round: one of this sentence or of the last."""
        text = place.text
        whole = _SHORT_DENIAL.match(_spoken(text))
        part = None if whole else _PART_DENIAL.search(text)
        if not whole and not part:
            return None
        at = part.start() if part else 0
        said = [claim for claim in claims if part and claim.end <= at] or self.last
        for claim in reversed(said):
            if claim.kind in _DENIABLE and claim.polarity == "+":
                by = Attribution("talent", place.speaker) if place.speaker else None
                if part and by is None:
                    by = Attribution(
                        "network_or_studio", part["who"].strip() if self.context.is_network(part["who"].strip()) else None
                    )
                return replace(
                    claim,
                    start=at,
                    end=len(text),
                    polarity="-",
                    standing="denied",
                    by=by or Attribution("outlet", self.context.article.outlet),
                )
        return None

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
        self.block, asked = block, self.asked
        self.asked = _QUESTION.search(self.context.article.text[block[0] : block[1]].rstrip()) is not None
        if not self.context.is_interview:
            self.speaker = None
            return
        found = turn(sentence.text)
        if self.context.asks and not found:
            self.speaker = self.context.guest if asked and not self.asked else None
        elif found:
            self.speaker = self._guest(found["who"])
        elif not FIRST_PERSON.search(sentence.text):
            self.speaker = None  # the outlet speaks again

    def _guest(self, who: str) -> str | None:
        """Return the full name behind "VANCE:" or "A:"; the asker's turns are nobody's."""
        guest = self.context.guest
        word = fold(who)
        if word in {"a", "answer"}:
            return guest
        if word in {"q", "host", "interviewer", "question"} or guest is None:
            return None
        return guest if word in fold(guest).split() or word == fold(guest) else self.context.people.get(word)

    def _headed(self, sentence: Sentence) -> None:
        self.lead = sentence.text


def _spoken(text: str) -> str:
    """Leave the name before a turn of an interview out."""
    found = turn(text)
    return text[found.end() :] if found else text
