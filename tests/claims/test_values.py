from __future__ import annotations

from pathlib import Path

import pytest

from cliffhanger.claims.claim import Quote
from cliffhanger.claims.reading import read
from cliffhanger.claims.values import fault_of_correction, fault_of_quote, fault_of_types, with_whole_windows
from cliffhanger.sources.articles.files import articles, named_at

HERE = Path(__file__).parent
WHOLE = {"start": "2024-09-01", "end": "2024-09-30", "precision": "month", "edtf": "2024-09"}


@pytest.mark.parametrize("folder", ["dev", "others/a", "others/zr"])
def test_what_the_grammar_reads_has_no_fault(folder: str) -> None:
    for article in articles(named_at([HERE / folder / "articles"])):
        for claim in read(article, ()):
            assert fault_of_types(claim.kind, claim.value) is None, claim
            assert fault_of_quote(claim.quote) is None, claim
            words = {key: part for key, part in claim.value.items() if key in {"status", "st", "result"}}
            found = fault_of_correction(claim.kind, {}, words)
            assert found is None or "says nothing without" in found.problem, claim


@pytest.mark.parametrize(
    ("kind", "value", "said", "right"),
    [
        ("release_date", {"window": "autumn"}, '"window" of release_date is "autumn"', '"start": "2024-09-01"'),
        ("release_date", {"window": WHOLE | {"start": "2024-13-01"}}, "2024-13-01", "null where a side is open"),
        ("release_date", {"window": WHOLE | {"start": "2024-10-01"}}, "2024-10-01", "null where a side is open"),
        ("release_date", {"window": WHOLE | {"start": "20240901"}}, "20240901", "null where a side is open"),
        ("release_date", {"window": {"start": None, "end": None}}, '"start": null', "null where a side is open"),
        ("release_date", {"window": {"start": "2024-09-01"}}, "2024-09-01", "null where a side is open"),
        ("release_date", {"window": WHOLE | {"precision": "week"}}, "week", "null where a side is open"),
        ("cast_role", {"actor": "Ana Ruiz", "window": 2024}, '"window" of cast_role is 2024', '"start": "2024-09-01"'),
        ("petition", {"n": "many"}, '"n" of petition is "many"', "a number, such as 10"),
        ("petition", {"n": True}, '"n" of petition is true', "a number, such as 10"),
        ("renewal_status", {"status": "renewed", "p": 40}, '"p" of renewal_status is 40', "from 0 to 1"),
        ("renewal_status", {"status": ["renewed"]}, '["renewed"]', "It is text"),
        ("cast_role", {"actor": " "}, '"actor" of cast_role is " "', "It is text"),
        ("score", {"value": 850}, '"value" of score is 850', "from 0 to 100"),
        ("release_date", {"announced": "no"}, '"announced" of release_date is "no"', "true or false"),
    ],
)
def test_a_part_of_the_wrong_type_is_a_fault(kind, value, said, right) -> None:
    found = fault_of_types(kind, value)
    assert found is not None
    assert said in found.problem
    assert right in found.right


@pytest.mark.parametrize(
    ("kind", "value", "said", "right"),
    [
        ("petition", {"status": "renewed"}, 'petition has no "status"', "It may have n, cmp, exists"),
        ("petition", {"cmp": "over"}, "petition says nothing without n or exists", 'Give "n", a number'),
        ("petition", {"n": None}, "petition says nothing without n or exists", 'Give "n", a number'),
        (
            "renewal_status",
            {"status": "renewd"},
            '"status" of renewal_status is "renewd"',
            'Did you mean "renewed"? It is one of',
        ),
        ("cast_role", {"acter": "Ana Ruiz"}, 'cast_role has no "acter"', 'Did you mean "actor"?'),
        ("award", {"award": "Silver Quill", "result": "lost"}, '"result" of award is "lost"', "It is one of won, nominated"),
    ],
)
def test_what_a_kind_does_not_say_is_a_fault_of_a_correction(kind, value, said, right) -> None:
    found = fault_of_correction(kind, {}, value)
    assert found is not None
    assert said in found.problem
    assert right in found.right


def test_a_correction_may_keep_what_was_read() -> None:
    read_so = {"status": "being dubbed", "percent": 40}
    assert fault_of_correction("production_status", read_so, {"status": "being dubbed", "percent": 50}) is None
    assert fault_of_correction("crew_role", {}, {"person": "Ana Ruiz", "role": "lighting designer"}) is None


@pytest.mark.parametrize(
    ("window", "whole"),
    [
        (WHOLE, WHOLE),
        ({"start": "2024-09-01", "end": "2024-09-01"}, {"precision": "day", "edtf": "2024-09-01"}),
        ({"start": "2024-09-01", "end": None}, {"precision": "interval", "edtf": "2024-09-01/.."}),
    ],
)
def test_a_window_is_made_whole(window, whole) -> None:
    assert with_whole_windows({"window": window}) == {"window": window | whole}


@pytest.mark.parametrize(
    "quote", [Quote(100, 5, "zzz"), Quote(100, 100, ""), Quote(1, 4, "   "), Quote(-3, 0, "zzz"), Quote(1, 9, "zzz")]
)
def test_a_quote_has_words_where_it_says(quote: Quote) -> None:
    assert fault_of_quote(quote) is not None
