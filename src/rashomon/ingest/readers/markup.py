"""HTML fragments as plain text, a line a block."""

from __future__ import annotations

import re

from lxml import html
from lxml.etree import LxmlError

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
