from __future__ import annotations

import gzip
import hashlib
import logging
import re
import socket
import sqlite3
import threading
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime
from importlib import resources
from pathlib import Path

import httpx2
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from cliffhanger.errors import FetchError, WorkspaceError
from cliffhanger.sources.fetch import DEFAULT_LIMITS, Fetched, FetchLimits, _file_name, fetch

NOW = datetime(2026, 7, 21, 23, 30, tzinfo=timezone(timedelta(hours=-2)))  # already the 22nd in UTC
QUICK = replace(DEFAULT_LIMITS, wait_initial_s=0.01, wait_max_s=0.02, wait_jitter_s=0.0, read_timeout_s=5.0)
LIST = b"week\tcategory\tweekly_rank\tshow_title\n2026-07-19\tTV (English)\t1\tThe Show\n"
PATH = "/top10/all-weeks-global.tsv"

Ask = Callable[..., Fetched]


@pytest.fixture
def ask(tmp_path: Path, httpserver: HTTPServer) -> Ask:
    def run(url: str = "", limits: FetchLimits = QUICK, **more: object) -> Fetched:
        folders = {"target_dir": tmp_path / "target", "cache_dir": tmp_path / "cache"}
        return fetch(url or httpserver.url_for(PATH), limits=limits, now=NOW, **(folders | more))  # type: ignore[arg-type]

    return run


def left_over(folder: Path) -> list[str]:
    return sorted(child.name for child in folder.iterdir()) if folder.is_dir() else []


@contextmanager
def raw_server(*answers: list[bytes], pause_s: float = 0.0) -> Iterator[tuple[str, list[str]]]:
    """Serve each connection one list of chunks as they stand, then close it; yield the address and what was asked.

    For what a proper server does not send, be it only a ``Date`` of our choice.
    """
    asked: list[str] = []

    def serve() -> None:
        for chunks in answers:
            connection, _ = listener.accept()
            with connection:
                asked.append(connection.recv(65536).decode())
                for chunk in chunks:
                    time.sleep(pause_s)
                    try:
                        connection.sendall(chunk)
                    except OSError:  # the client has had enough
                        break

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/list.tsv", asked
        thread.join(10)


def answer(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> list[bytes]:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers, "", ""]
    return ["\r\n".join(lines).encode(), body]


