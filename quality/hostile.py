"""Inputs made to do harm: bombs, deep nesting, huge tags, endless lists. For the fuzz run and, the smaller ones, for the tests."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib

DEEP = 10_000
HUGE = 10_000_000


def _zip(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, data in members.items():
            z.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return made.getvalue()


def _book(chapter: bytes, times: int = 1) -> bytes:
    items = "".join(f'<item id="i{n}" href="c.xhtml"/>' for n in range(times))
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(times))
    return _zip(
        **{
            "META-INF__container_dot_xml": b'<container><rootfile full-path="b.opf"/></container>',
            "b_dot_opf": f"<package><manifest>{items}</manifest><spine>{refs}</spine></package>".encode(),
            "c_dot_xhtml": chapter,
        }
    )


def _entities(root: str) -> bytes:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "boom">{bomb}]><{root}><p>&e11;</p></{root}>'.encode()


def _outside(root: str) -> bytes:
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><{root}><p>&e;</p></{root}>'.encode()


def _pdf(stream: bytes, filters: str) -> bytes:
    head = (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>\nendobj\n"
    )
    return head + b"4 0 obj\n<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n" % (
        len(stream), filters.encode(), stream
    )  # fmt: skip


_PAGE = b"<!doctype html><html><head></head><body>"
_NESTED_JSON = "[" * DEEP + "]" * DEEP
_ZEROS = bytes(300_000_000)

HOSTILE: list[tuple[str, bytes]] = [
    ("a.html", _PAGE + b"<div>" * DEEP + b"x" + b"</div>" * DEEP),
    ("a.html", _PAGE + b"<table><tr><td>" * DEEP),
    ("a.html", _PAGE + b"<b><i>" * DEEP + b"x"),
    ("a.html", _PAGE + b"<p " + b"a" * HUGE + b">"),
    ("a.html", _PAGE + b'<p class="' + b"date " * (HUGE // 5) + b'">x</p>'),
    ("a.html", _PAGE + b"<p>" + b"word " * (HUGE // 5) + b"</p>"),
    ("a.html", _PAGE + b"<!--" * 1_000_000),
    ("a.html", _PAGE + b"<p>&" * 1_000_000),
    ("a.html", _PAGE + b"<p a='" * 500_000),
    ("a.html", _PAGE + b"<time datetime='" + b"9" * 1_000_000 + b"'>x</time>"),
    ("a.html", _PAGE + b"<h1>x</h1>" * 100_000),
    ("a.html", _PAGE + b"<a rel=author href=/author/x>A B</a>" * 50_000),
    ("a.html", b'<html><head><script type="application/ld+json">' + _NESTED_JSON.encode() + b"</script></head><body><p>x</p>"),
    ("a.html", b'<html><head><script type="application/ld+json">' + b'{"@graph":' * DEEP + b"</script></head><body><p>x</p>"),
    ("a.html", b'<html><head><script type="application/ld+json">{"a":' + b"1" * 1_000_000 + b"}</script></head><body><p>x</p>"),
    ("a.html", _PAGE + bytes(range(256)) * 4000),
    ("a.html.gz", gzip.compress(_ZEROS, 1)),
    ("a.html.gz", gzip.compress(gzip.compress(_ZEROS, 1), 1)),
    ("a.jsonl.gz", gzip.compress(b"\n" * 300_000_000, 1)),
    ("a.json", _NESTED_JSON.encode()),
    ("a.json", b'{"a":' * DEEP + b"1" + b"}" * DEEP),
    ("a.json", b'{"text":"' + b"x" * HUGE + b'"}'),
    ("a.json", b"[" + b"{}," * 1_000_000 + b"{}]"),
    ("a.json", b"1" * 1_000_000),
    ("a.json", json.dumps({"articles": {"results": {"items": {"data": [{"text": "x"}]}}}}).encode()),
    ("a.jsonl", b"{" * HUGE),
    ("a.csv", b'text,title\n"' + b"x" * HUGE),
    ("a.csv", b"," * 1_000_000 + b"\n" + b"," * 1_000_000),
    ("a.tsv", b"text\n" + b"x\n" * 200_000),
    *((f"{n}.xml", _entities(root)) for n, root in enumerate(("rss", "feed", "newsItem", "nitf", "html"))),
    *((f"{n}.xml", _outside(root)) for n, root in enumerate(("rss", "feed", "newsItem", "nitf", "html"))),
    ("a.xml", b"<?xml version='1.0'?><rss>" + b"<item>" * DEEP),
    ("a.xml", b"<?xml version='1.0'?><rss version='2.0'><channel>" + b"<item><title>x</title></item>" * 50_000 + b"</channel></rss>"),
    ("a.xml", b"<?xml version='1.0'?><newsItem>" + b"<p>" * DEEP),
    ("a.xml", b"<?xml version='1.0'?><newsItem " + b"a" * HUGE + b"='x'/>"),
    ("a.eml", b"From: a\r\nSubject: " + b"=?utf-8?q?" + b"=41" * 1_000_000 + b"?=\r\nDate: x\r\nMIME-Version: 1.0\r\n\r\nx"),
    ("a.eml", b"From: a\r\nSubject: b\r\nDate: c\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n" * 100_000),
    ("a.eml", b"From: a\r\nMIME-Version: 1.0\r\nX: y\r\n" + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1000))),
    ("a.eml", b"From: " + b"(" * 100_000 + b"\r\nTo: x\r\nMIME-Version: 1.0\r\n\r\nx"),
    ("a.epub", _book(_ZEROS)),
    ("a.epub", _book(b"<html><body><p>" + b"word " * 1_500_000 + b"</p></body></html>", times=2_000)),
    ("a.epub", _book(_PAGE + b"<div>" * DEEP)),
    ("a.epub", _zip(**{"META-INF__container_dot_xml": _entities("container")})),
    ("a.epub", _zip(**{f"m{n}": b"" for n in range(60_000)})),
    ("a.pdf", b"%PDF-1.4\n" + b"[" * HUGE),
    ("a.pdf", b"%PDF-1.4\n" + b"<<" * DEEP),
    ("a.pdf", _pdf(zlib.compress(_ZEROS, 1), "/FlateDecode")),
    ("a.pdf", _pdf(zlib.compress(zlib.compress(_ZEROS, 1), 1), "/FlateDecode /FlateDecode")),
    ("a.pdf", _pdf(b"q " * 2_000_000, "")),
    ("a.pdf", _pdf(b"BT (x) Tj ET " * 300_000, "")),
    ("a.warc", b"WARC/1.0\r\n" + b"X: y\r\n" * 500_000 + b"\r\n"),
    ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n"),
    ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx"),
    ("a.warc.gz", gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 300000000\r\n\r\n" + _ZEROS, 1)),
    ("a.txt", b"x" * 3_000_000),
    ("a.txt", b"\n" * 3_000_000),
    ("a.txt", "\u202e\u0301".encode() * 200_000),
    ("a.txt", b"By " * 300_000),
    ("a.md", b"[" * 500_000),
    ("a.md", b"> " * 300_000),
    ("a.md", b"*" * 500_000),
]  # fmt: skip
"""Name and bytes of each."""

del _ZEROS
