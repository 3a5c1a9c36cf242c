"""PDF of a printed or saved page: its paragraphs put together from the lines of its columns."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

from rashomon.ingest.readers.metadata import article_of
from rashomon.ingest.readers.reader import Found, Reader
from rashomon.ingest.readers.titles import letters_of
from rashomon.records import Article, Metadatum, Reject

MAX_BYTES = 50_000_000
_SECONDS = 30
_WORKER = Path(__file__).with_name("pdf_worker.py")
_BROKEN_WORD = ("\ufffe", "\x02", "\xad")
"""What stands for a hyphen that only the line's end put there."""
_LARGER = 1.25
"""Type so much larger than the text's is a headline's."""
_SMALLER = 0.7
"""Type so much smaller than the text's, at the edge of a page, is a running line's."""
_APART = 1.35
"""Lines so much further apart than most are two paragraphs."""
_ENDS, _CLOSING = (".", "!", "?", "…"), "\"'”’»)]"
_HALF = 0.7
"""A line that fills so much of its column and ends no sentence goes on, whatever comes next."""
_LETTER = 0.5
"""Width of a letter in ems, about."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line on a page: where it begins and ends, the height of its baseline, the size of its type (points from the lower left)."""

    page: int
    left: float
    right: float
    baseline: float
    size: float
    text: str


def read_pdf(stream: BinaryIO, name: str) -> Found:
    """One Article of all pages. The file is opened in a process of its own, with bounded memory and time."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield Reject(input=name, reason=f"a PDF of more than {MAX_BYTES // 1_000_000} MB")
        return
    try:
        done = subprocess.run([sys.executable, "-I", str(_WORKER)], input=data, capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        yield Reject(input=name, reason=f"a PDF that is not read in {_SECONDS} seconds")
        return
    if done.returncode:
        last = (done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it ends the program that reads it"])[
            -1
        ]
        yield Reject(input=name, reason=f"a PDF that cannot be read ({last})"[:200])
        return
    answer = json.loads(done.stdout)
    lines = [Printed(n, *line) for n, page in enumerate(answer["pages"]) for line in page]
    if not lines:
        yield Reject(input=name, reason="a PDF without text: pictures of pages are not read")
        return
    yield _article(lines, answer, name)


def _article(lines: list[Printed], answer: dict[str, Any], name: str) -> Article:
    running = running_lines(lines)
    kept = [line for line in lines if line not in running]
    text = "\n\n".join(paragraphs(kept))
    notes = []
    if running:
        notes.append(f"{len(running)} lines at the heads and feet of its pages are left out")
    if answer["left_out"]:
        notes.append(f"its last {answer['left_out']} pages are left out")
    article = article_of(text, name, _candidates(kept, running, answer["told"], text))
    return replace(article, notes=tuple(notes))


def running_lines(lines: Sequence[Printed]) -> frozenset[Printed]:
    """The lines at the edges of pages that all pages have, or (of a single page) that are set in much smaller type than the text."""
    pages = len({line.page for line in lines})
    body = _body_size(lines)
    edges = [line for p in range(pages) for line in _edges([x for x in lines if x.page == p])]
    if pages == 1:
        return frozenset(line for line in edges if line.size < _SMALLER * body)
    counts = Counter(where for where, _ in {(_place(line), line.page) for line in edges})
    return frozenset(line for line in edges if counts[_place(line)] >= max(2, 0.6 * pages))


def _place(line: Printed) -> tuple[str, int]:
    """What a running line is known by on every page: its words but for numbers, and its height."""
    return re.sub(r"\d+", "#", line.text), round(line.baseline / 12)


def _edges(page: Sequence[Printed]) -> list[Printed]:
    """The two uppermost and two lowest lines of a page."""
    by_height = sorted(page, key=lambda line: line.baseline)
    return by_height[:2] + by_height[2:][-2:]


def paragraphs(lines: Sequence[Printed]) -> Iterator[str]:
    """The lines put together, in their order."""
    if not lines:
        return
    gap = _usual_gap(lines)
    rights = _right_edges(lines)
    made = lines[0].text
    for a, b in pairwise(lines):
        if _goes_on(a, b, gap, rights[a]):
            made = _joined(made, b.text)
        else:
            yield _mended(made)
            made = b.text
    yield _mended(made)


def _goes_on(a: Printed, b: Printed, gap: float, right: float) -> bool:
    """Whether line `b` belongs to the paragraph of line `a`: same type, no space between, and `a` was full."""
    if abs(a.size - b.size) > 0.1 * a.size:
        return False
    below = a.page == b.page and a.baseline - b.baseline > 0
    if below and a.baseline - b.baseline > _APART * gap:
        return False
    first_word = len(b.text.split(" ", 1)[0]) * b.size * _LETTER
    full = a.right + 0.3 * a.size + first_word >= right
    half = a.right - a.left >= _HALF * (right - a.left)
    return full or a.text.endswith(_BROKEN_WORD) or (half and not a.text.rstrip(_CLOSING).endswith(_ENDS))


def _right_edges(lines: Sequence[Printed]) -> dict[Printed, float]:
    """How far to the right the column of each line goes."""
    columns: dict[tuple[int, float, int], float] = {}
    for line in lines:
        columns[_column(line)] = max(columns.get(_column(line), 0.0), line.right)
    return {line: columns[_column(line)] for line in lines}


def _column(line: Printed) -> tuple[int, float, int]:
    return line.page, line.size, round(line.left / (4 * line.size or 1))


def _usual_gap(lines: Sequence[Printed]) -> float:
    gaps = [a.baseline - b.baseline for a, b in pairwise(lines) if a.page == b.page and a.baseline > b.baseline]
    common = Counter(round(g) for g in gaps).most_common(1)
    return float(common[0][0]) if common else 0.0


def _joined(text: str, line: str) -> str:
    if text.endswith(_BROKEN_WORD):
        return text[:-1] + line
    return text + ("" if text.endswith("-") and line[:1].islower() else " ") + line


def _mended(text: str) -> str:
    return re.sub(r"[\ufffe\x02\xad]", "", text)


def _body_size(lines: Sequence[Printed]) -> float:
    """The size of type that most letters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _candidates(
    lines: Sequence[Printed], running: frozenset[Printed], told: dict[str, str], text: str
) -> Iterator[Metadatum]:
    body = _body_size(lines) if lines else 0.0
    large = [x for x in lines if x.page == 0 and x.size >= _LARGER * body]
    largest = max((x.size for x in large), default=0.0)
    title = told.get("Title", "")
    if title and letters_of(title) in letters_of(text[:2000]):
        yield Metadatum(name="headline", value=title, source="PDF Title")
    if large:
        yield Metadatum(
            name="headline",
            value=" ".join(x.text for x in large if x.size == largest),
            source="largest type of the first page",
        )
    for line in sorted(running, key=lambda x: (x.page, x.baseline)):
        address = re.search(r"https?://[^\s]{4,500}", line.text)
        if address:
            yield Metadatum(name="url", value=address.group(), source="foot of its pages")
            return


PDF = Reader(name="PDF", suffixes=(".pdf",), knows=lambda head, _: b"%PDF-" in head[:1024], read=read_pdf)
