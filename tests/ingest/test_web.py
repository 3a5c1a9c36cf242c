"""From an address to Articles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rashomon.ingest import read_inputs
from rashomon.ingest.fetch import Fetcher, Policy
from rashomon.records import Article

from .fetch.server import Server, ok, status
from .readers.test_formats import BODY, HEADLINE, PAGE

POLICY = Policy(allow_private=True, robots=False, pause=0, whole_within=5, follow=True)


@pytest.fixture
def server() -> Iterator[Server]:
    serving = Server()
    yield serving
    serving.close()


def articles(url: str) -> tuple[Article, ...]:
    with Fetcher(POLICY) as fetcher:
        found = read_inputs([url], fetcher=fetcher)
    assert found.rejects == ()
    return found.articles


def test_a_page_is_read_from_its_address(server: Server) -> None:
    server.answers["/kiln"] = ok(PAGE)
    (page,) = articles(server.url("/kiln"))
    assert (page.headline, page.outlet, page.input) == (HEADLINE, "The Kilner", server.url("/kiln"))


def test_a_page_cannot_claim_the_address_of_another_site(server: Server) -> None:
    server.answers["/kiln"] = ok(PAGE)
    (page,) = articles(server.url("/kiln"))
    assert page.url == server.url("/kiln")
    assert "https://kilner.example/2031/05/kiln" in [m.value for m in page.metadata if m.name == "url"]


def test_a_page_is_read_in_the_encoding_that_its_server_names(server: Server) -> None:
    server.answers["/kiln"] = ok(PAGE.replace("Mara Lind", "Måra Lïnd").encode("cp1252"), "text/html; charset=cp1252")
    server.answers["/plain"] = ok("Måra Lïnd spoke.".encode("cp1252"), "text/plain; charset=cp1252")
    server.answers["/odd"] = ok("Mara Lind spoke.", "text/plain; charset=punycode")
    assert "Måra Lïnd" in articles(server.url("/kiln"))[0].text
    assert articles(server.url("/plain"))[0].text == "Måra Lïnd spoke."
    assert articles(server.url("/odd"))[0].text == "Mara Lind spoke."


def test_the_pages_that_a_feed_links_to_are_read(server: Server) -> None:
    links = "".join(
        f"<item><title>Kiln {n}</title><link>{server.url(f'/{n}')}</link><description>Two potters hurt.</description></item>"
        for n in range(2)
    )
    server.answers = {
        "/feed": ok(f"<?xml version='1.0'?><rss version='2.0'><channel><title>K</title>{links}</channel></rss>"),
        "/0": ok(PAGE),
        "/1": status(404),
    }
    whole, beginning = articles(server.url("/feed"))
    assert BODY[1] in whole.text
    assert beginning.text.startswith("Kiln 1")
    assert "no such page" in beginning.notes[0]


def test_nothing_is_fetched_from_a_private_machine_unless_allowed(server: Server) -> None:
    found = read_inputs([server.url("/kiln")])
    assert found.articles == ()
    assert "port" in found.rejects[0].reason
    assert server.asked == []
