"""How firmly a claim is made, and on whose word: from the words of its clause, its sentence and the article around it.

In order of test: denied, rumour, speculation, official, reported (`docs/claims.md`).
"""

from __future__ import annotations

import re

from cliffhanger.claims.claim import Attribution, Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import TITLE_NAME, trimmed
from cliffhanger.claims.patterns import Pattern, match, regex, search
from cliffhanger.claims.reason_given import gives_reason
from cliffhanger.claims.whose_word import NAMED_OUTLET, source_of, voice_of

# Rumour words and hedges are looked for in small letters, which is much faster than to ignore case.
_RUMOUR = regex(
    r"\b(?:my (?:spy|spies|mole|contacts?)\b|my (?:cousin|neighbou?r|mate|uncle) (?:says|said|swears|reckons|told|heard)\b|"
    r"according to (?:the|a|my|his|her|their|someone[’']s) (?:cousin|neighbour|"
    r"neighbor|"
    r"barman|caterer|extra|runner|driver|electrician|uncle|mate)\b|(?:some(?:body|one)|a member|members) (?:on|of) the (?:crew|"
    r"unit|"
    r"production)|"
    r"(?:did not|didn[’']t|do not|does not) (?:want|wish) to be (?:named|identified)|(?:a|the|that|now) (?:now-?)?deleted "
    r"(?:post|tweet|"
    r"story|video)|i am told|i[’']m told|insiders?|(?<!various )sources?(?! (?:material|novel|of|code))|reportedly|rumou?r(?:s|"
    r"ed)?|allegedly|"
    r"supposedly|purportedly|"
    r"(?:is|are|was|were|being) said to|it is (?:also |now |even )?(?:being )?said|it is reported|it has been (?:reported|said)|"
    r"according to (?:some |recent |multiple |various |several |local )?(?:reports?|rumou?rs|sources|insiders|people|"
    r"whispers)|"
    r"(?:people|person|persons|executives?|agents?|producers?|staffers?|crew members?) (?:with (?:direct )?knowledge|"
    r"familiar|close to|on the (?:show|production)|briefed)|"
    r"(?:one|two|three|four|several|multiple|a few) (?:people|agents|insiders|executives|sources|crew members?) (?:say|said|"
    r"told|close|familiar)|"
    r"citing (?:two|three|four|several|multiple|unnamed|anonymous|sources?|people|insiders|members|a source)\b|"
    r"(?:people|someone|somebody|those) (?:on (?:the )?set|inside the|near the)\b|"
    r"(?:some|several|various|many|a few|certain) (?:[\w-]+ )?(?:channels|accounts|pages|sites|websites|blogs|posts|users|"
    r"videos) "
    r"(?:are |have been |were |have )?(?:claim|say|said|suggest|report|insist)\w*|"
    r"whisper(?:s|ed)?|word is|word on the street|leak(?:ed|s|er|ers)?|tipsters?|we (?:also |are |keep )?hear(?:ing)?\b|"
    r"(?:the trade |also |he |she )hears|hearing that|claims? to (?:work|know|have)|a (?:guy|user|redditor) |"
    r"it[’']s been reported|it was (?:also |widely )?reported|there (?:were|are|have been) (?:also |some )?(?:reports|"
    r"rumou?rs|claims|"
    r"suggestions|whispers)|i hear\b|(?:thought|understood|believed|said) to (?:be|cost|have)\b|the papers (?:say|said|"
    r"report)|those people said|"
    r"one (?:paper|newspaper|tabloid|site) (?:claim(?:s|ed)|said|says|reported)|(?:a|the) screenshot|"
    r"fan (?:account|page)|fan-?made|"
    r"story (?:is |was )?going (?:a)?round|we[’']d heard|i heard\b|(?:two|three|several|some) crew members? (?:told|said)|"
    r"reddit user|"
    r"crew member[’']s|(?:a|the|one) post\b[^.;]{0,70}\b(?:claiming|claims|claimed|saying|says|said)|"
    r"(?:one|a|an) (?:website|blog|account|fan page) (?:says|said|claims|claimed|reported)|"
    r"(?:on|from) (?:the )?(?:discord|reddit|4chan)|unconfirmed (?:reports?|rumou?rs?)|unnamed|anonymous(?:ly)?|"
    r"i was (?:also )?told|i read\b(?! the| it| a| on)|"
    r"there(?:[’']s| is| has been| was) (?:talk|a report|chatter|buzz|a rumou?r)|early reports|reports? (?:(?:are|have|were) "
    r")?(?:also |now )?(?:suggest|claim|"
    r"indicat|say)\w*|a reported\b|has been mentioned|some (?:say|claim|outlets)|"
    r"grapevine|(?:a )?little bird|tongues (?:also |are )?wag\w*|(?:doing|did|does) the rounds|we[’']re hearing|\w+ hears "
    r"(?:that|from)|buzz is|gossip|the press says|"
    r"tabloids?|a listing on|someone at|i[’']m told|we[’']re told|being floated|i am told|we are told|i gather|we gather|"
    r"word (?:on|around|from) the (?:lot|set|street|backlot|ground|inside|grapevine)|(?:on|from) good authority|talk of an?\b|"
    r"(?:on|in) (?:the )?social (?:networks|media)\b[^.;]{0,30}?\b(?:appear|circulat|claim|post|information|spread)\w*|"
    r"some(?:body|one)(?: \w+)? (?:swore|swears|claim(?:s|ed)|told me|tells me)|"
    r"(?:some|one|a) friend of (?:mine|ours|a friend)|(?:a|one) (?:friend|cousin|mate|neighbou?r|contact) (?:who|on|at|in|"
    r"of)\b|"
    r"mooted)\b"
)
# Somebody who has no name, with a verb of telling: "one agent pegs the cost", "a casting assistant swears that".
_NOBODY = regex(
    r"(?i)\b(?:an?|one|another|some|two|three|several) (?:[a-z-]+ ){0,2}?(?:individual|person|people|paper|agents?|"
    r"assistants?|actor|extra|stagehand|caterer|driver|"
    r"neighbou?r|reader|friend|follower|user|member|staffer|executive|technician|newspaper|tabloid|portals?|blogs?|sites?|"
    r"newspapers|papers|websites?|video|clip)(?: (?:who|whose|with|from|on|at|in|close to|familiar with) [^,.;]{2,60}?)? "
    r"(?:has |have |had )?(?:says?|(?:is |are )?saying|said|swears?|swore|claim(?:s|ed)?|insist(?:s|ed)|pegs?|pegged|"
    r"puts?|reckons?|let (?:it )?slip|guess(?:ed)?|had (?=it|the)|"
    r"told|tells|posted|wrote|"
    r"writes?|stated|reports?|reported|suggest(?:s|ed)?|hint(?:s|ed)|believes?)\b|"
    r"\b(?:the trades|the tabloids|the papers|netizens|(?:[a-z]+ )?newspapers) (?:claim|say|said|report|reported|wrote|write|"
    r"speculat)\w*|\bas per (?:some |various |the |recent )?(?:reports?|rumou?rs|sources|insiders)\b|^rumou?r of\b"
)
_FAN_PLACES = regex(
    r"(?i)\b(?:discord|reddit|redditor|fan account|fans|viewers|4chan|twitter users?|forum|guy who|fan edit|leaked poster)\b"
)
_SPECULATION = regex(
    r"\b(?:may(?= (?:be|have|not|well|also|see|get|come|return|take|pick|air|arrive|premiere|follow|join|face|land|drop|"
    r"even|still|yet|release|appear|continue|start|begin|go|run|wait|never|just|only|happen|bring|explore|reveal|"
    r"include|end|make|turn))|"
    r"might|could(?!n[’']t| not)|can (?:be (?:released|expected|seen|also)|also|expect|hope|assume|even)|probably|likely|"
    r"unlikely|possibly|perhaps|maybe|presumably|hopefully|ideally|"
    r"(?:is|are|was|were) (?:widely |generally |largely |now |also |currently )?(?:expected|assumed|presumed|tipped)|we "
    r"(?:can |do |might |may |"
    r"could |don[’']t |do not |would |wouldn[’']t )?(?:expect|think|believe|guess|assume|feel|reckon|pencil|bet)|expected "
    r"to|expects? it|i (?:think|guess|suspect|reckon|bet|doubt|"
    r"believe|imagine|assume)|"
    r"i(?:[’']d| would) (?:guess|say|put|bet|love|not bet|be|expect|like|wager)|i would(?:n[’']t| not) bet|(?:my|our) "
    r"(?:two cents|guess|money|"
    r"conclusion|theory|bet|hunch)|(?<!all )(?<!the )odds|chances?(?= (?:of|are|that|is))|(?:good|every|decent|strong|fair|"
    r"slim|real) chance|"
    r"suggests?|hints?|points? to|seems?|appears to|"
    r"looks (?:like|set|likely|as if)|"
    r"(?:stunned|surprised|shocked|amazed) if|(?:you|one)(?:[’']d| would) (?:have to|like to) (?:think|imagine|assume|"
    r"believe|say)|(?:we|i|fans|they|she|he|it|to|is|are) hop(?:e|es|ing)\b|hopes? (?:to|that|"
    r"for)\b|hoping|hoped for|is hoped|wish|fingers crossed|would love|speculat\w+|theor(?:y|ies)|predict\w*|bound to|"
    r"impossible|"
    r"proves? that|going by|based on that|if (?:it|season|a|the|they) |"
    r"should (?:be|have|arrive|come|return|drop|land|premiere|air|see|expect)|must be|no doubt|surely|potentially|"
    r"conceivably|in all likelihood|it[’']s safe to|we[’']d (?:guess|say|expect|imagine|assume|think|bet)|optimistic|"
    r"pessimistic|for a film|a safe bet|i fear|we fear|i[’']m (?:pretty |fairly |quite |almost )?(?:sure|certain|confident)|"
    r"a long shot|inevitable|smart money|money says|"
    r"on the cards)\b"
)
_OWNERS_WORD = (
    r"(?:announce[sd]?|confirm(?:s|ed)?|said|says?|reveal(?:s|ed)?|told|tells|state[sd]?|wrote|tweeted|posted|"
    r"brag(?:s|ged)|claims?|insist(?:s|ed)|unveil(?:s|ed)|explain(?:s|ed)|opted|blam(?:es|ed)|call(?:s|ed)|assur(?:es|ed)|"
    r"promis(?:es|ed)|sp(?:eaks|oke) of|talks of|boast(?:s|ed)|disclosed|"
    r"declared|indicat(?:ed|es)|advised|puts? (?:out|it|this|that|the)|issued|added|disputes|denied|denies|expects?|"
    r"anticipates?|"
    r"estimates?|counts?)"
)
_OWNERS_NOUN = (
    r"(?:the )?(?:(?:pay|cable|public|premium|digital|free) )?(?:streamers?|networks?|broadcasters?|cabler|pubcaster|"
    r"service|platform|channel|studio|company|producers?|"
    r"streaming (?:giant|service)|spokes(?:person|man|woman)|representatives?|rep|publicist|press office|statement|press "
    r"release)"
)
_BY_OWNER = regex(
    rf"(?i)\b{_OWNERS_NOUN}(?: for [\w+ ]+?)?(?: (?:has|have|had|also|now|today|this morning|later|officially|"
    rf"itself))* {_OWNERS_WORD}\b|\b(?:said|says|confirmed|announced|revealed) (?:by )?{_OWNERS_NOUN}\b|\b(?:per|"
    rf"according to) {_OWNERS_NOUN}\b|"
    rf"\bin a (?:statement|press release|memo|letter to shareholders)\b|"
    rf"\bpress release\b|\bby the (?:streamer|network|broadcaster|service|platform|channel)[’']s own (?:count|figures|data)|"
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
    r"(?i)\bofficial(?:ly)? (?:confirm|announc|renew|cancel|greenlit|pick)\w*|\bit[’']s official\b|"
    r"\bofficial confirmation by\b|\ba confirmation by\b|\bconfirmed by\b"
)
_DENIED = regex(
    r"(?i)\b(?:den(?:y|ies|ied|ying)\b|(?:is|are|was|were)(?: simply| flatly| completely| totally)? (?:false|untrue|"
    r"incorrect|wrong|nonsense|fake|bogus)|not true\b|no truth (?:in|to)|contrary to|debunk\w*|is a hoax|"
    r"rubbish(?:ed|es)? |dismiss(?:ed|es) (?:the )?(?:report|rumou?r|claim|suggestion)s?|refut(?:ed|es)|shot down|"
    r"(?-i:NOT) cancell?ed|exaggerated|nowhere near|was mistaken|nothing to (?:the|those) (?:report|rumou?r)s?|"
    r"whatever (?:you|anyone|that|the|those|some|people)\b[^.;?!]{0,40}?\b(?:reads?|heard?|says?|said|saying|claims?|claimed|"
    r"tells?|"
    r"told|seen)|(?:dismiss|reject|refut|deny|quash|squash|scotch|rubbish|rebuff|debunk)ing (?:the |those |any |all |such )?"
    r"(?:\w+ )?(?:reports?|rumou?rs?|claims?|suggestions?|talk|speculation|gossip))\b"
)
_ASIDE = regex(r"[;(]|\s[–—]\s| but | though | although ")


