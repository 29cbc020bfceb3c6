"""``cliffhanger slate`` as a person runs it."""

from __future__ import annotations

import json

import pytest

from cliffhanger.cli import run
from tests.pipeline.test_slate import ROWS, table


@pytest.fixture
def options(tmp_path):
    return table(tmp_path, *ROWS)


def slate(*tokens: object) -> int:
    return run(["slate", *map(str, tokens)])


def test_sentence_first(options, capsys):
    assert slate("--options", options, "--budget", "12M") == 0
    out = capsys.readouterr().out
    assert out.startswith("Renew ")
    assert "\nAll sums in USD.\n" in out
    assert "5 rows = 5 taken + 0 set aside" in " ".join(out.split())


def test_json_replays_to_the_same_bytes(options, tmp_path, capsys):
    limits = ("--genre", "drama=1..2", "--must", "gamma, part II:3=renew", "--must-not", "delta:1", "--episodes", "..20")
    assert slate("--options", options, "--budget", "14 000 000", *limits, "--draws", "200", "--json") == 0
    first = capsys.readouterr().out
    content = json.loads(first)
    assert content["question"]["limits"]["ranges"] == [
        {"column": "episodes", "name": "", "low": None, "high": 20.0},
        {"column": "genre", "name": "drama", "low": 1.0, "high": 2.0},
    ]
    assert {p["title_id"]: p["option"] for p in content["answer"]["picks"]}["gamma, part II"] == "renew"
    path = tmp_path / "slate.json"
    path.write_text(first, encoding="utf-8")
    assert slate("--replay", path, "--json") == 0
    assert capsys.readouterr().out == first
    assert slate("--replay", path) == 0
    assert capsys.readouterr().out.startswith(content["sentence"][:40])


def test_page_and_workbook_are_written(options, tmp_path, capsys):
    for form, start in (("html", b"<!doctype html>"), ("xlsx", b"PK")):
        out = tmp_path / "deep" / f"slate.{form}"
        assert slate("--options", options, "--budget", "12M", "--format", form, "--out", out, "--draws", "200") == 0
        assert out.read_bytes().startswith(start)
    assert capsys.readouterr().out == ""


def test_risk_is_asked_for(options, capsys):
    asked = ("--risk", "cvar:0.2", "--budget-risk", "chance:0.8", "--scenarios", "50", "--draws", "100", "--points", "3")
    assert slate("--options", options, "--budget", "12M", *asked) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "the mean net value of the worst 20 % of outcomes: " in told
    assert ", over the 50 draws of the search." in told, "the figure over all draws is another"
    assert "Mean of the worst fifth of outcomes, of all draws: " in told


@pytest.mark.parametrize(
    ("tokens", "code", "said"),
    [
        (("--budget", "much"), 2, "no sum of money"),
        (("--budget=-5M",), 2, "below 0"),
        (("--genre", "drama"), 2, "drama=2..5"),
        (("--genre", "opera=1.."), 2, "use one of comedy, drama"),
        (("--episodes", "many"), 2, "2..5"),
        (("--must", "alpha"), 2, "TITLE:2"),
        (("--must", "alphq:2"), 5, 'Did you mean "alpha:2"'),
        (("--risk", "cvar:7"), 2, "cvar:0.2"),
        (("--risk", "chance:0.9"), 2, "chance is none of the attitudes to risk here. Write one of mean, cvar:0.2."),
        (("--risk", "utility:2M"), 2, "utility is none of the attitudes to risk here. Write one of mean, cvar:0.2."),
        (("--budget", "1M", "--budget-risk", "utility:2M"), 2, "Write one of mean, cvar:0.2, chance:0.9."),
        (("--draws", "1"), 2, "10 to 20000"),
        (("--format", "xlsx"), 2, "--out answer.xlsx"),
        (
            ("--budget", "1M", "--seasons", "2.."),
            2,
            "contradict each other, and no smaller set of them does: budget at most 1,000,000; seasons at least 2",
        ),
        (("--overlap", "absent.csv"), 3, "no such file"),
        (("--replay", "slate.json"), 2, "--options has no effect"),
        (("--plan", "plan.csv", "--assume", "mrgin=0.4"), 2, "--assume and --plan have no effect"),
        (("--workspace", "nowhere"), 2, "--workspace has no effect"),
        (("--as-of", "2025-01-01"), 2, "--as-of has no effect"),
        (("--points", "3", "--step", "2M"), 2, "--points and --step have no effect"),
        (("--budget-risk", "cvar:0.2"), 2, "--budget-risk has no effect"),
        (("--budget", "12M", "--scenarios", "50"), 2, "--scenarios has no effect"),
        (("--format", "html", "--json"), 2, "--format has no effect"),
        (("--genre", "Drama=1.."), 2, 'Did you mean "drama"'),
    ],
)
def test_refusals_name_the_remedy(options, capsys, tokens, code, said):
    assert slate("--options", options, *tokens) == code
    captured = capsys.readouterr()
    assert said.lower() in captured.err.lower()
    assert captured.out == ""


def test_rates_of_a_day(tmp_path, capsys):
    """The budget is in the money of the answer; the rate is the one known on the day."""
    path = table(tmp_path, ROWS[0])
    rates = table(tmp_path, "2025-01-01,USD,XXA,4", "2025-07-01,USD,XXA,9", head="day,currency,into,rate", name="rates.csv")
    asked = ("--options", path, "--budget", "40M", "--currency", "xxa", "--rates", rates, "--draws", "100")
    assert slate(*asked, "--as-of", "2025-06-30") == 0
    assert capsys.readouterr().out.startswith("Renew 1 of 1 for 25.2 M XXA")  # 4 x (6 + (5 + 8 - 12) / 3.21) M
    assert slate(*asked) == 0
    assert capsys.readouterr().out.startswith("Renew 0 of 1")  # at 9 it costs 57 M


def test_no_table(capsys):
    assert slate("--budget", "1M") == 2
    assert "--options" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "step"),
    [
        (("--budget", "12M"), 1e6),
        (("--budget", "400k"), 4e4),
        (("--budget", "400k", "--step", "2M"), 2e6),
        (("--budget", "0"), 1e6),
    ],
)
def test_what_is_added_to_a_small_budget_is_a_tenth_of_it(options, capsys, given, step):
    assert slate("--options", options, *given, "--points", 0, "--json") == 0
    assert json.loads(capsys.readouterr().out)["question"]["step"] == pytest.approx(step)


def test_options_without_effect_are_refused_with_a_replay_and_with_a_log(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert slate("--replay", "slate.json", "--draws", 50, "--must", "a:1") == 2
    assert "--draws and --must have no effect" in capsys.readouterr().err
    assert slate("--budget", "1M", "--overlap", "absent.csv") == 2
    assert "--overlap has no effect" in capsys.readouterr().err


def test_a_workspace_that_is_none_is_told_as_everywhere(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    for name, said in (("nowhere", "no such folder"), ("empty", "no workspace")):
        assert slate("--workspace", tmp_path / name, "--budget", "1M") == 4
        assert said in capsys.readouterr().err
