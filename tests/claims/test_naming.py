from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.claims.naming import naming_key
from cliffhanger.sources.netflix.titles import series_key


@pytest.mark.parametrize(
    "spelling", ["Salt & Static", "salt and static", "SALT AND STATIC!", " Sált  &  Stätic", "Salt-&-Static"]
)
def test_spellings_of_one_series_meet(spelling):
    assert naming_key(spelling) == "saltandstatic"


def test_names_of_punctuation_alone_stay_apart():
    assert naming_key("!!!") != naming_key("???")
    assert naming_key(" ??? ") == "???"


@given(st.text())
def test_the_ledger_and_the_figures_fold_names_alike(name):
    assert naming_key(name) == series_key(name)


@given(st.text())
def test_case_does_not_matter(name):
    assert naming_key(name.upper()) == naming_key(name.upper().casefold())
