"""The grammar on annotated articles, and belief over time on the told dossiers."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.claims_score import read_all, score
from cliffhanger.claims.claim import Attribution, Claim, Quote, Subject
from cliffhanger.claims.copies import sketch
from cliffhanger.claims.reading import read
from cliffhanger.claims.reconcile import Believed, Known, reconcile
from cliffhanger.claims.recorded import Piece, Recorded
from cliffhanger.claims.reliability import reliabilities
from cliffhanger.sources.articles.files import Named, Refused, articles
from tests.claims.reconcile_samples import piece

pytestmark = pytest.mark.annotated

HERE = Path(__file__).parent
DOSSIERS = HERE / "dossiers"
SERIES = (("K1", "Saltwater Saints"), ("K2", "Meridian Line"), ("K3", "Duskmoor"))
SEED = ("seed", "spinning-out-season-2.txt")


def test_the_development_articles_are_read_as_annotated() -> None:
    found = score(read_all(HERE / "dev" / "gold.jsonl"))
    assert found["all"]["precision"] >= 0.88
    assert found["all"]["recall"] >= 0.76
    assert found["all"]["value"] >= 0.88
    assert found["standing"] >= 0.90
    assert found["traps_fired"] <= 0.05 * found["traps"]
    assert found["false_official_renewals"] == 0


def annotated(article: dict[str, Any], text: str) -> list[Recorded]:
    """The annotated claims of an article, as the ledger would hold them."""
    day = dt.date.fromisoformat(article["published"]) if article.get("published") else None
    digest = hashlib.sha256(text.encode()).hexdigest()
    piece = Piece(article["id"], digest, article.get("outlet"), day, None, None, day or dt.date(2021, 1, 20), sketch(text))
    return [
        Recorded(
            one["id"],
            number,
            Claim(
                kind=one["kind"],
                subject=Subject(**one["subject"]),
                value=one["value"],
                polarity=one["polarity"],
                standing=one["standing"],
                attribution=Attribution(**one["attribution"]),
                quote=Quote(**one["quote"]),
                said_at=day,
            ),
            piece,
        )
        for number, one in enumerate(article["claims"], 1)
    ]


def told(name: str, *, extracted: bool = False) -> list[Recorded]:
    """All claims of a dossier: as annotated, or as the grammar reads them."""
    gold = DOSSIERS / f"{name}.jsonl"
    if extracted:
        found = read_all(gold)
        return [
            Recorded(f"{key}#{n}", n, claim, annotated(article, (DOSSIERS / article["file"]).read_text())[0].piece)
            for key, (article, claims) in found.items()
            for n, claim in enumerate(claims, 1)
        ]
    articles = [json.loads(line) for line in gold.read_text().splitlines()]
    return [one for article in articles for one in annotated(article, (DOSSIERS / article["file"]).read_text())]


def states() -> list[tuple[str, str, int, dict[str, Any]]]:
    lines = [json.loads(line) for line in (DOSSIERS / "timelines.jsonl").read_text().splitlines()]
    return [(one["dossier"], one["series"], one["season"], state) for one in lines for state in one["timeline"]]


def believed(known: Known, season: int, state: dict[str, Any]) -> bool:
    """Whether the answer of a slot is the dated state that is told."""
    answer = known.slot(state["slot"], season)
    if answer is None or answer.value is None:
        return False
    value = state["value"]
    if state["slot"] == "release":
        window = answer.value.get("window") or {}
        return answer.polarity == "+" and (window.get("start"), window.get("end")) == (
            state["window"]["start"],
            state["window"]["end"],
        )
    return value == _said(answer) or (state["slot"] == "renewal" and value.startswith(_said(answer)))


def _said(answer: Believed) -> str:
    value = answer.value or {}
    said = str(value.get("status") or value.get("n") or value.get("name"))
    if answer.slot.family == "production" and said == "scheduled":
        return f"{said} {value['window']['start']}"
    return f"not {said}" if answer.polarity == "-" else said


@pytest.mark.parametrize(("name", "series", "season", "state"), states(), ids=lambda value: str(value)[:40])
def test_every_dated_state_is_believed_from_annotated_claims(name: str, series: str, season: int, state: dict[str, Any]) -> None:
    known = reconcile(told(name), series=series, as_of=dt.date.fromisoformat(state["as_of"]))
    assert believed(known, season, state)


def test_three_quarters_of_the_states_are_believed_from_what_the_grammar_reads() -> None:
    right = [
        believed(reconcile(told(name, extracted=True), series=series, as_of=dt.date.fromisoformat(state["as_of"])), season, state)
        for name, series, season, state in states()
    ]
    assert sum(right) >= 0.75 * len(right)


def test_outlets_are_judged_by_what_the_owner_settled_later() -> None:
    known = [reconcile(told(name), series=series, as_of=dt.date(2024, 1, 1)) for name, series in SERIES]
    found = {(one.outlet, one.family): one for one in reliabilities(known)}
    assert found["Screen Ledger", "renewal"].right == 1  # two agents said that it would be renewed, and it was
    assert ("TrendyReels", "release") not in found  # its day was a guess, which is no trial
    assert found["Platform 9 and a Bit", "platform"].right == 0  # it named a home that it was not
    assert all(0 < one.p10 < one.p50 < one.p90 < 1 and one.right <= one.trials for one in found.values())


@pytest.fixture
def spinning_out(figures: Path) -> list[Recorded]:
    """The annotated claims of the article that contradicts itself; it lies beside the publisher's files and is not ours."""
    text = figures.parent.joinpath(*SEED).read_text(encoding="utf-8")
    gold = figures.parent / "claims" / "dev" / "spinning-out.jsonl"
    return annotated(json.loads(gold.read_text(encoding="utf-8").splitlines()[0]), text)


