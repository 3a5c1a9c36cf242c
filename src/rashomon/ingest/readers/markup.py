"""HTML fragments as plain text, a line a block; pages in the encoding that their server names."""

from __future__ import annotations

import codecs
import re

from lxml import html
from lxml.etree import LxmlError

_ENCODINGS = (
    "ascii",
    "big5",
    "cp",
    "euc",
    "gb",
    "hz",
    "iso2022",
    "iso8859",
    "johab",
    "koi8",
    "mac",
    "shift",
    "tis",
    "utf-16",
)
"""How the names of encodings begin in which pages are written; the other codecs of the library turn texts into something else."""
_BLOCKS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr")


def plain_text(markup: str) -> str:
    """The text of a fragment of HTML: scripts and styles left out, blocks on lines of their own, white space as it is read."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (LxmlError, ValueError, RecursionError):
        return re.sub(r"<[^<>]*>", " ", markup).strip()
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in str(tree.text_content()).splitlines())
    return "\n".join(line for line in lines if line)


def as_utf8(data: bytes, charset: str | None) -> bytes:
    """The bytes as UTF-8 where the header of their answer names another encoding that they keep to."""
    try:
        encoding = codecs.lookup(charset).name if charset else ""
        if encoding.startswith(_ENCODINGS):
            return data.decode(encoding).encode("utf-8", "replace")
    except (LookupError, ValueError):
        pass
    return data
