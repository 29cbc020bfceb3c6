from __future__ import annotations

import gzip
import ipaddress
import socket
from collections.abc import Callable
from dataclasses import replace

import httpx2
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from cliffhanger.claims.article import Article
from cliffhanger.errors import FetchError, InputError
from cliffhanger.sources.articles import web
from cliffhanger.sources.articles.web import Reach, article_at, is_public
from cliffhanger.sources.fetch import DEFAULT_LIMITS

PAGE = '<!doctype html><link rel=canonical href="https://paper.example/x"><h1>Renewed</h1><p>The show was renewed.</p>'
QUICK = replace(DEFAULT_LIMITS, read_timeout_s=0.5, connect_timeout_s=0.5)

Ask = Callable[..., Article]


def here(one: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return one == ipaddress.ip_address("127.0.0.1")


def to_this_machine(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


@pytest.fixture
def ask(httpserver: HTTPServer) -> Ask:
    def run(path: str = "/x", host: str = "paper.example", **more: object) -> Article:
        reach = Reach(frozenset({"paper.example", "www.paper.example"}), here, to_this_machine)
        return article_at(f"http://{host}:{httpserver.port}{path}", **({"reach": reach, "limits": QUICK} | more))  # type: ignore[arg-type]

    return run


class TestFetching:
    def test_a_page_is_read(self, ask: Ask, httpserver: HTTPServer) -> None:
        asked: list[Request] = []

        def answer(request: Request) -> Response:
            asked.append(request)
            return Response(PAGE, content_type="text/html; charset=utf-8")

        httpserver.expect_request("/x").respond_with_handler(answer)
        found = ask(contact="https://us.example")
        assert (found.title, found.origin) == ("Renewed", "https://paper.example/x")
        assert found.id == f"http://paper.example:{httpserver.port}/x"
        assert asked[0].headers["Host"] == f"paper.example:{httpserver.port}"
        assert asked[0].headers["User-Agent"].endswith("(+https://us.example)")

    def test_the_servers_character_set_is_used(self, ask: Ask, httpserver: HTTPServer) -> None:
        httpserver.expect_request("/x").respond_with_data(
            "<p>Señal</p><p>b".encode("cp1252"), content_type='text/html; charset="latin1"'
        )
        assert ask().text.startswith("Señal")

    @pytest.mark.parametrize("status", [204, 403, 404, 500])
    def test_an_error_is_told(self, ask: Ask, httpserver: HTTPServer, status: int) -> None:
        httpserver.expect_request("/x").respond_with_data("", status=status)
        with pytest.raises(FetchError, match=rf"answered {status}.*Save the page in a browser"):
            ask()

    def test_what_is_no_page_is_refused(self, ask: Ask, httpserver: HTTPServer) -> None:
        httpserver.expect_request("/x").respond_with_data(b"%PDF", content_type="application/pdf")
        httpserver.expect_request("/y").respond_with_data(b"\0\0\0\0", content_type="text/html")
        with pytest.raises(FetchError, match="application/pdf, which is no article"):
            ask()
        with pytest.raises(InputError, match="not a text"):
            ask("/y")

    def test_a_page_too_large_is_refused_also_when_packed(self, ask: Ask, httpserver: HTTPServer) -> None:
        packed = gzip.compress(b"a" * 1_000_000)
        httpserver.expect_request("/x").respond_with_data(packed, headers={"Content-Encoding": "gzip"}, content_type="text/html")
        with pytest.raises(FetchError, match="larger than an article"):
            ask(limits=replace(QUICK, max_bytes=100_000))

    def test_a_server_that_is_silent_or_slow_is_left(self, ask: Ask, httpserver: HTTPServer) -> None:
        ticks = iter([0.0, 1e6])
        httpserver.expect_request("/x").respond_with_data(PAGE, content_type="text/html")
        with pytest.raises(FetchError, match="did not come within"):
            ask(monotonic=lambda: next(ticks))
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            reach = Reach({"paper.example"}, here, to_this_machine)
            with pytest.raises(FetchError, match="did not answer in time"):
                article_at(f"http://paper.example:{silent.getsockname()[1]}/", reach=reach, limits=QUICK)

    def test_a_port_where_nobody_listens(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with pytest.raises(FetchError, match="could not be fetched"):
            article_at(f"http://paper.example:{port}/", reach=Reach({"paper.example"}, here, to_this_machine), limits=QUICK)


class TestReach:
    @pytest.mark.parametrize(
        "url", ["file:///etc/passwd", "gopher://paper.example/", "ftp://paper.example/", "paper.example", ""]
    )
    def test_other_schemes_are_refused(self, url: str) -> None:
        with pytest.raises(FetchError):
            article_at(url, reach=Reach({"paper.example"}))

    def test_a_password_is_refused(self) -> None:
        with pytest.raises(FetchError, match="name or password"):
            article_at("https://u:p@paper.example/", reach=Reach({"paper.example"}))

    @pytest.mark.parametrize(
        "host", ["other.example", "paper.example.evil.example", "sub.paper.example", "127.0.0.1", "[::1]", "localhost"]
    )
    def test_a_host_that_is_not_named_is_not_asked_nor_looked_up(self, host: str) -> None:
        def never(host: str, port: int) -> list[str]:
            raise AssertionError(host)

        with pytest.raises(FetchError, match=r"does not name the host.*Set hosts = .* under \[articles\]"):
            article_at(f"https://{host}/", reach=Reach({"paper.example"}, resolve=never))

    @pytest.mark.parametrize(
        "found",
        [
            ["127.0.0.1"],
            ["127.8.9.1"],
            ["0.0.0.0"],  # noqa: S104
            ["10.1.2.3"],
            ["172.16.0.1"],
            ["192.168.1.1"],
            ["169.254.169.254"],
            ["100.64.0.1"],
            ["192.0.2.7"],
            ["198.18.0.1"],
            ["224.0.0.1"],
            ["240.0.0.1"],
            ["255.255.255.255"],
            ["::1"],
            ["::"],
            ["fe80::1"],
            ["fe80::1%eth0"],
            ["fc00::1"],
            ["fec0::1"],
            ["ff02::1"],
            ["::ffff:127.0.0.1"],
            ["::ffff:10.0.0.1"],
            ["::127.0.0.1"],
            ["64:ff9b::7f00:1"],
            ["2002:7f00:1::"],
            ["2001:0:7f00:1::"],
            ["2001:db8::1"],
            ["93.184.215.14", "127.0.0.1"],
            [],
        ],
        ids=str,
    )
    def test_a_name_that_stands_for_this_machine_or_a_private_network_is_refused(self, found: list[str]) -> None:
        with pytest.raises(FetchError, match="not public"):
            article_at("https://paper.example/", reach=Reach({"paper.example"}, resolve=lambda *_: found))

    @pytest.mark.parametrize("one", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"])
    def test_public_addresses(self, one: str) -> None:
        assert is_public(ipaddress.ip_address(one))

    @pytest.mark.parametrize("host", ["0x7f.1", "2130706433", "0177.0.0.1", "127.1"])
    def test_odd_ways_to_write_this_machine(self, host: str) -> None:
        with pytest.raises(FetchError):
            article_at(f"http://{host}/", reach=Reach({host}))

    def test_a_name_that_is_not_found(self) -> None:
        def unknown(host: str, port: int) -> list[str]:
            raise socket.gaierror(-2, "Name or service not known")

        with pytest.raises(FetchError, match="is not found"):
            article_at("https://paper.example/", reach=Reach({"paper.example"}, resolve=unknown))


class TestRedirects:
    def test_a_named_host_is_followed_and_the_page_keeps_the_address_that_was_asked(
        self, ask: Ask, httpserver: HTTPServer
    ) -> None:
        there = f"http://www.paper.example:{httpserver.port}/y"
        httpserver.expect_request("/x").respond_with_data("", status=301, headers={"Location": there})
        httpserver.expect_request("/y").respond_with_data(PAGE, content_type="text/html")
        assert ask().id.endswith("/x")

    def test_a_path_is_enough(self, ask: Ask, httpserver: HTTPServer) -> None:
        httpserver.expect_request("/x").respond_with_data("", status=302, headers={"Location": "/y"})
        httpserver.expect_request("/y").respond_with_data(PAGE, content_type="text/html")
        assert ask().title == "Renewed"

    @pytest.mark.parametrize(
        ("location", "said"),
        [
            ("http://evil.example/", "does not name the host"),
            ("http://127.0.0.1/", "does not name the host"),
            ("file:///etc/passwd", "no address that we ask"),
            ("http://u:p@paper.example/", "no address that we ask"),
            ("/x", "more than 5 times"),
        ],
    )
    def test_elsewhere_is_refused(self, ask: Ask, httpserver: HTTPServer, location: str, said: str) -> None:
        httpserver.expect_request("/x").respond_with_data("", status=302, headers={"Location": location})
        with pytest.raises(FetchError, match=said):
            ask()

    def test_a_name_that_turns_to_a_private_address_is_refused_at_the_second_look(self, httpserver: HTTPServer) -> None:
        turns = iter([["127.0.0.1"], ["10.0.0.1"]])
        httpserver.expect_request("/x").respond_with_data("", status=302, headers={"Location": "/y"})
        reach = Reach({"paper.example"}, here, lambda *_: next(turns))
        with pytest.raises(FetchError, match="not public"):
            article_at(f"http://paper.example:{httpserver.port}/x", reach=reach, limits=QUICK)

    @pytest.mark.parametrize("location", ["mailto:a@b.example", "//u:p@paper.example/", "https://a\u0000b/"])
    def test_what_is_no_address(self, location: str) -> None:
        with pytest.raises(FetchError, match="no address that we ask"):
            web._target(httpx2.URL("https://paper.example/x"), location, "https://paper.example/x")

    def test_https_is_not_left(self) -> None:
        with pytest.raises(FetchError, match="which is not https"):
            web._target(httpx2.URL("https://paper.example/x"), "http://paper.example/y", "https://paper.example/x")
