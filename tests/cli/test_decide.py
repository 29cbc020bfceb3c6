"""``decide`` as a person runs it."""

from __future__ import annotations

import json

import pytest

from cliffhanger.cli import run

ASK = ("decide", "Spinning Out", "--episodes", "10")


def test_json_repeats_itself_and_an_edited_file_is_told(tmp_path, capsys):
    path = tmp_path / "d.json"
    assert run([*ASK, "--cost-per-episode", "500k:2M", "--assume", "value_per_hour=0.05:0.15", "--json"]) == 0
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["question"]["cost_per_episode"] == [5e5, 1.25e6, 2e6]
    assert kept["question"]["assume"] == {"value_per_hour": [0.05, 0.1, 0.15]}
    assert kept["sentence"].startswith("From public figures alone: ")
    assert {name for _, name, _ in kept["answer"]["files"]}
    assert run(["decide", "--replay", str(path)]) == 0
    assert "bit for bit" in capsys.readouterr().out
    assert run(["decide", "--replay", str(path), "--json"]) == 0
    assert capsys.readouterr().out == path.read_text(encoding="utf-8")
    kept["answer"]["should"]["pairs"] += 1
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert run(["decide", "--replay", str(path)]) == 3
    told = capsys.readouterr().err
    assert "answer.should.pairs" in told
    assert "is not the one in the file: the file was changed, or the figures that answer it; it differs in 1 place" in told
    kept["versions"]["numpy"] = "1.0"
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert run(["decide", "--replay", str(path)]) == 3
    told = capsys.readouterr().err
    assert "other versions decided it (numpy 1.0 then, " in told
    assert "it differs in 1 place" in told, "a version is no part of the answer"


def test_another_currency_needs_its_rate_and_changes_nothing_else(capsys):
    assert run([*ASK, "--cost-per-episode", "1M", "--currency", "EUR"]) == 2
    assert "usd_per_eur" in capsys.readouterr().err
    rate = ("--currency", "EUR", "--assume", "usd_per_eur=2")
    assert run([*ASK, "--cost-per-episode", "1M", *rate, "--json"]) == 0
    in_euros = json.loads(capsys.readouterr().out)
    assert run([*ASK, "--cost-per-episode", "2M", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == in_euros


def test_an_attitude_to_risk_is_asked_for_and_repeated(tmp_path, capsys):
    path = tmp_path / "d.json"
    cost = ("--cost-per-episode", "500k:2M")
    assert run([*ASK, *cost, "--risk", "utility:5M", "--json"]) == 0
    told = capsys.readouterr().out
    path.write_text(told, encoding="utf-8")
    kept = json.loads(told)
    assert kept["question"]["risk"] == "utility:5000000"
    (asked,) = [one for one in kept["answer"]["should"]["payback"]["choices"] if one["asked"]]
    assert {"renew": "order it", "end": "end it"}[asked["option"]] in kept["sentence"]
    assert run(["decide", "--replay", str(path), "--json"]) == 0
    assert capsys.readouterr().out == told
    assert run([*ASK, *cost, "--json"]) == 0
    plain = json.loads(capsys.readouterr().out)["answer"]["should"]["payback"]
    assert plain["margin"] == kept["answer"]["should"]["payback"]["margin"], "the draws are the same"
    euros = ("--currency", "EUR", "--assume", "usd_per_eur=2")
    assert run([*ASK, "--cost-per-episode", "250k:1M", "--risk", "utility:2.5M", *euros, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == kept


@pytest.mark.parametrize(
    ("tokens", "code", "said"),
    [
        (["decide"], 2, "no series is named"),
        ([*ASK, "--assume", "value_per_hour"], 2, "name=value"),
        ([*ASK, "--assume", "value_per_hour=much"], 2, "no number"),
        ([*ASK, "--assume", "value_per_hour=1:2:3:4"], 2, "more than three"),
        ([*ASK, "--cost-per-episode", "-2M"], 2, "--cost-per-episode"),
        ([*ASK, "--seed", "-1"], 2, "no seed"),
        ([*ASK, "--risk", "cvar:0.2"], 2, "--risk has no effect"),
        ([*ASK, "--cost-per-episode", "1M", "--risk", "cvar:2"], 2, "a share of 2"),
        ([*ASK, "--cost-per-episode", "1M", "--risk", "brave"], 2, "utility:2000000"),
        ([*ASK, "--cost-per-episode", "1M", "--risk", "utility:-1M"], 2, "no tolerance"),
        ([*ASK, "--cost-per-episode", "1M", "--risk", "utility:much"], 2, "no number"),
        (["decide", "--replay", "/no/such/file", "--risk", "mean:1"], 2, "--risk has no effect"),
        ([*ASK, "--assume", "value_per_hour=0.1", "--assume", " value_per_hour =0.2"], 2, "value_per_hour is given twice"),
        ([*ASK, "--format", "xlsx", "--out", ""], 2, "names no file"),
        ([*ASK, "--format", "html", "--out", "/"], 2, "names no file"),
        ([*ASK, "--format", "html", "--out", ".."], 2, "names no file"),
        (["decide", "Spining Out"], 5, "Spinning Out"),
        (["decide", "--replay", "/no/such/file"], 3, "there is no such file"),
        (["decide", "--replay", "/no/such/file", "--workspace", "/no/such/workspace"], 3, "/no/such/file"),
        (["decide", "--replay", "/no/such/file", "--format", "md"], 2, "text or JSON"),
        (["decide", "Spinning Out", "--replay", "/no/such/file"], 2, "SERIES has no effect"),
        ([*ASK, "--prices-in", "EUR"], 2, "--prices-in has no effect"),
    ],
)
def test_what_cannot_be_is_told(tokens, code, said, capsys):
    assert run(tokens) == code
    assert said in capsys.readouterr().err