def standing_of(place: Place, found: Found) -> tuple[Standing, Attribution]:
    """Return the standing of what was found and on whose word it is.

    Rumour words cover their sentence up to a semicolon, "but" or "though"; hedges cover their clause; the owner's own page makes
    what it says official, as does an interview what its guest says.
    """
    standing, by = _told(place, found)
    return found.standing or standing, found.by or by


def _told(place: Place, found: Found) -> tuple[Standing, Attribution]:
    part, clause = _part(place, found), _clause(place, found)
    voice = voice_of(place, found)
    source = source_of(place, found, part, voice)
    if found.polarity == "-" and _DENIED.search(place.text):
        return "denied", source if source.type != "outlet" or not place.context.is_release else _owner_of(place)
    if found.kind in _COUNTED and not place.context.is_release:
        site = found.value.get("site")
        return "reported", Attribution("score_aggregator", str(site)) if site not in {None, "unknown"} else source
    plain = _plain_fact(found)
    if found.value.get("announced") is False or found.value.get("status") == "undecided":
        return _undecided(place, found, part, source)
    near = not plain or _close(_RUMOUR, place, found) or _HEARD.match(part.lower())
    rumour = (_covering(place, found, part) if near else None) or _NOBODY.search(part)
    if rumour and not _relayed(part):
        fans = _FAN_PLACES.search(part)
        return "rumour", Attribution("fans", fans[0]) if fans else Attribution("unnamed_source")
    hedged = _SPECULATION.search(clause.lower())
    if hedged and not (plain and not _close(_SPECULATION, place, found)) and found.kind not in {"statement", "reason"}:
        return "speculation", Attribution("talent", place.speaker) if place.speaker else Attribution(
            "outlet", place.context.article.outlet
        )
    if place.introduced and not _VERB.search(place.text):  # an item of a list is as firm as the words before the list
        before = place.introduced.lower()
        if _RUMOUR.search(before):
            return "rumour", Attribution("unnamed_source")
        if _SPECULATION.search(before):
            return "speculation", Attribution("outlet", place.context.article.outlet)
    theirs = place.context.is_release or place.speaker is not None or voice is not None
    if found.kind == "plot_expectation" and not theirs and not _by_owner(place, part):
        return ("speculation" if search(r"(?i)\b(?:will|would|can)\b", clause) else "reported"), source
    return _firm(place, found, source, voice, plain=plain)