@pytest.mark.figures
def test_an_article_at_odds_with_itself_confirms_nothing(spinning_out: list[Recorded]) -> None:
    known = reconcile(spinning_out, series="Spinning Out", as_of=dt.date(2021, 2, 1))
    renewal, release, petition = (known.slot(family, 2) for family in ("renewal", "release", "petition"))
    assert renewal is not None
    assert renewal.value == {"status": "undecided"}
    assert renewal.contested
    assert {one.recorded.claim.value["status"] for one in renewal.overruled} >= {"renewed", "cancelled"}
    assert any(one.type == "self_contradiction:renewal" for one in known.contradictions)
    assert release is not None
    assert release.value is not None
    assert (release.value["window"]["start"], release.value["window"]["end"]) == ("2021-01-01", "2021-08-31")
    assert petition is not None
    assert petition.value is not None
    assert petition.value["n"] >= 30_000
    score = next(one for one in known.slots if one.slot.family == "score" and "Rotten Tomatoes" in one.slot.about)
    assert score.value is not None
    assert score.value["value"] == 63


@pytest.mark.figures
def test_what_is_read_of_it_confirms_nothing_either(figures: Path) -> None:
    path = figures.parent.joinpath(*SEED)
    (one,) = articles([Named("seed", path, None, dt.date(2021, 1, 15))])
    assert not isinstance(one, Refused)
    where = piece("seed", "2021-01-15", "winenfood.com")
    of_it = [Recorded(f"seed#{n}", n, claim, where) for n, claim in enumerate(read(one), 1)]
    renewal = reconcile(of_it, series="Spinning Out", as_of=dt.date(2021, 2, 1)).slot("renewal", 2)
    assert renewal is not None
    assert renewal.value == {"status": "undecided"}
    assert renewal.contested
    words = Claim(
        "renewal_status", Subject("Spinning Out", 2), {"status": "cancelled"}, "+", "official",
        Attribution("network_or_studio", "Netflix"), Quote(0, 30, "Spinning Out will not return."),
    )  # fmt: skip
    owners = Recorded("owner#1", 1, words, piece("owner", "2021-03-01", "Netflix Newsroom"))
    known = reconcile([*of_it, owners], series="Spinning Out", as_of=dt.date(2021, 4, 1))
    settled = known.slot("renewal", 2)
    assert settled is not None
    assert settled.value == {"status": "cancelled"}
    assert known.contradictions


@pytest.mark.figures
def test_the_owners_cancellation_settles_it_and_the_contradictions_stay(spinning_out: list[Recorded]) -> None:
    piece = Piece("owner", "0" * 64, "Netflix Newsroom", dt.date(2021, 3, 1), None, None, dt.date(2021, 3, 1))
    words = Claim(
        "renewal_status", Subject("Spinning Out", 2), {"status": "cancelled"}, "+", "official",
        Attribution("network_or_studio", "Netflix"), Quote(0, 30, "Spinning Out will not return."),
    )  # fmt: skip
    known = reconcile([*spinning_out, Recorded("owner#1", 1, words, piece)], series="Spinning Out", as_of=dt.date(2021, 4, 1))
    renewal = known.slot("renewal", 2)
    assert renewal is not None
    assert renewal.value == {"status": "cancelled"}
    assert renewal.standing == "official"
    assert not renewal.contested
    assert known.contradictions


@pytest.mark.figures
def test_the_seed_article_is_read_as_annotated(figures: Path, tmp_path: Path) -> None:
    gold = json.loads((figures.parent / "claims" / "dev" / "spinning-out.jsonl").read_text(encoding="utf-8").splitlines()[0])
    (tmp_path / "article.txt").write_bytes(figures.parent.joinpath(*SEED).read_bytes())
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold | {"file": "article.txt"}), encoding="utf-8")
    found = score(read_all(tmp_path / "gold.jsonl"))
    assert found["all"]["precision"] >= 0.85
    assert found["all"]["recall"] >= 0.75


