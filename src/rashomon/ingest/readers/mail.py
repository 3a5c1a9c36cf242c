"""E-mail: newsletters and press releases as saved by a mail program; and pages that a browser saved in the form of a message (MHTML)."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import Message
from typing import BinaryIO

from rashomon.ingest.readers.html import read_page
from rashomon.ingest.readers.markup import as_utf8, plain_text
from rashomon.ingest.readers.metadata import article_of
from rashomon.ingest.readers.reader import Found, Reader
from rashomon.records import Metadatum, Reject

MAX_BYTES = 25_000_000
_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3}")
_TELLING = re.compile(rb"^(?:Received|Message-ID|MIME-Version|Return-Path|From):", re.I | re.M)


def read_mail(stream: BinaryIO, name: str) -> Found:
    """The message as one Article: subject, sender, date, and its text (of HTML mail, the text of the page)."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield Reject(input=name, reason=f"a message of more than {MAX_BYTES // 1_000_000} MB")
        return
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(preferencelist=("plain", "html"))
        text = str(body.get_content()) if body is not None else ""
        markup = body is not None and body.get_content_type() == "text/html"
        told = {field: str(message[field] or "") for field in ("subject", "from", "date", "snapshot-content-location")}
        page = _saved_page(message) if told["snapshot-content-location"] else b""
    except Exception as e:  # The standard library's parser raises what it likes on broken messages.
        yield Reject(input=name, reason=f"a message that cannot be read ({type(e).__name__})")
        return
    if page:
        yield from read_page(page, name, told["snapshot-content-location"])
        return
    if not text.strip():
        yield Reject(input=name, reason="a message without text")
        return
    sender = re.sub(r"\s*<[^<>]*>", "", told["from"]).strip(' "')
    candidates = [
        Metadatum(name="headline", value=told["subject"], source="Subject"),
        Metadatum(name="outlet", value=sender, source="From"),
        Metadatum(name="published", value=told["date"], source="Date"),
    ]
    yield article_of(
        plain_text(text) if markup else text.replace("\r\n", "\n"), name, [c for c in candidates if c.value]
    )


def _saved_page(message: Message) -> bytes:
    """The first page of a message in which a browser saved one; the others are its frames."""
    pages = (p for p in message.walk() if p.get_content_type() == "text/html")
    page = next(pages, None)
    payload = page.get_payload(decode=True) if page is not None else b""
    return as_utf8(payload, page.get_content_charset()) if page is not None and isinstance(payload, bytes) else b""


MAIL = Reader(
    name="e-mail",
    suffixes=(".eml", ".mhtml", ".mht"),
    knows=lambda head, suffix: (
        suffix in (".eml", ".mhtml", ".mht") or bool(_HEADERS.match(head) and _TELLING.search(head))
    ),
    read=read_mail,
)
