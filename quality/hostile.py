"""Inputs made to do harm: bombs, deep nesting, huge tags, endless lists. For the fuzz run and, the smaller ones, for the tests."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib


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


def _packed(data: bytes) -> bytes:
    """Packed fast, and the same bytes on every run: no time of packing in it."""
    return gzip.compress(data, 1, mtime=0)


def hostile(part: int = 1) -> list[tuple[str, bytes]]:
    """Name and bytes of each: nested 10,000 deep, 10 MB tags, bombs of 300 MB; tags and bombs smaller by `part` for a quick run."""
    deep, huge, zeros = 10_000, 10_000_000 // part, bytes(300_000_000 // part)
    nested = "[" * deep + "]" * deep
    return [
    ("a.html", _PAGE + b"<div>" * deep + b"x" + b"</div>" * deep),
    ("a.html", _PAGE + b"<table><tr><td>" * deep),
    ("a.html", _PAGE + b"<b><i>" * deep + b"x"),
    ("a.html", _PAGE + b"<p " + b"a" * huge + b">"),
    ("a.html", _PAGE + b'<p class="' + b"date " * (huge // 5) + b'">x</p>'),
    ("a.html", _PAGE + b"<p>" + b"word " * (huge // 5) + b"</p>"),
    ("a.html", _PAGE + b"<!--" * (1_000_000 // part)),
    ("a.html", _PAGE + b"<p>&" * (1_000_000 // part)),
    ("a.html", _PAGE + b"<p a='" * (500_000 // part)),
    ("a.html", _PAGE + b"<time datetime='" + b"9" * (1_000_000 // part) + b"'>x</time>"),
    ("a.html", _PAGE + b"<h1>x</h1>" * (100_000 // part)),
    ("a.html", _PAGE + b"<article><time datetime=2031-05-06T10:00Z></time><p>x</p></article>" * (8_000 // part)),
    ("a.html", _PAGE + (b"<article><time datetime=2031-05-06T10:00Z></time>" + b"<li>" * 8_000) * 3),
    ("a.html", _PAGE + (b"<div><time>" + b"<div><p>word " * 20) * (800 // part)),
    ("a.html", _PAGE + b"<a rel=author href=/author/x>A B</a>" * (50_000 // part)),
    ("a.html", b'<html><head><script type="application/ld+json">' + nested.encode() + b"</script></head><body><p>x</p>"),
    ("a.html", b'<html><head><script type="application/ld+json">' + b'{"@graph":' * deep + b"</script></head><body><p>x</p>"),
    ("a.html", b'<html><head><script type="application/ld+json">{"a":' + b"1" * (1_000_000 // part) + b"}</script></head><body><p>x</p>"),
    ("a.html", _PAGE + bytes(range(256)) * (4000 // part)),
    ("a.html.gz", _packed(zeros)),
    ("a.html.gz", _packed(_packed(zeros))),
    ("a.jsonl.gz", _packed(b"\n" * (300_000_000 // part))),
    ("a.json", nested.encode()),
    ("a.json", b'{"a":' * deep + b"1" + b"}" * deep),
    ("a.json", b'{"text":"' + b"x" * huge + b'"}'),
    ("a.json", b"[" + b"{}," * (1_000_000 // part) + b"{}]"),
    ("a.json", b"1" * (1_000_000 // part)),
    ("a.json", json.dumps({"articles": {"results": {"items": {"data": [{"text": "x"}]}}}}).encode()),
    ("a.jsonl", b"{" * huge),
    ("a.csv", b'text,title\n"' + b"x" * huge),
    ("a.csv", b"," * (1_000_000 // part) + b"\n" + b"," * (1_000_000 // part)),
    ("a.tsv", b"text\n" + b"x\n" * (200_000 // part)),
    *((f"{n}.xml", _entities(root)) for n, root in enumerate(("rss", "feed", "newsItem", "nitf", "html"))),
    *((f"{n}.xml", _outside(root)) for n, root in enumerate(("rss", "feed", "newsItem", "nitf", "html"))),
    ("a.xml", b"<?xml version='1.0'?><rss>" + b"<item>" * deep),
    ("a.xml", b"<?xml version='1.0'?><rss version='2.0'><channel>" + b"<item><title>x</title></item>" * (50_000 // part) + b"</channel></rss>"),
    ("a.xml", b"<?xml version='1.0'?><newsItem>" + b"<p>" * deep),
    ("a.xml", b"<?xml version='1.0'?><newsItem " + b"a" * huge + b"='x'/>"),
    ("a.eml", b"From: a\r\nSubject: " + b"=?utf-8?q?" + b"=41" * (1_000_000 // part) + b"?=\r\nDate: x\r\nMIME-Version: 1.0\r\n\r\nx"),
    ("a.eml", b"From: a\r\nSubject: b\r\nDate: c\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n" * (100_000 // part)),
    ("a.eml", b"From: a\r\nMIME-Version: 1.0\r\nX: y\r\n" + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1000))),
    ("a.eml", b"From: " + b"(" * (100_000 // part) + b"\r\nTo: x\r\nMIME-Version: 1.0\r\n\r\nx"),
    ("a.epub", _book(zeros)),
    ("a.epub", _book(b"<html><body><p>" + b"word " * (1_500_000 // part) + b"</p></body></html>", times=2_000 // part)),
    ("a.epub", _book(_PAGE + b"<div>" * deep)),
    ("a.epub", _zip(**{"META-INF__container_dot_xml": _entities("container")})),
    ("a.epub", _zip(**{f"m{n}": b"" for n in range(60_000 // part)})),
    ("a.pdf", b"%PDF-1.4\n" + b"[" * huge),
    ("a.pdf", b"%PDF-1.4\n" + b"<<" * deep),
    ("a.pdf", _pdf(zlib.compress(zeros, 1), "/FlateDecode")),
    ("a.pdf", _pdf(zlib.compress(zlib.compress(zeros, 1), 1), "/FlateDecode /FlateDecode")),
    ("a.pdf", _pdf(b"q " * (2_000_000 // part), "")),
    ("a.pdf", _pdf(b"BT (x) Tj ET " * (300_000 // part), "")),
    ("a.warc", b"WARC/1.0\r\n" + b"X: y\r\n" * (500_000 // part) + b"\r\n"),
    ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n"),
    ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx"),
    ("a.warc.gz", _packed(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 300000000\r\n\r\n" + zeros)),
    ("a.txt", b"x" * (3_000_000 // part)),
    ("a.txt", b"\n" * (3_000_000 // part)),
    ("a.txt", "\u202e\u0301".encode() * (200_000 // part)),
    ("a.txt", b"By " * (300_000 // part)),
    ("a.md", b"[" * (500_000 // part)),
    ("a.md", b"> " * (300_000 // part)),
    ("a.md", b"*" * (500_000 // part)),
    ]  # fmt: skip
