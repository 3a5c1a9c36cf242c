"""JSON lines to Articles: an object a line with `text`, and where known id, headline, outlet, published, url, language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from rashomon.errors import InputError
from rashomon.ingest.bookmarks import Bookmarks, Progress
from rashomon.ingest.files import MAX_CHARS, check_file, decode
from rashomon.records import Article, Reject

_MAX_LINE = 8 * MAX_CHARS
"""A character takes at most six bytes when escaped; the rest is for the other fields."""


def read_jsonl(path: Path, bookmarks: Bookmarks | None = None) -> Iterator[Article | Reject]:
    """An Article or Reject for each line that is not empty; lines are read one at a time, so that a file may be of any size.

    Lines before the file's bookmark are passed over if they are still the same.
    """
    check_file(path)
    try:
        with path.open("rb") as file:
            progress = Progress(file, str(path), bookmarks or Bookmarks())
            yield from _read(progress, str(path))
    except OSError as e:
        raise InputError((e.strerror or str(e)).lower()) from e


def read_lines(file: BinaryIO, name: str) -> Iterator[Article | Reject]:
    """As `read_jsonl`, of an open file from its beginning."""
    yield from _read(Progress(file, name, Bookmarks()), name)


def _read(file: Progress, name: str) -> Iterator[Article | Reject]:
    empty = not file.lines
    for line in _lines(file):
        where = f"{name}:{file.lines}"
        try:
            article = _article(line, where)
        except InputError as e:
            empty = False
            file.reached()
            yield Reject(input=where, reason=str(e))
            continue
        if article is not None:
            empty = False
            file.reached(article=True)
            yield article
    if empty:
        raise InputError("empty: no line holds anything")


def _lines(file: Progress) -> Iterator[bytes | None]:
    """The lines; None in place of one that is too long."""
    while line := file.readline(_MAX_LINE + 1):
        if len(line) <= _MAX_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_MAX_LINE)
        yield None


def _article(line: bytes | None, where: str) -> Article | None:
    if line is None:
        raise InputError(f"the line is longer than {_MAX_LINE:,} bytes")
    if not line.strip():
        return None
    try:
        found = json.loads(decode(line))
    except (ValueError, RecursionError) as e:
        raise InputError(f"not JSON: {getattr(e, 'msg', 'nested too deep or a number too long')}") from e
    if not isinstance(found, dict):
        raise InputError("not a JSON object")
    return from_object(found, where)


def from_object(found: dict[str, Any], where: str) -> Article:
    """The Article that an object describes. Raises `InputError` where it has no text."""
    text = found.get("text")
    if not isinstance(text, str):
        raise InputError('no "text", or it is not a string')
    given = found.get("id")
    if given is not None and not isinstance(given, str | int):
        raise InputError('"id" is neither a string nor a whole number')
    return Article(
        id="" if given is None else str(given),
        text=text,
        input=where,
        headline=_string(found, "headline"),
        outlet=_string(found, "outlet"),
        byline=_string(found, "byline"),
        published=_string(found, "published"),
        url=_string(found, "url"),
        language=_string(found, "language"),
    )


def _string(found: dict[str, Any], name: str) -> str | None:
    value = found.get(name)
    return (value.strip() or None) if isinstance(value, str) else None
