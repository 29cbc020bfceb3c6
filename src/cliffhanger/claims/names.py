"""Names of people, series and networks as articles write them; no dictionary of people, a short one of networks and titles."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# Capitals and small letters alternate from U+0100 on: those of the ranges count as either. English writes few words with a small
# one of them in front, and thousands of patterns with each letter by itself take seconds to compile.
_EITHER = "Ā-ɏḀ-ỿ"
UPPER = f"A-ZÀ-ÖØ-Þ{_EITHER}Α-ΩА-Я"
LOWER = f"a-zß-öø-ÿ{_EITHER}α-ωа-яё"
_WORD = rf"[{UPPER}](?:[’'][{UPPER}])?[{LOWER}]+(?:[{UPPER}][{LOWER}]+)?"  # "Jack", "O’Shea", "McDonald"
_HYPHENED = rf"{_WORD}(?:[-‐][{UPPER}]?[{LOWER}]+)*(?:[’'][{LOWER}]{{2,}})?"
_INITIAL = rf"[{UPPER}]\.(?:-?[{UPPER}]\.)*"
_PARTICLE = (
    r"(?:de la|de los|del|de|da|dos|do|di|du|van der|van den|van|von der|von|zu|ter|ten|den|der|el|al|ibn|bin|bint|"
    r"ben|af|av|la|le|y)"
)
_NICK = rf" [“\"‘'][{UPPER}][{LOWER}]+[”\"’']"
# Months and seasons after which people are named; "in May Asante was nominated" names no May Asante.
_GIVEN_TOO = frozenset({"January", "April", "May", "June", "August", "Summer", "Autumn", "Winter"})
_NO_MONTH = (  # the letter is asked first: most names begin with none of these
    rf"(?!(?=[AJMSW])(?={'|'.join(sorted(_GIVEN_TOO))})(?:(?<=\b[Ii]n )|(?<=\d )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Ll]ast )|"
    r"(?<=[Tt]his )|(?<=[Nn]ext )|(?<=[Ll]ate )|(?<=[Ee]arly )|(?<=[Mm]id-)|(?<=\bfrom )|(?<=\bfor )))"
)
# Two to five parts: "Kaya Scodelario", "María José Iglesias", "K. R. Ushadevi", "Anneke de Wit", "Ravi “Spark” Sen".
FULL_NAME = rf"{_NO_MONTH}(?:{_HYPHENED}|{_INITIAL})(?:(?:{_NICK})?(?: {_PARTICLE})? (?:{_HYPHENED}|{_INITIAL})){{1,3}}"
ONE_NAME = rf"{_HYPHENED}"
SOMEBODY = re.compile(rf"{FULL_NAME}|{ONE_NAME}")
_NO_DATES = (  # that a capital follows is asked first: it fails sooner than the days do
    rf"(?=[{UPPER}])(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|"
    r"September|October|November|December|May(?= \d))\b)"
)
# What a series, a company or an award may be called: capitalised words, with small words and signs between them.
_TITLE_WORD = rf"(?:{_NO_DATES}[{UPPER}][{UPPER}{LOWER}\d’'-]*(?<![’'-])\+?|\d+)"


def _title(word: str) -> str:
    small = r"of|the|and|a|an|in|on|for|to|with|at|from|de|del|la|las|los|et|und|der|die|das|le| &"
    return rf"{word}(?:(?: (?:{small})|(?: &)?){{0,3}} {word}){{0,6}}"


TITLE_NAME = _title(_TITLE_WORD)
# The same where no letters follow: no word need be tried again with fewer of its own, which takes long.
WHOLE_TITLE_NAME = _title(rf"(?>{_TITLE_WORD})")

HONORIFICS = """
    Admiral Advocate Agent Aunt Auntie Baby Baron Bishop Brother Captain Chairman Chef Chief Coach Colonel Commander
    Conductor Constable Count Countess Dame Deputy Detective Director Doctor Don Doña Dr Dr. Duchess Duke Emperor Father
    Frau Garda General Grandma Grandpa Harbourmaster Herr Imam Inspector Judge Justice King Lady Lieutenant Little Lord
    Madame Major Marshal Master Miss Mistress Monsieur Mother Mr Mr. Mrs Mrs. Ms Ms. Nurse Officer Old Pastor President
    Prince Princess Principal Private Prof Prof. Professor Queen Rabbi Reverend Section Senator Sergeant Señor Señora
    Sheriff Sir Sister Station Superintendent Team Uncle Warden
