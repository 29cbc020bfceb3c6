"""Who speaks in a sentence: whoever its quoted words are from, and who is said to have said what stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cliffhanger.claims.claim import Attribution
from cliffhanger.claims.found import Place
from cliffhanger.claims.names import FULL_NAME, LOWER, NOT_NAMES, ONE_NAME, SOMEBODY, TITLE_NAME, fold, is_paper, trimmed
from cliffhanger.claims.patterns import regex, search

_SPEECH = (
    r"(?:said|says|told|tells|wrote|writes|tweeted|posted|added|adds|explained|explains|insisted|insists|joked|jokes|"
    r"noted|notes|teased|teases|admitted|admits|recalled|continued|confirmed|revealed|commented|stated|states|quipped|"
    r"claimed|claims|announced|remarked|called|calls|explaining|laughed)"
)
_JOB = r"(?:(?!(?:on|in|at|to|with|after) )[\w’'-]+ ){0,6}"  # "wrote Hale on Instagram"
_LOWLY = rf"(?:[{LOWER}][\w’'-]* ){{0,6}}?"  # a job in small letters, behind which a name stands in full
_SPEAKER_AFTER = regex(
    rf"[”\"],? (?:(?:{_SPEECH}) (?:(?P<of>{FULL_NAME}|{ONE_NAME})(?= of (?:the|his|her|their|its|our|[a-z]+ing)\b)|"
    rf"{_LOWLY}(?P<full>{FULL_NAME})(?! of\b| [A-Z])|(?:{_JOB})?(?P<a>{FULL_NAME}|"
    rf"{ONE_NAME}|[Tt]he \w+|an? [\w ]+?))|"
    rf"(?:[a-z][\w’'-]+ ){{0,4}}(?:[A-Z][\w’'+&-]+ (?:[\w’'-]+ ){{1,4}}?)?(?P<b>{FULL_NAME}|{TITLE_NAME}|{ONE_NAME}|(?:[Tt]he|"
    rf"[Aa]n?) [\w+’' -]{{3,40}}?) {_SPEECH})\b"
)
_SPEAKS = rf"(?:,? [^“\"”.;]{{0,90}}?)?,? (?:has |had |have |also )?(?:{_SPEECH})\b[^“\"”]{{0,60}}[“\"]"
_SPEAKER_BEFORE = regex(
    rf"(?P<who>{FULL_NAME}|{TITLE_NAME}|(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is) [\w+’' -]{{3,30}}?|[Ss]he|"
    rf"[Hh]e){_SPEAKS}"
)
_FULL_BEFORE = regex(rf"(?P<who>{FULL_NAME}){_SPEAKS}")
_COLON = regex(
    rf"(?:^|[.] |[{LOWER}] )(?:(?P<who>{FULL_NAME}|{ONE_NAME}|{TITLE_NAME})(?: to us)?|"
    rf"(?P<full>{FULL_NAME})(?: \([^)]*\))?[^“”\":;]{{1,60}}): ?[“\"]"
)
_PRONOUN = regex(
    rf"[”\"],? (?:[Ss]he|[Hh]e|[Tt]hey) {_SPEECH}\b|(?:^|[.;] )(?:She|He|They) (?:has |had |"
    rf"also )?{_SPEECH}\b[^“\"”]{{0,60}}[“\"]"
)
WHO = (
    rf"(?P<who>{FULL_NAME}(?:[’']s [a-z]+(?: of [a-z]+)?)?|{ONE_NAME}(?:[’']s [a-z]+(?: of [a-z]+)?)?|{TITLE_NAME}|"
    rf"\b[Ss]he|\b[Hh]e|\b[Tt]hey|"
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]er|[Hh]is|[Nn]obody at the|[Nn]o one at the) [\w’'+ -]{{3,50}}?)"
)
ASIDE = r"(?:, [^;.]{2,90}?,[”\"]?| \([^()]{2,50}\))?"
ALSO = r"(?: (?:has|have|had|also|later|since|then|himself|herself|earlier|previously|once))*"
_RELATED = regex(
    rf"{WHO}{ASIDE}{ALSO} (?:said|says|told (?P<whom>{TITLE_NAME}|me|us|[a-z][\w’' -]{{2,40}}?)|tells (?:me|us|"
    rf"{TITLE_NAME})|adds|added|"
    r"insists|insisted|explains|explained|admits|admitted|acknowledged|recalled|reckons|estimates|estimated|believes|"
    r"thinks|promises|"
    r"promised|stressed|noted|maintains|wrote|writes|posted|joked|jokes|revealed|confirmed|confirms|announced|"
    r"hinted|hints|stated|argued|argues|disclosed|let slip|teased|remembers|confessed|confided|recalls)"
    r"(?: (?:in|on|at|during|via|from|through|to|last|this|yesterday|earlier|afterwards|by)\b[^,;.“”]{2,60}?,?)?"
    r"(?: that|(?= [a-z])) (?P<what>(?!(?:[\w’-]+ ){1,2}that\b|(?!(?:film|shoot|cast|edit|writ|everyth|noth|someth|anyth)ing\b)"
    r"[a-z]+ing\b|in\b|on\b|at\b|of\b|to\b|for\b|with\b|and\b|as\b|"
    r"by\b|no\b|yes\b|so\b|"
    r"goodbye\b)"
    r"[^.;?!]{12,220})"
)
_CLAUSE = regex(
    r"\b(?:ha(?:s|ve|d)|is|are|was|were|that|who|which|swears?|I[’']m|[Ww]e[’']re)\b|\b(?:and|or|but)$"
)  # no name has these
_FINITE = regex(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|[a-z]{3,}ed|got|went|"
    r"knew|made|"
    r"(?:they|we|he|she|it|I) [a-z]{2,}|bears?|holds?|keeps?|owes?|hates?|sees|wants?|needs?|plans?|hopes?|likes?|loves?|came|"
    r"gave|took|felt|left|kept|began|saw)\b|[’'](?:s|re|ve|d|ll)\b|n[’']t\b"
)


@dataclass(frozen=True, slots=True)
class Related:
    """What somebody is said to have said: who, and the first and last character of it."""

    who: str
    start: int
    end: int


@lru_cache(maxsize=2)
def related(place: Place) -> Related | None:
    """Return the words that a sentence relates of a speaker ("She said that ..."), or None; those of characters are the plot."""
    if place.context.is_recap:
        return None
    found = _RELATED.search(place.text)
    if found is None or not (_FINITE.search(found["what"]) or "“" in found["what"]):
        return None
    who = found["who"].strip()
    if who.lower() in {"she", "he", "they"}:
        name = named_before(place) or who
        return Related(name, found.start("what"), found.end("what"))
    who = trimmed(who)[0]
    if not who or fold(who) in place.context.characters or not may_speak(who) or _CLAUSE.search(who):
        return None
    name = place.context.full_name(who)
    return Related(name, found.start("what"), found.end("what"))


def is_of_the_show(place: Place, name: str) -> bool:
    """Say whether somebody makes the show, acts in it or speaks for whoever does, as far as the article tells."""
    context = place.context
    known = {fold(name), fold(name.rsplit(maxsplit=1)[-1])}
    if known & (context.makers | context.players) or context.is_network(name) or _INSIDER.search(name):
        return True
    return name in (place.speaker, context.guest)


def has_a_job(words: str) -> bool:
    """Say whether the words before a name tell that its bearer makes the show or speaks for whoever does."""
    return _INSIDER.search(words) is not None


def speaks_for_itself(place: Place, name: str) -> bool:
    """Say whether what somebody says of the show is theirs to say: not a paper, a fan, a mayor or an analyst."""
    if is_paper(name):
        return False
    if is_of_the_show(place, name):
        return True
    text, last = place.context.article.text, name.rsplit(maxsplit=1)[-1]
    at = max(text.find(place.context.full_name(last)), 0) if len(name.split()) == 1 else max(text.find(name), 0)
    return not _OUTSIDER.search(name) and not _OUTSIDER.search(text[max(0, at - 40) : at + len(name) + 60])


_INSIDER = regex(
    r"(?i)\b(?:spokes\w+|representatives?|rep|publicist|agents?|network|streamer|studio|channel|broadcaster|company|"
    r"creator|showrunner|"
    r"director|actors?|actress|star|writers?|makers|executive|boss|producers?|head|chief|president|controller|statement|"
    r"synopsis)\b"
)
_OUTSIDER = regex(
    r"(?i)\b(?:mayor|councill?ors?|council|fans?|viewers?|analysts?|residents?|locals?|historians?|critics?|police|union|"
    r"professors?|"
    r"campaigners?|petition\w*|shopkeepers?|merchants?|fishmongers?|butchers?|bakers?|publicans?|landlords?|landlad(?:y|ies)|farmers?|fishermen|fisherman|plumbers?|"
    r"taxi drivers?|caf[eé]|nurse|teacher|runs the|readers?|bookmakers?|minister|sources?|"
    r"insiders?|people|"
    r"person|tipsters?|reports?|papers?|website|newspapers?|magazine|husband|wife|cousin|post|account|data|research|"
    r"consultancy)\b"
)


@lru_cache(maxsize=2)
def speaker_of(place: Place) -> str | None:
    """Return whoever the quoted words of a sentence are from; in words that go on over several, whoever the block names."""
    text = place.text
    if not place.sentence.quoted:
        return None
    for pattern in (_SPEAKER_AFTER, _FULL_BEFORE, _SPEAKER_BEFORE, _COLON):
        found = pattern.search(text)
        if found and text.startswith("Asked ") and found.start() == 0:
            found = pattern.search(text, len("Asked "))  # whoever was asked speaks
        if found:
            name = next((value for value in found.groupdict().values() if value), None)
            said = trimmed(name)[0].strip() if name else ""
            if said and may_speak(said):
                return place.context.full_name(said) if len(said.split()) == 1 else said
    return named_before(place) if _PRONOUN.search(text) else _goes_on(place)


_TAG = regex(
    rf"(?:[”\"],? (?:(?:{_SPEECH}) (?:{_LOWLY}(?P<full>{FULL_NAME})(?! of\b| [A-Z])|(?:{_JOB})?(?P<a>{FULL_NAME}|"
    rf"{ONE_NAME}|[Tt]he \w+|an? [\w ]+?))|(?P<b>{FULL_NAME}|"
    rf"{ONE_NAME}|[Ss]he|[Hh]e|"
    rf"(?:[Tt]he|[Aa]n?) [\w+’' -]{{3,40}}?)(?:, [^,;.“”]{{2,60}},)? {_SPEECH})\b|"
    rf"(?P<c>{FULL_NAME}|{ONE_NAME}|[Ss]he|[Hh]e)(?:, [^,;.“”]{{2,60}},)? {_SPEECH}\b[^“”\"]{{0,40}}[“\"])"
)


_SPOKE = regex(rf"\b{_SPEECH}\b")


def _goes_on(place: Place) -> str | None:
    """Whoever speaks in the block, when a sentence stands within quoted words that go on over several."""
    text, article, block = place.text, place.context.article.text, place.sentence.block
    start, end = place.sentence.quoted[0]
    if end - start < 0.6 * len(text):
        return None
    begins = max(block.start, place.sentence.start - _LOOKED_BACK)  # a block may be the whole of a long article
    around, at = article[begins : min(block.end, place.sentence.end + _LOOKED_BACK)], place.sentence.start - begins
    tags = list(_TAG.finditer(around)) if _SPOKE.search(around) else []
    if tags:
        return _tagged(place, min(tags, key=lambda tag: abs(tag.start() - at)), begins)
    first = max(0, block.start - _LOOKED_BACK)
    voices = {_tagged(place, tag, first) for tag in _TAG.finditer(article[first : block.start])}
    return voices.pop() if len(voices) == 1 else None  # two voices: nobody knows whose words go on


_LOOKED_BACK = 900  # characters: some paragraphs


def _tagged(place: Place, tag: re.Match[str], offset: int) -> str | None:
    """Return whom a "she said" names, in full where the article has it; ``offset`` is where the text begins that it stands in."""
    name = next(value for value in (tag["full"], tag["a"], tag["b"], tag["c"]) if value)
    if name.lower() in {"she", "he"}:
        return named_before(place, offset + tag.start())
    said = trimmed(name)[0].strip()
    return place.context.full_name(said) if said and may_speak(said) else None


def named_before(place: Place, end: int | None = None) -> str | None:
    """Return whoever was named last, in full or not, before a sentence, or another place, in which "she said" stands."""
    stop = place.sentence.start if end is None else end
    text = place.context.article.text[max(0, stop - _LOOKED_BACK) : stop]
    people = [
        full
        for found in SOMEBODY.finditer(text)
        if len((full := place.context.full_name(trimmed(found[0])[0])).split()) > 1
        and fold(full.split()[-1]) in place.context.people
    ]
    return people[-1] if people else None


_SCENE = regex(r" (?:scenes?|sequence|flashback|dream|hand|I|[Hh]e|[Ss]he|[Tt]hey)$|\b(?:closing|opening|final) scene\b")
_JOB_NOUN = regex(
    r"(?:spokes\w+|representatives?|rep|publicist|agents?|producers?|networks?|streamer|studio|channel|broadcaster|"
    r"company|creator|showrunner|"
    r"director|actor|actress|star|writers?|makers|executive|boss)$"
)


def may_speak(name: str) -> bool:
    """A speaker is a person, a network or someone with a job; a word that begins a sentence is none."""
    one = name.strip("“”\"' ")
    if one.lower() in NOT_NAMES or one.lower() in {"true", "also", "statement"} or _CLAUSE.search(one) or _SCENE.search(one):
        return False
    return " " in one or one[:1].isupper() or _JOB_NOUN.match(one) is not None


def word_of(place: Place, name: str) -> Attribution:
    """Talent speaks for itself; a network, its heads and its spokespeople speak for the network."""
    text, context = place.text, place.context
    if context.is_network(name) or search(
        (
            r"(?i)\b(?:head of|chief|boss|president|executive at|commissioner|controller|spokes\w+|representative|network|"
            r"streamer|broadcaster|content head|publicist)\b"
        ),
        name + " " + text[max(0, text.find(name) - 60) : text.find(name) + len(name) + 60],
    ):
        return Attribution("network_or_studio", name)
    return Attribution("talent", context.full_name(name))
