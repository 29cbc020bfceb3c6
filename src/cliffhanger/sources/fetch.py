"""One file from its publisher, whole or not at all: retried, bounded, cached, and never a web page in disguise."""

from __future__ import annotations

import hashlib
import ipaddress
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from importlib import metadata
from pathlib import Path
from typing import IO
from urllib.parse import unquote

import httpx2
import stamina
from hishel import CacheOptions, SqliteStorage
from hishel.httpx2 import CacheClient

from cliffhanger.errors import FetchError, WorkspaceError

_CACHE_FILE = "http.db"
_CACHE_TTL_S = 90 * 86400.0  # an answer nobody asked for in a quarter is not worth its room
_SNIFFED_BYTES = 512
_BY_HAND = "Download the file in a browser and use `cliffhanger pull netflix --from DIR`"


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much patience and room one fetch gets.

    Attributes
    ----------
    attempts
        Tries in all. Four: hiccups of a delivery network are over by then, and a publisher in trouble is let be.
    connect_timeout_s, read_timeout_s
        Seconds to reach the server, and of silence while it sends. A slow line answers within ten and is never
        silent for thirty.
    total_timeout_s
        Seconds for everything, waits included; otherwise a server that drips would hold us for ever.
    wait_initial_s, wait_max_s, wait_jitter_s
        Pause before the second try; it doubles up to the maximum. The jitter keeps many readers, all there on
        a Tuesday, from coming back in step.
    retry_after_max_s
        The longest pause a server may ask for, seconds; when it asks for more we give up and say so.
    max_bytes
        Largest body taken, after decompression. The known files are under 1 MB; a hundred times that leaves
        years to grow and still fits a small machine.
    max_redirects
        Redirects followed. A file that has moved takes one or two; five is a loop.
    """

    attempts: int = 4
    connect_timeout_s: float = 10.0
    read_timeout_s: float = 30.0
    total_timeout_s: float = 300.0
    wait_initial_s: float = 1.0
    wait_max_s: float = 30.0
    wait_jitter_s: float = 1.0
    retry_after_max_s: float = 60.0
    max_bytes: int = 100_000_000
    max_redirects: int = 5


DEFAULT_LIMITS = FetchLimits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file as it was fetched.

    Attributes
    ----------
    path
        Where it lies, under the last part of its address as name.
    url
        The address that was asked for.
    sha256
        Digest of the file, 64 hex digits.
    bytes
        Its length.
    retrieved_on
        The day of ``now``, in UTC.
    last_modified
        The day that the server gives for its last change, in UTC; null when it gives none that can be read.
    from_cache
        Whether the server said that the copy in the cache still holds, so that no body travelled.
    """

    path: Path
    url: str
    sha256: str
    bytes: int
    retrieved_on: date
    last_modified: date | None
    from_cache: bool


def fetch(
    url: str,
    *,
    target_dir: Path,
    cache_dir: Path,
    now: datetime,
    limits: FetchLimits = DEFAULT_LIMITS,
    contact: str | None = None,
    monotonic: Callable[[], float] = time.monotonic,
) -> Fetched:
    """Fetch one file; what lies in ``target_dir`` afterwards is whole, and a file of that name is replaced.

    The publisher is asked every time, with what the cache holds as condition: without a stated lifetime a cache
    may call an old list fresh for days, which would hide a Tuesday's.

    Parameters
    ----------
    url
        An https or http address.
    target_dir, cache_dir
        Folders for the file and for kept answers; made when missing.
    now
        The time of asking, with its zone.
    limits
        Patience and room.
    contact
        What the request tells the publisher about who asks: a page or a mail address; null sends none.
    monotonic
        A clock that only runs forward, seconds.

    Raises
    ------
    FetchError
        When the publisher cannot be reached, answers with an error, a web page, nothing or too much, or sends us
        on to where we do not go. Names the address and what to do.
    WorkspaceError
        When a folder cannot be written.
    """
    asked = address(url)
    once = _Once(asked, target_dir, limits, monotonic, deadline_s=monotonic() + limits.total_timeout_s)
    patiently = stamina.RetryingCaller(
        attempts=limits.attempts,
        timeout=limits.total_timeout_s,
        wait_initial=limits.wait_initial_s,
        wait_max=limits.wait_max_s,
        wait_jitter=limits.wait_jitter_s,
    )
    with _disk_trouble(target_dir):
        target_dir.mkdir(parents=True, exist_ok=True)
    with _disk_trouble(cache_dir):
        cache_dir.mkdir(parents=True, exist_ok=True)
        _drop_if_spoilt(cache_dir / _CACHE_FILE)
    with _translated(asked), _client(cache_dir, limits, contact) as client:
        return patiently(lambda error: _pause_before_retry(error, limits, now), once.run, client, now)