""".split()
_HONORIFIC = re.compile(rf"(?:the )?(?:{'|'.join(re.escape(word) for word in sorted(HONORIFICS, key=len, reverse=True))})\b")

# No name of a series follows one of these, so that a capital behind it says that it is a part of one: "I Am Not Okay With This".
PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they"})
# Words that begin sentences or name things with a capital and are no part of a person's name.
NOT_NAMES = frozenset(
    """
    a according actor actress after again all allegedly already also although an and animation another anyone anything
    apparently apr april as asked at audience aug august autumn bad bafta because before best big both boxing but by
    cameras cast chapter chief christmas co comedy commenting composer composers corrected correction creator crew critics
    date dec december despite director don't dont don’t drama during each earlier early easter editor editors eight eleven
    elsewhere emmy episode episodes even every everyone everything executive facts fall fans feb february few filming
    first five following for fortunately four friday from further golden good grade great halloween he head her here his
    hopefully how however i ideally if in insiders it its january jul july june just last late later lead leading
    leads less let long look man many mar march may meanwhile men monday more most network new newcomer newcomers next
    neither nine no nobody nor not note notes nothing nov november now oct october of officially old on one only or oscar our
    overseas part people please plot previously producer production quick ranked rating ratings read recap release reportedly
    reports review reviews rookie sadly saturday season second see sep sept september series seven several she short show
    showrunner since six so some someone something sources speaking spoiler spoilers spring star starring stars still stop
    streamer studio summer sunday technically ten that the their then there these they third this those though three
    thriller thursday tickets to today tomorrow tonight trailer tuesday twelve two unfortunately until update updated
    veteran veterans viewers volume watch we wednesday well what whatever when where which while who why winter with
    without woman women writer yes yesterday yet you your
""".split()
)
# Where people talk of series, and where series are judged: neither is a network or a series.
TALKING_SITES = frozenset({"Instagram", "Facebook", "Twitter", "X", "TikTok", "Reddit", "Discord"})
SCORE_SITES = frozenset(
    {
        "Rotten Tomatoes",
        "IMDb",
        "IMDB",
        "Metacritic",
        "MyDramaList",
        "MyAnimeList",
        "Letterboxd",
        "TMDB",
        "AlloCiné",
        "Filmweb",
        "Douban",
    }
)
NETWORKS = tuple(
    name.strip()
    for name in """
    Netflix, HBO Max, HBO, Max, Disney+, Disney Plus, Hulu, Amazon, Amazon Prime Video, Prime Video, Apple TV+, Apple TV,
    Peacock, Paramount+, Paramount Plus, Showtime, Starz, AMC+, AMC, FX, FXX, Fox, NBC, CBS, ABC, The CW, CW, Syfy, SYFY,
    USA Network, TNT, TBS, Freeform, MTV, BET+, BET, Lifetime, Hallmark, Bravo, A&E, PBS, BBC One, BBC Two, BBC Three,
    BBC, ITV, ITVX, ITV1, Channel 4, Channel 5, Sky Atlantic, Sky, BritBox, Acorn TV, RTÉ, Canal+, TF1, France 2, Arte,
    ZDF, ARD, RTL, Joyn, Rai, RAI, Mediaset, Movistar+, RTVE, Antena 3, Telecinco, SVT, NRK, DR, Yle, Viaplay, TV 2, TV4,
    Videoland, NPO, VRT, Zee5, SonyLIV, Hotstar, JioHotstar, tvN, JTBC, KBS, SBS, MBC, ENA, Tving, Wavve, NHK, TBS Japan,
    Fuji TV, TV Tokyo, Crunchyroll, Funimation, Hidive, iQIYI, Viki, Globoplay, Televisa, Telemundo, Univision, Stan,
    Binge, Foxtel, ABC Australia, SBS Australia, CBC, CTV, Crave, Global, Showcase, Tubi, Roku, Roku Channel, YouTube,
    Facebook Watch, Quibi, Spectrum, Audience, Pop TV, CMT, TV Land, Comedy Central, Adult Swim, Cartoon Network,
    Nickelodeon, VH1, History, National Geographic, Discovery+, MGM+, Epix, Shudder, Sundance Now, ALLBLK, UKTV, Dave,
    Alibi, S4C, TG4
""".replace("\n", " ").split(",")
)

# Papers and sites that write of television: what they confirm is on their word and nobody's who owns a series. Names that
# begin sentences as common words, too ("People", "Metro"), are left out.
PAPERS = tuple(
    " ".join(name.split())
    for name in """
    Variety, Deadline, The Hollywood Reporter, Hollywood Reporter, THR, TVLine, TheWrap, The Wrap, Entertainment Weekly,
    EW, Us Weekly, Vulture, IndieWire, Collider, Screen Rant, ScreenRant, CBR, Den of Geek, Digital Spy, Radio Times,
    What’s on Netflix, Polygon, The Verge, Gizmodo, IGN, Vanity Fair, Rolling Stone, Entertainment Tonight, TV Guide, TV
    Insider, The Ankler, Bloomberg, Reuters, Associated Press, AFP, Forbes, Business Insider, The Guardian, The New York
    Times, New York Times, The Washington Post, Washington Post, Los Angeles Times, The Wall Street Journal, Wall Street
    Journal, The Daily Telegraph, Daily Mail, Daily Mirror, The Independent, Screen Daily, Screen International,
    Pinkvilla, Bollywood Hungama, Hindustan Times, Times of India, India Today, Soompi, Yonhap, Der Spiegel, DWDL, Le
    Monde, El País, Corriere della Sera
