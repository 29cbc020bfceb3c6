"""How firmly a claim is made, and on whose word: from the words of its clause, its sentence and the article around it.

In order of test: denied, rumour, speculation, official, reported (`docs/claims.md`).
"""

from __future__ import annotations

import re

from cliffhanger.claims.claim import Attribution, Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.hearsay import DENIAL, FAN_PLACES, NOBODY, RUMOUR, SPECULATION, more_of_it
from cliffhanger.claims.names import TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import Pattern, fullmatch, match, may, regex, search
from cliffhanger.claims.reason_given import gives_reason
from cliffhanger.claims.whose_word import NAMED_OUTLET, source_of, voice_of

_OWNERS_WORD = (
    r"(?:announce[sd]?|confirm(?:s|ed)?|said|says?|reveal(?:s|ed)?|told|tells|state[sd]?|wrote|tweeted|posted|"
    r"brag(?:s|ged)|claims?|insist(?:s|ed)|unveil(?:s|ed)|explain(?:s|ed)|opted|blam(?:es|ed)|call(?:s|ed)|assur(?:es|ed)|"
    r"promis(?:es|ed)|puts? (?:season|series|its|their|viewing)|sp(?:eaks|oke) of|talks of|boast(?:s|ed)|disclosed|"
    r"declared|indicat(?:ed|es)|advised|puts? (?:out|it|this|that|the)|issued|added|disputes|denied|denies|expects?|anticipates?|"
    r"estimates?|counts?)"
)
_OWNERS_NOUN = (
    r"(?:the )?(?:(?:pay|cable|public|premium|digital|free) )?(?:streamers?|net(?:work|let)?s?|broadcasters?|cabler|pubcaster|"
    r"service|platform|channel|studio|company|producers?|"
    r"streaming (?:giant|service)|spokes(?:person|man|woman)|representatives?|rep|publicist|press office|statement|press "
    r"release)"
)
_BY_OWNER = regex(
    rf"(?i)\b{_OWNERS_NOUN}(?: for [\w+ ]+?| and (?:its |the )?[\w’ ]{{3,40}}?)?(?: (?:has|have|had|also|now|today|"
    rf"this morning|later|officially|"
    rf"itself))* {_OWNERS_WORD}\b|\b(?:said|says|confirmed|announced|revealed) (?:by )?{_OWNERS_NOUN}\b|\b(?:per|"
    rf"according to) {_OWNERS_NOUN}\b|"
    rf"\bin a (?:statement|press release|memo|letter to shareholders)\b|"
    rf"\bpress release\b|\b(?:says|said|according to|per|in) (?:the|its|their) (?:release|announcement)\b|\bby the (?:streamer|"
    rf"network|broadcaster|service|platform|channel)[’']s own (?:count|figures|data)|"
    rf"\bon the record\b|\b(?:drama|content|programming) (?:chief|boss|head)\b|\bhead of (?:drama|content|scripted|"
    rf"originals|comedy)\b"
)
_NAMED_OWNER = regex(
    rf"(?P<name>{TITLE_NAME})(?:[’']s [\w ]{{2,20}}?)?(?:, [^,;]{{3,50}},)?(?: (?:has|have|had|did|also|still|now|today|"
    rf"this morning|later|officially|has said|itself|quietly))* {_OWNERS_WORD}\b|\b(?:according to|per|"
    rf"(?:announced|confirmed|revealed) by|"
    rf"said|says) (?P<per>{TITLE_NAME})"
)
_OFFICIALLY = regex(
    r"(?i)(?<!not )(?<!yet )(?<!n[’']t )(?<!been )\bofficial(?:ly)? (?:confirm|announc|renew|cancel|greenlit|pick|given|ordered|"
    r"coming back|happening|returning|done)\w*|\bit[’']s official\b|"
    r"\bofficial confirmation by\b|\ba confirmation by\b|\bconfirmed by\b"
)
_ASIDE = regex(r"[;(]|\s[–—]\s| but | though | although ")


def standing_of(place: Place, found: Found) -> tuple[Standing, Attribution]:
    """Return the standing of what was found and on whose word it is.

    Rumour words cover their sentence up to a semicolon, "but" or "though"; hedges cover their clause; the owner's own page makes
    what it says official, as does an interview what its guest says.
    """
    standing, by = _told(place, found)
    if found.standing == "speculation" and standing == "rumour":
        return standing, by  # "some reports suggest that it could be May"
    return found.standing or standing, found.by or by