@dataclass(frozen=True, slots=True)
class _Once:
    """One try at one address."""

    asked: httpx2.URL
    target_dir: Path
    limits: FetchLimits
    monotonic: Callable[[], float]
    deadline_s: float

    def run(self, client: httpx2.Client, now: datetime) -> Fetched:
        with self._answer(client) as response, _disk_trouble(self.target_dir):
            self._check_head(response)
            with tempfile.NamedTemporaryFile(dir=self.target_dir, prefix=".fetch-", delete=False) as file:
                aside = Path(file.name)
                try:
                    sha256, length = self._save(response, file)
                    file.close()  # Windows renames no open file
                    path = aside.replace(self.target_dir / _file_name(self.asked))
                except BaseException:
                    aside.unlink(missing_ok=True)
                    raise
            return Fetched(
                path=path,
                url=str(self.asked),
                sha256=sha256,
                bytes=length,
                retrieved_on=now.astimezone(UTC).date(),
                last_modified=_day(response.headers.get("Last-Modified")),
                from_cache=bool(response.extensions["caching"]["from_cache"]),
            )

    @contextmanager
    def _answer(self, client: httpx2.Client) -> Iterator[httpx2.Response]:
        """Follow redirects by hand, to judge each target before it is asked."""
        url = self.asked
        for _ in range(self.limits.max_redirects + 1):
            response = client.send(client.build_request("GET", url), stream=True)
            with closing(response):
                if not response.has_redirect_location:
                    yield response
                    return
                url = self._target(response)
        raise FetchError(
            f"the publisher sends us on more than {self.limits.max_redirects} times",
            place=str(self.asked),
            remedy="The address may have moved: look it up, and set it in cliffhanger.toml",
        )

    def _target(self, response: httpx2.Response) -> httpx2.URL:
        target = response.next_request.url if response.next_request else None
        if target is None:
            raise self._refused("the publisher sends us on to what is no address")
        within_loopback = self.asked.scheme == "http" and _is_loopback(self.asked) and _is_loopback(target)
        if target.scheme != "https" and not (target.scheme == "http" and within_loopback):
            raise self._refused(f"the publisher sends us on to {target}, which is not https")
        return address(str(target))

    def _check_head(self, response: httpx2.Response) -> None:
        response.raise_for_status()
        if response.status_code != httpx2.codes.OK:
            raise self._refused(f"the publisher answered {response.status_code} {response.reason_phrase}")
        declared = response.headers.get("Content-Length", "")
        if declared.isdecimal() and int(declared) > self.limits.max_bytes:
            raise self._refused(f"the file has {int(declared):,} bytes, over the {self.limits.max_bytes:,} allowed")

    def _save(self, response: httpx2.Response, file: IO[bytes]) -> tuple[str, int]:
        digest, length, head = hashlib.sha256(), 0, b""
        for chunk in response.iter_bytes():
            length += len(chunk)
            if length > self.limits.max_bytes:
                raise self._refused(f"the file has more than the {self.limits.max_bytes:,} bytes allowed")
            if self.monotonic() > self.deadline_s:
                raise self._refused(f"the file did not come within {self.limits.total_timeout_s:g} s")
            if len(head) < _SNIFFED_BYTES:
                head += chunk[: _SNIFFED_BYTES - len(head)]
                if _is_web_page(head):
                    raise self._refused("the publisher answered with a web page instead of the file")
            digest.update(chunk)
            file.write(chunk)
        if not length:
            raise self._refused("the publisher answered with an empty file")
        return digest.hexdigest(), length

    def _refused(self, problem: str) -> FetchError:
        return FetchError(problem, place=str(self.asked), remedy=_BY_HAND)


def _client(cache_dir: Path, limits: FetchLimits, contact: str | None) -> CacheClient:
    return CacheClient(
        storage=SqliteStorage(database_path=cache_dir / _CACHE_FILE, default_ttl=_CACHE_TTL_S, max_stream_size=limits.max_bytes),
        rfc=CacheOptions(shared=False),
        headers={"User-Agent": user_agent(contact), "Cache-Control": "no-cache"},
        timeout=httpx2.Timeout(limits.read_timeout_s, connect=limits.connect_timeout_s),
        follow_redirects=False,
    )


def user_agent(contact: str | None) -> str:
    """Return how our requests introduce themselves."""
    try:
        version = metadata.version("cliffhanger")
    except metadata.PackageNotFoundError:  # run from a source tree
        version = "0"
    return f"cliffhanger/{version} (+{contact})" if contact else f"cliffhanger/{version}"


def address(text: str) -> httpx2.URL:
    """Return an address that may be asked for.

    Raises
    ------
    FetchError
        When it is none, is neither https nor http, or carries a name or password.
    """
    remedy = "Give an https address, without a name or password in it"
    try:
        url = httpx2.URL(text)
        url.host.encode("idna")  # else looking the host up raises what no library translates
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise FetchError(f"this is no address: {str(error).rstrip('.')}", place=text, remedy=remedy) from error
    if url.scheme not in {"https", "http"} or not url.host:
        raise FetchError("only https and http addresses are fetched", place=text, remedy=remedy)
    if url.userinfo:
        # It would end up in messages and in the record of where a file came from.
        place = str(url.copy_with(userinfo=b""))
        raise FetchError("the address carries a name or password", place=place, remedy=remedy)
    return url


