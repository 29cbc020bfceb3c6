"""Whether a season is to come: renewals, cancellations, endings, and everything between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cliffhanger.claims.claim import Polarity, Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.renewal.chances import chances
from cliffhanger.claims.kinds.renewal.deal_rules import BY_DEAL
from cliffhanger.claims.kinds.renewal.entries import entries
from cliffhanger.claims.kinds.renewal.further_open import FURTHER_OPEN
from cliffhanger.claims.kinds.renewal.further_told import FURTHER_BOUND, FURTHER_BY_OWNER, FURTHER_GUESSES, FURTHER_TOLD
from cliffhanger.claims.kinds.renewal.kin import kin_of
from cliffhanger.claims.kinds.renewal.meanings import BUYER, says_something_else
from cliffhanger.claims.kinds.renewal.named_last import PERSON_LAST, is_firm_last, is_person_last
from cliffhanger.claims.kinds.renewal.no_fate import is_denied, only_how, tells_no_fate
from cliffhanger.claims.kinds.renewal.of_show import (
    has_object,
    in_its_words,
    is_by_owner,
    is_near,
    is_object,
    is_subject,
    is_subject_of,
)
from cliffhanger.claims.kinds.renewal.outer_rules import FIRST, LATER
from cliffhanger.claims.kinds.renewal.rules import NEXT, RULES, SHOW
from cliffhanger.claims.kinds.renewal.set_phrases import (
    SET_BOUND,
    SET_BY_OBJECT,
    SET_BY_OWNER,
    SET_GUESSES,
    SET_NEAR,
    SET_PHRASES,
)
from cliffhanger.claims.kinds.renewal.several import each_apart, each_season, each_series, headed_lists
from cliffhanger.claims.kinds.renewal.unsettled_rules import NOT_SETTLED
from cliffhanger.claims.names import UPPER, is_person, trimmed
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER
from cliffhanger.claims.patterns import Rules, live, match, regex, search
from cliffhanger.claims.seasons_said import season_of

_ABOUT_SHOW = regex(
    rf"(?i)\b(?:{NEXT}|{SHOW}|after {SMALL_NUMBER} seasons?|season|part two|second part|renewal|cancell?ation|"
    rf"{ORDINAL} one)\b"
)
_ALL = Rules(
    (
        *SET_PHRASES[:1],
        *NOT_SETTLED,
        *FURTHER_OPEN,
        *FIRST,
        *RULES,
        *LATER,
        *BY_DEAL,
        *FURTHER_TOLD,
        *SET_PHRASES[1:],
    )
)
_STUNNED = regex(
    r"(?i)\b(?:stunned|surprised|shocked|amazed|astonished) if (?P<what>[^.;?!]{0,60}?\b(?:is|isn[’']t|was|wasn[’']t|does|"
    r"doesn[’']t|let|lets|turns?|turned|drop\w*|axe\w*|pull\w*|kill\w*|pass\w*|gets?|came|comes|did|didn[’']t|return\w*|"
    r"renew\w*|cancel\w*|not)[^.;?!]{0,40})"
)
_MINE = regex(r"(?i)\b(?:my (?:conclusion|answer|guess|prediction|verdict) is yes|that[’']s a yes|it[’']s a yes)\b")
_NO_COMMENT = regex(r"(?:[Tt]he )?[\w+’']+(?: [A-Z][\w+]*)? (?:has |have )?(?:declined|refused) to comment")
_NEGATED = regex(r"(?i)(?:n[’']t|\b(?:not|never|yet to|without|nor))(?: (?:been|be|yet|\w+ly))* $")
_WISHED = regex(
    r"(?i)\b(?:should(?:n[’']t)? have|must|demand(?:ed|ing)|begg?(?:ed|ing)?|urg(?:e|ed|ing)|want(?:s|ed)?|asking|pleas?e|"
    r"petition(?:ing)? (?:for|to)|call(?:s|ed|ing) (?:for|on))\b"
    r"|\b(?:or|to) renew it\b"
)
_HYPOTHESIS = regex(
    r"(?i)^(?:if|should|were|had|in case|assuming|unless|provided)\b|\b(?:if|whether|in case|assuming|unless|should) "
    r"(?:[“‘\"]|it|"
    r"they|the|there|season|a|we|he|she|that|this|[A-Z]\w+)\b"
)
# The sentence itself says that what it reports is not so.
_SAID_FALSE = regex(
    r"(?i)\b(?:reports?|rumou?rs?|claims?|stories|speculation|suggestions?|articles?|posts?)\b[^.;]{0,90}\b(?:are|is|was|"
    r"were) (?:\w+ly )?(?:false|untrue|wrong|incorrect|nonsense|not true|inaccurate|fake|unfounded)|\b(?:no|"
    r"any) truth (?:in|to)\b|\bden(?:y|ies|ied) (?:that|reports|rumou?rs)"
)


def renewals(place: Place) -> Iterator[Found]:
    """Find what a sentence says of another season.

    A rule fires where its words stand, unless the clause wishes, asks or supposes; a place taken by an earlier rule (what is
    undecided, denied, reversed) is not read again by a later one.
    """
    odds = list(chances(place))
    yield from odds
    yield from _by_the_way(place)
    # "Even money to come back" tells odds and no return.
    found = [
        one
        for one in _decided(place)
        if one.value.get("status") != "renewed"
        or not (only_how(place, one.start, one.end) or any(one.start < p.end and p.start < one.end for p in odds))
    ]
    found += headed_lists(place) if not found else ()
    yield from found
    yield from entries(place, [*odds, *found])


def _decided(place: Place) -> Iterator[Found]:
    for claim, span in each_apart(place.text, _told(place)):
        for one in each_series(place, claim, span):
            yield from each_season(place, one)


def _told(place: Place) -> Iterator[tuple[Found, tuple[int, int]]]:
    """Yield what rules read, with the stretch that their words take."""
    text = place.text
    taken: list[tuple[int, int, str]] = []
    for name, status, polarity, pattern in live(_ALL, text):
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(start < b and a < end and (name, other) != ("ordered", "final") for a, b, other in taken):
                continue  # only "ordered a third and final season" is two things at once
            claim = _claim(place, name, status, polarity, (start, end))
            if claim is not None:
                taken.append((start, end, name))
                yield claim, (start, end)


_DECISIONS = frozenset(
    (
        "renewed ordered passive back cancelled final done no_more ended told_over not_made renewal order brought ordinal "
        "closing serves agreed nodded won coming bare_ordinal picking_up rescued straight last_one rounded_off plugged let_go "
        "abandoned unrenewed decided_not_to no_longer"
    ).split()
) | {rule[0] for rule in (*FURTHER_TOLD, *SET_PHRASES)}
_BY_OBJECT = frozenset({"yanked", "rescued", "let_go", "rounded_off"})  # said of a series by what stands behind the verb
_BOUND_TO = _BY_OBJECT | frozenset(
    "entry_over entry_on closing final brought not_over abandoned agreed plugged curtain no_longer".split()
)
_BOUND_TO |= FURTHER_BOUND | FURTHER_BY_OWNER | SET_BOUND | SET_BY_OBJECT | SET_BY_OWNER | SET_NEAR
_GUESSES = FURTHER_GUESSES | SET_GUESSES | {"time_only", "comes_back"}
_BY_THEMSELVES = frozenset({"entry_gone", "film_open"})  # what stands behind the comma is the next turn of events
_NEITHER = regex(r"(?i)(?:^|[.;:,] |\b(?:and|but|that) )neither (?:[“‘\"]|(?-i:[A-Z])|the |of |show|series)[^.;]{0,120}$")
_NEVER = regex(r"(?i)\b(?:never|nobody|no one|none|neither|hardly|nearly|almost)\b[^,.;]{0,30}$")
_IN_THE_PLOT = regex(
    r"(?i)\b(?:imagine|picture|suppose|what if)\b|\bthe (?:script|plot|story|screenplay) (?:says|has|goes|calls)\b|\bin "
    r"(?:an?|another|some|no) (?:\w+ )?(?:world|universe|timeline|reality) "
    r"(?:in which|where)\b|"
    r"\bin (?:the|this|that|last (?:week|night)[’']s|tonight[’']s) (?:episode|finale|pilot|opener|story|plot|"
    r"sketch)\b[^.;]{0,5}|"
    r"\b(?:sketch|episode|scene|dream|subplot) in which\b"
)


def is_told(place: Place, name: str, span: tuple[int, int]) -> bool:
    """Say whether a decision is told as one: not denied by "never", not of the plot, not what would be if."""
    text, (start, end) = place.text, span
    if _NEVER.search(text[max(0, start - 60) : start]) or _IN_THE_PLOT.search(text[:start]):
        return False
    if name == "back" and search(r"(?i)\bwould\b", text[start:end]) and search(r"(?i)\bif\b", text[end:]):
        return False
    if (
        name == "passive"
        and match(r"(?i)the renewal of", text[start:end])
        and search(r"(?i)\b(?:would|could|might|may)\b", text[end:])
    ):
        return False
    if name in {"ordinal", "it_on", "bare_ordinal"}:
        return bool(place.context.network_pattern.search(text[:start]) or BUYER.search(text[:start]))
    return True


def _claim(place: Place, name: str, status: str, polarity: str, span: tuple[int, int]) -> Found | None:
    """Return what a rule's words claim where they stand; None where they claim nothing."""
    so = _polarity(place, name, status, polarity, span)
    if so is None:
        return None
    text, (start, end) = place.text, span
    first, last = place.sentence.clause(start, end)
    season = season_of(text[start:last]) or season_of(text[first:end]) or season_of(text)
    value = _value(name, status, text[start:end])
    if name in _BY_THEMSELVES:
        first, last = start, end
    guess: Standing | None = "speculation" if name in _GUESSES or name == "film_open" else None
    return Found("renewal_status", first, last, value, so, standing=guess, season=season)