_COUNTED = frozenset({"hashtag", "petition", "score", "award"})
_PLAIN = frozenset({"episode_count", "viewership", "crew_role", "location", "runtime", "source_material", "award"})


def _owner_of(place: Place) -> Attribution:
    return Attribution("network_or_studio", place.context.owner)


def _plain_fact(found: Found) -> bool:
    """What is said in passing keeps the outlet's word though its sentence hedges something else: who created it, who stars."""
    return found.kind in _PLAIN or (found.kind == "cast_role" and "st" not in found.value)


def _close(pattern: Pattern, place: Place, found: Found) -> bool:
    """Say whether a hedge stands right before a plain fact or within it."""
    return bool(pattern.search(place.text[max(0, found.start - 22) : found.end].lower()))


# Hearsay at the head of a sentence covers all of it, plain facts too: "A fan account says it has eight episodes".
_SAYS = r"(?:says?|said|claim(?:s|ed)?|report(?:s|ed)?|suggest(?:s|ed)?|tells? us)"
_HEARD = regex(rf"[^,.;]{{0,25}}?(?:{_RUMOUR.pattern})[^,.;]{{0,25}}?\b{_SAYS}\b")


def _covering(place: Place, found: Found, part: str) -> re.Match[str] | None:
    """Return the rumour word that covers a claim: one before it, within it, or at the end of the sentence ("sources said").

    A word in a later clause ("and the trade hears") and an adverb after the claim ("cancelled, reportedly because") cover what
    follows them.
    """
    offset = place.text.find(part)
    for word in _RUMOUR.finditer(part.lower()):
        at = offset + word.start()
        if at <= found.end:
            return word
        between = place.text[found.end : at]
        adverb = match(r"(?i)reportedly|allegedly|supposedly|apparently|purportedly", word[0])
        if not adverb and not search(r",? and (?:the |we |a |some |[Ii] )", between + place.text[at : at + 8]):
            return word
    return None


