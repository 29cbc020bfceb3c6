"""Which names of an article are networks: those that are known, and those that do what only networks do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cliffhanger.claims.article import Article
from cliffhanger.claims.names import (
    NETWORKS,
    NOT_NAMES,
    SCORE_SITES,
    TALKING_SITES,
    TITLE_NAME,
    WHOLE_TITLE_NAME,
    fold,
    has_honorific,
    is_paper,
    trimmed,
)
from cliffhanger.claims.patterns import each, fullmatch, regex, search

# "Title (Network)" begins a line of a list of series; "Actor (Character) and ..." begins a sentence about a cast.
IN_LIST = regex(
    rf"^(?:\d+[.)]? )?[“‘]?(?P<name>{TITLE_NAME})[”’]? \((?P<network>{TITLE_NAME})\)"
    rf"(?! (?:and|returns?|will|is|are|has|have|joins?|plays|stars?|said|says|told|tells|who|was|were|would|had|posted|"
    rf"wrote|also|"
    rf"may|might|could|left|leaves|exits|stays|remains|reprises|signed|shared|joked|spoke|hopes)\b)(?!,? (?:and "
    rf")?[^(),.]{{3,40}} \()"
)
# "Title: Renewed for a third season" is an entry of a list of fates.
FATED = regex(
    rf"^(?:\d+[.)]? )?[“‘\"]?(?P<name>{WHOLE_TITLE_NAME})[”’\"]?(?: \([^)]*\))?(?::| [–—-]) (?:[Aa]lready |[Oo]fficially |"
    rf"[Nn]ot (?:yet )?"
    r"|[Ss]till )?(?:[Rr]enewed|[Cc]ancell?ed|[Ee]nd(?:s|ed|ing)\b|[Aa]xed|[Pp]icked up|[Ss]afe\b|[Oo]n the bubble|"
    r"[Uu]ndecided|[Pp]ending|"
    r"TBD|TBA|[Ff]inal season|[Rr]eturn(?:s|ing)\b|[Oo]rdered|[Ss]aved|[Dd]ecided|[Aa]waiting|[Tt]he (?:\w+ )?season)"
)


def in_list(block: str) -> re.Match[str] | None:
    """Match an entry "Title (Network)" of a list of series."""
    return IN_LIST.match(block) if "(" in block else None  # to read a name to its end is slow


ONE_WORD = r"[A-Z][\w’-]*\+?"
# Known names that mean something else, too: a man, the heavens, those who watch.
_COMMON_WORDS = frozenset({"Audience", "Stan", "Sky", "Global", "Max", "Dave", "Gold", "Now", "Quest", "Alibi", "Really", "Yes"})
_LEAST_ENTRIES = 2  # of such a list below a name, which is then that of a network
_KNOWN = regex(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(NETWORKS, key=len, reverse=True))})(?!\w)")
_ORDERS = (
    r"renew(?:s|ed)|order(?:s|ed)|cancel(?:s|led|ed)|axe[sd]|greenli(?:t|ghts?)|greenlit|recommission(?:s|ed)|commission(?:s|"
    r"ed)|pick(?:s|ed) up|"
    r"announce[sd]|confirm(?:s|ed)|scrap(?:s|ped)|hand(?:s|ed)|pull(?:s|ed) the plug|opted|chose to|will (?:launch|"
    r"co-produce|not be moving)|yet to (?:renew|cancel|decide|make a decision|order)|"
    r"acquire[sd]|(?:is )?(?:pleased|delighted|proud|thrilled|excited) to|is yet to|(?:has|have)(?:n[’']t| not) (?:yet |"
    r"officially )?(?:renewed|cancel|ordered|said|announced)"
)
_WORDS = (
    r"reveal(?:s|ed)|said|says|declined|decided|would not|to us|told|tells|claims|blamed|is keeping quiet|boasted|credited|"
    r"disput(?:es|ed)|den(?:ies|ied)|insist(?:s|ed)|describ(?:es|ed)|will (?:not )?(?:wait|say|carry|air|show|stream|screen)|"
    r"took|pencilled in|slated|aired|airs|carries|commissions|pull(?:s|ed)|shelved|binned|killed|given|gave|"
    r"would(?: not|n[’']t) (?:say|comment|discuss)|does(?: not|n[’']t) (?:publish|release|comment|disclose)|pencilled|paid for|"
    r"shelled out|put out|bought (?:it|the (?:show|series|drama))|holding (?:it|a slot|the)|sticking to|counts|schedule[sd]|"
    r"wants (?:it|this|the (?:show|series)|an?|more)|rang"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LED = (
    r"(?:has |have |had |is |are |today |now |also |since |already |finally |just |previously |officially |quietly |still |"
    rf"(?:on )?{_DAY} |yesterday |last (?:week|month|year|{_DAY}) |this (?:week|morning|month) )*"
)
_ORDERING = regex(rf"(?P<name>{WHOLE_TITLE_NAME})(?:,? (?:and|which|who) [^.,;]{{0,40}})?,? {_LED}(?:{_ORDERS})\b")
_SAYING = regex(rf"(?P<name>{TITLE_NAME}) {_LED}(?:{_WORDS})\b")
_OWNING = regex(
    rf"(?P<name>{TITLE_NAME})[’']s (?:[a-z-]+ ){{0,2}}(?:drama|series|serial|sitcom|soap|saga|comedy|thriller|mystery|hit|"
    rf"show|original|chief|boss|"
    rf"head|flagship|slate|podcast|insiders?|press office|own [Tt]op)"
)
_SPEAKING_FOR = regex(
    rf"\b(?:spokes\w+|publicist|drama|content|president|representatives?|anyone|someone|somebody|executives?) (?:for|at|of) "
    rf"(?P<name>{TITLE_NAME})"
)
_ACCORDING = regex(rf"\b(?:per|according to) (?P<name>{TITLE_NAME})(?=[,. ])")
# Whose people, programmes and subscribers an article speaks of.
_STAFF = regex(
    rf"(?P<name>{TITLE_NAME})(?:[’']s)? (?:(?:programming|drama|comedy|content|scripted|entertainment|commissioning|head|senior|"
    rf"chief) )*(?:president|controller|chief|boss|head|executives?|commissioners?|spokes\w+|schedule|slate|line-?up|"
    rf"subscribers|originals?|app)\b"
)
_SHOWN = regex(
    rf"\b(?:stream(?:s|ed|ing)?|air(?:s|ed|ing)?|shown|available|premier(?:es|ed|ing)|broadcast|watch(?:ed)?|launch(?:es|ed)|"
    rf"viewers|repeats?|debut(?:s|ed)?|home) (?:\w+ )?(?:on|at|by|for|via) (?:the )?(?P<name>{TITLE_NAME})|"
    rf"\b(?:order|renewal|pick-?up) (?:at|by|from) (?:the )?(?P<orderer>{TITLE_NAME})"
)
_SHOWS_IT = regex(
    rf"(?P<name>{TITLE_NAME}) {_LED}(?:shows|showed|airs|aired|broadcasts?|streams|streamed|carries|carried|screens|screened) "
    r"(?:the (?:[\w-]+ ){0,2}?(?:show|series|drama|comedy|sitcom|thriller|programme|episodes|season)\b|it\b|[“‘]|all |both |new "
    r"episodes)"
)
_KIND = (
    r"(?:streamer|streaming (?:service|platform|giant)|(?:tv |cable |television )?(?:network|channel)|broadcaster|cabler|"
    r"pubcaster)"
)
# "The streamer Plume", "Plume, the streamer".
_OF_A_KIND = regex(
    rf"\b(?:[Tt]he |[Aa]n? |[a-z]+ ){_KIND},? (?P<name>{TITLE_NAME})|"
    rf"(?P<said>{TITLE_NAME}), (?:the|an?) (?:[\w’-]+ ){{0,4}}?{_KIND}\b"
)
# Only a network has a drama chief, and somebody who speaks for it.
_CHIEF = regex(
    rf"(?P<name>{TITLE_NAME})(?:[’']s)? (?:(?:drama|content|programming|scripted|originals?|entertainment|commissioning|comedy|"
    rf"programmes?) (?:chief|head|boss|president|controller|executive|director|editor|commissioner)|[Hh]ead of (?:drama|"
    rf"content|programming|scripted|originals|comedy|entertainment|programmes)|programmer|programming|(?:spokes\w+|"
    rf"representative|rep|press office)(?= (?:said|says|told|would|did|declined|confirmed|has|had)\b))\b"
)
# What is done to a series by whoever shows it.
_DOES = regex(
    rf"(?P<name>{WHOLE_TITLE_NAME})(?: (?:[Ww]ednes|[Tt]ues)day)? {_LED}(?:is(?: not|n[’']t) done with|drop(?:s|ped)|axe[sd]|"
    rf"scrap(?:s|ped)|"
    rf"pass(?:es|ed|ing) on|let go of|rescue[sd]|save[sd]|buri(?:es|ed)|cancel(?:s|led|ed)|shelve[sd]|renew(?:s|ed)|bring(?:s)? "
    rf"back|brought back|snapped up|walked away from|walks away from|keeps faith with|sticks with|stuck with|pulled|dump(?:s|ed)|"
    rf"ditche[sd]) (?:it\b|(?:the|this|its) (?:[\w-]+ ){{0,3}}?(?:show|series|serial|drama|comedy|sitcom|thriller|soap|season|"
    rf"programme|saga)\b|[“‘\"]|(?:an?|another) (?:[\w-]+ )?(?:season|series|run)\b)"
)
# A second channel, or the place to watch it all again, has the name of its owner.
_BRAND = regex(rf"(?P<name>{ONE_WORD}) (?:Player|Play|Plus|Anywhere|Replay|Two|Now|Go|Drama)(?=[ .,;:)]|$)")
# A headline that begins with what one who is no person does to a title.
_HEADLINED = regex(rf"^(?P<name>{ONE_WORD}) [A-Z]?[a-z]+s\b[^“‘\"]{{0,40}}[“‘\"]")
_ON = regex(
    rf"\b(?:on|(?<!according )to|by|from|for|at|among|off|over at|exclusively on) (?:the )?(?P<name>{TITLE_NAME})"
    r"(?! [Ss](?:eason|eries)\b)(?=[ ,.;:)?!]|$)"
)
_FOLLOWS = regex(r" (?:in|on|at|from|with) ")  # "on Sable Go in 2026"
LOOKED = 30_000  # characters: what an article is about it says by then, and a flood of capitals costs no more than this


_PLACES = (  # where networks stand, and how many votes a name has for standing there
    (_ORDERING, 2),
    (_SHOWS_IT, 2),
    (_OF_A_KIND, 2),
    (_CHIEF, 2),
    (_DOES, 2),
    (_SAYING, 1),
    (_OWNING, 1),
    (_BRAND, 1),
    (_SPEAKING_FOR, 1),
    (_STAFF, 1),
    (_SHOWN, 1),
    (_ON, 1),
)


def networks_of(article: Article, blocks: Sequence[str], texts: Sequence[str], people: dict[str, str]) -> set[str]:
    """Return who orders and airs: names that are known, do what only networks do, or stand twice where networks stand.

    ``texts`` are its sentences.
    """
    votes, ordering = _votes(article, blocks, texts)
    known = {found[0] for found in each(_KNOWN, texts)}
    known = {name for name in known if name not in _COMMON_WORDS or votes[name]}
    outlet = fold(article.outlet or "")
    for name in list(votes):
        votes[name] += bool(fold(name)) and fold(name) in outlet
        votes[name] += name.endswith(("+", " TV"))
    apart = {
        name: count
        for name, count in votes.items()
        if " and " not in name or not all(part in votes for part in name.split(" and "))
    }
    both = {part for name in votes if " and " in name and votes[name] >= 2 for part in name.split(" and ") if votes[part]}
    found = {name for name, count in apart.items() if count >= 2 and _is_enough(article, people, name, count, ordering[name])}
    return {name for name in known | both | found if not (is_paper(name) or _is_several_people(name, people))}


def _is_several_people(name: str, people: dict[str, str]) -> bool:
    """Say whether a name joins those of people: "Creators Ana Ruiz and Jo Kim" have announced it."""
    return " and " in name and any(" " in full and full in name for full in people.values())


def _votes(article: Article, blocks: Sequence[str], texts: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """Count the places where names stand that are networks', and those among them where a network orders."""
    votes: Counter[str] = Counter()
    ordering: Counter[str] = Counter()
    for pattern, weight in _PLACES:
        for found in each(pattern, texts):
            name, _ = trimmed(_FOLLOWS.split(next(said for said in found.groups() if said).rstrip(",:"))[0])
            name = name.removesuffix("’s").removesuffix("'s")
            votes[name] += weight
            ordering[name] += pattern is _ORDERING
    headed = _HEADLINED.match(article.title or (blocks[0] if blocks else ""))
    if headed:
        votes[headed["name"]] += 1
    for found in each(_ACCORDING, texts):  # said of firms that count viewers as well, so that alone it makes no network
        name, _ = trimmed(found["name"].rstrip(",:"))
        votes[name] += name in votes
    for block in blocks:
        listed = in_list(block)
        if listed:
            votes[listed["network"]] += 2
    votes.update(_heads_of_lists(article))
    return votes, ordering