def _polarity(place: Place, name: str, status: str, polarity: str, span: tuple[int, int]) -> Polarity | None:
    """Return whether a rule's words say that it is so where they stand; None where they wish, suppose or mean something else."""
    text, (start, end) = place.text, span
    first, _ = place.sentence.clause(start, end)
    lead = text[max(0, first) : start]
    decides = name in _DECISIONS or status == "reversed"
    if decides or name == "it_on":
        supposing = _HYPOTHESIS.search(text[:start][-60:])
        if supposing and name != "final" and not search(r"(?i)stunned|surprised|question", text[:start]):
            return None
    if decides:
        if name == "ordered" and search(r"(?i)\bno (?:\w+ )?$", text[:start]):
            return None
        if _NEGATED.search(text[max(0, start - 30) : start]):
            if name in {"renewed", "ordered", "passive", "abandoned"}:
                return None
            polarity = "-"
    if decides and (_WISHED.search(lead) or _WISHED.match(text[start:end])):
        return None
    if status in {"renewed", "cancelled"} and polarity == "+" and _NEITHER.search(text[:start]):
        polarity = "-"
    if status in {"renewed", "cancelled", "ending"} and polarity == "+" and not is_told(place, name, span):
        return None
    if says_something_else(place, name, span) or tells_no_fate(place, name, span):
        return None
    saved = name == "back" and match(r"(?i)(?:rescued|revived|resurrected|saved)", text[start:end])
    if (name in _BOUND_TO or saved) and not _is_bound(place, name, span):
        return None
    if status == "undecided" and match(r"(?i)[“\"]?if\b", text):
        return None
    if not _concerns_series(place, name, text[:start], span):
        return None
    if name == "cancelled" and search(r"(?i)\b(?:renewed or|renewal or|whether|or) $", text[:start]):
        return None
    if name == "renewed" and search(r"[a-z,] Green", text[max(0, start - 2) : start + 5]):
        return None  # a name: "the trade newsletter Greenlight"
    if status in {"cancelled", "renewed", "ending"} and polarity == "+" and (_SAID_FALSE.search(text) or is_denied(text, start)):
        polarity = "-"
    return "-" if polarity == "-" else "+"


