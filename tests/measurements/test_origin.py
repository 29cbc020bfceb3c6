"""Language and genre guessed from titles."""

from __future__ import annotations

import ibis
import pyarrow as pa
import pytest

from cliffhanger.engines.duck import connect
from cliffhanger.measurements.origin import genre_flags, language


def guessed(local: str, *, english: bool = False) -> str:
    table = connect({"t": pa.table({"local": [local]})})["t"]
    return table.select(x=language(table.local, english=ibis.literal(english))).to_pyarrow()["x"][0].as_py()


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("오징어 게임: 시즌 1", "Korean"),
        ("今際の国のアリス: シーズン1", "Japanese"),
        ("模仿犯: 第 1 季", "Chinese"),
        ("La casa de papel: Parte 5", "Spanish or Portuguese"),
        ("Dark: Staffel 2", "German"),
        ("Lupin: Partie 3", "French"),
        ("Kulüp: 1. Sezon", "Turkish or Polish"),
        ("Snabba Cash: Säsong 2", "Nordic"),
        ("Ragnarok: Sesong 3", "Nordic"),
        ("Suburra: Stagione 3", "Italian"),
        ("เด็กใหม่: ซีซั่น 2", "Thai"),
        ("مدرسة الروابي: الموسم 1", "Arabic"),
        ("सेक्रेड गेम्स: सीज़न 2", "Indic"),
        ("Kaleidoscope", "other"),
        ("", "other"),
    ],
)
def test_language_by_script_and_word(local, expected):
    """The script decides, else the word for a season."""
    assert guessed(local) == expected


def test_english_list_is_english():
    """A season of the English list is English whatever its local title."""
    assert guessed("오징어 게임", english=True) == "English"


@pytest.mark.parametrize(
    ("series", "genres"),
    [
        ("LEGO Ninjago", {"kids"}),
        ("Love Is Blind", {"reality"}),
        ("The Menu", set()),
        ("Formula 1: Drive to Survive", {"docu"}),
        ("Demon Slayer: Kimetsu no Yaiba", {"anime"}),
        ("Comedians of the World", {"comedy"}),
        ("Bake Squad: Junior", {"kids", "reality"}),
        ("Homeland", set()),  # a word inside a word says nothing
    ],
)
def test_genre_by_words(series, genres):
    """Words of the title suggest genres, or none."""
    table = connect({"t": pa.table({"series": [series]})})["t"]
    flags = table.select(**genre_flags(table.series)).to_pyarrow().to_pylist()[0]
    assert {name for name, on in flags.items() if on} == genres