""".split(",")
)


_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}  # what is neither letter nor figure


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a name for comparison: no accents, no case, no punctuation, single spaces."""
    plain = text.replace("’", "'")
    if plain.isascii():
        return " ".join(plain.lower().translate(_SPACED).split())
    plain = unicodedata.normalize("NFKD", plain)
    kept = "".join(c if c.isalnum() else " " for c in plain.casefold() if not unicodedata.combining(c))
    return " ".join(kept.split())


# What the last word of a name says that names a company, a paper, a channel or a place, and no person.
ORGANISATIONS = frozenset(
    """
    academy agency agents app artists association awards beam bugle bulletin channel chronicle club college content courier
    daily department digest digital distribution echo entertainment examiner express festival films foundation gazette globe
    group guild herald holdings inc inquirer insider institute journal ledger limited ltd magazine media mirror motion network
    networks news observer originals partners pictures player plus post press productions radio records reporter rights road
    school sentinel society street studio studios syndicate telegraph television theatre theater times tribune trust tv union
    university ventures weekly wire works world
    """.split()
)


@lru_cache(maxsize=1024)  # of an article's names each is asked about several times
def is_person(name: str) -> bool:
    """Say whether capitalised words may name a person: none of them is a common word or a name of something else."""
    parts = name.split()
    if parts[-1].lower().strip(".,’'") in ORGANISATIONS or (
        len(parts) > 1 and parts[0] in {"Channel", "Canal", "Radio", "Studio"}
    ):
        return False
    given = parts[0] in _GIVEN_TOO and len(parts) == 2
    return not any(_common(part) for part in parts[given:] if part[0].isupper()) and len(parts) <= 6


def _common(word: str) -> bool:
    """Say whether a word is no part of a name, nor any part of it where it has hyphens ("Writer-creator")."""
    return all(part in NOT_NAMES for part in word.lower().strip(".,’'").replace("‐", "-").split("-"))


def is_paper(name: str) -> bool:
    """Say whether a name is that of a paper or site that is known to write of television."""
    return fold(name) in _folded_papers()


@cache
def _folded_papers() -> frozenset[str]:
    return frozenset(fold(short) for name in PAPERS for short in (name, name.removeprefix("The ")))


def has_honorific(name: str) -> bool:
    """Say whether a name begins as characters' names do: "Detective Ruth Amsel", "the Keeper"."""
    return bool(_HONORIFIC.match(name)) or name.startswith("the ")


def without_rank(name: str) -> str:
    """Leave a job before a character's name out where a full name follows it: "Detective Ruth Amsel" is Ruth Amsel."""
    jobs = r"(?:Detective|Team Leader|Advocate|Public Prosecutor|Agent)"
    return re.sub(rf"^{jobs} (?=[{UPPER}][{LOWER}-]+ [{UPPER}])", "", name)


# What begins a question or describes somebody, and may be a surname all the same: no part of a name only where it leads.
_LEADS_NO_NAME = frozenset(
    "are besides can could did do does enter exit had has have introducing is should was were whether would young".split()
)
_DESCRIBES = re.compile(r"[\w’'-]+-(?:born|based|bred|raised|winning|nominated|trained|turned)$")

# "Scriptwriter Joan Petherick", "Fishmonger Len Garbutt": a trade in front of a full name.
_TRADE = re.compile(
    r"(?:[\w-]*(?:writer|director|producer|editor|runner|grapher|designer|wright|novelist|monger|keeper|caster|presenter|manager|"
    r"maker|illustrator|comedian|musician|singer|teacher|artist|journalist|organiser|organizer|spokes\w+)|lawyer|poet|bassist)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def trimmed(name: str) -> tuple[str, int]:
    """Leave leading words that are no part of a name out ("Unfortunately Juno Prescott"); return the rest and how much went."""
    cut = 0
    while True:
        head, _, rest = name[cut:].partition(" ")
        if cut == 0 and head in _GIVEN_TOO and " " not in rest and rest not in NETWORKS:
            return name, 0  # "June Havilland", but "In June Vela", "April Maya Lin"
        asks = head == "Will" and " " in rest  # "Will Odette Farrow be back", but Will Farrow
        trade = head[:1].isupper() and rest[:1].isupper() and " " in rest and _TRADE.match(head)
        if not rest or not (asks or trade or _common(head) or head.lower() in _LEADS_NO_NAME or _DESCRIBES.match(head)):
            return name[cut:], cut
        cut += len(head) + 1


NAME_ALONE = re.compile(rf"^(?P<name>{FULL_NAME})[,.]?$")
_NAME_AS = re.compile(rf"^{FULL_NAME} (?:as|plays|–|-) [^.;:]{{2,60}}$")


def below_a_list(above: str) -> bool:
    """Say whether the line above begins a list of names or belongs to one: lists often have no bullets."""
    line = above.rstrip()
    return line.endswith(":") or bool(NAME_ALONE.match(line)) or bool(_NAME_AS.match(line))
