"""``read``, ``status`` and ``claims`` as a user meets them."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from cliffhanger.claims.recorded import Review
from cliffhanger.cli import run
from cliffhanger.pipeline import read as read_module
from cliffhanger.report.notation import day as day_words
from cliffhanger.store.ledger import Ledger
from cliffhanger.store.ledger_rows import review_row
from cliffhanger.store.ledger_tables import REVIEWS

FARM = """Copper Bay Season 2: Release Date, Cast And More

Brightline has officially confirmed the second season of Copper Bay. There is no official confirmation yet.
The second season was cancelled because of low viewership. An online petition has over 30,000 signatures.
"""
OWNER = """Brightline today announced that Copper Bay has been cancelled after one season.
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "farm.txt").write_text(FARM)
    (folder / "owner.txt").write_text(OWNER)
    manifest = folder / "list.jsonl"
    rows = [
        {"id": "farm", "file": "farm.txt", "published": "2021-01-20", "outlet": "TrendyPages"},
        {"id": "owner", "file": "owner.txt", "published": "2021-03-01", "outlet": "Brightline Newsroom"},
    ]
    manifest.write_text("\n".join(map(json.dumps, rows)))
    assert run(["read", "--manifest", str(manifest), "--workspace", str(tmp_path / "w")]) == 0
    return tmp_path / "w"


def told(capsys: pytest.CaptureFixture[str], *tokens: str) -> Any:
    capsys.readouterr()
    assert run(tokens) == 0
    return json.loads(capsys.readouterr().out)