def _told(place: Place, found: Found) -> tuple[Standing, Attribution]:
    part, clause = _part(place, found), _clause(place, found)
    voice = voice_of(place, found)
    source = source_of(place, found, part, voice)
    if found.polarity == "-" and DENIAL.search(place.text):
        return "denied", source if source.type != "outlet" or not place.context.is_release else _owner_of(place)
    if found.kind in _COUNTED and not place.context.is_release:
        site = found.value.get("site")
        return "reported", Attribution("score_aggregator", str(site)) if site not in {None, "unknown"} else source
    plain = _plain_fact(found)
    if found.value.get("announced") is False or found.value.get("status") == "undecided":
        return _undecided(place, found, part, source)
    near = not plain or _close(RUMOUR, place, found) or _HEARD.match(part.lower())
    rumour = (_covering(place, found, part) if near else None) or NOBODY.search(part) or more_of_it(place)
    if rumour and not _relayed(part):
        fans = FAN_PLACES.search(part)
        return "rumour", Attribution("fans", fans[0]) if fans else Attribution("unnamed_source")
    hedged = _hedge(place, found, clause)
    if hedged and not (plain and not _close(SPECULATION, place, found)) and found.kind not in {"statement", "reason"}:
        return "speculation", Attribution("talent", place.speaker) if place.speaker else Attribution(
            "outlet", place.context.article.outlet
        )
    if place.introduced and not _VERB.search(place.text):  # an item of a list is as firm as the words before the list
        before = place.introduced.lower()
        if RUMOUR.search(before):
            return "rumour", Attribution("unnamed_source")
        if SPECULATION.search(before):
            return "speculation", Attribution("outlet", place.context.article.outlet)
    theirs = place.context.is_release or place.speaker is not None or voice is not None
    if found.kind == "plot_expectation" and not theirs and not _by_owner(place, part):
        return ("speculation" if search(r"(?i)\b(?:will|would|can)\b", clause) else "reported"), source
    return _firm(place, found, source, voice, plain=plain)


def _hedge(place: Place, found: Found, clause: str) -> re.Match[str] | None:
    """Return the hedge of a clause, unless it is that of a later verb: "filming began in May and is expected to last a year"."""
    hedged = SPECULATION.search(clause.lower()) if may(SPECULATION, clause) else None
    said = place.text[found.start : found.end]
    end = clause.find(said) + len(said)
    if hedged and len(said) <= end <= hedged.start() and _AND_IS.search(clause[end : hedged.start() + 14]):
        return None
    return hedged


_AND_IS = regex(r"\band (?:is|are|was|were|will|would|could|may|might|should|has|have)\b")
_COUNTED = frozenset({"hashtag", "petition", "score", "award"})
_PLAIN = frozenset({"episode_count", "viewership", "crew_role", "location", "runtime", "source_material", "award"})


def _owner_of(place: Place) -> Attribution:
    return Attribution("network_or_studio", place.context.owner)


def _plain_fact(found: Found) -> bool:
    """What is said in passing keeps the outlet's word though its sentence hedges something else: who created it, who stars."""
    return found.kind in _PLAIN or (found.kind == "cast_role" and "st" not in found.value)


# "Is expected to have ten episodes with a runtime of 40 minutes": the hedge covers what hangs on its verb.
_HANGS_TOO = regex(
    r"(?:expected|likely|set|tipped|rumou?red|thought|believed|reported|said) to (?:have|run|consist|comprise|feature|include|"
    r"contain|"
    r"span|boast|be made up)\b[^,;.]{0,45}? with (?:an? )?(?:[\w-]+ )*(?:of )?(?:between |about |around )?$"
)


def _close(pattern: Pattern, place: Place, found: Found) -> bool:
    """Say whether a hedge stands right before a plain fact or within it, or governs the verb on which the fact hangs."""
    text = place.text
    if pattern.search(text[max(0, found.start - 22) : found.end].lower()):
        return True
    return bool(_HANGS_TOO.search(text[: found.start]) and pattern.search(text[max(0, found.start - 90) : found.start].lower()))