def _value(name: str, status: str, words: str) -> dict[str, Any]:
    if name in {"kin", "no_film", "film_open", "kin_planned"}:
        return kin_of(words)
    if name in {"film_on", "kin_waits"}:
        return kin_of(words) | {"status": status}
    return {"status": status, "final": True} if status == "ending" else {"status": status}


def _is_bound(place: Place, name: str, span: tuple[int, int]) -> bool:
    """Say whether words that are said of much else are said of a series here."""
    before, after = place.text[: span[0]], place.text[span[1] :]
    if name in {"entry_over", "entry_on"}:
        return place.sentence.number > 0 or place.sentence.block.kind in {"item", "row"}
    if name in SET_BY_OWNER:
        return has_object(place, span) and is_by_owner(place, before)
    if name in SET_BY_OBJECT | SET_BOUND:
        return has_object(place, span) if name in SET_BY_OBJECT else is_subject_of(place, before)
    if name in SET_NEAR:
        return is_near(place, name, before)
    if name in FURTHER_BY_OWNER:
        return has_object(place, span) and (
            name == "picks_up"
            or is_by_owner(place, before)
            or (name == "drops_it" and (is_firm_last(place, before) or in_its_words(place, span)))
        )
    if name == "curtain":
        told = place.speaker is not None or bool(place.sentence.quoted)
        return (
            told
            or is_subject_of(place, before)
            or is_by_owner(place, before)
            or bool(place.context.series_pattern and place.context.series_pattern.search(place.text))
        )
    if name in FURTHER_BOUND:
        return is_subject_of(place, before) or (name in {"more_years", "its_end", "of_cancelling"} and has_object(place, span))
    if name in _BY_OBJECT:
        verb = _VERB_ON.match(place.text, span[0])
        rest = place.text[verb.end() :] if verb and name != "yanked" else after
        if match(r"(?i) ?(?:it|them)\b", rest) and not (place.context.network_pattern.search(before) or BUYER.search(before)):
            return False
        if name == "rescued" and _FROM_ELSE.search(rest[:80]):
            return False
        return is_object(place, rest.lstrip(' “‘"'))
    if name == "agreed":  # people sign contracts for a season, too
        return not (_STARS.search(before) or is_person_last(place, before))
    if name == "plugged":
        return not match(r"(?i)(?:got|gets?|gotten|given|handed)\b", place.text[span[0] :]) or is_subject(place, before)
    if (
        name == "abandoned"
        and _NAME_LAST.search(before)
        and match(rf" after (?:just |only )?{SMALL_NUMBER} (?:seasons?|series)\b", after)
    ):
        return not is_person_last(place, before)
    if name == "brought" and match(r" by ", after) and place.context.network_pattern.match(after, 4):
        return True
    if name == "not_over":
        words = place.text[span[0] : span[1]]
        if search(r"(?i)cancel|axed|scrapped|\b(?:nobody|no one|none)\b", words) or not match(
            r"(?i)\W*(?:(?:is|was|are|has|have|had|been|[’']s)(?:n[’']t)?|far|any|now|alive)\b", words
        ):
            return True
    if name in {"closing", "final"}:
        ends = name == "closing" or match(r"(?i)(?:conclud|end|bow|wrap|sign)", place.text[span[0] : span[1]])
        return not ends or not search(
            r"(?i)\b(?:film|shoot|shot|production|work|episode|chapter|lease|contract|strike|"
            r"campaign)\w*\b",
            before,
        )
    return is_subject_of(place, before)