def _firm(
    place: Place, found: Found, source: Attribution, voice: Attribution | None, *, plain: bool
) -> tuple[Standing, Attribution]:
    """Official, when the owner of the fact speaks; reported otherwise."""
    if place.speaker:
        return "official", Attribution("talent", place.speaker)
    if voice and not (plain and voice.type == "talent" and found.kind in {"cast_role", "crew_role"}):
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
    if found.kind == "reason" and gives_reason(place, found):
        return "official", Attribution("network_or_studio", _network_in(place, place.text))
    if _by_owner(place, _without_relative(place, found)) or _said_at_end(place, found) or _goes_on(place, found):
        if plain and found.kind in {"crew_role", "cast_role"} and not _said_at_end(place, found):
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
    return "reported", source


_VERB = regex(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|does|did|do|been|[a-z]+ed|says?|said|gets?|comes?|"
    r"goes)\b"
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
_HANGS_ON = regex(r"(?i)(?:and |but )?(?:that|with|down from|up from)\b")
_SOMEBODY_ELSE = regex(r"(?i)\b(?:sources?|insiders?|reports?|rumou?rs?|according|critics|analysts?|fans)\b")


def _goes_on(place: Place, found: Found) -> bool:
    """Say whether a clause continues what the owner said earlier in the sentence."""
    first, _ = place.sentence.clause(found.start, found.end)
    head = place.text[:first]
    hangs = head.endswith(", with ") or _HANGS_ON.match(place.text, first)
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
    lead = text[:first]
    if first and search(
        r"(?i)\b(?:if|it is said|according to|going by|based on|I think|we think|(?:my|our) (?:guess|bet|money|hunch)|"
        r"following this pattern)\b[^;]*$",
        lead,
    ):
        first = 0
    return text[first:last]


_RELATIVE = regex(r" (?:that|which) [\w’' ]{2,30}? (?:said|says|called|calls|described|describes|confirmed)\b")


def _without_relative(place: Place, found: Found) -> str:
    """Return the clause of a claim without "that X said would ..." behind it: what is said there is said of something else."""
    clause = _clause(place, found)
    at = place.text.find(clause)
    first = found.start if found.value.get("status") == "renewed" else found.end  # a renewal is quoted with its whole clause
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
    named = (trimmed(found["name"] or found["per"])[0] for found in _NAMED_OWNER.finditer(part))
    return any(place.context.is_network(one) for name in named for one in (name, *name.split(" and ")))


def _network_in(place: Place, part: str) -> str | None:
    named = [name for name in place.context.networks if name in part] or [
        name for name in place.context.networks if name in place.text
    ]
    return min(named, key=place.text.find) if named else place.context.owner
