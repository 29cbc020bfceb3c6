"""What an actor does, told by a surname, by "she" or "the actor", or in words for which a list of names has no rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity, Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import (
    CHARACTER,
    after_genre,
    character_in,
    goes_elsewhere,
    in_a_body,
    in_the_cast,
    named_in,
    own_word,
    spoken_of,
)
from cliffhanger.claims.kinds.cast.parts import NOT_SO, besides, neither, part_held
from cliffhanger.claims.kinds.cast.rules import NOT_CHARACTERS
from cliffhanger.claims.kinds.cast.verbs import ASIDE, AUX, DOES, SHOW, THE_ACTOR, WHO
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import live, match, regex, search
from cliffhanger.claims.seasons_said import season_of
from cliffhanger.claims.speakers import related

_PLAYS = regex(
    rf"{WHO}(?:, who\b|{ASIDE}){AUX} ?(?P<does>plays?|played|playing|portray(?:s|ed|ing)?|"
    rf"voic(?:es|ed|ing)) (?P<character>{CHARACTER})"
)
_STILL = regex(rf"{WHO} (?:is|was|remains|will be) (?:still|again) (?P<character>{FULL_NAME}|{ONE_NAME})(?=[.,;!]|$)")
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
AGAIN = regex(r" for (?:an? |the |at least )?(?:[\w-]+ ){0,2}?(?:season|series|run|year)s?\b")
_REPRISED = regex(rf" (?:(?:his|her|their|the) (?:[a-z]+ )?(?:roles?|parts?) (?:as|of) )?(?P<character>{CHARACTER})")
_UNCLEAR = regex(
    rf"(?i:\b(?:unclear|nobody knows|no one knows|(?:don[’']t|do not)(?: yet| actually)? know|not (?:yet )?(?:known|"
    rf"clear|confirmed|certain)|unknown|remains to be "
    rf"seen|(?:has|have) (?:not|"
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
    r"\b(?:den(?:y|ies|ied|ying)|no truth (?:in|to)|nothing in|dismiss(?:es|ed)|rubbish(?:es|ed)|reject(?:s|ed)|"
    r"refut(?:es|ed)|laugh(?:s|ed) off|shot "
    r"down|shut "
    r"down|quash(?:es|ed)|scotch(?:es|ed)|pour(?:s|ed) cold water on) (?:(?:that|any|all|the|online|fresh|recent|reports?|"
    r"rumou?rs?|"
    r"claims?|talk|suggestions?|speculation|gossip|stories|of|suggesting|saying|claiming) )*$"
)
_ONCE_MORE = regex(r"\b(?:once again|once more|will (?:be )?(?:again|still))\b")
_NOT = regex(r"(?i)\b(?:not|no longer|unlikely|never)\b|n[’']t")


_BY_NOUN = ((_UNCLEAR, "undecided"), (_DEAL, "returning"), (_EXIT, "leaving"), (_BACKED, "returning"))
_NOUNS = regex(r" whether| if |s[’']? (?:new )?(?:deal|contract)| (?:exit|departure)\b| on [^.;?!]{2,40} (?:com|be|return|stay)")


def short_castings(place: Place, told: frozenset[str]) -> Iterator[Found]:
    """Find what the members of the cast do of whom the sentence has no full name, or for which there are no other words.

    ``told`` are the folded names of the actors whom other rules have found in the sentence.
    """
    text, lower, seen = place.text, place.lower, set(told)
    polarity: Polarity
    if " play" in lower or "portray" in lower or " voic" in lower:
        for found in _PLAYS.finditer(text):
            actor, role = who_does(place, found), character_in(found["character"])
            if actor and role and fold(actor) not in seen:
                gone = "no longer" in found["aux"]
                again = not gone and _ONCE_MORE.search(found["aux"]) is not None
                value = {"actor": actor, "character": role} | (
                    {"st": "leaving"} if gone else {"st": "returning"} if again else {}
                )
                polarity = "-" if not gone and _NOT.search(found["aux"]) else "+"
                if gone or polarity == "-":
                    seen.add(fold(actor))
                yield Found("cast_role", found.start("who"), found.end(), value, polarity, season=season_of(text))
    for found in _STILL.finditer(text) if " still " in lower or " again " in lower else ():
        actor = who_does(place, found)
        if actor and fold(actor) not in seen and fold(found["character"]) in place.context.characters:
            seen.add(fold(actor))
            value = {"actor": actor, "character": found["character"], "st": "returning"}
            yield Found("cast_role", found.start("who"), found.end(), value, season=season_of(text))
    for pattern, state in _BY_NOUN if _NOUNS.search(lower) else ():
        for found in pattern.finditer(text):
            actor = who_does(place, found)
            if actor and fold(actor) not in seen:
                seen.add(fold(actor))
                value = {"actor": actor, "st": state}
                guess: Standing | None = "speculation" if pattern is _BACKED else None
                polarity = "-" if guess and _NOT.search(text[max(0, found.start() - 12) : found.start()]) else "+"
                yield Found("cast_role", found.start("who"), found.end(), value, polarity, standing=guess, season=season_of(text))
    for state, pattern in live(DOES, text):
        for found in pattern.finditer(text):
            actor = who_does(place, found)
            if actor is None or fold(actor) in seen or not _means(place, state, found):
                continue
            seen.add(fold(actor))
            st, polarity = turned(state, found)
            denies = denied(text, found)
            if denies:
                polarity = "-"
            if neither(text[: found.start("who")]):
                st, polarity = NOT_SO.get(st, (st, "-"))
            if st == "joining" and found["does"].startswith("sign") and AGAIN.match(text, found.end()):
                st = "returning" if fold(actor) in place.context.players else st
            named = part_after(text, found.end() - (3 if found["does"].endswith(" as") else 0)) if state in WITH_PARTS else {}
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


def denied(text: str, found: re.Match[str]) -> bool:
    """Say whether what somebody does is denied: "denies that Anna Moss is leaving"."""
    return _DENIES.search(text[: found.start("who")]) is not None


WITH_PARTS = frozenset({"returning", "joining", "guest", "in_talks"})


def part_after(text: str, at: int) -> dict[str, str]:
    """Return the part that a verb of coming names: "joins the drama as Dr Lund"."""
    found = _AS.match(text, at) or _FOR_PART.match(text, at)
    role = character_in(found["character"]) if found and not NOT_CHARACTERS.match(found["character"]) else None
    return {"character": role} if role else {}


def who_does(place: Place, found: re.Match[str]) -> str | None:
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
    if found["who"].lower() in {"she", "he"} or THE_ACTOR.match(found["who"]):
        tag = _SAYS_BEHIND.search(place.text, found.end()) if who.lower() in {"she", "he"} else None
        if tag and (name := in_the_cast(place, tag["who"])):
            return name
        said = related(place)
        if said and said.start <= at < said.end and who.lower() in {"she", "he"}:
            speaks_for = _SPEAKS_FOR.search(said.who)
            if not speaks_for or speaks_for["who"]:
                return in_the_cast(place, speaks_for["who"] if speaks_for else said.who)
        if _SOMEBODY_ELSE.search(place.text[:at]):
            return None
        named = named_in(place, place.text[:at])
        if len(named) > 1:
            return None
        return in_the_cast(place, named[0]) if named else spoken_of(place)
    return (
        None if after_genre(before) or (before[-4:].lower() == "the " and after_genre(before[:-4])) else in_the_cast(place, who)
    )


# "The mayor said she": somebody whom nothing else of the article names
_SOMEBODY_ELSE = regex(
    r"\b(?:[Tt]he|[Aa]n?) (?!(?:[a-z-]+ )*(?:act\w+|star|agent|publicist|rep|spokes\w+|performer|manager|team|comedian|winner)\b)"
    r"(?:[a-z’-]+ ){0,2}[a-z’-]+(?:, [^,]{3,30},)? (?:has |had )?(?:said|says|insisted|insists|claimed|claims|"
    r"added|told \w+(?: [a-z]+){0,3}?|"
    r"tells \w+(?: [a-z]+){0,3}?) (?:that )?$"
)
# "He asked to be written out, Hale says"
_SAYS_BEHIND = regex(
    rf",[”\"]? (?P<who>{FULL_NAME}|{ONE_NAME}) (?:says|said|told|tells|wrote|writes|adds|added|insists|insisted)\b"
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
        "a part of",
        "be a part of",
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
    if does.startswith("left") and search(r"\b(?:is|are|was|were)$|[’']s$", aux):
        return False  # who "is left" is there still
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
    if state in {"joining", "returning", "leaving"} and in_a_body(place, found.end()):
        return False
    if _LEADS.match(does):
        return search(r"\b(?:will|would|to)\b|[’']ll", aux) is not None
    return not (state == "recast" and search(r"\b(?:has|had|have)$", aux))


def _turns(state: str, does: str) -> bool:
    """Say whether words tell that somebody leaves only where they are denied: "will not feature", "is no longer in it"."""
    return does in _NEGATIVE or (state == "leaving" and _NEGATIVE_ALSO.match(does) is not None)


_SIGNS = regex(r"(?:re-?)?sign|closed|struck|agreed|made an? |made (?:his|her|their)|inked|penned|contracted")  # may come yet


def turned(state: str, found: re.Match[str]) -> tuple[str, Polarity]:
    """Read negations: who does not return leaves, unless it is only not yet; what else is not so is no fact."""
    if _NOT.search(found["aux"]) is None or _turns(state, found["does"]):
        return state, "+"
    if state == "returning" and " yet" not in found["aux"] and not _SIGNS.match(found["does"]):
        return "leaving", "+"
    return state, "-"
