"""What changed between two versions of one page, word for word, and whether the newer one says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from rashomon.records import Article, Collation, Span
from rashomon.records.ledger import Change, Revision

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LINE = re.compile(r"[^\n]+")
_MOST_WORDS = 8_000
"""Texts of more words are held against each other line by line: comparing costs their product."""
_SMALL_GAP = 2
"""Unchanged words between two changes that read better as one: "four people" and "one dead, 11" share no more than chance."""
_WORD = re.compile(r"\w")


_Tokens = Sequence[tuple[str, int, int]]
_Ranges = tuple[int, int, int, int]


def revision(earlier: Article, later: Article) -> Revision:
    """The changes between two versions, in the order of the newer text."""
    a, b = _tokens(earlier), _tokens(later)
    stretches = (
        Change(before=_stretch(a, i, j, earlier), after=_stretch(b, k, m, later))
        for i, j, k, m in _changed(a, b, later)
    )
    changes = tuple(c for c in stretches if _WORD.search(c.before.of(earlier.text) + c.after.of(later.text)))
    return Revision(earlier=earlier.id, later=later.id, changes=changes, told=_told(later, changes))


def newer_versions(collation: Collation) -> dict[str, str]:
    """Article to the next version of its page, where both are witnesses."""
    by_url: dict[str, list[str]] = {}
    for w in collation.witnesses:
        if w.article.url:
            by_url.setdefault(w.article.url, []).append(w.article.id)
    return {old: new for ids in by_url.values() for old, new in pairwise(ids)}


def _tokens(article: Article) -> _Tokens:
    for pattern in (_TOKEN, _LINE):
        found = [(m[0], m.start(), m.end()) for m in pattern.finditer(article.text)]
        if len(found) <= _MOST_WORDS:
            break
    return found


def _changed(a: _Tokens, b: _Tokens, later: Article) -> Iterator[_Ranges]:
    """Stretches of tokens that differ; those with next to nothing between them as one."""
    last: _Ranges | None = None
    for op in LCSseq.opcodes([t[0] for t in a], [t[0] for t in b]):
        if op.tag == "equal":
            continue
        here = op.src_start, op.src_end, op.dest_start, op.dest_end
        if last is not None and _near(b, last[3], here[2], later):
            last = last[0], here[1], last[2], here[3]
            continue
        if last is not None:
            yield last
        last = here
    if last is not None:
        yield last


def _near(b: _Tokens, end: int, start: int, later: Article) -> bool:
    """Whether few unchanged tokens, and no end of a line, lie between the one that ends a change and the one that begins the next."""
    if start == end or start - end > _SMALL_GAP:
        return start == end
    first = b[end - 1][2] if end else 0
    last = b[start][1] if start < len(b) else len(later.text)
    return "\n" not in later.text[first:last]


def _stretch(tokens: _Tokens, first: int, last: int, article: Article) -> Span:
    """The characters from one token to another; where there is none of them, the place between its neighbours."""
    if first < last:
        return Span(article=article.id, start=tokens[first][1], end=tokens[last - 1][2])
    at = tokens[first - 1][2] if first else 0
    return Span(article=article.id, start=at, end=at)


def _told(later: Article, changes: Sequence[Change]) -> Span | None:
    """Where the new words, or the lines they stand in, say that the report was changed."""
    text = later.text
    for change in changes:
        start, end = text.rfind("\n", 0, change.after.start) + 1, text.find("\n", change.after.end)
        line = text[start : end if end >= 0 else len(text)]
        if change.after.start < change.after.end and (found := _notes().search(line)):
            return Span(article=later.id, start=start + found.start(), end=start + found.end())
    return None


@cache
def _notes() -> re.Pattern[str]:
    lines = files("rashomon.collate").joinpath("revisions.txt").read_text("utf-8").splitlines()
    phrases = [re.escape(line) for line in lines if line and not line.startswith("#")]
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)