def _is_loopback(url: httpx2.URL) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(url.host).is_loopback
    return url.host == "localhost"


def _file_name(url: httpx2.URL) -> str:
    """Return the last part of the address as a name that stays within its folder on any system."""
    last = re.split(r"[/\\]", unquote(url.path))[-1]
    return re.sub(r"[^\w .()+-]", "_", last).strip(" .")[-150:] or "download"


def _is_web_page(head: bytes) -> bool:
    """Judge by the first character after byte-order marks and space: no list and no workbook begins with ``<``."""
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def _day(header: str | None) -> date | None:
    with suppress(ValueError, TypeError, OverflowError):
        return parsedate_to_datetime(header or "").astimezone(UTC).date()
    return None


def _pause_before_retry(error: Exception, limits: FetchLimits, now: datetime) -> bool | float:
    """Say whether to try again, or after how many seconds where the server names them."""
    if isinstance(error, httpx2.HTTPStatusError):
        status = error.response.status_code
        if status != httpx2.codes.TOO_MANY_REQUESTS and status < httpx2.codes.INTERNAL_SERVER_ERROR:
            return False
        asked_s = _retry_after_s(error.response, now)
        if asked_s is None:
            return True
        return asked_s if asked_s <= limits.retry_after_max_s else False
    ours = (httpx2.UnsupportedProtocol, httpx2.LocalProtocolError)
    return isinstance(error, httpx2.TransportError) and not isinstance(error, ours)


def _retry_after_s(response: httpx2.Response, now: datetime) -> float | None:
    """Read ``Retry-After``: seconds, or a date to be held against the server's own clock; null when it has none."""
    text = response.headers.get("Retry-After", "").strip()
    if text.isdecimal():
        return float(text)
    with suppress(ValueError, TypeError, OverflowError):
        then = parsedate_to_datetime(text)
        server_now = response.headers.get("Date")
        return max(0.0, (then - (parsedate_to_datetime(server_now) if server_now else now)).total_seconds())
    return None


def _drop_if_spoilt(cache: Path) -> None:
    """Delete a cache file that is no database: it costs one download, and would otherwise fail each time."""
    try:
        with closing(sqlite3.connect(cache)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:  # another reader has it locked, or it cannot be opened: hishel does without
        return
    except sqlite3.DatabaseError:
        for suffix in ("", "-wal", "-shm"):
            cache.with_name(cache.name + suffix).unlink(missing_ok=True)


@contextmanager
def _disk_trouble(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        problem = f"a fetched file cannot be written ({error.strerror or error})"
        remedy = "Free some space or see to the rights of that folder"
        raise WorkspaceError(problem, place=str(folder), remedy=remedy) from error


@contextmanager
def _translated(url: httpx2.URL) -> Iterator[None]:
    """Turn what the libraries raise into what a person can act on."""
    try:
        yield
    except httpx2.HTTPStatusError as error:
        raise _bad_status(error.response, url) from error
    except httpx2.TimeoutException as error:
        raise FetchError("the publisher did not answer in time", place=str(url), remedy=_LATER) from error
    except httpx2.RemoteProtocolError as error:
        problem = f"the publisher's answer broke off ({error})"
        raise FetchError(problem, place=str(url), remedy=_LATER) from error
    except httpx2.DecodingError as error:
        problem = f"the publisher's answer cannot be read ({error})"
        raise FetchError(problem, place=str(url), remedy=_LATER) from error
    except httpx2.HTTPError as error:
        problem = f"the publisher could not be reached ({error})"
        raise FetchError(problem, place=str(url), remedy=f"See to your connection. {_BY_HAND}") from error
    except sqlite3.Error as error:
        problem = f"the folder of kept answers is damaged ({error})"
        remedy = "Delete the folder cache in the workspace; it costs one download"
        raise WorkspaceError(problem, place=str(url), remedy=remedy) from error


_LATER = f"Try again later. {_BY_HAND}"


def _bad_status(response: httpx2.Response, url: httpx2.URL) -> FetchError:
    status = response.status_code
    problem = f"the publisher answered {status} {response.reason_phrase}".rstrip()
    if status in {httpx2.codes.NOT_FOUND, httpx2.codes.GONE}:
        remedy = "The file may have moved: look its address up, and set it in cliffhanger.toml"
    elif status == httpx2.codes.TOO_MANY_REQUESTS or status >= httpx2.codes.INTERNAL_SERVER_ERROR:
        wait = response.headers.get("Retry-After", "").strip()
        remedy = f"It asks to come back in {wait} s. {_BY_HAND}" if wait.isdecimal() else _LATER
    else:
        remedy = _BY_HAND
    return FetchError(problem, place=str(url), remedy=remedy)