_VERB_ON = regex(
    r"(?i)(?:\w+ (?:ways|company) with|\w+ away from|\w+ up on|(?:wrap|round|tie|finish|close|conclude)\w*(?: (?:up|off|"
    r"out))?|"
    r"(?:brought|brings) back|\w+) "
)
_FROM_ELSE = regex(r"(?i)\bfrom (?!cancel|the (?:axe?|chop|scrap|dead|brink|bin|grave)|oblivion|limbo|certain|extinction)")
_STARS = regex(r"(?i)\b(?:stars?|actors?|actress|cast|leads?|showrunner|writer|director|he|she) (?:\w+ ){0,3}$")


_IN_AN_ARTICLE = frozenset(rule[0] for rule in (*FIRST, *FURTHER_OPEN, *FURTHER_TOLD, *SET_PHRASES)) | frozenset(
    (
        "talking guessed kin serves final_word told_over declared confirmed it_on entry_gone entry_over entry_on order "
        "brought "
        "yanked ordinal"
    ).split()
)
_ANYWHERE = frozenset("open yet_to doubt silent wait later neither reversed spinoff".split())
_OF_A_SERIES = frozenset(rule[0] for rule in (*NOT_SETTLED, *BY_DEAL)) | {"no_word", "wont_say", "talks", "paused"}
_WE_ARE = regex(
    r"(?i)\b(?:we|they|it)(?:[’'](?:ve|re|d|s)| have| has| had| are| were| was| is| will be| got| get)(?: been)?(?: \w+ly)? ?$"
)
_NAME_LAST = regex(rf"[{UPPER}][\w’'-]+[”’]?,? ?(?:\w+ )?(?:\([^)]*\) )?(?:has|have|had|is|was|been)?(?: \w+ly)?(?: been)? ?$")