# Hearsay at the head of a sentence covers all of it, plain facts too: "A fan account says it has eight episodes".
_SAYS = r"(?:says?|said|claim(?:s|ed)?|report(?:s|ed)?|suggest(?:s|ed)?|tells? us)"
_HEARD = regex(rf"[^,.;]{{0,25}}?(?:{RUMOUR.pattern})[^,.;]{{0,25}}?\b{_SAYS}\b")


def _covering(place: Place, found: Found, part: str) -> re.Match[str] | None:
    """Return the rumour word that covers a claim: one before it, within it, or at the end of the sentence ("sources said").

    A word in a later clause ("and the trade hears") and an adverb after the claim ("cancelled, reportedly because") cover what
    follows them.
    """
    if not may(RUMOUR, part):
        return None
    offset = place.text.find(part)
    for word in RUMOUR.finditer(part.lower()):
        at = offset + word.start()
        if at <= found.end:
            return word
        between = place.text[found.end : at]
        adverb = match(r"(?i)reportedly|allegedly|supposedly|apparently|purportedly", word[0])
        if adverb and fullmatch(r"[.!”\"]*", place.text[at + len(word[0]) :]):
            return word  # "it cost nine million, supposedly"
        if "," in between and match(r"(?:thought|understood|believed|said|reported) to\b", word[0]):
            continue  # ", thought to be about a million an hour,": of that alone
        if not adverb and not search(r",? and (?:the |we |a |some |[Ii] )", between + place.text[at : at + 8]):
            return word
    return None


# What a maker or a player passes on of a network's plans is the network's to confirm.
_OWNERS_FACTS = frozenset({"release_date", "renewal_status", "announcement_date"})
_RELAYS = regex(
    r"\b(?:[Tt]hey|[A-Z][\w+’]*|[Tt]he (?:network|channel|streamer|broadcaster))(?:[’']ve| have| has|[’']s)? (?:told|tells?) "
    r"(?:us|me)\b|"
    r"\b(?:[Tt]hey|[A-Z][\w+]*|[Tt]he (?:network|channel|streamer|broadcaster)) (?:wants? (?:it|us|to)|(?:have|has)(?:n[’']t| "
    r"not) said)|"
    r"\b(?:[Nn]obody|[Nn]o one) has said\b|\b[Nn]othing(?:[’']s| has been| is) (?:been )?signed\b|\bbeen asked to (?:plan|"
    r"write|pitch)\b"
)


def _reported(place: Place, found: Found, source: Attribution, voice: Attribution | None) -> Attribution | None:
    """Return whose word it is where those who say it do not own the fact: a firm that counts, talent on a network's plans."""
    if source.type == "measurement_firm" and not place.speaker:
        return source
    talent = place.speaker or (voice and voice.type == "talent")
    if talent and found.kind in _OWNERS_FACTS and _RELAYS.search(place.text):
        return voice or Attribution("talent", place.speaker)
    return None


def _firm(
    place: Place, found: Found, source: Attribution, voice: Attribution | None, *, plain: bool
) -> tuple[Standing, Attribution]:
    """Official, when the owner of the fact speaks; reported otherwise."""
    relayed = _reported(place, found, source, voice)
    if relayed:
        return "reported", relayed
    if place.speaker:
        return "official", Attribution("talent", place.speaker)
    theirs = voice is not None and "st" in found.value and fold(str(found.value.get("person"))) == fold(voice.name or "")
    if voice and not (plain and voice.type == "talent" and found.kind in {"cast_role", "crew_role"} and not theirs):
        return "official", voice
    if place.context.is_release:
        return "official", source if source.type in {"talent", "network_or_studio"} else Attribution(
            "network_or_studio", place.context.owner
        )
    if source.type == "talent" and not (
        plain
        and found.kind in {"cast_role", "crew_role", "location", "source_material"}
        and not place.sentence.in_quotes(found.start, found.end)
    ):
        return "official", source
    if source.type in {"measurement_firm", "named_outlet"}:
        return "reported", source
    return _as_owner(place, found, plain=plain) or ("reported", source)