class TestAnswer:
    def test_the_file_is_whole_and_described(self, ask: Ask, httpserver: HTTPServer, tmp_path: Path) -> None:
        headers = {"Last-Modified": "Tue, 21 Jul 2026 07:00:00 GMT"}
        httpserver.expect_request(PATH).respond_with_data(LIST, headers=headers)
        fetched = ask()
        assert fetched == Fetched(
            path=tmp_path / "target" / "all-weeks-global.tsv",
            url=httpserver.url_for(PATH),
            sha256=hashlib.sha256(LIST).hexdigest(),
            bytes=len(LIST),
            retrieved_on=date(2026, 7, 22),
            last_modified=date(2026, 7, 21),
            from_cache=False,
        )
        assert fetched.path.read_bytes() == LIST
        assert left_over(tmp_path / "target") == ["all-weeks-global.tsv"]

    def test_a_file_of_that_name_is_replaced(self, ask: Ask, httpserver: HTTPServer, tmp_path: Path) -> None:
        (tmp_path / "target").mkdir()
        (tmp_path / "target" / "all-weeks-global.tsv").write_bytes(b"older")
        httpserver.expect_request(PATH).respond_with_data(LIST)
        assert ask().path.read_bytes() == LIST

    @pytest.mark.parametrize("header", ["yesterday", "", "Tue, 99 Jul 2026 07:00:00 GMT"])
    def test_an_unreadable_last_modified_is_null(self, ask: Ask, httpserver: HTTPServer, header: str) -> None:
        httpserver.expect_request(PATH).respond_with_data(LIST, headers={"Last-Modified": header})
        assert ask().last_modified is None

    @pytest.mark.parametrize(
        ("contact", "agent"),
        [(None, r"cliffhanger/\S+"), ("a@example.org", r"cliffhanger/\S+ \(\+a@example\.org\)")],
    )
    def test_the_request_says_who_asks(self, ask: Ask, httpserver: HTTPServer, contact: str | None, agent: str) -> None:
        httpserver.expect_request(PATH).respond_with_data(LIST)
        ask(contact=contact)
        (request, _), *more = httpserver.log
        assert not more
        assert re.fullmatch(agent, request.headers["User-Agent"])

    def test_a_compressed_answer_is_the_file_itself(self, ask: Ask, httpserver: HTTPServer) -> None:
        headers = {"Content-Encoding": "gzip"}
        httpserver.expect_request(PATH).respond_with_data(gzip.compress(LIST), headers=headers)
        assert ask().sha256 == hashlib.sha256(LIST).hexdigest()

    @pytest.mark.parametrize(
        ("path", "name"),
        [
            ("/a/b.xlsx", "b.xlsx"),
            ("/a/", "download"),
            ("", "download"),
            ("/..%2f..%2fetc%2fpasswd", "passwd"),
            ("/..%5c..%5cwin.ini", "win.ini"),
            ("/%2e%2e", "download"),
            ("/.bashrc", "bashrc"),
            ("/a%00b%0a.tsv", "a_b_.tsv"),
            ("/What%20We%20Watched%3F.xlsx", "What We Watched_.xlsx"),
            ("/" + "x" * 400 + ".tsv", "x" * 146 + ".tsv"),
        ],
    )
    def test_a_name_never_leads_out_of_the_folder(self, path: str, name: str) -> None:
        assert _file_name(httpx2.URL(f"https://example.org{path}")) == name


