"""Pages and feeds from the network, asked for politely and taken with suspicion."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from ssl import SSLContext, SSLError
from types import TracebackType
from urllib.parse import urldefrag, urljoin, urlsplit

import httpcore
import httpx

from rashomon.errors import InputError
from rashomon.ingest.fetch.addresses import Resolve, check_address, resolve
from rashomon.ingest.fetch.connect import Deadline, Transport
from rashomon.ingest.fetch.policy import Policy, RefusedError
from rashomon.ingest.fetch.robots import MAX_BYTES as ROBOTS_BYTES
from rashomon.ingest.fetch.robots import Robots
from rashomon.ingest.fetch.turns import Turns
from rashomon.ingest.unpack import ACCEPTED, whole_body

_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to ask later whether something has changed: its entity tag and date of change, as given."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer: the address it came from in the end, its bytes unpacked, and what its header says of them.

    `unchanged`: the server says that it is as it was when the validators were given; then there are no bytes.
    """

    url: str
    data: bytes = b""
    content_type: str = ""
    charset: str = ""
    unchanged: bool = False


class Fetcher:
    """Fetches within a `Policy`, one request at a time: no object for several threads at once.

    `known` maps addresses to the validators of their last answer; it is asked before each request and kept up to date, so that a
    mapping that lasts makes every later request conditional. `resolve`, `clock`, `sleep` and `certificates` are for tests.
    """

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        known: MutableMapping[str, Validators] | None = None,
        resolve: Resolve = resolve,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        certificates: SSLContext | None = None,
    ) -> None:
        self.policy = policy or Policy()
        self._known = known
        self._deadline = Deadline()
        self._turns = Turns(self.policy, clock, sleep)
        self._robots = Robots(self.policy, self._ask_robots)
        self._client = httpx.Client(
            transport=Transport(self.policy, resolve, self._deadline, certificates),
            headers={"User-Agent": self.policy.user_agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED},
            timeout=httpx.Timeout(self.policy.silent_for, connect=self.policy.connect_within),
            trust_env=False,
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def fetch(self, url: str) -> Fetched:
        """What stands at `url`, redirects followed. Raises `RefusedError` with the reason where it cannot or may not be had."""
        known = self._known.get(url) if self._known is not None else None
        with self._final(url, _conditions(known), robots=self.policy.robots) as (at, answer):
            if answer.status_code == 304 and known:
                return Fetched(url=at, unchanged=True)
            if answer.status_code != 200:
                raise RefusedError(_refusal(answer))
            data = self._body(answer, self.policy.max_bytes)
            told = answer.headers
        if self._known is not None:
            self._known[url] = Validators(etag=told.get("ETag"), modified=told.get("Last-Modified"))
        kind = told.get("Content-Type", "").partition(";")[0].strip().lower()
        return Fetched(url=at, data=data, content_type=kind, charset=answer.charset_encoding or "")

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> int:
        """Send `body` to an address that somebody gave (a webhook) and return the status; redirects are not followed.

        Goes only where `fetch` would. Raises `RefusedError`.
        """
        with self._request("POST", url, headers or {}, body) as answer:
            return answer.status_code

    def _ask_robots(self, url: str) -> tuple[int, bytes]:
        with self._final(url, {}, robots=False) as (_, answer):
            if answer.status_code != 200:
                return answer.status_code, b""
            return 200, self._body(answer, ROBOTS_BYTES, cut=True)

    def _body(self, answer: httpx.Response, limit: int, *, cut: bool = False) -> bytes:
        try:
            return whole_body(answer.iter_raw(), answer.headers.get("Content-Encoding", ""), limit, cut=cut)
        except InputError as e:
            raise RefusedError(str(e)) from e

    @contextmanager
    def _final(self, url: str, headers: Mapping[str, str], *, robots: bool) -> Iterator[tuple[str, httpx.Response]]:
        """The answer at the end of the redirects, with the address it came from."""
        seen: set[str] = set()
        at = urldefrag(url).url
        for _ in range(self.policy.redirects + 1):
            if at in seen:
                raise RefusedError("its redirects go in a circle")
            seen.add(at)
            check_address(at, self.policy)
            wanted = self._robots.pause(at) if robots else 0.0
            self._turns.wait(urlsplit(at).hostname or "", wanted)
            with self._request("GET", at, headers) as answer:
                if answer.status_code not in _REDIRECTS:
                    yield at, answer
                    return
                if "Location" not in answer.headers:
                    raise RefusedError(f"status {answer.status_code} without saying where to")
                at = _joined(at, answer.headers["Location"])
        raise RefusedError(f"more than {self.policy.redirects} redirects")

    @contextmanager
    def _request(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> Iterator[httpx.Response]:
        """One request and its answer, whose body is read inside. Raises `RefusedError` for all that can go wrong on the way."""
        check_address(url, self.policy)
        self._deadline.set(self.policy.whole_within)
        self._client.cookies.clear()
        try:
            with self._client.stream(method, url, headers=dict(headers), content=body) as answer:
                yield answer
        except (httpcore.TimeoutException, httpx.TimeoutException) as e:
            raise RefusedError(f"no answer in time ({self.policy.whole_within:g} seconds at most)") from e
        except (httpcore.ConnectError, httpx.ConnectError) as e:
            secure = isinstance(e.__cause__ or e.__context__, SSLError)
            raise RefusedError("its certificate is not valid" if secure else "no connection to the host") from e
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.TransportError) as e:
            raise RefusedError(f"the answer is broken ({_short(e)})") from e
        except (httpx.InvalidURL, httpcore.UnsupportedProtocol, UnicodeError) as e:
            raise RefusedError(f"not an address ({_short(e)})") from e


def _joined(base: str, location: str) -> str:
    try:
        return urldefrag(urljoin(base, location)).url
    except ValueError as e:
        raise RefusedError("its redirect leads to no address") from e


def _conditions(known: Validators | None) -> dict[str, str]:
    if known is None:
        return {}
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in told.items() if value}


def _refusal(answer: httpx.Response) -> str:
    status = answer.status_code
    later = answer.headers.get("Retry-After", "")
    if status in (429, 503) and later.isdecimal() and len(later) < 10:
        return f"the server asks to come back in {int(later):,} seconds (status {status})"
    words = {
        401: "only for those who log in",
        403: "the server forbids it",
        404: "no such page",
        410: "the page is gone",
    }
    return f"{words.get(status, 'the server gave no page')} (status {status})"


def _short(e: Exception) -> str:
    return (str(e) or type(e).__name__)[:100]