def _as_owner(place: Place, found: Found, *, plain: bool) -> tuple[Standing, Attribution] | None:
    """Return what a claim is that stands on the word of the owner whom its sentence, or the one before, names as speaking."""
    if found.kind == "reason" and gives_reason(place, found):
        return "official", Attribution("network_or_studio", _network_in(place, place.text))
    if (
        _by_owner(place, _without_relative(place, found))
        or _said_at_end(place, found)
        or _goes_on(place, found)
        or _says_later(place, found)
    ):
        listed = _announced(place.text[: found.start])
        if plain and found.kind in {"crew_role", "cast_role"} and not listed and not _said_at_end(place, found):
            return "reported", Attribution("outlet", place.context.article.outlet)
        return "official", Attribution("network_or_studio", _network_in(place, place.text))
    if (
        len(place.text) < 60
        and not _VERB.search(place.text)
        and place.before
        and place.before[-1].block == place.sentence.block
        and _by_owner(place, place.before[-1].text)
    ):
        return "official", Attribution("network_or_studio", place.context.owner)
    return None


_VERB = regex(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|does|did|do|been|[a-z]+ed|says?|said|gets?|comes?|"
    r"goes|takes?|joins?|returns?|plays?|stays?|leaves?|steps?|moves?|remains?|directs?|writes?|helms?|runs?|replaces?|stars?)\b"
)
_TAG = regex(
    rf"(?i),[”\"]? (?:(?P<noun>{_OWNERS_NOUN})|(?P<name>(?-i:{TITLE_NAME}))(?:[’']s [\w ]{{3,40}})?)(?: (?:has|have|had|also|"
    rf"now|today|later|itself))* {_OWNERS_WORD}\b(?:[^,;]{{0,60}}$|,)"
)


def _said_at_end(place: Place, found: Found) -> bool:
    """A sentence that ends ", the broadcasters said" is the owner's word up to there."""
    tag = _TAG.search(place.text)
    if tag is None or ";" in place.text[found.end : tag.start()]:
        return False
    return _is_owners(place, tag) and found.start < tag.start()


def _is_owners(place: Place, tag: re.Match[str]) -> bool:
    return tag["noun"] is not None or place.context.is_network(trimmed(tag["name"])[0])


# What hangs on the owner's words is part of them: "Vela confirmed that ..., and that it would have six parts, with X in it".
_HANGS_ON = regex(
    r"(?i)(?:and |but )?(?:that|with|down from|up from)\b|(?:which )?(?:will (?:have|be|run|consist|comprise)|makes? it|made "
    r"it)\b|"
    r"(?:the|this) (?:new|third|fourth|fifth|final|next) (?:season|series|run) will\b"
)
_SOMEBODY_ELSE = regex(r"(?i)\b(?:sources?|insiders?|reports?|rumou?rs?|according|critics|analysts?|fans)\b")


_ANNOUNCES = regex(
    r"(?i)\b(?:press release|statement|announce[sd]?|announcement|confirm(?:s|ed)|unveil(?:s|ed)|reveal(?:s|ed))\b[^:;.]{0,50}: "
)


def _announced(head: str) -> bool:
    """Say whether what an owner announced is listed behind a colon: "Vela put out the press release: eight episodes, ..."."""
    return _ANNOUNCES.search(head) is not None


def _goes_on(place: Place, found: Found) -> bool:
    """Say whether a clause continues what the owner said earlier in the sentence."""
    first, _ = place.sentence.clause(found.start, found.end)
    head = place.text[:first]
    hangs = head.endswith(", with ") or _HANGS_ON.match(place.text, first) or _announced(head)
    if not hangs or _SOMEBODY_ELSE.search(head):
        return False
    tag = _TAG.search(head)
    return _by_owner(place, head) or (tag is not None and _is_owners(place, tag))


_REFUSES = regex(
    r"(?i)\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) to\b|"
    r"\b(?:would|could|will|can|did|does)(?: not|n[’']t) (?:say|discuss|be drawn|confirm|comment|talk|rule|tell|reveal)\b"
)


