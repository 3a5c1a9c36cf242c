"""Text within pictures."""

from __future__ import annotations

from html import escape


def svg_text(words: str) -> str:
    """Text for an SVG element: escaped, and without characters that XML cannot hold."""
    return escape(
        "".join(
            c if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff" else "\ufffd" for c in words
        )
    )
