"""Inputs of every kind to Articles and Rejects."""

from __future__ import annotations

import hashlib
import io
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.annotate import kept_apart, reading, unread, unread_date
from rashomon.errors import InputError
from rashomon.ingest import characters
from rashomon.ingest.bookmarks import Bookmarks
from rashomon.ingest.files import GZIP, MAX_CHARS, check_file, decode, first_bytes, read_text
from rashomon.ingest.folder import JSON_LINES, MARKDOWN, reports_in
from rashomon.ingest.jsonl import read_jsonl, read_lines
from rashomon.ingest.language import language_of
from rashomon.ingest.markdown import read_markdown
from rashomon.ingest.outlet import stated_outlet
from rashomon.ingest.parts import Cut, split_parts
from rashomon.ingest.readers import HEAD, JSON, or_nothing, reader_for
from rashomon.ingest.unpack import whole_body
from rashomon.records import Article, Reject

if TYPE_CHECKING:
    from rashomon.ingest.fetch import Fetcher

STANDARD_INPUT = "-"
UNCHANGED = "not changed since it was fetched last"
"""The reason of a Reject for an address whose validators were given and that the server says is as it was."""
_OF_TEMPLATES = frozenset({"html lang", "JSON-LD inLanguage"})
"""Sources of a page's language that are its template's more often than its author's."""
_SURE_AGAINST_TEMPLATE = 0.8
MAX_UNPACKED = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What became of the inputs, in their order."""

    articles: tuple[Article, ...]
    rejects: tuple[Reject, ...]


Begin = Callable[[str], int]
"""Given an archive's name, the byte at which reading goes on: 0 for its beginning."""


def read_inputs(
    inputs: Sequence[str | Path | Article], *, strict: bool = False, fetcher: Fetcher | None = None
) -> Ingested:
    """Articles with their parts, from files, folders, addresses and Articles given; a Reject with its reason for what cannot be used.

    With `strict` the first of these is an `InputError` instead. `fetcher` fetches the addresses (strings that begin with http:// or
    https://), if it should not be done as by default; without addresses nothing touches the network.
    """
    articles: dict[str, Article] = {}
    rejects: list[Reject] = []
    for found in stream_inputs(inputs, fetcher=fetcher):
        if isinstance(found, Article):
            found = _only_once(found, articles)
        if isinstance(found, Article):
            articles[found.id] = found
            continue
        if strict:
            raise InputError(f"{found.input}: {found.reason}")
        rejects.append(found)
    return Ingested(articles=tuple(articles.values()), rejects=tuple(rejects))


def stream_inputs(
    inputs: Sequence[str | Path | Article],
    begin: Begin = lambda _: 0,
    *,
    fetcher: Fetcher | None = None,
    bookmarks: Bookmarks | None = None,
) -> Iterator[Article | Reject]:
    """As `read_inputs`, one by one as they are read, for inputs larger than memory; what comes twice is given twice.

    `begin` and `bookmarks` say how far archives and files of JSON lines were read before.
    """
    with ExitStack() as opened:
        for item in inputs:
            if isinstance(item, str) and is_address(item):
                fetcher = fetcher or opened.enter_context(_new_fetcher())
                yield from _read_address(item, fetcher)
            else:
                yield from _read(item, begin, bookmarks)


def is_address(text: str) -> bool:
    """Whether `text` is the address of a page or feed rather than the name of a file."""
    return re.match(r"https?://", text, re.IGNORECASE) is not None


def content_id(text: str, publisher: str = "") -> str:
    """The id of an article that brings none: a hash of its text, and of who published it where its input says so."""
    key = f"{publisher}\n{text}" if publisher else text
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _publisher(article: Article) -> str:
    """Two outlets that print the same words are two witnesses; one page under two addresses of its outlet is one."""
    host = re.match(r"https?://(?:www\.)?([^/?#]*)", article.url or "", re.IGNORECASE)
    return " ".join((article.outlet or (host[1] if host else "")).casefold().split())


def _read(item: str | Path | Article, begin: Begin, bookmarks: Bookmarks | None) -> Iterator[Article | Reject]:
    if isinstance(item, Article):
        yield _prepared(item)
        return
    if item == STANDARD_INPUT:
        yield from _read_standard_input()
        return
    if not str(item):
        yield Reject(input='""', reason="no name of a file or folder")
        return
    path = Path(item)
    try:
        if not path.is_dir():
            yield from _read_file(path, begin, bookmarks)
            return
    except (InputError, ValueError, OSError) as e:
        yield Reject(input=str(item), reason=str(e) if isinstance(e, InputError) else "not a file's name")
        return
    files, passed_over = reports_in(path)
    for file in files:
        yield from _read(file, begin, bookmarks)
    yield from passed_over


def _new_fetcher() -> Fetcher:
    from rashomon.ingest.fetch import Fetcher  # here, so that files do not wait for all that the network needs

    return Fetcher()


