"""Pulling from the publisher: a real server on loopback, with the addresses in the workspace's own configuration."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from werkzeug import Request, Response

from cliffhanger.cli import run
from cliffhanger.pipeline.pull import pull_publisher
from tests.published import write_list, write_report

REPORT = "What_We_Watched_A_Netflix_Engagement_Report_2023Jul-Dec.xlsx"
NOW = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)


@pytest.fixture
def publisher(tmp_path, httpserver):
    """A publisher with a list and a report, and a workspace that knows its addresses."""
    source = tmp_path / "source"
    source.mkdir()
    weeks = [dt.date(2023, 9, 3) + dt.timedelta(weeks=k) for k in range(4)]
    files = {
        "/all-weeks-global.tsv": write_list(source / "all-weeks-global.tsv", weeks).read_bytes(),
        f"/{REPORT}": write_report(source / REPORT).read_bytes(),
    }
    for path, content in files.items():
        httpserver.expect_request(path).respond_with_data(content, content_type="application/octet-stream")
    workspace = tmp_path / "w"
    workspace.mkdir()
    periods = {"2023H1": "2023-12-12", "2023H2": "2024-05-23", "2024H1": "2024-09-19", "2024H2": "2025-02-26"}
    lines = [f'[sources.netflix]\nweekly_url = "{httpserver.url_for("/all-weeks-global.tsv")}"']
    report = httpserver.url_for("/" + REPORT)
    lines += [f'[sources.netflix.reports.{p}]\nurl = "{report}"\npublished_on = {d}' for p, d in periods.items()]
    (workspace / "cliffhanger.toml").write_text("\n".join(lines) + "\n")
    return workspace, httpserver


def test_fetches_lists_and_reports_into_the_workspace(publisher, capsys):
    """Every configured address is fetched once and kept with its address as source; the board answers from it."""
    workspace, server = publisher
    assert run(["pull", "netflix", "--workspace", str(workspace), "--json"]) == 0
    pulled = json.loads(capsys.readouterr().out)
    assert {f["kind"] for f in pulled["files"]} == {"weekly", "halfyear"}
    assert {request.headers["User-Agent"].split("/")[0] for request, _ in server.log} == {"cliffhanger"}
    manifest = json.loads((workspace / "figures" / "manifest.json").read_text())
    assert all(v["version"]["source"].startswith("http://") for v in manifest["versions"])
    assert run(["board", "--workspace", str(workspace), "--as-of", "2024-05-23", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 20


def test_a_new_list_is_kept_beside_the_old(publisher, tmp_path):
    """A week later the publisher has another file: both versions are on file, each with its day."""
    workspace, server = publisher
    options = {"published": {}, "header_row": None, "now": NOW, "progress": lambda _: None}
    pull_publisher(workspace, **options)
    later = write_list(tmp_path / "all-weeks-global.tsv", [dt.date(2023, 9, 3) + dt.timedelta(weeks=k) for k in range(5)])
    server.clear()
    server.expect_request("/all-weeks-global.tsv").respond_with_data(later.read_bytes())
    server.expect_request(f"/{REPORT}").respond_with_data((tmp_path / "source" / REPORT).read_bytes())
    pulled = pull_publisher(workspace, **options)
    lists = [f for f in pulled.files if f.kind == "weekly"]
    assert [(f.on_file_before, f.covers_until) for f in lists] == [(False, dt.date(2023, 10, 1))]
    manifest = json.loads((workspace / "figures" / "manifest.json").read_text())
    days = sorted(v["version"]["published_on"] for v in manifest["versions"] if v["version"]["kind"] == "weekly")
    assert days == ["2023-09-26", "2023-10-03"]


def test_a_publisher_that_answers_with_a_page(publisher, capsys):
    """A sign-in page in place of the list: refused with the address, and nothing enters the workspace."""
    workspace, server = publisher
    server.clear()

    def page(_: Request) -> Response:
        return Response("<!DOCTYPE html><html><body>Sign in</body></html>", content_type="text/html")

    server.expect_request("/all-weeks-global.tsv").respond_with_handler(page)
    assert run(["pull", "netflix", "--workspace", str(workspace)]) in {3, 6}
    message = capsys.readouterr().err
    assert "all-weeks-global.tsv" in message
    assert "web page" in message
    assert run(["board", "--workspace", str(workspace)]) == 4
