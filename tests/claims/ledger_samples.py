"""Made-up articles, claims and reviews for the tests of the ledger and of its exchange."""

from __future__ import annotations

import datetime as dt
import hashlib
import string
import typing

from hypothesis import strategies as st

from cliffhanger.claims.claim import Attribution, Claim, Kind, Polarity, Quote, SourceType, Standing, Subject
from cliffhanger.claims.recorded import Exported, NamedSubject, Piece, Recorded, Review, Verdict


def piece(
    article: str = "a1", text: str | None = None, *, published: str | None = "2024-03-01", outlet: str | None = "The Wire"
) -> Piece:
    """An article whose text is its id unless another is given, read in 2024-06."""
    digest = hashlib.sha256((article if text is None else text).encode()).hexdigest()
    day = None if published is None else dt.date.fromisoformat(published)
    return Piece(article, digest, outlet, day, f"On {article}", None, dt.date(2024, 6, 1), (7, 2**64 - 1))


def claim(words: str = "It is renewed.", *, series: str | None = "Salt & Static", season: int | None = 2, **given) -> Claim:
    """Say that a season is renewed, unless other fields are given."""
    fields = {
        "kind": "renewal_status",
        "subject": Subject(series, season),
        "value": {"status": "renewed"},
        "polarity": "+",
        "standing": "official",
        "attribution": Attribution("network_or_studio", "Vela"),
        "quote": Quote(10, 10 + len(words), words),
        "said_at": dt.date(2024, 3, 1),
    }
    return Claim(**fields | given)


def review(on: str = "2024-07-01", **given) -> Review:
    """Confirm, unless other fields are given."""
    return Review(**{"verdict": "confirmed", "who": "Ada", "why": "it was on air", "on": dt.date.fromisoformat(on)} | given)


def _one_of(literal):
    return st.sampled_from(typing.get_args(literal))


# No database keeps these two: NUL and lone surrogates.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
values = st.dictionaries(texts, plain, max_size=3) | st.sampled_from(
    [
        {"n": 8},
        {"window": {"start": "2024-09-01", "end": "2024-09-30", "precision": "month", "edtf": "2024-09"}},
        {"actor": "Ana Ruiz", "character": "Wren", "st": "joining"},
        {"status": "released"},
    ]
)
quotes = st.builds(
    lambda start, words: Quote(start, start + len(words), words), st.integers(0, 10**6), texts.filter(lambda words: words.strip())
)
claims = st.builds(
    Claim,
    kind=_one_of(Kind),
    subject=st.builds(Subject, st.none() | texts, st.none() | st.integers(0, 99)),
    value=values,
    polarity=_one_of(Polarity),
    standing=_one_of(Standing),
    attribution=st.builds(Attribution, _one_of(SourceType), st.none() | texts),
    quote=quotes,
    said_at=st.none() | days,
    extractor=st.none() | texts,
)
subjects = st.none() | st.builds(NamedSubject, texts, st.none() | st.integers(0, 99))
reviews = st.builds(Review, _one_of(Verdict), texts, texts, days, st.none() | values, subjects)


pieces = st.builds(
    Piece,
    id=texts,
    digest=st.text(string.hexdigits[:16], min_size=64, max_size=64),
    outlet=st.none() | texts,
    published=st.none() | days,
    title=st.none() | texts,
    origin=st.none() | texts,
    read_on=days,
    shingles=st.lists(st.integers(0, 2**64 - 1), max_size=3).map(tuple),
    language=st.none() | texts,
)


@st.composite
def ledgers(draw) -> Exported:
    """A few articles in the ledger's order, some without claims; these numbered as they stand there, with reviews by day."""
    different = st.lists(pieces, max_size=3, unique_by=(lambda one: one.id, lambda one: one.digest))
    whole = sorted(draw(different), key=lambda one: (one.known_from, one.id))
    claims_in_order = [
        Recorded(
            f"{one.id}#{number}", number, said, one, tuple(sorted(draw(st.lists(reviews, max_size=2)), key=lambda made: made.on))
        )
        for one in whole
        for number, said in enumerate(draw(st.lists(claims, max_size=3)), 1)
    ]
    return Exported.of(claims_in_order, whole)
