"""Runs by itself, in a process with little memory and time: a PDF on standard input, the text on its pages with its place as JSON on
standard output. What a hostile file does to the library, it does to this process and no other."""

from __future__ import annotations

import json
import sys
from typing import Any

MAX_PAGES = 100
_MAX_CHARS = 50_000
"""Characters on a page that are looked at: the densest broadsheet has half of them."""
_MEMORY = 1_500_000_000
_SECONDS = 20


def main() -> None:
    """Print {"told": {…}, "pages": [[[left, right, baseline, size, text], …], …], "left_out": pages not read}: a list for each line."""
    _bound()
    import pypdfium2

    document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    pages = [_lines(document[i].get_textpage()) for i in range(min(len(document), MAX_PAGES))]
    told = document.get_metadata_dict(skip_empty=True)
    print(json.dumps({"told": told, "pages": pages, "left_out": max(len(document) - MAX_PAGES, 0)}))


def _lines(page: Any) -> list[tuple[float, float, float, float, str]]:
    """The lines of one page in the order in which the file has them: where each begins, ends and stands, and the size of its type."""
    from ctypes import byref, c_double

    from pypdfium2.raw import FPDFText_GetCharOrigin, FPDFText_GetFontSize

    text = page.get_text_range(0, min(page.count_chars(), _MAX_CHARS))
    found, at = [], 0
    for line in text.split("\r\n"):
        words = line.strip()
        if words:
            first = at + line.index(words[0])
            x, y = c_double(), c_double()
            FPDFText_GetCharOrigin(page, first, byref(x), byref(y))
            right = page.get_charbox(first + len(words) - 1)[2]
            size = FPDFText_GetFontSize(page, first)
            found.append((round(x.value, 1), round(right, 1), round(y.value, 1), round(size, 1), words))
        at += len(line) + 2
    return found


def _bound() -> None:
    try:
        import resource
    except ImportError:  # not on this system: then the caller's clock alone ends it
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


if __name__ == "__main__":
    main()