def _undecided(place: Place, found: Found, part: str, source: Attribution) -> tuple[Standing, Attribution]:
    """That nothing was decided is the owner's word when the owner says so; a hedge in such a sentence is the outlet's own."""
    if place.speaker:
        return "official", Attribution("talent", place.speaker)
    if place.context.is_release:
        return "official", Attribution("network_or_studio", place.context.owner)
    spoken = ((a, b) for a, b in place.sentence.quoted if not place.context.is_series(place.text[a:b].strip(" ,.")))
    quoted = any(a < found.end and found.start < b for a, b in spoken)
    if quoted and source.type in {"talent", "network_or_studio"} and found.kind == "renewal_status":
        return "official", source
    if _REFUSES.search(part):  # whoever will not say is asked because it is theirs to say
        return "official", source if source.type in {"talent", "network_or_studio"} else _owner_of(place)
    if _by_owner(place, part) and not search(r"(?i)\b(?:official|keeping quiet|hasn|has not|declined|nobody|no one)\b", part):
        return "official", Attribution("network_or_studio", _network_in(place, part))
    return "reported", source


def _part(place: Place, found: Found) -> str:
    """Return the part of the sentence that a source covers: up to a semicolon, a bracket, "but" or "though"."""
    text = place.text
    first, last = 0, len(text)
    for joint in _ASIDE.finditer(text):
        if joint.end() <= found.start:
            first = joint.end()
        elif joint.start() >= found.end:
            last = joint.start()
            break
    return text[first:last]


def _clause(place: Place, found: Found) -> str:
    first, last = place.sentence.clause(found.start, found.end)
    text = place.text
    if first and search(
        r"(?i)\b(?:if|it is said|according to|going by|based on|I think|we think|(?:my|our) (?:guess|bet|money|hunch)|"
        r"following this pattern)\b[^;]*$",
        text[:first],
    ):
        first = 0
    return text[first:last]


_RELATIVE = regex(r" (?:that|which) [\w’' ]{2,30}? (?:said|says|called|calls|described|describes|confirmed)\b")


# "It ran to ten parts and cost, according to the broadcaster, £1m an hour": only what follows is the broadcaster's word.
_PER_ASIDE = regex(r" and [a-z][a-z ]{1,30}?,? according to\b")
_WITH_ASIDE = regex(
    rf"^[“\"]?(?P<name>{TITLE_NAME}), (?:which|whose|itself) [^,;.]{{3,60}}, (?:has |also |now )*{_OWNERS_WORD}\b"
)
_AND_SAYS = regex(
    rf"^[“\"]?(?P<name>{TITLE_NAME}) (?:is|has|will|was|plans|took|takes|pulled|moved|[a-z]+ed|[a-z]+s) [^.;:“”]{{3,90}}? and "
    r"(?:has |have |also |now )*(?:says|said|announced|confirmed|promises|promised|insists|insisted|told) "
)


def _says_later(place: Place, found: Found) -> bool:
    """Say whether an owner says it after something else: "Vela is taking it off and says the rest will be shown in May"."""
    for pattern in (_WITH_ASIDE, _AND_SAYS):
        said = pattern.match(place.text)
        if said and said.end() <= found.end and place.context.is_network(trimmed(said["name"])[0]):
            return True
    return False


def _without_relative(place: Place, found: Found) -> str:
    """Return the clause of a claim without "that X said would ..." behind it: what is said there is said of something else."""
    clause = _clause(place, found)
    at = place.text.find(clause)
    first = found.start if found.value.get("status") == "renewed" else found.end  # a renewal is quoted with its whole clause
    aside = _PER_ASIDE.search(clause, max(0, found.end - at)) if at >= 0 else None
    if aside:
        clause = clause[: aside.start()]
    behind = _RELATIVE.search(clause, max(0, first - at)) if at >= 0 else None
    return clause[: behind.start()] if behind else clause


def _relayed(part: str) -> bool:
    """A named outlet that reports is no rumour, unless it only passes one on."""
    return bool(NAMED_OUTLET.search(part)) and not search(
        r"(?i)insider|rumou?r|hears|sources|reportedly|hear\b|said to be|people|fan |leaked|tell ", part
    )


def _by_owner(place: Place, part: str) -> bool:
    if _BY_OWNER.search(part) or _OFFICIALLY.search(part):
        return True
    named = (re.sub(r"[’']s?$", "", trimmed(found["name"] or found["per"])[0]) for found in _NAMED_OWNER.finditer(part))
    return any(place.context.is_network(one) for name in named for one in {name, *name.split(" and ")})


def _network_in(place: Place, part: str) -> str | None:
    named = [name for name in place.context.longest_networks if name in part] or [
        name for name in place.context.longest_networks if name in place.text
    ]
    return min(named, key=place.text.find) if named else place.context.owner