def _read_address(url: str, fetcher: Fetcher) -> Iterator[Article | Reject]:
    from rashomon.ingest.web import read_address

    for found in read_address(url, fetcher):
        yield _prepared(found) if isinstance(found, Article) else found


def _read_standard_input() -> Iterator[Article | Reject]:
    """A page, feed or export piped in, known by its content, or else one plain text."""
    name = "standard input"
    data = sys.stdin.buffer.read(MAX_UNPACKED + 1)
    try:
        if len(data) > MAX_UNPACKED:
            raise InputError(f"more than {MAX_UNPACKED:,} bytes: save it as a file")
        for found in _read_bytes(data, name, ""):
            yield _prepared(found) if isinstance(found, Article) else found
    except InputError as e:
        yield Reject(input=name, reason=str(e))


def _read_bytes(data: bytes, name: str, called: str) -> Iterator[Article | Reject]:
    """What bytes hold that came without a file: packed ones are unpacked. `called` is a file's name for them, or empty."""
    if data.startswith(GZIP):
        data, called = whole_body([data], "gzip", MAX_UNPACKED), called.removesuffix(".gz")
    reader = reader_for(data[:HEAD], called or _name_by_json(data))
    if called.lower().endswith(JSON_LINES) or (not called and reader is JSON and _is_object(data.partition(b"\n")[0])):
        yield from read_lines(io.BytesIO(data), name)
    elif reader is not None:
        yield from or_nothing(reader.read(io.BytesIO(data), name), reader, name)
    else:
        yield Article(id="", text=decode(data), input=name)


def _name_by_json(data: bytes) -> str:
    """JSON shows itself to its reader by a file's name alone; without one, by its first and last character."""
    return ".json" if data.strip()[:1] + data.strip()[-1:] in (b"{}", b"[]") else ""


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _read_file(path: Path, begin: Begin, bookmarks: Bookmarks | None) -> Iterator[Article | Reject]:
    check_file(path)
    suffix = path.suffix.lower()
    if suffix in JSON_LINES:
        for found in read_jsonl(path, bookmarks):
            yield _prepared(found) if isinstance(found, Article) else found
        return
    head = first_bytes(path, HEAD)
    reader = reader_for(head, path.name) if suffix not in MARKDOWN else None
    if reader is not None and (reader.resumable or not head.startswith(GZIP)):
        with path.open("rb") as stream:
            start = begin(str(path)) if reader.resumable else 0
            stream.seek(start)
            read = reader.read(stream, str(path))
            for one in read if start else or_nothing(read, reader, str(path)):
                yield _prepared(one) if isinstance(one, Article) else one
        return
    if head.startswith(GZIP):
        for found in _read_bytes(first_bytes(path, MAX_UNPACKED), str(path), path.name.lower()):
            yield _prepared(found) if isinstance(found, Article) else found
        return
    text = read_text(path)
    article = Article(id="", text=text, input=str(path))
    if suffix not in MARKDOWN:
        yield _prepared(article)
        return
    markdown = read_markdown(article)
    yield _prepared(markdown.article, markdown.cuts)


def _prepared(article: Article, cuts: Sequence[Cut] = ()) -> Article | Reject:
    """The article with all that ingest tells of it, or why it is of no use."""
    article = characters.mended(article)
    reason = _useless(article.text)
    if reason:
        return Reject(input=article.input or article.id or "a text", reason=reason)
    name = article.id or content_id(article.text, _publisher(article))
    language = _language(article)
    with reading(language):
        parts = article.parts or split_parts(name, article.text, article.headline, cuts=cuts)
    notes = (
        characters.invisible_note(article.text),
        unread(language),
        unread_date(article),
        kept_apart(language),
    )
    return replace(
        article,
        id=name,
        parts=parts,
        language=language,
        outlet=article.outlet or stated_outlet(article.text, parts),
        notes=tuple(dict.fromkeys((*article.notes, *filter(None, notes)))),  # an article may come here twice
    )


def _language(article: Article) -> str | None:
    """As given; but where it is a page's template that gives it, the text knows better as far as it can be told."""
    if not article.language:
        return language_of(article.text)
    by_template = any(m.name == "language" and m.source in _OF_TEMPLATES for m in article.metadata)
    return (language_of(article.text, sure=_SURE_AGAINST_TEMPLATE) if by_template else None) or article.language


def _useless(text: str) -> str | None:
    if characters.is_blank(text):
        return "empty: no text that can be seen" if text else "empty"
    if characters.is_binary(text):
        return "not a text: binary data"
    if len(text) > MAX_CHARS:
        return f"{len(text):,} characters: too long for a report (at most {MAX_CHARS:,})"
    return None


def _only_once(article: Article, before: dict[str, Article]) -> Article | Reject:
    """The article, or a Reject where its id is taken: by itself given twice, or by another text."""
    other = before.get(article.id)
    if other is None:
        return article
    where = other.input or other.id
    if other.text == article.text:
        return Reject(input=article.input or article.id, reason=f"the same article as {where}: counted once")
    return Reject(input=article.input or article.id, reason=f"its id {article.id!r} is already that of {where}")
