"""Fetching from a server that wants no good."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable, Iterator

import pytest

from rashomon.ingest.fetch import Fetcher, Policy, RefusedError, Validators

from .server import Server, ok, status

LOCAL = Policy(allow_private=True, robots=False, pause=0, whole_within=2, silent_for=1, max_bytes=200_000)


def local(**changes: object) -> Policy:
    from dataclasses import replace

    return replace(LOCAL, **changes)  # type: ignore[arg-type]


def reason(url: str, policy: Policy = LOCAL, **how: object) -> str:
    with Fetcher(policy, **how) as fetcher, pytest.raises(RefusedError) as caught:  # type: ignore[arg-type]
        fetcher.fetch(url)
    return str(caught.value)


def test_a_page_comes_with_its_kind_and_the_address_it_was_found_at(server: Server) -> None:
    server.answers = {"/a": status(302, Location="/b#part"), "/b": ok("x", "text/html; charset=koi8-r")}
    with Fetcher(LOCAL) as fetcher:
        found = fetcher.fetch(server.url("/a#top"))
    assert (found.url, found.data, found.content_type, found.charset) == (
        server.url("/b"), b"x", "text/html", "koi8-r"
    )  # fmt: skip


def test_loopback_is_not_asked_by_default(server: Server) -> None:
    ports = frozenset({server.port})
    assert "not on the public internet" in reason(server.url("/"), Policy(ports=ports))
    assert "not on the public internet" in reason(server.url("/", "localhost"), Policy(ports=ports))
    assert "not on the public internet" in reason(f"http://[::ffff:127.0.0.1]:{server.port}/", Policy(ports=ports))
    assert server.asked == []


def test_one_private_address_among_public_ones_is_enough_to_refuse(server: Server) -> None:
    policy = Policy(ports=frozenset({server.port}))
    addresses = ["93.184.216.34", "127.0.0.1"]
    assert "127.0.0.1" in reason(server.url("/", "kilner.example"), policy, resolve=lambda *_: addresses)


def test_a_name_is_asked_for_anew_at_each_redirect(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: a name that stood for an allowed machine stands for another one by the next connection."""
    from rashomon.ingest.fetch import connect

    def later_is_private(address: str, host: str, _: Policy) -> None:
        if host == "later.example":
            raise RefusedError(f"{host} stands for {address}")

    monkeypatch.setattr(connect, "check_machine", later_is_private)
    server.answers = {"/a": status(302, Location=server.url("/b", "later.example")), "/b": ok("secret")}
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    told = reason(server.url("/a", "kilner.example"), LOCAL, resolve=lambda *_: next(answers))
    assert told == "later.example stands for 10.0.0.1"
    assert server.paths() == ["/a"]


