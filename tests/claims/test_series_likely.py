"""Names of series by the words around them: what is found, what names in the same form say, and what it costs at most."""

from __future__ import annotations

import datetime as dt
import zipfile

import numpy as np
import pytest

from benchmarks.series_train import example
from cliffhanger.claims.article import Article
from cliffhanger.claims.context import first_look, look, names_of_series
from cliffhanger.claims.grammar import read
from cliffhanger.claims.series.candidates import candidates, variants
from cliffhanger.claims.series.chosen import chosen
from cliffhanger.claims.series.likely import Names, kept, packed
from cliffhanger.claims.series.mentions import mentions
from cliffhanger.claims.words.arrays import letters, lines
from cliffhanger.sources.articles.page import article


def plain(text: str, headline: str = "The week in drama") -> Article:
    return article(f"{headline}\n\n{text}\n", name="a", outlet="The Paper", published=dt.date(2024, 6, 18))


@pytest.mark.parametrize(
    ("run", "begins", "held"),
    [
        ("Has Vela’s Copper Bay", True, {"Vela’s Copper Bay", "Copper Bay"}),
        ("Copper Bay for Vela", False, {"Copper Bay", "Vela"}),
        ("Copper Bay S2", False, {"Copper Bay"}),
        ("The Longest Day of Nora Finch", False, {"The Longest Day of Nora Finch"}),
        ("Meanwhile Copper Bay", True, {"Copper Bay"}),
        ("The Hendersons’ Copper Bay", False, {"The Hendersons", "Copper Bay"}),
    ],
)
def test_a_run_of_capitals_holds_names(run: str, *, begins: bool, held: set[str]) -> None:
    assert held <= set(variants(run, begins=begins))


def test_a_pronoun_before_a_capital_is_a_part_of_the_name() -> None:
    assert variants("I Am Not Okay With This", begins=True) == ["I Am Not Okay With This"]
    text = "I Am Not Okay With This was renewed for a second season and then cancelled. The Society was cancelled too."
    assert "I Am Not Okay With This" in look(plain(text)).series


def test_every_sort_of_name_is_a_candidate() -> None:
    one = plain(
        "“low tide” is a drama. *The Salt in it* too. Mr. Nobody’s Daughter and Tuesday’s Orphans follow. Glass Acre: Dawn ends."
    )
    context = first_look(one)
    found = candidates(one.text, "", context.opening, one.set_apart)
    assert {"The Salt in it", "Mr. Nobody’s Daughter", "Tuesday’s Orphans", "Glass Acre: Dawn"} <= set(found)


def test_names_with_a_comma_or_an_apostrophe_within_are_candidates() -> None:
    one = plain(
        "Nurses’ Home is back. Kirk o’ the Glen too. He left Yes, Deacon in May. Then Yes, Deacon was over. In Rome, Oslo rules."
    )
    found = candidates(one.text, "", first_look(one).opening, one.set_apart)
    assert {"Nurses’ Home", "Kirk o’ the Glen", "Yes, Deacon"} <= set(found)
    assert "Rome, Oslo" not in found  # named so once only


def test_a_place_is_a_whole_word_within_one_sentence_with_what_marks_it() -> None:
    one = plain("1. “Copper Bay” ends. Copper\n\nBay is a town, Copper Bays are none.")
    found = mentions(one.text, ["Copper Bay"], first_look(one).opening, one.set_apart)
    assert [one.text[start:end] for start, end in zip(found.start, found.end, strict=True)] == ["Copper Bay"]
    assert {"quoted double", "entry", "first"} <= set(found.signs[0])


def test_names_in_one_form_speak_for_one_another() -> None:
    """Three entries that are named as series nowhere else, below three that are."""
    surely = "Copper Bay (Vela). The drama was renewed for a third season.\n\nNight Desk (Onda). The comedy ends in May.\n\n"
    found = look(plain(surely + "Graft (Vela). Nobody knows.\n\nOld Salts (Onda). Bring a map.\n\nFretwork (Vela). Bring two."))
    assert {"Copper Bay", "Night Desk", "Graft", "Old Salts", "Fretwork"} <= set(found.series)


def test_a_longer_name_is_not_two() -> None:
    found = look(plain("“The Night Ferry” returns to Vela. The Night Ferry is a drama. Fans of The Night Ferry rejoice.")).series
    assert found == ("The Night Ferry",)


def test_what_is_on_file_is_a_series_whatever_the_words_say() -> None:
    one = plain("She was born near Graft Street. Vela renewed “Copper Bay”, its drama, for a second season.")
    assert "Graft Street" in look(one, ["Graft Street"]).series
    assert "Graft Street" not in look(one).series


def test_a_common_word_on_file_is_no_series_of_every_article() -> None:
    one = plain("Vela renewed “Copper Bay”, its drama. It has lost half its crowd, and the crew is narrowly split.")
    assert look(one, ["Lost", "Arrow"]).series == ("Copper Bay",)


