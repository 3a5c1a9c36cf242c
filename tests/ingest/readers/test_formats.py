"""One report of an invented event in every format that is read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.ingest import read_inputs
from rashomon.records import Article

from .documents import epub, mhtml, pdf, printed

HEADLINE = "Kiln bursts at Oster"
BODY = (
    "Two potters were hurt when the great kiln at Oster burst on Monday, the guild said. The kiln had been lit for the first time "
    "since the spring.",
    "The mayor, Mara Lind, said that an inquiry would open on Thursday. She thanked the neighbours who had carried water from the "
    "river for most of the night.",
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>{HEADLINE} | The Kilner</title>
<link rel="canonical" href="https://kilner.example/2031/05/kiln">
<meta property="og:site_name" content="The Kilner">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "Person", "@id": "#ada", "name": "Ada Brandt"}},
 {{"@type": "NewsArticle", "headline": "{HEADLINE}", "datePublished": "2031-05-06T08:30:00+02:00",
  "dateModified": "2031-05-06T12:00:00+02:00", "author": {{"@id": "#ada"}}}}]}}</script></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>{HEADLINE}</h1><p>{BODY[0]}</p><p>{BODY[1]}</p></article><footer>All rights reserved</footer></body></html>"""
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Kilner feed</title><language>en</language>
<item><title>{HEADLINE}</title><link>https://kilner.example/2031/05/kiln</link><source url="https://wire.example/">The Wire</source>
<pubDate>Tue, 06 May 2031 08:30:00 +0200</pubDate><description>&lt;p&gt;{BODY[0]}&lt;/p&gt;&lt;p&gt;{BODY[1]}&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>https://kilner.example/</id><title>The Kilner</title>
<updated>2031-05-06T12:00:00+02:00</updated>
<entry><id>https://kilner.example/2031/05/kiln</id><title>{HEADLINE}</title><updated>2031-05-06T12:00:00+02:00</updated><link href="https://kilner.example/2031/05/kiln"/><published>2031-05-06T08:30:00+02:00</published>
<content type="html">&lt;p&gt;{BODY[0]}&lt;/p&gt;&lt;p&gt;{BODY[1]}&lt;/p&gt;</content></entry></feed>"""
NEWSML = f"""<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:kilner.example,2031:kiln" version="1">
<itemMeta><versionCreated>2031-05-06T08:30:00+02:00</versionCreated><provider><name>The Kilner</name></provider></itemMeta>
<contentMeta><headline>{HEADLINE}</headline><by>Ada Brandt</by><language tag="en"/></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{BODY[0]}</p><p>{BODY[1]}</p></body></html></inlineXML>
</contentSet></newsItem>"""
MAIL = (
    "Message-ID: <1@kilner.example>\r\nFrom: The Kilner <desk@kilner.example>\r\nTo: readers@kilner.example\r\n"
    f"Subject: {HEADLINE}\r\nDate: Tue, 06 May 2031 08:30:00 +0200\r\nMIME-Version: 1.0\r\n"
    f"Content-Type: text/plain; charset=utf-8\r\n\r\n{BODY[0]}\r\n\r\n{BODY[1]}\r\n"
)
DATE = "2031-05-06T08:30:00+02:00"


def warc() -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(PAGE.encode())}\r\n\r\n{PAGE}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:11111111-2222-3333-4444-555555555555>\r\n"
        "WARC-Date: 2031-05-07T00:00:00Z\r\nWARC-Target-URI: https://kilner.example/2031/05/kiln\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def crawled(**fields: object) -> str:
    return json.dumps(fields)


TEXT = "\n\n".join(BODY)
FORMATS: dict[str, tuple[str, bytes | str, set[str]]] = {
    "page": ("kiln.html", PAGE, {"outlet", "byline", "published", "url"}),
    "page by content": ("kiln.saved", PAGE, {"outlet", "byline", "published", "url"}),
    "rss": ("feed.xml", RSS, {"published", "url"}),
    "atom": ("kiln.atom", ATOM, {"outlet", "published", "url"}),
    "json feed": (
        "feed.json",
        crawled(
            version="https://jsonfeed.org/version/1.1",
            title="The Kilner",
            items=[
                {
                    "id": "1",
                    "url": "https://kilner.example/2031/05/kiln",
                    "title": HEADLINE,
                    "content_text": TEXT,
                    "date_published": DATE,
                }
            ],
        ),
        {"outlet", "published", "url"},
    ),
    "warc": ("news.warc", warc(), {"outlet", "byline", "published", "url"}),
    "warc.gz": ("news.warc.gz", gzip.compress(warc()), {"outlet", "byline", "published", "url"}),
    "pdf": ("kiln.pdf", pdf([printed(HEADLINE, BODY)]), set()),
    "epub": (
        "kiln.epub",
        epub(
            {
                "kiln": f"<html><head><title>{HEADLINE}</title></head><body><p>{BODY[0]}</p><p>{BODY[1]}</p></body></html>"
            },
            title=HEADLINE,
            creator="Ada Brandt",
            publisher="The Kilner",
            date=DATE,
            source="https://kilner.example/2031/05/kiln",
        ),
        {"outlet", "byline", "published", "url"},
    ),
    "mhtml": (
        "kiln.mhtml",
        mhtml(PAGE, "https://kilner.example/2031/05/kiln"),
        {"outlet", "byline", "published", "url"},
    ),
    "packed page": ("kiln.html.gz", gzip.compress(PAGE.encode()), {"outlet", "byline", "published", "url"}),
    "newsml": ("item.xml", NEWSML, {"outlet", "byline", "published"}),
    "ninjs": (
        "item.json",
        crawled(
            uri="https://kilner.example/2031/05/kiln",
            headline=HEADLINE,
            byline="Ada Brandt",
            versioncreated=DATE,
            body_text=TEXT,
        ),
        {"byline", "published", "url"},
    ),
    "mail": ("kiln.eml", MAIL, {"outlet", "published"}),
    "csv": ("kiln.csv", f'title,source,date,text\n"{HEADLINE}",The Kilner,{DATE},"{TEXT}"\n', {"outlet", "published"}),
    "news-please": (
        "kiln.json",
        crawled(
            maintext=TEXT,
            title=HEADLINE,
            authors=["Ada Brandt"],
            date_publish="2031-05-06 08:30:00",
            source_domain="The Kilner",
        ),
        {"outlet", "byline"},
    ),
    "ninjs 2": (
        "item.json",
        crawled(
            uri="https://kilner.example/2031/05/kiln",
            type="text",
            byline="Ada Brandt",
            versioncreated=DATE,
            headlines=[{"role": "main", "value": HEADLINE}],
            bodies=[{"role": "main", "contenttype": "text/html", "value": f"<p>{BODY[0]}</p><p>{BODY[1]}</p>"}],
        ),
        {"byline", "published", "url"},
    ),
    "fundus": (
        "kiln.json",
        crawled(
            title=HEADLINE,
            authors=["Ada Brandt"],
            publishing_date=DATE,
            topics=[],
            body={"summary": [BODY[0]], "sections": [{"headline": [], "paragraphs": [BODY[1]]}]},
        ),
        {"byline", "published"},
    ),
    "newspaper4k": (
        "kiln.json",
        crawled(
            url="https://kilner.example/2031/05/kiln",
            title=HEADLINE,
            authors=["Ada Brandt"],
            publish_date=DATE,
            text=TEXT,
            source_url="https://kilner.example",
            meta_site_name="The Kilner",
        ),
        {"outlet", "byline", "published", "url"},
    ),
    "media cloud": (
        "stories.json",
        crawled(
            stories=[
                {
                    "id": "0a1b",
                    "title": HEADLINE,
                    "url": "https://kilner.example/2031/05/kiln",
                    "media_name": "The Kilner",
                    "publish_date": DATE,
                    "language": "en",
                    "text": TEXT,
                }
            ]
        ),
        {"outlet", "published", "url"},
    ),
    "event registry": (
        "export.json",
        crawled(
            articles={
                "results": [
                    {
                        "title": HEADLINE,
                        "body": TEXT,
                        "source": {"title": "The Kilner"},
                        "dateTimePub": "2031-05-06T06:30:00Z",
                    }
                ]
            }
        ),
        {"outlet"},
    ),
}
KNOWN = {
    "outlet": "The Kilner",
    "byline": "Ada Brandt",
    "published": DATE,
    "url": "https://kilner.example/2031/05/kiln",
}


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str, bytes | str], list[Article]]:
    def reading(name: str, content: bytes | str) -> list[Article]:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        found = read_inputs([file])
        assert found.rejects == ()
        return list(found.articles)

    return reading


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_is_read_from(format_: str, read: Callable[[str, bytes | str], list[Article]]) -> None:
    name, content, carried = FORMATS[format_]
    (article,) = read(name, content)
    assert article.headline == HEADLINE
    assert article.text.startswith(HEADLINE)
    assert all(paragraph in article.text for paragraph in BODY)
    assert "Sport" not in article.text
    for field in carried:
        assert getattr(article, field) == KNOWN[field]


def test_every_candidate_is_kept_with_where_it_stood(read: Callable[[str, bytes | str], list[Article]]) -> None:
    (article,) = read("kiln.html", PAGE)
    told = {(m.name, m.value, m.source) for m in article.metadata}
    assert ("published", DATE, "JSON-LD datePublished") in told
    assert ("modified", "2031-05-06T12:00:00+02:00", "JSON-LD dateModified") in told
    assert ("url", "https://kilner.example/2031/05/kiln", "link canonical") in told


def test_the_outlet_of_a_feed_entry_is_its_source(read: Callable[[str, bytes | str], list[Article]]) -> None:
    (article,) = read("feed.xml", RSS)
    assert article.outlet == "The Wire"


def test_a_live_blog_is_read_post_by_post(read: Callable[[str, bytes | str], list[Article]]) -> None:
    posts = [
        {
            "headline": f"Post {n}",
            "articleBody": f"{BODY[n]}",
            "datePublished": f"2031-05-06T1{n}:00:00Z",
            "@type": "BlogPosting",
        }
        for n in (0, 1)
    ]
    blog = json.dumps({"@type": "LiveBlogPosting", "headline": "Oster live", "liveBlogUpdate": posts})
    page = f'<!doctype html><html><head><script type="application/ld+json">{blog}</script></head><body></body></html>'
    found = read("live.html", page)
    assert [(a.headline, a.published) for a in found] == [
        ("Post 0", "2031-05-06T10:00:00+00:00"),
        ("Post 1", "2031-05-06T11:00:00+00:00"),
    ]


def test_a_list_of_addresses_without_texts_is_told(tmp_path: Path) -> None:
    file = tmp_path / "gdelt.json"
    file.write_text(
        crawled(articles=[{"url": "https://kilner.example/kiln", "title": HEADLINE, "seendate": "20310506T063000Z"}])
    )
    (reject,) = read_inputs([file]).rejects
    assert reject.reason.startswith("no text")


def test_a_torn_archive_gives_what_came_before_the_tear(tmp_path: Path) -> None:
    file = tmp_path / "torn.warc.gz"
    whole = gzip.compress(warc())
    file.write_bytes(whole + whole[: len(whole) // 2])
    found = read_inputs([file])
    assert len(found.articles) == 1


def test_entities_that_explode_are_not_read(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    for name, root in (("a.xml", "rss"), ("b.xml", "newsItem")):
        file = tmp_path / name
        file.write_text(f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "boom">{bomb}]><{root}><p>&e9;</p></{root}>')
        found = read_inputs([file])
        assert not any(len(a.text) > 10_000 for a in found.articles)