def test_the_machine_is_looked_at_again_once_connected(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A resolver that lies about where it sends us is found out by the connection's own other end."""
    from rashomon.ingest.fetch import connect

    inner = connect.httpcore.SyncBackend.connect_tcp
    monkeypatch.setattr(
        connect.httpcore.SyncBackend, "connect_tcp",
        lambda self, host, *rest: inner(self, "127.0.0.1", *rest),  # noqa: ARG005
    )  # fmt: skip
    policy = Policy(ports=frozenset({server.port}), robots=False)
    told = reason(server.url("/", "kilner.example"), policy, resolve=lambda *_: ["93.184.216.34"])
    assert told == "kilner.example stands for 127.0.0.1, which is not on the public internet"
    assert server.asked == []


def test_redirects_end(server: Server) -> None:
    server.answers = {"/a": status(302, Location="/b"), "/b": status(302, Location="/a")}
    server.answers |= {f"/{n}": status(301, Location=f"/{n + 1}") for n in range(20)}
    server.answers |= {"/file": status(302, Location="file:///etc/passwd"), "/none": status(302)}
    server.answers |= {"/odd": status(302, Location="http://[::1")}
    assert reason(server.url("/a")) == "its redirects go in a circle"
    assert reason(server.url("/0")) == "more than 5 redirects"
    assert "only http and https" in reason(server.url("/file"))
    assert "without saying where to" in reason(server.url("/none"))
    assert "location" in reason(server.url("/odd"))


def drip(piece: bytes, first: bytes = b"") -> Callable[[str], Iterator[bytes]]:
    def dripping(_: str) -> Iterator[bytes]:
        yield first
        for _ in range(1000):
            yield piece
            time.sleep(0.05)

    return dripping


@pytest.mark.parametrize(
    "answer",
    [
        drip(b"", b""),
        drip(b"X-A: b\r\n", b"HTTP/1.1 200 OK\r\n"),
        drip(b"HTTP/1.1 103 Early\r\n\r\n"),
        drip(b"x", b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"),
        drip(b"1\r\nx\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
    ],
    ids=["silence", "headers", "early answers", "body", "chunks"],
)
def test_an_answer_that_drips_is_given_up(server: Server, answer: Callable[[str], Iterator[bytes]]) -> None:
    server.answers["/"] = answer
    begun = time.monotonic()
    assert "no answer in time" in reason(server.url("/"), local(whole_within=0.4, silent_for=0.3))
    assert time.monotonic() - begun < 2


def packed(data: bytes, kind: str) -> bytes:
    if kind == "raw":
        squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return squeezer.compress(data) + squeezer.flush()
    return zlib.compress(data) if kind == "deflate" else gzip.compress(data)


@pytest.mark.parametrize("kind", ["gzip", "deflate", "raw"])
def test_packed_answers_are_unpacked_and_bombs_are_not(server: Server, kind: str) -> None:
    encoding = "deflate" if kind == "raw" else kind
    server.answers = {
        "/good": ok(packed(b"ab" * 1000, kind), Content_Encoding=encoding),
        "/bomb": ok(packed(bytes(50_000_000), kind), Content_Encoding=encoding),
        "/torn": ok(packed(bytes(range(256)) * 9, kind)[:-9], Content_Encoding=encoding),
    }
    with Fetcher(LOCAL) as fetcher:
        assert fetcher.fetch(server.url("/good")).data == b"ab" * 1000
    assert reason(server.url("/bomb")) == "more than 0.2 MB"
    assert "unpacked" in reason(server.url("/torn"))


def test_sizes_and_encodings_are_bounded(server: Server) -> None:
    empty_members = gzip.compress(b"") * 20_000
    server.answers = {
        "/large": ok(b"x" * 300_000),
        "/endless": lambda _: (b"HTTP/1.1 200 OK\r\n\r\n", *(b"x" * 60_000 for _ in range(50))),
        "/members": ok(empty_members, Content_Encoding="gzip"),
        "/twice": ok(b"", Content_Encoding="gzip, gzip"),
        "/br": ok(b"", Content_Encoding="br"),
        "/garbage": ok(b"\x1f\x8bnonsense", Content_Encoding="gzip"),
    }
    for path in ("/large", "/endless", "/members"):
        assert "more than 0.2 MB" in reason(server.url(path))
    for path in ("/twice", "/br"):
        assert "was not asked for" in reason(server.url(path))
    assert "cannot be unpacked" in reason(server.url("/garbage"))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000,
        b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 30_000,
        b"\x00\xff" * 500,
    ],
    ids=range(8),
)
def test_broken_answers_are_refused(server: Server, answer: bytes) -> None:
    server.answers["/"] = answer
    assert "broken" in reason(server.url("/"))


def test_what_is_no_page_is_told_by_its_status(server: Server) -> None:
    server.answers = {
        "/gone": status(410), "/busy": status(429, Retry_After="120"), "/odd": status(503, Retry_After="²" * 9),
        "/down": status(500), "/early": status(204), "/same": status(304),
    }  # fmt: skip
    assert "gone" in reason(server.url("/gone"))
    assert "120 seconds" in reason(server.url("/busy"))
    assert "503" in reason(server.url("/odd"))
    assert "500" in reason(server.url("/down"))
    assert "204" in reason(server.url("/early"))
    assert "304" in reason(server.url("/same")), "nothing is as it was where nothing is known of it"


def test_nobody_there_and_unknown_names_are_told() -> None:
    def unknown(_: str, __: int) -> list[str]:
        raise OSError("no such name")

    assert reason("http://127.0.0.1:9/") == "no connection to the host"
    assert "is not known" in reason("http://kilner.example/", resolve=unknown)
    assert "no connection" in reason("http://kilner.example/", resolve=lambda *_: [])


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    server.answers["/"] = lambda head: (
        status(304) if 'If-None-Match: "1"' in head.replace("if-none-match", "If-None-Match")
        else ok("x", ETag='"1"', Last_Modified="Tue, 06 May 2031 08:30:00 GMT")
    )  # fmt: skip
    known: dict[str, Validators] = {}
    with Fetcher(LOCAL, known=known) as fetcher:
        assert fetcher.fetch(server.url("/")).data == b"x"
        assert known == {server.url("/"): Validators(etag='"1"', modified="Tue, 06 May 2031 08:30:00 GMT")}
        assert fetcher.fetch(server.url("/")).unchanged
    assert "2031" in server.asked[1]


def test_no_cookie_comes_back(server: Server) -> None:
    server.answers["/"] = ok("x", Set_Cookie="who=you")
    with Fetcher(LOCAL) as fetcher:
        fetcher.fetch(server.url("/"))
        fetcher.fetch(server.url("/"))
    assert "who=you" not in server.asked[1]


def test_robots_are_heeded(server: Server) -> None:
    server.answers = {
        "/robots.txt": ok("User-agent: *\nDisallow: /private\nAllow: /private/open\n", "text/plain"),
        "/open": ok("x"), "/private/open": ok("y"), "/away": status(302, Location="/private/a"),
    }  # fmt: skip
    policy = local(robots=True)
    with Fetcher(policy) as fetcher:
        assert fetcher.fetch(server.url("/open")).data == b"x"
        assert fetcher.fetch(server.url("/private/open")).data == b"y"
        for path in ("/private/a", "/away"):
            with pytest.raises(RefusedError, match="robots"):
                fetcher.fetch(server.url(path))
    assert server.paths().count("/robots.txt") == 1
    assert "/private/a" not in server.paths()


def test_robots_that_cannot_be_read_forbid_and_missing_ones_allow(server: Server) -> None:
    server.answers = {"/robots.txt": status(500), "/": ok("x")}
    assert "robots.txt cannot be read" in reason(server.url("/"), local(robots=True))
    server.answers["/robots.txt"] = ok(b"# " + b"x" * 600_000 + b"\nUser-agent: *\nDisallow: /")
    with Fetcher(local(robots=True)) as fetcher:
        assert fetcher.fetch(server.url("/")).data == b"x"
    del server.answers["/robots.txt"]
    with Fetcher(local(robots=True)) as fetcher:
        assert fetcher.fetch(server.url("/")).data == b"x"


def test_hosts_are_given_their_pause(server: Server) -> None:
    server.answers = {"/": ok("x"), "/robots.txt": ok("User-agent: *\nCrawl-delay: 7", "text/plain")}
    slept: list[float] = []
    with Fetcher(local(robots=True, pause=1.0), clock=lambda: sum(slept), sleep=slept.append) as fetcher:
        fetcher.fetch(server.url("/"))
        fetcher.fetch(server.url("/"))
    assert slept == [7, 7]  # after robots.txt and after the first page
    server.answers["/robots.txt"] = ok("User-agent: *\nCrawl-delay: 900", "text/plain")
    assert "900 seconds" in reason(server.url("/"), local(robots=True))


def test_a_webhook_is_told_where_it_may_be_reached_and_led_nowhere_else(server: Server) -> None:
    server.answers = {"/hook": status(302, Location="/elsewhere")}
    with Fetcher(LOCAL) as fetcher:
        assert fetcher.post(server.url("/hook"), b"{}", {"Content-Type": "application/json"}) == 302
    assert server.paths() == ["/hook"]
    with Fetcher() as fetcher, pytest.raises(RefusedError):
        fetcher.post(server.url("/hook"), b"{}")
