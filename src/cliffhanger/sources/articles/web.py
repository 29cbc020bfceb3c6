"""An article by its address: from hosts that the workspace names, at public addresses only, whatever a server sends us on to.

The name is looked up once for each request, every address that it stands for must be public, and the connection goes to an
address that was checked: a name that stands for another machine a moment later leads nowhere.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

import httpx2

from cliffhanger.claims.article import Article
from cliffhanger.errors import FetchError
from cliffhanger.sources.articles.encoding import LARGEST_BYTES, decoded
from cliffhanger.sources.articles.page import article
from cliffhanger.sources.fetch import DEFAULT_LIMITS, FetchLimits, address, user_agent

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]

_BY_HAND = "Save the page in a browser and read the file"
_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
# Addresses of the new kind that carry one of the old kind, by which a private machine could be meant.
_CARRIERS = tuple(ipaddress.IPv6Network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96"))


def is_public(one: Address) -> bool:
    """Say whether an address is one of the open internet: not this machine, not a private network, not a group."""
    if isinstance(one, ipaddress.IPv6Address):
        if one.ipv4_mapped is not None:
            return is_public(one.ipv4_mapped)
        if one.scope_id is not None or one.is_site_local or any(one in net for net in _CARRIERS):
            return False
    return one.is_global and not (
        one.is_multicast or one.is_reserved or one.is_loopback or one.is_link_local or one.is_unspecified
    )


def resolved(host: str, port: int) -> list[str]:
    """Return the addresses that a name stands for."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


@dataclass(frozen=True, slots=True)
class Reach:
    """Where requests may go: the hosts that are named, and which of the addresses that they stand for.

    ``permitted`` and ``resolve`` are for tests, which reach this machine only.
    """

    hosts: Collection[str]
    permitted: Callable[[Address], bool] = is_public
    resolve: Resolve = resolved

    def checked(self, url: httpx2.URL, asked: str) -> str:
        """Return the address to connect to for a URL.

        Raises
        ------
        FetchError
            When its host is not named, is not found, or stands for an address that is not public.
        """
        host = url.host.rstrip(".").lower()
        if host not in self.hosts:
            raise FetchError(
                f'the workspace does not name the host "{host}"',
                place=asked,
                remedy=f'Set hosts = ["{host}"] under [articles] in cliffhanger.toml, or {_BY_HAND[0].lower()}{_BY_HAND[1:]}',
            )
        try:
            found = self.resolve(host, url.port or (443 if url.scheme == "https" else 80))
            addresses = [ipaddress.ip_address(one) for one in found]
        except (OSError, UnicodeError, ValueError) as error:
            raise FetchError(f'the host "{host}" is not found ({error})', place=asked, remedy=_BY_HAND) from error
        if not addresses or not all(map(self.permitted, addresses)):
            raise FetchError(f'the host "{host}" stands for an address that is not public', place=asked, remedy=_BY_HAND)
        return str(addresses[0])


def article_at(
    url: str,
    *,
    reach: Reach,
    limits: FetchLimits = DEFAULT_LIMITS,
    contact: str | None = None,
    monotonic: Callable[[], float] = time.monotonic,
) -> Article:
    """Fetch the article at an address; its id is that address. Nothing is kept, and no proxy of the environment is used.

    Parameters
    ----------
    url
        An https or http address.
    reach
        The hosts that may be asked: those of ``[articles]`` in the workspace's configuration.
    limits
        Patience and room; a body is never larger than an article may be. One try is made.
    contact
        What the request tells the publisher about who asks; null sends none.
    monotonic
        A clock that only runs forward, seconds.

    Raises
    ------
    FetchError
        When the host may not be asked or is not reached, or answers with something else than a page.
    InputError
        When the body is no text.
    """
    asked = str(address(url))
    deadline_s = monotonic() + limits.total_timeout_s
    timeout = httpx2.Timeout(limits.read_timeout_s, connect=limits.connect_timeout_s)
    headers = {"User-Agent": user_agent(contact), "Accept": "text/html, text/plain;q=0.8"}
    with (
        _translated(asked),
        httpx2.Client(headers=headers, timeout=timeout, follow_redirects=False, trust_env=False) as client,
        _answer(client, asked, reach, limits) as response,
    ):
        charset = _checked_head(response, asked)
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > min(limits.max_bytes, LARGEST_BYTES):
                raise _refused("the page is larger than an article can be", asked)
            if monotonic() > deadline_s:
                raise _refused(f"the page did not come within {limits.total_timeout_s:g} s", asked)
    text, notes = decoded(bytes(body), asked, declared=charset)
    return article(text, name=asked, notes=notes)


@contextmanager
def _answer(client: httpx2.Client, asked: str, reach: Reach, limits: FetchLimits) -> Iterator[httpx2.Response]:
    """Follow redirects by hand, to judge each target before it is asked."""
    url = address(asked)
    for _ in range(limits.max_redirects + 1):
        goal = reach.checked(url, asked)
        host = url.netloc.decode("ascii")
        request = client.build_request(
            "GET", url.copy_with(host=goal), headers={"Host": host}, extensions={"sni_hostname": url.raw_host.decode("ascii")}
        )
        client.cookies.clear()  # they are kept by address, which two sites may share
        response = client.send(request, stream=True)
        with closing(response):
            if not response.has_redirect_location:
                yield response
                return
            url = _target(url, response.headers["Location"], asked)
    raise _refused(f"the publisher sends us on more than {limits.max_redirects} times", asked)


def _target(url: httpx2.URL, location: str, asked: str) -> httpx2.URL:
    try:
        target = address(str(url.join(location)))
    except (httpx2.InvalidURL, FetchError) as error:
        raise _refused("the publisher sends us on to what is no address that we ask", asked) from error
    if url.scheme == "https" and target.scheme != "https":
        raise _refused(f"the publisher sends us on to {target}, which is not https", asked)
    return target


def _checked_head(response: httpx2.Response, asked: str) -> str | None:
    """Refuse what is no page; return the character set that the server declares."""
    if response.status_code != httpx2.codes.OK:
        raise _refused(f"the publisher answered {response.status_code} {response.reason_phrase}".rstrip(), asked)
    declared = response.headers.get("Content-Type", "text/html")
    if declared.partition(";")[0].strip().lower() not in _TYPES:
        raise _refused(f"the publisher answered with {declared[:60]}, which is no article", asked)
    found = _CHARSET.search(declared)
    return found[1] if found else None


def _refused(problem: str, asked: str) -> FetchError:
    return FetchError(problem, place=asked, remedy=_BY_HAND)


@contextmanager
def _translated(asked: str) -> Iterator[None]:
    """Turn what the library raises into what a person can act on."""
    try:
        yield
    except httpx2.TimeoutException as error:
        raise _refused("the publisher did not answer in time", asked) from error
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise _refused(f"the page could not be fetched ({error})", asked) from error
