"""Language and genre guessed from titles: nothing else about them is in the public figures.

The words are few and plain on purpose: a genre that is not guessed is "unknown", and the model is told so.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

# Scripts first, then the word for "season" that the local title carries.
LANGUAGES: dict[str, str] = {
    "Korean": r"[가-힣]",
    "Japanese": r"[ぁ-ゟ゠-ヿ]",
    "Chinese": r"[一-鿿]",
    "Thai": r"[ก-๛]",
    "Arabic": r"[؀-ۿ]",
    "Indic": r"[ऀ-ൿ]",
    "Spanish or Portuguese": r"(?i)\b(temporada|miniserie|serie limitada|minissérie|série limitada|parte)\b",
    "German": r"(?i)\b(staffel|miniserie|teil)\b",
    "French": r"(?i)\b(saison|mini-série|partie)\b",
    "Turkish or Polish": r"(?i)\b(sezon)\b",
    "Nordic": r"(?i)\b(säsong|sesong|sæson|kausi)\b",
    "Italian": r"(?i)\b(stagione)\b",
}

GENRES: dict[str, str] = {
    "kids": (
        r"(?i)\b(kids|baby|babies|nursery|peppa|paw patrol|barbie|lego|cocomelon|pokémon|pokemon|little|puppy|pony|ponies|"
        r"dinosaurs?|dino|camp cretaceous|trolls|ninjago|trucks?|mighty|academy|princess|unicorn|bheem|ranger|rangers|"
        r"transformers|dreamworks|sonic|gabby'?s|motown magic|storybots|octonauts|boss baby|dragons|school|junior|toys?)\b"
    ),
    "anime": (
        r"(?i)\b(anime|baki|kengan|naruto|boruto|jojo'?s|gundam|pokémon|hunter|demon slayer|titan|one piece|"
        r"evangelion|saint seiya|record of ragnarok|seven deadly|castlevania|isekai|ghoul|shaman|ghost in the shell)\b"
    ),
    "reality": (
        r"(?i)\b(love is blind|too hot to handle|perfect match|the circle|selling|bake|baking|cake|cook|cooking|chef|"
        r"makeover|queer eye|dating|single'?s|singles|housewives|challenge|island|bachelor|ultimatum|nailed it|home|"
        r"homes|house hunters|design|real estate|restaurant|competition|glow up|blown away|drag race|survivor|got talent|"
        r"match|married|wedding|love on|million dollar|yacht|battle|physical|rhythm|rap|terrace house|idol)\b"
    ),
    "docu": (
        r"(?i)\b(murder|killer|crime|crimes|untold|explained|inside|making|story of|secrets?|planet|earth|history|"
        r"documentary|tapes|case|cases|trial|conversations|mystery|mysteries|unsolved|wild|nature|war|cult|scandal|"
        r"confession|who killed|don'?t f|catching|hunt for|last chance|formula 1|drive to survive|break point|full swing|"
        r"chronicles|dirty|files|world'?s most|abstract|street food|chef'?s table)\b"
    ),
    "comedy": (
        r"(?i)\b(comedy|comedians|stand-?up|stand up|standup|comedian|funny|sitcom|show show|laugh|roast|fluffy|jokes?)\b"
    ),
}


def language(local_title: ir.StringValue, *, english: ir.BooleanValue) -> ir.StringValue:
    """Language of the original, guessed from the local title; "other" where nothing tells."""
    cases = [(local_title.re_search(pattern), name) for name, pattern in LANGUAGES.items()]
    return ibis.cases((english, "English"), *cases, else_="other")


def genre_flags(series: ir.StringValue) -> dict[str, ir.BooleanValue]:
    """One flag per genre that the words of the title suggest; several or none may be set."""
    return {name: series.re_search(pattern) for name, pattern in GENRES.items()}