def test_a_name_around_another_is_one_as_well_where_it_is_sure() -> None:
    one = plain(
        "Vela renewed “Copper Bay”, its drama. “Copper Bay: Origins”, a prequel, was ordered. Copper Bay: Origins is a drama."
    )
    assert set(look(one, ["Copper Bay", "Copper Bay: Origins"]).series) == {"Copper Bay", "Copper Bay: Origins"}


def test_a_name_said_again_and_again_leaves_room_for_others() -> None:
    one = plain("Has Vela’s Copper Bay for Onda ended. " * 700 + "“Odd Name Here” has.", headline="Zed Quay is back")
    found = candidates(one.text, "Zed Quay is back", first_look(one).opening, one.set_apart)
    assert {"Zed Quay", "Odd Name Here", "Copper Bay"} <= set(found)


@pytest.mark.parametrize(
    ("headline", "text", "is_main"),
    [
        ("Blackwater Assize: what we know", "Nobody would say a word on Tuesday.", True),
        ("Notes on television", "They spoke of Blackwater Assize. Blackwater Assize began in 2019.", True),
        ("Notes on television", "They spoke of Blackwater Assize.", False),
        ("", "They spoke of Blackwater Assize.", False),
    ],
)
def test_a_name_like_a_persons_is_the_main_one_where_it_heads_the_article_or_is_named_again(
    headline: str, text: str, *, is_main: bool
) -> None:
    names = names_of_series(first_look(plain(text, headline)))
    rather = np.array([name == "Blackwater Assize" for name in names.names], dtype=float)
    assert ("Blackwater Assize" in chosen(names, frozenset(), (0.2 * rather, rather))) is is_main


@pytest.mark.parametrize("headline", ["Notes on television", ""])
def test_who_is_named_once_is_no_series_that_an_article_is_about(headline: str) -> None:
    assert "Kit Adair" not in look(plain("The role of Sister Agnes has passed to Kit Adair.", headline)).series


def test_of_two_likely_names_the_one_that_begins_first_is_the_first_that_is_named() -> None:
    names = names_of_series(first_look(plain("The drama Copper Bay ends in May. The comedy Night Desk ends in June.")))
    logits = kept().logits(names)
    named_first = dict(zip(names.names, names.compared(logits)[:, -1], strict=True))
    assert named_first["Copper Bay"] > 0.5
    assert named_first["Night Desk"] < 0.2


def judged(names: Names, chances: dict[str, float]) -> tuple[np.ndarray, np.ndarray]:
    """What a classifier would say: the likelier, the rather the article is about it."""
    told = np.array([chances.get(name, 0.0) for name in names.names])
    return told, told


SURE = {"Copper Bay": 0.9, "Night Desk": 0.8, "Old Salts": 0.7}
SEVERAL = "Copper Bay ends.\n\nNight Desk ends. Marlow is in it.\n\nOld Salts ends.\n\nThen there is Opal Ridge. Pale Horse too."


def test_where_an_article_goes_from_series_to_series_a_paragraph_that_names_none_has_its_likeliest() -> None:
    names = names_of_series(first_look(plain(SEVERAL)))
    doubtful = {"Marlow": 0.25, "Opal Ridge": 0.2, "Pale Horse": 0.16}
    assert chosen(names, frozenset(), judged(names, SURE | doubtful)) == ("Copper Bay", "Night Desk", "Old Salts", "Opal Ridge")
    assert chosen(names, frozenset(), judged(names, SURE | {"Opal Ridge": 0.1})) == tuple(SURE)
    two = {"Copper Bay": 0.9, "Night Desk": 0.8}
    assert chosen(names, frozenset(), judged(names, two | doubtful)) == tuple(two)


def test_capitals_that_say_nothing_are_a_name_only_where_it_is_likely() -> None:
    names = names_of_series(first_look(plain("Copper Bay is a drama.\n\nNIGHT DESK")))
    assert "NIGHT DESK" in chosen(names, frozenset(), judged(names, {"Copper Bay": 0.9, "NIGHT DESK": 0.95}))
    assert "NIGHT DESK" not in chosen(names, frozenset(), judged(names, {"Copper Bay": 0.9, "NIGHT DESK": 0.8}))


def test_how_many_other_names_may_be_series_is_known_of_each() -> None:
    one = "The drama Copper Bay ends in May."
    columns = []
    for text in (one, one + " The comedy Night Desk ends in June. The thriller Old Salts is back in July."):
        names = names_of_series(first_look(plain(text)))
        row = names.compared(kept().logits(names))[names.names.index("Copper Bay")]
        columns.append(row[-7:-1])
    assert (columns[1][[0, 1, 2, 5]] > columns[0][[0, 1, 2, 5]]).all()  # others, leniently, sentences, leading names