def _is_enough(article: Article, people: dict[str, str], name: str, count: int, ordered: int) -> bool:
    """Say whether so many votes make a name a network's; the more they are, the less it matters that people bear it too."""
    organised = bool(_ORGANISATION.search(name))
    doubtful = (count < 3 and not ordered) or (len(name.split()) > 1 and not organised)
    return _may_be_network(name, article.title or "", people if doubtful else {}) and (
        fold(name.rsplit(maxsplit=1)[-1]) not in people or organised or count >= 5 or ordered > 0
    )


def _heads_of_lists(article: Article) -> Counter[str]:
    """Return the headings that are names and stand above entries with fates: a page of renewals goes network by network."""
    found: Counter[str] = Counter()
    head, entries = "", 0
    for block in article.blocks:
        text = article.text[block.start : block.end].strip() if block.end <= LOOKED else ""
        if block.kind == "heading":
            head, entries = (text if fullmatch(TITLE_NAME, text) else ""), 0
        elif head and FATED.match(text):
            entries += 1
            found[head] += 3 * (entries == _LEAST_ENTRIES)
    return +found


_ORGANISATION = regex(r"TV|Channel|Network|\+|Canal|Studios?|Media|One|Television|Plus|Play|Prime")


def _may_be_network(name: str, title: str, people: dict[str, str]) -> bool:
    words = name.split()
    return (
        len(name) > 2
        and not name[0].isdigit()
        and not has_honorific(name)
        and words[0].lower() not in NOT_NAMES
        and not names_season(name)
        and fold(name) not in people
        and not (len(words) >= 2 and people and name in people.values())
        and not (len(words) >= 2 and words[-1] in {"Reddit", "Twitter"})
        and not search(r"^(?:I|We|You|He|She|It|They|That|There)[’']", name)
        and name not in TALKING_SITES | SCORE_SITES
        and not (
            len(words) >= 2
            and name in title
            and search(r"^[”’]? (?:[Ss]eason|[Ss]eries|[Rr]eview|[Rr]ecap|returns)", title.partition(name)[2])
        )
    )


def names_season(name: str) -> bool:
    """Say whether a name speaks of a season or episode, and so is of a part of a series."""
    return bool(search(r"^(?:Season|Series|Episode)\b|\b(?:Season|Series|Episode) (?:\d|One|Two|Three|Four|Five|Six)\b", name))
