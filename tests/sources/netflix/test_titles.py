"""Titles as the publisher has printed them, and laws that hold for any text."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from cliffhanger.sources.netflix import titles
from cliffhanger.sources.netflix.titles import (
    LATEST_NUMBER,
    Refusal,
    SeasonName,
    parse_title,
    series_key,
    split_local,
)

SERIES_MIN, SPECIAL_MIN = 400, 60


def season(title: str, runtime_min: int | None = SERIES_MIN, *, films_mixed: bool = False) -> SeasonName:
    name = parse_title(title, runtime_min=runtime_min, films_mixed=films_mixed)
    assert isinstance(name, SeasonName), name
    return name


def read(title: str) -> tuple[str, int, int | None, str]:
    name = season(title)
    return name.series, name.season, name.part, name.label


def refusal(title: str, runtime_min: int | None = SERIES_MIN, *, films_mixed: bool = False) -> str:
    name = parse_title(title, runtime_min=runtime_min, films_mixed=films_mixed)
    assert isinstance(name, Refusal), name
    return name.reason


# Examples: one printed title for each trap


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Spinning Out: Season 1", ("Spinning Out", 1, None, "season")),
        ("Grey's Anatomy: Season 17", ("Grey's Anatomy", 17, None, "season")),
        ("One Outs: season 1", ("One Outs", 1, None, "season")),
        ("Not Others: Season1", ("Not Others", 1, None, "season")),
        ("Horrid Henry: Series 3", ("Horrid Henry", 3, None, "season")),
        ("Survivor (2000): Season 32: Kaôh Rōng", ("Survivor (2000)", 32, None, "season")),
        ("Green Eggs and Ham: Season 2: The Second Serving", ("Green Eggs and Ham", 2, None, "season")),
        ("The Uncanny Counter: Season 2: Counter Punch", ("The Uncanny Counter", 2, None, "season")),
        ("LEGO Ninjago: Season 1 - Secrets of Forbidden Spinjitzu", ("LEGO Ninjago", 1, None, "season")),
        ("Arrested Development: Season 4 Remix: Fateful Consequences", ("Arrested Development", 4, None, "season")),
        ("Butt Detective: Season 2, Season 3 (Episodes 14-39)", ("Butt Detective", 2, None, "season")),
        ("Love Is Blind: S10: Ohio", ("Love Is Blind", 10, None, "season")),
        ("Home: The Season 3", ("Home", 3, None, "season")),
        ("What If?: Season 1\u200e", ("What If?", 1, None, "season")),
        ("Armed and Deadly: Police UK Season 1", ("Armed and Deadly: Police UK", 1, None, "season")),
        ("Re:ZERO -Starting Life in Another World- Season 2", ("Re:ZERO -Starting Life in Another World", 2, None, "season")),
    ],
)
def test_numbered_seasons(title, expected):
    assert read(title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ozark: Season 4 Part 1", ("Ozark", 4, 1, "season")),
        ("BAKI: Season 1: Part 2", ("BAKI", 1, 2, "season")),
        ("First Team: Juventus: Season 1: Part B", ("First Team: Juventus", 1, 2, "season")),
        ("The World's Most Extraordinary Homes: Season 2 Part A", ("The World's Most Extraordinary Homes", 2, 1, "season")),
        ("The Chef Show: Season 1 - Volume 3", ("The Chef Show", 1, 3, "season")),
        ("44 Cats: Season 2 (Part 2)", ("44 Cats", 2, 2, "season")),
        ("LEGO Ninjago: Season 4 Crystallized - Part 2", ("LEGO Ninjago", 4, 2, "season")),
        ("Polly Pocket: Season 4: Part 2: Tiny Taste Adventure", ("Polly Pocket", 4, 2, "season")),
        ("Power Players: Season 1 (Batch C)", ("Power Players", 1, 3, "season")),
        ("Somewhere: Season 2: Part II", ("Somewhere", 2, 2, "season")),
        ("Poo Poo in Nature: Season 1 - Season 5", ("Poo Poo in Nature", 1, None, "season")),
    ],
)
def test_parts_of_a_numbered_season(title, expected):
    assert read(title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Lupin: Part 2", ("Lupin", 2, None, "part")),
        ("Money Heist: Part 5", ("Money Heist", 5, None, "part")),
        ("Unsolved Mysteries: Volume 3", ("Unsolved Mysteries", 3, None, "part")),
        ("Skins (2007): Vol. 4", ("Skins (2007)", 4, None, "part")),
        ("The Creature Cases: Chapter 3", ("The Creature Cases", 3, None, "part")),
        ("Avatar: The Last Airbender: Book 2", ("Avatar: The Last Airbender", 2, None, "part")),
        ("Weak Hero: Class 2", ("Weak Hero", 2, None, "part")),
        ("The Great British Baking Show: Collection 12", ("The Great British Baking Show", 12, None, "part")),
        ("The OA: Part II", ("The OA", 2, None, "part")),
        ("HERO MASK: Part l", ("HERO MASK", 1, None, "part")),
        ("HERO MASK: Part ll", ("HERO MASK", 2, None, "part")),
        ("Lupin the Third: PART 6", ("Lupin the Third", 6, None, "part")),
        ("Pokémon Horizons: The Series: Part1", ("Pokémon Horizons: The Series", 1, None, "part")),
        ("Homestead: Part Two", ("Homestead", 2, None, "part")),
    ],
)
def test_a_part_volume_chapter_or_book_numbers_a_title_that_nothing_else_numbers(title, expected):
    assert read(title) == expected
    assert season(title).label == "part"


@pytest.mark.parametrize("title", ["Wormwood: Chapters 1-6", "I am Solo: Part 21 - 24"])
def test_a_range_of_chapters_is_no_number(title):
    assert read(title) == (title, 1, None, "unnumbered")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Stranger Things 4", ("Stranger Things", 4, None, "alias")),
        ("Tiger King 2", ("Tiger King", 2, None, "alias")),
        ("Barbarians: II", ("Barbarians", 2, None, "alias")),
        ("Barbarians II", ("Barbarians", 2, None, "alias")),
        ("The Mire '97", ("The Mire", 2, None, "alias")),
        ("The Snow Girl: 2. The Soul Game", ("The Snow Girl", 2, None, "alias")),
        ("DAHMER: Monster: The Jeffrey Dahmer Story", ("Monster", 1, None, "alias")),
        ("Demon Slayer: Kimetsu no Yaiba: Mugen Train Arc", ("Demon Slayer: Kimetsu no Yaiba", 2, 1, "alias")),
        ("Demon Slayer: Kimetsu no Yaiba: Swordsmith Village Arc", ("Demon Slayer: Kimetsu no Yaiba", 3, None, "alias")),
        ("Attack on Titan: The Final Season", ("Attack on Titan", 4, 1, "alias")),
        ("Attack on Titan: The Final Season Part 3", ("Attack on Titan", 4, 3, "alias")),
        ("Cable Girls: Final Season: Part 2", ("Cable Girls", 5, 2, "alias")),
        ("BEASTARS: Final Season", ("BEASTARS", 3, 1, "alias")),
        ("KENGAN ASHURA: Part l", ("KENGAN ASHURA", 1, 1, "alias")),
        ("KENGAN ASHURA: Part ll", ("KENGAN ASHURA", 1, 2, "alias")),
        ("Shadowhunters: The Mortal Instruments: Season 3B", ("Shadowhunters: The Mortal Instruments", 3, 2, "alias")),
    ],
)
def test_what_no_grammar_can_know_stands_in_the_aliases(title, expected):
    assert read(title) == expected
    assert read(f"{title} // a local title") == expected


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("New Amsterdam (2018): Season 4", "New Amsterdam: Season 4"),
        ("Half Bad: The Bastard Son & The Devil Himself: Season 1", "The Bastard Son & The Devil Himself: Season 1"),
        ("Nevertheless,: Season 1", "Nevertheless: Limited Series"),
        ("Dr.STONE: Season 2", "Dr. Stone: Season 2"),
        ("Pokemon: Season 1", "Pokémon: Season 1"),
        ("Locke and Key: Season 1", "Locke & Key: Season 1"),
        ("Single’s Inferno: Season 2", "Single's Inferno: Season 2"),
    ],
)
def test_spellings_of_one_series_meet_in_one_key(printed, meant):
    assert season(printed).key == season(meant).key


@pytest.mark.parametrize(
    ("title", "n"),
    [
        ("Stromberg: Staffel 5", 5),
        ("Rebelde Way (2002): Temporada 2", 2),
        ("Titeuf (2001): Saison 2", 2),
        ("Un medico in famiglia: Stagione 4", 4),
        ("Infamia: Sezon 1", 1),
        ("Las fierbinti: Sezonul 3", 3),
        ("Van de Kaart: Seizoen 1", 1),
        ("Bron: Säsong 2", 2),
        ("Bedrag: Sæson 3", 3),
        ("Ragnarok: Sesong 2", 2),
        ("Karppi: Kausi 3", 3),
        ("Pada Zaman Dahulu: Musim 1", 1),
        ("Мастер: Сезон 2", 2),
        ("Ishura: シーズン1", 1),
        ("The Glory: 시즌 1", 1),
        ("Show: الموسم 2", 2),
        ("Show: موسم 2", 2),
        ("Show: ฤดูกาล 2", 2),
        ("Show: Mùa 2", 2),
        ("Kulüp: 2. Sezon", 2),
        ("Show: 3ª Temporada", 3),
        ("The Eminence in Shadow: 1st Season", 1),
        ("Shangri-La Frontier: 2nd Season", 2),
        ("Ace of Diamond: Second Season", 2),
        ("Ace of Diamond: Season Two", 2),
        ("Ace of Diamond: Season II", 2),
        ("Show: 第 2 季", 2),
        ("Show: 第2期", 2),
        ("In Between: 第一季", 1),
        ("Show: Season ４", 4),
    ],
)
def test_season_words_in_other_languages_ordinals_and_numerals(title, n):
    name = season(title)
    assert (name.series, name.season, name.label) == (title.rsplit(": ", 1)[0], n, "season")


@pytest.mark.parametrize("tail", ["Limited Series", "Limited series", "Mini-Series", "Miniseries", "Mini Series"])
def test_a_limited_series_is_a_first_season_with_that_label(tail):
    assert read(f"Unorthodox: {tail}") == ("Unorthodox", 1, None, "limited")


def test_the_local_title_is_cut_off_and_kept():
    name = season("The Glory: Season 1 // 더 글로리: 시즌 1")
    assert (name.series, name.season, name.local_title) == ("The Glory", 1, "더 글로리: 시즌 1")
    assert split_local("A Love So Beautiful: Season 1 // 致我們 // 致我们") == (
        "A Love So Beautiful: Season 1",
        "致我們 // 致我们",
    )
    assert split_local("  The   Glory  //  더  글로리 ") == ("The Glory", "더 글로리")


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Raw: June 23, 2025", "event: wrestling night"),
        ("WWE Survivor Series: 2024", "event: wrestling night"),
        ("Royal Rumble 2025", "event: wrestling night"),
        ("Jake Paul vs. Mike Tyson", "event: live sport"),
        ("Christmas Gameday: Ravens vs. Texans", "event: live sport"),
        ("The 30th Annual Screen Actors Guild Awards", "event: award show"),
        ("The Roast of Tom Brady", "event: a single live show"),
        ("Bridgerton: Fireplace", "event: a fireplace"),
        ("Attack on Titan: Part 1", "a film"),
    ],
)
def test_events_are_no_seasons(title, reason):
    assert refusal(title) == reason
    assert refusal(title.upper() + " // local") == reason


@pytest.mark.parametrize("title", ["Awards Season: Season 1", "Fireplace Tales: Season 1", "Raw: Season 1"])
def test_a_series_that_sounds_like_an_event_is_one(title):
    assert season(title).season == 1


def test_runtime_tells_an_unnumbered_series_from_a_special():
    assert read("The Pacific") == ("The Pacific", 1, None, "unnumbered")
    assert season("The Pacific", 150).label == "unnumbered"
    assert "a special" in refusal("Dave Chappelle: The Dreamer", 149)
    assert "no runtime" in refusal("The Pacific", None)


@pytest.mark.parametrize(
    ("title", "series", "n"),
    [("Psycho-Pass 3", "Psycho-Pass", 3), ("Our Show: II", "Our Show", 2), ("Love Naggers: 2024", "Love Naggers: 2024", 1)],
)
def test_a_number_at_the_end_of_an_unnumbered_series(title, series, n):
    assert read(title) == (series, n, None, "unnumbered")


def test_a_sheet_that_holds_films_too_gives_numbered_titles_only():
    assert season("Bridgerton: Season 2", None, films_mixed=True).season == 2
    assert season("Inside Job: Part 2", None, films_mixed=True).label == "part"  # the ledger looks for it on a television sheet
    assert "films" in refusal("Stranger Danger", SERIES_MIN, films_mixed=True)
    assert "films" in refusal("Psycho-Pass 3", SERIES_MIN, films_mixed=True)
    assert "films" in refusal("Open Season 2", SERIES_MIN, films_mixed=True)
    assert season("Stranger Things", None, films_mixed=True).label == "alias"


@pytest.mark.parametrize("title", ["", "   ", "// 더 글로리", ": Season 1", " : Limited Series", "\u200e"])
def test_no_title_is_refused(title):
    assert refusal(title) == "no title"


@pytest.mark.parametrize("n", [0, 2101, 9999])
def test_a_number_that_no_season_has_is_refused(n):
    assert refusal(f"Crims (2020): Season {n}") == f"season number {n} cannot be"


def test_names_of_punctuation_alone_stay_apart():
    assert len({season(f"{name}: Season 1").key for name in ("???", "!!!", "…", "★")}) == 4


# Laws

PIECES = (
    "Season Series Part Volume Chapter Temporada Staffel season Book Limited Awards : :: // - ( ) , . & 第 季 Saison 1 2 0 IV ll "
    "ſ ı İ B vs. Roast Fireplace シーズン 2024 9999 ١ ² Ⅱ ß \u200e \u0345 Ǆ"
)
GLUED = ("Season ", ": ", "Part ", "ı", "ſix", "İ", "1", "X", " // ")
ANY_TITLE = (
    st.text()
    | st.lists(st.sampled_from(PIECES.split(" ")) | st.text(max_size=4), max_size=9).map(" ".join)
    | st.lists(st.sampled_from(GLUED), max_size=9).map("".join)
)
RUNTIMES = st.none() | st.integers(0, 20_000)

# What a name may be made of, so that nothing in it is a number, a season word or an event.
LETTERS = st.characters(categories=("Lu", "Ll", "Lt", "Lo"))
OWN_WORD = re.compile(
    r"season|series|staffel|temporada|saison|stagione|sezon|seizoen|s[äæe]song|s[æa]son|kausi|musim|сезон|シーズン|시즌|"
    r"موسم|ฤดูกาล|mùa|roast|fireplace|awards|gameday|nfl|oscars|emmys|tudum|netflix",
    re.IGNORECASE,
)
NAMES = (
    st.text(LETTERS | st.just(" "), min_size=1, max_size=24)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda name: name and not OWN_WORD.search(name))
)
FORMS = (
    "{name}: Season {n}",
    "{name}: season {n}",
    "{name}: Season{n}",
    "{name}: S{n}",
    "{name}: Series {n}",
    "{name}: Staffel {n}",
    "{name}: Temporada {n}",
    "{name}: {n}ª temporada",
    "{name}: Saison {n}",
    "{name}: Stagione {n}",
    "{name}: Sezon {n}",
    "{name}: {n}. Sezon",
    "{name}: Sezonul {n}",
    "{name}: Seizoen {n}",
    "{name}: Säsong {n}",
    "{name}: Sesong {n}",
    "{name}: Sæson {n}",
    "{name}: Kausi {n}",
    "{name}: Musim {n}",
    "{name}: Сезон {n}",
    "{name}: シーズン{n}",
    "{name}: 시즌 {n}",
    "{name}: الموسم {n}",
    "{name}: ฤดูกาล {n}",
    "{name}: Mùa {n}",
    "{name}: 第 {n} 季",
    "{name}: 第{n}期",
)


@given(title=ANY_TITLE, runtime_min=RUNTIMES, films_mixed=st.booleans())
@example(title="X: Season ı", runtime_min=None, films_mixed=False)
@example(title="X: Part ſix", runtime_min=None, films_mixed=True)
@example(title=": Season 1", runtime_min=None, films_mixed=False)
def test_any_text_is_a_season_or_a_refusal(title, runtime_min, films_mixed):
    """Never raises; a number is one that the tables hold; a key is never empty, for an empty key marks a refused row."""
    name = parse_title(title, runtime_min=runtime_min, films_mixed=films_mixed)
    assert name == parse_title(title, runtime_min=runtime_min, films_mixed=films_mixed)
    if isinstance(name, Refusal):
        assert name.reason
        return
    assert 1 <= name.season <= LATEST_NUMBER
    assert name.part is None or 0 <= name.part <= 99
    assert name.series
    assert name.key == series_key(name.series) != ""
    assert name.label in {"season", "limited", "part", "alias", "unnumbered"}


@given(st.text())
@example("𝐀")  # mathematical capitals become plain ones only in the compatibility form, after the case was folded
@example("＆")
@example("ß\u0345")
def test_a_key_of_a_key_is_the_key(name):
    assert series_key(series_key(name)) == series_key(name)


@given(name=NAMES, n=st.integers(1, 99), form=st.sampled_from(FORMS), local=st.text(max_size=12))
def test_a_numbered_season_reads_back_in_every_language(name, n, form, local):
    for title in (form.format(name=name, n=n), f"{form.format(name=name, n=n)} // {local}"):
        found = season(title, None)
        assert (found.key, found.season, found.part, found.label) == (series_key(name), n, None, "season")


@given(name=NAMES, n=st.integers(1, LATEST_NUMBER))
def test_a_large_season_number_reads_back(name, n):
    assert (season(f"{name}: Season {n}").season, season(f"{name}: Season {n}").key) == (n, series_key(name))


@given(title=ANY_TITLE, local=st.text(), runtime_min=RUNTIMES, films_mixed=st.booleans())
def test_a_local_title_changes_neither_series_nor_season(title, local, runtime_min, films_mixed):
    assume("//" not in title and not (title + " ").endswith("/ "))
    alone = parse_title(title, runtime_min=runtime_min, films_mixed=films_mixed)
    beside = parse_title(f"{title} // {local}", runtime_min=runtime_min, films_mixed=films_mixed)
    if isinstance(alone, Refusal):
        assert beside == alone
    else:
        assert isinstance(beside, SeasonName)
        assert (beside.series, beside.key, beside.season, beside.part, beside.label) == (
            alone.series,
            alone.key,
            alone.season,
            alone.part,
            alone.label,
        )
        assert beside.local_title == split_local(f"x // {local}")[1]


@given(st.lists(ANY_TITLE, max_size=8), st.randoms(use_true_random=False))
def test_a_title_means_the_same_whatever_was_read_before(some, chance: random.Random):
    alone = {title: parse_title(title, runtime_min=SERIES_MIN) for title in some}
    chance.shuffle(some)
    titles._catalogue.cache_clear()
    assert {title: parse_title(title, runtime_min=SERIES_MIN) for title in some} == alone
