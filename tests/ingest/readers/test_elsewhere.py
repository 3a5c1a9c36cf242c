"""The documents of `test_formats` are what they say they are: readers that are not ours read the same in them."""

from __future__ import annotations

import csv
import gzip
import io
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from .documents import mhtml, pdf, printed
from .test_formats import ATOM, BODY, FORMATS, HEADLINE, MAIL, NEWSML, PAGE, RSS, warc

URL = "https://kilner.example/2031/05/kiln"


def data(format_: str) -> bytes:
    content = FORMATS[format_][1]
    return content if isinstance(content, bytes) else content.encode()


def test_page() -> None:
    extruct = pytest.importorskip("extruct")
    found = extruct.extract(PAGE, base_url=URL, syntaxes=["json-ld", "opengraph"])
    (article,) = [o for o in found["json-ld"][0]["@graph"] if o["@type"] == "NewsArticle"]
    assert (article["headline"], article["datePublished"]) == (HEADLINE, "2031-05-06T08:30:00+02:00")
    assert ("og:site_name", "The Kilner") in found["opengraph"][0]["properties"]


def test_rss() -> None:
    atoma = pytest.importorskip("atoma")
    (item,) = atoma.parse_rss_bytes(RSS.encode()).items
    assert (item.title, item.link, item.source.title) == (HEADLINE, URL, "The Wire")
    assert item.pub_date.isoformat() == "2031-05-06T08:30:00+02:00"


def test_atom() -> None:
    atoma = pytest.importorskip("atoma")
    (entry,) = atoma.parse_atom_bytes(ATOM.encode()).entries
    assert (entry.title.value, entry.links[0].href) == (HEADLINE, URL)
    assert BODY[0] in entry.content.value


def test_json_feed() -> None:
    atoma = pytest.importorskip("atoma")
    (item,) = atoma.parse_json_feed_bytes(data("json feed")).items
    assert (item.title, item.url) == (HEADLINE, URL)
    assert item.date_published.isoformat() == "2031-05-06T08:30:00+02:00"


@pytest.mark.parametrize("packed", [False, True])
def test_warc(packed: bool) -> None:
    archiveiterator = pytest.importorskip("warcio.archiveiterator")
    stream = io.BytesIO(gzip.compress(warc()) if packed else warc())
    (record,) = [
        (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
        for r in archiveiterator.ArchiveIterator(stream)
    ]
    assert record == ("response", URL, PAGE.encode())


def test_epub(tmp_path: Path) -> None:
    epub = pytest.importorskip("ebooklib.epub")
    file = tmp_path / "kiln.epub"
    file.write_bytes(data("epub"))
    book = epub.read_epub(str(file), {"ignore_ncx": True})
    assert book.get_metadata("DC", "creator")[0][0] == "Ada Brandt"
    assert BODY[0].encode() in book.get_item_with_href("kiln.xhtml").content


def test_pdf() -> None:
    pypdf = pytest.importorskip("pypdf")
    reader = pypdf.PdfReader(io.BytesIO(pdf([printed(HEADLINE, BODY)], title=HEADLINE)), strict=True)
    text = " ".join(reader.pages[0].extract_text().split())
    assert reader.metadata.title == HEADLINE
    assert text.startswith(f"{HEADLINE} {BODY[0]}")


def test_newsml() -> None:
    newsml = pytest.importorskip("NewsMLG2")
    item = newsml.NewsMLG2Document(NEWSML.encode()).get_item()
    assert str(item.contentmeta.headline) == HEADLINE
    assert item.guid == "tag:kilner.example,2031:kiln"


def test_mail() -> None:
    message = message_from_bytes(MAIL.encode(), policy=policy.strict)
    assert (message["subject"], message["from"].addresses[0].display_name) == (HEADLINE, "The Kilner")
    assert message.defects == []


def test_mhtml() -> None:
    page, picture = message_from_bytes(mhtml(PAGE, URL), policy=policy.strict).iter_parts()
    assert (page.get_content_type(), page["content-location"]) == ("text/html", URL)
    assert picture.get_content().startswith(b"\x89PNG")


def test_csv() -> None:
    text = data("csv").decode()
    assert csv.Sniffer().has_header(text)
    (row,) = csv.DictReader(io.StringIO(text), strict=True)
    assert (row["title"], row["source"]) == (HEADLINE, "The Kilner")