def _concerns_series(place: Place, name: str, before: str, span: tuple[int, int]) -> bool:
    """Say whether the clause is about a series: it names one, or a season, or stands for it; a person who returns is cast."""
    context = place.context
    if name in _ANYWHERE:
        return True
    if name in _OF_A_SERIES:
        return bool(context.series or context.is_interview)
    if name in _IN_AN_ARTICLE:
        return bool(context.series or context.is_interview or context.networks)
    pattern = context.series_pattern
    if name in {"back", "no_more"} and search(r"(?i)\breturn|back|continu|get\b", place.text[span[0] : span[1]]):
        subject = before[-90:].rstrip()
        person = PERSON_LAST.search(subject)
        if (
            person
            and is_person(trimmed(person[1])[0])
            and not context.is_series(person[1])
            and not (pattern and pattern.search(person[1]))
        ):
            return False
        if search(r"(?i)\b(?:he|she|they|I|we|who|who also)$", subject) or search(
            r"(?i)\b(?:cast|crew|actors?|actress|stars|ensemble|siblings|characters?|team|simulcast|band|names|faces|leads|"
            r"regulars|duo|"
            r"trio|people|everyone|everybody|members)\b",
            subject,
        ):
            return False
        tail = subject.split(" ")[-1].strip("“”‘’,")
        if tail and tail[0].isupper() and context.full_name(tail) != tail and not context.is_series(tail):
            return False
        if match(r"(?i) (?:as|to play|in the role)\b", place.text[span[1] :]):
            return False
    if name == "done":
        return bool(pattern and pattern.search(before)) or bool(search(r"(?i)\b(?:show|series|one|that one|it)[”’]?$", before))
    if name in {"cancelled", "renewed", "not_cancelled", "not_renewed"} and (
        _NAME_LAST.search(before) or (context.series and not context.is_recap and _WE_ARE.search(before))
    ):
        return True  # "Duskmoor has been axed": the verb says what the name is
    return bool((pattern and pattern.search(place.text)) or _ABOUT_SHOW.search(place.text))


def _by_the_way(place: Place) -> Iterator[Found]:
    """What is said of another season without telling it: who would be stunned, who will not comment, whose guess is yes."""
    text = place.text
    for found in _STUNNED.finditer(text) if " if " in text else ():
        what = found["what"].lower()
        status = _stunning(what)
        if status:
            polarity: Polarity = "+" if search(r"n[’']t|\bnot\b", what) else "-"
            yield Found("renewal_status", found.start(), found.end(), {"status": status}, polarity, "speculation")
    for found in _NO_COMMENT.finditer(text) if " to comment" in text else ():
        asked = search(r"(?i)\bseasons?\b|\brenew|\boptions?\b", text) and not search(
            r"(?i)\b(?:date|launch|premiere|budget|cost)\b", text
        )
        if asked:
            yield Found("renewal_status", found.start(), found.end(), {"status": "undecided"}, season=season_of(text))
    for found in _MINE.finditer(text):
        yield Found("renewal_status", found.start(), found.end(), {"status": "renewed"}, standing="speculation")


def _stunning(what: str) -> str | None:
    """Return the fate that would stun somebody; None where it is something else."""
    if search(r"\b(?:let|lets) .{2,30} go\b|turn\w* (?:its|their) back|drop|axe|pull\w*|kill|pass\w* on|walk", what):
        return "cancelled"
    if search(r"renew|return|back|come|happen|get", what):
        return "renewed"
    return "cancelled" if "cancel" in what else None