OTHERS = {
    "a": (0.97, 0.90),
    "b": (0.97, 0.92),
    "c": (0.98, 0.91),
    "d": (0.99, 0.98),
    "e": (0.98, 0.95),
    "f": (0.97, 0.88),
    "g": (0.96, 0.79),
    "h": (0.98, 0.93),
    "i": (0.98, 0.91),
    "j": (0.98, 0.96),
    "k": (0.91, 0.92),  # nobody has looked at it
    "l": (0.99, 0.87),
    "m": (0.99, 0.93),
    "n": (0.95, 0.78),
    "o": (0.97, 0.91),
    "p": (0.97, 0.95),
    "q": (0.97, 0.91),
    "r": (0.98, 0.85),
    "s": (0.97, 0.85),
    "t": (0.97, 0.91),
    "v": (0.88, 0.76),  # nobody has looked at it, but for one claim
    "z": (0.95, 0.87),
    "zb": (0.93, 0.74),  # nobody has looked at it
    "zc": (0.97, 0.92),
    "zd": (0.98, 0.87),
    "ze": (0.97, 0.87),
    "zf": (0.96, 0.85),
    "zn": (0.90, 0.75),
}
# Written in voices as far from news as they could be (u, y), long and messy on purpose (x, za, zg, zi, zk), or with more traps
# fired than one in thirteen: precision, recall, standing, and how many of their traps fire. Nobody has looked at w, za, zh to zk;
# of zs and zt only what reads as an official renewal, and who is taken to speak.
FAR = {
    "u": (0.97, 0.83, 0.93, 1),
    "w": (0.94, 0.82, 0.93, 2),
    "x": (0.93, 0.77, 0.92, 1),
    "y": (0.92, 0.70, 0.88, 3),
    "za": (0.86, 0.64, 0.87, 5),
    "zg": (0.91, 0.77, 0.91, 4),
    "zh": (0.85, 0.68, 0.91, 7),
    "zi": (0.76, 0.64, 0.82, 15),
    "zj": (0.83, 0.71, 0.85, 7),
    "zk": (0.78, 0.53, 0.79, 2),
    "zm": (0.87, 0.63, 0.81, 12),
    "zs": (0.83, 0.58, 0.89, 22),
    "zt": (0.76, 0.57, 0.82, 55),
}
# Of these only the names of series are trained on: precision, recall, value, standing, traps, right series.
STRANGERS = {
    "zu": (0.79, 0.48, 0.88, 0.80, 24, 0.68),
    "zv": (0.76, 0.58, 0.95, 0.87, 37, 0.80),
    "zw": (0.82, 0.62, 0.91, 0.79, 24, 0.92),
    "zx": (0.75, 0.27, 0.86, 0.80, 15, 0.82),
    "zy": (0.84, 0.54, 0.89, 0.83, 24, 0.75),
    "zz": (0.83, 0.63, 0.92, 0.88, 11, 0.93),
}

# Two of those of zs are headlines of press releases, where no claim was annotated.
FALSE_OFFICIAL = {"zs": 3, "zt": 1, "zv": 1, "zy": 1, "zz": 2}


@pytest.mark.parametrize(("name", "precision", "recall"), [(name, *least) for name, least in OTHERS.items()])
def test_articles_written_by_others_are_read_no_worse_than_is_told(name: str, precision: float, recall: float) -> None:
    """Written and annotated by writers who had not seen the rules; docs/claims-history.md tells what was read at first look."""
    found = score(read_all(HERE / "others" / name / "gold.jsonl"))
    assert found["all"]["precision"] >= precision
    assert found["all"]["recall"] >= recall
    assert found["all"]["value"] >= 0.90
    assert found["standing"] >= 0.82
    assert found["traps_fired"] <= 0.08 * found["traps"]
    assert found["false_official_renewals"] == 0


@pytest.mark.parametrize("name", FAR)
def test_articles_far_from_the_genre_are_read_no_worse_than_is_told(name: str) -> None:
    precision, recall, standing, traps = FAR[name]
    found = score(read_all(HERE / "others" / name / "gold.jsonl"))
    assert found["all"]["precision"] >= precision
    assert found["all"]["recall"] >= recall
    assert found["all"]["value"] >= (0.89 if name == "zs" else 0.90)
    assert found["standing"] >= standing
    assert found["traps_fired"] <= traps
    assert found["false_official_renewals"] == FALSE_OFFICIAL.get(name, 0)


@pytest.mark.parametrize("name", STRANGERS)
def test_what_strangers_wrote_is_read_no_worse_than_is_told(name: str) -> None:
    precision, recall, value, standing, traps, series = STRANGERS[name]
    found = score(read_all(HERE / "others" / name / "gold.jsonl"))
    assert found["all"]["precision"] >= precision
    assert found["all"]["recall"] >= recall
    assert found["all"]["value"] >= value
    assert found["standing"] >= standing
    assert found["traps_fired"] <= traps
    assert found["series"] >= series
    assert found["false_official_renewals"] == FALSE_OFFICIAL.get(name, 0)
