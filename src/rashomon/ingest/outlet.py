"""Which outlet an article says it is from: in its byline, its dateline's signature or its page's title; else not known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.annotate import find_stamps, without_stamps
from rashomon.ingest import marks
from rashomon.ingest.phrases import outlets, words_of
from rashomon.records import Part

_JOINT = re.compile(r"\s*[|•·;,]\s*|\s+[-–—/]+\s+|\s+(?:for|of|at)\s+")
_BY = re.compile(r"^\W*(?:by|from)\b[:\s]*", re.IGNORECASE)
_DESK = re.compile(r"\s+(?:newsroom|(?:news )?desk|staff|bureau)\Z", re.IGNORECASE)
_THE = re.compile(r"(?:^|\s)(The\s+[A-Z].*)")


def stated_outlet(text: str, parts: Sequence[Part]) -> str | None:
    """The outlet's name as the article states it. An agency is no outlet: its report may be printed anywhere."""
    return next(_candidates(text, parts), None)


def _candidates(text: str, parts: Sequence[Part]) -> Iterator[str]:
    bylines = [p.span.of(text) for p in parts if p.kind == "byline"]
    for line in bylines:
        yield from filter(_is_outlet, _names(line))
    for part in parts:
        signed = marks.signature(part.span.of(text)) if part.kind == "dateline" else None
        if signed and outlets().signing.make_up(words_of(signed)):
            yield signed
        if part.kind == "credit" and part.why.startswith("the site's name"):
            yield part.span.of(text).strip(" |«–—-")


def _names(line: str) -> Iterator[str]:
    for piece in without_stamps(line, find_stamps(line)):
        for name in _JOINT.split(_BY.sub("", piece)):
            name = _DESK.sub("", name.strip(" ,()"))
            the = _THE.search(name)
            if the and the.start(1) > 0:
                yield the[1].split(" @")[0].strip()
            elif name:
                yield name


def _is_outlet(name: str) -> bool:
    words = words_of(name)
    if (
        not words
        or len(words) > 6
        or ":" in name
        or outlets().agencies.within(words)
        or outlets().roles.at(words[-1:], 0)
    ):
        return False
    return marks.names_outlet(name) or _THE.match(name) is not None
