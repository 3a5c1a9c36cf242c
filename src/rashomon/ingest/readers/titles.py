"""Titles of pages: the headline with the outlet's name behind a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable

TITLE_TAIL = re.compile(r"\s(?:[|«·•–—-]|::)\s")


def without_outlet(title: str, outlets: Iterable[str]) -> str:
    """A title without an outlet's name at its end ("Kiln lit - The Kilner", "Kiln lit | thekilner")."""
    known = {letters_of(outlet) for outlet in outlets}
    for m in TITLE_TAIL.finditer(title):
        if letters_of(title[m.end() :]) in known:
            return title[: m.start()].rstrip()
    return title


def letters_of(text: str) -> str:
    """Letters and digits alone, in lower case: by these two spellings of a name are one."""
    return "".join(c for c in text.lower() if c.isalnum())
