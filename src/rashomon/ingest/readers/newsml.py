"""IPTC NewsML-G2 news items and NITF inside them."""

from __future__ import annotations

import re
from typing import BinaryIO

from lxml import etree

from rashomon.ingest.readers.metadata import article_of
from rashomon.ingest.readers.reader import Found, Reader
from rashomon.records import Metadatum, Reject

MAX_BYTES = 20_000_000
_NEWSML = re.compile(rb"<(?:\w+:)?(?:newsItem|newsMessage|nitf)\b")
_PATHS = (
    ("headline", ".//*[local-name()='contentMeta']/*[local-name()='headline']"),
    ("headline", ".//*[local-name()='hl1']"),
    ("byline", ".//*[local-name()='contentMeta']/*[local-name()='by']"),
    ("byline", ".//*[local-name()='byline']"),
    ("published", ".//*[local-name()='itemMeta']/*[local-name()='firstCreated']"),
    ("published", ".//*[local-name()='itemMeta']/*[local-name()='versionCreated']"),
    ("modified", ".//*[local-name()='itemMeta']/*[local-name()='versionCreated']"),
    ("outlet", ".//*[local-name()='itemMeta']/*[local-name()='provider']/*[local-name()='name']"),
    ("language", ".//*[local-name()='contentMeta']/*[local-name()='language']/@tag"),
)


def read_newsml(stream: BinaryIO, name: str) -> Found:
    """An Article for each news item with text."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        tree = etree.fromstring(stream.read(MAX_BYTES), parser)
    except (etree.XMLSyntaxError, ValueError) as e:
        yield Reject(input=name, reason=f"XML that cannot be parsed ({str(e)[:100]})")
        return
    items = tree.xpath("descendant-or-self::*[local-name()='newsItem']") or [tree]
    for number, item in enumerate(items, start=1):
        where = f"{name}#{number}" if len(items) > 1 else name
        paragraphs = item.xpath(".//*[local-name()='p'][not(ancestor::*[local-name()='head'])]")
        text = "\n".join(" ".join("".join(p.itertext()).split()) for p in paragraphs)
        if not text.strip():
            yield Reject(input=where, reason="a news item without text")
            continue
        told = [
            Metadatum(
                name=field,
                value=v if isinstance(v, str) else "".join(v.itertext()),
                source=f"NewsML {path.split(chr(39))[-2]}",
            )
            for field, path in _PATHS
            for v in item.xpath(path)[:1]
        ]
        yield article_of(text, where, told)


NEWSML = Reader(name="NewsML-G2", suffixes=(), knows=lambda head, _: bool(_NEWSML.search(head)), read=read_newsml)