def test_an_article_at_odds_with_itself_is_believed_in_nothing_until_the_owner_speaks(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--workspace", str(workspace), "--json")
    before = told(capsys, "status", "copper bay", "--as-of", "2021-02-01", *where)
    assert before["status"]["state"] == "undecided"
    assert before["status"]["contested"]
    assert before["contradictions"]
    after = told(capsys, "status", "Copper Bay", "--as-of", "2021-04-01", *where)
    assert (after["status"]["state"], after["status"]["official"]) == ("cancelled", True)
    assert after["contradictions"] == before["contradictions"]
    renewal = next(slot for slot in after["slots"] if slot["slot"] == "renewal" and slot["season"] == 2)
    assert renewal["standing"] == "official"
    assert {"value", "since", "basis", "contested", "overruled"} <= renewal.keys()
    assert {one["rule"] for one in renewal["overruled"]}


def test_reading_the_same_articles_again_adds_nothing(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = workspace.parent / "articles"
    capsys.readouterr()
    assert run(["read", "--manifest", str(articles / "list.jsonl"), "--workspace", str(workspace)]) == 0
    assert "0 of them new" in capsys.readouterr().err


def test_a_newer_grammar_reads_again_and_what_it_no_longer_finds_is_listed_apart(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A grammar of a later release that has learnt not to count the signatures of petitions."""
    manifest = str(workspace.parent / "articles" / "list.jsonl")
    here = ("--workspace", str(workspace))
    older = read_module.read

    def newer(*given: Any, **how: Any) -> list[Any]:
        return [claim for claim in older(*given, **how) if claim.kind != "petition"]

    monkeypatch.setattr(read_module, "read", newer)
    monkeypatch.setattr(read_module, "GRAMMAR", read_module.GRAMMAR + 1)
    assert run(["read", "--manifest", manifest, *here]) == 0
    said = capsys.readouterr()
    assert "farm: 4 claims, read again: 0 added, 1 withdrawn" in said.out
    assert "1 withdrawn that are no longer found" in said.err
    assert run(["read", "--manifest", manifest, *here]) == 0
    assert "farm: 4 claims, read before: nothing added" in capsys.readouterr().out
    assert run(["claims", "list", "Copper Bay", *here]) == 0
    assert "30,000" not in capsys.readouterr().out
    assert run(["claims", "list", "--withdrawn", *here]) == 0
    assert "30,000" in capsys.readouterr().out


def test_a_person_rejects_and_corrects_and_both_are_kept_apart(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--workspace", str(workspace))
    listed = told(capsys, "status", "Copper Bay", "--as-of", "2021-02-01", "--json", *where)
    petition = next(slot for slot in listed["slots"] if slot["slot"] == "petition")["basis"][0]["id"]
    assert (
        run(
            [
                "claims",
                "edit",
                petition,
                "--verdict",
                "corrected",
                "--value",
                '{"n": 3000}',
                "--why",
                "a typo",
                "--who",
                "Mia",
                *where,
            ]
        )
        == 0
    )
    found = told(capsys, "status", "Copper Bay", "--json", *where)
    assert next(slot for slot in found["slots"] if slot["slot"] == "petition")["value"]["n"] == 3000
    assert run(["claims", "edit", petition, "--verdict", "rejected", "--why", "not ours", "--who", "Mia", *where]) == 0
    found = told(capsys, "status", "Copper Bay", "--json", *where)
    assert [slot["value"] for slot in found["slots"] if slot["slot"] == "petition"] == [None]
    assert run(["claims", "edit", petition, "--verdict", "corrected", "--why", "no value", *where]) == 2
    assert run(["claims", "edit", "farm#999", "--verdict", "rejected", "--why", "x", *where]) == 5


def test_an_article_read_without_its_day_takes_it_later(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article, where = tmp_path / "q.txt", ("--workspace", str(tmp_path / "w"))
    article.write_text("Vela has renewed “Quiet Coast” for a second season.\n\nThe season will premiere on March 4.\n")
    asked = ("status", "Quiet Coast", "--as-of", "2021-05-05", *where)
    assert run(["read", str(article), *where]) == 0
    assert run(asked) == 5
    assert "give --published" in capsys.readouterr().err
    assert run(["read", str(article), "--published", "2021-01-15", "--outlet", "The Wire", *where]) == 0
    assert "read again: 2 added, 1 withdrawn" in capsys.readouterr().out
    found = told(capsys, *asked, "--json")
    release = next(slot for slot in found["slots"] if slot["slot"] == "release")
    assert release["value"]["window"]["start"] == "2021-03-04"
    assert (release["basis"][0]["outlet"], release["basis"][0]["published"]) == ("The Wire", "2021-01-15")
    assert run(["read", str(article), "--published", "2021-01-16", *where]) == 0
    assert "read before: nothing added; on file as of 2021-01-15" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('{"window": "autumn"}', "It may have n, cmp, exists"),
        ('{"n": "many"}', 'is "many". It is a number, such as 10'),
        ('{"status": "renewed"}', 'petition has no "status"'),
    ],
)
def test_a_correction_that_its_kind_cannot_say_is_refused_and_not_kept(
    workspace: Path, capsys: pytest.CaptureFixture[str], value: str, said: str
) -> None:
    asked = ("status", "Copper Bay", "--json", "--workspace", str(workspace))
    before = told(capsys, *asked)
    petition = next(slot for slot in before["slots"] if slot["slot"] == "petition")["basis"][0]["id"]
    edit = ["claims", "edit", petition, "--verdict", "corrected", "--value", value, "--why", "x", "--workspace", str(workspace)]
    assert run(edit) == 2
    assert said in capsys.readouterr().err
    assert told(capsys, *asked) == before


def test_a_file_with_one_bad_claim_is_refused_whole(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, other = tmp_path / "claims.jsonl", tmp_path / "other"
    assert run(["claims", "export", "--out", str(out), "--workspace", str(workspace)]) == 0
    out.write_text(out.read_text().replace('"n": 30000', '"n": "30,000"'))
    assert run(["claims", "import", str(out), "--workspace", str(other)]) == 3
    assert re.search(r'claims\.jsonl, line \d+: "n" of petition is "30,000"', capsys.readouterr().err)
    assert not other.exists()


@pytest.mark.parametrize("form", ["json", "jsonld"])
def test_an_export_comes_back_whole(workspace: Path, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / f"claims.{form}"
    assert run(["claims", "export", "--out", str(out), "--workspace", str(workspace)]) == 0
    assert ('"@context"' in out.read_text(encoding="utf-8")) is (form == "jsonld")
    assert run(["claims", "export", "--out", str(out.with_suffix(".html")), "--workspace", str(workspace)]) == 2
    assert run(["claims", "import", str(out), "--workspace", str(tmp_path / "other")]) == 0
    one = told(capsys, "status", "Copper Bay", "--json", "--as-of", "2021-04-01", "--workspace", str(workspace))
    other = told(capsys, "status", "Copper Bay", "--json", "--as-of", "2021-04-01", "--workspace", str(tmp_path / "other"))
    assert one == other


def test_a_dry_run_prints_claims_with_the_places_of_their_quotes(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = workspace.parent / "articles" / "list.jsonl"
    capsys.readouterr()
    assert run(["read", "--manifest", str(manifest), "--dry-run", "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["id"] for one in found] == ["farm", "owner"]
    claim = found[0]["claims"][0]
    assert {"kind", "subject", "value", "polarity", "standing", "attribution", "quote"} <= claim.keys()
    assert FARM[claim["quote"]["start"] : claim["quote"]["end"]] == claim["quote"]["text"]


def test_standard_input_is_read_and_a_misspelt_option_is_said() -> None:
    text = "Brightline has renewed “Copper Bay” for a third season.\n"
    command = [sys.executable, "-m", "cliffhanger", "read", "-", "--dry-run", "--json"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["claims"][0]["value"]["status"] == "renewed"
    assert run(["read", "article.txt", "--dryrun"]) == 2


def test_a_day_before_the_first_article_is_said_with_the_day_of_it(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "copper bay", "--as-of", "2020-06-01", "--workspace", str(workspace)]) == 5
    assert '"Copper Bay" was known on 2020-06-01: the first word of it is of 2021-01-20' in capsys.readouterr().err


def test_a_series_that_nobody_wrote_of_is_said_with_the_nearest(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "Coper Bay", "--workspace", str(workspace)]) == 5
    assert 'Did you mean "Copper Bay"?' in capsys.readouterr().err


def test_quotes_of_a_page_are_shown_without_its_tags_and_kept_with_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "round-up.html"
    words = "Vela has cancelled <em>Otter &amp; Creek</em>, the service said."
    page.write_text(f"<html><body><article><h1>The week</h1><p>{words}</p></article></body></html>")
    where = ("--workspace", str(tmp_path / "w"))
    assert run(["read", str(page), "--published", "2024-05-01", "--dry-run"]) == 0
    assert "“Vela has cancelled Otter & Creek, the service said.”" in capsys.readouterr().out
    assert run(["read", str(page), "--published", "2024-05-01", *where]) == 0
    capsys.readouterr()
    asked = ("status", "Otter & Creek", "--as-of", "2024-06-01", *where)
    assert run(asked) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "“Vela has cancelled Otter & Creek, the service said.”" in shown
    assert "<em>" not in shown
    assert told(capsys, *asked, "--json")["slots"][0]["basis"][0]["quote"] == words


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_status_as_text_fits_its_width(workspace: Path, width: int) -> None:
    import datetime as dt

    from cliffhanger.pipeline.known import known_of
    from cliffhanger.report.known_text import known_text

    found = known_text(known_of("Copper Bay", workspace=workspace, as_of=dt.date(2021, 4, 1)), width=width)
    assert max(map(len, found.splitlines())) <= width
    assert "CONTRADICTIONS" in found


def test_the_workspace_grades_outlets(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("status", "Copper Bay", "--as-of", "2021-04-01", "--json", "--workspace", str(workspace))
    settings = workspace / "cliffhanger.toml"
    plain = settings.read_text()
    settings.write_text(f'{plain}\n[claims.grades]\n"Brightline Newsroom" = "farm"\n')
    assert told(capsys, *asked)["status"]["official"] is False
    settings.write_text(f'{plain}\n[claims.grades]\n"Brightline Newsroom" = "owner"\n')
    assert told(capsys, *asked)["status"]["official"] is True
    settings.write_text(f'{plain}\n[claims.grades]\n"Brightline Newsroom" = "good"\n')
    capsys.readouterr()
    assert run(asked) != 0
    assert "claims.grades" in capsys.readouterr().err


def test_what_was_rejected_alone_is_shown_as_rejected(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--workspace", str(workspace))
    asked = ("status", "Copper Bay", "--as-of", "2030-01-01", *where)
    petition = next(one for one in told(capsys, *asked, "--json")["slots"] if one["slot"] == "petition")["basis"][0]["id"]
    assert run(["claims", "edit", petition, "--verdict", "rejected", "--why", "invented", "--who", "Mia", *where]) == 0
    left = next(one for one in told(capsys, *asked, "--json")["slots"] if one["slot"] == "petition")
    assert (left["value"], left["standing"], left["basis"], left["sources"]) == (None, "rejected", [], 0)
    capsys.readouterr()
    assert run(list(asked)) == 0
    assert "petition S2: rejected" in capsys.readouterr().out


def test_articles_that_disagree_are_shown_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, space = tmp_path / "articles", tmp_path / "w"
    folder.mkdir()
    rows = []
    for name, words in (("One", "has been renewed"), ("Two", "has been cancelled")):
        (folder / f"{name}.txt").write_text(
            f"Notes\n\n“Copper Bay” {words} for a second season.\n".replace("cancelled for a", "cancelled before its")
        )
        rows.append({"id": name, "file": f"{name}.txt", "published": "2021-01-20", "outlet": f"The {name}"})
    (folder / "list.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert run(["read", "--manifest", str(folder / "list.jsonl"), "--workspace", str(space)]) == 0
    capsys.readouterr()
    assert run(["status", "Copper Bay", "--as-of", "2021-02-01", "--workspace", str(space)]) == 0
    assert "say different things: renewal" in capsys.readouterr().out


def test_a_record_orders_what_outlets_say_of_another_series_and_only_once_it_is_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, space = tmp_path / "articles", tmp_path / "w"
    folder.mkdir()
    told_by = [
        ("The One", "2021-01-20", "“Copper Bay” has been renewed for a second season."),
        ("The Two", "2021-01-20", "“Copper Bay” has been cancelled before its second season."),
        ("The One", "2020-01-20", "“Silver Cove” has been renewed for a second season."),
        ("The Two", "2020-01-20", "“Silver Cove” has been cancelled before its second season."),
        (
            "Brightline Newsroom",
            "2021-06-01",
            "Brightline today announced that “Silver Cove” has been cancelled after one season.",
        ),
    ]
    rows = []
    for number, (outlet, day, words) in enumerate(told_by):
        (folder / f"{number}.txt").write_text(f"Notes\n\n{words}\n")
        rows.append({"id": str(number), "file": f"{number}.txt", "published": day, "outlet": outlet})
    (folder / "list.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert run(["read", "--manifest", str(folder / "list.jsonl"), "--workspace", str(space)]) == 0
    where = ("--workspace", str(space), "--json")
    before = told(capsys, "status", "Copper Bay", "--as-of", "2021-05-01", *where)
    after = told(capsys, "status", "Copper Bay", "--as-of", "2021-07-01", *where)
    assert (before["status"]["state"], before["status"]["contested"]) == ("renewed", True)
    assert (after["status"]["state"], after["status"]["contested"]) == ("cancelled", True)
    assert after["history"][: len(before["history"])] == before["history"]  # what was believed then stays as it was
    outlets = told(capsys, "claims", "outlets", "--as-of", "2021-07-01", *where)
    assert [(one["outlet"], one["right"], one["trials"]) for one in outlets] == [("The One", 0, 1), ("The Two", 1, 1)]


def petition_of(workspace: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[str, dict[str, Any]]:
    """The claim that counts a petition's signatures, and the slot it answers."""
    found = told(capsys, "status", "Copper Bay", "--json", "--workspace", str(workspace), *more)
    slot = next(slot for slot in found["slots"] if slot["slot"] == "petition")
    return (slot["basis"] or [one["source"] for one in slot["overruled"]])[0]["id"], slot


def test_claims_of_another_series_are_moved_there_and_back(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--workspace", str(workspace))
    edit = ("claims", "edit", "owner#*", "--why", "it is the remake", "--who", "Mia", *where)
    assert told(capsys, "status", "Copper Bay", "--json", *where)["status"]["state"] == "cancelled"
    assert run([*edit, "--verdict", "corrected", "--series", "Copper Bay Road", "--season", "none"]) == 0
    said = capsys.readouterr().err
    assert re.search(r"owner#\*: \d+ claims corrected by Mia\.", said)
    assert 'Nothing else on file is about "Copper Bay Road". Did you mean Copper Bay?' in said
    assert told(capsys, "status", "Copper Bay", "--json", *where)["status"]["state"] != "cancelled"
    assert told(capsys, "status", "Copper Bay Road", "--json", *where)["status"]["state"] == "cancelled"
    before = told(capsys, "status", "Copper Bay", "--as-of", "2021-03-02", "--json", *where)
    assert before["status"]["state"] == "cancelled"  # the decision is of today
    assert run(["claims", "list", "Copper Bay", *where]) == 0
    assert "[corrected by Mia to Copper Bay Road: it is the remake]" in capsys.readouterr().out
    assert run(["status", "Copper Bay Road", "--as-of", "2021-06-01", *where]) == 5
    assert "Nothing on file about" in capsys.readouterr().err
    others = ("claims", "edit", "farm#*", "--why", "so", "--who", "Mia", *where)
    assert run([*others, "--verdict", "corrected", "--series", "Copper Bay Road"]) == 0
    capsys.readouterr()
    assert run(["status", "Copper Bay", *where]) == 5
    assert 'All claims about "Copper Bay" were moved. Ask about Copper Bay Road' in capsys.readouterr().err
    assert run(["claims", "list", "Copper Bay", *where]) == 0
    assert "owner#1" in capsys.readouterr().out
    assert run([*others[:2], "owner#1", *others[3:], "--verdict", "withdrawn"]) == 0  # and the rest of its article after it
    assert run([*others, "--verdict", "withdrawn"]) == 0
    assert run([*edit, "--verdict", "withdrawn"]) == 0
    assert told(capsys, "status", "Copper Bay", "--json", *where)["status"]["state"] == "cancelled"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--verdict", "corrected"), "a value, a series or a season"),
        (("--verdict", "rejected", "--series", "Copper Bay"), "only a correction has any"),
        (("--verdict", "corrected", "--season", "two"), "'two' is no season. Give a number from 1 to 999, or none"),
        (("--verdict", "corrected", "--season", "0"), "'0' is no season"),
        (("--verdict", "corrected", "--series", " "), "a series a name"),
    ],
)
def test_what_a_correction_cannot_say_is_told(
    workspace: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, ...], said: str
) -> None:
    assert run(["claims", "edit", "owner#1", *given, "--why", "so", "--workspace", str(workspace)]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("verdict", ["rejected", "confirmed", "corrected"])
def test_a_decision_is_withdrawn_and_the_claim_counts_as_it_was_read(
    workspace: Path, capsys: pytest.CaptureFixture[str], verdict: str
) -> None:
    where = ("--workspace", str(workspace))
    claim, before = petition_of(workspace, capsys)
    edit = ("claims", "edit", claim, "--why", "so", "--who", "Mia", *where)
    assert run([*edit, "--verdict", "withdrawn"]) == 2
    assert "nothing is decided about it" in capsys.readouterr().err
    assert run([*edit, "--verdict", verdict, *(("--value", '{"n": 3}') if verdict == "corrected" else ())]) == 0
    assert f"`cliffhanger claims edit {claim} --verdict withdrawn --why ...` takes it back" in capsys.readouterr().err
    assert petition_of(workspace, capsys)[1]["weight"] != before["weight"] or verdict == "corrected"
    assert run([*edit, "--verdict", "withdrawn"]) == 0
    after = petition_of(workspace, capsys)[1]
    assert "withdrawn by Mia" in after["basis"][0].pop("reviewed")
    before["basis"][0].pop("reviewed")
    assert after == before


def test_decisions_travel_to_a_ledger_that_has_the_articles(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, other = tmp_path / "claims.jsonl", tmp_path / "other"
    export = ["claims", "export", "--out", str(out), "--workspace", str(workspace)]
    take = ["claims", "import", str(out), "--workspace", str(other)]
    assert (run(export), run(take)) == (0, 0)
    claim, _ = petition_of(workspace, capsys)
    assert run(["claims", "edit", claim, "--verdict", "rejected", "--why", "no", "--workspace", str(workspace)]) == 0
    assert run(export) == 0
    for count in (1, 0):  # the second time nothing is new
        capsys.readouterr()
        assert run(take) == 0
        decisions = "1 decision" if count == 1 else f"{count} decisions"
        assert f"0 claims of 0 articles and {decisions} added; 2 articles on file already" in capsys.readouterr().err
    assert petition_of(other, capsys)[1]["standing"] == "rejected"


def test_the_default_day_is_the_last_one_on_file(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("status", "Copper Bay", "--json", "--workspace", str(workspace))
    assert told(capsys, *asked)["as_of"] == "2021-03-01"
    assert told(capsys, *asked) == told(capsys, *asked, "--as-of", "2021-03-01")
    outlets = ("claims", "outlets", "--json", "--workspace", str(workspace))
    assert told(capsys, *outlets) == told(capsys, *outlets, "--as-of", "2021-03-01") != []


def test_a_season_of_which_nothing_is_on_file_is_said_with_those_that_are(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["status", "Copper Bay", "--season", "9", "--workspace", str(workspace)]) == 5
    assert 'is about season 9 of "Copper Bay". Ask about season' in capsys.readouterr().err
    assert run(["status", "Copper Bay", "--season", "2", "--workspace", str(workspace)]) == 0


def test_all_that_lies_in_a_folder_is_read_refused_or_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "articles"
    (folder / "deep.html").mkdir(parents=True)
    (folder / "a.txt").write_text("Vela ha renovado la serie para una segunda temporada, que se estrenará en la primavera.\n")
    for name in ("x.pdf", "deep.html/y.PDF", "NOTES", "NUL.jpg"):
        (folder / name).write_text("x")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    assert run(["read", str(folder), "--dry-run"]) == 0
    said = capsys.readouterr()
    assert "1 read + 2 refused = 3 articles" in said.err
    assert "passed over in the folders: 1 without an ending, 1 .jpg, 2 .pdf" in said.err
    assert "gone.txt: refused. No such file" in said.out
    assert "pipe.txt: refused. This is not a file" in said.out
    assert "a.txt (language: es, for which there are no rules): " in said.out
    assert run(["read", str(folder / "a.txt"), "--json", "--workspace", str(tmp_path / "w")]) == 0
    assert json.loads(capsys.readouterr().out)["language"] == "es"


def test_the_language_of_an_article_is_kept_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--workspace", str(tmp_path / "w"))
    (tmp_path / "es.txt").write_text(
        "La segunda temporada de la serie “Copper Bay” se estrenará en la cadena en el otoño de 2024, y el reparto de la primera "
        "vuelve con una historia que los fans de la serie esperan.\n\nVela has renewed “Copper Bay” for a second season.\n"
    )
    english = "Vela has renewed “Copper Bay” for a second season, and it will return to the network in the autumn."
    (tmp_path / "en.txt").write_text(english)
    assert run(["read", str(tmp_path / "es.txt"), str(tmp_path / "en.txt"), "--published", "2024-01-01", *where]) == 0
    capsys.readouterr()
    assert run(["claims", "articles", *where]) == 0
    assert "es.txt | 2024-01-01 | outlet not told | language es" in capsys.readouterr().out
    assert run(["claims", "articles", "--json", *where]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["id"]: row["language"] for row in rows} == {"en.txt": "en", "es.txt": "es"}
    assert run(["claims", "list", "Copper Bay", *where]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.partition("#")[0] for line in lines if "| in language es" in line} == {"es.txt"}
    assert run(["claims", "list", "Copper Bay", "--json", *where]) == 0
    each = [json.loads(line)["piece"]["language"] for line in capsys.readouterr().out.splitlines()]
    assert len(each) == len(lines)
    assert run(["claims", "export", "--format", "jsonld", *where]) == 0
    assert '"inLanguage": "es"' in capsys.readouterr().out


def test_a_correction_of_a_form_that_is_none_any_more_is_set_aside_with_a_notice(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim, before = petition_of(workspace, capsys)
    article, _, number = claim.rpartition("#")
    old = Review("corrected", "Ada", "as it was then", dt.date(2021, 2, 1), {"n": {"at least": 5}, "window": "soon"})
    with Ledger.open(workspace).database.writing() as connection:
        connection.execute(sa.insert(REVIEWS), [review_row(article, int(number), old)])
    assert petition_of(workspace, capsys)[1]["value"] == before["value"]
    where = ("--workspace", str(workspace))
    found = told(capsys, "status", "Copper Bay", "--json", *where)
    assert [(one["claim"], one["who"], one["problem"]) for one in found["set_aside"]] == [
        (claim, "Ada", '"n" of petition is {"at least": 5}')
    ]
    assert run(["status", "Copper Bay", *where]) == 0
    assert f"Set aside: the correction of {claim} by Ada on 1 February 2021" in " ".join(capsys.readouterr().out.split())
    out, other = workspace / "all.jsonl", ("--workspace", str(workspace.parent / "other"))
    assert run(["claims", "export", "--out", str(out), *where]) == 0
    assert run(["claims", "import", str(out), *other]) == 0
    assert "of 1 claim a correction of no valid form" in capsys.readouterr().err
    assert told(capsys, "status", "Copper Bay", "--json", *other)["set_aside"] == found["set_aside"]
    assert run(["claims", "edit", claim, "--verdict", "withdrawn", "--why", "old", *where]) == 0
    capsys.readouterr()
    assert told(capsys, "status", "Copper Bay", "--json", *where)["set_aside"] == []
    assert run(["status", "Copper Bay", *where]) == 0
    assert "Set aside" not in capsys.readouterr().out


def test_the_name_of_a_file_is_printed_without_what_a_terminal_obeys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--workspace", str(tmp_path / "w"))
    (tmp_path / "\x1b[31mred.txt").write_text("Vela has renewed “Copper Bay” for a second season.\n")
    (tmp_path / "\x1b[32mempty.txt").write_bytes(bytes(range(256)) * 40)
    assert run(["read", *map(str, tmp_path.glob("*.txt")), *where]) == 0
    assert run(["claims", "articles", *where]) == 0
    assert run(["claims", "list", "Copper Bay", *where]) == 0
    shown = capsys.readouterr().out
    assert shown.count("red.txt") == 3
    assert "\x1b" not in shown


def test_what_counts_from_the_day_of_reading_is_said_until_the_day_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(OWNER)
    asked = ["read", str(tmp_path / "a.txt"), "--workspace", str(tmp_path / "w")]
    assert run(asked) == 0
    assert "without a day of their own: 1. They count from the day of reading" in capsys.readouterr().err
    assert run([*asked, "--published", "2021-03-01"]) == 0
    assert "without a day" not in capsys.readouterr().err
    assert run(asked) == 0  # the day is on file
    assert "without a day" not in capsys.readouterr().err


def test_a_day_that_is_to_come_is_doubted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(OWNER)
    asked = ["read", str(tmp_path / "a.txt"), "--dry-run", "--published"]
    assert run([*asked, "9999-01-01"]) == 0
    assert "of a day after today: 1. No answer as of today has what they say" in capsys.readouterr().err
    assert run([*asked, "2021-03-01"]) == 0
    assert "after today" not in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", " \n\n", "<html><head><script>var a = 'Copper Bay';</script></head><body></body></html>"])
def test_a_file_without_a_text_is_refused(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_text(text)
    assert run(["read", str(tmp_path / "a.html"), "--workspace", str(tmp_path / "w")]) == 3
    assert "a.html: refused. There is no text in it that a reader would see" in capsys.readouterr().out
    assert Ledger.open(tmp_path / "w").pieces() == ()


def test_what_was_told_before_an_end_says_so(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Brightline has ordered ten episodes of “Copper Bay” season 2, which will premiere in the autumn of 2021."
    (workspace / "news.txt").write_text(text)
    where = ("--workspace", str(workspace))
    assert run(["read", str(workspace / "news.txt"), "--published", "2021-01-05", "--outlet", "The Wire", *where]) == 0
    before, after = (
        {one["slot"]: one["note"] for one in told(capsys, "status", "Copper Bay", "--json", "--as-of", day, *where)["slots"]}
        for day in ("2021-02-01", "2021-04-01")
    )
    assert "told before" not in before["release"]
    assert "told before it was un-renewed on 2021-03-01" in after["release"]
    assert "told before" in after["episodes"]
    assert "told before" not in after["renewal"] + after["petition"]
    (workspace / "rescue.txt").write_text("Harbour Media has saved “Copper Bay” for a second season, the company said on Monday.")
    assert run(["read", str(workspace / "rescue.txt"), "--published", "2021-06-07", "--outlet", "The Wire", *where]) == 0
    revived = told(capsys, "status", "Copper Bay", "--json", "--as-of", "2021-07-01", *where)
    assert revived["status"]["state"] == "revived"
    notes = {one["slot"]: one["note"] for one in revived["slots"]}
    assert "told before it was revived on 2021-06-07" in notes["release"]
    assert run(["claims", "list", "Copper Bay", *where]) == 0
    assert "rescue.txt#1 | 2021-06-07, The Wire | Copper Bay S2 | " in capsys.readouterr().out


def test_a_quote_stands_beside_its_own_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The weightier word is shown, and that the answer has been believed for longer."""
    where = ("--workspace", str(tmp_path / "w"))
    (tmp_path / "early.txt").write_text("Brightline has cancelled Copper Bay after one season.\n")
    (tmp_path / "late.txt").write_text(OWNER)
    for name, day, outlet in (("early", "2021-02-10", "The Wire"), ("late", "2021-03-01", "Brightline Newsroom")):
        assert run(["read", str(tmp_path / f"{name}.txt"), "--published", day, "--outlet", outlet, *where]) == 0
    capsys.readouterr()
    assert run(["status", "Copper Bay", *where]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "official, Brightline, 1 March 2021, believed since 10 February 2021: “Brightline today announced" in said


def test_a_quote_of_no_day_stands_beside_the_day_of_its_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--workspace", str(tmp_path / "w"))
    (tmp_path / "early.txt").write_text("Brightline has cancelled Copper Bay after one season.\n")
    (tmp_path / "late.txt").write_text(OWNER)
    assert run(["read", str(tmp_path / "early.txt"), "--published", "2021-02-10", "--outlet", "The Wire", *where]) == 0
    assert run(["read", str(tmp_path / "late.txt"), "--outlet", "Brightline Newsroom", *where]) == 0
    read_on = Ledger.open(tmp_path / "w").pieces()[-1].read_on
    capsys.readouterr()
    assert run(["status", "Copper Bay", *where]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert f"Brightline, {day_words(read_on)}, believed since 10 February 2021: “Brightline today announced" in said


def test_a_sentence_that_tells_of_two_turns_is_not_set_beside_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Harbour Media has picked up “Copper Bay” for a second season, four months after Brightline cancelled it."
    (tmp_path / "a.txt").write_text(text)
    assert run(["read", str(tmp_path / "a.txt"), "--published", "2021-03-01", "--workspace", str(tmp_path / "w")]) == 0
    found = told(capsys, "status", "Copper Bay", "--json", "--workspace", str(tmp_path / "w"))
    assert [one["type"] for one in found["contradictions"]] == ["supersession:renewal"]
    assert run(["status", "Copper Bay", "--workspace", str(tmp_path / "w")]) == 0
    assert "CONTRADICTIONS" not in capsys.readouterr().out


def test_an_article_is_told_by_the_id_that_decisions_need(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--published", "2021-03-01", "--workspace", str(tmp_path / "w"))
    for folder, text in (("one", OWNER), ("two", FARM)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text)
    assert run(["read", str(tmp_path / "one" / "a.txt"), *where]) == 0
    assert capsys.readouterr().out.startswith("a.txt: ")
    assert run(["read", str(tmp_path / "two" / "a.txt"), *where]) == 0
    said = capsys.readouterr().out
    kept_as = Ledger.open(tmp_path / "w").pieces()[1].id
    assert kept_as != "a.txt"
    assert said.startswith(f"a.txt, on file as {kept_as}: ")
    assert told(capsys, "read", str(tmp_path / "two" / "a.txt"), "--json", *where)["on_file_as"] == kept_as


def test_a_misspelt_key_of_a_list_is_no_article_without_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(OWNER)
    manifest = tmp_path / "list.jsonl"
    manifest.write_text(json.dumps({"id": "a", "file": "a.txt", "publishd": "2021-03-01", "claims": []}))
    assert run(["read", "--manifest", str(manifest), "--workspace", str(tmp_path / "w")]) == 3
    assert 'list.jsonl:1: "publishd" is no key of a list. Did you mean "published"?\n' in capsys.readouterr().err


def test_a_list_of_articles_is_no_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.jsonl").write_text('{"id": "a", "file": "a.txt"}\n')
    assert run(["read", str(tmp_path / "list.jsonl"), "--workspace", str(tmp_path / "w")]) == 2
    assert "list.jsonl is a list of articles by its name. Give it by --manifest " in capsys.readouterr().err
    assert not (tmp_path / "w").exists()


def test_an_article_that_tells_it_twice_is_no_other_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--workspace", str(tmp_path / "w"))
    (tmp_path / "a.txt").write_text(
        "Copper Bay has been renewed for a second season by Vela, the streamer announced on Tuesday.\n\n"
        "“Copper Bay” will return with eight episodes in spring 2022.\n"
    )
    assert run(["read", str(tmp_path / "a.txt"), "--published", "2021-02-03", "--outlet", "The Wire", *where]) == 0
    capsys.readouterr()
    renewal = next(one for one in told(capsys, "status", "Copper Bay", "--json", *where)["slots"] if one["slot"] == "renewal")
    assert [one["rule"] for one in renewal["ranks"]].count("R8") == 1
    assert run(["status", "Copper Bay", *where]) == 0
    assert "told again" not in capsys.readouterr().out


def test_how_many_told_it_is_counted_without_copies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news = (
        "Brightline has renewed “Copper Bay” for a second season, the network said on Tuesday. Filming of the coastal mystery is "
        "to begin in the spring, and the whole of the first cast has signed up for it, with two new faces in the harbour office."
    )
    other = "The harbour drama “Copper Bay” has been renewed by Brightline for a second season, a producer told us."
    told_by = {"The Wire": ("2021-01-05", news), "The Echo": ("2021-01-06", f"{news} "), "The Paper": ("2021-01-07", other)}
    where = ("--workspace", str(tmp_path / "w"))
    for outlet, (day, text) in told_by.items():
        (tmp_path / f"{outlet}.txt").write_text(text)
        assert run(["read", str(tmp_path / f"{outlet}.txt"), "--published", day, "--outlet", outlet, *where]) == 0
    for day, said in (("2021-01-05", None), ("2021-01-06", "1 independent source"), ("2021-01-07", "2 independent sources")):
        capsys.readouterr()
        assert run(["status", "Copper Bay", "--as-of", day, *where]) == 0
        renewal = " ".join(capsys.readouterr().out.split()).partition("renewal S2: renewed")[2].partition(" production ")[0]
        if said is None:
            assert "source" not in renewal
        else:
            assert f"{said}, told again by 1 article of the same origin" in renewal
    rescue = "Harbour Media has saved “Copper Bay” for a second season, the company said on Monday."
    for outlet, day, text in (("Brightline Newsroom", "2021-02-01", OWNER), ("The Post", "2021-03-01", rescue)):
        (tmp_path / f"{outlet}.txt").write_text(text)
        assert run(["read", str(tmp_path / f"{outlet}.txt"), "--published", day, "--outlet", outlet, *where]) == 0
    capsys.readouterr()
    assert run(["status", "Copper Bay", *where]) == 0
    renewal = capsys.readouterr().out.partition("renewal S2: renewed")[2].partition("overruled")[0]
    assert "Harbour Media" in renewal
    assert "told again" not in renewal