def test_an_article_without_a_name_has_no_series() -> None:
    assert look(plain("nothing here has a capital. not one name.", headline="a day")).series == ()
    assert chosen(names_of_series(first_look(plain("x", headline="y"))), frozenset()) == ()


def test_weights_are_kept_as_they_were(tmp_path) -> None:  # type: ignore[no-untyped-def]
    weights = kept()
    (tmp_path / "w.npz").write_bytes(packed(weights))
    with np.load(tmp_path / "w.npz") as arrays:
        assert lines(arrays["words"]) == list(weights.known)
        assert np.array_equal(np.cumsum(arrays["keys"]), weights.keys)
        assert np.array_equal(arrays["table"], weights.table.astype(np.float16))
        for part in ("bias", "series", "main"):
            assert np.array_equal(arrays[part], getattr(weights, part))
    with zipfile.ZipFile(tmp_path / "w.npz") as archive:  # no time of writing, so that equal weights are equal bytes
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    with pytest.raises(ValueError, match="line's end"):
        letters(["one\ntwo"])


def test_a_name_has_one_chance_and_examples_know_theirs() -> None:
    one = plain("Vela renewed “Copper Bay”, its drama, for a second season. Copper Bay is a hit with Mara Voss.")
    names = names_of_series(first_look(one))
    chance, main = kept().likely(names)
    assert chance.shape == main.shape == (len(names.names),)
    assert ((chance >= 0) & (chance <= 1)).all()
    best = names.names[int(chance.argmax())]
    assert best == "Copper Bay"
    from collections import Counter

    labelled = example("here", one, Counter({"Copper Bay": 2}), (), None)
    assert [name for name, so in zip(labelled.names.names, labelled.labels, strict=True) if so] == ["Copper Bay"]
    assert labelled.main == {"copper bay"}


def test_a_flood_of_names_has_an_end() -> None:
    """Thousands of names in a list, each once: what is looked at and what is taken has an end."""
    signs = "abcdefghijklmnopqrstuvwxyz"
    flood = ", ".join(f"“{signs[n % 26].upper()}{signs[n // 26 % 26]}{signs[n // 676 % 26]}x of Row”" for n in range(2_700))
    one = plain("Vela renewed “Copper Bay”, " + flood)
    assert len(candidates(one.text, "", first_look(one).opening, one.set_apart)) == 2_000
    assert len(look(one).series) == 100


_KNOWN = "“Harbor Nine” is a drama on Vela. “Cottage Rules” is a comedy on Vela. “Snowbirds” is a drama on Onda.\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vela has renewed Harbor Nine, Cottage Rules and Snowbirds.", [("renewed", "Harbor Nine Cottage Rules Snowbirds")]),
        (
            "Harbor Nine, Cottage Rules and Snowbirds have all been cancelled.",
            [("cancelled", "Harbor Nine Cottage Rules Snowbirds")],
        ),
        ("Four titles return: Harbor Nine, Cottage Rules and Snowbirds.", [("renewed", "Harbor Nine Cottage Rules Snowbirds")]),
        ("Also safe: Harbor Nine and Snowbirds.", [("renewed", "Harbor Nine Snowbirds")]),
        ("Not coming back: Cottage Rules (Vela) and Snowbirds.", [("cancelled", "Cottage Rules Snowbirds")]),
        ("Those on the bubble include Snowbirds and Harbor Nine.", [("undecided", "Snowbirds Harbor Nine")]),
        ("Vela renewed “Cottage Rules” and cancelled “Snowbirds”.", [("renewed", "Cottage Rules"), ("cancelled", "Snowbirds")]),
        ("Vela has renewed “Cottage Rules” and “Harbor Nine”, which stars Maya Lin.", [("renewed", "Cottage Rules Harbor Nine")]),
        ("Vela has renewed Harbor Nine, and Cottage Rules star Maya Lin is glad.", [("renewed", "Harbor Nine")]),
        ("Harbor Nine was renewed, Cottage Rules and Snowbirds were forgotten.", [("renewed", "Harbor Nine")]),
        (
            "Harbor Nine and Snowbirds will return for second seasons, but Cottage Rules is finished.",
            [("renewed", "Harbor Nine Snowbirds"), ("cancelled", "Cottage Rules")],
        ),
    ],
)
def test_what_is_decided_of_several_series_is_decided_of_each(text: str, told: list[tuple[str, str]]) -> None:
    """Without quotation marks, too: they are known as series of the article."""
    found = [one for one in read(plain(_KNOWN + text)) if one.kind == "renewal_status"]
    by_status: dict[str, list[str]] = {}
    for one in found:
        by_status.setdefault(one.value["status"], []).append(one.subject.series or "")
    assert {status: " ".join(series) for status, series in by_status.items()} == dict(told)