class TestCache:
    def test_an_unchanged_file_does_not_travel_twice(self, ask: Ask, httpserver: HTTPServer) -> None:
        seen: list[str | None] = []

        def conditionally(request: Request) -> Response:
            seen.append(request.headers.get("If-None-Match"))
            if seen[-1] == '"one"':
                return Response(status=304, headers={"ETag": '"one"'})
            return Response(LIST, headers={"ETag": '"one"', "Last-Modified": "Tue, 21 Jul 2026 07:00:00 GMT"})

        httpserver.expect_request(PATH).respond_with_handler(conditionally)
        first = ask()
        first.path.unlink()
        second = ask()
        assert seen == [None, '"one"']
        assert (first.from_cache, second.from_cache) == (False, True)
        assert second == replace(first, from_cache=True)
        assert second.path.read_bytes() == LIST

    def test_a_changed_file_travels_again_and_the_newest_is_the_condition(self, ask: Ask) -> None:
        # A second later each: caches order what they hold by the server's Date.
        answers = [answer(LIST + b"%d" % n, f'ETag: "{n}"', f"Date: Tue, 21 Jul 2026 07:00:0{n} GMT") for n in range(3)]
        with raw_server(*answers, answer(b"", 'ETag: "2"', status="304 Not Modified")) as (url, asked):
            fetched = [ask(url) for _ in range(4)]
            bodies = [fetched[-1].path.read_bytes()]
        assert [one.from_cache for one in fetched] == [False, False, False, True]
        assert [one.sha256 for one in fetched] == [hashlib.sha256(LIST + b"%d" % n).hexdigest() for n in (0, 1, 2, 2)]
        assert bodies == [LIST + b"2"]
        conditions = [re.findall(r"if-none-match: (.*)\r", text, re.IGNORECASE) for text in asked]
        assert conditions == [[], ['"0"'], ['"1"'], ['"2"']]

    @pytest.mark.parametrize(
        "headers",
        [
            # Ten per cent of half a year is 18 days: what a cache may call fresh would hide two lists.
            {"Last-Modified": format_datetime(datetime(2026, 1, 1, tzinfo=UTC), usegmt=True)},
            {"Cache-Control": "max-age=86400"},
        ],
    )
    def test_the_publisher_is_asked_even_when_a_copy_might_be_fresh(
        self, ask: Ask, httpserver: HTTPServer, headers: dict[str, str]
    ) -> None:
        httpserver.expect_ordered_request(PATH).respond_with_data(LIST, headers=headers)
        httpserver.expect_ordered_request(PATH).respond_with_data(LIST + b"Tuesday's\n", headers=headers)
        ask()
        assert ask().path.read_bytes() == LIST + b"Tuesday's\n"

    def test_what_may_not_be_stored_is_not(self, ask: Ask, httpserver: HTTPServer) -> None:
        headers = {"ETag": '"one"', "Cache-Control": "no-store"}
        httpserver.expect_request(PATH).respond_with_data(LIST, headers=headers)
        ask()
        assert not ask().from_cache
        assert "If-None-Match" not in httpserver.log[-1][0].headers

    def test_a_damaged_cache_costs_a_download_and_no_noise(
        self, ask: Ask, httpserver: HTTPServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        httpserver.expect_request(PATH).respond_with_data(LIST, headers={"ETag": '"one"'})
        ask()
        for cache in (tmp_path / "cache").glob("http.db*"):
            cache.write_bytes(b"no database at all, " * 400)
        with caplog.at_level(logging.WARNING):
            assert ask().path.read_bytes() == LIST
        assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
        sqlite3.connect(tmp_path / "cache" / "http.db").close()


class TestRetry:
    @pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
    def test_trouble_that_passes_is_waited_out(self, ask: Ask, httpserver: HTTPServer, status: int) -> None:
        httpserver.expect_ordered_request(PATH).respond_with_data("busy", status=status)
        httpserver.expect_ordered_request(PATH).respond_with_data(LIST)
        assert ask().path.read_bytes() == LIST
        assert len(httpserver.log) == 2

    def test_trouble_that_stays_is_told_after_the_last_try(self, ask: Ask, httpserver: HTTPServer) -> None:
        httpserver.expect_request(PATH).respond_with_data("busy", status=503)
        with pytest.raises(FetchError, match=r"answered 503 SERVICE UNAVAILABLE. Try again later") as caught:
            ask(limits=replace(QUICK, attempts=3))
        assert caught.value.place == httpserver.url_for(PATH)
        assert len(httpserver.log) == 3

    @pytest.mark.parametrize(
        ("status", "hint"),
        [(404, "look its address up"), (410, "look its address up"), (403, "in a browser"), (400, "in a browser")],
    )
    def test_a_refusal_is_told_at_once(self, ask: Ask, httpserver: HTTPServer, status: int, hint: str) -> None:
        httpserver.expect_request(PATH).respond_with_data("no", status=status)
        with pytest.raises(FetchError, match=rf"{PATH}: the publisher answered {status} .*{hint}"):
            ask()
        assert len(httpserver.log) == 1

    @pytest.mark.parametrize("status", [204, 206])
    def test_a_part_or_nothing_is_no_file(self, ask: Ask, httpserver: HTTPServer, status: int) -> None:
        httpserver.expect_request(PATH).respond_with_data(LIST if status == 206 else b"", status=status)
        with pytest.raises(FetchError, match=f"answered {status}"):
            ask()

    @pytest.mark.parametrize(
        "headers",
        [
            ["Retry-After: 1"],
            # A clock that is years off ours: only the difference counts.
            ["Date: Wed, 01 Jan 2031 00:00:00 GMT", "Retry-After: Wed, 01 Jan 2031 00:00:01 GMT"],
            ["Retry-After: Wed, 22 Jul 2026 01:30:01 GMT"],
        ],
    )
    def test_the_pause_that_a_server_asks_for_is_kept(self, ask: Ask, headers: list[str]) -> None:
        busy = answer(b"busy", *headers, status="503 Busy")
        with raw_server(busy, answer(LIST)) as (url, _):
            started = time.monotonic()
            ask(url)
            assert 1.0 <= time.monotonic() - started < 4.0

    @pytest.mark.parametrize("header", ["soon", "", "-5", "Wed, 99 Jan 2031 00:00:00 GMT"])
    def test_an_unreadable_pause_is_the_usual_one(self, ask: Ask, header: str) -> None:
        busy = answer(b"busy", f"Retry-After: {header}", status="503 Busy")
        with raw_server(busy, answer(LIST)) as (url, _):
            assert ask(url).bytes == len(LIST)

    def test_too_long_a_pause_is_told_instead(self, ask: Ask, httpserver: HTTPServer) -> None:
        httpserver.expect_request(PATH).respond_with_data("busy", status=429, headers={"Retry-After": "3600"})
        with pytest.raises(FetchError, match=r"answered 429 .*It asks to come back in 3600 s"):
            ask()
        assert len(httpserver.log) == 1

    def test_a_silent_server_is_given_up(self, ask: Ask) -> None:
        with raw_server([b"too late"], [b"too late"], pause_s=0.6) as (url, asked):
            with pytest.raises(FetchError, match=r"did not answer in time. Try again later"):
                ask(url, limits=replace(QUICK, read_timeout_s=0.2, attempts=2))
            assert len(asked) >= 1

    def test_nobody_there_is_told(self, ask: Ask) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with pytest.raises(FetchError, match=r"could not be reached .*refused.*See to your connection"):
            ask(f"http://127.0.0.1:{port}/list.tsv")


class TestSize:
    SMALL = replace(QUICK, max_bytes=1000)

    def test_a_declared_size_is_judged_before_the_body(self, ask: Ask, httpserver: HTTPServer, tmp_path: Path) -> None:
        httpserver.expect_request(PATH).respond_with_data(b"x" * 1001)
        with pytest.raises(FetchError, match=r"the file has 1,001 bytes, over the 1,000 allowed"):
            ask(limits=self.SMALL)
        assert left_over(tmp_path / "target") == []

    def test_an_undeclared_size_is_counted(self, ask: Ask, httpserver: HTTPServer, tmp_path: Path) -> None:
        httpserver.expect_request(PATH).respond_with_handler(lambda _: Response(b"x" * 100 for _ in range(11)))
        with pytest.raises(FetchError, match=r"the file has more than the 1,000 bytes allowed"):
            ask(limits=self.SMALL)
        assert left_over(tmp_path / "target") == []

    def test_what_a_small_body_unpacks_to_is_counted(self, ask: Ask, httpserver: HTTPServer) -> None:
        bomb = gzip.compress(b"x" * 1_000_000)
        assert len(bomb) < 2000
        headers = {"Content-Encoding": "gzip"}
        httpserver.expect_request(PATH).respond_with_data(bomb, headers=headers)
        with pytest.raises(FetchError, match="more than the 2,000 bytes"):
            ask(limits=replace(QUICK, max_bytes=2000))

    def test_exactly_the_limit_is_taken(self, ask: Ask, httpserver: HTTPServer) -> None:
        httpserver.expect_request(PATH).respond_with_data(b"x" * 1000)
        assert ask(limits=self.SMALL).bytes == 1000

    def test_an_empty_file_is_refused(self, ask: Ask, httpserver: HTTPServer) -> None:
        httpserver.expect_request(PATH).respond_with_data(b"")
        with pytest.raises(FetchError, match="answered with an empty file"):
            ask()


class TestWebPage:
    @pytest.mark.parametrize(
        "body",
        [
            b"<!DOCTYPE html><html><body>Are you a robot?</body></html>",
            b"\xef\xbb\xbf \r\n<html lang=en>",
            b"\n" * 50 + b"<!-- consent --><head>",
            "<html>".encode("utf-16"),
        ],
    )
    @pytest.mark.parametrize("content_type", ["text/html", "text/tab-separated-values"])
    def test_a_web_page_is_no_file_whatever_it_calls_itself(
        self, ask: Ask, httpserver: HTTPServer, tmp_path: Path, body: bytes, content_type: str
    ) -> None:
        headers = {"ETag": '"page"'}
        httpserver.expect_ordered_request(PATH).respond_with_data(body, content_type=content_type, headers=headers)
        httpserver.expect_ordered_request(PATH).respond_with_data(LIST)
        with pytest.raises(FetchError, match=r"a web page instead of the file. Download the file in a browser"):
            ask()
        assert left_over(tmp_path / "target") == []
        assert ask().path.read_bytes() == LIST

    def test_a_list_that_calls_itself_a_page_is_a_list(self, ask: Ask, httpserver: HTTPServer) -> None:
        httpserver.expect_request(PATH).respond_with_data(LIST, content_type="text/html")
        assert ask().path.read_bytes() == LIST


class TestRedirects:
    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_a_moved_file_keeps_the_name_that_was_asked(self, ask: Ask, httpserver: HTTPServer, status: int) -> None:
        moved = {"Location": "/files/8f3a"}
        httpserver.expect_request(PATH).respond_with_data(b"", status=status, headers=moved)
        httpserver.expect_request("/files/8f3a").respond_with_data(LIST)
        fetched = ask()
        assert (fetched.path.name, fetched.url) == ("all-weeks-global.tsv", httpserver.url_for(PATH))

    def test_five_are_followed_and_a_loop_is_told(self, ask: Ask, httpserver: HTTPServer) -> None:
        for number in range(5):
            moved = {"Location": f"/hop/{number + 1}"}
            httpserver.expect_request(f"/hop/{number}").respond_with_data(b"", status=302, headers=moved)
        httpserver.expect_request("/hop/5").respond_with_data(LIST)
        assert ask(httpserver.url_for("/hop/0")).bytes == len(LIST)
        httpserver.expect_request("/loop").respond_with_data(b"", status=302, headers={"Location": "/loop"})
        with pytest.raises(FetchError, match="sends us on more than 5 times"):
            ask(httpserver.url_for("/loop"))

    @pytest.mark.parametrize(
        ("target", "message"),
        [
            ("http://example.org/list.tsv", "sends us on to http://example.org/list.tsv, which is not https"),
            ("ftp://127.0.0.1/list.tsv", "which is not https"),
            ("file:///etc/passwd", "which is not https"),
            ("https://me:secret@example.org/", "carries a name or password"),
            ("https://example.org:abc/", "sends us on to what is no address"),
        ],
    )
    def test_where_we_do_not_go(self, ask: Ask, target: str, message: str) -> None:
        moved = answer(b"", f"Location: {target}", status="302 Found")
        with raw_server(moved) as (url, _), pytest.raises(FetchError, match=message) as caught:
            ask(url)
        assert "secret" not in str(caught.value)

    def test_a_redirect_to_nowhere_is_an_error_status(self, ask: Ask, httpserver: HTTPServer) -> None:
        httpserver.expect_request(PATH).respond_with_data(b"", status=302)
        with pytest.raises(FetchError, match="answered 302"):
            ask()

    @pytest.mark.parametrize(
        "url", ["ftp://example.org/a", "/a.tsv", "example.org", "", "https://", "https://[::g]/", "https://a..b/"]
    )
    def test_what_is_no_web_address_is_refused(self, tmp_path: Path, url: str) -> None:
        with pytest.raises(FetchError, match="address"):
            fetch(url, target_dir=tmp_path, cache_dir=tmp_path, now=NOW)

    def test_a_password_in_the_address_is_refused_and_not_repeated(self, tmp_path: Path) -> None:
        with pytest.raises(FetchError, match="carries a name or password") as caught:
            fetch("https://me:secret@example.org/a", target_dir=tmp_path, cache_dir=tmp_path, now=NOW)
        assert "secret" not in str(caught.value)


class TestBrokenAnswers:
    HALF = answer(LIST[:20], 'ETag: "one"', length=len(LIST))

    def test_a_body_that_breaks_off_is_asked_for_again(self, ask: Ask) -> None:
        with raw_server(self.HALF, answer(LIST)) as (url, asked):
            fetched = ask(url)
        assert fetched.path.read_bytes() == LIST
        assert not fetched.from_cache
        assert "if-none-match" not in asked[1].lower(), "the half is not kept as an answer"

    def test_a_body_that_always_breaks_off_leaves_nothing(self, ask: Ask, tmp_path: Path) -> None:
        with (
            raw_server(self.HALF, self.HALF) as (url, _),
            pytest.raises(FetchError, match=r"answer broke off .*Try again later"),
        ):
            ask(url, limits=replace(QUICK, attempts=2))
        assert left_over(tmp_path / "target") == []

    def test_what_is_no_http_is_told(self, ask: Ask) -> None:
        with raw_server([b"220 ready\r\n"]) as (url, _), pytest.raises(FetchError, match="answer broke off"):
            ask(url, limits=replace(QUICK, attempts=1))

    def test_a_body_that_cannot_be_unpacked_is_told(self, ask: Ask, httpserver: HTTPServer) -> None:
        headers = {"Content-Encoding": "gzip"}
        httpserver.expect_request(PATH).respond_with_data(b"not gzip", headers=headers)
        with pytest.raises(FetchError, match="answer cannot be read"):
            ask()

    def test_a_server_that_drips_does_not_hold_us(self, ask: Ask, tmp_path: Path) -> None:
        drops = [*answer(b"", length=1000), *[b"x"] * 60]
        with (
            raw_server(drops, pause_s=0.05) as (url, _),
            pytest.raises(FetchError, match=r"did not come within 0.5 s"),
        ):
            ask(url, limits=replace(QUICK, total_timeout_s=0.5))
        assert left_over(tmp_path / "target") == []

    def test_the_clock_is_the_one_given(self, ask: Ask, httpserver: HTTPServer) -> None:
        httpserver.expect_request(PATH).respond_with_data(LIST)
        ticks = iter([0.0, 301.0])
        with pytest.raises(FetchError, match="did not come within 300 s"):
            ask(monotonic=lambda: next(ticks))


class TestDisk:
    @pytest.mark.parametrize("folder", ["target_dir", "cache_dir"])
    def test_a_folder_that_cannot_be_made_is_a_workspace_error(
        self, ask: Ask, httpserver: HTTPServer, tmp_path: Path, folder: str
    ) -> None:
        (tmp_path / "file").write_text("")
        httpserver.expect_request(PATH).respond_with_data(LIST)
        with pytest.raises(WorkspaceError, match=r"cannot be written \(Not a directory\)") as caught:
            ask(**{folder: tmp_path / "file" / "folder"})
        assert caught.value.place == str(tmp_path / "file" / "folder")

    def test_a_full_disk_leaves_nothing_half(
        self, ask: Ask, httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        httpserver.expect_request(PATH).respond_with_data(LIST)

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.replace", full)
        with pytest.raises(WorkspaceError, match=r"cannot be written \(No space left on device\)"):
            ask()
        assert left_over(tmp_path / "target") == []


def test_the_publishers_addresses_are_whole_and_dated() -> None:
    text = (resources.files("cliffhanger.sources.netflix") / "publisher.toml").read_text(encoding="utf-8")
    publisher = tomllib.loads(text)
    days = {period: report["published_on"] for period, report in publisher["reports"].items()}
    assert days == {
        "2023H1": date(2023, 12, 12),
        "2023H2": date(2024, 5, 23),
        "2024H1": date(2024, 9, 19),
        "2024H2": date(2025, 2, 26),
    }
    months = {"1": "Jan-Jun", "2": "Jul-Dec"}
    for period, report in publisher["reports"].items():
        assert httpx2.URL(report["url"]).scheme == "https"
        assert report["url"].endswith(f"{period[:4]}{months[period[-1]]}.xlsx")
    assert publisher["weekly_url"] == "https://www.netflix.com/tudum/top10/data/all-weeks-global.tsv"
