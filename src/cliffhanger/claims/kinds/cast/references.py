"""What an actor does, told by a surname, by "she" or "the actor", or in words for which a list of names has no rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity, Standing
from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import (
    CHARACTER,
    after_genre,
    character_in,
    goes_elsewhere,
    in_the_cast,
    named_in,
    own_word,
    spoken_of,
)
from cliffhanger.claims.kinds.cast.parts import NOT_SO, besides, neither, part_held
from cliffhanger.claims.kinds.cast.rules import NOT_CHARACTERS
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import Rules, live, match, regex, search
from cliffhanger.claims.speakers import related

_ACTOR = r"(?:actor|actress|performer|star|winner|nominee|comedian|\d\d-year-old)"
_WHO = rf"(?P<who>{FULL_NAME}|{ONE_NAME}|\b[Ss]he|\b[Hh]e|\b[Tt]he (?:[a-z-]+ )?(?:[“\"‘]?{TITLE_NAME}[”\"’]? )?{_ACTOR})"
_THE_ACTOR = regex(rf"[Tt]he (?:[a-z-]+ )?(?:[“\"‘]?{TITLE_NAME}[”\"’]? )?{_ACTOR}$")
_ASIDE = (
    r"(?:,? (?:\d\d|who|best known|known|seen|most recently|whose|last seen|late of|your|our|formerly|for (?:her|his) part|"
    r"on the other hand|meanwhile|however|too)[^.;]{0,90}?,[”\"]?|, (?:an?|the) (?!(?:network|streamer|channel)\b)[^.,;]{3,60},)?"
)
_AUX = (
    r"(?P<aux>(?:(?:,? (?:won[’']t|has|have|had|did|does|do|is|are|was|were|will|would|also|both|all|now|since|then|officially|"
    r"already|still|"
    r"currently|"
    r"reportedly|quietly|instead|later|recently|formally|definitely|certainly|probably|possibly|likely|unlikely|expected to|"
    r"set to|no longer|just|finally|sadly|apparently|allegedly|supposedly|now|going to|about to|confirmed to|"
    r"due to|slated to|may|might|could|be|been|being|not|yet|said to|understood to|believed to)\b|[’']s|[’']ll|(?: (?:has|"
    r"have|had|did|does|do|is|are|was|were|would|could))?n[’']t))*)"
)
SHOW = (
    r"(?:the |a |an |her |his |their |its |this |that |any )?(?:\w+ )?(?:show|series|seasons?|cast|roles?|parts?|drama|comedy|"
    r"sitcom|thriller|production|project|programme|ensemble|episodes?|finale|run|sequel|revival|spin-?off|reboot)\b"
)
THEN = (  # after a verb that people have for much else, the clause ends or speaks of the show
    rf"(?=[.,;!:—–”\"]|$| (?:too|as well|already|also|tonight|today|yesterday|over|amid|following|after|before)\b| (?:for|in|to|"
    rf"from|with|as part of|on|after|at the end of) {SHOW}| for (?:an?|the|her|his|their) (?:second|third|fourth|fifth|sixth|"
    rf"seventh|eighth|ninth|tenth|next|final|last|new)\b| because\b| due to| owing|"
    r" as (?:(?:her|his|their|the|an? (?:series )?regular)\b|[A-Z])| next (?:year|season)| last (?:year|month|week)|"
    r" (?:in|since) (?:January|February|March|April|May|June|July|August|September|October|November|December|early|"
    r"late|\d{4})\b| (?:to|for|in|from) (?:the )?[“‘\"](?=[A-Z])|"
    r" this (?:year|time|season)| but\b| if\b| and\b|"
    r" again\b)"
)
_WORK = (
    r"(?! to (?:direct|write|produce|run|work)| as (?:an? )?(?:showrunner|director|writer|producer|executive|editor|composer))"
)
_MAKERS = r"(?:co-)?(?:show-?runner|director|(?:head |lead )?writer|(?:executive )?producer|host|composer|editor)"
_DOES: Rules[str] = Rules(
    (state, regex(rf"{_WHO}{_ASIDE}{_AUX} ?[“\"]?(?P<does>{verbs})"))
    for state, verbs in (
        (
            "leaving",
            (
                rf"(?:(?:leaves?|leaving|left|exit(?:s|ed|ing)?|depart(?:s|ed|ing)?|quit(?:s|ting)?)(?: {SHOW}|{THEN})|"
                r"(?:drop|bow|opt|back|pull|check)(?:s|ped|ed|ted|ping|ing|ting)? out\b(?! on\b)|walk(?:s|ed|ing)? (?:away|"
                r"out|off)|"
                r"step(?:s|ped|ping)? (?:away|down|aside)|(?:hung|hang(?:s|ing)?) up (?:his|her|their)\b|"
                r"(?:quit|left|exited|leav(?:es|ing)|quit(?:s|ting)|exit(?:s|ing)|departed)(?= (?:the )?[“‘\"]?[A-Z])|"
                r"(?:ask(?:s|ed)|chosen|cho(?:se|oses)|decid(?:es|ed)|elect(?:s|ed)|opt(?:s|ed)|want(?:s|ed)|agreed) (?:to be "
                r"(?:released|written out|let go|killed off)|to (?:leave|quit|exit|step (?:down|away)|move on|bow out)|"
                r"(?:not|against) (?:to )?(?:return|com|sign|renew|continu)\w*)|declin(?:es|ed) to (?:return|come back|sign)|"
                r"(?:announce[sd]|confirm(?:s|ed)|reveal(?:s|ed)|tendered) (?:his|her|their) (?:\w+ )?(?:departure|exit|"
                r"resignation)\b|"
                r"killed off\b|been released\b|call(?:s|ed|ing) (?:it a day|time)|sa(?:ys|id) (?:goodbye|farewell) to|bids? "
                r"(?:adieu|"
                r"farewell)|"
                r"(?:finished|done) with (?:it|the (?:show|series|part|role)|[A-Z][a-z]+(?=[.,;]|$))|sit(?:s|ting)? (?:this|"
                r"it|the) [\w ]{0,12}out|"
                rf"(?:absent|missing)(?: from {SHOW}|{THEN})|coming along\b|in the (?:new|next|\w+) (?:season|series)\b|"
                rf"play(?:ing)?(?= (?:the |her |him\b|[A-Z]))|in (?:it|the cast)\b|seen in (?:the|season|series)\b|"
                rf"feature(?: in {SHOW}|{THEN})|appear(?:ing)?(?: in {SHOW}|{THEN})|cross(?:ing)? over\b|"
                r"part(?:ed|s|ing) ways|"
                rf"(?:let go|fired|sacked|written out|dropped from {SHOW})|involved\b|(?:asked|invited) back\b|"
                rf"taking part\b|(?:be )?part of\b|"
                rf"(?:doing it|up for it)\b|a (?:series )?regular\b|(?:retir(?:ed|es|ing)|(?:out|off|gone|done)\b){THEN}|"
                rf"retir(?:ed|es|ing) from\b)"
            ),
        ),
        (
            "returning",
            (
                rf"(?:(?:returns?|returned|returning|comes? back|came back|coming back|back|stay(?:s|ed|ing)?|remain(?:s|ing)?)"
                rf"{THEN}{_WORK}|(?:announce[sd]|confirm(?:s|ed)) (?:his|her|their) (?:own )?(?:return|comeback)\b|(?:be "
                rf")?seen (?:once )?again\b|back on board|on board again|re-?(?:sign(?:s|ed)|upped|ups)\b|"
                r"(?:expected|due|wanted) back\b|"
                rf"(?:contracted|tied|locked|signed) (?:in |down )?(?:through|until|to the end)|"
                rf"reprises?\b|reprised\b|reprising\b|mak(?:es?|ing) a (?:\w+ )?comeback|in (?:every|all|each|"
                rf"most) (?:\w+ ){{0,3}}(?:episodes?|scenes?)|(?:remain(?:s|ed)? )?attached|"
                r"(?:signed|closed|struck|agreed|made|inked|penned) (?:a |an |her |his |their )?(?:new |fresh |"
                r"[\w-]+-year ){0,2}(?:deal|"
                r"contract)s?|"
                rf"signed(?=[.,;!”\"]|$)|signed for (?:at least )?\w+ (?:more )?episodes|signed (?:on again|up again|"
                rf"for (?:another|more|two|three|a (?:second|third|fourth|fifth|further|new)|"
                rf"{SHOW})|again))"
            ),
        ),
        (
            "joining",
            (
                r"(?:join(?:s|ed|ing)?\b(?! by\b)(?! (?:the )?(?:company|network|studio|streamer|writ\w+|staff|forces|army|"
                r"crew|team|in\b|"
                r"a list))|"
                r"sign(?:s|ed|ing) (?:on|up)(?! (?:again|for (?:another|more)|to (?:direct|write|produce)))|board(?:s|ed|ing)|"
                r"com(?:es?|ing) (?:aboard|on board|in as)|(?:will )?(?:leads?|headlines?|fronts?|stars? in) (?=[“‘\"])|"
                r"cast (?:as|in|opposite)|(?:booked|bagged|landed|won|nabbed|scored|secured|given|bags|lands|nabs) (?:an?|"
                r"the|her|his) "
                r"(?:[\w-]+ ){0,2}(?:lead|role|part)\b|"
                r"(?:roped|brought|drafted) in\b(?= (?:as|to play|for|opposite)|[.,;])|"
                r"(?:(?:a|an|the|its|one of the) )(?:[a-z]+ ){0,2}(?:addition|recruit|newcomer|arrival)s?|"
                r"(?:takes|taken|taking|took) over (?:the|as|from)\b(?! (?:show|series|company|network))|step(?:s|ped|"
                r"ping)? in(?:to)?\b|"
                rf"replac(?:es|ed|ing) (?=[A-Z])(?!{FULL_NAME} as (?:the |its )?(?:{_MAKERS})))"
            ),
        ),
        (
            "in_talks",
            (
                rf"(?:in (?:early |advanced |final |active |late |ongoing )?(?:talks|negotiations|discussions){_WORK}|"
                rf"weighing (?:an|the|her|his) "
                r"offer|approached\b|sounded out|circling|being (?:eyed|courted|lined up|lured|wooed|tempted|coaxed)|negotiating)"
            ),
        ),
        (
            "guest",
            (
                r"(?:appears? in (?:flashbacks?|(?:just |only )?(?:one|a single|two|three|a couple of|a few|"
                r"several) (?:episodes?|scenes?)|"
                r"the (?:finale|premiere|opener))|pops? up|popping up|turns? up|turning up|in (?:just |only )?(?:one|"
                r"a single|two|three|a couple of|a few|several) (?:episodes?|scenes?)|guest[- ]stars?|guest[- ]starr(?:ing|"
                r"ed)|(?:guest|recurr)(?:ing|ed)(?= (?:as|in|on))|"
                r"mak(?:es?|ing) (?:a|an) "
                r"(?:\w+ )?(?:cameo|appearance))"
            ),
        ),
        (
            "unavailable",
            (
                r"(?:unavailable|(?:not |n[’']t )?available(?=[.,;]|$| (?:for|until|before|again)\b)|free(?=[.,;]|$| (?:until|"
                r"before|for|in|even|to "
                r"(?:return|film|shoot|come back|take part|join|appear))\b)|busy\b|tied up|committed (?:to|elsewhere)|"
                r"(?:an?|other|another|"
                r"prior) (?:prior )?commitments?)"
            ),
        ),
        ("recast", r"(?:replaced|recast)\b"),
    )
)
_PLAYS = regex(
    rf"{_WHO}(?:, who\b|{_ASIDE}){_AUX} ?(?P<does>plays?|played|playing|portray(?:s|ed|ing)?|"
    rf"voic(?:es|ed|ing)) (?P<character>{CHARACTER})"
)
_STILL = regex(rf"{_WHO} (?:is|was|remains|will be) (?:still|again) (?P<character>{FULL_NAME}|{ONE_NAME})(?=[.,;!]|$)")
_AS = regex(
    rf"(?: on)?(?: (?:(?:to|in|on) )?(?:(?:the )?[“‘\"][^”’\"]{{2,40}}[”’\"]|{SHOW}))?"
    rf" (?:in )?as (?!an? (?:series )?regular)(?P<character>{CHARACTER})"
)
# "in talks | for the role of the captain", "has landed the part | of Osei", "is being eyed | to play the villain"
_FOR_PART = regex(
    rf"(?: (?:an? |the |her |his )?(?:[\w-]+ ){{0,3}}?(?:(?:for|in|of) )?(?:the|an?) (?:[\w-]+ ){{0,2}}?(?:role|part) of|"
    rf"(?<=role|part) of|(?<=parts|roles) of| to (?:play|portray|voice)|"
    rf" to (?:join|star|return|come back|appear)(?: (?:in )?{SHOW})? as) (?P<character>{CHARACTER})"
)
# who has a part already and signs on "for season three" comes back
_AGAIN = regex(r" for (?:an? |the |at least )?(?:[\w-]+ ){0,2}?(?:season|series|run|year)s?\b")
_REPRISED = regex(rf" (?:(?:his|her|their|the) (?:[a-z]+ )?(?:roles?|parts?) (?:as|of) )?(?P<character>{CHARACTER})")
_UNCLEAR = regex(
    rf"(?i:\b(?:unclear|not (?:yet )?(?:known|clear|confirmed|certain)|unknown|remains to be seen|(?:has|have) (?:not|"
    rf"yet) \w+ ?\w*|"
    rf"uncertain|no word(?: yet)?(?: on)?)) (?:whether|if) (?P<who>{FULL_NAME}|{ONE_NAME})"
)
_DEAL = regex(
    rf"(?P<who>{FULL_NAME}|{ONE_NAME})[’']s (?:new )?(?:deal|contract) (?:was|is|has been) (?:(?!not\b)\w+ )?(?:closed|"
    rf"signed|agreed|"
    rf"done|renewed)"
)
_EXIT = regex(
    rf"(?P<who>{FULL_NAME}|{ONE_NAME})[’']s? (?:(?:sudden|abrupt|shock|surprise|own|planned|recent) )?(?:exit|departure)\b"
    r"(?=[.,;]| (?:from (?!the (?:network|company|studio|channel|board|firm)\b)|was|is|has|had|came|comes|will|follows|"
    r"followed|after|at|in|means|leaves)\b)"
)
_BACKED = regex(
    rf"\b(?:bet|count|counting|bank|banking|rely|relying|gamble|gambling|money) (?:[a-z]+ ){{0,3}}?on (?P<who>{FULL_NAME}|"
    rf"{ONE_NAME})[’']?s? (?:com(?:ing|es) back|be(?:ing)? back|return(?:ing|s)?|stay(?:ing|s))\b"
)
_DENIES = regex(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)|rubbish(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)|laugh(?:s|ed) off|shot "
    r"down|shut "
    r"down|quash(?:es|ed)|scotch(?:es|ed)|pour(?:s|ed) cold water on) (?:(?:that|any|all|the|online|fresh|recent|reports?|"
    r"rumou?rs?|"
    r"claims?|talk|suggestions?|speculation|gossip|stories|of|suggesting|saying|claiming) )*$"
)
_NOT = regex(r"(?i)\b(?:not|no longer|unlikely|never)\b|n[’']t")


_BY_NOUN = ((_UNCLEAR, "undecided"), (_DEAL, "returning"), (_EXIT, "leaving"), (_BACKED, "returning"))
_NOUNS = regex(r" whether| if |s[’']? (?:new )?(?:deal|contract)| (?:exit|departure)\b| on [^.;?!]{2,40} (?:com|be|return|stay)")


def short_castings(place: Place, told: frozenset[str]) -> Iterator[Found]:
    """Find what the members of the cast do of whom the sentence has no full name, or for which there are no other words.

    ``told`` are the folded names of the actors whom other rules have found in the sentence.
    """
    text, lower = place.text, place.lower
    seen = set(told)
    polarity: Polarity
    if " play" in lower or "portray" in lower or " voic" in lower:
        for found in _PLAYS.finditer(text):
            actor, role = _actor(place, found), character_in(found["character"])
            if actor and role and fold(actor) not in seen:
                gone = "no longer" in found["aux"]
                value = {"actor": actor, "character": role} | ({"st": "leaving"} if gone else {})
                polarity = "-" if not gone and _NOT.search(found["aux"]) else "+"
                if gone or polarity == "-":
                    seen.add(fold(actor))
                yield Found("cast_role", found.start("who"), found.end(), value, polarity, season=season_of(text))
    for found in _STILL.finditer(text) if " still " in lower or " again " in lower else ():
        actor = _actor(place, found)
        if actor and fold(actor) not in seen and fold(found["character"]) in place.context.characters:
            seen.add(fold(actor))
            value = {"actor": actor, "character": found["character"], "st": "returning"}
            yield Found("cast_role", found.start("who"), found.end(), value, season=season_of(text))
    for pattern, state in _BY_NOUN if _NOUNS.search(lower) else ():
        for found in pattern.finditer(text):
            actor = _actor(place, found)
            if actor and fold(actor) not in seen:
                seen.add(fold(actor))
                value = {"actor": actor, "st": state}
                guess: Standing | None = "speculation" if pattern is _BACKED else None
                polarity = "-" if guess and _NOT.search(text[max(0, found.start() - 12) : found.start()]) else "+"
                yield Found("cast_role", found.start("who"), found.end(), value, polarity, standing=guess, season=season_of(text))
    for state, pattern in live(_DOES, text):
        for found in pattern.finditer(text):
            actor = _actor(place, found)
            if actor is None or fold(actor) in seen or not _means(place, state, found):
                continue
            seen.add(fold(actor))
            st, polarity = _turned(state, found)
            denies = _DENIES.search(text[: found.start("who")]) is not None
            if denies:
                polarity = "-"
            if neither(text[: found.start("who")]):
                st, polarity = NOT_SO.get(st, (st, "-"))
            if st == "joining" and found["does"].startswith("sign") and _AGAIN.match(text, found.end()):
                st = "returning" if fold(actor) in place.context.players else st
            named = part_after(text, found.end() - (3 if found["does"].endswith(" as") else 0)) if state in _WITH_PARTS else {}
            part = _REPRISED.match(text, found.end()) if found["does"].startswith("repris") else None
            role = character_in(part["character"]) if part else None
            value = {"actor": actor, "st": st} | ({"character": role} if role else named)
            sure: Standing | None = "denied" if denies else own_word(found[0])
            yield Found("cast_role", found.start("who"), found.end(), value, polarity, standing=sure, season=season_of(text))
            for other, start, end in besides(place, found):
                if fold(other) not in seen:
                    seen.add(fold(other))
                    yield Found("cast_role", start, end, {"actor": other, "st": st}, polarity, season=season_of(text))
            yield from part_held(place, actor, found.end())


_WITH_PARTS = frozenset({"returning", "joining", "guest", "in_talks"})


def part_after(text: str, at: int) -> dict[str, str]:
    """Return the part that a verb of coming names: "joins the drama as Dr Lund"."""
    found = _AS.match(text, at) or _FOR_PART.match(text, at)
    role = character_in(found["character"]) if found and not NOT_CHARACTERS.match(found["character"]) else None
    return {"character": role} if role else {}


def _actor(place: Place, found: re.Match[str]) -> str | None:
    """Return the actor whom the words before a verb mean."""
    who, cut = trimmed(found["who"])
    at = found.start("who") + cut
    before, after = place.text[:at], place.text[found.end("who") :]
    marked = before[-1:] in {"“", "‘", '"', "'"} and after[:1] in {"”", "’", '"', "'", ","}
    titled = marked and not match(r"[’'](?:s|ll|d) ", after)
    if (
        titled
        or before[-1:] in {"’", "-"}
        or before.lower().endswith((" a ", " an "))
        or (before.lower().endswith("the ") and cut == 0)
    ):
        return None
    if found["who"].lower() in {"she", "he"} or _THE_ACTOR.match(found["who"]):
        said = related(place)
        if said and said.start <= at < said.end and who.lower() in {"she", "he"}:
            speaks_for = _SPEAKS_FOR.search(said.who)
            if not speaks_for or speaks_for["who"]:
                return in_the_cast(place, speaks_for["who"] if speaks_for else said.who)
        named = named_in(place, place.text[:at])
        if len(named) > 1:
            return None
        return in_the_cast(place, named[0]) if named else spoken_of(place)
    return (
        None if after_genre(before) or (before[-4:].lower() == "the " and after_genre(before[:-4])) else in_the_cast(place, who)
    )


# "Moss’s agent said that she" is of Moss, "her publicist says that she" of whoever "her" is.
_SPEAKS_FOR = regex(
    rf"(?:(?P<who>{FULL_NAME}|{ONE_NAME})[’']s? |\b(?:[Hh]er|[Hh]is) )(?:\w+ )?(?:agents?|publicists?|managers?|rep|"
    r"representatives?|spokes\w+|lawyers?|team|people|camp|management)$"
)
_NEEDS_HELP = regex(
    r"(?:back|out|gone|done|involved|attached|under|contracted|let go|fired|sacked|written|dropped from|an?\b|the\b|its\b|"
    r"one of|cast|"
    r"in |being|approached|sounded|unavailable|available|free|busy|tied|committed|replaced|recast|leaving|returning|joining|"
    r"weighing|"
    r"circling|negotiating|taken|taking|coming|exiting|departing|remaining|staying)"
)


_LEADS = regex(r"(?:lead|headline|front|star)")  # who stars in a show has not just joined it
_NEGATIVE = frozenset(  # what says that somebody leaves only where it is denied
    {
        "involved",
        "asked back",
        "invited back",
        "available",
        "free",
        "taking part",
        "part of",
        "be part of",
        "a regular",
        "a series regular",
        "coming along",
        "in it",
        "in the cast",
        "feature",
        "appear",
        "appearing",
        "cross over",
        "crossing over",
        "play",
        "plays",
        "playing",
        "doing it",
        "up for it",
    }
)
_NEGATIVE_ALSO = regex(r"in the \w+ (?:season|series)|seen in |(?:feature|appear(?:ing)?) ")
_BEFORE_A_NAME = regex(r"(?:quit|left|exited|leav|exit|departed)\w*$")
_TITLE = regex(rf"(?:the )?[“‘\"]?(?P<name>{TITLE_NAME})")


def _means(place: Place, state: str, found: re.Match[str]) -> bool:
    """Say whether a verb with its helpers can mean a state: "is back", but no "back" alone."""
    aux, does = found["aux"].strip(), found["does"]
    if _NEEDS_HELP.match(does) and not aux:
        return False
    if _turns(state, does):
        return _NOT.search(aux) is not None
    if _BEFORE_A_NAME.match(does) and match(r" (?:the )?[“‘\"]?[A-Z]", found.string[found.end() :]):
        named = _TITLE.match(found.string, found.end() + 1)
        return named is not None and place.context.is_series(named["name"])
    if state == "leaving" and match(r" (?:in|since) (?!the |it\b)", found.string[found.end() :]):
        # a date alone is left by makers and hosts as well
        known = fold(place.context.full_name(trimmed(found["who"])[0]))
        return known in place.context.players or found["who"].lower() in {"she", "he"}
    if does == "killed off":  # so are characters, of whom the article may know nothing else
        return fold(place.context.full_name(trimmed(found["who"])[0])) in place.context.players
    if state in {"joining", "returning"} and goes_elsewhere(place, state, found.end()):
        return False
    if _LEADS.match(does):
        return search(r"\b(?:will|would|to)\b|[’']ll", aux) is not None
    return not (state == "recast" and search(r"\b(?:has|had|have)$", aux))


def _turns(state: str, does: str) -> bool:
    """Say whether words tell that somebody leaves only where they are denied: "will not feature", "is no longer in it"."""
    return does in _NEGATIVE or (state == "leaving" and _NEGATIVE_ALSO.match(does) is not None)


_SIGNS = regex(r"(?:re-?)?sign|closed|struck|agreed|made an? |made (?:his|her|their)|inked|penned|contracted")  # may come yet


def _turned(state: str, found: re.Match[str]) -> tuple[str, Polarity]:
    """Read negations: who does not return leaves, unless it is only not yet; what else is not so is no fact."""
    if _NOT.search(found["aux"]) is None or _turns(state, found["does"]):
        return state, "+"
    if state == "returning" and " yet" not in found["aux"] and not _SIGNS.match(found["does"]):
        return "leaving", "+"
    return state, "-"
